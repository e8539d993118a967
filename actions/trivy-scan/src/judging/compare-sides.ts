import type { Finding } from "@jessy-actions/security/findings/finding";
import { mergeFindings } from "@jessy-actions/security/findings/merge-findings";
import { type Comparison, compareFindings } from "@jessy-actions/security/identity/comparison";
import type { Facts } from "../facts.ts";
import type { Scan } from "../scanning/scan.ts";
import { type ComparedComments, compareComments, isStanding } from "./comments.ts";
import { Originals } from "./originals.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { baseScan, headScan } from "./scans.ts";

export interface ComparedSides {
  /** Without what a comment sets aside that the base has, too; with what one sets aside that it has not. */
  readonly comparison: Comparison;
  readonly comments: ComparedComments;
}

/**
 * What is new, known and fixed, whoever found it: one flaw of one package in one file is one finding. Where there is no
 * base, everything is new.
 *
 * @param folders the targets in the repository, by their names.
 */
export function compareSides(facts: Facts, folders: ReadonlyMap<string, string>): ComparedSides {
  const { base, targets, audit } = facts;
  const renames = base.state === "compared" ? base.renames : new Map<string, string>();
  const heads = targets.flatMap((target) => headScan(target) ?? []);
  const bases = base.state === "compared" ? targets.flatMap((target) => baseScan(target) ?? []) : [];
  const auditBefore = (base.state === "compared" && audit.base?.findings) || [];
  const compare = (before: readonly Finding[], now: readonly Finding[]) =>
    compareFindings(before, now, renames, folders);
  const byTrivy = (scans: readonly Scan[], more: readonly Finding[] = []) => {
    const all = [...scans.flatMap(({ findings }) => findings), ...more];
    const names = targets.map(({ target }) => target);
    return withoutOverlaps(all, names, folders);
  };

  const comments = compareComments(setAside(bases), setAside(heads), isStanding(facts), compare);
  const counted = comments.proposed.map(({ finding }) => finding);
  // What was set aside before is not new because its comment is gone.
  const before = [...mergeFindings([...byTrivy(bases), ...auditBefore]), ...comments.gone];
  const comparison = compare(before, mergeFindings([...byTrivy(heads, counted), ...audit.head.findings]));

  const gone = new Originals(comments.gone, (finding) => finding);
  const isTold = fixedIsTold(facts);
  const fixed = comparison.fixed.filter((finding) => gone.take(finding) === undefined && isTold(finding));
  return { comparison: { ...comparison, fixed }, comments };
}

function setAside(scans: readonly Scan[]): Scan["suppressed"] {
  return scans.flatMap(({ suppressed }) => suppressed);
}

/** What was not looked at is missing, not fixed. */
function fixedIsTold({ targets, audit }: Facts): (finding: Finding) => boolean {
  const failed = new Set(targets.filter(({ head }) => "problem" in head).map(({ target }) => target.name));
  const isAudited = audit.head.problems.length === 0;
  return ({ place, sources }) => !failed.has(place.target) && (isAudited || sources.includes("trivy"));
}
