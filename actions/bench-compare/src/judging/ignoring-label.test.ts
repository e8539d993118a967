import { expect, test } from "vitest";
import { comparisonOf } from "../../testing/judged.ts";
import { ignoringLabel } from "./ignoring-label.ts";

test.each<readonly [readonly string[], string | undefined, readonly string[], string | undefined]>([
  [["bug", "slow-ok"], "slow-ok", ["a: ok", "b: regressed"], "slow-ok"],
  [["slow-ok"], "slow-ok", ["a: regressed"], "slow-ok"],
  [["bug", "Slow-OK"], "slow-ok", ["a: regressed"], undefined],
  [["bug"], undefined, ["a: regressed"], undefined],
  [[], "slow-ok", ["a: regressed"], undefined],
  // There is nothing that it would let pass.
  [["slow-ok"], "slow-ok", ["a: ok", "b: missing", "c: inconclusive"], undefined],
  [["slow-ok"], "slow-ok", [], undefined],
])("labels %j, `ignore-label: %s`, %j: %s", (labels, ignoreLabel, judged, expected) => {
  expect(ignoringLabel(labels, ignoreLabel, judged.map(comparisonOf))).toBe(expected);
});
