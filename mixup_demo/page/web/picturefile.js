// A picture as a file: an SVG that holds its fonts, and a PNG drawn from it.

/** @typedef {{ family: string, range: string, source: string, sheet: string, text: string }} Face one rule of a style sheet */

/**
 * An SVG with the page's own fonts in it, those whose letters it uses: elsewhere, and as an image,
 * it could not load them. A font that cannot be read is left out.
 * @param {string} svg
 */
export async function withFonts(svg) {
  const rules = await fontRules(svg);
  return svg.replace(/(<svg[^>]*>)/, `$1<style>${rules}</style>`);
}

/**
 * Rules of a style sheet that hold the page's own fonts, those whose letters a document uses.
 * @param {string} text of the document
 */
export async function fontRules(text) {
  const used = new Set(text);
  const faces = pageFaces().filter((face) => text.includes(face.family) && covers(face.range, used));
  return (await Promise.all(faces.map((face) => embedded(face).catch(() => "")))).join("");
}

/** @returns {Face[]} those that come from files */
function pageFaces() {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
        .map((rule) => faceOf(/** @type {CSSFontFaceRule} */ (rule), sheet.href ?? document.baseURI))
        .filter(({ source }) => source);
    } catch {
      return []; // of another site
    }
  });
}

/**
 * @param {CSSFontFaceRule} rule
 * @param {string} sheet address
 * @returns {Face}
 */
function faceOf(rule, sheet) {
  const value = (/** @type {string} */ name) => rule.style.getPropertyValue(name);
  const [, source = ""] = /url\("?([^")]+)"?\)/.exec(value("src")) ?? [];
  return { family: value("font-family").replace(/["']/g, ""), range: value("unicode-range"), source, sheet, text: rule.cssText };
}

/**
 * Whether a range, "U+20-7E, U+D7", holds one of some letters; no range holds all.
 * @param {string} range
 * @param {Iterable<string>} letters
 */
export function covers(range, letters) {
  if (!range) return true;
  const spans = range.split(",").map((span) => {
    const [from, to] = span.trim().replace(/^U\+/i, "").split("-").map((code) => parseInt(code, 16));
    return [from, to ?? from];
  });
  return [...letters].some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => from <= code && code <= to);
  });
}

/**
 * The rule of a face with its file in it.
 * @param {Face} face
 */
async function embedded({ text, source, sheet }) {
  const answer = await fetch(new URL(source, sheet));
  if (!answer.ok) throw new Error(`no font at ${source}`);
  const address = `url("${await dataAddress(await answer.blob())}")`;
  await new FontFace("known", address).load(); // else a picture is drawn before the browser has read the last of its fonts
  return text.replace(/url\([^)]+\)/, address);
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
function dataAddress(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/**
 * An SVG as PNG.
 * @param {string} svg
 * @param {number} width of the SVG, in px
 * @param {number} height
 * @param {number} scale pixels for one of the SVG
 * @returns {Promise<Blob>}
 */
export async function rastered(svg, width, height, scale) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width * scale), height: Math.round(height * scale) });
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
export function pngOf(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png");
  });
}

const LOOK_MS = 60_000; // between looks whether a tab is still open

/**
 * Show a file in a tab; it is kept as long as the tab is there, which may be loaded again.
 * @param {Blob} file
 * @param {Pick<Window, "closed" | "location">} tab
 */
export function showIn(tab, file) {
  const address = URL.createObjectURL(file);
  tab.location.replace(address);
  const looking = setInterval(() => {
    if (!tab.closed) return;
    clearInterval(looking);
    URL.revokeObjectURL(address);
  }, LOOK_MS);
}

/**
 * Hand a file to the visitor.
 * @param {Blob} file
 * @param {string} name
 */
export function download(file, name) {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click
}
