/** What the Toy view asks of the server, and what its scripts hand to one another. */

import type { Ended, Figure, Refusal, Says, Signature, Table } from "../../../page/web/contract.js";
import type { Frame, Place } from "../../../page/web/places.js";
import type { Palette } from "../../../page/web/palette.js";

declare module "../../../page/web/contract.js" {
  interface Server {
    toy(request: Streamed<ToyRequest & { columns: number }>): Promise<ToyPayload | Refusal | Ended>;
    toy_seeds(request: Streamed<ToyRequest>): Promise<SeedsPart | Refusal | Ended>;
    toy_stop(request: Signature): Promise<unknown>;
    draw_toy(request: ToyRequest & Signature & { at: number | undefined }): Promise<{ figure: Figure } | Refusal | Ended>;
    toy_code(request: ToyRequest & Signature & { at: number | undefined }): Promise<{ name: string; text: string } | Refusal | Ended>;
    toy_strip(request: Streamed<ToyRequest>): Promise<StripAnswer | Refusal | Ended>;
    gan(request: Streamed<Values>): Promise<GanPayload | Refusal | Ended>;
    gan_stop(request: Signature): Promise<unknown>;
  }
}

/** Of controls, by their names. */
export type Values = Record<string, string | number>;

/** A training: its data, and the values of the controls. */
export type ToyRequest = { dataset: string; points: string } & Record<string, string | number | undefined>;

/** A question that is answered part by part, from frame `start` on. */
export type Streamed<Request> = Request & Signature & { start: number };

export type { Frame, Place };

/** A labelled point; `flipped` where the label is not the true one. */
export interface Point extends Place {
  label: number;
  flipped: boolean;
}

/** A mixture of two points with the labels of both ends; `lambda` is the weight of the first. */
export interface Mixture extends Place {
  one: number;
  other: number;
  lambda: number;
}

/** What the page knows of the data sets and the maps before any training. */
export interface ToyConfig {
  frame: Frame;
  /** cells a side of a map */
  side: number;
  /** parts of a cell in which ends of lines are counted */
  fineness: number;
  /** drawn points that a training needs */
  least: number;
  /** names of the models, in the order of their panels */
  models: string[];
  /** names of the classes' colours, in the order of the labels */
  colours: string[];
  /** a few points of each data set that is not drawn by the visitor */
  samples: Record<string, PackedSample>;
}

export interface PackedSample {
  points: string;
  labels: string;
}

/** One map: probabilities of all classes but the last, and boundary lines. */
export interface ModelMap {
  planes: Uint8Array;
  lines: Uint16Array;
}

/** What stays on a map while frames change. */
export interface ToyScene {
  frame: Frame;
  side: number;
  fineness: number;
  colours: Palette;
  classes: number;
  points: Point[];
}

/** Points as base64: places as floats x, y, x, y; labels as bytes. */
export interface PackedPoints {
  train: string;
  labels: string;
  true: string;
}

/** A recorded moment as the server sends it. */
export interface PackedFrame {
  step: number;
  maps: Record<string, string>;
  lines: Record<string, string>;
  mixed: { i: string; j: string; lam: string };
}

/** A recorded moment: a map a model, in their order, and which points the batch mixes. */
export interface TrainingFrame {
  step: number;
  maps: ModelMap[];
  mixed: { i: Uint16Array; j: Uint16Array; lam: Float32Array };
}

/** What every part of an answer says of the whole training. */
export interface TrainingFacts {
  /** in the order of their panels */
  models: string[];
  /** text keys of the classes' names */
  names: string[];
  classes: number;
  /** the step of each frame, also of those to come */
  recorded: number[];
  done: boolean;
  /** measure -> model -> a value a frame */
  curves: Record<string, Record<string, number[]>>;
  says?: Says[];
  /** with so many seeds it can be trained to judge; 0 where that has been done */
  more_seeds?: number;
  device: string;
  precision: string;
}

/** The server's answer: the frames from one on; points come with the first. */
export interface ToyPayload extends TrainingFacts {
  start: number;
  frames: PackedFrame[];
  points?: PackedPoints;
  figure: Figure;
}

/** How many seeds of a training are there, and what all of them say. */
export interface SeedsPart {
  frames: unknown[];
  start: number;
  done: boolean;
  made: number;
  n: number;
  says?: Says[];
}

/** All trainings of the strip. */
export interface StripAnswer {
  frames: unknown[];
  done: boolean;
  strip: StripPart[];
}

/** One training with an α of its own, at its end. */
export interface StripPart {
  alpha: number;
  map: string;
  lines: string;
  test_accuracy: number;
  confidence: number;
}

/** One GAN at one time, as the server sends it. */
export interface PackedGan {
  samples: string;
  surface: string;
  modes: number;
  quality: number;
  /** samples that the map cannot show */
  outside: number;
}

/** One GAN at one time. */
export interface Gan {
  samples: Int16Array;
  planes: Uint8Array;
  modes: number;
  quality: number;
  outside: number;
}

/** What stays on a GAN's map while frames change. */
export interface GanScene {
  frame: Frame;
  side: number;
  /** of packed places */
  unit: number;
  real: Int16Array;
  colours: Palette;
}

/** What every part of an answer says of the whole run. */
export interface GanFacts {
  alpha: number;
  recipe: { iterations: number; critic: number; latent: number; width: number; batch: number; rate: number; loss: string };
  frame: Frame;
  side: number;
  unit: number;
  modes: number[][];
  curve: number[][] | null;
  real?: string;
  /** the iteration of each frame, also of those to come */
  recorded: number[];
  done: boolean;
  figure: Figure | null;
  /** where each frame lies on the chart, 0 to 1 */
  places: number[] | null;
  note: Says | null;
  table: Table | null;
  sentences: Says[];
}

/** The server's answer; beside a GAN with mixup stands the plain one of the same run. */
export interface GanPayload extends GanFacts {
  start: number;
  frames: (PackedGan & { iteration: number; plain: PackedGan | null })[];
}
