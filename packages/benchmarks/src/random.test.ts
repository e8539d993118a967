import { expect, test } from "vitest";
import { seededRandom } from "./random.ts";

const M32 = 0xffff_ffffn;
const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & M32;

/** xoshiro128** 1.1 as its authors' C has it (prng.di.unimi.it/xoshiro128starstar.c), in whole numbers without end. */
function* reference(state: readonly bigint[]): Generator<bigint> {
  const s = [...state];
  for (;;) {
    yield (rotl((s[1]! * 5n) & M32, 7n) * 9n) & M32;
    const t = (s[1]! << 9n) & M32;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotl(s[3]!, 11n);
  }
}

/** FNV-1a of 32 bits, then splitmix32. */
function stateOf(seed: string): bigint[] {
  let hash = 0x811c9dc5n;
  for (const byte of Buffer.from(seed)) hash = ((hash ^ BigInt(byte)) * 0x01000193n) & M32;
  return Array.from({ length: 4 }, () => {
    hash = (hash + 0x9e3779b9n) & M32;
    let z = ((hash ^ (hash >> 16n)) * 0x21f0aaadn) & M32;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & M32;
    return z ^ (z >> 15n);
  });
}

const take = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random() * 2 ** 32);
};

test("the reference is the authors' generator", () => {
  // rand_xoshiro's vectors of xoshiro128** from the state 1, 2, 3, 4.
  const numbers = reference([1n, 2n, 3n, 4n]);
  expect(Array.from({ length: 10 }, () => Number(numbers.next().value))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
  // FNV-1a's own vector.
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from("foobar")) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  expect(hash).toBe(0xbf9cf968);
});

test.each(["", "a", "foobar", "base\0head\0name", "ünï 🦀", "x".repeat(1000)])(
  "of the seed %j it gives the reference's numbers",
  (seed) => {
    const numbers = reference(stateOf(seed));
    expect(take(seed, 1000)).toEqual(Array.from({ length: 1000 }, () => Number(numbers.next().value)));
  },
);

test("the same on every machine, for ever: a run can be repeated", () => {
  expect(take("foobar", 4)).toEqual([3431084953, 4164121548, 1829225280, 1239245826]);
});

test("from 0 up to 1, evenly, and without a hang to what came before", () => {
  const random = seededRandom("evenly");
  const buckets = Array<number>(100).fill(0);
  const pairs = Array<number>(100).fill(0);
  let before = 0;
  for (let at = 0; at < 100_000; at++) {
    const value = random();
    expect(value >= 0 && value < 1).toBe(true);
    buckets[Math.floor(value * 100)]!++;
    const digit = Math.floor(value * 10);
    pairs[before * 10 + digit]!++;
    before = digit;
  }
  // Chi-square of 99 degrees: 148.2 is its 0.999 quantile.
  const chi = (counts: readonly number[]) => counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chi(buckets)).toBeLessThan(148.2);
  expect(chi(pairs)).toBeLessThan(148.2);
});

test("seeds that differ in a letter have nothing in common", () => {
  const firsts = Array.from({ length: 1000 }, (_, at) => seededRandom(`seed ${at}`)());
  expect(new Set(firsts).size).toBe(1000);
  const mean = firsts.reduce((sum, value) => sum + value, 0) / 1000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.04);
});
