// The Boundary view: the plane through three images, for the models compared, walked with the pointer.

import { Calibration } from "../../../page/web/calibration.js";
import { Compare, shortNames } from "../../../page/web/compare.js";
import { finder } from "../../../page/web/dom.js";
import { Pictures } from "../../../page/web/pictures.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { MOST_SEED } from "../../../page/web/sources.js";
import { walked } from "../../../page/web/walking.js";
import { t } from "../../../page/web/words.js";
import { LineTool } from "./line.js";
import { Maps } from "./maps.js";
import { sayMeasures } from "./measures.js";
import { CORNERS, decodePlane, fromShares, toShares, weightsAt } from "./plane.js";
import { Point } from "./point.js";
import { Population } from "./population.js";
import { Stages } from "./stages.js";

/** @import { LinkState } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Place, Plane, PlanePayload, PlaneRequest } from "./types.js" */

const LEAP = 8; // cells that an arrow key goes with Shift

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new BoundaryView(root, shell);

class BoundaryView {
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
    this.find = finder(root);
    this.mode = String(shell.url.show ?? config.controls.show.default);
    this.pictures = new Pictures(root, shell, config.triples, { change: () => this.ask(), pair: () => this.pair() });
    const { pair, calibration } = this.own();
    this.compare = new Compare(root, config, pair, () => this.ask(), "compare.default");
    this.calibration = new Calibration(root, config, /** @type {string | undefined} */ (calibration), () => this.ask());
    this.point = new Point(root, config.marks);
    this.maps = new Maps(root, config.marks, {
      point: (place) => this.go(place), pick: (place) => this.pick(place), figure: (show) => this.figure(show),
    });
    /** @type {LineTool<number[]>} */
    this.line = new LineTool(this.find("line"), this.maps.maps, (key) => shell.toast(t(key)));
    this.stages = new Stages(shell, this.find("progress"));
    this.population = new Population(this.find("population"), shell);
    this.wire();
  }

  wire() {
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll("[name=show]"))) {
      radio.checked = radio.value === this.mode;
      radio.addEventListener("change", () => { this.mode = radio.value; this.show(); this.shell.settle(); });
    }
    this.find("stop").addEventListener("click", () => this.stages.stop());
    this.find("noise").addEventListener("click", () => this.takeNoise());
    for (const { box } of this.maps.maps) box.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("keydown", (event) => this.escape(event));
  }

  async open() {
    loadPlotly(this.shell.base);
    const own = this.own();
    await this.ask();
    if (this.plane && "x" in own && "y" in own) this.go(fromShares({ x: Number(own.x), y: Number(own.y) }, this.plane.frame));
  }

  /**
   * What the address says of this view: other views' links name models too.
   * @returns {LinkState}
   */
  own() {
    return this.shell.url.view === "boundary" ? this.shell.url : {};
  }

  pair() {
    return this.compare.pair(Number(this.config.controls.alpha.default));
  }

  /**
   * @param {number} [resolution] points a side; without it the server's first
   * @returns {PlaneRequest}
   */
  request(resolution) {
    const { device } = this.shell;
    const pair = this.pair();
    const asked = { pair, calibration: this.calibration.of(pair), device, ...(resolution && { resolution }) };
    return /** @type {PlaneRequest} */ ({ ...this.pictures.request, ...asked, ...this.stages.visitor.sign() });
  }

  // Ask for the plane, coarse to fine; done with the first map, which can be used.
  async ask() {
    this.population.unmark();
    this.find("boundary").toggleAttribute("data-stale", true);
    await this.compare.ready(this.shell.fetching);
    await this.pictures.fit();
    await new Promise((resolve) => {
      this.stages.ask((resolution) => this.request(resolution), (payload, last) => {
        this.receive(payload);
        this.population.open();
        if (last) this.population.mark(this.request(payload.resolution));
        resolve(undefined);
      }).then(resolve);
    });
    if (this.find("boundary").hasAttribute("data-stale")) this.pictures.forget(); // no map came
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
    this.calibration.show(plane);
    this.pictures.showLabels(this.classes(plane), plane.labels, plane.guessed);
    sayMeasures(this.root, plane, this.words);
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
    const { plane } = this;
    if (!plane) return;
    this.maps.show(this.scene(plane));
    this.paint();
  }

  /** @param {Plane} plane */
  scene(plane) {
    const { words, mode } = this;
    return { plane, classes: this.classes(plane), words, pictures: this.canvases(), mode };
  }

  /** @param {string} show what of the plane a figure shall show */
  async figure(show) {
    if (!this.plane) return undefined;
    const answer = await this.shell.ask("draw_plane", { ...this.request(this.plane.resolution), show });
    return answer?.figure;
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
    const way = this.plane && walked(event, LEAP);
    if (!way) return;
    if (way === "pick") { this.pick(this.point.at); return; }
    this.point.step(...way);
    this.point.tell();
    this.go(this.point.at);
  }

  /** @param {KeyboardEvent} event ends the line that is drawn, and nothing else */
  escape(event) {
    if (event.key !== "Escape" || !this.line.ends) return;
    event.preventDefault();
    this.line.leave();
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
    const ends = this.line.pick(place, () => weightsAt(plane.weights, place));
    if (!ends) return;
    this.shell.choice.draw(ends[0], ends[1]);
    await this.shell.views.go("mix");
    this.shell.views.focus();
  }

  takeNoise() {
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] & MOST_SEED;
    this.shell.choice.set({ c: { noise: seed } });
  }

  wake() {
    this.pictures.wake();
  }

  state() {
    return { ...this.pictures.link, pair: this.compare.link, calibration: this.calibration.link(this.pair()), ...this.shares(), show: this.mode };
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
    this.compare.paint();
    this.population.recolour();
    if (this.plane) this.maps.recolour(this.scene(this.plane));
  }
}
