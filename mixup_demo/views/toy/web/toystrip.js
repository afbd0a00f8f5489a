// The same training with several α, at its end: one small map each.

import { bytes, shorts } from "../../../page/web/bytes.js";
import { element } from "../../../page/web/dom.js";
import { palette } from "../../../page/web/palette.js";
import { Stream } from "../../../page/web/stream.js";
import { t } from "../../../page/web/words.js";
import { ToyMap } from "./toymap.js";
import { inTenths } from "./training.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { StripPart, ToyConfig, ToyRequest } from "./types.js" */

/**
 * The request without its α, as text: two trainings of one strip have it in common.
 * @param {ToyRequest} request
 */
export const stripOf = (request) => JSON.stringify({ ...request, toy_alpha: null });

export class AlphaStrip {
  /** @type {string | null} of the strip that is shown, or asked for */
  key = null;
  /** @type {{ parts: StripPart[], classes: number } | undefined} */
  shown;
  alpha = NaN; // which is trained above
  /** @type {{ alpha: number, node: HTMLElement, said: HTMLElement }[]} */
  tiles = [];

  /**
   * @param {HTMLElement} box
   * @param {Shell} shell
   * @param {ToyConfig} toy
   * @param {(alpha: number) => void} choose the visitor wants to watch that one
   */
  constructor(box, shell, toy, choose) {
    this.box = box;
    this.shell = shell;
    this.toy = toy;
    this.choose = choose;
    this.stream = new Stream(shell, "toy_strip", "toy_stop");
  }

  /**
   * Show the strip of a training; asked for anew only where more than its α has changed.
   * @param {ToyRequest} request of the training
   * @param {number} classes
   */
  async ask(request, classes) {
    const key = stripOf(request);
    this.alpha = Number(request.toy_alpha);
    if (key === this.key) { this.mark(); return; }
    this.key = key;
    /** @type {StripPart[] | undefined} */
    let parts;
    if (!await this.stream.run(request, ({ strip }) => { parts = strip; })) return;
    if (!parts) { this.key = null; return; }
    this.shown = { parts, classes };
    this.box.inert = false;
    this.box.removeAttribute("data-stale");
    this.build();
  }

  /**
   * Another training has begun: tiles of other settings no longer count.
   * @param {ToyRequest} request of the training
   */
  expect(request) {
    if (stripOf(request) === this.key) return;
    if (this.stream.running) this.stream.stop(); // what it would show is of other settings
    this.key = null; // what is shown is asked for again, should the visitor come back to it
    this.box.inert = true;
    this.box.toggleAttribute("data-stale", true);
    this.hush();
  }

  // Numbers of other settings are not said, in no language.
  hush() {
    if (this.box.hasAttribute("data-stale")) for (const { said } of this.tiles) said.textContent = "";
  }

  build() {
    if (!this.shown) return;
    const { parts, classes } = this.shown;
    const { frame, side, fineness } = this.toy;
    const scene = { frame, side, fineness, classes, points: [], colours: palette() };
    this.tiles = parts.map((part) => {
      const { map, node, said } = this.tile(part);
      new ToyMap(map).show(scene, { planes: bytes(part.map), lines: shorts(part.lines) }, []);
      return { alpha: part.alpha, node, said };
    });
    this.hush();
    this.box.replaceChildren(...this.tiles.map(({ node }) => node));
    this.mark();
  }

  /** @param {StripPart} part */
  tile({ alpha, test_accuracy: accuracy, confidence }) {
    const map = element("div", { className: "map" }, [element("canvas"), element("i", { className: "cross", hidden: true })]);
    const name = element("b", { textContent: alpha === 0 ? t("toy.strip.erm") : `α = ${alpha}` });
    const said = element("small", { textContent: t("toy.map.said", { accuracy: inTenths(accuracy), confidence: inTenths(confidence) }) });
    const node = element("button", { type: "button", className: "toy-tile" }, [map, name, said]);
    node.addEventListener("click", () => this.choose(alpha));
    return { map, node, said };
  }

  // Which of them is trained above.
  mark() {
    for (const { alpha, node } of this.tiles) node.setAttribute("aria-pressed", String(alpha === this.alpha));
  }

  relabel() {
    this.build();
  }

  recolour() {
    this.build();
  }
}
