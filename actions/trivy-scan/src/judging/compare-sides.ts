import type { Finding } from "@jessy-actions/security/findings/finding";
import { mergeFindings } from "@jessy-actions/security/findings/merge-findings";
import { type Comparison, compareFindings } from "@jessy-actions/security/identity/comparison";
import type { SuppressedFinding } from "@jessy-actions/security/sarif/sarif-entry";
import type { Facts } from "../facts.ts";
import { baseScan, headScan } from "./scans.ts";

export interface ComparedSides {
  readonly comparison: Comparison;
  /** What Trivy set aside by a comment in a scanned file that the base has, too. */
  readonly setAside: readonly SuppressedFinding[];
  /** What it set aside by a comment that the base does not have: it counts all the same, and is in `comparison`. */
  readonly proposed: readonly SuppressedFinding[];
}

/**
 * What is new, known and fixed, whoever found it: one flaw of one package in one file is one finding. Where there is no
 * base, everything is new.
 *
 * @param folders the targets in the repository, by their names.
 */
export function compareSides(facts: Facts, folders: ReadonlyMap<string, string>): ComparedSides {
  const { base, targets, audit } = facts;
  const isCompared = base.state === "compared";
  const renames = isCompared ? base.renames : new Map<string, string>();
  const heads = targets.flatMap((target) => headScan(target) ?? []);
  const bases = isCompared ? targets.flatMap((target) => baseScan(target) ?? []) : [];

  const aside = new Map(heads.flatMap(({ suppressed }) => suppressed).map((one) => [one.finding, one]));
  const asideBefore = bases.flatMap(({ suppressed }) => suppressed.map(({ finding }) => finding));
  const asides = isTrusted(facts)
    ? { new: [], known: [...aside.keys()], fixed: [] }
    : compareFindings(asideBefore, [...aside.keys()], renames, folders);

  const head = [...heads.flatMap(({ findings }) => findings), ...asides.new, ...audit.head.findings];
  const before = [...bases.flatMap(({ findings }) => findings), ...((isCompared && audit.base?.findings) || [])];
  // What was set aside before is not new because its comment is gone, and not fixed either.
  const noLonger = new Set(asides.fixed);
  const compared = compareFindings([...mergeFindings(before), ...noLonger], mergeFindings(head), renames, folders);
  const isTold = fixedIsTold(facts);
  return {
    comparison: { ...compared, fixed: compared.fixed.filter((finding) => !noLonger.has(finding) && isTold(finding)) },
    setAside: asides.known.map((finding) => aside.get(finding)!),
    proposed: asides.new.map((finding) => aside.get(finding)!),
  };
}

/**
 * Whether comments in the scanned files count although no base says so: what is scanned is no proposal, but stands in
 * the repository already.
 */
function isTrusted({ base, ref, fork }: Facts): boolean {
  if (base.state === "compared" || base.cause === "no-base") return false;
  const isProposal = fork || /^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/.test(ref);
  return base.cause === "no-change" || !isProposal;
}

/** What was not looked at is missing, not fixed. */
function fixedIsTold({ targets, audit }: Facts): (finding: Finding) => boolean {
  const failed = new Set(targets.filter(({ head }) => "problem" in head).map(({ target }) => target.name));
  const isAudited = audit.head.problems.length === 0;
  return ({ place, sources }) => !failed.has(place.target) && (isAudited || sources.includes("trivy"));
}
