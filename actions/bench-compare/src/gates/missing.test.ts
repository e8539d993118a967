import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { missing } from "./missing.ts";

test.each<readonly [readonly string[], string | undefined]>([
  [["a: ok", "b: new"], undefined],
  [["a: missing"], "1 benchmark is missing from the head: a"],
  [["a: missing", "b: missing", "c: ok"], "2 benchmarks are missing from the head: a, b"],
  [["a: missing", "b: missing", "c: missing"], "3 benchmarks are missing from the head: a, b and 1 more"],
  // One benchmark, whose every metric is gone.
  [["a: missing", "a allocs/op: missing", "b: ok"], "1 benchmark is missing from the head: a"],
  // One that has only lost a metric.
  [["a: ok", "a allocs/op: missing"], "1 metric is missing from the head: a allocs/op"],
  [["a: ok", "a B/op: missing", "b: missing"], "2 metrics are missing from the head: a B/op, b"],
  [[`${"x".repeat(50)}: missing`], `1 benchmark is missing from the head: ${"x".repeat(13)}…${"x".repeat(26)}`],
])("%j", (comparisons, words) => {
  const judge = (...failOn: readonly ("regression" | "missing")[]) => missing(judgedOf(comparisons, { failOn }));
  expect(judge("missing")).toEqual(words === undefined ? undefined : { verdict: "fail", fails: true, words });
  expect(judge("regression")).toEqual(words === undefined ? undefined : { verdict: "pass", fails: false, words });
});
