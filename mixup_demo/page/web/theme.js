// Light or dark: the link's, else the visitor's own choice, which stays, else the system's.

import { replace } from "./address.js";
import { explorer } from "./connection.js";
import { remember } from "./store.js";

export const THEME_KEY = "mixup-explorer-theme"; // as in head.py, which sets the theme before the first paint
const LINKED = "__theme"; // Gradio's name

export class Theme {
  /** @type {string | undefined} where nothing can be kept, it lasts as long as the page */
  chosen;

  // When the system turns dark or light, Gradio follows it, whatever was chosen.
  constructor() {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(() => this.apply()));
  }

  apply() {
    const chosen = this.chosen ?? explorer().theme();
    if (chosen) document.body.classList.toggle("dark", chosen === "dark");
  }

  // The other one; a link that names a theme names this one now, so that a reload keeps it.
  toggle() {
    const chosen = document.body.classList.contains("dark") ? "light" : "dark";
    remember(THEME_KEY, chosen);
    this.follow(chosen);
  }

  /** @param {string} chosen here, or in another window of the page */
  follow(chosen) {
    this.chosen = chosen;
    const address = new URL(location.href);
    if (address.searchParams.has(LINKED)) {
      address.searchParams.set(LINKED, chosen);
      replace(address);
    }
    this.apply();
  }
}
