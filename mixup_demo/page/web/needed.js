// What a view cannot be built without: fetched as the view opens and, where it did not come, when
// the view is shown again.

import { again } from "./again.js";
import { fetched } from "./fetched.js";
import { t } from "./words.js";

/** @import { Shell } from "./shell.js" */

/** @template T what the file holds */
export class Needed {
  /** @type {T | undefined} */
  content;
  waiting = false; // for it

  /**
   * @param {Pick<Shell, "base" | "toast">} shell
   * @param {string} file
   * @param {string} missing key of the sentence that says that it did not come
   */
  constructor(shell, file, missing) {
    this.shell = shell;
    this.file = file;
    this.missing = missing;
  }

  async bring() {
    const { base } = this.shell;
    this.waiting = true;
    this.content = await again(() => fetched(`${base}/${this.file}`), () => this.shell.toast(t("problem.away")));
    this.waiting = false;
    if (!this.content) this.shell.toast(t(this.missing));
  }

  // Whether it did not come, and nobody waits for it.
  get missed() {
    return !this.content && !this.waiting;
  }
}
