import type { AffectedPackage, Finding } from "./finding.ts";
import { type FixCommand, fixCommand, isCompatible } from "./fix-command.ts";
import { compareVersionTexts } from "./version-order.ts";

/** One program that fixes one or several findings of a package in a lock file. */
export interface PlannedFix extends FixCommand {
  /** Never empty; all of one place's target and file. */
  readonly fixes: readonly Finding[];
}

/**
 * The fewest commands that fix findings, in their order: a version that has the fix of each finding of a package stands
 * for all of them. What has no fix, or no command, is left out.
 */
export function planFixes(findings: readonly Finding[]): readonly PlannedFix[] {
  const fixable = findings.filter(({ package: affected }) => affected !== undefined && fixCommand(affected));
  const groups = Map.groupBy(fixable, ({ place, package: affected }) => {
    const { ecosystem, name, version } = affected!;
    return JSON.stringify([place.target, place.file, ecosystem, name, version]);
  });
  return [...groups.values()].flatMap((group) => {
    const common = commonFixes(group.map(({ package: affected }) => affected!));
    const together = fixCommand({ ...group[0]!.package!, fixedVersions: common });
    return together === undefined ? apart(group) : [{ ...together, fixes: group }];
  });
}

/** A command for each version, where none has all fixes. */
function apart(group: readonly Finding[]): PlannedFix[] {
  const commands = Map.groupBy(group, ({ package: affected }) => fixCommand(affected!)!.command.join(" "));
  return [...commands.values()].map((fixes) => ({ ...fixCommand(fixes[0]!.package!)!, fixes }));
}

/** Versions that have the fix of each, lowest first. */
function commonFixes(all: readonly AffectedPackage[]): readonly string[] {
  const lists = all.map(({ fixedVersions }) => fixedVersions.map(plain));
  const candidates = [...new Set(lists.flat())].sort(compareVersionTexts);
  return candidates.filter((version) => lists.every((list) => hasFix(list, version)));
}

/** By a version of its own series, or above all of them: 2.0.0 may lack what 1.0.3 and 2.1.0 have. */
function hasFix(fixedVersions: readonly string[], version: string): boolean {
  const isBelow = (fixed: string) => compareVersionTexts(fixed, version) <= 0;
  return fixedVersions.every(isBelow) || fixedVersions.some((fixed) => isBelow(fixed) && isCompatible(fixed, version));
}

/** Go's versions have a `v` that some tools leave out. */
const plain = (version: string): string => version.replace(/^v(?=\d)/, "");
