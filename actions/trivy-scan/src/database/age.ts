import { counted } from "@jessy-actions/kit/report/quantity";

const HOUR = 60 * 60_000;
const UNITS = [
  [24 * HOUR, "day"],
  [HOUR, "hour"],
  [60_000, "minute"],
  [1000, "second"],
] as const;

/** An age in whole hours, rounded up: one that is over a limit never reads like the limit. @param age milliseconds. */
export function ageInWords(age: number): string {
  return durationInWords(Math.max(1, Math.ceil(age / HOUR)) * HOUR);
}

/** `3 days`, `1 hour 30 minutes`. @param duration milliseconds; less than a second does not count. */
export function durationInWords(duration: number): string {
  let left = duration;
  const parts = UNITS.flatMap(([milliseconds, noun]) => {
    const number = Math.floor(left / milliseconds);
    left -= number * milliseconds;
    return number === 0 ? [] : [counted(number, noun)];
  });
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}

/** RFC 3339 in whole seconds. @param time milliseconds since 1970. */
export function timeInWords(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/, "");
}
