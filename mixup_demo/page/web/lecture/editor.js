// The lecture as a list to change: titles, notes and the order of its steps. Each change counts at once.

import { openDialog } from "../dialogs.js";
import { element } from "../dom.js";
import { current, t } from "../words.js";
import { moved, noted, removed, retitled } from "./edit.js";
import { LectureError, LIMITS, say } from "./schema.js";

/** @import { Lecture } from "./room.js" */
/** @import { LectureContent, Step } from "./types.js" */

const MOVES = { up: -1, down: 1 };
const SIGNS = { up: "↑", down: "↓", remove: "×" };

/** @typedef {keyof typeof SIGNS} Change of the list */

export class Editor {
  list = element("ol", { className: "lecture-rows" });
  said = element("p", { className: "hint" });
  back = element("button", { type: "button", hidden: true, textContent: t("lecture.edit.undo") });
  /** @type {{ content: LectureContent, index: number } | undefined} what was there before a step was taken out */
  before;

  /** @param {Lecture} lecture */
  constructor(lecture) {
    this.lecture = lecture;
    this.said.setAttribute("role", "status");
    this.back.addEventListener("click", () => this.undo());
  }

  open() {
    const { lecture } = this;
    const title = this.field("input", t("lecture.edit.title"), say(lecture.content.title), LIMITS.title, (text) => retitled(lecture.content, null, text, current()));
    const save = element("button", { type: "button", className: "primary", textContent: t("lecture.do.download") });
    save.addEventListener("click", () => lecture.run("download"));
    const words = { name: "lecture-edit", title: t("lecture.do.edit"), close: t("about.close") };
    openDialog(lecture.shell.root, words, [
      element("p", { className: "hint", textContent: t("lecture.edit.hint") }),
      element("label", { className: "lecture-row-title" }, [element("span", { textContent: t("lecture.edit.title") }), title]),
      this.list,
      element("div", { className: "lecture-foot" }, [save, this.back, this.said]),
    ]);
    this.draw();
  }

  draw() {
    this.list.replaceChildren(...this.lecture.content.steps.map((step, i) => this.row(step, i)));
  }

  /**
   * @param {Step} step
   * @param {number} i
   */
  row(step, i) {
    const content = () => this.lecture.content;
    const title = this.field("input", t("lecture.edit.step", { step: i + 1 }), say(step.title), LIMITS.title, (text) => retitled(content(), i, text, current()));
    const note = this.field("textarea", t("lecture.edit.note", { step: i + 1 }), say(step.note), LIMITS.note, (text) => noted(content(), i, text, current()), false);
    const open = element("details", {}, [element("summary", { textContent: t("lecture.do.notes") }), note]);
    const row = element("li", {}, [title, ...this.buttons(i), open]);
    if (i === this.lecture.index) row.setAttribute("aria-current", "step");
    return row;
  }

  /** @param {number} i of a step */
  buttons(i) {
    const last = this.lecture.content.steps.length - 1;
    const off = { up: i === 0, down: i === last, remove: last === 0 };
    return /** @type {Change[]} */ (Object.keys(SIGNS)).map((change) => {
      const label = t(`lecture.edit.${change}`, { step: i + 1 });
      const button = element("button", { type: "button", textContent: SIGNS[change], ariaLabel: label, title: label, disabled: off[change] });
      button.dataset.change = change;
      button.addEventListener("click", () => this.press(change, i));
      return button;
    });
  }

  /**
   * A field whose text counts as it is typed; where one must not be empty, the last one counts until there is another.
   * @template {"input" | "textarea"} T
   * @param {T} tag
   * @param {string} ariaLabel
   * @param {string} value
   * @param {number} maxLength
   * @param {(text: string) => LectureContent} change
   * @param {boolean} needed
   */
  field(tag, ariaLabel, value, maxLength, change, needed = true) {
    const field = element(/** @type {"input"} */ (tag), { ariaLabel, value, maxLength, required: needed });
    if (tag === "input") field.type = "text";
    field.addEventListener("input", () => {
      if (!needed || field.value.trim()) this.take(change(field.value), this.lecture.index, "");
    });
    return field;
  }

  /**
   * @param {Change} change
   * @param {number} i of the step
   */
  press(change, i) {
    const { content, index } = this.lecture;
    if (change === "remove") {
      const before = { content, index };
      const left = content.steps.length - 2;
      if (!this.take(removed(content, i), Math.min(i < index ? index - 1 : index, left), t("lecture.edit.removed", { step: i + 1, title: say(content.steps[i].title) }))) return;
      this.offer(before);
      this.draw();
      this.focus(Math.min(i, left), "input");
      return;
    }
    const to = i + MOVES[change];
    const shown = index === i ? to : index === to ? i : index;
    if (!this.take(moved(content, i, to), shown, t("lecture.edit.moved", { title: say(content.steps[i].title), step: to + 1 }))) return;
    this.draw();
    this.focus(to, `[data-change=${change}]:enabled`, "button:enabled");
  }

  /**
   * @param {number} i of a step
   * @param {string[]} wanted the first that is there has the focus
   */
  focus(i, ...wanted) {
    const found = wanted.map((one) => this.list.children[i].querySelector(one)).find(Boolean);
    /** @type {HTMLElement | undefined} */ (found)?.focus();
  }

  undo() {
    if (!this.before) return;
    const { content, index } = this.before;
    this.take(content, index, t("lecture.edit.undone"));
    this.draw();
    this.focus(index, "input");
  }

  /** @param {{ content: LectureContent, index: number } | undefined} before what "undo" brings back, if there is anything */
  offer(before) {
    this.before = before;
    this.back.hidden = !before;
  }

  /**
   * @param {LectureContent} content
   * @param {number} index of the step that is shown
   * @param {string} said
   * @returns {boolean} whether the rules allow it
   */
  take(content, index, said) {
    try {
      this.lecture.making.accept(content, index);
    } catch (error) {
      if (!(error instanceof LectureError)) throw error;
      this.said.textContent = t(error.key, error.values);
      return false;
    }
    this.said.textContent = said;
    this.offer(undefined);
    return true;
  }
}
