// A question as a student answers it, on a phone: the answer becomes a word to show or to read out,
// and a link that holds it; where there is a live poll, it is sent as well.

import { replace } from "../address.js";
import { copyLink } from "../copying.js";
import { element } from "../dom.js";
import { current, t } from "../words.js";
import { answerOf, hangulOf, wordOf } from "./codeword.js";
import { PollRefusal, vote } from "./poll.js";
import { letterOf } from "./question.js";
import { say } from "./schema.js";
import { load } from "./source.js";

/** @import { LinkState, NumberControl } from "../contract.js" */
/** @import { Shell } from "../shell.js" */
/** @import { Step } from "./types.js" */

export class AnswerPage {
  /** @type {Step | undefined} whose question it is; without it the letters alone are known */
  asked;
  node = element("main", { className: "answer-page" });
  result = element("div", { className: "answer-result" });
  sent = element("p", { role: "status" });
  sending = Promise.resolve(); // one vote after the other: the last one counts

  /**
   * @param {Shell} shell
   * @param {LinkState} link
   */
  constructor(shell, link) {
    this.shell = shell;
    this.most = /** @type {NumberControl} */ (shell.config.controls.choices).maximum; // answers of a question
    const found = answerOf(String(link.word ?? ""), this.most);
    this.step = Number(link.ask) || found?.step || 1;
    this.chosen = found?.step === this.step ? found.answer : null;
    this.count = Number(link.choices ?? this.most);
    this.lecture = String(link.lecture ?? "");
    this.poll = String(link.poll ?? "");
    this.node.dataset.testid = "answer-page";
    this.sent.dataset.testid = "answer-sent";
  }

  async open() {
    this.shell.root.append(this.node);
    if (this.lecture) await this.load();
    this.say();
  }

  async load() {
    try {
      const { steps } = await load(this.shell.base, this.lecture, this.shell.config.controls);
      const step = steps[this.step - 1];
      if (step?.question?.answers.length !== this.count) return;
      this.asked = step;
    } catch {
      // the question is on the lecturer's wall: its letters are enough
    }
  }

  say() {
    const title = t("lecture.answer.title", { step: this.step });
    document.title = `${title} · ${t("page.title")}`;
    const { question, link } = this.asked ?? {};
    this.buttons = Array.from({ length: this.count }, (_, i) => this.button(i, say(question?.answers[i])));
    const group = element("div", { className: "answer-choices" }, this.buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", "answer-ask");
    const view = link ? [element("a", { className: "answer-view", href: inLanguage(link), textContent: t("lecture.answer.view") })] : [];
    this.node.replaceChildren(
      element("p", { className: "hint", textContent: title }),
      element("h1", { id: "answer-ask", textContent: say(question?.ask) || t("lecture.answer.ask") }),
      group, this.result, this.sent, ...view,
    );
    this.show();
  }

  /**
   * @param {number} index
   * @param {string} text
   */
  button(index, text) {
    const button = element("button", { type: "button" }, [element("b", { textContent: letterOf(index) }), " ", element("span", { textContent: text })]);
    button.dataset.testid = `answer-${letterOf(index)}`;
    button.addEventListener("click", () => this.choose(index));
    return button;
  }

  /** @param {number} index */
  choose(index) {
    this.chosen = index;
    replace(this.address);
    this.show();
    if (this.poll) this.sending = this.sending.then(() => this.send(index));
  }

  get word() {
    return this.chosen === null ? "" : wordOf({ step: this.step, answer: this.chosen }, this.most);
  }

  // This page with the answer in it.
  get address() {
    const target = new URL(location.href);
    target.searchParams.set("word", this.word);
    return target.href;
  }

  show() {
    this.buttons?.forEach((button, i) => button.setAttribute("aria-pressed", String(i === this.chosen)));
    this.result.hidden = this.chosen === null;
    if (this.chosen === null) return;
    const word = element("strong", { className: "answer-word", lang: "en", textContent: this.word });
    word.dataset.testid = "answer-word";
    const korean = current() === "ko" ? [element("span", { className: "answer-hangul", textContent: hangulOf(this.word) })] : [];
    const copy = element("button", { type: "button", textContent: t("link.copy") });
    copy.addEventListener("click", () => this.copy());
    this.result.replaceChildren(element("p", { textContent: t("lecture.answer.word") }), word, ...korean, copy);
  }

  // With the answer, which the address bar may have refused when it was chosen.
  async copy() {
    const target = this.address;
    this.shell.toast(await copyLink(target, "lecture.answer.copied", () => replace(target)));
  }

  /** @param {number} index */
  async send(index) {
    if (index !== this.chosen) return; // another one since
    this.sent.textContent = t("lecture.answer.sending");
    try {
      await vote(this.poll, index);
      if (index === this.chosen) this.sent.textContent = t("lecture.answer.sent");
    } catch (error) {
      this.sent.textContent = (error instanceof PollRefusal && error.said?.[current()]) || t("lecture.answer.unsent");
    }
  }
}

/** @param {string} link of a step */
function inLanguage(link) {
  const target = new URL(link, location.href);
  target.searchParams.set("lang", current());
  return target.search + target.hash;
}
