import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { trace } from "../command-line/trace.ts";
import type { Addresses } from "./address.ts";
import { type Answer, notAccessible, notFound, Refused } from "./answer.ts";
import type { Fault, Faults } from "./fault.ts";
import { LoopbackServer } from "./loopback-server.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { assetDocument } from "./release-document.ts";
import type { ReleaseService } from "./release-service.ts";
import { badCredentials, faultAnswer, isStored, respond } from "./response.ts";
import type { TokenHolder } from "./token-holder.ts";

/** What the host shares with GitHub's API. */
export interface UploadsBackend {
  readonly releases: ReleaseService;
  readonly addresses: Addresses;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
  holder(authorization: string | undefined): TokenHolder | undefined;
}

/**
 * The hosts that take assets and that give them out (`uploads.github.com`, `objects.githubusercontent.com`). A body is hashed as it
 * comes and is never whole in memory, unless it is small.
 */
export class UploadsHost {
  readonly url: string;
  backend: UploadsBackend | undefined;
  readonly #server: LoopbackServer;

  static async start(): Promise<UploadsHost> {
    return new UploadsHost(await LoopbackServer.start());
  }

  private constructor(server: LoopbackServer) {
    this.#server = server;
    this.url = server.url;
    server.onRequest((request, response) => {
      this.#serve(request, response, this.backend!).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
        response.end(JSON.stringify({ message: `uploads: ${String(error)}` }));
      });
    });
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse, backend: UploadsBackend): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const objects = new URL(`${backend.addresses.objects}/`).pathname;
    if (url.pathname.startsWith(objects)) {
      serveObject(request, response, Number(url.pathname.slice(objects.length)), backend);
      return;
    }
    const { faults, requests } = backend;
    const fault = faults.take(request.method ?? "", url.pathname)?.kind;
    if (fault === "drop") {
      request.socket.destroy();
      return;
    }
    const { method = "", headers } = request;
    const record = (status: number): void => {
      const upload = { contentType: headers["content-type"], size: Number(headers["content-length"] ?? Number.NaN) };
      requests.push({ method, path: url.pathname, query: url.search, body: undefined, status, upload });
      trace(`${method} ${url.pathname}${url.search}: ${status}`);
    };
    const refusal = isStored(fault) ? undefined : faultAnswer(fault);
    const answer = refusal ?? (await this.#take(request, url, fault, backend).catch(refused));
    // A client that is still sending would take an early answer for a broken connection.
    await drain(request);
    if (answer === undefined || request.errored) {
      record(0);
      request.socket.destroy();
      return;
    }
    const shown = faultAnswer(fault) ?? answer;
    record(shown.status);
    await respond(request, response, shown, fault);
  }

  /** Takes one upload. @returns nothing when its connection broke. */
  async #take(
    request: IncomingMessage,
    url: URL,
    fault: Fault["kind"] | undefined,
    { releases, addresses, holder }: UploadsBackend,
  ): Promise<Answer | undefined> {
    const who = holder(request.headers.authorization);
    if (who === undefined) return badCredentials;
    const prefix = new URL(addresses.uploads).pathname;
    const id = /^\/releases\/(\d+)\/assets$/.exec(url.pathname.slice(prefix.length))?.[1];
    if (request.method !== "POST" || !url.pathname.startsWith(prefix) || id === undefined) throw notFound();
    if (!who.write) throw notAccessible("contents=write");
    const announced = Number(request.headers["content-length"] ?? Number.NaN);
    if (Number.isNaN(announced)) return { status: 400, body: { message: "Bad Content-Length" } };
    const asset = releases.beginUpload(
      Number(id),
      {
        name: url.searchParams.get("name") ?? "",
        label: url.searchParams.get("label"),
        contentType: request.headers["content-type"] ?? "application/octet-stream",
        size: announced,
        uploader: who.login,
      },
      who,
    );
    const cut = typeof fault === "object" && "cutAfter" in fault ? fault : undefined;
    const received = await receive(request, releases.assets.keeps(announced), cut?.cutAfter);
    if (cut !== undefined) {
      if (cut.answer === undefined) return undefined;
      return { status: cut.answer, body: { message: "Bad gateway" } };
    }
    if (received.size !== announced) return undefined;
    const finished = releases.finishUpload(asset.id, received.size, received.digest, received.content);
    return { status: 201, body: assetDocument(finished, releases.get(finished.releaseId, who), addresses) };
  }
}

interface Received {
  readonly size: number;
  readonly digest: string;
  readonly content: Buffer | undefined;
}

/** Reads a body, or only its first bytes. */
async function receive(request: IncomingMessage, keep: boolean, limit = Number.POSITIVE_INFINITY): Promise<Received> {
  const hash = createHash("sha256");
  const kept: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop would end the connection; what comes after it is drained by the caller.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      hash.update(chunk);
      if (keep) kept.push(chunk);
      if (size >= limit) break;
    }
  } catch {
    // The client's connection broke: its size tells.
  }
  return { size, digest: `sha256:${hash.digest("hex")}`, content: keep ? Buffer.concat(kept) : undefined };
}

async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    request
      .once("end", resolve)
      .once("close", resolve)
      .once("error", () => resolve());
    request.resume();
  });
}

function refused(error: unknown): Answer {
  if (error instanceof Refused) return error.answer;
  throw error;
}

/** The store knows addresses, not tokens: one that is sent along is refused, as there are two ways to sign then. */
function serveObject(
  request: IncomingMessage,
  response: ServerResponse,
  id: number,
  { releases }: UploadsBackend,
): void {
  if (request.headers.authorization !== undefined) {
    response.writeHead(400, { "content-type": "application/xml" }).end("<Code>InvalidArgument</Code>");
    return;
  }
  const content = releases.assets.content(id);
  if (content === undefined) response.writeHead(404).end("not kept: only assets below 1 MB are");
  else response.writeHead(200, { "content-type": "application/octet-stream" }).end(content);
}
