import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs as depth } from "../../../reading/testing/depth.ts";
import { exampleFinding, exampleSecret, markedEscapes } from "../../testing/example-finding.ts";
import { sarifProblems } from "../../testing/sarif-contract.ts";
import type { Finding } from "../findings/finding.ts";
import { SEVERITIES } from "../findings/severity.ts";
import { type SarifOptions, type SarifRun, sarifLog } from "./sarif-log.ts";

const OPTIONS: SarifOptions = {
  tool: { name: "trivy-scan", version: "0.74.0", informationUri: "https://example.com/trivy-scan" },
  escapes: markedEscapes,
};

const files = (...findings: readonly Finding[]): SarifRun => ({
  category: "trivy-scan/repository",
  kind: "files",
  findings,
});

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
function write(runs: readonly SarifRun[], options: Partial<SarifOptions> = {}): any {
  const { content, cuts } = sarifLog(runs, { ...OPTIONS, ...options });
  const log = JSON.parse([...content].join(""));
  expect(sarifProblems(log)).toEqual([]);
  return { ...log, cuts };
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
const run = (findings: readonly Finding[], options?: Partial<SarifOptions>): any =>
  write([files(...findings)], options).runs[0];

// biome-ignore lint/suspicious/noExplicitAny: as above.
const fingerprints = (written: any): string[] =>
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  written.results.map(({ partialFingerprints }: any) => partialFingerprints.primaryLocationLineHash);

describe("a finding", () => {
  test("whole", () => {
    const { tool, results, automationDetails } = run([exampleFinding()]);
    expect(automationDetails).toEqual({ id: "trivy-scan/repository/" });
    expect(tool.driver.rules).toEqual([
      {
        id: "CVE-2026-1",
        shortDescription: { text: "Stack overflow in a deep document" },
        fullDescription: {
          text: "Stack overflow in a deep document. Severity: high (CVSS 7.5). Also known as GHSA-aaaa-bbbb-cccc, RUSTSEC-2026-0001.",
        },
        defaultConfiguration: { level: "error" },
        helpUri: "https://example.com/CVE-2026-1",
        help: {
          text: "Severity: high (CVSS 7.5).\nAlso known as GHSA-aaaa-bbbb-cccc, RUSTSEC-2026-0001.",
          markdown:
            "Severity: high (CVSS 7.5).\n\nAlso known as ⟨GHSA-aaaa-bbbb-cccc⟩, ⟨RUSTSEC-2026-0001⟩.\n\n[More about ⟦CVE-2026-1⟧](⟪https://example.com/CVE-2026-1⟫)",
        },
        properties: {
          tags: ["security", "vulnerability", "cargo", "GHSA-aaaa-bbbb-cccc", "RUSTSEC-2026-0001"],
          precision: "high",
          "security-severity": "7.5",
        },
      },
    ]);
    expect(results).toEqual([
      {
        ruleId: "CVE-2026-1",
        ruleIndex: 0,
        level: "error",
        message: { text: "deep 1.0.0: Stack overflow in a deep document. Fixed in 1.0.1." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "Cargo.lock" },
              region: { startLine: 12, startColumn: 1, endLine: 16 },
            },
          },
        ],
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) },
      },
    ]);
  });

  const affected = exampleFinding().package!;

  test.each<[name: string, finding: Finding, message: string]>([
    [
      "without a fix",
      exampleFinding({ package: { ...affected, fixedVersions: [] } }),
      "deep 1.0.0: Stack overflow in a deep document. No fixed version is known.",
    ],
    [
      "with many fixes",
      exampleFinding({ package: { ...affected, fixedVersions: ["1.1", "2.1", "3.1", "4.1"] } }),
      "deep 1.0.0: Stack overflow in a deep document. Fixed in 1.1, 2.1, 3.1.",
    ],
    ["with an empty title", exampleFinding({ title: " " }), "deep 1.0.0: CVE-2026-1. Fixed in 1.0.1."],
    [
      "with neither title nor id",
      exampleFinding({ title: "", id: "" }),
      "deep 1.0.0: Known vulnerability. Fixed in 1.0.1.",
    ],
    ["a secret, without its line", exampleSecret(), "GitHub personal access token"],
    [
      "a misconfiguration, with its resource",
      exampleSecret({ kind: "misconfiguration", title: "Bucket is public", detail: "aws_s3_bucket.logs" }),
      "Bucket is public (aws_s3_bucket.logs)",
    ],
    ["that would be a link", exampleSecret({ title: "[free](https://example.com)" }), "[free] (https://example.com)"],
    ["on several lines", exampleSecret({ title: "a\r\nb\tc" }), "a b c"],
    [
      "a licence",
      exampleFinding({ kind: "license", id: "GPL-3.0-only", title: "GPL-3.0-only is restricted" }),
      "deep 1.0.0: GPL-3.0-only is restricted",
    ],
    [
      "unmaintained",
      exampleFinding({ kind: "unmaintained", title: "nobody", package: { ...affected, fixedVersions: [] } }),
      "deep 1.0.0: nobody",
    ],
  ])("%s: its message", (_, finding, message) => {
    expect(run([finding]).results[0].message.text).toBe(message);
  });

  test.each<[name: string, place: Partial<Finding["place"]>, region: object]>([
    ["none", { startLine: undefined, endLine: undefined } as never, { startLine: 1, endLine: 1 }],
    ["one", { startLine: 3, endLine: undefined } as never, { startLine: 3, endLine: 3 }],
    ["backwards", { startLine: 9, endLine: 3 }, { startLine: 9, endLine: 9 }],
    ["zero", { startLine: 0, endLine: 0 }, { startLine: 1, endLine: 1 }],
    ["not whole", { startLine: 1.5, endLine: Number.NaN }, { startLine: 1, endLine: 1 }],
    ["too large", { startLine: 2 ** 31, endLine: 2 ** 53 }, { startLine: 1, endLine: 1 }],
  ])("lines: %s", (_, place, region) => {
    const { startColumn, ...shown } = run([exampleFinding({ place })]).results[0].locations[0].physicalLocation.region;
    expect(shown).toEqual(region);
  });

  test("texts of megabytes are cut, and nothing is cut in the middle of a character", () => {
    const long = "😀".repeat(1_000_000);
    const { tool, results } = run([exampleFinding({ id: long, title: long, aliases: Array<string>(50).fill(long) })]);
    expect(results[0].message.text.isWellFormed()).toBe(true);
    expect(JSON.stringify(tool).length).toBeLessThan(20_000);
    expect(tool.driver.rules[0].shortDescription.text).toHaveLength(1023);
  });

  test.each([
    [7, 7 + 3],
    [8, 7 + 3],
  ])("of %d aliases so many are tags that there are %d", (count, tags) => {
    const aliases = Array.from({ length: count }, (_, index) => `GHSA-${index}`);
    expect(run([exampleFinding({ aliases })]).tool.driver.rules[0].properties.tags).toHaveLength(tags);
  });

  test("an alias without letters is none", () => {
    const [rule] = run([exampleFinding({ aliases: ["", " ", "GHSA-1"] })]).tool.driver.rules;
    expect(rule.help.text).toMatch(/Also known as GHSA-1\.$/);
  });

  test("a URL that is none is left out of the rule", () => {
    expect(run([exampleFinding({ url: "https://" })]).tool.driver.rules[0].helpUri).toBeUndefined();
  });
});

describe("severities", () => {
  test("an id with several severities has several rules, the worst with the plain id", () => {
    const { tool, results } = run([
      exampleFinding({ severity: "low", place: { file: "a/Cargo.lock" } }),
      exampleFinding({ severity: "critical", score: 9.8, place: { file: "b/Cargo.lock" } }),
      exampleFinding({ severity: "low", place: { file: "c/Cargo.lock" } }),
    ]);
    expect(results.map(({ ruleId, level }: never) => [ruleId, level])).toEqual([
      ["CVE-2026-1", "error"],
      ["CVE-2026-1:low", "note"],
      ["CVE-2026-1:low", "note"],
    ]);
    expect(tool.driver.rules.map(({ properties }: never) => properties["security-severity"])).toEqual(["9.8", "3.9"]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 10.1])("a score of %d is none", (score) => {
    const [rule] = run([exampleFinding({ score })]).tool.driver.rules;
    expect(rule.properties["security-severity"]).toBe("8.0");
    expect(rule.help.text).toMatch(/^Severity: high\.$/m);
  });

  test("of one rule the highest score counts", () => {
    const { tool } = run([exampleFinding({ score: 7.1 }), exampleFinding({ score: 8.8, place: { file: "b" } })]);
    expect(tool.driver.rules[0].properties["security-severity"]).toBe("8.8");
  });

  test.each([
    ["unknown", "warning", undefined],
    ["critical", "error", "9.5"],
    ["low", "note", "2.0"],
  ] as const)("an unknown one that counts as %s is shown so", (unknownCountsAs, level, score) => {
    const { score: _, ...finding } = exampleFinding({ severity: "unknown" });
    const { tool, results } = run([finding], { unknownCountsAs });
    expect(results[0].level).toBe(level);
    expect(tool.driver.rules[0].properties["security-severity"]).toBe(score);
  });

  test("a rule of many packages names none of them", () => {
    const { tool } = run([
      exampleFinding({ kind: "yanked", id: "yanked", title: "deep 1.0.0 was yanked" }),
      exampleFinding({ kind: "license", id: "GPL-3.0-only", title: "GPL in deep" }),
    ]);
    expect(tool.driver.rules.map(({ shortDescription }: never) => (shortDescription as { text: string }).text)).toEqual(
      ["Licence: GPL-3.0-only", "Yanked version"],
    );
  });
});

describe("fingerprints", () => {
  const at = (finding: Finding, options?: Partial<SarifOptions>) => fingerprints(run([finding], options))[0];

  test.each<[name: string, other: Finding]>([
    [
      "another version",
      exampleFinding({ package: { ...exampleFinding().package!, version: "1.0.0-beta", fixedVersions: [] } }),
    ],
    ["another line", exampleFinding({ place: { startLine: 400, endLine: 404 } })],
    ["another title, score and severity", exampleFinding({ title: "other", score: 9.9, severity: "critical" })],
    ["other aliases", exampleFinding({ aliases: [] })],
  ])("of a lock file stay: %s", (_, other) => {
    expect(at(other)).toBe(at(exampleFinding()));
  });

  test.each<[name: string, other: Finding]>([
    ["another id", exampleFinding({ id: "CVE-2026-2" })],
    ["another package", exampleFinding({ package: { ...exampleFinding().package!, name: "other" } })],
    ["another ecosystem", exampleFinding({ package: { ...exampleFinding().package!, ecosystem: "npm" } })],
    ["another file", exampleFinding({ place: { file: "b/Cargo.lock" } })],
  ])("of a lock file differ: %s", (_, other) => {
    expect(at(other)).not.toBe(at(exampleFinding()));
  });

  test("of an image stay over tags, digests and temporary folders", () => {
    const roots = ["/tmp/a", "/tmp/b"];
    const image = (target: string, file: string) =>
      fingerprints(
        write([{ category: "image", kind: "image", findings: [exampleFinding({ place: { target, file } })] }], {
          roots,
        }).runs[0],
      );
    const names = ["ghcr.io/org/app:1", "ghcr.io/org/app:2", `ghcr.io/org/app@sha256:${"0".repeat(64)}`];
    expect(new Set(names.flatMap((name) => image(name, "usr/lib/x"))).size).toBe(1);
    expect(image("/tmp/a/app.tar", "x")).toEqual(image("/tmp/b/app.tar", "x"));
  });

  test("of a secret follow its line, without the value and wherever it moves to", () => {
    const own = at(exampleSecret());
    expect(at(exampleSecret({ place: { startLine: 77, endLine: 77 } }))).toBe(own);
    expect(at(exampleSecret({ detail: "other = ****" }))).not.toBe(own);
    expect(at(exampleSecret({ place: { file: "b" } }))).not.toBe(own);
  });

  test("two of one rule and place are two alerts", () => {
    const twice = [exampleFinding(), exampleFinding({ package: { ...exampleFinding().package!, version: "2.0.0" } })];
    const [first, second] = fingerprints(run(twice));
    expect(second).toBe(first!.replace(/1$/, "2"));
    expect(new Set(fingerprints(run([exampleSecret(), exampleSecret()]))).size).toBe(2);
  });
});

describe("order", () => {
  test("worst first, suppressed last, and the same for any order of findings", () => {
    const findings = [
      exampleFinding({ severity: "unknown", id: "E" }),
      exampleFinding({ severity: "low", id: "D", score: 3 }),
      exampleFinding({ severity: "high", id: "C", score: 7 }),
      exampleFinding({ severity: "high", id: "B", score: 8 }),
      exampleFinding({ severity: "critical", id: "A" }),
    ];
    const suppressed = [
      {
        finding: exampleFinding({ severity: "critical", id: "0" }),
        kind: "external" as const,
        justification: "not\nreached",
      },
    ];
    const there = write([{ ...files(...findings), suppressed }]).runs[0];
    expect(there.results.map(({ ruleId }: never) => ruleId)).toEqual(["A", "B", "C", "D", "E", "0"]);
    expect(there.results.at(-1).suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "not reached" },
    ]);
    expect(write([{ ...files(...findings.toReversed()), suppressed }]).runs[0]).toEqual(there);
  });
});

describe("limits", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      exampleFinding({ id: `CVE-2026-${index}`, severity: SEVERITIES[index % 5]!, score: (index % 90) / 10 }),
    );

  const cut = (written: number, leftOut: number, worstLeftOut: string) => [
    { category: "trivy-scan/repository/", written, leftOut, worstLeftOut },
  ];

  test.each([
    [2, 2, []],
    [3, 3, []],
    [4, 3, cut(3, 1, "low")],
    [9, 3, cut(3, 6, "high")],
  ])("of %d results, three allowed, %d are written, and the cut is told", (count, written, cuts) => {
    const { runs, ...log } = write([files(...many(count))], { results: 3 });
    expect(runs[0].results).toHaveLength(written);
    expect(log.cuts).toEqual(cuts);
  });

  test.each([
    ["GitHub keeps", undefined, 5_000, cut(5_000, 20_001, "critical")],
    ["GitHub takes", 1e9, 25_000, cut(25_000, 1, "unknown")],
  ])("of 25,001 results those are written that %s", (_, allowed, written, cuts) => {
    const { content, ...log } = sarifLog([files(...many(25_001))], {
      ...OPTIONS,
      ...(allowed !== undefined && { results: allowed }),
    });
    let results = 0;
    let largest = 0;
    for (const part of content) {
      if (part.includes('"ruleIndex"')) results++;
      largest = Math.max(largest, part.length);
    }
    expect(results).toBe(written);
    expect(log.cuts).toEqual(cuts);
    // Memory is bounded by a part, as nobody holds two.
    expect(largest).toBeLessThan(10_000);
  });

  test.each([
    [20, []],
    [21, [{ category: "t0/", written: 0, leftOut: 1, worstLeftOut: "low" }]],
  ])("of %d runs the twenty with the worst findings are written", (count, cuts) => {
    const log = write(
      Array.from({ length: count }, (_, index) => ({
        category: `t${index}`,
        kind: "files" as const,
        findings: [exampleFinding({ severity: index === 0 ? "low" : "high" })],
      })),
    );
    expect(log.runs).toHaveLength(20);
    expect(log.cuts).toEqual(cuts);
  });

  test("runs of one category are one", () => {
    const log = write([files(exampleFinding()), { ...files(exampleSecret()), category: "trivy-scan/repository/" }]);
    expect(log.runs.map(({ results }: never) => (results as unknown[]).length)).toEqual([2]);
  });

  test("a category without a name has one, and no finding is a run with no results", () => {
    const [only] = write([{ ...files(), category: "/" }]).runs;
    expect(only).toMatchObject({ automationDetails: { id: "trivy-scan/" }, results: [] });
    expect(write([]).runs).toEqual([]);
  });
});

test("the file can be written twice", () => {
  const { content } = sarifLog([files(exampleFinding(), exampleFinding())], OPTIONS);
  expect([...content].join("")).toBe([...content].join(""));
});

test("whatever the findings say, GitHub would take the file", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("", " ", "a/../b", "C:\\x", "](", "\0"),
  );
  const finding = fc.record({
    kind: fc.constantFrom(
      "vulnerability",
      "misconfiguration",
      "secret",
      "license",
      "unmaintained",
      "unsound",
      "yanked",
      "end-of-life",
    ),
    id: text,
    aliases: fc.array(text, { maxLength: 12 }),
    severity: fc.constantFrom(...SEVERITIES),
    score: fc.double(),
    title: text,
    url: text.map((rest) => `https://${rest}`),
    place: fc.record({ target: text, file: text, startLine: fc.integer(), endLine: fc.integer() }),
    package: fc.record({ name: text, ecosystem: text, version: text, fixedVersions: fc.array(text, { maxLength: 4 }) }),
    detail: text,
    sources: fc.constant(["trivy"]),
  }) as fc.Arbitrary<Finding>;
  const findings = fc.array(finding, { maxLength: 8 });
  fc.assert(
    fc.property(findings, fc.constantFrom("files" as const, "image" as const), text, (all, kind, category) => {
      write([
        {
          category: `c${category}`,
          kind,
          findings: all,
          suppressed: all.map((one) => ({ finding: one, kind: "inSource" })),
        },
      ]);
    }),
    depth(1000),
  );
});
