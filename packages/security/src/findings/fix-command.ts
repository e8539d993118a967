import type { AffectedPackage } from "./finding.ts";

/** A program that brings a package to a version with the fix. */
export interface FixCommand {
  /** As argv: nothing of it needs quotes in a shell. */
  readonly command: readonly string[];
  /**
   * Whether the version is one that dependents take as they are. Otherwise the requirement in a manifest has to change
   * first.
   */
  readonly isCompatible: boolean;
}

/** What may stand in a command that people copy: a name or version with anything else came from somebody hostile. */
const PLAIN = /^[A-Za-z0-9@._/~+-]+$/;

/**
 * The command that fixes a package of Cargo or Go: to the nearest version with the fix that is compatible, else to the
 * nearest. @returns undefined where no version has the fix, or the ecosystem is another
 */
export function fixCommand(affected: AffectedPackage): FixCommand | undefined {
  const { name, ecosystem, version, fixedVersions } = affected;
  const compatible = fixedVersions.find((fixed) => isCompatible(version, fixed));
  const fixed = compatible ?? fixedVersions[0];
  if (fixed === undefined || ![name, version, fixed].every((each) => PLAIN.test(each) && !each.startsWith("-"))) {
    return undefined;
  }
  if (ecosystem === "cargo") {
    const command = ["cargo", "update", "-p", `${name}@${version}`, "--precise", fixed];
    return { command, isCompatible: compatible !== undefined };
  }
  if (ecosystem !== "golang") return undefined;
  // The standard library comes with the toolchain, whose versions have no `v`.
  const target = name === "stdlib" ? `go@${fixed.replace(/^(?:go|v)/, "")}` : `${name}@v${fixed.replace(/^v/, "")}`;
  // Another major version of a module has another path, so what `go get` can do is compatible.
  return { command: ["go", "get", target], isCompatible: true };
}

/** By SemVer's caret: the first number that is not 0 stays. */
export function isCompatible(version: string, fixed: string): boolean {
  return reach(version) === reach(fixed);
}

function reach(version: string): string {
  const [, major = "", minor = "", patch = ""] = /^v?([0-9]+)\.([0-9]+)\.([0-9]+)/.exec(version) ?? [];
  if (major !== "0") return major;
  return minor === "0" ? `0.0.${patch}` : `0.${minor}`;
}
