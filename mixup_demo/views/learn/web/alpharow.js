// α: the density from which λ is drawn, presets, and draws.

import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";
import { beta, choices, pressing, svg } from "./drawing.js";

/** @import { Config, NumberControl } from "../../../page/web/contract.js" */

const WIDTH = 300, HEIGHT = 70;
const RECENT = 40; // draws that leave a tick

export class AlphaRow {
  alpha = 1;
  /** @type {number[]} */
  drawn = [];

  /**
   * @param {Config} config
   * @param {(lam: number) => void} draw
   */
  constructor(config, draw) {
    this.alphas = config.alphas;
    const { presets } = /** @type {NumberControl} */ (config.controls.alpha);
    const options = presets.map((value) => ({ value: String(value), text: String(value) }));
    const preset = choices("learn.mix.alpha", options, String(this.alpha), (value) => {
      this.alpha = Number(value);
      this.drawn = [];
      draw(this.next());
    });
    this.area = svg("path", { class: "density" });
    this.ticks = svg("path", { class: "density-ticks" });
    this.cursor = svg("line", { class: "density-lam", y1: 0, y2: HEIGHT });
    this.plot = svg("svg", { viewBox: `0 -2 ${WIDTH} ${HEIGHT + 14}`, class: "density-svg", role: "img" }, [this.area, this.ticks, this.cursor]);
    const button = pressing("learn.mix.draw", () => draw(this.next()));
    const title = element("span", { className: "control-title", textContent: t("learn.mix.alpha") });
    this.node = element("div", { className: "alpha-part" }, [
      element("div", { className: "live-controls" }, [title, preset, button]), this.plot,
    ]);
  }

  next() {
    const lam = beta(this.alpha, Math.random);
    this.drawn = [...this.drawn, lam].slice(-RECENT);
    return lam;
  }

  /** @param {number} lam that is shown */
  say(lam) {
    const heights = this.alphas[String(this.alpha)];
    const at = (/** @type {number} */ k) => `${((WIDTH * k) / (heights.length - 1)).toFixed(1)} ${(HEIGHT * (1 - heights[k])).toFixed(1)}`;
    this.area.setAttribute("d", `M0 ${HEIGHT}L${heights.map((_, k) => at(k)).join("L")}L${WIDTH} ${HEIGHT}Z`);
    this.ticks.setAttribute("d", this.drawn.map((one) => `M${(WIDTH * one).toFixed(1)} ${HEIGHT + 2}v8`).join(""));
    for (const end of ["x1", "x2"]) this.cursor.setAttribute(end, String(WIDTH * lam));
    this.plot.setAttribute("aria-label", t("learn.mix.density", { alpha: this.alpha, lam: lam.toFixed(2) }));
  }
}
