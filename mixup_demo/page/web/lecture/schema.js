// What a lecture is: the one check of every lecture, whoever made it. What breaks a rule is refused
// with a sentence that names the rule, the value and the remedy.

import { names, valueOf } from "../state.js";
import { current } from "../words.js";

/** @import { Controls } from "../contract.js" */
/** @import { LectureContent, Question, Step, Words } from "./types.js" */

// of a file in bytes, and of its texts in letters
export const LIMITS = { bytes: 200_000, link: 3000, title: 120, note: 4000, ask: 400, answer: 200 };
const SHOWN = 60; // letters of a wrong value that a refusal repeats
const FRAME = ["lecture", "step", "speaker", "ask", "choices", "word", "poll", "embed"]; // of no step
const OTHERS = ["__theme"]; // parameters that are Gradio's

/** A lecture that breaks a rule: the key of the sentence, and its values. */
export class LectureError extends Error {
  /**
   * @param {string} key
   * @param {Record<string, unknown>} values
   */
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** @param {string[]} parts of a place in a lecture */
const at = (...parts) => parts.join(".");

/** @param {unknown} value */
function shown(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? String(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/**
 * An object with no other fields than those named, and all that are needed.
 * @param {unknown} value
 * @param {string} where
 * @param {string[]} needed
 * @param {string[]} optional
 * @returns {Record<string, unknown>}
 */
function fields(value, where, needed, optional = []) {
  const known = [...needed, ...optional];
  const found = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.keys(value) : null;
  const wrong = found?.find((name) => !known.includes(name)) ?? needed.find((name) => !found?.includes(name));
  if (!found || wrong) throw new LectureError("lecture.error.fields", { where, names: known.join(", "), value: shown(wrong ?? value) });
  return /** @type {Record<string, unknown>} */ (value);
}

/**
 * @param {unknown} value
 * @param {string} where
 * @param {number} limit letters
 * @returns {Words}
 */
function words(value, where, limit) {
  const texts = typeof value === "string" ? [value] : Object.values(/** @type {object} */ (value ?? {}));
  const fine = texts.length > 0 && texts.every((text) => typeof text === "string" && text.trim() && text.length <= limit);
  if (!fine) throw new LectureError("lecture.error.text", { where, limit, value: shown(value) });
  return /** @type {Words} */ (value);
}

/**
 * @param {unknown} value
 * @param {string} where
 * @param {number} least
 * @param {number} most
 * @returns {unknown[]}
 */
function list(value, where, least, most) {
  const count = Array.isArray(value) ? value.length : shown(value);
  const fine = Array.isArray(value) && value.length >= least && value.length <= most;
  if (!fine) throw new LectureError("lecture.error.list", { where, least, most, value: count });
  return value;
}

/**
 * A link: relative, and of parameters that this page knows, with values that it allows.
 * @param {unknown} value
 * @param {string} where
 * @param {Controls} controls
 */
function link(value, where, controls) {
  const fine = typeof value === "string" && /^\?[^\s#]*(#[\w-]{1,60})?$/.test(value) && value.length <= LIMITS.link;
  if (!fine) throw new LectureError("lecture.error.link", { where, value: shown(value) });
  const known = names(controls);
  for (const [name, text] of new URLSearchParams(value.split("#")[0])) {
    const wrong = FRAME.includes(name) || (!known.includes(name) && !OTHERS.includes(name));
    const refused = name in controls && valueOf(text, controls[name]) === undefined;
    if (wrong || refused) throw new LectureError("lecture.error.parameter", { where, value: shown(`${name}=${text}`) });
  }
  return value;
}

/**
 * @param {unknown} value
 * @param {string} where
 * @param {Controls} controls
 * @returns {Question}
 */
function question(value, where, controls) {
  const found = fields(value, where, ["ask", "answers"], ["right", "because"]);
  words(found.ask, at(where, "ask"), LIMITS.ask);
  const { minimum, maximum } = range(controls, "choices");
  const answers = list(found.answers, at(where, "answers"), minimum, maximum);
  answers.forEach((answer, i) => words(answer, `${at(where, "answers")}[${i}]`, LIMITS.answer));
  if ("because" in found) words(found.because, at(where, "because"), LIMITS.note);
  const { right = 0 } = found;
  const fine = Number.isInteger(right) && Number(right) >= 0 && Number(right) < answers.length;
  if (!fine) throw new LectureError("lecture.error.right", { where: at(where, "right"), last: answers.length - 1, value: shown(right) });
  return /** @type {Question} */ (/** @type {unknown} */ (found));
}

/**
 * @param {Controls} controls
 * @param {string} name
 */
const range = (controls, name) => /** @type {{ minimum: number, maximum: number }} */ (/** @type {unknown} */ (controls[name]));

/**
 * A lecture that keeps all rules.
 * @param {unknown} value
 * @param {Controls} controls
 * @returns {LectureContent}
 */
export function check(value, controls) {
  const found = fields(value, "lecture", ["title", "steps"]);
  words(found.title, "title", LIMITS.title);
  const steps = list(found.steps, "steps", 1, range(controls, "step").maximum);
  steps.forEach((each, i) => {
    const where = `steps[${i}]`;
    const step = fields(each, where, ["link", "title"], ["note", "question"]);
    link(step.link, at(where, "link"), controls);
    words(step.title, at(where, "title"), LIMITS.title);
    if ("note" in step) words(step.note, at(where, "note"), LIMITS.note);
    if ("question" in step) question(step.question, at(where, "question"), controls);
  });
  return /** @type {LectureContent} */ (/** @type {unknown} */ (found));
}

/**
 * A file's text as a lecture.
 * @param {string} text
 * @param {Controls} controls
 */
export function parse(text, controls) {
  const { length } = new TextEncoder().encode(text);
  if (length > LIMITS.bytes) throw new LectureError("lecture.error.bytes", { limit: LIMITS.bytes, value: length });
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LectureError("lecture.error.json", { value: shown(text.trim()) });
  }
  return check(value, controls);
}

/**
 * Words in the visitor's language, else in one that they are in.
 * @param {Words | undefined} found
 * @returns {string}
 */
export function say(found) {
  if (found === undefined || typeof found === "string") return found ?? "";
  return found[current()] ?? found.en ?? Object.values(found)[0];
}

/**
 * The view that a step shows.
 * @param {Pick<Step, "link">} step
 * @param {Controls} controls
 */
export const viewOf = ({ link: found }, controls) => new URLSearchParams(found.split("#")[0]).get("view") ?? String(controls.view.default);
