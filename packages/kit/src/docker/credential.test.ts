import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDockerConfig } from "./config-file.ts";
import { findCredential } from "./credential.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-credential-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A program that answers so, when it is asked as Docker asks. */
function program(name: string, answer: string): void {
  const path = join(folder, `docker-credential-${name}`);
  writeFileSync(path, `#!/bin/sh\n[ "$1" = get ] && read -r server\n${answer}\n`);
  chmodSync(path, 0o755);
}

function ask(name: string, registry = "ghcr.io") {
  const config = parseDockerConfig(JSON.stringify({ credsStore: name }));
  return findCredential(config, registry, { environment: { PATH: `${folder}:${process.env.PATH}` }, cwd: folder });
}

describe("a credential program", () => {
  test("is told the registry on its standard input", async () => {
    program("told", `echo "{\\"Username\\":\\"$server\\",\\"Secret\\":\\"s\\"}"`);
    expect(await ask("told")).toEqual({ username: "ghcr.io", password: "s" });
    expect(await ask("told", "docker.io")).toEqual({ username: "https://index.docker.io/v1/", password: "s" });
  });

  test("may give an identity token", async () => {
    program("identity", `echo '{"ServerURL":"x","Username":"<token>","Secret":"i"}'`);
    expect(await ask("identity")).toEqual({ identityToken: "i" });
  });

  test.each([
    ["has none", "echo 'credentials not found in native keychain'; exit 1"],
    ["has an empty one", `echo '{"Username":"","Secret":""}'`],
  ])("that %s", async (name, answer) => {
    program(name.replaceAll(" ", "-"), answer);
    expect(await ask(name.replaceAll(" ", "-"))).toBeUndefined();
  });

  test.each<[string, string, string]>([
    [
      "fails",
      "echo 'the keychain is locked' >&2; exit 2",
      "docker-credential-fails has no credentials of ghcr.io: exit code 2: the keychain is locked",
    ],
    ["babbles", "echo 'my secret'", "docker-credential-babbles gave something else than the credentials of ghcr.io"],
    ["lists", "echo '[]'", "docker-credential-lists gave something else than the credentials of ghcr.io"],
  ])("that %s", async (name, answer, message) => {
    program(name, answer);
    await expect(ask(name)).rejects.toThrow(message);
  });

  test("that is not there", async () => {
    await expect(ask("missing")).rejects.toThrow(
      "the credentials of ghcr.io are kept by docker-credential-missing, which cannot be asked",
    );
  });
});

test("without a program the file is read", async () => {
  const auth = Buffer.from("a:b").toString("base64");
  const config = parseDockerConfig(JSON.stringify({ auths: { "ghcr.io": { auth } } }));
  expect(await findCredential(config, "ghcr.io", { environment: {}, cwd: folder })).toEqual({
    username: "a",
    password: "b",
  });
});
