import type { Direction, Judgement, Metric } from "./model.ts";
import { type Family, type Word, wordOf } from "./unit-families.ts";

/** A unit as a report writes it, in our terms: multiply by `factor` for a number in `unit`. */
export interface Unit {
  readonly unit: string;
  readonly factor: number;
  readonly better: Direction;
  readonly judgement: Judgement;
}

/** A longer text is no unit, and nothing is made of it. */
export const MAX_UNIT_CHARACTERS = 100;

/** Words after a slash that mean one run of what is measured: whatever is counted there is its cost. */
const PER_RUN = /^(?:op|ops|operations?|iter|iters|iterations?|calls?|runs?|invocations?)$/i;

/**
 * What a unit means and which way it gets better, from the families of its words (unit-families.ts):
 *
 * - times, sizes, counts, failures and prices are costs, also for an item, a percentile or a peak (`ns/item`, `p99-ns`,
 *   `heap-bytes`, `errors/s`): lower;
 * - work in a time is a rate (`req/s`, `rps`, `MB/s`, `ops/s/core`, `FLOP/cycle`): higher;
 * - anything else for a run is a cost, as Go has it (`compares/op`): lower;
 * - a quality has the direction of its word (`hit %`, `accuracy`; `cpu %`, `latency`).
 *
 * Words that contradict each other, and units without such a word, have no direction: their metric is shown and not
 * judged (github-action-benchmark#365: a direction for a whole tool called speed-ups regressions).
 *
 * @param about what is measured, if the report says so beside the unit: `hit rate` of a `%`.
 */
export function resolveUnit(written: string, about = ""): Unit {
  const text = written.trim();
  const none: Unit = { unit: text, factor: 1, better: "none", judgement: "shown" };
  if (text.length > MAX_UNIT_CHARACTERS) return none;
  const parts = partsOf(text);
  const amount = new Words(parts[0]!);
  const per = parts.slice(1).map((part) => new Words(part));
  const other = new Words(wordsIn(about.slice(-MAX_UNIT_CHARACTERS)).filter(isTelling).slice(-1));
  if (amount.has("vague") || other.has("vague")) return none;
  return resolve(text, amount, per, other) ?? none;
}

/** Of a name the last word that says something counts: `error path throughput` is a throughput. */
function isTelling(word: string): boolean {
  return wordOf(word)?.families.some((family) => TELLING.includes(family)) === true;
}

const TELLING: readonly Family[] = ["failure", "good", "bad", "resident", "vague"];

/** `MB/s/core`, `bytes_per_second`: the words between slashes. */
function partsOf(text: string): string[][] {
  const parts: string[][] = [[]];
  for (const word of wordsIn(text.replaceAll("/", " / "))) {
    if (word === "/" || /^per$/i.test(word)) parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return parts;
}

/** `p99LatencyNs`, `peak-RSS-bytes`, `hit%`: a word that is known as it stands is not parted. `µ` is U+00B5 or U+03BC. */
function wordsIn(text: string): string[] {
  return text
    .replace(/[\u00b5\u03bc]/g, "u")
    .replace(/[%$]/g, " $& ")
    .split(/[\s_.,:;#()[\]{}\u00b7|*-]+/)
    .filter((word) => word !== "")
    .flatMap((word) =>
      wordOf(word) === undefined ? word.split(/(?<=[a-z\d])(?=[A-Z])|(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)/) : [word],
    );
}

/** The words of one part of a unit. */
class Words {
  readonly #written: readonly string[];
  readonly #words: readonly Word[];

  constructor(written: readonly string[]) {
    this.#written = written;
    const known = written.filter((word) => wordOf(word) !== undefined);
    // `min` is a minute alone (`jobs/min`) and behind a word that nobody knows; else the least: `min-ns`, `IOPS min`.
    const isMinute = known.length === 1 && /^min$/i.test(written.at(-1)!);
    this.#words = known.filter((word) => isMinute || !/^min$/i.test(word)).flatMap((word) => wordOf(word)!);
  }

  get isEmpty(): boolean {
    return this.#written.length === 0;
  }

  /** One run of what is measured. */
  get isRun(): boolean {
    return isRun(this.#written);
  }

  has(...families: readonly Family[]): boolean {
    return this.#words.some((word) => word.families.some((family) => families.includes(family)));
  }

  /** The one word of a family; undefined if there are none or two that differ. */
  one(family: Family): Word | undefined {
    const words = this.#words.filter(({ families }) => families.includes(family));
    return words.every(({ factor }) => factor === words[0]!.factor) ? words[0] : undefined;
  }

  /** Of `M rows` and `Mrows`. */
  get scale(): number {
    return this.#words.reduce(
      (product, { families, factor }) =>
        families.includes("work") || families.includes("thousands") || families.includes("rate")
          ? product * factor
          : product,
      1,
    );
  }

  /** A percentile, an end or what is in use differs from run to run; what is written or allocated repeats. */
  get isNoisySize(): boolean {
    return this.has("resident") || this.#written.some((word) => /^(?:min|p\d*|\d+(?:st|nd|rd|th)?)$/i.test(word));
  }
}

/**
 * What a metric is called that has only a unit: the canonical unit if that is all it says (`time`, `B`, `/s`), so that
 * `1.2 ms/iter` and `900 us/iter` are one metric; else the unit as written, so that `p50-ns` and `p99-ns` are two.
 */
export function metricName(written: string): string {
  const text = written.trim();
  if (text === "") return "value";
  if (text.length > MAX_UNIT_CHARACTERS) return text;
  const [amount = [], ...per] = partsOf(text);
  const { unit } = resolveUnit(text);
  const isWhole = per.length === 0 || (per.length === 1 && (isRun(per[0]!) || unit.endsWith("/s")));
  const families = wordOf(amount[0] ?? "")?.families ?? [];
  const isPlain = amount.length === 1 && (families.some((family) => SCALED.includes(family)) || isRun(amount));
  if (!isWhole || !isPlain) return text;
  return unit === TIME_METRIC.unit ? TIME_METRIC.name : unit;
}

/** A metric of which a report gives a name and no unit (`p99_ns`, `cache_misses`): the name tells what it can. */
export function namedMetric(name: string): Metric & { readonly factor: number } {
  const { unit, ...told } = resolveUnit(name);
  return { name, unit: unit === name.trim() ? "" : unit, ...told };
}

const SCALED: readonly Family[] = ["time", "size", "bits"];

function isRun(words: readonly string[]): boolean {
  return words.some((word) => PER_RUN.test(word));
}

/** @returns undefined where nothing says which way it gets better. */
function resolve(text: string, amount: Words, per: readonly Words[], about: Words): Unit | undefined {
  const as = (better: "lower" | "higher", judgement: Judgement = "timed", unit = text, factor = 1): Unit => ({
    unit,
    factor,
    better,
    judgement,
  });
  const last = per.at(-1);
  const second = last?.one("time");
  const isFailing = amount.has("failure") || about.has("failure");
  if (second !== undefined) {
    const isLost = isFailing || last!.has("failure");
    if (amount.has("price") && !isLost) return as("lower");
    const isContradiction = amount.has("time", "exact", "counter", "bad") || last!.has("exact", "counter", "bad");
    if (isContradiction && !isLost) return undefined;
    const better = isLost ? "lower" : "higher";
    // Of 1 MB/ms there are 1000 in a second: 10^9 ns in a second over the ns in the unit.
    const factor = 1e9 / second.factor;
    if (!amount.has("size", "bits")) return as(better, "timed", "/s", amount.scale * factor);
    const [family, unit] = amount.has("size") ? (["size", "B/s"] as const) : (["bits", "bit/s"] as const);
    const size = amount.one(family);
    return size === undefined || per.length > 1 ? as(better) : as(better, "timed", unit, size.factor * factor);
  }
  // `ops/s/core`: a share of a rate is one.
  if (per.length > 1 && per.some((part) => part.one("time") !== undefined)) return as(isFailing ? "lower" : "higher");
  const isPriced = last?.has("price", "counter") === true && !isFailing && !amount.has("time", "price");
  if (isPriced) return amount.has("work", "size", "exact", "good", "rate") ? as("higher") : undefined;
  const time = amount.one("time");
  if (time !== undefined) return as("lower", "timed", "ns", time.factor);
  if (amount.has("time")) return as("lower");
  if (amount.has("rate")) {
    if (isFailing) return as("lower");
    const rate = amount.one("rate");
    if (last === undefined)
      return rate === undefined ? as("higher") : as("higher", "timed", `${rate.of ?? ""}/s`, amount.scale);
    if (!(last.isRun && amount.has("work"))) return as("higher");
  }
  if (amount.has("size", "bits")) {
    if (amount.has("good") || (last === undefined && amount.has("moved"))) return undefined;
    const judgement = amount.isNoisySize || about.isNoisySize ? "timed" : "exact";
    const size = amount.one(amount.has("size") ? "size" : "bits");
    return size === undefined
      ? as("lower", judgement)
      : as("lower", judgement, amount.has("size") ? "B" : "bit", size.factor);
  }
  const isGood = amount.has("good") || about.has("good");
  const isBad = isFailing || amount.has("bad", "price", "counter") || (about.has("bad") && !amount.has("good"));
  if (isGood && isBad) return undefined;
  if (isGood) return as("higher");
  if (amount.has("exact") && !isFailing) return as("lower", "exact");
  if (isBad || (last?.isRun === true && !amount.isEmpty)) return as("lower");
  return undefined;
}

/** The time of one run: the metric that every format has. */
export const TIME_METRIC: Metric = { name: "time", unit: "ns", better: "lower", judgement: "timed" };

/** Files and programs are never empty. */
const FILE_SIZE = /(?:file|binary|bundle|image|package|artifact)s?[ _-]?(?:size|bytes)/i;

/**
 * Whether a number can be a measurement. Times, rates and memory in use of 0 are a clock that stood still, work that was
 * not done and a program that was not there; 0 allocations, errors, cache hits or per cent may be true. Of what is only
 * shown nothing depends on it.
 */
export function isMeasurement({ name, unit, better, judgement }: Metric, value: number): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  if (value > 0 || judgement === "shown") return true;
  const isRate = better === "higher" && unit.endsWith("/s");
  return !(unit === "ns" || isRate || (unit === "B" && (judgement === "timed" || FILE_SIZE.test(name))));
}
