// What the models say: soft label, bars, numbers; all of it looked up at the nearest point of λ.

import { element } from "./dom.js";
import { className, t } from "./words.js";

const MODELS = ["erm", "mixup"];
const percent = (share) => `${Math.round(100 * share)} %`;

// What was trained, how long, and how well it does.
export function cardLine({ name, test_error: error, test_images: n, recipe, parameters }) {
  return t("model.card", {
    name, error: (100 * error).toFixed(2), n: n.toLocaleString("en"), epochs: recipe.epochs,
    millions: (parameters / 1e6).toFixed(1),
  });
}

export class Answers {
  constructor(root) {
    this.root = root;
    this.soft = root.querySelector("[data-id=soft-bar]");
    this.cards = Object.fromEntries(MODELS.map((model) => [model, root.querySelector(`[data-model=${model}]`)]));
  }

  // Build what stays while λ moves.
  show(payload, cards) {
    this.payload = payload;
    this.rows = {};
    this.values = {};
    for (const model of MODELS) {
      this.rows[model] = payload.bars.map((bar) => this.row(bar));
      this.cards[model].querySelector(".bars").replaceChildren(...this.rows[model].map((row) => row.node));
      this.values[model] = this.numbers(this.cards[model].querySelector(".numbers"));
      this.cards[model].querySelector(".card-line").textContent = cardLine(cards[model]);
    }
    this.verdicts();
    this.table();
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
    for (const model of MODELS) {
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
    const words = MODELS.map((model) => {
      const { key, slope } = this.payload.verdicts[model];
      return element("p", { innerHTML: "" }, [
        element("b", { className: `model-word model-word-${model}`, textContent: t(`model.${model}`) }),
        ` ${t(key, { slope })}`,
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
      const cells = [row.erm, row.mixup, ideal].map((text) => element("td", { textContent: text }));
      return element("tr", {}, [head, ...cells]);
    });
    this.root.querySelector("[data-id=smoothness] tbody").replaceChildren(...rows);
  }
}

// The table behind a chart, made when it is first opened.
export function tableOf(figure, resolved) {
  const traces = resolved.data.filter((trace) => trace.hoverinfo !== "skip");
  const panels = new Set(traces.map((trace) => trace.xaxis ?? "x")).size;
  const model = (trace) => (panels > 1 ? `${t(trace.xaxis === "x2" ? "model.mixup" : "model.erm")}: ` : "");
  const heads = ["λ", ...traces.map((trace) => model(trace) + trace.name)];
  const head = element("tr", {}, heads.map((text) => element("th", { scope: "col", textContent: text })));
  const decimals = panels > 1 ? (value) => percent(value) : (value) => Number(value).toPrecision(3);
  const body = traces[0].x.map((lambda, i) => element("tr", {}, [
    element("th", { scope: "row", textContent: Number(lambda).toFixed(2) }),
    ...traces.map((trace) => element("td", { textContent: decimals(trace.y[i]) })),
  ]));
  return element("table", {}, [element("thead", {}, [head]), element("tbody", {}, body)]);
}
