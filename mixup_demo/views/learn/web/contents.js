// The list of chapters beside the text: where one is, and what one has answered.

import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { Answers } from "./answers.js" */
/** @import { ChapterContent } from "./types.js" */

const WIDE = "(min-width: 1100px)"; // as in the style sheet: the list stands beside the text

export class Contents {
  /**
   * @param {ChapterContent[]} chapters
   * @param {Answers} record
   * @param {(name: string) => void} go
   * @param {() => void} startOver
   */
  constructor(chapters, record, go, startOver) {
    this.record = record;
    this.items = chapters.map(({ name, title }, index) => this.item(name, title, index + 1, go));
    this.count = element("p", { className: "learn-progress" });
    this.bar = element("i");
    this.forget = element("button", { type: "button", className: "link", textContent: t("learn.forget") });
    this.forget.addEventListener("click", startOver);
    const list = element("ol", {}, this.items.map(({ node }) => node));
    const kept = element("p", { className: "hint" }, [`${t("learn.kept")} `, this.forget]);
    const track = element("div", { className: "learn-track", ariaHidden: "true" }, [this.bar]);
    const summary = element("summary", {}, [element("h2", { textContent: t("learn.contents") }), this.count]);
    this.fold = element("details", { open: matchMedia(WIDE).matches }, [summary, track, list, kept]);
    this.node = element("nav", { className: "learn-contents" }, [this.fold]);
    this.node.setAttribute("aria-label", t("learn.contents"));
    this.say();
  }

  /**
   * @param {string} name
   * @param {string} title
   * @param {number} number
   * @param {(name: string) => void} go
   */
  item(name, title, number, go) {
    const done = element("span", { className: "learn-done" });
    const link = element("a", { href: `?view=learn&chapter=${name}` }, [
      element("b", { textContent: String(number) }), element("span", { textContent: t(title) }), done,
    ]);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or window of its own
      event.preventDefault();
      if (!matchMedia(WIDE).matches) this.fold.open = false;
      go(name);
    });
    return { name, link, done, node: element("li", {}, [link]) };
  }

  /** @param {string} name of the chapter that is read */
  read(name) {
    for (const item of this.items) {
      if (item.name === name) item.link.setAttribute("aria-current", "location");
      else item.link.removeAttribute("aria-current");
    }
  }

  say() {
    let done = 0;
    for (const item of this.items) {
      const answered = this.record.answered(item.name);
      if (answered) done += 1;
      const sign = element("span", { textContent: "✓", ariaHidden: "true" });
      item.done.replaceChildren(...(answered ? [sign, element("span", { className: "hidden", textContent: t("learn.done") })] : []));
    }
    const total = this.items.length;
    this.count.textContent = t("learn.progress", { done, total });
    this.bar.style.width = `${(100 * done) / total}%`;
    this.forget.hidden = !this.items.some(({ name }) => this.record.seen(name));
  }
}
