// Words: every sentence by key, in the visitor's language, which can change at any moment.

const STORED = "mixup-explorer-language";
let tables = {};
let language = "en";

export function start(texts, wanted) {
  tables = texts;
  const candidates = [wanted, localStorage.getItem(STORED), ...navigator.languages.map((l) => l.slice(0, 2))];
  language = candidates.find((code) => code in tables) ?? "en";
}

export const current = () => language;

export function choose(code) {
  language = code;
  localStorage.setItem(STORED, code);
}

// The sentence of a key, its {placeholders} filled.
export function t(key, values = {}, code = language) {
  const sentence = tables[code][key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

// The sentence in every language, for messages that stay when the language changes.
export const inAll = (key, values) =>
  Object.fromEntries(Object.keys(tables).map((code) => [code, t(key, values, code)]));

// A class's name; names of own models, which no table has, stay as they are.
export const className = (name) => tables[language][`class.${name}`] ?? name;

// Put words into everything below root that asks for them by an attribute.
export function fill(root) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
  for (const node of root.querySelectorAll("button.help")) node.setAttribute("aria-label", t("help.label"));
}

// Fill the [[keys]] of a text.
export const resolve = (text) => text.replace(/\[\[([\w.-]+)\]\]/g, (_, key) => t(key));

// Fill [[keys]] and var(--colours) in the strings of a figure.
export function resolveFigure(figure, styles) {
  const text = JSON.stringify(figure)
    .replace(/\[\[([\w.-]+)\]\]/g, (_, key) => JSON.stringify(t(key)).slice(1, -1))
    .replace(/var\((--[\w-]+)\)/g, (_, name) => styles.getPropertyValue(name).trim());
  return JSON.parse(text);
}
