// Drawing a line in a plane: two points, one after the other, and a rubber band between them.

/** @import { Place } from "./types.js" */

/**
 * @param {Place} one
 * @param {Place} other
 */
const same = (one, other) => one.x === other.x && one.y === other.y;

/**
 * @template T what is kept of an end
 */
export class LineTool {
  /** @type {(Place & { kept: T })[] | null} the ends so far; null while no line is drawn */
  ends = null;
  /** @type {Place | undefined} where the pointer is pressed: an end, once it has gone from there */
  from;

  /**
   * @param {HTMLElement} button turns it on and off
   * @param {{ band: (ends: Place[] | null) => void }[]} maps
   * @param {(key: string) => void} announce says a sentence to the visitor
   */
  constructor(button, maps, announce) {
    this.button = button;
    this.maps = maps;
    this.announce = announce;
    button.addEventListener("click", () => (this.ends ? this.end() : this.begin()));
  }

  begin() {
    this.ends = [];
    this.button.setAttribute("aria-pressed", "true");
    this.announce("plane.line.first");
  }

  end() {
    this.ends = null;
    this.from = undefined;
    this.button.setAttribute("aria-pressed", "false");
    for (const map of this.maps) map.band(null);
  }

  // End a line that is being drawn, and say so.
  leave() {
    if (!this.ends) return;
    this.end();
    this.announce("plane.line.left");
  }

  /**
   * Keep what `make` gives for a point, but not for the first end once more. Returns what was kept of both ends once
   * there are two.
   * @param {Place} place
   * @param {(end: Place) => T} make
   * @returns {T[] | null}
   */
  pick({ x, y }, make) {
    if (!this.ends || this.ends.some((end) => same(end, { x, y }))) return null;
    this.ends.push({ x, y, kept: make({ x, y }) });
    if (this.ends.length < 2) {
      this.announce("plane.line.second");
      return null;
    }
    const both = this.ends.map((end) => end.kept);
    this.end();
    return both;
  }

  /** @param {Place} place at which the pointer is pressed */
  press(place) {
    if (this.ends) this.from = place;
  }

  /**
   * The pointer is let go of after a drag, which is a whole line, or the rest of one. Returns what
   * was kept of both ends; a drag from the edge of a map outwards ends where it began, and is no line.
   * @param {Place} place
   * @param {(end: Place) => T} make
   * @returns {T[] | null}
   */
  drag(place, make) {
    if (!this.ends || !this.from || same(this.ends[0] ?? this.from, place)) return null;
    if (!this.ends.length) this.ends.push({ ...this.from, kept: make(this.from) });
    return this.pick(place, make);
  }

  // The pointer is pressed no longer.
  free() {
    this.from = undefined;
    if (this.ends?.length === 0) for (const map of this.maps) map.band(null);
  }

  /** @param {Place} place of the pointer */
  move(place) {
    const from = this.ends && (this.ends[0] ?? this.from);
    if (!from) return;
    for (const map of this.maps) map.band([from, place]);
  }
}
