// A lecture of the visitor's own: states appended to it, a file of it, a link that holds it.

import { replace } from "../address.js";
import { copyLink } from "../copying.js";
import { t } from "../words.js";
import { Editor } from "./editor.js";
import { keep, replacing, saveLecture } from "./own.js";
import { check, LectureError, viewOf } from "./schema.js";
import { fromFile, openOwn, OWN, packed } from "./source.js";

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
    const content = { title: t("lecture.own"), steps: [this.shownStep(1)] };
    replacing(this.lecture.shell.root, () => this.replace(content, t("lecture.began")));
  }

  append() {
    const { title, steps } = this.lecture.content;
    const number = steps.length + 1;
    const content = { title, steps: [...steps, this.shownStep(number)] };
    this.ownFirst(() => this.replace(content, t("lecture.appended", { step: number })));
  }

  edit() {
    this.ownFirst(() => new Editor(this.lecture).open());
  }

  /** @param {() => void} go changes the lecture, which is the device's own from then on */
  ownFirst(go) {
    if (this.lecture.wanted === OWN) go();
    else replacing(this.lecture.shell.root, go);
  }

  /**
   * Go on with a lecture that the visitor has made.
   * @param {LectureContent} content
   * @param {string} said
   */
  replace(content, said) {
    try {
      this.accept(content, this.lecture.index);
    } catch (error) {
      this.refuse(error);
      return;
    }
    this.lecture.shell.toast(said);
  }

  /**
   * Keep a changed lecture, and go on with it.
   * @param {LectureContent} content
   * @param {number} index of the step that is shown
   * @throws {LectureError} it breaks a rule
   */
  accept(content, index) {
    keep(check(content, this.lecture.shell.config.controls));
    this.lecture.replace(content, index);
  }

  download() {
    saveLecture(`${JSON.stringify(this.lecture.content, null, 2)}\n`);
  }

  async copyLink() {
    const target = new URL(location.href);
    const { limit } = /** @type {TextControl} */ (this.lecture.shell.config.controls.lecture);
    if (this.lecture.wanted === OWN) target.searchParams.set("lecture", await packed(this.lecture.content));
    if ((target.searchParams.get("lecture") ?? "").length > limit) {
      this.lecture.shell.toast(t("lecture.link.long", { limit }));
      return;
    }
    this.lecture.shell.toast(await copyLink(target.href, "lecture.link.copied", () => replace(target)));
  }

  /** @param {File} file */
  async take(file) {
    try {
      const lecture = await fromFile(file, this.lecture.shell.config.controls);
      replacing(this.lecture.shell.root, () => openOwn(lecture));
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
