// The live attack: one answer holds what the models say at every budget; the slider looks it up,
// frame by frame.

import { Attacked } from "./attacked.js";
import { pixelsOf } from "../../../page/web/blend.js";
import { Budgets, nearest } from "./budgets.js";
import { CursorChart } from "../../../page/web/charts.js";
import { ClassPicker } from "../../../page/web/classpicker.js";
import { Compare, shortNames, vocabulary } from "../../../page/web/compare.js";
import { element, finder, select } from "../../../page/web/dom.js";
import { latest, OVERTAKEN } from "../../../page/web/latest.js";
import { imageOf, onFile, showPixels, sizeFor, thumbnail } from "../../../page/web/photos.js";
import { current, t } from "../../../page/web/words.js";

/** @import { NumberControl, Sentences, Source } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { AttackPayload, AttackRequest } from "./types.js" */

const SIDE = "A"; // as the server's sentences name the picture

export class Attack {
  /** @type {Source | undefined} */
  source;
  /** @type {AttackPayload | undefined} */
  payload;
  /** @type {Budgets | undefined} */
  budgets;
  /** @type {Sentences | null} what is wrong with the file that was offered last */
  problem = null;
  /** @type {number | undefined} */
  frame;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    const { config, url } = shell;
    this.root = root;
    this.shell = shell;
    this.config = config;
    this.find = finder(root);
    const from = (/** @type {string} */ name) => String(url[name] ?? config.controls[name].default);
    this.settings = { attack: from("attack"), source: from("source"), epsilon: Number(from("epsilon")) };
    /** @type {string | null} */
    this.label = url.label ?? null;
    this.photo = this.find("attack-photo", HTMLCanvasElement);
    this.slider = this.find("epsilon", HTMLInputElement);
    this.control = /** @type {NumberControl} */ (config.controls.epsilon);
    this.picker = new ClassPicker(this.find("attack-label", HTMLSelectElement), {
      change: (name) => { this.label = name; this.ask(); },
      refuse: (sentence) => shell.toast(sentence),
    });
    this.compare = new Compare(root, config, url.pair, () => { this.ask(); shell.settle(); }, "compare.default");
    this.models = config.marks.map((mark) => new Attacked(mark));
    this.find("attacked").replaceChildren(...this.models.map(({ node }) => node));
    this.thumbs = Object.keys(config.photos).map((key) => this.makeThumb(key));
    this.find("attack-examples").replaceChildren(...this.thumbs.map(({ node }) => node));
    this.chart = new CursorChart(this.find("attack-chart"), (share) => this.pick(share));
    this.request = latest(() => this.send());
    this.wire();
  }

  wire() {
    const { minimum, maximum, step } = this.control;
    Object.assign(this.slider, { min: String(minimum), max: String(maximum), step: String(step) });
    this.slider.addEventListener("input", () => this.set(this.slider.valueAsNumber));
    for (const name of /** @type {const} */ (["attack", "source"])) {
      for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll(`[name=${name}]`))) {
        radio.checked = radio.value === this.settings[name];
        radio.addEventListener("change", () => { this.settings[name] = radio.value; this.ask(); });
      }
    }
    onFile(select(this.root, "input[type=file]", HTMLInputElement), (file) => this.take(file));
  }

  /** @param {string} key of a photo */
  makeThumb(key) {
    const image = element("img", { alt: "", width: 44, height: 44, src: thumbnail(this.shell, key) });
    const node = element("button", { type: "button", className: "thumb" }, [image]);
    node.dataset.photo = key;
    node.addEventListener("click", () => this.choose(key));
    return { key, node };
  }

  async open() {
    const { image: wanted } = this.shell.url;
    const known = wanted !== undefined && wanted in this.config.photos;
    this.source = { photo: known ? wanted : this.config.pairs[0][0] };
    await this.ask();
  }

  /** @param {string} key of a photo */
  async choose(key) {
    this.label = null;
    await this.show({ photo: key });
    await this.ask();
  }

  /** @param {File} file */
  async take(file) {
    this.root.setAttribute("aria-busy", "true");
    const answer = await this.shell.send(file, SIDE, this.pair());
    this.root.removeAttribute("aria-busy");
    this.problem = "error" in answer ? answer.error : null;
    this.sayProblem();
    if ("error" in answer) return;
    this.label = null;
    await this.show({ upload: answer.path });
    await this.ask();
  }

  sayProblem() {
    this.find("attack-problem").textContent = this.problem ? this.problem[current()] : "";
  }

  pair() {
    return this.compare.pair(Number(this.config.controls.alpha.default));
  }

  /** @param {Source} source whose picture is shown, in the shape that the models see */
  async show(source) {
    this.source = source;
    const size = sizeFor(this.shell, this.pair());
    const image = await imageOf(this.shell, source, SIDE, this.pair());
    if (image && this.source === source) showPixels(this.photo, pixelsOf(image, size.width, size.height), size);
  }

  // Show the picture again where it is not there yet, or the models see another shape.
  async fit() {
    const { width, height } = sizeFor(this.shell, this.pair());
    const fits = this.photo.width === width && this.photo.height === height;
    if (this.source && !fits) await this.show(this.source);
  }

  /** @returns {AttackRequest} */
  question() {
    const { classes } = vocabulary(this.config, this.pair());
    const label = this.label !== null && classes.includes(this.label) ? this.label : null;
    return { image: this.source, label, ...this.settings, pair: this.pair(), device: this.shell.device };
  }

  async send() {
    await this.fit();
    const asked = this.question();
    return { asked, answer: await this.shell.call("attack", asked) };
  }

  async ask() {
    this.root.setAttribute("aria-busy", "true");
    const sent = await this.request();
    if (sent === OVERTAKEN) return;
    this.root.removeAttribute("aria-busy");
    const payload = this.shell.take(sent.answer);
    if (payload) this.receive(payload, sent.asked);
  }

  /**
   * @param {AttackPayload} payload
   * @param {AttackRequest} asked
   */
  receive(payload, asked) {
    this.payload = payload;
    this.budgets?.end();
    this.budgets = new Budgets(payload, asked.epsilon, (epsilon) => this.fetchPixels(asked, epsilon), () => this.paint());
    this.say();
    this.chart.draw(payload.figure);
    this.shell.showDevice(payload);
    this.shell.settle();
  }

  /**
   * @param {AttackRequest} asked
   * @param {number} epsilon
   */
  async fetchPixels(asked, epsilon) {
    return (await this.shell.ask("attack_pixels", { ...asked, epsilon }))?.pixels ?? null;
  }

  // Everything with words that depends on the answer.
  say() {
    this.sayProblem();
    for (const { key, node } of this.thumbs) {
      node.title = this.config.photos[key].title[current()];
      node.setAttribute("aria-label", node.title);
      node.setAttribute("aria-pressed", String(key === this.source?.photo));
    }
    const { payload } = this;
    if (!payload) return;
    const names = payload.models.map(({ name }) => name);
    const words = shortNames(names);
    const classes = this.config.class_lists[payload.class_list];
    this.compare.show(names);
    this.picker.show(classes, classes[payload.labels[0]]);
    const photo = this.source?.photo;
    this.photo.setAttribute("aria-label", photo ? this.config.photos[photo].title[current()] : t("picture.own"));
    const [left, right] = words;
    this.find("attack-chart").setAttribute("aria-label", t("attack.alt", { left, right }));
    payload.models.forEach((model, i) => this.models[i].show(payload, model, words[i]));
    this.paint();
  }

  /** @param {number} share of the chart's axis */
  pick(share) {
    const { epsilons } = this.payload ?? { epsilons: [this.settings.epsilon] };
    const [first, last] = [epsilons[0], epsilons[epsilons.length - 1]];
    this.set(nearest(epsilons, first + share * (last - first)));
  }

  /** @param {number} epsilon */
  set(epsilon) {
    this.settings.epsilon = epsilon;
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.shell.settle();
  }

  paint() {
    const { payload } = this;
    if (!payload || !this.budgets) return;
    const { epsilons } = payload;
    const epsilon = nearest(epsilons, this.settings.epsilon);
    const index = epsilons.indexOf(epsilon);
    const pictures = this.budgets.at(epsilon); // until they are here, the last ones stay
    payload.models.forEach(({ key }, i) => {
      const model = this.models[i];
      if (pictures) {
        model.shown.show(pictures[key].shown);
        model.noise.show(pictures[key].perturbation);
      }
      payload.bars.forEach((row, k) => model.bars[k].show(row[key][index]));
    });
    this.slider.value = String(epsilon);
    const text = t("attack.epsilon", { epsilon });
    this.find("epsilon-value").textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
    const [first, last] = [epsilons[0], epsilons[epsilons.length - 1]];
    this.chart.move((epsilon - first) / (last - first || 1));
  }

  state() {
    return { image: this.source?.photo, label: this.label, pair: this.compare.link, ...this.settings };
  }

  // The words have changed; the answer has not.
  relabel() {
    this.say();
    this.chart.refresh();
  }

  recolour() {
    this.chart.refresh();
  }
}
