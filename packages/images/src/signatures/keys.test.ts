import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { RECORDING } from "../../testing/cosign-made.ts";
import { signBytes, verifyBytes } from "./algorithm.ts";
import { MAX_SCRYPT_COST } from "./cosign-key.ts";
import { KeyError, type KeyFault } from "./key-error.ts";
import { readSigningKey, readVerificationKey } from "./keys.ts";
import { MAX_PEM_CHARACTERS } from "./pem.ts";

const { private: ENCRYPTED, password: PASSWORD } = RECORDING.keys["cosign 3"]!;
const SEC1 = RECORDING.keys["P-256"]!.plain!;

function faultOf(read: () => unknown): KeyFault | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof KeyError) return error.fault;
    throw error;
  }
  return undefined;
}

/** Cosign's key with another content inside the PEM. */
function sealed(change: (key: { [name: string]: never }) => void, label = "ENCRYPTED SIGSTORE PRIVATE KEY"): string {
  const key = JSON.parse(Buffer.from(ENCRYPTED.replace(/-----[^-]+-----/g, ""), "base64").toString());
  change(key);
  return pem(label, Buffer.from(JSON.stringify(key)).toString("base64"));
}

function pem(label: string, base64: string): string {
  return `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;
}

describe("a private key", () => {
  test.each<[string, string]>([
    ["as a file has it", ENCRYPTED],
    ["with CRLF", ENCRYPTED.replaceAll("\n", "\r\n")],
    ["with written line breaks", ENCRYPTED.replaceAll("\n", "\\n")],
    ["in one line", ENCRYPTED.replaceAll("\n", " ")],
    ["indented, with a byte order mark", `\ufeff${ENCRYPTED.replaceAll("\n", "\n    ")}`],
    ["under the older label", ENCRYPTED.replaceAll("SIGSTORE", "COSIGN")],
  ])("%s", (_, text) => {
    expect(readSigningKey(text, PASSWORD).verification.pem).toBe(RECORDING.keys["cosign 3"]!.public);
  });

  test("in PKCS#8 with a password, and in the older encrypted form", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    for (const type of ["pkcs8", "pkcs1"] as const) {
      const text = privateKey.export({ type, format: "pem", cipher: "aes-256-cbc", passphrase: "pä55" }).toString();
      expect(readSigningKey(text, "pä55").key.equals(privateKey)).toBe(true);
      expect(readSigningKey(text.replaceAll("\n", "\\n"), "pä55").key.equals(privateKey)).toBe(true);
      expect(faultOf(() => readSigningKey(text, "other"))).toBe("wrong-password");
      expect(faultOf(() => readSigningKey(text))).toBe("password-missing");
    }
  });

  const ec = (namedCurve: string) =>
    generateKeyPairSync("ec", { namedCurve }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  test.each<[string, string, string | undefined, KeyFault]>([
    ["nothing", "", undefined, "missing"],
    ["blanks", " \n", undefined, "missing"],
    ["a path", "./cosign.key", undefined, "not-a-key"],
    ["a public key", RECORDING.keys["cosign 3"]!.public, undefined, "not-a-key"],
    ["a certificate", certificate(), undefined, "not-a-key"],
    ["a request", pem("CERTIFICATE REQUEST", "AAAA"), undefined, "not-a-key"],
    ["another block", pem("DH PARAMETERS", "AAAA"), undefined, "not-a-key"],
    ["a key of OpenSSH", pem("OPENSSH PRIVATE KEY", "AAAA"), undefined, "unsupported"],
    ["no password", ENCRYPTED, undefined, "password-missing"],
    ["a wrong password", ENCRYPTED, "correct-hors", "wrong-password"],
    ["an empty password", ENCRYPTED, "", "wrong-password"],
    ["a key cut off", ENCRYPTED.slice(0, 300), PASSWORD, "not-a-key"],
    ["a key with a changed byte", sealed((key) => flip(key, "ciphertext")), PASSWORD, "wrong-password"],
    ["a key that is not base64", pem("EC PRIVATE KEY", "A*A="), undefined, "damaged"],
    ["a key that is no key", pem("EC PRIVATE KEY", "AAAA"), undefined, "damaged"],
    ["a sealed key that is not JSON", pem("ENCRYPTED SIGSTORE PRIVATE KEY", "AAAA"), PASSWORD, "damaged"],
    ["another derivation", sealed((key) => set(key, ["kdf", "name"], "argon2id")), PASSWORD, "damaged"],
    ["another cipher", sealed((key) => set(key, ["cipher", "name"], "aes")), PASSWORD, "damaged"],
    ["no salt", sealed((key) => set(key, ["kdf", "salt"], "")), PASSWORD, "damaged"],
    ["a short nonce", sealed((key) => set(key, ["cipher", "nonce"], "AAAA")), PASSWORD, "damaged"],
    ["N that is not a power of two", sealed((key) => set(key, ["kdf", "params", "N"], 65535)), PASSWORD, "damaged"],
    ["N as text", sealed((key) => set(key, ["kdf", "params", "N"], "65536")), PASSWORD, "damaged"],
    ["r of nothing", sealed((key) => set(key, ["kdf", "params", "r"], 0)), PASSWORD, "damaged"],
    ["p of half", sealed((key) => set(key, ["kdf", "params", "p"], 0.5)), PASSWORD, "damaged"],
    ["N beyond all", sealed((key) => set(key, ["kdf", "params", "N"], 2 ** 30)), PASSWORD, "too-costly"],
    ["p beyond all", sealed((key) => set(key, ["kdf", "params", "p"], 1000)), PASSWORD, "too-costly"],
    ["a curve of Bitcoin", ec("secp256k1"), undefined, "unsupported"],
    ["a short RSA key", rsa(1024), undefined, "unsupported"],
    ["a key that only encrypts", x25519(), undefined, "unsupported"],
  ])("%s is a named error", (_, text, password, fault) => {
    expect(faultOf(() => readSigningKey(text, password))).toBe(fault);
  });

  test("no error quotes the key", () => {
    const broken = sealed((key) => set(key, ["kdf", "salt"], "c2VjcmV0LXNhbHQ"));
    for (const [text, password] of [
      [broken, PASSWORD],
      [SEC1.replace("M", "*"), undefined],
    ] as const) {
      expect(() => readSigningKey(text, password)).toThrow(KeyError);
      expect(() => readSigningKey(text, password)).not.toThrow(/c2Vj|[A-Za-z0-9+/]{30}/);
    }
  });

  test("the dearest decryption that any tool asks for is allowed, and not one step more", () => {
    const cost = (N: number, r: number) => () =>
      readSigningKey(
        sealed((key) => {
          set(key, ["kdf", "params", "N"], N);
          set(key, ["kdf", "params", "r"], r);
        }),
        PASSWORD,
      );
    expect(faultOf(cost(MAX_SCRYPT_COST / 8, 8))).toBe("wrong-password");
    expect(faultOf(cost(MAX_SCRYPT_COST / 8, 9))).toBe("too-costly");
    expect(faultOf(cost(MAX_SCRYPT_COST / 8, 7))).toBe("wrong-password");
  });

  test("a text of any length is read up to its cap", () => {
    const padded = (length: number) => `${SEC1}${" ".repeat(length - SEC1.length)}`;
    expect(faultOf(() => readSigningKey(padded(MAX_PEM_CHARACTERS - 1)))).toBe(undefined);
    expect(faultOf(() => readSigningKey(padded(MAX_PEM_CHARACTERS)))).toBe(undefined);
    expect(faultOf(() => readSigningKey(padded(MAX_PEM_CHARACTERS + 1)))).toBe("not-a-key");
  });
});

describe("a public key", () => {
  test("of a certificate", () => {
    expect(readVerificationKey(certificate()).algorithm).toBe("ECDSA P-256");
  });

  test.each<[string, string, KeyFault]>([
    ["a private key", SEC1, "not-a-key"],
    ["an encrypted private key", ENCRYPTED, "not-a-key"],
    ["an identity", "https://github.com/acme", "not-a-key"],
    ["a damaged key", pem("PUBLIC KEY", "AAAA"), "damaged"],
    ["a damaged certificate", pem("CERTIFICATE", "AAAA"), "damaged"],
    ["another block", pem("SSH2 PUBLIC KEY", "AAAA"), "not-a-key"],
  ])("%s is a named error", (_, text, fault) => {
    expect(faultOf(() => readVerificationKey(text))).toBe(fault);
  });
});

describe("a signature", () => {
  test.each(Object.keys(RECORDING.keys).filter((name) => RECORDING.keys[name]!.plain !== undefined))(
    "of %s",
    (name) => {
      const { key, verification } = readSigningKey(RECORDING.keys[name]!.plain!);
      const signature = signBytes(key, Buffer.from("text"));
      expect(verifyBytes(verification.key, Buffer.from("text"), signature)).toBe(true);
      expect(verifyBytes(verification.key, Buffer.from("texts"), signature)).toBe(false);
      for (let at = 0; at < signature.length; at += 5) {
        const changed = Buffer.from(signature);
        changed[at]! ^= 1;
        expect(verifyBytes(verification.key, Buffer.from("text"), changed)).toBe(false);
        expect(verifyBytes(verification.key, Buffer.from("text"), signature.subarray(0, at))).toBe(false);
      }
    },
  );
});

function rsa(modulusLength: number): string {
  return generateKeyPairSync("rsa", { modulusLength }).privateKey.export({ type: "pkcs1", format: "pem" }).toString();
}

function x25519(): string {
  return generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

function set(key: { [name: string]: unknown }, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (rest.length === 0) key[first!] = value;
  else set(key[first!] as { [name: string]: unknown }, rest, value);
}

function flip(key: { [name: string]: unknown }, name: string): void {
  const bytes = Buffer.from(key[name] as string, "base64");
  bytes[40]! ^= 1;
  key[name] = bytes.toString("base64");
}

/** Of `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=test -days 36500`. */
function certificate(): string {
  return `-----BEGIN CERTIFICATE-----
MIIBdjCCARugAwIBAgIUSbgnBfaMIZZnJPYgeH5Z5fSC2XwwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgwMTIzMTFaGA8yMTI2MTEwNDAxMjMx
MVowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPRX
9RBGu+KfaYsskqswY43bbfaYtsJjOirnZHXbUaWixrEpiK51ImLR4dMag8ywgLK1
PuMxcuAgPcUThZgYCCijUzBRMB0GA1UdDgQWBBSnuH/NG04a7TPi5RRmEbk5nchS
UDAfBgNVHSMEGDAWgBSnuH/NG04a7TPi5RRmEbk5nchSUDAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0kAMEYCIQDkDOgmuJ6VFSxTTGDTs1aiVeB8wRtAaolD
rUN6MI7IGgIhAP3bzzdsTwVp7tEdpNkPidS2YyINKa/4p/23ileNJNHy
-----END CERTIFICATE-----
`;
}
