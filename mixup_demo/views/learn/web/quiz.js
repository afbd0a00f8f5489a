// A question to guess at; what answers it is hidden until then.

import { element, handOver } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";
import { paragraph } from "./prose.js";

/** @import { Question } from "./types.js" */

export class Quiz {
  /**
   * @param {string} name of the chapter
   * @param {Question} question
   * @param {Node[]} proof numbers and charts that the answer rests on
   * @param {(answer: number) => void} chosen −1 for none
   */
  constructor(name, question, proof, chosen) {
    this.question = question;
    this.chosen = chosen;
    const heading = element("h3", { className: "quiz-head", textContent: t("learn.predict") });
    const ask = paragraph(question.ask, "quiz-ask");
    ask.id = `learn-${name}-ask`;
    this.buttons = question.answers.map((key, index) => this.button(key, index));
    const group = element("div", { className: "quiz-answers" }, this.buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", ask.id);
    this.verdict = element("p", { className: "quiz-verdict", tabIndex: -1 });
    this.verdict.setAttribute("role", "status");
    this.skip = element("button", { type: "button", className: "link quiz-skip", textContent: t("learn.show") });
    this.skip.addEventListener("click", () => this.choose(-1));
    this.reveal = element("div", { className: "reveal", hidden: true }, [paragraph(question.because), ...proof]);
    this.reveal.dataset.testid = `reveal-${name}`;
    const box = element("div", { className: "quiz" }, [heading, ask, group, this.skip, this.verdict]);
    this.nodes = [box, this.reveal];
  }

  /**
   * @param {string} key
   * @param {number} index
   */
  button(key, index) {
    const mark = element("i", { ariaHidden: "true" });
    const button = element("button", { type: "button" }, [mark, element("span", { textContent: t(key) })]);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => this.choose(index));
    return button;
  }

  /** @param {number} answer of the reader */
  choose(answer) {
    this.show(answer);
    this.chosen(answer);
  }

  /**
   * Show the answer, and beside it the reader's.
   * @param {number} answer
   */
  show(answer) {
    const { right, answers } = this.question;
    this.buttons.forEach((button, index) => {
      button.setAttribute("aria-pressed", String(index === answer));
      button.dataset.ruling = index === right ? "right" : index === answer ? "wrong" : "";
      button.querySelector("i")?.replaceChildren(index === right ? "✓" : index === answer ? "✗" : "");
    });
    const said = answer < 0 ? [] : [t(answer === right ? "learn.right" : "learn.wrong")];
    if (answer !== right) said.push(t("learn.answer", { answer: t(answers[right]) }));
    this.verdict.textContent = said.join(" ");
    handOver(this.skip, this.verdict);
    this.skip.hidden = true;
    this.reveal.hidden = false;
  }
}
