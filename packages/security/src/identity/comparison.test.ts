import fc from "fast-check";
import { describe, expect, test } from "vitest";
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

const misconfiguration = (id: string, detail?: string, startLine = 1, file = "infra/main.tf"): Finding => ({
  kind: "misconfiguration",
  id,
  aliases: [],
  severity: "high",
  title: "x",
  place: { target: ".", file, startLine },
  ...(detail === undefined ? {} : { detail }),
  sources: ["trivy"],
});
const ofKind = (kind: Finding["kind"], of: Finding): Finding => ({ ...of, kind });
const at = (target: string, file: string, of: Finding): Finding => ({ ...of, place: { ...of.place, target, file } });
const ofCrate = (name: string, of: Finding): Finding => ({ ...of, package: { ...of.package!, name } });
const marked = (mark: string, startLine: number): Finding => ({ ...secret(startLine), mark });
const yanked = (version: string): Finding => ofKind("yanked", flaw("Cargo.lock", version, "yanked"));
const old = (id: string): Finding => ({ ...secret(1), kind: "end-of-life", id, place: { target: "app", file: "" } });
const several = ["RUSTSEC-1", "RUSTSEC-2", "RUSTSEC-3"].map((id) => flaw("Cargo.lock", "1.0.0", id, ["GHSA-1"]));

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
  [
    "the folder of a crate is renamed",
    [flaw("crates/a/Cargo.lock"), at(".", "crates/a/x.txt", secret(3))],
    [flaw("crates/b/Cargo.lock"), at(".", "crates/b/x.txt", secret(9))],
    [0, 2, 0],
    { "crates/a/Cargo.lock": "crates/b/Cargo.lock", "crates/a/x.txt": "crates/b/x.txt" },
  ],
  [
    "a lock moves, and another one takes its place",
    [flaw("Cargo.lock")],
    [flaw("a/Cargo.lock"), flaw("Cargo.lock")],
    [1, 1, 0],
    { "Cargo.lock": "a/Cargo.lock" },
  ],
  [
    "two locks change places",
    [flaw("a", "1", "CVE-1"), flaw("b", "1", "CVE-2")],
    [flaw("b", "1", "CVE-1"), flaw("a", "1", "CVE-2")],
    [0, 2, 0],
    { a: "b", b: "a" },
  ],
  [
    "a lock moves within a target that is a folder",
    [at("services", "a/Cargo.lock", flaw())],
    [at("services", "b/Cargo.lock", flaw())],
    [0, 1, 0],
    { "services/a/Cargo.lock": "services/b/Cargo.lock" },
  ],
  [
    "a lock moves from one target to another",
    [at("a", "Cargo.lock", flaw())],
    [at("b", "Cargo.lock", flaw())],
    [0, 1, 0],
    { "a/Cargo.lock": "b/Cargo.lock" },
  ],
  [
    "a lock is in two targets, and moves out of one",
    [flaw("a/Cargo.lock"), at("a", "Cargo.lock", flaw())],
    [flaw("b/Cargo.lock")],
    [0, 1, 0],
    { "a/Cargo.lock": "b/Cargo.lock" },
  ],
  [
    "a file is in two targets, moves out of one, and has a second secret",
    [at(".", "a/x", secret(3)), at("a", "x", secret(3))],
    [at(".", "b/x", secret(3)), at(".", "b/x", secret(9))],
    [1, 1, 0],
    { "a/x": "b/x" },
  ],
  ["a target is added for a file that another has", [flaw("a/l")], [flaw("a/l"), at("a", "l", flaw())], [0, 2, 0]],
  [
    "what two targets find is mended",
    [flaw("a/l"), at("a", "l", flaw()), flaw("a/l", "2.0.0"), at("a", "l", flaw("l", "2.0.0"))],
    [flaw("a/l"), at("a", "l", flaw())],
    [0, 2, 2],
  ],
  ["the same file in another target", [flaw("a/Cargo.lock")], [at("a", "Cargo.lock", flaw())], [0, 1, 0]],
  ["a copy of a file with a secret", [secret(3)], [secret(3), at(".", "copy.txt", secret(3))], [1, 1, 0]],
  ["CVE becomes GHSA", [flaw("l", "1", "CVE-1", ["GHSA-1"])], [flaw("l", "1", "GHSA-1")], [0, 1, 0]],
  [
    "names that meet by way of a third",
    [flaw("l", "1", "CVE-1", ["X-1"])],
    [flaw("l", "1", "RUSTSEC-1", ["X-1"])],
    [0, 1, 0],
  ],
  ["one of GitHub's advisories is three flaws", several.slice(0, 1), several, [2, 1, 0]],
  ["one of three flaws is fixed", several, several.slice(1), [0, 2, 1]],
  ["another flaw of the same package", [flaw()], [flaw("Cargo.lock", "1.0.0", "CVE-2")], [1, 0, 1]],
  ["the same flaw in another package", [flaw()], [ofCrate("b", flaw())], [1, 0, 1]],
  [
    "the same package of another registry",
    [flaw()],
    [{ ...flaw(), package: { ...flaw().package!, ecosystem: "npm" } }],
    [1, 0, 1],
  ],
  ["a vulnerability that is now called unmaintained", [flaw()], [ofKind("unmaintained", flaw())], [0, 1, 0]],
  ["an unsound one that is now called a vulnerability", [ofKind("unsound", flaw())], [flaw()], [0, 1, 0]],
  ["a yanked version stays", [yanked("1.0.0")], [yanked("1.0.0")], [0, 1, 0]],
  ["another yanked version", [yanked("1.0.0")], [yanked("1.0.1")], [1, 0, 1]],
  ["a flaw is not a yanked version", [flaw()], [yanked("1.0.0")], [1, 0, 1]],
  ["an old system in its next version", [old("debian 9.3")], [old("debian 9.13")], [0, 1, 0]],
  ["another old system", [old("debian 9.3")], [old("alpine 3.3")], [1, 0, 1]],
  ["a second secret of one rule in a file", [secret(3)], [secret(3), secret(8)], [1, 1, 0]],
  ["one of two secrets goes", [secret(3), secret(8)], [secret(7)], [0, 1, 1]],
  [
    "a check of another resource",
    [misconfiguration("A-0001", "aws.a")],
    [misconfiguration("A-0001", "aws.b")],
    [1, 0, 1],
  ],
  [
    "a check without resource moves by lines",
    [misconfiguration("DS-0002")],
    [misconfiguration("DS-0002", undefined, 9)],
    [0, 1, 0],
  ],
  ["a check under its new name", [misconfiguration("AVD-DS-0002")], [misconfiguration("DS-0002")], [0, 1, 0]],
  ["nothing before, nothing now", [], [], [0, 0, 0]],
])("%s", (_, base, head, counts, renames = {}) => {
  const { new: added, known, fixed } = compareFindings(base, head, new Map(Object.entries(renames)));
  expect([added.length, known.length, fixed.length]).toEqual(counts);
});

describe("of several of one identity, the new one is what differs", () => {
  const newOnes = (base: Finding[], head: Finding[]) => compareFindings(base, head).new;
  const older = flaw("Cargo.lock", "0.9.0");

  test("a version", () => {
    expect(newOnes([flaw()], [older, flaw()])).toEqual([older]);
    expect(newOnes([flaw()], [flaw(), older])).toEqual([older]);
  });
  test("a version that moved by lines", () => {
    const moved = { ...flaw(), place: { target: ".", file: "Cargo.lock", startLine: 99 } };
    expect(newOnes([flaw()], [older, moved])).toEqual([older]);
  });
  test("a line", () => expect(newOnes([secret(8)], [secret(3), secret(8)])).toEqual([secret(3)]));
  test("a severity, with the version", () => {
    const worse: Finding = { ...flaw("Cargo.lock", "3.0.0"), severity: "critical" };
    expect(newOnes([flaw()], [worse, flaw("Cargo.lock", "2.0.0")])).toEqual([worse]);
  });
});

describe("targets by name", () => {
  const folders = new Map([["api", "services/api"]]);
  const renames = new Map([["old/Cargo.lock", "services/api/Cargo.lock"]]);

  test("are where the list says", () => {
    const base = [at("api", "Cargo.lock", flaw())];
    const head = [at("api", "web/Cargo.lock", flaw())];
    const moved = new Map([["services/api/Cargo.lock", "services/api/web/Cargo.lock"]]);
    expect(compareFindings(base, head, moved, folders).known).toHaveLength(1);
  });
  test("an image is nowhere in the repository", () => {
    const image = [at("old", "Cargo.lock", flaw())];
    const head = [at("api", "Cargo.lock", flaw())];
    expect(compareFindings(image, head, renames, folders).new).toHaveLength(1);
    expect(compareFindings(image, image, renames, folders).known).toHaveLength(1);
  });
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

test("what stands for both sides is known", () => {
  const findings = [flaw(), secret(3), yanked("1.0.0")];
  expect(compareFindings(findings, findings)).toMatchObject({ new: [], fixed: [] });
});

test("marks are taken away", () => {
  const compared = compareFindings([marked("a", 3), marked("b", 3)], [marked("a", 3), marked("c", 3)]);
  expect(compared).toEqual({ new: [secret(3)], known: [secret(3)], fixed: [secret(3)] });
});

test("25,000 of one identity", () => {
  const many = Array.from({ length: 25_000 }, (_, line) => secret(line + 1));
  const moved = many.map((each) => ({ ...each, place: { ...each.place, startLine: each.place.startLine! + 7 } }));
  expect(compareFindings(many, moved)).toMatchObject({ new: [], fixed: [] });
});

test("25,000 against 25,000", () => {
  const many = Array.from({ length: 25_000 }, (_, at) => flaw(`f${at}`, "1", `CVE-${at}`, [`GHSA-${at}`]));
  expect(compareFindings(many, many).known).toHaveLength(25_000);
});
