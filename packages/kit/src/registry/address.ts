/** Where the API of a registry is. Pure. */

/** Docker Hub's names, and the one host of them that speaks the API. */
const HUB = new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
const HUB_API = "registry-1.docker.io";

/** A repository as the API names it: Docker Hub's own images are below `library/`. */
export interface Repository {
  /** `docker.io`, `ghcr.io`, `localhost:5000`. */
  readonly registry: string;
  readonly repository: string;
}

/** Letters, digits and the like with an optional port: never a path, a query or credentials. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const MAX_REPOSITORY_CHARACTERS = 255;

export function isHub(registry: string): boolean {
  return HUB.has(registry.toLowerCase());
}

/** @returns `HOST` or `HOST:PORT`. @throws Error for what is not the name of a registry. */
export function apiHost(registry: string): string {
  if (!HOST.test(registry)) throw new Error(`${JSON.stringify(registry)} is not the name of a registry`);
  return isHub(registry) ? HUB_API : registry.toLowerCase();
}

/** A registry on this machine: Docker speaks http with it as well, and takes any certificate. */
export function isLoopback(host: string): boolean {
  const { hostname } = new URL(`http://${host}`);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** @returns it. @throws Error for a name that would lead to another place of the registry. */
export function checkedRepository(repository: string): string {
  if (repository.length > MAX_REPOSITORY_CHARACTERS || !REPOSITORY.test(repository))
    throw new Error(`${JSON.stringify(repository)} is not the name of a repository`);
  return repository;
}

/** A tag or a digest. @returns it. @throws Error for anything else. */
export function checkedReference(reference: string): string {
  if (!TAG.test(reference) && !DIGEST.test(reference))
    throw new Error(`${JSON.stringify(reference)} is neither a tag nor a digest`);
  return reference;
}

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** @returns it. @throws Error for anything else than SHA-256 or SHA-512. */
export function checkedDigest(digest: string): string {
  if (!DIGEST.test(digest)) throw new Error(`${JSON.stringify(digest)} is not a digest`);
  return digest;
}
