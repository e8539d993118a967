import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import type { Direction, Judgement, Metric } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { metricName, namedMetric, resolveUnit, TIME_METRIC } from "../units.ts";

/** What the field `schema` of our own JSON says; docs/schema/benchmark-results.v1.json. */
const SCHEMA = "jessy-benchmarks/v1";

/**
 * Our own JSON, for what no other format covers (docs/benchmark-formats.md), and two that others have made for the
 * same: the list of github-action-benchmark's `customSmallerIsBetter` and `customBiggerIsBetter`, which look alike, so
 * the unit decides; and Bencher Metric Format. Rows of the same name and metric are samples of one.
 */
export const custom: ResultFormat = {
  name: "custom",
  title: "custom JSON",
  detect(head) {
    const outline = jsonOutline(head);
    if (outline.has("schema") && /"schema"\s*:\s*"jessy-benchmarks\//.test(head)) return true;
    if (["[].name", "[].unit", "[].value"].every((path) => outline.has(path))) return true;
    return isBencher(outline);
  },
  parse(files) {
    const builder = new ResultsBuilder("custom");
    for (const file of files) {
      const root = parseJson([file.bytes]);
      if (root.isList) addActionBenchmark(builder, root);
      else if (root.get("schema").isMissing && root.get("benchmarks").isMissing) addBencher(builder, root);
      else addOwn(builder, root);
    }
    return builder.finish();
  },
};

function addOwn(builder: ResultsBuilder, root: JsonValue): void {
  const schema = root.get("schema");
  if (schema.raw !== SCHEMA) throw schema.not(`"${SCHEMA}"`);
  for (const row of root.get("benchmarks").items()) {
    const name = row.get("name").text();
    const error = row.get("error");
    if (!error.isMissing) builder.fail(name, error.text());
    else addOwnRow(builder, name, row);
  }
}

function addOwnRow(builder: ResultsBuilder, name: string, row: JsonValue): void {
  const written = row.get("unit").text();
  const metricText = row.get("metric").isMissing ? undefined : row.get("metric").text();
  const { unit, factor, better, judgement } = resolveUnit(written, metricText);
  const direction = oneOf<Direction>(row.get("better"), ["lower", "higher", "none"]) ?? better;
  const judge = oneOf<Judgement>(row.get("judge"), ["timed", "exact", "shown"]);
  if (direction === "none" && judge !== undefined && judge !== "shown") {
    throw new ReportError(
      `${name}: \`judge\` is ${judge}, but nothing says which way ${unit} gets better; add \`better\``,
    );
  }
  const metric = {
    name: metricText ?? metricName(written),
    unit,
    better: direction,
    judgement: judge ?? usualJudgement(direction, better, judgement),
  };
  if (row.get("values").isMissing && row.get("value").isMissing) throw row.get("value").not("a number");
  const values = row.get("values").isMissing
    ? numberOf([row.get("value")], factor)
    : numbersOf(row.get("values"), factor);
  addSamples(builder, name, metric, values);
}

/**
 * An unknown unit is judged if the report states its direction; any other metric is not judged if the report says it
 * has none.
 */
function usualJudgement(direction: Direction, ofUnit: Direction, judgement: Judgement): Judgement {
  if (direction === "none") return "shown";
  return ofUnit === "none" ? "timed" : judgement;
}

function oneOf<Word extends string>(value: JsonValue, words: readonly Word[]): Word | undefined {
  if (value.isMissing) return undefined;
  const word = words.find((candidate) => candidate === value.raw);
  if (word === undefined) throw value.not(`one of ${words.join(", ")}`);
  return word;
}

/** The direction of a whole list, by the name that github-action-benchmark gives its tool. */
const DIRECTED = { customSmallerIsBetter: "lower", customBiggerIsBetter: "higher" } as const;

/**
 * github-action-benchmark's list under the name of its `tool`, which says the direction that the list itself does not.
 * It is never told by its content.
 */
export const [customSmallerIsBetter, customBiggerIsBetter] = (
  ["customSmallerIsBetter", "customBiggerIsBetter"] as const
).map(
  (name): ResultFormat => ({
    name,
    title: `github-action-benchmark, ${name}`,
    detect: () => false,
    parse(files) {
      const builder = new ResultsBuilder(name);
      for (const file of files) addActionBenchmark(builder, parseJson([file.bytes]), DIRECTED[name]);
      return builder.finish();
    },
  }),
) as [ResultFormat, ResultFormat];

/** Of these the name of the benchmark is all that says which way they get better. */
const SHARE = /^(?:%|percent(?:age)?|pct|ratio|rate)?$/i;

/** `range` is text and `extra` is for people. */
function addActionBenchmark(builder: ResultsBuilder, root: JsonValue, told?: "lower" | "higher"): void {
  for (const row of root.items()) {
    const name = row.get("name").text();
    const written = row.get("unit").text();
    const { unit, factor, better, judgement } = resolveUnit(written, SHARE.test(written.trim()) ? name : "");
    const direction = told ?? better;
    if (better !== "none" && better !== direction)
      builder.warn(`${name}: ${written} usually gets better when it is ${better}, and format says ${direction}`);
    const metric = {
      name: metricName(written),
      unit,
      better: direction,
      judgement: usualJudgement(direction, better, judgement),
    };
    addSamples(builder, name, metric, numberOf([row.get("value")], factor));
  }
}

/** Bencher's built-in measures (its reference, "Measures"); of others the name tells what it can. */
const BENCHER_MEASURES: ReadonlyMap<string, Metric & { readonly factor: number }> = new Map([
  ["latency", { ...TIME_METRIC, factor: 1 }],
  ["throughput", { name: "throughput", unit: "/s", better: "higher", judgement: "timed", factor: 1 }],
  ["build-time", { name: "build-time", unit: "ns", better: "lower", judgement: "timed", factor: 1e9 }],
  ["file-size", { name: "file-size", unit: "B", better: "lower", judgement: "exact", factor: 1 }],
  ["instructions", { name: "instructions", unit: "instructions", better: "lower", judgement: "exact", factor: 1 }],
]);

/** `{ name: { measure: { value, lower_value, upper_value } } }` */
function addBencher(builder: ResultsBuilder, root: JsonValue): void {
  for (const [name, measures] of root.entries()) {
    for (const [measure, numbers] of measures.entries()) {
      const { factor, ...metric } = BENCHER_MEASURES.get(measure) ?? namedMetric(measure);
      addSamples(builder, name, metric, [numbers.get("value").number() * factor]);
    }
  }
}

/** Only numbers on the third level, and no list: no other report looks like this. */
function isBencher(outline: ReadonlySet<string>): boolean {
  const paths = [...outline];
  const isLike = /^[^.[]+(?:\.[^.[]+(?:\.(?:value|lower_value|upper_value))?)?$/;
  return paths.some((path) => path.split(".").length === 3) && paths.every((path) => isLike.test(path));
}
