import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import { checkedRepository, isHub } from "../registry/address.ts";
import type { Environment } from "../runner/environment.ts";
import { readFile, writePrivateFile } from "../runner/file-content.ts";
import type { Log } from "../runner/log.ts";
import {
  credentialKeys,
  credentialProgram,
  type DockerConfig,
  parseDockerConfig,
  storedCredential,
} from "./config-file.ts";

/** Credentials that a workflow gives for a registry. */
export interface Login {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  /** What is pushed to with them. */
  readonly repositories: readonly string[];
}

export interface PrivateConfigOptions {
  /** The action's own folder; the config is made in it. */
  readonly temporary: string;
  readonly environment: Environment;
  readonly logins: readonly Login[];
  /** Whether buildx takes credentials for a single repository: from 0.31 on. */
  readonly hasRepositoryScopes: boolean;
  /** Whether the build itself reads or writes Docker Hub with the logins: a cache there, a private base image. */
  readonly needsHubLogin: boolean;
  readonly log: Pick<Log, "mask">;
}

/** A DOCKER_CONFIG that this run alone uses. */
export interface PrivateConfig {
  /** To be set for docker, buildx and whatever else reads them. */
  readonly environment: { readonly DOCKER_CONFIG: string; readonly BUILDX_CONFIG: string };
  /** What it holds, for `findCredential`. */
  readonly config: DockerConfig;
  /** What a reader should know, a sentence each. */
  readonly notes: readonly string[];
}

const FOLDER = "docker-config";

/** Docker Hub's name among the folders of buildx. */
const HUB_FOLDER = "registry-1.docker.io";

/**
 * Makes a private DOCKER_CONFIG: the user's own with the workflow's logins on top. Whatever else stands in the user's
 * folder is linked, so credential programs, contexts, proxies, builders and plugins keep working. Nothing of the user's is changed,
 * so two jobs on one machine do not meet.
 *
 * Secrets are masked before they are written: to files of mode 0600 in a folder of mode 0700, which
 * `removePrivateConfig` removes.
 *
 * @throws UserError for a config.json of the user's that cannot be read.
 */
export function makePrivateConfig(options: PrivateConfigOptions): PrivateConfig {
  const { temporary, environment, logins, log } = options;
  for (const { username, password } of logins) {
    log.mask(password);
    log.mask(encoded(username, password));
  }
  const own = environment.DOCKER_CONFIG || join(environment.HOME || homedir(), ".docker");
  const existing = readOwnConfig(own);
  removePrivateConfig(temporary);
  const folder = join(temporary, FOLDER);
  mkdirSync(temporary, { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  const ownBuildx = environment.BUILDX_CONFIG || join(own, "buildx");
  linkAll(own, folder, ["config.json", "buildx"]);
  const keepsHub = logins.some(({ registry }) => isHub(registry)) && hasHubCredential(existing);
  const isScoped = keepsHub && options.hasRepositoryScopes;
  const isReplaced = keepsHub && !isScoped && options.needsHubLogin;
  const general = logins.filter(({ registry }) => !keepsHub || isReplaced || !isHub(registry));
  const raw = withLogins(existing, general);
  const text = JSON.stringify(raw, undefined, 2);
  writePrivateFile(join(folder, "config.json"), text);
  const buildx = isScoped ? scopeLogins(folder, ownBuildx, logins) : ownBuildx;
  return {
    environment: { DOCKER_CONFIG: folder, BUILDX_CONFIG: buildx },
    config: parseDockerConfig(text),
    notes: isReplaced
      ? [
          "The credentials for docker.io take the place of the runner's own during this build, so pulls count against " +
            "their limit: buildx 0.31 or later can tell them apart",
        ]
      : [],
  };
}

/** Removes what `makePrivateConfig` made, if anything: quick, and never of a path that a state or the user names. */
export function removePrivateConfig(temporary: string): void {
  // Links are removed, and not what they lead to.
  rmSync(join(temporary, FOLDER), { recursive: true, force: true });
}

function readOwnConfig(folder: string): DockerConfig {
  const path = join(folder, "config.json");
  if (!existsSync(path)) return parseDockerConfig("");
  try {
    return parseDockerConfig(readFile(path).toString());
  } catch (error) {
    throw new UserError(`${path} ${(error as Error).message}: correct it, or set DOCKER_CONFIG to another folder`);
  }
}

/** The runner's own, with which its pulls are not limited. */
function hasHubCredential(config: DockerConfig): boolean {
  return credentialProgram(config, "docker.io") !== undefined || storedCredential(config, "docker.io") !== undefined;
}

/** An empty helper makes Docker look into the file itself, whatever `credsStore` says (docker/cli, configfile). */
function withLogins({ raw, credHelpers, credsStore }: DockerConfig, logins: readonly Login[]): Record<string, unknown> {
  const auths = { ...(raw.auths as Record<string, unknown> | undefined) };
  const helpers = { ...credHelpers };
  for (const { registry, username, password } of logins) {
    const keys = credentialKeys(registry);
    const hadHelper = credsStore !== undefined || keys.some((key) => Object.hasOwn(helpers, key));
    for (const key of keys) {
      delete auths[key];
      delete helpers[key];
    }
    auths[keys[0]!] = { auth: encoded(username, password) };
    if (hadHelper) helpers[keys[0]!] = "";
  }
  return { ...raw, auths, ...(Object.keys(helpers).length > 0 && { credHelpers: helpers }) };
}

/**
 * A BUILDX_CONFIG with the user's builders, in which the logins for Docker Hub count for their repositories alone
 * (docs.docker.com, "Registry authentication": `config/REGISTRY/REPOSITORY/config.json`).
 */
function scopeLogins(folder: string, ownBuildx: string, logins: readonly Login[]): string {
  const buildx = join(folder, "buildx");
  mkdirSync(join(buildx, "config", HUB_FOLDER), { recursive: true, mode: 0o700 });
  linkAll(ownBuildx, buildx, ["config"]);
  linkAll(join(ownBuildx, "config"), join(buildx, "config"), [HUB_FOLDER]);
  for (const { registry, username, password, repositories } of logins) {
    if (!isHub(registry)) continue;
    const auths = { [credentialKeys(registry)[0]!]: { auth: encoded(username, password) } };
    for (const repository of repositories) {
      const place = join(buildx, "config", HUB_FOLDER, checkedRepository(repository));
      writePrivateFile(join(place, "config.json"), JSON.stringify({ auths }, undefined, 2));
    }
  }
  return buildx;
}

function linkAll(from: string, to: string, except: readonly string[]): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) if (!except.includes(name)) symlinkSync(join(from, name), join(to, name));
}

const encoded = (username: string, password: string): string =>
  Buffer.from(`${username}:${password}`).toString("base64");
