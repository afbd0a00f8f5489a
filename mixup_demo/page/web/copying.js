// Text on the clipboard; where a browser allows no copying, it is marked, to be copied by hand.

/**
 * @param {string} text
 * @param {Node} shown the element that shows it
 * @returns {Promise<boolean>} whether it has been copied
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}
