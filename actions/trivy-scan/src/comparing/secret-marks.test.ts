import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareFindings } from "@jessy-actions/security/identity/comparison";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exampleFinding, exampleSecret } from "../../../../packages/security/testing/example-finding.ts";
import { markSecrets } from "./secret-marks.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-marks-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = new Uint8Array(32);

/** A side with one file, and a secret at a line of it. */
function side(name: string, text: string | Buffer, startLine: number, endLine = startLine) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "conf"), text);
  const found = exampleSecret({ place: { target: ".", file: "conf", startLine, endLine } });
  return markSecrets([found], join(folder, name), KEY);
}

test.each<[string, string | Buffer, number, string | Buffer, number, boolean]>([
  ["a line that stays", "a\ntoken=1\n", 2, "a\ntoken=1\n", 2, true],
  ["a line that moves", "token=1\n", 1, "a\nb\nc\ntoken=1\n", 4, true],
  ["a line that moves to the right, on Windows", "token=1\n", 1, "\ttoken=1 \r\n", 1, true],
  ["another value in its place", "token=1\n", 1, "token=2\n", 1, false],
  [
    "another value that is not text",
    Buffer.from("token=\xfe", "latin1"),
    1,
    Buffer.from("token=\xff", "latin1"),
    1,
    false,
  ],
  ["a line that is not there", "token=1\n", 1, "", 9, false],
])("%s", (_, before, at, after, now, isKnown) => {
  const compared = compareFindings(side("base", before, at), side("head", after, now));
  expect(compared.known).toHaveLength(isKnown ? 1 : 0);
});

test("every line of a key counts", () => {
  const key = (middle: string) => `BEGIN\n${middle}\nEND\n`;
  const base = side("base", key("a"), 1, 3);
  expect(compareFindings(base, side("head", `\n${key("a")}`, 2, 4)).known).toHaveLength(1);
  expect(compareFindings(base, side("head", key("b"), 1, 3)).new).toHaveLength(1);
});

test("a target that is one file", () => {
  const [found] = side("base", "token=1\n", 1);
  expect(
    markSecrets(
      [exampleSecret({ place: { file: "conf", startLine: 1, endLine: 1 } })],
      join(folder, "base/conf"),
      KEY,
    )[0]!.mark,
  ).toBe(found!.mark);
});

test("what is no secret, and what cannot be read, stays as it is", () => {
  const findings = [exampleFinding(), exampleSecret({ place: { file: "nowhere" } })];
  expect(markSecrets(findings, folder, KEY)).toEqual(findings);
  expect(markSecrets(findings, join(folder, "gone"), KEY)).toEqual(findings);
});

test("a mark says nothing without its key", () => {
  const [one] = side("base", "token=1\n", 1);
  const [other] = markSecrets(
    [exampleSecret({ place: { file: "conf", startLine: 1, endLine: 1 } })],
    join(folder, "base"),
    new Uint8Array(32).fill(1),
  );
  expect(one!.mark).not.toBe(other!.mark);
});
