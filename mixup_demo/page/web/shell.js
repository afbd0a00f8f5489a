// The frame around the views: which one is shown, language, theme, device, link, messages, uploads.

import * as state from "./state.js";
import { startTips } from "./tips.js";
import { choose, current, fill, inAll, t } from "./words.js";

const TOAST_MS = 8000;
const GROWN_MS = 400; // by then the page has its new type size

export class Shell {
  // views: name -> (root, shell) => view, made when it is first shown. A view has open(), state(),
  // hasOwnPictures(), relabel() for a new language, recolour() for new colours, and ask().
  constructor(gradio, base, config, url, views) {
    Object.assign(this, { root: gradio.element, server: gradio.server, upload: gradio.upload });
    Object.assign(this, { base, config, url, factories: views, views: {} });
    this.device = config.devices.includes(url.device) ? url.device : "auto";
    this.find = (id) => this.root.querySelector(`[data-id=${id}]`);
    this.find("language").addEventListener("click", () => this.switchLanguage());
    this.find("theme").addEventListener("click", () => document.body.classList.toggle("dark"));
    this.find("present").addEventListener("click", () => this.present());
    this.find("copy-link").addEventListener("click", () => this.copyLink());
    this.find("device").addEventListener("change", () => this.chooseDevice());
    new MutationObserver(() => this.all("recolour")).observe(document.body, { attributeFilter: ["class"] });
    addEventListener("popstate", () => this.show(state.read(config.controls).view));
    for (const link of this.links()) link.addEventListener("click", (event) => this.follow(event, link));
    startTips(this.root);
  }

  async open() {
    this.say();
    await this.show(this.url.view);
    this.root.dataset.ready = "true";
  }

  links() {
    return this.root.querySelectorAll("[data-go]");
  }

  follow(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or window of its own
    event.preventDefault();
    history.pushState(null, "", location.href);
    this.show(link.dataset.go);
  }

  async show(wanted) {
    const name = wanted in this.factories ? wanted : Object.keys(this.factories)[0];
    for (const link of this.links()) {
      if (link.dataset.go === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const root of this.root.querySelectorAll("[data-view]")) root.hidden = root.dataset.view !== name;
    this.name = name;
    this.find("toast").classList.remove("shown");
    if (!this.views[name]) {
      const root = this.root.querySelector(`[data-view=${name}]`);
      this.views[name] = this.factories[name](root, this);
      await this.views[name].open();
    }
    this.settle();
  }

  get view() {
    return this.views[this.name];
  }

  all(method) {
    for (const view of Object.values(this.views)) view[method]();
  }

  // Everything with words that stays.
  say() {
    fill(this.root);
    this.find("language").textContent = t("language.other");
    const devices = this.find("device");
    devices.replaceChildren(...this.config.devices.map((name) => new Option(t(`device.${name}`), name)));
    devices.value = this.device;
    document.title = t("page.title");
  }

  switchLanguage() {
    choose(current() === "en" ? "ko" : "en");
    this.say();
    this.all("relabel");
    this.settle();
  }

  chooseDevice() {
    this.device = this.find("device").value;
    this.all("ask");
  }

  // answer: has what computed it, as device and precision.
  showDevice({ device, precision }) {
    this.find("device-used").textContent = `${t(`device.${device}`)} · ${precision}`;
  }

  present() {
    const on = document.body.classList.toggle("present");
    this.find("present").setAttribute("aria-pressed", String(on));
    setTimeout(() => this.all("recolour"), GROWN_MS); // charts take their type size from the page
  }

  state() {
    const device = this.device === "auto" ? null : this.device;
    return { view: this.name, ...this.view.state(), device, lang: current() };
  }

  // The state goes to the URL when the hand rests: browsers limit how often it may change.
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => state.write(this.state(), this.config.controls), 250);
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(state.link(this.state(), this.config.controls));
      this.toast(t(this.view.hasOwnPictures() ? "link.copied.own" : "link.copied"));
    } catch {
      state.write(this.state(), this.config.controls);
      this.toast(t("link.address"));
    }
  }

  // Send a file to the server, which checks it; side: named in what it says. The answer holds
  // path and image, or error: the sentence in every language.
  async send(file, side) {
    const limit = this.config.upload_megabytes;
    if (file.size > limit * 2 ** 20) {
      return { error: inAll("error.image.bytes", { value: (file.size / 2 ** 20).toFixed(1), limit }) };
    }
    try {
      const { path } = await this.upload(file);
      return { path, ...await this.server.inspect({ upload: path, side }) };
    } catch {
      return { error: inAll("problem.upload") };
    }
  }

  // What a method of the server answers; null, and a word to the visitor, where there is nothing.
  async ask(method, request) {
    try {
      const answer = await this.server[method](request);
      if (answer.error) this.toast(answer.error[current()]);
      return answer.error || answer.ended ? null : answer;
    } catch {
      this.toast(t("problem.server"));
      return null;
    }
  }

  toast(text) {
    const toast = this.find("toast");
    toast.textContent = text;
    toast.classList.add("shown");
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => toast.classList.remove("shown"), TOAST_MS);
  }
}
