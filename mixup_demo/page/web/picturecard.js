// One picture on the page: its image, upload and drop, its class, and who says so.

import { again, there } from "./again.js";
import { pixelsOf } from "./blend.js";
import { ClassPicker } from "./classpicker.js";
import { vocabulary } from "./compare.js";
import { handOver, select } from "./dom.js";
import { OVERTAKEN, latest } from "./latest.js";
import { onFile, showPixels, sizeFor } from "./photos.js";
import { className, current, signed, t } from "./words.js";

/** @import { Pixels } from "./blend.js" */
/** @import { Sentences, Source } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

/**
 * What a card is told.
 * @typedef {object} Shown
 * @property {() => string} side of the choice, or end of the drawn line, that the card shows
 * @property {() => string} target side that a new picture is for
 * @property {() => string} pair comparison that shall see the picture
 */

export class PictureCard {
  /** @type {Pixels} of the canvas's size */
  pixels = new Uint8ClampedArray();
  drawn = ""; // what the canvas shows
  /** @type {Sentences | null} what is wrong with what was offered last */
  sentences = null;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {Shown} shown
   */
  constructor(root, shell, shown) {
    this.root = root;
    this.shell = shell;
    this.choice = shell.choice;
    this.shown = shown;
    this.canvas = select(root, "canvas.photo", HTMLCanvasElement);
    this.problem = select(root, ".problem", HTMLElement);
    this.guess = select(root, ".guess", HTMLElement);
    this.picker = new ClassPicker(select(root, "select.class-choice", HTMLSelectElement), shell.config.readable, {
      change: (name) => this.choice.setLabel(shown.side(), this.vocabulary.list, name),
      refuse: (sentence) => shell.toast(sentence),
      synonyms: () => shell.synonyms(this.vocabulary.list),
    });
    select(this.guess, "button", HTMLButtonElement).addEventListener("click", () => this.picker.choose(this.picker.value));
    onFile(select(root, "input[type=file]", HTMLInputElement), (file) => this.take(file));
    this.send = latest((/** @type {File} */ file, /** @type {string} */ pair) => shell.images.send(file, pair));
    this.takeDrops();
  }

  takeDrops() {
    const { root } = this;
    root.addEventListener("dragover", (event) => { event.preventDefault(); root.classList.add("over"); });
    root.addEventListener("dragleave", () => root.classList.remove("over"));
    root.addEventListener("drop", (event) => {
      event.preventDefault();
      root.classList.remove("over");
      const file = event.dataTransfer?.files[0];
      if (file) this.take(file);
    });
  }

  get vocabulary() {
    return vocabulary(this.shell.config, this.shown.pair());
  }

  /** @returns {Source} */
  get source() {
    return this.choice.source(this.shown.side());
  }

  // The class that the visitor has chosen, of those that the models know.
  get label() {
    return this.choice.label(this.shown.side(), this.vocabulary.list);
  }

  /**
   * Send a file to the server, which checks and decodes it; the old picture stays if it fails.
   * @param {File} file
   */
  async take(file) {
    const [side, pair] = [this.shown.target(), this.shown.pair()];
    const before = this.choice.sources[side];
    this.say(null);
    this.root.setAttribute("aria-busy", "true");
    const answer = await this.send(file, pair);
    if (answer === OVERTAKEN) return; // another picture since
    this.root.removeAttribute("aria-busy");
    if ("error" in answer) this.say(answer.error);
    else if (this.choice.sources[side] === before) this.choice.set({ [side]: answer.source }); // else another view has chosen since
  }

  // Another picture is chosen: a file under way comes too late, and what was wrong with one is past.
  free() {
    this.send.cancel();
    this.root.removeAttribute("aria-busy");
    this.say(null);
  }

  /** @param {Sentences | null} sentences what is wrong, in every language; null where all is well */
  say(sentences) {
    this.sentences = sentences;
    this.problem.textContent = sentences ? sentences[current()] : "";
  }

  // What the canvas is to show.
  get wanted() {
    return this.shell.images.key(this.source, this.shown.pair());
  }

  // Whether it shows that: not until `fit` is done, and not where the picture did not come.
  get fitted() {
    return this.drawn === this.wanted;
  }

  // Draw the chosen picture where that is not there yet, in the shape that the models see.
  async fit() {
    if (this.fitted) return;
    const { source, wanted } = this;
    const image = await this.bring(source);
    if (wanted !== this.wanted || this.fitted) return; // another one since, or another call has drawn it
    if (image) this.draw(image, wanted);
    else await this.lack(source);
  }

  /**
   * A picture, asked for again where it did not come; `Asking` does that for all but photos.
   * @param {Source} source
   */
  async bring(source) {
    const bring = async () => (await this.shell.images.of(source, this.shown.pair())) ?? undefined;
    return source.photo === undefined ? bring() : again(bring, () => this.shell.toast(t("problem.away")));
  }

  /**
   * @param {HTMLImageElement} image
   * @param {string} key of what it shows
   */
  draw(image, key) {
    const { width, height } = sizeFor(this.shell, this.shown.pair());
    this.put(pixelsOf(image, width, height), key);
    this.say(null);
  }

  /**
   * The picture did not come: rather none than another one beside answers that may be about it.
   * @param {Source} source
   */
  async lack(source) {
    const { width, height } = sizeFor(this.shell, this.shown.pair());
    this.put(new Uint8ClampedArray(4 * width * height), "");
    const lost = source.photo === undefined && await there(); // photos are the page's own
    this.shell.toast(t(lost ? "picture.gone" : "problem.server"));
  }

  /**
   * @param {Pixels} pixels of the size in which pictures are shown
   * @param {string} key of what they show
   */
  put(pixels, key) {
    this.pixels = pixels;
    this.drawn = key;
    showPixels(this.canvas, pixels, sizeFor(this.shell, this.shown.pair()));
  }

  /**
   * Offer all classes; the one in use is chosen, and it is said where the models have guessed it.
   * Of noise no guess is right: only that it is one is said.
   * @param {string[]} classes
   * @param {number} label index of the picture's class
   * @param {boolean} guessed
   */
  show(classes, label, guessed) {
    const noise = this.source.noise !== undefined;
    this.picker.show(classes, classes[label], guessed && (noise ? "class.noise" : "class.guessed"));
    const asks = guessed && !noise;
    if (!asks) handOver(this.guess, this.picker.field);
    this.guess.hidden = !asks;
    const name = className(classes[label]);
    select(this.guess, "span", HTMLElement).textContent = t("class.guess");
    const yes = select(this.guess, "button", HTMLButtonElement);
    yes.textContent = t("class.agree");
    yes.setAttribute("aria-label", t("class.agree.label", { name }));
    if (this.sentences) this.say(this.sentences);
  }

  // What the picture is, in words.
  get title() {
    const { photo, noise, weights } = this.source;
    if (photo !== undefined) return this.shell.config.photos[photo].title[current()];
    if (noise !== undefined) return t("picture.noise");
    if (!weights) return t("picture.own");
    const [a, b, c] = weights.map((weight) => signed(weight, 2));
    return t("picture.drawn", { a, b, c });
  }
}
