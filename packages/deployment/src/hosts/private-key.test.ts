import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { repairPrivateKey } from "./private-key.ts";

const folder = mkdtempSync(join(tmpdir(), "jessy-keys-"));

/** As `ssh-keygen` makes it. */
function make(name: string, ...args: readonly string[]): { readonly text: string; readonly publicKey: string } {
  const file = join(folder, name);
  execFileSync("ssh-keygen", ["-q", "-C", "", "-f", file, ...args]);
  return { text: readFileSync(file, "utf8"), publicKey: readFileSync(`${file}.pub`, "utf8").trim() };
}

/** What OpenSSH itself reads of a key. */
function publicKeyOf(text: string, passphrase = ""): string {
  const file = join(folder, `read-${Math.random()}`);
  writeFileSync(file, text, { mode: 0o600 });
  return execFileSync("ssh-keygen", ["-y", "-P", passphrase, "-f", file], { encoding: "utf8", stdio: "pipe" }).trim();
}

const ED25519 = make("ed25519", "-t", "ed25519", "-N", "");
const RSA = make("rsa", "-t", "rsa", "-b", "2048", "-N", "");
const RSA_PEM = make("rsa-pem", "-t", "rsa", "-b", "2048", "-N", "", "-m", "PEM");
const RSA_PKCS8 = make("rsa-pkcs8", "-t", "rsa", "-b", "2048", "-N", "", "-m", "PKCS8");
const ECDSA = make("ecdsa", "-t", "ecdsa", "-N", "");
const ECDSA_PEM = make("ecdsa-pem", "-t", "ecdsa", "-N", "", "-m", "PEM");
const LOCKED = make("locked", "-t", "ed25519", "-N", "open sesame", "-a", "1");
const LOCKED_PEM = make("locked-pem", "-t", "rsa", "-b", "2048", "-N", "open sesame", "-m", "PEM");
const KEYS = { ED25519, RSA, RSA_PEM, RSA_PKCS8, ECDSA, ECDSA_PEM, LOCKED, LOCKED_PEM };

const lines = (text: string) => text.trim().split("\n");
const body = (text: string) => lines(text).slice(1, -1);

/** Ways in which keys get from a file into a secret. */
const PASTES: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "without its last newline": (text) => text.trimEnd(),
  "with Windows' line ends": (text) => text.replaceAll("\n", "\r\n"),
  "with the line ends of old Macs": (text) => text.replaceAll("\n", "\r"),
  "with a CR at its end": (text) => `${text.trimEnd()}\r`,
  indented: (text) => text.replace(/^/gm, "    "),
  "with tabs before its lines": (text) => text.replace(/^/gm, "\t"),
  "with blanks at its line ends": (text) => text.replace(/$/gm, "  "),
  "with blank lines around it": (text) => `\n\n${text}\n\n`,
  "with a blank line after each": (text) => text.replaceAll("\n", "\n\n"),
  "with a byte order mark": (text) => `\ufeff${text}`,
  "with no-break spaces": (text) => text.replace(/^/gm, "\u00a0"),
  "with \\n for newlines": (text) => text.trim().replaceAll("\n", "\\n"),
  "with \\r\\n for newlines": (text) => text.replaceAll("\n", "\\r\\n"),
  "with blanks for newlines": (text) => text.trim().replaceAll("\n", " "),
  "in double quotes": (text) => `"${text.trim()}"`,
  "as a string of JSON": (text) => JSON.stringify(text),
  "in single quotes": (text) => `'${text}'`,
  "as base64": (text) => Buffer.from(text).toString("base64"),
  "as base64 in lines": (text) => Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\n"),
  "without BEGIN": (text) => lines(text).slice(1).join("\n"),
  "without END": (text) => lines(text).slice(0, -1).join("\n"),
  "with half of END": (text) => text.slice(0, text.indexOf("-----END") + 12),
  "with one hyphen less": (text) => text.trim().slice(1, -1),
  "with dashes of a word processor": (text) => text.replaceAll("-----", "—–-"),
  "with words before and after it": (text) => `The key:\n${text}\nEnd of message`,
};

describe.each(Object.entries(KEYS))("%s", (name, { text, publicKey }) => {
  const passphrase = name.startsWith("LOCKED") ? "open sesame" : "";
  const isPem = name === "LOCKED_PEM";

  test.each(Object.keys(PASTES))("%s", (paste) => {
    // The headers of an old encrypted key say how to decrypt it: without BEGIN they say nothing of a key.
    if (isPem && paste === "without BEGIN") return;
    const repaired = repairPrivateKey(PASTES[paste]!(text), passphrase);
    expect(repaired.needsPassphrase).toBe(passphrase !== "");
    expect(publicKeyOf(repaired.text, passphrase)).toBe(publicKey);
  });
});

describe("formats that ssh does not read", () => {
  const { privateKey } = generateKeyPairSync("ed25519");

  test("Ed25519 of PKCS #8", () => {
    const repaired = repairPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" }) as string, "");
    expect(repaired.needsPassphrase).toBe(false);
    expect(publicKeyOf(repaired.text)).toMatch(/^ssh-ed25519 AAAA/);
  });

  test("encrypted", () => {
    const pem = privateKey.export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "p" }) as string;
    expect(publicKeyOf(repairPrivateKey(pem, "p").text)).toMatch(/^ssh-ed25519 AAAA/);
    expect(() => repairPrivateKey(pem, "q")).toThrow("cannot be decrypted: `passphrase` is not that of this key");
    expect(() => repairPrivateKey(pem, "")).toThrow("is encrypted, and `passphrase` is empty");
  });
});

describe("each unusable key has its own message", () => {
  const half = (text: string) => {
    const all = lines(text);
    return [all[0], ...body(text).slice(0, -2), all.at(-1)].join("\n");
  };
  test.each<[string, string, string]>([
    ["nothing", "", "is empty: the secret does not exist"],
    ["blanks", " \n ", "is empty"],
    ["asterisks", "***", "holds only asterisks"],
    ["an expression", `"\${{ secrets.KEY }}"`, "the expression was not evaluated"],
    ["a public key", ED25519.publicKey, "is a public key"],
    ["a public key in PEM", "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----", "is a public key"],
    ["a public key of ssh.com", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA", "is a public key"],
    ["a public key as base64", Buffer.from(ED25519.publicKey).toString("base64"), "is a public key"],
    ["a certificate", "ssh-ed25519-cert-v01@openssh.com AAAAIHNz me", "is a certificate"],
    ["a PuTTY key", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none", "is a PuTTY key; convert it"],
    ["a PGP key", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nabc=", "is a PGP key"],
    ["an X.509 certificate", "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----", "is an X.509 certificate"],
    ["a fingerprint", "SHA256:abc", "is a fingerprint"],
    ["a path", "~/.ssh/id_ed25519", "is a path"],
    ["a path of Windows", "C:\\Users\\me\\key", "is a path"],
    ["DSA", "-----BEGIN DSA PRIVATE KEY-----\nMII=\n-----END DSA PRIVATE KEY-----", "is a DSA key"],
    ["words", "correct horse battery staple", "holds no private key"],
    ["base64 of nothing known", Buffer.alloc(64, 7).toString("base64"), "holds no private key"],
    ["cut off", half(ED25519.text), "is cut off"],
    ["cut off, in PEM", half(RSA_PEM.text), "is cut off"],
    ["cut off without END", ED25519.text.slice(0, 200), "is cut off"],
    ["nothing inside", "-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----", "has nothing between"],
    ["hidden by a log", "-----BEGIN OPENSSH PRIVATE KEY-----\n***\n-----END OPENSSH PRIVATE KEY-----", "has asterisks"],
    ["damaged", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl€\n-----END OPENSSH PRIVATE KEY-----", "is damaged"],
    ["another key inside", ED25519.text.replace(/b3Bl/, "AAAA"), "is damaged"],
    ["damaged PKCS #8", "-----BEGIN PRIVATE KEY-----\nMAEA\n-----END PRIVATE KEY-----", "is damaged"],
    ["two keys", ED25519.text + RSA.text, "more than one private key"],
    ["no passphrase", LOCKED.text, "is encrypted, and `passphrase` is empty"],
    ["no passphrase, in PEM", LOCKED_PEM.text, "is encrypted, and `passphrase` is empty"],
    ["too long", "A".repeat(100_001), "more than 100000 characters"],
  ])("%s", (_, text, message) => {
    expect(() => repairPrivateKey(text, "")).toThrow(message);
    expect(() => repairPrivateKey(text, "")).toThrow(UserError);
  });

  test("no message holds anything of the key", () => {
    fc.assert(
      fc.property(fc.nat(ED25519.text.length), fc.nat(30), fc.string({ maxLength: 5 }), (at, length, instead) => {
        const text = ED25519.text.slice(0, at) + instead + ED25519.text.slice(at + length);
        try {
          repairPrivateKey(text, "");
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          for (const line of body(ED25519.text)) expect((error as Error).message).not.toContain(line.slice(0, 8));
        }
      }),
      runs(1000),
    );
  });
});
