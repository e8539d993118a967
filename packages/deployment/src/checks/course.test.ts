import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleAnswer, exampleCheck, exampleFailure } from "../../testing/outcomes.ts";
import type { Check } from "./check.ts";
import { Course, isHeld, MAX_RETRY_AFTER, NAME_PATIENCE } from "./course.ts";
import type { Outcome } from "./outcome.ts";

const RULES = { version: undefined, started: Date.parse("2026-11-28T12:00:00Z"), deadline: 60_000, interval: 1000 };
const GOOD = exampleAnswer();
const BAD = exampleAnswer({ status: 500 });

/** Asks for as long as the course wants; each answer takes 100 ms. */
function run(checks: readonly Check[], answers: (round: number, at: number) => readonly Outcome[], rules = {}) {
  const course = new Course(checks, { ...RULES, ...rules });
  for (let at = course.next, round = 0; at !== undefined; at = course.next, round++) {
    const observations = answers(round, at).map((outcome, check) => ({ check, address: undefined, outcome }));
    course.add({ at, end: at + 100, observations });
  }
  return { end: course.end, times: course.rounds.map(({ at }) => at) };
}

const ONE = [exampleCheck()];
const row = (signs: string) => (round: number) => [signs[Math.min(round, signs.length - 1)] === "1" ? GOOD : BAD];

describe("one check", () => {
  test("three passes in a row, a pause between their beginnings", () => {
    expect(run(ONE, row("1"))).toEqual({ end: "held", times: [0, 1000, 2000] });
  });

  test("a lucky first answer is not enough", () => {
    expect(run(ONE, row("1101110")).times).toHaveLength(6);
    expect(run(ONE, row("1101110")).end).toBe("held");
  });

  test("a flapping one never holds", () => {
    expect(run(ONE, (round) => [round % 2 === 0 ? GOOD : BAD]).end).toBe("deadline");
  });

  test("pauses grow while it fails, to five intervals, and end where it passes", () => {
    expect(run(ONE, row("000000111")).times).toEqual([0, 1500, 3750, 7125, 12125, 17125, 22125, 23125, 24125]);
  });

  test("no round begins at the deadline or later", () => {
    expect(run(ONE, row("1"), { deadline: 2000 })).toEqual({ end: "deadline", times: [0, 1000] });
    expect(run(ONE, row("1"), { deadline: 2001 }).end).toBe("held");
  });

  test("a round that takes longer than the pause is followed at once", () => {
    const course = new Course(ONE, RULES);
    course.add({ at: 0, end: 4000, observations: [{ check: 0, address: undefined, outcome: GOOD }] });
    expect(course.next).toBe(4000);
  });

  test("nothing asked is no pass", () => {
    expect(run(ONE, () => [], { deadline: 5000 }).end).toBe("deadline");
  });
});

describe("several checks", () => {
  const two = [exampleCheck(), exampleCheck({ name: "api", passes: 1 })];
  test("hold together, not one after the other", () => {
    // The second is good only while the first is not.
    expect(run(two, (round) => (round < 3 ? [BAD, GOOD] : [GOOD, BAD])).end).toBe("deadline");
    expect(run(two, (round) => [GOOD, round < 4 ? BAD : GOOD]).times).toHaveLength(5);
  });

  test("nobody waits for an optional one", () => {
    expect(run([exampleCheck(), exampleCheck({ optional: true })], () => [GOOD, BAD]).times).toEqual([0, 1000, 2000]);
  });

  test("but nothing holds where all are optional", () => {
    expect(run([exampleCheck({ optional: true })], () => [GOOD], { deadline: 3000 }).end).toBe("deadline");
  });

  test("every address counts: one old replica behind a name is enough", () => {
    const course = new Course(ONE, RULES);
    const observations = [GOOD, BAD].map((outcome, at) => ({ check: 0, address: `192.0.2.${at}`, outcome }));
    for (let round = 0; round < 5; round++) course.add({ at: round * 1000, end: round * 1000 + 10, observations });
    expect(isHeld(ONE, course.rounds)).toBe(false);
  });
});

describe("what no waiting mends ends it", () => {
  test.each<[string, Outcome, string, number]>([
    ["a wrong certificate", exampleFailure("certificate", "tls"), "hopeless", 1],
    ["a name that stays unknown", exampleFailure("name", "lookup"), "hopeless", 15],
    ["a refused connection", exampleFailure("refused"), "deadline", 26],
  ])("%s", (_, outcome, end, rounds) => {
    const ended = run(ONE, () => [outcome], { deadline: 120_000 });
    expect([ended.end, ended.times.length]).toEqual([end, rounds]);
    if (outcome.kind === "failure" && outcome.failure === "name")
      expect(ended.times.at(-1)! + 100).toBeGreaterThanOrEqual(NAME_PATIENCE);
  });

  test("but not for an optional check", () => {
    const checks = [exampleCheck(), exampleCheck({ optional: true })];
    expect(run(checks, () => [GOOD, exampleFailure("certificate", "tls")]).end).toBe("held");
  });
});

test.each<[string, number]>([
  ["7", 7100],
  ["999999999", 100 + (60_000 - 100) / 4],
  ["Sat, 28 Nov 2026 12:00:10 GMT", 10_000],
  ["Sat, 28 Nov 2020 12:00:10 GMT", 1500],
  ["-1", 1500],
  ["soon", 1500],
])("retry-after: %s", (value, next) => {
  const course = new Course(ONE, RULES);
  const outcome = exampleAnswer({ status: 503, headers: { "retry-after": value } });
  course.add({ at: 0, end: 100, observations: [{ check: 0, address: undefined, outcome }] });
  expect(course.next).toBe(next);
});

test("a service that asks to be left alone for longer than there is time is asked again", () => {
  const busy = exampleAnswer({ status: 429, headers: { "retry-after": "3600" } });
  const { end, times } = run(ONE, (round) => [round < 3 ? busy : GOOD], { deadline: 20_000 });
  expect([end, times.length]).toEqual(["held", 6]);
  const long = run(ONE, () => [busy], { deadline: 3_600_000 }).times;
  expect(Math.max(...long.slice(1).map((at, index) => at - long[index]!))).toBe(MAX_RETRY_AFTER + 100);
});

test("a name that was known before is asked again after a minute", () => {
  const lost = exampleFailure("name", "lookup");
  const { end } = run(ONE, (_, at) => [at < 1000 || at > 80_000 ? GOOD : lost], { deadline: 120_000 });
  expect(end).toBe("held");
});

test("whatever comes: it ends, never at a pass that is not there, and never later than the deadline", () => {
  const outcomes = fc.constantFrom(GOOD, BAD, exampleFailure("refused"), exampleFailure("name", "lookup"));
  const checks = fc.array(fc.record({ passes: fc.integer({ min: 1, max: 4 }), optional: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(checks, fc.infiniteStream(outcomes), (some, stream) => {
      const list = some.map((one) => exampleCheck(one));
      const seen: boolean[][] = [];
      const { end, times } = run(list, () => {
        const round = list.map(() => stream.next().value as Outcome);
        seen.push(round.map((outcome) => outcome === GOOD));
        return round;
      });
      expect(times.every((at, index) => at < RULES.deadline && (index === 0 || at > times[index - 1]!))).toBe(true);
      const required = list.flatMap((check, at) => (check.optional ? [] : [{ at, passes: check.passes }]));
      const holds =
        required.length > 0 &&
        required.every(({ at, passes }) => seen.length >= passes && seen.slice(-passes).every((round) => round[at]));
      expect(end === "held").toBe(holds);
    }),
  );
});
