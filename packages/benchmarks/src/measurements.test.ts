import { describe, expect, test } from "vitest";
import { Measurements, type Round } from "./measurements.ts";
import { type FailedBenchmark, type Results, seriesKey } from "./model.ts";
import { TIME_METRIC } from "./units.ts";

/** What one process measured: samples by benchmark. */
function processOf(
  samples: Readonly<Record<string, readonly number[]>>,
  failed: readonly FailedBenchmark[] = [],
): Results {
  return {
    format: "custom",
    series: new Map(
      Object.entries(samples).map(([benchmark, values]) => [
        seriesKey(benchmark, "time"),
        { benchmark, metric: TIME_METRIC, values },
      ]),
    ),
    failed,
    warnings: [],
  };
}

function measured(rounds: readonly Round[], only?: readonly (readonly string[] | undefined)[]): Measurements {
  const measurements = new Measurements();
  for (const [at, round] of rounds.entries()) {
    const wanted = only?.[at];
    measurements.add(round, wanted === undefined ? undefined : new Set(wanted.map((name) => seriesKey(name, "time"))));
  }
  return measurements;
}

const seriesOf = (measurements: Measurements, name: string) =>
  measurements.series().find(({ benchmark }) => benchmark === name);

test("the process is the unit: of its samples the median is taken", () => {
  const measurements = measured([
    {
      base: [processOf({ a: [1, 2, 9] }), processOf({ a: [4] })],
      head: [processOf({ a: [5, 6] }), processOf({ a: [7, 7, 7, 100] })],
    },
  ]);
  expect(seriesOf(measurements, "a")?.rounds).toEqual([{ base: [2, 4], head: [5.5, 7] }]);
  expect(measurements.processes).toEqual({ base: 2, head: 2, twin: 0 });
});

test("rounds stay apart, in their order", () => {
  const round = (base: number, head: number): Round => ({
    base: [processOf({ a: [base] })],
    head: [processOf({ a: [head] })],
  });
  expect(seriesOf(measured([round(1, 2), round(3, 4)]), "a")?.rounds).toEqual([
    { base: [1], head: [2] },
    { base: [3], head: [4] },
  ]);
});

test("the control is base against base, the twin in the head's place", () => {
  const series = seriesOf(
    measured([{ base: [processOf({ a: [1] })], head: [processOf({ a: [2] })], twin: [processOf({ a: [3] })] }]),
    "a",
  );
  expect(series?.control).toEqual([{ base: [1], head: [3] }]);
  expect(series?.rounds).toEqual([{ base: [1], head: [2] }]);
});

describe("who was seen, and who was absent", () => {
  test("new and missing ones have no rounds", () => {
    const measurements = measured([{ base: [processOf({ gone: [1] })], head: [processOf({ added: [2] })] }]);
    expect(seriesOf(measurements, "gone")).toMatchObject({
      seen: { base: 1, head: 0 },
      absent: { base: 0, head: 1 },
      rounds: [],
    });
    expect(seriesOf(measurements, "added")).toMatchObject({
      seen: { base: 0, head: 1 },
      absent: { base: 1, head: 0 },
      rounds: [],
      lone: { base: [], head: [2] },
    });
  });

  test("one that is lost in a later process, or comes only then", () => {
    const both = { base: [processOf({ a: [1], b: [1] })], head: [processOf({ a: [1], b: [1] })] };
    const measurements = measured([both, { ...both, head: [processOf({ a: [1], late: [1] })] }]);
    expect(seriesOf(measurements, "b")).toMatchObject({ seen: { base: 2, head: 1 }, absent: { base: 0, head: 1 } });
    expect(seriesOf(measurements, "late")).toMatchObject({ seen: { base: 0, head: 1 }, absent: { base: 2, head: 1 } });
    expect(seriesOf(measurements, "b")?.rounds).toHaveLength(1);
  });

  test("one that was decided need not run: excused, not absent, and what it measured all the same does not count", () => {
    const all = { base: [processOf({ a: [1], b: [1] })], head: [processOf({ a: [1], b: [1] })] };
    const onlyA = { base: [processOf({ a: [1] })], head: [processOf({ a: [1], b: [9] })] };
    const measurements = measured([all, onlyA, onlyA], [undefined, ["a"], ["a"]]);
    expect(seriesOf(measurements, "b")).toMatchObject({ seen: { base: 1, head: 1 }, absent: { base: 0, head: 0 } });
    expect(seriesOf(measurements, "b")?.rounds).toEqual([{ base: [1], head: [1] }]);
    expect(seriesOf(measurements, "a")).toMatchObject({ seen: { base: 3, head: 3 }, absent: { base: 0, head: 0 } });
  });

  test("one that is asked for and lost is absent, though others are excused", () => {
    const all = { base: [processOf({ a: [1], b: [1] })], head: [processOf({ a: [1], b: [1] })] };
    const measurements = measured([all, { base: [processOf({ a: [1] })], head: [processOf({})] }], [undefined, ["a"]]);
    expect(seriesOf(measurements, "a")).toMatchObject({ absent: { base: 0, head: 1 } });
    expect(seriesOf(measurements, "b")).toMatchObject({ absent: { base: 0, head: 0 } });
  });
});

test("a second draw is kept apart, and its control is not", () => {
  const measurements = new Measurements();
  const round = (value: number) => ({
    base: [processOf({ a: [value], b: [value] })],
    head: [processOf({ a: [value], b: [value] })],
    twin: [processOf({ a: [value] })],
  });
  measurements.add(round(1));
  measurements.drawAgain([seriesOf(measurements, "a")!.key]);
  measurements.add(round(2));
  expect(seriesOf(measurements, "a")).toMatchObject({
    rounds: [{ base: [1], head: [1] }],
    second: [{ base: [2], head: [2] }],
    control: [
      { base: [1], head: [1] },
      { base: [2], head: [2] },
    ],
  });
  expect(seriesOf(measurements, "b")).toMatchObject({ rounds: [{ base: [1] }, { base: [2] }], second: [] });
});

test("of what failed the first reason of each arm is kept", () => {
  const failing = (reason: string) => processOf({}, [{ benchmark: "bad", reason }]);
  const measurements = measured([
    { base: [failing("one"), failing("two")], head: [failing("three")] },
    { base: [failing("four")] },
  ]);
  expect(measurements.failed).toEqual([
    { benchmark: "bad", reason: "one", arm: "base" },
    { benchmark: "bad", reason: "three", arm: "head" },
  ]);
  expect(measurements.series()).toEqual([]);
});

test("names that mean something to JavaScript", () => {
  const names = ["__proto__", "constructor", "toString"];
  const samples = Object.fromEntries(names.map((name) => [name, [1]]));
  expect(
    measured([{ base: [processOf(samples)], head: [processOf(samples)] }])
      .series()
      .map(({ benchmark }) => benchmark),
  ).toEqual(names);
});

test("series keep the order in which they were first seen", () => {
  const measurements = measured([
    { base: [processOf({ b: [1], a: [1] })], head: [processOf({ c: [1], a: [1] })] },
    { base: [processOf({ a: [1] })] },
  ]);
  expect(measurements.series().map(({ benchmark }) => benchmark)).toEqual(["b", "a", "c"]);
});
