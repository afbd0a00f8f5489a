// Elements in one line, and those that a template must hold.

export const NARROW = "(max-width: 800px)"; // windows of one column, as in the style sheets

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @param {Iterable<Node | string>} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, children = []) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/**
 * Before something is hidden: the keyboard's focus, where it is in it, goes on to something else.
 * @param {Element} from what will be hidden
 * @param {HTMLElement} to
 */
export function handOver(from, to) {
  if (from.contains(document.activeElement)) to.focus();
}

/**
 * Whether an element has a place on the page; Safari says it by itself from 17.4 on only.
 * @param {Element} node
 */
export const isShown = (node) => node.checkVisibility?.() ?? node.getClientRects().length > 0;

/**
 * The first element that a selector finds; it must be there, and of the given kind.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function select(root, selector, kind) {
  const node = root.querySelector(selector);
  if (!(node instanceof kind)) throw new Error(`the page has no ${kind.name} at ${selector}`);
  return node;
}

/**
 * A function that finds the element of a data-id below root; of the given kind, else HTMLElement.
 * @param {ParentNode} root
 */
export function finder(root) {
  /**
   * @template {Element} [T=HTMLElement]
   * @param {string} id
   * @param {new () => T} [kind]
   * @returns {T}
   */
  return function find(id, kind = /** @type {new () => T} */ (/** @type {unknown} */ (HTMLElement))) {
    return select(root, `[data-id=${id}]`, kind);
  };
}

export const UNSAVED = "unsaved"; // event: a file could not be made

/**
 * Tell the page that a file could not be made.
 * @param {Element} from what was to be saved
 */
export function unsaved(from) {
  from.dispatchEvent(new Event(UNSAVED, { bubbles: true }));
}
