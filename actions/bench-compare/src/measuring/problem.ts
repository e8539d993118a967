import type { Problem, ProblemKind } from "../result.ts";

/** How much of a program's output a report shows. */
const MAX_OUTPUT_LINES = 30;
const MAX_OUTPUT_CHARACTERS = 4000;

/** Measuring cannot go on. `collect` catches this: it becomes a result with a name, not an error. */
export class MeasuringProblem extends Error {
  override readonly name = "MeasuringProblem";
  readonly problem: Problem;

  constructor(kind: ProblemKind, sentence: string, output?: string) {
    super(sentence);
    const end = output === undefined ? "" : endOf(output);
    this.problem = { kind, sentence, ...(end !== "" && { output: end }) };
  }
}

/** The last lines, without terminal codes. */
function endOf(output: string): string {
  const plain = output.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "");
  return plain.trim().split(/\r?\n/).slice(-MAX_OUTPUT_LINES).join("\n").slice(-MAX_OUTPUT_CHARACTERS);
}
