// α: the density of Beta(α, α), presets, draws of λ, and the strip of images mixed with them.

import { Blender } from "../../../page/web/blend.js";
import { t } from "../../../page/web/words.js";

const STRIP_SIZE = 128;
const WIDTH = 300; // the density's viewBox
const HEIGHT = 80;

export class Alpha {
  // on: { change(), draw(alpha, seed) -> Promise<number[]>, lambda(value) }; change() is called
  // when α has come to rest.
  constructor(root, config, value, seed, on) {
    Object.assign(this, { config, value, on });
    this.grid = Object.keys(config.alphas).map(Number).sort((a, b) => a - b);
    const find = (id) => root.querySelector(`[data-id=${id}]`);
    this.slider = find("alpha");
    this.output = find("alpha-value");
    this.presets = find("alpha-presets");
    this.svg = find("density");
    this.seed = find("seed");
    this.seed.value = seed;
    this.strip = find("strip");
    this.slider.min = 0;
    this.slider.max = this.grid.length - 1;
    this.slider.step = 1;
    this.slider.addEventListener("input", () => this.set(this.grid[this.slider.value]));
    this.slider.addEventListener("change", () => this.redraw());
    this.seed.addEventListener("change", () => this.redraw());
    find("draw").addEventListener("click", () => this.drawNext());
    this.makePresets();
    this.lambdas = [];
  }

  makePresets() {
    this.presets.replaceChildren(...this.config.controls.alpha.presets.map((alpha) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: alpha });
      button.addEventListener("click", () => { this.set(alpha); this.redraw(); });
      return button;
    }));
  }

  // The nearest position of the slider, by ratio.
  set(alpha) {
    const distance = (other) => Math.abs(Math.log(other / alpha));
    const index = this.grid.reduce((best, other, i) => (distance(other) < distance(this.grid[best]) ? i : best), 0);
    this.value = this.grid[index];
    this.slider.value = index;
    this.slider.setAttribute("aria-valuetext", `α = ${this.value}`);
    this.output.textContent = this.value;
    for (const button of this.presets.children) {
      button.setAttribute("aria-pressed", String(Number(button.textContent) === this.value));
    }
    this.drawDensity();
  }

  drawDensity() {
    const heights = this.config.alphas[this.value];
    const step = WIDTH / (heights.length - 1);
    const points = heights.map((h, i) => `${(i * step).toFixed(1)},${(HEIGHT * (1 - h)).toFixed(1)}`).join("L");
    this.svg.querySelector(".density-line").setAttribute("d", `M${points}`);
    this.svg.querySelector(".density-area").setAttribute("d", `M0,${HEIGHT}L${points}L${WIDTH},${HEIGHT}Z`);
    this.svg.setAttribute("aria-label", t("alpha.density", { alpha: this.value }));
  }

  move(lambda) {
    const cursor = this.svg.querySelector(".density-cursor");
    cursor.setAttribute("x1", lambda * WIDTH);
    cursor.setAttribute("x2", lambda * WIDTH);
  }

  async drawNext() {
    if (this.drawn) this.seed.value = Number(this.seed.value) + 1;
    if (await this.redraw()) this.on.lambda(this.lambdas[0]);
  }

  // Draw the strip's λ for the present α and seed; false if the server refused them.
  async redraw() {
    const wanted = `${this.value}/${this.seed.value}`;
    this.wanted = wanted;
    const lambdas = await this.on.draw(this.value, this.seed.value);
    if (!lambdas || this.wanted !== wanted) return false;
    this.drawn = true;
    this.lambdas = lambdas;
    this.paint();
    this.on.change();
    return true;
  }

  // mixAt(blender, lambda): paints one mixed image; set by the view when its images change.
  paint(mixAt = this.mixAt) {
    this.mixAt = mixAt;
    if (!mixAt) return;
    while (this.strip.children.length < this.lambdas.length) this.strip.append(this.tile());
    [...this.strip.children].forEach((tile, i) => {
      mixAt(tile.blender, this.lambdas[i]);
      tile.lambda = this.lambdas[i];
      tile.lastElementChild.textContent = this.lambdas[i].toFixed(2);
      tile.setAttribute("aria-label", `λ = ${this.lambdas[i].toFixed(2)}`);
    });
  }

  tile() {
    const tile = Object.assign(document.createElement("button"), { type: "button", className: "tile" });
    const canvas = Object.assign(document.createElement("canvas"), { width: STRIP_SIZE, height: STRIP_SIZE });
    tile.append(canvas, document.createElement("span"));
    tile.blender = new Blender(canvas);
    tile.addEventListener("click", () => this.on.lambda(tile.lambda));
    return tile;
  }
}

export { STRIP_SIZE };
