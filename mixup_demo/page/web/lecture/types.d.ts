/** A lecture as its file has it; schema.js checks it. */

/** A text in one language, or one for each. */
export type Words = string | Record<string, string>;

export interface Question {
  ask: Words;
  answers: Words[];
  /** index of the right answer, where there is one */
  right?: number;
  /** why */
  because?: Words;
}

export interface Step {
  /** a state of this page, from its question mark on */
  link: string;
  title: Words;
  /** for the speaker's eyes */
  note?: Words;
  question?: Question;
}

export interface LectureContent {
  title: Words;
  steps: Step[];
}

/** What the lecture's window tells the speaker's. */
export interface Told {
  kind: "state";
  /** which lecture's window it is */
  id: string;
  step: number;
  steps: number;
  title: Words;
  note: Words;
  question: Question | null;
  /** of the next step, null after the last */
  next: Words | null;
  /** when the lecture began, ms since 1970 */
  began: number;
}

/** What it tells as it goes: another one may come in its place. */
export interface Left {
  kind: "left";
  id: string;
}

/** What the speaker's window asks. */
export type Asked = { kind: "hello" } | { kind: "go"; id: string; by: number };
