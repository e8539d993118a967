import { expect, test } from "vitest";
import { retryWhileBusy } from "./retry-while-busy.ts";
import { Slots } from "./slots.ts";

test.each<[readonly string[], string, number]>([
  [["ok"], "ok", 1],
  [["busy", "busy", "ok"], "ok", 3],
  [["busy", "refused", "ok"], "refused", 2],
  [["busy", "busy", "busy", "busy", "busy", "ok"], "busy", 5],
])("%j", async (results, last, count) => {
  const left = [...results];
  let calls = 0;
  const result = retryWhileBusy(
    async () => {
      calls++;
      return left.shift()!;
    },
    (one) => one === "busy",
    async () => undefined,
  );
  expect(await result).toBe(last);
  expect(calls).toBe(count);
});

test("waits longer each time, and not all as long", async () => {
  const waits: number[] = [];
  await retryWhileBusy(
    async () => "busy",
    () => true,
    async (time) => {
      waits.push(time);
    },
  );
  for (const [index, time] of waits.entries()) {
    expect(time).toBeGreaterThanOrEqual(100 * 2 ** index);
    expect(time).toBeLessThan(300 * 2 ** index);
  }
  expect(waits).toHaveLength(4);
});

test("at most so many at once, in the order they came, whatever fails", async () => {
  const slots = new Slots(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (number: number) => async () => {
    running++;
    most = Math.max(most, running);
    order.push(number);
    await Promise.resolve();
    running--;
    if (number === 1) throw new Error("one");
    return number;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => slots.use(work(number))));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
  expect({ most, order }).toEqual({ most: 2, order: [0, 1, 2, 3, 4] });
});
