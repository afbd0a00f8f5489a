// A live poll, where the server takes them: opened and read by the lecturer, answered by everyone.

import { recall, remember } from "../store.js";

/** @import { Sentences } from "../contract.js" */

const VOTER = "mixup-explorer-voter"; // of this device
const POLL = "poll";
const GONE = 404;

/** What the server refuses, in every language. */
export class PollRefusal extends Error {
  /**
   * @param {Sentences | null} said null where there are no words for it
   * @param {boolean} gone whether there is no such poll any more
   */
  constructor(said, gone = false) {
    super(said?.en ?? "no answer");
    this.said = said;
    this.gone = gone;
  }
}

/**
 * @param {string} path
 * @param {string} method
 * @param {object} [body]
 */
async function ask(path, method, body) {
  const headers = { "Content-Type": "application/json" };
  let answer;
  try {
    answer = await fetch(new URL(path, document.baseURI), { method, cache: "no-store", ...(body && { headers, body: JSON.stringify(body) }) });
  } catch {
    throw new PollRefusal(null);
  }
  const found = await answer.json().catch(() => ({ error: null }));
  if (!answer.ok) throw new PollRefusal(found.error ?? null, answer.status === GONE);
  return found;
}

/**
 * @param {number} choices how many answers it has
 * @returns {Promise<{ name: string, key: string }>}
 */
export const openPoll = (choices) => ask(POLL, "POST", { choices });

/**
 * How many chose each answer.
 * @param {{ name: string, key: string }} poll
 * @returns {Promise<number[]>}
 */
export const countsOf = async ({ name, key }) => (await ask(`${POLL}/${name}?key=${key}`, "GET")).counts;

/**
 * @param {string} name of the poll
 * @param {number} answer
 */
export function vote(name, answer) {
  let voter = recall(VOTER);
  if (!voter) {
    voter = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    remember(VOTER, voter);
  }
  return ask(`${POLL}/${name}`, "POST", { voter, answer });
}
