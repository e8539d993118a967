import { createHash } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { wait } from "../http/wait.ts";
import { createPrivateFile } from "../runner/file-content.ts";
import type { Log } from "../runner/log.ts";
import { parseAddress } from "./address.ts";
import { DownloadError } from "./download-error.ts";
import { type Reception, receive } from "./receive.ts";
import { retryDelay } from "./retry.ts";

export interface FileRequest {
  /** https, or on this machine. Credentials in it go to its own host alone. */
  readonly url: string;
  /** Of the file: outside of the workspace, where a pull request's files could stand in the way. */
  readonly path: string;
  /** That it must have, hexadecimal. */
  readonly sha256: string;
  readonly maxBytes: number;
  /** Hosts that redirects may lead to, besides the address's own. */
  readonly redirectHosts: readonly string[];
}

export interface DownloadOptions {
  readonly log: Pick<Log, "info">;
  /** Milliseconds for all attempts and the waits between them. */
  readonly timeout?: number;
  /** Milliseconds without a byte after which a connection is dead. */
  readonly idleTimeout?: number;
  /** For tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

const TIMEOUT = 10 * 60_000;
const IDLE_TIMEOUT = 30_000;

/**
 * Brings a file whose SHA-256 is known, piece by piece, so that memory does not grow with it. The file is there only
 * when it is whole and has its digest; until then its bytes are beside it, where only this user can read them. What the
 * same server says of the digest is never asked.
 *
 * @throws DownloadError; an error that names the file when it cannot be written.
 */
export async function downloadFile(request: FileRequest, options: DownloadOptions): Promise<void> {
  const { log, timeout = TIMEOUT, idleTimeout = IDLE_TIMEOUT, sleep = wait, random = Math.random } = options;
  const address = parseAddress(request.url);
  if ("problem" in address) throw new DownloadError("address", address.problem, { isFinal: true });
  const until = performance.now() + timeout;
  for (let attempt = 1; ; attempt++) {
    const left = until - performance.now();
    const hosts = [address.url.host, ...request.redirectHosts];
    const problem = await attemptFile(request, {
      address,
      hosts,
      maxBytes: request.maxBytes,
      timeout: left,
      idleTimeout,
    });
    if (problem === undefined) return;
    const delay = retryDelay(attempt, problem, Date.now(), random());
    if (delay === undefined || performance.now() + delay > until) throw problem;
    log.info(`${problem.message}; again in ${(delay / 1000).toFixed(1)} s`);
    await sleep(delay);
  }
}

async function attemptFile({ path, sha256 }: FileRequest, reception: Reception): Promise<DownloadError | undefined> {
  const partial = `${path}.part`;
  try {
    const { host, found, head } = await store(partial, reception);
    if (found !== sha256) throw wrongBytes(host, head, { found, expected: sha256 });
    renameSync(partial, path);
    return undefined;
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof DownloadError) return error;
    throw error;
  }
}

/** As much of a file as tells a page from an archive. */
const HEAD_BYTES = 100;

async function store(
  path: string,
  reception: Reception,
): Promise<{ readonly host: string; readonly found: string; readonly head: string }> {
  const hash = createHash("sha256");
  let head = "";
  const file = createPrivateFile(path);
  try {
    const { host } = await receive(reception, (chunk) => {
      if (head.length < HEAD_BYTES) head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString("latin1");
      hash.update(chunk);
      file.append(chunk);
    });
    return { host, found: hash.digest("hex"), head };
  } finally {
    file.close();
  }
}

function wrongBytes(
  host: string,
  head: string,
  { found, expected }: { readonly found: string; readonly expected: string },
): DownloadError {
  if (/^\s*<(?:!doctype|html|head|\?xml)/i.test(head))
    return new DownloadError("page", `${host} sends a page instead of the file: a proxy or a login stands before it`, {
      found,
      isFinal: true,
    });
  return new DownloadError("digest", `what ${host} sends has the SHA-256 ${found}, and it must be ${expected}`, {
    found,
    isFinal: true,
  });
}
