import { FORMATS, type Ratio } from "@jessy-actions/coverage/model";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import type { JsonValue } from "@jessy-actions/reading/json";
import { boolean, integer, list, oneOf, optional, sha, text, whole } from "@jessy-actions/reading/json-fields";
import type {
  Baseline,
  Component,
  EnclosingFunction,
  FileChanges,
  FileLines,
  Gate,
  GateScope,
  LineRange,
  Movement,
  Note,
  Patch,
  PatchFile,
  ReportRead,
  Result,
  Totals,
} from "./result.ts";
import { SCOPE_INPUTS } from "./scope.ts";

const GATE_KINDS = [
  "line",
  "branch",
  "function",
  "patch",
  "patch-branch",
  "decrease",
  "per-file",
  "measured",
  "stale",
  "rules",
] as const;
const UNJUDGED_CAUSES = [
  "no-base",
  "no-baseline",
  "baseline-unavailable",
  "baseline-unreadable",
  "nothing-measured",
  "scope-unusable",
] as const;
const ALLOWING_INPUTS = [
  "on-missing-base",
  "on-missing-baseline",
  "on-unreadable-baseline",
  "on-changed-scope",
] as const;
const CAUSES = ["added", "removed", "newly-covered", "no-longer-covered", "joined", "left", "remeasured"] as const;

/**
 * A result as plain data, checked field by field; unknown fields are left out. The published description is
 * docs/schema/coverage-gate-result.v1.json.
 *
 * @throws ReportError naming the first field that is wrong.
 */
export function validateResult(root: JsonValue): Result {
  oneOf(root.get("schema"), ["jessy-actions/coverage-gate/v1"]);
  const verdict = oneOf(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]);
  return {
    schema: "jessy-actions/coverage-gate/v1",
    name: text(root.get("name")),
    verdict,
    // Files from before this field was there.
    fails: root.get("fails").isMissing ? verdict !== "pass" : boolean(root.get("fails")),
    headline: text(root.get("headline")),
    context: {
      serverUrl: text(root.get("context").get("serverUrl")),
      repository: text(root.get("context").get("repository")),
      headSha: sha(root.get("context").get("headSha")),
    },
    gates: list(root.get("gates"), gate),
    total: totals(root.get("total")),
    ...optional("base", root.get("base"), totals),
    baseline: baseline(root.get("baseline")),
    patch: patch(root.get("patch")),
    ...optional("movement", root.get("movement"), movement),
    ...optional("fileChanges", root.get("fileChanges"), fileChanges),
    components: list(root.get("components"), component),
    filesBelowMinimum: list(root.get("filesBelowMinimum"), fileLines),
    ...optional("mostUncovered", root.get("mostUncovered"), (files) => list(files, fileLines)),
    reports: list(root.get("reports"), reportRead),
    notes: list(
      root.get("notes"),
      (note): Note => ({ level: oneOf(note.get("level"), ["note", "warning"]), text: text(note.get("text")) }),
    ),
    loweredGates: list(root.get("loweredGates"), (lowered) => ({
      input: text(lowered.get("input")),
      asked: text(lowered.get("asked")),
      enforced: text(lowered.get("enforced")),
    })),
  };
}

function gate(value: JsonValue): Gate {
  return {
    kind: oneOf(value.get("kind"), GATE_KINDS),
    ...optional("component", value.get("component"), text),
    ...optional("scope", value.get("scope"), gateScope),
    verdict: oneOf(value.get("verdict"), ["pass", "fail", "skipped"]),
    threshold: threshold(value.get("threshold")),
    ...optional("measured", value.get("measured"), ratio),
    ...optional("base", value.get("base"), ratio),
    ...optional("unjudged", value.get("unjudged"), unjudged),
    sentence: text(value.get("sentence")),
  };
}

function gateScope(value: JsonValue): GateScope {
  const inputs = list(value.get("inputs"), (input) => oneOf(input, SCOPE_INPUTS));
  if (inputs.length === 0 || new Set(inputs).size < inputs.length)
    throw value.get("inputs").not("a list of inputs, each once");
  return { inputs, allowed: boolean(value.get("allowed")) };
}

function unjudged(value: JsonValue): NonNullable<Gate["unjudged"]> {
  return {
    cause: oneOf(value.get("cause"), UNJUDGED_CAUSES),
    ...optional("input", value.get("input"), (input) => oneOf(input, ALLOWING_INPUTS)),
    allowed: boolean(value.get("allowed")),
  };
}

function threshold(value: JsonValue): string {
  const read = text(value);
  if (parseDecimal(read) === undefined) throw value.not("a decimal number");
  return read;
}

function totals(value: JsonValue): Totals {
  return {
    lines: ratio(value.get("lines")),
    branches: ratio(value.get("branches")),
    functions: ratio(value.get("functions")),
  };
}

function baseline(value: JsonValue): Baseline {
  const state = oneOf(value.get("state"), ["exact", "ancestor", "file", "missing", "off", "unavailable", "unreadable"]);
  if (state === "file") return { state, file: text(value.get("file")) };
  const reason = text(value.get("reason"));
  if (state !== "exact" && state !== "ancestor") return { state, reason };
  return { state, sha: sha(value.get("sha")), distance: whole(value.get("distance")), reason };
}

function patch(value: JsonValue): Patch {
  return {
    ...optional("lines", value.get("lines"), ratio),
    ...optional("branches", value.get("branches"), ratio),
    ...optional("reason", value.get("reason"), text),
    ...optional("cause", value.get("cause"), (cause) => oneOf(cause, ["no-change", "no-base"])),
    ...optional("base", value.get("base"), sha),
    files: list(value.get("files"), patchFile),
    ...optional("filesByDefault", value.get("filesByDefault"), (files) => list(files, patchFile)),
    unmeasured: list(value.get("unmeasured"), text),
  };
}

function patchFile(value: JsonValue): PatchFile {
  return {
    path: text(value.get("path")),
    lines: ratio(value.get("lines")),
    branches: ratio(value.get("branches")),
    missing: list(value.get("missing"), range),
    partial: list(value.get("partial"), range),
    ...optional("functions", value.get("functions"), (functions) => list(functions, enclosingFunction)),
  };
}

function enclosingFunction(value: JsonValue): EnclosingFunction {
  return {
    name: text(value.get("name")),
    line: whole(value.get("line")),
    ranges: list(value.get("ranges"), range),
  };
}

function fileChanges(value: JsonValue): FileChanges {
  return {
    count: whole(value.get("count")),
    files: list(value.get("files"), (file) => ({
      path: text(file.get("path")),
      ...optional("before", file.get("before"), ratio),
      ...optional("now", file.get("now"), ratio),
    })),
  };
}

function fileLines(value: JsonValue): FileLines {
  return { path: text(value.get("path")), lines: ratio(value.get("lines")) };
}

function movement(value: JsonValue): Movement {
  return {
    parts: list(value.get("parts"), (part) => ({
      cause: oneOf(part.get("cause"), CAUSES),
      covered: integer(part.get("covered")),
      total: integer(part.get("total")),
      files: whole(part.get("files")),
    })),
    indirect: list(value.get("indirect"), (change) => ({
      path: text(change.get("path")),
      newlyCovered: whole(change.get("newlyCovered")),
      noLongerCovered: list(change.get("noLongerCovered"), range),
    })),
  };
}

function component(value: JsonValue): Component {
  return {
    name: text(value.get("name")),
    total: totals(value.get("total")),
    ...optional("base", value.get("base"), totals),
    ...optional("patch", value.get("patch"), ratio),
  };
}

function reportRead(value: JsonValue): ReportRead {
  return {
    file: text(value.get("file")),
    format: oneOf(value.get("format"), FORMATS),
    bytes: whole(value.get("bytes")),
    files: whole(value.get("files")),
    lines: ratio(value.get("lines")),
  };
}

function range(value: JsonValue): LineRange {
  const [first, last, ...rest] = [...value.items()].map(whole);
  if (first === undefined || last === undefined || rest.length > 0 || first < 1 || last < first)
    throw value.not("a first and a last line");
  return [first, last];
}

function ratio(value: JsonValue): Ratio {
  const covered = whole(value.get("covered"));
  const total = whole(value.get("total"));
  if (covered > total) throw value.not("a part of a whole");
  return { covered, total };
}
