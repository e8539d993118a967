/** What readers of a database's copy see: for some reads, or for some time, after each change still the state before it. */
export class Replica<State> {
  /** Reads that see nothing of the changes from now on. */
  lag = 0;
  /** Milliseconds for which the changes from now on are not seen. */
  delay = 0;
  readonly #behind: { readonly state: State; left: number; readonly until: number }[] = [];

  get isBehind(): boolean {
    return this.lag > 0 || this.delay > 0;
  }

  /** Call it before each change, or at once after it. @param state before the change. */
  remember(state: State): void {
    if (this.isBehind) this.#behind.push({ state, left: this.lag, until: performance.now() + this.delay });
  }

  read(current: State): State {
    for (let oldest = this.#behind[0]; oldest !== undefined; oldest = this.#behind[0]) {
      if (oldest.left > 0) {
        oldest.left--;
        return oldest.state;
      }
      if (oldest.until > performance.now()) return oldest.state;
      this.#behind.shift();
    }
    return current;
  }
}
