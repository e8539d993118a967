import { describe, expect, test } from "vitest";
import { apiHost, checkedReference, checkedRepository, isLoopback } from "./address.ts";

describe("the host of a registry", () => {
  test.each([
    ["docker.io", "registry-1.docker.io"],
    ["index.docker.io", "registry-1.docker.io"],
    ["ghcr.io", "ghcr.io"],
    ["GHCR.io", "ghcr.io"],
    ["localhost:5000", "localhost:5000"],
    ["[::1]:5000", "[::1]:5000"],
    ["my_host", undefined],
    ["a.example/path", undefined],
    ["user@a.example", undefined],
    ["a.example?x", undefined],
    ["a.example:x", undefined],
    ["https://a.example", undefined],
    ["a.example\n", undefined],
    ["", undefined],
  ])("%j", (registry, host) => {
    if (host === undefined) expect(() => apiHost(registry)).toThrow("is not the name of a registry");
    else expect(apiHost(registry)).toBe(host);
  });
});

test.each([
  ["localhost:5000", true],
  ["127.0.0.1", true],
  ["127.9.9.9:80", true],
  ["[::1]:5000", true],
  ["localhost.example", false],
  ["127.0.0.1.example", false],
  ["10.0.0.1", false],
])("%s is on this machine: %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test.each(["../x", "a/../b", "A/b", "a//b", "a/", "a?x", "a%2fb", "", "a".repeat(256)])(
  "%j is no repository",
  (name) => {
    expect(() => checkedRepository(name)).toThrow("is not the name of a repository");
  },
);

test.each(["a/b", "..", "a?b", "", "-a", "sha256:abc", `${"a".repeat(129)}`])("%j is no reference", (reference) => {
  expect(() => checkedReference(reference)).toThrow("is neither a tag nor a digest");
});
