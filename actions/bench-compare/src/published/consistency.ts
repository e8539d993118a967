import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { ReportError } from "@jessy-actions/reading/report-error";
import { countVerdicts } from "../judging/counts.ts";
import type { Result } from "../result.ts";

/** A number just on the margin has reached it: 5 % by way of logarithms is 4.999999999999992 %. */
const ROUNDING = 1e-9;

/**
 * A result says several of its numbers more than once. One whose numbers contradict each other was not made by this
 * action, and is refused as a whole: nobody could say which of them is right.
 *
 * @returns the same result. @throws ReportError naming the place.
 */
export function consistentNumbers(result: Result): Result {
  const { comparisons, control } = result;
  const keys = comparisons.map(({ benchmark, metric }) => JSON.stringify([benchmark, metric.name]));
  if (new Set(keys).size < keys.length) throw contradiction("two of `comparisons` are of one metric");
  for (const [at, comparison] of comparisons.entries()) checkComparison(comparison, `comparisons[${at}]`);
  const counted = countVerdicts(comparisons);
  for (const [verdict, count] of Object.entries(result.counts)) {
    const found = counted[verdict as keyof typeof counted];
    if (count !== found) throw contradiction(`\`counts.${verdict}\` is ${count}, and \`comparisons\` has ${found}`);
  }
  if ((control.state === "moved") !== control.moved.length > 0)
    throw contradiction(`\`control.state\` is ${control.state}, and \`control.moved\` has ${control.moved.length}`);
  for (const [at, comparison] of control.moved.entries()) {
    checkComparison(comparison, `control.moved[${at}]`);
    if (comparison.verdict !== "regressed" && comparison.verdict !== "improved")
      throw contradiction(`\`control.moved[${at}]\` has not moved`);
  }
  checkSuite(result);
  checkAmounts(result);
  return result;
}

function checkComparison({ verdict, metric, base, head, change, low, high, margin }: Comparison, place: string): void {
  for (const [name, value] of Object.entries({ base, head, margin })) {
    if (value !== undefined && !(value >= 0)) throw contradiction(`\`${place}.${name}\` is below 0`);
  }
  checkInterval({ change, low, high }, place);
  if (verdict === "new" && (head === undefined || base !== undefined)) throw contradiction(`\`${place}\` is not new`);
  if (verdict === "missing" && (base === undefined || head !== undefined))
    throw contradiction(`\`${place}\` is not missing`);
  if (!["regressed", "improved", "ok", "inconclusive"].includes(verdict)) return;
  if (metric.better === "none" || metric.judgement === "shown")
    throw contradiction(`\`${place}\` is judged, and its metric has no direction`);
  if (base === undefined || head === undefined) throw contradiction(`\`${place}\` is judged, and has no numbers`);
  checkVerdict({ verdict, change, low, high, margin }, metric.better === "higher" ? "higher" : "lower", place);
}

interface Numbers {
  readonly verdict: Comparison["verdict"];
  readonly change?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly margin?: number | undefined;
}

function checkInterval({ change, low, high }: Omit<Numbers, "verdict">, place: string): void {
  if ((low !== undefined && low > (change ?? low)) || (high !== undefined && high < (change ?? high)))
    throw contradiction(`\`${place}.change\` is not between \`low\` and \`high\``);
}

/** The suite is judged like a metric of which less is better. */
function checkSuite({ suite, comparisons }: Result): void {
  if (suite === undefined) return;
  const noisy = comparisons.filter(({ metric }) => metric.judgement === "timed").length;
  if (!(suite.metrics >= 2 && suite.metrics <= noisy))
    throw contradiction(`\`suite.metrics\` is ${suite.metrics}, and \`comparisons\` has ${noisy} that vary`);
  checkInterval(suite, "suite");
  if (["regressed", "improved", "ok", "inconclusive"].includes(suite.verdict)) checkVerdict(suite, "lower", "suite");
}

function checkVerdict(
  { verdict, change, low, high, margin }: Numbers,
  better: "lower" | "higher",
  place: string,
): void {
  if (change === undefined || margin === undefined) throw contradiction(`\`${place}\` is judged, and has no numbers`);
  const worse = (fraction: number) => (better === "higher" ? -fraction : fraction);
  const isWorse = worse(change) >= margin - ROUNDING;
  const isBetter = -worse(change) >= margin - ROUNDING;
  // The end of the interval that is next to no change at all.
  const nearest = better === "higher" ? high : low;
  const isCertainlyWorse = nearest !== undefined && worse(nearest) > margin + ROUNDING;
  if (verdict === "regressed" && !isWorse) throw contradiction(`\`${place}\` regressed by less than its margin`);
  if (verdict === "improved" && !isBetter) throw contradiction(`\`${place}\` improved by less than its margin`);
  // An exact metric that is just on its tolerance is within it.
  if (verdict === "ok" && worse(change) > margin + ROUNDING)
    throw contradiction(`\`${place}\` is ok, and worse by its margin`);
  if (verdict === "inconclusive" && isCertainlyWorse)
    throw contradiction(`\`${place}\` is inconclusive, and its interval lies beyond the margin`);
}

function checkAmounts({ run, files, machine }: Result): void {
  const amounts: Readonly<Record<string, number | undefined>> = {
    "machine.cores": machine.cores,
    "machine.load": machine.load,
    "run.rounds": run?.rounds,
    "run.minRounds": run?.minRounds,
    "run.maxRounds": run?.maxRounds,
    "run.time.build": run?.time.build,
    "run.time.measuring": run?.time.measuring,
    "run.time.inBenchmarks": run?.time.inBenchmarks,
    "files.base.runs": files?.base.runs,
    "files.head.runs": files?.head.runs,
  };
  for (const [place, amount] of Object.entries(amounts)) {
    if (amount !== undefined && !(amount >= 0)) throw contradiction(`\`${place}\` is below 0`);
  }
  if (run !== undefined && run.rounds > run.maxRounds)
    throw contradiction(`\`run.rounds\` is ${run.rounds}, more than \`run.maxRounds\`, ${run.maxRounds}`);
}

function contradiction(what: string): ReportError {
  return new ReportError(`its numbers contradict each other: ${what}`);
}
