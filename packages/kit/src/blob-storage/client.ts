/**
 * A block blob in Azure's storage, as far as @actions/cache uses it. The build puts this into the bundle in place of
 * @azure/storage-blob (`scripts/left-out.ts`), which takes 134 kB there, gzipped. So names and arguments follow that
 * package, and `toolkit.test.ts` holds the requests to those that it sends.
 */
import { randomUUID } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { named } from "../runner/file-error.ts";
import { type Block, blockId, blockList, blocksOf } from "./blocks.ts";
import { type BlobBody, BlobStorageError, exchange, type RetryOptions } from "./exchange.ts";
import { inParallel } from "./in-parallel.ts";

/** Asked for at once when a blob comes. */
const DOWNLOAD_BLOCK_BYTES = 4 * 1024 * 1024;
/** As in Azure's client, for a caller that says nothing. */
const CONCURRENCY = 5;
const ONE_REQUEST_BYTES = 256 * 1024 * 1024;
const UPLOAD_BLOCK_BYTES = 8 * 1024 * 1024;

export interface TransferOptions {
  readonly abortSignal?: AbortSignal | undefined;
  /** Requests at a time. */
  readonly concurrency?: number | undefined;
  /** Is told, whenever a block has arrived, how many bytes have. */
  readonly onProgress?: ((progress: { readonly loadedBytes: number }) => void) | undefined;
}

export interface UploadOptions extends TransferOptions {
  /** Bytes of a block. */
  readonly blockSize?: number | undefined;
  /** A file up to this goes in one request. */
  readonly maxSingleShotSize?: number | undefined;
}

interface ClientOptions {
  readonly retryOptions?: RetryOptions;
}

/** @param url with its signature. */
export class BlobClient {
  protected readonly url: string;
  protected readonly retry: RetryOptions;

  constructor(url: string, _credential?: undefined, { retryOptions = {} }: ClientOptions = {}) {
    this.url = url;
    this.retry = retryOptions;
  }

  /** For the toolkit's debug line. */
  get name(): string {
    return basename(new URL(this.url).pathname);
  }

  get accountName(): string {
    return new URL(this.url).hostname.split(".")[0]!;
  }

  get containerName(): string {
    return new URL(this.url).pathname.split("/")[1]!;
  }

  getBlockBlobClient(): BlockBlobClient {
    return new BlockBlobClient(this.url, undefined, { retryOptions: this.retry });
  }
}

export class BlockBlobClient extends BlobClient {
  /** @returns the blob's bytes; undefined when the service does not say. @throws BlobStorageError */
  async getProperties(): Promise<{ readonly contentLength: number | undefined }> {
    const read = ({ headers }: IncomingMessage) => {
      const length = headers["content-length"];
      return { contentLength: length === undefined ? undefined : Number(length) };
    };
    return exchange(this.url, { method: "HEAD", expected: [200], read }, this.retry);
  }

  /** Bytes of the blob, asked for in blocks, each again until it is whole. @throws BlobStorageError, or the signal's reason. */
  async downloadToBuffer(
    offset: number,
    count: number,
    { abortSignal, concurrency = CONCURRENCY, onProgress }: TransferOptions = {},
  ): Promise<Buffer> {
    const target = Buffer.alloc(count);
    let loadedBytes = 0;
    const blocks = blocksOf({ start: offset, end: offset + count }, DOWNLOAD_BLOCK_BYTES);
    await inParallel(blocks, concurrency, abortSignal, async ({ start, end }, signal) => {
      await exchange(
        this.url,
        {
          method: "GET",
          headers: { "x-ms-range": `bytes=${start}-${end - 1}` },
          answerBytes: end - start,
          expected: [200, 206],
          read: (answer) => fill(target.subarray(start - offset, end - offset), answer, start),
          signal,
        },
        this.retry,
      );
      loadedBytes += end - start;
      onProgress?.({ loadedBytes });
    });
    return target;
  }

  /**
   * Sends a file: a small one as it is, a larger one in blocks that one more request makes a blob of. It is read while
   * it is sent, so memory does not grow with it.
   *
   * @throws BlobStorageError, the signal's reason, or Node's error for a file that cannot be read.
   */
  async uploadFile(
    path: string,
    {
      abortSignal: signal,
      concurrency = CONCURRENCY,
      onProgress,
      blockSize = UPLOAD_BLOCK_BYTES,
      maxSingleShotSize = ONE_REQUEST_BYTES,
    }: UploadOptions = {},
  ): Promise<{ readonly _response: { readonly status: number } }> {
    const { size } = statSync(path);
    const status = ({ statusCode = 0 }: IncomingMessage) => ({ _response: { status: statusCode } });
    const put = { method: "PUT", expected: [201], read: status } as const;
    const headers = { "content-type": "application/octet-stream" };
    if (size <= maxSingleShotSize) {
      const body = partOf(path, { start: 0, end: size });
      const whole = { ...put, headers: { ...headers, "x-ms-blob-type": "BlockBlob" }, body, signal };
      const sent = await exchange(this.url, whole, this.retry);
      onProgress?.({ loadedBytes: size });
      return sent;
    }
    const upload = randomUUID();
    const blocks = blocksOf({ start: 0, end: size }, blockSize).map((block, index) => ({
      ...block,
      id: blockId(upload, index),
    }));
    let loadedBytes = 0;
    await inParallel(blocks, concurrency, signal, async (block, stop) => {
      const query = { comp: "block", blockid: block.id };
      const request = { ...put, query, headers, body: partOf(path, block), signal: stop };
      await exchange(this.url, request, this.retry);
      loadedBytes += block.end - block.start;
      onProgress?.({ loadedBytes });
    });
    const list = Buffer.from(blockList(blocks.map(({ id }) => id)));
    const request = {
      ...put,
      query: { comp: "blocklist" },
      headers: { "content-type": "application/xml" },
      body: { size: list.length, open: () => Readable.from([list]) },
      signal,
    };
    return exchange(this.url, request, this.retry);
  }
}

const READ_BYTES = 1024 * 1024;

/** Read while it is sent. */
function partOf(path: string, { start, end }: Block): BlobBody {
  return {
    size: end - start,
    open: () =>
      start === end
        ? Readable.from([])
        : createReadStream(path, { start, end: end - 1, highWaterMark: READ_BYTES }).on("error", (error) =>
            named(error, path),
          ),
  };
}

/** Puts the bytes of an answer where they belong. @throws BlobStorageError when they are others than were asked for. */
async function fill(target: Buffer, answer: IncomingMessage, start: number): Promise<void> {
  const range = answer.headers["content-range"];
  const asked = `bytes ${start}-${start + target.length - 1}`;
  // All of it is what was asked for when it is the only block; its length tells.
  const isRight = answer.statusCode === 200 ? start === 0 : (range?.startsWith(`${asked}/`) ?? true);
  if (!isRight)
    throw new BlobStorageError(`the blob storage sends ${range ?? "the whole blob"}, and was asked for ${asked}`);
  let filled = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    if (filled + chunk.length > target.length)
      throw new BlobStorageError(`the blob storage sends more than the ${target.length} bytes that it was asked for`);
    target.set(chunk, filled);
    filled += chunk.length;
  }
  if (filled < target.length)
    throw new BlobStorageError(`the blob storage sends ${filled} of the ${target.length} bytes that it was asked for`);
}
