import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createEmulator } from "emulate";
import { trace } from "../command-line/trace.ts";
import type { Addresses } from "./address.ts";
import type { Answer } from "./answer.ts";
import { ArchiveStore, archiveRoutes } from "./archive-routes.ts";
import { CacheService } from "./cache-service.ts";
import { codeScanningRoutes } from "./code-scanning-routes.ts";
import { CodeScanningService } from "./code-scanning-service.ts";
import { CommentLists } from "./comment-lists.ts";
import { commitRoutes } from "./commit-routes.ts";
import { deploymentRoutes } from "./deployment-routes.ts";
import { DeploymentService } from "./deployment-service.ts";
import { askEmulator } from "./emulator-request.ts";
import { type Fault, Faults } from "./fault.ts";
import { fileRoutes } from "./file-routes.ts";
import { GitRefs } from "./git-refs.ts";
import { limitRefusal } from "./limits.ts";
import { LoopbackServer } from "./loopback-server.ts";
import { pullDocument } from "./pull-document.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { refRoutes } from "./ref-routes.ts";
import { releaseRoutes } from "./release-routes.ts";
import { ReleaseService } from "./release-service.ts";
import { type RepositoryFiles, StoredFiles } from "./repository-files.ts";
import { badCredentials, faultAnswer, isStored, respond } from "./response.ts";
import { answerFrom, type Call, type Route } from "./route.ts";
import type { SeededPullRequest } from "./seeded-pull-request.ts";
import type { TokenHolder } from "./token-holder.ts";
import { UploadsHost } from "./uploads-host.ts";
import { userId } from "./user-document.ts";
import { workflowRunRoutes } from "./workflow-run-routes.ts";
import { WorkflowRuns } from "./workflow-runs.ts";

export type { RecordedRequest } from "./recorded-request.ts";
export type { TokenHolder } from "./token-holder.ts";

export interface GitHubOptions {
  readonly owner: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly tokens: Readonly<Record<string, TokenHolder>>;
}

/**
 * GitHub on a loopback port. The state (issues, comments, pull requests) is `emulate`'s; before it stand what it lacks: whose token
 * may do what, GitHub's limits, GraphQL's `viewer`, the Actions cache, releases with their tags, and faults on demand.
 */
export class EmulatedGitHub {
  readonly url: string;
  readonly cache: CacheService;
  /** Commits, branches and tags. */
  readonly refs: GitRefs;
  readonly releases: ReleaseService;
  readonly codeScanning: CodeScanningService;
  readonly deployments = new DeploymentService();
  readonly workflowRuns = new WorkflowRuns();
  /** Of commits of any repository. */
  readonly archives = new ArchiveStore();
  /** Refs of other repositories, by `owner/name`, which may be read. */
  readonly others = new Map<string, GitRefs>();
  /** What commits hold. */
  files: RepositoryFiles = new StoredFiles();
  /** What an answer says of the repository beside what the emulator knows: how pull requests are merged, for one. */
  readonly repositorySettings: Record<string, unknown> = {
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    squash_merge_commit_title: "COMMIT_OR_PR_TITLE",
    squash_merge_commit_message: "COMMIT_MESSAGES",
    merge_commit_title: "MERGE_MESSAGE",
    merge_commit_message: "PR_TITLE",
  };
  readonly requests: RecordedRequest[] = [];
  readonly #options: GitHubOptions;
  readonly #faults = new Faults();
  readonly #pulls = new Map<number, SeededPullRequest>();
  readonly #comments = new CommentLists(() => this.#commentLists());
  readonly #routes: readonly Route[];
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
    const uploads = await UploadsHost.start();
    const server = await LoopbackServer.start();
    const github = new EmulatedGitHub(options, emulator.url, server.url, uploads, async () => {
      await server.close();
      await uploads.close();
      await emulator.close();
    });
    server.onRequest((request, response) => {
      github.#serve(request, response).catch((error: unknown) => {
        response
          .writeHead(500, { "content-type": "application/json" })
          .end(JSON.stringify({ message: `gateway: ${String(error)}` }));
      });
    });
    return github;
  }

  private constructor(
    options: GitHubOptions,
    emulatorUrl: string,
    url: string,
    uploads: UploadsHost,
    close: () => Promise<void>,
  ) {
    this.#options = options;
    this.#emulatorUrl = emulatorUrl;
    this.url = url;
    this.cache = new CacheService();
    this.#close = close;
    const place = `${options.owner}/${options.repository}`;
    const addresses: Addresses = {
      api: `${url}/repos/${place}`,
      uploads: `${uploads.url}/repos/${place}`,
      objects: `${uploads.url}/objects`,
      html: `https://github.com/${place}`,
    };
    this.refs = new GitRefs(options.defaultBranch);
    this.releases = new ReleaseService(this.refs, options.defaultBranch, addresses.html);
    this.codeScanning = new CodeScanningService(this.refs, (number) => this.#pulls.get(number));
    this.#routes = [
      ...releaseRoutes(this.releases, addresses),
      ...refRoutes(this.refs, addresses),
      ...fileRoutes(this.refs, () => this.files, addresses),
      ...commitRoutes(this.refs, (number) => this.#pulls.get(number), addresses),
      ...codeScanningRoutes(this.codeScanning, addresses),
      ...deploymentRoutes(this.deployments, addresses),
      ...archiveRoutes(place, this.refs, url),
      ...workflowRunRoutes(this.workflowRuns, addresses),
    ];
    uploads.backend = {
      releases: this.releases,
      addresses,
      faults: this.#faults,
      requests: this.requests,
      holder: (authorization) => this.#holder(authorization)?.holder,
    };
  }

  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  endFaults(): void {
    this.#faults.clear();
  }

  /** Lists of comments, releases and refs show from now on what was so many milliseconds ago; single things are as they are. */
  listsLag(milliseconds: number): void {
    for (const replica of [this.#comments.replica, this.releases.lists, this.refs.lists]) replica.delay = milliseconds;
  }

  /** Opens a pull request; @returns its number. */
  async openPullRequest(pull: SeededPullRequest): Promise<number> {
    const answer = await this.#asOwner("POST", `/repos/${this.#options.owner}/${this.#options.repository}/pulls`, {
      title: pull.title ?? "A change",
      ...(pull.body !== undefined && { body: pull.body }),
      // The emulator knows no forks, and the seeded head is what we answer with: only the number is its own.
      head: `${pull.headOwner}-${pull.headRef}`,
      base: pull.baseRef,
    });
    const { number } = answer as { number?: number };
    if (number === undefined) throw new Error(`the emulator did not open a pull request: ${JSON.stringify(answer)}`);
    this.#pulls.set(number, pull);
    return number;
  }

  /** Changes a pull request as its author would in the browser. */
  async editPullRequest(number: number, fields: { readonly title: string }): Promise<void> {
    await this.#asOwner("PATCH", `/repos/${this.#options.owner}/${this.#options.repository}/pulls/${number}`, fields);
  }

  async addLabels(number: number, labels: readonly string[]): Promise<void> {
    const path = `/repos/${this.#options.owner}/${this.#options.repository}/issues/${number}/labels`;
    await this.#asOwner("POST", path, { labels });
  }

  /** The pull request gets other commits, as by a push. */
  pushTo(number: number, headSha: string): void {
    this.#pulls.set(number, { ...this.#pulls.get(number)!, headSha });
  }

  /** Bodies of the comments on a pull request with their authors, oldest first. */
  async comments(
    number: number,
  ): Promise<readonly { readonly id: number; readonly body: string; readonly login: string }[]> {
    return (await this.#commentDocuments(number)).map(({ id, body, user }) => ({ id, body, login: user.login }));
  }

  async #commentDocuments(number: number): Promise<readonly CommentDocument[]> {
    const list: CommentDocument[] = [];
    for (let page = 1; ; page++) {
      const path = `/repos/${this.#options.owner}/${this.#options.repository}/issues/${number}/comments?per_page=100&page=${page}`;
      const part = (await this.#asOwner("GET", path)) as readonly CommentDocument[];
      list.push(...part);
      if (part.length < 100) return list;
    }
  }

  async #commentLists(): Promise<ReadonlyMap<number, readonly CommentDocument[]>> {
    const lists = new Map<number, readonly CommentDocument[]>();
    for (const number of this.#pulls.keys()) lists.set(number, await this.#commentDocuments(number));
    return lists;
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
    const { text } = await askEmulator(this.#emulatorUrl + path, method, { authorization: `Bearer ${token}` }, body);
    return JSON.parse(text);
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
    const taken = this.#faults.take(method, url.pathname);
    const fault = taken?.kind;
    if (fault === "drop") {
      request.socket.destroy();
      return;
    }
    const body = parseJson(bytes);
    const instead = faultAnswer(fault);
    const given =
      instead === undefined || isStored(fault) ? await this.#answer(method, url, body, request.headers) : instead;
    taken?.meanwhile?.();
    const answer = instead ?? given;
    this.requests.push({ method, path: url.pathname, query: url.search, body, status: answer.status });
    trace(`${method} ${url.pathname}${url.search}: ${answer.status}`);
    await respond(request, response, answer, fault);
  }

  #holder(authorization: string | undefined): { readonly token: string; readonly holder: TokenHolder } | undefined {
    const token = /^(?:Bearer|token) (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
    const holder = this.#options.tokens[token];
    return holder && { token, holder };
  }

  async #answer(method: string, url: URL, body: unknown, headers: IncomingHttpHeaders): Promise<Answer> {
    const twirp = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1];
    if (twirp !== undefined) {
      const answer = this.cache.call(twirp, (body ?? {}) as Record<string, unknown>, (id) => `${this.url}/blobs/${id}`);
      return answer === undefined
        ? { status: 404, body: { code: "bad_route", msg: twirp } }
        : { status: 200, body: answer };
    }
    const archive = this.archives.answer(url.pathname);
    if (archive !== undefined) return archive;
    const known = this.#holder(headers.authorization);
    if (known === undefined) return badCredentials;
    const { token, holder } = known;
    if (url.pathname === "/graphql") return graphql(body, holder);
    const ours = this.#answerOurs(method, url, body, headers, holder);
    if (ours !== undefined) return ours;
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
    const path = this.#below(url);
    if (CommentLists.knows(path))
      return this.#comments.answer(method, path, url, () => this.#forward(method, url, body, token));
    const answer = await this.#forward(method, url, body, token);
    return method === "GET" && answer.status === 200 ? this.#completed(url, answer, holder) : answer;
  }

  /** Releases, refs and commits: the emulator's are not faithful. */
  #answerOurs(
    method: string,
    url: URL,
    body: unknown,
    headers: IncomingHttpHeaders,
    holder: TokenHolder,
  ): Answer | undefined {
    const path = this.#below(url);
    if (path === undefined) return this.#answerOther({ method, url, body: {}, accept: "", holder });
    const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
    return answerFrom(this.#routes, { method, url, path, body: fields, accept: headers.accept ?? "", holder });
  }

  #answerOther(call: Omit<Call, "path">): Answer | undefined {
    const [, name = "", path = ""] = /^\/repos\/([^/]+\/[^/]+)(\/.*)$/.exec(call.url.pathname) ?? [];
    const refs = this.others.get(name);
    if (refs === undefined || call.method !== "GET") return undefined;
    const html = `https://github.com/${name}`;
    const addresses = { api: `${this.url}/repos/${name}`, uploads: "", objects: "", html };
    const routes = [
      ...refRoutes(refs, addresses),
      ...commitRoutes(refs, () => undefined, addresses),
      ...archiveRoutes(name, refs, this.url),
    ];
    return answerFrom(routes, { ...call, path: decodeURIComponent(path) });
  }

  /** The part of a path behind the repository's own. */
  #below(url: URL): string | undefined {
    const prefix = `/repos/${this.#options.owner}/${this.#options.repository}`;
    const path = url.pathname.slice(prefix.length);
    return url.pathname.startsWith(prefix) && /^(?:\/|$)/.test(path) ? decodeURIComponent(path) : undefined;
  }

  /** Adds to the emulator's answer what it does not know. */
  #completed(url: URL, answer: Answer, holder: TokenHolder): Answer {
    const path = this.#below(url);
    const body = answer.body as Readonly<Record<string, unknown>>;
    // Only those who may push are told how pull requests are merged.
    if (path === "") {
      const counts = { network_count: 0, subscribers_count: 0 };
      const known = Object.entries(body).filter(([name]) => !/^allow_|^delete_branch/.test(name));
      return {
        ...answer,
        body: { ...counts, ...Object.fromEntries(known), ...(holder.write && this.repositorySettings) },
      };
    }
    const pull = this.#pulls.get(Number(/^\/pulls\/(\d+)$/.exec(path ?? "")?.[1]));
    if (pull === undefined) return answer;
    const commits = this.refs.between(pull.baseSha, pull.headSha).length;
    return { ...answer, body: pullDocument(body, pull, this.#options.owner, commits) };
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
    const { status, headers, text } = await askEmulator(
      this.#emulatorUrl + url.pathname + url.search,
      method,
      { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
      method === "GET" ? undefined : body,
    );
    const link = headers.link?.toString();
    return {
      status,
      body: text === "" ? undefined : JSON.parse(text.replaceAll(this.#emulatorUrl, this.url)),
      ...(link !== undefined && { headers: { link: link.replaceAll(this.#emulatorUrl, this.url) } }),
    };
  }
}

type CommentDocument = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
};

function graphql(body: unknown, { login }: TokenHolder): Answer {
  const query = (body as { query?: unknown } | undefined)?.query;
  const fields = typeof query === "string" ? /\bviewer\s*\{\s*login(\s+databaseId)?\s*\}/.exec(query) : null;
  if (fields === null)
    return {
      status: 200,
      body: { errors: [{ message: "the emulated GitHub answers only `viewer { login databaseId }`" }] },
    };
  return { status: 200, body: { data: { viewer: { login, ...(fields[1] && { databaseId: userId(login) }) } } } };
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
