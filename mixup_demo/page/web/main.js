// Where the page's script begins: words, the frame, and the view that the address asks for.

import { again } from "./again.js";
import { connection, explorer } from "./connection.js";
import { finder } from "./dom.js";
import { fetched } from "./fetched.js";
import { firstAct } from "./fragment.js";
import { endLoadingSign } from "./resting.js";
import { Shell } from "./shell.js";
import * as state from "./state.js";
import { start, wantedLanguages } from "./words.js";

/** @import { Config } from "./contract.js" */

async function begin() {
  const taken = firstAct(); // before anything is waited for
  const root = /** @type {HTMLElement} */ (document.getElementById("explorer"));
  const base = new URL(root.dataset.base ?? "", document.baseURI).href;
  const unready = finder(root)("unready"); // what says so: words come with the configuration
  /** @type {Config | undefined} */
  const config = await again(() => fetched(`${base}/config.json`), () => { unready.hidden = false; });
  unready.hidden = Boolean(config);
  if (!config) return;
  const url = state.read(config.controls, location.search);
  start(config.texts, wantedLanguages(url.lang));
  const opening = JSON.parse(document.getElementById("explorer-opening")?.textContent ?? "null");
  const { gradio, connected } = connection(root, opening);
  const shell = new Shell(gradio, base, config, url);
  connected.then(() => shell.keep());
  await shell.open(taken);
  await connected;
  root.dataset.ready = "true";
}

endLoadingSign(window, explorer().gradio);
begin();
