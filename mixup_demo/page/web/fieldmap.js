// A square of the plane: a field of colours, one pixel a cell, and marks over it.

// Lines of a boundary: their ends x, y, x, y in parts of the map's sides, of which there are `parts`.
export function strokeLines(context, lines, parts, width, height, style) {
  context.beginPath();
  for (let i = 0; i < lines.length; i += 4) {
    context.moveTo((lines[i] / parts) * width, (1 - lines[i + 1] / parts) * height);
    context.lineTo((lines[i + 2] / parts) * width, (1 - lines[i + 3] / parts) * height);
  }
  Object.assign(context, style);
  context.stroke();
}

export class FieldMap {
  // on: { point(x, y), press(x, y), leave() } with coordinates in the data's plane.
  constructor(box, on = {}) {
    Object.assign(this, { box, on });
    this.canvas = box.querySelector("canvas");
    this.cross = box.querySelector(".cross");
    this.grid = document.createElement("canvas");
    box.addEventListener("pointerdown", (event) => this.tell(event, on.press));
    box.addEventListener("pointermove", (event) => this.tell(event, event.buttons ? on.press : on.point));
    box.addEventListener("pointerleave", () => on.leave?.());
    new ResizeObserver(() => this.paint()).observe(box);
  }

  tell(event, told) {
    if (!this.scene || !told) return;
    const area = this.box.getBoundingClientRect();
    const { left, right, bottom, top } = this.scene.frame;
    told(left + ((event.clientX - area.left) / area.width) * (right - left), top - ((event.clientY - area.top) / area.height) * (top - bottom));
  }

  // scene: what stays while frames change, at least { frame: { left, right, bottom, top }, side,
  // colours: palette() }.
  paint() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!this.scene || !width) return;
    const scale = devicePixelRatio;
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.canvas.width !== across || this.canvas.height !== down) Object.assign(this.canvas, { width: across, height: down });
    const context = this.canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    Object.assign(context, { imageSmoothingEnabled: true, imageSmoothingQuality: "high", lineJoin: "round" });
    context.fillStyle = this.scene.colours.card;
    context.fillRect(0, 0, width, height);
    this.draw(context, width, height);
  }

  // Pixels of a place in the plane.
  place(x, y) {
    const { left, right, bottom, top } = this.scene.frame;
    return [((x - left) / (right - left)) * this.box.clientWidth, ((top - y) / (top - bottom)) * this.box.clientHeight];
  }

  // The cross at a place; without one it is hidden.
  move(at) {
    this.cross.hidden = !at;
    if (!at || !this.scene) return;
    const [left, top] = this.place(at.x, at.y);
    this.cross.style.transform = `translate(${left}px, ${top}px)`;
  }
}
