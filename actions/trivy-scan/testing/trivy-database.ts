import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bucket, boltFile } from "./bolt-file.ts";

/** What a database of tests says of one package. */
export interface KnownFlaw {
  readonly id: string;
  readonly title: string;
  readonly severity: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" | "UNKNOWN";
  /** `cargo`, `go`, `npm`, or a system such as `debian 12`. */
  readonly ecosystem: string;
  readonly package: string;
  /** In the ecosystem's own terms, e.g. `>= 1.2.3`; of a system one version. */
  readonly fixed: string;
  readonly aliases?: readonly string[];
}

const RANKS = ["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"];

/**
 * A small database in Trivy's own format (schema 2), below `db/` of a cache folder.
 *
 * @param times when it was made, and until when Trivy takes it for new; milliseconds since 1970.
 */
export function writeTrivyDatabase(
  cacheFolder: string,
  flaws: readonly KnownFlaw[],
  times: { readonly updatedAt?: number; readonly nextUpdate?: number } = {},
): void {
  const { updatedAt = Date.now() } = times;
  const { nextUpdate = updatedAt + 6 * 3_600_000 } = times;
  mkdirSync(join(cacheFolder, "db"), { recursive: true });
  writeFileSync(join(cacheFolder, "db/trivy.db"), trivyDatabase(flaws));
  const dates = { NextUpdate: nextUpdate, UpdatedAt: updatedAt, DownloadedAt: updatedAt };
  const metadata = Object.entries(dates).map(([name, time]) => [name, new Date(time).toISOString()]);
  writeFileSync(join(cacheFolder, "db/metadata.json"), JSON.stringify({ Version: 2, ...Object.fromEntries(metadata) }));
}

/** The bytes of `trivy.db`. */
export function trivyDatabase(flaws: readonly KnownFlaw[]): Buffer {
  const bySource = Map.groupBy(flaws, ({ ecosystem }) => (isSystem(ecosystem) ? ecosystem : `${ecosystem}::Test data`));
  const sources = [...bySource].map(([source, ofSource]): [string, Bucket] => {
    const byPackage = Map.groupBy(ofSource, (flaw) => flaw.package);
    const packages = [...byPackage].map(([name, of]): [string, Bucket] => [name, Object.fromEntries(of.map(advisory))]);
    return [source, Object.fromEntries(packages)];
  });
  const vulnerabilities = flaws.map(({ id, title, severity }) => [
    id,
    json({ Title: title, Severity: severity, VendorSeverity: { nvd: RANKS.indexOf(severity) } }),
  ]);
  const dataSources = sources.map(([source]) => [
    source,
    json({ ID: "test", Name: "Test data", URL: "https://example.com" }),
  ]);
  return boltFile({
    ...Object.fromEntries(sources),
    "data-source": Object.fromEntries(dataSources),
    vulnerability: Object.fromEntries(vulnerabilities),
    "vulnerability-id": Object.fromEntries(flaws.map(({ id }) => [id, json({})])),
  });
}

const isSystem = (ecosystem: string) => ecosystem.includes(" ");

function advisory({ id, ecosystem, fixed, aliases }: KnownFlaw): [string, Buffer] {
  if (isSystem(ecosystem)) return [id, json({ FixedVersion: fixed })];
  return [id, json({ PatchedVersions: [fixed], ...(aliases !== undefined && { VendorIDs: aliases }) })];
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
