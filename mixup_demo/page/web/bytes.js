// Arrays of numbers out of base64; numbers of several bytes are little-endian.

/** @param {string} text */
export const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** @param {string} text */
export const floats = (text) => new Float32Array(bytes(text).buffer);

/** @param {string} text */
export const shorts = (text) => new Uint16Array(bytes(text).buffer);

/** @param {string} text */
export const signedShorts = (text) => new Int16Array(bytes(text).buffer);
