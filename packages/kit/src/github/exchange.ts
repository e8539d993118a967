import { isRedirect, MAX_REDIRECTS } from "../http/redirect.ts";
import { escapeTerminal } from "../report/escape.ts";
import type { Log } from "../runner/log.ts";
import type { Allowance } from "./allowance.ts";
import { answerErrors, parseAnswer } from "./answer.ts";
import { GitHubError } from "./error.ts";
import { redirectTarget } from "./redirect.ts";
import { limitEnd, type RequestFailure, retryDelay } from "./retry.ts";

export interface Exchanging {
  readonly log: Log;
  readonly allowance: Allowance;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

/** A success. */
export interface AnsweredRequest {
  /** As it was sent. */
  readonly url: string;
  readonly status: number;
  readonly headers: RequestFailure["headers"];
  /** The body's JSON, undefined when it has none; of a file its bytes. */
  readonly data: unknown;
}

/** What `fetch` is called with by octokit. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  /** Whether a success is a file, whatever it holds, instead of JSON. Default false. */
  readonly isFile?: boolean;
}

/** Of what an attempt failed for, in the log; the error in the end says more. */
const MAX_REASON_CHARACTERS = 300;

/**
 * Sends one request, again as `retryDelay` allows and the allowance lasts; every wait is said.
 *
 * @param route how messages call the request.
 * @returns only success with JSON, with nothing, or with a file where one is asked for. It throws GitHubError for everything else.
 */
export async function exchange(
  route: string,
  request: SentRequest,
  { log, allowance, sleep, random }: Exchanging,
): Promise<AnsweredRequest> {
  for (let attempt = 1; ; attempt++) {
    const start = performance.now();
    const outcome = await attemptRequest(request, allowance);
    const took = performance.now() - start;
    allowance.spend({ milliseconds: took });
    const answered = "message" in outcome ? (outcome.answered ?? outcome.status) : outcome.status;
    log.debug(`GitHub: ${route}: ${answered || "no answer"}, ${Math.round(took)} ms`);
    if (!("message" in outcome)) return outcome;
    const delay = retryDelay(attempt, outcome, Date.now(), random());
    if (delay === undefined)
      throw new GitHubError(route, { ...outcome, message: outcome.message + limitEnd(outcome, Date.now()) });
    if (!allowance.allowsWait(delay)) {
      const used = `${allowance.limits.totalTime / 1000} s that GitHub may take in all`;
      throw new GitHubError(route, {
        ...outcome,
        message: `${outcome.message}; another attempt would exceed the ${used}${limitEnd(outcome, Date.now())}`,
      });
    }
    const reason = escapeTerminal(outcome.message.slice(0, MAX_REASON_CHARACTERS));
    log.info(`GitHub: ${route}: ${reason} (${answered}); again in ${(delay / 1000).toFixed(1)} s`);
    await sleep(delay);
    allowance.spend({ milliseconds: delay });
  }
}

async function attemptRequest(
  { url, init, isFile = false }: SentRequest,
  allowance: Allowance,
): Promise<AnsweredRequest | RequestFailure> {
  const method = init.method ?? "GET";
  const unanswered = { method, status: 0, headers: {} };
  const { limits, attemptTime } = allowance;
  if (attemptTime === 0)
    return {
      ...unanswered,
      message: `the ${limits.totalTime / 1000} s that GitHub may take in all are over`,
      isFinal: true,
    };
  let answered: number | undefined;
  try {
    const response = await follow(url, { ...init, method, signal: AbortSignal.timeout(attemptTime) });
    if ("problem" in response)
      return { ...unanswered, answered: response.status, message: response.problem, isFinal: true };
    const { status, statusText } = response;
    answered = status;
    const headers = Object.fromEntries(response.headers);
    const unusable = { method, status: 0, answered: status, headers };
    const bytes = await readBytes(response, allowance);
    if ("problem" in bytes) return { ...unusable, fault: "too-large", message: bytes.problem, isFinal: true };
    if (isFile && response.ok) return { url, status, headers, data: bytes };
    const parsed = parseAnswer(bytes);
    if (!response.ok) return { method, status, headers, message: refusal(parsed, status, statusText, headers) };
    if ("problem" in parsed) {
      const { problem, fault = "unusable" } = parsed;
      return { ...unusable, fault, message: problem };
    }
    return { url, status, headers, data: parsed.data };
  } catch (error) {
    const message = describeNetworkError(error, attemptTime);
    if (answered === undefined) return { ...unanswered, message };
    return { ...unanswered, answered, fault: "cut", message: `the answer broke off: ${message}` };
  }
}

/** The last answer of a chain of redirects. */
async function follow(
  url: string,
  init: RequestInit & { readonly method: string },
): Promise<Response | { readonly status: number; readonly problem: string }> {
  const headers = new Headers(init.headers);
  let address = url;
  for (let followed = 0; ; followed++) {
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    const { status } = response;
    if (!isRedirect(status)) return response;
    await response.body?.cancel();
    if (followed === MAX_REDIRECTS) return { status, problem: `more than ${MAX_REDIRECTS} redirects` };
    const location = response.headers.get("location");
    const target = redirectTarget({ status, location, method: init.method }, address);
    if ("problem" in target) return { status, problem: target.problem };
    if (!target.isSameHost) headers.delete("authorization");
    address = target.url;
  }
}

async function readBytes(response: Response, allowance: Allowance): Promise<Uint8Array | { readonly problem: string }> {
  const { answerBytes, limits } = allowance;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > answerBytes) {
      allowance.spend({ bytes });
      const problem =
        answerBytes < limits.answerBytes
          ? `the answers to this run are larger than ${megabytes(limits.totalBytes)} together`
          : `the answer is larger than ${megabytes(limits.answerBytes)}`;
      return { problem };
    }
    parts.push(part);
  }
  allowance.spend({ bytes });
  return Buffer.concat(parts);
}

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

/** GitHub's own message, and what is missing when a token lacks a permission. */
function refusal(
  parsed: ReturnType<typeof parseAnswer>,
  status: number,
  statusText: string,
  headers: RequestFailure["headers"],
): string {
  if ("problem" in parsed) return statusText || "the answer is not JSON";
  const { message } = (parsed.data ?? {}) as { message?: unknown };
  const text = typeof message === "string" ? message : statusText;
  const accepted = headers["x-accepted-github-permissions"];
  const hint =
    status === 403 && accepted !== undefined
      ? `; the job needs \`permissions:\` ${accepted.replaceAll("=", ": ").replaceAll("_", "-")}`
      : "";
  return `${text}${answerErrors(parsed.data)}${hint}`;
}

function describeNetworkError(error: unknown, attemptTime: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no whole answer within ${attemptTime / 1000} s`;
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
