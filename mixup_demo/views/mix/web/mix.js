// The Mix view: two pictures, λ and α; both models are asked along the whole line between the
// pictures, and everything that depends on λ moves together.

import { Alpha } from "./alpha.js";
import { Answers } from "./answers.js";
import { Compact } from "./compact.js";
import { Family } from "./family.js";
import { Calibration } from "../../../page/web/calibration.js";
import { Compare, shortNames, vocabulary } from "../../../page/web/compare.js";
import { finder } from "../../../page/web/dom.js";
import { LambdaControl } from "./lambda.js";
import { Method } from "./method.js";
import { MixedSave } from "./mixedsave.js";
import { Moment } from "./moment.js";
import { PathCharts } from "./pathcharts.js";
import { Pictures } from "../../../page/web/pictures.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { SweepStages } from "./stages.js";
import { showStrip } from "./strip.js";
import { className } from "../../../page/web/words.js";

/** @import { ChoiceControl, NumberControl } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { SweepPayload, SweepRequest } from "./types.js" */

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new MixView(root, shell);

class MixView {
  /** @type {SweepPayload | undefined} */
  payload;
  /** @type {number | undefined} */
  frame;
  /** @type {number | undefined} */
  drawnSeed;
  questions = 0; // that have been asked

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    const { config, url } = shell;
    const find = finder(root);
    this.shell = shell;
    this.config = config;
    this.box = find("mix");
    const number = (/** @type {string} */ name) => Number(url[name] ?? config.controls[name].default);
    const pick = (/** @type {number} */ lambda) => this.lambda.set(lambda);
    const others = () => { shell.toasts.hide(); this.ask(); shell.settle(); };
    this.answers = new Answers(root, config.marks, config.room);
    this.compact = new Compact(find("compact"), config.marks);
    this.family = new Family(root, config, (alpha) => { this.alpha.set(alpha); this.alpha.redraw(); });
    this.lambda = new LambdaControl(root, /** @type {NumberControl} */ (config.controls.lam), number("lam"), config.grid, {
      change: () => this.change(),
      refuse: (sentence) => shell.toast(sentence),
    });
    this.charts = new PathCharts(root, config, pick);
    this.compare = new Compare(root, config, url.pair, others, { byMethod: true });
    this.calibration = new Calibration(root, config, /** @type {string | undefined} */ (url.calibration), others);
    this.alpha = new Alpha(root, config, number("alpha"), number("seed"), {
      change: () => this.changeAlpha(),
      lambda: pick,
      draw: (alpha, seed) => this.draw(alpha, seed),
      refuse: (sentence) => shell.toast(sentence),
    });
    this.pictures = new Pictures(root, shell, config.pairs, { change: () => this.ask(), pair: () => this.pair() });
    this.stages = new SweepStages(root, shell);
    const control = /** @type {ChoiceControl} */ (config.controls.method);
    this.method = new Method(root, control, String(url.method ?? control.default), () => { this.ask(); this.alpha.redraw(); });
    this.moment = new Moment(root, config, this);
    this.moment.prepare(this.pictures.size, vocabulary(config, this.pair()).size);
    const mixed = find("mixed", HTMLCanvasElement);
    this.save = new MixedSave(mixed.parentElement ?? root, mixed, shell, () => this.request());
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
    return this.pictures.fitted && usual && this.pictures.are(pairs[0]) && value?.answers ? /** @type {SweepPayload} */ (value) : null;
  }

  pair() {
    return this.compare.pair(this.alpha.value);
  }

  /** @returns {SweepRequest} */
  request() {
    const { alpha: { seed }, method: { value: method } } = this;
    const pair = this.pair();
    return {
      ...this.pictures.request, pair, calibration: this.calibration.of(pair), method, device: this.shell.device,
      ...(method === "cutmix" && { seed }), // it places the box
    };
  }

  // Ask the server for all that depends on λ: once, or coarse to fine where the models are large.
  // Done with the first stage, which can be used.
  ask() {
    this.box.setAttribute("aria-busy", "true");
    const question = (this.questions += 1);
    const prepare = async () => {
      await this.compare.ready(this.shell.fetching);
      await this.pictures.fit();
      return this.pictures.fitted ? this.request() : null;
    };
    return /** @type {Promise<void>} */ (new Promise((resolve) => {
      const answered = this.stages.ask(prepare, async (payload) => {
        this.box.removeAttribute("data-stale");
        await this.receive(payload);
        this.box.removeAttribute("aria-busy");
        resolve();
      });
      answered.then((well) => { if (well === false) this.refuse(); }, (error) => this.fail(error, question)).finally(resolve);
    }));
  }

  /**
   * An answer came that cannot be shown: the page waits no more, unless for that to a newer question, and the fault
   * is told where faults are looked for.
   * @param {unknown} error
   * @param {number} question
   */
  fail(error, question) {
    if (question === this.questions) {
      this.stages.end();
      this.refuse();
    }
    throw error;
  }

  // The answers are of older pictures.
  refuse() {
    this.pictures.forget();
    this.box.setAttribute("data-stale", "");
    this.box.removeAttribute("aria-busy");
  }

  /** @param {SweepPayload} payload */
  async receive(payload) {
    this.payload = payload;
    this.moment.take(payload);
    this.show();
    const drawn = this.charts.draw(payload);
    showStrip(this.alpha, this.pictures.sides, payload);
    this.shell.settle();
    await drawn;
  }

  // Everything with words that depends on the answer.
  show() {
    const { payload } = this;
    if (!payload) return;
    const list = this.config.class_lists[payload.class_list];
    const classes = payload.labels.map((label) => className(list[label]));
    const names = shortNames(payload.models.map(({ name }) => name));
    this.answers.show(payload, this.config.cards);
    this.compare.show(payload.models.map(({ name }) => name));
    this.calibration.show(payload);
    this.compact.show(names);
    this.family.show(this.compare, this.pair(), this.alpha.value);
    this.pictures.showLabels(list, payload.labels, payload.guessed);
    this.charts.say(payload, classes);
    this.moment.say(names, classes);
    this.shell.showDevice(payload);
    this.moment.paint();
  }

  // α has come to rest: other models may answer now, those trained with the nearest α.
  changeAlpha() {
    if (this.payload && this.pair() !== this.stages.asked?.pair) this.ask();
    this.family.show(this.compare, this.pair(), this.alpha.value);
    this.shell.settle();
  }

  // λ has changed: paint it with the next frame.
  change() {
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.moment.paint(); });
    this.shell.settle();
  }

  /**
   * @param {number} alpha
   * @param {number} seed
   */
  async draw(alpha, seed) {
    const { value: method } = this.method;
    if (method === "cutmix" && this.payload && this.drawnSeed !== undefined && this.drawnSeed !== seed) this.ask();
    this.drawnSeed = seed;
    const pair = this.pair();
    const [height, width] = vocabulary(this.config, pair).size;
    const drawn = await this.shell.ask("draw", { alpha, seed, method, pair });
    return drawn && { ...drawn, grid: { width, height } };
  }

  state() {
    return {
      ...this.pictures.link, lam: Number(this.lambda.value.toFixed(4)), alpha: this.alpha.value, seed: this.alpha.seed,
      method: this.method.value, pair: this.compare.link, calibration: this.calibration.link(this.pair()),
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
    this.method.say();
    this.show();
    this.stages.relabel();
    this.alpha.drawDensity();
    this.recolour();
  }

  // Draw the charts again with the present words and colours.
  recolour() {
    this.compare.paint();
    this.charts.refresh();
  }
}
