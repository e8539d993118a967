import { counted } from "@jessy-actions/kit/report/quantity";
import type { MeasuredFacts } from "../facts.ts";

/** What a reader has to know beside the numbers, one sentence each; names stand between backticks. */
export function notesOf(
  {
    run,
    files,
    warnings,
    rulesUnknown,
    otherName,
  }: Pick<MeasuredFacts, "run" | "files" | "warnings" | "rulesUnknown" | "otherName">,
  changedInputs: readonly string[],
): string[] {
  const notes: string[] = [];
  for (const input of changedInputs) {
    const counts = input === "overrides" ? ": for each benchmark, the stricter of the two rules counts" : "";
    notes.push(`The default branch is judged with a different \`${input}\`${counts}.`);
  }
  if (rulesUnknown !== undefined)
    notes.push(
      `The default branch's rules are not known, because ${rulesUnknown.reason}. Where they are stricter than this change's own, they did not count; \`on-unreadable-history: warn\` allows that.`,
    );
  if (otherName !== undefined) {
    const other = otherName === "" ? "one without a name" : `one called \`${otherName}\``;
    notes.push(`The default branch has no comparison of this name, but ${other}: that one's rules do not count here.`);
  }
  if (run?.identical === true)
    notes.push(
      "Both sides run the same program, byte for byte: a difference can only come from what it reads, or from the machine.",
    );
  if (run?.ranOutOfTime === true)
    notes.push(`Measuring ended after ${counted(run.rounds, "round")}, because \`max-minutes\` was used up.`);
  if (run !== undefined && run.withheld.length > 0)
    notes.push(
      `Benchmarks did not get these environment variables, which look like credentials or are not known to belong to tools: ${run.withheld.map((name) => `\`${name}\``).join(", ")}. \`pass-environment\` lets them through.`,
    );
  if (files !== undefined)
    notes.push(
      files.base.runs === 1 && files.head.runs === 1
        ? "Each side is a single process run. Samples of one process resemble each other, so the intervals look narrower than those of several runs would."
        : `The order in which the runs were made is not known (${files.base.runs} of the base, ${files.head.runs} of the head).`,
    );
  return [...notes, ...warnings];
}
