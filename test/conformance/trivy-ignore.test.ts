/** Ignore files as Trivy itself reads them (test/engines/requirements.txt); skipped, and said, where it is not available. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matchesEntry } from "../../packages/security/src/policy/entry-match.ts";
import { type IgnoreEntry, isExpired, readIgnoreFile } from "../../packages/security/src/policy/ignore-file.ts";
import { readIgnoreYaml } from "../../packages/security/src/policy/ignore-yaml.ts";
import { readTrivyReport } from "../../packages/security/src/trivy/report.ts";
import { engine } from "../../scripts/engines.ts";

const trivy = engine("trivy");
const FIXTURES = resolve(import.meta.dirname, "../../packages/security/src/trivy/fixtures");
const OFFLINE = ["--quiet", "--disable-telemetry", "--skip-version-check", "--offline-scan"];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-ignore-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a report holds, as `id file package`. */
function findings(report: Uint8Array) {
  const { ArtifactName: artifactName } = JSON.parse(Buffer.from(report).toString()) as {
    readonly ArtifactName: string;
  };
  const expected = { target: ".", artifactName, startedAt: 0, endedAt: Number.POSITIVE_INFINITY };
  return readTrivyReport([report], expected).findings.filter(({ kind }) => kind !== "end-of-life");
}

type Findings = ReturnType<typeof findings>;

const named = (found: Findings) => found.map(({ id, place, package: of }) => `${id} ${place.file} ${of?.name}`).sort();

/** What Trivy leaves of a report by an ignore file. */
function theirs(report: string, name: string, text: string): Findings {
  writeFileSync(join(folder, name), text);
  const args = ["convert", "--quiet", "--format", "json", "--ignorefile", join(folder, name), join(FIXTURES, report)];
  return findings(execFileSync(trivy!, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] }));
}

/** What we leave of it. */
function ours(report: string, name: string, text: string): Findings {
  return left(findings(readFileSync(join(FIXTURES, report))), name, text);
}

function left(found: Findings, name: string, text: string): Findings {
  const entries: readonly IgnoreEntry[] = name.endsWith(".yaml") ? readIgnoreYaml(text) : readIgnoreFile(text);
  const active = entries.filter((entry) => !isExpired(entry, Date.now()));
  return found.filter((finding) => !active.some((entry) => matchesEntry(entry, finding)));
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, "2026-11-28".length);

/** One entry for each finding of one file, with one pattern each. */
const patterns = (ids: readonly string[], each: readonly string[]) =>
  `misconfigurations:\n${each.map((pattern, at) => `  - {id: ${ids[at]}, paths: [${JSON.stringify(pattern)}]}\n`).join("")}`;

const AWS = ["AWS-0086", "AWS-0087", "AWS-0089", "AWS-0090", "AWS-0091", "AWS-0093", "AWS-0094", "AWS-0132"];
const DOCKERFILE = ["DS-0002", "DS-0005", "DS-0026"];
const purls = (...each: readonly string[]) =>
  `vulnerabilities:\n${["CVE-2021-25900", "CVE-2020-26235", "CVE-2021-38561", "CVE-2022-48174"]
    .slice(0, each.length)
    .map((id, at) => `  - {id: ${id}, purls: [${JSON.stringify(each[at])}]}\n`)
    .join("")}`;

describe.skipIf(trivy === undefined)("equal to Trivy", () => {
  test.each<[string, string, string, string]>([
    ["nothing", "filesystem.json", ".trivyignore", ""],
    [
      "ids of every kind, comments, CRLF",
      "filesystem.json",
      ".trivyignore",
      "# why\r\nCVE-2021-25900 # because\r\nDS-0005\r\ngithub-pat\r\n\r\nGPL-3.0-only\r\n",
    ],
    ["ids in another case", "filesystem.json", ".trivyignore", "cve-2021-25900\nds-0005\n"],
    [
      "days",
      "filesystem.json",
      ".trivyignore",
      `CVE-2021-25900 exp:${day(-1)}\nCVE-2020-26235 exp:${day(0)}\nCVE-2021-38561 exp:${day(1)}\n`,
    ],
    [
      "days in YAML",
      "filesystem.json",
      "days.yaml",
      `vulnerabilities:\n  - {id: CVE-2021-25900, expired_at: ${day(-1)}}\n  - {id: CVE-2020-26235, expired_at: ${day(0)}}\n  - {id: CVE-2021-38561, expired_at: ${day(1)}}\n`,
    ],
    [
      "moments in YAML",
      "filesystem.json",
      "moments.yaml",
      `vulnerabilities:\n  - {id: CVE-2021-25900, expired_at: "${day(-1)}T23:59:59Z"}\n  - {id: CVE-2021-38561, expired_at: ${day(1)}T23:00:00-01:00}\n`,
    ],
    [
      "sections",
      "filesystem.json",
      "sections.yaml",
      "vulnerabilities:\n  - id: github-pat\n  - id: DS-0002\nsecrets:\n  - id: CVE-2021-25900\n  - id: private-key\nmisconfigurations:\n  - id: DS-0005\nlicenses:\n  - id: DS-0026\n",
    ],
    [
      "paths",
      "filesystem.json",
      "a.yaml",
      patterns(AWS, [
        "infra/*",
        "*",
        "**",
        "**/*.tf",
        "infra/main.*",
        "*.tf",
        "{infra,x}/main.tf",
        "infra/ma[a-j]n.tf",
      ]),
    ],
    [
      "more paths",
      "filesystem.json",
      "b.yaml",
      patterns(AWS, [
        "infra/**",
        "infra/main.tf/**",
        "infra",
        "infra/",
        "/infra/main.tf",
        "./infra/main.tf",
        "inf*/main.tf",
        "infra/**/main.tf",
      ]),
    ],
    [
      "yet more paths",
      "filesystem.json",
      "c.yaml",
      patterns(AWS, [
        "infra/ma[!a-j]n.tf",
        "infra/ma?n.tf",
        "infra/main\\\\.tf",
        "INFRA/main.tf",
        "**/infra/**",
        "**infra/main.tf",
        "infra/{main,x}.{tf,y}",
        "**/main.tf",
      ]),
    ],
    [
      "paths at the root",
      "filesystem.json",
      "d.yaml",
      patterns(DOCKERFILE, ["?ockerfile", "**/Dockerfile", "*/Dockerfile"]),
    ],
    [
      "paths of secrets",
      "filesystem.json",
      "e.yaml",
      'secrets:\n  - {id: github-pat, paths: ["*.txt"]}\n  - {id: private-key, paths: ["*.txt", "x", "**/*.pem"]}\n',
    ],
    [
      "packages",
      "filesystem.json",
      "f.yaml",
      purls("pkg:cargo/smallvec", "pkg:cargo/time@0.1.43", "pkg:golang/golang.org/x/text@v0.3.5"),
    ],
    [
      "other packages",
      "filesystem.json",
      "g.yaml",
      purls("pkg:cargo/smallvec@1.6.1", "pkg:npm/time", "pkg:golang/text"),
    ],
    [
      "packages in other spellings",
      "filesystem.json",
      "h.yaml",
      purls("pkg:cargo/smallvec@1%2E6.0", "pkg:CARGO/time", "pkg:golang/golang.org%2Fx/text"),
    ],
    [
      "qualifiers",
      "filesystem.json",
      "i.yaml",
      purls("pkg:cargo/smallvec?arch=amd64", "pkg:cargo/time#sub", "pkg:golang/GoLang.org/x/Text"),
    ],
    ...[
      "pkg:deb/debian/busybox",
      "pkg:deb/ubuntu/busybox",
      "pkg:deb/busybox",
      "pkg:deb/debian/busybox?arch=amd64",
      "pkg:deb/debian/busybox?arch=arm64",
      "pkg:deb/debian/busybox@1.35.0-4?distro=debian-12.5",
    ].map((purl): [string, string, string, string] => [
      purl,
      "debian.json",
      "j.yaml",
      `vulnerabilities:\n  - {id: CVE-2022-48174, purls: ["${purl}"]}\n`,
    ]),
  ])("%s", (_, report, name, text) => {
    expect(named(ours(report, name, text))).toEqual(named(theirs(report, name, text)));
  });

  test("checks by the names that they had", () => {
    writeFileSync(join(folder, "Dockerfile"), "FROM alpine:3.10\nADD a b\n");
    const scan = (text: string) => {
      writeFileSync(join(folder, ".trivyignore"), text);
      const scanners = ["--scanners", "misconfig", "--skip-check-update", "--cache-dir", join(folder, "cache")];
      const args = ["fs", ...OFFLINE, ...scanners, "--format", "json", "--ignorefile", ".trivyignore", "."];
      return findings(execFileSync(trivy!, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] }));
    };
    const all = scan("");
    expect(named(all)).toEqual(DOCKERFILE.map((id) => `${id} Dockerfile undefined`));
    for (const text of ["AVD-DS-0002\nDS005\n", "DS-0002\nAVD-DS-0005\n", "AVD-DS002\nDS0005\n"])
      expect([text, named(left(all, ".trivyignore", text))]).toEqual([text, named(scan(text))]);
  });
});

describe.skipIf(trivy === undefined)("where Trivy passes over what it cannot read, it is an error here", () => {
  test.each<[string, string, string]>([
    ["a bad date", ".trivyignore", "CVE-2021-25900 exp:tomorrow\n"],
    ["two ids in a line", ".trivyignore", "DS-0002 CVE-2021-25900\n"],
    ["a key that is not known", "k.yaml", "vulnerabilities:\n  - {id: CVE-2021-25900, path: [nowhere]}\n"],
    ["a section that is not known", "k.yaml", "vulnerability:\n  - {id: CVE-2021-25900}\n"],
    ["no id", "k.yaml", "secrets:\n  - {paths: ['**']}\n"],
    ["purls of a secret", "k.yaml", "secrets:\n  - {id: github-pat, purls: [pkg:cargo/x]}\n"],
  ])("%s", (_, name, text) => {
    expect(() => ours("filesystem.json", name, text)).toThrow(/^line \d/);
    expect(theirs("filesystem.json", name, text).length).toBeGreaterThan(0);
  });

  test("an alias is another name of the flaw here, and none to Trivy", () => {
    const args = ["filesystem.json", ".trivyignore", "RUSTSEC-2021-0003\n"] as const;
    expect(theirs(...args)).toHaveLength(ours(...args).length + 1);
  });
});
