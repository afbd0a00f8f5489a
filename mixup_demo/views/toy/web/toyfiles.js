// Files of the Toy view: its points as CSV, out and in, and its networks as PyTorch code.

import { finder } from "../../../page/web/dom.js";
import { download } from "../../../page/web/picturefile.js";
import { Visitor } from "../../../page/web/stream.js";
import { t } from "../../../page/web/words.js";
import { pointsCsv, readPoints } from "./toycsv.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { TextControl } from "../../../page/web/contract.js" */
/** @import { Point, ToyConfig, ToyRequest } from "./types.js" */

/**
 * What the view knows.
 * @typedef {object} Shown
 * @property {() => { points: Point[], request: ToyRequest & { at: number | undefined }, name: string } | null} training that is shown; null while there is none
 * @property {(text: string) => void} take points to be trained on
 */

export class ToyFiles {
  visitor = new Visitor();

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
    this.input = find("toy-csv-file", HTMLInputElement);
    this.code = find("toy-code", HTMLButtonElement);
    find("toy-csv-save").addEventListener("click", () => this.savePoints());
    find("toy-csv-open").addEventListener("click", () => this.input.click());
    this.input.addEventListener("change", () => this.open());
    this.code.addEventListener("click", () => this.saveCode());
  }

  savePoints() {
    const training = this.shown.training();
    if (!training) { this.shell.toast(t("toy.files.none")); return; }
    download(new Blob([pointsCsv(training.points)], { type: "text/csv" }), `mixup-toy-${training.name}.csv`);
  }

  async open() {
    const [file] = this.input.files ?? [];
    if (!file) return;
    const { limit } = /** @type {TextControl} */ (this.shell.config.controls.points);
    const read = readPoints(await file.text(), this.toy.frame, { least: this.toy.least, most: limit });
    this.input.value = ""; // the same file may be chosen again
    if ("problem" in read) this.shell.toast(t(read.problem, read.values));
    else this.shown.take(read.text);
  }

  async saveCode() {
    const training = this.shown.training();
    if (!training) { this.shell.toast(t("toy.files.none")); return; }
    this.code.disabled = true;
    this.shell.toast(t("toy.code.wait"));
    try {
      const code = await this.shell.ask("toy_code", { ...training.request, ...this.visitor.sign() });
      if (!code) return;
      download(new Blob([code.text], { type: "text/x-python" }), code.name);
      this.shell.toast(t("mixed.save.done", { name: code.name }));
    } finally {
      this.code.disabled = false;
    }
  }
}
