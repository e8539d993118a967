import { parseReference } from "@jessy-actions/images/reference";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { runnerCredential } from "@jessy-actions/kit/docker/runner-credential";
import type { Credential } from "@jessy-actions/kit/registry/authorization";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../../inputs.ts";

/**
 * The credentials of one registry, and of no other: those of the inputs, which are for the registry of the images, else what
 * Docker's client would use.
 *
 * @throws UserError where the inputs could be meant for several registries, or Docker's config cannot be used
 */
export async function imageCredential(
  registry: string,
  { credential, targets }: Pick<Inputs, "credential" | "targets">,
  io: ActionIo,
): Promise<Credential | undefined> {
  if (credential === undefined)
    return await runnerCredential(registry, io.environment, "give `username` and `password`");
  const registries = registriesOf(targets);
  if (registries.length > 1)
    throw new UserError(
      `inputs \`username\` and \`password\` are for one registry, and the images are in ${registries.join(", ")}; leave them out, and log in to each with docker/login-action`,
    );
  io.log.mask(credential.password);
  return credential;
}

/** Sorted. Also of what pull requests are compared with. */
function registriesOf(targets: Inputs["targets"]): readonly string[] {
  const references = targets.flatMap(({ kind, location, base }) =>
    kind === "image" ? [location, ...(base === undefined ? [] : [base])] : [],
  );
  return [...new Set(references.map((reference) => parseReference(reference).registry))].sort();
}
