import { isHub } from "../registry/address.ts";
import type { Credential } from "../registry/authorization.ts";

/** What is read of Docker's config.json. Everything else stays as it is. */
export interface DockerConfig {
  /** By the name under which each was stored. */
  readonly auths: Readonly<Record<string, StoredLogin>>;
  /** Programs by registry, without `docker-credential-`. */
  readonly credHelpers: Readonly<Record<string, string>>;
  readonly credsStore: string | undefined;
  /** The whole file. */
  readonly raw: Readonly<Record<string, unknown>>;
}

interface StoredLogin {
  /** Base64 of `user:password`. */
  readonly auth: string;
  readonly identityToken: string;
  readonly registryToken: string;
}

/** Docker Hub's name among credentials (docker/cli, `registry.IndexServer`). */
export const HUB_KEY = "https://index.docker.io/v1/";

/** The part of a program's name that a config names: never a path. */
const PROGRAM = /^[\w.-]+$/;

/**
 * Reads a config.json as Docker's client does. Pure.
 *
 * @throws Error in one line for what is no such file.
 */
export function parseDockerConfig(text: string): DockerConfig {
  let raw: unknown;
  try {
    raw = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    // Node's message quotes the file, which holds credentials.
    throw new Error("is not valid JSON");
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new Error("is not a JSON object");
  const { auths, credHelpers, credsStore } = raw as Readonly<Record<string, unknown>>;
  const helpers = Object.entries(recordOf(credHelpers, "credHelpers"));
  return {
    auths: Object.fromEntries(
      Object.entries(recordOf(auths, "auths")).map(([name, login]) => [name, readLogin(login, name)]),
    ),
    credHelpers: Object.fromEntries(helpers.map(([name, program]) => [name, readProgram(program)])),
    credsStore: credsStore === undefined || credsStore === "" ? undefined : readProgram(credsStore),
    raw: raw as Readonly<Record<string, unknown>>,
  };
}

/** Names under which the credentials of a registry may be stored, the one that Docker uses first. */
export function credentialKeys(registry: string): readonly string[] {
  return isHub(registry) ? [HUB_KEY, "index.docker.io", "docker.io", "registry-1.docker.io"] : [registry];
}

/** The program that holds the credentials of a registry: its own, or the one for all. */
export function credentialProgram(
  { credHelpers, credsStore }: DockerConfig,
  registry: string,
): { readonly program: string; readonly key: string } | undefined {
  const keys = credentialKeys(registry);
  const key = keys.find((one) => Object.hasOwn(credHelpers, one));
  if (key !== undefined) return credHelpers[key] === "" ? undefined : { program: credHelpers[key]!, key };
  return credsStore === undefined ? undefined : { program: credsStore, key: keys[0]! };
}

/**
 * What the file itself holds for a registry: under its name, or under an address of it (`https://HOST/v1/`).
 *
 * @throws Error for an entry that is damaged.
 */
export function storedCredential({ auths }: DockerConfig, registry: string): Credential | undefined {
  const keys = credentialKeys(registry);
  const names = Object.keys(auths);
  const name = keys.find((key) => Object.hasOwn(auths, key)) ?? names.find((one) => keys.includes(hostOf(one)));
  if (name === undefined) return undefined;
  const { auth, identityToken, registryToken } = auths[name]!;
  if (registryToken !== "") return { registryToken };
  if (identityToken !== "") return { identityToken };
  if (auth === "") return undefined;
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(auth, "base64").toString()) ?? [];
  if (username === undefined || password === undefined)
    throw new Error(`the credentials of ${name} are not base64 of a user name and a password`);
  return { username, password: password.replace(/\0+$/, "") };
}

/** As docker/cli's ConvertToHostname has it. */
function hostOf(name: string): string {
  return name.replace(/^https?:\/\//, "").split("/")[0]!;
}

function readLogin(login: unknown, name: string): StoredLogin {
  const fields = recordOf(login, `auths: ${name}`);
  const text = (field: string) => {
    const value = fields[field] ?? "";
    if (typeof value !== "string") throw new Error(`has something else than a text in auths: ${name}: ${field}`);
    return value;
  };
  return { auth: text("auth"), identityToken: text("identitytoken"), registryToken: text("registrytoken") };
}

function readProgram(program: unknown): string {
  if (program === "") return "";
  if (typeof program !== "string" || !PROGRAM.test(program))
    throw new Error("names a credential program that is not a plain name");
  return program;
}

function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value))
    throw new Error(`has something else than an object in ${name}`);
  return value as Readonly<Record<string, unknown>>;
}
