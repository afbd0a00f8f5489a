// Which views there are, which of them is shown, and how a visitor comes to one: each is fetched when
// it is shown first.

import { leave } from "./address.js";
import { again } from "./again.js";
import { explorer } from "./connection.js";
import { element, isShown } from "./dom.js";
import { fetched, imported } from "./fetched.js";
import * as state from "./state.js";
import { extend, fill, t } from "./words.js";

/** @import { View, ViewEntry } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

/** @typedef {{ createView(root: HTMLElement, shell: Shell): View }} ViewModule */

export class Views {
  /** @type {Record<string, View>} those that were shown already */
  made = {};
  /** @type {Record<string, Promise<void>>} */
  opening = {};
  name = ""; // of the view that is shown

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
    this.root = shell.root;
    this.base = shell.base;
    this.entries = shell.config.views;
    addEventListener("popstate", () => this.show(state.read(shell.config.controls, location.search).view));
    addEventListener("online", () => this.retry());
    for (const link of this.links()) link.addEventListener("click", (event) => this.follow(event, link));
  }

  /** @returns {View | undefined} the view that is shown, as soon as it is there */
  get current() {
    return this.made[this.name];
  }

  // The network is back: what is shown may have waited for something in vain, and waits no more.
  retry() {
    if (this.current) this.current.wake?.();
    else if (this.name) this.show(this.name);
  }

  /** @param {"recolour" | "relabel"} method of every view that was shown */
  all(method) {
    for (const view of Object.values(this.made)) view[method]();
  }

  /**
   * The element that a view fills.
   * @param {string} name
   */
  place(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-view=${name}]`));
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
    if (wanted !== this.name) leave();
    return this.show(wanted);
  }

  /** @param {string} [wanted] name of a view; the first one where there is no such */
  async show(wanted) {
    const entry = this.entries.find((each) => each.name === wanted) ?? this.entries[0];
    const { name } = entry;
    if (name !== this.name) this.close();
    for (const link of this.links()) {
      if (link.dataset.go === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const view of this.entries) this.place(view.name).hidden = view.name !== name;
    this.name = name;
    state.writeView(name); // the rest of the state follows when the view is there
    if (name in this.opening) this.current?.wake?.();
    this.shell.shown(name);
    this.opening[name] ??= this.open(entry);
    await this.opening[name];
    this.shell.settle();
  }

  // The view that is shown gives way to another one, with what it has opened over the page.
  close() {
    this.current?.sleep?.();
    for (const dialog of /** @type {NodeListOf<HTMLDialogElement>} */ (this.root.querySelectorAll("[data-view] dialog[open]"))) dialog.close();
  }

  /**
   * Fetch a view's script, as soon as the server is there, and open the view; where it stays away, the
   * next time the view is shown it is tried again.
   * @param {ViewEntry} entry
   */
  async open(entry) {
    const { name } = entry;
    const module = await again(() => this.fetchView(entry), () => this.shell.toast(t("problem.away")));
    if (!module) {
      delete this.opening[name];
      this.shell.toast(t("problem.server"));
      return;
    }
    this.made[name] = module.createView(this.place(name), this.shell);
    await this.made[name].open();
  }

  /**
   * @param {ViewEntry} entry
   * @returns {Promise<ViewModule>}
   */
  async fetchView({ name, script, contents, styles }) {
    const [module] = await Promise.all([
      imported(`${this.base}/${script}`), contents && this.fetchContents(name, contents), styles && this.fetchStyles(styles),
    ]);
    return module;
  }

  /**
   * Put in place what does not come with the page; its HTML does where the page was opened with this view.
   * @param {string} name
   * @param {string} file
   */
  async fetchContents(name, file) {
    const { texts, html } = await fetched(`${this.base}/${file}`);
    extend(texts);
    const place = this.place(name);
    if (!place.firstElementChild) place.innerHTML = html;
    explorer().arrange();
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
    try {
      await loaded;
    } catch (error) {
      link.remove(); // it would count as there
      throw error;
    }
  }

  // To what the view is about, past the frame and the choice of pictures: the first of the places
  // for it that is there, for a map may be folded away.
  focus() {
    const places = /** @type {NodeListOf<HTMLElement>} */ (this.place(this.name).querySelectorAll("[data-skip]"));
    [...places].find((place) => isShown(place) && !place.matches(":disabled"))?.focus();
  }
}
