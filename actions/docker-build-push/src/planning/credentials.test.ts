import type { UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { readCredentials, registryHost } from "./credentials.ts";

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    return (error as UserErrors).problems;
  }
}

test("one login, and a list of more", () => {
  expect(readCredentials("", "", "")).toEqual({ credentials: [], empty: [] });
  expect(readCredentials("me", "p", "").credentials).toEqual([{ registry: "", username: "me", password: "p" }]);
  const list = `
    - registry: https://index.docker.io/v1/
      username: me
      password: "0123"
    - { registry: Registry.Example:5000/, username: x, password: y }
  `;
  expect(readCredentials("me", "p", list).credentials).toEqual([
    { registry: "", username: "me", password: "p" },
    { registry: "docker.io", username: "me", password: "0123" },
    { registry: "registry.example:5000", username: "x", password: "y" },
  ]);
});

test.each<[string, string, string, readonly string[]]>([
  [
    "",
    "",
    "a: b",
    ["input `registries` is not a list. Write `- registry: ghcr.io` with `username` and `password` below it"],
  ],
  [
    "",
    "",
    "- registry: [hunter2",
    ["input `registries` is not valid YAML at line 1; put values with special characters in quotes"],
  ],
  [
    "",
    "",
    "- ghcr.io",
    ["input `registries`, entry 1, is not a map. Write `- registry: ghcr.io` with `username` and `password` below it"],
  ],
  [
    "",
    "",
    "- { registry: a.b, username: me, pasword: hunter2 }",
    [
      "input `registries`, entry 1, has a field that is not known; did you mean `password`?",
      "input `registries`, entry 1, `password` is missing",
    ],
  ],
  [
    "",
    "",
    "- { registry: a.b, username: me, password: 123 }\n- { username: u, password: p }",
    [
      "input `registries`, entry 1, `password` is not a text; put it in quotes",
      "input `registries`, entry 2, `registry` is missing",
    ],
  ],
  [
    "",
    "",
    "- { registry: docker.io, username: me, password: p }\n- { username: u, password: p, registry: hub.docker.com }",
    ["input `registries` names `docker.io` twice; keep one"],
  ],
])("username %j, password %j, registries %j", (username, password, registries, problems) => {
  const found = problemsOf(() => readCredentials(username, password, registries));
  expect(found).toEqual(problems);
  expect(found.join("\n")).not.toContain("hunter2");
});

test.each([
  ["docker.io", "docker.io"],
  ["index.docker.io", "docker.io"],
  ["https://index.docker.io/v1/", "docker.io"],
  ["registry-1.docker.io", "docker.io"],
  ["GHCR.io", "ghcr.io"],
  ["http://localhost:5000/", "localhost:5000"],
  ["mydocker.io", "mydocker.io"],
  ["docker.io.example", "docker.io.example"],
])("%s is %s", (text, host) => {
  expect(registryHost(text)).toBe(host);
});

const SET = "is the secret set in the repository, and spelt like this?";

test.each<[string, string, string, readonly string[]]>([
  ["me", "", "", [`input \`password\` is empty, and \`username\` is set; ${SET}`]],
  ["", "p", "", [`input \`username\` is empty, and \`password\` is set; ${SET}`]],
  [
    "",
    "",
    "- { registry: a.b, username: me, password: '' }",
    [`input \`registries\`, entry 1, \`password\` is empty; ${SET}`],
  ],
  [
    "",
    "",
    "- registry: a.b\n  username: me\n  password:",
    [`input \`registries\`, entry 1, \`password\` is empty; ${SET}`],
  ],
  [
    "",
    "",
    '- registry: a.b\n  username: ""\n  password: " "\n- { registry: c.d, username: u, password: p }',
    [`input \`registries\`, entry 1, \`username\` and \`password\` are empty; ${SET}`],
  ],
  [
    "",
    "",
    "- registry:\n  username: me\n  password: p",
    [`input \`registries\`, entry 1, \`registry\` is empty; ${SET}`],
  ],
])("empty: username %j, password %j, registries %j", (username, password, registries, problems) => {
  const { credentials, empty } = readCredentials(username, password, registries);
  expect(empty.map(({ problem }) => problem)).toEqual(problems);
  expect(credentials.map(({ registry }) => registry)).toEqual(registries.includes("c.d") ? ["c.d"] : []);
});
