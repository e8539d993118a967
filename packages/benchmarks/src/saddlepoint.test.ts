import { describe, expect, test } from "vitest";
import { seededRandom } from "./random.ts";
import { saddlepointTail } from "./saddlepoint.ts";

/** P(S >= at), every draw counted. */
function exactTail(rows: Float64Array, width: number, at: number): number {
  let chances = new Map([[0, 1]]);
  for (let row = 0; row < rows.length; row += width) {
    const next = new Map<number, number>();
    for (const [sum, chance] of chances)
      for (let k = 0; k < width; k++)
        for (const value of [rows[row + k]!, -rows[row + k]!])
          next.set(sum + value, (next.get(sum + value) ?? 0) + chance / (2 * width));
    chances = next;
  }
  let tail = 0;
  for (const [sum, chance] of chances) if (sum >= at) tail += chance;
  return tail;
}

/** Rows as rounds of two against two have them: even, and one value larger than both others together at times. */
function rowsOf(count: number, seed: string): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: 3 * count }, () => 2 * Math.floor(random() * 2 * count));
}

function varianceOf(rows: Float64Array, width: number): number {
  return rows.reduce((sum, value) => sum + value * value, 0) / width;
}

describe("the relative error of tails", () => {
  // Half a step of 2 is what the continuity correction takes off.
  test.each([
    [5, 1e-2, 0.25],
    [6, 1e-3, 0.2],
    [8, 1e-4, 0.1],
    [10, 1e-5, 0.06],
    [12, 1e-6, 0.06],
    [20, 1e-6, 0.02],
    [25, 1e-6, 0.01],
  ])("of %d rounds down to %d is below %d", (count, least, tolerance) => {
    let worst = 0;
    for (let trial = 0; trial < 4; trial++) {
      const rows = rowsOf(count, `${count} ${trial}`);
      const variance = varianceOf(rows, 3);
      for (let at = 2; ; at += 2 * Math.ceil(Math.sqrt(variance) / 16)) {
        const exact = exactTail(rows, 3, at);
        if (exact < least) break;
        worst = Math.max(worst, Math.abs(saddlepointTail(rows, 3, at - 1, variance) / exact - 1));
      }
    }
    expect(worst).toBeLessThan(tolerance);
    expect(worst).toBeGreaterThan(0);
  });
});

test("the largest sum of all, and what is beyond it", () => {
  const rows = Float64Array.of(6, 2, 4, -10, 10, 0, 0, 0, 0);
  // One of six in the first row, two of six in the second, anything in the third.
  expect(saddlepointTail(rows, 3, 16, varianceOf(rows, 3))).toBeCloseTo(1 / 18, 12);
  expect(saddlepointTail(rows, 3, 16.5, varianceOf(rows, 3))).toBe(0);
});

test("falls from a half to nothing, all the way and without a gap", () => {
  for (const count of [13, 50, 400]) {
    const rows = rowsOf(count, `${count}`);
    const variance = varianceOf(rows, 3);
    let most = 0;
    for (let row = 0; row < rows.length; row += 3) most += Math.max(rows[row]!, rows[row + 1]!, rows[row + 2]!);
    let before = 0.5;
    expect(saddlepointTail(rows, 3, 1e-9, variance)).toBeCloseTo(0.5, 6);
    for (let at = 1; at < most; at += Math.max(1, Math.floor(most / 200))) {
      const tail = saddlepointTail(rows, 3, at, variance);
      expect(tail).toBeGreaterThanOrEqual(0);
      expect(tail).toBeLessThanOrEqual(before * (1 + 1e-6));
      before = tail;
    }
  }
});
