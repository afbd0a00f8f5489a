// What the address's fragment names: it stays at the top while what is above it still comes and grows.

const ACTS = ["wheel", "touchstart", "pointerdown", "click", "keydown"]; // with which a visitor takes over

/** @param {HTMLElement} root whose height changes as answers and charts come */
export function holdFragment(root) {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  const observer = new ResizeObserver(() => target.scrollIntoView({ behavior: "instant", block: "start" }));
  observer.observe(root);
  for (const act of ACTS) addEventListener(act, () => observer.disconnect(), { once: true, capture: true, passive: true });
}
