// Blending: x̃ = λ A + (1 − λ) B, exactly, byte by byte, and CutMix's box.
// (The canvas's own globalAlpha is off by up to 2 of 255.)

// An image source as RGBA bytes of size x size pixels.
export function pixelsOf(source, size) {
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, size, size);
  return context.getImageData(0, 0, size, size).data;
}

// Base64 of RGB bytes as RGBA bytes.
export function pixelsFromBase64(text) {
  const rgb = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from];
    rgba[to + 1] = rgb[from + 1];
    rgba[to + 2] = rgb[from + 2];
  }
  return rgba;
}

export class Blender {
  constructor(canvas) {
    this.context = canvas.getContext("2d");
    this.size = canvas.width;
    this.frame = this.context.createImageData(this.size, this.size);
  }

  // pixels: RGBA bytes of the canvas's size.
  show(pixels) {
    this.frame.data.set(pixels);
    this.context.putImageData(this.frame, 0, 0);
  }

  // a, b: RGBA bytes of the canvas's size.
  mixup(a, b, lambda) {
    const out = this.frame.data;
    for (let i = 0; i < out.length; i++) out[i] = b[i] + lambda * (a[i] - b[i]); // clamped and rounded
    this.context.putImageData(this.frame, 0, 0);
  }

  // pictures: RGBA bytes, each with its weight; values outside the range are clipped for display.
  combine(pictures, weights) {
    const out = this.frame.data;
    const [a, b, c] = pictures;
    const [wa, wb, wc] = weights;
    for (let i = 0; i < out.length; i++) out[i] = wa * a[i] + wb * b[i] + wc * c[i];
    this.context.putImageData(this.frame, 0, 0);
  }

  // box: [top, bottom, left, right] in units of a grid of `grid` cells a side; B fills it.
  cutmix(a, b, box, grid) {
    const out = this.frame.data;
    out.set(a);
    const [top, bottom, left, right] = box.map((edge) => (edge * this.size) / grid);
    for (let row = top; row < bottom; row++) {
      const from = (row * this.size + left) * 4;
      out.set(b.subarray(from, from + (right - left) * 4), from);
    }
    this.context.putImageData(this.frame, 0, 0);
  }
}
