// A word to the visitor that goes by itself.

const TOAST_MS = 8000;
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

  hide() {
    this.node.classList.remove("shown");
  }
}
