import { expect, test, vi } from "vitest";
import { plainFile } from "../testing/plain-report.ts";
import { CollectedFiles } from "./collected-files.ts";
import { FileBuilder } from "./file-builder.ts";
import * as merging from "./merge.ts";

const builder = new FileBuilder("sum");

function part(path: string, line: number) {
  builder.addLine(line, 1);
  return builder.build(path);
}

test.each([1, 2, 3, 4, 5, 7, 8, 100])("%d parts of a file are one file", (parts) => {
  const files = new CollectedFiles("sum");
  for (let at = 0; at < parts; at++) files.add(part("a", 1));
  files.add(part("b", 9));
  const finished = files.finish();
  expect([...finished.keys()]).toEqual(["a", "b"]);
  expect(plainFile(finished.get("a")!).lines).toBe(`1:${parts}`);
});

test("of one run told twice, the larger count stands", () => {
  const files = new CollectedFiles("max");
  for (let at = 0; at < 3; at++) files.add(part("a", 1));
  expect(plainFile(files.finish().get("a")!).lines).toBe("1:1");
});

test("100,000 parts of one line each copy two million rows, and not five billion", () => {
  let rows = 0;
  const merge = merging.mergeFiles;
  const spy = vi.spyOn(merging, "mergeFiles").mockImplementation((a, b, counts) => {
    rows += a.lines.line.length + b.lines.line.length;
    return merge(a, b, counts);
  });
  const files = new CollectedFiles("sum");
  for (let at = 0; at < 100_000; at++) files.add(part("a", at + 1));
  expect(files.finish().get("a")!.lines.line).toHaveLength(100_000);
  spy.mockRestore();
  expect(rows).toBeLessThan(2_000_000);
});
