import type { Random } from "./random.ts";

/** Whose program a process runs: the base's, the head's, or the base's once more as the null control. */
export type Arm = "base" | "head" | "twin";

/**
 * The order of one round: every arm twice, the second half the mirror of the first (`A B B A`, `A B C C B A`), so that
 * a drift in a straight line cancels out of every difference; which arm comes first is drawn anew each round.
 */
export function roundOrder(arms: readonly Arm[], random: Random): readonly Arm[] {
  const half = [...arms];
  for (let at = half.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [half[at], half[other]] = [half[other]!, half[at]!];
  }
  return [...half, ...half.toReversed()];
}

/**
 * The environment's size moves the stack, and with it times by some percent (Mytkowicz et al. 2009); hyperfine pads by
 * as much.
 */
const MAX_PADDING = 4096;

/** How many bytes to pad the environment of one process by. */
export function environmentPadding(random: Random): number {
  return Math.floor(random() * MAX_PADDING);
}
