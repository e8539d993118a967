import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

export interface BlobServerRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: number;
  /** Of the body. */
  readonly sha256: string;
  /** Of a small one. */
  readonly text: string;
}

/**
 * One block blob as Azure keeps it, as strict as Azure is: a length for every body, a type for every blob, ids of one
 * length, a list of known blocks, and a signature that each request repeats to the letter
 * (learn.microsoft.com/rest/api/storageservices: Put Blob, Put Block, Put Block List, Get Blob).
 */
export class BlobServer {
  readonly requests: BlobServerRequest[] = [];
  /** The most requests that were under way at once. */
  mostAtOnce = 0;
  /** Undefined while there is none. */
  content: Buffer | undefined;
  /** Take nothing of a request but its head. */
  isStalled = false;
  readonly #server: Server;
  readonly #scheme: "http" | "https";
  readonly #signature =
    `sv=2026-02-06&se=2030-01-01T00%3A00%3A00Z&sp=cw&sig=${encodeURIComponent(randomBytes(9).toString("base64"))}%2b`;
  readonly #blocks = new Map<string, Buffer>();
  #underWay = 0;

  static async start(tls?: { readonly cert: string; readonly key: string }): Promise<BlobServer> {
    const server = tls === undefined ? createServer() : createSecureServer(tls);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new BlobServer(server, tls === undefined ? "http" : "https");
  }

  private constructor(server: Server, scheme: "http" | "https") {
    this.#server = server;
    this.#scheme = scheme;
    server.on("request", (request, response) => void this.#serve(request, response));
  }

  /** `127.0.0.1:PORT`. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The signed address. @param host of a proxy before it. */
  url(host = this.host): string {
    return `${this.#scheme}://${host}/container/archive?${this.#signature}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#underWay);
    response.on("close", () => --this.#underWay);
    const { method = "", url = "", headers } = request;
    if (this.isStalled) return;
    const body = await this.#read(request).catch(() => undefined);
    if (body === undefined) return;
    const { searchParams } = new URL(url, "http://localhost");
    const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
    const text = body.length < 10_000 ? body.toString() : "";
    const sha256 = createHash("sha256").update(body).digest("hex");
    const query = Object.fromEntries(searchParams);
    this.requests.push({ method, query, headers: flat, bytes: body.length, sha256, text });
    const refuse = (status: number, code: string) => response.writeHead(status, { "x-ms-error-code": code }).end();
    if (!url.startsWith(`/container/archive?${this.#signature}`)) return void refuse(403, "AuthenticationFailed");
    if (flat["x-ms-version"] === undefined) return void refuse(400, "MissingRequiredHeader");
    if (method === "PUT") this.#put(query, flat, body, response, refuse);
    else this.#get(method, flat, response, refuse);
  }

  async #read(request: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    return Buffer.concat(parts);
  }

  #put(
    { comp, blockid }: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    response: ServerResponse,
    refuse: (status: number, code: string) => void,
  ): void {
    if (headers["content-length"] === undefined) return refuse(411, "MissingContentLengthHeader");
    if (comp === "block" && blockid !== undefined) {
      const [other] = this.#blocks.keys();
      if (other !== undefined && other.length !== blockid.length) return refuse(400, "InvalidBlobOrBlock");
      if (Buffer.from(blockid, "base64").length > 64) return refuse(400, "InvalidQueryParameterValue");
      this.#blocks.set(blockid, body);
    } else if (comp === "blocklist") {
      const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => id!);
      const blocks = ids.map((id) => this.#blocks.get(id));
      if (blocks.includes(undefined)) return refuse(400, "InvalidBlockList");
      this.content = Buffer.concat(blocks as Buffer[]);
    } else {
      if (headers["x-ms-blob-type"] !== "BlockBlob") return refuse(400, "MissingRequiredHeader");
      this.content = body;
    }
    response.writeHead(201, { etag: '"1"', "x-ms-request-server-encrypted": "true" }).end();
  }

  #get(
    method: string,
    headers: Readonly<Record<string, string | undefined>>,
    response: ServerResponse,
    refuse: (status: number, code: string) => void,
  ): void {
    const { content } = this;
    if (content === undefined) return refuse(404, "BlobNotFound");
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers["x-ms-range"] ?? "") ?? [];
    const part = first === undefined ? content : content.subarray(Number(first), Number(last) + 1);
    if (first !== undefined && part.length === 0) return refuse(416, "InvalidRange");
    const range = `bytes ${first}-${Number(first) + part.length - 1}/${content.length}`;
    response.writeHead(first === undefined ? 200 : 206, {
      etag: '"1"',
      "content-type": "application/octet-stream",
      "content-length": part.length,
      "x-ms-blob-type": "BlockBlob",
      ...(first !== undefined && { "content-range": range }),
    });
    response.end(method === "HEAD" ? undefined : part);
  }
}
