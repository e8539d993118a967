import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { findingsAtBase } from "@jessy-actions/security/govulncheck/base-findings";
import {
  type GovulncheckReport,
  MAX_STREAM_BYTES,
  readGovulncheck,
} from "@jessy-actions/security/govulncheck/govulncheck";
import type { Database } from "../../database/database.ts";
import type { Inputs } from "../../inputs.ts";
import type { Problem } from "../../targets/problem.ts";
import { placeInTarget } from "../lock-files.ts";
import { sentence } from "../sentence.ts";
import { readGoMods, type TrackedGoMod } from "./go-mods.ts";

/** What `govulncheck -json` wrote of the head. */
export interface Govulncheck {
  readonly databases: readonly Database[];
  readonly head: { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] };
  /** What it would have found at the base. @param root of the base, absolute. @param files tracked there. */
  atBase(root: string, files: readonly string[]): readonly Finding[];
}

/** A report and the module that it is about. */
interface PlacedReport {
  readonly report: GovulncheckReport;
  readonly module: TrackedGoMod;
}

/**
 * Reads the files of govulncheck that the input names. Each must be whole, of a module of the repository, and made by
 * this run.
 *
 * @param files tracked in the workspace. @throws UserErrors naming every line of `govulncheck` that finds nothing.
 */
export async function openGovulncheck(
  patterns: readonly string[],
  files: readonly string[],
  targets: Inputs["targets"],
  io: Pick<ActionIo, "workspace" | "log">,
): Promise<Govulncheck> {
  const paths = await findFiles(patterns, io.workspace);
  if (paths.length === 0) return { databases: [], head: { findings: [], problems: [] }, atBase: () => [] };
  const goMods = readGoMods(io.workspace, files);
  const tracked = new Set(files);
  const placed: PlacedReport[] = [];
  const databases: Database[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const name = shownPath(path, io.workspace);
    try {
      if (tracked.has(name)) throw new ReportError("is tracked by git, so nobody knows that this run made it");
      const report = readReport(path);
      placed.push({ report, module: moduleOf(report, goMods) });
      databases.push(describe(report, name));
      io.log.info(`${name}: govulncheck ${report.toolVersion ?? ""}, ${report.findings.length} findings`);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      problems.push({ cause: "unreadable-report", message: sentence(`\`${revealInvisible(name)}\` ${error.message}`) });
    }
  }
  const findings = placed.flatMap(({ report, module }) => report.findings.map((each) => at(each, module, targets)));
  return {
    databases,
    head: { findings, problems },
    atBase: (root, baseFiles) => {
      const baseMods = readGoMods(root, baseFiles);
      return placed.flatMap(({ report, module }) => {
        const base = sameModule(module, baseMods);
        if (base === undefined) return [];
        return findingsAtBase(report, module.goMod, base.goMod).map((each) => at(each, base, targets));
      });
    },
  };
}

async function findFiles(patterns: readonly string[], workspace: string): Promise<readonly string[]> {
  if (patterns.length === 0) return [];
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const ignore = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  // Not above: most runs have no such files.
  const { glob } = await import("tinyglobby");
  const found = new Set<string>();
  const problems: string[] = [];
  for (const pattern of wanted) {
    const options = { cwd: workspace, absolute: true, dot: true, ignore, onlyFiles: true, followSymbolicLinks: false };
    const matched = await glob(pattern.replaceAll("\\", "/"), options);
    // A folder may be called `[x]`: what is there as it was written is meant.
    const literal = resolve(workspace, pattern);
    const isThere = lstatSync(literal, { throwIfNoEntry: false })?.isFile() === true;
    const files = matched.length === 0 && isThere ? [literal] : matched;
    if (files.length === 0)
      problems.push(`input \`govulncheck\`: ${quote(pattern)} finds no file in ${workspace}; did govulncheck run?`);
    for (const file of files) found.add(file);
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return [...found].sort();
}

/** @throws ReportError for what was not written whole. */
function readReport(path: string): GovulncheckReport {
  const stat = lstatSync(path);
  if (!stat.isFile()) throw new ReportError("is not a file");
  if (stat.size > MAX_STREAM_BYTES) throw new ReportError(`is larger than ${MAX_STREAM_BYTES / 1_000_000} MB`);
  const report = readGovulncheck(readFile(path), { target: ".", file: "go.mod" });
  if (report.scanned === undefined)
    throw new ReportError(
      "does not say which modules were scanned: it was cut off, or an old govulncheck wrote it (update it, and let its step fail)",
    );
  if (report.scanLevel !== "module" && report.scanned.roots.length === 0)
    throw new ReportError(
      "says that no package was scanned; run `govulncheck -json ./...` in the folder of the module",
    );
  return report;
}

/** @throws ReportError when it is of another repository. */
function moduleOf({ scanned }: GovulncheckReport, goMods: readonly TrackedGoMod[]): TrackedGoMod {
  const paths = scanned?.modules.map(({ path }) => path) ?? [];
  const module = goMods.find(({ goMod }) => paths.includes(goMod.module));
  if (module !== undefined) return module;
  throw new ReportError(
    `is about ${paths[0] === undefined ? "no module" : `the module ${quote(paths[0])}`}, and no go.mod that git tracks is of it`,
  );
}

/** By its name, else by its file, as the change may have renamed the module. */
function sameModule({ file, goMod }: TrackedGoMod, others: readonly TrackedGoMod[]): TrackedGoMod | undefined {
  return others.find((each) => each.goMod.module === goMod.module) ?? others.find((each) => each.file === file);
}

/** Where Trivy reports it, too: at the line of the go.mod that requires the module. */
function at(finding: Finding, { file, goMod }: TrackedGoMod, targets: Inputs["targets"]): Finding {
  const line = goMod.lines.get(finding.package?.name ?? "");
  const lines = line === undefined ? {} : { startLine: line, endLine: line };
  return { ...finding, place: { ...placeInTarget(file, targets), ...lines } };
}

function describe({ toolVersion, databaseDate }: GovulncheckReport, name: string): Database {
  const time = Date.parse(databaseDate ?? "");
  const tool = toolVersion === undefined ? "govulncheck" : `govulncheck ${toolVersion}`;
  return {
    name: "govulncheck",
    version: null,
    updatedAt: Number.isNaN(time) ? null : time,
    origin: revealInvisible(`${name}, by ${tool}`),
  };
}
