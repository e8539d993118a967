import { describe, expect, test } from "vitest";
import { gate, ratio, resultWith } from "../../testing/gates.ts";
import type { Gate, Result } from "../result.ts";
import { judgePublished } from "./judge-published.ts";

const passes: Gate = gate({ kind: "line", measured: ratio(8, 10) });
const failed: Gate = gate({ kind: "patch", threshold: "90", verdict: "fail", measured: ratio(1, 2) });

/** What the file says, the `fail-on` of this run, and what comes of the two. */
test.each<[string, Partial<Result>, "gate" | "never", Pick<Result, "verdict" | "fails">]>([
  ["a pass", { gates: [passes] }, "gate", { verdict: "pass", fails: false }],
  ["a failure", { verdict: "fail", fails: true, gates: [failed] }, "gate", { verdict: "fail", fails: true }],
  [
    "a failure that only reports here",
    { verdict: "fail", fails: true, gates: [failed] },
    "never",
    { verdict: "fail", fails: false },
  ],
  [
    "a failure that only reported there",
    { verdict: "fail", fails: false, gates: [failed] },
    "gate",
    { verdict: "fail", fails: true },
  ],
  ["a pass that says that it fails", { fails: true, gates: [passes] }, "gate", { verdict: "pass", fails: false }],
  ["a failed gate that says pass", { gates: [passes, failed] }, "gate", { verdict: "fail", fails: true }],
  [
    "a failed gate whose verdict says pass, too",
    { gates: [passes, { ...failed, verdict: "pass" }] },
    "gate",
    { verdict: "fail", fails: true },
  ],
  ["broken", { verdict: "broken", gates: [passes] }, "gate", { verdict: "broken", fails: true }],
  ["broken, reported only", { verdict: "broken", gates: [passes] }, "never", { verdict: "broken", fails: false }],
  [
    "a lowered `fail-on` of the other run's",
    {
      verdict: "fail",
      fails: true,
      gates: [failed],
      loweredGates: [{ input: "fail-on", asked: "never", enforced: "gate" }],
    },
    "never",
    { verdict: "fail", fails: false },
  ],
])("%s", (_, published, failOn, expected) => {
  expect(judgePublished(resultWith(published), { failOn })).toMatchObject(expected);
});

test("the headline is written anew", () => {
  const published = resultWith({ headline: "All is well, trust me", verdict: "fail", gates: [passes, failed] });
  expect(judgePublished(published, { failOn: "gate" }).headline).toBe(
    "Coverage 80.00 % (needs 80 %), but changed lines 50.00 % (needs 90 %): fail",
  );
});

describe("a gate's verdict and sentence follow from its numbers, whatever it says", () => {
  const LIE = "Everything is fine.";
  const noBase = { cause: "no-base", input: "on-missing-base", allowed: true } as const;
  type Row = readonly [string, Partial<Gate> & Pick<Gate, "kind">, Gate["verdict"], sentence: string];
  test.each<Row>([
    ["a share", { kind: "line", measured: ratio(8, 10) }, "pass", "Lines: 8 of 10 covered (80.00 %), 80 % needed."],
    [
      "a share below its minimum",
      { kind: "branch", measured: ratio(7, 10) },
      "fail",
      "Branches: 7 of 10 covered (70.00 %), 80 % needed: 1 more to cover.",
    ],
    [
      "a share that says it was skipped",
      { kind: "function", verdict: "skipped", measured: ratio(7, 10) },
      "fail",
      "Functions: 7 of 10 covered (70.00 %), 80 % needed: 1 more to cover.",
    ],
    [
      "a share of nothing",
      { kind: "function", measured: ratio(0, 0) },
      "fail",
      "Functions: not judged, because no report measures any, and the gate asks for 80 %.",
    ],
    [
      "changed lines",
      { kind: "patch", measured: ratio(1, 2) },
      "fail",
      "Changed lines: 1 of 2 covered (50.00 %), 80 % needed: 1 more to cover.",
    ],
    [
      "too few changed lines",
      { kind: "patch", verdict: "skipped", measured: ratio(1, 2) },
      "skipped",
      "Changed lines: not judged, because the change has fewer measured lines than `min-patch-lines`.",
    ],
    [
      "too few changed branches",
      { kind: "patch-branch", verdict: "skipped", measured: ratio(1, 2) },
      "skipped",
      "Changed branches: not judged, because the change has fewer measured lines than `min-patch-lines`.",
    ],
    [
      "no changed line",
      { kind: "patch", measured: ratio(0, 0) },
      "skipped",
      "Changed lines: not judged, because no report measures any.",
    ],
    [
      "no changed branch",
      { kind: "patch-branch", measured: ratio(0, 0) },
      "skipped",
      "Changed branches: not judged, because no report measures any.",
    ],
    ["no change", { kind: "patch" }, "skipped", "Changed lines: not judged, because there was no change to look at."],
    [
      "a component's",
      { kind: "line", component: "api", measured: ratio(1, 2) },
      "fail",
      "api: lines: 1 of 2 covered (50.00 %), 80 % needed: 1 more to cover.",
    ],
    [
      "a loss",
      { kind: "decrease", threshold: "1", measured: ratio(8, 10), base: ratio(9, 10) },
      "fail",
      "Decrease: 9/10 = 90.00 % before, 8/10 = 80.00 % now: -10.00 points; the gate allows a loss of 1.",
    ],
    [
      "a loss that is allowed",
      { kind: "decrease", threshold: "10", measured: ratio(8, 10), base: ratio(9, 10) },
      "pass",
      "Decrease: 9/10 = 90.00 % before, 8/10 = 80.00 % now: -10.00 points; the gate allows a loss of 10.",
    ],
    [
      "a loss without a change",
      { kind: "decrease", threshold: "1" },
      "skipped",
      "Points lost: not judged, because there was no change to look at.",
    ],
    [
      "a loss of something unknown",
      { kind: "decrease", threshold: "1", measured: ratio(8, 10) },
      "skipped",
      "Points lost: not judged, because there was no change to look at.",
    ],
    [
      "a loss of nothing",
      { kind: "decrease", threshold: "1", measured: ratio(8, 10), base: ratio(0, 0) },
      "skipped",
      "Points lost: not judged, because there was no change to look at.",
    ],
    [
      "a loss that was not measured",
      { kind: "decrease", threshold: "1", base: ratio(9, 10) },
      "skipped",
      "Points lost: not judged, because there was no change to look at.",
    ],
    ["files", { kind: "per-file", measured: ratio(3, 3) }, "pass", "Files: none is below 80 %."],
    ["files below", { kind: "per-file", measured: ratio(1, 3) }, "fail", "Files: 2 of 3 are below 80 %."],
    ["one file below", { kind: "per-file", measured: ratio(2, 3) }, "fail", "Files: 1 of 3 is below 80 %."],
    ["files of an older result", { kind: "per-file" }, "fail", "Files: some are below 80 %."],
    [
      "changed files",
      { kind: "measured", measured: ratio(2, 2) },
      "pass",
      "Changed files: every one that `require-measured` matches is in a report.",
    ],
    [
      "changed files in no report",
      { kind: "measured", measured: ratio(1, 3) },
      "fail",
      "Changed files: 2 of 3 that `require-measured` matches are in no report.",
    ],
    [
      "one changed file in no report",
      { kind: "measured", measured: ratio(1, 2) },
      "fail",
      "Changed files: 1 of 2 that `require-measured` matches is in no report.",
    ],
    [
      "changed files of no change",
      { kind: "measured" },
      "skipped",
      "Changed files in no report: not judged, because there was no change to look at.",
    ],
    [
      "files of another commit",
      { kind: "stale", measured: ratio(1, 3) },
      "fail",
      "The reports do not fit this commit: 2 of 3 files lack lines that they measure.",
    ],
    [
      "one file of another commit",
      { kind: "stale", measured: ratio(2, 3) },
      "fail",
      "The reports do not fit this commit: 1 of 3 files lacks lines that they measure.",
    ],
    [
      "files of another commit, of an older result",
      { kind: "stale" },
      "fail",
      "The reports do not fit this commit: some files lack lines that they measure.",
    ],
    [
      "a base that need not be there",
      { kind: "patch", unjudged: noBase },
      "skipped",
      "Changed lines: not judged, because the base is not available; `on-missing-base: warn` allows it.",
    ],
    [
      "a base that must be there",
      { kind: "patch", verdict: "pass", unjudged: { ...noBase, allowed: false } },
      "fail",
      "Changed lines: not judged, because the base is not available; `on-missing-base: warn` would allow it.",
    ],
    [
      "a baseline that need not be there",
      { kind: "decrease", unjudged: { cause: "no-baseline", allowed: true } },
      "skipped",
      "Points lost: not judged, because there is no baseline; `on-missing-baseline: warn` allows it.",
    ],
    [
      "an input that cannot allow it",
      { kind: "rules", unjudged: { cause: "baseline-unavailable", input: "on-missing-base", allowed: true } },
      "skipped",
      "Default branch's rules: not judged, because the cache cannot be read; `on-unreadable-baseline: warn` allows it.",
    ],
    [
      "damage",
      { kind: "rules", unjudged: { cause: "baseline-unreadable", allowed: false } },
      "fail",
      "Default branch's rules: not judged, because the baseline is damaged; `on-unreadable-baseline: warn` would allow it.",
    ],
    [
      "what nothing can allow",
      {
        kind: "branch",
        measured: ratio(0, 0),
        unjudged: { cause: "nothing-measured", input: "on-missing-base", allowed: true },
      },
      "fail",
      "Branches: not judged, because no report measures any.",
    ],
  ])("%s", (_, some, verdict, sentence) => {
    const components = [{ name: "api", total: resultWith().total }];
    const published = resultWith({ gates: [gate({ verdict: "pass", sentence: LIE, ...some })], components });
    const [judged] = judgePublished(published, { failOn: "gate" }).gates;
    expect(judged).toMatchObject({ kind: some.kind, verdict, sentence });
    expect(Object.values(judged!)).not.toContain(undefined);
    expect(judged?.measured).toEqual(some.measured);
    expect(judged?.base).toEqual(some.base);
    expect(judged?.component).toBe(some.component);
  });
});

describe("what does not hold by the default branch's scope", () => {
  const scope = { inputs: ["exclude"], allowed: false } as const;
  const allowed = { ...scope, allowed: true };
  const noBase = { cause: "no-base", input: "on-missing-base", allowed: false } as const;
  const unusable = { cause: "scope-unusable", input: "on-changed-scope", allowed: false } as const;
  type Row = readonly [string, Partial<Gate> & Pick<Gate, "kind">, Result["verdict"], Gate["verdict"], string];
  test.each<Row>([
    [
      "fails",
      { kind: "line", scope, measured: ratio(7, 10) },
      "fail",
      "fail",
      "Lines by the default branch's `exclude`: 7 of 10 covered (70.00 %), 80 % needed: 1 more to cover.",
    ],
    [
      "is allowed, and said",
      { kind: "line", scope: allowed, measured: ratio(7, 10) },
      "pass",
      "skipped",
      "Lines by the default branch's `exclude`: 7 of 10 covered (70.00 %), 80 % needed: 1 more to cover; `on-changed-scope: warn` allows it.",
    ],
    [
      "says so, but its numbers hold",
      { kind: "line", scope, verdict: "fail", measured: ratio(8, 10) },
      "pass",
      "pass",
      "Lines by the default branch's `exclude`: 8 of 10 covered (80.00 %), 80 % needed.",
    ],
    [
      "is a component that the change does not have, with a sentence for a name",
      { kind: "line", scope, component: "All is well", measured: ratio(7, 10) },
      "fail",
      "fail",
      "component: lines by the default branch's `exclude`: 7 of 10 covered (70.00 %), 80 % needed: 1 more to cover.",
    ],
    [
      "could not be judged",
      { kind: "measured", scope, unjudged: noBase },
      "broken",
      "fail",
      "Changed files in no report by the default branch's `exclude`: not judged, because the base is not available; `on-missing-base: warn` would allow it.",
    ],
    [
      "cannot be used",
      { kind: "rules", scope, unjudged: unusable },
      "broken",
      "fail",
      "The gates by the default branch's `exclude`: not judged, because it cannot be used for this change; `on-changed-scope: warn` would allow it.",
    ],
    [
      "cannot be used, and that is allowed",
      { kind: "rules", scope: allowed, unjudged: unusable },
      "pass",
      "skipped",
      "The gates by the default branch's `exclude`: not judged, because it cannot be used for this change; `on-changed-scope: warn` allows it.",
    ],
  ])("%s", (_, some, verdict, gateVerdict, sentence) => {
    const published = resultWith({ gates: [passes, gate({ sentence: "Trust me.", ...some })] });
    const { gates, ...result } = judgePublished(published, { failOn: "gate" });
    expect([result.verdict, gates[1]?.verdict, gates[1]?.sentence]).toEqual([verdict, gateVerdict, sentence]);
    expect(gates[0]).toMatchObject({ verdict: "pass", kind: "line" });
  });
});
