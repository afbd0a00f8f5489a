// The Boundary view: the plane through three images, for two models, walked with the pointer.

import { MARKS, shortNames } from "../../../page/web/answers.js";
import { loadPlotly } from "../../../page/web/charts.js";
import { Compare } from "../../../page/web/compare.js";
import { element } from "../../../page/web/dom.js";
import { LineTool } from "./line.js";
import { CORNERS, Maps } from "./maps.js";
import { noiseFile } from "./noise.js";
import { Pictures } from "../../../page/web/pictures.js";
import { decode } from "./plane.js";
import { Point } from "./point.js";
import { Population } from "./population.js";
import { Progress } from "../../../page/web/progress.js";
import { newVisitor } from "../../../page/web/stream.js";
import { t } from "../../../page/web/words.js";

const STAGES = [24, 48, 96]; // points a side, from the first paint to the finest
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
const LEAP = 8; // cells that an arrow key goes with Shift

export class BoundaryView {
  constructor(root, shell) {
    Object.assign(this, { root, shell, config: shell.config });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.visitor = newVisitor();
    this.mode = shell.url.show ?? this.config.controls.show.default;
    this.pictures = new Pictures(root, this.config, shell.base, this.config.triples, {
      change: () => this.ask(),
      upload: (file, side) => shell.send(file, side.toUpperCase()),
      problem: (text) => shell.toast(text),
    });
    const { sides } = this.pictures;
    this.compare = new Compare(root, this.config, this.own().pair, () => this.ask(), "compare.default");
    this.point = new Point(root, this.config, sides);
    this.maps = new Maps(root, this.config, sides, {
      point: (x, y) => this.go(x, y), pick: (x, y) => this.pick(x, y), figure: (show) => this.figure(show),
    });
    this.line = new LineTool(this.find("line"), this.maps.maps, (key) => shell.toast(t(key)));
    this.progress = new Progress(this.find("progress"), STAGES);
    this.population = new Population(this.find("population"), shell);
    this.wire();
  }

  wire() {
    for (const radio of this.root.querySelectorAll("[name=show]")) {
      radio.checked = radio.value === this.mode;
      radio.addEventListener("change", () => { this.mode = radio.value; this.show(); this.shell.settle(); });
    }
    this.find("stop").addEventListener("click", () => this.stop());
    this.find("noise").addEventListener("click", async () => this.pictures.take("c", await noiseFile()));
    for (const { box } of this.maps.maps) box.addEventListener("keydown", (event) => this.key(event));
  }

  // What the address says of this view: other views' links name pictures and models too.
  own() {
    return this.shell.url.view === "boundary" ? this.shell.url : {};
  }

  async open() {
    loadPlotly(this.shell.base);
    const own = this.own();
    const [first] = this.config.triples;
    const keys = CORNERS.map((side, i) => (own[side] in this.config.photos ? own[side] : first[i]));
    await Promise.all(keys.map((key, i) => this.pictures.setPhoto(CORNERS[i], key)));
    for (const side of CORNERS) {
      if (this.config.classes.includes(own[`l${side}`])) this.pictures.sides[side].label = own[`l${side}`];
    }
    await this.ask();
    if (this.payload && "x" in own && "y" in own) this.goShare(own.x, own.y);
  }

  request(resolution) {
    const { sides } = this.pictures;
    const sources = Object.fromEntries(CORNERS.map((side) => [side, sides[side].source]));
    const labels = Object.fromEntries(CORNERS.map((side) => [`label_${side}`, sides[side].label]));
    const pair = this.compare.pair(this.config.controls.alpha.default);
    return { ...sources, ...labels, pair, resolution, device: this.shell.device, visitor: this.visitor };
  }

  // Ask for one resolution after the other; a newer question, or the visitor, ends the older. The
  // server answers with the finest at once where it knows that.
  async ask() {
    const asking = {};
    this.population.unmark();
    this.asking = asking;
    this.root.querySelector(".boundary").toggleAttribute("data-stale", true);
    for (let stage = STAGES[0]; stage; stage = STAGES.find((each) => each > this.payload.resolution)) {
      this.progress.begin(stage);
      const payload = await this.shell.ask("plane", this.request(stage));
      if (this.asking !== asking) return;
      if (!payload) break;
      this.receive(payload);
      this.population.open();
      if (payload.resolution === STAGES.at(-1)) this.population.mark(this.request(payload.resolution));
    }
    this.progress.end();
  }

  async stop() {
    this.asking = null;
    this.progress.end();
    await this.shell.server.stop({ visitor: this.visitor });
  }

  receive(payload) {
    this.payload = payload;
    this.root.querySelector(".boundary").removeAttribute("data-stale");
    this.models = Object.fromEntries(Object.entries(payload.models).map(([name, model]) => [name, decode(model)]));
    this.shell.showDevice(payload);
    this.line.end();
    this.point.show(payload, this.models);
    this.say();
    this.shell.settle();
  }

  // Everything with words.
  say() {
    this.words = shortNames(Object.keys(this.models));
    Object.values(this.words).forEach((word, i) => {
      for (const node of this.root.querySelectorAll(`[data-name=${MARKS[i]}]`)) node.textContent = word;
    });
    this.compare.show(this.payload.names);
    this.pictures.showLabels(this.payload.labels);
    this.pictures.nameExamples();
    this.table();
    this.show();
  }

  // Maps, or surfaces, of the present answer.
  show() {
    if (!this.payload) return;
    this.maps.show(this.payload, this.models, this.words, this.mode);
    this.paint();
  }

  async figure(show) {
    const answer = await this.shell.ask("draw_plane", { ...this.request(this.payload.resolution), show });
    return answer?.figure;
  }

  table() {
    const rows = this.payload.measures.map((row) => {
      const help = element("button", { className: "help", type: "button", textContent: "?" });
      help.dataset.hint = `plane.${row.name}.help`;
      help.setAttribute("aria-label", t("help.label"));
      const head = element("th", { scope: "row" }, [`${t(`plane.${row.name}`)} `, help]);
      const texts = [...Object.keys(this.models).map((model) => row[model]), t("plane.ideal")];
      return element("tr", {}, [head, ...texts.map((textContent) => element("td", { textContent }))]);
    });
    this.find("plane-measures").tBodies[0].replaceChildren(...rows);
    const { resolution, agreement } = this.payload;
    this.find("agreement").textContent = t("plane.agreement", { share: agreement, resolution });
  }

  // The pointer is somewhere else: paint it with the next frame.
  go(x, y) {
    this.point.at = { x, y };
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.paint(); });
    this.shell.settle();
  }

  // x, y: shares of the plane, from its lower left.
  goShare(x, y) {
    const { left, right, bottom, top } = this.payload.frame;
    this.go(left + x * (right - left), bottom + y * (top - bottom));
  }

  key(event) {
    const chosen = event.key === "Enter" || event.key === " ";
    if (!this.payload || !(event.key in STEPS || chosen)) return;
    event.preventDefault();
    if (!chosen) {
      const cells = STEPS[event.key].map((step) => step * (event.shiftKey ? LEAP : 1));
      this.point.step(...cells);
      this.point.tell();
    }
    const { x, y } = this.point.at;
    if (chosen) this.pick(x, y);
    else this.go(x, y);
  }

  // One frame: all that depends on the pointer.
  paint() {
    if (!this.payload) return;
    this.point.paint();
    const { x, y } = this.point.at;
    this.maps.move(x, y);
    this.line.move(x, y);
  }

  // An end of a line; with the second one the line opens on the Mix view.
  async pick(x, y) {
    if (!this.payload) return;
    this.go(x, y);
    const ends = this.line.pick(x, y, () => this.point.file());
    if (!ends) return;
    const [a, b] = await Promise.all(ends);
    history.pushState(null, "", location.href);
    await this.shell.show("mix");
    await this.shell.view.take(a, b);
  }

  state() {
    const { sides } = this.pictures;
    const photos = Object.fromEntries(CORNERS.map((side) => [side, sides[side].source?.photo]));
    const labels = Object.fromEntries(CORNERS.map((side) => [`l${side}`, sides[side].label]));
    return { ...photos, ...labels, pair: this.compare.chosen?.join(":"), ...this.place(), show: this.mode };
  }

  place() {
    if (!this.payload) return {};
    const { left, right, bottom, top } = this.payload.frame;
    const { x, y } = this.point.at;
    return { x: Number(((x - left) / (right - left)).toFixed(3)), y: Number(((y - bottom) / (top - bottom)).toFixed(3)) };
  }

  hasOwnPictures() {
    return Object.values(this.pictures.sides).some((side) => side.source?.upload);
  }

  relabel() {
    this.population.relabel();
    if (this.payload) this.say();
  }

  recolour() {
    this.population.recolour();
    this.show();
  }
}
