// The small training: asked for part by part, its curves drawn as they grow.

import { Chart } from "../../../page/web/charts.js";
import { Bar } from "../../../page/web/progress.js";
import { Stream } from "../../../page/web/stream.js";
import { percent, t } from "../../../page/web/words.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { LearnPayload } from "./types.js" */

export class Learn {
  /** @type {LearnPayload | undefined} */
  shown;
  asked = ""; // settings of the training that is shown

  /**
   * @param {ReturnType<typeof import("../../../page/web/dom.js").finder>} find
   * @param {Shell} shell
   * @param {() => Record<string, unknown>} settings
   */
  constructor(find, shell, settings) {
    this.find = find;
    this.settings = settings;
    this.live = find("train-live"); // to screen readers, who hear of the end alone
    this.bar = new Bar(find("train-progress"), "train.learn.running");
    this.stream = new Stream(shell, "train_learn", "train_learn_stop", (text) => this.bar.say(text));
    this.charts = { accuracy: new Chart(find("train-accuracy")), loss: new Chart(find("train-loss")) };
    find("train-learn").addEventListener("click", () => this.start());
    find("train-stop").addEventListener("click", () => this.stop());
  }

  async start() {
    const asked = this.settings();
    this.asked = JSON.stringify(asked);
    this.live.textContent = ""; // so that the same result is news again
    this.bar.show(0);
    if (await this.stream.run(asked, (part) => this.take(/** @type {LearnPayload} */ (part)))) this.bar.show(null);
  }

  async stop() {
    this.bar.show(null);
    await this.stream.stop();
  }

  /** @param {LearnPayload} part */
  take(part) {
    this.bar.show(part.epoch / part.epochs);
    this.shown = part;
    this.find("train-learned").hidden = false;
    this.say();
    this.charts.accuracy.draw(part.accuracy);
    this.charts.loss.draw(part.loss);
  }

  // What is shown is pale where the settings are no longer its own.
  compare() {
    this.find("train-learned").toggleAttribute("data-stale", this.asked !== JSON.stringify(this.settings()));
  }

  say() {
    this.compare();
    if (!this.shown) return;
    const { done, epoch, shares } = this.shown;
    const values = Object.entries(shares).map(([name, share]) => [name, percent(share, 1)]);
    const text = t("train.learn.said", { epoch, ...Object.fromEntries(values) });
    this.find("train-said").textContent = text;
    if (done) this.live.textContent = text;
  }

  relabel() {
    this.say();
    this.recolour();
  }

  recolour() {
    for (const chart of Object.values(this.charts)) chart.refresh();
  }
}
