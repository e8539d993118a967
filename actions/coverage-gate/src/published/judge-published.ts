import { headlineOf, verdictOf } from "../gates/headline.ts";
import type { Inputs } from "../inputs.ts";
import type { Result } from "../result.ts";

/**
 * Another run's result, judged by this run. The file may come from anybody's pull request, so what it says of itself
 * decides nothing: the verdict is what its gates add up to, the headline is written anew, and `fails` follows the
 * `fail-on` of this run, not of the run that made the file.
 */
export function judgePublished(published: Result, { failOn }: Pick<Inputs, "failOn">): Result {
  const { gates, total, patch } = published;
  // A file without a failed gate can still say that its run could not judge; it cannot turn a failed gate into a pass.
  const verdict = verdictOf(gates) === "fail" ? "fail" : published.verdict;
  return {
    ...published,
    verdict,
    fails: verdict !== "pass" && failOn === "gate",
    headline: headlineOf({ verdict, gates, total, patch }),
  };
}
