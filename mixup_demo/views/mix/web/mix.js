// The Mix view: everything that depends on λ moves together, looked up and blended right here.

import { Alpha } from "./alpha.js";
import { Answers, tableOf } from "../../../page/web/answers.js";
import { Blender, pixelsFromBase64 } from "../../../page/web/blend.js";
import { CursorChart, loadPlotly } from "../../../page/web/charts.js";
import { Compare } from "../../../page/web/compare.js";
import { LambdaControl } from "./lambda.js";
import { Pictures } from "../../../page/web/pictures.js";
import { className, current, resolveFigure, t } from "../../../page/web/words.js";

const POINTS = 100; // of the grid of λ, less one

export class MixView {
  // opening: the answer to the first example pair.
  constructor(root, shell, opening) {
    const { config, url } = shell;
    Object.assign(this, { root, shell, config, opening, server: shell.server });
    const from = (name) => url[name] ?? config.controls[name].default;
    this.method = from("method");
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.mixed = new Blender(this.find("mixed"));
    this.seen = new Blender(this.find("seen"));
    this.answers = new Answers(root);
    this.lambda = new LambdaControl(root, from("lam"), POINTS, {
      change: () => this.change(),
      refuse: (sentence) => shell.toast(sentence),
    });
    const pick = (lambda) => this.lambda.set(lambda);
    this.charts = {
      path: new CursorChart(this.find("path-chart"), pick),
      gradient: new CursorChart(this.find("gradient-chart"), pick),
    };
    this.pictures = new Pictures(root, config, shell.base, config.pairs, {
      change: () => this.ask(),
      upload: (file, side) => shell.send(file, side.toUpperCase()),
      problem: (text) => shell.toast(text),
    });
    this.compare = new Compare(root, config, url.pair, () => { this.ask(); shell.settle(); });
    this.alpha = new Alpha(root, config, from("alpha"), from("seed"), {
      change: () => this.changeAlpha(),
      lambda: (lambda) => this.lambda.set(lambda),
      draw: (alpha, seed) => this.draw(alpha, seed),
    });
    this.wire();
  }

  wire() {
    for (const radio of this.root.querySelectorAll("[name=method]")) {
      radio.checked = radio.value === this.method;
      radio.addEventListener("change", () => { this.method = radio.value; this.ask(); });
    }
    for (const details of this.root.querySelectorAll("details[data-table]")) {
      details.addEventListener("toggle", () => this.fillTable(details));
    }
  }

  async open() {
    const { url, device, base } = this.shell;
    this.lambda.say();
    this.alpha.set(this.alpha.value);
    const [first] = this.config.pairs;
    const known = (key, side) => (key in this.config.photos ? key : first[side]);
    const [a, b] = [known(url.a, 0), known(url.b, 1)];
    await Promise.all([this.pictures.setPhoto("a", a), this.pictures.setPhoto("b", b)]);
    for (const [side, name] of [["a", "la"], ["b", "lb"]]) {
      if (this.config.classes.includes(url[name])) this.pictures.sides[side].label = url[name];
    }
    const asked = this.request();
    const isOpening = asked.method === "mixup" && asked.pair === this.config.controls.pair.default
      && !asked.label_a && !asked.label_b && device === "auto" && a === first[0] && b === first[1];
    loadPlotly(base);
    this.asking = asked;
    if (isOpening) await this.receive(this.opening);
    else await this.ask();
    await this.alpha.redraw();
  }

  pair() {
    return this.compare.pair(this.alpha.value);
  }

  request() {
    const { a, b } = this.pictures.sides;
    const seed = Number(this.alpha.seed.value);
    return {
      a: a.source, b: b.source, label_a: a.label, label_b: b.label, pair: this.pair(),
      method: this.method, device: this.shell.device, ...(this.method === "cutmix" && { seed }),
    };
  }

  // Ask the server once for all that depends on λ; an answer that was overtaken is dropped.
  async ask() {
    const asking = this.request();
    this.asking = asking;
    this.find("mix").setAttribute("aria-busy", "true");
    try {
      const payload = await this.server.ask(asking);
      if (this.asking !== asking) return;
      this.find("mix").toggleAttribute("data-stale", Boolean(payload.error));
      if (payload.error) this.shell.toast(payload.error[current()]);
      else await this.receive(payload);
    } catch {
      this.find("mix").toggleAttribute("data-stale", true); // the answers are of older pictures
      this.shell.toast(t("problem.server"));
    } finally {
      if (this.asking === asking) this.find("mix").removeAttribute("aria-busy");
    }
  }

  async receive(payload) {
    this.payload = payload;
    this.inputs = { a: pixelsFromBase64(payload.inputs.a), b: pixelsFromBase64(payload.inputs.b) };
    this.grid = Math.sqrt(this.inputs.a.length / 4);
    this.show();
    const drawn = Object.entries(this.charts).map(([name, chart]) => chart.draw(payload.figures[name]));
    this.alpha.paint((blender, lambda) => this.blend(blender, this.smalls(), lambda));
    this.shell.settle();
    await Promise.all(drawn);
  }

  // Everything with words that depends on the answer.
  show() {
    this.answers.show(this.payload, this.config.cards);
    this.compare.show(Object.values(this.payload.models));
    this.find("family").textContent = this.family();
    this.pictures.showLabels(this.payload.labels);
    this.pictures.nameExamples();
    const [a, b] = this.payload.labels.map((index) => className(this.config.classes[index]));
    this.find("legend-a").textContent = a;
    this.find("legend-b").textContent = b;
    this.shell.showDevice(this.payload);
    for (const details of this.root.querySelectorAll("details[data-table]")) this.fillTable(details);
    this.paint();
  }

  // What α has to do with the models that answer.
  family() {
    const { chosen } = this.compare;
    if (!chosen) return t("alpha.family", { alpha: this.config.cards[this.payload.models.mixup].recipe.alpha });
    const [left, right] = chosen.map((model) => t(`model.${model}`));
    return t("compare.kept", { left, right });
  }

  full() {
    const { a, b } = this.pictures.sides;
    return { a: a.pixels, b: b.pixels };
  }

  smalls() {
    const { a, b } = this.pictures.sides;
    return { a: a.small, b: b.small };
  }

  blend(blender, { a, b }, lambda) {
    if (this.payload.boxes) blender.cutmix(a, b, this.payload.boxes[Math.round(lambda * POINTS)], this.grid);
    else blender.mixup(a, b, lambda);
  }

  // α has come to rest: other models may answer now, those trained with the nearest α.
  changeAlpha() {
    if (this.payload && this.pair() !== this.asking?.pair) this.ask();
    this.shell.settle();
  }

  // λ has changed: paint it with the next frame.
  change() {
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.shell.settle();
  }

  // One frame: all that depends on λ.
  paint() {
    if (!this.payload) return;
    const lambda = this.lambda.value;
    const index = Math.round(lambda * POINTS);
    const applied = this.payload.boxes ? this.payload.lam[index] : lambda;
    this.blend(this.mixed, this.full(), lambda);
    this.blend(this.seen, this.inputs, lambda);
    this.answers.move(index);
    for (const chart of Object.values(this.charts)) chart.move(lambda);
    this.alpha.move(lambda);
    this.lambda.show();
    this.find("weight-a").textContent = applied.toFixed(2);
    this.find("weight-b").textContent = (1 - applied).toFixed(2);
    this.describe(applied);
  }

  describe(applied) {
    const [a, b] = this.payload.labels.map((label) => className(this.config.classes[label]));
    const values = { lambda: applied.toFixed(2), a, b, share: Math.round(100 * applied), rest: Math.round(100 - 100 * applied) };
    this.lambda.slider.setAttribute("aria-valuetext", t("lambda.value", values));
    this.mixed.context.canvas.setAttribute("aria-label", t("mixed.label", values));
    const note = this.find("applied");
    note.hidden = !this.payload.boxes;
    if (this.payload.boxes) note.textContent = t("cutmix.applied", { wanted: this.lambda.value.toFixed(2), lambda: applied.toFixed(4) });
  }

  async draw(alpha, seed) {
    if (this.method === "cutmix" && this.payload && this.drawnSeed !== undefined && this.drawnSeed !== seed) this.ask();
    this.drawnSeed = seed;
    const answer = await this.server.draw({ alpha, seed });
    if (answer.error) this.shell.toast(answer.error[current()]);
    return answer.lam;
  }

  // Take two files as the pictures; used by the Boundary view for the line that was drawn there.
  async take(a, b) {
    await this.pictures.take("a", a);
    await this.pictures.take("b", b);
  }

  state() {
    const { a, b } = this.pictures.sides;
    return {
      a: a.source?.photo, b: b.source?.photo, la: a.label, lb: b.label,
      lam: Number(this.lambda.value.toFixed(4)), alpha: this.alpha.value, seed: Number(this.alpha.seed.value),
      method: this.method, pair: this.compare.chosen?.join(":"),
    };
  }

  hasOwnPictures() {
    return Object.values(this.pictures.sides).some((side) => side.source?.upload);
  }

  relabel() {
    this.lambda.say();
    if (this.payload) this.show();
    this.alpha.drawDensity();
    this.recolour();
  }

  // Draw the charts again with the present words and colours.
  recolour() {
    for (const chart of Object.values(this.charts)) chart.refresh();
  }

  fillTable(details) {
    if (!details.open || !this.payload) return;
    const figure = this.payload.figures[details.dataset.table];
    const table = tableOf(figure, resolveFigure(figure, getComputedStyle(document.body)));
    details.lastElementChild.replaceChildren(table);
  }
}
