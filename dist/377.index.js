export const id = 377;
export const ids = [377];
export const modules = {

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const SemVer = __webpack_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 7377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dockerBuildPush: () => (/* binding */ dockerBuildPush)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/packages/images/src/build/cache-token.js
/**
 * What BuildKit reads in ACTIONS_RUNTIME_TOKEN before it builds anything (tonistiigi/go-actions-cache, `New`). Runners that
 * only look like GitHub's give tokens of another kind, and `ignore-error` does not help there.
 *
 * @param now seconds.
 * @returns why it would refuse the token, half a sentence; undefined if it would not.
 */
function cacheTokenProblem(token, now) {
    const claims = claimsOf(token);
    if (claims === undefined)
        return "it is not a JSON web token";
    const { ac, exp, nbf } = claims;
    if (typeof ac !== "string" || !isList(ac))
        return "it names no scopes (`ac`)";
    if (typeof exp !== "number" || typeof nbf !== "number")
        return "it does not say when it is valid (`exp`, `nbf`)";
    if (now > exp)
        return "it has expired";
    return now < nbf ? "it is not valid yet" : undefined;
}
function claimsOf(token) {
    const parts = token.split(".");
    if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part)))
        return undefined;
    const [header, claims] = parts.slice(0, 2).map((part) => parsed(Buffer.from(part, "base64url").toString()));
    return isObject(header) && isObject(claims) ? claims : undefined;
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (text) => Array.isArray(parsed(text));
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/context.js
/** The repository at the commit of the event, as a git context of BuildKit: docker/build-push-action's default. */
function defaultContext({ serverUrl, repository, ref, sha }) {
    return `${serverUrl}/${repository}.git#${sha === "" ? ref : sha}`;
}
/**
 * Puts the default context where an input says `{{defaultContext}}`. A folder follows after a colon:
 * `{{defaultContext}}:docker`. Spaces within the braces are allowed, as Handlebars allows them.
 */
function expandContext(text, context) {
    return text.replace(/\{\{\{?\s*defaultContext\s*\}?\}\}/g, () => context);
}
/** A placeholder that nothing stands for: `{{ defaultcontext }}`. */
function unknownPlaceholder(text) {
    return /\{\{.*?\}\}/.exec(text)?.[0];
}
/** Does a build context live on another machine (buildx, urlutil.IsRemoteURL)? */
function isRemote(context) {
    return (/^(?:https?|git|ssh):\/\//i.test(context) || /^[\w.-]+@[\w.-]+:/.test(context) || /^github\.com\//.test(context));
}
/**
 * The Dockerfile as bake wants it. For `docker buildx build`, `file` is relative to the working directory; for bake,
 * to the context. `cwd://` is bake's way to say the former. In a remote context both are relative to its root.
 */
function bakeDockerfile(file, context) {
    if (file === "")
        return undefined;
    if (isRemote(context) || isRemote(file) || isAbsolute(file))
        return file;
    return /^(?:\.\/*)+$/.test(context) ? file : `cwd://${file}`;
}
/** Where the Dockerfile lies, relative to the working directory; undefined if it is not on this machine. */
function dockerfilePath(file, context) {
    if (isRemote(context) || isRemote(file))
        return undefined;
    const path = file === "" ? `${context}/Dockerfile` : file;
    const parts = [];
    for (const part of path.split("/")) {
        if (part === ".." && parts.length > 0 && parts.at(-1) !== "..")
            parts.pop();
        else if (part !== "." && part !== "")
            parts.push(part);
    }
    return `${path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
/**
 * BuildKit names a Dockerfile by its last part. The path of the one that is meant; undefined if several images have
 * different ones of that name.
 */
function dockerfileNamed(name, paths) {
    const found = new Set(paths.filter((path) => path?.split("/").at(-1) === name));
    return found.size === 1 ? [...found][0] : undefined;
}
/** A local folder that bake reads only if it is told so: whatever is not below the working directory. */
function isOutside(path) {
    if (isAbsolute(path))
        return true;
    let depth = 0;
    for (const part of path.split(/[\\/]/)) {
        if (part === "..")
            depth--;
        else if (part !== "" && part !== ".")
            depth++;
        if (depth < 0)
            return true;
    }
    return false;
}
/** On Linux, and on Windows with a drive. */
function isAbsolute(path) {
    return path.startsWith("/") || /^[a-z]:[\\/]/i.test(path);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var runner_environment = __webpack_require__(1934);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var runner_inputs = __webpack_require__(7770);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/run-secrets.js
var run_secrets = __webpack_require__(1818);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
;// CONCATENATED MODULE: ./build/js/packages/images/src/build/engine.js



/**
 * The oldest buildx that a build is started with. 0.21.3 is the first one whose traces do not hold the credentials of a
 * cache (CVE-2025-0495); it also has bake's entitlements (0.19), `rawjson` (0.15) and warnings in the metadata file (0.16).
 */
const MINIMUM_BUILDX = "0.21.3";
/** Bake has `extra-hosts` since then (docker/buildx, commit b514ed45f). */
const MINIMUM_BUILDX_FOR_HOSTS = "0.25.0";
/** The driver-type of the containerd image store in `docker info`. */
const CONTAINERD_STORE = "io.containerd.snapshotter.v1";
const STORE_SETTING = 'set `"features": {"containerd-snapshotter": true}` in /etc/docker/daemon.json and restart Docker, ' +
    "or use docker/setup-buildx-action before this step, which makes a builder that has it";
/** @throws UserError that names what is missing and the remedy. */
function readEngine({ version, inspect, info }) {
    const buildx = readBuildxVersion(version);
    const { driver, buildkit, platforms } = builderOf(inspect);
    const daemon = driver === "docker" ? daemonOf(info) : undefined;
    const containerdStore = daemon === undefined || daemon.containerdStore;
    return {
        buildx,
        driver,
        ...(buildkit === undefined ? {} : { buildkit }),
        ...(daemon === undefined ? {} : { server: daemon.server }),
        containerdStore,
        platforms,
        ociExport: containerdStore,
        cacheExport: containerdStore,
        attestations: containerdStore,
        multiPlatform: containerdStore,
    };
}
/** What this engine lacks for the images of a step, each once, with the setting that gives it. */
function engineProblems(engine, images) {
    return [...new Set(images.flatMap((needs) => problemsOf(engine, needs)))];
}
function problemsOf(engine, needs) {
    const problems = [];
    const several = new Set(needs.platforms).size > 1;
    if (needs.ociExport && !engine.ociExport)
        problems.push(`${engineName(engine)} cannot export images, since it has no containerd image store; ${STORE_SETTING}`);
    else if (several && !engine.multiPlatform)
        problems.push(`input \`platforms\` names several, and ${engineName(engine)} builds one, since it has no containerd image store; ${STORE_SETTING}`);
    if (several && needs.load && engine.driver !== "docker")
        problems.push(`input \`load\` is set, and the driver \`${engine.driver}\` cannot load an image of ${needs.platforms.length} platforms; load one platform, or use the \`docker\` driver`);
    if (needs.hosts && compareVersions(engine.buildx, MINIMUM_BUILDX_FOR_HOSTS) < 0)
        problems.push(`input \`add-hosts\` is set, and bake has it since buildx ${MINIMUM_BUILDX_FOR_HOSTS}, but this is ${engine.buildx}; install a newer one, or use docker/setup-buildx-action before this step`);
    return problems;
}
/** Platforms that only emulation could build, so that a report can say why a build is slow. */
function foreignPlatforms(engine, platforms) {
    const has = new Set(engine.platforms.map(withoutVariant));
    return platforms.filter((platform) => !has.has(withoutVariant(platform)));
}
function withoutVariant(platform) {
    return platform.replace(/\*$/, "").split("/").slice(0, 2).join("/");
}
/** What `docker buildx version` says. @throws UserError for one that is missing or too old. */
function readBuildxVersion(answer) {
    if (answer === undefined)
        throw new user_error/* UserError */.y("docker is not installed, or not on the PATH; install Docker 23 or newer on the runner");
    if (answer.exitCode !== 0)
        throw new user_error/* UserError */.y(isDaemonDown(answer.stderr)
            ? daemonDown(answer.stderr)
            : `buildx is not there, or does not start: \`docker buildx version\` says \`${firstLine(answer.stderr)}\`; install the plugin docker-buildx ${MINIMUM_BUILDX} or newer, or use docker/setup-buildx-action before this step`);
    const version = /\bv?(\d+\.\d+\.\d+)/.exec(answer.stdout.split(/\s+/).slice(1).join(" "))?.[1];
    // A build from source says its commit only. Nothing says that it is too old.
    if (version === undefined)
        return MINIMUM_BUILDX;
    if (compareVersions(version, MINIMUM_BUILDX) < 0)
        throw new user_error/* UserError */.y(`buildx ${version} is too old, since before ${MINIMUM_BUILDX} the credentials of a cache end in traces (CVE-2025-0495); install docker-buildx ${MINIMUM_BUILDX} or newer, or use docker/setup-buildx-action before this step`);
    return version;
}
function builderOf(answer) {
    const text = answer?.stdout ?? "";
    const error = /^Error:\s+(.*)$/m.exec(text)?.[1] ?? (answer?.exitCode === 0 ? undefined : firstLine(answer?.stderr ?? ""));
    if (error !== undefined && isDaemonDown(error))
        throw new user_error/* UserError */.y(daemonDown(error));
    const missing = /no builder "([^"]*)" found/.exec(error ?? "")?.[1];
    if (missing !== undefined)
        throw new user_error/* UserError */.y(`input \`builder\` is \`${missing}\`, and there is no such builder; write one that \`docker buildx ls\` shows, or leave it empty for the current one`);
    if (error !== undefined)
        throw new user_error/* UserError */.y(`the builder does not answer: \`docker buildx inspect\` says \`${error}\`; start it, or write another one in \`builder\``);
    const driver = /^Driver:[ \t]+(\S+)/m.exec(text)?.[1];
    if (driver === undefined)
        throw new user_error/* UserError */.y("the builder does not answer: `docker buildx inspect` names no driver; start it, or write another one in `builder`");
    const buildkit = /^BuildKit(?: version)?:[ \t]+v?(\d+\.\d+\.\d+\S*)/m.exec(text)?.[1];
    const platforms = /^Platforms:[ \t]+(.*)$/m.exec(text)?.[1] ?? "";
    return {
        driver,
        // Debian builds v0.0.0+unknown into the engine.
        buildkit: buildkit === undefined || buildkit.startsWith("0.0.0") ? undefined : buildkit,
        platforms: platforms.split(/,\s*/).filter((platform) => platform !== ""),
    };
}
function daemonOf(answer) {
    if (answer === undefined || answer.exitCode !== 0)
        throw new user_error/* UserError */.y(daemonDown(answer?.stderr ?? "docker info gave no answer"));
    let info;
    try {
        info = (0,json.parseJson)([new TextEncoder().encode(answer.stdout)]);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new user_error/* UserError */.y(`the answer of \`docker info --format json\` ${error.message}; install Docker 23 or newer`);
    }
    const errors = info.get("ServerErrors");
    const [error] = errors.isList ? errors.list() : [];
    if (typeof error === "string")
        throw new user_error/* UserError */.y(daemonDown(error));
    const server = info.get("ServerVersion");
    const status = info.get("DriverStatus");
    const rows = status.isList ? status.list() : [];
    return {
        server: server.isMissing ? "" : server.text(),
        containerdStore: rows.some((row) => Array.isArray(row) && row[0] === "driver-type" && row[1] === CONTAINERD_STORE),
    };
}
function engineName({ server = "" }) {
    return server === "" ? "the Docker engine" : `the Docker engine ${server}`;
}
function isDaemonDown(text) {
    return /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|permission denied while trying to connect/i.test(text);
}
function daemonDown(reason) {
    const remedy = /permission denied/i.test(reason)
        ? "add the runner's user to the group `docker`, or set DOCKER_HOST to a daemon that it may use"
        : "start Docker on the runner, or set DOCKER_HOST to a running daemon";
    return `the Docker daemon does not answer: \`${firstLine(reason)}\`; ${remedy}`;
}
function firstLine(text) {
    const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "no reason given";
    return line
        .trim()
        .replace(/^ERROR:\s*/, "")
        .replace(/[\u0000-\u001f\u007f]+/g, " ")
        .replaceAll("`", "'")
        .replace(/\.$/, "")
        .slice(0, 300);
}
/** Of `1.2.3` alone; what follows is ignored. */
function compareVersions(a, b) {
    const numbers = (version) => version.split(/[.+-]/, 3).map(Number);
    const [left, right] = [numbers(a), numbers(b)];
    return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/js/packages/kit/src/docker/config-file.js
var config_file = __webpack_require__(2098);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/docker/buildx-plugin.js





/** Where packages of Linux put plugins (docker/cli, cli-plugins/manager/manager_unix.go). */
const SYSTEM_FOLDERS = ["/usr/local/lib", "/usr/local/libexec", "/usr/lib", "/usr/libexec"].map((folder) => `${folder}/docker/cli-plugins`);
/**
 * The file of the plugin that `docker buildx` would start: docker looks into the folders that its configuration names,
 * then beside it, then into those of the system (docker/cli, `getPluginDirs`).
 *
 * @returns undefined where only docker knows: on other systems than Linux, or with a configuration that cannot be read.
 */
function buildxPlugin(environment, systemFolders = SYSTEM_FOLDERS) {
    if (process.platform !== "linux")
        return undefined;
    const folder = environment.DOCKER_CONFIG || (0,external_node_path_.join)(environment.HOME || (0,external_node_os_.homedir)(), ".docker");
    const extra = extraFolders((0,external_node_path_.join)(folder, "config.json"));
    return [...extra, (0,external_node_path_.join)(folder, "cli-plugins"), ...systemFolders]
        .map((each) => (0,external_node_path_.join)(each, "docker-buildx"))
        .find((path) => (0,external_node_path_.isAbsolute)(path) && isProgram(path));
}
function extraFolders(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return [];
    try {
        const { cliPluginsExtraDirs } = (0,config_file/* parseDockerConfig */.Cj)((0,file_content/* readFile */.TA)(path).toString()).raw;
        return Array.isArray(cliPluginsExtraDirs) ? cliPluginsExtraDirs.filter((each) => typeof each === "string") : [];
    }
    catch {
        // Whoever makes the private configuration says what is wrong with it.
        return [];
    }
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/environment.js
var process_environment = __webpack_require__(4959);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js + 2 modules
var process_process = __webpack_require__(9827);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/docker.js




/**
 * What docker and buildx read: their own settings, the SSH agent, GitHub's cache service (for `type=gha`, which a `run:`
 * step would not see) and the credentials of an S3 cache, which must not stand in arguments (CVE-2025-0495).
 */
const READ_BY_DOCKER = /^(?:DOCKER_\w+|BUILDX_\w+|BUILDKIT_\w+|SOURCE_DATE_EPOCH|SSH_AUTH_SOCK|ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_SERVICE_V2)|AWS_\w+)$/;
/** @param names of further variables, which the build was told to read. */
function dockerEnvironment(environment, names = []) {
    const named = new Set(names);
    const picked = { ...(0,process_environment.pickEnvironment)(environment, READ_BY_DOCKER) };
    for (const name of named)
        picked[name] = environment[name];
    return (0,runner_environment.definedVariables)(picked);
}
/**
 * The program and arguments of a call of docker. `docker buildx` starts the plugin twice, once to ask what it is; the
 * plugin alone does the same in half the time.
 *
 * @param args without `docker`.
 */
function dockerCommand(args, environment) {
    const plugin = args[0] === "buildx" ? buildxPlugin(environment) : undefined;
    return plugin === undefined ? ["docker", args] : [plugin, args.slice(1)];
}
/** Milliseconds that docker may take to say something about itself. */
const ANSWER_TIME = 60_000;
/** Asks docker. @returns undefined when it cannot be started. */
async function askDocker(args, workspace, environment) {
    try {
        const options = { cwd: workspace, environment: dockerEnvironment(environment), timeout: ANSWER_TIME };
        const { exitCode, stdout, stderr } = await (0,process_process.runProcess)(...dockerCommand(args, environment), options);
        return { exitCode: exitCode ?? 1, stdout: stdout.toString(), stderr };
    }
    catch (error) {
        if (isMissingProgram(error))
            return undefined;
        throw error;
    }
}
function isMissingProgram(error) {
    return error.cause?.code === "ENOENT";
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/probe-engine.js



/**
 * Whether a plan is another one where the engine can do less. Then it is asked first. Every other plan exports the image,
 * which an engine can do or not: the build is the question, and a second is asked only when it fails.
 */
function planDependsOnEngine({ targets }) {
    return targets.some(({ inputs }) => inputs.load ||
        inputs.outputs.length > 0 ||
        inputs["add-hosts"].length > 0 ||
        // Built by arguments, in which older versions show the credentials of a cache.
        inputs["cgroup-parent"] !== "");
}
/** What the engine can do. The three questions are asked side by side: each starts the whole of docker. @throws UserError */
async function probeEngine(builder, workspace, environment) {
    const ask = (...args) => askDocker(args, workspace, environment);
    const [version, inspect, info] = await Promise.all([
        ask("buildx", "version"),
        ask("buildx", "inspect", ...(builder === "" ? [] : [builder])),
        ask("info", "--format", "json"),
    ]);
    return readEngine({
        ...(version !== undefined && { version }),
        ...(inspect !== undefined && { inspect }),
        ...(info !== undefined && { info }),
    });
}
async function askBuildxVersion(workspace, environment) {
    try {
        return { version: readBuildxVersion(await askDocker(["buildx", "version"], workspace, environment)) };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return { problem: error.message };
        throw error;
    }
}
/** Failures that an engine may be the reason of. What it ran and fetched itself says that it works. */
const OF_ENGINES = new Set(["exporter", "cache", "daemon", "unknown"]);
/** Looks at an engine that failed. @returns what it lacks, with the remedy; undefined when it is not that. */
async function whatEngineLacks({ kind }, { targets }, builder, workspace, environment) {
    if (!OF_ENGINES.has(kind))
        return undefined;
    try {
        const engine = await probeEngine(builder, workspace, environment);
        const problems = engineProblems(engine, targets.map(({ needs }) => needs));
        return problems.length === 0 ? undefined : problems.join("; and ");
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return error.message;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/js/packages/images/src/build/problems.js
/** Wrong inputs of one image, gathered so that all are named at once, in the form of kit's reader: ``input `x` …; write …``. */
class Problems {
    all = [];
    #image;
    /** @param image its name, if the step has several. */
    constructor(image) {
        this.#image = image;
    }
    /** @param found a clause. @param remedy what to do instead, in the imperative. */
    add(input, found, remedy) {
        this.all.push(`${this.#place(input)}: ${found}; ${remedy}`);
    }
    /** A value that cannot be used. @param text the value, untrusted. */
    wrong(input, text, remedy) {
        this.all.push(`${this.#place(input)} is ${shown(text)}; ${remedy}`);
    }
    #place(input) {
        return this.#image === undefined ? `input \`${input}\`` : `input \`targets\`, \`${this.#image}\`, \`${input}\``;
    }
}
/** Untrusted text in a message: one line, not endless, in backquotes. */
function shown(text) {
    const line = text.replace(/[\u0000-\u001f\u007f-\u009f`\u2028\u2029]+/g, " ");
    return `\`${line.length > 80 ? `${line.slice(0, 80)}…` : line}\``;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/secrets.js

/** BuildKit refuses a larger one: "secret too big. max size 500KiB" (session/secrets). */
const MAX_SECRET_BYTES = 500 * 1024;
/** Linux takes at most 128 KiB for one variable, its name included. A larger secret goes by a file. */
const MAX_VARIABLE_BYTES = 100 * 1024;
/** The prefix of the variables by which secrets reach buildx. */
const VARIABLE = "JESSY_BUILD_SECRET_";
const GIT_TOKEN = `${VARIABLE}GIT_TOKEN`;
/**
 * Where buildx finds each secret. A value travels in a variable or a file, byte for byte; it reaches neither the
 * arguments nor the bake file, and no message quotes it.
 */
function planSecrets(name, inputs, context, facts, problems) {
    const bake = [];
    const environment = {};
    const files = [];
    const read = [];
    const leftOut = [];
    const ids = new Set();
    const isNew = (input, id) => {
        if (ids.has(id))
            problems.add(input, `the secret ${shown(id)} is there twice`, "give each secret an id of its own");
        return !ids.has(id) && ids.add(id) !== undefined;
    };
    for (const [index, entry] of inputs.secrets.entries()) {
        const [id, value] = parted(entry);
        if (id !== "" && value === "" && facts.missingSecrets !== undefined) {
            leftOut.push(id);
        }
        else if (id === "" || value === "") {
            const missing = id === "" ? "has no `id=` before its value" : "has an empty value";
            problems.add("secrets", `entry ${index + 1} ${missing}`, "write `id=value`; is the secret set in the repository?");
        }
        else if (value.length > MAX_SECRET_BYTES || Buffer.byteLength(value) > MAX_SECRET_BYTES) {
            const found = `the secret ${shown(id)} has more than ${MAX_SECRET_BYTES} bytes`;
            problems.add("secrets", found, "BuildKit takes no larger one; pass what is needed of it");
        }
        else if (isNew("secrets", id)) {
            const place = `${name.toUpperCase().replaceAll("-", "_")}_${bake.length}`;
            if (Buffer.byteLength(value) <= MAX_VARIABLE_BYTES && !value.includes("\0")) {
                environment[`${VARIABLE}${place}`] = value;
                bake.push({ id, env: `${VARIABLE}${place}` });
            }
            else {
                const path = `${facts.privateFolder}/secret-${place.toLowerCase()}`;
                files.push({ path, content: value });
                bake.push({ id, src: path });
            }
        }
    }
    for (const entry of inputs["secret-envs"]) {
        const [id, variable] = parted(entry);
        if (id === "" || variable === "")
            problems.add("secret-envs", `${shown(entry)} is not \`id=VARIABLE\``, "write `id=VARIABLE`, the name without a `$`");
        else if (!Object.hasOwn(facts.environment, variable))
            problems.add("secret-envs", `the variable ${shown(variable)} is not set`, "set it in the `env:` of the step");
        else if (facts.environment[variable] === "" && facts.missingSecrets !== undefined)
            leftOut.push(id);
        else if (isNew("secret-envs", id))
            bake.push({ id, env: variable });
    }
    for (const entry of inputs["secret-files"]) {
        const [id, path] = parted(entry);
        if (id === "" || path === "")
            problems.add("secret-files", `${shown(entry)} is not \`id=path\``, "write `id=path/of/the/file`");
        else if (isNew("secret-files", id)) {
            bake.push({ id, src: path });
            read.push(path);
        }
    }
    const token = facts.gitToken ?? "";
    const host = context.fromRepository ? /^https?:\/\/([^/]+)\//.exec(context.url)?.[1] : undefined;
    if (host !== undefined && token !== "" && ![...ids].some((id) => id.startsWith("GIT_AUTH_TOKEN"))) {
        environment[GIT_TOKEN] = token;
        bake.push({ id: `GIT_AUTH_TOKEN.${host}`, env: GIT_TOKEN });
    }
    return { bake, environment, files, read, leftOut };
}
/** At the first `=`; a value may hold more of them. */
function parted(entry) {
    const equals = entry.indexOf("=");
    return equals < 0 ? ["", ""] : [entry.slice(0, equals).trim(), entry.slice(equals + 1)];
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/run-secrets.js




/**
 * Every value that the run knows to be secret: masked before anything is said, and looked for in what is to be pushed.
 * User names are not secret, and neither is a build argument: whoever pulls the image reads it.
 */
function runSecrets({ credentials, signing, token, targets }, { environment, workspace }) {
    const found = new Map();
    const add = (name, value) => {
        if (value !== undefined && value.trim() !== "")
            found.set(JSON.stringify([name, value]), { name, value });
    };
    const addFile = (name, path) => add(name, contentOf((0,external_node_path_.resolve)(workspace, path)));
    for (const { inputs } of targets) {
        for (const [id, value] of inputs.secrets.map(run_secrets_parted))
            add(id, value);
        for (const [id, variable] of inputs["secret-envs"].map(run_secrets_parted))
            add(id, environment[variable]);
        for (const [id, path] of inputs["secret-files"].map(run_secrets_parted))
            addFile(id, path);
        for (const [id, paths] of inputs.ssh.map(run_secrets_parted))
            for (const path of paths === "" ? [] : paths.split(","))
                addFile(`ssh key ${id}`, path);
    }
    for (const { password, registry } of credentials)
        add(`the password of ${registry || "the registry"}`, password);
    if (signing?.kind === "key") {
        const { key, password } = signing;
        if ("text" in key)
            add("signing-key", key.text);
        else if ("variable" in key)
            add("signing-key", environment[key.variable]);
        else if (LOOKS_LIKE_KEY.test(key.file))
            add("signing-key", key.file);
        else
            addFile("signing-key", key.file);
        add("signing-password", password ?? environment.COSIGN_PASSWORD);
    }
    add("github-token", token);
    return [...found.values()];
}
/** A key in base64 is not a path, and an error that says so must not show it. */
const LOOKS_LIKE_KEY = /^[A-Za-z0-9+/=\s]{80,}$/;
/** At the first `=`. */
function run_secrets_parted(entry) {
    const equals = entry.indexOf("=");
    return equals < 0 ? [entry, ""] : [entry.slice(0, equals).trim(), entry.slice(equals + 1)];
}
/**
 * What a file of secrets holds; in base64 if it is not a text. Undefined if it cannot be read, which the build or the
 * key's own reader says, or is larger than any secret of BuildKit.
 */
function contentOf(path) {
    try {
        return (0,file_content/* withFile */.D4)(path, ({ size, head }) => {
            if (size > MAX_SECRET_BYTES)
                return undefined;
            const bytes = Buffer.from(head(size));
            return (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString() : bytes.toString("base64");
        });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/attributes.js
/**
 * Reads what buildx reads with Go's CSV fields. A field without a `=` among others is a problem.
 * @returns a sentence about what is wrong, or the attributes.
 */
function readAttributes(text) {
    const fields = csvFields(text);
    if (fields === undefined)
        return "a quote is not closed";
    const [only] = fields;
    if (fields.length === 1 && only !== undefined && !only.includes("="))
        return { bare: only.trim(), values: {} };
    const values = [];
    for (const field of fields) {
        const equals = field.indexOf("=");
        if (equals < 1)
            return `\`${field}\` is not \`key=value\``;
        values.push([field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1).trim()]);
    }
    // fromEntries makes `__proto__` a key like any other.
    return { values: Object.fromEntries(values) };
}
/** The text of attributes, quoted where buildx needs it. */
function writeAttributes(values) {
    return Object.entries(values)
        .map(([key, value]) => csvField(`${key}=${value}`))
        .join(",");
}
function csvField(field) {
    return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** The fields of one CSV record; undefined if a quote is not closed. */
function csvFields(text) {
    const fields = [];
    let at = 0;
    for (;;) {
        let field = "";
        if (text[at] === '"') {
            for (;;) {
                const quote = text.indexOf('"', at + 1);
                if (quote < 0)
                    return undefined;
                field += text.slice(at + 1, quote);
                at = quote + 1;
                if (text[at] !== '"')
                    break;
                field += '"';
            }
        }
        const comma = text.indexOf(",", at);
        fields.push(field + text.slice(at, comma < 0 ? undefined : comma));
        if (comma < 0)
            return fields;
        at = comma + 1;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/build-arguments.js

/** The same image as arguments of `docker buildx build`, for what bake cannot say. Entitlements of the file system are bake's alone. */
function buildArguments(target, builder, metadataFile) {
    const { bake, cgroupParent, call, inheritedArgs } = target;
    const context = bake.context ?? ".";
    const each = (flag, items, write) => (items ?? []).map((item) => `--${flag}=${write(item)}`);
    const pairs = (flag, map) => each(flag, Object.entries(map ?? {}), ([key, value]) => `${key}=${value}`);
    const text = (flag, value) => value === undefined || value === "" ? [] : [`--${flag}=${value}`];
    const same = (item) => item;
    return [
        "buildx",
        "build",
        ...text("builder", builder),
        "--progress=rawjson",
        `--metadata-file=${metadataFile}`,
        ...text("call", call),
        ...text("cgroup-parent", cgroupParent),
        ...text("file", bake.dockerfile?.replace(/^cwd:\/\//, "")),
        ...pairs("build-context", bake.contexts),
        ...pairs("build-arg", bake.args),
        ...each("build-arg", inheritedArgs, same),
        ...pairs("label", bake.labels),
        ...each("annotation", bake.annotations, same),
        ...text("target", bake.target),
        ...each("tag", bake.tags, same),
        ...each("platform", bake.platforms, same),
        ...each("attest", bake.attest, (attest) => writeAttributes(texts(attest))),
        ...each("secret", bake.secret, writeAttributes),
        ...each("ssh", bake.ssh, ({ id, paths }) => (paths === undefined ? id : `${id}=${paths.join(",")}`)),
        ...each("output", bake.output, writeAttributes),
        ...each("cache-from", bake["cache-from"], writeAttributes),
        ...each("cache-to", bake["cache-to"], writeAttributes),
        ...(bake.pull === true ? ["--pull"] : []),
        ...(bake["no-cache"] === true ? ["--no-cache"] : []),
        ...each("no-cache-filter", bake["no-cache-filter"], csvField),
        ...text("network", bake.network),
        ...text("shm-size", bake["shm-size"]),
        ...each("ulimit", bake.ulimits, same),
        ...each("allow", bake.entitlements, same),
        ...pairs("add-host", bake["extra-hosts"]),
        context,
    ];
}
function texts(values) {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/shared-references.js

/** Two images under one name: the one that is pushed last would win, by chance. */
function sharedReferences(targets) {
    const owners = new Map();
    const problems = [];
    for (const { name, references } of targets) {
        for (const reference of references) {
            const owner = owners.get(reference);
            if (owner !== undefined && owner !== name)
                problems.push(`input \`targets\`: \`${owner}\` and \`${name}\` would both be ${shown(reference)}; give each its own \`images\` or \`tags\``);
            owners.set(reference, name);
        }
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/attestations.js


/**
 * What buildx attests. `provenance` and `sbom` take precedence over `attests`, as in docker/build-push-action. Without
 * any of them the provenance is `mode=max` for a public repository and `mode=min` for a private one; an image that is
 * only loaded has none. Each type stands in the result once, so buildx's own defaults never apply.
 */
function planAttestations(inputs, facts, isOnlyLoaded, problems) {
    const byType = new Map();
    for (const entry of inputs.attests) {
        const read = readAttributes(entry);
        if (typeof read === "string" || read.bare !== undefined || !/^[a-z]+$/.test(read.values.type ?? "")) {
            const found = typeof read === "string" ? `${shown(entry)}: ${read}` : `${shown(entry)} has no \`type=\``;
            problems.add("attests", found, "write `type=provenance,mode=max` or `type=sbom`");
        }
        else
            byType.set(read.values.type, attest(read.values.type, read.values, "attests", problems));
    }
    for (const type of ["provenance", "sbom"]) {
        const text = inputs[type].trim();
        if (text !== "")
            byType.set(type, shorthand(type, text, problems));
    }
    const wants = facts.noDefaults !== true && !isOnlyLoaded;
    if (!byType.has("provenance"))
        byType.set("provenance", wants ? { type: "provenance", mode: facts.isPublic ? "max" : "min" } : off("provenance"));
    if (!byType.has("sbom"))
        byType.set("sbom", off("sbom"));
    const provenance = byType.get("provenance");
    if (provenance.disabled !== true && provenance["builder-id"] === undefined && facts.runUrl !== "")
        byType.set("provenance", { ...provenance, "builder-id": facts.runUrl });
    return [...byType.values()];
}
const off = (type) => ({ type, disabled: true });
/** `true`, `false`, or attributes. */
function shorthand(type, text, problems) {
    const bool = goBoolean(text);
    if (bool !== undefined)
        return bool ? { type } : off(type);
    const read = readAttributes(text);
    if (typeof read !== "string" && read.bare === undefined)
        return attest(type, read.values, type, problems);
    const example = type === "provenance" ? "`mode=max`" : "`generator=image`";
    problems.wrong(type, text, `write \`true\`, \`false\` or attributes such as ${example}`);
    return off(type);
}
function attest(type, values, input, problems) {
    const { type: _, disabled, ...attributes } = values;
    const mode = attributes.mode;
    if (type === "provenance" && mode !== undefined && mode !== "min" && mode !== "max")
        problems.add(input, `the provenance's mode is ${shown(mode)}`, "write `mode=min` or `mode=max`");
    if (disabled !== undefined && goBoolean(disabled) === undefined)
        problems.add(input, `\`disabled\` is ${shown(disabled)}`, "write `disabled=true` or leave it out");
    return goBoolean(disabled ?? "false") === true ? off(type) : { ...attributes, type };
}
/** Go's strconv.ParseBool, by which buildx reads these; undefined for anything else. */
function goBoolean(text) {
    if (/^(?:1|t|T|true|TRUE|True)$/.test(text))
        return true;
    return /^(?:0|f|F|false|FALSE|False)$/.test(text) ? false : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/cache-entry.js


const TYPES = ["gha", "registry", "local", "inline", "s3", "azblob"];
/** Credentials in an entry end in buildx's traces and in the build record (CVE-2025-0495). */
const CREDENTIALS = {
    access_key_id: "AWS_ACCESS_KEY_ID",
    secret_access_key: "AWS_SECRET_ACCESS_KEY",
    session_token: "AWS_SESSION_TOKEN",
};
/** Reads `cache-from` and `cache-to` as buildx does: a reference alone is a registry cache (buildflags/cache.go). */
function readCacheEntries(input, entries, problems) {
    return entries.flatMap((entry) => {
        // Without any `=`, each field is a reference of its own.
        if (!entry.includes("="))
            return entry.split(",").map((ref) => ({ type: "registry", ref: ref.trim() }));
        const read = readAttributes(entry);
        if (typeof read === "string") {
            problems.add(input, `${shown(entry)}: ${read}`, "write for example `type=gha,mode=max`");
            return [];
        }
        const { type = "", ...attributes } = read.values;
        if (type === "") {
            problems.add(input, `${shown(entry)} has no \`type=\``, `types are ${TYPES.join(", ")}`);
            return [];
        }
        for (const [key, variable] of Object.entries(CREDENTIALS))
            if (attributes[key] !== undefined) {
                const remedy = `set ${variable} in the \`env:\` of the step and leave \`${key}\` out`;
                const isAzure = type === "azblob";
                problems.add(input, `\`${key}\` is a credential, and buildx writes it to its traces`, isAzure ? "give the account access by the runner's identity and leave it out" : remedy);
            }
        return [{ ...attributes, type }];
    });
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/list-entries.js

function readArgs(entries, problems) {
    const values = [];
    const inherited = [];
    for (const entry of entries) {
        const equals = entry.indexOf("=");
        const key = equals < 0 ? entry : entry.slice(0, equals);
        if (key === "" || /\s/.test(key))
            problems.add("build-args", `${shown(entry)} is not \`NAME=value\``, "write `NAME=value`, one on each line");
        else if (equals < 0)
            inherited.push(key);
        else
            values.push([key, entry.slice(equals + 1)]);
    }
    return { values: Object.fromEntries(values), inherited };
}
/** `key=value` entries; one that is there twice keeps its last value, as buildx does. */
function readPairs(input, entries, problems, form = "") {
    const values = [];
    for (const entry of entries) {
        const equals = entry.indexOf("=");
        if (equals === 0 || (equals < 0 && form !== ""))
            problems.add(input, `${shown(entry)} is not \`${form || "key=value"}\``, `write \`${form || "key=value"}\`, one on each line`);
        else
            values.push(equals < 0 ? [entry, ""] : [entry.slice(0, equals), entry.slice(equals + 1)]);
    }
    return Object.fromEntries(values);
}
function readSsh(entries, problems) {
    return entries.map((entry) => {
        const [id = "", ...rest] = entry.split("=");
        const paths = rest.join("=");
        if (id === "" || (rest.length > 0 && paths === ""))
            problems.add("ssh", `${shown(entry)} is not an agent`, "write `default` or `id=path/of/the/key`");
        return paths === "" ? { id } : { id, paths: paths.split(",") };
    });
}
function readHosts(entries, problems) {
    const hosts = new Map();
    for (const entry of entries) {
        const [, host, address] = /^([^\s:=]+)[:=](\S+)$/.exec(entry) ?? [];
        if (host === undefined || address === undefined)
            problems.add("add-hosts", `${shown(entry)} is not \`host:address\``, "write `host:10.0.0.1` or `host:host-gateway`");
        else
            hosts.set(host, hosts.has(host) ? `${hosts.get(host)},${address}` : address);
    }
    return Object.fromEntries(hosts);
}
function readAllow(entries, problems) {
    for (const entry of entries)
        if (!/^(?:network\.host|security\.insecure|device(?:=.+)?)$/.test(entry))
            problems.add("allow", `${shown(entry)} is not an entitlement`, "write `network.host`, `security.insecure` or `device=name`");
    return entries;
}
function list_entries_readAnnotations(entries, problems) {
    for (const entry of entries)
        if (!/^(?:[a-z-]+(?:,[a-z-]+)*(?:\[[^\]]*\])?:)?[^=]+=/.test(entry))
            problems.add("annotations", `${shown(entry)} is not \`key=value\``, "write `key=value` or `index:key=value`");
    return entries;
}
/** What `--call` gets; empty for a build. `outline` and `targets` print something and judge nothing. */
function readCall(call, problems) {
    if (call === "" || call === "build")
        return "";
    // How its answer is printed is for us to say.
    if (!/^check(?:,format=\w+)?$/.test(call))
        problems.wrong("call", call, "write `check`, which checks the Dockerfile and builds nothing, or leave it out");
    return "check,format=json";
}
function checkTexts(inputs, problems) {
    for (const platform of inputs.platforms)
        if (!/^[a-z0-9]+(?:\([^)]*\))?(?:\/[A-Za-z0-9_.-]+){0,2}$/.test(platform))
            problems.add("platforms", `${shown(platform)} is not a platform`, "write for example `linux/amd64,linux/arm64`");
    if (!["", "default", "none", "host"].includes(inputs.network))
        problems.wrong("network", inputs.network, "BuildKit knows `default`, `none` and `host`");
    if (!/^(?:|\d+(?:\.\d+)?\s?[bkmgtp]?i?b?)$/i.test(inputs["shm-size"]))
        problems.wrong("shm-size", inputs["shm-size"], "write a size, such as `64m` or `1g`");
    for (const entry of inputs.ulimit)
        if (!/^[a-z]+=-?\d+(?::-?\d+)?$/.test(entry))
            problems.add("ulimit", `${shown(entry)} is not a limit`, "write `name=soft` or `name=soft:hard`, such as `nofile=1024:2048`");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/outputs.js




/** Exporters of buildx and what each needs. */
const outputs_TYPES = ["image", "registry", "oci", "docker", "local", "tar", "cacheonly"];
/** Attributes of the image exporter that mean the same to the OCI exporter, so that the pushed bytes have them. */
const CARRIED = /^(?:annotation.*|compression|compression-level|force-compression|force-inline-attestations|oci-mediatypes|oci-artifact|prefer-nondist-layers|rewrite-timestamp|source-date-epoch)$/;
/** Attributes of the image exporter about a push, which Go reads as a boolean. */
const PUSH_FLAGS = ["push", "push-by-digest", "name-canonical", "registry.insecure"];
/**
 * What each image is exported to. An image that is pushed is an OCI layout folder first: the bytes in it are looked at,
 * then pushed by us. So an output that would let buildx push (`type=registry`, `type=image,push=true`) becomes the layout
 * with the same attributes, and whether that is pushed is `inputs.push` alone. Without outputs, and unless the image is
 * only loaded, the layout is the output.
 *
 * @param isLookedAt whether a scan or a limit needs the image's bytes, whatever else it is exported to.
 */
function planOutputs(inputs, layout, problems, isLookedAt) {
    const own = [];
    const carried = {};
    for (const text of inputs.outputs) {
        const output = readOutput(text, problems);
        if (output === undefined)
            continue;
        if (!pushes(output))
            own.push(output);
        else
            for (const [key, value] of Object.entries(output))
                if (CARRIED.test(key))
                    carried[key] = value;
    }
    if (inputs.load && !own.some(isLoad))
        own.push({ type: "docker" });
    const { push } = inputs;
    const exports = push || isLookedAt || own.length === 0;
    const outputs = exports ? [{ ...carried, type: "oci", tar: "false", dest: layout }, ...own] : own;
    return {
        outputs,
        ...(exports ? { layout } : {}),
        push,
        write: outputs.flatMap(({ dest }) => (dest !== undefined && isOutside(dest) ? [dest] : [])),
    };
}
/** Reads `outputs` for what they say about a push. An output that cannot be read says nothing: `planOutputs` names it. */
function outputWish(texts) {
    const ignored = new Problems();
    let wish = { push: undefined, said: "", byDigest: false, names: [] };
    for (const text of texts) {
        const output = readOutput(text, ignored);
        if (output === undefined)
            continue;
        if (pushes(output)) {
            wish = {
                push: "asked",
                said: wish.push === "asked" ? wish.said : text,
                byDigest: wish.byDigest || isTrue(output["push-by-digest"]),
                names: [...wish.names, ...(output.name ?? "").split(",").map((name) => name.trim())].filter((name) => name !== ""),
            };
        }
        else if (wish.push === undefined && isPushable(output) && output.push !== undefined) {
            wish = { ...wish, push: "declined", said: text };
        }
    }
    return wish;
}
/** Would buildx push? `type=registry` is `type=image,push=true` unless it says otherwise. */
function pushes(output) {
    return isPushable(output) && (output.push === undefined ? output.type === "registry" : isTrue(output.push));
}
const isPushable = ({ type }) => type === "registry" || type === "image";
/** Is the image only loaded into the engine? Then it is a plain image without attestations. */
function isOnlyLoad({ outputs }) {
    return outputs.every(isLoad);
}
/** An output into the engine's own store. */
function isLoad({ type, dest }) {
    return type === "docker" && dest === undefined;
}
function isTrue(text) {
    return text !== undefined && goBoolean(text) === true;
}
function readOutput(text, problems) {
    const read = readAttributes(text);
    const remedy = "write for example `type=local,dest=out`";
    if (typeof read === "string") {
        problems.add("outputs", `${shown(text)}: ${read}`, remedy);
        return undefined;
    }
    if (read.bare === "-" || read.values.dest === "-") {
        problems.add("outputs", `${shown(text)} writes to the standard output`, "give a file or folder as `dest`");
        return undefined;
    }
    // A path alone is a local folder (buildflags/export.go).
    if (read.bare !== undefined)
        return { type: "local", dest: read.bare };
    const { type = "", ...attributes } = read.values;
    if (!outputs_TYPES.includes(type)) {
        const found = type === "" ? `${shown(text)} has no \`type=\`` : `${shown(type)} is not a type of output`;
        problems.add("outputs", found, `types are ${outputs_TYPES.join(", ")}`);
        return undefined;
    }
    for (const flag of PUSH_FLAGS) {
        const value = attributes[flag];
        if (!isPushable({ type }) || value === undefined || goBoolean(value) !== undefined)
            continue;
        problems.add("outputs", `${shown(text)}: \`${flag}\` is ${shown(value)}`, "write `true` or `false`");
        return undefined;
    }
    if ((type === "local" || type === "tar" || type === "oci") && (attributes.dest ?? "") === "") {
        problems.add("outputs", `${shown(text)} has no \`dest=\``, remedy);
        return undefined;
    }
    return { ...attributes, type };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/target-plan.js







/** Turns the inputs of one image into its bake target. What is wrong is added to `problems`; the result is then unused. */
function planTarget(request, facts, problems) {
    const { name, inputs } = request;
    const context = planContext(inputs.context, facts, problems);
    const contexts = planContexts(inputs["build-contexts"], facts, problems);
    const args = readArgs(inputs["build-args"], problems);
    const fromRepository = facts.defaultContext !== undefined && context.startsWith(facts.defaultContext);
    const secrets = planSecrets(name, inputs, { url: context, fromRepository }, facts, problems);
    const ssh = readSsh(inputs.ssh, problems);
    const call = readCall(inputs.call, problems);
    const builds = call === "" || call === "build";
    const outputs = builds
        ? planOutputs(inputs, `${facts.layouts}/${name}`, problems, request.isLookedAt === true)
        : { outputs: [], push: false, write: [] };
    const attest = planAttestations(inputs, facts, isOnlyLoad(outputs), problems);
    const cacheFrom = [...(request.cacheFrom ?? []), ...readCacheEntries("cache-from", inputs["cache-from"], problems)];
    const cacheTo = [...(request.cacheTo ?? []), ...readCacheEntries("cache-to", inputs["cache-to"], problems)];
    checkTexts(inputs, problems);
    const platforms = [...new Set(inputs.platforms)];
    const references = [...new Set(request.references)];
    const hosts = readHosts(inputs["add-hosts"], problems);
    const entitlements = readAllow(inputs.allow, problems);
    const dockerfile = bakeDockerfile(inputs.file, context);
    const localFile = dockerfilePath(inputs.file, context);
    const bake = {
        context,
        ...(dockerfile === undefined ? {} : { dockerfile }),
        ...notEmptyMap("contexts", contexts),
        ...notEmptyMap("args", args.values),
        ...notEmptyMap("labels", readPairs("labels", inputs.labels, problems)),
        ...notEmpty("annotations", list_entries_readAnnotations(inputs.annotations, problems)),
        ...(inputs.target === "" ? {} : { target: inputs.target }),
        ...notEmpty("tags", references),
        ...notEmpty("platforms", platforms),
        ...(builds ? { attest } : {}),
        ...notEmpty("secret", secrets.bake),
        ...notEmpty("ssh", ssh),
        ...(builds ? { output: outputs.outputs } : {}),
        ...notEmpty("cache-from", cacheFrom),
        ...notEmpty("cache-to", builds ? cacheTo : []),
        ...(inputs.pull ? { pull: true } : {}),
        ...(inputs["no-cache"] ? { "no-cache": true } : {}),
        ...notEmpty("no-cache-filter", inputs["no-cache-filters"]),
        ...(inputs.network === "" ? {} : { network: inputs.network }),
        ...(inputs["shm-size"] === "" ? {} : { "shm-size": inputs["shm-size"] }),
        ...notEmpty("ulimits", inputs.ulimit),
        ...notEmpty("entitlements", entitlements),
        ...notEmptyMap("extra-hosts", hosts),
    };
    const read = [
        ...secrets.files.map(({ path }) => path),
        ...secrets.read,
        ...ssh.flatMap(({ paths = [] }) => paths),
        ...[context, inputs.file, ...Object.values(contexts)].flatMap(localPath),
        ...cacheFrom.flatMap(({ type, src }) => (type === "local" && src !== undefined ? [src] : [])),
    ].filter(isOutside);
    const write = [
        ...outputs.write,
        ...cacheTo.flatMap(({ type, dest }) => (type === "local" && dest !== undefined && isOutside(dest) ? [dest] : [])),
    ];
    return {
        name,
        bake,
        outputs,
        secrets,
        allow: [
            ...entitlements,
            ...(ssh.some(({ paths }) => paths === undefined) ? ["ssh"] : []),
            ...read.map((path) => `fs.read=${path}`),
            ...write.map((path) => `fs.write=${path}`),
        ],
        inheritedArgs: args.inherited,
        references,
        ...(inputs["cgroup-parent"] === "" ? {} : { cgroupParent: inputs["cgroup-parent"] }),
        call,
        needs: {
            ociExport: outputs.outputs.some(({ type }) => type === "oci"),
            hosts: Object.keys(hosts).length > 0 && inputs["cgroup-parent"] === "",
            platforms,
            load: outputs.outputs.some(isLoad),
        },
        ...(localFile === undefined ? {} : { dockerfile: localFile }),
    };
}
function planContext(text, { defaultContext }, problems) {
    if (defaultContext === undefined &&
        (text === "" || unknownPlaceholder(expandContext(text, "")) !== unknownPlaceholder(text))) {
        problems.add("context", "the repository of the run is not known", "write a folder, such as `context: .`");
        return ".";
    }
    const context = text === "" ? defaultContext : expandContext(text, defaultContext ?? "");
    const unknown = unknownPlaceholder(context);
    if (unknown !== undefined)
        problems.add("context", `${shown(unknown)} stands for nothing`, "write `{{defaultContext}}` or a folder");
    if (context === "-")
        problems.add("context", "`-` reads the standard input, which a step does not have", "write a folder or a git URL");
    // A call of its own has it as its last argument.
    else if (context.startsWith("-"))
        problems.add("context", `${shown(context)} reads as an option`, `write ${shown(`./${context}`)}`);
    return context;
}
function planContexts(entries, facts, problems) {
    const named = readPairs("build-contexts", entries, problems, "name=context");
    return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, expandContext(value, facts.defaultContext ?? "")]));
}
function localPath(context) {
    if (context === "" || isRemote(context))
        return [];
    const scheme = /^([a-z-]+):(?:\/\/)?/i.exec(context);
    if (scheme?.[1] === "oci-layout")
        return [context.slice(scheme[0].length).replace(/(?::[^:/]*)?(?:@.*)?$/, "")];
    return scheme === null ? [context] : [];
}
function notEmpty(key, items) {
    return items.length === 0 ? {} : { [key]: items };
}
function notEmptyMap(key, map) {
    return (Object.keys(map).length === 0 ? {} : { [key]: map });
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/build-plan.js





/** What every call needs: warnings in the metadata file, and paths relative to the working directory as users write them. */
const ENVIRONMENT = { BUILDX_METADATA_WARNINGS: "1", BUILDX_BAKE_FILE_RELATIVE_PATHS: "0" };
/**
 * The whole build of a step as data: nothing is started, and the same inputs give the same plan.
 *
 * @throws UserErrors with everything that is wrong with the inputs of all images.
 */
function planBuild(requests, builder, facts) {
    const all = [];
    const isOnly = requests.length === 1;
    const targets = requests.map((request) => {
        const problems = new Problems(isOnly ? undefined : request.name);
        const target = planTarget(request, facts, problems);
        all.push(...problems.all);
        return target;
    });
    all.push(...sharedReferences(targets), ...differentCalls(targets), ...builderProblems(builder), ...danglingLinks(targets));
    if (all.length > 0)
        throw new user_error/* UserErrors */.t([...new Set(all)]);
    const baked = targets.filter(({ cgroupParent }) => cgroupParent === undefined);
    const bakeFile = {
        group: { default: { targets: baked.map(({ name }) => name) } },
        target: Object.fromEntries(baked.map(({ name, bake }) => [name, bake])),
    };
    const separate = targets.filter(({ cgroupParent }) => cgroupParent !== undefined);
    return {
        ...(baked.length === 0 ? {} : { bakeFile }),
        commands: [
            ...(baked.length === 0 ? [] : [bakeCommand(baked, builder, facts)]),
            ...separate.map((target) => separateCommand(target, builder, facts)),
        ],
        targets,
        environment: Object.assign({}, ENVIRONMENT, ...targets.map(({ secrets }) => secrets.environment)),
        files: targets.flatMap(({ secrets }) => secrets.files),
        notes: targets.flatMap((target) => notesOf(target, isOnly, facts)),
    };
}
function bakeCommand(targets, builder, facts) {
    const call = targets[0]?.call ?? "";
    return {
        arguments: [
            "buildx",
            "bake",
            `--file=${facts.bakeFile}`,
            ...(builder === "" ? [] : [`--builder=${builder}`]),
            "--progress=rawjson",
            `--metadata-file=${facts.metadataFile}`,
            ...(call === "" ? [] : [`--call=${call}`]),
            ...[...new Set(targets.flatMap(({ allow }) => allow))].map((allow) => `--allow=${allow}`),
            ...targets.flatMap(({ name, inheritedArgs }) => inheritedArgs.map((key) => `--set=${name}.args.${key}`)),
            "default",
        ],
        metadataFile: facts.metadataFile,
        targets: targets.map(({ name }) => name),
    };
}
function separateCommand(target, builder, facts) {
    const metadataFile = facts.metadataFile.replace(/(\.json)?$/, `.${target.name}.json`);
    return { arguments: buildArguments(target, builder, metadataFile), metadataFile, targets: [target.name] };
}
function differentCalls(targets) {
    const calls = [...new Set(targets.map(({ call }) => call || "build"))];
    if (calls.length < 2)
        return [];
    return [
        `input \`call\`: images of one step have ${calls.map(shown).join(" and ")}; use one \`call\` for all, or two steps`,
    ];
}
function builderProblems(builder) {
    if (/^[A-Za-z0-9_][\w.-]*$|^$/.test(builder))
        return [];
    return [
        `input \`builder\`: ${shown(builder)} is not the name of a builder; write a name that \`docker buildx ls\` shows`,
    ];
}
/** `target:NAME` in a context is another image of this step. A separate call has no other. */
function danglingLinks(targets) {
    const baked = new Set(targets.flatMap(({ name, cgroupParent }) => (cgroupParent === undefined ? [name] : [])));
    return targets.flatMap(({ name, bake, cgroupParent }) => [bake.context ?? "", ...Object.values(bake.contexts ?? {})].flatMap((context) => {
        const link = /^target:(.*)$/.exec(context)?.[1];
        if (link === undefined || (baked.has(link) && cgroupParent === undefined && link !== name))
            return [];
        const reason = baked.has(link)
            ? link === name
                ? "is the image itself"
                : "cannot be used with `cgroup-parent`, which bake does not have"
            : "is not an image that this step builds by bake";
        return [
            `input \`build-contexts\`: \`${name}\` builds on ${shown(context)}, which ${reason}; name an image of \`targets\``,
        ];
    }));
}
function notesOf({ name, bake, cgroupParent, outputs, secrets: { leftOut } }, isOnly, { missingSecrets }) {
    const of = isOnly ? "the image" : `\`${name}\``;
    const attests = (bake.attest ?? []).some(({ disabled }) => disabled !== true);
    return [
        ...leftOut.map((id) => `${of} is built without the secret ${shown(id)}: it is empty, since ${missingSecrets}.`),
        ...(cgroupParent === undefined ? [] : [`bake cannot set \`cgroup-parent\`: ${of} is built by a call of its own.`]),
        ...(outputs.layout !== undefined && attests && (bake.platforms ?? []).length <= 1
            ? [
                `${of} carries attestations, so its digest names an index. For a plain image set \`provenance: false\`${(bake.attest ?? []).some(({ type, disabled }) => type === "sbom" && disabled !== true)
                    ? " and `sbom: false`"
                    : ""}.`,
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/js/packages/images/src/quoted.js
var quoted = __webpack_require__(6910);
;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/time-zone.js


/** @throws UserError for a zone that is not in the time-zone database; moment-timezone would silently use UTC. */
function inZone(instant, zone) {
    const parts = Object.fromEntries(formatIn(zone, "en-US", {
        hourCycle: "h23",
        era: "short",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
    })
        .formatToParts(instant)
        .map(({ type, value }) => [type, value]));
    const field = (name) => Number(parts[name]);
    const year = String(parts.era).startsWith("B") ? 1 - field("year") : field("year");
    const wall = new Date(0);
    wall.setUTCFullYear(year, field("month") - 1, field("day"));
    wall.setUTCHours(field("hour"), field("minute"), field("second"), instant.getUTCMilliseconds());
    return { instant, zone, wall, offset: Math.round((wall.getTime() - instant.getTime()) / 60_000) };
}
/** English locales show the abbreviations of their own region alone. */
const LOCALES = ["en-US", "en-GB", "en-AU", "en-NZ", "en-IN", "en-ZA", "ja", "ko"];
/**
 * The zone's abbreviation at that time, such as `CET`.
 *
 * @throws UserError where the zone has only a number: in a tag, `GMT+9` would become the wrong `GMT-9`
 */
function abbreviation({ instant, zone }) {
    for (const locale of LOCALES) {
        const name = formatIn(zone, locale, { timeZoneName: "short" })
            .formatToParts(instant)
            .find(({ type }) => type === "timeZoneName")?.value;
        if (name !== undefined && /^[A-Z]{2,5}$/.test(name))
            return name;
    }
    throw new user_error/* UserError */.y(`the time zone ${(0,quoted/* quoted */.T)(zone)} has no abbreviation for z; write ZZ for its distance from UTC`);
}
function formatIn(zone, locale, options) {
    // Newer versions of V8 take distances such as +09:00 as zones; moment-timezone does not.
    if (/^[A-Za-z]/.test(zone)) {
        try {
            return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: zone });
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
        }
    }
    throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(zone)} is not a time zone; write a name of the IANA database, such as tz='Europe/Berlin'`);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/date-format.js

/**
 * Writes a date by the tokens of moment's `format()` in English: `YYYYMMDD-HHmmss`, `[literally]`, `\d`.
 * https://momentjs.com/docs/#/displaying/format/
 *
 * @param format undefined: moment's default, ISO 8601 to the second
 * @param zone a name of the IANA time-zone database
 * @throws UserError for an unknown zone
 */
function formatDate(instant, format, zone) {
    const time = inZone(instant, zone);
    const expanded = (format ?? (time.offset === 0 ? ISO_UTC : ISO)).replace(LOCALIZED, (token) => FORMATS[token] ?? token);
    return Array.from(expanded.matchAll(TOKENS), ([token]) => TOKEN_WRITERS[token]?.(time) ?? literal(token)).join("");
}
const ISO = "YYYY-MM-DDTHH:mm:ssZ";
const ISO_UTC = "YYYY-MM-DDTHH:mm:ss[Z]";
const LOCALIZED = /\[[^[]*\]|\\?(?:LTS|LT|L{1,4}|l{1,4})/g;
/** What the tokens of the locale stand for. */
const FORMATS = {
    LTS: "h:mm:ss A",
    LT: "h:mm A",
    L: "MM/DD/YYYY",
    LL: "MMMM D, YYYY",
    LLL: "MMMM D, YYYY h:mm A",
    LLLL: "dddd, MMMM D, YYYY h:mm A",
    l: "M/D/YYYY",
    ll: "MMM D, YYYY",
    lll: "MMM D, YYYY h:mm A",
    llll: "ddd, MMM D, YYYY h:mm A",
};
/** Text in brackets, a token, or one character; a backslash makes either an ordinary character. */
const TOKENS = /\[[^[]*\]|\\?(?:[Hh]mm(?:ss)?|Mo|M{1,4}|Do|DDDo|D{1,4}|d{2,4}|do?|w[ow|]?|W[oW|]?|Qo?|N{1,5}|YYYYYY|YYYYY|YYYY|YY|y{2,4}|yo?|gg(?:ggg?)?|GG(?:GGG?)?|[eEaA]|hh?|HH?|kk?|mm?|ss?|S{1,9}|[xX]|zz?|ZZ?|.)/g;
function literal(token) {
    return /^\[[\s\S]/.test(token) ? token.slice(1, token.endsWith("]") ? -1 : undefined) : token.replaceAll("\\", "");
}
const MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MS_OF_DAY = 86_400_000;
const year = ({ wall }) => wall.getUTCFullYear();
const month = ({ wall }) => wall.getUTCMonth() + 1;
const monthName = (time) => MONTHS[month(time) - 1];
const quarter = (time) => Math.ceil(month(time) / 3);
const day = ({ wall }) => wall.getUTCDate();
const weekday = ({ wall }) => wall.getUTCDay();
const isoWeekday = (time) => weekday(time) || 7;
const dayName = (time) => DAYS[weekday(time)];
const hour = ({ wall }) => wall.getUTCHours();
const hour12 = (time) => hour(time) % 12 || 12;
const hour24 = (time) => hour(time) || 24;
const minute = ({ wall }) => wall.getUTCMinutes();
const second = ({ wall }) => wall.getUTCSeconds();
const half = (time) => (hour(time) < 12 ? "AM" : "PM");
const dayOfYear = (time) => daysBetween(startOf(year(time)), time.wall) + 1;
const isAnnoDomini = (time) => year(time) > 0;
const eraYear = (time) => (isAnnoDomini(time) ? year(time) : 1 - year(time));
const eraName = (time) => (isAnnoDomini(time) ? "AD" : "BC");
const minutes = (time) => pad(minute(time), 2);
const seconds = (time) => pad(second(time), 2);
/** Weeks begin on Monday, and the first has the year's first Thursday. */
const isoWeek = (time) => weekOf(time, 1, 4);
/** Weeks begin on Sunday, and the first has January 1. */
const week = (time) => weekOf(time, 0, 6);
const TOKEN_WRITERS = {
    ...numbers("M", month, { ordinal: true, padded: [2] }),
    MMM: (time) => monthName(time).slice(0, 3),
    MMMM: monthName,
    ...numbers("Q", quarter, { ordinal: true, padded: [] }),
    ...numbers("D", day, { ordinal: true, padded: [2] }),
    DDD: (time) => String(dayOfYear(time)),
    DDDD: (time) => pad(dayOfYear(time), 3),
    DDDo: (time) => ordinal(dayOfYear(time)),
    ...numbers("d", weekday, { ordinal: true, padded: [] }),
    dd: (time) => dayName(time).slice(0, 2),
    ddd: (time) => dayName(time).slice(0, 3),
    dddd: dayName,
    e: (time) => String(weekday(time)),
    E: (time) => String(isoWeekday(time)),
    ...numbers("w", (time) => week(time).week, { ordinal: true, padded: [2] }),
    ...numbers("W", (time) => isoWeek(time).week, { ordinal: true, padded: [2] }),
    // Beyond 9999 a year has a sign.
    Y: (time) => (year(time) > 9999 ? `+${year(time)}` : pad(year(time), 4)),
    YY: (time) => pad(year(time) % 100, 2),
    YYYY: (time) => pad(year(time), 4),
    YYYYY: (time) => pad(year(time), 5),
    YYYYYY: (time) => `${year(time) < 0 ? "" : "+"}${pad(year(time), 6)}`,
    ...numbers("y", eraYear, { ordinal: true, padded: [2, 3, 4] }),
    N: eraName,
    NN: eraName,
    NNN: eraName,
    NNNN: (time) => (isAnnoDomini(time) ? "Anno Domini" : "Before Christ"),
    NNNNN: eraName,
    gg: (time) => pad(week(time).year % 100, 2),
    gggg: (time) => pad(week(time).year, 4),
    ggggg: (time) => pad(week(time).year, 5),
    GG: (time) => pad(isoWeek(time).year % 100, 2),
    GGGG: (time) => pad(isoWeek(time).year, 4),
    GGGGG: (time) => pad(isoWeek(time).year, 5),
    A: half,
    a: (time) => half(time).toLowerCase(),
    ...numbers("H", hour, { ordinal: false, padded: [2] }),
    ...numbers("h", hour12, { ordinal: false, padded: [2] }),
    ...numbers("k", hour24, { ordinal: false, padded: [2] }),
    hmm: (time) => `${hour12(time)}${minutes(time)}`,
    hmmss: (time) => `${hour12(time)}${minutes(time)}${seconds(time)}`,
    Hmm: (time) => `${hour(time)}${minutes(time)}`,
    Hmmss: (time) => `${hour(time)}${minutes(time)}${seconds(time)}`,
    ...numbers("m", minute, { ordinal: false, padded: [2] }),
    ...numbers("s", second, { ordinal: false, padded: [2] }),
    ...fractions(),
    x: ({ instant }) => String(instant.getTime()),
    X: ({ instant }) => String(Math.floor(instant.getTime() / 1000)),
    z: abbreviation,
    zz: abbreviation,
    Z: (time) => distance(time, ":"),
    ZZ: (time) => distance(time, ""),
};
/** A token as it is, as an ordinal (`Mo`), and padded with zeros (`MM` for 2). */
function numbers(token, read, forms) {
    const writers = { [token]: (time) => String(read(time)) };
    if (forms.ordinal)
        writers[`${token}o`] = (time) => ordinal(read(time));
    for (const length of forms.padded)
        writers[token.repeat(length)] = (time) => pad(read(time), length);
    return writers;
}
/** `S` to `SSSSSSSSS`: the first digits of the second's fraction, which has milliseconds. */
function fractions() {
    const writer = (length) => (time) => pad(time.wall.getUTCMilliseconds(), 3).padEnd(length, "0").slice(0, length);
    return Object.fromEntries(Array.from({ length: 9 }, (_, at) => ["S".repeat(at + 1), writer(at + 1)]));
}
function pad(value, length) {
    return `${value < 0 ? "-" : ""}${String(Math.abs(value)).padStart(length, "0")}`;
}
function ordinal(value) {
    const teens = Math.floor((value % 100) / 10) === 1;
    return `${value}${(teens ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th"}`;
}
function distance({ offset }, separator) {
    const size = Math.abs(offset);
    return `${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}
/**
 * The week of a day, and the year that the week belongs to.
 *
 * @param first the day that weeks begin on, 0 for Sunday
 * @param anchor the day of January that is always in the first week, as moment's `doy`: 7 + first - that day
 */
function weekOf(time, first, anchor) {
    const own = year(time);
    for (const candidate of [own + 1, own]) {
        const days = daysBetween(firstWeek(candidate, first, anchor), time.wall);
        if (days >= 0)
            return { year: candidate, week: Math.floor(days / 7) + 1 };
    }
    return { year: own - 1, week: Math.floor(daysBetween(firstWeek(own - 1, first, anchor), time.wall) / 7) + 1 };
}
/** The first day of a year's first week. */
function firstWeek(ofYear, first, anchor) {
    const inFirst = new Date(startOf(ofYear).getTime() + (7 + first - anchor - 1) * MS_OF_DAY);
    return new Date(inFirst.getTime() - ((7 + inFirst.getUTCDay() - first) % 7) * MS_OF_DAY);
}
function startOf(ofYear) {
    const start = new Date(0);
    start.setUTCFullYear(ofYear, 0, 1);
    return start;
}
/** Whole days, counted from the beginning of the first. */
function daysBetween(from, to) {
    return Math.floor((to.getTime() - from.getTime()) / MS_OF_DAY);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/expressions.js



/** As git shows it, and metadata-action by default. */
const SHORT_SHA_LENGTH = 7;
/** What `{{…}}` may name in `prefix`, `suffix`, `value` and `enable`, and in labels and annotations. */
const GLOBAL_NAMES = [
    "branch",
    "tag",
    "sha",
    "base_ref",
    "is_default_branch",
    "is_not_default_branch",
    "date",
    "commit_date",
];
/** What `{{…}}` may name in the pattern of `type=schedule`. */
const DATE_NAMES = ["date", "commit_date"];
/** The branch that a ref names; undefined if it names none. */
function branchOf(ref) {
    return after(ref, "refs/heads/");
}
/** The tag that a ref names; undefined if it names none. */
function tagOf(ref) {
    return after(ref, "refs/tags/");
}
function after(text, prefix) {
    return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}
/** @param length how many digits a short commit has */
function globalExpressions(context, length) {
    return {
        branch: () => branchOf(context.ref) ?? "",
        tag: () => tagOf(context.ref) ?? "",
        sha: () => context.sha.slice(0, length),
        base_ref: () => context.baseRef ?? "",
        is_default_branch: () => String(isDefaultBranch(context)),
        is_not_default_branch: () => String(!isDefaultBranch(context)),
        ...dateExpressions(context),
    };
}
function dateExpressions(context) {
    return {
        date: (call) => dateOf(call, context.now),
        commit_date: (call) => dateOf(call, context.commitDate),
    };
}
/** Events whose commit is always the default branch's last one. */
const DEFAULT_BRANCH_EVENTS = /discussion|issues|schedule/;
/**
 * metadata-action says true for every `create` event too, although its ref is the new branch or tag. With
 * `type=raw,value=latest,enable={{is_default_branch}}`, each new branch would get `latest`.
 */
function isDefaultBranch({ ref, eventName, repository }) {
    if (ref === "")
        return false;
    const branch = branchOf(ref);
    if (branch !== undefined && branch !== "" && branch === repository.defaultBranch)
        return true;
    return DEFAULT_BRANCH_EVENTS.test(eventName);
}
function dateOf({ name, values, named }, instant) {
    // A word without quotes names nothing, so the date has moment's default format.
    const [format] = values;
    if (values.length !== 1 || format === "") {
        throw new user_error/* UserError */.y(`{{${name}}} needs one format; write {{${name} 'YYYYMMDD'}}`);
    }
    const stranger = [...named.keys()].find((key) => key !== "tz");
    if (stranger !== undefined)
        throw new user_error/* UserError */.y(`{{${name}}} does not know ${(0,quoted/* quoted */.T)(stranger)}; it takes tz='UTC'`);
    return formatDate(instant, format, named.get("tz") ?? "UTC");
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/nearest.js
var nearest = __webpack_require__(4574);
;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/template.js



/**
 * Reads the part of Handlebars that image tags and labels use: text, `{{name}}`, `{{name 'value' key='value'}}`, `{{{name}}}`,
 * `{{&name}}`, `~` for white space, and `\{{` for braces that are text.
 *
 * @throws UserError which says what is wrong
 */
function parseTemplate(text) {
    return new TemplateReader(text).read();
}
/**
 * Writes a template out. As in Handlebars, `{{name}}` writes `&` as `&amp;` and so on. A tag then has `amp` in it; it stays
 * so, since the tags of a branch would else change their names. An expression that is not known is an error: left out, as
 * Handlebars does it, it would make another tag than the one that is meant, such as `v` of `v{{vesion}}`.
 *
 * @throws UserError
 */
function renderTemplate(template, expressions) {
    return template
        .map((part) => {
        if (typeof part === "string")
            return part;
        const text = expressionOf(part, expressions)(part);
        return part.isRaw ? text : text.replace(/[&<>"'`=]/g, (character) => ESCAPES[character]);
    })
        .join("");
}
/** @throws UserError for the first expression that is not among the known ones */
function checkTemplate(template, known) {
    for (const part of template)
        if (typeof part !== "string" && !known.includes(part.name))
            throw unknown(part.name, known);
}
/** Names of the expressions in a template. */
function expressionNames(template) {
    return template.flatMap((part) => (typeof part === "string" ? [] : [part.name]));
}
/** Whether a template is one expression with this name and nothing else. */
function isOnly(template, name) {
    const [part] = template;
    return template.length === 1 && typeof part === "object" && part.name === name;
}
function expressionOf({ name }, expressions) {
    if (!Object.hasOwn(expressions, name))
        throw unknown(name, Object.keys(expressions));
    return expressions[name];
}
function unknown(name, known) {
    const near = (0,nearest/* nearest */.p)(name, known);
    const remedy = near === undefined ? `write one of ${known.join(", ")}` : `did you mean {{${near}}}?`;
    return new user_error/* UserError */.y(`{{${name}}} is not an expression here; ${remedy}`);
}
const ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#x27;",
    "`": "&#x60;",
    "=": "&#x3D;",
};
const NAME = /[A-Za-z_][\w-]*/y;
const KEY = /[A-Za-z_][\w-]*=/y;
const BLANKS = /\s*/y;
const QUOTED = /'(?:\\'|[^'])*'|"(?:\\"|[^"])*"/y;
/** A word without quotes. A number would be a value, which nothing takes. */
const WORD = /(?![-\d])[\w.:-]+/y;
class TemplateReader {
    #text;
    #parts = [];
    #at = 0;
    /** After `~}}`: leave out the white space that follows. */
    #trims = false;
    constructor(text) {
        this.#text = text;
    }
    read() {
        while (this.#at < this.#text.length) {
            const open = this.#text.indexOf("{{", this.#at);
            const end = open === -1 ? this.#text.length : open;
            const slashes = open === -1 ? 0 : this.#slashesBefore(open);
            if (slashes === 1)
                this.#escaped(open);
            else {
                // Two backslashes are one, and the expression is one.
                this.#write(this.#text.slice(this.#at, slashes > 1 ? end - 1 : end));
                this.#at = end;
                if (open !== -1)
                    this.#mustache();
            }
        }
        return this.#parts;
    }
    #slashesBefore(open) {
        let count = 0;
        while (count < 2 && open - count > this.#at && this.#text[open - count - 1] === "\\")
            count++;
        return count;
    }
    /** After `\{{` everything is text, up to the next braces. */
    #escaped(open) {
        const next = /\\{0,2}\{\{/g;
        next.lastIndex = open + 2;
        const end = next.exec(this.#text)?.index ?? this.#text.length;
        this.#write(`${this.#text.slice(this.#at, open - 1)}${this.#text.slice(open, end)}`);
        this.#at = end;
    }
    #write(text) {
        const kept = this.#trims ? text.trimStart() : text;
        if (text !== "")
            this.#trims = false;
        if (kept === "")
            return;
        const last = this.#parts.at(-1);
        if (typeof last === "string")
            this.#parts[this.#parts.length - 1] = last + kept;
        else
            this.#parts.push(kept);
    }
    #mustache() {
        const start = this.#at;
        this.#at += 2;
        if (this.#skip("~"))
            this.#trimBefore();
        const isTriple = this.#skip("{");
        const isRaw = isTriple || this.#skip("&");
        this.#parts.push({ ...this.#call(start), isRaw });
        const closes = !isTriple || this.#skip("}");
        const trims = this.#skip("~");
        if (!closes || !this.#skip("}}"))
            throw this.#wrong(start);
        if (!trims && this.#text[this.#at] === "}")
            throw this.#wrong(start);
        this.#trims = trims;
    }
    #call(start) {
        const values = [];
        const named = new Map();
        this.#match(BLANKS);
        const name = this.#match(NAME);
        if (name === "")
            throw this.#wrong(start);
        for (;;) {
            const blanks = this.#match(BLANKS);
            if (/[}~]/.test(this.#text[this.#at] ?? ""))
                break;
            if (blanks === "")
                throw this.#wrong(start);
            const key = this.#match(KEY);
            const text = this.#match(QUOTED);
            if (text !== "") {
                const value = text.slice(1, -1).replaceAll(`\\${text[0]}`, text[0]);
                if (key === "")
                    values.push(value);
                else
                    named.set(key.slice(0, -1), value);
            }
            else if (key === "" && this.#match(WORD) !== "")
                values.push(undefined);
            else
                throw this.#wrong(start);
        }
        return { name, values, named };
    }
    /** What is wrong with the expression that begins there. */
    #wrong(start) {
        const close = this.#text.indexOf("}}", start);
        if (close === -1)
            return new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(this.#text.slice(start))} has no end; write }} after the expression`);
        const expression = this.#text.slice(start, close + 2);
        const sign = /^\{\{~?\{?\s*([#^/>*(!])/.exec(expression)?.[1];
        if (sign !== undefined) {
            return new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(expression)} is a block, comment, partial or nested expression; only {{name}} and {{name 'value' key='value'}} are read here`);
        }
        return new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(expression)} is not an expression; write {{name}}, such as {{branch}} or {{date 'YYYYMMDD'}}`);
    }
    #trimBefore() {
        const last = this.#parts.at(-1);
        if (typeof last !== "string")
            return;
        const kept = last.trimEnd();
        if (kept === "")
            this.#parts.pop();
        else
            this.#parts[this.#parts.length - 1] = kept;
    }
    #skip(text) {
        if (!this.#text.startsWith(text, this.#at))
            return false;
        this.#at += text.length;
        return true;
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const text = pattern.exec(this.#text)?.[0] ?? "";
        this.#at += text.length;
        return text;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/labels.js




/** @throws UserError for an expression that is wrong */
function parseLabel(line) {
    const template = parseTemplate(line);
    checkTemplate(template, GLOBAL_NAMES);
    return template;
}
/**
 * The eight labels of the OCI specification that are known of every build, and those that the user adds. The user's
 * replace ours, and later ones replace earlier ones. A line without `=` is left out.
 *
 * https://github.com/opencontainers/image-spec/blob/main/annotations.md
 */
function labelsOf(custom, expressions, context, version) {
    const { repository, now, sha } = context;
    const labels = new Map([
        ["org.opencontainers.image.title", repository.name],
        ["org.opencontainers.image.description", repository.description],
        ["org.opencontainers.image.url", repository.htmlUrl],
        ["org.opencontainers.image.source", repository.htmlUrl],
        ["org.opencontainers.image.version", version],
        ["org.opencontainers.image.created", now.toISOString()],
        ["org.opencontainers.image.revision", sha],
        ["org.opencontainers.image.licenses", repository.licence],
    ]);
    for (const template of custom) {
        const line = renderTemplate(template, expressions);
        const equals = line.indexOf("=");
        if (equals !== -1)
            labels.set(line.slice(0, equals), line.slice(equals + 1));
    }
    return new Map([...labels].sort(([a], [b]) => ORDER.compare(a, b)));
}
/** As `localeCompare` sorts on a runner, whatever this machine's language is. */
const ORDER = new Intl.Collator("en-US");
/** `name=value` lines, as `--label` takes them. */
function labelLines(labels) {
    return [...labels].map(([name, value]) => `${name}=${value}`);
}
/** Where BuildKit can put an annotation. */
const ANNOTATION_LEVELS = ["manifest", "index", "manifest-descriptor", "index-descriptor"];
/**
 * Reads DOCKER_METADATA_ANNOTATIONS_LEVELS: levels with commas, each of which may name a platform, `manifest[linux/arm64]`.
 *
 * @throws UserError
 */
function parseAnnotationLevels(text) {
    const levels = text.split(",").map((level) => level.trim());
    for (const level of levels) {
        const name = level.replace(/\[[a-z0-9_/.-]+\]$/, "");
        if (!ANNOTATION_LEVELS.includes(name)) {
            throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(level)} is not a level of annotations; write ${ANNOTATION_LEVELS.join(", ")}`);
        }
    }
    return levels;
}
/** `index:`, `manifest,index[linux/amd64]:` before the name of an annotation, as buildx reads it. */
const LEVEL = `(?:${ANNOTATION_LEVELS.join("|")})`;
const OWN_LEVELS = new RegExp(`^${LEVEL}(?:,${LEVEL})*(?:\\[[A-Za-z0-9_/-]+\\])?:`);
/**
 * `level:name=value` lines, as `--annotation` takes them. One that has levels of its own keeps them; metadata-action
 * would make `manifest:index:name=value` of it, an annotation that is called `index:name`.
 */
function annotationLines(annotations, levels) {
    const lines = labelLines(annotations);
    const own = lines.filter((line) => OWN_LEVELS.test(line));
    const others = lines.filter((line) => !OWN_LEVELS.test(line));
    return [...levels.flatMap((level) => others.map((line) => `${level}:${line}`)), ...own];
}

// EXTERNAL MODULE: ./build/js/packages/images/src/tag-name.js
var tag_name = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/js/packages/images/src/csv.js
/** Text that is not CSV. The message is a sentence's end, after what the text is called. */
class CsvError extends Error {
    name = "CsvError";
}
/**
 * Reads records of comma-separated fields as the CSV reader of docker's actions does (csv-parse with relaxed column
 * counts and empty lines skipped), in time linear to the text. A line ends with LF, CR LF or CR, whatever the first one
 * ended with; csv-parse takes the first line's ending for all.
 *
 * @throws CsvError
 */
function readCsv(text, rules) {
    return new CsvReader(text, rules).read();
}
class CsvReader {
    #text;
    #rules;
    #records = [];
    #record = [];
    #at = 0;
    #line = 1;
    constructor(text, rules) {
        this.#text = text;
        this.#rules = rules;
    }
    read() {
        while (this.#at < this.#text.length) {
            if (this.#record.length === 0 && this.#skipLine())
                continue;
            this.#record.push(this.#field());
            if (this.#text[this.#at] === ",")
                this.#comma();
            else
                this.#endRecord();
        }
        return this.#records;
    }
    /** Leaves out an empty line or a comment. */
    #skipLine() {
        const start = /[ \t]*/y;
        start.lastIndex = this.#at;
        const blanks = start.exec(this.#text)[0].length;
        const isComment = this.#rules.comments && this.#text[this.#at + blanks] === "#";
        if (isComment)
            this.#at = this.#lineEnd(this.#at);
        else if (this.#breakAt(this.#at) === 0)
            return false;
        this.#at += this.#breakAt(this.#at);
        this.#line++;
        return true;
    }
    /** The comma before the end of the text or line stands before an empty field. */
    #comma() {
        this.#at++;
        if (this.#at < this.#text.length)
            return;
        this.#record.push("");
        this.#endRecord();
    }
    #endRecord() {
        this.#records.push(this.#record);
        this.#record = [];
        this.#at += this.#breakAt(this.#at);
        this.#line++;
    }
    #field() {
        if (!this.#rules.quotes || this.#text[this.#at] !== '"')
            return this.#plain(this.#at);
        const start = this.#at;
        const line = this.#line;
        let value = "";
        for (let at = start + 1;;) {
            const quote = this.#text.indexOf('"', at);
            if (quote === -1)
                throw new CsvError(`has a quote on line ${line} that is never closed; write """" for one quote`);
            value += this.#text.slice(at, quote);
            this.#line += breaksIn(this.#text.slice(at, quote));
            if (this.#text[quote + 1] === '"') {
                value += '"';
                at = quote + 2;
                continue;
            }
            return this.#closed(value, quote + 1);
        }
    }
    /** After a closing quote comes a comma or the end of the line; else the quotes are part of the field, where that is allowed. */
    #closed(value, at) {
        this.#at = at;
        const next = this.#text[at];
        if (next === undefined || next === "," || this.#breakAt(at) > 0)
            return value;
        // csv-parse ends the quotes before the sign of a comment too.
        if (this.#rules.comments && next === "#") {
            if (value !== "" || this.#record.length > 0)
                return `${value}${this.#plain(at)}`;
            this.#at = this.#lineEnd(at);
            return value;
        }
        if (!this.#rules.relaxedQuotes) {
            throw new CsvError(`has ${JSON.stringify(next)} after a closing quote; put the quotes around the whole part`);
        }
        return `"${value}"${this.#plain(at)}`;
    }
    #plain(start) {
        const end = /[,\r\n]/g;
        end.lastIndex = start;
        this.#at = end.exec(this.#text)?.index ?? this.#text.length;
        const value = this.#text.slice(start, this.#at);
        if (this.#rules.quotes && !this.#rules.relaxedQuotes && value.includes('"')) {
            throw new CsvError(`has a quote inside ${JSON.stringify(value.slice(0, 100))}; put the quotes around the whole part`);
        }
        return value;
    }
    #lineEnd(start) {
        const end = /[\r\n]/g;
        end.lastIndex = start;
        return end.exec(this.#text)?.index ?? this.#text.length;
    }
    /** Characters of the line break that stands there. */
    #breakAt(at) {
        if (this.#text[at] === "\n")
            return 1;
        if (this.#text[at] === "\r")
            return this.#text[at + 1] === "\n" ? 2 : 1;
        return 0;
    }
}
function breaksIn(text) {
    return text.split(/\r\n|\n|\r/).length - 1;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/attributes.js


/**
 * Reads the parts of a line: separated by commas, each split at its first `=`. A part that holds a comma stands in
 * quotes as a whole: `"match=v(\d{1,3})"`.
 *
 * @throws UserError for misplaced quotes
 */
function parseAttributes(line) {
    try {
        const [fields = []] = readCsv(line, { relaxedQuotes: false, comments: false, quotes: true });
        return fields.map((field) => {
            const equals = field.indexOf("=");
            // A part that begins with `=` has no key.
            if (equals <= 0)
                return { key: undefined, value: field.trim() };
            return { key: field.slice(0, equals).trim().toLowerCase(), value: field.slice(equals + 1).trim() };
        });
    }
    catch (error) {
        if (error instanceof CsvError)
            throw new user_error/* UserError */.y(`it ${error.message}`, { cause: error });
        throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/semver/functions/compare.js
var compare = __webpack_require__(8469);
// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var parse = __webpack_require__(6353);
;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/pep440.js
/** The specification's appendix B; it allows `v` in front, any case and several spellings. */
const PATTERN = new RegExp([
    String.raw `^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)`,
    String.raw `(?:[-_.]?(?<letter>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\d+)?)?`,
    String.raw `(?:-(?<implicit>\d+)|[-_.]?(?<isPost>post|rev|r)[-_.]?(?<post>\d+)?)?`,
    String.raw `(?:[-_.]?(?<isDev>dev)[-_.]?(?<dev>\d+)?)?`,
    String.raw `(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$`,
].join(""), "i");
const LETTERS = {
    a: "a",
    alpha: "a",
    b: "b",
    beta: "b",
    c: "rc",
    rc: "rc",
    pre: "rc",
    preview: "rc",
};
/** @returns undefined for what is not a version. */
function readPep440(text) {
    const groups = PATTERN.exec(text)?.groups;
    if (groups === undefined)
        return undefined;
    const { epoch = "0", release = "", letter, pre = "0", implicit, isPost, post = "0", isDev, dev = "0", local, } = groups;
    return {
        epoch: Number(epoch),
        release: release.split(".").map(Number),
        pre: letter === undefined ? undefined : { letter: LETTERS[letter.toLowerCase()], number: Number(pre) },
        post: implicit !== undefined ? Number(implicit) : isPost === undefined ? undefined : Number(post),
        dev: isDev === undefined ? undefined : Number(dev),
        local: local === undefined ? [] : local.toLowerCase().split(/[-_.]/).map(localPart),
    };
}
const localPart = (part) => (/^\d+$/.test(part) ? Number(part) : part);
/** The normal form: `1.0.0rc1.post2.dev3+local.1`. */
function printPep440({ epoch, release, pre, post, dev, local }) {
    return [
        epoch === 0 ? "" : `${epoch}!`,
        release.join("."),
        pre === undefined ? "" : `${pre.letter}${pre.number}`,
        post === undefined ? "" : `.post${post}`,
        dev === undefined ? "" : `.dev${dev}`,
        local.length === 0 ? "" : `+${local.join(".")}`,
    ].join("");
}
/** Below zero if `a` comes first: 1.0.dev1, 1.0a1.dev1, 1.0a1, 1.0rc1, 1.0, 1.0+local, 1.0.post1. */
function comparePep440(a, b) {
    return (a.epoch - b.epoch ||
        compareLists(trimmed(a.release), trimmed(b.release), (x, y) => x - y) ||
        compareLists(suffixKey(a), suffixKey(b), (x, y) => x - y) ||
        compareLists(a.local, b.local, compareLocal));
}
/** `1.0` and `1` are the same release. */
function trimmed(release) {
    const last = release.findLastIndex((number) => number !== 0);
    return release.slice(0, last + 1);
}
/** A development release without more comes before all pre-releases of its release, and a final one after them. */
function suffixKey({ pre, post, dev }) {
    const stage = pre === undefined ? (post === undefined && dev !== undefined ? 0 : 4) : { a: 1, b: 2, rc: 3 }[pre.letter];
    return [stage, pre?.number ?? 0, post ?? -1, dev ?? Number.POSITIVE_INFINITY];
}
function compareLocal(a, b) {
    if (typeof a === "number" && typeof b === "number")
        return a - b;
    if (typeof a === typeof b)
        return a < b ? -1 : Number(a > b);
    return typeof a === "number" ? 1 : -1;
}
/** The shorter of two lists that begin alike comes first. */
function compareLists(a, b, compare) {
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
        // Equal infinities have no difference.
        const order = a[at] === b[at] ? 0 : compare(a[at], b[at]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/version.js



/** As the semver package limits it, so that no reading is slow. */
const MAX_CHARACTERS = 256;
/** @returns undefined for what is not a version by https://semver.org, with or without a `v` */
function parseSemver(text) {
    const parsed = parse(text);
    if (parsed === null)
        return undefined;
    const { raw, version, prerelease, build, major, minor, patch } = parsed;
    const isStable = prerelease.length === 0;
    return {
        scheme: "semver",
        raw,
        clean: version,
        written: version,
        isStable,
        isFinal: isStable,
        numbers: { major, minor, patch },
        build,
    };
}
/** @returns undefined for what is not a version by PEP 440 */
function parsePep440(text) {
    if (text.length > MAX_CHARACTERS)
        return undefined;
    const parsed = readPep440(text);
    if (parsed === undefined)
        return undefined;
    const { release, pre, post, dev } = parsed;
    const [major = 0, minor = 0, patch = 0] = release;
    const isStable = pre === undefined && dev === undefined;
    const clean = printPep440(parsed);
    return {
        scheme: "pep440",
        raw: text,
        clean,
        written: clean.replace(/\+.*/, (local) => local.replaceAll(".", ",")),
        isStable,
        isFinal: isStable && post === undefined,
        numbers: { major, minor, patch },
        build: [],
    };
}
/**
 * The version that a name of a git or image tag is: by semver, else by PEP 440 if it has a dot. A lone number such as
 * `20260110` is a date or a commit, more often than a version.
 */
function versionOfName(name) {
    return parseSemver(name) ?? (/\d\.\d/.test(name) ? parsePep440(name) : undefined);
}
/** Below zero if `a` is less than `b`, which has the same scheme. Build metadata does not count. */
function version_compareVersions(a, b) {
    return a.scheme === "semver" ? compare(a.clean, b.clean) : comparePep440(readPep440(a.clean), readPep440(b.clean));
}
/** What `{{…}}` may name in the pattern of `type=semver` and `type=pep440`. */
const VERSION_NAMES = {
    semver: ["raw", "version", "major", "minor", "patch", "prerelease", "build"],
    pep440: ["raw", "version", "major", "minor", "patch"],
};
function versionExpressions({ raw, written, numbers, build }) {
    return {
        raw: () => raw,
        version: () => written,
        major: () => String(numbers.major),
        minor: () => String(numbers.minor),
        patch: () => String(numbers.patch),
        // A pre-release ignores the pattern, so there is never one to write.
        prerelease: () => "",
        build: () => build.join(","),
    };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/tag-rule.js







/** What metadata-action takes if `tags` is empty. */
const DEFAULT_TAGS = ["type=schedule", "type=ref,event=branch", "type=ref,event=tag", "type=ref,event=pr"];
const COMMON_KEYS = ["type", "enable", "priority", "prefix", "suffix"];
const tag_rule_TYPES = {
    schedule: { priority: 1000, keys: ["pattern"] },
    semver: { priority: 900, keys: ["pattern", "value", "match"] },
    pep440: { priority: 900, keys: ["pattern", "value", "match"] },
    match: { priority: 800, keys: ["pattern", "group", "value"] },
    edge: { priority: 700, keys: ["branch"] },
    ref: { priority: 600, keys: ["event"] },
    raw: { priority: 200, keys: ["value"] },
    sha: { priority: 100, keys: ["format"], prefix: "sha-" },
};
const TYPE_NAMES = Object.keys(tag_rule_TYPES);
/**
 * Reads a line such as `type=semver,pattern={{version}}`. A part without `=` is the value, and a line without type is raw.
 *
 * @throws UserError which says what is wrong, to stand after the line
 */
function parseTagRule(line) {
    const attributes = new Map();
    for (const { key = "value", value } of parseAttributes(line))
        attributes.set(key, value);
    const type = oneOf("type", attributes.get("type") ?? "raw", TYPE_NAMES);
    return new RuleReader(line, type, attributes).read();
}
/** Highest priority first; equal ones keep their order. */
function byPriority(rules) {
    return rules.toSorted((a, b) => (a.priority === b.priority ? 0 : b.priority > a.priority ? 1 : -1));
}
class RuleReader {
    #line;
    #type;
    #attributes;
    constructor(line, type, attributes) {
        this.#line = line;
        this.#type = type;
        this.#attributes = attributes;
    }
    read() {
        return { ...this.#common(), ...this.#own() };
    }
    #common() {
        const event = this.#attributes.get("event");
        const prefix = tag_rule_TYPES[this.#type].prefix ?? (this.#type === "ref" && event === "pr" ? "pr-" : undefined);
        return {
            line: this.#line,
            enable: this.#template("enable", GLOBAL_NAMES) ?? ["true"],
            priority: this.#priority(),
            prefix: this.#template("prefix", GLOBAL_NAMES) ?? (prefix === undefined ? undefined : [prefix]),
            suffix: this.#template("suffix", GLOBAL_NAMES),
            notes: this.#notes(),
        };
    }
    #own() {
        const type = this.#type;
        switch (type) {
            case "schedule":
                return { type, pattern: this.#template("pattern", DATE_NAMES) ?? ["nightly"] };
            case "semver":
            case "pep440": {
                const pattern = this.#template("pattern", VERSION_NAMES[type]);
                if (pattern === undefined)
                    throw new user_error/* UserError */.y(`it has no pattern; write type=${type},pattern={{version}}`);
                const match = this.#attributes.get("match") ?? "";
                return { type, pattern, value: this.#value(), match: match === "" ? undefined : regExp("match", match, "") };
            }
            case "match":
                return { type, pattern: this.#pattern(), group: this.#group(), value: this.#value() };
            case "edge":
                return { type, branch: this.#attributes.get("branch") ?? "" };
            case "ref": {
                const event = this.#attributes.get("event");
                if (event === undefined)
                    throw new user_error/* UserError */.y("it has no event; write event=branch, event=tag or event=pr");
                return { type, event: oneOf("event", event, ["branch", "tag", "pr"]) };
            }
            case "raw": {
                const value = this.#value();
                if (value === undefined)
                    throw new user_error/* UserError */.y("it has no value; write type=raw,value=edge");
                return { type, value };
            }
            case "sha":
                return { type, format: oneOf("format", this.#attributes.get("format") ?? "short", ["short", "long"]) };
        }
    }
    #value() {
        return this.#template("value", GLOBAL_NAMES);
    }
    #template(key, known) {
        const text = this.#attributes.get(key);
        if (text === undefined)
            return undefined;
        const template = parseTemplate(text);
        try {
            checkTemplate(template, known);
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            const isElsewhere = !known.includes("branch") &&
                template.some((part) => typeof part !== "string" && GLOBAL_NAMES.includes(part.name));
            throw isElsewhere ? new user_error/* UserError */.y(`${error.message}; in prefix, suffix and value it is known`) : error;
        }
        return template;
    }
    #priority() {
        const text = this.#attributes.get("priority");
        if (text === undefined)
            return tag_rule_TYPES[this.#type].priority;
        const priority = Number(text);
        if (Number.isNaN(priority))
            throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`priority=${text}`)} is not a number`);
        return priority;
    }
    /** `v(.*)`, or with flags `/v(.*)/i`. */
    #pattern() {
        const text = this.#attributes.get("pattern");
        if (text === undefined)
            throw new user_error/* UserError */.y("it has no pattern; write type=match,pattern=v(.*),group=1");
        const [, source, flags] = /^\/(.+)\/(.*)$/.exec(text) ?? [];
        return source === undefined ? regExp("pattern", text, "") : regExp("pattern", source, flags);
    }
    #group() {
        const group = this.#attributes.get("group") ?? "0";
        if (Number.isNaN(Number(group)))
            throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`group=${group}`)} is not a number; write group=1`);
        return group;
    }
    #notes() {
        const known = [...COMMON_KEYS, ...tag_rule_TYPES[this.#type].keys];
        return [...this.#attributes.keys()]
            .filter((key) => !known.includes(key))
            .map((key) => {
            if (key === "value")
                return `${(0,quoted/* quoted */.T)(this.#attributes.get(key))} is ignored: type=${this.#type} takes no value`;
            const near = (0,nearest/* nearest */.p)(key, known);
            return `${(0,quoted/* quoted */.T)(key)} is ignored: type=${this.#type} does not know it${near === undefined ? "" : `; did you mean ${near}?`}`;
        });
    }
}
function regExp(key, source, flags) {
    try {
        return new RegExp(source, flags);
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`${key}=${source}`)} is not a regular expression`, { cause: error });
    }
}
function oneOf(key, text, words) {
    const word = words.find((each) => each === text);
    if (word !== undefined)
        return word;
    const near = (0,nearest/* nearest */.p)(text, words);
    const remedy = near === undefined ? `write one of ${words.join(", ")}` : `did you mean ${near}?`;
    throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`${key}=${text}`)} is not known; ${remedy}`);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/tag-value.js





/** @throws UserError for what the rule cannot make of this event */
function tagValue(rule, scope) {
    const { ref, sha, eventName } = scope.context;
    switch (rule.type) {
        case "schedule":
            return eventName.includes("schedule")
                ? plain(renderTemplate(rule.pattern, dateExpressions(scope.context)))
                : undefined;
        case "semver":
        case "pep440":
            return versionValue(rule, scope);
        case "match":
            return matchValue(rule, scope);
        case "edge": {
            const branch = branchOf(ref);
            const wanted = rule.branch === "" ? scope.context.repository.defaultBranch : rule.branch;
            return branch !== undefined && branch === wanted ? plain("edge") : undefined;
        }
        case "ref":
            return refValue(rule.event, ref);
        case "raw":
            return rawValue(rule.value, scope);
        case "sha":
            return sha === "" ? undefined : plain(rule.format === "short" ? sha.slice(0, scope.shortShaLength) : sha);
    }
}
function plain(text) {
    return { text, isLatest: false, version: undefined };
}
function versionValue(rule, scope) {
    const source = sourceOf(rule.value, scope);
    if (source === undefined)
        return undefined;
    const found = partOf(rule, source);
    const text = found.text.replaceAll("/", "-");
    const version = rule.type === "semver" ? parseSemver(text) : parsePep440(text);
    if (version === undefined) {
        const where = rule.type === "semver" ? "https://semver.org" : "PEP 440";
        return { note: `${found.note ?? ""}${(0,quoted/* quoted */.T)(text)} is not a version by ${where}` };
    }
    return { text: versionText(rule.pattern, version), isLatest: version.isFinal, version };
}
/** A pre-release is frequent and breaks things: it never becomes `1.2` or `1`. */
function versionText(pattern, version) {
    if (version.isFinal)
        return renderTemplate(pattern, versionExpressions(version));
    return isOnly(pattern, "raw") ? version.raw : version.written;
}
/** The part of a git tag that `match` puts in parentheses. */
function partOf({ match }, source) {
    if (match === undefined)
        return { text: source };
    const found = match.exec(source);
    if (found === null)
        return { text: source, note: `${(0,quoted/* quoted */.T)(`match=${match.source}`)} does not match ${(0,quoted/* quoted */.T)(source)}, and ` };
    const [, group] = found;
    if (group !== undefined)
        return { text: group };
    throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`match=${match.source}`)} gives no group for ${(0,quoted/* quoted */.T)(source)}; put the version in parentheses`);
}
function matchValue(rule, scope) {
    const source = sourceOf(rule.value, scope);
    if (source === undefined)
        return undefined;
    // A pattern with the flag y or g keeps its place between uses, so each use has its own.
    const found = source.match(new RegExp(rule.pattern));
    if (found === null)
        return { note: `${(0,quoted/* quoted */.T)(`pattern=${rule.pattern.source}`)} does not match ${(0,quoted/* quoted */.T)(source)}` };
    const number = Number(rule.group);
    const text = String(number) === rule.group ? found[number] : undefined;
    if (text === undefined) {
        return {
            note: `${(0,quoted/* quoted */.T)(`pattern=${rule.pattern.source}`)} has no group ${(0,quoted/* quoted */.T)(rule.group)} for ${(0,quoted/* quoted */.T)(source)}`,
        };
    }
    return { text, isLatest: true, version: versionOfName(text) };
}
/** What `value` gives, else the git tag; undefined if the event is about no tag. */
function sourceOf(value, { context, expressions }) {
    return value === undefined || value.length === 0 ? tagOf(context.ref) : renderTemplate(value, expressions);
}
function refValue(event, ref) {
    if (event === "branch") {
        const branch = branchOf(ref);
        return branch === undefined ? undefined : plain(branch);
    }
    if (event === "tag") {
        const tag = tagOf(ref);
        return tag === undefined ? undefined : { text: tag, isLatest: true, version: versionOfName(tag) };
    }
    return ref.startsWith("refs/pull/") ? plain(ref.slice("refs/pull/".length).replace(/\/merge$/, "")) : undefined;
}
/** A value such as `1.2.3` is a version; one made from a date is not, even if it looks like one. */
function rawValue(value, { expressions }) {
    const text = renderTemplate(value, expressions);
    const isDated = expressionNames(value).some((name) => name === "date" || name === "commit_date");
    return { text, isLatest: false, version: isDated ? undefined : parseSemver(text) };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/tag-plan.js








/**
 * Decides the tags of a build by metadata-action's rules.
 *
 * @throws UserError with all rules that give no valid tag
 */
function planTags(rules, flavor, context, shortShaLength) {
    const expressions = globalExpressions(context, shortShaLength);
    return new TagPlanner(flavor, { context, expressions, shortShaLength }).plan(byPriority(rules));
}
class TagPlanner {
    #flavor;
    #scope;
    #tags = [];
    #names = new Set();
    #notes = [];
    #problems = [];
    /** Decided by the first tag alone. */
    #isLatest;
    constructor(flavor, scope) {
        this.#flavor = flavor;
        this.#scope = scope;
    }
    plan(rules) {
        for (const rule of rules) {
            for (const note of rule.notes)
                this.#notes.push(`\`tags\` line ${(0,quoted/* quoted */.T)(rule.line)}: ${note}`);
            this.#try(rule.line, () => this.#apply(rule));
        }
        if (this.#isLatest === true)
            this.#try("latest", () => this.#addLatest());
        if (this.#problems.length > 0)
            throw new user_error/* UserErrors */.t(this.#problems);
        return { version: this.#tags[0]?.name ?? "", tags: this.#tags, notes: this.#notes };
    }
    #try(line, action) {
        try {
            action();
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            this.#problems.push(`\`tags\` line ${(0,quoted/* quoted */.T)(line)}: ${error.message}`);
        }
    }
    #apply(rule) {
        if (!this.#isEnabled(rule))
            return;
        const value = tagValue(rule, this.#scope);
        if (value === undefined)
            return;
        if ("note" in value)
            this.#notes.push(`\`tags\` line ${(0,quoted/* quoted */.T)(rule.line)}: ${value.note}`);
        else
            this.#add(rule, value);
    }
    #isEnabled(rule) {
        const enabled = this.#render(rule.enable);
        if (enabled === "true" || enabled === "false")
            return enabled === "true";
        throw new user_error/* UserError */.y(`enable gives ${(0,quoted/* quoted */.T)(enabled)}; it must give true or false`);
    }
    #add(rule, value) {
        const prefix = this.#render(rule.prefix ?? this.#flavor.prefix);
        const suffix = this.#render(rule.suffix ?? this.#flavor.suffix);
        const whole = `${prefix}${value.text}${suffix}`;
        if (whole === "")
            return;
        const name = (0,tag_name/* tagFrom */.FL)(whole);
        const problem = (0,tag_name/* tagProblem */.qH)(name) ?? this.#shadowProblem(rule, value, name);
        if (problem !== undefined)
            throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(whole)} cannot be a tag: ${problem}. ${REMEDY}`);
        this.#isLatest ??= this.#flavor.latest === "auto" ? value.isLatest : this.#flavor.latest === "true";
        if (this.#names.has(name))
            return;
        this.#names.add(name);
        this.#tags.push({
            name,
            source: rule.line,
            prefix: (0,tag_name/* tagFrom */.FL)(prefix),
            suffix: (0,tag_name/* tagFrom */.FL)(suffix),
            version: value.version,
            isImmutable: isFullVersion(rule, value),
            latest: value.text === "latest" ? "asked" : undefined,
        });
    }
    /** A branch called `latest` must not move `latest`, except it is the repository's own. */
    #shadowProblem(rule, value, name) {
        const branch = branchOf(this.#scope.context.ref);
        const isFromBranch = rule.type === "ref" || (rule.type === "raw" && expressionNames(rule.value).includes("branch"));
        const isShadow = name === "latest" && isFromBranch && branch === value.text;
        if (!isShadow || branch === this.#scope.context.repository.defaultBranch)
            return undefined;
        return "a branch with this name would move the tag that everyone pulls by default";
    }
    #addLatest() {
        const { prefixesLatest, suffixesLatest, latest } = this.#flavor;
        const prefix = prefixesLatest ? this.#render(this.#flavor.prefix) : "";
        const suffix = suffixesLatest ? this.#render(this.#flavor.suffix) : "";
        const name = (0,tag_name/* tagFrom */.FL)(`${prefix}latest${suffix}`);
        const problem = (0,tag_name/* tagProblem */.qH)(name);
        if (problem !== undefined)
            throw new user_error/* UserError */.y(`${problem}. Give \`flavor\` another prefix or suffix`);
        this.#tags.push({
            name,
            source: "latest of flavor",
            prefix: (0,tag_name/* tagFrom */.FL)(prefix),
            suffix: (0,tag_name/* tagFrom */.FL)(suffix),
            version: this.#tags.find(({ version }) => version !== undefined)?.version,
            isImmutable: false,
            latest: latest === "true" ? "asked" : "automatic",
        });
    }
    #render(template) {
        return renderTemplate(template, this.#scope.expressions);
    }
}
const REMEDY = "Write another prefix=, suffix= or value=, or type=sha";
/**
 * `1.2.3`, `v1.2.3-rc.1`; or the version that a rule of PEP 440 is about. `1.2`, `1` and dates move. A branch that is
 * called `1.2.3` gives a full version too, so that it cannot replace a release.
 */
function isFullVersion(rule, { text, version }) {
    if (rule.type === "ref" && rule.event === "branch")
        return parseSemver(text) !== undefined;
    if (version === undefined)
        return false;
    if (version.scheme === "semver")
        return parseSemver(text)?.clean === version.clean;
    // Of other rules than PEP 440's, `1.2` is the beginning of a version.
    const isWhole = rule.type === "pep440" || !version.isFinal || /\d\.\d+\.\d/.test(text);
    return isWhole && (text === version.written || parsePep440(text)?.clean === version.clean);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/metadata.js




const DEFAULT_METADATA_OPTIONS = {
    shortShaLength: SHORT_SHA_LENGTH,
    annotationLevels: ["manifest"],
};
/**
 * Decides everything that an image is called and labelled. `latest` goes wherever metadata-action puts it; whether it
 * moves is decided by the tags that stand when the image is pushed (`latest.ts`).
 *
 * @throws UserError with every tag that would not be valid
 */
function imageMetadata(inputs, context, options = DEFAULT_METADATA_OPTIONS) {
    const { shortShaLength, annotationLevels } = options;
    const plan = planTags(inputs.rules, inputs.flavor, context, shortShaLength);
    const expressions = globalExpressions(context, shortShaLength);
    return {
        images: inputs.images,
        namesImages: inputs.namesImages,
        plan,
        labels: labelsOf(inputs.labels, expressions, context, plan.version),
        annotations: labelsOf(inputs.annotations, expressions, context, plan.version),
        annotationLevels,
    };
}
/** @throws UserError for what is not a whole number from 1: with 0, every commit would get the same tag */
function parseShortShaLength(text) {
    const length = Number(text);
    if (text.trim() !== "" && Number.isInteger(length) && length > 0)
        return length;
    throw new user_error/* UserError */.y(`${JSON.stringify(text)} is not a length for short commits; write a whole number such as 12`);
}
/** What is to be pushed: each image under each tag, once. */
function references({ images, plan }) {
    const unique = new Map();
    for (const { registry, repository } of images) {
        for (const { name } of plan.tags) {
            unique.set(`${registry}/${repository}:${name}`, { registry, repository, tag: name, digest: undefined });
        }
    }
    return [...unique.values()];
}
function metadataOutputs(metadata) {
    const { images, namesImages, plan, labels, annotationLevels } = metadata;
    const names = plan.tags.map(({ name }) => name);
    const tags = namesImages ? images.flatMap((image) => names.map((tag) => `${image.name}:${tag}`)) : names;
    const annotations = annotationLines(metadata.annotations, annotationLevels);
    return {
        version: plan.version,
        tags,
        "tag-names": names,
        labels: labelLines(labels),
        annotations,
        json: { tags, "tag-names": names, labels: Object.fromEntries(labels), annotations },
    };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/flavor.js





const KEYS = ["latest", "prefix", "suffix", "onlatest"];
const NONE = { latest: "auto", prefix: [], suffix: [], prefixesLatest: false, suffixesLatest: false };
/**
 * Reads a line of `flavor`, such as `prefix=dev-,onlatest=true`.
 *
 * @throws UserError
 */
function parseFlavorLine(line) {
    let flavor = {};
    // `onlatest` is about the prefix or suffix before it on the same line.
    let last = "";
    for (const { key, value } of parseAttributes(line)) {
        flavor = { ...flavor, ...changeOf(key, value, last) };
        if (key === "prefix" || key === "suffix")
            last = key;
    }
    return flavor;
}
/** What all lines say together; later ones win. */
function flavorOf(lines) {
    return Object.assign({}, NONE, ...lines);
}
function changeOf(key, value, last) {
    switch (key) {
        case "latest":
            if (value !== "auto" && value !== "true" && value !== "false") {
                throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`latest=${value}`)} is not known; write latest=auto, latest=true or latest=false`);
            }
            return { latest: value };
        case "prefix":
        case "suffix": {
            const template = parseTemplate(value);
            checkTemplate(template, GLOBAL_NAMES);
            return { [key]: template };
        }
        case "onlatest":
            if (value !== "true" && value !== "false") {
                throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`onlatest=${value}`)} is not known; write onlatest=true or onlatest=false`);
            }
            if (last === "")
                return {};
            return { [last === "prefix" ? "prefixesLatest" : "suffixesLatest"]: value === "true" };
        default:
            throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(key ?? value)} is not known; write ${KEYS.map((each) => `${each}=`).join(", ")}`);
    }
}

// EXTERNAL MODULE: ./build/js/packages/images/src/reference.js + 1 modules
var src_reference = __webpack_require__(8801);
;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/image-list.js




/**
 * Reads a line of `images`: `ghcr.io/acme/app`, or `name=ghcr.io/acme/app,enable=false`, or, if it is the only line, several
 * names with commas.
 *
 * @returns the images that are enabled; a disabled one may have any name
 * @throws UserError
 */
function parseImageLine(line, isOnly) {
    const attributes = parseAttributes(line);
    if (isOnly && attributes.every(({ key }) => key === undefined)) {
        return attributes.map(({ value }) => entryOf(value));
    }
    const names = [];
    let isEnabled = true;
    for (const { key = "name", value } of attributes) {
        if (key === "name")
            names.push(value);
        else if (key === "enable")
            isEnabled = booleanOf(value);
        else
            throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(key)} is not known; write name= and enable=`);
    }
    const [name, other] = names;
    if (other !== undefined) {
        throw new user_error/* UserError */.y(`it names two images, ${(0,quoted/* quoted */.T)(name)} and ${(0,quoted/* quoted */.T)(other)}; write each on a line of its own`);
    }
    if (name === undefined || name === "")
        throw new user_error/* UserError */.y("it has no name; write name=ghcr.io/acme/app");
    return isEnabled ? [entryOf(name)] : [];
}
function entryOf(written) {
    const name = written.toLowerCase();
    return { name, ...(0,src_reference/* parseImageName */["if"])(name) };
}
function booleanOf(value) {
    if (value !== "true" && value !== "false") {
        throw new user_error/* UserError */.y(`${(0,quoted/* quoted */.T)(`enable=${value}`)} is not known; write enable=true or enable=false`);
    }
    return value === "true";
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/tag-inputs.js






/**
 * Reads the inputs that metadata-action has too, by its grammar.
 *
 * @throws UserErrors with everything wrong in all of them, each naming its input and its line
 */
function parseTagInputs(lines) {
    const problems = [];
    const each = (input, values, read) => values.flatMap((line) => tried(problems, `input \`${input}\`, line ${(0,quoted/* quoted */.T)(line)}: `, () => [read(line)]) ?? []);
    const { images, tags } = lines;
    const inputs = {
        images: each("images", images, (line) => parseImageLine(line, images.length === 1)).flat(),
        namesImages: images.length > 0,
        rules: each("tags", tags.length === 0 ? DEFAULT_TAGS : tags, parseTagRule),
        flavor: flavorOf(each("flavor", lines.flavor, parseFlavorLine)),
        labels: each("labels", lines.labels, parseLabel),
        annotations: each("annotations", lines.annotations, parseLabel),
    };
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return inputs;
}
function tried(problems, prefix, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        problems.push(`${prefix}${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/complete-references.js



/**
 * References as docker/build-push-action's `tags` and an output's `name` hold them, each with a tag. To be verified, one
 * may have a digest instead or as well.
 *
 * @throws UserErrors with everything that is wrong, naming the input.
 */
function readReferences(input, texts, mode) {
    const problems = [];
    const references = texts.flatMap((text) => {
        if (input === "tags" && /^type=/.test(text)) {
            problems.push(`input \`tags\` has the rule ${(0,runner_inputs/* quote */.hD)(text)}, and \`images\` is empty; write, for example, \`images: ghcr.io/acme/app\``);
            return [];
        }
        try {
            const reference = (0,src_reference/* parseReference */.F2)(text);
            if (reference.digest === undefined)
                return [{ ...reference, tag: reference.tag ?? "latest" }];
            if (mode === "verify")
                return [reference];
            throw new user_error/* UserError */.y(`${(0,runner_inputs/* quote */.hD)(text)} has a digest, which only a build gives`);
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            problems.push(`input \`${input}\`: ${error.message}`);
            return [];
        }
    });
    problems.push(...twoDigests(references));
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return references;
}
/** A tag leads to one digest. */
function twoDigests(references) {
    const digests = Map.groupBy(references.filter(({ tag, digest }) => tag !== undefined && digest !== undefined), (reference) => (0,src_reference/* printReference */.nt)({ ...reference, digest: undefined }));
    return [...digests].flatMap(([name, all]) => new Set(all.map(({ digest }) => digest)).size > 1
        ? [`input \`tags\` has ${(0,runner_inputs/* quote */.hD)(name)} with two digests; a tag leads to one, so keep one of them`]
        : []);
}
function destinationsOf(references) {
    return mergeDestinations(references.map(({ registry, repository, tag, digest }) => ({
        registry,
        repository,
        tags: [tag ?? digest],
        ...(tag !== undefined && digest !== undefined && { expected: { [tag]: digest } }),
    })), new Set(["latest"]));
}
/** Each repository once, with all its tags in their order, but those that float last. */
function mergeDestinations(destinations, floating) {
    const places = Map.groupBy(destinations, ({ registry, repository }) => `${registry}/${repository}`);
    return [...places.values()].map((all) => {
        const { registry, repository } = all[0];
        const tags = [...new Set(all.flatMap((each) => each.tags))];
        const expected = Object.assign({}, ...all.map((each) => each.expected));
        return {
            registry,
            repository,
            tags: tags.toSorted((a, b) => Number(floating.has(a)) - Number(floating.has(b))),
            ...(Object.keys(expected).length > 0 && { expected }),
        };
    });
}

// EXTERNAL MODULE: ./build/js/packages/images/src/oci/digest.js
var oci_digest = __webpack_require__(2296);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/destination.js

/** Complete: `ghcr.io/acme/api:1.2.3`, `ghcr.io/acme/api@sha256:…`. */
function referenceText({ registry, repository }, tag) {
    return `${registry}/${repository}${(0,oci_digest/* isDigest */.Bc)(tag) ? "@" : ":"}${tag}`;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/image-plan.js






/**
 * Every image that is meant, with what `images`, `tags` and the outputs that push say.
 *
 * @throws UserErrors naming each tag that is not valid.
 */
function planImages(targets, context, mode, options = DEFAULT_METADATA_OPTIONS) {
    const problems = [];
    const plans = targets.flatMap((target) => {
        try {
            return [planImage(target, context, mode, options)];
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            const lines = error instanceof user_error/* UserErrors */.t ? error.problems : [error.message];
            problems.push(...lines.map((line) => problemOf(target, targets, line)));
            return [];
        }
    });
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return plans;
}
/** A problem with an input of one image: of several, it names the image. */
function problemOf({ name }, { length }, line) {
    return length === 1 ? line : `input \`targets\`, \`${name}\`, ${line.replace(/^input /, "")}`;
}
/** Complete references of an image, as they are printed. */
function referencesOf({ destinations }) {
    return destinations.flatMap((each) => each.tags.map((tag) => referenceText(each, tag)));
}
function planImage({ name, inputs }, context, mode, options) {
    const problems = [];
    const plan = gathered(problems, () => inputs.images.length === 0
        ? fromReferences(name, inputs, mode)
        : fromRules(name, parseTagInputs(inputs), context, options));
    // Other modes have no outputs.
    const texts = mode === "build" ? outputWish(inputs.outputs).names : [];
    const named = gathered(problems, () => readReferences("outputs", texts, mode)) ?? [];
    if (problems.length > 0 || plan === undefined)
        throw new user_error/* UserErrors */.t(problems);
    return named.length === 0 ? plan : withNames(plan, named);
}
function gathered(problems, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        problems.push(...(error instanceof user_error/* UserErrors */.t ? error.problems : [error.message]));
        return undefined;
    }
}
/** Also pushed under the names that an output gave. */
function withNames(plan, named) {
    const tags = [...new Set(named.map(({ tag }) => tag))];
    return {
        ...plan,
        version: plan.version || tags[0],
        destinations: mergeDestinations([...plan.destinations, ...destinationsOf(named)], floatingTags(plan.tagPlan)),
        versions: [...new Set([...plan.versions, ...tags.filter(isWholeVersion)])],
    };
}
function fromRules(name, inputs, context, options) {
    const metadata = imageMetadata(inputs, context, options);
    const outputs = metadataOutputs(metadata);
    const { tags } = metadata.plan;
    const names = tags.map((tag) => tag.name);
    return {
        name,
        version: outputs.version,
        destinations: mergeDestinations(inputs.images.map(({ registry, repository }) => ({ registry, repository, tags: names })), floatingTags(metadata.plan)),
        versions: tags.filter(({ isImmutable }) => isImmutable).map((tag) => tag.name),
        labels: outputs.labels,
        annotations: outputs.annotations,
        notes: metadata.plan.notes,
        json: outputs.json,
        tagPlan: metadata.plan,
    };
}
function floatingTags(plan) {
    return new Set([
        "latest",
        ...(plan?.tags.filter(({ latest }) => latest !== undefined).map(({ name }) => name) ?? []),
    ]);
}
/** A version that stands for one image for ever: SemVer, with or without `v`. */
const isWholeVersion = (tag) => /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(tag);
/** `tags` as docker/build-push-action has them: complete references. */
function fromReferences(name, { tags, labels, annotations }, mode) {
    const parsed = readReferences("tags", tags, mode);
    const destinations = destinationsOf(parsed);
    const names = [...new Set(parsed.map(({ tag, digest }) => tag ?? digest))];
    return {
        name,
        version: names[0] ?? "",
        destinations,
        versions: names.filter(isWholeVersion),
        labels,
        annotations,
        notes: [],
        json: {
            tags: referencesOf({ destinations }),
            "tag-names": names,
            labels: Object.fromEntries(labels.map((label) => [label.split("=", 1)[0], label.slice(label.indexOf("=") + 1)])),
            annotations,
        },
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/build-planning.js


const foldersOf = (folder) => ({
    layouts: `${folder}/layouts`,
    private: `${folder}/private`,
    bakeFile: `${folder}/private/bake.json`,
    metadata: `${folder}/private/metadata.json`,
    mounts: { tools: `${folder}/mounts/tools`, archives: `${folder}/mounts/archives` },
});
/**
 * The same plan from the same inputs and planning, once to be shown and once to be carried out: values of secrets stand
 * only in the inputs.
 *
 * @throws UserErrors with everything that is wrong with the inputs of a build.
 */
function buildPlan(inputs, { images, pushedImages, missingSecrets, caches, isPublic, runUrl, defaultContext, folder }, environment) {
    const { targets, builder, byDigest, token, scan, maxSize, maxGrowth } = inputs;
    const isLookedAt = scan.length > 0 || maxSize !== undefined || maxGrowth !== undefined;
    const folders = foldersOf(folder);
    const requests = targets.map(({ name, inputs: target }, at) => {
        const image = images[at];
        const own = {
            ...target,
            push: pushedImages[at],
            labels: image.labels,
            annotations: image.annotations,
            // What the cache preset adds is in the request.
            cache: "",
        };
        const { from, to } = caches[name] ?? { from: [], to: [] };
        return {
            name,
            inputs: own,
            references: byDigest ? [] : referencesOf(image),
            cacheFrom: from,
            cacheTo: to,
            isLookedAt,
        };
    });
    return planBuild(requests, builder, {
        isPublic,
        runUrl,
        noDefaults: environment.BUILDX_NO_DEFAULT_ATTESTATIONS === "1",
        environment,
        gitToken: token,
        ...(missingSecrets !== undefined && { missingSecrets }),
        privateFolder: folders.private,
        defaultContext,
        layouts: folders.layouts,
        bakeFile: folders.bakeFile,
        metadataFile: folders.metadata,
    });
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/metadata-options.js



/**
 * What docker/metadata-action reads from variables of its own. An empty one is none.
 *
 * @throws UserErrors naming each variable that is wrong.
 */
function readMetadataOptions(environment) {
    const problems = [];
    const read = (name, parse, fallback) => {
        const text = environment[name] ?? "";
        try {
            return text === "" ? fallback : parse(text);
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            problems.push(`the variable \`${name}\`: ${error.message}`);
            return fallback;
        }
    };
    const { shortShaLength, annotationLevels } = DEFAULT_METADATA_OPTIONS;
    const options = {
        shortShaLength: read("DOCKER_METADATA_SHORT_SHA_LENGTH", parseShortShaLength, shortShaLength),
        annotationLevels: read("DOCKER_METADATA_ANNOTATIONS_LEVELS", parseAnnotationLevels, annotationLevels),
    };
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return options;
}
/** Whether a pull request's tags and labels name its head instead of GitHub's merge commit, as metadata-action reads it. */
function usesHeadSha({ DOCKER_METADATA_PR_HEAD_SHA: text = "" }) {
    return /true/i.test(text);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/cache.js

const CACHE_PRESETS = (/* unused pure expression or super */ null && (["auto", "gha", "registry", "local", "inline", "none"]));
/** Events that run code of a branch that everyone with write access may trust. All others could plant a cache. */
const WRITERS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);
/**
 * The entries `cache-from` and `cache-to` of one image. It reads the cache of its branch, then that of the default
 * branch. Each image and set of platforms has a cache of its own, since the writer of a shared one would wipe the other.
 * A cache never fails a build (`ignore-error`), is never written where a later trusted build would read what an untrusted
 * one wrote, and is not read for a release.
 */
function planCache(preset, target, facts) {
    const none = (note, kind = "none") => ({
        kind,
        from: [],
        to: [],
        notes: [note],
        warnings: [],
    });
    if (target.hasOwnEntries) {
        const note = "`cache-from` and `cache-to` are set, so `cache` adds nothing.";
        return preset === "auto" || preset === "none"
            ? { ...none(note), notes: [] }
            : { ...none(""), notes: [], warnings: [`cache: ${note} Remove one of them.`] };
    }
    if (preset === "none")
        return { ...none(""), notes: [] };
    const kind = preset === "auto" ? bestKind(facts) : preset;
    if (kind === "none")
        return none("No cache is available: this run has no token of GitHub's cache, pushes to no registry and has no folder that outlives it.");
    const missing = missingFor(kind, facts);
    if (missing !== undefined)
        return { ...none("", kind), notes: [], warnings: [`cache: ${missing}`] };
    const access = cacheAccess(facts);
    if (!access.reads)
        return none(access.note, kind);
    const { from, to, replace } = entriesOf(kind, target, facts);
    const notes = access.note === undefined ? [] : [access.note];
    if (!access.writes)
        return { kind, from, to: [], notes, warnings: [] };
    return { kind, from, to, notes, warnings: [], ...(replace === undefined ? {} : { replace }) };
}
function cacheAccess(facts) {
    if (facts.event === "release" || facts.ref.startsWith("refs/tags/")) {
        const what = facts.event === "release" ? "release" : "tag";
        const note = `The ${what} is built without a cache: a poisoned one would end in what users install. \`cache-from\` reads one all the same.`;
        return { reads: false, writes: false, note };
    }
    if (WRITERS.has(facts.event) && facts.ref.startsWith("refs/heads/") && !isTemporary(facts.ref))
        return { reads: true, writes: true };
    return { reads: true, writes: false, note: `The cache is read and not written: ${whyNotWritten(facts)}.` };
}
/**
 * buildx drops a `type=gha` entry without a word if the token or the address is missing (build/opt.go, `isActive`).
 *
 * @returns the warning, or undefined if no entry is of that type or it works.
 */
function inactiveGhaWarning(entries, service) {
    const isInactive = entries.some(({ type, token, url, url_v2 }) => type === "gha" && !((token || service.hasToken) && (url || url_v2 || service.hasAddress)));
    if (!isInactive)
        return undefined;
    return `The cache \`type=gha\` is inactive, and buildx would not say so: ${missingForGha(service) ?? "it has no token or address"}`;
}
function bestKind(facts) {
    const hasRegistry = facts.repositories.length > 0;
    if (facts.engine.cacheExport) {
        if (missingForGha(facts.service) === undefined)
            return "gha";
        if (facts.folder !== undefined)
            return "local";
        if (hasRegistry && facts.pushes)
            return "registry";
    }
    return hasRegistry ? "inline" : "none";
}
function missingFor(kind, facts) {
    if (kind !== "inline" && !facts.engine.cacheExport)
        return `this engine writes only \`cache: inline\`: it has no containerd image store. Set \`"features": {"containerd-snapshotter": true}\` in /etc/docker/daemon.json, or use docker/setup-buildx-action.`;
    if (kind === "gha")
        return missingForGha(facts.service);
    if (kind === "local" && facts.folder === undefined)
        return "`local` needs a folder that outlives the run, which this runner does not have. Use `gha` or `registry`.";
    if ((kind === "registry" || kind === "inline") && facts.repositories.length === 0)
        return `\`${kind}\` is kept beside the image, and the image has no name. Set \`images\`.`;
    return undefined;
}
function missingForGha({ hasToken, hasAddress, tokenProblem }) {
    if (hasToken && hasAddress)
        return (tokenProblem &&
            `the token of the run's cache is not one of GitHub's: ${tokenProblem}. Use \`registry\` or \`local\`.`);
    const missing = hasToken ? "address" : "token";
    return `the run has no ${missing} of GitHub's cache. Use this action directly in a job of GitHub Actions, or \`registry\` or \`local\`.`;
}
/** How long one request may be repeated that GitHub's cache answers with 429; BuildKit's own limit is ten minutes. */
const GHA_TIMEOUT = "2m";
/** A merge queue's branch is gone before anyone could read its cache. */
function isTemporary(ref) {
    return ref.startsWith("refs/heads/gh-readonly-queue/");
}
function whyNotWritten({ event, ref }) {
    if (event === "pull_request")
        return "a pull request could plant what later builds of the branch would use";
    if (event === "merge_group" || isTemporary(ref))
        return "the branch of a merge queue is gone before anyone reads it";
    return `the event \`${event.replace(/[^\w-]/g, "")}\` can run code that nobody has reviewed`;
}
function entriesOf(kind, target, facts) {
    const branches = branchesOf(facts);
    const [branch = facts.defaultBranch] = branches;
    const scope = scopeOf(target);
    if (kind === "gha") {
        // BuildKit reads the index of every ref that the token may read: the branch, the base, the default branch (gha.go).
        const entry = { type: "gha", scope, timeout: GHA_TIMEOUT };
        return { from: [entry], to: [{ ...entry, mode: "max", "ignore-error": "true" }] };
    }
    if (kind === "local") {
        const folderOf = (name) => `${facts.folder}/${cacheKey(scope, name)}`;
        const fresh = `${folderOf(branch)}.fresh`;
        return {
            from: branches.map((name) => ({ type: "local", src: folderOf(name) })),
            to: [{ type: "local", dest: fresh, mode: "max", "ignore-error": "true" }],
            replace: { fresh, kept: folderOf(branch) },
        };
    }
    const [repository] = facts.repositories;
    if (kind === "registry") {
        const refOf = (name) => `${repository}:${cacheKey(`cache.${scope}`, name)}`;
        const to = {
            type: "registry",
            ref: refOf(branch),
            mode: "max",
            "image-manifest": "true",
            "oci-mediatypes": "true",
            "ignore-error": "true",
        };
        return { from: branches.map((name) => ({ type: "registry", ref: refOf(name) })), to: facts.pushes ? [to] : [] };
    }
    // An inline cache is inside the image: what is read are the images that earlier runs pushed under the branch's tag.
    const images = branches.map((name) => ({ type: "registry", ref: `${repository}:${cache_tagOf(name)}` }));
    return { from: images, to: [{ type: "inline" }] };
}
/** The branch of the run, then the one it grew from, then the default branch. */
function branchesOf({ event, ref, baseBranch, defaultBranch, }) {
    const own = event !== "pull_request_target" && ref.startsWith("refs/heads/") ? [ref.slice("refs/heads/".length)] : [];
    return [...new Set([...own, ...(baseBranch === undefined || baseBranch === "" ? [] : [baseBranch]), defaultBranch])];
}
/**
 * `jessy.api.linux-amd64`: two images, or one image for other platforms, never overwrite each other's cache. Neither a
 * name nor a platform holds a dot, so no two sets give one text.
 */
function scopeOf({ name, platforms }) {
    const parts = [...new Set(platforms)].sort().map((platform) => platform.replace(/[^a-z0-9]+/gi, "-"));
    return ["jessy", name, ...parts].join(".");
}
const MAX_TAG_CHARACTERS = 128;
/** A text that is a valid tag and folder name. What is shortened or replaced is told apart by a hash. */
function cacheKey(scope, branch) {
    // No branch holds two dots in a row (git check-ref-format).
    const plain = `${scope}..${branch}`;
    const key = plain.replace(/[^A-Za-z0-9_.-]+/g, "-");
    if (key === plain && key.length <= MAX_TAG_CHARACTERS)
        return key;
    const hash = (0,external_node_crypto_.createHash)("sha256").update(plain).digest("hex").slice(0, 12);
    return `${key.slice(0, MAX_TAG_CHARACTERS - 13)}-${hash}`;
}
/** The tag that `type=ref,event=branch` gives. */
function cache_tagOf(branch) {
    return (branch
        .replace(/[^A-Za-z0-9_.-]+/g, "-")
        .replace(/^[.-]+/, "")
        .slice(0, MAX_TAG_CHARACTERS) || "latest");
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/plan-caches.js

/** What each image reads and writes; sentences that hold for several images are said once. Pure. */
function planCaches(targets, images, facts, ref) {
    const notes = new Set();
    const warnings = new Set();
    const caches = targets.map(({ name, inputs }, at) => {
        const repositories = images[at].destinations.map(({ registry, repository }) => `${registry}/${repository}`);
        const plan = planCache((inputs.cache || "auto"), { name, platforms: inputs.platforms, hasOwnEntries: inputs["cache-from"].length + inputs["cache-to"].length > 0 }, { ...facts, repositories: ref === undefined ? repositories : [ref] });
        for (const note of plan.notes)
            notes.add(note);
        for (const warning of plan.warnings)
            warnings.add(warning);
        const inactive = inactiveGhaWarning([...plan.from, ...plan.to], facts.service);
        if (inactive !== undefined)
            warnings.add(inactive);
        return [name, { from: plan.from, to: plan.to, ...(plan.replace !== undefined && { replace: plan.replace }) }];
    });
    return { caches: Object.fromEntries(caches), notes: [...notes], warnings: [...warnings] };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/cache-mount-commands.js
/** Where the generated stages put the tools, the mounts and the archives. */
const ROOT = "/.jessy-mounts";
/** Of the generated contexts and stages. No name of an image or a stage begins like this. */
const TOOLS = "jessy-mounts-tools";
const ARCHIVES = "jessy-mounts-archives";
const stageName = (index) => `jessy-mounts-${index}`;
const baseName = (index) => `jessy-mounts-base-${index}`;
/** In the words of the shell that has neither `test -d` of a glob nor `ls`: is anything in a folder? */
const FUNCTIONS = [
    `run() { program=$1; shift; ${ROOT}/tools/ld.so --library-path ${ROOT}/tools/lib ${ROOT}/tools/$program "$@"; }`,
    'filled() { for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do if [ -e "$entry" ] || [ -L "$entry" ]; then return 0; fi; done; return 1; }',
];
/** Packs what is not empty. */
function saveCommand(groups, namespace, { folders, run }) {
    const lines = stagesOf(groups, run, [], ({ archive }, mount) => {
        const packed = `${ROOT}/out/${archive}`;
        // An archive that is not whole is left empty.
        return `if filled ${mount}; then run tar -C ${mount} --numeric-owner -cf ${packed} . || : > ${packed}; fi`;
    });
    const contexts = { ...contextsOf(groups), [TOOLS]: folders.tools };
    return {
        bakeFile: bakeFileOf(lines, groups.length, contexts, namespace, { type: "local", dest: folders.archives }, folders),
        folders: [folders.tools, folders.archives],
    };
}
/** Unpacks into what is empty. */
function restoreCommand(groups, namespace, { folders, run }) {
    const bind = `--mount=type=bind,from=${ARCHIVES},target=${ROOT}/archives`;
    const lines = stagesOf(groups, run, [bind], ({ archive }, mount) => {
        const kept = `${ROOT}/archives/${archive}`;
        const remove = `{ run rm -rf ${mount}/* ${mount}/.[!.]*; false; }`;
        return `if [ -s ${kept} ] && ! filled ${mount}; then run tar -C ${mount} --numeric-owner -xpf ${kept} || ${remove}; fi`;
    });
    const contexts = { ...contextsOf(groups), [TOOLS]: folders.tools, [ARCHIVES]: folders.archives };
    return {
        bakeFile: bakeFileOf(lines, groups.length, contexts, namespace, { type: "cacheonly" }, folders),
        folders: [folders.tools, folders.archives],
    };
}
function contextsOf(groups) {
    const given = groups.map(({ context }, index) => [baseName(index), context]);
    return Object.fromEntries(given.filter((entry) => entry[1] !== undefined));
}
/** A stage for each group; its exit code says whether all its mounts went well, after all were tried. */
function stagesOf(groups, run, flags, each) {
    return groups.flatMap(({ base, context, mounts }, index) => {
        const own = mounts.map((mount, position) => ({ mount, path: `${ROOT}/${position}` }));
        const args = new Set(mounts.flatMap((mount) => mount.args));
        // What is in a mount is in no cache key, and `no-cache` would empty it: the text must be new.
        const script = [
            `: ${run}`,
            ...FUNCTIONS,
            "failed=0",
            ...own.map(({ mount, path }) => `${each(mount, path)} || failed=1`),
        ];
        const shell = [`${ROOT}/tools/ld.so`, "--library-path", `${ROOT}/tools/lib`, `${ROOT}/tools/sh`, "-c"];
        return [
            `FROM ${context === undefined ? (base ?? "scratch") : baseName(index)} AS ${stageName(index)}`,
            // As root, since a mount can belong to anyone.
            "USER 0:0",
            `WORKDIR ${ROOT}/out`,
            ...[...args].map((name) => `ARG ${name}`),
            [
                "RUN --network=none",
                `--mount=type=bind,from=${TOOLS},target=${ROOT}/tools`,
                ...flags,
                ...own.map(({ mount, path }) => mountFlag(mount, path)),
                JSON.stringify([...shell, [...script, "exit $failed"].join("\n")]),
            ].join(" "),
        ];
    });
}
function mountFlag({ id, options }, path) {
    const given = Object.entries(options).map(([key, value]) => `,${key}=${value}`);
    return `--mount=type=cache,target=${path},id=${id}${given.join("")}`;
}
function bakeFileOf(lines, count, contexts, namespace, output, folders) {
    // BuildKit skips a stage that nothing uses.
    const copies = Array.from({ length: count }, (_, index) => `COPY --from=${stageName(index)} ${ROOT}/out/ /`);
    const target = {
        context: folders.tools,
        contexts,
        ...(namespace === undefined ? {} : { args: { BUILDKIT_CACHE_MOUNT_NS: namespace } }),
        "dockerfile-inline": [...lines, "FROM scratch", ...copies, ""].join("\n"),
        attest: [
            { type: "provenance", disabled: true },
            { type: "sbom", disabled: true },
        ],
        output: [output],
    };
    return { group: { default: { targets: ["mounts"] } }, target: { mounts: target } };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/dockerfile.js

/** Longer than any that is written by hand; the rest is not read. */
const MAX_DOCKERFILE_CHARACTERS = 1_000_000;
/**
 * Reads the stages and instructions of a Dockerfile, for what is said about it. It judges nothing: what BuildKit would
 * refuse is read as far as it makes sense. Linear in the text.
 *
 * @param args build arguments, which replace the defaults of `ARG` before the first `FROM`.
 */
function readDockerfile(text, args = {}) {
    const globals = new Map();
    const stages = [];
    for (const instruction of instructionsOf(text.slice(0, MAX_DOCKERFILE_CHARACTERS))) {
        if (instruction.keyword === "FROM")
            stages.push(stageOf(instruction, stages, globals));
        else if (stages.length > 0)
            stages.at(-1).instructions.push(instruction);
        else if (instruction.keyword === "ARG")
            declare(instruction.text, globals, args);
    }
    return { stages, globals };
}
function stageOf(instruction, stages, globals) {
    const [from = "", as, name] = instruction.text.split(/\s+/);
    const base = expandVariables(from, globals);
    const parent = findStage(stages, base);
    const platform = instruction.flags.find(([flag]) => flag === "platform")?.[1];
    return {
        index: stages.length,
        ...(as?.toUpperCase() === "AS" && name !== undefined ? { name: name.toLowerCase() } : {}),
        base,
        ...(parent === undefined ? {} : { parent: parent.index }),
        ...(platform === undefined ? {} : { platform }),
        instructions: [],
    };
}
/** The stage of a name; the last of several, as BuildKit has it. */
function findStage(stages, name) {
    return stages.findLast((stage) => stage.name === name.toLowerCase());
}
/** The names that a stage's own `ARG` instructions declare. */
function declaredArguments({ instructions }) {
    const texts = instructions.flatMap(({ keyword, text }) => (keyword === "ARG" ? [text] : []));
    return new Set(texts.flatMap((text) => [...assignments(text)].map(([name]) => name)));
}
/** Adds what an `ARG` declares: the build's value, else its default, else that of the global `ARG`, else nothing. */
function declare(text, variables, args, globals = new Map()) {
    for (const [name, value] of assignments(text)) {
        const known = Object.hasOwn(args, name)
            ? args[name]
            : value === undefined
                ? globals.get(name)
                : expandVariables(value, variables);
        if (known !== undefined)
            variables.set(name, known);
    }
}
/**
 * The variables that hold at the end of a stage, as far as the Dockerfile itself sets them: the environment of its
 * parents, then its own `ARG` and `ENV`.
 */
function variablesOf({ stages, globals }, stage, args) {
    const chain = [];
    for (let at = stage; at !== undefined; at = at.parent === undefined ? undefined : stages[at.parent])
        chain.unshift(at);
    const environment = new Map();
    let local = new Map();
    for (const { instructions } of chain) {
        local = new Map(environment);
        for (const { keyword, text } of instructions) {
            if (keyword === "ARG")
                declare(text, local, args, globals);
            if (keyword !== "ENV")
                continue;
            // The old form `ENV NAME the whole rest`.
            const old = /^([^\s=]+)\s+(.*)$/.exec(text);
            for (const [name, value = ""] of old === null ? assignments(text) : [[old[1], old[2]]]) {
                environment.set(name, expandVariables(value, local));
                local.set(name, environment.get(name));
            }
        }
    }
    return local;
}
/** `A=1 B="two words"`. A name without `=` has no value. */
function* assignments(text) {
    const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|["'\\])+/g) ?? [];
    for (const word of words) {
        const equals = word.indexOf("=");
        if (equals < 0)
            yield [word, undefined];
        else
            yield [word.slice(0, equals), word.slice(equals + 1).replace(/^(["'])(.*)\1$/, "$2")];
    }
}
/** Expands `$A`, `${A}`, `${A:-default}` and `${A:+other}`. A variable that is not known stays as it is written. */
function expandVariables(text, variables) {
    return text.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?([-+])([^{}]*))?\})/g, (whole, plain, braced, sign, word = "") => {
        const value = variables.get(plain ?? braced ?? "");
        if (sign === "-")
            return value === undefined || value === "" ? word : value;
        if (sign === "+")
            return value === undefined || value === "" ? "" : word;
        return value ?? whole;
    });
}
/** Attributes of a `--mount`; a key without a value, as `readonly`, is true. */
function mountAttributes(text) {
    return Object.fromEntries((csvFields(text) ?? []).map((field) => {
        const equals = field.indexOf("=");
        return equals < 0
            ? [field.trim().toLowerCase(), "true"]
            : [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1)];
    }));
}
function* instructionsOf(text) {
    const lines = text.split(/\r\n|\n/);
    const continuation = /^#[ \t]*escape[ \t]*=[ \t]*`/im.test(leadingComments(lines)) ? "`" : "\\";
    for (let at = 0; at < lines.length; at++) {
        if (/^\s*(?:#|$)/.test(lines[at]))
            continue;
        const start = at;
        let joined = "";
        for (; at < lines.length; at++) {
            const line = lines[at];
            // A comment or an empty line inside an instruction does not end it.
            if (at > start && /^\s*(?:#|$)/.test(line))
                continue;
            const cut = line.trimEnd();
            if (!cut.endsWith(continuation)) {
                joined += line;
                break;
            }
            joined += `${cut.slice(0, -1)} `;
        }
        at = Math.min(at, lines.length - 1);
        const end = afterHeredocs(lines, at, joined);
        yield parseInstruction(joined, start + 1, end + 1);
        at = end;
    }
}
function leadingComments(lines) {
    const end = lines.findIndex((line) => !line.startsWith("#"));
    return lines.slice(0, end < 0 ? undefined : end).join("\n");
}
/** The index of the last line of the here-documents (`<<EOF`) that an instruction opens. */
function afterHeredocs(lines, start, instruction) {
    if (!/^\s*(?:RUN|COPY|ADD)\s/i.test(instruction))
        return start;
    let at = start;
    for (const [, dash, , word] of instruction.matchAll(/(?<!<)<<(-?)(["']?)([A-Za-z_][\w.]*)\2/g)) {
        const end = lines.findIndex((line, index) => index > at && (dash === "" ? line : line.replace(/^\t+/, "")) === word);
        if (end < 0)
            return at;
        at = end;
    }
    return at;
}
function parseInstruction(joined, line, endLine) {
    let rest = joined.trim();
    const keyword = /^\S+/.exec(rest)?.[0] ?? "";
    rest = rest.slice(keyword.length).trimStart();
    const flags = [];
    for (;;) {
        const flag = /^--([a-z-]+)(?:=((?:"[^"]*"|[^\s"])*))?(?=\s|$)/i.exec(rest);
        if (flag === null)
            break;
        flags.push([flag[1].toLowerCase(), flag[2] ?? ""]);
        rest = rest.slice(flag[0].length).trimStart();
    }
    return { keyword: keyword.toUpperCase(), flags, text: rest, line, endLine };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/dockerfile-mounts.js

/** Arguments that BuildKit defines by itself; a stage only names them. */
const PREDEFINED = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;
/** The stages that an image is made of: the named one or the last, and what it starts from or copies from. */
function reachedStages({ stages }, target) {
    const first = target === undefined || target === ""
        ? stages.at(-1)
        : (findStage(stages, target) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined));
    const reached = new Set();
    const open = first === undefined ? [] : [first];
    for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
        if (reached.has(stage))
            continue;
        reached.add(stage);
        const names = stage.instructions.flatMap(({ flags }) => flags.flatMap(([flag, value]) => flag === "from" ? [value] : flag === "mount" ? [mountAttributes(value).from ?? ""] : []));
        const others = names.map((from) => findStage(stages, from) ?? (/^\d+$/.test(from) ? stages[Number(from)] : undefined));
        open.push(...[stage.parent === undefined ? undefined : stages[stage.parent], ...others].filter((other) => other !== undefined));
    }
    return [...reached].sort((a, b) => a.index - b.index);
}
/** What can stand in a flag without quotes. */
const PLAIN = /^[\w./:@%+=~${}-]+$/;
/**
 * The cache mounts of an image, each once.
 *
 * @param notes takes a sentence for each one that cannot be carried over.
 */
function readCacheMounts(dockerfile, target, args, notes) {
    const byIdentity = new Map();
    for (const stage of reachedStages(dockerfile, target)) {
        const variables = variablesOf(dockerfile, stage, args);
        const predefined = new Set([...declaredArguments(stage)].filter((name) => PREDEFINED.test(name)));
        const base = baseOf(dockerfile, stage);
        for (const { flags, line, keyword } of stage.instructions) {
            for (const [flag, value] of keyword === "RUN" ? flags : []) {
                const attributes = flag === "mount" ? mountAttributes(value) : {};
                if (attributes.type !== "cache")
                    continue;
                const path = attributes.target ?? attributes.dst ?? attributes.destination ?? "";
                const named = expandId(expandVariables(attributes.id ?? path, variables), predefined, base);
                const { left } = named;
                const id = attributes.id === undefined ? cleanPath(named.id) : named.id;
                const options = Object.fromEntries(["uid", "gid", "mode", "sharing"].flatMap((option) => attributes[option] === undefined ? [] : [[option, expandVariables(attributes[option], variables)]]));
                const refused = attributes.from !== undefined || attributes.source !== undefined
                    ? "it starts from another stage"
                    : [id, ...Object.values(options)].every((text) => PLAIN.test(text))
                        ? undefined
                        : "it is named by characters that need quotes";
                if (refused !== undefined) {
                    notes.push(`The cache mount \`${id}\` at line ${line} does not survive: ${refused}.`);
                    continue;
                }
                const ours = left.filter((name) => predefined.has(name));
                byIdentity.set(mountIdentity({ id, options }), {
                    id,
                    ...(left.length > ours.length && base !== undefined ? { base } : {}),
                    options,
                    args: ours,
                    line,
                });
            }
        }
    }
    return [...byIdentity.values()];
}
/** BuildKit's identity of a cache mount is its id and the owner and mode that it starts with (solver/llbsolver/mounts). */
function mountIdentity({ id, options }) {
    return JSON.stringify([id, options.uid, options.gid, options.mode]);
}
/** The image that a stage starts from, through its parents; undefined if that is `scratch`, which sets no variable. */
function baseOf({ stages }, stage) {
    let top = stage;
    while (top.parent !== undefined)
        top = stages[top.parent];
    return top.base.toLowerCase() === "scratch" ? undefined : top.base;
}
/** Go's `path.Clean`, by which BuildKit names a mount without an id. */
function cleanPath(path) {
    const isAbsolute = path.startsWith("/");
    const parts = [];
    for (const part of path.split("/")) {
        if (part === "..") {
            if (parts.length > 0 && parts.at(-1) !== "..")
                parts.pop();
            else if (!isAbsolute)
                parts.push(part);
        }
        else if (part !== "." && part !== "")
            parts.push(part);
    }
    return `${isAbsolute ? "/" : ""}${parts.join("/")}` || ".";
}
/** BuildKit puts nothing in the place of a variable that nothing sets; only a base image can set what is unknown here. */
function expandId(id, predefined, base) {
    const left = new Set();
    const expanded = id.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g, (whole, plain, braced) => {
        const name = plain ?? braced ?? "";
        if (!predefined.has(name) && (base === undefined || PREDEFINED.test(name)))
            return "";
        left.add(name);
        return whole;
    });
    return { id: expanded, left: [...left] };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/cache-mounts.js





/**
 * Lets cache mounts (Cargo's registry, Go's modules) survive between runners. BuildKit keeps them in the builder, exports
 * them nowhere, and opens them to a `RUN` alone. Other tools pull a utility image for that `RUN`. Here it runs the
 * runner's own `sh` and `tar`, which come with their libraries as a build context: in a stage from scratch, so that
 * nothing is pulled and images without a shell work as well.
 *
 * Mounts are named by the id and owner by which BuildKit finds the same directory. Both calls stand apart from the build:
 * no layer depends on them, so no cache key changes, and a failure of theirs fails nothing. A build whose layers all come
 * from the cache opens no mount, and then nothing is saved.
 */
function planCacheMounts(targets, facts) {
    const notes = [];
    const [first] = targets;
    const namespace = first?.bake.args?.BUILDKIT_CACHE_MOUNT_NS;
    const groups = new Map();
    const known = new Set();
    for (const target of targets)
        addMounts(target, namespace, groups, known, notes);
    const mounts = [...groups.values()].flatMap((group) => group.mounts);
    const names = targets.map(({ name }) => name);
    const platforms = targets.map(({ bake }) => bake.platforms ?? facts.architecture);
    const scope = `jessy-mounts.${first?.name ?? ""}.${hashOf([names, platforms, namespace, [...known]])}`;
    // No branch holds two dots in a row, so `main` never restores what `main-2` saved.
    const branches = branchesOf(facts).map((branch) => `${scope}..${branchKey(branch)}..`);
    const own = branches[0];
    const plan = {
        mounts: mounts.map(({ id, archive }) => ({ id, archive })),
        key: `${own}${facts.commit}`,
        restoreKeys: branches,
        branchFolders: { own: folderName(own), from: branches.map(folderName) },
        notes,
    };
    if (mounts.length === 0)
        return plan;
    const access = cacheAccess(facts);
    if (access.note !== undefined)
        notes.push(mountsNote(access.note, access.reads));
    // BuildKit gives a step without a cache new mounts, and forgets the old ones.
    const startsAnew = targets.every(({ bake }) => bake["no-cache"] === true);
    if (startsAnew && access.reads)
        notes.push("`no-cache` also starts with empty cache mounts, so none are restored.");
    const all = [...groups.values()];
    return {
        ...plan,
        ...(access.reads && !startsAnew ? { restore: restoreCommand(all, namespace, facts) } : {}),
        ...(access.writes ? { save: saveCommand(all, namespace, facts) } : {}),
    };
}
/** Did a step with a cache mount run, so that there is something new to save? */
function mountsWereUsed(steps) {
    return steps.some(({ name, cached }) => !cached && /\bRUN\b.*--mount=\S*type=cache/.test(name));
}
function addMounts({ name, bake, dockerfile }, namespace, groups, known, notes) {
    const args = bake.args ?? {};
    if (dockerfile === undefined) {
        notes.push(`The cache mounts of \`${name}\` do not survive: its Dockerfile is not on this machine.`);
        return;
    }
    const found = readCacheMounts(readDockerfile(dockerfile, args), bake.target, args, notes);
    if (found.length > 0 && args.BUILDKIT_CACHE_MOUNT_NS !== namespace) {
        notes.push(`The cache mounts of \`${name}\` do not survive: its BUILDKIT_CACHE_MOUNT_NS is another image's.`);
        return;
    }
    // A stage runs the runner's programs, so it has the builder's own platform, and others must be written out.
    const platforms = bake.platforms?.length ? bake.platforms : [undefined];
    for (const mount of found.flatMap((each) => platforms.map((platform) => onPlatform(each, platform)))) {
        const { base } = mount;
        const context = base === undefined ? undefined : bake.contexts?.[base];
        if (context?.startsWith("target:")) {
            notes.push(`The cache mount \`${mount.id}\` at line ${mount.line} does not survive: \`${base}\` is built here.`);
            continue;
        }
        const identity = JSON.stringify([mountIdentity(mount), base, context]);
        if (known.has(identity))
            continue;
        known.add(identity);
        const key = JSON.stringify([base, context]);
        const group = groups.get(key) ?? { base, context, mounts: [] };
        groups.set(key, group);
        group.mounts.push({ ...mount, archive: `${hashOf(identity)}.tar` });
    }
}
/** Writes out what BuildKit would say of a platform (docs.docker.com/build/building/variables). */
function onPlatform(mount, platform) {
    if (platform === undefined)
        return mount;
    const [os = "", architecture = "", variant = ""] = platform.split("/");
    const values = {
        TARGETPLATFORM: platform,
        TARGETOS: os,
        TARGETARCH: architecture,
        TARGETVARIANT: variant,
    };
    const id = mount.id.replace(/\$(?:(TARGET[A-Z]+)|\{(TARGET[A-Z]+)\})/g, (whole, plain, braced) => {
        return values[plain ?? braced ?? ""] ?? whole;
    });
    return { ...mount, id, args: mount.args.filter((name) => !Object.hasOwn(values, name)) };
}
function mountsNote(note, reads) {
    return reads
        ? note.replace("The cache is", "Cache mounts are")
        : "Cache mounts are neither read nor written: what they hold would end in what users install.";
}
function hashOf(value) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
function branchKey(branch) {
    const plain = branch.replace(/[^A-Za-z0-9_.-]+/g, "-");
    // A comma ends a key of GitHub's cache, and `a/b` and `a-b` are two branches.
    return plain === branch && plain.length <= MAX_BRANCH ? plain : `${plain.slice(0, MAX_BRANCH)}-${hashOf(branch)}`;
}
/** A key of GitHub's cache has at most 512 characters, a folder's name 255. */
const MAX_BRANCH = 100;
const folderName = (prefix) => prefix.replace(/\.+$/, "");

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/plan-mounts.js

const MOUNT_PRESETS = ["none", "auto", "gha", "local"];
/** @param folder the input `cache-folder`. @returns where they are kept, or why they are not. */
function chooseMountStore(preset, service, folder) {
    if (preset === "none")
        return {};
    const hasService = service.hasToken && service.hasAddress;
    if (preset !== "local" && hasService)
        return { store: { kind: "gha" } };
    if (preset !== "gha" && folder !== undefined)
        return { store: { kind: "local", folder } };
    const missing = preset === "gha"
        ? "the run has no token or no address of GitHub's cache"
        : preset === "local"
            ? "`local` needs a `cache-folder`"
            : "the run has no token of GitHub's cache, and `cache-folder` is not set";
    return { warning: `Cache mounts are not kept: ${missing}.` };
}
/** What is packed and unpacked, and under which names. Pure. */
function planMounts(targets, { store, dockerfiles, ...facts }, environment) {
    // Checks open no mount.
    const built = targets.filter(({ call }) => call === "");
    const images = built.map(({ name, bake, inheritedArgs }) => {
        const inherited = inheritedArgs.flatMap((key) => {
            const value = environment[key];
            return value === undefined ? [] : [[key, value]];
        });
        return {
            name,
            bake: { ...bake, args: { ...bake.args, ...Object.fromEntries(inherited) } },
            dockerfile: dockerfiles[name],
        };
    });
    return { ...planCacheMounts(images, facts), store, folders: facts.folders };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/code-origin.js
var code_origin = __webpack_require__(9585);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/push-wish.js


const WISHES = { auto: "auto", true: "always", false: "never" };
const wishOf = (word) => WISHES[word];
/** What `push` says of an image: its own before the step's. */
const askedPush = (step, { push }) => push === undefined ? step : wishOf(push);
/**
 * What one image asks for: its own `push` before the step's. An output that pushes is a wish like `push: true`, and one
 * that says `push=false` a wish like `push: false`.
 *
 * @param step what the step's `push` says.
 */
function imageWish(step, target) {
    const { inputs } = target;
    const wish = askedPush(step, target);
    if (!["", "build"].includes(inputs.call))
        return { wish: "never", reason: `\`call: ${inputs.call}\` builds nothing` };
    if (wish !== "auto")
        return { wish, reason: "`push` is `false`" };
    const output = outputWish(inputs.outputs);
    if (output.push === "asked")
        return { wish: "always", reason: "" };
    if (output.push === "declined")
        return { wish: "never", reason: "`outputs` says `push=false`" };
    const isNamed = inputs.images.length > 0 || inputs.tags.length > 0;
    return !isNamed && (inputs.load || inputs.outputs.length > 0)
        ? { wish: "never", reason: "`images` and `tags` are empty, and the image goes where `load` or `outputs` says" }
        : { wish, reason: "" };
}
/** Why `push` and an output contradict each other, to stand after the input's name; undefined if they do not. */
function wishContradiction(step, target) {
    const wish = askedPush(step, target);
    const output = outputWish(target.inputs.outputs);
    if (wish === "never" && output.push === "asked")
        return `has ${(0,runner_inputs/* quote */.hD)(output.said)}, which pushes, and \`push\` is \`false\`; leave one of them out`;
    if (wish === "always" && output.push === "declined")
        return `has ${(0,runner_inputs/* quote */.hD)(output.said)}, which does not push, and \`push\` is \`true\`; leave one of them out`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/push-decision.js


/**
 * A pull request from a fork never pushes, whatever is asked: it has no secrets, and what it builds is nobody's. With
 * `auto`, nothing pushes that is not merged or may be somebody else's code.
 *
 * @param missing why this run cannot log in, as a clause: then it does not push either.
 */
function decidePush({ push, dryRun, mode, targets }, event, missing) {
    if (mode === "verify")
        return { pushes: false, images: targets.map(() => false) };
    const origin = (0,code_origin.codeOrigin)(event);
    const reasons = targets.map((target) => {
        // Outputs are of builds alone.
        const { wish, reason } = mode === "build" ? imageWish(push, target) : { wish: push, reason: "`push` is `false`" };
        if (wish === "never")
            return reason;
        if (origin === "fork")
            return "the pull request is from a fork, which has no secrets";
        if (missing !== undefined)
            return missing;
        return wish === "auto" ? unmerged(origin, event.name) : undefined;
    });
    const images = reasons.map((reason) => reason === undefined);
    const pushes = images.includes(true);
    const note = noteOf(targets, reasons) ?? (dryRun ? "A dry run: nothing is built or pushed." : undefined);
    return { pushes, images, ...(note !== undefined && { note }) };
}
/** Why an event does not push by itself. */
function unmerged(origin, event) {
    if (origin === "repository")
        return undefined;
    const words = origin === "perhaps foreign"
        ? `the event is \`${event}\` after a pull request, whose code may be what is built`
        : `the event is \`${event}\``;
    return `${words}. Write \`push: true\` to push it all the same`;
}
function noteOf(targets, reasons) {
    const given = [...new Set(reasons)];
    const [only] = given;
    if (given.length === 1)
        return only === undefined ? undefined : `Nothing is pushed: ${only}.`;
    return given
        .flatMap((reason) => {
        if (reason === undefined)
            return [];
        const names = targets.filter((_, at) => reasons[at] === reason).map(({ name }) => `\`${name}\``);
        return [`Not pushed (${names.join(", ")}): ${reason}.`];
    })
        .join(" ");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/build-context.js
/**
 * Reads the event as metadata-action does: with `pull_request_target` the ref is the pull request's, not the branch that
 * GITHUB_REF names, and the commit's date is in the payload of a push.
 */
function eventContext({ eventName, ref, sha, payload, usesHeadSha }) {
    const pull = field(payload, "pull_request");
    const number = field(payload, "number");
    const pullRequest = typeof number === "number" && pull !== undefined ? number : undefined;
    const isTarget = eventName.includes("pull_request_target") && pullRequest !== undefined;
    const ownRef = isTarget ? `refs/pull/${pullRequest}/merge` : ref;
    const headSha = build_context_text(field(field(pull, "head"), "sha"));
    const ownSha = usesHeadSha && eventName.includes("pull_request") && headSha !== undefined ? headSha : sha;
    return {
        eventName,
        ref: ownRef,
        sha: ownSha,
        baseRef: build_context_baseOf(ownRef, payload),
        defaultBranch: build_context_text(field(field(payload, "repository"), "default_branch")),
        headRef: build_context_text(field(field(pull, "head"), "ref")),
        pullRequest,
        commitDate: commitDate(payload, ownSha),
    };
}
function build_context_baseOf(ref, payload) {
    if (ref.startsWith("refs/tags/"))
        return build_context_text(field(payload, "base_ref"))?.replace(/^refs\/heads\//, "");
    if (ref.startsWith("refs/pull/"))
        return build_context_text(field(field(field(payload, "pull_request"), "base"), "ref"));
    return undefined;
}
function commitDate(payload, sha) {
    const commits = field(payload, "commits");
    const head = field(payload, "head_commit");
    const commit = [...(Array.isArray(commits) ? commits : []), head].find((each) => field(each, "id") === sha);
    const time = new Date(build_context_text(field(commit, "timestamp")) ?? "");
    return Number.isNaN(time.getTime()) ? undefined : time;
}
function field(value, name) {
    const isObject = typeof value === "object" && value !== null;
    return isObject && Object.hasOwn(value, name) ? value[name] : undefined;
}
function build_context_text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var github_error = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/run-context.js








/** Milliseconds that GitHub may take to say what a label is about. */
const DESCRIPTION_TIME = 10_000;
async function readRunContext(io, token) {
    const event = io.event();
    const { environment } = io;
    const context = eventContext({
        eventName: event.name,
        ref: event.ref,
        sha: event.sha,
        payload: event.payload,
        usesHeadSha: usesHeadSha(environment),
    });
    const repository = await describeRepository(io, token);
    const defaultBranch = context.defaultBranch ?? event.defaultBranch ?? repository.defaultBranch;
    const { owner, name } = event.repository;
    const address = `${event.serverUrl}/${owner}/${name}`;
    const run = (0,runner_environment.runPath)(environment);
    return {
        build: {
            eventName: context.eventName,
            ref: context.ref,
            sha: context.sha,
            baseRef: context.baseRef,
            repository: { ...repository, name, htmlUrl: address, defaultBranch },
            commitDate: context.commitDate ?? (await run_context_commitDate(io, context.sha)),
            now: new Date(),
        },
        defaultBranch,
        baseBranch: event.pullRequest?.baseRef,
        isPublic: repository.isPublic,
        runUrl: run === undefined ? "" : `${address}/${run}`,
    };
}
const REPOSITORY = (0,shape.object)({
    description: (0,shape.optional)(shape.text),
    default_branch: (0,shape.optional)(shape.text),
    private: (0,shape.optional)(shape.boolean),
    license: (0,shape.optional)((0,shape.object)({ spdx_id: (0,shape.optional)(shape.text) })),
});
/** Most payloads have it. Labels are not worth a failure: without an answer they are shorter, and the log says so. */
async function describeRepository(io, token) {
    const { payload, repository } = io.event();
    const told = toldBy(payload);
    if (told?.private !== undefined || token === "")
        return descriptionOf(told ?? {});
    try {
        const github = (await io.github()).within(DESCRIPTION_TIME);
        const parameters = { owner: repository.owner, repo: repository.name };
        return descriptionOf(await github.request("GET /repos/{owner}/{repo}", parameters, REPOSITORY));
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y))
            throw error;
        io.log.info(`Labels have no description and licence: ${error.message}`);
        return descriptionOf({});
    }
}
function toldBy(payload) {
    try {
        return REPOSITORY(new json.JsonValue(payload, "").get("repository"));
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return undefined;
        throw error;
    }
}
function descriptionOf(repository) {
    return {
        description: repository.description ?? "",
        licence: repository.license?.spdx_id ?? "",
        defaultBranch: repository.default_branch ?? "",
        // Unknown is private: provenance then says less.
        isPublic: repository.private === false,
    };
}
/** When the commit was committed; today where there is no clone of it, or no git. */
async function run_context_commitDate(io, sha) {
    if (sha === "")
        return new Date();
    try {
        const date = new Date((await (await io.git()).commitDate(sha)) ?? "");
        return Number.isNaN(date.getTime()) ? new Date() : date;
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        return new Date();
    }
}

// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/identity.js
var signatures_identity = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/verifier.js
var verifier = __webpack_require__(9394);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/retry.js
var retry = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/js/packages/kit/src/web-service/service.js
var service = __webpack_require__(5464);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/key-error.js
var key_error = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/keys.js + 6 modules
var keys = __webpack_require__(9173);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/open-key.js





/** cosign's own variable. */
const PASSWORD = "COSIGN_PASSWORD";
/**
 * Reads the private key before anything is built: one that cannot be used ends the run at once.
 *
 * @throws UserError that names the input; it never quotes the key.
 */
function openKey({ key, password }, environment, workspace) {
    const text = keyText(key, environment, workspace);
    const given = password ?? environment[PASSWORD];
    try {
        return (0,keys/* readSigningKey */.j)(text, given);
    }
    catch (error) {
        if (!(error instanceof key_error/* KeyError */.e))
            throw error;
        // cosign also encrypts with an empty password, and an input that is empty looks like none.
        if (error.fault === "password-missing")
            return openWithoutPassword(text);
        throw new user_error/* UserError */.y(`input \`signing-key\`: ${error.message}`, { cause: error });
    }
}
function openWithoutPassword(text) {
    try {
        return (0,keys/* readSigningKey */.j)(text, "");
    }
    catch (cause) {
        const message = `input \`signing-key\`: the key is encrypted; set \`signing-password\` or the variable ${PASSWORD}`;
        throw new user_error/* UserError */.y(message, { cause });
    }
}
function keyText(source, environment, workspace) {
    if ("text" in source)
        return source.text;
    if ("file" in source) {
        return (0,file_content/* readFile */.TA)((0,external_node_path_.resolve)(workspace, source.file)).toString();
    }
    const text = environment[source.variable];
    if (text !== undefined && text.trim() !== "")
        return text;
    throw new user_error/* UserError */.y(`input \`signing-key\` is empty, and so is the variable ${source.variable}; is the secret there, also for pull requests from forks?`);
}

// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/bundle.js
var bundle = __webpack_require__(5952);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/simple-signing.js
var simple_signing = __webpack_require__(7120);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/signer.js



function keySigner(key) {
    return {
        verifier: (0,verifier.keyVerifier)(key.verification, "`signing-key`"),
        bundle: async (expected) => (0,bundle/* signBundle */.OM)(key, expected),
        simple: async (subject, existing) => (0,simple_signing/* signSimple */.EM)(key, subject, existing),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/open-signer.js











/**
 * Whether the run will be able to sign, asked before anything is built.
 *
 * @throws UserError that names the input, or the permission that the job lacks.
 */
function checkSigning(signing, { environment, workspace }) {
    if (signing.kind === "key")
        openKeyOnce(signing, { environment, workspace });
    else if (!(0,runner_environment.mayRequestIdentity)(environment))
        throw new user_error/* UserError */.y("input `sign`: `keyless` needs an identity token of GitHub, which this job may not ask for; add `id-token: write` to its `permissions` (a pull request from a fork never gets one)");
}
const opened = new WeakMap();
/** To decrypt a key takes a third of a second, and a run asks twice: before it builds, and when it signs. */
function openKeyOnce(signing, io) {
    const key = opened.get(signing) ?? openKey(signing, io.environment, io.workspace);
    opened.set(signing, key);
    return key;
}
/**
 * Opens the key, or finds out who the job is.
 *
 * @param retryFor milliseconds that GitHub, Fulcio and Rekor may be waited for in all. @throws UserError
 */
async function openSigner(signing, io, retryFor) {
    if (signing.kind === "key")
        return keySigner(openKeyOnce(signing, io));
    checkSigning(signing, io);
    const keyless = await loadKeyless();
    const material = readTrust(keyless, signing.trustedRoot, io);
    const options = { log: io.log, patience: new retry.Patience(retryFor) };
    try {
        return await keyless.openKeylessSigner(signing, material, io.environment, options);
    }
    catch (error) {
        if (!(error instanceof service.ServiceError || error instanceof report_error.ReportError))
            throw error;
        throw new user_error/* UserError */.y(`input \`sign\`: ${error.message}`, { cause: error });
    }
}
/** @throws UserError for a trusted root that cannot be used. */
async function openVerifier(verification, io) {
    if (verification.kind === "key")
        return (0,verifier.keyVerifier)(verification.key, "`verify-key`");
    const { issuer, identity, trustedRoot } = verification;
    const keyless = await loadKeyless();
    return keyless.keylessVerifier(readTrust(keyless, trustedRoot, io), { issuer, signer: (0,signatures_identity/* expectedSigner */.nO)(identity) });
}
/** Not with the rest: the libraries have a hundred kilobytes, and most runs do not need them. */
const loadKeyless = () => __webpack_require__.e(/* import() */ 631).then(__webpack_require__.bind(__webpack_require__, 7631));
function readTrust({ publicInstance, readTrustedRoot }, path, { workspace }) {
    if (path === undefined)
        return publicInstance();
    const bytes = (0,file_content/* readFile */.TA)((0,external_node_path_.resolve)(workspace, path));
    try {
        return readTrustedRoot(bytes);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        const advice = "`cosign trusted-root create` writes one";
        throw new user_error/* UserError */.y(`input \`trusted-root\`: ${path} ${error.message}; ${advice}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/collect.js


















/** The event, the engine and the key: all that is read before anything is built. */
async function collect(inputs, io) {
    maskSecrets(inputs, io);
    const { signing, mode, dryRun } = inputs;
    const event = io.event();
    const missing = (0,run_secrets.missingSecrets)(event, (0,runner_environment.runActor)(io.environment));
    const loginNotes = (0,run_secrets.judgeEmptyLogins)(inputs.emptyLogins, missing);
    const decision = decidePush(inputs, event, loginNotes.length > 0 ? missing : undefined);
    if (signing !== undefined && decision.pushes && !dryRun)
        checkSigning(signing, io);
    const asksEngine = mode === "build" && !dryRun && planDependsOnEngine(inputs);
    const [context, engine] = await Promise.all([
        readRunContext(io, inputs.token),
        asksEngine ? probeEngine(inputs.builder, io.workspace, io.environment) : undefined,
    ]);
    const images = planImages(inputs.targets, context.build, mode, readMetadataOptions(io.environment));
    const environment = (0,runner_environment.definedVariables)(io.environment);
    const service = serviceOf(environment);
    // As buildx has it: relative to the workspace.
    const folder = inputs.cacheFolder === undefined ? undefined : (0,external_node_path_.resolve)(io.workspace, inputs.cacheFolder);
    const run = {
        event: event.name,
        ref: event.ref,
        ...(context.baseBranch !== undefined && { baseBranch: context.baseBranch }),
        defaultBranch: context.defaultBranch,
    };
    const { caches, notes, warnings } = mode === "build"
        ? planCaches(inputs.targets, images, {
            ...run,
            service,
            // One that cannot write a cache cannot export either, and then the build says so.
            engine: engine ?? { cacheExport: true },
            pushes: decision.pushes,
            ...(folder !== undefined && { folder }),
        }, inputs.cacheRef)
        : { caches: {}, notes: [], warnings: [] };
    const { owner, name } = event.repository;
    const repositoryContext = defaultContext({
        serverUrl: event.serverUrl,
        repository: `${owner}/${name}`,
        ref: event.ref,
        sha: event.sha,
    });
    const kept = mode === "build" ? chooseMountStore(inputs.cacheMounts, service, folder) : {};
    const mounts = kept.store && {
        ...run,
        commit: context.build.sha,
        architecture: (0,runner_environment.architectureOf)(environment),
        run: (0,external_node_crypto_.randomUUID)(),
        folders: foldersOf(io.temporary).mounts,
        store: kept.store,
        dockerfiles: readDockerfiles(inputs.targets, repositoryContext, io.workspace),
    };
    return {
        commit: context.build.sha,
        event: `${(0,runner_inputs/* quote */.hD)(event.name)} of ${(0,runner_inputs/* quote */.hD)(event.ref)}`,
        decision,
        mounts,
        planning: {
            images,
            pushes: decision.pushes,
            pushedImages: decision.images,
            ...(missing !== undefined && { missingSecrets: missing }),
            caches,
            isPublic: context.isPublic,
            runUrl: context.runUrl,
            defaultContext: repositoryContext,
            folder: io.temporary,
        },
        notes: [...loginNotes, ...notes],
        warnings: [...warnings, ...(kept.warning === undefined ? [] : [kept.warning])],
        engine,
        environment,
    };
}
/** GitHub's cache as BuildKit finds it. */
function serviceOf(environment) {
    const service = (0,runner_environment.cacheService)(environment);
    const problem = service.hasToken ? cacheTokenProblem((0,runner_environment.cacheToken)(environment), Date.now() / 1000) : undefined;
    return { ...service, ...(problem !== undefined && { tokenProblem: problem }) };
}
/** The texts that are on this machine, by the name of the image. What is wrong with a path, the build says. */
function readDockerfiles(targets, repositoryContext, workspace) {
    const texts = targets.flatMap(({ name, inputs: { context, file } }) => {
        const path = dockerfilePath(file, expandContext(context === "" ? repositoryContext : context, repositoryContext));
        if (path === undefined)
            return [];
        try {
            return [[name, (0,file_content/* readFile */.TA)((0,external_node_path_.resolve)(workspace, path)).toString()]];
        }
        catch {
            return [];
        }
    });
    return Object.fromEntries(texts);
}
/** Also the form in which docker's configuration has a password. */
function maskSecrets(inputs, io) {
    for (const { value } of runSecrets(inputs, io))
        io.log.mask(value);
    for (const { username, password } of inputs.credentials)
        io.log.mask(Buffer.from(`${username}:${password}`).toString("base64"));
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/bake-file.js
/**
 * The text of a bake file. Bake reads JSON as HCL, where `${…}` and `%{…}` in any text, also in a key, are templates:
 * without escaping, a build argument could call bake's functions or name its variables.
 */
function bakeFileText(file) {
    return `${JSON.stringify(escaped(file), null, 2)}\n`;
}
function escaped(value) {
    if (typeof value === "string")
        return escapeTemplate(value);
    if (Array.isArray(value))
        return value.map(escaped);
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTemplate(key), escaped(item)]));
}
/** HCL's own escapes: `$${` for `${` and `%%{` for `%{`. */
function escapeTemplate(text) {
    return text.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/missing-destination.js
/**
 * Why an image that is to be pushed, tagged or verified has nowhere to go; undefined if it has. Without this, a step that
 * pushes nothing would be green. docker/build-push-action fails here too: "tag is needed when pushing to registry".
 */
function missingDestination({ inputs }, { destinations }, { mode, byDigest, event }) {
    const orNot = mode === "verify" ? "" : ", or write `push: false`";
    if (destinations.length === 0 && inputs.images.length > 0)
        return `input \`images\`: every image is disabled, so there is nothing to ${VERBS[mode]}; enable one${orNot}`;
    if (destinations.length === 0)
        return mode === "verify"
            ? "input `tags`: there is no reference to verify; write, for example, `tags: ghcr.io/acme/app:1.2.3`"
            : `input \`push\`: the image has no reference; set \`images\` and \`tags\`${orNot}`;
    if (!byDigest && destinations.some(({ tags }) => tags.length === 0))
        return `input \`tags\`: no rule gives a tag on ${event}; add one, such as \`type=sha\`${orNot}`;
    return undefined;
}
const VERBS = { build: "push to", promote: "tag", merge: "tag", verify: "verify" };

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/result.js
const RESULT_SCHEMA = "jessy-actions/docker-build-push/v1";

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/verdict.js

/**
 * Completes a result with its verdict and its headline, which names everything that failed. Pure.
 *
 * @param isDone whether it was carried out: before that, it is a plan.
 */
function judge(plan, isDone) {
    const unjudged = isDone && !plan.dryRun ? { ...plan, images: plan.images.map(withoutPlans) } : plan;
    const state = stateOf(unjudged, isDone);
    const isBad = state === "refused" || (state === "checked" && unjudged.checked !== 0);
    const verdict = isBad ? "fail" : state === "failed" ? "broken" : "pass";
    return { ...unjudged, verdict, fails: verdict !== "pass", state, headline: headlineOf(unjudged, state) };
}
/** What was planned and did not come about, because something else went wrong before. */
function withoutPlans(image) {
    const references = image.references.map((reference) => reference.state === "planned" ? { ...reference, state: "not tried" } : reference);
    return { ...image, references };
}
function stateOf({ mode, images, failure, dryRun, checked }, isDone) {
    if (isRefused(images))
        return "refused";
    if (failure !== null || images.some(isFailed))
        return "failed";
    if (!isDone || dryRun)
        return "planned";
    if (mode === "verify")
        return "verified";
    if (mode === "build" && checked !== null)
        return "checked";
    if (images.every(({ pushes }) => !pushes))
        return mode === "build" ? "built" : "skipped";
    // An image that is pushed by its digest alone has no tags.
    const references = images.flatMap((image) => image.references);
    return references.length > 0 && references.every(({ state }) => state === "unchanged") ? "unchanged" : "pushed";
}
const isRefused = (images) => images.some(({ refusals, references }) => refusals.length > 0 || references.some(({ state }) => state === "refused"));
const isFailed = ({ references, signatures }) => references.some(({ state }) => state === "failed" || state === "not tried") ||
    signatures.some(({ state }) => state === "failed");
const DEEDS = { build: "built", promote: "promoted", merge: "merged", verify: "verified" };
function headlineOf(unjudged, state) {
    const { mode, images, failure } = unjudged;
    const all = (0,quantity.counted)(images.length, "image");
    switch (state) {
        case "planned":
            return `Dry run: ${all} would be ${DEEDS[mode]}${mode === "verify" ? "" : pushWords(images)}`;
        case "checked":
            return checkedWords(unjudged.checked ?? 0);
        case "built":
            return `${all} built, and not pushed`;
        case "skipped":
            return `Nothing was ${DEEDS[mode]}, since this run does not push`;
        case "pushed":
            return `${all} ${mode === "build" ? "pushed" : DEEDS[mode]}, ${tagsOf(images)}${signed(images)}`;
        case "unchanged":
            return `${all}: every tag stood there already, ${unchangedWords(images)}`;
        case "verified":
            return `${all} verified: every signature holds`;
        case "refused":
            return `Not ${mode === "build" ? "pushed" : DEEDS[mode]}: ${refusedWords(images)}`;
        case "failed":
            return failure ?? failedWords(images);
    }
}
function checkedWords(warnings) {
    return warnings === 0
        ? "The checks have no warning; nothing was built"
        : `The checks have ${(0,quantity.counted)(warnings, "warning")}`;
}
function pushWords(images) {
    return images.some(({ pushes }) => pushes) ? ` and pushed, ${tagsOf(images)}` : ", and not pushed";
}
function tagsOf(images) {
    const references = images.flatMap(({ references: each }) => each);
    const [only] = references;
    if (references.length === 0)
        return "by digest";
    return references.length === 1 ? only.reference : `${(0,quantity.counted)(references.length, "tag")}`;
}
function signed(images) {
    return images.some(({ signatures }) => signatures.length > 0) ? ", signed" : "";
}
function unchangedWords(images) {
    const signatures = images.flatMap(({ signatures: each }) => each);
    if (signatures.some(({ state }) => state === "signed"))
        return "and is signed now";
    return `nothing was changed${signatures.length > 0 ? ", signed" : ""}`;
}
/** The first reason of each image; the report lists them all. */
function refusedWords(images) {
    return images
        .flatMap(({ name, refusals, references }) => {
        const [first, ...more] = refusals;
        const rest = more.length === 0 ? "" : `, and ${(0,quantity.counted)(more.length, "more reason")}`;
        return [
            ...(first === undefined ? [] : [`${images.length === 1 ? "" : `${name}: `}${first}${rest}`]),
            ...references.filter(({ state }) => state === "refused").map(({ reference }) => `${reference} must not move`),
        ];
    })
        .map((words) => words.replaceAll("`", ""))
        .join("; ");
}
function failedWords(images) {
    const broken = images.flatMap(({ references }) => references.filter(({ state }) => state === "failed"));
    const unsigned = images.flatMap(({ signatures }) => signatures.filter(({ state }) => state === "failed"));
    const tried = images.flatMap(({ references }) => references);
    const done = tried.filter(({ state }) => state === "pushed" || state === "moved" || state === "unchanged").length;
    return [
        ...(broken.length === 0 ? [] : [`${done} of ${(0,quantity.counted)(tried.length, "tag")} pushed; failed: ${names(broken)}`]),
        ...(unsigned.length === 0 ? [] : [unsignedWords(unsigned.length, tried)]),
    ].join("; ");
}
/** A signature that fails keeps every tag where it was. */
function unsignedWords(count, tried) {
    const kept = tried.some(({ state }) => state === "not tried") ? ", so no tag was set" : "";
    return `${(0,quantity.counted)(count, "signature")} failed${kept}`;
}
const names = (references) => references.map(({ reference }) => reference).join(", ");

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/evaluate.js










/** What will be built, how it will be called, and where it will go. Pure. @throws UserErrors with every wrong input of a build. */
function evaluate(inputs, facts) {
    const { mode, dryRun } = inputs;
    const { decision } = facts;
    const problems = [
        ...homeless(inputs, facts),
        ...(mode === "merge" || mode === "promote" ? shared(facts.planning) : []),
    ];
    const plan = mode === "build" ? planned(inputs, facts, problems) : undefined;
    if (plan !== undefined && facts.engine !== undefined)
        problems.push(...engineProblems(facts.engine, plan.targets.map(({ needs }) => needs)));
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    const mounts = plan && facts.mounts && planMounts(plan.targets, facts.mounts, facts.environment);
    const planning = { ...facts.planning, ...(mounts !== undefined && { mounts }) };
    const imageNotes = planning.images.flatMap(({ notes }) => notes);
    return judge({
        schema: RESULT_SCHEMA,
        mode,
        dryRun,
        commit: facts.commit,
        images: planning.images.map((image, at) => imageResult(image, decision.images[at], inputs)),
        notes: [
            ...(decision.note === undefined ? [] : [decision.note]),
            ...facts.notes,
            ...imageNotes,
            ...(plan?.notes ?? []),
            ...(mounts?.notes ?? []),
        ],
        warnings: facts.warnings.map((message) => ({ message })),
        failure: null,
        commands: plan?.commands.map((command) => ["docker", ...command.arguments]) ?? [],
        bakeFile: plan?.bakeFile === undefined ? null : bakeFileText(plan.bakeFile),
        metadata: null,
        checked: null,
        json: planning.images[0]?.json ?? null,
        buildx: facts.engine?.buildx ?? null,
        planning,
    }, false);
}
/** Images that are to be pushed, tagged or verified, and have no name for it. */
function homeless({ targets, mode, byDigest }, { planning, decision, event }) {
    return targets.flatMap((target, at) => {
        const problem = decision.images[at] === true || mode === "verify"
            ? missingDestination(target, planning.images[at], { mode, byDigest, event })
            : undefined;
        return problem === undefined ? [] : [problemOf(target, targets, problem)];
    });
}
/** A build's own plan says the same. */
function shared({ images }) {
    return sharedReferences(images.map((image) => ({ name: image.name, references: referencesOf(image) })));
}
function planned(inputs, { planning, environment }, problems) {
    try {
        return buildPlan(inputs, planning, environment);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserErrors */.t))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}
function imageResult(image, pushes, { byDigest }) {
    const { name, version, destinations } = image;
    return {
        name,
        version,
        pushes,
        references: pushes && !byDigest ? referencesOf(image).map((reference) => ({ reference, state: "planned" })) : [],
        repositories: destinations.map(({ registry, repository }) => `${registry}/${repository}`),
        digest: null,
        imageId: null,
        platforms: [],
        size: null,
        previousSize: null,
        attestations: [],
        steps: null,
        refusals: [],
        scanOutput: [],
        signatures: [],
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var state = __webpack_require__(4336);
;// CONCATENATED MODULE: ./build/js/packages/images/src/build/progress-facts.js
const MAX_SLOWEST = 10;
/** @param images the images of the call, by whose names BuildKit tells their steps apart if there are several. */
function factsOf(states, images, transfers, warnings, rest) {
    const steps = states.map((state) => stepOf(state, images));
    const done = steps.filter(isDone);
    const imagesOf = new Map(steps.map(({ digest, images: all }) => [digest, all]));
    const built = new Set(done.filter(({ cached }) => !cached).map(identity));
    // What one image built a moment ago is cached for the next one; that is no cache from before.
    const cached = new Set(done.map(identity)).difference(built);
    const bytesOf = (kind) => [...transfers].reduce((sum, [key, bytes]) => (key.startsWith(`${kind} `) ? sum + bytes : sum), 0);
    const inputs = new Map(states.map(({ vertex }) => [vertex.digest, vertex.inputs]));
    return {
        steps,
        cached: cached.size,
        built: built.size,
        slowest: steps
            .filter(({ cached, seconds = 0 }) => !cached && seconds > 0)
            .sort((a, b) => b.seconds - a.seconds)
            .slice(0, MAX_SLOWEST),
        misses: missesOf(steps, inputs, cached.size > 0),
        // A step that was stopped since another one failed is not to blame.
        failed: steps.filter(({ error }) => error !== undefined && !/context canceled/.test(error)),
        warnings: warnings
            .map((warning) => ({ ...warning, images: imagesOf.get(warning.vertex ?? "") ?? [] }))
            .toSorted((a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0)),
        bytes: { context: bytesOf("context"), pulled: bytesOf("pulled") },
        ...rest,
    };
}
/** What one image of a call of several had from a cache from before, and what was built for it, shared steps included. */
function countsOf(facts, image) {
    const done = facts.steps.filter(isDone);
    const built = new Set(done.filter(({ cached }) => !cached).map(identity));
    const own = new Set(done.filter(({ images }) => images.includes(image)).map(identity));
    const builtHere = own.intersection(built).size;
    return { cached: own.size - builtHere, built: builtHere };
}
/** A base image is looked up when it is needed, whether or not what follows is cached: that is no step of a build. */
function isDone(step) {
    return step.isInstruction && step.seconds !== undefined && step.error === undefined && keyword(step) !== "FROM";
}
function imageOf(name, images) {
    const first = /^\[([^\] ]+)/.exec(name)?.[1];
    return images.length > 1 && first !== undefined && images.includes(first) ? first : undefined;
}
function identity({ place, instruction }) {
    return `${place} ${instruction}`;
}
function stepOf({ vertex, names, log }, images) {
    const name = vertex.name.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
    // `[api build 2/5] RUN make` of several images, `[build 2/5] RUN make`, `[2/5] RUN make`
    const [, inside = "", text = name] = /^\[([^\]]*)\] (.*)$/.exec(name) ?? [];
    const isInstruction = /(?:^| )\d+\/\d+$/.test(inside);
    const image = imageOf(name, images);
    const { started, completed, error } = vertex;
    return {
        digest: vertex.digest,
        name,
        ...(image === undefined ? {} : { image }),
        images: [...new Set([...names].flatMap((each) => imageOf(each, images) ?? []))],
        place: !isInstruction ? "" : image === undefined ? inside : inside.slice(image.length + 1),
        instruction: text,
        isInstruction,
        cached: vertex.cached,
        ...(completed === undefined ? {} : { seconds: Math.max(0, completed - (started ?? completed)) / 1000 }),
        ...(error === undefined ? {} : { error }),
        log: [...log],
    };
}
/**
 * A step misses first if everything that it builds on is cached. BuildKit does not say why; what the instruction is made
 * of narrows it down: a COPY depends on the files, everything else on its text, its arguments and the step before.
 */
function missesOf(steps, inputs, anyCached) {
    const built = inOrder(steps.filter(wasBuilt), inputs);
    const twins = new Map(built.map((step) => [identity(step), step]));
    const byDigest = new Map(steps.map((step) => [step.digest, twins.get(identity(step)) ?? step]));
    // The first step that misses stands for all that follow from it.
    const causes = new Map();
    const followers = new Map();
    const first = [];
    for (const step of built) {
        const before = (inputs.get(step.digest) ?? []).map((input) => byDigest.get(input)).find(wasBuilt);
        const cause = before === undefined ? undefined : (causes.get(before.digest) ?? before.digest);
        if (cause === undefined)
            first.push(step);
        else {
            causes.set(step.digest, cause);
            followers.set(cause, (followers.get(cause) ?? 0) + 1);
        }
    }
    const unreadable = steps.flatMap(({ name, error }) => {
        const cache = /^importing cache manifest from (.*)$/.exec(name)?.[1];
        return cache === undefined || error === undefined ? [] : [`the cache \`${cache}\` could not be read (${error})`];
    });
    return first.map((step) => {
        const base = (inputs.get(step.digest) ?? []).map((input) => byDigest.get(input)).find(isBaseImage);
        const changes = [ownReason(step), ...baseReason(base)];
        const noCache = unreadable.length > 0 ? unreadable.join(", ") : "this builder had no cache of it yet";
        return {
            step: step.place === "" ? step.name : `[${step.place}] ${step.instruction}`,
            images: step.images,
            stage: /(?:^| )([^ ]+) \d+\/\d+$/.exec(step.place)?.[1] ?? "",
            reason: (anyCached ? [...changes, "no cache had it"] : [noCache, ...changes]).join(", or "),
            seesArguments: !/^(?:COPY|ADD|WORKDIR)$/.test(keyword(step)),
            followers: followers.get(step.digest) ?? 0,
        };
    });
}
/** A step of a Dockerfile that was carried out. */
function wasBuilt(step) {
    return step !== undefined && isDone(step) && !step.cached;
}
function isBaseImage(step) {
    return step?.isInstruction === true && keyword(step) === "FROM";
}
/** What a step builds on comes before it, without recursion: a chain can be as long as there are steps. */
function inOrder(steps, inputs) {
    const byDigest = new Map(steps.map((step) => [step.digest, step]));
    const state = new Map();
    const ordered = [];
    for (const start of steps) {
        const stack = [start];
        for (let step = stack.at(-1); step !== undefined; step = stack.at(-1)) {
            if (state.get(step.digest) === undefined) {
                state.set(step.digest, "open");
                for (const input of inputs.get(step.digest) ?? []) {
                    const needed = byDigest.get(input);
                    if (needed !== undefined && state.get(input) === undefined)
                        stack.push(needed);
                }
            }
            else {
                if (state.get(step.digest) === "open")
                    ordered.push(step);
                state.set(step.digest, "done");
                stack.pop();
            }
        }
    }
    return ordered;
}
function keyword({ instruction }) {
    return (/^[A-Za-z]+/.exec(instruction)?.[0] ?? "").toUpperCase();
}
function baseReason(base) {
    const image = base && /^FROM (?:--\S+ )*([^\s@]+)/i.exec(base.instruction)?.[1];
    return image === undefined ? [] : [`its base image \`${image}\` changed`];
}
/** What may have changed in an instruction, by what BuildKit looks at. */
function ownReason(step) {
    const word = keyword(step);
    if (word === "WORKDIR")
        return "its text changed";
    if (word !== "COPY" && word !== "ADD")
        return "its text or a build argument changed";
    const words = step.instruction.split(/\s+/).slice(1);
    const from = words.find((each) => each.startsWith("--from="))?.slice("--from=".length);
    if (from !== undefined)
        return `what it copies from \`${from}\` changed`;
    const sources = sourcesOf(words.filter((each) => !each.startsWith("--")));
    if (sources.length === 0)
        return "what it copies changed";
    return `a file that it copies changed (content or permissions): ${sources.map((source) => `\`${source}\``).join(", ")}`;
}
/** The last word is where they go. */
function sourcesOf(words) {
    if (!words[0]?.startsWith("["))
        return words.slice(0, -1);
    try {
        return JSON.parse(words.join(" ")).slice(0, -1).map(String);
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/js/packages/images/src/attestations.js
var src_attestations = __webpack_require__(6613);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/json-document.js
var json_document = __webpack_require__(9806);
// EXTERNAL MODULE: ./build/js/packages/reading/src/secret-forms.js
var secret_forms = __webpack_require__(1492);
// EXTERNAL MODULE: ./build/js/packages/reading/src/secret-search.js
var secret_search = __webpack_require__(5043);
;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/known-values.js


/** All secrets of a run, looked for together: a key has hundreds of lines, and an SBOM megabytes. */
class KnownValues {
    #all;
    #search = new secret_search/* SecretSearch */.p("whole");
    constructor(secrets) {
        this.#all = secrets.map((secret) => ({ secret, forms: (0,secret_forms/* secretForms */.eo)(secret.value) }));
        for (const { value } of secrets)
            this.#search.add(value);
    }
    /** Names of secrets whose values are too short or too even to be told from ordinary text. */
    get notSearched() {
        return this.#all.filter(({ forms }) => forms.length === 0).map(({ secret }) => secret.name);
    }
    /** The secrets, with those forms alone that a text holds: a cheap look at all texts of a document at once. */
    possible(text) {
        const found = new Set();
        for (const { form } of this.#search.find(text))
            found.add(form.text);
        if (found.size === 0)
            return [];
        return this.#all
            .map(({ secret, forms }) => ({ secret, forms: forms.filter((form) => found.has(form.text)) }))
            .filter(({ forms }) => forms.length > 0);
    }
}
/** The form in which a text holds the secret, if it does. */
function findValue(text, { forms }) {
    return forms.find((form) => (0,secret_search/* holdsForm */.D)(text, form))?.encoding;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/place.js
/** Names are cut: a place is for people. */
const MAX_NAME_CHARACTERS = 120;
const place_VARIABLE = /^[A-Za-z_][\w.-]*$/;
/**
 * Where a text stands, in words for what people know (`environment variable NPM_TOKEN`), else as a path. A name that
 * holds a secret is not shown: a place never says what it warns of.
 */
function placeOf({ path, text, isName }, { isSecret, isKnown }) {
    const [first, second] = path;
    const last = path.at(-1);
    const redact = (name) => (isSecret(name) ? "***" : name);
    const name = (value) => place_short(redact(String(value)));
    const before = isName ? "the name of " : "";
    if (first === "config" && second === "Env" && typeof last === "number") {
        const [variable, value] = [text.slice(0, Math.max(0, text.indexOf("="))), text.slice(text.indexOf("=") + 1)];
        // A known value may hold a `=` itself: what stands before it is a name only if the value stands wholly behind it.
        const isNamed = place_VARIABLE.test(variable) && (isKnown(value) || !isKnown(text));
        return `environment variable ${isNamed ? name(variable) : last + 1}`;
    }
    if (first === "config" && second === "Labels" && path.length === 3)
        return `${before}label ${name(last)}`;
    if (first === "history" && typeof second === "number")
        return `history entry ${second + 1} (${name(path.slice(2).join("."))})`;
    const annotations = path.lastIndexOf("annotations");
    if (annotations !== -1 && annotations === path.length - 2)
        return `${before}annotation ${name(last)}`;
    const [, argument] = typeof last === "string" ? (/^build-arg:(.*)$/s.exec(last) ?? []) : [];
    if (argument !== undefined)
        return `${before}build argument ${name(argument)} in the provenance`;
    return `${before}${pathText(path, redact)}`;
}
function pathText(path, redact) {
    const parts = path.map((part, at) => {
        if (typeof part === "number")
            return `[${part}]`;
        const name = place_short(redact(part));
        return /^\w+$/.test(name) ? `${at === 0 ? "" : "."}${name}` : `[${JSON.stringify(name)}]`;
    });
    return parts.join("");
}
function place_short(name) {
    const visible = name.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
    return visible.length <= MAX_NAME_CHARACTERS ? visible : `${visible.slice(0, MAX_NAME_CHARACTERS)}…`;
}

// EXTERNAL MODULE: ./build/js/packages/images/src/base64.js
var base64 = __webpack_require__(8265);
;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/shapes.js

/** Fewer different characters than this are a stand-in such as `xxxx-xxxx`. */
const MIN_DIFFERENT_CHARACTERS = 4;
/** Prefixes and lengths are the issuers' own; most are those of GitHub's secret scanning. */
const SHAPES = [
    { name: "GitHub token", pattern: /gh[pousr]_(?<secret>[0-9A-Za-z]{36,255})/ },
    { name: "GitHub fine-grained token", pattern: /github_pat_(?<secret>[0-9A-Za-z]{22}_[0-9A-Za-z]{59})/ },
    { name: "GitLab token", pattern: /(?<!\w)gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-(?<secret>[\w-]{20,100})/ },
    { name: "AWS access key", pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)(?<secret>[A-Z0-9]{16})(?![A-Z0-9])/ },
    {
        name: "AWS secret key",
        pattern: /aws_?secret(?:_?access)?_?key["']?\s{0,5}[=:]\s{0,5}["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
    },
    {
        name: "private key",
        // Between the first line and the key itself: line breaks, also written out, and the headers of older forms.
        pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\{1,4}[nr]|(?:Proc-Type|DEK-Info|Version|Comment): [\w ,.()/:-]{1,80}){0,20}(?<secret>[A-Za-z0-9+/]{24})/,
    },
    {
        name: "registry login",
        pattern: /\\?"auth\\?"\s{0,20}:\s{0,20}\\?"(?<secret>[A-Za-z0-9+/]{4,2000}={0,2})\\?"/,
        isReal: (secret) => ((0,base64/* decodeBase64 */.y)(secret)?.indexOf(":") ?? -1) > 0,
    },
    { name: "Docker Hub token", pattern: /dckr_[po]at_(?<secret>[\w-]{27,100})/ },
    { name: "npm token", pattern: /(?<!\w)npm_(?<secret>[0-9A-Za-z]{36})(?!\w)/ },
    {
        name: "npm login",
        pattern: /:_(?:authToken|auth|password)\s{0,5}=\s{0,5}["']?(?<secret>[A-Za-z0-9+/_=.-]{16,2000})/,
    },
    { name: "PyPI token", pattern: /pypi-AgEIcHlwaS5vcmc(?<secret>[\w-]{50,1000})/ },
    { name: "crates.io token", pattern: /(?<!\w)cio(?<secret>[0-9A-Za-z]{32})(?!\w)/ },
    { name: "Slack token", pattern: /(?<!\w)xox[abeoprs]-(?:\d-)?(?<secret>[0-9A-Za-z]{8,100}-[0-9A-Za-z-]{8,250})/ },
    { name: "Slack app token", pattern: /(?<!\w)xapp-\d-(?<secret>[0-9A-Za-z-]{20,250})/ },
    {
        name: "Slack webhook",
        pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[0-9A-Za-z+/]{30,100})/,
    },
    { name: "Discord webhook", pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/(?<secret>[\w-]{60,80})/ },
    { name: "Telegram bot token", pattern: /(?<!\d)\d{8,10}:AA(?<secret>[\w-]{33})(?![\w-])/ },
    { name: "Google API key", pattern: /(?<!\w)AIza(?<secret>[\w-]{35})(?![\w-])/ },
    { name: "Google OAuth secret", pattern: /(?<!\w)GOCSPX-(?<secret>[\w-]{28})(?![\w-])/ },
    { name: "Azure storage key", pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/ },
    { name: "Stripe key", pattern: /(?<!\w)[rs]k_live_(?<secret>[0-9A-Za-z]{20,250})/ },
    { name: "SendGrid key", pattern: /(?<!\w)SG\.(?<secret>[\w-]{22}\.[\w-]{43})(?![\w-])/ },
    { name: "Hugging Face token", pattern: /(?<!\w)hf_(?<secret>[0-9A-Za-z]{34})(?!\w)/ },
    { name: "OpenAI key", pattern: /(?<![\w-])sk-(?<secret>[\w-]{20,100}T3BlbkFJ[\w-]{20,100})/ },
    { name: "Anthropic key", pattern: /(?<![\w-])sk-ant-(?<secret>[a-z0-9]{3,10}-[\w-]{80,120})/ },
    { name: "DigitalOcean token", pattern: /(?<!\w)do[opr]_v1_(?<secret>[0-9a-f]{64})(?!\w)/ },
    { name: "Vault token", pattern: /(?<!\w)hv[sbr]\.(?<secret>[\w-]{24,300})/ },
    {
        name: "JSON web token",
        pattern: /(?<![\w-])eyJ[\w-]{10,5000}\.(?<secret>eyJ[\w-]{10,50000})\.[\w-]{16,2000}/,
    },
    {
        name: "Authorization header",
        pattern: /authorization\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?(?:basic|bearer|token)\s{1,5}(?<secret>[A-Za-z0-9._~+/=-]{16,2000})/i,
        // Manuals write YOUR_TOKEN_HERE.
        isReal: (secret) => /\d/.test(secret),
    },
    {
        name: "password in an address",
        pattern: /(?<=[a-z][a-z0-9+.-]{1,20}):\/\/(?<user>[^\s/:@"'\\?#]{0,200}):(?<secret>[^\s/:@"'\\?#]{4,300})@(?<host>[\w.-]{1,253})/i,
        isReal: isRealLogin,
    },
];
/** Words that stand where a password would. */
const STAND_IN = /^(?:pass(?:word|wd)?|pwd|secret|token|changeme|example|user(?:name)?|redacted|dummy|x-oauth-basic|\*+)$/i;
/** `postgres://postgres:postgres@localhost/test` is how databases of tests are written, and opens nothing. */
function isRealLogin(secret, { groups }) {
    const isLocal = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|host|example\.(?:com|org|net))$|\.(?:example|test|invalid|localhost)$/i;
    return secret !== groups.user && !STAND_IN.test(secret) && !isLocal.test(groups.host);
}
/** The kinds that a text may hold: a cheap look at all texts of a document at once. */
function possibleShapes(text) {
    return SHAPES.filter(({ pattern }) => pattern.test(text));
}
/** The kinds of credentials in a text, each once. */
function findShapes(text, shapes = SHAPES) {
    return shapes.filter((shape) => hasShape(text, shape)).map(({ name }) => name);
}
function hasShape(text, { pattern, isReal }) {
    if (!pattern.test(text))
        return false;
    for (const match of text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))) {
        const secret = match.groups.secret;
        if (!isStandIn(secret) && (isReal === undefined || isReal(secret, match)))
            return true;
    }
    return false;
}
/** Variables, masked text, and the examples of manuals (AKIAIOSFODNN7EXAMPLE). */
function isStandIn(secret) {
    if (/EXAMPLE/.test(secret) || /^(?:\$|%[A-Z_]+%|\{\{|<)/.test(secret))
        return true;
    return new Set(secret.slice(0, 200)).size < Math.min(MIN_DIFFERENT_CHARACTERS, secret.length);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/texts.js
/** Every text of a document: values, and the names of members. */
function* textsOf(root) {
    yield* walk(root.raw, []);
}
function* walk(value, path) {
    if (typeof value === "string")
        yield { path, text: value, isName: false };
    else if (Array.isArray(value)) {
        for (let at = 0; at < value.length; at++)
            yield* walk(value[at], [...path, at]);
    }
    else if (typeof value === "object" && value !== null) {
        for (const [name, member] of Object.entries(value)) {
            yield { path: [...path, name], text: name, isName: true };
            yield* walk(member, [...path, name]);
        }
    }
}
/** BuildKit keeps whole Dockerfiles in base64 in a provenance; shorter texts are names and digests. */
const MIN_ENCODED_CHARACTERS = 40;
const ENCODED_WORD = new RegExp(`[A-Za-z0-9+/_-]{${MIN_ENCODED_CHARACTERS},}={0,2}`, "g");
function readingsOf(text) {
    const [url, base64] = [urlDecoded(text), base64Decoded(text)];
    return [
        { text, encoding: "plain" },
        ...(url === undefined ? [] : [{ text: url, encoding: "URL-encoded" }]),
        ...(base64 === undefined ? [] : [{ text: base64, encoding: "base64" }]),
    ];
}
function urlDecoded(text) {
    if (!text.includes("%"))
        return undefined;
    // ASCII alone: what is wrong in one place must not hide what is right in another.
    const decoded = text.replace(/(?:%[0-7][0-9A-Fa-f])+/g, (codes) => decodeURIComponent(codes));
    return decoded === text ? undefined : decoded;
}
/** The words of a text that are base64 of a text: `DOCKER_AUTH_CONFIG=eyJhdXRocyI6...`. */
function base64Decoded(text) {
    if (text.length < MIN_ENCODED_CHARACTERS)
        return undefined;
    const words = [...text.matchAll(ENCODED_WORD)].flatMap(([word]) => {
        // Most long words are digests.
        if (/^[0-9a-f]+$/.test(word))
            return [];
        const decoded = Buffer.from(word, "base64").toString();
        return decoded.includes("\ufffd") ? [] : [decoded];
    });
    return words.length === 0 ? undefined : words.join("\n");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/exposed-secrets.js





/** SBOMs of large images have some ten MB. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
const MAX_FINDINGS = 200;
/**
 * Looks for secrets in what an image says of itself: exact values that the run knows, also encoded, and credentials
 * that their form gives away. Every text of every document counts: variables, history, labels, annotations, build
 * arguments, and the Dockerfile that a provenance holds.
 *
 * @throws ReportError on a document that cannot be read: what was not looked at is not clean
 */
function findExposedSecrets(documents, known) {
    const all = new KnownValues(known);
    const findings = documents.flatMap(({ name, bytes }) => findingsIn(name, bytes, all));
    return {
        findings: findings.slice(0, MAX_FINDINGS),
        more: Math.max(0, findings.length - MAX_FINDINGS),
        notSearched: all.notSearched,
    };
}
function findingsIn(document, bytes, all) {
    const texts = (0,json_document/* readJsonDocument */.E)(document, bytes, MAX_DOCUMENT_BYTES, [], (root) => [...textsOf(root)]);
    const together = texts
        .flatMap((placed) => [
        withName(placed),
        ...readingsOf(placed.text)
            .slice(1)
            .map(({ text }) => text),
    ])
        .join("\n");
    const values = all.possible(together);
    const search = { values, shapes: possibleShapes(together) };
    if (search.values.length === 0 && search.shapes.length === 0)
        return [];
    const secrecy = {
        isSecret: (text) => hitsIn(text, search).length > 0,
        isKnown: (text) => hitsIn(text, { values, shapes: [] }).length > 0,
    };
    const findings = new Map();
    for (const placed of texts) {
        for (const hit of hitsOf(placed, search)) {
            const place = placeOf(placed, secrecy);
            const key = JSON.stringify([place, hit.secret]);
            if (!findings.has(key))
                findings.set(key, { document, place, ...hit });
        }
    }
    return [...findings.values()];
}
function hitsIn(text, { values, shapes }) {
    const readings = readingsOf(text);
    const known = values.flatMap((value) => {
        for (const reading of readings) {
            const encoding = findValue(reading.text, value);
            if (encoding === undefined)
                continue;
            const outer = reading.encoding === "plain" ? encoding : reading.encoding;
            return [{ secret: value.secret.name, evidence: "known", encoding: outer }];
        }
        return [];
    });
    const shaped = readings.flatMap((reading) => findShapes(reading.text, shapes).map((secret) => ({ secret, evidence: "shape", encoding: reading.encoding })));
    return [...known, ...shaped];
}
function hitsOf(placed, search) {
    const hits = hitsIn(placed.text, search);
    const named = withName(placed);
    if (named === placed.text)
        return hits;
    const ofName = findShapes(String(placed.path.at(-1)), search.shapes);
    const more = findShapes(named, search.shapes).filter((secret) => !ofName.includes(secret));
    return [...hits, ...more.map((secret) => ({ secret, evidence: "shape", encoding: "plain" }))];
}
/** A name tells what its value is: `AWS_SECRET_ACCESS_KEY` and forty characters. */
function withName({ path, text, isName }) {
    const last = path.at(-1);
    return isName || typeof last !== "string" ? text : `${last}=${text}`;
}

// EXTERNAL MODULE: ./build/js/packages/images/src/oci/image-config.js
var image_config = __webpack_require__(3950);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/image-platform.js
var image_platform = __webpack_require__(1719);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/media-types.js
var media_types = __webpack_require__(8618);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/descriptor.js
var oci_descriptor = __webpack_require__(5573);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/layout.js
var layout = __webpack_require__(6162);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/manifest.js
var oci_manifest = __webpack_require__(6889);
;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/push-order.js




/** An image has an index, a manifest for each platform, and attestations beside them. */
const MAX_STORED_MANIFESTS = 2000;
/** Indexes may hold indexes; more than this is nobody's image. */
const MAX_NESTING = 4;
const MAX_MANIFEST_BYTES_IN_ALL = 64 * 1024 * 1024;
/**
 * Follows images from their roots to their layers. Each manifest is read once, and its bytes must have the digest, size
 * and type that led to it.
 *
 * @param roots what is to be pushed to one repository
 * @param read gives the bytes of a manifest, from a layout or a registry
 * @throws ReportError that names what is missing, damaged or contradictory
 */
async function pushOrder(roots, read) {
    const blobs = new Map();
    const foreign = new Map();
    const manifests = new Map();
    let bytesInAll = 0;
    const addBlob = (descriptor) => {
        const isForeign = media_types/* FOREIGN_LAYER */.PV.test(descriptor.mediaType) && (descriptor.urls ?? []).length > 0;
        const group = isForeign ? foreign : blobs;
        checkAgreement(group.get(descriptor.digest), descriptor);
        if (!group.has(descriptor.digest))
            group.set(descriptor.digest, descriptor);
    };
    const addManifest = async (descriptor, depth) => {
        const known = manifests.get(descriptor.digest);
        if (known !== undefined)
            return checkAgreement(known.descriptor, descriptor);
        if (depth > MAX_NESTING)
            throw new report_error.ReportError(`${descriptor.digest} lies more than ${MAX_NESTING} indexes deep`);
        if (descriptor.size > oci_manifest/* MAX_MANIFEST_BYTES */.ZJ) {
            throw new report_error.ReportError(`the manifest ${descriptor.digest} has ${descriptor.size} bytes, and at most ${oci_manifest/* MAX_MANIFEST_BYTES */.ZJ} are allowed`);
        }
        bytesInAll += descriptor.size;
        if (bytesInAll > MAX_MANIFEST_BYTES_IN_ALL) {
            throw new report_error.ReportError(`the manifests have more than ${MAX_MANIFEST_BYTES_IN_ALL} bytes in all`);
        }
        const bytes = await read(descriptor);
        (0,oci_descriptor/* checkBytes */.Ac)(descriptor, bytes);
        const manifest = (0,oci_manifest/* readManifest */.WI)(bytes, descriptor);
        if (manifest.kind === "index") {
            for (const child of manifest.manifests) {
                if (isManifest(child))
                    await addManifest(child, depth + 1);
                else
                    addBlob(child);
            }
        }
        else
            for (const blob of [manifest.config, ...manifest.layers])
                addBlob(blob);
        if (manifests.size >= MAX_STORED_MANIFESTS)
            throw new report_error.ReportError(`there are more than ${MAX_STORED_MANIFESTS} manifests`);
        manifests.set(descriptor.digest, { descriptor, bytes, manifest });
    };
    for (const root of roots)
        await addManifest(root, 0);
    return { blobs: [...blobs.values()], manifests: [...manifests.values()], foreign: [...foreign.values()] };
}
function isManifest({ mediaType }) {
    return media_types/* INDEX_TYPES */.V.includes(mediaType) || media_types/* MANIFEST_TYPES */._P.includes(mediaType);
}
/** One digest has one size. Its media type may differ: the same bytes can be a layer here and an artifact there. */
function checkAgreement(known, other) {
    if (known === undefined || known.size === other.size)
        return;
    throw new report_error.ReportError(`${other.digest} has ${known.size} bytes in one place and ${other.size} in another`);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/image-folder.js








/**
 * Reads the manifests of an exported image, each checked against its digest.
 *
 * @param expected the digest that buildx says it made. @throws ReportError when the folder holds something else.
 */
async function readImageFolder(folder, expected) {
    (0,layout.checkLayoutFile)(readPart(folder, layout.LAYOUT_FILE));
    const root = (0,layout.layoutRoot)(readPart(folder, layout.LAYOUT_INDEX), expected);
    const order = await pushOrder([root], ({ digest }) => readPart(folder, (0,layout.blobPath)(digest)));
    return { folder, root, order };
}
/** The bytes of a small blob, such as a configuration. @throws ReportError when they are not what its digest names. */
function readBlob({ folder }, descriptor, maxBytes, name) {
    if (descriptor.size > maxBytes)
        throw new report_error.ReportError(`${name} has ${(0,quantity.count)(descriptor.size)} bytes, and at most ${(0,quantity.count)(maxBytes)} are looked at`);
    const bytes = readPart(folder, (0,layout.blobPath)(descriptor.digest));
    (0,oci_descriptor/* checkBytes */.Ac)(descriptor, bytes);
    return bytes;
}
/** @throws ReportError when a layer or another blob is missing, or is not as long as the image says: the disk was full. */
function checkBlobs({ folder, order }) {
    for (const { digest, size } of order.blobs) {
        const found = (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, (0,layout.blobPath)(digest)), { throwIfNoEntry: false })?.size;
        if (found === undefined)
            throw missing((0,layout.blobPath)(digest));
        if (found !== size)
            throw new report_error.ReportError(`${(0,layout.blobPath)(digest)} has ${(0,quantity.count)(found)} bytes, and ${(0,quantity.count)(size)} are right`);
    }
}
function readPart(folder, name) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, name)))
        throw missing(name);
    return (0,file_content/* readFile */.TA)((0,external_node_path_.join)(folder, name));
}
const missing = (name) => new report_error.ReportError(`${name} is missing`);

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/inspect-image.js








/** Of an image whose configuration does not say for which platform it is. */
const ANY_PLATFORM = "any platform";
/** SBOMs of large images have some ten MB. */
const MAX_STATEMENT_BYTES = 64 * 1024 * 1024;
/**
 * Looks at an exported image: what it is, how large it is, and whether its configuration, history or attestations tell a
 * secret to everybody who can pull it.
 *
 * @param allowed findings that are not secrets, as an earlier report named them. @throws ReportError, also when a part of
 *   the image is missing, damaged or too large to be looked at: what nobody looked at is not clean.
 */
async function inspectImage(folder, secrets, allowed) {
    checkBlobs(folder);
    const { manifests } = folder.order;
    const root = manifests.at(-1);
    const documents = manifests.map(({ descriptor, bytes }) => ({
        name: `the manifest ${descriptor.digest.slice(0, 19)}`,
        bytes,
    }));
    const sizes = {};
    const images = imagesOf(manifests);
    const parts = [];
    const [first] = images;
    if (first === undefined)
        throw new report_error.ReportError("holds no image of any platform, only other artifacts");
    for (const { descriptor, manifest: image } of images) {
        const bytes = readBlob(folder, image.config, image_config.MAX_CONFIG_BYTES, "the configuration of an image");
        const platform = (0,image_platform/* platformName */.$r)((0,image_config.readImageConfig)(bytes).platform);
        // Windows has several of one platform, for its versions.
        sizes[platform] = Math.max(sizes[platform] ?? 0, sizeOf(image));
        parts.push({ platform, descriptor });
        documents.push({ name: `the configuration of ${platform}`, bytes });
    }
    const attestations = new Set();
    for (const { manifest } of manifests) {
        if (manifest.kind !== "manifest")
            continue;
        for (const { descriptor, kind, predicateType } of (0,src_attestations.statementsOf)(manifest)) {
            attestations.add(kind === "other" ? predicateType : kind);
            const name = kind === "other" ? `the statement ${predicateType}` : `the ${kind}`;
            documents.push({ name, bytes: readBlob(folder, descriptor, MAX_STATEMENT_BYTES, name) });
        }
    }
    const { findings, more, notSearched } = findExposedSecrets(documents, secrets);
    const shown = findings.map(findingName).filter((name) => !allowed.includes(name));
    return {
        shape: (0,src_attestations.shapeOf)(root.manifest),
        platforms: Object.keys(sizes),
        imageId: first.manifest.config.digest,
        sizes,
        parts,
        attestations: [...attestations].sort(),
        findings: [...new Set(shown), ...(more > 0 ? [`${(0,quantity.counted)(more, "more secret")}`] : [])],
        notes: notSearched.map((name) => `The secret \`${name}\` is too short to be looked for in the image.`),
    };
}
/** How a finding is called, in reports and in `allow-secrets`. */
function findingName({ secret, document, place, encoding }) {
    return `${secret} in ${document}, ${place}${encoding === "plain" ? "" : ` (${encoding})`}`;
}
/** Compressed, as they travel. */
function sizeOf({ layers }) {
    return layers.reduce((sum, { size }) => sum + size, 0);
}
/** Manifests of images, in an index of indexes too: not of attestations, whose platform is unknown. */
function imagesOf(manifests) {
    const others = new Set(manifests.flatMap(({ manifest }) => manifest.kind === "index"
        ? manifest.manifests
            .filter((entry) => (0,src_attestations.attestedDigest)(entry) !== undefined || (0,image_platform/* isUnknown */.t8)(entry.platform))
            .map(({ digest }) => digest)
        : []));
    return manifests.flatMap(({ descriptor, manifest }) => manifest.kind === "manifest" &&
        media_types/* IMAGE_CONFIG_TYPES */.Pw.includes(manifest.config.mediaType) &&
        !others.has(descriptor.digest)
        ? [{ descriptor, manifest }]
        : []);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/shown-path.js
var shown_path = __webpack_require__(1464);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/build-texts.js




/** Why a build failed, in one line: what, where, the remedy, and what the step said last. */
function failureText({ reason, remedy, file, line, log }, { targets }) {
    const path = file &&
        (dockerfileNamed(file, targets.map(({ dockerfile }) => dockerfile)) ??
            file);
    const place = path === undefined ? "" : ` (${path}, line ${line})`;
    const last = log.at(-1);
    return `${reason}${place}; ${remedy}${last === undefined ? "" : `. Its last line: ${last}`}`;
}
/** The first step that no cache had, and why. */
function missText({ step, stage, reason, seesArguments, followers }, inputs) {
    const after = followers === 0 ? "" : `; ${(0,quantity.counted)(followers, "step")} after it had to follow`;
    if (inputs["no-cache"])
        return `${step}: \`no-cache\` builds every step anew`;
    if (inputs["no-cache-filters"].some((name) => name.toLowerCase() === stage.toLowerCase() && stage !== ""))
        return `${step}: \`no-cache-filters\` names its stage \`${stage}\`${after}`;
    const names = inputs["build-args"].map((entry) => `\`${entry.split("=", 1)[0]}\``);
    const own = seesArguments && names.length > 0
        ? reason.replace("a build argument changed", `a build argument changed (${names.slice(0, 5).join(", ")})`)
        : reason;
    return `${step}: ${own}${after}`;
}
/** BuildKit names a Dockerfile by its last part alone; the images that it warns for have it. */
function warningOf({ text, file: name, line, endLine, images = [] }, { targets }, workspace) {
    const own = targets.filter((target) => images.length === 0 || images.includes(target.name));
    const paths = own.map(({ dockerfile }) => dockerfile);
    const found = name === undefined ? [...new Set(paths)] : [dockerfileNamed(name, paths)];
    const file = found.length === 1 && found[0] !== undefined ? (0,shown_path.shownPath)((0,external_node_path_.resolve)(workspace, found[0]), workspace) : undefined;
    // A path outside of the workspace is not a file of the repository, where alone a line can be marked.
    if (file === undefined || file.startsWith("/")) {
        const place = [file ?? name, ...(line === undefined ? [] : [`line ${line}`])].filter((part) => part !== undefined);
        return { message: place.length === 0 ? withoutLine(text) : `${withoutLine(text)} (${place.join(", ")})` };
    }
    return {
        message: line === undefined ? text : withoutLine(text),
        file,
        ...(line !== undefined && { line }),
        ...(endLine !== undefined && { endLine }),
    };
}
/** A place of its own says it. */
function withoutLine(text) {
    return text.replace(/ \(line \d+\)$/, "");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/failure-rules.js
const STORE = 'set `"features": {"containerd-snapshotter": true}` in /etc/docker/daemon.json, or use docker/setup-buildx-action before this step';
/** In order: the first that fits says it. A step's own output is not searched, since a program can print anything. */
const FAILURE_RULES = [
    {
        kind: "disk-full",
        pattern: /no space left on device|disk quota exceeded/i,
        reason: "the disk of the builder is full",
        remedy: "free space (`docker buildx prune`), or use a larger runner",
    },
    {
        kind: "daemon",
        pattern: /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|error reading from server: EOF|closing transport|transport is closing/i,
        reason: "the connection to the Docker daemon was lost",
        remedy: "look at its log, since it is often killed for lack of memory or disk",
    },
    {
        kind: "entitlement",
        pattern: /additional privileges requested|entitlement (\S+) is not allowed|granting entitlement (\S+) is not allowed/i,
        reason: "the build asks for a privilege that it was not given: $1$2",
        remedy: "name it in `allow`, and allow it in the builder's `buildkitd-flags` too",
    },
    {
        kind: "missing-secret",
        pattern: /secret (\S+?):? not found|no secret with id (\S+)/i,
        reason: "the Dockerfile needs the secret `$1$2`, which the step does not pass",
        remedy: "add it to `secrets`, `secret-envs` or `secret-files` (runs of forks have no secrets)",
    },
    {
        kind: "missing-secret",
        pattern: /secret \S+ too big|max size 500KiB/i,
        reason: "a secret has more than 500 KiB",
        remedy: "pass what is needed of it, since BuildKit takes no larger one",
    },
    {
        kind: "missing-secret",
        pattern: /ssh forward (?:default|\S+) not found|no SSH key "([^"]*)" forwarded|invalid empty ssh agent socket/i,
        reason: "the Dockerfile needs an SSH agent, which the step does not pass",
        remedy: "set `ssh: default` and start an agent before this step, or give `ssh: id=path/of/the/key`",
    },
    {
        kind: "unknown-stage",
        pattern: /target stage "?([^"\s]+)"? could not be found/i,
        reason: "the Dockerfile has no stage `$1`",
        remedy: "write the name of a `FROM … AS name` in `target`",
    },
    {
        kind: "dockerfile",
        pattern: /dockerfile parse error(?: on)?(?: line \d+)?: (.*)|(base name \(.*\) should not be blank)|(failed to parse stage name .*)/i,
        reason: "the Dockerfile is not valid: $1$2$3",
        remedy: "correct the line",
    },
    {
        kind: "dockerfile",
        pattern: /failed to read dockerfile: open ([^:]+): no such file or directory/i,
        reason: "there is no Dockerfile `$1`",
        remedy: "set `file`, relative to the working directory, and check out the repository first",
    },
    {
        kind: "missing-file",
        pattern: /(?:failed to calculate checksum|failed to compute cache key).*?"([^"]*)": not found/i,
        reason: "the context has no file `$1`, which the Dockerfile copies",
        remedy: "check the path relative to `context`, and whether .dockerignore leaves it out",
    },
    {
        kind: "missing-file",
        pattern: /unable to prepare context: path "([^"]*)" not found|lstat (\S+): no such file or directory|resolve : lstat (\S+)/i,
        reason: "the path `$1$2$3` does not exist on the runner",
        remedy: "check `context`, and check out the repository before this step",
    },
    {
        kind: "rate-limit",
        pattern: /toomanyrequests|429 too many requests|you have reached your (?:unauthenticated )?pull rate limit/i,
        reason: "the registry refuses further pulls for now (429)",
        remedy: "log in to pull, or take the base image from a mirror of your own",
        isTransient: true,
    },
    {
        kind: "exporter",
        pattern: /exporter "?\S+?"? could not be found|(oci|docker|image) exporter.*not (?:currently )?support\w*|does not (?:currently )?support exporting manifest lists|Multi-platform build is not supported for the docker driver|Attestations? (?:is|are) not supported for the docker driver|OCI exporter is not supported for the docker driver/i,
        reason: "this engine cannot write what the build asks for",
        remedy: STORE,
    },
    {
        kind: "exporter",
        pattern: /push-by-digest(?:=true)? is currently not implemented for docker driver/i,
        reason: "the `docker` driver cannot push by digest",
        remedy: "leave the output out: this action pushes by digest itself",
    },
    {
        kind: "cache",
        pattern: /Cache export is not supported for the docker driver/i,
        reason: "this engine cannot write a cache other than `inline`",
        remedy: STORE,
    },
    {
        kind: "cache",
        pattern: /unknown cache (?:exporter|importer): "?(\S+?)"?$|error writing (?:layer|manifest) blob|failed to (?:configure|export) .*cache/i,
        reason: "the cache could not be written",
        remedy: "add `ignore-error=true` to `cache-to`, as `cache` does",
        isTransient: true,
    },
    {
        kind: "platform",
        pattern: /exec format error/i,
        reason: "the builder cannot run programs of this platform",
        remedy: "use docker/setup-qemu-action before this step, or build each platform on a runner of its own",
    },
    {
        kind: "platform",
        pattern: /no match for platform in manifest|no matching manifest for ([^\s]+)/i,
        reason: "a base image does not exist for this platform",
        remedy: "leave the platform out of `platforms`, or use another base image",
    },
    {
        kind: "registry-login",
        pattern: /(?:pull access denied|insufficient_scope|authorization failed|401 unauthorized|403 forbidden|denied: )/i,
        reason: "a registry refuses access to a base image or cache",
        remedy: "check the name, and that `username` and `password` may read it",
    },
    {
        kind: "network",
        pattern: /(?:no such host|i\/o timeout|connection refused|connection reset by peer|TLS handshake timeout|context deadline exceeded|temporary failure in name resolution|network is unreachable|unexpected EOF|(?:500|502|503|504) (?:internal server error|bad gateway|service unavailable|gateway time-?out))/i,
        reason: "the network or a registry failed while the build fetched something",
        remedy: "run the job again; if it stays, check the name of the registry and the runner's DNS",
        isTransient: true,
    },
    {
        kind: "base-image",
        pattern: /failed to resolve source metadata for ([^\s:]+(?::\d+)?[^\s:]*(?::[^\s:]+)?): .*not found|(\S+): not found$/i,
        reason: "there is no image `$1$2`",
        remedy: "check its name and tag in the Dockerfile's FROM",
    },
    {
        kind: "out-of-memory",
        pattern: /exit code: 137|signal: killed|cannot allocate memory/i,
        reason: "a step was killed, most often for lack of memory",
        remedy: "use fewer parallel jobs in the step, or a larger runner",
    },
    {
        kind: "step",
        pattern: /process "(.*)" did not complete successfully: exit code: (\d+)/i,
        reason: "`$1` ended with exit code $2",
        remedy: "its last lines say why",
    },
    { kind: "canceled", pattern: /context canceled/i, reason: "the build was canceled", remedy: "start it again" },
];

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/failure.js

/** What a failed `docker buildx` says, by its plain lines and the steps that failed. */
function describeFailure(facts) {
    // A cache that could not be read fails no build.
    const step = facts.failed.find(({ isInstruction }) => isInstruction) ?? facts.failed[0];
    const error = facts.otherLines.findLast((line) => line.startsWith("ERROR: ")) ?? step?.error;
    const said = (error ?? facts.otherLines.at(-1) ?? "").slice(0, MAX_SAID_CHARACTERS);
    const text = said.replace(/^ERROR: /, "").replace(/^(?:target \S+: )?(?:failed to solve: )*/, "");
    const { file, line } = failure_placeOf(facts.otherLines);
    const found = FAILURE_RULES.map((rule) => ({ rule, match: rule.pattern.exec(said) })).find(({ match }) => match !== null);
    const reason = found === undefined ? text : filled(found.rule.reason, found.match);
    return {
        kind: found?.rule.kind ?? "unknown",
        reason: cut(reason) || "docker buildx failed and did not say why",
        remedy: found?.rule.remedy ?? "the last lines of the log say more",
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        log: step?.log ?? [],
        isTransient: found?.rule.isTransient === true,
    };
}
/** BuildKit quotes the Dockerfile: `Dockerfile:4`, a line of dashes, then the lines with `>>>` before the wrong ones. */
function failure_placeOf(lines) {
    const dashes = lines.findIndex((line, index) => /^-{10,}$/.test(line) && /^.+:\d+$/.test(lines[index - 1] ?? ""));
    if (dashes < 1)
        return {};
    const [, file = "", line = ""] = /^(.+):(\d+)$/.exec(lines[dashes - 1]) ?? [];
    return { file, line: Number(line) };
}
function filled(reason, match) {
    return reason.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? "").replace(/: $/, "");
}
/** A command can be long, and the expressions above look at every place in it. */
const MAX_SAID_CHARACTERS = 4000;
const MAX_REASON_CHARACTERS = 300;
function cut(text) {
    const line = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
    return line.length > MAX_REASON_CHARACTERS ? `${line.slice(0, MAX_REASON_CHARACTERS)}…` : line;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/solve-status.js
/** BuildKit's own lines have a few thousand characters; a warning brings its whole Dockerfile along. */
const MAX_LINE_CHARACTERS = 8_000_000;
/** Reads one line. Unknown fields are skipped, and so is a member of the wrong shape; undefined if it is no status. */
function readSolveStatus(line) {
    if (!line.startsWith("{") || line.length > MAX_LINE_CHARACTERS)
        return undefined;
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const fields = value;
    if (!["vertexes", "statuses", "logs", "warnings"].some((key) => Array.isArray(fields[key])))
        return undefined;
    return {
        vertexes: objects(fields.vertexes).flatMap(vertexOf),
        statuses: objects(fields.statuses).map((status) => ({
            vertex: solve_status_text(status.vertex),
            id: solve_status_text(status.id),
            name: solve_status_text(status.name),
            current: number(status.current) ?? 0,
        })),
        logs: objects(fields.logs).map((log) => ({ vertex: solve_status_text(log.vertex), text: decoded(log.data) })),
        warnings: readWarnings(fields.warnings),
    };
}
/** Warnings as both the progress and the metadata file have them: texts in base64, places as ranges of lines. */
function readWarnings(value) {
    return objects(value).map((warning) => {
        const [range] = objects(warning.range);
        const line = number(range?.start?.line);
        const endLine = number(range?.end?.line) ?? line;
        const vertex = solve_status_text(warning.vertex);
        const file = solve_status_text(warning.sourceInfo?.filename);
        return {
            text: decoded(warning.short),
            detail: list(warning.detail).map(decoded),
            url: solve_status_text(warning.url),
            ...(vertex === "" ? {} : { vertex }),
            ...(file === "" ? {} : { file }),
            ...(line === undefined || line < 1 ? {} : { line, endLine: Math.max(line, endLine) }),
        };
    });
}
function vertexOf(fields) {
    const digest = solve_status_text(fields.digest);
    if (digest === "")
        return [];
    const [started, completed] = [time(fields.started), time(fields.completed)];
    const error = solve_status_text(fields.error);
    return [
        {
            digest,
            name: solve_status_text(fields.name),
            inputs: list(fields.inputs).filter((input) => typeof input === "string"),
            cached: fields.cached === true,
            ...(started === undefined ? {} : { started }),
            ...(completed === undefined ? {} : { completed }),
            ...(error === "" ? {} : { error }),
        },
    ];
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function objects(value) {
    return list(value).filter((item) => typeof item === "object" && item !== null && !Array.isArray(item));
}
function solve_status_text(value) {
    return typeof value === "string" ? value : "";
}
function number(value) {
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
/** Go's zero time, the year 1, stands for none. */
function time(value) {
    const parsed = Date.parse(solve_status_text(value));
    return parsed > 0 ? parsed : undefined;
}
function decoded(value) {
    return Buffer.from(solve_status_text(value), "base64").toString("utf8");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/metadata-file.js



const DIGEST = /^sha256:[0-9a-f]{64}$/;
const WARNINGS = "buildx.build.warnings";
const PROVENANCE = "buildx.build.provenance";
/**
 * Reads buildx's metadata file, of bake (a member for each image) or of a single build (then the image is `only`).
 * buildx writes no file at all when a build fails.
 *
 * @throws ReportError that names the member of the wrong shape.
 */
function readMetadata(bytes, targets) {
    const file = (0,json.parseJson)([bytes]);
    if (!file.isObject)
        throw new report_error.ReportError("is not a metadata file of buildx: it is not an object");
    const warnings = readWarnings(file.get(WARNINGS).raw);
    const [only] = targets;
    const isSingle = targets.length === 1 && (!file.get("containerimage.digest").isMissing || !file.get("buildx.build.ref").isMissing);
    if (isSingle)
        return { images: Object.fromEntries([[only, readImage(file)]]), warnings };
    const images = targets.map((name) => {
        const image = file.get(name);
        if (!image.isObject)
            throw image.not("what buildx built");
        return [name, readImage(image)];
    });
    return { images: Object.fromEntries(images), warnings };
}
function readImage(image) {
    const digest = optionalDigest(image.get("containerimage.digest"));
    const descriptor = metadata_file_readDescriptor(image.get("containerimage.descriptor"));
    if (digest !== undefined && descriptor !== undefined && digest !== descriptor.digest)
        throw image.get("containerimage.digest").not(`the descriptor's digest ${descriptor.digest}`);
    const configDigest = optionalDigest(image.get("containerimage.config.digest"));
    const names = image.get("image.name");
    const buildRef = image.get("buildx.build.ref");
    return {
        ...(digest === undefined ? {} : { digest }),
        ...(descriptor === undefined ? {} : { descriptor }),
        ...(configDigest === undefined ? {} : { configDigest }),
        names: names.isMissing
            ? []
            : names
                .text()
                .split(",")
                .filter((name) => name !== ""),
        ...(buildRef.isMissing ? {} : { buildRef: buildRef.text() }),
        provenance: Object.fromEntries([...image.entries()].flatMap(([key, { raw }]) => key === PROVENANCE || key.startsWith(`${PROVENANCE}/`) ? [[key.slice(PROVENANCE.length + 1), raw]] : [])),
    };
}
function metadata_file_readDescriptor(value) {
    if (value.isMissing)
        return undefined;
    const size = value.get("size").number();
    if (!Number.isSafeInteger(size) || size < 0)
        throw value.get("size").not("a number of bytes");
    return { mediaType: value.get("mediaType").text(), digest: digestOf(value.get("digest")), size };
}
function optionalDigest(value) {
    return value.isMissing ? undefined : digestOf(value);
}
function digestOf(value) {
    const digest = value.text();
    if (!DIGEST.test(digest))
        throw value.not("a digest");
    return digest;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/progress.js


/** A Dockerfile has some dozens of steps; what follows is counted in `dropped`. */
const MAX_STEPS = 5000;
/** Of each step the last lines of its output are kept for the report. */
const MAX_LOG_LINES = 30;
const MAX_LOG_CHARACTERS = 2000;
/** buildx ends with a few plain lines: its error and the part of the Dockerfile. */
const MAX_OTHER_LINES = 200;
const MAX_WARNINGS = 500;
/**
 * Reads the standard error of `docker buildx … --progress=rawjson` while it grows: one event when a step ends, one for
 * each line of its output. Lines that are not JSON are buildx's own; damaged ones are counted. Memory is bounded.
 */
class BuildProgress {
    #steps = new Map();
    #transfers = new Map();
    #warnings = new Map();
    #other = [];
    #images;
    /** The line that has no end yet. */
    #pieces = [];
    #length = 0;
    /** A line that is longer than any of BuildKit's is skipped up to its end. */
    #skipping = false;
    #damaged = 0;
    #dropped = 0;
    /** @param images the names of the images that the call builds. */
    constructor(images = []) {
        this.#images = images;
    }
    /** Takes text as it arrives; a line may come in pieces. */
    write(chunk) {
        const events = [];
        const lines = chunk.split("\n");
        for (const [index, piece] of lines.entries()) {
            this.#append(piece);
            if (index === lines.length - 1)
                break;
            if (!this.#skipping)
                events.push(...this.#line(this.#pieces.join("")));
            this.#skipping = false;
            this.#restart();
        }
        return events;
    }
    #append(piece) {
        if (this.#skipping)
            return;
        this.#pieces.push(piece);
        this.#length += piece.length;
        if (this.#length <= MAX_LINE_CHARACTERS)
            return;
        this.#damaged++;
        this.#skipping = true;
        this.#restart();
    }
    #restart() {
        this.#pieces = [];
        this.#length = 0;
    }
    /** Steps that run at `now` (milliseconds since 1970), the longest first: what to say after a silent while. */
    running(now) {
        return [...this.#steps.values()]
            .filter(({ vertex }) => vertex.started !== undefined && vertex.completed === undefined)
            .map(({ vertex, log }) => ({
            step: oneLine(vertex.name),
            seconds: Math.max(0, Math.floor((now - vertex.started) / 1000)),
            lastLine: log.at(-1) ?? "",
        }))
            .sort((a, b) => b.seconds - a.seconds);
    }
    /** The last line, if it had no end, and all facts. */
    end() {
        const events = this.#skipping ? [] : this.#line(this.#pieces.join(""));
        this.#restart();
        for (const state of this.#steps.values())
            events.push(...this.#logLines(state, "\n"));
        const facts = factsOf([...this.#steps.values()], this.#images, this.#transfers, [...this.#warnings.values()], {
            otherLines: this.#other,
            damagedLines: this.#damaged,
            droppedSteps: this.#dropped,
        });
        return { events, facts };
    }
    #line(line) {
        const text = line.replace(/\r$/, "");
        if (text === "")
            return [];
        const status = readSolveStatus(text);
        if (status === undefined) {
            // A line that begins like BuildKit's and cannot be read was cut or mixed with another one.
            if (/^\{"(?:vertexes|statuses|logs|warnings)"/.test(text)) {
                this.#damaged++;
                return [];
            }
            const other = oneLine(text, true);
            if (this.#other.push(other) > MAX_OTHER_LINES)
                this.#other.shift();
            return [{ kind: "other", text: other }];
        }
        const events = [];
        for (const vertex of status.vertexes)
            events.push(...this.#vertex(vertex));
        for (const { vertex, text: log } of status.logs) {
            const state = this.#steps.get(vertex);
            if (state !== undefined)
                events.push(...this.#logLines(state, log));
        }
        for (const { vertex, id, name, current } of status.statuses) {
            const kind = transferKind(id, name);
            const key = `${kind} ${vertex} ${id}`;
            if (kind !== undefined && (this.#transfers.has(key) || this.#transfers.size < MAX_STEPS))
                this.#transfers.set(key, Math.max(this.#transfers.get(key) ?? 0, current));
        }
        for (const warning of status.warnings)
            if (this.#warnings.size < MAX_WARNINGS)
                this.#warnings.set(JSON.stringify([warning.vertex, warning.text, warning.file, warning.line]), warning);
        return events;
    }
    #vertex(vertex) {
        const known = this.#steps.get(vertex.digest);
        if (known === undefined && this.#steps.size >= MAX_STEPS) {
            this.#dropped++;
            return [];
        }
        const state = known ?? { vertex, names: new Set(), log: [], partial: "", isReported: false };
        if (state.names.size <= this.#images.length)
            state.names.add(vertex.name);
        // A step that several images share is announced under the first name; inputs come once.
        state.vertex = {
            ...vertex,
            name: known?.vertex.name || vertex.name,
            inputs: vertex.inputs.length > 0 ? vertex.inputs : (known?.vertex.inputs ?? []),
            cached: vertex.cached || (known?.vertex.cached ?? false),
        };
        this.#steps.set(vertex.digest, state);
        if (vertex.completed === undefined || state.isReported || isInternal(state.vertex.name))
            return [];
        state.isReported = true;
        return [
            {
                kind: "step",
                text: oneLine(`${state.vertex.name} ${outcome(state.vertex)}`),
                failed: vertex.error !== undefined,
            },
        ];
    }
    /** Output arrives in pieces that need not end with a line. */
    #logLines(state, text) {
        const lines = (state.partial + text).split("\n");
        const rest = lines.pop();
        // A line without end, as a progress bar makes, is cut.
        state.partial = rest.slice(-MAX_LOG_CHARACTERS);
        return lines.flatMap((line) => {
            // What a progress bar overwrote is not part of the line.
            const shown = oneLine(line.replace(/\r$/, "").replace(/^.*\r/s, ""), true).slice(0, MAX_LOG_CHARACTERS);
            if (shown === "")
                return [];
            if (state.log.push(shown) > MAX_LOG_LINES)
                state.log.shift();
            return [{ kind: "log", step: stepName(state.vertex.name), text: shown }];
        });
    }
}
/** `[api build 2/5] RUN …` as `api build 2/5`. */
function stepName(name) {
    return oneLine(/^\[([^\]]*)\]/.exec(name)?.[1] ?? name).slice(0, 100);
}
function isInternal(name) {
    return /^\[(?:[^\]]* )?internal\]/.test(name);
}
function outcome({ cached, started, completed, error }) {
    if (error !== undefined)
        return /context canceled|canceled/i.test(error) ? "canceled" : `failed: ${error}`;
    if (cached)
        return "cached";
    return `${((completed - (started ?? completed)) / 1000).toFixed(1)} s`;
}
/** The bytes of a line that travel: the context to the builder, and layers from registries. */
function transferKind(id, name) {
    if (/^(?:\[.*\] )?transferring /.test(id))
        return "context";
    return /^sha256:[0-9a-f]{64}$/.test(id) && (name === "downloading" || name === "done" || name === "")
        ? "pulled"
        : undefined;
}
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
function oneLine(text, keepsIndent = false) {
    const line = text.replace(ANSI, "").replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
    return keepsIndent ? line.trimEnd() : line.trim();
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/live.js + 3 modules
var live = __webpack_require__(5807);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/run-build.js











/** GitHub ends a job after six hours (actions limits); nothing of ours is shorter. */
const BUILD_TIME = 6 * 60 * 60_000;
/** Milliseconds without a line after which it is said what is still running. */
const SILENCE = 30_000;
/** Waits before a build is tried again whose base image, say, could not be fetched: milliseconds. */
const WAITS = [5000, 15_000];
/** Carries a build plan out, one command after another, with one line a step in the log. */
async function runBuild(plan, options) {
    writePlan(plan, options);
    const facts = [];
    const metadata = [];
    for (const command of plan.commands) {
        for (let attempt = 0;; attempt++) {
            const run = await runCommand(command, plan, options);
            const delay = WAITS[attempt];
            if (run.failure?.isTransient === true && delay !== undefined) {
                options.log.warning(`${run.failure.reason}; trying again in ${delay / 1000} s`);
                await (0,wait.wait)(delay);
                continue;
            }
            facts.push(run.facts);
            if (run.failure !== undefined)
                return { facts, metadata, failure: run.failure };
            break;
        }
        const told = metadataOf(command);
        if ("failure" in told)
            return { facts, metadata, failure: told.failure };
        metadata.push(told);
    }
    return { facts, metadata, failure: undefined };
}
/** What buildx says of a build that ended well, or that it says nothing that can be used. */
function metadataOf({ metadataFile, targets }) {
    if (!(0,external_node_fs_.existsSync)(metadataFile))
        return { failure: unusable(`buildx wrote no metadata file \`${metadataFile}\``) };
    try {
        return readMetadata((0,file_content/* readFile */.TA)(metadataFile), targets);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        return { failure: unusable(`the metadata file that buildx wrote cannot be used: ${error.message}`) };
    }
}
const unusable = (reason) => ({
    kind: "unknown",
    reason,
    remedy: "is the disk full? Free space, or use another version of buildx",
    log: [],
    isTransient: false,
});
/** The bake file, and the secrets that are too long for a variable. */
function writePlan({ bakeFile, files }, options) {
    if (bakeFile !== undefined)
        (0,file_content/* writePrivateFile */.Pl)(options.bakeFile, bakeFileText(bakeFile));
    for (const { path, content } of files)
        (0,file_content/* writePrivateFile */.Pl)(path, content);
}
/** The variables of buildx, secrets of the build among them. */
function planEnvironment(plan, environment) {
    const names = plan.targets.flatMap(({ inheritedArgs, secrets }) => [
        ...inheritedArgs,
        ...secrets.bake.flatMap((secret) => ("env" in secret ? [secret.env] : [])),
    ]);
    return { ...dockerEnvironment(environment, names), ...plan.environment };
}
async function runCommand(command, plan, { environment, workspace, log }) {
    const progress = new BuildProgress(command.targets);
    let lastSaid = Date.now();
    const say = (events) => {
        for (const event of events)
            log.info(event.kind === "log" ? `${event.step} | ${event.text}` : event.text);
        if (events.length > 0)
            lastSaid = Date.now();
    };
    const silence = setInterval(() => {
        if (Date.now() - lastSaid < SILENCE)
            return;
        const [longest] = progress.running(Date.now());
        if (longest !== undefined)
            say([{ kind: "other", text: `still running for ${longest.seconds} s: ${longest.step}` }]);
    }, SILENCE / 3);
    try {
        const { exitCode } = await (0,live.runLiveProcess)(...dockerCommand(command.arguments, environment), {
            cwd: workspace,
            environment: planEnvironment(plan, environment),
            timeout: BUILD_TIME,
            maxLineBytes: MAX_LINE_CHARACTERS,
            onLine: (line) => say(progress.write(`${line}\n`)),
        });
        const { events, facts } = progress.end();
        say(events);
        return { facts, failure: exitCode === 0 ? undefined : describeFailure(facts) };
    }
    catch (error) {
        if (!isMissingProgram(error))
            throw error;
        const { facts } = progress.end();
        return { facts, failure: { ...describeFailure(facts), reason: error.message } };
    }
    finally {
        clearInterval(silence);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/checks.js

/**
 * Reads what `--call=check,format=json` prints: bake an object of targets, a single build its checks alone.
 *
 * @param images those of the call. @throws ReportError when it is something else.
 */
function readChecks(text, images) {
    const root = fieldsOf(checks_parsed(text));
    const targets = root?.target === undefined ? undefined : fieldsOf(root.target);
    return images.map((image) => {
        const checks = targets === undefined ? root : fieldsOf(fieldsOf(targets[image])?.check);
        if (checks === undefined || !("warnings" in checks || "buildError" in checks || "sources" in checks))
            throw new report_error.ReportError(`the answer of \`--call=check\` has no checks of ${image}`);
        return {
            image,
            warnings: (Array.isArray(checks.warnings) ? checks.warnings : []).flatMap(readWarning),
            ...readError(checks.buildError),
        };
    });
}
function checks_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new report_error.ReportError("the answer of `--call=check` is not valid JSON");
    }
}
function readWarning(value) {
    const warning = fieldsOf(value);
    if (warning === undefined)
        return [];
    const { ruleName, description, detail, url, location } = warning;
    const range = rangeOf(location);
    const line = lineOf(range?.start);
    const said = textOf(detail) || textOf(description);
    return [
        {
            // As a build says it.
            text: textOf(ruleName) === "" ? said : `${textOf(ruleName)}: ${said}`,
            detail: [textOf(description)],
            url: textOf(url),
            ...(line === undefined ? {} : { line, endLine: Math.max(line, lineOf(range?.end) ?? line) }),
        },
    ];
}
function readError(value) {
    const error = fieldsOf(value);
    if (error === undefined)
        return {};
    const line = lineOf(rangeOf(error.location)?.start);
    return { error: { message: textOf(error.message), ...(line === undefined ? {} : { line }) } };
}
function rangeOf(location) {
    const ranges = fieldsOf(location)?.ranges;
    return fieldsOf(Array.isArray(ranges) ? ranges[0] : undefined);
}
function lineOf(place) {
    const line = fieldsOf(place)?.line;
    return typeof line === "number" && Number.isSafeInteger(line) && line > 0 ? line : undefined;
}
function textOf(value) {
    return typeof value === "string" ? value : "";
}
function fieldsOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/run-checks.js







/** A check reads the Dockerfile and looks base images up. */
const CHECK_TIME = 10 * 60_000;
/**
 * Lets BuildKit check the Dockerfiles of a plan, and builds nothing. buildx ends with 1 where a check has a warning, so
 * what it prints decides and not its exit code.
 */
async function runChecks(plan, options) {
    writePlan(plan, options);
    const checks = [];
    for (const command of plan.commands) {
        const { stdout, stderr } = await (0,process_process.runProcess)(...dockerCommand(command.arguments, options.environment), {
            cwd: options.workspace,
            environment: planEnvironment(plan, options.environment),
            timeout: CHECK_TIME,
        });
        const progress = new BuildProgress(command.targets);
        progress.write(stderr);
        const { facts } = progress.end();
        try {
            const found = readChecks(stdout.toString(), command.targets);
            const [broken] = found.flatMap(({ image, error }) => (error === undefined ? [] : [{ image, ...error }]));
            if (broken !== undefined) {
                const failure = describeFailure({ failed: [], otherLines: [`ERROR: ${broken.message}`] });
                const file = plan.targets.find(({ name }) => name === broken.image)?.dockerfile;
                const isPlaced = file !== undefined && broken.line !== undefined;
                return { failure: { ...failure, ...(isPlaced && { file, line: broken.line }) } };
            }
            checks.push(...found);
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            const failure = describeFailure(facts);
            return { failure: facts.otherLines.length > 0 ? failure : { ...failure, reason: error.message } };
        }
    }
    return { checks };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/build-images.js














/** Builds all images, and looks at the bytes that came of it. */
async function buildImages({ planning, buildx: known }, inputs, io, environment, asked) {
    const folders = foldersOf(planning.folder);
    // What an earlier attempt left must not be taken for today's.
    for (const folder of [folders.layouts, folders.private])
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    const plan = buildPlan(inputs, planning, (0,runner_environment.definedVariables)(environment));
    const options = { environment, workspace: io.workspace, bakeFile: folders.bakeFile, log: io.log };
    const checksOnly = plan.targets.some(({ call }) => call !== "");
    const run = checksOnly
        ? await io.log.group("Checking", async () => ({ facts: [], metadata: [], ...(await runChecks(plan, options)) }))
        : await io.log.group("Building", () => runBuild(plan, options));
    const checks = "checks" in run ? run.checks : undefined;
    const warnings = [
        ...run.facts.flatMap(({ warnings: each }) => each),
        ...(checks ?? []).flatMap(({ image, warnings: each }) => each.map((warning) => ({ ...warning, images: [image] }))),
    ].map((warning) => warningOf(warning, plan, io.workspace));
    const answer = await asked;
    const base = {
        images: [],
        warnings,
        metadata: null,
        checked: null,
        buildx: "version" in answer ? answer.version : null,
    };
    if ("problem" in answer)
        return { ...base, failure: answer.problem };
    const failure = "failure" in run ? run.failure : undefined;
    if (failure !== undefined) {
        const lack = known === null ? await whatEngineLacks(failure, plan, inputs.builder, io.workspace, environment) : undefined;
        return { ...base, failure: lack ?? failureText(failure, plan) };
    }
    if (checks !== undefined)
        return { ...base, checked: warnings.length, failure: undefined };
    keepFreshCaches(planning);
    const told = Object.assign({}, ...run.metadata.map(({ images }) => images));
    const secrets = runSecrets(inputs, { environment, workspace: io.workspace });
    const images = [];
    for (const [at, { name, outputs }] of plan.targets.entries()) {
        const looked = outputs.layout === undefined ? {} : await lookAt(outputs.layout, told[name]?.digest, secrets, inputs);
        if ("problem" in looked)
            return { ...base, metadata: told, failure: `the exported image \`${name}\` ${looked.problem}` };
        images.push({
            name,
            image: looked.image,
            inspection: looked.inspection,
            steps: stepsOf(run.facts, inputs.targets[at], plan.targets.length > 1),
        });
    }
    const usedMounts = mountsWereUsed(run.facts.flatMap(({ steps }) => steps));
    return { ...base, images, metadata: told, failure: undefined, usedMounts };
}
/** A build that ended well may still have left something that is not an image: a disk was full, or a frontend makes others. */
async function lookAt(layout, digest, secrets, { allowedSecrets }) {
    try {
        const image = await readImageFolder(layout, digest !== undefined && (0,oci_digest/* isDigest */.Bc)(digest) ? digest : undefined);
        return { image, inspection: await inspectImage(image, secrets, allowedSecrets) };
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        return {
            problem: `cannot be pushed: ${error.message}. Nothing was pushed; run the job again, on a disk with more space if parts are missing`,
        };
    }
}
/** A local cache only grows, so buildx writes a new one beside the old. */
function keepFreshCaches({ caches }) {
    for (const { replace } of Object.values(caches)) {
        if (replace === undefined || !(0,external_node_fs_.existsSync)(replace.fresh))
            continue;
        (0,external_node_fs_.rmSync)(replace.kept, { recursive: true, force: true });
        (0,external_node_fs_.renameSync)(replace.fresh, replace.kept);
    }
}
function stepsOf(facts, { name, inputs }, isOneOfSeveral) {
    const [first] = facts;
    if (first === undefined)
        return null;
    const isOwn = ({ images }) => !isOneOfSeveral || images.length === 0 || images.includes(name);
    const slowest = facts
        .flatMap((each) => each.slowest)
        .filter(isOwn)
        .slice(0, 5)
        .map((step) => ({ name: step.name, seconds: step.seconds ?? 0 }));
    const miss = facts.flatMap(({ misses }) => misses).find(isOwn);
    return {
        ...(isOneOfSeveral
            ? countsOf(facts.find((each) => each.steps.some(isOwn)) ?? first, name)
            : { cached: first.cached, built: first.built }),
        slowest,
        missed: miss === undefined ? null : missText(miss, inputs),
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/foreign-environment.js + 1 modules
var foreign_environment = __webpack_require__(1029);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/lifetime.js + 2 modules
var lifetime = __webpack_require__(36);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/scan-command.js
/** What stands for the folder with the image in the input `scan`. */
const LAYOUT = "{layout}";
/** What is wrong with the input `scan`; undefined when nothing is. */
function scanProblem(scan) {
    const [program, ...args] = scan;
    if (program === undefined || args.some((argument) => argument.includes(LAYOUT)))
        return undefined;
    if (args.length === 0 && /\s/.test(program))
        return `is one line, \`${program.slice(0, 60)}\`; write the program and each of its arguments in a line of its own`;
    return `does not say where the image is; write \`${LAYOUT}\` where \`${program.slice(0, 60)}\` takes the folder of an OCI layout`;
}
/** The arguments of `scan` for one layout. Pure. */
function scanArguments([, ...args], { platform, folder }) {
    return args.map((argument) => argument.replace(/\{(?:layout|platform)\}/g, (word) => (word === LAYOUT ? folder : platform)));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/scan-layouts.js





/**
 * A layout of each platform alone, over the same bytes: of several platforms in one layout scanners look at the first and
 * say nothing of the others (Trivy 0.76, which also ignores `--platform` for a layout).
 *
 * @param below a folder that may not exist yet, absolute.
 */
function scanLayouts(folder, parts, below) {
    if (parts.length === 1)
        return [{ platform: parts[0].platform, folder }];
    return parts.map(({ platform, descriptor }, at) => {
        const own = (0,external_node_path_.join)(below, String(at));
        (0,external_node_fs_.mkdirSync)(own, { recursive: true, mode: 0o700 });
        (0,file_content/* writeFile */._h)((0,external_node_path_.join)(own, layout.LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
        const { platform: _, ...bare } = descriptor;
        (0,file_content/* writeFile */._h)((0,external_node_path_.join)(own, layout.LAYOUT_INDEX), JSON.stringify({ schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests: [bare] }));
        (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(folder, "blobs"), (0,external_node_path_.join)(own, "blobs"));
        return { platform, folder: own };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/run-scan.js








/** Settings of scanners, which hold no secrets of the run. */
const SETTINGS = ["TRIVY_*", "GRYPE_*", "SYFT_*", "SNYK_CFG_*"];
/** A scan that fetches its database takes minutes. */
const SCAN_TIME = 30 * 60_000;
/** Lines of a scan that refuses: findings come last in the reports of scanners. */
const KEPT_LINES = 40;
const MAX_KEPT_CHARACTERS = 300;
/**
 * Runs the command of `scan` on each platform of each image, one after another. Its exit code decides; a scan that cannot
 * say anything refuses.
 *
 * @param time milliseconds that one run may take. @throws UserError when there is no such program.
 */
async function runScan(images, { scan, token }, io, time = SCAN_TIME) {
    const [program] = scan;
    if (program === undefined)
        return [];
    const folder = (0,external_node_path_.join)(io.temporary, "scan");
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    const temporary = (0,external_node_path_.join)(folder, "temporary");
    (0,external_node_fs_.mkdirSync)(temporary, { recursive: true, mode: 0o700 });
    const { variables } = (0,foreign_environment.foreignEnvironment)(io.environment, { token, passed: SETTINGS, temporary });
    const scanned = [];
    for (const { name, image, inspection } of images) {
        if (image === undefined || inspection === undefined)
            continue;
        const [refusals, output] = [[], []];
        const layouts = scanLayouts(image.folder, inspection.parts, (0,external_node_path_.join)(folder, name));
        for (const layout of layouts) {
            const of = layouts.length === 1 ? "" : ` of ${layout.platform}`;
            const lines = [];
            const ended = await io.log.group(`Scanning ${name}${of && ` for ${layout.platform}`}`, () => runOnce(program, scanArguments(scan, layout), time, {
                cwd: io.workspace,
                environment: variables,
                timeout: time,
                onLine: (line) => {
                    io.log.info(line);
                    if (lines.push(line) > KEPT_LINES)
                        lines.shift();
                },
            }));
            if (ended === undefined)
                continue;
            refusals.push(`the scan \`${program}\`${of} ${ended}`);
            output.push(...lines.map(plainLine));
        }
        scanned.push({ name, refusals, output });
    }
    return scanned;
}
/** @returns why it refuses; undefined when it lets the image pass. */
async function runOnce(program, args, time, options) {
    try {
        return refusalOf(await (0,live.runLiveProcess)(program, args, options));
    }
    catch (error) {
        if (error instanceof lifetime/* ProcessLimitError */.fZ)
            return `took longer than ${time / 60_000} minutes and was ended`;
        const { code } = (error.cause ?? {});
        if (code === "ENOENT")
            throw new user_error/* UserError */.y(`input \`scan\`: there is no program \`${program}\`; install it in an earlier step, or write its path (one argument per line)`, { cause: error });
        if (code === "EACCES" || code === "ENOEXEC")
            throw new user_error/* UserError */.y(`input \`scan\`: \`${program}\` may not be run as a program; make it executable (chmod +x)`, {
                cause: error,
            });
        throw error;
    }
}
function refusalOf({ exitCode, signal }) {
    if (signal === "SIGKILL")
        return "was killed (SIGKILL), most often for lack of memory";
    if (signal !== undefined)
        return `was ended by ${signal}`;
    return exitCode === 0 ? undefined : `ended with exit code ${exitCode}`;
}
/** Without colours. */
function plainLine(line) {
    return line
        .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, "")
        .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]+/g, " ")
        .slice(0, MAX_KEPT_CHARACTERS);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/rendering/size-text.js
/** Bytes as people read them; decimal units. */
function sizeText(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${(bytes / 1000).toFixed(1)} kB`;
    return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/folder-cache.js
var folder_cache = __webpack_require__(3706);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/mounts/mount-archives.js




/** Brings the nearest archives. @returns the name that they were found under. @throws Error when they cannot be read. */
async function fetchArchives(plan) {
    const { store, folders, key, restoreKeys, branchFolders } = plan;
    (0,external_node_fs_.rmSync)(folders.archives, { recursive: true, force: true });
    if (store.kind === "gha")
        return (0,folder_cache.restoreFolder)(folders.archives, [key, ...restoreKeys]);
    const found = branchFolders.from.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(store.folder, name)));
    if (found !== undefined)
        copyArchives((0,external_node_path_.join)(store.folder, found), folders.archives);
    return found;
}
/** @throws Error when they cannot be written. */
async function keepArchives({ store, folders, key, branchFolders }) {
    if (store.kind === "gha") {
        // The toolkit writes the reason into the log and nowhere else.
        if (!(await (0,folder_cache.saveFolder)(folders.archives, key)))
            throw new Error("the Actions cache did not take them; the log says why");
        return;
    }
    const kept = (0,external_node_path_.join)(store.folder, branchFolders.own);
    const fresh = `${kept}.fresh`;
    (0,external_node_fs_.rmSync)(fresh, { recursive: true, force: true });
    copyArchives(folders.archives, fresh);
    (0,external_node_fs_.rmSync)(kept, { recursive: true, force: true });
    (0,external_node_fs_.renameSync)(fresh, kept);
}
/** Bytes of all archives, those left out that were not packed whole. */
function sizeOfArchives(folder) {
    let bytes = 0;
    for (const name of (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : []) {
        const { size } = (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, name));
        if (size === 0)
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name));
        bytes += size;
    }
    return bytes;
}
/** Not by links: the folder may be on another disk. */
function copyArchives(from, to) {
    (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(from))
        (0,file_content/* copyFile */.m3)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/executable.js
var executable = __webpack_require__(5076);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/movable-programs.js






/** Milliseconds for what takes some. */
const movable_programs_ANSWER_TIME = 30_000;
/**
 * Copies programs of this machine with all that they need to start where there is nothing else, such as an empty image:
 * `ld.so --library-path lib PROGRAM`. That takes programs that are linked dynamically, as those of Debian and Alpine are.
 *
 * @param names on the PATH. @throws Error in half a sentence that names the program, or as the file system has it.
 */
async function copyPrograms(names, folder, options) {
    const environment = { ...(0,process_environment.pickEnvironment)(options.environment, /^$/), LC_ALL: "C" };
    for (const name of names) {
        const found = (0,executable.findExecutable)(name, options);
        if ("problem" in found)
            throw new Error(`this runner has no \`${name}\``);
        const asked = await (0,process_process.runProcess)("ldd", [found.path], { ...options, environment, timeout: movable_programs_ANSWER_TIME });
        const linked = readLinkedFiles(asked.stdout.toString());
        if (linked === undefined)
            throw new Error(`\`${name}\` of this runner cannot be moved: it is linked statically`);
        const files = [
            [found.path, name],
            [linked.loader, "ld.so"],
            ...[...linked.libraries].map(([library, path]) => [path, (0,external_node_path_.join)("lib", library)]),
        ];
        for (const [from, to] of files) {
            (0,file_content/* copyFile */.m3)(from, (0,external_node_path_.join)(folder, to));
            (0,external_node_fs_.chmodSync)((0,external_node_path_.join)(folder, to), 0o755);
        }
    }
}
/**
 * Reads what `ldd` says: `libc.so.6 => /lib/libc.so.6 (0x…)`, and the loader as a path alone.
 *
 * @returns undefined of a program that needs no loader, or another format.
 */
function readLinkedFiles(text) {
    const libraries = new Map();
    let loader;
    for (const [, name = "", path] of text.matchAll(/^\s*(\S+)(?: => (\/\S+))? \(0x[0-9a-f]+\)$/gm)) {
        // The kernel's own `linux-vdso.so.1` is no file.
        if (name.startsWith("/"))
            loader ??= path ?? name;
        else if (path !== undefined)
            libraries.set((0,external_node_path_.basename)(name), path);
    }
    return loader === undefined ? undefined : { loader, libraries };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/mounts/run-mount-command.js






/** Gigabytes to and from a builder on another machine: milliseconds. */
const COPY_TIME = 15 * 60_000;
/** What the stages run. */
const PROGRAMS = ["sh", "tar", "rm"];
/** Packs or unpacks. @throws Error in half a sentence when it does not end well. */
async function runMountCommand({ bakeFile, folders: read }, { folders }, { workspace, builder, environment }) {
    await copyPrograms(PROGRAMS, folders.tools, { cwd: workspace, environment });
    const file = (0,external_node_path_.join)(folders.tools, "..", "bake.json");
    (0,file_content/* writePrivateFile */.Pl)(file, bakeFileText(bakeFile));
    const args = [
        "buildx",
        "bake",
        `--file=${file}`,
        ...(builder === "" ? [] : [`--builder=${builder}`]),
        "--progress=plain",
        ...read.map((folder) => `--allow=fs=${folder}`),
    ];
    const { exitCode, stderr } = await (0,process_process.runProcess)(...dockerCommand(args, environment), {
        cwd: workspace,
        environment: dockerEnvironment(environment),
        timeout: COPY_TIME,
    });
    if (exitCode === 0)
        return;
    const [reason] = stderr.split("\n").filter((line) => line.startsWith("ERROR"));
    throw new Error(reason?.replace(/^ERROR: /, "") ?? `docker buildx ended with exit code ${exitCode}`);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/mounts/keep-mounts.js




/** Fills the builder's empty cache mounts with what an earlier run kept. Never fails a build. */
function restoreMounts({ mounts }, run, log) {
    if (mounts?.restore === undefined)
        return Promise.resolve({ from: undefined, warnings: [] });
    const { restore } = mounts;
    return log.group("Restoring cache mounts", async () => {
        let from;
        const warning = await inWords("restored", async () => {
            from = await fetchArchives(mounts);
            if (from === undefined)
                return log.info(`Nothing is kept yet of ${idsOf(mounts)}`);
            const size = sizeOfArchives(mounts.folders.archives);
            await runMountCommand(restore, mounts, run);
            log.info(`${idsOf(mounts)}: ${sizeText(size)} from ${from}`);
        });
        return { from, warnings: warning === undefined ? [] : [warning] };
    });
}
/** Keeps what a build left in its cache mounts. Never fails a push. */
async function saveMounts(result, { used, restored }, run, log) {
    const { mounts } = result.planning;
    const warned = (warnings) => warnings.length === 0
        ? result
        : { ...result, warnings: [...result.warnings, ...warnings.map((message) => ({ message }))] };
    // A build that failed does not say what it used.
    if (mounts?.save === undefined || used === undefined)
        return warned(restored.warnings);
    const { save, folders } = mounts;
    if (!used || restored.from === mounts.key) {
        log.info(used ? "The cache mounts of this commit are kept already" : "No step opened a cache mount: none is saved");
        return warned(restored.warnings);
    }
    const warning = await log.group("Saving cache mounts", () => inWords("saved", async () => {
        (0,external_node_fs_.rmSync)(folders.archives, { recursive: true, force: true });
        // buildx gives access to what is there alone.
        (0,external_node_fs_.mkdirSync)(folders.archives, { recursive: true });
        await runMountCommand(save, mounts, run);
        const size = sizeOfArchives(folders.archives);
        if (size > 0)
            await keepArchives(mounts);
        log.info(size === 0 ? `Nothing is in ${idsOf(mounts)}` : `${idsOf(mounts)}: ${sizeText(size)}`);
    }));
    return warned(warning === undefined ? restored.warnings : [...restored.warnings, warning]);
}
async function inWords(what, work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        return `Cache mounts are not ${what}: ${error.message}`;
    }
}
const idsOf = ({ mounts }) => mounts.map(({ id }) => id).join(", ");

// EXTERNAL MODULE: ./build/js/packages/kit/src/docker/credential.js
var docker_credential = __webpack_require__(8016);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/address.js
var address = __webpack_require__(3362);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/docker/docker-config.js







const FOLDER = "docker-config";
/** Docker Hub's name among the folders of buildx. */
const HUB_FOLDER = "registry-1.docker.io";
/**
 * Makes a private DOCKER_CONFIG: the user's own with the workflow's logins on top. Whatever else stands in the user's
 * folder is linked, so credential programs, contexts, proxies, builders and plugins keep working. Nothing of the user's is changed,
 * so two jobs on one machine do not meet.
 *
 * Secrets are masked before they are written: to files of mode 0600 in a folder of mode 0700, which
 * `removePrivateConfig` removes.
 *
 * @throws UserError for a config.json of the user's that cannot be read.
 */
function makePrivateConfig(options) {
    const { temporary, environment, logins, log } = options;
    for (const { username, password } of logins) {
        log.mask(password);
        log.mask(encoded(username, password));
    }
    const own = environment.DOCKER_CONFIG || (0,external_node_path_.join)(environment.HOME || (0,external_node_os_.homedir)(), ".docker");
    const existing = readOwnConfig(own);
    removePrivateConfig(temporary);
    const folder = (0,external_node_path_.join)(temporary, FOLDER);
    (0,external_node_fs_.mkdirSync)(temporary, { recursive: true });
    (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    const ownBuildx = environment.BUILDX_CONFIG || (0,external_node_path_.join)(own, "buildx");
    linkAll(own, folder, ["config.json", "buildx"]);
    const keepsHub = logins.some(({ registry }) => (0,address/* isHub */.G2)(registry)) && hasHubCredential(existing);
    const isScoped = keepsHub && options.hasRepositoryScopes;
    const isReplaced = keepsHub && !isScoped && options.needsHubLogin;
    const general = logins.filter(({ registry }) => !keepsHub || isReplaced || !(0,address/* isHub */.G2)(registry));
    const raw = withLogins(existing, general);
    const text = JSON.stringify(raw, undefined, 2);
    (0,file_content/* writePrivateFile */.Pl)((0,external_node_path_.join)(folder, "config.json"), text);
    const buildx = isScoped ? scopeLogins(folder, ownBuildx, logins) : ownBuildx;
    return {
        environment: { DOCKER_CONFIG: folder, BUILDX_CONFIG: buildx },
        config: (0,config_file/* parseDockerConfig */.Cj)(text),
        notes: isReplaced
            ? [
                "The credentials for docker.io take the place of the runner's own during this build, so pulls count against " +
                    "their limit: buildx 0.31 or later can tell them apart",
            ]
            : [],
    };
}
/** Removes what `makePrivateConfig` made, if anything: quick, and never of a path that a state or the user names. */
function removePrivateConfig(temporary) {
    // Links are removed, and not what they lead to.
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(temporary, FOLDER), { recursive: true, force: true });
}
function readOwnConfig(folder) {
    const path = (0,external_node_path_.join)(folder, "config.json");
    if (!(0,external_node_fs_.existsSync)(path))
        return (0,config_file/* parseDockerConfig */.Cj)("");
    try {
        return (0,config_file/* parseDockerConfig */.Cj)((0,file_content/* readFile */.TA)(path).toString());
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${path} ${error.message}: correct it, or set DOCKER_CONFIG to another folder`);
    }
}
/** The runner's own, with which its pulls are not limited. */
function hasHubCredential(config) {
    return (0,config_file/* credentialProgram */.Wc)(config, "docker.io") !== undefined || (0,config_file/* storedCredential */.hp)(config, "docker.io") !== undefined;
}
/** An empty helper makes Docker look into the file itself, whatever `credsStore` says (docker/cli, configfile). */
function withLogins({ raw, credHelpers, credsStore }, logins) {
    const auths = { ...raw.auths };
    const helpers = { ...credHelpers };
    for (const { registry, username, password } of logins) {
        const keys = (0,config_file/* credentialKeys */.eG)(registry);
        const hadHelper = credsStore !== undefined || keys.some((key) => Object.hasOwn(helpers, key));
        for (const key of keys) {
            delete auths[key];
            delete helpers[key];
        }
        auths[keys[0]] = { auth: encoded(username, password) };
        if (hadHelper)
            helpers[keys[0]] = "";
    }
    return { ...raw, auths, ...(Object.keys(helpers).length > 0 && { credHelpers: helpers }) };
}
/**
 * A BUILDX_CONFIG with the user's builders, in which the logins for Docker Hub count for their repositories alone
 * (docs.docker.com, "Registry authentication": `config/REGISTRY/REPOSITORY/config.json`).
 */
function scopeLogins(folder, ownBuildx, logins) {
    const buildx = (0,external_node_path_.join)(folder, "buildx");
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(buildx, "config", HUB_FOLDER), { recursive: true, mode: 0o700 });
    linkAll(ownBuildx, buildx, ["config"]);
    linkAll((0,external_node_path_.join)(ownBuildx, "config"), (0,external_node_path_.join)(buildx, "config"), [HUB_FOLDER]);
    for (const { registry, username, password, repositories } of logins) {
        if (!(0,address/* isHub */.G2)(registry))
            continue;
        const auths = { [(0,config_file/* credentialKeys */.eG)(registry)[0]]: { auth: encoded(username, password) } };
        for (const repository of repositories) {
            const place = (0,external_node_path_.join)(buildx, "config", HUB_FOLDER, (0,address/* checkedRepository */.aR)(repository));
            (0,file_content/* writePrivateFile */.Pl)((0,external_node_path_.join)(place, "config.json"), JSON.stringify({ auths }, undefined, 2));
        }
    }
    return buildx;
}
function linkAll(from, to, except) {
    if (!(0,external_node_fs_.existsSync)(from))
        return;
    for (const name of (0,external_node_fs_.readdirSync)(from))
        if (!except.includes(name))
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
}
const encoded = (username, password) => Buffer.from(`${username}:${password}`).toString("base64");

// EXTERNAL MODULE: ./build/js/packages/images/src/image-digest.js
var image_digest = __webpack_require__(6106);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/promotion-source.js






/**
 * Reads the input `promote`: a tag or a digest of the image's own repository, or a complete reference, which may be in
 * another repository or registry.
 *
 * @throws UserError to stand after the name of the input.
 */
function readPromotionSource(text) {
    const own = { registry: undefined, repository: undefined, tag: undefined };
    if ((0,oci_digest/* isDigest */.Bc)(text))
        return { ...own, reference: text };
    // As a reference, it would be the tag of an image called sha256.
    if (/^sha(?:256|512):/i.test(text))
        throw new user_error/* UserError */.y((0,image_digest/* digestProblem */.W)(text) ?? `${(0,runner_inputs/* quote */.hD)(text)} is not a digest`);
    if (!/[/:@]/.test(text)) {
        const problem = (0,tag_name/* tagProblem */.qH)(text);
        if (problem !== undefined)
            throw new user_error/* UserError */.y(problem);
        return { ...own, reference: text };
    }
    const { registry, repository, tag, digest } = (0,src_reference/* parseReference */.F2)(text);
    const reference = digest ?? tag;
    if (reference === undefined)
        throw new user_error/* UserError */.y(`${(0,runner_inputs/* quote */.hD)(text)} has neither a tag nor a digest; write, for example, ${(0,runner_inputs/* quote */.hD)(`${text}:main`)}`);
    return { registry, repository, reference, tag: digest === undefined ? undefined : tag };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry.js + 10 modules
var registry_registry = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/registries.js



/** One client for each registry of a run, with the run's credentials, and one patience for all of them. */
class Registries {
    #credentials;
    #clients = new Map();
    #log;
    #patience;
    constructor(credentials, retryFor, log) {
        this.#credentials = credentials;
        this.#log = log;
        this.#patience = new retry.Patience(retryFor);
    }
    /** @param name e.g. `docker.io`. */
    of = (name) => {
        const known = this.#clients.get(name);
        if (known !== undefined)
            return known;
        const registry = new registry_registry.Registry(name, {
            credential: this.#credentials.get(name),
            log: this.#log,
            patience: this.#patience,
        });
        this.#clients.set(name, registry);
        return registry;
    };
}
/**
 * Credentials by registry. Those of `username` and `password` are of the one registry that all images go to.
 *
 * @throws UserError when there are several of them.
 */
function credentialsByRegistry(credentials, images) {
    const registries = [...new Set(images.flatMap(({ destinations }) => destinations.map(({ registry }) => registry)))];
    const listed = new Set(credentials.map(({ registry }) => registry));
    return new Map(credentials.map(({ registry, username, password }) => {
        if (registry !== "")
            return [registry, { username, password }];
        const open = registries.filter((name) => !listed.has(name));
        const [only = registries[0] ?? "docker.io", ...others] = open;
        if (others.length > 0)
            throw new user_error/* UserError */.y(`inputs \`username\` and \`password\` are for one registry, and the images go to ${open.join(", ")}; list the logins in \`registries\``);
        return [only, { username, password }];
    }));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/login.js







/**
 * Makes docker's private configuration, and finds the credentials of every registry that images go to or come from: those of the
 * inputs, else those that somebody logged in with before. Nothing of it is in an argument, and `post` removes it.
 *
 * @param hasRepositoryScopes of buildx; asked only for Docker Hub, where they matter.
 * @throws UserError
 */
async function openLogin(inputs, { images, caches, pushes }, io, hasRepositoryScopes) {
    const { signing, verification, credentials } = inputs;
    const signs = signing !== undefined && pushes;
    const nowhere = images.find(({ destinations }) => destinations.length === 0);
    if (signs && nowhere !== undefined)
        throw new user_error/* UserError */.y(`input \`sign\`: \`${nowhere.name}\` goes to no registry, and would stay unsigned; set \`images\``);
    const signer = signs ? await openSigner(signing, io, inputs.retryFor) : undefined;
    const verifier = verification && (await openVerifier(verification, io));
    const destinations = images.flatMap((image) => image.destinations);
    const given = credentialsByRegistry(credentials, images);
    const { environment, config, notes } = makePrivateConfig({
        temporary: io.temporary,
        environment: io.environment,
        logins: [...given].map(([registry, login]) => ({
            registry,
            ...login,
            repositories: destinations.filter((each) => each.registry === registry).map(({ repository }) => repository),
        })),
        hasRepositoryScopes: [...given.keys()].some(address/* isHub */.G2) && (await hasRepositoryScopes()),
        needsHubLogin: Object.values(caches).some(({ from, to }) => [...from, ...to].some(({ type }) => type === "registry")),
        log: io.log,
    });
    const found = new Map(given);
    const source = inputs.promote === undefined ? undefined : readPromotionSource(inputs.promote).registry;
    const asked = [...destinations.map((each) => each.registry), ...(source === undefined ? [] : [source])];
    for (const registry of new Set(asked)) {
        if (found.has(registry))
            continue;
        const credential = await (0,docker_credential/* findCredential */.L)(config, registry, { environment: io.environment, cwd: io.workspace }).catch((cause) => {
            throw new user_error/* UserError */.y(`${cause.message}; or give \`username\` and \`password\``, { cause });
        });
        if (credential !== undefined)
            found.set(registry, credential);
    }
    return {
        registries: new Registries(found, inputs.retryFor, io.log),
        signer,
        verifier,
        environment: { ...io.environment, ...environment },
        notes,
    };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/merge-index.js






/**
 * Makes one index of what several jobs pushed. The same parts in any order give the same digest: images stand sorted by
 * platform, and attestations after them with the digest of the image that they attest.
 *
 * @throws ReportError that lists every reason why the parts are not one image: two images for one platform, other
 *   commits, a part without a platform, an attestation of an image that is not there
 */
function mergeIndexes(parts, annotations = {}) {
    if (parts.length === 0)
        throw new report_error.ReportError("there is nothing to merge");
    const problems = [...revisionProblems(parts)];
    const images = new Map();
    const attestations = new Map();
    for (const part of parts) {
        const contents = contentsOf(part, problems);
        for (const { descriptor, platform } of contents.images) {
            const known = images.get(platform);
            if (known === undefined)
                images.set(platform, { from: part.name, descriptor });
            else if (known.descriptor.digest !== descriptor.digest) {
                const who = known.from === part.name ? `${part.name} holds two images` : `${known.from} and ${part.name} both hold one`;
                problems.push(`${who} for ${platform}, and their digests differ`);
            }
        }
        // Two images can have one and the same attestation: it names none of them itself.
        for (const attestation of contents.attestations) {
            attestations.set(`${(0,src_attestations.attestedDigest)(attestation)} ${attestation.digest}`, attestation);
        }
    }
    if (images.size === 0)
        problems.push("no part holds an image");
    if (images.size + attestations.size > oci_manifest/* MAX_MANIFESTS */.Wq)
        problems.push(`they are more than ${oci_manifest/* MAX_MANIFESTS */.Wq} manifests`);
    if (problems.length > 0)
        throw new report_error.ReportError(`the parts are not one image: ${problems.join("; ")}`);
    return assemble(images, attestations, annotations);
}
function* revisionProblems(parts) {
    const revisions = Map.groupBy(parts.filter(({ revision }) => revision !== undefined), ({ revision }) => revision);
    if (revisions.size > 1) {
        const each = [...revisions].map(([revision, group]) => `${group.map(({ name }) => name).join(", ")} built ${revision}`);
        yield `they are of different commits: ${each.join(", ")}`;
    }
    const silent = parts.filter(({ revision }) => revision === undefined).map(({ name }) => name);
    if (revisions.size > 0 && silent.length > 0)
        yield `${silent.join(", ")} does not say which commit it built`;
}
function contentsOf({ name, descriptor, manifest, platform }, problems) {
    if (manifest.kind === "manifest") {
        const own = descriptor.platform ?? platform;
        if (own === undefined) {
            problems.push(`${name} does not say its platform`);
            return { images: [], attestations: [] };
        }
        return {
            images: [{ descriptor: { ...descriptor, platform: own }, platform: (0,image_platform/* platformName */.$r)(own) }],
            attestations: [],
        };
    }
    const { images, orphans } = (0,src_attestations.indexContents)(manifest);
    for (const orphan of orphans) {
        const attested = (0,src_attestations.attestedDigest)(orphan) ?? "";
        problems.push(attested === ""
            ? `${name} holds ${orphan.digest} without a platform`
            : `${name} holds an attestation of ${attested}, which it does not hold`);
    }
    const named = images.filter((image) => {
        if (media_types/* INDEX_TYPES */.V.includes(image.descriptor.mediaType))
            problems.push(`${name} holds an index within its index`);
        else if (image.platform === undefined)
            problems.push(`${name} holds ${image.descriptor.digest} without a platform`);
        else
            return true;
        return false;
    });
    return {
        images: named.map((image) => ({ descriptor: image.descriptor, platform: image.platform })),
        attestations: named.flatMap(({ attestations }) => attestations),
    };
}
function assemble(images, attestations, annotations) {
    const sorted = [...images].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { descriptor }]) => descriptor);
    const places = new Map(sorted.map(({ digest }, place) => [digest, place]));
    const place = (attestation) => places.get((0,src_attestations.attestedDigest)(attestation) ?? "") ?? 0;
    const carried = [...attestations.values()].toSorted((a, b) => place(a) - place(b) || (a.digest < b.digest ? -1 : 1));
    const manifests = [...sorted, ...carried];
    const names = Object.keys(annotations).toSorted();
    const ordered = Object.fromEntries(names.map((name) => [name, annotations[name]]));
    const document = {
        schemaVersion: 2,
        mediaType: media_types/* OCI_INDEX */.$p,
        manifests,
        ...(names.length === 0 ? {} : { annotations: ordered }),
    };
    const bytes = Buffer.from(JSON.stringify(document));
    return {
        bytes,
        descriptor: (0,oci_descriptor/* descriptorOf */.nb)(media_types/* OCI_INDEX */.$p, bytes),
        index: { kind: "index", mediaType: media_types/* OCI_INDEX */.$p, manifests, annotations: ordered },
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/artifact.js
var artifact = __webpack_require__(7605);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(5584);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/digest-file.js



const SCHEMA = "jessy-actions/image-digest/v1";
/** Nobody's is larger. */
const MAX_DIGEST_FILE_BYTES = 10_000;
/** @returns undefined when nothing was pushed. */
function digestFile({ name, digest, platforms }, { commit }) {
    if (digest === null)
        return undefined;
    return `${JSON.stringify({ schema: SCHEMA, image: name, digest, platform: platforms[0] ?? "", commit }, undefined, 2)}\n`;
}
/** Reads what an artifact brought. @throws ReportError */
function readDigestFile(bytes) {
    const file = (0,json.parseJson)([bytes]);
    const schema = file.get("schema");
    if (schema.raw !== SCHEMA)
        throw schema.not(`"${SCHEMA}"`);
    const digest = (0,json_fields.text)(file.get("digest"));
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw file.get("digest").not("a digest");
    return {
        image: (0,json_fields.text)(file.get("image")),
        digest,
        platform: (0,json_fields.text)(file.get("platform")),
        commit: (0,json_fields.sha)(file.get("commit")),
    };
}

// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/find-signatures.js
var find_signatures = __webpack_require__(9991);
// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/git-tags.js



/** Milliseconds: the clone and the registry can be asked too. */
const TAGS_TIME = 30_000;
const TAG = (0,shape.object)({ name: shape.text });
/**
 * The tags of the repository: from GitHub, since a clone by actions/checkout has one tag or none. Without an answer the
 * clone's are taken, and without a clone the registry's tags decide alone. Never a failure: only `latest` depends on it.
 */
async function readGitTags(io) {
    const { owner, name } = io.event().repository;
    let reason;
    try {
        const names = [];
        const github = (await io.github()).within(TAGS_TIME);
        for await (const tag of github.paginate("GET /repos/{owner}/{repo}/tags", { owner, repo: name }, TAG))
            names.push(tag.name);
        return { names };
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y))
            throw error;
        reason = error.message;
    }
    try {
        const git = await io.git();
        // Without a repository, it throws.
        await git.root();
        return { names: [...(await git.tags()).keys()], note: `Git tags are those of the clone: ${reason}.` };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        return {
            names: [],
            note: `The registry's tags alone say which version is the highest: ${reason}, and ${error.message}.`,
        };
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/referrers.js





const NAMES = (/* unused pure expression or super */ null && (["schemaVersion", "mediaType", "manifests", "annotations"]));
/**
 * The tag under which referrers of a digest are listed where a registry has no referrers API (OCI distribution spec,
 * "Referrers Tag Schema"): at most 32 characters of the algorithm and 64 of the digits.
 */
function referrersTag(digest) {
    const [algorithm, digits] = digest.split(":");
    return `${algorithm.slice(0, 32)}-${digits.slice(0, 64)}`;
}
/** What a list of referrers says about one of them: its type, and its annotations. */
function referrerDescriptor(manifest, bytes) {
    const annotations = manifest.annotations;
    return {
        ...(0,oci_descriptor/* descriptorOf */.nb)(manifest.mediaType, bytes),
        // The spec takes the config's type for manifests of older tools; cosign 3.1 writes the type of the empty config.
        artifactType: manifest.artifactType ?? manifest.config.mediaType,
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    };
}
/**
 * The answer of the referrers API, or the index under the fallback tag.
 *
 * @throws ReportError
 */
function readReferrers(bytes) {
    return readIndex(bytes, (root) => referrers_entriesOf(root).map(readDescriptor));
}
/**
 * The index under the fallback tag with one more entry. What others wrote stays as it is. An entry of the same digest
 * is replaced if it says something else, such as another type, and never doubled.
 *
 * @param bytes the index that stands there, if any
 * @returns the new index, or undefined when the entry is there already
 * @throws ReportError if what stands there is not an index: it must not be overwritten
 */
function addReferrer(bytes, entry) {
    if (bytes === undefined)
        return serialize({}, [entry]);
    return readIndex(bytes, (root) => {
        const entries = referrers_entriesOf(root);
        entries.forEach(readDescriptor);
        const same = entries.filter((each) => each.get("digest").raw === entry.digest);
        if (same.length === 1 && isEqual(readDescriptor(same[0]), entry))
            return undefined;
        const kept = entries.filter((each) => !same.includes(each)).map(({ raw }) => raw);
        if (kept.length >= MAX_MANIFESTS)
            throw root.get("manifests").not(`a list with room for one more than ${MAX_MANIFESTS}`);
        return serialize(root.raw, [...kept, entry]);
    });
}
function readIndex(bytes, read) {
    return readJsonDocument("the list of referrers", bytes, MAX_MANIFEST_BYTES, NAMES, (root) => {
        const mediaType = root.get("mediaType");
        if (!mediaType.isMissing && mediaType.text() !== OCI_INDEX)
            throw mediaType.not(OCI_INDEX);
        if (!root.get("config").isMissing || !root.get("layers").isMissing)
            throw root.not("an index");
        readAnnotations(root.get("annotations"));
        return read(root);
    });
}
function referrers_entriesOf(root) {
    const manifests = root.get("manifests");
    // Some registries answer null for an empty list.
    if (manifests.raw === null)
        return [];
    if (manifests.list().length > MAX_MANIFESTS)
        throw manifests.not(`a list of at most ${MAX_MANIFESTS} descriptors`);
    return [...manifests.items()];
}
function serialize(index, manifests) {
    return Buffer.from(JSON.stringify({ ...index, schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}
function isEqual(one, other) {
    const sorted = (descriptor) => [
        descriptor.mediaType,
        descriptor.digest,
        descriptor.size,
        descriptor.artifactType,
        Object.entries(descriptor.annotations ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ];
    return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry-error.js
var registry_error = __webpack_require__(1344);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/sign-image.js








/**
 * Signs an image in a repository, always by its digest, and reads the signature back: what is reported was verified on
 * the registry. A valid signature of the same signer that is there already is not doubled.
 *
 * @param root what the digest names, as the registry has it.
 * @param now ISO 8601.
 */
async function signImage(registry, repository, root, signer, formats, now) {
    const results = [];
    for (const format of formats) {
        const subject = `${registry.name}/${repository}@${root.digest}`;
        try {
            const find = async () => (0,find_signatures.validOf)(await (0,find_signatures.findSignatures)(registry, repository, format, signer.verifier, { digest: root.digest }));
            const standing = await find();
            if (standing !== undefined) {
                results.push({ format, subject, state: "there", ...(0,find_signatures.signedBy)(standing) });
                continue;
            }
            await (format === "legacy" ? addSimple : addBundle)(registry, repository, root, signer, now);
            const made = await find();
            results.push(made === undefined
                ? { format, subject, state: "failed", problem: "the registry took the signature and does not show it" }
                : { format, subject, state: "signed", ...(0,find_signatures.signedBy)(made) });
        }
        catch (error) {
            if (!(error instanceof registry_error.RegistryError || error instanceof report_error.ReportError || error instanceof service.ServiceError))
                throw error;
            results.push({ format, subject, state: "failed", problem: error.message });
        }
    }
    return results;
}
async function addSimple(registry, repository, { digest }, signer) {
    const existing = await (0,find_signatures.legacyManifest)(registry, repository, { digest });
    const subject = { digest, repository: `${registry.name}/${repository}` };
    const { blobs, manifest } = await signer.simple(subject, existing);
    await pushBlobs(registry, repository, blobs);
    const { mediaType } = manifest.descriptor;
    await registry.putManifest(repository, { mediaType, bytes: manifest.bytes }, (0,simple_signing/* signatureTag */.bG)(digest));
}
async function addBundle(registry, repository, root, signer, now) {
    const { blobs, manifest } = (0,bundle/* bundleReferrer */.GR)(await signer.bundle({ digest: root.digest }), root, now);
    await pushBlobs(registry, repository, blobs);
    const { bytes, descriptor } = manifest;
    const read = (0,oci_manifest/* readManifest */.WI)(bytes);
    if (read.kind === "index")
        throw new Error("a bundle's referrer is a manifest");
    const listed = referrerDescriptor(read, bytes);
    await registry.putReferrer(repository, root.digest, { mediaType: descriptor.mediaType, bytes }, listed);
}
async function pushBlobs(registry, repository, blobs) {
    for (const { descriptor, bytes } of blobs)
        await registry.pushBlob(repository, { digest: descriptor.digest, size: descriptor.size, content: { bytes } });
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/delivery.js
const delivery_isDone = ({ state }) => state === "pushed" || state === "moved" || state === "unchanged";
/** What would have been done to a place, and was not. */
const notTried = (place) => place.state === "planned" || place.state === "moved" ? { ...place, state: "not tried" } : place;

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/registry-reason.js


/** What a registry refuses, or holds in a wrong form, is part of the report; any other error is ours, and thrown on. */
function reasonOf(error) {
    return ofRegistry(error).message;
}
/** @throws error when it is not a registry's. */
function ofRegistry(error) {
    if (error instanceof registry_error.RegistryError || error instanceof report_error.ReportError)
        return error;
    throw error;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/look-up.js

/**
 * Asks where every tag of an image stands, before anything changes. `planned`: nowhere yet; `moved`: elsewhere, and it may
 * move; `refused`: elsewhere, and it must not.
 */
function lookUp({ destinations, root, isImmutable }, registry) {
    const { digest } = root.descriptor;
    const ask = async (name, repository, tag) => {
        const place = { registry: name, repository, tag };
        try {
            const standing = (await registry(name).headManifest(repository, tag ?? digest))?.digest;
            if (standing === undefined)
                return { ...place, state: "planned" };
            if (standing === digest)
                return { ...place, state: "unchanged", standing };
            if (tag === undefined || !isImmutable(tag))
                return { ...place, state: "moved", standing };
            const problem = `it stands at ${standing} already, and must not move`;
            return { ...place, state: "refused", standing, problem };
        }
        catch (error) {
            return { ...place, state: "failed", problem: reasonOf(error) };
        }
    };
    return Promise.all(destinations.flatMap(({ registry: name, repository, tags }) => (tags.length === 0 ? [undefined] : tags).map((tag) => ask(name, repository, tag))));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/send-images.js

/**
 * Brings images to repositories, without tags. Registries work side by side; the repositories of one registry follow each
 * other, since the later ones mount the blobs of the first.
 *
 * @returns what went wrong; empty when every repository has everything.
 */
async function sendImages(legs, registry) {
    const problems = new Map();
    const sendAll = async (group) => {
        const homes = new Map();
        for (const leg of group) {
            const { delivery, destination } = leg;
            try {
                await delivery.content.send(registry(destination.registry), destination.repository, homes.get(delivery));
                if (!homes.has(delivery))
                    homes.set(delivery, destination.repository);
            }
            catch (error) {
                problems.set(leg, reasonOf(error));
            }
        }
    };
    await Promise.all([...Map.groupBy(legs, ({ destination }) => destination.registry).values()].map(sendAll));
    return problems;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/set-tags.js


/**
 * Sets tags, and asks the registry for the digest of each. Registries work side by side; in one of them a tag that fails
 * leaves the rest where they are. Whole versions come before `latest` and its like, as the destinations list them.
 *
 * @returns the places in the same order.
 */
async function setTags(moves, registry, log) {
    const done = new Map();
    const setAll = async (name, group) => {
        let isBroken = false;
        for (const move of group) {
            const place = isBroken ? skipped(move.place) : await setTag(move, registry(name), log);
            isBroken ||= !delivery_isDone(place);
            done.set(move, place);
        }
    };
    const groups = Map.groupBy(moves, ({ place }) => place.registry);
    await Promise.all([...groups].map(([name, group]) => setAll(name, group)));
    return moves.map((move) => done.get(move));
}
const skipped = (place) => (place.state === "unchanged" ? place : { ...place, state: "not tried" });
async function setTag({ delivery, place }, registry, log) {
    const { repository, tag, state } = place;
    if (state === "unchanged")
        return place;
    // By its digest it was sent before.
    if (tag === undefined)
        return { ...place, state: "pushed" };
    const { bytes, descriptor } = delivery.root;
    try {
        if (delivery.isImmutable(tag)) {
            // Another run may have published the same version while this one sent its bytes.
            const standing = (await registry.headManifest(repository, tag))?.digest;
            if (standing === descriptor.digest)
                return { ...place, state: "unchanged", standing };
            if (standing !== undefined)
                return { ...place, state: "refused", standing, problem: `another run set it to ${standing} meanwhile` };
        }
        await registry.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, tag);
        await registry.confirmManifest(repository, tag, descriptor.digest);
        log.info(`${registry.name}/${repository}:${tag} is ${descriptor.digest}`);
        return { ...place, state: state === "moved" ? "moved" : "pushed" };
    }
    catch (error) {
        return { ...place, state: "failed", problem: reasonOf(error) };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/deliver-images.js




/**
 * Brings images to all their places, in steps that each end for all images before the next begins: look where every tag
 * stands; send all bytes to every registry; sign by digest; set the tags. So whatever fails before the last step leaves
 * every tag of every image where it was, nothing unsigned ever stands under a tag, and the same call again does what is
 * missing.
 */
async function deliverImages(wanted, options) {
    const { registry, log } = options;
    const looked = await Promise.all(wanted.map((delivery) => lookUpOrAdopt(delivery, options)));
    const all = looked.flatMap(({ places }) => places);
    if (all.some(({ state }) => state === "failed" || state === "refused"))
        return looked.map(untouched);
    const legs = looked.flatMap(({ delivery, places }) => delivery.destinations
        .filter((destination) => places.some((place) => isIn(place, destination) && place.state !== "unchanged"))
        .map((destination) => ({ delivery, destination })));
    const problems = await sendImages(legs, registry);
    if (problems.size > 0)
        return looked.map((each) => withProblems(each, problems));
    const signed = [];
    for (const each of looked)
        signed.push({ ...each, signatures: await signEverywhere(each.delivery, options) });
    if (signed.some(({ signatures }) => signatures.some(({ state }) => state === "failed")))
        return signed.map(untouched);
    const moves = signed.flatMap(({ delivery, places }) => places.map((place) => ({ delivery, place })));
    const set = await setTags(moves, registry, log);
    let next = 0;
    return signed.map((each) => ({ ...each, places: each.places.map(() => set[next++]) }));
}
async function lookUpOrAdopt(delivery, { registry, standingFor }) {
    const places = await lookUp(delivery, registry);
    if (standingFor === undefined || !places.some(({ state }) => state === "refused"))
        return { delivery, places, signatures: [] };
    const standing = await standingFor(delivery, places);
    if ("delivery" in standing)
        return { delivery: standing.delivery, places: await lookUp(standing.delivery, registry), signatures: [] };
    const explained = places.map((place) => place.state === "refused" ? { ...place, problem: `${place.problem}: ${standing.reason}` } : place);
    return { delivery, places: explained, signatures: [] };
}
const untouched = (delivered) => ({ ...delivered, places: delivered.places.map(notTried) });
function withProblems({ delivery, ...rest }, problems) {
    const own = [...problems].filter(([leg]) => leg.delivery === delivery);
    const places = rest.places.map((place) => {
        const problem = own.find(([{ destination }]) => isIn(place, destination))?.[1];
        return problem === undefined || place.state === "unchanged"
            ? notTried(place)
            : { ...place, state: "failed", problem };
    });
    return { ...rest, delivery, places };
}
/** In every repository of the image: a signature lies beside what it signs. */
async function signEverywhere({ root, destinations }, { registry, sign }) {
    const signatures = [];
    for (const destination of destinations)
        signatures.push(...((await sign?.(registry(destination.registry), destination.repository, root.descriptor)) ?? []));
    return signatures;
}
const isIn = (place, { registry, repository }) => place.registry === registry && place.repository === repository;

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/latest.js


/**
 * Whether `latest` moves to a build: only to the highest stable version of those that a registry or the git repository
 * holds. A pre-release never takes it, and neither does a back-port; the same version built again does.
 *
 * Tags of another series do not count: with the suffix `-alpine`, `1.3.0` says nothing of `1.2.3-alpine`. If what is built
 * has no version, as a branch has none, nothing can be compared: then `latest` moves if it was asked for by name, or if
 * there are no versions yet.
 *
 * @param gitTag the tag that is built, if the event is about one: others count if they have the same text before the version
 * @returns undefined if no rule gives `latest`
 */
function decideLatest(plan, standing, gitTag) {
    const latest = plan.tags.find((tag) => tag.latest !== undefined);
    if (latest === undefined)
        return undefined;
    const own = plan.tags.find(({ version }) => version !== undefined);
    if (own?.version === undefined)
        return withoutVersion(latest, plan, standing);
    const { version } = own;
    if (!version.isStable)
        return { moves: false, reason: `${version.raw} is a pre-release` };
    const greater = highest(standingVersions(own, version, standing, gitTag));
    if (greater !== undefined && version_compareVersions(greater, version) > 0) {
        return { moves: false, reason: `${(0,quoted/* quoted */.T)(greater.raw)} is greater than ${(0,quoted/* quoted */.T)(version.raw)}` };
    }
    return { moves: true, reason: `no stable version is greater than ${(0,quoted/* quoted */.T)(version.raw)}` };
}
/** The plan without the tags that are `latest`, if it must not move; its note says why. */
function withLatest(plan, { moves, reason }) {
    const latest = plan.tags.filter((tag) => tag.latest !== undefined);
    if (moves || latest.length === 0)
        return plan;
    const tags = plan.tags.filter((tag) => tag.latest === undefined);
    const names = latest.map(({ name }) => name);
    const note = `${[...new Set(names)].join(", ")} does not move: ${reason}`;
    return { version: tags[0]?.name ?? "", tags, notes: [...plan.notes, note] };
}
function withoutVersion(latest, plan, standing) {
    if (latest.latest === "asked")
        return { moves: true, reason: `${(0,quoted/* quoted */.T)(latest.source)} asks for it` };
    const [first] = plan.tags;
    const series = { prefix: first?.prefix ?? "", suffix: first?.suffix ?? "" };
    const known = highest([
        ...seriesVersions(standing.registry, series, versionOfName),
        ...seriesVersions(standing.git, { prefix: "", suffix: "" }, versionOfName),
    ]);
    if (known === undefined)
        return { moves: true, reason: "no stable version stands yet" };
    return { moves: false, reason: `${(0,quoted/* quoted */.T)(plan.version)} is not a version, and ${(0,quoted/* quoted */.T)(known.raw)} is` };
}
/** Versions of the same series and scheme. */
function standingVersions(own, version, { registry, git }, gitTag) {
    const read = version.scheme === "semver" ? parseSemver : pep440OfName;
    const prefix = gitTag?.endsWith(version.raw) ? gitTag.slice(0, gitTag.length - version.raw.length) : "";
    return [...seriesVersions(registry, own, read), ...seriesVersions(git, { prefix, suffix: "" }, read)];
}
function seriesVersions(names, { prefix, suffix }, read) {
    return names.flatMap((name) => {
        const isOne = name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix);
        return isOne ? (read(name.slice(prefix.length, name.length - suffix.length)) ?? []) : [];
    });
}
/** `20260110` is a date and `8604619` a commit, so a version of PEP 440 needs a dot. */
function pep440OfName(name) {
    return name.includes(".") ? parsePep440(name) : undefined;
}
function highest(versions) {
    let greatest;
    for (const version of versions) {
        const isComparable = greatest === undefined || greatest.scheme === version.scheme;
        if (!version.isStable || !isComparable)
            continue;
        if (greatest === undefined || version_compareVersions(version, greatest) > 0)
            greatest = version;
    }
    return greatest;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/floating-latest.js

/** Whether a plan sets a tag that only the highest version may have. Only then standing tags are asked for. */
function asksForLatest({ tagPlan }) {
    return tagPlan?.tags.some(({ latest }) => latest !== undefined) ?? false;
}
/**
 * The plan without `latest` where a greater version stands, with a note that says so. Tags that an output named stay.
 *
 * @param gitTag the one that is built, without `refs/tags/`.
 */
function settledImage(image, standing, gitTag) {
    const { tagPlan, destinations, notes } = image;
    const decision = tagPlan && decideLatest(tagPlan, standing, gitTag);
    if (tagPlan === undefined || decision === undefined || decision.moves)
        return image;
    const settled = withLatest(tagPlan, decision);
    const kept = new Set(settled.tags.map(({ name }) => name));
    const gone = new Set(tagPlan.tags.map(({ name }) => name).filter((name) => !kept.has(name)));
    return {
        ...image,
        destinations: destinations.map((each) => ({ ...each, tags: each.tags.filter((tag) => !gone.has(tag)) })),
        notes: [...notes, ...settled.notes.filter((note) => !notes.includes(note))],
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/settle-latest.js


/**
 * Whether `latest` moves to an image is asked from what stands: the tags of all its repositories, and those of git.
 *
 * @param ref that is built. @param gitTags asked only for an image that would get `latest`.
 */
async function settleLatest(image, registries, ref, gitTags) {
    if (!asksForLatest(image))
        return { image, notes: [], problem: undefined };
    const registry = [];
    try {
        for (const each of image.destinations)
            registry.push(...(await registries.of(each.registry).listTags(each.repository)));
    }
    catch (error) {
        if (!(error instanceof registry_error.RegistryError))
            throw error;
        return { image, notes: [], problem: `whether \`latest\` moves is not known: ${error.message}` };
    }
    const { names: git, note } = await gitTags();
    const gitTag = ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : undefined;
    const settled = settledImage(image, { registry, git }, gitTag);
    const notes = settled.notes.slice(image.notes.length);
    return { image: settled, notes: note === undefined ? notes : [...notes, note], problem: undefined };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/send-parts.js

/** Blobs that travel at the same time to one registry, as docker has it. */
const PARALLEL_BLOBS = 5;
/** Milliseconds between lines about what is still being sent. */
const send_parts_SILENCE = 15_000;
/**
 * Brings an image to one repository: blobs, and then the manifests that name them, so that nothing is named before it is
 * there.
 *
 * @returns the bytes that were sent. @throws RegistryError
 */
async function sendParts({ blobs, manifests }, sending) {
    const { registry, repository, mountFrom, contentOf, log } = sending;
    const place = `${registry.name}/${repository}`;
    const root = manifests.at(-1).descriptor.digest;
    const waiting = [...blobs];
    const onTheWay = new Map();
    let sent = 0;
    const heartbeat = setInterval(() => {
        const now = [...onTheWay.values()].reduce((sum, bytes) => sum + bytes, sent);
        log.info(`${place}: ${sizeText(now)} sent so far, ${waiting.length + onTheWay.size} blobs to go`);
    }, send_parts_SILENCE);
    const work = async () => {
        for (let blob = waiting.shift(); blob !== undefined; blob = waiting.shift()) {
            const { digest, size } = blob;
            onTheWay.set(digest, 0);
            const onProgress = (bytes) => onTheWay.set(digest, bytes);
            const outcome = await registry.pushBlob(repository, { digest, size, content: contentOf(digest) }, { mountFrom, onProgress });
            onTheWay.delete(digest);
            if (outcome === "sent")
                sent += size;
        }
    };
    try {
        const results = await Promise.allSettled(Array.from({ length: PARALLEL_BLOBS }, work));
        const failed = results.find((result) => result.status === "rejected");
        if (failed !== undefined)
            throw failed.reason;
    }
    finally {
        clearInterval(heartbeat);
    }
    for (const { descriptor, bytes } of manifests)
        await registry.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, descriptor.digest);
    log.info(`${place}: ${root} is there, ${sizeText(sent)} sent`);
    return sent;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/registry-content.js






/**
 * Reads the manifests of an image, each checked against its digest.
 *
 * @param reference a tag or a digest. @returns undefined when the repository has none.
 * @throws RegistryError, ReportError when a part of it is missing or damaged.
 */
async function readStandingImage(registry, repository, reference) {
    const top = await registry.getManifest(repository, reference);
    if (top === undefined)
        return undefined;
    const { digest, mediaType, bytes } = top;
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new report_error.ReportError(`${registry.name}/${repository} names \`${digest}\`, which is not a digest`);
    const root = { digest, mediaType, size: bytes.length };
    const order = await pushOrder([root], async (part) => {
        if (part.digest === digest)
            return bytes;
        const stored = await registry.getManifest(repository, part.digest);
        if (stored === undefined)
            throw new report_error.ReportError(`${registry.name}/${repository} has ${digest}, and not ${part.digest}, a part of it`);
        return stored.bytes;
    });
    return { registry, repository, order, root: order.manifests.at(-1) };
}
/**
 * An image to be copied. Its own repository has it; another one of the same registry mounts its blobs; another registry
 * gets what it lacks, by way of files in a private folder.
 *
 * @param folder absolute; made when it is needed.
 */
function registryContent({ registry: source, repository: home, order }, folder, log) {
    const load = async (digest) => {
        const path = (0,external_node_path_.join)(folder, digest.replace(":", "-"));
        const { size } = order.blobs.find((blob) => blob.digest === digest);
        if (!(0,external_node_fs_.existsSync)(path))
            await source.downloadBlob(home, { digest, size }, path);
        return path;
    };
    return {
        async send(registry, repository, mountFrom) {
            const isNeighbour = registry.name === source.name;
            if (isNeighbour && repository === home)
                return 0;
            const from = mountFrom ?? (isNeighbour ? home : undefined);
            const contentOf = (digest) => ({ load: () => load(digest) });
            return sendParts(order, { registry, repository, mountFrom: from, contentOf, log });
        },
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/standing-image.js




const REVISION = "org.opencontainers.image.revision";
/**
 * The image under a version that must not move, when it is this commit's: an earlier attempt of the same run published it,
 * and a build of today only differs in what tells the time. It is then completed on every registry, so that a version has
 * one digest everywhere. Its label names the commit; where images are signed, the signature must hold as well.
 */
async function standingFor(refused, places, options) {
    const conflicts = places.filter(({ state }) => state === "refused");
    const digests = new Set(conflicts.map(({ standing }) => standing));
    if (digests.size > 1)
        return { reason: "its versions stand at several digests" };
    const { registry: name, repository, standing } = conflicts[0];
    const registry = options.registry(name);
    try {
        const image = await readStandingImage(registry, repository, standing);
        if (image === undefined)
            return { reason: "that image is gone" };
        const revision = await revisionOf(image);
        if (revision === undefined)
            return { reason: `that image has no label ${REVISION} to say which commit it is` };
        if (options.commit === "")
            return { reason: "this run does not know its own commit" };
        if (revision !== options.commit)
            return { reason: `that image is of the commit ${revision.slice(0, 40)}, and this run of ${options.commit}` };
        const unsigned = await options.whyNotSigned(registry, repository, image.root.descriptor.digest);
        if (unsigned !== undefined)
            return { reason: `that image is of the same commit, and ${unsigned}` };
        const content = registryContent(image, options.folder, options.log);
        return { delivery: { ...refused, root: image.root, content } };
    }
    catch (error) {
        return { reason: `whether that image is of the same commit is not known: ${reasonOf(error)}` };
    }
}
/** The commit by which an image is labelled. @throws RegistryError, ReportError */
async function revisionOf(image) {
    const { registry, repository } = image;
    const manifest = firstImage(image);
    if (manifest === undefined)
        return undefined;
    const bytes = await registry.getBlob(repository, manifest.config.digest, image_config.MAX_CONFIG_BYTES);
    return bytes && (0,image_config.readImageConfig)(bytes).labels[REVISION];
}
/** All platforms of an image are built from one commit, so the first speaks for all. */
function firstImage({ root, order }) {
    const { manifest } = root;
    if (manifest.kind === "manifest")
        return manifest;
    const [first] = (0,src_attestations.indexContents)(manifest).images;
    const found = order.manifests.find(({ descriptor }) => descriptor.digest === first?.descriptor.digest)?.manifest;
    return found?.kind === "manifest" ? found : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/publish-images.js








/**
 * Gives images their tags, however they came to be: built, merged, or promoted. Whether `latest` moves is asked first, and
 * all images go together or not at all.
 *
 * @param completes whether a version that stands already may be taken for this run's image (`standing-image.ts`).
 */
async function publishImages(ready, { commit, planning }, inputs, io, login, completes) {
    let asked;
    const gitTags = () => {
        asked ??= readGitTags(io);
        return asked;
    };
    const { ref } = io.event();
    const settled = await Promise.all(ready.map(({ plan }) => settleLatest(plan, login.registries, ref, gitTags)));
    const notes = [...new Set(settled.flatMap((each) => each.notes))];
    const unknown = settled.flatMap(({ problem }) => problem ?? []);
    if (unknown.length > 0)
        return { images: ready.map(({ result }) => result), notes, failure: unknown.join("; ") };
    const deliveries = ready.map(({ root, content }, at) => {
        const plan = settled[at].image;
        const { destinations } = plan;
        return {
            root,
            content,
            destinations: inputs.byDigest ? destinations.map((each) => ({ ...each, tags: [] })) : destinations,
            isImmutable: immutability(inputs.immutableTags, plan),
        };
    });
    const options = { commit, folder: (0,external_node_path_.join)(planning.folder, "copies"), log: io.log, registry: login.registries.of };
    const delivered = await io.log.group("Pushing", () => deliverImages(deliveries, {
        registry: login.registries.of,
        sign: signWith(inputs, login),
        ...(completes && {
            standingFor: (refused, places) => standingFor(refused, places, { ...options, whyNotSigned: whyNotSignedBy(login) }),
        }),
        log: io.log,
    }));
    const completed = delivered.flatMap(({ delivery }, at) => delivery.root === deliveries[at].root
        ? []
        : `${ready[at].result.name}: an earlier run of this commit published ${delivery.root.descriptor.digest} under its version; that image is completed, and the one built now is dropped.`);
    return {
        images: ready.map(({ result }, at) => published(result, deliveries[at], delivered[at], inputs.byDigest)),
        notes: [...notes, ...completed],
        failure: null,
    };
}
function published(before, wanted, { delivery, places, signatures }, byDigest) {
    const { digest } = delivery.root.descriptor;
    const result = {
        ...before,
        digest,
        ...(delivery.root !== wanted.root && { imageId: null, size: null, previousSize: null }),
        signatures,
    };
    // What went well by digest alone has no reference to show.
    const shown = byDigest ? places.filter(({ state }) => state === "failed" || state === "not tried") : places;
    return { ...result, references: shown.map((place) => referenceOf(place, digest)) };
}
function referenceOf({ registry, repository, tag, state, problem }, digest) {
    return {
        reference: `${registry}/${repository}${tag === undefined ? `@${digest}` : `:${tag}`}`,
        state,
        ...(problem !== undefined && { problem }),
    };
}
/** Whether a tag may not move. */
function immutability(immutableTags, { versions }) {
    if (immutableTags === "none")
        return () => false;
    if (immutableTags === "versions")
        return (tag) => versions.includes(tag);
    const patterns = immutableTags.map((pattern) => (0,glob/* compileGlob */.S)(pattern));
    return (tag) => patterns.some((matches) => matches(tag));
}
function signWith({ signing }, { signer }) {
    if (signing === undefined || signer === undefined)
        return undefined;
    const now = new Date().toISOString();
    return (registry, repository, root) => signImage(registry, repository, root, signer, signing.formats, now);
}
function whyNotSignedBy({ signer }) {
    return async (registry, repository, digest) => {
        if (signer === undefined)
            return undefined;
        for (const format of ["bundle", "legacy"])
            if ((0,find_signatures.isSigned)(await (0,find_signatures.findSignatures)(registry, repository, format, signer.verifier, { digest })))
                return undefined;
        return `${signer.verifier.name} did not sign it`;
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/merge-images.js












/** Makes one index of the platforms that other jobs pushed by digest, and gives it the tags. */
async function mergeImages(result, inputs, io, login) {
    const files = readDigestFiles(inputs.merge, io);
    const ready = [];
    const problems = [];
    for (const [at, image] of result.images.entries()) {
        const own = files.filter((file) => file.image === image.name);
        const expected = inputs.targets[at].inputs.platforms.map(namedPlatform);
        const wrong = partProblems(image.name, own, expected, result.commit);
        if (wrong.length > 0)
            problems.push(...wrong);
        else {
            const plan = result.planning.images[at];
            const merged = await merge(own, plan, login);
            if (typeof merged === "string")
                problems.push(merged);
            else {
                const { descriptor, bytes, index } = merged.index;
                const platforms = own.map(({ platform }) => platform).sort();
                const root = { descriptor, bytes, manifest: index };
                ready.push({ result: { ...image, platforms }, plan, root, content: merged.content });
            }
        }
    }
    if (problems.length > 0)
        return { ...result, failure: `Nothing was merged: ${problems.join("; ")}` };
    const published = await publishImages(ready, result, inputs, io, login, true);
    return { ...result, ...published, notes: [...result.notes, ...login.notes, ...published.notes] };
}
/**
 * What speaks against an index of these parts: none, of other commits, or not the platforms that were asked for. Pure.
 *
 * @param expected names of platforms, as `platformName` writes them. @param commit of the run that merges.
 */
function partProblems(image, files, expected, commit) {
    if (files.length === 0)
        return [`there is no digest file of \`${image}\``];
    const found = files.map(({ platform }) => namedPlatform(platform));
    const missing = expected.filter((platform) => !found.includes(platform));
    const unexpected = found.filter((platform) => !expected.includes(platform));
    return [
        ...files
            .filter((file) => file.commit !== commit)
            .map((file) => `the ${file.platform} part of \`${image}\` is of ${file.commit}, and this run is of ${commit}`),
        ...(missing.length === 0 ? [] : [`\`${image}\` has no part for ${missing.join(", ")}`]),
        ...(unexpected.length === 0
            ? []
            : [`\`${image}\` has a part for ${unexpected.join(", ")}, which \`platforms\` does not name`]),
    ];
}
const namedPlatform = (text) => (0,image_platform/* platformName */.$r)(parsePlatform(text));
/** `linux/arm/v7`. */
function parsePlatform(text) {
    const [os = "", architecture = "", variant] = text.split("/");
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
/** @throws UserError when the folder has none, or one that cannot be read. */
function readDigestFiles(folder, io) {
    const path = (0,external_node_path_.resolve)(io.workspace, folder);
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    }
    catch (error) {
        throw (0,file_error/* named */.KT)(error, path);
    }
    if (names.length === 0)
        throw new user_error/* UserError */.y(`input \`merge\`: ${folder} has no digest files; download the artifacts of the jobs with \`by-digest\` first`);
    const places = (0,artifact.artifactPlaces)(io);
    return names.sort().map((name) => {
        const shown = (0,external_node_path_.join)(folder, name);
        try {
            return readDigestFile((0,artifact.readArtifactFile)((0,external_node_path_.join)(path, name), shown, MAX_DIGEST_FILE_BYTES, places));
        }
        catch (error) {
            if (error instanceof report_error.ReportError)
                throw new user_error/* UserError */.y(`${shown} ${error.message}`, { cause: error });
            throw error;
        }
    });
}
/** @returns why the parts are not one image, or not in every repository. */
async function merge(files, plan, login) {
    if (plan.destinations.length === 0)
        return "there is no repository to merge in; set `images`";
    try {
        const found = await Promise.all(plan.destinations.map((destination) => Promise.all(files.map((file) => merge_images_readPart(login, destination, file)))));
        const missing = found.flat().filter((part) => typeof part === "string");
        if (missing.length > 0)
            return missing.join("; ");
        const parts = found[0].filter((part) => typeof part !== "string");
        const index = mergeIndexes(parts, annotationsOf(plan));
        const stored = { mediaType: index.descriptor.mediaType, bytes: index.bytes };
        return {
            index,
            content: {
                async send(registry, repository) {
                    await registry.putManifest(repository, stored, index.descriptor.digest);
                    return index.bytes.length;
                },
            },
        };
    }
    catch (error) {
        return reasonOf(error);
    }
}
/** @returns what the repository lacks, since every missing part is named and not only the first to be answered. */
async function merge_images_readPart(login, { registry, repository }, { digest, platform, commit }) {
    const stored = await login.registries.of(registry).getManifest(repository, digest);
    if (stored === undefined)
        return `${registry}/${repository} has no ${digest}, the part for ${platform}`;
    const descriptor = { mediaType: stored.mediaType, digest, size: stored.bytes.length };
    return {
        name: platform,
        descriptor,
        manifest: (0,oci_manifest/* readManifest */.WI)(stored.bytes),
        platform: parsePlatform(platform),
        revision: commit,
    };
}
/** Those of the index. Every manifest has its own already. */
function annotationsOf({ annotations }) {
    return Object.fromEntries(annotations.flatMap((line) => {
        const [, levels = "", name = "", value = ""] = /^(?:([a-z,-]+):)?([^=]+)=(.*)$/s.exec(line) ?? [];
        return levels.split(",").includes("index") ? [[name, value]] : [];
    }));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/promote-images.js






/** Gives the tags to images that a registry has already: nothing is built, and no byte of them changes. */
async function promoteImages(result, inputs, io, login) {
    const source = readPromotionSource(inputs.promote);
    const ready = [];
    const problems = [];
    for (const [at, plan] of result.planning.images.entries()) {
        const found = await findSource(source, plan, login);
        if (typeof found === "string")
            problems.push(found);
        else
            ready.push(readyImage(found, plan, result, at, io));
    }
    if (problems.length > 0)
        return { ...result, failure: `Nothing was promoted: ${problems.join("; ")}` };
    const published = await publishImages(ready, result, inputs, io, login, false);
    return { ...result, ...published, notes: [...result.notes, ...login.notes, ...published.notes] };
}
function readyImage(image, plan, { images, planning }, at, { log }) {
    const content = registryContent(image, (0,external_node_path_.join)(planning.folder, "copies"), log);
    return { result: images[at], plan, root: image.root, content };
}
/**
 * The image that a source names. A source without a repository is looked for in those that the tags go to: a digest may
 * stand in any of them, and a tag must not mean two images. A tag beside a digest must lead to it.
 *
 * @returns why there is none, or no clear one.
 */
async function findSource({ registry, repository, reference, tag }, { destinations }, { registries }) {
    const places = registry !== undefined && repository !== undefined ? [{ registry, repository }] : destinations;
    const mark = (0,oci_digest/* isDigest */.Bc)(reference) ? "@" : ":";
    const found = [];
    try {
        for (const place of places) {
            const image = await readStandingImage(registries.of(place.registry), place.repository, reference);
            if (image !== undefined)
                found.push(image);
            const standing = tag && (await registries.of(place.registry).headManifest(place.repository, tag))?.digest;
            if (tag !== undefined && standing !== reference)
                return `${place.registry}/${place.repository}:${tag} is ${standing ?? "not there"}, and not ${reference}`;
        }
    }
    catch (error) {
        return reasonOf(error);
    }
    const [first, ...others] = found;
    if (first === undefined)
        return `${places.map((place) => `${place.registry}/${place.repository}${mark}${reference}`).join(" and ")} is not there`;
    const { digest } = first.root.descriptor;
    const other = others.find(({ root }) => root.descriptor.digest !== digest);
    if (other === undefined)
        return first;
    const say = (image) => `${image.root.descriptor.digest} in ${image.registry.name}/${image.repository}`;
    return `\`${reference}\` is ${say(first)} and ${say(other)}; give the digest`;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/size-limit.js
const UNITS = new Map([
    ["", 1],
    ["b", 1],
    ["kb", 1e3],
    ["mb", 1e6],
    ["gb", 1e9],
    ["kib", 2 ** 10],
    ["mib", 2 ** 20],
    ["gib", 2 ** 30],
]);
/** Reads `200 MB`, `1.5GiB` or `4096`. @returns bytes; undefined when it is not a size. */
function parseSize(text) {
    const match = /^(\d{1,12}(?:\.\d{1,6})?)\s*([a-z]*)$/i.exec(text.trim());
    const unit = UNITS.get(match?.[2]?.toLowerCase() ?? "");
    return match === null || unit === undefined ? undefined : Math.round(Number(match[1]) * unit);
}
/** Reads `5 %` or a size. */
function parseGrowth(text) {
    const percent = /^(\d{1,6}(?:\.\d{1,6})?)\s*%$/.exec(text.trim())?.[1];
    if (percent !== undefined)
        return { percent: Number(percent) };
    const bytes = parseSize(text);
    return bytes === undefined ? undefined : { bytes };
}
/** Millionths, as many decimals as a percentage may have. */
const MILLION = 1_000_000;
/** Whether an image outgrew its limit, exactly. @param before its size on the registry, in bytes. */
function isOvergrown(before, now, limit) {
    if ("bytes" in limit)
        return now - before > limit.bytes;
    return BigInt(now - before) * BigInt(100 * MILLION) > BigInt(before) * BigInt(Math.round(limit.percent * MILLION));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/refusals.js




/**
 * Why an image is not pushed; empty when nothing speaks against it. Each of its platforms is judged. Pure.
 *
 * @param before the sizes of what the registry has; undefined when there is nothing yet. A platform that it does not have
 *   has not grown.
 */
function refusalsOf({ findings, sizes }, before, { maxSize, maxGrowth }) {
    const platforms = Object.entries(sizes);
    const tooLarge = platforms.flatMap(([platform, size]) => {
        if (maxSize === undefined || size <= maxSize)
            return [];
        const [now, limit] = told(size, maxSize);
        return [`${platform} has ${now}, and \`max-size\` allows ${limit}`];
    });
    const grown = platforms.flatMap(([platform, size]) => {
        const was = sizeBefore(before, platform);
        if (maxGrowth === undefined || was === undefined || !isOvergrown(was, size, maxGrowth))
            return [];
        const [now, then] = told(size, was);
        const limit = "bytes" in maxGrowth ? sizeText(maxGrowth.bytes) : `${maxGrowth.percent} %`;
        return [`${platform} grew from ${then} to ${now}, and \`max-growth\` allows ${limit}`];
    });
    return [...findings.map((finding) => `it tells a secret: ${finding}`), ...tooLarge, ...grown];
}
/** What one platform was. An image that does not say its platform stands for any. */
function sizeBefore(before, platform) {
    return before?.[platform] ?? before?.[ANY_PLATFORM];
}
/** Two sizes that differ must not look the same. */
function told(a, b) {
    const texts = [sizeText(a), sizeText(b)];
    return a !== b && texts[0] === texts[1] ? [`${(0,quantity.count)(a)} bytes`, `${(0,quantity.count)(b)} bytes`] : texts;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/folder-content.js



/** An image that was built into a folder. */
function folderContent({ folder, order }, log) {
    const contentOf = (digest) => ({ path: (0,external_node_path_.join)(folder, (0,layout.blobPath)(digest)) });
    return {
        send: (registry, repository, mountFrom) => sendParts(order, { registry, repository, mountFrom, contentOf, log }),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/previous-size.js









/**
 * The compressed size of each platform of the image that a tag has now.
 *
 * @returns undefined when there is none. @throws RegistryError, ReportError when it cannot be known.
 */
async function previousSizes(registry, repository, tag) {
    const read = async (reference) => {
        const stored = await registry.getManifest(repository, reference);
        return stored && (0,oci_manifest/* readManifest */.WI)(stored.bytes);
    };
    const root = await read(tag);
    if (root === undefined)
        return undefined;
    if (root.kind === "manifest")
        return media_types/* IMAGE_CONFIG_TYPES */.Pw.includes(root.config.mediaType)
            ? { [await platformOf(registry, repository, root)]: sizeOf(root) }
            : {};
    const sizes = {};
    for (const { descriptor, platform } of (0,src_attestations.indexContents)(root).images) {
        const manifest = await read(descriptor.digest);
        if (manifest === undefined)
            throw new report_error.ReportError(`${registry.name}/${repository}:${tag} lists ${descriptor.digest}, which is not there`);
        if (manifest.kind === "manifest")
            sizes[platform ?? (await platformOf(registry, repository, manifest))] = sizeOf(manifest);
    }
    return sizes;
}
/** For a report alone, where not knowing it does no harm. */
async function previousSizesIfKnown(...place) {
    try {
        return await previousSizes(...place);
    }
    catch (error) {
        ofRegistry(error);
        return undefined;
    }
}
/** A manifest alone does not say it. */
async function platformOf(registry, repository, { config }) {
    const bytes = (0,oci_digest/* isDigest */.Bc)(config.digest)
        ? await registry.getBlob(repository, config.digest, image_config.MAX_CONFIG_BYTES)
        : undefined;
    if (bytes === undefined)
        throw new report_error.ReportError(`${registry.name}/${repository} does not have ${config.digest}, the configuration of an image`);
    try {
        return (0,image_platform/* platformName */.$r)((0,image_config.readImageConfig)(bytes).platform);
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return ANY_PLATFORM;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/push-images.js





/** Pushes what was built, unless something speaks against one of the images: then none leaves. */
async function pushImages(result, built, scanned, inputs, io, login) {
    const warnings = [...result.warnings, ...built.warnings];
    const base = { ...result, warnings, metadata: built.metadata, checked: built.checked };
    if (built.failure !== undefined)
        return { ...base, failure: built.failure };
    if (built.checked !== null)
        return base;
    const looked = [];
    for (const [at, image] of built.images.entries())
        looked.push(await push_images_lookAt(image, result.images[at], result.planning.images[at], scanned, inputs, login));
    const notes = [...result.notes, ...login.notes, ...built.images.flatMap(({ inspection }) => inspection?.notes ?? [])];
    if (looked.some(({ refusals }) => refusals.length > 0))
        return { ...base, notes, images: looked };
    const ready = looked.flatMap((image, at) => {
        const folder = built.images[at].image;
        if (!image.pushes || folder === undefined)
            return [];
        const root = folder.order.manifests.at(-1);
        return [{ result: image, plan: result.planning.images[at], root, content: folderContent(folder, io.log) }];
    });
    if (ready.length === 0)
        return { ...base, notes, images: looked };
    const published = await publishImages(ready, result, inputs, io, login, true);
    const byName = new Map(published.images.map((image) => [image.name, image]));
    return {
        ...base,
        notes: [...notes, ...published.notes],
        failure: published.failure,
        images: looked.map((image) => byName.get(image.name) ?? image),
    };
}
async function push_images_lookAt({ name, image, inspection, steps }, planned, { destinations }, scanned, inputs, login) {
    if (image === undefined || inspection === undefined)
        return { ...planned, steps };
    const before = planned.pushes ? await sizesBefore(destinations, inputs, login) : undefined;
    const scan = scanned.find((each) => each.name === name);
    const refusals = before instanceof Error
        ? [`\`max-growth\` cannot be judged, since the size of what stands is not known: ${before.message}`]
        : refusalsOf(inspection, before, inputs);
    const [first = ""] = inspection.platforms;
    return {
        ...planned,
        steps,
        digest: image.root.digest,
        imageId: inspection.imageId,
        platforms: inspection.platforms,
        size: inspection.sizes[first] ?? null,
        previousSize: before instanceof Error ? null : (sizeBefore(before, first) ?? null),
        attestations: inspection.attestations,
        refusals: [...refusals, ...(scan?.refusals ?? [])],
        scanOutput: scan?.output ?? [],
    };
}
/** Of what the floating tag has now: a version's own tag is new. A limit that cannot be judged is a refusal. */
async function sizesBefore(destinations, { maxGrowth }, { registries }) {
    const [first] = destinations;
    const tag = first?.tags.at(-1);
    if (first === undefined || tag === undefined)
        return undefined;
    const place = [registries.of(first.registry), first.repository, tag];
    if (maxGrowth === undefined)
        return previousSizesIfKnown(...place);
    try {
        return await previousSizes(...place);
    }
    catch (error) {
        return ofRegistry(error);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/verify-images.js




/** Whether each image has a signature that counts, in any format. One without is a failure, and so is no image at all. */
async function verifyImages(result, { registries, verifier }) {
    if (verifier === undefined)
        throw new Error("nothing says whose signature counts");
    const images = [];
    for (const [at, image] of result.images.entries()) {
        const verified = [];
        for (const destination of result.planning.images[at].destinations)
            for (const tag of destination.tags)
                verified.push(await verifyOne(registries.of(destination.registry), destination, tag, verifier));
        const digest = verified.find((each) => each.digest !== undefined)?.digest ?? null;
        const signatures = verified.map(({ signature }) => signature);
        images.push({ ...image, pushes: false, references: [], digest, signatures });
    }
    const empty = images.filter(({ signatures }) => signatures.length === 0);
    const names = images.length === 1 ? "" : ` of ${empty.map(({ name }) => name).join(", ")}`;
    const failure = empty.length === 0 ? null : `nothing was verified: \`tags\`${names} names no image`;
    return { ...result, images, failure: images.length === 0 ? "nothing was verified: there is no image" : failure };
}
/** @param tag or a digest itself. Where the destination names a digest for it, the tag must lead there. */
async function verifyOne(registry, destination, tag, verifier) {
    const { repository, expected: pinned = {} } = destination;
    const subject = referenceText(destination, tag);
    const fail = (problem, digest) => ({
        digest,
        signature: { format: "bundle", subject, state: "failed", problem },
    });
    try {
        const head = await registry.headManifest(repository, tag);
        if (head === undefined || !(0,oci_digest/* isDigest */.Bc)(head.digest))
            return fail("there is no such image");
        const { digest } = head;
        const wanted = (0,oci_digest/* isDigest */.Bc)(tag) ? tag : Object.hasOwn(pinned, tag) ? pinned[tag] : undefined;
        if (wanted !== undefined && digest !== wanted)
            return fail(`it leads to ${digest}, and not to ${wanted}`, digest);
        const found = await (0,find_signatures.verifySignature)(registry, repository, verifier, { digest });
        if ("problem" in found)
            return fail(found.problem, digest);
        return { digest, signature: { format: found.format, subject, state: "verified", ...(0,find_signatures.signedBy)(found) } };
    }
    catch (error) {
        return fail(reasonOf(error));
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/execute.js











/** Builds, looks, pushes and signs, in this order for all images: nothing leaves before everything was looked at. */
async function execute(result, inputs, io) {
    if (result.dryRun)
        return result;
    if (leavesAsIs(result))
        return judge(result, true);
    io.saveState(state/* gateState */.Zl, { gate: inputs.name });
    // While other things happen; a version that was asked before is known.
    const buildx = result.buildx === null && result.mode === "build"
        ? askBuildxVersion(io.workspace, io.environment)
        : Promise.resolve({ version: result.buildx ?? "0" });
    const login = await openLogin(inputs, result.planning, io, async () => hasScopes(await buildx));
    switch (result.mode) {
        case "verify":
            return judge(await verifyImages(result, login), true);
        case "promote":
            return judge(await promoteImages(result, inputs, io, login), true);
        case "merge":
            return judge(await mergeImages(result, inputs, io, login), true);
        case "build": {
            const run = { workspace: io.workspace, builder: inputs.builder, environment: login.environment };
            const restored = await restoreMounts(result.planning, run, io.log);
            const built = await buildImages(result, inputs, io, login.environment, buildx);
            const scanned = built.failure === undefined ? await runScan(built.images, inputs, io) : [];
            const pushed = await pushImages({ ...result, buildx: built.buildx }, built, scanned, inputs, io, login);
            return judge(await saveMounts(pushed, { used: built.usedMounts, restored }, run, io.log), true);
        }
    }
}
/** A run that must not push has nothing to promote, and its halves have nothing to merge. */
function leavesAsIs({ mode, planning: { pushes } }) {
    return (mode === "promote" || mode === "merge") && !pushes;
}
/** Credentials for a single repository: buildx has them since 0.31 (docker/buildx#3447). */
function hasScopes(buildx) {
    const [major = 0, minor = 0] = "version" in buildx ? buildx.version.split(".").map(Number) : [];
    return major > 0 || minor >= 31;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/list-values.js


/** The rules of most lists: one value a line, `#` begins a comment. */
const LINES = { commas: false, comments: true, trim: true, quotes: true };
/**
 * Splits a list as docker's actions do (Util.getList of actions-toolkit): lines, and commas if `commas`; quotes around a
 * value let it hold line breaks, commas and doubled quotes. An empty value is left out.
 *
 * @throws UserError for a quote that is never closed; its message stands after the name of the input
 */
function splitList(text, rules) {
    const { comments, quotes } = rules;
    try {
        const records = readCsv(rules.trim ? text.trim() : text, { relaxedQuotes: true, comments, quotes });
        return records
            .flatMap((record) => valuesOf(record, rules.commas))
            .map((value) => (rules.trim ? value.trim() : value))
            .filter((value) => value !== "");
    }
    catch (error) {
        if (error instanceof CsvError)
            throw new user_error/* UserError */.y(error.message, { cause: error });
        throw error;
    }
}
/** Even quoted, a value that stands alone on its line is split at its commas. */
function valuesOf(record, commas) {
    if (!commas)
        return [record.join(",")];
    return record.length === 1 ? record[0].split(",") : record;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/target-inputs.js

/** Inputs of a build that are one text each, by the name that users write. An empty text is the default. */
const TEXT_INPUTS = [
    "context",
    "file",
    "target",
    "network",
    "shm-size",
    "cgroup-parent",
    "provenance",
    "sbom",
    "call",
    "cache",
];
const BOOLEAN_INPUTS = ["load", "push", "pull", "no-cache"];
/** docker/build-push-action knows no comments. */
const VALUES = { ...LINES, comments: false };
const WORDS = { ...VALUES, commas: true };
const SECRETS = { ...VALUES, trim: false };
const OUTPUTS = { ...VALUES, quotes: false };
/** Inputs of a build that are lists, with the rules that docker/build-push-action or metadata-action splits each by. */
const LIST_INPUTS = {
    "add-hosts": WORDS,
    allow: WORDS,
    annotations: LINES,
    attests: VALUES,
    "build-args": VALUES,
    "build-contexts": VALUES,
    "cache-from": VALUES,
    "cache-to": VALUES,
    labels: LINES,
    "no-cache-filters": WORDS,
    outputs: OUTPUTS,
    platforms: WORDS,
    secrets: SECRETS,
    "secret-envs": WORDS,
    "secret-files": VALUES,
    ssh: WORDS,
    ulimit: VALUES,
    images: LINES,
    tags: LINES,
    flavor: LINES,
};
/** The inputs of a step that sets none. */
const NO_INPUTS = Object.freeze({
    ...record(TEXT_INPUTS, ""),
    ...record(BOOLEAN_INPUTS, false),
    ...record(Object.keys(LIST_INPUTS), []),
});
function record(keys, value) {
    return Object.fromEntries(keys.map((key) => [key, value]));
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/yaml.js
var yaml = __webpack_require__(2149);
;// CONCATENATED MODULE: ./build/js/packages/images/src/build/targets.js





/** The name of the one image of a step without `targets`. */
const ONLY_TARGET = "image";
/** More images than anyone builds in one step; each one is a solve of its own. */
const MAX_TARGETS = 50;
/** What buildx takes as the name of a target (bake/bake.go, `validTargetNameChars`). */
const targets_NAME = /^[a-zA-Z0-9_-]+$/;
/** Bake's own name for the targets that are built when none is named. */
const RESERVED = "default";
/** Inputs that hold for the whole step: one `buildx bake` call has one of each. */
const STEP_INPUTS = [
    "allow-secrets",
    "builder",
    "by-digest",
    "cache-folder",
    "cache-ref",
    "dry-run",
    "github-token",
    "immutable-tags",
    "max-growth",
    "max-size",
    "merge",
    "password",
    "promote",
    "registries",
    "retry-for",
    "scan",
    "sign",
    "signature-format",
    "signing-key",
    "signing-password",
    "targets",
    "username",
    "verify",
    "verify-key",
];
const targets_KEYS = ["name", ...TEXT_INPUTS, ...BOOLEAN_INPUTS, ...Object.keys(LIST_INPUTS)];
const PUSH_WORDS = ["auto", "true", "false"];
/**
 * Reads the input `targets`: a YAML list of maps, each with a `name` and any input of its own. An input that an image
 * sets replaces the step's; what it leaves out is the step's. A list is a YAML list or the text that the input would be.
 *
 * @throws UserErrors with everything that is wrong, each line naming the image and the key.
 */
function readTargets(text, common) {
    if (text.trim() === "")
        return [{ name: ONLY_TARGET, inputs: common }];
    const problems = [];
    const targets = yamlList(text).map((item, index) => readTarget(item, index + 1, common, problems));
    if (targets.length > MAX_TARGETS)
        problems.push(`input \`targets\`: ${targets.length} images are more than ${MAX_TARGETS}; use several steps or jobs`);
    const seen = new Set();
    for (const { name } of targets) {
        if (name !== "" && seen.has(name))
            problems.push(`input \`targets\`: the name \`${name}\` is there twice; give each image a name of its own`);
        seen.add(name);
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return targets;
}
function yamlList(text) {
    let value;
    try {
        value = (0,yaml.parseYaml)(text).value;
    }
    catch (error) {
        if (!(error instanceof yaml.YamlError))
            throw error;
        // Secrets stand in the text, and the library's own message may quote it.
        const reason = error.message.startsWith("is not valid YAML") ? "is not valid YAML" : error.message;
        throw new user_error/* UserErrors */.t([`input \`targets\`, line ${error.line}, ${reason}; ${EXAMPLE}`]);
    }
    if (!Array.isArray(value))
        throw new user_error/* UserErrors */.t([`input \`targets\`: found ${kindOf(value)} instead of a list; ${EXAMPLE}`]);
    if (value.length === 0)
        throw new user_error/* UserErrors */.t([`input \`targets\`: the list is empty; ${EXAMPLE}; or leave \`targets\` out`]);
    return value;
}
const EXAMPLE = "write `- name: api` with the inputs of that image below it";
function readTarget(item, position, common, problems) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
        problems.push(`input \`targets\`, entry ${position}: found ${kindOf(item)} instead of a map; ${EXAMPLE}`);
        return { name: "", inputs: common };
    }
    const fields = Object.entries(item);
    const name = readName(fields.find(([key]) => key === "name")?.[1], position, problems);
    const place = name === "" ? `input \`targets\`, entry ${position}` : `input \`targets\`, \`${name}\``;
    const push = readPush(fields.find(([key]) => key === "push")?.[1]);
    if (push instanceof Problem)
        problems.push(`${place}: ${push.text}`);
    const own = fields
        .filter(([key]) => key !== "name" && key !== "push")
        .map(([key, value]) => {
        const read = readField(key, value);
        if (read instanceof Problem)
            problems.push(`${place}: ${read.text}`);
        return [key, read];
    });
    const inputs = { ...common, ...Object.fromEntries(own.filter(([, read]) => !(read instanceof Problem))) };
    return { name, inputs, ...(typeof push === "string" && { push }) };
}
/** YAML makes a boolean of `true` and leaves `auto` a text. */
function readPush(value) {
    if (value === undefined || value === null || value === "")
        return undefined;
    const word = typeof value === "boolean" ? String(value) : value;
    const known = PUSH_WORDS.find((each) => each === word);
    return known ?? new Problem(`\`push\` is ${kindOf(value)} instead of \`auto\`, \`true\` or \`false\`.`);
}
function readName(value, position, problems) {
    if (value === undefined || value === null || value === "")
        problems.push(`input \`targets\`, entry ${position}: it has no \`name\`; give each image a name, such as \`- name: api\``);
    else if (typeof value !== "string")
        problems.push(`input \`targets\`, entry ${position}: \`name\` is ${kindOf(value)} instead of a text; put it in quotes`);
    else if (!targets_NAME.test(value))
        problems.push(`input \`targets\`, entry ${position}: \`${targets_quoted(value)}\` is not a name that buildx takes; use letters, digits, \`_\` and \`-\` alone`);
    else if (value === RESERVED)
        problems.push(`input \`targets\`, entry ${position}: \`${RESERVED}\` is bake's name for all targets; choose another name`);
    else
        return value;
    return "";
}
class Problem {
    text;
    constructor(text) {
        this.text = text;
    }
}
function readField(key, value) {
    if (TEXT_INPUTS.includes(key))
        return readText(key, value);
    if (BOOLEAN_INPUTS.includes(key))
        return readBoolean(key, value);
    if (Object.hasOwn(LIST_INPUTS, key))
        return readList(key, value);
    if (STEP_INPUTS.includes(key))
        return new Problem(`\`${key}\` holds for the whole step; set it beside \`targets\`, not inside`);
    const close = (0,nearest/* nearest */.p)(key, [...targets_KEYS, ...STEP_INPUTS]);
    const hint = close === undefined ? `an image can have: ${targets_KEYS.join(", ")}` : `did you mean \`${close}\``;
    return new Problem(`\`${targets_quoted(key)}\` is not an input of an image; ${hint}${close === undefined ? "" : "?"}`);
}
function readText(key, value) {
    if (value === null)
        return "";
    if (typeof value === "object")
        return new Problem(`\`${key}\` is ${kindOf(value)} instead of a text.`);
    return isNumber(value) ? new Problem(`\`${key}\` is ${kindOf(value)}; ${QUOTE_IT}`) : String(value);
}
function readBoolean(key, value) {
    if (typeof value === "boolean")
        return value;
    if (value === "true" || value === "false")
        return value === "true";
    return new Problem(`\`${key}\` is ${kindOf(value)} instead of \`true\` or \`false\`.`);
}
function readList(key, value) {
    if (value === null)
        return [];
    if (!Array.isArray(value)) {
        if (typeof value === "object")
            return new Problem(`\`${key}\` is a map instead of a list; write \`- key=value\` lines`);
        if (isNumber(value))
            return new Problem(`\`${key}\` is ${kindOf(value)}; ${QUOTE_IT}`);
        return listOf(key, String(value));
    }
    const wrong = value.findIndex((item) => item === null || typeof item === "object" || isNumber(item));
    if (wrong >= 0)
        return new Problem(`\`${key}\` has ${kindOf(value[wrong])} at place ${wrong + 1} instead of a text; ${QUOTE_IT}`);
    return value.map(String).filter((item) => item !== "");
}
function listOf(key, text) {
    try {
        return splitList(text, LIST_INPUTS[key]);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        return new Problem(`\`${key}\` ${error.message}`);
    }
}
/** YAML reads `1.10` as 1.1 and `007` as 7: what was written is lost. */
function isNumber(value) {
    return typeof value === "number" || typeof value === "bigint";
}
const QUOTE_IT = "put the value in quotes: YAML reads 1.10 as 1.1";
function kindOf(value) {
    if (value === null || value === undefined)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "object")
        return "a map";
    return typeof value === "string" ? "a text" : `the ${typeof value} ${String(value)}`;
}
/** Untrusted text inside a message: one line, not endless. */
function targets_quoted(text) {
    const line = text.replace(/[\u0000-\u001f\u007f`]+/g, " ");
    return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/signing-inputs.js



const FULCIO = "https://fulcio.sigstore.dev";
const REKOR = "https://rekor.sigstore.dev";
/** Inputs that only one way to sign takes. */
const OF_KEYS = ["signing-key", "signing-password"];
const OF_SERVICES = ["fulcio-url", "rekor-url"];
function readSigning(reader) {
    const kind = reader.enumeration("sign", ["none", "key", "keyless"], "none");
    const format = reader.enumeration("signature-format", ["both", "legacy", "bundle"], "both");
    const [text, password] = [reader.verbatim("signing-key"), reader.verbatim("signing-password")];
    const [fulcioUrl, rekorUrl] = [readAddress(reader, "fulcio-url", FULCIO), readAddress(reader, "rekor-url", REKOR)];
    const formats = format === "both" ? ["legacy", "bundle"] : [format];
    const refuse = (names, needed) => {
        for (const name of names)
            if (reader.verbatim(name).trim() !== "")
                reader.problem(name, `is set, and \`sign\` is \`${kind}\`; write \`sign: ${needed}\`, or leave it out`);
    };
    if (kind !== "key")
        refuse(OF_KEYS, "key");
    if (kind !== "keyless")
        refuse(OF_SERVICES, "keyless");
    if (kind === "none")
        return undefined;
    if (kind === "keyless")
        return { kind, formats, fulcioUrl, rekorUrl, trustedRoot: reader.optional("trusted-root") };
    return { kind, formats, key: keySource(text), password: password === "" ? undefined : password };
}
/** @param verifies whether that is what the run is for: then there is exactly one way to do it. */
function readVerification(reader, verifies) {
    const [text, identity] = [reader.string("verify-key"), reader.string("verify-identity")];
    const [issuer, trustedRoot] = [reader.optional("verify-issuer"), reader.optional("trusted-root")];
    const key = text === "" ? undefined : reader.adopt(() => (0,keys/* readVerificationKey */.v)(text), undefined, "verify-key");
    if (!verifies) {
        for (const name of ["verify-key", "verify-identity", "verify-issuer"])
            if (reader.string(name) !== "")
                reader.problem(name, "is set, and `verify` is not; write `verify: true`");
        return undefined;
    }
    if (text !== "" && identity !== "")
        reader.problem("verify-identity", "is set, and so is `verify-key`; a signature is by one of them: keep one");
    if (text === "" && identity === "")
        reader.problem("verify", "needs a `verify-key`, or a `verify-identity` for keyless signatures; a signature of just anybody proves nothing");
    if (issuer !== undefined && identity === "")
        reader.problem("verify-issuer", "is set without `verify-identity`; anybody has an identity of an issuer: name whose");
    if (identity !== "") {
        checkIdentity(reader, identity);
        return { kind: "keyless", identity, issuer: issuer ?? signatures_identity/* WORKFLOW_ISSUER */.u1, trustedRoot };
    }
    return key === undefined ? undefined : { kind: "key", key };
}
/** What is right alone and wrong together. @param verifies whether the run only verifies. */
function checkSignatures(reader, verifies, signing, verification) {
    if (verifies && signing !== undefined)
        reader.problem("sign", "is set, and so is `verify`, which changes nothing; write `sign: none`");
    if (reader.string("trusted-root") === "" || signing?.kind === "keyless" || verification?.kind === "keyless")
        return;
    reader.problem("trusted-root", "is set, and nothing is signed or verified without a key; leave it out");
}
/** `https://HOST/OWNER/`, or the domain of an e-mail address: what a glob must leave as it is. */
const OWNER = /^[a-z]+:\/\/[^/*?[{]+\/[^/*?[{]+\/|^[^/]*@[^*?[{/]+$/;
/** A glob that others can slip through is a mistake that nobody sees: `https://github.com/acme*` takes acme-evil, too. */
function checkIdentity(reader, identity) {
    if (!("pattern" in (0,signatures_identity/* expectedSigner */.nO)(identity)))
        return;
    reader.checkGlob("verify-identity", identity);
    if (!OWNER.test(identity))
        reader.wrong("verify-identity", identity, "an identity whose owner is written out, such as `https://github.com/acme/**`");
}
function readAddress(reader, name, fallback) {
    const text = reader.optional(name);
    const url = URL.parse(text ?? fallback);
    const isUsable = url?.protocol === "https:" || (url?.protocol === "http:" && (0,address/* isLoopback */.U9)(url.host));
    if (url !== null && isUsable && url.username === "" && url.search === "" && url.hash === "")
        return url;
    if (url?.username)
        reader.problem(name, "holds credentials, which these services do not take; leave them out");
    else
        reader.wrong(name, text ?? "", `an address such as \`${fallback}\``);
    return new URL(fallback);
}
/** As cosign's `--key`: `env://NAME`, a path, or (what cosign does not take) the key itself. */
function keySource(text) {
    const trimmed = text.trim();
    if (trimmed === "")
        return { variable: "COSIGN_PRIVATE_KEY" };
    if (trimmed.startsWith("env://"))
        return { variable: trimmed.slice("env://".length) };
    return trimmed.includes("-----BEGIN") ? { text } : { file: trimmed };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/check-together.js






/** Without it, a job that never ran leaves an image that lacks its platform. */
const PLATFORMS_OF_MERGE = "is empty, and `merge` must know which parts there are to be; write for example `linux/amd64,linux/arm64`";
/** What is right alone and wrong together. @param asked the modes that were asked for, by the name of their input. */
function checkTogether(reader, inputs, asked) {
    const { mode, targets } = inputs;
    const [first, second] = asked;
    if (second !== undefined)
        reader.problem(second, `is set, and so is ${(0,runner_inputs/* quote */.hD)(first)}; a step does one of them`);
    if (mode === "build")
        checkBuild(reader, inputs);
    else
        for (const [name, reason] of contradictions(inputs))
            reader.problem(name, reason);
    checkSignatures(reader, mode === "verify", inputs.signing, inputs.verification);
    if (mode === "promote" && targets.length > 1 && /[/:@]/.test(inputs.promote.replace(/^sha(?:256|512):/, "")))
        reader.problem("promote", "names one image, and `targets` has several; write a tag, or promote each in a step of its own");
    for (const target of mode === "merge" ? targets : [])
        if (target.inputs.platforms.length === 0)
            reader.problem("platforms", PLATFORMS_OF_MERGE);
    for (const { inputs: target } of targets)
        if (!["", "auto", "gha", "registry", "local", "inline", "none"].includes(target.cache))
            reader.wrong("cache", target.cache, "one of auto, gha, registry, local, inline, none");
}
function checkBuild(reader, { targets, push, signing, byDigest, cacheFolder, cacheMounts, scan }) {
    const blind = scanProblem(scan);
    if (blind !== undefined)
        reader.problem("scan", blind);
    const lines = targets.flatMap((target) => {
        const problem = wishContradiction(push, target);
        return problem === undefined ? [] : [problemOf(target, targets, `input \`outputs\` ${problem}`)];
    });
    if (lines.length > 0)
        reader.adopt(() => {
            throw new user_error/* UserErrors */.t(lines);
        }, undefined);
    if (signing !== undefined && targets.length > 0 && targets.every((target) => askedPush(push, target) === "never"))
        reader.problem("sign", "signs what a registry holds, and `push` is `false`; write `sign: none`");
    if (byDigest && targets.some(({ inputs: { platforms } }) => platforms.length > 1))
        reader.problem("platforms", "names several, and `by-digest` pushes one; build each in a job of its own");
    if (cacheFolder !== undefined && !usesCacheFolder(targets, cacheMounts))
        reader.problem("cache-folder", "is set, and neither `cache` nor `cache-mounts` uses it; write `cache: local`");
}
/**
 * What was asked for and would not happen, where nothing is built. What only describes a build (`file`, `platforms`) is
 * no contradiction: jobs share their `with:`.
 */
function* contradictions(inputs) {
    const { mode, targets, byDigest, scan, maxSize, maxGrowth, push } = inputs;
    const builds = `is for builds, and \`${mode}\` builds nothing; leave it out`;
    const isSet = (test) => targets.some(({ inputs: target }) => test(target));
    const outputs = isSet((target) => target.outputs.length > 0);
    if (outputs)
        yield ["outputs", builds];
    if (byDigest && !outputs)
        yield ["by-digest", builds];
    if (isSet(({ load }) => load))
        yield ["load", builds];
    if (isSet(({ call }) => call !== "" && call !== "build"))
        yield ["call", builds];
    // A gate that nothing passes through must not look as if something had passed it.
    if (scan.length > 0)
        yield ["scan", builds];
    if (maxSize !== undefined)
        yield ["max-size", builds];
    if (maxGrowth !== undefined)
        yield ["max-growth", builds];
    if (mode !== "verify")
        return;
    if (targets.some((target) => askedPush(push, target) === "always"))
        yield ["push", "is `true`, and `verify` pushes nothing; leave it out"];
}
function usesCacheFolder(targets, cacheMounts) {
    const kinds = ["", "auto", "local"];
    return targets.some(({ inputs: { cache } }) => kinds.includes(cache)) || kinds.includes(cacheMounts);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/credentials.js



const FIELDS = ["registry", "username", "password"];
const credentials_EXAMPLE = "Write `- registry: ghcr.io` with `username` and `password` below it";
/** Names under which people log in to Docker Hub. */
const HUB = /^(?:https?:\/\/)?(?:(?:index|registry|registry-1|hub)\.)?docker\.(?:io|com)(?:\/v[12])?\/?$/i;
/**
 * Reads the inputs `username`, `password` and `registries`. Whether an empty one is wrong is for the event to say: in
 * runs without secrets it is not.
 *
 * @throws UserErrors with everything that is wrong whatever the event is; no message quotes a password.
 */
function readCredentials(username, password, registries) {
    const problems = [];
    const empty = [];
    const [missing, given] = username === "" ? ["username", "password"] : ["password", "username"];
    if ((username === "") !== (password === ""))
        empty.push({
            problem: `input \`${missing}\` is empty, and \`${given}\` is set; is the secret set in the repository, and spelt like this?`,
            login: `by \`${given}\``,
            found: `\`${missing}\` is empty`,
        });
    const own = username !== "" && password !== "" ? [{ registry: "", username, password }] : [];
    const listed = credentials_readList(registries, problems, empty);
    const seen = new Set();
    for (const { registry } of listed) {
        if (seen.has(registry))
            problems.push(`input \`registries\` names \`${registry}\` twice; keep one`);
        seen.add(registry);
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return { credentials: [...own, ...listed], empty };
}
/** The host as references name it. Docker Hub has many names. */
function registryHost(text) {
    const trimmed = text.trim();
    return HUB.test(trimmed)
        ? "docker.io"
        : trimmed
            .replace(/^https?:\/\//i, "")
            .replace(/\/+$/, "")
            .toLowerCase();
}
function credentials_readList(text, problems, empty) {
    if (text.trim() === "")
        return [];
    let list;
    try {
        list = (0,yaml.parseYaml)(text).value;
    }
    catch (error) {
        if (!(error instanceof yaml.YamlError))
            throw error;
        // The library's own message may quote the text, and passwords stand in it.
        problems.push(`input \`registries\` is not valid YAML at line ${error.line}; put values with special characters in quotes`);
        return [];
    }
    if (!Array.isArray(list)) {
        problems.push(`input \`registries\` is not a list. ${credentials_EXAMPLE}`);
        return [];
    }
    return list.flatMap((item, index) => readItem(item, `input \`registries\`, entry ${index + 1},`, problems, empty));
}
function readItem(item, place, problems, empty) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
        problems.push(`${place} is not a map. ${credentials_EXAMPLE}`);
        return [];
    }
    const before = problems.length;
    const fields = new Map(Object.entries(item));
    for (const key of fields.keys()) {
        if (FIELDS.includes(key))
            continue;
        const near = (0,nearest/* nearest */.p)(key, FIELDS);
        problems.push(`${place} has a field that is not known; ${near === undefined ? credentials_EXAMPLE : `did you mean \`${near}\`?`}`);
    }
    const text = (key) => {
        const value = fields.get(key);
        // `password: ${{ secrets.X }}` of an empty secret is null in YAML.
        if (fields.has(key) && (value === null || (typeof value === "string" && value.trim() === "")))
            return "";
        if (typeof value === "string")
            return value;
        problems.push(`${place} \`${key}\` ${value === undefined ? "is missing" : "is not a text; put it in quotes"}`);
        return "";
    };
    const [registry, username, password] = [registryHost(text("registry")), text("username"), text("password")];
    if (problems.length > before)
        return [];
    const fieldsByName = { registry, username, password };
    const missing = FIELDS.filter((key) => fieldsByName[key] === "").map((key) => `\`${key}\``);
    if (missing.length === 0)
        return [fieldsByName];
    const found = `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} empty`;
    empty.push({
        problem: `${place} ${found}; is the secret set in the repository, and spelt like this?`,
        login: registry === "" ? `of ${place.replace(/,$/, "")}` : `to \`${registry}\``,
        found,
    });
    return [];
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inputs.js











const MINUTE = 60_000;
const DEFAULT_RETRY = 10 * MINUTE;
function readInputs(reader) {
    const common = readCommon(reader);
    // Values of `secrets` may stand in it.
    const verbatim = reader.verbatim("targets");
    const promote = reader.optional("promote");
    const merge = reader.optional("merge");
    const targets = reader.adopt(() => readTargets(verbatim, common), []);
    const logins = readLogins(reader);
    if (promote !== undefined)
        reader.adopt(() => readPromotionSource(promote), undefined, "promote");
    const modes = [
        ...(promote === undefined ? [] : ["promote"]),
        ...(merge === undefined ? [] : ["merge"]),
        ...(reader.boolean("verify", false) ? ["verify"] : []),
    ];
    const inputs = {
        name: reader.string("name"),
        mode: modes[0] ?? "build",
        targets,
        push: inputs_readPush(reader),
        builder: reader.string("builder"),
        credentials: logins.credentials,
        emptyLogins: logins.empty,
        immutableTags: readImmutableTags(reader),
        cacheRef: reader.optional("cache-ref"),
        cacheFolder: reader.optional("cache-folder"),
        cacheMounts: reader.enumeration("cache-mounts", MOUNT_PRESETS, "none"),
        scan: reader.list("scan"),
        maxSize: readSize(reader),
        maxGrowth: readGrowth(reader),
        allowedSecrets: reader.list("allow-secrets"),
        signing: readSigning(reader),
        verification: readVerification(reader, modes.includes("verify")),
        promote,
        byDigest: readByDigest(reader, targets),
        merge,
        retryFor: reader.duration("retry-for", DEFAULT_RETRY),
        dryRun: reader.boolean("dry-run", false),
        token: reader.string("github-token"),
    };
    checkTogether(reader, inputs, modes);
    return Object.freeze(inputs);
}
/** What may also stand in `targets`. */
function readCommon(reader) {
    const texts = TEXT_INPUTS.map((name) => [name, reader.string(name)]);
    const booleans = BOOLEAN_INPUTS.map((name) => [
        name,
        name === "push" ? true : reader.boolean(name, false),
    ]);
    const lists = Object.keys(LIST_INPUTS).map((name) => [
        name,
        inputs_readList(reader, name),
    ]);
    return Object.fromEntries([...texts, ...booleans, ...lists]);
}
function inputs_readList(reader, name) {
    const text = name === "secrets" ? reader.verbatim(name) : reader.string(name);
    return reader.adopt(() => splitList(text, LIST_INPUTS[name]), [], name);
}
function inputs_readPush(reader) {
    return wishOf(reader.enumeration("push", PUSH_WORDS, "auto"));
}
/** docker's recipe for several runners says it by an output: `type=image,push-by-digest=true,push=true`. */
function readByDigest(reader, targets) {
    const isAsked = reader.boolean("by-digest", false);
    const wishes = targets.map(({ inputs }) => outputWish(inputs.outputs).byDigest);
    if (!isAsked && wishes.includes(true) && wishes.includes(false))
        reader.problem("outputs", "pushes one image by digest and another by tags; write `by-digest: true`, or use two steps");
    return isAsked || wishes.includes(true);
}
function readLogins(reader) {
    const [username, password, registries] = [
        reader.string("username"),
        reader.string("password"),
        reader.verbatim("registries"),
    ];
    return reader.adopt(() => readCredentials(username, password, registries), { credentials: [], empty: [] });
}
function readImmutableTags(reader) {
    const patterns = reader.list("immutable-tags");
    const [word] = patterns;
    if (patterns.length <= 1 && (word === undefined || word === "versions" || word === "none"))
        return word ?? "versions";
    for (const pattern of patterns)
        reader.checkGlob("immutable-tags", pattern);
    return patterns;
}
function readSize(reader) {
    const text = reader.optional("max-size");
    const size = text === undefined ? undefined : parseSize(text);
    if (text !== undefined && size === undefined)
        reader.wrong("max-size", text, "a size such as `200 MB`");
    return size;
}
function readGrowth(reader) {
    const text = reader.optional("max-growth");
    const growth = text === undefined ? undefined : parseGrowth(text);
    if (text !== undefined && growth === undefined)
        reader.wrong("max-growth", text, "a percentage such as `5 %` or a size such as `10 MB`");
    return growth;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/post.js





/** Removes credentials, secrets and exported images, also of a run that was cancelled or killed. */
const post = {
    state: state/* gateState */.Zl,
    async run({ gate }, io) {
        const folder = io.temporary(gate);
        const { layouts, private: secrets } = foldersOf(folder);
        removePrivateConfig(folder);
        for (const path of [secrets, layouts, (0,external_node_path_.join)(folder, "scan"), (0,external_node_path_.join)(folder, "mounts")])
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    },
};

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/rendering/shell-text.js
/** A command as it is copied into a shell. */
function shellText(command) {
    return command.map(shellWord).join(" ");
}
function shellWord(word) {
    return /^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/rendering/signature-blocks.js



const SIGNED = {
    failed: `${mark/* MARK */.M.broken} failed`,
    signed: `${mark/* MARK */.M.pass} signed`,
    verified: `${mark/* MARK */.M.pass} verified`,
    there: `${mark/* MARK */.M.neutral} there already`,
};
/** What became of each signature, and how anybody checks it. */
function signatureBlocks(images) {
    const all = images.flatMap(({ signatures: each }) => each);
    if (all.length === 0)
        return [];
    const groups = Map.groupBy(all, ({ state, subject, identity, problem }) => [state, subject, identity, problem].join(" "));
    const rows = [...groups.values()].map((group) => {
        const { state, subject, identity, problem } = group[0];
        const [name = "", digest] = subject.split("@");
        return [
            problem === undefined ? SIGNED[state] : { strong: SIGNED[state] },
            // A digest that was asked for is a part of the question.
            { code: digest === undefined || state === "verified" ? subject : name },
            [
                group.map(({ format }) => format).join(", "),
                ...(identity === undefined ? [] : [" by ", { code: identity }]),
                ...(problem === undefined ? [] : [": ", ...(0,prose/* prose */.C)(problem)]),
            ],
        ];
    });
    const columns = [{ header: "Signature" }, { header: "Image" }, { header: "Form" }];
    return [{ kind: "table", columns, rows, noun: "signatures", weight: 1 }, ...verification(all)];
}
/** One command for each image by its digest: that one of its two forms holds is enough for cosign. */
function verification(signatures) {
    const holding = signatures.filter(({ state, subject }) => state !== "failed" && subject.includes("@"));
    const commands = new Set(holding.map((signature) => shellText(cosignCommand(signature))));
    if (commands.size === 0)
        return [];
    return [
        {
            kind: "details",
            summary: "Verify with cosign",
            blocks: [{ kind: "code", language: "sh", text: [...commands].join("\n"), weight: 2 }],
        },
    ];
}
/** Key signatures are in no transparency log, which cosign must be told. */
function cosignCommand({ subject, identity, issuer }) {
    const by = identity === undefined || issuer === undefined
        ? ["--key", "cosign.pub", "--insecure-ignore-tlog=true"]
        : ["--certificate-identity", identity, "--certificate-oidc-issuer", issuer];
    return ["cosign", "verify", ...by, subject];
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/render.js







/** The report of a plan, or of what became of it. Pure. */
function render(result) {
    const { images, notes, warnings } = result;
    return {
        title: result.dryRun ? "Images (dry run)" : "Images",
        summary: [
            ...refusals(images),
            ...scans(images),
            ...(result.checked === null ? [render_references(images)] : []),
            ...imageTable(images),
            ...signatureBlocks(images),
            ...steps(images),
            ...(warnings.length === 0
                ? []
                : [
                    render_list("warnings", warnings.map(({ message, file, line }) => file === undefined ? message : `\`${file}${line === undefined ? "" : `:${line}`}\` ${message}`)),
                ]),
            ...(notes.length === 0 ? [] : [render_list("notes", notes)]),
            ...commands(result),
        ],
        annotations: annotations(result),
        outputs: outputs(result),
        files: files(result),
    };
}
/** Why nothing left, one line for each reason: the headline has the first of each image. */
function refusals(images) {
    const all = images.flatMap(({ refusals: each, name }) => each.map((text) => (images.length === 1 ? text : `${name}: ${text}`)));
    return all.length === 0 ? [] : [render_list("reasons", all)];
}
const render_list = (noun, texts) => ({
    kind: "list",
    items: [...new Set(texts)].map(prose/* prose */.C),
    noun,
    weight: 2,
});
function scans(images) {
    return images.flatMap(({ name, scanOutput }) => scanOutput.length === 0
        ? []
        : [
            {
                kind: "details",
                summary: `The last lines of the scan${images.length === 1 ? "" : ` of ${name}`}`,
                blocks: [{ kind: "code", text: scanOutput.join("\n"), weight: 3 }],
            },
        ]);
}
/** The worst first. */
const STATES = {
    failed: `${mark/* MARK */.M.broken} failed`,
    refused: `${mark/* MARK */.M.fail} refused`,
    "not tried": `${mark/* MARK */.M.unknown} not tried`,
    pushed: `${mark/* MARK */.M.pass} pushed`,
    moved: `${mark/* MARK */.M.pass} moved`,
    unchanged: `${mark/* MARK */.M.neutral} unchanged`,
    planned: `${mark/* MARK */.M.neutral} planned`,
};
/** A row for each repository and state; what went wrong with a tag has a row of its own. */
function render_references(images) {
    const order = Object.keys(STATES);
    const all = images
        .flatMap(({ references: each }) => each)
        .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
    if (all.length === 0)
        return { kind: "paragraph", text: "No tag was set." };
    const groups = Map.groupBy(all, ({ state, reference, problem }) => problem === undefined ? `${state} ${render_placeOf(reference).repository}` : reference);
    const rows = [...groups.values()].map((group) => {
        const { state, reference, problem } = group[0];
        const { repository } = render_placeOf(reference);
        const tags = group.flatMap(({ reference: each }, at) => [at === 0 ? "" : " ", { code: render_placeOf(each).tag }]);
        if (problem === undefined)
            return [STATES[state], { code: repository }, tags];
        return [{ strong: STATES[state] }, { code: repository }, [...tags, ": ", ...(0,prose/* prose */.C)(problem)]];
    });
    const columns = [{ header: "Result" }, { header: "Repository" }, { header: "Tags" }];
    return { kind: "table", columns, rows, noun: "repositories", weight: 1 };
}
/** `name:tag`, or `name@digest` where there is no tag. */
function render_placeOf(reference) {
    const [, repository = reference, tag = ""] = /^(.*?)(?:@|:)((?:sha\d+:)?[^/:@]+)$/.exec(reference) ?? [];
    return { repository, tag };
}
function imageTable(images) {
    const built = images.filter(({ digest }) => digest !== null);
    if (built.length === 0)
        return [];
    const rows = built.map(({ name, digest, platforms, size, previousSize, attestations }) => [
        name,
        size === null ? "" : `${sizeText(size)}${delta(size, previousSize)}`,
        platforms.join(", "),
        attestations.join(", ") || "none",
        { code: shortDigest(digest) },
    ]);
    const columns = [
        { header: "Image" },
        { header: "Size", align: "right" },
        { header: "Platforms" },
        { header: "Attestations" },
        { header: "Digest" },
    ];
    const whole = built.flatMap(({ repositories, name, digest, pushes }) => pushes ? repositories.map((repository) => ({ code: `${repository}@${digest}` })) : [{ code: `${name}@${digest}` }]);
    return [
        { kind: "table", columns, rows, noun: "images", weight: 1 },
        {
            kind: "details",
            summary: built.length === 1 ? "The whole digest" : "Whole digests",
            blocks: [{ kind: "list", items: whole, noun: "digests", weight: 3 }],
        },
    ];
}
/** As docker shows it. */
const shortDigest = (digest) => digest.replace(/^(sha\d+:[0-9a-f]{12})[0-9a-f]+$/, "$1");
function delta(size, before) {
    if (before === null)
        return "";
    if (before === size)
        return " (as before)";
    return ` (${size > before ? "+" : "-"}${sizeText(Math.abs(size - before))})`;
}
function steps(images) {
    return images.flatMap(({ name, steps: counts }) => {
        if (counts === null)
            return [];
        const { cached, built, slowest, missed } = counts;
        const summary = `${images.length === 1 ? "" : `${name}: `}${(0,quantity.counted)(cached, "step")} from the cache, ${built} built`;
        const items = [
            ...(missed === null ? [] : [["First step without a cache: ", ...(0,prose/* prose */.C)(missed)]]),
            ...slowest.map(({ name: step, seconds }) => [`${seconds.toFixed(1)} s `, { code: step }]),
        ];
        if (items.length === 0)
            return [{ kind: "paragraph", text: summary }];
        return [{ kind: "details", summary, blocks: [{ kind: "list", items, noun: "steps", weight: 3 }] }];
    });
}
/** What a dry run is for. */
function commands({ dryRun, commands: all, bakeFile }) {
    if (!dryRun || all.length === 0)
        return [];
    return [
        { kind: "heading", level: 3, text: "What would run" },
        {
            kind: "code",
            language: "sh",
            text: all.map(shellText).join("\n"),
            weight: 1,
        },
        ...(bakeFile === null ? [] : [{ kind: "code", language: "json", text: bakeFile, weight: 3 }]),
    ];
}
function annotations({ warnings }) {
    return warnings.map(({ message, file, line, endLine }) => ({
        level: "warning",
        title: "Images",
        message,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
        ...(endLine !== undefined && { endLine }),
    }));
}
function outputs(result) {
    const { verdict, images, metadata, json, dryRun } = result;
    const [first] = images;
    const isThere = dryRun ? isPlanned : stands;
    const done = images.flatMap(({ references: all }) => all.filter(isThere).map(({ reference }) => reference));
    const subjects = images.flatMap(({ digest, repositories, references: all, pushes }) => digest === null || !pushes || !hasLeft(result) || !all.every(isThere)
        ? []
        : repositories.map((repository) => `${repository}@${digest}`));
    return {
        verdict,
        digest: first?.digest ?? "",
        digests: JSON.stringify(Object.fromEntries(images.map(({ name, digest }) => [name, digest]))),
        tags: done.join("\n"),
        version: first?.version ?? "",
        imageid: first?.imageId ?? "",
        metadata: metadata === null ? "" : JSON.stringify(metadata),
        json: json === null ? "" : JSON.stringify(json),
        subjects: subjects.join("\n"),
    };
}
/** What a later step may use: what stands on the registry, or would after a dry run. */
const stands = ({ state }) => state === "pushed" || state === "moved" || state === "unchanged";
const isPlanned = ({ state }) => state === "planned";
/** One refusal keeps all images from leaving. */
const hasLeft = ({ images, failure }) => failure === null && images.every(({ refusals }) => refusals.length === 0);
function files(result) {
    const digests = result.images.flatMap((image) => {
        const content = digestFile(image, result);
        return content === undefined || !image.pushes || !hasLeft(result) || !image.references.every(stands)
            ? []
            : [{ image, content }];
    });
    return [
        { name: "result.json", content: `${JSON.stringify(result, undefined, 2)}\n`, output: "result-file" },
        ...digests.map(({ image, content }, at) => ({
            name: `digest-${image.name}-${(image.platforms[0] ?? "").replaceAll("/", "-")}.json`,
            content,
            ...(at === 0 && { output: "digest-file" }),
        })),
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/main.js






const dockerBuildPush = {
    name: "docker-build-push",
    title: "Images",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    execute: execute,
    render: render,
    publication: ({ name, token }) => ({ name, token, comment: false }),
    post: post,
};


/***/ })

};
