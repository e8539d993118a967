/**
 * How long it takes, and how much memory, to read Trivy's report.
 *
 *     npm run bench:trivy-report
 *
 * Each size in a new process: 5,000 findings are a large repository, 25,000 a large image (94 MB, as Trivy 0.76 writes
 * them with their texts), 60,000 come near to the limit of bytes. It fails where time or memory grow faster than the report.
 */
import { execFileSync } from "node:child_process";
import { readTrivyReport } from "../../packages/security/src/trivy/report.ts";

const SIZES = [5000, 25_000, 60_000];
/** Of 25,000: Trivy's texts are about 3.7 kB for each finding. */
const TEXT = "A flaw lets an attacker read memory that is not theirs. ".repeat(55);
const MAX_GROWTH = 3;

interface Run {
  readonly findings: number;
  readonly megabytes: number;
  /** Of the processor: other work on the machine does not count. */
  readonly ms: number;
  /** Of the process, with the report's bytes. */
  readonly peakMegabytes: number;
}

function reportOf(findings: number): Buffer {
  const head = {
    SchemaVersion: 2,
    Trivy: { Version: "0.76.0" },
    CreatedAt: "2026-11-28T00:00:00Z",
    ArtifactName: "/image",
    ArtifactType: "container_image",
  };
  const purl = (at: number) => `pkg:deb/debian/package-${at}@1.0.${at}?arch=amd64&distro=debian-12.5`;
  const Packages = Array.from({ length: Math.ceil(findings / 5) }, (_, at) => ({
    ID: `package-${at}@1.0.${at}`,
    Name: `package-${at}`,
    Identifier: { PURL: purl(at), UID: `${at}` },
    Version: `1.0.${at}`,
    Licenses: ["MIT", "Apache-2.0"],
    DependsOn: [`package-${at + 1}@1.0.${at + 1}`],
  }));
  const Vulnerabilities = Array.from({ length: findings }, (_, at) => ({
    VulnerabilityID: `CVE-2026-${at}`,
    VendorIDs: [`GHSA-${at}`],
    PkgID: `package-${Math.floor(at / 5)}@1.0.${Math.floor(at / 5)}`,
    PkgName: `package-${Math.floor(at / 5)}`,
    PkgIdentifier: { PURL: purl(Math.floor(at / 5)), UID: `${Math.floor(at / 5)}` },
    InstalledVersion: `1.0.${at}`,
    FixedVersion: ">= 1.2.3, < 2.0.0, >= 2.1.0",
    Title: `A flaw of package ${at}`,
    Description: `${at} ${TEXT}`,
    Severity: "HIGH",
    CVSS: { nvd: { V3Vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", V3Score: 9.8 } },
    References: [`https://example.org/${at}`, `https://example.com/${at}`],
  }));
  return Buffer.from(
    JSON.stringify({
      ...head,
      Results: [{ Target: "os", Class: "os-pkgs", Type: "debian", Packages, Vulnerabilities }],
    }),
  );
}

function measure(findings: number): Run {
  const bytes = reportOf(findings);
  const before = process.cpuUsage();
  const expected = { target: "app", artifactName: "/image", startedAt: 0, endedAt: Date.parse("2027-01-01") };
  const report = readTrivyReport([bytes], expected);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  if (report.findings.length !== findings) throw new Error(`${report.findings.length} of ${findings} findings`);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { findings, megabytes: bytes.length / 1e6, ms, peakMegabytes };
}

const [, , size] = process.argv;
if (size !== undefined) process.stdout.write(JSON.stringify(measure(Number(size))));
else {
  const runs = SIZES.map(
    (findings) => JSON.parse(execFileSync(process.execPath, [import.meta.filename, `${findings}`]).toString()) as Run,
  );
  for (const { findings, megabytes, ms, peakMegabytes } of runs)
    process.stdout.write(
      `${findings} findings, ${megabytes.toFixed(0)} MB: ${ms.toFixed(0)} ms CPU, the process at most ${peakMegabytes.toFixed(0)} MB\n`,
    );
  const perMegabyte = runs.map(({ ms, megabytes }) => ms / megabytes);
  if (perMegabyte.at(-1)! > MAX_GROWTH * perMegabyte[0]!) {
    process.stderr.write("time grows faster than the report\n");
    process.exitCode = 1;
  }
}
