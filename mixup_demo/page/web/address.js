// The address bar. Browsers limit how often it may change, WebKit to a hundred times in half a minute,
// and refuse what is more with an error: nothing but the address may suffer from it.

import { tellSpace } from "./space.js";

const REST_MS = 250;
const AGAIN_MS = 5000; // after which what was refused is tried again

/**
 * @param {() => void} change
 * @returns {boolean} whether the browser took it
 */
function taken(change) {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}

/**
 * Put an address into the bar, and what the tab keeps beside it; nothing is written where both are there already.
 * @param {string | URL} address
 * @param {unknown} [kept]
 * @returns {boolean} whether it is there
 */
export function replace(address, kept = history.state) {
  const { href } = new URL(address);
  const same = href === location.href && JSON.stringify(kept) === JSON.stringify(history.state);
  const there = same || taken(() => history.replaceState(kept, "", href));
  if (there) tellSpace(); // also of what the way back has put there
  return there;
}

// What is seen now becomes what the browser's way back leads to, where the browser allows it.
export function leave() {
  taken(() => history.pushState(history.state, "", location.href));
}

// Writes at once, and then when the hand rests; what the browser refuses is written later.
export class Settling {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  waiting;

  /** @param {() => boolean} write whether it is written */
  constructor(write) {
    this.write = write;
  }

  settle() {
    if (this.waiting === undefined) this.write();
    this.wait(REST_MS);
  }

  /** @param {number} ms */
  wait(ms) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.rest(), ms);
  }

  rest() {
    this.waiting = undefined;
    if (!this.write()) this.wait(AGAIN_MS);
  }
}
