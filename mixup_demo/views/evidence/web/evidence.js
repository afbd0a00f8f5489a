// The Evidence view: one panel a claim, made from panels.json, and the live attack among them.

import { Attack } from "./attack.js";
import { loadPlotly } from "../../../page/web/charts.js";
import { element, finder, select } from "../../../page/web/dom.js";
import { Panel } from "../../../page/web/panel.js";
import { fill, t } from "../../../page/web/words.js";

/** @import { PanelContent } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Evidence } from "./types.js" */

const LIVE = "adversarial"; // the panel that the live attack belongs to

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new EvidenceView(root, shell);

class EvidenceView {
  /** @type {Panel[]} */
  drawn = [];
  /** @type {Evidence | undefined} */
  content;
  /** @type {Attack | undefined} */
  attack;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.shell = shell;
    this.find = finder(root);
    this.panel = shell.url.panel;
  }

  async open() {
    loadPlotly(this.shell.base);
    try {
      this.content = await (await fetch(`${this.shell.base}/panels.json`)).json();
    } catch {
      this.shell.toast(t("evidence.missing"));
      return;
    }
    this.build();
    await this.attack?.ask();
    if (this.panel) this.scrollTo(String(this.panel), "instant");
  }

  build() {
    if (!this.content) return;
    const panels = [...this.content.panels, this.content.limits];
    this.drawn = panels.map((panel) => this.makePanel(panel));
    this.find("panels").replaceChildren(...this.drawn.map(({ node }) => node));
    this.find("contents").replaceChildren(...panels.map(({ name }) => {
      const link = element("a", { href: `?view=evidence&panel=${name}`, textContent: t(`evidence.${name}.title`) });
      link.addEventListener("click", (event) => { event.preventDefault(); this.scrollTo(name); });
      return link;
    }));
    fill(this.find("panels"));
    this.attack?.relabel();
  }

  /**
   * @param {string} name of a panel
   * @param {ScrollBehavior} behavior
   */
  scrollTo(name, behavior = "smooth") {
    this.panel = name;
    this.find("panels").querySelector(`[data-id=panel-${name}]`)?.scrollIntoView({ behavior, block: "start" });
    this.shell.settle();
  }

  /** @param {PanelContent} content */
  makePanel(content) {
    const { name } = content;
    const between = name === LIVE ? [this.attackBox()] : [];
    return new Panel(content, `evidence.${name}`, this.shell.base, between);
  }

  // The live attack stays as it is when the panels are made again in another language.
  attackBox() {
    const template = this.find("attack-template", HTMLTemplateElement);
    this.attack ??= new Attack(select(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), ".attack", HTMLElement), this.shell);
    return this.attack.root;
  }

  wake() {
    this.attack?.wake();
  }

  state() {
    return { panel: this.panel, ...this.attack?.state() };
  }

  hasOwnPictures() {
    return this.shell.choice.hasOwn([this.attack?.side ?? "a"]);
  }

  relabel() {
    this.build();
  }

  recolour() {
    for (const panel of this.drawn) panel.recolour();
    this.attack?.recolour();
  }
}
