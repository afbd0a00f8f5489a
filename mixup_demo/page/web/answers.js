// What the models say: soft label, bars, numbers; all of it looked up at the nearest point of λ.

import { element } from "./dom.js";
import { className, t } from "./words.js";

export const MARKS = ["erm", "mixup"]; // of the left and of the right model
const percent = (share) => `${Math.round(100 * share)} %`;

// What was trained, how long, and how well it does.
export function cardLine({ name, test_error: error, test_images: n, recipe, parameters }) {
  return t("model.card", {
    name, error: (100 * error).toFixed(2), n: n.toLocaleString("en"), epochs: recipe.epochs,
    millions: (parameters / 1e6).toFixed(1),
  });
}

// The models' names by key; what both share goes without saying.
export function shortNames(models) {
  const settings = new Set(models.map((model) => t(`model.${model}.setting`)));
  const part = settings.size > 1 ? "" : ".method";
  return Object.fromEntries(models.map((model) => [model, t(`model.${model}${part}`)]));
}

export class Answers {
  constructor(root) {
    this.root = root;
    this.soft = root.querySelector("[data-id=soft-bar]");
    this.places = MARKS.map((mark) => root.querySelector(`[data-mark=${mark}]`));
  }

  // Build what stays while λ moves.
  show(payload, cards) {
    this.payload = payload;
    this.models = Object.keys(payload.answers);
    this.words = shortNames(this.models);
    this.rows = {};
    this.values = {};
    this.models.forEach((model, i) => {
      this.rows[model] = payload.bars.map((bar) => this.row(bar));
      this.places[i].querySelector(".bars").replaceChildren(...this.rows[model].map((row) => row.node));
      this.values[model] = this.numbers(this.places[i].querySelector(".numbers"));
      this.places[i].querySelector(".card-line").textContent = cardLine(cards[payload.models[model]]);
    });
    this.names();
    this.verdicts();
    this.table();
  }

  // Name the models wherever they are named.
  names() {
    this.models.forEach((model, i) => {
      for (const part of ["method", "setting"]) {
        this.places[i].querySelector(`.model-${part}`).textContent = t(`model.${model}.${part}`);
      }
      for (const node of this.root.querySelectorAll(`[data-name=${MARKS[i]}]`)) node.textContent = this.words[model];
    });
    const [left, right] = this.models.map((model) => this.words[model]);
    const [thickLeft, thickRight] = this.models.map((model) => this.payload.verdicts[model].thickness);
    const values = { left, right, thickness_left: thickLeft, thickness_right: thickRight };
    for (const name of ["path", "gradient"]) {
      this.root.querySelector(`[data-id=${name}-chart]`).setAttribute("aria-label", t(`${name}.alt`, values));
    }
  }

  row(bar) {
    const name = bar.class ? className(bar.class) : t("bars.rest", { count: bar.count });
    const fill = element("i", { className: `fill fill-${bar.kind}` });
    const tick = element("i", { className: "tick" });
    const value = element("span", { className: "bar-value" });
    const track = element("span", { className: "track" }, [fill, tick]);
    const label = element("span", { className: "bar-name", textContent: name, title: name });
    return { node: element("div", { className: "bar-row" }, [label, track, value]), fill, tick, value };
  }

  numbers(list) {
    const outputs = {};
    list.replaceChildren(...["loss", "entropy", "confidence"].map((name) => {
      outputs[name] = element("dd");
      const term = element("dt", { textContent: t(`number.${name}`) });
      term.dataset.hint = `number.${name}.help`;
      term.tabIndex = 0;
      return element("div", {}, [term, outputs[name]]);
    }));
    return outputs;
  }

  // index: of the point of λ.
  move(index) {
    const { bars, answers, lam } = this.payload;
    for (const model of this.models) {
      bars.forEach((bar, i) => {
        const row = this.rows[model][i];
        row.fill.style.transform = `scaleX(${bar[model][index]})`;
        row.tick.style.left = `${100 * bar.target[index]}%`;
        row.tick.hidden = bar.target[index] === 0;
        row.value.textContent = percent(bar[model][index]);
      });
      const { loss, entropy, confidence } = answers[model];
      this.values[model].loss.textContent = `${loss[index].toFixed(2)} nat`;
      this.values[model].entropy.textContent = `${entropy[index].toFixed(2)} nat`;
      this.values[model].confidence.textContent = percent(confidence[index]);
    }
    this.softLabel(bars, index, lam[index]);
  }

  softLabel(bars, index) {
    const parts = bars.filter((bar) => bar.kind !== "other")
      .map((bar) => [className(bar.class), bar.target[index]]);
    const texts = parts.map(([name, share]) => `${name} ${percent(share)}`);
    [...this.soft.children].forEach((part, i) => {
      const share = parts[i]?.[1] ?? 0;
      part.style.width = `${100 * share}%`;
      part.textContent = share >= 0.14 ? texts[i] : "";
    });
    this.soft.setAttribute("aria-label", texts.join(", "));
  }

  verdicts() {
    const words = this.models.map((model, i) => {
      const { key, slope, thickness } = this.payload.verdicts[model];
      return element("p", {}, [
        element("b", { className: `model-word model-word-${MARKS[i]}`, textContent: this.words[model] }),
        ` ${t(key, { slope })}`,
        element("span", { className: "thickness", textContent: t("verdict.thickness", { thickness }) }),
      ]);
    });
    this.root.querySelector("[data-id=verdicts]").replaceChildren(...words);
  }

  table() {
    const rows = this.payload.table.map((row) => {
      const ideal = row.ideal.replace(/^\[\[(.+)\]\]$/, (_, key) => t(key));
      const unit = t(`measure.${row.name}.unit`);
      const name = element("span", { textContent: t(`measure.${row.name}`) });
      const small = element("small", { textContent: unit });
      const help = element("button", { className: "help", type: "button", textContent: "?" });
      help.dataset.hint = `measure.${row.name}.help`;
      help.setAttribute("aria-label", t("help.label"));
      const head = element("th", { scope: "row" }, [name, " ", small, " ", help]);
      const cells = [...this.models.map((model) => row[model]), ideal].map((text) => element("td", { textContent: text }));
      return element("tr", {}, [head, ...cells]);
    });
    this.root.querySelector("[data-id=smoothness] tbody").replaceChildren(...rows);
  }
}

// The table behind a chart, made when it is first opened.
export function tableOf(figure, resolved) {
  const traces = resolved.data.filter((trace) => trace.hoverinfo !== "skip");
  const heads = ["λ", ...traces.map((trace) => (trace.meta ? `${trace.meta}: ${trace.name}` : trace.name))];
  const head = element("tr", {}, heads.map((text) => element("th", { scope: "col", textContent: text })));
  const cell = ({ text, meta, y }, i) => text?.[i] ?? (meta ? percent(y[i]) : Number(y[i]).toPrecision(3));
  const body = traces[0].x.map((lambda, i) => element("tr", {}, [
    element("th", { scope: "row", textContent: Number(lambda).toFixed(2) }),
    ...traces.map((trace) => element("td", { textContent: cell(trace, i) })),
  ]));
  return element("table", {}, [element("thead", {}, [head]), element("tbody", {}, body)]);
}
