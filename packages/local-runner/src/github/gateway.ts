import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import { CacheService } from "./cache-service.ts";
import { type Fault, Faults } from "./fault.ts";
import { limitRefusal } from "./limits.ts";

/** Whose token it is and what it may do, in the words of a workflow's `permissions:`. */
export interface TokenHolder {
  readonly login: string;
  readonly write: boolean;
}

export interface SeededPullRequest {
  readonly headOwner: string;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
}

export interface GitHubOptions {
  readonly owner: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly tokens: Readonly<Record<string, TokenHolder>>;
}

/** A request as it came in, without its token. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly status: number;
}

/**
 * GitHub on a loopback port. The state (issues, comments, pull requests) is `emulate`'s; before it stand what it lacks: whose token
 * may do what, GitHub's limits, GraphQL's `viewer`, the Actions cache, and faults on demand.
 */
export class EmulatedGitHub {
  readonly url: string;
  readonly cache: CacheService;
  readonly requests: RecordedRequest[] = [];
  readonly #options: GitHubOptions;
  readonly #faults = new Faults();
  readonly #pulls = new Map<number, SeededPullRequest>();
  readonly #emulatorUrl: string;
  readonly #close: () => Promise<void>;

  static async start(options: GitHubOptions): Promise<EmulatedGitHub> {
    const tokens = Object.fromEntries(
      Object.entries(options.tokens).map(([token, { login }]) => [token, { login, scopes: ["repo"] }]),
    );
    const logins = new Set([options.owner, ...Object.values(options.tokens).map((holder) => holder.login)]);
    const emulator = await createEmulator({
      service: "github",
      port: 0,
      seed: {
        tokens,
        github: {
          users: [...logins].map((login) => ({ login })),
          repos: [
            { owner: options.owner, name: options.repository, default_branch: options.defaultBranch, auto_init: true },
          ],
        },
      },
    });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const github = new EmulatedGitHub(
      options,
      emulator.url,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await emulator.close();
      },
    );
    server.on("request", (request, response) => {
      github.#serve(request, response).catch((error: unknown) => {
        response
          .writeHead(500, { "content-type": "application/json" })
          .end(JSON.stringify({ message: `gateway: ${String(error)}` }));
      });
    });
    return github;
  }

  private constructor(options: GitHubOptions, emulatorUrl: string, url: string, close: () => Promise<void>) {
    this.#options = options;
    this.#emulatorUrl = emulatorUrl;
    this.url = url;
    this.cache = new CacheService();
    this.#close = close;
  }

  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Opens a pull request; @returns its number. */
  async openPullRequest(pull: SeededPullRequest): Promise<number> {
    const answer = await this.#asOwner("POST", `/repos/${this.#options.owner}/${this.#options.repository}/pulls`, {
      title: "A change",
      // The emulator knows no forks, and the seeded head is what we answer with: only the number is its own.
      head: `${pull.headOwner}-${pull.headRef}`,
      base: pull.baseRef,
    });
    const { number } = answer as { number?: number };
    if (number === undefined) throw new Error(`the emulator did not open a pull request: ${JSON.stringify(answer)}`);
    this.#pulls.set(number, pull);
    return number;
  }

  /** Bodies of the comments on a pull request with their authors, oldest first. */
  async comments(
    number: number,
  ): Promise<readonly { readonly id: number; readonly body: string; readonly login: string }[]> {
    const list: { id: number; body: string; user: { login: string } }[] = [];
    for (let page = 1; ; page++) {
      const path = `/repos/${this.#options.owner}/${this.#options.repository}/issues/${number}/comments?per_page=100&page=${page}`;
      const part = (await this.#asOwner("GET", path)) as typeof list;
      list.push(...part);
      if (part.length < 100) return list.map(({ id, body, user }) => ({ id, body, login: user.login }));
    }
  }

  get owner(): string {
    return this.#options.owner;
  }

  get repository(): string {
    return this.#options.repository;
  }

  get defaultBranch(): string {
    return this.#options.defaultBranch;
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #asOwner(method: string, path: string, body?: unknown): Promise<unknown> {
    const [token] = Object.entries(this.#options.tokens).find(([, holder]) => holder.write) ?? [];
    const response = await fetch(this.#emulatorUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const method = request.method ?? "GET";
    const bytes = await readBody(request);
    if (url.pathname.startsWith("/blobs/")) {
      const answer = this.cache.blob(
        method,
        url.pathname.slice("/blobs/".length),
        url.searchParams,
        bytes,
        request.headers["x-ms-range"]?.toString() ?? request.headers.range,
      );
      response
        .writeHead(answer.status, { "x-ms-request-id": randomUUID(), "x-ms-version": "2025-01-05", ...answer.headers })
        .end(answer.body);
      return;
    }
    const fault = this.#faults.take(method, url.pathname);
    if (fault === "drop") {
      request.socket.destroy();
      return;
    }
    const body = parseJson(bytes);
    const answer = await this.#answer(method, url, body, fault, request.headers.authorization);
    this.requests.push({ method, path: url.pathname, query: url.search, body, status: answer.status });
    if (fault === "drop-after") {
      request.socket.destroy();
      return;
    }
    if (typeof fault === "object" && "delay" in fault) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    const text =
      fault === "malformed" ? "<html>Unicorn!</html>" : answer.body === undefined ? "" : JSON.stringify(answer.body);
    response
      .writeHead(answer.status, {
        "content-type": "application/json; charset=utf-8",
        "x-github-request-id": randomUUID().slice(0, 8).toUpperCase(),
        "x-ratelimit-limit": "1000",
        "x-ratelimit-remaining": "900",
        ...answer.headers,
      })
      .end(text);
  }

  async #answer(
    method: string,
    url: URL,
    body: unknown,
    fault: Fault["kind"] | undefined,
    authorization: string | undefined,
  ): Promise<Answer> {
    if (typeof fault === "object" && "status" in fault)
      return {
        status: fault.status,
        body: { message: fault.message },
        ...(fault.headers && { headers: fault.headers }),
      };
    const twirp = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1];
    if (twirp !== undefined) {
      const answer = this.cache.call(twirp, (body ?? {}) as Record<string, unknown>, (id) => `${this.url}/blobs/${id}`);
      return answer === undefined
        ? { status: 404, body: { code: "bad_route", msg: twirp } }
        : { status: 200, body: answer };
    }
    const token = /^(?:Bearer|token) (.+)$/i.exec(authorization ?? "")?.[1];
    const holder = this.#options.tokens[token ?? ""];
    if (holder === undefined)
      return {
        status: 401,
        body: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" },
      };
    if (url.pathname === "/graphql") return graphql(body, holder);
    if (method !== "GET" && !holder.write) {
      return {
        status: 403,
        body: {
          message: "Resource not accessible by integration",
          documentation_url: "https://docs.github.com/rest",
          status: "403",
        },
        headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
      };
    }
    const refusal = limitRefusal(method, url.pathname, body);
    if (refusal !== undefined) return refusal;
    if (method === "GET" && url.pathname === `/repos/${this.#options.owner}/${this.#options.repository}/pulls`)
      return this.#listPulls(url.searchParams);
    return this.#forward(method, url, body, token!);
  }

  /** The emulator knows no commits of ours: heads and bases are the seeded ones. */
  #listPulls(query: URLSearchParams): Answer {
    const pulls = [...this.#pulls]
      .filter(([, pull]) => query.get("head") === null || query.get("head") === `${pull.headOwner}:${pull.headRef}`)
      .map(([number, pull]) => ({
        number,
        state: "open",
        head: { ref: pull.headRef, sha: pull.headSha, repo: { owner: { login: pull.headOwner } } },
        base: { ref: pull.baseRef, sha: pull.baseSha },
      }));
    return { status: 200, body: pulls };
  }

  async #forward(method: string, url: URL, body: unknown, token: string): Promise<Answer> {
    const response = await fetch(this.#emulatorUrl + url.pathname + url.search, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        accept: "application/vnd.github+json",
      },
      ...(body !== undefined && method !== "GET" && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const link = response.headers.get("link");
    return {
      status: response.status,
      body: text === "" ? undefined : JSON.parse(text.replaceAll(this.#emulatorUrl, this.url)),
      ...(link !== null && { headers: { link: link.replaceAll(this.#emulatorUrl, this.url) } }),
    };
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function graphql(body: unknown, holder: TokenHolder): Answer {
  const query = (body as { query?: unknown } | undefined)?.query;
  if (typeof query === "string" && /\bviewer\s*\{\s*login\s*\}/.test(query))
    return { status: 200, body: { data: { viewer: { login: holder.login } } } };
  return { status: 200, body: { errors: [{ message: "the emulated GitHub answers only `viewer { login }`" }] } };
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
