import { describe, expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { blamedRegressions, regression } from "./regression.ts";

describe("what it says", () => {
  test.each<readonly [readonly string[], string | undefined]>([
    [["a: ok", "b: improved -20", "c: inconclusive 30"], undefined],
    [["a: regressed 30"], "1 of 1 metric regressed: a by +30.0 %"],
    [["a: regressed 30", "b: ok", "c: inconclusive"], "1 of 3 metrics regressed: a by +30.0 %"],
    [["a ops/s: regressed -30", "b: ok"], "1 of 2 metrics regressed: a ops/s by -30.0 %"],
    [["a: regressed 30", "b: regressed 20"], "2 of 2 metrics regressed: a by +30.0 %, b by +20.0 %"],
    [
      ["a: regressed 30", "b: regressed 20", "c: regressed 10"],
      "3 of 3 metrics regressed: a by +30.0 %, b by +20.0 % and 1 more",
    ],
    // A number so near the margin gets the digits that put it on the right side.
    [["a: regressed 5.0001"], "1 of 1 metric regressed: a by +5.0 %"],
    [["a: regressed 4.9999"], "1 of 1 metric regressed: a by +4.9999 %"],
    [["a allocs/op: regressed Infinity"], "1 of 1 metric regressed: a allocs/op, from 0"],
    [["a: regressed"], "1 of 1 metric regressed: a"],
    // What has one side only, or is not judged, is not among those compared.
    [["a: regressed 30", "b: new", "c: missing", "d: shown", "e: broken"], "1 of 1 metric regressed: a by +30.0 %"],
    [[`${"x".repeat(50)}: regressed`], `1 of 1 metric regressed: ${"x".repeat(13)}…${"x".repeat(26)}`],
  ])("%j", (comparisons, words) => {
    expect(regression(judgedOf(comparisons))).toEqual(
      words === undefined ? undefined : { verdict: "fail", fails: true, words },
    );
  });
});

describe("a second draw is told where all that needed one were confirmed", () => {
  test.each<readonly [readonly ("confirmed" | "unfinished" | undefined)[], boolean]>([
    [[undefined, undefined], false],
    [["confirmed", undefined], true],
    [["confirmed", "confirmed"], true],
    [["confirmed", "unfinished"], false],
    [["unfinished", undefined], false],
  ])("%j", (outcomes, isTold) => {
    const judged = judgedOf(["a: regressed 30", "b: regressed 20"]);
    const comparisons = judged.comparisons.map((comparison, at) => {
      const outcome = outcomes[at];
      return outcome === undefined ? comparison : { ...comparison, secondDraw: { outcome, rounds: 6 } };
    });
    expect(regression({ ...judged, comparisons })?.words).toBe(
      `2 of 2 metrics regressed: a by +30.0 %, b by +20.0 %${isTold ? " (confirmed by a second draw)" : ""}`,
    );
  });
});

describe("what lets it pass leaves the verdict", () => {
  test.each<readonly [Parameters<typeof judgedOf>[1], boolean]>([
    [{ failOn: ["regression"] }, true],
    [{ failOn: ["missing", "inconclusive"] }, false],
    [{ failOn: [] }, false],
    [{ ignoredBy: "slow-ok" }, false],
  ])("%j", (settings, fails) => {
    expect(regression(judgedOf(["a: regressed 30"], settings))).toMatchObject({ verdict: "fail", fails });
  });
});

describe("on an unsteady machine only what repeats exactly is blamed", () => {
  const moved = { moved: ["a: regressed 30"] };

  test.each<readonly [readonly string[], readonly string[]]>([
    [["a: regressed 30"], []],
    [["a allocs/op: regressed 30"], ["a"]],
    [["a: regressed 30", "b B/op: regressed 20", "c allocs/op: ok"], ["b"]],
  ])("%j", (comparisons, blamed) => {
    expect(blamedRegressions(judgedOf(comparisons, moved)).map(({ benchmark }) => benchmark)).toEqual(blamed);
    expect(regression(judgedOf(comparisons, moved)) !== undefined).toBe(blamed.length > 0);
  });

  test("on a steady one, both", () => {
    expect(blamedRegressions(judgedOf(["a: regressed 30", "b allocs/op: regressed 20", "c: ok"]))).toHaveLength(2);
  });
});
