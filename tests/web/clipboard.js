// A browser's clipboard, as far as copying asks for it.

/** @param {object} value what the browser says of itself */
export const allow = (value) => Object.defineProperty(globalThis, "navigator", { value, configurable: true });

/**
 * A document in which what is selected can, or cannot, be copied as by hand.
 * @param {boolean} allowed
 */
export function copiesByHand(allowed) {
  /** @type {string[]} */
  const copied = [];
  /** @type {unknown[]} */
  const marked = [];
  /** @type {{ gone: boolean }[]} elements that were put into the page */
  const added = [];
  /** @type {Set<(event: object) => void>} */
  const heard = new Set();
  const clipboardData = { setData: (/** @type {string} */ _, /** @type {string} */ text) => copied.push(text) };
  const made = () => {
    const node = { gone: false, style: {}, append() {}, remove() { node.gone = true; } };
    return node;
  };
  const document = {
    createElement: made, body: { appendChild: (/** @type {{ gone: boolean }} */ node) => { added.push(node); return node; } },
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ hear) => heard.add(hear),
    removeEventListener: (/** @type {string} */ _, /** @type {() => void} */ hear) => heard.delete(hear),
    execCommand() {
      if (allowed) heard.forEach((hear) => hear({ clipboardData, preventDefault() {} }));
      return allowed;
    },
  };
  Object.assign(globalThis, { document, getSelection: () => ({ selectAllChildren: (/** @type {unknown} */ node) => marked.push(node) }) });
  return { copied, marked, added };
}
