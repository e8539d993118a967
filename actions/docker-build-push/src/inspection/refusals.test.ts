import { expect, test } from "vitest";
import type { Inspection } from "./inspect-image.ts";
import { refusalsOf } from "./refusals.ts";

const MB = 1_000_000;

test.each<[string, number, number | undefined, Parameters<typeof refusalsOf>[2], number]>([
  ["no limit", 900 * MB, 1, { maxSize: undefined, maxGrowth: undefined }, 0],
  ["exactly as large as allowed", 10 * MB, undefined, { maxSize: 10 * MB, maxGrowth: undefined }, 0],
  ["one byte more", 10 * MB + 1, undefined, { maxSize: 10 * MB, maxGrowth: undefined }, 1],
  ["new: nothing grew", 10 * MB, undefined, { maxSize: undefined, maxGrowth: { percent: 0 } }, 0],
  ["smaller", 9 * MB, 10 * MB, { maxSize: undefined, maxGrowth: { percent: 0 } }, 0],
  ["five of a hundred", 105 * MB, 100 * MB, { maxSize: undefined, maxGrowth: { percent: 5 } }, 0],
  ["a byte above five of a hundred", 105 * MB + 1, 100 * MB, { maxSize: undefined, maxGrowth: { percent: 5 } }, 1],
  ["both limits", 30 * MB, 10 * MB, { maxSize: 20 * MB, maxGrowth: { bytes: MB } }, 2],
])("%s", (_, size, before, limits, count) => {
  expect(refusalsOf({ findings: [], size } as unknown as Inspection, before, limits)).toHaveLength(count);
});

test("each finding refuses", () => {
  const inspection = { findings: ["a", "b"], size: 1 } as unknown as Inspection;
  expect(refusalsOf(inspection, undefined, { maxSize: undefined, maxGrowth: undefined })).toEqual([
    "it tells a secret: a",
    "it tells a secret: b",
  ]);
});
