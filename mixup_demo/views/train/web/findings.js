// The list of what can go wrong: what these settings cause, and folded, what else there is to know.

import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { BatchPayload, Finding, Loss } from "./types.js" */

const TIMM = "https://github.com/huggingface/pytorch-image-models/blob/v1.0.31";
const PAPER = "https://arxiv.org/abs/1710.09412";
/** @type {Record<string, string>} where a finding can be read up, by its name */
export const SOURCES = {
  odd: `${TIMM}/timm/data/mixup.py`,
  same: "https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.MixUp.html",
  one: `${TIMM}/timm/data/mixup.py`,
  uint8: "https://docs.pytorch.org/vision/stable/auto_examples/transforms/plot_cutmix_mixup.html",
  batchnorm: "https://arxiv.org/abs/1909.09148",
  smoothing: `${TIMM}/timm/data/mixup.py`,
  integers: "https://keras.io/api/layers/preprocessing_layers/image_augmentation/mix_up/",
  loss: "https://arxiv.org/abs/2110.00476",
  prob: `${TIMM}/timm/data/mixup.py`,
  zero: `${TIMM}/train.py`,
  large: PAPER,
  clipped: "https://arxiv.org/abs/1905.04899",
  minmax: `${TIMM}/timm/data/mixup.py`,
  uncorrected: `${TIMM}/timm/data/mixup.py`,
  ddp: `${TIMM}/train.py`,
  accuracy: "https://github.com/facebookresearch/mixup-cifar10/blob/main/train.py",
  schedule: PAPER,
};

/**
 * @param {ReturnType<typeof import("../../../page/web/dom.js").finder>} find
 * @param {BatchPayload} batch
 */
export function showFindings(find, { findings, losses }) {
  const caused = findings.filter(({ caused: here }) => here).map((finding) => itemOf(finding, losses));
  const known = findings.filter(({ caused: here }) => !here).map((finding) => itemOf(finding, losses));
  find("train-caused").replaceChildren(...(caused.length ? caused : [element("p", { textContent: t("train.checks.none") })]));
  find("train-known").replaceChildren(...known);
  find("train-known-title").textContent = t("train.checks.known", { n: known.length });
}

/**
 * @param {Finding} finding
 * @param {Loss[]} losses
 */
function itemOf({ name, values }, losses) {
  const sign = element("i", { textContent: "!" });
  sign.setAttribute("aria-hidden", "true");
  const node = element("article", { className: "train-finding" }, [
    element("h4", {}, [sign, t(`train.check.${name}`)]),
    element("p", { textContent: t(`train.check.${name}.text`, values) }),
    ...(name === "loss" ? [tableOf(losses)] : []),
    element("a", { href: SOURCES[name], rel: "external", textContent: t("train.check.source") }),
  ]);
  node.dataset.finding = name;
  return node;
}

/** @param {Loss[]} losses */
function tableOf(losses) {
  const head = ["train.loss", "train.loss.soft", "train.loss.sure"].map((key) => element("th", { scope: "col", textContent: t(key) }));
  const rows = losses.map(({ name, soft, sure }) => element("tr", {}, [
    element("th", { scope: "row", textContent: t(`train.loss.${name}`) }),
    ...[soft, sure].map((value) => element("td", { textContent: value.toFixed(3) })),
  ]));
  return element("table", {}, [element("thead", {}, [element("tr", {}, head)]), element("tbody", {}, rows)]);
}
