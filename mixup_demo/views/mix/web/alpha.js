// α: the density of Beta(α, α), presets, draws of λ, and the strip of images mixed with them.

import { Blender } from "../../../page/web/blend.js";
import { element, finder, select } from "../../../page/web/dom.js";
import { latest, OVERTAKEN } from "../../../page/web/latest.js";
import { allows, after } from "../../../page/web/state.js";
import { t } from "../../../page/web/words.js";

/** @import { Area } from "../../../page/web/blend.js" */
/** @import { Config, NumberControl } from "../../../page/web/contract.js" */

/** @import { Drawn } from "./types.js" */

/** @typedef {(blender: Blender, lambda: number, box: number[] | null, grid: Area) => void} MixAt paints one mixed image */
/** @typedef {{ node: HTMLButtonElement, blender: Blender, said: HTMLElement, lambda: number }} Tile */

const WIDTH = 300; // the density's viewBox
const HEIGHT = 80;

export class Alpha {
  drawn = false;
  /** @type {Drawn} */
  last = { lam: [], applied: [], boxes: null, grid: { width: 1, height: 1 } };
  /** @type {Tile[]} */
  tiles = [];
  /** @type {MixAt | undefined} */
  mixAt;
  /** @type {Area} */
  size = { width: 0, height: 0 };

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {number} value
   * @param {number} seed
   * @param {object} on
   * @param {() => void} on.change α has come to rest
   * @param {(alpha: number, seed: number) => Promise<Drawn | null>} on.draw
   * @param {(value: number) => void} on.lambda one of the drawn λ is chosen
   * @param {(sentence: string) => void} on.refuse a typed seed
   */
  constructor(root, config, value, seed, on) {
    this.alphas = config.alphas;
    this.control = /** @type {NumberControl} */ (config.controls.alpha);
    this.value = value;
    this.on = on;
    this.grid = Object.keys(config.alphas).map(Number).sort((a, b) => a - b);
    const find = finder(root);
    this.slider = find("alpha", HTMLInputElement);
    this.output = find("alpha-value");
    this.svg = find("density", SVGSVGElement);
    this.line = select(this.svg, ".density-line", SVGPathElement);
    this.area = select(this.svg, ".density-area", SVGPathElement);
    this.cursor = select(this.svg, ".density-cursor", SVGLineElement);
    this.seeds = /** @type {NumberControl} */ (config.controls.seed);
    this.seedInput = find("seed", HTMLInputElement);
    this.seed = seed;
    this.strip = find("strip");
    this.strip.style.setProperty("--count", String(config.strip));
    Object.assign(this.slider, { min: "0", max: String(this.grid.length - 1), step: "1" });
    Object.assign(this.seedInput, { min: String(this.seeds.minimum), max: String(this.seeds.maximum), step: String(this.seeds.step) });
    this.showSeed();
    this.slider.addEventListener("input", () => this.set(this.grid[this.slider.valueAsNumber]));
    this.slider.addEventListener("change", () => this.redraw());
    this.seedInput.addEventListener("change", () => this.typeSeed());
    find("draw").addEventListener("click", () => this.drawNext());
    this.presets = this.makePresets();
    find("alpha-presets").replaceChildren(...this.presets.map(({ node }) => node));
    this.request = latest(on.draw);
  }

  makePresets() {
    return this.control.presets.map((alpha) => {
      const node = element("button", { type: "button", textContent: String(alpha) });
      node.addEventListener("click", () => { this.set(alpha); this.redraw(); });
      return { alpha, node };
    });
  }

  showSeed() {
    this.seedInput.value = String(this.seed);
  }

  // What the control does not allow gives way to the seed before.
  typeSeed() {
    const { minimum, maximum, error } = this.seeds;
    const { value, valueAsNumber: typed } = this.seedInput;
    if (allows(this.seeds, typed)) {
      this.seed = typed;
      this.redraw();
    } else this.on.refuse(t(error, { value: value || "–", minimum, maximum }));
    this.showSeed();
  }

  /** @param {number} alpha of which the nearest position of the slider, by ratio, is taken */
  set(alpha) {
    const distance = (/** @type {number} */ other) => Math.abs(Math.log(other / alpha));
    const index = this.grid.reduce((best, other, i) => (distance(other) < distance(this.grid[best]) ? i : best), 0);
    this.value = this.grid[index];
    this.slider.value = String(index);
    this.slider.setAttribute("aria-valuetext", `α = ${this.value}`);
    this.output.textContent = String(this.value);
    for (const preset of this.presets) preset.node.setAttribute("aria-pressed", String(preset.alpha === this.value));
    this.drawDensity();
  }

  drawDensity() {
    const heights = this.alphas[this.value];
    const step = WIDTH / (heights.length - 1);
    const points = heights.map((h, i) => `${(i * step).toFixed(1)},${(HEIGHT * (1 - h)).toFixed(1)}`).join("L");
    this.line.setAttribute("d", `M${points}`);
    this.area.setAttribute("d", `M0,${HEIGHT}L${points}L${WIDTH},${HEIGHT}Z`);
    this.svg.setAttribute("aria-label", t("alpha.density", { alpha: this.value }));
  }

  /** @param {number} lambda at which the cursor stands */
  move(lambda) {
    this.cursor.setAttribute("x1", String(lambda * WIDTH));
    this.cursor.setAttribute("x2", String(lambda * WIDTH));
  }

  async drawNext() {
    if (this.drawn) this.seed = after(this.seeds, this.seed);
    this.showSeed();
    if (await this.redraw()) this.on.lambda(this.last.applied[0]);
  }

  // Draw the strip's λ for the present α and seed; false if the server refused them.
  async redraw() {
    const drawn = await this.request(this.value, this.seed);
    if (drawn === OVERTAKEN || !drawn) return false;
    this.drawn = true;
    this.last = drawn;
    this.paint();
    this.on.change();
    return true;
  }

  /**
   * Other images are mixed from now on.
   * @param {Area} size of a mixed image
   * @param {MixAt} mixAt
   */
  show(size, mixAt) {
    this.size = size;
    this.mixAt = mixAt;
    this.paint();
  }

  paint() {
    const { mixAt, last } = this;
    if (!mixAt) return;
    while (this.tiles.length < last.applied.length) this.tiles.push(this.addTile());
    last.applied.forEach((lambda, i) => {
      const tile = this.tiles[i];
      tile.blender.resize(this.size);
      mixAt(tile.blender, lambda, last.boxes && last.boxes[i], last.grid);
      tile.lambda = lambda;
      tile.said.textContent = lambda.toFixed(2);
      tile.node.setAttribute("aria-label", `λ = ${lambda.toFixed(2)}`);
    });
  }

  addTile() {
    const canvas = element("canvas");
    const said = element("span");
    const node = element("button", { type: "button", className: "tile" }, [canvas, said]);
    const tile = { node, said, blender: new Blender(canvas), lambda: 0 };
    node.addEventListener("click", () => this.on.lambda(tile.lambda));
    this.strip.append(node);
    return tile;
  }
}
