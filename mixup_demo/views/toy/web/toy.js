// The Toy view: models trained side by side in two dimensions, from the first step.

import { CursorChart, loadPlotly } from "../../../page/web/charts.js";
import { Controls } from "../../../page/web/controls.js";
import { finder, select } from "../../../page/web/dom.js";
import { MapPicture, keyLines } from "../../../page/web/mapfigures.js";
import { item } from "../../../page/web/panel.js";
import { Bar } from "../../../page/web/progress.js";
import { Stream } from "../../../page/web/stream.js";
import { makeHead, makeRows, makeTable, measureHead } from "../../../page/web/tables.js";
import { t } from "../../../page/web/words.js";
import { DataSets } from "./datasets.js";
import { Drawing } from "./drawing.js";
import { GanPanel } from "./gan.js";
import { ToyMaps } from "./toymaps.js";
import { AlphaStrip } from "./toystrip.js";
import { Training } from "./training.js";
import { Transport } from "./transport.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { ChoiceControl, LinkState, TextControl } from "../../../page/web/contract.js" */
/** @import { ToyConfig, ToyPayload } from "./types.js" */

const NARROW = 800; // px, of a window
const WIDE = 1180; // px
const COLUMNS = { narrow: 2, wide: 3 }; // of the curves' panels
const REST_MS = 150; // a training is asked for when the hand has rested so long

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new ToyView(root, shell);

class ToyView {
  /** @type {Training | undefined} */
  training;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  asking;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.root = root;
    this.shell = shell;
    this.toy = /** @type {ToyConfig} */ (shell.config.toy);
    this.find = finder(root);
    const { controls, marks } = shell.config;
    const points = /** @type {TextControl} */ (controls.points);
    this.dataset = /** @type {ChoiceControl} */ (controls.dataset);
    const own = this.own();
    const refuse = (/** @type {string} */ text) => shell.toast(text);
    this.controls = new Controls(this.find("toy-controls"), controls, "toy", own, { change: () => this.askSoon(), refuse });
    this.progress = new Bar(this.find("toy-progress"), "toy.training");
    this.stream = new Stream(shell, "toy", "toy_stop");
    this.drawing = new Drawing(root, points, this.toy.colours, String(own.points ?? ""), { change: () => this.draw(), refuse });
    const chosen = String(own.dataset ?? this.dataset.default);
    this.dataSets = new DataSets(this.find("data-sets"), this.dataset.options, this.toy, chosen, () => this.choose());
    this.maps = new ToyMaps(root, this.toy, marks, (place) => this.dataSets.drawn && this.drawing.add(place, this.toy.frame));
    this.picture = new MapPicture(this.find("toy-maps"), () => this.figure());
    this.transport = new Transport(this.find("toy-transport"), {
      go: (index) => this.go(index), say: (index) => this.say(index), more: () => this.more(),
    });
    this.chart = new CursorChart(this.find("toy-chart"), (share) => this.pick(share));
    this.strip = new AlphaStrip(this.find("toy-strip"), shell, this.toy, (alpha) => this.watch(alpha));
    this.gan = new GanPanel(this.find("gan"), shell);
    this.table = select(root, "details[data-table=toy]", HTMLDetailsElement);
    this.measures = this.find("toy-measures", HTMLTableElement);
    this.wire();
  }

  wire() {
    this.find("toy-stop").addEventListener("click", () => this.stop());
    this.find("toy-reset").addEventListener("click", () => this.reset());
    const dots = this.find("toy-dots", HTMLInputElement);
    dots.addEventListener("change", () => this.maps.showDots(dots.checked));
    this.table.addEventListener("toggle", () => this.fillTable());
    this.find("toy-network", HTMLDetailsElement).open = innerWidth > WIDE;
  }

  /**
   * What the address says of this view.
   * @returns {LinkState}
   */
  own() {
    return this.shell.url.view === "toy" ? this.shell.url : {};
  }

  async open() {
    loadPlotly(this.shell.base);
    this.relabel();
    this.drawing.open(this.dataSets.drawn);
    const { at } = this.own();
    this.ask(at === undefined ? undefined : Number(at)); // a long one keeps nothing waiting
    this.gan.openWhenSeen();
  }

  request() {
    return { dataset: this.dataSets.value, points: this.dataSets.drawn ? this.drawing.text : "", ...this.controls.values };
  }

  choose() {
    this.drawing.open(this.dataSets.drawn);
    if (this.dataSets.drawn) this.draw();
    else this.ask();
  }

  // What is drawn has changed: it is trained on as soon as there are two classes.
  draw() {
    const points = this.drawing.points(this.toy.frame);
    this.transport.pause();
    this.maps.showDrawn(points);
    this.shell.settle();
    if (new Set(points.map((point) => point.label)).size > 1) this.askSoon();
  }

  askSoon() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.ask(), REST_MS);
  }

  /**
   * Train.
   * @param {number} [at] the step that shall be shown; without one the training plays as it comes
   */
  async ask(at) {
    clearTimeout(this.asking);
    this.transport.pause();
    this.shell.settle();
    this.find("toy").toggleAttribute("data-stale", true);
    this.progress.show(0);
    let fresh = true;
    await this.run((part) => {
      if (fresh) this.begin(new Training(part));
      else this.training?.add(part);
      this.receive(part);
      if (at !== undefined) this.transport.go(this.training?.indexOf(at) ?? 0);
      else if (fresh) this.play();
      fresh = false;
    });
  }

  // Go on where the training was stopped.
  more() {
    const { training } = this;
    if (!training || this.stream.running) return;
    this.run((part) => { training.add(part); this.receive(part); }, training.frames.length);
  }

  /**
   * @param {(part: ToyPayload) => void} take what to do with each part
   * @param {number} [start] frame from which on they are wanted
   */
  async run(take, start) {
    const columns = innerWidth < NARROW ? COLUMNS.narrow : COLUMNS.wide;
    let done = false;
    /** @param {ToyPayload} part */
    const receive = (part) => { take(part); done = part.done; };
    if (!await this.stream.run({ ...this.request(), columns }, receive, start)) return;
    this.progress.show(null);
    if (done && this.training) this.finish(this.training);
  }

  /**
   * Show another training, from its first frame on.
   * @param {Training} training
   */
  begin(training) {
    this.training = training;
    this.find("toy").removeAttribute("data-stale");
    this.rows(training);
    this.maps.begin(training);
    this.transport.index = 0;
  }

  /** @param {ToyPayload} part that has been added to the training */
  receive({ figure }) {
    const { training } = this;
    if (!training) return;
    this.progress.show(training.progress);
    this.find("toy-chart").style.height = `${figure.layout.height}px`;
    this.chart.draw(figure);
    this.transport.show(training.recorded.length, training.frames.length);
  }

  // Play from the first step, unless the visitor wants no motion: then what is newest is shown.
  play() {
    this.transport.index = 0;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.transport.follow();
    else this.transport.start();
  }

  /**
   * All frames are there.
   * @param {Training} training
   */
  finish({ facts }) {
    this.find("toy-says").replaceChildren(...(facts.says ?? []).map(item));
    this.find("toy-says-card").hidden = false;
    this.fillTable();
    this.strip.ask(this.request(), facts.classes);
    this.shell.showDevice(facts);
  }

  // The maps at the present step, to be saved.
  async figure() {
    const at = this.training?.recorded[this.transport.index];
    return (await this.shell.ask("draw_toy", { ...this.request(), at }))?.figure;
  }

  async stop() {
    this.transport.pause();
    this.progress.show(null);
    await this.stream.stop();
  }

  /**
   * One frame: all that depends on the step.
   * @param {number} index
   */
  go(index) {
    if (!this.training) return;
    this.maps.go(index);
    this.chart.move(this.training.place(index));
    this.numbers(this.training, index);
    this.shell.settle();
  }

  /** @param {number} index of a frame */
  say(index) {
    const recorded = this.training?.recorded ?? [];
    return t("toy.at", { step: thousands(recorded[index]), steps: thousands(recorded[recorded.length - 1]) });
  }

  /** @param {number} share of the chart's axis */
  pick(share) {
    if (!this.training) return;
    this.transport.pause();
    this.transport.go(this.training.indexAt(share));
  }

  /**
   * The table of the present step, still without numbers.
   * @param {Training} training
   */
  rows({ facts, measures }) {
    const names = facts.models.map((model) => t(`model.${model}`));
    this.measures.tHead?.replaceChildren(makeHead([t("smoothness.measure"), ...names]));
    this.measures.tBodies[0].replaceChildren(...makeRows(measures.map((name) => [measureHead(`toy.${name}`), ...names.map(() => "")])));
  }

  /**
   * The numbers in it.
   * @param {Training} training
   * @param {number} index of the frame
   */
  numbers(training, index) {
    training.measures.forEach((measure, row) => {
      training.facts.models.forEach((model, column) => {
        this.measures.tBodies[0].rows[row].cells[column + 1].textContent = training.text(measure, model, index);
      });
    });
    if (this.measures.caption) this.measures.caption.textContent = this.say(index);
  }

  // The table behind the curves.
  fillTable() {
    if (!this.table.open || !this.training) return;
    this.table.lastElementChild?.replaceWith(makeTable(this.training.table()));
  }

  /** @param {number} alpha whose training shall be watched */
  watch(alpha) {
    this.controls.set("toy_alpha", alpha);
    this.ask();
  }

  reset() {
    for (const [name, { control }] of Object.entries(this.controls.fields)) this.controls.set(name, control.default);
    this.dataSets.set(this.dataset.default);
    this.choose();
  }

  state() {
    const at = this.transport.playing ? undefined : this.training?.recorded[this.transport.index];
    const points = this.dataSets.drawn ? this.drawing.text : undefined;
    return { dataset: this.dataSets.value, points, ...this.controls.changed, at, ...this.gan.state() };
  }

  hasOwnPictures() {
    return false;
  }

  relabel() {
    this.controls.relabel();
    this.dataSets.relabel();
    this.drawing.relabel();
    this.transport.relabel();
    this.maps.relabel();
    this.picture.tools.say();
    this.strip.relabel();
    this.gan.relabel();
    this.chart.refresh();
    keyLines(this.find("toy-chart-legend"), this.shell.config.marks, this.toy.models.map((model) => t(`model.${model}`)));
    if (this.training) {
      this.rows(this.training);
      this.numbers(this.training, this.transport.index);
    }
    if (this.training?.done) this.finish(this.training);
  }

  recolour() {
    this.dataSets.show();
    this.maps.recolour();
    this.strip.recolour();
    this.gan.recolour();
    this.chart.refresh();
  }
}

/** @param {number} value */
const thousands = (value) => value.toLocaleString("en");
