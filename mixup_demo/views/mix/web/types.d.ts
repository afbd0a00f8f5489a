/** What the Mix view asks and is answered. */

import type { Area } from "../../../page/web/blend.js";
import type { BarRow, Ended, Figure, ModelPayload, Refusal, Signature, Source } from "../../../page/web/contract.js";

/** Two pictures, their classes where the visitor has chosen them, and how they are mixed. */
export interface SweepRequest {
  a?: Source;
  b?: Source;
  label_a?: string | null;
  label_b?: string | null;
  pair: string;
  /** whether models answer as trained, or equally calibrated */
  calibration: string;
  method: string;
  device: string;
  seed?: number;
}

/** The likeliest and the second likeliest class: their indices, and the second one's share. */
export interface Leaders {
  first: number[];
  second: number[];
  second_share: number[];
}

/** What one model predicts; lists have a value a point of λ. */
export interface Predictions {
  confidence: number[];
  entropy: number[];
  loss: number[];
  /** how sure it is, as the end of a text key */
  manner: string[];
  leaders: Leaders;
}

/** λ as drawn, as applied, and CutMix's boxes as in `SweepPayload`. */
export interface Drawn {
  lam: number[];
  applied: number[];
  boxes: number[][] | null;
  /** in whose pixels the boxes are */
  grid: Area;
}

/** A film: its file's name, media type, and bytes as base64. */
export interface Film {
  name: string;
  type: string;
  file: string;
}

/** How far a sweep is, and what comes next. */
export interface Stage {
  /** of λ that are there, and that there will be */
  points: number;
  all: number;
  /** of the stage that comes next, null at the end */
  number: number | null;
  next: { points: number; gradients: boolean } | null;
  /** share of all the arithmetic that is done now, and when the next stage ends */
  done: number;
  then: number;
}

/** One model's likeliest classes besides A's and B's; lists of lists have a list a point of λ. */
export interface Leading {
  classes: number[][];
  shares: number[][];
  /** of the classes that have no bar, and their share */
  count: number;
  rest: number[];
}

/** What the numbers say of one model: a text key with its values; of pictures of one class, no width. */
export interface Verdict {
  key: string;
  slope?: string;
  share?: string;
  thickness?: string;
}

/** Lists have a value a point of λ. */
export interface SweepPayload extends ModelPayload {
  stage: Stage;
  method: string;
  /** λ as applied: CutMix cuts whole pixels */
  lam: number[];
  /** what λ makes of the two pictures, as the end of a text key */
  blend: string[];
  /** CutMix: [top, bottom, left, right] in pixels of the input */
  boxes: number[][] | null;
  /** RGB bytes of the pictures as the models see them, as base64; null in later stages */
  inputs: { a: string; b: string } | null;
  /** `target` besides the models' keys: the soft label */
  bars: BarRow[];
  /** of many classes: rows that change with λ, by the models' keys */
  leading: Record<string, Leading> | null;
  /** of many classes: those that lead somewhere besides A's and B's */
  leaders: number[];
  answers: Record<string, Predictions>;
  /** a row: its name, the ideal, and the text of each model by its key */
  table: ({ name: string; ideal: string } & Record<string, string>)[] | null;
  /** null, as the table is, until all points are there */
  verdicts: Record<string, Verdict> | null;
  figures: { path: Figure; gradient?: Figure };
}

declare module "../../../page/web/contract.js" {
  interface Server {
    ask(request: SweepRequest & Signature & { stage: number }): Promise<SweepPayload | Refusal | Ended>;
    film(request: SweepRequest & { format: string; language: string }): Promise<Film | Refusal | Ended>;
    stop_sweep(request: Signature): Promise<Ended>;
    draw(request: { alpha: number; seed: number; method: string; pair: string }): Promise<Omit<Drawn, "grid"> | Refusal>;
  }
}
