import { ReportError } from "@jessy-actions/reading/report-error";
import { parseYaml, type YamlDocument } from "@jessy-actions/reading/yaml";
import type { Check } from "../check.ts";
import { shown } from "../shown.ts";
import { type CheckDefaults, readCheck } from "./check-fields.ts";
import { readCheckLine } from "./check-line.ts";
import { described } from "./scalar.ts";

export const MAX_CHECKS = 100;

export interface CheckList {
  readonly checks: readonly Check[];
  /** `line 3: …`, all of them. */
  readonly problems: readonly string[];
}

type Named = Omit<Check, "name"> & { readonly name: string | undefined };

/**
 * Reads a list of checks: YAML (a list, or a map with the key `checks`), or one check a line. Blank lines and lines that
 * begin with `#` do not count. A list without a check is a problem. Pure.
 */
export function readChecks(written: string, defaults: CheckDefaults): CheckList {
  const text = written.replace(/^\ufeff/, "");
  const problems: string[] = [];
  const checks = isYaml(text) ? yamlChecks(text, defaults, problems) : lineChecks(text, defaults, problems);
  if (checks.length === 0 && problems.length === 0)
    problems.push(
      "it has no checks, so nothing would be judged; write one a line, such as `https://example.com/health`",
    );
  if (checks.length > MAX_CHECKS) problems.push(`it has ${checks.length} checks; at most ${MAX_CHECKS} are asked`);
  const sound = checks.filter((check) => check !== undefined);
  const named = nameChecks(sound, problems);
  if (problems.length === 0 && named.every(({ optional }) => optional))
    problems.push("all checks are optional, so nothing would be judged; leave out one `optional`");
  return { checks: named, problems };
}

/** A line of the short form begins with an address or a method. */
function isYaml(text: string): boolean {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !/^\s*(?:#|---)/.test(line));
  return first !== undefined && /^\s*(?:-\s|-$|[[{]|(?!https?:)[\w-]+:(?:\s|$))/.test(first);
}

function lineChecks(text: string, defaults: CheckDefaults, problems: string[]): (Named | undefined)[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) return [];
    return [readLine(trimmed, defaults, (problem) => problems.push(`line ${at + 1}: ${problem}`))];
  });
}

function readLine(line: string, defaults: CheckDefaults, report: (problem: string) => void): Named | undefined {
  try {
    return readCheck(readCheckLine(line), defaults, (_, __, problem) => report(problem));
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    report(`it ${error.message}`);
    return undefined;
  }
}

function yamlChecks(text: string, defaults: CheckDefaults, problems: string[]): (Named | undefined)[] {
  let document: YamlDocument;
  try {
    document = parseYaml(text);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const line = "line" in error ? `line ${error.line}: ` : "";
    problems.push(`${line}it ${error.message}`);
    return [];
  }
  const list = listOf(document.value, problems);
  return list.map((item, at) => {
    const line = document.lineOf(list, at);
    const report = (problem: string, where = line) =>
      problems.push(where === undefined ? problem : `line ${where}: ${problem}`);
    if (typeof item === "string") return readLine(item, defaults, report);
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      report(`a check is ${described(item)}, and a map or an address is needed`);
      return undefined;
    }
    return readCheck(item as Record<string, unknown>, defaults, (container, key, problem) =>
      report(problem, document.lineOf(container, key) ?? line),
    );
  });
}

function listOf(value: unknown, problems: string[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (keys.length === 1 && keys[0] === "checks") return listOf((value as { checks: unknown }).checks, problems);
  if (keys.length > 0)
    problems.push(`it has the keys ${shown(keys.join(", "))}; write a list of checks, or the key \`checks\` alone`);
  else if (value !== null) problems.push(`it is ${described(value)}, and a list of checks is needed`);
  return [];
}

/** The names of a report's rows: as written, else method and path, and the host where another check has the same. */
function nameChecks(checks: readonly Named[], problems: string[]): readonly Check[] {
  const short = checks.map((check) => check.name ?? `${check.method} ${pathOf(check.url)}`);
  const long = checks.map((check, at) => {
    if (check.name !== undefined || short.filter((name) => name === short[at]).length === 1) return short[at]!;
    return `${check.method} ${new URL(check.url).host}${pathOf(check.url)}`;
  });
  const seen = new Map<string, number>();
  return checks.map((check, at) => {
    const name = long[at]!;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count > 1 && check.name !== undefined) problems.push(`two checks have the name ${shown(name)}`);
    return { ...check, name: count === 1 ? name : `${name} (${count})` };
  });
}

/** Without the query, which may hold anything. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}
