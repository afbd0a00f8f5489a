// The charts over λ: both models' probabilities and gradients, their legend and their tables.

import { element, finder, select } from "../../../page/web/dom.js";
import { CursorChart } from "../../../page/web/cursorchart.js";
import { className, resolveFigure, t } from "../../../page/web/words.js";
import { chartTable, oneClass } from "./answers.js";

/** @import { Config } from "../../../page/web/contract.js" */
/** @import { SweepPayload } from "./types.js" */

const LEADERS = ["c", "d"]; // whose colours classes have that lead somewhere

export class PathCharts {
  /** @type {SweepPayload | undefined} */
  payload;

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {(lambda: number) => void} pick the visitor points at a λ
   */
  constructor(root, config, pick) {
    this.root = root;
    this.lists = config.class_lists;
    this.find = finder(root);
    this.path = new CursorChart(this.find("path-chart"), pick);
    this.gradient = new CursorChart(this.find("gradient-chart"), pick);
    this.ofTwo = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-two]")); // what only two classes have
    this.tables = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll("details[data-table]"));
    for (const details of this.tables) details.addEventListener("toggle", () => this.fillTable(details));
  }

  /**
   * @param {SweepPayload} payload
   * @returns {Promise<unknown>} done when they are drawn
   */
  draw(payload) {
    const { path, gradient } = payload.figures;
    select(this.root, ".gradient", HTMLElement).toggleAttribute("data-waiting", !gradient);
    return Promise.all([this.path.draw(path), gradient && this.gradient.draw(gradient)]);
  }

  /**
   * Everything with words.
   * @param {SweepPayload} payload
   * @param {string[]} classes names of the pictures' classes
   */
  say(payload, [a, b]) {
    this.payload = payload;
    this.showLeaders(payload);
    const one = oneClass(payload.labels);
    this.find("legend-a").textContent = a;
    this.find("legend-b").textContent = b;
    for (const item of this.ofTwo) item.hidden = one;
    this.path.names = { [t("chart.a")]: one ? `A, B: ${a}` : `A: ${a}`, [t("chart.b")]: `B: ${b}` };
    for (const details of this.tables) this.fillTable(details);
  }

  /**
   * Of many classes, those that lead somewhere have areas of their own.
   * @param {SweepPayload} payload
   */
  showLeaders({ class_list: list, leaders }) {
    for (const node of this.root.querySelectorAll("[data-leader]")) node.remove();
    const items = leaders.map((index, i) => element("li", {}, [
      element("i", { className: `key key-${LEADERS[i]}` }), element("span", { textContent: className(this.lists[list][index]) }),
    ]));
    for (const item of items) item.dataset.leader = "";
    this.find("legend-others").before(...items);
  }

  /** @param {number} lambda */
  move(lambda) {
    this.path.move(lambda);
    this.gradient.move(lambda);
  }

  // Draw again with the present words and colours.
  refresh() {
    this.path.refresh();
    this.gradient.refresh();
  }

  /** @param {HTMLDetailsElement} details whose table is made when it is open */
  fillTable(details) {
    if (!details.open || !this.payload) return;
    const name = /** @type {keyof SweepPayload["figures"]} */ (details.dataset.table);
    const drawn = this.payload.figures[name];
    if (!drawn) return;
    const figure = resolveFigure(drawn, getComputedStyle(document.body));
    details.lastElementChild?.replaceWith(chartTable(figure));
  }
}
