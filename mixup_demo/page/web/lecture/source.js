// Where a lecture comes from: the bundled one, a file that the visitor chose, the link itself, or an
// address. It is the browser that fetches, from this address or over https, and never the server.

import { keep, kept } from "./own.js";
import { LIMITS, LectureError, parse } from "./schema.js";

/** @import { Controls } from "../contract.js" */
/** @import { LectureContent } from "./types.js" */

export const BUNDLED = "1";
export const OWN = "own";
const LINKED = "~";

/**
 * @param {string} base folder of the static files
 * @param {string} wanted the link's parameter
 * @param {Controls} controls
 */
export async function load(base, wanted, controls) {
  if (wanted === BUNDLED) return parse(await fetched(`${base}/lecture.json`), controls);
  if (wanted === OWN) {
    const stored = kept();
    if (stored === null) throw new LectureError("lecture.error.own");
    return parse(stored, controls);
  }
  return parse(wanted.startsWith(LINKED) ? await unpacked(wanted) : await fetched(wanted), controls);
}

/**
 * What a file holds, as a lecture.
 * @param {File} file
 * @param {Controls} controls
 */
export async function fromFile(file, controls) {
  if (file.size > LIMITS.bytes) throw new LectureError("lecture.error.bytes", { limit: LIMITS.bytes, value: file.size });
  return parse(await file.text(), controls);
}

/**
 * Open a lecture as the device's own, from its first step.
 * @param {LectureContent} lecture
 */
export function openOwn(lecture) {
  keep(lecture);
  const target = new URL(location.href);
  target.searchParams.set("lecture", OWN);
  target.searchParams.delete("step");
  location.assign(target);
}

/**
 * The text at an address, no more of it than a lecture may have; without who asks.
 * @param {string} address
 */
async function fetched(address) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin && url.protocol !== "https:") throw new LectureError("lecture.error.address", { value: url.href });
  try {
    const own = url.origin === location.origin;
    const answer = await fetch(url, { credentials: own ? "same-origin" : "omit", referrerPolicy: "no-referrer", redirect: own ? "follow" : "error" });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    return await upTo(answer.body);
  } catch (error) {
    throw error instanceof LectureError ? error : new LectureError("lecture.error.address", { value: url.href });
  }
}

/**
 * The text of a stream; refused as soon as it is too long.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 */
async function upTo(stream) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LIMITS.bytes) {
      await reader.cancel();
      throw new LectureError("lecture.error.bytes", { limit: LIMITS.bytes, value: `> ${LIMITS.bytes}` });
    }
    parts.push(part.value);
  }
  return new Blob(parts).text();
}

/**
 * A lecture as a parameter of a link.
 * @param {LectureContent} lecture
 */
export async function packed(lecture) {
  const stream = new Blob([JSON.stringify(lecture)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return LINKED + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} parameter as `packed` has made it */
export async function unpacked(parameter) {
  try {
    const text = atob(parameter.slice(LINKED.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return await upTo(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  } catch (error) {
    throw error instanceof LectureError ? error : new LectureError("lecture.error.linked");
  }
}
