// The Mix view: everything that depends on λ moves together, looked up and blended right here.

import { Alpha } from "./alpha.js";
import { Answers, tableOf } from "./answers.js";
import { Blender, pixelsFromBase64 } from "./blend.js";
import { CursorChart, loadPlotly } from "./charts.js";
import { LambdaControl } from "./lambda.js";
import { Pictures } from "./pictures.js";
import * as state from "./state.js";
import { Shell } from "./shell.js";
import { className, current, inAll, resolveFigure, start, t } from "./words.js";

const POINTS = 100; // of the grid of λ, less one

class MixView {
  // gradio: { element, props, server, upload } of the component.
  constructor(gradio, base, config) {
    Object.assign(this, { root: gradio.element, server: gradio.server, base, config });
    this.upload = gradio.upload;
    const controls = config.controls;
    this.url = state.read();
    this.method = controls.method.options.includes(this.url.method) ? this.url.method : "mixup";
    this.device = config.devices.includes(this.url.device) ? this.url.device : "auto";
    this.find = (id) => this.root.querySelector(`[data-id=${id}]`);
    this.mixed = new Blender(this.find("mixed"));
    this.seen = new Blender(this.find("seen"));
    this.answers = new Answers(this.root);
    this.lambda = new LambdaControl(this.root, within(controls.lam, this.url.lam), POINTS, {
      change: () => this.change(),
      refuse: (sentence) => this.shell.toast(sentence),
    });
    const pick = (lambda) => this.lambda.set(lambda);
    this.charts = {
      path: new CursorChart(this.find("path-chart"), pick),
      gradient: new CursorChart(this.find("gradient-chart"), pick),
    };
    this.pictures = new Pictures(this.root, config, base, {
      change: (side) => this.ask(side),
      upload: (file, side) => this.send(file, side),
      problem: (text) => this.shell.toast(text),
    });
    this.alpha = new Alpha(this.root, config, {
      change: () => this.shell.settle(),
      lambda: (lambda) => this.lambda.set(lambda),
      draw: (alpha, seed) => this.draw(alpha, seed),
    });
    this.shell = new Shell(this.root, this);
    this.wire();
  }

  wire() {
    for (const radio of this.root.querySelectorAll("[name=method]")) {
      radio.checked = radio.value === this.method;
      radio.addEventListener("change", () => { this.method = radio.value; this.ask("method"); });
    }
    const devices = this.find("device");
    devices.addEventListener("change", () => { this.device = devices.value; this.ask("device"); });
    for (const details of this.root.querySelectorAll("details[data-table]")) {
      details.addEventListener("toggle", () => this.fillTable(details));
    }
  }

  async open(opening) {
    this.shell.say();
    this.say();
    this.alpha.set(within(this.config.controls.alpha, this.url.alpha));
    this.alpha.seed.value = within(this.config.controls.seed, this.url.seed);
    const known = (key, side) => (key in this.config.photos ? key : this.config.pairs[0][side]);
    const [a, b] = [known(this.url.a, 0), known(this.url.b, 1)];
    await Promise.all([this.pictures.setPhoto("a", a), this.pictures.setPhoto("b", b)]);
    for (const [side, name] of [["a", "la"], ["b", "lb"]]) {
      if (this.config.classes.includes(this.url[name])) this.pictures.sides[side].label = this.url[name];
    }
    const asked = this.request();
    const isOpening = asked.method === "mixup" && !asked.label_a && !asked.label_b
      && asked.device === "auto" && a === this.config.pairs[0][0] && b === this.config.pairs[0][1];
    loadPlotly(this.base);
    if (isOpening) await this.receive(opening);
    else await this.ask("link");
    await this.alpha.redraw();
    this.root.dataset.ready = "true";
  }

  request() {
    const { a, b } = this.pictures.sides;
    const seed = Number(this.alpha.seed.value);
    return {
      a: a.source, b: b.source, label_a: a.label, label_b: b.label,
      method: this.method, device: this.device, ...(this.method === "cutmix" && { seed }),
    };
  }

  // Ask the server once for all that depends on λ; an answer that was overtaken is dropped.
  async ask() {
    const asked = JSON.stringify(this.request());
    this.asked = asked;
    this.find("mix").setAttribute("aria-busy", "true");
    try {
      const payload = await this.server.ask(this.request());
      if (this.asked !== asked) return;
      this.find("mix").toggleAttribute("data-stale", Boolean(payload.error));
      if (payload.error) this.shell.toast(payload.error[current()]);
      else await this.receive(payload);
    } catch {
      this.find("mix").toggleAttribute("data-stale", true); // the answers are of older pictures
      this.shell.toast(t("problem.server"));
    } finally {
      if (this.asked === asked) this.find("mix").removeAttribute("aria-busy");
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
    this.answers.show(this.payload, this.config.models);
    this.pictures.showLabels(this.payload.labels);
    this.pictures.nameExamples();
    const [a, b] = this.payload.labels.map((index) => className(this.config.classes[index]));
    this.find("legend-a").textContent = a;
    this.find("legend-b").textContent = b;
    this.find("device-used").textContent = `${t(`device.${this.payload.device}`)} · ${this.payload.precision}`;
    for (const details of this.root.querySelectorAll("details[data-table]")) this.fillTable(details);
    this.paint();
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
    if (this.method === "cutmix" && this.payload && this.drawnSeed !== undefined && this.drawnSeed !== seed) this.ask("seed");
    this.drawnSeed = seed;
    const answer = await this.server.draw({ alpha, seed });
    if (answer.error) this.shell.toast(answer.error[current()]);
    return answer.lam;
  }

  async send(file, side) {
    const limit = this.config.upload_megabytes;
    if (file.size > limit * 2 ** 20) return { error: inAll("error.image.bytes", { value: (file.size / 2 ** 20).toFixed(1), limit }) };
    try {
      const { path } = await this.upload(file);
      return { path, ...await this.server.inspect({ upload: path, side: side.toUpperCase() }) };
    } catch {
      return { error: inAll("problem.upload") };
    }
  }

  state() {
    const { a, b } = this.pictures.sides;
    return {
      view: "mix", a: a.source?.photo, b: b.source?.photo, la: a.label, lb: b.label,
      lam: Number(this.lambda.value.toFixed(4)), alpha: this.alpha.value, seed: Number(this.alpha.seed.value),
      method: this.method, device: this.device === "auto" ? null : this.device, lang: current(),
    };
  }

  hasOwnPictures() {
    return Object.values(this.pictures.sides).some((side) => side.source?.upload);
  }

  // Everything with words that the shell does not know.
  say() {
    this.lambda.say();
    this.find("device").replaceChildren(...this.config.devices.map((name) => new Option(t(`device.${name}`), name)));
    this.find("device").value = this.device;
  }

  relabel() {
    this.say();
    if (this.payload) this.show();
    this.alpha.set(this.alpha.value);
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

// A number from the URL, or the control's default where there is none or a wrong one.
function within(control, value) {
  return value >= control.minimum && value <= control.maximum ? value : control.default;
}

export async function mount(gradio, base) {
  const config = await (await fetch(`${base}/config.json`)).json();
  start(config.texts, state.read().lang);
  const view = new MixView(gradio, base, config);
  await view.open(gradio.props.value);
}
