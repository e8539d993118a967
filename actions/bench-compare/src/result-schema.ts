import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import type { Metric } from "@jessy-actions/benchmarks/model";
import type { JsonValue } from "@jessy-actions/reading/json";
import { boolean, list, number, oneOf, optional, sha, text } from "@jessy-actions/reading/json-fields";
import { FAILURES } from "./judging/rules.ts";
import type { Control, Counts, Outcome, Problem, Result, RunFacts, Suite } from "./result.ts";

const VERDICTS = ["regressed", "improved", "ok", "inconclusive", "new", "missing", "broken", "shown"] as const;

const PROBLEMS = [
  "no-benchmarks",
  "base-missing",
  "base-build-failed",
  "head-build-failed",
  "base-crashed",
  "head-crashed",
  "base-hung",
  "head-hung",
  "base-unreadable",
  "head-unreadable",
  "out-of-time",
] as const satisfies readonly Problem["kind"][];

const OUTCOMES = [
  "compared",
  "identical",
  "contaminated",
  "nothing-compared",
  "broken-benchmarks",
  "too-few-runs",
  ...PROBLEMS,
] as const satisfies readonly Outcome[];

/**
 * Checks a result file field by field and drops fields it does not know. The published description is
 * docs/schema/bench-compare-result.v1.json.
 *
 * @throws ReportError naming the first field that is wrong.
 */
export function validateResult(root: JsonValue): Result {
  oneOf(root.get("schema"), ["jessy-actions/bench-compare/v1"]);
  const rules = root.get("rules");
  const machine = root.get("machine");
  return {
    schema: "jessy-actions/bench-compare/v1",
    name: text(root.get("name")),
    verdict: oneOf(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]),
    fails: boolean(root.get("fails")),
    outcome: oneOf(root.get("outcome"), OUTCOMES),
    headline: text(root.get("headline")),
    context: context(root.get("context")),
    machine: {
      cpu: text(machine.get("cpu")),
      cores: machine.get("cores").number(),
      system: text(machine.get("system")),
      load: machine.get("load").number(),
    },
    rules: {
      margin: rules.get("margin").number(),
      exactMargin: rules.get("exactMargin").number(),
      floor: rules.get("floor").number(),
      alpha: rules.get("alpha").number(),
      failOn: list(rules.get("failOn"), (each) => oneOf(each, FAILURES)),
      onMissingBase: oneOf(rules.get("onMissingBase"), ["fail", "warn"]),
      ...optional("onTooFewRuns", rules.get("onTooFewRuns"), (value) => oneOf(value, ["fail", "warn"])),
    },
    counts: counts(root.get("counts")),
    comparisons: list(root.get("comparisons"), comparison),
    ...optional("suite", root.get("suite"), suite),
    control: control(root.get("control")),
    ...optional("run", root.get("run"), run),
    ...optional("files", root.get("files"), (files) => ({
      base: side(files.get("base")),
      head: side(files.get("head")),
    })),
    ...optional("problem", root.get("problem"), problem),
    ...optional("unjudged", root.get("unjudged"), unjudged),
    ...optional("trend", root.get("trend"), (trend) =>
      list(trend, (point) => ({ sha: sha(point.get("sha")), index: point.get("index").number() })),
    ),
    lowered: list(root.get("lowered"), (lowered) => ({
      input: text(lowered.get("input")),
      asked: text(lowered.get("asked")),
      enforced: text(lowered.get("enforced")),
    })),
    ...optional("ignoredBy", root.get("ignoredBy"), text),
    notes: list(root.get("notes"), text),
  };
}

function unjudged(value: JsonValue): NonNullable<Result["unjudged"]> {
  return {
    cause: oneOf(value.get("cause"), ["history-unavailable", "history-unreadable"]),
    ...optional("input", value.get("input"), (input) => oneOf(input, ["on-unreadable-history"])),
    allowed: boolean(value.get("allowed")),
  };
}

function context(value: JsonValue): Result["context"] {
  return {
    serverUrl: text(value.get("serverUrl")),
    repository: text(value.get("repository")),
    ...optional("base", value.get("base"), sha),
    head: sha(value.get("head")),
    pushed: sha(value.get("pushed")),
    reason: text(value.get("reason")),
  };
}

function counts(value: JsonValue): Counts {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, value.get(verdict).number()])) as Counts;
}

function comparison(value: JsonValue): Comparison {
  return {
    benchmark: text(value.get("benchmark")),
    metric: metric(value.get("metric")),
    verdict: oneOf(value.get("verdict"), VERDICTS),
    ...optional("base", value.get("base"), number),
    ...optional("head", value.get("head"), number),
    ...judged(value),
  };
}

function suite(value: JsonValue): Suite {
  return {
    verdict: oneOf(value.get("verdict"), VERDICTS),
    metrics: value.get("metrics").number(),
    ...judged(value),
  };
}

/** What a comparison and the suite have in common. */
function judged(value: JsonValue): Omit<Suite, "verdict" | "metrics"> {
  return {
    ...unbounded("change", value, Number.POSITIVE_INFINITY),
    ...unbounded("low", value, Number.NEGATIVE_INFINITY),
    ...unbounded("high", value, Number.POSITIVE_INFINITY),
    ...unbounded("margin", value, Number.POSITIVE_INFINITY),
    ...unbounded("detectable", value, Number.POSITIVE_INFINITY),
    ...optional("samples", value.get("samples"), number),
    ...optional("needed", value.get("needed"), number),
    ...optional("secondDraw", value.get("secondDraw"), (draw) => ({
      outcome: oneOf(draw.get("outcome"), ["confirmed", "refuted", "not-confirmed", "unfinished", "none"]),
      rounds: draw.get("rounds").number(),
      ...unbounded("change", draw, Number.POSITIVE_INFINITY),
    })),
    ...optional("reason", value.get("reason"), text),
  };
}

function metric(value: JsonValue): Metric {
  return {
    name: text(value.get("name")),
    unit: text(value.get("unit")),
    better: oneOf(value.get("better"), ["lower", "higher", "none"]),
    judgement: oneOf(value.get("judgement"), ["timed", "exact", "shown"]),
  };
}

function control(value: JsonValue): Control {
  return {
    state: oneOf(value.get("state"), ["off", "steady", "moved"]),
    moved: list(value.get("moved"), comparison),
    ...optional("noise", value.get("noise"), number),
  };
}

function run(value: JsonValue): RunFacts {
  const time = value.get("time");
  return {
    commands: list(value.get("commands"), text),
    rounds: value.get("rounds").number(),
    minRounds: value.get("minRounds").number(),
    maxRounds: value.get("maxRounds").number(),
    nullControl: boolean(value.get("nullControl")),
    ...optional("schedule", value.get("schedule"), (schedule) => ({
      design: oneOf(schedule.get("design"), ["shuffled"]),
      orders: list(schedule.get("orders"), text),
    })),
    identical: value.get("identical").isMissing ? undefined : boolean(value.get("identical")),
    time: {
      build: time.get("build").number(),
      measuring: time.get("measuring").number(),
      inBenchmarks: time.get("inBenchmarks").number(),
    },
    ranOutOfTime: boolean(value.get("ranOutOfTime")),
    withheld: list(value.get("withheld"), text),
  };
}

function side(value: JsonValue): { files: number; runs: number } {
  return { files: value.get("files").number(), runs: value.get("runs").number() };
}

function problem(value: JsonValue): Problem {
  return {
    kind: oneOf(value.get("kind"), PROBLEMS),
    sentence: text(value.get("sentence")),
    ...optional("output", value.get("output"), text),
  };
}

/** JSON has no infinity: a field that is present and null stands for one. */
function unbounded<Key extends string>(key: Key, object: JsonValue, infinity: number): { [K in Key]?: number } {
  const value = object.get(key);
  if (value.raw === undefined) return {};
  return { [key]: value.raw === null ? infinity : value.number() } as { [K in Key]?: number };
}
