import { counted, plural } from "@jessy-actions/kit/report/quantity";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Failure } from "./publishing/failure.ts";
import type { ReleaseState, Result } from "./result.ts";
import { type Check, isRefusal } from "./verification/check.ts";

/** A result before anybody has judged it. */
export type Unjudged = Omit<Result, "verdict" | "fails" | "state" | "headline" | "failure" | "resumable">;

/**
 * Completes a result with its verdict and its headline, which names everything that failed. Pure.
 *
 * @param failures what could not be done; undefined while nothing was tried.
 */
export function judge(unjudged: Unjudged, failures?: readonly Failure[]): Result {
  const state = stateOf(unjudged, failures);
  const verdict = verdictOf(unjudged, state);
  return {
    ...unjudged,
    verdict,
    fails: verdict === "fail" || verdict === "broken",
    state,
    headline: headlineOf(unjudged, state, failures ?? []),
    failure: state === "failed" ? failures!.map(({ message }) => message).join("; ") : null,
    resumable: failures?.every(({ isResumable }) => isResumable !== false) ?? true,
  };
}

function stateOf({ checks, dryRun, steps, release }: Unjudged, failures: readonly Failure[] | undefined): ReleaseState {
  if (checks.some((check) => isRefusal(check, dryRun))) return "refused";
  if (failures === undefined) return "planned";
  if (failures.length > 0) return "failed";
  if (isUnchanged(steps)) return "unchanged";
  return release?.draft === true ? "drafted" : "published";
}

/** Nothing that is not known is published. Where that alone stops a release, nobody has found anything wrong with it. */
function verdictOf({ checks }: Unjudged, state: ReleaseState): Verdict {
  if (state === "refused") return checks.some((check) => check.state === "fail") ? "fail" : "broken";
  if (state === "failed") return "broken";
  return checks.some((check) => check.state === "unknown") ? "inconclusive" : "pass";
}

function headlineOf(unjudged: Unjudged, state: ReleaseState, failures: readonly Failure[]): string {
  const { tag, dryRun, release } = unjudged;
  switch (state) {
    case "refused": {
      const what = dryRun ? `Dry run: ${tag} would not be released` : `${tag} is not released`;
      return `${what}, and nothing was changed; ${refusals(unjudged)}`;
    }
    case "planned":
      return `Dry run: ${outlook(unjudged)}${unknowns(unjudged.checks)}`;
    case "drafted":
      return `${tag} is a draft, ${withAssets(unjudged)}`;
    case "published":
      return `${tag} is published${standing(unjudged)}, ${withAssets(unjudged)}`;
    case "unchanged":
      return `${tag} was already complete, ${withAssets(unjudged)}: nothing was changed`;
    case "failed": {
      const what =
        release?.uncertain === true
          ? `${tag} may be published or not`
          : release?.draft === false
            ? `${tag} is published, but not everything is done`
            : `${tag} is not released`;
      return `${what}: ${failures.map(({ brief }) => brief.replaceAll("`", "")).join(", ")}`;
    }
  }
}

/** `failed: tag, files (2); unknown: branch`. */
function refusals({ checks, dryRun }: Unjudged): string {
  const failed = subjectsOf(checks, "fail");
  const open = dryRun ? [] : subjectsOf(checks, "unknown");
  return [
    ...(failed.length === 0 ? [] : [`failed: ${failed.join(", ")}`]),
    ...(open.length === 0 ? [] : [`unknown: ${open.join(", ")}`]),
  ].join("; ");
}

/** Each subject once, and how many of its checks are in a state. */
function subjectsOf(checks: readonly Check[], state: Check["state"]): string[] {
  const counts = new Map<string, number>();
  for (const check of checks)
    if (check.state === state) counts.set(check.subject, (counts.get(check.subject) ?? 0) + 1);
  return [...counts].map(([subject, count]) => (count === 1 ? subject : `${subject} (${count})`));
}

function outlook(unjudged: Unjudged): string {
  const { tag, steps, plan } = unjudged;
  if (isUnchanged(steps)) return "nothing would change";
  if (plan.draft) return `${tag} would become a draft, ${withAssets(unjudged)}`;
  return `${tag} would be published${standing(unjudged)}, ${withAssets(unjudged)}`;
}

function unknowns(checks: readonly Check[]): string {
  const open = checks.filter(({ state }) => state === "unknown").length;
  return open === 0 ? "" : `; ${counted(open, "thing")} could not be found out`;
}

function standing({ prerelease, latest, release }: Unjudged): string {
  if (release?.prerelease ?? prerelease) return " as a prerelease";
  return latest ? " as the latest" : "";
}

function withAssets({ release, assets }: Unjudged): string {
  const number = release?.assets.length ?? assets.length;
  return `with ${number === 0 ? "no" : number} ${plural(number, "asset")}`;
}

function isUnchanged(steps: Result["steps"]): boolean {
  return steps.every(({ kind }) => kind === "keep");
}
