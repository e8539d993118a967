export const id = 749;
export const ids = [749];
export const modules = {

/***/ 5419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ BlobClient),
  w: () => (/* binding */ BlockBlobClient)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/blob-storage/blocks.js
/** How many blocks a blob may have (learn.microsoft.com, "Put Block List"). */
const MAX_BLOCKS = 50_000;
/** Parts of `size` bytes, the last one shorter. @throws RangeError for more than a blob may have. */
function blocksOf({ start, end }, size) {
    const count = Math.ceil((end - start) / size);
    if (!(count <= MAX_BLOCKS))
        throw new RangeError(`a blob has at most ${MAX_BLOCKS} blocks, and this has ${count}`);
    return Array.from({ length: count }, (_, index) => ({
        start: start + index * size,
        end: Math.min(end, start + (index + 1) * size),
    }));
}
/** Base64 of the same length for every block of a blob, which Azure asks for. @param upload a UUID, so that two uploads share none. */
function blockId(upload, index) {
    return Buffer.from(upload + String(index).padStart(12, "0")).toString("base64");
}
/** The body of Put Block List. `Latest` also finds blocks that are committed already: a second attempt changes nothing. */
function blockList(ids) {
    const blocks = ids.map((id) => `<Latest>${id}</Latest>`).join("");
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><BlockList>${blocks}</BlockList>`;
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/proxy.js
var proxy = __webpack_require__(4109);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/retry-after.js
var retry_after = __webpack_require__(1328);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/blob-storage/exchange.js




/** The service refused, or did not answer. The message says no address: the query of a signed one is a secret. */
class BlobStorageError extends Error {
    name = "BlobStorageError";
    /** Undefined without an answer that can be used. */
    statusCode;
    /** Of the header Retry-After. */
    retryAfter;
    constructor(message, answer, options) {
        super(message, options);
        this.statusCode = answer?.statusCode;
        this.retryAfter = answer?.headers["retry-after"];
    }
}
/** The file changed while it was read, or cannot be read: no fault of the connection. */
class SourceError extends Error {
    name = "SourceError";
}
/** Of the protocol: that of the client of @actions/cache. */
const SERVICE_VERSION = "2026-02-06";
const MAX_TRIES = 5;
const RETRY_DELAY = 4000;
/** The longest wait that the service may ask for, milliseconds. */
const MAX_WAIT = 120_000;
/** What any attempt may take, milliseconds, and the slowest line that counts as one, bytes per millisecond. */
const TRY_TIMEOUT = 60_000;
const SLOWEST = 100;
/** 501 and 505 say that the service will never do it. */
const LASTING = new Set([501, 505]);
/**
 * Over node:http: `fetch` reads a file as fast as it can, whole, whatever the connection takes.
 *
 * Sends one request to a blob, and again after 408, 429, 5xx, a lost connection, an answer that is cut or a time-out.
 * Every request of a block blob may be repeated: it leaves the same behind.
 *
 * @param url signed; its query is kept. @throws BlobStorageError, or the signal's reason.
 */
async function exchange(url, request, retry = {}) {
    (0,proxy.useProxyOfEnvironment)();
    const { maxTries = MAX_TRIES, retryDelayInMs = RETRY_DELAY } = retry;
    const { signal } = request;
    const target = addressed(url, request, retry);
    for (let attempt = 1;; attempt++) {
        signal?.throwIfAborted();
        try {
            return await attemptOnce(target, request);
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof SourceError)
                throw error.cause ?? error;
            const failure = asFailure(error, request.method, attempt);
            if (attempt >= maxTries || !isPassing(failure))
                throw failure;
            const asked = (0,retry_after.parseRetryAfter)(failure.retryAfter, Date.now()) ?? 0;
            if (asked > MAX_WAIT)
                throw failure;
            // As Azure's client waits: the first time not at all.
            await (0,external_node_timers_promises_.setTimeout)(Math.max(asked, (2 ** (attempt - 1) - 1) * retryDelayInMs), undefined, signal && { signal });
        }
    }
}
function addressed(url, { query = {} }, { tryTimeoutInMs }) {
    const target = new URL(url);
    // Appended as text: what is there is signed, and another spelling of it is another signature.
    const added = new URLSearchParams({
        ...query,
        ...(tryTimeoutInMs !== undefined && { timeout: String(Math.floor(tryTimeoutInMs / 1000)) }),
    }).toString();
    target.search = [target.search.slice(1), added].filter((part) => part !== "").join("&");
    return target;
}
async function attemptOnce(url, { method, headers, body, answerBytes = 0, expected, read, signal }) {
    const limit = TRY_TIMEOUT + Math.ceil((answerBytes + (body?.size ?? 0)) / SLOWEST);
    const late = AbortSignal.timeout(limit);
    // Not an import: loading either costs tens of milliseconds, which only a run that reaches the storage should pay.
    const { request: start } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
    const sent = start(url, {
        method,
        headers: {
            "x-ms-version": SERVICE_VERSION,
            // A packed answer would have other bytes than were asked for.
            "accept-encoding": "identity",
            ...(body !== undefined && { "content-length": body.size }),
            ...headers,
        },
        signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    const responded = new Promise((resolve, reject) => {
        sent.once("response", resolve);
        // Always heard: a second error without a listener would end the process.
        sent.on("error", reject);
        sent.once("close", () => reject(new Error("the connection ended")));
    });
    const sending = (body === undefined ? Promise.resolve(sent.end()) : (0,promises_.pipeline)(bytesOf(body), sent)).then(() => undefined, (error) => error);
    try {
        const answer = await responded;
        if (!expected.includes(answer.statusCode ?? 0))
            throw refusal(answer, method);
        const made = await read(answer);
        // Said to be stored before all of it was sent: it is not.
        const unsent = await sending;
        if (unsent !== undefined)
            throw unsent;
        answer.resume();
        return made;
    }
    catch (error) {
        sent.destroy();
        const cause = await sending;
        if (cause instanceof SourceError)
            throw cause;
        if (late.aborted && signal?.aborted !== true)
            throw new BlobStorageError(`the blob storage does not answer ${method} within ${limit / 1000} s`);
        throw error;
    }
}
/** @throws SourceError for a body with fewer bytes than promised, or that cannot be read. */
async function* bytesOf({ size, open }) {
    let read = 0;
    try {
        for await (const chunk of open()) {
            read += chunk.length;
            yield chunk;
        }
    }
    catch (cause) {
        throw new SourceError("the file cannot be read", { cause });
    }
    if (read !== size)
        throw new SourceError(`the file was changed: ${read} of ${size} bytes are there`);
}
function refusal(answer, method) {
    const code = answer.headers["x-ms-error-code"];
    const named = code === undefined ? "" : ` (${code})`;
    return new BlobStorageError(`the blob storage answers ${method} with status ${answer.statusCode}${named}`, answer);
}
function asFailure(error, method, attempt) {
    const tried = attempt === 1 ? "" : `, after ${attempt} attempts`;
    if (error instanceof BlobStorageError)
        return Object.assign(error, { message: `${error.message}${tried}` });
    const { message, code } = error;
    const why = message === "" ? code : message;
    return new BlobStorageError(`the blob storage does not answer ${method} (${why})${tried}`, undefined, {
        cause: error,
    });
}
/** Without a status the connection broke, or what came was not what was asked for. */
function isPassing({ statusCode: status }) {
    return status === undefined || status === 408 || status === 429 || (status >= 500 && !LASTING.has(status));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/blob-storage/in-parallel.js
var in_parallel = __webpack_require__(5959);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/blob-storage/client.js
/**
 * A block blob in Azure's storage, as far as @actions/cache uses it. The build puts this into the bundle in place of
 * @azure/storage-blob (`scripts/left-out.ts`), which takes 134 kB there, gzipped. So names and arguments follow that
 * package, and `toolkit.test.ts` holds the requests to those that it sends.
 */








/** Asked for at once when a blob comes. */
const DOWNLOAD_BLOCK_BYTES = 4 * 1024 * 1024;
/** As in Azure's client, for a caller that says nothing. */
const CONCURRENCY = 5;
const ONE_REQUEST_BYTES = 256 * 1024 * 1024;
const UPLOAD_BLOCK_BYTES = 8 * 1024 * 1024;
/** @param url with its signature. */
class BlobClient {
    url;
    retry;
    constructor(url, _credential, { retryOptions = {} } = {}) {
        this.url = url;
        this.retry = retryOptions;
    }
    /** For the toolkit's debug line. */
    get name() {
        return (0,external_node_path_.basename)(new URL(this.url).pathname);
    }
    get accountName() {
        return new URL(this.url).hostname.split(".")[0];
    }
    get containerName() {
        return new URL(this.url).pathname.split("/")[1];
    }
    getBlockBlobClient() {
        return new BlockBlobClient(this.url, undefined, { retryOptions: this.retry });
    }
}
class BlockBlobClient extends BlobClient {
    /** @returns the blob's bytes; undefined when the service does not say. @throws BlobStorageError */
    async getProperties() {
        const read = ({ headers }) => {
            const length = headers["content-length"];
            return { contentLength: length === undefined ? undefined : Number(length) };
        };
        return exchange(this.url, { method: "HEAD", expected: [200], read }, this.retry);
    }
    /** Bytes of the blob, asked for in blocks, each again until it is whole. @throws BlobStorageError, or the signal's reason. */
    async downloadToBuffer(offset, count, { abortSignal, concurrency = CONCURRENCY, onProgress } = {}) {
        const target = Buffer.alloc(count);
        let loadedBytes = 0;
        const blocks = blocksOf({ start: offset, end: offset + count }, DOWNLOAD_BLOCK_BYTES);
        await (0,in_parallel.inParallel)(blocks, concurrency, abortSignal, async ({ start, end }, signal) => {
            await exchange(this.url, {
                method: "GET",
                headers: { "x-ms-range": `bytes=${start}-${end - 1}` },
                answerBytes: end - start,
                expected: [200, 206],
                read: (answer) => fill(target.subarray(start - offset, end - offset), answer, start),
                signal,
            }, this.retry);
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
    async uploadFile(path, { abortSignal: signal, concurrency = CONCURRENCY, onProgress, blockSize = UPLOAD_BLOCK_BYTES, maxSingleShotSize = ONE_REQUEST_BYTES, } = {}) {
        const { size } = (0,external_node_fs_.statSync)(path);
        const status = ({ statusCode = 0 }) => ({ _response: { status: statusCode } });
        const put = { method: "PUT", expected: [201], read: status };
        const headers = { "content-type": "application/octet-stream" };
        if (size <= maxSingleShotSize) {
            const body = partOf(path, { start: 0, end: size });
            const whole = { ...put, headers: { ...headers, "x-ms-blob-type": "BlockBlob" }, body, signal };
            const sent = await exchange(this.url, whole, this.retry);
            onProgress?.({ loadedBytes: size });
            return sent;
        }
        const upload = (0,external_node_crypto_.randomUUID)();
        const blocks = blocksOf({ start: 0, end: size }, blockSize).map((block, index) => ({
            ...block,
            id: blockId(upload, index),
        }));
        let loadedBytes = 0;
        await (0,in_parallel.inParallel)(blocks, concurrency, signal, async (block, stop) => {
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
            body: { size: list.length, open: () => external_node_stream_.Readable.from([list]) },
            signal,
        };
        return exchange(this.url, request, this.retry);
    }
}
const READ_BYTES = 1024 * 1024;
/** Read while it is sent. */
function partOf(path, { start, end }) {
    return {
        size: end - start,
        open: () => start === end
            ? external_node_stream_.Readable.from([])
            : (0,external_node_fs_.createReadStream)(path, { start, end: end - 1, highWaterMark: READ_BYTES }).on("error", (error) => (0,file_error/* named */.KT)(error, path)),
    };
}
/** Puts the bytes of an answer where they belong. @throws BlobStorageError when they are others than were asked for. */
async function fill(target, answer, start) {
    const range = answer.headers["content-range"];
    const asked = `bytes ${start}-${start + target.length - 1}`;
    // All of it is what was asked for when it is the only block; its length tells.
    const isRight = answer.statusCode === 200 ? start === 0 : (range?.startsWith(`${asked}/`) ?? true);
    if (!isRight)
        throw new BlobStorageError(`the blob storage sends ${range ?? "the whole blob"}, and was asked for ${asked}`);
    let filled = 0;
    for await (const chunk of answer) {
        if (filled + chunk.length > target.length)
            throw new BlobStorageError(`the blob storage sends more than the ${target.length} bytes that it was asked for`);
        target.set(chunk, filled);
        filled += chunk.length;
    }
    if (filled < target.length)
        throw new BlobStorageError(`the blob storage sends ${filled} of the ${target.length} bytes that it was asked for`);
}


/***/ }),

/***/ 2465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* reexport default export from named module */ semver_functions_clean_js__WEBPACK_IMPORTED_MODULE_0__)
/* harmony export */ });
/* harmony import */ var semver_functions_clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4180);

/** All that @actions/cache takes of semver, in the bundle (scripts/left-out.ts). */



/***/ }),

/***/ 2049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Stands in for @actions/glob in the bundle (scripts/left-out.ts). @actions/cache asks it which paths its patterns mean, and
 * kit gives it names of single files and folders, never patterns.
 */
async function create(patterns) {
    return {
        async *globGenerator() {
            for (const name of patterns.split("\n")) {
                if (/[*?[\]{}!~#]/.test(name))
                    throw new Error(`${JSON.stringify(name)} is a pattern, and only names are given`);
                const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(name);
                if (name !== "" && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
                    yield path;
            }
        },
    };
}


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CacheServiceClientJSON)
/* harmony export */ });
/**
 * Stands in for the client of GitHub's cache service that @actions/cache has generated (scripts/left-out.ts): the same
 * three methods over JSON, without protobuf's runtime, which can do its binary form and its reflection, too.
 */
const PACKAGE = "github.actions.results.api.v1";
class CacheServiceClientJSON {
    #rpc;
    constructor(rpc) {
        this.#rpc = rpc;
    }
    CreateCacheEntry({ key, version }) {
        return this.#ask("CreateCacheEntry", { key, version }, { ok: "bool", signed_upload_url: "string", message: "string" });
    }
    FinalizeCacheEntryUpload(request) {
        const { key, sizeBytes, version } = request;
        const data = { key, size_bytes: sizeBytes === "0" ? "" : sizeBytes, version };
        return this.#ask("FinalizeCacheEntryUpload", data, { ok: "bool", entry_id: "int64", message: "string" });
    }
    GetCacheEntryDownloadURL(request) {
        const { key, restoreKeys, version } = request;
        const fields = { ok: "bool", signed_download_url: "string", matched_key: "string" };
        return this.#ask("GetCacheEntryDownloadURL", { key, restore_keys: restoreKeys, version }, fields);
    }
    async #ask(method, data, fields) {
        // proto3 writes no field that has its default value.
        const written = Object.fromEntries(Object.entries(data).filter(([, value]) => value.length > 0));
        const answer = await this.#rpc.request(`${PACKAGE}.CacheService`, method, "application/json", written);
        return read(answer, fields, `${PACKAGE}.${method}Response`);
    }
}
const DEFAULTS = { bool: false, string: "", int64: "0" };
/** @throws Error in the words of protobuf's runtime for an answer of another shape. */
function read(json, fields, type) {
    if (typeOf(json) !== "object")
        throw new Error(`Unable to parse message ${type} from JSON ${typeOf(json)}.`);
    const answer = Object.fromEntries(Object.entries(fields).map(([name, kind]) => [inCamelCase(name), DEFAULTS[kind]]));
    for (const [key, value] of Object.entries(json)) {
        const name = Object.keys(fields).find((each) => key === each || key === inCamelCase(each));
        // A null is no value: it leaves what the other spelling of the name has set.
        if (name !== undefined && value !== null)
            answer[inCamelCase(name)] = readField(value, fields[name], `${type}#${name}`);
    }
    return answer;
}
function readField(value, kind, field) {
    if (kind === "bool" && typeof value === "boolean")
        return value;
    if (kind === "string" && typeof value === "string" && value.isWellFormed())
        return value;
    if (kind === "int64" && (typeof value === "string" || typeof value === "number") && isInt64(value))
        return String(BigInt(value));
    const isShown = typeof value === "number" || typeof value === "boolean";
    throw new Error(`Cannot parse JSON ${isShown ? value : typeOf(value)} for ${field}`);
}
/** Whatever BigInt reads, blanks around it too, as protobuf's runtime does. */
function isInt64(value) {
    try {
        return value !== "" && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
    }
    catch {
        return false;
    }
}
function typeOf(json) {
    if (json === null)
        return "null";
    return Array.isArray(json) ? "array" : typeof json;
}
/** As protobuf calls a field in JavaScript: `signed_upload_url` is `signedUploadUrl`. */
function inCamelCase(name) {
    return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}


/***/ })

};
