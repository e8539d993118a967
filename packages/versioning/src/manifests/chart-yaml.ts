import { withoutMark } from "@jessy-actions/reading/byte-order-mark";
import { parseYaml, type YamlDocument, YamlError } from "@jessy-actions/reading/yaml";
import { type ManifestFiles, ManifestReader, type ManifestReading, quote } from "./manifest.ts";

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
  let chart: YamlDocument;
  try {
    chart = parseYaml(withoutMark(text));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    reader.problem(path, error.line, error.message);
    return reader.finish();
  }
  for (const name of ["version", "appVersion"] as const) {
    const field = chart.field(name);
    if (field === undefined) {
      if (name === "version") reader.problem(path, 1, "has no version");
      continue;
    }
    const { line, value } = field;
    if (typeof value === "string") reader.find(path, line, name, value, "semver-or-v");
    else reader.problem(path, line, `has ${quote(value)} for ${name}; write it in quotes`);
  }
  return reader.finish();
}
