import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { FileCoverage } from "../model.ts";
import { Oddities } from "../oddities.ts";

/**
 * `coverage json` of coverage.py, formats 2 and 3. Its own `percent_covered` mixes lines and branches into one number;
 * here they are two. A branch is an arc from one line to another, negative if it leaves the function.
 */
export const coveragePy: ReportFormat = {
  name: "coverage.py",
  title: "coverage.py JSON",
  usualNames: ["coverage.json"],
  detect: (head) =>
    /^\s*\{/.test(head) &&
    (/"executed_lines"\s*:/.test(head) || /"meta"\s*:\s*\{[^}]*"branch_coverage"\s*:/.test(head)),
  parse(chunks) {
    const files = new Map<string, FileCoverage>();
    let at = "";
    const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
    const builder = new FileBuilder("max", oddities);
    for (const [path, file] of parseJson(chunks).get("files").entries()) {
      at = path;
      addLines(builder, file.get("executed_lines"), 1);
      addLines(builder, file.get("missing_lines"), 0);
      addArcs(builder, file.get("executed_branches"), 1);
      addArcs(builder, file.get("missing_branches"), 0);
      addFunctions(builder, file.get("functions"));
      files.set(path, builder.build(path));
    }
    return { format: "coverage.py", files, sourceRoots: [], warnings: oddities.warnings };
  },
};

/** Some versions of Python execute line 0 of an empty file. */
function addLines(builder: FileBuilder, lines: JsonValue, hits: number): void {
  for (const line of lines.list()) if (line !== 0) builder.addLine(numberOf(line), hits);
}

function addArcs(builder: FileBuilder, arcs: JsonValue, taken: number): void {
  if (arcs.isMissing) return;
  for (const raw of arcs.list()) {
    const [from, to] = Array.isArray(raw) ? raw : [];
    if (to === undefined) throw new ReportError("a branch is not [from, to]");
    // A negative start enters a code object; it does not belong to a line.
    if (!(numberOf(from) <= 0)) builder.addBranch(numberOf(from), 0, String(to), taken);
  }
}

/** Since 7.6; the unnamed function is the module's own code. */
function addFunctions(builder: FileBuilder, functions: JsonValue): void {
  if (functions.isMissing) return;
  for (const [name, entry] of functions.entries()) {
    if (name === "") continue;
    const executed = entry.get("executed_lines").list();
    const missing = entry.get("missing_lines").list();
    const lines = [...executed, ...missing].filter((line): line is number => typeof line === "number");
    const start = entry.get("start_line").isMissing
      ? lines.reduce((first, line) => Math.min(first, line), Number.POSITIVE_INFINITY)
      : numberOf(entry.get("start_line").raw);
    if (lines.length > 0) builder.addFunction(start, name, executed.length > 0 ? 1 : 0);
  }
}

/** NaN unless it is a number: the builder notes it. */
function numberOf(raw: unknown): number {
  return typeof raw === "number" ? raw : Number.NaN;
}
