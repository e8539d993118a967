import { readFileSync } from "node:fs";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesRequirement, parseCargoRequirement } from "./cargo-requirement.ts";
import { parseCargoVersion } from "./cargo-version.ts";
import { isInRange, rangeOf } from "./version-ranges.ts";

/**
 * Random requirements and versions, and what the crates say: `semver` 1.0.28 of a requirement, `rustsec` 0.34.1 of
 * whether an advisory with these ranges affects the version. `bad` is a text that the crate does not take.
 */
const RECORDED: readonly Recorded[] = JSON.parse(
  readFileSync(new URL("../../testing/cargo-requirements.json", import.meta.url), "utf8"),
);

type Answer = boolean | "bad-req" | "bad-version" | "bad";

interface Recorded {
  readonly requirement?: string;
  readonly patched?: readonly string[];
  readonly unaffected?: readonly string[];
  readonly version: string;
  readonly answer: Answer;
}

function read(text: string) {
  try {
    return parseCargoRequirement(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ReportError);
    return undefined;
  }
}

function matches(text: string, versionText: string): Answer {
  const requirement = read(text);
  if (requirement === undefined) return "bad-req";
  const version = parseCargoVersion(versionText);
  return version === undefined ? "bad-version" : matchesRequirement(requirement, version);
}

function affects(texts: readonly string[], versionText: string): Answer {
  const requirements = texts.map(read);
  const version = parseCargoVersion(versionText);
  if (version === undefined || requirements.includes(undefined)) return "bad";
  return !requirements.some((requirement) => isInRange(rangeOf(requirement!), version));
}

describe("as the crates have it", () => {
  test("requirements", () => {
    const recorded = RECORDED.filter(({ requirement }) => requirement !== undefined);
    expect(recorded.length).toBeGreaterThan(300);
    for (const each of recorded) {
      expect({ ...each, answer: matches(each.requirement!, each.version) }).toEqual(each);
    }
  });

  test("ranges of advisories", () => {
    const recorded = RECORDED.filter(({ patched }) => patched !== undefined);
    expect(recorded.length).toBeGreaterThan(200);
    for (const each of recorded) {
      expect({ ...each, answer: affects([...each.patched!, ...each.unaffected!], each.version) }).toEqual(each);
    }
  });
});

describe("a prerelease", () => {
  test.each<[string, string, boolean, boolean]>([
    // requirement, version, Cargo would pick it, an advisory's range has it
    [">= 1.2.3", "2.0.0-rc.1", false, true],
    [">= 1.2.3", "1.2.3-rc.1", false, false],
    [">= 1.2.3-rc.1", "1.2.3-rc.2", true, true],
    [">= 1.2.3-rc.1", "1.2.4-rc.1", false, true],
    ["< 2.0.0", "2.0.0-rc.1", false, true],
    ["^1.2.3", "2.0.0-0", false, false],
    ["~1.2", "1.3.0-alpha", false, false],
    ["*", "1.0.0-alpha", false, true],
  ])("%s, %s", (requirement, version, picked, inRange) => {
    expect(matches(requirement, version)).toBe(picked);
    expect(affects([requirement], version)).toBe(!inRange);
  });
});

describe("numbers that are left out", () => {
  test.each<[string, string, boolean, boolean]>([
    ["> 1", "1.5.0", false, true],
    ["<= 1", "1.5.0", true, false],
    ["= 1.0", "1.0.5", true, false],
    ["1.*", "1.9.0", true, true],
    ["1", "1.9.0", true, true],
    ["0", "0.9.0", true, true],
    ["0.0", "0.0.9", true, true],
  ])("%s, %s", (requirement, version, picked, inRange) => {
    expect(matches(requirement, version)).toBe(picked);
    expect(affects([requirement], version)).toBe(!inRange);
  });
});

test.each([
  "",
  " ",
  ",",
  "1,",
  "1 2",
  "^",
  "1.*.2",
  "=*",
  "*, 1",
  "v1",
  "1.2.3-",
  "01",
  "1;rm",
  `1${" ".repeat(2000)}`,
])("%j is not a requirement", (text) => {
  expect(() => parseCargoRequirement(text)).toThrow("which is not a version requirement of Cargo");
});

test.each([31, 32, 33])("%i comparators", (count) => {
  const text = Array.from({ length: count }, () => ">=1").join(",");
  if (count > 32) expect(() => parseCargoRequirement(text)).toThrow(ReportError);
  else expect(parseCargoRequirement(text)).toHaveLength(count);
});

test("three bounds are one range", () => {
  expect(affects([">=1.0.0, >=1.2.0, <1.4.0"], "1.1.0")).toBe(true);
  expect(affects([">=1.2.0, <=1.4.0, <1.4.0"], "1.4.0")).toBe(true);
  expect(affects([">=1.2.0, >1.2.0, <2.0.0"], "1.2.0")).toBe(true);
  expect(affects([">=2.0.0, <1.0.0"], "1.5.0")).toBe(true);
});

test("any text is a requirement or a named error", () => {
  const piece = fc.constantFrom(
    "1",
    ".",
    "*",
    "x",
    "-",
    "+",
    "a",
    ",",
    " ",
    ">",
    "<",
    "=",
    "~",
    "^",
    "0",
    "\n",
    "\u00e9",
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => void read(pieces.join(""))));
  fc.assert(fc.property(fc.string(), (text) => void read(text)));
});
