// What another window of the page has chosen, its language or its theme, holds in this one as well.

import { THEME_KEY } from "../theme.js";
import { choose, current, LANGUAGE_KEY } from "../words.js";

/** @import { Shell } from "../shell.js" */

/**
 * @param {Shell} shell
 * @param {() => void} relabel what has words of its own
 */
export function followOthers(shell, relabel) {
  addEventListener("storage", ({ key, newValue: value }) => {
    if (key === THEME_KEY && value) shell.theme.follow(value);
    if (key !== LANGUAGE_KEY || !value || value === current()) return;
    choose(value);
    document.documentElement.lang = value;
    relabel();
  });
}
