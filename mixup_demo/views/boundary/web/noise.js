// An image of noise: each of 32 x 32 pixels uniform in each colour, by itself.

const CELLS = 32; // as many as the models see
const SIZE = 512;

export async function noiseFile() {
  const data = new ImageData(CELLS, CELLS);
  crypto.getRandomValues(data.data);
  for (let i = 3; i < data.data.length; i += 4) data.data[i] = 255;
  const small = new OffscreenCanvas(CELLS, CELLS);
  small.getContext("2d").putImageData(data, 0, 0);
  const large = new OffscreenCanvas(SIZE, SIZE);
  const context = large.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, SIZE, SIZE);
  const blob = await large.convertToBlob({ type: "image/png" });
  return new File([blob], "noise.png", { type: "image/png" });
}
