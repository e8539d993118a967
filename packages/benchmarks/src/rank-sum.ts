import { normalTail } from "./normal.ts";
import { saddlepointTail } from "./saddlepoint.ts";

/** Runs of both sides under like conditions: one round, or everything if the order is unknown. */
export interface Stratum {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** How surprising the head's ranks are if both sides were the same program. */
export interface RankSum {
  /** P(the head's ranks are as large or larger): small when the head is slower. */
  readonly greater: number;
  /** P(the head's ranks are as small or smaller): small when the head is faster. */
  readonly less: number;
}

/**
 * Steps of the exact distribution of strata of any sizes, at most 0.1 ms: one of twelve runs a side with ties has its
 * exact one.
 */
const MAX_EXACT_STEPS = 100_000;

/** Steps of the exact tail of rounds of two against two, some microseconds: they are asked a hundred times as often. */
const MAX_TAIL_STEPS = 10_000;

/**
 * Runs that have only so many different ranks have sums in clumps, where a smooth formula is off by a factor of two.
 */
const FEW_LEVELS = 12;
const MAX_STEPS_OF_FEW_LEVELS = 500_000;

/**
 * Doubled ranks step by 2 without ties and by 1 with some: half of the larger step, for the continuity of the
 * approximations.
 */
const HALF_STEP = 1;

/**
 * A rank-sum test that knows in which rounds the runs were made: all runs are ranked together (midranks for ties), and
 * the null distribution is that of every way to swap base and head *within* their rounds, each of which `roundOrder`
 * draws as often. So drift from round to round,
 * whatever its form, does not count as a difference, and an outlier costs one rank. With one stratum it is the
 * Mann-Whitney test, exact with ties; with strata of one against one it is the randomisation test of pairs. Sampling of
 * the swaps is not needed: sums of ranks are integers (doubled).
 *
 * The distribution is exact where that is cheap: small strata, and of rounds of two against two the tail that is asked
 * for, whenever it is short, because near its end and with many ties the sums lie too far apart for any smooth formula
 * (it was off by a factor of 2.4). Other rounds of two against two take a saddlepoint approximation, and large strata
 * the normal one.
 */
export class RankSumTest {
  /** Ascending, with the stratum of each. */
  readonly #base: Sorted;
  readonly #head: Sorted;
  readonly #strata: number;
  readonly #sizes: readonly { readonly heads: number; readonly total: number }[];
  readonly #sums: Float64Array;
  readonly #headSums: Float64Array;
  readonly #squares: Float64Array;
  /** Doubled, by stratum, ascending within each; `starts` says where one begins. */
  readonly #ranks: Float64Array;
  readonly #starts: Int32Array;
  readonly #filled: Int32Array;
  readonly #isPaired: boolean;
  /** How many different ranks there are. */
  #levels = 0;

  /** @param strata with finite values; those with nothing on one side say nothing and are left out. */
  constructor(strata: readonly Stratum[]) {
    const used = strata.filter(({ base, head }) => base.length > 0 && head.length > 0);
    this.#strata = used.length;
    this.#sizes = used.map(({ base, head }) => ({ heads: head.length, total: base.length + head.length }));
    this.#base = sortRuns(used.map(({ base }) => base));
    this.#head = sortRuns(used.map(({ head }) => head));
    this.#sums = new Float64Array(this.#strata);
    this.#headSums = new Float64Array(this.#strata);
    this.#squares = new Float64Array(this.#strata);
    this.#starts = new Int32Array(this.#strata);
    for (let at = 1; at < this.#strata; at++) this.#starts[at] = this.#starts[at - 1]! + this.#sizes[at - 1]!.total;
    this.#filled = new Int32Array(this.#strata);
    this.#ranks = new Float64Array(this.#base.values.length + this.#head.values.length);
    this.#isPaired = this.#sizes.every(({ heads, total }) => heads === 2 && total === 4);
  }

  /** Smallest and largest difference of a head's and a base's value: no shift outside of them changes a rank. */
  get range(): readonly [number, number] {
    const base = this.#base.values;
    const head = this.#head.values;
    return [head[0]! - base.at(-1)!, head.at(-1)! - base[0]!];
  }

  /**
   * How far the head's ranks are above what swapping gives on average, in doubled ranks, once `shift` is taken off the
   * head.
   */
  excess(shift: number): number {
    this.#rank(shift);
    let excess = 0;
    for (let at = 0; at < this.#strata; at++) {
      const { heads, total } = this.#sizes[at]!;
      excess += this.#headSums[at]! - (heads * this.#sums[at]!) / total;
    }
    return excess;
  }

  /** The test of "the head is `shift` above the base". */
  test(shift: number): RankSum {
    return { greater: this.greater(shift), less: this.less(shift) };
  }

  /** P(the head's ranks are as large or larger) if the head were `shift` above the base. */
  greater(shift: number): number {
    return this.#tail(shift, 1);
  }

  /** P(the head's ranks are as small or smaller) if the head were `shift` above the base. */
  less(shift: number): number {
    return this.#tail(shift, -1);
  }

  /**
   * How many standard deviations the head's ranks are too high, once `shift` is taken off the head; 0 when all ranks
   * are equal.
   */
  score(shift: number): number {
    const excess = this.excess(shift);
    const variance = this.#variance();
    return variance > 0 ? excess / Math.sqrt(variance) : 0;
  }

  #tail(shift: number, sign: 1 | -1): number {
    if (this.#strata === 0) return 1;
    const excess = sign * this.excess(shift);
    const variance = this.#variance();
    if (!(variance > 0)) return 1;
    if (this.#isPaired) return tailOfPairs(this.#pairSums(), excess, variance, this.#levels);
    const exact = this.#exact();
    if (exact !== undefined) return sign === 1 ? exact.greater : exact.less;
    return normalTail((excess - HALF_STEP) / Math.sqrt(variance));
  }

  /**
   * For each stratum of two and two how far the rank sums of its three ways to split are from their mean, either side
   * up.
   */
  #pairSums(): Float64Array {
    const ranks = this.#ranks;
    const rows = new Float64Array(this.#strata * 3);
    for (let at = 0; at < this.#strata; at++) {
      const [a, b, c, d] = [ranks[4 * at]!, ranks[4 * at + 1]!, ranks[4 * at + 2]!, ranks[4 * at + 3]!];
      const mean = (a + b + c + d) / 2;
      rows[3 * at] = a + b - mean;
      rows[3 * at + 1] = a + c - mean;
      rows[3 * at + 2] = a + d - mean;
    }
    return rows;
  }

  /** Of the excess at the shift that was ranked last. */
  #variance(): number {
    let variance = 0;
    for (let at = 0; at < this.#strata; at++) {
      const { heads, total } = this.#sizes[at]!;
      const mean = this.#sums[at]! / total;
      const spread = this.#squares[at]! / total - mean * mean;
      variance += (heads * (total - heads) * spread) / (total - 1);
    }
    return variance;
  }

  #exact(): RankSum | undefined {
    if (this.#strata === 1) {
      const [{ heads, total }] = this.#sizes as [{ heads: number; total: number }];
      if (isUntied(this.#ranks)) {
        // Ranks 1..N doubled: the classical distribution, kept by sizes.
        if (total > MAX_UNTIED_RUNS) return undefined;
        const u = this.#headSums[0]! / 2 - (heads * (heads + 1)) / 2;
        return tails(untiedDistribution(heads, total - heads), u);
      }
    }
    const groups = this.#sizes.map(({ total }, at) =>
      this.#ranks.subarray(this.#starts[at]!, this.#starts[at]! + total),
    );
    let steps = 0;
    let width = 1;
    for (const [at, ranks] of groups.entries()) {
      const { heads } = this.#sizes[at]!;
      const range = rangeOfSums(ranks, heads);
      steps += ranks.length * heads * range + width * range;
      width += range;
      if (steps > MAX_EXACT_STEPS) return undefined;
    }
    let distribution: Float64Array = Float64Array.of(1);
    let observed = 0;
    for (const [at, ranks] of groups.entries()) {
      const { offset, weights } = sumsOfSubsets(ranks, this.#sizes[at]!.heads);
      distribution = convolve(distribution, weights);
      observed += Math.round(this.#headSums[at]!) - offset;
    }
    return tails(distribution, observed);
  }

  /**
   * Ranks all runs with `shift` taken off the head: the ranks and sums of each stratum, doubled so that midranks are
   * integers.
   */
  #rank(shift: number): void {
    const { values: base } = this.#base;
    const { values: head } = this.#head;
    this.#sums.fill(0);
    this.#headSums.fill(0);
    this.#squares.fill(0);
    this.#filled.set(this.#starts);
    this.#levels = 0;
    let b = 0;
    let h = 0;
    while (b < base.length || h < head.length) {
      const nextBase = b < base.length ? base[b]! : Number.POSITIVE_INFINITY;
      const nextHead = h < head.length ? head[h]! - shift : Number.POSITIVE_INFINITY;
      const next = nextBase < nextHead ? nextBase : nextHead;
      const fromBase = b;
      const fromHead = h;
      this.#levels++;
      while (b < base.length && base[b]! <= next) b++;
      while (h < head.length && head[h]! - shift <= next) h++;
      // Midrank of a run of ties, doubled: first + last, both 1-based.
      const rank = fromBase + fromHead + 1 + (b + h);
      for (let at = fromBase; at < b; at++) this.#add(this.#base.strata[at]!, rank);
      for (let at = fromHead; at < h; at++) {
        const stratum = this.#head.strata[at]!;
        this.#headSums[stratum] = this.#headSums[stratum]! + rank;
        this.#add(stratum, rank);
      }
    }
  }

  #add(stratum: number, rank: number): void {
    this.#sums[stratum] = this.#sums[stratum]! + rank;
    this.#squares[stratum] = this.#squares[stratum]! + rank * rank;
    this.#ranks[this.#filled[stratum]!] = rank;
    this.#filled[stratum] = this.#filled[stratum]! + 1;
  }
}

/**
 * P(S >= excess) for the sum of one of three values from each row, with either sign.
 *
 * @param levels how many different ranks the values come from.
 */
function tailOfPairs(rows: Float64Array, excess: number, variance: number, levels: number): number {
  let most = 0;
  let step = 0;
  for (let row = 0; row < rows.length; row += 3) {
    const top = topOf(rows, row);
    most += top;
    for (let k = row; k < row + 3; k++) step = commonDivisor(top + rows[k]!, commonDivisor(top - rows[k]!, step));
  }
  // The sums are symmetric about zero, so the tail on the far side of it is the complement of a short one.
  const isNear = excess > 0;
  const length = Math.round((isNear ? most - excess : most + excess - step) / step);
  if (length < 0) return isNear ? 0 : 1;
  if (rows.length * length <= (levels > FEW_LEVELS ? MAX_TAIL_STEPS : MAX_STEPS_OF_FEW_LEVELS)) {
    const tail = topOfPairs(rows, step, length);
    return isNear ? tail : 1 - tail;
  }
  const at = excess - Math.max(HALF_STEP, step / 2);
  // Past the middle, exact digits do not matter.
  return at > 0 ? saddlepointTail(rows, 3, at, variance) : normalTail(at / Math.sqrt(variance));
}

/** The exact chance of the largest sums: of those that are at most `length` steps below the largest of all. */
function topOfPairs(rows: Float64Array, step: number, length: number): number {
  let chances = new Float64Array(length + 1);
  let next = new Float64Array(length + 1);
  chances[0] = 1;
  let reach = 0;
  for (let row = 0; row < rows.length; row += 3) {
    const top = topOf(rows, row);
    if (top === 0) continue;
    next.fill(0);
    // Ties make some of the six ways equal.
    const ways = new Map<number, number>();
    for (let k = 0; k < 6; k++) {
      const value = rows[row + (k >> 1)]!;
      const below = Math.round((k % 2 === 0 ? top - value : top + value) / step);
      ways.set(below, (ways.get(below) ?? 0) + 1 / 6);
    }
    for (const [below, chance] of ways) {
      const last = Math.min(length - below, reach);
      for (let at = 0; at <= last; at++) next[at + below] = next[at + below]! + chances[at]! * chance;
    }
    reach = Math.min(length, reach + Math.round((2 * top) / step));
    [chances, next] = [next, chances];
  }
  let sum = 0;
  for (const chance of chances) sum += chance;
  return sum;
}

function topOf(rows: Float64Array, row: number): number {
  return Math.max(Math.abs(rows[row]!), Math.abs(rows[row + 1]!), Math.abs(rows[row + 2]!));
}

function commonDivisor(a: number, b: number): number {
  let large = a;
  let small = b;
  while (small !== 0) {
    const rest = large % small;
    large = small;
    small = rest;
  }
  return large;
}

interface Sorted {
  readonly values: Float64Array;
  readonly strata: Int32Array;
}

function sortRuns(groups: readonly (readonly number[])[]): Sorted {
  const runs = groups.flatMap((values, stratum) => values.map((value) => ({ value, stratum })));
  runs.sort((a, b) => a.value - b.value);
  return {
    values: Float64Array.from(runs, ({ value }) => value),
    strata: Int32Array.from(runs, ({ stratum }) => stratum),
  };
}

function isUntied(ranks: Float64Array): boolean {
  return ranks.every((rank, at) => at === 0 || rank !== ranks[at - 1]);
}

/** Both tails of a distribution of equally likely cases at an observed sum. */
function tails(weights: Float64Array, observed: number): RankSum {
  let below = 0;
  let above = 0;
  let total = 0;
  for (let sum = 0; sum < weights.length; sum++) {
    const weight = weights[sum]!;
    total += weight;
    if (sum <= observed) below += weight;
    if (sum >= observed) above += weight;
  }
  return { greater: above / total, less: below / total };
}

/**
 * How many values the sum of `count` of these ranks can have.
 *
 * @param sorted ascending.
 */
function rangeOfSums(sorted: Float64Array, count: number): number {
  let range = 0;
  for (let at = 0; at < count; at++) range += sorted[sorted.length - 1 - at]! - sorted[at]!;
  return range + 1;
}

/** How many ways there are to choose `count` of these ranks, by their sum less the smallest possible one (`offset`). */
function sumsOfSubsets(
  sorted: Float64Array,
  count: number,
): { readonly offset: number; readonly weights: Float64Array } {
  const offset = sorted.slice(0, count).reduce((sum, rank) => sum + rank, 0);
  const range = rangeOfSums(sorted, count);
  // Sums of k ranks are kept less k times the smallest rank, so that rows stay short.
  const least = sorted[0]!;
  const width = offset - count * least + range;
  const ways = Array.from({ length: count + 1 }, () => new Float64Array(width));
  ways[0]![0] = 1;
  // The largest sums of so many ranks yet: beyond them everything is zero.
  const reach = new Float64Array(count + 1);
  for (const [taken, rank] of sorted.entries()) {
    const step = rank - least;
    for (let k = Math.min(count, taken + 1); k >= 1; k--) {
      const to = ways[k]!;
      const from = ways[k - 1]!;
      reach[k] = reach[k - 1]! + step;
      for (let sum = reach[k]!; sum >= step; sum--) to[sum] = to[sum]! + from[sum - step]!;
    }
  }
  return { offset, weights: ways[count]!.slice(offset - count * least) };
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length + b.length - 1);
  for (let j = 0; j < b.length; j++) {
    const factor = b[j]!;
    if (factor === 0) continue;
    for (let i = 0; i < a.length; i++) product[i + j] = product[i + j]! + factor * a[i]!;
  }
  return product;
}

/**
 * Above it the normal approximation is good to the third digit even far out, and the table would cost more than it
 * says.
 */
const MAX_UNTIED_RUNS = 100;

const untied = new Map<number, Float64Array>();

/** The ways to each value of Mann and Whitney's U without ties. */
function untiedDistribution(heads: number, bases: number): Float64Array {
  const key = heads * 1000 + bases;
  let weights = untied.get(key);
  if (weights === undefined) {
    // Gaussian binomial coefficient: the product of (1 - q^(bases+i)) / (1 - q^i). The upper half, where large numbers
    // would cancel, is the mirror.
    const width = heads * bases + 1;
    const half = Math.ceil(width / 2);
    weights = new Float64Array(width);
    weights[0] = 1;
    for (let i = 1; i <= heads; i++) {
      for (let sum = half - 1; sum >= bases + i; sum--) weights[sum] = weights[sum]! - weights[sum - bases - i]!;
      for (let sum = i; sum < half; sum++) weights[sum] = weights[sum]! + weights[sum - i]!;
    }
    for (let sum = half; sum < width; sum++) weights[sum] = weights[width - 1 - sum]!;
    untied.set(key, weights);
  }
  return weights;
}
