// The code of a library with the page's settings: shown, copied, downloaded.

import { element } from "../../../page/web/dom.js";
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
      button.addEventListener("click", () => { this.library = name; this.say(); this.ask(); shell.settle(); });
      return button;
    });
    find("train-libraries").replaceChildren(...this.buttons);
    find("train-copy").addEventListener("click", () => this.copy());
    find("train-file").addEventListener("click", () => this.save(this.shown?.name ?? "", this.shown?.text ?? ""));
    find("train-notebook").addEventListener("click", () => this.save((this.shown?.name ?? "").replace(/\.py$/, ".ipynb"), this.shown?.notebook ?? ""));
  }

  async ask() {
    const request = { ...this.settings(), library: this.library };
    this.asked = JSON.stringify(request);
    const answer = await this.shell.call("train_code", request);
    if (this.asked !== JSON.stringify(request) || "error" in answer || "ended" in answer) return; // what is wrong is said of the batch
    this.shown = answer;
    this.find("train-code").innerHTML = answer.html; // made by the server, all text in it escaped
    this.say();
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
    try {
      await navigator.clipboard.writeText(this.shown.text);
      this.shell.toast(t("train.code.copied", { name: this.shown.name }));
    } catch {
      const range = document.createRange(); // a browser that allows no copying: what is marked can be copied by hand
      range.selectNodeContents(this.find("train-code"));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  save(name, text) {
    if (!text) return;
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = element("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  }

  get link() {
    return this.library === this.control.default ? null : this.library;
  }
}
