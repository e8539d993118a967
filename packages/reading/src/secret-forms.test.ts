import { describe, expect, test } from "vitest";
import { MIN_SECRET_CHARACTERS, secretForms } from "./secret-forms.ts";

const texts = (secret: string) => secretForms(secret).map(({ text }) => text);

describe("a secret is looked for", () => {
  const SECRET = 'a"b\\${c} d+/e';
  test.each<[string, string]>([
    ["as it is", SECRET],
    ["in JSON", 'a\\"b\\\\${c} d+/e'],
    ["in JSON within JSON", 'a\\\\\\"b\\\\\\\\${c} d+/e'],
    ["in JSON that bake reads as HCL", 'a\\"b\\\\$${c} d+/e'],
    ["in base64", Buffer.from(SECRET).toString("base64").slice(0, -3)],
    ["in an address", encodeURIComponent(SECRET)],
    ["in hexadecimal", Buffer.from(SECRET).toString("hex")],
  ])("%s", (_, form) => {
    expect(texts(SECRET).some((text) => text.startsWith(form) || form.startsWith(text))).toBe(true);
  });

  test("from six characters on", () => {
    expect(texts("a1b2c3d4".slice(0, MIN_SECRET_CHARACTERS - 1))).toEqual([]);
    expect(texts("a1b2c3d4".slice(0, MIN_SECRET_CHARACTERS))).toContain("a1b2c3");
  });
});

describe("lines of a secret file", () => {
  test.each<[string, boolean]>([
    ["//registry.npmjs.org/:_authToken=npm_0123456789", true],
    ["index-url = https://user:pass@pypi.acme.dev/simple", true],
    ["WEBHOOK=https://hooks.slack.com/services/T0/B0/0123456789abcdefghijklmn", true],
    ["url=https://acme.dev/x?token=0123456789", true],
    ["SECRET_0123456789 https://acme.dev/", true],
    ["password: correct horse battery", true],
    ["-----BEGIN PRIVATE KEY-----", false],
    ['<?xml version="1.0" encoding="UTF-8"?>', false],
    ["registry=https://registry.npmjs.org/", false],
    ['"auth_uri": "https://accounts.google.com/o/oauth2/auth",', false],
    ["<url>https://repo.maven.apache.org/maven2</url>", false],
    ["short = 1", false],
  ])("%s: %j", (line, isSecret) => {
    expect(texts(`first\n${line}\nlast`).includes(line)).toBe(isSecret);
  });

  test.each<[string, boolean]>([
    ["npm_0123456789abcdefABCDEF", true],
    ["0123456789abcdef0123456789abcdef", true],
    ["my-project-123456789", false],
    ["a-name-of-many-letters", false],
  ])("a token by itself: %s", (token, isSecret) => {
    expect(texts(`first: 1\n"some_name": "${token}",\n`).includes(token)).toBe(isSecret);
  });

  test("an address of many parts is judged in one look", () => {
    expect(texts(`x\nurl=https://a${"/a".repeat(200_000)}!\n`).length).toBeGreaterThan(0);
  });
});
