import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBuckets } from "../../actions/trivy-scan/src/database/bolt-file.ts";
import { VULNERABILITIES } from "../../actions/trivy-scan/src/database/database-kind.ts";
import { prepareDatabase } from "../../actions/trivy-scan/src/database/prepare-database.ts";
import { inspectVulnerabilityFile } from "../../actions/trivy-scan/src/database/vulnerability-file.ts";
import { DatabaseMirror } from "../../actions/trivy-scan/testing/database-mirror.ts";
import { databaseOf, HOUR, NOW } from "../../actions/trivy-scan/testing/published-database.ts";
import { smallBoltFile } from "../../actions/trivy-scan/testing/small-bolt-file.ts";
import { ioOf } from "../../packages/local-runner/testing/action-io.ts";
import { engine } from "../../scripts/engines.ts";
import { corpus } from "./corpora.ts";

/** A database that trivy-db's own code wrote: 1,194 advisories, in the format of bbolt. */
const source = corpus("trivy-db");
const trivy = source && engine("trivy");

const LOCK = `version = 3

[[package]]
name = "time"
version = "0.1.40"
source = "registry+https://github.com/rust-lang/crates.io-index"
`;

const PUSH = { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) } as const;

describe.skipIf(source === undefined)("a database that Trivy's own code wrote", () => {
  let place: string;
  let path: string;
  let bytes: Buffer;

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "jessy-trivy-db-"));
    path = join(place, "trivy.db");
    bytes = execFileSync("xz", ["-dc", join(source!, "trivy.db.xz")], { maxBuffer: 64 * 1024 * 1024 });
  });

  afterAll(() => rmSync(place, { recursive: true }));

  const inspect = (content: Uint8Array) => {
    writeFileSync(path, content);
    inspectVulnerabilityFile(path);
  };

  test("is one, whole, and knows vulnerabilities", () => {
    expect(() => inspect(bytes)).not.toThrow();
    expect([...readBuckets(path).keys()]).toEqual([
      "cargo::Open Source Vulnerability",
      "data-source",
      "debian 12",
      "go::GitHub Security Advisory Go",
      "vulnerability",
      "vulnerability-id",
    ]);
  });

  test("is not one any more once a used page is cut off, wherever", () => {
    writeFileSync(path, bytes);
    const pages = 644 * 4096;
    for (const end of [pages - 1, pages - 4096, 2_000_000, 1_000_000, 8192, 4096, 80, 1]) {
      truncateSync(path, end);
      expect(() => inspectVulnerabilityFile(path), `${end} bytes`).toThrow(/is cut off|is not a file of bbolt/);
    }
  });

  describe.skipIf(trivy === undefined)("with a real Trivy", () => {
    /** @returns how many flaws of an old `time` crate it finds, with nothing to download. @throws when Trivy fails. */
    function flaws(content: Uint8Array): number {
      const project = join(place, "project");
      mkdirSync(join(place, "cache/db"), { recursive: true });
      mkdirSync(project, { recursive: true });
      writeFileSync(join(place, "cache/db/trivy.db"), content);
      writeFileSync(join(place, "cache/db/metadata.json"), databaseOf().files["metadata.json"]!);
      writeFileSync(join(project, "Cargo.lock"), LOCK);
      const offline = ["--skip-db-update", "--skip-version-check", "--disable-telemetry", "--cache-backend", "memory"];
      const args = [
        "fs",
        "--cache-dir",
        join(place, "cache"),
        ...offline,
        "--scanners",
        "vuln",
        "--format",
        "json",
        project,
      ];
      const { Results = [] } = JSON.parse(execFileSync(trivy!, args, { encoding: "utf8", stdio: "pipe" }));
      return Results.flatMap((result: { Vulnerabilities?: unknown[] }) => result.Vulnerabilities ?? []).length;
    }

    test("is read by it, which stops at one that is cut off", () => {
      expect(flaws(bytes)).toBeGreaterThan(0);
      expect(() => flaws(bytes.subarray(0, 1_000_000))).toThrow();
    });

    test("is refused where it is empty: Trivy ends well with that, and finds nothing", () => {
      for (const empty of [smallBoltFile({ buckets: {} }), smallBoltFile({ buckets: { vulnerability: 1 } })]) {
        expect(flaws(empty)).toBe(0);
        expect(() => inspect(empty)).toThrow(/has no `vulnerability`|is empty/);
      }
    });
  });

  test("comes through a registry as it is, packed by the program tar", async () => {
    const folder = join(place, "packed");
    mkdirSync(folder);
    writeFileSync(join(folder, "trivy.db"), bytes);
    writeFileSync(join(folder, "metadata.json"), databaseOf().files["metadata.json"]!);
    execFileSync("tar", ["-C", folder, "-czf", join(place, "db.tar.gz"), "trivy.db", "metadata.json"]);
    const database = databaseOf({ layer: readFileSync(join(place, "db.tar.gz")) });
    const mirror = await DatabaseMirror.start(database);
    try {
      const inputs = {
        repositories: [mirror.text],
        javaRepositories: [],
        maxAge: HOUR,
        folder: undefined,
        cache: false,
      };
      const needs = { vulnerabilities: true, java: false };
      const found = await prepareDatabase(inputs, needs, ioOf(place, PUSH), { now: NOW });
      expect(found.databases[0]).toMatchObject({ name: VULNERABILITIES.name, version: database.digest });
      expect(readFileSync(join(found.folder, "db/trivy.db")).equals(bytes)).toBe(true);
    } finally {
      await mirror.close();
    }
  });
});
