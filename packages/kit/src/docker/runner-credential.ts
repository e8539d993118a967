import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Credential } from "../registry/authorization.ts";
import type { Environment } from "../runner/environment.ts";
import { readFile } from "../runner/file-content.ts";
import { parseDockerConfig } from "./config-file.ts";
import { findCredential } from "./credential.ts";

/**
 * The credentials that Docker's client would use on this runner: those of an earlier login.
 *
 * @param advice what to give instead: "give `username` and `password`". @returns undefined when there are none.
 * @throws UserError where Docker's config cannot be used.
 */
export async function runnerCredential(
  registry: string,
  environment: Environment,
  advice: string,
): Promise<Credential | undefined> {
  const folder = environment.DOCKER_CONFIG || join(environment.HOME || homedir(), ".docker");
  const path = join(folder, "config.json");
  if (!existsSync(path)) return undefined;
  try {
    return await findCredential(parseDockerConfig(readFile(path).toString()), registry, { environment, cwd: folder });
  } catch (error) {
    throw new UserError(`${path}: ${(error as Error).message}; correct it, or ${advice}`);
  }
}
