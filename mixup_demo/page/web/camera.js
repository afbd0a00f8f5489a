// The dialog in which the visitor takes a picture with the camera.

import { finder, isShown, select } from "./dom.js";

const WANTED = { width: 1280, height: 960 };

export class Camera {
  /** @type {(file: File) => void} */
  take = () => {};
  opening = false;

  /**
   * @param {HTMLDialogElement} dialog made of camera.html
   * @param {() => void} refuse there is no camera, or it must not be used
   */
  constructor(dialog, refuse) {
    const find = finder(dialog);
    this.dialog = dialog;
    this.refuse = refuse;
    this.video = select(dialog, "video", HTMLVideoElement);
    this.button = find("camera-take", HTMLButtonElement);
    this.button.addEventListener("click", () => this.shoot());
    this.video.addEventListener("loadeddata", () => { this.button.disabled = false; });
    find("camera-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => this.end());
  }

  /** @param {(file: File) => void} take what to do with the picture */
  async open(take) {
    if (this.opening) return; // pressed twice
    this.take = take;
    this.opening = true;
    this.button.disabled = true; // until there is a picture to take
    try {
      this.video.srcObject = await navigator.mediaDevices.getUserMedia({ video: WANTED });
    } catch {
      this.refuse();
      return;
    } finally {
      this.opening = false;
    }
    if (this.dialog.parentElement && isShown(this.dialog.parentElement)) this.dialog.showModal();
    else this.end(); // the visitor has gone to another view before the browser was allowed to
  }

  async shoot() {
    const canvas = new OffscreenCanvas(this.video.videoWidth, this.video.videoHeight);
    canvas.getContext("2d")?.drawImage(this.video, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    this.dialog.close();
    this.take(new File([blob], "camera.png", { type: "image/png" }));
  }

  end() {
    const { srcObject } = this.video;
    if (srcObject instanceof MediaStream) for (const track of srcObject.getTracks()) track.stop();
    this.video.srcObject = null;
  }
}
