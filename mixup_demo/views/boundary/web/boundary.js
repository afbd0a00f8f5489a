// The Boundary view: the plane through three images, for the models compared, walked with the pointer.

import { loadPlotly } from "../../../page/web/charts.js";
import { Compare, shortNames, vocabulary } from "../../../page/web/compare.js";
import { finder } from "../../../page/web/dom.js";
import { OVERTAKEN, latest } from "../../../page/web/latest.js";
import { Pictures } from "../../../page/web/pictures.js";
import { Progress } from "../../../page/web/progress.js";
import { newVisitor } from "../../../page/web/stream.js";
import { makeHead, makeRows, measureHead } from "../../../page/web/tables.js";
import { t } from "../../../page/web/words.js";
import { LineTool } from "./line.js";
import { Maps } from "./maps.js";
import { noiseFile } from "./noise.js";
import { CORNERS, decodePlane, fromShares, toShares, weightsAt } from "./plane.js";
import { Point, blendedFile } from "./point.js";
import { Population } from "./population.js";

/** @import { LinkState } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Place, Plane, PlanePayload, PlaneRequest } from "./types.js" */

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
const LEAP = 8; // cells that an arrow key goes with Shift

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new BoundaryView(root, shell);

class BoundaryView {
  visitor = newVisitor();
  /** @type {Plane | undefined} */
  plane;
  /** @type {string[]} the models' names, in their order */
  words = [];
  /** @type {number | undefined} of the frame that will paint */
  frame;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.root = root;
    this.shell = shell;
    const { config } = shell;
    this.config = config;
    this.stages = /** @type {number[]} */ (config.resolutions); // points a side, the coarsest first
    this.find = finder(root);
    this.mode = String(shell.url.show ?? config.controls.show.default);
    this.pictures = new Pictures(root, shell, config.triples, { change: () => this.ask(), pair: () => this.pair() });
    this.compare = new Compare(root, config, this.own().pair, () => this.changeModels(), "compare.default");
    this.point = new Point(root, config.marks);
    this.maps = new Maps(root, config.marks, {
      point: (place) => this.go(place), pick: (place) => this.pick(place), figure: (show) => this.figure(show),
    });
    /** @type {LineTool<Promise<File>>} */
    this.line = new LineTool(this.find("line"), this.maps.maps, (key) => shell.toast(t(key)));
    this.progress = new Progress(this.find("progress"), this.stages, "plane.computing");
    this.population = new Population(this.find("population"), shell);
    this.planeOf = latest((/** @type {PlaneRequest} */ request) => shell.call("plane", request));
    this.wire();
  }

  wire() {
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll("[name=show]"))) {
      radio.checked = radio.value === this.mode;
      radio.addEventListener("change", () => { this.mode = radio.value; this.show(); this.shell.settle(); });
    }
    this.find("stop").addEventListener("click", () => this.stop());
    this.find("noise").addEventListener("click", () => this.takeNoise());
    for (const { box } of this.maps.maps) box.addEventListener("keydown", (event) => this.key(event));
  }

  /**
   * What the address says of this view: other views' links name pictures and models too.
   * @returns {LinkState}
   */
  own() {
    return this.shell.url.view === "boundary" ? this.shell.url : {};
  }

  async open() {
    loadPlotly(this.shell.base);
    const own = this.own();
    const [first] = this.config.triples;
    const keys = CORNERS.map((side, i) => {
      const wanted = String(own[side]);
      return wanted in this.config.photos ? wanted : first[i];
    });
    await Promise.all(keys.map((key, i) => this.pictures.setPhoto(CORNERS[i], key)));
    this.pictures.takeLabels(own);
    await this.ask();
    if (this.plane && "x" in own && "y" in own) this.go(fromShares({ x: Number(own.x), y: Number(own.y) }, this.plane.frame));
  }

  pair() {
    return this.compare.pair(Number(this.config.controls.alpha.default));
  }

  /**
   * @param {number} resolution points a side
   * @returns {PlaneRequest}
   */
  request(resolution) {
    const { device } = this.shell;
    return /** @type {PlaneRequest} */ ({ ...this.pictures.request, pair: this.pair(), resolution, device, visitor: this.visitor });
  }

  // Other models are compared, which may see pictures of another shape.
  async changeModels() {
    await this.pictures.fit();
    await this.ask();
  }

  // Ask for one resolution after the other; a newer question, or the visitor, ends the older. The
  // server answers with the finest at once where it knows that.
  async ask() {
    this.population.unmark();
    this.find("boundary").toggleAttribute("data-stale", true);
    /** @type {number | undefined} */
    let stage = this.stages[0];
    while (stage) {
      this.progress.begin(stage);
      const answer = await this.planeOf(this.request(stage));
      if (answer === OVERTAKEN) return;
      const payload = this.shell.take(answer);
      if (!payload) break;
      this.receive(payload);
      stage = this.after(payload);
      this.population.open();
      if (!stage) this.population.mark(this.request(payload.resolution));
    }
    this.progress.end();
  }

  /**
   * The next finer resolution, if the server's machine can compute it in time.
   * @param {PlanePayload} payload
   * @returns {number | undefined}
   */
  after({ resolution, finest }) {
    return this.stages.find((each) => each > resolution && each <= finest);
  }

  async stop() {
    this.planeOf.cancel();
    this.progress.end();
    await this.shell.server.stop({ visitor: this.visitor });
  }

  /** @param {PlanePayload} payload */
  receive(payload) {
    this.plane = decodePlane(payload);
    this.find("boundary").removeAttribute("data-stale");
    this.shell.showDevice(payload);
    this.line.end();
    this.say(this.plane);
    this.shell.settle();
  }

  /**
   * Everything with words.
   * @param {Plane} plane
   */
  say(plane) {
    const names = plane.models.map(({ name }) => name);
    this.words = shortNames(names);
    this.words.forEach((word, i) => {
      const named = this.root.querySelectorAll(`[data-name=${this.config.marks[i].name}]`);
      for (const node of named) node.textContent = word;
    });
    this.point.show(plane, this.classes(plane), this.words, this.canvases());
    this.compare.show(names);
    this.pictures.showLabels(this.classes(plane), plane.labels);
    this.table(plane);
    this.show();
  }

  /** @param {Plane} plane */
  classes(plane) {
    return this.config.class_lists[plane.class_list];
  }

  // The pictures that span the plane, as they are shown.
  canvases() {
    return CORNERS.map((side) => this.pictures.sides[side].canvas);
  }

  // Maps, or surfaces, of the present answer.
  show() {
    const { plane, words, mode } = this;
    if (!plane) return;
    this.maps.show({ plane, classes: this.classes(plane), words, pictures: this.canvases(), mode });
    this.paint();
  }

  /** @param {string} show what of the plane a figure shall show */
  async figure(show) {
    if (!this.plane) return undefined;
    const answer = await this.shell.ask("draw_plane", { ...this.request(this.plane.resolution), show });
    return answer?.figure;
  }

  /** @param {Plane} plane */
  table({ models, measures, agreement, resolution }) {
    const rows = measures.map((row) => [measureHead(`plane.${row.name}`), ...models.map(({ key }) => row[key]), t("plane.ideal")]);
    const table = this.find("plane-measures", HTMLTableElement);
    table.tHead?.replaceChildren(makeHead([t("smoothness.measure"), ...this.words, t("smoothness.ideal")]));
    table.tBodies[0].replaceChildren(...makeRows(rows));
    this.find("agreement").textContent = t("plane.agreement", { share: agreement, resolution });
  }

  /**
   * The pointer is somewhere else: paint it with the next frame.
   * @param {Place} place
   */
  go(place) {
    this.point.at = place;
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.shell.settle();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const chosen = event.key === "Enter" || event.key === " ";
    if (!this.plane || !(event.key in STEPS || chosen)) return;
    event.preventDefault();
    if (chosen) { this.pick(this.point.at); return; }
    const leap = event.shiftKey ? LEAP : 1;
    const [dx, dy] = STEPS[event.key];
    this.point.step(leap * dx, leap * dy);
    this.point.tell();
    this.go(this.point.at);
  }

  // One frame: all that depends on the pointer.
  paint() {
    if (!this.plane) return;
    this.point.paint();
    this.maps.move(this.point.at);
    this.line.move(this.point.at);
  }

  /**
   * An end of a line; with the second one the line opens on the Mix view.
   * @param {Place} place
   */
  async pick(place) {
    const { plane } = this;
    if (!plane) return;
    this.go(place);
    const ends = this.line.pick(place, () => this.blended(plane, place));
    if (!ends) return;
    const [a, b] = await Promise.all(ends);
    history.pushState(null, "", location.href);
    await this.shell.openWith("mix", (view) => view.take?.(a, b));
  }

  /**
   * The image at a place in full size, as a file.
   * @param {Plane} plane
   * @param {Place} place
   */
  blended(plane, place) {
    const sides = CORNERS.map((side) => this.pictures.sides[side]);
    return blendedFile(sides.map(({ pixels }) => pixels), weightsAt(plane.weights, place), sides[0].canvas);
  }

  async takeNoise() {
    await this.pictures.take("c", await noiseFile(vocabulary(this.config, this.pair()).size));
  }

  state() {
    return { ...this.pictures.link, pair: this.compare.link, ...this.shares(), show: this.mode };
  }

  // Where the pointer is, for a link.
  shares() {
    if (!this.plane) return {};
    const { x, y } = toShares(this.point.at, this.plane.frame);
    return { x: Number(x.toFixed(3)), y: Number(y.toFixed(3)) };
  }

  hasOwnPictures() {
    return this.pictures.hasOwn;
  }

  relabel() {
    this.population.relabel();
    if (this.plane) this.say(this.plane);
  }

  recolour() {
    this.population.recolour();
    this.show();
  }
}
