// The Train view: a batch, mixed by timm's own class and by others, checked, and the code for it.

import { Chart } from "../../../page/web/charts.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { Controls } from "../../../page/web/controls.js";
import { finder } from "../../../page/web/dom.js";
import { toFragment } from "../../../page/web/fragment.js";
import { latest, OVERTAKEN } from "../../../page/web/latest.js";
import { after } from "../../../page/web/state.js";
import { percent, t } from "../../../page/web/words.js";
import { BatchPicker } from "./batchpicker.js";
import { Code } from "./code.js";
import { showFindings } from "./findings.js";
import { Learn } from "./learn.js";
import { showGrid, showRules } from "./mixed.js";

/** @import { LinkState, NumberControl } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { BatchPayload, DrawsPayload } from "./types.js" */

/** @typedef {{ controls: Controls, picker: BatchPicker, chart: Chart, code: Code, learn: Learn }} Parts */

const REST_MS = 200; // a hand that drags asks once it rests

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new TrainView(root, shell);

class TrainView {
  /** @type {BatchPayload | undefined} */
  batch;
  /** @type {DrawsPayload | undefined} */
  draws;
  /** @type {Parts | undefined} what it consists of, once that has come */
  parts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.shell = shell;
    this.find = finder(root);
    this.own = /** @type {LinkState} */ (shell.url.view === "train" ? shell.url : {}); // what the address says of this view
    this.mix = latest((/** @type {Record<string, unknown>} */ request) => shell.call("train_batch", request));
    this.play = latest((/** @type {Record<string, unknown>} */ request) => shell.call("train_draws", request));
  }

  async open() {
    loadPlotly(this.shell.base);
    this.parts = this.makeParts();
    const lost = await this.parts.picker.recover();
    this.relabel();
    if (lost) this.shell.toast(t("train.batch.lost", { n: lost }));
    await this.ask();
  }

  /** @returns {Parts} */
  makeParts() {
    const { shell, find } = this;
    find("train-to-code").addEventListener("click", toFragment);
    find("train-again").addEventListener("click", () => this.again());
    find("train-reset").addEventListener("click", () => this.reset());
    return {
      controls: new Controls(find("train-controls"), shell.config.controls, "train", this.own, {
        change: () => { shell.toasts.hide(); this.soon(); }, refuse: (text) => shell.toast(text),
      }),
      picker: new BatchPicker(find, shell, { linked: this.own.images, kept: history.state?.batch }, () => this.soon()),
      chart: new Chart(find("train-chart")),
      learn: new Learn(find, shell, () => this.settings),
      code: new Code(find, shell, String(this.own.library ?? shell.config.controls.library.default), () => this.settings),
    };
  }

  // What is asked: settings alone, for code; or with the images of the batch.
  get settings() {
    return this.parts?.controls.values ?? {};
  }

  soon() {
    this.parts?.learn.compare();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.ask(), REST_MS);
    this.shell.settle();
  }

  // With the next seed everything is drawn anew.
  again() {
    const control = /** @type {NumberControl} */ (this.shell.config.controls.train_seed);
    this.parts?.controls.set("train_seed", after(control, Number(this.settings.train_seed)));
    this.soon();
  }

  reset() {
    const { controls, picker } = /** @type {Parts} */ (this.parts);
    for (const [name, { control }] of Object.entries(controls.fields)) controls.set(name, control.default);
    picker.reset();
    this.soon();
  }

  async ask() {
    if (!this.parts) return;
    const { picker, code } = this.parts;
    const { images } = picker;
    const place = this.find("train");
    place.setAttribute("aria-busy", "true");
    const asked = this.settings;
    const answers = [this.mix({ ...asked, images }), this.play({ ...asked, size: images.length }), code.ask()];
    const [mixed, played] = await Promise.all(answers);
    if (mixed === OVERTAKEN || played === OVERTAKEN) return;
    place.removeAttribute("aria-busy");
    this.batch = this.shell.take(/** @type {BatchPayload} */ (mixed)) ?? this.batch;
    this.draws = ("error" in /** @type {object} */ (played) ? undefined : /** @type {DrawsPayload} */ (played)) ?? this.draws;
    this.show();
    this.shell.settle();
  }

  show() {
    if (!this.batch) return;
    showGrid(this.find, this.batch);
    showRules(this.find("train-rules"), this.batch);
    showFindings(this.find, this.batch);
    if (!this.draws) return;
    const { batches, images, counts, figure } = this.draws;
    const shares = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, percent(count / images)]));
    this.find("train-draws").textContent = t("train.draws.said", { batches: batches.toLocaleString("en"), images: images.toLocaleString("en"), ...shares });
    this.parts?.chart.draw(figure);
  }

  state() {
    if (!this.parts) return this.own;
    const { controls, picker, code } = this.parts;
    return { ...controls.changed, images: picker.link, library: code.link };
  }

  // The batch with uploads, in the tab: a link would have photos alone.
  kept() {
    return this.parts ? { batch: this.parts.picker.kept } : {};
  }

  hasOwnPictures() {
    return Boolean(this.parts?.picker.hasOwn);
  }

  relabel() {
    if (!this.parts) return;
    this.parts.controls.relabel();
    this.parts.picker.say();
    this.parts.code.say();
    this.parts.learn.relabel();
    this.show();
  }

  recolour() {
    this.parts?.chart.refresh();
    this.parts?.learn.recolour();
  }
}

