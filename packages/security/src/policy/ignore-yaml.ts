import { compileGlob } from "@jessy-actions/reading/glob";
import { nearest } from "@jessy-actions/reading/nearest";
import { ReportError } from "@jessy-actions/reading/report-error";
import { parseYaml, type YamlDocument, YamlError } from "@jessy-actions/reading/yaml";
import { isDate } from "./date.ts";
import { type IgnoreEntry, type IgnoreKind, MAX_IGNORE_ENTRIES } from "./ignore-file.ts";
import { parsePackageUrl } from "./package-url.ts";

const SECTIONS: Readonly<Record<string, IgnoreKind>> = {
  vulnerabilities: "vulnerability",
  misconfigurations: "misconfiguration",
  secrets: "secret",
  licenses: "license",
};

const FIELDS = ["id", "paths", "purls", "expired_at", "statement"];

/** A longer one is not a list of files; it would only cost time. */
const MAX_PATTERN_CHARACTERS = 1000;

/**
 * Reads a `.trivyignore.yaml`. Trivy passes over a key that it does not know, over `purls` of anything but
 * vulnerabilities and over an entry without `id`: here each is an error, since nobody would see what they do.
 *
 * @throws ReportError that names the line, and says what to write.
 */
export function readIgnoreYaml(text: string): IgnoreEntry[] {
  const document = parse(text);
  if (document.value === null) return [];
  const root = mapOf(document.value, 1, "the file");
  const entries: IgnoreEntry[] = [];
  for (const [section, list] of Object.entries(root)) {
    const line = lineOf(document, root, section);
    const kind = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
    if (kind === undefined) throw unknownKey(line, section, Object.keys(SECTIONS));
    if (list === null) continue;
    for (const [at, item] of listOf(list, line, `\`${section}\``).entries()) {
      if (entries.length === MAX_IGNORE_ENTRIES) throw new ReportError(`has more than ${MAX_IGNORE_ENTRIES} entries`);
      entries.push(readEntry(document, item, { kind, line: lineOf(document, list as object, at) }));
    }
  }
  return entries;
}

function parse(text: string): YamlDocument {
  try {
    return parseYaml(text.replace(/^\ufeff/, ""));
  } catch (error) {
    if (error instanceof YamlError) throw new ReportError(`line ${error.line}: ${error.message}`, { cause: error });
    throw error;
  }
}

interface Section {
  readonly kind: IgnoreKind;
  /** Where the entry begins. */
  readonly line: number;
}

function readEntry(document: YamlDocument, item: unknown, { kind, line }: Section): IgnoreEntry {
  const fields = mapOf(item, line, "an entry");
  const at = (name: string) => lineOf(document, fields, name);
  for (const name of Object.keys(fields)) {
    if (!FIELDS.includes(name)) throw unknownKey(at(name), name, FIELDS);
  }
  const { id, paths, purls, expired_at: expiry, statement } = fields;
  if (id === undefined || id === null || id === "")
    throw new ReportError(`line ${line}: an entry has no \`id\`; write which finding it is about`);
  if (purls !== undefined && kind !== "vulnerability")
    throw new ReportError(
      `line ${at("purls")}: \`purls\` is for vulnerabilities only; write \`paths\`, or leave it out`,
    );
  return {
    id: textOf(id, at("id"), "id"),
    line,
    kind,
    ...(paths === undefined ? {} : { paths: readPaths(paths, at("paths")) }),
    ...(purls === undefined ? {} : { purls: readPackages(purls, at("purls")) }),
    ...(expiry === undefined ? {} : { expires: readExpiry(expiry, at("expired_at")) }),
    ...(statement === undefined || statement === null
      ? {}
      : { statement: textOf(statement, at("statement"), "statement") }),
  };
}

function readPaths(value: unknown, line: number): readonly string[] {
  return texts(value, line, "paths").map((pattern) => {
    if (pattern.length > MAX_PATTERN_CHARACTERS)
      throw new ReportError(`line ${line}: a path has more than ${MAX_PATTERN_CHARACTERS} characters`);
    try {
      compileGlob(pattern);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ReportError(`line ${line}: the path ${quoted(pattern)} ${error.message}`, { cause: error });
    }
    return pattern;
  });
}

function readPackages(value: unknown, line: number): readonly string[] {
  return texts(value, line, "purls").map((purl) => {
    try {
      parsePackageUrl(purl);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      throw new ReportError(`line ${line}: ${error.message}`, { cause: error });
    }
    return purl;
  });
}

/** A list with nothing in it limits nothing in Trivy, and everything in the eyes of whoever wrote it. */
function texts(value: unknown, line: number, name: string): readonly string[] {
  const list = listOf(value, line, `\`${name}\``);
  if (list.length === 0) throw new ReportError(`line ${line}: \`${name}\` is an empty list; leave it out`);
  return list.map((each) => textOf(each, line, name));
}

/** A day, or a moment as RFC 3339 has it. */
function readExpiry(value: unknown, line: number): string {
  const text = typeof value === "string" ? value : String(value);
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)))?$/.exec(text) ?? [];
  if (day === undefined || !isDate(day) || Number.isNaN(Date.parse(text)))
    throw new ReportError(`line ${line}: \`expired_at\` is ${quoted(text)}, which is not a date such as 2027-01-31`);
  if (clock === undefined) return day;
  const moment = new Date(text).toISOString();
  return moment.endsWith("T00:00:00.000Z") ? moment.slice(0, day.length) : moment;
}

function textOf(value: unknown, line: number, name: string): string {
  // An id of digits alone is a number to YAML, and is shown as it was written.
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new ReportError(`line ${line}: \`${name}\` is ${kindOf(value)}, and text is needed`);
}

function mapOf(value: unknown, line: number, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ReportError(`line ${line}: ${what} is ${kindOf(value)}, and a map is needed, such as \`id: CVE-2026-1\``);
}

function listOf(value: unknown, line: number, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ReportError(`line ${line}: ${what} is ${kindOf(value)}, and a list is needed: begin each item with \`- \``);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : quoted(String(value));
}

function unknownKey(line: number, name: string, known: readonly string[]): ReportError {
  const meant = nearest(name, known);
  const advice = meant === undefined ? `known are ${known.join(", ")}` : `did you mean \`${meant}\`?`;
  return new ReportError(`line ${line}: the key ${quoted(name)} is not known; ${advice}`);
}

function lineOf(document: YamlDocument, container: object, key: string | number): number {
  return document.lineOf(container, key) ?? 1;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
