// The Boundary view: the plane through three images, for the models compared, walked with the pointer.

import { Calibration } from "../../../page/web/calibration.js";
import { Compare, shortNames } from "../../../page/web/compare.js";
import { finder } from "../../../page/web/dom.js";
import { Pictures } from "../../../page/web/pictures.js";
import { fromShares } from "../../../page/web/places.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { Maps, named } from "./maps.js";
import { sayMeasures } from "./measures.js";
import { CORNERS, decodePlane } from "./plane.js";
import { Point } from "./point.js";
import { Population } from "./population.js";
import { Stages } from "./stages.js";
import { Walk } from "./walk.js";

/** @import { LinkState, NumberControl } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Plane, PlanePayload, PlaneRequest } from "./types.js" */

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
  questions = 0; // asked so far

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
    this.compare = new Compare(root, config, pair, () => { shell.toasts.hide(); this.ask(); }, { key: "compare.default" });
    this.calibration = new Calibration(root, config, /** @type {string | undefined} */ (calibration), () => this.ask());
    this.point = new Point(root, config.marks);
    this.maps = new Maps(root, config.marks, {
      point: (place) => this.walk.go(place), pick: (place) => this.walk.pick(place), figure: (show) => this.figure(show),
      press: (place) => this.walk.line.press(place), drag: (place) => this.walk.drag(place), free: () => this.walk.line.free(),
    });
    this.walk = new Walk(root, shell, this.point, this.maps);
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
  }

  async open() {
    loadPlotly(this.shell.base);
    const own = this.own();
    await this.ask();
    if (this.plane && "x" in own && "y" in own) this.walk.go(fromShares({ x: Number(own.x), y: Number(own.y) }, this.plane.frame));
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
    const asked = (this.questions += 1);
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
    const newest = asked === this.questions;
    if (newest && this.find("boundary").hasAttribute("data-stale")) this.pictures.forget(); // no map came
  }

  /** @param {PlanePayload} payload */
  receive(payload) {
    this.plane = decodePlane(payload);
    this.find("boundary").removeAttribute("data-stale");
    this.shell.showDevice(payload);
    this.walk.begin(this.plane);
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
    this.walk.paint();
  }

  /** @param {Plane} plane */
  scene(plane) {
    const { words, mode } = this;
    return { plane, classes: this.classes(plane), words, pictures: this.canvases(), mode };
  }

  /** @param {string} show what of the plane a figure shall show */
  async figure(show) {
    const { plane, words } = this;
    if (!plane) return undefined;
    const answer = await this.shell.ask("draw_plane", { ...this.request(plane.resolution), show });
    return answer ? named(answer.figure, plane.models.map(({ key }) => key), words) : undefined;
  }

  takeNoise() {
    const { maximum } = /** @type {NumberControl} */ (this.shell.config.controls.seed);
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] % (maximum + 1);
    this.shell.choice.set({ c: { noise: seed } });
  }

  wake() {
    this.pictures.wake();
  }

  state() {
    return { ...this.pictures.link, pair: this.compare.link, calibration: this.calibration.link(this.pair()), ...this.walk.shares, show: this.mode };
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
