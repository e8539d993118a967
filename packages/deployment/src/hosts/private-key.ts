import { UserError } from "@jessy-actions/reading/user-error";
import { ed25519AsOpenSsh } from "./ed25519-key.ts";
import { type KeyBody, readKeyBody } from "./key-body.ts";
import { whyNotAKey } from "./not-a-key.ts";

/** A private key as ssh takes it. */
export interface PrivateKey {
  /** With BEGIN and END, lines of equal length, and a newline at its end. */
  readonly text: string;
  readonly needsPassphrase: boolean;
}

/** Keys of 16,384 bits have 13 kB. */
const MAX_KEY_CHARACTERS = 100_000;
const OPENSSH_LABEL = "OPENSSH PRIVATE KEY";
const LINE = 70;

/** Hyphens that word processors and chats make of two or more. */
const DASHES = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{1,6}";
const BEGIN = new RegExp(`${DASHES}\\s?BEGIN ([A-Z0-9 ]{0,20}PRIVATE KEY)\\s?${DASHES}`);
/** Or a part of it: headers have single hyphens, and base64 has none. */
const END = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{2}|[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

/**
 * A private key from whatever people paste: with Windows' line ends, indented, in quotes, with `\n` or blanks for newlines,
 * in one line, as base64 of the file, without its first or last line, in PKCS #8 where ssh reads none.
 *
 * @param text untrusted and secret: no message quotes it.
 * @throws UserError whose message goes on after the name of the input: "is a public key ...".
 */
export function repairPrivateKey(text: string, passphrase: string): PrivateKey {
  if (text.trim() === "") throw new UserError("is empty: the secret does not exist, or this run may not read it");
  if (text.length > MAX_KEY_CHARACTERS)
    throw new UserError(`has more than ${MAX_KEY_CHARACTERS} characters, and no key has`);
  const plain = unwrap(text);
  const { label, headers, bytes } = findKey(decodeWhole(plain) ?? plain);
  return judgeBody(label, headers, bytes, passphrase);
}

/** Without what stands around and between the lines of a key. */
function unwrap(text: string): string {
  return text
    .replace(/[\ufeff\u200b-\u200d\u2060]/g, "")
    .replace(/\\r/g, "")
    .replace(/\\n/g, "\n")
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .trim()
    .replace(/^(["'`]+)(.*?)["'`]+,?$/s, "$2");
}

/** Base64 of a whole file, BEGIN included; undefined of anything else. */
function decodeWhole(text: string): string | undefined {
  const joined = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(joined)) return undefined;
  const decoded = Buffer.from(joined, "base64").toString("latin1");
  return BEGIN.test(decoded) || /^[\x20-\x7e\s]+$/.test(decoded) ? unwrap(decoded) : undefined;
}

function findKey(text: string): {
  readonly label: string;
  readonly headers: readonly string[];
  readonly bytes: Buffer;
} {
  const begin = BEGIN.exec(text);
  const after = begin === null ? text : text.slice(begin.index + begin[0].length);
  const end = END.exec(after);
  const inside = end === null ? after : after.slice(0, end.index);
  if (BEGIN.test(after)) throw new UserError("holds more than one private key; write the one that the hosts accept");
  // Without BEGIN, only bytes that say what they are make a key.
  const { headers, body } = splitHeaders(inside);
  const bytes = decodeBody(body, begin === null ? text : undefined);
  if (begin === null) {
    const format = readKeyBody(bytes).format;
    if (format === "unknown") throw new UserError(whyNotAKey(text));
    return { label: format === "openssh" ? OPENSSH_LABEL : derLabel(bytes), headers, bytes };
  }
  return { label: begin[1]!, headers, bytes };
}

/** PEM's own, of old encrypted keys: `Proc-Type: 4,ENCRYPTED`, `DEK-Info: AES-128-CBC,...`. */
function splitHeaders(text: string): { readonly headers: readonly string[]; readonly body: string } {
  const headers: string[] = [];
  const body = text.replace(/(Proc-Type|DEK-Info):\s*([A-Za-z0-9,-]+)/g, (_, name: string, value: string) => {
    headers.push(`${name}: ${value}`);
    return " ";
  });
  return { headers, body };
}

/** @param bare the whole text where no BEGIN says that it is a key. */
function decodeBody(body: string, bare: string | undefined): Buffer {
  const joined = body.replace(/[\s"'`,\\]+/g, "");
  if (joined === "" && bare === undefined) throw new UserError("has nothing between its first and its last line");
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(joined)) return Buffer.from(joined, "base64");
  if (bare !== undefined) throw new UserError(whyNotAKey(bare));
  if (/^\*+$/.test(joined)) throw new UserError("has asterisks for its lines: it was copied from a log that hides it");
  throw new UserError("is damaged: between its first and its last line stands something that is not base64");
}

/** PKCS #8 has an algorithm after its version, SEC 1 a string of bytes, PKCS #1 a number. */
function derLabel(bytes: Buffer): string {
  const start = bytes[1]! < 0x80 ? 2 : 2 + (bytes[1]! & 0x7f);
  // The version: tag, length, value.
  switch (bytes[start + 3]) {
    case 0x30:
      return "PRIVATE KEY";
    case 0x04:
      return "EC PRIVATE KEY";
    default:
      return "RSA PRIVATE KEY";
  }
}

function judgeBody(label: string, headers: readonly string[], bytes: Buffer, passphrase: string): PrivateKey {
  if (label === "DSA PRIVATE KEY")
    throw new UserError("is a DSA key, which OpenSSH no longer accepts; make an Ed25519 key");
  const body = readKeyBody(bytes);
  const needsPassphrase = isEncrypted(label, headers, body);
  if (isCutOff(body, headers)) throw new UserError("is cut off: its end is missing; copy the whole file");
  if (label === OPENSSH_LABEL && body.format !== "openssh")
    throw new UserError("is damaged: between its first and its last line stands no key of OpenSSH");
  if (body.format === "openssh" && body.type.startsWith("sk-"))
    throw new UserError("is a key of a security device, which must be touched; a deployment needs a key of its own");
  if (needsPassphrase && passphrase === "")
    throw new UserError("is encrypted, and `passphrase` is empty; set it, or use a key without one");
  const text = pemText(label, headers, bytes);
  return converted(label, text, passphrase) ?? { text, needsPassphrase };
}

function isEncrypted(label: string, headers: readonly string[], body: KeyBody): boolean {
  if (body.format === "openssh") return body.isEncrypted;
  return label === "ENCRYPTED PRIVATE KEY" || headers.some((header) => header.endsWith("ENCRYPTED"));
}

/** What an old encrypted key holds is not ASN.1 until it is decrypted. */
function isCutOff(body: KeyBody, headers: readonly string[]): boolean {
  return headers.length === 0 && body.format !== "unknown" && !body.isWhole;
}

/** @returns the key in OpenSSH's own format if ssh cannot read the one it has. */
function converted(label: string, text: string, passphrase: string): PrivateKey | undefined {
  if (label !== "PRIVATE KEY" && label !== "ENCRYPTED PRIVATE KEY") return undefined;
  let bytes: Buffer | undefined;
  try {
    bytes = ed25519AsOpenSsh(text, passphrase);
  } catch (cause) {
    const isEncryptedKey = label === "ENCRYPTED PRIVATE KEY";
    throw new UserError(
      isEncryptedKey
        ? "cannot be decrypted: `passphrase` is not that of this key"
        : "is damaged: OpenSSL cannot read it",
      { cause },
    );
  }
  return bytes === undefined ? undefined : { text: pemText(OPENSSH_LABEL, [], bytes), needsPassphrase: false };
}

function pemText(label: string, headers: readonly string[], bytes: Buffer): string {
  // OpenSSL writes 64 to a line, OpenSSH 70; both read either.
  const lines = bytes.toString("base64").match(new RegExp(`.{1,${label === OPENSSH_LABEL ? LINE : 64}}`, "g")) ?? [];
  const head = headers.length === 0 ? [] : [...headers, ""];
  return `${[`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`].join("\n")}\n`;
}
