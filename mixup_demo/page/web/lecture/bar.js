// The bar below a lecture: where one is, on and back, and what else there is to press.

import { element } from "../dom.js";
import { t } from "../words.js";
import { say } from "./schema.js";

/** @import { Step } from "./types.js" */

/** @typedef {"back" | "next" | "question" | "qr" | "notes" | "full" | "keys"} Pressed */
/** @typedef {{ index: number, count: number, step: Step, asking: boolean }} Where */

const SIGNS = { back: "←", next: "→", keys: "?" }; // instead of words

export class Bar {
  title = element("h1");
  count = element("p", { className: "lecture-count" });
  said = element("p", { className: "hidden", role: "status" });

  /** @param {(name: Pressed) => void} run */
  constructor(run) {
    this.run = run;
    this.count.dataset.testid = "lecture-count";
    this.buttons = {
      back: this.button("back"), next: this.button("next"), question: this.button("question"), qr: this.button("qr"),
      notes: this.button("notes"), full: this.button("full"), keys: this.button("keys"),
    };
    const { back, next, ...tools } = this.buttons;
    const where = element("div", { className: "lecture-where" }, [this.title, this.count]);
    this.node = element("div", { className: "lecture-bar" }, [
      back, next, where, element("div", { className: "lecture-tools" }, Object.values(tools)), this.said,
    ]);
  }

  /** @param {Pressed} name */
  button(name) {
    const button = element("button", { type: "button" });
    button.dataset.testid = `lecture-${name}`;
    button.addEventListener("click", () => this.run(name));
    return button;
  }

  /** @param {Where} where */
  say({ index, count, step, asking }) {
    this.title.textContent = say(step.title);
    this.count.textContent = `${index + 1} / ${count}`;
    this.said.textContent = `${t("lecture.progress", { step: index + 1, steps: count })}: ${say(step.title)}`;
    for (const [name, button] of Object.entries(this.buttons)) {
      const sign = SIGNS[/** @type {keyof typeof SIGNS} */ (name)];
      button.textContent = sign ?? t(`lecture.do.${name}`);
      if (sign) button.setAttribute("aria-label", t(`lecture.do.${name}`));
    }
    this.buttons.back.disabled = index === 0 && (asking || !step.question);
    this.buttons.next.disabled = index === count - 1 && !asking;
    this.buttons.question.hidden = !step.question;
    this.buttons.question.setAttribute("aria-pressed", String(asking));
  }
}
