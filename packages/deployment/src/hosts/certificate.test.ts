import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { certificateProblem, parseCertificate } from "./certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "jessy-certificates-"));
const at = (name: string) => join(folder, name);
const keygen = (...args: readonly string[]) =>
  execFileSync("ssh-keygen", ["-q", ...args], { env: { ...process.env, TZ: "UTC" } });

keygen("-t", "ed25519", "-N", "", "-C", "", "-f", at("authority"));

/** As OpenSSH makes it. */
function certificateOf(type: string, ...args: readonly string[]) {
  const file = at(`${type}-${Math.random()}`);
  keygen("-t", type, "-N", "", "-C", "me", "-f", file);
  keygen("-s", at("authority"), "-I", "deploy key", ...args, `${file}.pub`);
  return { text: readFileSync(`${file}-cert.pub`, "utf8"), publicKey: readFileSync(`${file}.pub`, "utf8").trim() };
}

const FROM = Date.UTC(2026, 0, 1);
const UNTIL = Date.UTC(2027, 0, 1);
const NOW = Date.UTC(2026, 5, 1);
const VALID = ["-V", "20260101000000:20270101000000"];

describe("certificates", () => {
  test.each(["ed25519", "rsa", "ecdsa"])("%s", (type) => {
    const { text, publicKey } = certificateOf(type, "-n", "root,deploy", ...VALID);
    const certificate = parseCertificate(`\ufeff ${text.replace("\n", "\r\n")}`);
    expect(certificate).toMatchObject({
      keyId: "deploy key",
      principals: ["root", "deploy"],
      validAfter: FROM,
      validBefore: UNTIL,
      publicKey: publicKey.split(" ").slice(0, 2).join(" "),
    });
    const problem = (more: object) =>
      certificateProblem(certificate, { publicKey, users: ["deploy"], now: NOW, ...more });
    expect(problem({})).toBe(undefined);
    expect(problem({ now: UNTIL - 1 })).toBe(undefined);
    expect(problem({ now: UNTIL })).toBe("expired on 2027-01-01T00:00:00Z");
    expect(problem({ now: FROM - 1 })).toBe("is valid only from 2026-01-01T00:00:00Z on");
    expect(problem({ publicKey: "ssh-ed25519 AAAA" })).toBe("is for another key than `private-key`");
    expect(problem({ users: ["www"] })).toBe('is for "root", "deploy", and the user is "www"');
    expect(problem({ users: ["www", "root"] })).toBe(undefined);
  });

  test("without an end and for anybody", () => {
    const { text, publicKey } = certificateOf("ed25519");
    const certificate = parseCertificate(text);
    expect(certificate.validBefore).toBe(Number.POSITIVE_INFINITY);
    expect(certificateProblem(certificate, { publicKey, users: ["x"], now: NOW })).toBe(undefined);
  });

  test.each<[string, () => string, string]>([
    ["of a host", () => certificateOf("ed25519", "-h").text, "is the certificate of a host"],
    ["a public key", () => certificateOf("ed25519").publicKey, "is no certificate of OpenSSH: it is a public key"],
    ["a private key", () => "-----BEGIN OPENSSH PRIVATE KEY-----", "is a private key"],
    ["words", () => "hello", "is no certificate of OpenSSH: it does not begin with"],
    ["cut off", () => certificateOf("ed25519").text.slice(0, 200), "is cut off"],
    ["damaged", () => "ssh-ed25519-cert-v01@openssh.com AAAA", "is damaged"],
  ])("%s", (_, text, problem) => {
    expect(() => parseCertificate(text())).toThrow(problem);
  });
});
