// The live attack: one answer holds every budget; the slider looks it up, frame by frame.

import { Blender, pixelsFromBase64, pixelsOf } from "../../../page/web/blend.js";
import { CursorChart } from "../../../page/web/charts.js";
import { element } from "../../../page/web/dom.js";
import { className, current, t } from "../../../page/web/words.js";

const MODELS = ["erm", "mixup"];
const SIZE = 512;
const percent = (share) => `${Math.round(100 * share)} %`;

export class Attack {
  // before: the Attack that this one takes the place of, whose state and answer it takes over.
  constructor(root, shell, before) {
    Object.assign(this, { root, shell, config: shell.config });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    const from = (name) => shell.url[name] ?? shell.config.controls[name].default;
    this.settings = before?.settings ?? { attack: from("attack"), source: from("source"), epsilon: from("epsilon") };
    this.label = before ? before.label : shell.url.label;
    Object.assign(this, { image: before?.image, source: before?.source, payload: before?.payload });
    this.photo = new Blender(this.find("attack-photo"));
    this.slider = this.find("epsilon");
    this.last = Number(this.slider.max);
    this.slider.value = this.settings.epsilon;
    this.models = Object.fromEntries(MODELS.map((model) => [model, this.makeModel(model)]));
    this.chart = new CursorChart(this.find("attack-chart"), (share) => this.set(Math.round(share * this.last)));
    this.wire();
  }

  makeModel(name) {
    const card = this.root.querySelector(`[data-model=${name}]`);
    return {
      card, shown: new Blender(card.querySelector(".shown")), noise: new Blender(card.querySelector(".noise")),
      bars: card.querySelector(".bars"), falls: card.querySelector(".falls"),
    };
  }

  wire() {
    this.slider.addEventListener("input", () => this.set(Number(this.slider.value)));
    for (const name of ["attack", "source"]) {
      for (const radio of this.root.querySelectorAll(`[name=${name}]`)) {
        radio.checked = radio.value === this.settings[name];
        radio.addEventListener("change", () => { this.settings[name] = radio.value; this.ask(); });
      }
    }
    const upload = this.root.querySelector("input[type=file]");
    upload.addEventListener("change", () => {
      if (upload.files[0]) this.take(upload.files[0]);
      upload.value = ""; // so that the same file can be chosen again
    });
    const choice = this.find("attack-label");
    choice.addEventListener("change", () => { this.label = choice.value; this.ask(); });
    this.makeExamples();
  }

  makeExamples() {
    this.find("attack-examples").replaceChildren(...Object.entries(this.config.photos).map(([key, photo]) => {
      const button = element("button", { type: "button", className: "thumb" }, [
        element("img", { alt: "", loading: "lazy", src: `${this.shell.base}/${photo.file}` }),
      ]);
      button.dataset.photo = key;
      button.title = photo.title[current()];
      button.setAttribute("aria-label", photo.title[current()]);
      button.addEventListener("click", () => this.choose(key));
      return button;
    }));
  }

  async open() {
    const wanted = this.shell.url.image;
    const key = wanted in this.config.photos ? wanted : this.config.pairs[0][0];
    await this.show({ photo: key }, `${this.shell.base}/${this.config.photos[key].file}`);
    await this.ask();
  }

  // The words have changed; the answer has not.
  reopen() {
    if (this.image) this.photo.show(this.image);
    if (this.payload) this.receive(this.payload);
  }

  async choose(key) {
    this.label = null;
    await this.show({ photo: key }, `${this.shell.base}/${this.config.photos[key].file}`);
    await this.ask();
  }

  async take(file) {
    this.root.setAttribute("aria-busy", "true");
    const { path, image, error } = await this.shell.send(file, "A");
    this.root.removeAttribute("aria-busy");
    this.find("attack-problem").textContent = error ? error[current()] : "";
    if (error) return;
    this.label = null;
    await this.show({ upload: path }, image);
    await this.ask();
  }

  async show(source, src) {
    const image = new Image();
    image.src = src;
    await image.decode();
    this.source = source;
    this.image = pixelsOf(image, SIZE);
    this.photo.show(this.image);
  }

  async ask() {
    const { attack, source } = this.settings;
    const asking = { image: this.source, label: this.label, attack, source, device: this.shell.device };
    this.asking = asking;
    this.root.setAttribute("aria-busy", "true");
    try {
      const payload = await this.shell.server.attack(asking);
      if (this.asking !== asking) return;
      if (payload.error) this.shell.toast(payload.error[current()]);
      else this.receive(payload);
    } catch {
      this.shell.toast(t("problem.server"));
    } finally {
      if (this.asking === asking) this.root.removeAttribute("aria-busy");
    }
  }

  receive(payload) {
    this.payload = payload;
    const names = this.config.classes;
    this.find("attack-label").replaceChildren(...names.map((name) => new Option(className(name), name)));
    this.find("attack-label").value = names[payload.label];
    const photo = this.config.photos[this.source.photo];
    this.find("attack-photo").setAttribute("aria-label", photo ? photo.title[current()] : t("picture.own"));
    for (const thumb of this.find("attack-examples").children) {
      thumb.setAttribute("aria-pressed", String(thumb.dataset.photo === this.source.photo));
    }
    for (const name of MODELS) this.prepare(name);
    this.chart.draw(payload.figure);
    this.shell.showDevice(payload);
    this.paint();
    this.shell.settle();
  }

  // Decode and build once what the slider looks up.
  prepare(name) {
    const model = this.models[name];
    const { shown, perturbation, bars, falls, amplification } = this.payload;
    model.images = shown[name].map(pixelsFromBase64);
    model.noises = perturbation[name].map(pixelsFromBase64);
    model.rows = bars.map((bar) => makeRow(bar, name));
    model.bars.replaceChildren(...model.rows.map((row) => row.node));
    model.card.querySelector(".noise-caption").textContent = t("attack.amplified", { factor: amplification });
    const fall = falls[name];
    const key = fall === null ? "attack.stands" : fall === 0 ? "attack.wrong" : "attack.falls";
    model.falls.textContent = t(key, { epsilon: fall });
  }

  set(epsilon) {
    this.settings.epsilon = epsilon;
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.shell.settle();
  }

  paint() {
    if (!this.payload) return;
    const { epsilon } = this.settings;
    for (const name of MODELS) {
      const model = this.models[name];
      model.shown.show(model.images[epsilon]);
      model.noise.show(model.noises[epsilon]);
      this.payload.bars.forEach((bar, i) => {
        model.rows[i].fill.style.transform = `scaleX(${bar[name][epsilon]})`;
        model.rows[i].value.textContent = percent(bar[name][epsilon]);
      });
    }
    this.slider.value = epsilon;
    const text = t("attack.epsilon", { epsilon });
    this.find("epsilon-value").textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
    this.chart.move(epsilon / this.last);
  }

  state() {
    return { image: this.source?.photo, label: this.label, ...this.settings };
  }

  recolour() {
    this.chart.refresh();
  }
}

// A bar whose mark shows the answer before the attack.
function makeRow(bar, model) {
  const name = bar.class ? className(bar.class) : t("bars.rest", { count: bar.count });
  const fill = element("i", { className: `fill fill-${bar.kind}` });
  const tick = element("i", { className: "tick" });
  tick.style.left = `${100 * bar[model][0]}%`;
  const value = element("span", { className: "bar-value" });
  const track = element("span", { className: "track" }, [fill, tick]);
  const label = element("span", { className: "bar-name", textContent: name, title: name });
  return { node: element("div", { className: "bar-row" }, [label, track, value]), fill, value };
}
