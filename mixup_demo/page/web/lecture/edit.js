// A lecture with something changed: each function gives a new one and leaves the old one as it was.

/** @import { LectureContent, Step, Words } from "./types.js" */

/**
 * Words with the text of one language changed; those in one language alone stay so.
 * @param {Words | undefined} words
 * @param {string} text
 * @param {string} language
 * @returns {Words}
 */
export const reworded = (words, text, language) => (words === undefined || typeof words === "string" ? text : { ...words, [language]: text });

/**
 * @param {LectureContent} lecture
 * @param {number} at
 * @param {(step: Step) => Step} change
 * @returns {LectureContent}
 */
const changed = (lecture, at, change) => ({ ...lecture, steps: lecture.steps.map((step, i) => (i === at ? change(step) : step)) });

/**
 * With another title: of the step at a place, or of the lecture itself.
 * @param {LectureContent} lecture
 * @param {number | null} at
 * @param {string} text
 * @param {string} language
 * @returns {LectureContent}
 */
export function retitled(lecture, at, text, language) {
  if (at === null) return { ...lecture, title: reworded(lecture.title, text, language) };
  return changed(lecture, at, (step) => ({ ...step, title: reworded(step.title, text, language) }));
}

/**
 * With another note of a step; an empty one takes the note away, in all languages.
 * @param {LectureContent} lecture
 * @param {number} at
 * @param {string} text
 * @param {string} language
 */
export function noted(lecture, at, text, language) {
  return changed(lecture, at, ({ note, ...step }) => (text.trim() ? { ...step, note: reworded(note, text, language) } : step));
}

/**
 * With a step at another place.
 * @param {LectureContent} lecture
 * @param {number} from
 * @param {number} to
 * @returns {LectureContent}
 */
export function moved(lecture, from, to) {
  const steps = [...lecture.steps];
  steps.splice(to, 0, ...steps.splice(from, 1));
  return { ...lecture, steps };
}

/**
 * Without a step.
 * @param {LectureContent} lecture
 * @param {number} at
 * @returns {LectureContent}
 */
export const removed = (lecture, at) => ({ ...lecture, steps: lecture.steps.filter((_, i) => i !== at) });
