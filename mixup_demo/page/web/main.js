// Where the page's script begins: words, the frame, and the view that the address asks for.

import { BoundaryView } from "../../views/boundary/web/boundary.js";
import { EvidenceView } from "../../views/evidence/web/evidence.js";
import { MixView } from "../../views/mix/web/mix.js";
import { Shell } from "./shell.js";
import * as state from "./state.js";
import { ToyView } from "../../views/toy/web/toy.js";
import { start } from "./words.js";

// gradio: { element, props, server, upload } of the component.
export async function mount(gradio, base) {
  const config = await (await fetch(`${base}/config.json`)).json();
  const url = state.read(config.controls);
  start(config.texts, url.lang);
  const shell = new Shell(gradio, base, config, url, {
    mix: (root, shell) => new MixView(root, shell, gradio.props.value),
    boundary: (root, shell) => new BoundaryView(root, shell),
    toy: (root, shell) => new ToyView(root, shell),
    evidence: (root, shell) => new EvidenceView(root, shell),
  });
  await shell.open();
}
