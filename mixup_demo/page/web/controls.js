// Inputs made from the controls that settings.py declares: sliders, numbers, lists, or words.

import { element } from "./dom.js";
import { allows } from "./state.js";
import { t } from "./words.js";

/** @import { ChoiceControl, Controls as All, LinkState, NumberControl } from "./contract.js" */

/** @typedef {string | number} Value */
/** @typedef {"list" | "words" | "slider" | "number" | "buttons"} Kind */
/** @typedef {NumberControl | ChoiceControl} Shown a control that has an input */

/**
 * A control with its input.
 * @typedef {object} Field
 * @property {HTMLElement} place
 * @property {Shown} control
 * @property {Value} value
 * @property {HTMLElement} title
 * @property {HTMLElement} said of a slider
 * @property {(value: Value) => void} show a value in the input, with its words
 */

const FEW = 3; // options that stand side by side
const SLIDER_STEPS = 2000; // a longer range is typed

/**
 * How a control is shown that its place says nothing of.
 * @param {Shown} control
 * @returns {Kind}
 */
export function kindOf(control) {
  if ("options" in control) return control.options.length > FEW ? "list" : "words";
  if (control.presets.length) return "list";
  return (control.maximum - control.minimum) / control.step > SLIDER_STEPS ? "number" : "slider";
}

export class Controls {
  /** @type {Record<string, Field>} */
  fields = {};

  /**
   * @param {ParentNode} root has an element with data-control=NAME for each control
   * @param {All} controls
   * @param {string} prefix of their words' keys
   * @param {LinkState} values
   * @param {{ change(name: string): void, refuse(sentence: string): void }} on
   */
  constructor(root, controls, prefix, values, on) {
    this.prefix = prefix;
    this.on = on;
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-control]"))) {
      const control = controls[place.dataset.control ?? ""];
      if (!("options" in control || "minimum" in control)) throw new Error(`no input for ${control.name}`);
      this.fields[control.name] = this.field(place, control, values[control.name] ?? control.default);
    }
  }

  /**
   * @param {HTMLElement} place
   * @param {Shown} control
   * @param {Value} value
   */
  field(place, control, value) {
    /** @type {Field} */
    const field = {
      place, control, value, show: () => {},
      title: element("span", { className: "control-name" }),
      said: element("b"), // no <output>, which would take the label for itself
    };
    const kind = /** @type {Kind} */ (place.dataset.as) ?? kindOf(control);
    if ("options" in control) field.show = kind === "list" ? this.options(field, control) : this.words(field, control);
    else if (kind === "list") field.show = this.presets(field, control);
    else if (kind === "slider") field.show = this.slider(field, control);
    else field.show = kind === "buttons" ? this.buttons(field, control) : this.number(field, control);
    return field;
  }

  /** @param {Pick<Field, "control">} field */
  key({ control }) {
    return `${this.prefix}.${control.name.replace(`${this.prefix}_`, "")}`;
  }

  /**
   * @param {Field} field
   * @param {HTMLElement} input
   * @param {"label" | "div"} tag
   */
  label(field, input, tag = "label") {
    const head = element("span", { className: "control-head" }, [field.title, field.said]);
    if (tag === "label") input.dataset.testid = this.key(field);
    field.place.append(element(tag, { className: "control" }, [head, input]));
  }

  /**
   * @param {Field} field
   * @param {ChoiceControl} control
   */
  options(field, control) {
    const input = element("select", {}, control.options.map((value) => new Option(value, value)));
    input.addEventListener("change", () => this.take(field, input.value));
    this.label(field, input);
    return (/** @type {Value} */ value) => {
      for (const option of input.options) option.textContent = t(`${this.key(field)}.${option.value}`);
      input.value = String(value);
    };
  }

  /**
   * A list of the presets, with a value besides where a link has one.
   * @param {Field} field
   * @param {NumberControl} control
   */
  presets(field, control) {
    const input = element("select", {}, control.presets.map((value) => new Option(String(value))));
    input.addEventListener("change", () => this.take(field, Number(input.value)));
    this.label(field, input);
    return (/** @type {Value} */ value) => {
      if (![...input.options].some((option) => option.value === String(value))) input.add(new Option(String(value)));
      input.value = String(value);
    };
  }

  /**
   * @param {Field} field
   * @param {NumberControl} control
   */
  slider(field, { minimum, maximum, step }) {
    const input = element("input", { type: "range", min: String(minimum), max: String(maximum), step: String(step) });
    input.addEventListener("input", () => { field.value = Number(input.value); this.say(field); });
    input.addEventListener("change", () => this.take(field, Number(input.value)));
    this.label(field, input);
    field.said.setAttribute("aria-hidden", "true"); // the slider says its value itself
    return (/** @type {Value} */ value) => {
      field.said.textContent = String(value);
      input.value = String(value);
    };
  }

  /**
   * Typed; what the control does not allow gives way to the value before.
   * @param {Field} field
   * @param {NumberControl} control
   */
  number(field, control) {
    const { name, minimum, maximum, step, error } = control;
    const input = element("input", {
      type: "number", min: String(minimum), max: String(maximum), step: step === 1 ? "1" : "any", inputMode: "decimal",
    });
    input.addEventListener("change", () => {
      const value = input.valueAsNumber;
      if (allows(control, value)) this.take(field, value);
      else {
        this.on.refuse(t(error, { name, value: input.value || "–", minimum, maximum }));
        this.say(field);
      }
    });
    this.label(field, input);
    return (/** @type {Value} */ value) => { input.value = String(value); };
  }

  /**
   * Typed, with buttons for the presets.
   * @param {Field} field
   * @param {NumberControl} control
   */
  buttons(field, control) {
    const showNumber = this.number(field, control);
    const buttons = control.presets.map((value) => {
      const button = element("button", { type: "button", textContent: String(value) });
      button.addEventListener("click", () => this.take(field, value));
      return button;
    });
    const group = element("div", { className: "presets" }, buttons);
    group.setAttribute("role", "group");
    field.place.append(group);
    return (/** @type {Value} */ value) => {
      showNumber(value);
      group.setAttribute("aria-label", t(this.key(field)));
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(control.presets[i] === value)));
    };
  }

  /**
   * @param {Field} field
   * @param {ChoiceControl} control
   */
  words(field, control) {
    const choices = control.options.map((value) => {
      const radio = element("input", { type: "radio", name: this.key(field), value });
      radio.addEventListener("change", () => this.take(field, value));
      const word = element("span");
      return { radio, word, value, node: element("label", {}, [radio, word]) };
    });
    const group = element("span", { className: "segmented" }, choices.map(({ node }) => node));
    this.label(field, group, "div");
    group.setAttribute("role", "radiogroup");
    return (/** @type {Value} */ chosen) => {
      group.setAttribute("aria-label", t(this.key(field)));
      for (const { radio, word, value } of choices) {
        word.textContent = t(`${this.key(field)}.${value}`);
        radio.checked = value === chosen;
      }
    };
  }

  /**
   * @param {Field} field
   * @param {Value} value
   */
  take(field, value) {
    field.value = value;
    this.say(field);
    this.on.change(field.control.name);
  }

  /**
   * Show a value that comes from elsewhere.
   * @param {string} name
   * @param {Value} value
   */
  set(name, value) {
    const field = this.fields[name];
    field.value = value;
    this.say(field);
  }

  /** @param {Field} field */
  say(field) {
    const key = this.key(field);
    field.title.textContent = t(key);
    field.title.dataset.hint = `${key}.help`;
    field.show(field.value);
  }

  relabel() {
    Object.values(this.fields).forEach((field) => this.say(field));
  }

  // What is chosen, by name.
  get values() {
    return Object.fromEntries(Object.entries(this.fields).map(([name, field]) => [name, field.value]));
  }

  // The same without what stands at its default: for links.
  get changed() {
    return Object.fromEntries(Object.entries(this.fields)
      .filter(([, field]) => field.value !== field.control.default).map(([name, field]) => [name, field.value]));
  }
}
