// The pictures of a view: upload, drop, paste, camera, examples, and the class of each.

import { pixelsOf } from "./blend.js";
import { Camera } from "./camera.js";
import { ClassPicker } from "./classpicker.js";
import { vocabulary } from "./compare.js";
import { element, finder, select } from "./dom.js";
import { imageOf, loadImage, onFile, photoAddress, showPixels, sizeFor, thumbnail } from "./photos.js";
import { className, current, t } from "./words.js";

/** @import { Pixels } from "./blend.js" */
/** @import { Sentences, Source } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

/**
 * One picture.
 * @typedef {object} Side
 * @property {HTMLElement} card
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLElement} problem
 * @property {ClassPicker} picker
 * @property {string | null} label the class that the visitor has chosen
 * @property {Source} [source]
 * @property {Pixels} pixels of the canvas's size
 * @property {Sentences | null} sentences what is wrong with what was offered last
 */

export class Pictures {
  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {string[][]} examples keys of photos, one photo a side
   * @param {{ change(side: string): void, pair(): string }} on pair: the comparison that shall see
   *   the pictures
   */
  constructor(root, shell, examples, on) {
    this.root = root;
    this.shell = shell;
    this.config = shell.config;
    this.examples = examples;
    this.on = on;
    const find = finder(root);
    this.grid = find("examples");
    this.camera = new Camera(find("camera", HTMLDialogElement), () => shell.toast(t("picture.camera.problem")));
    this.names = ["a", "b", "c"].slice(0, examples[0].length);
    this.sides = Object.fromEntries(this.names.map((side) => [side, this.makeSide(side)]));
    this.makeExamples();
    document.addEventListener("paste", (event) => this.paste(event));
  }

  /**
   * @param {string} side
   * @returns {Side}
   */
  makeSide(side) {
    const card = select(this.root, `[data-side=${side}]`, HTMLElement);
    onFile(select(card, "input[type=file]", HTMLInputElement), (file) => this.take(side, file));
    card.addEventListener("dragover", (event) => { event.preventDefault(); card.classList.add("over"); });
    card.addEventListener("dragleave", () => card.classList.remove("over"));
    card.addEventListener("drop", (event) => {
      event.preventDefault();
      card.classList.remove("over");
      const file = event.dataTransfer?.files[0];
      if (file) this.take(side, file);
    });
    card.querySelector("[data-action=camera]")?.addEventListener("click", () => this.camera.open((file) => this.take(side, file)));
    const picker = new ClassPicker(select(card, "select", HTMLSelectElement), {
      change: (name) => { this.sides[side].label = name; this.on.change(side); },
      refuse: (sentence) => this.shell.toast(sentence),
    });
    return {
      card, picker, canvas: select(card, "canvas", HTMLCanvasElement), problem: select(card, ".problem", HTMLElement),
      label: null, pixels: new Uint8ClampedArray(), sentences: null,
    };
  }

  /**
   * The card that has the focus or the pointer gets what is pasted; A otherwise.
   * @param {ClipboardEvent} event
   */
  paste(event) {
    const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith("image/"));
    if (!file || !this.root.checkVisibility()) return;
    const aimed = /** @type {HTMLElement | null} */ (this.root.querySelector(".picture:focus-within, .picture:hover"));
    this.take(aimed?.dataset.side ?? "a", file);
  }

  /**
   * Send a file to the server, which checks and decodes it; the old picture stays if it fails.
   * @param {string} side
   * @param {File} file
   */
  async take(side, file) {
    const { card } = this.sides[side];
    this.problem(side, null);
    card.setAttribute("aria-busy", "true");
    try {
      const answer = await this.shell.send(file, side.toUpperCase(), this.on.pair());
      if ("error" in answer) this.problem(side, answer.error);
      else {
        await this.set(side, { upload: answer.path }, answer.image);
        this.on.change(side);
      }
    } finally {
      card.removeAttribute("aria-busy");
    }
  }

  /**
   * @param {string} side
   * @param {Sentences | null} sentences in every language; null where all is well
   */
  problem(side, sentences) {
    this.sides[side].sentences = sentences;
    this.sides[side].problem.textContent = sentences ? sentences[current()] : "";
  }

  /**
   * @param {string} side
   * @param {string} key of a photo
   */
  async setPhoto(side, key) {
    await this.set(side, { photo: key }, photoAddress(this.shell, key));
  }

  /**
   * @param {string} side
   * @param {Source} source
   * @param {string} src
   */
  async set(side, source, src) {
    const state = this.sides[side];
    const image = await loadImage(src);
    state.source = source;
    state.label = null;
    this.draw(state, image);
    this.problem(side, null);
  }

  get size() {
    return sizeFor(this.shell, this.on.pair());
  }

  /**
   * @param {Side} state
   * @param {HTMLImageElement | HTMLCanvasElement} image
   */
  draw(state, image) {
    const { size } = this;
    state.pixels = pixelsOf(image, size.width, size.height);
    showPixels(state.canvas, state.pixels, size);
  }

  // Take the pictures again where the comparison's models see another shape.
  async fit() {
    const { width, height } = this.size;
    await Promise.all(this.names.map((side) => {
      const { canvas, source } = this.sides[side];
      return source && (canvas.width !== width || canvas.height !== height) ? this.fitSide(side, source) : undefined;
    }));
  }

  /**
   * @param {string} side
   * @param {Source} source
   */
  async fitSide(side, source) {
    const state = this.sides[side];
    const image = await imageOf(this.shell, source, side.toUpperCase(), this.on.pair());
    if (state.source === source) this.draw(state, image ?? state.canvas);
  }

  /**
   * The class that the visitor has chosen for a picture, where the comparison's models have it.
   * @param {string} side
   */
  label(side) {
    const { label } = this.sides[side];
    return label !== null && vocabulary(this.config, this.on.pair()).classes.includes(label) ? label : null;
  }

  /**
   * Take the chosen classes from a link, as far as there are such.
   * @param {Record<string, string | number | undefined>} link
   */
  takeLabels(link) {
    const { classes } = vocabulary(this.config, this.on.pair());
    for (const side of this.names) {
      const label = String(link[`l${side}`]);
      if (classes.includes(label)) this.sides[side].label = label;
    }
  }

  // Photos and classes as a link holds them.
  get link() {
    return Object.fromEntries(this.names.flatMap((side) => [
      [side, this.sides[side].source?.photo], [`l${side}`, this.label(side)],
    ]));
  }

  // Pictures and classes as a question holds them.
  get request() {
    return Object.fromEntries(this.names.flatMap((side) => [
      [side, this.sides[side].source], [`label_${side}`, this.label(side)],
    ]));
  }

  get hasOwn() {
    return Object.values(this.sides).some((side) => side.source?.upload);
  }

  /**
   * Offer all classes; the one in use is chosen, whoever proposed it.
   * @param {string[]} classes
   * @param {number[]} labels index of each picture's class
   */
  showLabels(classes, labels) {
    this.names.forEach((side, i) => {
      const state = this.sides[side];
      state.picker.show(classes, classes[labels[i]]);
      const title = state.source?.photo ? this.config.photos[state.source.photo].title[current()] : t("picture.own");
      state.canvas.setAttribute("aria-label", `${t(`picture.${side}.label`)}: ${title}`);
      if (state.sentences) this.problem(side, state.sentences);
    });
    this.nameExamples();
  }

  makeExamples() {
    this.grid.replaceChildren(...this.examples.map((keys) => {
      const images = keys.map((key) => element("img", { alt: "", width: 44, height: 44, src: thumbnail(this.shell, key) }));
      const button = element("button", { type: "button", className: "example" }, images);
      button.dataset.photos = keys.join("+");
      button.addEventListener("click", () => this.choose(keys));
      return button;
    }));
  }

  // Names and the mark of the example that is shown, again whenever language or pictures change.
  nameExamples() {
    const shown = this.names.map((side) => this.sides[side].source?.photo).join("+");
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.grid.querySelectorAll(".example"))) {
      const { photos = "" } = button.dataset;
      const name = photos.split("+").map((key) => this.nameOf(key)).join(" + ");
      button.setAttribute("aria-label", name);
      button.title = name;
      button.setAttribute("aria-pressed", String(photos === shown));
    }
  }

  /** @param {string} key of a photo; its class names it where the models have that */
  nameOf(key) {
    const { labels, title } = this.config.photos[key];
    const label = labels[vocabulary(this.config, this.on.pair()).list];
    return label === undefined ? title[current()] : className(label);
  }

  /** @param {string[]} keys of photos */
  async choose(keys) {
    await Promise.all(keys.map((key, i) => this.setPhoto(this.names[i], key)));
    this.on.change("all");
  }
}
