// The frame around the views: which one is shown, language, theme, device, link, messages, uploads.

import { finder } from "./dom.js";
import { Later } from "./later.js";
import { Modes } from "./modes.js";
import * as state from "./state.js";
import { Theme } from "./theme.js";
import { startTips } from "./tips.js";
import { choose, current, fill, inAll, t } from "./words.js";

/** @import { Config, Ended, Gradio, LinkState, Refusal, Request, Sentences, Server, Success, View } from "./contract.js" */

/** @typedef {{ createView(root: HTMLElement, shell: Shell): View }} ViewModule */

const TOAST_MS = 8000;
const REST_MS = 250; // browsers limit how often the address may change
const AUTO = "auto"; // the device that the server chooses

export class Shell {
  /** @type {Record<string, View>} those that were shown already */
  views = {};
  /** @type {Record<string, Promise<void>>} */
  opening = {};
  name = ""; // of the view that is shown
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
    this.device = config.devices.includes(url.device ?? "") ? String(url.device) : AUTO;
    this.find = finder(this.root);
    this.theme = new Theme();
    this.devices = this.find("device", HTMLSelectElement);
    this.find("language").addEventListener("click", () => this.switchLanguage());
    this.find("theme").addEventListener("click", () => this.theme.toggle());
    this.modes = new Modes(this.root, url, () => { this.all("recolour"); this.settle(); });
    this.find("skip").addEventListener("click", (event) => this.skip(event));
    this.find("copy-link").addEventListener("click", () => this.copyLink());
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
    await this.show(this.url.view);
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
    history.pushState(null, "", location.href);
    this.show(link.dataset.go);
  }

  /** @param {string} [wanted] name of a view; the first one where there is no such */
  async show(wanted) {
    const { views } = this.config;
    const { name, script } = views.find((each) => each.name === wanted) ?? views[0];
    for (const link of this.links()) {
      if (link.dataset.go === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const view of views) this.place(view.name).hidden = view.name !== name;
    this.name = name;
    this.title();
    state.writeView(name); // the rest of the state follows when the view is there
    this.find("toast").classList.remove("shown");
    this.later.shown(name);
    this.opening[name] ??= this.openView(name, script);
    await this.opening[name];
    this.settle();
  }

  /**
   * Show a view and hand something over to it.
   * @param {string} name
   * @param {(view: View) => unknown} use
   */
  async openWith(name, use) {
    await this.show(name);
    if (this.views[name]) await use(this.views[name]);
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
   * @param {string} name
   * @param {string} script
   */
  async openView(name, script) {
    /** @type {ViewModule} */
    let module;
    try {
      module = await import(`${this.base}/${script}`);
    } catch {
      delete this.opening[name];
      this.toast(t("problem.server"));
      return;
    }
    this.views[name] = module.createView(this.place(name), this);
    await this.views[name].open();
  }

  /** @returns {View | undefined} */
  get view() {
    return this.views[this.name];
  }

  /** @param {"recolour" | "relabel" | "ask"} method of every view that was shown */
  all(method) {
    for (const view of Object.values(this.views)) view[method]();
  }

  // Everything with words that stays.
  say() {
    fill(this.root);
    this.find("language").textContent = t("language.other");
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
    this.all("ask");
  }

  /** @param {{ device: string, precision: string }} answer what computed it */
  showDevice({ device, precision }) {
    this.find("device-used").textContent = `${t(`device.${device}`)} · ${precision}`;
  }

  /**
   * To what the view is about, past the frame and the choice of pictures.
   * @param {Event} event
   */
  skip(event) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.place(this.name).querySelector("[data-skip]"))?.focus();
  }

  state() {
    const device = this.device === AUTO ? null : this.device;
    return { view: this.name, ...this.view?.state(), device, lang: current(), ...this.modes.link, ...this.later.link };
  }

  // The state goes to the URL when the hand rests.
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.view) state.write(this.state(), this.config.controls);
    }, REST_MS);
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(state.link(this.state(), this.config.controls, location.href));
      this.toast(t(this.view?.hasOwnPictures() ? "link.copied.own" : "link.copied"));
    } catch {
      state.write(this.state(), this.config.controls);
      this.toast(t("link.address"));
    }
  }

  /**
   * Send a picture to the server, which checks it.
   * @param {File} file
   * @param {string} side named in what it says
   * @param {string} pair comparison that shall see the picture
   * @returns {Promise<{ path: string, image: string } | { error: Sentences }>}
   */
  async send(file, side, pair) {
    const limit = this.config.upload_megabytes;
    if (file.size > limit * 2 ** 20) {
      return { error: inAll("error.image.bytes", { value: (file.size / 2 ** 20).toFixed(1), limit }) };
    }
    try {
      const { path } = await this.upload(file);
      return await this.inspect(path, side, pair);
    } catch {
      return { error: inAll("problem.upload") };
    }
  }

  /**
   * A picture that was sent before, as a comparison's models see it.
   * @param {string} path
   * @param {string} side
   * @param {string} pair
   * @returns {Promise<{ path: string, image: string } | { error: Sentences }>}
   */
  async inspect(path, side, pair) {
    const answer = await this.server.inspect({ upload: path, side, pair });
    return "error" in answer ? { error: answer.error ?? inAll("problem.upload") } : { path, ...answer };
  }

  /**
   * What a method of the server answers; null, and a word to the visitor, where there is nothing.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   * @returns {Promise<Success<M> | null>}
   */
  async ask(method, request) {
    return this.take(await this.call(method, request));
  }

  /**
   * The same in two steps, for what may have been overtaken between them. The first asks; a server
   * that cannot be reached counts as a refusal.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   * @returns {Promise<Success<M> | Refusal | Ended>}
   */
  async call(method, request) {
    const ask = /** @type {(request: Request<M>) => Promise<Success<M> | Refusal | Ended>} */ (
      /** @type {unknown} */ (this.server[method]));
    try {
      return await ask(request);
    } catch {
      return { error: null };
    }
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
    this.toasting = setTimeout(() => toast.classList.remove("shown"), TOAST_MS);
  }
}
