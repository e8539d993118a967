import { median } from "../../../packages/benchmarks/src/quantile-interval.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { rule } from "./rule.ts";

/** asv continuous: the U test at 0.002, and a factor of 1.1. */
export const asv = rule(
  "asv continuous (p < 0.002, factor 1.1)",
  (cell) => median(cell.head) / median(cell.base) > 1.1 && mannWhitney(cell) < 0.002,
);
