// λ under the finger: slider, number, arrow keys, and the button that lets it glide.

import { t } from "../../../page/web/words.js";

const SECONDS_PER_GLIDE = 4; // from one image to the other

export class LambdaControl {
  // on: { change(), refuse(sentence) }; change() is called at every new value.
  constructor(root, value, points, on) {
    const find = (id) => root.querySelector(`[data-id=${id}]`);
    Object.assign(this, { value, points, on });
    this.slider = find("lambda");
    this.number = find("lambda-number");
    this.button = find("play");
    this.slider.addEventListener("input", () => this.set(Number(this.slider.value)));
    this.number.addEventListener("change", () => this.type());
    this.button.addEventListener("click", () => (this.playing ? this.stop() : this.play()));
  }

  // A value from a hand: it ends the glide.
  set(value) {
    this.playing = false;
    this.say();
    this.value = value;
    this.on.change();
  }

  type() {
    const value = Number(this.number.value);
    if (this.number.value !== "" && value >= 0 && value <= 1) {
      this.set(value);
      return;
    }
    this.on.refuse(t("error.lambda", { value: this.number.value || "–" }));
    this.number.value = this.value.toFixed(2);
  }

  play() {
    this.playing = true;
    this.say();
    let last = performance.now();
    let direction = this.value >= 1 ? -1 : 1;
    const step = (now) => {
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
    this.slider.value = this.value;
    if (document.activeElement !== this.number) this.number.value = this.value.toFixed(2);
  }

  say() {
    this.button.classList.toggle("playing", Boolean(this.playing));
    this.button.setAttribute("aria-label", t(this.playing ? "play.pause" : "play.play"));
  }
}
