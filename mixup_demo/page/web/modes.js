// How much the page shows, and to whom: everything or what a newcomer needs; a desk or a room.

import { NARROW, finder } from "./dom.js";

/** @import { LinkState } from "./contract.js" */

const GROWN_MS = 400; // by then the page has its new type size

export class Modes {
  /**
   * @param {HTMLElement} root
   * @param {LinkState} link
   * @param {{ change(): void, grown(): void }} on change: at once; grown: the page has its new type size
   */
  constructor(root, link, on) {
    const find = finder(root);
    this.on = on;
    this.buttons = { more: find("more"), present: find("present") };
    this.set("more", link.more === "1");
    this.set("present", link.present === "1" && !matchMedia(NARROW).matches); // a phone that opens a room's link is no room
    this.buttons.more.addEventListener("click", () => this.toggle("more"));
    this.buttons.present.addEventListener("click", () => this.present());
    // who leaves the full screen has finished presenting
    document.addEventListener("fullscreenchange", () => document.fullscreenElement || this.leave());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], .tour")) this.leave();
    });
  }

  /** @param {"more" | "present"} mode */
  is(mode) {
    return document.body.classList.contains(mode);
  }

  // What a link holds of it.
  get link() {
    return { more: this.is("more") ? "1" : null, present: this.is("present") ? "1" : null };
  }

  /**
   * @param {"more" | "present"} mode
   * @param {boolean} on
   */
  set(mode, on) {
    document.body.classList.toggle(mode, on);
    this.buttons[mode].setAttribute("aria-pressed", String(on));
  }

  /** @param {"more" | "present"} mode */
  toggle(mode) {
    this.set(mode, !this.is(mode));
    this.on.change();
    setTimeout(() => this.on.grown(), GROWN_MS); // charts take their type size from the page
  }

  async present() {
    this.toggle("present");
    try {
      if (this.is("present")) await document.documentElement.requestFullscreen();
      else if (document.fullscreenElement) await document.exitFullscreen();
    } catch {
      // a browser or a frame that allows no full screen: the page presents in its window
    }
  }

  leave() {
    if (this.is("present")) this.toggle("present");
  }
}
