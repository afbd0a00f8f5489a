// Chapter 11: two sounds mixed by λ, heard and seen.

import { Chart } from "../../../page/web/charts.js";
import { element } from "../../../page/web/dom.js";
import { percent, t } from "../../../page/web/words.js";
import { pressing, slider, spoken } from "./drawing.js";
import { BORDER, lowTone, mixed, RATE, shareBelow, SECONDS, spectrogram, whistle } from "./sound.js";

/** @import { Figure } from "../../../page/web/contract.js" */

const STEP = 2; // samples a point of the drawn waveform
const FLOOR = 1e-4; // what counts as silence, of the loudest
const AXIS = { fixedrange: true, showgrid: false, zeroline: false, ticks: "outside", ticklen: 4, tickcolor: "var(--line)", linecolor: "var(--line)", automargin: true };

export class SoundFigure {
  lam = 0.5;
  a = lowTone();
  b = whistle();
  /** @type {AudioContext | undefined} */
  audio;

  constructor() {
    const lam = slider("learn.mix.lambda", { min: 0, max: 1, step: 0.05, value: this.lam }, (value) => { this.lam = value; this.draw(); });
    const buttons = [
      pressing("learn.sound.first", () => this.play(1)),
      pressing("learn.sound.second", () => this.play(0)),
      pressing("learn.sound.play", () => this.play(this.lam)),
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
  }

  draw() {
    const sound = mixed(this.a, this.b, this.lam);
    const found = spectrogram(sound);
    const [wave, spectrum] = this.charts;
    wave.draw(waveFigure(sound));
    spectrum.draw(spectrumFigure(found));
    this.said.say(t("learn.sound.said", { lam: this.lam.toFixed(2), share: percent(shareBelow(found, BORDER)), border: BORDER }));
  }

  /** @param {number} lam */
  play(lam) {
    this.audio ??= new AudioContext();
    this.audio.resume(); // phones stop it while they show something else
    const sound = mixed(this.a, this.b, lam);
    const buffer = this.audio.createBuffer(1, sound.length, RATE);
    buffer.copyToChannel(sound, 0);
    const source = this.audio.createBufferSource();
    source.buffer = buffer;
    source.connect(this.audio.destination);
    source.start();
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
