/** What readers of a database's copy see: for some reads after each change still the state before it. */
export class Replica<State> {
  /** Reads that see nothing of the changes from now on. */
  lag = 0;
  readonly #behind: { readonly state: State; left: number }[] = [];

  /** Call it before each change. */
  remember(state: State): void {
    if (this.lag > 0) this.#behind.push({ state, left: this.lag });
  }

  read(current: State): State {
    const oldest = this.#behind[0];
    if (oldest === undefined) return current;
    if (--oldest.left === 0) this.#behind.shift();
    return oldest.state;
  }
}
