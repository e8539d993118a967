import { readVerificationKey, type VerificationKey } from "@jessy-actions/images/signatures/keys";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";

export type SignatureFormat = "legacy" | "bundle";

/** Where the private key is: as text, in an environment variable, or in a file relative to the workspace. */
export type KeySource = { readonly text: string } | { readonly variable: string } | { readonly file: string };

/** How images are signed. The key and its password are secret. */
export interface Signing {
  readonly formats: readonly SignatureFormat[];
  readonly key: KeySource;
  /** Undefined: that of COSIGN_PASSWORD. */
  readonly password: string | undefined;
}

export function readSigning(reader: InputReader): Signing | undefined {
  const kind = reader.enumeration("sign", ["none", "key"], "none");
  const format = reader.enumeration("signature-format", ["both", "legacy", "bundle"], "both");
  const text = reader.verbatim("signing-key");
  const password = reader.verbatim("signing-password");
  if (kind === "none") {
    if (text.trim() !== "") reader.problem("signing-key", "is set, and `sign` is `none`; write `sign: key`");
    return undefined;
  }
  return {
    formats: format === "both" ? ["legacy", "bundle"] : [format],
    key: keySource(text),
    password: password === "" ? undefined : password,
  };
}

/** @returns undefined when there is none. */
export function readVerifyKey(reader: InputReader): VerificationKey | undefined {
  const text = reader.string("verify-key");
  return text === "" ? undefined : reader.adopt(() => readVerificationKey(text), undefined, "verify-key");
}

/** As cosign's `--key`: `env://NAME`, a path, or (what cosign does not take) the key itself. */
export function keySource(text: string): KeySource {
  const trimmed = text.trim();
  if (trimmed === "") return { variable: "COSIGN_PRIVATE_KEY" };
  if (trimmed.startsWith("env://")) return { variable: trimmed.slice("env://".length) };
  return trimmed.includes("-----BEGIN") ? { text } : { file: trimmed };
}
