import type { InputReader } from "@jessy-actions/kit/runner/inputs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** GitHub ends a job on its own runners after six hours. */
const LONGEST = 350 * MINUTE;

export interface DurationInputs {
  readonly gateTiming: { readonly deadline: number; readonly interval: number; readonly passes: number };
  readonly timeouts: { readonly connect: number; readonly script: number; readonly total: number };
  /** Milliseconds that a lock may be waited for, and after which one without a known owner is stale. */
  readonly lockWait: number;
  readonly staleAfter: number;
  readonly soak: number;
  readonly pause: number;
}

/** Every time of a deployment, in milliseconds. None may be longer than all of it; a default ends with it. */
export function readDurations(reader: InputReader): DurationInputs {
  const total = between(reader, "timeout", 30 * MINUTE, MINUTE, LONGEST, "`1m` to `350m`");
  const upToAll = (name: string, fallback: number, least: number, words: string) => {
    const duration = between(reader, name, fallback, least, LONGEST, words);
    // The runner hands over the default as if it were written.
    if (duration === fallback) return Math.min(duration, total);
    if (duration > total) reader.problem(name, "is longer than `timeout`, which ends the whole deployment; raise that");
    return duration;
  };
  return {
    gateTiming: {
      deadline: upToAll("gate-deadline", MINUTE, SECOND, "`1s` to `350m`"),
      interval: between(reader, "gate-interval", SECOND, 100, MINUTE, "`100ms` to `1m`"),
      passes: reader.integer("gate-passes", { min: 1, max: 100 }, 3),
    },
    timeouts: {
      connect: between(reader, "connect-timeout", 15 * SECOND, SECOND, 5 * MINUTE, "`1s` to `5m`"),
      script: upToAll("script-timeout", 10 * MINUTE, SECOND, "`1s` to `350m`"),
      total,
    },
    lockWait: upToAll("lock-wait", 10 * MINUTE, 0, "`0s` to `350m`"),
    staleAfter: between(reader, "lock-stale-after", 6 * HOUR, MINUTE, 30 * DAY, "`1m` to `30d`"),
    soak: upToAll("soak", 0, 0, "`0s` to `350m`"),
    pause: upToAll("pause", 0, 0, "`0s` to `350m`"),
  };
}

function between(
  reader: InputReader,
  name: string,
  fallback: number,
  least: number,
  most: number,
  words: string,
): number {
  const duration = reader.duration(name, fallback);
  if (duration >= least && duration <= most) return duration;
  reader.wrong(name, reader.string(name), `a duration from ${words}`);
  return fallback;
}
