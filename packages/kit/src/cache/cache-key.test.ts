import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cacheKey, cacheVersions, partOfKey } from "./cache-key.ts";

describe("a key", () => {
  test.each<[readonly string[], string]>([
    [["jessy-coverage", "abc", ""], "jessy-coverage/abc//"],
    [["a", "b/c, d"], "a/b%2Fc%2C%20d/"],
    [["a", "n".repeat(100)], `a/${"n".repeat(100)}/`],
    [["a", "n".repeat(101)], `a/sha256-${createHash("sha256").update("n".repeat(101)).digest("hex")}/`],
  ])("of %j", (parts, key) => {
    expect(cacheKey(...parts)).toBe(key);
  });

  test("is one that the service takes, and the beginning of no other gate's", () => {
    const name = fc.string({ maxLength: 300, unit: "grapheme" }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [cacheKey("jessy-coverage", "sha", one), cacheKey("jessy-coverage", "sha", other)];
        expect(a.length).toBeLessThanOrEqual(512);
        expect(a).not.toContain(",");
        expect(a.startsWith(b)).toBe(one === other);
        expect(a.startsWith(cacheKey("jessy-coverage", "sha"))).toBe(true);
        expect([undefined, one]).toContain(partOfKey(a, 2));
      }),
    );
  });

  test.each([
    ["a/b%20c/", 1, "b c"],
    ["a//", 1, ""],
    ["a/", 5, undefined],
    ["a/%zz/", 1, undefined],
    [`a/sha256-${"0".repeat(64)}/`, 1, undefined],
  ])("%s at %i is of %j", (key, index, part) => {
    expect(partOfKey(key, index)).toBe(part);
  });
});

test("a version for each program that may have packed the file", () => {
  expect(cacheVersions("x.json")).toEqual([
    createHash("sha256").update("x.json|zstd-without-long|1.0").digest("hex"),
    createHash("sha256").update("x.json|gzip|1.0").digest("hex"),
  ]);
});
