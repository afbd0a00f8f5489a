// The live figures by name.

import { LossFigure } from "./lossfigure.js";
import { MixingFigure } from "./mixingfigure.js";
import { PathFigure } from "./pathfigure.js";
import { RiskFigure } from "./riskfigure.js";
import { SoundFigure } from "./soundfigure.js";
import { VicinityFigure } from "./vicinityfigure.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Lesson, Live } from "./types.js" */

/**
 * @param {string} name
 * @param {Shell} shell
 * @param {Lesson} lesson
 * @returns {Live | undefined} none where there is none of that name, or nothing to be shown
 */
export function figureOf(name, shell, lesson) {
  if (name === "risk") return new RiskFigure();
  if (name === "vicinity") return new VicinityFigure(shell);
  if (name === "equation") return new MixingFigure(shell, "mixup");
  if (name === "cutmix") return new MixingFigure(shell, "cutmix");
  if (name === "loss" && lesson.losses) return new LossFigure(lesson.losses);
  if (name === "path" && lesson.path) return new PathFigure(shell, lesson.path);
  if (name === "sound") return new SoundFigure();
  return undefined;
}
