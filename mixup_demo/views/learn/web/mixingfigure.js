// Chapters 4 and 12: two photos, their mixture by mixup or CutMix, the label; for mixup α too.

import { Blender, pixelsOf } from "../../../page/web/blend.js";
import { element } from "../../../page/web/dom.js";
import { className, percent, shares, t } from "../../../page/web/words.js";
import { AlphaRow } from "./alpharow.js";
import { pressing, slider, spoken } from "./drawing.js";
import { photo } from "./photo.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Pixels } from "../../../page/web/blend.js" */

const SIDE = 224; // px
const BOTH = "weight-a weight-b";
/** @type {[number, number]} across and down, as shares: until it is drawn */
const MIDDLE = [0.55, 0.5];

export class MixingFigure {
  lam = 0.6;
  centre = MIDDLE;
  /** @type {Pixels[]} */
  pixels = [];
  /** @type {AlphaRow | undefined} */
  alpha;

  /**
   * @param {Shell} shell
   * @param {"mixup" | "cutmix"} method
   */
  constructor(shell, method) {
    this.shell = shell;
    this.method = method;
    this.keys = shell.config.pairs[1];
    const cards = [["learn.mix.first", "picture-a"], ["learn.mix.second", "picture-b"], ["learn.mix.mixed", "mixed"]]
      .map(([key, part]) => this.card(key, part));
    this.blenders = cards.map(({ blender }) => blender);
    const [first, second, mixed] = cards.map(({ node }) => node);
    const sign = (/** @type {string} */ textContent) => element("span", { className: "sign", textContent, ariaHidden: "true" });
    this.slider = slider("learn.mix.lambda", { min: 0, max: 1, step: 0.01, value: this.lam }, (value) => this.set(value));
    this.slider.node.dataset.parts = BOTH;
    this.bar = element("div", { className: "label-bar wide" }, [element("i"), element("i")]);
    this.bar.dataset.parts = "label label-a label-b";
    this.label = spoken(element("p", { className: "part-title" }));
    const below = method === "mixup" ? this.makeAlpha() : [pressing("learn.mix.box", () => this.drawBox())];
    const parts = element("div", { className: "equation-parts" }, [first, sign("+"), second, sign("="), mixed]);
    this.node = element("div", {}, [parts, this.slider.node, this.bar, ...this.label.nodes, ...below]);
    this.draw();
    this.load().catch(() => shell.toast(t("learn.missing")));
  }

  /**
   * @param {string} key of its title
   * @param {string} part
   */
  card(key, part) {
    const canvas = element("canvas", { width: SIDE, height: SIDE });
    const node = element("figure", { tabIndex: 0 }, [canvas, element("figcaption", { textContent: t(key) })]);
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", t(key));
    node.dataset.part = part;
    return { node, blender: new Blender(canvas) };
  }

  makeAlpha() {
    this.alpha = new AlphaRow(this.shell.config, (lam) => { this.slider.set(lam); this.set(this.slider.input.valueAsNumber); });
    return [this.alpha.node, element("p", { className: "hint", textContent: t("learn.mix.hint") })];
  }

  async load() {
    const images = await Promise.all(this.keys.map((key) => photo(this.shell, key)));
    this.pixels = images.map((image) => pixelsOf(image, SIDE, SIDE));
    this.draw();
  }

  /** @param {number} lam */
  set(lam) {
    if (lam !== this.lam) this.centre = MIDDLE;
    this.lam = lam;
    this.draw();
  }

  get chance() {
    const { lam, centre, alpha } = this;
    return { lam, centre, drawn: alpha?.drawn ?? [] };
  }

  set chance({ lam, centre, drawn }) {
    Object.assign(this, { lam, centre });
    if (this.alpha) this.alpha.drawn = drawn;
    this.draw();
  }

  // As in training: the centre anywhere, and the box clipped at the border.
  drawBox() {
    this.centre = [Math.random(), Math.random()];
    this.draw();
  }

  // [top, bottom, left, right] of the second picture in the first.
  box() {
    const half = Math.sqrt(1 - this.lam) / 2;
    const [across, down] = this.centre.map((at) => [at - half, at + half].map((end) => Math.round(SIDE * Math.max(0, Math.min(1, end)))));
    return [...down, ...across];
  }

  // The share of the first picture that is really seen.
  get share() {
    if (this.method === "mixup") return this.lam;
    const [top, bottom, left, right] = this.box();
    return 1 - ((bottom - top) * (right - left)) / (SIDE * SIDE);
  }

  draw() {
    const { share } = this;
    const [first, second] = /** @type {HTMLElement[]} */ ([...this.bar.children]);
    first.style.flexGrow = String(share);
    second.style.flexGrow = String(1 - share);
    const [a, b] = this.keys.map((key) => className(Object.values(this.shell.config.photos[key].labels)[0] ?? key));
    const [shareA, shareB] = shares(share).map((part) => percent(part));
    this.label.say(t("learn.mix.label", { a, b, share_a: shareA, share_b: shareB }));
    this.alpha?.say(this.lam);
    if (!this.pixels.length) return;
    const [one, other] = this.pixels;
    const [left, right, mixed] = this.blenders;
    left.show(one);
    right.show(other);
    if (this.method === "mixup") mixed.mixup(one, other, this.lam);
    else mixed.cutmix(one, other, this.box(), mixed);
  }
}
