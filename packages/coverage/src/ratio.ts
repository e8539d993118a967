import type { Ratio } from "./model.ts";

/** An exact decimal number as a user wrote it, e.g. `80.5` = 805 / 10. Kit's `Decimal` has this form. */
export interface ExactNumber {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO_RATIO: Ratio = { covered: 0, total: 0 };

export function addRatios(ratios: Iterable<Ratio>): Ratio {
  let covered = 0;
  let total = 0;
  for (const ratio of ratios) {
    covered += ratio.covered;
    total += ratio.total;
  }
  return { covered, total };
}

/**
 * Whether a ratio reaches a percentage, in exact integers: 7995 of 10000 does not reach 80. Nor does a ratio of
 * nothing.
 */
export function meets(ratio: Ratio, percent: ExactNumber): boolean {
  return (
    ratio.total > 0 && BigInt(ratio.covered) * 100n * percent.denominator >= percent.numerator * BigInt(ratio.total)
  );
}

/** How many more things must be covered for the ratio to reach the percentage; 0 if it does. */
export function shortfall(ratio: Ratio, percent: ExactNumber): number {
  const needed = ceilDivide(percent.numerator * BigInt(ratio.total), 100n * percent.denominator);
  const missing = Number(needed) - ratio.covered;
  return missing > 0 ? missing : 0;
}

/**
 * A ratio in percent, rounded down: `100.00` only when everything is covered, and never a minimum that was not reached.
 */
export function floorPercent(ratio: Ratio, decimals = 2): string {
  if (ratio.total === 0) throw new RangeError("nothing was measured, so there is no percentage");
  return formatScaled((BigInt(ratio.covered) * 100n * 10n ** BigInt(decimals)) / BigInt(ratio.total), decimals);
}

/**
 * A ratio in percent for a sentence about a minimum: as many decimals as a number below the minimum needs to look below
 * it, at least two.
 */
export function percentBeside(ratio: Ratio, percent: ExactNumber): string {
  const decimals = Math.max(2, percent.denominator.toString().length - 1);
  return floorPercent(ratio, decimals);
}

/** A signed exact fraction. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Percentage points from one ratio to another, positive when it rose. Both must have measured something. */
export function pointsBetween(from: Ratio, to: Ratio): Fraction {
  return {
    numerator: 100n * (BigInt(to.covered) * BigInt(from.total) - BigInt(from.covered) * BigInt(to.total)),
    denominator: BigInt(from.total) * BigInt(to.total),
  };
}

/** Whether percentage points lost stay within a tolerance. */
export function withinDecrease(points: Fraction, tolerance: ExactNumber): boolean {
  return points.numerator * tolerance.denominator >= -tolerance.numerator * points.denominator;
}

/**
 * Percentage points with a sign, rounded down (towards failure), so a loss never looks smaller than it is: `-0.01`,
 * `+1.20`, `0.00`.
 */
export function formatPoints(points: Fraction, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const scaled = floorDivide(points.numerator * scale, points.denominator);
  if (scaled === 0n) return formatScaled(0n, decimals);
  return scaled < 0n ? `-${formatScaled(-scaled, decimals)}` : `+${formatScaled(scaled, decimals)}`;
}

function formatScaled(scaled: bigint, decimals: number): string {
  const digits = scaled.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** For positive denominators. */
function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

function ceilDivide(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}
