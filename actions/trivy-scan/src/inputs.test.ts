import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { environmentName, InputReader } from "@jessy-actions/kit/runner/inputs";
import { UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { askedInputs, declaredInputs } from "../../../packages/local-runner/testing/action-inputs.ts";
import { runs } from "../../../packages/reading/testing/depth.ts";
import { inputsOf, problemsOf } from "../testing/written-inputs.ts";
import { type Inputs, readInputs } from "./inputs.ts";

const DAY = 86_400_000;
const DEFAULT_FAIL_ON: Inputs["failOn"] = {
  vulnerability: ["critical", "high"],
  misconfiguration: ["critical", "high"],
  secret: ["critical", "high", "medium", "low", "unknown"],
  license: ["critical", "high"],
  "end-of-life": ["critical", "high", "medium", "low", "unknown"],
  unmaintained: [],
  unsound: [],
  notice: [],
  yanked: [],
};

const declared = parse(readFileSync(new URL("../action.yml", import.meta.url), "utf8")) as {
  inputs: Record<string, { default?: string }>;
};

test("every input that is read is in action.yml with the default that it has, and the other way round", async () => {
  expect(await askedInputs(readInputs)).toEqual(declaredInputs(resolve(import.meta.dirname, "..")));
  const written = Object.entries(declared.inputs).flatMap(([name, { default: value }]) =>
    value === undefined || name === "github-token" ? [] : [[name, value]],
  );
  expect(inputsOf(Object.fromEntries(written))).toEqual(inputsOf());
});

test("nothing written", () => {
  expect(inputsOf()).toEqual({
    name: "",
    token: "",
    targets: [{ kind: "fs", location: ".", name: "." }],
    scanners: ["vuln", "secret", "misconfig"],
    severities: ["critical", "high", "medium", "low", "unknown"],
    failOn: DEFAULT_FAIL_ON,
    unknownSeverity: "high",
    ignoreUnfixed: false,
    ignoreFiles: [".trivyignore", ".trivyignore.yaml"],
    expiresSoon: 14 * DAY,
    onlyNew: true,
    base: undefined,
    tool: { version: "0.74.0", sha256: undefined, installed: undefined, url: undefined, cache: true },
    database: {
      repositories: ["mirror.gcr.io/aquasec/trivy-db:2", "ghcr.io/aquasecurity/trivy-db:2"],
      javaRepositories: ["mirror.gcr.io/aquasec/trivy-java-db:1", "ghcr.io/aquasecurity/trivy-java-db:1"],
      maxAge: 3 * DAY,
      folder: undefined,
      cache: true,
    },
    advisories: {
      rustsec: true,
      commit: undefined,
      folder: undefined,
      maxAge: 14 * DAY,
      index: undefined,
      govulncheck: [],
      cache: true,
    },
    exploitation: { known: undefined, probability: undefined },
    timeout: 600_000,
    skipFolders: [],
    skipFiles: [],
    credential: undefined,
    emptyLogin: undefined,
    upload: "auto",
    category: "trivy-scan",
    comment: true,
    annotations: true,
    sbom: "none",
  } satisfies Inputs);
});

const SHA256 = "0123456789abcdef".repeat(4);

test.each<[Readonly<Record<string, string>>, Partial<Inputs>]>([
  [{ scanners: "vuln\nlicense" }, { scanners: ["vuln", "license"] }],
  // As people write it for trivy-action.
  [{ severity: "CRITICAL,HIGH" }, { severities: ["critical", "high"] }],
  [{ severity: "low critical" }, { severities: ["critical", "low"] }],
  [{ severity: "any" }, { severities: ["critical", "high", "medium", "low", "unknown"] }],
  [{ severity: "# all\n" }, { severities: ["critical", "high", "medium", "low", "unknown"] }],
  [
    { "fail-on": "Critical" },
    {
      failOn: Object.fromEntries(Object.keys(DEFAULT_FAIL_ON).map((kind) => [kind, ["critical"]])),
    },
  ],
  [{ "fail-on": "critical\nhigh" }, { failOn: expect.objectContaining({ yanked: ["critical", "high"] }) }],
  [{ "fail-on": "none" }, { failOn: expect.objectContaining({ secret: [], vulnerability: [] }) }],
  // A kind without a line keeps its default.
  [
    { "fail-on": "vulnerability = medium, high\nyanked=any" },
    { failOn: { ...DEFAULT_FAIL_ON, vulnerability: ["high", "medium"], yanked: DEFAULT_FAIL_ON.secret! } },
  ],
  [{ "fail-on": "secret=none" }, { failOn: { ...DEFAULT_FAIL_ON, secret: [] } }],
  // What fails is reported, so this is no contradiction.
  [{ severity: "critical", "fail-on": "high" }, { severities: ["critical"] }],
  [{ "unknown-severity": "unknown" }, { unknownSeverity: "unknown" }],
  [{ "ignore-files": "a/.trivyignore\n./a/.trivyignore" }, { ignoreFiles: ["a/.trivyignore"] }],
  [{ "expires-soon": "0s" }, { expiresSoon: 0 }],
  [{ base: "origin/main" }, { base: "origin/main" }],
  [{ "trivy-version": "v0.69.3" }, { tool: expect.objectContaining({ version: "0.69.3" }) }],
  [{ "trivy-version": "0.75.0-rc.1" }, { tool: expect.objectContaining({ version: "0.75.0-rc.1" }) }],
  [{ "trivy-sha256": `SHA256:${SHA256.toUpperCase()}` }, { tool: expect.objectContaining({ sha256: SHA256 }) }],
  [{ "trivy-path": "/usr/bin/trivy" }, { tool: expect.objectContaining({ installed: "/usr/bin/trivy" }) }],
  [
    { "trivy-url": "http://127.0.0.1:8080/v{version}/{asset}" },
    { tool: expect.objectContaining({ url: "http://127.0.0.1:8080/v{version}/{asset}" }) },
  ],
  [{ cache: "false" }, { tool: expect.objectContaining({ cache: false }) }],
  [{ "db-max-age": "12h" }, { database: expect.objectContaining({ maxAge: DAY / 2 }) }],
  [{ "db-folder": "--db" }, { database: expect.objectContaining({ folder: "./--db" }) }],
  [
    { "db-repositories": "# ours\nlocalhost:5000/trivy-db:2\nlocalhost:5000/trivy-db:2" },
    { database: expect.objectContaining({ repositories: ["localhost:5000/trivy-db:2"] }) },
  ],
  [{ rustsec: "off" }, { advisories: expect.objectContaining({ rustsec: false }) }],
  [
    { "crates-index": "https://index.crates.io" },
    { advisories: expect.objectContaining({ index: "https://index.crates.io" }) },
  ],
  [{ "crates-index": "vendor/index" }, { advisories: expect.objectContaining({ index: "vendor/index" }) }],
  [{ govulncheck: "**/vulns.json" }, { advisories: expect.objectContaining({ govulncheck: ["**/vulns.json"] }) }],
  [
    { exploited: "kev.json", epss: "/data/epss.csv" },
    { exploitation: { known: "kev.json", probability: "/data/epss.csv" } },
  ],
  [{ timeout: "1h30m" }, { timeout: 5_400_000 }],
  [
    { "skip-dirs": "node_modules/\n**/testdata", "skip-files": "a,b.lock" },
    { skipFolders: ["node_modules", "**/testdata"], skipFiles: ["a,b.lock"] },
  ],
  [
    { username: "me", password: "p" },
    { credential: { username: "me", password: "p" }, emptyLogin: undefined },
  ],
  [
    { username: "me" },
    {
      credential: undefined,
      emptyLogin: {
        problem:
          "input `password` is empty, and `username` is set; is the secret set in the repository, and spelt like this?",
        login: "by `username`",
        found: "`password` is empty",
      },
    },
  ],
  [{ password: "p" }, { emptyLogin: expect.objectContaining({ found: "`username` is empty" }) }],
  [
    { username: "me", password: "p", targets: "image:ghcr.io/a/b:1,base=ghcr.io/a/b:main\nimage:ghcr.io/a/c\nfs:." },
    { credential: { username: "me", password: "p" } },
  ],
  [{ name: "api\n two" }, { name: "api\n two", category: "trivy-scan/api two" }],
  [{ name: "api", category: "mine" }, { category: "mine" }],
  [{ upload: "required", "github-token": "t" }, { upload: "required" }],
  [{ sbom: "spdx" }, { sbom: "spdx" }],
])("%j", (written, expected) => {
  expect(inputsOf(written)).toMatchObject(expected);
});

test.each<[Readonly<Record<string, string>>, string]>([
  [
    { scanners: "vuln,secrets" },
    "input `scanners` is `secrets`; write `secret` (some of vuln, secret, misconfig, license)",
  ],
  [
    { severity: "CRITCAL" },
    "input `severity` has `CRITCAL`; write `critical` (some of critical, high, medium, low, unknown)",
  ],
  [{ severity: "none" }, "input `severity` is `none`, and what is not reported cannot be judged"],
  [{ severity: "high,any" }, "input `severity` has `high,any`; write `any` alone, or leave it out"],
  [{ severity: "moderate" }, "write `medium`"],
  [{ severity: "toString" }, "write some of critical"],
  [{ "fail-on": "critical,hihg" }, "input `fail-on` has `hihg`; write `high`"],
  [{ "fail-on": "any,none" }, "input `fail-on` has `any,none`; write `any` alone"],
  [
    { "fail-on": "vulnerabilities=high" },
    "input `fail-on` has the line `vulnerabilities=high`; write `vulnerability=…`",
  ],
  [{ "fail-on": "secerts=high" }, "write `secret=…`"],
  [{ "fail-on": "virus=high" }, "write one of vulnerability, misconfiguration, secret, license, end-of-life"],
  [{ "fail-on": "__proto__=high" }, "write one of vulnerability"],
  [{ "fail-on": "secret=" }, "input `fail-on` has `secret=`; write some of critical"],
  [{ "fail-on": "secret: any" }, "write one `kind=list` a line, such as `secret=high`"],
  [{ "fail-on": "secret=any,license=none" }, "write one `kind=list` a line"],
  [{ "fail-on": "secret=any\nsecret=none" }, "input `fail-on` has `secret` twice"],
  [
    { "fail-on": "high\nsecret=any" },
    "input `fail-on` has the line `high` beside lines of one kind; write `kind=high`",
  ],
  [{ "unknown-severity": "hgih" }, "input `unknown-severity` is `hgih`; write `high`"],
  [{ "ignore-unfixed": "yes" }, "input `ignore-unfixed` is `yes`; write `true` or `false`"],
  [{ "ignore-files": "/etc/ignore" }, "input `ignore-files` has `/etc/ignore`, which is absolute"],
  [{ "ignore-files": "../x" }, "input `ignore-files` has `../x`, which leads out of the workspace"],
  [{ "expires-soon": "soon" }, "input `expires-soon` is `soon`; write a duration"],
  [{ "expires-soon": "9999d" }, "input `expires-soon` is `9999d`; write a duration from `0s` to `3650d`"],
  [{ base: "--upload-pack=x" }, "input `base` is `--upload-pack=x`; write a branch, a tag or a commit"],
  [{ base: "a..b" }, "input `base` is `a..b`"],
  [{ base: "main", "only-new": "false" }, "input `base` has an effect only with `only-new: true`"],
  [
    { "trivy-version": "latest" },
    "input `trivy-version` is `latest`, which is another program from day to day; write a version, such as `0.74.0`",
  ],
  [{ "trivy-version": "0.74" }, "input `trivy-version` is `0.74`; write a whole version, such as `0.74.0`"],
  [{ "trivy-version": "v1/../../../x/main" }, "write a whole version"],
  [{ "trivy-version": "0.74.0; id" }, "write a whole version"],
  [{ "trivy-sha256": "abc" }, "input `trivy-sha256` is `abc`; write 64 hexadecimal digits"],
  [{ "trivy-path": "trivy", "trivy-sha256": SHA256 }, "input `trivy-sha256` is for a Trivy that is downloaded"],
  [{ "trivy-path": "trivy", "trivy-url": "https://a/{asset}" }, "input `trivy-url` is for a Trivy that is downloaded"],
  [{ "trivy-path": "~/trivy" }, "input `trivy-path` is `~/trivy`, which begins with `~`"],
  [{ "trivy-url": "https://a/trivy.tar.gz" }, "write an address with `{asset}`"],
  [{ "trivy-url": "https://a/{os}/{asset}" }, "input `trivy-url` has `{os}`; write `{version}` and `{asset}` only"],
  [{ "trivy-url": "http://a/{asset}" }, "write an address with `https://`"],
  [{ "trivy-url": "file:///{asset}" }, "write an address with `https://`"],
  [
    { "db-repositories": "ghcr.io/aquasecurity/trivy-db" },
    "without a tag or digest; write `ghcr.io/aquasecurity/trivy-db:2`",
  ],
  [{ "java-db-repositories": "ghcr.io/a/java" }, "write `ghcr.io/a/java:1`"],
  [{ "db-repositories": "oci://x" }, "input `db-repositories` has a line that cannot be used: "],
  [{ "db-max-age": "0s" }, "input `db-max-age` is `0s`; write a duration from `1m` to `3650d`"],
  [{ "db-max-age": "3 days" }, "input `db-max-age` is `3 days`; write a duration"],
  [{ rustsec: "false" }, "input `rustsec` is `false`; write one of auto, off"],
  [
    { rustsec: "off", "rustsec-commit": "a".repeat(40) },
    "input `rustsec-commit` has an effect only with `rustsec: auto`",
  ],
  [{ rustsec: "off", "rustsec-folder": "x" }, "input `rustsec-folder` has an effect only with"],
  [{ rustsec: "off", "crates-index": "x" }, "input `crates-index` has an effect only with"],
  [{ "rustsec-commit": "main" }, "input `rustsec-commit` is `main`; write a whole commit id"],
  [{ "rustsec-commit": "a".repeat(40), "rustsec-folder": "x" }, "`rustsec-folder` is there already; keep one"],
  [{ "crates-index": "sparse+https://index.crates.io/" }, "write it without `sparse+`: `https://index.crates.io/`"],
  [{ "crates-index": "http://index.crates.io" }, "write an address with `https://`"],
  [{ govulncheck: "a[" }, "input `govulncheck` has the pattern `a[`"],
  [{ timeout: "0s" }, "input `timeout` is `0s`; write a duration from `1s` to `350m`"],
  [{ timeout: "7h" }, "input `timeout` is `7h`"],
  [{ "skip-dirs": "." }, "input `skip-dirs` has `.`, which leaves nothing to scan"],
  [{ "skip-files": "**" }, "input `skip-files` has `**`, which leaves nothing to scan"],
  [{ "skip-dirs": "/proc" }, "input `skip-dirs` has `/proc`, which is absolute"],
  [
    { username: "me", password: "p", targets: "image:alpine:3\nimage:ghcr.io/a/b:1" },
    "input `password` is for one registry, and `targets` has images of `docker.io` and `ghcr.io`",
  ],
  [{ upload: "always" }, "input `upload` is `always`; write one of auto, required, never"],
  [{ upload: "required" }, "input `github-token` is empty, and `upload` is `required`"],
  [{ category: "a\nb" }, "input `category` is `a b`; write one line"],
  [{ category: "/" }, "input `category` is `/`"],
  [{ category: "a".repeat(201) }, "input `category` is"],
  [{ sbom: "cyclone" }, "input `sbom` is `cyclone`; write `cyclonedx` (one of none, cyclonedx, spdx)"],
  [
    { targets: "config:deploy", scanners: "vuln" },
    "input `scanners` lacks what `config:deploy` is scanned for: `misconfig`",
  ],
  [{ targets: "image:a", scanners: "misconfig" }, "is scanned for: `vuln` or `secret` or `license`"],
  [{ targets: "sbom:a", scanners: "secret" }, "is scanned for: `vuln` or `license`"],
])("%j", (written, expected) => {
  const problems = problemsOf(written);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(expected);
});

test("everything that is wrong is said at once, one line each", () => {
  const problems = problemsOf({
    targets: "alpine:3",
    severity: "x",
    timeout: "y",
    upload: "z",
    "trivy-version": "latest",
  });
  expect(problems).toHaveLength(5);
});

test("an address never shows its password", () => {
  for (const name of ["trivy-url", "crates-index"]) {
    const [problem] = problemsOf({ [name]: "https://me:hunter2@example.com/{asset}" });
    expect(problem).toContain("has a user name or password in its address");
    expect(problem).not.toContain("hunter2");
  }
});

test("whatever is written, inputs are read or are wrong, one line each, and nothing else happens", () => {
  const names = Object.keys(declared.inputs);
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "$(id)",
      "`id`",
      "a\nb",
      "--help",
      ";id",
      "__proto__",
      "constructor=any",
      "image:$(id)",
      "\u0000",
      "::error::x",
    ),
    fc
      .array(
        fc.constantFrom("fs", "image", ":", ",", "=", "name", "base", '"', "'", "any", "none", "-", "/", "..", " "),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), hostile), (written) => {
      const reader = new InputReader(
        Object.fromEntries(Object.entries(written).map(([name, value]) => [environmentName(name), value])),
      );
      readInputs(reader);
      try {
        reader.finish();
      } catch (error) {
        expect(error).toBeInstanceOf(UserErrors);
        for (const problem of (error as UserErrors).problems) expect(problem).not.toMatch(/[\n\r\u0000\u001b]/);
      }
    }),
    runs(500),
  );
});
