// The population: is the line or the plane that one sees typical? Charts of many, one's own marked.

import { element } from "../../../page/web/dom.js";
import { fetched } from "../../../page/web/fetched.js";
import { OVERTAKEN, latest } from "../../../page/web/latest.js";
import { Panel, sentence } from "../../../page/web/panel.js";
import { t } from "../../../page/web/words.js";

/** @import { PanelContent } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Placement, PlaneRequest } from "./types.js" */

const FILES = { csv: "population.csv", json: "population.json" };

/**
 * Whether a chart shows a measure's distribution, in which a place can be marked. Measures have
 * names of their own; the other charts' titles are the population's.
 * @param {string} title
 */
export const isDistribution = (title) => !title.startsWith("population.");

export class Population {
  /** @type {Promise<void> | undefined} */
  opened;
  /** @type {PanelContent | undefined} */
  content;
  /** @type {PanelContent | undefined} of the bundled models */
  bundled;
  /** @type {{ panel: Panel, notes: HTMLElement, places: Map<string, HTMLElement> } | undefined} */
  built;
  /** @type {Placement | null} where what the visitor sees lies */
  answer = null;
  waiting = ""; // what is said while a place is being found

  /**
   * @param {HTMLElement} root the section that this fills
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.root = root;
    this.shell = shell;
    this.placeOf = latest(async (/** @type {PlaneRequest} */ request) => {
      await this.open();
      return this.content ? this.shell.call("place", request, (text) => this.waiting && this.wait(text)) : null;
    });
  }

  // Later calls return the first one's promise.
  open() {
    this.opened ??= this.load();
    return this.opened;
  }

  async load() {
    try {
      this.content = this.bundled = await fetched(`${this.shell.base}/panel-population.json`);
    } catch {
      this.opened = undefined; // tried again with the next map
      this.root.replaceChildren(element("p", { className: "card hint", textContent: t("population.missing") }));
      return;
    }
    this.build();
  }

  build() {
    if (!this.content) return;
    this.built?.panel.forget();
    const notes = element("p", { className: "notes" });
    notes.setAttribute("role", "status");
    const own = this.content !== this.bundled;
    const panel = new Panel(this.content, own ? "population.pair" : "population", this.shell.base, own ? [] : [this.downloads()]);
    panel.node.querySelector(".findings-head")?.after(notes);
    if (own) panel.node.querySelectorAll(".legend span").forEach((word, i) => { word.textContent = t(i ? "compare.right" : "compare.left"); });
    const distributions = panel.charts.filter(({ title }) => isDistribution(title));
    const places = new Map(distributions.map(({ title }) => [title, element("p", { className: "place" })]));
    for (const { title, figure } of distributions) figure.append(places.get(title) ?? "");
    this.built = { panel, notes, places };
    this.root.replaceChildren(panel.node);
    this.show();
  }

  downloads() {
    const links = Object.entries(FILES).flatMap(([kind, file]) => {
      const link = element("a", { href: `${this.shell.base}/${file}`, download: file, textContent: kind.toUpperCase() });
      link.setAttribute("aria-label", t(`population.values.${kind}`));
      return [" ", link];
    });
    return element("p", { className: "setting" }, [t("population.values"), ...links]);
  }

  /**
   * Find the place of what the visitor sees; what was marked before is no longer seen.
   * @param {PlaneRequest} request
   */
  async mark(request) {
    this.answer = null;
    this.wait(t("population.placing"));
    const answer = await this.placeOf(request);
    if (answer === OVERTAKEN) return;
    this.answer = answer && this.shell.take(answer);
    this.waiting = "";
    if (this.answer) this.turn(this.answer.panel);
    this.show();
  }

  /**
   * Show the panel of a user's own pair, or that of the bundled models.
   * @param {PanelContent | null} own
   */
  turn(own) {
    const content = own ?? this.bundled;
    if (content === this.content || (own && JSON.stringify(own) === JSON.stringify(this.content))) return;
    this.content = content;
    this.build();
  }

  unmark() {
    this.placeOf.cancel();
    this.answer = null;
    this.wait("");
  }

  /** @param {string} text for the visitor */
  wait(text) {
    this.waiting = text;
    this.show();
  }

  // The marks and sentences of the present answer, or none.
  show() {
    if (!this.built) return;
    const { panel, notes, places } = this.built;
    const found = this.answer?.places ?? {};
    notes.textContent = this.waiting || (this.answer?.notes ?? []).map(sentence).join(" ");
    for (const { title, chart } of panel.charts) {
      const line = places.get(title);
      if (!line) continue;
      line.textContent = found[title] ? sentence(found[title].says) : "";
      chart.mark(found[title]?.marks ?? []);
    }
  }

  relabel() {
    this.build();
  }

  recolour() {
    this.built?.panel.recolour();
  }
}
