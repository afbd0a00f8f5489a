// What another window of the page has chosen, its language or its theme, holds in this one as well.

import { choose, current } from "../words.js";

/** @import { Shell } from "../shell.js" */

const LANGUAGE = "mixup-explorer-language"; // as in words.js
const THEME = "mixup-explorer-theme"; // as in theme.js

/**
 * @param {Shell} shell
 * @param {() => void} relabel what has words of its own
 */
export function followOthers(shell, relabel) {
  addEventListener("storage", ({ key, newValue: value }) => {
    if (key === THEME && value) shell.theme.follow(value);
    if (key !== LANGUAGE || !value || value === current()) return;
    choose(value);
    document.documentElement.lang = value;
    relabel();
  });
}
