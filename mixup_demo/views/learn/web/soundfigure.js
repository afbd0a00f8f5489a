// Chapter 11: two sounds mixed by λ, heard and seen.

import { Chart } from "../../../page/web/charts.js";
import { element } from "../../../page/web/dom.js";
import { percent, t } from "../../../page/web/words.js";
import { pressing, slider, spoken } from "./drawing.js";
import { BORDER, lowTone, mixed, play, RATE, shareBelow, SECONDS, spectra, spectrogram, whistle } from "./sound.js";

/** @import { Figure } from "../../../page/web/contract.js" */

const REST_MS = 80; // the hand rests: a heat map takes longer to draw than a frame
const STEP = 2; // samples a point of the drawn waveform
const FLOOR = 1e-4; // what counts as silence, of the loudest
const AXIS = { fixedrange: true, showgrid: false, zeroline: false, ticks: "outside", ticklen: 4, tickcolor: "var(--line)", linecolor: "var(--line)", automargin: true };

export class SoundFigure {
  lam = 0.5;
  a = lowTone();
  b = whistle();
  spectra = [this.a, this.b].map(spectra);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting;

  constructor() {
    const lam = slider("learn.mix.lambda", { min: 0, max: 1, step: 0.05, value: this.lam }, (value) => this.mix(value));
    const buttons = [
      pressing("learn.sound.first", () => play(mixed(this.a, this.b, 1))),
      pressing("learn.sound.second", () => play(mixed(this.a, this.b, 0))),
      pressing("learn.sound.play", () => play(mixed(this.a, this.b, this.lam))),
    ];
    buttons.forEach((button) => button.classList.add("play-sound"));
    const [wave, spectrum] = ["learn.sound.wave", "learn.sound.spectrum"].map((key) => {
      const box = element("div", { className: "chart" });
      box.setAttribute("role", "img");
      box.setAttribute("aria-label", t(key));
      const caption = element("figcaption", { className: "part-title", textContent: t(key) });
      return { node: element("figure", {}, [caption, box]), chart: new Chart(box) };
    });
    this.charts = [wave.chart, spectrum.chart];
    this.said = spoken(element("p", { className: "live-said" }));
    this.node = element("div", {}, [
      element("div", { className: "live-controls" }, buttons), lam.node,
      element("div", { className: "two-parts" }, [wave.node, spectrum.node]), ...this.said.nodes,
    ]);
    this.draw();
    this.drawSpectrum();
  }

  get found() {
    const [a, b] = this.spectra;
    return spectrogram(a, b, this.lam);
  }

  /** @param {number} lam */
  mix(lam) {
    this.lam = lam;
    this.draw();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.drawSpectrum(), REST_MS);
  }

  // What follows the slider frame by frame.
  draw() {
    this.charts[0].draw(waveFigure(mixed(this.a, this.b, this.lam)));
    this.said.say(t("learn.sound.said", { lam: this.lam.toFixed(2), share: percent(shareBelow(this.found, BORDER)), border: BORDER }));
  }

  drawSpectrum() {
    this.charts[1].draw(spectrumFigure(this.found));
  }

  recolour() {
    for (const chart of this.charts) chart.refresh();
  }
}

/**
 * @param {object} more
 * @returns {Figure["layout"]}
 */
const layout = (more) => ({
  paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", showlegend: false, dragmode: false,
  font: { family: "var(--family)", color: "var(--muted)" }, margin: { l: 44, r: 10, t: 8, b: 40 },
  xaxis: { ...AXIS, title: { text: "[[learn.sound.time]]" }, range: [0, SECONDS] }, ...more,
});

/**
 * @param {Float32Array} sound
 * @returns {Figure}
 */
function waveFigure(sound) {
  const places = Array.from({ length: Math.floor(sound.length / STEP) }, (_, k) => k * STEP);
  return {
    data: [{
      type: "scatter", mode: "lines", hoverinfo: "skip", line: { color: "var(--class-a)", width: 1 },
      x: places.map((k) => k / RATE), y: places.map((k) => sound[k]),
    }],
    layout: layout({ yaxis: { ...AXIS, range: [-0.7, 0.7], tickvals: [-0.5, 0, 0.5] } }),
  };
}

/**
 * @param {ReturnType<typeof spectrogram>} found
 * @returns {Figure}
 */
function spectrumFigure({ time, frequency, energy }) {
  const loudest = Math.max(...energy.map((row) => Math.max(...row)));
  return {
    data: [{
      type: "heatmap", x: time, hoverinfo: "skip", showscale: false, colorscale: [[0, "var(--card)"], [1, "var(--class-a)"]],
      y: frequency, z: energy.map((row) => row.map((value) => Math.log10(value / loudest + FLOOR))),
    }],
    layout: layout({ yaxis: { ...AXIS, title: { text: "[[learn.sound.pitch]]" } } }),
  };
}
