import type { Override } from "./overrides.ts";

/** What `fail-on` may name. */
export const FAILURES = ["regression", "missing", "inconclusive"] as const;

export type Failure = (typeof FAILURES)[number];

/** What makes the gate strict or lax. */
export interface Rules {
  /** Fractions. */
  readonly margin: number;
  readonly exactMargin: number;
  /** Nanoseconds. */
  readonly floor: number;
  readonly alpha: number;
  readonly overrides: readonly Override[];
  /** The default branch's, where they are others: for each benchmark the stricter of the two count. */
  readonly before?: Pick<Rules, "margin" | "floor" | "overrides">;
}
