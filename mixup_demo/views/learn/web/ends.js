// What stands after the chapters: the glossary and the sources.

import { element } from "../../../page/web/dom.js";
import { current, t } from "../../../page/web/words.js";

/** @import { Lesson } from "./types.js" */

/** @param {Lesson} lesson */
export function glossary({ terms }) {
  const sorted = terms.map((key) => ({ key, name: t(key) })).sort((a, b) => a.name.localeCompare(b.name, current()));
  const items = sorted.map(({ key, name }) => element("div", {}, [
    element("dt", { textContent: name }), element("dd", { textContent: t(`${key}.help`) }),
  ]));
  const node = section(t("learn.glossary"), element("dl", { className: "learn-glossary" }, items));
  node.dataset.testid = "glossary";
  return node;
}

/**
 * Exercise sheets, to print and as notebooks.
 * @param {Lesson} lesson
 * @param {string} base folder of the static files
 */
export function exercises({ sheets }, base) {
  const items = sheets.map((name) => {
    const file = `${base}/sheet-${name}-${current()}`;
    return element("li", {}, [
      element("a", { href: file + ".html", target: "_blank", textContent: t(`learn.sheet.${name}`) }), " · ",
      element("a", { href: file + ".ipynb", download: `mixup-sheet-${name}-${current()}.ipynb`, textContent: t("learn.sheets.notebook") }),
    ]);
  });
  const node = section(t("learn.sheets"), element("ul", { className: "learn-sources" }, items));
  node.dataset.testid = "sheets";
  return node;
}

/** @param {Lesson} lesson */
export function sources({ references, chapters }) {
  const numberOf = (/** @type {string} */ name) => chapters.findIndex((chapter) => chapter.name === name) + 1;
  const items = references.map(({ names, title, url, chapters: used }) => element("li", {}, [
    `${names}. `,
    element("a", { href: url, rel: "external", target: "_blank", textContent: title, lang: "en" }),
    ` (${t("learn.sources.chapters", { numbers: used.map(numberOf).join(", ") })})`,
  ]));
  const node = section(t("learn.sources"), element("ul", { className: "learn-sources" }, items));
  node.dataset.testid = "sources";
  return node;
}

/**
 * @param {string} title
 * @param {HTMLElement} body
 */
function section(title, body) {
  return element("section", { className: "learn-end" }, [element("h2", { textContent: title }), body]);
}
