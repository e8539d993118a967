import { isDigest } from "@jessy-actions/images/oci/digest";
import { parseReference, printReference, type Reference } from "@jessy-actions/images/reference";
import { signedBy, verifySignature } from "@jessy-actions/images/signatures/find-signatures";
import { expectedSigner } from "@jessy-actions/images/signatures/identity";
import { readVerificationKey } from "@jessy-actions/images/signatures/keys";
import { keyVerifier, type SignatureVerifier } from "@jessy-actions/images/signatures/verifier";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { runnerCredential } from "@jessy-actions/kit/docker/runner-credential";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { Patience } from "@jessy-actions/kit/registry/retry";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { ImageInputs } from "../inputs.ts";
import type { ImageResult } from "../result.ts";

type ImageIo = Pick<ActionIo, "environment" | "log">;

/**
 * Resolves a tag to its digest, once for all hosts, and refuses an image without a signature that counts.
 *
 * @returns nothing of a registry that is not asked: `verify-image: none` deploys what each host's registry has.
 * @param patience how long registries may be asked again. @throws UserError for an image that must not be deployed, or that cannot be asked for.
 */
export async function resolveImage(inputs: ImageInputs, io: ImageIo, patience = new Patience()): Promise<ImageResult> {
  const reference = parseReference(inputs.reference);
  if (inputs.verify === "none" && reference.digest === undefined)
    throw new UserError(
      "input `verify-image` is `none`, and `image` has no digest: hosts could get different images; write `verify-image: digest`, or the digest in `image`",
    );
  if (inputs.verify === "none") return resultOf(reference, reference.digest!, "not-asked", null);
  try {
    const registry = await openRegistry(reference, inputs, io, patience);
    const digest = await resolve(registry, reference);
    if (inputs.verify === "digest") return resultOf(reference, digest, "not-asked", null);
    const signer = await findSigner(registry, reference, digest, inputs);
    return resultOf(reference, digest, "verified", signer);
  } catch (error) {
    if (!(error instanceof RegistryError || error instanceof ReportError)) throw error;
    throw new UserError(`input \`image\`: ${error.message}; no host was touched`, { cause: error });
  }
}

async function openRegistry(
  { registry }: Reference,
  { username, password }: ImageInputs,
  { environment, log }: ImageIo,
  patience: Patience,
): Promise<Registry> {
  if (password !== "") log.mask(password);
  const credential =
    username === ""
      ? await runnerCredential(registry, environment, "give `registry-username` and `registry-password`")
      : { username, password };
  return new Registry(registry, { credential, log, patience });
}

/** What the registry states is checked against the content: a digest that does not hold is refused. */
async function resolve(registry: Registry, reference: Reference): Promise<string> {
  const asked = reference.digest ?? reference.tag ?? "latest";
  const manifest = await registry.getManifest(reference.repository, asked);
  if (manifest === undefined)
    throw new UserError(
      `input \`image\`: ${printReference(reference)} does not exist, or the credentials may not read it; was it pushed?`,
    );
  if (!isDigest(manifest.digest))
    throw new UserError(`input \`image\`: the registry gave ${JSON.stringify(manifest.digest)} for its digest`);
  return manifest.digest;
}

/** @returns who signed, for the report. @throws UserError when nobody did whose signature counts. */
async function findSigner(
  registry: Registry,
  reference: Reference,
  digest: string,
  inputs: ImageInputs,
): Promise<string> {
  if (!isDigest(digest)) throw new Error(`${digest} was resolved`);
  const problems: string[] = [];
  for (const verifier of await verifiersOf(inputs)) {
    const found = await verifySignature(registry, reference.repository, verifier, { digest });
    if (!("problem" in found)) return signedBy(found).identity ?? verifier.name;
    problems.push(found.problem);
  }
  const image = printReference({ ...reference, digest });
  throw new UserError(
    `input \`image\`: the signature of ${image} does not hold: ${[...new Set(problems)].join("; ")}. No host was touched; deploy an image that docker-build-push signed, or write \`verify-image: digest\``,
  );
}

async function verifiersOf({ keys, identity, issuer }: ImageInputs): Promise<readonly SignatureVerifier[]> {
  const byKeys = keys.map((key, index) => keyVerifier(readVerificationKey(key), `key ${index + 1} of \`verify-key\``));
  if (identity === undefined || issuer === undefined) return byKeys;
  // Not with the rest: the libraries have a hundred kilobytes, and most runs do not need them.
  const [{ keylessVerifier }, { publicInstance }] = await Promise.all([
    import("@jessy-actions/images/keyless/keyless-verifier"),
    import("@jessy-actions/images/keyless/trusted-root"),
  ]);
  return [...byKeys, keylessVerifier(publicInstance(), { issuer, signer: expectedSigner(identity) })];
}

function resultOf(
  { registry, repository }: Reference,
  digest: string,
  signature: ImageResult["signature"],
  signedByName: string | null,
): ImageResult {
  const reference = printReference({ registry, repository, tag: undefined, digest });
  return { reference, digest, signature, signedBy: signedByName };
}
