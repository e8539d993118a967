import type { DiffFile } from "@jessy-actions/coverage/diff";
import { expect, test } from "vitest";
import { BASE, changed, reportOf } from "../../testing/facts.ts";
import { ratio } from "../../testing/gates.ts";
import type { Change } from "../facts.ts";
import { measuredGate } from "./measured.ts";

const report = reportOf({ "src/a.rs": "1:1" });
const rules = { requireMeasured: ["src/**"], exclude: ["**/*_gen.rs"], onMissingBase: "fail" } as const;

function change(...diff: readonly DiffFile[]): Change {
  return { state: "compared", base: BASE, diff };
}

test("nobody asks, so there is no gate", () => {
  const none = { gate: undefined, unmeasured: [], notes: [] };
  expect(measuredGate(report, change(changed("src/new.rs", [1, 2])), { ...rules, requireMeasured: [] })).toEqual(none);
});

test("no change is nothing to judge; a base that is not available is no reason to pass", () => {
  const judge = (cause: "no-change" | "no-base", onMissingBase: "fail" | "warn") =>
    measuredGate(report, { state: "none", cause, reason: "x" }, { ...rules, onMissingBase }).gate;
  const gate = { kind: "measured", threshold: "0" };
  const sentence = "Changed files: not judged, because x";
  expect(judge("no-change", "fail")).toStrictEqual({ ...gate, verdict: "skipped", sentence: `${sentence}.` });
  expect(judge("no-base", "fail")).toStrictEqual({
    ...gate,
    verdict: "fail",
    unjudged: { cause: "no-base", input: "on-missing-base", allowed: false },
    sentence: `${sentence}; \`on-missing-base: warn\` would allow it.`,
  });
  expect(judge("no-base", "warn")).toStrictEqual({
    ...gate,
    verdict: "skipped",
    unjudged: { cause: "no-base", input: "on-missing-base", allowed: true },
    sentence: `${sentence}; \`on-missing-base: warn\` allows it.`,
  });
});

test("a glob that matches nothing known is warned of", () => {
  const asked = { ...rules, requireMeasured: ["scr/**", "src/**", "docs/**"] };
  const note = (glob: string) => ({
    level: "warning",
    text: `\`require-measured\`: \`${glob}\` matches no measured file and no changed one; is it spelled right?`,
  });
  expect(measuredGate(report, change(changed("docs/x.md", [1, 1])), asked).notes).toEqual([note("scr/**")]);
  const none: Change = { state: "none", cause: "no-change", reason: "x" };
  expect(measuredGate(report, none, asked).notes).toEqual([note("scr/**"), note("docs/**")]);
});

const pass = "Changed files: every one that `require-measured` matches is in a report.";

test.each<[string, Change, { verdict: string; measured: object; sentence: string }, string[]]>([
  [
    "nothing to ask for",
    change(changed("docs/x.md", [1, 1])),
    { verdict: "pass", measured: ratio(0, 0), sentence: pass },
    [],
  ],
  ["in a report", change(changed("src/a.rs", [1, 1])), { verdict: "pass", measured: ratio(1, 1), sentence: pass }, []],
  ["excluded", change(changed("src/x_gen.rs", [1, 1])), { verdict: "pass", measured: ratio(0, 0), sentence: pass }, []],
  ["without a new line", change(changed("src/new.rs")), { verdict: "pass", measured: ratio(0, 0), sentence: pass }, []],
  [
    "deleted",
    change({ ...changed("src/new.rs", [1, 1]), status: "deleted" }),
    { verdict: "pass", measured: ratio(0, 0), sentence: pass },
    [],
  ],
  [
    "in no report",
    change(changed("src/new.rs", [1, 1])),
    {
      verdict: "fail",
      measured: ratio(0, 1),
      sentence: "Changed files: 1 of 1 that `require-measured` matches is in no report, e.g. src/new.rs.",
    },
    ["src/new.rs"],
  ],
  [
    "several, by path",
    change(changed("src/z.rs", [1, 1]), changed("src/a.rs", [1, 1]), changed("src/b.rs", [1, 1])),
    {
      verdict: "fail",
      measured: ratio(1, 3),
      sentence: "Changed files: 2 of 3 that `require-measured` matches are in no report, e.g. src/b.rs.",
    },
    ["src/b.rs", "src/z.rs"],
  ],
])("%s", (_, compared, expected, unmeasured) => {
  expect(measuredGate(report, compared, rules)).toEqual({
    gate: { kind: "measured", threshold: "0", ...expected },
    unmeasured,
    notes: [],
  });
});
