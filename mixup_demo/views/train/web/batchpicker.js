// The images of the batch, in their order: photos and uploads, put in and taken out.

import { vocabulary } from "../../../page/web/compare.js";
import { element } from "../../../page/web/dom.js";
import { fits, onFile, thumbnail } from "../../../page/web/photos.js";
import { className, current, t } from "../../../page/web/words.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { BatchImage, TrainConfig } from "./types.js" */

/** @typedef {BatchImage & { address?: string }} Chosen with what an upload looks like */

const BETWEEN = "."; // keys in the link

/**
 * The same images, one class after the other, each twice: what a loader gives that does not shuffle.
 * @param {Chosen[]} images
 * @param {(image: Chosen) => string} classOf
 */
export function inOrder(images, classOf) {
  const half = images.slice(0, Math.ceil(images.length / 2));
  return half.flatMap((image) => [image, image]).slice(0, images.length)
    .map((image, i) => ({ image, i })).sort((a, b) => classOf(a.image).localeCompare(classOf(b.image)) || a.i - b.i)
    .map(({ image }) => image);
}

/**
 * The same images in another order, drawn anew each time.
 * @param {Chosen[]} images
 */
function shuffled(images) {
  const mixed = [...images];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

export class BatchPicker {
  /** @type {Chosen[]} */
  images = [];
  /** @type {Chosen[] | undefined} the batch that was put in order: only half of its images are in that */
  unordered;

  /**
   * @param {ReturnType<typeof import("../../../page/web/dom.js").finder>} find
   * @param {Shell} shell
   * @param {{ linked?: string | number, kept?: BatchImage[] | null }} before keys of photos in a link; the batch that the tab has kept
   * @param {() => void} change
   */
  constructor(find, shell, { linked, kept }, change) {
    this.find = find;
    this.shell = shell;
    this.config = /** @type {TrainConfig} */ (shell.config.train);
    this.change = change;
    this.pair = this.config.pair;
    this.images = kept ?? this.of(linked ? String(linked).split(BETWEEN) : this.config.opening);
    const list = find("train-class", HTMLSelectElement);
    const { classes } = vocabulary(shell.config, this.pair);
    list.replaceChildren(...classes.map((name) => new Option(className(name), name)));
    find("train-shuffle").addEventListener("click", () => this.set(shuffled(this.unordered ?? this.images)));
    find("train-sorted").addEventListener("click", () => this.sort());
    onFile(/** @type {HTMLInputElement} */ (find("train").querySelector("input[type=file]")), (file) => this.take(file));
    this.makePhotos();
  }

  /**
   * Look at the uploads that the tab has kept; what the server no longer has is left out.
   * @returns {Promise<number>} how many are
   */
  async recover() {
    const { images, config } = this;
    const found = (await Promise.all(images.map((image) => this.seen(image)))).filter((image) => image !== null);
    this.images = found.length < config.fewest ? this.of(config.opening) : found;
    return images.length - found.length;
  }

  /**
   * @param {Chosen} image
   * @returns {Promise<Chosen | null>} with what it looks like
   */
  async seen(image) {
    if (image.upload === undefined) return image;
    const found = await this.shell.images.of({ upload: image.upload }, this.pair);
    return found && { ...image, address: found.src };
  }

  /** @param {string[]} keys */
  of(keys) {
    return keys.filter((key) => this.photos.includes(key)).map((photo) => ({ photo }));
  }

  // Those that show one of the classes.
  get photos() {
    const { config } = this.shell;
    return Object.keys(config.photos).filter((key) => fits(config, [key], vocabulary(config, this.pair).list));
  }

  /** @param {Chosen} image */
  classOf({ photo, label }) {
    return label ?? this.shell.config.photos[photo ?? ""].labels[vocabulary(this.shell.config, this.pair).list];
  }

  makePhotos() {
    this.find("train-photos").replaceChildren(...this.photos.map((key) => {
      const button = element("button", { type: "button" }, [element("img", { alt: "", width: 40, height: 40, src: thumbnail(this.shell, key) })]);
      button.dataset.photo = key;
      button.addEventListener("click", () => this.add({ photo: key }));
      return button;
    }));
  }

  /** @param {Chosen} image */
  add(image) {
    if (this.images.length >= this.config.most) {
      this.shell.toast(t("error.batch", { value: this.images.length + 1, limit: this.config.most }));
      return;
    }
    this.set([...this.images, image]);
  }

  sort() {
    const unordered = this.unordered ?? this.images;
    this.set(inOrder(unordered, (image) => this.classOf(image)));
    this.unordered = unordered;
  }

  /** @param {Chosen[]} images */
  set(images) {
    this.images = images;
    this.unordered = undefined;
    this.shell.toasts.hide(); // what was refused has given way to something else
    this.say();
    this.change();
  }

  reset() {
    this.images = this.of(this.config.opening);
    this.unordered = undefined;
    this.say();
  }

  /**
   * Send a file to the server, which checks it; it gets the class that is chosen beside.
   * @param {File} file
   */
  async take(file) {
    const problem = this.find("train-problem");
    const answer = await this.shell.images.send(file, this.pair);
    problem.textContent = "error" in answer ? answer.error[current()] : "";
    if ("error" in answer) return;
    const image = await this.shell.images.of(answer.source, this.pair);
    const label = this.find("train-class", HTMLSelectElement).value;
    this.add({ ...answer.source, label, address: image?.src });
  }

  /** @param {number} place */
  drop(place) {
    if (this.images.length <= this.config.fewest) {
      this.shell.toast(t("error.batch", { value: this.images.length - 1, limit: this.config.most }));
      return;
    }
    this.set(this.images.filter((_, i) => i !== place));
    const left = /** @type {NodeListOf<HTMLElement>} */ (this.find("train-chosen").querySelectorAll("button"));
    left[Math.min(place, left.length - 1)].focus(); // the one that had it is gone
  }

  say() {
    this.find("train-chosen").replaceChildren(...this.images.map((image, i) => this.item(image, i)));
    this.find("train-count").textContent = t("train.batch.count", { n: this.images.length });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.find("train-photos").querySelectorAll("button"))) {
      const name = this.shell.config.photos[button.dataset.photo ?? ""].title[current()];
      button.setAttribute("aria-label", t("train.batch.add", { name }));
      button.title = name;
    }
    for (const option of this.find("train-class", HTMLSelectElement).options) option.textContent = className(option.value);
  }

  /**
   * @param {Chosen} image
   * @param {number} i
   */
  item(image, i) {
    const { photo, address = "" } = image;
    const picture = element("img", { alt: "", width: 60, height: 60, src: photo === undefined ? address : thumbnail(this.shell, photo) });
    const button = element("button", { type: "button" }, [picture, element("b", { textContent: String(i + 1) })]);
    const name = className(this.classOf(image));
    button.setAttribute("aria-label", t("train.batch.remove", { n: i + 1, name }));
    button.title = name;
    button.addEventListener("click", () => this.drop(i));
    return element("li", {}, [button]);
  }

  get hasOwn() {
    return this.images.some(({ photo }) => photo === undefined);
  }

  // What the tab keeps where no link holds the batch.
  get kept() {
    return this.hasOwn ? this.images.map(({ address, ...image }) => image) : null;
  }

  // What a link holds: photos where there are enough of them, nothing of the opening batch.
  get link() {
    const keys = this.images.flatMap(({ photo }) => photo ?? []);
    const usual = keys.join(BETWEEN) === this.config.opening.join(BETWEEN);
    return usual || keys.length < this.config.fewest ? null : keys.join(BETWEEN);
  }
}
