import { Alphabet, END, LINE_END, type Neighbour, START, type SymbolClass, WORD } from "./alphabet.ts";
import { compile, type Program } from "./program.ts";
import { type Assertion, parsePattern } from "./syntax.ts";

export interface LinearPattern {
  /**
   * Whether the pattern is found anywhere in the text, in time linear to the text. Undefined: a pattern and a text made
   * for each other need more steps than a check may take.
   */
  test(text: string): boolean | undefined;
}

/**
 * A regular expression whose search cannot explode. JavaScript's own goes back and tries again, so `(a+)+$` takes longer
 * than the universe on an answer of forty letters, and no timer interrupts it. This one keeps every possibility at once
 * (Thompson 1968), and remembers the sets it has met.
 *
 * @param pattern in JavaScript's syntax with the flag `u`. @param flags some of i, m, s.
 * @throws ReportError, whose message stands after the pattern.
 */
export function linearPattern(pattern: string, flags: string): LinearPattern {
  const program = compile(parsePattern(pattern, flags));
  return { test: (text) => new Search(program, flags).test(text) };
}

/** Instructions that are looked at outside of what is remembered: well below a second. */
const MAX_STEPS = 5_000_000;

/** Sets of instructions that are remembered at a time. */
const MAX_STATES = 1000;

/** Instructions that wait for the next character, and what stands before it. */
interface State {
  readonly waiting: readonly number[];
  readonly before: Neighbour;
  readonly next: (State | "found" | undefined)[];
}

class Search {
  readonly #program: Program;
  readonly #alphabet: Alphabet;
  readonly #isMultiline: boolean;
  readonly #states = new Map<string, State>();
  /** By instruction: the number of the step that saw it last. */
  readonly #seen: Uint32Array;
  #stepNumber = 0;
  #steps = 0;

  constructor(program: Program, flags: string) {
    this.#program = program;
    this.#alphabet = new Alphabet(program.leaves, flags);
    this.#isMultiline = flags.includes("m");
    this.#seen = new Uint32Array(program.instructions.length);
  }

  test(text: string): boolean | undefined {
    let state = this.#state([], START);
    for (let at = 0; at < text.length; ) {
      const point = text.codePointAt(at)!;
      at += point > 0xffff ? 2 : 1;
      const next = this.#follow(state, this.#alphabet.classOf(point));
      if (next === "found") return true;
      if (this.#steps > MAX_STEPS) return undefined;
      state = next;
    }
    return this.#follow(state, this.#alphabet.end) === "found";
  }

  #follow(state: State, symbol: SymbolClass): State | "found" {
    const known = state.next[symbol.number];
    if (known !== undefined) return known;
    const next = this.#step(state, symbol);
    state.next[symbol.number] = next;
    return next;
  }

  /** Every instruction that can be reached without a character, then those behind it. */
  #step({ waiting, before }: State, symbol: SymbolClass): State | "found" {
    const { instructions } = this.#program;
    const step = ++this.#stepNumber;
    // The search may begin anywhere.
    const stack = [0, ...waiting];
    const reached: number[] = [];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (this.#seen[at] === step) continue;
      this.#seen[at] = step;
      this.#steps++;
      const instruction = instructions[at]!;
      if (instruction.kind === "match") return "found";
      if (instruction.kind === "jump") stack.push(instruction.to);
      else if (instruction.kind === "split") stack.push(at + 1, ...instruction.others);
      else if (instruction.kind === "leaf") {
        if (symbol.leaves[instruction.leaf]) reached.push(at + 1);
      } else if (this.#holds(instruction.assertion, before, symbol.neighbour)) stack.push(at + 1);
    }
    return this.#state(reached, symbol.neighbour);
  }

  #holds(assertion: Assertion, before: Neighbour, after: Neighbour): boolean {
    switch (assertion) {
      case "^":
        return before === START || (this.#isMultiline && before === LINE_END);
      case "$":
        return after === END || (this.#isMultiline && after === LINE_END);
      case "b":
        return (before === WORD) !== (after === WORD);
      case "B":
        return (before === WORD) === (after === WORD);
    }
  }

  #state(reached: number[], before: Neighbour): State {
    // Each once: a step sees no instruction twice.
    const waiting = reached.sort((a, b) => a - b);
    const key = `${before}:${waiting.join()}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#states.size >= MAX_STATES) this.#states.clear();
    const state = { waiting, before, next: [] };
    this.#states.set(key, state);
    return state;
  }
}
