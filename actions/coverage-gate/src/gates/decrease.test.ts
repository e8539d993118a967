import type { Movement } from "@jessy-actions/coverage/movement";
import { describe, expect, test } from "vitest";
import { decimal, ratio } from "../../testing/gates.ts";
import type { Baseline } from "../result.ts";
import { type BeforeAndNow, type DecreaseRules, decreaseGate } from "./decrease.ts";

const EXACT: Baseline = { state: "exact", sha: "b".repeat(40), distance: 0, reason: "the base" };
const MISSING: Baseline = { state: "missing", reason: "there is none yet" };
const OFF: Baseline = { state: "off", reason: "the input `baseline` is `none`" };
const FILE: Baseline = { state: "file", file: "base.info" };

/** What a change removes: `covered` of `total` lines. */
function removes(covered: number, total: number): Movement {
  const added = { cause: "added", covered: 1, total: 1, files: 1 } as const;
  return { parts: [added, { cause: "removed", covered: -covered, total: -total, files: 1 }], indirect: [] };
}

function judge(
  facts: Partial<BeforeAndNow> & Pick<BeforeAndNow, "now">,
  allowed = "0",
  rules: Partial<DecreaseRules> = {},
) {
  return decreaseGate(
    { before: undefined, about: EXACT, change: undefined, movement: undefined, ...facts },
    {
      allowed: decimal(allowed),
      onMissingBase: "fail",
      onMissingBaseline: "warn",
      onUnreadableBaseline: "fail",
      ...rules,
    },
  );
}

test("nobody asks, so there is no gate", () => {
  expect(judge({ now: ratio(1, 2), before: ratio(1, 1) }, "0", { allowed: undefined })).toBeUndefined();
});

const NO_CHANGE = { cause: "no-change", reason: "a run by schedule has no change" } as const;
const NO_BASE = { cause: "no-base", reason: "the base is gone" } as const;

describe("nothing to compare with", () => {
  type Row = [what: string, facts: Partial<BeforeAndNow>, cause: string, input: keyof typeof KEYS, reason: string];
  const KEYS = {
    "on-missing-base": "onMissingBase",
    "on-missing-baseline": "onMissingBaseline",
    "on-unreadable-baseline": "onUnreadableBaseline",
  } as const;
  const rows: Row[] = [
    [
      "no baseline yet",
      { about: MISSING },
      "no-baseline",
      "on-missing-baseline",
      "there is no baseline (there is none yet)",
    ],
    [
      "no baseline wanted",
      { about: OFF },
      "no-baseline",
      "on-missing-baseline",
      "there is no baseline (the input `baseline` is `none`)",
    ],
    [
      "an empty baseline",
      { about: FILE, before: ratio(0, 0) },
      "no-baseline",
      "on-missing-baseline",
      "there is no baseline (it measured nothing)",
    ],
    ["a base that is not available", { about: OFF, change: NO_BASE }, "no-base", "on-missing-base", "the base is gone"],
    [
      "a cache that is down",
      { about: { state: "unavailable", reason: "the cache is down" } },
      "baseline-unavailable",
      "on-unreadable-baseline",
      "the cache is down",
    ],
    [
      "a damaged baseline, even without a base",
      { about: { state: "unreadable", reason: "it is damaged" }, change: NO_BASE },
      "baseline-unreadable",
      "on-unreadable-baseline",
      "it is damaged",
    ],
  ];
  test.each(rows)("%s fails, unless its own input allows it", (_, facts, cause, input, reason) => {
    const now = ratio(1, 2);
    const all = { onMissingBase: "warn", onMissingBaseline: "warn", onUnreadableBaseline: "warn" } as const;
    expect(judge({ now, ...facts }, "0", { ...all, [KEYS[input]]: "fail" })).toStrictEqual({
      kind: "decrease",
      threshold: "0",
      verdict: "fail",
      unjudged: { cause, input, allowed: false },
      sentence: `Decrease: not judged, because ${reason}; \`${input}: warn\` would allow it.`,
    });
    const none = { onMissingBase: "fail", onMissingBaseline: "fail", onUnreadableBaseline: "fail" } as const;
    expect(judge({ now, ...facts }, "0.5", { ...none, [KEYS[input]]: "warn" })).toStrictEqual({
      kind: "decrease",
      threshold: "0.5",
      verdict: "skipped",
      unjudged: { cause, input, allowed: true },
      sentence: `Decrease: not judged, because ${reason}; \`${input}: warn\` allows it.`,
    });
  });

  test("no change at all is nothing to judge", () => {
    expect(judge({ now: ratio(1, 2), about: OFF, change: NO_CHANGE })).toStrictEqual({
      kind: "decrease",
      threshold: "0",
      verdict: "skipped",
      sentence: "Decrease: not judged, because a run by schedule has no change.",
    });
  });

  test("a baseline by file needs no change", () => {
    expect(judge({ now: ratio(1, 2), before: ratio(1, 1), about: FILE, change: NO_CHANGE })?.verdict).toBe("fail");
  });
});

test.each<[string, ReturnType<typeof judge>, string, string]>([
  [
    "equal",
    judge({ now: ratio(4, 8), before: ratio(1, 2) }),
    "pass",
    "1/2 = 50.00 % before, 4/8 = 50.00 % now: 0.00 points; the gate allows a loss of 0.",
  ],
  [
    "a rise",
    judge({ now: ratio(3, 4), before: ratio(1, 2) }),
    "pass",
    "1/2 = 50.00 % before, 3/4 = 75.00 % now: +25.00 points; the gate allows a loss of 0.",
  ],
  [
    "a loss that is allowed to the last digit",
    judge({ now: ratio(199, 200), before: ratio(1, 1) }, "0.5"),
    "pass",
    "1/1 = 100.00 % before, 199/200 = 99.50 % now: -0.50 points; the gate allows a loss of 0.5.",
  ],
  [
    "a loss beyond it",
    judge({ now: ratio(199, 200), before: ratio(1, 1) }, "0.499"),
    "fail",
    "1/1 = 100.00 % before, 199/200 = 99.50 % now: -0.500 points; the gate allows a loss of 0.499.",
  ],
  [
    "a loss that two digits would hide",
    judge({ now: ratio(99_999, 100_000), before: ratio(1, 1) }),
    "fail",
    "1/1 = 100.00 % before, 99999/100000 = 99.99 % now: -0.01 points; the gate allows a loss of 0.",
  ],
  [
    "a small loss that is allowed looks allowed",
    judge({ now: ratio(999_995, 1_000_000), before: ratio(1, 1) }, "0.001"),
    "pass",
    "1/1 = 100.00 % before, 999995/1000000 = 99.99 % now: -0.001 points; the gate allows a loss of 0.001.",
  ],
])("%s", (_, gate, verdict, sentence) => {
  expect([gate?.verdict, gate?.sentence]).toEqual([verdict, `Decrease: ${sentence}`]);
});

test("the ratios that decided are kept", () => {
  expect(judge({ now: ratio(1, 2), before: ratio(1, 2) })).toMatchObject({ measured: ratio(1, 2), base: ratio(1, 2) });
  expect(judge({ now: ratio(0, 2), before: ratio(1, 2) })).toMatchObject({ measured: ratio(0, 2), base: ratio(1, 2) });
});

test("deleting covered code is no loss", () => {
  expect(judge({ now: ratio(1, 2), before: ratio(9, 10), movement: removes(8, 8) })).toEqual({
    kind: "decrease",
    threshold: "0",
    verdict: "pass",
    measured: ratio(1, 2),
    base: ratio(1, 2),
    sentence:
      "Decrease: 9/10 = 90.00 % before, 1/2 = 50.00 % now: -40.00 points, but without the 8 measured lines that this change removes or edits it was 1/2 = 50.00 %: 0.00 points; the gate allows a loss of 0.",
  });
});

test("a loss beyond what was deleted is one", () => {
  expect(judge({ now: ratio(0, 2), before: ratio(9, 10), movement: removes(8, 8) })).toEqual({
    kind: "decrease",
    threshold: "0",
    verdict: "fail",
    measured: ratio(0, 2),
    base: ratio(9, 10),
    sentence:
      "Decrease: 9/10 = 90.00 % before, 0/2 = 0.00 % now: -90.00 points, and without the 8 measured lines that this change removes or edits it was 1/2 = 50.00 %: -50.00 points; the gate allows a loss of 0.",
  });
});

test.each([
  ["everything is new", removes(10, 10)],
  ["nothing is removed", { parts: [{ cause: "added", covered: 0, total: 2, files: 1 }], indirect: [] } as const],
])("%s: there is nothing to take out", (_, movement) => {
  expect(judge({ now: ratio(0, 2), before: ratio(10, 10), movement })).toMatchObject({
    verdict: "fail",
    measured: ratio(0, 2),
    base: ratio(10, 10),
    sentence: "Decrease: 10/10 = 100.00 % before, 0/2 = 0.00 % now: -100.00 points; the gate allows a loss of 0.",
  });
});
