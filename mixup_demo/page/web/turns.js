// An answer that waits for its turn is asked for until it is there; meanwhile the page says its place.

/** @import { Place, Waits } from "./contract.js" */

/** @type {(ms: number) => Promise<void>} */
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @template {object} T
 * @param {() => Promise<T | Waits | undefined>} ask the same each time
 * @param {(place: Place) => void} say
 * @param {(ms: number) => Promise<void>} pause for tests
 * @returns {Promise<T | undefined>} the answer, nothing where there is none
 */
export async function inTurn(ask, say, pause = rest) {
  for (;;) {
    const answer = await ask();
    if (!answer || !("waits" in answer)) return answer;
    if (answer.waits.before) say(answer.waits);
    await pause(answer.again);
  }
}
