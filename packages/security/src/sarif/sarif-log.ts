import type { Finding, FindingPlace } from "../findings/finding.ts";
import type { Severity } from "../findings/severity.ts";
import type { Escapes } from "./escapes.ts";
import { ownFingerprint } from "./fingerprint.ts";
import { RESULTS_KEPT, RESULTS_MAX, RUNS_MAX } from "./limits.ts";
import { type LocationBase, locationUri } from "./location-uri.ts";
import { compareEntries, type SarifEntry, type SuppressedFinding } from "./sarif-entry.ts";
import { resultDocument } from "./sarif-result.ts";
import { ruleDocument, ruleIdOf, SarifRules } from "./sarif-rule.ts";

export type { SuppressedFinding } from "./sarif-entry.ts";

/** One analysis: what was found in one target, or in several of one category. */
export interface SarifRun {
  /**
   * What tells analyses of one tool and commit apart. A later upload of the same category replaces the earlier, and a
   * pull request is compared with the same category of its base. GitHub rejects a file with two runs of one: runs of
   * one category are written as one.
   */
  readonly category: string;
  readonly kind: LocationBase["kind"];
  readonly findings: readonly Finding[];
  /** GitHub ignores that they are suppressed and opens alerts: leave them out of what is uploaded. Default: none. */
  readonly suppressed?: readonly SuppressedFinding[];
}

export interface SarifOptions {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri: string };
  readonly escapes: Escapes;
  /** Results of a run that are written, at most 25,000. Default: the 5,000 that GitHub keeps. */
  readonly results?: number;
  /** What a finding of unknown severity counts as for the gate. Default: `unknown`. */
  readonly unknownCountsAs?: Severity;
  readonly roots?: LocationBase["roots"];
}

/** What was left out of a run to keep to the limits. */
export interface SarifCut {
  readonly category: string;
  readonly written: number;
  readonly leftOut: number;
  readonly worstLeftOut: Severity;
}

export interface SarifLog {
  /** The file, in parts; each pass writes it anew. */
  readonly content: Iterable<string>;
  /** Empty: everything is in it. */
  readonly cuts: readonly SarifCut[];
}

/** A SARIF 2.1.0 file for GitHub code scanning: the worst findings first, within GitHub's limits. */
export function sarifLog(runs: readonly SarifRun[], options: SarifOptions): SarifLog {
  const most = Math.min(options.results ?? RESULTS_KEPT, RESULTS_MAX);
  const analyses = [...entriesByCategory(runs, options)].map(([category, entries]) => ({
    category,
    entries: entries.sort(compareEntries),
  }));
  const kept = new Set(analyses.length <= RUNS_MAX ? analyses : analyses.toSorted(compareByWorst).slice(0, RUNS_MAX));
  const written = analyses.map((analysis) => ({
    ...analysis,
    kept: kept.has(analysis),
    count: kept.has(analysis) ? Math.min(analysis.entries.length, most) : 0,
  }));
  return {
    content: {
      *[Symbol.iterator]() {
        yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[';
        let separator = "";
        for (const { category, entries, count, kept } of written) {
          if (!kept) continue;
          yield separator;
          yield* runParts(category, entries.slice(0, count), options);
          separator = ",";
        }
        yield "]}\n";
      },
    },
    cuts: written
      .filter(({ entries, count }) => count < entries.length)
      .map(({ category, entries, count }) => ({
        category,
        written: count,
        leftOut: entries.length - count,
        worstLeftOut: entries[count]!.severity,
      })),
  };
}

type Analysis = { readonly category: string; readonly entries: readonly SarifEntry[] };

function entriesByCategory(
  runs: readonly SarifRun[],
  { escapes, roots = [], unknownCountsAs = "unknown" }: SarifOptions,
): ReadonlyMap<string, SarifEntry[]> {
  const byCategory = new Map<string, SarifEntry[]>();
  for (const { category, kind, findings, suppressed = [] } of runs) {
    const id = categoryId(escapes.plain(category));
    const entries = byCategory.get(id) ?? [];
    byCategory.set(id, entries);
    const uriOf = knownUris((place) => locationUri(place, { kind, roots }));
    const add = (finding: Finding, suppression?: SuppressedFinding) =>
      entries.push({
        ruleId: ruleIdOf(finding),
        finding,
        severity: finding.severity === "unknown" ? unknownCountsAs : finding.severity,
        uri: uriOf(finding.place),
        ...(suppression !== undefined && { suppressed: suppression }),
      });
    for (const finding of findings) add(finding);
    for (const one of suppressed) add(one.finding, one);
  }
  return byCategory;
}

/** A lock file has hundreds of findings. */
function knownUris(make: (place: FindingPlace) => string): (place: FindingPlace) => string {
  const known = new Map<string, Map<string, string>>();
  return (place) => {
    const { target, file } = place;
    const files = known.get(target) ?? new Map<string, string>();
    known.set(target, files);
    const uri = files.get(file) ?? make(place);
    files.set(file, uri);
    return uri;
  };
}

/** GitHub's category is what stands before the last slash. */
function categoryId(category: string): string {
  const name = category.trim().replace(/\/+$/, "");
  return name === "" ? "trivy-scan/" : `${name}/`;
}

/** The run with the worst finding first; one without any last. */
function compareByWorst(a: Analysis, b: Analysis): number {
  const [worst, other] = [a.entries[0], b.entries[0]];
  if (worst === undefined || other === undefined) return Number(worst === undefined) - Number(other === undefined);
  return compareEntries(worst, other);
}

function* runParts(category: string, entries: readonly SarifEntry[], options: SarifOptions): Iterable<string> {
  const { tool, escapes } = options;
  const rules = new SarifRules(entries);
  yield `{"automationDetails":${JSON.stringify({ id: category })},"columnKind":"utf16CodeUnits","tool":{"driver":`;
  yield `${JSON.stringify(tool).slice(0, -1)},"rules":[`;
  let separator = "";
  for (const rule of rules) {
    yield separator + JSON.stringify(ruleDocument(rule, escapes));
    separator = ",";
  }
  yield ']}},"results":[';
  separator = "";
  /** How often a fingerprint of a rule came before: GitHub would take the second for the first. */
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const rule = rules.of(entry);
    const own = ownFingerprint(entry.finding, entry.uri);
    const key = `${rule.index} ${entry.uri} ${own}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    yield separator + JSON.stringify(resultDocument(entry, rule, `${own}:${count}`, escapes));
    separator = ",";
  }
  yield "]}";
}
