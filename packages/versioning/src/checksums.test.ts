import fc from "fast-check";
import { expect, test } from "vitest";
import { readChecksums, writeChecksums } from "./checksums.ts";

const A = "a".repeat(64);
const B = "0123456789abcdef".repeat(4);

test("sorted by name, as sha256sum writes it", () => {
  expect(
    writeChecksums([
      { name: "b.zip", sha256: A },
      { name: "B.zip", sha256: B },
      { name: "a b", sha256: A },
    ]),
  ).toBe(`${B}  B.zip\n${A}  a b\n${A}  b.zip\n`);
  expect(writeChecksums([])).toBe("");
});

test.each([
  ["a\nb", A, '"a\\nb" cannot be the name of an asset'],
  ["a\\b", A, '"a\\\\b" cannot be the name of an asset'],
  ["", A, '"" cannot be the name of an asset'],
  [`${"x".repeat(90)}\n`, A, `"${"x".repeat(80)}" cannot be the name of an asset`],
  ["a", A.toUpperCase(), `"${A.toUpperCase()}" is not a SHA-256`],
  ["a", A.slice(1), `"${A.slice(1)}" is not a SHA-256`],
  ["a", `${A}0`, `"${A}0" is not a SHA-256`],
  ["a", `x${A}`, `"x${A}" is not a SHA-256`],
  ["a", "x".repeat(90), `"${"x".repeat(80)}" is not a SHA-256`],
])("name %j with digest %s is refused", (name, sha256, message) => {
  expect(() => writeChecksums([{ name, sha256 }])).toThrow(new RangeError(message));
});

test.each([
  ["text", `${A}  a\n${B}  b c\n`],
  ["binary, CRLF, BOM, blank and comment lines, no last line end", `\ufeff# x\r\n${A} *a\r\n\r\n${B} *b c`],
  ["capital letters", `${A.toUpperCase()}  a\n${B}  b c`],
  ["tagged", `SHA256 (a) = ${A}\nSHA256 (b c) = ${B}\n`],
  ["lines of blanks", `  \n${A}  a\n\t\n${B}  b c`],
  ["tagged, in capital letters, blanks behind", `SHA256 (a) = ${A.toUpperCase()}  \nSHA256 (b c) = ${B}\n`],
  ["the same twice", `${A}  a\n${B}  b c\n${A}  a\n`],
])("read: %s", (_, text) => {
  expect(readChecksums(text)).toEqual({
    checksums: [
      { name: "a", sha256: A },
      { name: "b c", sha256: B },
    ],
    problems: [],
  });
});

test("a mark inside a name belongs to it", () => {
  expect(readChecksums(`${A}  a\ufeffb`).checksums).toEqual([{ name: "a\ufeffb", sha256: A }]);
});

test.each([`${A} xa`, `SHA512 (a) = ${A}`, `SHA256 () = ${A}`, `SHA256 (a) ${A}`, `SHA256 (${A}`])(
  "%s is none",
  (line) => {
    expect(readChecksums(line).checksums).toEqual([]);
    expect(readChecksums(line).problems).toHaveLength(1);
  },
);

test("what is none is said, line by line", () => {
  const { problems } = readChecksums(`x\n${A} a\n${A}  \n${A}  a\n${B}  a\nSHA256 (a) = 1\nMD5 (a) = ${A}\n${A}0  a\n`);
  const none = "is not a checksum; write the SHA-256 in 64 hexadecimal digits, two blanks, the name";
  expect(problems).toEqual([
    { line: 1, message: none },
    { line: 2, message: none },
    { line: 3, message: none },
    { line: 5, message: "gives a name a second, different checksum" },
    { line: 6, message: none },
    { line: 7, message: none },
    { line: 8, message: none },
  ]);
});

test("what is written is read as the same, and any text is read", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9._+@-]{1,10}$/);
  const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
  fc.assert(
    fc.property(fc.dictionary(name, digest, { noNullPrototype: true }), (digests) => {
      const checksums = Object.entries(digests).map(([each, sha256]) => ({ name: each, sha256 }));
      const read = readChecksums(writeChecksums(checksums));
      expect(read.problems).toEqual([]);
      expect(writeChecksums(read.checksums)).toBe(writeChecksums(checksums));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      readChecksums(text);
    }),
  );
  for (const part of ["a", "\n", ") = ", "SHA256 (", "a\n"]) readChecksums(part.repeat(300_000));
});
