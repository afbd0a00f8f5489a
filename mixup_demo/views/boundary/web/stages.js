// A plane coarse to fine: one resolution asked for after the other, until it is finished or stopped.

import { OVERTAKEN, latest } from "../../../page/web/latest.js";
import { Progress } from "../../../page/web/progress.js";
import { Visitor } from "../../../page/web/stream.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { PlanePayload, PlaneRequest } from "./types.js" */

export class Stages {
  visitor = new Visitor();

  /**
   * @param {Shell} shell
   * @param {number[]} resolutions points a side, the coarsest first
   * @param {HTMLElement} progress
   */
  constructor(shell, resolutions, progress) {
    this.shell = shell;
    this.resolutions = resolutions;
    this.progress = new Progress(progress, resolutions, "plane.computing");
    this.planeOf = latest((/** @type {PlaneRequest} */ request) => shell.call("plane", request));
  }

  /**
   * A newer question, or the visitor, ends the older one. The server answers with the finest at
   * once where it knows that.
   * @param {(resolution: number) => PlaneRequest} request
   * @param {(payload: PlanePayload, last: boolean) => void} receive
   */
  async ask(request, receive) {
    /** @type {number | undefined} */
    let stage = this.resolutions[0];
    while (stage) {
      this.progress.begin(stage);
      const answer = await this.planeOf(request(stage));
      if (answer === OVERTAKEN) return;
      const payload = this.shell.take(answer);
      if (!payload) break;
      stage = this.after(payload);
      receive(payload, !stage);
    }
    this.progress.end();
  }

  /**
   * The next finer resolution, if the server's machine can compute it in time.
   * @param {PlanePayload} payload
   * @returns {number | undefined}
   */
  after({ resolution, finest }) {
    return this.resolutions.find((each) => each > resolution && each <= finest);
  }

  async stop() {
    this.planeOf.cancel();
    this.progress.end();
    await this.shell.server.stop(this.visitor.sign());
  }
}
