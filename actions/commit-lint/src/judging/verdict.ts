import { counted } from "@jessy-actions/kit/report/quantity";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Origin } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Counts, Result, SkippedPull, Subject } from "../result.ts";

/** What the verdict is made of. */
export interface Judged {
  readonly subjects: readonly Subject[];
  readonly counts: Counts;
  readonly skipped: readonly SkippedPull[];
  /** Commits that nobody could read, in words. */
  readonly missing: string | undefined;
  readonly origin: Origin;
}

/**
 * The verdict, whether it ends the step, and its one sentence. What was not looked at never passes, unless the workflow or git itself says why.
 * Pure.
 */
export function judge(judged: Judged, failOn: Inputs["failOn"]): Pick<Result, "verdict" | "fails" | "headline"> {
  const [verdict, sentence] = decide(judged, failOn);
  const fails = verdict === "broken" || (verdict === "fail" && failOn !== "never");
  return { verdict, fails, headline: `${sentence}: ${verdict}` };
}

function decide({ subjects, counts, skipped, missing, origin }: Judged, failOn: Inputs["failOn"]): [Verdict, string] {
  if (missing !== undefined) return ["broken", `Not every commit was checked: ${missing}`];
  if (subjects.length === 0) {
    if (skipped.length > 0) return ["pass", `Not checked: ${skipped.map(describeSkipped).join(", ")}`];
    if (origin === "new-branch") return ["pass", "Nothing to check: the new branch has no commit of its own"];
    return ["broken", "Nothing was checked: there is no commit"];
  }
  const failing = subjects.filter((subject) => isFailing(subject, failOn));
  if (failing.length > 0) {
    const verb = failing.length === 1 ? "breaks" : "break";
    return ["fail", `${phrase(failing, subjects)} ${verb} the rules`];
  }
  const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
  const follows = checked.length === 1 ? "follows" : "follow";
  const what = checked.length === 0 ? "Nothing here needs checking" : `${phrase(checked)} ${follows} the rules`;
  const tail = [
    ...(counts.warnings > 0 ? [`with ${counted(counts.warnings, "warning")}`] : []),
    ...(counts.ignored > 0 ? [ignoredInWords(subjects)] : []),
  ];
  return ["pass", [what, ...tail].join(", ")];
}

/** Whether a title or commit is a reason for the verdict `fail`. */
export function isFailing({ errors, warnings }: Subject, failOn: Inputs["failOn"]): boolean {
  return errors > 0 || (failOn === "warning" && warnings > 0);
}

/** `The title and 2 of 4 commits`. */
function phrase(some: readonly Subject[], all?: readonly Subject[]): string {
  const of = (kind: Subject["kind"], subjects: readonly Subject[]) => subjects.filter((each) => each.kind === kind);
  const [titles, commits] = [of("title", some), of("commit", some)];
  const allCommits = all === undefined ? commits.length : of("commit", all).length;
  const parts = [
    ...(titles.length === 0 ? [] : [titles.length === 1 ? "the title" : `${titles.length} titles`]),
    ...(commits.length === 0
      ? []
      : [commits.length === allCommits ? counted(allCommits, "commit") : `${commits.length} of ${allCommits} commits`]),
  ];
  const text = parts.join(" and ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function ignoredInWords(subjects: readonly Subject[]): string {
  const kinds = new Map<string, number>();
  for (const { ignoredAs } of subjects) {
    if (ignoredAs !== undefined) kinds.set(ignoredAs, (kinds.get(ignoredAs) ?? 0) + 1);
  }
  return `left alone: ${[...kinds].map(([kind, number]) => `${number} ${kind}`).join(", ")}`;
}

function describeSkipped({ pullRequest, reason }: SkippedPull): string {
  return `#${pullRequest} ${reason.replaceAll("`", "")}`;
}
