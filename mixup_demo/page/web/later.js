// What the frame fetches only when it is asked for: the tour, what the page tells about itself, a
// lecture, a panel alone, and how the page is shared.

import { fetched, imported } from "./fetched.js";
import { current, extend, t } from "./words.js";

/** @import { About } from "./about.js" */
/** @import { Tour } from "./tour.js" */
/** @import { LinkState } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

export class Later {
  /** @type {Tour | undefined} */
  tour;
  /** @type {About | undefined} */
  about;
  /** @type {Promise<unknown> | undefined} */
  brought;
  /** @type {string | null} name of the panel that stands alone */
  panel = null;

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
    if (shell.url.embed === "1") this.panel = new URLSearchParams(location.search).get("panel") ?? ""; // before the view writes the address anew
    shell.find("tour").addEventListener("click", () => this.openTour(1));
    shell.find("about").addEventListener("click", () => this.openAbout());
    shell.find("lecture").addEventListener("click", (event) => { /** @type {HTMLAnchorElement} */ (event.currentTarget).search = inThisLook("?lecture=1"); });
    shell.find("share").addEventListener("click", () => this.openShare());
  }

  /**
   * A lecture, or a question of one, in the place of the views.
   * @param {LinkState} link
   * @returns {Promise<boolean>} whether there is one
   */
  async instead(link) {
    let shown = Boolean(link.lecture || link.ask || link.word);
    if (shown) {
      await this.tell(async () => {
        shown = false;
        await (await this.bring("lecture")).open(this.shell, link);
        shown = true;
      });
    }
    document.body.classList.toggle("apart", shown); // as head.py has it, by what the link says
    return shown;
  }

  /**
   * A script of the lecture's folder, with the words and the look that they share.
   * @param {"lecture" | "share"} name
   */
  async bring(name) {
    const { base } = this.shell;
    const texts = async () => extend(await fetched(`${base}/lecture-texts.json`));
    this.brought ??= Promise.all([texts(), this.shell.views.fetchStyles("lecture.css")]).catch((error) => { this.brought = undefined; throw error; });
    const [module] = await Promise.all([imported(`${base}/${name}.js`), this.brought]);
    return module;
  }

  /** @param {LinkState} link */
  async open(link) {
    if (link.embed === "1") {
      await this.tell(async () => { this.panel = (await this.bring("share")).embed(this.shell, this.panel); });
      if (!document.body.classList.contains("embedded")) document.body.classList.remove("embed"); // the whole page rather than none of it
    }
    if (Number(link.tour)) await this.openTour(Number(link.tour));
    if (link.about === "1") await this.openAbout();
  }

  // What a link holds of it.
  get link() {
    return { tour: this.tour?.step || null, about: this.about?.dialog.open ? "1" : null, ...(this.panel !== null && { embed: "1", panel: this.panel }) };
  }

  /** @param {number} step from 1 */
  openTour(step) {
    return this.tell(async () => {
      const module = await imported(`${this.shell.base}/tour.js`);
      this.tour ??= /** @type {Tour} */ (new module.Tour(this.shell));
      this.tour.go(step);
    });
  }

  openAbout() {
    return this.tell(async () => {
      const { base } = this.shell;
      const [module, facts] = await Promise.all([imported(`${base}/about.js`), this.about ?? fetched(`${base}/about.json`)]);
      this.about ??= /** @type {About} */ (new module.About(this.shell, facts));
      this.about.open();
    });
  }

  openShare() {
    return this.tell(async () => (await this.bring("share")).open(this.shell));
  }

  /** @param {() => Promise<void>} open */
  async tell(open) {
    try {
      await open();
    } catch {
      this.shell.toast(t("problem.server"));
    }
  }

  /** @param {string} view that is shown now, by the tour or by the visitor */
  shown(view) {
    this.tour?.shown(view);
  }

  relabel() {
    this.tour?.say();
  }
}

/**
 * A link with the language and the theme of this page.
 * @param {string} query
 */
function inThisLook(query) {
  const parameters = new URLSearchParams(query);
  parameters.set("lang", current());
  const theme = new URLSearchParams(location.search).get("__theme");
  if (theme) parameters.set("__theme", theme);
  return String(parameters);
}
