import type { AffectedPackage, Finding, FindingKind, FindingPlace } from "./finding.ts";
import { REACHES, type Reach } from "./reach.ts";
import { groupByFlaw } from "./same-flaw.ts";
import { SEVERITIES, type Severity } from "./severity.ts";
import { compareVersionTexts } from "./version-order.ts";

/**
 * Merges what several tools found, so that one flaw of one package in one file is one finding.
 *
 * RustSec says what an
 * advisory is news of (`unmaintained`, `unsound`), where Trivy has a vulnerability of unknown severity: then RustSec's
 * kind counts. Where another source rates the flaw, it stays a vulnerability. The worst severity that is known wins, fixed versions and sources are united, and the order of the findings
 * given plays no part.
 *
 * Findings without a package, and those that were yanked, are left as they are.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const places = Map.groupBy(findings, placeKey);
  return inOrder(
    [...places].flatMap(([key, group]) =>
      key === undefined ? group : groupByFlaw(group).map(inOrder).map(mergeGroup),
    ),
  );
}

/** What has other names, from worst to least: the same flaw has an id with each of its sources. */
const ALIASED: readonly FindingKind[] = ["vulnerability", "unsound", "unmaintained", "notice"];

/** Findings that may be the same flaw: of one package and version in one file. */
function placeKey({ kind, package: affected, place }: Finding): string | undefined {
  if (affected === undefined || !ALIASED.includes(kind)) return undefined;
  const { ecosystem, name, version } = affected;
  return JSON.stringify([place.target, place.file, ecosystem, name, plainVersion(affected, version)]);
}

/** Go's versions have a `v` that some tools leave out. */
function plainVersion({ ecosystem }: AffectedPackage, version: string): string {
  return ecosystem === "golang" ? version.replace(/^v/, "") : version;
}

/** Of the findings of one flaw, in their order. */
function mergeGroup(group: readonly Finding[]): Finding {
  if (group.length === 1) return group[0]!;
  const id = group.map((finding) => finding.id).sort(compareIds)[0]!;
  const names = new Set(group.flatMap((finding) => [finding.id, ...finding.aliases]));
  names.delete(id);
  // RustSec knows its own ids best, then whoever says most.
  const told = group.find(({ sources }) => sources.includes("rustsec")) ?? group[0]!;
  const { score, url, detail, reach } = {
    score: highest(group.flatMap((finding) => finding.score ?? [])),
    url: told.url ?? group.find((finding) => finding.url !== undefined)?.url,
    detail: told.detail ?? group.find((finding) => finding.detail !== undefined)?.detail,
    reach: nearest(group.flatMap((finding) => finding.reach ?? [])),
  };
  return {
    kind: kindOf(group),
    id,
    aliases: [...names].sort(),
    severity: worst(group.map(({ severity }) => severity)),
    ...(score === undefined ? {} : { score }),
    title: told.title,
    ...(url === undefined ? {} : { url }),
    place: smallest(group.map(({ place }) => place)),
    package: { ...told.package!, fixedVersions: uniteFixes(group) },
    ...(detail === undefined ? {} : { detail }),
    ...(reach === undefined ? {} : { reach }),
    sources: [...new Set(group.flatMap(({ sources }) => sources))].sort(),
  };
}

function kindOf(group: readonly Finding[]): FindingKind {
  const byRustSec = group.filter(({ sources }) => sources.includes("rustsec"));
  const isRated = group.some((finding) => !byRustSec.includes(finding) && finding.severity !== "unknown");
  const telling = byRustSec.length === 0 || isRated ? group : byRustSec;
  return ALIASED.find((kind) => telling.some((finding) => finding.kind === kind))!;
}

/** A CVE before a GHSA before the rest: the name that most databases know. */
function compareIds(a: string, b: string): number {
  return idRank(a) - idRank(b) || compareTexts(a, b);
}

const ID_PREFIXES = ["CVE-", "GHSA-"];

function idRank(id: string): number {
  const rank = ID_PREFIXES.findIndex((prefix) => id.startsWith(prefix));
  return rank === -1 ? ID_PREFIXES.length : rank;
}

/** Unknown is no severity: one that is known wins. */
function worst(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity))!;
}

function highest(scores: readonly number[]): number | undefined {
  return scores.length === 0 ? undefined : Math.max(...scores);
}

function nearest(reaches: readonly Reach[]): Reach | undefined {
  return REACHES.find((reach) => reaches.includes(reach));
}

/** The fewest lines: GitHub shows what is new only where all of them are in the diff. */
function smallest(places: readonly FindingPlace[]): FindingPlace {
  return places.reduce((best, place) => (lines(place) < lines(best) ? place : best));
}

function lines({ startLine, endLine }: FindingPlace): number {
  return startLine === undefined ? Number.POSITIVE_INFINITY : (endLine ?? startLine) - startLine;
}

/**
 * Lowest first, as numbers go. Sources are united. Where one of them has several advisories, only a version counts that
 * has the fix of each.
 */
function uniteFixes(group: readonly Finding[]): string[] {
  const bySource = Map.groupBy(group, ({ sources }) => sources.join());
  const fixed = [...bySource.values()].flatMap((findings) => {
    const lists = findings.map(({ package: affected }) =>
      affected!.fixedVersions.map((version) => plainVersion(affected!, version)),
    );
    const has = (list: readonly string[], version: string) =>
      list.length === 0 || list.some((each) => compareVersionTexts(each, version) <= 0);
    return lists.flat().filter((version) => lists.every((list) => has(list, version)));
  });
  return [...new Set(fixed)].sort(compareVersionTexts);
}

/** By where it is, then by what it is: the same for the same findings, in whichever order they came. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => compareTexts(a.key, b.key) || compareWhole(a.finding, b.finding))
    .map(({ finding }) => finding);
}

/** The character between the parts is lower than any that they have. */
function sortKey({ place, package: affected, kind, id }: Finding): string {
  const line = String(place.startLine ?? 0).padStart(10, "0");
  return [place.target, place.file, affected?.name ?? "", affected?.version ?? "", id, kind, line].join("\u0000");
}

/** Of findings that are alike in what matters. */
function compareWhole(a: Finding, b: Finding): number {
  return compareTexts(JSON.stringify(a), JSON.stringify(b));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
