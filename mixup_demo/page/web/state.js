// The state of the page in the URL: a link restores it. Controls name their parameters; photos and
// the visitor's own classes have names of their own.

const PICTURES = ["a", "b", "c", "la", "lb", "lc", "image", "label"];

const names = (controls) => [...PICTURES, ...Object.keys(controls)];

// "LEFT:RIGHT", two different ones of the models.
function isComparison(value, models) {
  const names = value.split(":");
  return names.length === 2 && names[0] !== names[1] && names.every((name) => models.includes(name));
}

// What the control allows; two models may take the place of a pair.
function isValid(value, { options, pattern, minimum, maximum, models = [] }) {
  if (options) return options.includes(value) || isComparison(value, models);
  if (pattern) return new RegExp(`^(?:${pattern})$`).test(value);
  return value >= minimum && value <= maximum;
}

// A number from the URL counts within its control's limits, a word among its options, and a text by
// its pattern.
export function read(controls) {
  const query = new URLSearchParams(location.search);
  const state = {};
  for (const name of names(controls)) if (query.has(name)) state[name] = query.get(name);
  for (const [name, control] of Object.entries(controls)) {
    if (!(name in state)) continue;
    if ("minimum" in control) state[name] = state[name] === "" ? NaN : Number(state[name]);
    if (!isValid(state[name], control)) delete state[name];
  }
  return state;
}

// Parameters of others (Gradio's __theme, say) stay as they are.
function url(state, controls) {
  const target = new URL(location.href);
  for (const name of names(controls)) target.searchParams.delete(name);
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== null && value !== "") target.searchParams.set(name, value);
  }
  return target;
}

export const link = (state, controls) => url(state, controls).href;

export function write(state, controls) {
  history.replaceState(history.state, "", url(state, controls));
}
