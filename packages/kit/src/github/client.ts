import { useProxyOfEnvironment } from "../http/proxy.ts";
import { wait } from "../http/wait.ts";
import type { Log } from "../runner/log.ts";
import { Allowance, LIMITS, type Limits } from "./allowance.ts";
import { requestHeaders } from "./answer.ts";
import { GitHubError, unusableAnswer } from "./error.ts";
import { type AnsweredRequest, exchange } from "./exchange.ts";
import { nextPage } from "./next-page.ts";
import { list, object, optional, readAnswer, type Shape, text } from "./shape.ts";

export { GitHubError } from "./error.ts";

export interface GitHubOptions {
  /** Empty: anonymous. */
  readonly token: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly log: Log;
  /** Where they differ from `LIMITS`. */
  readonly limits?: Partial<Limits>;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

export type Parameters = Readonly<Record<string, string | number | boolean | undefined | readonly unknown[] | object>>;

const PER_PAGE = 100;

/** A list with more pages than this has no end. */
export const MAX_PAGES = 1000;

type Octokit = InstanceType<typeof import("@actions/github/lib/utils").GitHub>;

/**
 * GitHub's API by octokit, with retries of our own (`exchange`); github.com and GitHub Enterprise Server. What GitHub
 * answers goes on only through a `Shape`: whatever comes, a caller gets what it asked for, or a GitHubError.
 */
export class GitHub {
  readonly #options: GitHubOptions;
  readonly #allowance: Allowance;
  #loaded: Promise<Octokit> | undefined;

  constructor(options: GitHubOptions) {
    this.#options = options;
    this.#allowance = new Allowance({ ...LIMITS, ...options.limits });
  }

  /** The same client with less time, for what must not hold up a run. @param totalTime milliseconds. */
  within(totalTime: number): GitHub {
    const { limits } = this.#options;
    const other = new GitHub({ ...this.#options, limits: { ...limits, totalTime } });
    other.#loaded = this.#loaded;
    return other;
  }

  /**
   * One request.
   *
   * @param route e.g. `GET /repos/{owner}/{repo}/issues/{issue_number}/comments`; @param parameters fill the path, then
   * the query (GET) or the body; @param shape of the answer.
   * @throws GitHubError after the last attempt, and for an answer of another shape.
   */
  async request<Answer>(route: string, parameters: Parameters, shape: Shape<Answer>): Promise<Answer> {
    return readAnswer(route, await this.#ask(route, route, parameters), shape);
  }

  /** One request whose answer nobody needs. @throws GitHubError as `request` does. */
  async send(route: string, parameters: Parameters): Promise<void> {
    await this.#ask(route, route, parameters);
  }

  /**
   * A file that GitHub makes or keeps, e.g. the archive of a commit: in memory, so of at most `Limits.answerBytes`.
   * GitHub redirects to other hosts of its own, which get no token.
   *
   * @throws GitHubError after the last attempt.
   */
  async download(route: string, parameters: Parameters): Promise<Uint8Array> {
    return (await this.#ask(route, route, parameters, true)).data as Uint8Array;
  }

  /**
   * Every item of a list, page by page.
   *
   * @throws GitHubError as `request` does, and for a list that has no end or that goes on where it must not be read.
   */
  async *paginate<Item>(route: string, parameters: Parameters, shape: Shape<Item>): AsyncIterable<Item> {
    const read = new Set<string>();
    let answer = await this.#ask(route, route, { per_page: PER_PAGE, ...parameters });
    for (;;) {
      yield* readAnswer(route, answer, list(shape));
      read.add(answer.url);
      const next = nextPage(answer.headers.link, this.#options.apiUrl);
      if (next === undefined) return;
      const { status, headers } = answer;
      if ("problem" in next) throw unusableAnswer(route, status, next.problem, headers);
      if (read.has(next.url))
        throw unusableAnswer(route, status, "the list leads back to a page that was read", headers);
      if (read.size === MAX_PAGES)
        throw unusableAnswer(route, status, `the list has more than ${MAX_PAGES} pages`, headers, "too-large");
      answer = await this.#ask(route, `GET ${next.url}`, {});
    }
  }

  /** @param shape of the answer's `data`. @throws GitHubError as `request` does, and for what GraphQL refuses. */
  async graphql<Answer>(query: string, shape: Shape<Answer>): Promise<Answer> {
    const route = "POST /graphql";
    const answer = await this.#ask(route, `POST ${this.#options.graphqlUrl}`, { query });
    // It refuses with status 200.
    const { errors = [] } = readAnswer(route, answer, refusedQuery);
    const { status, headers } = answer;
    if (errors.length > 0)
      throw new GitHubError(route, { status, headers, message: errors.map(({ message }) => message).join("; ") });
    return readAnswer(route, answer, (root) => shape(root.get("data")));
  }

  /** @param route how messages call the request. */
  async #ask(route: string, target: string, parameters: Parameters, isFile = false): Promise<AnsweredRequest> {
    checkParameters(target, parameters);
    const { request } = await this.#octokit();
    const { log, sleep = wait, random = Math.random } = this.#options;
    let answer: AnsweredRequest | undefined;
    // The answer does not go through octokit, which takes HTML for a text and makes BigInt of large numbers.
    const send: typeof fetch = async (url, init = {}) => {
      const sent = { url: String(url), init, isFile };
      answer = await exchange(route, sent, { log, allowance: this.#allowance, sleep, random });
      return new Response(null, { status: 204 });
    };
    try {
      await request.defaults({ request: { fetch: send } })(target, { ...parameters });
    } catch (error) {
      throw thrownByFetch(error);
    }
    return answer!;
  }

  #octokit(): Promise<Octokit> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /** octokit is loaded by the first request: an action that asks GitHub nothing does not pay for it. */
  async #load(): Promise<Octokit> {
    // Not taken apart: TypeScript 7.0 renames a property that is called like the class around it.
    const toolkit = await import("@actions/github/lib/utils");
    useProxyOfEnvironment();
    const { apiUrl, token } = this.#options;
    const octokit = new toolkit.GitHub({ baseUrl: apiUrl.replace(/\/$/, "") });
    // The token is a header like the others, and not octokit's `auth`: an upload sends the same ones.
    octokit.request = octokit.request.defaults({ headers: requestHeaders(token) });
    return octokit;
  }
}

const refusedQuery = object({ errors: optional(list(object({ message: text }))) });

/** octokit would leave a placeholder without a value empty, and ask for something else. */
function checkParameters(route: string, parameters: Parameters): void {
  for (const [, name = ""] of route.matchAll(/\{(\w+)\}/g)) {
    if (parameters[name] === undefined) throw new Error(`${route} needs the parameter ${name}`);
  }
}

/** octokit wraps what its `fetch` throws, together with the request. */
function thrownByFetch(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof GitHubError ? error.cause : error;
}
