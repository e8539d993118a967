import { counted } from "@jessy-actions/kit/report/quantity";
import type { MeasuredFacts } from "../facts.ts";

/** What a reader has to know beside the numbers, one sentence each; names stand between backticks. */
export function notesOf(
  { run, files, warnings }: Pick<MeasuredFacts, "run" | "files" | "warnings">,
  changedInputs: readonly string[],
): string[] {
  const notes: string[] = [];
  if (changedInputs.length > 0)
    notes.push(
      `The default branch is judged with a different ${changedInputs.map((input) => `\`${input}\``).join(" and ")}.`,
    );
  if (run?.identical === true)
    notes.push(
      "Both sides run the same program, byte for byte: a difference can only come from what it reads, or from the machine.",
    );
  if (run?.ranOutOfTime === true)
    notes.push(`Measuring ended after ${counted(run.rounds, "round")}, because \`max-minutes\` was used up.`);
  if (run !== undefined && run.withheld.length > 0)
    notes.push(
      `Benchmarks did not get these environment variables, because their names look like secrets: ${run.withheld.map((name) => `\`${name}\``).join(", ")}. \`pass-environment\` lets one through.`,
    );
  if (files !== undefined)
    notes.push(
      files.base.runs === 1 && files.head.runs === 1
        ? "Each side is a single process run. Samples of one process resemble each other, so the intervals look narrower than those of several runs would."
        : `The order in which the runs were made is not known (${files.base.runs} of the base, ${files.head.runs} of the head).`,
    );
  return [...notes, ...warnings];
}
