import type { DiffFile } from "@jessy-actions/coverage/diff";
import { expect, test } from "vitest";
import { BASE, changed, reportOf } from "../../testing/facts.ts";
import { ratio } from "../../testing/gates.ts";
import type { Change } from "../facts.ts";
import { measuredGate } from "./measured.ts";

const report = reportOf({ "src/a.rs": "1:1" });
const rules = { requireMeasured: ["src/**"], exclude: ["**/*_gen.rs"] };

function change(...diff: readonly DiffFile[]): Change {
  return { state: "compared", base: BASE, diff };
}

test.each<[string, Change, readonly string[]]>([
  ["nobody asks", change(changed("src/new.rs", [1, 2])), []],
  ["nothing was compared", { state: "none", reason: "x" }, ["src/**"]],
])("%s, so there is no gate", (_, compared, requireMeasured) => {
  expect(measuredGate(report, compared, { ...rules, requireMeasured })).toEqual({ gate: undefined, unmeasured: [] });
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
  });
});
