// The frame around a view: language, theme, presenter mode, link, messages.

import * as state from "./state.js";
import { startTips } from "./tips.js";
import { choose, current, fill, t } from "./words.js";

const TOAST_MS = 8000;

export class Shell {
  // view: { state(), hasOwnPictures(), relabel(), recolour() }
  constructor(root, view) {
    Object.assign(this, { root, view });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.find("language").addEventListener("click", () => this.switchLanguage());
    this.find("theme").addEventListener("click", () => document.body.classList.toggle("dark"));
    this.find("present").addEventListener("click", () => this.present());
    this.find("copy-link").addEventListener("click", () => this.copyLink());
    new MutationObserver(() => view.recolour()).observe(document.body, { attributeFilter: ["class"] });
    startTips(root);
  }

  // Everything with words that stays.
  say() {
    fill(this.root);
    this.find("language").textContent = t("language.other");
    document.title = t("page.title");
  }

  switchLanguage() {
    choose(current() === "en" ? "ko" : "en");
    this.say();
    this.view.relabel();
  }

  present() {
    const on = document.body.classList.toggle("present");
    this.find("present").setAttribute("aria-pressed", String(on));
  }

  // The state goes to the URL when the hand rests: browsers limit how often it may change.
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => state.write(this.view.state()), 250);
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(state.link(this.view.state()));
      this.toast(t(this.view.hasOwnPictures() ? "link.copied.own" : "link.copied"));
    } catch {
      state.write(this.view.state());
      this.toast(t("link.address"));
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
