import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Replica } from "./replica.ts";

let now: number;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});

afterEach(() => vi.restoreAllMocks());

test("without lag it is the database", () => {
  const replica = new Replica<number>();
  replica.remember(1);
  expect(replica.read(2)).toBe(2);
});

test("so many reads after each change see the state before it", () => {
  const replica = new Replica<number>();
  replica.lag = 2;
  replica.remember(1);
  expect([replica.read(2), replica.read(2), replica.read(2)]).toEqual([1, 1, 2]);
});

test("for so long after each change its state before is seen, one after the other", () => {
  const replica = new Replica<number>();
  replica.delay = 100;
  replica.remember(1);
  now = 50;
  replica.remember(2);
  const seenAt = (time: number) => {
    now = time;
    return replica.read(3);
  };
  expect([50, 99, 100, 149, 150].map(seenAt)).toEqual([1, 1, 2, 2, 3]);
});
