import { expect, test } from "vitest";
import { isOvergrown, parseGrowth, parseSize } from "./size-limit.ts";

test.each<[string, number | undefined]>([
  ["0", 0],
  ["4096", 4096],
  ["1b", 1],
  ["200 MB", 200_000_000],
  ["200mb", 200_000_000],
  ["1.5GiB", 1_610_612_736],
  ["2 KiB", 2048],
  ["3kb", 3000],
  [" 7 MiB ", 7_340_032],
  ["1 GB", 1_000_000_000],
  ["", undefined],
  ["MB", undefined],
  ["-1 MB", undefined],
  ["1 TB", undefined],
  ["1e3", undefined],
  ["1,5 GB", undefined],
  ["1 MB 2", undefined],
  ["1 constructor", undefined],
])("the size %j is %s", (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

test.each([
  ["5 %", { percent: 5 }],
  ["0.5%", { percent: 0.5 }],
  ["10 MB", { bytes: 10_000_000 }],
  ["5 percent", undefined],
  ["%", undefined],
])("the growth %j", (text, growth) => {
  expect(parseGrowth(text)).toEqual(growth);
});

test.each<[number, number, string, boolean]>([
  [100, 105, "5 %", false],
  [100, 106, "5 %", true],
  [100, 90, "0 %", false],
  [100, 110, "10 b", false],
  [100, 111, "10 b", true],
  [0, 1, "50 %", true],
])("from %i to %i at %s", (before, now, limit, overgrown) => {
  expect(isOvergrown(before, now, parseGrowth(limit)!)).toBe(overgrown);
});
