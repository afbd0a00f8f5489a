// The Evidence view: one panel a claim, made from panels.json, and the live attack among them.

import { Attack } from "./attack.js";
import { Chart, loadPlotly } from "./charts.js";
import { element } from "./dom.js";
import { current, fill, resolve, t } from "./words.js";

const LIVE = "adversarial"; // the panel that the live attack belongs to

export class EvidenceView {
  constructor(root, shell) {
    Object.assign(this, { root, shell });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.charts = [];
    this.panel = shell.url.panel;
  }

  async open() {
    loadPlotly(this.shell.base);
    try {
      this.content = await (await fetch(`${this.shell.base}/panels.json`)).json();
    } catch {
      this.shell.toast(t("evidence.missing"));
      return;
    }
    this.build();
    if (this.attack) await this.attack.open();
    if (this.panel) this.scrollTo(this.panel, "instant");
  }

  panels() {
    return [...this.content.panels, this.content.limits];
  }

  build() {
    this.charts = [];
    this.find("panels").replaceChildren(...this.panels().map((panel) => this.makePanel(panel)));
    this.find("contents").replaceChildren(...this.panels().map(({ name }) => {
      const link = element("a", { href: `?view=evidence&panel=${name}`, textContent: t(`evidence.${name}.title`) });
      link.addEventListener("click", (event) => { event.preventDefault(); this.scrollTo(name); });
      return link;
    }));
    fill(this.find("panels"));
  }

  scrollTo(name, behavior = "smooth") {
    this.panel = name;
    this.find(`panel-${name}`)?.scrollIntoView({ behavior, block: "start" });
    this.shell.settle();
  }

  makePanel(panel) {
    const { name } = panel;
    const heading = element("h2", { textContent: t(`evidence.${name}.title`) });
    const claim = element("div", { className: "claim" }, [
      element("h3", { textContent: t("evidence.claimed") }),
      element("p", { textContent: t(`evidence.${name}.claim`) }),
    ]);
    const says = element("div", { className: "says" }, [
      element("h3", { textContent: t(panel.heading) }),
      element("ul", {}, panel.says.map(sentence)),
    ]);
    const charts = element("div", { className: "evidence-charts" }, panel.charts.map((chart) => this.makeChart(chart)));
    const parts = [heading, element("div", { className: "claim-row" }, [claim, says]), legend(panel.legend), charts];
    if (name === LIVE) parts.push(this.makeAttack());
    parts.push(...this.details(panel));
    const article = element("article", { className: "card panel" }, parts);
    article.dataset.id = `panel-${name}`;
    article.dataset.panel = name;
    article.dataset.testid = `panel-${name}`;
    return article;
  }

  makeChart({ title, figure, wide }) {
    const box = element("div", { className: "chart" });
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", `${t(title)}. ${t("evidence.table")}`);
    if (figure.layout.height) box.style.height = `${figure.layout.height}px`;
    const chart = new Chart(box);
    chart.drawWhenSeen(figure);
    this.charts.push(chart);
    return element("figure", { className: wide ? "wide" : "" }, [element("figcaption", { textContent: t(title) }), box]);
  }

  // The live attack keeps its state when the panels are made again in another language.
  makeAttack() {
    const template = this.find("attack-template").content.firstElementChild;
    const section = template.cloneNode(true);
    const state = this.attack?.state();
    this.attack = new Attack(section, this.shell, this.attack);
    if (state) this.attack.reopen();
    return section;
  }

  details({ name, table, models, results }) {
    const head = element("tr", {}, table.columns.map((text) => element("th", { scope: "col", textContent: resolve(text) })));
    const rows = table.rows.map((cells) => element("tr", {}, cells.map((text, i) => (
      i ? element("td", { textContent: resolve(text) }) : element("th", { scope: "row", textContent: resolve(text) })
    ))));
    const scroll = element("div", { className: "table-scroll", tabIndex: 0 }, [
      element("table", {}, [element("thead", {}, [head]), element("tbody", {}, rows)]),
    ]);
    const setting = element("details", {}, [
      element("summary", { textContent: t("evidence.setting") }),
      element("p", { className: "setting", textContent: t(`evidence.${name}.setting`) }),
      ...results.map((result) => this.provenance(result)),
      ...(models.length ? [this.links("evidence.models", models)] : []),
    ]);
    const numbers = element("details", {}, [element("summary", { textContent: t("evidence.table") }), scroll]);
    numbers.dataset.testid = `table-${name}`;
    return [numbers, setting];
  }

  provenance(result) {
    return element("p", { className: "setting" }, [
      `${t("evidence.facts", result)}. ${t("evidence.reproduce")}: `,
      element("code", { textContent: result.command }),
      " ",
      element("a", { href: `${this.shell.base}/${result.name}.json`, target: "_blank", textContent: t("evidence.results") }),
    ]);
  }

  links(key, models) {
    const links = models.flatMap(({ name, file }) => [
      " ", element("a", { href: `${this.shell.base}/${file}`, target: "_blank", textContent: name }),
    ]);
    return element("p", { className: "setting" }, [`${t(key)}:`, ...links]);
  }

  ask() {
    return this.attack?.ask();
  }

  state() {
    return { panel: this.panel, ...this.attack?.state() };
  }

  hasOwnPictures() {
    return Boolean(this.attack?.source?.upload);
  }

  relabel() {
    if (this.content) this.build();
  }

  recolour() {
    for (const chart of this.charts) chart.refresh();
    this.attack?.recolour();
  }
}

function sentence({ key, values, verdict }) {
  const filled = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, resolve(text)]));
  const item = element("li", { textContent: t(key, filled) });
  item.dataset.verdict = verdict ?? "none";
  return item;
}

function legend(parts) {
  const items = parts.map((part) => element("li", {}, [
    element("i", { className: `key key-line key-${part}` }), element("span", { textContent: t(`evidence.legend.${part}`) }),
  ]));
  return element("ul", { className: "legend", lang: current() }, items);
}
