import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import type { Block } from "@jessy-actions/kit/report/report";
import { describe, expect, test } from "vitest";
import { gate, ratio, resultWith } from "../../testing/gates.ts";
import type { Gate, PatchFile, Result } from "../result.ts";
import { changedFiles } from "./changed-files.ts";
import { comparedWith } from "./compared-with.ts";
import { componentsTable } from "./components-table.ts";
import { filesBelow } from "./files-below.ts";
import { gatesTable } from "./gates-table.ts";
import { judgements } from "./judgements.ts";
import { indirectChanges, totalMovement } from "./movement.ts";
import { notesList } from "./notes.ts";
import { reportsRead } from "./reports-read.ts";
import { uncoveredLines } from "./uncovered-lines.ts";
import { unmeasuredFiles } from "./unmeasured-files.ts";

const SHA = "b".repeat(40);
const nothing = ratio(0, 0);

/** What GitHub gets, with the blanks that do not break as blanks. */
function markdown(...blocks: readonly Block[]): string {
  return renderMarkdown(blocks, { maxBytes: 1_000_000 }).text.replaceAll("\u00a0", " ");
}

const totals = (covered: number, total: number) => ({
  lines: ratio(covered, total),
  branches: nothing,
  functions: nothing,
});

describe("the table of gates", () => {
  const table = (some: Partial<Result>) => markdown(gatesTable(resultWith(some)));

  test("lines alone: columns that say nothing are left out", () => {
    expect(table({})).toBe(`| Result | What | Value | Covered |
| :--- | :--- | ---: | ---: |
| ➖ shown | Lines | 80.00 % | 8 / 10 |`);
  });

  test("every row, and the failed one in bold with what is missing", () => {
    const gates: Gate[] = [
      gate({ kind: "line", measured: ratio(8, 10) }),
      gate({ kind: "branch", verdict: "fail", measured: ratio(1, 2) }),
      gate({ kind: "function", verdict: "fail", measured: nothing }),
      gate({ kind: "patch", threshold: "90", verdict: "skipped", measured: ratio(1, 2) }),
      gate({ kind: "patch-branch", verdict: "skipped" }),
      gate({ kind: "decrease", threshold: "0", verdict: "fail", measured: ratio(8, 10), base: ratio(9, 10) }),
      gate({ kind: "per-file", threshold: "60", measured: ratio(5, 5) }),
      gate({ kind: "measured", threshold: "0", verdict: "fail", measured: ratio(1, 2) }),
      gate({ kind: "stale", threshold: "0", verdict: "fail", measured: ratio(4, 5) }),
      gate({ kind: "line", component: "api", verdict: "fail", measured: ratio(0, 1) }),
    ];
    const total = { lines: ratio(8, 10), branches: ratio(1, 2), functions: nothing };
    const base = { lines: ratio(9, 10), branches: ratio(1, 1), functions: nothing };
    expect(
      table({ gates, total, base, patch: { lines: ratio(1, 2), files: [], unmeasured: [] } }),
    ).toBe(`| Result | What | Value | Asked | Change | Covered |
| :--- | :--- | ---: | ---: | ---: | ---: |
| ✅ pass | Lines | 80.00 % | ≥ 80 % | -10.00 | 8 / 10 |
| **❌ fail** | **Branches** | **50.00 %** | ≥ 80 % | -50.00 | 1 / 2, 1 short |
| **❌ fail** | **Functions** | **none measured** | ≥ 80 % |  |  |
| ⚠️ not judged | Changed lines | 50.00 % | ≥ 90 % |  | 1 / 2 |
| ⚠️ not judged | Changed branches | not compared | ≥ 80 % |  |  |
| **❌ fail** | **Points lost** | **10.00** | ≤ 0 |  |  |
| ✅ pass | Files below 60 % | 0 of 5 | none |  |  |
| **❌ fail** | **Changed files in no report** | **1 of 2** | none |  |  |
| **❌ fail** | **Files that do not fit** | **1 of 5** | none |  |  |`);
  });

  test("what does not hold by the default branch's scope has a row of its own, with its setting", () => {
    const scope = { inputs: ["exclude", "totals"], allowed: false } as const;
    const gates: Gate[] = [
      gate({ kind: "line", measured: ratio(8, 10) }),
      gate({ kind: "line", scope, verdict: "fail", measured: ratio(8, 20) }),
      gate({ kind: "per-file", scope, threshold: "60", verdict: "fail", measured: ratio(4, 5) }),
      gate({ kind: "line", component: "api", scope, verdict: "fail", measured: ratio(0, 1) }),
      gate({ kind: "branch", scope: { ...scope, allowed: true }, verdict: "skipped", measured: ratio(1, 2) }),
      gate({ kind: "rules", scope, verdict: "fail", unjudged: { cause: "scope-unusable", allowed: false } }),
    ];
    expect(table({ gates })).toBe(`| Result | What | Value | Asked | Covered |
| :--- | :--- | ---: | ---: | ---: |
| ✅ pass | Lines | 80.00 % | ≥ 80 % | 8 / 10 |
| **❌ fail** | **Lines by the default branch's exclude and totals** | **40.00 %** | ≥ 80 % | 8 / 20, 8 short |
| **❌ fail** | **Files below 60 % by the default branch's exclude and totals** | **1 of 5** | none |  |
| **❌ fail** | **api\\: lines by the default branch's exclude and totals** | **0.00 %** | ≥ 80 % | 0 / 1, 1 short |
| ⚠️ fails, allowed | Branches by the default branch's exclude and totals | 50.00 % | ≥ 80 % | 1 / 2 |
| **💥 cannot be judged** | **Gates by the default branch's exclude and totals** | **not judged** |  |  |`);
    const components = [{ name: "api", total: totals(1, 1) }];
    expect(markdown(...componentsTable(resultWith({ gates, components })))).not.toContain("fail");
  });

  test("a change without measured lines is nothing to worry about, and the row says it all", () => {
    const gates = [gate({ kind: "patch", verdict: "skipped", measured: nothing, sentence: "Not said twice." })];
    expect(table({ gates })).toContain("| ➖ nothing to judge | Changed lines | none measured | ≥ 80 % |  |");
    expect(judgements(resultWith({ gates }))).toEqual([]);
  });

  test("a share without a gate is shown when something is measured", () => {
    const shown = table({
      total: { lines: ratio(8, 10), branches: ratio(1, 2), functions: ratio(1, 1) },
      patch: { lines: nothing, branches: nothing, files: [], unmeasured: [] },
    });
    expect(shown).toContain("| ➖ shown | Branches | 50.00 % | 1 / 2 |\n| ➖ shown | Functions | 100.00 % | 1 / 1 |");
    expect(shown).not.toContain("Changed");
  });
});

describe("what the tables cannot say", () => {
  const list = (...gates: Gate[]) => markdown(...judgements(resultWith({ gates, base: totals(9, 10) })));

  test("failures first; a share explains itself in its row", () => {
    expect(
      list(
        gate({ kind: "patch", verdict: "skipped", sentence: "Skipped, because." }),
        gate({ kind: "line", verdict: "fail", measured: ratio(1, 2), sentence: "In its row." }),
        gate({ kind: "branch", verdict: "fail", measured: nothing, sentence: "Nothing measured." }),
        gate({ kind: "function", verdict: "fail", sentence: "Nothing told." }),
        gate({ kind: "per-file", verdict: "fail", measured: ratio(1, 2), sentence: "The lowest is `a`." }),
      ),
    ).toBe(`- **❌ fail** Nothing measured.
- **❌ fail** Nothing told.
- **❌ fail** The lowest is \`a\`.
- **⚠️ not judged** Skipped, because.`);
  });

  test("a share that may fail by the default branch's scope explains itself, too", () => {
    const scope = { inputs: ["exclude"], allowed: true } as const;
    const decrease = { kind: "decrease", measured: ratio(1, 2), base: ratio(9, 10), sentence: "Arithmetic." } as const;
    expect(
      list(
        gate({ kind: "line", verdict: "skipped", scope, measured: ratio(1, 2), sentence: "In its row." }),
        gate({ verdict: "skipped", scope, ...decrease }),
      ),
    ).toBe("- **⚠️ fails, allowed** Arithmetic.");
  });

  test.each([
    ["the whole baseline", ratio(9, 10), ""],
    ["the baseline without removed lines", ratio(1, 2), "- **✅ pass** Arithmetic."],
  ])("a decrease that passes against %s", (_, base, expected) => {
    expect(list(gate({ kind: "decrease", measured: ratio(1, 2), base, sentence: "Arithmetic." }))).toBe(expected);
  });

  test.each(["decrease", "measured", "stale"] as const)("a %s that fails", (kind) => {
    expect(list(gate({ kind, verdict: "fail", measured: ratio(1, 2), sentence: "Why." }))).toBe("- **❌ fail** Why.");
  });

  test("nothing to say", () => {
    expect(list(gate({ kind: "line", measured: ratio(1, 1) }), gate({ kind: "per-file" }))).toBe("");
  });
});

describe("components", () => {
  const component = (name: string) => ({ name, total: totals(1, 2) });

  test("none", () => {
    expect(componentsTable(resultWith())).toEqual([]);
  });

  test("failed ones first, with what is judged", () => {
    const components = [
      { ...component("core"), base: totals(1, 1), patch: ratio(2, 2) },
      { ...component("api"), patch: ratio(1, 2) },
      { name: "cli", total: { lines: ratio(1, 2), branches: ratio(1, 3), functions: ratio(1, 4) }, patch: ratio(1, 1) },
    ];
    const gates = [
      gate({ kind: "line", verdict: "fail", measured: ratio(8, 10) }),
      gate({ kind: "line", component: "api", verdict: "fail", measured: ratio(1, 2) }),
      gate({ kind: "branch", component: "cli", threshold: "30", measured: ratio(1, 3) }),
      gate({ kind: "function", component: "cli", threshold: "20", measured: ratio(1, 4) }),
      gate({ kind: "patch", component: "cli", threshold: "90", measured: ratio(1, 1) }),
    ];
    expect(
      markdown(...componentsTable(resultWith({ components, gates }))),
    ).toBe(`<details open><summary><b>3 components</b>, 1 failed</summary>

| Result | Component | Value | Asked | Change | Covered |
| :--- | :--- | ---: | ---: | ---: | ---: |
| **❌ fail** | **api\\: lines** | **50.00 %** | ≥ 80 % |  | 1 / 2, 1 short |
| ➖ shown | api\\: changed lines | 50.00 % |  |  | 1 / 2 |
| ➖ shown | core\\: lines | 50.00 % |  | -50.00 | 1 / 2 |
| ➖ shown | cli\\: lines | 50.00 % |  |  | 1 / 2 |
| ✅ pass | cli\\: branches | 33.33 % | ≥ 30 % |  | 1 / 3 |
| ✅ pass | cli\\: functions | 25.00 % | ≥ 20 % |  | 1 / 4 |
| ✅ pass | cli\\: changed lines | 100.00 % | ≥ 90 % |  | 1 / 1 |

</details>`);
  });

  test.each([
    [10, [], true],
    [11, [], false],
    [11, [gate({ kind: "line", component: "c0", verdict: "fail", measured: ratio(1, 2) })], true],
  ])("%i components, failed: %j: open is %s", (count, gates, open) => {
    const components = Array.from({ length: count }, (_, at) => component(`c${at}`));
    expect(componentsTable(resultWith({ components, gates }))).toMatchObject([{ open }]);
  });
});

describe("uncovered changed lines", () => {
  const file = (path: string, some: Partial<PatchFile> = {}): PatchFile => ({
    path,
    lines: ratio(1, 3),
    branches: nothing,
    missing: [[3, 4]],
    partial: [],
    ...some,
  });
  const list = (...files: readonly PatchFile[]) =>
    markdown(...uncoveredLines(resultWith({ patch: { files, unmeasured: [] } }))).replace(/\]\([^)]*\)/g, "]");

  test("none", () => {
    expect(list(file("a", { missing: [] }))).toBe("");
  });

  test("those that only the default branch counts stand by themselves", () => {
    const patch = { files: [file("a")], filesByDefault: [file("b")], unmeasured: [] };
    const shown = markdown(...uncoveredLines(resultWith({ patch })));
    expect(shown).toContain("<b>2 uncovered changed lines</b> in 1 file</summary>");
    expect(shown).toContain(
      "<b>2 uncovered changed lines</b> in 1 file that count on the default branch alone</summary>",
    );
  });

  test("ranges in their order, each function once in front of its own", () => {
    const functions = [
      { name: "parse", line: 3, ranges: [[3, 4] as const, [6, 6] as const] },
      { name: "emit", line: 8, ranges: [[9, 9] as const] },
    ];
    const missing = [
      [1, 1],
      [3, 4],
      [9, 9],
      [20, 21],
    ] as const;
    expect(
      list(file("a", { missing, partial: [[6, 6]], functions })),
    ).toBe(`<details open><summary><b>2 uncovered changed lines</b> in 1 file</summary>

- \`a\` \\(1 / 3\\)\\: [1]; \`parse\` [3–4], [6 \\(branch\\)]; \`emit\` [9]; [20–21]

</details>`);
  });

  test.each<[string, PatchFile[], string]>([
    ["one line", [file("a", { lines: ratio(1, 2) })], "<b>1 uncovered changed line</b> in 1 file"],
    ["several files", [file("a"), file("b")], "<b>4 uncovered changed lines</b> in 2 files"],
    [
      "branches in more files",
      [file("a"), file("b", { missing: [], partial: [[1, 1]] })],
      "<b>2 uncovered changed lines</b> in 1 file, untaken branches in 1 more",
    ],
    [
      "branches alone",
      [file("b", { missing: [], partial: [[1, 1]] })],
      "<b>Changed lines with untaken branches</b> in 1 file",
    ],
  ])("the summary of %s", (_, files, expected) => {
    expect(list(...files)).toContain(`<summary>${expected}</summary>`);
  });

  test("twelve ranges are shown, more are counted", () => {
    const ranges = (count: number) => Array.from({ length: count }, (_, at) => [2 * at + 1, 2 * at + 1] as const);
    expect(list(file("a", { missing: ranges(12) }))).toMatch(/\[23\]$/m);
    expect(list(file("a", { missing: ranges(13) }))).toMatch(/\[23\] and 1 more$/m);
  });

  test.each([
    [10, true],
    [11, false],
  ])("of %i files, open is %s", (count, open) => {
    const files = Array.from({ length: count }, (_, at) => file(`f${at}`));
    expect(uncoveredLines(resultWith({ patch: { files, unmeasured: [] } }))).toMatchObject([{ open }]);
  });
});

test("changed files in no report", () => {
  const block = (...unmeasured: string[]) =>
    markdown(...unmeasuredFiles(resultWith({ patch: { files: [], unmeasured } })));
  expect(block()).toBe("");
  expect(block("a")).toBe("<details><summary><b>1 changed file in no report</b></summary>\n\n- `a`\n\n</details>");
});

test("files below their minimum", () => {
  const gates = [gate({ kind: "per-file", threshold: "33.334", verdict: "fail", measured: ratio(0, 1) })];
  const filesBelowMinimum = [{ path: "a", lines: ratio(1, 3) }];
  expect(
    markdown(...filesBelow(resultWith({ gates, filesBelowMinimum }))),
  ).toBe(`<details><summary><b>1 file below 33.334 %</b></summary>

| Result | Value | File | Covered |
| :--- | ---: | :--- | ---: |
| ❌ fail | 33.333 % | \`a\` | 1 / 3 |

</details>`);
  expect(filesBelow(resultWith({ gates }))).toEqual([]);
  expect(filesBelow(resultWith({ filesBelowMinimum }))).toEqual([]);
  expect(filesBelow(resultWith({ gates, filesBelowMinimum: [{ path: "a", lines: nothing }] }))).toEqual([]);
});

describe("files that changed", () => {
  test("each with its direction, before, now and the difference", () => {
    const files = [
      { path: "fell", before: ratio(2, 2), now: ratio(1, 2) },
      { path: "rose", before: ratio(1, 2), now: ratio(2, 2) },
      { path: "new", now: ratio(1, 2) },
      { path: "gone", before: ratio(1, 2) },
    ];
    expect(
      markdown(...changedFiles(resultWith({ fileChanges: { count: 4, files } }))),
    ).toBe(`<details><summary><b>4 files</b> changed their coverage</summary>

| Result | Change | File | Before → now | Covered |
| :--- | ---: | :--- | ---: | ---: |
| 🔴 fell | -50.00 | \`fell\` | 100.00 % → 50.00 % | 1 / 2 |
| 🟢 rose | +50.00 | \`rose\` | 50.00 % → 100.00 % | 2 / 2 |
| 🆕 new |  | \`new\` | none → 50.00 % | 1 / 2 |
| ➖ gone |  | \`gone\` | 50.00 % → none |  |

</details>`);
  });

  test("one, and more than the result lists", () => {
    const files = [{ path: "a", now: ratio(1, 2) }];
    expect(markdown(...changedFiles(resultWith({ fileChanges: { count: 1, files } })))).toContain(
      "<b>1 file</b> changed its coverage",
    );
    expect(markdown(...changedFiles(resultWith({ fileChanges: { count: 1201, files } })))).toContain(
      "\n1,200 more files changed less.\n",
    );
  });

  test("none", () => {
    expect(changedFiles(resultWith())).toEqual([]);
    expect(changedFiles(resultWith({ fileChanges: { count: 0, files: [] } }))).toEqual([]);
  });
});

describe("movement", () => {
  const parts = [{ cause: "remeasured", covered: -1, total: 2, files: 1 }] as const;

  test("the rows add up", () => {
    expect(
      markdown(...totalMovement(resultWith({ base: totals(9, 8 + 1), movement: { parts, indirect: [] } }))),
    ).toBe(`<details><summary><b>Why the total moved</b></summary>

| Cause | Covered | Measured | Files | Value |
| :--- | ---: | ---: | ---: | ---: |
| Before | 9 | 9 |  | 100.00 % |
| Untouched lines measured differently | -1 | +2 | 1 |  |
| **Now** | 8 | 10 |  | **80.00 %** |

</details>`);
    expect(totalMovement(resultWith({ movement: { parts, indirect: [] } }))).toEqual([]);
    expect(totalMovement(resultWith({ base: totals(8, 10), movement: { parts: [], indirect: [] } }))).toEqual([]);
  });

  test("untouched lines", () => {
    const ranges = (count: number) => Array.from({ length: count }, (_, at) => [9 * at + 1, 9 * at + 2] as const);
    const block = (count: number) =>
      markdown(
        ...indirectChanges(
          resultWith({
            movement: { parts, indirect: [{ path: "a", newlyCovered: count, noLongerCovered: ranges(count) }] },
          }),
        ),
      );
    expect(block(1)).toContain("| `a` | 1–2 | 1 line |");
    expect(block(12)).toMatch(/100–101 \| 12 lines \|/);
    expect(block(13)).toMatch(/100–101 \.\.\. \| 13 lines \|/);
    expect(indirectChanges(resultWith())).toEqual([]);
  });
});

describe("notes", () => {
  const list = (some: Partial<Result>) => markdown(...notesList(resultWith(some)));
  const missing = { state: "missing", reason: "there is none yet" } as const;

  test("warnings first", () => {
    const notes = [
      { level: "note", text: "`a` is one." },
      { level: "warning", text: "Two." },
    ] as const;
    expect(list({ notes })).toBe("- **⚠️ Warning\\:** Two.\n- **ℹ️ Note\\:** `a` is one.");
  });

  test.each<[string, Partial<Result>, string]>([
    ["all is there", {}, ""],
    ["no baseline", { baseline: missing }, "- **ℹ️ Note\\:** No baseline\\: there is none yet."],
    [
      "no baseline, as its gate says",
      { baseline: missing, gates: [gate({ kind: "decrease", verdict: "skipped" })] },
      "",
    ],
    [
      "no comparison",
      { patch: { reason: "the run is by hand", files: [], unmeasured: [] } },
      "- **ℹ️ Note\\:** No changed lines\\: the run is by hand.",
    ],
    [
      "no comparison, as its gate says",
      { patch: { reason: "x", files: [], unmeasured: [] }, gates: [gate({ kind: "patch", verdict: "skipped" })] },
      "",
    ],
    [
      "no comparison, as the gate of branches says",
      {
        patch: { reason: "x", files: [], unmeasured: [] },
        gates: [gate({ kind: "patch-branch", verdict: "skipped" })],
      },
      "",
    ],
  ])("%s", (_, some, expected) => {
    expect(list(some)).toBe(expected);
  });
});

test.each<[string, Partial<Result>, string]>([
  ["no change, no baseline", {}, "_No baseline._"],
  ["a missing baseline", { baseline: { state: "missing", reason: "x" } }, "_No baseline._"],
  [
    "a change",
    { patch: { base: SHA, files: [], unmeasured: [] } },
    "_Changed lines since [`bbbbbbbbbb`]. No baseline._",
  ],
  [
    "the base's baseline",
    { baseline: { state: "exact", sha: SHA, distance: 0, reason: "x" } },
    "_Baseline\\: [`bbbbbbbbbb`]._",
  ],
  [
    "an ancestor's",
    { baseline: { state: "ancestor", sha: SHA, distance: 1, reason: "x" } },
    "_Baseline\\: [`bbbbbbbbbb`], 1 commit before the base._",
  ],
  ["a file", { baseline: { state: "file", file: "base.info" } }, "_Baseline\\: `base.info`._"],
])("the last line: %s", (_, some, expected) => {
  expect(markdown(comparedWith(resultWith(some))).replace(/\]\([^)]*\)/g, "]")).toBe(expected);
});

test.each([
  [999, "999 B"],
  [1000, "1.0 kB"],
  [999_999, "1000.0 kB"],
  [1_000_000, "1.0 MB"],
])("a report of %i bytes has %s", (bytes, expected) => {
  const reports = [{ file: "lcov.info", format: "lcov", bytes, files: 1, lines: ratio(1, 2) } as const];
  expect(markdown(reportsRead(resultWith({ reports })))).toContain(
    `| \`lcov.info\` | lcov | ${expected} | 1 | 1 / 2 |`,
  );
});
