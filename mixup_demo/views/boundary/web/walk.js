// A walk over the plane: where the pointer is, by hand or by keys, and the line between two places.

import { finder } from "../../../page/web/dom.js";
import { toShares } from "../../../page/web/places.js";
import { walked } from "../../../page/web/walking.js";
import { t } from "../../../page/web/words.js";
import { LineTool } from "./line.js";
import { weightsAt } from "./plane.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Maps } from "./maps.js" */
/** @import { Point } from "./point.js" */
/** @import { Place, Plane } from "./types.js" */

const LEAP = 8; // cells that an arrow key goes with Shift

export class Walk {
  /** @type {Plane | undefined} */
  plane;
  /** @type {number | undefined} of the frame that will paint */
  frame;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {Point} point
   * @param {Maps} maps
   */
  constructor(root, shell, point, maps) {
    this.shell = shell;
    this.point = point;
    this.maps = maps;
    /** @type {LineTool<number[]>} */
    this.line = new LineTool(finder(root)("line"), maps.maps, (key) => shell.toast(t(key)));
    for (const { box } of maps.maps) box.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("keydown", (event) => this.escape(event));
  }

  /** @param {Plane} plane that is walked from now on */
  begin(plane) {
    const same = JSON.stringify(this.plane?.weights) === JSON.stringify(plane.weights);
    this.plane = plane;
    if (!same) this.line.end(); // a finer map of the same plane leaves a line as far as it is drawn
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
    this.point.step(way);
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
  pick(place) {
    return this.mark(place, (make) => this.line.pick(place, make));
  }

  /**
   * A line drawn in one go, or the rest of one.
   * @param {Place} place where the pointer is let go of
   */
  drag(place) {
    return this.mark(place, (make) => this.line.drag(place, make));
  }

  /**
   * @param {Place} place
   * @param {(make: (end: Place) => number[]) => number[][] | null} end keeps the weights of ends, and gives those of both
   */
  async mark(place, end) {
    const { plane } = this;
    if (!plane) return;
    this.go(place);
    const ends = end((at) => weightsAt(plane.weights, at));
    if (!ends) return;
    this.shell.choice.draw(ends[0], ends[1]);
    await this.shell.views.go("mix");
    this.shell.views.focus();
  }

  // Where the pointer is, for a link.
  get shares() {
    if (!this.plane) return {};
    const { x, y } = toShares(this.point.at, this.plane.frame);
    return { x: Number(x.toFixed(3)), y: Number(y.toFixed(3)) };
  }
}
