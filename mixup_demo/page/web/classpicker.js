// The class of a picture: from a list, or typed where the list is too long to read through.

import { element } from "./dom.js";
import { className, t } from "./words.js";

const READABLE = 20; // classes in a list
let made = 0; // so that each list of suggestions has an id of its own

/**
 * The class that a text names, in the visitor's language or as the models call it.
 * @param {string} text
 * @param {string[]} classes
 */
export function classOf(text, classes) {
  const wanted = text.trim().toLowerCase();
  return classes.find((name) => [name, className(name)].some((each) => each.toLowerCase() === wanted));
}

export class ClassPicker {
  /** @type {string[]} */
  classes = [];
  value = "";

  /**
   * @param {HTMLSelectElement} list
   * @param {{ change(name: string): void, refuse(sentence: string): void }} on
   */
  constructor(list, on) {
    this.list = list;
    this.on = on;
    made += 1;
    this.suggestions = element("datalist", { id: `explorer-classes-${made}` });
    this.input = element("input", { type: "text", className: list.className, autocomplete: "off", hidden: true });
    this.input.setAttribute("list", this.suggestions.id);
    this.input.dataset.label = list.dataset.label;
    list.after(this.input, this.suggestions);
    list.addEventListener("change", () => this.choose(list.value));
    this.input.addEventListener("change", () => this.type());
    this.input.addEventListener("focus", () => this.input.select());
  }

  /**
   * Offer all classes; one of them is chosen, whoever proposed it.
   * @param {string[]} classes
   * @param {string} value
   * @param {boolean} [guessed] by the models, which a list says beside the name
   */
  show(classes, value, guessed = false) {
    const typed = classes.length > READABLE;
    this.classes = classes;
    this.value = value;
    this.list.hidden = typed;
    this.input.hidden = !typed;
    if (typed) {
      this.suggestions.replaceChildren(...classes.map((name) => element("option", { value: className(name) })));
      this.input.setAttribute("aria-label", this.list.getAttribute("aria-label") ?? "");
      this.input.value = className(value);
    } else {
      this.list.replaceChildren(...classes.map((name) => new Option(guessed && name === value ? t("class.guessed", { name: className(name) }) : className(name), name)));
      this.list.value = value;
    }
  }

  type() {
    const name = classOf(this.input.value, this.classes);
    if (name === undefined) this.on.refuse(t("class.unknown", { value: this.input.value }));
    else if (name !== this.value) this.choose(name);
    this.input.value = className(this.value);
  }

  /** @param {string} name */
  choose(name) {
    this.value = name;
    this.on.change(name);
  }
}
