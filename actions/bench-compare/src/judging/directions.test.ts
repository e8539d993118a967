import { expect, test } from "vitest";
import { metricOf } from "../../testing/facts.ts";
import { withDirections } from "./directions.ts";
import { parseOverride } from "./overrides.ts";

const UNITS = { "x time": "ns", "x hits": "frobs", "y widgets": "widgets", "z allocs": "allocs/op" };

/** What stands where no override says anything. */
const OWN = { "x time": "lower timed", "x hits": "none shown", "y widgets": "none shown", "z allocs": "lower exact" };

/** The directions of one group's metrics. @param before the default branch's overrides, where they are others. */
function directions(lines: readonly string[], before?: readonly string[]): Readonly<Record<string, string>> {
  const series = Object.entries(UNITS).map(([title, unit]) => {
    const [benchmark = "", name = ""] = title.split(" ");
    const nothing = { base: 0, head: 0, twin: 0 };
    const metric = { ...metricOf(unit), name };
    return {
      key: title,
      benchmark,
      metric,
      seen: nothing,
      absent: nothing,
      rounds: [],
      second: [],
      control: [],
      lone: { base: [], head: [] },
    };
  });
  const group = { series, processes: { base: 0, head: 0, twin: 0 }, looks: [], ended: true };
  const overrides = lines.map(parseOverride);
  const theirs = before && { margin: 0.05, floor: 1, overrides: before.map(parseOverride) };
  const directed = withDirections([group], { overrides, ...(theirs && { before: theirs }) })[0]!.series;
  return Object.fromEntries(
    directed.map(({ benchmark, metric }) => [`${benchmark} ${metric.name}`, `${metric.better} ${metric.judgement}`]),
  );
}

test.each<readonly [string, readonly string[], Readonly<Record<string, string>>]>([
  ["none", [], {}],
  ["nothing of a direction", ["** => margin 9 %"], {}],
  [
    "something else before it",
    ["** => margin 9 %", "y => higher", "** => margin 9 %"],
    { "y widgets": "higher timed" },
  ],
  ["a benchmark", ["x => higher"], { "x hits": "higher timed" }],
  ["its metric", ["x time => higher"], { "x time": "higher timed" }],
  ["an only metric", ["y => higher"], { "y widgets": "higher timed" }],
  ["an only metric that has a direction", ["z => higher"], { "z allocs": "higher exact" }],
  ["all", ["** => lower"], { "x hits": "lower timed", "y widgets": "lower timed" }],
  ["the last one", ["** => lower", "x hits => higher"], { "x hits": "higher timed", "y widgets": "lower timed" }],
])("directions: %s", (_, lines, changed) => {
  expect(directions(lines)).toEqual({ ...OWN, ...changed });
});

test.each<readonly [string, readonly string[], readonly string[], Readonly<Record<string, string>>]>([
  [
    "a unit's is not turned round, and one that nobody knew is added",
    ["x time => higher", "y => lower"],
    [],
    { "y widgets": "lower timed" },
  ],
  [
    "an override's is neither turned round nor removed",
    ["x hits => lower"],
    ["x hits => higher", "y => higher"],
    { "x hits": "higher timed", "y widgets": "higher timed" },
  ],
])("where the default branch has others: %s", (_, lines, before, changed) => {
  expect(directions(lines, before)).toEqual({ ...OWN, ...changed });
});
