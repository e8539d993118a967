import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "./random.ts";
import { RankSumTest } from "./rank-sum.ts";
import { type Arm, environmentPadding, roundOrder } from "./schedule.ts";

const THREE: readonly Arm[] = ["base", "head", "twin"];

test("every arm twice", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<readonly Arm[]>(THREE, ["base", "head"]), (seed, arms) => {
      const order = roundOrder(arms, seededRandom(seed));
      expect(order.toSorted()).toEqual([...arms, ...arms].toSorted());
    }),
  );
});

test.each([
  [["base", "head"] as const, 6, 20.52],
  [THREE, 90, 136.98],
])("of %j each of the %d orders is as likely", (arms, kinds, quantile) => {
  const counts = new Map<string, number>();
  const random = seededRandom("orders");
  for (let round = 0; round < 18_000; round++) {
    const order = roundOrder(arms, random).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(kinds);
  const expected = 18_000 / kinds;
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // The 0.999 quantile of chi-square.
  expect(chi).toBeLessThan(quantile);
});

test("of three arms the base and the head split the slots that the control leaves in each of the six ways as often", () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 9_000; seed++) {
    const order = roundOrder(THREE, seededRandom(`commit ${seed}`)).filter((arm) => arm !== "twin");
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1500)).toBeLessThan(3.3 * Math.sqrt(1500));
});

test("within one run the orders change, and the same seed gives the same ones", () => {
  const orders = (seed: string) => {
    const random = seededRandom(seed);
    return Array.from({ length: 30 }, () => `${roundOrder(THREE, random).join()} ${environmentPadding(random)}`);
  };
  expect(orders("a")).toEqual(orders("a"));
  expect(orders("a")).not.toEqual(orders("b"));
  expect(new Set(orders("a").map((order) => order.split(" ")[0])).size).toBeGreaterThan(20);
});

test("the list that was given stays as it is", () => {
  const arms = [...THREE];
  roundOrder(arms, seededRandom("x"));
  expect(arms).toEqual(THREE);
});

test("paddings are from 0 up to 4 KiB, all over", () => {
  const random = seededRandom("padding");
  const paddings = Array.from({ length: 10_000 }, () => environmentPadding(random));
  expect(paddings.every((bytes) => Number.isInteger(bytes) && bytes >= 0 && bytes < 4096)).toBe(true);
  expect(new Set(paddings.map((bytes) => bytes % 16)).size).toBe(16);
  expect(new Set(paddings.map((bytes) => Math.floor(bytes / 256))).size).toBe(16);
});

/** Noise that comes back at the same places of a round, which a mirrored order gives to one side. */
describe("false alarms of the rank-sum test at a nominal 5 %", () => {
  const ROUNDS = 8;
  const TRIALS = 1500;
  const shuffled = (random: Random) => roundOrder(["base", "head"], random);
  const mirrored = (random: Random): readonly Arm[] =>
    random() < 0.5 ? ["base", "head", "head", "base"] : ["head", "base", "base", "head"];
  const uniform = (random: Random) => random() - 0.5;

  type Noise = (random: Random) => (slot: number) => number;
  const symmetric: Noise = (random) => {
    const inner = Array.from({ length: ROUNDS }, () => uniform(random));
    const outer = Array.from({ length: ROUNDS }, () => uniform(random));
    return (slot) => (slot % 4 === 0 || slot % 4 === 3 ? outer : inner)[slot >> 2]! + 0.01 * uniform(random);
  };
  const periodic =
    (period: number): Noise =>
    (random) => {
      const phase = Math.floor(random() * period);
      return (slot) => ((slot + phase) % period < period / 2 ? 1 : 0) + 0.5 * uniform(random);
    };
  const step: Noise = (random) => {
    const at = random() * 4 * ROUNDS;
    return (slot) => (slot < at ? 0 : 1) + 0.3 * uniform(random);
  };
  const drift: Noise = (random) => (slot) => 0.1 * slot + uniform(random);

  function rate(noise: Noise, order: (random: Random) => readonly Arm[], seed: string): number {
    let alarms = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const random = seededRandom(`${seed} ${trial}`);
      const of = noise(random);
      const rounds = Array.from({ length: ROUNDS }, (_, round) => {
        const sides: Record<Arm, number[]> = { base: [], head: [], twin: [] };
        for (const [place, arm] of order(random).entries()) sides[arm].push(of(4 * round + place));
        return sides;
      });
      if (new RankSumTest(rounds).greater(0) <= 0.05) alarms++;
    }
    return alarms / TRIALS;
  }

  /** Three standard deviations above 5 %. */
  const MOST = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / TRIALS);

  test.each<[string, Noise]>([
    ["symmetric about a round's middle", symmetric],
    ["of period 3", periodic(3)],
    ["of period 4", periodic(4)],
    ["of period 6", periodic(6)],
    ["with a step", step],
    ["with a drift", drift],
  ])("%s: no more, since the orders are drawn as the test counts them", (name, noise) => {
    expect(rate(noise, shuffled, name)).toBeLessThan(MOST);
  });

  test("in mirrored rounds there would be three times as many", () => {
    expect(rate(symmetric, mirrored, "mirrored")).toBeGreaterThan(0.15);
  });
});
