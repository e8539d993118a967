import { parseReference } from "@jessy-actions/images/reference";
import { expectedSigner, WORKFLOW_ISSUER } from "@jessy-actions/images/signatures/identity";
import { readVerificationKey } from "@jessy-actions/images/signatures/keys";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { ImageInputs } from "./deployment-inputs.ts";

/** Inputs that are about an image; all are wrong without one. */
export const OF_IMAGES = [
  "verify-image",
  "verify-key",
  "verify-identity",
  "verify-issuer",
  "registry-username",
  "registry-password",
] as const;

/** The image that is deployed and whose word it needs; undefined: none is named. */
export function readImage(reader: InputReader): ImageInputs | undefined {
  const reference = reader.string("image");
  const verify = reader.enumeration("verify-image", ["digest", "signature", "none"], "digest");
  const keys = pemBlocks(reader.string("verify-key"));
  const identity = reader.optional("verify-identity");
  const issuer = reader.optional("verify-issuer");
  const [username, password] = [reader.string("registry-username"), reader.verbatim("registry-password").trim()];
  if (reference === "") return undefined;
  reader.adopt(() => parseReference(reference), undefined, "image");
  for (const key of keys) reader.adopt(() => readVerificationKey(key), undefined, "verify-key");
  checkSigner(reader, verify, keys, identity, issuer);
  if ((username === "") !== (password === "")) {
    const [missing, given] =
      username === "" ? ["registry-username", "registry-password"] : ["registry-password", "registry-username"];
    reader.problem(
      missing,
      `is empty, and \`${given}\` is set; is the secret set in the repository, and spelt like this?`,
    );
  }
  const signer = identity === undefined ? undefined : (issuer ?? WORKFLOW_ISSUER);
  return { reference, verify, keys, identity, issuer: signer, username, password };
}

function checkSigner(
  reader: InputReader,
  verify: ImageInputs["verify"],
  keys: readonly string[],
  identity: string | undefined,
  issuer: string | undefined,
): void {
  if (reader.string("verify-key") !== "" && keys.length === 0)
    reader.problem("verify-key", "has no `-----BEGIN PUBLIC KEY-----`; paste the whole PEM file, such as cosign.pub");
  if (verify !== "signature") {
    for (const name of ["verify-key", "verify-identity", "verify-issuer"])
      if (reader.string(name) !== "")
        reader.problem(name, `is set, and \`verify-image\` is \`${verify}\`; write \`verify-image: signature\``);
    return;
  }
  if (keys.length === 0 && identity === undefined)
    reader.problem(
      "verify-image",
      "needs a `verify-key`, or a `verify-identity` for keyless signatures; a signature of just anybody proves nothing",
    );
  if (keys.length > 0 && identity !== undefined)
    reader.problem("verify-identity", "is set, and so is `verify-key`; a signature is by one of them: keep one");
  if (issuer !== undefined && identity === undefined)
    reader.problem(
      "verify-issuer",
      "is set without `verify-identity`; anybody has an identity of an issuer: name whose",
    );
  if (identity !== undefined && "pattern" in expectedSigner(identity)) reader.checkGlob("verify-identity", identity);
}

function pemBlocks(text: string): readonly string[] {
  return text.match(/-----BEGIN [A-Z ]{1,40}-----[^-]{1,10000}-----END [A-Z ]{1,40}-----/g) ?? [];
}
