// One panel alone, without the frame: for slides, courses and blogs.

import { element } from "../dom.js";
import { t } from "../words.js";
import { panelsOf, partsOf } from "./panels.js";

/** @import { Shell } from "../shell.js" */

const ALWAYS = "[data-id=toast], [data-id=tip], dialog, .embed-source"; // messages, and what opens over the page

/**
 * Leave nothing but a panel; where the view has none of that name, its first one.
 * @param {Shell} shell
 * @param {string} wanted
 * @returns {string} its name
 */
export function standAlone(shell, wanted) {
  const { views, url, config } = shell;
  const { name: view } = views;
  const place = views.place(view);
  const chapter = String(url.chapter ?? config.controls.chapter.default);
  const found = partsOf(view, wanted, place, chapter).length ? wanted : panelsOf(view, place)[0];
  const parts = partsOf(view, found, place, chapter);
  for (const part of parts) if (part instanceof HTMLDetailsElement) part.open = true;
  const source = element("a", { className: "embed-source", target: "_blank", rel: "noopener", textContent: `${t("page.title")} ↗` });
  source.dataset.testid = "embed-source";
  source.addEventListener("click", () => { source.href = whole(location.href); });
  source.href = whole(location.href);
  shell.root.append(source);
  keep(shell.root, parts);
  document.body.classList.add("embedded");
  scrollTo({ top: 0, behavior: "instant" });
  shell.settle();
  return found;
}

/**
 * Hide all that is neither a part, nor in one, nor around one.
 * @param {Element} node
 * @param {HTMLElement[]} parts
 */
function keep(node, parts) {
  for (const child of node.children) {
    if (!(child instanceof HTMLElement) || child.matches(ALWAYS)) continue;
    const around = parts.some((part) => child.contains(part));
    child.classList.toggle("embed-around", around && !parts.includes(child));
    if (parts.includes(child)) continue;
    if (around) keep(child, parts);
    else child.classList.add("embed-away");
  }
}

/**
 * The address of the whole page in the same state.
 * @param {string} address
 */
export function whole(address) {
  const target = new URL(address);
  const { searchParams } = target;
  const evidence = searchParams.get("view") === "evidence";
  searchParams.delete("embed");
  if (!evidence) searchParams.delete("panel");
  return target.href;
}
