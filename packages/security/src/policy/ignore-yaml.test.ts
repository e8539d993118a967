import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExpired, MAX_IGNORE_ENTRIES, readIgnoreFile } from "./ignore-file.ts";
import { readIgnoreYaml } from "./ignore-yaml.ts";

const EVERYTHING = `
# What we live with.
vulnerabilities:
  - id: CVE-2026-1
    paths: ["services/**", Cargo.lock]
    purls:
      - pkg:cargo/deep@1.0.0
    expired_at: 2026-12-01
    statement: not reachable
  - id: 123
misconfigurations:
  - {id: AVD-DS-0002}
secrets:
licenses:
  - id: GPL-3.0-only
    expired_at: "2026-12-01T00:00:00Z"
`;

test("every section and field", () => {
  const entries = [
    {
      id: "CVE-2026-1",
      line: 4,
      kind: "vulnerability",
      paths: ["services/**", "Cargo.lock"],
      purls: ["pkg:cargo/deep@1.0.0"],
      expires: "2026-12-01",
      statement: "not reachable",
    },
    { id: "123", line: 10, kind: "vulnerability" },
    { id: "AVD-DS-0002", line: 12, kind: "misconfiguration" },
    { id: "GPL-3.0-only", line: 15, kind: "license", expires: "2026-12-01" },
  ];
  expect(readIgnoreYaml(EVERYTHING)).toEqual(entries);
  expect(readIgnoreYaml(`\ufeff${EVERYTHING.replaceAll("\n", "\r\n")}`)).toEqual(entries);
});

test.each(["", "\n", "# nothing\n", "vulnerabilities:\n", "vulnerabilities: []\nsecrets: []\n"])(
  "%j is empty",
  (text) => {
    expect(readIgnoreYaml(text)).toEqual([]);
  },
);

const entry = (rest: string) => `vulnerabilities:\n  - id: CVE-1\n    ${rest}\n`;

test.each<[string, string, string]>([
  ["a plain file", "CVE-2026-1\n", 'line 1: the file is "CVE-2026-1", and a map is needed'],
  ["a list of ids", "- CVE-2026-1\n", "line 1: the file is a list, and a map is needed"],
  [
    "a section that is not known",
    "secrets: []\nvulnerabilites: []\n",
    'line 2: the key "vulnerabilites" is not known; did you mean `vulnerabilities`?',
  ],
  ["a section like nothing else", "ignore: []\n", "known are vulnerabilities, misconfigurations, secrets, licenses"],
  ["a section of a prototype", "toString: []\n", 'the key "toString" is not known'],
  ["a section that is a map", "secrets: {id: a}\n", "line 1: `secrets` is a map, and a list is needed"],
  ["a section of texts", "secrets:\n  - a\n", 'line 2: an entry is "a", and a map is needed'],
  ["an entry that is empty", "secrets:\n  -\n", "an entry is empty"],
  ["no id", "secrets:\n  - paths: [a]\n", "line 2: an entry has no `id`"],
  ["an empty id", "secrets:\n  - id: ''\n", "line 2: an entry has no `id`"],
  ["an id of spaces", "secrets:\n  - id: ' '\n", 'line 2: `id` is " ", and text is needed'],
  ["a list as an id", "secrets:\n  - id: [a]\n", "line 2: `id` is a list, and text is needed"],
  ["a key that is not known", entry("path: [a]"), 'line 3: the key "path" is not known; did you mean `paths`?'],
  [
    "a key of another tool",
    entry("expires: 2026-12-01"),
    'line 3: the key "expires" is not known; known are id, paths, purls, expired_at, statement',
  ],
  ["a merge key", `x: &x {id: a}\n`, 'the key "x" is not known'],
  ["paths that are a text", entry("paths: a/**"), 'line 3: `paths` is "a/**", and a list is needed'],
  ["paths that are empty", entry("paths: []"), "line 3: `paths` is an empty list; leave it out"],
  ["paths without a value", entry("paths:"), "line 3: `paths` is empty, and a list is needed"],
  ["a path that is a map", entry("paths: [{a: b}]"), "line 3: `paths` is a map, and text is needed"],
  ["a path that is no glob", entry("paths: ['[a']"), 'line 3: the path "[a" has `[` without `]`'],
  ["a path without end", entry(`paths: [${"a".repeat(1001)}]`), "line 3: a path has more than 1000 characters"],
  ["a purl of a secret", "secrets:\n  - id: a\n    purls: [pkg:a/b]\n", "line 3: `purls` is for vulnerabilities only"],
  ["a purl without its scheme", entry("purls: [cargo/deep]"), 'line 3: "cargo/deep" does not begin with `pkg:`'],
  ["a purl without a package", entry("purls: ['pkg:cargo/']"), "has no package: write pkg:TYPE/NAME"],
  ["a purl with a stray %", entry("purls: ['pkg:cargo/a%2']"), "has a `%` that is not followed by"],
  [
    "a day that does not exist",
    entry("expired_at: 2026-02-30"),
    'line 3: `expired_at` is "2026-02-30", which is not a date',
  ],
  ["a date of another form", entry("expired_at: 01/12/2026"), "which is not a date such as 2027-01-31"],
  ["a year", entry("expired_at: 2026"), '`expired_at` is "2026", which is not a date'],
  ["no date", entry("expired_at:"), '`expired_at` is "null", which is not a date'],
  ["an hour that does not exist", entry('expired_at: "2026-12-01T25:00:00Z"'), "which is not a date"],
  ["a moment of nowhere", entry('expired_at: "2026-12-01T10:00:00"'), "which is not a date"],
  ["a statement that is a list", entry("statement: [a]"), "line 3: `statement` is a list, and text is needed"],
  ["a key twice", entry("id: CVE-2"), 'line 3: is not valid YAML: it has the key "id" twice'],
  ["text that is not YAML", "vulnerabilities: {\n", "line 2: is not valid YAML"],
  ["two documents", "secrets: []\n---\nsecrets: []\n", "is not valid YAML"],
  [
    "lists of aliases",
    `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${"*a,".repeat(200)}]\nc: &c [${"*b,".repeat(200)}]\nd: [*c]\n`,
    "has more than 100000 values",
  ],
])("%s", (_, text, message) => {
  expect(() => readIgnoreYaml(text)).toThrow(ReportError);
  expect(() => readIgnoreYaml(text)).toThrow(message);
});

test.each<[string, string]>([
  ["2026-12-01", "2026-12-01"],
  ["2026-12-01T00:00:00Z", "2026-12-01"],
  ["2026-12-01T02:00:00+02:00", "2026-12-01"],
  ["2026-12-01T10:30:00Z", "2026-12-01T10:30:00.000Z"],
])("expired_at: %s", (text, expires) => {
  expect(readIgnoreYaml(entry(`expired_at: "${text}"`))[0]!.expires).toBe(expires);
  expect(readIgnoreYaml(entry(`expired_at: ${text}`))[0]!.expires).toBe(expires);
});

describe("an entry counts until the day of its end begins in UTC", () => {
  test.each<[string, string, boolean]>([
    ["tomorrow", "2026-11-29", false],
    ["today", "2026-11-28", true],
    ["yesterday", "2026-11-27", true],
  ])("%s", (_, day, isOver) => {
    const now = Date.parse("2026-11-28T12:00:00Z");
    for (const each of [...readIgnoreYaml(entry(`expired_at: ${day}`)), ...readIgnoreFile(`CVE-1 exp:${day}`)])
      expect(isExpired(each, now)).toBe(isOver);
    const [midnight] = readIgnoreFile(`CVE-1 exp:2026-11-28`);
    expect(isExpired(midnight!, Date.parse("2026-11-27T23:59:59.999Z"))).toBe(false);
    expect(isExpired(midnight!, Date.parse("2026-11-28T00:00:00Z"))).toBe(true);
  });
});

test.each<[string, string]>([
  ["CVE-1 CVE-2", 'line 1: "CVE-2" is not `exp:` and a date; write one id a line'],
  ["\nCVE-1 exp:2027-01-31 because", 'line 2: "because" is not `exp:` and a date'],
  ["CVE-1 expires:2027-01-31", '"expires:2027-01-31" is not `exp:`'],
  ["CVE-1 exp: 2027-01-31", 'line 1: "" is not a date'],
])("the plain form does not pass over %j", (text, message) => {
  expect(() => readIgnoreFile(text)).toThrow(message);
});

test.each<[number, boolean]>([
  [MAX_IGNORE_ENTRIES - 1, true],
  [MAX_IGNORE_ENTRIES, true],
  [MAX_IGNORE_ENTRIES + 1, false],
])("%d entries", (count, isRead) => {
  const plain = () => readIgnoreFile("C\n".repeat(count));
  if (isRead) expect(plain()).toHaveLength(count);
  else expect(plain).toThrow(`has more than ${MAX_IGNORE_ENTRIES} entries`);
});

test("any text is entries, or a ReportError", () => {
  const line = fc.constantFrom(
    "vulnerabilities:",
    "secrets:",
    "  - id: a",
    "    paths: [b]",
    "  - &x {id: c}",
    "  - *x",
    "  -",
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(line).map((lines) => lines.join("\n")),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      for (const read of [readIgnoreYaml, readIgnoreFile]) {
        try {
          for (const { id, line } of read(text)) expect(id !== "" && line > 0).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
        }
      }
    }),
  );
});
