import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UserError } from "@jessy-actions/reading/user-error";
import { useProxyOfEnvironment } from "../http/proxy.ts";
import { describeFileError, named } from "../runner/file-error.ts";
import { answerMessage, parseAnswer, requestHeaders } from "./answer.ts";
import { GitHubError } from "./error.ts";
import { readAnswer, type Shape } from "./shape.ts";

export interface FileUpload<Stored> {
  /** With all that GitHub asks for in its query: name, label. */
  readonly url: string;
  readonly token: string;
  readonly path: string;
  /** Bytes; the upload breaks when the file has fewer, and sends no more. */
  readonly size: number;
  readonly contentType: string;
  /** Of the answer to a file that arrived. */
  readonly shape: Shape<Stored>;
}

/** How an upload ended. Status 0: the connection broke or the answer cannot be used, and whether the file arrived is unknown. */
export interface UploadAnswer<Stored = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What GitHub stored; undefined unless the status is a success. */
  readonly stored: Stored | undefined;
  /** GitHub's message; of status 0 the whole reason: no answer came, or which one and what is wrong with it. */
  readonly message: string;
  /** SHA-256 of what was sent, in hexadecimal digits; undefined unless all of it was. */
  readonly sha256: string | undefined;
}

/** A connection that moves no bytes for this long is dead, milliseconds. */
const IDLE_TIMEOUT = 120_000;

const CHUNK_BYTES = 1024 * 1024;

/**
 * Sends one file by POST, in pieces: memory stays flat whatever its size. Not by octokit, whose `fetch` sends a stream without the
 * Content-Length that GitHub asks for. Never tries again: the caller looks up whether a failed upload arrived.
 */
export async function uploadFile<Stored>(upload: FileUpload<Stored>): Promise<UploadAnswer<Stored>> {
  const file = await open(upload.path, "r");
  try {
    return await send(file, upload);
  } finally {
    await file.close();
  }
}

async function send<Stored>(
  file: FileHandle,
  { url, token, path, size, contentType, shape }: FileUpload<Stored>,
): Promise<UploadAnswer<Stored>> {
  const hash = createHash("sha256");
  let sent = 0;
  useProxyOfEnvironment();
  // Not an import: loading either costs tens of milliseconds, which only an upload should pay.
  const { request: start } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
  const request = start(url, {
    method: "POST",
    headers: {
      ...requestHeaders(token),
      "content-length": size,
      "content-type": contentType,
    },
    timeout: IDLE_TIMEOUT,
  });
  request.on("timeout", () => request.destroy(new Error(`the connection moved nothing for ${IDLE_TIMEOUT / 1000} s`)));
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", reject);
    request.once("close", () => reject(new Error("the connection ended without an answer")));
  });
  const chunks = file.createReadStream({ start: 0, end: size - 1, highWaterMark: CHUNK_BYTES, autoClose: false });
  const sending = pipeline(
    chunks,
    async function* counted(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        hash.update(chunk);
        sent += chunk.length;
        yield chunk;
      }
      if (sent !== size) throw new UserError(`the file has ${sent} bytes, and had ${size}`);
    },
    request,
  );
  const failure = sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  let answered: number | undefined;
  try {
    const response = await responded;
    answered = response.statusCode;
    const parsed = parseAnswer(await readBytes(response));
    const { statusCode: status = 0, statusMessage = "" } = response;
    const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
    const data = "data" in parsed ? parsed.data : undefined;
    const sha256 = sent === size ? hash.digest("hex") : undefined;
    if (status < 200 || status >= 300)
      return { status, headers, stored: undefined, message: answerMessage(data) ?? statusMessage, sha256 };
    // Throws for what is not as GitHub describes it.
    const stored = readAnswer(`POST ${new URL(url).pathname}`, { status, headers, ...parsed }, shape);
    return { status, headers, stored, message: statusMessage, sha256 };
  } catch (error) {
    // The reason why nothing more was sent says more than that the connection ended.
    const cause = (await failure) ?? error;
    const message = describeFileError(named(cause, path)) ?? describe(cause, answered);
    return { status: 0, headers: {}, stored: undefined, message, sha256: undefined };
  } finally {
    // An early refusal leaves the rest unsent.
    request.destroy();
    await failure;
  }
}

/** GitHub's answers are short: a longer one is not from GitHub. */
const MAX_ANSWER_BYTES = 1_000_000;

/** Milliseconds from the first byte of an answer to its last: a server that sends it byte by byte never idles. */
const ANSWER_TIME = 60_000;

async function readBytes(stream: Readable): Promise<Buffer> {
  const late = setTimeout(
    () => stream.destroy(new Error(`no whole answer within ${ANSWER_TIME / 1000} s`)),
    ANSWER_TIME,
  );
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MAX_ANSWER_BYTES) throw new UserError("the answer is larger than 1 MB");
      parts.push(part);
    }
    return Buffer.concat(parts);
  } finally {
    clearTimeout(late);
  }
}

/** @param answered the status of an answer that did not become whole. */
function describe(error: unknown, answered: number | undefined): string {
  if (error instanceof GitHubError || error instanceof UserError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const reason = error.message === "" && "code" in error ? String(error.code) : error.message;
  return answered === undefined ? `no answer: ${reason}` : `status ${answered}: the answer broke off: ${reason}`;
}
