import { WireReader } from "./wire.ts";

const OPENSSH = Buffer.from("openssh-key-v1\0");

/** What the bytes between BEGIN and END say of themselves. */
export type KeyBody =
  | { readonly format: "openssh"; readonly isEncrypted: boolean; readonly type: string; readonly isWhole: boolean }
  /** A sequence of ASN.1: PKCS #1, PKCS #8, SEC 1. */
  | { readonly format: "der"; readonly isWhole: boolean }
  | { readonly format: "unknown" };

/** Reads as far as it must: lengths tell whether the end was lost. */
export function readKeyBody(bytes: Buffer): KeyBody {
  if (bytes.subarray(0, OPENSSH.length).equals(OPENSSH)) return readOpenSsh(bytes.subarray(OPENSSH.length));
  const length = derLength(bytes);
  return length === undefined ? { format: "unknown" } : { format: "der", isWhole: bytes.length >= length };
}

function readOpenSsh(bytes: Buffer): KeyBody {
  const reader = new WireReader(bytes);
  const cipher = reader.string();
  reader.string(); // How the passphrase becomes a key,
  reader.string(); // and with which parameters.
  reader.uint32();
  const publicPart = reader.string();
  const isWhole = publicPart !== undefined && reader.string() !== undefined;
  const type = publicPart === undefined ? undefined : new WireReader(publicPart).string();
  return {
    format: "openssh",
    isEncrypted: cipher !== undefined && cipher.toString("latin1") !== "none",
    type: type?.toString("latin1") ?? "",
    isWhole,
  };
}

/** The length of an ASN.1 sequence with its head (X.690, 8.1.3); undefined of anything else. */
function derLength(bytes: Buffer): number | undefined {
  const [tag, first] = bytes;
  if (tag !== 0x30 || first === undefined) return undefined;
  if (first < 0x80) return first + 2;
  const size = first & 0x7f;
  if (size < 1 || size > 4 || bytes.length < 2 + size) return undefined;
  return bytes.readUIntBE(2, size) + 2 + size;
}
