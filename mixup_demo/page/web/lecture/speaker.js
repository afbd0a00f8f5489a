// The speaker's window: notes, clock and the next step, beside the window that the room sees.

import { element } from "../dom.js";
import { t } from "../words.js";
import { followOthers } from "./follow.js";
import { letterOf } from "./question.js";
import { say } from "./schema.js";

/** @import { Shell } from "../shell.js" */
/** @import { Asked, Left, Told } from "./types.js" */

export const CHANNEL = "mixup-explorer-lecture"; // between windows of one browser
const TICK_MS = 1000;
const MINUTE = 60;

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * A length of time as minutes and seconds.
 * @param {number} ms
 */
export function elapsed(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / MINUTE)}:${two(seconds % MINUTE)}`;
}

export class SpeakerWindow {
  /** @type {Told | undefined} */
  told;
  left = false; // whether the window that told it is gone, as it is when it is loaded again
  node = element("main", { className: "speaker" });
  channel = new BroadcastChannel(CHANNEL);
  clock = element("p", { className: "speaker-clock" });
  body = element("div", { className: "speaker-body" });
  foot = element("div", { className: "speaker-foot", hidden: true }); // stays: a button that is made anew loses the focus

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
    this.node.append(this.body, this.foot);
    this.buttons = [this.button("back", -1), this.button("next", 1)];
    this.foot.append(...this.buttons.map(({ node }) => node));
    this.node.dataset.testid = "speaker";
    this.channel.addEventListener("message", ({ data }) => this.hear(data));
    document.addEventListener("keydown", (event) => this.press(event));
    followOthers(shell, () => this.say());
  }

  open() {
    this.shell.root.append(this.node);
    this.say();
    this.ask({ kind: "hello" });
    setInterval(() => this.tick(), TICK_MS);
  }

  /** @param {Asked} asked */
  ask(asked) {
    this.channel.postMessage(asked);
  }

  /** @param {Told | Left | Asked} data of a lecture's window; of several, the first one that answered counts */
  hear(data) {
    if (data.kind === "left" && data.id === this.told?.id) this.left = true;
    if (data.kind !== "state" || (this.told && !this.left && this.told.id !== data.id)) return;
    this.told = data;
    this.left = false;
    this.say();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.go(by);
  }

  /** @param {number} by */
  go(by) {
    if (this.told) this.ask({ kind: "go", id: this.told.id, by });
  }

  tick() {
    const now = new Date();
    const time = `${two(now.getHours())}:${two(now.getMinutes())}`;
    this.clock.textContent = this.told ? `${elapsed(now.getTime() - this.told.began)} · ${time}` : time;
  }

  say() {
    document.title = `${t("lecture.speaker.title")} · ${t("page.title")}`;
    const { told } = this;
    this.tick();
    this.foot.hidden = !told;
    for (const { name, node } of this.buttons) node.textContent = t(`lecture.do.${name}`);
    if (!told) {
      this.body.replaceChildren(element("h1", { textContent: t("lecture.speaker.title") }), element("p", { role: "status", textContent: t("lecture.speaker.alone") }));
      return;
    }
    const paragraphs = say(told.note).split("\n").filter(Boolean).map((textContent) => element("p", { textContent }));
    this.body.replaceChildren(
      element("header", { className: "speaker-head" }, [element("p", { textContent: t("lecture.progress", { step: told.step, steps: told.steps }) }), this.clock]),
      element("h1", { textContent: say(told.title) }),
      element("div", { className: "speaker-note" }, paragraphs),
      ...this.question(told),
      element("p", { className: "speaker-next" }, [
        element("b", { textContent: t("lecture.speaker.next") }), ` ${told.next === null ? t("lecture.speaker.last") : say(told.next)}`,
      ]),
    );
  }

  /** @param {Told} told */
  question({ question }) {
    if (!question) return [];
    const { right, answers, because } = question;
    const answer = right === undefined ? "" : `${letterOf(right)}. ${say(answers[right])}`;
    return [element("section", { className: "speaker-question" }, [
      element("h2", { textContent: say(question.ask) }), element("p", { textContent: answer }), element("p", { textContent: say(because) }),
    ])];
  }

  /**
   * @param {"back" | "next"} name
   * @param {number} by
   */
  button(name, by) {
    const node = element("button", { type: "button" });
    node.addEventListener("click", () => this.go(by));
    return { name, node };
  }
}
