// The point of a plane under the pointer: its image, blended right here, and both models' answers.

import { MARKS, shortNames } from "../../../page/web/answers.js";
import { Blender, pixelsFromBase64, pixelsOf } from "../../../page/web/blend.js";
import { className, t } from "../../../page/web/words.js";

const NAMES = "ABC";
const SAY_MS = 400; // the arrow keys rest
const percent = (byte) => `${Math.round((100 * byte) / 255)} %`;

export class Point {
  // sides: of `Pictures`, each with its canvas and pixels.
  constructor(root, config, sides) {
    Object.assign(this, { config, sides });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.image = new Blender(this.find("point-image"));
    this.seen = new Blender(this.find("point-seen"));
  }

  // payload: of the plane; models: decoded, by name.
  show(payload, models) {
    Object.assign(this, { payload, models, names: Object.keys(models) });
    this.pictures = Object.values(this.sides).map(({ canvas }) => pixelsOf(canvas, this.image.size));
    this.inputs = payload.inputs.map(pixelsFromBase64);
    const [x, y] = payload.centre;
    this.at ??= { x, y };
    this.at = this.within(this.at);
  }

  within({ x, y }) {
    const { left, right, bottom, top } = this.payload.frame;
    return { x: Math.min(right, Math.max(left, x)), y: Math.min(top, Math.max(bottom, y)) };
  }

  // So many cells further, as far as the plane goes.
  step(dx, dy) {
    const { frame, resolution } = this.payload;
    const { x, y } = this.at;
    this.at = this.within({
      x: x + (dx * (frame.right - frame.left)) / resolution, y: y + (dy * (frame.top - frame.bottom)) / resolution,
    });
  }

  weights() {
    const { x, y } = this.at;
    return this.payload.weights.map(([wx, wy, w]) => wx * x + wy * y + w);
  }

  // The index of the nearest point of the grid.
  index() {
    const { frame, resolution } = this.payload;
    const cell = (value, low, high) => Math.min(resolution - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * resolution)));
    return cell(this.at.y, frame.bottom, frame.top) * resolution + cell(this.at.x, frame.left, frame.right);
  }

  // One frame.
  paint() {
    const weights = this.weights();
    this.image.combine(this.pictures, weights);
    this.seen.combine(this.inputs, weights);
    this.find("point-weights").replaceChildren(...weights.flatMap((weight, i) => term(weight, i)));
    const at = this.index();
    this.names.forEach((model, i) => this.answer(model, this.find(`point-${MARKS[i]}`), at));
    this.find("point-where").textContent = t("plane.where", { x: this.at.x.toFixed(1), y: this.at.y.toFixed(1) });
  }

  // row: the place of a model's answer.
  answer(model, row, at) {
    const values = this.values(model, at);
    const corner = this.payload.labels.indexOf(this.models[model].classes[at]);
    row.querySelector(".point-class").textContent = values.class;
    row.querySelector(".point-sure").textContent = t("plane.sure", values);
    row.querySelector(".fill").className = `fill fill-${corner < 0 ? "other" : NAMES[corner].toLowerCase()}`;
    row.querySelector(".fill").style.transform = `scaleX(${this.models[model].confidence[at] / 255})`;
  }

  values(model, at) {
    const { classes, confidence, margin } = this.models[model];
    return {
      class: className(this.config.classes[classes[at]]),
      confidence: percent(confidence[at]), margin: percent(margin[at]),
    };
  }

  // Say the answers to a screen reader once the arrow keys rest.
  tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const words = shortNames(this.names);
      const said = this.names.map((model) => t("plane.answer", { model: words[model], ...this.values(model, this.index()) }));
      this.find("point-said").textContent = [this.find("point-weights").textContent, ...said].join(". ");
    }, SAY_MS);
  }

  // The image in full size, as a file.
  async file() {
    const canvas = document.createElement("canvas");
    const sides = Object.values(this.sides);
    Object.assign(canvas, { width: sides[0].canvas.width, height: sides[0].canvas.height });
    new Blender(canvas).combine(sides.map((side) => side.pixels), this.weights());
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
    return new File([blob], "plane.png", { type: "image/png" });
  }
}

// A weight with its sign and the badge of its image.
function term(weight, i) {
  const sign = weight < 0 ? "− " : i ? "+ " : "";
  const badge = Object.assign(document.createElement("b"), { className: `badge badge-${NAMES[i].toLowerCase()}`, textContent: NAMES[i] });
  return [`${i ? " " : ""}${sign}${Math.abs(weight).toFixed(2)} `, badge];
}
