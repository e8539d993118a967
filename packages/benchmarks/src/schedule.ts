import type { Random } from "./random.ts";

/** Whose program a process runs: the base's, the head's, or the base's once more as the null control. */
export type Arm = "base" | "head" | "twin";

/**
 * The order of one round: every arm twice, in any order, each as likely as the others. So each of the six ways to split
 * the four runs of base and head is as likely, and the rank-sum test counts just these: it is exact whatever the noise
 * does in time. (A mirrored order such as `A B B A` draws two of the six. It cancels a drift in a straight line, but
 * noise that is symmetric about a round's middle then gives 22 % false alarms at a nominal 5 %.)
 */
export function roundOrder(arms: readonly Arm[], random: Random): readonly Arm[] {
  const order = [...arms, ...arms];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
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
