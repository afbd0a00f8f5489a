// Play, pause, step and scrub through recorded frames; the page draws what `go` names.

import { select } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

const FRAMES_PER_SECOND = 10;

/**
 * Where a run that plays is at a moment, and from where it goes on. It waits at the last frame that
 * has come.
 * @param {{ since: number, from: number }} run began at a time in ms, with a frame
 * @param {number} now
 * @param {number} available frames that have come
 */
export function playedTo(run, now, available) {
  const wanted = run.from + Math.floor(((now - run.since) / 1000) * FRAMES_PER_SECOND);
  const index = Math.min(wanted, available - 1);
  const waits = wanted >= available && run.since !== -Infinity; // who follows never plays
  return { index, run: waits ? { since: now, from: index } : run };
}

export class Transport {
  index = 0;
  available = 0;
  /** @type {{ since: number, from: number } | null} while it plays */
  playing = null;
  handled = false; // by the visitor, who then decides what is shown
  unseen = false; // what was to be watched came while another view was shown

  /**
   * @param {HTMLElement} box made of transport.html
   * @param {{ go: (index: number) => void, say: (index: number) => string, more: () => void, rest?: () => void }} on `say` names a frame; `more`: frames are wanted that have not come; `rest`: nothing plays any more
   */
  constructor(box, on) {
    this.on = on;
    this.view = /** @type {HTMLElement | null} */ (box.closest("[data-view]"));
    const part = (/** @type {string} */ name) => select(box, `[data-part=${name}]`, HTMLElement);
    this.play = part("play");
    this.parts = /** @type {NodeListOf<HTMLButtonElement | HTMLInputElement>} */ (box.querySelectorAll("button, input"));
    this.slider = select(box, "[data-part=slider]", HTMLInputElement);
    this.said = part("said");
    for (const type of ["click", "input"]) box.addEventListener(type, () => { this.handled = true; }, { capture: true });
    this.play.addEventListener("click", () => (this.playing ? this.pause() : this.start()));
    part("back").addEventListener("click", () => this.step(-1));
    part("forward").addEventListener("click", () => this.step(1));
    this.slider.addEventListener("input", () => { this.pause(); this.go(Number(this.slider.value)); });
    this.relabel();
  }

  /**
   * Nothing to play: what would do nothing is switched off.
   * @param {boolean} [more] whether play asks for frames
   */
  clear(more = false) {
    this.pause();
    this.handled = false;
    this.index = this.available = 0;
    this.slider.max = "0";
    this.said.textContent = "";
    this.slider.removeAttribute("aria-valuetext");
    for (const part of this.parts) part.disabled = !(more && part === this.play);
  }

  /**
   * @param {number} total frames that there will be in all
   * @param {number} available frames that have come
   */
  show(total, available) {
    for (const part of this.parts) part.disabled = false;
    this.slider.max = String(Math.max(0, total - 1));
    this.available = available;
    this.go(Math.min(this.index, available - 1));
  }

  get last() {
    return Number(this.slider.max);
  }

  // From the first frame again where the last is shown. Waits for frames that have not come.
  start() {
    if (this.index >= this.last) this.go(0);
    if (this.available <= this.last) this.on.more();
    this.playing = { since: performance.now(), from: this.index };
    this.relabel();
    requestAnimationFrame((now) => this.tick(now));
  }

  // It is in sight again.
  wake() {
    if (this.unseen) this.watch();
  }

  pause() {
    this.unseen = false;
    if (!this.playing) return;
    this.playing = null;
    this.relabel();
    this.on.rest?.();
  }

  /** @param {number} now ms */
  tick(now) {
    if (!this.playing) return;
    const { index, run } = playedTo(this.playing, now, this.available);
    this.playing = run;
    if (index !== this.index) this.go(index);
    if (this.index >= this.last) this.pause();
    else requestAnimationFrame((later) => this.tick(later));
  }

  /** @param {number} by frames */
  step(by) {
    this.pause();
    this.go(this.index + by);
  }

  /** @param {number} index */
  go(index) {
    if (!this.available) return;
    this.index = Math.min(this.available - 1, Math.max(0, index));
    this.slider.value = String(this.index);
    this.said.textContent = this.on.say(this.index);
    this.slider.setAttribute("aria-valuetext", this.said.textContent);
    this.on.go(this.index);
  }

  // Play from the first frame, unless the visitor wants no motion: then what is newest is shown. Out
  // of sight nothing plays until `wake`.
  watch() {
    this.index = 0;
    this.unseen = Boolean(this.view?.hidden);
    if (this.unseen) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.follow();
    else this.start();
  }

  // Stay at the newest frame as frames come.
  follow() {
    this.playing = { since: -Infinity, from: this.index };
    this.relabel();
    requestAnimationFrame((now) => this.tick(now));
  }

  relabel() {
    this.play.classList.toggle("playing", Boolean(this.playing));
    this.play.setAttribute("aria-label", t(this.playing ? "play.pause" : "transport.play"));
    if (this.available) this.said.textContent = this.on.say(this.index);
  }
}
