// A chart with a cursor of our own: an overlay that moves without a redraw.

import { Chart } from "./charts.js";
import { themeColours } from "./palette.js";

/** @typedef {{ left: number, width: number, top: number, height: number }} PanelArea in px */

const SLACK = 6; // px beside a panel that count as on it

/**
 * Index of the value next to a wanted one.
 * @param {number[]} values
 * @param {number} wanted
 */
export function nearest(values, wanted) {
  const away = values.map((value) => Math.abs(value - wanted));
  return away.indexOf(Math.min(...away));
}

export class CursorChart extends Chart {
  lambda = 0.5;
  /** @type {HTMLElement[]} */
  cursors = [];
  /** @type {PanelArea[]} */
  areas = [];

  /**
   * @param {HTMLElement} element
   * @param {(share: number) => void} onPick the visitor points at a place with a pressed pointer; 0
   *   is left, 1 right
   */
  constructor(element, onPick) {
    super(element);
    this.pickWithPointer(onPick);
  }

  // Lay one cursor over each panel.
  place() {
    const full = this.plot._fullLayout;
    const axes = Object.keys(full).filter((name) => /^xaxis\d*$/.test(name));
    this.areas = axes.map((name) => {
      const x = full[name];
      const y = full[x.anchor.replace("y", "yaxis")];
      return { left: x._offset, width: x._length, top: y._offset, height: y._length };
    });
    while (this.cursors.length < this.areas.length) {
      const cursor = document.createElement("div");
      cursor.className = "cursor";
      this.element.append(cursor);
      this.cursors.push(cursor);
    }
    this.areas.forEach((area, i) => {
      this.cursors[i].style.top = `${area.top}px`;
      this.cursors[i].style.height = `${area.height}px`;
    });
    this.move(this.lambda);
  }

  /** @param {number} lambda the share of the x axis at which the cursors stand */
  move(lambda) {
    this.lambda = lambda;
    this.areas.forEach((area, i) => {
      this.cursors[i].style.transform = `translateX(${area.left + lambda * area.width}px)`;
    });
  }

  // The cursors as parts of a picture.
  cursorLines() {
    return this.areas.map((_, i) => {
      const [xref, yref] = ["x", "y"].map((letter) => `${letter}${i ? i + 1 : ""} domain`);
      return { type: "line", xref, yref, x0: this.lambda, x1: this.lambda, y0: 0, y1: 1, line: { width: 2, color: themeColours()("ink") } };
    });
  }

  /** @param {(share: number) => void} onPick */
  pickWithPointer(onPick) {
    /** @type {PanelArea | undefined} */
    let picking;
    const place = (/** @type {PointerEvent} */ event) => event.clientX - this.element.getBoundingClientRect().left;
    const pick = (/** @type {PointerEvent} */ event) => {
      if (picking && event.isPrimary) onPick(Math.min(1, Math.max(0, (place(event) - picking.left) / picking.width)));
    };
    const end = () => { picking = undefined; };
    this.element.addEventListener("pointerdown", (event) => {
      if (event.button || !event.isPrimary) return;
      const x = place(event);
      picking = this.areas.find((area) => x >= area.left - SLACK && x <= area.left + area.width + SLACK);
      if (event.pointerType !== "touch") pick(event); // a finger may be about to scroll
    });
    window.addEventListener("pointermove", pick);
    window.addEventListener("pointerup", (event) => {
      pick(event);
      if (event.isPrimary) end();
    });
    window.addEventListener("pointercancel", end); // the finger scrolls
  }
}
