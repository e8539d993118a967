import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { SUMMARY_MAX_BYTES, writeSummary } from "./summary.ts";

// One file for all tests: core remembers where it wrote first.
const folder = mkdtempSync(join(tmpdir(), "jessy-summary-"));
const file = join(folder, "summary");

beforeEach(() => {
  vi.stubEnv("GITHUB_STEP_SUMMARY", file);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("a report is appended, and cut to what an earlier one left", async () => {
  writeFileSync(file, "x".repeat(1000));
  const rows = Array.from({ length: 60_000 }, (_, at) => [{ code: `src/file-${at}.rs` }]);
  await writeSummary([{ kind: "table", columns: [{ header: "File" }], rows, noun: "files" }]);
  expect(statSync(file).size).toBeLessThanOrEqual(SUMMARY_MAX_BYTES);
  expect(statSync(file).size).toBeGreaterThan(SUMMARY_MAX_BYTES - 200);
  expect(readFileSync(file, "utf8")).toMatch(/_and [\d,]+ more files_\n$/);
});

test("two reports of a step stand one below the other, each once", async () => {
  writeFileSync(file, "");
  await writeSummary([{ kind: "paragraph", text: "first" }]);
  await writeSummary([{ kind: "paragraph", text: "second" }]);
  expect(readFileSync(file, "utf8")).toBe("first\nsecond\n");
});

test("a full summary stays as it is, and no file is no summary", async () => {
  writeFileSync(file, "x".repeat(SUMMARY_MAX_BYTES));
  await writeSummary([{ kind: "paragraph", text: "more" }]);
  expect(statSync(file).size).toBe(SUMMARY_MAX_BYTES);
  for (const none of [undefined, ""]) {
    vi.stubEnv("GITHUB_STEP_SUMMARY", none);
    await writeSummary([{ kind: "paragraph", text: "more" }]);
  }
  expect(statSync(file).size).toBe(SUMMARY_MAX_BYTES);
});
