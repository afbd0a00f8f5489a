// GANs in two dimensions, plain and with mixup: their samples and what their discriminators say.

import { bytes, signedShorts } from "../../../page/web/bytes.js";
import { CursorChart, nearest } from "../../../page/web/cursorchart.js";
import { Controls } from "../../../page/web/controls.js";
import { element, finder } from "../../../page/web/dom.js";
import { keyLines, mapFigures } from "../../../page/web/mapfigures.js";
import { palette } from "../../../page/web/palette.js";
import { item, sentence } from "../../../page/web/panel.js";
import { Bar } from "../../../page/web/progress.js";
import { Stream } from "../../../page/web/stream.js";
import { makeTable } from "../../../page/web/tables.js";
import { t } from "../../../page/web/words.js";
import { GanMap } from "./ganmap.js";
import { setting, summary, thousands } from "./gansaid.js";
import { Transport } from "./transport.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Gan, GanFacts, GanPayload, GanScene, PackedGan } from "./types.js" */

const REST_MS = 150;

/**
 * The GANs of a recorded moment, left to right. A plain run has no other beside it.
 * @param {GanPayload["frames"][number]} frame
 * @returns {Gan[]}
 */
export const decodeFrame = ({ plain, ...own }) => [plain ?? own, own].map(decode);

/**
 * @param {PackedGan} packed
 * @returns {Gan}
 */
function decode({ samples, surface, modes, quality, outside }) {
  return { samples: signedShorts(samples), planes: bytes(surface), modes, quality, outside };
}

/**
 * A run as far as it has come.
 * @typedef {object} Run
 * @property {GanFacts} facts
 * @property {Gan[][]} frames
 * @property {GanScene} scene
 */

export class GanPanel {
  /** @type {Run | undefined} */
  run;
  index = 0; // of its frame that is shown
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  asking;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.root = root;
    this.shell = shell;
    this.find = finder(root);
    this.progress = new Bar(this.find("gan-progress"), "toy.training");
    this.stream = new Stream(shell, "gan", "gan_stop", (text) => this.progress.say(text));
    this.figures = mapFigures(this.find("gan-maps"), shell.config.marks, "gan");
    const names = [t("gan.plain"), t("gan.with")]; // until a run tells more
    this.figures.forEach(({ map }, i) => {
      map.setAttribute("role", "img");
      map.setAttribute("aria-label", names[i]);
    });
    this.figures[this.figures.length - 1].name.dataset.part = "name"; // tells the α
    this.maps = this.figures.map(({ map }) => new GanMap(map));
    this.transport = new Transport(this.find("gan-transport"), {
      go: (index) => this.go(index), say: (index) => this.say(index), more: () => this.more(),
    });
    this.chart = new CursorChart(this.find("gan-chart"), (share) => this.pick(share));
    this.find("gan-stop").addEventListener("click", () => this.stop());
    const values = shell.url.view === "toy" ? shell.url : {};
    this.controls = new Controls(root, shell.config.controls, "gan", values, {
      change: () => this.askSoon(), refuse: (text) => shell.toast(text),
    });
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
    this.shell.toasts.hide(); // a value that was refused has given way to another
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.ask(), REST_MS);
  }

  async ask() {
    this.transport.pause();
    this.shell.settle();
    this.root.toggleAttribute("data-stale", Boolean(this.run)); // until the first frames of the new one
    this.find("gan-live").hidden = !this.live;
    this.progress.show(0);
    let fresh = true;
    await this.train((part) => { this.receive(part, fresh); fresh = false; });
  }

  // Whether what is shown is of the run that was asked for last.
  get begun() {
    return this.run !== undefined && !this.root.hasAttribute("data-stale");
  }

  // Go on where a run was stopped, or begin it.
  more() {
    if (this.stream.running) return;
    if (this.run && this.begun) this.train((part) => this.receive(part, false), this.run.frames.length);
    else this.ask();
  }

  /**
   * @param {(part: GanPayload) => void} part what to do with each
   * @param {number} [start] frame from which on they are wanted
   */
  async train(part, start) {
    if (!await this.stream.run(this.controls.values, part, start)) return;
    this.progress.show(null);
    const { available, last } = this.transport;
    if (!this.begun || available <= last) this.stopped();
  }

  // A run came to no end: there is nothing more to wait for, and play goes on with it.
  stopped() {
    this.transport.pause();
    if (!this.begun) this.transport.clear(true); // an older one is not played in its place
  }

  /**
   * @param {GanPayload} payload
   * @param {boolean} fresh whether it is the first part of a run
   */
  receive({ frames, ...facts }, fresh) {
    this.root.removeAttribute("data-stale");
    const before = fresh || !this.run ? [] : this.run.frames;
    const real = facts.real ? signedShorts(facts.real) : this.run?.scene.real;
    const { frame, side, unit } = facts;
    this.run = {
      facts, frames: [...before, ...frames.map(decodeFrame)],
      scene: { frame, side, unit, real: real ?? new Int16Array(), colours: palette() },
    };
    this.progress.show(this.run.frames.length / facts.recorded.length);
    this.words(this.run);
    this.find("gan-chart-box").hidden = !facts.figure;
    if (facts.figure) this.chart.draw(facts.figure);
    this.transport.show(facts.recorded.length, this.run.frames.length);
    if (!fresh) return;
    this.transport.go(0);
    this.transport.watch();
  }

  /**
   * Everything with words that stays while the iteration changes.
   * @param {Run} run
   */
  words({ facts }) {
    this.names(facts.alpha);
    this.find("gan-says").replaceChildren(...facts.sentences.map(item));
    this.find("gan-table").replaceChildren(...(facts.table ? [element("h3", { textContent: t("gan.table") }), makeTable(facts.table)] : []));
    this.find("gan-note").textContent = facts.note ? sentence(facts.note) : "";
    this.find("gan-setting").textContent = setting(facts.recipe);
    this.find("gan-definition").textContent = t(facts.curve ? "gan.measure.swiss.help" : "gan.measure.modes.help");
    this.find("gan-chart").setAttribute("aria-label", t("gan.chart.alt"));
  }

  /** @param {number} alpha of the GAN with mixup */
  names(alpha) {
    const names = [t("gan.plain"), t("gan.mixup", { alpha })];
    this.figures.forEach(({ name }, i) => { name.textContent = names[i]; });
    keyLines(this.find("gan-chart-legend"), this.shell.config.marks, names);
  }

  /** @param {number} index of the frame to show */
  go(index) {
    if (!this.run) return;
    this.index = index;
    const { facts, frames, scene } = this.run;
    frames[index].forEach((gan, i) => this.maps[i].show(scene, gan)); // before words move what is measured
    frames[index].forEach((gan, i) => {
      const { map, name, said } = this.figures[i];
      said.textContent = summary(gan, facts);
      map.setAttribute("aria-label", `${name.textContent}: ${said.textContent}`);
    });
    if (facts.places) this.chart.move(facts.places[index]);
  }

  /** @param {number} index of a frame */
  say(index) {
    const recorded = this.run?.facts.recorded ?? [];
    return t("gan.progress", { iteration: thousands(recorded[index]), iterations: thousands(recorded[recorded.length - 1]) });
  }

  /** @param {number} share of the chart's axis */
  pick(share) {
    if (!this.run?.facts.places) return;
    this.transport.pause();
    this.transport.go(nearest(this.run.facts.places.slice(0, this.run.frames.length), share));
  }

  async stop() {
    this.stopped();
    this.progress.show(null);
    await this.stream.stop();
  }

  state() {
    return this.controls.changed;
  }

  relabel() {
    this.controls.relabel();
    this.transport.relabel();
    if (this.run) this.words(this.run);
    else this.names(Number(this.controls.values.gan_alpha));
    this.redraw();
  }

  recolour() {
    if (this.run) this.run.scene = { ...this.run.scene, colours: palette() };
    this.redraw();
  }

  redraw() {
    if (!this.run) return;
    this.chart.refresh();
    this.go(this.index);
  }
}
