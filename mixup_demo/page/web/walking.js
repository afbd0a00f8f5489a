// The keys that walk over a map: arrows, farther with Shift, and Enter or the space bar to pick.

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * What a key means on a map; the browser then does nothing with it.
 * @param {KeyboardEvent} event
 * @param {number} leap steps at once, with Shift
 * @returns {[number, number] | "pick" | null} steps right and up; null where it is a key of others
 */
export function walked(event, leap) {
  const picks = event.key === "Enter" || event.key === " ";
  if (event.altKey || event.ctrlKey || event.metaKey || !(picks || event.key in STEPS)) return null;
  event.preventDefault();
  if (picks) return "pick";
  const [right, up] = STEPS[event.key];
  const by = event.shiftKey ? leap : 1;
  return [by * right, by * up];
}
