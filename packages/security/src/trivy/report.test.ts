import { readFileSync } from "node:fs";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTrivyReport } from "./report.ts";

/**
 * Recorded from Trivy 0.76.0: `trivy fs --scanners vuln,secret,misconfig,license --offline-scan -f json .` on a folder
 * with Cargo.lock, go.mod, Dockerfile, Terraform and made-up secrets (texts and code cut out), and
 * `trivy rootfs --scanners vuln -f json .` on a Debian 12 and an Alpine 3.10 of one package.
 */
const recorded = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));
const EXPECTED = { target: "t", artifactName: ".", startedAt: 0, endedAt: Date.parse("2027-01-01") };
const read = (bytes: Uint8Array, expected = EXPECTED) => readTrivyReport([bytes], expected);
const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const HEAD = {
  SchemaVersion: 2,
  Trivy: { Version: "0.76.0" },
  CreatedAt: "2026-11-28T06:00:00Z",
  ArtifactName: ".",
  ArtifactType: "filesystem",
};

test("a folder", () => {
  const { findings, scanned, version } = read(recorded("filesystem"));
  expect(version).toBe("0.76.0");
  expect(scanned["lang-pkgs"]).toBe(3);
  expect(findings.find(({ id }) => id === "CVE-2021-25900")).toMatchObject({
    aliases: ["GHSA-43w2-9j62-hq99", "RUSTSEC-2021-0003"],
    severity: "high",
    place: { file: "Cargo.lock", startLine: 13 },
    package: { name: "smallvec", ecosystem: "cargo", version: "1.6.0" },
  });
  expect(findings.find(({ id }) => id === "CVE-2021-38561")).toMatchObject({ score: 7.5 });
  expect(findings.find(({ id }) => id === "github-pat")).toMatchObject({ detail: "token = ***" });
  expect(findings.find(({ id }) => id === "AWS-0086")).toMatchObject({ detail: "aws_s3_bucket.logs" });
  expect(findings.find(({ kind }) => kind === "license")).toMatchObject({ id: "GPL-3.0-only", detail: "leftpad" });
});

test("systems", () => {
  expect(read(recorded("debian")).findings).toMatchObject([
    { id: "CVE-2022-48174", severity: "critical", score: 9.8, package: { ecosystem: "deb", fixedVersions: ["1:99"] } },
  ]);
  expect(read(recorded("end-of-life")).findings).toMatchObject([{ kind: "end-of-life", id: "alpine 3.10.2" }]);
});

test.each([
  "ghp_0123456789abcdefghijABCDEFGHIJ012345",
  'ghp_0123456789abcdefghijABCDEFGHIJ012345 = "****" x',
  "a ghp_0123456789abcdefghijABCDEFGHIJ012345 token=****",
  "**** ghp_0123456789abcdefghijABCDEFGHIJ012345",
])("nothing secret survives: %s", (Match) => {
  const Code = { Lines: [{ Content: "ghp_0123456789abcdefghijABCDEFGHIJ012345" }] };
  const Secrets = [{ RuleID: "x", Severity: "HIGH", StartLine: 1, EndLine: 1, Match, Code }];
  const { findings } = read(text({ ...HEAD, Results: [{ Class: "secret", Target: "a", Secrets }] }));
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain("ghp_");
});

test("only failed checks count", () => {
  const Misconfigurations = ["PASS", "EXCEPTION", "FAIL"].map((Status) => ({ ID: Status, Status }));
  const { findings } = read(text({ ...HEAD, Results: [{ Class: "config", Target: "a", Misconfigurations }] }));
  expect(findings.map(({ id }) => id)).toEqual(["FAIL"]);
});

describe("refuses", () => {
  const time = Date.parse(HEAD.CreatedAt);
  test.each<[string, Uint8Array, Partial<typeof EXPECTED>, string]>([
    ["nothing", new Uint8Array(), {}, "is empty"],
    ["half a report", recorded("debian").subarray(0, 900), {}, "ends early"],
    ["another schema", text({ ...HEAD, SchemaVersion: 3 }), {}, "has schema 3"],
    ["another artifact", text({ ...HEAD, ArtifactName: "x" }), {}, 'is of "x"'],
    ["an old one", text(HEAD), { startedAt: time + 1 }, "is old"],
    ["one from the future", text(HEAD), { endedAt: time - 1 }, "is from the future"],
  ])("%s", (_, bytes, expected, message) => {
    expect(() => read(bytes, { ...EXPECTED, ...expected })).toThrow(message);
  });
});

test("anything is a report or an error that says why", () => {
  const field = fc.jsonValue();
  const results = fc.array(fc.record({ Class: fc.string(), Target: field, Vulnerabilities: field, Secrets: field }));
  fc.assert(
    fc.property(
      fc.oneof(
        field,
        results.map((Results) => ({ ...HEAD, Results })),
      ),
      (value) => {
        try {
          read(text(value));
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
        }
      },
    ),
  );
});
