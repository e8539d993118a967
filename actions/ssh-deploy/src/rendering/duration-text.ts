const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** `84 ms`, `1.2 s`, `42 s`, `2 min 5 s`. A time is never shown shorter than it was. */
export function durationText(milliseconds: number): string {
  const whole = Math.ceil(milliseconds);
  if (whole < SECOND) return `${whole} ms`;
  const tenths = Math.ceil(whole / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.ceil(whole / SECOND);
  if (seconds < MINUTE / SECOND) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}
