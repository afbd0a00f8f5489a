// The data sets to choose from, each with a small picture of it.

import { bytes, floats } from "../../../page/web/bytes.js";
import { element } from "../../../page/web/dom.js";
import { css, palette } from "../../../page/web/palette.js";
import { t } from "../../../page/web/words.js";

const SIDE = 44; // px of a picture
const POINT = 1.7; // px, radius

export class DataSets {
  // names: of all; toy: of the configuration, { frame, samples: { name: { points, labels } } };
  // change(): another one is chosen.
  constructor(box, names, toy, value, change) {
    Object.assign(this, { box, toy, value });
    box.replaceChildren(...names.map((name) => {
      const canvas = element("canvas", { width: SIDE * devicePixelRatio, height: SIDE * devicePixelRatio });
      const button = element("button", { type: "button", className: "data-set" }, [canvas, element("span")]);
      button.dataset.name = name;
      button.addEventListener("click", () => { this.set(name); change(); });
      return button;
    }));
  }

  set(name) {
    this.value = name;
    this.show();
  }

  show() {
    const colours = palette();
    for (const button of this.box.children) {
      const { name } = button.dataset;
      button.setAttribute("aria-pressed", String(name === this.value));
      button.lastElementChild.textContent = t(`toy.dataset.${name}`);
      this.paint(button.firstElementChild, this.toy.samples[name], colours);
    }
  }

  paint(canvas, sample, colours) {
    const { left, right, bottom, top } = this.toy.frame;
    const context = canvas.getContext("2d");
    const scale = canvas.width / SIDE;
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (!sample) { this.pencil(context, canvas.width, colours); return; }
    const places = floats(sample.points);
    bytes(sample.labels).forEach((label, k) => {
      context.beginPath();
      context.arc(((places[2 * k] - left) / (right - left)) * canvas.width, ((top - places[2 * k + 1]) / (top - bottom)) * canvas.height, POINT * scale, 0, 2 * Math.PI);
      context.fillStyle = css(colours.classes[label]);
      context.fill();
    });
  }

  // For points that the visitor draws.
  pencil(context, side, { ink }) {
    Object.assign(context, { font: `${0.6 * side}px system-ui, sans-serif`, textAlign: "center", textBaseline: "middle", fillStyle: ink });
    context.fillText("✎", side / 2, side / 2);
  }

  relabel() {
    this.show();
  }
}
