// Where a card stands beside what it speaks of.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box in px of the window */

export const GAP = 14; // px between the card, what it stands beside, and the window's edges

/**
 * @param {Box} one
 * @param {Box} other
 */
function overlap(one, other) {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Where the card covers least: below what it speaks of, above it, beside it, or in a corner.
 * @param {{ width: number, height: number }} card
 * @param {Box} room
 * @param {Box} beside
 * @param {Box[]} free what it shall not cover
 * @returns {{ left: number, top: number }}
 */
export function place({ width, height }, room, beside, free) {
  const middle = (beside.left + beside.right - width) / 2;
  const centre = (beside.top + beside.bottom - height) / 2;
  const spots = [
    [middle, beside.bottom + GAP], [middle, beside.top - GAP - height],
    [beside.right + GAP, centre], [beside.left - GAP - width, centre],
    [room.right, room.bottom], [room.left, room.bottom], [room.right, room.top], [room.left, room.top],
  ].map(([x, y]) => ({
    left: Math.max(room.left, Math.min(x, room.right - width)),
    top: Math.max(room.top, Math.min(y, room.bottom - height)),
  }));
  const cost = spots.map(({ left, top }) => free.reduce(
    (sum, box) => sum + overlap({ left, top, right: left + width, bottom: top + height }, box), 0));
  return spots[cost.indexOf(Math.min(...cost))];
}
