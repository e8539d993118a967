import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Finding, FindingKind, FindingSource } from "./finding.ts";
import { mergeFindings } from "./merge-findings.ts";
import type { Severity } from "./severity.ts";

type TrivyRow = readonly [name: string, version: string, id: string, vendorIds: string[], severity: Severity];
type AuditRow = readonly [name: string, version: string, id: string, aliases: string[], kind: FindingKind];

/** What Trivy 0.76.0 and cargo-audit 0.22.2 say of one Cargo.lock, each with a database made from RustSec's. */
const RECORDED: { readonly trivy: readonly TrivyRow[]; readonly "cargo-audit": readonly AuditRow[] } = JSON.parse(
  readFileSync(new URL("../../testing/one-lock-two-tools.json", import.meta.url), "utf8"),
);

function finding(
  [name, version, id, aliases]: readonly [string, string, string, string[], string],
  kind: FindingKind,
  severity: Severity,
  source: FindingSource,
): Finding {
  const place = { target: ".", file: "Cargo.lock" };
  const affected = { name, ecosystem: "cargo", version, fixedVersions: [] };
  return { kind, id, aliases, severity, title: id, place, package: affected, sources: [source] };
}

const trivy = RECORDED.trivy.map((row) => finding(row, "vulnerability", row[4], "trivy"));
const audit = RECORDED["cargo-audit"].map((row) => finding(row, row[4], "unknown", "rustsec"));

test("what both found counts once", () => {
  const merged = mergeFindings([...trivy, ...audit]);
  const both = merged.filter(({ sources }) => sources.length === 2);
  expect([trivy.length, audit.length, merged.length, both.length]).toEqual([51, 61, 58, 51]);
  // Trivy says nothing of what has no fix.
  expect(
    merged.filter(({ sources }) => sources.join() === "rustsec").map(({ package: of, kind }) => `${of!.name} ${kind}`),
  ).toEqual([
    "ansi_term unmaintained",
    "atty unsound",
    "atty unmaintained",
    "failure unsound",
    "owning_ref vulnerability",
    "paste unmaintained",
    "serde_cbor unmaintained",
  ]);
});

test("no name is left in two findings of a crate, but for GitHub's of several flaws", () => {
  const names = mergeFindings([...trivy, ...audit]).flatMap(({ id, aliases, package: of }) =>
    [id, ...aliases].map((name) => `${of!.name} ${name}`),
  );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  expect([...new Set(twice)]).toEqual(["hpke-rs GHSA-g433-pq76-6cmf"]);
});
