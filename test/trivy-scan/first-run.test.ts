import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { advisoryFiles } from "../../actions/trivy-scan/testing/advisory-database.ts";
import { AdvisoryRepository } from "../../actions/trivy-scan/testing/advisory-run.ts";
import { DatabaseMirror } from "../../actions/trivy-scan/testing/database-mirror.ts";
import { databaseOf } from "../../actions/trivy-scan/testing/published-database.ts";
import { trivyDatabase } from "../../actions/trivy-scan/testing/trivy-database.ts";
import { tarOf } from "../../packages/kit/testing/tar.ts";
import { LoopbackServer } from "../../packages/local-runner/src/github/loopback-server.ts";
import { engine } from "../../scripts/engines.ts";
import { cargoLock, FLAWS, SecurityScenario } from "./security-scenario.ts";

/** Everything that the action brings by itself: Trivy from a release, its database from a registry, RustSec from GitHub. */

const program = engine("trivy");
const MINUTE = 60_000;
const DAY = 86_400_000;

const ADVISORIES = advisoryFiles(
  { id: "RUSTSEC-2026-0001", package: "leaky", date: "2026-11-01", aliases: ["CVE-2026-0001"], patched: [">= 1.2.3"] },
  { id: "RUSTSEC-2026-0002", package: "tired", date: "2026-11-02", informational: "unmaintained" },
);

describe.skipIf(program === undefined)("a runner that has nothing", () => {
  const archive =
    program && gzipSync(tarOf([{ name: "trivy", type: "0", content: readFileSync(program) }]), { level: 1 });
  let scenario: SecurityScenario;
  let releases: LoopbackServer;
  let mirror: DatabaseMirror;
  let rustsec: AdvisoryRepository;
  let downloads: number;

  beforeEach(async () => {
    scenario = await SecurityScenario.start(program!);
    downloads = 0;
    releases = await LoopbackServer.start();
    releases.onRequest((_, response) => {
      downloads++;
      response.writeHead(200, { "content-length": archive!.length }).end(archive);
    });
    mirror = await DatabaseMirror.start(published(1));
    rustsec = new AdvisoryRepository(scenario.inner.github);
    rustsec.push(ADVISORIES, DAY);
    scenario.repository.commit({ "services/api/Cargo.lock": cargoLock({ leaky: "1.2.0", tired: "0.1.0" }) });
  });

  afterEach(async () => {
    await mirror.close();
    await releases.close();
    await scenario.close();
  });

  /** @param age hours. */
  const published = (age: number) =>
    databaseOf({
      files: { "trivy.db": trivyDatabase(FLAWS) },
      metadata: {
        UpdatedAt: new Date(Date.now() - age * 60 * MINUTE).toISOString(),
        NextUpdate: new Date(Date.now() + (6 - age) * 60 * MINUTE).toISOString(),
      },
    });

  const inputs = (changes: Readonly<Record<string, string>> = {}) => ({
    "trivy-path": "",
    "db-folder": "",
    rustsec: "auto",
    cache: "true",
    "trivy-version": "0.76.0",
    "trivy-sha256": createHash("sha256").update(archive!).digest("hex"),
    "trivy-url": `${releases.url}/{version}/{asset}`,
    "db-repositories": mirror.text,
    scanners: "vuln",
    ...changes,
  });

  test("gets everything once, and then from the cache; a flaw that both databases know counts once", async () => {
    const first = await scenario.push(inputs());
    expect(first.result.problems).toEqual([]);
    expect(
      first.result.findings.map(({ id, kind, sources, place }) => ({ id, kind, sources, ...place })),
    ).toMatchObject([
      { id: "CVE-2026-0001", kind: "vulnerability", sources: ["rustsec", "trivy"], file: "services/api/Cargo.lock" },
      { id: "RUSTSEC-2026-0002", kind: "unmaintained", sources: ["rustsec"], file: "services/api/Cargo.lock" },
    ]);
    expect(first.result.tool).toMatchObject({ version: "0.76.0", origin: "downloaded" });
    expect(downloads).toBe(1);
    expect(mirror.asked).toContain("blob 200");

    mirror.forget();
    const archives = () => scenario.inner.github.requests.filter(({ path }) => /tarball|tar\.gz/.test(path)).length;
    const before = archives();
    rmSync(join(scenario.folder, "scans"), { force: true });
    const second = await scenario.push(inputs());
    expect(second.result.tool).toMatchObject({ origin: "cached", sha256: first.result.tool.sha256 });
    expect({ downloads, asked: mirror.asked, archives: archives() }).toEqual({
      downloads: 1,
      asked: [],
      archives: before,
    });
    expect(second.result.findings).toEqual(first.result.findings);
  });

  test("counts a flaw once in a target that is a folder, too", async () => {
    const { result } = await scenario.push(inputs({ targets: "fs:services/api" }));
    expect(result.findings.map(({ id, sources }) => `${id} ${sources.join()}`)).toEqual([
      "CVE-2026-0001 rustsec,trivy",
      "RUSTSEC-2026-0002 rustsec",
    ]);
  });

  test("goes on with what it kept while every registry refuses", async () => {
    mirror.publish(published(5.9));
    await scenario.push(inputs());
    mirror.publish(published(7));
    mirror.fail(/./, { answer: 429 });
    const { outcome, result, log } = await scenario.push(inputs({ "fail-on": "none" }));
    expect(outcome).toBe("success");
    expect(result.databases.find(({ name }) => name === "trivy-db")?.origin).toMatch(/cache/);
    expect(log).not.toContain("fault of the action");
  });

  test.each<[name: string, changes: () => Readonly<Record<string, string>>, message: RegExp]>([
    ["an archive that was replaced", () => ({ "trivy-sha256": "a".repeat(64) }), /sha-?256|digest/i],
    ["a release that was malicious", () => ({ "trivy-version": "0.69.4" }), /0\.69\.4/],
    ["a commit of RustSec that is none", () => ({ "rustsec-commit": "main" }), /rustsec-commit/],
  ])("is red where it cannot: %s", async (_, changes, message) => {
    const { outcome, outputs, log } = await scenario.push(inputs(changes()));
    expect(outcome).toBe("failure");
    expect(outputs.get("verdict")).toBe("broken");
    expect(log).toMatch(message);
    expect(log).not.toContain("fault of the action");
  });
});
