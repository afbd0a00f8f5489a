// A computation that the server answers part by part; a newer one ends the older.

import { latest, OVERTAKEN } from "./latest.js";

/** @import { Request, Server, Success } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

// Who asks: tells pages, and questions of one page that run side by side, apart.
export class Visitor {
  name = crypto.getRandomValues(new Uint32Array(2)).join("-");
  turn = 0;

  // What the next request says of its sender; a busy server may take requests up in another order.
  sign() {
    return { visitor: this.name, turn: (this.turn += 1) };
  }
}

/** @template {keyof Server} M */
export class Stream {
  visitor = new Visitor();
  running = false;
  turn = 0; // of runs and stops, so that a run knows that it has been overtaken

  /**
   * @param {Shell} shell for its server and messages
   * @param {M} method of the server, answers requests with { ..., start, visitor, turn } by { frames, done,
   *   ... } from frame `start` on
   * @param {keyof Server} stop method of the server, ends what `visitor` waits for
   * @param {(text: string) => void} [say] where one stands in the line; without it nothing is said
   */
  constructor(shell, method, stop, say = () => {}) {
    this.shell = shell;
    this.method = method;
    this.stopMethod = stop;
    this.say = say;
    this.next = latest((/** @type {Request<M>} */ request, /** @type {(text: string) => void} */ heard) => shell.call(method, request, heard));
  }

  /**
   * Ask for one part after the other from frame `start` on, as far as the server answers.
   * @param {object} request
   * @param {(part: Success<M>) => void} use
   * @returns {Promise<boolean>} false where a newer run or `stop` came first
   */
  async run(request, use, start = 0) {
    this.running = true;
    const turn = (this.turn += 1);
    for (let done = false; !done;) {
      const asked = /** @type {Request<M>} */ ({ ...request, start, ...this.visitor.sign() });
      const answer = await this.next(asked, (text) => { if (turn === this.turn) this.say(text); });
      if (answer === OVERTAKEN) return false;
      const part = this.shell.take(answer);
      if (!part) break;
      use(part);
      const { frames, done: last } = /** @type {{ frames: unknown[], done: boolean }} */ (/** @type {unknown} */ (part));
      start += frames.length;
      done = last;
      if (turn !== this.turn) return false;
    }
    this.running = false;
    return true;
  }

  async stop() {
    this.turn += 1;
    this.next.cancel();
    this.running = false;
    await this.shell.call(this.stopMethod, this.visitor.sign());
  }
}
