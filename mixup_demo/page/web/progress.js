// Progress of a computation in stages: after the first one, the bar runs as fast as points came.

import { t } from "./words.js";

export class Progress {
  // row: holds [role=progressbar] with an <i>, and an <output>; stages: points a side, rising.
  constructor(row, stages) {
    Object.assign(this, { row, stages });
    this.bar = row.querySelector("[role=progressbar]");
    this.fill = this.bar.firstElementChild;
  }

  begin(stage) {
    const now = performance.now();
    const i = this.stages.indexOf(stage);
    const [before, known] = [this.points(i - 2), this.points(i - 1)];
    const milliseconds = known ? ((now - this.since) * (this.points(i) - known)) / (known - before) : 0;
    this.since = now;
    this.row.toggleAttribute("data-busy", true);
    this.row.querySelector("output").textContent = t("plane.computing", { resolution: stage });
    this.bar.setAttribute("aria-valuenow", Math.round(100 * this.share(this.points(i - 1))));
    this.set(this.points(i - 1), 0);
    this.fill.getBoundingClientRect(); // so that the run to the stage's end starts from here
    this.set(this.points(i), milliseconds);
  }

  points(i) {
    return i < 0 ? 0 : this.stages[i] ** 2;
  }

  // Of all points, 0 to 1.
  share(points) {
    return points / this.points(this.stages.length - 1);
  }

  set(points, milliseconds) {
    this.fill.style.transition = `transform ${milliseconds}ms linear`;
    this.fill.style.transform = `scaleX(${this.share(points)})`;
  }

  end() {
    this.row.removeAttribute("data-busy");
  }
}

// Progress of a computation that tells its share itself.
export class Bar {
  // row: as for `Progress`.
  constructor(row) {
    this.row = row;
  }

  // share: of what there is to do, 0 to 1; null when nothing runs.
  show(share) {
    this.row.toggleAttribute("data-busy", share !== null);
    if (share === null) return;
    const percent = Math.round(100 * share);
    this.row.querySelector("i").style.transform = `scaleX(${share})`;
    this.row.querySelector("[role=progressbar]").setAttribute("aria-valuenow", percent);
    this.row.querySelector("output").textContent = t("toy.training", { percent });
  }
}
