// The Mix view: everything that depends on λ moves together, looked up and blended right here.

import { Alpha } from "./alpha.js";
import { Answers, tableOf } from "./answers.js";
import { Blender, pixelsFromBase64 } from "./blend.js";
import { CursorChart, loadPlotly } from "./charts.js";
import { Pictures } from "./pictures.js";
import * as state from "./state.js";
import { startTips } from "./tips.js";
import { className, choose, current, fill, inAll, resolveFigure, start, t } from "./words.js";

const SECONDS_PER_GLIDE = 4; // from one image to the other
const POINTS = 100; // of the grid of λ, less one

class MixView {
  // gradio: { element, props, server, upload } of the component.
  constructor(gradio, base, config) {
    Object.assign(this, { root: gradio.element, server: gradio.server, base, config });
    this.upload = gradio.upload;
    const controls = config.controls;
    this.url = state.read();
    this.lambda = within(controls.lam, this.url.lam);
    this.method = controls.method.options.includes(this.url.method) ? this.url.method : "mixup";
    this.device = config.devices.includes(this.url.device) ? this.url.device : "auto";
    this.find = (id) => this.root.querySelector(`[data-id=${id}]`);
    this.mixed = new Blender(this.find("mixed"));
    this.seen = new Blender(this.find("seen"));
    this.answers = new Answers(this.root);
    const pick = (lambda) => { this.stop(); this.setLambda(lambda); };
    this.charts = {
      path: new CursorChart(this.find("path-chart"), pick),
      gradient: new CursorChart(this.find("gradient-chart"), pick),
    };
    this.pictures = new Pictures(this.root, config, base, {
      change: (side) => this.ask(side),
      upload: (file, side) => this.send(file, side),
      problem: (text) => this.toast(text),
    });
    this.alpha = new Alpha(this.root, config, {
      change: () => this.settle(),
      lambda: (lambda) => this.setLambda(lambda),
      draw: (alpha, seed) => this.draw(alpha, seed),
    });
    this.wire();
  }

  wire() {
    this.slider = this.find("lambda");
    this.number = this.find("lambda-number");
    this.slider.addEventListener("input", () => { this.stop(); this.setLambda(Number(this.slider.value)); });
    this.number.addEventListener("change", () => this.typeLambda());
    this.find("play").addEventListener("click", () => (this.playing ? this.stop() : this.play()));
    for (const radio of this.root.querySelectorAll("[name=method]")) {
      radio.checked = radio.value === this.method;
      radio.addEventListener("change", () => { this.method = radio.value; this.ask("method"); });
    }
    const devices = this.find("device");
    devices.addEventListener("change", () => { this.device = devices.value; this.ask("device"); });
    this.find("language").addEventListener("click", () => this.switchLanguage());
    this.find("theme").addEventListener("click", () => document.body.classList.toggle("dark"));
    this.find("present").addEventListener("click", () => this.present());
    this.find("copy-link").addEventListener("click", () => this.copyLink());
    new MutationObserver(() => this.refreshCharts()).observe(document.body, { attributeFilter: ["class"] });
    for (const details of this.root.querySelectorAll("details[data-table]")) {
      details.addEventListener("toggle", () => this.fillTable(details));
    }
    startTips(this.root);
  }

  async open(opening) {
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
      if (payload.error) this.toast(payload.error[current()]);
      else await this.receive(payload);
    } catch {
      this.toast(t("problem.server"));
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
    this.settle();
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

  setLambda(lambda) {
    this.lambda = lambda;
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.settle();
  }

  typeLambda() {
    const value = Number(this.number.value);
    this.stop();
    if (this.number.value !== "" && value >= 0 && value <= 1) this.setLambda(value);
    else {
      this.toast(t("error.lambda", { value: this.number.value || "–" }));
      this.paint();
    }
  }

  // One frame: all that depends on λ.
  paint() {
    if (!this.payload) return;
    const { lambda } = this;
    const index = Math.round(lambda * POINTS);
    const applied = this.payload.boxes ? this.payload.lam[index] : lambda;
    this.blend(this.mixed, this.full(), lambda);
    this.blend(this.seen, this.inputs, lambda);
    this.answers.move(index);
    for (const chart of Object.values(this.charts)) chart.move(lambda);
    this.alpha.move(lambda);
    this.slider.value = lambda;
    if (document.activeElement !== this.number || this.playing) this.number.value = lambda.toFixed(2);
    this.find("weight-a").textContent = applied.toFixed(2);
    this.find("weight-b").textContent = (1 - applied).toFixed(2);
    this.describe(applied);
  }

  describe(applied) {
    const [a, b] = this.payload.labels.map((label) => className(this.config.classes[label]));
    const values = { lambda: applied.toFixed(2), a, b, share: Math.round(100 * applied), rest: Math.round(100 - 100 * applied) };
    this.slider.setAttribute("aria-valuetext", t("lambda.value", values));
    this.mixed.context.canvas.setAttribute("aria-label", t("mixed.label", values));
    const note = this.find("applied");
    note.hidden = !this.payload.boxes;
    if (this.payload.boxes) note.textContent = t("cutmix.applied", { wanted: this.lambda.toFixed(2), lambda: applied.toFixed(4) });
  }

  play() {
    this.playing = true;
    this.showPlaying();
    let last = performance.now();
    let direction = this.lambda >= 1 ? -1 : 1;
    const step = (now) => {
      if (!this.playing) return;
      this.lambda += (direction * (now - last)) / (1000 * SECONDS_PER_GLIDE);
      last = now;
      if (this.lambda >= 1 || this.lambda <= 0) {
        this.lambda = Math.min(1, Math.max(0, this.lambda));
        direction = -direction;
      }
      this.paint();
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  stop() {
    if (!this.playing) return;
    this.playing = false;
    this.showPlaying();
    this.setLambda(Math.round(this.lambda * POINTS) / POINTS);
  }

  showPlaying() {
    const button = this.find("play");
    button.classList.toggle("playing", Boolean(this.playing));
    button.setAttribute("aria-label", t(this.playing ? "play.pause" : "play.play"));
  }

  async draw(alpha, seed) {
    if (this.method === "cutmix" && this.payload && this.drawnSeed !== undefined && this.drawnSeed !== seed) this.ask("seed");
    this.drawnSeed = seed;
    const answer = await this.server.draw({ alpha, seed });
    if (answer.error) this.toast(answer.error[current()]);
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

  // The state goes to the URL when the hand rests: browsers limit how often it may change.
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => state.write(this.state()), 250);
  }

  state() {
    const { a, b } = this.pictures.sides;
    return {
      view: "mix", a: a.source?.photo, b: b.source?.photo, la: a.label, lb: b.label,
      lam: Number(this.lambda.toFixed(4)), alpha: this.alpha.value, seed: Number(this.alpha.seed.value),
      method: this.method, device: this.device === "auto" ? null : this.device, lang: current(),
    };
  }

  async copyLink() {
    const { a, b } = this.pictures.sides;
    const own = a.source?.upload || b.source?.upload;
    try {
      await navigator.clipboard.writeText(state.link(this.state()));
      this.toast(t(own ? "link.copied.own" : "link.copied"));
    } catch {
      state.write(this.state());
      this.toast(t("link.address"));
    }
  }

  switchLanguage() {
    choose(current() === "en" ? "ko" : "en");
    this.say();
    if (this.payload) this.show();
    this.alpha.set(this.alpha.value);
    this.refreshCharts();
  }

  // Everything with words that stays.
  say() {
    fill(this.root);
    this.find("language").textContent = t("language.other");
    this.showPlaying();
    this.find("device").replaceChildren(...this.config.devices.map((name) => new Option(t(`device.${name}`), name)));
    this.find("device").value = this.device;
    document.title = t("page.title");
  }

  refreshCharts() {
    for (const chart of Object.values(this.charts)) chart.refresh();
  }

  fillTable(details) {
    if (!details.open || !this.payload) return;
    const figure = this.payload.figures[details.dataset.table];
    const table = tableOf(figure, resolveFigure(figure, getComputedStyle(document.body)));
    details.lastElementChild.replaceChildren(table);
  }

  present() {
    const on = document.body.classList.toggle("present");
    this.find("present").setAttribute("aria-pressed", String(on));
    dispatchEvent(new Event("resize"));
  }

  toast(text) {
    const toast = this.find("toast");
    toast.textContent = text;
    toast.classList.add("shown");
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => toast.classList.remove("shown"), 8000);
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
