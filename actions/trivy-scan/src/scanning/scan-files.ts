import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { SuppressedFinding } from "@jessy-actions/security/sarif/sarif-entry";
import type { SbomPackage } from "@jessy-actions/security/sbom/sbom";
import type { Scanner } from "../inputs.ts";
import type { Target } from "../targets/target.ts";
import { isLock, javaArchives, mayBeConfiguration } from "./files/file-kinds.ts";
import { findPath } from "./files/find-path.ts";
import { type FolderSurvey, surveyFolder, trimmed } from "./files/folder-survey.ts";
import { makeShadow } from "./files/shadow-folder.ts";
import { idleScanners } from "./idle-scanners.ts";
import { nothingScanned, outcomeOf } from "./outcome.ts";
import { problemOf } from "./plain-problem.ts";
import type { UnreadFile } from "./running/run-log.ts";
import { type RunOutcome, runTrivy } from "./running/run-trivy.ts";
import type { TrivyRun } from "./running/trivy-arguments.ts";
import type { ScanOutcome } from "./scan.ts";
import type { Scanning } from "./scanning.ts";

/** Scans a folder, a file, or an SBOM. */
export async function scanFiles(
  target: Target,
  folder: string,
  scanning: Scanning,
  work: string,
  io: ActionIo,
): Promise<ScanOutcome> {
  const scanners = scannersOf(target, scanning.inputs.scanners);
  if (scanners.length === 0) return { problem: nothingScanned(target.name, scanners, io) };
  const found = findPath(target, folder);
  if ("problem" in found) return { problem: problemOf("no-target", target.name, found.problem, io) };
  const { path, isFile } = found;
  const skipped = skippedOf(path, scanning, io);
  const survey = target.kind === "sbom" ? EMPTY : surveyFolder(path, skipped, scanners.includes("misconfig"));
  const base: TrivyRun = {
    command: target.kind === "sbom" ? "sbom" : "fs",
    scanners,
    artifact: path,
    skipFolders: skipped.folders.map((pattern) => join(path, pattern)),
    skipFiles: skipped.files.map((pattern) => join(path, pattern)),
  };
  const isOneFile = isFile && target.kind !== "sbom";
  const run = (more: Partial<TrivyRun>, below: string, isOne = isOneFile): Promise<RunOutcome> =>
    runTrivy({ ...base, ...more }, { target: target.name, isFile: isOne }, scanning, join(work, below), io);
  const main = await run({}, "main");
  if ("problem" in main) return main;
  const { report } = main;
  const unread: UnreadFile[] = [...main.unread, ...survey.linkedLocks.map(asUnread)];

  const unmuted = await unmute();
  if ("problem" in unmuted) return unmuted;
  const java = await scanJava();
  if ("problem" in java) return java;

  const evidence = {
    scanned: report.scanned,
    hasContent: survey.files.length > 0,
    hasLocks: unread.length === 0 && survey.files.some((file) => isLock(basename(file))),
  };
  const idle = java.packages.length > 0 ? [] : idleScanners(scanners, evidence);
  const scan = {
    findings: [...report.findings, ...java.findings],
    suppressed: [...report.suppressed, ...unmuted.suppressed],
    packages: [...report.packages, ...java.packages],
    scanned: report.scanned,
    digest: null,
    idle,
  };
  return outcomeOf(target.name, scan, scanners, unread, io);

  /** What comments in configuration set aside: what Trivy finds besides when they have no effect. */
  async function unmute(): Promise<
    { readonly suppressed: readonly SuppressedFinding[] } | Extract<RunOutcome, { problem: unknown }>
  > {
    if (survey.ignoring.length === 0) return { suppressed: [] };
    const shadow = join(work, "unmuted-files");
    makeShadow(rootOf(path, isFile), survey.files.filter(mayBeConfiguration), survey.ignoring, shadow);
    const artifact = isFile ? join(shadow, basename(path)) : shadow;
    const outcome = await run({ artifact, scanners: ["misconfig"], skipFolders: [], skipFiles: [] }, "unmuted");
    if ("problem" in outcome) return outcome;
    return { suppressed: withoutThese(outcome.report.findings, report.findings).map(inSource) };
  }

  /** `trivy fs` knows no jars, and says nothing of them; `trivy rootfs` reads them. */
  async function scanJava(): Promise<Java | Extract<RunOutcome, { problem: unknown }>> {
    const archives = javaArchives(survey.files);
    if (archives.length === 0 || !scanners.some((scanner) => scanner === "vuln" || scanner === "license"))
      return { findings: [], packages: [] };
    const shadow = join(work, "java-files");
    makeShadow(rootOf(path, isFile), archives, [], shadow);
    const javaScanners = scanners.filter((scanner) => scanner === "vuln" || scanner === "license");
    const more = {
      command: "rootfs",
      artifact: shadow,
      scanners: javaScanners,
      skipFolders: [],
      skipFiles: [],
    } as const;
    const outcome = await run(more, "java");
    if ("problem" in outcome) return outcome;
    unread.push(...outcome.unread);
    return outcome.report;
  }
}

interface Java {
  readonly findings: readonly Finding[];
  readonly packages: readonly SbomPackage[];
}

const EMPTY: FolderSurvey = { files: [], ignoring: [], linkedLocks: [] };

function scannersOf({ kind }: Target, scanners: readonly Scanner[]): readonly Scanner[] {
  if (kind === "config") return ["misconfig"];
  return kind === "sbom" ? scanners.filter((scanner) => scanner === "vuln" || scanner === "license") : scanners;
}

/** Also our own folder, where it is in the target. */
function skippedOf(path: string, { inputs, databaseFolder }: Scanning, { temporary }: ActionIo) {
  const own = [temporary, databaseFolder]
    .filter((folder) => existsSync(folder))
    .map((folder) => relative(path, folder))
    .filter((inside) => inside !== "" && inside !== ".." && !inside.startsWith(`..${sep}`) && !inside.startsWith(sep))
    .map((inside) => inside.replaceAll(sep, "/"));
  return { folders: [...inputs.skipFolders.map(trimmed), ...own], files: inputs.skipFiles.map(trimmed) };
}

function rootOf(path: string, isFile: boolean): string {
  return isFile ? join(path, "..") : path;
}

function asUnread(file: string): UnreadFile {
  return { file, kind: "lock", reason: "a symbolic link to somewhere else, which Trivy does not follow" };
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

function inSource(finding: Finding): SuppressedFinding {
  return { finding, kind: "inSource" };
}
