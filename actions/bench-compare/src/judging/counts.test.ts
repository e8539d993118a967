import { expect, test } from "vitest";
import { comparisonOf } from "../../testing/judged.ts";
import { countCompared, countVerdicts } from "./counts.ts";

const of = (...verdicts: readonly string[]) => verdicts.map((verdict) => comparisonOf(`a: ${verdict}`));
const none = { regressed: 0, improved: 0, ok: 0, inconclusive: 0, new: 0, missing: 0, broken: 0, shown: 0 };

test("every verdict is counted", () => {
  expect(countVerdicts([])).toEqual(none);
  expect(countVerdicts(of("ok", "broken", "ok", "shown"))).toEqual({ ...none, ok: 2, broken: 1, shown: 1 });
});

test.each([
  ["regressed", 1],
  ["improved", 1],
  ["ok", 1],
  ["inconclusive", 1],
  ["new", 0],
  ["missing", 0],
  ["broken", 0],
  ["shown", 0],
])("%s counts as compared: %i", (verdict, count) => {
  expect(countCompared(of(verdict))).toBe(count);
});

test("what was compared is the sum of all that could be judged", () => {
  expect(countCompared(of("regressed", "improved", "improved", "ok", "ok", "ok", "inconclusive", "new"))).toBe(7);
});
