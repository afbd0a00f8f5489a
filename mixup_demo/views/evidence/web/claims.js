// The summary's claims: what is claimed, what our numbers make of it, and the way to its panel.

import { element } from "../../../page/web/dom.js";
import { panelLink, sentence } from "../../../page/web/panel.js";
import { t } from "../../../page/web/words.js";

/** @import { Claim } from "../../../page/web/contract.js" */

/** @type {Record<string, string>} a sign for each ruling, so that colour is not needed */
export const SIGNS = { better: "✓", worse: "✗", open: "?" };

/**
 * A row of the list: its link opens the claim's panel.
 * @param {Claim} claim
 */
export function claimItem({ name, panel, says }) {
  const ruling = says.verdict ?? "open";
  const sign = element("i", { textContent: SIGNS[ruling] });
  sign.setAttribute("aria-hidden", "true");
  const mark = element("span", { className: "ruling" }, [sign, " ", t(`evidence.ruling.${ruling}`)]);
  mark.dataset.ruling = ruling;
  const link = panelLink(panel, t(`evidence.claim.${name}`));
  link.dataset.skip = ""; // the first claim is what the view is about
  const item = element("li", {}, [mark, element("p", { className: "claim-text" }, [link]), element("p", { className: "claim-number", textContent: sentence(says) })]);
  item.dataset.testid = `claim-${name}`;
  return item;
}
