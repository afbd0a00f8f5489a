// What is seen now, in one sentence: on the page at once, to screen readers when λ has come to rest.

import { finder } from "../../../page/web/dom.js";
import { className, percent, shares, t } from "../../../page/web/words.js";

/** @import { Predictions, SweepPayload } from "./types.js" */

const REST_MS = 900; // a screen reader says λ itself while it moves

/**
 * What the mixed picture consists of.
 * @param {string} kind of the blend
 * @param {number} applied λ
 * @param {string[]} names of A's and of B's class
 */
export function blendText(kind, applied, [a, b]) {
  const [share, rest] = shares(applied).map((part) => percent(part));
  return t(`said.${kind}`, { a, b, share, rest });
}

/**
 * What a model predicts.
 * @param {string} model its name
 * @param {Predictions} predictions
 * @param {number} index of the point of λ
 * @param {string[]} classes
 */
export function modelText(model, { manner, leaders, confidence }, index, classes) {
  const [first, second] = [leaders.first, leaders.second].map((list) => className(classes[list[index]]));
  const [share, rest] = [confidence, leaders.second_share].map((list) => percent(list[index]));
  return t(`said.${manner[index]}`, { model, first, second, share, rest });
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
    const [left, right] = payload.models.map(({ key }, i) => modelText(models[i], payload.answers[key], index, classes));
    const text = t("said.whole", { blend: blendText(payload.blend[index], applied, pictures), left, right });
    if (text === this.text) return;
    const first = this.text === "";
    this.text = text;
    this.shown.textContent = text;
    clearTimeout(this.resting);
    if (!first) this.resting = setTimeout(() => { this.live.textContent = text; }, REST_MS);
  }
}
