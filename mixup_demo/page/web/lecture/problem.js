// What stands in the place of a lecture that was refused: why, and what else there is.

import { element } from "../dom.js";
import { t } from "../words.js";
import { choose } from "./menu.js";
import { replacing } from "./own.js";
import { LectureError } from "./schema.js";
import { BUNDLED, fromFile, openOwn } from "./source.js";

/** @import { Shell } from "../shell.js" */

export class Problem {
  /**
   * @param {Shell} shell
   * @param {LectureError} error
   */
  constructor(shell, error) {
    this.shell = shell;
    this.alert = element("p", { className: "problem", role: "alert", textContent: t(error.key, error.values) });
    this.alert.dataset.testid = "lecture-problem";
  }

  open() {
    const target = new URL(location.href);
    target.searchParams.set("lecture", BUNDLED);
    const pick = element("button", { type: "button", textContent: t("lecture.do.open") });
    pick.addEventListener("click", () => choose(this));
    document.title = `${t("lecture.problem")} · ${t("page.title")}`;
    this.shell.root.append(element("main", { className: "answer-page" }, [
      element("h1", { textContent: t("lecture.problem") }), this.alert, pick,
      element("a", { className: "answer-view", href: target.search, textContent: t("lecture.do.bundled") }),
      element("a", { className: "answer-view", href: location.pathname, textContent: t("lecture.do.leave") }),
    ]));
  }

  /** @param {File} file */
  async take(file) {
    try {
      const lecture = await fromFile(file, this.shell.config.controls);
      replacing(this.shell.root, () => openOwn(lecture));
    } catch (error) {
      if (!(error instanceof LectureError)) throw error;
      this.alert.textContent = t(error.key, error.values);
    }
  }
}
