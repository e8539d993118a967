export const id = 628;
export const ids = [628];
export const modules = {

/***/ 6106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ digestProblem)
/* harmony export */ });
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6910);

/** Hexadecimal digits of each algorithm that OCI registers and registries accept. */
const DIGITS = { sha256: 64, sha512: 128 };
/** What is wrong with `sha256:…` or `sha512:…`, and what to write; undefined if nothing is. */
function digestProblem(digest) {
    const colon = digest.indexOf(":");
    const algorithm = colon === -1 ? digest : digest.slice(0, colon);
    const digits = Object.hasOwn(DIGITS, algorithm) ? DIGITS[algorithm] : undefined;
    const what = `the digest ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(digest)}`;
    if (colon === -1 || digits === undefined)
        return `${what} must begin with sha256: or sha512:`;
    const hex = digest.slice(colon + 1);
    if (hex.length !== digits)
        return `${what} has ${hex.length} digits after ${algorithm}:; it must have ${digits}`;
    if (!/^[0-9a-f]+$/.test(hex))
        return `${what} may hold only the digits 0-9 and a-f, in lower case`;
    return undefined;
}


/***/ }),

/***/ 6910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
const MAX_QUOTED = 100;
/** Untrusted text for an error: in quotes, cut at 100 characters, control characters escaped. */
function quoted(text) {
    return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}


/***/ }),

/***/ 8801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xb: () => (/* binding */ DOCKER_HUB),
  ZD: () => (/* binding */ familiarReference),
  "if": () => (/* binding */ parseImageName),
  F2: () => (/* binding */ parseReference),
  nt: () => (/* binding */ printReference)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: ./build/js/packages/images/src/image-digest.js
var image_digest = __webpack_require__(6106);
// EXTERNAL MODULE: ./build/js/packages/images/src/quoted.js
var quoted = __webpack_require__(6910);
;// CONCATENATED MODULE: ./build/js/packages/images/src/repository-name.js

/** Characters of a path, without the registry (distribution/reference: RepositoryNameTotalLengthMax). */
const MAX_REPOSITORY_CHARACTERS = 255;
/** `[a-z0-9]+` parts, joined by one `.`, one or two `_`, or any number of `-`. */
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const HOST_PART = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
/** What is wrong with the path of a repository (`acme/app`), and what to write; undefined if nothing is. */
function repositoryProblem(path) {
    if (path.length > MAX_REPOSITORY_CHARACTERS) {
        return `the repository ${(0,quoted/* quoted */.T)(path)} has ${path.length} characters; it may have at most ${MAX_REPOSITORY_CHARACTERS}`;
    }
    for (const component of path.split("/")) {
        const problem = componentProblem(component, path);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function componentProblem(component, path) {
    if (COMPONENT.test(component))
        return undefined;
    const what = component === path ? `the repository ${(0,quoted/* quoted */.T)(path)}` : `${(0,quoted/* quoted */.T)(component)} in ${(0,quoted/* quoted */.T)(path)}`;
    if (component === "")
        return `the repository ${(0,quoted/* quoted */.T)(path)} has an empty part; write names between single slashes`;
    if (/[A-Z]/.test(component))
        return `${what} has upper-case letters; write ${(0,quoted/* quoted */.T)(path.toLowerCase())}`;
    const stranger = /[^a-z0-9._-]/u.exec(component);
    if (stranger !== null) {
        return `${what} holds ${(0,quoted/* quoted */.T)(stranger[0])}; write only a-z, 0-9, and single ".", "_", "__" or "-" between them`;
    }
    if (/^[._-]/.test(component))
        return `${what} begins with ${(0,quoted/* quoted */.T)(component[0])}; begin with a letter or a digit`;
    if (/[._-]$/.test(component))
        return `${what} ends with ${(0,quoted/* quoted */.T)(component.at(-1))}; end with a letter or a digit`;
    const [run] = /[._-]*\.[._-]+|_{3,}|_+-[._-]*|-+[._][._-]*|_+\.[._-]*/.exec(component) ?? [""];
    return `${what} has ${(0,quoted/* quoted */.T)(run)} between two letters or digits; write one ".", "_", "__", or "-"`;
}
/** What is wrong with a registry (`ghcr.io`, `localhost:5000`, `[::1]:5000`); undefined if nothing is. */
function registryProblem(registry) {
    const what = `the registry ${(0,quoted/* quoted */.T)(registry)}`;
    const [, host = registry, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(registry) ?? [];
    if (port !== undefined && !/^[0-9]+$/.test(port))
        return `${what} has no valid port; write host:port, such as localhost:5000`;
    if (port !== undefined && (port.length > 5 || Number(port) < 1 || Number(port) > 65535)) {
        return `${what} has the port ${(0,quoted/* quoted */.T)(port)}; a port is a number from 1 to 65535`;
    }
    if (host.startsWith("[")) {
        return isAddress(host.slice(1, -1))
            ? undefined
            : `${what} is not a valid IPv6 address; write one such as [::1]:5000`;
    }
    const wrong = host.split(".").find((part) => !HOST_PART.test(part));
    if (wrong === undefined)
        return undefined;
    const part = wrong === "" ? "an empty part" : `the part ${(0,quoted/* quoted */.T)(wrong)}`;
    return `${what} has ${part}; write a host name such as ghcr.io or registry.example.com:5000`;
}
/** Groups of hexadecimal digits, with at most one `::`. Zones and embedded IPv4 addresses are outside the grammar. */
function isAddress(text) {
    const halves = text.split("::");
    if (halves.length > 2)
        return false;
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)))
        return false;
    return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

// EXTERNAL MODULE: ./build/js/packages/images/src/tag-name.js
var tag_name = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/js/packages/images/src/reference.js





/** Docker Hub, as references name it; its API is at registry-1.docker.io. */
const DOCKER_HUB = "docker.io";
const LEGACY_DOCKER_HUB = "index.docker.io";
const OFFICIAL = "library/";
/** Longer than any valid one: host, path, tag and digest. */
const MAX_CHARACTERS = 1024;
/**
 * Reads `[registry/]repository[:tag][@digest]` by the grammar of distribution/reference and normalises it as Docker
 * does. It is stricter where Docker's reading surprises: `Acme/app` is not a registry called Acme, and `ghcr.io` is not
 * docker.io/library/ghcr.io.
 *
 * @throws UserError which quotes the text, names what is wrong and says what to write
 */
function parseReference(text) {
    return orThrow(text, readReference(text));
}
/**
 * Reads an image name, as the input `images` holds it: a tag or digest in it is an error.
 *
 * @throws UserError
 */
function parseImageName(text) {
    const reference = readReference(text);
    if (typeof reference === "string")
        throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(text)} is not an image: ${reference}`);
    const { registry, repository, tag, digest } = reference;
    const name = text.slice(0, text.length - suffixOf(reference).length);
    const advice = `write ${(0,quoted/* quoted */.T)(name)} here`;
    if (digest !== undefined)
        throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(text)} is not an image: it has a digest; ${advice}`);
    if (tag !== undefined) {
        throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(text)} is not an image: it has the tag ${(0,quoted/* quoted */.T)(tag)}; ${advice}, and the tag in \`tags\``);
    }
    return { registry, repository };
}
/** The complete form: `docker.io/library/alpine:3`. */
function printReference(reference) {
    return `${reference.registry}/${reference.repository}${suffixOf(reference)}`;
}
/** The form that Docker shows: `alpine:3` for `docker.io/library/alpine:3`. */
function familiarReference(reference) {
    const { registry, repository } = reference;
    if (registry !== DOCKER_HUB)
        return printReference(reference);
    const short = repository.startsWith(OFFICIAL) ? repository.slice(OFFICIAL.length) : repository;
    return `${short.includes("/") ? repository : short}${suffixOf(reference)}`;
}
function suffixOf(reference) {
    const { tag, digest } = reference;
    return `${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
function orThrow(text, reference) {
    if (typeof reference === "string")
        throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(text)} is not an image reference: ${reference}`);
    return reference;
}
/** @returns a string that says what is wrong */
function readReference(text) {
    const form = formProblem(text);
    if (form !== undefined)
        return form;
    const at = text.indexOf("@");
    const digest = at === -1 ? undefined : text.slice(at + 1);
    const named = at === -1 ? text : text.slice(0, at);
    const slash = named.lastIndexOf("/");
    const colon = named.indexOf(":", slash + 1);
    // Without a slash, `host:port` cannot be told from `name:tag`; Docker takes it as a tag.
    const tag = colon === -1 ? undefined : named.slice(colon + 1);
    const name = colon === -1 ? named : named.slice(0, colon);
    if (KNOWN_REGISTRY.test(name)) {
        return `${(0,quoted/* quoted */.T)(named)} is a registry without a repository; write ${(0,quoted/* quoted */.T)(`${named}/owner/name`)}`;
    }
    const place = placeOf(name);
    const problem = registryProblem(place.registry) ??
        repositoryProblem(place.repository) ??
        (tag === undefined ? undefined : (0,tag_name/* tagProblem */.qH)(tag)) ??
        (digest === undefined ? undefined : (0,image_digest/* digestProblem */.W)(digest));
    return problem ?? { ...place, tag, digest };
}
function formProblem(text) {
    if (text === "")
        return "it is empty; write registry/owner/name, such as ghcr.io/acme/app";
    if (text.length > MAX_CHARACTERS)
        return `it has ${text.length} characters`;
    const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text) ?? [];
    if (scheme !== undefined)
        return `it begins with ${(0,quoted/* quoted */.T)(scheme)}; write ${(0,quoted/* quoted */.T)(text.slice(scheme.length))}`;
    if (/\s/.test(text))
        return "it holds white space; write one reference without spaces";
    if (text.startsWith("/"))
        return `it begins with a slash; write ${(0,quoted/* quoted */.T)(text.replace(/^\/+/, ""))}`;
    if (text.endsWith("/"))
        return `it ends with a slash; write ${(0,quoted/* quoted */.T)(trimSlashes(text))}`;
    if (/^[0-9a-f]{64}$/.test(text))
        return "it is the ID of an image; write the name of a repository";
    return undefined;
}
function trimSlashes(text) {
    let end = text.length;
    while (text[end - 1] === "/")
        end--;
    return text.slice(0, end);
}
/** Which part is the registry: the first, if it is `localhost` or has a dot or a colon (splitDockerDomain). */
function placeOf(name) {
    const slash = name.indexOf("/");
    const first = slash === -1 ? name : name.slice(0, slash);
    const isHost = first.toLowerCase() === "localhost" || /[.:]/.test(first);
    if (slash === -1)
        return { registry: DOCKER_HUB, repository: first === "" ? "" : `${OFFICIAL}${first}` };
    if (!isHost)
        return { registry: DOCKER_HUB, repository: name };
    const host = first.toLowerCase();
    const path = name.slice(slash + 1);
    const registry = host === LEGACY_DOCKER_HUB ? DOCKER_HUB : host;
    const isOfficial = registry === DOCKER_HUB && !path.includes("/") && path !== "";
    return { registry, repository: isOfficial ? `${OFFICIAL}${path}` : path };
}
/** Registries that people write alone by mistake. Docker would take `ghcr.io` as docker.io/library/ghcr.io. */
const KNOWN_REGISTRY = /^(?:docker\.io|index\.docker\.io|ghcr\.io|quay\.io|registry\.gitlab\.com|(?:[a-z0-9-]+\.)?gcr\.io|[a-z0-9-]+\.azurecr\.io|[a-z0-9-]+\.pkg\.dev|[a-z0-9.-]+\.amazonaws\.com|localhost)$/i;


/***/ }),

/***/ 3382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ tagFrom),
/* harmony export */   qH: () => (/* binding */ tagProblem)
/* harmony export */ });
/* unused harmony export MAX_TAG_CHARACTERS */
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6910);

/** Of the distribution grammar: `[\w][\w.-]{0,127}`. */
const MAX_TAG_CHARACTERS = 128;
/** What is wrong with a tag, and what to write; undefined if nothing is. */
function tagProblem(tag) {
    const what = `the tag ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(tag)}`;
    if (tag === "")
        return "the tag is empty; write a name, such as 1.2.3";
    if (tag.length > MAX_TAG_CHARACTERS) {
        return `${what} has ${tag.length} characters; a tag has at most ${MAX_TAG_CHARACTERS}`;
    }
    const stranger = /[^\w.-]/u.exec(tag);
    if (stranger !== null) {
        return `${what} holds ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(stranger[0])}; a tag may hold only letters, digits, "_", "." and "-"`;
    }
    if (/^[.-]/.test(tag))
        return `${what} begins with ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(tag[0])}; a tag begins with a letter, a digit or "_"`;
    return undefined;
}
/** Every run of characters that a tag cannot hold becomes one `-`, as metadata-action does it. The result may still be no tag. */
function tagFrom(text) {
    return text.replace(/[^a-zA-Z0-9._-]+/g, "-");
}


/***/ }),

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RegistryError: () => (/* binding */ RegistryError),
/* harmony export */   V: () => (/* binding */ nameOf)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5428);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3362);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2432);



/** An answer can be endless; a message about it is not. */
const MAX_MESSAGE_CHARACTERS = 1000;
/** An operation that a registry refused, or that got no answer that can be used. One line, without any secret. */
class RegistryError extends Error {
    name = "RegistryError";
    registry;
    repository;
    reference;
    /** 0 when nobody knows what the registry did: no answer came, or none that a registry gives. */
    status;
    /** What it answered, or why there is no answer: without what was asked for, and without advice. */
    answer;
    constructor(asked, failure, now = Date.now()) {
        const { registry, repository, reference, operation } = asked;
        const { status, message } = failure;
        const answer = status === 0 ? message : `status ${status}${message === "" ? "" : `: ${message}`}`;
        const advice = adviceFor(asked, failure);
        super(oneLine(`${operation} ${nameOf(asked)}: ${answer}${(0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .limitEnd */ .fr)(failure, now)}${advice && `; ${advice}`}`));
        this.registry = registry;
        this.repository = repository;
        this.reference = reference;
        this.status = status;
        this.answer = oneLine(answer);
    }
}
/** `docker.io/acme/app:1.0`, `docker.io/acme/app@sha256:...`. */
function nameOf({ registry, repository, reference }) {
    const path = repository === undefined ? registry : `${registry}/${repository}`;
    if (reference === undefined)
        return path;
    return reference.includes(":") ? `${path}@${reference}` : `${path}:${reference}`;
}
function adviceFor({ registry, repository, hasCredentials = false }, failure) {
    // A token that was given, and that does not allow this.
    const lacksRight = /insufficient_scope/.test(failure.headers["www-authenticate"] ?? "");
    const status = failure.status === 401 && lacksRight && hasCredentials ? 403 : failure.status;
    const place = repository === undefined ? registry : `${registry}/${repository}`;
    if ((0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isPullLimit */ .BQ)(failure))
        return "this limit is not waited for: log in, or pull by a mirror";
    if (status === 401 && !hasCredentials)
        return `no credentials for ${registry} are known: log in to it`;
    if (status === 401)
        return `${registry} does not take these credentials: check user name and password or token`;
    if (status === 403 && !hasCredentials)
        return `${place} is not open to everybody: log in to ${registry}`;
    if (status === 403)
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isHub */ .G2)(registry)
            ? `the credentials may not do this in ${place}: a token needs the scope "Read & Write"`
            : `the credentials may not do this in ${place}: give their owner the right to`;
    if (status === 404)
        return `check that ${place} exists: some registries do not create repositories by a push`;
    if (status === 413)
        return `a proxy before ${registry} limits the size of requests: raise its limit`;
    if (status === 429)
        return "run this again when the limit has passed";
    if (status >= 500)
        return "run this again: what arrived is not sent again";
    return "";
}
function oneLine(message) {
    const line = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .revealInvisible */ .hR)(message.slice(0, 2 * MAX_MESSAGE_CHARACTERS).replace(/[\s\u0085\u2028\u2029]+/g, " "));
    return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line;
}


/***/ }),

/***/ 1916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Registry: () => (/* binding */ Registry)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/address.js
var address = __webpack_require__(3362);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/answer.js
var registry_answer = __webpack_require__(4054);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/manifest.js



/** Registries refuse larger ones (OCI distribution, "Pushing Manifests"). */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const ACCEPT = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
/** How often an answer may be unusable, in a row: bytes that were cut or changed on the way, a proxy's page. */
const MAX_UNUSABLE = 3;
/** Milliseconds between looks at a tag that a registry does not show yet: some show it seconds late. */
const CONFIRM_WAITS = [500, 1000, 2000, 4000, 8000];
const pullScope = (repository) => [`repository:${repository}:pull`];
const pushScope = (repository) => [`repository:${repository}:pull,push`];
/** @param algorithm as a digest names it. @returns `sha256:...`. */
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest("hex")}`;
}
/** @returns undefined when the registry has none. @throws RegistryError */
async function getManifest(exchange, repository, reference) {
    const request = { ...about(repository, reference, "get manifest"), method: "GET" };
    for (let attempt = 1;; attempt++) {
        const answer = await exchange.request({ ...request, maxBytes: MAX_MANIFEST_BYTES });
        if (answer.status === 404)
            return undefined;
        const manifest = readManifest(answer, reference);
        if (!("problem" in manifest))
            return manifest;
        const isFinal = attempt >= MAX_UNUSABLE;
        await exchange.pause(request, { status: 0, headers: {}, message: manifest.problem, isFinal }, attempt);
    }
}
/** @returns undefined when the registry has none. @throws RegistryError */
async function headManifest(exchange, repository, reference) {
    const answer = await exchange.request({ ...about(repository, reference, "look up"), method: "HEAD" });
    if (answer.status === 404)
        return undefined;
    const digest = answer.headers["docker-content-digest"];
    const mediaType = mediaTypeOf(answer);
    // Some registries name the digest only with the bytes, and a page of HTML has none.
    if (digest === undefined || !(0,address/* isDigest */.Bc)(digest) || !/json/.test(mediaType)) {
        const manifest = await getManifest(exchange, repository, reference);
        return manifest && { digest: manifest.digest, mediaType: manifest.mediaType, size: manifest.bytes.length };
    }
    const length = Number(answer.headers["content-length"]);
    return { digest, mediaType, size: length > 0 ? length : undefined };
}
/**
 * Stores a manifest under its digest or a tag.
 *
 * @returns its digest, and whether the registry itself lists it as a referrer of its subject. @throws RegistryError, also
 *   when the registry says that it stored something else.
 */
async function putManifest(exchange, repository, { mediaType, bytes }, reference = digestOf(bytes)) {
    const digest = digestOf(bytes, reference.startsWith("sha512:") ? "sha512" : "sha256");
    if ((0,address/* isDigest */.Bc)(reference) && reference !== digest)
        throw new Error(`the manifest is ${digest}, and not ${reference}`);
    const { Readable } = process.getBuiltinModule("node:stream");
    const asked = {
        ...about(repository, reference, "push manifest"),
        method: "PUT",
        headers: { "content-type": mediaType },
        scopes: pushScope(repository),
        body: { size: bytes.length, open: () => Readable.from([bytes]) },
        expected: [200, 201, 202, 204],
    };
    const { headers, body } = await exchange.request(asked);
    const stored = headers["docker-content-digest"];
    if (stored !== undefined && stored !== digest)
        throw exchange.error(asked, lie(`the registry says that it stored ${stored}, and was sent ${digest}`));
    if (stored === undefined && body.length > 0 && "problem" in (0,registry_answer/* parseBody */.O)(body))
        throw exchange.error(asked, lie("the answer is not a registry's: nothing may have been stored"));
    return { digest, isListed: headers["oci-subject"] !== undefined };
}
/**
 * Asks the registry whether a reference leads to a digest, and waits some seconds for one that shows it late.
 *
 * @throws RegistryError that names what it leads to instead.
 */
async function confirmManifest(exchange, repository, reference, digest, sleep) {
    for (let looked = 0;; looked++) {
        const found = await headManifest(exchange, repository, reference);
        if (found?.digest === digest)
            return;
        const delay = CONFIRM_WAITS[looked];
        if (delay === undefined) {
            const instead = found === undefined ? "nothing" : found.digest;
            const asked = { repository, reference, operation: "confirm" };
            throw exchange.error(asked, lie(`the registry has ${instead} there, and was sent ${digest}`));
        }
        await sleep(delay);
    }
}
function about(repository, reference, operation) {
    return {
        operation,
        repository,
        reference,
        target: `/v2/${(0,address/* checkedRepository */.aR)(repository)}/manifests/${(0,address/* checkedReference */.v2)(reference)}`,
        headers: { accept: ACCEPT },
        scopes: pullScope(repository),
        expected: [200, 404],
    };
}
const lie = (message) => ({ status: 0, headers: {}, message, isFinal: true });
function readManifest(answer, reference) {
    const parsed = (0,registry_answer/* parseBody */.O)(answer.body);
    if ("problem" in parsed)
        return parsed;
    const { schemaVersion, mediaType } = (parsed.data ?? {});
    if (schemaVersion !== 2)
        return { problem: "the answer is not a manifest of version 2" };
    const digest = digestOf(answer.body, reference.startsWith("sha512:") ? "sha512" : "sha256");
    const promised = [answer.headers["docker-content-digest"], (0,address/* isDigest */.Bc)(reference) ? reference : undefined];
    const other = promised.find((one) => one !== undefined && one.split(":")[0] === digest.split(":")[0] && one !== digest);
    if (other !== undefined)
        return { problem: `the bytes have the digest ${digest}, and ${other} was promised` };
    const stated = typeof mediaType === "string" && mediaType !== "" ? mediaType : mediaTypeOf(answer);
    return { digest, mediaType: stated, bytes: answer.body };
}
function mediaTypeOf({ headers }) {
    return (headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/blob.js






const READ_BYTES = 1024 * 1024;
/** @returns whether the repository has it, whole. @throws RegistryError */
async function hasBlob(exchange, repository, digest, size) {
    const { status, headers } = await exchange.request({ ...aboutBlob(repository, digest, "look up"), method: "HEAD" });
    const length = headers["content-length"];
    // A page of HTML also has the status 200.
    return (status === 200 && (length === undefined || Number(length) === size) && !/html/.test(headers["content-type"] ?? ""));
}
/**
 * @param maxBytes more is an error. @returns undefined when the repository has none. @throws RegistryError, also for
 *   bytes of another digest.
 */
async function getBlob(exchange, repository, digest, maxBytes) {
    const request = { ...aboutBlob(repository, digest, "get blob"), method: "GET", maxBytes };
    for (let attempt = 1;; attempt++) {
        const { status, body } = await exchange.request(request);
        if (status === 404)
            return undefined;
        if (body.length > maxBytes) {
            const message = `it is larger than ${maxBytes} bytes`;
            throw exchange.error(request, { status: 0, headers: {}, message, isFinal: true });
        }
        const found = digestOf(body, algorithmOf(digest));
        if (found === digest)
            return body;
        const message = `the bytes have the digest ${found}`;
        const isFinal = attempt >= MAX_UNUSABLE;
        await exchange.pause(request, { status: 0, headers: {}, message, isFinal }, attempt);
    }
}
/** A part of a blob as the body of a request. @param onBytes is told how many bytes were read. */
function bodyOf(blob, start, end, onBytes) {
    return {
        size: end - start,
        open: () => {
            const source = readBlob(blob, start, end);
            return external_node_stream_.Readable.from(told(source, onBytes));
        },
    };
}
/** Whether its bytes are those that its digest names. */
async function isIntact(blob) {
    const hash = (0,external_node_crypto_.createHash)(algorithmOf(blob.digest));
    for await (const chunk of readBlob(blob, 0, blob.size))
        hash.update(chunk);
    return blob.digest.endsWith(`:${hash.digest("hex")}`);
}
async function* readBlob({ content }, start, end) {
    if (start === end)
        return;
    if ("bytes" in content) {
        yield Buffer.from(content.bytes.subarray(start, end));
        return;
    }
    const path = "load" in content ? await content.load() : content.path;
    try {
        yield* (0,external_node_fs_.createReadStream)(path, { start, end: end - 1, highWaterMark: READ_BYTES });
    }
    catch (error) {
        throw (0,file_error/* named */.KT)(error, path);
    }
}
async function* told(source, onBytes) {
    for await (const chunk of source) {
        onBytes(chunk.length);
        yield chunk;
    }
}
const algorithmOf = (digest) => digest.startsWith("sha512:") ? "sha512" : "sha256";
function aboutBlob(repository, digest, operation) {
    return {
        operation,
        repository,
        reference: digest,
        target: `/v2/${(0,address/* checkedRepository */.aR)(repository)}/blobs/${(0,address/* checkedDigest */.oM)(digest)}`,
        scopes: [`repository:${repository}:pull`],
        expected: [200, 404],
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/blob-download.js





/** Asked for at once: a slow line brings it within the time of one answer, and a cut one loses no more. */
const PART_BYTES = 16 * 1024 * 1024;
/**
 * Brings a blob into a file, in parts, so that memory does not grow with it. The file is there only when it is whole and
 * has its digest.
 *
 * @throws RegistryError, also when the registry has no such blob; an error that names the file when it cannot be written.
 */
async function downloadBlob(exchange, repository, blob, path) {
    const partial = `${path}.part`;
    const request = {
        ...aboutBlob(repository, blob.digest, "get blob"),
        method: "GET",
        expected: [200, 206, 404],
    };
    for (let attempt = 1;; attempt++) {
        const problem = await fetchInto(partial, exchange, request, blob);
        if (problem === undefined)
            break;
        (0,external_node_fs_.rmSync)(partial, { force: true });
        const failure = {
            status: 0,
            headers: {},
            message: problem.message,
            isFinal: problem.isFinal || attempt >= MAX_UNUSABLE,
        };
        await exchange.pause(request, failure, attempt);
    }
    (0,external_node_fs_.renameSync)(partial, path);
}
async function fetchInto(path, exchange, request, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)(algorithmOf(digest));
    const file = (0,file_content/* createPrivateFile */.aP)(path);
    try {
        for (let offset = 0; offset < size;) {
            const end = Math.min(size, offset + PART_BYTES);
            const isWhole = offset === 0 && end === size;
            const headers = isWhole ? {} : { range: `bytes=${offset}-${end - 1}` };
            const { status, body } = await exchange.request({ ...request, headers, maxBytes: end - offset });
            if (status === 404)
                return { message: "the registry has no such blob", isFinal: true };
            if (status === 200 && !isWhole)
                return { message: `the registry sends no parts of blobs, and it has ${size} bytes`, isFinal: true };
            if (body.length !== end - offset)
                return { message: `${body.length} of ${end - offset} bytes came`, isFinal: false };
            hash.update(body);
            file.append(body);
            offset = end;
        }
    }
    finally {
        file.close();
    }
    const found = `${algorithmOf(digest)}:${hash.digest("hex")}`;
    return found === digest ? undefined : { message: `the bytes have the digest ${found}`, isFinal: false };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/redirect.js
var redirect = __webpack_require__(2853);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/wire.js
var wire = __webpack_require__(1993);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/authorization.js



/** A token without a term lives this long (distribution, "Token authentication specification"), milliseconds. */
const DEFAULT_TERM = 60_000;
/** A token is not used in its last seconds. */
const TERM_MARGIN = 5000;
const MAX_TOKEN_BYTES = 1_000_000;
/** What a registry wants in the Authorization header, learned from its challenges. One for a registry and its credentials. */
class Authorization {
    #options;
    #challenge;
    #tokens = new Map();
    /** What a challenge asked for beyond the scopes of a request. */
    #more = new Map();
    #secrets = new Set();
    constructor(options) {
        this.#options = options;
        const { credential } = options;
        for (const secret of credential === undefined ? [] : Object.values(credential))
            this.#hide(secret);
        if (credential !== undefined && "username" in credential) {
            this.#secrets.delete(credential.username);
            this.#hide(basicValue(credential));
        }
    }
    /** A registry's words, which may repeat what it was sent. */
    redact(text) {
        return [...this.#secrets].reduce((left, secret) => left.replaceAll(secret, "***"), text);
    }
    #hide(secret) {
        if (secret === "")
            return;
        this.#secrets.add(secret);
        this.#options.log.mask(secret);
    }
    get hasCredentials() {
        return this.#options.credential !== undefined;
    }
    /**
     * The header for a request; undefined as long as the registry has not asked for any.
     *
     * @param scopes what the request needs. @throws WireError or TokenRefusal when no token can be got.
     */
    async header(scopes) {
        const { credential, now } = this.#options;
        if (this.#challenge === undefined)
            return undefined;
        if (credential !== undefined && "registryToken" in credential)
            return `Bearer ${credential.registryToken}`;
        if (this.#challenge.scheme === "basic") {
            if (credential === undefined || !("username" in credential))
                return undefined;
            return `Basic ${basicValue(credential)}`;
        }
        const key = scopes.join(" ");
        for (let known = this.#tokens.get(key); known !== undefined; known = this.#tokens.get(key)) {
            const { value, end } = await known;
            if (end > now())
                return `Bearer ${value}`;
            // Another request may have got a new one meanwhile.
            if (this.#tokens.get(key) === known)
                this.#tokens.delete(key);
        }
        const asked = this.#askForToken(this.#challenge, scopes);
        this.#tokens.set(key, asked);
        asked.catch(() => this.#tokens.delete(key));
        return `Bearer ${(await asked).value}`;
    }
    /**
     * Learns from a 401.
     *
     * @param sent the header that the request had. @returns whether it may be sent once more: with a header that it did
     *   not have, or with a token in place of one that is out of date.
     */
    async learn(challenge, scopes, sent) {
        if (challenge === undefined)
            return false;
        this.#challenge = challenge;
        const { credential } = this.#options;
        if (challenge.scheme === "basic")
            return sent === undefined && credential !== undefined && "username" in credential;
        if (credential !== undefined && "registryToken" in credential)
            return sent === undefined;
        const key = scopes.join(" ");
        this.#more.set(key, challenge.scopes.filter((scope) => !scopes.some((own) => covers(own, scope))));
        // Another request may have got a new one meanwhile.
        const known = this.#tokens.get(key);
        if (known !== undefined && sent === `Bearer ${(await known).value}`)
            this.#tokens.delete(key);
        return true;
    }
    async #askForToken(challenge, scopes) {
        const { credential, send, log, isInsecure, now } = this.#options;
        const url = this.#realmUrl(challenge.realm);
        const asked = [...scopes, ...(this.#more.get(scopes.join(" ")) ?? [])];
        const request = { url, maxBytes: MAX_TOKEN_BYTES, isInsecure: isInsecure && url.host === this.#options.host };
        const headers = { accept: "application/json", "user-agent": "jessy-actions" };
        let answer;
        if (credential !== undefined && "identityToken" in credential) {
            // OAuth 2 takes all scopes in one field.
            const form = new URLSearchParams({
                grant_type: "refresh_token",
                refresh_token: credential.identityToken,
                client_id: "jessy-actions",
                ...(challenge.service !== undefined && { service: challenge.service }),
                scope: asked.join(" "),
            });
            const { Readable } = process.getBuiltinModule("node:stream");
            const bytes = Buffer.from(form.toString());
            const type = "application/x-www-form-urlencoded";
            const body = { size: bytes.length, open: () => Readable.from([bytes]) };
            answer = await send({ ...request, method: "POST", headers: { ...headers, "content-type": type }, body });
        }
        else {
            if (challenge.service !== undefined)
                url.searchParams.append("service", challenge.service);
            for (const scope of asked)
                url.searchParams.append("scope", scope);
            const basic = credential !== undefined && "username" in credential ? `Basic ${basicValue(credential)}` : undefined;
            answer = await send({
                ...request,
                method: "GET",
                headers: { ...headers, ...(basic && { authorization: basic }) },
            });
        }
        const { status, body } = answer;
        log.debug(`registry: token for ${asked.join(" ") || "nothing"} from ${url.host}: ${status}`);
        if (status !== 200)
            throw new TokenRefusal(url.host, answer);
        const token = readToken(url.host, body, now());
        this.#hide(token.value);
        return token;
    }
    /** @throws WireError for a place where credentials must not go: another host without TLS. */
    #realmUrl(realm) {
        const { host, isInsecure } = this.#options;
        if (!URL.canParse(realm))
            throw new wire.WireError("the registry names no address for its tokens", { isFinal: true });
        const url = new URL(realm);
        const isOwnPlain = url.protocol === "http:" && (((0,address/* isLoopback */.U9)(host) && (0,address/* isLoopback */.U9)(url.host)) || (isInsecure && url.host === host));
        if ((url.protocol !== "https:" && !isOwnPlain) || url.username !== "" || url.password !== "")
            throw new wire.WireError(`the registry wants credentials sent to ${url.protocol}//${url.host}, which is not safe`, {
                isFinal: true,
            });
        url.hash = "";
        return url;
    }
}
/** The place that gives tokens gave none. */
class TokenRefusal extends Error {
    name = "TokenRefusal";
    failure;
    constructor(host, { status, headers, body }) {
        const said = (0,registry_answer/* refusalOf */.v)(body);
        super(`no token from ${host}`);
        this.failure = { status, headers, message: `no token from ${host}${said && `: ${said}`}` };
    }
}
function readToken(host, body, now) {
    const parsed = (0,registry_answer/* parseBody */.O)(body);
    if ("problem" in parsed)
        throw new wire.WireError(`token from ${host}: ${parsed.problem}`);
    const { token, access_token, expires_in } = (parsed.data ?? {});
    const value = [token, access_token].find((one) => typeof one === "string" && one !== "");
    if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value))
        throw new wire.WireError(`token from ${host}: the answer has no token`, { isFinal: true });
    const term = typeof expires_in === "number" && expires_in > 0 ? expires_in * 1000 : DEFAULT_TERM;
    return { value, end: now + Math.max(0, term - TERM_MARGIN) };
}
const basicValue = ({ username, password }) => Buffer.from(`${username}:${password}`).toString("base64");
/** `repository:a:pull,push` covers `repository:a:pull`. */
function covers(own, asked) {
    const [, ownPlace, ownActions = ""] = /^(.*):([^:]*)$/.exec(own) ?? [];
    const [, place, actions = ""] = /^(.*):([^:]*)$/.exec(asked) ?? [];
    return ownPlace === place && actions.split(",").every((action) => ownActions.split(",").includes(action));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/certificates.js



const NONE = { ca: [], client: undefined };
/** The daemon's, and that of a daemon without root. @param environment of the process. */
function certificateFolders(environment) {
    const { XDG_CONFIG_HOME: config, HOME: home } = environment;
    const own = config || (home && (0,external_node_path_.join)(home, ".config"));
    return ["/etc/docker/certs.d", ...(own ? [(0,external_node_path_.join)(own, "docker/certs.d")] : [])];
}
/**
 * Reads `HOST/` or `HOST:PORT/` below each folder as Docker does: `*.crt` is an authority, `NAME.cert` with `NAME.key` a
 * client's certificate. What this user may not read is left out, and said.
 *
 * https://docs.docker.com/engine/security/certificates/
 *
 * @param host as references name it. @param say gets what could not be used, a line each.
 */
function readHostCertificates(host, folders, say) {
    // The name is checked, and so leads to no other folder.
    const found = folders.map((folder) => readFolder((0,external_node_path_.join)(folder, host), say));
    return {
        ca: found.flatMap(({ ca }) => ca),
        client: found.find(({ client }) => client !== undefined)?.client,
    };
}
function readFolder(folder, say) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder).sort();
    }
    catch {
        return NONE;
    }
    const read = (name) => {
        try {
            return (0,file_content/* readFile */.TA)((0,external_node_path_.join)(folder, name)).toString();
        }
        catch (error) {
            say(`The certificate ${(0,external_node_path_.join)(folder, name)} is not used: ${error.message}`);
            return undefined;
        }
    };
    const ca = names.filter((name) => name.endsWith(".crt")).flatMap((name) => read(name) ?? []);
    for (const name of names.filter((each) => each.endsWith(".cert"))) {
        const pair = name.replace(/\.cert$/, ".key");
        const [cert, key] = [read(name), read(pair)];
        if (cert !== undefined && key !== undefined)
            return { ca, client: { cert, key } };
    }
    return { ca, client: undefined };
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/challenge.js
/**
 * The strongest challenge of a header, which may hold several: Bearer, then Basic.
 *
 * @returns undefined when there is none that we know, or when Bearer names no realm.
 */
function parseChallenge(header) {
    const challenges = splitChallenges(header ?? "");
    const bearer = challenges.find(({ scheme }) => scheme === "bearer");
    const realm = bearer?.parameters.get("realm");
    if (bearer !== undefined && realm !== undefined) {
        const scope = bearer.parameters.get("scope") ?? "";
        return {
            scheme: "bearer",
            realm,
            service: bearer.parameters.get("service"),
            scopes: scope.split(" ").filter((one) => one !== ""),
            error: bearer.parameters.get("error"),
        };
    }
    return challenges.some(({ scheme }) => scheme === "basic") ? { scheme: "basic" } : undefined;
}
/** Its parts: `Scheme name="value", name=value, Scheme ...`. Quoted values hold commas; a scope does. */
function splitChallenges(header) {
    const parts = [];
    const pattern = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([\w-]+)/g;
    for (const [, name, quoted, bare, scheme] of header.matchAll(pattern)) {
        if (scheme !== undefined)
            parts.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        else
            parts.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare);
    }
    return parts;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry-error.js
var registry_error = __webpack_require__(1344);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/retry.js
var retry = __webpack_require__(2432);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/exchange.js











/** An error's words fit into it, whatever the cap of what was asked for. */
const DEFAULT_MAX_BYTES = 1_000_000;
/** As Docker's folders of certificates name it. */
const DOCKER_HUB = "docker.io";
/** Requests to one registry: credentials, redirects and retries. */
class Exchange {
    registry;
    #options;
    #authorization;
    #certificates;
    #origin;
    #mayBePlain;
    constructor(registry, options) {
        const host = (0,address/* apiHost */.nz)(registry);
        this.registry = registry;
        this.#origin = `https://${host}`;
        this.#options = {
            isInsecure: false,
            certificateFolders: certificateFolders(process.env),
            patience: new retry.Patience(),
            idleTimeout: wire.IDLE_TIMEOUT,
            sleep: wait.wait,
            random: Math.random,
            now: Date.now,
            ...options,
        };
        this.#mayBePlain = this.#options.isInsecure || (0,address/* isLoopback */.U9)(host);
        const name = (0,address/* isHub */.G2)(registry) ? DOCKER_HUB : host;
        this.#certificates = readHostCertificates(name, this.#options.certificateFolders, (line) => options.log.info(line));
        this.#authorization = new Authorization({
            host,
            credential: options.credential,
            log: options.log,
            send: (request) => (0,wire.send)({ ...request, certificates: this.#certificates, idleTimeout: this.#options.idleTimeout }),
            isInsecure: this.#mayBePlain,
            now: this.#options.now,
        });
    }
    /** Sends a request, again as its failures and the patience allow. @throws RegistryError */
    async request(request) {
        for (let attempt = 1;; attempt++) {
            const outcome = await this.attempt(request);
            if ("answer" in outcome)
                return outcome.answer;
            await this.pause(request, outcome.failure, attempt);
        }
    }
    /**
     * Waits as a failure allows, and says so.
     *
     * @param attempt how often the operation was tried without progress, from 1. @throws RegistryError when it must not be
     *   tried again.
     */
    async pause(asked, failure, attempt) {
        const { now, random, sleep, patience, log } = this.#options;
        const delay = (0,retry/* retryDelay */.a2)(attempt, failure, now(), random());
        if (delay === undefined || !patience.take(now(), delay))
            throw this.error(asked, failure);
        const place = { ...asked, registry: this.registry };
        const reason = (0,report_escape/* escapeTerminal */.en)(failure.message.slice(0, 300)) || "refused";
        const status = failure.status === 0 ? "" : ` (${failure.status})`;
        log.info(`${asked.operation} ${(0,registry_error/* nameOf */.V)(place)}: ${reason}${status}; again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
    }
    error(asked, failure) {
        const { hasCredentials } = this.#authorization;
        const place = { ...asked, registry: this.registry, hasCredentials };
        return new registry_error.RegistryError(place, failure, this.#options.now());
    }
    /** Once, but for what a 401 asks for. */
    async attempt(request) {
        try {
            const answer = await this.#authorized(request);
            if ("problem" in answer)
                return { failure: { status: 0, headers: {}, message: answer.problem, isFinal: true } };
            if (request.expected.includes(answer.status))
                return { answer };
            const message = this.#authorization.redact((0,registry_answer/* refusalOf */.v)(answer.body));
            return { failure: { status: answer.status, headers: answer.headers, message } };
        }
        catch (error) {
            if (error instanceof TokenRefusal)
                return { failure: { ...error.failure, message: this.#authorization.redact(error.failure.message) } };
            if (!(error instanceof wire.WireError))
                throw error;
            const { message, isFinal } = error;
            return { failure: { status: 0, headers: {}, message: this.#authorization.redact(message), isFinal } };
        }
    }
    async #authorized(request) {
        for (let isSecond = false;; isSecond = true) {
            const header = this.#isOwn(request.target) ? await this.#authorization.header(request.scopes) : undefined;
            const answer = await this.#follow(request, header);
            if ("problem" in answer || answer.status !== 401 || isSecond || !this.#isOwn(answer.url))
                return answer;
            const challenge = parseChallenge(answer.headers["www-authenticate"]);
            if (!(await this.#authorization.learn(challenge, request.scopes, header)))
                return answer;
        }
    }
    /** Credentials go to the registry itself alone. */
    #isOwn(target) {
        return typeof target === "string" || target.origin === this.#origin;
    }
    /** The last answer of a chain of redirects. */
    async #follow(request, authorization) {
        const { method, body, headers } = request;
        let secret = authorization;
        let url = this.#urlOf(request.target);
        for (let followed = 0;; followed++) {
            const answer = await this.#send(request, url, {
                "user-agent": "jessy-actions",
                ...headers,
                ...(secret !== undefined && { authorization: secret }),
            });
            const { status } = answer;
            if (!(0,redirect.isRedirect)(status) || request.expected.includes(status))
                return answer;
            if (followed === redirect.MAX_REDIRECTS)
                return { problem: `more than ${redirect.MAX_REDIRECTS} redirects` };
            const target = (0,redirect.redirectAddress)(answer.headers.location, answer.url.href);
            if ("problem" in target)
                return target;
            if (!isSafeStep(answer.url, target.url))
                return { problem: `a redirect to ${target.url.host} without TLS` };
            const isWrite = body !== undefined || method === "POST";
            if (isWrite && status !== 307 && status !== 308)
                return { problem: "a redirect to something else than what was asked for" };
            if (!target.isSameHost)
                secret = undefined;
            url = target.url;
        }
    }
    #urlOf(target) {
        return typeof target === "string" ? new URL(target, this.#origin) : target;
    }
    async #send(request, url, headers) {
        const { method, body } = request;
        const maxBytes = Math.max(request.maxBytes ?? 0, DEFAULT_MAX_BYTES);
        const { log, idleTimeout } = this.#options;
        const isOwnHost = url.host === new URL(this.#origin).host;
        const isInsecure = isOwnHost ? this.#mayBePlain : (0,address/* isLoopback */.U9)(url.host);
        const start = performance.now();
        const say = (what) => log.debug(`registry: ${method} ${url.host}${isOwnHost ? url.pathname : ""}: ${what}, ${Math.round(performance.now() - start)} ms`);
        try {
            const certificates = this.#certificates;
            const answer = await (0,wire.send)({ method, url, headers, body, maxBytes, isInsecure, certificates, idleTimeout });
            say(answer.status);
            return { ...answer, url };
        }
        catch (error) {
            if (!(error instanceof wire.WireError))
                throw error;
            say(error.message);
            if (!error.isPlainServer || !isOwnHost || !this.#mayBePlain || url.protocol === "http:")
                throw error;
            this.#origin = `http://${url.host}`;
            return await this.#send(request, new URL(`${url.pathname}${url.search}`, this.#origin), headers);
        }
    }
}
/** A step that does not leave TLS; on this machine there is nothing to leave. */
function isSafeStep(from, to) {
    return to.protocol === "https:" || (from.protocol === "http:" && (from.origin === to.origin || (0,address/* isLoopback */.U9)(to.host)));
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/blob-upload.js




/** A blob up to this goes in one request. A larger one goes in a PATCH, whose stored part a registry can tell. */
const ONE_REQUEST_BYTES = 8 * 1024 * 1024;
/** Sizes of parts, tried in this order where a proxy takes no larger ones (413). */
const blob_upload_PART_BYTES = [Number.POSITIVE_INFINITY, 32 * 1024 * 1024, 5 * 1024 * 1024];
/** How often an upload may start anew when the registry loses it or finds other bytes than were sent. */
const MAX_RESTARTS = 2;
/**
 * Makes sure that a repository has a blob: sends only what is missing, and goes on where a cut connection left off.
 *
 * @throws RegistryError
 */
async function pushBlob(exchange, repository, blob, options = {}) {
    const asked = { repository, reference: (0,address/* checkedDigest */.oM)(blob.digest), operation: "push blob" };
    if (await hasBlob(exchange, repository, blob.digest, blob.size))
        return "there";
    const upload = new Upload(exchange, (0,address/* checkedRepository */.aR)(repository), blob, options);
    let session;
    let restarts = 0;
    for (let attempt = 1, size = 0;; attempt++) {
        const step = await upload.run(session, blob_upload_PART_BYTES[size]);
        if ("done" in step)
            return step.done;
        const { failure } = step;
        const smaller = blob_upload_PART_BYTES.findIndex((part, index) => index > size && part < blob.size);
        if (failure.status === 413 && smaller > 0) {
            size = smaller;
            attempt = 0;
            session = undefined;
            continue;
        }
        const isLost = isLostSession(failure, step.session);
        if (isLost && failure.status === 400 && !(await isIntact(blob)))
            throw exchange.error(asked, { ...failure, message: "its bytes are not those that its digest names" });
        // What was on its way when a connection broke may still be stored: it is asked once more what is there.
        const isBehind = failure.status === 416 && restarts === 0;
        if (isLost && restarts < MAX_RESTARTS) {
            restarts += 1;
            session = undefined;
            if (!isBehind)
                continue;
        }
        if ((step.session?.offset ?? 0) > (session?.offset ?? 0))
            attempt = 1;
        await exchange.pause(asked, isBehind ? { ...failure, status: 0 } : failure, attempt);
        // The answer alone may be lost.
        if (await hasBlob(exchange, repository, blob.digest, blob.size))
            return "sent";
        const before = step.session;
        session = before && (await upload.stored(before));
        if ((session?.offset ?? 0) > (before?.offset ?? 0))
            attempt = 0;
    }
}
/** The registry does not know the upload any more, or stored other bytes than were sent. */
function isLostSession({ status, message }, session) {
    if (session === undefined)
        return false;
    return (status === 404 || status === 416 || (status === 400 && /DIGEST_INVALID|SIZE_INVALID|BLOB_UPLOAD/.test(message)));
}
class Upload {
    #exchange;
    #repository;
    #blob;
    #options;
    #mayMount;
    constructor(exchange, repository, blob, options) {
        this.#exchange = exchange;
        this.#repository = repository;
        this.#blob = blob;
        this.#options = options;
        this.#mayMount = options.mountFrom !== undefined && options.mountFrom !== repository;
    }
    /** Starts or goes on, as far as it gets. @param part bytes of one request, at most. */
    async run(from, part) {
        const { size, digest } = this.#blob;
        let session = from;
        if (session === undefined) {
            const started = await this.#start();
            if ("done" in started || "failure" in started)
                return started;
            session = started.session;
        }
        const inOne = session.offset === 0 && size <= Math.min(ONE_REQUEST_BYTES, part);
        while (!inOne && session.offset < size) {
            const sent = await this.#sendPart(session, part);
            if (!("session" in sent) || "failure" in sent)
                return sent;
            session = sent.session;
        }
        const location = new URL(session.location);
        location.searchParams.set("digest", digest);
        const outcome = await this.#exchange.attempt({
            ...this.#about("PUT", location),
            headers: { "content-type": "application/octet-stream" },
            body: this.#body(inOne ? 0 : size, size),
            expected: [200, 201, 204],
        });
        if ("failure" in outcome)
            return { failure: outcome.failure, session };
        const stored = outcome.answer.headers["docker-content-digest"];
        if (stored === undefined || stored === digest)
            return { done: "sent" };
        const message = `the registry says that it stored ${stored}`;
        return { failure: { status: 0, headers: {}, message, isFinal: true }, session };
    }
    /** What a registry has of an upload that broke off; undefined when it does not say, or does not know it any more. */
    async stored(session) {
        const outcome = await this.#exchange.attempt({
            ...this.#about("GET", session.location),
            expected: [204, 200, 202],
        });
        if ("failure" in outcome)
            return undefined;
        const end = rangeEnd(outcome.answer);
        if (end === undefined || end > this.#blob.size)
            return undefined;
        return { ...session, location: locationOf(outcome.answer) ?? session.location, offset: end };
    }
    async #start() {
        const { digest } = this.#blob;
        const { mountFrom } = this.#options;
        const query = this.#mayMount ? `?mount=${digest}&from=${encodeURIComponent((0,address/* checkedRepository */.aR)(mountFrom))}` : "";
        const request = this.#about("POST", `/v2/${this.#repository}/blobs/uploads/${query}`);
        const outcome = await this.#exchange.attempt({
            ...request,
            scopes: [...request.scopes, ...(this.#mayMount ? [`repository:${mountFrom}:pull`] : [])],
            expected: [201, 202],
        });
        if ("failure" in outcome) {
            const { status } = outcome.failure;
            // A mount saves bytes: where it is refused, they are sent.
            if (!this.#mayMount || status < 400 || status === 429 || status >= 500)
                return { failure: outcome.failure, session: undefined };
            this.#mayMount = false;
            return this.#start();
        }
        const wasMount = this.#mayMount;
        this.#mayMount = false;
        const { answer } = outcome;
        if (answer.status === 201 && wasMount)
            return { done: "mounted" };
        const location = locationOf(answer);
        if (location === undefined) {
            const message = `the registry names no place for the upload, or an unsafe one`;
            return { failure: { status: 0, headers: {}, message, isFinal: true }, session: undefined };
        }
        const minimum = Number(answer.headers["oci-chunk-min-length"]);
        return { session: { location, offset: 0, minimum: minimum > 0 ? minimum : 0 } };
    }
    async #sendPart(session, part) {
        const { size } = this.#blob;
        const { location, offset, minimum } = session;
        const end = Math.min(size, offset + Math.max(part, minimum));
        const isWhole = offset === 0 && end === size;
        const outcome = await this.#exchange.attempt({
            ...this.#about("PATCH", location),
            headers: {
                "content-type": "application/octet-stream",
                ...(!isWhole && { "content-range": `${offset}-${end - 1}` }),
            },
            body: this.#body(offset, end),
            expected: [200, 202, 204],
        });
        if ("failure" in outcome)
            return { failure: outcome.failure, session };
        const stored = rangeEnd(outcome.answer) ?? end;
        if (stored <= offset || stored > end) {
            const message = `the registry says that it has ${stored} bytes, and was sent ${end}`;
            return { failure: { status: 0, headers: {}, message }, session };
        }
        return { session: { ...session, location: locationOf(outcome.answer) ?? location, offset: stored } };
    }
    #body(start, end) {
        let sent = start;
        return bodyOf(this.#blob, start, end, (bytes) => {
            sent += bytes;
            this.#options.onProgress?.(Math.min(sent, end));
        });
    }
    #about(method, target) {
        return {
            operation: "push blob",
            repository: this.#repository,
            reference: this.#blob.digest,
            method,
            target,
            scopes: pushScope(this.#repository),
        };
    }
}
/** Absolute or relative. A proxy that ends TLS may let a registry name itself with http. */
function locationOf({ headers, url }) {
    const { location } = headers;
    if (location === undefined || !URL.canParse(location, url.href))
        return undefined;
    const target = new URL(location, url.href);
    if (url.protocol === "https:" && target.protocol === "http:" && target.hostname === url.hostname)
        return new URL(`${url.origin}${target.pathname}${target.search}`);
    const isHttp = target.protocol === "https:" || target.protocol === "http:";
    return isHttp && isSafeStep(url, target) ? target : undefined;
}
/** `0-99` is 100 bytes; registries write `0-0` for none, too. */
function rangeEnd({ headers }) {
    const [, end] = /^(?:bytes=)?0-(\d+)$/.exec(headers.range ?? "") ?? [];
    if (end === undefined)
        return undefined;
    return end === "0" ? 0 : Number(end) + 1;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/link.js
var http_link = __webpack_require__(9057);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/tags.js



const PAGE = 1000;
const MAX_PAGES = 1000;
const MAX_PAGE_BYTES = 8_000_000;
/**
 * All tags of a repository, in the registry's order; none of one that does not exist yet.
 *
 * @throws RegistryError, also for a list that goes on where it must not be read.
 */
async function listTags(exchange, repository) {
    const path = `/v2/${(0,address/* checkedRepository */.aR)(repository)}/tags/list`;
    const tags = [];
    await readPages(exchange, { repository, operation: "list tags", target: `${path}?n=${PAGE}` }, (data) => {
        const { tags: listed } = (data ?? {});
        // A repository without tags has null.
        if (listed === null || listed === undefined)
            return true;
        if (!Array.isArray(listed))
            return false;
        for (const tag of listed)
            if (typeof tag === "string")
                tags.push(tag);
        return true;
    });
    return tags;
}
/**
 * Reads the pages of a list.
 *
 * @param onPage takes a page's JSON; false when it is not of the list's shape. @returns false when the first page is not
 *   there (404).
 */
async function readPages(exchange, asked, onPage) {
    const seen = new Set();
    let target = asked.target;
    for (let page = 1;; page++) {
        const answer = await exchange.request({
            ...asked,
            target,
            method: "GET",
            scopes: [`repository:${asked.repository}:pull`],
            maxBytes: MAX_PAGE_BYTES,
            expected: [200, 404],
        });
        const wrong = (message) => exchange.error(asked, { status: 0, headers: {}, message, isFinal: true });
        if (answer.status === 404 && page === 1)
            return false;
        const parsed = answer.status === 404 ? { problem: "a page of the list is missing" } : (0,registry_answer/* parseBody */.O)(answer.body);
        if ("problem" in parsed)
            throw wrong(parsed.problem);
        if (!onPage(parsed.data))
            throw wrong("the answer is not such a list");
        const next = (0,http_link.nextTarget)(answer.headers.link ?? "");
        if (next === undefined)
            return true;
        if (!URL.canParse(next, answer.url.href))
            throw wrong("the next page of the list has no address");
        const url = new URL(next, answer.url.href);
        if (url.host !== answer.url.host)
            throw wrong(`the next page of the list is on another host, ${url.host}`);
        target = `${url.pathname}${url.search}`;
        if (seen.has(target))
            throw wrong("the list leads back to a page that was read");
        if (page === MAX_PAGES)
            throw wrong(`the list has more than ${MAX_PAGES} pages`);
        seen.add(target);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/referrers.js




const INDEX = "application/vnd.oci.image.index.v1+json";
/** Rounds of reading and writing the fallback tag, which other jobs may write at the same time. */
const MAX_ROUNDS = 5;
/**
 * What refers to a manifest: signatures, attestations. By the referrers API, or by the tag `sha256-HEX` where the
 * registry does not have it (OCI distribution, "Unavailable Referrers API").
 *
 * @throws RegistryError
 */
async function listReferrers(exchange, repository, digest) {
    const target = `/v2/${(0,address/* checkedRepository */.aR)(repository)}/referrers/${(0,address/* checkedDigest */.oM)(digest)}`;
    const found = [];
    const asked = { repository, reference: digest, operation: "list referrers", target };
    const isThere = await readPages(exchange, asked, (data) => {
        const listed = descriptorsOf(data);
        found.push(...(listed ?? []));
        return listed !== undefined;
    });
    if (isThere)
        return found;
    return fallbackList(await getManifest(exchange, repository, fallbackTag(digest)));
}
/**
 * Stores a manifest that has a `subject`, so that `listReferrers` finds it: where the registry does not list it itself,
 * the fallback tag gets its descriptor. Repeating it adds nothing.
 *
 * @param descriptor of the manifest. @throws RegistryError
 */
async function putReferrer(exchange, repository, subject, manifest, descriptor) {
    const { digest, isListed } = await putManifest(exchange, repository, manifest);
    if (digest !== descriptor.digest)
        throw new Error(`the manifest is ${digest}, and its descriptor says another digest`);
    if (isListed)
        return;
    const tag = fallbackTag(subject);
    const refuse = (message) => exchange.error({ repository, reference: tag, operation: "list referrer" }, { status: 0, headers: {}, message, isFinal: true });
    // Another job may write the tag between our reading and our writing: what stands then is read again.
    for (let round = 0;; round++) {
        const stored = await getManifest(exchange, repository, tag);
        const index = stored === undefined ? { manifests: [] } : indexOf(stored);
        if (index === undefined)
            throw refuse("this tag holds something else than a list, and is not overwritten: the referrer is not listed");
        if (index.manifests.some((one) => isDescriptor(one) && one.digest === digest))
            return;
        if (round === MAX_ROUNDS)
            throw refuse("other jobs keep writing this tag: the referrer is stored, and not listed");
        const added = { ...index, schemaVersion: 2, mediaType: INDEX, manifests: [...index.manifests, descriptor] };
        await putManifest(exchange, repository, { mediaType: INDEX, bytes: Buffer.from(JSON.stringify(added)) }, tag);
    }
}
/** `sha256-HEX`: at most 32 characters of the algorithm and 64 digits (OCI distribution, "Referrers Tag Schema"). */
function fallbackTag(digest) {
    const [algorithm = "", digits = ""] = (0,address/* checkedDigest */.oM)(digest).split(":");
    return `${algorithm.slice(0, 32)}-${digits.slice(0, 64)}`;
}
function fallbackList(manifest) {
    return (manifest && indexOf(manifest))?.manifests.filter(isDescriptor) ?? [];
}
/** An index with everything that others wrote into it; undefined for what is none. */
function indexOf({ bytes }) {
    const parsed = (0,registry_answer/* parseBody */.O)(bytes);
    const index = "data" in parsed ? parsed.data : undefined;
    return Array.isArray(index?.manifests) ? { ...index, manifests: index.manifests } : undefined;
}
/** Those of an index that can be used; undefined for what is no index. */
function descriptorsOf(data) {
    const { manifests } = (data ?? {});
    if (!Array.isArray(manifests))
        return undefined;
    return manifests.filter(isDescriptor);
}
function isDescriptor(value) {
    const { mediaType, digest, size } = (value ?? {});
    return typeof mediaType === "string" && typeof digest === "string" && Number.isSafeInteger(size);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/registry.js








/**
 * One registry, with the credentials that a run has for it. Every operation is repeated by the class of its failure
 * (`retry.ts`), can be repeated by its caller without harm, and throws RegistryError.
 */
class Registry {
    name;
    #exchange;
    #sleep;
    /** @param name `docker.io`, `ghcr.io`, `localhost:5000`. @throws Error for what is not the name of a registry. */
    constructor(name, options) {
        this.name = name;
        this.#exchange = new Exchange(name, options);
        this.#sleep = options.sleep ?? wait.wait;
    }
    /** Whether a registry answers there, and takes the credentials. */
    async ping() {
        const asked = { operation: "reach", method: "GET", target: "/v2/", scopes: [], expected: [200] };
        const { headers } = await this.#exchange.request(asked);
        if (!/html/.test(headers["content-type"] ?? ""))
            return;
        const message = "the answer is HTML, not a registry's";
        throw this.#exchange.error(asked, { status: 0, headers: {}, message, isFinal: true });
    }
    /** @param reference a tag or a digest. @returns undefined when there is none. */
    getManifest(repository, reference) {
        return getManifest(this.#exchange, repository, reference);
    }
    /** What a reference leads to: free of Docker Hub's limit of pulls. @returns undefined when there is none. */
    headManifest(repository, reference) {
        return headManifest(this.#exchange, repository, reference);
    }
    /** Stores a manifest, whose blobs must be there, by its digest or under a tag. @returns its digest. */
    async putManifest(repository, manifest, reference) {
        return (await putManifest(this.#exchange, repository, manifest, reference)).digest;
    }
    /** Asks the registry whether a reference leads to a digest. */
    confirmManifest(repository, reference, digest) {
        return confirmManifest(this.#exchange, repository, reference, digest, this.#sleep);
    }
    hasBlob(repository, digest, size) {
        return hasBlob(this.#exchange, repository, digest, size);
    }
    /** @param maxBytes more is an error. @returns undefined when there is none. */
    getBlob(repository, digest, maxBytes) {
        return getBlob(this.#exchange, repository, digest, maxBytes);
    }
    /** Brings a blob of any size into a file. */
    downloadBlob(repository, blob, path) {
        return downloadBlob(this.#exchange, repository, blob, path);
    }
    /** Makes sure that a repository has a blob, and sends what is missing of it. */
    pushBlob(repository, blob, options) {
        return pushBlob(this.#exchange, repository, blob, options);
    }
    /** All tags; none of a repository that does not exist yet. */
    listTags(repository) {
        return listTags(this.#exchange, repository);
    }
    /** What refers to a manifest: signatures, attestations. */
    listReferrers(repository, digest) {
        return listReferrers(this.#exchange, repository, digest);
    }
    /** Stores a manifest with a `subject` so that it is found, also where the registry has no referrers API. */
    putReferrer(repository, subject, manifest, descriptor) {
        return putReferrer(this.#exchange, repository, subject, manifest, descriptor);
    }
}


/***/ })

};
