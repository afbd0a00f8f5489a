// How the page asks the server: again where it had gone away, in turn where others come first, and
// with a word to the visitor where nothing comes of it.

import { again } from "./again.js";
import { inTurn } from "./turns.js";
import { current, t } from "./words.js";

/** @import { Ended, Place, Refusal, Request, Server, Success, Waits } from "./contract.js" */

/** @param {Place} place in the line */
const placeText = ({ before, seconds }) => t(seconds === null ? "queue.unknown" : "queue", { before, seconds });

export class Asking {
  /**
   * @param {Server} server
   * @param {(text: string) => void} say a word to the visitor
   */
  constructor(server, say) {
    this.server = server;
    this.say = say;
  }

  /**
   * What a method of the server answers; null, and a word to the visitor, where there is nothing.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   */
  async ask(method, request) {
    return this.take(await this.call(method, request));
  }

  /**
   * The same in two steps, for what may have been overtaken between them. The first asks, and again
   * where the server had gone away, or others come first; one that stays away counts as a refusal.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   * @param {(text: string) => void} say where one stands in the line
   * @returns {Promise<Success<M> | Refusal | Ended>}
   */
  async call(method, request, say = this.say) {
    const ask = /** @type {(request: Request<M>) => Promise<Success<M> | Waits | Refusal | Ended>} */ (
      /** @type {unknown} */ (this.server[method]));
    const answer = await inTurn(
      () => again(() => ask(request), () => this.say(t("problem.away"))), (place) => say(placeText(place)));
    return answer ?? { error: null };
  }

  /**
   * The second gives the answer, or null and a word to the visitor.
   * @template {object} T
   * @param {T | Refusal | Ended} answer
   * @returns {T | null}
   */
  take(answer) {
    if ("error" in answer) {
      this.say(answer.error ? answer.error[current()] : t("problem.server"));
      return null;
    }
    return "ended" in answer ? null : answer;
  }
}
