import { expect, test } from "vitest";
import { refusalsOf } from "./refusals.ts";

const MB = 1_000_000;
const [AMD64, ARM64] = ["linux/amd64", "linux/arm64"];
const NONE = { maxSize: undefined, maxGrowth: undefined };

test.each<[string, number, number | undefined, Parameters<typeof refusalsOf>[2], number]>([
  ["no limit", 900 * MB, 1, NONE, 0],
  ["exactly as large as allowed", 10 * MB, undefined, { maxSize: 10 * MB, maxGrowth: undefined }, 0],
  ["one byte more", 10 * MB + 1, undefined, { maxSize: 10 * MB, maxGrowth: undefined }, 1],
  ["new: nothing grew", 10 * MB, undefined, { maxSize: undefined, maxGrowth: { percent: 0 } }, 0],
  ["smaller", 9 * MB, 10 * MB, { maxSize: undefined, maxGrowth: { percent: 0 } }, 0],
  ["five of a hundred", 105 * MB, 100 * MB, { maxSize: undefined, maxGrowth: { percent: 5 } }, 0],
  ["a byte above five of a hundred", 105 * MB + 1, 100 * MB, { maxSize: undefined, maxGrowth: { percent: 5 } }, 1],
  ["both limits", 30 * MB, 10 * MB, { maxSize: 20 * MB, maxGrowth: { bytes: MB } }, 2],
])("%s", (_, size, before, limits, count) => {
  const sizes = { [AMD64]: size };
  expect(
    refusalsOf({ findings: [], sizes }, before === undefined ? undefined : { [AMD64]: before }, limits),
  ).toHaveLength(count);
});

test("each finding refuses", () => {
  expect(refusalsOf({ findings: ["a", "b"], sizes: { [AMD64]: 1 } }, undefined, NONE)).toEqual([
    "it tells a secret: a",
    "it tells a secret: b",
  ]);
});

test.each<[string, Record<string, number>, Record<string, number> | undefined, object, readonly string[]]>([
  [
    "the second one is too large",
    { [AMD64]: 9 * MB, [ARM64]: 11 * MB },
    undefined,
    { maxSize: 10 * MB },
    ["linux/arm64 has 11.0 MB, and `max-size` allows 10.0 MB"],
  ],
  [
    "the second one grew",
    { [AMD64]: 9 * MB, [ARM64]: 12 * MB },
    { [ARM64]: 10 * MB, [AMD64]: 9 * MB },
    { maxGrowth: { percent: 5 } },
    ["linux/arm64 grew from 10.0 MB to 12.0 MB, and `max-growth` allows 5 %"],
  ],
  ["a new platform has not grown", { [AMD64]: MB, [ARM64]: 12 * MB }, { [AMD64]: MB }, { maxGrowth: { bytes: 0 } }, []],
  [
    "a byte too much is told as such",
    { [AMD64]: 10 * MB + 1 },
    undefined,
    { maxSize: 10 * MB },
    ["linux/amd64 has 10,000,001 bytes, and `max-size` allows 10,000,000 bytes"],
  ],
])("of several platforms: %s", (_, sizes, before, limits, refusals) => {
  expect(refusalsOf({ findings: [], sizes }, before, { ...NONE, ...limits })).toEqual(refusals);
});
