import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { FileCoverage, Ratio } from "../model.ts";

/** Istanbul's coverage-summary.json: totals per file and no lines, so it cannot serve a gate on changed lines. */
export const istanbulSummary: ReportFormat = {
  name: "istanbul-summary",
  title: "Istanbul summary JSON",
  usualNames: ["coverage-summary.json"],
  detect: (head) =>
    /^\s*\{/.test(head) && /"lines"\s*:\s*\{\s*"total"\s*:/.test(head) && /"(?:pct|skipped)"\s*:/.test(head),
  parse(chunks) {
    const files = new Map<string, FileCoverage>();
    const builder = new FileBuilder("sum");
    for (const [path, entry] of parseJson(chunks).entries()) {
      if (path === "total") continue;
      builder.declare({
        lines: ratioOf(entry.get("lines")),
        branches: ratioOf(entry.get("branches")),
        functions: ratioOf(entry.get("functions")),
      });
      files.set(path, builder.build(path));
    }
    return { format: "istanbul-summary", files, sourceRoots: [], warnings: [] };
  },
};

function ratioOf(part: JsonValue): Ratio {
  return { covered: part.get("covered").number(), total: part.get("total").number() };
}
