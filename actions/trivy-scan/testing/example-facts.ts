import type { Finding } from "@jessy-actions/security/findings/finding";
import { exampleFinding } from "../../../packages/security/testing/example-finding.ts";
import type { Facts, TargetFacts } from "../src/facts.ts";
import type { Scan, ScanOutcome } from "../src/scanning/scan.ts";
import type { Problem } from "../src/targets/problem.ts";
import type { Target } from "../src/targets/target.ts";

export const NOW = Date.parse("2026-11-28T12:00:00Z");
export const WHOLE: Target = { kind: "fs", location: ".", name: "." };

export function scanOf(findings: readonly Finding[], more: Partial<Scan> = {}): { readonly scan: Scan } {
  return { scan: { findings, suppressed: [], packages: [], scanned: { "lang-pkgs": 1 }, digest: null, ...more } };
}

export const failed = (message = "Trivy ran out of memory.", more: Partial<Problem> = {}): ScanOutcome => ({
  problem: { cause: "out-of-memory", message, ...more },
});

/** The whole repository, with what was found in the head and in the base. */
export function targetOf(
  head: readonly Finding[],
  base: readonly Finding[] | TargetFacts["base"] = "unchanged",
  target: Target = WHOLE,
): TargetFacts {
  return { target, head: scanOf(head), base: Array.isArray(base) ? scanOf(base) : (base as TargetFacts["base"]) };
}

/** A pull request that changes nothing of note, with what a test cares about changed. */
export function factsOf(changes: Partial<Facts> = {}): Facts {
  return {
    now: NOW,
    commit: "a".repeat(40),
    repository: { owner: "org", name: "demo" },
    ref: "refs/pull/7/merge",
    fork: false,
    base: {
      state: "compared",
      commit: "b".repeat(40),
      reason: "the merge commit of the pull request against its base",
      renames: new Map(),
      changed: ["Cargo.lock"],
    },
    tool: { version: "0.74.0", path: "/tmp/trivy", origin: "cached", sha256: "c".repeat(64) },
    network: "namespace",
    databases: [{ name: "trivy-db", version: null, updatedAt: NOW - 3_600_000, origin: "the cache" }],
    targets: [targetOf([])],
    audit: { head: NO_AUDIT, base: NO_AUDIT },
    policy: { ignored: [], from: "the base bbbbbbbbbb", headIgnored: [], proposals: [], problems: [] },
    exploitation: { known: new Set(), probability: new Map() },
    ...changes,
  };
}

export const NO_AUDIT: Facts["audit"]["head"] = { findings: [], locks: [], problems: [] };

/** A flaw of one crate, that nobody else names. */
export function flawOf(id: string, changes: Parameters<typeof exampleFinding>[0] = {}): Finding {
  const name = `crate-${id.toLowerCase()}`;
  return exampleFinding({
    id,
    aliases: [],
    package: { name, ecosystem: "cargo", version: "1.0.0", fixedVersions: ["1.0.1"] },
    ...changes,
  });
}
