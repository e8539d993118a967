import { codeSpan, escapeMarkdown, escapeTerminal, linkTarget } from "@jessy-actions/kit/report/escape";
import { count } from "@jessy-actions/kit/report/quantity";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { RESULTS_KEPT, RUNS_MAX } from "@jessy-actions/security/sarif/limits";
import { type SarifCut, type SarifRun, sarifLog } from "@jessy-actions/security/sarif/sarif-log";
import type { Result, TargetResult } from "../result.ts";
import type { Problem, ProblemCause } from "../targets/problem.ts";
import type { TargetKind } from "../targets/target.ts";

/** What GitHub calls the tool; alerts are its own by this name, so it never changes. */
export const SARIF_TOOL = "trivy-scan";

/** Characters of a piece of the file. */
const PIECE = 1 << 16;

/** A SARIF file, ready to be written and to be compressed. */
export interface SarifFile {
  readonly content: readonly string[];
  /** What is not in it, a sentence each. */
  readonly notes: readonly string[];
  /** Whether it has an analysis: otherwise there is nothing to upload. */
  readonly isEmpty: boolean;
}

/** By the findings, which all later stages of a result share: upload and file need it, and it is made once. */
const made = new WeakMap<Result["findings"], { readonly about: string; readonly file: SarifFile }>();

/** All that GitHub's alerts are kept by: new and known findings of every target that was scanned whole. */
export function sarifOf(result: Result): SarifFile {
  const { targets, locks, tool, settings, problems } = result;
  const about = JSON.stringify([targets, locks, tool, settings, problems.filter(isOfScan)]);
  const known = made.get(result.findings);
  if (known?.about === about) return known.file;
  const file = writeSarif(result, RESULTS_KEPT);
  made.set(result.findings, { about, file });
  return file;
}

/** A failed upload says nothing of what was scanned. */
const isOfScan = ({ cause }: Problem): boolean => cause !== "upload-failed";

/** @param results of an analysis that are written, the worst first. */
export function writeSarif(result: Result, results: number): SarifFile {
  const { whole, held } = analysesOf(result);
  const { content, cuts } = sarifLog(whole, {
    tool: {
      name: SARIF_TOOL,
      version: result.tool.version,
      informationUri: "https://github.com/org/jessy-actions",
    },
    escapes: { plain: escapeTerminal, markdown: escapeMarkdown, code: codeSpan, link: linkTarget },
    results,
    unknownCountsAs: result.settings.unknownSeverity,
  });
  return {
    content: pieces(content),
    notes: [...(whole.length === 0 ? [] : heldNote(held)), ...cuts.map(cutNote), ...manyNote(whole.length)],
    isEmpty: whole.length === 0,
  };
}

function analysesOf(result: Result): { readonly whole: readonly SarifRun[]; readonly held: readonly string[] } {
  const { targets, findings, problems, locks, settings } = result;
  const byTarget = Map.groupBy(findings as readonly Finding[], ({ place }) => place.target);
  const named = new Set(targets.map(({ name }) => name));
  // What RustSec says of locks that no target names.
  const unnamed = [...byTarget].filter(([name]) => !named.has(name)).flatMap(([, each]) => each);
  const runs = targets.map((target) => ({
    target,
    run: {
      category: `${settings.category}/${categoryOf(target)}`,
      kind: IN_FILES.includes(target.kind) ? ("files" as const) : ("image" as const),
      findings: inFolder(byTarget.get(target.name) ?? [], target),
    },
  }));
  const open = problems.filter(isOfScan);
  const isAbout = (name: string, isFiles: boolean) =>
    open.some(({ cause, target }) => (target === undefined ? isFiles || !OF_FILES.includes(cause) : target === name));
  const isWhole = ({ name, kind, state }: TargetResult) =>
    state === "scanned" && !isAbout(name, IN_FILES.includes(kind));
  const ofLocks: SarifRun[] =
    unnamed.length === 0 && (locks.length === 0 || named.has("."))
      ? []
      : [{ category: `${settings.category}/locks`, kind: "files", findings: unnamed }];
  return {
    whole: [
      ...runs.filter(({ target }) => isWhole(target)).map(({ run }) => run),
      ...(isAbout("", true) ? [] : ofLocks),
    ],
    held: runs.filter(({ target }) => !isWhole(target)).map(({ target }) => target.name),
  };
}

/** Problems of no target that no image has; any other may be one of each target. */
const OF_FILES: readonly ProblemCause[] = ["unreadable-lock", "unreadable-config"];

const IN_FILES: readonly TargetKind[] = ["fs", "config", "sbom"];

/** The same from run to run, whatever the tag of an image; a target of the whole repository is called by its kind. */
function categoryOf({ kind, name }: TargetResult): string {
  return name === "." ? kind : `${kind}/${name}`;
}

/** Paths of a SARIF file are relative to the repository, whatever a target is called. */
function inFolder(findings: readonly Finding[], { kind, name, location = name }: TargetResult): readonly Finding[] {
  if (!IN_FILES.includes(kind) || location === name) return findings;
  return findings.map((finding) => ({ ...finding, place: { ...finding.place, target: location } }));
}

function heldNote(held: readonly string[]): string[] {
  if (held.length === 0) return [];
  const names = held.map((name) => `\`${name.replaceAll("`", "'")}\``).join(", ");
  return [`The SARIF file leaves out ${names}, since a partial analysis would close alerts that still stand.`];
}

function cutNote({ category, written, leftOut, worstLeftOut }: SarifCut): string {
  return `The SARIF file has the ${count(written)} worst findings of \`${category.replaceAll("`", "'")}\`; ${count(leftOut)} do not fit GitHub's limits, the worst of them ${worstLeftOut}.`;
}

function manyNote(runs: number): string[] {
  if (runs <= RUNS_MAX) return [];
  return [`GitHub takes ${RUNS_MAX} analyses at a time, and there are ${runs}: the SARIF file has the worst.`];
}

/** Long pieces: a file of 5,000 results has 20,000 short ones. */
function pieces(parts: Iterable<string>): readonly string[] {
  const joined: string[] = [];
  let piece = "";
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    joined.push(piece);
    piece = "";
  }
  joined.push(piece);
  return joined;
}
