import { judgeRound } from "@jessy-actions/deployment/checks/judge-round";
import type { Outcome } from "@jessy-actions/deployment/checks/outcome";
import { expect, test } from "vitest";
import { exampleAnswer, exampleCheck, exampleFailure } from "../../../../packages/deployment/testing/outcomes.ts";
import { roundLine } from "./round-line.ts";

const GOOD = exampleAnswer();
const DOWN = exampleAnswer({ status: 503 });

test.each<[string, Outcome[], string]>([
  ["all pass", [GOOD, GOOD], "  4.2 s  all 2 pass"],
  ["none was asked", [], "  4.2 s  nothing was asked"],
  ["one fails", [GOOD, DOWN], "  4.2 s  1 of 2 pass; b on 192.0.2.1:443: the status is 503, not 200 to 299"],
  ["no contact", [exampleFailure("name")], "  4.2 s  0 of 1 pass; a on 192.0.2.1:443: name of 192.0.2.1:443"],
])("%s", (_, outcomes, line) => {
  const checks = ["a", "b"].map((name) => exampleCheck({ name }));
  const observations = outcomes.map((outcome, check) => ({ check, address: undefined, outcome }));
  const round = judgeRound(checks, { at: 4000, end: 4200, observations }, { version: undefined, now: 0 });
  expect(roundLine(checks, round)).toBe(line);
});

test("many failures are counted", () => {
  const checks = Array.from({ length: 5 }, (_, at) => exampleCheck({ name: `c${at}` }));
  const observations = checks.map((_, check) => ({ check, address: undefined, outcome: DOWN }));
  const round = judgeRound(checks, { at: 0, end: 100, observations }, { version: undefined, now: 0 });
  expect(roundLine(checks, round)).toMatch(/^ {2}0\.1 s {2}0 of 5 pass; c0 .*; and 2 more$/);
});
