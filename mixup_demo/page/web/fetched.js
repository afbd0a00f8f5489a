// What lies beside the page, as JSON or as scripts.

/**
 * Read a file of the page's own.
 * @param {string} address
 * @returns {Promise<any>} rejects where it is not there
 */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** @type {Map<string, number>} how often a script did not come, by its address */
const failed = new Map();

/**
 * A script of the page's own, asked for anew where it did not come: a browser keeps the failure of an import, and
 * would answer another one of the same address with it without asking.
 * @param {string} address
 * @param {(address: string) => Promise<any>} bring for tests
 * @returns {Promise<any>} rejects where it does not come
 */
export async function imported(address, bring = (from) => import(from)) {
  const times = failed.get(address) ?? 0;
  try {
    return await bring(times ? `${address}?again=${times}` : address);
  } catch (error) {
    failed.set(address, times + 1);
    throw error;
  }
}
