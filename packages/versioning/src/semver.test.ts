import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareVersions,
  formatVersion,
  isPrerelease,
  MAX_VERSION_CHARACTERS,
  parseVersion,
  type Version,
  versionProblem,
} from "./semver.ts";

/** The lists behind the regular expression that semver.org suggests (https://regex101.com/r/vkijKf/1/). */
const VALID =
  `0.0.4 1.2.3 10.20.30 1.1.2-prerelease+meta 1.1.2+meta 1.1.2+meta-valid 1.0.0-alpha 1.0.0-beta 1.0.0-alpha.beta
1.0.0-alpha.beta.1 1.0.0-alpha.1 1.0.0-alpha0.valid 1.0.0-alpha.0valid
1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay 1.0.0-rc.1+build.1 2.0.0-rc.1+build.123 1.2.3-beta 10.2.3-DEV-SNAPSHOT
1.2.3-SNAPSHOT-123 1.0.0 2.0.0 1.1.7 2.0.0+build.1848 2.0.1-alpha.1227 1.0.0-alpha+beta 1.2.3----RC-SNAPSHOT.12.9.1--.12+788
1.2.3----R-S.12.9.1--.12+meta 1.2.3----RC-SNAPSHOT.12.9.1--.12 1.0.0+0.build.1-rc.10000aaa-kk-0.1 1.0.0-0A.is.legal`.split(
    /\s+/,
  );

const INVALID =
  `1 1.2 1.2.3-0123 1.2.3-0123.0123 1.1.2+.123 +invalid -invalid -invalid+invalid -invalid.01 alpha alpha.beta
alpha.beta.1 alpha.1 alpha+beta alpha_beta alpha. alpha.. beta 1.0.0-alpha_beta -alpha. 1.0.0-alpha.. 1.0.0-alpha..1
1.0.0-alpha...1 1.0.0-alpha....1 01.1.1 1.01.1 1.1.01 1.2.3.DEV 1.2-SNAPSHOT 1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788
1.2-RC-SNAPSHOT -1.0.3-gamma+b7718 +justmeta 9.8.7+meta+meta 9.8.7-whatever+meta+meta`.split(/\s+/);

test.each(VALID)("%s is SemVer", (text) => {
  expect(formatVersion(parseVersion(text)!)).toBe(text);
  expect(versionProblem(text)).toBeUndefined();
});

test.each(INVALID)("%s is none", (text) => {
  expect(parseVersion(text)).toBeUndefined();
  expect(versionProblem(text)).toMatch(/^(?:has|is|does) /);
});

test.each([
  ["", "is empty"],
  ["v1.2.3", 'has "v1" for a major number'],
  [" 1.2.3", 'has " 1" for a major number'],
  ["1.2.3\n", 'has "3\\n" for a patch number'],
  ["1.2", "has no patch number"],
  ["1", "has no minor number"],
  ["1.2.", "has an empty patch number"],
  [".2.3", "does not begin with a number"],
  ["1.2.3.4", "has 4 numbers where SemVer has three"],
  ["1.02.3", 'has a leading zero in its minor number "02"'],
  ["1.2.3-", "has an empty part in its prerelease"],
  ["1.2.3-rc.01", 'has a leading zero in its prerelease number "01"'],
  ["1.2.3+", "has an empty part in its build metadata"],
  ["1.2.3-\u00e4", 'has "\u00e4" in its prerelease, where only letters, digits and hyphens of ASCII may stand'],
  ["\u0661.2.3", 'has "\u0661" for a major number'],
  // The specification has no limit, but a comparison of doubles would not be exact.
  ["9007199254740992.0.0", "has a major number above 9007199254740991"],
])("%j %s", (text, problem) => {
  expect(versionProblem(text)).toBe(problem);
});

test("256 characters are fine, 257 are not", () => {
  const text = `1.2.3-${"a".repeat(MAX_VERSION_CHARACTERS - 6)}`;
  expect(parseVersion(text.slice(1).padStart(255, "1"))).toBeUndefined();
  expect([text.slice(0, -1), text, `${text}a`].map((each) => parseVersion(each) !== undefined)).toEqual([
    true,
    true,
    false,
  ]);
});

test("the specification's order", () => {
  const ordered = [
    ..."0.9.9 1.0.0-0 1.0.0-2 1.0.0-10 1.0.0-99999999999999999999 1.0.0--1 1.0.0-alpha 1.0.0-alpha.1".split(" "),
    ..."1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.9 1.0.10 1.1.0 2.0.0-rc.1".split(
      " ",
    ),
    ..."2.0.0 2.1.0 2.1.1 10.0.0".split(" "),
  ].map((text) => parseVersion(text)!);
  for (const [at, a] of ordered.entries())
    for (const [other, b] of ordered.entries())
      expect([formatVersion(a), formatVersion(b), Math.sign(compareVersions(a, b))]).toEqual([
        formatVersion(a),
        formatVersion(b),
        Math.sign(at - other),
      ]);
});

const identifier = fc.stringMatching(/^(?:0|[1-9][0-9]{0,20}|[0-9]{0,3}[a-zA-Z-][0-9a-zA-Z-]{0,5})$/);
const version: fc.Arbitrary<Version> = fc.record({
  major: fc.nat(12),
  minor: fc.nat(12),
  patch: fc.maxSafeNat(),
  prerelease: fc.array(identifier, { maxLength: 3 }),
  build: fc.array(fc.stringMatching(/^[0-9A-Za-z-]{1,5}$/), { maxLength: 3 }),
});

test("what is written is read as the same", () => {
  fc.assert(
    fc.property(version, (each) => {
      expect(parseVersion(formatVersion(each))).toEqual(each);
      expect(isPrerelease(each)).toBe(formatVersion({ ...each, build: [] }).includes("-"));
    }),
  );
});

test("precedence is an order, and blind to build metadata", () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)));
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c) <= 0).toBe(true);
      expect(compareVersions(a, { ...a, build: b.build })).toBe(0);
    }),
  );
});

test("any text is a version or has a problem", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9.+a-z -]{0,20}$/)), (text) => {
      expect(parseVersion(text) === undefined).toBe(versionProblem(text) !== undefined);
    }),
  );
  expect(versionProblem("1.".repeat(500_000))).toBe("has more than 256 characters");
});
