/** What the Train view asks and is answered. */

import type { Ended, Figure, Refusal, Signature, Source } from "../../../page/web/contract.js";

/** A picture of the batch, and its class where that is not the photo's own. */
export type BatchImage = Source & { label?: string };

/** Settings by name; and images, how many there are, or a library. */
export type BatchRequest = Record<string, unknown>;

/** One mixed image: λ are weights of the image itself, boxes are shares of the image. */
export interface Cell {
  partner: number;
  operation: "none" | "mixup" | "cutmix";
  asked: number;
  lam: number;
  /** top, bottom, left, right */
  box: number[];
  /** of the image's class, and of its partner's where that is another */
  target: [string, number][];
  /** what all other classes have together, and how many these are */
  rest: number;
  others: number;
}

/** The batch as another library mixes it; `strip` holds all images side by side. */
export interface Rule {
  name: string;
  strip: string;
  partner: number[];
  lam: number[];
}

export interface Finding {
  name: string;
  caused: boolean;
  values: Record<string, string>;
}

export interface Loss {
  name: string;
  soft: number;
  sure: number;
}

export interface BatchPayload {
  given: number;
  labels: string[];
  before: string;
  after: string;
  cells: Cell[];
  rules: Rule[];
  findings: Finding[];
  losses: Loss[];
}

export interface DrawsPayload {
  batches: number;
  images: number;
  counts: Record<string, number>;
  figure: Figure;
}

export interface CodePayload {
  name: string;
  text: string;
  html: string;
  notebook: string | null;
}

/** Where a small training stands. */
export interface LearnPayload {
  frames: unknown[];
  done: boolean;
  epoch: number;
  epochs: number;
  /** by the names that the sentence has for them */
  shares: Record<string, number>;
  accuracy: Figure;
  loss: Figure;
}

/** What the view knows before any question. */
export interface TrainConfig {
  /** keys of the photos of the opening batch */
  opening: string[];
  fewest: number;
  most: number;
  /** a comparison: its classes are those of the images */
  pair: string;
}

declare module "../../../page/web/contract.js" {
  interface Server {
    train_batch(request: BatchRequest): Promise<BatchPayload | Refusal | Ended>;
    train_draws(request: BatchRequest): Promise<DrawsPayload | Refusal | Ended>;
    train_learn(request: BatchRequest): Promise<LearnPayload | Refusal | Ended>;
    train_learn_stop(request: Signature): Promise<unknown>;
    train_code(request: BatchRequest): Promise<CodePayload | Refusal | Ended>;
  }
}
