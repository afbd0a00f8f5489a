// What the frame fetches only when it is asked for: the tour, and what the page tells about itself.

import { t } from "./words.js";

/** @import { About } from "./about.js" */
/** @import { Tour } from "./tour.js" */
/** @import { LinkState } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

export class Later {
  /** @type {Tour | undefined} */
  tour;
  /** @type {About | undefined} */
  about;

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
    shell.find("tour").addEventListener("click", () => this.openTour(1));
    shell.find("about").addEventListener("click", () => this.openAbout());
  }

  /** @param {LinkState} link */
  async open(link) {
    if (Number(link.tour)) await this.openTour(Number(link.tour));
    if (link.about === "1") await this.openAbout();
  }

  // What a link holds of it.
  get link() {
    return { tour: this.tour?.step || null, about: this.about?.dialog.open ? "1" : null };
  }

  /** @param {number} step from 1 */
  openTour(step) {
    return this.tell(async () => {
      const module = await import(`${this.shell.base}/tour.js`);
      this.tour ??= /** @type {Tour} */ (new module.Tour(this.shell));
      this.tour.go(step);
    });
  }

  openAbout() {
    return this.tell(async () => {
      const { base } = this.shell;
      const [module, facts] = await Promise.all([import(`${base}/about.js`), fetch(`${base}/about.json`)]);
      this.about ??= /** @type {About} */ (new module.About(this.shell, await facts.json()));
      this.about.open();
    });
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
