// The class of a picture: from a list, or typed where the list is too long to read through.

import { Combobox } from "./combobox.js";
import { className, t } from "./words.js";

export class ClassPicker {
  value = "";

  /**
   * @param {HTMLSelectElement} list
   * @param {number} readable classes up to which a list is read through
   * @param {object} on
   * @param {(name: string) => void} on.change
   * @param {(sentence: string) => void} on.refuse
   * @param {() => Promise<string[][]>} on.synonyms of the classes
   */
  constructor(list, readable, on) {
    this.list = list;
    this.readable = readable;
    this.on = on;
    this.typed = new Combobox(list, { choose: (name) => this.choose(name), refuse: on.refuse, synonyms: on.synonyms });
    list.addEventListener("change", () => this.choose(list.value));
  }

  /**
   * Offer all classes; one of them is chosen, whoever proposed it.
   * @param {string[]} classes
   * @param {string} value
   * @param {string | false} [guessed] by the models: the sentence with which a list says so
   */
  show(classes, value, guessed = false) {
    const typed = classes.length > this.readable;
    this.value = value;
    this.list.hidden = typed;
    this.typed.node.hidden = !typed;
    if (typed) {
      this.typed.show(classes, value);
      return;
    }
    this.list.replaceChildren(...classes.map((name) => new Option(guessed && name === value ? t(guessed, { name: className(name) }) : className(name), name)));
    this.list.value = value;
  }

  // Where the class is chosen now.
  get field() {
    return this.list.hidden ? this.typed.input : this.list;
  }

  /** @param {string} name */
  choose(name) {
    this.value = name;
    this.on.change(name);
  }
}
