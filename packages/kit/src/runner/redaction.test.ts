import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Redaction } from "./redaction.ts";

const SECRET = "zq8-Kd0vWm3xTfY7hLr2";

function redaction(...secrets: readonly string[]): Redaction {
  const made = new Redaction();
  for (const secret of secrets) made.add(secret);
  return made;
}

describe("a text", () => {
  test.each<[string, readonly string[], string, string]>([
    ["without a secret", [], "as it was", "as it was"],
    ["with one", [SECRET], `a ${SECRET} b ${SECRET}`, "a *** b ***"],
    ["with one in base64", [SECRET], `x ${Buffer.from(SECRET).toString("base64")}`, "x ***I="],
    ["with one in JSON", ['p"4ssw\\rd'], JSON.stringify({ a: 'p"4ssw\\rd' }), '{"a":"***"}'],
    ["with one in JSON within JSON", ['p"4ssw\\rd'], JSON.stringify(JSON.stringify('p"4ssw\\rd')), '"\\"***\\""'],
    ["with one of several lines", ["first line of it all\nsecond line of it"], "x second line of it", "x ***"],
    ["with two that overlap", ["abcdefgh1", "fgh1ijklm"], "-abcdefgh1ijklm-", "-***-"],
    ["with one in another", [SECRET, SECRET.slice(3, 12)], `<${SECRET}>`, "<***>"],
    ["with one that was cut", [SECRET], `is \`${SECRET.slice(0, 17)}...\``, "is `***...`"],
    // They would hide half of a report: GitHub's log hides them, and the report does not.
    ["with one letter", ["e"], "the verdict", "the verdict"],
    ["with a word of five letters", ["pass1"], "pass1", "pass1"],
    ["with a word of six letters", ["pass12"], "pass12, pass123", "***, pass123"],
    ["with an even one", ["------"], "------", "------"],
    ["with blanks alone", ["          "], "          ", "          "],
  ])("%s", (_, secrets, text, expected) => {
    expect(redaction(...secrets).redact(text)).toBe(expected);
    expect(redaction(...secrets).holdsSecret(text)).toBe(text !== expected);
  });
});

describe("data", () => {
  test("is the same object when nothing in it is secret", () => {
    const data = { a: ["x", { b: null, c: undefined, d: 1 }] };
    expect(redaction(SECRET).redactData(data)).toBe(data);
    expect(redaction().redactData(data)).toBe(data);
  });

  test("loses it in values and names, but not in the names of our own fields", () => {
    const data = { verdict: "pass", labels: { [`x.${SECRET}`]: SECRET, references: ["references"] } };
    expect(redaction(SECRET, "references").redactData(data)).toEqual({
      verdict: "pass",
      labels: { "x.***": "***", references: ["***"] },
    });
  });

  test("that is not plain stays", () => {
    const data = { at: new Map([["a", SECRET]]), bytes: Buffer.from(SECRET) };
    expect(redaction(SECRET).redactData(data)).toBe(data);
  });
});

describe("the content of a file", () => {
  const joined = (content: ReturnType<Redaction["redactContent"]>) =>
    typeof content === "string"
      ? content
      : Buffer.concat(
          (content instanceof Uint8Array ? [content] : [...content]).map((piece) => Buffer.from(piece)),
        ).toString();

  test("in pieces of any length, as text or bytes, also of letters beyond ASCII", () => {
    const secret = `pässwörter-${SECRET}`;
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 20 }), fc.string(), fc.boolean(), (lengths, around, asText) => {
        fc.pre(!around.includes("pässwörter"));
        const bytes = Buffer.from(`${around}\u20ac${secret}|${around.repeat(30)}|${secret}${around}`);
        const pieces: (Uint8Array | string)[] = [];
        let at = 0;
        for (const length of [...lengths, bytes.length]) {
          pieces.push(bytes.subarray(at, at + length));
          at += length;
        }
        const content = asText ? [bytes.toString()] : pieces;
        expect(joined(redaction(secret).redactContent(content))).toBe(
          `${around}\u20ac***|${around.repeat(30)}|***${around}`.toWellFormed(),
        );
      }),
    );
  });

  test("of several megabytes is read once", () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `line-${at}-${at * 7919}-of-a-key`);
    const made = redaction(lines.join("\n"));
    const text = "SF:src/main.rs\nDA:1,1\n".repeat(200_000);
    expect(joined(made.redactContent([text, lines[7]!, text]))).toBe(`${text}***${text}`);
  });
});
