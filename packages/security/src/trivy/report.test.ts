import { readFileSync } from "node:fs";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExpectedReport, type ReportLimits, readTrivyReport } from "./report.ts";

/**
 * Recorded from Trivy 0.76.0: `trivy fs --scanners vuln,secret,misconfig,license --offline-scan -f json .` on a folder
 * with Cargo.lock, go.mod, Dockerfile, Terraform and made-up secrets (texts and code cut out), and
 * `trivy rootfs --scanners vuln -f json .` on a Debian 12 and an Alpine 3.10 of one package; `trivy image --input` on an
 * OCI layout with a Debian status file, a jar, a Cargo.lock and a made-up secret; and `trivy fs --show-suppressed` with
 * an ignore file.
 */
const recorded = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));
const EXPECTED = { target: "t", artifactName: ".", startedAt: 0, endedAt: Date.parse("2027-01-01") };
const read = (bytes: Uint8Array, expected: ExpectedReport = EXPECTED, limits?: ReportLimits) =>
  readTrivyReport([bytes], expected, limits);
const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const HEAD = {
  SchemaVersion: 2,
  Trivy: { Version: "0.76.0" },
  CreatedAt: "2026-11-28T06:00:00Z",
  ArtifactName: ".",
  ArtifactType: "filesystem",
};
const withResults = (...Results: unknown[]) => text({ ...HEAD, Results });

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

describe("an image", () => {
  const { findings, packages, imageId, layers, scanned } = read(recorded("image"));

  test("is named by its configuration, and its layers are counted", () => {
    expect(imageId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect([layers, scanned]).toEqual([1, { "os-pkgs": 1, "lang-pkgs": 2, secret: 1 }]);
  });

  test("has its files below its root, and its system in none", () => {
    expect(findings.map(({ id, place }) => [id, place.file])).toEqual([
      ["CVE-2022-48174", ""],
      ["CVE-2021-25900", "app/Cargo.lock"],
      ["CVE-2020-26235", "app/Cargo.lock"],
      ["github-pat", "app/x.env"],
    ]);
  });

  test("has packages with their file, version and what they need", () => {
    expect(packages).toEqual([
      {
        id: "busybox@1:1.35.0-4",
        name: "busybox",
        version: "1:1.35.0-4",
        purl: "pkg:deb/debian/busybox@1.35.0-4?arch=amd64&distro=debian-12.5&epoch=1",
        licenses: [],
        file: "",
      },
      {
        name: "org.apache.logging.log4j:log4j-core",
        version: "2.14.1",
        purl: "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
        licenses: [],
        file: "app/log4j-core-2.14.1.jar",
      },
      expect.objectContaining({ name: "demo", dependsOn: ["smallvec@1.6.0", "time@0.1.43"], file: "app/Cargo.lock" }),
      expect.objectContaining({ id: "smallvec@1.6.0", name: "smallvec" }),
      expect.objectContaining({ id: "time@0.1.43", name: "time" }),
    ]);
  });

  test("must be the one that was asked for", () => {
    const expected = { ...EXPECTED, imageId: imageId! };
    expect(read(recorded("image"), expected).imageId).toBe(imageId);
    expect(() => read(recorded("image"), { ...expected, imageId: "sha256:0" })).toThrow('not of "sha256:0"');
    expect(() => read(recorded("filesystem"), { ...expected, imageId: "sha256:0" })).toThrow("is of the image");
  });
});

test("licences of packages", () => {
  const { packages } = read(recorded("filesystem"));
  expect(packages.find(({ name }) => name === "leftpad")).toMatchObject({ licenses: ["GPL-3.0-only"] });
});

test("what Trivy set aside is no finding", () => {
  const { findings, suppressed } = read(recorded("set-aside"));
  expect(suppressed.map(({ kind, finding }) => [kind, finding.kind, finding.id])).toEqual([
    ["external", "vulnerability", "CVE-2021-25900"],
    ["external", "misconfiguration", "DS-0002"],
    ["external", "secret", "github-pat"],
  ]);
  expect(findings.map(({ id }) => id)).not.toContain("github-pat");
  expect(JSON.stringify(suppressed)).not.toContain("****");
});

test("the words of whoever set it aside", () => {
  const modified = { Type: "license", Status: "ignored", Statement: "we\nknow", Finding: { Name: "MIT" } };
  const unknown = { Type: "dream", Finding: {} };
  const Result = { Class: "license", Target: "a", ExperimentalModifiedFindings: [modified, unknown] };
  expect(read(withResults(Result)).suppressed).toMatchObject([{ justification: "we know", finding: { id: "MIT" } }]);
});

test("a package that is installed is in its own file", () => {
  const found = { VulnerabilityID: "CVE-2026-1", PkgName: "a", InstalledVersion: "1", PkgPath: "/app\\lib/a.jar" };
  const Result = { Class: "lang-pkgs", Type: "jar", Target: "Java", Vulnerabilities: [found] };
  expect(read(withResults(Result)).findings).toMatchObject([
    { place: { file: "app/lib/a.jar" }, package: { ecosystem: "maven" } },
  ]);
});

test("Go itself", () => {
  const PkgIdentifier = { PURL: "pkg:golang/stdlib@v1.21.0" };
  const found = { VulnerabilityID: "CVE-2026-1", PkgName: "stdlib", InstalledVersion: "v1.21.0", PkgIdentifier };
  const Result = { Class: "lang-pkgs", Type: "gobinary", Target: "app/server", Vulnerabilities: [found] };
  expect(read(withResults(Result)).findings).toMatchObject([
    { place: { file: "app/server" }, package: { name: "stdlib", ecosystem: "golang", version: "v1.21.0" } },
  ]);
});

test("two packages of one name are told apart by their UID", () => {
  const packageAt = (UID: string, line: number) => ({
    ID: "a@1",
    Name: "a",
    Version: "1",
    Identifier: { UID },
    Locations: [{ StartLine: line, EndLine: line }],
  });
  const found = (UID: string) => ({ VulnerabilityID: UID, PkgID: "a@1", PkgName: "a", PkgIdentifier: { UID } });
  const Result = {
    Class: "lang-pkgs",
    Type: "npm",
    Target: "package-lock.json",
    Packages: [packageAt("x", 3), packageAt("y", 9)],
    Vulnerabilities: [found("x"), found("y"), { ...found("z"), PkgID: "b@1" }],
  };
  expect(read(withResults(Result)).findings.map(({ place }) => place.startLine)).toEqual([3, 9, undefined]);
});

test("a target that is one file needs no path", () => {
  const Secrets = [{ RuleID: "x", Severity: "HIGH", StartLine: 1, EndLine: 1, Match: "" }];
  const report = withResults({ Class: "secret", Target: "app.env", Secrets });
  expect(read(report, { ...EXPECTED, isFile: true }).findings).toMatchObject([{ place: { target: "t", file: "" } }]);
});

describe("limits", () => {
  const vulnerabilities = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ VulnerabilityID: `CVE-${at}`, PkgName: "a", InstalledVersion: "1" }));
  const packages = (count: number) => Array.from({ length: count }, (_, at) => ({ Name: `p${at}` }));
  const result = (fields: object) => ({ Class: "lang-pkgs", Target: "a", ...fields });
  const limits = { bytes: 100_000, findings: 5, packages: 5 };

  test.each([4, 5])("%i of 5", (count) => {
    const modified = { Type: "license", Finding: { Name: "MIT" } };
    const some = result({ Vulnerabilities: vulnerabilities(count), Packages: packages(count) });
    expect(read(withResults(some), EXPECTED, limits).findings).toHaveLength(count);
    const others = result({ Vulnerabilities: vulnerabilities(count - 1), ExperimentalModifiedFindings: [modified] });
    expect(read(withResults(others), EXPECTED, limits).findings).toHaveLength(count - 1);
  });

  test.each<[string, object, string]>([
    ["findings", { Vulnerabilities: vulnerabilities(6) }, "has more than 5 findings"],
    [
      "what was set aside",
      {
        Vulnerabilities: vulnerabilities(5),
        ExperimentalModifiedFindings: [{ Type: "license", Finding: { Name: "MIT" } }],
      },
      "has more than 5 findings",
    ],
    ["packages", { Packages: packages(6) }, "has more than 5 packages"],
  ])("6 of 5: %s", (_, fields, message) => {
    expect(() => read(withResults(result(fields)), EXPECTED, limits)).toThrow(message);
  });

  test.each([
    [-1, "passes"],
    [0, "passes"],
    [1, "is refused"],
  ])("bytes %+i: %s", (more, outcome) => {
    const bytes = text(HEAD);
    const attempt = () => read(bytes, EXPECTED, { ...limits, bytes: bytes.length - more });
    if (outcome === "passes") expect(attempt().findings).toEqual([]);
    else expect(attempt).toThrow("has more than");
  });
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
  const results = fc.array(
    fc.record({
      Class: fc.string(),
      Target: fc.oneof(fc.string(), field),
      Vulnerabilities: field,
      Secrets: field,
      Packages: fc.oneof(field, fc.array(fc.record({ Name: fc.string(), Identifier: field, DependsOn: field }))),
      ExperimentalModifiedFindings: fc.oneof(
        field,
        fc.array(fc.record({ Type: fc.constantFrom("secret", "license", "x"), Finding: field })),
      ),
    }),
  );
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

test("a lock that is not of its manifest is told: its entry without a name stands for all that is left out", () => {
  const Packages = [{ ID: "demo@2.0.0", Identifier: { UID: "1" }, Relationship: "root" }];
  const { packages, staleLocks } = read(
    withResults({ Target: "x/Cargo.lock", Class: "lang-pkgs", Type: "cargo", Packages }),
  );
  expect({ packages, staleLocks }).toEqual({ packages: [], staleLocks: ["x/Cargo.lock"] });
  expect(read(recorded("filesystem")).staleLocks).toEqual([]);
});
