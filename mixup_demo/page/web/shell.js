// The frame around the views: which one is shown, language, theme, device, link, messages, uploads.

import { again } from "./again.js";
import { Choice } from "./choice.js";
import { element, finder } from "./dom.js";
import { Fetching } from "./fetching.js";
import { holdFragment } from "./fragment.js";
import { Later } from "./later.js";
import { Modes } from "./modes.js";
import { Images } from "./photos.js";
import * as state from "./state.js";
import { Theme } from "./theme.js";
import { startTips } from "./tips.js";
import { inTurn } from "./turns.js";
import { choose, current, extend, fill, t } from "./words.js";

/** @import { Config, Ended, Gradio, LinkState, Refusal, Request, Server, Success, View, ViewEntry, Waits, Place } from "./contract.js" */

/** @typedef {{ createView(root: HTMLElement, shell: Shell): View }} ViewModule */

const TOAST_MS = 8000;
const LETTER_MS = 60; // a long sentence, with a command in it, stays longer
const REST_MS = 250; // browsers limit how often the address may change
const AUTO = "auto"; // the device that the server chooses

/** @param {Place} place in the line */
const placeText = ({ before, seconds }) => t(seconds === null ? "queue.unknown" : "queue", { before, seconds });

export class Shell {
  /** @type {Record<string, View>} those that were shown already */
  views = {};
  /** @type {Record<string, Promise<void>>} */
  opening = {};
  name = ""; // of the view that is shown
  /** @type {Promise<Record<string, string[][]>> | undefined} by list of classes */
  known;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  settling;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  toasting;

  /**
   * @param {Gradio} gradio
   * @param {string} base folder of the static files
   * @param {Config} config
   * @param {LinkState} url
   */
  constructor(gradio, base, config, url) {
    this.root = gradio.element;
    this.server = gradio.server;
    this.upload = gradio.upload;
    this.value = gradio.props.value; // what the server answered before it was asked
    this.base = base;
    this.config = config;
    this.url = url;
    this.choice = new Choice(config, url, history.state?.pictures);
    this.choice.listen(() => this.settle()); // what is chosen is in the link, answered or not
    this.images = new Images(this);
    this.find = finder(this.root);
    this.fetching = new Fetching(this.find("fetching"), this);
    this.device = config.devices.includes(url.device ?? "") ? String(url.device) : AUTO;
    this.theme = new Theme();
    this.devices = this.find("device", HTMLSelectElement);
    this.find("language").addEventListener("click", () => this.switchLanguage());
    this.find("theme").addEventListener("click", () => this.theme.toggle());
    this.modes = new Modes(this.root, url, () => { this.all("recolour"); this.settle(); });
    this.find("skip").addEventListener("click", (event) => this.skip(event));
    this.find("copy-link").addEventListener("click", () => this.copyLink());
    this.find("handout").addEventListener("click", () => this.openHandout());
    this.devices.addEventListener("change", () => this.chooseDevice());
    new MutationObserver(() => this.all("recolour")).observe(document.body, { attributeFilter: ["class"] });
    // charts measured their words, and canvases drew theirs, in the font that was there before
    document.fonts.addEventListener("loadingdone", () => this.all("recolour"));
    addEventListener("popstate", () => this.show(state.read(config.controls, location.search).view));
    for (const link of this.links()) link.addEventListener("click", (event) => this.follow(event, link));
    startTips(this.root);
    this.later = new Later(this);
  }

  async open() {
    this.say();
    if (await this.later.instead(this.url)) return;
    const lost = await this.images.missing(this.choice, this.url.pair ?? this.config.controls.pair.default);
    await this.show(this.url.view);
    holdFragment(this.root);
    if (lost.length) this.toast(t("picture.lost", { sides: lost.join(", ").toUpperCase() }));
    this.later.open(this.url);
  }

  /** @returns {NodeListOf<HTMLAnchorElement>} */
  links() {
    return this.root.querySelectorAll("a[data-go]");
  }

  /**
   * @param {MouseEvent} event
   * @param {HTMLAnchorElement} link
   */
  follow(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or window of its own
    event.preventDefault();
    this.go(link.dataset.go);
  }

  /** @param {string} [wanted] name of a view, to which the visitor goes and from which one comes back */
  go(wanted) {
    history.pushState(history.state, "", location.href);
    return this.show(wanted);
  }

  /** @param {string} [wanted] name of a view; the first one where there is no such */
  async show(wanted) {
    const { views } = this.config;
    const entry = views.find((each) => each.name === wanted) ?? views[0];
    const { name } = entry;
    for (const link of this.links()) {
      if (link.dataset.go === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const view of views) this.place(view.name).hidden = view.name !== name;
    this.name = name;
    this.title();
    state.writeView(name); // the rest of the state follows when the view is there
    this.find("toast").classList.remove("shown");
    if (name in this.opening) this.views[name]?.wake?.();
    this.later.shown(name);
    this.opening[name] ??= this.openView(entry);
    await this.opening[name];
    this.settle();
  }

  /**
   * The element that a view fills.
   * @param {string} name
   */
  place(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-view=${name}]`));
  }

  /**
   * Fetch a view's script and open the view; where that fails, the next time it is tried again.
   * @param {ViewEntry} entry
   */
  async openView({ name, script, contents, styles }) {
    /** @type {ViewModule} */
    let module;
    try {
      [module] = await Promise.all([import(`${this.base}/${script}`), contents && this.fetchContents(name, contents), styles && this.fetchStyles(styles)]);
    } catch {
      delete this.opening[name];
      this.toast(t("problem.server"));
      return;
    }
    this.views[name] = module.createView(this.place(name), this);
    await this.views[name].open();
  }

  /**
   * Put in place what does not come with the page; its HTML does where the page was opened with this view.
   * @param {string} name
   * @param {string} file
   */
  async fetchContents(name, file) {
    const { texts, html } = await (await fetch(`${this.base}/${file}`)).json();
    extend(texts);
    const place = this.place(name);
    if (!place.firstElementChild) place.innerHTML = html;
    fill(place);
  }

  /**
   * Add a style sheet that does not come with the page, unless the page was made with it.
   * @param {string} file
   */
  async fetchStyles(file) {
    const href = `${this.base}/${file}`;
    const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
    if ([...links].some((link) => link.href === href)) return;
    const link = element("link", { rel: "stylesheet", href });
    const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
    document.head.append(link);
    await loaded;
  }

  /** @returns {View | undefined} */
  get view() {
    return this.views[this.name];
  }

  /** @param {"recolour" | "relabel"} method of every view that was shown */
  all(method) {
    for (const view of Object.values(this.views)) view[method]();
  }

  // Gradio has set a theme and a language of its own as it started.
  keep() {
    this.theme.apply();
    document.documentElement.lang = current();
  }

  // Everything with words that stays.
  say() {
    fill(this.root);
    this.find("language").textContent = t("language.other");
    this.find("language").lang = current() === "en" ? "ko" : "en"; // whose name it bears
    this.devices.replaceChildren(...this.config.devices.map((name) => new Option(t(`device.${name}`), name)));
    this.devices.value = this.device;
    this.title();
  }

  // The tab's: the view's name first, as tabs are narrow.
  title() {
    document.title = this.name ? `${t(`view.${this.name}`)} · ${t("page.title")}` : t("page.title");
  }

  switchLanguage() {
    choose(current() === "en" ? "ko" : "en");
    this.say();
    this.all("relabel");
    this.later.relabel();
    this.settle();
  }

  chooseDevice() {
    this.device = this.devices.value;
    this.view?.wake?.(); // the others when they are shown
  }

  /**
   * What else the classes of a list go by, in their order; fetched once, when one is looked for.
   * @param {string} list
   * @returns {Promise<string[][]>}
   */
  async synonyms(list) {
    const fetched = () => fetch(`${this.base}/synonyms.json`).then((answer) => answer.json());
    this.known ??= fetched().catch(() => { this.known = undefined; return {}; });
    return (await this.known)[list] ?? [];
  }

  /** @param {{ device: string, precision: string }} answer what computed it */
  showDevice({ device, precision }) {
    this.find("device-used").textContent = `${t(`device.${device}`)} · ${precision}`;
  }

  /**
   * To what the view is about, past the frame and the choice of pictures: the first of the places
   * for it that is there, for a map may be folded away.
   * @param {Event} event
   */
  skip(event) {
    event.preventDefault();
    const places = /** @type {NodeListOf<HTMLElement>} */ (this.place(this.name).querySelectorAll("[data-skip]"));
    [...places].find((place) => place.checkVisibility() && !place.matches(":disabled"))?.focus();
  }

  state() {
    const device = this.device === AUTO ? null : this.device;
    return { view: this.name, ...this.choice.link([]), ...this.view?.state(), device, lang: current(), ...this.modes.link, ...this.later.link };
  }

  // The state goes to the URL at once, and then when the hand rests.
  settle() {
    if (this.settling === undefined) this.write();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => { this.settling = undefined; this.write(); }, REST_MS);
  }

  write() {
    if (this.view) state.write(this.state(), this.config.controls, this.choice.kept);
  }

  async copyLink() {
    if (this.config.space) return this.later.openShare(); // there are two
    try {
      await navigator.clipboard.writeText(state.link(this.state(), this.config.controls, location.href));
      this.toast(t(this.view?.hasOwnPictures() ? "link.copied.own" : "link.copied"));
    } catch {
      this.write();
      this.toast(t("link.address"));
    }
  }

  async openHandout() {
    try {
      await (await import(`${this.base}/handout.js`)).openHandout(this);
    } catch {
      this.toast(t("problem.server"));
    }
  }

  /**
   * What a method of the server answers; null, and a word to the visitor, where there is nothing.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   */
  async ask(method, request) {
    return this.take(await this.call(method, request));
  }

  /**
   * The same in two steps, for what may have been overtaken between them. The first asks, and again
   * where the server had gone away, or others come first; one that stays away counts as a refusal.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   * @param {(text: string) => void} say where one stands in the line
   * @returns {Promise<Success<M> | Refusal | Ended>}
   */
  async call(method, request, say = (text) => this.toast(text)) {
    const ask = /** @type {(request: Request<M>) => Promise<Success<M> | Waits | Refusal | Ended>} */ (
      /** @type {unknown} */ (this.server[method]));
    const answer = await inTurn(
      () => again(() => ask(request), () => this.toast(t("problem.away"))), (place) => say(placeText(place)));
    return answer ?? { error: null };
  }

  /**
   * The second gives the answer, or null and a word to the visitor.
   * @template {object} T
   * @param {T | Refusal | Ended} answer
   * @returns {T | null}
   */
  take(answer) {
    if ("error" in answer) {
      this.toast(answer.error ? answer.error[current()] : t("problem.server"));
      return null;
    }
    return "ended" in answer ? null : answer;
  }

  /** @param {string} text */
  toast(text) {
    const toast = this.find("toast");
    toast.textContent = text;
    toast.classList.add("shown");
    clearTimeout(this.toasting);
    const milliseconds = Math.max(TOAST_MS, LETTER_MS * text.length);
    this.toasting = setTimeout(() => toast.classList.remove("shown"), milliseconds);
  }
}
