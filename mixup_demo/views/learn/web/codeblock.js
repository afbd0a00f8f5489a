// Code of a chapter, with the button that copies it.

import { copyText } from "../../../page/web/copying.js";
import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { Shell } from "../../../page/web/shell.js" */

/**
 * @param {{ name: string, text: string }} code name: key of its title
 * @param {Shell} shell
 */
export function codeBlock({ name, text }, shell) {
  const pre = element("pre", { tabIndex: 0, lang: "en" }, [element("code", { textContent: text })]);
  pre.setAttribute("role", "region");
  pre.setAttribute("aria-label", t(name));
  const copy = element("button", { type: "button", textContent: t("learn.copy") });
  copy.setAttribute("aria-label", `${t("learn.copy")}: ${t(name)}`);
  copy.addEventListener("click", async () => {
    shell.toast(t(await copyText(text, pre) ? "learn.copied" : "about.copy.problem"));
  });
  const head = element("figcaption", {}, [element("span", { textContent: t(name) }), copy]);
  return element("figure", { className: "learn-code" }, [head, pre]);
}
