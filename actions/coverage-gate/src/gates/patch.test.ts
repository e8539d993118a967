import { expect, test } from "vitest";
import { decimal, ratio } from "../../testing/gates.ts";
import { type ChangedCode, type PatchKind, patchGate } from "./patch.ts";

const nothing = ratio(0, 0);
const half: ChangedCode = { lines: ratio(2, 4), branches: ratio(1, 2) };

test("nobody asks, so there is no gate", () => {
  expect(patchGate("patch", half, { minimum: undefined, patchLines: 0, onMissingBase: "fail" })).toBeUndefined();
});

test.each<[string, PatchKind, ChangedCode, number, object]>([
  [
    "lines",
    "patch",
    half,
    0,
    {
      verdict: "fail",
      measured: ratio(2, 4),
      sentence: "Changed lines: 2 of 4 covered (50.00 %), 60 % needed: 1 more to cover.",
    },
  ],
  [
    "branches",
    "patch-branch",
    half,
    0,
    {
      verdict: "fail",
      measured: ratio(1, 2),
      sentence: "Changed branches: 1 of 2 covered (50.00 %), 60 % needed: 1 more to cover.",
    },
  ],
  [
    "all covered",
    "patch",
    { lines: ratio(4, 4), branches: nothing },
    0,
    { verdict: "pass", measured: ratio(4, 4), sentence: "Changed lines: 4 of 4 covered (100.00 %), 60 % needed." },
  ],
  [
    "no comparison, with its reason",
    "patch",
    { reason: "the run is by hand", cause: "no-change" },
    0,
    { verdict: "skipped", sentence: "Changed lines: not judged, because the run is by hand." },
  ],
  [
    "no comparison and no reason",
    "patch-branch",
    {},
    0,
    {
      verdict: "fail",
      unjudged: { cause: "no-base", input: "on-missing-base", allowed: false },
      sentence: "Changed branches: not judged, because nothing was compared; `on-missing-base: warn` would allow it.",
    },
  ],
  [
    "no measured line",
    "patch",
    { lines: nothing, branches: nothing },
    0,
    { verdict: "skipped", measured: nothing, sentence: "Changed lines: not judged, because no report measures any." },
  ],
  [
    "lines, but no branches",
    "patch-branch",
    { lines: ratio(2, 4), branches: nothing },
    0,
    {
      verdict: "skipped",
      measured: nothing,
      sentence: "Changed branches: not judged, because no report measures any.",
    },
  ],
  [
    "as many lines as `min-patch-lines`",
    "patch",
    half,
    4,
    {
      verdict: "fail",
      measured: ratio(2, 4),
      sentence: "Changed lines: 2 of 4 covered (50.00 %), 60 % needed: 1 more to cover.",
    },
  ],
  [
    "fewer",
    "patch",
    half,
    5,
    {
      verdict: "skipped",
      measured: ratio(2, 4),
      sentence: "Changed lines: not judged, because 4 measured lines are fewer than the 5 of `min-patch-lines`.",
    },
  ],
  [
    "branches of fewer lines",
    "patch-branch",
    half,
    5,
    {
      verdict: "skipped",
      measured: ratio(1, 2),
      sentence: "Changed branches: not judged, because 4 measured lines are fewer than the 5 of `min-patch-lines`.",
    },
  ],
  [
    "one line",
    "patch",
    { lines: ratio(0, 1), branches: nothing },
    5,
    {
      verdict: "skipped",
      measured: ratio(0, 1),
      sentence: "Changed lines: not judged, because 1 measured line is fewer than the 5 of `min-patch-lines`.",
    },
  ],
])("%s", (_, kind, changed, patchLines, expected) => {
  expect(patchGate(kind, changed, { minimum: decimal("60"), patchLines, onMissingBase: "fail" })).toStrictEqual({
    kind,
    threshold: "60",
    ...expected,
  });
});

test("of a component, it is named", () => {
  expect(
    patchGate("patch", half, { minimum: decimal("50"), patchLines: 0, onMissingBase: "fail" }, "api"),
  ).toMatchObject({
    component: "api",
    verdict: "pass",
    sentence: "api: changed lines: 2 of 4 covered (50.00 %), 50 % needed.",
  });
});

test.each([
  ["fail", "fail", false, "would allow it"],
  ["warn", "skipped", true, "allows it"],
] as const)("a base that is not available, `on-missing-base: %s`", (onMissingBase, verdict, allowed, words) => {
  const changed: ChangedCode = { reason: "it is gone", cause: "no-base" };
  expect(patchGate("patch", changed, { minimum: decimal("90"), patchLines: 0, onMissingBase }, "api")).toStrictEqual({
    kind: "patch",
    component: "api",
    threshold: "90",
    verdict,
    unjudged: { cause: "no-base", input: "on-missing-base", allowed },
    sentence: `api: changed lines: not judged, because it is gone; \`on-missing-base: warn\` ${words}.`,
  });
});

test.each<[string, PatchKind, ChangedCode, boolean, string, boolean]>([
  [
    "changed lines, and reports that know no branch",
    "patch-branch",
    { lines: ratio(1, 4), branches: nothing },
    false,
    "fail",
    true,
  ],
  ["no changed line", "patch-branch", { lines: nothing, branches: nothing }, false, "skipped", false],
  ["changed lines without a branch", "patch-branch", { lines: ratio(1, 4), branches: nothing }, true, "skipped", false],
  ["lines, which need no branches", "patch", { lines: ratio(4, 4), branches: nothing }, false, "pass", false],
])("%s", (_, kind, changed, measuresBranches, verdict, isUnjudged) => {
  const rules = { minimum: decimal("60"), patchLines: 0, onMissingBase: "warn", measuresBranches } as const;
  const gate = patchGate(kind, changed, rules);
  expect(gate?.verdict).toBe(verdict);
  expect(gate?.unjudged).toEqual(isUnjudged ? { cause: "nothing-measured", allowed: false } : undefined);
  if (isUnjudged) expect(gate?.sentence).toBe("Changed branches: not judged, because no report measures branches.");
});
