/** What the Mix view asks and is answered. */

import type { BarRow, Ended, Figure, ModelPayload, Refusal, Source } from "../../../page/web/contract.js";

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
}

/** Lists have a value a point of λ. */
export interface SweepPayload extends ModelPayload {
  method: string;
  /** λ as applied: CutMix cuts whole pixels */
  lam: number[];
  /** what λ makes of the two pictures, as the end of a text key */
  blend: string[];
  /** CutMix: [top, bottom, left, right] in pixels of the input */
  boxes: number[][] | null;
  /** RGB bytes of the pictures as the models see them, as base64 */
  inputs: { a: string; b: string };
  /** `target` besides the models' keys: the soft label */
  bars: BarRow[];
  answers: Record<string, Predictions>;
  /** a row: its name, the ideal, and the text of each model by its key */
  table: ({ name: string; ideal: string } & Record<string, string>)[];
  verdicts: Record<string, { key: string; slope: string; thickness: string }>;
  figures: { path: Figure; gradient: Figure };
}

declare module "../../../page/web/contract.js" {
  interface Server {
    ask(request: SweepRequest): Promise<SweepPayload | Refusal | Ended>;
    draw(request: { alpha: number; seed: number; method: string; pair: string }): Promise<Drawn | Refusal>;
  }
}
