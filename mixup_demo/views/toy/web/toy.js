// The Toy view: ERM and mixup trained side by side in two dimensions, from the first step.

import { MARKS } from "../../../page/web/answers.js";
import { CursorChart, loadPlotly } from "../../../page/web/charts.js";
import { Controls } from "../../../page/web/controls.js";
import { DataSets } from "./datasets.js";
import { Drawing } from "./drawing.js";
import { element } from "../../../page/web/dom.js";
import { GanPanel } from "./gan.js";
import { item, makeTable } from "../../../page/web/panel.js";
import { MapPicture } from "../../boundary/web/maps.js";
import { Bar } from "../../../page/web/progress.js";
import { Stream } from "../../../page/web/stream.js";
import { AlphaStrip } from "./toystrip.js";
import { ToyMaps } from "./toymaps.js";
import { MEASURES, Training } from "./training.js";
import { Transport } from "./transport.js";
import { t } from "../../../page/web/words.js";

const NARROW = 800; // px, of a window
const REST_MS = 150; // a training is asked for when the hand has rested so long

export class ToyView {
  constructor(root, shell) {
    Object.assign(this, { root, shell, config: shell.config });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    const { controls } = this.config;
    const refuse = (text) => shell.toast(text);
    this.controls = new Controls(this.find("toy-controls"), controls, "toy", this.own(), { change: () => this.askSoon(), refuse });
    this.progress = new Bar(this.find("toy-progress"));
    this.stream = new Stream(shell, "toy", "toy_stop");
    this.drawing = new Drawing(root, controls.points, this.own().points ?? "", {
      change: () => this.draw(),
      refuse,
    });
    this.dataSets = new DataSets(this.find("data-sets"), controls.dataset.options, this.config.toy, this.own().dataset ?? controls.dataset.default, () => this.choose());
    this.maps = new ToyMaps(root, this.config.toy, (point) => this.draws && this.drawing.add(point, this.config.toy.frame));
    this.picture = new MapPicture(this.find("toy-maps"), () => this.figure());
    this.transport = new Transport(this.find("toy-transport"), { go: (index) => this.go(index), say: (index) => this.say(index), more: () => this.more() });
    this.chart = new CursorChart(this.find("toy-chart"), (share) => this.pick(share));
    this.strip = new AlphaStrip(this.find("toy-strip"), shell, this.config.toy, (alpha) => { this.controls.set("toy_alpha", alpha); this.ask(); });
    this.gan = new GanPanel(root.querySelector("[data-id=gan]"), shell);
    this.wire();
  }

  wire() {
    this.find("toy-stop").addEventListener("click", () => this.stop());
    this.find("toy-reset").addEventListener("click", () => this.reset());
    this.find("toy-dots").addEventListener("change", (event) => this.maps.showDots(event.target.checked));
    this.root.querySelector("details[data-table=toy]").addEventListener("toggle", () => this.fillTable());
    this.find("toy-network").open = innerWidth > 1180;
  }

  // What the address says of this view.
  own() {
    return this.shell.url.view === "toy" ? this.shell.url : {};
  }

  async open() {
    loadPlotly(this.shell.base);
    this.relabel();
    this.drawing.open(this.draws);
    this.ask(this.own().at); // a long one keeps nothing waiting
    this.gan.openWhenSeen();
  }

  request() {
    return { dataset: this.dataSets.value, points: this.draws ? this.drawing.text : "", ...this.controls.values };
  }

  get draws() {
    return this.dataSets.value === "drawn";
  }

  choose() {
    this.drawing.open(this.draws);
    if (this.draws) this.draw();
    else this.ask();
  }

  // What is drawn has changed: it is trained on as soon as there are two classes.
  draw() {
    const points = this.drawing.points(this.config.toy.frame);
    this.transport.pause();
    this.maps.showDrawn(points);
    this.shell.settle();
    if (new Set(points.map((point) => point.label)).size > 1) this.askSoon();
  }

  askSoon() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.ask(), REST_MS);
  }

  // Train; at: the step that shall be shown, without one the training plays as it comes.
  async ask(at) {
    clearTimeout(this.asking);
    this.transport.pause();
    this.shell.settle();
    this.find("toy").toggleAttribute("data-stale", true);
    this.progress.show(0);
    const training = new Training();
    await this.run(training, (part) => this.receive(training, part, at));
  }

  // Go on where the training was stopped.
  more() {
    const { training } = this;
    if (training && !this.stream.running) this.run(training, (part) => this.receive(training, part), training.frames.length);
  }

  async run(training, part, start) {
    const columns = innerWidth < NARROW ? 2 : 3;
    if (!await this.stream.run({ ...this.request(), columns }, part, start)) return;
    this.progress.show(null);
    if (training.done) this.finish();
  }

  receive(training, part, at) {
    training.add(part);
    const first = this.training !== training;
    this.training = training;
    this.find("toy").removeAttribute("data-stale");
    this.progress.show(training.frames.length / training.recorded.length);
    this.find("toy-chart").style.height = `${part.figure.layout.height}px`;
    this.chart.draw(part.figure);
    if (first) {
      this.maps.begin(training);
      this.transport.index = 0;
    }
    this.transport.show(training.recorded.length, training.frames.length);
    if (at !== undefined) this.transport.go(training.indexOf(at));
    else if (first) this.begin();
  }

  // Play from the first step, unless the visitor wants no motion: then what is newest is shown.
  begin() {
    this.transport.index = 0;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.transport.follow();
    else this.transport.start();
  }

  // All frames are there.
  finish() {
    this.find("toy-says").replaceChildren(...this.training.says.map(item));
    this.find("toy-says-card").hidden = false;
    this.fillTable();
    this.strip.ask(this.request(), this.training);
    this.shell.showDevice(this.training);
  }

  // Both maps at the present step, to be saved.
  async figure() {
    const at = this.training?.recorded[this.transport.index];
    return (await this.shell.ask("draw_toy", { ...this.request(), at }))?.figure;
  }

  async stop() {
    this.transport.pause();
    this.progress.show(null);
    await this.stream.stop();
  }

  // One frame: all that depends on the step.
  go(index) {
    this.maps.go(index);
    this.chart.move(this.training.place(index));
    this.numbers(index);
    this.shell.settle();
  }

  say(index) {
    const { recorded } = this.training;
    return t("toy.at", { step: recorded[index].toLocaleString("en"), steps: recorded.at(-1).toLocaleString("en") });
  }

  pick(share) {
    this.transport.pause();
    this.transport.go(Math.round(share * (this.training.recorded.length - 1)));
  }

  // The table at the present step.
  numbers(index) {
    const body = this.find("toy-measures").tBodies[0];
    MEASURES.forEach((measure, row) => {
      MARKS.forEach((mark, column) => {
        body.rows[row].cells[column + 1].textContent = this.training.text(measure, mark, index);
      });
    });
    this.find("toy-measures").caption.textContent = this.say(index);
  }

  fillTable() {
    const details = this.root.querySelector("details[data-table=toy]");
    if (!details.open || !this.training) return;
    details.lastElementChild.replaceWith(makeTable(this.training.table()));
  }

  reset() {
    for (const [name, { control }] of Object.entries(this.controls.fields)) this.controls.set(name, control.default);
    this.dataSets.set(this.config.controls.dataset.default);
    this.choose();
  }

  state() {
    const at = this.transport.playing ? undefined : this.training?.recorded[this.transport.index];
    const points = this.draws ? this.drawing.text : undefined;
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
    this.rows();
    if (this.training?.done) this.finish();
  }

  // Heads of the table's rows.
  rows() {
    const rows = MEASURES.map((name) => {
      const help = element("button", { className: "help", type: "button", textContent: "?" });
      help.dataset.hint = `toy.${name}.help`;
      help.setAttribute("aria-label", t("help.label"));
      const head = element("th", { scope: "row" }, [`${t(`toy.${name}`)} `, help]);
      return element("tr", {}, [head, element("td"), element("td")]);
    });
    this.find("toy-measures").tBodies[0].replaceChildren(...rows);
    if (this.training) this.numbers(this.transport.index);
  }

  recolour() {
    this.dataSets.show();
    this.maps.recolour();
    this.strip.recolour();
    this.gan.recolour();
    this.chart.refresh();
  }
}
