// One chapter: sentences, formulas, a live figure, a question with what answers it, and doors.

import { Chart } from "../../../page/web/charts.js";
import { element } from "../../../page/web/dom.js";
import { fetched } from "../../../page/web/fetched.js";
import { sentence } from "../../../page/web/panel.js";
import { current, t } from "../../../page/web/words.js";
import { chartFigure } from "./chartfigure.js";
import { codeBlock } from "./codeblock.js";
import { figureOf } from "./figures.js";
import { light } from "./light.js";
import { line, paragraph } from "./prose.js";
import { Quiz } from "./quiz.js";
import { putBack, settingsOf } from "./settings.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Answers } from "./answers.js" */
/** @import { ChapterContent, LearnChart, Lesson, Live } from "./types.js" */

/** @typedef {{ shell: Shell, record: Answers, answered(name: string, answer: number): void }} Reader */

const NEAR = "300px"; // a figure is made when it is so near to what is seen

export class ChapterView {
  /** @type {Live | undefined} */
  live;
  /** @type {Chart[]} */
  charts = [];
  /** @type {Promise<void> | undefined} */
  fetching;
  folded = false; // whether its answer is open for paper alone

  /**
   * @param {ChapterContent} content
   * @param {number} number
   * @param {Lesson} lesson
   * @param {Reader} reader
   */
  constructor(content, number, lesson, reader) {
    this.content = content;
    this.lesson = lesson;
    this.reader = reader;
    const { name, question } = content;
    this.heading = element("h2", { tabIndex: -1 }, [
      element("span", { className: "chapter-number", textContent: t("learn.chapter", { number }) }), " ",
      element("span", { textContent: t(content.title) }),
    ]);
    if (number === 1) this.heading.dataset.skip = "";
    this.figure = element("figure", { className: "live", id: `figure-${name}` });
    this.figure.dataset.figure = content.figure;
    this.chartBox = element("div", { className: "learn-charts" });
    const quiz = new Quiz(name, question, [...this.numbers(), this.chartBox], (answer) => {
      reader.answered(name, answer);
      this.showCharts();
    });
    const [box, reveal] = quiz.nodes;
    this.reveal = reveal;
    this.further = this.more();
    this.node = element("section", { className: "chapter" }, [
      this.heading,
      ...content.paragraphs.map((key) => paragraph(key)),
      ...this.formulas(),
      ...content.code.map((one) => codeBlock(one, reader.shell)),
      ...(content.figure ? [this.figure] : []),
      box, reveal, this.doors(), this.further,
    ]);
    Object.assign(this.node.dataset, { chapter: name, testid: `chapter-${name}` });
    light(this.node);
    this.observer = new IntersectionObserver((entries) => this.reach(entries), { rootMargin: NEAR });
    this.observer.observe(this.figure);
    if (!reader.record.seen(name)) return;
    quiz.show(reader.record.answers[name]);
    this.observer.observe(this.chartBox);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  reach(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.observer.unobserve(target);
      if (target === this.figure) this.start();
      else this.showCharts();
    }
  }

  start() {
    this.live = figureOf(this.content.figure, this.reader.shell, this.lesson);
    if (this.live) this.figure.replaceChildren(this.live.node);
  }

  /**
   * Take over what the reader has set and opened.
   * @param {ChapterView} before the same chapter in another language
   */
  follow(before) {
    this.further.open = before.further.open;
    if (!before.live) return;
    this.observer.unobserve(this.figure);
    this.start();
    putBack(this.figure, settingsOf(before.figure));
    if (this.live && before.live.chance !== undefined) this.live.chance = before.live.chance;
  }

  // Paper has all figures and all answers, with the charts that are there.
  forPaper() {
    this.observer.unobserve(this.figure);
    if (!this.live) this.start();
    this.live?.recolour?.(); // a chart that was made off the page draws now that it has a width
    this.folded = this.reveal.hidden === true;
    this.reveal.hidden = false;
  }

  afterPaper() {
    if (this.folded) this.reveal.hidden = true;
    this.folded = false;
  }

  formulas() {
    if (!this.content.formulas.length) return [];
    const lines = this.content.formulas.map((math) => {
      const line = element("div");
      line.innerHTML = math; // of our own server
      return line;
    });
    const box = element("div", { className: "formulas", tabIndex: 0 }, lines); // scrolls where it is narrow
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", t("learn.formula"));
    return [box];
  }

  numbers() {
    const { says } = this.content;
    if (!says.length) return [];
    const list = element("ul", {}, says.map((one) => element("li", {}, line(sentence(one)))));
    return [element("div", { className: "learn-numbers" }, [element("h3", { textContent: t("learn.numbers") }), list])];
  }

  doors() {
    const links = this.content.doors.map(({ text, href }) => element("li", {}, [
      element("a", { href: withFrame(href), textContent: t(text) }),
    ]));
    return element("div", { className: "doors" }, [
      element("h3", { textContent: t("learn.doors") }), element("ul", {}, links),
    ]);
  }

  more() {
    const body = this.content.more.map((key) => paragraph(key));
    return element("details", { className: "learn-more" }, [element("summary", { textContent: t("learn.more") }), ...body]);
  }

  showCharts() {
    const { charts } = this.content;
    if (charts) this.fetching ??= this.fetchCharts(charts);
  }

  /** @param {string} file */
  async fetchCharts(file) {
    const { shell } = this.reader;
    try {
      /** @type {LearnChart[]} */
      const charts = await fetched(`${shell.base}/${file}`);
      if (!this.node.isConnected) return; // the chapter is there in another language since
      const made = charts.map((one) => chartFigure(one));
      this.charts = made.map(({ chart }) => chart);
      this.chartBox.replaceChildren(...made.map(({ node }) => node));
    } catch {
      this.fetching = undefined; // with the next answer it is tried again
      shell.toast(t("learn.missing"));
    }
  }

  recolour() {
    this.live?.recolour?.();
    for (const chart of this.charts) chart.refresh();
  }

  // It is taken off the page.
  forget() {
    this.observer.disconnect();
    for (const chart of this.charts) chart.forget();
  }
}

/**
 * A link with what the frame adds: the language, and the theme where the address names one.
 * @param {string} href
 */
function withFrame(href) {
  const target = new URL(href, location.href);
  target.searchParams.set("lang", current());
  const theme = new URLSearchParams(location.search).get("__theme");
  if (theme) target.searchParams.set("__theme", theme);
  return `${target.search}${target.hash}`;
}
