import type { Log } from "../runner/log.ts";
import { requestHeaders } from "./answer.ts";
import { GitHubError } from "./error.ts";
import { useProxyOfEnvironment } from "./proxy.ts";
import { retryingFetch } from "./retrying-fetch.ts";
import { wait } from "./wait.ts";

export { GitHubError } from "./error.ts";

export interface GitHubOptions {
  /** Empty: anonymous. */
  readonly token: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

export type Parameters = Readonly<Record<string, string | number | boolean | undefined | readonly unknown[] | object>>;

const PER_PAGE = 100;

/** A list with more pages than this has no end. */
export const MAX_PAGES = 1000;

type Octokit = InstanceType<typeof import("@actions/github/lib/utils").GitHub>;

/** GitHub's API by octokit, with retries of our own (`retryingFetch`); github.com and GitHub Enterprise Server. */
export class GitHub {
  readonly #options: GitHubOptions;
  #loaded: Promise<Octokit> | undefined;

  constructor(options: GitHubOptions) {
    this.#options = options;
  }

  /**
   * One request.
   *
   * @param route e.g. `GET /repos/{owner}/{repo}/issues/{issue_number}/comments`; @param parameters fill the path, then the query
   * (GET) or the body.
   * @returns the answer's JSON; undefined when it has none.
   * @throws GitHubError after the last attempt.
   */
  async request<Answer>(route: string, parameters: Parameters = {}): Promise<Answer> {
    checkParameters(route, parameters);
    const { request } = await this.#octokit();
    try {
      const { data } = await request.defaults({ request: { fetch: this.#fetch(route) } })(route, { ...parameters });
      // octokit's word for no content.
      return (data === "" ? undefined : data) as Answer;
    } catch (error) {
      throw thrownByFetch(error);
    }
  }

  /** Every item of a list, page by page. @throws GitHubError as `request` does, and for a list without end. */
  async *paginate<Item>(route: string, parameters: Parameters = {}): AsyncIterable<Item> {
    checkParameters(route, parameters);
    const { request, paginate } = await this.#octokit();
    const [method = "", url = ""] = route.split(" ");
    // The defaults of a request function reach every page; the parameters of a route only the first.
    const page = request.defaults({ method, url, request: { fetch: this.#fetch(route) } });
    const first: object = { per_page: PER_PAGE, ...parameters };
    try {
      let count = 0;
      for await (const { data } of paginate.iterator(page, first as never)) {
        if (++count > MAX_PAGES) throw new GitHubError(route, listWithoutEnd);
        yield* data as Item[];
      }
    } catch (error) {
      throw thrownByFetch(error);
    }
  }

  async graphql<Answer>(query: string): Promise<Answer> {
    const route = "POST /graphql";
    const { graphql } = await this.#octokit();
    let data: Answer | undefined;
    try {
      // octokit makes its own address of GitHub Enterprise Server's.
      const fetch = this.#fetch(route);
      data = await graphql.defaults({ url: this.#options.graphqlUrl, request: { fetch } })<Answer>(query);
    } catch (error) {
      throw refusedByGraphql(error, route) ?? thrownByFetch(error);
    }
    if (data === undefined || data === null)
      throw new GitHubError(route, { status: 200, headers: {}, message: "no data" });
    return data;
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
    const headers = requestHeaders(token);
    octokit.request = octokit.request.defaults({ headers });
    octokit.graphql = octokit.graphql.defaults({ headers });
    return octokit;
  }

  #fetch(route: string): typeof fetch {
    const { apiUrl, log, sleep = wait, random = Math.random } = this.#options;
    return retryingFetch(route, { apiUrl, log, sleep, random });
  }
}

const listWithoutEnd = { status: 200, headers: {}, message: `the list has more than ${MAX_PAGES} pages` };

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

/** GraphQL refuses with status 200, which octokit makes an error of. */
function refusedByGraphql(error: unknown, route: string): GitHubError | undefined {
  if (!(error instanceof Error && error.name === "GraphqlResponseError" && "errors" in error)) return undefined;
  const message = (error.errors as readonly { message: string }[]).map((one) => one.message).join("; ");
  return new GitHubError(route, { status: 200, headers: {}, message });
}
