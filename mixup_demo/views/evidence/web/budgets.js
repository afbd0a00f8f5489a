// The attacked pictures of an answer at each budget: as far as they are here, and those next to
// the present one fetched before they are wanted.

import { pixelsFromBase64 } from "../../../page/web/blend.js";

/** @import { Pixels } from "../../../page/web/blend.js" */
/** @import { AttackPayload, BudgetPixels } from "./types.js" */

/** @typedef {Record<string, { shown: Pixels, perturbation: Pixels }>} Attacked by the models' keys */
/** @typedef {(epsilon: number) => Promise<Record<string, BudgetPixels> | null>} Fetch */

const REST_MS = 80; // the hand rests
const NEIGHBOURS = 2; // budgets on each side that are fetched beforehand

/**
 * @param {Record<string, BudgetPixels>} pixels
 * @returns {Attacked}
 */
const decode = (pixels) => Object.fromEntries(Object.entries(pixels).map(([key, { shown, perturbation }]) => [
  key, { shown: pixelsFromBase64(shown), perturbation: pixelsFromBase64(perturbation) },
]));

/**
 * A budget and those around it, the nearest first.
 * @param {number[]} epsilons rising
 * @param {number} epsilon
 * @param {number} reach how many on each side
 */
export function around(epsilons, epsilon, reach) {
  const middle = epsilons.indexOf(epsilon);
  const away = (/** @type {number} */ each) => Math.abs(epsilons.indexOf(each) - middle);
  return epsilons.filter((each) => away(each) <= reach).sort((one, other) => away(one) - away(other));
}

export class Budgets {
  /** @type {Map<number, Attacked>} */
  known = new Map();
  /** @type {Map<number, ReturnType<Fetch>>} under way */
  asked = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting;
  wanted = NaN;

  /**
   * @param {AttackPayload} payload
   * @param {number} epsilon of its pixels, where it has those of one budget
   * @param {Fetch} fetch null where the server has none
   * @param {() => void} arrived those of the wanted budget are here
   */
  constructor({ epsilons, pixels, pixels_all: all }, epsilon, fetch, arrived) {
    this.epsilons = epsilons;
    this.fetch = fetch;
    this.arrived = arrived;
    if (pixels) this.known.set(epsilon, decode(pixels));
    if (all) epsilons.forEach((each, i) => this.known.set(each, decode(at(all, i))));
  }

  /**
   * The pictures at a budget; undefined where they are still to come.
   * @param {number} epsilon
   */
  at(epsilon) {
    if (this.wanted !== epsilon) {
      this.wanted = epsilon;
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.fetchAround(epsilon), REST_MS);
    }
    return this.known.get(epsilon);
  }

  /** @param {number} epsilon as long as it is the wanted one */
  async fetchAround(epsilon) {
    for (const each of around(this.epsilons, epsilon, NEIGHBOURS)) {
      if (this.wanted !== epsilon) return;
      if (this.known.has(each)) continue;
      const pixels = await this.once(each);
      if (!pixels) return;
      this.known.set(each, decode(pixels));
      if (this.wanted === each) this.arrived();
    }
  }

  /** @param {number} epsilon fetched, or what is under way of it: the hand may have come back */
  once(epsilon) {
    const asked = this.asked.get(epsilon) ?? this.fetch(epsilon).finally(() => this.asked.delete(epsilon));
    this.asked.set(epsilon, asked);
    return asked;
  }

  // Nothing is wanted any more.
  end() {
    this.wanted = NaN;
    clearTimeout(this.resting);
  }
}

/**
 * @param {NonNullable<AttackPayload["pixels_all"]>} all
 * @param {number} i of the budget
 */
const at = (all, i) => Object.fromEntries(Object.entries(all).map(([key, { shown, perturbation }]) => [
  key, { shown: shown[i], perturbation: perturbation[i] },
]));
