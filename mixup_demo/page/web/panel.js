// A panel: what the numbers say of one claim, question by question, each with its charts; and all numbers.

import { Chart } from "./charts.js";
import { element } from "./dom.js";
import { makeTable } from "./tables.js";
import { current, resolve, t, unbroken } from "./words.js";

/** @import { Figure, Finding, PanelContent, Says } from "./contract.js" */

export class Panel {
  /**
   * @param {PanelContent} content
   * @param {string} words what the panel's text keys begin with
   * @param {string} base folder of the static files
   * @param {Node[]} between nodes between charts and details
   * @param {boolean} folds whether the panel can be closed; it is closed at first
   */
  constructor(content, words, base, between = [], folds = false) {
    this.content = content;
    this.words = words;
    this.base = base;
    const found = content.findings.map((finding) => ({ finding, charts: finding.charts.map(makeChart) }));
    this.charts = found.flatMap(({ charts }) => charts);
    const head = element("h2", { textContent: t(`${words}.title`) });
    const alone = document.body.classList.contains("embed"); // a small frame begins with what is to be seen
    const said = found.map((one) => this.makeFinding(one, alone));
    const findings = element("div", { className: "findings" }, said);
    findings.dataset.count = String(said.length);
    const over = [element("h3", { textContent: t(content.heading) }), legend(content.legend)];
    const seen = element("div", { className: "found" }, [element("div", { className: "findings-head" }, over), findings]);
    const first = alone ? [seen, this.claim()] : [this.claim(), seen];
    const body = [...first, ...between, ...this.details()];
    this.node = folds
      ? element("details", { className: "card panel" }, [element("summary", {}, [head]), ...body])
      : element("article", { className: "card panel" }, [head, ...body]);
    const { name } = content;
    Object.assign(this.node.dataset, { id: `panel-${name}`, panel: name, testid: `panel-${name}` });
    if (folds) seen.id = `charts-${name}`; // a link may lead to what is to be seen
  }

  claim() {
    return element("div", { className: "claim" }, [
      element("h3", { textContent: t("evidence.claimed") }),
      element("p", { textContent: t(`${this.words}.claim`) }),
    ]);
  }

  /**
   * @param {{ finding: Finding, charts: ReturnType<typeof makeChart>[] }} found
   * @param {boolean} reversed whether its charts come first
   */
  makeFinding({ finding: { title, says }, charts }, reversed) {
    const heading = title ? [element("h4", { textContent: t(title) })] : [];
    const said = element("div", { className: "says" }, sentences(says, this.content.background));
    const seen = element("div", { className: "evidence-charts" }, charts.map(({ figure }) => figure));
    const node = element("section", { className: "finding" }, [...heading, ...(reversed ? [seen, said] : [said, seen])]);
    node.dataset.charts = String(charts.length);
    if (title) node.id = title.replace("evidence.", "").replaceAll(".", "-"); // a link may lead to it, too
    return node;
  }

  details() {
    const { name, table, models, results } = this.content;
    const numbers = element("details", {}, [element("summary", { textContent: t("evidence.table") }), makeTable(table)]);
    numbers.dataset.testid = `table-${name}`;
    const setting = element("details", {}, [
      element("summary", { textContent: t("evidence.setting") }),
      element("p", { className: "setting", textContent: t(`${this.words}.setting`) }),
      ...results.map((result) => this.provenance(result)),
      ...(models.length ? [this.cards(models)] : []),
    ]);
    return [numbers, setting];
  }

  /** @param {PanelContent["results"][number]} result */
  provenance(result) {
    return element("p", { className: "setting" }, [
      `${t("evidence.facts", result)}. ${t("evidence.reproduce")}: `,
      element("code", { textContent: result.command }),
      " ",
      element("a", { href: `${this.base}/${result.name}.json`, target: "_blank", textContent: t("evidence.results") }),
    ]);
  }

  /** @param {PanelContent["models"]} models */
  cards(models) {
    const links = models.flatMap(({ name, file }) => [
      " ", element("a", { href: `${this.base}/${file}`, target: "_blank", textContent: name }),
    ]);
    return element("p", { className: "setting" }, [`${t("evidence.models")}:`, ...links]);
  }

  recolour() {
    for (const { chart } of this.charts) chart.refresh();
  }

  // The panel is taken off the page.
  forget() {
    for (const { chart } of this.charts) chart.forget();
  }
}

/**
 * A computed sentence, its values filled in.
 * @param {Says} says
 */
export function sentence({ key, values }) {
  return unbroken(t(key, Object.fromEntries(Object.entries(values).map(([name, text]) => [name, resolve(text)]))));
}

/**
 * Sentences; those without a verdict are folded away where they are the background of the others.
 * @param {Says[]} says
 * @param {boolean} background
 */
function sentences(says, background) {
  const others = background ? says.filter(({ verdict }) => !verdict) : [];
  if (others.length < 2) return [element("ul", {}, says.map(item))]; // a single one is no more to read than what would open it
  return [
    element("ul", {}, says.filter((one) => !others.includes(one)).map(item)),
    element("details", {}, [
      element("summary", { textContent: t("evidence.more", { count: others.length }) }),
      element("ul", {}, others.map(item)),
    ]),
  ];
}

/**
 * A sentence with its verdict's mark; what follows a line break are its details.
 * @param {Says} says
 */
export function item(says) {
  const [said, details] = sentence(says).split("\n");
  const node = element("li", { textContent: said });
  if (details) node.append(" ", element("span", { className: "details", textContent: details }));
  node.dataset.verdict = says.verdict ?? "none";
  const { panel } = says;
  if (panel) node.append(" ", panelLink(panel, t("evidence.limits.more", { panel: t(`evidence.${panel}.title`) })));
  return node;
}

/**
 * A link that opens a panel of the Evidence view, which listens for it.
 * @param {string} panel
 * @param {string} textContent
 */
export function panelLink(panel, textContent) {
  const link = element("a", { href: `?view=evidence&panel=${panel}`, textContent });
  link.dataset.opens = panel;
  return link;
}

/**
 * A chart that is drawn when it could be seen, and the box that it is drawn in.
 * @param {string} title key of its text
 * @param {Figure} figure
 * @param {string} table key of the text that names the table of its numbers
 */
export function chartBox(title, figure, table) {
  const box = element("div", { className: "chart" });
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", `${t(title)}. ${t(table)}`);
  if (figure.layout.height) box.style.height = `${figure.layout.height}px`;
  const chart = new Chart(box);
  chart.drawWhenSeen(figure);
  return { box, chart };
}

/** @param {Finding["charts"][number]} chart */
function makeChart({ title, figure, wide }) {
  const { box, chart } = chartBox(title, figure, "evidence.table");
  const node = element("figure", { className: wide ? "wide" : "" }, [element("figcaption", { textContent: t(title) }), box]);
  node.dataset.chart = title;
  return { title, chart, figure: node };
}

/** @param {string[]} parts whose lines are explained */
export function legend(parts) {
  const items = parts.map((part) => element("li", {}, [
    element("i", { className: `key key-line key-${part}` }), element("span", { textContent: t(`evidence.legend.${part}`) }),
  ]));
  return element("ul", { className: "legend", lang: current() }, items);
}
