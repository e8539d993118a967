/**
 * Stands in for the client of GitHub's cache service that @actions/cache has generated (scripts/left-out.ts): the same
 * three methods over JSON, without protobuf's runtime, which can do its binary form and its reflection, too.
 */

/** What carries a request: @actions/cache's own client with retries. @returns the answer, parsed from JSON. */
export interface Rpc {
  request(service: string, method: string, contentType: "application/json", data: object): Promise<unknown>;
}

/** A field of an answer: the names in JSON as protobuf has them, then as JavaScript does; an int64 is a text of digits. */
type Kind = "bool" | "string" | "int64";
type Fields = Readonly<Record<string, Kind>>;
type Answer = Readonly<Record<string, string | boolean>>;

const PACKAGE = "github.actions.results.api.v1";

export class CacheServiceClientJSON {
  readonly #rpc: Rpc;

  constructor(rpc: Rpc) {
    this.#rpc = rpc;
  }

  CreateCacheEntry({ key, version }: { readonly key: string; readonly version: string }): Promise<Answer> {
    return this.#ask(
      "CreateCacheEntry",
      { key, version },
      { ok: "bool", signed_upload_url: "string", message: "string" },
    );
  }

  FinalizeCacheEntryUpload(request: {
    readonly key: string;
    /** Decimal digits. */
    readonly sizeBytes: string;
    readonly version: string;
  }): Promise<Answer> {
    const { key, sizeBytes, version } = request;
    const data = { key, size_bytes: sizeBytes === "0" ? "" : sizeBytes, version };
    return this.#ask("FinalizeCacheEntryUpload", data, { ok: "bool", entry_id: "int64", message: "string" });
  }

  GetCacheEntryDownloadURL(request: {
    readonly key: string;
    readonly restoreKeys: readonly string[];
    readonly version: string;
  }): Promise<Answer> {
    const { key, restoreKeys, version } = request;
    const fields = { ok: "bool", signed_download_url: "string", matched_key: "string" } as const;
    return this.#ask("GetCacheEntryDownloadURL", { key, restore_keys: restoreKeys, version }, fields);
  }

  async #ask(
    method: string,
    data: Readonly<Record<string, string | readonly string[]>>,
    fields: Fields,
  ): Promise<Answer> {
    // proto3 writes no field that has its default value.
    const written = Object.fromEntries(Object.entries(data).filter(([, value]) => value.length > 0));
    const answer = await this.#rpc.request(`${PACKAGE}.CacheService`, method, "application/json", written);
    return read(answer, fields, `${PACKAGE}.${method}Response`);
  }
}

const DEFAULTS = { bool: false, string: "", int64: "0" } as const;

/** @throws Error in the words of protobuf's runtime for an answer of another shape. */
function read(json: unknown, fields: Fields, type: string): Answer {
  if (typeOf(json) !== "object") throw new Error(`Unable to parse message ${type} from JSON ${typeOf(json)}.`);
  const answer = Object.fromEntries(
    Object.entries(fields).map(([name, kind]): [string, string | boolean] => [inCamelCase(name), DEFAULTS[kind]]),
  );
  for (const [key, value] of Object.entries(json as object)) {
    const name = Object.keys(fields).find((each) => key === each || key === inCamelCase(each));
    // A null is no value: it leaves what the other spelling of the name has set.
    if (name !== undefined && value !== null)
      answer[inCamelCase(name)] = readField(value, fields[name]!, `${type}#${name}`);
  }
  return answer;
}

function readField(value: unknown, kind: Kind, field: string): string | boolean {
  if (kind === "bool" && typeof value === "boolean") return value;
  if (kind === "string" && typeof value === "string" && value.isWellFormed()) return value;
  if (kind === "int64" && (typeof value === "string" || typeof value === "number") && isInt64(value))
    return String(BigInt(value));
  const isShown = typeof value === "number" || typeof value === "boolean";
  throw new Error(`Cannot parse JSON ${isShown ? value : typeOf(value)} for ${field}`);
}

/** Whatever BigInt reads, blanks around it too, as protobuf's runtime does. */
function isInt64(value: string | number): boolean {
  try {
    return value !== "" && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
  } catch {
    return false;
  }
}

function typeOf(json: unknown): string {
  if (json === null) return "null";
  return Array.isArray(json) ? "array" : typeof json;
}

/** As protobuf calls a field in JavaScript: `signed_upload_url` is `signedUploadUrl`. */
function inCamelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
