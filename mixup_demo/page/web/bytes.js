// Arrays of numbers out of base64.

export const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const floats = (text) => new Float32Array(bytes(text).buffer);

export const shorts = (text) => new Uint16Array(bytes(text).buffer);

export const signed = (text) => new Int16Array(bytes(text).buffer);
