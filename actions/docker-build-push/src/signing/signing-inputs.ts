import type { SignatureFormat } from "@jessy-actions/images/signatures/find-signatures";
import { expectedSigner, WORKFLOW_ISSUER } from "@jessy-actions/images/signatures/identity";
import { readVerificationKey, type VerificationKey } from "@jessy-actions/images/signatures/keys";
import { isLoopback } from "@jessy-actions/kit/registry/address";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";

/** Where the private key is: as text, in an environment variable, or in a file relative to the workspace. */
export type KeySource = { readonly text: string } | { readonly variable: string } | { readonly file: string };

/** How images are signed. */
export type Signing = KeySigning | KeylessSigning;

/** The key and its password are secret. */
export interface KeySigning {
  readonly kind: "key";
  readonly formats: readonly SignatureFormat[];
  readonly key: KeySource;
  /** Undefined: that of COSIGN_PASSWORD. */
  readonly password: string | undefined;
}

export interface KeylessSigning {
  readonly kind: "keyless";
  readonly formats: readonly SignatureFormat[];
  readonly fulcioUrl: URL;
  readonly rekorUrl: URL;
  /** A file relative to the workspace; undefined: Sigstore's public instance. */
  readonly trustedRoot: string | undefined;
}

/** Who must have signed what is verified. */
export type Verification =
  | { readonly kind: "key"; readonly key: VerificationKey }
  | {
      readonly kind: "keyless";
      /** As the certificate names the signer; a glob if it has a `*`. */
      readonly identity: string;
      readonly issuer: string;
      readonly trustedRoot: string | undefined;
    };

const FULCIO = "https://fulcio.sigstore.dev";
const REKOR = "https://rekor.sigstore.dev";

/** Inputs that only one way to sign takes. */
const OF_KEYS = ["signing-key", "signing-password"] as const;
const OF_SERVICES = ["fulcio-url", "rekor-url"] as const;

export function readSigning(reader: InputReader): Signing | undefined {
  const kind = reader.enumeration("sign", ["none", "key", "keyless"], "none");
  const format = reader.enumeration("signature-format", ["both", "legacy", "bundle"], "both");
  const [text, password] = [reader.verbatim("signing-key"), reader.verbatim("signing-password")];
  const [fulcioUrl, rekorUrl] = [readAddress(reader, "fulcio-url", FULCIO), readAddress(reader, "rekor-url", REKOR)];
  const formats = format === "both" ? (["legacy", "bundle"] as const) : [format];
  const refuse = (names: readonly string[], needed: string) => {
    for (const name of names)
      if (reader.verbatim(name).trim() !== "")
        reader.problem(name, `is set, and \`sign\` is \`${kind}\`; write \`sign: ${needed}\`, or leave it out`);
  };
  if (kind !== "key") refuse(OF_KEYS, "key");
  if (kind !== "keyless") refuse(OF_SERVICES, "keyless");
  if (kind === "none") return undefined;
  if (kind === "keyless") return { kind, formats, fulcioUrl, rekorUrl, trustedRoot: reader.optional("trusted-root") };
  return { kind, formats, key: keySource(text), password: password === "" ? undefined : password };
}

/** @param verifies whether that is what the run is for: then there is exactly one way to do it. */
export function readVerification(reader: InputReader, verifies: boolean): Verification | undefined {
  const [text, identity] = [reader.string("verify-key"), reader.string("verify-identity")];
  const [issuer, trustedRoot] = [reader.optional("verify-issuer"), reader.optional("trusted-root")];
  const key = text === "" ? undefined : reader.adopt(() => readVerificationKey(text), undefined, "verify-key");
  if (!verifies) {
    for (const name of ["verify-key", "verify-identity", "verify-issuer"])
      if (reader.string(name) !== "") reader.problem(name, "is set, and `verify` is not; write `verify: true`");
    return undefined;
  }
  if (text !== "" && identity !== "")
    reader.problem("verify-identity", "is set, and so is `verify-key`; a signature is by one of them: keep one");
  if (text === "" && identity === "")
    reader.problem(
      "verify",
      "needs a `verify-key`, or a `verify-identity` for keyless signatures; a signature of just anybody proves nothing",
    );
  if (issuer !== undefined && identity === "")
    reader.problem(
      "verify-issuer",
      "is set without `verify-identity`; anybody has an identity of an issuer: name whose",
    );
  if (identity !== "") {
    checkIdentity(reader, identity);
    return { kind: "keyless", identity, issuer: issuer ?? WORKFLOW_ISSUER, trustedRoot };
  }
  return key === undefined ? undefined : { kind: "key", key };
}

/** What is right alone and wrong together. @param verifies whether the run only verifies. */
export function checkSignatures(
  reader: InputReader,
  verifies: boolean,
  signing: Signing | undefined,
  verification: Verification | undefined,
): void {
  if (verifies && signing !== undefined)
    reader.problem("sign", "is set, and so is `verify`, which changes nothing; write `sign: none`");
  if (reader.string("trusted-root") === "" || signing?.kind === "keyless" || verification?.kind === "keyless") return;
  reader.problem("trusted-root", "is set, and nothing is signed or verified without a key; leave it out");
}

/** `https://HOST/OWNER/`, or the domain of an e-mail address: what a glob must leave as it is. */
const OWNER = /^[a-z]+:\/\/[^/*?[{]+\/[^/*?[{]+\/|^[^/]*@[^*?[{/]+$/;

/** A glob that others can slip through is a mistake that nobody sees: `https://github.com/acme*` takes acme-evil, too. */
function checkIdentity(reader: InputReader, identity: string): void {
  if (!("pattern" in expectedSigner(identity))) return;
  reader.checkGlob("verify-identity", identity);
  if (!OWNER.test(identity))
    reader.wrong(
      "verify-identity",
      identity,
      "an identity whose owner is written out, such as `https://github.com/acme/**`",
    );
}

function readAddress(reader: InputReader, name: string, fallback: string): URL {
  const text = reader.optional(name);
  const url = URL.parse(text ?? fallback);
  const isUsable = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.host));
  if (url !== null && isUsable && url.username === "" && url.search === "" && url.hash === "") return url;
  if (url?.username) reader.problem(name, "holds credentials, which these services do not take; leave them out");
  else reader.wrong(name, text ?? "", `an address such as \`${fallback}\``);
  return new URL(fallback);
}

/** As cosign's `--key`: `env://NAME`, a path, or (what cosign does not take) the key itself. */
export function keySource(text: string): KeySource {
  const trimmed = text.trim();
  if (trimmed === "") return { variable: "COSIGN_PRIVATE_KEY" };
  if (trimmed.startsWith("env://")) return { variable: trimmed.slice("env://".length) };
  return trimmed.includes("-----BEGIN") ? { text } : { file: trimmed };
}
