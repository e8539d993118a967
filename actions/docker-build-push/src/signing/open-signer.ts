import { resolve } from "node:path";
import { expectedSigner } from "@jessy-actions/images/signatures/identity";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { Patience } from "@jessy-actions/kit/registry/retry";
import { mayRequestIdentity } from "@jessy-actions/kit/runner/environment";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { openKey } from "./open-key.ts";
import { keySigner, keyVerifier, type SignatureVerifier, type Signer } from "./signer.ts";
import type { Signing, Verification } from "./signing-inputs.ts";

/**
 * Whether the run will be able to sign, asked before anything is built.
 *
 * @throws UserError that names the input, or the permission that the job lacks.
 */
export function checkSigning(
  signing: Signing,
  { environment, workspace }: Pick<ActionIo, "environment" | "workspace">,
) {
  if (signing.kind === "key") openKey(signing, environment, workspace);
  else if (!mayRequestIdentity(environment))
    throw new UserError(
      "input `sign`: `keyless` needs an identity token of GitHub, which this job may not ask for; add `id-token: write` to its `permissions` (a pull request from a fork never gets one)",
    );
}

/**
 * Opens the key, or finds out who the job is.
 *
 * @param retryFor milliseconds that Fulcio and Rekor may be waited for in all. @throws UserError, ServiceError
 */
export async function openSigner(signing: Signing, io: ActionIo, retryFor: number): Promise<Signer> {
  checkSigning(signing, io);
  if (signing.kind === "key") return keySigner(openKey(signing, io.environment, io.workspace));
  const root = rootFile(signing.trustedRoot, io);
  // Loaded by whom it serves: the libraries have a hundred kilobytes.
  const { openKeylessSigner } = await import("./keyless/open-keyless.ts");
  const options = { log: io.log, patience: new Patience(retryFor) };
  return usingRoot(root, () => openKeylessSigner(signing, root?.bytes, io.environment, options));
}

/** @throws UserError for a trusted root that cannot be used. */
export async function openVerifier(
  verification: Verification,
  io: Pick<ActionIo, "workspace">,
): Promise<SignatureVerifier> {
  if (verification.kind === "key") return keyVerifier(verification.key, "`verify-key`");
  const { issuer, identity, trustedRoot } = verification;
  const root = rootFile(trustedRoot, io);
  const { openKeylessVerifier } = await import("./keyless/open-keyless.ts");
  return usingRoot(root, async () => openKeylessVerifier({ issuer, signer: expectedSigner(identity) }, root?.bytes));
}

interface RootFile {
  readonly path: string;
  readonly bytes: Buffer;
}

function rootFile(path: string | undefined, { workspace }: Pick<ActionIo, "workspace">): RootFile | undefined {
  return path === undefined ? undefined : { path, bytes: readFile(resolve(workspace, path)) };
}

async function usingRoot<Value>(root: RootFile | undefined, open: () => Promise<Value>): Promise<Value> {
  try {
    return await open();
  } catch (error) {
    if (root === undefined || !(error instanceof ReportError)) throw error;
    const advice = "`cosign trusted-root create` writes one";
    throw new UserError(`input \`trusted-root\`: ${root.path} ${error.message}; ${advice}`, { cause: error });
  }
}
