// A sweep coarse to fine, where the models are large: one stage asked for after the other, until all
// of it is there or the visitor stops.

import { finder, select } from "../../../page/web/dom.js";
import { OVERTAKEN, latest } from "../../../page/web/latest.js";
import { Bar } from "../../../page/web/progress.js";
import { Visitor } from "../../../page/web/stream.js";
import { t } from "../../../page/web/words.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Stage, SweepPayload, SweepRequest } from "./types.js" */

/** @typedef {() => Promise<SweepRequest | null>} Prepare makes the question; null where it is not to be asked */

/**
 * What a stage that comes next is said to compute, as a key and its values.
 * @param {Stage} stage
 */
export function stageWords({ points, all, next }) {
  const key = next?.gradients ? "sweep.computing.gradients" : "sweep.computing.points";
  return { key, values: { points, all, next: next?.points } };
}

export class SweepStages {
  visitor = new Visitor();
  /** @type {SweepRequest | undefined} the latest question */
  asked;
  /** @type {Stage | undefined} that is shown */
  shown;
  stopped = false; // by the visitor
  runs = 0; // how many have begun: one that a newer one or the visitor has ended asks for nothing more
  /** @type {((payload: SweepPayload) => Promise<void>) | undefined} */
  receive;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.shell = shell;
    const find = finder(root);
    this.bar = new Bar(find("sweep-progress"), "sweep.computing.points");
    this.notice = find("sweep-stopped");
    find("sweep-stop").addEventListener("click", () => this.stop());
    select(this.notice, "button", HTMLElement).addEventListener("click", () => this.goOn());
    this.next = latest(async (/** @type {number} */ stage, /** @type {Prepare} */ prepare) => {
      const turn = this.visitor.sign(); // before it waits: one that is prepared late ends no newer one
      const asked = await prepare();
      if (!asked) return { ended: /** @type {const} */ (true) };
      this.asked = asked;
      return shell.call("ask", { ...asked, stage, ...turn }, (text) => { if (!this.stopped) this.wait(text); });
    });
  }

  /**
   * Ask anew; a newer question ends the older one.
   * @param {Prepare} prepare
   * @param {(payload: SweepPayload) => Promise<void>} receive takes each stage
   * @returns {Promise<boolean | null>} whether it was asked and answered; null where a newer question ended it,
   *   or the visitor after a first answer
   */
  ask(prepare, receive) {
    this.receive = receive;
    this.end();
    this.stopped = false;
    return this.run(0, prepare);
  }

  /**
   * @param {number} first stage
   * @param {Prepare} prepare
   */
  async run(first, prepare) {
    const run = (this.runs += 1);
    /** @type {number | null} */
    let number = first;
    while (number !== null) {
      const began = performance.now();
      const answer = /** @type {Awaited<ReturnType<typeof this.next>>} */ (await this.next(number, prepare));
      if (answer === OVERTAKEN) return this.stopped && !this.shown ? false : null;
      /** @type {SweepPayload | null} */
      const payload = this.shell.take(answer);
      if (!payload) {
        this.end();
        return false;
      }
      const { asked } = this;
      prepare = async () => /** @type {SweepRequest} */ (asked);
      number = payload.stage.number;
      this.show(payload.stage, performance.now() - began);
      await this.receive?.(payload);
      if (run !== this.runs) return null;
    }
    return true;
  }

  /**
   * @param {Stage} stage that is there now
   * @param {number} milliseconds that it took
   */
  show(stage, milliseconds) {
    const before = this.shown?.done ?? 0;
    this.shown = stage;
    if (!stage.next) { this.end(); return; }
    const { key, values } = stageWords(stage);
    this.bar.key = key;
    this.bar.begin(stage.done, values);
    this.bar.fill.getBoundingClientRect(); // so that the run to the stage's end starts from here
    this.bar.run(stage.then, ((stage.then - stage.done) * milliseconds) / (stage.done - before || 1));
  }

  /** @param {string} text others come first */
  wait(text) {
    if (!this.shown) this.bar.begin(0, {});
    this.bar.say(text);
  }

  // Words in another language.
  relabel() {
    const { shown } = this;
    if (!shown?.next) return;
    const { key, values } = stageWords(shown);
    this.bar.say(t(key, values));
    this.say(shown);
  }

  /** @param {Stage} stage at which the visitor has stopped */
  say({ points, all, next }) {
    select(this.notice, "span", HTMLElement).textContent = t(
      next?.gradients ? "sweep.stopped.gradients" : "sweep.stopped", { points, all });
    select(this.notice, "button", HTMLElement).textContent = t("sweep.continue");
  }

  end() {
    this.shown = undefined;
    this.bar.end();
    this.notice.hidden = true;
  }

  async stop() {
    const { shown } = this;
    this.stopped = true;
    this.runs += 1;
    this.next.cancel();
    this.bar.end();
    this.notice.hidden = !shown?.next;
    if (shown) this.say(shown);
    await this.shell.call("stop_sweep", this.visitor.sign());
  }

  goOn() {
    const { shown, asked } = this;
    if (!asked || shown?.number === undefined || shown.number === null) return;
    this.notice.hidden = true;
    this.stopped = false;
    this.run(shown.number, async () => asked);
  }
}
