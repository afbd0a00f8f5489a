// The visitor's own lecture: one on each device, and a question before another takes its place.

import { openDialog } from "../dialogs.js";
import { element } from "../dom.js";
import { download } from "../picturefile.js";
import { recall, remember } from "../store.js";
import { t } from "../words.js";
import { say } from "./schema.js";

/** @import { LectureContent } from "./types.js" */

const STORED = "mixup-explorer-lecture";

/** The text of the lecture that the device keeps, null for none. */
export const kept = () => recall(STORED);

/** @param {LectureContent} lecture */
export const keep = (lecture) => remember(STORED, JSON.stringify(lecture));

/** @param {string} text of a lecture that is saved as a file */
export const saveLecture = (text) => download(new Blob([text], { type: "application/json" }), "lecture.json");

/**
 * Go on where nothing is lost by it; else ask first.
 * @param {HTMLElement} root that a dialog is put into
 * @param {() => void} go
 */
export function replacing(root, go) {
  const text = kept();
  if (text === null) go();
  else askFirst(root, text, go);
}

/**
 * @param {HTMLElement} root
 * @param {string} text of the lecture that would be lost
 * @param {() => void} go
 */
function askFirst(root, text, go) {
  const words = { name: "lecture-replace", title: t("lecture.replace"), close: t("lecture.replace.cancel") };
  const save = element("button", { type: "button", textContent: t("lecture.do.download") });
  const replace = element("button", { type: "button", className: "primary", textContent: t("lecture.replace.go") });
  const dialog = openDialog(root, words, [
    element("p", { textContent: t("lecture.replace.which", { title: titleOf(text) }) }),
    element("div", { className: "lecture-foot" }, [replace, save]),
  ]);
  save.addEventListener("click", () => saveLecture(text));
  replace.addEventListener("click", () => { dialog.close(); go(); });
}

/** @param {string} text */
function titleOf(text) {
  try {
    return say(JSON.parse(text).title);
  } catch {
    return "?"; // of another version of the page
  }
}
