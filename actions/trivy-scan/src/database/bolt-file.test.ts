import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runs } from "../../../../packages/reading/testing/depth.ts";
import { type BoltOptions, smallBoltFile } from "../../testing/small-bolt-file.ts";
import { trivyDatabase } from "../../testing/trivy-database.ts";
import { readBuckets } from "./bolt-file.ts";
import { inspectVulnerabilityFile } from "./vulnerability-file.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-bolt-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function inspect(bytes: Uint8Array): void {
  const path = join(folder, "trivy.db");
  writeFileSync(path, bytes);
  inspectVulnerabilityFile(path);
}

describe("files that Trivy can read", () => {
  test.each<[string, BoltOptions]>([
    ["with pages of 4 KiB", {}],
    ["with pages of 16 KiB, as on macOS", { pageBytes: 16_384 }],
    ["with a branch above its buckets", { hasBranch: true }],
    ["whose last write was cut off", { isHalfWritten: true }],
    [
      "with many buckets",
      {
        buckets: Object.fromEntries(
          Array.from({ length: 60 }, (_, at) => [`v${at}`, 1]).concat([["vulnerability", 2]]),
        ),
      },
    ],
  ])("%s", (_, options) => {
    expect(() => inspect(smallBoltFile(options))).not.toThrow();
  });

  test("with buckets in buckets, as Trivy has them", () => {
    const flaw = {
      id: "CVE-2026-1",
      title: "t",
      severity: "HIGH",
      ecosystem: "cargo",
      package: "x",
      fixed: "1.0",
    } as const;
    expect(() => inspect(trivyDatabase([flaw]))).not.toThrow();
    expect(() => inspect(trivyDatabase([]))).toThrow("is empty: it knows no vulnerabilities");
  });

  test("with a longer file than its pages: bbolt grows it ahead", () => {
    expect(() => inspect(Buffer.concat([smallBoltFile(), Buffer.alloc(65_536)]))).not.toThrow();
  });

  test("whose first page is damaged, and whose second says its size", () => {
    for (const pageBytes of [1024, 4096, 65_536]) {
      const bytes = smallBoltFile({ pageBytes });
      bytes.fill(0, 16, 80);
      expect(() => inspect(bytes)).not.toThrow();
    }
  });
});

describe("files that would make Trivy find nothing", () => {
  const whole = smallBoltFile();
  const changed = (at: number, byte: number): Buffer => {
    const bytes = Buffer.from(whole);
    bytes[at] = byte;
    return bytes;
  };
  const withoutMetas = Buffer.from(whole);
  withoutMetas.fill(0, 16, 80);
  withoutMetas.fill(0, 4096 + 16, 4096 + 80);

  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "is not a file of bbolt"],
    ["a page of HTML", Buffer.from("<html>".repeat(1000)), "is not a file of bbolt"],
    ["one of SQLite", Buffer.from("SQLite format 3\0".repeat(1000)), "is not a file of bbolt"],
    ["zeros", Buffer.alloc(65_536), "is not a file of bbolt"],
    ["two damaged first pages", withoutMetas, "is not a file of bbolt, or its first pages are damaged"],
    ["one byte less", whole.subarray(0, -1), "is cut off: it has 20479 bytes, and should have 20480"],
    ["its first half", whole.subarray(0, 10_240), "is cut off"],
    ["a root page that is another", changed(3 * 4096, 9), "is damaged: its page 3 cannot be read"],
    ["a root page of no kind", changed(3 * 4096 + 8, 0x40), "is damaged: its page 3"],
    ["elements beyond their page", changed(3 * 4096 + 11, 0xff), "is damaged: its page 3"],
    ["a key beyond its page", changed(3 * 4096 + 16 + 6, 0xff), "is damaged: its page 3"],
    ["a page larger than any", changed(3 * 4096 + 14, 0xff), "is damaged: its page 3"],
    ["no buckets", smallBoltFile({ buckets: {} }), "has no `vulnerability`: it is not a database of Trivy's"],
    ["other buckets", smallBoltFile({ buckets: { users: 4 } }), "has no `vulnerability`"],
    [
      "other buckets below a branch",
      smallBoltFile({ buckets: { zebra: 4 }, hasBranch: true }),
      "has no `vulnerability`",
    ],
    [
      "no details",
      smallBoltFile({ buckets: { vulnerability: 0, "debian 12": 1 } }),
      "is empty: it knows no vulnerabilities",
    ],
    [
      "details alone",
      smallBoltFile({ buckets: { vulnerability: 1, "data-source": 1 } }),
      "is empty: it knows no vulnerabilities",
    ],
    ["advisories without content", smallBoltFile({ buckets: { vulnerability: 1, "debian 12": 0 } }), "is empty"],
  ])("%s", (_, bytes, message) => {
    expect(() => inspect(bytes)).toThrow(message);
    expect(() => inspect(bytes)).toThrow(ReportError);
  });

  test("buckets are told with whether anything is in them", () => {
    writeFileSync(join(folder, "trivy.db"), smallBoltFile({ buckets: { a: 0, b: 2 }, hasBranch: true }));
    expect([...readBuckets(join(folder, "trivy.db"))]).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  test("a tree that leads in a circle", () => {
    const bytes = smallBoltFile({ hasBranch: true });
    bytes.writeBigUInt64LE(3n, 3 * 4096 + 16 + 8);
    expect(() => inspect(bytes)).toThrow("is damaged");
  });
});

test("any damage is a named error, or none", () => {
  const damage = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_479 }), fc.integer({ min: 0, max: 255 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(damage, fc.integer({ min: 0, max: 20_480 }), fc.boolean(), (changes, end, hasBranch) => {
      const bytes = smallBoltFile({ hasBranch });
      for (const [at, byte] of changes) bytes[at] = byte;
      try {
        inspect(bytes.subarray(0, end));
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError);
      }
    }),
    runs(3000),
  );
});
