import { counted } from "@jessy-actions/kit/report/quantity";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 hours before this scan`, rounded down. @param from @param to milliseconds since 1970. */
export function ageText(from: number, to: number): string {
  const age = to - from;
  if (age < 0) return "after this scan";
  if (age < MINUTE) return "just before this scan";
  const [unit, noun] = age < HOUR ? [MINUTE, "minute"] : age < 2 * DAY ? [HOUR, "hour"] : [DAY, "day"];
  return `${counted(Math.floor(age / unit), noun as string)} before this scan`;
}

/** `2026-11-28 06:05 UTC`. */
export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
