// The Mix view: everything that depends on λ moves together, looked up and blended right here.

import { Alpha } from "./alpha.js";
import { Answers, chartTable } from "./answers.js";
import { Compact } from "./compact.js";
import { Family } from "./family.js";
import { Said } from "./said.js";
import { Blender, pixelsFromBase64, pixelsOf, shownSize } from "../../../page/web/blend.js";
import { Calibration } from "../../../page/web/calibration.js";
import { Compare, shortNames, vocabulary } from "../../../page/web/compare.js";
import { CursorChart } from "../../../page/web/cursorchart.js";
import { element, finder, select } from "../../../page/web/dom.js";
import { LambdaControl } from "./lambda.js";
import { MixedSave } from "./mixedsave.js";
import { Pictures } from "../../../page/web/pictures.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { SweepStages } from "./stages.js";
import { className, resolveFigure, t } from "../../../page/web/words.js";

/** @import { Area, Pixels } from "../../../page/web/blend.js" */
/** @import { ChoiceControl, NumberControl } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { SweepPayload, SweepRequest } from "./types.js" */

/** @typedef {{ a: Pixels, b: Pixels }} Two */

const LEADERS = ["c", "d"]; // whose colours classes have that lead somewhere
const TILE = 128; // longer side of the strip's images, in pixels

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new MixView(root, shell);

class MixView {
  /** @type {SweepPayload | undefined} */
  payload;
  /** @type {Two | undefined} as the models see them */
  inputs;
  /** @type {Area} of the pictures as the models see them */
  inputSize = { width: 1, height: 1 };
  /** @type {number | undefined} */
  frame;
  /** @type {number | undefined} */
  drawnSeed;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    const { config, url } = shell;
    this.root = root;
    this.shell = shell;
    this.config = config;
    const number = (/** @type {string} */ name) => Number(url[name] ?? config.controls[name].default);
    this.method = String(url.method ?? config.controls.method.default);
    this.find = finder(root);
    this.box = this.find("mix");
    this.mixed = new Blender(this.find("mixed", HTMLCanvasElement));
    this.seen = new Blender(this.find("seen", HTMLCanvasElement));
    this.tables = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll("details[data-table]"));
    this.answers = new Answers(root, config.marks, config.room);
    this.compact = new Compact(this.find("compact"), config.marks);
    this.said = new Said(root);
    this.family = new Family(root, config, (alpha) => { this.alpha.set(alpha); this.alpha.redraw(); });
    const pick = (/** @type {number} */ lambda) => this.lambda.set(lambda);
    this.lambda = new LambdaControl(root, /** @type {NumberControl} */ (config.controls.lam), number("lam"), config.grid, {
      change: () => this.change(),
      refuse: (sentence) => shell.toast(sentence),
    });
    this.charts = {
      path: new CursorChart(this.find("path-chart"), pick),
      gradient: new CursorChart(this.find("gradient-chart"), pick),
    };
    const others = () => { this.ask(); shell.settle(); };
    this.compare = new Compare(root, config, url.pair, others);
    this.calibration = new Calibration(root, config, /** @type {string | undefined} */ (url.calibration), others);
    this.alpha = new Alpha(root, config, number("alpha"), number("seed"), {
      change: () => this.changeAlpha(),
      lambda: pick,
      draw: (alpha, seed) => this.draw(alpha, seed),
    });
    this.pictures = new Pictures(root, shell, config.pairs, { change: () => this.ask(), pair: () => this.pair() });
    this.stages = new SweepStages(root, shell);
    this.save = new MixedSave(this.find("mixed").parentElement ?? root, this.find("mixed", HTMLCanvasElement), shell, () => this.request());
    this.wire();
  }

  wire() {
    const { options } = /** @type {ChoiceControl} */ (this.config.controls.method);
    for (const value of options) {
      const radio = select(this.root, `[name=method][value=${value}]`, HTMLInputElement);
      radio.checked = value === this.method;
      radio.addEventListener("change", () => this.mixWith(value));
    }
    this.showMethod();
    for (const details of this.tables) details.addEventListener("toggle", () => this.fillTable(details));
    this.mixed.resize(this.pictures.size); // so that nothing moves when the first answer comes
    const [height, width] = vocabulary(this.config, this.pair()).size;
    this.seen.resize({ width, height });
  }

  /** @param {string} method */
  mixWith(method) {
    this.method = method;
    this.showMethod();
    this.ask();
    this.alpha.redraw();
  }

  // The formula of the method, and what is drawn by it.
  showMethod() {
    const formulas = /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-formula]"));
    for (const formula of formulas) formula.hidden = formula.dataset.formula !== this.method;
    this.find("strip-hint").textContent = t(`strip.hint.${this.method}`);
  }

  async open() {
    this.lambda.say();
    this.alpha.set(this.alpha.value);
    loadPlotly(this.shell.base);
    await this.pictures.fit();
    const opening = this.opening();
    if (opening) {
      this.stages.asked = this.request();
      await this.receive(opening);
    } else await this.ask();
    await this.alpha.redraw();
  }

  // The answer that came with the page, where it is the one to what is asked.
  opening() {
    const { controls, pairs } = this.config;
    const asked = this.request();
    const usual = /** @type {const} */ (["method", "pair", "calibration", "device"]).every((name) => asked[name] === controls[name].default);
    const value = /** @type {Partial<SweepPayload> | null} */ (this.shell.value);
    return usual && this.pictures.are(pairs[0]) && value?.answers ? /** @type {SweepPayload} */ (value) : null;
  }

  pair() {
    return this.compare.pair(this.alpha.value);
  }

  /** @returns {SweepRequest} */
  request() {
    const { seed } = this.alpha;
    const pair = this.pair();
    return {
      ...this.pictures.request, pair, calibration: this.calibration.of(pair), method: this.method, device: this.shell.device,
      ...(this.method === "cutmix" && { seed }), // it places the box
    };
  }

  // Ask the server for all that depends on λ: once, or coarse to fine where the models are large.
  // Done with the first stage, which can be used.
  ask() {
    this.box.setAttribute("aria-busy", "true");
    const prepare = async () => {
      await this.compare.ready(this.shell.fetching);
      await this.pictures.fit();
      return this.request();
    };
    return /** @type {Promise<void>} */ (new Promise((resolve) => {
      const answered = this.stages.ask(prepare, async (payload) => {
        this.box.removeAttribute("data-stale");
        await this.receive(payload);
        this.box.removeAttribute("aria-busy");
        resolve();
      });
      answered.then((well) => { if (well === false) this.refuse(); resolve(); });
    }));
  }

  // The answers are of older pictures.
  refuse() {
    this.pictures.forget();
    this.box.setAttribute("data-stale", "");
    this.box.removeAttribute("aria-busy");
  }

  // The points of λ that are there, less one.
  get grid() {
    return (this.payload?.lam.length ?? this.config.grid + 1) - 1;
  }

  /** @param {SweepPayload} payload */
  async receive(payload) {
    const [height, width] = payload.input_size;
    this.payload = payload;
    this.inputSize = { width, height };
    const { inputs } = payload;
    if (inputs) this.inputs = { a: pixelsFromBase64(inputs.a), b: pixelsFromBase64(inputs.b) };
    this.seen.resize(this.inputSize);
    this.mixed.canvas.style.removeProperty("background"); // what stood there before any script
    this.show();
    const { path, gradient } = payload.figures;
    const drawn = [this.charts.path.draw(path), ...(gradient ? [this.charts.gradient.draw(gradient)] : [])];
    select(this.root, ".gradient", HTMLElement).toggleAttribute("data-waiting", !gradient);
    const tile = shownSize(payload.input_size, TILE);
    const { a, b } = this.pictures.sides;
    const [smallA, smallB] = [a, b].map(({ canvas }) => pixelsOf(canvas, tile.width, tile.height));
    this.alpha.show(tile, (blender, lambda, box) => {
      if (box) blender.cutmix(smallA, smallB, box, this.inputSize);
      else blender.mixup(smallA, smallB, lambda);
    });
    this.shell.settle();
    await Promise.all(drawn);
  }

  // Everything with words that depends on the answer.
  show() {
    const { payload } = this;
    if (!payload) return;
    this.answers.show(payload, this.config.cards);
    this.compare.show(payload.models.map(({ name }) => name));
    this.calibration.show(payload);
    this.compact.show(this.names(payload));
    this.family.show(this.compare, this.pair(), this.alpha.value);
    this.pictures.showLabels(this.config.class_lists[payload.class_list], payload.labels, payload.guessed);
    const [a, b] = this.classes(payload);
    this.showLeaders(payload);
    this.find("legend-a").textContent = a;
    this.find("legend-b").textContent = b;
    this.charts.path.names = { [t("chart.a")]: `A: ${a}`, [t("chart.b")]: `B: ${b}` };
    this.seen.canvas.setAttribute("aria-label", t("seen.label", { ...this.inputSize }));
    this.shell.showDevice(payload);
    for (const details of this.tables) this.fillTable(details);
    this.paint();
  }

  /**
   * Of many classes, those that lead somewhere have areas of their own.
   * @param {SweepPayload} payload
   */
  showLeaders({ class_list: list, leaders }) {
    for (const node of this.root.querySelectorAll("[data-leader]")) node.remove();
    const items = leaders.map((index, i) => element("li", {}, [
      element("i", { className: `key key-${LEADERS[i]}` }), element("span", { textContent: className(this.config.class_lists[list][index]) }),
    ]));
    for (const item of items) item.dataset.leader = "";
    this.find("legend-others").before(...items);
  }

  /**
   * Names of the pictures' classes.
   * @param {SweepPayload} payload
   */
  classes({ class_list: list, labels }) {
    return labels.map((label) => className(this.config.class_lists[list][label]));
  }

  /** @param {SweepPayload} payload */
  names({ models }) {
    return shortNames(models.map(({ name }) => name));
  }

  /**
   * @param {Blender} blender
   * @param {Pixels} a
   * @param {Pixels} b
   * @param {number} lambda
   */
  blend(blender, a, b, lambda) {
    const boxes = this.payload?.boxes;
    if (boxes) blender.cutmix(a, b, boxes[Math.round(lambda * this.grid)], this.inputSize);
    else blender.mixup(a, b, lambda);
  }

  // α has come to rest: other models may answer now, those trained with the nearest α.
  changeAlpha() {
    if (this.payload && this.pair() !== this.stages.asked?.pair) this.ask();
    this.family.show(this.compare, this.pair(), this.alpha.value);
    this.shell.settle();
  }

  // λ has changed: paint it with the next frame.
  change() {
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.shell.settle();
  }

  // One frame: all that depends on λ.
  paint() {
    if (!this.payload || !this.inputs) return;
    const lambda = this.lambda.value;
    const index = Math.round(lambda * this.grid);
    const applied = this.payload.boxes ? this.payload.lam[index] : lambda;
    this.paintFull(lambda);
    this.blend(this.seen, this.inputs.a, this.inputs.b, lambda);
    const classes = this.config.class_lists[this.payload.class_list];
    this.answers.move(index, classes);
    this.compact.move(this.payload, index, classes);
    for (const chart of Object.values(this.charts)) chart.move(lambda);
    this.alpha.move(lambda);
    this.lambda.show();
    this.find("weight-a").textContent = applied.toFixed(2);
    this.find("weight-b").textContent = (1 - applied).toFixed(2);
    this.describe(this.payload, applied, index);
  }

  /** @param {number} lambda */
  paintFull(lambda) {
    const { a, b } = this.pictures.sides;
    if (a.pixels.length !== b.pixels.length) return; // one of them is being taken in another shape
    this.mixed.resize(a.canvas);
    this.blend(this.mixed, a.pixels, b.pixels, lambda);
  }

  /**
   * @param {SweepPayload} payload
   * @param {number} applied
   * @param {number} index
   */
  describe(payload, applied, index) {
    const [a, b] = this.classes(payload);
    const classes = this.config.class_lists[payload.class_list];
    this.said.say(payload, { applied, index }, { models: this.names(payload), pictures: [a, b], classes });
    const values = { lambda: applied.toFixed(2), a, b, share: Math.round(100 * applied), rest: Math.round(100 - 100 * applied) };
    this.lambda.slider.setAttribute("aria-valuetext", t("lambda.value", values));
    this.mixed.canvas.setAttribute("aria-label", t("mixed.label", values));
    const note = this.find("applied");
    note.hidden = !payload.boxes;
    if (payload.boxes) note.textContent = t("cutmix.applied", { wanted: this.lambda.value.toFixed(2), lambda: applied.toFixed(2) });
  }

  /**
   * @param {number} alpha
   * @param {number} seed
   */
  async draw(alpha, seed) {
    const { method } = this;
    if (method === "cutmix" && this.payload && this.drawnSeed !== undefined && this.drawnSeed !== seed) this.ask();
    this.drawnSeed = seed;
    return this.shell.ask("draw", { alpha, seed, method, pair: this.pair() });
  }

  state() {
    return {
      ...this.pictures.link, lam: Number(this.lambda.value.toFixed(4)), alpha: this.alpha.value, seed: this.alpha.seed,
      method: this.method, pair: this.compare.link, calibration: this.calibration.link(this.pair()),
    };
  }

  wake() {
    this.pictures.wake();
  }

  sleep() {
    if (this.lambda.playing) this.lambda.stop();
  }

  hasOwnPictures() {
    return this.pictures.hasOwn;
  }

  relabel() {
    this.save.say();
    this.lambda.say();
    this.showMethod();
    this.show();
    this.stages.relabel();
    this.alpha.drawDensity();
    this.recolour();
  }

  // Draw the charts again with the present words and colours.
  recolour() {
    this.compare.paint();
    for (const chart of Object.values(this.charts)) chart.refresh();
  }

  /** @param {HTMLDetailsElement} details whose table is made when it is open */
  fillTable(details) {
    if (!details.open || !this.payload) return;
    const name = /** @type {keyof SweepPayload["figures"]} */ (details.dataset.table);
    const drawn = this.payload.figures[name];
    if (!drawn) return;
    const figure = resolveFigure(drawn, getComputedStyle(document.body));
    details.lastElementChild?.replaceWith(chartTable(figure));
  }
}
