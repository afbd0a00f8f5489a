// A lecture as it is held: a step in its frame, the bar below it, its question over it, its keys.

import { replace, Settling } from "../address.js";
import { openDialog } from "../dialogs.js";
import { NARROW, element } from "../dom.js";
import { qrFigure } from "../qr.js";
import { current, t } from "../words.js";
import { Bar } from "./bar.js";
import { followOthers } from "./follow.js";
import { framed, Frames } from "./frames.js";
import { commandOf, leaves } from "./keys.js";
import { Making } from "./making.js";
import { openMenu } from "./menu.js";
import { QuestionCard } from "./question.js";
import { say, viewOf } from "./schema.js";
import { BUNDLED, OWN } from "./source.js";
import { CHANNEL } from "./speaker.js";
import { openNotes, toggleFull } from "./windows.js";

/** @import { Shell } from "../shell.js" */
/** @import { KEYS } from "./keys.js" */
/** @import { Asked, LectureContent, Left, Step, Told } from "./types.js" */

/** @typedef {keyof typeof KEYS | "open" | "own" | "empty" | "link" | "bundled" | "leave"} Command */

const FINE = 0.01; // of λ, that an arrow moves with the shift key, and
const COARSE = 0.05; // without it

export class Lecture {
  index = -1;
  asking = false; // whether the step's question stands over its view
  began = Date.now();
  id = crypto.randomUUID?.() ?? String(Math.random());
  channel = new BroadcastChannel(CHANNEL);
  settling = new Settling(() => this.write());
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
    this.making = new Making(this);
    this.bar = new Bar((name) => this.run(name));
    this.over = element("div", { className: "lecture-over" });
    this.node = element("main", { className: "lecture" }, [this.frames.node, this.over, this.bar.node]);
    this.node.dataset.testid = "lecture";
    document.addEventListener("keydown", press);
    this.channel.addEventListener("message", ({ data }) => this.hear(data));
    addEventListener("pagehide", () => this.channel.postMessage(/** @type {Left} */ ({ kind: "left", id: this.id })));
    followOthers(shell, () => this.relabel()); // the page in the frame
    new MutationObserver(() => this.frames.recolour(document.body.classList.contains("dark"))).observe(document.body, { attributeFilter: ["class"] });
  }

  /** @param {number} step from 1 */
  open(step) {
    this.shell.root.prepend(this.node);
    this.to(Math.min(step, this.content.steps.length) - 1);
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
    this.settling.settle();
  }

  /** @param {boolean} asking */
  ask(asking) {
    this.asking = asking;
    this.say();
  }

  say() {
    const { index, asking, step, content } = this;
    document.title = `${say(step.title)} · ${say(content.title)}`;
    this.bar.say({ index, asking, step, count: content.steps.length });
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

  /** @returns {boolean} whether the address holds it */
  write() {
    const target = new URL(location.href);
    for (const name of [...target.searchParams.keys()]) if (name !== "__theme") target.searchParams.delete(name);
    const parts = { lecture: this.wanted, step: String(this.index + 1), lang: current() };
    for (const [name, value] of Object.entries(parts)) target.searchParams.set(name, value);
    target.hash = "";
    return replace(target);
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

  /** @param {Asked | Told | Left} data */
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
      const by = event.shiftKey ? FINE : COARSE;
      if (!this.frames.moveLambda(event.key === "ArrowRight" ? by : -by)) return;
    } else this.run(command);
    event.preventDefault();
  }

  /** @param {Command} command */
  run(command) {
    /** @type {Partial<Record<Command, () => unknown>>} */
    const commands = {
      next: () => this.go(1), back: () => this.go(-1), keys: () => openMenu(this), full: () => toggleFull(() => this.shell.toast(t("lecture.full.problem"))),
      question: () => this.step.question && this.ask(!this.asking), answer: () => this.asking && this.card()?.showAnswer(),
      qr: () => this.showQr(), notes: () => openNotes(), append: () => this.making.append(), download: () => this.making.download(),
      edit: () => this.making.edit(), own: () => this.visit(OWN),
      empty: () => this.making.begin(), link: () => this.making.copyLink(),
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

  /**
   * Go on with what the visitor has made of it. A question that stands where it stood keeps its counts.
   * @param {LectureContent} content
   * @param {number} index of the step that is shown
   */
  replace(content, index) {
    const { link } = this.step;
    const shown = this.cards.get(this.step);
    this.cards = this.cardsOf(content.steps);
    if (shown !== this.cards.get(content.steps[index])) shown?.leave();
    this.content = content;
    this.wanted = OWN;
    if (content.steps[index].link === link) {
      this.index = index;
      this.say();
      this.settling.settle();
    } else this.to(index, false);
  }

  /**
   * The cards of questions that stand where they stood, by their new steps; the others are left.
   * @param {Step[]} steps
   */
  cardsOf(steps) {
    const { cards, content: { steps: before } } = this;
    const known = (/** @type {Step} */ step, /** @type {number} */ i) => (before[i]?.question === step.question ? cards.get(before[i]) : undefined);
    return new Map(steps.flatMap((step, i) => { const card = known(step, i); return card ? [[step, card]] : []; }));
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

  relabel() {
    this.cards.forEach((card) => card.make());
    this.say();
    this.settling.settle();
  }
}
