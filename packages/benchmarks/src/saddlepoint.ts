import { normalTail } from "./normal.ts";

/**
 * P(S >= at) for a sum S of independent draws, one of each row with equal chances, by Lugannani and Rice's formula
 * (1980): the relative error stays in percents far out in the tails, where the normal approximation is off by a factor
 * of ten and the exact distribution takes a thousand times as long.
 *
 * @param rows `width` values each; a draw takes any of them with either sign, so every row is symmetric about zero.
 * @param at above 0.
 * @param variance of the sum.
 */
export function saddlepointTail(rows: Float64Array, width: number, at: number, variance: number): number {
  let most = 0;
  for (let row = 0; row < rows.length; row += width) {
    let greatest = 0;
    for (let k = 0; k < width; k++) greatest = Math.max(greatest, Math.abs(rows[row + k]!));
    most += greatest;
  }
  if (at >= most) return at > most ? 0 : chanceOfTheEnd(rows, width);
  let t = at / variance;
  let cumulant = 0;
  let curvature = variance;
  for (let step = 0; step < MAX_STEPS; step++) {
    cumulant = 0;
    let slope = 0;
    curvature = 0;
    for (let row = 0; row < rows.length; row += width) {
      let sum = 0;
      let first = 0;
      let second = 0;
      for (let k = 0; k < width; k++) {
        const value = rows[row + k]!;
        const weight = Math.exp(t * value);
        const both = weight + 1 / weight;
        sum += both;
        first += (weight - 1 / weight) * value;
        second += both * value * value;
      }
      cumulant += Math.log(sum / (2 * width));
      slope += first / sum;
      curvature += second / sum - (first / sum) ** 2;
    }
    const miss = at - slope;
    if (Math.abs(miss) < 1e-9 * at) break;
    const next = t + miss / curvature;
    // Newton's step overshoots near the largest possible sum, where the slope is flat.
    t = Math.min(next, t * 2);
  }
  const w = Math.sqrt(Math.max(0, 2 * (t * at - cumulant)));
  const u = t * Math.sqrt(curvature);
  if (w < NEAR_THE_MIDDLE) return normalTail(w);
  const density = Math.exp((-w * w) / 2) / Math.sqrt(2 * Math.PI);
  return Math.min(1, Math.max(0, normalTail(w) + density * (1 / u - 1 / w)));
}

const MAX_STEPS = 30;

/** There both terms of the correction go to infinity and their difference to zero. */
const NEAR_THE_MIDDLE = 1e-3;

/** The largest sum of all: the chance of drawing the greatest of every row. */
function chanceOfTheEnd(rows: Float64Array, width: number): number {
  let chance = 1;
  for (let row = 0; row < rows.length; row += width) {
    const values = rows.subarray(row, row + width).map(Math.abs);
    const greatest = values.reduce((best, value) => Math.max(best, value));
    chance *= greatest === 0 ? 1 : values.filter((value) => value === greatest).length / (2 * width);
  }
  return chance;
}
