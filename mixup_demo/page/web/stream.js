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
  turn = 0; // of runs and stops, so that a run knows while it pauses that it has been overtaken

  /**
   * @param {Shell} shell for its server and messages
   * @param {M} method of the server, answers requests with { ..., start, visitor, turn } by { frames, done,
   *   ... } from frame `start` on; with `again`, it wants to be asked again after so many ms
   * @param {keyof Server} stop method of the server, ends what `visitor` waits for
   */
  constructor(shell, method, stop) {
    this.shell = shell;
    this.method = method;
    this.stopMethod = stop;
    this.next = latest((/** @type {Request<M>} */ request) => shell.call(method, request));
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
      const answer = await this.next(asked);
      if (answer === OVERTAKEN) return false;
      const part = this.shell.take(answer);
      if (!part) break;
      use(part);
      const { frames, done: last, again } = /** @type {{ frames: unknown[], done: boolean, again?: number }} */ (/** @type {unknown} */ (part));
      start += frames.length;
      done = last;
      if (again) await new Promise((resolve) => setTimeout(resolve, again));
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
