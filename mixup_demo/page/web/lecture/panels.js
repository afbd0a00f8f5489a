// The panels that can stand alone, by view: what of the view's elements each one needs.

/** @type {Record<string, Record<string, string[]>>} */
export const PANELS = {
  mix: {
    mixture: [".stage"],
    bars: [".stage .dock", ".soft", "[data-id=answers]"],
    path: [".card.path"],
    alpha: [".card.alpha"],
  },
  boundary: { maps: [".plane-card"], point: [".plane-card", ".point-card"], population: ["[data-id=population]"] },
  toy: { maps: [".toy-maps-card"], curves: [".toy-maps-card .transport", ".toy-curves"], gan: ["[data-id=gan]"] },
  train: { mixed: ["[data-part=mixed]"], code: ["[data-part=code]"], draws: ["[data-part=draws]"] },
  learn: { chapter: ["[data-chapter=%chapter]"], figure: ["[data-chapter=%chapter] .live"] },
  evidence: { claims: [".evidence-head"] },
};
const EVIDENCE = "evidence"; // any of its panels stands alone as well

/**
 * Names of a view's panels.
 * @param {string} view
 * @param {ParentNode} place that the view fills
 */
export function panelsOf(view, place) {
  const more = view === EVIDENCE ? [...place.querySelectorAll("[data-panel]")].map((node) => /** @type {HTMLElement} */ (node).dataset.panel ?? "") : [];
  return [...Object.keys(PANELS[view] ?? {}), ...more];
}

/**
 * The elements of a panel.
 * @param {string} view
 * @param {string} panel
 * @param {ParentNode} place
 * @param {string} chapter that is read, of the Learn view
 * @returns {HTMLElement[]}
 */
export function partsOf(view, panel, place, chapter) {
  const own = PANELS[view] ?? {};
  const others = view === EVIDENCE ? [`[data-panel="${CSS.escape(panel)}"]`] : [];
  const selectors = Object.hasOwn(own, panel) ? own[panel] : others; // a link may say "constructor"
  return selectors.flatMap((selector) => [...place.querySelectorAll(selector.replace("%chapter", chapter))].filter((node) => node instanceof HTMLElement));
}
