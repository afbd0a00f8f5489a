// The curves of a training, with a cursor at the step that is shown.

import { CursorChart } from "../../../page/web/cursorchart.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { finder } from "../../../page/web/dom.js";
import { keyLines } from "../../../page/web/mapfigures.js";
import { t } from "../../../page/web/words.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Figure, Mark } from "../../../page/web/contract.js" */

const NARROW = 800; // px, of a window
const COLUMNS = { narrow: 2, wide: 3 }; // of panels

export class Curves {
  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {string[]} models
   * @param {(share: number) => void} pick the visitor points at a share of the x axis
   */
  constructor(root, shell, models, pick) {
    const find = finder(root);
    this.shell = shell;
    this.models = models;
    this.box = find("toy-chart");
    this.legend = find("toy-chart-legend");
    this.chart = new CursorChart(this.box, pick);
  }

  load() {
    loadPlotly(this.shell.base);
  }

  // In how many columns the panels stand.
  get columns() {
    return innerWidth < NARROW ? COLUMNS.narrow : COLUMNS.wide;
  }

  /** @param {Figure} figure */
  draw(figure) {
    this.box.style.height = `${figure.layout.height}px`;
    this.chart.draw(figure);
  }

  /** @param {number} share of the x axis at which the cursor stands */
  move(share) {
    this.chart.move(share);
  }

  relabel() {
    this.chart.refresh();
    keyLines(this.legend, /** @type {Mark[]} */ (this.shell.config.marks), this.models.map((model) => t(`model.${model}`)));
  }

  recolour() {
    this.chart.refresh();
  }
}
