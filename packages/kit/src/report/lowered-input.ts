import type { Block } from "./report.ts";

/** An input that a pull request made laxer, and the value that it was judged by. */
export interface LoweredInput {
  readonly input: string;
  readonly asked: string;
  readonly enforced: string;
}

/** One alert per input: the first thing that a reviewer should see is that a gate was weakened. */
export function loweredAlerts(lowered: readonly LoweredInput[]): Block[] {
  return lowered.map(({ input, asked, enforced }) => ({
    kind: "alert",
    level: "warning",
    text: [
      "This change lowers ",
      { code: input },
      ` from ${enforced} to ${asked}. It was judged by ${enforced}, as on the default branch.`,
    ],
  }));
}
