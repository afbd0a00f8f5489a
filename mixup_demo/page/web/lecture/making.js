// A lecture of the visitor's own: states appended to it, a file of it, a link that holds it.

import { element } from "../dom.js";
import { t } from "../words.js";
import { check, LectureError, viewOf } from "./schema.js";
import { keep, openFile, OWN, packed } from "./source.js";

/** @import { TextControl } from "../contract.js" */
/** @import { Lecture } from "./room.js" */
/** @import { LectureContent } from "./types.js" */

export class Making {
  /** @param {Lecture} lecture */
  constructor(lecture) {
    this.lecture = lecture;
  }

  /** @param {number} number of the step that is made */
  shownStep(number) {
    const link = this.lecture.frames.state(this.lecture.step);
    const view = t(`view.${viewOf({ link }, this.lecture.shell.config.controls)}`);
    return { link, title: t("lecture.appended.title", { step: number, view }) };
  }

  // Begin a lecture with what is shown.
  begin() {
    this.replace({ title: t("lecture.own"), steps: [this.shownStep(1)] }, t("lecture.began"));
  }

  append() {
    const { title, steps } = this.lecture.content;
    const number = steps.length + 1;
    this.replace({ title, steps: [...steps, this.shownStep(number)] }, t("lecture.appended", { step: number }));
  }

  /**
   * Go on with a lecture that the visitor has made.
   * @param {LectureContent} content
   * @param {string} said
   */
  replace(content, said) {
    try {
      keep(check(content, this.lecture.shell.config.controls));
    } catch (error) {
      this.refuse(error);
      return;
    }
    this.lecture.replace(content);
    this.lecture.shell.toast(said);
  }

  download() {
    const blob = new Blob([`${JSON.stringify(this.lecture.content, null, 2)}\n`], { type: "application/json" });
    const link = element("a", { href: URL.createObjectURL(blob), download: "lecture.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  async copyLink() {
    const target = new URL(location.href);
    const { limit } = /** @type {TextControl} */ (this.lecture.shell.config.controls.lecture);
    if (this.lecture.wanted === OWN) target.searchParams.set("lecture", await packed(this.lecture.content));
    if ((target.searchParams.get("lecture") ?? "").length > limit) {
      this.lecture.shell.toast(t("lecture.link.long", { limit }));
      return;
    }
    try {
      await navigator.clipboard.writeText(target.href);
      this.lecture.shell.toast(t("lecture.link.copied"));
    } catch {
      history.replaceState(history.state, "", target);
      this.lecture.shell.toast(t("link.address"));
    }
  }

  /** @param {File} file */
  async take(file) {
    try {
      await openFile(file, this.lecture.shell.config.controls);
    } catch (error) {
      this.refuse(error);
    }
  }

  /** @param {unknown} error */
  refuse(error) {
    if (!(error instanceof LectureError)) throw error;
    this.lecture.shell.toast(t(error.key, error.values));
  }
}
