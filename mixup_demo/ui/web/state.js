// The state of the view in the URL: a link restores it. Defaults are left out.

const WORDS = ["a", "b", "method", "la", "lb", "device", "view", "lang"];
const NUMBERS = ["lam", "alpha", "seed"];

export function read() {
  const query = new URLSearchParams(location.search);
  const state = {};
  for (const name of WORDS) if (query.has(name)) state[name] = query.get(name);
  for (const name of NUMBERS) {
    if (query.has(name) && Number.isFinite(Number(query.get(name)))) state[name] = Number(query.get(name));
  }
  return state;
}

// Parameters of others (Gradio's __theme, say) stay as they are.
function url(state) {
  const target = new URL(location.href);
  for (const name of [...WORDS, ...NUMBERS]) target.searchParams.delete(name);
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== null && value !== "") target.searchParams.set(name, value);
  }
  return target;
}

export const link = (state) => url(state).href;

export function write(state) {
  history.replaceState(history.state, "", url(state));
}
