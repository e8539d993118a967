export const id = 150;
export const ids = [150];
export const modules = {

/***/ 5150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/client.js + 2 modules
var client = __webpack_require__(8259);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: ./build/js/packages/versioning/src/semver.js
var semver = __webpack_require__(7823);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/tag.js

/** Nobody writes longer names of tags. */
const MAX_TAG_CHARACTERS = 500;
/** Undefined when the text is not such a tag; `tagProblem` says why. */
function parseTag(text) {
    if (text.length > MAX_TAG_CHARACTERS || text.startsWith("refs/"))
        return undefined;
    // The first split that works wins, so that `pkg-1.2.3-4.5.6` is a prerelease of pkg and not of something named `pkg-1.2.3`.
    for (const start of versionStarts(text)) {
        const hasV = text[start] === "v";
        const version = (0,semver/* parseVersion */.ot)(hasV ? text.slice(start + 1) : text.slice(start));
        if (version === undefined)
            continue;
        const prefix = text.slice(0, start);
        return prefixProblem(prefix) === undefined ? { text, prefix, hasV, version } : undefined;
    }
    return undefined;
}
/** What is wrong with a tag and what to write instead, to stand after its name. Undefined when nothing is. */
function tagProblem(text) {
    if (parseTag(text) !== undefined)
        return undefined;
    if (text.length > MAX_TAG_CHARACTERS)
        return `has more than ${MAX_TAG_CHARACTERS} characters`;
    const suggestion = repairedTag(text);
    return `${reasonAgainst(text)}; write ${suggestion ?? "v1.2.3, or pkg-v1.2.3 for a package"}`;
}
/** The name of what a prefix stands for: `pkg` of `pkg-`. */
function prefixName(prefix) {
    return prefix.slice(0, -1);
}
/** The folder that a package of this name usually lies in: `pkg` of `pkg-v1.2.3` and of `@scope/pkg@1.2.3`, `x/pkg` of `x/pkg/v1.2.3`. */
function packageFolder({ prefix }) {
    return prefixName(prefix).replace(/^@[^/]+\//, "");
}
/** Where a version may begin: at the start and after each separator. */
function versionStarts(text) {
    const starts = [0];
    for (let at = 0; at < text.length; at++)
        if (SEPARATORS.includes(text[at]))
            starts.push(at + 1);
    return starts;
}
const SEPARATORS = "-/@";
/** Names as packages, modules and folders have them, and nothing that git refuses in a tag (git-check-ref-format). */
function prefixProblem(prefix) {
    if (prefix === "")
        return undefined;
    const name = prefixName(prefix).replace(/^@/, "");
    if (name === "")
        return "has a separator without a name before it";
    for (const part of name.split("/")) {
        if (part === "")
            return "has an empty name before or between slashes";
        if (!/^[A-Za-z0-9_][A-Za-z0-9_.+@-]*$/.test(part)) {
            return "has a name that is not made of letters, digits, `_`, `.`, `+`, `@` and `-`, beginning with one of the first three";
        }
        if (part.includes("..") || part.includes("@@") || part.endsWith(".") || part.endsWith(".lock")) {
            return `has the name \`${part.slice(0, 60)}\`, which git does not take`;
        }
    }
    return undefined;
}
function reasonAgainst(text) {
    if (text === "")
        return "is empty";
    if (text.startsWith("refs/"))
        return "is a whole ref";
    if (text.trim() !== text)
        return "has blanks around it";
    const start = versionStarts(text).findLast((each) => /^[vV]?\.?[0-9]+(?:\.|$)/.test(text.slice(each, each + 20)));
    if (start === undefined)
        return "holds no version";
    const problem = prefixProblem(text.slice(0, start));
    if (problem !== undefined)
        return problem;
    const rest = text.slice(start);
    if (rest.startsWith("V"))
        return "has a capital V";
    if (/^v?\./.test(rest))
        return "has a dot before its version";
    return (0,semver/* versionProblem */.Ec)(rest.replace(/^v/, "")) ?? "is not a version";
}
/** The tag that was probably meant; undefined without a guess. */
function repairedTag(text) {
    const trimmed = text.trim().replace(/^refs\/(?:tags\/|heads\/)?/, "");
    const match = /^(.*?)(?:([vV])\.?)?([0-9]{1,15}(?:\.[0-9]{1,15}){0,2})([-+].*)?$/s.exec(trimmed);
    if (match === null)
        return undefined;
    const [, prefix = "", v = "", core = "", rest = ""] = match;
    const numbers = core.split(".").map((number) => String(Number(number)));
    while (numbers.length < 3)
        numbers.push("0");
    const separated = /[A-Za-z]$/.test(prefix) ? `${prefix}-` : prefix;
    const repaired = `${separated}${v.toLowerCase()}${numbers.join(".")}${rest}`;
    return parseTag(repaired) === undefined ? undefined : repaired;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/version-tags.js


/** The tags that name a version of one prefix, the greatest version first. Anything else (`v1`, `nightly`) is left out. */
function versionTags(names, prefix) {
    const tags = [];
    for (const name of names) {
        const tag = parseTag(name);
        if (tag?.prefix === prefix)
            tags.push(tag);
    }
    return tags.sort(compareTags).reverse();
}
/** Precedence; then by name, so that `1.2.3+b1` and `1.2.3+b2` have an order, though SemVer gives them none. */
function compareTags(a, b) {
    return (0,semver/* compareVersions */.Zy)(a.version, b.version) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
function isStable(tag) {
    return !(0,semver/* isPrerelease */.V1)(tag.version);
}
/** Names what is wrong when a version stands twice, as `v1.2.3` and as `1.2.3`: no tool could tell which one is meant. */
function twinProblem(tag, tags) {
    const bare = (each) => each.text.slice(each.prefix.length + (each.hasV ? 1 : 0));
    const twin = tags.find((each) => each.prefix === tag.prefix && each.hasV !== tag.hasV && bare(each) === bare(tag));
    if (twin === undefined)
        return undefined;
    return `the tags ${tag.text} and ${twin.text} both name version ${bare(tag)}; delete one of them`;
}
/** Whether two tags are of one major version, and of one minor version where `minor` says so. */
function isSameLine(a, b, minor) {
    return a.version.major === b.version.major && (!minor || a.version.minor === b.version.minor);
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/previous-tag.js


/**
 * The tag that a release's notes begin after: of the same prefix the greatest lower version. Dates play no part: a back-port 1.9.9 after
 * 2.0.0 follows 1.9.8.
 *
 * For a stable release all prereleases are skipped, its own (2.0.0-rc.1) and those that never became stable (1.9.0-rc.1): users of stable
 * versions have seen none of them. Versions that only differ in build metadata come neither before nor after each other.
 */
function findPreviousTag(tag, names) {
    const tags = versionTags(names, tag.prefix);
    const stable = !(0,semver/* isPrerelease */.V1)(tag.version);
    const candidates = tags.filter((each) => (0,semver/* compareVersions */.Zy)(each.version, tag.version) < 0 && (!stable || isStable(each)));
    const previous = candidates[0];
    const problems = [tag, previous].flatMap((each) => (each === undefined ? [] : (twinProblem(each, tags) ?? [])));
    return { tag: previous, candidates, problems };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/shown-path.js
var shown_path = __webpack_require__(1464);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var inputs = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/js/actions/release/src/assets/asset-files.js






/** GitHub takes files below 2 GiB ("less than 2 GiB"; one of exactly that size gets status 500). */
const MAX_ASSET_BYTES = 2 * 1024 ** 3 - 1;
/**
 * Finds the files that the lines of the input ask for, measured and hashed, in the order of the lines. A file that several lines match counts
 * once, with the name that one of them gives it.
 */
async function findAssetFiles(lines, excluded, directory, workspace) {
    const problems = [];
    const names = new Map();
    for (const { pattern, name } of lines) {
        const found = await expand(pattern, excluded, directory);
        if (found.length === 0)
            problems.push(`${(0,inputs/* quote */.hD)(pattern)} finds no file in ${directory}; was everything built?`);
        if (found.length > 1 && name !== undefined) {
            problems.push(`${(0,inputs/* quote */.hD)(pattern)} finds ${found.length} files, and all of them would be called ${(0,inputs/* quote */.hD)(name)}`);
            continue;
        }
        for (const path of found.sort())
            names.set(path, name ?? names.get(path));
    }
    const files = [];
    const root = (0,external_node_fs_.realpathSync)(workspace);
    for (const [path, name] of names) {
        const problem = fileProblem(path, root);
        const shown = (0,shown_path.shownPath)(path, directory);
        if (problem !== undefined)
            problems.push(`${(0,inputs/* quote */.hD)(shown)} ${problem}`);
        else
            files.push({ path: (0,external_node_path_.relative)(workspace, path), shown, name, ...(await measure(path)) });
    }
    return { files, problems };
}
/** Takes a pattern that matches nothing as a literal path: names may hold brackets. */
async function expand(pattern, excluded, directory) {
    const options = { cwd: directory, absolute: true, dot: true, onlyFiles: true, ignore: ["**/.git/**", ...excluded] };
    // Not above: a wrong input should not pay for loading it.
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const found = await glob(pattern, options);
    if (found.length > 0 || !/[[\](){}]/.test(pattern))
        return found;
    return glob(pattern.replace(/[[\](){}]/g, "\\$&"), options);
}
function fileProblem(path, root) {
    const inside = (0,external_node_path_.relative)(root, (0,external_node_fs_.realpathSync)(path));
    if (inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside))
        return "is a link that leads out of the workspace; copy the file into it";
    const { size } = (0,external_node_fs_.statSync)(path);
    // GitHub answers such an upload with "Bad Content-Length".
    if (size === 0)
        return "is empty, and GitHub takes no empty asset; did the build fail?";
    if (size > MAX_ASSET_BYTES)
        return `has ${size} bytes; an asset has less than 2 GiB (${MAX_ASSET_BYTES + 1} bytes)`;
    return undefined;
}
async function measure(path) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }), async (source) => {
        for await (const chunk of source) {
            size += chunk.length;
            hash.update(chunk);
        }
    });
    return { size, sha256: hash.digest("hex") };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/text-file.js

/** Undefined for a file that cannot be read, such as one that a sparse checkout leaves out. */
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/changelog-file.js




/** The changelog that the input names; without it the one of the tag's package, or else the repository's. */
function readChangelog(changelog, directory, tag) {
    if (changelog === "none")
        return undefined;
    if (changelog !== "auto")
        return { path: changelog.path, text: readText((0,external_node_path_.join)(directory, changelog.path)) };
    const own = tag.prefix === "" ? [] : [`${packageFolder(tag)}/CHANGELOG.md`];
    const path = [...own, "CHANGELOG.md"].find((each) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, each)));
    return path === undefined ? undefined : { path, text: readText((0,external_node_path_.join)(directory, path)) };
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/floating-tags.js


/**
 * Decides which floating tags move to a version. They only move forward, to the greatest stable version of their line, and never to a prerelease
 * or to a version with build metadata (SemVer does not say which of two builds is newer).
 *
 * @param commit the one that the version's tag stands on
 * @param tags all tags of the repository, each with the commit it stands on (annotated ones peeled)
 */
function planFloatingTags(tag, commit, tags, options) {
    const versions = versionTags(tags.keys(), tag.prefix);
    return [false, true].flatMap((minor) => (minor && !options.minor ? [] : planOne(minor)));
    function planOne(minor) {
        const { major, minor: minorNumber } = tag.version;
        const name = `${tag.prefix}${tag.hasV ? "v" : ""}${major}${minor ? `.${minorNumber}` : ""}`;
        const from = tags.get(name);
        const standing = from === undefined ? [] : versions.filter((each) => tags.get(each.text) === from);
        const inLine = standing.find((each) => isSameLine(each, tag, minor));
        const fromTag = (inLine ?? standing[0])?.text;
        const decide = (action, reason) => ({ name, action, reason, from, fromTag });
        if ((0,semver/* isPrerelease */.V1)(tag.version))
            return decide("keep", `stays: ${tag.text} is a prerelease`);
        if (tag.version.build.length > 0)
            return decide("keep", `stays: ${tag.text} has build metadata`);
        if (major === 0 && !minor && !options.zero)
            return decide("keep", "stays: versions below 1.0.0 may break each other");
        const greatest = versions.find((each) => mayFloat(each) && isSameLine(each, tag, minor));
        if (greatest !== undefined && (0,semver/* compareVersions */.Zy)(greatest.version, tag.version) > 0) {
            return decide("keep", `stays: ${greatest.text} is greater`);
        }
        if (from === undefined)
            return decide("create", `is new, for ${tag.text}`);
        if (from === commit)
            return decide("keep", `stands on ${tag.text} already`);
        if (inLine === undefined && fromTag !== undefined) {
            return decide("keep", `stays: it stands on ${fromTag}, which is not a version of its line; move it by hand`);
        }
        return decide("move", `moves from ${fromTag ?? "a commit without a version"} to ${tag.text}`);
    }
}
function mayFloat(tag) {
    return isStable(tag) && tag.version.build.length === 0;
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/remote.js

/** `origin`, as actions/checkout leaves it; without one the repository's own address. */
async function openRemote(git, address) {
    const name = (await git.hasRemote("origin")) ? "origin" : address;
    return { name, refs: await git.remoteRefs(name) };
}
/** All tags, of the clone and of the remote; where they differ, the remote's commit counts. */
async function readTags(git, remote, tag) {
    const here = await git.tags();
    return {
        all: new Map([...here, ...(remote.refs?.tags ?? [])]),
        here: here.get(tag.text),
        onGitHub: fromRemote(remote, (refs) => refs.tags.get(tag.text)),
    };
}
const OFFLINE = "the remote does not answer";
const TOO_SHORT = "the clone lacks history, and it cannot be fetched; check out with `fetch-depth: 0`";
/**
 * Finds the allowed branch that holds a commit. A clone of a single tag, or a shallow one, has too little history to tell, so more is fetched
 * until the commit is found.
 *
 * @param allowed globs; undefined when any branch will do.
 */
async function findBranch(git, remote, commit, allowed) {
    if (allowed === undefined)
        return { allowed, existing: [], holder: { known: undefined } };
    const tips = remote.refs?.branches ?? (await git.remoteBranches(remote.name));
    const tests = allowed.map((pattern) => (0,glob/* compileGlob */.S)(pattern));
    const existing = [...tips].filter(([name]) => tests.some((test) => test(name)));
    const names = existing.map(([name]) => name);
    const found = existing.find(([, tip]) => tip === commit)?.[0] ?? (await findHolder());
    if (found !== undefined)
        return { allowed, existing: names, holder: { known: found } };
    if (remote.refs === undefined && existing.length === 0)
        return { allowed, existing: names, holder: { unknown: OFFLINE } };
    // "Not found" means nothing where history is missing.
    const answers = await Promise.all(existing.map(([, tip]) => git.isAncestor(commit, tip)));
    const isCertain = answers.every((answer) => answer === false);
    return { allowed, existing: names, holder: isCertain ? { known: undefined } : { unknown: TOO_SHORT } };
    async function findHolder() {
        const missing = [];
        for (const [name, tip] of existing)
            if ((await git.resolve(tip)) === undefined)
                missing.push(name);
        if (missing.length > 0) {
            const refspecs = missing.map((name) => `+refs/heads/${name}:refs/remotes/${remote.name}/${name}`);
            await git.fetchRefs(remote.name, refspecs);
        }
        const look = async () => {
            for (const [name, tip] of existing)
                if ((await git.isAncestor(commit, tip)) === true)
                    return name;
            return undefined;
        };
        return git.deepenUntil(look, (name) => name !== undefined);
    }
}
/** Fetches a tag's commit and the history from it to another commit. @returns whether the range between them is complete. */
async function fetchRange(git, remote, tag, from, to) {
    if ((await git.resolve(from)) === undefined)
        await git.fetchRefs(remote.name, [`+refs/tags/${tag}:refs/tags/${tag}`]);
    const bases = () => git.mergeBases(from, to).catch(() => []);
    const found = await git.deepenUntil(bases, (shas) => shas.length > 0);
    return found.length > 0 || !(await git.isShallow());
}
/** What the remote says; unknown when it does not answer. */
function fromRemote(remote, read) {
    return remote.refs === undefined ? { unknown: OFFLINE } : { known: read(remote.refs) };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/floating-history.js


/** Asks the history whether a move is forward, but only for floating tags on a commit without a version: elsewhere the versions say it. */
async function readAncestry(git, remote, floatingTags, tag, commit, tags) {
    const known = new Map();
    if (!floatingTags.major && !floatingTags.minor)
        return known;
    for (const { name, action, from, fromTag } of planFloatingTags(tag, commit, tags.all, { minor: true, zero: true })) {
        if (action !== "move" || fromTag !== undefined || from === undefined)
            continue;
        await fetchRange(git, remote, name, from, commit);
        known.set(name, await git.isAncestor(from, commit));
    }
    return known;
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var globs = __webpack_require__(5931);
// EXTERNAL MODULE: ./build/js/packages/versioning/src/manifests/manifest.js
var manifest = __webpack_require__(5718);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/go-module.js


/**
 * Why a tag does not release a module; undefined when it does (https://go.dev/ref/mod#vcs-version).
 *
 * From major version 2 on the module's path ends in `/vN`, and below 2 it does not; on gopkg.in it always ends in `.vN`. For a module below
 * the root the tag is `dir/v1.2.3`, where a last folder named `vN` does not count. Go does not see tags with build metadata.
 */
function goModuleProblem(module, file, tag) {
    const { major, build } = tag.version;
    const folder = (0,manifest/* folderOf */.yS)(file);
    const version = (0,semver/* formatVersion */.qh)(tag.version);
    const isMajorFolder = major >= 2 && (folder === `v${major}` || folder.endsWith(`/v${major}`));
    const root = isMajorFolder ? folder.slice(0, -`/v${major}`.length) : folder;
    const prefix = root === "" ? "" : `${root}/`;
    if (tag.prefix !== prefix || !tag.hasV)
        return `is released by tags such as ${prefix}v${version}, not ${tag.text}`;
    if (build.length > 0)
        return `cannot have the version ${version}: Go does not see tags with build metadata`;
    const isGopkg = module.startsWith("gopkg.in/");
    const suffix = /([/.])v([0-9]{1,15})$/.exec(module);
    const stated = suffix?.[1] === (isGopkg ? "." : "/") ? Number(suffix[2]) : undefined;
    if (isGopkg)
        return stated === major ? undefined : `has the path ${module}, which must end in .v${major}`;
    if (major >= 2)
        return stated === major ? undefined : `has the path ${module}, which must end in /v${major}`;
    return stated === undefined ? undefined : `has the path ${module}, which must not end in /v${stated} below version 2`;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/pep440.js

const MAX_CHARACTERS = 256;
/** Appendix B of PEP 440, without blanks around. */
const PATTERN = /^v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]+)?)?(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]+)?)?(?:[-_.]?(dev)[-_.]?([0-9]+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
const PHASES = { alpha: "a", beta: "b", c: "rc", pre: "rc", preview: "rc" };
/** The normal form of a Python version, without zeros at the end of its release (`1.0` is `1`): equal versions have equal ones. */
function normalizePep440(text) {
    if (text.length > MAX_CHARACTERS)
        return undefined;
    const match = PATTERN.exec(text.toLowerCase());
    if (match === null)
        return undefined;
    const [, epoch = "0", release = "", phase, phaseNumber, implicitPost, post, postNumber, dev, devNumber, local] = match;
    const numbers = release.split(".").map(withoutZeros);
    while (numbers.length > 1 && numbers.at(-1) === "0")
        numbers.pop();
    return [
        withoutZeros(epoch) === "0" ? "" : `${withoutZeros(epoch)}!`,
        numbers.join("."),
        phase === undefined ? "" : `${PHASES[phase] ?? phase}${withoutZeros(phaseNumber ?? "0")}`,
        post === undefined && implicitPost === undefined ? "" : `.post${withoutZeros(implicitPost ?? postNumber ?? "0")}`,
        dev === undefined ? "" : `.dev${withoutZeros(devNumber ?? "0")}`,
        local === undefined
            ? ""
            : `+${local
                .split(/[-_.]/)
                .map((part) => (/^[0-9]+$/.test(part) ? withoutZeros(part) : part))
                .join(".")}`,
    ].join("");
}
/** The Python version that a SemVer one is; undefined when Python has none, or one of another order (`1.0.0-1` would come after `1.0.0`). */
function pep440Of(version) {
    const normal = normalizePep440((0,semver/* formatVersion */.qh)(version));
    // Build metadata may hold any word.
    return normal !== undefined && /^[^+]*\.post/.test(normal) ? undefined : normal;
}
/** As people write it: with all three numbers. */
function writtenPep440(version) {
    const normal = pep440Of(version);
    if (normal === undefined)
        return undefined;
    const end = /^[0-9.]*(?<![.])/.exec(normal)[0].length;
    return `${version.major}.${version.minor}.${version.patch}${normal.slice(end)}`;
}
function withoutZeros(digits) {
    return digits.replace(/^0+(?=[0-9])/, "");
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/version-files.js



/** Loaded when a repository has such a file: the parsers of TOML and YAML are large. */
const READERS = {
    "Cargo.toml": async () => (await __webpack_require__.e(/* import() */ 140).then(__webpack_require__.bind(__webpack_require__, 8140))).readCargoToml,
    "package.json": async () => (await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 2227))).readPackageJson,
    "go.mod": async () => (await __webpack_require__.e(/* import() */ 668).then(__webpack_require__.bind(__webpack_require__, 8668))).readGoMod,
    "pyproject.toml": async () => (await __webpack_require__.e(/* import() */ 47).then(__webpack_require__.bind(__webpack_require__, 8047))).readPyproject,
    "Chart.yaml": async () => (await __webpack_require__.e(/* import() */ 423).then(__webpack_require__.bind(__webpack_require__, 2423))).readChartYaml,
};
/** The names of files that can be compared with a tag. */
const VERSION_FILE_NAMES = Object.keys(READERS);
/** Their names, and those of files that their readers may need. */
const READ_FILE_NAMES = [
    ...VERSION_FILE_NAMES,
    "Cargo.lock",
    "package-lock.json",
    "npm-shrinkwrap.json",
];
/**
 * Reads the versions that manifests state, each path once.
 *
 * @param paths of manifests, with the names in `VERSION_FILE_NAMES`; any other is a problem
 * @param files contents of all files of the repository with the names in `READ_FILE_NAMES`
 */
async function readManifests(paths, files) {
    const manifests = [];
    for (const path of new Set(paths)) {
        const name = path.split("/").at(-1);
        if (Object.hasOwn(READERS, name))
            manifests.push({ path, ...(await READERS[name]())(path, files) });
        else {
            const message = `is none of ${VERSION_FILE_NAMES.join(", ")}`;
            manifests.push({ path, found: [], problems: [{ file: path, line: undefined, message }], skipped: undefined });
        }
    }
    return manifests;
}
/**
 * Compares a tag with what manifests say, all of them at once. If both `agreeing` and `problems` are empty, nothing was compared, and the
 * caller has to refuse that. Pure.
 */
function compareManifests(tag, manifests) {
    const agreeing = new Map();
    const problems = new Map();
    const skipped = [];
    // Two crates of a workspace find the same line, which is reported once.
    const addProblem = (problem) => problems.set(`${problem.file}\0${problem.line}\0${problem.message}`, problem);
    for (const manifest of manifests) {
        if (manifest.skipped !== undefined)
            skipped.push({ file: manifest.path, reason: manifest.skipped });
        for (const problem of manifest.problems)
            addProblem(problem);
        for (const found of manifest.found) {
            const message = disagreement(tag, found);
            if (message === undefined)
                agreeing.set(`${found.file}\0${found.line}\0${found.field}`, found);
            else
                addProblem({ file: found.file, line: found.line, message });
        }
    }
    const byPlace = (a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);
    return { agreeing: [...agreeing.values()], problems: [...problems.values()].sort(byPlace), skipped };
}
/** What a file says instead of the tag's version, to stand after its name; undefined when they agree. */
function disagreement(tag, { file, field, found, form }) {
    if (form === "go-module")
        return goModuleProblem(found, file, tag);
    const wanted = (0,semver/* formatVersion */.qh)(tag.version);
    const stated = shorten(found);
    if (form === "pep440") {
        const written = writtenPep440(tag.version);
        if (written === undefined)
            return `cannot have the version ${wanted}: Python has no such version (PEP 440)`;
        const normal = normalizePep440(found);
        if (normal === undefined)
            return `has \`${stated}\` for ${field}, which is not a Python version; write ${written}`;
        return normal === pep440Of(tag.version) ? undefined : differs(written);
    }
    const bare = form === "semver-or-v" ? found.replace(/^v/, "") : found;
    const problem = (0,semver/* versionProblem */.Ec)(bare);
    if (problem !== undefined)
        return `has \`${stated}\` for ${field}, which ${problem}; write ${wanted}`;
    return bare === wanted ? undefined : differs(wanted);
    function differs(write) {
        return `has \`${stated}\` for ${field}, but the tag ${tag.text} says ${write}`;
    }
}
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/manifest-files.js






/** Folders with manifests of other projects, or with examples. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;
/**
 * Reads the manifests that a tag is compared with, and the lock files and workspaces beside them, from the work tree.
 *
 * @param tracked every tracked path, from the repository's root
 * @param folder of the working directory; empty for the root
 */
async function readVersionFiles(root, tracked, folder, tag, wanted) {
    const isNamed = (names, path) => names.includes(path.slice(path.lastIndexOf("/") + 1));
    const manifests = tracked.filter((path) => isNamed(VERSION_FILE_NAMES, path));
    const files = new Map();
    for (const path of tracked) {
        if (!isNamed(READ_FILE_NAMES, path) || FOREIGN.test(path))
            continue;
        const text = readText((0,external_node_path_.join)(root, path));
        if (text !== undefined)
            files.set(path, text);
    }
    if (wanted === "auto") {
        const { paths, searched } = usualManifests(manifests, folder, tag);
        return { readings: await readManifests(paths, files), unmatched: [], searched };
    }
    const inFolder = folder === "" ? "" : `${folder}/`;
    const paths = new Set();
    const unmatched = [];
    const excluded = wanted.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
    const isExcluded = (0,globs/* pathFilter */.Y)(excluded);
    for (const pattern of wanted.filter((each) => !each.startsWith("!"))) {
        // A path means the file in that place, though a pattern without a slash matches in every folder.
        const matches = /[*?[{]/.test(pattern) ? (0,globs/* pathFilter */.Y)([pattern]) : (path) => path === pattern;
        const found = tracked.filter((path) => path.startsWith(inFolder) && matches(path.slice(inFolder.length)));
        const kept = found.filter((path) => !isExcluded(path.slice(inFolder.length)));
        if (kept.length === 0)
            unmatched.push(pattern);
        for (const path of kept)
            paths.add(path);
    }
    for (const path of paths) {
        const text = files.has(path) ? undefined : readText((0,external_node_path_.join)(root, path));
        if (text !== undefined)
            files.set(path, text);
    }
    return { readings: await readManifests([...paths], files), unmatched, searched: undefined };
}
/**
 * Where a tag's manifests usually are: at the top for the repository's own tags; in the folder `x/pkg` for `x/pkg/v1.2.3`; in the folder `pkg`,
 * or else in every folder of that name, for `pkg-v1.2.3`.
 */
function usualManifests(manifests, folder, tag) {
    const inFolder = (where) => manifests.filter((path) => (0,manifest/* folderOf */.yS)(path) === where);
    if (tag.prefix === "")
        return { paths: inFolder(folder), searched: folder === "" ? "the top folder" : folder };
    const name = packageFolder(tag);
    const exact = inFolder(name);
    if (exact.length > 0 || name.includes("/"))
        return { paths: exact, searched: name };
    const named = manifests.filter((path) => (0,manifest/* folderOf */.yS)(path).endsWith(`/${name}`) && !FOREIGN.test(path));
    return { paths: named, searched: `folders named ${name}` };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/tag-name.js



/**
 * The tag to release: the input's, or the one that the run is for.
 *
 * @param ref of the run, e.g. `refs/tags/v1.2.3`
 * @throws UserError when neither names a version.
 */
function chooseTag(input, ref) {
    if (input !== undefined)
        return parseTag(input);
    if (!ref.startsWith("refs/tags/")) {
        throw new user_error/* UserError */.y(`input \`tag\` is empty, and the run is for ${(0,inputs/* quote */.hD)(ref)}, which is not a tag; write \`tag: v1.2.3\`, or run the workflow \`on: push: tags: ["v*"]\``);
    }
    const name = ref.slice("refs/tags/".length);
    const tag = parseTag(name);
    if (tag !== undefined)
        return tag;
    throw new user_error/* UserError */.y(`the tag ${(0,inputs/* quote */.hD)(name)}, which the run is for, ${tagProblem(name)}`);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/release-api.js

/** The routes of releases and tags, in one repository. Every method throws GitHubError after its last attempt. */
class ReleaseApi {
    #github;
    #repository;
    constructor(github, { owner, name }) {
        this.#github = github;
        this.#repository = { owner, repo: name };
    }
    /** The newest thousand, newest first. Drafts are among them if the token may push. */
    async list() {
        const releases = [];
        for await (const release of this.#github.paginate(`GET ${RELEASES}`, this.#repository)) {
            releases.push(release);
            if (releases.length === MAX_LISTED)
                break;
        }
        return releases;
    }
    /** Finds published releases only. */
    byTag(tag) {
        return orGone(this.#github.request(`GET ${RELEASES}/tags/{tag}`, { ...this.#repository, tag }));
    }
    create(fields) {
        return this.#github.request(`POST ${RELEASES}`, { ...this.#repository, ...fields });
    }
    update(id, fields) {
        return this.#github.request(`PATCH ${RELEASES}/{release_id}`, { ...this.#repository, release_id: id, ...fields });
    }
    async isDraft(id) {
        const route = `GET ${RELEASES}/{release_id}`;
        return (await this.#github.request(route, { ...this.#repository, release_id: id })).draft;
    }
    /** Deleting a release that is gone already succeeds. */
    async delete(id) {
        await orGone(this.#github.request(`DELETE ${RELEASES}/{release_id}`, { ...this.#repository, release_id: id }));
    }
    async assets(id) {
        const assets = [];
        const route = `GET ${RELEASES}/{release_id}/assets`;
        for await (const asset of this.#github.paginate(route, { ...this.#repository, release_id: id }))
            assets.push(asset);
        return assets;
    }
    async deleteAsset(id) {
        await orGone(this.#github.request(`DELETE ${RELEASES}/assets/{asset_id}`, { ...this.#repository, asset_id: id }));
    }
    /** The tag of the release that GitHub calls the latest. */
    async latestTag() {
        const release = await orGone(this.#github.request(`GET ${RELEASES}/latest`, this.#repository));
        return release?.tag_name;
    }
    async generateNotes(tag, commit, previousTag) {
        const { body } = await this.#github.request(`POST ${RELEASES}/generate-notes`, {
            ...this.#repository,
            tag_name: tag,
            target_commitish: commit,
            previous_tag_name: previousTag,
        });
        return body;
    }
    /** Tags whose names begin with a text, each with the commit it leads to. */
    async tags(start) {
        const tags = new Map();
        const wanted = { ...this.#repository, ref: `tags/${start}` };
        const refs = await this.#github.request(`GET ${GIT}/matching-refs/{ref}`, wanted);
        for (const { ref, object } of refs)
            tags.set(ref.slice("refs/tags/".length), await this.#peel(object));
        return tags;
    }
    /** @param force moves the tag even to a commit that does not descend from the one it stands on. */
    moveTag(name, sha, force) {
        return this.#github.request(`PATCH ${GIT}/refs/{ref}`, { ...this.#repository, ref: `tags/${name}`, sha, force });
    }
    createTag(name, sha) {
        return this.#github.request(`POST ${GIT}/refs`, { ...this.#repository, ref: `refs/tags/${name}`, sha });
    }
    async #peel({ type, sha }) {
        if (type !== "tag")
            return sha;
        const tag = await this.#github.request(`GET ${GIT}/tags/{tag_sha}`, {
            ...this.#repository,
            tag_sha: sha,
        });
        return this.#peel(tag.object);
    }
}
/** GitHub answers 500 to pages further back; release-drafter stops here, too. */
const MAX_LISTED = 1000;
const RELEASES = "/repos/{owner}/{repo}/releases";
const GIT = "/repos/{owner}/{repo}/git";
async function orGone(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof client.GitHubError && error.status === 404)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/notes/chosen-sources.js
/** The input's sources; without it a changelog if there is one, else the commits. */
function chooseSources(notes, changelog) {
    if (notes !== "auto")
        return notes;
    return changelog === undefined ? ["commits"] : ["changelog"];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/notes/notes-sources.js






/**
 * Reads what the notes are made of, one part per source.
 *
 * @throws UserError when the file of `notes-file` cannot be read.
 */
async function gatherNotes(sources, context) {
    const parts = [];
    for (const source of sources)
        parts.push(await gatherPart(source, context));
    return parts;
}
async function gatherPart(source, context) {
    switch (source) {
        case "changelog":
            return { source };
        case "commits":
            return { source, ...(await readCommits(context)) };
        case "github":
            return { source, text: await context.generate(context.previousTag?.text) };
        case "file": {
            const path = context.inputs.notesFile;
            const text = readText((0,external_node_path_.resolve)(context.directory, path));
            if (text !== undefined)
                return { source, text };
            throw new user_error/* UserError */.y(`input \`notes-file\`: ${(0,inputs/* quote */.hD)(path)} cannot be read in ${context.directory}`);
        }
    }
}
async function readCommits({ git, remote, tag, commit, previousTag, tags, tracked }) {
    const from = previousTag === undefined ? undefined : tags.all.get(previousTag.text);
    const isComplete = from === undefined
        ? !(await git.deepenUntil(() => git.isShallow(), (shallow) => !shallow))
        : await fetchRange(git, remote, previousTag.text, from, commit);
    const isHere = from !== undefined && (await git.resolve(from)) !== undefined;
    const folder = packageFolder(tag);
    const paths = tag.prefix !== "" && tracked.some((path) => path.startsWith(`${folder}/`)) ? [folder] : [];
    return { commits: await git.log(isHere ? from : undefined, commit, paths), isComplete };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/collect.js













/**
 * Reads all that the decision needs, and changes nothing.
 *
 * @throws UserError when there is no version to release, or GitHub does not answer and this is not a dry run.
 */
async function collect(inputs, io) {
    const { log } = io;
    const event = io.event();
    const directory = (0,external_node_path_.resolve)(io.workspace, inputs.workingDirectory);
    const git = await io.git(directory);
    const root = await git.root();
    const tag = chooseTag(inputs.tag, event.ref);
    const repository = { ...(inputs.targetRepository ?? event.repository), serverUrl: event.serverUrl };
    const api = inputs.token === "" ? undefined : new ReleaseApi(await io.github(), repository);
    const checkedOutCommit = await headOf(git);
    const commit = inputs.commit ?? checkedOutCommit;
    log.debug(`releasing ${tag.text} at ${commit} in ${repository.owner}/${repository.name}`);
    const { remote, tags } = await log.group("Reading tags and branches", async () => {
        const address = `${event.serverUrl}/${event.repository.owner}/${event.repository.name}`;
        const opened = await openRemote(git, address);
        return { remote: opened, tags: await readTags(git, opened, tag) };
    });
    const onGitHub = "known" in tags.onGitHub ? (tags.onGitHub.known ?? "missing") : tags.onGitHub.unknown;
    log.debug(`${tags.all.size} tags; ${tag.text} here: ${tags.here ?? "missing"}, on the remote: ${onGitHub}`);
    const defaultBranch = event.defaultBranch ?? "main";
    const allowed = allowedBranches(inputs, defaultBranch);
    const branch = await log.group("Finding the branch", () => findBranch(git, remote, commit, allowed));
    log.debug(`allowed branches: ${branch.existing.join(", ") || "none exists"}; holder: ${JSON.stringify(branch.holder)}`);
    const tracked = await git.listFiles();
    const folder = (0,external_node_path_.relative)(root, directory).split(external_node_path_.sep).join("/");
    const versionFiles = inputs.versionFiles === "none"
        ? undefined
        : await readVersionFiles(root, tracked, folder, tag, inputs.versionFiles);
    for (const { path, found } of versionFiles?.readings ?? [])
        log.debug(`${path} states ${found.map((each) => `${each.field} ${JSON.stringify(each.found)}`).join(", ") || "nothing"}`);
    const changelog = readChangelog(inputs.changelog, directory, tag);
    log.debug(`changelog: ${changelog?.path ?? "none"}`);
    const previous = findPreviousTag(tag, tags.all.keys());
    log.debug(`previous tag: ${previous.tag?.text ?? "none"}`);
    const ask = (what, question) => known(what, api, inputs, question);
    const releases = await log.group("Looking for releases of the tag", () => ask("list the releases", (there) => there.list()));
    if ("known" in releases) {
        const own = releases.known.filter(({ tag_name }) => tag_name === tag.text);
        log.debug(`${releases.known.length} releases; of the tag: ${own.map(({ id }) => id).join(", ") || "none"}`);
    }
    const notes = await log.group("Gathering the notes", () => gatherNotes(chooseSources(inputs.notes, changelog?.text), {
        inputs,
        directory,
        git,
        remote,
        tag,
        commit,
        previousTag: previous.tag,
        tracked,
        tags,
        generate: (since) => ask("generate notes", (there) => there.generateNotes(tag.text, commit, since)),
    }));
    const assets = await log.group("Reading assets", () => findAssetFiles(inputs.files, inputs.excludedFiles, directory, io.workspace));
    for (const { shown, size, sha256 } of assets.files)
        log.info(`${shown}: ${size} bytes, sha256 ${sha256}`);
    return {
        repository,
        source: event.repository,
        tag,
        commit,
        pushedCommit: event.ref === `refs/tags/${tag.text}` ? await git.resolve(event.sha) : undefined,
        checkedOutCommit,
        tags,
        branch,
        versionFiles,
        changelog,
        previousTag: previous.tag,
        tagProblems: previous.problems,
        notes,
        files: assets.files,
        fileProblems: assets.problems,
        releases,
        isAncestor: await readAncestry(git, remote, inputs.floatingTags, tag, commit, tags),
        changesWorkflows: await changesWorkflows(git, `refs/remotes/${remote.name}/${defaultBranch}`, commit),
    };
}
async function headOf(git) {
    const head = await git.resolve("HEAD");
    if (head !== undefined)
        return head;
    throw new user_error/* UserError */.y("the repository has no commit; put actions/checkout before this step");
}
/** Undefined when any branch will do. */
function allowedBranches({ allowedBranches: input }, defaultBranch) {
    if (input === "any")
        return undefined;
    return input === "default" ? [defaultBranch] : input;
}
/** @throws UserError when GitHub refuses; a dry run goes on without the answer. */
async function known(what, api, { dryRun }, question) {
    if (api === undefined)
        return { unknown: "the input `github-token` is empty" };
    try {
        return { known: await question(api) };
    }
    catch (error) {
        if (!(error instanceof client.GitHubError))
            throw error;
        if (dryRun)
            return { unknown: error.message };
        throw new user_error/* UserError */.y(`GitHub does not let us ${what}: ${error.message}`, { cause: error });
    }
}
async function changesWorkflows(git, defaultBranch, commit) {
    const base = await git.resolve(defaultBranch);
    if (base === undefined || base === commit)
        return false;
    const paths = await git.changedPaths(base, commit).catch(() => []);
    return paths.some((path) => path.startsWith(".github/workflows/"));
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/markdown-blocks.js
/**
 * Lines of a Markdown document (CommonMark 0.31, GFM) in one pass: headings with `#` and underlined ones (4.2, 4.3), fenced and indented
 * code (4.4, 4.5), comments and raw text of HTML (4.6, kinds 1 and 2), link reference definitions of one line (4.7). Lists and quotes
 * are text: a heading inside them is not one of the document.
 */
function readBlocks(markdown) {
    const lines = splitLines(markdown);
    const kinds = new Array(lines.length);
    const headings = [];
    /** The line on which the paragraph begins that an underline would make a heading; -1 where none could. */
    let paragraph = -1;
    let inContainer = false;
    let fence;
    let rawEnd;
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at];
        const kind = kindOf(line, at);
        kinds[at] = kind;
        if (kind === "text") {
            if (paragraph === -1 && !inContainer) {
                inContainer = CONTAINER.test(line);
                if (!inContainer)
                    paragraph = at;
            }
        }
        else {
            paragraph = -1;
            inContainer = false;
        }
    }
    return { lines, kinds, headings };
    function kindOf(line, at) {
        if (fence !== undefined) {
            if (closesFence(line, fence))
                fence = undefined;
            return "code";
        }
        if (rawEnd !== undefined) {
            if (line.toLowerCase().includes(rawEnd))
                rawEnd = undefined;
            return "comment";
        }
        const indent = indentOf(line);
        if (indent === line.length)
            return "blank";
        // Inside a paragraph it only continues it.
        if (indent > 3 || line.charCodeAt(indent) === TAB)
            return paragraph === -1 && !inContainer ? "code" : "text";
        switch (line[indent]) {
            case "#":
                return readHashes(line, indent, at) ? "heading" : "text";
            case "`":
            case "~":
                fence = openedFence(line, indent);
                return fence === undefined ? "text" : "code";
            case "<":
                return openedRaw(line, indent) ? "comment" : "text";
            case "=":
            case "-":
                return readUnderline(line, indent, at) ? "heading" : "text";
            case "[":
                return paragraph === -1 && DEFINITION.test(line) ? "definition" : "text";
            default:
                return "text";
        }
    }
    function readHashes(line, indent, at) {
        let end = indent;
        while (line.charCodeAt(end) === HASH)
            end++;
        const level = end - indent;
        const next = line.charCodeAt(end);
        if (level > 6 || (end < line.length && next !== BLANK && next !== TAB))
            return false;
        headings.push({ level, text: withoutClosing(line.slice(end).trim()), line: at + 1, contentLine: at + 2 });
        return true;
    }
    function readUnderline(line, indent, at) {
        if (paragraph === -1)
            return false;
        const mark = line[indent];
        let end = indent;
        while (line[end] === mark)
            end++;
        if (line.slice(end).trim() !== "")
            return false;
        // Of a longer paragraph the last line is what stands above the underline, e.g. below an anchor.
        const text = lines[at - 1].trim();
        for (let above = paragraph; above < at; above++)
            kinds[above] = "heading";
        headings.push({ level: mark === "=" ? 1 : 2, text, line: paragraph + 1, contentLine: at + 2 });
        return true;
    }
    function openedRaw(line, indent) {
        const rest = line.slice(indent);
        const tag = /^<(pre|script|style|textarea)(?:[\s>]|$)/i.exec(rest.slice(0, 12))?.[1]?.toLowerCase();
        if (!rest.startsWith("<!--") && tag === undefined)
            return false;
        const end = tag === undefined ? "-->" : `</${tag}>`;
        if (!rest.toLowerCase().includes(end))
            rawEnd = end;
        return true;
    }
}
/** A label as definitions and links are matched by (CommonMark 4.7). */
function normalizeLabel(label) {
    return label.trim().replace(/\s+/g, " ").toLowerCase();
}
/** The label of a link reference definition. */
function definedLabel(line) {
    return normalizeLabel(DEFINITION.exec(line)?.[1] ?? "");
}
/** Everything in brackets, since it may be a reference: more than needed, never less. */
function usedLabels(lines) {
    const labels = new Set();
    for (const line of lines) {
        let open = -1;
        for (let at = 0; at < line.length; at++) {
            const code = line.charCodeAt(at);
            if (code === 0x5b)
                open = at;
            else if (code === 0x5d && open !== -1) {
                if (at - open <= MAX_LABEL_CHARACTERS)
                    labels.add(normalizeLabel(line.slice(open + 1, at)));
                open = -1;
            }
        }
    }
    return labels;
}
/** CommonMark 4.7. */
const MAX_LABEL_CHARACTERS = 999;
const DEFINITION = /^ {0,3}\[(?!\^)([^\][]{1,999})\]:[ \t]*\S/;
const CONTAINER = /^ {0,3}(?:>|[-+*](?:[ \t]|$)|[0-9]{1,9}[.)](?:[ \t]|$))/;
const HASH = 0x23;
const BLANK = 0x20;
const TAB = 0x09;
function splitLines(markdown) {
    const text = markdown.startsWith("\ufeff") ? markdown.slice(1) : markdown;
    return (text.includes("\r") ? text.replaceAll("\r\n", "\n") : text).split("\n");
}
/** Blanks before the first character; the line's whole length when there is none. */
function indentOf(line) {
    let at = 0;
    while (line.charCodeAt(at) === BLANK)
        at++;
    return at < line.length && line.charCodeAt(at) !== TAB ? at : line.trim() === "" ? line.length : at;
}
function withoutClosing(text) {
    let end = text.length;
    while (end > 0 && text.charCodeAt(end - 1) === HASH)
        end--;
    if (end === 0)
        return "";
    const before = text.charCodeAt(end - 1);
    return before === BLANK || before === TAB ? text.slice(0, end).trimEnd() : text;
}
/** The marks of a fence that a line opens. */
function openedFence(line, indent) {
    const mark = line[indent];
    let end = indent;
    while (line[end] === mark)
        end++;
    if (end - indent < 3 || (mark === "`" && line.includes("`", end)))
        return undefined;
    return line.slice(indent, end);
}
function closesFence(line, fence) {
    const indent = indentOf(line);
    if (indent > 3 || !line.startsWith(fence, indent))
        return false;
    let end = indent;
    while (line[end] === fence[0])
        end++;
    return line.slice(end).trim() === "";
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/changelog.js


/**
 * The section of a version in a changelog, by the forms that tools and people write: `## [1.2.3] - 2026-11-24`, `# v1.2.3`,
 * `Version 1.2.3 (2026-11-24)` with an underline, `### [1.2.3](https://...) [YANKED]`.
 *
 * It ends at the next heading of the same or a higher level, so deeper headings stay inside, also of versions (`### 2.0.0-rc.1` below
 * `## 2.0.0`). One exception: a deeper heading of a lower stable version with a link or a date ends it too, as semantic-release writes minor
 * versions with `#` and patches with `##`.
 *
 * A prerelease may be described by the section of its stable version, or by `[Unreleased]`; a stable version may not.
 *
 * @param prefix of the tag, as in `pkg-v1.2.3`: headings may begin with it, or with its name
 */
function findSection(markdown, version, prefix = "") {
    const blocks = readBlocks(markdown);
    const titles = blocks.headings.map((heading) => ({ heading, title: readTitle(heading.text, prefix) }));
    const wanted = (0,semver/* formatVersion */.qh)(version);
    const [match, found] = bestMatch(titles, version);
    if (found === undefined)
        return { section: undefined, problems: [missing(wanted, version, titles)] };
    const end = endOfSection(titles, found, blocks.lines.length);
    const problems = problemsOf(blocks, titles, found, end, version, match);
    const { heading, title } = found;
    return {
        section: {
            match,
            heading: heading.text,
            line: heading.line,
            date: title.date,
            isYanked: title.isYanked,
            body: bodyOf(blocks, heading.contentLine, end),
        },
        problems,
    };
}
/** Text after a version in its heading is short. */
const MAX_TITLE_CHARACTERS = 1000;
function readTitle(text, prefix) {
    const isLinked = text.startsWith("[");
    let rest = text.slice(isLinked ? 1 : 0, MAX_TITLE_CHARACTERS);
    rest = withoutPrefix(rest, prefix).replace(/^(?:version|release)[ \t]+/i, "");
    rest = withoutPrefix(rest, prefix).replace(/^v(?=[0-9])/i, "");
    const token = /^[0-9A-Za-z.+-]*/.exec(rest)[0];
    const version = (0,semver/* parseVersion */.ot)(token.replace(/\.$/, ""));
    const after = rest.slice(token.length);
    return {
        version,
        isUnreleased: /^unreleased(?![\w-])/i.test(rest) || (version !== undefined && /\bunreleased\b/i.test(after)),
        isLinked,
        date: /(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/.exec(after)?.[0],
        isYanked: /\[yanked\]/i.test(after),
    };
}
/** `pkg-v1.2.3`, `pkg 1.2.3` and `[pkg-1.2.3]` of the package `pkg-`, which may follow `Release`. */
function withoutPrefix(text, prefix) {
    const start = prefix === "" ? undefined : [prefix, `${prefix.slice(0, -1)} `].find((each) => text.startsWith(each));
    const rest = start === undefined ? text : text.slice(start.length).trimStart();
    return rest.startsWith("[") ? rest.slice(1) : rest;
}
/** Looks for the version itself, then for it without build metadata; for a prerelease then for its stable version, then for the unreleased part. */
function bestMatch(titles, version) {
    const named = (text) => titles.find(({ title }) => title.version !== undefined && (0,semver/* formatVersion */.qh)(title.version) === text);
    const exact = named((0,semver/* formatVersion */.qh)(version)) ?? named((0,semver/* formatVersion */.qh)({ ...version, build: [] }));
    if (exact !== undefined || !(0,semver/* isPrerelease */.V1)(version))
        return ["exact", exact];
    const core = named((0,semver/* formatCore */.rT)(version));
    if (core !== undefined)
        return ["core", core];
    return ["unreleased", unreleased(titles)];
}
function unreleased(titles) {
    return titles.find(({ title }) => title.isUnreleased && title.version === undefined);
}
/** The line after the section's last. */
function endOfSection(titles, found, lineCount) {
    const next = titles.slice(titles.indexOf(found) + 1).find(({ heading, title }) => {
        if (heading.level <= found.heading.level)
            return true;
        const isOther = title.isLinked || title.date !== undefined;
        if (!isOther || title.version === undefined || (0,semver/* isPrerelease */.V1)(title.version))
            return false;
        return found.title.version === undefined || (0,semver/* compareVersions */.Zy)(title.version, found.title.version) < 0;
    });
    return next?.heading.line ?? lineCount + 1;
}
function problemsOf(blocks, titles, found, end, version, match) {
    const { heading, title } = found;
    const name = title.version === undefined ? "Unreleased" : (0,semver/* formatVersion */.qh)(title.version);
    const problems = [];
    const isSame = (other) => title.version === undefined
        ? other.version === undefined && other.isUnreleased
        : other.version !== undefined && (0,semver/* formatVersion */.qh)(other.version) === name;
    for (const other of titles) {
        const { line } = other.heading;
        if (line < end || !isSame(other.title))
            continue;
        problems.push({ line, message: `there is a second section for ${name}; the first is on line ${heading.line}` });
    }
    const isEmpty = !blocks.kinds
        .slice(heading.contentLine - 1, end - 1)
        .some((kind) => kind === "text" || kind === "code");
    if (isEmpty) {
        const next = titles.find((each) => each.heading.line === end);
        const isPart = next !== undefined && next.title.version === undefined && !next.title.isUnreleased;
        const remedy = isPart ? `the heading on line ${end} ends it: give that one more #` : "say what changed";
        problems.push({ line: heading.line, message: `the section for ${name} is empty; ${remedy}` });
    }
    if (match === "exact" && title.isUnreleased && !(0,semver/* isPrerelease */.V1)(version)) {
        problems.push({ line: heading.line, message: `the heading of ${name} still says that it is unreleased` });
    }
    return problems;
}
function bodyOf({ lines, kinds }, first, end) {
    const isDefinition = (at) => kinds[at] === "definition";
    const inside = lines.slice(first - 1, end - 1).filter((_, at) => !isDefinition(first - 1 + at));
    const used = usedLabels(inside);
    const definitions = new Map();
    for (const [at, line] of lines.entries()) {
        if (!isDefinition(at))
            continue;
        const label = definedLabel(line);
        // Of two definitions of one label the first counts.
        if (used.has(label) && !definitions.has(label))
            definitions.set(label, line.trim());
    }
    const text = trimBlankLines(inside).join("\n");
    return definitions.size === 0 ? text : `${text}\n\n${[...definitions.values()].join("\n")}`;
}
function trimBlankLines(lines) {
    const first = lines.findIndex((line) => line.trim() !== "");
    if (first === -1)
        return [];
    return lines.slice(first, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
function missing(wanted, version, titles) {
    const open = unreleased(titles);
    const first = titles.find(({ title }) => title.version !== undefined);
    const line = (open ?? first)?.heading.line ?? 1;
    const heading = `${"#".repeat((first ?? open)?.heading.level ?? 2)} [${wanted}]`;
    const others = (0,semver/* isPrerelease */.V1)(version) ? `, none for ${(0,semver/* formatCore */.rT)(version)} and no [Unreleased]` : "";
    const remedy = open === undefined || (0,semver/* isPrerelease */.V1)(version)
        ? `write \`${heading}\` above the last version's`
        : `[Unreleased] does not count for a stable version: write \`${heading}\` below it`;
    return { line, message: `there is no section for ${wanted}${others}; ${remedy}` };
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/asset-name.js
/** Enforced since 2025-07. */
const MAX_ASSETS = 1000;
/**
 * The name that GitHub stores for an uploaded file, by the rule that its own `gh release upload` predicts (`sanitizeFileName`). Accents are
 * removed; everything but ASCII letters, digits and `-_+@` becomes a dot; runs of dots become one; dots at the ends are removed. A name that
 * began with a dot, or that was changed and has no dot left, gets `default` in front. The rule has changed over the years, so compare the name
 * in the answer to an upload.
 */
function storedName(name) {
    const plain = name
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC");
    const prefixed = plain.startsWith(".") ? `default${plain}` : plain;
    const stored = trimDots(prefixed.replace(/[^A-Za-z0-9\-_+@]+/g, "."));
    return stored !== name && !stored.includes(".") ? `default.${stored}` : stored;
}
/** Reads `dist/app => app-linux`. An undefined name means the file's own. @returns a string that says what is wrong with the line. */
function parseAssetLine(line) {
    const parts = line.split("=>").map((part) => part.trim());
    const [pattern = "", name] = parts;
    if (parts.length > 2)
        return `${quote(line)} has more than one =>; write path => name`;
    if (pattern === "")
        return `${quote(line)} has no path before =>; write path => name`;
    if (name === undefined)
        return { pattern, name: undefined };
    if (name === "")
        return `${quote(line)} has no name after =>; write path => name`;
    if (/[/\\]/.test(name))
        return `${quote(line)} has a folder in its name; a release has none`;
    return { pattern, name };
}
/**
 * Names all files of a release before the first is uploaded. Two files that GitHub would store under one name are refused, and so are names
 * that only differ in case: they would overwrite each other on many disks that they are downloaded to.
 *
 * @param files paths, each with the name it should get (undefined: its own)
 */
function planAssets(files) {
    const problems = [];
    const assets = files.map(({ path, name }) => {
        const label = name ?? path.split("/").at(-1);
        return { path, name: storedName(label), label };
    });
    if (assets.length > MAX_ASSETS)
        problems.push(`there are ${assets.length} files; a release takes at most ${MAX_ASSETS}`);
    const byName = new Map();
    for (const asset of assets) {
        if (asset.label === "") {
            problems.push(`${quote(asset.path)} has no file name`);
            continue;
        }
        const key = asset.name.toLowerCase();
        const other = byName.get(key);
        if (other === undefined)
            byName.set(key, asset);
        else
            problems.push(collision(other, asset));
    }
    return { assets, problems };
}
function collision(a, b) {
    if (a.path === b.path)
        return `${quote(a.path)} is listed twice, as ${quote(a.label)} and as ${quote(b.label)}`;
    const why = a.name === b.name ? `GitHub would store both as ${quote(a.name)}` : "they differ in case alone";
    return `${quote(a.path)} and ${quote(b.path)} collide: ${why}; rename one with path => name`;
}
function trimDots(name) {
    let start = 0;
    let end = name.length;
    while (name[start] === ".")
        start++;
    while (end > start && name[end - 1] === ".")
        end--;
    return name.slice(start, end);
}
function quote(text) {
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}...` : text);
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/checksums.js
/**
 * Writes `SHA256SUMS` as `sha256sum -c` and actions/attest read it: sorted by name (by code units, whatever the locale), with two blanks between.
 *
 * @param checksums with the names as they are stored, so without line breaks
 * @throws RangeError on a name or digest that would break the format
 */
function writeChecksums(checksums) {
    const sorted = checksums.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return sorted
        .map(({ name, sha256 }) => {
        if (!DIGEST.test(sha256))
            throw new RangeError(`${JSON.stringify(sha256.slice(0, 80))} is not a SHA-256`);
        if (name === "" || /[\n\r\\]/.test(name))
            throw new RangeError(`${JSON.stringify(name.slice(0, 80))} cannot be the name of an asset`);
        return `${sha256}  ${name}\n`;
    })
        .join("");
}
/**
 * Reads what `sha256sum`, `shasum -a 256` (text or binary: ` ` or `*` before the name) and `sha256sum --tag` (`SHA256 (name) = ...`) write. Digests
 * come back in lower case. A name that appears twice is a problem unless its digest is the same.
 */
function readChecksums(text) {
    const found = new Map();
    const problems = [];
    for (const [at, raw] of text
        .replace(/^\ufeff/, "")
        .split("\n")
        .entries()) {
        const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
        if (line.trim() === "" || line.startsWith("#"))
            continue;
        const read = readLine(line);
        if (read === undefined) {
            problems.push({
                line: at + 1,
                message: "is not a checksum; write the SHA-256 in 64 hexadecimal digits, two blanks, the name",
            });
            continue;
        }
        const other = found.get(read.name);
        if (other === undefined)
            found.set(read.name, read.sha256);
        else if (other !== read.sha256)
            problems.push({ line: at + 1, message: "gives a name a second, different checksum" });
    }
    return { checksums: [...found].map(([name, sha256]) => ({ name, sha256 })), problems };
}
const DIGEST = /^[0-9a-f]{64}$/;
function readLine(line) {
    const digest = line.slice(0, 64).toLowerCase();
    if (DIGEST.test(digest) && line[64] === " " && (line[65] === " " || line[65] === "*")) {
        const name = line.slice(66);
        return name === "" ? undefined : { name, sha256: digest };
    }
    if (!line.startsWith("SHA256 ("))
        return undefined;
    const end = line.lastIndexOf(") = ");
    const tagged = line
        .slice(end + 4)
        .trim()
        .toLowerCase();
    const name = line.slice(8, Math.max(8, end));
    return name === "" || !DIGEST.test(tagged) ? undefined : { name, sha256: tagged };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/assets/checksum-list.js

/**
 * The content of `SHA256SUMS`: what is uploaded now, and what other jobs have uploaded to the same release, by the digests that GitHub
 * knows. Pure.
 *
 * @param name of the asset that holds the list, which never lists itself
 */
function checksumList(planned, existing, name) {
    const sums = new Map();
    for (const { name: other, digest, state } of existing) {
        if (state === "uploaded" && digest?.startsWith("sha256:") === true)
            sums.set(other, digest.slice("sha256:".length));
    }
    for (const { name: own, sha256 } of planned)
        sums.set(own, sha256);
    sums.delete(name);
    return writeChecksums([...sums].map(([each, sha256]) => ({ name: each, sha256 })));
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/assets/same-content.js
/**
 * Whether an asset has the content of a file. Servers without digests only tell its size. That is enough to leave a published asset alone,
 * which nothing may replace, and too little to trust a draft's.
 */
function isSameContent({ state, digest, size }, file, isDraft) {
    if (state !== "uploaded")
        return false;
    return digest == null ? !isDraft && size === file.size : digest === `sha256:${file.sha256}`;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/assets/planned-assets.js




/** Name of the asset that holds the notes when GitHub does not take all of them. */
const FULL_NOTES_NAME = "RELEASE_NOTES.md";
/**
 * Everything that is uploaded, by the names that GitHub will give it. Pure.
 *
 * @param checksumsName the wanted name of the list of checksums; undefined for no list.
 * @param fullNotes the whole notes, where GitHub only takes a part of them.
 * @param existing the release or draft of the tag, if there is one.
 */
function planned_assets_planAssets(files, checksumsName, fullNotes, existing) {
    // A job that only publishes what others uploaded lists their files.
    const others = existing?.draft === true ? existing.assets.length : 0;
    const checksums = files.length + others > 0 ? checksumsName : undefined;
    const generated = [fullNotes === undefined ? undefined : FULL_NOTES_NAME, checksums].filter((name) => name !== undefined);
    const named = planAssets([
        ...files.map(({ shown, name }) => ({ path: shown, name })),
        ...generated.map((name) => ({ path: name, name })),
    ]);
    if (named.problems.length > 0)
        return { assets: [], checksums: undefined, problems: named.problems };
    const assets = files.map(({ path, shown, size, sha256 }, at) => {
        const { name, label } = named.assets[at];
        return { name, label, size, sha256, source: { path, shown }, action: actionFor(name, { size, sha256 }, existing) };
    });
    if (fullNotes !== undefined)
        assets.push(textAsset(FULL_NOTES_NAME, `${fullNotes}\n`, existing));
    if (checksums !== undefined)
        assets.push(textAsset(checksums, checksumList(assets, existing?.assets ?? [], checksums), existing));
    return { assets, checksums, problems: [] };
}
/** An asset whose content we write ourselves. */
function textAsset(name, text, existing) {
    const bytes = Buffer.from(text);
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
    const file = { size: bytes.length, sha256 };
    return { name, label: name, ...file, source: { text }, action: actionFor(name, file, existing) };
}
/** The same content stays, whatever its age. */
function actionFor(name, file, existing) {
    const asset = existing?.assets.find((each) => each.name === name);
    if (asset === undefined)
        return "upload";
    if (isSameContent(asset, file, existing.draft))
        return "keep";
    return asset.state === "uploaded" ? "replace" : "clean";
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/release-document.js
/** The release or draft that stands for a tag: the published one, else the oldest draft. */
function releaseOf(releases, tag) {
    const own = releases.filter((release) => release.tag_name === tag);
    return own.find(({ draft }) => !draft) ?? own.sort((a, b) => a.id - b.id)[0];
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/changelog-markdown.js
/**
 * Writes changes as Markdown: breaking ones first, then groups, then commits of other types, then commits that are not conventional. All text
 * of commits goes through `escape`. Empty when there is nothing to tell.
 */
function writeChanges(changes, writing) {
    const marks = "#".repeat(writing.level);
    const section = (title, entries) => entries.length === 0 ? [] : [`${marks} ${title}\n\n${entries.join("\n")}`];
    const entries = (list) => list.map((change) => entryOf(change, change.title, writing));
    const withType = (list) => list.map((change) => entryOf(change, `${change.parsed.conventional.type}: ${change.title}`, writing));
    return [
        ...section("Breaking changes", changes.breaking.map(({ change, note }) => breakingEntry(change, note, writing))),
        ...changes.groups.flatMap((group) => section(group.title, entries(group.changes))),
        ...section("Other changes", withType(changes.others)),
        ...section("Not in the form of Conventional Commits", entries(changes.unconventional)),
        ...(writing.contributors ? section("Contributors", contributorEntries(changes, writing)) : []),
    ].join("\n\n");
}
function entryOf(change, text, writing) {
    return `- ${scopeOf(change, writing)}${writing.escape(text)}${linksOf(change, writing)}`;
}
function scopeOf({ scope }, writing) {
    return scope === undefined ? "" : `**${writing.escape(scope)}:** `;
}
/** A note may have several paragraphs and lists: each of its lines is escaped by itself, and indented into the entry. */
function breakingEntry(change, note, writing) {
    if (note === undefined)
        return entryOf(change, change.title, writing);
    const blocks = [];
    let paragraph = [];
    const close = () => {
        if (paragraph.length > 0)
            blocks.push(writing.escape(paragraph.join(" ")));
        paragraph = [];
    };
    for (const line of note.split("\n")) {
        const text = line.trim();
        if (text === "")
            close();
        else if (/^[-*] ./.test(text)) {
            close();
            blocks.push(`- ${writing.escape(text.slice(2).trim())}`);
        }
        else
            paragraph.push(text);
    }
    close();
    const startsWithList = blocks[0]?.startsWith("- ") === true;
    const first = startsWithList ? writing.escape(change.title) : (blocks.shift() ?? "");
    const rest = blocks.map((block, at) => {
        const isTight = block.startsWith("- ") && (at === 0 || blocks[at - 1].startsWith("- "));
        return `${isTight ? "\n" : "\n\n"}  ${block}`;
    });
    return `- ${scopeOf(change, writing)}${first}${linksOf(change, writing)}${rest.join("")}`;
}
function linksOf({ sha, pullRequest, issues }, writing) {
    const { commitUrl, pullRequestUrl, issueUrl } = writing;
    const link = (text, url, plain) => url === undefined ? plain : `[${text}](${url})`;
    const short = /^[0-9a-f]{7,64}$/.test(sha) ? sha.slice(0, 7) : undefined;
    const links = [
        ...(pullRequest === undefined
            ? []
            : [link(`#${pullRequest}`, pullRequestUrl?.(pullRequest), writing.escape(`#${pullRequest}`))]),
        ...(short === undefined ? [] : [link(`\`${short}\``, commitUrl?.(sha), `\`${short}\``)]),
    ];
    const named = issues
        .filter((issue) => issue.repository !== undefined || issue.number !== pullRequest)
        .map((issue) => {
        const text = writing.escape(`${issue.repository ?? ""}#${issue.number}`);
        return link(text, issueUrl?.(issue), text);
    });
    return `${links.map((each) => ` (${each})`).join("")}${named.length === 0 ? "" : `, see ${named.join(", ")}`}`;
}
function contributorEntries({ contributors }, writing) {
    return contributors.map(({ name, commits }) => `- ${writing.escape(name)} (${commits} ${commits === 1 ? "commit" : "commits"})`);
}

// EXTERNAL MODULE: ./build/js/packages/versioning/src/conventional-commit.js + 1 modules
var conventional_commit = __webpack_require__(2015);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/revert-pairs.js
/**
 * Which commits are taken back within a list, newest first as `git log` prints it. The specification leaves reverts open; here a revert
 * that is itself taken back has no effect, so a revert of a revert brings the first commit back and the other two are a pair.
 *
 * What a revert means is found by its commits, else by its title: the newest older commit with that first line, with or without the
 * pull request's number behind it. A revert of something outside of the list, or of too little to be found, stays a change of its own.
 */
function pairReverts(commits) {
    const bySha = indexBy(commits, ({ sha }) => [sha.slice(0, SHORTEST_SHA)]);
    const byTitle = indexBy(commits, ({ parsed }) => [parsed.header, withoutNumber(parsed.header)]);
    // The oldest first, so that the newest can be taken off at the end.
    for (const list of byTitle.values())
        list.reverse();
    const gone = new Set();
    const pairs = [];
    for (const [at, { parsed }] of commits.entries()) {
        // A revert that a newer one took back does nothing.
        if (parsed.reverts === undefined || gone.has(at))
            continue;
        const reverted = targetsOf(at);
        if (reverted === undefined)
            continue;
        for (const target of reverted)
            gone.add(target);
        gone.add(at);
        pairs.push({ revert: at, reverted });
    }
    return pairs;
    /** Undefined unless everything that it takes back is there, and still stands. */
    function targetsOf(at) {
        const { reverts, kind } = commits[at].parsed;
        if (reverts === undefined)
            return undefined;
        const isTarget = (target) => target > at && !gone.has(target);
        if (reverts.commits.length > 0) {
            const targets = reverts.commits.map((sha) => bySha.get(sha.slice(0, SHORTEST_SHA))?.find((each) => isTarget(each) && commits[each].sha.startsWith(sha)));
            return targets.includes(undefined) ? undefined : [...new Set(targets)];
        }
        if (reverts.title === undefined)
            return undefined;
        const title = kind === "reapply" ? `Revert "${reverts.title}"` : reverts.title;
        const target = [title, withoutNumber(title)]
            .map((each) => firstOf(byTitle.get(each), isTarget))
            .find((each) => each !== undefined);
        return target === undefined ? undefined : [target];
    }
}
const SHORTEST_SHA = 7;
/** `feat: x` of `feat: x (#12)`, as GitHub squashes. */
function withoutNumber(title) {
    return title.endsWith(")") ? title.replace(/ \(#[0-9]{1,10}\)$/, "") : title;
}
function indexBy(commits, keysOf) {
    const index = new Map();
    for (const [at, commit] of commits.entries()) {
        for (const key of new Set(keysOf(commit))) {
            const list = index.get(key);
            if (list === undefined)
                index.set(key, [at]);
            else
                list.push(at);
        }
    }
    return index;
}
/** The first that fits; ones that no later call can want are taken off, so that a thousand reverts of one title stay linear. */
function firstOf(list, fits) {
    if (list === undefined)
        return undefined;
    while (list.length > 0 && !fits(list.at(-1)))
        list.pop();
    return list.at(-1);
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/commit-changelog.js


const CHANGE_GROUPS = [
    { title: "Features", types: ["feat"] },
    { title: "Bug fixes", types: ["fix"] },
    { title: "Performance", types: ["perf"] },
    { title: "Reverts", types: ["revert"] },
    { title: "Documentation", types: ["docs"] },
    { title: "Refactoring", types: ["refactor"] },
    { title: "Build and CI", types: ["build", "ci"] },
    { title: "Tests", types: ["test"] },
    { title: "Chores", types: ["chore", "style"] },
];
/**
 * Sorts commits into a changelog.
 *
 * @param commits newest first, as `git log` prints them
 */
function collectChanges(commits, groups = CHANGE_GROUPS) {
    const changes = commits.map(changeOf);
    const paired = new Set();
    const reverts = pairReverts(changes).map(({ revert, reverted }) => {
        for (const at of [revert, ...reverted])
            paired.add(at);
        return { revert: changes[revert], reverted: reverted.map((at) => changes[at]) };
    });
    const groupOfType = new Map(groups.flatMap((group) => group.types.map((type) => [type.toLowerCase(), group])));
    const grouped = new Map(groups.map((group) => [group, []]));
    const breaking = [];
    const others = [];
    const unconventional = [];
    const omitted = [];
    for (const [at, change] of changes.entries()) {
        if (paired.has(at))
            continue;
        const { parsed } = change;
        if (parsed.breakingChanges.length > 0) {
            for (const note of parsed.breakingChanges)
                breaking.push({ change, note });
        }
        else if (parsed.isBreaking)
            breaking.push({ change, note: undefined });
        listFor(change).push(change);
    }
    return {
        breaking,
        groups: groups.flatMap((group) => {
            const changes = group.isHidden === true ? [] : grouped.get(group);
            return changes.length === 0 ? [] : [{ title: group.title, changes }];
        }),
        others,
        unconventional,
        reverts,
        omitted,
        contributors: contributorsOf(commits, changes),
    };
    function listFor({ parsed }) {
        if (parsed.kind === "merge" || parsed.kind === "version")
            return omitted;
        const isRevert = parsed.kind === "revert" || parsed.kind === "reapply";
        const type = isRevert ? "revert" : parsed.conventional?.type.toLowerCase();
        if (type === undefined)
            return unconventional;
        const group = groupOfType.get(type);
        if (group === undefined)
            return isRevert ? unconventional : others;
        return group.isHidden === true ? omitted : grouped.get(group);
    }
}
function changeOf({ sha, message }) {
    const parsed = (0,conventional_commit/* parseCommit */.L)(message);
    const full = parsed.conventional?.description ?? parsed.header;
    const number = full.endsWith(")") ? /(?:^| )\(#([0-9]{1,10})\)$/.exec(full) : null;
    const title = number === null ? full : full.slice(0, number.index).trimEnd();
    return {
        sha,
        parsed,
        // An empty first line, or one that is only a number, still gets its entry.
        title: title === "" ? full : title,
        scope: parsed.conventional?.scope,
        pullRequest: number === null || title === "" ? undefined : Number(number[1]),
        issues: parsed.footers.length === 0 ? [] : issuesOf(parsed),
    };
}
/** GitHub's words that close an issue, and ones that only name it. */
const ISSUE_TOKEN = /^(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references?|issues?|see)$/i;
function issuesOf(parsed) {
    const found = new Map();
    for (const { token, separator, value } of parsed.footers) {
        if (!ISSUE_TOKEN.test(token))
            continue;
        const text = separator === " #" ? `#${value}` : value;
        for (const [whole, repository, number] of text.matchAll(ISSUE)) {
            found.set(whole, { repository, number: Number(number) });
        }
    }
    return [...found.values()];
}
/** An owner has at most 39 characters, a repository 100. */
const ISSUE = /(?<![\w./-])([A-Za-z0-9-]{1,39}\/[\w.-]{1,100})?#([0-9]{1,10})(?![\w])/g;
function contributorsOf(commits, changes) {
    const found = new Map();
    const add = (name, email, seen) => {
        const key = (email === "" ? name : email).toLowerCase();
        if (name === "" || name.endsWith("[bot]") || seen.has(key))
            return;
        seen.add(key);
        const contributor = found.get(key);
        if (contributor === undefined)
            found.set(key, { name, email, commits: 1 });
        else
            contributor.commits++;
    };
    for (const [at, { authorName, authorEmail }] of commits.entries()) {
        const { parsed } = changes[at];
        if (parsed.kind === "merge")
            continue;
        const seen = new Set();
        add(authorName.trim(), authorEmail.trim(), seen);
        for (const { token, value } of parsed.footers) {
            if (!/^co-authored-by$/i.test(token))
                continue;
            const match = /^([^<>\n]{1,200})<([^<>\s]{1,200})>/.exec(value);
            if (match !== null)
                add(match[1].trim(), match[2], seen);
        }
    }
    return [...found.values()].sort((a, b) => b.commits - a.commits || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/notes-limit.js

/** The longest body of a release that GitHub takes: above it "body is too long (maximum is 125000 characters)". */
const MAX_NOTES_CHARACTERS = 125_000;
/**
 * Notes that are too long end before the first entry that does not fit, and with a closing line. Never inside an entry of a list, a
 * paragraph, code or an open `<details>`; a heading that nothing is left of goes, too; link reference definitions that are still used stay.
 * Where the very first entry is too long, nothing but the closing line is left.
 *
 * Characters are counted in UTF-16 units, which are never fewer than GitHub's: what fits here, fits there.
 *
 * @param closing what says that something is missing, and where it is
 * @throws RangeError when the closing line alone is too long
 */
function limitNotes(markdown, closing, limit = MAX_NOTES_CHARACTERS) {
    if (markdown.length <= limit)
        return { text: markdown, isCut: false };
    if (closing.length > limit)
        throw new RangeError(`the closing line has more than ${limit} characters`);
    const blocks = readBlocks(markdown);
    const borders = bordersOf(blocks);
    const textUpTo = (border) => {
        const kept = blocks.lines.slice(0, border).filter((_, at) => blocks.kinds[at] !== "definition");
        return [kept.join("\n").trimEnd(), definitionsFor(blocks, kept), closing]
            .filter((part) => part !== "")
            .join("\n\n");
    };
    // More lines are never a shorter text.
    let fitting = 0;
    let tooMany = borders.length;
    while (tooMany - fitting > 1) {
        const middle = (fitting + tooMany) >> 1;
        if (textUpTo(borders[middle]).length <= limit)
            fitting = middle;
        else
            tooMany = middle;
    }
    return { text: textUpTo(borders[fitting]), isCut: true };
}
/** How many lines may be kept: 0, and up to each place where something new begins. */
function bordersOf(blocks) {
    const { lines, kinds } = blocks;
    const borders = [0];
    let open = 0;
    for (const [at, line] of lines.entries()) {
        if (open === 0 && isBorder(blocks, at)) {
            let border = at;
            while (border > 0 && (kinds[border - 1] === "heading" || kinds[border - 1] === "blank"))
                border--;
            if (border > borders.at(-1))
                borders.push(border);
        }
        if (kinds[at] === "text")
            open = Math.max(0, open + count(line, "<details") - count(line, "</details"));
    }
    return borders;
}
/** Whether something new begins on a line: a heading, an entry at the margin, or a paragraph. */
function isBorder({ lines, kinds }, at) {
    const kind = kinds[at];
    const before = kinds[at - 1];
    if (kind === "heading")
        return before !== "heading";
    if (kind !== "text")
        return (kind === "code" || kind === "comment") && before === "blank" && !/^\s/.test(lines[at]);
    const line = lines[at];
    if (/^(?:[-+*]|[0-9]{1,9}[.)])[ \t]/.test(line))
        return true;
    return (before === "blank" || before === "heading") && !/^\s/.test(line);
}
function count(line, part) {
    let found = 0;
    for (let at = line.indexOf(part); at !== -1; at = line.indexOf(part, at + 1))
        found++;
    return found;
}
function definitionsFor({ lines, kinds }, kept) {
    const used = usedLabels(kept);
    return lines
        .filter((line, at) => kinds[at] === "definition" && used.has(definedLabel(line)))
        .map((line) => line.trim())
        .join("\n");
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/check.js
function pass(subject, message) {
    return { subject, state: "pass", message };
}
function warn(subject, message) {
    return { subject, state: "warning", message };
}
function fail(subject, message, place) {
    const { file, line } = place ?? {};
    return { subject, state: "fail", message, ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
}
function unknown(subject, message) {
    return { subject, state: "unknown", message };
}
/** Whether a check stops the release. A dry run only reports what it could not find out. */
function isRefusal({ state }, dryRun) {
    return state === "fail" || (state === "unknown" && !dryRun);
}
/** A commit as messages show it. */
function shortCommit(sha) {
    return `\`${sha.slice(0, 10)}\``;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/notes/written-notes.js







/**
 * The release's notes, put together from their sources, and what there is to say about them. Pure.
 *
 * A changelog, a file and GitHub's own notes are taken as they are, since people wrote them to be shown. Text of commits is escaped.
 *
 * @param section what was found in the changelog for the version; undefined when there is no changelog.
 */
function writeNotes(facts, section) {
    const written = facts.notes.map((part) => writePart(part, facts, section));
    const checks = written.flatMap((part) => part.checks);
    const texts = written.map(({ text }) => text.trim()).filter((text) => text !== "");
    const full = sanitize(texts.join("\n\n"));
    // The check of the changelog already says that the section is missing.
    const isSaid = facts.changelog !== undefined && facts.notes.every(({ source }) => source === "changelog");
    if (full === "" && !isSaid && !checks.some(({ state }) => state === "unknown"))
        checks.push(fail("notes", `The notes are empty: ${emptyReason(facts)}`));
    const { text, isCut } = limitNotes(full, closingLine(facts));
    if (isCut) {
        const message = `The notes have ${full.length} characters, and GitHub takes 125,000: they are cut, and \`${FULL_NOTES_NAME}\` has all of them`;
        checks.push(warn("notes", message));
    }
    return { notes: { sources: facts.notes.map(({ source }) => source), full, text, isCut }, checks };
}
function writePart(part, facts, section) {
    switch (part.source) {
        case "changelog":
            return { text: section?.section?.body ?? "", checks: [] };
        case "file":
            return { text: part.text, checks: [] };
        case "github":
            if ("known" in part.text)
                return { text: part.text.known, checks: [] };
            return { text: "", checks: [unknown("notes", `GitHub's generated notes are not known: ${part.text.unknown}`)] };
        case "commits":
            return writeCommits(part, facts);
    }
}
function writeCommits({ commits, isComplete }, facts) {
    const changes = collectChanges(commits);
    const checks = [];
    const odd = changes.unconventional.length;
    if (odd > 0) {
        const verb = odd === 1 ? "does" : "do";
        checks.push(warn("notes", `${odd} ${(0,quantity.plural)(odd, "commit")} ${verb} not follow Conventional Commits; the notes list them as they are`));
    }
    if (!isComplete) {
        const message = "This clone does not hold every commit since the last version; check out with `fetch-depth: 0`";
        checks.push(unknown("notes", message));
    }
    const page = sourcePage(facts);
    const body = writeChanges(changes, {
        escape: report_escape/* escapeMarkdown */.FV,
        commitUrl: (sha) => `${page}/commit/${sha}`,
        pullRequestUrl: (number) => `${page}/pull/${number}`,
        issueUrl: ({ repository, number }) => repository === undefined
            ? `${page}/issues/${number}`
            : (0,report_escape/* linkTarget */.Cm)(`${facts.repository.serverUrl}/${repository}/issues/${number}`),
        level: 2,
        contributors: true,
    });
    return { text: `${body}\n\n${compareLine(facts, page)}`, checks };
}
function compareLine({ previousTag, tag }, page) {
    if (previousTag === undefined)
        return "";
    const range = `${encodeURIComponent(previousTag.text)}...${encodeURIComponent(tag.text)}`;
    const text = (0,report_escape/* escapeMarkdown */.FV)(`${previousTag.text}...${tag.text}`);
    return `**All changes:** [${text}](${(0,report_escape/* linkTarget */.Cm)(`${page}/compare/${range}`)})`;
}
function closingLine({ repository: { serverUrl, owner, name }, tag }) {
    const path = tag.text.split("/").map(encodeURIComponent).join("/");
    const address = `${serverUrl}/${owner}/${name}/releases/download/${path}/${FULL_NOTES_NAME}`;
    return `These notes are too long for GitHub. [All of them](${(0,report_escape/* linkTarget */.Cm)(address)}) are among the assets.`;
}
function sourcePage({ repository: { serverUrl }, source: { owner, name } }) {
    return `${serverUrl}/${owner}/${name}`;
}
function emptyReason({ notes }) {
    const only = notes.length === 1 ? notes[0].source : undefined;
    // Only of a first release: any other has at least the line that links to all changes.
    if (only === "commits")
        return "there is no commit that users would want to read about";
    if (only === "file")
        return "the file of `notes-file` is empty";
    return "write a section for the version, or choose another source in `notes`";
}
/** GitHub refuses a NUL, and JSON cannot hold half a surrogate pair. */
function sanitize(text) {
    return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/floating-tags.js

/**
 * Which floating tags move to the release's commit, and why the others stay. Pure.
 *
 * @param releases undefined when they are not known.
 */
function floatingTagsOf({ major, minor }, { tag, commit, tags, isAncestor }, prerelease, releases) {
    if (!major && !minor)
        return [];
    const planned = planFloatingTags(tag, commit, tags.all, { minor, zero: true });
    // The first is the major one.
    return planned.slice(major ? 0 : 1).map((floating) => {
        if (floating.action === "keep")
            return floating;
        if (prerelease)
            return keep(floating, `stays: ${tag.text} is a prerelease`);
        return restrain(floating, isAncestor.get(floating.name), releases);
    });
}
/** Keeps a tag where a move would be wrong though its version says that it is forward. Pure. */
function restrain(floating, isForward, releases) {
    const { name, action, from, fromTag } = floating;
    if (releases?.some((release) => release.tag_name === name && !release.draft) === true)
        return keep(floating, "stays: it has a release of its own, which may be immutable");
    if (action !== "move" || fromTag !== undefined || isForward === true)
        return floating;
    const where = `stays: it stands on ${from.slice(0, 10)}, which has no version and is not known to be an ancestor of this commit`;
    return keep(floating, `${where}; move it by hand`);
}
function keep(floating, reason) {
    return { ...floating, action: "keep", reason };
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/latest.js


/**
 * Whether a release should be the repository's "latest". GitHub decides by date, or with `legacy` in an order where 1.0.9 comes after
 * 1.0.10; here the greatest stable version is the latest one, so that a back-port is not.
 *
 * A repository has one "latest" but may have many prefixes. The versions without prefix own it where there are any; else each prefix
 * looks at its own versions only.
 *
 * @param published names of tags of releases that are published and neither drafts nor prereleases; the release's own may be among them
 */
function decideLatest(tag, published) {
    if ((0,semver/* isPrerelease */.V1)(tag.version))
        return { isLatest: false, reason: "a prerelease is never the latest" };
    if (tag.prefix !== "") {
        const own = versionTags(published, "").find(isStable);
        if (own !== undefined)
            return { isLatest: false, reason: `the latest is one without prefix, as ${own.text} is` };
    }
    const greatest = versionTags(published, tag.prefix).find(isStable);
    if (greatest !== undefined && (0,semver/* compareVersions */.Zy)(greatest.version, tag.version) > 0) {
        return { isLatest: false, reason: `${greatest.text} is greater` };
    }
    return { isLatest: true, reason: "no published stable version is greater" };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/latest.js

/**
 * Whether the release becomes the repository's latest one. GitHub never takes a prerelease for it. Pure.
 *
 * @param releases undefined when they are not known.
 */
function latestOf(makeLatest, tag, prerelease, releases) {
    if (makeLatest !== "auto")
        return { isLatest: makeLatest === "true" && !prerelease, reason: "the workflow says so" };
    if (prerelease)
        return { isLatest: false, reason: "a prerelease is never the latest" };
    const published = (releases ?? []).filter((release) => !release.draft && !release.prerelease);
    return decideLatest(tag, published.map(({ tag_name }) => tag_name));
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/steps.js

/** What will be changed, in its order, and what stays as it is. Pure. */
function planSteps(plan, existing) {
    return [
        releaseStep(plan, existing),
        ...plan.assets.map(assetStep),
        ...publishStep(plan, existing),
        ...plan.floatingTags.map(({ name, action, reason, from }) => {
            if (action === "keep")
                return { kind: "keep", message: `\`${name}\` ${reason}` };
            return { kind: "move-tag", message: moveSentence(name, from, plan.commit, reason) };
        }),
    ];
}
/** Names the old and the new commit, so that nobody has to trust a move. */
function moveSentence(name, from, to, reason) {
    const commits = from === undefined ? `at \`${to}\`` : `\`${from}\` -> \`${to}\``;
    return `\`${name}\` ${reason}: ${commits}`;
}
function releaseStep({ tag, notes, title }, existing) {
    const name = `\`${tag.text}\``;
    if (existing === undefined) {
        const message = `Draft of ${name}, called \`${title}\`, with ${(0,quantity.counted)(notes.length, "character")} of notes`;
        return { kind: "create", message };
    }
    if (existing.draft)
        return { kind: "keep", message: `The draft ${existing.id} of ${name} is continued` };
    return { kind: "keep", message: keptSentence(tag.text, notes, existing) };
}
/** Says that a published release keeps its notes, and whether ours are different. */
function keptSentence(tag, notes, { body }) {
    const isSame = (body ?? "").replace(/\r\n/g, "\n").trim() === notes.trim();
    const differ = isSame ? "" : ", though the notes here are different; edit them on GitHub";
    return `The release of \`${tag}\` is published, and its notes stay${differ}`;
}
function assetStep({ name, label, size, action, source }) {
    if (action === "keep")
        return { kind: "keep", message: `\`${name}\` is already there, with the same content` };
    const from = "path" in source && source.shown !== name ? ` from \`${source.shown}\`` : "";
    const renamed = label === name ? "" : ` (GitHub's name for \`${label}\`)`;
    return { kind: "upload", message: `\`${name}\`${renamed}${from}, ${(0,quantity.counted)(size, "byte")}${IN_PLACE_OF[action]}` };
}
const IN_PLACE_OF = {
    upload: "",
    clean: ", in place of an upload that broke off",
    replace: ", in place of other content",
};
function publishStep(plan, existing) {
    const { draft, latest, prerelease, tag, createsTag, commit } = plan;
    if (existing?.draft === false)
        return [];
    if (draft)
        return [{ kind: "keep", message: "The release stays a draft, as `draft` is `true`" }];
    const as = prerelease ? "as a prerelease" : latest.isLatest ? "as the latest" : "not as the latest";
    const creates = createsTag ? `; this creates the tag \`${tag.text}\` at \`${commit.slice(0, 10)}\`` : "";
    return [{ kind: "publish", message: `\`${tag.text}\` ${as}: ${latest.reason}${creates}` }];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/result.js
const RESULT_SCHEMA = "jessy-actions/release/v1";

;// CONCATENATED MODULE: ./build/js/actions/release/src/verdict.js


/**
 * Completes a result with its verdict and its headline, which names everything that failed. Pure.
 *
 * @param failures what could not be done; undefined while nothing was tried.
 */
function judge(unjudged, failures) {
    const state = stateOf(unjudged, failures);
    const verdict = verdictOf(unjudged, state);
    return {
        ...unjudged,
        verdict,
        fails: verdict === "fail" || verdict === "broken",
        state,
        headline: headlineOf(unjudged, state, failures ?? []),
        failure: state === "failed" ? failures.map(({ message }) => message).join("; ") : null,
    };
}
function stateOf({ checks, dryRun, steps, release }, failures) {
    if (checks.some((check) => isRefusal(check, dryRun)))
        return "refused";
    if (failures === undefined)
        return "planned";
    if (failures.length > 0)
        return "failed";
    if (isUnchanged(steps))
        return "unchanged";
    return release?.draft === true ? "drafted" : "published";
}
function verdictOf({ checks }, state) {
    if (state === "refused")
        return "fail";
    if (state === "failed")
        return "broken";
    return checks.some((check) => check.state === "unknown") ? "inconclusive" : "pass";
}
function headlineOf(unjudged, state, failures) {
    const { tag, dryRun, release } = unjudged;
    switch (state) {
        case "refused": {
            const what = dryRun ? `Dry run: ${tag} would not be released` : `${tag} is not released`;
            return `${what}, and nothing was changed; ${refusals(unjudged)}`;
        }
        case "planned":
            return `Dry run: ${outlook(unjudged)}${unknowns(unjudged.checks)}`;
        case "drafted":
            return `${tag} is a draft, ${withAssets(unjudged)}`;
        case "published":
            return `${tag} is published${standing(unjudged)}, ${withAssets(unjudged)}`;
        case "unchanged":
            return `${tag} was already complete, ${withAssets(unjudged)}: nothing was changed`;
        case "failed": {
            const what = release?.draft === false ? `${tag} is published, but not everything is done` : `${tag} is not released`;
            return `${what}: ${failures.map(({ brief }) => brief.replaceAll("`", "")).join(", ")}`;
        }
    }
}
/** `failed: tag, files (2); unknown: branch`. */
function refusals({ checks, dryRun }) {
    const failed = subjectsOf(checks, "fail");
    const open = dryRun ? [] : subjectsOf(checks, "unknown");
    return [
        ...(failed.length === 0 ? [] : [`failed: ${failed.join(", ")}`]),
        ...(open.length === 0 ? [] : [`unknown: ${open.join(", ")}`]),
    ].join("; ");
}
/** Each subject once, and how many of its checks are in a state. */
function subjectsOf(checks, state) {
    const counts = new Map();
    for (const check of checks)
        if (check.state === state)
            counts.set(check.subject, (counts.get(check.subject) ?? 0) + 1);
    return [...counts].map(([subject, count]) => (count === 1 ? subject : `${subject} (${count})`));
}
function outlook(unjudged) {
    const { tag, steps, plan } = unjudged;
    if (isUnchanged(steps))
        return "nothing would change";
    if (plan.draft)
        return `${tag} would become a draft, ${withAssets(unjudged)}`;
    return `${tag} would be published${standing(unjudged)}, ${withAssets(unjudged)}`;
}
function unknowns(checks) {
    const open = checks.filter(({ state }) => state === "unknown").length;
    return open === 0 ? "" : `; ${(0,quantity.counted)(open, "thing")} could not be found out`;
}
function standing({ prerelease, latest, release }) {
    if (release?.prerelease ?? prerelease)
        return " as a prerelease";
    return latest ? " as the latest" : "";
}
function withAssets({ release, assets }) {
    const number = release?.assets.length ?? assets.length;
    return `with ${number === 0 ? "no" : number} ${(0,quantity.plural)(number, "asset")}`;
}
function isUnchanged(steps) {
    return steps.every(({ kind }) => kind === "keep");
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/branch-check.js

/** One of the allowed branches holds the commit. Pure. */
function checkBranch({ branch, commit }) {
    const { allowed, existing, holder } = branch;
    if (allowed === undefined)
        return pass("branch", "Any branch may hold the commit");
    if ("unknown" in holder) {
        const question = `Whether ${listed(allowed, " or ")} holds ${shortCommit(commit)} is not known`;
        return unknown("branch", `${question}: ${holder.unknown}`);
    }
    if (holder.known !== undefined)
        return pass("branch", `\`${holder.known}\` holds ${shortCommit(commit)}`);
    if (existing.length === 0) {
        const message = `There is no branch ${listed(allowed, " or ")}; name the branches that releases come from in \`allowed-branches\``;
        return fail("branch", message);
    }
    const message = `${shortCommit(commit)} is on none of the allowed branches (${listed(existing, ", ")}); merge it first`;
    return fail("branch", message);
}
function listed(names, separator) {
    return names.map((name) => `\`${name}\``).join(separator);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/changelog-check.js

/**
 * The changelog has one section for the version, and it is not withdrawn. Pure.
 *
 * @param read what was found in the changelog's text; undefined when the file could not be read.
 */
function checkChangelog({ changelog }, read) {
    if (changelog === undefined)
        return [];
    const { path: file } = changelog;
    if (read === undefined)
        return [fail("changelog", `\`${file}\` cannot be read; give its path in \`changelog\`, or write \`none\``)];
    if (read.problems.length > 0)
        return read.problems.map(({ line, message }) => fail("changelog", `\`${file}\`: ${message}`, { file, line }));
    const { isYanked, line, match, heading } = read.section;
    if (isYanked)
        return [fail("changelog", `\`${file}\` marks this version as yanked`, { file, line })];
    const under = match === "exact" ? "" : `, under \`${heading}\``;
    return [pass("changelog", `\`${file}\` describes this version${under}`)];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/release-check.js


/** What stands on GitHub for the tag already. Pure. */
function checkRelease({ releases }, existing) {
    if ("unknown" in releases)
        return [unknown("release", `Which releases exist is not known: ${releases.unknown}`)];
    if (existing === undefined)
        return [];
    const kind = existing.draft ? "a draft" : existing.immutable === true ? "an immutable release" : "a release";
    const assets = existing.assets.length;
    return [pass("release", `The tag already has ${kind}, with ${(0,quantity.counted)(assets, "asset")}`)];
}
/**
 * Files that a published release does not take: GitHub lets nobody change an immutable one, and we never replace what people may have
 * downloaded. Pure.
 *
 * @param checksums name of the asset that lists all others; it may grow with what other jobs upload.
 */
function checkPublishedFiles(planned, existing, checksums) {
    if (existing === undefined || existing.draft)
        return [];
    const isImmutable = existing.immutable === true;
    return planned.flatMap(({ name, action, sha256 }) => {
        if (action === "keep" || (name === checksums && !isImmutable))
            return [];
        if (action === "replace") {
            const digest = existing.assets.find((asset) => asset.name === name)?.digest ?? "no known digest";
            const contents = `${digest}, and here it is sha256:${sha256}`;
            const how = isImmutable ? "immutable" : "published";
            const message = `\`${name}\` is ${how} with other content (${contents}): this build is not the one that was released; release a new version`;
            return [fail("release", message)];
        }
        if (!isImmutable)
            return [];
        const message = `\`${name}\` is missing from an immutable release, which takes no more files; let parallel jobs upload with \`draft: true\`, and release a new version`;
        return [fail("release", message)];
    });
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/tag-check.js


/** The tag exists on GitHub, no other tag names the same version, and it stands on the commit to release. Pure. */
function checkTag(inputs, facts) {
    const { tag, commit, tagProblems, pushedCommit, checkedOutCommit } = facts;
    const checks = tagProblems.map((message) => fail("tag", message));
    if (pushedCommit !== undefined && pushedCommit !== commit && inputs.commit === undefined) {
        const message = `\`${tag.text}\` was pushed at ${shortCommit(pushedCommit)}, but ${shortCommit(checkedOutCommit)} is checked out`;
        checks.push(fail("commit", message));
    }
    return [...checks, ...checkPlace(inputs.createTag, facts)];
}
/** Where the tag stands. GitHub's answer counts before the clone's. */
function checkPlace(createTag, { tag, commit, tags, source }) {
    const name = `\`${tag.text}\``;
    const stands = "known" in tags.onGitHub ? tags.onGitHub.known : tags.here;
    if (stands === undefined)
        return [checkMissing(createTag, { tag, commit, tags })];
    if (stands !== commit) {
        const message = `${name} stands on ${shortCommit(stands)}, but ${shortCommit(commit)} is to be released; check out the tag`;
        return [fail("commit", message)];
    }
    const package_ = tag.prefix === "" ? "" : `, of \`${tag.prefix.slice(0, -1)}\``;
    const where = `on ${shortCommit(stands)} of \`${source.owner}/${source.name}\``;
    const agreed = pass("tag", `${name} is version ${(0,semver/* formatVersion */.qh)(tag.version)}${package_}, ${where}`);
    if (tags.here === undefined || tags.here === stands)
        return [agreed];
    const moved = `${name} stood on ${shortCommit(tags.here)} when it was checked out, and has moved to ${shortCommit(stands)}`;
    return [fail("tag", moved), agreed];
}
function checkMissing(createTag, { tag, commit, tags }) {
    const name = `\`${tag.text}\``;
    if (createTag)
        return pass("tag", `${name} is new; publishing creates it at ${shortCommit(commit)}`);
    if ("unknown" in tags.onGitHub)
        return unknown("tag", `${name} is not in this clone, and ${tags.onGitHub.unknown}`);
    const where = tags.here === undefined ? "does not exist" : "is in this clone but not on GitHub";
    const push = `git tag ${tag.text} ${commit.slice(0, 10)} && git push origin ${tag.text}`;
    return fail("tag", `${name} ${where}; push it (\`${push}\`), or set \`create-tag: true\``);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/versions-check.js


/** Files that agree are named up to this number. */
const MAX_NAMED = 5;
/** Every file that states a version states the tag's. Pure. */
function checkVersions({ tag, versionFiles }) {
    if (versionFiles === undefined)
        return [];
    const { readings, unmatched, searched } = versionFiles;
    const checks = unmatched.map((pattern) => fail("versions", `\`version-files\` names \`${pattern}\`, which matches no tracked file`));
    if (readings.length === 0 && unmatched.length === 0)
        return [nothingFound(searched)];
    const { agreeing, problems, skipped } = compareManifests(tag, readings);
    for (const { file, line, message } of problems)
        checks.push(fail("versions", `\`${file}\` ${message}`, { file, line }));
    for (const { file, reason } of skipped)
        checks.push(pass("versions", `\`${file}\` is not compared: ${reason}`));
    const agreed = [...new Set(agreeing.map(({ file }) => file))];
    if (agreed.length > 0)
        checks.push(pass("versions", agreement(agreed)));
    if (agreed.length === 0 && checks.every(({ state }) => state === "pass"))
        checks.push(warn("versions", "No file states a version that could be compared"));
    return checks;
}
function agreement(files) {
    const named = files.slice(0, MAX_NAMED).map((file) => `\`${file}\``);
    const more = files.length > MAX_NAMED ? ` and ${files.length - MAX_NAMED} more` : "";
    return `${named.join(", ")}${more} ${files.length === 1 ? "agrees" : "agree"}`;
}
/** A repository may have no such file. The report says so, or its readers would take silence for agreement. */
function nothingFound(searched) {
    const names = VERSION_FILE_NAMES.map((name) => `\`${name}\``).join(", ");
    const message = `No version was compared: ${searched ?? "the repository"} has no ${names}; name files in \`version-files\`, or write \`none\``;
    return warn("versions", message);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/evaluate.js
















/** The whole decision: what holds, what does not, and what is to be done. Pure. */
function evaluate(inputs, facts) {
    const { repository, source, tag, commit } = facts;
    const releases = "known" in facts.releases ? facts.releases.known : undefined;
    const existing = releases === undefined ? undefined : releaseOf(releases, tag.text);
    const changelog = facts.changelog?.text;
    const section = changelog === undefined ? undefined : findSection(changelog, tag.version, tag.prefix);
    const { notes, checks: notesChecks } = writeNotes(facts, section);
    const { assets, checksums, problems } = planned_assets_planAssets(facts.files, inputs.checksums, notes.isCut ? notes.full : undefined, existing);
    const checks = [
        ...checkTag(inputs, facts),
        checkBranch(facts),
        ...checkVersions(facts),
        ...checkChangelog(facts, section),
        ...[...facts.fileProblems, ...problems].map((message) => fail("files", message)),
        ...notesChecks,
        ...checkPublishedFiles(assets, existing, checksums),
        ...checkRelease(facts, existing),
    ];
    const prerelease = inputs.prerelease === "auto" ? (0,semver/* isPrerelease */.V1)(tag.version) : inputs.prerelease === "true";
    const floatingTags = floatingTagsOf(inputs.floatingTags, facts, prerelease, releases);
    const plan = {
        repository,
        tag,
        commit,
        title: inputs.title ?? tag.text,
        notes: notes.text,
        draft: inputs.draft,
        prerelease,
        isPrereleaseGiven: inputs.prerelease !== "auto",
        latest: latestOf(inputs.makeLatest, tag, prerelease, releases),
        ...(inputs.discussionCategory !== undefined && { discussionCategory: inputs.discussionCategory }),
        createsTag: !facts.tags.all.has(tag.text),
        isElsewhere: repository.owner !== source.owner || repository.name !== source.name,
        changesWorkflows: facts.changesWorkflows,
        ...(releases !== undefined && {
            releases: concerned(releases, [tag.text, ...floatingTags.map(({ name }) => name)]),
        }),
        assets,
        ...(checksums !== undefined && { checksums }),
        floatingTags,
    };
    const list = assets.find(({ name }) => name === checksums)?.source;
    return judge({
        schema: RESULT_SCHEMA,
        dryRun: inputs.dryRun,
        repository: `${repository.owner}/${repository.name}`,
        tag: tag.text,
        version: (0,semver/* formatVersion */.qh)(tag.version),
        commit,
        previousTag: facts.previousTag?.text ?? null,
        prerelease,
        latest: plan.latest.isLatest,
        checks,
        steps: planSteps(plan, existing),
        warnings: [],
        notes: { sources: notes.sources, characters: notes.full.length, cut: notes.isCut, text: notes.full },
        assets: assets.map(({ name, size, sha256 }) => ({ name, size, sha256, url: null })),
        checksums: list !== undefined && "text" in list ? list.text : null,
        release: null,
        plan,
    });
}
/** A repository may have a thousand releases; the plan only needs those of its own tags. */
function concerned(releases, tags) {
    return releases.filter(({ tag_name }) => tags.includes(tag_name));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/urls.js
var urls = __webpack_require__(2010);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/wait.js
var wait = __webpack_require__(4945);
;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/failure.js

/**
 * The release cannot be finished: the message says what was found, and what to do. Everything that was done stays, and the next run goes on
 * from there.
 */
class ReleaseFailure extends Error {
    name = "ReleaseFailure";
}
/** The release that was worked on is gone: another job found it to be a duplicate, or somebody deleted it. */
class ReleaseGone extends Error {
    name = "ReleaseGone";
}
/**
 * What to tell of an error that ended the release. GitHub's answer to a token without `workflows: write` names no cause (cli/cli#9514). Pure.
 *
 * @param changesWorkflows whether the commit changes workflows against the default branch.
 * @returns undefined for an error of our own, which is to be thrown on.
 */
function describeFailure(error, changesWorkflows) {
    if (error instanceof ReleaseFailure)
        return { brief: error.message.split(/[:;] /, 1)[0], message: error.message };
    if (!(error instanceof client.GitHubError))
        return undefined;
    const brief = error.status === 0 ? "GitHub did not answer" : `GitHub answered with status ${error.status}`;
    const isRefusal = error.status === 403 || error.status === 404;
    return { brief, message: isRefusal && changesWorkflows ? `${error.message}; ${WORKFLOWS_ADVICE}` : error.message };
}
const WORKFLOWS_ADVICE = "the commit changes files in `.github/workflows`, compared with the default branch, and for that GitHub wants a token with `workflows: write`, which `GITHUB_TOKEN` never has; release a commit of the default branch, or give `github-token` the token of a GitHub App";

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/journal.js
/** What was done so far, said as it happens, so that a run that breaks off tells how far it came. */
class Journal {
    steps = [];
    warnings = [];
    #log;
    constructor(log) {
        this.#log = log;
    }
    done(kind, message) {
        this.steps.push({ kind, message });
        this.#log.info(`${kind}: ${message}`);
    }
    warn(message) {
        this.warnings.push(message);
        this.#log.warning(message);
    }
    info(message) {
        this.#log.info(message);
    }
    debug(message) {
        this.#log.debug(message);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/move-tags.js




/**
 * Moves floating tags to the release's commit. The first attempt is a fast-forward, which GitHub refuses if somebody has moved the tag further
 * meanwhile, or if the versions are on diverging branches. Then the tags are read again, and the move is planned anew.
 *
 * @returns what could not be moved. The release itself stands.
 */
async function moveTags(plan, api, journal) {
    const failures = [];
    for (const planned of plan.floatingTags) {
        const { name } = planned;
        try {
            const floating = await move(planned, plan, api);
            if (floating.action === "keep")
                journal.done("keep", `\`${name}\` ${floating.reason}`);
            else
                journal.done("move-tag", moveSentence(name, floating.from, plan.commit, floating.reason));
        }
        catch (error) {
            if (!(error instanceof client.GitHubError))
                throw error;
            const byHand = `git push --force origin ${plan.commit}:refs/tags/${name}`;
            const brief = `\`${name}\` could not be moved`;
            failures.push({
                brief,
                message: `${brief}: ${error.message}; the next run tries again, or move it by hand: \`${byHand}\``,
            });
        }
    }
    return failures;
}
/** @returns what was done. */
async function move(planned, plan, api) {
    if (planned.action === "keep" || (await moveForward(planned, plan.commit, api)))
        return planned;
    const { tag, commit } = plan;
    const tags = await api.tags(`${tag.prefix}${tag.hasV ? "v" : ""}${tag.version.major}`);
    const anew = planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find(({ name }) => name === planned.name);
    // If the tag has not moved, the decision holds: the move is forward by version, though not by history.
    const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
    if (floating.action === "create")
        await api.createTag(floating.name, commit);
    if (floating.action === "move")
        await api.moveTag(floating.name, commit, true);
    return floating;
}
/** False when the tag is no longer where it was, or its commit is not an ancestor. */
async function moveForward({ name, action }, commit, api) {
    try {
        if (action === "create")
            await api.createTag(name, commit);
        else
            await api.moveTag(name, commit, false);
        return true;
    }
    catch (error) {
        const isChanged = error instanceof client.GitHubError &&
            error.status === 422 &&
            /already exists|does not exist|fast.forward/i.test(error.message);
        if (isChanged)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/settle.js



/**
 * How long to wait, each time, before the list of releases is read again (milliseconds): it shows new releases seconds late
 * (softprops/action-gh-release#705).
 */
const LIST_WAITS = [0, 500, 1000, 2000, 4000, 8000];
const MAX_ATTEMPTS = 5;
/**
 * Finds or makes the one release that all jobs of a tag work on: the published one, else the oldest draft, else a new draft.
 *
 * GitHub takes any number of drafts for one tag. A job that makes one waits until the list shows it: by then the list shows all older drafts,
 * too, and every job chooses the oldest. A job that finds a draft older than its own deletes its own, which is still empty.
 *
 * @param known releases as they were listed last.
 */
async function settleRelease(plan, known, { api, journal, sleep }) {
    let releases = known;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const found = releaseOf(releases, plan.tag.text);
        if (found !== undefined) {
            journal.debug(`release ${found.id} (${found.draft ? "draft" : "published"}) stands for ${plan.tag.text}`);
            await removeDuplicates(plan, found, releases, { api, journal, sleep });
            return found;
        }
        journal.debug(`no release of ${plan.tag.text} among ${releases.length} known ones; creating a draft`);
        const own = await createDraft(plan, { api, journal, sleep });
        if (own === undefined) {
            releases = await api.list();
            continue;
        }
        releases = await listWith(own, { api, journal, sleep });
        const chosen = releaseOf(releases, plan.tag.text) ?? own;
        if (chosen.id === own.id)
            return own;
        await api.delete(own.id);
        journal.info(`Another job was first: using its release ${chosen.id}; the draft ${own.id} is deleted.`);
        return chosen;
    }
    throw new Error(`no release of ${plan.tag.text} stayed in ${MAX_ATTEMPTS} attempts`);
}
/** Undefined when GitHub's answer was lost, so that nobody knows whether it made the draft. */
async function createDraft(plan, { api, journal, sleep }) {
    try {
        const draft = await api.create({
            tag_name: plan.tag.text,
            // Even if the tag exists: should it be deleted meanwhile, GitHub would create it at the head of the default branch.
            ...(!plan.isElsewhere && { target_commitish: plan.commit }),
            name: plan.title,
            body: plan.notes,
            draft: true,
            prerelease: plan.prerelease,
        });
        journal.done("create", `Draft ${draft.id} of \`${plan.tag.text}\``);
        return draft;
    }
    catch (error) {
        if (!(error instanceof client.GitHubError) || (error.status !== 0 && error.status < 500))
            throw error;
        journal.info(`${error.message}; checking whether the draft was made`);
        await sleep(2000);
        return undefined;
    }
}
async function listWith(own, { api, journal, sleep }) {
    let releases = [];
    for (const wait of LIST_WAITS) {
        await sleep(wait);
        releases = await api.list();
        if (releases.some(({ id }) => id === own.id))
            return releases;
    }
    journal.warn(`The list of releases does not show the draft ${own.id} after ${LIST_WAITS.reduce((sum, wait) => sum + wait, 0) / 1000} s; going on with it`);
    return releases;
}
/**
 * Finds the release that another job published while this one worked on a draft. GitHub shows it some seconds late.
 *
 * @throws ReleaseFailure when it does not appear.
 */
async function findPublished(plan, { api, sleep }) {
    for (const wait of LIST_WAITS) {
        await sleep(wait);
        const published = await api.byTag(plan.tag.text);
        if (published !== undefined)
            return published;
    }
    throw new ReleaseFailure(`GitHub says that \`${plan.tag.text}\` is published, by another job or by hand, but does not show the release`);
}
/**
 * Deletes other drafts of our own author when everything they hold is on the chosen release, as an earlier run that broke off leaves them.
 * Any other draft is only named.
 */
async function removeDuplicates(plan, chosen, releases, { api, journal }) {
    for (const other of releases) {
        if (other.id === chosen.id || !other.draft || other.tag_name !== chosen.tag_name)
            continue;
        const isOurs = other.author?.login !== undefined && other.author.login === chosen.author?.login;
        if (isOurs && isCovered(other.assets, chosen.assets, plan.checksums)) {
            await api.delete(other.id);
            journal.done("delete", `The draft ${other.id} of the same tag, which an earlier run left behind`);
        }
        else
            journal.warn(`The tag has another draft, ${other.id}; look at it and delete it: ${other.html_url}`);
    }
}
function isCovered(assets, by, checksums) {
    return assets.every(({ name, digest, state }) => state !== "uploaded" ||
        name === checksums ||
        by.some((other) => other.name === name && digest != null && other.digest === digest));
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/retry.js
var retry = __webpack_require__(420);
;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/content-type.js
/** By the ends of names; browsers and package managers look at it. */
const TYPES = {
    apk: "application/vnd.android.package-archive",
    bz2: "application/x-bzip2",
    deb: "application/vnd.debian.binary-package",
    dmg: "application/x-apple-diskimage",
    exe: "application/vnd.microsoft.portable-executable",
    gz: "application/gzip",
    html: "text/html; charset=utf-8",
    jar: "application/java-archive",
    js: "text/javascript; charset=utf-8",
    json: "application/json",
    md: "text/markdown; charset=utf-8",
    msi: "application/x-msi",
    pdf: "application/pdf",
    rpm: "application/x-rpm",
    svg: "image/svg+xml",
    tar: "application/x-tar",
    tgz: "application/gzip",
    txt: "text/plain; charset=utf-8",
    wasm: "application/wasm",
    xz: "application/x-xz",
    yaml: "application/yaml",
    yml: "application/yaml",
    zip: "application/zip",
    zst: "application/zstd",
};
/** The media type of an asset; bytes of no known kind when its name does not tell. */
function contentTypeOf(name) {
    if (/(?:^|[._-])(?:SHA\d+SUMS|checksums)$/i.test(name))
        return TYPES.txt;
    const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
    return TYPES[extension] ?? "application/octet-stream";
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/upload-address.js

/**
 * Where a release takes uploads, without the end of the URL template. The token only goes to a host of the API's own: `uploads.github.com`,
 * `uploads.NAME.ghe.com`, or the API's host itself on GitHub Enterprise Server.
 *
 * @throws ReleaseFailure for any other host.
 */
function uploadAddress(release, apiUrl) {
    const url = new URL(release.upload_url.replace(/\{.*$/s, ""));
    const api = new URL(apiUrl);
    const hosts = [api.hostname, api.hostname.replace(/^api\./, "uploads.")];
    if (hosts.includes(url.hostname) && url.protocol === api.protocol && url.username === "")
        return url;
    throw new ReleaseFailure(`GitHub sends uploads to ${url.host}, which is not a host of ${api.host}: the token was not sent there`);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/upload-assets.js







/** As many at a time as `gh release upload` sends. GitHub allows 100 requests at once, and 80 a minute that create something. */
const CONCURRENCY = 5;
/**
 * Uploads files to a release, several at a time. A file that is there already, with the same content, stays. An upload is only repeated after a
 * look at the release, since a lost answer may hide a success, and a broken upload leaves an asset that blocks the name.
 *
 * @returns the assets as GitHub has them.
 * @throws the first failure, once the uploads that run have ended.
 */
async function uploadAssets(release, files, uploading) {
    const address = uploadAddress(release, uploading.apiUrl);
    const waiting = files.entries();
    const uploaded = [];
    const failures = [];
    const work = async () => {
        for (const [at, file] of waiting) {
            if (failures.length > 0)
                return;
            try {
                uploaded[at] = await uploadOne(release, file, address, uploading);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    if (failures.length > 0)
        throw failures[0];
    return uploaded;
}
async function uploadOne(release, file, address, uploading) {
    const { api, journal, sleep, random } = uploading;
    let found = release.assets.find(({ name }) => name === file.name);
    for (let attempt = 1;; attempt++) {
        if (found !== undefined) {
            if (isSameContent(found, file, release.draft)) {
                journal.done("keep", `\`${file.name}\` is already there, with the same content`);
                return found;
            }
            await makeRoom(release, found, file, uploading);
        }
        const answer = await send(file, address, uploading.token);
        const asset = accept(answer, file, journal);
        if (asset !== undefined)
            return verifyUpload(asset, answer, file, uploading);
        await refuseHopeless(answer, file, release);
        const delay = delayAfter(answer, attempt, random());
        if (delay === undefined)
            throw new ReleaseFailure(`\`${file.name}\` could not be uploaded in ${(0,quantity.counted)(attempt, "attempt")}: ${reasonOf(answer)}`);
        journal.info(`${file.name}: ${reasonOf(answer)}; again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
        // Only a look tells what GitHub did with it.
        found = (await api.assets(release.id)).find(({ name }) => name === file.name);
    }
}
/** Frees a name that an upload that broke off holds, or, on a draft, other content. */
async function makeRoom(release, there, { name, sha256, isDerived }, { api, journal }) {
    // Another job may have published the draft since it was listed.
    const mayReplace = isDerived === true || (release.draft && (await api.isDraft(release.id)));
    if (there.state === "uploaded" && !mayReplace) {
        throw new ReleaseFailure(`\`${name}\` is published with other content (${there.digest ?? "no digest known"}, and here it is sha256:${sha256}); release a new version`);
    }
    await api.deleteAsset(there.id);
    journal.done("delete", `\`${name}\`: ${there.state === "uploaded" ? "other content" : "what a broken upload left"}`);
}
async function send({ name, label, path, size }, address, token) {
    // Loaded here, since only an upload needs an HTTP client of its own.
    const { uploadFile } = await __webpack_require__.e(/* import() */ 262).then(__webpack_require__.bind(__webpack_require__, 3262));
    const url = new URL(address);
    // `searchParams` would write blanks as `+`.
    url.search = `?name=${encodeURIComponent(name)}${label === name ? "" : `&label=${encodeURIComponent(label)}`}`;
    return uploadFile({ url: url.href, token, path, size, contentType: contentTypeOf(name) });
}
function accept({ status, data }, file, journal) {
    if (status !== 201)
        return undefined;
    const asset = data;
    journal.done("upload", `\`${asset.name}\`, ${file.size} bytes, sha256 \`${file.sha256}\``);
    return asset;
}
/** Both GitHub's digest and the bytes that were read from disk must be what was planned. */
async function verifyUpload(asset, { sha256 }, file, { api, journal }) {
    const isRight = sha256 === file.sha256 && (asset.digest ?? `sha256:${sha256}`) === `sha256:${file.sha256}`;
    if (!isRight || asset.state !== "uploaded") {
        await api.deleteAsset(asset.id);
        throw new ReleaseFailure(`\`${file.name}\` is not what it was when the release was planned (sha256:${file.sha256}, now ${sha256 === file.sha256 ? asset.digest : `sha256:${sha256}`}): something writes to the file during the release`);
    }
    if (asset.name !== file.name)
        journal.warn(`GitHub calls \`${file.name}\` \`${asset.name}\`: its rule for names has changed; please report it`);
    return asset;
}
/** @throws ReleaseFailure or ReleaseGone for an answer that no further attempt would change. */
async function refuseHopeless(answer, file, release) {
    const { status, message } = answer;
    if (status === 404)
        throw new ReleaseGone(`the release ${release.id} is gone`);
    if (/immutable release/i.test(message)) {
        throw new ReleaseFailure(`\`${file.name}\` came too late: another job has published the release, which is immutable; let parallel jobs upload with \`draft: true\`, and publish in a last job`);
    }
    const now = await (0,external_node_fs_promises_.stat)(file.path);
    if (now.size !== file.size)
        throw new ReleaseFailure(`\`${file.name}\` had ${file.size} bytes when the release was planned, and has ${now.size} now`);
}
function delayAfter({ status, headers, message }, attempt, random) {
    const failure = { method: "POST", status, headers, message };
    const limited = (0,retry.retryDelay)(attempt, failure, Date.now(), random);
    if (limited !== undefined || attempt >= retry.MAX_ATTEMPTS)
        return limited;
    const mayPass = status === 0 || status >= 500 || (status === 422 && message.includes("already_exists"));
    // After a look at what the last attempt left, another one repeats nothing.
    return mayPass ? (0,retry.retryDelay)(attempt, { ...failure, method: "PUT", status: 0 }, Date.now(), random) : undefined;
}
function reasonOf({ status, message }) {
    return status === 0 ? `no answer (${message})` : `status ${status}: ${message}`;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/publisher.js









/** How often the work starts over because other jobs changed what stands on GitHub. */
const MAX_ROUNDS = 5;
/** Carries a plan out, up to the publication. Fields tell how far it came, also after an error. */
class Publisher {
    /** As GitHub gave it last; undefined when it was never reached. */
    release;
    /** What the asset with the checksums holds; undefined until it is written. */
    checksums;
    #plan;
    #folders;
    #uploading;
    constructor(plan, folders, uploading) {
        this.#plan = plan;
        this.#folders = folders;
        this.#uploading = uploading;
    }
    /** Works until one release of the tag has all files. Other jobs may be doing the same. */
    async run() {
        const { api, journal } = this.#uploading;
        let known = this.#plan.releases;
        for (let round = 1;; round++) {
            const release = await settleRelease(this.#plan, known, this.#uploading);
            try {
                return await this.#complete(release);
            }
            catch (error) {
                if (isPublishedMeanwhile(error)) {
                    journal.info("Another job has published the tag meanwhile; going on with its release.");
                    await this.#complete(await findPublished(this.#plan, this.#uploading));
                    return this.#abandon(release);
                }
                if (!(error instanceof ReleaseGone) || round === MAX_ROUNDS)
                    throw error;
                journal.info(`${error.message}; looking again`);
                known = await api.list();
            }
        }
    }
    /** Deletes our draft of a tag that somebody else published: its files are on the published release now. */
    async #abandon(draft) {
        const { api, journal } = this.#uploading;
        await api.delete(draft.id);
        journal.done("delete", `The draft ${draft.id}, as its files are on the published release`);
    }
    async #complete(release) {
        this.release = release;
        const { checksums, assets, tag, notes } = this.#plan;
        if (!release.draft)
            this.#uploading.journal.done("keep", keptSentence(tag.text, notes, release));
        const files = assets.filter(({ name }) => name !== checksums).map((asset) => this.#onDisk(asset));
        const uploaded = await uploadAssets(release, files, this.#uploading);
        await this.#writeChecksums(release, merge(release.assets, uploaded));
        this.release = await this.#publish(release);
        // Parallel jobs: the list must also name what others uploaded in the meantime.
        for (let round = 1; round <= MAX_ROUNDS && !this.#listsAll(this.release); round++) {
            const now = await this.#uploading.api.assets(release.id);
            await this.#writeChecksums({ ...this.release, assets: now }, now);
            this.release = { ...this.release, assets: await this.#uploading.api.assets(release.id) };
        }
    }
    /** Whether the checksums name every file of the release. On an immutable one they cannot be changed any more. */
    #listsAll({ assets, immutable }) {
        const { checksums } = this.#plan;
        if (checksums === undefined || this.checksums === undefined)
            return true;
        const isListed = assets.some(({ name }) => name === checksums);
        if (isListed && checksumList([], assets, checksums) === this.checksums)
            return true;
        // A server without digests gives nothing to compare with.
        if (assets.some(({ digest }) => digest == null))
            return true;
        if (immutable !== true)
            return false;
        this.#uploading.journal.warn(`\`${checksums}\` does not list every file of the release, which is immutable: another job uploaded at the same time`);
        return true;
    }
    async #writeChecksums(release, assets) {
        const { checksums, assets: planned } = this.#plan;
        if (checksums === undefined)
            return;
        const own = planned.filter(({ name }) => name !== checksums);
        const text = checksumList(own, assets, checksums);
        const file = { ...this.#onDisk(textAsset(checksums, text, undefined)), isDerived: true };
        await uploadAssets({ ...release, assets }, [file], this.#uploading);
        this.checksums = text;
    }
    async #publish(release) {
        const { api, journal } = this.#uploading;
        const { tag, draft, latest } = this.#plan;
        const fields = changedFields(this.#plan, release);
        if (fields === undefined)
            return this.#refreshed(release);
        const updated = await api.update(release.id, fields);
        if (draft && release.draft) {
            journal.done("update", `The draft ${release.id} has the notes and the name of this run`);
            return updated;
        }
        if (!release.draft) {
            journal.done("update", `\`${tag.text}\`: ${Object.keys(fields).join(", ")}, as the workflow says`);
            return updated;
        }
        journal.done("publish", `\`${tag.text}\`${latest.isLatest ? " as the latest" : ""}`);
        if (latest.isLatest)
            await this.#checkLatest();
        return updated;
    }
    /** The release with its assets as they are now. Costs no request if nothing was uploaded. */
    async #refreshed(release) {
        const { api, journal } = this.#uploading;
        if (journal.steps.every(({ kind }) => kind === "keep"))
            return release;
        return { ...release, assets: await api.assets(release.id) };
    }
    /** Asks GitHub which release it calls the latest. The answer may be some seconds old. */
    async #checkLatest() {
        const { api, journal, sleep } = this.#uploading;
        let tag;
        for (const delay of [0, 1000, 3000]) {
            await sleep(delay);
            tag = await api.latestTag();
            if (tag === this.#plan.tag.text)
                return;
        }
        journal.warn(`GitHub calls \`${tag ?? "nothing"}\` the latest release, not \`${this.#plan.tag.text}\``);
    }
    #onDisk(asset) {
        if ("path" in asset.source)
            return { ...asset, path: (0,external_node_path_.resolve)(this.#folders.workspace, asset.source.path) };
        const path = (0,external_node_path_.join)(this.#folders.assets, asset.name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, asset.source.text);
        return { ...asset, path };
    }
}
/**
 * What has to change on a release; undefined when nothing does. Of a published release only what the workflow says explicitly, since people
 * edit its title and notes. Pure.
 */
function changedFields(plan, release) {
    const { tag, commit, title, notes, draft, prerelease, isPrereleaseGiven, latest, discussionCategory, isElsewhere } = plan;
    if (!release.draft)
        return isPrereleaseGiven && release.prerelease !== prerelease ? { prerelease } : undefined;
    const described = { name: title, body: notes, prerelease };
    if (draft) {
        const isSame = release.name === title && (release.body ?? "") === notes && release.prerelease === prerelease;
        return isSame ? undefined : described;
    }
    return {
        tag_name: tag.text,
        ...(!isElsewhere && { target_commitish: commit }),
        ...described,
        draft: false,
        make_latest: latest.isLatest ? "true" : "false",
        // GitHub forgets it between draft and publication (softprops/action-gh-release#764).
        ...(discussionCategory !== undefined && { discussion_category_name: discussionCategory }),
    };
}
/** GitHub only lets one release of a tag be published. */
function isPublishedMeanwhile(error) {
    return error instanceof client.GitHubError && error.status === 422 && error.message.includes("already_exists");
}
function merge(known, uploaded) {
    return [...new Map([...known, ...uploaded].map((asset) => [asset.name, asset])).values()];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/execute.js









/**
 * Carries a plan out: one draft, all files, and the publication last, so that nobody ever sees half a release. Whatever fails leaves a draft
 * (or a release that was published before), from which the next run goes on.
 */
async function execute(result, inputs, io) {
    const { plan } = result;
    if (result.dryRun || result.state === "refused")
        return result;
    const journal = new Journal(io.log);
    const api = new ReleaseApi(await io.github(), plan.repository);
    const folders = { workspace: io.workspace, assets: (0,external_node_path_.join)(io.temporary, "assets") };
    const publisher = new Publisher(plan, folders, {
        api,
        apiUrl: (0,urls/* apiUrls */.z)(io.environment).apiUrl,
        token: inputs.token,
        journal,
        sleep: wait.wait,
        random: Math.random,
    });
    const failures = [];
    try {
        await io.log.group("Releasing", async () => {
            await publisher.run();
            failures.push(...(await moveTags(plan, api, journal)));
        });
    }
    catch (error) {
        const failure = describeFailure(error, plan.changesWorkflows);
        if (failure === undefined)
            throw error;
        failures.push(failure);
    }
    const { release } = publisher;
    const done = {
        ...result,
        steps: journal.steps,
        warnings: journal.warnings,
        assets: result.assets.map((asset) => ({ ...asset, url: addressOf(asset.name, release) })),
        checksums: publisher.checksums ?? result.checksums,
        release: release === undefined ? null : published(release),
    };
    return judge(done, failures);
}
function published(release) {
    return {
        id: release.id,
        url: release.html_url,
        immutable: release.immutable === true,
        draft: release.draft,
        prerelease: release.prerelease,
        uploadUrl: release.upload_url,
        assets: release.assets.map(({ name, browser_download_url: url }) => ({ name, url })),
    };
}
function addressOf(name, release) {
    return release?.assets.find((asset) => asset.name === name)?.browser_download_url ?? null;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/inputs.js


const NOTES_SOURCES = ["changelog", "commits", "github", "file"];
function readInputs(reader) {
    const tag = reader.optional("tag");
    const problem = tag === undefined ? undefined : tagProblem(tag);
    if (problem !== undefined)
        reader.wrong("tag", tag, `a version: it ${problem}`);
    const files = reader.list("files");
    const draft = reader.boolean("draft", false);
    const dryRun = reader.boolean("dry-run", false);
    const inputs = {
        tag,
        commit: readCommit(reader),
        createTag: reader.boolean("create-tag", false),
        versionFiles: inputs_readVersionFiles(reader),
        changelog: inputs_readChangelog(reader),
        notes: readNotes(reader),
        notesFile: reader.optional("notes-file"),
        files: readAssetLines(reader, files.filter((line) => !line.startsWith("!"))),
        excludedFiles: files.filter((line) => line.startsWith("!")).map((line) => line.slice(1).trim()),
        checksums: readChecksumsName(reader),
        draft,
        prerelease: reader.enumeration("prerelease", ["auto", "true", "false"], "auto"),
        makeLatest: reader.enumeration("make-latest", ["auto", "true", "false"], "auto"),
        floatingTags: readFloatingTags(reader),
        allowedBranches: readBranches(reader),
        title: reader.optional("name"),
        discussionCategory: reader.optional("discussion-category"),
        dryRun,
        targetRepository: readRepository(reader),
        workingDirectory: reader.workingDirectory(),
        token: reader.string("github-token"),
    };
    checkTogether(reader, inputs);
    return Object.freeze(inputs);
}
/** What is right alone and wrong together. */
function checkTogether(reader, inputs) {
    const wantsFile = inputs.notes !== "auto" && inputs.notes.includes("file");
    if (wantsFile && inputs.notesFile === undefined)
        reader.problem("notes", "names `file`, and `notes-file` is empty; write, for example, `notes-file: NOTES.md`");
    if (!wantsFile && inputs.notesFile !== undefined)
        reader.problem("notes-file", "is set, and `notes` does not name `file`; write `notes: file`");
    if (inputs.notes !== "auto" && inputs.notes.includes("changelog") && inputs.changelog === "none")
        reader.problem("notes", "names `changelog`, and `changelog` is `none`; give it a path");
    if (inputs.prerelease === "true" && inputs.makeLatest === "true")
        reader.problem("make-latest", "is `true`, and so is `prerelease`: GitHub never takes a prerelease for the latest");
    if (inputs.draft && (inputs.floatingTags.major || inputs.floatingTags.minor))
        reader.problem("floating-tags", "cannot move while `draft` is `true`; let the job that publishes move them");
    if (inputs.targetRepository !== undefined && (inputs.floatingTags.major || inputs.floatingTags.minor))
        reader.problem("floating-tags", "cannot move in another repository than the one that is checked out");
    if (inputs.token === "" && !inputs.dryRun)
        reader.problem("github-token", "is empty; give it one that may write contents, or set `dry-run: true`");
}
function readCommit(reader) {
    const commit = reader.optional("commit");
    if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
        reader.wrong("commit", commit, "a whole commit id of 40 hexadecimal digits");
    return commit;
}
function inputs_readVersionFiles(reader) {
    const patterns = reader.list("version-files");
    if (patterns.length === 0 || (patterns.length === 1 && patterns[0] === "auto"))
        return "auto";
    if (patterns.length === 1 && patterns[0] === "none")
        return "none";
    for (const pattern of patterns)
        reader.checkGlob("version-files", pattern);
    return patterns;
}
function inputs_readChangelog(reader) {
    const path = reader.string("changelog") || "auto";
    return path === "auto" || path === "none" ? path : { path };
}
function readNotes(reader) {
    const sources = reader.words("notes", NOTES_SOURCES, "auto") ?? [];
    return sources.length === 0 ? "auto" : sources;
}
function readAssetLines(reader, lines) {
    return lines.flatMap((line) => {
        const read = parseAssetLine(line);
        if (typeof read === "string") {
            reader.problem("files", `has a line that cannot be used: ${read}`);
            return [];
        }
        reader.checkGlob("files", read.pattern);
        return [read];
    });
}
function readChecksumsName(reader) {
    const name = reader.string("checksums") || "SHA256SUMS";
    if (name === "none")
        return undefined;
    if (storedName(name) !== name)
        reader.wrong("checksums", name, `a name that GitHub keeps, as ${storedName(name)}`);
    return name;
}
function readFloatingTags(reader) {
    const words = reader.words("floating-tags", ["major", "minor"], "none") ?? [];
    return { major: words.includes("major"), minor: words.includes("minor") };
}
function readBranches(reader) {
    const patterns = reader.list("allowed-branches");
    if (patterns.length === 0)
        return "default";
    if (patterns.length === 1 && patterns[0] === "any")
        return "any";
    for (const pattern of patterns)
        reader.checkGlob("allowed-branches", pattern);
    return patterns;
}
function readRepository(reader) {
    const slug = reader.optional("target-repository");
    if (slug === undefined)
        return undefined;
    const match = /^([A-Za-z0-9-]{1,39})\/([A-Za-z0-9._-]{1,100})$/.exec(slug);
    if (match === null) {
        reader.wrong("target-repository", slug, "`owner/name`");
        return undefined;
    }
    return { owner: match[1], name: match[2] };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
;// CONCATENATED MODULE: ./build/js/actions/release/src/render.js



/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { checks: 1, steps: 2, assets: 3, notes: 4 };
/** More assets are folded away. */
const MAX_OPEN_ASSETS = 10;
/** The report of a result, before or after it was carried out. Pure. */
function render(result) {
    return {
        title: result.dryRun ? "Release (dry run)" : "Release",
        summary: [
            ...failure(result),
            ...address(result),
            ...result.warnings.map((warning) => ({ kind: "alert", level: "warning", text: (0,prose.prose)(warning) })),
            checks(result),
            ...steps(result),
            ...assets(result),
            ...notes(result),
        ],
        annotations: annotations(result),
        outputs: outputs(result),
        files: files(result),
    };
}
function outputs({ tag, version, previousTag, release }) {
    return {
        tag,
        version,
        "previous-tag": previousTag ?? "",
        "release-id": release === null ? "" : String(release.id),
        url: release?.url ?? "",
        "upload-url": release?.uploadUrl ?? "",
        assets: JSON.stringify(Object.fromEntries((release?.assets ?? []).map(({ name, url }) => [name, url]))),
    };
}
/** What went wrong, what is left on GitHub, and how to go on. */
function failure(result) {
    if (result.failure === null)
        return [];
    const text = [...(0,prose.prose)(result.failure), `. ${leftovers(result)}. Run the job again: it goes on from there.`];
    return [{ kind: "alert", level: "caution", text }];
}
function leftovers({ release, assets, steps }) {
    if (release === null)
        return "No release and no draft was left behind";
    if (!release.draft)
        return "The published release stays as it is";
    const isUploaded = (name) => steps.some(({ kind, message }) => (kind === "upload" || kind === "keep") && message.startsWith(`\`${name}\``));
    const uploaded = assets.filter(({ name }) => isUploaded(name)).length;
    return `A draft is left, with ${uploaded} of ${(0,quantity.counted)(assets.length, "file")}; only people who can write to the repository see it`;
}
function address({ release, repository, tag }) {
    if (release === null)
        return [];
    const link = { link: { text: `${repository} ${tag}`, href: release.url } };
    return [{ kind: "paragraph", text: release.immutable ? [link, ", immutable"] : link }];
}
/** The worst first. */
const STATES = [
    ["fail", `${mark.MARK.fail} fail`],
    ["unknown", `${mark.MARK.unknown} unknown`],
    ["warning", `${mark.MARK.warning} warning`],
    ["pass", `${mark.MARK.pass} pass`],
];
function checks({ checks: all }) {
    const rows = STATES.flatMap(([state, mark]) => all
        .filter((check) => check.state === state)
        .map((check) => {
        const isBad = state === "fail" || state === "unknown";
        const name = `${mark}: ${check.subject}`;
        return [isBad ? { strong: name } : name, finding(check)];
    }));
    const columns = [{ header: "Check" }, { header: "Found" }];
    return { kind: "table", columns, rows, noun: "checks", weight: WEIGHT.checks };
}
function finding({ state, message, file, line }) {
    if (state !== "fail" || file === undefined || line === undefined)
        return (0,prose.prose)(message);
    return [...(0,prose.prose)(message), ` (line ${line})`];
}
const STEP_WORDS = {
    create: "Create",
    update: "Update",
    upload: "Upload",
    delete: "Delete",
    publish: "Publish",
    "move-tag": "Move tag",
    keep: "Keep",
};
function steps({ state, steps: list }) {
    if (state === "refused" || list.length === 0)
        return [];
    return [
        { kind: "heading", level: 3, text: state === "planned" ? "What would be done" : "What was done" },
        {
            kind: "list",
            items: list.map(({ kind, message }) => [{ strong: STEP_WORDS[kind] }, ": ", ...(0,prose.prose)(message)]),
            noun: "steps",
            weight: WEIGHT.steps,
        },
    ];
}
function assets({ assets: all }) {
    if (all.length === 0)
        return [];
    const rows = all.map(({ name, size, url }) => [
        url === null ? { code: name } : { link: { text: { code: name }, href: url } },
        sizeText(size),
    ]);
    const columns = [{ header: "Asset" }, { header: "Size", align: "right" }];
    // In the form of `sha256sum`, so that it can be copied to a check.
    const sums = all.map(({ name, sha256 }) => `${sha256}  ${name}`).join("\n");
    return [
        {
            kind: "details",
            summary: { strong: (0,quantity.counted)(all.length, "asset") },
            open: all.length <= MAX_OPEN_ASSETS,
            blocks: [{ kind: "table", columns, rows, noun: "assets", weight: WEIGHT.assets }],
        },
        {
            kind: "details",
            summary: "SHA-256 of each asset",
            blocks: [{ kind: "code", language: "text", text: sums, weight: WEIGHT.assets }],
        },
    ];
}
/** As text: whatever commits or a changelog hold is shown, and does nothing here. */
function notes({ notes: { text, sources }, plan }) {
    if (plan.notes === "")
        return [];
    const summary = [{ strong: "Notes" }, ` from ${sources.join(", ")}, ${(0,quantity.counted)(text.length, "character")}`];
    const blocks = [{ kind: "code", language: "markdown", text: plan.notes, weight: WEIGHT.notes }];
    return [{ kind: "details", summary, blocks }];
}
function annotations({ checks: all }) {
    return all
        .filter(({ state }) => state === "fail" || state === "unknown")
        .map(({ state, subject, message, file, line }) => ({
        level: state === "fail" ? "error" : "warning",
        title: `Release: ${subject}`,
        message,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
    }));
}
function files(result) {
    const { checksums, notes: written } = result;
    return [
        { name: "result.json", content: `${JSON.stringify(result, undefined, 2)}\n`, output: "result-file" },
        { name: "notes.md", content: `${written.text}\n`, output: "notes-file" },
        ...(checksums === null ? [] : [{ name: "SHA256SUMS", content: checksums, output: "checksums-file" }]),
    ];
}
function sizeText(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${(bytes / 1000).toFixed(1)} kB`;
    return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/main.js





const release = {
    name: "release",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    execute: execute,
    render: render,
    // Several releases of one job, as of the packages of a monorepo, each have a result folder.
    publication: ({ tag, token }) => ({ name: tag ?? "", token, comment: false }),
};


/***/ })

};
