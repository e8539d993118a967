import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface FakeRegistryOptions {
  /** Default: open to everybody. */
  readonly login?: {
    readonly scheme: "basic" | "bearer";
    readonly username: string;
    readonly password: string;
    /** For OAuth 2, in place of the others. */
    readonly identityToken?: string;
    /** Repositories that this user may use; default: all. */
    readonly repositories?: readonly string[];
    /** Where tokens are given; default: the registry's own `/token`. */
    readonly realm?: string;
    /** Whether anybody may pull. */
    readonly isPublic?: boolean;
  };
  /** Whether it has the referrers API; 2.8 of docker-registry has none. */
  readonly hasReferrers?: boolean;
  /** Whether parts of a blob can be asked for; default: yes. */
  readonly hasRanges?: boolean;
  /** Reading a blob leads to this address, on another host. */
  readonly blobStore?: string;
  /** How it writes the place of an upload. */
  readonly location?: "relative" | "absolute";
  /** Tags on a page, whatever is asked for. */
  readonly page?: number;
  /** Seconds that a token lives. */
  readonly tokenTerm?: number;
  /** Larger requests are answered by 413, as by a proxy. */
  readonly maxRequest?: number;
  /** Speaks TLS with this certificate; with `ca`, only to clients that have a certificate of it. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca?: string };
}

export interface RegistryCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly status: number;
}

interface StoredManifest {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** A registry in memory, as the OCI distribution specification has it. */
export class FakeRegistry {
  readonly host: string;
  readonly calls: RegistryCall[] = [];
  /** `repository@digest`. */
  readonly blobs = new Map<string, Buffer>();
  readonly manifests = new Map<string, StoredManifest>();
  /** `repository:tag`, to a digest. */
  readonly tags = new Map<string, string>();
  readonly tokens = new Map<string, readonly string[]>();
  readonly #uploads = new Map<string, Buffer[]>();
  readonly #server: Server;
  readonly #options: FakeRegistryOptions;

  static async start(options: FakeRegistryOptions = {}): Promise<FakeRegistry> {
    const { tls } = options;
    const limits = { keepAliveTimeout: 0, requestTimeout: 0 };
    const server =
      tls === undefined
        ? createServer(limits)
        : createSecureServer({ ...limits, ...tls, requestCert: tls.ca !== undefined, rejectUnauthorized: true });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new FakeRegistry(server, options);
  }

  private constructor(server: Server, options: FakeRegistryOptions) {
    this.#server = server;
    this.#options = options;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on("request", (request, response) => {
      response.on("finish", () => {
        const { method = "", url: path = "", headers } = request;
        this.calls.push({ method, path, authorization: headers.authorization, status: response.statusCode });
      });
      this.#answer(request, response).catch(() => request.socket.destroy());
    });
  }

  /** `METHOD status` of each call. */
  get traffic(): readonly string[] {
    return this.calls.map(({ method, status }) => `${method} ${status}`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "" } = request;
    // Clients behind a proxy name the proxy.
    const url = new URL(request.url ?? "", `http://${request.headers.host}`);
    if (url.pathname === "/token") return this.#giveToken(request, response, url);
    const [, repository = "", kind = "", name = ""] =
      /^\/v2\/(.+)\/(manifests|blobs|tags|referrers)\/(.*)$/.exec(url.pathname) ?? [];
    const { maxRequest = Number.POSITIVE_INFINITY } = this.#options;
    if (Number(request.headers["content-length"] ?? 0) > maxRequest) {
      response.writeHead(413, { "content-type": "text/html" }).end("<html>413 Request Entity Too Large</html>");
      return;
    }
    if (!this.#isAllowed(request, response, url, repository)) return;
    if (url.pathname === "/v2/") response.end("{}");
    else if (kind === "manifests") await this.#manifest(method, request, response, repository, name);
    else if (kind === "tags") this.#list(response, repository, url);
    else if (kind === "referrers") this.#referrers(response, repository, name);
    else if (kind === "blobs" && name.startsWith("uploads/"))
      await this.#upload(method, request, response, repository, name.slice("uploads/".length), url);
    else if (kind === "blobs") this.#blob(method, request, response, repository, name);
    else refuse(response, 404, "UNSUPPORTED");
  }

  #isAllowed(request: IncomingMessage, response: ServerResponse, url: URL, repository: string): boolean {
    const { login } = this.#options;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (login === undefined) return true;
    const sent = request.headers.authorization;
    if (login.scheme === "basic") {
      if (sent === `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`) return true;
      refuse(response, 401, "UNAUTHORIZED", { "www-authenticate": 'Basic realm="fake"' });
      return false;
    }
    const granted = this.tokens.get(sent?.replace("Bearer ", "") ?? "");
    const action = isRead ? "pull" : "push";
    const needed = [
      ...(repository === "" ? [] : [`repository:${repository}:${action}`]),
      ...(url.searchParams.has("from") ? [`repository:${url.searchParams.get("from")}:pull`] : []),
    ];
    if (granted !== undefined && needed.every((scope) => granted.includes(scope))) return true;
    const realm = login.realm ?? `http://${request.headers.host}/token`;
    const scope = repository === "" ? "" : `,scope="repository:${repository}:${isRead ? "pull" : "pull,push"}"`;
    const error = granted === undefined ? "" : ',error="insufficient_scope"';
    const challenge = `Bearer realm="${realm}",service="fake"${scope}${error}`;
    refuse(response, 401, "UNAUTHORIZED", { "www-authenticate": challenge });
    return false;
  }

  async #giveToken(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { login, tokenTerm = 300 } = this.#options;
    const form = new URLSearchParams((await buffer(request)).toString());
    const basic = `Basic ${Buffer.from(`${login?.username}:${login?.password}`).toString("base64")}`;
    const { authorization } = request.headers;
    const isUser =
      request.method === "POST" ? form.get("refresh_token") === login?.identityToken : authorization === basic;
    if (!isUser && (authorization !== undefined || request.method === "POST" || login?.isPublic !== true))
      return refuse(response, 401, "UNAUTHORIZED");
    const asked = request.method === "POST" ? (form.get("scope") ?? "").split(" ") : url.searchParams.getAll("scope");
    const granted = asked.flatMap((scope) => {
      const [, name = "", actions = ""] = /^repository:(.+):([^:]*)$/.exec(scope) ?? [];
      if (login?.repositories?.includes(name) === false) return [];
      return actions
        .split(",")
        .flatMap((action) => (isUser || action === "pull" ? [`repository:${name}:${action}`] : []));
    });
    const token = `token-${randomUUID()}`;
    this.tokens.set(token, granted);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ token, expires_in: tokenTerm }));
  }

  async #manifest(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
    repository: string,
    reference: string,
  ): Promise<void> {
    if (method === "PUT") {
      const bytes = await buffer(request);
      const digest = sha256(bytes);
      if (reference.startsWith("sha256:") && reference !== digest) return refuse(response, 400, "DIGEST_INVALID");
      const manifest = JSON.parse(bytes.toString());
      const blobs = [manifest.config, ...(manifest.layers ?? [])].filter(Boolean) as { digest: string }[];
      if (blobs.some((one) => !this.blobs.has(`${repository}@${one.digest}`)))
        return refuse(response, 400, "MANIFEST_BLOB_UNKNOWN");
      this.manifests.set(`${repository}@${digest}`, { bytes, mediaType: request.headers["content-type"] ?? "" });
      if (!reference.startsWith("sha256:")) this.tags.set(`${repository}:${reference}`, digest);
      const isListed = this.#options.hasReferrers === true && manifest.subject !== undefined;
      const headers = { "docker-content-digest": digest, ...(isListed && { "oci-subject": manifest.subject.digest }) };
      response.writeHead(201, headers).end();
      return;
    }
    const digest = reference.startsWith("sha256:") ? reference : this.tags.get(`${repository}:${reference}`);
    const found = this.manifests.get(`${repository}@${digest}`);
    if (found === undefined || digest === undefined) return refuse(response, 404, "MANIFEST_UNKNOWN");
    const headers = { "content-type": found.mediaType, "docker-content-digest": digest };
    response.writeHead(200, { ...headers, "content-length": found.bytes.length });
    response.end(method === "HEAD" ? undefined : found.bytes);
  }

  #blob(method: string, request: IncomingMessage, response: ServerResponse, repository: string, digest: string): void {
    const found = this.blobs.get(`${repository}@${digest}`);
    if (found === undefined) return refuse(response, 404, "BLOB_UNKNOWN");
    const { blobStore } = this.#options;
    if (method === "GET" && blobStore !== undefined) {
      response.writeHead(307, { location: `${blobStore}/${digest}?signature=secret` }).end();
      return;
    }
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    if (start !== undefined && this.#options.hasRanges !== false) {
      response.writeHead(206, { "content-range": `bytes ${start}-${end}/${found.length}` });
      response.end(found.subarray(Number(start), Number(end) + 1));
      return;
    }
    response.writeHead(200, { "content-length": found.length, "docker-content-digest": digest });
    response.end(method === "HEAD" ? undefined : found);
  }

  async #upload(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
    repository: string,
    id: string,
    url: URL,
  ): Promise<void> {
    const where = (upload: string) => {
      const path = `/v2/${repository}/blobs/uploads/${upload}?_state=s`;
      return this.#options.location === "absolute" ? `${url.origin}${path}` : path;
    };
    if (method === "POST") {
      const [digest, from] = [url.searchParams.get("mount"), url.searchParams.get("from")];
      const source = this.blobs.get(`${from}@${digest}`);
      if (source !== undefined) {
        this.blobs.set(`${repository}@${digest}`, source);
        response.writeHead(201, { "docker-content-digest": digest! }).end();
        return;
      }
      const upload = randomUUID();
      this.#uploads.set(upload, []);
      response.writeHead(202, { location: where(upload), range: "0-0" }).end();
      return;
    }
    const parts = this.#uploads.get(id);
    if (parts === undefined) return refuse(response, 404, "BLOB_UPLOAD_UNKNOWN");
    if (method === "GET") {
      response.writeHead(204, { location: where(id), range: rangeOf(parts) }).end();
      return;
    }
    const start = /^(\d+)-/.exec(request.headers["content-range"] ?? "")?.[1];
    if (start !== undefined && Number(start) !== sizeOf(parts)) return refuse(response, 416, "RANGE_INVALID");
    // What comes before a cut stays, but for that of a PUT.
    const stored = method === "PATCH" ? parts : [...parts];
    for await (const part of request as AsyncIterable<Buffer>) stored.push(part);
    if (method === "PATCH") {
      response.writeHead(202, { location: where(id), range: rangeOf(stored) }).end();
      return;
    }
    const digest = url.searchParams.get("digest") ?? "";
    this.#uploads.delete(id);
    const bytes = Buffer.concat(stored);
    if (sha256(bytes) !== digest) return refuse(response, 400, "DIGEST_INVALID");
    this.blobs.set(`${repository}@${digest}`, bytes);
    response.writeHead(201, { "docker-content-digest": digest, location: `/v2/${repository}/blobs/${digest}` }).end();
  }

  #list(response: ServerResponse, repository: string, url: URL): void {
    const all = [...this.tags.keys()].filter((key) => key.startsWith(`${repository}:`));
    const tags = all.map((key) => key.slice(repository.length + 1)).sort();
    if (tags.length === 0) return refuse(response, 404, "NAME_UNKNOWN");
    const start = tags.indexOf(url.searchParams.get("last") ?? "") + 1;
    const page = this.#options.page ?? Number(url.searchParams.get("n") ?? 100);
    const listed = tags.slice(start, start + page);
    if (start + page < tags.length)
      response.setHeader("link", `</v2/${repository}/tags/list?last=${listed.at(-1)}&n=${page}>; rel="next"`);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name: repository, tags: listed }));
  }

  #referrers(response: ServerResponse, repository: string, subject: string): void {
    if (this.#options.hasReferrers !== true) {
      response.writeHead(404, { "content-type": "text/plain" }).end("404 page not found\n");
      return;
    }
    const manifests = [...this.manifests]
      .filter(
        ([key, { bytes }]) =>
          key.startsWith(`${repository}@`) && JSON.parse(bytes.toString()).subject?.digest === subject,
      )
      .map(([key, { bytes, mediaType }]) => ({
        mediaType,
        digest: key.slice(repository.length + 1),
        size: bytes.length,
        artifactType: JSON.parse(bytes.toString()).artifactType,
      }));
    response.setHeader("content-type", "application/vnd.oci.image.index.v1+json");
    response.end(JSON.stringify({ schemaVersion: 2, manifests }));
  }
}

const sha256 = (bytes: Buffer): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

const sizeOf = (parts: readonly Buffer[]): number => parts.reduce((size, part) => size + part.length, 0);

const rangeOf = (parts: readonly Buffer[]): string => `0-${Math.max(0, sizeOf(parts) - 1)}`;

function refuse(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ errors: [{ code, message: code.toLowerCase().replaceAll("_", " ") }] }));
}
