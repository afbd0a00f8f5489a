// Models that are not on the server yet: it fetches them when they are chosen, and the frame shows
// how far it is.

import { Bar } from "./progress.js";
import { t } from "./words.js";

/** @import { Config, Request, Server, Success, Refusal, Ended } from "./contract.js" */

const MEGABYTE = 1e6;

/**
 * @typedef {object} Caller what of the shell is needed
 * @property {Config} config
 * @property {<M extends keyof Server>(method: M, request: Request<M>) => Promise<Success<M> | Refusal | Ended>} call
 * @property {<T extends object>(answer: T | Refusal | Ended) => T | null} take
 */

/**
 * Bytes in millions with one decimal.
 * @param {number} bytes
 */
const megabytes = (bytes) => (bytes / MEGABYTE).toFixed(1);

export class Fetching {
  /** @type {Set<string>} pairs that the server has */
  here = new Set();

  /**
   * @param {HTMLElement} row as for `Bar`
   * @param {Caller} shell
   */
  constructor(row, shell) {
    this.bar = new Bar(row, "fetching");
    this.shell = shell;
  }

  /**
   * Whether a pair's models come from elsewhere and are not known to be here.
   * @param {string[]} models names
   */
  lacks(models) {
    const { cards } = this.shell.config;
    return !this.here.has(models.join(":")) && models.some((model) => cards[model]?.fetched);
  }

  /**
   * Ask until the server has a pair.
   * @param {string[]} models names
   * @param {() => boolean} wanted whether anybody still waits for it
   * @returns {Promise<boolean>} false where it cannot be had, which the visitor has been told
   */
  async until(models, wanted) {
    const pair = models.join(":");
    for (;;) {
      const answer = await this.shell.call("fetch", { pair });
      if (!wanted()) {
        this.bar.end(); // whoever fetches now shows it again
        return true;
      }
      const now = this.shell.take(answer);
      if (!now || now.ready) {
        this.bar.end();
        if (now) this.here.add(pair);
        return Boolean(now);
      }
      this.show(now);
    }
  }

  /** @param {Success<"fetch">} now */
  show({ name, done, total }) {
    const said = { name, done: megabytes(done), total: megabytes(total ?? 0) };
    this.bar.begin(total ? done / total : 0, said);
    if (total === null) this.bar.say(t("fetching.asking", said));
  }
}
