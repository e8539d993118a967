import type { TargetFacts } from "../facts.ts";
import type { Scan } from "../scanning/scan.ts";

/** What is known of the head, which may be a part. */
export function headScan({ head }: TargetFacts): Scan | undefined {
  return "scan" in head ? head.scan : head.partial;
}

/** What is known of the base; undefined where it has none, or could not be scanned. */
export function baseScan(target: TargetFacts): Scan | undefined {
  const { base } = target;
  if (base === "none") return undefined;
  if (base === "unchanged") return headScan(target);
  return "scan" in base ? base.scan : base.partial;
}
