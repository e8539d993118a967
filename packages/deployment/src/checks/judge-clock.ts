import type { Answer } from "./outcome.ts";
import type { Problem } from "./problem.ts";

/** Milliseconds by which two clocks may differ: tokens and certificates begin to fail about there. */
const MAX_SKEW = 300_000;

/** The service's clock by its Date header. An answer out of a cache has the time at which it was made. Pure. */
export function judgeClock({ headers }: Answer, now: number): Problem[] {
  const skew = Date.parse(headers.date ?? "") - now;
  if (Number.isNaN(skew) || Math.abs(skew) <= MAX_SKEW || headers.age !== undefined) return [];
  const minutes = Math.floor(Math.abs(skew) / 60_000);
  const message = `the service's clock is ${minutes} minutes ${skew < 0 ? "behind" : "ahead of"} the runner's`;
  return [{ kind: "clock", message, isWarning: true, retry: "later" }];
}
