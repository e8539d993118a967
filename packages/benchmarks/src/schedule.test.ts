import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";
import { type Arm, environmentPadding, roundOrder } from "./schedule.ts";

const THREE: readonly Arm[] = ["base", "head", "twin"];

test("every arm twice, the second half the mirror of the first: a drift in a straight line favours nobody", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<readonly Arm[]>(THREE, ["base", "head"]), (seed, arms) => {
      const order = roundOrder(arms, seededRandom(seed));
      expect(order).toHaveLength(arms.length * 2);
      expect(order.toReversed()).toEqual(order);
      const places = (arm: Arm) => order.flatMap((each, at) => (each === arm ? [at] : []));
      for (const arm of arms) expect(places(arm).reduce((sum, at) => sum + at, 0)).toBe(order.length - 1);
    }),
  );
});

test.each([
  [["base", "head"] as const, 2],
  [THREE, 6],
])("of %j each of the %d orders is as likely", (arms, kinds) => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 12_000; seed++) {
    const order = roundOrder(arms, seededRandom(`commit ${seed}`))
      .slice(0, arms.length)
      .join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(kinds);
  const expected = 12_000 / kinds;
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // The 0.999 quantiles of chi-square with one and with five degrees.
  expect(chi).toBeLessThan(kinds === 2 ? 10.83 : 20.52);
});

test("within one run the orders change, and the same seed gives the same ones", () => {
  const orders = (seed: string) => {
    const random = seededRandom(seed);
    return Array.from({ length: 30 }, () => `${roundOrder(THREE, random).join()} ${environmentPadding(random)}`);
  };
  expect(orders("a")).toEqual(orders("a"));
  expect(orders("a")).not.toEqual(orders("b"));
  expect(new Set(orders("a").map((order) => order.split(" ")[0])).size).toBe(6);
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
