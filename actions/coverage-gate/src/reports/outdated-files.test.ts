import type { DiffFile } from "@jessy-actions/coverage/diff";
import { expect, test } from "vitest";
import { changed, reportOf } from "../../testing/facts.ts";
import { findOutdatedFiles, linesIn } from "./outdated-files.ts";

type Files = Readonly<Record<string, string>>;

function find(report: Files, now: Files, before: Files, diff: readonly DiffFile[] = [changed("a.rs", [1, 2])]) {
  const lines = (files: Files, path: string) => files[path]?.split("|");
  return findOutdatedFiles(reportOf(report), diff, {
    now: (path) => lines(now, path),
    before: async (path) => lines(before, path),
  });
}

/** A report of the base, in which lines 1 and 3 of a.rs have code; b.rs shows that blank lines are not measured. */
const REPORT = { "a.rs": "1:1 3:0", "b.rs": "1:1 3:1" };
const BEFORE = { "a.rs": "x|#|y" };
const NOW = { "a.rs": "x|#| |y", "b.rs": "x||y" };

test("a measured line that is blank, and was not at the base", async () => {
  expect(await find(REPORT, NOW, BEFORE)).toEqual([{ path: "a.rs", line: 3, lines: 4 }]);
});

test("a file that was renamed is compared with its old name", async () => {
  const renamed: DiffFile = { ...changed("a.rs", [1, 2]), status: "renamed", oldPath: "old.rs" };
  expect(await find(REPORT, NOW, { "old.rs": "x|#|y" }, [renamed])).toHaveLength(1);
  expect(await find(REPORT, NOW, BEFORE, [renamed])).toEqual([]);
});

test("lines that the change only removes shift the others, too", async () => {
  const removed: DiffFile = { ...changed("a.rs"), removed: [[1, 1]] };
  expect(await find(REPORT, NOW, BEFORE, [removed])).toHaveLength(1);
});

test.each<[string, Files, Files, Files, (readonly DiffFile[])?]>([
  ["a report of this commit", { ...REPORT, "a.rs": "1:1 4:0" }, NOW, BEFORE],
  ["a blank line that was one before", REPORT, NOW, { "a.rs": "x|#|" }],
  ["a line that is not at the base", REPORT, NOW, { "a.rs": "x|#" }],
  ["a file that is new", REPORT, NOW, {}],
  ["a file that is not on disk", REPORT, { "b.rs": "x||y" }, BEFORE],
  ["a file that the change leaves alone", REPORT, NOW, BEFORE, []],
  ["a file that is only renamed", REPORT, NOW, BEFORE, [changed("a.rs")]],
  ["a tool that measures blank lines", { ...REPORT, "b.rs": "1:1 2:1 3:1" }, NOW, BEFORE],
  ["a tool that another file shows to measure them", { ...REPORT, "c.rs": "1:1" }, { ...NOW, "c.rs": "|" }, BEFORE],
  ["no blank line that could have been measured", REPORT, { ...NOW, "b.rs": "x|#|y" }, BEFORE],
  ["blank lines before and behind what is measured", { ...REPORT, "b.rs": "2:1" }, { ...NOW, "b.rs": "|x|" }, BEFORE],
  ["no file that is unchanged", { "a.rs": "1:1 3:0" }, NOW, BEFORE],
  ["an unchanged file that is not on disk", REPORT, { "a.rs": NOW["a.rs"] }, BEFORE],
  ["another language", { "a.rs": "1:1 3:0", "b.js": "1:1 3:1" }, { "a.rs": NOW["a.rs"], "b.js": "x||y" }, BEFORE],
])("%s is nothing to notice", async (_, report, now, before, diff) => {
  expect(await find(report, now, before, diff)).toEqual([]);
});

test.each([
  ["", [""]],
  ["a", ["a"]],
  ["a\n", ["a"]],
  ["a\n\n", ["a", ""]],
  ["a\r\nb", ["a\r", "b"]],
])("the lines of %j", (text, lines) => {
  expect(linesIn(text)).toEqual(lines);
});
