// Inputs made from the controls that settings.py declares: sliders, numbers, lists, or words.

import { element } from "./dom.js";
import { t } from "./words.js";

const FEW = 3; // options that stand side by side
const SLIDER_STEPS = 2000; // a longer range is typed

export class Controls {
  // root: has an element with data-control=NAME for each control; prefix: of their words' keys;
  // values: of the link, by name; on: { change(name): the visitor has chosen, refuse(sentence) }.
  constructor(root, controls, prefix, values, on) {
    Object.assign(this, { prefix, on, fields: {} });
    for (const place of root.querySelectorAll("[data-control]")) {
      const control = controls[place.dataset.control];
      this.fields[control.name] = this.field(place, control, values[control.name] ?? control.default);
    }
  }

  field(place, control, value) {
    const field = { place, control, value };
    field.input = this[this.kind(control, place)](field);
    return field;
  }

  kind({ options, presets, minimum, maximum, step }, place) {
    if (place.dataset.as) return place.dataset.as;
    if (options) return options.length > FEW ? "list" : "words";
    if (presets.length) return "list";
    return (maximum - minimum) / step > SLIDER_STEPS ? "number" : "slider";
  }

  key(field) {
    return `${this.prefix}.${field.control.name.replace(`${this.prefix}_`, "")}`;
  }

  label(field, children, tag = "label") {
    field.title = element("span", { className: "control-name" });
    field.said = element("b"); // no <output>, which would take the label for itself
    const head = element("span", { className: "control-head" }, [field.title, field.said]);
    field.place.append(element(tag, { className: "control" }, [head, ...children]));
  }

  list(field) {
    const { options, presets } = field.control;
    const input = element("select", {}, (options ?? presets).map((value) => new Option(value, value)));
    input.dataset.testid = this.key(field);
    input.addEventListener("change", () => this.take(field, options ? input.value : Number(input.value)));
    this.label(field, [input]);
    return input;
  }

  slider(field) {
    const { minimum: min, maximum: max, step } = field.control;
    const input = element("input", { type: "range", min, max, step });
    input.dataset.testid = this.key(field);
    input.addEventListener("input", () => { field.value = Number(input.value); this.say(field); });
    input.addEventListener("change", () => this.take(field, Number(input.value)));
    this.label(field, [input]);
    return input;
  }

  // Typed; what is no number of the range gives way to the value before.
  number(field) {
    const { minimum: min, maximum: max, step } = field.control;
    const input = element("input", { type: "number", min, max, step: step === 1 ? 1 : "any", inputMode: "decimal" });
    input.dataset.testid = this.key(field);
    input.addEventListener("change", () => {
      const value = input.valueAsNumber;
      if (value >= min && value <= max) this.take(field, value);
      else { this.refuse(field, input.value); this.say(field); }
    });
    this.label(field, [input]);
    return input;
  }

  // Typed, with buttons for the presets.
  buttons(field) {
    const input = this.number(field);
    const buttons = field.control.presets.map((value) => {
      const button = element("button", { type: "button", textContent: value });
      button.addEventListener("click", () => this.take(field, value));
      return button;
    });
    field.buttons = element("div", { className: "presets" }, buttons);
    field.buttons.setAttribute("role", "group");
    field.place.append(field.buttons);
    return input;
  }

  words(field) {
    const choices = field.control.options.map((value) => {
      const radio = element("input", { type: "radio", name: this.key(field), value });
      radio.addEventListener("change", () => this.take(field, value));
      return element("label", {}, [radio, element("span")]);
    });
    const input = element("span", { className: "segmented" }, choices);
    this.label(field, [input], "div");
    input.setAttribute("role", "radiogroup");
    return input;
  }

  take(field, value) {
    field.value = value;
    this.say(field);
    this.on.change(field.control.name);
  }

  refuse({ control: { error, minimum, maximum } }, value) {
    this.on.refuse(t(error, { value, minimum, maximum }));
  }

  // Show a value that comes from elsewhere.
  set(name, value) {
    const field = this.fields[name];
    field.value = value;
    this.say(field);
  }

  say(field) {
    const { control, input, value } = field;
    const key = this.key(field);
    const word = (option) => (control.options ? t(`${key}.${option}`) : String(option));
    field.title.textContent = t(key);
    field.title.dataset.hint = `${key}.help`;
    if (input.tagName === "SPAN") {
      input.setAttribute("aria-label", t(key));
      for (const label of input.children) {
        label.lastElementChild.textContent = word(label.firstElementChild.value);
        label.firstElementChild.checked = label.firstElementChild.value === value;
      }
      return;
    }
    for (const button of field.buttons?.children ?? []) {
      button.setAttribute("aria-pressed", String(Number(button.textContent) === value));
    }
    field.buttons?.setAttribute("aria-label", t(key));
    if (input.tagName === "SELECT") {
      if (![...input.options].some((option) => option.value === String(value))) input.add(new Option(value, value));
      for (const option of input.options) option.textContent = word(option.value);
    } else if (input.type === "range") {
      field.said.textContent = value;
      input.setAttribute("aria-valuetext", `${t(key)}: ${value}`);
    }
    input.value = value;
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
