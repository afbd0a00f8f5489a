// The models' maps of a plane, or surfaces over it, with names, legend and the picture to be saved.

import { Chart } from "../../../page/web/charts.js";
import { element, finder } from "../../../page/web/dom.js";
import { OVERTAKEN, latest } from "../../../page/web/latest.js";
import { MapPicture, makeWalkable, mapFigures } from "../../../page/web/mapfigures.js";
import { rgb, themeColours } from "../../../page/web/palette.js";
import { className, percent, t } from "../../../page/web/words.js";
import { CORNERS, aspect } from "./plane.js";
import { PlaneMap } from "./planemap.js";

/** @import { Figure, Mark } from "../../../page/web/contract.js" */
/** @import { Look, Place, Plane } from "./types.js" */

const FLAT = ["classes", "difference"]; // what maps show; the rest are surfaces
const WIDE = 1.35; // a plane whose maps grow when all else stands below them, on a screen of 16 to 9
const LONG = 2.6; // a plane whose maps are so flat that they stand below one another
const ROOM = 0.9; // width over height that a surface takes, as the server's camera stands
const NEAREST = 0.65; // of the camera's distance, at which a surface fills the height
const NARROW = 620; // px, of a window in which one surface has room beside none

/**
 * @typedef {object} MapsScene
 * @property {Plane} plane
 * @property {string[]} classes names, by index
 * @property {string[]} words the models' names, in their order
 * @property {HTMLCanvasElement[]} pictures that span the plane
 * @property {string} mode what to show
 */

export class Maps {
  /** @type {Figure | undefined} the surfaces, as the server draws them */
  figure;
  mode = ""; // what is shown

  /**
   * @param {HTMLElement} root
   * @param {Mark[]} marks in the order of the models
   * @param {object} on
   * @param {(place: Place) => void} on.point
   * @param {(place: Place) => void} on.press
   * @param {(place: Place) => void} on.drag
   * @param {() => void} on.free
   * @param {(place: Place) => void} on.pick
   * @param {(show: string) => Promise<Figure | undefined>} on.figure the plane as a figure
   */
  constructor(root, marks, on) {
    const find = finder(root);
    this.box = find("maps");
    this.list = find("plane-legend");
    this.figures = mapFigures(this.box, marks, "map");
    for (const { node, name } of this.figures) name.dataset.name = node.dataset.mark;
    this.figures.forEach(makeWalkable);
    for (const { map } of this.figures) map.dataset.skip = "";
    this.maps = this.figures.map(({ map }) => new PlaneMap(map, on));
    this.switch = find("map-switch");
    this.switch.append(...marks.map(({ name }, i) => this.makeSwitch(name, i === 0)));
    this.relief = find("surface");
    this.surface = new Chart(this.relief, true);
    this.surfaceOf = latest(on.figure);
    this.picture = new MapPicture(this.box, () => on.figure(this.mode), true);
  }

  /**
   * Of narrow windows, in which one map has room: a button for each.
   * @param {string} mark
   * @param {boolean} checked
   */
  makeSwitch(mark, checked) {
    const radio = element("input", { type: "radio", name: "plane-map", value: mark, checked });
    const said = element("span");
    said.dataset.name = mark;
    radio.addEventListener("change", () => { this.box.dataset.shown = mark; });
    if (checked) this.box.dataset.shown = mark;
    return element("label", {}, [radio, said]);
  }

  /** @param {MapsScene} scene */
  show(scene) {
    this.surfaceOf.cancel();
    this.mode = scene.mode;
    const flat = FLAT.includes(scene.mode);
    this.box.hidden = !flat;
    this.relief.hidden = flat;
    this.box.toggleAttribute("data-wide", aspect(scene.plane.frame) > WIDE);
    this.box.toggleAttribute("data-long", aspect(scene.plane.frame) > LONG);
    this.switch.dataset.flat = String(flat);
    if (flat) this.drawMaps(scene);
    else this.drawSurfaces(scene);
    this.legend(scene);
    this.picture.tools.say();
  }

  /** @param {MapsScene} scene the same, in other colours or in type of another size */
  recolour(scene) {
    if (FLAT.includes(scene.mode)) this.drawMaps(scene);
    else if (this.figure) this.surface.draw(this.fitted(this.figure));
  }

  /** @param {MapsScene} scene */
  async drawSurfaces(scene) {
    const [left, right] = scene.words;
    this.relief.setAttribute("aria-label", t("plane.surface.alt", { left, right }));
    const figure = await this.surfaceOf(scene.mode);
    if (!figure || figure === OVERTAKEN) return;
    this.figure = figure;
    await this.surface.draw(this.fitted(figure));
  }

  /**
   * The surfaces as they have room now.
   * @param {Figure} figure as the server draws them
   */
  fitted(figure) {
    const { width, height } = this.relief.getBoundingClientRect();
    const room = width / height / this.maps.length || ROOM; // there is none where the view is hidden
    return innerWidth <= NARROW ? stacked(figure) : nearer(figure, room);
  }

  /** @param {MapsScene} scene */
  drawMaps(scene) {
    const { plane, classes, words } = scene;
    const colours = this.look(scene);
    const themed = themeColours();
    const corners = scene.pictures.map((canvas, i) => ({ canvas, colour: themed(`class-${CORNERS[i]}`) }));
    plane.models.forEach((model, i) => {
      this.maps[i].box.setAttribute("aria-label", t("plane.map", { model: words[i] }));
      this.maps[i].show({ plane, frame: plane.frame, model, colours, corners });
      const shares = model.shares.map(([index, hundredths]) => `${className(classes[index])} ${percent(hundredths / 100)}`);
      this.figures[i].said.textContent = shares.join(" · ");
    });
  }

  /**
   * @param {MapsScene} scene
   * @returns {Look}
   */
  look({ plane, classes, mode }) {
    const themed = themeColours();
    const corners = CORNERS.map((corner) => rgb(themed(`class-${corner}`)));
    const other = rgb(themed("class-other"));
    const [first, ...rest] = plane.models;
    /** @param {number} at */
    const differ = (at) => rest.some((model) => model.classes[at] !== first.classes[at]);
    return {
      // that of the image the class belongs to, or the others' grey
      colour: (index) => corners[plane.labels.indexOf(index)] ?? other,
      name: (index) => className(classes[index]),
      ground: rgb(themed("card")), card: themed("card"), ink: themed("ink"),
      shown: mode === "difference" ? differ : () => true,
    };
  }

  /** @param {MapsScene} scene */
  legend({ plane: { labels, occurring, paint }, classes, mode }) {
    const own = CORNERS.map((corner, i) => [`key-${corner}`, className(classes[labels[i]])])
      .filter((_, i) => labels.indexOf(labels[i]) === i); // images of one class share the first's colour
    const named = occurring.map((index) => className(classes[index])).join(", ");
    const rest = [["key-other", named ? t("plane.legend.others", { names: named }) : t("chart.others")]];
    if (mode === "classes") rest.push(["key-sure", t("plane.legend.sure")]);
    this.list.style.setProperty("--pale", `${50 * paint.faint}%`); // as cells are painted
    if (mode === "difference") rest.push(["key-same", t("plane.legend.same")]);
    this.list.replaceChildren(...[...own, ...rest].map(([key, text]) => (
      element("li", {}, [element("i", { className: `key ${key}` }), element("span", { textContent: text })])
    )));
  }

  /** @param {Place} place of the pointer */
  move(place) {
    for (const map of this.maps) map.move(place);
  }
}

/**
 * The surfaces seen from as near as they have room beside one another.
 * @param {Figure} figure
 * @param {number} room width over height of a surface's place
 * @returns {Figure}
 */
function nearer({ data, layout }, room) {
  const distance = Math.min(1, Math.max(NEAREST, ROOM / room));
  const scenes = Object.entries(layout).filter(([name]) => name.startsWith("scene")).map(([name, scene]) => {
    const { camera, ...rest } = /** @type {{ camera: { eye: Record<string, number> } }} */ (scene);
    const eye = Object.fromEntries(Object.entries(camera.eye).map(([axis, at]) => [axis, distance * at]));
    return [name, { ...rest, camera: { ...camera, eye } }];
  });
  return { data, layout: { ...layout, ...Object.fromEntries(scenes) } };
}

/**
 * The surfaces below one another, each under its name.
 * @param {Figure} figure of surfaces side by side
 * @returns {Figure}
 */
export function stacked({ data, layout }) {
  const { annotations = [] } = layout;
  const share = 1 / annotations.length;
  const scenes = annotations.map((_, i) => {
    const name = `scene${i ? i + 1 : ""}`;
    const top = 1 - i * share;
    return [name, { .../** @type {object} */ (layout[name]), domain: { x: [0, 1], y: [top - share + 0.02, top - 0.05] } }];
  });
  const names = annotations.map((note, i) => ({ ...note, x: 0.5, y: 1 - i * share - 0.05 }));
  return { data, layout: { ...layout, ...Object.fromEntries(scenes), annotations: names } };
}

/**
 * A figure whose models go by their names on the page: the server knows their roles.
 * @param {Figure} figure
 * @param {string[]} keys of the models
 * @param {string[]} words their names
 * @returns {Figure}
 */
export function named({ data, layout }, keys, words) {
  const fill = (/** @type {string} */ text) => keys.reduce((filled, key, i) => filled.replaceAll(`[[model.${key}]]`, () => words[i]), text);
  const { annotations, meta } = layout;
  return {
    data: data.map((trace) => ({ ...trace, name: fill(trace.name ?? "") })),
    layout: {
      ...layout,
      ...(annotations && { annotations: annotations.map((note) => ({ ...note, text: fill(String(note.text)) })) }),
      ...(meta?.panels && { meta: { ...meta, panels: meta.panels.map(fill) } }),
    },
  };
}
