// GANs in two dimensions, plain and with mixup: their samples and what their discriminators say.

import { MARKS } from "../../../page/web/answers.js";
import { bytes, signed } from "../../../page/web/bytes.js";
import { CursorChart } from "../../../page/web/charts.js";
import { Controls } from "../../../page/web/controls.js";
import { element } from "../../../page/web/dom.js";
import { GanMap } from "./ganmap.js";
import { palette } from "../../../page/web/palette.js";
import { item, makeTable, sentence } from "../../../page/web/panel.js";
import { Bar } from "../../../page/web/progress.js";
import { Stream } from "../../../page/web/stream.js";
import { Transport, nearest } from "./transport.js";
import { t } from "../../../page/web/words.js";

const REST_MS = 150;

export class GanPanel {
  constructor(root, shell) {
    Object.assign(this, { root, shell });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.progress = new Bar(this.find("gan-progress"));
    this.stream = new Stream(shell, "gan", "gan_stop");
    this.panels = MARKS.map((mark) => root.querySelector(`.map-figure[data-mark=${mark}]`));
    this.maps = this.panels.map((panel) => new GanMap(panel.querySelector(".map")));
    this.transport = new Transport(this.find("gan-transport"), { go: (index) => this.go(index), say: (index) => this.say(index), more: () => this.more() });
    this.chart = new CursorChart(this.find("gan-chart"), (share) => this.pick(share));
    this.find("gan-stop").addEventListener("click", () => this.stop());
    const values = shell.url.view === "toy" ? shell.url : {};
    this.controls = new Controls(root, shell.config.controls, "gan", values, {
      change: () => this.askSoon(), refuse: (text) => shell.toast(text),
    });
    this.frames = [];
  }

  // Ask once the visitor sees it: a run that plays out of sight takes frames from what is in sight.
  openWhenSeen() {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      this.ask();
    });
    observer.observe(this.root);
  }

  get live() {
    return this.controls.values.gan_run === "live";
  }

  askSoon() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.ask(), REST_MS);
  }

  async ask() {
    this.transport.pause();
    this.shell.settle();
    this.find("gan-live").hidden = !this.live;
    this.progress.show(0);
    let fresh = true;
    await this.train((part) => { this.receive(part, fresh); fresh = false; });
  }

  // Go on where a live training was stopped.
  more() {
    if (!this.stream.running) this.train((part) => this.receive(part, false), this.frames.length);
  }

  async train(part, start) {
    if (await this.stream.run(this.controls.values, part, start)) this.progress.show(null);
  }

  receive({ frames, ...rest }, fresh) {
    this.run = rest; // the server's answer without the frames
    const decoded = frames.map(({ plain, ...own }) => [plain ?? own, own].map(decode));
    this.frames = fresh ? decoded : [...this.frames, ...decoded];
    if (rest.real) this.samples = signed(rest.real);
    this.scene = { frame: rest.frame, side: rest.side, unit: rest.unit, real: this.samples, colours: palette() };
    this.progress.show(this.frames.length / this.run.recorded.length);
    this.words();
    this.find("gan-chart-box").hidden = !this.run.figure;
    if (this.run.figure) this.chart.draw(this.run.figure);
    this.transport.show(this.run.recorded.length, this.frames.length);
    if (!fresh) return;
    this.transport.go(0);
    if (this.run.done && matchMedia("(prefers-reduced-motion: reduce)").matches) this.transport.go(this.frames.length - 1);
    else this.transport.start();
  }

  // Everything with words that stays while the iteration changes.
  words() {
    for (const node of this.root.querySelectorAll("[data-part=name]")) node.textContent = t("gan.mixup", { alpha: this.run.alpha });
    this.find("gan-says").replaceChildren(...this.run.sentences.map(item));
    this.find("gan-table").replaceChildren(...(this.run.table ? [element("h3", { textContent: t("gan.table") }), makeTable(this.run.table)] : []));
    this.find("gan-note").textContent = this.run.note ? sentence(this.run.note) : "";
    this.find("gan-setting").textContent = this.setting();
    this.find("gan-definition").textContent = t(this.run.curve ? "gan.measure.swiss.help" : "gan.measure.modes.help");
    this.find("gan-chart").setAttribute("aria-label", t("gan.chart.alt"));
  }

  // How the run that is shown was trained.
  setting() {
    const { iterations, critic, latent, width, batch, rate, loss } = this.run.recipe;
    return t("gan.setting", { iterations: iterations.toLocaleString("en"), critic, latent, width, batch, rate, loss: t(`gan.loss.${loss}`) });
  }

  go(index) {
    this.frames[index].forEach((model, i) => {
      const values = { modes: model.modes, total: this.run.modes.length, quality: `${(100 * model.quality).toFixed(1)}\u00a0%` };
      const lost = model.outside ? `, ${t("gan.outside", { count: model.outside, all: model.samples.length / 2 })}` : "";
      const said = t(this.run.curve ? "gan.said.curve" : "gan.said", values) + lost;
      this.maps[i].show(this.scene, model);
      this.panels[i].querySelector("[data-part=said]").textContent = said;
      this.maps[i].box.setAttribute("aria-label", `${this.panels[i].querySelector(".model-name").textContent}: ${said}`);
    });
    if (this.run.places) this.chart.move(this.run.places[index]);
  }

  say(index) {
    return t("gan.progress", { iteration: this.run.recorded[index].toLocaleString("en"), iterations: this.run.recorded.at(-1).toLocaleString("en") });
  }

  pick(share) {
    if (!this.run?.places) return;
    this.transport.pause();
    this.transport.go(nearest(this.run.places.slice(0, this.frames.length), share));
  }

  async stop() {
    this.transport.pause();
    this.progress.show(null);
    await this.stream.stop();
  }

  state() {
    return this.controls.changed;
  }

  relabel() {
    this.controls.relabel();
    this.transport.relabel();
    if (!this.frames.length) return;
    this.words();
    this.chart.refresh();
    this.go(this.transport.index);
  }

  recolour() {
    if (!this.frames.length) return;
    this.scene = { ...this.scene, colours: palette() };
    this.chart.refresh();
    this.go(this.transport.index);
  }
}

const decode = ({ samples, surface, ...said }) => ({ ...said, samples: signed(samples), planes: bytes(surface) });
