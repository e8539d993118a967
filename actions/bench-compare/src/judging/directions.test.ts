import { expect, test } from "vitest";
import { metricOf } from "../../testing/facts.ts";
import { withDirections } from "./directions.ts";
import { parseOverride } from "./overrides.ts";

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
  const units = { "x time": "ns", "x hits": "frobs", "y widgets": "widgets", "z allocs": "allocs/op" };
  const series = Object.entries(units).map(([title, unit]) => {
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
  const directed = withDirections([group], lines.map(parseOverride))[0]!.series;
  expect(
    Object.fromEntries(
      directed.map(({ benchmark, metric }) => [`${benchmark} ${metric.name}`, `${metric.better} ${metric.judgement}`]),
    ),
  ).toEqual({
    "x time": "lower timed",
    "x hits": "none shown",
    "y widgets": "none shown",
    "z allocs": "lower exact",
    ...changed,
  });
});
