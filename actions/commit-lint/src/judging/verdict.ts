import { counted } from "@jessy-actions/kit/report/quantity";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Origin } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Counts, SkippedPull, Subject } from "../result.ts";

/** What the verdict is made of. */
export interface Judged {
  readonly subjects: readonly Subject[];
  readonly counts: Counts;
  readonly skipped: readonly SkippedPull[];
  /** Commits that nobody could read, in words. */
  readonly missing: string | undefined;
  readonly origin: Origin;
}

/** The verdict, and its one sentence. Nothing that was not looked at is ever a pass, unless the workflow or git itself says why. */
export function headlineOf(
  judged: Judged,
  failOn: Inputs["failOn"],
): { readonly verdict: Verdict; readonly headline: string } {
  const { subjects, counts, skipped, missing, origin } = judged;
  if (missing !== undefined) return { verdict: "broken", headline: `Not every commit was checked: ${missing}: broken` };
  if (subjects.length === 0) {
    if (skipped.length > 0)
      return { verdict: "pass", headline: `Not checked: ${skipped.map(describeSkipped).join(", ")}: pass` };
    if (origin === "new-branch")
      return { verdict: "pass", headline: "Nothing to check: the new branch has no commit of its own: pass" };
    return { verdict: "broken", headline: "Nothing was checked: there is no commit: broken" };
  }
  const failing = subjects.filter((subject) => isFailing(subject, failOn));
  if (failing.length > 0) {
    const verb = failing.length === 1 ? "breaks" : "break";
    return { verdict: "fail", headline: `${sentence(failing, subjects)} ${verb} the rules: fail` };
  }
  const { warnings, ignored } = counts;
  const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
  const follows = checked.length === 1 ? "follows" : "follow";
  const what = checked.length === 0 ? "Nothing here is to be checked" : `${sentence(checked)} ${follows} the rules`;
  const tail = [
    ...(warnings > 0 ? [`with ${counted(warnings, "warning")}`] : []),
    ...(ignored > 0 ? [ignoredInWords(subjects)] : []),
  ];
  return { verdict: "pass", headline: `${[what, ...tail].join(", ")}: pass` };
}

/** Whether it is one of those that the verdict is `fail` for. */
export function isFailing({ errors, warnings }: Subject, failOn: Inputs["failOn"]): boolean {
  return errors > 0 || (failOn === "warning" && warnings > 0);
}

/** `The title and 2 of 4 commits`. */
function sentence(some: readonly Subject[], all?: readonly Subject[]): string {
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
