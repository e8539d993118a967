const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `42 s`, `3 min 10 s`, `2 h 10 min`, `3 d 4 h`: two units, rounded down. @param milliseconds a clock that went back gives 0 */
export function formatDuration(milliseconds: number): string {
  const time = Math.max(0, milliseconds);
  if (time < SECOND) return "under 1 s";
  if (time < MINUTE) return pair(time, SECOND, "s", 0, "");
  if (time < HOUR) return pair(time, MINUTE, "min", SECOND, "s");
  if (time < DAY) return pair(time, HOUR, "h", MINUTE, "min");
  return pair(time, DAY, "d", HOUR, "h");
}

function pair(time: number, unit: number, name: string, smaller: number, smallerName: string): string {
  const rest = smaller === 0 ? 0 : Math.floor((time % unit) / smaller);
  return `${Math.floor(time / unit)} ${name}${rest === 0 ? "" : ` ${rest} ${smallerName}`}`;
}
