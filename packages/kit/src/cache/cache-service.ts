import { retryDelay } from "../github/retry.ts";
import { useProxyOfEnvironment } from "../http/proxy.ts";
import { wait } from "../http/wait.ts";
import type { Environment } from "../runner/environment.ts";

/** The service takes at most ten keys in one look-up. */
export const MAX_CACHE_KEYS = 10;

/** How long one attempt may take, milliseconds: a baseline of a large repository has a few megabytes. */
const REQUEST_TIMEOUT = 30_000;

/** Twirp's address of the one call that reading takes. */
const LOOK_UP = "/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";

/** What the service may say about an entry. */
const MAX_ANSWER_BYTES = 100_000;

export interface ServiceOptions {
  readonly environment: Environment;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds of one attempt. */
  readonly timeout?: number;
}

/** An entry that the service holds, and the signed address of its archive. */
export interface CacheEntry {
  readonly key: string;
  readonly url: string;
}

/** The service, or an archive in it, did not answer, or not as it should. The message is half a sentence. */
export class CacheUnavailable extends Error {
  override readonly name = "CacheUnavailable";
}

/** The service names an entry, and there is no archive behind it. */
export class ArchiveMissing extends Error {
  override readonly name = "ArchiveMissing";
}

/**
 * The reading half of GitHub's cache service. @actions/cache answers a miss, an outage and a broken archive alike, with
 * `undefined`, and unpacks wherever an archive says; who judges by what is kept must know which it was.
 *
 * The requests are those of @actions/cache 6: version 2 of the service, and version 1 of GitHub Enterprise Server.
 */
export class CacheService {
  readonly #options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.#options = options;
    useProxyOfEnvironment();
  }

  /** Whether this runner has a cache at all: on a server without one there is nothing that could be lost. */
  get exists(): boolean {
    return this.#isVersion2 ? this.#variable("ACTIONS_RESULTS_URL") !== "" : this.#variable("ACTIONS_CACHE_URL") !== "";
  }

  /**
   * @param keys best first; each also finds the newest entry that begins with it.
   * @returns undefined when the service says that there is none.
   * @throws CacheUnavailable when it does not say.
   */
  async find(keys: readonly string[], version: string): Promise<CacheEntry | undefined> {
    const mode = this.#variable("ACTIONS_CACHE_MODE").trim().toLowerCase();
    if (mode === "none" || mode === "write-only")
      throw new CacheUnavailable(`the cache mode \`${mode}\` of this run does not allow reading`);
    if (this.#variable("ACTIONS_RUNTIME_TOKEN") === "")
      throw new CacheUnavailable("this step has no token for it (ACTIONS_RUNTIME_TOKEN)");
    return this.#isVersion2 ? this.#find2(keys, version) : this.#find1(keys, version);
  }

  /** @throws ArchiveMissing when it is not there. @throws CacheUnavailable when it does not come, or is too large. */
  async download({ url }: CacheEntry, maxBytes: number): Promise<Buffer> {
    const { status, body } = await this.#ask(url, { method: "GET" }, maxBytes);
    if (status === 200) return body;
    throw new ArchiveMissing(`its archive is not there (status ${status})`);
  }

  async #find2(keys: readonly string[], version: string): Promise<CacheEntry | undefined> {
    const [key, ...others] = keys;
    const origin = this.#variable("ACTIONS_RESULTS_URL");
    if (!URL.canParse(origin)) throw new CacheUnavailable("its address is not a URL (ACTIONS_RESULTS_URL)");
    const { status, body } = await this.#ask(
      new URL(LOOK_UP, origin).href,
      {
        method: "POST",
        headers: { ...this.#authorization, "content-type": "application/json" },
        body: JSON.stringify({ key, restore_keys: others, version }),
      },
      MAX_ANSWER_BYTES,
    );
    if (status !== 200) throw refused(status, body);
    const answer = parseObject(body);
    // Left out where it is false: protobuf's JSON has no defaults.
    if (answer.ok === undefined || answer.ok === false) return undefined;
    const found = answer.matched_key ?? answer.matchedKey;
    const url = answer.signed_download_url ?? answer.signedDownloadUrl;
    if (answer.ok !== true || typeof found !== "string" || typeof url !== "string" || !URL.canParse(url))
      throw new CacheUnavailable("its answer names no entry");
    return { key: found, url };
  }

  async #find1(keys: readonly string[], version: string): Promise<CacheEntry | undefined> {
    const query = `_apis/artifactcache/cache?keys=${encodeURIComponent(keys.join(","))}&version=${version}`;
    const { status, body } = await this.#ask(
      `${this.#variable("ACTIONS_CACHE_URL")}${query}`,
      { method: "GET", headers: { ...this.#authorization, accept: "application/json;api-version=6.0-preview.1" } },
      MAX_ANSWER_BYTES,
    );
    if (status === 204) return undefined;
    if (status !== 200) throw refused(status, body);
    const { cacheKey, archiveLocation } = parseObject(body);
    if (typeof cacheKey !== "string" || typeof archiveLocation !== "string" || !URL.canParse(archiveLocation))
      throw new CacheUnavailable("its answer names no entry");
    return { key: cacheKey, url: archiveLocation };
  }

  get #isVersion2(): boolean {
    // As @actions/cache decides: a server of one's own has version 1, whatever its runner says.
    const { hostname } = new URL(this.#variable("GITHUB_SERVER_URL") || "https://github.com");
    const isGitHub = /^github\.com$|\.ghe\.com$|\.localhost$/i.test(hostname);
    return isGitHub && this.#variable("ACTIONS_CACHE_SERVICE_V2") !== "";
  }

  get #authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.#variable("ACTIONS_RUNTIME_TOKEN")}`, "user-agent": "jessy-actions" };
  }

  #variable(name: string): string {
    return this.#options.environment[name] ?? "";
  }

  /** Looking up and downloading change nothing, so both may be tried again. */
  async #ask(
    url: string,
    init: RequestInit,
    maxBytes: number,
  ): Promise<{ readonly status: number; readonly body: Buffer }> {
    const { sleep = wait, timeout = REQUEST_TIMEOUT } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const answer = await attemptRequest(url, init, { maxBytes, timeout });
      if (answer.status > 0 && answer.status < 500 && answer.status !== 429) return answer;
      const message = answer.status === 0 ? answer.body.toString() : `it answers with status ${answer.status}`;
      const failure = { method: "GET", status: answer.status, headers: answer.headers, message };
      const delay = retryDelay(attempt, failure, Date.now(), Math.random());
      if (delay === undefined) throw new CacheUnavailable(message);
      await sleep(delay);
    }
  }
}

/** @returns status 0, and half a sentence as the body, when no whole answer came. */
async function attemptRequest(
  url: string,
  init: RequestInit,
  { maxBytes, timeout }: { readonly maxBytes: number; readonly timeout: number },
): Promise<{ readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
      bytes += part.length;
      if (bytes > maxBytes) throw new CacheUnavailable(`it sends more than ${maxBytes} bytes`);
      parts.push(part);
    }
    return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.concat(parts) };
  } catch (error) {
    if (error instanceof CacheUnavailable) throw error;
    return { status: 0, headers: {}, body: Buffer.from(networkWords(error as Error, timeout)) };
  }
}

function networkWords(error: Error, timeout: number): string {
  if (error.name === "TimeoutError") return `it does not answer within ${timeout / 1000} s`;
  return `it does not answer (${error.cause instanceof Error ? error.cause.message : error.message})`;
}

/** A refusal, with the service's own word for it: `cache read denied: ...`. */
function refused(status: number, body: Buffer): CacheUnavailable {
  let word = "";
  try {
    const { msg, message } = parseObject(body);
    const text = msg ?? message;
    if (typeof text === "string") word = `: ${text.slice(0, 200)}`;
  } catch {
    // A page of a proxy, or nothing.
  }
  return new CacheUnavailable(`it answers with status ${status}${word}`);
}

function parseObject(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
      return parsed as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw new CacheUnavailable("its answer is not valid JSON");
}
