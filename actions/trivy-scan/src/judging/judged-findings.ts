import type { Finding } from "@jessy-actions/security/findings/finding";
import { fixCommand } from "@jessy-actions/security/findings/fix-command";
import { SEVERITIES, type Severity } from "@jessy-actions/security/findings/severity";
import type { Judged } from "@jessy-actions/security/policy/judge";
import type { ExploitationData } from "../policy/exploitation.ts";
import type { JudgedFinding } from "../result.ts";

/**
 * What is reported, in the order in which people should look: what fails, what is new, the worst, what is attacked,
 * what is likely to be, and then by where it is.
 *
 * @param unknownSeverity what an unknown severity counts as.
 */
export function judgedFindings(
  reported: readonly Judged[],
  exploitation: ExploitationData,
  unknownSeverity: Severity,
): readonly JudgedFinding[] {
  return reported
    .map((judged) => describe(judged, exploitation))
    .map((finding) => ({ finding, rank: rankOf(finding, unknownSeverity), key: keyOf(finding) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || compareTexts(a.key, b.key) || compareWhole(a.finding, b.finding))
    .map(({ finding }) => finding);
}

/** What does not fail, the worst first. @param findingOf what of an item is a finding. */
export function worstFirst<Item>(items: readonly Item[], findingOf: (item: Item) => Finding): readonly Item[] {
  return items
    .map((item) => ({ item, finding: findingOf(item) }))
    .map(({ item, finding }) => ({ item, finding, rank: SEVERITIES.indexOf(finding.severity), key: keyOf(finding) }))
    .sort((a, b) => a.rank - b.rank || compareTexts(a.key, b.key) || compareWhole(a.finding, b.finding))
    .map(({ item }) => item);
}

function describe({ finding, state, fails }: Judged, { known, probability }: ExploitationData): JudgedFinding {
  const names = [finding.id, ...finding.aliases];
  const exploited = names.some((name) => known.has(name));
  const likely = names.flatMap((name) => probability.get(name) ?? []);
  const fix = finding.package === undefined ? undefined : fixCommand(finding.package);
  return {
    ...finding,
    state,
    fails,
    ...(exploited && { exploited }),
    ...(likely.length > 0 && { probability: Math.max(...likely) }),
    ...(fix !== undefined && { fix: fix.command }),
    ...(fix !== undefined && !fix.isCompatible && { breaking: true as const }),
  };
}

/** Lower comes first. Of two otherwise alike, the one whose severity is known does. */
function rankOf(finding: JudgedFinding, unknownSeverity: Severity): readonly number[] {
  const { fails, state, severity, exploited, probability, score } = finding;
  return [
    fails ? 0 : 1,
    state === "new" ? 0 : 1,
    SEVERITIES.indexOf(severity === "unknown" ? unknownSeverity : severity),
    exploited === true ? 0 : 1,
    -(probability ?? 0),
    -(score ?? 0),
    SEVERITIES.indexOf(severity),
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}

/** By where it is and what it is; the same for the same findings, in whichever order they came. */
function keyOf({ place, package: affected, id }: Finding): string {
  const line = String(place.startLine ?? 0).padStart(10, "0");
  return [place.target, place.file, affected?.name ?? "", id, line].join("\u0000");
}

/** Of findings that are alike in what matters. */
function compareWhole(a: Finding, b: Finding): number {
  return compareTexts(JSON.stringify(a), JSON.stringify(b));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
