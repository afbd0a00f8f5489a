// The order of what stands on the page. It is another one in a narrow window, where columns become one: the Tab key and
// screen readers go by the document, so there the elements themselves change places, and no style sheet turns them.
//
// A template says it once, at the element around the columns: its data-narrow (data-medium) lists as selectors what
// comes first in such a window, of its own children and of its columns'; the rest stays. head.py puts this script into
// the page's HTML, so that it has run before the first paint.

const WINDOWS = { narrow: "(max-width: 800px)", medium: "(max-width: 1180px)" }; // as in the style sheets

/** @type {Map<HTMLElement, Order>} by the element that has an order of its own */
const known = new Map();

// Put everything in the order of the window, and keep it there; what is known already stays so.
export function arrange() {
  for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-narrow], [data-medium]"))) {
    if (!known.has(root)) known.set(root, new Order(root));
  }
}

export class Order {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.columns = /** @type {HTMLElement[]} */ ([...root.children].filter((child) => child.matches(".column")));
    this.homes = new Map([root, ...this.columns].map((box) => [box, [...box.children]]));
    this.nodes = [...this.homes.values()].flat();
    this.lists = Object.entries(WINDOWS).flatMap(([name, query]) => {
      const list = root.dataset[name];
      return list ? [{ media: matchMedia(query), selectors: list.split(", ") }] : [];
    });
    for (const { media } of this.lists) media.addEventListener("change", () => staying(() => this.apply()));
    this.apply();
  }

  apply() {
    // of a panel alone nothing else is seen: embed.js has hidden it, column by column
    if (this.columns.length && document.body.classList.contains("embed")) return;
    const first = this.first();
    for (const [box, nodes] of this.homes) {
      const rest = nodes.filter((node) => !first.has(node));
      this.place(box, box === this.root ? [...first, ...rest] : rest);
    }
    for (const column of this.columns) column.hidden = !column.firstElementChild; // or it would leave a gap
  }

  // What comes first in this window.
  first() {
    const { selectors } = this.lists.find(({ media }) => media.matches) ?? { selectors: [] };
    return new Set(selectors.flatMap((selector) => this.nodes.filter((node) => node.matches(selector))));
  }

  /**
   * Let a box hold elements in their order; those that are in place are left alone.
   * @param {Element} box
   * @param {Element[]} nodes
   */
  place(box, nodes) {
    /** @type {Element | null} */
    let next = null;
    for (const node of nodes.flatMap((each) => this.withGuests(each)).reverse()) {
      if (node.parentElement !== box || node.nextElementSibling !== next) move(box, node, next);
      next = node;
    }
  }

  /**
   * An element, and what scripts have put behind it since, such as the tour's card.
   * @param {Element} node
   */
  withGuests(node) {
    const found = [node];
    for (let next = node.nextElementSibling; next && !this.nodes.includes(next); next = next.nextElementSibling) found.push(next);
    return found;
  }
}

/**
 * Move elements, and leave the window and the keyboard's focus where they are: a browser would follow one of the
 * elements, and one that knows no moveBefore takes the focus away.
 * @param {() => void} change
 */
function staying(change) {
  const { scrollX, scrollY, document: { activeElement } } = window;
  change();
  if (activeElement !== document.activeElement && activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
}

/**
 * Where browsers can, an element is moved with all that it is doing: its focus, its animations, its scrolling.
 * @param {Element} box
 * @param {Element} node
 * @param {Element | null} next
 */
function move(box, node, next) {
  if (box.moveBefore) box.moveBefore(node, next);
  else box.insertBefore(node, next);
}
