/** What the Boundary view asks of the server, and what its scripts hand to one another. */

import type { Ended, Figure, Model, ModelPayload, PanelContent, Refusal, Says, Signature, Source, Trace } from "../../../page/web/contract.js";
import type { Frame, Place } from "../../../page/web/places.js";

declare module "../../../page/web/contract.js" {
  interface Server {
    plane(request: PlaneRequest): Promise<PlanePayload | Refusal | Ended>;
    draw_plane(request: PlaneRequest & { show: string }): Promise<{ figure: Figure } | Refusal | Ended>;
    place(request: PlaneRequest): Promise<Placement | Refusal | Ended>;
  }
}

/** A question: the pictures a, b and c, their classes where the visitor chose them, and more. */
export interface PlaneRequest extends Signature {
  a: Source;
  b: Source;
  c: Source;
  label_a: string | null;
  label_b: string | null;
  label_c: string | null;
  pair: string;
  /** whether models answer as trained, or equally calibrated */
  calibration: string;
  /** cells a side; without it the first at which the server answers soon */
  resolution?: number;
  device: string;
}

/** Where a plane lies in the population: by title of the chart, with notes on what has no place. */
export interface Placement {
  places: Record<string, { says: Says; marks: Trace[] }>;
  notes: Says[];
  /** of a pair that a user has measured; null where the bundled models' counts */
  panel: PanelContent | null;
}

export type { Frame, Place };

/** What is the same in a model's answers before and after decoding. */
interface Sketch {
  /** parts of a cell in which ends of lines are counted */
  fineness: number;
  /** classes that are named on the map, and where, in cells from the lower left */
  regions: { class: number; x: number; y: number }[];
  /** class and per cent of the plane, the largest first */
  shares: [number, number][];
}

/** A model's answers as the server sends them: arrays as base64, a value a cell. */
export interface PackedAnswers extends Sketch {
  classes: string;
  confidence: string;
  margin: string;
  lines: string;
}

/** A model's answers: likeliest class, its probability and its margin as bytes, boundary lines. */
export interface Answers extends Sketch {
  classes: Uint16Array;
  confidence: Uint8Array;
  margin: Uint8Array;
  lines: Uint16Array;
}

/** The server's answer. */
export interface PlanePayload extends ModelPayload {
  /** RGB bytes of each image as the models see it, as base64 */
  inputs: string[];
  answers: Record<string, PackedAnswers>;
  /** of many classes: those besides the pictures' own that occur, the largest first */
  occurring: number[];
  /** cells a side */
  resolution: number;
  /** the resolutions that the server computes in time, coarse to fine, and the last of them */
  resolutions: number[];
  finest: number;
  frame: Frame;
  /** of the images in the plane */
  positions: [number, number][];
  /** from (x, y, 1) to the weights of the images, a row an image */
  weights: number[][];
  centre: [number, number];
  paint: { faint: number; fading: number };
  /** a row: its name, and the text of each model by its key */
  measures: ({ name: string } & Record<string, string>)[];
  /** per cent of the plane */
  agreement: string;
}

/** A model with its answers. */
export interface PlaneModel extends Model, Answers {}

/** The server's answer with each model's answers decoded. */
export interface Plane extends Omit<PlanePayload, "models" | "answers"> {
  models: PlaneModel[];
}

/** What a map shows. */
export interface MapScene {
  plane: Plane;
  frame: Frame;
  model: PlaneModel;
  colours: Look;
  /** one an image */
  corners: Corner[];
}

/** How a map is painted; colours are [red, green, blue] or CSS. */
export interface Look {
  colour: (index: number) => number[];
  name: (index: number) => string;
  ground: number[];
  card: string;
  ink: string;
  /** whether a cell keeps its colour */
  shown: (cell: number) => boolean;
}

/** Where something is written on a map: its middle and half its sides, in px. */
export interface Box {
  x: number;
  y: number;
  half: number;
  up: number;
}

/** An image on a map. */
export interface Corner {
  canvas: HTMLCanvasElement;
  colour: string;
}
