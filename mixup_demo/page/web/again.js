// A server that goes away comes back, as itself or as another one: what it owed is asked for again.

const HEALTH = "healthz";
const PATIENCE_MS = 3000; // for one answer whether the server is there
const PAUSES_MS = [250, 500, 1000, 2000, 4000, 8000, ...Array(40).fill(15_000)]; // a restart, and a new build of ten minutes

const SAID = 6; // pauses after which the visitor is told again

/** @typedef {{ there(): Promise<boolean>, pause(ms: number): Promise<void>, away(): void }} Surroundings */

// Whether the server is there now.
export async function there() {
  try {
    const response = await fetch(new URL(HEALTH, document.baseURI), { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" });
    return response.ok;
  } catch {
    return false;
  }
}

/** @type {Omit<Surroundings, "away">} */
const browser = {
  there,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * What `ask` answers; where nothing comes of it, what it answers as soon as the server is there. It is asked twice at
 * most: what a server that is there leaves unanswered again, is an error of its own.
 * @template T
 * @param {() => Promise<T | undefined>} ask rejects, or answers nothing, where the server does not
 * @param {() => void} away tells the visitor that the server is not there, and that the page waits for it
 * @param {Omit<Surroundings, "away">} surroundings for tests
 * @returns {Promise<T | undefined>} nothing where the server left it unanswered or did not come back
 */
export async function again(ask, away, surroundings = browser) {
  const answer = await ask().catch(() => undefined);
  if (answer !== undefined) return answer;
  const back = await comesBack({ ...surroundings, away });
  return back ? ask().catch(() => undefined) : undefined;
}

/** @param {Surroundings} surroundings */
async function comesBack({ there, pause, away }) {
  if (await there()) return true;
  for (const [k, ms] of PAUSES_MS.entries()) {
    if (k % SAID === 0) away();
    await pause(ms);
    if (await there()) return true;
  }
  return false;
}
