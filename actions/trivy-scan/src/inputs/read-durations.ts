import type { InputReader } from "@jessy-actions/kit/runner/inputs";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Later than any date that somebody means. */
const MOST_DAYS = 3650;
/** GitHub ends a job after six hours. */
const MOST_MINUTES = 350;

/** How old a database may be: more than nothing. */
export function readAge(reader: InputReader, name: string, fallback: number): number {
  return readBetween(reader, name, fallback, {
    min: MINUTE,
    max: MOST_DAYS * DAY,
    words: `\`1m\` to \`${MOST_DAYS}d\``,
  });
}

/** How long before its end an entry is listed; `0s` is never. */
export function readNotice(reader: InputReader): number {
  const range = { min: 0, max: MOST_DAYS * DAY, words: `\`0s\` to \`${MOST_DAYS}d\`` };
  return readBetween(reader, "expires-soon", 14 * DAY, range);
}

/** How long one run of Trivy may take. */
export function readTimeout(reader: InputReader): number {
  const range = { min: 1000, max: MOST_MINUTES * MINUTE, words: `\`1s\` to \`${MOST_MINUTES}m\`` };
  return readBetween(reader, "timeout", 10 * MINUTE, range);
}

function readBetween(
  reader: InputReader,
  name: string,
  fallback: number,
  { min, max, words }: { readonly min: number; readonly max: number; readonly words: string },
): number {
  const duration = reader.duration(name, fallback);
  if (duration >= min && duration <= max) return duration;
  reader.wrong(name, reader.string(name), `a duration from ${words}`);
  return fallback;
}
