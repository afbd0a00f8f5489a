// The Evidence view: one panel a claim, made from panels.json, and the live attack among them.

import { Attack } from "./attack.js";
import { loadPlotly } from "../../../page/web/charts.js";
import { element } from "../../../page/web/dom.js";
import { Panel } from "../../../page/web/panel.js";
import { fill, t } from "../../../page/web/words.js";

const LIVE = "adversarial"; // the panel that the live attack belongs to

export class EvidenceView {
  constructor(root, shell) {
    Object.assign(this, { root, shell });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.drawn = [];
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
    if (this.attack) await this.attack.open();
    if (this.panel) this.scrollTo(this.panel, "instant");
  }

  panels() {
    return [...this.content.panels, this.content.limits];
  }

  build() {
    this.drawn = [];
    this.find("panels").replaceChildren(...this.panels().map((panel) => this.makePanel(panel)));
    this.find("contents").replaceChildren(...this.panels().map(({ name }) => {
      const link = element("a", { href: `?view=evidence&panel=${name}`, textContent: t(`evidence.${name}.title`) });
      link.addEventListener("click", (event) => { event.preventDefault(); this.scrollTo(name); });
      return link;
    }));
    fill(this.find("panels"));
  }

  scrollTo(name, behavior = "smooth") {
    this.panel = name;
    this.find(`panel-${name}`)?.scrollIntoView({ behavior, block: "start" });
    this.shell.settle();
  }

  makePanel(content) {
    const { name } = content;
    const between = name === LIVE ? [this.makeAttack()] : [];
    const panel = new Panel(content, `evidence.${name}`, this.shell.base, between);
    this.drawn.push(panel);
    return panel.node;
  }

  // The live attack keeps its state when the panels are made again in another language.
  makeAttack() {
    const template = this.find("attack-template").content.firstElementChild;
    const section = template.cloneNode(true);
    const state = this.attack?.state();
    this.attack = new Attack(section, this.shell, this.attack);
    if (state) this.attack.reopen();
    return section;
  }

  ask() {
    return this.attack?.ask();
  }

  state() {
    return { panel: this.panel, ...this.attack?.state() };
  }

  hasOwnPictures() {
    return Boolean(this.attack?.source?.upload);
  }

  relabel() {
    if (this.content) this.build();
  }

  recolour() {
    for (const panel of this.drawn) panel.recolour();
    this.attack?.recolour();
  }
}
