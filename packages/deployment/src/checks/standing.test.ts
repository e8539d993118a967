import { expect, test } from "vitest";
import { exampleAnswer, exampleCheck } from "../../testing/outcomes.ts";
import { judgeRound } from "./judge-round.ts";
import type { JudgedRound } from "./round.ts";
import { standings } from "./standing.ts";

const CONTEXT = { version: undefined, now: 0 };

test("an address that fails ends the row of its check, and no other's", () => {
  const checks = [exampleCheck({ passes: 1 }), exampleCheck({ passes: 2 })];
  const round = (at: number, ...statuses: readonly [check: number, status: number][]): JudgedRound => {
    const observations = statuses.map(([check, status]) => ({
      check,
      address: undefined,
      outcome: exampleAnswer({ status }),
    }));
    return judgeRound(checks, { at, end: at + 1, observations }, CONTEXT);
  };
  const rounds = [
    round(0, [0, 200], [1, 200]),
    round(10, [0, 200], [0, 500], [1, 200]),
    round(20, [0, 500], [0, 200], [1, 200]),
    round(30, [1, 200]),
  ];
  expect(standings(checks, rounds.slice(0, 1))).toEqual([
    { passed: 1, isHeld: true, since: 1 },
    { passed: 1, isHeld: false, since: 1 },
  ]);
  for (const count of [2, 3, 4])
    expect(standings(checks, rounds.slice(0, count))).toEqual([
      { passed: 0, isHeld: false, since: undefined },
      { passed: count, isHeld: true, since: 1 },
    ]);
});

test("an hour of a hundred checks on ten addresses is looked at after each round", () => {
  const checks = Array.from({ length: 100 }, () => exampleCheck());
  const good = exampleAnswer();
  const bad = exampleAnswer({ status: 500 });
  const observations = checks.flatMap((_, check) =>
    Array.from({ length: 10 }, () => ({ check, address: undefined, outcome: check === 0 ? bad : good })),
  );
  const { observations: judged } = judgeRound(checks, { at: 0, end: 0, observations }, CONTEXT);
  let reads = 0;
  const rounds: JudgedRound[] = [];
  for (let at = 0; at < 300; at++) {
    rounds.push({
      at,
      end: at,
      get observations() {
        reads++;
        return judged;
      },
    });
    expect(standings(checks, rounds)[1]?.passed).toBe(at + 1);
  }
  expect(reads).toBe(600);
});
