// The way to the server: Gradio's front end opens it, and the page does not wait for that.

/** @import { Gradio, Server } from "./contract.js" */

/** @typedef {Pick<Gradio, "server" | "upload">} Opened what Gradio's component hands over */
/** @typedef {Window & { explorer: { gradio: Promise<Opened>, theme(): string | null, arrange(): void } }} Explored as head.py has it */

// What the page's HTML has put down for its scripts.
export const explorer = () => /** @type {Explored} */ (/** @type {unknown} */ (window)).explorer;

/**
 * What Gradio gives, before it has: what is asked until then waits for it.
 * @param {HTMLElement} element the page's
 * @param {unknown} value the answer that came with the page
 * @returns {{ gradio: Gradio, connected: Promise<unknown> }}
 */
export function connection(element, value) {
  const opened = explorer().gradio;
  const server = new Proxy(/** @type {Server} */ ({}), {
    get: (_, name) => async (/** @type {never} */ request) => (await opened).server[/** @type {keyof Server} */ (name)](request),
  });
  const upload = async (/** @type {File} */ file) => (await opened).upload(file);
  return { gradio: { element, props: { value }, server, upload }, connected: opened };
}
