// The Evidence view: a summary of all claims, one folded panel a claim, and the live attack.

import { Attack } from "./attack.js";
import { claimItem } from "./claims.js";
import { leave } from "../../../page/web/address.js";
import { drawWaiting } from "../../../page/web/charts.js";
import { finder, isShown, select } from "../../../page/web/dom.js";
import { firstAct } from "../../../page/web/fragment.js";
import { Needed } from "../../../page/web/needed.js";
import { Panel, sentence } from "../../../page/web/panel.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { fill, t } from "../../../page/web/words.js";

/** @import { PanelContent } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Evidence } from "./types.js" */

const LIVE = "adversarial"; // the panel that the live attack belongs to
const BETWEEN = "-"; // the names of open panels in the link

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new EvidenceView(root, shell);

class EvidenceView {
  /** @type {Panel[]} */
  drawn = [];
  /** @type {Attack | undefined} */
  attack;
  /** @type {Promise<void> | undefined} */
  attacking; // since its panel was opened
  /** @type {HTMLDetailsElement[]} those that are open on paper alone */
  printed = [];

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.root = root;
    this.shell = shell;
    this.find = finder(root);
    this.needed = /** @type {Needed<Evidence>} */ (new Needed(shell, "panels.json", "evidence.missing"));
    const { presets, default: opening } = shell.config.controls.pair;
    this.find("bundled").hidden = !(opening in presets); // a user's own pair opens the page
    const { panel = shell.url.image ? LIVE : "" } = shell.url; // older links to the attack name its picture alone
    /** @type {Set<string>} names of the open panels */
    this.unfolded = new Set(String(panel).split(BETWEEN).filter(Boolean));
    this.find("all").addEventListener("click", () => this.foldAll());
    root.addEventListener("click", (event) => this.follow(event));
    // first: then the charts in them can be drawn
    addEventListener("beforeprint", () => this.unfoldForPaper(), { capture: true });
    addEventListener("afterprint", () => this.foldAfterPaper());
  }

  async open() {
    loadPlotly(this.shell.base);
    const taken = firstAct();
    await this.needed.bring();
    if (!this.needed.content) return;
    this.build();
    const [first] = this.unfolded;
    const reveal = () => { if (first && !taken.aborted) this.scrollTo(first); };
    reveal();
    await this.attacking;
    reveal(); // what was above it has its height now
  }

  build() {
    const { content } = this.needed;
    if (!content) return;
    for (const panel of this.drawn) panel.forget();
    this.drawn = [...content.panels, content.limits].map((panel) => this.makePanel(panel));
    this.find("panels").replaceChildren(...this.drawn.map(({ node }) => node));
    this.find("counts").textContent = sentence(content.counts);
    this.find("claims").replaceChildren(...content.claims.map(claimItem));
    fill(this.find("panels"));
    this.attack?.relabel();
    this.sayAll();
  }

  /** @param {PanelContent} content */
  makePanel(content) {
    const { name } = content;
    const between = name === LIVE ? [this.attackBox()] : [];
    const panel = new Panel(content, `evidence.${name}`, this.shell.base, between, true);
    const node = /** @type {HTMLDetailsElement} */ (panel.node);
    node.open = this.unfolded.has(name);
    if (name === LIVE && node.open) this.startAttack();
    node.addEventListener("toggle", () => this.fold(name, node.open));
    return panel;
  }

  /**
   * @param {string} name of a panel
   * @param {boolean} open
   */
  fold(name, open) {
    if (this.printed.length || open === this.unfolded.has(name)) return;
    if (open) this.unfolded.add(name);
    else this.unfolded.delete(name);
    if (open && name === LIVE) this.startAttack();
    this.sayAll();
    this.shell.settle();
  }

  // The attack is asked for when its panel is opened, not before.
  startAttack() {
    this.attacking ??= this.attack?.ask();
  }

  /** @returns {HTMLDetailsElement[]} */
  panels() {
    return this.drawn.map(({ node }) => /** @type {HTMLDetailsElement} */ (node));
  }

  foldAll() {
    const open = this.unfolded.size < this.drawn.length;
    for (const node of this.panels()) node.open = open;
  }

  sayAll() {
    const all = this.unfolded.size >= this.drawn.length;
    this.find("all").textContent = t(all ? "evidence.close-all" : "evidence.open-all");
  }

  /** @param {MouseEvent} event on a link to a panel, perhaps */
  follow(event) {
    const link = /** @type {HTMLElement} */ (event.target).closest("[data-opens]");
    if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or window of its own
    event.preventDefault();
    leave();
    this.show(String(link.dataset.opens));
  }

  /** @param {string} name of a panel that is opened and scrolled to */
  show(name) {
    const node = this.panels().find(({ dataset }) => dataset.panel === name);
    if (!node) return;
    node.open = true;
    this.scrollTo(name);
    select(node, "summary", HTMLElement).focus({ preventScroll: true });
  }

  // At once: a glide would go on over the browser's way back.
  /** @param {string} name of a panel */
  scrollTo(name) {
    this.find("panels").querySelector(`[data-id=panel-${name}]`)?.scrollIntoView({ behavior: "instant", block: "start" });
  }

  unfoldForPaper() {
    if (!isShown(this.root)) return;
    this.printed = [...this.root.querySelectorAll("details")].filter(({ open }) => !open);
    for (const node of this.printed) node.open = true;
    drawWaiting();
  }

  foldAfterPaper() {
    for (const node of this.printed) node.open = false;
    setTimeout(() => { this.printed = []; }); // after their toggle events
  }

  // The live attack stays as it is when the panels are made again in another language.
  attackBox() {
    const template = this.find("attack-template", HTMLTemplateElement);
    this.attack ??= new Attack(select(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), ".attack", HTMLElement), this.shell);
    return this.attack.root;
  }

  wake() {
    if (this.needed.missed) this.open();
    if (this.attacking) this.attack?.wake();
  }

  state() {
    const panel = this.drawn.map(({ content }) => content.name).filter((name) => this.unfolded.has(name)).join(BETWEEN);
    return { panel, ...this.attack?.state() };
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
