// Buttons over the mixed picture that save it, and the whole line from B to A as a film.

import { bytes } from "../../../page/web/bytes.js";
import { element, unsaved } from "../../../page/web/dom.js";
import { download, pngOf } from "../../../page/web/picturefile.js";
import { current, t } from "../../../page/web/words.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { SweepRequest } from "./types.js" */

const PICTURE = "png";
const FILMS = ["gif", "mp4"];

export class MixedSave {
  /**
   * @param {HTMLElement} stage that holds the picture
   * @param {HTMLCanvasElement} canvas
   * @param {Shell} shell
   * @param {() => SweepRequest} request what is shown
   */
  constructor(stage, canvas, shell, request) {
    this.canvas = canvas;
    this.shell = shell;
    this.request = request;
    this.buttons = [PICTURE, ...FILMS].map((format) => {
      const button = element("button", { type: "button", textContent: format.toUpperCase() });
      button.dataset.save = format;
      button.addEventListener("click", () => (format === PICTURE ? this.savePicture() : this.saveFilm(button, format)));
      return button;
    });
    const tools = element("div", { className: "save-tools" }, this.buttons);
    tools.dataset.testid = "mixed-save";
    stage.before(tools);
    this.say();
  }

  say() {
    for (const button of this.buttons) button.setAttribute("aria-label", t(`mixed.save.${button.dataset.save}`));
  }

  savePicture() {
    pngOf(this.canvas).then((file) => download(file, "mixup-mixed.png"), () => unsaved(this.canvas));
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {string} format
   */
  async saveFilm(button, format) {
    if (button.disabled) return;
    button.disabled = true;
    this.shell.toast(t("mixed.save.wait"));
    try {
      const film = await this.shell.ask("film", { ...this.request(), format, language: current() });
      if (!film) return;
      download(new Blob([bytes(film.file)], { type: film.type }), film.name);
      this.shell.toast(t("mixed.save.done", { name: film.name }));
    } finally {
      button.disabled = false;
    }
  }
}
