import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { brokenResult, exampleResult, fullResult, passingResult } from "../../testing/example-result.ts";
import { render } from "../render.ts";
import type { Result } from "../result.ts";
import { sarifOf, writeSarif } from "./sarif-file.ts";
import { stepOutputs } from "./step-outputs.ts";

const contentOf = (result: Result, output: string) => {
  const { content } = render(result).files.find((file) => file.output === output)!;
  return JSON.parse(typeof content === "string" ? content : [...(content as Iterable<string>)].join(""));
};

const lock = (name: string) => ({
  name,
  version: "1.0.0",
  purl: `pkg:cargo/${name}@1.0.0`,
  licenses: ["MIT"],
  file: "Cargo.lock",
});
const packages = [
  { target: ".", packages: [lock("serde"), lock("tokio")] },
  { target: "ghcr.io/acme/gateway", packages: [lock("openssl")] },
];

test("the outputs of a step", () => {
  expect(stepOutputs(exampleResult())).toEqual({
    verdict: "fail",
    critical: "3",
    high: "6",
    medium: "1",
    low: "0",
    unknown: "1",
    new: "8",
    failing: "6",
    "database-date": "2026-11-28T06:11:40Z",
  });
  expect(stepOutputs(passingResult({ databases: [] }))).toMatchObject({ failing: "0", new: "0", "database-date": "" });
});

test("the files of a step have the same names in every run", () => {
  const named = ({ files }: ReturnType<typeof render>) => files.map(({ name, output }) => `${output}: ${name}`);
  expect(named(render(exampleResult()))).toEqual(["result-file: result.json", "sarif-file: trivy-scan.sarif"]);
  const settings = { ...exampleResult().settings, sbom: "cyclonedx" } as const;
  expect(named(render(exampleResult({ packages, settings })))).toEqual([
    "result-file: result.json",
    "sarif-file: trivy-scan.sarif",
    "sbom-file: sbom.cdx.json",
    expect.stringMatching(/^undefined: sbom-ghcr-io-acme-gateway-[0-9a-f]{8}\.cdx\.json$/),
  ]);
});

describe("the result file", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../../../docs/schema/trivy-scan-result.v1.json", import.meta.url), "utf8"),
  );
  const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  test.each<[name: string, result: Result]>([
    ["failed", exampleResult()],
    ["passed", passingResult({ upload: null })],
    ["was broken", brokenResult()],
    ["has 300 findings", fullResult()],
    ["was not uploaded", exampleResult({ upload: { outcome: "rejected", id: "1", reason: "limits", errors: ["x"] } })],
  ])("of a run that %s fits the published schema", (_, result) => {
    fits(contentOf(result, "result-file"));
    expect(fits.errors).toBeNull();
  });

  test("is the result without packages and lines of secrets", () => {
    const { packages: _, ...result } = exampleResult({ packages });
    const written = contentOf(exampleResult({ packages }), "result-file");
    expect(written).toEqual(
      JSON.parse(JSON.stringify({ ...result, findings: result.findings.map(({ detail, ...rest }) => rest) })),
    );
  });

  test("keeps what a misconfiguration is about", () => {
    const findings = exampleResult().findings.map((finding) => ({ ...finding, detail: "x" }));
    const written = contentOf(exampleResult({ findings }), "result-file");
    expect(
      written.findings.map(({ kind, detail }: { kind: string; detail?: string }) => [kind, detail]),
    ).toContainEqual(["misconfiguration", "x"]);
    expect(written.findings[0]).toMatchObject({ kind: "secret" });
    expect(written.findings[0].detail).toBeUndefined();
  });
});

describe("the bill of materials", () => {
  const ofKind = (sbom: "cyclonedx" | "spdx", changes: Partial<Result> = {}) =>
    contentOf(exampleResult({ packages, settings: { ...exampleResult().settings, sbom }, ...changes }), "sbom-file");

  test("is of the repository at the commit", () => {
    expect(ofKind("cyclonedx")).toMatchObject({
      bomFormat: "CycloneDX",
      metadata: { component: { type: "application", name: "acme/jessy", version: exampleResult().commit } },
      components: [{ name: "serde" }, { name: "tokio" }],
    });
    expect(ofKind("spdx")).toMatchObject({
      spdxVersion: "SPDX-2.3",
      documentNamespace: expect.stringMatching(/^https:\/\/github\.com\/acme\/jessy\/spdx\//),
    });
  });

  test("is of an image by its digest", () => {
    expect(ofKind("cyclonedx", { packages: packages.slice(1) }).metadata.component).toMatchObject({
      type: "container",
      name: "ghcr.io/acme/gateway",
      version: `sha256:${"9c1e".repeat(16)}`,
    });
  });

  test("is of no target that was not scanned", () => {
    const targets = exampleResult().targets.map((target) => ({ ...target, state: "failed" as const }));
    const settings = { ...exampleResult().settings, sbom: "cyclonedx" } as const;
    const { files } = render(exampleResult({ packages, settings, targets }));
    expect(files.map(({ output }) => output)).toEqual(["result-file", "sarif-file"]);
  });
});

describe("the SARIF file", () => {
  const parsed = (result: Result) => JSON.parse(sarifOf(result).content.join(""));
  const categories = (result: Result) =>
    parsed(result).runs.map(({ automationDetails }: { automationDetails: { id: string } }) => automationDetails.id);
  const [files] = exampleResult().targets;

  test("has a category for each target, the same whatever the tag of an image", () => {
    expect(categories(exampleResult())).toEqual(["trivy-scan/fs/", "trivy-scan/image/ghcr.io/acme/gateway/"]);
  });

  test("has one for locks that no target names", () => {
    const locks = { targets: exampleResult().targets.slice(1), findings: [] };
    expect(categories(exampleResult(locks))).toEqual(["trivy-scan/image/ghcr.io/acme/gateway/", "trivy-scan/locks/"]);
    expect(categories(exampleResult({ ...locks, locks: [] }))).toHaveLength(1);
  });

  test("has paths of the repository, whatever a target is called", () => {
    const targets = [{ ...files!, name: "api", location: "services/api" }];
    const findings = exampleResult()
      .findings.filter(({ place }) => place.target === ".")
      .map((finding) => ({ ...finding, place: { ...finding.place, target: "api" } }));
    const [{ results }] = parsed(exampleResult({ targets, findings })).runs;
    const uris = results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]!.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toContain("services/api/crates/gateway/src/config.rs");
    expect(uris.every((uri: string) => uri.startsWith("services/api/"))).toBe(true);
  });

  test("grades an unknown severity as the gate does", () => {
    const graded = (unknownSeverity: Result["settings"]["unknownSeverity"]) => {
      const result = exampleResult({ settings: { ...exampleResult().settings, unknownSeverity } });
      const { results } = parsed(result).runs[0];
      return results.find(({ ruleId }: { ruleId: string }) => ruleId.startsWith("RUSTSEC-2025-0134")).level;
    };
    expect(graded("high")).toBe("error");
    expect(graded("low")).toBe("note");
  });

  test("leaves out what a problem is about, everything for one of no target", () => {
    const problem = { cause: "timeout", message: "x" } as const;
    expect(categories(exampleResult({ problems: [{ ...problem, target: "." }] }))).toHaveLength(1);
    const none = exampleResult({ problems: [problem] });
    expect(categories(none)).toEqual([]);
    expect(sarifOf(none)).toMatchObject({ isEmpty: true, notes: [] });
    // A lock that cannot be read says nothing of an image.
    const lock = exampleResult({ problems: [{ cause: "unreadable-lock", message: "x" }] });
    expect(categories(lock)).toEqual(["trivy-scan/image/ghcr.io/acme/gateway/"]);
  });

  test("is made once for all stages of a result, and anew when something of it differs", () => {
    const result = fullResult(20);
    expect(sarifOf({ ...result, headline: "x" })).toBe(sarifOf(result));
    expect(sarifOf({ ...result, problems: [{ cause: "upload-failed", message: "x" }] })).toBe(sarifOf(result));
    expect(sarifOf({ ...result, problems: [{ cause: "timeout", message: "x" }] })).not.toBe(sarifOf(result));
  });

  test("says what was cut", () => {
    expect(writeSarif(fullResult(20), 5).notes).toEqual([
      "The SARIF file has the 5 worst findings of `trivy-scan/image/ghcr.io/acme/gateway/`; 15 do not fit GitHub's limits, the worst of them high.",
    ]);
  });

  test("says that GitHub takes 20 analyses", () => {
    const targets = Array.from({ length: 21 }, (_, at) => ({ ...files!, name: `t${at}`, location: `t${at}` }));
    expect(sarifOf(exampleResult({ targets, findings: [], locks: [] })).notes).toEqual([
      "GitHub takes 20 analyses at a time, and there are 21: the SARIF file has the worst.",
    ]);
  });
});
