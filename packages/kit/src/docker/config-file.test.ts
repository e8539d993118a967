import { expect, test } from "vitest";
import { credentialProgram, HUB_KEY, parseDockerConfig, storedCredential } from "./config-file.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const parse = (config: object) => parseDockerConfig(JSON.stringify(config));

test.each<[string, object, string, object | undefined]>([
  ["none", {}, "ghcr.io", undefined],
  ["by its name", { "ghcr.io": { auth: base64("a:b") } }, "ghcr.io", { username: "a", password: "b" }],
  ["by an address", { "https://ghcr.io/v1/": { auth: base64("a:b") } }, "ghcr.io", { username: "a", password: "b" }],
  ["not by another port", { "a.example:5000": { auth: base64("a:b") } }, "a.example", undefined],
  ["not by a longer name", { "ghcr.io.example": { auth: base64("a:b") } }, "ghcr.io", undefined],
  ["Docker Hub's", { [HUB_KEY]: { auth: base64("a:b") } }, "docker.io", { username: "a", password: "b" }],
  [
    "Docker Hub's by another name",
    { "docker.io": { auth: base64("a:b") } },
    "index.docker.io",
    { username: "a", password: "b" },
  ],
  [
    "Docker Hub's by an old address",
    { "index.docker.io/v1/": { auth: base64("a:b") } },
    "docker.io",
    { username: "a", password: "b" },
  ],
  ["a colon in the password", { a: { auth: base64("u:p:q") } }, "a", { username: "u", password: "p:q" }],
  ["an empty password", { a: { auth: base64("u:") } }, "a", { username: "u", password: "" }],
  ["zeros at the end", { a: { auth: base64("u:p\0\0") } }, "a", { username: "u", password: "p" }],
  ["an identity token", { a: { auth: base64("u:"), identitytoken: "i" } }, "a", { identityToken: "i" }],
  ["a registry token", { a: { registrytoken: "r" } }, "a", { registryToken: "r" }],
  ["an empty entry, as a credential program leaves it", { a: {} }, "a", undefined],
])("%s", (_, auths, registry, expected) => {
  expect(storedCredential(parse({ auths }), registry)).toEqual(expected);
});

test("an entry without a colon", () => {
  const config = parse({ auths: { a: { auth: base64("secret") } } });
  expect(() => storedCredential(config, "a")).toThrow(/^the credentials of a are not base64 of a user name/);
});

test.each<[string, object, string, object | undefined]>([
  ["none", {}, "a", undefined],
  ["the one for all", { credsStore: "pass" }, "a", { program: "pass", key: "a" }],
  ["the one for all, for Docker Hub", { credsStore: "pass" }, "docker.io", { program: "pass", key: HUB_KEY }],
  ["its own", { credsStore: "pass", credHelpers: { a: "own" } }, "a", { program: "own", key: "a" }],
  ["Docker Hub's own", { credHelpers: { "docker.io": "own" } }, "docker.io", { program: "own", key: "docker.io" }],
  ["none for this one", { credsStore: "pass", credHelpers: { a: "" } }, "a", undefined],
])("the program: %s", (_, config, registry, expected) => {
  expect(credentialProgram(parse(config), registry)).toEqual(expected);
});

test.each(["", "  \n", "{}", '{"auths":null}'])("%j is an empty config", (text) => {
  expect(parseDockerConfig(text)).toMatchObject({ auths: {}, credHelpers: {}, credsStore: undefined });
});

test("a damaged file is never quoted", () => {
  expect(() => parseDockerConfig('{"auths":{"a":{"auth":"c2VjcmV0')).toThrow(/^is not valid JSON$/);
});
