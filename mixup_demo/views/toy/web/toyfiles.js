// What is taken along of the Toy view: maps as a picture, points as CSV, out and in, and networks
// as PyTorch code.

import { finder } from "../../../page/web/dom.js";
import { MapPicture } from "../../../page/web/mapfigures.js";
import { download } from "../../../page/web/picturefile.js";
import { Visitor } from "../../../page/web/stream.js";
import { t } from "../../../page/web/words.js";
import { pointsCsv, readPoints } from "./toycsv.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { TextControl } from "../../../page/web/contract.js" */
/** @import { Training } from "./training.js" */
/** @import { ToyConfig, ToyRequest } from "./types.js" */

/**
 * What the view knows.
 * @typedef {object} Shown
 * @property {() => Training | undefined} training
 * @property {() => ToyRequest & { at: number | undefined }} request for the training, at the step that is shown
 * @property {(text: string) => void} take points to be trained on
 */

export class ToyFiles {
  coding = new Visitor(); // who has networks written
  drawing = new Visitor(); // who has maps drawn

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {ToyConfig} toy
   * @param {Shown} shown
   */
  constructor(root, shell, toy, shown) {
    this.shell = shell;
    this.toy = toy;
    this.shown = shown;
    const find = finder(root);
    this.picture = new MapPicture(find("toy-maps"), () => this.figure());
    this.input = find("toy-csv-file", HTMLInputElement);
    this.code = find("toy-code", HTMLButtonElement);
    find("toy-csv-save").addEventListener("click", () => this.savePoints());
    find("toy-csv-open").addEventListener("click", () => this.input.click());
    this.input.addEventListener("change", () => this.open());
    this.code.addEventListener("click", () => this.saveCode());
  }

  // The maps at the present step.
  async figure() {
    return (await this.shell.ask("draw_toy", { ...this.shown.request(), ...this.drawing.sign() }))?.figure;
  }

  savePoints() {
    const training = this.shown.training();
    if (!training) { this.shell.toast(t("toy.files.none")); return; }
    const name = `mixup-toy-${this.shown.request().dataset}.csv`;
    download(new Blob([pointsCsv(training.points)], { type: "text/csv" }), name);
  }

  async open() {
    const [file] = this.input.files ?? [];
    if (!file) return;
    const { limit } = /** @type {TextControl} */ (this.shell.config.controls.points);
    const { frame, least, colours } = this.toy;
    const read = readPoints(await file.text(), frame, { least, most: limit, classes: colours.length });
    this.input.value = ""; // the same file may be chosen again
    if ("problem" in read) this.shell.toast(t(read.problem, read.values));
    else this.shown.take(read.text);
  }

  async saveCode() {
    if (!this.shown.training()) { this.shell.toast(t("toy.files.none")); return; }
    this.code.disabled = true;
    this.shell.toast(t("toy.code.wait"));
    try {
      const code = await this.shell.ask("toy_code", { ...this.shown.request(), ...this.coding.sign() });
      if (!code) return;
      download(new Blob([code.text], { type: "text/x-python" }), code.name);
      this.shell.toast(t("mixed.save.done", { name: code.name }));
    } finally {
      this.code.disabled = false;
    }
  }

  relabel() {
    this.picture.tools.say();
  }
}
