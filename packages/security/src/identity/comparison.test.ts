import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../findings/finding.ts";
import { compareFindings } from "./comparison.ts";

const flaw = (file = "Cargo.lock", version = "1.0.0", id = "CVE-1", aliases: string[] = []): Finding => ({
  kind: "vulnerability",
  id,
  aliases,
  severity: "high",
  title: "x",
  place: { target: ".", file, startLine: 3 },
  package: { name: "a", ecosystem: "cargo", version, fixedVersions: [] },
  sources: ["trivy"],
});
const secret = (startLine: number, detail = "token = ***"): Finding => ({
  kind: "secret",
  id: "github-pat",
  aliases: [],
  severity: "critical",
  title: "x",
  place: { target: ".", file: "conf.txt", startLine },
  detail,
  sources: ["trivy"],
});

test.each<[string, Finding[], Finding[], [number, number, number], Record<string, string>?]>([
  ["a moved lock file", [flaw("a/Cargo.lock")], [flaw("b/Cargo.lock")], [0, 1, 0], { "a/Cargo.lock": "b/Cargo.lock" }],
  ["a move that nobody named", [flaw("a/Cargo.lock")], [flaw("b/Cargo.lock")], [1, 0, 1]],
  ["a version bump that keeps the flaw", [flaw()], [flaw("Cargo.lock", "1.0.1")], [0, 1, 0]],
  ["a second lock file", [flaw()], [flaw(), flaw("b/Cargo.lock")], [1, 1, 0]],
  ["one becomes two", [flaw()], [flaw(), flaw("Cargo.lock", "2.0.0")], [1, 1, 0]],
  ["two become one", [flaw(), flaw("Cargo.lock", "2.0.0")], [flaw()], [0, 1, 1]],
  [
    "GHSA becomes CVE",
    [flaw("Cargo.lock", "1.0.0", "GHSA-1")],
    [flaw("Cargo.lock", "1.0.0", "CVE-1", ["GHSA-1"])],
    [0, 1, 0],
  ],
  ["a secret moves by lines", [secret(3)], [secret(6)], [0, 1, 0]],
  ["a secret of another name", [secret(3)], [secret(3, "key = ***")], [1, 0, 1]],
  ["a base without lock file", [], [flaw()], [1, 0, 0]],
])("%s", (_, base, head, counts, renames = {}) => {
  const { new: added, known, fixed } = compareFindings(base, head, new Map(Object.entries(renames)));
  expect([added.length, known.length, fixed.length]).toEqual(counts);
});

const anyFlaw = fc
  .tuple(fc.constantFrom("a", "b"), fc.constantFrom("1", "2"), fc.constantFrom("C1", "G1"), fc.subarray(["C2", "G2"]))
  .map(([file, version, id, aliases]) => flaw(file, version, id, aliases));

test("nothing is new or fixed against itself, and counts add up in any order", () => {
  fc.assert(
    fc.property(fc.array(anyFlaw), fc.array(anyFlaw), (base, head) => {
      expect(compareFindings(head, head.toReversed())).toMatchObject({ new: [], fixed: [] });
      const result = compareFindings(base, head);
      expect(result.new.length + result.known.length).toBe(head.length);
      expect(result.fixed.length + result.known.length).toBe(base.length);
      const turned = compareFindings(base.toReversed(), head.toReversed());
      expect(turned.new.length).toBe(result.new.length);
    }),
  );
});

test("25,000 against 25,000", () => {
  const many = Array.from({ length: 25_000 }, (_, at) => flaw(`f${at}`, "1", `CVE-${at}`, [`GHSA-${at}`]));
  expect(compareFindings(many, many).known).toHaveLength(25_000);
});
