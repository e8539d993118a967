import { type ExactNumber, type Fraction, formatPoints } from "@jessy-actions/coverage/ratio";

/**
 * Percentage points for a sentence about a tolerance: as many decimals as the tolerance has, two at the least. Rounded
 * down on that grid, a loss never looks smaller than it is, and one that is allowed never looks larger than what is
 * allowed.
 */
export function pointsBeside(points: Fraction, tolerance: ExactNumber): string {
  return formatPoints(points, Math.max(2, tolerance.denominator.toString().length - 1));
}

/** The same of what was lost: `-5.19` gained is `5.19` lost, `+1.20` gained is `-1.20` lost. */
export function pointsLostBeside(points: Fraction, tolerance: ExactNumber): string {
  const gained = pointsBeside(points, tolerance);
  return gained.startsWith("-") ? gained.slice(1) : gained.replace("+", "-");
}
