// The frame around the views: language, theme, device, link, messages, uploads.

import { Settling } from "./address.js";
import { Asking } from "./asking.js";
import { Choice } from "./choice.js";
import { copyLink } from "./copying.js";
import { finder, UNSAVED } from "./dom.js";
import { fetched, imported } from "./fetched.js";
import { Fetching } from "./fetching.js";
import { holdFragment } from "./fragment.js";
import { Later } from "./later.js";
import { Modes } from "./modes.js";
import { Images } from "./photos.js";
import * as state from "./state.js";
import { Theme } from "./theme.js";
import { startTips } from "./tips.js";
import { Toast } from "./toast.js";
import { Views } from "./views.js";
import { choose, current, fill, t } from "./words.js";

/** @import { Config, Ended, Gradio, LinkState, Refusal, Request, Server } from "./contract.js" */

const AUTO = "auto"; // the device that the server chooses

export class Shell {
  /** @type {Promise<Record<string, string[][]>> | undefined} by list of classes */
  known;
  settling = new Settling(() => this.write());

  /**
   * @param {Gradio} gradio
   * @param {string} base folder of the static files
   * @param {Config} config
   * @param {LinkState} url
   */
  constructor(gradio, base, config, url) {
    this.root = gradio.element;
    this.find = finder(this.root);
    this.toasts = new Toast(this.find("toast"));
    this.asking = new Asking(gradio.server, (text) => this.toast(text));
    this.upload = gradio.upload;
    this.value = gradio.props.value; // what the server answered before it was asked
    this.base = base;
    this.config = config;
    this.url = url;
    this.choice = new Choice(config, url, history.state?.pictures);
    this.choice.listen(() => this.settle()); // what is chosen is in the link, answered or not
    this.images = new Images(this);
    this.fetching = new Fetching(this.find("fetching"), this);
    this.device = config.devices.includes(url.device ?? "") ? String(url.device) : AUTO;
    this.theme = new Theme();
    this.devices = this.find("device", HTMLSelectElement);
    this.find("language").addEventListener("click", () => this.switchLanguage());
    this.find("theme").addEventListener("click", () => this.theme.toggle());
    this.modes = new Modes(this.root, url, { change: () => this.settle(), grown: () => this.views.all("recolour") });
    this.find("skip").addEventListener("click", (event) => { event.preventDefault(); this.views.focus(); });
    this.find("copy-link").addEventListener("click", () => this.copyLink());
    this.find("handout").addEventListener("click", () => this.openHandout());
    this.root.addEventListener(UNSAVED, () => this.toast(t("chart.save.problem")));
    this.devices.addEventListener("change", () => this.chooseDevice());
    new MutationObserver(() => this.views.all("recolour")).observe(document.body, { attributeFilter: ["class"] });
    // charts measured their words, and canvases drew theirs, in the font that was there before
    document.fonts.addEventListener("loadingdone", () => this.views.all("recolour"));
    this.watchResolution();
    this.views = new Views(this);
    startTips(this.root);
    this.later = new Later(this);
  }

  /** @param {AbortSignal} taken by the visitor's first act since the page began to open */
  async open(taken) {
    this.say();
    if (await this.later.instead(this.url)) return;
    const lost = await this.images.missing(this.choice, this.url.pair ?? this.config.controls.pair.default);
    await this.views.show(this.url.view);
    holdFragment(this.root, taken);
    if (lost.length) this.toast(t("picture.lost", { sides: lost.join(", ").toUpperCase() }));
    this.later.open(this.url);
  }

  /** @param {string} view that is shown now, by the visitor or by the page */
  shown(view) {
    this.title();
    this.toasts.hide();
    this.later.shown(view);
  }

  // Gradio has set a theme and a language of its own as it started.
  keep() {
    this.theme.apply();
    document.documentElement.lang = current();
  }

  // On a screen of another resolution, a projector's, what is drawn on canvases is drawn anew.
  watchResolution() {
    const same = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    same.addEventListener("change", () => { this.views.all("recolour"); this.watchResolution(); }, { once: true });
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
    const { name } = this.views;
    document.title = name ? `${t(`view.${name}`)} · ${t("page.title")}` : t("page.title");
  }

  switchLanguage() {
    choose(current() === "en" ? "ko" : "en");
    this.say();
    this.views.all("relabel");
    this.later.relabel();
    this.settle();
  }

  chooseDevice() {
    this.device = this.devices.value;
    this.views.current?.wake?.(); // the others when they are shown
    this.settle();
  }

  /**
   * What else the classes of a list go by, in their order; fetched once, when one is looked for.
   * @param {string} list
   * @returns {Promise<string[][]>}
   */
  async synonyms(list) {
    this.known ??= fetched(`${this.base}/synonyms.json`).catch(() => { this.known = undefined; return {}; });
    return (await this.known)[list] ?? [];
  }

  /** @param {{ device: string, precision: string }} answer what computed it */
  showDevice({ device, precision }) {
    this.find("device-used").textContent = `${t(`device.${device}`)} · ${precision}`;
  }

  state() {
    const device = this.device === AUTO ? null : this.device;
    return { view: this.views.name, ...this.choice.link([]), ...this.views.current?.state(), device, lang: current(), ...this.modes.link, ...this.later.link };
  }

  // The state goes to the URL at once, and then when the hand rests.
  settle() {
    this.settling.settle();
  }

  /** @returns {boolean} whether the address holds it */
  write() {
    return !this.views.current || state.write(this.state(), this.config.controls, { pictures: this.choice.kept, ...this.views.current.kept?.() });
  }

  async copyLink() {
    if (this.config.space) return this.later.openShare(); // there are two
    const address = state.link(this.state(), this.config.controls, location.href);
    const copied = this.views.current?.hasOwnPictures() ? "link.copied.own" : "link.copied";
    this.toast(await copyLink(address, copied, () => this.write()));
  }

  async openHandout() {
    try {
      await (await imported(`${this.base}/handout.js`)).openHandout(this);
    } catch {
      this.toast(t("problem.server"));
    }
  }

  /**
   * What a method of the server answers; see `Asking`, also for the next two.
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   */
  ask(method, request) {
    return this.asking.ask(method, request);
  }

  /**
   * @template {keyof Server} M
   * @param {M} method
   * @param {Request<M>} request
   * @param {(text: string) => void} [say]
   */
  call(method, request, say) {
    return this.asking.call(method, request, say);
  }

  /**
   * @template {object} T
   * @param {T | Refusal | Ended} answer
   */
  take(answer) {
    return this.asking.take(answer);
  }

  /** @param {string} text */
  toast(text) {
    this.toasts.say(text);
  }
}
