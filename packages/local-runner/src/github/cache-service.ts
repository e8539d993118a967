import { randomUUID } from "node:crypto";

/**
 * The Actions cache, version 2: three Twirp calls and a blob store that looks like Azure's. Rules of GitHub: an entry's key is never
 * overwritten; a run sees the entries of its own ref, of its base and of the default branch, in that order, and writes only its
 * own; a look-up has at most ten keys, the first exact or as prefix, the others as prefixes, the newest entry wins.
 */
export class CacheService {
  readonly #entries: CacheEntry[] = [];
  readonly #blobs = new Map<string, Buffer>();
  readonly #blocks = new Map<string, Buffer>();
  /** What runs may see and write; the runner sets it before each run. */
  scopes: CacheScopes = { read: [], write: undefined };

  /** The JSON answer to one Twirp call. @param blobUrl makes an upload or download address from an id. */
  call(method: string, request: Record<string, unknown>, blobUrl: (id: string) => string): unknown {
    const key = String(request.key ?? "");
    const version = String(request.version ?? "");
    switch (method) {
      case "CreateCacheEntry": {
        const scope = this.scopes.write;
        if (scope === undefined) return { ok: false, message: "cache write denied: the token is read-only" };
        if (this.#entries.some((entry) => entry.key === key && entry.version === version && entry.scope === scope))
          return { ok: false };
        const entry: CacheEntry = { key, version, scope, blob: randomUUID(), finalized: false };
        this.#entries.push(entry);
        return { ok: true, signed_upload_url: blobUrl(entry.blob) };
      }
      case "FinalizeCacheEntryUpload": {
        const entry = this.#entries.find(
          (each) => each.key === key && each.version === version && each.scope === this.scopes.write,
        );
        if (entry === undefined || !this.#blobs.has(entry.blob)) return { ok: false };
        entry.finalized = true;
        return { ok: true, entry_id: String(this.#entries.indexOf(entry) + 1) };
      }
      case "GetCacheEntryDownloadURL": {
        const restoreKeys = (request.restore_keys ?? request.restoreKeys ?? []) as string[];
        const entry = this.#find(key, restoreKeys, version);
        if (entry === undefined) return { ok: false };
        return { ok: true, signed_download_url: blobUrl(entry.blob), matched_key: entry.key };
      }
      default:
        return undefined;
    }
  }

  /** One request to the blob store. */
  blob(method: string, id: string, query: URLSearchParams, body: Buffer, range: string | undefined): BlobAnswer {
    if (method === "PUT") {
      if (query.get("comp") === "block") this.#blocks.set(`${id}/${query.get("blockid")}`, body);
      else if (query.get("comp") === "blocklist") {
        const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map(
          (match) => match[1]!,
        );
        this.#blobs.set(id, Buffer.concat(ids.map((block) => this.#blocks.get(`${id}/${block}`) ?? Buffer.alloc(0))));
      } else this.#blobs.set(id, body);
      return {
        status: 201,
        headers: { etag: '"1"', "last-modified": new Date().toUTCString(), "x-ms-request-server-encrypted": "true" },
      };
    }
    const whole = this.#blobs.get(id);
    if (whole === undefined) return { status: 404, headers: { "x-ms-error-code": "BlobNotFound" } };
    const headers = {
      "content-type": "application/octet-stream",
      etag: '"1"',
      "accept-ranges": "bytes",
      "x-ms-blob-type": "BlockBlob",
    };
    const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
    if (method === "HEAD") return { status: 200, headers: { ...headers, "content-length": String(whole.length) } };
    if (match === null)
      return { status: 200, headers: { ...headers, "content-length": String(whole.length) }, body: whole };
    const first = Number(match[1]);
    const last = match[2] === "" ? whole.length - 1 : Math.min(Number(match[2]), whole.length - 1);
    const part = whole.subarray(first, last + 1);
    return {
      status: 206,
      headers: {
        ...headers,
        "content-length": String(part.length),
        "content-range": `bytes ${first}-${last}/${whole.length}`,
      },
      body: part,
    };
  }

  /** Every archive is something else from now on: an entry that is found and cannot be used. */
  damage(content: string | Uint8Array): void {
    for (const id of this.#blobs.keys()) this.#blobs.set(id, Buffer.from(content));
  }

  /** Keys of the entries that runs can find, oldest first. */
  get keys(): readonly string[] {
    return this.#entries.filter((entry) => entry.finalized).map((entry) => entry.key);
  }

  #find(key: string, restoreKeys: readonly string[], version: string): CacheEntry | undefined {
    for (const scope of this.scopes.read) {
      const visible = this.#entries
        .filter((entry) => entry.finalized && entry.scope === scope && entry.version === version)
        .reverse();
      const exact = visible.find((entry) => entry.key === key);
      if (exact !== undefined) return exact;
      for (const prefix of [key, ...restoreKeys].slice(0, MAX_KEYS)) {
        const entry = visible.find((each) => each.key.startsWith(prefix));
        if (entry !== undefined) return entry;
      }
    }
    return undefined;
  }
}

const MAX_KEYS = 10;

interface CacheEntry {
  readonly key: string;
  readonly version: string;
  readonly scope: string;
  readonly blob: string;
  finalized: boolean;
}

/** Refs, most specific first. `write` undefined: a read-only token (pull_request_target, fork's workflow_run; since 2026-06-26). */
export interface CacheScopes {
  readonly read: readonly string[];
  readonly write: string | undefined;
}

export interface BlobAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}
