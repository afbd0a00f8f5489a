// What lies beside the page as JSON.

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
