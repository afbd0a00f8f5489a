// Play, pause, step and scrub through recorded frames; the page draws what `go` names.

import { t } from "../../../page/web/words.js";

const FRAMES_PER_SECOND = 10;

// Index of the value next to a wanted one.
export function nearest(values, wanted) {
  const away = values.map((value) => Math.abs(value - wanted));
  return away.indexOf(Math.min(...away));
}

export class Transport {
  // box: made of transport.html; on: { go(index), say(index) -> what the frame is called, more():
  // frames are wanted that have not come }.
  constructor(box, on) {
    const part = (name) => box.querySelector(`[data-part=${name}]`);
    Object.assign(this, { on, play: part("play"), slider: part("slider"), said: part("said"), index: 0, available: 0 });
    this.play.addEventListener("click", () => (this.playing ? this.pause() : this.start()));
    part("back").addEventListener("click", () => this.step(-1));
    part("forward").addEventListener("click", () => this.step(1));
    this.slider.addEventListener("input", () => { this.pause(); this.go(Number(this.slider.value)); });
    this.relabel();
  }

  // So many frames there will be in all, of which so many have come.
  show(total, available) {
    this.slider.max = Math.max(0, total - 1);
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

  pause() {
    if (!this.playing) return;
    this.playing = null;
    this.relabel();
  }

  tick(now) {
    if (!this.playing) return;
    const wanted = this.playing.from + Math.floor(((now - this.playing.since) / 1000) * FRAMES_PER_SECOND);
    if (wanted >= this.available) this.playing = { since: now, from: this.available - 1 };
    const index = Math.min(wanted, this.available - 1);
    if (index !== this.index) this.go(index);
    if (this.index >= this.last) this.pause();
    else requestAnimationFrame((later) => this.tick(later));
  }

  step(by) {
    this.pause();
    this.go(this.index + by);
  }

  go(index) {
    if (!this.available) return;
    this.index = Math.min(this.available - 1, Math.max(0, index));
    this.slider.value = this.index;
    this.said.textContent = this.on.say(this.index);
    this.slider.setAttribute("aria-valuetext", this.said.textContent);
    this.on.go(this.index);
  }

  // Stay at the newest frame as frames come.
  follow() {
    this.playing = { since: -Infinity, from: this.index };
    requestAnimationFrame((now) => this.tick(now));
  }

  relabel() {
    this.play.classList.toggle("playing", Boolean(this.playing));
    this.play.setAttribute("aria-label", t(this.playing ? "play.pause" : "transport.play"));
    if (this.available) this.said.textContent = this.on.say(this.index);
  }
}
