import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCargoLock } from "./cargo-lock.ts";
import { MAX_INDEX_BYTES, matchYanked, readIndexAnswer } from "./crates-index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const line = (vers: string, yanked: boolean, name = "a") =>
  `${JSON.stringify({ name, vers, deps: [], cksum: "0".repeat(64), features: {}, yanked })}\n`;

describe("an answer of the index", () => {
  test("has each version", () => {
    const answer = readIndexAnswer(bytes(line("1.0.0", false) + line("1.0.1+x", true)), "a");
    expect([...answer]).toEqual([
      ["1.0.0", false],
      ["1.0.1+x", true],
    ]);
  });

  test.each<[string, string, string]>([
    ["empty", "", "is empty"],
    [
      "cut off",
      line("1.0.0", false) + line("1.0.1", false).slice(0, 40),
      "is not valid JSON on line 2: was it cut off?",
    ],
    ["a page of a proxy", "<html>", "is not valid JSON on line 1: was it cut off?"],
    ["another shape", '{"name":"a"}\n', "has no version of a crate on line 1"],
    ["null", "null\n", "has no version of a crate on line 1"],
    ["another crate", line("1.0.0", false, "b"), "is about another crate on line 1"],
  ])("%s", (_, text, message) => {
    expect(() => readIndexAnswer(bytes(text), "a")).toThrow(new ReportError(message));
  });

  test.each([-1, 0, 1])("bytes: %i", (more) => {
    const answer = new Uint8Array(MAX_INDEX_BYTES + more).fill(0x20);
    answer.set(bytes(line("1.0.0", false)));
    if (more > 0) expect(() => readIndexAnswer(answer, "a")).toThrow("is larger than 50 MB");
    else expect(readIndexAnswer(answer, "a").size).toBe(1);
  });

  test("any bytes are a named error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
        expect(() => readIndexAnswer(any, "a")).toThrow(ReportError);
      }),
    );
  });
});

/** Of the crate `old`: what is yanked, a prerelease, below, or not a version is no way out. */
const OTHERS = [
  line("0.9.0", false, "old"),
  line("1.0.1", true, "old"),
  line("1.0.2-rc.1", false, "old"),
  line("1.10.0", false, "old"),
  line("1.2.0", false, "old"),
  line("9", false, "old"),
].join("");

test("yanked and removed versions of crates.io are found, and what nobody answered for is named", () => {
  const source = 'source = "registry+https://github.com/rust-lang/crates.io-index"\n';
  const entry = (name: string, from = source) => `[[package]]\nname = "${name}"\nversion = "1.0.0"\n${from}\n`;
  const names = ["good", "old", "gone", "silent"].map((name) => entry(name)).join("");
  const lock = readCargoLock(bytes(names + entry("own", "")));
  const answers = new Map([
    ["good", readIndexAnswer(bytes(line("1.0.0", false, "good")), "good")],
    ["old", readIndexAnswer(bytes(line("1.0.0", true, "old") + OTHERS), "old")],
    ["gone", readIndexAnswer(bytes(line("0.9.0", false, "gone")), "gone")],
    ["own", readIndexAnswer(bytes(line("1.0.0", true, "own")), "own")],
  ]);
  const { findings, unanswered } = matchYanked(lock, answers, { target: ".", file: "Cargo.lock" });
  const told = findings.map(({ kind, id, title, place, package: of }) => [
    kind,
    id,
    title,
    place.startLine,
    of!.fixedVersions,
  ]);
  expect(told).toEqual([
    ["yanked", "yanked", "old 1.0.0 was yanked by its authors", 8, ["1.2.0"]],
    ["yanked", "removed", "gone 1.0.0 is no longer on crates.io", 13, []],
  ]);
  expect(unanswered).toEqual(["silent"]);
});
