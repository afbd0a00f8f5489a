// Parts of a formula and of its figure light up together: all that bear the same data-part.

/** @param {HTMLElement} chapter */
export function light(chapter) {
  const show = (/** @type {string[]} */ parts) => {
    for (const node of chapter.querySelectorAll("[data-part]")) {
      node.toggleAttribute("data-lit", parts.includes(node.getAttribute("data-part") ?? ""));
    }
  };
  const of = (/** @type {Event} */ event) => {
    const node = event.target instanceof Element ? event.target.closest("[data-part], [data-parts]") : null;
    const parts = node?.getAttribute("data-parts") ?? node?.getAttribute("data-part") ?? "";
    show(parts.split(" "));
  };
  for (const name of ["pointerover", "focusin"]) chapter.addEventListener(name, of);
  for (const name of ["pointerleave", "focusout"]) chapter.addEventListener(name, () => show([]));
}
