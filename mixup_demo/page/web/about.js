// The dialog in which the page tells about itself: paper, code, how to cite, whose photos it shows.

import { copyBlock } from "./copying.js";
import { closeBeside } from "./dialogs.js";
import { element } from "./dom.js";
import { current, t } from "./words.js";

/** @import { Sentences } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

/** @typedef {{ name: string, url: string | null }} Licence `url` may name a file of ours */
/** @typedef {{ name: string, licence: Licence }} Part */
/** @typedef {{ key: string, file: string, title: Sentences, author: string, source: string, licence: Licence }} Credit */

/**
 * What page/about.py puts together.
 * @typedef {object} Facts
 * @property {{ title: string, authors: string[], venue: string, url: string }} paper
 * @property {{ licence: Licence, repository: string | null }} code
 * @property {Record<"paper" | "explorer", string>} cite BibTeX
 * @property {Credit[]} photos
 * @property {Part[]} fonts
 * @property {Part[]} libraries
 */

/**
 * A text as nodes; addresses in it become links.
 * @param {string} text
 */
export function linked(text) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 ? link(part, new URL(part).hostname) : part));
}

/**
 * @param {string} href
 * @param {string} textContent
 */
function link(href, textContent) {
  return element("a", { href, textContent, target: "_blank", rel: "noopener" });
}

export class About {
  /**
   * @param {Shell} shell
   * @param {Facts} facts
   */
  constructor(shell, facts) {
    this.shell = shell;
    this.facts = facts;
    this.dialog = element("dialog", { className: "about" });
    this.dialog.dataset.testid = "about-dialog";
    this.dialog.setAttribute("aria-labelledby", "about-title");
    this.dialog.addEventListener("close", () => shell.settle());
    closeBeside(this.dialog);
    shell.root.append(this.dialog);
  }

  open() {
    if (this.dialog.open) return;
    this.dialog.replaceChildren(element("div", { className: "about-page" }, this.parts()));
    this.dialog.showModal();
    this.dialog.scrollTop = 0;
    this.shell.settle();
  }

  parts() {
    const { paper, fonts, libraries } = this.facts;
    const close = element("button", { type: "button", textContent: t("about.close") });
    close.dataset.testid = "about-close";
    close.addEventListener("click", () => this.dialog.close());
    return [
      element("header", { className: "about-head" }, [element("h2", { id: "about-title", textContent: t("about.title") }), close]),
      this.section(t("about.paper"), [
        element("p", {}, [link(paper.url, paper.title)]),
        element("p", { textContent: `${paper.authors.join(", ")}. ${paper.venue}.` }),
      ]),
      this.section(t("about.cite"), [this.citation("paper"), this.citation("explorer")]),
      this.section(t("about.code"), this.code()),
      this.section(t("about.photos", { count: this.facts.photos.length }), [
        element("p", { className: "hint", textContent: t("about.photos.note") }), this.photos(),
      ]),
      element("div", { className: "about-two" }, [
        this.section(t("about.fonts"), [this.list(fonts)]), this.section(t("about.libraries"), [this.list(libraries)]),
      ]),
    ];
  }

  /**
   * @param {string} title
   * @param {Node[]} children
   */
  section(title, children) {
    return element("section", {}, [element("h3", { textContent: title }), ...children]);
  }

  code() {
    const { licence, repository } = this.facts.code;
    const lines = [element("p", {}, [`${t("about.code.licence")} `, this.licence(licence), "."])];
    if (repository) lines.push(element("p", {}, [`${t("about.code.repository")}: `, link(repository, repository)]));
    return lines;
  }

  /** @param {"paper" | "explorer"} name */
  citation(name) {
    return copyBlock(t(`about.cite.${name}`), this.facts.cite[name], t("about.copy"), { testid: `about-copy-${name}` });
  }

  photos() {
    const items = this.facts.photos.map((photo) => {
      const picture = element("img", { src: this.shell.config.photos[photo.key].thumbnail, alt: "", width: 64, height: 64 });
      const text = element("div", {}, [
        element("p", { className: "about-name", textContent: photo.title[current()] }),
        element("p", {}, [`${t("about.photo.author")} ${photo.author}. `, this.licence(photo.licence), "."]),
        element("p", { className: "about-source" }, [`${t("about.photo.source")} `, ...linked(photo.source)]),
      ]);
      return element("li", {}, [picture, text]);
    });
    const list = element("ul", { className: "about-photos" }, items);
    list.dataset.testid = "about-photos";
    return list;
  }

  /** @param {Part[]} parts */
  list(parts) {
    return element("ul", {}, parts.map(({ name, licence }) => element("li", {}, [`${name}, `, this.licence(licence)])));
  }

  /** @param {Licence} licence */
  licence({ name, url }) {
    if (url === null) return t("about.public");
    return link(url.includes(":") ? url : `${this.shell.base}/${url}`, name);
  }
}
