import type { Log } from "../runner/log.ts";
import { answerErrors, MALFORMED, parseAnswer, requestHeaders } from "./answer.ts";
import { type RequestFailure, retryDelay } from "./retry.ts";
import { wait } from "./wait.ts";

/** A request that GitHub refused, or that never got an answer (status 0). The message never holds the token. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly status: number;

  constructor(route: string, failure: RequestFailure, requestId: string | undefined) {
    const answer = failure.status === 0 ? "no answer" : `status ${failure.status}`;
    super(`${route}: ${answer}: ${failure.message}${requestId === undefined ? "" : ` (request ${requestId})`}`);
    this.status = failure.status;
  }
}

export interface GitHubOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

export type Parameters = Readonly<Record<string, string | number | boolean | undefined | readonly unknown[] | object>>;

/** How long one request may take. */
const REQUEST_TIMEOUT = 30_000;

const PER_PAGE = 100;

/** A client for the few routes that actions need: retries by `retryDelay`, pages, github.com and GitHub Enterprise Server. */
export class GitHub {
  readonly #options: GitHubOptions;

  constructor(options: GitHubOptions) {
    this.#options = options;
    useProxyOfEnvironment();
  }

  /**
   * One request.
   *
   * @param route e.g. `GET /repos/{owner}/{repo}/issues/{issue_number}/comments`; @param parameters fill the path, then the query
   * (GET) or the body.
   * @throws GitHubError after the last attempt.
   */
  async request<Answer>(route: string, parameters: Parameters = {}): Promise<Answer> {
    const { method, url, body } = expandRoute(route, parameters, this.#options.apiUrl);
    return (await this.#send(route, method, url, body)).data as Answer;
  }

  /** Every item of a list, page by page. */
  async *paginate<Item>(route: string, parameters: Parameters = {}): AsyncIterable<Item> {
    const first = expandRoute(route, { per_page: PER_PAGE, ...parameters }, this.#options.apiUrl);
    let url: string | undefined = first.url;
    while (url !== undefined) {
      const { data, link }: Answer = await this.#send(route, "GET", url, undefined);
      yield* data as Item[];
      url = nextPage(link, this.#options.apiUrl);
    }
  }

  async graphql<Answer>(query: string): Promise<Answer> {
    const { data } = await this.#send("POST /graphql", "POST", this.#options.graphqlUrl, JSON.stringify({ query }));
    const answer = data as { data?: Answer; errors?: readonly { message: string }[] };
    if (answer.data === undefined || answer.errors !== undefined) {
      const message = answer.errors?.map((error) => error.message).join("; ") ?? "no data";
      throw new GitHubError("POST /graphql", { method: "POST", status: 200, headers: {}, message }, undefined);
    }
    return answer.data;
  }

  async #send(route: string, method: string, url: string, body: string | undefined): Promise<Answer> {
    const { token, log, sleep = wait, random = Math.random } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptRequest(method, url, body, token);
      if ("data" in outcome) return outcome;
      const delay = retryDelay(attempt, outcome.failure, Date.now(), random());
      if (delay === undefined)
        throw new GitHubError(route, outcome.failure, outcome.failure.headers["x-github-request-id"]);
      log.info(
        `GitHub: ${route}: ${outcome.failure.message} (${outcome.failure.status}); again in ${(delay / 1000).toFixed(1)} s`,
      );
      await sleep(delay);
    }
  }
}

interface Answer {
  readonly data: unknown;
  readonly link: string | undefined;
}

async function attemptRequest(
  method: string,
  url: string,
  body: string | undefined,
  token: string,
): Promise<Answer | { readonly failure: RequestFailure }> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...requestHeaders(token),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body }),
      // GitHub redirects renamed repositories; fetch drops the authorization header when the host changes.
      redirect: "follow",
      signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    const text = await response.text();
    const headers = Object.fromEntries(response.headers);
    const data = text === "" ? undefined : parseAnswer(text);
    if (response.ok && data !== MALFORMED) return { data, link: headers.link };
    const status = response.ok ? 0 : response.status;
    return { failure: { method, status, headers, message: messageOf(data, response) } };
  } catch (error) {
    return { failure: { method, status: 0, headers: {}, message: describeNetworkError(error) } };
  }
}

/** GitHub's own message, and what is missing when a token lacks a permission. */
function messageOf(data: unknown, response: Response): string {
  if (data === MALFORMED) return response.ok ? "the answer is no JSON" : response.statusText || "no JSON in the answer";
  const { message } = (data ?? {}) as { message?: unknown };
  const text = typeof message === "string" ? message : response.statusText;
  const accepted = response.headers.get("x-accepted-github-permissions");
  const hint =
    response.status === 403 && accepted !== null
      ? `; the job needs \`permissions:\` ${accepted.replaceAll("=", ": ").replaceAll("_", "-")}`
      : "";
  return `${text}${answerErrors(data)}${hint}`;
}

function describeNetworkError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${REQUEST_TIMEOUT / 1000} s`;
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

function expandRoute(
  route: string,
  parameters: Parameters,
  apiUrl: string,
): { method: string; url: string; body: string | undefined } {
  const [method = "GET", template = "/"] = route.split(" ");
  const rest = new Map(Object.entries(parameters).filter(([, value]) => value !== undefined));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    if (value === undefined) throw new Error(`${route} needs the parameter ${name}`);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const url = apiUrl.replace(/\/$/, "") + path;
  if (method !== "GET" && method !== "DELETE") {
    return { method, url, body: rest.size === 0 ? undefined : JSON.stringify(Object.fromEntries(rest)) };
  }
  const query = new URLSearchParams([...rest].map(([name, value]): [string, string] => [name, String(value)]));
  return { method, url: rest.size === 0 ? url : `${url}?${query}`, body: undefined };
}

/** The `rel="next"` of a Link header (RFC 8288). One that leads to another host is not followed: it would get the token. */
function nextPage(link: string | undefined, apiUrl: string): string | undefined {
  const next = link?.match(/<([^>]+)>;\s*rel="next"/)?.[1];
  return next !== undefined && new URL(next).origin === new URL(apiUrl).origin ? next : undefined;
}

/** Node's fetch ignores HTTPS_PROXY unless told; runners older than Node 24.21 do not have the call yet. */
function useProxyOfEnvironment(): void {
  const proxied = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some((name) => process.env[name]);
  if (!proxied) return;
  const http = process.getBuiltinModule("node:http") as { setGlobalProxyFromEnv?: () => void };
  http.setGlobalProxyFromEnv?.();
}
