import type { Finding, FindingPlace } from "../findings/finding.ts";
import { groupByFlaw } from "../findings/same-flaw.ts";
import { checkName } from "../policy/check-name.ts";

export interface Places {
  /** Where targets of the repository are, by their names. Undefined: each is where its name says. */
  readonly folders: ReadonlyMap<string, string> | undefined;
}

/** What findings are of, without what may change from commit to commit. */
export interface Identities {
  /** @param renames of what moved, where the finding is of the base. */
  of(finding: Finding, renames: ReadonlyMap<string, string>): string;
}

/**
 * Tells findings of two commits apart:
 *
 * - a flaw of a package by its names and its package: one database says GHSA, the next one CVE; what Trivy calls a
 *   vulnerability RustSec may call unmaintained, and it is the same news;
 * - a version that was yanked with its version, since nobody gets one by accident;
 * - an old system by its family: it stays old in its next version;
 * - a secret by its rule, the name before it and the mark of its line: another value in its place is another secret;
 * - anything else by its rule and what the tool says of where it is.
 */
export function identify(findings: readonly Finding[], folders: Places["folders"]): Identities {
  const flaws = new Map<Finding, number>();
  const byPackage = Map.groupBy(findings.filter(isFlaw), packageKey);
  for (const group of byPackage.values()) {
    for (const [at, same] of groupByFlaw(group).entries()) {
      for (const finding of same) flaws.set(finding, at);
    }
  }
  return {
    of: (finding, renames) =>
      JSON.stringify([...placeOf(finding.place, folders, renames), ...subjectOf(finding, flaws.get(finding))]),
  };
}

/** What has several names, and may have one today and another tomorrow. */
function isFlaw({ kind }: Finding): boolean {
  return kind === "vulnerability" || kind === "unsound" || kind === "unmaintained" || kind === "notice";
}

function packageKey({ package: affected }: Finding): string {
  return JSON.stringify([affected?.ecosystem ?? "", affected?.name ?? ""]);
}

function subjectOf(finding: Finding, flaw: number | undefined): readonly (string | number)[] {
  const { kind, id, detail, mark, package: affected } = finding;
  if (flaw !== undefined) return ["flaw", packageKey(finding), flaw];
  if (kind === "yanked") return [kind, packageKey(finding), affected?.version ?? ""];
  if (kind === "end-of-life") return [kind, id.split(" ", 1)[0]!];
  if (kind === "secret") return [kind, id, detail ?? "", mark ?? ""];
  return [kind, (kind === "misconfiguration" ? checkName(id) : undefined) ?? id, detail ?? ""];
}

/** A file of the repository is the same whichever target it was found in. */
function placeOf(
  { target, file }: FindingPlace,
  folders: Places["folders"],
  renames: ReadonlyMap<string, string>,
): readonly string[] {
  const folder = folders === undefined ? target : folders.get(target);
  if (folder === undefined) return [target, file];
  const path = folder === "." ? file : `${folder}/${file}`;
  return ["", renames.get(path) ?? path];
}
