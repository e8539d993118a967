import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseReference } from "@jessy-actions/images/reference";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { parseDockerConfig } from "@jessy-actions/kit/docker/config-file";
import { findCredential } from "@jessy-actions/kit/docker/credential";
import type { Credential } from "@jessy-actions/kit/registry/authorization";
import { readFile } from "@jessy-actions/kit/runner/file-content";
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
  if (credential !== undefined) {
    const registries = registriesOf(targets);
    if (registries.length > 1)
      throw new UserError(
        `inputs \`username\` and \`password\` are for one registry, and the images are in ${registries.join(", ")}; leave them out, and log in to each with docker/login-action`,
      );
    io.log.mask(credential.password);
    return credential;
  }
  const folder = io.environment.DOCKER_CONFIG || join(io.environment.HOME || homedir(), ".docker");
  const path = join(folder, "config.json");
  if (!existsSync(path)) return undefined;
  try {
    const config = parseDockerConfig(readFile(path).toString());
    return await findCredential(config, registry, { environment: io.environment, cwd: folder });
  } catch (error) {
    throw new UserError(`${path}: ${(error as Error).message}; correct it, or give \`username\` and \`password\``);
  }
}

/** Sorted. Also of what pull requests are compared with. */
function registriesOf(targets: Inputs["targets"]): readonly string[] {
  const references = targets.flatMap(({ kind, location, base }) =>
    kind === "image" ? [location, ...(base === undefined ? [] : [base])] : [],
  );
  return [...new Set(references.map((reference) => parseReference(reference).registry))].sort();
}
