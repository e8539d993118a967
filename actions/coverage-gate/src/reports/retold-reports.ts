import { dirname } from "node:path";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { isToldBy } from "@jessy-actions/coverage/shards";

/** Formats that Istanbul and Vitest write beside their own JSON; none of them tells a branch by its place. */
const RETELLING = new Set<CoverageReport["format"]>(["lcov", "clover", "cobertura"]);

interface ReadReport {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly report: CoverageReport;
}

/**
 * Reports that lie beside an Istanbul JSON and tell nothing of lines that it does not tell, by their path: the same run
 * written twice. Only the JSON tells branches by their place; the numbers that LCOV has from V8 differ between shards.
 */
export function findRetold(
  reports: readonly ReadReport[],
): ReadonlyMap<string, { readonly shown: string; readonly by: string }> {
  const retold = new Map<string, { shown: string; by: string }>();
  const istanbul = Map.groupBy(
    reports.filter(({ report }) => report.format === "istanbul"),
    ({ path }) => dirname(path),
  );
  for (const { path, shown, report } of reports) {
    if (!RETELLING.has(report.format)) continue;
    const by = istanbul.get(dirname(path))?.find((other) => isToldBy(report, other.report));
    if (by !== undefined) retold.set(path, { shown, by: by.shown });
  }
  return retold;
}
