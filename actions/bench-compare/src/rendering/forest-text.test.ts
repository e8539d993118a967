import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { expect, test } from "vitest";
import { metricOf } from "../../testing/facts.ts";
import { forestText } from "./forest-text.ts";

const row = (benchmark: string, change: number, low: number, high: number, unit = "ns"): Comparison => ({
  benchmark,
  metric: metricOf(unit),
  verdict: "ok",
  change,
  low,
  high,
  margin: 0.05,
});

/** The lines of the plot. */
function plot(...comparisons: readonly Comparison[]): readonly string[] {
  const [block] = forestText({ comparisons, rules: { margin: 0.05 } as never });
  if (block?.kind !== "details" || block.blocks[0]?.kind !== "code") return [];
  return block.blocks[0].text.split("\n");
}

test("a line a benchmark: margins, zero, interval and estimate, and arrows where the axis ends", () => {
  const [wide, narrow] = [Number.NEGATIVE_INFINITY, 0.01];
  expect(
    plot(row("worse", 0.2, 0.15, 0.25), row("same", 0, -narrow, narrow), row("open", 0.02, wide, 30)).join("\n"),
  ).toBe(
    `                       ◄ better          ┊ margin 5 % ┊          worse ►
worse                                     ┊    │    ┊        ────●────   +20.0 %
same                                      ┊   ─●─   ┊                    0.0 %
open                   ◄─────────────────────────●─────────────────────► +2.0 %
                       -20 %       -10 %       0      +10 %    +20 %`,
  );
});

test("right is worse, also for a rate", () => {
  const [, line = ""] = plot(row("rate", -0.2, -0.25, -0.15, "req/s"));
  expect(line.indexOf("●")).toBeGreaterThan(line.indexOf("│"));
});

test("the most harmful forty, and none without a change", () => {
  expect(plot(...Array.from({ length: 50 }, (_, at) => row(`b${at}`, 0, -0.01, 0.01)))).toHaveLength(42);
  expect(forestText({ comparisons: [], rules: { margin: 0.05 } as never })).toEqual([]);
});
