import { UserError } from "@jessy-actions/reading/user-error";
import { whyNotAKey } from "./not-a-key.ts";
import { quoted } from "./quoted.ts";
import { WireReader, wireString } from "./wire.ts";

/** A user's certificate (PROTOCOL.certkeys). */
export interface Certificate {
  /** In one line, as ssh reads it. */
  readonly text: string;
  /** `ssh-ed25519 AAAA...`: the key that it is for. */
  readonly publicKey: string;
  readonly keyId: string;
  /** Users it is for; empty: any. */
  readonly principals: readonly string[];
  /** Milliseconds since 1970; infinite where there is no end. */
  readonly validAfter: number;
  readonly validBefore: number;
}

const USER_CERTIFICATE = 1;
/** Strings and numbers of the public key itself, after the nonce. */
const KEY_PARTS: Readonly<Record<string, number>> = { "ssh-ed25519": 1, "ssh-rsa": 2 };
const FOREVER = 0xffff_ffff_ffff_ffffn;

/** @throws UserError whose message goes on after the name of the input. */
export function parseCertificate(text: string): Certificate {
  const line = text
    .replace(/[\ufeff\r]/g, "")
    .trim()
    .replace(/\s+/g, " ");
  const [name = "", blob = ""] = line.split(" ");
  const [, type = ""] =
    /^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521))-cert-v01@openssh\.com$/.exec(name) ?? [];
  if (/PRIVATE KEY/.test(line))
    throw new UserError("is a private key; write what is in the file that ends in `-cert.pub`");
  if (type === "")
    throw new UserError(
      `is no certificate of OpenSSH: it ${whyNotAKey(text).replace(/^holds no private key.*/, "does not begin with `ssh-...-cert-v01@openssh.com`")}`,
    );
  const reader = new WireReader(Buffer.from(blob, "base64"));
  if (reader.string()?.toString("latin1") !== name)
    throw new UserError("is damaged: it does not hold what its first word says");
  reader.string(); // The nonce.
  const parts = Array.from({ length: KEY_PARTS[type] ?? 2 }, () => reader.string());
  reader.uint64(); // The serial number.
  const kind = reader.uint32();
  const keyId = reader.string();
  const principals = reader.string();
  const after = reader.uint64();
  const before = reader.uint64();
  if (
    parts.includes(undefined) ||
    keyId === undefined ||
    principals === undefined ||
    before === undefined ||
    reader.string() === undefined
  )
    throw new UserError("is cut off: its end is missing; copy the whole line");
  if (kind !== USER_CERTIFICATE) throw new UserError("is the certificate of a host; write that of the user");
  return {
    text: `${name} ${blob}\n`,
    publicKey: `${type} ${Buffer.concat([type, ...(parts as Buffer[])].map(wireString)).toString("base64")}`,
    keyId: keyId.toString(),
    principals: stringsOf(principals),
    validAfter: milliseconds(after!),
    validBefore: milliseconds(before),
  };
}

/** Why ssh would offer a certificate in vain, as a clause after its name; undefined if nothing is wrong with it. */
export function certificateProblem(
  certificate: Certificate,
  { publicKey, users, now }: { readonly publicKey: string; readonly users: readonly string[]; readonly now: number },
): string | undefined {
  const { principals, validAfter, validBefore } = certificate;
  if (now >= validBefore) return `expired on ${shownTime(validBefore)}`;
  if (now < validAfter) return `is valid only from ${shownTime(validAfter)} on`;
  const [type, blob] = publicKey.split(" ");
  if (`${type} ${blob}` !== certificate.publicKey) return "is for another key than `private-key`";
  const left = users.filter((user) => principals.length > 0 && !principals.includes(user));
  if (left.length === users.length && left.length > 0 && principals.every((name) => !name.includes("*")))
    return `is for ${principals.map(quoted).join(", ")}, and the user is ${quoted(left[0]!)}`;
  return undefined;
}

function stringsOf(bytes: Buffer): readonly string[] {
  const reader = new WireReader(bytes);
  const strings: string[] = [];
  for (let one = reader.string(); one !== undefined; one = reader.string()) strings.push(one.toString());
  return strings;
}

const milliseconds = (seconds: bigint): number =>
  seconds === FOREVER ? Number.POSITIVE_INFINITY : Number(seconds) * 1000;

/** Years beyond those of a Date are as good as none. */
const shownTime = (time: number): string => new Date(Math.min(time, 8.64e15)).toISOString().replace(/\.000Z$/, "Z");
