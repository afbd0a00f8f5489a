// A field in which one types a class and chooses among those that fit: with pointer, keyboard and
// screen reader, after the ARIA Authoring Practices' editable combobox with list autocomplete.

import { classOf, search } from "./classsearch.js";
import { element } from "./dom.js";
import { className, t } from "./words.js";

const SAY_MS = 500; // typing rests
let made = 0; // so that each list has an id of its own

export class Combobox {
  /** @type {string[]} */
  classes = [];
  /** @type {string[][]} */
  synonyms = [];
  value = "";
  typing = false; // something else than the value stands in the field: no answer overwrites it
  active = -1; // number of the option that the arrow keys are at
  /** @type {import("./classsearch.js").Found[]} */
  found = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  saying;

  /**
   * @param {HTMLElement} field before which it stands; its data-label names it
   * @param {object} on
   * @param {(name: string) => void} on.choose
   * @param {(sentence: string) => void} on.refuse
   * @param {() => Promise<string[][]>} on.synonyms of the classes; asked for when one begins to type
   */
  constructor(field, on) {
    this.on = on;
    made += 1;
    const id = `explorer-classes-${made}`;
    this.list = element("ul", { id, className: "class-list", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.said = element("span", { className: "hidden" });
    this.said.setAttribute("role", "status");
    this.input = element("input", { type: "text", className: "class-choice", autocomplete: "off", spellcheck: false });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) {
      this.input.setAttribute(name, value);
    }
    this.label = field.dataset.label ?? "";
    this.node = element("div", { className: "class-typed", hidden: true }, [this.input, this.list, this.said]);
    field.after(this.node);
    this.input.addEventListener("focus", () => this.begin());
    this.input.addEventListener("input", () => { this.typing = true; this.offer(); });
    this.input.addEventListener("click", () => this.offer());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.leave());
    // the field keeps the focus while an option is pressed
    for (const type of ["pointerdown", "mousedown"]) this.list.addEventListener(type, (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.press(event));
  }

  /**
   * @param {string[]} classes
   * @param {string} value
   */
  show(classes, value) {
    if (classes !== this.classes) this.synonyms = [];
    this.classes = classes;
    this.value = value;
    this.input.setAttribute("aria-label", t(this.label));
    this.list.setAttribute("aria-label", t("class.list"));
    this.input.placeholder = t("class.type");
    if (!this.typing) this.input.value = this.input.title = className(value);
  }

  async begin() {
    this.input.select();
    const { classes } = this;
    const synonyms = await this.on.synonyms();
    if (classes === this.classes) this.synonyms = synonyms;
    if (this.input.value !== className(this.value)) this.offer(); // what was typed meanwhile
  }

  // The classes that fit what stands in the field; nothing for the name that is chosen.
  offer() {
    const text = this.input.value;
    const wanted = text === className(this.value) ? "" : text;
    const { found, count } = wanted.trim() ? search(wanted, this.classes, this.synonyms) : { found: [], count: 0 };
    this.found = found;
    this.list.replaceChildren(...found.map((each, i) => this.option(each, i)));
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.move(-1);
    clearTimeout(this.saying);
    const said = wanted.trim() ? t(count ? "class.found" : "class.found.none", { count, value: wanted }) : "";
    this.saying = setTimeout(() => { this.said.textContent = said; }, SAY_MS);
  }

  /**
   * @param {import("./classsearch.js").Found} found
   * @param {number} i
   */
  option({ name, by }, i) {
    const parts = [element("span", { textContent: className(name) }), ...(by ? [" ", element("small", { textContent: by })] : [])];
    const node = element("li", { id: `${this.list.id}-${i}` }, parts);
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", "false");
    return node;
  }

  /** @param {number} active number of an option, −1 for none */
  move(active) {
    this.active = active;
    [...this.list.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === active)));
    if (active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", this.list.children[active].id);
    this.list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.move(-1);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { found: { length }, active } = this;
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (event.isComposing) return; // a syllable that is being written ends with Enter, too
    if (event.key in steps) {
      event.preventDefault();
      if (this.list.hidden) this.offer();
      else this.move(((active + steps[event.key] + 1 + length + 1) % (length + 1)) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.enter();
    } else if (event.key === "Escape" && (!this.list.hidden || this.input.value !== className(this.value))) {
      event.stopPropagation();
      this.restore();
    }
  }

  // The option that the arrow keys are at, else the class that was typed, or the only one that fits.
  enter() {
    const text = this.input.value;
    const only = this.found.length === 1 ? this.found[0].name : undefined;
    const name = this.found[this.active]?.name ?? classOf(text, this.classes, this.synonyms) ?? only;
    if (name === undefined) {
      this.on.refuse(t("class.unknown", { value: text }));
      this.restore();
    } else this.choose(name);
  }

  /** @param {MouseEvent} event */
  press(event) {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    const number = [...this.list.children].findIndex((each) => each === option);
    if (number >= 0) this.choose(this.found[number].name);
  }

  // A class that was typed whole counts, anything else gives way to what is chosen.
  leave() {
    const name = classOf(this.input.value, this.classes, this.synonyms);
    if (name !== undefined && name !== this.value) this.choose(name);
    else this.restore();
  }

  restore() {
    this.close();
    this.typing = false;
    this.input.value = this.input.title = className(this.value);
  }

  /** @param {string} name */
  choose(name) {
    const other = name !== this.value;
    this.value = name;
    this.restore();
    this.said.textContent = "";
    clearTimeout(this.saying);
    if (other) this.on.choose(name);
  }
}
