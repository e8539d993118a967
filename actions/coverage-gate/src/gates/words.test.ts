import { expect, test } from "vitest";
import { gate, ratio } from "../../testing/gates.ts";
import type { Gate } from "../result.ts";
import { gateWords, percentOf } from "./words.ts";

test.each<[string, Gate, [what: string, value: string, asked: string, phrase: string]]>([
  [
    "lines",
    gate({ kind: "line", measured: ratio(1, 2) }),
    ["Lines", "50.00 %", "≥ 80 %", "lines 50.00 % (needs 80 %)"],
  ],
  [
    "branches",
    gate({ kind: "branch", measured: ratio(1, 2) }),
    ["Branches", "50.00 %", "≥ 80 %", "branches 50.00 % (needs 80 %)"],
  ],
  [
    "functions",
    gate({ kind: "function", measured: ratio(1, 2) }),
    ["Functions", "50.00 %", "≥ 80 %", "functions 50.00 % (needs 80 %)"],
  ],
  [
    "changed lines",
    gate({ kind: "patch", measured: ratio(1, 2) }),
    ["Changed lines", "50.00 %", "≥ 80 %", "changed lines 50.00 % (needs 80 %)"],
  ],
  [
    "changed branches",
    gate({ kind: "patch-branch", measured: ratio(1, 2) }),
    ["Changed branches", "50.00 %", "≥ 80 %", "changed branches 50.00 % (needs 80 %)"],
  ],
  [
    "a component",
    gate({ kind: "patch", component: "api", measured: ratio(1, 2) }),
    ["api: changed lines", "50.00 %", "≥ 80 %", "api changed lines 50.00 % (needs 80 %)"],
  ],
  [
    "nothing measured",
    gate({ kind: "branch", measured: ratio(0, 0) }),
    ["Branches", "none measured", "≥ 80 %", "no branches measured (needs 80 %)"],
  ],
  [
    "nothing compared",
    gate({ kind: "patch" }),
    ["Changed lines", "not compared", "≥ 80 %", "changed lines not compared"],
  ],
  [
    "a loss",
    gate({ kind: "decrease", threshold: "0.5", measured: ratio(1, 2), base: ratio(1, 1) }),
    ["Points lost", "50.00", "≤ 0.5", "decrease 50.00 points (allows 0.5)"],
  ],
  [
    "a gain",
    gate({ kind: "decrease", threshold: "0", measured: ratio(1, 1), base: ratio(1, 2) }),
    ["Points lost", "-50.00", "≤ 0", "decrease -50.00 points (allows 0)"],
  ],
  [
    "no baseline",
    gate({ kind: "decrease", threshold: "0" }),
    ["Points lost", "no baseline", "≤ 0", "no baseline for the decrease (allows 0)"],
  ],
  [
    "an empty baseline",
    gate({ kind: "decrease", threshold: "0", measured: ratio(1, 1), base: ratio(0, 0) }),
    ["Points lost", "no baseline", "≤ 0", "no baseline for the decrease (allows 0)"],
  ],
  [
    "an empty head",
    gate({ kind: "decrease", threshold: "0", measured: ratio(0, 0), base: ratio(1, 1) }),
    ["Points lost", "no baseline", "≤ 0", "no baseline for the decrease (allows 0)"],
  ],
  [
    "a tolerance that is no number",
    gate({ kind: "decrease", threshold: "x", measured: ratio(1, 1), base: ratio(1, 1) }),
    ["Points lost", "no baseline", "≤ x", "no baseline for the decrease (allows x)"],
  ],
  [
    "files",
    gate({ kind: "per-file", measured: ratio(1198, 1200) }),
    ["Files below 80 %", "2 of 1,200", "none", "2 of 1,200 files below 80 %"],
  ],
  [
    "files of an older result",
    gate({ kind: "per-file" }),
    ["Files below 80 %", "some", "none", "some files below 80 %"],
  ],
  [
    "unmeasured files",
    gate({ kind: "measured", measured: ratio(1, 3) }),
    ["Changed files in no report", "2 of 3", "none", "2 of 3 changed files in no report"],
  ],
  [
    "files of another commit",
    gate({ kind: "stale", measured: ratio(1, 3) }),
    ["Files that do not fit", "2 of 3", "none", "reports of another commit (2 of 3 files do not fit)"],
  ],
  [
    "changed lines that could not be judged",
    gate({ kind: "patch", unjudged: { cause: "no-base", allowed: false } }),
    ["Changed lines", "not judged", "≥ 80 %", "changed lines not judged (the base is not available)"],
  ],
  [
    "a component's",
    gate({ kind: "patch", component: "Api", unjudged: { cause: "no-base", allowed: true } }),
    ["Api: changed lines", "not judged", "≥ 80 %", "Api: changed lines not judged (the base is not available)"],
  ],
  [
    "a loss without a baseline",
    gate({ kind: "decrease", threshold: "1", unjudged: { cause: "no-baseline", allowed: false } }),
    ["Points lost", "not judged", "≤ 1", "decrease not judged (there is no baseline)"],
  ],
  [
    "the default branch's rules, without a cache",
    gate({ kind: "rules", unjudged: { cause: "baseline-unavailable", allowed: false } }),
    ["Default branch's rules", "not judged", "", "default branch's rules not judged (the cache cannot be read)"],
  ],
  [
    "the default branch's rules, damaged",
    gate({ kind: "rules", unjudged: { cause: "baseline-unreadable", allowed: false } }),
    ["Default branch's rules", "not judged", "", "default branch's rules not judged (the baseline is damaged)"],
  ],
  [
    "the default branch's rules, of somebody's file",
    gate({ kind: "rules" }),
    ["Default branch's rules", "not known", "", "default branch's rules"],
  ],
  [
    "branches that no report measures",
    gate({ kind: "branch", measured: ratio(0, 0), unjudged: { cause: "nothing-measured", allowed: false } }),
    ["Branches", "none measured", "≥ 80 %", "no branches measured (needs 80 %)"],
  ],
])("%s", (_, judged, [what, value, asked, phrase]) => {
  expect(gateWords(judged)).toEqual({ what, value, asked, phrase });
});

test.each([
  [undefined, "33.33"],
  ["50", "33.33"],
  ["50.0000", "33.3333"],
  ["no number", "33.33"],
])("a third beside %s is %s", (threshold, expected) => {
  expect(percentOf(ratio(1, 3), threshold)).toBe(expected);
});
