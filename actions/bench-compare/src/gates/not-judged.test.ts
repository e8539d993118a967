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

test.each<readonly [readonly string[], string | undefined]>([
  [["a: ok", "b: shown, left out"], "1 metric left out by `overrides`"],
  [["a: ok", "b: shown, left out", "c: shown, left out"], "2 metrics left out by `overrides`"],
  // No direction is known of it either, and one reason is enough.
  [["a: ok", "b widgets: shown, left out"], "1 metric left out by `overrides`"],
  [
    ["a: ok", "b widgets: shown", "c: shown, left out"],
    "1 metric not judged, b widgets: no known direction; 1 metric left out by `overrides`",
  ],
  // What was judged has reasons, too: one sentence more about a regression.
  [["a: ok", "b: regressed 30, not confirmed"], undefined],
  // Nobody looked away: one side alone cannot be judged.
  [["a: ok", "b widgets: new", "c widgets: missing"], undefined],
])("what `overrides` leave out is said as well: %j: %s", (written, words) => {
  const [texts, reasons] = [0, 1].map((part) => written.map((each) => each.split(", ")[part]));
  const judged = judgedOf(texts as string[]);
  const comparisons = judged.comparisons.map((each, at) => ({
    ...each,
    ...(reasons?.[at] !== undefined && { reason: reasons[at] }),
  }));
  expect(notJudged({ ...judged, comparisons })?.words).toBe(words);
});
