import { ReportError } from "@jessy-actions/reading/report-error";
import type { Assertion, Syntax } from "./syntax.ts";

/** Thompson's construction: each instruction goes on to the next one unless it says where. */
export type Instruction =
  | { readonly kind: "leaf"; readonly leaf: number }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { kind: "split"; others: readonly number[] }
  | { kind: "jump"; to: number }
  | { readonly kind: "match" };

export interface Program {
  readonly instructions: readonly Instruction[];
  /** Sources of what matches one character, each once. */
  readonly leaves: readonly string[];
}

/** `(a{100}){100}` would be ten thousand. */
export const MAX_INSTRUCTIONS = 2000;

/** @throws ReportError if it is too large. */
export function compile(syntax: Syntax): Program {
  const instructions: Instruction[] = [];
  const leaves: string[] = [];
  write(syntax);
  emit({ kind: "match" });
  return { instructions, leaves };

  function emit<One extends Instruction>(instruction: One): One {
    if (instructions.length >= MAX_INSTRUCTIONS)
      throw new ReportError("is too large: write smaller numbers between its braces");
    instructions.push(instruction);
    return instruction;
  }

  function write(part: Syntax): void {
    if (part.kind === "leaf") emit({ kind: "leaf", leaf: leafNumber(part.source) });
    else if (part.kind === "assertion") emit(part);
    else if (part.kind === "sequence") part.parts.forEach(write);
    else if (part.kind === "choice") writeChoice(part.parts);
    else writeRepeat(part.part, part.min, part.max);
  }

  function leafNumber(source: string): number {
    const known = leaves.indexOf(source);
    return known === -1 ? leaves.push(source) - 1 : known;
  }

  function writeChoice(parts: readonly Syntax[]): void {
    const split = emit({ kind: "split", others: [] as number[] });
    const jumps = parts.map((part, at) => {
      if (at > 0) split.others.push(instructions.length);
      write(part);
      return emit({ kind: "jump", to: 0 });
    });
    for (const jump of jumps) jump.to = instructions.length;
  }

  function writeRepeat(part: Syntax, min: number, max: number): void {
    for (let copy = 0; copy < min; copy++) write(part);
    if (max === Number.POSITIVE_INFINITY) {
      const start = instructions.length;
      const split = emit({ kind: "split", others: [] as number[] });
      write(part);
      emit({ kind: "jump", to: start });
      split.others.push(instructions.length);
      return;
    }
    const splits = [];
    for (let copy = min; copy < max; copy++) {
      splits.push(emit({ kind: "split", others: [] as number[] }));
      write(part);
    }
    for (const split of splits) split.others.push(instructions.length);
  }
}
