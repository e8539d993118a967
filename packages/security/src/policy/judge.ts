import type { Finding, FindingKind } from "../findings/finding.ts";
import { SEVERITIES, type Severity } from "../findings/severity.ts";
import { type IgnoreEntry, isExpired } from "./ignore-file.ts";

export interface Policy {
  /** The severities that fail, by kind; a kind that is left out never fails. `unknown` fails only where it is named. */
  readonly failOn: Readonly<Partial<Record<FindingKind, readonly Severity[]>>>;
  readonly allowZeroTargets: boolean;
  /** From the base: these count. */
  readonly ignored: readonly IgnoreEntry[];
  /** From the head; those that the base lacks are shown only. */
  readonly headIgnored: readonly IgnoreEntry[];
  /** In milliseconds since 1970. */
  readonly now: number;
}

export interface Judgement {
  readonly verdict: "pass" | "fail" | "broken";
  readonly failing: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly counts: Readonly<Partial<Record<FindingKind, Readonly<Record<Severity, number>>>>>;
  /** Entries that the pull request adds or prolongs. */
  readonly proposed: readonly IgnoreEntry[];
  readonly unused: readonly IgnoreEntry[];
  readonly expired: readonly IgnoreEntry[];
}

/**
 * The whole decision over what was found; it is broken when nothing was scanned. Entries match aliases too, unlike in
 * Trivy 0.76, which knows a flaw by its main id alone.
 */
export function judge(findings: readonly Finding[], targets: number, policy: Policy): Judgement {
  const expired = policy.ignored.filter((entry) => isExpired(entry, policy.now));
  const active = new Map(
    policy.ignored.filter((entry) => !isExpired(entry, policy.now)).map((each) => [each.id, each]),
  );
  const used = new Set<string>();
  const failing: Finding[] = [];
  const suppressed: Finding[] = [];
  const counts: Partial<Record<FindingKind, Record<Severity, number>>> = {};
  for (const finding of findings) {
    const names = [finding.id, ...finding.aliases].filter((name) => active.has(name));
    for (const name of names) used.add(name);
    if (names.length > 0) {
      suppressed.push(finding);
      continue;
    }
    counts[finding.kind] ??= none();
    counts[finding.kind]![finding.severity]++;
    if (policy.failOn[finding.kind]?.includes(finding.severity)) failing.push(finding);
  }
  const inBase = new Set(policy.ignored.map(({ id, expires }) => `${id} ${expires}`));
  return {
    verdict: failing.length > 0 ? "fail" : targets === 0 && !policy.allowZeroTargets ? "broken" : "pass",
    failing,
    suppressed,
    counts,
    proposed: policy.headIgnored.filter(({ id, expires }) => !inBase.has(`${id} ${expires}`)),
    unused: [...active.values()].filter(({ id }) => !used.has(id)),
    expired,
  };
}

function none(): Record<Severity, number> {
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
}
