// The code of a library with the page's settings: shown, copied, downloaded.

import { copyText } from "../../../page/web/copying.js";
import { element } from "../../../page/web/dom.js";
import { download } from "../../../page/web/picturefile.js";
import { t } from "../../../page/web/words.js";

/** @import { ChoiceControl } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { CodePayload } from "./types.js" */

export class Code {
  /** @type {CodePayload | null} */
  shown = null;
  asked = ""; // what was asked for last

  /**
   * @param {ReturnType<typeof import("../../../page/web/dom.js").finder>} find
   * @param {Shell} shell
   * @param {string} library
   * @param {() => Record<string, unknown>} settings
   */
  constructor(find, shell, library, settings) {
    this.find = find;
    this.shell = shell;
    this.library = library;
    this.settings = settings;
    this.control = /** @type {ChoiceControl} */ (shell.config.controls.library);
    this.buttons = this.control.options.map((name) => {
      const button = element("button", { type: "button" });
      button.dataset.library = name;
      button.addEventListener("click", () => { this.choose(name); });
      return button;
    });
    find("train-libraries").replaceChildren(...this.buttons);
    find("train-copy").addEventListener("click", () => this.copy());
    find("train-file").addEventListener("click", () => this.save(this.shown?.name ?? "", this.shown?.text ?? ""));
    find("train-notebook").addEventListener("click", () => this.save((this.shown?.name ?? "").replace(/\.py$/, ".ipynb"), this.shown?.notebook ?? ""));
  }

  /** @param {string} library */
  async choose(library) {
    this.library = library;
    this.say();
    this.shell.settle();
    const answer = await this.ask();
    if (answer) this.shell.take(answer); // the old code stays below the new button: say why
  }

  /** @returns what failed, where the code that was asked for last has not come */
  async ask() {
    const request = { ...this.settings(), library: this.library };
    this.asked = JSON.stringify(request);
    const answer = await this.shell.call("train_code", request);
    if (this.asked !== JSON.stringify(request)) return undefined;
    if ("error" in answer || "ended" in answer) return answer; // what is wrong with settings is said of the batch
    this.shown = answer;
    this.find("train-code").innerHTML = answer.html; // made by the server, all text in it escaped
    this.say();
    return undefined;
  }

  say() {
    for (const button of this.buttons) {
      button.textContent = t(`train.library.${button.dataset.library}`);
      button.setAttribute("aria-pressed", String(button.dataset.library === this.library));
    }
    this.find("train-file").textContent = t("train.code.file", { name: this.shown?.name ?? "" });
    this.find("train-notebook").hidden = !this.shown?.notebook;
  }

  async copy() {
    if (!this.shown) return;
    const { name, text } = this.shown;
    const copied = await copyText(text, this.find("train-code"));
    this.shell.toast(t(copied ? "train.code.copied" : "about.copy.problem", { name }));
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  save(name, text) {
    if (text) download(new Blob([text], { type: "text/plain" }), name);
  }

  get link() {
    return this.library === this.control.default ? null : this.library;
  }
}
