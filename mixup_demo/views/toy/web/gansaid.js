// What is said of a run of GANs and of each of them.

import { percent, t } from "../../../page/web/words.js";

/** @import { Gan, GanFacts } from "./types.js" */

/** @param {number} value */
export const thousands = (value) => value.toLocaleString("en");

/**
 * What is said above the map of a GAN.
 * @param {Gan} gan
 * @param {GanFacts} facts
 */
export function summary({ modes, quality, outside, samples }, facts) {
  const values = { modes, total: facts.modes.length, quality: percent(quality, 1) };
  const said = t(facts.curve ? "gan.said.curve" : "gan.said", values);
  return outside ? `${said}, ${t("gan.outside", { count: outside, all: samples.length / 2 })}` : said;
}

/**
 * How the run that is shown was trained.
 * @param {GanFacts["recipe"]} recipe
 */
export function setting({ iterations, critic, latent, width, batch, rate, loss }) {
  return t("gan.setting", { iterations: thousands(iterations), critic, latent, width, batch, rate, loss: t(`gan.loss.${loss}`) });
}
