import { revealInvisible } from "../report/escape.ts";
import { isHub } from "./address.ts";
import { isPullLimit, limitEnd, type RegistryFailure } from "./retry.ts";

/** What was asked for, in a reader's words. */
export interface Asked {
  readonly registry: string;
  readonly repository?: string | undefined;
  /** A tag or a digest. */
  readonly reference?: string | undefined;
  /** `push manifest`, `list tags`. */
  readonly operation: string;
  /** Whether credentials went with it. */
  readonly hasCredentials?: boolean;
}

/** An answer can be endless; a message about it is not. */
const MAX_MESSAGE_CHARACTERS = 1000;

/** An operation that a registry refused, or that got no answer that can be used. One line, without any secret. */
export class RegistryError extends Error {
  override readonly name = "RegistryError";
  readonly registry: string;
  readonly repository: string | undefined;
  readonly reference: string | undefined;
  /** 0 when nobody knows what the registry did: no answer came, or none that a registry gives. */
  readonly status: number;
  /** What it answered, or why there is no answer: without what was asked for, and without advice. */
  readonly answer: string;

  constructor(asked: Asked, failure: RegistryFailure, now = Date.now()) {
    const { registry, repository, reference, operation } = asked;
    const { status, message } = failure;
    const answer = status === 0 ? message : `status ${status}${message === "" ? "" : `: ${message}`}`;
    const advice = adviceFor(asked, failure);
    super(oneLine(`${operation} ${nameOf(asked)}: ${answer}${limitEnd(failure, now)}${advice && `; ${advice}`}`));
    this.registry = registry;
    this.repository = repository;
    this.reference = reference;
    this.status = status;
    this.answer = oneLine(answer);
  }
}

/** `docker.io/acme/app:1.0`, `docker.io/acme/app@sha256:...`. */
export function nameOf({ registry, repository, reference }: Omit<Asked, "operation">): string {
  const path = repository === undefined ? registry : `${registry}/${repository}`;
  if (reference === undefined) return path;
  return reference.includes(":") ? `${path}@${reference}` : `${path}:${reference}`;
}

function adviceFor({ registry, repository, hasCredentials = false }: Asked, failure: RegistryFailure): string {
  // A token that was given, and that does not allow this.
  const lacksRight = /insufficient_scope/.test(failure.headers["www-authenticate"] ?? "");
  const status = failure.status === 401 && lacksRight && hasCredentials ? 403 : failure.status;
  const place = repository === undefined ? registry : `${registry}/${repository}`;
  if (isPullLimit(failure)) return "this limit is not waited for: log in, or pull by a mirror";
  if (status === 401 && !hasCredentials) return `no credentials for ${registry} are known: log in to it`;
  if (status === 401) return `${registry} does not take these credentials: check user name and password or token`;
  if (status === 403 && !hasCredentials) return `${place} is not open to everybody: log in to ${registry}`;
  if (status === 403)
    return isHub(registry)
      ? `the credentials may not do this in ${place}: a token needs the scope "Read & Write"`
      : `the credentials may not do this in ${place}: give their owner the right to`;
  if (status === 404) return `check that ${place} exists: some registries do not create repositories by a push`;
  if (status === 413) return `a proxy before ${registry} limits the size of requests: raise its limit`;
  if (status === 429) return "run this again when the limit has passed";
  if (status >= 500) return "run this again: what arrived is not sent again";
  return "";
}

function oneLine(message: string): string {
  const line = revealInvisible(message.slice(0, 2 * MAX_MESSAGE_CHARACTERS).replace(/[\s\u0085\u2028\u2029]+/g, " "));
  return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line;
}
