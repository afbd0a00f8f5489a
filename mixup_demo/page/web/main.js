// Where the page's script begins: words, the frame, and the view that the address asks for.

import { connection, explorer } from "./connection.js";
import { endLoadingSign } from "./resting.js";
import { Shell } from "./shell.js";
import * as state from "./state.js";
import { start, wantedLanguages } from "./words.js";

/** @import { Config } from "./contract.js" */

async function begin() {
  const root = /** @type {HTMLElement} */ (document.getElementById("explorer"));
  const base = new URL(root.dataset.base ?? "", document.baseURI).href;
  /** @type {Config} */
  const config = await (await fetch(`${base}/config.json`)).json();
  const url = state.read(config.controls, location.search);
  start(config.texts, wantedLanguages(url.lang));
  const opening = JSON.parse(document.getElementById("explorer-opening")?.textContent ?? "null");
  const { gradio, connected } = connection(root, opening);
  const shell = new Shell(gradio, base, config, url);
  connected.then(() => shell.keep());
  await shell.open();
  await connected;
  root.dataset.ready = "true";
}

endLoadingSign(window, explorer().gradio);
begin();
