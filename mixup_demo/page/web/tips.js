// Short explanations on hover, focus or tap of anything with data-hint.

import { t } from "./words.js";

export function startTips(root) {
  const tip = root.querySelector("[data-id=tip]");
  let owner = null;
  const show = (target) => {
    owner = target;
    tip.textContent = t(target.dataset.hint);
    tip.hidden = false;
    target.setAttribute("aria-describedby", tip.id);
    const at = target.getBoundingClientRect();
    const width = tip.offsetWidth;
    tip.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, at.left + at.width / 2 - width / 2))}px`;
    const below = at.bottom + 8;
    tip.style.top = `${below + tip.offsetHeight > innerHeight ? at.top - tip.offsetHeight - 8 : below}px`;
  };
  const hide = () => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const hinted = (event) => event.target.closest?.("[data-hint]");
  root.addEventListener("pointerover", (event) => hinted(event) && show(hinted(event)));
  root.addEventListener("pointerout", (event) => hinted(event) && hide());
  root.addEventListener("focusin", (event) => hinted(event) && show(hinted(event)));
  root.addEventListener("focusout", hide);
  root.addEventListener("click", (event) => hinted(event)?.matches(".help") && show(hinted(event)));
  root.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", () => owner && hide(), { passive: true });
}
