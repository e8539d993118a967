import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Finding, FindingPlace } from "../findings/finding.ts";
import type { SuppressedFinding } from "../sarif/sarif-entry.ts";
import type { SbomPackage } from "../sbom/sbom.ts";
import { listed, oneLine, pathIn, textOr } from "./report-field.ts";
import { findingOfType, findingsOf } from "./result-findings.ts";
import { leavesPackagesOut, packagesOf } from "./result-packages.ts";

export interface ReportLimits {
  readonly bytes: number;
  /** With those that Trivy set aside. */
  readonly findings: number;
  readonly packages: number;
}

/** 25,000 findings are 94 MB. */
export const REPORT_LIMITS: ReportLimits = { bytes: 256 * 1024 * 1024, findings: 200_000, packages: 500_000 };

/** What a report must be of, or it is not the one that was asked for. */
export interface ExpectedReport {
  /** Of the list of targets; stands in every finding's place. */
  readonly target: string;
  /** As it was given to Trivy. */
  readonly artifactName: string;
  /** When Trivy was started and when it ended, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of an image whose manifest was read: the digest of its configuration. */
  readonly imageId?: string;
  /** Whether the target is one file: what is found in it needs no path. */
  readonly isFile?: boolean;
}

export interface TrivyReport {
  readonly version: string;
  /** `filesystem`, `repository` (a folder with a clean git checkout), `container_image`, `cyclonedx`, `spdx`. */
  readonly artifactType: string;
  readonly createdAt: string;
  /** Files and systems that were scanned, by class, e.g. `lang-pkgs`. */
  readonly scanned: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** What Trivy itself set aside, by an ignore file or VEX. It never tells of comments in files. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly packages: readonly SbomPackage[];
  /** Lock files whose packages Trivy left out, since they are not of the manifests beside them. */
  readonly staleLocks: readonly string[];
  /** Of an image: the digest of its configuration; of files: null. */
  readonly imageId: string | null;
  /** Of an image: how many layers were read. */
  readonly layers: number;
}

/**
 * Reads the JSON of one Trivy run (schema 2).
 *
 * No text of a secret, and no code, is in what comes back.
 *
 * @throws ReportError for a report that is cut off, of another schema, of another artifact, or of another time.
 */
export function readTrivyReport(
  chunks: readonly Uint8Array[],
  expected: ExpectedReport,
  limits: ReportLimits = REPORT_LIMITS,
): TrivyReport {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (bytes === 0) throw new ReportError("is empty: Trivy wrote nothing");
  if (bytes > limits.bytes) throw new ReportError(`has more than ${limits.bytes} bytes`);
  const report = parseJson(chunks);
  const createdAt = checkHead(report, expected);
  const metadata = report.get("Metadata");
  const findings = endOfLife(metadata.get("OS"), expected.target);
  const suppressed: SuppressedFinding[] = [];
  const packages: SbomPackage[] = [];
  const staleLocks: string[] = [];
  const scanned: Record<string, number> = Object.create(null);
  for (const result of listed(report.get("Results"))) {
    const kind = result.get("Class").text();
    scanned[kind] = (scanned[kind] ?? 0) + 1;
    const place = placeOf(result, kind, expected);
    for (const finding of findingsOf(result, place)) {
      checkCount(findings.length + suppressed.length, limits.findings, "findings");
      findings.push(finding);
    }
    for (const modified of modifiedFindings(result, place)) {
      checkCount(findings.length + suppressed.length, limits.findings, "findings");
      suppressed.push(modified);
    }
    if (leavesPackagesOut(result)) staleLocks.push(place.file);
    for (const each of packagesOf(result, place.file)) {
      checkCount(packages.length, limits.packages, "packages");
      packages.push(each);
    }
  }
  const imageId = textOr(metadata.get("ImageID"));
  return {
    version: report.get("Trivy").get("Version").text(),
    artifactType: report.get("ArtifactType").text(),
    createdAt,
    scanned: { ...scanned },
    findings,
    suppressed,
    packages,
    staleLocks,
    imageId: imageId === "" ? null : imageId,
    layers: listed(metadata.get("DiffIDs")).length,
  };
}

/** @returns when it was written. */
function checkHead(report: JsonValue, expected: ExpectedReport): string {
  const schema = report.get("SchemaVersion").number();
  if (schema !== 2) throw new ReportError(`has schema ${schema}; only schema 2 is supported`);
  const artifactName = report.get("ArtifactName").text();
  if (artifactName !== expected.artifactName)
    throw new ReportError(`is of ${quoted(artifactName)}, not of ${quoted(expected.artifactName)}`);
  const imageId = textOr(report.get("Metadata").get("ImageID"));
  if (expected.imageId !== undefined && imageId !== expected.imageId)
    throw new ReportError(`is of the image ${quoted(imageId)}, not of ${quoted(expected.imageId)}`);
  const createdAt = report.get("CreatedAt").text();
  checkTime(createdAt, expected);
  return createdAt;
}

function checkTime(createdAt: string, { startedAt, endedAt }: ExpectedReport): void {
  const time = Date.parse(createdAt);
  if (Number.isNaN(time)) throw new ReportError("`CreatedAt` is not a time");
  if (time < startedAt) throw new ReportError(`is old: it was written at ${createdAt}, before this scan`);
  if (time > endedAt) throw new ReportError(`is from the future: it says ${createdAt}`);
}

function checkCount(count: number, most: number, what: string): void {
  if (count === most) throw new ReportError(`has more than ${most} ${what}`);
}

function placeOf(result: JsonValue, kind: string, { target, isFile = false }: ExpectedReport): FindingPlace {
  const isWhole = kind === "os-pkgs" || isFile;
  return { target, file: isWhole ? "" : pathIn(result.get("Target").text()) };
}

function endOfLife(os: JsonValue, target: string): Finding[] {
  if (os.get("EOSL").raw !== true) return [];
  const id = oneLine(`${os.get("Family").text()} ${os.get("Name").text()}`);
  const title = oneLine(`${id} gets no more security fixes`);
  return [
    {
      kind: "end-of-life",
      id,
      aliases: [],
      severity: "unknown",
      title,
      place: { target, file: "" },
      sources: ["trivy"],
    },
  ];
}

function* modifiedFindings(result: JsonValue, place: FindingPlace): Iterable<SuppressedFinding> {
  const resultType = textOr(result.get("Type"));
  for (const each of listed(result.get("ExperimentalModifiedFindings"))) {
    const finding = findingOfType(each.get("Type").text(), each.get("Finding"), place, resultType);
    if (finding === undefined) continue;
    const statement = oneLine(textOr(each.get("Statement")));
    yield { finding, kind: "external", ...(statement === "" ? {} : { justification: statement }) };
  }
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
