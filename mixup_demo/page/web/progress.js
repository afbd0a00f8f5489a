// How far a computation is: by what it says itself, or by the time that its stages take.

import { select } from "./dom.js";
import { t } from "./words.js";

// Progress of a computation that tells its share itself.
export class Bar {
  /**
   * @param {HTMLElement} row made of progress.html: holds [role=progressbar] with an <i>, and an
   *   <output>
   * @param {string} key of what the <output> says; {percent} is filled in
   */
  constructor(row, key) {
    this.row = row;
    this.key = key;
    this.bar = select(row, "[role=progressbar]", HTMLElement);
    this.fill = select(this.bar, "i", HTMLElement);
    this.said = select(row, "output", HTMLElement);
  }

  /** @param {number | null} share of what there is to do, 0 to 1; null when nothing runs */
  show(share) {
    if (share === null) this.end();
    else this.begin(share, { percent: Math.round(100 * share) });
  }

  /**
   * @param {number} share
   * @param {Record<string, unknown>} values of the sentence
   */
  begin(share, values) {
    this.row.toggleAttribute("data-busy", true);
    this.said.setAttribute("aria-live", "off"); // every share of it would be read out
    this.said.textContent = t(this.key, values);
    this.bar.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    this.run(share, 0);
  }

  /** @param {string} text instead of the share: nothing has begun yet */
  say(text) {
    this.said.setAttribute("aria-live", "polite");
    this.said.textContent = text;
  }

  /**
   * Let the bar run on to a share.
   * @param {number} share
   * @param {number} milliseconds
   */
  run(share, milliseconds) {
    this.fill.style.transition = `transform ${milliseconds}ms linear`;
    this.fill.style.transform = `scaleX(${share})`;
  }

  end() {
    this.row.removeAttribute("data-busy");
  }
}

// Progress in stages: after the first one, the bar runs as fast as points came.
export class Progress {
  since = 0;
  /** @type {number[]} points a side, rising; the server knows them */
  stages = [];

  /**
   * @param {HTMLElement} row as for `Bar`
   * @param {string} key as for `Bar`; {resolution} is filled in
   * @param {string} first what is said of the first stage
   */
  constructor(row, key, first) {
    this.bar = new Bar(row, key);
    this.first = first;
  }

  /** @param {number} [stage] that begins now; nothing for the first, before the server has said it */
  begin(stage) {
    const now = performance.now();
    if (stage === undefined) {
      this.since = now;
      this.bar.begin(0, {});
      this.bar.say(t(this.first));
      return;
    }
    const i = this.stages.indexOf(stage);
    const [before, known] = [this.points(i - 2), this.points(i - 1)];
    const milliseconds = known ? ((now - this.since) * (this.points(i) - known)) / (known - before) : 0;
    this.since = now;
    this.bar.begin(this.share(i - 1), { resolution: stage });
    this.bar.fill.getBoundingClientRect(); // so that the run to the stage's end starts from here
    this.bar.run(this.share(i), milliseconds);
  }

  /** @param {number} i of a stage */
  points(i) {
    return i < 0 ? 0 : this.stages[i] ** 2;
  }

  /** @param {number} i of a stage; of all points, 0 to 1 */
  share(i) {
    return this.points(i) / this.points(this.stages.length - 1);
  }

  end() {
    this.bar.end();
  }
}
