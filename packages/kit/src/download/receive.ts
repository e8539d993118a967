import type { ClientRequest, IncomingMessage } from "node:http";
import { useProxyOfEnvironment } from "../http/proxy.ts";
import { isRedirect, MAX_REDIRECTS } from "../http/redirect.ts";
import { trustFor } from "../registry/trust.ts";
import { type Address, redirectTarget } from "./address.ts";
import { DownloadError } from "./download-error.ts";

export interface Reception {
  readonly address: Address;
  /** That redirects may lead to, the address's own among them. */
  readonly hosts: readonly string[];
  readonly maxBytes: number;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  /** Milliseconds without a byte. */
  readonly idleTimeout: number;
}

/** What came: from where, after redirects, and how much. */
export interface Received {
  readonly host: string;
  readonly bytes: number;
}

/**
 * Asks for a file once, and hands its bytes over as they come. Credentials go to the host that they were written for
 * alone, and to nobody after a redirect to another.
 *
 * @throws DownloadError
 */
export async function receive(reception: Reception, take: (chunk: Uint8Array) => void): Promise<Received> {
  const { address, hosts, timeout } = reception;
  const until = performance.now() + timeout;
  let { url, authorization } = address;
  for (let followed = 0; ; followed++) {
    const step = await ask(url, authorization, { ...reception, timeout: until - performance.now() }, take);
    if (!("location" in step)) return step;
    if (followed === MAX_REDIRECTS)
      throw redirectError(`${url.host} leads through more than ${MAX_REDIRECTS} redirects`);
    const target = redirectTarget(step.location, url, hosts);
    if ("problem" in target) throw redirectError(target.problem);
    if (!target.isSameHost) authorization = undefined;
    ({ url } = target);
  }
}

const redirectError = (message: string) => new DownloadError("redirect", message, { isFinal: true });

async function ask(
  url: URL,
  authorization: string | undefined,
  { maxBytes, timeout, idleTimeout }: Pick<Reception, "maxBytes" | "timeout" | "idleTimeout">,
  take: (chunk: Uint8Array) => void,
): Promise<Received | { readonly location: string | undefined }> {
  const { host } = url;
  let bytes = 0;
  let total: string | undefined;
  const soFar = () => `after ${megabytes(bytes)}${total === undefined ? "" : ` of ${megabytes(Number(total))}`}`;
  const sent = start(url, authorization);
  let reason: DownloadError | undefined;
  const stop = (error: DownloadError) => {
    reason ??= error;
    sent.destroy(error);
  };
  const idle = setTimeout(
    () => stop(new DownloadError("stalled", `${host} sent nothing for ${idleTimeout / 1000} s, ${soFar()}`)),
    idleTimeout,
  );
  const late = setTimeout(
    () => stop(new DownloadError("late", `${host} took longer than the download may take, ${soFar()}`)),
    Math.max(0, timeout),
  );
  try {
    const response = await responseOf(sent);
    idle.refresh();
    const { statusCode: status = 0, headers } = response;
    if (isRedirect(status)) return { location: headers.location };
    if (status !== 200) throw refusal(host, status, headers["retry-after"]);
    total = headers["content-length"];
    if (Number(total) > maxBytes) throw tooLarge(host, maxBytes);
    for await (const chunk of response as AsyncIterable<Buffer>) {
      idle.refresh();
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(host, maxBytes);
      take(chunk);
    }
    if (reason !== undefined) throw reason;
    return { host, bytes };
  } catch (error) {
    if (reason !== undefined) throw reason;
    throw asDownloadError(error, host, total === undefined && bytes === 0 ? undefined : soFar());
  } finally {
    clearTimeout(idle);
    clearTimeout(late);
    sent.destroy();
  }
}

function start(url: URL, authorization: string | undefined): ClientRequest {
  useProxyOfEnvironment();
  const isTls = url.protocol === "https:";
  // Not an import: loading either costs tens of milliseconds, which only a run that downloads should pay.
  const { request } = process.getBuiltinModule(isTls ? "node:https" : "node:http");
  const sent = request(url, {
    method: "GET",
    headers: {
      "user-agent": "jessy-actions",
      accept: "*/*",
      // What is hashed is the file, and not what a server made of it on the way.
      "accept-encoding": "identity",
      ...(authorization !== undefined && { authorization }),
    },
    ...(isTls && trustFor(false, undefined)),
  });
  // Always heard: a second error without a listener would end the process.
  sent.on("error", () => {});
  sent.end();
  return sent;
}

function responseOf(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once("response", (response) => {
      // One that comes while the request is being ended is read by nobody.
      response.on("error", () => {});
      resolve(response);
    });
    sent.once("error", reject);
    sent.once("close", () => reject(new Error("the connection ended without an answer")));
  });
}

function refusal(host: string, status: number, retryAfter: string | undefined): DownloadError {
  const meaning = status === 404 ? ": there is no such file" : "";
  return new DownloadError("refused", `${host} answers with status ${status}${meaning}`, { status, retryAfter });
}

const tooLarge = (host: string, maxBytes: number) =>
  new DownloadError("too-large", `${host} sends more than ${megabytes(maxBytes)}`, { isFinal: true });

/** Certificates and names that are wrong stay wrong. */
const LASTING =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ENOTFOUND|ERR_INVALID)/;
const UNTRUSTED = /^(?:CERT_UNTRUSTED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_)/;

/** @param soFar where it ended; undefined before the first byte. What is not about the connection stays as it is. */
function asDownloadError(error: unknown, host: string, soFar: string | undefined): unknown {
  if (error instanceof DownloadError || !(error instanceof Error)) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  // Of the file that is written.
  if (path !== undefined) return error;
  if (soFar !== undefined) return new DownloadError("cut", `${host} ended the connection ${soFar}`);
  const words = code ?? error.message.split("\n")[0]!;
  const advice = UNTRUSTED.test(code ?? "")
    ? "; put the path of its authority's certificate into the variable NODE_EXTRA_CA_CERTS of the step"
    : "";
  const isFinal = LASTING.test(code ?? "");
  return new DownloadError("unreachable", `${host} does not answer (${words})${advice}`, { isFinal });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
