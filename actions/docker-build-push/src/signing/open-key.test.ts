import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKey } from "./open-key.ts";
import { type KeySource, keySource } from "./signing-inputs.ts";

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const written = (passphrase?: string) =>
  privateKey
    .export({ type: "pkcs8", format: "pem", ...(passphrase !== undefined && { cipher: "aes-256-cbc", passphrase }) })
    .toString();
const [PLAIN, ENCRYPTED] = [written(), written("right")];

let workspace: string;

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), "jessy-key-"));
  writeFileSync(join(workspace, "cosign.key"), PLAIN);
});

afterAll(() => rmSync(workspace, { recursive: true }));

const open = (key: KeySource, environment: Readonly<Record<string, string>> = {}, password?: string) =>
  openKey({ key, password }, environment, workspace).verification.pem;

const EXPECTED = openKey({ key: { text: PLAIN }, password: undefined }, {}, "/").verification.pem;

test.each<[string, KeySource, Readonly<Record<string, string>>, string | undefined]>([
  ["as text", keySource(PLAIN), {}, undefined],
  ["in cosign's own variable", keySource(""), { COSIGN_PRIVATE_KEY: PLAIN }, undefined],
  ["in a variable that is named", keySource("env://KEY"), { KEY: PLAIN }, undefined],
  ["in a file of the workspace", keySource("cosign.key"), {}, undefined],
  ["with a password", { text: ENCRYPTED }, {}, "right"],
  ["with a password in cosign's variable", { text: ENCRYPTED }, { COSIGN_PASSWORD: "right" }, undefined],
  ["the input's password counts", { text: ENCRYPTED }, { COSIGN_PASSWORD: "wrong" }, "right"],
])("a key %s", (_, key, environment, password) => {
  expect(open(key, environment, password)).toBe(EXPECTED);
});

test.each<[string, KeySource, string | undefined, string]>([
  [
    "no key at all",
    keySource(""),
    undefined,
    "input `signing-key` is empty, and so is the variable COSIGN_PRIVATE_KEY",
  ],
  ["an empty variable", keySource("env://NOPE"), undefined, "so is the variable NOPE; is the secret there"],
  ["no password", { text: ENCRYPTED }, undefined, "the key is encrypted; set `signing-password` or the variable"],
  ["another password", { text: ENCRYPTED }, "wrong", "input `signing-key`: the password is not the key's"],
  ["what is not a key", { text: "-----BEGIN hunter2" }, undefined, "input `signing-key`: "],
])("%s is told, and no key or password", (_, key, password, expected) => {
  let message = "";
  try {
    open(key, {}, password);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain(expected);
  expect(message).not.toMatch(/hunter2|wrong|MII/);
});

test("a file that is missing is named", () => {
  let line: string | undefined;
  try {
    open(keySource("other.key"));
  } catch (error) {
    line = describeFileError(error);
  }
  expect(line).toContain(`\`${join(workspace, "other.key")}\` does not exist`);
});
