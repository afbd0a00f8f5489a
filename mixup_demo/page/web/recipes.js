// What tells ImageNet's recipes apart, beside a pair of them: no such pair isolates mixup.

import { element } from "./dom.js";
import { makeTable } from "./tables.js";
import { t } from "./words.js";

/** @import { Config } from "./contract.js" */

/**
 * The sentences and the table of two models; hidden for others.
 * @param {HTMLElement} box
 * @param {Pick<Config, "cards" | "recipes">} config
 * @param {string[]} models names
 */
export function recipeNote(box, { cards, recipes }, models) {
  const trained = models.map((model) => recipes[cards[model].pretrained ?? ""]);
  box.hidden = !trained.every(Boolean);
  if (box.hidden) return;
  const { cut, input_size: [height, width] } = cards[models[0]];
  const rule = { crop: (100 * cut.crop).toFixed(1), interpolation: cut.interpolation, width, height };
  const rows = Object.keys(trained[0]).map((row) => [t(`recipe.row.${row}`), ...trained.map((one) => said(one[row]))]);
  const columns = ["", ...models.map((model) => t(`model.${model}.method`))];
  box.replaceChildren(
    element("p", { textContent: t("compare.recipes") }),
    element("details", { open: box.querySelector("details")?.open ?? false }, [
      element("summary", { textContent: t("compare.recipes.title") }),
      makeTable({ columns, rows }),
      element("p", { textContent: t("compare.rule", rule) }),
    ]),
  );
}

/** @param {string | number | null} value */
const said = (value) => (value === null ? t("recipe.none") : String(value));
