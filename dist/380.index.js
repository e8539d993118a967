export const id = 380;
export const ids = [380];
export const modules = {

/***/ 2017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ allowanceWords),
/* harmony export */   b: () => (/* binding */ unjudged)
/* harmony export */ });
/** @param allowance the input that decides; left out where none may. */
function unjudged(cause, allowance) {
    if (allowance === undefined)
        return { cause, allowed: false };
    return { cause, input: allowance.input, allowed: allowance.value === "warn" };
}
/** The end of a sentence that says why: `; \`on-missing-base: warn\` allows it`. Empty where no input decides. */
function allowanceWords({ input, allowed }) {
    if (input === undefined)
        return "";
    return allowed ? `; \`${input}: warn\` allows it` : `; \`${input}: warn\` would allow it`;
}


/***/ }),

/***/ 3965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ki: () => (/* binding */ partOfKey),
/* harmony export */   Yd: () => (/* binding */ cacheVersions),
/* harmony export */   k$: () => (/* binding */ cacheKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Longer names are told apart by a hash: the service takes keys of at most 512 characters. */
const MAX_PART = 100;
/**
 * A key of the Actions cache made of its parts. Each ends with a slash, which no part holds: the service takes every key
 * that begins like the one asked for, and a gate `a` must not get what belongs to a gate `ab`. The first parts alone
 * are a prefix of the whole.
 */
function cacheKey(...parts) {
    return parts.map((part) => `${keyPart(part)}/`).join("");
}
function keyPart(part) {
    const encoded = encodeURIComponent(part);
    return encoded.length <= MAX_PART ? encoded : `sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(part).digest("hex")}`;
}
/** What a part of a key was made of; undefined of one that only its hash is known of, or that is not one of ours. */
function partOfKey(key, index) {
    const part = key.split("/")[index];
    if (part === undefined || part.startsWith("sha256-"))
        return undefined;
    try {
        return decodeURIComponent(part);
    }
    catch {
        return undefined;
    }
}
/** How @actions/cache packs: by zstd where a machine has that program. */
const PACKINGS = ["zstd-without-long", "gzip"];
/**
 * The versions under which @actions/cache may have kept a file: it hashes the path as it was given, and the packing.
 * The path is the same on every machine, Windows included (`enableCrossOsArchive`).
 */
function cacheVersions(file) {
    return PACKINGS.map((packing) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(`${file}|${packing}|1.0`).digest("hex"));
}


/***/ }),

/***/ 6481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X2: () => (/* binding */ ArchiveMissing),
/* harmony export */   _C: () => (/* binding */ CacheService),
/* harmony export */   dK: () => (/* binding */ CacheUnavailable),
/* harmony export */   xK: () => (/* binding */ MAX_CACHE_KEYS)
/* harmony export */ });
/* harmony import */ var _github_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(420);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4109);
/* harmony import */ var _http_wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3528);



/** The service takes at most ten keys in one look-up. */
const MAX_CACHE_KEYS = 10;
/** How long one attempt may take, milliseconds: a baseline of a large repository has a few megabytes. */
const REQUEST_TIMEOUT = 30_000;
/** Twirp's address of the one call that reading takes. */
const LOOK_UP = "/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
/** What the service may say about an entry. */
const MAX_ANSWER_BYTES = 100_000;
/** The service, or an archive in it, did not answer, or not as it should. The message is half a sentence. */
class CacheUnavailable extends Error {
    name = "CacheUnavailable";
}
/** The service names an entry, and there is no archive behind it. */
class ArchiveMissing extends Error {
    name = "ArchiveMissing";
}
/**
 * The reading half of GitHub's cache service. @actions/cache answers a miss, an outage and a broken archive alike, with
 * `undefined`, and unpacks wherever an archive says; who judges by what is kept must know which it was.
 *
 * The requests are those of @actions/cache 6: version 2 of the service, and version 1 of GitHub Enterprise Server.
 */
class CacheService {
    #options;
    constructor(options) {
        this.#options = options;
        (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_1__.useProxyOfEnvironment)();
    }
    /** Whether this runner has a cache at all: on a server without one there is nothing that could be lost. */
    get exists() {
        return this.#isVersion2 ? this.#variable("ACTIONS_RESULTS_URL") !== "" : this.#variable("ACTIONS_CACHE_URL") !== "";
    }
    /**
     * @param keys best first; each also finds the newest entry that begins with it.
     * @returns undefined when the service says that there is none.
     * @throws CacheUnavailable when it does not say.
     */
    async find(keys, version) {
        const mode = this.#variable("ACTIONS_CACHE_MODE").trim().toLowerCase();
        if (mode === "none" || mode === "write-only")
            throw new CacheUnavailable(`the cache mode \`${mode}\` of this run does not allow reading`);
        if (this.#variable("ACTIONS_RUNTIME_TOKEN") === "")
            throw new CacheUnavailable("this step has no token for it (ACTIONS_RUNTIME_TOKEN)");
        return this.#isVersion2 ? this.#find2(keys, version) : this.#find1(keys, version);
    }
    /** @throws ArchiveMissing when it is not there. @throws CacheUnavailable when it does not come, or is too large. */
    async download({ url }, maxBytes) {
        const { status, body } = await this.#ask(url, { method: "GET" }, maxBytes);
        if (status === 200)
            return body;
        throw new ArchiveMissing(`its archive is not there (status ${status})`);
    }
    async #find2(keys, version) {
        const [key, ...others] = keys;
        const origin = this.#variable("ACTIONS_RESULTS_URL");
        if (!URL.canParse(origin))
            throw new CacheUnavailable("its address is not a URL (ACTIONS_RESULTS_URL)");
        const { status, body } = await this.#ask(new URL(LOOK_UP, origin).href, {
            method: "POST",
            headers: { ...this.#authorization, "content-type": "application/json" },
            body: JSON.stringify({ key, restore_keys: others, version }),
        }, MAX_ANSWER_BYTES);
        if (status !== 200)
            throw refused(status, body);
        const answer = parseObject(body);
        // Left out where it is false: protobuf's JSON has no defaults.
        if (answer.ok === undefined || answer.ok === false)
            return undefined;
        const found = answer.matched_key ?? answer.matchedKey;
        const url = answer.signed_download_url ?? answer.signedDownloadUrl;
        if (answer.ok !== true || typeof found !== "string" || typeof url !== "string" || !URL.canParse(url))
            throw new CacheUnavailable("its answer names no entry");
        return { key: found, url };
    }
    async #find1(keys, version) {
        const query = `_apis/artifactcache/cache?keys=${encodeURIComponent(keys.join(","))}&version=${version}`;
        const { status, body } = await this.#ask(`${this.#variable("ACTIONS_CACHE_URL")}${query}`, { method: "GET", headers: { ...this.#authorization, accept: "application/json;api-version=6.0-preview.1" } }, MAX_ANSWER_BYTES);
        if (status === 204)
            return undefined;
        if (status !== 200)
            throw refused(status, body);
        const { cacheKey, archiveLocation } = parseObject(body);
        if (typeof cacheKey !== "string" || typeof archiveLocation !== "string" || !URL.canParse(archiveLocation))
            throw new CacheUnavailable("its answer names no entry");
        return { key: cacheKey, url: archiveLocation };
    }
    get #isVersion2() {
        // As @actions/cache decides: a server of one's own has version 1, whatever its runner says.
        const { hostname } = new URL(this.#variable("GITHUB_SERVER_URL") || "https://github.com");
        const isGitHub = /^github\.com$|\.ghe\.com$|\.localhost$/i.test(hostname);
        return isGitHub && this.#variable("ACTIONS_CACHE_SERVICE_V2") !== "";
    }
    get #authorization() {
        return { authorization: `Bearer ${this.#variable("ACTIONS_RUNTIME_TOKEN")}`, "user-agent": "jessy-actions" };
    }
    #variable(name) {
        return this.#options.environment[name] ?? "";
    }
    /** Looking up and downloading change nothing, so both may be tried again. */
    async #ask(url, init, maxBytes) {
        const { sleep = _http_wait_js__WEBPACK_IMPORTED_MODULE_2__.wait, timeout = REQUEST_TIMEOUT } = this.#options;
        for (let attempt = 1;; attempt++) {
            const answer = await attemptRequest(url, init, { maxBytes, timeout });
            if (answer.status > 0 && answer.status < 500 && answer.status !== 429)
                return answer;
            const message = answer.status === 0 ? answer.body.toString() : `it answers with status ${answer.status}`;
            const failure = { method: "GET", status: answer.status, headers: answer.headers, message };
            const delay = (0,_github_retry_js__WEBPACK_IMPORTED_MODULE_0__.retryDelay)(attempt, failure, Date.now(), Math.random());
            if (delay === undefined)
                throw new CacheUnavailable(message);
            await sleep(delay);
        }
    }
}
/** @returns status 0, and half a sentence as the body, when no whole answer came. */
async function attemptRequest(url, init, { maxBytes, timeout }) {
    try {
        const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
        const parts = [];
        let bytes = 0;
        for await (const part of response.body ?? []) {
            bytes += part.length;
            if (bytes > maxBytes)
                throw new CacheUnavailable(`it sends more than ${maxBytes} bytes`);
            parts.push(part);
        }
        return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.concat(parts) };
    }
    catch (error) {
        if (error instanceof CacheUnavailable)
            throw error;
        return { status: 0, headers: {}, body: Buffer.from(networkWords(error, timeout)) };
    }
}
function networkWords(error, timeout) {
    if (error.name === "TimeoutError")
        return `it does not answer within ${timeout / 1000} s`;
    return `it does not answer (${error.cause instanceof Error ? error.cause.message : error.message})`;
}
/** A refusal, with the service's own word for it: `cache read denied: ...`. */
function refused(status, body) {
    let word = "";
    try {
        const { msg, message } = parseObject(body);
        const text = msg ?? message;
        if (typeof text === "string")
            word = `: ${text.slice(0, 200)}`;
    }
    catch {
        // A page of a proxy, or nothing.
    }
    return new CacheUnavailable(`it answers with status ${status}${word}`);
}
function parseObject(body) {
    try {
        const parsed = JSON.parse(body.toString());
        if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
            return parsed;
    }
    catch {
        // Said below.
    }
    throw new CacheUnavailable("its answer is not valid JSON");
}


/***/ }),

/***/ 2528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readFromCache),
  $: () => (/* binding */ saveToCache)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/cache/archive.js

/** Tar's unit: a header, and what every content is filled up to. */
const BLOCK = 512;
/** Records about the file that follows, which the program tar writes before it: pax (`x`, `g`) and GNU's long names. */
const ABOUT_THE_NEXT = ["x", "g", "L", "K"];
/**
 * The one file in an archive as @actions/cache makes it: tar, packed by zstd or gzip. It is unpacked in memory, so that
 * neither the names in it nor a link can lead anywhere.
 *
 * @param maxBytes of the unpacked archive.
 * @throws Error in half a sentence that says what is wrong with the archive.
 */
function fileInArchive(archive, maxBytes) {
    const tar = unpacked(archive, maxBytes);
    for (let at = 0; at + BLOCK <= tar.length;) {
        const header = tar.subarray(at, at + BLOCK);
        if (header.every((byte) => byte === 0))
            break;
        if (checksum(header) !== octal(header, 148, 8))
            throw new Error("it is not a tar archive");
        const size = octal(header, 124, 12);
        const end = at + BLOCK + size;
        if (Number.isNaN(size) || end > tar.length)
            throw new Error("it ends early");
        const type = String.fromCharCode(header[156]);
        if (type === "0" || type === "\0")
            return tar.subarray(at + BLOCK, end);
        if (!ABOUT_THE_NEXT.includes(type))
            throw new Error("it holds something else than a file");
        at = end + ((BLOCK - (size % BLOCK)) % BLOCK);
    }
    throw new Error("it holds no file");
}
function unpacked(archive, maxOutputLength) {
    try {
        if (startsWith(archive, [0x28, 0xb5, 0x2f, 0xfd]))
            return (0,external_node_zlib_.zstdDecompressSync)(archive, { maxOutputLength });
        if (startsWith(archive, [0x1f, 0x8b]))
            return (0,external_node_zlib_.gunzipSync)(archive, { maxOutputLength });
    }
    catch (error) {
        if (error.code === "ERR_BUFFER_TOO_LARGE")
            throw new Error(`it unpacks to more than ${maxOutputLength} bytes`);
        throw new Error(`it cannot be unpacked (${error.message})`);
    }
    throw new Error("it is packed neither by zstd nor by gzip");
}
function startsWith(bytes, magic) {
    return magic.every((byte, at) => bytes[at] === byte);
}
/** The sum of a header's bytes, with its own field taken for blanks. */
function checksum(header) {
    return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
/** A number in octal digits; NaN when it is none. */
function octal(header, start, length) {
    const text = Buffer.from(header.subarray(start, start + length)).toString("latin1");
    const digits = /^ *([0-7]+)[ \0]*$/.exec(text)?.[1];
    return digits === undefined ? Number.NaN : Number.parseInt(digits, 8);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-key.js
var cache_key = __webpack_require__(3965);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-service.js
var cache_service = __webpack_require__(6481);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/working-folder.js
var working_folder = __webpack_require__(9939);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/cache/file-cache.js








/**
 * Reads one file from the Actions cache, into memory.
 *
 * @param keys best first; each also finds the newest key that begins with it (`cacheKey` gives keys and prefixes).
 */
async function readFromCache({ file, maxBytes }, keys, io) {
    const service = new cache_service/* CacheService */._C(io);
    if (!service.exists)
        return { state: "miss" };
    try {
        for (const version of (0,cache_key/* cacheVersions */.Yd)(file)) {
            const entry = await service.find(keys, version);
            if (entry === undefined)
                continue;
            if (!keys.some((key) => entry.key.startsWith(key)))
                throw new cache_service/* CacheUnavailable */.dK("its answer names another entry");
            const archive = await service.download(entry, maxBytes);
            try {
                return { state: "hit", key: entry.key, content: fileInArchive(archive, maxBytes) };
            }
            catch (error) {
                return {
                    state: "unreadable",
                    reason: `the cache entry \`${entry.key}\` is damaged: ${error.message}`,
                };
            }
        }
        return { state: "miss" };
    }
    catch (error) {
        if (error instanceof cache_service/* ArchiveMissing */.X2)
            return { state: "unreadable", reason: `the cache entry is damaged: ${error.message}` };
        if (!(error instanceof cache_service/* CacheUnavailable */.dK))
            throw error;
        io.log.debug(`the cache cannot be read: ${error.message}`);
        return { state: "unavailable", reason: `the Actions cache cannot be read: ${error.message}` };
    }
}
/**
 * Saves one file. A key is never overwritten, so a re-run changes nothing; a cache that cannot be written is a warning.
 *
 * @param folder where the file and its archive may lie meanwhile: outside of the workspace, where a pull request's files
 * could stand in the way.
 */
async function saveToCache({ file }, key, content, { folder, log }) {
    // Half a megabyte to load: only runs that save something pay it.
    const cache = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(942), __webpack_require__.e(126), __webpack_require__.e(88)]).then(__webpack_require__.bind(__webpack_require__, 5126));
    if (!cache.isFeatureAvailable())
        return false;
    const path = (0,external_node_path_.join)(folder, file);
    try {
        // Not below, where the removal of what is not there would be told instead.
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        try {
            (0,file_content/* writeFile */._h)(path, content);
            // The same version on Windows as elsewhere: the file is text, and read without a file system.
            return (await (0,working_folder.inFolder)(folder, () => cache.saveCache([file], key, undefined, true))) !== -1;
        }
        finally {
            (0,external_node_fs_.rmSync)(path, { force: true });
        }
    }
    catch (error) {
        log.warning(`The Actions cache cannot be written: ${(0,file_error/* describeFileError */.SQ)(error) ?? error.message}`);
        return false;
    }
}


/***/ }),

/***/ 6102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findComparison)
/* harmony export */ });
/**
 * The change that a run is about, always in terms of what is checked out:
 * - GitHub's merge commit of a pull request: against its first parent, so that line numbers fit (codecov/feedback#961);
 * - another checkout of a pull request: against the merge base of its base and HEAD;
 * - push: against the commit before it; merge queue: against the group's base;
 * - anything else on another branch than the default, and a push that made it or replaced what was there: against the
 *   merge base with the default branch.
 *
 * Fetches the missing history of a shallow clone, only as far as needed.
 */
async function findComparison(git, event) {
    const head = await git.resolve("HEAD");
    if (head === undefined)
        return noBase("the repository has no commit");
    const { pullRequest } = event;
    if (pullRequest !== undefined) {
        const parents = await git.deepenUntil(() => git.parents(head), (found) => found.length > 0);
        if (parents.length === 2 && parents[1] === pullRequest.headSha && parents[0] !== undefined) {
            return {
                state: "compared",
                base: parents[0],
                head,
                reason: "the merge commit of the pull request against its base",
            };
        }
        return againstMergeBase(git, pullRequest.baseSha, head, `the base \`${pullRequest.baseRef}\``);
    }
    const isPush = event.name === "push" || event.name === "merge_group";
    if (isPush && event.before !== undefined && (await git.fetchCommit(event.before))) {
        const reason = event.name === "push" ? "the push" : "the merge group against its base";
        return { state: "compared", base: event.before, head, reason };
    }
    const { defaultBranch } = event;
    if (isPush && (defaultBranch === undefined || isBranch(event, defaultBranch) || event.name === "merge_group")) {
        // On the default branch only its first push has nothing before it.
        if (event.before === undefined)
            return noChange("this push made the branch, so there is nothing before it");
        const before = event.before.slice(0, 10);
        return noBase(`the commit before this push, ${before}, is not available (was it a force push?)`);
    }
    if (defaultBranch === undefined)
        return noBase(`a run by ${event.name} names no branch to compare with`);
    if (isBranch(event, defaultBranch))
        return noChange(`a run by ${event.name} on the default branch has no change to look at`);
    const base = await git.fetchBranch(defaultBranch);
    if (base === undefined)
        return noBase(`the default branch \`${defaultBranch}\` cannot be fetched`);
    return againstMergeBase(git, base, head, `the default branch \`${defaultBranch}\``);
}
function isBranch({ ref }, branch) {
    return ref === `refs/heads/${branch}`;
}
function noChange(reason) {
    return { state: "none", cause: "no-change", reason };
}
function noBase(reason) {
    return { state: "none", cause: "no-base", reason };
}
async function againstMergeBase(git, base, head, what) {
    if (!(await git.fetchCommit(base))) {
        return noBase(`the commit ${base.slice(0, 10)} of ${what} cannot be fetched; check out with \`fetch-depth: 0\``);
    }
    // Of a history that is cut off, an older common ancestor may be all that is seen.
    const found = await git.deepenUntil(async () => {
        const bases = await git.mergeBases(base, head);
        return { bases, isCut: await git.isCutOff([base, head], bases) };
    }, ({ bases, isCut }) => bases.length > 0 && !isCut);
    if (found.isCut)
        return noBase(`the history of HEAD and ${what} cannot be fetched as far as needed; check out with \`fetch-depth: 0\``);
    const [mergeBase, ...others] = found.bases;
    if (mergeBase === undefined)
        return noBase(`HEAD and ${what} have no common history`);
    const reason = others.length === 0
        ? `HEAD against the merge base with ${what}`
        : `HEAD against the first of ${others.length + 1} merge bases with ${what}`;
    return { state: "compared", base: mergeBase, head, reason };
}


/***/ }),

/***/ 4854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ loweredAlerts)
/* harmony export */ });
/** One alert per input: the first thing that a reviewer should see is that a gate was weakened. */
function loweredAlerts(lowered) {
    return lowered.map(({ input, asked, enforced }) => ({
        kind: "alert",
        level: "warning",
        text: [
            "This change lowers ",
            { code: input },
            ` from ${enforced} to ${asked}. It was judged by ${enforced}, as on the default branch.`,
        ],
    }));
}


/***/ })

};
