export const id = 395;
export const ids = [395,37];
export const modules = {

/***/ 6836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ requestHeaders),
/* harmony export */   G7: () => (/* binding */ MALFORMED),
/* harmony export */   Mw: () => (/* binding */ answerMessage),
/* harmony export */   Wp: () => (/* binding */ parseAnswer),
/* harmony export */   gP: () => (/* binding */ answerErrors)
/* harmony export */ });
/** What every request to GitHub says of itself. The API's version is pinned: answers of a newer one may have another shape. */
function requestHeaders(token) {
    return {
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28",
        "user-agent": "jessy-actions",
        ...(token !== "" && { authorization: `Bearer ${token}` }),
    };
}
const MALFORMED = Symbol("malformed");
/** The text of an answer as data, or `MALFORMED`. */
function parseAnswer(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return MALFORMED;
    }
}
/** GitHub's own message with the entries of `errors`; undefined when the answer has none. */
function answerMessage(data) {
    const { message } = (data ?? {});
    return typeof message === "string" ? `${message}${answerErrors(data)}` : undefined;
}
/** ` [{"code":"already_exists"}]`, or nothing. */
function answerErrors(data) {
    const { errors } = (data ?? {});
    return Array.isArray(errors) && errors.length > 0 ? ` ${JSON.stringify(errors).slice(0, 300)}` : "";
}


/***/ }),

/***/ 7037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHub: () => (/* binding */ GitHub),
/* harmony export */   GitHubError: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _github_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6836);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5562);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5023);



/** A request that GitHub refused, or that never got an answer (status 0). The message never holds the token. */
class GitHubError extends Error {
    name = "GitHubError";
    status;
    constructor(route, failure, requestId) {
        const answer = failure.status === 0 ? "no answer" : `status ${failure.status}`;
        super(`${route}: ${answer}: ${failure.message}${requestId === undefined ? "" : ` (request ${requestId})`}`);
        this.status = failure.status;
    }
}
/** How long one request may take. */
const REQUEST_TIMEOUT = 30_000;
const PER_PAGE = 100;
/** A client for the few routes that actions need: retries by `retryDelay`, pages, github.com and GitHub Enterprise Server. */
class GitHub {
    #options;
    constructor(options) {
        this.#options = options;
        useProxyOfEnvironment();
    }
    /**
     * One request.
     *
     * @param route e.g. `GET /repos/{owner}/{repo}/issues/{issue_number}/comments`; @param parameters fill the path, then the query
     * (GET) or the body.
     * @throws GitHubError after the last attempt.
     */
    async request(route, parameters = {}) {
        const { method, url, body } = expandRoute(route, parameters, this.#options.apiUrl);
        return (await this.#send(route, method, url, body)).data;
    }
    /** Every item of a list, page by page. */
    async *paginate(route, parameters = {}) {
        const first = expandRoute(route, { per_page: PER_PAGE, ...parameters }, this.#options.apiUrl);
        let url = first.url;
        while (url !== undefined) {
            const { data, link } = await this.#send(route, "GET", url, undefined);
            yield* data;
            url = nextPage(link, this.#options.apiUrl);
        }
    }
    async graphql(query) {
        const { data } = await this.#send("POST /graphql", "POST", this.#options.graphqlUrl, JSON.stringify({ query }));
        const answer = data;
        if (answer.data === undefined || answer.errors !== undefined) {
            const message = answer.errors?.map((error) => error.message).join("; ") ?? "no data";
            throw new GitHubError("POST /graphql", { method: "POST", status: 200, headers: {}, message }, undefined);
        }
        return answer.data;
    }
    async #send(route, method, url, body) {
        const { token, log, sleep = _wait_js__WEBPACK_IMPORTED_MODULE_2__/* .wait */ .u, random = Math.random } = this.#options;
        for (let attempt = 1;; attempt++) {
            const outcome = await attemptRequest(method, url, body, token);
            if ("data" in outcome)
                return outcome;
            const delay = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDelay */ .a2)(attempt, outcome.failure, Date.now(), random());
            if (delay === undefined)
                throw new GitHubError(route, outcome.failure, outcome.failure.headers["x-github-request-id"]);
            log.info(`GitHub: ${route}: ${outcome.failure.message} (${outcome.failure.status}); again in ${(delay / 1000).toFixed(1)} s`);
            await sleep(delay);
        }
    }
}
async function attemptRequest(method, url, body, token) {
    try {
        const response = await fetch(url, {
            method,
            headers: {
                ...(0,_github_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .requestHeaders */ .A1)(token),
                ...(body !== undefined && { "content-type": "application/json" }),
            },
            ...(body !== undefined && { body }),
            // GitHub redirects renamed repositories; fetch drops the authorization header when the host changes.
            redirect: "follow",
            signal: AbortSignal.timeout(REQUEST_TIMEOUT),
        });
        const text = await response.text();
        const headers = Object.fromEntries(response.headers);
        const data = text === "" ? undefined : (0,_github_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .Wp)(text);
        if (response.ok && data !== _github_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .MALFORMED */ .G7)
            return { data, link: headers.link };
        const status = response.ok ? 0 : response.status;
        return { failure: { method, status, headers, message: messageOf(data, response) } };
    }
    catch (error) {
        return { failure: { method, status: 0, headers: {}, message: describeNetworkError(error) } };
    }
}
/** GitHub's own message, and what is missing when a token lacks a permission. */
function messageOf(data, response) {
    if (data === _github_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .MALFORMED */ .G7)
        return response.ok ? "the answer is no JSON" : response.statusText || "no JSON in the answer";
    const { message } = (data ?? {});
    const text = typeof message === "string" ? message : response.statusText;
    const accepted = response.headers.get("x-accepted-github-permissions");
    const hint = response.status === 403 && accepted !== null
        ? `; the job needs \`permissions:\` ${accepted.replaceAll("=", ": ").replaceAll("_", "-")}`
        : "";
    return `${text}${(0,_github_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .answerErrors */ .gP)(data)}${hint}`;
}
function describeNetworkError(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === "TimeoutError")
        return `no answer within ${REQUEST_TIMEOUT / 1000} s`;
    return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
function expandRoute(route, parameters, apiUrl) {
    const [method = "GET", template = "/"] = route.split(" ");
    const rest = new Map(Object.entries(parameters).filter(([, value]) => value !== undefined));
    const path = template.replace(/\{(\w+)\}/g, (_, name) => {
        const value = rest.get(name);
        if (value === undefined)
            throw new Error(`${route} needs the parameter ${name}`);
        rest.delete(name);
        return encodeURIComponent(String(value));
    });
    const url = apiUrl.replace(/\/$/, "") + path;
    if (method !== "GET" && method !== "DELETE") {
        return { method, url, body: rest.size === 0 ? undefined : JSON.stringify(Object.fromEntries(rest)) };
    }
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]));
    return { method, url: rest.size === 0 ? url : `${url}?${query}`, body: undefined };
}
/** The `rel="next"` of a Link header (RFC 8288). One that leads to another host is not followed: it would get the token. */
function nextPage(link, apiUrl) {
    const next = link?.match(/<([^>]+)>;\s*rel="next"/)?.[1];
    return next !== undefined && new URL(next).origin === new URL(apiUrl).origin ? next : undefined;
}
/** Node's fetch ignores HTTPS_PROXY unless told; runners older than Node 24.21 do not have the call yet. */
function useProxyOfEnvironment() {
    const proxied = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some((name) => process.env[name]);
    if (!proxied)
        return;
    const http = process.getBuiltinModule("node:http");
    http.setGlobalProxyFromEnv?.();
}


/***/ }),

/***/ 5562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   m: () => (/* binding */ MAX_ATTEMPTS)
/* harmony export */ });
/* unused harmony export MAX_WAIT */
const MAX_ATTEMPTS = 5;
/** No single wait is longer; a primary rate limit that resets in half an hour fails at once, with its reason. */
const MAX_WAIT = 90_000;
/** Without a hint GitHub asks for at least a minute after a secondary limit (docs, "Best practices for using the REST API"). */
const SECONDARY_LIMIT_WAIT = 60_000;
/** Methods that may be sent again when nobody knows whether the first one arrived. */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "PATCH", "DELETE"]);
/**
 * How long to wait before the same request is sent again, or undefined when it must not be.
 *
 * A limit (429, 403 with a secondary-limit message, an exhausted quota) was refused for certain, so any method may try again. A
 * lost answer or a gateway error may hide a success: a POST is then left to its caller, who can look whether it arrived.
 *
 * @param attempt how often it was tried, from 1; @param now milliseconds since 1970; @param random from 0 to 1.
 */
function retryDelay(attempt, failure, now, random) {
    if (attempt >= MAX_ATTEMPTS)
        return undefined;
    const limited = limitWait(failure, now);
    if (limited !== undefined)
        return limited <= MAX_WAIT ? limited + random * 1000 : undefined;
    const passing = failure.status === 0 || (failure.status >= 500 && failure.status !== 501 && failure.status !== 505);
    if (!passing || !IDEMPOTENT.has(failure.method))
        return undefined;
    return 2 ** (attempt - 1) * 500 * (1 + random);
}
function limitWait({ status, headers, message }, now) {
    const retryAfter = parseRetryAfter(headers["retry-after"], now);
    if (status === 429)
        return retryAfter ?? untilReset(headers, now) ?? SECONDARY_LIMIT_WAIT;
    if (status !== 403)
        return status === 503 ? retryAfter : undefined;
    if (headers["x-ratelimit-remaining"] === "0")
        return retryAfter ?? untilReset(headers, now);
    if (retryAfter !== undefined || /secondary rate limit|abuse detection/i.test(message))
        return retryAfter ?? SECONDARY_LIMIT_WAIT;
    return undefined;
}
function untilReset(headers, now) {
    const reset = Number(headers["x-ratelimit-reset"]);
    return reset > 0 ? Math.max(0, reset * 1000 - now) : undefined;
}
/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function parseRetryAfter(value, now) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 5023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
function wait(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 3935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RW: () => (/* binding */ parseHeader),
/* harmony export */   b2: () => (/* binding */ headerProblem),
/* harmony export */   cp: () => (/* binding */ correctHeader)
/* harmony export */ });
/** Longer first lines are not guessed about. */
const MAX_CORRECTED_CHARACTERS = 500;
/**
 * The first line by Conventional Commits 1.0.0 (1, 4, 5, 13): strict where the specification says MUST. Where it is silent: a type is made of
 * ASCII letters, digits, `_` and `-` in any case; a scope is anything without parentheses and without blanks at its ends, so also `api/v2`
 * or `a, b`; blanks around the description are no part of it. Undefined when the line is something else; `headerProblem` says what.
 */
function parseHeader(header) {
    const typeEnd = endOfType(header);
    if (typeEnd === 0)
        return undefined;
    let at = typeEnd;
    let scope;
    if (header.charCodeAt(at) === OPEN) {
        const close = header.indexOf(")", at);
        if (close === -1)
            return undefined;
        scope = header.slice(at + 1, close);
        if (scopeProblem(scope) !== undefined)
            return undefined;
        at = close + 1;
    }
    const isMarkedBreaking = header.charCodeAt(at) === MARK;
    if (isMarkedBreaking)
        at++;
    if (header.charCodeAt(at) !== COLON || header.charCodeAt(at + 1) !== BLANK)
        return undefined;
    at += 2;
    while (header.charCodeAt(at) === BLANK)
        at++;
    const description = header.slice(at).trim();
    if (description === "")
        return undefined;
    return { type: header.slice(0, typeEnd), scope, isMarkedBreaking, description, descriptionColumn: at + 1 };
}
/** What keeps a line from being a header, and where. Undefined when it is one. */
function headerProblem(header) {
    if (parseHeader(header) !== undefined)
        return undefined;
    if (header.trim() === "")
        return { column: 1, message: "is empty" };
    const typeEnd = endOfType(header);
    if (typeEnd === 0) {
        const first = String.fromCodePoint(header.codePointAt(0));
        return {
            column: 1,
            message: `begins with ${NAMES_OF_FIRST[first] ?? (first.trim() === "" ? "a blank" : quote(first))} where a type such as feat or fix should stand`,
        };
    }
    let at = typeEnd;
    if (header.charCodeAt(at) === OPEN) {
        const close = header.indexOf(")", at);
        if (close === -1)
            return { column: at + 1, message: "has a scope whose parenthesis is not closed" };
        const problem = scopeProblem(header.slice(at + 1, close));
        if (problem !== undefined)
            return { column: at + 2, message: problem };
        at = close + 1;
    }
    const before = header.slice(0, at);
    if (header.charCodeAt(at) === MARK)
        at++;
    if (header.charCodeAt(at) === COLON) {
        const isLast = header.slice(at + 1).trim() === "";
        return { column: at + 2, message: isLast ? "has no description after its colon" : "has no blank after its colon" };
    }
    const rest = header.slice(at).trimStart();
    if (/^[(!:]/.test(rest)) {
        const isOpen = rest.startsWith("(");
        const message = at !== header.length - rest.length
            ? `has a blank before ${quote(rest[0])}`
            : `has ${quote(rest[0])} where a colon should stand${isOpen ? "; the scope comes before `!`" : ""}`;
        return { column: at + 1, message };
    }
    return { column: at + 1, message: `has no colon and blank after ${quote(before)}` };
}
/** The header that was probably meant; undefined when there is no guess. It is made of the line's own words, so as untrusted as they are. */
function correctHeader(header) {
    if (header.length > MAX_CORRECTED_CHARACTERS)
        return undefined;
    if (parseHeader(header) !== undefined)
        return header;
    const line = header.trim().replace(/\s+/g, " ");
    const match = /^\[?([\w-]+)\]? ?(!?) ?(?:\(([^()]*)\))? ?(!?) ?[:\uff1a] ?(.+)$/.exec(line) ??
        /^\[([\w-]+)\](!?)()()() ?(.+)$/.exec(line)?.toSpliced(5, 1);
    if (match !== null && match !== undefined) {
        const [, type = "", early = "", scope = "", late = "", description = ""] = match;
        const trimmed = scope.trim();
        const made = `${type}${trimmed === "" ? "" : `(${trimmed})`}${early || late}: ${description}`;
        return parseHeader(made) === undefined ? undefined : made;
    }
    const verb = /^[A-Za-z]+(?= )/.exec(line)?.[0].toLowerCase();
    const type = verb === undefined ? undefined : TYPES_OF_VERBS.get(verb);
    return type === undefined ? undefined : `${type}: ${line[0].toLowerCase()}${line.slice(1)}`;
}
/** What a free sentence most often is, by its first word. */
const TYPES_OF_VERBS = new Map(Object.entries({
    feat: ["add", "adds", "added", "implement", "introduce", "support", "allow", "enable"],
    fix: ["fix", "fixes", "fixed", "correct", "repair", "resolve", "prevent", "handle"],
    docs: ["document"],
    test: ["test"],
    perf: ["optimize", "optimise"],
    refactor: ["refactor", "rename", "move", "simplify", "extract", "remove", "clean"],
    build: ["bump", "upgrade", "update"],
}).flatMap(([type, verbs]) => verbs.map((verb) => [verb, type])));
/** What would be unclear between backticks. */
const NAMES_OF_FIRST = { "`": "a backtick" };
const OPEN = 0x28;
const MARK = 0x21;
const COLON = 0x3a;
const BLANK = 0x20;
function endOfType(header) {
    let at = 0;
    while (at < header.length && isTypeCharacter(header.charCodeAt(at)))
        at++;
    return at;
}
function isTypeCharacter(code) {
    return ((code >= 0x61 && code <= 0x7a) ||
        (code >= 0x41 && code <= 0x5a) ||
        (code >= 0x30 && code <= 0x39) ||
        code === 0x5f ||
        code === 0x2d);
}
function scopeProblem(scope) {
    if (scope.trim() === "")
        return "has an empty scope";
    if (scope.includes("("))
        return "has a parenthesis inside its scope";
    return scope.trim() === scope ? undefined : "has blanks around its scope";
}
function quote(text) {
    return `\`${text.length > 40 ? `${text.slice(0, 40)}...` : text}\``;
}


/***/ }),

/***/ 2015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ parseCommit)
});

// UNUSED EXPORTS: isBreakingToken

// EXTERNAL MODULE: ./build/js/packages/versioning/src/commit-header.js
var commit_header = __webpack_require__(3935);
// EXTERNAL MODULE: ./build/js/packages/versioning/src/semver.js
var semver = __webpack_require__(7823);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/commit-kind.js

/**
 * What a first line says that a tool wrote it; undefined when a person did. The same lines as commitlint ignores by default
 * (@commitlint/is-ignored, defaults), and a bare version, which `npm version` writes.
 */
function givenKind(header) {
    switch (header.charCodeAt(0)) {
        case 0x4d: // M
            return isMerge(header) ? "merge" : undefined;
        case 0x41: // A
            return header.startsWith("Automatic merge") || (header.startsWith("Auto-merged ") && header.includes(" into "))
                ? "merge"
                : undefined;
        case 0x52: // R
        case 0x72: // r
            if (header.startsWith("evert ", 1))
                return "revert";
            return header.startsWith("eapply ", 1) ? "reapply" : undefined;
        case 0x66: // f
            return header.startsWith("fixup!") ? "fixup" : undefined;
        case 0x73: // s
            return header.startsWith("squash!") ? "squash" : undefined;
        case 0x61: // a
            return header.startsWith("amend!") ? "amend" : undefined;
        default:
            return isVersion(header) ? "version" : undefined;
    }
}
function isMerge(header) {
    if (header.startsWith("Merged ")) {
        if (header.startsWith("Merged PR "))
            return header.includes(": ");
        return header.includes(" in ") || header.includes(" into ");
    }
    if (!header.startsWith("Merge "))
        return false;
    return MERGE_OBJECTS.some((object) => header.startsWith(object, 6)) || header.includes(" into ");
}
const MERGE_OBJECTS = ["pull request", "branch ", "branches ", "tag ", "remote-tracking branch", "commit "];
function isVersion(header) {
    const first = header.charCodeAt(0);
    if (first !== 0x76 && !(first >= 0x30 && first <= 0x39))
        return false;
    return (0,semver/* parseVersion */.ot)(header.startsWith("v") ? header.slice(1) : header) !== undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/conventional-commit.js


/**
 * Reads a message by Conventional Commits 1.0.0, with a place for every problem. Never throws and takes linear time.
 *
 * Nothing in the body can make a good header bad. The footers begin at the first paragraph that opens with `token: value` or
 * `token #value` (8, 9); from there on each such line begins one, and other lines belong to the value before (10). Where the specification
 * is silent or strict without need:
 * - a footer or body on the second line is read, and a problem says that a blank line is missing (6, 8);
 * - `BREAKING CHANGE:` counts wherever a line begins with it, as missing one is worse than a wrong heading, and its value may begin on the
 *   next line;
 * - written another way (`Breaking change:`, `* BREAKING CHANGE:`) it does not count (15), which is a problem, too.
 */
function parseCommit(text) {
    // Offsets are simpler with one kind of line end; columns are the same.
    const message = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
    const headerEnd = message.indexOf("\n");
    const header = (headerEnd === -1 ? message : message.slice(0, headerEnd)).trimEnd();
    const given = givenKind(header);
    const conventional = given === undefined ? (0,commit_header/* parseHeader */.RW)(header) : undefined;
    const rest = headerEnd === -1 ? NOTHING : readRest(message, headerEnd + 1);
    let problems = rest.problems;
    if (given === undefined && conventional === undefined) {
        const { column, message } = (0,commit_header/* headerProblem */.b2)(header);
        problems = [{ part: "header", kind: "grammar", line: 1, column, message: `the header ${message}` }, ...problems];
    }
    const breakingChanges = rest.hasBreaking ? breakingValues(rest.footers) : NONE;
    return {
        kind: given ?? (conventional === undefined ? "unconventional" : "conventional"),
        header,
        conventional,
        isBreaking: conventional?.isMarkedBreaking === true || rest.hasBreaking,
        breakingChanges,
        body: rest.body,
        bodyLine: rest.bodyLine,
        footers: rest.footers,
        reverts: readRevert(message, header, given, conventional, rest.footers),
        problems,
    };
}
/** Whether a footer announces a breaking change (15, 16). */
function isBreakingToken(token) {
    return token === "BREAKING CHANGE" || token === "BREAKING-CHANGE";
}
const NONE = Object.freeze([]);
const NOTHING = { body: "", bodyLine: 0, footers: NONE, hasBreaking: false, problems: NONE };
function readRest(message, start) {
    const problems = [];
    const footers = [];
    let open;
    let openLine = 0;
    let bodyStart = -1;
    let bodyLine = 0;
    let bodyEnd = -1;
    let hasBreaking = false;
    let afterBlank = true;
    function close(end) {
        if (open === undefined)
            return;
        const value = message.slice(open.valueStart, end).trim();
        const isBreaking = isBreakingToken(open.token);
        if (isBreaking && value === "") {
            problems.push({
                part: "footer",
                kind: "breaking-change",
                line: openLine,
                column: open.token.length + 2,
                message: `\`${open.token}:\` says nothing; write what breaks after it`,
            });
        }
        footers.push({ token: open.token, separator: open.separator, value, line: openLine });
        hasBreaking ||= isBreaking;
    }
    for (let at = start, line = 2; at < message.length; line++) {
        let end = message.indexOf("\n", at);
        if (end === -1)
            end = message.length;
        if (isBlank(message, at, end))
            afterBlank = true;
        else {
            const footer = footerStart(message, at, end);
            if (line === 2) {
                const part = footer === undefined ? "body" : "footer";
                problems.push({ part, kind: "leading-blank", line, column: 1, message: "the second line is not blank" });
            }
            if (footer !== undefined && (afterBlank || open !== undefined || isBreakingToken(footer.token))) {
                if (open === undefined)
                    bodyEnd = at;
                close(at);
                if (!afterBlank && open === undefined) {
                    problems.push({
                        part: "footer",
                        kind: "leading-blank",
                        line,
                        column: 1,
                        message: "no blank line stands before the footers",
                    });
                }
                open = footer;
                openLine = line;
            }
            else if (open === undefined && bodyStart === -1) {
                bodyStart = at;
                bodyLine = line;
            }
            const problem = miswrittenBreaking(message, at, end, footer);
            if (problem !== undefined)
                problems.push({ part: "footer", kind: "breaking-change", line, ...problem });
            afterBlank = false;
        }
        at = end + 1;
    }
    close(message.length);
    const body = bodyStart === -1 ? "" : message.slice(bodyStart, bodyEnd === -1 ? message.length : bodyEnd).trimEnd();
    return { body, bodyLine, footers: footers.length === 0 ? NONE : footers, hasBreaking, problems };
}
function isBlank(text, start, end) {
    for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code !== 0x20 && code !== 0x09 && code !== 0x0d)
            return false;
    }
    return true;
}
function footerStart(text, start, end) {
    let at = start;
    if (text.startsWith("BREAKING CHANGE", start))
        at += 15;
    else
        while (at < end && isTokenCharacter(text.charCodeAt(at)))
            at++;
    if (at === start || text.charCodeAt(start) === 0x2d)
        return undefined;
    const isColon = text.charCodeAt(at) === 0x3a;
    if (isColon) {
        // Only what breaks may have its value on the next line: other words with a colon end are sentences.
        const isNext = isBlank(text, at + 1, end);
        if (isNext ? !isBreakingToken(text.slice(start, at)) : text.charCodeAt(at + 1) !== 0x20)
            return undefined;
    }
    else if (text.charCodeAt(at) !== 0x20 || text.charCodeAt(at + 1) !== 0x23 || isBlank(text, at + 2, end)) {
        return undefined;
    }
    return {
        token: text.slice(start, at),
        separator: isColon ? ": " : " #",
        valueStart: isColon ? at + 1 : at + 2,
    };
}
function isTokenCharacter(code) {
    return ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d);
}
/** A line that was surely meant as `BREAKING CHANGE:` and is not read as one. */
function miswrittenBreaking(text, start, end, footer) {
    if (footer !== undefined && isBreakingToken(footer.token))
        return undefined;
    const first = text.charCodeAt(start);
    // b, B, and what lists, quotes and emphasis begin with.
    if (first !== 0x62 && first !== 0x42 && first !== 0x2a && first !== 0x2d && first !== 0x20 && first !== 0x23) {
        return undefined;
    }
    const match = /^([ *#-]{0,8})(breaking[ -]changes?) ?\**:/i.exec(text.slice(start, Math.min(end, start + 40)));
    if (match === null)
        return undefined;
    return {
        column: match[1].length + 1,
        message: `\`${match[2]}\` is not read as a breaking change; begin the line with \`BREAKING CHANGE: \``,
    };
}
function breakingValues(footers) {
    return footers.flatMap(({ token, value }) => (isBreakingToken(token) && value !== "" ? [value] : []));
}
function readRevert(message, header, given, conventional, footers) {
    const isGiven = given === "revert" || given === "reapply";
    const isType = conventional !== undefined && REVERT_TYPE.test(conventional.type);
    if (!isGiven && !isType)
        return undefined;
    const commits = new Set();
    for (const [, commit] of message.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g))
        commits.add(commit);
    for (const { token, value } of footers) {
        if (/^(?:refs?|reverts?)$/i.test(token)) {
            for (const [commit] of value.matchAll(/\b[0-9a-f]{7,64}\b/g))
                commits.add(commit);
        }
    }
    const title = isType ? unquote(conventional.description) : quoted(header);
    return { commits: [...commits], title };
}
const REVERT_TYPE = /^(?:revert|reapply)$/i;
/** `x` of `Revert "x" (#12)`. */
function quoted(header) {
    const first = header.indexOf('"');
    const last = header.lastIndexOf('"');
    return last > first ? header.slice(first + 1, last) : undefined;
}
function unquote(text) {
    return text.startsWith('"') ? (quoted(text) ?? text) : text;
}


/***/ }),

/***/ 7823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ versionProblem),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion),
/* harmony export */   rT: () => (/* binding */ formatCore)
/* harmony export */ });
/* unused harmony export MAX_VERSION_CHARACTERS */
/** As in node-semver: nothing that people release is longer. */
const MAX_VERSION_CHARACTERS = 256;
/**
 * Strict SemVer: no `v`, no blanks, no leading zeros, ASCII only. Undefined when the text is none; `versionProblem` says why. Larger
 * numbers than a double holds exactly (2^53 - 1) are refused, as in node-semver, though the specification sets no limit.
 */
function parseVersion(text) {
    const read = readVersion(text);
    return typeof read === "string" ? undefined : read;
}
/** What keeps a text from being a version, to stand after its name: "has no patch number". Undefined when it is one. */
function versionProblem(text) {
    const read = readVersion(text);
    return typeof read === "string" ? read : undefined;
}
function formatVersion(version) {
    const { prerelease, build } = version;
    return `${formatCore(version)}${prerelease.length > 0 ? `-${prerelease.join(".")}` : ""}${build.length > 0 ? `+${build.join(".")}` : ""}`;
}
/** `1.2.3` of `1.2.3-rc.1+b`. */
function formatCore({ major, minor, patch }) {
    return `${major}.${minor}.${patch}`;
}
function isPrerelease(version) {
    return version.prerelease.length > 0;
}
/** Precedence (SemVer 2.0.0, 11): below 0 when `a` comes before `b`, 0 when neither does. Build metadata is ignored. */
function compareVersions(a, b) {
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease);
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
        const order = compareIdentifiers(a[at], b[at]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareIdentifiers(a, b) {
    const numericA = isNumeric(a);
    if (numericA !== isNumeric(b))
        return numericA ? -1 : 1;
    // Without leading zeros the longer number is the larger one.
    if (numericA && a.length !== b.length)
        return a.length - b.length;
    return a < b ? -1 : a > b ? 1 : 0;
}
function isNumeric(identifier) {
    return /^[0-9]+$/.test(identifier);
}
/** The version, or what is wrong. */
function readVersion(text) {
    if (text.length > MAX_VERSION_CHARACTERS)
        return `has more than ${MAX_VERSION_CHARACTERS} characters`;
    if (text === "")
        return "is empty";
    const plus = text.indexOf("+");
    const withoutBuild = plus === -1 ? text : text.slice(0, plus);
    const hyphen = withoutBuild.indexOf("-");
    const core = hyphen === -1 ? withoutBuild : withoutBuild.slice(0, hyphen);
    const prerelease = hyphen === -1 ? [] : withoutBuild.slice(hyphen + 1).split(".");
    const build = plus === -1 ? [] : text.slice(plus + 1).split(".");
    const problem = coreProblem(core) ?? prereleaseProblem(prerelease) ?? identifierProblem(build, "build metadata");
    if (problem !== undefined)
        return problem;
    const [major, minor, patch] = core.split(".").map(Number);
    return { major: major, minor: minor, patch: patch, prerelease, build };
}
const CORE_NAMES = ["major", "minor", "patch"];
function coreProblem(core) {
    const numbers = core.split(".");
    for (const [at, number] of numbers.slice(0, 3).entries()) {
        const name = `${CORE_NAMES[at]} number`;
        if (number === "")
            return at === 0 ? "does not begin with a number" : `has an empty ${name}`;
        if (!isNumeric(number))
            return `has ${quote(number)} for a ${name}`;
        if (number.length > 1 && number.startsWith("0"))
            return `has a leading zero in its ${name} ${quote(number)}`;
        if (!Number.isSafeInteger(Number(number)))
            return `has a ${name} above ${Number.MAX_SAFE_INTEGER}`;
    }
    if (numbers.length < 3)
        return `has no ${CORE_NAMES[numbers.length]} number`;
    return numbers.length > 3 ? `has ${numbers.length} numbers where SemVer has three` : undefined;
}
function prereleaseProblem(identifiers) {
    const problem = identifierProblem(identifiers, "prerelease");
    if (problem !== undefined)
        return problem;
    const padded = identifiers.find((each) => each.length > 1 && each.startsWith("0") && isNumeric(each));
    return padded === undefined ? undefined : `has a leading zero in its prerelease number ${quote(padded)}`;
}
function identifierProblem(identifiers, place) {
    for (const identifier of identifiers) {
        if (identifier === "")
            return `has an empty part in its ${place}`;
        if (!/^[0-9A-Za-z-]+$/.test(identifier)) {
            return `has ${quote(identifier)} in its ${place}, where only letters, digits and hyphens of ASCII may stand`;
        }
    }
    return undefined;
}
/** What is quoted of outside text is short, and on one line. */
function quote(text) {
    return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}


/***/ })

};
