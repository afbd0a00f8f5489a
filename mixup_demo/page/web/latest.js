// Of several requests under way, only the latest one's answer counts.

/** What a request gives that a newer one, or `cancel`, has overtaken. */
export const OVERTAKEN = Symbol("overtaken");

/**
 * Wrap a request so that a call that has been overtaken gives OVERTAKEN, also where it failed.
 * @template {unknown[]} Args
 * @template T
 * @param {(...args: Args) => Promise<T>} request
 * @returns {((...args: Args) => Promise<T | typeof OVERTAKEN>) & { cancel(): void }}
 */
export function latest(request) {
  let newest = 0;
  /** @param {Args} args */
  async function ask(...args) {
    const own = ++newest;
    try {
      const answer = await request(...args);
      return own === newest ? answer : OVERTAKEN;
    } catch (error) {
      if (own !== newest) return OVERTAKEN;
      throw error;
    }
  }
  return Object.assign(ask, { cancel: () => { newest += 1; } });
}
