import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { Oddities } from "../oddities.ts";

/**
 * SimpleCov's `.resultset.json` (`{command: {coverage: {file: ...}}}`), its formatter's `coverage.json`, and that of
 * the gem simplecov-json (`{files: [{filename, coverage}]}`). A file is a list of counts, one per line (`null`: not
 * relevant, `"ignored"`: between `:nocov:` marks), or an object with `lines` and `branches`. Several commands are
 * several runs.
 */
export const simplecov: ReportFormat = {
  name: "simplecov",
  title: "SimpleCov JSON",
  usualNames: [".resultset.json"],
  detect: (head) =>
    /^\s*\{/.test(head) &&
    (/"coverage"\s*:\s*\{\s*"[^"]*"\s*:\s*(?:\[|\{\s*"(?:lines|branches)"\s*:)/.test(head) ||
      /"simplecov_version"\s*:/.test(head) ||
      /"files"\s*:\s*\[\s*\{\s*"filename"\s*:\s*"[^"]*"\s*,\s*"(?:covered_percent|coverage)"\s*:/.test(head)),
  parse(chunks) {
    const root = parseJson(chunks);
    const files = new CollectedFiles("sum");
    let at = "";
    const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
    const builder = new FileBuilder("sum", oddities);
    for (const [path, entry] of coverageOf(root)) {
      at = path;
      addLines(builder, entry.isList ? entry : entry.get("lines"));
      if (entry.get("branches").isObject) addResultsetBranches(builder, entry.get("branches"));
      else if (entry.get("branches").isList) addFormatterBranches(builder, entry.get("branches"));
      files.add(builder.build(path));
    }
    return { format: "simplecov", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
  },
};

function* coverageOf(root: JsonValue): Iterable<[path: string, entry: JsonValue]> {
  if (root.get("files").isList) {
    for (const file of root.get("files").items()) yield [file.get("filename").text(), file.get("coverage")];
  } else if (root.get("coverage").isObject) yield* root.get("coverage").entries();
  else for (const [, command] of root.entries()) yield* command.get("coverage").entries();
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
    for (const [path, hits] of paths.entries()) builder.addBranch(line, condition, path, hits.number());
  }
}

/** `[{type, start_line, end_line, coverage, inline}]` */
function addFormatterBranches(builder: FileBuilder, branches: JsonValue): void {
  const seen = new Map<number, number>();
  for (const branch of branches.items()) {
    const { raw } = branch.get("start_line");
    const line = typeof raw === "number" ? raw : Number.NaN;
    const number = seen.get(line) ?? 0;
    seen.set(line, number + 1);
    const hits = branch.get("coverage").raw;
    if (typeof hits === "number") builder.addBranch(line, 0, number, hits);
  }
}
