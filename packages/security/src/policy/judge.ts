import type { Finding, FindingKind, FindingPlace } from "../findings/finding.ts";
import { SEVERITIES, type Severity } from "../findings/severity.ts";
import type { Comparison } from "../identity/comparison.ts";
import { entryKinds } from "./entry-kinds.ts";
import type { IgnoreEntry, IgnoreKind } from "./ignore-file.ts";
import { IgnoreRules } from "./ignore-rules.ts";
import { proposedEntries } from "./proposed-entries.ts";

export interface Policy {
  /** What is reported; what fails is reported, too. */
  readonly severities: readonly Severity[];
  /** The severities that fail, by kind; a kind that is left out never fails. */
  readonly failOn: Readonly<Partial<Record<FindingKind, readonly Severity[]>>>;
  /** What a finding of unknown severity counts as for `failOn`. */
  readonly unknownSeverity: Severity;
  /** Whether flaws of packages without a version that has the fix do not fail. */
  readonly ignoreUnfixed: boolean;
  /** From the base: these count. */
  readonly ignored: readonly IgnoreEntry[];
  /** From the head; those that the base lacks are shown only. */
  readonly headIgnored: readonly IgnoreEntry[];
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds before an entry's end from which on it is listed. */
  readonly expiresSoon: number;
  /** What was looked for everywhere: an entry about something else is not called unused. */
  readonly lookedFor: readonly IgnoreKind[];
  /** Whether the whole repository was scanned: elsewhere an entry with paths is not called unused. */
  readonly everywhere: boolean;
  /** Where the paths of entries look for a finding, which may be called otherwise. */
  readonly placeOf?: (place: FindingPlace) => FindingPlace;
}

export interface Judged {
  readonly finding: Finding;
  readonly state: "new" | "known";
  readonly fails: boolean;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface Judgement {
  /** In no order. */
  readonly reported: readonly Judged[];
  /** Of the base. */
  readonly fixed: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly entry: IgnoreEntry }[];
  /** Of what is reported. */
  readonly counts: { readonly new: SeverityCounts; readonly known: SeverityCounts; readonly fixed: SeverityCounts };
  readonly entries: {
    /** Those that the head adds or prolongs. */
    readonly proposed: readonly IgnoreEntry[];
    readonly unused: readonly IgnoreEntry[];
    readonly expired: readonly IgnoreEntry[];
    /** Those that are of use, and soon will not count. */
    readonly expiring: readonly IgnoreEntry[];
  };
}

/**
 * Judges what was found, and only what is new can fail. Entries match every name of a flaw, unlike in Trivy 0.76, which
 * knows it by its main id alone.
 */
export function judge(comparison: Comparison, policy: Policy): Judgement {
  const { now, placeOf } = policy;
  const rules = new IgnoreRules(policy.ignored, now, placeOf);
  const reported: Judged[] = [];
  const suppressed: { finding: Finding; entry: IgnoreEntry }[] = [];
  for (const state of ["new", "known"] as const) {
    for (const finding of comparison[state]) {
      const entry = rules.entryFor(finding);
      const fails = state === "new" && isFailing(finding, policy);
      if (entry !== undefined) suppressed.push({ finding, entry });
      else if (fails || policy.severities.includes(finding.severity)) reported.push({ finding, state, fails });
    }
  }
  // What is fixed needs its entry no more, so it does not use it.
  const used = new Set(rules.active.filter((entry) => rules.isUsed(entry)));
  const fixed = comparison.fixed.filter(
    (finding) => policy.severities.includes(finding.severity) && rules.entryFor(finding) === undefined,
  );
  const ofState = (wanted: Judged["state"]) => reported.filter(({ state }) => state === wanted).map(findingOf);
  return {
    reported,
    fixed,
    suppressed,
    counts: { new: countOf(ofState("new")), known: countOf(ofState("known")), fixed: countOf(fixed) },
    entries: {
      proposed: proposedEntries(policy.headIgnored, policy.ignored, now),
      unused: rules.active.filter((entry) => !used.has(entry) && isUnused(entry, policy)),
      expired: rules.expired,
      expiring: [...used].filter(
        ({ expires }) => expires !== undefined && Date.parse(expires) - now <= policy.expiresSoon,
      ),
    },
  };
}

/** What a fix of a version can mend. A yanked version is mended by any other. */
const MENDABLE: readonly FindingKind[] = ["vulnerability", "unsound", "unmaintained", "notice"];

function isFailing({ kind, severity, package: affected }: Finding, policy: Policy): boolean {
  const failing = policy.failOn[kind] ?? [];
  const isBad = failing.includes(severity) || (severity === "unknown" && failing.includes(policy.unknownSeverity));
  const isUnfixed = MENDABLE.includes(kind) && affected !== undefined && affected.fixedVersions.length === 0;
  return isBad && !(policy.ignoreUnfixed && isUnfixed);
}

/** Whether somebody looked where the entry is about, of those that nothing has used. */
function isUnused(entry: IgnoreEntry, { lookedFor, everywhere }: Policy): boolean {
  return (everywhere || entry.paths === undefined) && entryKinds(entry).every((kind) => lookedFor.includes(kind));
}

function findingOf({ finding }: Judged): Finding {
  return finding;
}

function countOf(findings: readonly Finding[]): SeverityCounts {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
