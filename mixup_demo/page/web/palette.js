// Colours of the style sheet as numbers, and maps of probabilities painted with them.

export const CLASSES = ["a", "b", "c", "d"];

// A colour of the style sheet, #rrggbb, as numbers.
export function rgb(text) {
  const value = parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

// The present theme's: { classes: [[r, g, b], ...], ground, strength: of colours on maps, card, ink }
// with css for the last two.
export function palette() {
  const styles = getComputedStyle(document.body);
  const colour = (name) => styles.getPropertyValue(`--${name}`).trim();
  return {
    classes: CLASSES.map((name) => rgb(colour(`class-${name}`))),
    ground: rgb(colour("card")), strength: Number(colour("map-strength")), card: colour("card"), ink: colour("ink"),
  };
}

export const css = ([r, g, b]) => `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;

// The colour of a soft label.
export const between = (one, other, lambda) => one.map((value, k) => lambda * value + (1 - lambda) * other[k]);

// The likeliest class of a cell and how far its probability is above chance, 0 to 1.
// planes: bytes of the first K − 1 classes' probabilities, one map after the other.
export function likeliest(planes, classes, cells, cell) {
  let best = classes - 1;
  let rest = 255;
  for (let k = 0; k < classes - 1; k++) rest -= planes[k * cells + cell];
  let most = rest;
  for (let k = classes - 2; k >= 0; k--) {
    if (planes[k * cells + cell] > most) { most = planes[k * cells + cell]; best = k; }
  }
  return { best, share: most / 255, above: Math.max(0, ((classes * most) / 255 - 1) / (classes - 1)) };
}

// Fill a canvas of side x side pixels: hue is the likeliest class, strength how sure it is.
export function fillMap(canvas, planes, classes, side, colours) {
  Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  const cells = side * side;
  for (let cell = 0; cell < cells; cell++) {
    const { best, above } = likeliest(planes, classes, cells, cell);
    const to = 4 * ((side - 1 - Math.floor(cell / side)) * side + (cell % side)); // y points up
    const colour = colours.classes[best];
    for (let k = 0; k < 3; k++) image.data[to + k] = colours.ground[k] + colours.strength * above * (colour[k] - colours.ground[k]);
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
