import { isHeld } from "@jessy-actions/deployment/checks/course";
import { standings } from "@jessy-actions/deployment/checks/standing";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { checkResult } from "./judging/check-result.ts";
import { headlineOf } from "./judging/headline.ts";
import { type CheckResult, RESULT_SCHEMA, type Result } from "./result.ts";

/** The whole decision, from what was answered alone. Pure. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const { checks, rounds, context, duration, started, notes, end } = facts;
  const standing = standings(checks, rounds);
  const results = checks.map((check, at) => checkResult(check, at, standing[at]!, rounds));
  const holds = isHeld(checks, rounds);
  const verdict = verdictOf(results, holds);
  const judged = {
    verdict,
    end,
    duration,
    deadline: inputs.deadline,
    timeToHealthy: holds
      ? Math.max(...standing.flatMap(({ since }, at) => (checks[at]!.optional ? [] : (since ?? []))))
      : null,
    version: inputs.version ?? null,
    servedVersions: [...new Set(results.flatMap(({ last }) => last.flatMap(({ version }) => version ?? [])))],
    checks: results,
  };
  return {
    schema: RESULT_SCHEMA,
    name: inputs.name,
    fails: verdict !== "pass" && !(verdict === "inconclusive" && inputs.onInconclusive === "warn"),
    headline: headlineOf(judged),
    context,
    time: started,
    rounds: rounds.map((round) => round.end),
    ...judged,
    notes,
  };
}

/** Without any contact the fault may be this runner's, so a release is not to be blamed for it. */
function verdictOf(results: readonly CheckResult[], holds: boolean): Verdict {
  const states = new Set(results.flatMap(({ history }) => history));
  if (holds) return "pass";
  if (states.has("passed") || states.has("failed")) return "fail";
  return states.has("no-contact") ? "inconclusive" : "broken";
}
