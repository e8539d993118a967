import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { notJudged } from "./not-judged.ts";

test.each<readonly [readonly string[], string | undefined]>([
  [["a: ok"], undefined],
  [["a: ok", "b widgets: shown"], "1 metric not judged, b widgets: no known direction"],
  [
    ["a: regressed", "b widgets: shown", "c points: shown", "d x: shown"],
    "3 metrics not judged, b widgets, c points and 1 more: no known direction",
  ],
  // A metric that repeats another one has a direction, and is shown on purpose.
  [["a: ok", "a MB/s: shown"], undefined],
  // Another gate says that nothing was judged.
  [["b widgets: shown"], undefined],
])("%j: %s", (comparisons, words) => {
  expect(notJudged(judgedOf(comparisons))).toEqual(
    words === undefined ? undefined : { verdict: "pass", fails: false, words },
  );
});

test("what `overrides` leave out is said as well", () => {
  const judged = judgedOf(["a: ok", "b: shown"]);
  const comparisons = judged.comparisons.map((each, at) => (at === 1 ? { ...each, reason: "left out" } : each));
  expect(notJudged({ ...judged, comparisons })?.words).toBe("1 metric left out by `overrides`");
});
