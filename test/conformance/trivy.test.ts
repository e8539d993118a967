import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Inputs } from "../../actions/trivy-scan/src/inputs.ts";
import { lacksJavaDatabase } from "../../actions/trivy-scan/src/scanning/java-database.ts";
import type { Scan, ScanOutcome } from "../../actions/trivy-scan/src/scanning/scan.ts";
import { findNetwork, scanTarget } from "../../actions/trivy-scan/src/scanning/scan-target.ts";
import type { TargetKind } from "../../actions/trivy-scan/src/targets/target.ts";
import {
  blobsOf,
  DEBIAN,
  dockerArchive,
  indexOf,
  layoutFolder,
  madeImage,
} from "../../actions/trivy-scan/testing/image-files.ts";
import { folderOf, scanIo, scanningOf, targetOf } from "../../actions/trivy-scan/testing/scanning.ts";
import { ARM64, attestation } from "../../packages/images/testing/image.ts";
import { engine } from "../../scripts/engines.ts";
import { addJavaDatabase, trivyDatabase } from "./trivy-database.ts";

const trivy = engine("trivy");
const database = trivy === undefined ? undefined : trivyDatabase();
const network = await findNetwork(scanIo("/"));

/** Made up, and in no allow-list of Trivy's. */
const SECRET = `ghp_${"a1B2c3D4e5".repeat(4).slice(0, 36)}`;
const CARGO_LOCK = `version = 3

[[package]]
name = "smallvec"
version = "1.6.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${"0".repeat(64)}"
`;
const FILES = {
  "Cargo.lock": CARGO_LOCK,
  "svc/go.mod": "module example.com/svc\n\ngo 1.21.0\n\nrequire golang.org/x/text v0.3.5\n",
  Dockerfile: "FROM debian:12\nRUN apt-get install curl\n",
  "src/app.env": `token = "${SECRET}"\n`,
};

/** Checks of configuration take a second to load. */
const QUICK: Inputs["scanners"] = ["vuln", "secret"];
const ALL: Inputs["scanners"] = ["vuln", "secret", "misconfig"];

async function outcome(
  kind: TargetKind,
  location: string,
  folder: string,
  inputs: Partial<Inputs> = {},
  databaseFolder = database!,
): Promise<ScanOutcome> {
  const scanning = scanningOf(trivy!, { scanners: QUICK, ...inputs }, { databaseFolder, network });
  return scanTarget(targetOf(kind, location), folder, scanning, scanIo(folder));
}

async function scan(kind: TargetKind, location: string, folder: string, inputs: Partial<Inputs> = {}): Promise<Scan> {
  const result = await outcome(kind, location, folder, inputs);
  if (!("scan" in result)) throw new Error(JSON.stringify(result.problem));
  return result.scan;
}

/** Kind, id and file of each finding, sorted. */
function rows({ findings }: Pick<Scan, "findings">): readonly string[] {
  return findings.map(({ kind, id, place }) => `${kind} ${id} ${place.file}`).sort();
}

const HERE = [
  "misconfiguration DS-0002 Dockerfile",
  "misconfiguration DS-0021 Dockerfile",
  "misconfiguration DS-0026 Dockerfile",
  "misconfiguration DS-0029 Dockerfile",
  "secret github-pat src/app.env",
  "vulnerability CVE-2021-25900 Cargo.lock",
  "vulnerability CVE-2021-38561 svc/go.mod",
];

describe.skipIf(database === undefined)("the real Trivy", () => {
  test("finds everything in a folder, and names no secret", async () => {
    const found = await scan("fs", ".", folderOf(FILES), { scanners: ALL });
    expect(rows(found)).toEqual(HERE);
    expect(found).toMatchObject({ scanned: { "lang-pkgs": 2, config: 1, secret: 1 }, digest: null, idle: [] });
    expect(found.packages.map(({ name }) => name)).toEqual(["smallvec", "example.com/svc", "golang.org/x/text"]);
    expect(JSON.stringify(found)).not.toContain(SECRET.slice(4, 14));
  });

  test.each(["--help", "$(id)", "a\nb", "p|q", "a,b", "`x`", "-", "ä b", '"'])(
    "in a folder called %j",
    async (name) => {
      const folder = folderOf({ [`${name}/Cargo.lock`]: CARGO_LOCK, [`${name}/skip,me/Cargo.lock`]: CARGO_LOCK });
      const found = await scan("fs", name, folder, { skipFolders: ["skip,me"] });
      expect(rows(found)).toEqual(["vulnerability CVE-2021-25900 Cargo.lock"]);
    },
  );

  test("in one file, and behind a link in the repository", async () => {
    const folder = folderOf(FILES);
    symlinkSync("src", join(folder, "link"));
    expect((await scan("fs", "Cargo.lock", folder)).findings.map(({ place }) => place.file)).toEqual([""]);
    expect(rows(await scan("fs", "link", folder))).toEqual(["secret github-pat app.env"]);
  });

  test("in a git checkout, whose report is called a repository", async () => {
    const folder = folderOf(FILES);
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: folder });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "all");
    expect(rows(await scan("fs", ".", folder))).toEqual(HERE.slice(4));
  });

  test("only configuration of a `config` target", async () => {
    const found = await scan("config", ".", folderOf(FILES), { scanners: ["vuln"] });
    expect(rows(found)).toEqual(HERE.slice(0, 4));
  });

  test("passes a clean repository, and configuration that is right", async () => {
    expect(await scan("fs", ".", folderOf({ "README.md": "x" }), { scanners: ALL })).toMatchObject({
      findings: [],
      idle: ["vuln", "misconfig"],
    });
    const Dockerfile = "FROM debian:12\nUSER me\nHEALTHCHECK CMD true\n";
    expect(await scan("config", ".", folderOf({ Dockerfile }))).toMatchObject({ findings: [], scanned: { config: 1 } });
  });

  describe("obeys nothing that a pull request brings", () => {
    const settings = {
      ".trivyignore": "CVE-2021-25900\nCVE-2021-38561\ngithub-pat\nDS-0002\n",
      ".trivyignore.yaml": "vulnerabilities:\n  - id: CVE-2021-25900\n",
      "trivy.yaml": "severity: [LOW]\nexit-code: 5\nscan:\n  skip-dirs: ['**']\nserver:\n  addr: http://example.org\n",
      "trivy-secret.yaml": "disable-rules: [github-pat]\nallow-rules:\n  - id: all\n    regex: .*\n",
    };

    test("as files", async () => {
      expect(rows(await scan("fs", ".", folderOf({ ...FILES, ...settings }), { scanners: ALL }))).toEqual(HERE);
    });

    test("as comments: what they set aside is told", async () => {
      const folder = folderOf({
        ...FILES,
        Dockerfile: "FROM debian:12\n#trivy:ignore:DS-0021\nRUN apt-get install curl\n",
        "main.tf": 'resource "aws_s3_bucket" "logs" {\n  bucket = "x" #tfsec:ignore:* trivy:ignore:*\n}\n',
        "src/app.env": `token = "${SECRET}" # trivy:ignore:github-pat\n`,
        "Cargo.lock": `# trivy:ignore:CVE-2021-25900\n${CARGO_LOCK}`,
      });
      const found = await scan("fs", ".", folder, { scanners: ALL });
      const suppressed = found.suppressed.map(({ kind, finding }) => `${kind} ${finding.id} ${finding.place.file}`);
      expect(suppressed).toContain("inSource DS-0021 Dockerfile");
      expect(
        [...rows(found).filter((row) => !row.endsWith("main.tf")), "misconfiguration DS-0021 Dockerfile"].sort(),
      ).toEqual(HERE);
      const plain = await scan(
        "config",
        "main.tf",
        folderOf({ "main.tf": 'resource "aws_s3_bucket" "logs" {\n  bucket = "x"\n}\n' }),
      );
      const inTerraform = [
        ...rows(found),
        ...rows({ findings: found.suppressed.map(({ finding }) => finding) }),
      ].filter((row) => row.endsWith("main.tf"));
      expect(inTerraform).toHaveLength(plain.findings.length);
    });
  });

  test("says which lock files it cannot read, beside the rest", async () => {
    const broken = {
      "Cargo.lock": "[[package",
      "composer.lock": "{",
      "go.mod": "module x\nrequire (",
      "package-lock.json": '{"name":',
      "pnpm-lock.yaml": "a: [b",
      "pom.xml": "<project",
    };
    const files = Object.entries(broken).map(([name, content]) => [`${name[0]}/${name}`, content]);
    const result = await outcome("fs", ".", folderOf({ "x/Cargo.lock": CARGO_LOCK, ...Object.fromEntries(files) }));
    const message = expect.stringMatching(/C\/Cargo\.lock \(.*c\/composer\.lock \(.*g\/go\.mod \(.* and 3 more/);
    expect(result).toMatchObject({ problem: { cause: "unreadable-lock", message } });
    expect("partial" in result && rows(result.partial!)).toContain("vulnerability CVE-2021-25900 x/Cargo.lock");
  });

  test("says which lock is not of its manifest: Trivy leaves out what is in it", async () => {
    const manifest = '[package]\nname = "demo"\nversion = "9.9.9"\n';
    const result = await outcome("fs", ".", folderOf({ "x/Cargo.toml": manifest, "x/Cargo.lock": CARGO_LOCK }));
    const message = expect.stringMatching(/x\/Cargo\.lock \(it is not of the Cargo\.toml beside it/);
    expect(result).toMatchObject({ problem: { cause: "unreadable-lock", message } });
  });

  test("says which configuration it cannot read", async () => {
    const folder = folderOf({ Dockerfile: "FRM x\n", "main.tf": 'resource "x' });
    expect(await outcome("config", ".", folder)).toMatchObject({
      problem: { cause: "unreadable-config", message: expect.stringMatching(/Dockerfile \(.*main\.tf \(/) },
    });
  });

  describe("SBOMs", () => {
    const component = {
      type: "library",
      name: "smallvec",
      version: "1.6.0",
      purl: "pkg:cargo/smallvec@1.6.0",
      "bom-ref": "a",
    };
    const cyclonedx = { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, components: [component] };
    const statement = {
      _type: "https://in-toto.io/Statement/v0.1",
      predicateType: "https://cyclonedx.org/bom",
      subject: [],
      predicate: cyclonedx,
    };
    const envelope = {
      payloadType: "application/vnd.in-toto+json",
      payload: Buffer.from(JSON.stringify(statement)).toString("base64"),
      signatures: [],
    };
    const spdx = {
      spdxVersion: "SPDX-2.3",
      dataLicense: "CC0-1.0",
      SPDXID: "SPDXRef-DOCUMENT",
      name: "x",
      documentNamespace: "https://example.org/x",
      creationInfo: { creators: ["Tool: x"], created: "2026-01-01T00:00:00Z" },
      packages: [
        {
          name: "smallvec",
          SPDXID: "SPDXRef-a",
          versionInfo: "1.6.0",
          downloadLocation: "NONE",
          externalRefs: [
            {
              referenceCategory: "PACKAGE-MANAGER",
              referenceType: "purl",
              referenceLocator: "pkg:cargo/smallvec@1.6.0",
            },
          ],
        },
      ],
    };

    test.each<[string, object]>([
      ["CycloneDX", cyclonedx],
      ["SPDX", spdx],
      ["in-toto", envelope],
    ])("%s", async (_, document) => {
      const found = await scan("sbom", "sbom.json", folderOf({ "sbom.json": JSON.stringify(document) }));
      expect(found.findings).toMatchObject([
        { id: "CVE-2021-25900", package: { name: "smallvec", ecosystem: "cargo", version: "1.6.0" } },
      ]);
    });

    test.each<[string, string, string]>([
      ["without components", JSON.stringify({ ...cyclonedx, components: [] }), "nothing-scanned"],
      ["that is cut off", JSON.stringify(cyclonedx).slice(0, 90), "tool-failed"],
      ["that is something else", "{}", "tool-failed"],
    ])("%s", async (_, content, cause) => {
      expect(await outcome("sbom", "sbom.json", folderOf({ "sbom.json": content }))).toMatchObject({
        problem: { cause },
      });
    });
  });

  describe("images", () => {
    const debian = madeImage({ ...DEBIAN, "app/x.env": `token = "${SECRET}"\n` });
    const other = madeImage({ ...DEBIAN, "app/Cargo.lock": CARGO_LOCK }, ARM64);

    test("a layout of one", async () => {
      const folder = layoutFolder([debian.manifest.descriptor], blobsOf([debian]));
      const found = await scan("oci-layout", ".", folder);
      expect(rows(found)).toEqual(["secret github-pat app/x.env", "vulnerability CVE-2022-48174 "]);
      expect(found).toMatchObject({ digest: debian.manifest.descriptor.digest, scanned: { "os-pkgs": 1 }, idle: [] });
    });

    test("a layout of several platforms: all of them, and what both have once", async () => {
      const attested = attestation(debian.manifest);
      const index = indexOf([debian.manifest.descriptor, other.manifest.descriptor, attested.descriptor]);
      const folder = layoutFolder([index.descriptor], [...blobsOf([debian, other]), index, attested]);
      const found = await scan("oci-layout", ".", folder);
      expect(rows(found)).toEqual([
        "secret github-pat app/x.env",
        "vulnerability CVE-2021-25900 app/Cargo.lock",
        "vulnerability CVE-2022-48174 ",
      ]);
      expect(found.findings.map(({ id, detail }) => `${id} ${detail}`).sort()).toEqual([
        "CVE-2021-25900 only on linux/arm64",
        "CVE-2022-48174 undefined",
        "github-pat token = ***",
      ]);
      expect(found).toMatchObject({ digest: index.descriptor.digest, scanned: { "os-pkgs": 2 } });
    });

    test("an archive", async () => {
      const folder = folderOf({ "image.tar": dockerArchive(debian, ["org/app:1"]) });
      const found = await scan("image-archive", "image.tar", folder);
      expect(rows(found)).toEqual(["secret github-pat app/x.env", "vulnerability CVE-2022-48174 "]);
      expect(found.digest).toBe(debian.config.descriptor.digest);
    });

    test("one from scratch passes for secrets, and not for vulnerabilities alone", async () => {
      const scratch = madeImage({ "hello.txt": "x" });
      const folder = layoutFolder([scratch.manifest.descriptor], blobsOf([scratch]));
      expect(await scan("oci-layout", ".", folder)).toMatchObject({ findings: [], idle: ["vuln"] });
      expect(await outcome("oci-layout", ".", folder, { scanners: ["vuln"] })).toMatchObject({
        problem: { cause: "nothing-scanned" },
      });
      expect(await outcome("oci-layout", ".", folder, { scanners: ["misconfig"] })).toMatchObject({
        problem: { cause: "nothing-scanned" },
      });
    });

    test("one that is not whole", async () => {
      const folder = layoutFolder([debian.manifest.descriptor], [debian.manifest, debian.config]);
      expect(await outcome("oci-layout", ".", folder)).toMatchObject({ problem: { cause: "tool-failed" } });
      const empty = layoutFolder([debian.manifest.descriptor], []);
      expect(await outcome("oci-layout", ".", empty)).toMatchObject({
        problem: { cause: "no-target", message: expect.stringContaining("is not whole") },
      });
    });

    test("an archive of something else", async () => {
      const folder = folderOf({ "image.tar": "no image" });
      expect(await outcome("image-archive", "image.tar", folder)).toMatchObject({ problem: { cause: "tool-failed" } });
    });
  });

  describe("Java archives", () => {
    const jar = () => {
      const folder = folderOf({
        "META-INF/MANIFEST.MF": "Manifest-Version: 1.0\nImplementation-Title: log4j-core\n",
        "META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties":
          "groupId=org.apache.logging.log4j\nartifactId=log4j-core\nversion=2.14.1\n",
      });
      execFileSync("python3", ["-m", "zipfile", "-c", "../x.jar", "META-INF/"], {
        cwd: join(folder, "META-INF", ".."),
      });
      return join(folder, "..", "x.jar");
    };
    const archive = jar();
    const inFolder = () => {
      const folder = folderOf({ "Cargo.lock": CARGO_LOCK });
      mkdirSync(join(folder, "lib"));
      cpSync(archive, join(folder, "lib/log4j-core-2.14.1.jar"));
      return folder;
    };

    test("without the database are a problem, which says so", async () => {
      const result = await outcome("fs", ".", inFolder());
      expect(result).toMatchObject({ problem: { cause: "unreadable-database" } });
      expect(lacksJavaDatabase(result)).toBe(true);
      const image = madeImage({ "app/x.jar": "no jar" });
      const folder = layoutFolder([image.manifest.descriptor], blobsOf([image]));
      expect(lacksJavaDatabase(await outcome("oci-layout", ".", folder))).toBe(true);
    });

    test("of a folder are read with it", async () => {
      const folder = trivyDatabase()!;
      addJavaDatabase(folder);
      const result = await outcome("fs", ".", inFolder(), {}, folder);
      if (!("scan" in result)) throw new Error(JSON.stringify(result));
      expect(result.scan.packages.map(({ name, file }) => `${name} ${file}`)).toEqual([
        "smallvec Cargo.lock",
        "org.apache.logging.log4j:log4j-core lib/log4j-core-2.14.1.jar",
      ]);
    });
  });

  test.each([
    ["is not there", undefined],
    ["is damaged", "x".repeat(100_000)],
  ])("a database that %s", async (_, content) => {
    const folder = folderOf(
      content === undefined
        ? {}
        : { "db/trivy.db": content, "db/metadata.json": '{"Version":2,"NextUpdate":"2036-01-01T00:00:00Z"}' },
    );
    const result = await outcome("fs", ".", folderOf(FILES), {}, folder);
    expect(result).toMatchObject({ problem: { cause: "unreadable-database" } });
  });
});

test.skipIf(network === "proxy")("a scan has no network", async () => {
  const folder = folderOf({ a: "a" });
  const program = join(folder, "trivy");
  // It exits with 0 only where it can reach what listens on this machine.
  const { createServer } = await import("node:net");
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const body = `require("node:net").connect(${port}, "127.0.0.1").on("connect", () => { console.error("reached"); process.exit(3) }).on("error", ({ code }) => { console.error(code); process.exit(4) })`;
  writeFileSync(program, `#!${process.execPath}\n${body}\n`, { mode: 0o755 });
  const attempt = (how: "namespace" | "proxy") =>
    scanTarget(targetOf("fs", "."), folder, scanningOf(program, {}, { network: how }), scanIo(folder));
  const [closed, open] = [await attempt("namespace"), await attempt("proxy")];
  server.close();
  expect(closed).toMatchObject({
    problem: { message: expect.stringMatching(/exit code 4: (?:ENETUNREACH|ECONNREFUSED)/) },
  });
  expect(open).toMatchObject({ problem: { message: expect.stringContaining("exit code 3: reached") } });
});
