// What stands in the place of the views: a lecture (states of this page in an order, each in a frame),
// the speaker's window, or the page on which a student answers a question.

import { AnswerPage } from "./answer.js";
import { Problem } from "./problem.js";
import { Lecture } from "./room.js";
import { LectureError } from "./schema.js";
import { load } from "./source.js";
import { SpeakerWindow } from "./speaker.js";

/** @import { LinkState } from "../contract.js" */
/** @import { Shell } from "../shell.js" */

/**
 * @param {Shell} shell
 * @param {LinkState} link
 */
export async function open(shell, link) {
  if (link.word || link.ask) return new AnswerPage(shell, link).open();
  if (link.speaker === "1") return new SpeakerWindow(shell).open();
  const wanted = String(link.lecture);
  try {
    const content = await load(shell.base, wanted, shell.config.controls);
    new Lecture(shell, content, wanted).open(Number(link.step ?? 1));
  } catch (error) {
    if (!(error instanceof LectureError)) throw error;
    new Problem(shell, error).open();
  }
}
