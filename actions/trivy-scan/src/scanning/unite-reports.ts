import type { Finding } from "@jessy-actions/security/findings/finding";
import type { SbomPackage } from "@jessy-actions/security/sbom/sbom";
import type { TrivyReport } from "@jessy-actions/security/trivy/report";

/** What one run said of one platform. */
export interface PlatformReport {
  /** `linux/arm64`. */
  readonly platform: string;
  readonly report: TrivyReport;
}

type United = Pick<TrivyReport, "findings" | "suppressed" | "packages" | "scanned" | "layers">;

/**
 * The platforms of an image as one: what several of them have is one finding, and of a vulnerability that only some of
 * them have `detail` says which. What one platform has twice stays twice. Systems and files are counted for each.
 */
export function uniteReports(reports: readonly PlatformReport[]): United {
  if (reports.length === 1) return reports[0]!.report;
  const scanned: Record<string, number> = {};
  for (const { report } of reports)
    for (const [kind, count] of Object.entries(report.scanned)) scanned[kind] = (scanned[kind] ?? 0) + count;
  return {
    findings: united(
      reports.map(({ platform, report }) => ({ platform, items: report.findings })),
      findingKey,
      limitedTo,
    ),
    suppressed: united(
      reports.map(({ platform, report }) => ({ platform, items: report.suppressed })),
      ({ finding, kind }) => `${kind} ${findingKey(finding)}`,
      (each) => each,
    ),
    packages: united(
      reports.map(({ platform, report }) => ({ platform, items: report.packages })),
      packageKey,
      (each) => each,
    ),
    scanned,
    layers: Math.max(0, ...reports.map(({ report }) => report.layers)),
  };
}

interface PlatformItems<Item> {
  readonly platform: string;
  readonly items: readonly Item[];
}

function united<Item>(
  all: readonly PlatformItems<Item>[],
  keyOf: (item: Item) => string,
  limit: (item: Item, platforms: readonly string[]) => Item,
): readonly Item[] {
  // The second of one key in a platform is the second of that key in the others.
  const found = new Map<string, { readonly item: Item; readonly platforms: string[] }>();
  for (const { platform, items } of all) {
    const counts = new Map<string, number>();
    for (const item of items) {
      const key = keyOf(item);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const known = found.get(`${count} ${key}`);
      if (known === undefined) found.set(`${count} ${key}`, { item, platforms: [platform] });
      else known.platforms.push(platform);
    }
  }
  return [...found.values()].map(({ item, platforms }) =>
    platforms.length === all.length ? item : limit(item, platforms),
  );
}

function findingKey({ kind, id, place, package: affected, detail }: Finding): string {
  const { file, startLine, endLine } = place;
  const what = affected === undefined ? [detail] : [affected.ecosystem, affected.name, affected.version];
  return JSON.stringify([kind, id, file, startLine, endLine, ...what]);
}

/** Purls of Debian and Alpine name the architecture. */
function packageKey({ name, version, purl, file }: SbomPackage): string {
  return JSON.stringify([name, version, purl, file]);
}

/** Only of vulnerabilities: `detail` tells other findings apart. */
function limitedTo(finding: Finding, platforms: readonly string[]): Finding {
  if (finding.kind !== "vulnerability") return finding;
  return { ...finding, detail: `only on ${platforms.join(", ")}` };
}
