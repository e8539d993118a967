import fc from "fast-check";
import { expect, test } from "vitest";
import { ANY_TEXT } from "../../testing/any-text.ts";
import { cacheTokenProblem } from "./cache-token.ts";

const NOW = 1_790_000_000;
const CLAIMS = { ac: '[{"Scope":"refs/heads/main","Permission":3}]', exp: NOW + 3600, nbf: NOW - 60 };
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokenOf = (claims: unknown, header: unknown = { alg: "RS256" }) => `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;

test.each<[string, string, string | undefined]>([
  ["GitHub's", tokenOf(CLAIMS), undefined],
  ["a word, as other runners have it", "local-runtime-token", "it is not a JSON web token"],
  ["nothing", "", "it is not a JSON web token"],
  ["without a signature", tokenOf(CLAIMS).replace(/[^.]+$/, ""), "it is not a JSON web token"],
  ["with a signature in other letters", `${tokenOf(CLAIMS)}+/`, "it is not a JSON web token"],
  ["whose claims are a list", tokenOf([]), "it is not a JSON web token"],
  ["whose claims are text", `${part({})}.YQ.YQ`, "it is not a JSON web token"],
  ["without scopes", tokenOf({ ...CLAIMS, ac: undefined }), "it names no scopes (`ac`)"],
  ["with scopes that are no text", tokenOf({ ...CLAIMS, ac: [] }), "it names no scopes (`ac`)"],
  ["with scopes that are no list", tokenOf({ ...CLAIMS, ac: "{}" }), "it names no scopes (`ac`)"],
  ["without an end", tokenOf({ ...CLAIMS, exp: undefined }), "it does not say when it is valid (`exp`, `nbf`)"],
  ["without a beginning", tokenOf({ ...CLAIMS, nbf: "x" }), "it does not say when it is valid (`exp`, `nbf`)"],
  ["at its last second", tokenOf({ ...CLAIMS, exp: NOW }), undefined],
  ["a second later", tokenOf({ ...CLAIMS, exp: NOW - 1 }), "it has expired"],
  ["of tomorrow", tokenOf({ ...CLAIMS, nbf: NOW + 1 }), "it is not valid yet"],
])("a token %s", (_, token, problem) => {
  expect(cacheTokenProblem(token, NOW)).toBe(problem);
});

test("no text makes it fail", () => {
  fc.assert(fc.property(ANY_TEXT, ANY_TEXT, (a, b) => typeof cacheTokenProblem(`${a}.${part(b)}.x`, NOW) === "string"));
});
