import { expect, test } from "vitest";
import { parseChallenge } from "./challenge.ts";

const bearer = {
  scheme: "bearer",
  realm: "https://auth.example/token",
  service: undefined,
  scopes: [],
  error: undefined,
};

test.each<[string, string | undefined, object | undefined]>([
  ["none", undefined, undefined],
  ["an unknown one", "Negotiate", undefined],
  ["basic", 'Basic realm="x"', { scheme: "basic" }],
  ["basic in other letters", "BASIC realm=x", { scheme: "basic" }],
  ["bearer", 'Bearer realm="https://auth.example/token"', bearer],
  ["bearer without a realm", 'Bearer service="x"', undefined],
  [
    "Docker Hub's",
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    {
      ...bearer,
      realm: "https://auth.docker.io/token",
      service: "registry.docker.io",
      scopes: ["repository:a/b:pull,push"],
    },
  ],
  [
    "several scopes, blanks and an error",
    'Bearer realm = "https://auth.example/token" , scope="repository:a:pull repository:b:pull", error="insufficient_scope"',
    { ...bearer, scopes: ["repository:a:pull", "repository:b:pull"], error: "insufficient_scope" },
  ],
  ["both: bearer", 'Basic realm="x", Bearer realm="https://auth.example/token"', bearer],
  [
    "quotes in a value",
    'Bearer realm="https://auth.example/\\"token"',
    { ...bearer, realm: 'https://auth.example/"token' },
  ],
])("%s", (_, header, expected) => {
  expect(parseChallenge(header)).toEqual(expected);
});
