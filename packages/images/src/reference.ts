import { UserError } from "@jessy-actions/reading/user-error";
import { digestProblem } from "./image-digest.ts";
import { quoted } from "./quoted.ts";
import { registryProblem, repositoryProblem } from "./repository-name.ts";
import { tagProblem } from "./tag-name.ts";

/** Where an image is kept: `ghcr.io` and `acme/app`. */
export interface ImageName {
  /** Host with its port, in lower case. Docker Hub is always `docker.io`. */
  readonly registry: string;
  /** The path, complete: Docker Hub's `alpine` is `library/alpine`. */
  readonly repository: string;
}

/** An image name with what selects one of its images. Neither tag nor digest stands for every image. */
export interface Reference extends ImageName {
  readonly tag: string | undefined;
  /** `sha256:…` or `sha512:…` */
  readonly digest: string | undefined;
}

/** Docker Hub, as references name it; its API is at registry-1.docker.io. */
export const DOCKER_HUB = "docker.io";
const LEGACY_DOCKER_HUB = "index.docker.io";
const OFFICIAL = "library/";

/** Longer than any valid one: host, path, tag and digest. */
const MAX_CHARACTERS = 1024;

/**
 * Reads `[registry/]repository[:tag][@digest]` by the grammar of distribution/reference and normalises it as Docker
 * does. It is stricter where Docker's reading surprises: `Acme/app` is not a registry called Acme, and `ghcr.io` is not
 * docker.io/library/ghcr.io.
 *
 * @throws UserError which quotes the text, names what is wrong and says what to write
 */
export function parseReference(text: string): Reference {
  return orThrow(text, readReference(text));
}

/**
 * Reads an image name, as the input `images` holds it: a tag or digest in it is an error.
 *
 * @throws UserError
 */
export function parseImageName(text: string): ImageName {
  const reference = readReference(text);
  if (typeof reference === "string") throw new UserError(`${quoted(text)} is not an image: ${reference}`);
  const { registry, repository, tag, digest } = reference;
  const name = text.slice(0, text.length - suffixOf(reference).length);
  const advice = `write ${quoted(name)} here`;
  if (digest !== undefined) throw new UserError(`${quoted(text)} is not an image: it has a digest; ${advice}`);
  if (tag !== undefined) {
    throw new UserError(
      `${quoted(text)} is not an image: it has the tag ${quoted(tag)}; ${advice}, and the tag in \`tags\``,
    );
  }
  return { registry, repository };
}

/** The complete form: `docker.io/library/alpine:3`. */
export function printReference(reference: Reference | ImageName): string {
  return `${reference.registry}/${reference.repository}${suffixOf(reference)}`;
}

function suffixOf(reference: Partial<Reference>): string {
  const { tag, digest } = reference;
  return `${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

function orThrow(text: string, reference: Reference | string): Reference {
  if (typeof reference === "string") throw new UserError(`${quoted(text)} is not an image reference: ${reference}`);
  return reference;
}

/** @returns a string that says what is wrong */
function readReference(text: string): Reference | string {
  const form = formProblem(text);
  if (form !== undefined) return form;
  const at = text.indexOf("@");
  const digest = at === -1 ? undefined : text.slice(at + 1);
  const named = at === -1 ? text : text.slice(0, at);
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  // Without a slash, `host:port` cannot be told from `name:tag`; Docker takes it as a tag.
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  const name = colon === -1 ? named : named.slice(0, colon);
  if (KNOWN_REGISTRY.test(name)) {
    return `${quoted(named)} is a registry without a repository; write ${quoted(`${named}/owner/name`)}`;
  }
  const place = placeOf(name);
  const problem =
    registryProblem(place.registry) ??
    repositoryProblem(place.repository) ??
    (tag === undefined ? undefined : tagProblem(tag)) ??
    (digest === undefined ? undefined : digestProblem(digest));
  return problem ?? { ...place, tag, digest };
}

function formProblem(text: string): string | undefined {
  if (text === "") return "it is empty; write registry/owner/name, such as ghcr.io/acme/app";
  if (text.length > MAX_CHARACTERS) return `it has ${text.length} characters`;
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text) ?? [];
  if (scheme !== undefined) return `it begins with ${quoted(scheme)}; write ${quoted(text.slice(scheme.length))}`;
  if (/\s/.test(text)) return "it holds white space; write one reference without spaces";
  if (text.startsWith("/")) return `it begins with a slash; write ${quoted(text.replace(/^\/+/, ""))}`;
  if (text.endsWith("/")) return `it ends with a slash; write ${quoted(trimSlashes(text))}`;
  if (/^[0-9a-f]{64}$/.test(text)) return "it is the ID of an image; write the name of a repository";
  return undefined;
}

function trimSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}

/** Which part is the registry: the first, if it is `localhost` or has a dot or a colon (splitDockerDomain). */
function placeOf(name: string): ImageName {
  const slash = name.indexOf("/");
  const first = slash === -1 ? name : name.slice(0, slash);
  const isHost = first.toLowerCase() === "localhost" || /[.:]/.test(first);
  if (slash === -1) return { registry: DOCKER_HUB, repository: first === "" ? "" : `${OFFICIAL}${first}` };
  if (!isHost) return { registry: DOCKER_HUB, repository: name };
  const host = first.toLowerCase();
  const path = name.slice(slash + 1);
  const registry = host === LEGACY_DOCKER_HUB ? DOCKER_HUB : host;
  const isOfficial = registry === DOCKER_HUB && !path.includes("/") && path !== "";
  return { registry, repository: isOfficial ? `${OFFICIAL}${path}` : path };
}

/** Registries that people write alone by mistake. Docker would take `ghcr.io` as docker.io/library/ghcr.io. */
const KNOWN_REGISTRY =
  /^(?:docker\.io|index\.docker\.io|ghcr\.io|quay\.io|registry\.gitlab\.com|(?:[a-z0-9-]+\.)?gcr\.io|[a-z0-9-]+\.azurecr\.io|[a-z0-9-]+\.pkg\.dev|[a-z0-9.-]+\.amazonaws\.com|localhost)$/i;
