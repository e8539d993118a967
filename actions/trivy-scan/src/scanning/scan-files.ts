import { existsSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Scanner } from "../inputs.ts";
import type { Target } from "../targets/target.ts";
import { isLock } from "./files/file-kinds.ts";
import { findPath } from "./files/find-path.ts";
import { type FolderSurvey, type Skipped, surveyFolder, trimmed } from "./files/folder-survey.ts";
import { scanArchives } from "./files/scan-archives.ts";
import { findSetAside, type ScannedFiles } from "./files/set-aside.ts";
import { idleScanners } from "./idle-scanners.ts";
import { nothingScanned, outcomeOf } from "./outcome.ts";
import { problemOf } from "./plain-problem.ts";
import type { UnreadFile } from "./running/run-log.ts";
import { runTrivy } from "./running/run-trivy.ts";
import type { TrivyRun } from "./running/trivy-arguments.ts";
import type { Scan, ScanOutcome } from "./scan.ts";
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
  const isSbom = target.kind === "sbom";
  const skipped = skippedIn(path, scanning, io);
  const survey = isSbom ? NOTHING : surveyFolder(path, skipped, scanners.includes("misconfig"));
  const expected = { target: target.name, isFile: isFile && !isSbom };
  const run = (part: TrivyRun, below: string) => runTrivy(part, expected, scanning, join(work, below), io);

  const main = await run(
    {
      command: isSbom ? "sbom" : "fs",
      scanners,
      artifact: path,
      skipFolders: skipped.folders.map((pattern) => join(path, pattern)),
      skipFiles: skipped.files.map((pattern) => join(path, pattern)),
    },
    "main",
  );
  if ("problem" in main) return main;
  const { report } = main;

  const partIn = (name: string): ScannedFiles => ({
    ...{ path, isFile, survey, shadow: join(work, `${name}-files`) },
    run: (part) => run({ ...part, skipFolders: [], skipFiles: [] }, name),
  });
  const comments = await findSetAside(partIn("comments"), report.findings);
  if ("problem" in comments) return comments;
  const archives = await scanArchives(partIn("archives"), scanners);
  if ("problem" in archives) return archives;

  const unread = [
    ...main.unread,
    ...archives.unread,
    ...survey.linkedLocks.map(linked),
    ...report.staleLocks.map(stale),
  ];
  const scanned = withArchives(report.scanned, archives.packages.length > 0);
  const scan = {
    findings: [...report.findings, ...archives.findings],
    suppressed: [...report.suppressed, ...comments.suppressed],
    packages: [...report.packages, ...archives.packages],
    scanned,
    digest: null,
    idle: idleScanners(scanners, {
      scanned,
      hasContent: survey.files.length > 0,
      hasLocks: unread.length === 0 && survey.files.some((file) => isLock(basename(file))),
    }),
  };
  return outcomeOf(target.name, scan, scanners, unread, io);
}

const NOTHING: FolderSurvey = { files: [], ignoring: [], linkedLocks: [] };

function scannersOf({ kind }: Target, scanners: readonly Scanner[]): readonly Scanner[] {
  if (kind === "config") return ["misconfig"];
  return kind === "sbom" ? scanners.filter((scanner) => scanner === "vuln" || scanner === "license") : scanners;
}

/** What the inputs name, and our own folders where they are in the target. */
function skippedIn(path: string, { inputs, databaseFolder }: Scanning, { temporary }: ActionIo): Skipped {
  const own = [temporary, databaseFolder]
    .filter((folder) => existsSync(folder))
    .map((folder) => relative(path, folder))
    .filter((inside) => inside !== "" && inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
    .map((inside) => inside.replaceAll(sep, "/"));
  return { folders: [...inputs.skipFolders.map(trimmed), ...own], files: inputs.skipFiles.map(trimmed) };
}

/** All archives of Java are one result of Trivy's. */
function withArchives(scanned: Scan["scanned"], hasArchives: boolean): Scan["scanned"] {
  return hasArchives ? { ...scanned, "lang-pkgs": (scanned["lang-pkgs"] ?? 0) + 1 } : scanned;
}

function linked(file: string): UnreadFile {
  return { file, kind: "lock", reason: "a symbolic link to somewhere else, which Trivy does not follow" };
}

function stale(file: string): UnreadFile {
  const reason = "it is not of the Cargo.toml beside it, and then Trivy leaves its packages out; update it by cargo";
  return { file, kind: "lock", reason };
}
