// What a lecture can do, with the key of each, and its steps to go to.

import { openDialog } from "../dialogs.js";
import { element } from "../dom.js";
import { t } from "../words.js";
import { KEYS } from "./keys.js";
import { kept } from "./own.js";
import { say } from "./schema.js";
import { BUNDLED, OWN } from "./source.js";

/** @import { Lecture } from "./room.js" */

const WITH_KEYS = /** @type {const} */ (["next", "back", "question", "answer", "qr", "notes", "full", "append", "edit", "download"]);
const WITHOUT = /** @type {const} */ (["own", "open", "empty", "link", "bundled", "leave"]);
const ACCEPT = ".json,application/json";

/** @param {Lecture} lecture */
export function openMenu(lecture) {
  const dialog = openDialog(lecture.shell.root, { name: "lecture-menu", title: t("lecture.menu"), close: t("about.close") }, [
    element("div", { className: "about-two" }, [
      section(t("lecture.keys"), [keys(lecture, () => dialog.close())]),
      section(t("lecture.steps"), [steps(lecture, () => dialog.close())]),
    ]),
  ]);
}

/**
 * @param {string} title
 * @param {Node[]} nodes
 */
const section = (title, nodes) => element("section", {}, [element("h3", { textContent: title }), ...nodes]);

/**
 * @param {Lecture} lecture
 * @param {() => void} close
 */
function keys(lecture, close) {
  const rows = [
    ...WITH_KEYS.map((name) => row(t(`lecture.do.${name}`), KEYS[name], () => { close(); lecture.run(name); })),
    element("li", {}, [element("span", { textContent: t("lecture.do.lambda") }), element("kbd", { textContent: KEYS.lambda })]),
    ...WITHOUT.filter((name) => offered(name, lecture)).map((name) => row(t(`lecture.do.${name}`), "", () => { close(); if (name === "open") choose(lecture.making); else lecture.run(name); })),
  ];
  return element("ul", { className: "lecture-keys" }, rows);
}

/**
 * @param {typeof WITHOUT[number]} name
 * @param {Lecture} lecture
 */
function offered(name, { wanted }) {
  if (name === "own") return wanted !== OWN && kept() !== null;
  return name !== "bundled" || wanted !== BUNDLED;
}

/**
 * @param {string} textContent
 * @param {string} key
 * @param {() => void} press
 */
function row(textContent, key, press) {
  const button = element("button", { type: "button", textContent });
  button.addEventListener("click", press);
  return element("li", {}, [button, ...(key ? [element("kbd", { textContent: key })] : [])]);
}

/**
 * @param {Lecture} lecture
 * @param {() => void} close
 */
function steps(lecture, close) {
  const items = lecture.content.steps.map((step, i) => {
    const button = element("button", { type: "button", textContent: say(step.title) });
    if (i === lecture.index) button.setAttribute("aria-current", "step");
    button.addEventListener("click", () => { close(); lecture.to(i); });
    return element("li", {}, [button]);
  });
  return element("ol", { className: "lecture-steps" }, items);
}

/**
 * Let the visitor choose a file.
 * @param {{ take(file: File): unknown }} reader
 */
export function choose(reader) {
  const input = element("input", { type: "file", accept: ACCEPT });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file) reader.take(file);
  });
  input.click();
}
