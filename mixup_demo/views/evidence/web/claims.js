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
export function claimItem({ name, panel, says, tests }) {
  const ruling = says.verdict ?? "open";
  const link = panelLink(panel, t(`evidence.claim.${name}`));
  link.dataset.skip = ""; // the first claim is what the view is about
  const [said, details] = sentence(says).split("\n");
  const item = element("li", {}, [
    marked("ruling", ruling, t(`evidence.ruling.${ruling}`)),
    element("p", { className: "claim-text" }, [link]),
    element("div", { className: "claim-number" }, [
      ...(tests.length ? [element("p", { className: "claim-tests" }, tests.map(testMark))] : []),
      element("p", { textContent: said }),
      ...(details ? [element("p", { className: "details", textContent: details })] : []),
    ]),
  ]);
  item.dataset.testid = `claim-${name}`;
  return item;
}

/**
 * What one of the tests says that must agree.
 * @param {Claim["tests"][number]} test
 */
function testMark({ name, verdict }) {
  const ruling = t(`evidence.ruling.${verdict}`);
  return marked("claim-test", verdict, t("evidence.test.says", { test: t(`evidence.test.${name}`), ruling }));
}

/**
 * Words with the sign and the colour of a ruling.
 * @param {string} className
 * @param {string} ruling
 * @param {string} words
 */
function marked(className, ruling, words) {
  const sign = element("i", { textContent: SIGNS[ruling] });
  sign.setAttribute("aria-hidden", "true");
  const mark = element("span", { className }, [sign, " ", words]);
  mark.dataset.ruling = ruling;
  return mark;
}
