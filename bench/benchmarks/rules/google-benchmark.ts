import { mannWhitney } from "./mann-whitney.ts";
import { rule } from "./rule.ts";
import { mean } from "./sample.ts";

/** google/benchmark's compare.py: the U test at 0.05, and red from +5 %. */
export const googleBenchmark = rule(
  "Google Benchmark compare.py (p < 0.05, +5 %)",
  (cell) => mean(cell.head) / mean(cell.base) > 1.05 && mannWhitney(cell) < 0.05,
);
