// The pictures of a view, sides of the one choice: their cards, the camera, pasting, and examples.

import { Camera } from "./camera.js";
import { ENDS, SIDES } from "./choice.js";
import { vocabulary } from "./compare.js";
import { element, finder, isShown, select } from "./dom.js";
import { PictureCard } from "./picturecard.js";
import { fits, sizeFor, thumbnail } from "./photos.js";
import { className, classNotes, current, t } from "./words.js";

/** @import { Source } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

export class Pictures {
  asked = ""; // what the last question held

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {string[][]} examples keys of photos, one photo a side
   * @param {{ change(): void, pair(): string }} on change: others are to be asked about; pair: the
   *   comparison that shall see the pictures
   */
  constructor(root, shell, examples, on) {
    this.root = root;
    this.shell = shell;
    this.config = shell.config;
    this.choice = shell.choice;
    this.examples = examples;
    this.on = on;
    const find = finder(root);
    this.grid = find("examples");
    this.note = element("p", { className: "hint class-note" });
    this.grid.after(this.note);
    this.camera = new Camera(find("camera", HTMLDialogElement), () => shell.toast(t("picture.camera.problem")));
    this.names = SIDES.slice(0, examples[0].length);
    this.sides = Object.fromEntries(this.names.map((side) => [side, this.makeCard(side)]));
    this.makeExamples();
    document.addEventListener("paste", (event) => this.paste(event));
    for (const type of ["dragover", "drop"]) root.addEventListener(type, (event) => event.preventDefault()); // beside a card: the browser would leave the page
    this.choice.listen(() => isShown(this.root) && this.wake());
  }

  /** @param {string} side */
  makeCard(side) {
    const root = select(this.root, `[data-side=${side}]`, HTMLElement);
    const card = new PictureCard(root, this.shell, {
      side: () => this.shown(side), target: () => side, pair: () => this.on.pair(),
    });
    root.querySelector("[data-action=camera]")?.addEventListener("click", () => this.camera.open((file) => card.take(file)));
    select(root, "[data-action=line]", HTMLElement).addEventListener("click", () => this.choice.endLine());
    return card;
  }

  /**
   * What stands on a side: with two of them the ends of a line, where one is drawn.
   * @param {string} side
   */
  shown(side) {
    return this.choice.line && this.names.length < SIDES.length ? ENDS[side] : side;
  }

  /**
   * The card that has the focus or the pointer gets what is pasted; A otherwise.
   * @param {ClipboardEvent} event
   */
  paste(event) {
    const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith("image/"));
    if (!file || !isShown(this.root)) return;
    const aimed = /** @type {HTMLElement | null} */ (this.root.querySelector(".picture:focus-within, .picture:hover"));
    this.sides[aimed?.dataset.side ?? "a"].take(file);
  }

  get size() {
    return sizeFor(this.shell, this.on.pair());
  }

  // Draw the pictures that a question is going to be about.
  async fit() {
    this.asked = this.wanted;
    this.markExample();
    await Promise.all(this.names.map((side) => this.sides[side].fit()));
    if (!this.fitted) this.forget(); // a picture did not come: choosing it again asks again
  }

  /** Whether each card shows the picture that is chosen for it. */
  get fitted() {
    return this.names.every((side) => this.sides[side].fitted);
  }

  // What a question would hold now, as a text.
  get wanted() {
    return JSON.stringify([this.request, this.shell.device]);
  }

  // Ask where pictures, classes or the device are no longer those of the last question.
  wake() {
    if (this.wanted !== this.asked) this.on.change();
  }

  // What was asked last came to nothing: it is asked again when the pictures are chosen or shown again.
  forget() {
    this.asked = "";
  }

  // Pictures and classes as a link holds them.
  get link() {
    return this.choice.link(this.names, vocabulary(this.config, this.on.pair()).list);
  }

  // Pictures and classes as a question holds them.
  get request() {
    return Object.fromEntries(this.names.flatMap((side) => [
      [side, this.sides[side].source], [`label_${side}`, this.sides[side].label],
    ]));
  }

  get hasOwn() {
    return this.choice.hasOwn(this.names.map((side) => this.shown(side)));
  }

  /**
   * Whether the pictures are those of an example, with the classes that are their own.
   * @param {string[]} keys of photos
   */
  are(keys) {
    return this.names.every((side, i) => this.sides[side].source.photo === keys[i] && !this.sides[side].label);
  }

  /**
   * Offer all classes; the one in use is chosen, whoever proposed it.
   * @param {string[]} classes
   * @param {number[]} labels index of each picture's class
   * @param {boolean[]} guessed whether the models have guessed it
   */
  showLabels(classes, labels, guessed) {
    this.names.forEach((side, i) => {
      const card = this.sides[side];
      card.show(classes, labels[i], guessed[i]);
      card.canvas.setAttribute("aria-label", `${t(`picture.${side}.label`)}: ${card.title}`);
      this.sayLine(card, side);
    });
    this.nameExamples();
  }

  /**
   * Where the card shows the end of a line, it says so and leads back.
   * @param {PictureCard} card
   * @param {string} side
   */
  sayLine(card, side) {
    const drawn = this.shown(side) !== side;
    const note = select(card.root, ".drawn", HTMLElement);
    note.hidden = !drawn;
    select(note, "span", HTMLElement).textContent = drawn ? card.title : "";
    select(note, "button", HTMLElement).textContent = t("picture.line.end");
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

  // Names of the examples, again whenever the language changes; those alone are offered of whose
  // photos the models know the classes.
  nameExamples() {
    const { list, classes } = vocabulary(this.config, this.on.pair());
    const fitting = this.examples.filter((keys) => fits(this.config, keys, list)).map((keys) => keys.join("+"));
    this.note.textContent = [...(fitting.length ? [] : [t("examples.none")]), ...classNotes(classes)].join(" ");
    this.note.hidden = !this.note.textContent;
    for (const button of this.buttons()) {
      const { photos = "" } = button.dataset;
      const name = photos.split("+").map((key) => this.nameOf(key)).join(" + ");
      button.hidden = !fitting.includes(photos);
      button.setAttribute("aria-label", name);
      button.title = name;
    }
    this.markExample();
  }

  /** @returns {NodeListOf<HTMLElement>} */
  buttons() {
    return this.grid.querySelectorAll(".example");
  }

  // The example that is chosen, answered or not.
  markExample() {
    const chosen = this.names.map((side) => this.sides[side].source.photo).join("+");
    for (const button of this.buttons()) button.setAttribute("aria-pressed", String(button.dataset.photos === chosen));
  }

  /** @param {string} key of a photo; its class names it where the models have that */
  nameOf(key) {
    const { labels, title } = this.config.photos[key];
    const label = labels[vocabulary(this.config, this.on.pair()).list];
    return label === undefined ? title[current()] : className(label);
  }

  /** @param {string[]} keys of photos */
  choose(keys) {
    for (const side of this.names) this.sides[side].free();
    this.choice.set(Object.fromEntries(keys.map((key, i) => /** @type {[string, Source]} */ ([this.names[i], { photo: key }]))));
  }
}
