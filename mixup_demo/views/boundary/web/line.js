// Drawing a line in a plane: two points, one after the other, and a rubber band between them.

export class LineTool {
  // button: turns it on and off; maps: `PlaneMap`s; tell(key): a word to the visitor.
  constructor(button, maps, tell) {
    Object.assign(this, { button, maps, tell });
    button.addEventListener("click", () => (this.ends ? this.end() : this.begin()));
  }

  begin() {
    this.ends = [];
    this.button.setAttribute("aria-pressed", "true");
    this.tell("plane.line.first");
  }

  end() {
    this.ends = null;
    this.button.setAttribute("aria-pressed", "false");
    for (const map of this.maps) map.band(null);
  }

  // Keep what `make` gives for a point; both ends' are returned with the second one, null otherwise.
  pick(x, y, make) {
    if (!this.ends) return null;
    this.ends.push({ x, y, what: make() });
    if (this.ends.length < 2) {
      this.tell("plane.line.second");
      return null;
    }
    const both = this.ends.map((end) => end.what);
    this.end();
    return both;
  }

  move(x, y) {
    if (!this.ends?.length) return;
    for (const map of this.maps) map.band([this.ends[0], { x, y }]);
  }
}
