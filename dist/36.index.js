export const id = 36;
export const ids = [36];
export const modules = {

/***/ 6178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/packages/kit/src/errors.js
var errors = __webpack_require__(4977);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/event.js


/** Reads GITHUB_EVENT_PATH. @throws UserError when the environment is not that of a GitHub Actions step. */
function readEvent(environment) {
    const path = environment.GITHUB_EVENT_PATH;
    if (path === undefined || path === "")
        return resolveEvent(environment, {});
    let payload;
    try {
        payload = JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch (error) {
        throw new errors/* UserError */.yo(`the event in GITHUB_EVENT_PATH (${path}) cannot be read: ${error.message}`);
    }
    return resolveEvent(environment, payload);
}
/** Pure. The payload is untrusted (anybody can open a pull request): only values of the expected shape are taken over. */
function resolveEvent(environment, payload) {
    const name = environment.GITHUB_EVENT_NAME ?? "";
    const slug = environment.GITHUB_REPOSITORY ?? "";
    const [owner, repository, ...rest] = slug.split("/");
    if (owner === undefined || owner === "" || repository === undefined || repository === "" || rest.length > 0) {
        throw new errors/* UserError */.yo(`GITHUB_REPOSITORY is \`${slug}\`; an action runs in a GitHub Actions step, or locally by \`npx jessy run\``);
    }
    const event = new Payload(payload);
    const sha = environment.GITHUB_SHA ?? "";
    const ref = environment.GITHUB_REF ?? "";
    const defaultBranch = event.text("repository", "default_branch");
    const pullRequest = name === "pull_request" || name === "pull_request_target" ? readPullRequest(event) : undefined;
    const followedRun = name === "workflow_run" ? readFollowedRun(event) : undefined;
    return {
        name,
        repository: { owner, name: repository },
        serverUrl: environment.GITHUB_SERVER_URL || "https://github.com",
        defaultBranch,
        sha,
        ref,
        headSha: pullRequest?.headSha ?? followedRun?.headSha ?? event.sha("merge_group", "head_sha") ?? sha,
        pullRequest,
        before: name === "push"
            ? knownSha(event.sha("before"))
            : name === "merge_group"
                ? event.sha("merge_group", "base_sha")
                : undefined,
        pushToDefaultBranch: name === "push" && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`,
        followedRun,
    };
}
function readPullRequest(event) {
    const number = event.number("pull_request", "number") ?? event.number("number");
    const headSha = event.sha("pull_request", "head", "sha");
    const baseSha = event.sha("pull_request", "base", "sha");
    if (number === undefined || headSha === undefined || baseSha === undefined) {
        throw new errors/* UserError */.yo("the pull request event has no number, head.sha or base.sha; is GITHUB_EVENT_PATH the payload that GitHub sent?");
    }
    // A deleted fork leaves head.repo null.
    const headId = event.number("pull_request", "head", "repo", "id");
    return {
        number,
        title: event.text("pull_request", "title") ?? "",
        commits: event.number("pull_request", "commits"),
        fork: headId === undefined || headId !== event.number("pull_request", "base", "repo", "id"),
        headSha,
        headRef: event.text("pull_request", "head", "ref") ?? "",
        baseSha,
        baseRef: event.text("pull_request", "base", "ref") ?? "",
    };
}
function readFollowedRun(event) {
    const headSha = event.sha("workflow_run", "head_sha");
    const headOwner = event.text("workflow_run", "head_repository", "owner", "login");
    if (headSha === undefined || headOwner === undefined)
        return undefined;
    return {
        headSha,
        headOwner,
        headRef: event.text("workflow_run", "head_branch") ?? "",
        event: event.text("workflow_run", "event") ?? "",
    };
}
/** All zeros stand for "no such commit": the push made the branch. */
function knownSha(sha) {
    return sha === undefined || /^0+$/.test(sha) ? undefined : sha;
}
class Payload {
    #root;
    constructor(root) {
        this.#root = root;
    }
    text(...keys) {
        const value = this.#at(keys);
        return typeof value === "string" ? value : undefined;
    }
    number(...keys) {
        const value = this.#at(keys);
        return Number.isSafeInteger(value) && value > 0 ? value : undefined;
    }
    sha(...keys) {
        const value = this.text(...keys);
        return value !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
    }
    #at(keys) {
        let value = this.#root;
        for (const key of keys) {
            if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
                return undefined;
            value = value[key];
        }
        return value;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github-urls.js
var github_urls = __webpack_require__(8180);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action-io.js



/** @param gate its name, of several of one kind, and the token that it may ask GitHub with. */
function createIo(action, { name, token }, environment, log) {
    const workspace = environment.GITHUB_WORKSPACE || process.cwd();
    let known;
    let number;
    const event = () => {
        known ??= readEvent(environment);
        return known;
    };
    return {
        environment,
        workspace,
        temporary: (0,external_node_path_.join)(environment.RUNNER_TEMP || (0,external_node_path_.join)(workspace, ".jessy"), "jessy", folderName(action, name)),
        log,
        event,
        pullRequestNumber: () => {
            number ??= findPullRequestNumber(event(), token, environment, log);
            return number;
        },
    };
}
async function findPullRequestNumber(event, token, environment, log) {
    if (event.pullRequest !== undefined || event.followedRun === undefined || token === "")
        return event.pullRequest?.number;
    const [{ GitHub }, { findFollowedPullRequest }] = await Promise.all([
        __webpack_require__.e(/* import() */ 37).then(__webpack_require__.bind(__webpack_require__, 7037)),
        __webpack_require__.e(/* import() */ 65).then(__webpack_require__.bind(__webpack_require__, 5065)),
    ]);
    return findFollowedPullRequest(new GitHub({ token, ...(0,github_urls/* apiUrls */.z)(environment), log }), event);
}
/** A gate's name is free text; a folder's is not. */
function folderName(action, name) {
    return name === "" ? action : `${action}-${encodeURIComponent(name).replaceAll("*", "%2A").slice(0, 100)}`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/inputs.js
var src_inputs = __webpack_require__(31);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/js/packages/kit/src/escape.js
var src_escape = __webpack_require__(3697);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/workflow-command.js

/** `::name key=value,...::data`, as the runner reads it from standard output (ActionCommand.cs). Unset and empty properties are left out. */
function formatCommand(name, properties, data) {
    const list = Object.entries(properties)
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([key, value]) => `${key}=${(0,src_escape/* escapeCommandProperty */.YG)(String(value))}`)
        .join(",");
    return `::${name}${list === "" ? "" : ` ${list}`}::${(0,src_escape/* escapeCommandData */.V9)(data)}`;
}
function annotationCommand(annotation) {
    const { level, message, title, file, startLine, endLine } = annotation;
    return formatCommand(level, { title, file, line: startLine, endLine }, message);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/log.js



/** @param write gets whole lines, each with its newline. */
function createLog(write, now = () => performance.now()) {
    const line = (text) => write(`${text}\n`);
    const annotate = (annotation) => line(annotationCommand(annotation));
    return {
        info: (message) => line(inert(message)),
        debug: (message) => line(formatCommand("debug", {}, message)),
        notice: (message) => annotate({ level: "notice", message }),
        warning: (message) => annotate({ level: "warning", message }),
        error: (message) => annotate({ level: "error", message }),
        annotate,
        async group(title, work) {
            line(formatCommand("group", {}, title));
            const start = now();
            try {
                return await work();
            }
            finally {
                line(`(${((now() - start) / 1000).toFixed(2)} s)`);
                line("::endgroup::");
            }
        },
        foreign(text) {
            const token = (0,external_node_crypto_.randomUUID)();
            line(`::stop-commands::${token}`);
            write(text.endsWith("\n") ? text : `${text}\n`);
            line(`::${token}::`);
        },
        mask(secret) {
            // An empty mask would hide every character of the log.
            for (const value of new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim()))) {
                if (value !== "")
                    line(`::add-mask::${(0,src_escape/* escapeCommandData */.V9)(value)}`);
            }
        },
    };
}
/** The runner obeys `::name::` at the start of a line, after blanks, and the old `##[name]` anywhere (ActionCommand.cs). */
function inert(message) {
    return message
        .split(/\r\n|\r|\n/)
        .map((text) => text.replace(/^(\s*)::/, "$1:\u200b:").replaceAll("##[", "##\u200b["))
        .join("\n");
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action.js




/**
 * Runs an action from its environment to its exit code. Wrong inputs and unusable files end with one `::error::` line each and
 * exit code 1 before anything is written; a fault of our own says so, with its stack.
 */
async function runAction(definition, environment = process.env) {
    const log = createLog((text) => process.stdout.write(text));
    try {
        const reader = new src_inputs/* InputReader */.i_(environment);
        const inputs = await definition.readInputs(reader);
        for (const warning of reader.warnings)
            log.warning(warning);
        reader.finish();
        const publication = definition.publication(inputs);
        if (publication.token !== "")
            log.mask(publication.token);
        const io = createIo(definition.name, publication, environment, log);
        const facts = await definition.collect(inputs, io);
        const decided = definition.evaluate(inputs, facts);
        const result = (await definition.execute?.(decided, inputs, io)) ?? decided;
        const report = definition.render(result, inputs, facts);
        const { publish } = await __webpack_require__.e(/* import() */ 889).then(__webpack_require__.bind(__webpack_require__, 5889));
        await publish(report, definition.name, publication, io);
        await definition.conclude?.(inputs, facts, io);
        process.exitCode = report.fails ? 1 : 0;
    }
    catch (error) {
        const { lines, stack } = (0,errors/* describeError */.Uc)(error);
        for (const line of lines)
            log.error(line);
        if (stack !== undefined)
            log.foreign(stack);
        process.exitCode = 1;
    }
}


/***/ }),

/***/ 9739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseDecimal),
/* harmony export */   Y: () => (/* binding */ compareDecimals)
/* harmony export */ });
const MAX_DIGITS = 30;
/** Reads digits with an optional fraction; no sign, exponent or blanks. Undefined when the text is anything else. */
function parseDecimal(text) {
    const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null || text.length > MAX_DIGITS)
        return undefined;
    const [, whole = "", fraction = ""] = match;
    return { text, numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
}
/** Negative when a < b, 0 when equal, positive when a > b. */
function compareDecimals(a, b) {
    const difference = a.numerator * b.denominator - b.numerator * a.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}


/***/ }),

/***/ 4977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   tQ: () => (/* binding */ UserErrors),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The user's fault: a wrong input, a missing file, a report that cannot be read. Shown as one line that
 * names the thing, says what was found and what to write instead; never with a stack.
 */
class UserError extends Error {
    name = "UserError";
}
/** Several user errors found together, shown one per line. */
class UserErrors extends UserError {
    problems;
    constructor(problems) {
        super(problems.join("\n"));
        this.problems = problems;
    }
}
/** Where people report what went wrong on our side. */
const ISSUES = "https://github.com/org/jessy-actions/issues";
/**
 * What to show of a thrown value. A user error is its lines; anything else is our own: the whole chain of causes, the stack and
 * where to report it.
 */
function describeError(error) {
    if (error instanceof UserErrors)
        return { lines: error.problems };
    if (error instanceof UserError)
        return { lines: [error.message] };
    const chain = [];
    let cause = error;
    for (let depth = 0; cause !== undefined && depth < 8; depth++) {
        chain.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return {
        lines: [
            `this is a fault of the action, not of your workflow: ${chain.join("; because of ")}. Please report it at ${ISSUES}`,
        ],
        ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }),
    };
}


/***/ }),

/***/ 3697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ linkTarget),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   V9: () => (/* binding */ escapeCommandData),
/* harmony export */   YG: () => (/* binding */ escapeCommandProperty),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   en: () => (/* binding */ escapeTerminal),
/* harmony export */   hR: () => (/* binding */ revealInvisible)
/* harmony export */ });
/**
 * The one place where untrusted text (file, branch and test names, commit messages, tool output) is made safe for each
 * place it is shown in. Nothing else in the product concatenates such text into markup.
 */
/** C0 and C1 controls without tab and newline, bidirectional controls (CVE-2021-42574), zero-width characters, BOM. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** Shows what cannot be seen, e.g. a right-to-left override as `\u{202e}`, so that no name can pass for another. */
function revealInvisible(text) {
    return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}
/** One line: newlines and tabs become blanks. */
function singleLine(text) {
    return revealInvisible(text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " "));
}
/**
 * GitHub links @mentions, #references, commits, URLs and :emoji: in the text of the finished HTML, where no escaping is left: a
 * zero-width space inside breaks them, as Dependabot and Renovate do it.
 */
function breakAutolinks(text) {
    return text
        .replaceAll("@", `@${ZERO_WIDTH_SPACE}`)
        .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![0-9a-z])GH-(?=\d)/gi, (match) => `${match}${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/gi, (sha) => `${sha.slice(0, 4)}${ZERO_WIDTH_SPACE}${sha.slice(4)}`)
        .replace(/:\/\/(?=\S)/g, `:${ZERO_WIDTH_SPACE}//`)
        .replace(/(?<![0-9a-z])www\.(?=\S)/gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH_SPACE}.`)
        .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`);
}
const ZERO_WIDTH_SPACE = "\u200b";
/**
 * Plain text inside a line of GitHub Markdown: no markup, HTML, math, table border, @mention, #reference, commit or URL link can
 * come of it.
 */
function escapeMarkdown(text) {
    // HTML shows a run of blanks as one, and four at the start of a line would be a code block.
    return breakAutolinks(singleLine(text).replace(/ {2,}/g, " "))
        .replace(/[\\`*_{}[\]()#!|~:^]/g, "\\$&")
        .replace(/[&<>]/g, entity)
        .replaceAll("$", "<span>$</span>")
        .replace(/^\s*(?:[-+=](?!\d)|\d+(?=\.(?:\s|$)))/, (start) => start.replace(/[-+=]/, "\\$&").replace(/\d$/, (digit) => entity(digit)));
}
function entity(character) {
    return `&#${character.charCodeAt(0)};`;
}
/**
 * Text as a code span: backticks inside get a longer fence. A `|` would end a table's cell, and a backslash before it cannot be escaped
 * in a code span (GFM, 4.10): such text is HTML.
 */
function codeSpan(text) {
    const content = singleLine(text);
    if (content.includes("|"))
        return `<code>${escapeMarkdown(content)}</code>`;
    if (content.trim() === "")
        return "` `";
    const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    const padding = content.startsWith("`") || content.endsWith("`") || (content.startsWith(" ") && content.endsWith(" ")) ? " " : "";
    return `${fence}${padding}${content}${padding}${fence}`;
}
/** A fenced code block that its content cannot leave. */
function codeBlock(text, language = "") {
    const content = text.replace(/\r\n?/g, "\n").split("\n").map(revealInvisible).join("\n");
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${/^[a-z0-9+-]*$/.test(language) ? language : ""}\n${content}\n${fence}`;
}
/** A link target for `(...)`: http, https or a fragment; anything else becomes an empty fragment. */
function linkTarget(href) {
    if (!/^(?:https?:\/\/|#)/.test(href))
        return "#";
    return href.replace(/[\s<>()"'`\\|]|[^\u0021-\u007e]/gu, (character) => [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join(""));
}
/** Text and attribute values of HTML that GitHub shows. */
function escapeHtml(text) {
    return breakAutolinks(singleLine(text)).replace(/[&<>"']/g, entity);
}
/** The data of a workflow command, after the second `::` (ActionCommand.cs `EscapeData`). */
function escapeCommandData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
/** A property of a workflow command: also `:` and `,` (ActionCommand.cs `EscapeProperty`). */
function escapeCommandProperty(text) {
    return escapeCommandData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** Text for a terminal: no escape sequence, no control character, one line. */
function escapeTerminal(text) {
    return singleLine(text);
}


/***/ }),

/***/ 5096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ Git)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/errors.js
var errors = __webpack_require__(4977);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/git-listing.js
/** What `git ls-remote` lists. Pure. */
function parseRemoteRefs(listing) {
    const branches = new Map();
    const tags = new Map();
    for (const line of listing.split("\n")) {
        const [sha = "", ref = ""] = line.split("\t");
        if (ref.startsWith("refs/heads/"))
            branches.set(ref.slice("refs/heads/".length), sha);
        // The commit of an annotated tag follows the tag itself, as `refs/tags/v1^{}`.
        else if (ref.startsWith("refs/tags/"))
            tags.set(ref.slice("refs/tags/".length).replace(/\^\{\}$/, ""), sha);
    }
    return { branches, tags };
}
const RECORD_FORMAT = "--format=%H%n%P%n%aN%n%aE%n%B";
/** A record of `git log` in that format. Pure. */
function parseRecord(record) {
    const [sha = "", parents = "", authorName = "", authorEmail = "", ...message] = record.split("\n");
    return {
        sha,
        parents: parents.split(" ").filter((parent) => parent !== ""),
        authorName,
        authorEmail,
        message: message.join("\n").trimEnd(),
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process.js
var process = __webpack_require__(6453);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/git-process.js

/**
 * Settings that a checked-out repository must not choose for us: it may come from a fork. Given by environment, which outranks the
 * repository's own configuration and never shows in a process list.
 */
const SETTINGS = [
    ["core.quotePath", "false"],
    ["core.fsmonitor", "false"],
    ["core.hooksPath", "/dev/null"],
    ["diff.noprefix", "false"],
    ["diff.mnemonicPrefix", "false"],
    ["diff.renameLimit", "5000"],
    ["protocol.ext.allow", "never"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    // The workspace of a container job belongs to another user (actions/checkout#766).
    ["safe.directory", "*"],
];
/** Runs git in one directory, with settings of ours alone, and with credentials where it talks to a remote. */
class GitProcess {
    directory;
    #environment;
    #credentials;
    constructor(directory, options) {
        this.directory = directory;
        this.#credentials = options.credentials;
        this.#environment = { ...options.environment, ...settingsEnvironment(SETTINGS) };
    }
    /** Whatever its exit code is. */
    run(args) {
        return (0,process/* runProcess */.R3)("git", args, { cwd: this.directory, environment: this.#processEnvironment() });
    }
    /** @throws Error with the last line that git said. */
    async output(args) {
        const { exitCode, stdout, stderr } = await this.run(args);
        if (exitCode !== 0)
            throw new Error(`git ${args[0]} failed with exit code ${exitCode}: ${lastLine(stderr)}`);
        return stdout;
    }
    /** A command that may talk to a remote. */
    async runRemote(args, timeout) {
        return (0,process/* runProcess */.R3)("git", args, {
            cwd: this.directory,
            environment: { ...this.#processEnvironment(), ...(await this.#credentialEnvironment()) },
            ...(timeout !== undefined && { timeout }),
        });
    }
    /** actions/checkout leaves an authorization header in the configuration; without one, ours goes by environment. */
    async #credentialEnvironment() {
        if (this.#credentials === undefined)
            return {};
        const { serverUrl, token } = this.#credentials;
        const { exitCode } = await this.run(["config", "--get-urlmatch", "http.extraheader", `${serverUrl}/`]);
        if (exitCode === 0)
            return {};
        const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
        return settingsEnvironment([...SETTINGS, [`http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]);
    }
    #processEnvironment() {
        return {
            ...this.#environment,
            LC_ALL: "C",
            GIT_TERMINAL_PROMPT: "0",
            GIT_OPTIONAL_LOCKS: "0",
            GIT_EXTERNAL_DIFF: undefined,
        };
    }
}
function settingsEnvironment(settings) {
    const environment = { GIT_CONFIG_COUNT: String(settings.length) };
    for (const [at, [key, value]] of settings.entries()) {
        environment[`GIT_CONFIG_KEY_${at}`] = key;
        environment[`GIT_CONFIG_VALUE_${at}`] = value;
    }
    return environment;
}
function lastLine(text) {
    return text.trim().split("\n").at(-1) ?? "";
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git.js



/** How a shallow clone is deepened, step by step, before its whole history is fetched. */
const DEEPEN_STEPS = [50, 200, 1000];
/** Listing refs is one round trip. */
const LIST_TIMEOUT = 60_000;
/** Git in one directory. Every revision stands behind `--end-of-options`, every path behind `--`. */
class Git {
    #process;
    constructor(directory, options) {
        this.#process = new GitProcess(directory, options);
    }
    /** The top folder of the work tree. @throws UserError outside of a repository. */
    async root() {
        const { exitCode, stdout, stderr } = await this.#process.run(["rev-parse", "--show-toplevel"]);
        if (exitCode === 0)
            return stdout.toString().replace(/\n$/, "");
        throw new errors/* UserError */.yo(`${this.#process.directory} is not in a git repository (${lastLine(stderr)}); put actions/checkout before this step`);
    }
    /** Every tracked file, relative to the top folder; no submodules. */
    async listFiles() {
        const output = await this.#process.output(["ls-files", "--stage", "-z", "--full-name", "--", ":/"]);
        return output
            .toString()
            .split("\0")
            .filter((entry) => entry !== "" && !entry.startsWith("160000 "))
            .map((entry) => entry.slice(entry.indexOf("\t") + 1));
    }
    /** The commit that a revision names, or undefined when there is none here. */
    async resolve(revision) {
        const { exitCode, stdout } = await this.#process.run([
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            `${revision}^{commit}`,
        ]);
        return exitCode === 0 ? stdout.toString().trim() : undefined;
    }
    async parents(revision) {
        const output = await this.#process.output([
            "rev-list",
            "--no-walk",
            "--parents",
            "--end-of-options",
            revision,
            "--",
        ]);
        return output.toString().trim().split(" ").slice(1);
    }
    /** The commit itself and its ancestors along first parents, newest first; as far as the history is here. */
    async firstParents(revision, count) {
        const output = await this.#process.output([
            "rev-list",
            "--first-parent",
            `--max-count=${count}`,
            "--end-of-options",
            revision,
            "--",
        ]);
        return output
            .toString()
            .trim()
            .split("\n")
            .filter((sha) => sha !== "");
    }
    /** Whether a commit is the other one, or among its ancestors; undefined where this clone cannot tell. */
    async isAncestor(ancestor, descendant) {
        const { exitCode } = await this.#process.run([
            "merge-base",
            "--is-ancestor",
            "--end-of-options",
            ancestor,
            descendant,
        ]);
        if (exitCode === 0)
            return true;
        // Behind a shallow clone's border there may be more.
        return exitCode === 1 && !(await this.isShallow()) ? false : undefined;
    }
    /** Every tag of this clone, with the commit that it leads to. */
    async tags() {
        const format = "%(refname:strip=2)%00%(objectname)%00%(*objectname)";
        const lines = (await this.#process.output(["for-each-ref", `--format=${format}`, "refs/tags"])).toString();
        const tags = new Map();
        for (const line of lines.split("\n")) {
            const [name = "", object = "", peeled = ""] = line.split("\0");
            if (name !== "")
                tags.set(name, peeled || object);
        }
        return tags;
    }
    /** Branches and tags of a remote, or undefined when it does not answer. @param remote its name or address. */
    async remoteRefs(remote) {
        const args = ["ls-remote", "--heads", "--tags", "--quiet", "--end-of-options", remote];
        const { exitCode, stdout } = await this.#process.runRemote(args, LIST_TIMEOUT);
        return exitCode === 0 ? parseRemoteRefs(stdout.toString()) : undefined;
    }
    async hasRemote(name) {
        return (await this.#process.run(["config", "--get", `remote.${name}.url`])).exitCode === 0;
    }
    /** Branches of a remote as this clone last saw them; without any, the clone's own branches. */
    async remoteBranches(remote) {
        for (const folder of [`refs/remotes/${remote}`, "refs/heads"]) {
            const depth = folder.split("/").length;
            const format = `--format=%(refname:strip=${depth})%00%(objectname)`;
            const lines = (await this.#process.output(["for-each-ref", format, folder])).toString().split("\n");
            const named = lines.filter((line) => line !== "").map((line) => line.split("\0"));
            // `origin/HEAD` is another name of the default branch.
            const branches = named.filter(([name]) => name !== "HEAD");
            if (branches.length > 0)
                return new Map(branches);
        }
        return new Map();
    }
    /** Fetches refs with their history, but no files. @param refspecs e.g. `refs/heads/main:refs/remotes/origin/main`. */
    async fetchRefs(remote, refspecs) {
        return this.#fetch(["--filter=blob:none", "--end-of-options", remote, ...refspecs]);
    }
    /**
     * Commits that `head` has and `base` has not (undefined: all of them), newest first, as far as they are in this clone.
     *
     * @param paths only those that touch one of them, as literal paths; empty: all.
     */
    async log(base, head, paths = []) {
        return this.#log([], head, [
            ...(base === undefined ? [] : [`^${base}`]),
            "--",
            ...paths.map((path) => `:(top,literal)${path}`),
        ]);
    }
    async #log(order, head, rest) {
        const format = ["-z", "--no-color", "--no-notes", "--no-show-signature", "--encoding=UTF-8", RECORD_FORMAT];
        const args = ["log", ...format, ...order, "--end-of-options", head, ...rest];
        return (await this.#process.output(rest.includes("--") ? args : [...args, "--"]))
            .toString()
            .split("\0")
            .filter((record) => record !== "")
            .map(parseRecord);
    }
    /** What `head` has and `base` has not, parents before children; as far as the history is here. */
    async commitsBetween(base, head) {
        return this.#log(["--reverse", "--topo-order"], head, [`^${base}`]);
    }
    /** Names of what lies in the top folder of a commit. */
    async rootEntries(sha) {
        const output = await this.#process.output(["ls-tree", "-z", "--name-only", "--full-tree", "--end-of-options", sha]);
        return output
            .toString()
            .split("\0")
            .filter((name) => name !== "");
    }
    /** A file of a commit, or undefined when it has none of this path. */
    async fileAt(sha, path) {
        const { exitCode, stdout } = await this.#process.run(["cat-file", "blob", "--end-of-options", `${sha}:${path}`]);
        return exitCode === 0 ? stdout : undefined;
    }
    /** All best common ancestors: more than one after criss-cross merges, none for unrelated histories. */
    async mergeBases(a, b) {
        const { exitCode, stdout, stderr } = await this.#process.run(["merge-base", "--all", "--end-of-options", a, b]);
        if (exitCode > 1)
            throw new Error(`git merge-base failed: ${lastLine(stderr)}`);
        return stdout
            .toString()
            .trim()
            .split("\n")
            .filter((sha) => sha !== "");
    }
    /**
     * The raw bytes of the difference of two commits, without context lines, renames recognised. Every file is taken for text: else a pull
     * request could hide its lines by a `.gitattributes` of its own.
     */
    async diff(base, head) {
        return this.#process.output([
            "diff",
            "--unified=0",
            "--text",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--find-renames",
            "--ignore-submodules=all",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--end-of-options",
            base,
            head,
            "--",
        ]);
    }
    /** Paths that differ between two commits, relative to the top folder; a renamed file is two. */
    async changedPaths(base, head) {
        const output = await this.#process.output([
            "diff",
            "--name-only",
            "--no-renames",
            "-z",
            "--end-of-options",
            base,
            head,
            "--",
        ]);
        return output
            .toString()
            .split("\0")
            .filter((path) => path !== "");
    }
    /** Whether something tracked differs from a commit, in the index or in the work tree. */
    async isClean() {
        return (await this.#process.output(["status", "--porcelain", "--untracked-files=no"])).length === 0;
    }
    /** Checks a commit out into a folder of its own that shares this repository's objects. The folder must not exist. */
    async addWorktree(folder, sha) {
        // A partial clone fetches the files of the commit only now.
        const args = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, sha];
        const result = await this.#process.runRemote(args);
        if (result.exitCode !== 0)
            throw new Error(`git worktree add failed with exit code ${result.exitCode}: ${lastLine(result.stderr)}`);
    }
    /** Forgets worktrees whose folders are gone. */
    async pruneWorktrees() {
        await this.#process.run(["worktree", "prune", "--expire=now"]);
    }
    /** Files below the work tree that git does not track, ignored ones included, relative to the directory. */
    async listUntracked() {
        const output = await this.#process.output(["ls-files", "--others", "-z"]);
        return output
            .toString()
            .split("\0")
            .filter((entry) => entry !== "");
    }
    /** Whether the checkout left credentials in its configuration, where every process in the repository can read them. */
    async hasStoredCredentials() {
        const { exitCode } = await this.#process.run(["config", "--get-regexp", "^http\\..*\\.extraheader$"]);
        return exitCode === 0;
    }
    async isShallow() {
        return (await this.#process.output(["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
    }
    /** Makes one commit available, with its tree but without its history; returns whether it is here now. */
    async fetchCommit(sha) {
        if ((await this.resolve(sha)) !== undefined)
            return true;
        await this.#fetch(["--depth=1", "--filter=blob:none", "--end-of-options", "origin", sha]);
        return (await this.resolve(sha)) !== undefined;
    }
    /**
     * Fetches older history of a shallow clone, a step further each time, until what `look` finds is enough or there is no more.
     *
     * @returns what `look` found last.
     */
    async deepenUntil(look, isEnough) {
        let found = await look();
        for (const step of [...DEEPEN_STEPS, undefined]) {
            if (isEnough(found) || !(await this.isShallow()))
                return found;
            const depth = step === undefined ? "--unshallow" : `--deepen=${step}`;
            if (!(await this.#fetch([depth, "--filter=blob:none", "--end-of-options", "origin"])))
                return found;
            found = await look();
        }
        return found;
    }
    async #fetch(args) {
        const fetch = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", ...args];
        return (await this.#process.runRemote(fetch)).exitCode === 0;
    }
}


/***/ }),

/***/ 8180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ apiUrls)
/* harmony export */ });
/** github.com, or the GitHub Enterprise Server that the runner belongs to. */
function apiUrls(environment) {
    return {
        apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
        graphqlUrl: environment.GITHUB_GRAPHQL_URL || "https://api.github.com/graphql",
    };
}


/***/ }),

/***/ 31:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   i_: () => (/* binding */ InputReader),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export environmentName */
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9739);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4977);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3697);



/**
 * Reads the inputs of an action from its environment and remembers everything that is wrong with them: `finish` throws one error
 * that names all of it. A getter whose input is wrong returns a harmless value; nobody sees it, because `finish` throws.
 */
class InputReader {
    #environment;
    #problems = [];
    #known = new Set();
    constructor(environment) {
        this.#environment = environment;
    }
    /** The trimmed value; an input that is not set is empty, as the runner hands it over. */
    string(name) {
        this.#known.add(environmentName(name));
        return (this.#environment[environmentName(name)] ?? "").trim();
    }
    /** Undefined when the input is empty. */
    optional(name) {
        const value = this.string(name);
        return value === "" ? undefined : value;
    }
    required(name, example) {
        const value = this.string(name);
        if (value === "")
            this.problem(name, `is missing; write, for example, ${quote(`${name}: ${example}`)}`);
        return value;
    }
    /** `true`, `True`, `TRUE`, `false`, `False` or `FALSE` (YAML 1.2 core schema). */
    boolean(name, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (!/^(?:false|False|FALSE)$/.test(value))
            this.wrong(name, value, "`true` or `false`");
        return false;
    }
    integer(name, range, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
        if (number >= range.min && number <= range.max)
            return number;
        this.wrong(name, value, `a whole number from ${range.min} to ${range.max}`);
        return fallback;
    }
    /** `80`, `80.5` or `80.5%`, from 0 to 100, exactly as written. */
    percentage(name) {
        return this.#decimal(name, /\s*%$/, "a percentage from 0 to 100 such as `80` or `80.5`");
    }
    /** `0.5`, `0.5pp` or `0.5 points`: a difference of two percentages, from 0 to 100. */
    percentagePoints(name) {
        return this.#decimal(name, /\s*(?:pp|%|points?)$/, "percentage points from 0 to 100 such as `0` or `0.5`");
    }
    enumeration(name, values, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        if (values.includes(value))
            return value;
        const near = nearest(value, values);
        this.wrong(name, value, near === undefined ? `one of ${values.join(", ")}` : `${quote(near)} (one of ${values.join(", ")})`);
        return fallback;
    }
    /** `90s`, `5m`, `1h30m`, `250ms`. @returns milliseconds. */
    duration(name, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,9})s)?\s*(?:(\d{1,9})ms)?$/.exec(value);
        if (match === null) {
            this.wrong(name, value, "a duration such as `90s`, `5m` or `1h30m`");
            return fallback;
        }
        const [hours, minutes, seconds, milliseconds] = match.slice(1).map((part) => Number(part ?? 0));
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    }
    /** One item a line. Blank lines and lines that begin with `#` do not count; an item in quotes is taken literally. */
    list(name) {
        return this.string(name)
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== "" && !line.startsWith("#"))
            .map((line) => /^"(.*)"$|^'(.*)'$/
            .exec(line)
            ?.slice(1)
            .find((part) => part !== undefined) ?? line);
    }
    /** An input that now has another name: set, it is an error that says the new one, instead of being ignored. */
    renamed(oldName, newName) {
        if (this.string(oldName) !== "")
            this.problem(oldName, `is now called ${quote(newName)}; rename it in the workflow`);
    }
    /** At most one of these inputs may be set. */
    exclusive(...names) {
        const set = names.filter((name) => this.string(name) !== "");
        if (set.length > 1)
            this.#problems.push(`inputs ${set.map(quote).join(" and ")} exclude each other; set only one of them`);
    }
    /** A problem with one input that only the action itself can see. */
    problem(name, text) {
        this.#problems.push(`input ${quote(name)} ${text}`);
    }
    /** A value that cannot be used, and what to write instead. */
    wrong(name, found, expected) {
        this.problem(name, `is ${quote(found)}; write ${expected}`);
    }
    /** Inputs that nobody asked for but that look like a typing error of one that was: complete once every input was read. */
    get warnings() {
        const known = [...this.#known];
        return Object.keys(this.#environment)
            .filter((key) => key.startsWith("INPUT_") && !this.#known.has(key))
            .flatMap((key) => {
            const near = nearest(key, known);
            return near === undefined
                ? []
                : [`there is no input ${quote(inputName(key))}; did you mean ${quote(inputName(near))}?`];
        });
    }
    /** @throws UserErrors with everything that is wrong with the inputs, one line each. */
    finish() {
        if (this.#problems.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .tQ(this.#problems);
    }
    #decimal(name, unit, expected) {
        const value = this.string(name);
        if (value === "")
            return undefined;
        const decimal = (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDecimal */ .$)(value.replace(unit, ""));
        if (decimal !== undefined && (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .compareDecimals */ .Y)(decimal, HUNDRED) <= 0)
            return decimal;
        this.wrong(name, value, expected);
        return undefined;
    }
}
const HUNDRED = { text: "100", numerator: 100n, denominator: 1n };
/** The runner upper-cases a name and turns blanks into `_`; hyphens stay (actions/runner, Handler.cs). */
function environmentName(input) {
    return `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;
}
function inputName(key) {
    return key.slice("INPUT_".length).toLowerCase();
}
const MAX_QUOTED = 60;
/** Something that was found, on one line and not endless. */
function quote(text) {
    const line = (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .revealInvisible */ .hR)(text.replace(/\s+/g, " "));
    return `\`${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 3)}...` : line}\``;
}
/** The one of some words that is at most two edits away, if any. */
function nearest(word, words) {
    let best;
    let bestDistance = 3;
    for (const candidate of words) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance && distance < candidate.length / 2) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Levenshtein. */
function editDistance(a, b) {
    if (Math.abs(a.length - b.length) > 2)
        return 3;
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            row.push(Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
        }
        previous = row;
    }
    return previous[b.length];
}


/***/ }),

/***/ 6453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R3: () => (/* binding */ runProcess),
/* harmony export */   ZG: () => (/* binding */ endLiveProcesses),
/* harmony export */   fZ: () => (/* binding */ ProcessLimitError)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/** It took too long, or wrote too much, and was ended with its whole group. */
class ProcessLimitError extends Error {
    name = "ProcessLimitError";
    limit;
    constructor(limit, message) {
        super(message);
        this.limit = limit;
    }
}
/** How much of standard error is kept for messages. */
const STDERR_BYTES = 64_000;
const DEFAULT_TIMEOUT = 10 * 60_000;
/** What a program that has ended wrote is read by then, even on a busy machine; who still holds its pipes left its group. */
const PIPE_GRACE = 2000;
/** Runs a program with an argument list, never through a shell. Resolves whatever its exit code is; rejects when it cannot be started or takes too long. */
function runProcess(program, args, options) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            cwd: options.cwd,
            env: options.environment,
            stdio: ["ignore", "pipe", "pipe"],
            // A group of its own, so that a timeout ends its children too.
            detached: process.platform !== "win32",
        });
        const stdout = [];
        let stdoutBytes = 0;
        let stderr = Buffer.alloc(0);
        live.add(child.pid);
        const closePipes = () => {
            child.stdout.destroy();
            child.stderr.destroy();
        };
        const stop = (limit, what) => {
            killGroup(child.pid);
            // Else somebody who left the group, and holds a pipe, would keep this process from ending.
            closePipes();
            reject(new ProcessLimitError(limit, `${program} ${args[0] ?? ""} ${what} and was ended`));
        };
        const timeout = options.timeout ?? DEFAULT_TIMEOUT;
        let grace;
        const timer = setTimeout(() => stop("time", `took longer than ${timeout / 1000} s`), timeout);
        child.stdout.on("data", (chunk) => {
            stdoutBytes += chunk.length;
            if (stdoutBytes <= (options.maxOutput ?? Number.POSITIVE_INFINITY))
                stdout.push(chunk);
            else
                stop("output", `wrote more than ${(options.maxOutput ?? 0) / 1_000_000} MB`);
        });
        child.stderr.on("data", (chunk) => {
            stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES);
        });
        child.on("error", (cause) => {
            clearTimeout(timer);
            live.delete(child.pid);
            reject(new Error(`${program} cannot be started`, { cause }));
        });
        // "close" waits for everyone who holds the pipes, "exit" does not.
        child.on("exit", () => {
            if (options.endsGroup !== true)
                return;
            killGroup(child.pid);
            grace = setTimeout(closePipes, PIPE_GRACE);
        });
        child.on("close", (code, signal) => {
            clearTimeout(timer);
            clearTimeout(grace);
            live.delete(child.pid);
            resolve({
                exitCode: code ?? (signal === null ? 1 : 128),
                stdout: Buffer.concat(stdout),
                stderr: stderr.toString().trim(),
                signal: signal ?? undefined,
            });
        });
    });
}
/** Leaders of the groups that run now. */
const live = new Set();
/** Ends every process that `runProcess` started and that still runs, with its group: for a run that is cancelled. */
function endLiveProcesses() {
    for (const pid of live)
        killGroup(pid);
}
function killGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
    }
    catch {
        // Already gone.
    }
}


/***/ }),

/***/ 2939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prose)
/* harmony export */ });
/** Our own sentences set names between backticks; whatever a name holds, each half stays plain text or a code span. */
function prose(sentence) {
    return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}


/***/ }),

/***/ 5124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ MAX_WHOLE_BYTES),
/* harmony export */   d: () => (/* binding */ joinChunks)
/* harmony export */ });
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);

/** V8's longest string is 2^29 - 24 characters; a report format that needs the whole text ends below it. */
const MAX_WHOLE_BYTES = 500_000_000;
/** All chunks as one array, for formats that cannot be read piece by piece. */
function joinChunks(chunks) {
    const copies = [];
    let length = 0;
    for (const chunk of chunks) {
        length += chunk.length;
        if (length > MAX_WHOLE_BYTES) {
            throw new _report_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportError */ .$(`the report is larger than ${MAX_WHOLE_BYTES / 1_000_000} MB; split it`);
        }
        // Not `slice`: a Buffer's is a view of memory that the caller may use again.
        copies.push(new Uint8Array(chunk));
    }
    if (copies.length === 1)
        return copies[0];
    const whole = new Uint8Array(length);
    let at = 0;
    for (const copy of copies) {
        whole.set(copy, at);
        at += copy.length;
    }
    return whole;
}


/***/ }),

/***/ 4164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ JsonValue),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _chunks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5124);
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8439);



/** JSON.parse recurses: a file of a million brackets would end the process instead of the report. */
const MAX_DEPTH = 200;
/** A whole report as JSON. @throws ReportError naming where it stops being JSON. */
function parseJson(chunks) {
    const bytes = (0,_chunks_js__WEBPACK_IMPORTED_MODULE_1__/* .joinChunks */ .d)(chunks);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    const text = new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder(encoding).decode(bytes);
    // In UTF-16 half of a letter may look like a quote or a bracket.
    checkDepth(encoding === "utf-8" ? bytes : new TextEncoder().encode(text));
    try {
        return new JsonValue(JSON.parse(text), "");
    }
    catch (error) {
        const message = error.message;
        const position = /at position (\d+)/.exec(message)?.[1];
        if (/Unexpected end|Unterminated/.test(message) || Number(position) >= text.length) {
            throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReportError */ .$(`ends early, after ${bytes.length} bytes: the report was cut off`);
        }
        throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReportError */ .$(`is no JSON: ${message.slice(0, 160).replace(/\s+/g, " ")}`);
    }
}
function checkDepth(bytes) {
    let depth = 0;
    let inString = false;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (inString) {
            if (byte === 0x5c)
                at++;
            else if (byte === 0x22)
                inString = false;
        }
        else if (byte === 0x22)
            inString = true;
        else if (byte === 0x5b || byte === 0x7b) {
            if (++depth > MAX_DEPTH)
                throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReportError */ .$(`nests JSON more than ${MAX_DEPTH} deep, at byte ${at}`);
        }
        else if (byte === 0x5d || byte === 0x7d)
            depth--;
    }
}
/** A value of a report and where it stands in it, so that a wrong shape is named by its place: `files[3].segments`. */
class JsonValue {
    raw;
    #path;
    constructor(raw, path) {
        this.raw = raw;
        this.#path = path;
    }
    get isMissing() {
        return this.raw === undefined || this.raw === null;
    }
    get isObject() {
        return typeof this.raw === "object" && this.raw !== null && !Array.isArray(this.raw);
    }
    get isList() {
        return Array.isArray(this.raw);
    }
    /** A member of an object; missing when there is none of its own (never one of the prototype). */
    get(key) {
        const object = this.raw;
        const has = this.isObject && Object.hasOwn(object, key);
        return new JsonValue(has ? object[key] : undefined, this.#path === "" ? key : `${this.#path}.${key}`);
    }
    /** The members of an object; `__proto__` is a name like any other. */
    *entries() {
        if (!this.isObject)
            throw this.not("an object");
        for (const [key, value] of Object.entries(this.raw))
            yield [key, new JsonValue(value, `${this.#path}[${JSON.stringify(key)}]`)];
    }
    *items() {
        const list = this.list();
        for (let at = 0; at < list.length; at++)
            yield new JsonValue(list[at], `${this.#path}[${at}]`);
    }
    list() {
        if (!Array.isArray(this.raw))
            throw this.not("a list");
        return this.raw;
    }
    text() {
        if (typeof this.raw !== "string")
            throw this.not("a string");
        return this.raw;
    }
    number() {
        if (typeof this.raw !== "number")
            throw this.not("a number");
        return this.raw;
    }
    /** The error for a value of another shape. */
    not(expected) {
        const found = this.raw === undefined ? "missing" : JSON.stringify(this.raw).slice(0, 40);
        return new _report_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReportError */ .$(`${this.#path === "" ? "its content" : `\`${this.#path}\``} is not ${expected} but ${found}`);
    }
}


/***/ }),

/***/ 8439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ ReportError)
/* harmony export */ });
/**
 * A coverage report that cannot be used as it is. The message is one line, without the file's name: the caller knows it. What it quotes
 * of the report is untrusted.
 */
class ReportError extends Error {
    name = "ReportError";
    constructor(message, options) {
        super(message.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, MAX_CHARACTERS), options);
    }
}
/** What a report holds can be endless; what is said of it is not. */
const MAX_CHARACTERS = 500;


/***/ })

};
