// A lecture: states of this page in an order, each in a frame, stepped through by a clicker. It
// stands in the place of the views; so does the page on which a student answers a question.

import { openDialog } from "../dialogs.js";
import { element } from "../dom.js";
import { qrFigure } from "../qr.js";
import { tellSpace } from "../space.js";
import { choose, current, t } from "../words.js";
import { AnswerPage } from "./answer.js";
import { framed, Frames } from "./frames.js";
import { commandOf, leaves } from "./keys.js";
import { openMenu } from "./menu.js";
import { QuestionCard } from "./question.js";
import { check, LectureError, LIMITS, parse, say, viewOf } from "./schema.js";
import { BUNDLED, keep, load, OWN, packed } from "./source.js";
import { Problem } from "./problem.js";
import { CHANNEL, SpeakerWindow } from "./speaker.js";

/** @import { LinkState, TextControl } from "../contract.js" */
/** @import { Shell } from "../shell.js" */
/** @import { KEYS } from "./keys.js" */
/** @import { Asked, LectureContent, Step, Told } from "./types.js" */

/** @typedef {keyof typeof KEYS | "open" | "empty" | "link" | "bundled" | "leave"} Command */

const FINE = 1; // steps of λ's slider that an arrow moves with the shift key, and
const COARSE = 5; // without it
const NARROW = "(max-width: 800px)"; // as in the style sheets
const SPEAKER_SIZE = "width=760,height=640";

/**
 * @param {Shell} shell
 * @param {LinkState} link
 */
export async function open(shell, link) {
  if (link.word || link.ask) return new AnswerPage(shell, link).open();
  if (link.speaker === "1") return new SpeakerWindow(shell).open();
  const wanted = String(link.lecture);
  try {
    const content = await load(shell.base, wanted, shell.config.controls);
    new Lecture(shell, content, wanted).open(Number(link.step ?? 1));
  } catch (error) {
    if (!(error instanceof LectureError)) throw error;
    new Problem(shell, error).open((file) => readFile(shell, file));
  }
}

/**
 * Open a file as a lecture, from its first step.
 * @param {Shell} shell
 * @param {File} file
 */
async function readFile(shell, file) {
  if (file.size > LIMITS.bytes) throw new LectureError("lecture.error.bytes", { limit: LIMITS.bytes, value: file.size });
  const content = parse(await file.text(), shell.config.controls);
  keep(content);
  location.assign(ownAddress());
}

function ownAddress() {
  const target = new URL(location.href);
  target.searchParams.set("lecture", OWN);
  target.searchParams.delete("step");
  return target.href;
}

export class Lecture {
  index = -1;
  asking = false; // whether the step's question stands over its view
  began = Date.now();
  id = crypto.randomUUID?.() ?? String(Math.random());
  channel = new BroadcastChannel(CHANNEL);
  /** @type {Map<Step, QuestionCard>} */
  cards = new Map();

  /**
   * @param {Shell} shell
   * @param {LectureContent} content
   * @param {string} wanted the link's parameter
   */
  constructor(shell, content, wanted) {
    this.shell = shell;
    this.content = content;
    this.wanted = wanted;
    const press = (/** @type {KeyboardEvent} */ event) => this.press(event);
    this.frames = new Frames(press);
    this.title = element("h1");
    this.count = element("p", { className: "lecture-count" });
    this.said = element("p", { className: "hidden", role: "status" });
    this.buttons = {
      back: this.button("back", "←"), next: this.button("next", "→"), question: this.button("question"),
      qr: this.button("qr"), notes: this.button("notes"), full: this.button("full"), keys: this.button("keys", "?"),
    };
    this.count.dataset.testid = "lecture-count";
    const { back, next, ...tools } = this.buttons;
    this.bar = element("div", { className: "lecture-bar" }, [
      back, next, element("div", { className: "lecture-where" }, [this.title, this.count]), element("div", { className: "lecture-tools" }, Object.values(tools)),
    ]);
    this.over = element("div", { className: "lecture-over" });
    this.node = element("main", { className: "lecture" }, [this.frames.node, this.over, this.bar, this.said]);
    this.node.dataset.testid = "lecture";
    document.addEventListener("keydown", press);
    this.channel.addEventListener("message", ({ data }) => this.hear(data));
    // the page in the frame has changed its language or theme
    addEventListener("storage", ({ key, newValue }) => this.follow(key, newValue));
    new MutationObserver(() => this.frames.recolour(document.body.classList.contains("dark"))).observe(document.body, { attributeFilter: ["class"] });
  }

  /** @param {number} step from 1 */
  open(step) {
    this.shell.root.prepend(this.node);
    this.to(Math.min(step, this.content.steps.length) - 1);
  }

  /**
   * @param {"back" | "next" | "question" | "qr" | "notes" | "full" | "keys"} name
   * @param {string} [sign] instead of its words
   */
  button(name, sign) {
    const button = element("button", { type: "button" });
    button.dataset.testid = `lecture-${name}`;
    button.dataset.sign = sign ?? "";
    button.addEventListener("click", () => this.run(name));
    return button;
  }

  /** @returns {Step} */
  get step() {
    return this.content.steps[this.index];
  }

  /**
   * Go on or back; a question is a stop of its own, before the view that answers it.
   * @param {number} by 1 or −1
   */
  go(by) {
    const { question } = this.step;
    if (question && (by > 0) === this.asking) this.ask(by < 0);
    else this.to(this.index + by, by > 0);
  }

  /**
   * @param {number} index of a step
   * @param {boolean} asking whether its question comes first, where it has one
   */
  to(index, asking = true) {
    if (!this.content.steps[index]) return;
    this.cards.get(this.step)?.leave();
    this.index = index;
    const narrow = matchMedia(NARROW).matches;
    const [now, next] = [this.step, this.content.steps[index + 1]].map((step) => step && framed(step.link, location.href, current(), narrow));
    // a training that nobody sees would be over before it is shown
    const live = next && viewOf(this.content.steps[index + 1], this.shell.config.controls) === "toy" && !/[?&]at=/.test(next);
    this.frames.show(now, say(this.step.title), next && !live ? next : null);
    this.asking = Boolean(this.step.question) && asking;
    this.say();
    this.write();
  }

  /** @param {boolean} asking */
  ask(asking) {
    this.asking = asking;
    this.say();
  }

  say() {
    const { step, content: { steps } } = this;
    const where = { step: this.index + 1, steps: steps.length };
    this.title.textContent = say(step.title);
    this.count.textContent = `${where.step} / ${where.steps}`;
    this.said.textContent = `${t("lecture.progress", where)}: ${say(step.title)}`;
    document.title = `${say(step.title)} · ${say(this.content.title)}`;
    for (const [name, button] of Object.entries(this.buttons)) {
      const words = t(`lecture.do.${name}`);
      button.textContent = button.dataset.sign || words;
      if (button.dataset.sign) button.setAttribute("aria-label", words);
    }
    this.buttons.back.disabled = this.index === 0 && (this.asking || !step.question);
    this.buttons.next.disabled = this.index === steps.length - 1 && !this.asking;
    this.buttons.question.hidden = !step.question;
    this.buttons.question.setAttribute("aria-pressed", String(this.asking));
    this.showCard();
    this.tell();
  }

  showCard() {
    const card = this.card();
    this.over.hidden = !this.asking || !card;
    if (!this.asking || !card) {
      card?.leave();
      return;
    }
    if (card.node.parentElement === this.over) return;
    this.over.replaceChildren(card.node);
    card.open();
  }

  // The card of the step's question; it stays, with what was counted, until the lecture is left.
  card() {
    const { step } = this;
    if (!step.question) return undefined;
    const sent = this.wanted === OWN || this.wanted.startsWith("~") ? "" : this.wanted;
    const card = this.cards.get(step) ?? new QuestionCard(this.shell, step.question, this.index + 1, sent, () => this.go(1));
    this.cards.set(step, card);
    return card;
  }

  write() {
    const target = new URL(location.href);
    for (const name of [...target.searchParams.keys()]) if (name !== "__theme") target.searchParams.delete(name);
    const parts = { lecture: this.wanted, step: String(this.index + 1), lang: current() };
    for (const [name, value] of Object.entries(parts)) target.searchParams.set(name, value);
    target.hash = "";
    history.replaceState(history.state, "", target);
    tellSpace();
  }

  tell() {
    const { step, index, content: { steps } } = this;
    /** @type {Told} */
    const told = {
      kind: "state", id: this.id, step: index + 1, steps: steps.length, title: step.title, note: step.note ?? "",
      question: step.question ?? null, next: steps[index + 1]?.title ?? null, began: this.began,
    };
    this.channel.postMessage(told);
  }

  /** @param {Asked | Told} data */
  hear(data) {
    if (data.kind === "hello") this.tell();
    if (data.kind === "go" && data.id === this.id) this.go(Math.sign(data.by));
  }

  /** @param {KeyboardEvent} event here, or in the page that the frame shows */
  press(event) {
    const command = commandOf(event);
    const target = /** @type {Element | null} */ (event.target);
    const busy = [document, this.frames.document].some((each) => each?.querySelector("dialog[open]"));
    if (!command || event.defaultPrevented || busy || !target || !leaves(target, command)) return;
    if (command === "lambda") {
      const steps = event.shiftKey ? FINE : COARSE;
      if (!this.frames.moveLambda(event.key === "ArrowRight" ? steps : -steps)) return;
    } else this.run(command);
    event.preventDefault();
  }

  /** @param {Command} command */
  run(command) {
    /** @type {Partial<Record<Command, () => unknown>>} */
    const commands = {
      next: () => this.go(1), back: () => this.go(-1), keys: () => openMenu(this), full: () => this.full(),
      question: () => this.step.question && this.ask(!this.asking), answer: () => this.asking && this.card()?.showAnswer(),
      qr: () => this.showQr(), notes: () => this.openNotes(), append: () => this.append(), download: () => this.download(),
      empty: () => this.replace({ title: t("lecture.own"), steps: [this.shownStep(1)] }), link: () => this.copyLink(),
      bundled: () => this.visit(BUNDLED), leave: () => this.leave(),
    };
    commands[command]?.();
  }

  // The state that the frame shows now, as an address for others.
  get address() {
    const target = new URL(this.frames.state(this.step), location.href);
    target.searchParams.set("lang", current());
    return target.href;
  }

  showQr() {
    const words = { name: "lecture-qr", title: t("lecture.qr"), close: t("about.close") };
    openDialog(this.shell.root, words, [qrFigure(this.address)]);
  }

  openNotes() {
    const target = new URL(location.href);
    target.searchParams.set("speaker", "1");
    window.open(target, "mixup-explorer-speaker", SPEAKER_SIZE);
  }

  async full() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      this.shell.toast(t("lecture.full.problem"));
    }
  }

  /** @param {number} number of the step that is made */
  shownStep(number) {
    const link = this.frames.state(this.step);
    const view = t(`view.${viewOf({ link }, this.shell.config.controls)}`);
    return { link, title: t("lecture.appended.title", { step: number, view }) };
  }

  append() {
    const { title, steps } = this.content;
    const number = steps.length + 1;
    this.replace({ title, steps: [...steps, this.shownStep(number)] }, t("lecture.appended", { step: number }));
  }

  /**
   * Go on with a lecture that the visitor has made.
   * @param {LectureContent} content
   * @param {string} said
   */
  replace(content, said = t("lecture.began")) {
    try {
      this.content = check(content, this.shell.config.controls);
    } catch (error) {
      this.refuse(error);
      return;
    }
    keep(this.content);
    this.wanted = OWN;
    this.index = Math.min(this.index, content.steps.length - 1);
    this.write();
    this.say();
    this.shell.toast(said);
  }

  download() {
    const blob = new Blob([`${JSON.stringify(this.content, null, 2)}\n`], { type: "application/json" });
    const link = element("a", { href: URL.createObjectURL(blob), download: "lecture.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  async copyLink() {
    const target = new URL(location.href);
    const { limit } = /** @type {TextControl} */ (this.shell.config.controls.lecture);
    if (this.wanted === OWN) target.searchParams.set("lecture", await packed(this.content));
    if ((target.searchParams.get("lecture") ?? "").length > limit) {
      this.shell.toast(t("lecture.link.long", { limit }));
      return;
    }
    try {
      await navigator.clipboard.writeText(target.href);
      this.shell.toast(t("lecture.link.copied"));
    } catch {
      history.replaceState(history.state, "", target);
      this.shell.toast(t("link.address"));
    }
  }

  /** @param {File} file */
  async take(file) {
    try {
      await readFile(this.shell, file);
    } catch (error) {
      this.refuse(error);
    }
  }

  /** @param {unknown} error */
  refuse(error) {
    if (!(error instanceof LectureError)) throw error;
    this.shell.toast(t(error.key, error.values));
  }

  /** @param {string} lecture the parameter of another one */
  visit(lecture) {
    const target = new URL(location.href);
    target.searchParams.set("lecture", lecture);
    target.searchParams.delete("step");
    location.assign(target);
  }

  // Out of the lecture, to what it shows now.
  leave() {
    location.assign(this.address);
  }

  /**
   * @param {string | null} key
   * @param {string | null} value
   */
  follow(key, value) {
    if (key === "mixup-explorer-theme" && value) this.shell.theme.follow(value);
    if (key !== "mixup-explorer-language" || !value || value === current()) return;
    choose(value);
    document.documentElement.lang = value;
    this.cards.forEach((card) => card.make());
    this.say();
    this.write();
  }
}
