import { expect, test } from "vitest";
import { gate, ratio } from "../../testing/gates.ts";
import type { PatchFile } from "../result.ts";
import { allowedAnnotations, annotations } from "./annotations.ts";

const nothing: PatchFile = { path: "a", lines: ratio(0, 1), branches: ratio(0, 0), missing: [], partial: [] };

test("uncovered ranges and untaken branches, with the function that they are in", () => {
  const file: PatchFile = {
    ...nothing,
    missing: [
      [1, 1],
      [3, 4],
    ],
    partial: [
      [6, 6],
      [8, 9],
    ],
    functions: [
      {
        name: "parse",
        line: 3,
        ranges: [
          [3, 4],
          [6, 6],
        ],
      },
    ],
  };
  expect(annotations([file]).map(({ message, startLine, endLine }) => [startLine, endLine, message])).toEqual([
    [1, 1, "Changed line 1 is not covered by tests."],
    [3, 4, "Changed lines 3 to 4 in parse are not covered by tests."],
    [6, 6, "Changed line 6 in parse is covered, but not every branch of it."],
    [8, 9, "Changed lines 8 to 9 are covered, but not every branch of it."],
  ]);
});

test("what GitHub's limit of ten keeps: uncovered lines of the first files, then branches", () => {
  const files = ["a", "b"].map((path): PatchFile => ({ ...nothing, path, missing: [[1, 1]], partial: [[2, 2]] }));
  const ordered = [...annotations(files)].sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0));
  expect(ordered.map(({ file, startLine }) => `${file}:${startLine}`)).toEqual(["a:1", "b:1", "a:2", "b:2"]);
  expect(ordered[0]).toMatchObject({ level: "warning", title: "Coverage" });
});

test("a gate that is not judged because that is allowed, above every line", () => {
  const unjudged = { cause: "no-base", input: "on-missing-base", allowed: true } as const;
  const skipped = gate({ kind: "patch", verdict: "skipped", unjudged, sentence: "Not judged." });
  const all = [gate({ kind: "line" }), skipped, { ...skipped, unjudged: { ...unjudged, allowed: false } }];
  expect(allowedAnnotations(all)).toEqual([
    { level: "warning", title: "Coverage gate not judged", message: "Not judged.", importance: 1 },
  ]);
});

test("a gate that the default branch's scope fails, where that is allowed", () => {
  const scope = { inputs: ["exclude"], allowed: true } as const;
  const allowed = gate({ kind: "line", verdict: "skipped", scope, sentence: "It fails." });
  const all = [allowed, { ...allowed, verdict: "fail", scope: { ...scope, allowed: false } } as const];
  expect(allowedAnnotations(all)).toEqual([
    { level: "warning", title: "Coverage gate fails, allowed", message: "It fails.", importance: 1 },
  ]);
});
