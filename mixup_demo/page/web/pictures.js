// The pictures of a view: upload, drop, paste, camera, examples, and the class of each.

import { pixelsOf } from "./blend.js";
import { STRIP_SIZE } from "../../views/mix/web/alpha.js";
import { className, current, t } from "./words.js";

const SIZE = 512;

async function loadImage(src) {
  const image = new Image();
  image.src = src;
  await image.decode();
  return image;
}

export class Pictures {
  // examples: lists of photos' keys, one photo a side.
  // on: { change(side), upload(file, side) -> {path, image}, problem(text) }
  constructor(root, config, base, examples, on) {
    Object.assign(this, { root, config, base, examples, on });
    this.names = ["a", "b", "c"].slice(0, examples[0].length);
    this.sides = Object.fromEntries(this.names.map((side) => [side, this.makeSide(side)]));
    this.makeExamples();
    this.makeCamera();
    document.addEventListener("paste", (event) => this.paste(event));
  }

  makeSide(side) {
    const card = this.root.querySelector(`[data-side=${side}]`);
    const state = { card, canvas: card.querySelector("canvas"), choice: card.querySelector("select"), label: null };
    const input = card.querySelector("input[type=file]");
    input.addEventListener("change", () => {
      if (input.files[0]) this.take(side, input.files[0]);
      input.value = ""; // so that the same file can be chosen again
    });
    card.addEventListener("dragover", (event) => { event.preventDefault(); card.classList.add("over"); });
    card.addEventListener("dragleave", () => card.classList.remove("over"));
    card.addEventListener("drop", (event) => {
      event.preventDefault();
      card.classList.remove("over");
      if (event.dataTransfer.files[0]) this.take(side, event.dataTransfer.files[0]);
    });
    card.querySelector("[data-action=camera]")?.addEventListener("click", () => this.openCamera(side));
    state.choice.addEventListener("change", () => {
      state.label = state.choice.value || null;
      this.on.change(side);
    });
    return state;
  }

  // The card that has the focus or the pointer gets what is pasted; A otherwise.
  paste(event) {
    const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith("image/"));
    if (!file || !this.root.checkVisibility()) return;
    const aimed = this.root.querySelector(".picture:focus-within, .picture:hover");
    this.take(aimed?.dataset.side ?? "a", file);
  }

  // Send a file to the server, which checks and decodes it; the old picture stays if it fails.
  async take(side, file) {
    const { card } = this.sides[side];
    this.problem(side, "");
    card.setAttribute("aria-busy", "true");
    try {
      const { path, image, error } = await this.on.upload(file, side);
      if (error) this.problem(side, error);
      else await this.set(side, { upload: path }, image);
    } finally {
      card.removeAttribute("aria-busy");
    }
  }

  problem(side, sentences) {
    this.sides[side].sentences = sentences;
    this.sides[side].card.querySelector(".problem").textContent = sentences ? sentences[current()] : "";
  }

  async setPhoto(side, key) {
    const photo = this.config.photos[key];
    await this.set(side, { photo: key }, `${this.base}/${photo.file}`, false);
  }

  async set(side, source, src, announce = true) {
    const state = this.sides[side];
    const image = await loadImage(src);
    state.source = source;
    state.label = null;
    state.pixels = pixelsOf(image, SIZE);
    state.small = pixelsOf(image, STRIP_SIZE);
    state.point = undefined; // of the Boundary view, made when it is needed
    state.canvas.getContext("2d").putImageData(new ImageData(state.pixels, SIZE, SIZE), 0, 0);
    this.problem(side, "");
    if (announce) this.on.change(side);
  }

  // Offer all classes; the one in use is chosen, whoever proposed it.
  showLabels(labels) {
    this.names.forEach((side, i) => {
      const state = this.sides[side];
      const names = this.config.classes;
      state.choice.replaceChildren(...names.map((name) => new Option(className(name), name)));
      state.choice.value = names[labels[i]];
      const photo = this.config.photos[state.source.photo];
      const title = photo ? photo.title[current()] : t("picture.own");
      state.canvas.setAttribute("aria-label", `${t(`picture.${side}.label`)}: ${title}`);
      if (state.sentences) this.problem(side, state.sentences);
    });
  }

  makeExamples() {
    const grid = this.root.querySelector("[data-id=examples]");
    grid.replaceChildren(...this.examples.map((keys) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "example" });
      button.dataset.photos = keys.join("+");
      for (const key of keys) {
        const image = Object.assign(document.createElement("img"), { alt: "", loading: "lazy" });
        image.src = `${this.base}/${this.config.photos[key].file}`;
        button.append(image);
      }
      button.addEventListener("click", () => this.choose(keys));
      return button;
    }));
    this.nameExamples();
  }

  // Names and the mark of the example that is shown, again whenever language or pictures change.
  nameExamples() {
    const shown = this.names.map((side) => this.sides[side].source?.photo).join("+");
    for (const button of this.root.querySelectorAll(".example")) {
      const names = button.dataset.photos.split("+").map((key) => className(this.config.photos[key].label));
      button.setAttribute("aria-label", names.join(" + "));
      button.title = names.join(" + ");
      button.setAttribute("aria-pressed", String(button.dataset.photos === shown));
    }
  }

  async choose(keys) {
    await Promise.all(keys.map((key, i) => this.setPhoto(this.names[i], key)));
    this.on.change("all");
  }

  makeCamera() {
    this.camera = this.root.querySelector("[data-id=camera]");
    this.camera.querySelector("[data-id=camera-take]").addEventListener("click", () => this.shoot());
    this.camera.querySelector("[data-id=camera-close]").addEventListener("click", () => this.camera.close());
    this.camera.addEventListener("close", () => {
      for (const track of this.camera.querySelector("video").srcObject?.getTracks() ?? []) track.stop();
    });
  }

  async openCamera(side) {
    this.cameraSide = side;
    const video = this.camera.querySelector("video");
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 960 } });
    } catch {
      this.on.problem(t("picture.camera.problem"));
      return;
    }
    this.camera.showModal();
  }

  async shoot() {
    const video = this.camera.querySelector("video");
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext("2d").drawImage(video, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    this.camera.close();
    await this.take(this.cameraSide, new File([blob], "camera.png", { type: "image/png" }));
  }
}
