// Photos and uploads as images, in the shape that the models see.

import { shownSize } from "./blend.js";
import { vocabulary } from "./compare.js";
import { inAll } from "./words.js";

const KEPT = 16; // images

/** @import { Area, Pixels } from "./blend.js" */
/** @import { Choice } from "./choice.js" */
/** @import { Config, Sentences, Source } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

/** @param {string} src */
export async function loadImage(src) {
  const image = new Image();
  image.src = src;
  await image.decode();
  return image;
}

// The images of sources, as comparisons' models see them; the last ones are kept.
export class Images {
  /** @type {Map<string, Promise<HTMLImageElement | null>>} */
  kept = new Map();

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
  }

  /**
   * The image of a source; null where the server has lost it, or does not answer.
   * @param {Source} source
   * @param {string} pair
   */
  of(source, pair) {
    const key = this.key(source, pair);
    const known = this.kept.get(key);
    if (known) return known;
    const image = this.load(source, pair).catch(() => null);
    image.then((found) => found ?? this.kept.delete(key)); // so that it is asked for again
    return this.keep(key, image);
  }

  /**
   * @param {Source} source
   * @param {string} pair
   */
  async load(source, pair) {
    if (source.photo !== undefined) return loadImage(photoAddress(this.shell, source.photo));
    const answer = await this.shell.call("inspect", { image: source, pair });
    if ("image" in answer) return loadImage(answer.image);
    if ("error" in answer && answer.error) return null;
    throw new Error("the server left it unanswered"); // it may have the picture all the same
  }

  /**
   * A picture as a comparison's models see it.
   * @param {Source} image
   * @param {string} pair
   * @returns {Promise<{ image: string } | { error: Sentences }>}
   */
  async inspect(image, pair) {
    const answer = await this.shell.call("inspect", { image, pair });
    return "image" in answer ? answer : { error: ("error" in answer && answer.error) || inAll("problem.upload") };
  }

  /**
   * Send a file to the server, which checks it.
   * @param {File} file
   * @param {string} pair comparison that shall see the picture
   * @returns {Promise<{ source: Source } | { error: Sentences }>}
   */
  async send(file, pair) {
    const limit = this.shell.config.upload_megabytes;
    if (file.size > limit * 2 ** 20) {
      return { error: inAll("error.image.bytes", { value: (file.size / 2 ** 20).toFixed(1), limit }) };
    }
    try {
      const source = { upload: (await this.shell.upload(file)).path };
      const answer = await this.inspect(source, pair);
      if ("error" in answer) return answer;
      this.keep(this.key(source, pair), loadImage(answer.image));
      return { source };
    } catch {
      return { error: inAll("problem.upload") };
    }
  }

  /**
   * The sides whose upload the server no longer has; examples stand in for them from now on.
   * @param {Choice} choice
   * @param {string} pair
   */
  async missing(choice, pair) {
    const sides = choice.uploaded;
    const found = await Promise.all(sides.map((side) => this.load(choice.source(side), pair).catch(() => undefined)));
    const lost = sides.filter((_, i) => found[i] === null);
    for (const side of lost) choice.lose(side);
    return lost;
  }

  /**
   * @param {Source} source
   * @param {string} pair of whose models the shape counts
   */
  key(source, pair) {
    return JSON.stringify([source, vocabulary(this.shell.config, pair).size]);
  }

  /**
   * @param {string} key
   * @param {Promise<HTMLImageElement | null>} image
   */
  keep(key, image) {
    this.kept.set(key, image);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT) this.kept.delete(oldest);
    return image;
  }
}

/**
 * @param {Shell} shell
 * @param {string} key of a photo
 */
export const photoAddress = ({ base, config }, key) => `${base}/${config.photos[key].file}`;

/**
 * A photo in a size for lists, as part of the configuration: no request of its own.
 * @param {Shell} shell
 * @param {string} key of a photo
 */
export const thumbnail = ({ config }, key) => config.photos[key].thumbnail;

/**
 * Whether all of these photos have a class in a list.
 * @param {Pick<Config, "photos">} config
 * @param {string[]} keys of photos
 * @param {string} list
 */
export const fits = ({ photos }, keys, list) => keys.every((key) => photos[key].labels[list] !== undefined);

/**
 * The size at which pictures are shown: of the shape that a comparison's models see.
 * @param {Shell} shell
 * @param {string} pair
 */
export const sizeFor = ({ config }, pair) => shownSize(vocabulary(config, pair).size, config.display);

/**
 * Draw pixels on a canvas, which takes their size.
 * @param {HTMLCanvasElement} canvas
 * @param {Pixels} pixels
 * @param {Area} size
 */
export function showPixels(canvas, pixels, { width, height }) {
  Object.assign(canvas, { width, height });
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
}

/**
 * Hand on the file that an input takes.
 * @param {HTMLInputElement} input
 * @param {(file: File) => void} take
 */
export function onFile(input, take) {
  input.addEventListener("change", () => {
    if (input.files?.[0]) take(input.files[0]);
    input.value = ""; // so that the same file can be chosen again
  });
}
