import { MIN_DIFFERENT_CHARACTERS, MIN_SECRET_CHARACTERS, MIN_WITHIN_WORDS } from "@jessy-actions/reading/secret-forms";
import { describe, expect, test } from "vitest";
import { findExposedSecrets, MAX_FINDINGS } from "./exposed-secrets.ts";

const PASSWORD = "s3cr3t/Pa+ss=w0rd&more";
const MULTILINE = "-----BEGIN KEY-----\nfirst-line-of-the-secret\nsecond-line-of-the-secret\n-----END KEY-----\n";

const search = (content: unknown, value: string = PASSWORD) =>
  findExposedSecrets(
    [{ name: "the config", bytes: Buffer.from(JSON.stringify(content)) }],
    [{ name: "NPM_TOKEN", value }],
  );
const encodings = (text: string, value?: string) => search({ a: text }, value).findings.map(({ encoding }) => encoding);

describe("a known value is found", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  test.each<[string, string, string]>([
    ["as it is", `token ${PASSWORD}.`, "plain"],
    ["within a word", `x${PASSWORD}x`, "plain"],
    ["in base64", base64(PASSWORD), "base64"],
    ["in base64 after one byte", base64(`:${PASSWORD}`), "base64"],
    ["in base64 after two bytes", base64(`u:${PASSWORD}`), "base64"],
    ["in base64 with more around", `auth: ${base64(`user:${PASSWORD}\n{}`)} x`, "base64"],
    ["in base64 for addresses", base64(`>>>${PASSWORD}`).replaceAll("+", "-").replaceAll("/", "_"), "base64"],
    ["in an address", `https://x/?t=${encodeURIComponent(PASSWORD)}&u=v`, "URL-encoded"],
    [
      "in an address in lower case",
      encodeURIComponent(PASSWORD).replace(/%../g, (code) => code.toLowerCase()),
      "URL-encoded",
    ],
    ["in an address encoded in part", PASSWORD.replace("/", "%2F"), "URL-encoded"],
    ["in hexadecimal digits", Buffer.from(PASSWORD).toString("hex"), "hexadecimal"],
    ["in JSON within the JSON, as Go writes it", `{"a":"${PASSWORD.replace("&", "\\u0026")}"}`, "JSON-escaped"],
    ["in base64 within base64", `A=${base64(JSON.stringify({ login: base64(`user:${PASSWORD}`) }))}`, "base64"],
    ["in a whole file in base64", base64(`FROM scratch\nENV A=${PASSWORD}\n`), "base64"],
  ])("%s", (_, text, encoding) => {
    expect(encodings(text)).toEqual([encoding]);
  });

  test.each<[string, string]>([
    ["whole", MULTILINE],
    ["without its last line break", MULTILINE.trim()],
    ["with other line breaks", MULTILINE.replaceAll("\n", "\r\n")],
    ["one line alone", "echo first-line-of-the-secret"],
    ["with written line breaks", MULTILINE.replaceAll("\n", "\\n")],
  ])("of several lines: %s", (_, text) => {
    for (const value of [MULTILINE, MULTILINE.replaceAll("\n", "\r\n")]) expect(encodings(text, value)).toHaveLength(1);
  });

  test("but not the first line that all keys have", () => {
    expect(encodings("-----BEGIN KEY-----", MULTILINE)).toEqual([]);
  });

  test.each<[number, string, boolean]>([
    [MIN_SECRET_CHARACTERS - 1, "= =", false],
    [MIN_SECRET_CHARACTERS, "= =", true],
    [MIN_SECRET_CHARACTERS + 1, "= =", true],
    [MIN_WITHIN_WORDS - 1, "x x", false],
    [MIN_WITHIN_WORDS, "x x", true],
    [MIN_WITHIN_WORDS + 1, "x x", true],
  ])("of %d characters between %j: %j", (length, around, isFound) => {
    const value = "a1b2c3d4e5f6".slice(0, length);
    const [before, after] = around.split(" ");
    const { findings, notSearched } = search({ a: `${before}${value}${after}` }, value);
    expect(findings.length).toBe(isFound ? 1 : 0);
    expect(notSearched).toEqual(length < MIN_SECRET_CHARACTERS ? ["NPM_TOKEN"] : []);
  });

  test.each(["", "a", "true", "          ", "\n\n\n\n\n\n\n", "------------", "0000000000", "0101010101"])(
    "a value that stands everywhere is not looked for, and the result says so: %j",
    (value) => {
      const text = "a true           ------------ 0000000000 0101010101 \n\n\n\n\n\n\n";
      expect(search({ a: text, "": value }, value)).toEqual({ findings: [], more: 0, notSearched: ["NPM_TOKEN"] });
    },
  );

  test("of as few different characters as are allowed", () => {
    expect(MIN_DIFFERENT_CHARACTERS).toBe(3);
    expect(encodings("012012012", "012012012")).toEqual(["plain"]);
  });

  test("half of a surrogate pair does not stop the search", () => {
    expect(encodings("ab\ud800cdefgh", "ab\ud800cdefgh")).toEqual(["plain"]);
  });
});

describe("a finding says where, and never the value", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["a variable", { config: { Env: ["PATH=/bin", `NPM_TOKEN=${PASSWORD}`] } }, ["environment variable NPM_TOKEN"]],
    ["a variable without a name", { config: { Env: [PASSWORD] } }, ["environment variable 1"]],
    ["the name of a variable", { config: { Env: [`${PASSWORD}=1`] } }, ["environment variable 1"]],
    [
      "a variable and its value that hold one together",
      { config: { Env: [`x${PASSWORD}`] } },
      ["environment variable 1"],
    ],
    ["a variable named by one", { config: { Env: [`${PASSWORD}=${PASSWORD}`] } }, ["environment variable 1"]],
    ["a label", { config: { Labels: { "org.x": PASSWORD } } }, ["label org.x"]],
    ["the name of a label", { config: { Labels: { [PASSWORD]: "" } } }, ["the name of label ***"]],
    [
      "history",
      { history: [{ created_by: "a" }, { created_by: `RUN |1 T=${PASSWORD} /bin/sh` }] },
      ["history entry 2 (created_by)"],
    ],
    ["an annotation", { annotations: { a: PASSWORD } }, ["annotation a"]],
    ["an annotation of a layer", { layers: [{ annotations: { a: PASSWORD } }] }, ["annotation a"]],
    [
      "a build argument",
      { predicate: { invocation: { parameters: { args: { "build-arg:T": PASSWORD } } } } },
      ["build argument T in the provenance"],
    ],
    ["a command", { config: { Cmd: ["run", PASSWORD] } }, ["config.Cmd[1]"]],
    ["a health check", { config: { Healthcheck: { Test: ["CMD", PASSWORD] } } }, ["config.Healthcheck.Test[1]"]],
    ["a member below a secret name", { [PASSWORD]: { b: PASSWORD } }, ['the name of ["***"]', '["***"].b']],
    ["a long name", { config: { Labels: { ["n".repeat(500)]: PASSWORD } } }, [`label ${"n".repeat(120)}…`]],
    ["a name over lines", { config: { Labels: { "a\n::error::b": PASSWORD } } }, ["label a ::error::b"]],
    ["an empty variable", { config: { Env: [`=${PASSWORD}`] } }, ["environment variable 1"]],
  ])("%s", (_, content, places) => {
    const result = search(content);
    expect(result.findings.map(({ place }) => place)).toEqual(places);
    expect(JSON.stringify(result)).not.toContain("s3cr3t");
    expect(result.findings[0]).toMatchObject({ document: "the config", secret: "NPM_TOKEN", evidence: "known" });
  });

  test("one place is one finding, and a list of them has an end", () => {
    expect(search({ a: `${PASSWORD} ${PASSWORD} ${encodeURIComponent(PASSWORD)}` }).findings).toHaveLength(1);
    for (const more of [-1, 0, 1]) {
      const result = search({ a: Array(MAX_FINDINGS + more).fill(PASSWORD) });
      expect([result.findings.length, result.more]).toEqual([
        Math.min(MAX_FINDINGS, MAX_FINDINGS + more),
        Math.max(0, more),
      ]);
    }
  });

  test("what cannot be read is not clean", () => {
    for (const text of ["", "{", "[]", "\ufeff{}"]) {
      const documents = [{ name: "the provenance of linux/amd64", bytes: Buffer.from(text) }];
      expect(() => findExposedSecrets(documents, [])).toThrow("the provenance of linux/amd64");
    }
  });
});
