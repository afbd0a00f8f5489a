// A plane coarse to fine: one resolution asked for after the other, until it is finished or stopped.

import { OVERTAKEN, latest } from "../../../page/web/latest.js";
import { Progress } from "../../../page/web/progress.js";
import { Visitor } from "../../../page/web/stream.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { PlanePayload, PlaneRequest } from "./types.js" */

/**
 * The next finer resolution of those that the server's machine can compute in time.
 * @param {Pick<PlanePayload, "resolution" | "resolutions">} payload
 * @returns {number | undefined}
 */
export const next = ({ resolution, resolutions }) => resolutions.find((each) => each > resolution);

export class Stages {
  visitor = new Visitor();

  /**
   * @param {Shell} shell
   * @param {HTMLElement} progress
   */
  constructor(shell, progress) {
    this.shell = shell;
    this.progress = new Progress(progress, "plane.computing", "plane.computing.first");
    this.planeOf = latest((/** @type {PlaneRequest} */ request) => shell.call(
      "plane", request, (text) => this.progress.bar.say(text)));
  }

  /**
   * A newer question, or the visitor, ends the older one. The server answers with the finest at
   * once where it knows that.
   * @param {(resolution?: number) => PlaneRequest} request without a resolution, the server's first
   * @param {(payload: PlanePayload, last: boolean) => void} receive
   */
  async ask(request, receive) {
    /** @type {number | undefined} */
    let stage;
    do {
      this.progress.begin(stage);
      const answer = await this.planeOf(request(stage));
      if (answer === OVERTAKEN) return;
      const payload = this.shell.take(answer);
      if (!payload) break;
      // never what was asked for already: no answer may make the page ask for ever
      stage = next({ ...payload, resolution: Math.max(payload.resolution, stage ?? 0) });
      this.progress.stages = payload.resolutions;
      receive(payload, !stage);
    } while (stage);
    this.progress.end();
  }

  async stop() {
    this.planeOf.cancel();
    this.progress.end();
    await this.shell.call("stop", this.visitor.sign());
  }
}
