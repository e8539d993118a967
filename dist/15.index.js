export const id = 15;
export const ids = [15];
export const modules = {

/***/ 3935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RW: () => (/* binding */ parseHeader),
/* harmony export */   b2: () => (/* binding */ headerProblem),
/* harmony export */   cp: () => (/* binding */ correctHeader)
/* harmony export */ });
/** Longer first lines get no correction. */
const MAX_CORRECTED_CHARACTERS = 500;
/**
 * Reads a first line by Conventional Commits 1.0.0 (1, 4, 5, 13), strictly where the specification says MUST. Where it is silent, a type is made
 * of ASCII letters, digits, `_` and `-` in any case; a scope is anything without parentheses and without blanks at its ends, such as `api/v2`
 * or `a, b`; and blanks around the description do not belong to it. Undefined when the line is something else; `headerProblem` says what.
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
            message: `begins with ${NAMES_OF_FIRST[first] ?? (first.trim() === "" ? "a space" : quote(first))} where a type such as feat or fix should stand`,
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
        return { column: at + 2, message: isLast ? "has no description after its colon" : "has no space after its colon" };
    }
    const rest = header.slice(at).trimStart();
    if (/^[(!:]/.test(rest)) {
        const isOpen = rest.startsWith("(");
        const message = at !== header.length - rest.length
            ? `has a space before ${quote(rest[0])}`
            : `has ${quote(rest[0])} where a colon should stand${isOpen ? "; the scope comes before `!`" : ""}`;
        return { column: at + 1, message };
    }
    return { column: at + 1, message: `has no colon and space after ${quote(before)}` };
}
/** The header that was probably meant; undefined without a guess. It is made of the line's own words, so it is untrusted, too. */
function correctHeader(header) {
    if (header.length > MAX_CORRECTED_CHARACTERS)
        return undefined;
    if (parseHeader(header) !== undefined)
        return header;
    const line = header.trim().replace(/\s+/g, " ");
    const match = /^\[?(?<type>[\w-]+)\]? ?(?<early>!?) ?(?:\((?<scope>[^()]*)\))? ?(?<late>!?) ?[:\uff1a] ?(?<description>.+)$/.exec(line) ?? /^\[(?<type>[\w-]+)\](?<early>!?) ?(?<description>.+)$/.exec(line);
    if (match !== null) {
        const { type = "", early = "", scope = "", late = "", description = "" } = match.groups;
        const trimmed = scope.trim();
        return `${type}${trimmed === "" ? "" : `(${trimmed})`}${early || late}: ${description}`;
    }
    if (OTHER_SUBJECTS.test(line) || !/^[A-Za-z][a-z]+ /.test(line))
        return undefined;
    const type = SENTENCES.find(([, sentence]) => sentence.test(line))?.[0];
    return type === undefined ? undefined : `${type}: ${line[0].toLowerCase()}${line.slice(1)}`;
}
/**
 * The types of free sentences where hardly anything else is meant. `Fix the thing` is none of them: its type would say
 * the same again. `Add to cart button`, `Allow list` and `Support requests` begin with no verb.
 */
const SENTENCES = [
    [
        "feat",
        /^(?:add|implement|introduce) (?:an? |the |new |support |option |\p{L}+ (?:support|option|command|page|button|login)\b)/iu,
    ],
    ["feat", /^allow (?!lists?\b)[\p{L}\p{N} -]+ to \p{L}/iu],
    ["fix", /^(?:prevent|repair) \p{L}/iu],
    ["refactor", /^rename \S+ to \S+$/i],
    ["refactor", /^(?:simplify|extract) \p{L}/iu],
    ["build", /^bump (?!version\b)\S+ from \S+ to \S+$/i],
];
/** `Add tests` is no feature. What has a colon, several parts or only a number is no sentence. */
const OTHER_SUBJECTS = /[:;]|\band (?:add|fix|remove|update|change|rename|move)|\b(?:tests?|docs?|documentation|readme|changelog|comments?|typos?|ci|workflows?|lint\w*|format\w*)\b/i;
/** Characters that would be unclear between backticks. */
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
    return scope.trim() === scope ? undefined : "has spaces around its scope";
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
var semver = __webpack_require__(204);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/commit-kind.js

/**
 * Tells from a first line which kind of commit a tool wrote; undefined when a person wrote it. These are the lines that commitlint ignores by
 * default (@commitlint/is-ignored).
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
        case 0x63: // c
            return header.startsWith("chore") && isVersion(header) ? "version" : undefined;
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
/** Also as release tools write one: `chore(release): 1.2.3 [skip ci]`. */
function isVersion(header) {
    const version = header
        .replace(/^chore(?:\([^()]+\))?: ?/, "")
        .replace(/[[(](?:skip[- ]ci|ci[- ]skip)[\])]/i, "")
        .trim();
    const first = version.charCodeAt(0);
    if (first !== 0x76 && !(first >= 0x30 && first <= 0x39))
        return false;
    return (0,semver/* parseVersion */.ot)(version.startsWith("v") ? version.slice(1) : version) !== undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/conventional-commit.js


/**
 * Reads a message by Conventional Commits 1.0.0, with a place for every problem. Never throws and takes linear time.
 *
 * Nothing in the body can make a good header bad. The footers begin at the first paragraph that opens with `token: value` or
 * `token #value` (8, 9); from there on each such line begins one, and other lines belong to the value before (10). Where the specification
 * is silent, or stricter than it needs to be:
 * - a footer or body on the second line is read, and a problem says that a blank line is missing (6, 8);
 * - `BREAKING CHANGE:` counts wherever a line begins with it, since missing one is worse than a wrong heading, and its value may begin on the
 *   next line;
 * - written another way (`Breaking change:`, `* BREAKING CHANGE:`) it does not count (15), which is a problem, too.
 */
function parseCommit(text) {
    // Offsets are simpler with one kind of line end; columns are the same.
    const message = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
    const headerEnd = message.indexOf("\n");
    const header = (headerEnd === -1 ? message : message.slice(0, headerEnd)).trimEnd();
    const given = givenKind(header);
    // A release tool's `chore(release): 1.2.3` is both.
    const conventional = given === undefined || given === "version" ? (0,commit_header/* parseHeader */.RW)(header) : undefined;
    const rest = headerEnd === -1 ? NOTHING : readRest(message, headerEnd + 1);
    let problems = rest.problems;
    if (given === undefined && conventional === undefined) {
        const { column, message } = (0,commit_header/* headerProblem */.b2)(header);
        problems = [
            { part: "header", kind: "grammar", line: 1, column, message: `the first line ${message}` },
            ...problems,
        ];
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
        // Only a breaking change may have its value on the next line: other lines that end in a colon are sentences.
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

/***/ 204:
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
/* harmony import */ var _jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2232);

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
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch || (0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.comparePrereleases)(a.prerelease, b.prerelease);
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
    const problem = coreProblem(core) ?? (0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.prereleaseProblem)(prerelease) ?? (0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.identifierProblem)(build, "build metadata");
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
        if (!(0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.isNumeric)(number))
            return `has ${(0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.quote)(number)} for a ${name}`;
        if (number.length > 1 && number.startsWith("0"))
            return `has a leading zero in its ${name} ${(0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.quote)(number)}`;
        if (!Number.isSafeInteger(Number(number)))
            return `has a ${name} above ${Number.MAX_SAFE_INTEGER}`;
    }
    if (numbers.length < 3)
        return `has no ${CORE_NAMES[numbers.length]} number`;
    return numbers.length > 3 ? `has ${numbers.length} numbers where SemVer has three` : undefined;
}


/***/ })

};
