import { isRedirect, MAX_REDIRECTS, redirectAddress } from "../http/redirect.ts";
import { wait } from "../http/wait.ts";
import { escapeTerminal } from "../report/escape.ts";
import type { Log } from "../runner/log.ts";
import { apiHost, isHub, isLoopback } from "./address.ts";
import { refusalOf } from "./answer.ts";
import { Authorization, type Credential, TokenRefusal } from "./authorization.ts";
import { certificateFolders, type HostCertificates, readHostCertificates } from "./certificates.ts";
import { parseChallenge } from "./challenge.ts";
import { type Asked, nameOf, RegistryError } from "./registry-error.ts";
import { Patience, type RegistryFailure, retryDelay } from "./retry.ts";
import { IDLE_TIMEOUT, send, type WireAnswer, type WireBody, WireError } from "./wire.ts";

export interface ExchangeOptions {
  readonly credential?: Credential | undefined;
  readonly log: Pick<Log, "debug" | "info" | "mask">;
  /** Speak http with it, or take any certificate. Registries of this machine are always spoken to so, as Docker does. */
  readonly isInsecure?: boolean;
  /** Shared by the registries of a run. */
  readonly patience?: Patience;
  /** Docker's folders of certificates; default: those of this machine. */
  readonly certificateFolders?: readonly string[];
  /** Milliseconds without a byte after which a connection is dead; default: two minutes. */
  readonly idleTimeout?: number;
  /** For tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
  readonly now?: () => number;
}

export interface RegistryRequest extends Omit<Asked, "registry" | "hasCredentials"> {
  readonly method: "GET" | "HEAD" | "POST" | "PATCH" | "PUT";
  /** A path of the API, or where an upload goes on. */
  readonly target: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: WireBody;
  /** What the registry must allow: `repository:NAME:pull,push`. */
  readonly scopes: readonly string[];
  /** Of a success; the caller checks caps below a megabyte. */
  readonly maxBytes?: number;
  /** Statuses that are answers; all others are failures. */
  readonly expected: readonly number[];
}

export interface RegistryAnswer extends WireAnswer {
  /** Where it came from, after redirects. */
  readonly url: URL;
}

/** An error's words fit into it, whatever the cap of what was asked for. */
const DEFAULT_MAX_BYTES = 1_000_000;

/** As Docker's folders of certificates name it. */
const DOCKER_HUB = "docker.io";

/** Requests to one registry: credentials, redirects and retries. */
export class Exchange {
  readonly registry: string;
  readonly #options: Required<Omit<ExchangeOptions, "credential">>;
  readonly #authorization: Authorization;
  readonly #certificates: HostCertificates;
  #origin: string;
  #mayBePlain: boolean;

  constructor(registry: string, options: ExchangeOptions) {
    const host = apiHost(registry);
    this.registry = registry;
    this.#origin = `https://${host}`;
    this.#options = {
      isInsecure: false,
      certificateFolders: certificateFolders(process.env),
      patience: new Patience(),
      idleTimeout: IDLE_TIMEOUT,
      sleep: wait,
      random: Math.random,
      now: Date.now,
      ...options,
    };
    this.#mayBePlain = this.#options.isInsecure || isLoopback(host);
    const name = isHub(registry) ? DOCKER_HUB : host;
    this.#certificates = readHostCertificates(name, this.#options.certificateFolders, (line) => options.log.info(line));
    this.#authorization = new Authorization({
      host,
      credential: options.credential,
      log: options.log,
      send: (request) => send({ ...request, certificates: this.#certificates, idleTimeout: this.#options.idleTimeout }),
      isInsecure: this.#mayBePlain,
      now: this.#options.now,
    });
  }

  /** Sends a request, again as its failures and the patience allow. @throws RegistryError */
  async request(request: RegistryRequest): Promise<RegistryAnswer> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.attempt(request);
      if ("answer" in outcome) return outcome.answer;
      await this.pause(request, outcome.failure, attempt);
    }
  }

  /**
   * Waits as a failure allows, and says so.
   *
   * @param attempt how often the operation was tried without progress, from 1. @throws RegistryError when it must not be
   *   tried again.
   */
  async pause(asked: Omit<Asked, "registry">, failure: RegistryFailure, attempt: number): Promise<void> {
    const { now, random, sleep, patience, log } = this.#options;
    const delay = retryDelay(attempt, failure, now(), random());
    if (delay === undefined || !patience.take(now(), delay)) throw this.error(asked, failure);
    const place = { ...asked, registry: this.registry };
    const reason = escapeTerminal(failure.message.slice(0, 300)) || "refused";
    const status = failure.status === 0 ? "" : ` (${failure.status})`;
    log.info(`${asked.operation} ${nameOf(place)}: ${reason}${status}; again in ${(delay / 1000).toFixed(1)} s`);
    await sleep(delay);
  }

  error(asked: Omit<Asked, "registry">, failure: RegistryFailure): RegistryError {
    const { hasCredentials } = this.#authorization;
    const place = { ...asked, registry: this.registry, hasCredentials };
    return new RegistryError(place, failure, this.#options.now());
  }

  /** Once, but for what a 401 asks for. */
  async attempt(
    request: RegistryRequest,
  ): Promise<{ readonly answer: RegistryAnswer } | { readonly failure: RegistryFailure }> {
    try {
      const answer = await this.#authorized(request);
      if ("problem" in answer) return { failure: { status: 0, headers: {}, message: answer.problem, isFinal: true } };
      if (request.expected.includes(answer.status)) return { answer };
      const message = this.#authorization.redact(refusalOf(answer.body));
      return { failure: { status: answer.status, headers: answer.headers, message } };
    } catch (error) {
      if (error instanceof TokenRefusal)
        return { failure: { ...error.failure, message: this.#authorization.redact(error.failure.message) } };
      if (!(error instanceof WireError)) throw error;
      const { message, isFinal } = error;
      return { failure: { status: 0, headers: {}, message: this.#authorization.redact(message), isFinal } };
    }
  }

  async #authorized(request: RegistryRequest): Promise<RegistryAnswer | { readonly problem: string }> {
    for (let isSecond = false; ; isSecond = true) {
      const header = this.#isOwn(request.target) ? await this.#authorization.header(request.scopes) : undefined;
      const answer = await this.#follow(request, header);
      if ("problem" in answer || answer.status !== 401 || isSecond || !this.#isOwn(answer.url)) return answer;
      const challenge = parseChallenge(answer.headers["www-authenticate"]);
      if (!(await this.#authorization.learn(challenge, request.scopes, header))) return answer;
    }
  }

  /** Credentials go to the registry itself alone. */
  #isOwn(target: string | URL): boolean {
    return typeof target === "string" || target.origin === this.#origin;
  }

  /** The last answer of a chain of redirects. */
  async #follow(
    request: RegistryRequest,
    authorization: string | undefined,
  ): Promise<RegistryAnswer | { readonly problem: string }> {
    const { method, body, headers } = request;
    let secret = authorization;
    let url = this.#urlOf(request.target);
    for (let followed = 0; ; followed++) {
      const answer = await this.#send(request, url, {
        "user-agent": "jessy-actions",
        ...headers,
        ...(secret !== undefined && { authorization: secret }),
      });
      const { status } = answer;
      if (!isRedirect(status) || request.expected.includes(status)) return answer;
      if (followed === MAX_REDIRECTS) return { problem: `more than ${MAX_REDIRECTS} redirects` };
      const target = redirectAddress(answer.headers.location, answer.url.href);
      if ("problem" in target) return target;
      if (!isSafeStep(answer.url, target.url)) return { problem: `a redirect to ${target.url.host} without TLS` };
      const isWrite = body !== undefined || method === "POST";
      if (isWrite && status !== 307 && status !== 308)
        return { problem: "a redirect to something else than what was asked for" };
      if (!target.isSameHost) secret = undefined;
      url = target.url;
    }
  }

  #urlOf(target: string | URL): URL {
    return typeof target === "string" ? new URL(target, this.#origin) : target;
  }

  async #send(request: RegistryRequest, url: URL, headers: Readonly<Record<string, string>>): Promise<RegistryAnswer> {
    const { method, body } = request;
    const maxBytes = Math.max(request.maxBytes ?? 0, DEFAULT_MAX_BYTES);
    const { log, idleTimeout } = this.#options;
    const isOwnHost = url.host === new URL(this.#origin).host;
    const isInsecure = isOwnHost ? this.#mayBePlain : isLoopback(url.host);
    const start = performance.now();
    const say = (what: string | number) =>
      log.debug(
        `registry: ${method} ${url.host}${isOwnHost ? url.pathname : ""}: ${what}, ${Math.round(performance.now() - start)} ms`,
      );
    try {
      const certificates = this.#certificates;
      const answer = await send({ method, url, headers, body, maxBytes, isInsecure, certificates, idleTimeout });
      say(answer.status);
      return { ...answer, url };
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      say(error.message);
      if (!error.isPlainServer || !isOwnHost || !this.#mayBePlain || url.protocol === "http:") throw error;
      this.#origin = `http://${url.host}`;
      return await this.#send(request, new URL(`${url.pathname}${url.search}`, this.#origin), headers);
    }
  }
}

/** A step that does not leave TLS; on this machine there is nothing to leave. */
export function isSafeStep(from: URL, to: URL): boolean {
  return to.protocol === "https:" || (from.protocol === "http:" && (from.origin === to.origin || isLoopback(to.host)));
}
