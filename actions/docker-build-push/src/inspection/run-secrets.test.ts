import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MAX_SECRET_BYTES } from "@jessy-actions/images/build/secrets";
import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeySigning } from "../signing/signing-inputs.ts";
import { runSecrets } from "./run-secrets.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-secrets-"));
  writeFileSync(join(folder, "npmrc"), "//npm/:_authToken=t0p-s3cret\n");
  writeFileSync(join(folder, "id"), "-----BEGIN KEY-----\n");
  writeFileSync(join(folder, "binary"), Buffer.from([0xff, 0, 0xfe]));
  writeFileSync(join(folder, "large"), "x".repeat(MAX_SECRET_BYTES + 1));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SIGNING = { kind: "key", formats: ["bundle"], password: undefined } as const;
const KEY = "A".repeat(80);

const of = (inputs: Partial<TargetInputs>, more: Partial<Parameters<typeof runSecrets>[0]> = {}) =>
  runSecrets(
    {
      credentials: [],
      signing: undefined,
      token: "",
      targets: [{ name: "api", inputs: { ...NO_INPUTS, ...inputs } }],
      ...more,
    },
    { environment: { VALUE: "of a variable", COSIGN_PASSWORD: "of cosign", KEY: "the key" }, workspace: folder },
  ).map(({ name, value }) => [name, value]);

test.each<[string, Partial<TargetInputs>, readonly (readonly string[])[]]>([
  ["secrets", { secrets: ["A=a=b\n", "B="] }, [["A", "a=b\n"]]],
  ["secret-envs", { "secret-envs": ["A=VALUE", "B=MISSING"] }, [["A", "of a variable"]]],
  ["secret-files", { "secret-files": ["A=npmrc", "B=missing"] }, [["A", "//npm/:_authToken=t0p-s3cret\n"]]],
  ["a file that is not a text", { "secret-files": ["A=binary"] }, [["A", "/wD+"]]],
  ["a file that BuildKit refuses", { "secret-files": ["A=large"] }, []],
  ["ssh keys", { ssh: ["default", "git=id,missing"] }, [["ssh key git", "-----BEGIN KEY-----\n"]]],
  ["build arguments are public", { "build-args": ["A=b"] }, []],
])("%s", (_, inputs, found) => {
  expect(of(inputs)).toEqual(found);
});

test.each<[string, KeySigning["key"], string]>([
  ["a text", { text: "-----BEGIN X-----" }, "-----BEGIN X-----"],
  ["a variable", { variable: "KEY" }, "the key"],
  ["a file", { file: "id" }, "-----BEGIN KEY-----\n"],
  ["a key in base64 in place of a path", { file: KEY }, KEY],
])("the key to sign with, and its password: %s", (_, key, value) => {
  expect(of({}, { signing: { ...SIGNING, key } as KeySigning })).toEqual([
    ["signing-key", value],
    ["signing-password", "of cosign"],
  ]);
});

test("passwords and the token, and no user name; each once", () => {
  const credentials = [
    { registry: "", username: "acme", password: "p1" },
    { registry: "ghcr.io", username: "acme", password: "p2" },
    { registry: "ghcr.io", username: "acme", password: "p2" },
  ];
  expect(of({}, { credentials, token: "ghs_x" })).toEqual([
    ["the password of the registry", "p1"],
    ["the password of ghcr.io", "p2"],
    ["github-token", "ghs_x"],
  ]);
});
