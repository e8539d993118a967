export const id = 616;
export const ids = [616];
export const modules = {

/***/ 2879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ bodyText),
/* harmony export */   J: () => (/* binding */ mediaType)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** The text of a body, by the `charset` of its content type; UTF-8 without one that is known. Wrong bytes become U+FFFD. */
function bodyText(body, contentType) {
    const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1] ?? "utf-8";
    return decoderOf(charset).decode(body);
}
/** `application/json` of `Application/JSON; charset=utf-8`. */
function mediaType(contentType) {
    return (contentType ?? "").split(";", 1)[0].trim().toLowerCase();
}
function decoderOf(charset) {
    try {
        return new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder(charset);
    }
    catch {
        return new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder();
    }
}


/***/ }),

/***/ 8825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readCheck)
});

// UNUSED EXPORTS: MAX_PASSES

// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/shown.js
var shown = __webpack_require__(2986);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/address.js


const MAX_URL_CHARACTERS = 2000;
/**
 * The address that a check asks, without its fragment.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
function readAddress(written) {
    const example = "write, for example, `https://staging.example.com/health`";
    if (written.length > MAX_URL_CHARACTERS)
        throw new report_error.ReportError(`has more than ${MAX_URL_CHARACTERS} characters`);
    const redacted = (0,shown/* shown */.S)(written.replace(/\/\/[^/@]*@/, "//***@"));
    if (/[\s\p{Cc}]/u.test(written))
        throw new report_error.ReportError(`is ${redacted}, which has a blank in it; ${example}`);
    // An empty variable makes `https:///health`, which URL reads as the host `health`.
    if (!/^https?:\/\/[^/?#]/i.test(written))
        throw new report_error.ReportError(/^https?:/i.test(written)
            ? `is ${redacted}, which has no host; is a variable empty? ${example}`
            : `is ${redacted}; ${example}`);
    if (!URL.canParse(written))
        throw new report_error.ReportError(`is ${redacted}, which is not an address; ${example}`);
    const url = new URL(written);
    if (url.username !== "" || url.password !== "")
        throw new report_error.ReportError("has a user name or password in it; write an `Authorization` header with `${NAME}` instead");
    url.hash = "";
    return url.href;
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/json-path.js
var json_path = __webpack_require__(2623);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/pattern/linear-pattern.js + 3 modules
var linear_pattern = __webpack_require__(4906);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/scalar.js
var scalar = __webpack_require__(6793);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/matcher.js




const KNOWN = ["equals", "contains", "not-contains", "matches", "exists", "<", "<=", ">", ">="];
/**
 * What a value must be: a text, a number or a boolean that it equals, or a map with one of the keys above.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
function readMatcher(value) {
    if (value === null)
        return { kind: "equals", value: "null" };
    if (typeof value !== "object")
        return { kind: "equals", value: (0,scalar/* text */.Qq)(value) };
    const entries = Object.entries((0,scalar/* map */.Tj)(value));
    const [key, operand] = entries[0] ?? ["", undefined];
    if (entries.length !== 1 || !KNOWN.includes(key))
        throw new report_error.ReportError(`has the keys ${(0,shown/* shown */.S)(Object.keys(value).join(", "))}; write one of ${KNOWN.join(", ")}`);
    switch (key) {
        case "equals":
            return { kind: "equals", value: operand === null ? "null" : (0,scalar/* text */.Qq)(operand) };
        case "contains":
        case "not-contains":
            return { kind: key, value: notEmpty((0,scalar/* text */.Qq)(operand)) };
        case "matches":
            return readPattern(operand);
        case "exists":
            return { kind: (0,scalar/* boolean */.zM)(operand) ? "exists" : "missing" };
        default:
            return { kind: "compare", operator: key, value: number(operand) };
    }
}
/** `/pattern/flags`, or a pattern alone. */
function readPattern(value) {
    const written = notEmpty((0,scalar/* text */.Qq)(value));
    const [, pattern, flags] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? [written, written, ""];
    try {
        (0,linear_pattern/* linearPattern */.G)(pattern, flags);
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            throw new report_error.ReportError(`is ${(0,shown/* shown */.S)(written)}, which ${error.message}`);
        throw error;
    }
    return { kind: "matches", pattern: pattern, flags: flags };
}
/** Every text contains the empty one. */
function notEmpty(written) {
    if (written === "")
        throw new report_error.ReportError("is empty, and everything would pass");
    return written;
}
function number(value) {
    const read = typeof value === "number" ? value : Number(typeof value === "string" && value.trim() !== "" ? value : Number.NaN);
    if (!Number.isFinite(read))
        throw new report_error.ReportError(`is ${(0,scalar/* described */.WY)(value)}, and a number is needed`);
    return read;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/statuses.js


/**
 * `200`, `2xx`, `200-204`, several of them between commas or as a list.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
function readStatuses(value) {
    return (0,scalar/* several */.J$)(value, (item) => String(item)
        .split(",")
        .map((part) => readRange(part.trim(), item))).flat();
}
function readRange(part, written) {
    const [, family] = /^([1-5])xx$/i.exec(part) ?? [];
    if (family !== undefined)
        return { from: Number(family) * 100, to: Number(family) * 100 + 99 };
    const [, first, last] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part) ?? [];
    const range = { from: Number(first), to: Number(last ?? first) };
    if (first === undefined || range.from > range.to)
        throw new report_error.ReportError(`is ${(0,scalar/* described */.WY)(written)}; write \`200\`, \`2xx\`, \`200-204\` or several of them`);
    return range;
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/version-place.js
var version_place = __webpack_require__(6491);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/expect-fields.js






/** A latency that is longer would be the time-out. */
const MAX_DURATION = 600_000;
/** A reader for each key of `expect`, which adds what it reads. */
function expectReaders(draft) {
    return {
        status: (value) => {
            draft.statuses = readStatuses(value);
        },
        "content-type": (value) => {
            draft.contentType = (0,scalar/* filledText */.Uq)(value);
        },
        headers: (value) => {
            draft.headers = Object.entries((0,scalar/* map */.Tj)(value)).map(([name, operand]) => ({ name, matcher: readMatcher(operand) }));
        },
        contains: (value) => {
            const read = (0,scalar/* several */.J$)(value, (item) => ({ kind: "contains", value: notEmpty((0,scalar/* text */.Qq)(item)) }));
            draft.body = [...draft.body, ...read.map((matcher) => ({ matcher }))];
        },
        "not-contains": (value) => {
            const read = (0,scalar/* several */.J$)(value, (item) => ({ kind: "not-contains", value: notEmpty((0,scalar/* text */.Qq)(item)) }));
            draft.body = [...draft.body, ...read.map((matcher) => ({ matcher }))];
        },
        matches: (value) => {
            draft.body = [...draft.body, ...(0,scalar/* several */.J$)(value, readPattern).map((matcher) => ({ matcher }))];
        },
        json: (value) => {
            draft.json = Object.entries((0,scalar/* map */.Tj)(value)).map(([path, operand]) => ({
                path: (0,json_path/* parseJsonPath */.H)(path),
                matcher: readMatcher(operand),
            }));
        },
        version: (value) => {
            draft.version = (0,version_place/* readVersionPlace */.m)((0,scalar/* filledText */.Uq)(value));
        },
        latency: (value) => {
            draft.latency = readLatency(value);
        },
        "tls-days": (value) => {
            draft.tlsDays = (0,scalar/* whole */.WQ)(value, 0, 3650);
        },
    };
}
/** `500ms`, which fails, or `{warn: 500ms, fail: 2s}`. */
function readLatency(value) {
    if (typeof value !== "object" || value === null)
        return { warn: undefined, fail: (0,scalar/* duration */.p0)(value, MAX_DURATION) };
    const { warn, fail, ...others } = (0,scalar/* map */.Tj)(value);
    if (Object.keys(others).length > 0 || (warn === undefined && fail === undefined))
        throw new report_error.ReportError(`is ${(0,scalar/* described */.WY)(value)} without \`warn\` or \`fail\` alone; write \`{warn: 500ms, fail: 2s}\``);
    const latency = {
        warn: warn === undefined ? undefined : (0,scalar/* duration */.p0)(warn, MAX_DURATION),
        fail: fail === undefined ? undefined : (0,scalar/* duration */.p0)(fail, MAX_DURATION),
    };
    if (latency.warn !== undefined && latency.fail !== undefined && latency.warn >= latency.fail)
        throw new report_error.ReportError("warns no earlier than it fails");
    return latency;
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/nearest.js
var nearest = __webpack_require__(4574);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/fields.js



/**
 * Hands each field of a map to its reader. All problems are found, not only the first.
 *
 * @param report is told the key, for its line, and the problem.
 */
function readFields(fields, readers, report) {
    const known = Object.keys(readers);
    for (const [key, value] of Object.entries(fields)) {
        if (!Object.hasOwn(readers, key)) {
            const near = (0,nearest/* nearest */.p)(key, known);
            const advice = near === undefined ? `known are ${known.join(", ")}` : `did you mean \`${near}\`?`;
            report(key, `the key ${(0,shown/* shown */.S)(key)} is not known; ${advice}`);
            continue;
        }
        try {
            readers[key](value);
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            report(key, `\`${key}\` ${error.message}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/headers.js



const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** The connection's own: the probe sets them. */
const RESERVED = /^(?:connection|content-length|transfer-encoding|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/i;
const CREDENTIAL = /^(?:authorization|cookie)$|(?:^|-)(?:api-?key|token|secret|password|auth)(?:$|-)/i;
/**
 * The headers that a check sends, as written: `${NAME}` is filled in later.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
function readHeaders(fields) {
    return Object.entries(fields).map(([name, written]) => {
        if (!NAME.test(name))
            throw new report_error.ReportError(`has ${(0,shown/* shown */.S)(name)}, which is not the name of a header`);
        if (RESERVED.test(name))
            throw new report_error.ReportError(`has ${(0,shown/* shown */.S)(name)}, which the connection sets by itself`);
        const value = (0,scalar/* text */.Qq)(written);
        if (/[^\t\x20-\x7e]/.test(value))
            throw new report_error.ReportError(`has ${(0,shown/* shown */.S)(name)}, whose value is not plain ASCII on one line`);
        if (CREDENTIAL.test(name) && !/\$\{[A-Za-z_]\w*\}/.test(value))
            throw new report_error.ReportError(`has a credential in ${(0,shown/* shown */.S)(name)}; set a variable in \`env\` of the step and write \`\${NAME}\` here`);
        return [name, value];
    });
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/check-fields.js






const MAX_PASSES = 100;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/**
 * One check of its fields; undefined where it has a problem.
 *
 * @param report is told each problem, with the map and the key that it is about.
 */
function readCheck(fields, defaults, report) {
    let isSound = true;
    const fail = (container) => (key, problem) => {
        isSound = false;
        report(container, key, problem);
    };
    const expect = {
        statuses: [{ from: 200, to: 299 }],
        contentType: undefined,
        headers: [],
        body: [],
        json: [],
        version: defaults.expect?.version,
        latency: defaults.expect?.latency ?? { warn: undefined, fail: undefined },
        tlsDays: undefined,
    };
    const check = {
        name: undefined,
        url: "",
        method: "GET",
        headers: [],
        body: undefined,
        timeout: defaults.timeout,
        expect,
        redirect: defaults.redirect,
        passes: defaults.passes,
        optional: false,
    };
    readFields(fields, {
        name: (value) => {
            check.name = readName((0,scalar/* filledText */.Uq)(value));
        },
        url: (value) => {
            check.url = readAddress((0,scalar/* filledText */.Uq)(value));
        },
        method: (value) => {
            check.method = (0,scalar/* oneOf */.yL)((0,scalar/* text */.Qq)(value).toUpperCase(), METHODS);
        },
        headers: (value) => {
            check.headers = readHeaders((0,scalar/* map */.Tj)(value));
        },
        body: (value) => {
            check.body = typeof value === "object" && value !== null ? JSON.stringify(value) : (0,scalar/* text */.Qq)(value);
        },
        timeout: (value) => {
            check.timeout = (0,scalar/* duration */.p0)(value, MAX_DURATION);
        },
        passes: (value) => {
            check.passes = (0,scalar/* whole */.WQ)(value, 1, MAX_PASSES);
        },
        redirect: (value) => {
            check.redirect = (0,scalar/* oneOf */.yL)(value, ["none", "same-host", "follow"]);
        },
        optional: (value) => {
            check.optional = (0,scalar/* boolean */.zM)(value);
        },
        expect: (value) => {
            const expected = (0,scalar/* map */.Tj)(value);
            if (Object.keys(expected).length === 0)
                throw new report_error.ReportError(`is ${(0,scalar/* described */.WY)(value)} without a key; leave it out`);
            readFields(expected, expectReaders(expect), fail(expected));
        },
    }, fail(fields));
    if (fields.url === undefined)
        fail(fields)("url", "a check has no `url`");
    checkTogether(check, defaults, fail(fields));
    return isSound ? check : undefined;
}
function readName(name) {
    if (/\p{Cc}/u.test(name) || name.length > 100)
        throw new report_error.ReportError("is not one line of at most 100 characters");
    return name.trim();
}
/** What only shows in two fields together. */
function checkTogether(check, defaults, fail) {
    const { expect, method, body, url } = check;
    const draft = expect;
    const asksBody = expect.body.length > 0 || expect.json.length > 0 || expect.version?.in === "json" || expect.version?.in === "body";
    if (method === "HEAD" && asksBody)
        fail("method", "`method` is `HEAD`, whose answers have no body to look at");
    if ((method === "GET" || method === "HEAD") && body !== undefined)
        fail("body", `\`body\` is sent by no \`${method}\`; write a \`method\` such as \`POST\``);
    if (url.startsWith("http:") && expect.tlsDays !== undefined)
        fail("url", "`url` is not https, so there is no certificate for `tls-days`");
    draft.tlsDays ??= url.startsWith("https:") ? defaults.expect?.tlsDays : undefined;
    const { fail: limit } = expect.latency;
    if (limit !== undefined && limit > check.timeout)
        fail("timeout", `\`latency\` is ${limit} ms, and a request ends after ${check.timeout} ms; write a longer \`timeout\` beside it`);
}


/***/ }),

/***/ 8176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readCheckLine)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2986);


/** What stands between blanks; quotes and brackets may hold some: `contains="all good"`, `$['db state']=up`. */
const TOKEN = /(?:"(?:[^"\\]|\\.)*"|\[[^\]"]*\]|[^\s"])+|"/gsu;
const EXPECTED = ["status", "content-type", "contains", "not-contains", "matches", "latency", "tls-days", "version"];
const JSON_TOKEN = /^(\$(?:[^=<>~"'[]|\[[^\]]*\])*)(<=|>=|~=|=|<|>)(.*)$/s;
/**
 * A check on one line: `POST https://example.com/jobs 201 timeout=5s $.state=queued`.
 *
 * @returns the fields as YAML would give them. @throws ReportError
 */
function readCheckLine(line) {
    const tokens = line.match(TOKEN) ?? [];
    const method = /^[A-Za-z]+$/.test(tokens[0] ?? "") ? tokens.shift() : undefined;
    const url = tokens.shift();
    if (url === undefined || !/^https?:/i.test(url))
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`has ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(url ?? method ?? "")} where the address stands; write, for example, \`GET https://example.com/health 200\``);
    const fields = new Map([["url", url]]);
    const expect = new Map();
    const json = new Map();
    if (method !== undefined)
        fields.set("method", method);
    for (const token of tokens)
        readToken(token, { fields, expect, json });
    if (json.size > 0)
        expect.set("json", Object.fromEntries(json));
    if (expect.size > 0)
        fields.set("expect", Object.fromEntries(expect));
    return Object.fromEntries(fields);
}
function readToken(token, { fields, expect, json }) {
    if (/^[1-5](?:xx|\d\d)(?:[-,][1-5\dx,-]*)?$/i.test(token))
        return put(expect, "status", token);
    if (token === "optional")
        return put(fields, "optional", true);
    const [, path, sign, operand] = JSON_TOKEN.exec(token) ?? [];
    if (path !== undefined) {
        const value = unquoted(operand);
        return put(json, path, sign === "=" ? value : { [sign === "~=" ? "matches" : sign]: value });
    }
    const [, key, value] = /^([a-z-]+)=(.*)$/s.exec(token) ?? [];
    if (key === undefined)
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`has ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(token)}; write a status, \`key=value\` or \`$.path=value\` behind the address`);
    put(EXPECTED.includes(key) ? expect : fields, key, unquoted(value));
}
function put(fields, key, value) {
    if (fields.has(key))
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`has ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(key)} twice`);
    fields.set(key, value);
}
function unquoted(value) {
    if (!value.startsWith('"'))
        return value;
    if (!/^"(?:[^"\\]|\\.)*"$/s.test(value))
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`has ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(value)}, whose quotes do not match`);
    return value.slice(1, -1).replace(/\\(["\\])/g, "$1");
}


/***/ }),

/***/ 2623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseJsonPath)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2986);


const MAX_PATH_CHARACTERS = 500;
const BLANK = /[ \t\r\n]*/y;
/** RFC 9535, 2.5.1.1: member-name-shorthand. */
const NAME = /\.([A-Z_a-z\u{80}-\u{D7FF}\u{E000}-\u{10FFFF}][0-9A-Z_a-z\u{80}-\u{D7FF}\u{E000}-\u{10FFFF}]*)/uy;
const INDEX = /\[[ \t\r\n]*(0|-?[1-9]\d*)[ \t\r\n]*\]/y;
const QUOTED = /\[[ \t\r\n]*(?:'((?:[^'\\\p{Cc}\p{Cs}]|\\.)*)'|"((?:[^"\\\p{Cc}\p{Cs}]|\\.)*)")[ \t\r\n]*\]/suy;
/**
 * Reads a singular query of RFC 9535, which leads to one value at most: `$.checks[0]['db state']`. What finds several
 * values is refused, since a check compares one.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
function parseJsonPath(text) {
    if (text.length > MAX_PATH_CHARACTERS)
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`has more than ${MAX_PATH_CHARACTERS} characters`);
    if (!text.startsWith("$")) {
        const guess = /^[A-Za-z_][\w.[\]]*$/.test(text) ? `$.${text}` : "$.status";
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)}, and a path begins with \`$\`; write, for example, \`${guess}\``);
    }
    const segments = [];
    for (let at = 1; at < text.length;) {
        const take = (token) => {
            token.lastIndex = at;
            const match = token.exec(text);
            if (match !== null)
                at += match[0].length;
            return match;
        };
        const start = at;
        take(BLANK);
        if (at === text.length)
            throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)} with a blank at its end`);
        const name = take(NAME);
        const index = name === null ? take(INDEX) : null;
        const quoted = name === null && index === null ? take(QUOTED) : null;
        if (name !== null)
            segments.push(name[1]);
        else if (index !== null)
            segments.push(indexOf(index[1], text));
        else if (quoted !== null)
            segments.push(unquoted(quoted, text));
        else
            throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)}, ${problemAt(text.slice(start).trimStart())}`);
    }
    return { text, segments };
}
function indexOf(digits, text) {
    const index = Number(digits);
    if (!Number.isSafeInteger(index))
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)}, whose index is too large`);
    return index;
}
function problemAt(rest) {
    const here = (0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(rest, 20);
    if (/^(?:\.\.|\.\*|\[\s*(?:\*|\?|-?\d*\s*:))/.test(rest) || /^\[[^\]]*,/.test(rest))
        return `which asks for several values at ${here}; write the path to one value`;
    if (/^[-@/]/.test(rest))
        return `which has a name in need of quotes before ${here}; write \`['a-b']\``;
    return `which is no path at ${here}; write \`.name\`, \`['name']\` or \`[0]\``;
}
const ESCAPES = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
/** RFC 9535, 2.3.1.2: the escapes of JSON, and that of the quote that is used. */
function unquoted([, single, double], text) {
    const [body, quote] = single === undefined ? [double, '"'] : [single, "'"];
    const plain = body.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gsu, (escaped, code, sign) => {
        if (code !== undefined)
            return String.fromCharCode(Number.parseInt(code, 16));
        if (sign === quote || sign === "\\" || sign === "/")
            return sign;
        const known = ESCAPES[sign];
        if (known === undefined)
            throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)}, which has the unknown escape ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(escaped)}`);
        return known;
    });
    if (!plain.isWellFormed())
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(text)}, which has half of a surrogate pair`);
    return plain;
}


/***/ }),

/***/ 6793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   Uq: () => (/* binding */ filledText),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2986);


/**
 * Values of a check list as YAML gives them. Each reads one, and throws a ReportError whose message stands after the
 * name of the field.
 */
/** A text. Numbers and booleans become one: YAML has already made `1.2` of `1.20`, so such a text needs quotes. */
function text(value) {
    if (typeof value === "string")
        return value;
    if (typeof value === "number" || typeof value === "boolean")
        return String(value);
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${described(value)}, and text is needed`);
}
function filledText(value) {
    const read = text(value);
    if (read.trim() === "")
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError("is empty");
    return read;
}
function boolean(value) {
    if (value === true || value === "true")
        return true;
    if (value === false || value === "false")
        return false;
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${described(value)}; write \`true\` or \`false\``);
}
function whole(value, min, max) {
    const number = typeof value === "number" ? value : /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN;
    if (Number.isInteger(number) && number >= min && number <= max)
        return number;
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${described(value)}; write a whole number from ${min} to ${max}`);
}
const UNITS = { ms: 1, s: 1000, m: 60_000 };
/** `500ms`, `5s`, `1m`. @returns milliseconds. */
function duration(value, max) {
    const match = /^(\d{1,9})(ms|s|m)$/.exec(String(value));
    const milliseconds = match === null ? 0 : Number(match[1]) * UNITS[match[2]];
    if (milliseconds > 0 && milliseconds <= max)
        return milliseconds;
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${described(value)}; write a duration up to ${max / 1000}s, such as \`500ms\` or \`5s\``);
}
function oneOf(value, words) {
    if (typeof value === "string" && words.includes(value))
        return value;
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${described(value)}; write ${words.map((word) => `\`${word}\``).join(", ")}`);
}
/** One value, or a list of them. */
function several(value, read) {
    if (!Array.isArray(value))
        return [read(value)];
    if (value.length === 0)
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError("is an empty list; leave it out");
    return value.map(read);
}
function map(value) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${described(value)}, and a map is needed`);
}
function described(value) {
    if (value === null || value === undefined)
        return "empty";
    if (Array.isArray(value))
        return "a list";
    return typeof value === "object" ? "a map" : (0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(String(value));
}


/***/ }),

/***/ 6491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readVersionPlace)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2986);
/* harmony import */ var _json_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2623);



/**
 * `$.commit`, `header:X-Version` or `body`.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
function readVersionPlace(written) {
    if (written.startsWith("$"))
        return { in: "json", path: (0,_json_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonPath */ .H)(written) };
    if (written === "body")
        return { in: "body" };
    const [, name] = /^header:\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/.exec(written) ?? [];
    if (name !== undefined)
        return { in: "header", name };
    throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(written)}; write \`$.commit\`, \`header:X-Version\` or \`body\``);
}


/***/ }),

/***/ 3957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/** The value that a path leads to, or nothing. A negative index counts from the end (RFC 9535, 2.3.3.2). */
function valueAt(value, path) {
    let at = value;
    for (const segment of path.segments) {
        if (typeof segment === "number") {
            if (!Array.isArray(at))
                return undefined;
            const index = segment < 0 ? at.length + segment : segment;
            if (index < 0 || index >= at.length)
                return undefined;
            at = at[index];
        }
        else {
            if (typeof at !== "object" || at === null || Array.isArray(at) || !Object.hasOwn(at, segment))
                return undefined;
            at = at[segment];
        }
    }
    return { value: at };
}


/***/ }),

/***/ 6036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ judgeAnswer)
});

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/body-text.js
var body_text = __webpack_require__(2879);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/judge-body.js
var judge_body = __webpack_require__(5481);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/judge-clock.js
/** Milliseconds by which two clocks may differ: tokens and certificates begin to fail about there. */
const MAX_SKEW = 300_000;
/** The service's clock by its Date header. An answer out of a cache has the time at which it was made. Pure. */
function judgeClock({ headers }, now) {
    const skew = Date.parse(headers.date ?? "") - now;
    if (Number.isNaN(skew) || Math.abs(skew) <= MAX_SKEW || headers.age !== undefined)
        return [];
    const minutes = Math.floor(Math.abs(skew) / 60_000);
    const message = `the service's clock is ${minutes} minutes ${skew < 0 ? "behind" : "ahead of"} the runner's`;
    return [{ kind: "clock", message, isWarning: true, retry: "later" }];
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/matching.js
var matching = __webpack_require__(8320);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/shown.js
var shown = __webpack_require__(2986);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/judge-headers.js



/** Values of these are credentials: no sentence shows them. */
const CONFIDENTIAL = /^(?:set-cookie|cookie|authorization|proxy-authorization|www-authenticate|.*(?:token|secret|key).*)$/;
/** Content type and headers. Pure. */
function judgeHeaders({ expect }, { headers }) {
    const found = headers["content-type"];
    const wrongType = expect.contentType !== undefined && (0,body_text/* mediaType */.J)(found) !== (0,body_text/* mediaType */.J)(expect.contentType);
    return [
        ...(wrongType
            ? [
                problem("content-type", `the content type is ${found === undefined ? "missing" : (0,shown/* shown */.S)(found)}, not ${(0,shown/* shown */.S)(expect.contentType)}`),
            ]
            : []),
        ...expect.headers.flatMap(({ name, matcher }) => {
            const key = name.toLowerCase();
            const value = Object.hasOwn(headers, key) ? headers[key] : undefined;
            const wrong = (0,matching/* mismatch */.J)(matcher, value);
            if (wrong === undefined)
                return [];
            const said = value === undefined || CONFIDENTIAL.test(key) ? "" : ` but ${(0,shown/* shown */.S)(value)}`;
            return [problem("header", `the header ${(0,shown/* shown */.S)(name)} ${wrong}${said}`)];
        }),
    ];
}
function problem(kind, message) {
    return { kind, message, isWarning: false, retry: "later" };
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/judge-version.js
var judge_version = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/judge-answer.js





/** Everything that is wrong with one outcome, the cause before what follows from it; empty if the check holds. Pure. */
function judgeAnswer(check, outcome, context) {
    if (outcome.kind === "failure")
        return [noAnswer(outcome)];
    const text = (0,body_text/* bodyText */.G)(outcome.body, outcome.headers["content-type"]);
    const status = judgeStatus(check, outcome);
    return [
        ...status,
        ...judgeHeaders(check, outcome),
        // The body of an error page is not what was asked about: one fault, one sentence.
        ...(status.length > 0 ? [] : (0,judge_body/* judgeBody */.u)(check, outcome, text)),
        ...(status.length > 0 ? [] : (0,judge_version/* judgeVersion */.u)(check, outcome, text, context.version)),
        ...judgeLatency(check, outcome),
        ...judgeCertificate(check, outcome, context.now),
        ...judgeClock(outcome, context.now),
    ];
}
function noAnswer({ failure, message }) {
    // A certificate that is wrong does not become right by waiting; one that is not valid yet does.
    const isFinal = failure === "certificate" || failure === "forbidden-address";
    const retry = isFinal ? "never" : failure === "name" ? "name" : "later";
    return { kind: "no-answer", message, isWarning: false, retry };
}
const CREDENTIALS = /^(?:authorization|cookie|x-api-key|x-auth-token|proxy-authorization)$/i;
function judgeStatus({ expect, headers }, { status, headers: found }) {
    if (expect.statuses.some(({ from, to }) => status >= from && status <= to))
        return [];
    const wanted = expect.statuses.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
    const isRefused = (status === 401 || status === 403) && headers.some(([name]) => CREDENTIALS.test(name));
    const location = status >= 300 && status < 400 ? withoutQuery(found.location) : undefined;
    const detail = isRefused
        ? ", so the credentials are wrong"
        : location === undefined
            ? ""
            : `, and leads to ${location}`;
    return [
        {
            kind: "status",
            message: `the status is ${status}, not ${wanted}${detail}`,
            isWarning: false,
            retry: isRefused ? "never" : "later",
        },
    ];
}
/** A query may hold a token. */
function withoutQuery(location) {
    const path = (location ?? "").split(/[?#]/, 1)[0].replace(/\/\/[^/@]*@/, "//");
    return path === "" ? undefined : `\`${path.replaceAll("`", "'").slice(0, 120)}\``;
}
function judgeLatency({ expect }, { timing }) {
    const { warn, fail } = expect.latency;
    const took = Math.ceil(timing.total);
    const problem = (limit, isWarning) => ({
        kind: "latency",
        message: `the answer took ${took} ms, and ${limit} ms are allowed`,
        isWarning,
        retry: "later",
    });
    if (fail !== undefined && timing.total > fail)
        return [problem(fail, false)];
    return warn !== undefined && timing.total > warn ? [problem(warn, true)] : [];
}
const DAY = 86_400_000;
function judgeCertificate({ expect, url }, { certificate }, now) {
    if (expect.tlsDays === undefined)
        return [];
    const problem = (message) => ({ kind: "certificate", message, isWarning: false, retry: "later" });
    if (certificate === undefined)
        return [
            problem(`there is no certificate to look at: ${url.startsWith("https:") ? "none was seen" : "it is not https"}`),
        ];
    const days = Math.floor((certificate.notAfter - now) / DAY);
    if (days >= expect.tlsDays)
        return [];
    return [problem(`the certificate is valid for ${days} more days, and ${expect.tlsDays} are asked for`)];
}


/***/ }),

/***/ 5481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText),
/* harmony export */   u: () => (/* binding */ judgeBody)
/* harmony export */ });
/* harmony import */ var _json_path_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3957);
/* harmony import */ var _matching_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8320);
/* harmony import */ var _parsed_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8483);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2986);




/** What the body must say, as text and as JSON. Pure. */
function judgeBody({ expect }, { isCut, headers }, text) {
    const problems = expect.body.flatMap(({ matcher }) => {
        // An empty body is a body: a service that answers nothing has nothing that could be missing in it.
        const wrong = (0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatch */ .J)(matcher, text);
        if (isCut && (wrong !== undefined || (0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .needsWhole */ .d)(matcher)))
            return [
                problem("body", `the body is too long to be judged: only its start was read, and it ${wrong ?? "may go on"}`),
            ];
        return wrong === undefined ? [] : [problem("body", `the body ${wrong}`)];
    });
    return [...problems, ...judgeJson(expect.json, (0,_parsed_body_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBody */ .I)(text, isCut, headers["content-type"]))];
}
function judgeJson(expected, parsed) {
    if (expected.length === 0)
        return [];
    if ("problem" in parsed)
        return [problem("json", parsed.problem)];
    return expected.flatMap(({ path, matcher }) => {
        const found = (0,_json_path_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(parsed.value, path);
        const text = found === undefined ? undefined : jsonText(found.value);
        const wrong = (0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatch */ .J)(matcher, text);
        if (wrong === undefined)
            return [];
        return [problem("json", `${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(path.text)} ${wrong}${saying(matcher, text)}`)];
    });
}
function saying({ kind }, text) {
    return text === undefined ? "" : ` but ${kind === "missing" ? "is " : ""}${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text)}`;
}
/** A text as it is, anything else as JSON: `true`, `12`, `null`. */
function jsonText(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
function problem(kind, message) {
    return { kind, message, isWarning: false, retry: "later" };
}


/***/ }),

/***/ 3833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ versionOf),
/* harmony export */   u: () => (/* binding */ judgeVersion)
/* harmony export */ });
/* harmony import */ var _json_path_value_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3957);
/* harmony import */ var _judge_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5481);
/* harmony import */ var _parsed_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8483);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2986);
/* harmony import */ var _version_match_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5871);





/** Longer is no version but a page. */
const MAX_VERSION_CHARACTERS = 200;
/** Whether the service runs what was deployed. What it does not say counts as wrong. Pure. */
function judgeVersion({ expect }, answer, text, wanted) {
    if (expect.version === undefined)
        return [];
    if (wanted === undefined || wanted === "")
        return [problem("no version was given that the service must run")];
    const found = versionOf(expect.version, answer, text);
    if (found === undefined)
        return [problem(`the service does not say its version (${placeText(expect.version)})`)];
    if ((0,_version_match_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameVersion */ .p)(found, wanted))
        return [];
    const [is, should] = shortVersions(found, wanted);
    return [problem(`the service runs version ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(is)}, not ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(should)}`)];
}
/** Of two whole commits as much as people read, if that tells them apart. */
function shortVersions(found, wanted) {
    const short = [found.slice(0, 10), wanted.slice(0, 10)];
    return (0,_version_match_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .W)(found) && (0,_version_match_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .W)(wanted) && short[0] !== short[1] ? short : [found, wanted];
}
/** The version that an answer states; undefined if there is none. Pure. */
function versionOf(place, { headers, isCut }, text) {
    const found = place.in === "json" ? jsonVersion() : place.in === "header" ? header(place.name) : text;
    const version = found?.trim() ?? "";
    return version === "" || version.length > MAX_VERSION_CHARACTERS ? undefined : version;
    function header(name) {
        const key = name.toLowerCase();
        return Object.hasOwn(headers, key) ? headers[key] : undefined;
    }
    function jsonVersion() {
        const parsed = (0,_parsed_body_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBody */ .I)(text, isCut, undefined);
        const value = "problem" in parsed || place.in !== "json" ? undefined : (0,_json_path_value_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(parsed.value, place.path)?.value;
        return typeof value === "string" || typeof value === "number" ? (0,_judge_body_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s)(value) : undefined;
    }
}
function placeText(place) {
    if (place.in === "json")
        return `nothing at ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(place.path.text)}`;
    return place.in === "header" ? `no header ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(place.name)}` : "the body is empty or a whole page";
}
function problem(message) {
    return { kind: "version", message, isWarning: false, retry: "later" };
}


/***/ }),

/***/ 8320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mismatch),
/* harmony export */   d: () => (/* binding */ needsWhole)
/* harmony export */ });
/* harmony import */ var _pattern_linear_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4906);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2986);


/** What a text is not, as the rest of a sentence: "is not `ok`"; undefined if it matches. Pure. */
function mismatch(matcher, text) {
    if (matcher.kind === "missing")
        return text === undefined ? undefined : "should not be there";
    if (text === undefined)
        return "is missing";
    switch (matcher.kind) {
        case "exists":
            return undefined;
        case "equals":
            return text === matcher.value ? undefined : `is not ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(matcher.value)}`;
        case "contains":
            return text.includes(matcher.value) ? undefined : `does not contain ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(matcher.value)}`;
        case "not-contains":
            return text.includes(matcher.value) ? `contains ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(matcher.value)}` : undefined;
        case "matches":
            return patternMismatch(matcher, text);
        case "compare":
            return isCompared(text, matcher) ? undefined : `is not ${matcher.operator} ${matcher.value}`;
    }
}
function patternMismatch({ pattern, flags }, text) {
    const isFound = (0,_pattern_linear_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .linearPattern */ .G)(pattern, flags).test(text);
    if (isFound === true)
        return undefined;
    const written = (0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(`/${pattern}/${flags}`);
    return isFound === false ? `does not match ${written}` : `takes too long to be searched for ${written}`;
}
/** Whether a match in the start of a text says nothing of the whole. */
function needsWhole(matcher) {
    return matcher.kind !== "contains" && matcher.kind !== "matches" && matcher.kind !== "exists";
}
function isCompared(text, { operator, value }) {
    if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text))
        return false;
    const number = Number(text);
    switch (operator) {
        case "<":
            return number < value;
        case "<=":
            return number <= value;
        case ">":
            return number > value;
        case ">=":
            return number >= value;
    }
}


/***/ }),

/***/ 8483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ parsedBody)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4164);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8439);
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2879);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2986);




/** A body as JSON, or why it is none. */
function parsedBody(text, isCut, contentType) {
    if (isCut)
        return { problem: "the body is too long to be read as JSON" };
    if (text.trim() === "")
        return { problem: "the body is empty, and JSON is needed" };
    try {
        return { value: (0,_jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__.parseJson)([new TextEncoder().encode(text)]).raw };
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__.ReportError))
            throw error;
        const type = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaType */ .J)(contentType);
        return {
            problem: `the body is not valid JSON${type === "" ? "" : ` but ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(type)}`}: it begins with ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .S)(text, 40)}`,
        };
    }
}


/***/ }),

/***/ 4906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ linearPattern)
});

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/pattern/alphabet.js
/** What a character is to the assertions beside it. */
const START = "start";
const END = "end";
const LINE_END = "line-end";
const WORD = "word";
/** Sorts characters into the few classes that a pattern tells apart. Each leaf is asked of one character at a time. */
class Alphabet {
    end;
    #leaves;
    #word;
    #classes = new Map();
    #ofPoint = new Map();
    constructor(leaves, flags) {
        const own = `${flags.replace(/[mu]/g, "")}u`;
        this.#leaves = leaves.map((source) => new RegExp(`^(?:${source})$`, own));
        this.#word = new RegExp("^\\w$", own);
        this.end = { number: 0, leaves: [], neighbour: END };
    }
    classOf(point) {
        const known = this.#ofPoint.get(point);
        if (known !== undefined)
            return known;
        const character = String.fromCodePoint(point);
        const neighbour = /[\n\r\u2028\u2029]/.test(character) ? LINE_END : this.#word.test(character) ? WORD : "other";
        const leaves = this.#leaves.map((leaf) => leaf.test(character));
        const key = `${neighbour}:${leaves.map(Number).join("")}`;
        const found = this.#classes.get(key) ?? { number: this.#classes.size + 1, leaves, neighbour };
        this.#classes.set(key, found);
        this.#ofPoint.set(point, found);
        return found;
    }
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/pattern/program.js

/** `(a{100}){100}` would be ten thousand. */
const MAX_INSTRUCTIONS = 2000;
/** @throws ReportError if it is too large. */
function compile(syntax) {
    const instructions = [];
    const leaves = [];
    write(syntax);
    emit({ kind: "match" });
    return { instructions, leaves };
    function emit(instruction) {
        if (instructions.length >= MAX_INSTRUCTIONS)
            throw new report_error.ReportError("is too large: write smaller numbers between its braces");
        instructions.push(instruction);
        return instruction;
    }
    function write(part) {
        if (part.kind === "leaf")
            emit({ kind: "leaf", leaf: leafNumber(part.source) });
        else if (part.kind === "assertion")
            emit(part);
        else if (part.kind === "sequence")
            part.parts.forEach(write);
        else if (part.kind === "choice")
            writeChoice(part.parts);
        else
            writeRepeat(part.part, part.min, part.max);
    }
    function leafNumber(source) {
        const known = leaves.indexOf(source);
        return known === -1 ? leaves.push(source) - 1 : known;
    }
    function writeChoice(parts) {
        const split = emit({ kind: "split", others: [] });
        const jumps = parts.map((part, at) => {
            if (at > 0)
                split.others.push(instructions.length);
            write(part);
            return emit({ kind: "jump", to: 0 });
        });
        for (const jump of jumps)
            jump.to = instructions.length;
    }
    function writeRepeat(part, min, max) {
        for (let copy = 0; copy < min; copy++)
            write(part);
        if (max === Number.POSITIVE_INFINITY) {
            const start = instructions.length;
            const split = emit({ kind: "split", others: [] });
            write(part);
            emit({ kind: "jump", to: start });
            split.others.push(instructions.length);
            return;
        }
        const splits = [];
        for (let copy = min; copy < max; copy++) {
            splits.push(emit({ kind: "split", others: [] }));
            write(part);
        }
        for (const split of splits)
            split.others.push(instructions.length);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/pattern/syntax.js

/** Nobody writes a longer one by hand. */
const MAX_PATTERN_CHARACTERS = 1000;
/**
 * Reads a regular expression in JavaScript's syntax with the flag `u`. What only backtracking can search is refused:
 * back-references and looks ahead or behind.
 *
 * @throws ReportError, whose message stands after the pattern.
 */
function parsePattern(pattern, flags) {
    if (pattern.length > MAX_PATTERN_CHARACTERS)
        throw new report_error.ReportError(`has more than ${MAX_PATTERN_CHARACTERS} characters`);
    const wrongFlag = [...flags].find((flag, at) => !"imsu".includes(flag) || flags.indexOf(flag) !== at);
    if (wrongFlag !== undefined)
        throw new report_error.ReportError(`has the flag \`${wrongFlag}\`; write some of i, m, s, each once`);
    try {
        // The engine's own reader says what is no pattern, so that the reader below may trust what it reads.
        new RegExp(pattern, "u");
    }
    catch (error) {
        const reason = error.message.replace(/^.*: /s, "");
        throw new report_error.ReportError(`is not a regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`, {
            cause: error,
        });
    }
    return new Reader(pattern).choice();
}
/** `\u{1F600}`, both halves of a surrogate pair, `\x41`, `\p{L}`, `\cJ`, `\.` */
const ESCAPE = /\\(?:u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|.)/suy;
const CLASS = /\[(?:\\.|[^\]\\])*\]/suy;
const GROUP = /\((?:\?:|\?<(?![=!])[^>]*>)?(?!\?)/uy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;
const REFUSED = [
    [/\(\?<?[=!]/uy, "looks ahead or behind"],
    [/\\(?:[1-9]|k<)/uy, "refers back to a group"],
    [/\(\?[a-z-]/uy, "sets flags inside; write them behind the last slash"],
];
class Reader {
    #pattern;
    #at = 0;
    constructor(pattern) {
        this.#pattern = pattern;
    }
    choice() {
        const parts = [this.#sequence()];
        while (this.#pattern[this.#at] === "|") {
            this.#at++;
            parts.push(this.#sequence());
        }
        return parts.length === 1 ? parts[0] : { kind: "choice", parts };
    }
    #sequence() {
        const parts = [];
        while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern[this.#at]))
            parts.push(this.#repeated(this.#atom()));
        return { kind: "sequence", parts };
    }
    #repeated(part) {
        const match = this.#take(QUANTIFIER);
        if (match === undefined)
            return part;
        const [, sign, least, comma, most] = match;
        if (sign !== undefined)
            return { kind: "repeat", part, min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
        const max = comma === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
        return { kind: "repeat", part, min: Number(least), max };
    }
    #atom() {
        for (const [sign, what] of REFUSED)
            if (this.#take(sign) !== undefined)
                throw new report_error.ReportError(`${what}, which takes too long on long answers`);
        if (this.#take(GROUP) !== undefined) {
            const inner = this.choice();
            this.#at++;
            return inner;
        }
        const written = this.#take(CLASS)?.[0] ?? this.#take(ESCAPE)?.[0];
        if (written === "\\b" || written === "\\B")
            return { kind: "assertion", assertion: written[1] };
        if (written !== undefined)
            return { kind: "leaf", source: written };
        const character = String.fromCodePoint(this.#pattern.codePointAt(this.#at));
        this.#at += character.length;
        if (character === "^" || character === "$")
            return { kind: "assertion", assertion: character };
        return { kind: "leaf", source: character };
    }
    #take(token) {
        token.lastIndex = this.#at;
        const match = token.exec(this.#pattern) ?? undefined;
        if (match !== undefined)
            this.#at += match[0].length;
        return match;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/pattern/linear-pattern.js



/**
 * A regular expression whose search cannot explode. JavaScript's own goes back and tries again, so `(a+)+$` takes longer
 * than the universe on an answer of forty letters, and no timer interrupts it. This one keeps every possibility at once
 * (Thompson 1968), and remembers the sets it has met.
 *
 * @param pattern in JavaScript's syntax with the flag `u`. @param flags some of i, m, s.
 * @throws ReportError, whose message stands after the pattern.
 */
function linearPattern(pattern, flags) {
    const program = compile(parsePattern(pattern, flags));
    return { test: (text) => new Search(program, flags).test(text) };
}
/** Instructions that are looked at outside of what is remembered: well below a second. */
const MAX_STEPS = 5_000_000;
/** Sets of instructions that are remembered at a time. */
const MAX_STATES = 1000;
class Search {
    #program;
    #alphabet;
    #isMultiline;
    #states = new Map();
    /** By instruction: the number of the step that saw it last. */
    #seen;
    #stepNumber = 0;
    #steps = 0;
    constructor(program, flags) {
        this.#program = program;
        this.#alphabet = new Alphabet(program.leaves, flags);
        this.#isMultiline = flags.includes("m");
        this.#seen = new Uint32Array(program.instructions.length);
    }
    test(text) {
        let state = this.#state([], START);
        for (let at = 0; at < text.length;) {
            const point = text.codePointAt(at);
            at += point > 0xffff ? 2 : 1;
            const next = this.#follow(state, this.#alphabet.classOf(point));
            if (next === "found")
                return true;
            if (this.#steps > MAX_STEPS)
                return undefined;
            state = next;
        }
        return this.#follow(state, this.#alphabet.end) === "found";
    }
    #follow(state, symbol) {
        const known = state.next[symbol.number];
        if (known !== undefined)
            return known;
        const next = this.#step(state, symbol);
        state.next[symbol.number] = next;
        return next;
    }
    /** Every instruction that can be reached without a character, then those behind it. */
    #step({ waiting, before }, symbol) {
        const { instructions } = this.#program;
        const step = ++this.#stepNumber;
        // The search may begin anywhere.
        const stack = [0, ...waiting];
        const reached = [];
        for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
            if (this.#seen[at] === step)
                continue;
            this.#seen[at] = step;
            this.#steps++;
            const instruction = instructions[at];
            if (instruction.kind === "match")
                return "found";
            if (instruction.kind === "jump")
                stack.push(instruction.to);
            else if (instruction.kind === "split")
                stack.push(at + 1, ...instruction.others);
            else if (instruction.kind === "leaf") {
                if (symbol.leaves[instruction.leaf])
                    reached.push(at + 1);
            }
            else if (this.#holds(instruction.assertion, before, symbol.neighbour))
                stack.push(at + 1);
        }
        return this.#state(reached, symbol.neighbour);
    }
    #holds(assertion, before, after) {
        switch (assertion) {
            case "^":
                return before === START || (this.#isMultiline && before === LINE_END);
            case "$":
                return after === END || (this.#isMultiline && after === LINE_END);
            case "b":
                return (before === WORD) !== (after === WORD);
            case "B":
                return (before === WORD) === (after === WORD);
        }
    }
    #state(reached, before) {
        // Each once: a step sees no instruction twice.
        const waiting = reached.sort((a, b) => a - b);
        const key = `${before}:${waiting.join()}`;
        const known = this.#states.get(key);
        if (known !== undefined)
            return known;
        if (this.#states.size >= MAX_STATES)
            this.#states.clear();
        const state = { waiting, before, next: [] };
        this.#states.set(key, state);
        return state;
    }
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ fillReferences)
/* harmony export */ });
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2986);

/** `${API_TOKEN}`; GitHub fills in `${{ … }}` before us. */
const REFERENCE = /\$\{([A-Za-z_]\w*)\}/g;
/**
 * Fills `${NAME}` in headers and bodies from variables. Addresses are shown in reports, so nothing is filled into them. Pure.
 */
function fillReferences(checks, variables) {
    const values = new Set();
    const missing = new Map();
    const filled = checks.map((check) => {
        const fill = (text) => text.replace(REFERENCE, (_, name) => {
            const value = Object.hasOwn(variables, name) ? (variables[name] ?? "").trim() : "";
            if (value === "") {
                if (!missing.has(name))
                    missing.set(name, `the check ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(check.name)} needs the variable ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(name)}, which is empty or not set`);
            }
            else if (/[^\t\x20-\x7e]/.test(value)) {
                missing.set(name, `the variable ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(name)} is not plain ASCII on one line`);
            }
            else
                values.add(value);
            return value;
        });
        return {
            ...check,
            headers: check.headers.map(([name, value]) => [name, fill(value)]),
            body: check.body === undefined ? undefined : fill(check.body),
        };
    });
    return {
        checks: filled,
        values: [...values],
        missing: [...missing].map(([variable, problem]) => ({ variable, problem })),
    };
}


/***/ }),

/***/ 2986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
/** The start of untrusted text on one line and between backticks, for a sentence. */
function shown(text, characters = 60) {
    const line = text.replace(/\s+/g, " ").replaceAll("`", "'").trim();
    const points = [...line.slice(0, characters * 2 + 2)];
    return `\`${points.length > characters ? `${points.slice(0, characters - 3).join("")}...` : line}\``;
}


/***/ }),

/***/ 5871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isCommit),
/* harmony export */   p: () => (/* binding */ isSameVersion)
/* harmony export */ });
/** Git's own shortest form of a commit. */
const MIN_COMMIT_CHARACTERS = 7;
/** A whole commit, by SHA-1 or SHA-256. */
function isCommit(version) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(version);
}
/**
 * Whether a service that says `found` runs the version `wanted`: the same text, or one of them is the start of the
 * other, which is a whole commit (SHA-1 or SHA-256). Empty text is never a version.
 */
function isSameVersion(found, wanted) {
    if (found === "" || wanted === "")
        return false;
    if (found === wanted)
        return true;
    const [short, long] = [found.toLowerCase(), wanted.toLowerCase()].sort((a, b) => a.length - b.length);
    return isCommit(long) && /^[0-9a-f]+$/.test(short) && short.length >= MIN_COMMIT_CHARACTERS && long.startsWith(short);
}


/***/ }),

/***/ 8661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ addressesOf)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5884);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9975);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5211);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44);




/** Every address of a URL's host, asked anew, to probe one by one. @param timeout milliseconds. */
async function addressesOf(url, family, timeout) {
    const attempt = new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .Attempt */ .U((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .peerOf */ .gD)(url));
    return (0,_limited_js__WEBPACK_IMPORTED_MODULE_1__/* .limited */ .T)(attempt, timeout, undefined, () => (0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .T)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .hostOf */ .w4)(url), family));
}


/***/ }),

/***/ 5884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ Attempt),
/* harmony export */   t: () => (/* binding */ ProbeFault)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44);

/** A step of a probe failed, and it is known why. */
class ProbeFault extends Error {
    name = "ProbeFault";
    failure;
    constructor(failure, message) {
        super(message);
        this.failure = failure;
    }
}
/** How far a probe has come, what it holds open, and when each phase ended. */
class Attempt {
    phase = "lookup";
    /** The address that is connected to, or tried. */
    address;
    /** Whom the phase waits for: `127.0.0.1:8080`. */
    peer;
    bodyBytes = 0;
    isOver = false;
    #start = performance.now();
    #sockets = new Set();
    #marks = {};
    constructor(peer) {
        this.peer = peer;
    }
    /** A redirect begins with another lookup. */
    restart(peer) {
        this.phase = "lookup";
        this.address = undefined;
        this.peer = peer;
        this.#marks = {};
    }
    /** Now is the end of a phase. */
    mark(phase) {
        this.#marks[phase] = this.#elapsed();
    }
    /**
     * Closes it at the end, whatever happens; its late errors are nobody's.
     *
     * @param inner that it was made over, and closes: destroying both ends Node with a fault of memory.
     */
    hold(socket, inner) {
        if (inner !== undefined)
            this.#sockets.delete(inner);
        this.#sockets.add(socket);
        socket.on("error", () => undefined);
    }
    close() {
        this.isOver = true;
        for (const socket of this.#sockets)
            socket.destroy();
    }
    timing() {
        const { lookup, connect, tls, firstByte } = this.#marks;
        return { lookup, connect, tls, firstByte, total: this.#elapsed() };
    }
    failure({ failure, message }) {
        const { phase, address } = this;
        return { kind: "failure", failure, message: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(message), phase, address, timing: this.timing() };
    }
    #elapsed() {
        return performance.now() - this.#start;
    }
}


/***/ }),

/***/ 127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5884);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7745);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44);



/** Milliseconds after which the next address is tried beside the one that has not answered (RFC 8305, 8). */
const STAGGER = 250;
/** Of several addresses that fail in different ways, the failure that says most of the service. */
const TELLING = ["refused", "reset", "timeout"];
/**
 * A connection to the first of the addresses that takes one. All of them race, each a little later than the one before
 * or as soon as it has failed; the losers are closed.
 *
 * @throws ProbeFault when all have failed.
 */
function connect(addresses, port, attempt) {
    const { connect: open } = process.getBuiltinModule("node:net");
    attempt.phase = "connect";
    attempt.address = addresses[0];
    attempt.peer = addresses.map((address) => (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .hostAndPort */ .PG)(address, port)).join(" and ");
    return new Promise((resolve, reject) => {
        const sockets = [];
        const faults = [];
        let next;
        const start = () => {
            clearTimeout(next);
            if (attempt.isOver)
                return;
            const address = addresses[sockets.length];
            const socket = open({ host: address, port, noDelay: true });
            sockets.push(socket);
            attempt.hold(socket);
            if (sockets.length < addresses.length)
                next = setTimeout(start, STAGGER);
            socket.once("connect", () => {
                clearTimeout(next);
                for (const other of sockets)
                    if (other !== socket)
                        other.destroy();
                attempt.address = address;
                attempt.peer = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .hostAndPort */ .PG)(address, port);
                attempt.mark("connect");
                resolve(socket);
            });
            socket.once("error", (error) => {
                faults.push((0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .faultOf */ .K)(error, { phase: "connect", peer: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .hostAndPort */ .PG)(address, port) }));
                if (faults.length === addresses.length)
                    reject(worst(faults));
                else if (sockets.length < addresses.length)
                    start();
            });
        };
        start();
    });
}
function worst(faults) {
    const kind = TELLING.find((one) => faults.some(({ failure }) => failure === one)) ?? faults[0].failure;
    return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t(kind, faults.map(({ message }) => message).join("; "));
}


/***/ }),

/***/ 7745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ faultOf),
/* harmony export */   p: () => (/* binding */ lateFault)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5884);

/** Node's codes for what a system says of a connection. */
const CODES = {
    ECONNREFUSED: "refused",
    ECONNRESET: "reset",
    ECONNABORTED: "reset",
    EPIPE: "reset",
    ERR_STREAM_PREMATURE_CLOSE: "reset",
    ETIMEDOUT: "timeout",
    EHOSTUNREACH: "unreachable",
    EHOSTDOWN: "unreachable",
    ENETUNREACH: "unreachable",
    ENETDOWN: "unreachable",
    EADDRNOTAVAIL: "unreachable",
    EACCES: "unreachable",
    EPERM: "unreachable",
    EINVAL: "unreachable",
    EMFILE: "unreachable",
    ENFILE: "unreachable",
};
const RESET = {
    lookup: "ended the connection",
    connect: "ended the connection",
    tls: "ended the connection in the middle of the TLS handshake",
    headers: "ended the connection without an answer",
    body: "ended the connection in the middle of the answer",
};
/** What a probe's error is, by the phase in which it came. Pure. */
function faultOf(error, { phase, peer }) {
    if (error instanceof _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t)
        return error;
    const { code = "", message = "", rawPacket } = error;
    const kind = CODES[code];
    if (kind === "refused")
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t(kind, `connection refused by ${peer}`);
    if (kind === "reset")
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t(kind, `${peer} ${RESET[phase]}`);
    if (kind === "timeout")
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t(kind, `${peer} does not answer (${code})`);
    if (kind === "unreachable")
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t(kind, `${peer} is not reachable (${code})`);
    if (phase === "tls")
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("tls", tlsWords(code, message, peer));
    if (code.startsWith("HPE_"))
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("protocol", `${peer} does not speak HTTP/1: ${parserWords(code, rawPacket)}`);
    if (/^(?:Z_|ERR_BROTLI|ERR__ERROR|ZSTD_)/.test(code))
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("protocol", `the body from ${peer} is not encoded as its content-encoding says (${code})`);
    return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("protocol", `the request to ${peer} failed: ${message || code}`);
}
/** What a phase waited for when its time was over. Pure. */
function lateFault({ phase, peer, bodyBytes }, timeout) {
    const within = `within ${Number((timeout / 1000).toFixed(3))} s`;
    const words = {
        lookup: `the name of ${peer} was not resolved ${within}`,
        connect: `no connection to ${peer} ${within}`,
        tls: `no TLS handshake with ${peer} ${within}`,
        headers: `no answer from ${peer} ${within}`,
        body: `the answer from ${peer} did not end ${within}, after ${bodyBytes} bytes of its body`,
    };
    return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("timeout", words[phase]);
}
function tlsWords(code, message, peer) {
    if (code === "ERR_SSL_WRONG_VERSION_NUMBER" || code === "ERR_SSL_PACKET_LENGTH_TOO_LONG" || code === "EPROTO")
        return `${peer} does not speak TLS (${code})`;
    if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_APPLICATION_PROTOCOL|NO_SHARED_CIPHER|HANDSHAKE_FAILURE/.test(code))
        return `${peer} has no TLS version, cipher or protocol in common with us, TLS 1.2 at least with HTTP/1.1 (${code})`;
    return `the TLS handshake with ${peer} failed (${code || message})`;
}
/** A frame of SETTINGS, with which a server of HTTP/2 begins. */
function parserWords(code, packet) {
    const isSettings = packet !== undefined && packet.length >= 9 && packet[3] === 4 && packet.readUInt32BE(5) === 0;
    if (isSettings)
        return "it begins with HTTP/2";
    return code === "HPE_HEADER_OVERFLOW" ? "its headers are larger than 16 KiB" : code;
}


/***/ }),

/***/ 7557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ addressBytes),
/* harmony export */   U: () => (/* binding */ ipVersion)
/* harmony export */ });
/** The version of an IP address, or undefined for a name. As `net.isIP`, whose module costs milliseconds to load. Pure. */
function ipVersion(text) {
    const bytes = addressBytes(text);
    return bytes && (bytes.length === 4 ? 4 : 6);
}
/** 4 or 16 bytes; undefined for what is not an address. A zone, as in `fe80::1%eth0`, is left out. Pure. */
function addressBytes(address) {
    if (!address.includes(":"))
        return quadBytes(address);
    const text = address.replace(/%[\w.:-]+$/, "");
    const dotted = text.slice(text.lastIndexOf(":") + 1);
    const quad = dotted.includes(".") ? quadBytes(dotted) : [];
    if (quad === undefined)
        return undefined;
    const words = quad.length === 0 ? text : `${text.slice(0, text.lastIndexOf(":") + 1)}0:0`;
    const [head = "", tail, ...more] = words.split("::");
    if (more.length > 0)
        return undefined;
    const read = (side) => (side === "" ? [] : side.split(":"));
    const [before, after] = [read(head), tail === undefined ? [] : read(tail)];
    const missing = 8 - before.length - after.length;
    if (tail === undefined ? missing !== 0 : missing < 1)
        return undefined;
    const all = [...before, ...Array(missing).fill("0"), ...after];
    if (!all.every((word) => /^[0-9a-f]{1,4}$/i.test(word)))
        return undefined;
    const bytes = all.flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255]);
    return quad.length === 0 ? bytes : [...bytes.slice(0, 12), ...quad];
}
function quadBytes(text) {
    const parts = text.split(".");
    if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
        return undefined;
    return parts.map(Number);
}


/***/ }),

/***/ 9975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ limited)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7745);

/** Milliseconds; a timer of more would end at once. */
const MAX_TIMER = 2 ** 31 - 1;
/**
 * Work under a time limit, in milliseconds; what it held open is closed at its end, whatever the end is.
 *
 * @throws the reason of the signal, and nothing else.
 */
async function limited(attempt, timeout, signal, work) {
    signal?.throwIfAborted();
    const { promise: ended, reject } = Promise.withResolvers();
    const stop = () => reject(signal?.reason);
    const late = setTimeout(() => reject((0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .lateFault */ .p)(attempt, timeout)), Math.min(Math.max(0, timeout), MAX_TIMER));
    signal?.addEventListener("abort", stop);
    try {
        return await Promise.race([work(), ended]);
    }
    catch (error) {
        if (signal?.aborted)
            throw signal.reason;
        return attempt.failure((0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .faultOf */ .K)(error, attempt));
    }
    finally {
        clearTimeout(late);
        signal?.removeEventListener("abort", stop);
        attempt.close();
    }
}


/***/ }),

/***/ 5211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lookUp)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5884);
/* harmony import */ var _ip_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7557);


/** The most addresses of a name that are tried. */
const MAX_ADDRESSES = 64;
/**
 * The addresses of a name, asked anew each time, in the order in which they are to be tried: the resolver's, with the
 * families taking turns (RFC 8305, 4). An address is its own.
 *
 * @throws ProbeFault
 */
async function lookUp(host, family) {
    const own = (0,_ip_address_js__WEBPACK_IMPORTED_MODULE_1__/* .ipVersion */ .U)(host);
    if (own !== undefined) {
        if (family !== undefined && family !== own)
            throw nameless(host, family);
        return [host];
    }
    const found = await resolve(host, family);
    const addresses = inTurns(found).slice(0, MAX_ADDRESSES);
    if (addresses.length === 0)
        throw nameless(host, family);
    return addresses;
}
/** Those whose answer is not there yet: a lookup cannot be ended, and four that hang would keep all others waiting. */
const asked = new Map();
function resolve(host, family) {
    const key = `${family ?? ""} ${host}`;
    const known = asked.get(key);
    if (known !== undefined)
        return known;
    const found = new Promise((done, reject) => 
    // Not an import: loading it costs milliseconds, which only a run that asks a server should pay.
    process
        .getBuiltinModule("node:dns")
        .lookup(host, { all: true, family: family ?? 0, order: "verbatim" }, (error, addresses) => error === null ? done(addresses) : reject(nameFault(host, family, error))));
    asked.set(key, found);
    const forget = () => asked.delete(key);
    found.then(forget, forget);
    return found;
}
function inTurns(found) {
    const first = found.filter(({ family }) => family === found[0]?.family);
    const second = found.filter(({ family }) => family !== found[0]?.family);
    const ordered = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]]);
    return [...new Set(ordered.flat().flatMap((one) => one?.address ?? []))];
}
function nameFault(host, family, { code = "" }) {
    if (code === "ENOTFOUND" || code === "ENODATA" || code === "EAI_NODATA" || code === "EAI_ADDRFAMILY")
        return nameless(host, family);
    return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("name", `the name server did not say the address of ${host} (${code})`);
}
function nameless(host, family) {
    if (family !== undefined)
        return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("name", `${host} has no IPv${family} address`);
    return new _attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeFault */ .t("name", `the name ${host} does not resolve`);
}


/***/ }),

/***/ 4482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ probe)
});

// UNUSED EXPORTS: PROBE_FAILURES

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/redirect.js
var redirect = __webpack_require__(2853);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/attempt.js
var probe_attempt = __webpack_require__(5884);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/http/proxy-address.js
/** Schemes of proxies that speak HTTP; those of SOCKS are not known. */
const PROXY_SCHEME = /^https?:$/;
/**
 * The proxy that the environment names for an address: `https_proxy` or `http_proxy` in either case, but for the hosts in
 * `no_proxy`, which are read as Node's documents say: `*`, `host`, `host:port`, `.example.com`, `*.example.com`. Pure.
 */
function proxyFor(url, environment) {
    const variable = url.protocol === "https:" ? "https_proxy" : "http_proxy";
    const named = environment[variable] || environment[variable.toUpperCase()];
    if (!named || isExcluded(url, environment.no_proxy || environment.NO_PROXY || ""))
        return undefined;
    const address = named.includes("://") ? named : `http://${named}`;
    if (!URL.canParse(address))
        return undefined;
    const proxy = new URL(address);
    return PROXY_SCHEME.test(proxy.protocol) ? proxy : undefined;
}
function isExcluded(url, list) {
    const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, "");
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => {
        if (entry === "*" || entry === host || entry === `${host}:${port}` || entry === `[${host}]:${port}`)
            return true;
        const suffix = /^\*?\.(.+)$/.exec(entry)?.[1];
        return suffix !== undefined && (host === suffix || host.endsWith(`.${suffix}`));
    });
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/body.js

/** Encodings one over another; more are left as they are. */
const MAX_ENCODINGS = 3;
/**
 * The body of an answer without its encodings, up to as many bytes: a small file can hold gigabytes of zeros. An encoding
 * that is not known is left.
 *
 * @throws Node's error when the answer breaks off, or is not encoded as it says.
 */
async function readBody(response, maxBytes, attempt) {
    const parts = [];
    let size = 0;
    async function* count(source) {
        for await (const chunk of source) {
            attempt.bodyBytes += chunk.length;
            yield chunk;
        }
    }
    async function take(source) {
        for await (const chunk of source) {
            parts.push(chunk.subarray(0, maxBytes - size));
            size += chunk.length;
            if (size > maxBytes)
                return;
        }
    }
    try {
        await (0,promises_.pipeline)(response, count, ...decoders(response), take);
    }
    catch (error) {
        const isWhole = size > maxBytes || (attempt.bodyBytes === 0 && response.complete);
        if (!isWhole)
            throw error;
    }
    return { body: Buffer.concat(parts), isCut: size > maxBytes };
}
function decoders(response) {
    const named = (response.headers["content-encoding"] ?? "").toLowerCase().split(",");
    const encodings = named.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
    const made = encodings.length > MAX_ENCODINGS ? [] : encodings.reverse().map(decoder);
    return made.every((one) => one !== undefined) ? made : [];
}
function decoder(encoding) {
    // Not an import: few answers are encoded.
    const zlib = process.getBuiltinModule("node:zlib");
    if (encoding === "gzip" || encoding === "x-gzip")
        return zlib.createGunzip();
    if (encoding === "deflate")
        return zlib.createInflate();
    if (encoding === "br")
        return zlib.createBrotliDecompress();
    // Nodes before 22.15 do not have it.
    if (encoding === "zstd")
        return zlib.createZstdDecompress?.();
    return undefined;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/connect.js
var connect = __webpack_require__(127);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/fault.js
var fault = __webpack_require__(7745);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/ip-address.js
var ip_address = __webpack_require__(7557);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/forbidden.js

/**
 * Addresses at which clouds give credentials of a machine to whoever asks from it. A check reaches private networks on
 * purpose, and never these.
 */
const METADATA = [
    // AWS, Azure, Google Cloud, OpenStack, DigitalOcean, Tencent, tasks of ECS and pods of EKS.
    ["169.254.0.0", 16],
    // Azure's wire server, which runners of GitHub's reach, too.
    ["168.63.129.16", 32],
    // Alibaba, Oracle.
    ["100.100.100.200", 32],
    ["192.0.0.192", 32],
    // The same by IPv6: link-local, AWS with EKS, Google Cloud, Oracle, Scaleway.
    ["fe80::", 10],
    ["fd00:ec2::", 32],
    ["fd20:ce::254", 128],
    ["fd00:c1::a9fe:a9fe", 128],
    ["fd00:42::42", 128],
];
/** Names of those services, where a proxy does the lookup. */
const NAMES = /^(?:metadata|metadata\.google\.internal|metadata\.goog|instance-data(?:\.ec2\.internal)?)\.?$/i;
/** Whether a connection to the address may reach a cloud's metadata service, in any form that carries it. Pure. */
function isMetadataAddress(address) {
    const bytes = (0,ip_address/* addressBytes */.A)(address);
    if (bytes === undefined)
        return false;
    return [bytes, ...carriedAddresses(bytes)].some((one) => METADATA.some((range) => holds(range, one)));
}
function isMetadataName(name) {
    return NAMES.test(name);
}
function holds([network, prefix], bytes) {
    const own = (0,ip_address/* addressBytes */.A)(network);
    if (own.length !== bytes.length)
        return false;
    const bits = (all) => all.map((byte) => byte.toString(2).padStart(8, "0")).join("");
    return bits(own).slice(0, prefix) === bits(bytes).slice(0, prefix);
}
/**
 * The IPv4 addresses that an IPv6 address may lead to: mapped and compatible (RFC 4291), translated (RFC 2765), NAT64 (RFC
 * 6052, RFC 8215), 6to4 (RFC 3056), both ends of Teredo (RFC 4380), ISATAP (RFC 5214).
 */
function carriedAddresses(bytes) {
    if (bytes.length !== 16)
        return [];
    const starts = (...prefix) => prefix.every((byte, at) => bytes[at] === byte);
    const areZero = (from, to) => bytes.slice(from, to).every((byte) => byte === 0);
    const last = bytes.slice(12);
    const carried = [];
    if (areZero(0, 12) || (areZero(0, 10) && bytes[10] === 255 && bytes[11] === 255))
        carried.push(last);
    if (areZero(0, 8) && bytes[8] === 255 && bytes[9] === 255 && areZero(10, 12))
        carried.push(last);
    if (starts(0, 0x64, 0xff, 0x9b))
        carried.push(last, [...bytes.slice(6, 8), ...bytes.slice(9, 11)]);
    if (starts(0x20, 0x02))
        carried.push(bytes.slice(2, 6));
    if (starts(0x20, 0x01, 0, 0))
        carried.push(bytes.slice(4, 8), last.map((byte) => byte ^ 255));
    if (bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe)
        carried.push(last);
    return carried;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/lookup.js
var lookup = __webpack_require__(5211);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/trust.js
var registry_trust = __webpack_require__(1628);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/secure.js



/** One object for each authority: what was made of it is kept by the object, and costs tens of milliseconds. */
const authorities = new Map();
/** Names of a certificate that a message shows. */
const MAX_NAMES = 5;
/**
 * A TLS connection over an open one, to the host whose name the certificate must have.
 *
 * @param authority PEM; counts besides the machine's. @throws ProbeFault or Node's error.
 */
async function secure_secure(socket, host, authority, attempt) {
    attempt.phase = "tls";
    const trust = (0,registry_trust.trustFor)(false, authority === undefined ? undefined : certificatesOf(authority));
    const encrypted = process.getBuiltinModule("node:tls").connect({
        ...trust,
        socket,
        host,
        // A name that ends in a dot is the same name, which SNI does not know (RFC 6066, 3).
        ...((0,ip_address/* ipVersion */.U)(host) === undefined && { servername: host.replace(/\.$/, "") }),
        ALPNProtocols: ["http/1.1"],
        // Judged below, before a byte is sent: a connection that Node refuses does not show its certificate.
        rejectUnauthorized: false,
    });
    attempt.hold(encrypted, socket);
    await new Promise((resolve, reject) => {
        encrypted.once("secureConnect", resolve);
        encrypted.once("error", reject);
        encrypted.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
    });
    const shown = encrypted.getPeerCertificate();
    if (!encrypted.authorized)
        throw certificateFault(String(encrypted.authorizationError), shown, host);
    attempt.mark("tls");
    return { socket: encrypted, certificate: factsOf(shown) };
}
function certificatesOf(authority) {
    const known = authorities.get(authority) ?? { ca: [authority], client: undefined };
    authorities.set(authority, known);
    return known;
}
function factsOf({ subject, issuer, subjectaltname, valid_to }) {
    return {
        subject: first(subject?.CN) ?? namesOf(subjectaltname)[0] ?? "",
        issuer: first(issuer?.CN) ?? first(issuer?.O) ?? "",
        notAfter: Date.parse(valid_to),
    };
}
/** What is wrong, by OpenSSL's code or Node's. Pure. */
function certificateFault(code, shown, host) {
    const day = (date) => new Date(Date.parse(date)).toISOString().slice(0, 10);
    if (code === "CERT_NOT_YET_VALID") {
        const message = `the certificate of ${host} is not valid before ${day(shown.valid_from)}; is the clock right?`;
        return new probe_attempt/* ProbeFault */.t("certificate-not-yet-valid", message);
    }
    return new probe_attempt/* ProbeFault */.t("certificate", wordsOf());
    function wordsOf() {
        if (code === "CERT_HAS_EXPIRED")
            return Date.parse(shown.valid_to) < Date.now()
                ? `the certificate of ${host} expired on ${day(shown.valid_to)}`
                : `a certificate in the chain of ${host} has expired`;
        if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
            const names = namesOf(shown.subjectaltname);
            const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
            const list = names.slice(0, MAX_NAMES).join(", ") || first(shown.subject?.CN) || "no name";
            return `the certificate is for ${list}${more}, not for ${host}`;
        }
        if (/SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED/.test(code))
            return `no authority that this machine trusts has signed the certificate of ${host} (${code})`;
        return `the certificate of ${host} is not valid (${code})`;
    }
}
/** `DNS:a.example, IP Address:10.0.0.1`. */
function namesOf(list) {
    return (list ?? "").split(", ").flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? []);
}
/** A certificate may have several. */
const first = (value) => typeof value === "string" ? value : value?.[0];

// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/words.js
var words = __webpack_require__(44);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/tunnel.js


/** The credentials of a proxy's address, as it takes them. */
function proxyHeaders({ username, password }) {
    if (username === "")
        return {};
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
/** Asks a proxy for a way through to the URL's host. @throws ProbeFault when it refuses, or Node's error. */
async function openTunnel(socket, url, proxy, attempt) {
    const target = (0,words/* peerOf */.gD)(url);
    const request = process.getBuiltinModule("node:http").request({
        method: "CONNECT",
        path: target,
        headers: { host: target, ...proxyHeaders(proxy) },
        createConnection: () => socket,
    });
    request.end();
    return new Promise((resolve, reject) => {
        request.once("error", reject);
        request.once("response", ({ statusCode }) => reject(refusal(statusCode)));
        request.once("connect", ({ statusCode }, tunnel, head) => {
            if (statusCode !== 200)
                return reject(refusal(statusCode));
            if (head.length > 0)
                tunnel.unshift(head);
            attempt.hold(tunnel);
            return resolve(tunnel);
        });
    });
    function refusal(status) {
        return new probe_attempt/* ProbeFault */.t("unreachable", `the proxy ${proxy.host} opens no way to ${target}: status ${status}`);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/exchange.js











/** Connects, sends one request and reads its answer. @throws ProbeFault or Node's error. */
async function exchange(hop, attempt) {
    const connection = await exchange_open(hop, attempt);
    attempt.phase = "headers";
    const response = await send(hop, connection);
    attempt.mark("firstByte");
    attempt.phase = "body";
    const { statusCode: status = 0, headersDistinct } = response;
    const headers = Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(", ")]);
    const body = await readBody(response, hop.maxBodyBytes, attempt);
    return { status, headers: Object.fromEntries(headers), certificate: connection.certificate, ...body };
}
async function exchange_open(hop, attempt) {
    const { url, certificateAuthority: authority } = hop;
    const host = (0,words/* hostOf */.w4)(url);
    // A pinned address is one host of several, which no proxy would find.
    const proxy = hop.address === undefined ? proxyFor(url, process.env) : undefined;
    if (proxy !== undefined)
        return openThroughProxy(hop, proxy, attempt);
    const addresses = hop.address === undefined ? await (0,lookup/* lookUp */.T)(host, hop.family) : pinned(hop.address);
    attempt.mark("lookup");
    const forbidden = hop.allowsMetadata ? undefined : addresses.find(isMetadataAddress);
    if (forbidden !== undefined) {
        attempt.address = forbidden;
        throw forbiddenFault(host === forbidden ? forbidden : `${host} leads to ${forbidden}, which`);
    }
    const socket = await (0,connect/* connect */.N)(addresses, (0,words/* portOf */.HM)(url), attempt);
    return url.protocol === "https:" ? secure_secure(socket, host, authority, attempt) : { socket };
}
/** A name would be looked up unseen. */
function pinned(address) {
    if ((0,ip_address/* ipVersion */.U)(address) === undefined)
        throw new probe_attempt/* ProbeFault */.t("name", `${address} is not an IP address`);
    return [address];
}
async function openThroughProxy({ url, certificateAuthority: authority, allowsMetadata }, proxy, attempt) {
    const host = (0,words/* hostOf */.w4)(url);
    if (!allowsMetadata && (isMetadataAddress(host) || isMetadataName(host)))
        throw forbiddenFault(host);
    attempt.peer = `the proxy ${proxy.host}`;
    const plain = await reachProxy(proxy, attempt);
    attempt.peer = `the proxy ${proxy.host}`;
    const { socket } = proxy.protocol === "https:" ? await secure_secure(plain, (0,words/* hostOf */.w4)(proxy), authority, attempt) : { socket: plain };
    if (url.protocol === "http:")
        return { socket, proxy };
    attempt.phase = "connect";
    const tunnel = await openTunnel(socket, url, proxy, attempt);
    attempt.peer = `${(0,words/* peerOf */.gD)(url)} by the proxy ${proxy.host}`;
    return secure_secure(tunnel, host, authority, attempt);
}
async function reachProxy(proxy, attempt) {
    try {
        const addresses = await (0,lookup/* lookUp */.T)((0,words/* hostOf */.w4)(proxy), undefined);
        attempt.mark("lookup");
        return await (0,connect/* connect */.N)(addresses, (0,words/* portOf */.HM)(proxy), attempt);
    }
    catch (error) {
        const { failure, message } = (0,fault/* faultOf */.K)(error, attempt);
        throw new probe_attempt/* ProbeFault */.t(failure, `the proxy ${proxy.host}: ${message}`);
    }
}
function forbiddenFault(what) {
    return new probe_attempt/* ProbeFault */.t("forbidden-address", `${what} is a cloud's metadata service, which is not asked`);
}
async function send(hop, { socket, proxy }) {
    const { method, url, body } = hop;
    // node:https would open a connection of its own; this one speaks TLS already.
    const request = process.getBuiltinModule("node:http").request({
        method,
        path: proxy === undefined ? `${url.pathname}${url.search}` : withoutUser(url),
        headers: headersOf(hop, proxy),
        createConnection: () => socket,
    });
    const responded = new Promise((resolve, reject) => {
        request.once("response", resolve);
        // 101: the answer to a request that asked for another protocol. It has no body.
        request.once("upgrade", (response, upgraded) => {
            upgraded.destroy();
            resolve(response);
        });
        // Always heard: a second error without a listener would end the process.
        request.on("error", reject);
        request.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
    });
    request.end(body);
    return responded;
}
function headersOf({ url, headers, body }, proxy) {
    const all = {
        host: url.host,
        "user-agent": "jessy-actions",
        accept: "*/*",
        ...(url.username !== "" && { authorization: proxyHeaders(url)["proxy-authorization"] }),
        ...(proxy !== undefined && proxyHeaders(proxy)),
    };
    const own = Map.groupBy(headers, ([name]) => name.toLowerCase());
    for (const [name, entries] of own) {
        const values = entries.map(([, value]) => value);
        all[name] = values.length === 1 ? values[0] : values;
    }
    // Whatever was said of it: a server waits for the rest of a body that is shorter.
    delete all["transfer-encoding"];
    delete all["content-length"];
    if (body !== undefined)
        all["content-length"] = String(Buffer.byteLength(body));
    return all;
}
function withoutUser(url) {
    const bare = new URL(url);
    bare.username = "";
    bare.password = "";
    bare.hash = "";
    return bare.href;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/limited.js
var limited = __webpack_require__(9975);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/redirection.js



/** Headers of the user that another origin may see: any other may hold a credential. */
const HARMLESS = new Set([
    "accept",
    "accept-encoding",
    "accept-language",
    "cache-control",
    "pragma",
    "user-agent",
]);
/**
 * The request that follows an answer, or undefined when the answer is the last. Another origin gets neither credentials
 * nor a body, and nothing goes from https to http. Pure.
 *
 * @throws ProbeFault for a redirect that is not to be followed.
 */
function nextHop(hop, { status, headers }, rule) {
    if (rule === "none" || !(0,redirect.isRedirect)(status))
        return undefined;
    const from = (0,words/* shownUrl */.zA)(hop.url);
    const target = (0,redirect.redirectAddress)(headers.location, hop.url.href);
    if ("problem" in target)
        throw new probe_attempt/* ProbeFault */.t("redirect", `${from} answers ${status}: ${target.problem}`);
    const { url, isSameHost: isSameOrigin } = target;
    const refuse = (why) => {
        throw new probe_attempt/* ProbeFault */.t("redirect", `${from} redirects to ${(0,words/* shownUrl */.zA)(url)}, ${why}`);
    };
    const isSameName = url.hostname === hop.url.hostname;
    if (hop.url.protocol === "https:" && url.protocol === "http:")
        refuse("from https to http, which is not followed");
    if (rule === "same-host" && !isSameName)
        refuse("another host, which the check does not follow");
    const { method, body } = repeated(hop, status);
    if (body !== undefined && !isSameOrigin)
        refuse("another origin, which must not get the request's body");
    url.hash = "";
    url.username = isSameOrigin ? hop.url.username : "";
    url.password = isSameOrigin ? hop.url.password : "";
    const isSent = (name) => isSameOrigin ? body !== undefined || !/^content-/i.test(name) : HARMLESS.has(name.toLowerCase());
    return {
        ...hop,
        url,
        method,
        body,
        headers: hop.headers.filter(([name]) => isSent(name)),
        // The pinned host is one of this name's alone.
        address: isSameName ? hop.address : undefined,
    };
}
/** What browsers and `fetch` make of a redirected request (RFC 9110, 15.4). */
function repeated({ method, body }, status) {
    const becomesGet = status === 303 ? method !== "HEAD" : method === "POST" && (status === 301 || status === 302);
    return becomesGet ? { method: "GET", body: undefined } : { method, body };
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/probe.js







/**
 * Asks once, with a fresh lookup and a fresh connection: a kept one stays on a container that drains. Whatever keeps an
 * answer from coming is the outcome; the only thing thrown is the reason of `signal`.
 */
async function probe(request, signal) {
    const attempt = new probe_attempt/* Attempt */.U((0,words/* peerOf */.gD)(request.url));
    return (0,limited/* limited */.T)(attempt, request.timeout, signal, () => follow(request, attempt));
}
async function follow(request, attempt) {
    const redirects = [];
    for (let hop = request;;) {
        if (!/^https?:$/.test(hop.url.protocol))
            throw new probe_attempt/* ProbeFault */.t("protocol", `${hop.url.protocol} is not HTTP`);
        const answer = await exchange(hop, attempt);
        const next = nextHop(hop, answer, request.redirect);
        const { address = "" } = attempt;
        if (next === undefined)
            return { kind: "answer", ...answer, address, timing: attempt.timing(), redirects };
        if (redirects.length === redirect.MAX_REDIRECTS)
            throw new probe_attempt/* ProbeFault */.t("redirect", `${(0,words/* shownUrl */.zA)(request.url)} leads through more than ${redirect.MAX_REDIRECTS} redirects`);
        redirects.push((0,words/* shownUrl */.zA)(next.url));
        attempt.restart((0,words/* peerOf */.gD)(next.url));
        hop = next;
    }
}


/***/ }),

/***/ 44:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   PG: () => (/* binding */ hostAndPort),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   gD: () => (/* binding */ peerOf),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5428);

const MAX_CHARACTERS = 300;
/** `[::1]:8080`. */
function hostAndPort(host, port) {
    return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
/** The name or the IP address of a URL, without the brackets of IPv6. */
function hostOf(url) {
    return url.hostname.replace(/^\[|\]$/g, "");
}
function portOf(url) {
    return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}
const peerOf = (url) => hostAndPort(hostOf(url), portOf(url));
/** An address to show: without a user and a password, and of the query only that there is one: it may hold a token. */
function shownUrl(url) {
    return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
/** What servers and certificates say of themselves is theirs. */
function oneLine(text) {
    const line = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .revealInvisible */ .hR)(text.replace(/[\s\u0085\u2028\u2029]+/g, " ").trim());
    return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS - 1)}…` : line;
}


/***/ })

};
