// An image of noise: each pixel uniform in each colour, by itself, as large as the models see it.

/**
 * Noise as RGBA bytes, opaque.
 * @param {number} width
 * @param {number} height
 * @param {(values: Uint8ClampedArray<ArrayBuffer>) => void} randomise fills an array with uniform bytes
 */
export function noisePixels(width, height, randomise) {
  const pixels = new Uint8ClampedArray(4 * width * height);
  randomise(pixels);
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
  return pixels;
}

/**
 * Noise as a PNG file.
 * @param {[height: number, width: number]} size
 */
export async function noiseFile([height, width]) {
  const pixels = noisePixels(width, height, fillWithNoise);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new File([blob], "noise.png", { type: "image/png" });
}

const MOST = 65_536; // bytes that the browser's generator gives at once

/**
 * Fill an array of any length with random bytes.
 * @param {Uint8ClampedArray<ArrayBuffer>} values
 */
export function fillWithNoise(values) {
  for (let from = 0; from < values.length; from += MOST) crypto.getRandomValues(values.subarray(from, from + MOST));
}
