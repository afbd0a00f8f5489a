// Where the page's script begins: words, the frame, and the view that the address asks for.

import { Shell } from "./shell.js";
import * as state from "./state.js";
import { start, wantedLanguages } from "./words.js";

/** @import { Config, Gradio } from "./contract.js" */

/**
 * @param {Gradio} gradio
 * @param {string} base folder of the static files
 */
export async function mount(gradio, base) {
  /** @type {Config} */
  const config = await (await fetch(`${base}/config.json`)).json();
  const url = state.read(config.controls, location.search);
  start(config.texts, wantedLanguages(url.lang));
  const shell = new Shell(gradio, base, config, url);
  await shell.open();
}
