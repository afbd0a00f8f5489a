// How the page is shared as it stands: its addresses, a QR code, and one panel of it in another page.

import { copyBlock } from "../copying.js";
import { openDialog } from "../dialogs.js";
import { element } from "../dom.js";
import { qrFigure } from "../qr.js";
import * as state from "../state.js";
import { t } from "../words.js";
import { standAlone } from "./embed.js";
import { PANELS, panelsOf } from "./panels.js";

/** @import { Shell } from "../shell.js" */

const HEIGHTS = { mixture: 640, bars: 560, path: 470, chapter: 800, population: 900, gan: 760, code: 640 }; // px, of panels that are not
const HEIGHT = 520;
const FRAME = 'style="width: 100%; border: 0" loading="lazy" allow="fullscreen; clipboard-write"';

/**
 * The addresses under which the state is found: of the page itself, and in a Space of the Space's page.
 * @param {string} query with its question mark
 * @param {string} own address of the page without it
 * @param {{ page: string, app: string } | null} space
 * @returns {Record<string, string>} by name
 */
export function addresses(query, own, space) {
  return space ? { space: space.page + query, app: space.app + query } : { app: own + query };
}

/**
 * The end of the key of a panel's name.
 * @param {string} view
 * @param {string} panel
 */
const named = (view, panel) => `${view}.${panel}`;

/** @param {string} text of an attribute */
const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/**
 * A panel in an <iframe>, and as a slide of reveal.js.
 * @param {string} address of the page as it stands
 * @param {string} panel
 * @param {string} title
 */
export function snippets(address, panel, title) {
  const target = new URL(address);
  target.searchParams.set("embed", "1");
  target.searchParams.set("panel", panel);
  const height = HEIGHTS[/** @type {keyof typeof HEIGHTS} */ (panel)] ?? HEIGHT;
  const src = quoted(target.href);
  return {
    iframe: `<iframe src="${src}" title="${quoted(title)}" height="${height}" ${FRAME}></iframe>`,
    reveal: `<section>\n  <iframe data-src="${src}" title="${quoted(title)}" height="${height}" ${FRAME}></iframe>\n</section>`,
  };
}

/**
 * @param {Shell} shell of a page that shows one panel alone
 * @param {string} panel
 */
export const embed = (shell, panel) => standAlone(shell, panel);

/** @param {Shell} shell */
export function open(shell) {
  const query = new URL(state.link(shell.state(), shell.config.controls, location.href)).search;
  const found = addresses(query, location.origin + location.pathname, shell.config.space);
  openDialog(shell.root, { name: "share", title: t("share.title"), close: t("about.close") }, [
    ...(shell.views.current?.hasOwnPictures() ? [element("p", { className: "hint", textContent: t("share.pictures") })] : []),
    ...Object.entries(found).map(([name, address]) => copyBlock(t(`share.address.${name}`), address, t("share.copy"), { level: "h3" })),
    element("h3", { textContent: t("share.qr") }), qrFigure(found.app),
    ...embedding(shell, found.app),
  ]);
}

/**
 * @param {Shell} shell
 * @param {string} address
 */
function embedding(shell, address) {
  const { name: view } = shell.views;
  const panels = panelsOf(view, shell.views.place(view));
  if (!panels.length) return [];
  const name = (/** @type {string} */ panel) => (panel in (PANELS[view] ?? {}) ? t(`share.panel.${named(view, panel)}`) : t(`evidence.${panel}.title`));
  const select = element("select", {}, panels.map((panel) => new Option(name(panel), panel)));
  select.dataset.testid = "share-panel";
  const code = element("div", { className: "share-code" });
  const show = () => {
    const made = snippets(address, select.value, `${t("page.title")}: ${name(select.value)}`);
    code.replaceChildren(
      copyBlock(t("share.iframe"), made.iframe, t("share.copy")), copyBlock(t("share.reveal"), made.reveal, t("share.copy")),
    );
  };
  select.addEventListener("change", show);
  show();
  return [
    element("h3", { textContent: t("share.embed") }), element("p", { className: "hint", textContent: t("share.embed.how") }),
    element("label", { className: "share-choice" }, [element("span", { textContent: t("share.panel") }), select]), code,
  ];
}
