// Places in a frame, the part of a plane that a map shows: as shares of its sides, and in cells.

/** @typedef {{ x: number, y: number }} Place in the plane */
/** @typedef {{ left: number, right: number, bottom: number, top: number }} Frame */

/**
 * The place in the frame that is nearest to a wanted one.
 * @param {Place} place
 * @param {Frame} frame
 * @returns {Place}
 */
export function within({ x, y }, { left, right, bottom, top }) {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(top, Math.max(bottom, y)) };
}

/**
 * Whether a place lies in the frame.
 * @param {Frame} frame
 * @param {Place} place
 */
export const contains = ({ left, right, bottom, top }, { x, y }) => x >= left && x <= right && y >= bottom && y <= top;

/**
 * A place as shares of the frame from its lower left.
 * @param {Place} place
 * @param {Frame} frame
 * @returns {Place}
 */
export function toShares({ x, y }, { left, right, bottom, top }) {
  return { x: (x - left) / (right - left), y: (y - bottom) / (top - bottom) };
}

/**
 * The place that shares of the frame, from its lower left, stand for.
 * @param {Place} shares
 * @param {Frame} frame
 * @returns {Place}
 */
export function fromShares({ x, y }, { left, right, bottom, top }) {
  return { x: left + x * (right - left), y: bottom + y * (top - bottom) };
}

/**
 * The place so many cells further, as far as the frame goes.
 * @param {Place} place
 * @param {[number, number]} cells to the right and up
 * @param {Frame} frame
 * @param {number} side cells
 */
export function step({ x, y }, [dx, dy], frame, side) {
  const { left, right, bottom, top } = frame;
  return within({ x: x + (dx * (right - left)) / side, y: y + (dy * (top - bottom)) / side }, frame);
}

/**
 * Index of the cell that holds a place; cells count from the lower left, row by row.
 * @param {Place} place
 * @param {Frame} frame
 * @param {number} side cells
 */
export function cellAt(place, frame, side) {
  const { x, y } = toShares(place, frame);
  const cell = (/** @type {number} */ share) => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
  return cell(y) * side + cell(x);
}
