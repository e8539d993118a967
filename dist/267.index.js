export const id = 267;
export const ids = [267];
export const modules = {

/***/ 5267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Git: () => (/* binding */ Git)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/environment.js
/** What any program may need of the machine: where things are, its language, and the way to the network. */
const OF_THE_MACHINE = new RegExp(`^(?:${[
    "PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|TMP|TEMP|XDG_[A-Z_]+",
    "LANG|LANGUAGE|LC_[A-Z]+|TZ",
    "SSL_CERT_(?:FILE|DIR)|(?:https?|all|no)_proxy",
    "SystemRoot|ComSpec|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE",
].join("|")})$`, "i");
/**
 * An environment by allow-list: what any program may need, and what `pattern` names. Nothing of the runner's is in it:
 * inputs, state, tokens and the paths of its command files stay with us.
 *
 * @param pattern matches whole names.
 */
function pickEnvironment(environment, pattern) {
    const isAllowed = (name) => OF_THE_MACHINE.test(name) || pattern.test(name);
    return Object.fromEntries(Object.entries(environment).filter(([name]) => isAllowed(name)));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js
var process = __webpack_require__(5187);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/git-process.js


/**
 * Settings that a checked-out repository must not choose for us: it may come from a fork. They go by environment, which
 * outranks the repository's own configuration and never appears in a process list.
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
/**
 * How people reach a remote, and where git lies. Nothing that leads git elsewhere (`GIT_DIR`) or changes an answer
 * (`GIT_DIFF_OPTS`).
 */
const GIT_VARIABLES = new RegExp(`^(?:${[
    "GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|SSL_[A-Z_]+|PROXY_[A-Z_]+|HTTP_[A-Z_]+)",
    "GIT_(?:EXEC_PATH|CEILING_DIRECTORIES|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM)",
    "GIT_(?:CURL_VERBOSE|TRACE[0-9A-Z_]*)",
    "SSH_(?:AUTH_SOCK|AGENT_PID|ASKPASS)",
].join("|")})$`);
/** Runs git in one directory, with our settings only, and with credentials if it talks to a remote. */
class GitProcess {
    directory;
    #environment;
    #credentials;
    #debug;
    constructor(directory, options) {
        this.directory = directory;
        this.#credentials = options.credentials;
        this.#debug = options.debug;
        this.#environment = {
            ...pickEnvironment(options.environment, GIT_VARIABLES),
            ...settingsEnvironment(SETTINGS),
        };
    }
    /** Whatever its exit code is. */
    run(args) {
        return this.#start(args, { environment: this.#processEnvironment() });
    }
    /** @throws Error with the last line that git printed. */
    async output(args) {
        const { exitCode, stdout, stderr } = await this.run(args);
        if (exitCode !== 0)
            throw new Error(`git ${args[0]} failed with exit code ${exitCode}: ${lastLine(stderr)}`);
        return stdout;
    }
    /** A command that may talk to a remote. */
    async runRemote(args, timeout) {
        return this.#start(args, {
            environment: { ...this.#processEnvironment(), ...(await this.#credentialEnvironment()) },
            ...(timeout !== undefined && { timeout }),
        });
    }
    async #start(args, options) {
        const start = performance.now();
        const result = await (0,process/* runProcess */.R)("git", args, { ...options, cwd: this.directory });
        this.#debug?.(`git ${args.join(" ")}: exit code ${result.exitCode}, ${Math.round(performance.now() - start)} ms`);
        return result;
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

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/listing.js
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

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/git.js



/** How a shallow clone is deepened, step by step, before its whole history is fetched. */
const DEEPEN_STEPS = [50, 200, 1000];
/** Listing refs is one round trip. */
const LIST_TIMEOUT = 60_000;
/** Git in one directory. Every revision follows `--end-of-options`, every path follows `--`. */
class Git {
    #process;
    constructor(directory, options) {
        this.#process = new GitProcess(directory, options);
    }
    /** The top folder of the work tree. @throws UserError outside a repository. */
    async root() {
        const { exitCode, stdout, stderr } = await this.#process.run(["rev-parse", "--show-toplevel"]);
        if (exitCode === 0)
            return stdout.toString().replace(/\n$/, "");
        throw new user_error/* UserError */.y(`${this.#process.directory} is not in a git repository (${lastLine(stderr)}); put actions/checkout before this step`);
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
    /** The commit that a revision names; undefined if this clone has none. */
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
    /** The commit itself and its ancestors along first parents, newest first, as far as this clone has the history. */
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
    /** Whether a commit is the other one or one of its ancestors; undefined if this clone cannot tell. */
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
        // Beyond the border of a shallow clone there may be more.
        return exitCode === 1 && !(await this.isShallow()) ? false : undefined;
    }
    /** Every tag in this clone, with the commit that it leads to. */
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
    /** Branches and tags of a remote; undefined if it does not answer. @param remote its name or address. */
    async remoteRefs(remote) {
        const args = ["ls-remote", "--heads", "--tags", "--quiet", "--end-of-options", remote];
        const { exitCode, stdout } = await this.#process.runRemote(args, LIST_TIMEOUT);
        return exitCode === 0 ? parseRemoteRefs(stdout.toString()) : undefined;
    }
    async hasRemote(name) {
        return (await this.#process.run(["config", "--get", `remote.${name}.url`])).exitCode === 0;
    }
    /** Branches of a remote as this clone last saw them, or the clone's own branches if there are none. */
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
     * Commits in `head` but not in `base` (undefined: all of them), newest first, as far as this clone has them.
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
    /** Commits in `head` but not in `base`, parents before children, as far as this clone has the history. */
    async commitsBetween(base, head) {
        return this.#log(["--reverse", "--topo-order"], head, [`^${base}`]);
    }
    /** The names in the top folder of a commit. */
    async rootEntries(sha) {
        const output = await this.#process.output(["ls-tree", "-z", "--name-only", "--full-tree", "--end-of-options", sha]);
        return output
            .toString()
            .split("\0")
            .filter((name) => name !== "");
    }
    /** A file of a commit; undefined if the commit has no file at this path. */
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
     * The raw bytes of the diff between two commits, without context lines and with renames detected. Every file is
     * diffed as text: otherwise a pull request could hide its lines with its own `.gitattributes`.
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
    /** Paths that differ between two commits, relative to the top folder; a renamed file counts as two. */
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
    /** Checks a commit out into a new folder that shares this repository's objects. The folder must not exist. */
    async addWorktree(folder, sha) {
        // A partial clone fetches the files of the commit only now.
        const args = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, sha];
        const result = await this.#process.runRemote(args);
        if (result.exitCode !== 0)
            throw new Error(`git worktree add failed with exit code ${result.exitCode}: ${lastLine(result.stderr)}`);
    }
    /** Forgets the worktrees whose folders are gone. */
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
    /**
     * Whether the checkout left credentials in its configuration, where every process in the repository can read them.
     */
    async hasStoredCredentials() {
        const { exitCode } = await this.#process.run(["config", "--get-regexp", "^http\\..*\\.extraheader$"]);
        return exitCode === 0;
    }
    async isShallow() {
        return (await this.#process.output(["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
    }
    /** Fetches one commit, with its tree but without its history. @returns whether this clone has it now. */
    async fetchCommit(sha) {
        if ((await this.resolve(sha)) !== undefined)
            return true;
        await this.#fetch(["--depth=1", "--filter=blob:none", "--end-of-options", "origin", sha]);
        return (await this.resolve(sha)) !== undefined;
    }
    /**
     * Fetches older history of a shallow clone, going further each time, until `look` has found enough or there is no
     * more.
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

/***/ 5187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess),
/* harmony export */   f: () => (/* reexport safe */ _lifetime_js__WEBPACK_IMPORTED_MODULE_2__.fZ)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var _lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4870);
/* harmony import */ var _tail_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(286);





/** More output than this is not data but an accident. */
const DEFAULT_MAX_OUTPUT = 500_000_000;
/**
 * Runs a program for its output, never through a shell, in a process group that ends with it. Programs whose output
 * people watch run by `runLiveProcess`; this one uses `spawn` itself, since a measured program must start as its
 * command says and its output is data.
 *
 * @returns whatever its exit code is.
 * @throws ProcessLimitError when it takes too long or writes too much, Error with a cause when it cannot be started.
 */
function runProcess(program, args, options) {
    const { cwd, environment, input, maxOutput = DEFAULT_MAX_OUTPUT } = options;
    const name = [program, ...args.slice(0, 1)].join(" ");
    const lifetime = new _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .Lifetime */ .iR(name, options);
    return lifetime.run(async () => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            cwd,
            env: environment,
            stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
            // A group of its own.
            detached: process.platform !== "win32",
        });
        const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close").catch((cause) => {
            throw new Error(`${program} cannot be started`, { cause });
        });
        if (child.pid === undefined)
            await closed;
        lifetime.watch(child, input);
        const stdout = [];
        let bytes = 0;
        const stderr = new _tail_js__WEBPACK_IMPORTED_MODULE_3__/* .Tail */ .P();
        child.stdout?.on("data", (chunk) => {
            bytes += chunk.length;
            if (bytes <= maxOutput)
                stdout.push(chunk);
            else
                lifetime.stop(new _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .ProcessLimitError */ .fZ("output", `${name} wrote more than ${maxOutput / 1_000_000} MB and was ended`));
        });
        child.stderr?.on("data", (chunk) => stderr.add(chunk));
        await closed;
        return { ...(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .processEnd */ .rw)(child), stdout: Buffer.concat(stdout), stderr: stderr.bytes.toString().trim() };
    });
}


/***/ }),

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Tail)
/* harmony export */ });
/** The end of some output, for messages. */
class Tail {
    #maxBytes;
    #bytes = Buffer.alloc(0);
    constructor(maxBytes = 64_000) {
        this.#maxBytes = maxBytes;
    }
    add(chunk) {
        this.#bytes = Buffer.concat([this.#bytes, chunk]).subarray(-this.#maxBytes);
    }
    get bytes() {
        return this.#bytes;
    }
}


/***/ })

};
