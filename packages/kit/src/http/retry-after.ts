/**
 * How long an answer asks to wait, milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). Pure.
 *
 * @returns undefined without the header, or when it says neither.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
