// Asks for a training part by part, and says how far it has come or where in the line it stands.

import { finder } from "../../../page/web/dom.js";
import { Bar } from "../../../page/web/progress.js";
import { Stream } from "../../../page/web/stream.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { ToyPayload, ToyRequest } from "./types.js" */

const REST_MS = 150; // a training is asked for when the hand has rested so long

export class Run {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  asking;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.bar = new Bar(finder(root)("toy-progress"), "toy.training");
    this.stream = new Stream(shell, "toy", "toy_stop", (text) => this.bar.say(text));
  }

  get running() {
    return this.stream.running;
  }

  /** @param {() => void} ask is done when nothing has come for a moment */
  soon(ask) {
    clearTimeout(this.asking);
    this.asking = setTimeout(ask, REST_MS);
  }

  /**
   * @param {ToyRequest & { columns: number }} request
   * @param {(part: ToyPayload) => void} take what to do with each part
   * @param {number} [start] frame from which on they are wanted
   * @returns {Promise<"overtaken" | "done" | "refused">}
   */
  async ask(request, take, start) {
    clearTimeout(this.asking);
    let done = false;
    /** @param {ToyPayload} part */
    const receive = (part) => {
      take(part);
      done = part.done;
    };
    if (!await this.stream.run(request, receive, start)) return "overtaken";
    this.bar.show(null);
    return done ? "done" : "refused";
  }

  async stop() {
    clearTimeout(this.asking);
    this.bar.show(null);
    await this.stream.stop();
  }
}
