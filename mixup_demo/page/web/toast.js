// A word to the visitor that goes by itself.

const TOAST_MS = 8000;
const FADED_MS = 250; // as the style sheet has it, and a moment
const LETTER_MS = 60; // a long sentence, with a command in it, stays longer

export class Toast {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  going;

  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node;
  }

  /** @param {string} text */
  say(text) {
    this.node.textContent = text;
    this.node.classList.add("shown");
    clearTimeout(this.going);
    this.going = setTimeout(() => this.hide(), Math.max(TOAST_MS, LETTER_MS * text.length));
  }

  // It stays where screen readers listen, who hear nothing that comes with its words; so these go.
  hide() {
    this.node.classList.remove("shown");
    clearTimeout(this.going);
    this.going = setTimeout(() => { this.node.textContent = ""; }, FADED_MS);
  }
}
