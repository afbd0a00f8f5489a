// The live attack: one answer holds what the models say at every budget; the slider looks it up,
// frame by frame.

import { Attacked } from "./attacked.js";
import { Budgets } from "./budgets.js";
import { CursorChart, nearest } from "../../../page/web/cursorchart.js";
import { SIDES } from "../../../page/web/choice.js";
import { Compare, shortNames } from "../../../page/web/compare.js";
import { element, finder, isShown, select } from "../../../page/web/dom.js";
import { latest, OVERTAKEN } from "../../../page/web/latest.js";
import { fits, thumbnail } from "../../../page/web/photos.js";
import { PictureCard } from "../../../page/web/picturecard.js";
import { Visitor } from "../../../page/web/stream.js";
import { classNotes, current, t } from "../../../page/web/words.js";

/** @import { NumberControl } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { AttackPayload, AttackRequest } from "./types.js" */

export class Attack {
  /** @type {AttackPayload | undefined} */
  payload;
  /** @type {Budgets | undefined} */
  budgets;
  visitor = new Visitor();
  asked = ""; // what the last question held of pictures and classes
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
    this.side = from("attacked");
    this.slider = this.find("epsilon", HTMLInputElement);
    this.control = /** @type {NumberControl} */ (config.controls.epsilon);
    const side = () => this.side;
    this.card = new PictureCard(this.find("attack-setup"), shell, { side, target: side, pair: () => this.pair() });
    this.compare = new Compare(root, config, url.pair, () => { shell.toasts.hide(); this.ask(); shell.settle(); }, { key: "compare.default" });
    this.models = config.marks.map((mark) => new Attacked(mark));
    this.find("attacked").replaceChildren(...this.models.map(({ node }) => node));
    this.thumbs = Object.keys(config.photos).map((key) => this.makeThumb(key));
    const examples = this.find("attack-examples");
    examples.replaceChildren(...this.thumbs.map(({ node }) => node));
    this.note = element("p", { className: "hint class-note" });
    examples.after(this.note);
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
    for (const side of SIDES) {
      const radio = select(this.root, `[name=attacked][value=${side}]`, HTMLInputElement);
      radio.checked = side === this.side;
      radio.addEventListener("change", () => { this.side = side; this.card.say(null); this.ask(); });
    }
    this.shell.choice.listen(() => isShown(this.root) && this.wake());
  }

  /** @param {string} key of a photo */
  makeThumb(key) {
    const image = element("img", { alt: "", width: 44, height: 44, src: thumbnail(this.shell, key) });
    const node = element("button", { type: "button", className: "thumb" }, [image]);
    node.dataset.photo = key;
    node.addEventListener("click", () => {
      this.card.free();
      this.shell.choice.set({ [this.side]: { photo: key } });
    });
    return { key, node };
  }

  // Ask where picture, class or device are no longer those of the last question.
  wake() {
    if (this.wanted !== this.asked) this.ask();
  }

  get wanted() {
    return JSON.stringify([this.card.source, this.card.label, this.shell.device]);
  }

  pair() {
    return this.compare.pair(Number(this.config.controls.alpha.default));
  }

  /**
   * @param {ReturnType<Visitor["sign"]>} turn
   * @returns {AttackRequest}
   */
  question(turn) {
    const { source: image, label } = this.card;
    return { image, label, ...this.settings, pair: this.pair(), device: this.shell.device, ...turn };
  }

  async send() {
    const turn = this.visitor.sign(); // before it waits: one that is prepared late ends no newer one
    this.asked = this.wanted;
    await this.compare.ready(this.shell.fetching);
    await this.card.fit();
    const asked = this.question(turn);
    return { asked, answer: await this.shell.call("attack", asked) };
  }

  async ask() {
    this.root.setAttribute("aria-busy", "true");
    const sent = await this.request();
    if (sent === OVERTAKEN) return;
    this.root.removeAttribute("aria-busy");
    const payload = this.shell.take(sent.answer);
    if (payload) this.receive(payload, sent.asked);
    if (!payload || !this.card.fitted) this.asked = ""; // it is asked again when the picture is chosen or shown again
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
    const { list, classes: known } = this.card.vocabulary;
    const fitting = this.thumbs.filter(({ key }) => fits(this.config, [key], list));
    this.note.textContent = [...(fitting.length ? [] : [t("examples.none")]), ...classNotes(known)].join(" ");
    this.note.hidden = !this.note.textContent;
    for (const { key, node } of this.thumbs) {
      node.hidden = !fitting.some((each) => each.key === key);
      node.title = this.config.photos[key].title[current()];
      node.setAttribute("aria-label", node.title);
      node.setAttribute("aria-pressed", String(key === this.card.source.photo));
    }
    const { payload } = this;
    if (!payload) return;
    const names = payload.models.map(({ name }) => name);
    const words = shortNames(names);
    const classes = this.config.class_lists[payload.class_list];
    this.compare.show(names);
    this.card.show(classes, payload.labels[0], payload.guessed[0]);
    this.card.canvas.setAttribute("aria-label", `${t(`picture.${this.side}.label`)}: ${this.card.title}`);
    const [left, right] = words;
    this.find("attack-chart").setAttribute("aria-label", t("attack.alt", { left, right }));
    payload.models.forEach((model, i) => this.models[i].show(payload, model, words[i]));
    this.paint();
  }

  /** @param {number} share of the chart's axis */
  pick(share) {
    const { epsilons } = this.payload ?? { epsilons: [this.settings.epsilon] };
    const [first, last] = [epsilons[0], epsilons[epsilons.length - 1]];
    this.set(epsilons[nearest(epsilons, first + share * (last - first))]);
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
    const index = nearest(epsilons, this.settings.epsilon);
    const epsilon = epsilons[index];
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
    const { choice } = this.shell;
    return { ...choice.link([this.side], this.card.vocabulary.list), attacked: this.side, pair: this.compare.link, ...this.settings };
  }

  // The words have changed; the answer has not.
  relabel() {
    this.say();
    this.chart.refresh();
  }

  recolour() {
    this.compare.paint();
    this.chart.refresh();
  }
}
