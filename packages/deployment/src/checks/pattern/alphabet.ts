/** What a character is to the assertions beside it. */
export const START = "start";
export const END = "end";
export const LINE_END = "line-end";
export const WORD = "word";
export type Neighbour = typeof START | typeof END | typeof LINE_END | typeof WORD | "other";

/** Characters that a pattern cannot tell apart. */
export interface SymbolClass {
  readonly number: number;
  /** Which leaves match it, by their numbers. */
  readonly leaves: readonly boolean[];
  readonly neighbour: Neighbour;
}

/** Sorts characters into the few classes that a pattern tells apart. Each leaf is asked of one character at a time. */
export class Alphabet {
  readonly end: SymbolClass;
  readonly #leaves: readonly RegExp[];
  readonly #word: RegExp;
  readonly #classes = new Map<string, SymbolClass>();
  readonly #ofPoint = new Map<number, SymbolClass>();

  constructor(leaves: readonly string[], flags: string) {
    const own = `${flags.replace(/[mu]/g, "")}u`;
    this.#leaves = leaves.map((source) => new RegExp(`^(?:${source})$`, own));
    this.#word = new RegExp("^\\w$", own);
    this.end = { number: 0, leaves: [], neighbour: END };
  }

  classOf(point: number): SymbolClass {
    const known = this.#ofPoint.get(point);
    if (known !== undefined) return known;
    const character = String.fromCodePoint(point);
    const neighbour = /[\n\r\u2028\u2029]/.test(character) ? LINE_END : this.#word.test(character) ? WORD : "other";
    const leaves = this.#leaves.map((leaf) => leaf.test(character));
    const key = `${neighbour}:${leaves.map(Number).join("")}`;
    const found = this.#classes.get(key) ?? { number: this.#classes.size + 1, leaves, neighbour };
    this.#classes.set(key, found);
    this.#ofPoint.set(point, found);
    return found;
  }
}
