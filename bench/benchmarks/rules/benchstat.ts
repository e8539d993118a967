import { median } from "../../../packages/benchmarks/src/quantile-interval.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { rule } from "./rule.ts";

/** golang.org/x/perf/cmd/benchstat: a change is shown when p < 0.05; its direction is that of the medians. */
export const benchstat = rule(
  "benchstat (p < 0.05)",
  (cell) => median(cell.head) > median(cell.base) && mannWhitney(cell) < 0.05,
);
