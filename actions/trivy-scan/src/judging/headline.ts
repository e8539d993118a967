import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { SEVERITIES, type Severity } from "@jessy-actions/security/findings/severity";
import type { Result, SeverityCounts } from "../result.ts";
import type { Problem } from "../targets/problem.ts";

type Judged = Pick<Result, "findings" | "counts" | "problems" | "targets" | "locks" | "comparison" | "settings">;

/** The verdict in words, one line of plain text: a problem first, then what fails, then what else there is. */
export function headlineOf(result: Judged): string {
  const { findings, problems } = result;
  const failing = findings.filter(({ fails }) => fails);
  if (problems.length > 0) {
    const besides = failing.length === 0 ? "" : `; besides, ${failingWords(failing, result)}`;
    return `${brokenWords(problems, result)}${besides}`;
  }
  return failing.length > 0 ? sentence(failingWords(failing, result)) : passingWords(result);
}

function brokenWords(problems: readonly Problem[], { targets, locks }: Judged): string {
  const [first, ...others] = problems;
  const more = others.length === 0 ? "" : `, and ${counted(others.length, "more problem")}`;
  return `${whatIsMissing(problems, targets, locks)}: ${plain(first!.message.replace(/\.\s*$/, ""), MESSAGE_CHARACTERS)}${more}`;
}

function whatIsMissing(problems: readonly Problem[], targets: Judged["targets"], locks: Judged["locks"]): string {
  if (problems.every(({ cause }) => cause === "unreadable-policy")) return "Not judged by all of the policy";
  const isNothing = targets.every(isUnseen) && locks.length === 0;
  return isNothing ? "Nothing was scanned" : "Not everything was scanned";
}

/** What failed may have been scanned in part. */
function isUnseen({ state, scanned }: Judged["targets"][number]): boolean {
  return state === "failed" && Object.keys(scanned).length === 0;
}

/** `3 new findings fail: 1 critical, 2 high (CVE-2026-1 in serde 1.0.0, and 2 more)`. */
function failingWords(failing: readonly Finding[], { comparison }: Judged): string {
  const noun = comparison.state === "compared" ? "new finding" : "finding";
  const severities = SEVERITIES.flatMap((severity) => {
    const number = failing.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${count(number)} ${severity === "unknown" ? "of unknown severity" : severity}`];
  });
  const more = failing.length === 1 ? "" : `, and ${count(failing.length - 1)} more`;
  const verb = failing.length === 1 ? "fails" : "fail";
  return `${counted(failing.length, noun)} ${verb}: ${severities.join(", ")} (${subjectOf(failing[0]!)}${more})`;
}

function passingWords({ counts, comparison, settings }: Judged): string {
  const [added, known, fixed] = [sum(counts.new), sum(counts.known), sum(counts.fixed)];
  const ofSeverity = reportedWords(settings.severities ?? SEVERITIES);
  if (comparison.state === "none") return added === 0 ? `No findings${ofSeverity}` : withoutFailure(added, "finding");
  const first = added === 0 ? `No new findings${ofSeverity}` : withoutFailure(added, "new finding");
  const mended = fixed === 0 ? "" : `${added === 0 ? ", " : "; "}${count(fixed)} fixed`;
  return `${first}${mended}${standing(known)}`;
}

/** What is not reported may be there all the same. */
function reportedWords(severities: readonly Severity[]): string {
  if (severities.length === SEVERITIES.length) return "";
  const last = severities.at(-1)!;
  return ` of ${severities.length === 1 ? last : `${severities.slice(0, -1).join(", ")} or ${last}`} severity`;
}

function withoutFailure(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}, which does not fail` : `${counted(number, noun)}, none of which fails`;
}

function standing(known: number): string {
  return known === 0 ? "" : known === 1 ? "; 1 known one stands" : `; ${count(known)} known ones stand`;
}

const MESSAGE_CHARACTERS = 200;
const NAME_CHARACTERS = 80;

/** What a finding is, and of what. */
function subjectOf({ kind, id, package: affected, place }: Finding): string {
  const name = plain(id, NAME_CHARACTERS);
  if (kind === "end-of-life") return `end of life of ${name}`;
  if (affected !== undefined) {
    const version = `${plain(affected.name, NAME_CHARACTERS)} ${plain(affected.version, NAME_CHARACTERS)}`;
    return kind === "yanked" ? `${version} was ${name}` : `${name} in ${version}`;
  }
  return `${name} in ${plain(place.file || place.target, NAME_CHARACTERS)}`;
}

/** Untrusted text, or a message of ours: without the marks of code, on one line, and not endless. */
function plain(text: string, characters: number): string {
  const line = revealInvisible(text.replaceAll("`", "").replace(/\s+/g, " ").trim());
  return line.length > characters ? `${line.slice(0, characters - 3)}...` : line;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sum(counts: SeverityCounts): number {
  return SEVERITIES.reduce((total, severity) => total + counts[severity], 0);
}
