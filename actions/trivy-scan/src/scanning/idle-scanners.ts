import type { Scanner } from "../inputs.ts";

/** What shows that a target was looked at. */
export interface Evidence {
  readonly scanned: Readonly<Record<string, number>>;
  /** Whether there was a file, or a layer of an image, in which a secret could have been. */
  readonly hasContent: boolean;
  /** Whether there were lock files, all of which Trivy could read: one without packages leaves no trace. */
  readonly hasLocks: boolean;
}

const PACKAGES = ["os-pkgs", "lang-pkgs"];

/** Results that a scanner leaves in Trivy's report even when it finds nothing. */
const TRACES: Readonly<Record<Scanner, readonly string[]>> = {
  vuln: PACKAGES,
  license: [...PACKAGES, "license", "license-file"],
  misconfig: ["config"],
  secret: [],
};

/**
 * Scanners that had nothing to look at: no lock file and no system that Trivy knows, no configuration. Trivy's report
 * shows these even when they are clean (`--list-all-pkgs`, and one result for each configuration file). Of secrets it shows
 * nothing, and any file can hold one: there a file, or a layer, is enough.
 *
 * Where all scanners are idle, nothing was scanned. Pure.
 */
export function idleScanners(scanners: readonly Scanner[], evidence: Evidence): readonly Scanner[] {
  const { scanned, hasContent, hasLocks } = evidence;
  return scanners.filter((scanner) => {
    if (scanner === "secret") return !hasContent;
    const readsLocks = scanner !== "misconfig";
    return !(readsLocks && hasLocks) && !TRACES[scanner].some((kind) => (scanned[kind] ?? 0) > 0);
  });
}
