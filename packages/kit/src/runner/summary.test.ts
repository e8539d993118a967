import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SUMMARY_MAX_BYTES, writeSummary } from "./summary.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a report is appended, and cut to what an earlier one left", () => {
  const file = join(folder, "summary");
  writeFileSync(file, "x".repeat(1000));
  const rows = Array.from({ length: 60_000 }, (_, at) => [{ code: `src/file-${at}.rs` }]);
  writeSummary(file, [{ kind: "table", columns: [{ header: "File" }], rows, noun: "files" }]);
  expect(statSync(file).size).toBeLessThanOrEqual(SUMMARY_MAX_BYTES);
  expect(statSync(file).size).toBeGreaterThan(SUMMARY_MAX_BYTES - 200);
  expect(readFileSync(file, "utf8")).toMatch(/_and [\d,]+ more files_\n$/);
});

test("a full summary stays as it is, and no file is no summary", () => {
  const file = join(folder, "summary");
  writeFileSync(file, "x".repeat(SUMMARY_MAX_BYTES));
  writeSummary(file, [{ kind: "paragraph", text: "more" }]);
  expect(statSync(file).size).toBe(SUMMARY_MAX_BYTES);
  writeSummary(undefined, [{ kind: "paragraph", text: "more" }]);
  writeSummary("", [{ kind: "paragraph", text: "more" }]);
});
