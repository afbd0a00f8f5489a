// λ under the finger: slider, number, arrow keys, and the button that lets it glide.

import { finder } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { NumberControl } from "../../../page/web/contract.js" */

const SECONDS_PER_GLIDE = 4; // from one image to the other

export class LambdaControl {
  playing = false;

  /**
   * @param {HTMLElement} root
   * @param {NumberControl} control
   * @param {number} value
   * @param {number} points of the grid on which a glide stops, less one
   * @param {{ change(): void, refuse(sentence: string): void }} on change: at every new value
   */
  constructor(root, control, value, points, on) {
    const find = finder(root);
    this.control = control;
    this.value = value;
    this.points = points;
    this.on = on;
    this.slider = find("lambda", HTMLInputElement);
    this.number = find("lambda-number", HTMLInputElement);
    this.button = find("play");
    for (const input of [this.slider, this.number]) {
      Object.assign(input, { min: String(control.minimum), max: String(control.maximum), step: String(control.step) });
    }
    this.slider.addEventListener("input", () => this.set(Number(this.slider.value)));
    this.number.addEventListener("change", () => this.type());
    this.button.addEventListener("click", () => (this.playing ? this.stop() : this.play()));
  }

  /** @param {number} value from a hand: it ends the glide */
  set(value) {
    this.playing = false;
    this.say();
    this.value = value;
    this.on.change();
  }

  type() {
    const { minimum, maximum, error } = this.control;
    const value = Number(this.number.value);
    if (this.number.value !== "" && value >= minimum && value <= maximum) {
      this.set(value);
      return;
    }
    this.on.refuse(t(error, { value: this.number.value || "–", minimum, maximum }));
    this.number.value = this.value.toFixed(2);
  }

  play() {
    this.playing = true;
    this.say();
    let last = performance.now();
    let direction = this.value >= 1 ? -1 : 1;
    const step = (/** @type {number} */ now) => {
      if (!this.playing) return;
      const next = this.value + (direction * (now - last)) / (1000 * SECONDS_PER_GLIDE);
      this.value = Math.min(1, Math.max(0, next));
      if (this.value !== next) direction = -direction;
      last = now;
      this.on.change();
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  stop() {
    this.set(Math.round(this.value * this.points) / this.points);
  }

  // Part of each frame.
  show() {
    this.slider.value = String(this.value);
    if (document.activeElement !== this.number) this.number.value = this.value.toFixed(2);
  }

  say() {
    this.button.classList.toggle("playing", this.playing);
    this.button.setAttribute("aria-label", t(this.playing ? "play.pause" : "play.play"));
  }
}
