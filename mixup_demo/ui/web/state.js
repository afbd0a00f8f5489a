// The state of the page in the URL: a link restores it. Controls name their parameters; photos and
// the visitor's own classes have names of their own.

const PICTURES = ["a", "b", "la", "lb", "image", "label"];

const names = (controls) => [...PICTURES, ...Object.keys(controls)];

// A number from the URL counts within its control's limits, a word among its options.
export function read(controls) {
  const query = new URLSearchParams(location.search);
  const state = {};
  for (const name of names(controls)) if (query.has(name)) state[name] = query.get(name);
  for (const { name, options, minimum, maximum } of Object.values(controls)) {
    if (!(name in state)) continue;
    if (!options) state[name] = state[name] === "" ? NaN : Number(state[name]);
    const valid = options ? options.includes(state[name]) : state[name] >= minimum && state[name] <= maximum;
    if (!valid) delete state[name];
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
