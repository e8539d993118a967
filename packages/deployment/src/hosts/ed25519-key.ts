import { createPrivateKey } from "node:crypto";
import { wireString, wireUint32 } from "./wire.ts";

/** ssh pads its private part to blocks of eight bytes. */
const BLOCK = 8;

/**
 * An Ed25519 key of PKCS #8 as OpenSSH's own format (PROTOCOL.key): ssh cannot read the former.
 *
 * @returns undefined for a key of another kind. @throws Error of OpenSSL where it is damaged.
 */
export function ed25519AsOpenSsh(pem: string, passphrase: string): Buffer | undefined {
  const key = createPrivateKey({ key: pem, format: "pem", ...(passphrase !== "" && { passphrase }) });
  if (key.asymmetricKeyType !== "ed25519") return undefined;
  const { d = "", x = "" } = key.export({ format: "jwk" });
  const seed = Buffer.from(d, "base64url");
  const point = Buffer.from(x, "base64url");
  const type = wireString("ssh-ed25519");
  const check = wireUint32(0x6a657373);
  const secret = Buffer.concat([
    check,
    check,
    type,
    wireString(point),
    wireString(Buffer.concat([seed, point])),
    wireString(""),
  ]);
  const padding = Array.from({ length: (BLOCK - (secret.length % BLOCK)) % BLOCK }, (_, index) => index + 1);
  return Buffer.concat([
    Buffer.from("openssh-key-v1\0"),
    wireString("none"),
    wireString("none"),
    wireString(""),
    wireUint32(1),
    wireString(Buffer.concat([type, wireString(point)])),
    wireString(Buffer.concat([secret, Buffer.from(padding)])),
  ]);
}
