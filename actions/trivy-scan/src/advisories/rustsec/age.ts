import { counted } from "@jessy-actions/kit/report/quantity";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Clocks differ. */
export const CLOCK_SKEW = HOUR;

/**
 * What is wrong with the age of a database, half a sentence; undefined when nothing is. Pure.
 *
 * @param maxAge milliseconds. @param skew how far in the future it may be, milliseconds.
 */
export function ageProblem(
  updatedAt: number,
  now: number,
  maxAge: number,
  skew: number = CLOCK_SKEW,
): string | undefined {
  if (!Number.isFinite(updatedAt)) return "has no date";
  const day = dayOf(updatedAt);
  if (updatedAt > now + skew) return `is of ${day}, which is in the future: is this machine's clock right?`;
  if (now - updatedAt <= maxAge) return undefined;
  return `is of ${day}, ${ageInWords(now - updatedAt)} old, and may be ${ageInWords(maxAge)} old (\`rustsec-max-age\`)`;
}

/** `3 days`, `5 hours`; rounded down. */
export function ageInWords(milliseconds: number): string {
  const age = Math.max(0, milliseconds);
  return age >= 2 * DAY || (age >= DAY && age % DAY === 0)
    ? counted(Math.floor(age / DAY), "day")
    : counted(Math.floor(age / HOUR), "hour");
}

/** `2026-11-28`, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
