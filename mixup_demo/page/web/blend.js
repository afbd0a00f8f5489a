// Blending: x̃ = λ A + (1 − λ) B, exactly, byte by byte, and CutMix's box.
// (The canvas's own globalAlpha is off by up to 2 of 255.)

import { bytes } from "./bytes.js";

/** @import { Size } from "./contract.js" */

/** @typedef {Uint8ClampedArray<ArrayBuffer>} Pixels RGBA bytes */
/** @typedef {{ width: number, height: number }} Area */

/**
 * The size at which pictures are shown that models see at `size`: the same shape, the longer side
 * as given.
 * @param {Size} size
 * @param {number} longer
 * @returns {Area}
 */
export function shownSize([height, width], longer) {
  const scale = longer / Math.max(height, width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * The middle part of a source that has the shape of `area`.
 * @param {Area} source
 * @param {Area} area
 */
export function centreCrop(source, area) {
  const scale = Math.min(source.width / area.width, source.height / area.height);
  const [width, height] = [area.width * scale, area.height * scale];
  return { x: (source.width - width) / 2, y: (source.height - height) / 2, width, height };
}

/**
 * The middle of an image as pixels of the given size.
 * @param {HTMLImageElement | HTMLCanvasElement} source
 * @param {number} width
 * @param {number} height
 * @returns {Pixels}
 */
export function pixelsOf(source, width, height) {
  const own = source instanceof HTMLImageElement
    ? { width: source.naturalWidth, height: source.naturalHeight } : source;
  const crop = centreCrop(own, { width, height });
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser has no canvas to draw on");
  context.drawImage(source, crop.x, crop.y, crop.width, crop.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

/**
 * Base64 of RGB bytes as pixels.
 * @param {string} text
 * @returns {Pixels}
 */
export function pixelsFromBase64(text) {
  const rgb = bytes(text);
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from];
    rgba[to + 1] = rgb[from + 1];
    rgba[to + 2] = rgb[from + 2];
  }
  return rgba;
}

/**
 * @param {Pixels} out
 * @param {Pixels} a
 * @param {Pixels} b
 * @param {number} lambda
 */
export function blend(out, a, b, lambda) {
  for (let i = 0; i < out.length; i++) out[i] = b[i] + lambda * (a[i] - b[i]); // clamped and rounded
}

/**
 * The weighted sum of three pictures; values outside the range are clipped for display.
 * @param {Pixels} out
 * @param {Pixels[]} pictures
 * @param {number[]} weights
 */
export function weightedSum(out, [a, b, c], [wa, wb, wc]) {
  for (let i = 0; i < out.length; i++) out[i] = wa * a[i] + wb * b[i] + wc * c[i];
}

/**
 * A box [top, bottom, left, right] in pixels of `from`, in whole pixels of `to`.
 * @param {number[]} box
 * @param {Area} from
 * @param {Area} to
 */
export function scaleBox([top, bottom, left, right], from, to) {
  const down = (/** @type {number} */ row) => Math.round((row * to.height) / from.height);
  const across = (/** @type {number} */ column) => Math.round((column * to.width) / from.width);
  return [down(top), down(bottom), across(left), across(right)];
}

/**
 * A, with B in a box [top, bottom, left, right].
 * @param {Pixels} out
 * @param {Pixels} a
 * @param {Pixels} b
 * @param {number[]} box in whole pixels
 * @param {number} width of the pictures
 */
export function paste(out, a, b, [top, bottom, left, right], width) {
  out.set(a);
  for (let row = top; row < bottom; row++) {
    const from = (row * width + left) * 4;
    out.set(b.subarray(from, from + (right - left) * 4), from);
  }
}

// Shows blends on a canvas; pixels are of the canvas's size.
export class Blender {
  /** @type {ImageData} */
  frame;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.frame = this.context.createImageData(canvas.width, canvas.height);
  }

  get width() {
    return this.frame.width;
  }

  get height() {
    return this.frame.height;
  }

  /** @param {Area} size an empty canvas of which is made unless it has that size */
  resize({ width, height }) {
    if (width === this.width && height === this.height) return;
    Object.assign(this.canvas, { width, height });
    this.frame = this.context.createImageData(width, height);
  }

  /** @param {Pixels} pixels */
  show(pixels) {
    this.frame.data.set(pixels);
    this.put();
  }

  /**
   * @param {Pixels} a
   * @param {Pixels} b
   * @param {number} lambda
   */
  mixup(a, b, lambda) {
    blend(this.frame.data, a, b, lambda);
    this.put();
  }

  /**
   * @param {Pixels[]} pictures
   * @param {number[]} weights
   */
  combine(pictures, weights) {
    weightedSum(this.frame.data, pictures, weights);
    this.put();
  }

  /**
   * @param {Pixels} a
   * @param {Pixels} b
   * @param {number[]} box in pixels of a picture of the size `from`
   * @param {Area} from
   */
  cutmix(a, b, box, from) {
    paste(this.frame.data, a, b, scaleBox(box, from, this), this.width);
    this.put();
  }

  put() {
    this.context.putImageData(this.frame, 0, 0);
  }
}
