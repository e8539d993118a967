import type { SarifDelivery } from "@jessy-actions/kit/github/sarif-delivery";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { Severity } from "@jessy-actions/security/findings/severity";
import { headlineOf } from "../src/judging/headline.ts";
import { severityCounts } from "../src/rendering/severity-text.ts";
import type { JudgedFinding, Result, TargetResult } from "../src/result.ts";

type Changes = Partial<Omit<JudgedFinding, "place">> & { readonly place?: Partial<JudgedFinding["place"]> };

export const COMMIT = "4f1c2ab09d5e7f6a8b3c4d5e6f708192a3b4c5d6";
export const BASE = "0123456789abcdef0123456789abcdef01234567";

/** A new vulnerability in Cargo.lock that fails, with what a test cares about changed. */
export function exampleJudged({ place, ...changes }: Changes = {}): JudgedFinding {
  return {
    kind: "vulnerability",
    id: "CVE-2026-31812",
    aliases: ["GHSA-6xvm-j4wr-6v98", "RUSTSEC-2026-0037"],
    severity: "high",
    score: 8.7,
    title: "Denial of service in Quinn endpoints",
    url: "https://rustsec.org/advisories/RUSTSEC-2026-0037.html",
    place: { target: ".", file: "Cargo.lock", startLine: 1204, endLine: 1220, ...place },
    package: { name: "quinn-proto", ecosystem: "cargo", version: "0.11.9", fixedVersions: ["0.11.14"] },
    sources: ["rustsec", "trivy"],
    state: "new",
    fails: true,
    fix: ["cargo", "update", "-p", "quinn-proto@0.11.9", "--precise", "0.11.14"],
    ...changes,
  };
}

/** A token in a file that a change adds. */
export function exampleSecret({ place, ...changes }: Changes = {}): JudgedFinding {
  const { package: _, score: __, url: ___, fix: ____, ...bare } = exampleJudged();
  return {
    ...bare,
    kind: "secret",
    id: "github-pat",
    aliases: [],
    severity: "critical",
    title: "GitHub Personal Access Token",
    detail: "const TOKEN: &str = ****; const OTHER = s3cr3t-n0t-t0-sh0w",
    place: { target: ".", file: "crates/gateway/src/config.rs", startLine: 42, endLine: 42, ...place },
    sources: ["trivy"],
    ...changes,
  };
}

export function exampleMisconfiguration({ place, ...changes }: Changes = {}): JudgedFinding {
  const { package: _, score: __, fix: ___, ...bare } = exampleJudged();
  return {
    ...bare,
    kind: "misconfiguration",
    id: "DS-0002",
    aliases: ["AVD-DS-0002"],
    severity: "high",
    title: "Image user should not be 'root'",
    url: "https://avd.aquasec.com/misconfig/ds-0002",
    place: { target: ".", file: "docker/Dockerfile.rust", startLine: 1, endLine: 31, ...place },
    sources: ["trivy"],
    ...changes,
  };
}

const go = (version: string, fixedVersions: readonly string[], name = "golang.org/x/net") => ({
  package: { name, ecosystem: "golang", version, fixedVersions },
  place: { file: "gateway/go.mod", startLine: 14, endLine: 14 },
  sources: ["govulncheck", "trivy"] as const,
});

const debian = (name: string, version: string, fixedVersions: readonly string[]) => ({
  package: { name, ecosystem: "debian", version, fixedVersions },
  place: { target: "ghcr.io/acme/gateway", file: "" },
  sources: ["trivy"] as const,
});

/** `place` without lines. */
function inImage(changes: Changes): JudgedFinding {
  const { place, ...rest } = exampleJudged({ aliases: [], ...changes });
  return { ...rest, place: { target: place.target, file: place.file } };
}

const FINDINGS: readonly JudgedFinding[] = [
  exampleSecret(),
  exampleJudged({
    id: "CVE-2026-24117",
    severity: "critical",
    score: 9.8,
    title: "HTTP/2 CONTINUATION flood exhausts memory",
    url: "https://avd.aquasec.com/nvd/cve-2026-24117",
    exploited: true,
    probability: 0.7432,
    reach: "called",
    ...go("0.33.0", ["0.38.0"]),
  }),
  exampleJudged(),
  exampleJudged({
    id: "CVE-2026-40021",
    title: "Quinn accepts transport parameters twice",
    url: "https://avd.aquasec.com/nvd/cve-2026-40021",
    probability: 0.021,
    package: { name: "quinn-proto", ecosystem: "cargo", version: "0.11.9", fixedVersions: ["0.11.12"] },
  }),
  exampleJudged({
    id: "CVE-2026-25541",
    title: "Integer overflow in `BytesMut::reserve`",
    url: "https://rustsec.org/advisories/RUSTSEC-2026-0007.html",
    package: { name: "bytes", ecosystem: "cargo", version: "1.7.1", fixedVersions: ["1.11.1"] },
    place: { startLine: 210, endLine: 214 },
  }),
  exampleMisconfiguration(),
  exampleJudged({
    id: "RUSTSEC-2025-0134",
    aliases: [],
    kind: "unmaintained",
    severity: "unknown",
    title: "rustls-pemfile is unmaintained",
    url: "https://rustsec.org/advisories/RUSTSEC-2025-0134.html",
    package: { name: "rustls-pemfile", ecosystem: "cargo", version: "2.2.0", fixedVersions: [] },
    place: { startLine: 1480, endLine: 1487 },
    sources: ["rustsec"],
    fails: false,
  }),
  exampleJudged({
    id: "CVE-2026-1528",
    severity: "medium",
    title: "Quadratic parsing of nested arrays",
    url: "https://avd.aquasec.com/nvd/cve-2026-1528",
    fails: false,
    reach: "required",
    ...go("0.21.0", ["0.22.0"], "golang.org/x/text"),
  }),
  inImage({
    id: "CVE-2026-6965",
    severity: "critical",
    title: "openssl: heap overflow in CMS parsing",
    url: "https://avd.aquasec.com/nvd/cve-2026-6965",
    state: "known",
    fails: false,
    ...debian("libssl3t64", "3.5.1-1", ["3.5.4-1~deb13u2"]),
  }),
  inImage({
    id: "CVE-2025-69720",
    severity: "high",
    title: "ncurses: buffer overflow in infocmp",
    url: "https://avd.aquasec.com/nvd/cve-2025-69720",
    state: "known",
    fails: false,
    ...debian("libtinfo6", "6.5+20250216-2", []),
  }),
  exampleJudged({
    id: "GPL-3.0-only",
    aliases: [],
    kind: "license",
    severity: "high",
    title: "GPL-3.0-only",
    url: "https://spdx.org/licenses/GPL-3.0-only.html",
    package: { name: "readline-sys", ecosystem: "cargo", version: "0.2.0", fixedVersions: [] },
    place: { startLine: 1410, endLine: 1416 },
    state: "known",
    fails: false,
  }),
];

const target = (changes: Partial<TargetResult> = {}): TargetResult => ({
  name: ".",
  kind: "fs",
  location: ".",
  state: "scanned",
  base: "scanned",
  scanned: { "lang-pkgs": 2, config: 3, secret: 1 },
  digest: null,
  ...changes,
});

const IMAGE = target({
  name: "ghcr.io/acme/gateway",
  kind: "image",
  base: "unchanged",
  scanned: { "os-pkgs": 1, "lang-pkgs": 1 },
  digest: `sha256:${"9c1e".repeat(16)}`,
});

/** The counts that findings lead to; evaluate counts the same. */
export function countsOf(findings: readonly JudgedFinding[], fixed: readonly Finding[]): Result["counts"] {
  return {
    new: severityCounts(findings.filter(({ state }) => state === "new")),
    known: severityCounts(findings.filter(({ state }) => state === "known")),
    fixed: severityCounts(fixed),
  };
}

/** A pull request of a Rust and Go service that brings six failing findings. */
export function exampleResult(changes: Partial<Result> = {}): Result {
  const {
    state: _,
    fails: __,
    fix: ___,
    ...fixed
  } = exampleJudged({
    id: "CVE-2026-24898",
    severity: "medium",
    title: "Tokio named pipes accept remote clients",
    url: "https://rustsec.org/advisories/RUSTSEC-2026-0003.html",
    package: { name: "tokio", ecosystem: "cargo", version: "1.38.0", fixedVersions: ["1.38.2", "1.47.1"] },
  });
  const findings = changes.findings ?? FINDINGS;
  const allFixed = changes.fixed ?? [fixed];
  const result: Result = {
    schema: "jessy-actions/trivy-scan/v1",
    verdict: "fail",
    fails: true,
    headline: "",
    commit: COMMIT,
    time: Date.UTC(2026, 10, 28, 9, 12),
    repository: { owner: "acme", name: "jessy" },
    ref: "refs/pull/17/merge",
    fork: false,
    comparison: { state: "compared", base: BASE, reason: "the merge commit of the pull request against its base" },
    tool: { version: "0.74.0", origin: "cached", sha256: "5be1a2".repeat(10).padEnd(64, "0") },
    network: "namespace",
    databases: [
      {
        name: "trivy-db",
        version: `sha256:${"a7".repeat(32)}`,
        updatedAt: "2026-11-28T06:11:40Z",
        origin: "mirror.gcr.io/aquasec/trivy-db:2",
      },
      {
        name: "rustsec",
        version: "f2b8d13c5a7e4f6098b1c2d3e4f5a6b7c8d9e0f1",
        updatedAt: "2026-11-27T15:20:03Z",
        origin: "github.com/rustsec/advisory-db",
      },
    ],
    targets: [target(), IMAGE],
    findings,
    fixed: allFixed,
    suppressed: [
      {
        finding: exampleJudged({ id: "CVE-2025-58160", severity: "low", title: "tracing-subscriber: log poisoning" }),
        entry: { id: "CVE-2025-58160", file: ".trivyignore.yaml", line: 3, expires: "2026-12-05" },
        statement: "Logs of this service never reach a terminal.",
      },
    ],
    counts: countsOf(findings, allFixed),
    ignoreFiles: {
      from: "the base 0123456789",
      proposed: [{ id: "CVE-2026-31812", file: ".trivyignore", line: 4 }],
      unused: [{ id: "CVE-2023-26964", file: ".trivyignore", line: 2 }],
      expired: [],
      expiring: [{ id: "CVE-2025-58160", file: ".trivyignore.yaml", line: 3, expires: "2026-12-05" }],
      proposals: [
        "A comment in `docker/Dockerfile.go`, line 3 sets `DS-0026` aside. The base does not have it, so it does not count.",
      ],
    },
    locks: [{ file: "Cargo.lock", judged: 312, notJudged: 2 }],
    problems: [],
    notes: [],
    warnings: [],
    upload: { outcome: "processed", id: "47177e22-5596-11eb-80a1-c1e54ef945c6" },
    packages: [],
    settings: { sbom: "none", category: "trivy-scan", unknownSeverity: "high" },
    ...changes,
  };
  return { ...result, headline: changes.headline ?? headlineOf(result) };
}

/** Nothing new, and what was known stays. */
export function passingResult(changes: Partial<Result> = {}): Result {
  const findings = FINDINGS.filter(({ state }) => state === "known");
  return exampleResult({
    verdict: "pass",
    fails: false,
    findings,
    ignoreFiles: { from: "the base 0123456789", proposed: [], unused: [], expired: [], expiring: [], proposals: [] },
    ...changes,
  });
}

/** An image that cannot be scanned, and a lock that cannot be read. */
export function brokenResult(changes: Partial<Result> = {}): Result {
  return passingResult({
    verdict: "broken",
    fails: true,
    targets: [target(), { ...IMAGE, state: "failed", base: "failed", scanned: {}, digest: null }],
    findings: FINDINGS.filter(({ place }) => place.target === "."),
    problems: [
      {
        cause: "timeout",
        target: "ghcr.io/acme/gateway",
        message: "Trivy did not end within 10m. Give it more time by `timeout`, or skip large folders by `skip-dirs`.",
      },
      {
        cause: "unreadable-lock",
        target: ".",
        message: "`crates/agent/Cargo.lock` is not valid TOML: line 12 has no value. Run `cargo generate-lockfile`.",
      },
    ],
    warnings: ["The vulnerability database is 2 days old: every repository answered 429."],
    upload: { outcome: "skipped", reason: "incomplete" },
    ...changes,
  });
}

export const NO_CODE_SECURITY: SarifDelivery = {
  outcome: "refused",
  reason: "code-security-off",
  message: "Code Security must be enabled for this repository to use code scanning.",
};

/** As many as an image of an old distribution has. @param count of findings. */
export function manyFindings(count: number, changes: (at: number) => Changes = () => ({})): readonly JudgedFinding[] {
  const severities: readonly Severity[] = ["critical", "high", "medium", "low"];
  return Array.from({ length: count }, (_, at) =>
    inImage({
      id: `CVE-2025-${String(10_000 + at)}`,
      severity: severities[Math.floor((at * severities.length) / count)]!,
      title: `A flaw of a library that has the number ${at}`,
      url: `https://avd.aquasec.com/nvd/cve-2025-${10_000 + at}`,
      fails: at < count / 2,
      ...debian(`lib${at % 97}`, `1.${at % 13}.0`, at % 3 === 0 ? [] : [`1.${(at % 13) + 1}.0`]),
      ...changes(at),
    }),
  );
}

/** A scheduled run over an image with 300 findings, which is compared with nothing. */
export function fullResult(count = 300): Result {
  return exampleResult({
    ref: "refs/heads/main",
    comparison: {
      state: "none",
      cause: "no-change",
      reason: "a scheduled run is about no change, so everything counts",
    },
    targets: [IMAGE],
    findings: manyFindings(count),
    fixed: [],
    locks: [],
    upload: NO_CODE_SECURITY,
    ignoreFiles: { from: "this commit", proposed: [], unused: [], expired: [], expiring: [], proposals: [] },
  });
}
