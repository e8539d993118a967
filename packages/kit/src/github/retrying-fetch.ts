import type { Log } from "../runner/log.ts";
import { answerErrors, MALFORMED, parseAnswer } from "./answer.ts";
import { GitHubError } from "./error.ts";
import { nextPageLink } from "./next-page.ts";
import { limitEnd, type RequestFailure, retryDelay } from "./retry.ts";

export interface Retrying {
  readonly apiUrl: string;
  readonly log: Log;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

/** How long one attempt may take, milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** More than the largest page of GitHub's: a hundred of anything. */
export const MAX_ANSWER_BYTES = 50_000_000;

/**
 * The `fetch` that octokit sends requests by: each is tried again as `retryDelay` allows, and every wait is said.
 *
 * @param route how messages call the request.
 * @returns a fetch that resolves only with success and JSON, or nothing. It throws GitHubError for everything else: octokit's own errors
 * know neither permissions nor request ids, and its pagination takes a 409 for an empty list.
 */
export function retryingFetch(route: string, { apiUrl, log, sleep, random }: Retrying): typeof fetch {
  return async (url, init) => {
    for (let attempt = 1; ; attempt++) {
      const start = performance.now();
      const outcome = await attemptRequest(url, init, apiUrl);
      log.debug(`GitHub: ${route}: ${outcome.status || "no answer"}, ${Math.round(performance.now() - start)} ms`);
      if (outcome instanceof Response) return outcome;
      const delay = retryDelay(attempt, outcome, Date.now(), random());
      if (delay === undefined)
        throw new GitHubError(route, { ...outcome, message: outcome.message + limitEnd(outcome, Date.now()) });
      log.info(`GitHub: ${route}: ${outcome.message} (${outcome.status}); again in ${(delay / 1000).toFixed(1)} s`);
      await sleep(delay);
    }
  };
}

async function attemptRequest(
  url: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  apiUrl: string,
): Promise<Response | RequestFailure> {
  const method = init?.method ?? "GET";
  try {
    // GitHub redirects renamed repositories; fetch drops the authorization header when the host changes.
    const response = await fetch(url, { ...init, redirect: "follow", signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
    const { status, statusText } = response;
    const headers = Object.fromEntries(response.headers);
    const text = await readText(response);
    if (text === undefined) {
      return { method, status, headers, message: `the answer is larger than ${MAX_ANSWER_BYTES / 1_000_000} MB` };
    }
    const data = text === "" ? undefined : parseAnswer(text);
    if (response.ok && data !== MALFORMED) return answerFor(text, response, apiUrl);
    return { method, status: response.ok ? 0 : status, headers, message: messageOf(data, statusText, status, headers) };
  } catch (error) {
    return { method, status: 0, headers: {}, message: describeNetworkError(error) };
  }
}

/**
 * A success as octokit gets it: JSON whatever its type is called, with a next page that may be followed. Of the other headers octokit uses
 * one alone, to write a deprecation unguarded to standard error.
 */
function answerFor(text: string, { status, headers }: Response, apiUrl: string): Response {
  const link = nextPageLink(headers.get("link"), apiUrl);
  return new Response(text === "" ? null : text, {
    status,
    headers: { "content-type": "application/json", ...(link !== undefined && { link }) },
  });
}

/** @returns undefined when there is more of it than MAX_ANSWER_BYTES. */
async function readText(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MAX_ANSWER_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

/** GitHub's own message, and what is missing when a token lacks a permission. */
function messageOf(data: unknown, statusText: string, status: number, headers: RequestFailure["headers"]): string {
  if (data === MALFORMED) return status < 400 ? "the answer is not valid JSON" : statusText || "the answer is not JSON";
  const { message } = (data ?? {}) as { message?: unknown };
  const text = typeof message === "string" ? message : statusText;
  const accepted = headers["x-accepted-github-permissions"];
  const hint =
    status === 403 && accepted !== undefined
      ? `; the job needs \`permissions:\` ${accepted.replaceAll("=", ": ").replaceAll("_", "-")}`
      : "";
  return `${text}${answerErrors(data)}${hint}`;
}

function describeNetworkError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${REQUEST_TIMEOUT / 1000} s`;
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
