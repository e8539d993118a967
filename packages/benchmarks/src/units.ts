import type { Direction, Judgement, Metric } from "./model.ts";

/** A unit as a report writes it, in our terms: multiply by `factor` for a number in `unit`. */
export interface Unit {
  readonly unit: string;
  readonly factor: number;
  readonly better: Direction;
  readonly judgement: Judgement;
}

/** Nanoseconds a unit of time. `µ` is U+00B5 or U+03BC, depending on the tool. */
const TIME: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ps: 1e-3,
    ns: 1,
    nanosecond: 1,
    nanoseconds: 1,
    us: 1e3,
    "\u00b5s": 1e3,
    "\u03bcs": 1e3,
    microsecond: 1e3,
    microseconds: 1e3,
    ms: 1e6,
    millisecond: 1e6,
    milliseconds: 1e6,
    s: 1e9,
    sec: 1e9,
    secs: 1e9,
    second: 1e9,
    seconds: 1e9,
    min: 60e9,
    minutes: 60e9,
    h: 3600e9,
  }),
);

/** Bytes a unit of size. SI prefixes are powers of 1000, also Go's and libtest's `MB`. */
const SIZE: ReadonlyMap<string, number> = new Map(
  Object.entries({
    b: 1,
    byte: 1,
    bytes: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 1024,
    mib: 1024 ** 2,
    gib: 1024 ** 3,
    tib: 1024 ** 4,
  }),
);

/** Words after a slash that mean one run of the thing being measured: `ns/op`, `s/iter`. */
const PER_RUN = /\/(?:op|ops|iter|iteration|call|run|invocation)$/i;

/** Counters that the same program repeats exactly. */
const EXACT_COUNTS = /^(?:allocs?|allocations?|mallocs?|instructions?|instrs?|ir)$/i;

/** Counters that are as noisy as time. */
const NOISY_COUNTS = /^(?:cycles?|cpu-cycles|estimated[ _]cycles|branch-misses|cache-misses)$/i;

/**
 * What a unit means and which way it gets better: times, sizes and counts down, rates up. An unknown unit has no
 * direction, so its metric is shown and not judged (github-action-benchmark#365: a direction for a whole tool called
 * speed-ups regressions).
 */
export function resolveUnit(written: string): Unit {
  const text = written.trim();
  const perRun = text.replace(PER_RUN, "");
  const time = TIME.get(perRun) ?? TIME.get(perRun.toLowerCase());
  if (time !== undefined) return { unit: "ns", factor: time, better: "lower", judgement: "timed" };
  // Not a pattern: in a unit with a hundred thousand slashes it would look behind each of them.
  const slash = text.lastIndexOf("/");
  const per = slash === -1 ? undefined : TIME.get(text.slice(slash + 1).toLowerCase());
  if (per !== undefined) {
    const size = SIZE.get(text.slice(0, slash).toLowerCase());
    // Of 1 MB/ms there are 1000 in a second: 10^9 ns in a second over the ns in the unit.
    if (size !== undefined) return { unit: "B/s", factor: (size * 1e9) / per, better: "higher", judgement: "timed" };
    return { unit: "/s", factor: 1e9 / per, better: "higher", judgement: "timed" };
  }
  const size = SIZE.get(perRun.toLowerCase());
  if (size !== undefined) return { unit: "B", factor: size, better: "lower", judgement: "exact" };
  if (EXACT_COUNTS.test(perRun)) return { unit: text, factor: 1, better: "lower", judgement: "exact" };
  if (NOISY_COUNTS.test(perRun)) return { unit: text, factor: 1, better: "lower", judgement: "timed" };
  return { unit: text, factor: 1, better: "none", judgement: "shown" };
}

/** The time of one run: the metric that every format has. */
export const TIME_METRIC: Metric = { name: "time", unit: "ns", better: "lower", judgement: "timed" };
