import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { SEVERITIES, type Severity } from "../findings/severity.ts";
import { levelOf, securitySeverity } from "./security-severity.ts";

/** As GitHub's documents say. */
function shownByGitHub(score: string): Severity | "none" {
  const number = Number(score);
  if (number > 9) return "critical";
  if (number >= 7 && number <= 8.9) return "high";
  if (number >= 4 && number <= 6.9) return "medium";
  return number >= 0.1 && number <= 3.9 ? "low" : "none";
}

test.each<[Severity, number | undefined, string | undefined]>([
  ["critical", 9.8, "9.8"],
  ["critical", 10, "10.0"],
  ["critical", 9, "9.1"],
  ["critical", undefined, "9.5"],
  ["high", 7, "7.0"],
  ["high", 8.95, "8.9"],
  ["high", 9.8, "8.9"],
  ["medium", 6.94, "6.9"],
  ["medium", 6.96, "6.9"],
  ["low", 9.8, "3.9"],
  ["low", 0, "0.1"],
  ["low", undefined, "2.0"],
  ["unknown", 9.8, undefined],
])("%s with %s is given as %s", (severity, score, given) => {
  expect(securitySeverity(severity, score)).toBe(given);
});

test("whatever the score, GitHub shows the severity that the gate has", () => {
  const severities = fc.constantFrom(...SEVERITIES.filter((one) => one !== "unknown"));
  fc.assert(
    fc.property(severities, fc.option(fc.double({ noNaN: true }), { nil: undefined }), (severity, score) => {
      expect(shownByGitHub(securitySeverity(severity, score)!)).toBe(severity);
    }),
    runs(1000),
  );
});

test("levels", () => {
  expect(SEVERITIES.map(levelOf)).toEqual(["error", "error", "warning", "note", "warning"]);
});
