// What the device keeps for the page. Where the browser refuses that, it lasts as long as the page.

/** The device's store, null where the browser refuses it. */
export function deviceStore() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @returns {string | null} what was kept, null for nothing
 */
export const recall = (key) => deviceStore()?.getItem(key) ?? null;

/**
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
  try {
    deviceStore()?.setItem(key, value);
  } catch { /* no room */ }
}
