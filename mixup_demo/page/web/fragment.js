// What the address's fragment names: it stays at the top while what is above it still comes and grows.

const ACTS = ["wheel", "touchstart", "pointerdown", "click", "keydown"]; // with which a visitor takes over

/**
 * Wait for the visitor's first act from now on: after it the page no longer scrolls by itself.
 * @returns {AbortSignal} aborted by that act
 */
export function firstAct() {
  const taken = new AbortController();
  const { signal } = taken;
  for (const act of ACTS) addEventListener(act, () => taken.abort(), { capture: true, passive: true, signal });
  return signal;
}

/**
 * @param {HTMLElement} root whose height changes as answers and charts come
 * @param {AbortSignal} taken by the visitor's first act since the page began to open
 */
export function holdFragment(root, taken) {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || taken.aborted) return;
  const observer = new ResizeObserver(() => target.scrollIntoView({ behavior: "instant", block: "start" }));
  observer.observe(root);
  taken.addEventListener("abort", () => observer.disconnect());
}

/**
 * Follow a link to another place of this view as it stands: its address would open the view anew, and the
 * base of Gradio's page takes a bare fragment for a place of the opening view.
 * @param {MouseEvent} event
 */
export function toFragment(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or window of its own
  event.preventDefault();
  location.hash = /** @type {HTMLAnchorElement} */ (event.currentTarget).hash;
}
