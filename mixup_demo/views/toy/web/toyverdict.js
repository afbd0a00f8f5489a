// What is said at the end of a training, and the training with more seeds that it takes to judge.

import { finder, handOver } from "../../../page/web/dom.js";
import { item, sentence } from "../../../page/web/panel.js";
import { Stream } from "../../../page/web/stream.js";
import { t } from "../../../page/web/words.js";

/** @import { Says } from "../../../page/web/contract.js" */
/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { SeedsPart, ToyRequest, TrainingFacts } from "./types.js" */

const NEWS = 2; // sentences that are announced: the list has all

export class Verdict {
  /** @type {Says[]} */
  says = [];
  /** @type {ToyRequest | undefined} whose seeds can be trained */
  request;
  seeds = 0; // that can be trained
  opened = false; // whether there has been a verdict

  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   */
  constructor(root, shell) {
    const find = finder(root);
    this.list = find("toy-says");
    this.list.tabIndex = -1; // takes the focus of the button, which goes
    this.row = find("toy-seeds");
    this.button = find("toy-seeds-ask", HTMLButtonElement);
    this.said = find("toy-seeds-said");
    this.live = find("toy-said"); // to screen readers
    this.stream = new Stream(shell, "toy_seeds", "toy_stop", (text) => { this.said.textContent = text; });
    this.button.addEventListener("click", () => this.train());
  }

  /**
   * There is no verdict; whatever was said is of another training.
   * @param {string} key of the sentence that says why
   */
  wait(key) {
    if (this.stream.running) this.stream.stop();
    this.request = undefined;
    this.seeds = 0;
    this.show([{ key, values: {} }]);
    this.live.textContent = ""; // so that the same verdict is news again
  }

  /**
   * @param {ToyRequest} request of a training that has ended
   * @param {TrainingFacts} facts
   */
  end(request, { says = [], more_seeds: seeds = 0 }) {
    this.request = request;
    this.seeds = seeds;
    this.judge(says);
  }

  /** @param {Says[]} says a verdict, which is news but where the page opens with it */
  judge(says) {
    this.show(says);
    if (this.opened) this.live.textContent = `${t("toy.says")}: ${says.slice(0, NEWS).map(sentence).join(" ")}`;
    this.opened = true;
  }

  /** @param {Says[]} says */
  show(says) {
    this.says = says;
    this.relabel();
  }

  relabel() {
    this.list.replaceChildren(...this.says.map(item));
    this.row.hidden = !this.seeds;
    this.button.textContent = t("toy.seeds.ask", { n: this.seeds });
  }

  // One seed says little.
  async train() {
    const { request } = this;
    if (!request || this.stream.running) return;
    handOver(this.button, this.list);
    this.button.disabled = true;
    await this.stream.run(request, (part) => this.take(part));
    this.button.disabled = false;
    if (!this.stream.running) this.said.textContent = "";
  }

  /** @param {SeedsPart} part */
  take({ made, n, says }) {
    this.said.textContent = t("toy.seeds.running", { made, n });
    if (!says) return;
    this.seeds = 0;
    this.judge(says);
  }
}
