// The population: is the line or the plane that one sees typical? Charts of many, one's own marked.

import { element } from "../../../page/web/dom.js";
import { Panel, sentence } from "../../../page/web/panel.js";
import { current, t } from "../../../page/web/words.js";

const FILES = { csv: "population.csv", json: "population.json" };

export class Population {
  // root: the section that this fills.
  constructor(root, shell) {
    Object.assign(this, { root, shell });
  }

  // Later calls return the first one's promise.
  open() {
    this.opened ??= this.load();
    return this.opened;
  }

  async load() {
    try {
      this.content = await (await fetch(`${this.shell.base}/panel-population.json`)).json();
    } catch {
      this.root.replaceChildren(element("p", { className: "card hint", textContent: t("population.missing") }));
      return;
    }
    this.build();
  }

  build() {
    this.notes = element("p", { className: "notes" });
    this.notes.setAttribute("role", "status");
    this.panel = new Panel(this.content, "population", this.shell.base, [this.downloads()]);
    this.panel.node.querySelector(".legend").after(this.notes);
    for (const { title, figure } of this.panel.charts) {
      if (this.isDistribution(title)) figure.append(element("p", { className: "place" }));
    }
    this.root.replaceChildren(this.panel.node);
    this.show();
  }

  // Measures have names of their own; the other charts' titles are the population's.
  isDistribution(title) {
    return !title.startsWith("population.");
  }

  downloads() {
    const links = Object.entries(FILES).flatMap(([kind, file]) => {
      const link = element("a", { href: `${this.shell.base}/${file}`, download: file, textContent: kind.toUpperCase() });
      link.setAttribute("aria-label", t(`population.values.${kind}`));
      return [" ", link];
    });
    return element("p", { className: "setting" }, [t("population.values"), ...links]);
  }

  // Find the place of what the visitor sees; what was marked before is no longer seen.
  async mark(request) {
    this.unmark();
    this.asking = request;
    await this.open();
    if (!this.content || this.asking !== request) return;
    this.show();
    let answer;
    try {
      answer = await this.shell.server.place(request);
    } catch {
      answer = { error: null };
    }
    if (this.asking !== request) return;
    this.asking = null;
    if ("error" in answer) this.shell.toast(answer.error ? answer.error[current()] : t("problem.server"));
    else if (!answer.ended) this.answer = answer;
    this.show();
  }

  unmark() {
    this.asking = null;
    this.answer = null;
    this.show();
  }

  // The marks and sentences of the present answer, or none.
  show() {
    if (!this.panel) return;
    const { places, notes } = this.answer ?? { places: {}, notes: [] };
    this.notes.textContent = this.asking ? t("population.placing") : notes.map(sentence).join(" ");
    for (const { title, chart, figure } of this.panel.charts) {
      if (!this.isDistribution(title)) continue;
      const place = places[title];
      figure.querySelector(".place").textContent = place ? sentence(place.says) : "";
      chart.mark(place?.marks ?? []);
    }
  }

  relabel() {
    if (this.content) this.build();
  }

  recolour() {
    this.panel?.recolour();
  }
}
