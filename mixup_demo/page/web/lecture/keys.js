// The keys of a lecture, and which of its commands each one gives. Clickers send Page Up and Page Down.

/** @typedef {Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">} Pressed */

// by command, as they are written on keyboards
export const KEYS = {
  next: "Page Down", back: "Page Up", lambda: "← →", question: "Q", answer: "A", qr: "R", notes: "N",
  full: "F", append: "+", edit: "E", download: "D", keys: "?",
};
/** @type {Record<string, keyof typeof KEYS>} */
const COMMANDS = {
  PageDown: "next", PageUp: "back", ArrowLeft: "lambda", ArrowRight: "lambda", "+": "append", "?": "keys",
  q: "question", a: "answer", r: "qr", n: "notes", f: "full", e: "edit", d: "download",
};
// what makes use of letters, and of arrows, itself
const TYPED = "input:not([type=range], [type=radio], [type=checkbox], [type=file]), select, textarea, [contenteditable]";
const STILL = "body, html, a, summary, iframe, h1, h2, h3, figure, [tabindex='-1'], [role=button], button:not([role])";

/**
 * The command that a key gives; letters of another script count by their place, as a Korean keyboard sends them.
 * @param {Pressed} event
 * @returns {keyof typeof KEYS | undefined}
 */
export function commandOf({ key, code, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return undefined;
  const letter = /^[a-z]$/i.test(key) || !/^Key[A-Z]$/.test(code) ? key : code.slice(-1);
  return COMMANDS[letter.length === 1 ? letter.toLowerCase() : letter];
}

/**
 * Whether an element leaves a key to the lecture.
 * @param {{ matches(selector: string): boolean, closest(selector: string): unknown }} target that has the focus
 * @param {keyof typeof KEYS} command
 */
export function leaves(target, command) {
  if (command === "next" || command === "back") return !target.matches("textarea");
  return command === "lambda" ? target.matches(STILL) : !target.matches(TYPED) && !target.closest("[role=listbox]");
}
