// A computation that the server answers part by part; a newer one ends the older.

// A text that tells pages, and questions of one page that run side by side, apart.
export const newVisitor = () => crypto.getRandomValues(new Uint32Array(2)).join("-");

export class Stream {
  // method: of the server, answers requests with {..., start, frames, done} from frame `start` on;
  // stop: of the server, ends what `visitor` waits for; shell: for its server and messages.
  constructor(shell, method, stop) {
    Object.assign(this, { shell, method, stopMethod: stop });
    this.visitor = newVisitor();
  }

  // Ask for one part after the other from frame `start` on, as far as the server answers;
  // part(answer): what to do with each. Returns false where a newer run or `stop` came first.
  async run(request, part, start = 0) {
    const running = {};
    this.running = running;
    for (let done = false; !done;) {
      const answer = await this.shell.ask(this.method, { ...request, start, visitor: this.visitor });
      if (this.running !== running) return false;
      if (!answer) break;
      part(answer);
      start += answer.frames.length;
      done = answer.done;
    }
    this.running = null;
    return true;
  }

  async stop() {
    this.running = null;
    await this.shell.server[this.stopMethod]({ visitor: this.visitor });
  }
}
