/** Bases as the real Trivy sees them, without a database (test/engines/requirements.txt); skipped, and said, without it. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOutBase } from "../../actions/trivy-scan/src/comparing/base-checkout.ts";
import { findBase } from "../../actions/trivy-scan/src/comparing/find-base.ts";
import { markSecrets } from "../../actions/trivy-scan/src/comparing/secret-marks.ts";
import { isTouched } from "../../actions/trivy-scan/src/comparing/touched.ts";
import { SCANNERS, type Scanner } from "../../actions/trivy-scan/src/inputs.ts";
import type { Target } from "../../actions/trivy-scan/src/targets/target.ts";
import { pullRequestEvent, repositoryIo } from "../../actions/trivy-scan/testing/repository-io.ts";
import { compareFindings } from "../../packages/security/src/identity/comparison.ts";
import { readTrivyReport } from "../../packages/security/src/trivy/report.ts";
import { engine } from "../../scripts/engines.ts";
import { DemoRepository } from "../demo-repository.ts";

const trivy = engine("trivy");
const ROOT: Target = { kind: "fs", location: ".", name: "." };

let demo: DemoRepository;
let temporary: string;

beforeAll(() => {
  demo = new DemoRepository();
  temporary = mkdtempSync(join(tmpdir(), "jessy-scan-base-"));
});

afterAll(() => {
  demo.remove();
  rmSync(temporary, { recursive: true, force: true });
});

function scan(folder: string, scanners: readonly Scanner[]) {
  const offline = ["--quiet", "--disable-telemetry", "--skip-version-check", "--offline-scan", "--skip-check-update"];
  const settings = ["--cache-dir", join(temporary, "cache"), "--format", "json", "--scanners", scanners.join()];
  const report = execFileSync(trivy!, ["fs", ...offline, ...settings, "."], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const expected = { target: ".", artifactName: ".", startedAt: 0, endedAt: Number.POSITIVE_INFINITY };
  return readTrivyReport([report], expected).findings;
}

/** Of no account: made for this test, in the form that Trivy looks for. */
const token = (mark: string) => `token = "ghp_${mark.repeat(36).slice(0, 36)}"\n`;

const named = (findings: ReturnType<typeof scan>) =>
  findings.map(({ id, place }) => `${id} ${place.file} ${place.startLine ?? ""}`.trim());

describe.skipIf(trivy === undefined)("a pull request", () => {
  test("moves a folder, adds lines above a secret, copies another, puts one in a place of another, and mends a Dockerfile", async () => {
    const text = "x\n".repeat(30);
    const base = demo.commit({
      "old/Dockerfile": `FROM alpine:3.20\nUSER a\nHEALTHCHECK NONE\nADD a b\n# ${text.replaceAll("\n", " ")}\n`,
      "old/conf.txt": `${text}${token("aB3")}`,
      "other.txt": token("cD4"),
      "rotated.txt": token("gH6"),
      Containerfile: "FROM alpine:3.20\nUSER a\nHEALTHCHECK NONE\nADD a b\n",
    });
    mkdirSync(join(demo.folder, "deep"));
    demo.git("mv", "old", "deep/new");
    const head = demo.commit({
      "deep/new/conf.txt": `1\n2\n3\n${text}${token("aB3")}`,
      "copy.txt": token("cD4"),
      "rotated.txt": token("iJ7"),
      Containerfile: "FROM alpine:3.20\nUSER a\nHEALTHCHECK NONE\nCOPY a b\n",
    });
    // Build output, which no commit has.
    demo.write({ ".git/info/exclude": "target\n", "target/out.txt": token("eF5") });
    const io = repositoryIo(demo.folder, pullRequestEvent(base, head), temporary);
    const found = await findBase({ onlyNew: true, base: undefined }, io);
    if (found.state === "none") throw new Error(found.reason);
    const scanners: readonly Scanner[] = ["secret", "misconfig"];
    expect(isTouched(ROOT, found.changed, scanners)).toBe(true);
    const key = randomBytes(32);
    const folder = await checkOutBase(found.commit, io);
    const before = markSecrets(scan(folder, scanners), folder, key);
    const after = markSecrets(scan(demo.folder, scanners), demo.folder, key);
    const compared = compareFindings(before, after, found.renames);
    expect(named([...compared.new])).toEqual([
      "github-pat copy.txt 1",
      "github-pat rotated.txt 1",
      "github-pat target/out.txt 1",
    ]);
    expect(named([...compared.known])).toEqual([
      "DS-0005 deep/new/Dockerfile 4",
      "github-pat deep/new/conf.txt 34",
      "github-pat other.txt 1",
    ]);
    expect(named([...compared.fixed])).toEqual(["DS-0005 Containerfile 4", "github-pat rotated.txt 1"]);
  });
});

describe.skipIf(trivy === undefined)("files for which one scan is enough", () => {
  test("Trivy finds nothing in any of them, and something in each of the others", () => {
    const names = [
      "a.md",
      "a.png",
      "a.jpg",
      "a.gif",
      "a.svg",
      "a.pdf",
      "A.MD",
      "a.jpeg",
      "a.markdown",
      "a.txt",
      "a.rs",
      "a.lock",
    ];
    const repository = new DemoRepository();
    repository.write(Object.fromEntries(names.map((name) => [name, token("aB3")])));
    const found = new Set(scan(repository.folder, ["secret"]).map(({ place }) => place.file));
    repository.remove();
    for (const name of names) expect([name, isTouched(ROOT, [name], ["secret"])]).toEqual([name, found.has(name)]);
  });

  test("every scanner has its files", () => {
    for (const scanner of SCANNERS) expect(isTouched(ROOT, ["Cargo.lock"], [scanner])).toBe(true);
  });
});
