// A handout of what is shown now, on one page: pictures, charts, what they say, and a code of the link.

import { plotSvg } from "./chartpicture.js";
import { chartsIn } from "./charts.js";
import { element, isShown } from "./dom.js";
import { download, fontRules, showIn } from "./picturefile.js";
import { qrSource } from "./qr.js";
import * as state from "./state.js";
import { current, t } from "./words.js";

/** @import { Shell } from "./shell.js" */

const PICTURES = 3;
const CHARTS = 2;
const SAYS = 5;
const LARGE = 90; // px, of a canvas that counts as a picture
const SAID = "[data-testid=said], .says li, .says-list li, .train-applied, .chapter > h2, .chapter > p, .learn-numbers li";
const READ = "[data-read]"; // of a view that is read, the part where one is

const STYLE = `
@page { size: A4; margin: 14mm; }
body { font: 10.5pt/1.45 "Explorer Sans", "Noto Sans KR", "Noto Sans CJK KR", system-ui, sans-serif; color: #14181d; background: #fff; max-width: 182mm; margin: 8mm auto; padding: 0 4mm; word-break: keep-all; overflow-wrap: anywhere; }
header { display: flex; gap: 8mm; justify-content: space-between; align-items: flex-start; border-bottom: .5mm solid #14181d; padding-bottom: 3mm; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 2mm; } h2 { font-size: 10.5pt; margin: 0 0 1mm; }
ul { margin: 0; padding-left: 1.1em; }
.code { flex: 0 0 34mm; margin: 0; font-size: 8pt; text-align: center; color: #56616d; } .code svg { width: 34mm; height: 34mm; display: block; }
.pictures { display: flex; gap: 4mm; margin: 4mm 0; } .pictures figure { flex: 1 1 0; max-width: 31%; margin: 0; } .pictures img { max-height: 42mm; max-width: 100%; object-fit: contain; image-rendering: auto; border-radius: 1mm; } figcaption { font-size: 8.5pt; line-height: 1.3; }
figure { margin: 3mm 0; break-inside: avoid; } .chart { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.chart svg { width: 100%; height: auto; max-height: 69mm; display: block; } .chart:only-of-type svg { max-height: 120mm; }
footer { font-size: 7.5pt; color: #56616d; border-top: .2mm solid #818c97; padding-top: 2mm; margin-top: 4mm; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
@media (max-width: 560px) { header { flex-direction: column; } }`;

/** @param {Shell} shell */
export async function openHandout(shell) {
  const tab = window.open("", "_blank"); // before anything is waited for, or the browser refuses it
  const html = await handout(shell).catch((error) => {
    tab?.close(); // an empty one says nothing
    throw error;
  });
  const file = new Blob([html], { type: "text/html" });
  if (tab) showIn(tab, file);
  else download(file, "mixup-handout.html");
}

/**
 * The handout as a page that stands for itself.
 * @param {Shell} shell
 */
export function handout(shell) {
  const view = shell.views.place(shell.views.name);
  const place = /** @type {HTMLElement} */ (view.querySelector(READ) ?? view);
  return onPaper(place, () => sheet(shell, place));
}

/**
 * What is made of a page that is light, as paper is: a dark one is for a moment, behind the handout's tab.
 * @template T
 * @param {HTMLElement} place
 * @param {() => Promise<T>} make
 */
async function onPaper(place, make) {
  const { classList } = document.body;
  if (!classList.contains("dark")) return make();
  classList.remove("dark");
  try {
    await null; // by then the views have taken the colours, and charts are being drawn
    await Promise.all(chartsIn(place).slice(0, CHARTS).map((chart) => chart.refresh()));
    return await make();
  } finally {
    classList.add("dark");
  }
}

/**
 * @param {Shell} shell
 * @param {HTMLElement} place that is shown
 */
async function sheet(shell, place) {
  const address = state.link(shell.state(), shell.config.controls, location.href);
  const [code, charts] = await Promise.all([codeOf(address), Promise.all(chartsOf(place))]);
  const says = saysOf(place).map((text) => element("li", { textContent: text }));
  const head = element("div", {}, [element("h1", { textContent: document.title }), element("ul", {}, says)]);
  const pictures = element("div", { className: "pictures" }, picturesOf(place));
  const body = element("body", {}, [
    element("header", {}, [head, code]), ...(pictures.children.length ? [pictures] : []), ...charts, footOf(address),
  ]);
  const style = `${await fontRules(STYLE + body.outerHTML)}${STYLE}`;
  const top = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}</title><style>${style}</style>`;
  return `<!doctype html><html lang="${current()}"><head>${top}</head>${body.outerHTML}</html>`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * The QR code of an address; where it has none, such as a too long one, the address alone remains.
 * @param {string} address
 */
async function codeOf(address) {
  const box = element("figure", { className: "code" });
  const answer = await fetch(qrSource(address)).catch(() => null);
  if (!answer?.ok) return box;
  box.innerHTML = await answer.text(); // made by the server
  box.append(element("figcaption", { textContent: t("handout.scan") }));
  return box;
}

/** @param {HTMLElement} place */
function saysOf(place) {
  const nodes = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(SAID));
  return [...nodes].filter((node) => isShown(node) && node.textContent?.trim()).slice(0, SAYS).map((node) => (node.textContent ?? "").trim());
}

/**
 * The largest pictures, in the order of the page.
 * @param {HTMLElement} place
 */
function picturesOf(place) {
  const shown = [...place.querySelectorAll("canvas")].filter((canvas) => isShown(canvas) && canvas.clientWidth >= LARGE);
  const largest = [...shown].sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight).slice(0, PICTURES);
  return shown.filter((canvas) => largest.includes(canvas)).map((canvas) => {
    const said = canvas.getAttribute("aria-label") ?? "";
    const picture = element("img", { src: canvas.toDataURL("image/png"), alt: "" }); // its caption says it
    return element("figure", {}, [picture, element("figcaption", { textContent: said })]);
  });
}

/**
 * @param {HTMLElement} place
 * @returns {Promise<HTMLElement>[]}
 */
function chartsOf(place) {
  return chartsIn(place).slice(0, CHARTS).map(async (chart) => {
    const figure = element("figure", { className: "chart" });
    const picture = chart.tools?.picture(chart.plot);
    if (!picture) return figure;
    const layout = { ...picture.layout, shapes: [...(picture.layout.shapes ?? []), ...chart.cursorLines()] };
    figure.innerHTML = await plotSvg({ ...picture, layout }, picture.width, picture.height); // made by Plotly
    return figure;
  });
}

/** @param {string} address */
function footOf(address) {
  const day = new Date().toLocaleDateString(current());
  return element("footer", {}, [element("a", { href: address, textContent: address }), ` · ${day} · ${t("handout.source")}`]);
}
