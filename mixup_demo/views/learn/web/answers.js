// What the reader has answered; it stays on the device.

const STORED = "mixup-explorer-learn";

/** @typedef {Pick<Storage, "getItem" | "setItem">} Store */

export class Answers {
  /** @type {{ [chapter: string]: number }} index of the chosen answer by chapter; −1 where it was shown unasked */
  answers = {};

  /** @param {Store | null} store */
  constructor(store) {
    this.store = store;
    try {
      const kept = JSON.parse(store?.getItem(STORED) ?? "{}");
      for (const [name, answer] of Object.entries(kept ?? {})) if (Number.isInteger(answer)) this.answers[name] = answer;
    } catch { /* what was kept cannot be read: begin anew */ }
  }

  /** @param {string} name of a chapter */
  seen(name) {
    return name in this.answers;
  }

  /** @param {string} name of a chapter */
  answered(name) {
    return this.answers[name] >= 0;
  }

  /**
   * @param {string} name of a chapter
   * @param {number} answer
   */
  note(name, answer) {
    this.answers[name] = answer;
    this.keep();
  }

  forget() {
    this.answers = {};
    this.keep();
  }

  keep() {
    try {
      this.store?.setItem(STORED, JSON.stringify(this.answers));
    } catch { /* no room, or not allowed: it lasts as long as the page */ }
  }
}
