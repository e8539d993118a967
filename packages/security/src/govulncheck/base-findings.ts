import type { Finding } from "../findings/finding.ts";
import { isAffectedVersion } from "./affected-module.ts";
import type { GoMod } from "./go-mod.ts";
import type { GovulncheckReport } from "./govulncheck.ts";

/** As govulncheck calls the standard library. */
const STANDARD_LIBRARY = "stdlib";

/**
 * What govulncheck would have found at the base, by the head's report: it ran at the head alone. A flaw was there when
 * the base's go.mod has the module in a version that the same entry of the database says is affected. Which calls reach
 * it does not matter, as it does not for what Trivy finds in a go.mod: a flaw is known by its module.
 *
 * @returns the findings with the base's versions; a flaw that cannot be told is left out, so that it is new.
 */
export function findingsAtBase(report: GovulncheckReport, head: GoMod, base: GoMod): Finding[] {
  return report.findings.flatMap((finding) => {
    const affected = finding.package!;
    const version =
      affected.name === STANDARD_LIBRARY
        ? standardLibrary(affected.version, head, base)
        : base.versions.get(affected.name);
    if (version === undefined) return [];
    const isSame = version === affected.version;
    if (!isSame && !isAffectedVersion(report.affected.get(finding.id) ?? [], affected.name, version)) return [];
    const { startLine, endLine, ...place } = finding.place;
    return [{ ...finding, place, package: { ...affected, version } }];
  });
}

/**
 * The standard library is the toolchain's, which the runner has: the same for both sides, unless the change asks for
 * another one.
 */
function standardLibrary(version: string, head: GoMod, base: GoMod): string | undefined {
  if (head.goVersion === base.goVersion && head.toolchain === base.toolchain) return version;
  const asked = base.toolchain ?? base.goVersion;
  // `go 1.21` names no version of the library.
  return asked !== undefined && /^[0-9]+\.[0-9]+\.[0-9]+/.test(asked) ? `v${asked}` : undefined;
}
