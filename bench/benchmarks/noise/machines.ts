import type { Random } from "../../../packages/benchmarks/src/random.ts";

/**
 * What a machine does to the times of processes that run one after another: for each slot the logarithm of a factor. It
 * does not know which program runs in a slot.
 */
export type Machine = (random: Random, slots: number, slotsOfARound: number) => Float64Array;

/** Of the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Every machine has some noise in each slot, or there would be nothing but ties. */
const BACKGROUND = 0.01;

function fill(slots: number, of: (slot: number) => number): Float64Array {
  return Float64Array.from({ length: slots }, (_, slot) => of(slot));
}

const background = (random: Random) => BACKGROUND * normal(random);

/** A square wave with a random phase: a neighbour that takes a turn every so many processes. */
const periodic =
  (period: number): Machine =>
  (random, slots) => {
    const phase = Math.floor(random() * period);
    return fill(slots, (slot) => ((slot + phase) % period < period / 2 ? 0.1 : 0) + background(random));
  };

export const MACHINES: Readonly<Record<string, Machine>> = {
  "quiet, 1 %": (random, slots) => fill(slots, () => background(random)),
  "iid, 5 %": (random, slots) => fill(slots, () => 0.05 * normal(random)),
  "iid, 15 %": (random, slots) => fill(slots, () => 0.15 * normal(random)),
  "AR(1), 0.9": (random, slots) => {
    let state = 0;
    return fill(slots, () => {
      state = 0.9 * state + 0.03 * normal(random);
      return state;
    });
  },
  drift: (random, slots) => fill(slots, (slot) => (0.5 * slot) / slots + background(random)),
  step: (random, slots) => {
    const at = random() * slots;
    return fill(slots, (slot) => (slot < at ? 0 : 0.3) + background(random));
  },
  bursts: (random, slots) => {
    let left = 0;
    return fill(slots, () => {
      if (left === 0 && random() < 0.05) left = 1 + Math.floor(random() * 12);
      return (left > 0 && left-- > 0 ? 0.3 * random() : 0) + background(random);
    });
  },
  "period 3": periodic(3),
  "period 4": periodic(4),
  "period 6": periodic(6),
  "locked V": (random, slots, slotsOfARound) => {
    let height = 0;
    return fill(slots, (slot) => {
      const place = slot % slotsOfARound;
      if (place === 0) height = 0.1 * normal(random);
      return height * (Math.abs(2 * place - slotsOfARound + 1) - 1) + background(random);
    });
  },
  bimodal: (random, slots) => fill(slots, () => (random() < 0.4 ? 0.15 : 0) + background(random)),
  "heavy tails": (random, slots) => fill(slots, () => 0.02 * Math.abs(Math.tan(Math.PI * (random() - 0.5)))),
  ties: (random, slots) => fill(slots, () => Math.log1p(0.05 * Math.round(normal(random)))),
};
