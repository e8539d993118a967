import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { knownHostLines, parseHostKeys, trustedKeys } from "./host-key-pins.ts";
import { fingerprintOf } from "./public-key.ts";

const folder = mkdtempSync(join(tmpdir(), "jessy-pins-"));

function makeKey(type: "ed25519" | "ecdsa" | "rsa") {
  const file = join(folder, `${type}-${Math.random()}`);
  execFileSync("ssh-keygen", ["-q", "-t", type, "-N", "", "-C", "", "-f", file]);
  const line = readFileSync(`${file}.pub`, "utf8").trim();
  const [name = "", blob = ""] = line.split(" ");
  return { line, key: { type: name, blob } };
}

const A = makeKey("ed25519");
const B = makeKey("ecdsa");
const C = makeKey("rsa");
const sha = fingerprintOf(A.key);
const HOST = { address: "web.example.com", port: 22 };
const OTHER_PORT = { address: "web.example.com", port: 2222 };

/** As OpenSSH hashes names. */
function hashed(line: string): string {
  const file = join(folder, `hashed-${Math.random()}`);
  writeFileSync(file, `${line}\n`);
  execFileSync("ssh-keygen", ["-q", "-H", "-f", file], { stdio: "ignore" });
  return readFileSync(file, "utf8").trim();
}

const keysOf = (text: string, host = HOST) => trustedKeys(parseHostKeys(text), host);

describe("which lines are of a host", () => {
  test.each<[string, { readonly address: string; readonly port: number }, boolean]>([
    ["web.example.com", HOST, true],
    ["WEB.example.COM", HOST, true],
    ["other.example.com,web.example.com", HOST, true],
    ["*.example.com", HOST, true],
    ["w?b.example.com", HOST, true],
    ["*", HOST, true],
    ["*.example.com,!web.example.com", HOST, false],
    ["web.example.com,!*.example.com", HOST, false],
    ["web.example.com", OTHER_PORT, true],
    ["[web.example.com]:2222", OTHER_PORT, true],
    ["[web.example.com]:2222", HOST, false],
    ["[web.example.com]:22", HOST, true],
    ["web.example", HOST, false],
    ["web.example.com.evil", HOST, false],
    ["xweb.example.com", HOST, false],
    ["2001:db8::1", { address: "2001:db8::1", port: 22 }, true],
  ])("%s", (names, host, isTrusted) => {
    expect(keysOf(`${names} ${A.line}`, host).keys).toEqual(isTrusted ? [A.key] : []);
    if (!/[*?!,]/.test(names) && names === names.toLowerCase())
      expect(keysOf(hashed(`${names} ${A.line}`), host).keys).toEqual(isTrusted ? [A.key] : []);
  });

  test("a line for the port wins over one for the host", () => {
    const text = `web.example.com ${A.line}\n[web.example.com]:2222 ${B.line}`;
    expect(keysOf(text, OTHER_PORT).keys).toEqual([B.key]);
    expect(keysOf(text, HOST).keys).toEqual([A.key]);
  });

  test("what is revoked is so on every port", () => {
    expect(keysOf(`@revoked web.example.com ${A.line}`, OTHER_PORT).revoked).toEqual([A.key]);
  });
});

describe("forms", () => {
  test.each<[string, string]>([
    ["alone", sha],
    ["with padding", `${sha}=`],
    ["after a host", `web.example.com ${sha}`],
    ["after a pattern", `*.example.com ${sha}`],
    ["as ssh-keygen -l prints it", `256 ${sha} root@web (ED25519)`],
    ["as ssh-keygen -l prints it of known_hosts", `256 ${sha} web.example.com (ED25519)`],
    ["a public key", A.line],
    ["a public key with a comment", `${A.line} root@web`],
  ])("a fingerprint %s", (_, line) => {
    expect(keysOf(`# comment\n\r\n  ${line}  \r\n`)).toMatchObject({ keys: [], fingerprints: [sha] });
  });

  test("a fingerprint of another host", () => {
    expect(keysOf(`other ${sha}`).fingerprints).toEqual([]);
  });

  test("all kinds together, each key once", () => {
    const text = `web.example.com ${A.line}\\nweb.example.com ${A.line} again\n@cert-authority *.example.com ${B.line}\n@revoked * ${C.line}`;
    const trusted = keysOf(text);
    expect(trusted).toEqual({ keys: [A.key], authorities: [B.key], revoked: [C.key], fingerprints: [] });
    expect(knownHostLines(trusted, [], HOST)).toBe(
      `@revoked web.example.com ${C.line}\nweb.example.com ${A.line}\n@cert-authority web.example.com ${B.line}\n`,
    );
    expect(knownHostLines({ ...trusted, revoked: [], authorities: [] }, [], OTHER_PORT)).toBe(
      `[web.example.com]:2222 ${A.line}\n`,
    );
  });

  test.each<[string, string]>([
    ["MD5:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff", "is an MD5 fingerprint"],
    ["2048 00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff web (RSA)", "is an MD5 fingerprint"],
    ["SHA256:abc", "has a fingerprint of 3 characters"],
    [`a b ${sha}`, 'has "a b" before its fingerprint'],
    ["web.example.com", "write lines of known_hosts"],
    ["web.example.com ssh-ed25519", "has a damaged ssh-ed25519 key"],
    [`web.example.com ssh-ed25519 ${A.key.blob.slice(0, 40)}`, "has a damaged ssh-ed25519 key"],
    [`web.example.com ssh-rsa ${A.key.blob}`, "has a damaged ssh-rsa key"],
    [`web.example.com ssh-ed25518 ${A.key.blob}`, 'has "ssh-ed25518" where a key type'],
    ["web.example.com ssh-dss AAAA", "is a DSA key"],
    ["ssh-ed25519 AAAA", "is a damaged public key"],
    [`@trusted web ${A.line}`, 'begins with "@trusted"'],
    ["web ssh-ed25519-cert-v01@openssh.com AAAA", "is a certificate"],
    ["-----BEGIN OPENSSH PRIVATE KEY-----", "is a private key"],
    [`|1|abc|def ${A.line}`, "has a damaged hash"],
  ])("%s is refused", (line, problem) => {
    expect(() => parseHostKeys(`# x\n${line}`)).toThrow(`line 2 ${""}`);
    expect(() => parseHostKeys(`# x\n${line}`)).toThrow(problem);
  });

  test("every wrong line is named", () => {
    expect(() => parseHostKeys("a\nb")).toThrow(/line 1 .*\nline 2 /);
    expect(parseHostKeys("\n# nothing\n")).toEqual([]);
    expect(() => parseHostKeys("\n".repeat(5000))).toThrow("5001 lines");
    expect(parseHostKeys("\n".repeat(4999))).toEqual([]);
  });

  test("any text is read or refused", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("SHA256:", "ssh-ed25519", A.key.blob, " ", "\n", "@", "|1|", "*", ",", "!", "[", "x"),
        }),
        (text) => {
          try {
            trustedKeys(parseHostKeys(text), HOST);
          } catch (error) {
            expect(error).toBeInstanceOf(UserErrors);
          }
        },
      ),
      runs(1000),
    );
  });

  test("a pattern of many stars takes no time that grows with their number", () => {
    const names = `${"*a".repeat(20_000)}b`;
    expect(keysOf(`${names} ${A.line}`, { address: "a".repeat(253), port: 22 }).keys).toEqual([]);
  });
});
