// Chapter 3: neighbours of points of a plane and of one photo, drawn from three vicinities.

import { Blender, pixelsOf } from "../../../page/web/blend.js";
import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";
import { chance, choices, normal, pressing, svg } from "./drawing.js";
import { NEIGHBOURS, photo } from "./photo.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Pixels } from "../../../page/web/blend.js" */

/** @typedef {{ x: number, y: number, share: number }} Spot share: of the first class */

const KINDS = ["point", "noise", "crop", "mixup"];
const WORDS = ["learn.vicinity.point", "learn.vicinity.noise", "learn.vicinity.crop", "learn.vicinity.mixup"];
const SIDE = 132; // px of a photo
const EACH = 14; // neighbours of a point
const SPREAD = 0.07; // of the noise, in units of the plane
const GRAIN = 38; // of the noise in photos, of 255
const KEPT = 0.72; // side of a crop, of the photo's

/** @type {Spot[]} two arcs that reach into each other */
const POINTS = Array.from({ length: 14 }, (_, k) => {
  const angle = Math.PI * ((k % 7) + 0.5) / 7;
  const first = k < 7;
  return {
    x: first ? 0.4 - 0.27 * Math.cos(angle) : 0.6 + 0.27 * Math.cos(angle),
    y: first ? 0.6 - 0.4 * Math.sin(angle) : 0.4 + 0.4 * Math.sin(angle),
    share: first ? 1 : 0,
  };
});

export class VicinityFigure {
  kind = "mixup";
  seed = 3;
  /** @type {Pixels[]} the photo, and others that it is mixed with */
  pixels = [];

  /** @param {Shell} shell */
  constructor(shell) {
    const kinds = KINDS.map((value, k) => ({ value, text: t(WORDS[k]) }));
    const kind = choices("learn.vicinity.kind", kinds, this.kind, (value) => { this.kind = value; this.draw(); });
    const again = pressing("learn.vicinity.again", () => { this.seed += 1; this.draw(); });
    this.plane = svg("svg", { viewBox: "0 0 320 240", class: "plane-svg", role: "img" });
    this.note = element("p", { className: "hint" });
    this.tiles = Array.from({ length: NEIGHBOURS }, () => {
      const canvas = element("canvas", { width: SIDE, height: SIDE });
      const bar = element("div", { className: "label-bar" }, [element("i"), element("i")]);
      return { blender: new Blender(canvas), bar, node: element("div", {}, [canvas, bar]) };
    });
    this.photos = element("div", { className: "neighbours" }, this.tiles.map(({ node }) => node));
    this.photos.setAttribute("role", "img");
    this.photos.setAttribute("aria-label", t("learn.vicinity.photos"));
    const caption = (/** @type {string} */ key) => element("p", { className: "part-title", textContent: t(key) });
    this.node = element("div", {}, [
      element("div", { className: "live-controls" }, [kind, again]),
      element("div", { className: "two-parts" }, [
        element("div", {}, [caption("learn.vicinity.plane"), this.plane, this.note]),
        element("div", {}, [caption("learn.vicinity.photos"), this.photos]),
      ]),
    ]);
    this.draw();
    this.load(shell).catch(() => shell.toast(t("learn.missing")));
  }

  get chance() {
    return this.seed;
  }

  set chance(seed) {
    this.seed = seed;
    this.draw();
  }

  /** @param {Shell} shell */
  async load(shell) {
    const [first] = shell.config.pairs;
    const others = shell.config.pairs.slice(1, NEIGHBOURS).map(([, b]) => b);
    const images = await Promise.all([first[0], ...others].map((key) => photo(shell, key)));
    this.pixels = images.map((image) => pixelsOf(image, SIDE, SIDE));
    this.draw();
  }

  draw() {
    const random = chance(this.seed);
    const spots = neighbours(this.kind, random);
    const mixed = spots.filter(({ share }) => share > 0 && share < 1).length;
    this.plane.replaceChildren(
      ...spots.map((spot) => dot(spot, 3.2, "spot")), ...POINTS.map((spot) => dot(spot, 6.5, "example")),
    );
    const said = t("learn.vicinity.said", { points: POINTS.length, drawn: spots.length, mixed });
    this.note.textContent = this.kind === "crop" ? t("learn.vicinity.plane.crop") : said;
    this.plane.setAttribute("aria-label", said);
    if (this.pixels.length) this.tiles.forEach((tile, k) => this.paint(tile, k, random));
  }

  /**
   * @param {{ blender: Blender, bar: HTMLElement }} tile
   * @param {number} k
   * @param {() => number} random
   */
  paint({ blender, bar }, k, random) {
    const [own, ...others] = this.pixels;
    let share = 1;
    if (this.kind === "noise") blender.show(noisy(own, random));
    else if (this.kind === "crop") blender.show(cropped(own, random));
    else if (this.kind === "mixup") {
      share = 0.5 + random() / 2; // with less of it, it is a neighbour of the other photo
      blender.mixup(own, others[k % others.length], share);
    } else blender.show(own);
    const [first, second] = /** @type {HTMLElement[]} */ ([...bar.children]);
    first.style.flexGrow = String(share);
    second.style.flexGrow = String(1 - share);
  }
}

/**
 * @param {string} kind
 * @param {() => number} random
 * @returns {Spot[]}
 */
export function neighbours(kind, random) {
  if (kind !== "noise" && kind !== "mixup") return [];
  return POINTS.flatMap((point) => Array.from({ length: EACH }, () => {
    if (kind === "noise") return { ...point, x: point.x + SPREAD * normal(random), y: point.y + SPREAD * normal(random) };
    const other = POINTS[Math.floor(random() * POINTS.length)];
    const lam = random();
    const mix = (/** @type {"x" | "y" | "share"} */ name) => lam * point[name] + (1 - lam) * other[name];
    return { x: mix("x"), y: mix("y"), share: mix("share") };
  }));
}

/**
 * @param {Spot} spot
 * @param {number} r
 * @param {string} name
 */
function dot({ x, y, share }, r, name) {
  const node = svg("circle", { cx: 320 * x, cy: 240 * y, r, class: name });
  node.style.fill = `color-mix(in srgb, var(--class-a) ${(100 * share).toFixed(0)}%, var(--class-b))`;
  return node;
}

/**
 * @param {Pixels} pixels
 * @param {() => number} random
 */
function noisy(pixels, random) {
  return pixels.map((value, k) => (k % 4 === 3 ? value : value + GRAIN * normal(random)));
}

/**
 * A random part of the photo, as large as the whole again, mirrored half of the time.
 * @param {Pixels} pixels
 * @param {() => number} random
 */
function cropped(pixels, random) {
  const [left, top] = [random(), random()].map((share) => share * (1 - KEPT) * SIDE);
  const flip = random() < 0.5;
  const from = (/** @type {number} */ at, /** @type {number} */ start) => Math.floor(start + KEPT * at);
  return pixels.map((_, k) => {
    const [x, y] = [(k >> 2) % SIDE, Math.floor((k >> 2) / SIDE)];
    return pixels[4 * (from(y, top) * SIDE + from(flip ? SIDE - 1 - x : x, left)) + (k % 4)];
  });
}
