/** What the server tells the page: the configuration, and what all answers have in common. */

/** A sentence by language. */
export type Sentences = Record<string, string>;

/** The [height, width] of pictures, in pixels. */
export type Size = [number, number];

interface AnyControl {
  /** also its name in the link */
  name: string;
  /** key of the sentence that refuses a value */
  error: string;
}

/** A number with limits. */
export interface NumberControl extends AnyControl {
  default: number;
  minimum: number;
  maximum: number;
  step: number;
  presets: number[];
  /** fractions break the rule too */
  whole: boolean;
}

/** One of several words. */
export interface ChoiceControl extends AnyControl {
  default: string;
  options: string[];
}

/** A named comparison, or any two models as "LEFT:RIGHT". */
export interface PairControl extends ChoiceControl {
  /** comparisons offered as buttons, by the last part of their text's key */
  presets: Record<string, string>;
  /** names of the models that can be compared */
  models: string[];
}

/** A short text of a form of its own. */
export interface TextControl extends AnyControl {
  default: string;
  pattern: string;
  limit: number;
}

export type Control = NumberControl | ChoiceControl | PairControl | TextControl;

/** The controls by name; `pair` is there always. */
export interface Controls {
  pair: PairControl;
  [name: string]: Control;
}

/** How the models of a comparison are told apart, in the order of their positions. */
export interface Mark {
  /** of the CSS variable `--NAME`, and the end of CSS classes */
  name: string;
  /** of lines, as Plotly names it */
  dash: string;
}

/** What the page says of a model. */
export interface Card {
  name: string;
  /** share of test images, null where it was not measured */
  test_error: number | null;
  test_images: number | null;
  recipe: Recipe | null;
  /** which training it had, as part of a text key; null where that is not known */
  definition: string | null;
  parameters: number;
  class_list: string;
  input_size: Size;
  /** by which its logits are divided at equal calibration, null where none was fitted */
  temperature: number | null;
  /** expected calibration error that is left then, null where it is not known */
  calibration_error: number | null;
  /** of its marks on the light and on the dark page, null for those of its place */
  colour: [string, string] | null;
  /** how pictures are cut for it; models that see the same can be compared */
  cut: Cut;
  /** whether its weights may have to be fetched */
  fetched: boolean;
  /** ImageNet's recipe that it was trained with, a key of `recipes`; null for others */
  pretrained: string | null;
}

export interface Cut {
  /** share of the largest centre of the input's aspect */
  crop: number;
  /** filter for shrinking */
  interpolation: string;
  /** whether the network normalises by itself */
  normalised: boolean;
}

export interface Recipe {
  alpha: number;
  epochs: number;
}

/** A bundled photo; it has a label in those class lists that have a class for it. */
export interface Photo {
  file: string;
  labels: Record<string, string>;
  title: Sentences;
  /** a small form, as an address that holds it */
  thumbnail: string;
}

/** What is fetched to open a view; contents (sentences and HTML) and styles where they do not come with the page. */
export interface ViewEntry {
  name: string;
  script: string;
  contents?: string;
  styles?: string;
}

/** What the page knows before any question. */
export interface Config {
  /** sentences by language and key */
  texts: Record<string, Record<string, string>>;
  views: ViewEntry[];
  controls: Controls;
  comparisons: Record<string, { models: string[] }>;
  cards: Record<string, Card>;
  /** names of classes, in the order of the labels, by the list's id */
  class_lists: Record<string, string[]>;
  /** classes up to which a list is read through; in longer ones one searches */
  readable: number;
  marks: Mark[];
  photos: Record<string, Photo>;
  /** example pairs and triples, as keys of photos */
  pairs: string[][];
  triples: string[][];
  /** names of the models to choose from, by group */
  groups: Record<string, string[]>;
  /** what ImageNet's recipes do, by recipe and row; words as [[keys]] */
  recipes: Record<string, Record<string, string | number | null>>;
  /** which comparison answers for which α */
  family: { alpha: number; pair: string }[];
  /** heights of the density of Beta(α, α) from 0 to 1, by α */
  alphas: Record<string, number[]>;
  devices: string[];
  /** whether the server takes live polls */
  poll: boolean;
  /** the addresses of the Hugging Face Space that this is: its page, and the app alone; null where it is none */
  space: { page: string; app: string } | null;
  upload_megabytes: number;
  /** how far from zero the weight of a picture may lie, of which a point of a plane is made */
  most_weight: number;
  /** points of λ, less one */
  grid: number;
  /** share of the soft label's bar from which on a class's name has room in it */
  room: number;
  /** mixed images in the strip */
  strip: number;
  /** longer side of a picture as it is shown, in pixels */
  display: number;
  /** what single views know besides, by the view's name */
  [view: string]: unknown;
}

/** A model that answers: the key of its answers, and its name. */
export interface Model {
  key: string;
  name: string;
}

/** What every answer of models holds. */
export interface ModelPayload {
  /** in the order of the comparison */
  models: Model[];
  /** by which logits were divided, by the models' keys; empty as trained */
  temperatures: Record<string, number>;
  class_list: string;
  /** indices of the pictures' classes */
  labels: number[];
  /** of each picture, whether the models have guessed its class */
  guessed: boolean[];
  /** of the pictures as the models see them */
  input_size: Size;
  device: string;
  precision: string;
}

/** A row of bars: a class or the rest of them, with the shares of each model by its key. */
export type BarRow = { class: string | null; kind: string; count: number } & Record<string, number[]>;

/** A figure as Plotly's JSON. */
export interface Figure {
  data: Trace[];
  layout: Layout;
}

export interface Trace {
  type?: string;
  name?: string;
  x?: (number | string)[];
  y?: number[];
  text?: string[];
  /** the panel's name, or what a table says beside what is drawn */
  meta?: string | {
    of?: string, // panel or row
    placed?: boolean, // y is only the row's place
    across?: "customdata", // what holds x as a table has it
    note?: string, low?: (number | null)[], high?: (number | null)[],
  };
  hoverinfo?: string;
  showlegend?: boolean;
  [property: string]: unknown;
}

export interface Layout {
  height?: number;
  margin?: { l?: number; r?: number; t?: number; b?: number };
  font?: Record<string, unknown>;
  annotations?: Record<string, unknown>[];
  shapes?: object[];
  /** panels: names of the panels, for a saved picture; note: to be written under its title */
  meta?: { panels?: string[]; note?: string };
  [property: string]: unknown;
}

/** A computed sentence: its text's key, and values that may hold [[keys]]. */
export interface Says {
  key: string;
  values: Record<string, string>;
  verdict?: string | null;
  /** the panel that the sentence leads to */
  panel?: string;
}

export interface Table {
  columns: string[];
  rows: string[][];
}

/** A panel: sentences, charts and all numbers of one claim. */
export interface PanelContent {
  name: string;
  heading: string;
  /** whether sentences without a verdict are folded away */
  background: boolean;
  findings: Finding[];
  table: Table;
  models: { name: string; file: string }[];
  results: ({ name: string; command: string } & Record<string, string>)[];
  legend: string[];
}

/** What the numbers say of one question, and the charts that show it. */
export interface Finding {
  /** key of its text; empty where it needs none */
  title: string;
  says: Says[];
  /** `wide` takes the whole width */
  charts: { title: string; wide: boolean; figure: Figure }[];
}

/** A claim and what the numbers make of it: "better" where they support it, "worse", "open". */
export interface Claim {
  name: string;
  /** the panel that holds the numbers */
  panel: string;
  says: Says;
  /** what each of the tests says that must agree, where there are such */
  tests: { name: string; verdict: string }[];
}

/** A refused question; null where there are no words for it. */
export interface Refusal {
  error: Sentences | null;
}

/** A computation that was stopped, or overtaken by a newer one. */
export interface Ended {
  ended: true;
}

/** A place in the line: how many come before, and about how long they take, where that is known. */
export interface Place {
  before: number;
  seconds: number | null;
}

/** An answer that waits for its turn; to be asked for again in so many milliseconds. */
export interface Waits {
  waits: Place;
  again: number;
}

/**
 * A picture: a bundled photo by its key, the path of an upload, noise by its seed, or a point of the
 * plane of three pictures.
 */
export interface Source {
  photo?: string;
  upload?: string;
  noise?: number;
  parts?: Source[];
  /** of the parts */
  weights?: number[];
}

/** Who asks, and how many requests they have sent: a newer one ends the older. */
export interface Signature {
  visitor: string;
  turn: number;
}

/**
 * Methods of the server. Each view adds its own where it declares its types:
 * `declare module "../../../page/web/contract.js" { interface Server { ... } }`.
 */
export interface Server {
  fetch(request: { pair: string }): Promise<{ ready: boolean; name: string | null; done: number; total: number | null } | Refusal>;
  inspect(request: { image: Source; pair: string }): Promise<{ image: string } | Refusal>;
  stop(request: Signature): Promise<unknown>;
}

/** What a method of the server is asked, and what it answers where it neither refuses nor ends. */
export type Request<M extends keyof Server> = Parameters<Server[M]>[0];
export type Success<M extends keyof Server> = Exclude<Awaited<ReturnType<Server[M]>>, Refusal | Ended>;

/** What Gradio gives to the page; see connection.js. */
export interface Gradio {
  element: HTMLElement;
  props: { value: unknown };
  server: Server;
  upload(file: File): Promise<{ path: string }>;
}

/** The state of the page as its link holds it; controls under their names. */
export interface LinkState {
  view?: string;
  lang?: string;
  device?: string;
  pair?: string;
  /** pictures: keys of photos, or noise with its seed */
  a?: string;
  b?: string;
  c?: string;
  image?: string;
  /** weights of B and C at the ends of a drawn line */
  from?: string;
  to?: string;
  /** names of classes */
  la?: string;
  lb?: string;
  lc?: string;
  label?: string;
  [control: string]: string | number | undefined;
}

/** What the frame asks of a view. */
export interface View {
  /** called once, when the view is first shown */
  open(): unknown;
  /** what the link holds of it */
  state(): Record<string, string | number | null | undefined>;
  /** whether it shows pictures that no link can hold */
  hasOwnPictures(): boolean;
  /** what the tab keeps of these, by name, for when the page is loaded again */
  kept?(): Record<string, unknown>;
  /** the language has changed */
  relabel(): void;
  /** the colours or the type's size have changed */
  recolour(): void;
  /** it is shown again, the device has changed, or the network is back: ask for what is no longer the last question, or did not come */
  wake?(): unknown;
  /** another view is shown from now on: what moves stops */
  sleep?(): unknown;
}
