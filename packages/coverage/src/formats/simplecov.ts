import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { mergeFiles } from "../merge.ts";
import type { FileCoverage } from "../model.ts";

/**
 * SimpleCov's `.resultset.json` (`{command: {coverage: {file: ...}}}`) and its formatter's `coverage.json`. A file is a
 * list of counts, one per line (`null`: not relevant, `"ignored"`: between `:nocov:` marks), or an object with `lines`
 * and `branches`. Several commands are several runs.
 */
export const simplecov: ReportFormat = {
  name: "simplecov",
  title: "SimpleCov JSON",
  usualNames: [".resultset.json"],
  detect: (head) =>
    /^\s*\{/.test(head) &&
    (/"coverage"\s*:\s*\{\s*"[^"]*"\s*:\s*(?:\[|\{\s*"(?:lines|branches)"\s*:)/.test(head) ||
      /"simplecov_version"\s*:/.test(head)),
  parse(chunks) {
    const root = parseJson(chunks);
    const files = new Map<string, FileCoverage>();
    const builder = new FileBuilder("sum");
    for (const coverage of coverageParts(root)) {
      for (const [path, entry] of coverage.entries()) {
        addLines(builder, entry.isList ? entry : entry.get("lines"));
        if (entry.get("branches").isObject) addResultsetBranches(builder, entry.get("branches"));
        else if (entry.get("branches").isList) addFormatterBranches(builder, entry.get("branches"));
        const built = builder.build(path);
        const known = files.get(path);
        files.set(path, known === undefined ? built : mergeFiles(known, built));
      }
    }
    return { format: "simplecov", files, sourceRoots: [], warnings: [] };
  },
};

function* coverageParts(root: JsonValue): Iterable<JsonValue> {
  if (root.get("coverage").isObject) yield root.get("coverage");
  else for (const [, command] of root.entries()) yield command.get("coverage");
}

function addLines(builder: FileBuilder, lines: JsonValue): void {
  if (lines.isMissing) return;
  for (const [at, hits] of lines.list().entries()) if (typeof hits === "number") builder.addLine(at + 1, hits);
}

/**
 * `{"[:if, 0, 3, 2, 7, 5]": {"[:then, 1, 4, 4, 4, 9]": 1, ...}}`: type, number, first line, first column, last line,
 * last column.
 */
function addResultsetBranches(builder: FileBuilder, branches: JsonValue): void {
  for (const [condition, paths] of branches.entries()) {
    const line = Number(/^\[[^,]*,\s*\d+,\s*(\d+)/.exec(condition)?.[1]);
    if (!(line > 0)) continue;
    for (const [path, hits] of paths.entries()) builder.addBranch(line, condition, path, hits.number());
  }
}

/** `[{type, start_line, end_line, coverage, inline}]` */
function addFormatterBranches(builder: FileBuilder, branches: JsonValue): void {
  const seen = new Map<number, number>();
  for (const branch of branches.items()) {
    const line = branch.get("start_line").number();
    const number = seen.get(line) ?? 0;
    seen.set(line, number + 1);
    const hits = branch.get("coverage").raw;
    if (typeof hits === "number") builder.addBranch(line, 0, number, hits);
  }
}
