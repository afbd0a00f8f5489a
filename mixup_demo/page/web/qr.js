// An address as a QR code, which the server draws: dark on light in every theme.

import { element } from "./dom.js";
import { t } from "./words.js";

const ALONE = /^(localhost|127\.|\[::1\])/; // addresses that no other device reaches

/**
 * Where the server draws an address as SVG.
 * @param {string} address
 */
export function qrSource(address) {
  const source = new URL("qr", document.baseURI);
  source.searchParams.set("text", address);
  return source.href;
}

/**
 * The code, with the address under it, and a word where only this computer could open it.
 * @param {string} address
 */
export function qrFigure(address) {
  const image = element("img", { className: "qr", src: qrSource(address), alt: t("share.qr.alt"), width: 320, height: 320 });
  image.dataset.testid = "qr";
  image.addEventListener("error", () => image.replaceWith(element("p", { className: "problem", textContent: t("share.qr.problem") })));
  const link = element("a", { className: "qr-address", href: address, target: "_blank", rel: "noopener", textContent: address });
  const alone = ALONE.test(new URL(address).hostname) ? [element("p", { className: "hint", textContent: t("share.qr.alone") })] : [];
  return element("figure", { className: "qr-figure" }, [image, element("figcaption", {}, [link, ...alone])]);
}
