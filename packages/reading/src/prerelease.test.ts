import { expect, test } from "vitest";
import { comparePrereleases, identifierProblem, prereleaseProblem } from "./prerelease.ts";

/** The example of SemVer 2.0.0, 11, and numbers that a double cannot tell apart. */
const ORDERED = [
  "0",
  "2",
  "11",
  "18446744073709551615",
  "18446744073709551616",
  "-",
  "alpha",
  "alpha.1",
  "alpha.beta",
  "beta",
  "beta.2",
  "beta.11",
  "rc.1",
];

test("in the order of SemVer, and a stable version after all of them", () => {
  const all = [...ORDERED.map((each) => each.split(".")), []];
  for (const [at, lower] of all.entries()) {
    expect(comparePrereleases(lower, lower)).toBe(0);
    for (const higher of all.slice(at + 1)) {
      expect(comparePrereleases(lower, higher)).toBeLessThan(0);
      expect(comparePrereleases(higher, lower)).toBeGreaterThan(0);
    }
  }
});

test.each<[string[], string | undefined]>([
  [["rc", "1"], undefined],
  [["0"], undefined],
  [["01"], 'has a leading zero in its prerelease number "01"'],
  [["a", ""], "has an empty part in its prerelease"],
  [["\u00e4"], 'has "\u00e4" in its prerelease, where only letters, digits and hyphens of ASCII may stand'],
])("%j", (identifiers, problem) => {
  expect(prereleaseProblem(identifiers)).toBe(problem);
});

test("build metadata may have leading zeros", () => {
  expect(identifierProblem(["01"], "build metadata")).toBeUndefined();
});
