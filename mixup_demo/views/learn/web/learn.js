// The Learn view: chapters with live figures and questions, a list of them, a glossary and sources.

import { element, finder, isShown } from "../../../page/web/dom.js";
import { Needed } from "../../../page/web/needed.js";
import { loadPlotly } from "../../../page/web/plotly.js";
import { deviceStore } from "../../../page/web/store.js";
import { t } from "../../../page/web/words.js";
import { Answers } from "./answers.js";
import { ChapterView } from "./chapter.js";
import { Contents } from "./contents.js";
import { exercises, glossary, sources } from "./ends.js";
import { photo, photosOf } from "./photo.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Lesson } from "./types.js" */

const READING = "-30% 0px -60% 0px"; // the band of the window in which one reads

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 */
export const createView = (root, shell) => new LearnView(root, shell);

class LearnView {
  away = false; // another view has been shown since
  /** @type {ChapterView[]} */
  chapters = [];
  /** @type {Contents | undefined} */
  contents;
  /** @type {IntersectionObserver | undefined} */
  reading;

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    this.shell = shell;
    this.needed = /** @type {Needed<Lesson>} */ (new Needed(shell, "learn.json", "learn.missing"));
    this.place = finder(root)("learn");
    this.record = new Answers(deviceStore());
    this.linked = shell.url.chapter !== undefined;
    this.current = String(shell.url.chapter ?? "");
    addEventListener("beforeprint", () => this.forPaper(), { capture: true }); // before the waiting charts are drawn
    addEventListener("afterprint", () => this.chapters.forEach((chapter) => chapter.afterPaper()));
  }

  async open() {
    loadPlotly(this.shell.base);
    await this.needed.bring();
    if (!this.lesson) return;
    this.build();
    for (const type of ["keydown", "pointermove", "scroll"]) addEventListener(type, () => this.warm(), { once: true, passive: true });
    if (this.linked) this.go(this.current, "instant");
  }

  get lesson() {
    return this.needed.content;
  }

  build() {
    const { lesson } = this;
    if (!lesson) return;
    this.chapters.forEach((chapter) => chapter.forget());
    this.chapters = lesson.chapters.map((content, index) => new ChapterView(content, index + 1, lesson, this));
    this.contents = new Contents(lesson.chapters, this.record, (name) => this.go(name), () => this.startOver());
    const head = element("header", { className: "learn-head" }, [
      element("h2", { textContent: t("learn.title") }), element("p", { textContent: t("learn.intro") }),
    ]);
    const article = element("article", { className: "learn-text" }, [
      head, ...this.chapters.map(({ node }) => node), exercises(lesson, this.shell.base), glossary(lesson), sources(lesson),
    ]);
    this.place.replaceChildren(this.contents.node, article);
    this.follow();
  }

  // Once a reader moves, fetch what paper shows but nobody may have scrolled to: printing waits for
  // no answer.
  warm() {
    if (!this.lesson) return;
    for (const key of photosOf(this.lesson, this.shell.config.pairs)) photo(this.shell, key).catch(() => {}); // the figure says it
    for (const chapter of this.chapters) if (this.record.seen(chapter.content.name)) chapter.showCharts();
  }

  forPaper() {
    if (isShown(this.place)) this.chapters.forEach((chapter) => chapter.forPaper());
  }

  // Which chapter is read, for the link and the list.
  follow() {
    this.reading?.disconnect();
    this.reading = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) this.read(/** @type {HTMLElement} */ (target).dataset.chapter ?? "");
      }
    }, { rootMargin: READING });
    for (const { node } of this.chapters) this.reading.observe(node);
  }

  /** @param {string} name of a chapter */
  read(name) {
    this.current = name;
    this.contents?.read(name);
    for (const { content, node } of this.chapters) node.toggleAttribute("data-read", content.name === name); // for the handout
    this.shell.settle();
  }

  /**
   * @param {string} name of a chapter
   * @param {ScrollBehavior} behavior
   */
  go(name, behavior = "smooth") {
    const chapter = this.chapters.find(({ content }) => content.name === name);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    chapter?.node.scrollIntoView({ behavior: calm ? "instant" : behavior, block: "start" });
    if (behavior === "smooth") chapter?.heading.focus({ preventScroll: true });
  }

  /**
   * @param {string} name of a chapter
   * @param {number} answer
   */
  answered(name, answer) {
    this.record.note(name, answer);
    this.contents?.say();
  }

  startOver() {
    this.record.forget();
    this.build();
    this.contents?.node.querySelector("a")?.focus();
    scrollTo({ top: 0 });
  }

  wake() {
    const { away } = this;
    this.away = false;
    if (this.needed.missed) this.open();
    else if (this.lesson && away) this.back();
  }

  // To the chapter that was read, unless it is to be seen.
  back() {
    const chapter = this.chapters.find(({ content }) => content.name === this.current);
    const { top, bottom } = chapter?.node.getBoundingClientRect() ?? { top: 0, bottom: 1 };
    if (bottom < 0 || top > innerHeight) this.go(this.current, "instant");
  }

  sleep() {
    this.away = true;
  }

  state() {
    return { chapter: this.current && this.current !== this.lesson?.chapters[0].name ? this.current : null };
  }

  hasOwnPictures() {
    return false;
  }

  relabel() {
    const { current, chapters } = this;
    this.build();
    this.chapters.forEach((chapter, k) => chapter.follow(chapters[k]));
    if (isShown(this.place)) this.go(current, "instant");
  }

  recolour() {
    this.chapters.forEach((chapter) => chapter.recolour());
  }
}
