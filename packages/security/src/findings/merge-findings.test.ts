import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding, FindingSource } from "./finding.ts";
import { mergeFindings } from "./merge-findings.ts";

/** A finding in one crate of one lock file. */
function found(
  id: string,
  aliases: readonly string[],
  more: Partial<Finding> = {},
  source: FindingSource = "trivy",
): Finding {
  return {
    kind: "vulnerability",
    id,
    aliases,
    severity: "unknown",
    title: id,
    place: { target: ".", file: "Cargo.lock", startLine: 10, endLine: 16 },
    package: { name: "time", ecosystem: "cargo", version: "0.1.43", fixedVersions: [] },
    sources: [source],
    ...more,
  };
}

const rustsec = (id: string, aliases: readonly string[], more: Partial<Finding> = {}) =>
  found(id, aliases, more, "rustsec");

const fixedIn = (...fixedVersions: string[]) => ({
  package: { name: "time", ecosystem: "cargo", version: "0.1.43", fixedVersions },
});

describe("one flaw that two tools found", () => {
  const TRIVY = found("CVE-2020-26235", ["RUSTSEC-2020-0071", "GHSA-wcg3-cvx6-7396"], {
    severity: "medium",
    title: "Segmentation fault in time",
    url: "https://avd.aquasec.com/nvd/cve-2020-26235",
    ...fixedIn("0.2.23"),
  });
  const RUSTSEC = rustsec("RUSTSEC-2020-0071", ["CVE-2020-26235"], {
    severity: "medium",
    score: 6.2,
    title: "Potential segfault in the time crate",
    url: "https://rustsec.org/advisories/RUSTSEC-2020-0071.html",
    detail: "only in time::at",
    place: { target: ".", file: "Cargo.lock", startLine: 12, endLine: 12 },
    ...fixedIn("0.2.0", "0.2.23"),
  });

  test("counts once, with what each of them knows", () => {
    expect(mergeFindings([TRIVY, RUSTSEC])).toEqual([
      {
        kind: "vulnerability",
        id: "CVE-2020-26235",
        aliases: ["GHSA-wcg3-cvx6-7396", "RUSTSEC-2020-0071"],
        severity: "medium",
        score: 6.2,
        title: "Potential segfault in the time crate",
        url: "https://rustsec.org/advisories/RUSTSEC-2020-0071.html",
        detail: "only in time::at",
        place: { target: ".", file: "Cargo.lock", startLine: 12, endLine: 12 },
        package: { name: "time", ecosystem: "cargo", version: "0.1.43", fixedVersions: ["0.2.0", "0.2.23"] },
        sources: ["rustsec", "trivy"],
      },
    ]);
  });

  test.each<[string, Partial<Finding>]>([
    ["another crate", { package: { ...TRIVY.package!, name: "chrono" } }],
    ["another version", { package: { ...TRIVY.package!, version: "0.1.44" } }],
    ["another ecosystem", { package: { ...TRIVY.package!, ecosystem: "npm" } }],
    ["another file", { place: { ...TRIVY.place, file: "b/Cargo.lock" } }],
    ["another target", { place: { ...TRIVY.place, target: "image" } }],
    ["another name", { id: "CVE-2020-1", aliases: [] }],
    ["a yanked version", { kind: "yanked" }],
  ])("but twice with %s", (_, other) => {
    expect(mergeFindings([RUSTSEC, { ...TRIVY, ...other }])).toHaveLength(2);
  });

  test.each<[string, readonly Finding[]]>([
    ["by an alias of one", [found("CVE-1", []), rustsec("RUSTSEC-1", ["CVE-1"])]],
    ["by an alias of both", [found("GHSA-1", ["CVE-1"]), rustsec("RUSTSEC-1", ["CVE-1"])]],
    ["by way of a third", [found("GHSA-1", []), rustsec("RUSTSEC-1", ["CVE-1"]), found("CVE-1", ["GHSA-1"])]],
    ["by their id", [found("RUSTSEC-1", []), rustsec("RUSTSEC-1", [])]],
  ])("%s", (_, findings) => {
    expect(mergeFindings(findings)).toHaveLength(1);
  });
});

describe("an advisory of GitHub's may cover several flaws", () => {
  const three = ["RUSTSEC-69", "RUSTSEC-70", "RUSTSEC-71"];

  test.each<[string, readonly Finding[], readonly (readonly string[])[]]>([
    [
      "that both tools tell apart",
      three.flatMap((id) => [found(id, ["GHSA-1"]), rustsec(id, ["GHSA-1"])]),
      three.map(() => ["rustsec", "trivy"]),
    ],
    ["that the CVE list tells apart", [found("CVE-1", ["GHSA-1"]), found("CVE-2", ["GHSA-1"])], [["trivy"], ["trivy"]]],
    [
      "and what has no other name is one of them",
      [found("GHSA-1", []), rustsec("RUSTSEC-1", ["GHSA-1"]), rustsec("RUSTSEC-2", ["GHSA-1"])],
      [["rustsec"], ["rustsec", "trivy"]],
    ],
    ["or one", [found("CVE-1", ["GHSA-1"]), rustsec("RUSTSEC-1", ["GHSA-1"])], [["rustsec", "trivy"]]],
    [
      "or one that only GitHub knows",
      [found("GHSA-1", []), found("GHSA-2", ["GHSA-1"], {}, "govulncheck")],
      [["govulncheck", "trivy"]],
    ],
  ])("%s", (_, findings, sources) => {
    const merged = mergeFindings(findings).map((finding) => finding.sources);
    expect(merged.sort((a, b) => a.length - b.length)).toEqual(sources);
    expect(mergeFindings(findings.toReversed())).toEqual(mergeFindings(findings));
  });
});

describe("what a crate is said to be", () => {
  const unmaintained = rustsec("RUSTSEC-1", [], { kind: "unmaintained" });

  test.each<[string, readonly Finding[], string, string]>([
    ["RustSec's news, where Trivy has no severity", [found("RUSTSEC-1", []), unmaintained], "unmaintained", "unknown"],
    [
      "a vulnerability, where Trivy rates it",
      [found("RUSTSEC-1", [], { severity: "low" }), unmaintained],
      "vulnerability",
      "low",
    ],
    [
      "the worse, where RustSec says two things",
      [unmaintained, rustsec("RUSTSEC-2", ["RUSTSEC-1"], { kind: "unsound" })],
      "unsound",
      "unknown",
    ],
    [
      "a vulnerability, where RustSec says so too",
      [unmaintained, rustsec("RUSTSEC-2", ["RUSTSEC-1"]), found("RUSTSEC-1", [])],
      "vulnerability",
      "unknown",
    ],
    [
      "unsound with RustSec's own rating",
      [found("RUSTSEC-1", []), rustsec("RUSTSEC-1", [], { kind: "unsound", severity: "high", score: 7.5 })],
      "unsound",
      "high",
    ],
  ])("%s", (_, findings, kind, severity) => {
    expect(mergeFindings(findings)).toMatchObject([{ kind, severity }]);
  });
});

describe("of several values", () => {
  test.each<[string, Partial<Finding>, Partial<Finding>, Partial<Finding>]>([
    ["a known severity wins over none", { severity: "unknown" }, { severity: "low" }, { severity: "low" }],
    ["the worst severity wins", { severity: "critical" }, { severity: "low" }, { severity: "critical" }],
    ["the highest score wins", { score: 9.8 }, { score: 7 }, { score: 9.8 }],
    ["the nearest reach wins", { reach: "required" }, { reach: "called" }, { reach: "called" }],
  ])("%s", (_, one, other, merged) => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(mergeFindings([found("A", [], a), rustsec("A", [], b)])).toMatchObject([merged]);
    }
  });

  test.each<[string, string[], string[], string[]]>([
    ["as numbers", ["0.10.0", "0.9.0"], ["0.2.23"], ["0.2.23", "0.9.0", "0.10.0"]],
    [
      "a prerelease before its version",
      ["1.0.0"],
      ["1.0.0-rc.2", "1.0.0-rc.10"],
      ["1.0.0-rc.2", "1.0.0-rc.10", "1.0.0"],
    ],
    ["once each", ["1.0.0"], ["1.0.0"], ["1.0.0"]],
  ])("fixed versions are united: %s", (_, one, other, merged) => {
    const [finding] = mergeFindings([found("A", [], fixedIn(...one)), rustsec("A", [], fixedIn(...other))]);
    expect(finding!.package!.fixedVersions).toEqual(merged);
  });

  test("of two advisories of one source only a version counts that fixes both", () => {
    const [finding] = mergeFindings([
      rustsec("RUSTSEC-1", ["CVE-1"], fixedIn("0.6.0")),
      rustsec("RUSTSEC-2", ["CVE-1"], fixedIn("0.5.9", "0.6.1")),
    ]);
    expect(finding!.package!.fixedVersions).toEqual(["0.6.0", "0.6.1"]);
  });

  test("Go's versions are one, with or without their v", () => {
    const go = (version: string, fixed: string) => ({
      package: { name: "golang.org/x/text", ecosystem: "golang", version, fixedVersions: [fixed] },
    });
    const merged = mergeFindings([
      found("CVE-2021-38561", [], go("v0.3.5", "0.3.7")),
      found("GO-2021-0113", ["CVE-2021-38561"], go("0.3.5", "v0.3.7"), "govulncheck"),
    ]);
    expect(merged).toMatchObject([{ package: { fixedVersions: ["0.3.7"] }, sources: ["govulncheck", "trivy"] }]);
  });
});

test("findings without a package stay as they are", () => {
  const { package: _, ...secret } = found("github-pat", [], { kind: "secret" });
  expect(mergeFindings([secret, secret])).toEqual([secret, secret]);
});

test("any findings: the same in every order, nothing merged twice, and no two of one name left", () => {
  const name = fc.constantFrom("CVE-1", "CVE-2", "GHSA-1", "GHSA-2", "GHSA-3", "RUSTSEC-1", "RUSTSEC-2", "RUSTSEC-3");
  const finding = fc
    .record({
      id: name,
      aliases: fc.uniqueArray(name, { maxLength: 2 }),
      kind: fc.constantFrom("vulnerability" as const, "unsound" as const, "secret" as const),
      severity: fc.constantFrom("high" as const, "unknown" as const),
      source: fc.constantFrom("trivy" as const, "rustsec" as const),
      version: fc.constantFrom("1.0.0", "2.0.0"),
    })
    .map(({ id, aliases, kind, severity, source, version }) =>
      found(
        id,
        aliases,
        { kind, severity, package: { name: "a", ecosystem: "cargo", version, fixedVersions: [] } },
        source,
      ),
    );
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (findings, numbers) => {
      const merged = mergeFindings(findings);
      const shuffled = findings
        .map((each) => ({ each, at: numbers.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(mergeFindings(shuffled)).toEqual(merged);
      expect(mergeFindings(merged)).toEqual(merged);
      const names = merged
        .filter(({ kind }) => kind !== "secret")
        .map((each) => ({ ...each, aliases: each.aliases.filter((alias) => !alias.startsWith("GHSA-")) }))
        .filter(({ id }) => !id.startsWith("GHSA-"))
        .flatMap(({ id, aliases, package: affected }) =>
          [...new Set([id, ...aliases])].map((each) => `${affected!.version} ${each}`),
        );
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test.each(["X", "GHSA"])("a chain of fifty thousand names of %s is one flaw", (database) => {
  const chain = Array.from({ length: 50_000 }, (_, at) => found(`${database}-${at}`, [`${database}-${at + 1}`]));
  expect(mergeFindings(chain)).toMatchObject([{ id: `${database}-0` }]);
});

test("fifty thousand flaws with one name of GitHub's are as many findings", () => {
  const many = Array.from({ length: 50_000 }, (_, at) => found(`CVE-${at}`, ["GHSA-1"]));
  expect(mergeFindings(many)).toHaveLength(many.length);
});
