// The one choice of pictures and classes that all views show and change: no page, no server.

import { sourceOf, weightsOf, whole, wordOf } from "./sources.js";

/** @import { Config, LinkState, Source } from "./contract.js" */

/** @typedef {{ from: number[], to: number[] }} Line weights of A, B and C at its ends */
/** @typedef {Record<string, Record<string, string>>} Labels a class by side and list of classes */

/**
 * What the browser keeps of the choice that no link holds, as long as the tab is there.
 * @typedef {object} Kept
 * @property {Record<string, string>} uploads their paths, by side
 * @property {Labels} labels
 * @property {Line | null} line
 */

export const SIDES = ["a", "b", "c"];
/** @type {Record<string, "from" | "to">} which end of a drawn line stands in for a picture */
export const ENDS = { a: "from", b: "to" };

export class Choice {
  /** @type {Record<string, Source>} by side */
  sources = {};
  /** @type {Labels} by side, and by end of the line */
  labels = {};
  /** @type {Line | null} drawn between two points of the plane of A, B and C */
  line = null;
  /** @type {(() => void)[]} */
  listeners = [];

  /**
   * @param {Pick<Config, "photos" | "controls" | "most_weight" | "pairs" | "triples" | "class_lists">} config
   * @param {LinkState} link
   * @param {Partial<Kept> | null} [kept] of this page before it was loaded again
   */
  constructor(config, link = {}, kept = null) {
    this.config = config;
    const { image, label, ...rest } = link; // the attack's picture had names of its own once
    const words = { a: image, la: label, ...rest };
    this.usual = link.view === "boundary" ? config.triples[0] : config.pairs[0];
    for (const side of SIDES) this.read(side, words, kept);
    this.fill();
    const [from, to] = [link.from, link.to].map((text) => weightsOf(text, config.most_weight));
    this.line = from && to ? { from, to } : kept?.line ?? null;
    for (const end of Object.values(ENDS)) this.readLabel(end, from && to && link[`l${end}`], kept);
  }

  /**
   * @param {string} side
   * @param {LinkState} words
   * @param {Partial<Kept> | null} kept
   */
  read(side, words, kept) {
    const source = sourceOf(words[side], this.config);
    const upload = words[side] === undefined ? kept?.uploads?.[side] : undefined;
    if (source) this.sources[side] = source;
    else if (upload !== undefined) this.sources[side] = { upload };
    this.readLabel(side, source && words[`l${side}`], kept); // a class belongs to its picture
  }

  /**
   * @param {string} side
   * @param {string | number | undefined} word counts in every list that has such a class
   * @param {Partial<Kept> | null} kept
   */
  readLabel(side, word, kept) {
    const lists = Object.entries(this.config.class_lists).filter(([, names]) => names.includes(String(word)));
    this.labels[side] = { ...kept?.labels?.[side], ...Object.fromEntries(lists.map(([list]) => [list, String(word)])) };
  }

  // Give an example to each side that has nothing; none is there twice.
  fill() {
    SIDES.forEach((side, i) => {
      if (this.sources[side]) return;
      const taken = Object.values(this.sources).map(({ photo }) => photo);
      const wanted = [i < 2 ? this.usual[i] : this.third(), ...this.config.triples.flat(), ...this.config.pairs.flat()];
      this.sources[side] = { photo: wanted.find((key) => key !== undefined && !taken.includes(key)) };
    });
  }

  // The photo that stands beside A and B in the examples, else that of the first one.
  third() {
    const [a, b] = [this.sources.a.photo, this.sources.b.photo];
    return (this.config.triples.find((keys) => keys[0] === a && keys[1] === b) ?? this.config.triples[0])[2];
  }

  /** @param {() => void} listener is told of every change */
  listen(listener) {
    this.listeners.push(listener);
  }

  // What one listener fails at keeps no other from hearing.
  tell() {
    for (const listener of this.listeners) {
      try {
        listener();
      } catch (error) {
        reportError(error);
      }
    }
  }

  /**
   * What stands on a side; an end of the drawn line is made of the three pictures.
   * @param {string} side or end
   * @returns {Source}
   */
  source(side) {
    if (side in this.sources) return this.sources[side];
    const weights = this.line?.[/** @type {"from" | "to"} */ (side)] ?? [1, 0, 0];
    return { parts: SIDES.map((each) => this.sources[each]), weights };
  }

  /**
   * Choose pictures; their classes are those of the new ones, and a drawn line ends.
   * @param {Record<string, Source>} sources by side
   */
  set(sources) {
    for (const [side, source] of Object.entries(sources)) {
      this.sources[side] = source;
      this.labels[side] = {};
    }
    this.dropLine();
    this.tell();
  }

  dropLine() {
    this.line = null;
    for (const end of Object.values(ENDS)) this.labels[end] = {};
  }

  /**
   * Draw a line between two points of the plane.
   * @param {number[]} from weights of the pictures at A's end
   * @param {number[]} to the same at B's
   */
  draw(from, to) {
    this.dropLine();
    this.line = { from: whole(from), to: whole(to) };
    this.tell();
  }

  endLine() {
    this.dropLine();
    this.tell();
  }

  /**
   * The class that the visitor has chosen, or agreed to, of a list; null where there is none.
   * @param {string} side or end
   * @param {string} list of classes
   */
  label(side, list) {
    return this.labels[side]?.[list] ?? null;
  }

  /**
   * @param {string} side or end
   * @param {string} list
   * @param {string} name
   */
  setLabel(side, list, name) {
    this.labels[side][list] = name;
    this.tell();
  }

  /**
   * An upload is no longer there: an example stands in for it.
   * @param {string} side
   */
  lose(side) {
    delete this.sources[side];
    this.labels[side] = {};
    this.dropLine();
    this.fill();
  }

  // Sides whose picture no link can hold.
  get uploaded() {
    return SIDES.filter((side) => this.sources[side].upload !== undefined);
  }

  /**
   * Whether some of the sides, or of what the line's ends are made of, no link can hold.
   * @param {string[]} sides or ends
   */
  hasOwn(sides) {
    const parts = sides.some((side) => !SIDES.includes(side)) ? SIDES : sides;
    return parts.some((side) => this.uploaded.includes(side));
  }

  /**
   * What a link holds: the pictures that are shown, others that are not the usual ones, their
   * classes, and the line where all of it can be drawn again.
   * @param {string[]} shown sides
   * @param {string} [list] whose classes count; any where it is not said
   * @returns {Record<string, string>}
   */
  link(shown, list) {
    const usual = [...this.config.pairs[0].slice(0, 2), this.third()];
    const sides = SIDES.filter((side, i) => shown.includes(side) || this.sources[side].photo !== usual[i] || this.line);
    const words = sides.map((side) => [side, wordOf(this.sources[side])]);
    const ends = this.line && !this.uploaded.length ? Object.entries(this.line).map(([end, [, b, c]]) => [end, `${b}_${c}`]) : [];
    const linked = [...words, ...ends].filter(([, word]) => word !== undefined);
    const labels = linked.map(([side]) => [`l${side}`, this.linkedLabel(String(side), list)]);
    return Object.fromEntries([...linked, ...labels.filter(([, label]) => label)]);
  }

  /**
   * @param {string} side or end
   * @param {string} [list]
   */
  linkedLabel(side, list) {
    return list === undefined ? Object.values(this.labels[side])[0] : this.label(side, list);
  }

  /** @returns {Kept | null} null where a link holds everything */
  get kept() {
    const { uploaded, labels, line } = this;
    if (!uploaded.length) return null;
    const uploads = Object.fromEntries(uploaded.map((side) => [side, String(this.sources[side].upload)]));
    const named = [...uploaded, ...(line ? Object.values(ENDS) : [])];
    return { uploads, labels: Object.fromEntries(named.map((side) => [side, labels[side]])), line };
  }
}
