import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../packages/coverage/src/formats.ts";
import type { CoverageReport } from "../../packages/coverage/src/model.ts";
import { fileTotals, reportTotals } from "../../packages/coverage/src/totals.ts";
import { corpus, filesOf } from "./corpora.ts";

function read(path: string): CoverageReport {
  const bytes = readFileSync(path);
  const format = detectFormat(bytes);
  if (format === undefined) throw new Error(`${path} is of no known format`);
  return format.parse([bytes]);
}

const gcovr = corpus("coverage/gcovr");

describe.skipIf(gcovr === undefined)("gcovr: one run in four formats", () => {
  /** Line totals that the tool itself writes differently from format to format. */
  const EXCEPTIONS: Readonly<Record<string, string>> = {
    // gcovr counts a line once for every function on it in JaCoCo's counters, which alone say how many lines there are.
    "several-functions-on-same-line/jacoco.xml": "41/43",
  };
  const cases = gcovr === undefined ? [] : filesOf(gcovr, "/lcov").map((path) => path.slice(0, -"/lcov".length));

  test.each(cases)("%s", (name) => {
    const lcov = reportTotals(read(join(gcovr!, name, "lcov")), "lines").lines;
    expect(lcov.total).toBeGreaterThan(0);
    for (const file of ["cobertura.xml", "jacoco.xml", "clover.xml"]) {
      const path = join(gcovr!, name, file);
      // gcovr has no Clover of the older cases.
      if (!existsSync(path)) continue;
      const { covered, total } = reportTotals(read(path), "lines").lines;
      expect(`${file} ${covered}/${total}`).toBe(
        `${file} ${EXCEPTIONS[`${name}/${file}`] ?? `${lcov.covered}/${lcov.total}`}`,
      );
    }
  });
});

const llvm = corpus("coverage/cargo-llvm-cov");

describe.skipIf(llvm === undefined)("cargo-llvm-cov", () => {
  const reports = filesOf(llvm, ".json").filter((path) => !path.endsWith(".codecov.json"));

  test("there are reports", () => expect(reports.length).toBeGreaterThan(30));

  test.each(reports)("%s: declared totals equal the tool's own, and so do the LCOV's", (path) => {
    const json = JSON.parse(readFileSync(join(llvm!, path), "utf8"));
    const report = read(join(llvm!, path));
    const declared = reportTotals(report, "declared");
    const { lines, functions } = json.data[0].totals;
    expect(declared.lines).toEqual({ covered: lines.covered, total: lines.count });
    expect(declared.functions).toEqual({ covered: functions.covered, total: functions.count });
    const lcov = join(llvm!, path.replace(/\.json$/, ".lcov.info"));
    if (existsSync(lcov) && reportTotals(read(lcov), "lines").lines.total > 0)
      expect(reportTotals(read(lcov), "declared").lines).toEqual(declared.lines);
  });
});

describe("every file of the corpora", () => {
  const root = corpus("coverage");
  const files = [".json", ".xml", "lcov", ".info"]
    .flatMap((suffix) => filesOf(root, suffix))
    .filter((path) => !path.endsWith(".codecov.json"));

  test.skipIf(root === undefined)("is recognised, read, and makes sense", () => {
    expect(files.length).toBeGreaterThan(90);
    for (const path of files) {
      const report = read(join(root!, path));
      for (const file of report.files.values()) {
        const { lines, branches, functions } = fileTotals(file, "lines");
        for (const { covered, total } of [lines, branches, functions]) expect(covered).toBeLessThanOrEqual(total);
      }
    }
  });
});
