import { describe, expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { decide } from "./decision.ts";

type Settings = Parameters<typeof judgedOf>[1];

const inShort = (comparisons: readonly string[], settings: Settings = {}) => {
  const { verdict, outcome, fails } = decide(judgedOf(comparisons, settings));
  return [verdict, outcome, fails];
};

describe("the most serious verdict counts, and any gate may fail the step", () => {
  test.each<readonly [readonly string[], Settings, readonly [string, string, boolean]]>([
    [["a: ok"], {}, ["pass", "compared", false]],
    [["a: ok", "b: improved -9"], {}, ["pass", "compared", false]],
    [["a: inconclusive"], {}, ["inconclusive", "compared", false]],
    [["a: inconclusive"], { failOn: ["inconclusive"] }, ["inconclusive", "compared", true]],
    [["a: regressed 9"], {}, ["fail", "compared", true]],
    [["a: regressed 9"], { failOn: [] }, ["fail", "compared", false]],
    [["a: ok", "b: missing"], {}, ["fail", "compared", true]],
    [["a: ok", "b: missing"], { failOn: [] }, ["pass", "compared", false]],
    [["a: ok", "b: broken"], { failOn: [] }, ["broken", "broken-benchmarks", true]],
    [[], {}, ["broken", "nothing-compared", true]],
    [["a: ok"], { identical: true }, ["pass", "identical", false]],
    [["a: ok"], { moved: ["a: regressed"] }, ["inconclusive", "contaminated", false]],
    // Less serious beside more serious, in both orders.
    [["a: regressed 9", "b: inconclusive"], {}, ["fail", "compared", true]],
    [["a: broken", "b: regressed 9", "c: inconclusive"], {}, ["broken", "broken-benchmarks", true]],
    [["a: regressed 9", "b: inconclusive"], { failOn: ["inconclusive"] }, ["fail", "compared", true]],
    [["a: regressed 9", "b: missing"], { failOn: ["missing"], ignoredBy: "ok" }, ["fail", "compared", true]],
    // What lets a regression pass says nothing about an unsteady machine.
    [
      ["a allocs/op: regressed 9"],
      { moved: ["b: regressed"], ignoredBy: "ok", failOn: ["regression", "inconclusive"] },
      ["fail", "contaminated", true],
    ],
    [["a allocs/op: regressed 9"], { moved: ["b: regressed"], ignoredBy: "ok" }, ["fail", "contaminated", false]],
  ])("%j with %j", (comparisons, settings, is) => {
    expect(inShort(comparisons, settings)).toEqual(is);
  });

  test("a problem is all there is to say", () => {
    const problem = { kind: "base-crashed", sentence: "It broke." } as const;
    expect(inShort(["a: regressed 9"], { problem })).toEqual(["broken", "base-crashed", true]);
    expect(inShort(["a: regressed 9"], { problem, onMissingBase: "warn" })).toEqual([
      "inconclusive",
      "base-crashed",
      false,
    ]);
  });
});

describe("the headline names everything that was found, what fails first", () => {
  test.each<readonly [readonly string[], Settings, string]>([
    [["a: ok"], {}, "No regression in 1 metric"],
    [["a: ok", "b: ok", "c: new"], {}, "No regression in 2 metrics"],
    [["a: ok", "b: improved -9"], {}, "No regression in 2 metrics; 1 improved"],
    [["a: ok"], { identical: true }, "Both sides are the same program: 1 metric, no difference shown"],
    [["a: ok", "b: missing"], { failOn: [] }, "No regression in 1 metric; 1 benchmark is missing from the head: b"],
    [
      ["a: regressed 9", "b: broken", "c: missing", "d: inconclusive", "e: improved -9"],
      {},
      "1 benchmark could not be measured: b; 1 of 3 metrics regressed: a by +9.0 %; 1 benchmark is missing from the head: c; 1 of 3 metrics was too noisy to tell; 1 improved",
    ],
    [
      ["a allocs/op: regressed 9", "c: missing", "d: inconclusive"],
      { moved: ["d: regressed"] },
      "1 of 2 metrics regressed: a allocs/op by +9.0 %; 1 benchmark is missing from the head: c; the machine was too unsteady to blame the change: the base differs from itself in 1 metric",
    ],
    [["a: shown"], {}, "Nothing was compared: base and head have no benchmark in common that can be judged"],
  ])("%j with %j", (comparisons, settings, headline) => {
    expect(decide(judgedOf(comparisons, settings)).headline).toBe(headline);
  });
});

test("it counts what it decided on", () => {
  expect(decide(judgedOf(["a: ok", "b: ok", "c: new", "d: regressed 9"])).counts).toEqual({
    regressed: 1,
    improved: 0,
    ok: 2,
    inconclusive: 0,
    new: 1,
    missing: 0,
    broken: 0,
    shown: 0,
  });
});
