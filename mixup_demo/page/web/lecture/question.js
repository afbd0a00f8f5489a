// A step's question, as the room sees it: its answers, how to answer from a phone, and what has come
// in. It stands over the view, which shows what the answer is as soon as the question is closed.

import { element } from "../dom.js";
import { qrFigure } from "../qr.js";
import { current, t } from "../words.js";
import { answerOf, wordIn } from "./codeword.js";
import { countsOf, openPoll } from "./poll.js";
import { say } from "./schema.js";

/** @import { NumberControl } from "../contract.js" */
/** @import { Shell } from "../shell.js" */
/** @import { PollRefusal } from "./poll.js" */
/** @import { Question } from "./types.js" */

const POLL_MS = 1500; // between looks at what has come in

/** @param {number} index of an answer */
export const letterOf = (index) => String.fromCharCode("A".charCodeAt(0) + index);

export class QuestionCard {
  /** @type {{ name: string, key: string } | undefined} */
  poll;
  /** @type {number[]} answers that came as words, and through the poll */
  told;
  /** @type {number[]} */
  polled = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  looking;
  /** @type {Promise<void> | undefined} while the poll is being opened, and since */
  opening;
  turn = 0; // of looks, so that there is one after the other
  refused = ""; // what the last look was refused with
  /** @type {HTMLElement[]} */
  bars = [];
  /** @type {HTMLElement[]} */
  counts = [];
  /** @type {HTMLElement[]} */
  items = [];
  because = element("p", { className: "question-because" });
  total = element("p", { className: "hint", role: "status" });
  code = element("div", { className: "question-code" });
  counted = false; // whether the room sees the counts
  answered = false; // whether it sees which answer is right

  /**
   * @param {Shell} shell
   * @param {Question} question
   * @param {number} step
   * @param {string} lecture the link's parameter, "" where no phone could load it
   * @param {() => void} close
   */
  constructor(shell, question, step, lecture, close) {
    this.shell = shell;
    this.question = question;
    this.step = step;
    this.lecture = lecture;
    this.told = question.answers.map(() => 0);
    this.node = element("section", { className: "question card" });
    this.node.dataset.testid = "question";
    this.node.setAttribute("aria-labelledby", "question-ask");
    this.close = close;
    this.make();
  }

  // Where phones answer.
  get address() {
    const target = new URL(location.pathname, location.href);
    const { lecture, step, question: { answers }, poll } = this;
    const parts = { lecture, ask: step, choices: answers.length, poll: poll?.name ?? "", lang: current() };
    for (const [name, value] of Object.entries(parts)) if (value) target.searchParams.set(name, String(value));
    return target.href;
  }

  make() {
    const { ask, answers, because, right } = this.question;
    this.bars = answers.map(() => element("i"));
    this.counts = answers.map(() => element("output", { ariaLive: "off" })); // the total is said
    this.items = answers.map((answer, i) => element("li", {}, [
      element("b", { textContent: letterOf(i) }), element("span", { textContent: say(answer) }), this.counts[i], this.bars[i],
    ]));
    this.because.textContent = say(because);
    this.total.dataset.testid = "question-total";
    const foot = element("div", { className: "question-foot" }, [
      this.button("close", "primary", this.close),
      this.button("counts", "", () => this.showCounts()),
      ...(right === undefined ? [] : [this.button("answer", "", () => this.showAnswer())]),
    ]);
    this.draw();
    const side = element("div", { className: "question-side" }, [
      this.code, element("p", { className: "hint", textContent: t("lecture.question.how") }), this.form(),
    ]);
    this.node.replaceChildren(
      element("div", { className: "question-main" }, [
        element("h2", { id: "question-ask", textContent: say(ask) }),
        element("ol", { className: "question-answers" }, this.items), this.because, this.total, foot,
      ]), side,
    );
    this.show();
  }

  /**
   * @param {"close" | "counts" | "answer"} name
   * @param {string} className
   * @param {() => void} press
   */
  button(name, className, press) {
    const button = element("button", { type: "button", className, textContent: t(`lecture.question.${name}`) });
    button.dataset.testid = `question-${name}`;
    button.addEventListener("click", press);
    return button;
  }

  // Where the lecturer types the words that are read out.
  form() {
    const input = element("input", { type: "text", autocomplete: "off", spellcheck: false, maxLength: 300 });
    const label = element("label", {}, [element("span", { textContent: t("lecture.question.word") }), input]);
    const said = element("p", { className: "hint", role: "status" });
    said.dataset.testid = "word-said";
    input.dataset.testid = "word";
    const form = element("form", {}, [label, element("button", { textContent: t("lecture.question.count") }), said]);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      said.textContent = this.take(wordIn(input.value));
      input.value = "";
    });
    return form;
  }

  /**
   * Count a word.
   * @param {string} word
   * @returns {string} what there is to say
   */
  take(word) {
    const found = answerOf(word, /** @type {NumberControl} */ (this.shell.config.controls.choices).maximum);
    if (!found) return t("lecture.word.none", { value: word });
    if (found.step !== this.step) return t("lecture.word.other", { value: word, step: found.step, asked: this.step });
    if (found.answer >= this.told.length) return t("lecture.word.none", { value: word });
    this.told[found.answer] += 1;
    this.show();
    return t("lecture.word.taken", { value: word, letter: letterOf(found.answer) });
  }

  get sums() {
    return this.told.map((count, i) => count + (this.polled[i] ?? 0));
  }

  show() {
    const { sums, counted, answered, question: { right } } = this;
    const total = sums.reduce((sum, count) => sum + count, 0);
    const said = t("lecture.question.total", { count: total });
    if (said !== this.total.textContent) this.total.textContent = said; // else it would be said at every look
    this.because.hidden = !answered || !this.because.textContent;
    sums.forEach((count, i) => {
      this.bars[i].style.width = counted && total ? `${(100 * count) / total}%` : "0";
      this.counts[i].textContent = counted ? String(count) : "";
      this.items[i].dataset.right = String(answered && i === right);
    });
  }

  showCounts() {
    this.counted = !this.counted;
    this.show();
  }

  showAnswer() {
    this.answered = !this.answered;
    this.show();
  }

  // Open a poll where the server takes them, and look at it as long as the card is shown.
  async open() {
    if (!this.shell.config.poll) return;
    clearTimeout(this.looking);
    const turn = (this.turn += 1);
    try {
      await (this.opening ??= this.openPoll());
      this.polled = await this.look();
      this.refused = "";
      this.show();
    } catch (error) {
      this.refuse(/** @type {PollRefusal} */ (error));
      if (!this.poll) return; // words can be counted still
    }
    if (turn === this.turn) this.looking = setTimeout(() => this.open(), POLL_MS);
  }

  // One, also where the card is left and shown again before there is an answer.
  async openPoll() {
    this.poll = await openPoll(this.question.answers.length);
    this.draw();
  }

  // What phones have sent.
  async look() {
    return this.poll ? countsOf(this.poll) : [];
  }

  // The code that leads phones here.
  draw() {
    this.code.replaceChildren(qrFigure(this.address));
  }

  /** @param {PollRefusal} error is said once; a poll that is gone gives way to another one when the card is shown again */
  refuse({ said, gone }) {
    if (gone) {
      this.poll = undefined;
      this.draw();
    }
    if (!this.poll) this.opening = undefined;
    const text = said?.[current()] ?? "";
    if (text && text !== this.refused) this.shell.toast(text);
    this.refused = text;
  }

  leave() {
    this.turn += 1;
    clearTimeout(this.looking);
    this.node.remove();
  }
}
