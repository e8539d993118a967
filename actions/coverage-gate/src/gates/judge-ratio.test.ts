import { expect, test } from "vitest";
import { decimal, ratio } from "../../testing/gates.ts";
import { judgeRatio } from "./judge-ratio.ts";

test.each([
  ["exactly reached", ratio(4, 5), "80", "pass", "Lines: 4 of 5 covered (80.00 %), 80 % needed."],
  ["more than reached", ratio(5, 5), "80", "pass", "Lines: 5 of 5 covered (100.00 %), 80 % needed."],
  ["one short", ratio(79, 100), "80", "fail", "Lines: 79 of 100 covered (79.00 %), 80 % needed: 1 more to cover."],
  [
    "short by less than the display has",
    ratio(79_999, 100_000),
    "80",
    "fail",
    "Lines: 79999 of 100000 covered (79.99 %), 80 % needed: 1 more to cover.",
  ],
  [
    "as many decimals as the minimum has",
    ratio(1, 3),
    "33.3334",
    "fail",
    "Lines: 1 of 3 covered (33.3333 %), 33.3334 % needed: 1 more to cover.",
  ],
])("%s", (_, measured, minimum, verdict, sentence) => {
  expect(judgeRatio("Lines", measured, decimal(minimum))).toEqual({ verdict, measured, sentence });
});
