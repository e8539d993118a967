import { type Comparison, type ComparisonVerdict, titleOf } from "@jessy-actions/benchmarks/comparison";
import { geometricMean } from "@jessy-actions/benchmarks/geomean";
import { TIME_METRIC } from "@jessy-actions/benchmarks/units";
import { plural } from "@jessy-actions/kit/report/quantity";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Facts, MeasuredFacts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { enforceRules } from "./judging/enforce.ts";
import { judgeControl, judgeGroups } from "./judging/judge.ts";
import { overrideFor } from "./judging/overrides.ts";
import { formatChange } from "./wording/change.ts";
import type { Control, Counts, Outcome, Problem, Result } from "./result.ts";

/** The whole decision. Pure. */
export function evaluate(
  inputs: Pick<Inputs, "name" | "rules" | "failOn" | "onMissingBase" | "ignoreLabel" | "gate">,
  facts: Facts,
): Result {
  if (facts.kind === "published") return facts.result;
  const { rules, failOn, onMissingBase, lowered, changed } = enforceRules(inputs, facts.trend.at(-1)?.gate);
  const maxRounds = facts.run?.maxRounds ?? 1;
  const comparisons =
    facts.problem === undefined
      ? sortByHarm(withFailures(judgeGroups(facts.groups, rules, maxRounds), facts, rules))
      : [];
  const counts = countVerdicts(comparisons);
  const control = facts.problem === undefined ? readControl(facts, rules, maxRounds) : OFF;
  const problem = facts.problem ?? missingBase(counts, comparisons);
  const ignoredBy = facts.labels.find((label) => label === inputs.ignoreLabel);
  const decision =
    problem === undefined ? decide(comparisons, counts, control, facts, failOn) : decideProblem(problem, onMissingBase);
  const geomean = geometricMean(
    comparisons.flatMap(({ metric, base, head, verdict }): (readonly [number, number])[] =>
      metric.unit === "ns" && verdict !== "shown" && base !== undefined && head !== undefined ? [[base, head]] : [],
    ),
  );
  return {
    schema: "jessy-actions/bench-compare/v1",
    name: inputs.name,
    ...decision,
    context: facts.context,
    machine: facts.machine,
    rules: { margin: rules.margin, exactMargin: rules.exactMargin, floor: rules.floor, alpha: rules.alpha, failOn },
    counts,
    ...(geomean !== undefined && { geomean }),
    comparisons,
    control,
    ...(facts.run !== undefined && { run: facts.run }),
    ...(facts.files !== undefined && { files: facts.files }),
    ...(problem !== undefined && { problem }),
    lowered,
    ...(ignoredBy !== undefined && counts.regressed > 0 && { ignoredBy }),
    notes: [...changedInputs(changed), ...notes(facts), ...facts.warnings],
  };
}

/** Whether this result ends the step with exit code 1. A broken measurement always does. */
export function isFailure({ verdict, counts, ignoredBy, rules: { failOn } }: Result): boolean {
  if (verdict === "broken") return true;
  if (verdict === "inconclusive") return failOn.includes("inconclusive");
  if (verdict !== "fail") return false;
  // What lets a regression pass does not let everything else pass.
  if (counts.inconclusive > 0 && failOn.includes("inconclusive")) return true;
  const regression = counts.regressed > 0 && ignoredBy === undefined && failOn.includes("regression");
  return regression || (counts.missing > 0 && failOn.includes("missing"));
}

type Decision = Pick<Result, "verdict" | "outcome" | "headline">;

/** Of these the base is to blame, which the change cannot help. */
const BASE_PROBLEMS: readonly Problem["kind"][] = [
  "base-missing",
  "base-build-failed",
  "base-crashed",
  "base-hung",
  "base-unreadable",
];

function decideProblem(problem: Problem, onMissingBase: Inputs["onMissingBase"]): Decision {
  const isExcused = BASE_PROBLEMS.includes(problem.kind) && onMissingBase === "warn";
  return {
    verdict: isExcused ? "inconclusive" : "broken",
    outcome: problem.kind,
    headline: `Nothing was compared: ${problem.sentence.charAt(0).toLowerCase()}${problem.sentence.slice(1).replace(/\.$/, "")}`,
  };
}

function decide(
  comparisons: readonly Comparison[],
  counts: Counts,
  control: Control,
  facts: MeasuredFacts,
  failOn: Inputs["failOn"],
): Decision {
  const compared = counts.regressed + counts.improved + counts.ok + counts.inconclusive;
  const identical = facts.run?.identical === true;
  // The same program that differs from itself, and no control that says whether the machine did it: it may also read other data.
  const isUnsteady =
    control.state === "moved" || (identical && control.state === "off" && counts.regressed + counts.improved > 0);
  // What repeats exactly does not care how steady the machine is.
  const regressed = comparisons.filter(
    ({ verdict, metric }) => verdict === "regressed" && (!isUnsteady || metric.judgement === "exact"),
  );
  const blamed = regressed.length;
  const isMissing = counts.missing > 0 && failOn.includes("missing");
  const outcome: Outcome =
    counts.broken > 0
      ? "broken-benchmarks"
      : compared === 0 && !isMissing
        ? "nothing-compared"
        : isUnsteady
          ? "contaminated"
          : identical && counts.regressed === 0
            ? "identical"
            : "compared";
  const verdict: Verdict =
    counts.broken > 0 || (compared === 0 && !isMissing)
      ? "broken"
      : blamed > 0 || isMissing
        ? "fail"
        : isUnsteady || (counts.inconclusive > 0 && outcome !== "identical")
          ? "inconclusive"
          : "pass";
  return { verdict, outcome, headline: headline(outcome, { regressed, counts, compared, control }) };
}

interface Headline {
  /** Those that the change is blamed for, the worst first. */
  readonly regressed: readonly Comparison[];
  readonly counts: Counts;
  readonly compared: number;
  readonly control: Control;
}

function headline(outcome: Outcome, { regressed, counts, compared, control }: Headline): string {
  const parts: string[] = [];
  const of = `of ${compared} ${compared === 1 ? "metric" : "metrics"}`;
  if (counts.broken > 0) parts.push(`${counts.broken} ${plural(counts.broken, "benchmark")} could not be measured`);
  if (outcome === "nothing-compared")
    parts.push("Nothing was compared: the two sides have no benchmark in common that can be judged");
  if (regressed.length > 0) {
    const [worst] = regressed;
    const by =
      worst?.change === undefined
        ? ""
        : `, the worst is ${titleOf(worst)} by ${formatChange(worst.change, worst.margin)}`;
    parts.push(`${regressed.length} ${of} regressed${by}`);
  }
  if (outcome === "contaminated") {
    const moved = control.moved.length;
    parts.push(
      moved > 0
        ? `The machine was too unsteady to blame the change: the base differs from itself in ${moved} ${plural(moved, "metric")}`
        : "Both sides are the same program, and yet they differ: the machine was too unsteady",
    );
  }
  if (counts.missing > 0) parts.push(`${counts.missing} ${plural(counts.missing, "benchmark")} missing from the head`);
  if (parts.length === 0) {
    parts.push(
      counts.inconclusive > 0 && outcome !== "identical"
        ? `No regression shown in ${compared} ${plural(compared, "metric")}, but ${counts.inconclusive} ${counts.inconclusive === 1 ? "was" : "were"} too noisy to tell`
        : outcome === "identical"
          ? `Both sides are the same program: ${compared} ${plural(compared, "metric")}, no difference shown`
          : `No regression in ${compared} ${plural(compared, "metric")}`,
    );
  }
  if (counts.improved > 0 && outcome !== "contaminated") parts.push(`${counts.improved} improved`);
  return parts.join("; ");
}

/** No base at all: every benchmark is new. */
function missingBase(counts: Counts, comparisons: readonly Comparison[]): Problem | undefined {
  if (counts.new === 0 || comparisons.some(({ verdict }) => verdict !== "new")) return undefined;
  const sentence = `The base has no benchmarks: all ${counts.new} are new.`;
  return { kind: "base-missing", sentence };
}

/**
 * Benchmarks that failed have no series of their own to say so. What was judged of them is left out (one that fails is not missing), except for
 * one that failed on the base alone: nothing can be compared, and the change has mended it.
 */
function withFailures(
  judged: readonly Comparison[],
  { failed }: MeasuredFacts,
  { overrides }: Inputs["rules"],
): Comparison[] {
  const overrideOf = overrideFor(overrides);
  const reasons = new Map<string, Map<string, string>>();
  for (const { benchmark, reason, arm } of failed) {
    if (overrideOf(benchmark)?.ignore === true) continue;
    const side = arm === "twin" ? "base" : arm;
    const sides = reasons.get(benchmark) ?? new Map<string, string>();
    reasons.set(benchmark, sides);
    if (!sides.has(side)) sides.set(side, reason);
  }
  const mended = new Set<string>();
  const others = judged.flatMap((comparison): Comparison[] => {
    const sides = reasons.get(comparison.benchmark);
    if (sides === undefined) return [comparison];
    if (comparison.verdict !== "new" || sides.has("head")) return [];
    mended.add(comparison.benchmark);
    return [{ ...comparison, reason: `failed on the base: ${sides.get("base")}` }];
  });
  const broken = [...reasons].filter(([benchmark]) => !mended.has(benchmark));
  return [
    ...others,
    ...broken.map(
      ([benchmark, sides]): Comparison => ({
        benchmark,
        metric: TIME_METRIC,
        verdict: "broken",
        reason: [...sides].map(([side, reason]) => `${side}: ${reason}`).join("; "),
      }),
    ),
  ];
}

const OFF: Control = { state: "off", moved: [] };

function readControl(facts: MeasuredFacts, rules: Inputs["rules"], maxRounds: number): Control {
  const comparisons = judgeControl(facts.groups, rules, maxRounds);
  if (comparisons.length === 0) return OFF;
  const moved = comparisons.filter(({ verdict }) => verdict === "regressed" || verdict === "improved");
  const widths = comparisons.map(({ low = 0, high = 0 }) => (high - low) / 2).filter((width) => Number.isFinite(width));
  return {
    state: moved.length > 0 ? "moved" : "steady",
    moved,
    ...(widths.length > 0 && { noise: widths.reduce((most, width) => Math.max(most, width)) }),
  };
}

/** Worst first within a verdict; what is only shown comes last. */
const ORDER: readonly ComparisonVerdict[] = [
  "regressed",
  "broken",
  "missing",
  "inconclusive",
  "improved",
  "ok",
  "new",
  "shown",
];

function sortByHarm(comparisons: readonly Comparison[]): Comparison[] {
  return [...comparisons].sort(
    (a, b) =>
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
      harmOf(b) - harmOf(a) ||
      (a.benchmark < b.benchmark ? -1 : a.benchmark > b.benchmark ? 1 : 0),
  );
}

function harmOf({ change = 0, metric }: Comparison): number {
  // A number that is worse by 100 % and one that is better by 50 % are as far from the base.
  const logarithm = Math.log(Math.max(1 + change, Number.MIN_VALUE));
  return metric.better === "higher" ? -logarithm : logarithm;
}

function countVerdicts(comparisons: readonly Comparison[]): Counts {
  const counts: Record<ComparisonVerdict, number> = {
    regressed: 0,
    improved: 0,
    ok: 0,
    inconclusive: 0,
    new: 0,
    missing: 0,
    broken: 0,
    shown: 0,
  };
  for (const { verdict } of comparisons) counts[verdict]++;
  return counts;
}

function changedInputs(changed: readonly string[]): string[] {
  if (changed.length === 0) return [];
  return [
    `This change is judged by other ${changed.map((input) => `\`${input}\``).join(" and ")} than the default branch.`,
  ];
}

function notes({ run, files }: MeasuredFacts): string[] {
  const all: string[] = [];
  if (run?.identical === true)
    all.push(
      "Both sides run the same program, byte for byte: a change can only come from what it reads, or from the machine.",
    );
  if (run?.ranOutOfTime === true)
    all.push(
      `Time ended the measuring after ${run.rounds} of ${run.maxRounds} rounds: \`max-minutes\` allows for no more.`,
    );
  if (run !== undefined && run.withheld.length > 0)
    all.push(
      `Benchmarks did not get these environment variables, whose names look like secrets: ${run.withheld.map((name) => `\`${name}\``).join(", ")}. Let one through by \`pass-environment\`.`,
    );
  if (files !== undefined) {
    all.push(
      files.base.runs === 1 && files.head.runs === 1
        ? "Each side is one process run: its samples hang together, so they make the interval look narrower than another run would."
        : `The runs (${files.base.runs} of the base, ${files.head.runs} of the head) were compared without knowing in which order they were made.`,
    );
  }
  return all;
}
