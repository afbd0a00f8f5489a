// The Toy view: models trained side by side in two dimensions, from the first step.

import { Controls } from "../../../page/web/controls.js";
import { finder } from "../../../page/web/dom.js";
import { GanPanel } from "./gan.js";
import { Curves } from "./toycurves.js";
import { ToyData } from "./toydata.js";
import { ToyFiles } from "./toyfiles.js";
import { ToyMaps } from "./toymaps.js";
import { Numbers } from "./toynumbers.js";
import { Run } from "./toyrun.js";
import { AlphaStrip } from "./toystrip.js";
import { Verdict } from "./toyverdict.js";
import { Training } from "./training.js";
import { Transport } from "./transport.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { LinkState } from "../../../page/web/contract.js" */
/** @import { ToyConfig, ToyPayload, ToyRequest } from "./types.js" */

const WIDE = 1180; // px, of a window
const UNDRAWN = ["n", "noise"]; // controls that change nothing of points that are drawn

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new ToyView(root, shell);

class ToyView {
  /** @type {Training | undefined} none while another one is waited for */
  training;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.shell = shell;
    this.toy = /** @type {ToyConfig} */ (shell.config.toy);
    this.find = finder(root);
    const { controls, marks } = shell.config;
    this.own = /** @type {LinkState} */ (shell.url.view === "toy" ? shell.url : {}); // what the address says of this view
    this.controls = new Controls(this.find("toy-controls"), controls, "toy", this.own, { change: () => this.soon(), refuse: (text) => shell.toast(text) });
    this.running = new Run(root, shell);
    this.maps = new ToyMaps(root, this.toy, marks, (place) => this.data.press(place));
    this.data = new ToyData(root, shell, this.toy, this.own, {
      ask: (at) => this.ask(at),
      soon: (at) => { this.blank("toy.says.stale"); this.soon(at); },
      none: () => { this.stop(); this.blank("toy.says.undrawn"); },
      shown: () => Boolean(this.training),
      sketch: (points, said) => this.maps.showDrawn(points, said),
    });
    this.files = new ToyFiles(root, shell, this.toy, {
      training: () => this.training, request: () => ({ ...this.request(), at: this.at }), take: (text) => this.data.take(text),
    });
    this.transport = new Transport(this.find("toy-transport"), {
      go: (index) => this.go(index), say: (index) => this.training?.said(index) ?? "", more: () => this.more(),
      rest: () => shell.settle(),
    });
    this.curves = new Curves(root, shell, this.toy.models, (share) => this.pick(share));
    this.strip = new AlphaStrip(this.find("toy-strip"), shell, this.toy, (alpha) => this.watch(alpha));
    this.gan = new GanPanel(this.find("gan"), shell);
    this.numbers = new Numbers(root);
    this.verdict = new Verdict(root, shell);
    this.find("toy-stop").addEventListener("click", () => this.stop());
    this.find("toy-reset").addEventListener("click", () => this.reset());
    this.find("toy-network", HTMLDetailsElement).open = innerWidth > WIDE;
  }

  async open() {
    this.curves.load();
    this.relabel();
    const { at } = this.own;
    this.data.choose(at === undefined ? undefined : Number(at)); // a long one keeps nothing waiting
    this.gan.openWhenSeen();
  }

  /** @returns {ToyRequest} */
  request() {
    return { ...this.data.request, ...this.controls.values };
  }

  /** @param {number} [at] as for `ask` */
  soon(at) {
    this.shell.toasts.hide(); // a value that was refused has given way to another
    this.running.soon(() => this.ask(at));
  }

  /**
   * No training is shown: nothing of an older one stays but its faded maps and curves.
   * @param {string} key of the sentence that says why
   */
  blank(key) {
    this.training = undefined;
    this.find("toy").toggleAttribute("data-stale", true);
    for (const name of UNDRAWN) this.controls.fields[name].place.hidden = this.data.drawn;
    this.transport.clear();
    this.maps.clear();
    this.numbers.clear();
    this.verdict.wait(key);
    this.strip.expect(this.request());
    this.shell.settle();
  }

  /**
   * Train.
   * @param {number} [at] the step that shall be shown; without one the training plays as it comes
   */
  async ask(at) {
    if (!this.data.ready) { this.shell.settle(); return; }
    this.blank("toy.says.stale");
    this.data.hint();
    this.running.bar.show(0);
    let fresh = true;
    const end = await this.run((part) => {
      if (fresh) this.begin(new Training(part));
      else this.training?.add(part);
      this.receive(part);
      if (at === undefined && fresh) this.transport.watch();
      if (at !== undefined && !this.transport.handled) this.transport.go(this.training?.indexOf(at) ?? 0);
      fresh = false;
    });
    if (end === "refused") this.stopped();
  }

  // Go on where the training was stopped.
  async more() {
    const { training } = this;
    if (this.running.running) return;
    if (!training) return void this.ask();
    this.verdict.wait("toy.says.stale");
    const end = await this.run((part) => { training.add(part); this.receive(part); }, training.frames.length);
    if (end === "refused") this.stopped();
  }

  /**
   * @param {(part: ToyPayload) => void} take what to do with each part
   * @param {number} [start] frame from which on they are wanted
   */
  async run(take, start) {
    const request = this.request();
    const end = await this.running.ask({ ...request, columns: this.curves.columns }, take, start);
    if (end === "done" && this.training) this.finish(this.training, request);
    return end;
  }

  /**
   * Show another training, from its first frame on.
   * @param {Training} training
   */
  begin(training) {
    this.training = training;
    this.find("toy").removeAttribute("data-stale");
    this.numbers.begin(training);
    this.maps.begin(training);
    this.transport.index = 0;
  }

  /** @param {ToyPayload} part that has been added to the training */
  receive({ figure }) {
    const { training } = this;
    if (!training) return;
    this.running.bar.show(training.progress);
    this.curves.draw(figure);
    this.transport.show(training.recorded.length, training.frames.length);
  }

  /**
   * All frames are there.
   * @param {Training} training
   * @param {ToyRequest} request
   */
  finish({ facts }, request) {
    this.verdict.end(request, facts);
    this.numbers.fill();
    this.strip.ask(request, facts.classes);
    this.shell.showDevice(facts);
  }

  get at() {
    return this.training?.recorded[this.transport.index];
  }

  async stop() {
    this.transport.pause();
    if (this.running.running) this.stopped();
    await this.running.stop();
  }

  // A training came to no end; play goes on with it.
  stopped() {
    this.transport.pause();
    this.verdict.wait("toy.says.stopped");
    if (!this.training) this.transport.clear(true);
  }

  /**
   * One frame: all that depends on the step.
   * @param {number} index
   */
  go(index) {
    if (!this.training) return;
    this.maps.go(index);
    this.curves.move(this.training.place(index));
    this.numbers.go(index);
    this.shell.settle();
  }

  /** @param {number} share of the chart's axis */
  pick(share) {
    if (!this.training) return;
    this.transport.pause();
    this.transport.handled = true;
    this.transport.go(this.training.indexAt(share));
  }

  /** @param {number} alpha whose training shall be watched */
  watch(alpha) {
    this.controls.set("toy_alpha", alpha);
    this.ask();
  }

  reset() {
    for (const [name, { control }] of Object.entries(this.controls.fields)) this.controls.set(name, control.default);
    this.data.reset();
  }

  state() {
    const at = this.transport.playing ? undefined : this.at;
    return { ...this.data.state, ...this.controls.changed, at, ...this.gan.state() };
  }

  wake() {
    this.transport.wake();
    this.gan.transport.wake();
  }

  sleep() {
    this.transport.pause();
    this.gan.transport.pause();
  }

  hasOwnPictures() {
    return false;
  }

  relabel() {
    const { controls, data, files, transport, maps, strip, gan, verdict, curves, numbers } = this;
    for (const part of [controls, data, files, transport, maps, strip, gan, verdict, curves]) part.relabel();
    if (this.training) numbers.relabel(transport.index);
  }

  recolour() {
    for (const part of [this.data, this.maps, this.strip, this.gan, this.curves]) part.recolour();
  }
}
