export const id = 37;
export const ids = [37];
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


/***/ })

};
