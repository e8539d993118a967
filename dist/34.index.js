export const id = 34;
export const ids = [34];
export const modules = {

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Git: () => (/* binding */ Git)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js + 2 modules
var process_process = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/environment.js
var process_environment = __webpack_require__(4959);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/git-environment.js

const NONE = /^$/;
/** The way to a remote: agents that hold keys, and certificates of a company's own. Nothing here names a program. */
const WAY_TO_A_REMOTE = /^(?:SSH_(?:AUTH_SOCK|AGENT_PID)|GIT_SSL_(?:CAINFO|CAPATH|CERT|KEY))$/;
/**
 * What every git of ours gets beside the machine's own variables. No `GIT_*` is inherited: such variables lead git to
 * another repository (`GIT_DIR`), change answers (`GIT_EXTERNAL_DIFF`), run programs (`GIT_SSH_COMMAND`) or write files
 * (`GIT_TRACE`).
 */
const OURS = {
    LC_ALL: "C",
    // Earlier steps write to the user's configuration. What counts comes from `settings.ts`.
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    // Replace refs and grafts make git show other parents and contents than a commit has.
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_LITERAL_PATHSPECS: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // An empty one also outranks `core.askPass`, which names a program.
    GIT_ASKPASS: "",
    GIT_PAGER: "cat",
};
/** For questions about the clone: no credentials, no way to the network. */
function localEnvironment(environment) {
    return {
        ...(0,process_environment.pickEnvironment)(environment, NONE),
        ...OURS,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_NO_LAZY_FETCH: "1",
        // Git before 2.44 does not know the variable above, but no git uses a protocol that is not allowed.
        GIT_ALLOW_PROTOCOL: "none",
    };
}
/**
 * For talking to a remote. The machine's configuration (`/etc/gitconfig`) counts, where administrators set proxies and
 * certificates.
 *
 * @param protocol the only one that git may use.
 */
function remoteEnvironment(environment, protocol) {
    return {
        ...(0,process_environment.pickEnvironment)(environment, WAY_TO_A_REMOTE),
        ...OURS,
        GIT_ALLOW_PROTOCOL: protocol,
        // Outranks `core.sshCommand`.
        GIT_SSH_COMMAND: "ssh",
        GIT_SSH_VARIANT: "ssh",
    };
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/settings.js
/**
 * Settings that a clone must not choose for us: it may come from a fork, and earlier steps may have changed it. They go
 * by environment, which outranks every configuration file and never appears in a process list.
 */
const SETTINGS = [
    // The workspace of a container job belongs to another user (actions/checkout#766).
    ["safe.directory", "*"],
    // Programs.
    ["core.fsmonitor", "false"],
    ["core.hooksPath", "/dev/null"],
    ["core.alternateRefsCommand", ":"],
    ["protocol.ext.allow", "never"],
    // What answers look like.
    ["core.quotePath", "false"],
    ["core.bigFileThreshold", "512m"],
    ["core.abbrev", "auto"],
    ["diff.renameLimit", "5000"],
    // Which answers are right: a commit graph can be forged, and authors can be mapped to others.
    ["core.commitGraph", "false"],
    ["mailmap.file", "/dev/null"],
    ["mailmap.blob", ""],
    ["core.checkStat", "default"],
    ["core.trustctime", "true"],
    ["core.untrackedCache", "false"],
    // What a checkout writes.
    ["core.attributesFile", "/dev/null"],
    ["core.autocrlf", "false"],
    ["core.eol", "lf"],
    ["core.sparseCheckout", "false"],
    ["core.sparseCheckoutCone", "false"],
    ["core.protectHFS", "true"],
    ["core.protectNTFS", "true"],
    ["submodule.recurse", "false"],
    ...(process.platform === "win32" ? [] : [["core.symlinks", "true"]]),
    // What a fetch does beside fetching.
    ["fetch.prune", "false"],
    ["fetch.pruneTags", "false"],
    ["fetch.writeCommitGraph", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
];
/** Settings as the environment of a process. */
function settingsEnvironment(settings) {
    const environment = { GIT_CONFIG_COUNT: String(settings.length) };
    for (const [at, [key, value]] of settings.entries()) {
        environment[`GIT_CONFIG_KEY_${at}`] = key;
        environment[`GIT_CONFIG_VALUE_${at}`] = value;
    }
    return environment;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/git-process.js





/** Runs git in one directory, with our settings only. Here it has no credentials and cannot reach the network. */
class GitProcess {
    directory;
    #environment;
    #debug;
    constructor(directory, options) {
        this.directory = directory;
        this.#debug = options.debug;
        this.#environment = localEnvironment(options.environment);
    }
    /** Whatever its exit code is. @param settings count beside ours. */
    run(args, settings = []) {
        return this.start(args, {
            environment: { ...this.#environment, ...settingsEnvironment([...SETTINGS, ...settings]) },
        });
    }
    /** @throws Error with the last line that git printed. */
    async output(args) {
        const result = await this.run(args);
        if (result.exitCode !== 0)
            throw gitError(args[0] ?? "", result);
        return result.stdout;
    }
    /**
     * @param shown the command line in the debug log, where that is another one.
     * @throws UserError when there is no git, or no such directory.
     */
    async start(args, options, shown = args.join(" ")) {
        const start = performance.now();
        const cwd = options.cwd ?? this.directory;
        const result = await (0,process_process.runProcess)("git", args, { ...options, cwd }).catch((error) => {
            throw startError(error, cwd) ?? error;
        });
        this.#debug?.(`git ${shown}: exit code ${result.exitCode}, ${Math.round(performance.now() - start)} ms`);
        return result;
    }
}
/** Why git cannot be started, if that is up to the user. */
function startError(error, directory) {
    const { code } = (error instanceof Error ? (error.cause ?? {}) : {});
    if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EACCES")
        return undefined;
    if (!(0,external_node_fs_.existsSync)(directory))
        return new user_error/* UserError */.y(`the folder ${directory} does not exist; put actions/checkout before this step`);
    if (!(0,external_node_fs_.statSync)(directory).isDirectory())
        return new user_error/* UserError */.y(`${directory} is a file, and a folder is needed`);
    if (code === "EACCES")
        return new user_error/* UserError */.y(`git cannot be started in ${directory}: permission denied; may this user read the folder?`);
    return new user_error/* UserError */.y("git is not on the PATH; install it on the runner, or in the image of the job's container");
}
/** What a machine refuses, in the words of strerror(3). */
const OF_THE_MACHINE = /No space left on device|Disk quota exceeded|Read-only file system|Permission denied|Operation not permitted|Input\/output error|Too many open files|Cannot allocate memory/;
/** A failed command, by the last line that git printed. What the machine refuses is the user's to mend. */
function gitError(command, { exitCode, stderr }) {
    const message = `git ${command} failed with exit code ${exitCode}: ${lastLine(stderr)}`;
    const reason = OF_THE_MACHINE.exec(stderr)?.[0];
    if (reason === undefined)
        return new Error(message);
    return new user_error/* UserError */.y(message.includes(reason) ? message : `${message} (${reason})`);
}
function lastLine(text) {
    return text.trim().split("\n").at(-1) ?? "";
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/checkout.js




/** Attributes that change what a file holds when it is checked out. */
const CHANGES_CONTENT = /\s-?(?:text|eol|crlf|ident|working-tree-encoding)(?:[\s=]|$)/m;
/**
 * Checks a commit out into a new folder that shares a clone's objects, without hooks and without the programs that the
 * clone names for its files: filters such as Git LFS leave what the commit itself holds.
 *
 * @param folder must not exist.
 */
async function addWorktree(git, transport, folder, sha) {
    await refuseOwnAttributes(git);
    const args = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, sha];
    // A partial clone fetches the files of the commit only now.
    const result = await transport.runWithMissingFiles(args, await disabledFilters(git));
    if (result.exitCode !== 0)
        throw gitError("worktree add", result);
}
/** A filter without a process is run by git as one that changes nothing, whatever else it names. */
async function disabledFilters(git) {
    const { stdout } = await git.run(["config", "--includes", "--name-only", "-z", "--get-regexp", "^filter\\."]);
    const keys = stdout.toString().split("\0");
    const names = new Set(keys.filter((key) => key !== "").map((key) => key.slice(0, key.lastIndexOf("."))));
    return [...names].flatMap((name) => [
        [`${name}.process`, ""],
        [`${name}.required`, "false"],
    ]);
}
/** `info/attributes` belongs to the clone, not to a commit, and git has no way to leave it out. */
async function refuseOwnAttributes(git) {
    const { exitCode, stdout } = await git.run(["rev-parse", "--git-path", "info/attributes"]);
    if (exitCode !== 0)
        return;
    const path = (0,external_node_path_.resolve)(git.directory, stdout.toString().replace(/\n$/, ""));
    let text;
    try {
        text = (0,file_content/* readFile */.TA)(path).toString();
    }
    catch {
        return;
    }
    if (!CHANGES_CONTENT.test(text.replace(/^\s*#.*$/gm, "")))
        return;
    throw new user_error/* UserError */.y(`${path} changes what git checks out, and no commit says so; remove it`);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/diff-options.js
/** Every option that configuration, attributes or the working directory could choose otherwise. */
const FIXED = [
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--diff-algorithm=myers",
    "--indent-heuristic",
    "--submodule=short",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "-O/dev/null",
];
/**
 * For the changed lines of two commits: no context, renames detected, every file as text. Otherwise a pull request could
 * hide its lines with its own `.gitattributes`.
 */
const PATCH_OPTIONS = [
    ...FIXED,
    "--patch",
    "--unified=0",
    "--inter-hunk-context=0",
    "--text",
    "--find-renames=50%",
    "--ignore-submodules=all",
];
/** For the paths that differ: a renamed file counts as two, a submodule by its commit. */
const PATHS_OPTIONS = [...FIXED, "--name-only", "--no-renames", "-z", "--ignore-submodules=none"];
/** For the paths that differ, with those that were moved: each by its status. A submodule differs by its commit. */
const CHANGES_OPTIONS = [...FIXED, "--name-status", "--find-renames=50%", "-z", "--ignore-submodules=none"];

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
/** What `git ls-tree -z` lists, with or without `-l`. Pure. */
function parseTree(listing) {
    return listing
        .split("\0")
        .filter((entry) => entry !== "")
        .map((entry) => {
        const tab = entry.indexOf("\t");
        const [mode = "", type = "", id = "", size = ""] = entry.slice(0, tab).split(/ +/);
        return { mode, type, id, size: size === "" ? Number.NaN : Number(size), path: entry.slice(tab + 1) };
    });
}
/** A name that is not UTF-8 is read with this in it, and then stands for several names. */
const NOT_A_CHARACTER = "\ufffd";
/** What `git diff --name-status -z` lists. Pure. */
function parseChanges(listing) {
    const paths = [];
    const renames = new Map();
    const fields = listing.split("\0");
    // The last one ends the list.
    for (let at = 0; at < fields.length - 1;) {
        const status = fields[at++];
        const path = fields[at++] ?? "";
        paths.push(path);
        if (!/^[RC]/.test(status))
            continue;
        const other = fields[at++] ?? "";
        paths.push(other);
        if (status.startsWith("R") && ![path, other].some((name) => name.includes(NOT_A_CHARACTER)))
            renames.set(path, other);
    }
    return { paths, renames };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/remote-address.js

/**
 * Reads an address as git would, without any rewriting.
 *
 * @param directory for relative paths.
 * @returns undefined for what is no address, and for protocols that run programs or are not safe (`ext::`, `git://`).
 */
function parseAddress(text, directory) {
    if (text === "" || text.startsWith("-") || /[\u0000-\u001f]/.test(text))
        return undefined;
    const [, protocol] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
    switch (protocol?.toLowerCase()) {
        case "https":
        case "http":
        case "file":
        case "ssh":
            return { url: text, protocol: protocol.toLowerCase() };
        case undefined:
            break;
        default:
            return undefined;
    }
    if ((0,external_node_path_.isAbsolute)(text) || /^\.{1,2}\//.test(text))
        return { url: (0,external_node_path_.resolve)(directory, text), protocol: "file" };
    // `git@github.com:org/repo.git`; a helper's address has two colons. A host cannot be an option of ssh.
    return /^[\w.][\w.@-]*:(?!:)/.test(text) ? { url: text, protocol: "ssh" } : undefined;
}
/** `AUTHORIZATION: basic ...`, as actions/checkout leaves it. Nothing else is taken over from a clone's configuration. */
function isAuthorization(header) {
    return /^authorization: (?:basic|bearer) [\w+/=.~-]+$/i.test(header);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/transport.js





/** Settings of `http.*` that a clone may have: the header of actions/checkout, and what only changes the speed. */
const HARMLESS_HTTP = /\.(?:extraheader|postbuffer|version|useragent|lowspeedlimit|lowspeedtime|maxrequests|minsessions|keepalive\w*)$/;
/**
 * Git that talks to a remote, so that nothing in the clone decides with whom and how:
 *
 * - git gets a made-up name, and one `url.*.insteadOf` from us that leads from it to the address. Git takes the longest
 *   match and rewrites once, so no `insteadOf`, `remote.*` or `.git/remotes` of the clone can match.
 * - only the address's own protocol is allowed, and programs that a clone can name are replaced (ssh, helpers).
 * - credentials are for this one address, and for this one process.
 * - transport settings of the clone (`http.proxy`, `http.sslVerify`) cannot be outranked one by one: they are refused.
 */
class Transport {
    #git;
    #options;
    /** Cannot be guessed, so nobody prepared a configuration for it. */
    #name = `jessy-${(0,external_node_crypto_.randomUUID)()}://remote`;
    constructor(git, options) {
        this.#git = git;
        this.#options = options;
    }
    /** @param remote `origin`, or an address. @returns undefined when there is no such remote, or no safe way to it. */
    async address(remote) {
        const { directory } = this.#git;
        if (remote !== "origin")
            return parseAddress(remote, directory);
        if (this.#options.origin !== undefined)
            return parseAddress(this.#options.origin, directory);
        const { exitCode, stdout } = await this.#git.run(["config", "--get-all", "-z", "remote.origin.url"]);
        return exitCode === 0 ? parseAddress(stdout.toString().split("\0")[0] ?? "", directory) : undefined;
    }
    /** Lists refs. It happens outside of the clone, whose configuration then has no say at all. */
    async list(remote, options, timeout) {
        const address = await this.address(remote);
        if (address === undefined)
            return undefined;
        const args = ["ls-remote", "--quiet", "--upload-pack=git-upload-pack", ...options, "--end-of-options", this.#name];
        const environment = { ...(await this.#environment(address)), GIT_DIR: "/dev/null" };
        return this.#git.start(args, { environment, timeout, cwd: "/" }, this.#shown(args));
    }
    /**
     * Fetches without tags, submodules and their files (blobs), which git gets when it needs them.
     *
     * @returns whether it did.
     */
    async fetch(remote, options, refspecs) {
        const address = await this.address(remote);
        if (address === undefined)
            return false;
        const fixed = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--filter=blob:none"];
        const result = await this.#inClone(address, [
            "fetch",
            ...fixed,
            "--upload-pack=git-upload-pack",
            ...options,
            "--end-of-options",
            this.#name,
            ...refspecs,
        ]);
        const isDone = result.exitCode === 0;
        await this.#renamePromisor(isDone ? (remote === "origin" ? "origin" : address.url) : undefined);
        return isDone;
    }
    /** Runs a command that may need files which a partial clone has left on the remote. */
    async runWithMissingFiles(args, settings = []) {
        const address = (await this.#isPartial()) ? await this.address("origin") : undefined;
        if (address === undefined)
            return this.#git.run(args, settings);
        return this.#inClone(address, args, [...settings, [`remote.${this.#name}.promisor`, "true"]]);
    }
    async #inClone(address, args, settings = []) {
        await this.#refuseForeignSettings();
        const environment = await this.#environment(address, settings);
        return this.#git.start(args, { environment }, this.#shown(args));
    }
    /** The made-up name says nothing to people, and an address may hold a password. */
    #shown(args) {
        return args.join(" ").replace(this.#name, "(remote)");
    }
    async #environment(address, settings = []) {
        const { url, protocol } = address;
        return {
            ...remoteEnvironment(this.#options.environment, protocol),
            ...settingsEnvironment([
                ...SETTINGS,
                [`url.${url}.insteadOf`, this.#name],
                // An empty value forgets the helpers that were named before, whichever they are.
                ["credential.helper", ""],
                [`credential.${url}.helper`, ""],
                ["fetch.bundleURI", ""],
                ["transfer.bundleURI", "false"],
                ...settings,
                ...(protocol === "https" || protocol === "http" ? await this.#authorization(url) : []),
            ]),
        };
    }
    /** actions/checkout leaves an authorization header in the configuration; without one, ours is used. */
    async #authorization(url) {
        const header = `http.${url}.extraheader`;
        const { credentials } = this.#options;
        if (credentials === undefined || !url.startsWith(`${credentials.serverUrl}/`))
            return [[header, ""]];
        const { serverUrl, token } = credentials;
        const { stdout } = await this.#git.run(["config", "--get-urlmatch", "http.extraheader", `${serverUrl}/`]);
        const left = stdout.toString().replace(/\n$/, "");
        const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
        const own = token === "" ? undefined : `AUTHORIZATION: basic ${basic}`;
        const value = isAuthorization(left) ? left : own;
        return [[header, ""], ...(value === undefined ? [] : [[header, value]])];
    }
    /** @throws UserError naming the first setting by which the clone would choose the way to GitHub. */
    async #refuseForeignSettings() {
        // In a partial clone git asks its remotes by itself, and of several programs for that the first counts.
        const pattern = (await this.#isPartial()) ? "^(https?\\.|remote\\..*\\.(uploadpack|vcs)$)" : "^https?\\.";
        const { stdout } = await this.#git.run(["config", "--includes", "--name-only", "-z", "--get-regexp", pattern]);
        const refused = stdout
            .toString()
            .split("\0")
            .find((key) => key !== "" && !HARMLESS_HTTP.test(key));
        if (refused === undefined)
            return;
        throw new user_error/* UserError */.y(`the repository's git configuration sets \`${refused}\`, which decides how a remote is reached; remove it, and set a proxy or certificates by environment (\`https_proxy\`, \`GIT_SSL_CAINFO\`)`);
    }
    async #isPartial() {
        const partial = "^(remote\\..*\\.promisor|extensions\\.partialclone)$";
        return (await this.#git.run(["config", "--includes", "--get-regexp", partial])).exitCode === 0;
    }
    /**
     * A fetch without blobs makes git remember where they are, even if it fails. That must be a name that git knows later,
     * too.
     *
     * @param name undefined when nothing was fetched.
     */
    async #renamePromisor(name) {
        const section = `remote.${this.#name}`;
        if ((await this.#git.run(["config", "--get", `${section}.promisor`])).exitCode !== 0)
            return;
        await this.#git.run(["config", "--remove-section", section]);
        if (name === undefined)
            return;
        await this.#git.run(["config", `remote.${name}.promisor`, "true"]);
        await this.#git.run(["config", `remote.${name}.partialclonefilter`, "blob:none"]);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/work-tree.js



/** Whether a folder holds the repository, or a file that leads to it, as in worktrees and submodules. */
function isWorkTreeOf(root, gitDirectory) {
    const place = (0,external_node_path_.join)(root, ".git");
    const stat = (0,external_node_fs_.statSync)(place, { throwIfNoEntry: false });
    if (stat === undefined)
        return false;
    const target = stat.isDirectory() ? place : /^gitdir: (.+)$/m.exec((0,file_content/* readFile */.TA)(place).toString())?.[1];
    try {
        return target !== undefined && (0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(root, target)) === (0,external_node_fs_.realpathSync)(gitDirectory);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/git/git.js







/** How a shallow clone is deepened, step by step, before its whole history is fetched. */
const DEEPEN_STEPS = [50, 200, 1000];
/** Files that one process is asked for: its arguments must fit. */
const FILES_AT_ONCE = 500;
/** Listing refs is one round trip. */
const LIST_TIMEOUT = 60_000;
/** `origin`'s branches, where actions/checkout has them, too. */
const BRANCHES = "+refs/heads/*:refs/remotes/origin/*";
/**
 * Git in one directory. Every revision follows `--end-of-options`, every path follows `--`. What a clone says of itself
 * is what earlier steps made of it: see `settings.ts` and `transport.ts` for what of it counts.
 */
class Git {
    #process;
    #transport;
    constructor(directory, options) {
        this.#process = new GitProcess(directory, options);
        this.#transport = new Transport(this.#process, options);
    }
    /** The top folder of the work tree. @throws UserError outside a repository. */
    async root() {
        const { exitCode, stdout, stderr } = await this.#process.run([
            "rev-parse",
            "--show-toplevel",
            "--path-format=absolute",
            "--git-dir",
        ]);
        const { directory } = this.#process;
        if (exitCode !== 0)
            throw new user_error/* UserError */.y(`${directory} is not in a git repository (${lastLine(stderr)}); put actions/checkout before this step`);
        const [root = "", gitDirectory = ""] = stdout.toString().replace(/\n$/, "").split("\n");
        if (isWorkTreeOf(root, gitDirectory))
            return root;
        throw new user_error/* UserError */.y(`${directory} belongs to the repository ${gitDirectory}, whose \`core.worktree\` leads to ${root}; remove that setting`);
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
    /**
     * Every tracked file, those of submodules that are checked out included, relative to the top folder. Git before 2.14,
     * or a submodule that is damaged, gives those of the repository alone.
     */
    async listFilesWithSubmodules() {
        const args = ["ls-files", "--cached", "--recurse-submodules", "-z", "--full-name", "--", ":/"];
        const { exitCode, stdout } = await this.#process.run(args);
        if (exitCode !== 0)
            return this.listFiles();
        return stdout
            .toString()
            .split("\0")
            .filter((entry) => entry !== "");
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
    /** When a commit was committed, ISO 8601; undefined if this clone does not have it, or there is none. */
    async commitDate(sha) {
        const { exitCode, stdout } = await this.#process.run([
            "log",
            "--max-count=1",
            "--format=%cI",
            "--end-of-options",
            sha,
            "--",
        ]);
        return exitCode === 0 ? stdout.toString().trim() || undefined : undefined;
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
    /** Branches and tags of a remote; undefined if it does not answer. @param remote `origin`, or an address. */
    async remoteRefs(remote) {
        const answer = await this.#transport.list(remote, ["--heads", "--tags"], LIST_TIMEOUT);
        return answer?.exitCode === 0 ? parseRemoteRefs(answer.stdout.toString()) : undefined;
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
        const format = ["-z", "--no-color", "--no-notes", "--no-show-signature", "--no-follow", "--encoding=UTF-8"];
        const args = ["log", ...format, RECORD_FORMAT, ...order, "--end-of-options", head, ...rest];
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
        const args = ["cat-file", "blob", "--end-of-options", `${sha}:${path}`];
        const { exitCode, stdout } = await this.#transport.runWithMissingFiles(args);
        return exitCode === 0 ? stdout : undefined;
    }
    /** Every file of a commit, by its path from the top folder; no submodules. */
    async filesOf(sha) {
        const output = await this.#process.output(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", sha]);
        return parseTree(output.toString())
            .filter(({ type }) => type === "blob")
            .map(({ path }) => path);
    }
    /** Files of a commit as it holds them, whatever the work tree and its filters made of them; paths without a file are left out. */
    async readFiles(sha, paths) {
        const files = new Map();
        for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
            const wanted = paths.slice(at, at + FILES_AT_ONCE).map((path) => `:(top,literal)${path}`);
            const listing = ["ls-tree", "-l", "-z", "--full-tree", "--end-of-options", sha, "--", ...wanted];
            const entries = parseTree((await this.#contents(listing)).toString()).filter(({ type }) => type === "blob");
            // One process writes all of them, one after the other: their sizes part them again.
            const sizes = new Map(entries.map(({ id, size }) => [id, size]));
            if (sizes.size === 0)
                continue;
            const contents = await this.#contents(["show", "--no-textconv", "--end-of-options", ...sizes.keys()]);
            const starts = new Map();
            let end = 0;
            for (const [id, size] of sizes) {
                starts.set(id, end);
                end += size;
            }
            for (const { path, mode, id, size } of entries) {
                const start = starts.get(id);
                files.set(path, { content: contents.subarray(start, start + size), isLink: mode === "120000" });
            }
        }
        return files;
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
    /** The raw bytes of the diff between two commits, as `PATCH_OPTIONS` fixes it. */
    async diff(base, head) {
        return this.#contents(["diff", ...PATCH_OPTIONS, "--end-of-options", base, head, "--"]);
    }
    /** Paths that differ between two commits, relative to the top folder; a renamed file counts as two. */
    async changedPaths(base, head) {
        const output = await this.#contents(["diff", ...PATHS_OPTIONS, "--end-of-options", base, head, "--"]);
        return output
            .toString()
            .split("\0")
            .filter((path) => path !== "");
    }
    /**
     * Paths that differ between two commits, and which of them are one file that moved.
     *
     * @param containing an extended regular expression: only files of which a line that differs matches it.
     */
    async changes(base, head, containing) {
        const search = containing === undefined ? [] : ["--text", `-G${containing}`];
        const args = ["diff", ...CHANGES_OPTIONS, ...search, "--end-of-options", base, head, "--"];
        return parseChanges((await this.#contents(args)).toString());
    }
    /** Tracked files that differ from the checked out commit, in the index or in the work tree. */
    async changedFiles() {
        const options = ["--porcelain", "-z", "--no-renames", "--untracked-files=no", "--ignore-submodules=dirty"];
        const output = await this.#process.output(["status", ...options]);
        return output
            .toString()
            .split("\0")
            .filter((entry) => entry !== "")
            .map((entry) => entry.slice("XY ".length));
    }
    /**
     * Whether something tracked differs from a commit, in the index or in the work tree. A submodule differs when it is at
     * another commit: asking what has changed in it would follow its own configuration.
     */
    async isClean() {
        const status = ["status", "--porcelain", "--untracked-files=no", "--no-renames", "--ignore-submodules=dirty"];
        if ((await this.#process.output(status)).length > 0)
            return false;
        // Files that the index tells git not to look at, in lower case (`update-index --assume-unchanged`).
        const listing = await this.#process.output(["ls-files", "-v", "-z", "--", ":/"]);
        return !listing
            .toString()
            .split("\0")
            .some((entry) => /^[a-z] /.test(entry));
    }
    /** Checks a commit out into a new folder that shares this repository's objects. The folder must not exist. */
    async addWorktree(folder, sha) {
        await addWorktree(this.#process, this.#transport, folder, sha);
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
     * What lies in the work tree and is not tracked, ignored or not: files, and folders of which nothing is tracked, with a
     * `/` at the end. Relative to the directory.
     */
    async untrackedEntries() {
        const output = await this.#process.output(["ls-files", "--others", "--directory", "--no-empty-directory", "-z"]);
        return output
            .toString()
            .split("\0")
            .filter((entry) => entry !== "");
    }
    /** Submodules of a commit and the commits that they are at, by their paths from the top folder. */
    async submodules(sha) {
        const output = await this.#process.output(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", sha]);
        const entries = parseTree(output.toString()).filter(({ type }) => type === "commit");
        return new Map(entries.map(({ path, id }) => [path, id]));
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
    /**
     * Whether a shallow clone lacks history among the commits in `tips` that are not in `bases`. A first commit of all
     * cannot be told from one whose parents are missing, so it counts until the clone is complete.
     */
    async isCutOff(tips, bases) {
        if (!(await this.isShallow()))
            return false;
        const options = ["--max-parents=0", "--max-count=1", "--end-of-options"];
        const args = ["rev-list", ...options, ...tips, ...bases.map((sha) => `^${sha}`), "--"];
        return (await this.#process.output(args)).length > 0;
    }
    /**
     * Fetches one commit with its tree; a shallow clone gets it without its history. A complete clone stays complete: a
     * fetch with a depth would cut it off at the commit.
     *
     * @param remote `origin`, or an address. @returns whether this clone has it now.
     */
    async fetchCommit(sha, remote = "origin") {
        if ((await this.resolve(sha)) !== undefined)
            return true;
        await this.#transport.fetch(remote, (await this.isShallow()) ? ["--depth=1"] : [], [sha]);
        return (await this.resolve(sha)) !== undefined;
    }
    /** The commit of a branch on GitHub, as this clone has it, or fetched; undefined when it cannot be. */
    async fetchBranch(branch) {
        const remote = `refs/remotes/origin/${branch}`;
        const known = await this.resolve(remote);
        if (known !== undefined)
            return known;
        const refspec = `+refs/heads/${branch}:${remote}`;
        await this.#transport.fetch("origin", (await this.isShallow()) ? ["--depth=1"] : [], [refspec]);
        return this.resolve(remote);
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
            if (!(await this.#transport.fetch("origin", [depth], [BRANCHES])))
                return found;
            found = await look();
        }
        return found;
    }
    /** Output that depends on what files hold. */
    async #contents(args) {
        const result = await this.#transport.runWithMissingFiles(args);
        if (result.exitCode !== 0)
            throw gitError(args[0] ?? "", result);
        return result.stdout;
    }
}


/***/ })

};
