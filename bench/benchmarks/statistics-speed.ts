/** How long the statistics of many benchmarks take: the slowest part of a report after the measuring itself. */

import { looksFrom } from "../../packages/benchmarks/src/spending.ts";
import { judgeTimed, type TimedMetric } from "../../packages/benchmarks/src/timed.ts";

const BENCHMARKS = 1000;
const ROUNDS = 30;

/** Seeded, so that every machine times the same numbers (Park and Miller 1988). */
let state = 20_261_124;
function uniform(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

const noise = () => Math.exp(0.03 * (uniform() + uniform() + uniform() + uniform() - 2));
const looks = [...looksFrom(6, ROUNDS)];
const metrics: TimedMetric[] = Array.from({ length: BENCHMARKS }, (_, at) => {
  const slowdown = at % 10 === 0 ? 1.08 : 1;
  const run = () => 1000 * noise();
  const rounds = Array.from({ length: ROUNDS }, () => ({
    base: [run(), run()],
    head: [run() * slowdown, run() * slowdown],
  }));
  return {
    benchmark: `benchmark ${at}`,
    metric: { name: "time", unit: "ns", better: "lower", judgement: "timed" },
    rounds,
    looks,
    ended: true,
  };
});

const started = performance.now();
const { comparisons } = judgeTimed(metrics, {
  alpha: 0.05,
  margin: () => ({ relative: 0.05, absolute: 1 }),
});
const seconds = (performance.now() - started) / 1000;
const regressed = comparisons.filter(({ verdict }) => verdict === "regressed").length;
process.stdout.write(
  `${BENCHMARKS} benchmarks x ${ROUNDS} rounds, ${looks.length} looks: ${seconds.toFixed(2)} s (${regressed} regressed)\n`,
);
