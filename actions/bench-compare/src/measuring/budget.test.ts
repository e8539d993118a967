import { expect, test } from "vitest";
import { type Plan, shortage, shortageAdvice } from "./budget.ts";

const plan = (changed: Partial<Plan> = {}): Plan => ({
  metrics: 20,
  alpha: 0.05,
  minRounds: 6,
  maxRounds: 10_000,
  pass: 10_000,
  arms: 2,
  left: 580_000,
  ...changed,
});

test.each<[name: string, changed: Partial<Plan>, rounds: number | undefined, needed?: number]>([
  ["a pass of ten seconds", {}, undefined],
  ["four rounds that just fit", { left: 160_000 }, undefined],
  ["four rounds that do not", { left: 159_999 }, 3, 4],
  ["the null control takes half as much again", { left: 160_000, arms: 3 }, 2, 4],
  // Criterion at its defaults: eight seconds a benchmark.
  ["cargo bench at its defaults", { pass: 160_000, left: 280_000 }, 0, 4],
  ["one benchmark needs two rounds", { metrics: 1, left: 80_000 }, undefined],
  // Of several metrics a part of alpha is for all of them together.
  ["one benchmark has all of alpha", { metrics: 1, alpha: 0.03, left: 80_000 }, undefined],
  ["two have not", { metrics: 2, alpha: 0.06, left: 80_000 }, 2, 3],
  ["a thousand need seven", { metrics: 1000, left: 240_000 }, 6, 7],
  ["a stricter alpha", { alpha: 0.001, left: 160_000 }, 4, 7],
  ["a limit of rounds", { metrics: 1000, maxRounds: 6 }, 6, 7],
  ["nothing to judge", { metrics: 0, left: 1 }, undefined],
])("%s", (_, changed, rounds, needed) => {
  const short = shortage(plan(changed));
  expect(short?.rounds).toBe(rounds);
  if (needed !== undefined) expect(short?.needed).toBe(needed);
});

test("with the longest pass it would be enough", () => {
  const short = shortage(plan({ pass: 160_000 }))!;
  expect(shortage(plan({ pass: short.longestPass }))).toBeUndefined();
  expect(shortage(plan({ pass: short.longestPass * 1.01 }))).toBeDefined();
});

test("the advice names what to change", () => {
  const advice = (changed: Partial<Plan>) => shortageAdvice(shortage(plan(changed))!, plan(changed));
  expect(advice({ pass: 160_000, left: 280_000 })).toBe(
    "0 rounds are too few to call a regression of any size in one of 20 metrics: it takes 4. A pass took 2.7 min: shorten it to 17.5 s, or let `max-minutes` be 48.",
  );
  expect(advice({ metrics: 1, left: 50_000 })).toBe(
    "1 round is too few to call a regression of any size in the only metric: it takes 2. A pass took 10.0 s: shorten it to 6.3 s, or let `max-minutes` be 2.",
  );
  expect(advice({ metrics: 1000, maxRounds: 6, left: 279_999 })).toMatch(/let `max-minutes` be 5\.$/);
  expect(advice({ metrics: 1000, maxRounds: 6, left: 280_000 })).toBe(
    "6 rounds are too few to call a regression of any size in one of 1000 metrics: it takes 7. Raise `max-rounds`.",
  );
});
