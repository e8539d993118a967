/** Reads `10`, `10%` or `10 %`, from 0 to 1000 percent. @returns a fraction: 0.1; undefined when the text is something else. */
export function parseFraction(text: string): number | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,6})?)\s*%?$/.exec(text);
  const percent = match === null ? Number.NaN : Number(match[1]);
  return percent <= 1000 ? percent / 100 : undefined;
}

const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9 };

/** Reads `0`, `5ns`, `1.5 us`, `2ms` or `1s`. @returns nanoseconds; undefined when the text is something else. */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)\s*(ns|us|µs|μs|ms|s)?$/.exec(text);
  if (match === null || (match[2] === undefined && Number(match[1]) !== 0)) return undefined;
  return Number(match[1]) * NANOSECONDS[match[2] ?? "ns"]!;
}
