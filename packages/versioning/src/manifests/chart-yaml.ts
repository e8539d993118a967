import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { type ManifestFiles, ManifestReader, type ManifestReading, quote, withoutMark } from "./manifest.ts";

/** Helm's charts are far shorter, and the parser's time grows faster than its input. */
export const MAX_CHART_CHARACTERS = 100_000;

/**
 * Reads a Helm chart's `version` and, if it has one, its `appVersion` (https://helm.sh/docs/topics/charts/). Both may begin with `v`. Unquoted,
 * 1.10 is the number 1.1: that is a problem, not a version.
 */
export function readChartYaml(path: string, files: ManifestFiles): ManifestReading {
  const reader = new ManifestReader();
  const text = files.get(path);
  if (text === undefined) {
    reader.problem(path, 1, "does not exist");
    return reader.finish();
  }
  if (text.length > MAX_CHART_CHARACTERS) {
    reader.problem(path, 1, `has more than ${MAX_CHART_CHARACTERS} characters`);
    return reader.finish();
  }
  const lineCounter = new LineCounter();
  const root = parse(withoutMark(text), lineCounter);
  if (root instanceof YamlProblem) {
    reader.problem(path, root.line, `is not valid YAML: ${root.message}`);
    return reader.finish();
  }
  for (const field of ["version", "appVersion"] as const) {
    const node = isMap(root) ? root.get(field, true) : undefined;
    if (node === undefined) {
      if (field === "version") reader.problem(path, 1, "has no version");
      continue;
    }
    const offset = isScalar(node) ? node.range?.[0] : undefined;
    const line = offset === undefined ? 1 : Math.max(1, lineCounter.linePos(offset).line);
    const value: unknown = isScalar(node) ? node.value : undefined;
    if (typeof value === "string") reader.find(path, line, field, value, "semver-or-v");
    else reader.problem(path, line, `has ${quote(value)} for ${field}; write it in quotes`);
  }
  return reader.finish();
}

class YamlProblem {
  readonly line: number;
  readonly message: string;

  constructor(line: number, message: string) {
    this.line = line;
    this.message = message;
  }
}

/** The document's content, or what is wrong. */
function parse(text: string, lineCounter: LineCounter): unknown {
  try {
    // Pretty errors cost a search of the text each.
    const document = parseDocument(text, { lineCounter, logLevel: "silent", prettyErrors: false });
    const [error] = document.errors;
    if (error === undefined) return document.contents;
    return new YamlProblem(Math.max(1, lineCounter.linePos(error.pos[0]).line), error.message);
  } catch (error) {
    // Deep nesting exhausts the parser's stack.
    return new YamlProblem(1, (error as Error).message);
  }
}
