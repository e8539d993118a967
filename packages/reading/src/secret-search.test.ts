import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SecretSearch } from "./secret-search.ts";

const SECRET = "zq8-Kd0vWm3xTfY7hLr2";

function found(text: string, parts: "whole" | "beginnings", ...secrets: readonly string[]): readonly string[] {
  const search = new SecretSearch(parts);
  for (const secret of secrets) search.add(secret);
  return [...search.find(text)].map(({ start, end }) => text.slice(start, end));
}

describe("what is found", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing", "a text", []],
    ["at the start", `${SECRET} x`, [SECRET]],
    ["at the end", `x ${SECRET}`, [SECRET]],
    ["twice", `${SECRET}${SECRET}`, [SECRET, SECRET]],
    ["fifteen characters that begin it are not it", SECRET.slice(0, 15), []],
    ["sixteen are", `x${SECRET.slice(0, 16)}...`, [SECRET.slice(0, 16)]],
    ["up to where it was cut", `${SECRET.slice(0, 18)}!`, [SECRET.slice(0, 18)]],
  ])("%s", (_, text, expected) => {
    expect(found(text, "beginnings", SECRET)).toEqual(expected);
  });

  test("beginnings only where they are asked for", () => {
    expect(found(SECRET.slice(0, 18), "whole", SECRET)).toEqual([]);
  });

  test("the first line of a file of secrets is no beginning", () => {
    const file = "registry=https://registry.npmjs.org/\n//registry.npmjs.org/:_authToken=npm_0123456789abcdefABCDEF\n";
    expect(found("registry=https://registry.npmjs.org/", "beginnings", file)).toEqual([]);
    expect(found("//registry.npmjs.org/:_auth...", "beginnings", file)).toEqual([]);
    expect(found("x npm_0123456789abcde...", "beginnings", file)).toEqual(["npm_0123456789abcde"]);
  });

  test("a short one as a word alone", () => {
    expect(found("hunter2 hunter22 xhunter2 (hunter2)", "whole", "hunter2")).toEqual(["hunter2", "hunter2"]);
  });

  test("of letters beyond ASCII in bytes that nobody decoded", () => {
    expect(found(Buffer.from("x pässwörter y").toString("latin1"), "whole", "pässwörter")).toHaveLength(1);
  });

  test("a key whose lines are broken elsewhere", () => {
    const body = Array.from({ length: 800 }, (_, at) => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh"[(at * at + at) % 34]).join(
      "",
    );
    const pem = (width: number) =>
      `-----BEGIN PRIVATE KEY-----\n${body.replace(new RegExp(`.{${width}}`, "g"), "$&\n")}\n-----END PRIVATE KEY-----\n`;
    for (const width of [40, 64, 76, 800]) {
      expect(found(pem(width), "whole", pem(64)).length, `${width}`).toBeGreaterThan(0);
      expect(found(JSON.stringify(pem(width)), "whole", pem(64)).length, `${width}`).toBeGreaterThan(0);
    }
    expect(found(Buffer.from(pem(64)).toString("base64"), "whole", pem(64)).length).toBeGreaterThan(0);
    expect(found("-----BEGIN PRIVATE KEY-----", "beginnings", pem(64))).toEqual([]);
  });
});

test("any secret is found in any text around it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 8 }), fc.string(), (before, secret, after) => {
      fc.pre(new Set(secret).size > 2 && secret.trim().length > 7);
      expect(found(`${before} ${secret} ${after}`, "whole", secret)).toContain(secret);
    }),
  );
});

test("ten thousand secrets cost a text no more than one", () => {
  const secrets = Array.from({ length: 10_000 }, (_, at) => `secret-number-${at}-${at * 7919}`);
  // Each of them at each place would be twenty thousand million looks.
  expect(found(`x${"secret-numbed-".repeat(150_000)}`, "whole", ...secrets)).toEqual([]);
});
