import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";
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
