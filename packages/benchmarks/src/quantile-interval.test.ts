import fc from "fast-check";
import { expect, test } from "vitest";
import { median, medianInterval } from "./quantile-interval.ts";

/** go-moremath's QuantileCI(n, 0.5, ...): n, then the two orders at 95 %, at 99 % and at 50 %; 0 and n + 1 are the infinities. */
// biome-ignore format: a table
const ORDERS: readonly (readonly number[])[] = [
  [1,0,2,0,2,0,1], [2,0,3,0,3,1,2], [3,0,4,0,4,1,3], [4,0,5,0,5,1,3], [5,0,5,0,6,2,4], [6,1,6,0,7,2,4],
  [7,1,7,0,7,3,5], [8,1,7,1,8,3,6], [9,2,8,1,9,3,6], [10,2,9,1,10,4,7], [11,2,9,1,10,4,7], [12,3,10,2,11,5,8],
  [13,3,11,2,12,5,8], [14,3,11,2,12,6,9], [15,4,12,3,13,6,9], [16,4,12,3,14,7,10], [17,5,13,3,14,7,10], [18,5,14,4,15,8,11],
  [19,5,14,4,16,8,12], [20,6,15,4,16,8,12], [21,6,16,5,17,9,13], [22,6,16,5,18,9,13], [23,7,17,5,18,10,14], [24,8,18,6,19,10,14],
  [25,8,18,6,19,11,15], [26,8,19,7,20,11,15], [27,8,19,7,21,12,16], [28,9,20,8,22,13,17], [29,9,20,8,22,13,17], [30,10,21,8,23,14,18],
  [31,10,22,8,23,14,18], [32,10,22,9,24,14,18], [33,11,23,9,25,15,19], [34,11,23,9,25,15,19], [35,12,24,10,26,16,20], [36,12,24,10,26,16,21],
  [37,13,25,11,27,16,21], [38,13,26,11,28,17,22], [39,13,26,11,28,17,22], [40,14,27,12,29,18,23], [41,14,27,12,29,18,23], [42,15,28,13,30,19,24],
  [43,15,29,13,31,19,24], [44,15,29,13,31,20,25], [45,16,30,14,32,20,25], [46,16,30,14,32,21,26], [47,17,31,15,33,21,26], [48,17,31,15,34,22,27],
  [49,18,32,15,34,22,27], [50,18,32,16,35,23,28], [51,19,33,16,35,23,28], [52,19,34,17,36,24,29], [53,19,34,17,36,24,29], [54,20,35,18,37,25,30],
  [55,20,35,18,38,25,31], [56,21,36,18,38,25,31], [57,21,36,19,39,26,32], [58,22,37,19,39,26,32], [59,22,38,20,40,27,33], [60,22,38,20,41,27,33],
  [61,23,39,20,41,28,34], [62,23,39,21,42,28,34], [63,24,40,21,42,29,35], [64,24,40,22,43,29,35],
];

/** Its binomial probabilities are rounded, so that of two sides that are as good it takes the right one: ours are the mirror image. */
const MIRRORED = ["24 at 0.95", "28 at 0.99", "28 at 0.5", "30 at 0.5"];

test.each(ORDERS)("%d samples lie where benchstat's library says", (n, ...orders) => {
  const values = Array.from({ length: n }, (_, at) => at + 1);
  for (const [at, confidence] of [0.95, 0.99, 0.5].entries()) {
    const { low, high } = medianInterval(values, confidence);
    const theirs = [orders[2 * at]!, orders[2 * at + 1]!];
    const [left, right] = MIRRORED.includes(`${n} at ${confidence}`)
      ? [n + 1 - theirs[1]!, n + 1 - theirs[0]!]
      : [theirs[0]!, theirs[1]!];
    expect([low, high]).toEqual([
      left === 0 ? Number.NEGATIVE_INFINITY : left,
      right === n + 1 ? Number.POSITIVE_INFINITY : right,
    ]);
  }
});

test("the confidence is kept: the orders hold enough of the binomial distribution", () => {
  for (let n = 6; n <= 30; n++) {
    const { low, high } = medianInterval(
      Array.from({ length: n }, (_, at) => at + 1),
      0.95,
    );
    let ways = 1;
    let inside = 0;
    for (let below = 0; below <= n; below++) {
      if (below >= low && below < high) inside += ways;
      ways = (ways * (n - below)) / (below + 1);
    }
    expect(inside / 2 ** n).toBeGreaterThanOrEqual(0.95);
  }
});

test.each([
  [[5], 5],
  [[1, 2], 1.5],
  [[10, 9, 1], 9],
  [[4, 1, 3, 2], 2.5],
  [[-1, 0, -2], -1],
])("the median of %j", (values, middle) => {
  expect(median(values)).toBe(middle);
  expect(medianInterval(values, 0.95).median).toBe(middle);
});

test("numbers are sorted as numbers, and the order does not matter", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
      const { low, median: middle, high } = medianInterval(values, 0.95);
      expect(low).toBeLessThanOrEqual(middle);
      expect(high).toBeGreaterThanOrEqual(middle);
      expect(medianInterval([...values].reverse(), 0.95)).toEqual({ low, median: middle, high });
    }),
  );
});
