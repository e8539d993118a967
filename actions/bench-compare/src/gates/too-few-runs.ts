import { counted } from "@jessy-actions/kit/report/quantity";
import { formatDuration } from "../wording/duration.ts";
import { isUnsteady } from "./contamination.ts";
import type { Finding, Judged } from "./gate.ts";
import { isIdentical } from "./identical.ts";
import { isSuiteBlamed } from "./suite.ts";

/** Metrics in which no change of any size could have been called. What was not judged is not green, unless `on-too-few-runs` is `warn`. */
export function tooFewRuns(judged: Judged): Finding | undefined {
  const short = judged.comparisons.filter(({ needed }) => needed !== undefined);
  if (short.length === 0 || isUnsteady(judged) || isIdentical(judged)) return undefined;
  const needed = short.reduce((most, { needed = 0 }) => Math.max(most, needed), 0);
  const fails = judged.rules.onTooFewRuns !== "warn";
  return {
    // That everything got slower is known all the same.
    ...(isSuiteBlamed(judged)
      ? { verdict: "inconclusive" }
      : { verdict: fails ? "broken" : "inconclusive", outcome: "too-few-runs" }),
    fails: fails || judged.rules.failOn.includes("inconclusive"),
    words: `too few runs to call a change of any size in ${counted(short.length, "metric")}: it takes ${remedy(needed, judged.run)}`,
  };
}

/** Result files have no rounds; where time ended the rounds, shorter ones help. */
function remedy(needed: number, run: Judged["run"]): string {
  if (run === undefined) return `${needed} runs a side`;
  const { rounds = 0, time, ranOutOfTime, nullControl } = run;
  const runs = `${needed} rounds (${2 * needed} runs a side)`;
  if (ranOutOfTime !== true || time === undefined) return runs;
  // Two warm-up runs, and then two of each program a round.
  const passes = (of: number) => 2 + (nullControl === true ? 6 : 4) * of;
  const pass = formatDuration(time.measuring / passes(rounds));
  return `${runs}, or a pass of at most ${formatDuration(time.measuring / passes(needed))} (it took ${pass})`;
}
