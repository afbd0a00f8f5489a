// Equal calibration: for which models there is one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { uncalibrated } from "../../mixup_demo/page/web/calibration.js";

/** @import { Card, Size } from "../../mixup_demo/page/web/contract.js" */

/** @type {(temperature: number | null) => Card} */
const card = (temperature) => ({
  name: "", class_list: "animals", input_size: /** @type {Size} */ ([32, 32]), test_error: null, test_images: null,
  recipe: null, definition: null, pretrained: null, colour: null, fetched: false, cut: { crop: 1, interpolation: "hamming", normalised: true }, parameters: 1, temperature, calibration_error: null,
});
const config = { cards: { hot: card(1.2), cold: card(0.5), new: card(null) } };

test("only models that have a temperature are calibrated", () => {
  assert.deepEqual(uncalibrated(config, ["hot", "cold"]), []);
  assert.deepEqual(uncalibrated(config, ["new", "cold"]), ["new"]);
});
