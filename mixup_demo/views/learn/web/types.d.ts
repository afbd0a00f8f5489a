/** What the Learn view fetches. */

import type { Figure, Says } from "../../../page/web/contract.js";

export interface Lesson {
  chapters: ChapterContent[];
  references: { names: string; title: string; url: string; chapters: string[] }[];
  /** text keys of the glossary's terms; KEY.help explains one */
  terms: string[];
  /** names of the exercise sheets */
  sheets: string[];
  /** null where the server would have to compute it for too long */
  losses: Losses | null;
  path: Path | null;
}

/** What models answer between two photos, at each λ. */
export interface Path {
  /** keys */
  photos: [string, string];
  /** number of the λ that is shown first */
  start: number;
  lam: number[];
  /** names of the classes of the two photos */
  classes: [string, string];
  /** by model: shares of the two classes, the likeliest class and its share */
  models: Record<string, { a: number[]; b: number[]; first: string[]; share: number[] }>;
}

/** Everything with words is a text key. */
export interface ChapterContent {
  name: string;
  title: string;
  paragraphs: string[];
  more: string[];
  /** MathML */
  formulas: string[];
  /** of the live figure, "" for none */
  figure: string;
  question: Question;
  says: Says[];
  /** file of its charts */
  charts: string | null;
  doors: { text: string; href: string }[];
  code: { name: string; text: string }[];
}

export interface Question {
  ask: string;
  answers: string[];
  /** index of the right answer */
  right: number;
  because: string;
}

export interface LearnChart {
  title: string;
  wide: boolean;
  figure: Figure;
  /** last parts of text keys, "evidence.legend.PART" */
  legend: string[];
}

/** Cross-entropies in nat at each λ. */
export interface Losses {
  lam: number[];
  /** names of the classes of the two pictures */
  classes: [string, string];
  /** by model: against the first label, the second, and the soft one */
  models: Record<string, { a: number[]; b: number[]; soft: number[] }>;
}

/** A live figure. */
export interface Live {
  node: HTMLElement;
  /** what chance has decided, and no input tells; it is drawn as it is set */
  chance?: unknown;
  /** colours or the type's size have changed */
  recolour?(): void;
}
