// The point of a plane under the pointer: its image, blended right here, and the models' answers.

import { Blender, pixelsFromBase64, pixelsOf } from "../../../page/web/blend.js";
import { element, finder } from "../../../page/web/dom.js";
import { cellAt, step, within } from "../../../page/web/places.js";
import { className, percent, signed, t } from "../../../page/web/words.js";
import { CORNERS, share, weightsAt } from "./plane.js";

/** @import { Pixels } from "../../../page/web/blend.js" */
/** @import { Mark } from "../../../page/web/contract.js" */
/** @import { Place, Plane, PlaneModel } from "./types.js" */

const REDUCTION = 2; // of the shown pictures' sides: all pixels are blended at every move
const SAY_MS = 400; // the arrow keys rest

/**
 * What is blended and looked up at a place.
 * @typedef {object} PointScene
 * @property {Plane} plane
 * @property {string[]} classes names, by index
 * @property {string[]} words the models' names, in their order
 * @property {Pixels[]} pictures pixels of each image, as it is shown
 * @property {Pixels[]} inputs the same as the models see them
 */

export class Point {
  /** @type {PointScene | undefined} */
  scene;
  /** @type {Place} */
  at = { x: NaN, y: NaN };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  telling;

  /**
   * @param {HTMLElement} root
   * @param {Mark[]} marks in the order of the models
   */
  constructor(root, marks) {
    const find = finder(root);
    this.image = new Blender(find("point-image", HTMLCanvasElement));
    this.seen = new Blender(find("point-seen", HTMLCanvasElement));
    this.weights = find("point-weights");
    this.where = find("point-where");
    this.said = find("point-said");
    this.rows = marks.map(({ name }) => makeRow(name));
    this.weights.after(...this.rows.map(({ node }) => node));
  }

  /**
   * @param {Plane} plane
   * @param {string[]} classes names, by index
   * @param {string[]} words the models' names, in their order
   * @param {HTMLCanvasElement[]} pictures that span the plane
   */
  show(plane, classes, words, pictures) {
    const [width, height] = [pictures[0].width, pictures[0].height].map((side) => Math.round(side / REDUCTION));
    const [rows, columns] = plane.input_size;
    this.image.resize({ width, height });
    this.seen.resize({ width: columns, height: rows });
    this.scene = {
      plane, classes, words,
      pictures: pictures.map((picture) => pixelsOf(picture, width, height)),
      inputs: plane.inputs.map(pixelsFromBase64),
    };
    const [x, y] = plane.centre;
    this.at = within(Number.isNaN(this.at.x) ? { x, y } : this.at, plane.frame);
  }

  /**
   * Go so many cells further, as far as the plane goes.
   * @param {[number, number]} cells to the right and up
   */
  step(cells) {
    if (!this.scene) return;
    const { frame, resolution } = this.scene.plane;
    this.at = step(this.at, cells, frame, resolution);
  }

  // One frame.
  paint() {
    if (!this.scene) return;
    const { plane, pictures, inputs } = this.scene;
    const weights = weightsAt(plane.weights, this.at);
    this.image.combine(pictures, weights);
    this.seen.combine(inputs, weights);
    this.weights.replaceChildren(...weights.flatMap((weight, i) => term(weight, i)));
    plane.models.forEach((model, i) => this.answer(model, this.rows[i]));
    this.where.textContent = t("plane.where", { x: signed(this.at.x, 1), y: signed(this.at.y, 1) });
  }

  /**
   * @param {PlaneModel} model
   * @param {ReturnType<typeof makeRow>} row of its answer
   */
  answer(model, { name, fill, sure }) {
    if (!this.scene) return;
    const { plane } = this.scene;
    const at = cellAt(this.at, plane.frame, plane.resolution);
    const values = this.values(model, this.scene);
    const corner = plane.labels.indexOf(model.classes[at]);
    name.textContent = values.class;
    sure.textContent = t("plane.sure", values);
    fill.className = `fill fill-${corner < 0 ? "other" : CORNERS[corner]}`;
    fill.style.transform = `scaleX(${share(model.confidence[at])})`;
  }

  /**
   * What a model answers at the point, in words.
   * @param {PlaneModel} model
   * @param {PointScene} scene
   */
  values({ classes, confidence, margin }, scene) {
    const at = cellAt(this.at, scene.plane.frame, scene.plane.resolution);
    return {
      class: className(scene.classes[classes[at]]), confidence: percent(share(confidence[at])), margin: (100 * share(margin[at])).toFixed(0),
    };
  }

  // Say the answers to a screen reader once the arrow keys rest.
  tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const { scene } = this;
      if (!scene) return;
      const said = scene.plane.models.map((model, i) => t("plane.answer", { model: scene.words[i], ...this.values(model, scene) }));
      this.said.textContent = [this.weights.textContent, ...said].join(". ");
    }, SAY_MS);
  }
}

/**
 * The place of a model's answer.
 * @param {string} mark
 */
function makeRow(mark) {
  const model = element("span", { className: `model-name model-${mark}` });
  model.dataset.name = mark;
  const name = element("b", { className: "point-class" });
  const fill = element("i", { className: "fill" });
  const sure = element("span", { className: "point-sure" });
  const node = element("div", { className: "point-answer" }, [model, name, element("span", { className: "track" }, [fill]), sure]);
  node.dataset.testid = `point-${mark}`;
  return { node, name, fill, sure };
}

/**
 * A weight with its sign and the badge of its image.
 * @param {number} weight
 * @param {number} i
 */
function term(weight, i) {
  const text = signed(weight, 2);
  const size = text.replace("−", "");
  const sign = text !== size ? "− " : i ? "+ " : "";
  const badge = element("b", { className: `badge badge-${CORNERS[i]}`, textContent: CORNERS[i].toUpperCase() });
  return [`${i ? " " : ""}${sign}${size} `, badge];
}
