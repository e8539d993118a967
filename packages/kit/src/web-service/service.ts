import { Readable } from "node:stream";
import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { wait } from "../http/wait.ts";
import { refusalOf } from "../registry/answer.ts";
import { limitEnd, Patience, type RegistryFailure, retryDelay } from "../registry/retry.ts";
import { send, type WireAnswer, WireError } from "../registry/wire.ts";
import { escapeTerminal, revealInvisible } from "../report/escape.ts";
import type { Log } from "../runner/log.ts";

export interface ServiceOptions {
  readonly log: Pick<Log, "debug" | "info" | "mask">;
  /** Shared by the services of a run. */
  readonly patience?: Patience;
  /** For tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
  readonly now?: () => number;
}

export interface ServiceRequest {
  /** What fails, as a sentence without its subject: `gave no certificate`. */
  readonly failing: string;
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent as JSON, made anew for each attempt: a token may have expired meanwhile. */
  readonly body?: () => Promise<unknown>;
  /** Statuses that are answers; all others are failures, redirects among them: nothing is followed. */
  readonly expected: readonly number[];
  /** Of an answer; default: a megabyte, which certificates and entries of a log never have. */
  readonly maxBytes?: number;
  /** Hides what must not be shown of an answer. */
  readonly redact?: (text: string) => string;
}

/** Milliseconds without a byte after which a connection is dead. */
const IDLE_TIMEOUT = 30_000;
const MAX_ANSWER_BYTES = 1_000_000;
const MAX_MESSAGE_CHARACTERS = 600;

/** A service that did not do what it was asked. One line that names the service, without any secret. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  /** 0 when no answer came, or none that can be used. */
  readonly status: number;

  constructor(message: string, status: number) {
    const line = revealInvisible(message.replace(/[\s\u0085\u2028\u2029]+/g, " "));
    super(line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line);
    this.status = status;
  }
}

/** A service that speaks HTTP. It is asked again by the class of its failure, as a registry is. */
export class Service {
  readonly #name: string;
  readonly #options: Required<ServiceOptions>;

  /** @param name for people: `Fulcio`. */
  constructor(name: string, options: ServiceOptions) {
    this.#name = name;
    this.#options = { patience: new Patience(), sleep: wait, random: Math.random, now: Date.now, ...options };
  }

  /** @throws ServiceError */
  async request(request: ServiceRequest): Promise<WireAnswer> {
    const { patience, sleep, random, now, log } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(request);
      if ("answer" in outcome) return outcome.answer;
      const { failure } = outcome;
      const delay = retryDelay(attempt, failure, now(), random());
      if (delay === undefined || !patience.take(now(), delay)) throw this.#error(request, failure, attempt);
      const reason = escapeTerminal(wordsOf(failure).slice(0, 300));
      log.info(`${this.#name} ${request.failing}: ${reason}; again in ${(delay / 1000).toFixed(1)} s`);
      await sleep(delay);
    }
  }

  /** Reads an answer as JSON. @throws ServiceError when it does not have the shape that `read` asks for. */
  read<Value>({ failing, url }: ServiceRequest, answer: WireAnswer, read: (root: JsonValue) => Value): Value {
    try {
      return read(parseJson([answer.body]));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      throw new ServiceError(`${this.#name} (${url.host}) ${failing}: its answer cannot be used: ${error.message}`, 0);
    }
  }

  async #attempt({
    method,
    url,
    headers,
    body,
    expected,
    maxBytes = MAX_ANSWER_BYTES,
    redact = (text) => text,
  }: ServiceRequest): Promise<{ readonly answer: WireAnswer } | { readonly failure: RegistryFailure }> {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(await body()));
    const start = performance.now();
    const say = (what: string | number) =>
      this.#options.log.debug(
        `${this.#name}: ${method} ${url.host}${url.pathname}: ${what}, ${Math.round(performance.now() - start)} ms`,
      );
    try {
      const answer = await send({
        method,
        url,
        headers: {
          "user-agent": "jessy-actions",
          accept: "application/json",
          ...(bytes !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        body: bytes && { size: bytes.length, open: () => Readable.from([bytes]) },
        maxBytes,
        isInsecure: false,
        idleTimeout: IDLE_TIMEOUT,
      });
      say(answer.status);
      if (expected.includes(answer.status)) return { answer };
      const message = redact(refusalOf(answer.body));
      return { failure: { status: answer.status, headers: answer.headers, message } };
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      say(error.message);
      return { failure: { status: 0, headers: {}, message: redact(error.message), isFinal: error.isFinal } };
    }
  }

  #error({ failing, url }: ServiceRequest, failure: RegistryFailure, attempts: number): ServiceError {
    const tried = attempts === 1 ? "" : `, after ${attempts} attempts`;
    const ending = limitEnd(failure, this.#options.now()).replace("the registry asks", "it asks");
    const line = `${this.#name} (${url.host}) ${failing}: ${wordsOf(failure)}${tried}${ending}`;
    return new ServiceError(line, failure.status);
  }
}

function wordsOf({ status, message }: RegistryFailure): string {
  if (status === 0) return message;
  return `status ${status}${message === "" ? "" : `: ${message}`}`;
}
