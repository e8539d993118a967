import { resolve } from "node:path";
import { expectedSigner } from "@jessy-actions/images/signatures/identity";
import type { SigningKey } from "@jessy-actions/images/signatures/keys";
import { keyVerifier, type SignatureVerifier } from "@jessy-actions/images/signatures/verifier";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { Patience } from "@jessy-actions/kit/registry/retry";
import { mayRequestIdentity } from "@jessy-actions/kit/runner/environment";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { ServiceError } from "@jessy-actions/kit/web-service/service";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { openKey } from "./open-key.ts";
import { keySigner, type Signer } from "./signer.ts";
import type { KeySigning, Signing, Verification } from "./signing-inputs.ts";

/**
 * Whether the run will be able to sign, asked before anything is built.
 *
 * @throws UserError that names the input, or the permission that the job lacks.
 */
export function checkSigning(
  signing: Signing,
  { environment, workspace }: Pick<ActionIo, "environment" | "workspace">,
) {
  if (signing.kind === "key") openKeyOnce(signing, { environment, workspace });
  else if (!mayRequestIdentity(environment))
    throw new UserError(
      "input `sign`: `keyless` needs an identity token of GitHub, which this job may not ask for; add `id-token: write` to its `permissions` (a pull request from a fork never gets one)",
    );
}

const opened = new WeakMap<Signing, SigningKey>();

/** To decrypt a key takes a third of a second, and a run asks twice: before it builds, and when it signs. */
function openKeyOnce(signing: KeySigning, io: Pick<ActionIo, "environment" | "workspace">): SigningKey {
  const key = opened.get(signing) ?? openKey(signing, io.environment, io.workspace);
  opened.set(signing, key);
  return key;
}

/**
 * Opens the key, or finds out who the job is.
 *
 * @param retryFor milliseconds that GitHub, Fulcio and Rekor may be waited for in all. @throws UserError
 */
export async function openSigner(signing: Signing, io: ActionIo, retryFor: number): Promise<Signer> {
  if (signing.kind === "key") return keySigner(openKeyOnce(signing, io));
  checkSigning(signing, io);
  const keyless = await loadKeyless();
  const material = readTrust(keyless, signing.trustedRoot, io);
  const options = { log: io.log, patience: new Patience(retryFor) };
  try {
    return await keyless.openKeylessSigner(signing, material, io.environment, options);
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof ReportError)) throw error;
    throw new UserError(`input \`sign\`: ${error.message}`, { cause: error });
  }
}

/** @throws UserError for a trusted root that cannot be used. */
export async function openVerifier(
  verification: Verification,
  io: Pick<ActionIo, "workspace">,
): Promise<SignatureVerifier> {
  if (verification.kind === "key") return keyVerifier(verification.key, "`verify-key`");
  const { issuer, identity, trustedRoot } = verification;
  const keyless = await loadKeyless();
  return keyless.keylessVerifier(readTrust(keyless, trustedRoot, io), { issuer, signer: expectedSigner(identity) });
}

type Keyless = typeof import("./keyless/open-keyless.ts");

/** Not with the rest: the libraries have a hundred kilobytes, and most runs do not need them. */
const loadKeyless = (): Promise<Keyless> => import("./keyless/open-keyless.ts");

function readTrust(
  { publicInstance, readTrustedRoot }: Keyless,
  path: string | undefined,
  { workspace }: Pick<ActionIo, "workspace">,
): ReturnType<Keyless["readTrustedRoot"]> {
  if (path === undefined) return publicInstance();
  const bytes = readFile(resolve(workspace, path));
  try {
    return readTrustedRoot(bytes);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const advice = "`cosign trusted-root create` writes one";
    throw new UserError(`input \`trusted-root\`: ${path} ${error.message}; ${advice}`, { cause: error });
  }
}
