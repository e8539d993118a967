import { basename, dirname, join } from "node:path";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { SuppressedFinding } from "@jessy-actions/security/sarif/sarif-entry";
import type { Problem } from "../../targets/problem.ts";
import type { RunOutcome } from "../running/run-trivy.ts";
import type { TrivyRun } from "../running/trivy-arguments.ts";
import { mayBeConfiguration } from "./file-kinds.ts";
import type { FolderSurvey } from "./folder-survey.ts";
import { makeShadow } from "./shadow-folder.ts";

/** A target of files that was scanned, and how parts of it are scanned again. Paths are absolute. */
export interface ScannedFiles {
  readonly path: string;
  readonly isFile: boolean;
  readonly survey: FolderSurvey;
  /** A folder that does not exist yet. */
  readonly shadow: string;
  run(part: Pick<TrivyRun, "command" | "scanners" | "artifact">): Promise<RunOutcome>;
}

/**
 * What comments in configuration set aside: what Trivy finds besides in a copy in which they have no effect. Without such
 * comments nothing is run.
 *
 * @param found what it found while it obeyed them
 */
export async function findSetAside(
  { path, isFile, survey, shadow, run }: ScannedFiles,
  found: readonly Finding[],
): Promise<{ readonly suppressed: readonly SuppressedFinding[] } | { readonly problem: Problem }> {
  if (survey.ignoring.length === 0) return { suppressed: [] };
  makeShadow(isFile ? dirname(path) : path, survey.files.filter(mayBeConfiguration), survey.ignoring, shadow);
  const artifact = isFile ? join(shadow, basename(path)) : shadow;
  const outcome = await run({ command: "fs", artifact, scanners: ["misconfig"] });
  if ("problem" in outcome) return outcome;
  const hidden = withoutThese(outcome.report.findings, found);
  return { suppressed: hidden.map((finding) => ({ finding, kind: "inSource" })) };
}

/** A list without those of another one, each as often as it is there. */
function withoutThese(all: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of others) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return all.filter((finding) => {
    const count = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

function keyOf({ kind, id, place, detail }: Finding): string {
  return JSON.stringify([kind, id, place.file, place.startLine, place.endLine, detail]);
}
