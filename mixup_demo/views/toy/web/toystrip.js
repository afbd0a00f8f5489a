// The same training with several α, at its end: one small map each.

import { bytes, shorts } from "../../../page/web/bytes.js";
import { element } from "../../../page/web/dom.js";
import { palette } from "../../../page/web/palette.js";
import { newVisitor } from "../../../page/web/stream.js";
import { ToyMap } from "./toymap.js";
import { percent } from "./training.js";
import { t } from "../../../page/web/words.js";

export class AlphaStrip {
  // toy: of the configuration; choose(alpha): the visitor wants to watch that one.
  constructor(box, shell, toy, choose) {
    Object.assign(this, { box, shell, toy, choose, visitor: newVisitor() });
  }

  // request: of the training above; asks anew only where more than its α has changed.
  async ask(request, { classes }) {
    const key = JSON.stringify({ ...request, toy_alpha: null });
    this.alpha = request.toy_alpha;
    if (key === this.key) { this.mark(); return; }
    this.key = key;
    const answer = await this.shell.ask("toy_strip", { ...request, visitor: this.visitor });
    if (this.key !== key) return;
    if (!answer) { this.key = null; return; }
    Object.assign(this, { answer, classes });
    this.build();
  }

  build() {
    const { frame, side } = this.toy;
    const scene = { frame, side, classes: this.classes, points: [], colours: palette() };
    this.box.replaceChildren(...this.answer.strip.map(({ alpha, map, lines, test_accuracy: accuracy, confidence }) => {
      const box = element("div", { className: "map" }, [element("canvas"), element("i", { className: "cross", hidden: true })]);
      const name = alpha === 0 ? t("toy.strip.erm") : `α = ${alpha}`;
      const said = t("toy.map.said", { accuracy: percent(accuracy), confidence: percent(confidence) });
      const tile = element("button", { type: "button", className: "toy-tile" }, [box, element("b", { textContent: name }), element("small", { textContent: said })]);
      tile.dataset.alpha = alpha;
      tile.addEventListener("click", () => this.choose(alpha));
      new ToyMap(box).show(scene, { planes: bytes(map), lines: shorts(lines) }, []);
      return tile;
    }));
    this.mark();
  }

  // Which of them is trained above.
  mark() {
    for (const tile of this.box.children) tile.setAttribute("aria-pressed", String(Number(tile.dataset.alpha) === this.alpha));
  }

  relabel() {
    if (this.answer) this.build();
  }

  recolour() {
    this.relabel();
  }
}
