export const id = 564;
export const ids = [564];
export const modules = {

/***/ 69564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dockerBuildPush: () => (/* binding */ dockerBuildPush)
});

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

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(84164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(78439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(18878);
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
const STORE_SETTING = 'Set `"features": {"containerd-snapshotter": true}` in /etc/docker/daemon.json and restart Docker, ' +
    "or use docker/setup-buildx-action before this step, which makes a builder that has it.";
/** @throws UserError that names what is missing and the remedy. */
function readEngine({ version, inspect, info }) {
    const buildx = buildxVersion(version);
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
        problems.push(`The Docker engine ${engine.server ?? ""} cannot export images: it has no containerd image store. ${STORE_SETTING}`);
    else if (several && !engine.multiPlatform)
        problems.push(`platforms: the Docker engine builds one platform only: it has no containerd image store. ${STORE_SETTING}`);
    if (several && needs.load && engine.driver !== "docker")
        problems.push(`load: the driver \`${engine.driver}\` cannot load an image of ${needs.platforms.length} platforms. Load one platform, or use the \`docker\` driver.`);
    if (needs.hosts && compareVersions(engine.buildx, MINIMUM_BUILDX_FOR_HOSTS) < 0)
        problems.push(`add-hosts: bake of buildx ${engine.buildx} does not have it. Install buildx ${MINIMUM_BUILDX_FOR_HOSTS} or newer.`);
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
function buildxVersion(answer) {
    if (answer === undefined)
        throw new user_error/* UserError */.y("docker is not installed, or not in PATH. Install Docker 23 or newer on the runner.");
    if (answer.exitCode !== 0)
        throw new user_error/* UserError */.y(isDaemonDown(answer.stderr)
            ? daemonDown(answer.stderr)
            : `\`docker buildx version\` failed: ${firstLine(answer.stderr)}. Install the plugin docker-buildx ${MINIMUM_BUILDX} or newer, or use docker/setup-buildx-action before this step.`);
    const version = /\bv?(\d+\.\d+\.\d+)/.exec(answer.stdout.split(/\s+/).slice(1).join(" "))?.[1];
    // A build from source says its commit only. Nothing says that it is too old.
    if (version === undefined)
        return MINIMUM_BUILDX;
    if (compareVersions(version, MINIMUM_BUILDX) < 0)
        throw new user_error/* UserError */.y(`buildx ${version} is too old: before ${MINIMUM_BUILDX} the credentials of a cache end in traces (CVE-2025-0495). Install a newer docker-buildx, or use docker/setup-buildx-action before this step.`);
    return version;
}
function builderOf(answer) {
    const text = answer?.stdout ?? "";
    const error = /^Error:\s+(.*)$/m.exec(text)?.[1] ?? (answer?.exitCode === 0 ? undefined : firstLine(answer?.stderr ?? ""));
    if (error !== undefined && isDaemonDown(error))
        throw new user_error/* UserError */.y(daemonDown(error));
    const missing = /no builder "([^"]*)" found/.exec(error ?? "")?.[1];
    if (missing !== undefined)
        throw new user_error/* UserError */.y(`builder: there is no builder \`${missing}\`. \`docker buildx ls\` shows those that exist; leave \`builder\` empty for the current one.`);
    if (error !== undefined)
        throw new user_error/* UserError */.y(`\`docker buildx inspect\` failed: ${error}. Is the builder running?`);
    const driver = /^Driver:[ \t]+(\S+)/m.exec(text)?.[1];
    if (driver === undefined)
        throw new user_error/* UserError */.y("`docker buildx inspect` names no driver. Is the builder running?");
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
        throw new user_error/* UserError */.y(daemonDown(answer?.stderr ?? "`docker info` gave no answer"));
    let info;
    try {
        info = (0,json.parseJson)([new TextEncoder().encode(answer.stdout)]);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new user_error/* UserError */.y(`The answer of \`docker info --format json\` ${error.message}. Install Docker 23 or newer.`);
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
function isDaemonDown(text) {
    return /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|permission denied while trying to connect/i.test(text);
}
function daemonDown(reason) {
    const remedy = /permission denied/i.test(reason)
        ? "Add the runner's user to the group `docker`, or set DOCKER_HOST to a daemon that it may use."
        : "Start Docker on the runner, or set DOCKER_HOST to a running daemon.";
    return `The Docker daemon does not answer: ${firstLine(reason)}. ${remedy}`;
}
function firstLine(text) {
    const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "no reason given";
    return line
        .trim()
        .replace(/^ERROR:\s*/, "")
        .replace(/[\u0000-\u001f\u007f]+/g, " ")
        .replace(/\.$/, "")
        .slice(0, 300);
}
/** Of `1.2.3` alone; what follows is ignored. */
function compareVersions(a, b) {
    const numbers = (version) => version.split(/[.+-]/, 3).map(Number);
    const [left, right] = [numbers(a), numbers(b)];
    return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/environment.js
var process_environment = __webpack_require__(84959);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js + 2 modules
var process_process = __webpack_require__(69827);
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
    return Object.fromEntries(Object.entries(picked).filter((entry) => entry[1] !== undefined));
}
/** Milliseconds that docker may take to say something about itself. */
const ANSWER_TIME = 60_000;
/** Asks docker. @returns undefined when it cannot be started. */
async function askDocker(args, workspace, environment) {
    try {
        const options = { cwd: workspace, environment: dockerEnvironment(environment), timeout: ANSWER_TIME };
        const { exitCode, stdout, stderr } = await (0,process_process.runProcess)("docker", args, options);
        return { exitCode: exitCode ?? 1, stdout: stdout.toString(), stderr };
    }
    catch (error) {
        const { cause } = error;
        if (cause?.code === "ENOENT")
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/probe-engine.js


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

;// CONCATENATED MODULE: ./build/js/packages/images/src/quoted.js
const MAX_QUOTED = 100;
/** Untrusted text for an error: in quotes, cut at 100 characters, control characters escaped. */
function quoted_quoted(text) {
    return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/image-digest.js

/** Hexadecimal digits of each algorithm that OCI registers and registries accept. */
const DIGITS = { sha256: 64, sha512: 128 };
/** What is wrong with `sha256:…` or `sha512:…`, and what to write; undefined if nothing is. */
function digestProblem(digest) {
    const colon = digest.indexOf(":");
    const algorithm = colon === -1 ? digest : digest.slice(0, colon);
    const digits = Object.hasOwn(DIGITS, algorithm) ? DIGITS[algorithm] : undefined;
    const what = `the digest ${quoted_quoted(digest)}`;
    if (colon === -1 || digits === undefined)
        return `${what} must begin with sha256: or sha512:`;
    const hex = digest.slice(colon + 1);
    if (hex.length !== digits)
        return `${what} has ${hex.length} digits after ${algorithm}:; it must have ${digits}`;
    if (!/^[0-9a-f]+$/.test(hex))
        return `${what} may hold only the digits 0-9 and a-f, in lower case`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/repository-name.js

/** Characters of a path, without the registry (distribution/reference: RepositoryNameTotalLengthMax). */
const MAX_REPOSITORY_CHARACTERS = 255;
/** `[a-z0-9]+` parts, joined by one `.`, one or two `_`, or any number of `-`. */
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const HOST_PART = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
/** What is wrong with the path of a repository (`acme/app`), and what to write; undefined if nothing is. */
function repositoryProblem(path) {
    if (path.length > MAX_REPOSITORY_CHARACTERS) {
        return `the repository ${quoted_quoted(path)} has ${path.length} characters; it may have at most ${MAX_REPOSITORY_CHARACTERS}`;
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
    const what = component === path ? `the repository ${quoted_quoted(path)}` : `${quoted_quoted(component)} in ${quoted_quoted(path)}`;
    if (component === "")
        return `the repository ${quoted_quoted(path)} has an empty part; write names between single slashes`;
    if (/[A-Z]/.test(component))
        return `${what} has upper-case letters; write ${quoted_quoted(path.toLowerCase())}`;
    const stranger = /[^a-z0-9._-]/u.exec(component);
    if (stranger !== null) {
        return `${what} holds ${quoted_quoted(stranger[0])}; write only a-z, 0-9, and single ".", "_", "__" or "-" between them`;
    }
    if (/^[._-]/.test(component))
        return `${what} begins with ${quoted_quoted(component[0])}; begin with a letter or a digit`;
    if (/[._-]$/.test(component))
        return `${what} ends with ${quoted_quoted(component.at(-1))}; end with a letter or a digit`;
    const [run] = /[._-]*\.[._-]+|_{3,}|_+-[._-]*|-+[._][._-]*|_+\.[._-]*/.exec(component) ?? [""];
    return `${what} has ${quoted_quoted(run)} between two letters or digits; write one ".", "_", "__", or "-"`;
}
/** What is wrong with a registry (`ghcr.io`, `localhost:5000`, `[::1]:5000`); undefined if nothing is. */
function registryProblem(registry) {
    const what = `the registry ${quoted_quoted(registry)}`;
    const [, host = registry, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(registry) ?? [];
    if (port !== undefined && !/^[0-9]+$/.test(port))
        return `${what} has no valid port; write host:port, such as localhost:5000`;
    if (port !== undefined && (port.length > 5 || Number(port) < 1 || Number(port) > 65535)) {
        return `${what} has the port ${quoted_quoted(port)}; a port is a number from 1 to 65535`;
    }
    if (host.startsWith("[")) {
        return isAddress(host.slice(1, -1))
            ? undefined
            : `${what} is not a valid IPv6 address; write one such as [::1]:5000`;
    }
    const wrong = host.split(".").find((part) => !HOST_PART.test(part));
    if (wrong === undefined)
        return undefined;
    const part = wrong === "" ? "an empty part" : `the part ${quoted_quoted(wrong)}`;
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/tag-name.js

/** Of the distribution grammar: `[\w][\w.-]{0,127}`. */
const MAX_TAG_CHARACTERS = 128;
/** What is wrong with a tag, and what to write; undefined if nothing is. */
function tagProblem(tag) {
    const what = `the tag ${quoted_quoted(tag)}`;
    if (tag === "")
        return "the tag is empty; write a name, such as 1.2.3";
    if (tag.length > MAX_TAG_CHARACTERS) {
        return `${what} has ${tag.length} characters; a tag has at most ${MAX_TAG_CHARACTERS}`;
    }
    const stranger = /[^\w.-]/u.exec(tag);
    if (stranger !== null) {
        return `${what} holds ${quoted_quoted(stranger[0])}; a tag may hold only letters, digits, "_", "." and "-"`;
    }
    if (/^[.-]/.test(tag))
        return `${what} begins with ${quoted_quoted(tag[0])}; a tag begins with a letter, a digit or "_"`;
    return undefined;
}
/** Every run of characters that a tag cannot hold becomes one `-`, as metadata-action does it. The result may still be no tag. */
function tagFrom(text) {
    return text.replace(/[^a-zA-Z0-9._-]+/g, "-");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/reference.js





/** Docker Hub, as references name it; its API is at registry-1.docker.io. */
const reference_DOCKER_HUB = "docker.io";
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
        throw new user_error/* UserError */.y(`${quoted_quoted(text)} is not an image: ${reference}`);
    const { registry, repository, tag, digest } = reference;
    const name = text.slice(0, text.length - suffixOf(reference).length);
    const advice = `write ${quoted_quoted(name)} here`;
    if (digest !== undefined)
        throw new user_error/* UserError */.y(`${quoted_quoted(text)} is not an image: it has a digest; ${advice}`);
    if (tag !== undefined) {
        throw new user_error/* UserError */.y(`${quoted_quoted(text)} is not an image: it has the tag ${quoted_quoted(tag)}; ${advice}, and the tag in \`tags\``);
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
    if (registry !== reference_DOCKER_HUB)
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
        throw new user_error/* UserError */.y(`${quoted_quoted(text)} is not an image reference: ${reference}`);
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
        return `${quoted_quoted(named)} is a registry without a repository; write ${quoted_quoted(`${named}/owner/name`)}`;
    }
    const place = placeOf(name);
    const problem = registryProblem(place.registry) ??
        repositoryProblem(place.repository) ??
        (tag === undefined ? undefined : tagProblem(tag)) ??
        (digest === undefined ? undefined : digestProblem(digest));
    return problem ?? { ...place, tag, digest };
}
function formProblem(text) {
    if (text === "")
        return "it is empty; write registry/owner/name, such as ghcr.io/acme/app";
    if (text.length > MAX_CHARACTERS)
        return `it has ${text.length} characters`;
    const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text) ?? [];
    if (scheme !== undefined)
        return `it begins with ${quoted_quoted(scheme)}; write ${quoted_quoted(text.slice(scheme.length))}`;
    if (/\s/.test(text))
        return "it holds white space; write one reference without spaces";
    if (text.startsWith("/"))
        return `it begins with a slash; write ${quoted_quoted(text.replace(/^\/+/, ""))}`;
    if (text.endsWith("/"))
        return `it ends with a slash; write ${quoted_quoted(trimSlashes(text))}`;
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
        return { registry: reference_DOCKER_HUB, repository: first === "" ? "" : `${OFFICIAL}${first}` };
    if (!isHost)
        return { registry: reference_DOCKER_HUB, repository: name };
    const host = first.toLowerCase();
    const path = name.slice(slash + 1);
    const registry = host === LEGACY_DOCKER_HUB ? reference_DOCKER_HUB : host;
    const isOfficial = registry === reference_DOCKER_HUB && !path.includes("/") && path !== "";
    return { registry, repository: isOfficial ? `${OFFICIAL}${path}` : path };
}
/** Registries that people write alone by mistake. Docker would take `ghcr.io` as docker.io/library/ghcr.io. */
const KNOWN_REGISTRY = /^(?:docker\.io|index\.docker\.io|ghcr\.io|quay\.io|registry\.gitlab\.com|(?:[a-z0-9-]+\.)?gcr\.io|[a-z0-9-]+\.azurecr\.io|[a-z0-9-]+\.pkg\.dev|[a-z0-9.-]+\.amazonaws\.com|localhost)$/i;

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
    throw new user_error/* UserError */.y(`the time zone ${quoted_quoted(zone)} has no abbreviation for z; write ZZ for its distance from UTC`);
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
    throw new user_error/* UserError */.y(`${quoted_quoted(zone)} is not a time zone; write a name of the IANA database, such as tz='Europe/Berlin'`);
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
        throw new user_error/* UserError */.y(`{{${name}}} does not know ${quoted_quoted(stranger)}; it takes tz='UTC'`);
    return formatDate(instant, format, named.get("tz") ?? "UTC");
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/nearest.js
var nearest = __webpack_require__(44574);
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
            return new user_error/* UserError */.y(`${quoted_quoted(this.#text.slice(start))} has no end; write }} after the expression`);
        const expression = this.#text.slice(start, close + 2);
        const sign = /^\{\{~?\{?\s*([#^/>*(!])/.exec(expression)?.[1];
        if (sign !== undefined) {
            return new user_error/* UserError */.y(`${quoted_quoted(expression)} is a block, comment, partial or nested expression; only {{name}} and {{name 'value' key='value'}} are read here`);
        }
        return new user_error/* UserError */.y(`${quoted_quoted(expression)} is not an expression; write {{name}}, such as {{branch}} or {{date 'YYYYMMDD'}}`);
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
const ANNOTATION_LEVELS = (/* unused pure expression or super */ null && (["manifest", "index", "manifest-descriptor", "index-descriptor"]));
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
            throw new UserError(`${quoted(level)} is not a level of annotations; write ${ANNOTATION_LEVELS.join(", ")}`);
        }
    }
    return levels;
}
/** `level:name=value` lines, as `--annotation` takes them. */
function annotationLines(annotations, levels) {
    return levels.flatMap((level) => labelLines(annotations).map((line) => `${level}:${line}`));
}

// EXTERNAL MODULE: ./node_modules/@renovate/pep440/index.js
var pep440 = __webpack_require__(25518);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/version.js


/** As the semver package limits it, so that no reading is slow. */
const version_MAX_CHARACTERS = 256;
/** @returns undefined for what is not a version by https://semver.org, with or without a `v` */
function parseSemver(text) {
    const parsed = semver.parse(text);
    if (parsed === null)
        return undefined;
    const { raw, version, prerelease, build, major, minor, patch } = parsed;
    const isStable = prerelease.length === 0;
    return {
        scheme: "semver",
        raw,
        clean: version,
        isStable,
        isFinal: isStable,
        numbers: { major, minor, patch },
        build,
    };
}
/** @returns undefined for what is not a version by PEP 440 */
function parsePep440(text) {
    if (text.length > version_MAX_CHARACTERS)
        return undefined;
    const parsed = pep440.explain(text);
    const clean = pep440.clean(text);
    if (parsed === null || clean === null)
        return undefined;
    const [major = 0, minor = 0, patch = 0] = parsed.release;
    const isStable = !parsed.is_prerelease && !parsed.is_devrelease;
    const isFinal = isStable && !parsed.is_postrelease;
    return { scheme: "pep440", raw: text, clean, isStable, isFinal, numbers: { major, minor, patch }, build: [] };
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
    return a.scheme === "semver" ? semver.compare(a.clean, b.clean) : pep440.compare(a.clean, b.clean);
}
/** What `{{…}}` may name in the pattern of `type=semver` and `type=pep440`. */
const VERSION_NAMES = {
    semver: ["raw", "version", "major", "minor", "patch", "prerelease", "build"],
    pep440: ["raw", "version", "major", "minor", "patch"],
};
function versionExpressions({ raw, clean, numbers, build }) {
    return {
        raw: () => raw,
        version: () => clean,
        major: () => String(numbers.major),
        minor: () => String(numbers.minor),
        patch: () => String(numbers.patch),
        // A pre-release ignores the pattern, so there is never one to write.
        prerelease: () => "",
        build: () => build.join(","),
    };
}

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
        return { moves: false, reason: `${quoted_quoted(greater.raw)} is greater than ${quoted_quoted(version.raw)}` };
    }
    return { moves: true, reason: `no stable version is greater than ${quoted_quoted(version.raw)}` };
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
        return { moves: true, reason: `${quoted_quoted(latest.source)} asks for it` };
    const [first] = plan.tags;
    const series = { prefix: first?.prefix ?? "", suffix: first?.suffix ?? "" };
    const known = highest([
        ...seriesVersions(standing.registry, series, versionOfName),
        ...seriesVersions(standing.git, { prefix: "", suffix: "" }, versionOfName),
    ]);
    if (known === undefined)
        return { moves: true, reason: "no stable version stands yet" };
    return { moves: false, reason: `${quoted_quoted(plan.version)} is not a version, and ${quoted_quoted(known.raw)} is` };
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/tag-rule.js







/** What metadata-action takes if `tags` is empty. */
const DEFAULT_TAGS = ["type=schedule", "type=ref,event=branch", "type=ref,event=tag", "type=ref,event=pr"];
const COMMON_KEYS = ["type", "enable", "priority", "prefix", "suffix"];
const TYPES = {
    schedule: { priority: 1000, keys: ["pattern"] },
    semver: { priority: 900, keys: ["pattern", "value", "match"] },
    pep440: { priority: 900, keys: ["pattern", "value", "match"] },
    match: { priority: 800, keys: ["pattern", "group", "value"] },
    edge: { priority: 700, keys: ["branch"] },
    ref: { priority: 600, keys: ["event"] },
    raw: { priority: 200, keys: ["value"] },
    sha: { priority: 100, keys: ["format"], prefix: "sha-" },
};
const TYPE_NAMES = Object.keys(TYPES);
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
        const prefix = TYPES[this.#type].prefix ?? (this.#type === "ref" && event === "pr" ? "pr-" : undefined);
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
            return TYPES[this.#type].priority;
        const priority = Number(text);
        if (Number.isNaN(priority))
            throw new user_error/* UserError */.y(`${quoted_quoted(`priority=${text}`)} is not a number`);
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
            throw new user_error/* UserError */.y(`${quoted_quoted(`group=${group}`)} is not a number; write group=1`);
        return group;
    }
    #notes() {
        const known = [...COMMON_KEYS, ...TYPES[this.#type].keys];
        return [...this.#attributes.keys()]
            .filter((key) => !known.includes(key))
            .map((key) => {
            if (key === "value")
                return `${quoted_quoted(this.#attributes.get(key))} is ignored: type=${this.#type} takes no value`;
            const near = (0,nearest/* nearest */.p)(key, known);
            return `${quoted_quoted(key)} is ignored: type=${this.#type} does not know it${near === undefined ? "" : `; did you mean ${near}?`}`;
        });
    }
}
function regExp(key, source, flags) {
    try {
        return new RegExp(source, flags);
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${quoted_quoted(`${key}=${source}`)} is not a regular expression`, { cause: error });
    }
}
function oneOf(key, text, words) {
    const word = words.find((each) => each === text);
    if (word !== undefined)
        return word;
    const near = (0,nearest/* nearest */.p)(text, words);
    const remedy = near === undefined ? `write one of ${words.join(", ")}` : `did you mean ${near}?`;
    throw new user_error/* UserError */.y(`${quoted_quoted(`${key}=${text}`)} is not known; ${remedy}`);
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
        return { note: `${found.note ?? ""}${quoted_quoted(text)} is not a version by ${where}` };
    }
    return { text: versionText(rule.pattern, version), isLatest: version.isFinal, version };
}
/** A pre-release is frequent and breaks things: it never becomes `1.2` or `1`. */
function versionText(pattern, version) {
    if (version.isFinal)
        return renderTemplate(pattern, versionExpressions(version));
    return isOnly(pattern, "raw") ? version.raw : version.clean;
}
/** The part of a git tag that `match` puts in parentheses. */
function partOf({ match }, source) {
    if (match === undefined)
        return { text: source };
    const found = match.exec(source);
    if (found === null)
        return { text: source, note: `${quoted_quoted(`match=${match.source}`)} does not match ${quoted_quoted(source)}, and ` };
    const [, group] = found;
    if (group !== undefined)
        return { text: group };
    throw new user_error/* UserError */.y(`${quoted_quoted(`match=${match.source}`)} gives no group for ${quoted_quoted(source)}; put the version in parentheses`);
}
function matchValue(rule, scope) {
    const source = sourceOf(rule.value, scope);
    if (source === undefined)
        return undefined;
    // A pattern with the flag y or g keeps its place between uses, so each use has its own.
    const found = source.match(new RegExp(rule.pattern));
    if (found === null)
        return { note: `${quoted_quoted(`pattern=${rule.pattern.source}`)} does not match ${quoted_quoted(source)}` };
    const number = Number(rule.group);
    const text = String(number) === rule.group ? found[number] : undefined;
    if (text === undefined) {
        return {
            note: `${quoted_quoted(`pattern=${rule.pattern.source}`)} has no group ${quoted_quoted(rule.group)} for ${quoted_quoted(source)}`,
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
                this.#notes.push(`\`tags\` line ${quoted_quoted(rule.line)}: ${note}`);
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
            this.#problems.push(`\`tags\` line ${quoted_quoted(line)}: ${error.message}`);
        }
    }
    #apply(rule) {
        if (!this.#isEnabled(rule))
            return;
        const value = tagValue(rule, this.#scope);
        if (value === undefined)
            return;
        if ("note" in value)
            this.#notes.push(`\`tags\` line ${quoted_quoted(rule.line)}: ${value.note}`);
        else
            this.#add(rule, value);
    }
    #isEnabled(rule) {
        const enabled = this.#render(rule.enable);
        if (enabled === "true" || enabled === "false")
            return enabled === "true";
        throw new user_error/* UserError */.y(`enable gives ${quoted_quoted(enabled)}; it must give true or false`);
    }
    #add(rule, value) {
        const prefix = this.#render(rule.prefix ?? this.#flavor.prefix);
        const suffix = this.#render(rule.suffix ?? this.#flavor.suffix);
        const whole = `${prefix}${value.text}${suffix}`;
        if (whole === "")
            return;
        const name = tagFrom(whole);
        const problem = tagProblem(name) ?? this.#shadowProblem(rule, value, name);
        if (problem !== undefined)
            throw new user_error/* UserError */.y(`${quoted_quoted(whole)} cannot be a tag: ${problem}. ${REMEDY}`);
        this.#isLatest ??= this.#flavor.latest === "auto" ? value.isLatest : this.#flavor.latest === "true";
        if (this.#names.has(name))
            return;
        this.#names.add(name);
        this.#tags.push({
            name,
            source: rule.line,
            prefix: tagFrom(prefix),
            suffix: tagFrom(suffix),
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
        const name = tagFrom(`${prefix}latest${suffix}`);
        const problem = tagProblem(name);
        if (problem !== undefined)
            throw new user_error/* UserError */.y(`${problem}. Give \`flavor\` another prefix or suffix`);
        this.#tags.push({
            name,
            source: "latest of flavor",
            prefix: tagFrom(prefix),
            suffix: tagFrom(suffix),
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
    return isWhole && parsePep440(text)?.clean === version.clean;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/metadata.js





const DEFAULT_METADATA_OPTIONS = {
    shortShaLength: SHORT_SHA_LENGTH,
    annotationLevels: ["manifest"],
};
/**
 * Decides everything that an image is called and labelled.
 *
 * @param standing the tags that stand, so that `latest` only moves to the highest stable version. Undefined: `latest` goes
 *   wherever metadata-action puts it.
 * @throws UserError with every tag that would not be valid
 */
function imageMetadata(inputs, context, options = DEFAULT_METADATA_OPTIONS, standing) {
    const { shortShaLength, annotationLevels } = options;
    const planned = planTags(inputs.rules, inputs.flavor, context, shortShaLength);
    const latest = standing === undefined ? undefined : decideLatest(planned, standing, tagOf(context.ref));
    const plan = latest === undefined ? planned : withLatest(planned, latest);
    const expressions = globalExpressions(context, shortShaLength);
    return {
        images: inputs.images,
        namesImages: inputs.namesImages,
        plan,
        latest,
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
    throw new UserError(`${JSON.stringify(text)} is not a length for short commits; write a whole number such as 12`);
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/list-values.js


/** The rules of most lists: one value a line, `#` begins a comment. */
const LINES = { commas: false, comments: true, trim: true, quotes: true };
/**
 * Splits a list as docker's actions do (Util.getList of actions-toolkit): lines, and commas if `commas`; quotes around a
 * value let it hold line breaks, commas and doubled quotes. An empty value is left out.
 *
 * @param input the name of the input, for errors
 * @throws UserError for a quote that is never closed
 */
function splitList(input, text, rules) {
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
            throw new user_error/* UserError */.y(`\`${input}\` ${error.message}`, { cause: error });
        throw error;
    }
}
/** Even quoted, a value that stands alone on its line is split at its commas. */
function valuesOf(record, commas) {
    if (!commas)
        return [record.join(",")];
    return record.length === 1 ? record[0].split(",") : record;
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
                throw new user_error/* UserError */.y(`${quoted_quoted(`latest=${value}`)} is not known; write latest=auto, latest=true or latest=false`);
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
                throw new user_error/* UserError */.y(`${quoted_quoted(`onlatest=${value}`)} is not known; write onlatest=true or onlatest=false`);
            }
            if (last === "")
                return {};
            return { [last === "prefix" ? "prefixesLatest" : "suffixesLatest"]: value === "true" };
        default:
            throw new user_error/* UserError */.y(`${quoted_quoted(key ?? value)} is not known; write ${KEYS.map((each) => `${each}=`).join(", ")}`);
    }
}

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
            throw new user_error/* UserError */.y(`${quoted_quoted(key)} is not known; write name= and enable=`);
    }
    const [name, other] = names;
    if (other !== undefined) {
        throw new user_error/* UserError */.y(`it names two images, ${quoted_quoted(name)} and ${quoted_quoted(other)}; write each on a line of its own`);
    }
    if (name === undefined || name === "")
        throw new user_error/* UserError */.y("it has no name; write name=ghcr.io/acme/app");
    return isEnabled ? [entryOf(name)] : [];
}
function entryOf(written) {
    const name = written.toLowerCase();
    return { name, ...parseImageName(name) };
}
function booleanOf(value) {
    if (value !== "true" && value !== "false") {
        throw new user_error/* UserError */.y(`${quoted_quoted(`enable=${value}`)} is not known; write enable=true or enable=false`);
    }
    return value === "true";
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/tags/tag-inputs.js







/**
 * Reads the inputs that metadata-action has too, by its grammar.
 *
 * @throws UserErrors with everything wrong in all of them, each naming its input and line
 */
function parseTagInputs(texts) {
    const problems = [];
    const lines = (input) => tried(problems, "", () => splitList(input, texts[input], LINES)) ?? [];
    const each = (input, values, read) => values.flatMap((line) => tried(problems, `\`${input}\` line ${quoted_quoted(line)}: `, () => [read(line)]) ?? []);
    const images = lines("images");
    const tags = lines("tags");
    const inputs = {
        images: each("images", images, (line) => parseImageLine(line, images.length === 1)).flat(),
        namesImages: images.length > 0,
        rules: each("tags", tags.length === 0 ? DEFAULT_TAGS : tags, parseTagRule),
        flavor: flavorOf(each("flavor", lines("flavor"), parseFlavorLine)),
        labels: each("labels", lines("labels"), parseLabel),
        annotations: each("annotations", lines("annotations"), parseLabel),
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

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/image-plan.js




/** Every image that is meant, with what `images` and `tags` of the input say. @throws UserErrors naming each tag that is not valid. */
function planImages(targets, context) {
    const problems = [];
    const plans = targets.flatMap((target) => {
        try {
            return [planImage(target, context)];
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            const lines = error instanceof user_error/* UserErrors */.t ? error.problems : [error.message];
            problems.push(...lines.map((line) => (targets.length === 1 ? line : `\`targets\`, ${target.name}: ${line}`)));
            return [];
        }
    });
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return plans;
}
/** Complete references of an image, as they are printed. */
function referencesOf({ destinations }) {
    return destinations.flatMap(({ registry, repository, tags }) => tags.map((tag) => printReference({ registry, repository, tag, digest: undefined })));
}
function planImage({ name, inputs }, context) {
    return inputs.images.length === 0 ? fromReferences(name, inputs) : fromRules(name, tagInputs(inputs), context);
}
/** As the inputs of docker/metadata-action, also when they stand in `targets`. */
function tagInputs({ images, tags, flavor, labels, annotations }) {
    const lines = (values) => values.map(quotedLine).join("\n");
    return parseTagInputs({
        images: lines(images),
        tags: lines(tags),
        flavor: lines(flavor),
        labels: lines(labels),
        annotations: lines(annotations),
    });
}
/** A value that was read from a list, as that list would hold it. */
function quotedLine(value) {
    return /["\n\r#]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
function fromRules(name, inputs, context) {
    const metadata = imageMetadata(inputs, context);
    const outputs = metadataOutputs(metadata);
    const tags = metadata.plan.tags;
    const places = Map.groupBy(references(metadata), ({ registry, repository }) => `${registry}/${repository}`);
    const isFloating = new Set(tags.filter(({ latest }) => latest !== undefined).map((tag) => tag.name));
    return {
        name,
        version: outputs.version,
        destinations: [...places.values()].map((all) => ({
            registry: all[0].registry,
            repository: all[0].repository,
            tags: all
                .flatMap(({ tag }) => (tag === undefined ? [] : [tag]))
                .sort((a, b) => Number(isFloating.has(a)) - Number(isFloating.has(b))),
        })),
        versions: tags.filter(({ isImmutable }) => isImmutable).map((tag) => tag.name),
        labels: outputs.labels,
        annotations: outputs.annotations,
        notes: metadata.plan.notes,
        json: outputs.json,
        tagPlan: metadata.plan,
    };
}
/** A version that stands for one image for ever: SemVer, with or without `v`. */
const WHOLE_VERSION = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
/** `tags` as docker/build-push-action has them: complete references. */
function fromReferences(name, { tags, labels, annotations }) {
    const problems = [];
    const parsed = tags.flatMap((text) => {
        if (/^type=/.test(text)) {
            problems.push(`input \`tags\` has the rule \`${text.slice(0, 60)}\`, and \`images\` is empty; write, for example, \`images: ghcr.io/acme/app\``);
            return [];
        }
        try {
            const reference = parseReference(text);
            if (reference.digest !== undefined)
                throw new user_error/* UserError */.y(`\`${text.slice(0, 60)}\` has a digest, which only a build gives`);
            return [{ ...reference, tag: reference.tag ?? "latest" }];
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            problems.push(`input \`tags\`: ${error.message}`);
            return [];
        }
    });
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    const places = Map.groupBy(parsed, ({ registry, repository }) => `${registry}/${repository}`);
    const destinations = [...places.values()].map((all) => ({
        registry: all[0].registry,
        repository: all[0].repository,
        tags: [...new Set(all.map(({ tag }) => tag))].sort((a, b) => Number(a === "latest") - Number(b === "latest")),
    }));
    const names = [...new Set(parsed.map(({ tag }) => tag))];
    return {
        name,
        version: names[0] ?? "",
        destinations,
        versions: names.filter((tag) => WHOLE_VERSION.test(tag)),
        labels,
        annotations,
        notes: [],
        json: {
            tags: destinations.flatMap(({ registry, repository, tags: all }) => all.map((tag) => `${registry}/${repository}:${tag}`)),
            "tag-names": names,
            labels: Object.fromEntries(labels.map((label) => [label.split("=", 1)[0], label.slice(label.indexOf("=") + 1)])),
            annotations,
        },
    };
}
/** The name that people know: without Docker Hub's host. */
function familiarName({ registry, repository }) {
    return registry === DOCKER_HUB ? repository : `${registry}/${repository}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
function missingForGha({ hasToken, hasAddress }) {
    if (hasToken && hasAddress)
        return undefined;
    const missing = hasToken ? "address" : "token";
    return `the run has no ${missing} of GitHub's cache. Use this action directly in a job of GitHub Actions, or \`registry\` or \`local\`.`;
}
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
        const entry = { type: "gha", scope };
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
const cache_MAX_TAG_CHARACTERS = 128;
/** A text that is a valid tag and folder name. What is shortened or replaced is told apart by a hash. */
function cacheKey(scope, branch) {
    // No branch holds two dots in a row (git check-ref-format).
    const plain = `${scope}..${branch}`;
    const key = plain.replace(/[^A-Za-z0-9_.-]+/g, "-");
    if (key === plain && key.length <= cache_MAX_TAG_CHARACTERS)
        return key;
    const hash = (0,external_node_crypto_.createHash)("sha256").update(plain).digest("hex").slice(0, 12);
    return `${key.slice(0, cache_MAX_TAG_CHARACTERS - 13)}-${hash}`;
}
/** The tag that `type=ref,event=branch` gives. */
function cache_tagOf(branch) {
    return (branch
        .replace(/[^A-Za-z0-9_.-]+/g, "-")
        .replace(/^[.-]+/, "")
        .slice(0, cache_MAX_TAG_CHARACTERS) || "latest");
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

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/push-decision.js
/** Events of a pull request: what they build is not merged. */
const PULL_REQUESTS = new Set(["pull_request", "pull_request_target", "merge_group"]);
/**
 * A pull request from a fork never pushes, whatever `push` says: it has no secrets, and what it builds is nobody's. With
 * `auto`, other pull requests do not push either.
 */
function decidePush({ push, dryRun }, event) {
    if (push === "never")
        return { pushes: false, note: "Nothing is pushed: `push` is `false`." };
    if (event.pullRequest?.fork === true)
        return { pushes: false, note: "Nothing is pushed: the pull request is from a fork, which has no secrets." };
    if (push === "auto" && PULL_REQUESTS.has(event.name))
        return {
            pushes: false,
            note: `Nothing is pushed: the event is \`${event.name}\`. Write \`push: true\` to push it all the same.`,
        };
    return dryRun ? { pushes: true, note: "A dry run: nothing is built or pushed." } : { pushes: true };
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
        baseRef: baseOf(ownRef, payload),
        defaultBranch: build_context_text(field(field(payload, "repository"), "default_branch")),
        headRef: build_context_text(field(field(pull, "head"), "ref")),
        pullRequest,
        commitDate: commitDate(payload, ownSha),
    };
}
function baseOf(ref, payload) {
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
var github_error = __webpack_require__(15876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(78135);
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
        usesHeadSha: environment.DOCKER_METADATA_PR_HEAD_SHA === "true",
    });
    const repository = await describeRepository(io, token);
    const defaultBranch = context.defaultBranch ?? event.defaultBranch ?? repository.defaultBranch;
    const { owner, name } = event.repository;
    const address = `${event.serverUrl}/${owner}/${name}`;
    const runId = environment.GITHUB_RUN_ID ?? "";
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
        runUrl: runId === "" ? "" : `${address}/actions/runs/${runId}/attempts/${environment.GITHUB_RUN_ATTEMPT ?? "1"}`,
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
/** When the commit was committed; today where there is no clone of it. */
async function run_context_commitDate(io, sha) {
    if (sha === "")
        return new Date();
    const date = new Date((await (await io.git()).commitDate(sha)) ?? "");
    return Number.isNaN(date.getTime()) ? new Date() : date;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/key-error.js

/** A key that cannot be used. The message never quotes the key. */
class KeyError extends user_error/* UserError */.y {
    fault;
    constructor(fault, message) {
        super(message);
        this.fault = fault;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/algorithm.js


const CURVES = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };
/** The hash that belongs to a curve (FIPS 186-5); cosign 3 signs with it. */
const OWN_HASH = { secp384r1: "sha384", secp521r1: "sha512" };
const FEWEST_RSA_BITS = 2048;
const MOST_RSA_BITS = 8192;
/** How a key signs, in words: `ECDSA P-256`. @throws KeyError for a kind that cosign does not verify. */
function algorithmOf(key) {
    const details = key.asymmetricKeyDetails ?? {};
    switch (key.asymmetricKeyType) {
        case "ec": {
            const curve = CURVES[details.namedCurve ?? ""];
            if (curve === undefined)
                throw new KeyError("unsupported", "the key's curve is not P-256, P-384 or P-521");
            return `ECDSA ${curve}`;
        }
        case "rsa": {
            const bits = details.modulusLength ?? 0;
            if (bits < FEWEST_RSA_BITS || bits > MOST_RSA_BITS) {
                throw new KeyError("unsupported", `the RSA key has ${bits} bits, and ${FEWEST_RSA_BITS} to ${MOST_RSA_BITS} are allowed`);
            }
            return `RSA ${bits}`;
        }
        case "ed25519":
            return "Ed25519";
        default:
            throw new KeyError("unsupported", `a key of type ${key.asymmetricKeyType} cannot sign images: use ECDSA, RSA or Ed25519`);
    }
}
/**
 * Signs as `cosign verify --key` checks it: ECDSA of any curve and RSA (PKCS#1 v1.5) over SHA-256, Ed25519 over the text
 * itself. What cosign 3 signs with P-384 and P-521 by the curve's own hash, its own `verify` refuses by default.
 */
function signBytes(key, bytes) {
    return (0,external_node_crypto_.sign)(key.asymmetricKeyType === "ed25519" ? null : "sha256", bytes, options(key));
}
/** Accepts what `signBytes` makes, and the hash of the curve, as cosign 3 signs. A signature of no sense is false. */
function verifyBytes(key, bytes, signature) {
    const own = OWN_HASH[key.asymmetricKeyDetails?.namedCurve ?? ""];
    const hashes = key.asymmetricKeyType === "ed25519" ? [null] : ["sha256", ...(own === undefined ? [] : [own])];
    return hashes.some((hash) => (0,external_node_crypto_.verify)(hash, bytes, options(key), signature));
}
function options(key) {
    return key.asymmetricKeyType === "rsa"
        ? { key, padding: external_node_crypto_.constants.RSA_PKCS1_PADDING }
        : { key, dsaEncoding: "der" };
}

// EXTERNAL MODULE: ./node_modules/tweetnacl/nacl-fast.js
var nacl_fast = __webpack_require__(80668);
;// CONCATENATED MODULE: ./build/js/packages/images/src/base64.js
/**
 * Strict base64 (RFC 4648, section 4): the standard alphabet, padded, nothing else. Node's own decoder skips what it
 * does not know, so two different texts could stand for one signature.
 *
 * @returns undefined for any other text.
 */
function decodeBase64(text) {
    const bytes = Buffer.from(text, "base64");
    return bytes.toString("base64") === text ? bytes : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/json-document.js


/**
 * Reads a JSON document of a registry. Every error names the document.
 *
 * @param what how errors call it: `the manifest sha256:...`
 * @param maxBytes more is refused unread
 * @param names fields that Go's readers would take under any case of letters (`Manifests` for `manifests`): a name that
 *   differs only in case is refused, since Go and we would read two documents in it
 * @throws ReportError
 */
function json_document_readJsonDocument(what, bytes, maxBytes, names, read) {
    if (bytes.length > maxBytes)
        throw new report_error.ReportError(`${what} has ${bytes.length} bytes, and at most ${maxBytes} are allowed`);
    return inDocument(what, () => {
        const root = (0,json.parseJson)([checkUtf8(bytes)]);
        checkNames(root, names);
        return read(root);
    });
}
/** Puts the name of a document before whatever is wrong in it. */
function inDocument(what, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new report_error.ReportError(`${what}: ${error.message.replace(": the report was cut off", ", as if it was cut off")}`);
    }
}
/** Registries and container engines read UTF-8 without a byte order mark, and nothing else. */
function checkUtf8(bytes) {
    try {
        const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        if (!text.startsWith("\ufeff"))
            return bytes;
    }
    catch {
        throw new report_error.ReportError("is not valid UTF-8");
    }
    throw new report_error.ReportError("begins with a byte order mark");
}
function checkNames(root, names) {
    if (!root.isObject)
        throw root.not("an object");
    for (const [key] of root.entries()) {
        // Upper case first: it also folds the long s and the Kelvin sign, as Go does.
        const folded = key.toUpperCase().toLowerCase();
        const name = names.find((one) => one !== key && one.toLowerCase() === folded);
        if (name !== undefined)
            throw new report_error.ReportError(`has a field ${JSON.stringify(key)} where \`${name}\` is meant`);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/cosign-key.js






/** The labels under which cosign writes encrypted keys; the older one since before version 2. */
const COSIGN_KEY_LABELS = ["ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY"];
/**
 * The file says how much memory (128 × N × r bytes) and time (N × r × p) its decryption takes. cosign writes N = 65536,
 * r = 8, p = 1, which is 64 MB; twice that is the most that its library knows.
 */
const MAX_SCRYPT_COST = 131_072 * 8;
const MAX_KEY_BYTES = 50_000;
/**
 * Opens a private key as `cosign generate-key-pair` writes it: scrypt and NaCl's secretbox around PKCS#8
 * (go-securesystemslib, encrypted).
 *
 * @param content what the PEM block holds
 * @returns PKCS#8 in DER
 * @throws KeyError
 */
function openCosignKey(content, password) {
    const { N, r, p, salt, nonce, box } = readSealed(content);
    if (N * r * p > MAX_SCRYPT_COST) {
        throw new KeyError("too-costly", `the key asks for scrypt with N=${N}, r=${r}, p=${p}: no tool makes such keys`);
    }
    const key = (0,external_node_crypto_.scryptSync)(password, salt, nacl_fast.secretbox.keyLength, { N, r, p, maxmem: 256 * 1024 * 1024 });
    const opened = nacl_fast.secretbox.open(box, nonce, key);
    // The box is authenticated: a wrong password and a changed byte look the same.
    if (opened === null)
        throw new KeyError("wrong-password", "the password is not the key's, or the key is damaged");
    return Buffer.from(opened);
}
function readSealed(content) {
    try {
        return json_document_readJsonDocument("the encrypted key", content, MAX_KEY_BYTES, [], (root) => {
            const [kdf, cipher] = [root.get("kdf"), root.get("cipher")];
            const parameters = kdf.get("params");
            checkName(kdf.get("name"), "scrypt");
            checkName(cipher.get("name"), "nacl/secretbox");
            return {
                N: readPower(parameters.get("N")),
                r: readWhole(parameters.get("r")),
                p: readWhole(parameters.get("p")),
                salt: readBytes(kdf.get("salt")),
                nonce: readBytes(cipher.get("nonce"), nacl_fast.secretbox.nonceLength),
                box: readBytes(root.get("ciphertext")),
            };
        });
    }
    catch (error) {
        // Its fields are quoted by what is wrong with them: none of them is secret, but no error needs to say them.
        if (error instanceof report_error.ReportError)
            throw new KeyError("damaged", error.message.replace(/ but .*$/s, ""));
        throw error;
    }
}
function checkName(value, name) {
    if (value.text() !== name)
        throw value.not(name);
}
function readWhole(value) {
    const number = value.number();
    if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 30)
        throw value.not("a whole number from 1");
    return number;
}
function readPower(value) {
    const number = readWhole(value);
    if (number < 2 || (number & (number - 1)) !== 0)
        throw value.not("a power of two");
    return number;
}
function readBytes(value, length) {
    const bytes = decodeBase64(value.text());
    if (bytes === undefined || bytes.length === 0 || (length !== undefined && bytes.length !== length)) {
        throw value.not("base64 of the right length");
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/pem.js

/** Keys have up to some kB, and certificate chains more. */
const MAX_PEM_CHARACTERS = 100_000;
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,60})-----((?:[^-]|-(?!----))*)-----END \1-----/;
/**
 * Reads the first PEM block of a text, however it came through a secret or a variable: with `\r\n`, with the two
 * characters `\n` for a line break, indented, or all in one line.
 *
 * @throws KeyError
 */
function readPem(text) {
    if (text.trim() === "")
        throw new KeyError("missing", "the key is empty");
    if (text.length > MAX_PEM_CHARACTERS) {
        throw new KeyError("not-a-key", `the key has more than ${MAX_PEM_CHARACTERS} characters`);
    }
    const [, label, body] = BLOCK.exec(text.replaceAll("\\r", "").replaceAll("\\n", "\n")) ?? [];
    if (label === undefined || body === undefined) {
        throw new KeyError("not-a-key", "the key is not PEM: it has no lines `-----BEGIN …-----` and `-----END …-----`");
    }
    if (body.includes(":")) {
        const lines = body.split(/\r?\n/).map((line) => line.trim());
        return { label, text: block(label, lines.join("\n").trim()), content: Buffer.alloc(0) };
    }
    const base64 = body.replace(/\s+/g, "");
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        throw new KeyError("damaged", "the key's content is not valid base64");
    return {
        label,
        text: block(label, base64.match(/.{1,64}/g).join("\n")),
        content: Buffer.from(base64, "base64"),
    };
}
function block(label, body) {
    return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/keys.js





/**
 * Reads a private key from its text: cosign's encrypted form, PKCS#8 (plain or encrypted), SEC1, PKCS#1.
 *
 * @param password undefined if none was given; cosign also encrypts with an empty one
 * @throws KeyError
 */
function readSigningKey(text, password) {
    const pem = readPem(text);
    if (/PUBLIC KEY|CERTIFICATE/.test(pem.label)) {
        throw new KeyError("not-a-key", `the key is a ${pem.label.toLowerCase()}; signing needs the private key`);
    }
    if (pem.label === "OPENSSH PRIVATE KEY") {
        throw new KeyError("unsupported", "the key is in OpenSSH's own form; `ssh-keygen -p -m PKCS8 -f FILE` converts it");
    }
    if (!/PRIVATE KEY$/.test(pem.label))
        throw new KeyError("not-a-key", `the key is a ${pem.label.toLowerCase()}`);
    const key = COSIGN_KEY_LABELS.includes(pem.label) ? openedKey(pem, password) : plainKey(pem, password);
    return { key, verification: verificationKey((0,external_node_crypto_.createPublicKey)(key)) };
}
/** Reads a public key (SPKI or PKCS#1), or the one in a certificate. @throws KeyError */
function readVerificationKey(text) {
    const pem = readPem(text);
    if (pem.label.endsWith("PRIVATE KEY")) {
        throw new KeyError("not-a-key", "the key is private; verification needs the public key, and a private one must stay secret");
    }
    try {
        if (pem.label === "CERTIFICATE")
            return verificationKey(new external_node_crypto_.X509Certificate(pem.text).publicKey);
        if (/^(?:RSA )?PUBLIC KEY$/.test(pem.label))
            return verificationKey((0,external_node_crypto_.createPublicKey)(pem.text));
    }
    catch (error) {
        if (error instanceof KeyError)
            throw error;
        throw new KeyError("damaged", `the ${pem.label.toLowerCase()} cannot be read: its content is damaged`);
    }
    throw new KeyError("not-a-key", `the key is a ${pem.label.toLowerCase()}; a public key or a certificate is needed`);
}
function openedKey(pem, password) {
    if (password === undefined)
        throw new KeyError("password-missing", "the key is encrypted, and no password was given");
    const der = openCosignKey(pem.content, password);
    try {
        return checked((0,external_node_crypto_.createPrivateKey)({ key: der, format: "der", type: "pkcs8" }));
    }
    catch (error) {
        if (error instanceof KeyError)
            throw error;
        throw new KeyError("damaged", "the password is right, and what it opens is not a private key");
    }
}
function plainKey(pem, password) {
    const isEncrypted = pem.label.startsWith("ENCRYPTED ") || pem.text.includes("Proc-Type: 4,ENCRYPTED");
    if (isEncrypted && password === undefined) {
        throw new KeyError("password-missing", "the key is encrypted, and no password was given");
    }
    try {
        return checked((0,external_node_crypto_.createPrivateKey)({ key: pem.text, ...(isEncrypted ? { passphrase: password } : {}) }));
    }
    catch (error) {
        if (error instanceof KeyError)
            throw error;
        if (isEncrypted)
            throw new KeyError("wrong-password", "the password is not the key's, or the key is damaged");
        throw new KeyError("damaged", `the ${pem.label.toLowerCase()} cannot be read: its content is damaged`);
    }
}
function checked(key) {
    algorithmOf(key);
    return key;
}
function verificationKey(key) {
    const der = key.export({ type: "spki", format: "der" });
    return {
        key,
        algorithm: algorithmOf(key),
        hint: (0,external_node_crypto_.createHash)("sha256").update(der).digest("base64"),
        pem: key.export({ type: "spki", format: "pem" }).toString(),
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(62234);
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
        return readSigningKey(text, given);
    }
    catch (error) {
        if (!(error instanceof KeyError))
            throw error;
        // cosign also encrypts with an empty password, and an input that is empty looks like none.
        if (error.fault === "password-missing")
            return openWithoutPassword(text);
        throw new user_error/* UserError */.y(`input \`signing-key\`: ${error.message}`, { cause: error });
    }
}
function openWithoutPassword(text) {
    try {
        return readSigningKey(text, "");
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
        const path = (0,external_node_path_.resolve)(workspace, source.file);
        return (0,file_error/* namingPath */.UW)(path, () => (0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    const text = environment[source.variable];
    if (text !== undefined && text.trim() !== "")
        return text;
    throw new user_error/* UserError */.y(`input \`signing-key\` is empty, and so is the variable ${source.variable}; is the secret there, also for pull requests from forks?`);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/collect.js







/** The event, the engine and the key: all that is read before anything is built. */
async function collect(inputs, io) {
    for (const secret of secretsOf(inputs))
        io.log.mask(secret);
    const { signing, mode, dryRun } = inputs;
    const event = io.event();
    const decision = decidePush(inputs, event);
    const signingKey = signing === undefined || !decision.pushes || dryRun ? undefined : openKey(signing, io.environment, io.workspace);
    const builds = mode === "build" && !dryRun;
    const [context, engine] = await Promise.all([
        readRunContext(io, inputs.token),
        builds ? probeEngine(inputs.builder, io.workspace, io.environment) : undefined,
    ]);
    const images = planImages(inputs.targets, context.build);
    const environment = definedVariables(io.environment);
    const { caches, notes, warnings } = planCaches(inputs.targets, images, {
        event: event.name,
        ref: event.ref,
        ...(context.baseBranch !== undefined && { baseBranch: context.baseBranch }),
        defaultBranch: context.defaultBranch,
        service: {
            hasToken: Boolean(environment.ACTIONS_RUNTIME_TOKEN),
            hasAddress: Boolean(environment.ACTIONS_RESULTS_URL || environment.ACTIONS_CACHE_URL),
        },
        // A dry run needs no engine, and shows what a usual one would do.
        engine: engine ?? { cacheExport: true },
        pushes: decision.pushes,
        ...(inputs.cacheFolder !== undefined && { folder: inputs.cacheFolder }),
    }, inputs.cacheRef);
    const { owner, name } = event.repository;
    return {
        commit: context.build.sha,
        decision,
        planning: {
            images,
            pushes: decision.pushes,
            caches,
            isPublic: context.isPublic,
            runUrl: context.runUrl,
            defaultContext: defaultContext({
                serverUrl: event.serverUrl,
                repository: `${owner}/${name}`,
                ref: event.ref,
                sha: event.sha,
            }),
            folder: io.temporary,
        },
        notes,
        warnings,
        engine,
        signingKey,
        environment,
    };
}
/** Also the form in which docker's configuration has a password. */
function* secretsOf({ credentials, signing, targets }) {
    for (const { username, password } of credentials) {
        yield password;
        yield Buffer.from(`${username}:${password}`).toString("base64");
    }
    if (signing !== undefined && "text" in signing.key)
        yield signing.key.text;
    if (signing?.password !== undefined)
        yield signing.password;
    for (const { inputs } of targets)
        for (const entry of inputs.secrets)
            yield entry.slice(entry.indexOf("=") + 1);
}
function definedVariables(environment) {
    return Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== undefined));
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/problems.js
/** Wrong inputs of one image, gathered so that all are named at once. */
class Problems {
    all = [];
    #image;
    /** @param image its name, if the step has several. */
    constructor(image) {
        this.#image = image;
    }
    /** @param remedy what to write instead; a whole sentence. */
    add(input, found, remedy) {
        const place = this.#image === undefined ? input : `targets, \`${this.#image}\`: \`${input}\``;
        this.all.push(`${place}: ${found}. ${remedy}`);
    }
}
/** Untrusted text in a message: one line, not endless, in backquotes. */
function shown(text) {
    const line = text.replace(/[\u0000-\u001f\u007f-\u009f`\u2028\u2029]+/g, " ");
    return `\`${line.length > 80 ? `${line.slice(0, 80)}…` : line}\``;
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
            problems.add("attests", found, "Write `type=provenance,mode=max` or `type=sbom`.");
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
    problems.add(type, `found ${shown(text)}`, `Write \`true\`, \`false\` or attributes such as ${example}.`);
    return off(type);
}
function attest(type, values, input, problems) {
    const { type: _, disabled, ...attributes } = values;
    const mode = attributes.mode;
    if (type === "provenance" && mode !== undefined && mode !== "min" && mode !== "max")
        problems.add(input, `the provenance's mode is ${shown(mode)}`, "Write `mode=min` or `mode=max`.");
    if (disabled !== undefined && goBoolean(disabled) === undefined)
        problems.add(input, `\`disabled\` is ${shown(disabled)}`, "Write `disabled=true` or leave it out.");
    return goBoolean(disabled ?? "false") === true ? off(type) : { ...attributes, type };
}
/** Go's strconv.ParseBool, by which buildx reads these; undefined for anything else. */
function goBoolean(text) {
    if (/^(?:1|t|T|true|TRUE|True)$/.test(text))
        return true;
    return /^(?:0|f|F|false|FALSE|False)$/.test(text) ? false : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/cache-entry.js


const cache_entry_TYPES = ["gha", "registry", "local", "inline", "s3", "azblob"];
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
            problems.add(input, `${shown(entry)}: ${read}`, "Write for example `type=gha,mode=max`.");
            return [];
        }
        const { type = "", ...attributes } = read.values;
        if (type === "") {
            problems.add(input, `${shown(entry)} has no \`type=\``, `Types are ${cache_entry_TYPES.join(", ")}.`);
            return [];
        }
        for (const [key, variable] of Object.entries(CREDENTIALS))
            if (attributes[key] !== undefined) {
                const remedy = `Set ${variable} in the \`env:\` of the step and leave \`${key}\` out.`;
                const isAzure = type === "azblob";
                problems.add(input, `\`${key}\` is a credential, and buildx writes it to its traces`, isAzure ? "Give the account access by the runner's identity and leave it out." : remedy);
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
            problems.add("build-args", `${shown(entry)} is not \`NAME=value\``, "Write `NAME=value`, one on each line.");
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
            problems.add(input, `${shown(entry)} is not \`${form || "key=value"}\``, `Write \`${form || "key=value"}\`, one on each line.`);
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
            problems.add("ssh", `${shown(entry)} is not an agent`, "Write `default` or `id=path/of/the/key`.");
        return paths === "" ? { id } : { id, paths: paths.split(",") };
    });
}
function readHosts(entries, problems) {
    const hosts = new Map();
    for (const entry of entries) {
        const [, host, address] = /^([^\s:=]+)[:=](\S+)$/.exec(entry) ?? [];
        if (host === undefined || address === undefined)
            problems.add("add-hosts", `${shown(entry)} is not \`host:address\``, "Write `host:10.0.0.1` or `host:host-gateway`.");
        else
            hosts.set(host, hosts.has(host) ? `${hosts.get(host)},${address}` : address);
    }
    return Object.fromEntries(hosts);
}
function readAllow(entries, problems) {
    for (const entry of entries)
        if (!/^(?:network\.host|security\.insecure|device(?:=.+)?)$/.test(entry))
            problems.add("allow", `${shown(entry)} is not an entitlement`, "Write `network.host`, `security.insecure` or `device=name`.");
    return entries;
}
function list_entries_readAnnotations(entries, problems) {
    for (const entry of entries)
        if (!/^(?:[a-z-]+(?:,[a-z-]+)*(?:\[[^\]]*\])?:)?[^=]+=/.test(entry))
            problems.add("annotations", `${shown(entry)} is not \`key=value\``, "Write `key=value` or `index:key=value`.");
    return entries;
}
function readCall(call, problems) {
    if (!/^(?:|(?:build|check|outline|targets)(?:,.*)?)$/.test(call))
        problems.add("call", `found ${shown(call)}`, "Write `build`, `check`, `outline` or `targets`.");
    return call;
}
function checkTexts(inputs, problems) {
    for (const platform of inputs.platforms)
        if (!/^[a-z0-9]+(?:\([^)]*\))?(?:\/[A-Za-z0-9_.-]+){0,2}$/.test(platform))
            problems.add("platforms", `${shown(platform)} is not a platform`, "Write for example `linux/amd64,linux/arm64`.");
    if (!["", "default", "none", "host"].includes(inputs.network))
        problems.add("network", `found ${shown(inputs.network)}`, "BuildKit knows `default`, `none` and `host`.");
    if (!/^(?:|\d+(?:\.\d+)?\s?[bkmgtp]?i?b?)$/i.test(inputs["shm-size"]))
        problems.add("shm-size", `found ${shown(inputs["shm-size"])}`, "Write a size, such as `64m` or `1g`.");
    for (const entry of inputs.ulimit)
        if (!/^[a-z]+=-?\d+(?::-?\d+)?$/.test(entry))
            problems.add("ulimit", `${shown(entry)} is not a limit`, "Write `name=soft` or `name=soft:hard`, such as `nofile=1024:2048`.");
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/outputs.js




/** Exporters of buildx and what each needs. */
const outputs_TYPES = ["image", "registry", "oci", "docker", "local", "tar", "cacheonly"];
/** Attributes of the image exporter that mean the same to the OCI exporter, so that the pushed bytes have them. */
const CARRIED = /^(?:annotation.*|compression|compression-level|force-compression|oci-mediatypes|oci-artifact|rewrite-timestamp)$/;
/**
 * What each image is exported to. An image that is pushed is an OCI layout folder first: the bytes in it are looked at,
 * then pushed by us. So an output that would let buildx push (`type=registry`, `type=image,push=true`) becomes a push of
 * the layout with the same attributes. Without outputs, and unless the image is only loaded, the layout is the output.
 */
function planOutputs(inputs, layout, problems) {
    const own = [];
    const carried = {};
    const references = [];
    let push = inputs.push;
    let byDigest = false;
    for (const text of inputs.outputs) {
        const output = readOutput(text, problems);
        if (output === undefined)
            continue;
        const pushes = output.type === "registry" || (output.type === "image" && isTrue(output.push));
        if (!pushes) {
            own.push(output);
            continue;
        }
        push = true;
        byDigest ||= isTrue(output["push-by-digest"]);
        references.push(...(output.name ?? "").split(",").filter((name) => name !== ""));
        for (const [key, value] of Object.entries(output))
            if (CARRIED.test(key))
                carried[key] = value;
    }
    if (inputs.load && !own.some(isLoad))
        own.push({ type: "docker" });
    const exports = push || own.length === 0;
    const outputs = exports ? [{ ...carried, type: "oci", tar: "false", dest: layout }, ...own] : own;
    return {
        outputs,
        ...(exports ? { layout } : {}),
        push,
        byDigest,
        references,
        write: outputs.flatMap(({ dest }) => (dest !== undefined && isOutside(dest) ? [dest] : [])),
    };
}
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
    const remedy = "Write for example `type=local,dest=out`.";
    if (typeof read === "string") {
        problems.add("outputs", `${shown(text)}: ${read}`, remedy);
        return undefined;
    }
    if (read.bare === "-" || read.values.dest === "-") {
        problems.add("outputs", `${shown(text)} writes to the standard output`, "Give a file or folder as `dest`.");
        return undefined;
    }
    // A path alone is a local folder (buildflags/export.go).
    if (read.bare !== undefined)
        return { type: "local", dest: read.bare };
    const { type = "", ...attributes } = read.values;
    if (!outputs_TYPES.includes(type)) {
        const found = type === "" ? `${shown(text)} has no \`type=\`` : `${shown(type)} is not a type of output`;
        problems.add("outputs", found, `Types are ${outputs_TYPES.join(", ")}.`);
        return undefined;
    }
    if ((type === "local" || type === "tar" || type === "oci") && (attributes.dest ?? "") === "") {
        problems.add("outputs", `${shown(text)} has no \`dest=\``, remedy);
        return undefined;
    }
    return { ...attributes, type };
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
    const ids = new Set();
    const isNew = (input, id) => {
        if (ids.has(id))
            problems.add(input, `the secret ${shown(id)} is there twice`, "Give each secret an id of its own.");
        return !ids.has(id) && ids.add(id) !== undefined;
    };
    for (const [index, entry] of inputs.secrets.entries()) {
        const [id, value] = parted(entry);
        if (id === "" || value === "") {
            const missing = id === "" ? "has no `id=` before its value" : "has an empty value";
            problems.add("secrets", `entry ${index + 1} ${missing}`, "Write `id=value`. Is the secret set in the repository?");
        }
        else if (value.length > MAX_SECRET_BYTES || Buffer.byteLength(value) > MAX_SECRET_BYTES) {
            const found = `the secret ${shown(id)} has more than ${MAX_SECRET_BYTES} bytes`;
            problems.add("secrets", found, "BuildKit takes no larger one. Pass what is needed of it.");
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
            problems.add("secret-envs", `${shown(entry)} is not \`id=VARIABLE\``, "Write `id=VARIABLE`, the name without a `$`.");
        else if (!Object.hasOwn(facts.environment, variable))
            problems.add("secret-envs", `the variable ${shown(variable)} is not set`, "Set it in the `env:` of the step.");
        else if (isNew("secret-envs", id))
            bake.push({ id, env: variable });
    }
    for (const entry of inputs["secret-files"]) {
        const [id, path] = parted(entry);
        if (id === "" || path === "")
            problems.add("secret-files", `${shown(entry)} is not \`id=path\``, "Write `id=path/of/the/file`.");
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
    return { bake, environment, files, read };
}
/** At the first `=`; a value may hold more of them. */
function parted(entry) {
    const equals = entry.indexOf("=");
    return equals < 0 ? ["", ""] : [entry.slice(0, equals).trim(), entry.slice(equals + 1)];
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
        ? planOutputs(inputs, `${facts.layouts}/${name}`, problems)
        : { outputs: [], push: false, byDigest: false, references: [], write: [] };
    const attest = planAttestations(inputs, facts, isOnlyLoad(outputs), problems);
    const cacheFrom = [...(request.cacheFrom ?? []), ...readCacheEntries("cache-from", inputs["cache-from"], problems)];
    const cacheTo = [...(request.cacheTo ?? []), ...readCacheEntries("cache-to", inputs["cache-to"], problems)];
    checkTexts(inputs, problems);
    const platforms = [...new Set(inputs.platforms)];
    const references = [...new Set([...request.references, ...outputs.references])];
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
        ...notEmpty("tags", outputs.byDigest ? [] : references),
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
        problems.add("context", "the repository of the run is not known", "Write a folder, such as `context: .`.");
        return ".";
    }
    const context = text === "" ? defaultContext : expandContext(text, defaultContext ?? "");
    const unknown = unknownPlaceholder(context);
    if (unknown !== undefined)
        problems.add("context", `${shown(unknown)} stands for nothing`, "Write `{{defaultContext}}` or a folder.");
    if (context === "-")
        problems.add("context", "`-` reads the standard input, which a step does not have", "Write a folder or a git URL.");
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
        notes: targets.flatMap((target) => notesOf(target, isOnly)),
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
/** Two images under one name: the one that is pushed last would win, by chance. */
function sharedReferences(targets) {
    const owners = new Map();
    const problems = [];
    for (const { name, references, outputs } of targets.filter(({ outputs }) => !outputs.byDigest)) {
        for (const reference of references) {
            const owner = owners.get(reference);
            if (owner !== undefined && owner !== name)
                problems.push(`targets: \`${owner}\` and \`${name}\` would both be ${shown(reference)}. Give each its own \`images\` or \`tags\`.`);
            owners.set(reference, name);
        }
        if (outputs.push && references.length === 0)
            problems.push(`${targets.length === 1 ? "push" : `targets, \`${name}\`: \`push\``}: the image has no reference. Set \`images\` and \`tags\`.`);
    }
    return problems;
}
function differentCalls(targets) {
    const calls = [...new Set(targets.map(({ call }) => call || "build"))];
    if (calls.length < 2)
        return [];
    return [`call: images of one step have ${calls.map(shown).join(" and ")}. Use one \`call\` for all, or two steps.`];
}
function builderProblems(builder) {
    if (/^[A-Za-z0-9_][\w.-]*$|^$/.test(builder))
        return [];
    return [`builder: ${shown(builder)} is not the name of a builder. Write a name that \`docker buildx ls\` shows.`];
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
            `build-contexts: \`${name}\` builds on ${shown(context)}, which ${reason}. Name an image of \`targets\`.`,
        ];
    }));
}
function notesOf({ name, bake, cgroupParent, outputs }, isOnly) {
    const of = isOnly ? "the image" : `\`${name}\``;
    const attests = (bake.attest ?? []).some(({ disabled }) => disabled !== true);
    return [
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

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/build-planning.js


const foldersOf = (folder) => ({
    layouts: `${folder}/layouts`,
    private: `${folder}/private`,
    bakeFile: `${folder}/private/bake.json`,
    metadata: `${folder}/private/metadata.json`,
});
/**
 * The same plan from the same inputs and planning, once to be shown and once to be carried out: values of secrets stand
 * only in the inputs.
 *
 * @throws UserErrors with everything that is wrong with the inputs of a build.
 */
function buildPlan({ targets, builder, byDigest, token }, { images, pushes, caches, isPublic, runUrl, defaultContext, folder }, environment) {
    const folders = foldersOf(folder);
    const requests = targets.map(({ name, inputs }, at) => {
        const image = images[at];
        const own = {
            ...inputs,
            push: pushes && inputs.push,
            labels: image.labels,
            annotations: image.annotations,
            // What the cache preset adds is in the request.
            cache: "",
        };
        const { from, to } = caches[name] ?? { from: [], to: [] };
        return {
            name,
            inputs: own,
            references: byDigest
                ? image.destinations.map(({ registry, repository }) => `${registry}/${repository}`)
                : referencesOf(image),
            cacheFrom: from,
            cacheTo: to,
        };
    });
    return planBuild(requests, builder, {
        isPublic,
        runUrl,
        noDefaults: environment.BUILDX_NO_DEFAULT_ATTESTATIONS === "1",
        environment,
        gitToken: token,
        privateFolder: folders.private,
        defaultContext,
        layouts: folders.layouts,
        bakeFile: folders.bakeFile,
        metadataFile: folders.metadata,
    });
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/result.js
const RESULT_SCHEMA = "jessy-actions/docker-build-push/v1";

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(85154);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/verdict.js

/**
 * Completes a result with its verdict and its headline, which names everything that failed. Pure.
 *
 * @param isDone whether it was carried out: before that, it is a plan.
 */
function judge(unjudged, isDone) {
    const state = stateOf(unjudged, isDone);
    const verdict = state === "refused" ? "fail" : state === "failed" ? "broken" : "pass";
    return { ...unjudged, verdict, fails: verdict !== "pass", state, headline: headlineOf(unjudged, state) };
}
function stateOf({ mode, images, failure, dryRun }, isDone) {
    if (isRefused(images))
        return "refused";
    if (failure !== null || images.some(isFailed))
        return "failed";
    if (!isDone || dryRun)
        return "planned";
    if (mode === "verify")
        return "verified";
    if (images.every(({ pushes }) => !pushes))
        return "built";
    return images.every(({ references }) => references.every(({ state }) => state === "unchanged"))
        ? "unchanged"
        : "pushed";
}
const isRefused = (images) => images.some(({ refusals, references }) => refusals.length > 0 || references.some(({ state }) => state === "refused"));
const isFailed = ({ references, signatures }) => references.some(({ state }) => state === "failed" || state === "not tried") ||
    signatures.some(({ state }) => state === "failed");
function headlineOf(unjudged, state) {
    const { images, failure } = unjudged;
    const all = (0,quantity.counted)(images.length, "image");
    switch (state) {
        case "planned":
            return `Dry run: ${all} would be built${images.some(({ pushes }) => pushes) ? ` and pushed, ${tagsOf(images)}` : ", and not pushed"}`;
        case "built":
            return `${all} built, and not pushed`;
        case "pushed":
            return `${all} pushed, ${tagsOf(images)}${signed(images)}`;
        case "unchanged":
            return `${all}: every tag stood there already, nothing was changed${signed(images)}`;
        case "verified":
            return `${all} verified: every signature holds`;
        case "refused":
            return `Not pushed: ${refusedWords(images)}`;
        case "failed":
            return failure ?? failedWords(images);
    }
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
function refusedWords(images) {
    return images
        .flatMap(({ name, refusals, references }) => [
        ...refusals.map((refusal) => (images.length === 1 ? refusal : `${name}: ${refusal}`)),
        ...references.filter(({ state }) => state === "refused").map(({ reference }) => `${reference} must not move`),
    ])
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
        ...(unsigned.length === 0 ? [] : [`${(0,quantity.counted)(unsigned.length, "signature")} failed`]),
    ].join("; ");
}
const names = (references) => references.map(({ reference }) => reference).join(", ");

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/evaluate.js







/** What will be built, how it will be called, and where it will go. Pure. @throws UserErrors with every wrong input of a build. */
function evaluate(inputs, facts) {
    const { mode, dryRun } = inputs;
    const { planning, decision } = facts;
    const plan = mode === "build" ? buildPlan(inputs, planning, facts.environment) : undefined;
    const lacks = plan === undefined || facts.engine === undefined
        ? []
        : engineProblems(facts.engine, plan.targets.map(({ needs }) => needs));
    if (lacks.length > 0)
        throw new user_error/* UserErrors */.t(lacks);
    const imageNotes = planning.images.flatMap(({ notes }) => notes);
    return judge({
        schema: RESULT_SCHEMA,
        mode,
        dryRun,
        commit: facts.commit,
        images: planning.images.map((image, at) => planned(image, plan?.targets[at]?.outputs.push ?? decision.pushes, inputs)),
        notes: [
            ...(decision.note === undefined ? [] : [decision.note]),
            ...facts.notes,
            ...imageNotes,
            ...(plan?.notes ?? []),
        ],
        warnings: facts.warnings.map((message) => ({ message })),
        failure: null,
        commands: plan?.commands.map((command) => ["docker", ...command.arguments]) ?? [],
        bakeFile: plan?.bakeFile === undefined ? null : bakeFileText(plan.bakeFile),
        metadata: null,
        json: planning.images[0]?.json ?? null,
        buildx: facts.engine?.buildx ?? null,
        planning,
    }, false);
}
function planned({ name, version, destinations }, pushes, { byDigest }) {
    return {
        name,
        version,
        pushes,
        references: pushes && !byDigest
            ? destinations.flatMap(({ registry, repository, tags }) => tags.map((tag) => ({
                reference: printReference({ registry, repository, tag, digest: undefined }),
                state: "planned",
            })))
            : [],
        repositories: destinations.map(({ registry, repository }) => `${registry}/${repository}`),
        digest: null,
        imageId: null,
        platforms: [],
        size: null,
        previousSize: null,
        attestations: [],
        steps: null,
        refusals: [],
        signatures: [],
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var state = __webpack_require__(34336);
;// CONCATENATED MODULE: ./build/js/packages/images/src/build/progress-facts.js
const MAX_SLOWEST = 10;
/** @param images the images of the call, by whose names BuildKit tells their steps apart if there are several. */
function factsOf(states, images, transfers, warnings, rest) {
    const steps = states.map((state) => stepOf(state, images));
    const done = steps.filter(({ isInstruction, seconds, error }) => isInstruction && seconds !== undefined && error === undefined);
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
        warnings: warnings.toSorted((a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0)),
        bytes: { context: bytesOf("context"), pulled: bytesOf("pulled") },
        ...rest,
    };
}
/** What one image of a call of several had from a cache from before, and what was built for it, shared steps included. */
function countsOf(facts, image) {
    const done = facts.steps.filter(({ isInstruction, seconds, error }) => isInstruction && seconds !== undefined && error === undefined);
    const built = new Set(done.filter(({ cached }) => !cached).map(identity));
    const own = new Set(done.filter(({ images }) => images.includes(image)).map(identity));
    const builtHere = own.intersection(built).size;
    return { cached: own.size - builtHere, built: builtHere };
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
    return first.map((step) => ({
        step: step.name,
        reason: anyCached ? reasonOf(step) : "no step of this build was in a cache",
        followers: followers.get(step.digest) ?? 0,
    }));
}
/** A base image is fetched when it is needed, whether or not what follows is cached. */
function wasBuilt(step) {
    return step?.isInstruction === true && !step.cached && step.seconds !== undefined && keyword(step) !== "FROM";
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
function reasonOf(step) {
    const word = keyword(step);
    const words = step.instruction.split(/\s+/).slice(1);
    const from = words.find((each) => each.startsWith("--from="))?.slice("--from=".length);
    const sources = words.filter((each) => !each.startsWith("--")).slice(0, -1);
    if ((word === "COPY" || word === "ADD") && from !== undefined)
        return `what it copies from \`${from}\` changed`;
    if (word === "COPY" || word === "ADD")
        return sources.length === 0 ? "what it copies changed" : `a file that it copies changed: ${sources.join(", ")}`;
    if (word === "WORKDIR")
        return "its text changed, or no cache had it";
    return "its text or a build argument changed, or no cache had it";
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/digest.js

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
function isDigest(text) {
    return DIGEST.test(text);
}
/** @throws ReportError if the value is not a digest. */
function readDigest(value) {
    const text = value.text();
    if (!isDigest(text))
        throw value.not("a digest (sha256: or sha512: and lower-case hexadecimal digits)");
    return text;
}
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest("hex")}`;
}
function hasDigest(bytes, digest) {
    return digestOf(bytes, digest.startsWith("sha512:") ? "sha512" : "sha256") === digest;
}
/** The hexadecimal digits alone. */
function hexOf(digest) {
    return digest.slice("sha256:".length);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/image-platform.js
const PART = /^[\w.+-]{0,128}$/;
const MAX_FEATURES = 100;
/** @throws ReportError */
function readPlatform(value) {
    if (!value.isObject)
        throw value.not("an object");
    const optional = (name) => {
        const part = value.get(name);
        return part.isMissing || part.raw === "" ? {} : { [name]: readPart(part) };
    };
    const features = value.get("os.features");
    if (!features.isMissing && features.list().length > MAX_FEATURES) {
        throw features.not(`a list of at most ${MAX_FEATURES} features`);
    }
    return {
        architecture: readPart(value.get("architecture")),
        os: readPart(value.get("os")),
        ...optional("variant"),
        ...optional("os.version"),
        ...(features.isMissing ? {} : { "os.features": [...features.items()].map(readPart) }),
    };
}
function readPart(value) {
    const text = value.text();
    if (!PART.test(text))
        throw value.not("a part of a platform");
    return text;
}
/** What buildx gives to manifests that are not images, such as attestations. */
function isUnknown(platform) {
    return platform !== undefined && platform.os === "unknown" && platform.architecture === "unknown";
}
/**
 * One name for each platform, `linux/arm/v7`. Aliases and default variants are folded as containerd folds them
 * (platforms/database.go), so that `linux/arm64/v8` and `linux/arm64` are the same.
 */
function platformName(platform) {
    const [architecture, variant] = normalize(platform.architecture.toLowerCase(), (platform.variant ?? "").toLowerCase());
    const version = platform["os.version"];
    const os = `${platform.os.toLowerCase()}${version === undefined ? "" : `(${version})`}`;
    return [os, architecture, variant].filter((part) => part !== "").join("/");
}
function normalize(architecture, variant) {
    switch (architecture) {
        case "i386":
            return ["386", ""];
        case "amd64":
        case "x86_64":
        case "x86-64":
            return ["amd64", variant === "v1" ? "" : variant];
        case "arm64":
        case "aarch64":
            return ["arm64", variant === "8" || variant === "v8" || variant === "v8.0" ? "" : variant];
        case "armhf":
            return ["arm", "v7"];
        case "armel":
            return ["arm", "v6"];
        case "arm":
            return ["arm", variant === "" ? "v7" : /^[5-8]$/.test(variant) ? `v${variant}` : variant];
        default:
            return [architecture, variant];
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/media-types.js
/** Media types of the OCI image spec 1.1, of Docker's schema 2, and of what stands beside images in a registry. */
const media_types_OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
const OCI_EMPTY = "application/vnd.oci.empty.v1+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
const IN_TOTO = "application/vnd.in-toto+json";
const INDEX_TYPES = [media_types_OCI_INDEX, DOCKER_LIST];
const MANIFEST_TYPES = [OCI_MANIFEST, DOCKER_MANIFEST];
const IMAGE_CONFIG_TYPES = [OCI_CONFIG, DOCKER_CONFIG];
/** Layers that are fetched from their own address and that registries may not hold. */
const FOREIGN_LAYER = /^application\/vnd\.(?:oci\.image\.layer\.nondistributable\.|docker\.image\.rootfs\.foreign\.)/;

;// CONCATENATED MODULE: ./build/js/packages/images/src/attestations.js


/** How buildx marks an attestation in an index (BuildKit, docs/attestations/attestation-storage.md). */
const REFERENCE_TYPE = "vnd.docker.reference.type";
const REFERENCE_DIGEST = "vnd.docker.reference.digest";
const ATTESTATION_MANIFEST = "attestation-manifest";
const PREDICATE_TYPE = "in-toto.io/predicate-type";
/** The digest of the image that an entry of an index attests; undefined for an entry that is not an attestation. */
function attestedDigest({ annotations }) {
    return annotations?.[REFERENCE_TYPE] === ATTESTATION_MANIFEST ? (annotations[REFERENCE_DIGEST] ?? "") : undefined;
}
function indexContents({ manifests }) {
    const images = manifests.filter((entry) => attestedDigest(entry) === undefined && !isUnknown(entry.platform));
    const others = manifests.filter((entry) => !images.includes(entry));
    const digests = new Set(images.map(({ digest }) => digest));
    const byImage = Map.groupBy(others, (entry) => attestedDigest(entry) ?? "");
    return {
        images: images.map((descriptor) => ({
            descriptor,
            platform: descriptor.platform === undefined ? undefined : platformName(descriptor.platform),
            attestations: byImage.get(descriptor.digest) ?? [],
        })),
        orphans: others.filter((entry) => !digests.has(attestedDigest(entry) ?? "")),
    };
}
function shapeOf(manifest) {
    if (manifest.kind === "manifest")
        return "image";
    const { images } = indexContents(manifest);
    return images.length === 1 && !INDEX_TYPES.includes(images[0].descriptor.mediaType)
        ? "attested-image"
        : "multi-platform";
}
/** The statements in an attestation manifest, as buildx makes it. */
function statementsOf(manifest) {
    return manifest.layers
        .filter(({ mediaType }) => mediaType === IN_TOTO)
        .map((descriptor) => {
        const predicateType = descriptor.annotations?.[PREDICATE_TYPE] ?? "";
        return { descriptor, predicateType, kind: kindOf(predicateType) };
    });
}
function kindOf(predicateType) {
    if (/^https:\/\/slsa\.dev\/provenance\/v\d/.test(predicateType))
        return "provenance";
    if (/^https:\/\/(?:spdx\.dev\/Document|cyclonedx\.org\/bom)(?:$|\/)/.test(predicateType))
        return "sbom";
    return "other";
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/known-values.js
/** Shorter values stand in ordinary text by chance, and are not looked for; the result says so. */
const MIN_SECRET_CHARACTERS = 6;
/** From here on a value is found within longer words, too. */
const MIN_WITHIN_WORDS = 8;
/** `------` and `00000000` are lines and parts of numbers. */
const MIN_DIFFERENT_CHARACTERS = 3;
/** Lines of a secret of several lines that are looked for by themselves. */
const MIN_LINE_CHARACTERS = 16;
const MAX_LINES = 1000;
/** All forms of a secret; none if it is too short or too even to be told from ordinary text. */
function valueSearch(secret) {
    const needles = new Map();
    const add = (text, encoding) => {
        if (needles.has(text))
            return;
        needles.set(text, { text, encoding, isWord: text.length < MIN_WITHIN_WORDS });
    };
    for (const value of formsOf(secret.value)) {
        if (value.trim().length < MIN_SECRET_CHARACTERS || new Set(value).size < MIN_DIFFERENT_CHARACTERS)
            continue;
        add(value, "plain");
        for (const text of base64Forms(value))
            if (text.length >= MIN_WITHIN_WORDS)
                add(text, "base64");
        for (const text of urlForms(value))
            add(text, "URL-encoded");
        const hex = Buffer.from(value).toString("hex");
        add(hex, "hexadecimal");
        add(hex.toUpperCase(), "hexadecimal");
        for (const text of jsonForms(value))
            add(text, "JSON-escaped");
    }
    return { secret, needles: [...needles.values()] };
}
/** The same search with those forms alone that a text holds: a cheap look at all texts of a document at once. */
function possibleForms({ secret, needles }, text) {
    return { secret, needles: needles.filter((needle) => text.includes(needle.text)) };
}
/** The form in which a text holds the secret, if it does. */
function findValue(text, { needles }) {
    return needles.find((needle) => (needle.isWord ? hasWord(text, needle.text) : text.includes(needle.text)))?.encoding;
}
function hasWord(text, word) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        const around = [text[at - 1], text[at + word.length]];
        if (!around.some((character) => character !== undefined && /[\p{L}\p{N}_]/u.test(character)))
            return true;
    }
    return false;
}
/** The value, without blanks around it, with either line break, and its longer lines: a build may keep only a part. */
function formsOf(value) {
    const lines = value.split(/\r?\n/);
    const whole = [value, value.trim(), lines.join("\n"), lines.join("\n").trim()];
    if (lines.length === 1)
        return whole;
    // Lines such as `-----BEGIN PRIVATE KEY-----` are in every document about keys.
    const long = lines
        .slice(0, MAX_LINES)
        .map((line) => line.trim())
        .filter((line) => line.length >= MIN_LINE_CHARACTERS && !line.startsWith("-----"));
    return [...whole, ...long];
}
/** The characters that a value gives wherever it stands in an encoded text: three alignments, two alphabets. */
function* base64Forms(value) {
    const bytes = Buffer.from(value);
    for (const shift of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
        const text = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
        yield text;
        yield text.replaceAll("+", "-").replaceAll("/", "_");
    }
}
function* urlForms(value) {
    // Half of a surrogate pair cannot be encoded, and is no secret's character either.
    const encoded = encodeURIComponent(value.toWellFormed());
    for (const text of [encoded, encoded.replaceAll("%20", "+"), encoded.replace(/[!'()*]/g, percent)]) {
        yield text;
        yield text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    }
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** Inside JSON that is itself a text, as JSON.stringify and as Go write it. */
function* jsonForms(value) {
    const text = JSON.stringify(value).slice(1, -1);
    yield text;
    yield text.replace(/[&<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/place.js
/** Names are cut: a place is for people. */
const MAX_NAME_CHARACTERS = 120;
const place_VARIABLE = /^[A-Za-z_][\w.-]*$/;
/**
 * Where a text stands, in words for what people know (`environment variable NPM_TOKEN`), else as a path. A name that
 * holds a secret is not shown: a place never says what it warns of.
 */
function place_placeOf({ path, text, isName }, { isSecret, isKnown }) {
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/exposed-secrets/shapes.js

/** Fewer different characters than this are a stand-in such as `xxxx-xxxx`. */
const shapes_MIN_DIFFERENT_CHARACTERS = 4;
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
        isReal: (secret) => (decodeBase64(secret)?.indexOf(":") ?? -1) > 0,
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
    return new Set(secret.slice(0, 200)).size < Math.min(shapes_MIN_DIFFERENT_CHARACTERS, secret.length);
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
    const all = known.map(valueSearch);
    const findings = documents.flatMap(({ name, bytes }) => findingsIn(name, bytes, all));
    return {
        findings: findings.slice(0, MAX_FINDINGS),
        more: Math.max(0, findings.length - MAX_FINDINGS),
        notSearched: all.filter(({ needles }) => needles.length === 0).map(({ secret }) => secret.name),
    };
}
function findingsIn(document, bytes, all) {
    const texts = json_document_readJsonDocument(document, bytes, MAX_DOCUMENT_BYTES, [], (root) => [...textsOf(root)]);
    const together = texts
        .flatMap((placed) => [
        withName(placed),
        ...readingsOf(placed.text)
            .slice(1)
            .map(({ text }) => text),
    ])
        .join("\n");
    const values = all.map((each) => possibleForms(each, together)).filter(({ needles }) => needles.length > 0);
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
            const place = place_placeOf(placed, secrecy);
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/annotations.js
const MAX_ANNOTATIONS = 1000;
/** A map of text to text, as annotations and labels are; null and nothing are an empty one. */
function annotations_readAnnotations(value) {
    if (value.isMissing)
        return {};
    const entries = [...value.entries()];
    if (entries.length > MAX_ANNOTATIONS)
        throw value.not(`a map of at most ${MAX_ANNOTATIONS} entries`);
    return Object.fromEntries(entries.map(([key, text]) => [key, text.text()]));
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/descriptor.js





/** No layer is larger; a sum over all layers of an image stays exact. */
const MAX_BLOB_BYTES = 2 ** 40;
const MAX_URLS = 100;
const MAX_URL_CHARACTERS = 4096;
/** RFC 6838, section 4.2. */
const MEDIA_TYPE = /^[A-Za-z0-9][\w!#$&^.+-]{0,126}\/[A-Za-z0-9][\w!#$&^.+-]{0,126}$/;
/** @throws ReportError */
function descriptor_readDescriptor(value) {
    if (!value.isObject)
        throw value.not("a descriptor");
    const [urls, annotations, data] = [value.get("urls"), value.get("annotations"), value.get("data")];
    const [platform, artifactType] = [value.get("platform"), value.get("artifactType")];
    const descriptor = {
        mediaType: readMediaType(value.get("mediaType")),
        digest: readDigest(value.get("digest")),
        size: readSize(value.get("size")),
        ...(urls.isMissing ? {} : { urls: readUrls(urls) }),
        ...(annotations.isMissing ? {} : { annotations: annotations_readAnnotations(annotations) }),
        ...(data.isMissing ? {} : { data: data.text() }),
        ...(platform.isMissing ? {} : { platform: readPlatform(platform) }),
        ...(artifactType.isMissing || artifactType.raw === "" ? {} : { artifactType: readMediaType(artifactType) }),
    };
    if (descriptor.data !== undefined)
        checkData(data, descriptor, descriptor.data);
    return descriptor;
}
function readMediaType(value) {
    const text = value.text();
    if (!MEDIA_TYPE.test(text))
        throw value.not("a media type");
    return text;
}
function readSize(value) {
    const size = value.number();
    if (!Number.isSafeInteger(size) || size < 0 || size > MAX_BLOB_BYTES) {
        throw value.not(`a size in bytes from 0 to ${MAX_BLOB_BYTES}`);
    }
    return size;
}
function readUrls(value) {
    if (value.list().length > MAX_URLS)
        throw value.not(`a list of at most ${MAX_URLS} addresses`);
    return [...value.items()].map((item) => {
        if (item.text().length > MAX_URL_CHARACTERS)
            throw item.not(`an address of at most ${MAX_URL_CHARACTERS} characters`);
        return item.text();
    });
}
/** Bytes that a descriptor carries itself must be those that it points at, or two readers see two contents. */
function checkData(value, descriptor, data) {
    const bytes = decodeBase64(data);
    if (bytes === undefined)
        throw value.not("valid base64");
    if (bytes.length !== descriptor.size || !hasDigest(bytes, descriptor.digest)) {
        throw value.not("the bytes that the size and digest beside it state");
    }
}
/** The descriptor of bytes that we made ourselves. */
function descriptorOf(mediaType, bytes) {
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
}
/** @throws ReportError unless the bytes are those that the descriptor points at. */
function checkBytes({ digest, size }, bytes) {
    if (bytes.length !== size)
        throw new report_error.ReportError(`${digest} has ${bytes.length} bytes and not ${size} as its descriptor states`);
    if (!hasDigest(bytes, digest)) {
        throw new report_error.ReportError(`what stands under ${digest} is ${digestOf(bytes)}: it was changed or damaged on the way`);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/manifest.js






/** Registries need not take more (OCI distribution spec, "Pushing Manifests"). */
const manifest_MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Docker stops at 127 layers. */
const MAX_LAYERS = 1000;
const manifest_MAX_MANIFESTS = 1000;
const NAMES = ["schemaVersion", "mediaType", "config", "layers", "manifests", "subject", "artifactType", "annotations"];
/**
 * Reads a manifest or an index, of OCI or of Docker (schema 2).
 *
 * @param expected the descriptor that led here: its digest, size and media type must be those of the bytes
 * @throws ReportError that names the manifest and the field. A document that is a manifest and an index at once is
 *   refused (CVE-2021-41190: two readers would see two images).
 */
function readManifest(bytes, expected) {
    const name = `the manifest ${expected?.digest ?? (bytes.length <= manifest_MAX_MANIFEST_BYTES ? digestOf(bytes) : "")}`.trim();
    const read = () => json_document_readJsonDocument(name, bytes, manifest_MAX_MANIFEST_BYTES, NAMES, (root) => readRoot(root, expected?.mediaType));
    if (expected === undefined)
        return read();
    inDocument("the manifest", () => checkBytes(expected, bytes));
    return read();
}
function readRoot(root, expectedType) {
    const version = root.get("schemaVersion");
    if (version.raw === 1) {
        throw new report_error.ReportError("is a Docker manifest of schema 1, which registries no longer serve: build the image again");
    }
    if (version.raw !== 2)
        throw version.not("2");
    const kind = manifest_kindOf(root);
    const mediaType = mediaTypeOf(root, kind, expectedType);
    const [subject, artifactType] = [root.get("subject"), root.get("artifactType")];
    const common = {
        mediaType,
        ...(subject.isMissing ? {} : { subject: descriptor_readDescriptor(subject) }),
        ...(artifactType.isMissing || artifactType.raw === "" ? {} : { artifactType: readMediaType(artifactType) }),
        annotations: annotations_readAnnotations(root.get("annotations")),
    };
    if (kind === "index")
        return { kind, ...common, manifests: readList(root.get("manifests"), manifest_MAX_MANIFESTS) };
    return {
        kind,
        ...common,
        config: descriptor_readDescriptor(root.get("config")),
        layers: readList(root.get("layers"), MAX_LAYERS),
    };
}
function manifest_kindOf(root) {
    const isIndex = !root.get("manifests").isMissing;
    const isManifest = !root.get("config").isMissing || !root.get("layers").isMissing;
    if (isIndex && isManifest) {
        throw new report_error.ReportError("is an index and a manifest at once: it has `manifests` beside `config` or `layers`");
    }
    if (!isIndex && !isManifest)
        throw new report_error.ReportError("is neither a manifest nor an index: it has no `config` and no `manifests`");
    return isIndex ? "index" : "manifest";
}
function mediaTypeOf(root, kind, expected) {
    const stated = root.get("mediaType");
    const own = stated.isMissing || stated.raw === "" ? undefined : readMediaType(stated);
    if (own !== undefined && expected !== undefined && own !== expected)
        throw stated.not(`${expected}, as its descriptor states`);
    // OCI documents need not say what they are; Docker's must.
    const type = own ?? expected ?? (kind === "index" ? media_types_OCI_INDEX : OCI_MANIFEST);
    if (own === undefined && (type === DOCKER_LIST || type === DOCKER_MANIFEST))
        throw stated.not(type);
    const allowed = kind === "index" ? INDEX_TYPES : MANIFEST_TYPES;
    if (!allowed.includes(type)) {
        throw new report_error.ReportError(`has the media type ${type}, and the content of ${kind === "index" ? "an index" : "a manifest"}`);
    }
    return type;
}
function readList(value, most) {
    if (value.list().length > most)
        throw value.not(`a list of at most ${most} descriptors`);
    return [...value.items()].map(descriptor_readDescriptor);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/image-config.js





/** BuildKit's provenance and long histories make configs of some hundred kB. */
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;
const MAX_HISTORY = 10_000;
const MAX_VARIABLES = 10_000;
const image_config_NAMES = ["architecture", "os", "variant", "config", "rootfs", "history"];
/** @throws ReportError that names the field. */
function readImageConfig(bytes) {
    return json_document_readJsonDocument("the image's config", bytes, MAX_CONFIG_BYTES, image_config_NAMES, (root) => {
        const [config, history] = [root.get("config"), root.get("history")];
        const [variables, layers] = [config.get("Env"), root.get("rootfs").get("diff_ids")];
        return {
            platform: readPlatform(root),
            environment: variables.isMissing ? [] : readAll(variables, MAX_VARIABLES, (item) => item.text()),
            labels: annotations_readAnnotations(config.get("Labels")),
            history: history.isMissing ? [] : readAll(history, MAX_HISTORY, readHistory),
            layerDigests: layers.isMissing ? [] : readAll(layers, MAX_LAYERS, readDigest),
        };
    });
}
function readAll(value, most, read) {
    if (value.list().length > most)
        throw value.not(`a list of at most ${most} items`);
    return [...value.items()].map(read);
}
function readHistory(entry) {
    if (!entry.isObject)
        throw entry.not("an object");
    const [command, empty] = [entry.get("created_by"), entry.get("empty_layer")];
    if (!empty.isMissing && typeof empty.raw !== "boolean")
        throw empty.not("true or false");
    return { createdBy: command.isMissing ? "" : command.text(), isEmpty: empty.raw === true };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/layout.js





/** The file that marks a folder as an OCI layout, and the one that lists what is in it. */
const LAYOUT_FILE = "oci-layout";
const LAYOUT_INDEX = "index.json";
const MAX_LAYOUT_FILE_BYTES = 4096;
/** Where a layout keeps a blob, from the folder of the layout. */
function blobPath(digest) {
    return `blobs/${digest.slice(0, digest.indexOf(":"))}/${hexOf(digest)}`;
}
/** @throws ReportError unless the file `oci-layout` is of the version that the image spec defines. */
function checkLayoutFile(bytes) {
    json_document_readJsonDocument(`the file ${LAYOUT_FILE}`, bytes, MAX_LAYOUT_FILE_BYTES, ["imageLayoutVersion"], (root) => {
        const version = root.get("imageLayoutVersion");
        if (version.text() !== "1.0.0")
            throw version.not('"1.0.0"');
    });
}
/**
 * What a layout holds: the inner index or manifest, whose digest is the one that buildx prints and a registry shows.
 * index.json itself is only a table of contents with a digest of its own, and is never pushed.
 *
 * @param bytes index.json
 * @param expected the digest of buildx's metadata file, if it is known
 * @throws ReportError if there is nothing, or more than one thing, or something else than expected
 */
function layoutRoot(bytes, expected) {
    const contents = readManifest(bytes);
    if (contents.kind !== "index")
        throw new report_error.ReportError(`${LAYOUT_INDEX} is a manifest and not a list of manifests`);
    // An image with two names is listed twice.
    const roots = new Map(contents.manifests.map((descriptor) => [descriptor.digest, descriptor]));
    const digests = [...roots.keys()];
    if (expected !== undefined && !roots.has(expected)) {
        throw new report_error.ReportError(`${LAYOUT_INDEX} lists ${digests.join(", ") || "nothing"}, and buildx says that it made ${expected}`);
    }
    const root = expected === undefined ? roots.get(digests[0]) : roots.get(expected);
    if (root === undefined)
        throw new report_error.ReportError(`${LAYOUT_INDEX} lists no image`);
    if (expected === undefined && digests.length > 1) {
        throw new report_error.ReportError(`${LAYOUT_INDEX} lists ${digests.length} images, and nothing says which is meant`);
    }
    if (![...INDEX_TYPES, ...MANIFEST_TYPES].includes(root.mediaType)) {
        throw new report_error.ReportError(`${LAYOUT_INDEX} lists ${root.digest} of type ${root.mediaType}, which is not an image`);
    }
    // Names and the time of the export belong to the layout, not to the image.
    const { annotations: _, ...bare } = root;
    return bare;
}

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
        const isForeign = FOREIGN_LAYER.test(descriptor.mediaType) && (descriptor.urls ?? []).length > 0;
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
        if (descriptor.size > manifest_MAX_MANIFEST_BYTES) {
            throw new report_error.ReportError(`the manifest ${descriptor.digest} has ${descriptor.size} bytes, and at most ${manifest_MAX_MANIFEST_BYTES} are allowed`);
        }
        bytesInAll += descriptor.size;
        if (bytesInAll > MAX_MANIFEST_BYTES_IN_ALL) {
            throw new report_error.ReportError(`the manifests have more than ${MAX_MANIFEST_BYTES_IN_ALL} bytes in all`);
        }
        const bytes = await read(descriptor);
        checkBytes(descriptor, bytes);
        const manifest = readManifest(bytes, descriptor);
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
    return INDEX_TYPES.includes(mediaType) || MANIFEST_TYPES.includes(mediaType);
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
    checkLayoutFile(await (0,promises_.readFile)((0,external_node_path_.join)(folder, LAYOUT_FILE)));
    const root = layoutRoot(await (0,promises_.readFile)((0,external_node_path_.join)(folder, LAYOUT_INDEX)), expected);
    const order = await pushOrder([root], ({ digest }) => (0,promises_.readFile)((0,external_node_path_.join)(folder, blobPath(digest))));
    return { folder, root, order };
}
/** The bytes of a small blob, such as a configuration. @throws ReportError when they are not what its digest names. */
async function readBlob(folder, descriptor, maxBytes) {
    if (descriptor.size > maxBytes)
        throw new RangeError(`${descriptor.digest} has more than ${maxBytes} bytes`);
    const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, blobPath(descriptor.digest)));
    checkBytes(descriptor, bytes);
    return bytes;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/inspect-image.js







const MAX_STATEMENT_BYTES = 64 * 1024 * 1024;
/**
 * Looks at an exported image: what it is, how large it is, and whether its configuration, history or attestations tell a
 * secret to everybody who can pull it.
 *
 * @param allowed findings that are not secrets, as an earlier report named them. @throws ReportError
 */
async function inspectImage({ folder, order }, secrets, allowed) {
    const root = order.manifests.at(-1);
    const documents = order.manifests.map(({ descriptor, bytes }) => ({
        name: `the manifest ${descriptor.digest.slice(0, 19)}`,
        bytes,
    }));
    const platforms = [];
    const attestations = new Set();
    for (const { config } of imagesOf(order.manifests)) {
        const bytes = await readBlob(folder, config, MAX_CONFIG_BYTES);
        const platform = platformName(readImageConfig(bytes).platform);
        platforms.push(platform);
        documents.push({ name: `the configuration of ${platform}`, bytes });
    }
    for (const { manifest } of order.manifests) {
        if (manifest.kind !== "manifest")
            continue;
        for (const { descriptor, kind, predicateType } of statementsOf(manifest)) {
            attestations.add(kind === "other" ? predicateType : kind);
            const bytes = await readBlob(folder, descriptor, MAX_STATEMENT_BYTES);
            documents.push({ name: kind === "other" ? `the statement ${predicateType}` : `the ${kind}`, bytes });
        }
    }
    const { findings, more, notSearched } = findExposedSecrets(documents, secrets);
    const [first] = imagesOf(order.manifests);
    const shown = findings.map(findingName).filter((name) => !allowed.includes(name));
    return {
        shape: shapeOf(root.manifest),
        platforms,
        imageId: first.config.digest,
        size: sizeOf(first),
        attestations: [...attestations].sort(),
        findings: [...shown, ...(more > 0 ? [`${(0,quantity.counted)(more, "more secret")}`] : [])],
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
/** Manifests of images: not of attestations, whose platform is unknown. */
function imagesOf(manifests) {
    const root = manifests.at(-1).manifest;
    const digests = root.kind === "manifest"
        ? undefined
        : new Set(indexContents(root).images.map(({ descriptor }) => descriptor.digest));
    return manifests.flatMap(({ descriptor, manifest }) => manifest.kind === "manifest" &&
        IMAGE_CONFIG_TYPES.includes(manifest.config.mediaType) &&
        (digests === undefined || digests.has(descriptor.digest))
        ? [manifest]
        : []);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/failure-rules.js
const STORE = 'Set `"features": {"containerd-snapshotter": true}` in /etc/docker/daemon.json, or use docker/setup-buildx-action.';
/** In order: the first that fits says it. A step's own output is not searched, since a program can print anything. */
const FAILURE_RULES = [
    {
        kind: "disk-full",
        pattern: /no space left on device|disk quota exceeded/i,
        reason: "The disk of the builder is full",
        remedy: "Free space (`docker buildx prune`), or use a larger runner.",
    },
    {
        kind: "daemon",
        pattern: /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|error reading from server: EOF|closing transport|transport is closing/i,
        reason: "The connection to the Docker daemon was lost",
        remedy: "Look at the daemon's log. It is often killed for lack of memory or disk.",
    },
    {
        kind: "entitlement",
        pattern: /additional privileges requested|entitlement (\S+) is not allowed|granting entitlement (\S+) is not allowed/i,
        reason: "The build asks for a privilege that it was not given: $1$2",
        remedy: "Name it in `allow`, and allow it in the builder's `buildkitd-flags` too.",
    },
    {
        kind: "missing-secret",
        pattern: /secret (\S+?):? not found|no secret with id (\S+)/i,
        reason: "The Dockerfile needs the secret `$1$2`, which the step does not pass",
        remedy: "Add it to `secrets`, `secret-envs` or `secret-files`. Runs of forks have no secrets.",
    },
    {
        kind: "missing-secret",
        pattern: /secret \S+ too big|max size 500KiB/i,
        reason: "A secret has more than 500 KiB",
        remedy: "BuildKit takes no larger one. Pass what is needed of it.",
    },
    {
        kind: "missing-secret",
        pattern: /ssh forward (?:default|\S+) not found|no SSH key "([^"]*)" forwarded|invalid empty ssh agent socket/i,
        reason: "The Dockerfile needs an SSH agent, which the step does not pass",
        remedy: "Set `ssh: default` and start an agent before this step, or give `ssh: id=path/of/the/key`.",
    },
    {
        kind: "unknown-stage",
        pattern: /target stage "?([^"\s]+)"? could not be found/i,
        reason: "The Dockerfile has no stage `$1`",
        remedy: "Write the name of a `FROM … AS name` in `target`.",
    },
    {
        kind: "dockerfile",
        pattern: /dockerfile parse error(?: on)?(?: line \d+)?: (.*)|(base name \(.*\) should not be blank)|(failed to parse stage name .*)/i,
        reason: "The Dockerfile is not valid: $1$2$3",
        remedy: "Mend the line.",
    },
    {
        kind: "dockerfile",
        pattern: /failed to read dockerfile: open ([^:]+): no such file or directory/i,
        reason: "There is no Dockerfile `$1`",
        remedy: "Set `file`, relative to the working directory, and check out the repository first.",
    },
    {
        kind: "missing-file",
        pattern: /(?:failed to calculate checksum|failed to compute cache key).*?"([^"]*)": not found/i,
        reason: "The context has no file `$1`, which the Dockerfile copies",
        remedy: "Check the path relative to `context`, and whether .dockerignore leaves it out.",
    },
    {
        kind: "missing-file",
        pattern: /unable to prepare context: path "([^"]*)" not found|lstat (\S+): no such file or directory|resolve : lstat (\S+)/i,
        reason: "The path `$1$2$3` does not exist on the runner",
        remedy: "Check `context`, and check out the repository before this step.",
    },
    {
        kind: "rate-limit",
        pattern: /toomanyrequests|429 too many requests|you have reached your (?:unauthenticated )?pull rate limit/i,
        reason: "The registry refuses further pulls for now (429)",
        remedy: "Log in to pull, or take the base image from a mirror of your own.",
        isTransient: true,
    },
    {
        kind: "exporter",
        pattern: /exporter "?\S+?"? could not be found|(oci|docker|image) exporter.*not (?:currently )?support\w*|does not (?:currently )?support exporting manifest lists|Multi-platform build is not supported for the docker driver|Attestations? (?:is|are) not supported for the docker driver|OCI exporter is not supported for the docker driver/i,
        reason: "This engine cannot write what the build asks for",
        remedy: STORE,
    },
    {
        kind: "exporter",
        pattern: /push-by-digest(?:=true)? is currently not implemented for docker driver/i,
        reason: "The `docker` driver cannot push by digest",
        remedy: "Leave the output out: this action pushes by digest itself.",
    },
    {
        kind: "cache",
        pattern: /Cache export is not supported for the docker driver/i,
        reason: "This engine cannot write a cache other than `inline`",
        remedy: STORE,
    },
    {
        kind: "cache",
        pattern: /unknown cache (?:exporter|importer): "?(\S+?)"?$|error writing (?:layer|manifest) blob|failed to (?:configure|export) .*cache/i,
        reason: "The cache could not be written",
        remedy: "Add `ignore-error=true` to `cache-to`, as `cache` does.",
        isTransient: true,
    },
    {
        kind: "platform",
        pattern: /exec format error/i,
        reason: "The builder cannot run programs of this platform",
        remedy: "Use docker/setup-qemu-action before this step, or build each platform on a runner of its own.",
    },
    {
        kind: "platform",
        pattern: /no match for platform in manifest|no matching manifest for ([^\s]+)/i,
        reason: "A base image does not exist for this platform",
        remedy: "Leave the platform out of `platforms`, or use another base image.",
    },
    {
        kind: "registry-login",
        pattern: /(?:pull access denied|insufficient_scope|authorization failed|401 unauthorized|403 forbidden|denied: )/i,
        reason: "A registry refuses access to a base image or cache",
        remedy: "Check the name, and that `username` and `password` may read it.",
    },
    {
        kind: "network",
        pattern: /(?:no such host|i\/o timeout|connection refused|connection reset by peer|TLS handshake timeout|context deadline exceeded|temporary failure in name resolution|network is unreachable|unexpected EOF|(?:500|502|503|504) (?:internal server error|bad gateway|service unavailable|gateway time-?out))/i,
        reason: "The network or a registry failed while the build fetched something",
        remedy: "Run the job again. If it stays, check the name of the registry and the runner's DNS.",
        isTransient: true,
    },
    {
        kind: "base-image",
        pattern: /failed to resolve source metadata for ([^\s:]+(?::\d+)?[^\s:]*(?::[^\s:]+)?): .*not found|(\S+): not found$/i,
        reason: "There is no image `$1$2`",
        remedy: "Check its name and tag in the Dockerfile's FROM.",
    },
    {
        kind: "out-of-memory",
        pattern: /exit code: 137|signal: killed|cannot allocate memory/i,
        reason: "A step was killed, most often for lack of memory",
        remedy: "Use fewer parallel jobs in the step, or a larger runner.",
    },
    {
        kind: "step",
        pattern: /process "(.*)" did not complete successfully: exit code: (\d+)/i,
        reason: "`$1` ended with exit code $2",
        remedy: "Its last lines say why.",
    },
    { kind: "canceled", pattern: /context canceled/i, reason: "The build was canceled", remedy: "Start it again." },
];

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/failure.js

/** What a failed `docker buildx` says, by its plain lines and the steps that failed. */
function describeFailure(facts) {
    const [step] = facts.failed;
    const error = facts.otherLines.findLast((line) => line.startsWith("ERROR: ")) ?? step?.error;
    const said = (error ?? facts.otherLines.at(-1) ?? "").slice(0, MAX_SAID_CHARACTERS);
    const text = said.replace(/^ERROR: /, "").replace(/^(?:target \S+: )?(?:failed to solve: )*/, "");
    const { file, line } = failure_placeOf(facts.otherLines);
    const found = FAILURE_RULES.map((rule) => ({ rule, match: rule.pattern.exec(said) })).find(({ match }) => match !== null);
    const reason = found === undefined ? text : filled(found.rule.reason, found.match);
    return {
        kind: found?.rule.kind ?? "unknown",
        reason: cut(reason) || "docker buildx failed and did not say why",
        remedy: found?.rule.remedy ?? "The last lines of the log say more.",
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
        const file = solve_status_text(warning.sourceInfo?.filename);
        return {
            text: decoded(warning.short),
            detail: list(warning.detail).map(decoded),
            url: solve_status_text(warning.url),
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



const metadata_file_DIGEST = /^sha256:[0-9a-f]{64}$/;
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
    return { mediaType: value.get("mediaType").text(), digest: metadata_file_digestOf(value.get("digest")), size };
}
function optionalDigest(value) {
    return value.isMissing ? undefined : metadata_file_digestOf(value);
}
function metadata_file_digestOf(value) {
    const digest = value.text();
    if (!metadata_file_DIGEST.test(digest))
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
                this.#warnings.set(JSON.stringify([warning.text, warning.file, warning.line]), warning);
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
var wait = __webpack_require__(83528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/live.js + 3 modules
var live = __webpack_require__(95807);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/run-build.js










/** GitHub ends a job after six hours (actions limits); nothing of ours is shorter. */
const BUILD_TIME = 6 * 60 * 60_000;
/** Milliseconds without a line after which it is said what is still running. */
const SILENCE = 30_000;
/** Waits before a build is tried again whose base image, say, could not be fetched: milliseconds. */
const WAITS = [5000, 15_000];
/** Carries a build plan out, one command after another, with one line a step in the log. */
async function runBuild(plan, options) {
    if (plan.bakeFile !== undefined)
        writePrivate(options.bakeFile, bakeFileText(plan.bakeFile));
    for (const { path, content } of plan.files)
        writePrivate(path, content);
    const facts = [];
    const metadata = [];
    for (const command of plan.commands) {
        for (let attempt = 0;; attempt++) {
            const run = await runCommand(command, plan, options);
            const delay = WAITS[attempt];
            if (run.failure?.isTransient === true && delay !== undefined) {
                options.log.warning(`${run.failure.reason}. Trying again in ${delay / 1000} s.`);
                await (0,wait.wait)(delay);
                continue;
            }
            facts.push(run.facts);
            if (run.failure !== undefined)
                return { facts, metadata, failure: run.failure };
            break;
        }
        metadata.push(readMetadata((0,external_node_fs_.readFileSync)(command.metadataFile), command.targets));
    }
    return { facts, metadata, failure: undefined };
}
/** Only the runner's user can read it. */
function writePrivate(path, content) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    (0,external_node_fs_.writeFileSync)(path, content, { mode: 0o600 });
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
    const names = plan.targets.flatMap(({ inheritedArgs, secrets }) => [
        ...inheritedArgs,
        ...secrets.bake.flatMap((secret) => ("env" in secret ? [secret.env] : [])),
    ]);
    try {
        const { exitCode } = await (0,live.runLiveProcess)("docker", command.arguments, {
            cwd: workspace,
            environment: { ...dockerEnvironment(environment, names), ...plan.environment },
            timeout: BUILD_TIME,
            maxLineBytes: MAX_LINE_CHARACTERS,
            onLine: (line) => say(progress.write(`${line}\n`)),
        });
        const { events, facts } = progress.end();
        say(events);
        return { facts, failure: exitCode === 0 ? undefined : describeFailure(facts) };
    }
    finally {
        clearInterval(silence);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/building/build-images.js








/** Builds all images, and looks at the bytes that came of it. */
async function buildImages({ planning }, inputs, io, environment) {
    const folders = foldersOf(planning.folder);
    // What an earlier attempt left must not be taken for today's.
    for (const folder of [folders.layouts, folders.private])
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    const plan = buildPlan(inputs, planning, build_images_definedVariables(environment));
    const { facts, metadata, failure } = await io.log.group("Building", () => runBuild(plan, { environment, workspace: io.workspace, bakeFile: folders.bakeFile, log: io.log }));
    const dockerfiles = plan.targets.map(({ dockerfile }) => dockerfile);
    const warnings = facts.flatMap(({ warnings: each }) => each.map((warning) => warningOf(warning, dockerfiles)));
    if (failure !== undefined) {
        const place = failure.file === undefined ? "" : ` (${failure.file}, line ${failure.line})`;
        const last = failure.log.length === 0 ? "" : `. Its last line: ${failure.log.at(-1)}`;
        const words = `${failure.reason}${place}. ${failure.remedy}${last}`;
        return { images: [], warnings, metadata: null, failure: words };
    }
    keepFreshCaches(planning);
    const told = Object.assign({}, ...metadata.map(({ images }) => images));
    const secrets = knownSecrets(inputs, plan, environment);
    const images = [];
    for (const { name, outputs } of plan.targets) {
        const digest = told[name]?.digest;
        const image = outputs.layout === undefined
            ? undefined
            : await readImageFolder(outputs.layout, digest !== undefined && isDigest(digest) ? digest : undefined);
        const inspection = image && (await inspectImage(image, secrets, inputs.allowedSecrets));
        images.push({ name, image, inspection, steps: stepsOf(facts, name, plan.targets.length > 1) });
    }
    return { images, warnings, metadata: told, failure: undefined };
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
/** All values that must not be in an image: secrets of the build, logins, keys. */
function knownSecrets(inputs, plan, environment) {
    const { credentials, signing, token, targets } = inputs;
    const ofBuild = targets.flatMap(({ inputs: { secrets } }) => secrets.map((entry) => ({ name: entry.split("=", 1)[0], value: entry.slice(entry.indexOf("=") + 1) })));
    const ofVariables = plan.targets.flatMap(({ secrets }) => secrets.bake.flatMap((secret) => {
        const value = "env" in secret ? environment[secret.env] : undefined;
        return value === undefined ? [] : [{ name: secret.id, value }];
    }));
    return [
        ...ofBuild,
        ...ofVariables,
        ...credentials.map(({ password, registry }) => ({
            name: `the password of ${registry || "the registry"}`,
            value: password,
        })),
        ...(signing?.password === undefined ? [] : [{ name: "signing-password", value: signing.password }]),
        ...(token === "" ? [] : [{ name: "github-token", value: token }]),
    ];
}
function stepsOf(facts, name, isOneOfSeveral) {
    const [first] = facts;
    if (first === undefined)
        return null;
    const isOwn = ({ images }) => !isOneOfSeveral || images.length === 0 || images.includes(name);
    const slowest = facts
        .flatMap((each) => each.slowest)
        .filter(isOwn)
        .slice(0, 5)
        .map((step) => ({ name: step.name, seconds: step.seconds ?? 0 }));
    const [miss] = facts.flatMap(({ misses }) => misses);
    return {
        ...(isOneOfSeveral
            ? countsOf(facts.find((each) => each.steps.some(isOwn)) ?? first, name)
            : { cached: first.cached, built: first.built }),
        slowest,
        missed: miss === undefined ? null : `${miss.step}: ${miss.reason}`,
    };
}
/** BuildKit names a Dockerfile by its last part alone. */
function warningOf({ text, file: name, line, endLine }, dockerfiles) {
    const file = name === undefined ? undefined : dockerfileNamed(name, dockerfiles);
    return {
        message: text,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
        ...(endLine !== undefined && { endLine }),
    };
}
function build_images_definedVariables(environment) {
    return Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== undefined));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/foreign-environment.js + 1 modules
var foreign_environment = __webpack_require__(11029);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/run-scan.js




/** What stands for the folder with the image in the input `scan`. */
const LAYOUT = "{layout}";
/** Settings of scanners, which hold no secrets of the run. */
const SETTINGS = ["TRIVY_*", "GRYPE_*", "SYFT_*", "SNYK_CFG_*"];
const SCAN_TIME = 30 * 60_000;
/** Runs the command of `scan` on each image, one after another. Its exit code decides. */
async function runScan(images, { scan, token }, io) {
    const [program, ...args] = scan;
    if (program === undefined)
        return [];
    const temporary = (0,external_node_path_.join)(io.temporary, "scan");
    (0,external_node_fs_.mkdirSync)(temporary, { recursive: true, mode: 0o700 });
    const { variables } = (0,foreign_environment.foreignEnvironment)(io.environment, { token, passed: SETTINGS, temporary });
    const scanned = [];
    for (const { name, image } of images) {
        if (image === undefined)
            continue;
        const own = args.map((argument) => argument.replaceAll(LAYOUT, () => image.folder));
        const { exitCode } = await io.log.group(`Scanning ${name}`, () => (0,live.runLiveProcess)(program, own, {
            cwd: io.workspace,
            environment: variables,
            timeout: SCAN_TIME,
            onLine: (line) => io.log.info(line),
        }));
        scanned.push({
            name,
            refusal: exitCode === 0 ? undefined : `the scan \`${program}\` ended with exit code ${exitCode ?? "of a signal"}`,
        });
    }
    return scanned;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/address.js
/** Where the API of a registry is. Pure. */
/** Docker Hub's names, and the one host of them that speaks the API. */
const HUB = new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
const HUB_API = "registry-1.docker.io";
/** Letters, digits and the like with an optional port: never a path, a query or credentials. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const address_REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const address_DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const address_MAX_REPOSITORY_CHARACTERS = 255;
function isHub(registry) {
    return HUB.has(registry.toLowerCase());
}
/** @returns `HOST` or `HOST:PORT`. @throws Error for what is not the name of a registry. */
function apiHost(registry) {
    if (!HOST.test(registry))
        throw new Error(`${JSON.stringify(registry)} is not the name of a registry`);
    return isHub(registry) ? HUB_API : registry.toLowerCase();
}
/** A registry on this machine: Docker speaks http with it as well, and takes any certificate. */
function isLoopback(host) {
    const { hostname } = new URL(`http://${host}`);
    return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
/** @returns it. @throws Error for a name that would lead to another place of the registry. */
function checkedRepository(repository) {
    if (repository.length > address_MAX_REPOSITORY_CHARACTERS || !address_REPOSITORY.test(repository))
        throw new Error(`${JSON.stringify(repository)} is not the name of a repository`);
    return repository;
}
/** A tag or a digest. @returns it. @throws Error for anything else. */
function checkedReference(reference) {
    if (!TAG.test(reference) && !address_DIGEST.test(reference))
        throw new Error(`${JSON.stringify(reference)} is neither a tag nor a digest`);
    return reference;
}
function address_isDigest(text) {
    return address_DIGEST.test(text);
}
/** @returns it. @throws Error for anything else than SHA-256 or SHA-512. */
function checkedDigest(digest) {
    if (!address_DIGEST.test(digest))
        throw new Error(`${JSON.stringify(digest)} is not a digest`);
    return digest;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/docker/config-file.js

/** Docker Hub's name among credentials (docker/cli, `registry.IndexServer`). */
const HUB_KEY = "https://index.docker.io/v1/";
/** The part of a program's name that a config names: never a path. */
const PROGRAM = /^[\w.-]+$/;
/**
 * Reads a config.json as Docker's client does. Pure.
 *
 * @throws Error in one line for what is no such file.
 */
function parseDockerConfig(text) {
    let raw;
    try {
        raw = text.trim() === "" ? {} : JSON.parse(text);
    }
    catch {
        // Node's message quotes the file, which holds credentials.
        throw new Error("is not valid JSON");
    }
    if (typeof raw !== "object" || raw === null || Array.isArray(raw))
        throw new Error("is not a JSON object");
    const { auths, credHelpers, credsStore } = raw;
    const helpers = Object.entries(recordOf(credHelpers, "credHelpers"));
    return {
        auths: Object.fromEntries(Object.entries(recordOf(auths, "auths")).map(([name, login]) => [name, readLogin(login, name)])),
        credHelpers: Object.fromEntries(helpers.map(([name, program]) => [name, readProgram(program)])),
        credsStore: credsStore === undefined || credsStore === "" ? undefined : readProgram(credsStore),
        raw: raw,
    };
}
/** Names under which the credentials of a registry may be stored, the one that Docker uses first. */
function credentialKeys(registry) {
    return isHub(registry) ? [HUB_KEY, "index.docker.io", "docker.io", "registry-1.docker.io"] : [registry];
}
/** The program that holds the credentials of a registry: its own, or the one for all. */
function credentialProgram({ credHelpers, credsStore }, registry) {
    const keys = credentialKeys(registry);
    const key = keys.find((one) => Object.hasOwn(credHelpers, one));
    if (key !== undefined)
        return credHelpers[key] === "" ? undefined : { program: credHelpers[key], key };
    return credsStore === undefined ? undefined : { program: credsStore, key: keys[0] };
}
/**
 * What the file itself holds for a registry: under its name, or under an address of it (`https://HOST/v1/`).
 *
 * @throws Error for an entry that is damaged.
 */
function storedCredential({ auths }, registry) {
    const keys = credentialKeys(registry);
    const names = Object.keys(auths);
    const name = keys.find((key) => Object.hasOwn(auths, key)) ?? names.find((one) => keys.includes(hostOf(one)));
    if (name === undefined)
        return undefined;
    const { auth, identityToken, registryToken } = auths[name];
    if (registryToken !== "")
        return { registryToken };
    if (identityToken !== "")
        return { identityToken };
    if (auth === "")
        return undefined;
    const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(auth, "base64").toString()) ?? [];
    if (username === undefined || password === undefined)
        throw new Error(`the credentials of ${name} are not base64 of a user name and a password`);
    return { username, password: password.replace(/\0+$/, "") };
}
/** As docker/cli's ConvertToHostname has it. */
function hostOf(name) {
    return name.replace(/^https?:\/\//, "").split("/")[0];
}
function readLogin(login, name) {
    const fields = recordOf(login, `auths: ${name}`);
    const text = (field) => {
        const value = fields[field] ?? "";
        if (typeof value !== "string")
            throw new Error(`has something else than a text in auths: ${name}: ${field}`);
        return value;
    };
    return { auth: text("auth"), identityToken: text("identitytoken"), registryToken: text("registrytoken") };
}
function readProgram(program) {
    if (program === "")
        return "";
    if (typeof program !== "string" || !PROGRAM.test(program))
        throw new Error("names a credential program that is not a plain name");
    return program;
}
function recordOf(value, name) {
    if (value === undefined || value === null)
        return {};
    if (typeof value !== "object" || Array.isArray(value))
        throw new Error(`has something else than an object in ${name}`);
    return value;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/docker/credential.js


/** A program that asks a person, or the cloud, must end: milliseconds. */
const PROGRAM_TIMEOUT = 60_000;
const MAX_OUTPUT = 1_000_000;
/** How the programs say that they have none (docker-credential-helpers, `errCredentialsNotFoundMessage`). */
const NOT_FOUND = /credentials not found in native keychain|no credentials (?:server URL|username)/i;
/**
 * The credentials of a registry as Docker's client would find them: from the program that the config names, or from the
 * config itself.
 *
 * @returns undefined when there are none. @throws Error that names the registry and the program, without any secret.
 */
async function findCredential(config, registry, search) {
    const place = credentialProgram(config, registry);
    if (place === undefined)
        return storedCredential(config, registry);
    const program = `docker-credential-${place.program}`;
    const options = { ...search, timeout: PROGRAM_TIMEOUT, maxOutput: MAX_OUTPUT, input: place.key };
    const { exitCode, stdout, stderr } = await (0,process_process.runProcess)(program, ["get"], options).catch((cause) => {
        throw new Error(`the credentials of ${registry} are kept by ${program}, which cannot be asked`, { cause });
    });
    const output = stdout.toString();
    if (exitCode !== 0) {
        if (NOT_FOUND.test(`${output}\n${stderr}`))
            return undefined;
        const said = (stderr || output).trim().split("\n")[0].slice(0, 300);
        throw new Error(`${program} has no credentials of ${registry}: exit code ${exitCode}${said && `: ${said}`}`);
    }
    return readProgramAnswer(output, program, registry);
}
function readProgramAnswer(output, program, registry) {
    const wrong = () => new Error(`${program} gave something else than the credentials of ${registry}`);
    let answer;
    try {
        answer = JSON.parse(output);
    }
    catch {
        // Node's message quotes the output, which may hold a secret.
        throw wrong();
    }
    const { Username: username, Secret: secret } = (answer ?? {});
    if (typeof username !== "string" || typeof secret !== "string")
        throw wrong();
    if (secret === "")
        return undefined;
    return username === "<token>" ? { identityToken: secret } : { username, password: secret };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
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
    const keepsHub = logins.some(({ registry }) => isHub(registry)) && hasHubCredential(existing);
    const isScoped = keepsHub && options.hasRepositoryScopes;
    const isReplaced = keepsHub && !isScoped && options.needsHubLogin;
    const general = logins.filter(({ registry }) => !keepsHub || isReplaced || !isHub(registry));
    const raw = withLogins(existing, general);
    const text = JSON.stringify(raw, undefined, 2);
    writeSecret((0,external_node_path_.join)(folder, "config.json"), text);
    const buildx = isScoped ? scopeLogins(folder, ownBuildx, logins) : ownBuildx;
    return {
        environment: { DOCKER_CONFIG: folder, BUILDX_CONFIG: buildx },
        config: parseDockerConfig(text),
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
        return parseDockerConfig("");
    try {
        return parseDockerConfig((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${path} ${error.message}: correct it, or set DOCKER_CONFIG to another folder`);
    }
}
/** The runner's own, with which its pulls are not limited. */
function hasHubCredential(config) {
    return credentialProgram(config, "docker.io") !== undefined || storedCredential(config, "docker.io") !== undefined;
}
/** An empty helper makes Docker look into the file itself, whatever `credsStore` says (docker/cli, configfile). */
function withLogins({ raw, credHelpers, credsStore }, logins) {
    const auths = { ...raw.auths };
    const helpers = { ...credHelpers };
    for (const { registry, username, password } of logins) {
        const keys = credentialKeys(registry);
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
        if (!isHub(registry))
            continue;
        const auths = { [credentialKeys(registry)[0]]: { auth: encoded(username, password) } };
        for (const repository of repositories) {
            const place = (0,external_node_path_.join)(buildx, "config", HUB_FOLDER, checkedRepository(repository));
            (0,external_node_fs_.mkdirSync)(place, { recursive: true, mode: 0o700 });
            writeSecret((0,external_node_path_.join)(place, "config.json"), JSON.stringify({ auths }, undefined, 2));
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
/** Fails where there is a file already: nobody else's mode may stay. */
function writeSecret(path, text) {
    (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: "wx" });
}
const encoded = (username, password) => Buffer.from(`${username}:${password}`).toString("base64");

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/answer.js


/** What a body holds as JSON, or why it holds none. Pure. */
function parseBody(body) {
    if (/^\s*</.test(Buffer.from(body.subarray(0, 100)).toString()))
        return { problem: "the answer is HTML: a proxy or a login page stands before the registry" };
    try {
        return { data: (0,json.parseJson)([body]).raw };
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        return { problem: `the answer ${error.message.replace(": the report was cut off", "")}` };
    }
}
/**
 * What a registry says of a refusal: `{"errors":[{"code","message","detail"}]}` (OCI distribution, "Error Codes"), or the
 * first line of a text. Pure.
 */
function refusalOf(body) {
    if (body.length === 0)
        return "";
    const parsed = parseBody(body);
    if ("problem" in parsed) {
        const text = Buffer.from(body.subarray(0, 500)).toString();
        return /^\s*</.test(text) ? "an HTML page" : (text.trim().split("\n")[0] ?? "");
    }
    const { errors, message, details } = (parsed.data ?? {});
    const listed = Array.isArray(errors) ? errors.slice(0, 5).map(describeError) : [];
    const others = [message, details].filter((one) => typeof one === "string" && one !== "");
    return (listed.length > 0 ? listed : others).join(", ");
}
function describeError(error) {
    const { code, message, detail } = (error ?? {});
    const texts = [code, message, detail].filter((one) => typeof one === "string" && one !== "");
    return [...new Set(texts)].join(": ");
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/manifest.js



/** Registries refuse larger ones (OCI distribution, "Pushing Manifests"). */
const registry_manifest_MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
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
function manifest_digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest("hex")}`;
}
/** @returns undefined when the registry has none. @throws RegistryError */
async function getManifest(exchange, repository, reference) {
    const request = { ...about(repository, reference, "get manifest"), method: "GET" };
    for (let attempt = 1;; attempt++) {
        const answer = await exchange.request({ ...request, maxBytes: registry_manifest_MAX_MANIFEST_BYTES });
        if (answer.status === 404)
            return undefined;
        const manifest = manifest_readManifest(answer, reference);
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
    const mediaType = manifest_mediaTypeOf(answer);
    // Some registries name the digest only with the bytes, and a page of HTML has none.
    if (digest === undefined || !address_isDigest(digest) || !/json/.test(mediaType)) {
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
async function putManifest(exchange, repository, { mediaType, bytes }, reference = manifest_digestOf(bytes)) {
    const digest = manifest_digestOf(bytes, reference.startsWith("sha512:") ? "sha512" : "sha256");
    if (address_isDigest(reference) && reference !== digest)
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
    if (stored === undefined && body.length > 0 && "problem" in parseBody(body))
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
        target: `/v2/${checkedRepository(repository)}/manifests/${checkedReference(reference)}`,
        headers: { accept: ACCEPT },
        scopes: pullScope(repository),
        expected: [200, 404],
    };
}
const lie = (message) => ({ status: 0, headers: {}, message, isFinal: true });
function manifest_readManifest(answer, reference) {
    const parsed = parseBody(answer.body);
    if ("problem" in parsed)
        return parsed;
    const { schemaVersion, mediaType } = (parsed.data ?? {});
    if (schemaVersion !== 2)
        return { problem: "the answer is not a manifest of version 2" };
    const digest = manifest_digestOf(answer.body, reference.startsWith("sha512:") ? "sha512" : "sha256");
    const promised = [answer.headers["docker-content-digest"], address_isDigest(reference) ? reference : undefined];
    const other = promised.find((one) => one !== undefined && one.split(":")[0] === digest.split(":")[0] && one !== digest);
    if (other !== undefined)
        return { problem: `the bytes have the digest ${digest}, and ${other} was promised` };
    const stated = typeof mediaType === "string" && mediaType !== "" ? mediaType : manifest_mediaTypeOf(answer);
    return { digest, mediaType: stated, bytes: answer.body };
}
function manifest_mediaTypeOf({ headers }) {
    return (headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/blob.js





const READ_BYTES = 1024 * 1024;
/** @returns whether the repository has it, whole. @throws RegistryError */
async function hasBlob(exchange, repository, digest, size) {
    const { status, headers } = await exchange.request({ ...blob_about(repository, digest, "look up"), method: "HEAD" });
    const length = headers["content-length"];
    // A page of HTML also has the status 200.
    return (status === 200 && (length === undefined || Number(length) === size) && !/html/.test(headers["content-type"] ?? ""));
}
/**
 * @param maxBytes more is an error. @returns undefined when the repository has none. @throws RegistryError, also for
 *   bytes of another digest.
 */
async function getBlob(exchange, repository, digest, maxBytes) {
    const request = { ...blob_about(repository, digest, "get blob"), method: "GET", maxBytes };
    for (let attempt = 1;; attempt++) {
        const { status, body } = await exchange.request(request);
        if (status === 404)
            return undefined;
        if (body.length > maxBytes) {
            const message = `it is larger than ${maxBytes} bytes`;
            throw exchange.error(request, { status: 0, headers: {}, message, isFinal: true });
        }
        const found = manifest_digestOf(body, blob_algorithmOf(digest));
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
            const source = blob_readBlob(blob, start, end);
            return external_node_stream_.Readable.from(told(source, onBytes));
        },
    };
}
/** Whether its bytes are those that its digest names. */
async function isIntact(blob) {
    const hash = (0,external_node_crypto_.createHash)(blob_algorithmOf(blob.digest));
    for await (const chunk of blob_readBlob(blob, 0, blob.size))
        hash.update(chunk);
    return blob.digest.endsWith(`:${hash.digest("hex")}`);
}
function blob_readBlob({ content }, start, end) {
    if ("bytes" in content)
        return external_node_stream_.Readable.from(start === end ? [] : [Buffer.from(content.bytes.subarray(start, end))]);
    if (start === end)
        return external_node_stream_.Readable.from([]);
    return (0,external_node_fs_.createReadStream)(content.path, { start, end: end - 1, highWaterMark: READ_BYTES });
}
async function* told(source, onBytes) {
    for await (const chunk of source) {
        onBytes(chunk.length);
        yield chunk;
    }
}
const blob_algorithmOf = (digest) => (digest.startsWith("sha512:") ? "sha512" : "sha256");
function blob_about(repository, digest, operation) {
    return {
        operation,
        repository,
        reference: digest,
        target: `/v2/${checkedRepository(repository)}/blobs/${checkedDigest(digest)}`,
        scopes: [`repository:${repository}:pull`],
        expected: [200, 404],
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/redirect.js
var redirect = __webpack_require__(42853);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(75428);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/proxy.js
var proxy = __webpack_require__(4109);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/wire.js


/** There is no answer, or none that can be used. */
class WireError extends Error {
    name = "WireError";
    /** Node's: ECONNRESET. */
    code;
    /** Another attempt would end in the same way. */
    isFinal;
    constructor(message, { code, isFinal = false } = {}) {
        super(message);
        this.code = code;
        this.isFinal = isFinal;
    }
    /** The server speaks http where https was expected: nothing was sent to it. */
    get isPlainServer() {
        return this.code === "EPROTO" || this.code === "ERR_SSL_WRONG_VERSION_NUMBER";
    }
}
/** A connection that moves no bytes for this long is dead, milliseconds. Some registries store a large layer meanwhile. */
const IDLE_TIMEOUT = 120_000;
/** Milliseconds from the first byte of an answer to its last: a server that sends it byte by byte never idles. */
const ANSWER_TIMEOUT = 60_000;
/** Certificates and addresses that are wrong stay wrong. */
const LASTING = /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ENOTFOUND|ERR_INVALID)/;
/**
 * Sends one request and reads its answer, over node:http: `fetch` sends a stream without its Content-Length, which
 * registries ask for. Follows nothing, and tries nothing again but what met a connection that had stood idle too long.
 *
 * @throws WireError without an answer.
 */
async function send(request) {
    for (let stale = 0;; stale++) {
        const sent = await sendOnce(request);
        if (!("failure" in sent))
            return sent;
        if (!sent.isStale || stale === MAX_STALE)
            throw sent.failure;
    }
}
/** Idle connections that a registry may have closed. */
const MAX_STALE = 5;
async function sendOnce(request) {
    const { method, url, headers, body, maxBytes, isInsecure, idleTimeout = IDLE_TIMEOUT } = request;
    (0,proxy.useProxyOfEnvironment)();
    const isTls = url.protocol === "https:";
    // Not an import: loading either costs tens of milliseconds, which only a run that reaches a registry should pay.
    const { request: start } = process.getBuiltinModule(isTls ? "node:https" : "node:http");
    const options = {
        method,
        headers: { ...headers, ...((body !== undefined || needsLength(method)) && { "content-length": body?.size ?? 0 }) },
        timeout: idleTimeout,
        ...(isTls && (isInsecure ? { rejectUnauthorized: false } : { secureContext: systemTrust() })),
    };
    const sent = start(url, options);
    sent.on("timeout", () => sent.destroy(new WireError(`the connection moved nothing for ${idleTimeout / 1000} s`)));
    const responded = new Promise((resolve, reject) => {
        sent.once("response", resolve);
        // Always heard: a second error without a listener would end the process.
        sent.on("error", reject);
        sent.once("close", () => reject(new WireError("the connection ended without an answer", { code: "ECONNRESET" })));
    });
    const sending = writeBody(body, sent).then(() => undefined, (error) => error);
    try {
        const response = await responded;
        const read = await readBody(response, maxBytes, method === "HEAD");
        return { status: response.statusCode ?? 0, headers: flatHeaders(response), body: read };
    }
    catch (error) {
        // An early end of the source says more than that the connection ended.
        sent.destroy();
        const cause = await sending;
        const failure = asWireError(cause instanceof SourceError ? cause : error);
        // What may have arrived with a body is for the caller to look up.
        return { failure, isStale: sent.reusedSocket && failure.code === "ECONNRESET" && body === undefined };
    }
    finally {
        // An early refusal leaves the rest unsent.
        if (!sent.writableFinished)
            sent.destroy();
        await sending;
    }
}
/** The bytes to send cannot be read: no fault of the connection. */
class SourceError extends WireError {
}
/** @throws SourceError for a source with fewer or more bytes than promised, or that cannot be read. */
async function writeBody(body, sent) {
    if (body === undefined) {
        sent.end();
        return;
    }
    const source = body.open();
    let failed;
    source.once("error", () => {
        failed ??= "source";
    });
    // A connection that breaks ends the source with the same error.
    for (const event of ["error", "close"])
        sent.once(event, () => {
            failed ??= "connection";
        });
    try {
        await (0,external_node_stream_promises_.pipeline)(source, (chunks) => counted(chunks, body.size), sent);
    }
    catch (error) {
        if (failed !== "source" || error instanceof SourceError)
            throw error;
        throw new SourceError(`what is to be sent cannot be read: ${error.message}`, { isFinal: true });
    }
}
async function* counted(source, size) {
    let sent = 0;
    for await (const chunk of source) {
        sent += chunk.length;
        if (sent > size)
            break;
        yield chunk;
    }
    if (sent === size)
        return;
    const found = sent > size ? "more" : sent;
    throw new SourceError(`what is to be sent has ${found} bytes, and had ${size}`, { isFinal: true });
}
async function readBody(response, maxBytes, isHead) {
    const late = setTimeout(() => response.destroy(new WireError(`no whole answer within ${ANSWER_TIMEOUT / 1000} s`)), ANSWER_TIMEOUT);
    try {
        const parts = [];
        let size = 0;
        for await (const part of response) {
            size += part.length;
            if (size > maxBytes)
                throw new WireError(`the answer is larger than ${maxBytes / 1_000_000} MB`, { isFinal: true });
            parts.push(part);
        }
        const promised = response.headers["content-length"];
        if (!isHead && promised !== undefined && Number(promised) !== size)
            throw new WireError(`the answer ends after ${size} of ${promised} bytes`);
        return Buffer.concat(parts);
    }
    finally {
        clearTimeout(late);
    }
}
function flatHeaders({ headers }) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
}
/** Some servers answer 411 to a POST or PUT without it. */
const needsLength = (method) => method === "POST" || method === "PUT" || method === "PATCH";
function asWireError(error) {
    if (error instanceof WireError)
        return error;
    const { message, code } = error;
    const text = message === "" && code !== undefined ? code : message.trim().split("\n")[0];
    return new WireError(text === "aborted" ? "the connection ended in the middle of the answer" : text, code === undefined ? {} : { code, isFinal: LASTING.test(code) });
}
let trust;
/** Node's own certificate authorities and the machine's, with NODE_EXTRA_CA_CERTS and SSL_CERT_FILE. */
function systemTrust() {
    const tls = process.getBuiltinModule("node:tls");
    trust ??= tls.createSecureContext({
        ca: [...tls.getCACertificates("default"), ...tls.getCACertificates("system")],
    });
    return trust;
}

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
            throw new WireError("the registry names no address for its tokens", { isFinal: true });
        const url = new URL(realm);
        const isOwnPlain = url.protocol === "http:" && ((isLoopback(host) && isLoopback(url.host)) || (isInsecure && url.host === host));
        if ((url.protocol !== "https:" && !isOwnPlain) || url.username !== "" || url.password !== "")
            throw new WireError(`the registry wants credentials sent to ${url.protocol}//${url.host}, which is not safe`, {
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
        const said = refusalOf(body);
        super(`no token from ${host}`);
        this.failure = { status, headers, message: `no token from ${host}${said && `: ${said}`}` };
    }
}
function readToken(host, body, now) {
    const parsed = parseBody(body);
    if ("problem" in parsed)
        throw new WireError(`token from ${host}: ${parsed.problem}`);
    const { token, access_token, expires_in } = (parsed.data ?? {});
    const value = [token, access_token].find((one) => typeof one === "string" && one !== "");
    if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value))
        throw new WireError(`token from ${host}: the answer has no token`, { isFinal: true });
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

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/retry-after.js
var retry_after = __webpack_require__(71328);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/retry.js


/** The longest single wait, milliseconds. A limit that ends later fails at once, with its reason. */
const MAX_WAIT = 120_000;
/** Milliseconds between attempts while a registry is down: over three minutes in all. */
const OUTAGE_WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 30_000, 30_000];
/** Milliseconds after 429 without a hint. Hub's abuse limit counts requests a minute. */
const LIMIT_WAITS = [5000, 15_000, 45_000, 60_000, 60_000];
/** 501 and 505 say that the registry will never do it. */
const retry_LASTING = new Set([501, 505]);
/**
 * Docker Hub's limit of pulls lasts hours, and its text leads to a page about plans; its limit of requests is a bare 429
 * (docs.docker.com, "Docker Hub usage and limits"). Mirrors pass the text on.
 */
const PULL_LIMIT = /pull rate limit|https?:\/\/[\w.]*docker\.com\//i;
/**
 * How long to wait before an operation is tried again, milliseconds; undefined when it must not be.
 *
 * By class: 429 as it asks, or with growing waits; 408, 5xx, a lost connection or a time-out with backoff. Never a
 * refusal (401, 403, 404 and other 4xx), nor Docker Hub's limit of pulls.
 *
 * @param attempt how often it was tried without progress, from 1; @param now milliseconds since 1970; @param random from
 *   0 to 1.
 */
function retryDelay(attempt, failure, now, random) {
    const { status, headers, isFinal } = failure;
    if (isFinal === true || isPullLimit(failure))
        return undefined;
    const passing = status === 0 || status === 408 || (status >= 500 && !retry_LASTING.has(status));
    if (status !== 429 && !passing)
        return undefined;
    const waits = status === 429 ? LIMIT_WAITS : OUTAGE_WAITS;
    const planned = waits[attempt - 1];
    if (planned === undefined)
        return undefined;
    const asked = (0,retry_after.parseRetryAfter)(headers["retry-after"], now);
    if (asked === undefined)
        return planned * (1 + random / 4);
    return asked <= MAX_WAIT ? asked + random * 1000 : undefined;
}
function isPullLimit({ status, message }) {
    return status === 429 && PULL_LIMIT.test(message);
}
/** When a limit ends that is too far away to wait for; empty for any other failure. @param now milliseconds since 1970. */
function limitEnd({ headers }, now) {
    const asked = (0,retry_after.parseRetryAfter)(headers["retry-after"], now);
    if (asked === undefined || asked <= MAX_WAIT)
        return "";
    return `; the registry asks to wait ${(0,quantity.counted)(Math.ceil(asked / 60_000), "minute")}`;
}
/** What all operations of a client may wait in all, milliseconds: an outage longer than that is not waited for. */
const MAX_PATIENCE = 10 * 60_000;
/** What is left of that. Operations that wait at the same time wait once. */
class Patience {
    #used = 0;
    #until = 0;
    #limit;
    constructor(limit = MAX_PATIENCE) {
        this.#limit = limit;
    }
    /** Takes a wait from now on. @returns false, and takes nothing, when it does not fit. */
    take(now, delay) {
        const more = Math.max(0, now + delay - Math.max(now, this.#until));
        if (this.#used + more > this.#limit)
            return false;
        this.#used += more;
        this.#until = Math.max(this.#until, now + delay);
        return true;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/registry-error.js



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
    constructor(asked, failure, now = Date.now()) {
        const { registry, repository, reference, operation } = asked;
        const { status, message } = failure;
        const answer = status === 0 ? message : `status ${status}${message === "" ? "" : `: ${message}`}`;
        const advice = adviceFor(asked, failure);
        super(registry_error_oneLine(`${operation} ${nameOf(asked)}: ${answer}${limitEnd(failure, now)}${advice && `; ${advice}`}`));
        this.registry = registry;
        this.repository = repository;
        this.reference = reference;
        this.status = status;
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
    if (isPullLimit(failure))
        return "this limit is not waited for: log in, or pull by a mirror";
    if (status === 401 && !hasCredentials)
        return `no credentials for ${registry} are known: log in to it`;
    if (status === 401)
        return `${registry} does not take these credentials: check user name and password or token`;
    if (status === 403 && !hasCredentials)
        return `${place} is not open to everybody: log in to ${registry}`;
    if (status === 403)
        return isHub(registry)
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
function registry_error_oneLine(message) {
    const line = (0,report_escape/* revealInvisible */.hR)(message.slice(0, 2 * MAX_MESSAGE_CHARACTERS).replace(/[\s\u0085\u2028\u2029]+/g, " "));
    return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/exchange.js










/** An error's words fit into it, whatever the cap of what was asked for. */
const DEFAULT_MAX_BYTES = 1_000_000;
/** Requests to one registry: credentials, redirects and retries. */
class Exchange {
    registry;
    #options;
    #authorization;
    #origin;
    #mayBePlain;
    constructor(registry, options) {
        const host = apiHost(registry);
        this.registry = registry;
        this.#origin = `https://${host}`;
        this.#options = {
            isInsecure: false,
            patience: new Patience(),
            sleep: wait.wait,
            random: Math.random,
            now: Date.now,
            ...options,
        };
        this.#mayBePlain = this.#options.isInsecure || isLoopback(host);
        this.#authorization = new Authorization({
            host,
            credential: options.credential,
            log: options.log,
            send: (request) => send(request),
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
        const delay = retryDelay(attempt, failure, now(), random());
        if (delay === undefined || !patience.take(now(), delay))
            throw this.error(asked, failure);
        const place = { ...asked, registry: this.registry };
        const reason = (0,report_escape/* escapeTerminal */.en)(failure.message.slice(0, 300)) || "refused";
        const status = failure.status === 0 ? "" : ` (${failure.status})`;
        log.info(`${asked.operation} ${nameOf(place)}: ${reason}${status}; again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
    }
    error(asked, failure) {
        const { hasCredentials } = this.#authorization;
        const place = { ...asked, registry: this.registry, hasCredentials };
        return new RegistryError(place, failure, this.#options.now());
    }
    /** Once, but for what a 401 asks for. */
    async attempt(request) {
        try {
            const answer = await this.#authorized(request);
            if ("problem" in answer)
                return { failure: { status: 0, headers: {}, message: answer.problem, isFinal: true } };
            if (request.expected.includes(answer.status))
                return { answer };
            const message = this.#authorization.redact(refusalOf(answer.body));
            return { failure: { status: answer.status, headers: answer.headers, message } };
        }
        catch (error) {
            if (error instanceof TokenRefusal)
                return { failure: { ...error.failure, message: this.#authorization.redact(error.failure.message) } };
            if (!(error instanceof WireError))
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
        const { log } = this.#options;
        const isOwnHost = url.host === new URL(this.#origin).host;
        const isInsecure = isOwnHost ? this.#mayBePlain : isLoopback(url.host);
        const start = performance.now();
        const say = (what) => log.debug(`registry: ${method} ${url.host}${isOwnHost ? url.pathname : ""}: ${what}, ${Math.round(performance.now() - start)} ms`);
        try {
            const answer = await send({ method, url, headers, body, maxBytes, isInsecure });
            say(answer.status);
            return { ...answer, url };
        }
        catch (error) {
            if (!(error instanceof WireError))
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
    return to.protocol === "https:" || (from.protocol === "http:" && (from.origin === to.origin || isLoopback(to.host)));
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/registry/blob-upload.js




/** A blob up to this goes in one request. A larger one goes in a PATCH, whose stored part a registry can tell. */
const ONE_REQUEST_BYTES = 8 * 1024 * 1024;
/** Sizes of parts, tried in this order where a proxy takes no larger ones (413). */
const PART_BYTES = [Number.POSITIVE_INFINITY, 32 * 1024 * 1024, 5 * 1024 * 1024];
/** How often an upload may start anew when the registry loses it or finds other bytes than were sent. */
const MAX_RESTARTS = 2;
/**
 * Makes sure that a repository has a blob: sends only what is missing, and goes on where a cut connection left off.
 *
 * @throws RegistryError
 */
async function pushBlob(exchange, repository, blob, options = {}) {
    const asked = { repository, reference: checkedDigest(blob.digest), operation: "push blob" };
    if (await hasBlob(exchange, repository, blob.digest, blob.size))
        return "there";
    const upload = new Upload(exchange, checkedRepository(repository), blob, options);
    let session;
    let restarts = 0;
    for (let attempt = 1, size = 0;; attempt++) {
        const step = await upload.run(session, PART_BYTES[size]);
        if ("done" in step)
            return step.done;
        const { failure } = step;
        const smaller = PART_BYTES.findIndex((part, index) => index > size && part < blob.size);
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
        const query = this.#mayMount ? `?mount=${digest}&from=${encodeURIComponent(checkedRepository(mountFrom))}` : "";
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
    const path = `/v2/${checkedRepository(repository)}/tags/list`;
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
        const parsed = answer.status === 404 ? { problem: "a page of the list is missing" } : parseBody(answer.body);
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
    const target = `/v2/${checkedRepository(repository)}/referrers/${checkedDigest(digest)}`;
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
    // Another job may write the tag between our reading and our writing: what stands then is read again.
    for (let round = 1; round <= MAX_ROUNDS; round++) {
        const listed = fallbackList(await getManifest(exchange, repository, tag));
        if (listed.some((one) => one.digest === digest))
            return;
        const index = { schemaVersion: 2, mediaType: INDEX, manifests: [...listed, descriptor] };
        await putManifest(exchange, repository, { mediaType: INDEX, bytes: Buffer.from(JSON.stringify(index)) }, tag);
    }
    const listed = fallbackList(await getManifest(exchange, repository, tag));
    if (listed.some((one) => one.digest === digest))
        return;
    const message = "other jobs keep writing this tag: the referrer is stored, and not listed";
    throw exchange.error({ repository, reference: tag, operation: "list referrer" }, { status: 0, headers: {}, message, isFinal: true });
}
/** `sha256-HEX`. */
function fallbackTag(digest) {
    return checkedDigest(digest).replace(":", "-").slice(0, 128);
}
function fallbackList(manifest) {
    if (manifest === undefined)
        return [];
    const parsed = parseBody(manifest.bytes);
    return ("data" in parsed ? descriptorsOf(parsed.data) : undefined) ?? [];
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
        this.#patience = new Patience(retryFor);
    }
    /** @param name e.g. `docker.io`. */
    of = (name) => {
        const known = this.#clients.get(name);
        if (known !== undefined)
            return known;
        const registry = new Registry(name, {
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
 * Makes docker's private configuration, and finds the credentials of every registry that images go to: those of the
 * inputs, else those that somebody logged in with before. Nothing of it is in an argument, and `post` removes it.
 *
 * @throws UserError
 */
async function openLogin(inputs, { images, caches }, io, hasRepositoryScopes) {
    const { signing, credentials } = inputs;
    const key = signing === undefined ? undefined : openKey(signing, io.environment, io.workspace);
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
        hasRepositoryScopes,
        needsHubLogin: Object.values(caches).some(({ from, to }) => [...from, ...to].some(({ type }) => type === "registry")),
        log: io.log,
    });
    const found = new Map(given);
    for (const registry of new Set(destinations.map((each) => each.registry))) {
        if (found.has(registry))
            continue;
        const credential = await findCredential(config, registry, { environment: io.environment, cwd: io.workspace }).catch((cause) => {
            throw new user_error/* UserError */.y(`${cause.message}; or give \`username\` and \`password\``, { cause });
        });
        if (credential !== undefined)
            found.set(registry, credential);
    }
    return {
        registries: new Registries(found, inputs.retryFor, io.log),
        key,
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
            attestations.set(`${attestedDigest(attestation)} ${attestation.digest}`, attestation);
        }
    }
    if (images.size === 0)
        problems.push("no part holds an image");
    if (images.size + attestations.size > manifest_MAX_MANIFESTS)
        problems.push(`they are more than ${manifest_MAX_MANIFESTS} manifests`);
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
            images: [{ descriptor: { ...descriptor, platform: own }, platform: platformName(own) }],
            attestations: [],
        };
    }
    const { images, orphans } = indexContents(manifest);
    for (const orphan of orphans) {
        const attested = attestedDigest(orphan) ?? "";
        problems.push(attested === ""
            ? `${name} holds ${orphan.digest} without a platform`
            : `${name} holds an attestation of ${attested}, which it does not hold`);
    }
    const named = images.filter((image) => {
        if (INDEX_TYPES.includes(image.descriptor.mediaType))
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
    const place = (attestation) => places.get(attestedDigest(attestation) ?? "") ?? 0;
    const carried = [...attestations.values()].toSorted((a, b) => place(a) - place(b) || (a.digest < b.digest ? -1 : 1));
    const manifests = [...sorted, ...carried];
    const names = Object.keys(annotations).toSorted();
    const ordered = Object.fromEntries(names.map((name) => [name, annotations[name]]));
    const document = {
        schemaVersion: 2,
        mediaType: media_types_OCI_INDEX,
        manifests,
        ...(names.length === 0 ? {} : { annotations: ordered }),
    };
    const bytes = Buffer.from(JSON.stringify(document));
    return {
        bytes,
        descriptor: descriptorOf(media_types_OCI_INDEX, bytes),
        index: { kind: "index", mediaType: media_types_OCI_INDEX, manifests, annotations: ordered },
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/artifact.js
var artifact = __webpack_require__(27605);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(35584);
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
    if (!isDigest(digest))
        throw file.get("digest").not("a digest");
    return {
        image: (0,json_fields.text)(file.get("image")),
        digest,
        platform: (0,json_fields.text)(file.get("platform")),
        commit: (0,json_fields.sha)(file.get("commit")),
    };
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(52404);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/rendering/size-text.js
/** Bytes as people read them; decimal units. */
function sizeText(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${(bytes / 1000).toFixed(1)} kB`;
    return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
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
/** Whether an image outgrew its limit. @param before its size on the registry, in bytes. */
function isOvergrown(before, now, limit) {
    return now - before > ("bytes" in limit ? limit.bytes : (before * limit.percent) / 100);
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inspection/refusals.js


/**
 * Why an image is not pushed; empty when nothing speaks against it. Pure.
 *
 * @param before its size on the registry; undefined when there is none yet.
 */
function refusalsOf({ findings, size }, before, { maxSize, maxGrowth }) {
    return [
        ...findings.map((finding) => `it tells a secret: ${finding}`),
        ...(maxSize !== undefined && size > maxSize
            ? [`it has ${sizeText(size)}, and \`max-size\` allows ${sizeText(maxSize)}`]
            : []),
        ...(maxGrowth !== undefined && before !== undefined && isOvergrown(before, size, maxGrowth)
            ? [`it grew from ${sizeText(before)} to ${sizeText(size)}, more than \`max-growth\` allows`]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/oci/referrers.js





const referrers_NAMES = (/* unused pure expression or super */ null && (["schemaVersion", "mediaType", "manifests", "annotations"]));
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
        ...descriptorOf(manifest.mediaType, bytes),
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
    return readJsonDocument("the list of referrers", bytes, MAX_MANIFEST_BYTES, referrers_NAMES, (root) => {
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

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/log-entry.js






const MAX_BODY_BYTES = 1024 * 1024;
/** An entry of a bundle (sigstore_rekor.proto, TransparencyLogEntry). @throws ReportError */
function readLogEntry(value) {
    const entry = log_entry_readBody(value.get("canonicalizedBody").text());
    const stated = value.get("kindVersion");
    if (!stated.isMissing &&
        (stated.get("kind").text() !== entry.kind || stated.get("version").text() !== entry.version)) {
        throw stated.not(`${entry.kind} ${entry.version}, as its body says`);
    }
    return entry;
}
/** The annotation `dev.sigstore.cosign/bundle` of an older signature. @throws ReportError */
function readRekorBundle(text) {
    return inDocument("its transparency log entry", () => {
        if (text.length > 2 * MAX_BODY_BYTES)
            throw new report_error.ReportError("is too large");
        return log_entry_readBody((0,json.parseJson)([Buffer.from(text)])
            .get("Payload")
            .get("body")
            .text());
    });
}
function log_entry_readBody(text) {
    return inDocument("its transparency log entry", () => {
        const bytes = decodeBase64(text);
        if (bytes === undefined || bytes.length > MAX_BODY_BYTES)
            throw new report_error.ReportError("is not valid base64, or too large");
        const body = (0,json.parseJson)([bytes]);
        return { kind: body.get("kind").text(), version: body.get("apiVersion").text(), spec: body.get("spec") };
    });
}
/**
 * Whether an entry is about a signature: the same hash, the same signature, the same key. A log signs whatever it is
 * given, so an entry proves nothing before it is compared (CVE-2026-22703, CVE-2022-36056). What the log itself signed
 * is checked where the log's key is known: keyless verification does.
 *
 * @throws ReportError that names what differs
 */
function checkLogEntry(entry, signature) {
    const name = `${entry.kind} ${entry.version}`;
    const check = CHECKS[name];
    const refuse = (what) => new report_error.ReportError(`its transparency log entry is about another ${what}`);
    if (check === undefined)
        throw new report_error.ReportError(`its transparency log entry is of kind ${name}, which cannot be compared`);
    const { hash, signatures } = inDocument("its transparency log entry", () => check(entry.spec, signature));
    if (!hash)
        throw refuse("content");
    if (signatures.length !== 1)
        throw new report_error.ReportError("its transparency log entry is not about exactly one signature");
    const [logged] = signatures;
    if (!Buffer.from(signature.signature).equals(logged.signature))
        throw refuse("signature");
    if (!isSameKey(logged.key, signature.key.key))
        throw refuse("key");
}
/** The kinds of entries that cosign makes for images, of Rekor 1 (0.0.1, 0.0.2) and 2 (0.0.2). */
const CHECKS = {
    "hashedrekord 0.0.1": (spec, { signed }) => ({
        hash: isHash(spec.get("data").get("hash"), signed),
        signatures: [
            {
                signature: log_entry_readBytes(spec.get("signature").get("content")),
                key: readKey(spec.get("signature").get("publicKey").get("content")),
            },
        ],
    }),
    "hashedrekord 0.0.2": (spec, { signed }) => {
        const inner = spec.get("hashedRekordV002");
        return {
            hash: isProtoHash(inner.get("data"), signed),
            signatures: [readVerified(inner.get("signature"))],
        };
    },
    "dsse 0.0.1": (spec, { payload }) => ({
        hash: isHash(spec.get("payloadHash"), payload),
        signatures: [...spec.get("signatures").items()].map((item) => ({
            signature: log_entry_readBytes(item.get("signature")),
            key: readKey(item.get("verifier")),
        })),
    }),
    "dsse 0.0.2": (spec, { payload }) => {
        const inner = spec.get("dsseV002");
        return {
            hash: isProtoHash(inner.get("payloadHash"), payload),
            signatures: [...inner.get("signatures").items()].map(readVerified),
        };
    },
    "intoto 0.0.2": (spec, { payload }) => ({
        hash: isHash(spec.get("content").get("payloadHash"), payload),
        signatures: [...spec.get("content").get("envelope").get("signatures").items()].map((item) => ({
            // This kind encodes the signature twice.
            signature: log_entry_readBytes(item.get("sig"), (bytes) => decodeBase64(bytes.toString("latin1"))),
            key: readKey(item.get("publicKey")),
        })),
    }),
};
function isHash(value, bytes) {
    const algorithm = value.get("algorithm").text();
    if (!/^sha(?:256|384|512)$/.test(algorithm))
        throw value.not("a hash of the SHA-2 family");
    return (0,external_node_crypto_.createHash)(algorithm).update(bytes).digest("hex") === value.get("value").text();
}
function isProtoHash(value, bytes) {
    const [, bits] = /^SHA2_(256|384|512)$/.exec(value.get("algorithm").text()) ?? [];
    if (bits === undefined)
        throw value.not("a hash of the SHA-2 family");
    return (0,external_node_crypto_.createHash)(`sha${bits}`).update(bytes).digest("base64") === value.get("digest").text();
}
function readVerified(value) {
    const verifier = value.get("verifier");
    const [publicKey, certificate] = [verifier.get("publicKey"), verifier.get("x509Certificate")];
    const der = log_entry_readBytes((publicKey.isMissing ? certificate : publicKey).get("rawBytes"));
    return {
        signature: log_entry_readBytes(value.get("content")),
        key: readingKey(verifier, () => publicKey.isMissing
            ? new external_node_crypto_.X509Certificate(der).publicKey
            : (0,external_node_crypto_.createPublicKey)({ key: der, format: "der", type: "spki" })),
    };
}
/** PEM of a key or of a certificate, in base64. */
function readKey(value) {
    const text = log_entry_readBytes(value).toString("latin1");
    return readingKey(value, () => {
        const pem = readPem(text);
        return pem.label === "CERTIFICATE" ? new external_node_crypto_.X509Certificate(pem.text).publicKey : (0,external_node_crypto_.createPublicKey)(pem.text);
    });
}
function readingKey(value, read) {
    try {
        return read();
    }
    catch {
        throw value.not("a public key or certificate");
    }
}
function log_entry_readBytes(value, inner = (bytes) => bytes) {
    const bytes = decodeBase64(value.text());
    const read = bytes === undefined ? undefined : inner(bytes);
    if (read === undefined)
        throw value.not("valid base64");
    return read;
}
function isSameKey(one, other) {
    const der = (key) => key.export({ type: "spki", format: "der" });
    return der(one).equals(der(other));
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/signature-check.js
function signature_check_invalid(reason) {
    return { isValid: false, reason };
}
/** Compares what a signature says with what it must say. */
function checkClaims(found, { digest, annotations = {} }) {
    if (found.digest !== digest)
        return signature_check_invalid(`it signs ${found.digest}, and not ${digest}`);
    const missing = Object.entries(annotations).find(([name, value]) => !Object.hasOwn(found.annotations, name) || found.annotations[name] !== value);
    if (missing !== undefined)
        return signature_check_invalid(`it does not sign ${missing[0]}=${missing[1]}`);
    return { isValid: true, annotations: found.annotations };
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/bundle.js










/**
 * The form of cosign 3: a Sigstore bundle (version 0.3) that holds a DSSE envelope around an in-toto statement, stored
 * as a referrer of the image (OCI 1.1 `subject`).
 */
const BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const BUNDLES = [BUNDLE, "application/vnd.dev.sigstore.bundle+json;version=0.3"];
/** What the statement of an image signature says of itself; attestations by the same key say something else. */
const SIGNATURE_PREDICATE = "https://sigstore.dev/cosign/sign/v1";
const STATEMENTS = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
const EMPTY = Buffer.from("{}");
const MAX_BUNDLE_BYTES = 10 * 1024 * 1024;
const MAX_SUBJECTS = 10_000;
const MAX_LOG_ENTRIES = 32;
/** Signs a digest: the bundle as bytes. */
function signBundle(key, { digest, annotations = {} }) {
    const payload = signatureStatement({ digest, annotations });
    return Buffer.from(JSON.stringify({
        mediaType: BUNDLE,
        verificationMaterial: { publicKey: { hint: key.verification.hint } },
        dsseEnvelope: {
            payload: payload.toString("base64"),
            payloadType: IN_TOTO,
            signatures: [{ sig: signBytes(key.key, preAuthentication(IN_TOTO, payload)).toString("base64") }],
        },
    }));
}
/** The statement that cosign 3 signs for an image; keyless signing signs the same. */
function signatureStatement({ digest, annotations = {} }) {
    return Buffer.from(JSON.stringify({
        _type: STATEMENTS[0],
        subject: [{ digest: { [digest.split(":")[0]]: hexOf(digest) }, annotations }],
        predicateType: SIGNATURE_PREDICATE,
        predicate: {},
    }));
}
/**
 * The manifest that makes a bundle a referrer of an image.
 *
 * @param subject the image or index that is signed, as the registry has it
 * @param created of the signature, ISO 8601
 */
function bundleReferrer(bundle, subject, created) {
    const layer = descriptorOf(BUNDLE, bundle);
    const config = descriptorOf(OCI_EMPTY, EMPTY);
    const { mediaType, digest, size } = subject;
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: OCI_MANIFEST,
        artifactType: BUNDLE,
        config,
        layers: [layer],
        annotations: {
            "dev.sigstore.bundle.content": "dsse-envelope",
            "dev.sigstore.bundle.predicateType": SIGNATURE_PREDICATE,
            "org.opencontainers.image.created": created,
        },
        subject: { mediaType, digest, size },
    }));
    return {
        blobs: [
            { descriptor: config, bytes: EMPTY },
            { descriptor: layer, bytes: bundle },
        ],
        manifest: { descriptor: descriptorOf(OCI_MANIFEST, manifest), bytes: manifest },
    };
}
/**
 * Whether a listed referrer may hold a bundle. Lists of cosign 3.1 name the type of the empty config instead, so what
 * they list must be looked at.
 */
function mayHoldBundle({ artifactType }) {
    return (artifactType === undefined ||
        artifactType === OCI_EMPTY ||
        artifactType.startsWith("application/vnd.dev.sigstore.bundle"));
}
/** The bundles of a referrer manifest, if it is one of the digest; nothing else counts. */
function bundlesOf(manifest, digest) {
    if (manifest.subject?.digest !== digest)
        return [];
    return manifest.layers.filter(({ mediaType }) => BUNDLES.includes(mediaType));
}
/**
 * Checks a bundle by a public key: one DSSE signature by this key over an in-toto statement that is an image signature
 * about the expected digest. An entry of a transparency log that comes with it must be about this very signature and
 * key: otherwise anybody's entry would do (CVE-2026-22703).
 */
function verifyBundle(key, bytes, expected) {
    try {
        const { payload, payloadType, signature, entries } = readBundle(bytes);
        const signed = preAuthentication(payloadType, payload);
        if (!verifyBytes(key.key, signed, signature))
            return signature_check_invalid("it is not a signature by this key");
        for (const entry of entries)
            checkLogEntry(entry, { key, signature, signed, payload, envelope: payloadType });
        return checkStatement(payload, payloadType, expected);
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return signature_check_invalid(error.message);
        throw error;
    }
}
/**
 * Checks what a bundle says, and not who says it: for a bundle whose signature and identity were verified otherwise, as
 * keyless ones are.
 */
function checkBundleStatement(bytes, expected) {
    try {
        const { payload, payloadType } = readBundle(bytes);
        return checkStatement(payload, payloadType, expected);
    }
    catch (error) {
        if (error instanceof ReportError)
            return invalid(error.message);
        throw error;
    }
}
function readBundle(bytes) {
    const names = ["mediaType", "verificationMaterial", "dsseEnvelope", "messageSignature"];
    return json_document_readJsonDocument("the bundle", bytes, MAX_BUNDLE_BYTES, names, (root) => {
        const [mediaType, material, envelope] = ["mediaType", "verificationMaterial", "dsseEnvelope"].map((name) => root.get(name));
        if (!BUNDLES.includes(mediaType.text()))
            throw mediaType.not("the type of a bundle of version 0.3");
        if (!root.get("messageSignature").isMissing)
            throw new report_error.ReportError("signs a digest alone, and not a statement about an image");
        const signatures = envelope.get("signatures");
        if (signatures.list().length !== 1)
            throw signatures.not("a list of exactly one signature");
        const entries = material.get("tlogEntries");
        if (!entries.isMissing && entries.list().length > MAX_LOG_ENTRIES)
            throw entries.not(`a list of at most ${MAX_LOG_ENTRIES} entries`);
        const [signature] = [...signatures.items()];
        return {
            payload: bundle_readBytes(envelope.get("payload")),
            payloadType: envelope.get("payloadType").text(),
            signature: bundle_readBytes(signature.get("sig")),
            entries: entries.isMissing ? [] : [...entries.items()].map(readLogEntry),
        };
    });
}
function bundle_readBytes(value) {
    const bytes = decodeBase64(value.text());
    if (bytes === undefined || bytes.length === 0)
        throw value.not("valid base64");
    return bytes;
}
function checkStatement(payload, payloadType, expected) {
    if (payloadType !== IN_TOTO)
        return signature_check_invalid(`it signs ${payloadType}, and not ${IN_TOTO}`);
    const names = ["_type", "subject", "predicateType", "predicate"];
    return json_document_readJsonDocument("the statement", payload, MAX_BUNDLE_BYTES, names, (root) => {
        const [type, predicate, subjects] = [root.get("_type"), root.get("predicateType"), root.get("subject")];
        if (!STATEMENTS.includes(type.text()))
            throw type.not("an in-toto statement of version 1");
        if (predicate.text() !== SIGNATURE_PREDICATE)
            return signature_check_invalid(`it is a statement of type ${predicate.text()}, and not a signature`);
        if (subjects.list().length > MAX_SUBJECTS)
            throw subjects.not(`a list of at most ${MAX_SUBJECTS} subjects`);
        const checks = [...subjects.items()].map((subject) => checkClaims(readSubject(subject, expected.digest), expected));
        return checks.find(({ isValid }) => isValid) ?? checks[0] ?? signature_check_invalid("it is about nothing");
    });
}
function readSubject(subject, { length }) {
    const algorithm = length > "sha256:".length + 64 ? "sha512" : "sha256";
    const digest = subject.get("digest").get(algorithm);
    return {
        digest: digest.isMissing ? "a digest of another algorithm" : `${algorithm}:${digest.text()}`,
        annotations: annotations_readAnnotations(subject.get("annotations")),
    };
}
/** What a DSSE signature is over (secure-systems-lab/dsse, protocol.md). Lengths are in bytes. */
function preAuthentication(type, payload) {
    const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
    return Buffer.concat([Buffer.from(head), payload]);
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/simple-signing.js










/**
 * The form of cosign 1 and 2: a manifest under the tag `sha256-<digits>.sig` with one layer for each signature. The layer
 * is the signed payload ("simple signing"), and an annotation holds the signature (cosign, specs/SIGNATURE_SPEC.md).
 */
const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE = "dev.cosignproject.cosign/signature";
const REKOR_BUNDLE = "dev.sigstore.cosign/bundle";
const TYPE = "cosign container image signature";
const MAX_PAYLOAD_BYTES = 100_000;
/** The tag of the signatures of a digest. */
function signatureTag(digest) {
    return `${digest.replace(":", "-")}.sig`;
}
/**
 * Signs a digest, and adds the signature to those that stand under the tag already.
 *
 * @param existing the manifest that stands under `signatureTag`, if any
 */
function signSimple(key, subject, existing) {
    const annotations = subject.annotations ?? {};
    const payload = Buffer.from(JSON.stringify({
        critical: {
            identity: { "docker-reference": subject.repository },
            image: { "docker-manifest-digest": subject.digest },
            type: TYPE,
        },
        optional: Object.keys(annotations).length === 0 ? null : annotations,
    }));
    const layer = {
        ...descriptorOf(SIMPLE_SIGNING, payload),
        annotations: { [SIGNATURE]: signBytes(key.key, payload).toString("base64") },
    };
    const layers = [...(existing?.layers ?? []), layer];
    if (layers.length > MAX_LAYERS)
        throw new report_error.ReportError(`the tag has ${MAX_LAYERS} signatures already`);
    // cosign writes a config of an image without a platform, one layer for each signature.
    const config = Buffer.from(JSON.stringify({
        architecture: "",
        created: "0001-01-01T00:00:00Z",
        history: layers.map(() => ({ created: "0001-01-01T00:00:00Z" })),
        os: "",
        rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
        config: {},
    }));
    const configDescriptor = descriptorOf(OCI_CONFIG, config);
    const kept = existing === undefined ? {} : existing.annotations;
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: OCI_MANIFEST,
        config: configDescriptor,
        layers,
        ...(Object.keys(kept).length === 0 ? {} : { annotations: kept }),
    }));
    return {
        blobs: [
            { descriptor: descriptorOf(SIMPLE_SIGNING, payload), bytes: payload },
            { descriptor: configDescriptor, bytes: config },
        ],
        manifest: { descriptor: descriptorOf(OCI_MANIFEST, manifest), bytes: manifest },
    };
}
/** The layers of a `.sig` manifest that are signatures: their payloads are needed for `verifySimple`. */
function simpleSignatures(manifest) {
    return manifest.layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING);
}
/**
 * Checks one signature of a `.sig` manifest by a public key: the payload is the one that the manifest names, the
 * signature is of this payload by this key, the payload is about the expected digest, and an entry of a transparency
 * log that comes with it is about this very signature.
 */
function verifySimple(key, layer, payload, expected) {
    try {
        checkBytes(layer, payload);
        const signature = decodeBase64(layer.annotations?.[SIGNATURE] ?? "");
        if (signature === undefined || signature.length === 0)
            return signature_check_invalid("its signature is missing or not valid base64");
        if (!verifyBytes(key.key, payload, signature))
            return signature_check_invalid("it is not a signature by this key");
        const bundle = layer.annotations?.[REKOR_BUNDLE];
        if (bundle !== undefined) {
            checkLogEntry(readRekorBundle(bundle), { key, signature, signed: payload, payload, envelope: undefined });
        }
        return checkClaims(readPayload(payload), expected);
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return signature_check_invalid(error.message);
        throw error;
    }
}
function readPayload(bytes) {
    return json_document_readJsonDocument("the payload", bytes, MAX_PAYLOAD_BYTES, ["critical", "optional"], (root) => {
        const critical = root.get("critical");
        const [type, digest] = [critical.get("type"), critical.get("image").get("docker-manifest-digest")];
        if (type.text() !== TYPE)
            throw type.not(`"${TYPE}"`);
        const text = digest.text();
        if (!isDigest(text))
            throw digest.not("a digest");
        return { digest: text, annotations: readOptional(root.get("optional")) };
    });
}
/** Only texts count as annotations: cosign also signs a time there. */
function readOptional(value) {
    if (value.isMissing)
        return {};
    const texts = [...value.entries()].filter(([, item]) => typeof item.raw === "string");
    return Object.fromEntries(texts.map(([name, item]) => [name, item.text()]));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/find-signatures.js




/** Signatures of others may stand there in any number; nobody reads more of them. */
const MAX_SIGNATURES = 100;
/** Every signature of a digest in one format, checked by a key. */
async function findSignatures(registry, repository, format, key, expected) {
    const found = format === "legacy" ? findSimple : findBundles;
    const checks = [];
    for await (const check of found(registry, repository, key, expected)) {
        checks.push({ format, check });
        if (checks.length === MAX_SIGNATURES)
            break;
    }
    return checks;
}
function isSigned(found) {
    return found.some(({ check }) => check.isValid);
}
/** The manifest of the legacy signatures; undefined when there is none. */
async function legacyManifest(registry, repository, { digest }) {
    const stored = await registry.getManifest(repository, signatureTag(digest));
    if (stored === undefined)
        return undefined;
    const manifest = readManifest(stored.bytes);
    if (manifest.kind === "index")
        throw new report_error.ReportError(`the tag ${signatureTag(digest)} holds an index`);
    return manifest;
}
async function* findSimple(registry, repository, key, expected) {
    const manifest = await legacyManifest(registry, repository, expected);
    for (const layer of manifest === undefined ? [] : simpleSignatures(manifest)) {
        const payload = await registry.getBlob(repository, layer.digest, MAX_PAYLOAD_BYTES);
        yield payload === undefined ? missing(layer) : verifySimple(key, layer, payload, expected);
    }
}
async function* findBundles(registry, repository, key, expected) {
    for (const listed of await registry.listReferrers(repository, expected.digest)) {
        if (!mayHoldBundle(listed))
            continue;
        const stored = await registry.getManifest(repository, listed.digest);
        if (stored === undefined)
            continue;
        const manifest = readManifest(stored.bytes);
        for (const layer of manifest.kind === "index" ? [] : bundlesOf(manifest, expected.digest)) {
            const bundle = await registry.getBlob(repository, layer.digest, MAX_BUNDLE_BYTES);
            yield bundle === undefined ? missing(layer) : verifyBundle(key, bundle, expected);
        }
    }
}
const missing = ({ digest }) => ({
    isValid: false,
    reason: `its blob ${digest} is missing`,
});

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/sign-image.js







/**
 * Signs an image in a repository, always by its digest, and reads the signature back: what is reported was verified on
 * the registry. A valid signature of the same key that is there already is not doubled.
 *
 * @param root what the digest names, as the registry has it.
 * @param now ISO 8601.
 */
async function signImage(registry, repository, root, key, formats, now) {
    const results = [];
    for (const format of formats) {
        const subject = `${registry.name}/${repository}@${root.digest}`;
        try {
            const find = () => findSignatures(registry, repository, format, key.verification, { digest: root.digest });
            if (isSigned(await find())) {
                results.push({ format, subject, state: "there" });
                continue;
            }
            await (format === "legacy" ? addSimple : addBundle)(registry, repository, root, key, now);
            const isThere = isSigned(await find());
            results.push(isThere
                ? { format, subject, state: "signed" }
                : { format, subject, state: "failed", problem: "the registry took the signature and does not show it" });
        }
        catch (error) {
            if (!(error instanceof RegistryError || error instanceof report_error.ReportError))
                throw error;
            results.push({ format, subject, state: "failed", problem: error.message });
        }
    }
    return results;
}
async function addSimple(registry, repository, { digest }, key) {
    const existing = await legacyManifest(registry, repository, { digest });
    const subject = { digest, repository: `${registry.name}/${repository}` };
    const { blobs, manifest } = signSimple(key, subject, existing);
    await pushBlobs(registry, repository, blobs);
    const { mediaType } = manifest.descriptor;
    await registry.putManifest(repository, { mediaType, bytes: manifest.bytes }, signatureTag(digest));
}
async function addBundle(registry, repository, root, key, now) {
    const { blobs, manifest } = bundleReferrer(signBundle(key, { digest: root.digest }), root, now);
    await pushBlobs(registry, repository, blobs);
    const { bytes, descriptor } = manifest;
    const read = readManifest(bytes);
    if (read.kind === "index")
        throw new Error("a bundle's referrer is a manifest");
    const listed = referrerDescriptor(read, bytes);
    await registry.putReferrer(repository, root.digest, { mediaType: descriptor.mediaType, bytes }, listed);
}
async function pushBlobs(registry, repository, blobs) {
    for (const { descriptor, bytes } of blobs)
        await registry.pushBlob(repository, { digest: descriptor.digest, size: descriptor.size, content: { bytes } });
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/previous-size.js





/**
 * The compressed size of the image that a tag has now, of its first platform, in bytes.
 *
 * @returns undefined when there is none. @throws RegistryError, ReportError when it cannot be known.
 */
async function previousSize(registry, repository, tag) {
    const read = async (reference) => {
        const stored = await registry.getManifest(repository, reference);
        return stored && readManifest(stored.bytes);
    };
    let manifest = await read(tag);
    if (manifest?.kind === "index") {
        const [first] = indexContents(manifest).images;
        manifest = first && (await read(first.descriptor.digest));
    }
    return manifest?.kind === "manifest" ? sizeOf(manifest) : undefined;
}
/** For a report alone, where not knowing it does no harm. */
async function previousSizeIfKnown(...place) {
    try {
        return await previousSize(...place);
    }
    catch (error) {
        if (error instanceof RegistryError || error instanceof report_error.ReportError)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/push-image.js



/** Blobs that travel at the same time to one registry, as docker has it. */
const PARALLEL_BLOBS = 5;
/**
 * Brings an image to all its places. No tag moves before every registry has every byte, so that a registry that is down
 * leaves all tags where they were; the same call again sends only what is missing. A tag that must not move and stands
 * elsewhere is found before anything is sent.
 *
 * Registries work side by side; repositories of one registry follow each other, since the later ones mount the blobs of
 * the first.
 */
async function pushImage(image, destinations, options) {
    const places = await Promise.all(destinations.flatMap((destination) => (destination.tags.length === 0 ? [undefined] : destination.tags).map((tag) => lookUp(image, destination, tag, options))));
    if (places.some(({ state }) => state === "failed" || state === "refused"))
        return places.map(notTried);
    const open = destinations.filter((destination) => places.some((place) => isIn(place, destination) && place.state !== "unchanged"));
    const problems = await sendEverywhere(image, open, options);
    if (problems.size > 0)
        return places.map((place) => withProblem(place, problems));
    return Promise.all(destinations.map((destination) => setTags(image, destination, places, options))).then((done) => done.flat());
}
/** Where a tag stands now. `planned`: nowhere yet; `moved`: it stands elsewhere and may move. */
async function lookUp({ root }, { registry: name, repository }, tag, { registry, isImmutable }) {
    const place = { registry: name, repository, tag };
    try {
        const head = await registry(name).headManifest(repository, tag ?? root.digest);
        if (head === undefined)
            return { ...place, state: "planned" };
        if (head.digest === root.digest)
            return { ...place, state: "unchanged" };
        if (tag === undefined || !isImmutable(tag))
            return { ...place, state: "moved" };
        return { ...place, state: "refused", problem: `it stands at ${head.digest} already, and must not move` };
    }
    catch (error) {
        return { ...place, state: "failed", problem: push_image_reasonOf(error) };
    }
}
const notTried = (place) => place.state === "planned" || place.state === "moved" ? { ...place, state: "not tried" } : place;
/** @returns what went wrong, by registry and repository. */
async function sendEverywhere(image, destinations, options) {
    const problems = new Map();
    const sendAll = async (group) => {
        let mountFrom;
        for (const { registry, repository } of group) {
            try {
                await push_image_send(image, options.registry(registry), repository, mountFrom, options);
                mountFrom ??= repository;
            }
            catch (error) {
                problems.set(placeKey({ registry, repository }), push_image_reasonOf(error));
            }
        }
    };
    await Promise.all([...Map.groupBy(destinations, ({ registry }) => registry).values()].map(sendAll));
    return problems;
}
/** Blobs, and then the manifests that name them: nothing is named before it is there. */
async function push_image_send({ folder, order, root }, registry, repository, mountFrom, { log }) {
    const place = `${registry.name}/${repository}`;
    const waiting = [...order.blobs];
    let sent = 0;
    const work = async () => {
        for (let blob = waiting.shift(); blob !== undefined; blob = waiting.shift()) {
            const outcome = await registry.pushBlob(repository, fileOf(folder, blob), { mountFrom });
            if (outcome === "sent")
                sent += blob.size;
        }
    };
    const results = await Promise.allSettled(Array.from({ length: PARALLEL_BLOBS }, work));
    const failed = results.find((result) => result.status === "rejected");
    if (failed !== undefined)
        throw failed.reason;
    for (const { descriptor, bytes } of order.manifests)
        await registry.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, descriptor.digest);
    log.info(`${place}: ${root.digest} is there, ${sent} bytes sent`);
}
function fileOf(folder, { digest, size }) {
    return { digest, size, content: { path: (0,external_node_path_.join)(folder, blobPath(digest)) } };
}
async function setTags({ root, order }, destination, places, { registry, log }) {
    const { bytes, descriptor } = order.manifests.at(-1);
    const { repository } = destination;
    const done = [];
    for (const place of places.filter((each) => isIn(each, destination))) {
        if (place.state === "unchanged" || place.tag === undefined) {
            done.push(place.state === "unchanged" ? place : { ...place, state: "pushed" });
            continue;
        }
        if (done.some(({ state }) => state === "failed")) {
            done.push({ ...place, state: "not tried" });
            continue;
        }
        try {
            const there = registry(destination.registry);
            await there.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, place.tag);
            await there.confirmManifest(repository, place.tag, root.digest);
            done.push({ ...place, state: place.state === "moved" ? "moved" : "pushed" });
            log.info(`${destination.registry}/${repository}:${place.tag} is ${root.digest}`);
        }
        catch (error) {
            done.push({ ...place, state: "failed", problem: push_image_reasonOf(error) });
        }
    }
    return done;
}
function withProblem(place, problems) {
    const problem = problems.get(placeKey(place));
    return problem === undefined || place.state === "unchanged"
        ? notTried(place)
        : { ...place, state: "failed", problem };
}
const placeKey = ({ registry, repository }) => `${registry}/${repository}`;
const isIn = (place, destination) => placeKey(place) === placeKey(destination);
/** What a registry refuses is part of the report; any other error is ours. */
function push_image_reasonOf(error) {
    if (error instanceof RegistryError)
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/settle-latest.js


/**
 * Whether `latest` moves to an image is asked from what stands: the tags of all its repositories, and those of git.
 *
 * @param gitTags names, without `refs/tags/`. @param gitTag the one that is built.
 */
async function settleLatest(image, registries, gitTags, gitTag) {
    const { tagPlan } = image;
    if (tagPlan === undefined || !tagPlan.tags.some(({ latest }) => latest !== undefined))
        return { image, problem: undefined };
    const standing = [];
    try {
        for (const { registry, repository } of image.destinations)
            standing.push(...(await registries.of(registry).listTags(repository)));
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        return { image, problem: `whether \`latest\` moves is not known: ${error.message}` };
    }
    const decision = decideLatest(tagPlan, { registry: standing, git: gitTags }, gitTag);
    if (decision === undefined || decision.moves)
        return { image, problem: undefined };
    const settled = withLatest(tagPlan, decision);
    const names = new Set(settled.tags.map(({ name }) => name));
    return {
        image: {
            ...image,
            destinations: image.destinations.map((each) => ({ ...each, tags: each.tags.filter((tag) => names.has(tag)) })),
            notes: settled.notes,
        },
        problem: undefined,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/push-images.js








/** Pushes what was built, unless something speaks against one of the images: then none leaves. */
async function pushImages(result, built, scanned, inputs, io, login) {
    const warnings = [...result.warnings, ...built.warnings];
    const base = { ...result, warnings, metadata: built.metadata };
    if (built.failure !== undefined)
        return { ...base, failure: built.failure };
    const looked = [];
    for (const [at, image] of built.images.entries())
        looked.push(await lookAt(image, result.images[at], result.planning.images[at], scanned, inputs, login));
    const settled = await settleAll(result, io, login);
    const notes = [
        ...result.notes,
        ...login.notes,
        ...built.images.flatMap(({ inspection }) => inspection?.notes ?? []),
        ...settled.flatMap(({ image }) => image.notes),
    ];
    if (looked.some(({ refusals }) => refusals.length > 0))
        return { ...base, notes, images: looked };
    const unknown = settled.flatMap(({ problem }) => problem ?? []);
    if (unknown.length > 0)
        return { ...base, notes, images: looked, failure: unknown.join("; ") };
    const images = [];
    await io.log.group("Pushing", async () => {
        for (const [at, image] of built.images.entries())
            images.push(await pushOne(image, looked[at], settled[at].image, inputs, io, login));
    });
    return { ...base, notes, images };
}
/** Whether `latest` moves, asked once everything else lets the images go. */
async function settleAll({ images, planning }, io, { registries }) {
    const { ref } = io.event();
    const gitTag = ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : undefined;
    const gitTags = images.some(({ pushes }) => pushes) ? [...(await (await io.git()).tags()).keys()] : [];
    const settled = [];
    for (const [at, image] of planning.images.entries())
        settled.push(images[at].pushes ? await settleLatest(image, registries, gitTags, gitTag) : { image, problem: undefined });
    return settled;
}
async function lookAt({ name, image, inspection, steps }, planned, { destinations }, scanned, inputs, login) {
    if (image === undefined || inspection === undefined)
        return { ...planned, steps };
    const before = planned.pushes ? await sizeBefore(destinations, inputs, login) : undefined;
    const scan = scanned.find((each) => each.name === name)?.refusal;
    const refusals = before instanceof Error
        ? [`its size before is not known: ${before.message}`]
        : refusalsOf(inspection, before, inputs);
    return {
        ...planned,
        steps,
        digest: image.root.digest,
        imageId: inspection.imageId,
        platforms: inspection.platforms,
        size: inspection.size,
        previousSize: before instanceof Error ? null : (before ?? null),
        attestations: inspection.attestations,
        refusals: [...refusals, ...(scan === undefined ? [] : [scan])],
    };
}
/** What the floating tag has now: a version's own tag is new. A limit that cannot be judged is a refusal. */
async function sizeBefore(destinations, { maxGrowth }, { registries }) {
    const [first] = destinations;
    const tag = first?.tags.at(-1);
    if (first === undefined || tag === undefined)
        return undefined;
    const place = [registries.of(first.registry), first.repository, tag];
    if (maxGrowth === undefined)
        return previousSizeIfKnown(...place);
    try {
        return await previousSize(...place);
    }
    catch (error) {
        if (error instanceof RegistryError || error instanceof report_error.ReportError)
            return error;
        throw error;
    }
}
async function pushOne({ image }, looked, plan, inputs, io, login) {
    if (!looked.pushes || image === undefined)
        return looked;
    const destinations = inputs.byDigest ? plan.destinations.map((each) => ({ ...each, tags: [] })) : plan.destinations;
    const pushed = await pushImage(image, destinations, {
        registry: login.registries.of,
        isImmutable: immutability(inputs.immutableTags, plan),
        log: io.log,
    });
    const result = { ...looked, references: inputs.byDigest ? [] : pushed.map(referenceOf) };
    const failed = pushed.find(({ state }) => state === "failed");
    if (inputs.byDigest && failed !== undefined)
        return {
            ...result,
            references: [
                { ...referenceOf(failed), reference: `${failed.registry}/${failed.repository}@${image.root.digest}` },
            ],
        };
    if (failed !== undefined || pushed.some(({ state }) => state === "refused"))
        return result;
    return { ...result, signatures: await signEverywhere(image.root, plan.destinations, inputs, login) };
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
function referenceOf({ registry, repository, tag, state, problem }) {
    return {
        reference: `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}`,
        state,
        ...(problem !== undefined && { problem }),
    };
}
/** In every repository of the image: a signature lies beside what it signs. */
async function signEverywhere(root, destinations, { signing }, { registries, key }) {
    if (signing === undefined || key === undefined)
        return [];
    const now = new Date().toISOString();
    const signed = [];
    for (const { registry, repository } of destinations)
        signed.push(...(await signImage(registries.of(registry), repository, root, key, signing.formats, now)));
    return signed;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/tag-manifest.js

/** Gives one tag to a manifest whose parts the repository has. A tag that must not move stays where it is. */
async function tagManifest(registry, repository, tag, { mediaType, digest, bytes }, isImmutable) {
    const reference = `${registry.name}/${repository}:${tag}`;
    try {
        const there = await registry.headManifest(repository, tag);
        if (there?.digest === digest)
            return { reference, state: "unchanged" };
        if (there !== undefined && isImmutable(tag))
            return { reference, state: "refused", problem: `it stands at ${there.digest} already, and must not move` };
        await registry.putManifest(repository, { mediaType, bytes }, tag);
        await registry.confirmManifest(repository, tag, digest);
        return { reference, state: there === undefined ? "pushed" : "moved" };
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        return { reference, state: "failed", problem: error.message };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/promote-images.js




/** Gives the tags to an image that the registry has already: nothing is built, no byte of it changes. */
async function promoteImages(result, inputs, io, login) {
    const images = [];
    for (const [at, image] of result.images.entries())
        images.push(await promote(image, result.planning.images[at], inputs, io, login));
    return { ...result, images };
}
async function promote(image, plan, inputs, io, login) {
    const source = inputs.promote;
    const stored = new Map();
    for (const { registry, repository } of plan.destinations)
        stored.set(`${registry}/${repository}`, await readSource(login, registry, repository, source));
    const digests = new Set([...stored.values()].flatMap((each) => (typeof each === "string" ? [] : [each.digest])));
    const isImmutable = immutability(inputs.immutableTags, plan);
    // A tag of two meanings is promoted nowhere.
    const isClear = digests.size === 1 && [...stored.values()].every((each) => typeof each !== "string");
    const references = [];
    for (const { registry, repository, tags } of plan.destinations) {
        const manifest = stored.get(`${registry}/${repository}`);
        for (const tag of tags) {
            const reference = `${registry}/${repository}:${tag}`;
            if (typeof manifest === "string")
                references.push({ reference, state: "failed", problem: manifest });
            else if (!isClear)
                references.push({ reference, state: "not tried", problem: `\`${source}\` is ${manifest.digest} here` });
            else {
                const done = await tagManifest(login.registries.of(registry), repository, tag, manifest, isImmutable);
                references.push(done);
                io.log.info(`${reference}: ${done.state}`);
            }
        }
    }
    const [first] = [...stored.values()];
    const root = typeof first === "object" ? rootOf(first) : undefined;
    const isComplete = references.every(({ state }) => state === "pushed" || state === "moved" || state === "unchanged");
    return {
        ...image,
        references,
        digest: root?.digest ?? null,
        signatures: root !== undefined && isComplete ? await signEverywhere(root, plan.destinations, inputs, login) : [],
    };
}
/** @returns why it is not there, as a sentence. */
async function readSource(login, registry, repository, source) {
    try {
        return ((await login.registries.of(registry).getManifest(repository, source)) ??
            `${registry}/${repository} has no \`${source}\``);
    }
    catch (error) {
        if (error instanceof RegistryError)
            return error.message;
        throw error;
    }
}
function rootOf({ mediaType, digest, bytes }) {
    if (!isDigest(digest))
        throw new Error(`${digest} is not a digest`);
    return { mediaType, digest, size: bytes.length };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/pushing/merge-images.js













/** Makes one index of the platforms that other jobs pushed by digest, and gives it the tags. */
async function mergeImages(result, inputs, io, login) {
    const files = readDigestFiles(inputs.merge, io);
    const images = [];
    const failures = [];
    for (const [at, image] of result.images.entries()) {
        const own = files.filter((file) => file.image === image.name);
        const foreign = own.find(({ commit }) => commit !== result.commit);
        if (own.length === 0)
            failures.push(`${inputs.merge} has no digest file of \`${image.name}\``);
        else if (foreign !== undefined)
            failures.push(`the ${foreign.platform} half of \`${image.name}\` is of ${foreign.commit}, and this run is of ${result.commit}`);
        else
            images.push(await merge(image, own, result.planning.images[at], inputs, login));
    }
    return { ...result, images: failures.length > 0 ? result.images : images, failure: failures.join("; ") || null };
}
/** @throws UserError when the folder has none, or one that cannot be read. */
function readDigestFiles(folder, { workspace, environment }) {
    const path = (0,external_node_path_.resolve)(workspace, folder);
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    }
    catch (error) {
        throw (0,file_error/* named */.KT)(error, path);
    }
    if (names.length === 0)
        throw new user_error/* UserError */.y(`input \`merge\`: ${folder} has no digest files; download the artifacts of the jobs with \`by-digest\` first`);
    const places = [workspace, environment.RUNNER_TEMP ?? workspace];
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
async function merge(image, files, plan, inputs, login) {
    const isImmutable = immutability(inputs.immutableTags, plan);
    const references = [];
    let digest = null;
    let root;
    for (const { registry: name, repository, tags } of plan.destinations) {
        const registry = login.registries.of(name);
        try {
            const parts = [];
            for (const file of files)
                parts.push(await merge_images_readPart(login, name, repository, file));
            const { bytes, descriptor } = mergeIndexes(parts, annotationsOf(plan));
            const stored = { bytes, digest: descriptor.digest, mediaType: descriptor.mediaType };
            await registry.putManifest(repository, stored, descriptor.digest);
            root = rootOf(stored);
            digest = descriptor.digest;
            for (const tag of tags)
                references.push(await tagManifest(registry, repository, tag, stored, isImmutable));
        }
        catch (error) {
            if (!(error instanceof RegistryError || error instanceof report_error.ReportError))
                throw error;
            const problem = error.message;
            references.push(...tags.map((tag) => ({ reference: `${name}/${repository}:${tag}`, state: "failed", problem })));
        }
    }
    const isComplete = references.every(({ state }) => state === "pushed" || state === "moved" || state === "unchanged");
    return {
        ...image,
        references,
        digest,
        platforms: files.map(({ platform }) => platform).sort(),
        signatures: root !== undefined && isComplete ? await signEverywhere(root, plan.destinations, inputs, login) : [],
    };
}
async function merge_images_readPart(login, registry, repository, file) {
    const stored = await login.registries.of(registry).getManifest(repository, file.digest);
    if (stored === undefined)
        throw new report_error.ReportError(`${registry}/${repository} has no ${file.digest}, the half for ${file.platform}`);
    const [os = "", architecture = "", variant] = file.platform.split("/");
    return {
        name: file.platform,
        descriptor: rootOf(stored),
        manifest: readManifest(stored.bytes),
        platform: { os, architecture, ...(variant !== undefined && { variant }) },
        revision: file.commit,
    };
}
/** Those of the index. Every manifest has its own already. */
function annotationsOf({ annotations }) {
    return Object.fromEntries(annotations.flatMap((line) => {
        const [, levels = "", name = "", value = ""] = /^(?:([a-z,-]+):)?([^=]+)=(.*)$/s.exec(line) ?? [];
        return levels.split(",").includes("index") ? [[name, value]] : [];
    }));
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/verify-images.js




const verify_images_FORMATS = ["bundle", "legacy"];
/** Whether each image has a signature by the key, in any format. One without is a failure. */
async function verifyImages(result, { verifyKey }, login) {
    const images = [];
    for (const [at, image] of result.images.entries()) {
        const signatures = [];
        let digest = null;
        for (const { registry: name, repository, tags } of result.planning.images[at].destinations) {
            for (const tag of tags) {
                const registry = login.registries.of(name);
                const subject = `${name}/${repository}${isDigest(tag) ? "@" : ":"}${tag}`;
                try {
                    const head = await registry.headManifest(repository, tag);
                    if (head === undefined || !isDigest(head.digest)) {
                        signatures.push({ format: "bundle", subject, state: "failed", problem: "there is no such image" });
                        continue;
                    }
                    digest ??= head.digest;
                    const expected = { digest: head.digest };
                    const found = (await Promise.all(verify_images_FORMATS.map((format) => findSignatures(registry, repository, format, verifyKey, expected)))).flat();
                    const valid = found.find(({ check }) => check.isValid);
                    signatures.push(isSigned(found)
                        ? { format: valid.format, subject, state: "verified" }
                        : { format: "bundle", subject, state: "failed", problem: verify_images_reasonOf(found) });
                }
                catch (error) {
                    if (!(error instanceof RegistryError || error instanceof report_error.ReportError))
                        throw error;
                    signatures.push({ format: "bundle", subject, state: "failed", problem: error.message });
                }
            }
        }
        images.push({ ...image, pushes: false, references: [], digest, signatures });
    }
    return { ...result, images };
}
function verify_images_reasonOf(found) {
    if (found.length === 0)
        return "it has no signature";
    const reasons = found.flatMap(({ check }) => (check.isValid ? [] : [check.reason]));
    return `none of its ${found.length} signatures holds: ${[...new Set(reasons)].join("; ")}`;
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/execute.js









/** Builds, looks, pushes and signs, in this order for all images: nothing leaves before everything was looked at. */
async function execute(result, inputs, io) {
    if (result.dryRun)
        return result;
    io.saveState(state/* gateState */.Zl, { gate: inputs.name });
    const login = await openLogin(inputs, result.planning, io, hasScopes(result));
    switch (result.mode) {
        case "verify":
            return judge(await verifyImages(result, inputs, login), true);
        case "promote":
            return judge(await promoteImages(result, inputs, io, login), true);
        case "merge":
            return judge(await mergeImages(result, inputs, io, login), true);
        case "build": {
            const built = await buildImages(result, inputs, io, login.environment);
            const scanned = built.failure === undefined ? await runScan(built.images, inputs, io) : [];
            return judge(await pushImages(result, built, scanned, inputs, io, login), true);
        }
    }
}
/** Credentials for a single repository: buildx has them since 0.31 (docker/buildx#3447). */
function hasScopes({ buildx }) {
    const [major = 0, minor = 0] = (buildx ?? "0").split(".").map(Number);
    return major > 0 || minor >= 31;
}

;// CONCATENATED MODULE: ./build/js/packages/images/src/build/list-input.js
/**
 * Reads a list input: one value a line, or more with `commas`. A value in double quotes may hold line ends, commas and
 * (doubled) quotes; a quote inside a value that does not begin with one is an ordinary character, and so are the quotes
 * of a CSV field within a value (`type=image,"name=a,b"`). Empty values are dropped. Linear in the text.
 */
function readListInput(text, grammar = {}) {
    const values = grammar.commas === true ? commaRecords(text).flatMap(partedAtCommas) : lines(text, grammar);
    return values.map((value) => (grammar.exact === true ? value : value.trim())).filter((value) => value !== "");
}
function lines(text, { literalQuotes = false }) {
    const values = [];
    for (let at = 0; at < text.length;) {
        const { field, end } = (literalQuotes ? undefined : quotedField(text, at, false)) ?? plainField(text, at, false);
        values.push(field);
        at = afterLineEnd(text, end);
    }
    return values;
}
function commaRecords(text) {
    const all = [];
    let fields = [];
    for (let at = 0; at < text.length;) {
        const { field, end } = quotedField(text, at, true) ?? plainField(text, at, true);
        fields.push(field);
        if (text[end] === ",") {
            at = end + 1;
            continue;
        }
        at = afterLineEnd(text, end);
        all.push(fields);
        fields = [];
    }
    return [...all, fields];
}
/** A quoted value that is alone on its line is a list too: `"linux/amd64,linux/arm64"`. */
function partedAtCommas(fields) {
    return fields.length === 1 ? fields[0].split(",") : fields;
}
function plainField(text, start, commas) {
    let end = start;
    while (end < text.length && !(commas && text[end] === ",") && !isLineEnd(text, end))
        end++;
    return { field: text.slice(start, end), end };
}
/** Undefined if none begins there, or if its last quote is not followed by the end of the value. */
function quotedField(text, start, commas) {
    if (text[start] !== '"')
        return undefined;
    let field = "";
    let at = start + 1;
    for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0)
            return undefined;
        field += text.slice(at, quote);
        const end = quote + 1;
        if (text[end] === '"') {
            field += '"';
            at = end + 1;
        }
        else if (end === text.length || (commas && text[end] === ",") || isLineEnd(text, end))
            return { field, end };
        else
            return undefined;
    }
}
function afterLineEnd(text, at) {
    const next = text[at] === "\r" ? at + 1 : at;
    return text[next] === "\n" ? next + 1 : next;
}
function isLineEnd(text, at) {
    return text[at] === "\n" || (text[at] === "\r" && (text[at + 1] === "\n" || at + 1 === text.length));
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
/** Inputs of a build that are lists, with the grammar that docker/build-push-action reads each by. */
const LIST_INPUTS = {
    "add-hosts": { commas: true },
    allow: { commas: true },
    annotations: {},
    attests: {},
    "build-args": {},
    "build-contexts": {},
    "cache-from": {},
    "cache-to": {},
    labels: {},
    "no-cache-filters": { commas: true },
    outputs: { literalQuotes: true },
    platforms: { commas: true },
    secrets: { exact: true },
    "secret-envs": { commas: true },
    "secret-files": {},
    ssh: { commas: true },
    ulimit: {},
    images: {},
    tags: {},
    flavor: {},
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
var yaml = __webpack_require__(92149);
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
const STEP_INPUTS = ["builder", "username", "password", "registries", "sign", "targets", "dry-run", "result-file"];
const targets_KEYS = ["name", ...TEXT_INPUTS, ...BOOLEAN_INPUTS, ...Object.keys(LIST_INPUTS)];
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
        problems.push(`targets: ${targets.length} images are more than ${MAX_TARGETS}. Use several steps or jobs.`);
    const seen = new Set();
    for (const { name } of targets) {
        if (name !== "" && seen.has(name))
            problems.push(`targets: the name \`${name}\` is there twice. Give each image a name of its own.`);
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
        throw new user_error/* UserErrors */.t([`targets, line ${error.line}: the text ${error.message}. ${EXAMPLE}`]);
    }
    if (!Array.isArray(value))
        throw new user_error/* UserErrors */.t([`targets: found ${targets_kindOf(value)} instead of a list. ${EXAMPLE}`]);
    if (value.length === 0)
        throw new user_error/* UserErrors */.t([`targets: the list is empty. ${EXAMPLE} Or leave \`targets\` out.`]);
    return value;
}
const EXAMPLE = "Write `- name: api` with the inputs of that image below it.";
function readTarget(item, position, common, problems) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
        problems.push(`targets, entry ${position}: found ${targets_kindOf(item)} instead of a map. ${EXAMPLE}`);
        return { name: "", inputs: common };
    }
    const fields = Object.entries(item);
    const name = readName(fields.find(([key]) => key === "name")?.[1], position, problems);
    const place = name === "" ? `targets, entry ${position}` : `targets, \`${name}\``;
    const own = fields
        .filter(([key]) => key !== "name")
        .map(([key, value]) => {
        const read = readField(key, value);
        if (read instanceof Problem)
            problems.push(`${place}: ${read.text}`);
        return [key, read];
    });
    return { name, inputs: { ...common, ...Object.fromEntries(own.filter(([, read]) => !(read instanceof Problem))) } };
}
function readName(value, position, problems) {
    if (value === undefined || value === null || value === "")
        problems.push(`targets, entry ${position}: it has no \`name\`. Give each image a name, such as \`- name: api\`.`);
    else if (typeof value !== "string")
        problems.push(`targets, entry ${position}: \`name\` is ${targets_kindOf(value)} instead of a text. Put it in quotes.`);
    else if (!targets_NAME.test(value))
        problems.push(`targets, entry ${position}: \`${targets_quoted(value)}\` is not a name that buildx takes. Use letters, digits, \`_\` and \`-\` alone.`);
    else if (value === RESERVED)
        problems.push(`targets, entry ${position}: \`${RESERVED}\` is bake's name for all targets. Choose another name.`);
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
        return targets_readList(key, value);
    if (STEP_INPUTS.includes(key))
        return new Problem(`\`${key}\` holds for the whole step. Set it beside \`targets\`, not inside.`);
    const close = (0,nearest/* nearest */.p)(key, [...targets_KEYS, ...STEP_INPUTS]);
    const hint = close === undefined ? `An image can have: ${targets_KEYS.join(", ")}` : `Did you mean \`${close}\``;
    return new Problem(`\`${targets_quoted(key)}\` is not an input of an image. ${hint}${close === undefined ? "." : "?"}`);
}
function readText(key, value) {
    if (value === null)
        return "";
    if (typeof value === "object")
        return new Problem(`\`${key}\` is ${targets_kindOf(value)} instead of a text.`);
    return isNumber(value) ? new Problem(`\`${key}\` is ${targets_kindOf(value)}. ${QUOTE_IT}`) : String(value);
}
function readBoolean(key, value) {
    if (typeof value === "boolean")
        return value;
    if (value === "true" || value === "false")
        return value === "true";
    return new Problem(`\`${key}\` is ${targets_kindOf(value)} instead of \`true\` or \`false\`.`);
}
function targets_readList(key, value) {
    if (value === null)
        return [];
    if (!Array.isArray(value)) {
        if (typeof value === "object")
            return new Problem(`\`${key}\` is a map instead of a list. Write \`- key=value\` lines.`);
        if (isNumber(value))
            return new Problem(`\`${key}\` is ${targets_kindOf(value)}. ${QUOTE_IT}`);
        return readListInput(String(value), LIST_INPUTS[key]);
    }
    const wrong = value.findIndex((item) => item === null || typeof item === "object" || isNumber(item));
    if (wrong >= 0)
        return new Problem(`\`${key}\` has ${targets_kindOf(value[wrong])} at place ${wrong + 1} instead of a text. ${QUOTE_IT}`);
    return value.map(String).filter((item) => item !== "");
}
/** YAML reads `1.10` as 1.1 and `007` as 7: what was written is lost. */
function isNumber(value) {
    return typeof value === "number" || typeof value === "bigint";
}
const QUOTE_IT = "Put the value in quotes: YAML reads 1.10 as 1.1.";
function targets_kindOf(value) {
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

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var runner_inputs = __webpack_require__(17770);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/planning/credentials.js



const FIELDS = ["registry", "username", "password"];
const credentials_EXAMPLE = "Write `- registry: ghcr.io` with `username` and `password` below it";
/** Names under which people log in to Docker Hub. */
const credentials_HUB = /^(?:https?:\/\/)?(?:(?:index|registry|registry-1|hub)\.)?docker\.(?:io|com)(?:\/v[12])?\/?$/i;
/**
 * Reads the inputs `username`, `password` and `registries`.
 *
 * @throws UserErrors with everything that is wrong; no message quotes a password.
 */
function readCredentials(username, password, registries) {
    const problems = [];
    if (username === "" && password !== "")
        problems.push("input `username` is empty, and `password` is set; set both or none");
    if (username !== "" && password === "")
        problems.push("input `password` is empty, and `username` is set; is the secret there, also for pull requests from forks?");
    const own = username !== "" && password !== "" ? [{ registry: "", username, password }] : [];
    const listed = credentials_readList(registries, problems);
    const seen = new Set();
    for (const { registry } of listed) {
        if (seen.has(registry))
            problems.push(`input \`registries\` names \`${registry}\` twice; keep one`);
        seen.add(registry);
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return [...own, ...listed];
}
/** The host as references name it. Docker Hub has many names. */
function registryHost(text) {
    const trimmed = text.trim();
    return credentials_HUB.test(trimmed)
        ? "docker.io"
        : trimmed
            .replace(/^https?:\/\//i, "")
            .replace(/\/+$/, "")
            .toLowerCase();
}
function credentials_readList(text, problems) {
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
    return list.flatMap((item, index) => readItem(item, `input \`registries\`, entry ${index + 1},`, problems));
}
function readItem(item, place, problems) {
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
        if (typeof value === "string" && value.trim() !== "")
            return value;
        const found = value === undefined || value === null || value === "" ? "is missing" : "is not a text; put it in quotes";
        problems.push(`${place} \`${key}\` ${found}`);
        return "";
    };
    const credential = {
        registry: registryHost(text("registry")),
        username: text("username"),
        password: text("password"),
    };
    return problems.length > before ? [] : [credential];
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/signing-inputs.js

function readSigning(reader) {
    const kind = reader.enumeration("sign", ["none", "key"], "none");
    const format = reader.enumeration("signature-format", ["both", "legacy", "bundle"], "both");
    const text = reader.verbatim("signing-key");
    const password = reader.verbatim("signing-password");
    if (kind === "none") {
        if (text.trim() !== "")
            reader.problem("signing-key", "is set, and `sign` is `none`; write `sign: key`");
        return undefined;
    }
    return {
        formats: format === "both" ? ["legacy", "bundle"] : [format],
        key: keySource(text),
        password: password === "" ? undefined : password,
    };
}
/** @returns undefined when there is none. */
function readVerifyKey(reader) {
    const text = reader.string("verify-key");
    return text === "" ? undefined : reader.adopt(() => readVerificationKey(text), undefined, "verify-key");
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

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/inputs.js







const MINUTE = 60_000;
const DEFAULT_RETRY = 10 * MINUTE;
function readInputs(reader) {
    const common = readCommon(reader);
    // Values of `secrets` may stand in it.
    const targets = reader.verbatim("targets");
    const promote = reader.optional("promote");
    const merge = reader.optional("merge");
    const verifies = reader.boolean("verify", false);
    const inputs = {
        name: reader.string("name"),
        mode: promote !== undefined ? "promote" : merge !== undefined ? "merge" : verifies ? "verify" : "build",
        targets: reader.adopt(() => readTargets(targets, common), []),
        push: readPush(reader),
        builder: reader.string("builder"),
        credentials: readLogins(reader),
        immutableTags: readImmutableTags(reader),
        cacheRef: reader.optional("cache-ref"),
        cacheFolder: reader.optional("cache-folder"),
        scan: reader.list("scan"),
        maxSize: inputs_readSize(reader),
        maxGrowth: readGrowth(reader),
        allowedSecrets: reader.list("allow-secrets"),
        signing: readSigning(reader),
        verifyKey: readVerifyKey(reader),
        promote,
        byDigest: reader.boolean("by-digest", false),
        merge,
        retryFor: reader.duration("retry-for", DEFAULT_RETRY),
        dryRun: reader.boolean("dry-run", false),
        token: reader.string("github-token"),
    };
    checkTogether(reader, inputs, verifies);
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
        readListInput(name === "secrets" ? reader.verbatim(name) : reader.string(name), LIST_INPUTS[name]),
    ]);
    return Object.fromEntries([...texts, ...booleans, ...lists]);
}
function readPush(reader) {
    const words = { auto: "auto", true: "always", false: "never" };
    return words[reader.enumeration("push", ["auto", "true", "false"], "auto")];
}
function readLogins(reader) {
    const [username, password, registries] = [
        reader.string("username"),
        reader.string("password"),
        reader.verbatim("registries"),
    ];
    return reader.adopt(() => readCredentials(username, password, registries), []);
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
function inputs_readSize(reader) {
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
/** What is right alone and wrong together. */
function checkTogether(reader, inputs, verifies) {
    const ways = [inputs.promote && "promote", inputs.merge && "merge", verifies && "verify"].filter((way) => way !== undefined && way !== false && way !== "");
    if (ways.length > 1)
        reader.problem(String(ways[1]), `is set, and so is ${(0,runner_inputs/* quote */.hD)(String(ways[0]))}; a step does one of them`);
    if (inputs.mode !== "build" && inputs.byDigest)
        reader.problem("by-digest", `is for builds, and ${(0,runner_inputs/* quote */.hD)(String(ways[0]))} builds nothing; leave it out`);
    if (verifies && inputs.verifyKey === undefined)
        reader.problem("verify", "needs a `verify-key`; a signature of just anybody proves nothing");
    if (!verifies && inputs.verifyKey !== undefined)
        reader.problem("verify-key", "is set, and `verify` is not; write `verify: true`");
    if (inputs.push === "never" && inputs.signing !== undefined)
        reader.problem("sign", "signs what a registry holds, and `push` is `false`; write `sign: none`");
    if (inputs.byDigest && inputs.targets.some(({ inputs: { platforms } }) => platforms.length > 1))
        reader.problem("platforms", "names several, and `by-digest` pushes one; build each in a job of its own");
    if (inputs.cacheFolder !== undefined && !inputs.targets.some(({ inputs: { cache } }) => cache === "local"))
        reader.problem("cache-folder", "is set, and `cache` is not `local`; write `cache: local`");
    for (const { inputs: target } of inputs.targets)
        if (!["", "auto", "gha", "registry", "local", "inline", "none"].includes(target.cache))
            reader.wrong("cache", target.cache, "one of auto, gha, registry, local, inline, none");
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/post.js





/** Removes credentials, secrets and exported images, also of a run that was cancelled or killed. */
const post = {
    state: state/* gateState */.Zl,
    async run({ gate }, io) {
        const folder = io.temporary(gate);
        const { layouts, private: secrets } = foldersOf(folder);
        removePrivateConfig(folder);
        for (const path of [secrets, layouts, (0,external_node_path_.join)(folder, "scan")])
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    },
};

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(98342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(97280);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/render.js





/** The report of a plan, or of what became of it. Pure. */
function render(result) {
    const { images, notes, warnings } = result;
    return {
        title: result.dryRun ? "Images (dry run)" : "Images",
        summary: [
            ...images.flatMap(({ refusals, name }) => refusals.map((text) => render_alert(images.length === 1 ? text : `${name}: ${text}`))),
            render_references(images),
            ...imageTable(images),
            ...signatures(images),
            ...steps(images),
            ...(warnings.length === 0
                ? []
                : [
                    render_list("warnings", warnings.map(({ message }) => message)),
                ]),
            ...(notes.length === 0 ? [] : [render_list("notes", notes)]),
            ...commands(result),
        ],
        annotations: annotations(result),
        outputs: outputs(result),
        files: files(result),
    };
}
const render_alert = (text) => ({ kind: "alert", level: "caution", text: (0,prose/* prose */.C)(`Not pushed: ${text}`) });
const render_list = (noun, texts) => ({
    kind: "list",
    items: [...new Set(texts)].map(prose/* prose */.C),
    noun,
    weight: 2,
});
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
function render_references(images) {
    const order = Object.keys(STATES);
    const all = images
        .flatMap(({ references: each }) => each)
        .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
    const rows = all.map(({ state, reference, problem }) => {
        const isBad = problem !== undefined;
        return [
            isBad ? { strong: STATES[state] } : STATES[state],
            [{ code: reference }, ...(isBad ? [": ", ...(0,prose/* prose */.C)(problem)] : [])],
        ];
    });
    if (rows.length === 0)
        return { kind: "paragraph", text: "No tag was set." };
    return { kind: "table", columns: [{ header: "Result" }, { header: "Tag" }], rows, noun: "tags", weight: 1 };
}
function imageTable(images) {
    const built = images.filter(({ digest }) => digest !== null);
    if (built.length === 0)
        return [];
    const rows = built.map(({ name, digest, platforms, size, previousSize, attestations }) => [
        name,
        { code: digest ?? "" },
        platforms.join(", "),
        size === null ? "" : `${sizeText(size)}${delta(size, previousSize)}`,
        attestations.join(", ") || "none",
    ]);
    const columns = [
        { header: "Image" },
        { header: "Digest" },
        { header: "Platforms" },
        { header: "Size", align: "right" },
        { header: "Attestations" },
    ];
    return [{ kind: "table", columns, rows, noun: "images", weight: 1 }];
}
function delta(size, before) {
    if (before === null)
        return "";
    if (before === size)
        return " (as before)";
    return ` (${size > before ? "+" : "-"}${sizeText(Math.abs(size - before))})`;
}
const SIGNED = {
    failed: `${mark/* MARK */.M.broken} failed`,
    signed: `${mark/* MARK */.M.pass} signed`,
    verified: `${mark/* MARK */.M.pass} verified`,
    there: `${mark/* MARK */.M.neutral} there already`,
};
function signatures(images) {
    const all = images.flatMap(({ signatures: each }) => each);
    if (all.length === 0)
        return [];
    const rows = all.map(({ state, format, subject, problem }) => [
        problem === undefined ? SIGNED[state] : { strong: SIGNED[state] },
        format,
        [{ code: subject }, ...(problem === undefined ? [] : [": ", ...(0,prose/* prose */.C)(problem)])],
    ]);
    const columns = [{ header: "Signature" }, { header: "Format" }, { header: "Image" }];
    return [{ kind: "table", columns, rows, noun: "signatures", weight: 1 }];
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
            text: all.map((command) => command.map(shellWord).join(" ")).join("\n"),
            weight: 1,
        },
        ...(bakeFile === null ? [] : [{ kind: "code", language: "json", text: bakeFile, weight: 3 }]),
    ];
}
/** To be copied into a shell. */
function shellWord(word) {
    return /^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
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
function outputs({ images, metadata, json }) {
    const [first] = images;
    const done = images.flatMap(({ references: all }) => all.filter(isThere).map(({ reference }) => reference));
    const subjects = images.flatMap(({ digest, repositories, references: all, pushes }) => digest === null || !pushes || !all.every(isThere)
        ? []
        : repositories.map((repository) => `${repository}@${digest}`));
    return {
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
/** What a later step may use: what stands on the registry, or would. */
const isThere = ({ state }) => state !== "failed" && state !== "refused" && state !== "not tried";
function files(result) {
    const digests = result.images.flatMap((image) => {
        const content = digestFile(image, result);
        return content === undefined || !image.pushes ? [] : [{ image, content }];
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
