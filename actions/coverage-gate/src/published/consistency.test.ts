import type { DiffFile } from "@jessy-actions/coverage/diff";
import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { changed, factsOf, inputsOf, reportOf } from "../../testing/facts.ts";
import { gate, ratio } from "../../testing/gates.ts";
import { evaluate } from "../evaluate.ts";
import type { Result } from "../result.ts";
import { consistentNumbers } from "./consistency.ts";

const WRITTEN = {
  "min-coverage": "80",
  "min-branch-coverage": "10",
  "min-function-coverage": "10",
  "min-patch-coverage": "90",
  "min-patch-branch-coverage": "90",
  "max-decrease": "0",
  "per-file-min": "60",
  "require-measured": "**",
  components: "api: a: line 80, branch 10, function 10, patch 50\nweb: **: line 10",
};

/** A result of ours with every gate. */
async function own(facts: Partial<Parameters<typeof factsOf>[0]> = {}): Promise<Result> {
  return evaluate(
    await inputsOf(WRITTEN),
    factsOf({
      head: { a: "1:1 2:0/2 3:1/2", b: "1:0" },
      base: { a: "1:1 2:1 3:0 4:1", gone: "1:1" },
      diff: [changed("a", [2, 3]), changed("src/new.rs", [1, 9])],
      ...facts,
    }),
  );
}

const DELETED: DiffFile = {
  ...changed("gone"),
  status: "deleted",
  removed: [[1, 3]],
  hunks: [{ oldStart: 1, oldCount: 3, newStart: 0, newCount: 0 }],
};

test.each<[string, Partial<Parameters<typeof factsOf>[0]>]>([
  ["with everything", {}],
  ["without a change", { change: { state: "none", cause: "no-change", reason: "x" } }],
  ["without a base", { change: { state: "none", cause: "no-base", reason: "x" } }],
  ["without a baseline", { baseline: { about: { state: "missing", reason: "x" } } }],
  ["without a cache", { baseline: { about: { state: "unavailable", reason: "x" } } }],
  ["of another commit", { stale: [{ path: "a", measuredLine: 9, lines: 3 }] }],
  ["with deleted code", { head: { a: "1:1" }, base: { a: "1:1 2:0", gone: "1:1 2:1" }, diff: [] }],
  [
    "by two scopes",
    {
      byDefault: {
        inputs: ["exclude"],
        scope: { exclude: [], components: [], requireMeasured: ["**"], totals: "lines", shards: "all", pathRules: [] },
        report: reportOf({ a: "1:0", c: "1:0" }),
      },
    },
  ],
  [
    "with covered code that is gone",
    { head: { a: "1:1 2:0" }, base: { a: "1:1 2:0", gone: "1:1 2:1 3:1" }, diff: [DELETED] },
  ],
  ["with nothing that fails", { head: { a: "1:1/1" }, base: { a: "1:1" }, diff: [] }],
])("our own result %s is consistent", async (_, facts) => {
  const result = await own(facts);
  expect(consistentNumbers(result)).toBe(result);
});

// biome-ignore lint/suspicious/noExplicitAny: what is damaged has no type any more.
type Damaged = any;
const at = (result: Damaged, kind: string, component?: string) =>
  result.gates.find((each: Damaged) => each.kind === kind && each.component === component);

test.each<[string, (result: Damaged) => void, RegExp | string]>([
  ["no line at all", (r) => (r.total.lines = ratio(0, 0)), "`total.lines` measures nothing"],
  ["another total", (r) => (r.total.lines = ratio(4, 4)), "`gates[0].measured` is 2/4, and `total.lines` 4/4"],
  ["a line gate of its own", (r) => (at(r, "line").measured = ratio(4, 4)), "is 4/4, and `total.lines` 2/4"],
  ["a line gate of more lines", (r) => (at(r, "line").measured = ratio(2, 5)), "is 2/5, and `total.lines` 2/4"],
  ["a line gate without numbers", (r) => delete at(r, "line").measured, "is missing, and `total.lines` 2/4"],
  ["more covered branches", (r) => (at(r, "branch").measured = ratio(4, 4)), "is 4/4, and `total.branches` 1/4"],
  ["some functions", (r) => (at(r, "function").measured = ratio(1, 1)), "is 1/1, and `total.functions` 0/0"],
  ["other changed lines", (r) => (at(r, "patch").measured = ratio(2, 2)), "is 2/2, and `patch.lines` 1/2"],
  ["other changed branches", (r) => (at(r, "patch-branch").measured = ratio(4, 4)), "is 4/4, and `patch.branches` 1/4"],
  ["another total of a component", (r) => (r.components[0].total.lines = ratio(3, 3)), "is 2/3, and `total.lines` 3/3"],
  ["another patch of a component", (r) => (r.components[0].patch = ratio(2, 2)), "is 1/2, and `patch.lines` 2/2"],
  ["no patch of a component", (r) => delete r.components[0].patch, "is 1/2, and `patch.lines` missing"],
  ["a component that is none", (r) => (at(r, "line", "api").component = "x"), /`gates\[\d+\]\.component` is none of/],
  [
    "a component with a gate that components lack",
    (r) => r.gates.push(gate({ kind: "stale", component: "api", measured: ratio(0, 1) })),
    /`gates\[\d+\]` is of a kind that components do not have/,
  ],
  ["two components of one name", (r) => r.components.push(r.components[0]), "two of `components` have one name"],
  ["a gate twice", (r) => r.gates.push(at(r, "line")), "two of `gates` are one and the same"],
  ["a component's gate twice", (r) => r.gates.push(at(r, "patch", "api")), "two of `gates` are one and the same"],
  ["another loss", (r) => (at(r, "decrease").measured = ratio(4, 4)), "is 4/4, and `total.lines` 2/4"],
  ["a loss of what was not measured", (r) => delete at(r, "decrease").measured, "is missing, and `total.lines` 2/4"],
  ["a lower base", (r) => (at(r, "decrease").base = ratio(1, 5)), "base` is 1/5, and `base.lines` 4/5"],
  ["a loss without its base", (r) => delete at(r, "decrease").base, "base` is missing, and `base.lines` 4/5"],
  ["no base at all", (r) => [delete r.base, delete r.movement], "base` is 4/5, and `base.lines` missing"],
  [
    "one more file below",
    (r) => r.filesBelowMinimum.push({ path: "x", lines: ratio(0, 1) }),
    /the files that `gates\[\d+\]\.measured` leaves are 1, and `filesBelowMinimum` 2/,
  ],
  [
    "a file below that is not",
    (r) => (r.filesBelowMinimum[0].lines = ratio(1, 1)),
    /`filesBelowMinimum\[0\]` is not below `gates\[\d+\]\.threshold`/,
  ],
  [
    "no file below",
    (r) => (r.filesBelowMinimum = []),
    /the files that `gates\[\d+\]\.measured` leaves are 1, and `filesBelowMinimum` 0/,
  ],
  [
    "a file in no report that is not told",
    (r) => (r.patch.unmeasured = []),
    /the files that `gates\[\d+\]\.measured` leaves are 1, and `patch\.unmeasured` 0/,
  ],
  [
    "reports of another commit that fit",
    (r) => r.gates.push(gate({ kind: "stale", measured: ratio(2, 2) })),
    /`gates\[\d+\]\.measured` leaves no file that does not fit/,
  ],
  [
    "reports of another commit without numbers",
    (r) => r.gates.push(gate({ kind: "stale" })),
    /`gates\[\d+\]\.measured` leaves no file that does not fit/,
  ],
  [
    "rules that are known",
    (r) => r.gates.push(gate({ kind: "rules" })),
    /`gates\[\d+\]` does not say what is not known/,
  ],
  [
    "rules that do not say whose",
    (r) => r.gates.push(gate({ kind: "rules", unjudged: { cause: "scope-unusable", allowed: false } })),
    /`gates\[\d+\]` does not say which scope/,
  ],
  [
    "two scopes of the default branch",
    (r) =>
      r.gates.push(
        gate({ kind: "line", scope: { inputs: ["exclude"], allowed: false } }),
        gate({ kind: "branch", scope: { inputs: ["exclude"], allowed: true } }),
      ),
    /`gates\[\d+\]\.scope` is another one than that of the gates before/,
  ],
  [
    "a gate of the default branch's scope twice",
    (r) => {
      const scope = { inputs: ["exclude"], allowed: false } as const;
      r.gates.push(gate({ kind: "line", scope }), gate({ kind: "line", scope, threshold: "1" }));
    },
    "two of `gates` are one and the same",
  ],
  [
    "a changed file more",
    (r) => r.patch.files.push({ ...r.patch.files[0], lines: ratio(1, 1) }),
    "`patch.lines` is 1/2, and `the sum of patch.files` 2/3",
  ],
  ["no changed file", (r) => (r.patch.files = []), "`patch.lines` is 1/2, and `the sum of patch.files` 0/0"],
  [
    "changed files without a change",
    (r) => {
      delete r.patch.lines;
      delete r.patch.branches;
      r.gates = [];
    },
    "`patch.files` are changed, and `patch.lines` are not",
  ],
  [
    "a movement that loses covered lines",
    (r) => r.movement.parts.push({ cause: "joined", covered: 1, total: 0, files: 1 }),
    "`movement.parts` do not lead from `base.lines` to `total.lines`",
  ],
  [
    "a movement that loses lines",
    (r) => r.movement.parts.push({ cause: "joined", covered: 0, total: 1, files: 1 }),
    "`movement.parts` do not lead from `base.lines` to `total.lines`",
  ],
  [
    "a movement from nowhere",
    (r) => {
      delete r.base;
      r.gates = [];
    },
    "`movement` moves from no `base`",
  ],
])("%s is refused", async (_, damage, message) => {
  const result = structuredClone(await own());
  damage(result);
  expect(() => consistentNumbers(result)).toThrow(ReportError);
  expect(() => consistentNumbers(result)).toThrow(/^its numbers contradict each other: (?!.*``)/);
  expect(() => consistentNumbers(result)).toThrow(message);
});
