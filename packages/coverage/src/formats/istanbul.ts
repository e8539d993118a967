import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { Oddities } from "../oddities.ts";

/**
 * Istanbul's coverage-final.json (nyc, Jest, Vitest, c8). A line's hits are the largest of the statements that start on
 * it (istanbul-lib-coverage, `getLineCoverage`); a branch is told apart by its place and the number of its path.
 */
export const istanbul: ReportFormat = {
  name: "istanbul",
  title: "Istanbul JSON",
  usualNames: ["coverage-final.json"],
  detect: (head) => /^\s*\{/.test(head) && /"(?:statementMap|fnMap|branchMap)"\s*:/.test(head),
  parse(chunks) {
    const files = new CollectedFiles("sum");
    let at = "";
    const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
    const builder = new FileBuilder("max", oddities);
    for (const [key, entry] of parseJson(chunks).entries()) {
      at = key;
      // babel-plugin-istanbul's own variable wraps each file in `data`.
      const file = entry.get("data").isObject ? entry.get("data") : entry;
      addStatements(builder, file);
      addBranches(builder, file);
      addFunctions(builder, file);
      const path = file.get("path").isMissing ? key : file.get("path").text();
      files.add(builder.build(path));
    }
    return { format: "istanbul", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
  },
};

function addStatements(builder: FileBuilder, file: JsonValue): void {
  const hits = file.get("s");
  for (const [id, place] of file.get("statementMap").entries()) {
    const line = startLine(place);
    if (line !== undefined) builder.addLine(line, countOf(hits.get(id)));
  }
}

function addBranches(builder: FileBuilder, file: JsonValue): void {
  if (file.get("branchMap").isMissing) return;
  const hits = file.get("b");
  for (const [id, branch] of file.get("branchMap").entries()) {
    const whole = branch.get("loc").isMissing ? undefined : startLine(branch.get("loc"));
    const line = whole ?? lineOf(branch.get("line"));
    const counts = hits.get(id).isMissing ? [] : hits.get(id).list();
    const block = `${branch.get("type").raw ?? ""}@${placeOf(branch.get("loc")) ?? id}`;
    const places = branch.get("locations").isMissing ? [] : [...branch.get("locations").items()];
    for (const [at, count] of counts.entries()) {
      // An implicit else has no place in the source, so it belongs to the line of its `if`.
      const own = line ?? (places[at] === undefined ? undefined : startLine(places[at]));
      if (own !== undefined) builder.addBranch(own, block, at, typeof count === "number" ? count : 0);
    }
  }
}

function addFunctions(builder: FileBuilder, file: JsonValue): void {
  if (file.get("fnMap").isMissing) return;
  const hits = file.get("f");
  for (const [id, fn] of file.get("fnMap").entries()) {
    const line = startLine(fn.get("decl")) ?? startLine(fn.get("loc")) ?? 0;
    const name = fn.get("name").isMissing ? `(anonymous_${id})` : fn.get("name").text();
    builder.addFunction(line, name, countOf(hits.get(id)));
  }
}

/** Column and end of a branch: of one that was compiled into several (`a?.b?.c`) all start at the same place. */
function placeOf(loc: JsonValue): string | undefined {
  const column = loc.get("start").get("column").raw;
  const end = loc.get("end");
  return typeof column === "number"
    ? `${column}-${end.get("line").raw ?? ""}.${end.get("column").raw ?? ""}`
    : undefined;
}

/** Source maps can leave places without a line; there is no line to show for such code. */
function startLine(place: JsonValue): number | undefined {
  return lineOf(place.get("start").get("line"));
}

/** NaN unless it is a number: the builder notes it. */
function lineOf(line: JsonValue): number | undefined {
  if (line.isMissing || line.raw === 0) return undefined;
  return typeof line.raw === "number" ? line.raw : Number.NaN;
}

function countOf(value: JsonValue): number {
  return value.isMissing ? 0 : value.number();
}
