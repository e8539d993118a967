import { MAX_YAML_CHARACTERS } from "@jessy-actions/reading/yaml";
import { expect, test } from "vitest";
import { readChartYaml } from "./chart-yaml.ts";

const read = (text: string | undefined) =>
  readChartYaml("Chart.yaml", new Map(text === undefined ? [] : [["Chart.yaml", text]]));

const found = (line: number, field: string, text: string) => ({
  file: "Chart.yaml",
  line,
  field,
  found: text,
  form: "semver-or-v",
});

test.each([
  ["version: 1.2.3", [found(1, "version", "1.2.3")]],
  ["\ufeffname: c\r\nversion: v1.2.3\r\n", [found(2, "version", "v1.2.3")]],
  ["x: &v 1.2.3\nversion: *v", [found(2, "version", "1.2.3")]],
  ['appVersion: "1.0"\nversion: 1.2.3', [found(2, "version", "1.2.3"), found(1, "appVersion", "1.0")]],
  [`version: 1.2.3\n#${"x".repeat(MAX_YAML_CHARACTERS - 16)}`, [found(1, "version", "1.2.3")]],
])("%j states its versions", (text, expected) => {
  expect(read(text)).toEqual({ found: expected, problems: [], skipped: undefined });
});

test.each([
  [undefined, 1, "does not exist"],
  ["", 1, "has no version"],
  ["- version", 1, "has no version"],
  ["name: c\nversion: 1.10", 2, "has `1.1` for version; write it in quotes"],
  ["version:\n  - a", 2, 'has `["a"]` for version; write it in quotes'],
  ["name: c\nversion: ~", 2, "has `null` for version; write it in quotes"],
  ["a: 1\na: 2", 2, 'is not valid YAML: it has the key "a" twice'],
  [" ".repeat(MAX_YAML_CHARACTERS + 1), 1, "has more than 100000 characters"],
])("%j does not", (text, line, message) => {
  expect(read(text)).toEqual({ found: [], problems: [{ file: "Chart.yaml", line, message }], skipped: undefined });
});
