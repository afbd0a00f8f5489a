// What is seen now, in one sentence: on the page at once, to screen readers when λ has come to rest.

import { finder } from "../../../page/web/dom.js";
import { className, percent, t } from "../../../page/web/words.js";

/** @import { Leaders, SweepPayload } from "./types.js" */

const SURE = 0.9; // confidence from which on a model is said to be sure
const LEANING = 0.5; // and from which on it leans to one class
const END = 0.005; // share of a picture below which it is not said to be there
const REST_MS = 900; // a screen reader says λ itself while it moves

/**
 * What a model says, by how sure it is.
 * @param {number} confidence
 */
export const manner = (confidence) => (confidence >= SURE ? "sure" : confidence >= LEANING ? "leaning" : "torn");

/**
 * What the mixed picture consists of.
 * @param {number} applied λ
 * @param {string[]} names of A's and of B's class
 */
export function blendText(applied, [a, b]) {
  if (applied > 1 - END) return t("said.a", { a });
  if (applied < END) return t("said.b", { b });
  const values = { a, b, share: percent(applied), rest: percent(1 - applied) };
  return Math.abs(applied - 0.5) < END ? t("said.half", values) : t("said.blend", values);
}

/**
 * @param {string} model its name
 * @param {Leaders} leaders
 * @param {number} confidence
 * @param {number} index of the point of λ
 * @param {string[]} classes
 */
export function modelText(model, leaders, confidence, index, classes) {
  const [first, second] = [leaders.first, leaders.second].map((list) => className(classes[list[index]]));
  return t(`said.${manner(confidence)}`, {
    model, first, second, share: percent(confidence), rest: percent(leaders.second_share[index]),
  });
}

export class Said {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting;
  text = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    const find = finder(root);
    this.shown = find("said");
    this.live = find("said-live");
  }

  /**
   * @param {SweepPayload} payload
   * @param {{ applied: number, index: number }} at the λ that is applied, and its point
   * @param {{ models: string[], pictures: string[], classes: string[] }} names of the models, of
   *   the pictures' classes, and of all classes
   */
  say(payload, { applied, index }, { models, pictures, classes }) {
    const answers = payload.models.map(({ key }, i) => {
      const { leaders, confidence } = payload.answers[key];
      return modelText(models[i], leaders, confidence[index], index, classes);
    });
    const text = t("said.whole", { blend: blendText(applied, pictures), left: answers[0], right: answers[1] });
    if (text === this.text) return;
    const first = this.text === "";
    this.text = text;
    this.shown.textContent = text;
    clearTimeout(this.resting);
    if (!first) this.resting = setTimeout(() => { this.live.textContent = text; }, REST_MS);
  }
}
