export const id = 216;
export const ids = [216];
export const modules = {

/***/ 2216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/client.js + 4 modules
var client = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: ./build/js/packages/versioning/src/semver.js
var semver = __webpack_require__(204);
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
/** What a tag calls its package, without a scope: `pkg` of `pkg-v1.2.3` and of `@scope/pkg@1.2.3`, `x/pkg` of `x/pkg/v1.2.3`. */
function packageName({ prefix }) {
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

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/package-folder.js


/** Folders with other people's projects, or with examples. */
const FOREIGN_FOLDER = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;
/** Files that make a folder a package of its own. */
const PACKAGE_FILES = [...VERSION_FILE_NAMES, "CHANGELOG.md"];
/** Folders are named up to this number. */
const MAX_NAMED = 5;
/**
 * The one place that decides which folder a tag of a monorepo is of: its manifests, its changelog and its commits all
 * come from there. `x/pkg/v1.2.3` names its folder, as Go asks for. `pkg-v1.2.3` and `@scope/pkg@1.2.3` mean the folder
 * `pkg`, or the only folder of that name further down, such as `packages/pkg` and `crates/pkg`. Pure.
 *
 * @param tracked every path of the commit, from the top folder.
 * @param within the working directory, where packages are searched. It is the package itself if it is one of that name,
 * or if it is not the top folder and has no such package.
 */
function findPackageFolder(tag, tracked, within = "") {
    if (tag.prefix === "")
        return { folder: within };
    const name = packageName(tag);
    const base = within === "" ? "" : `${within}/`;
    const folders = packageFolders(tracked.filter((path) => path.startsWith(base)));
    if (folders.has(within) && `/${within}`.endsWith(`/${name}`))
        return { folder: within };
    if (folders.has(`${base}${name}`))
        return { folder: `${base}${name}` };
    const named = [...folders].filter((folder) => folder.endsWith(`/${name}`)).sort();
    const [only, ...others] = named;
    if (only === undefined) {
        if (within !== "")
            return { folder: within };
        const files = PACKAGE_FILES.join(", ");
        return { problem: `there is no folder \`${name}\` with one of ${files}`, isAmbiguous: false };
    }
    if (others.length === 0)
        return { folder: only };
    const list = named.slice(0, MAX_NAMED).map((folder) => `\`${folder}\``);
    if (named.length > MAX_NAMED)
        list.push(`and ${named.length - MAX_NAMED} more`);
    return { problem: `several folders are called \`${name}\`: ${list.join(", ")}`, isAmbiguous: true };
}
function packageFolders(tracked) {
    const folders = new Set();
    for (const path of tracked) {
        const slash = path.lastIndexOf("/");
        if (slash === -1 || !PACKAGE_FILES.includes(path.slice(slash + 1)) || FOREIGN_FOLDER.test(path))
            continue;
        folders.add(path.slice(0, slash));
    }
    return folders;
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
    return (0,semver/* compareVersions */.Zy)(a.version, b.version) || (a.text < b.text ? -1 : 1);
}
function isStable(tag) {
    return !(0,semver/* isPrerelease */.V1)(tag.version);
}
/**
 * Names what is wrong when a version stands twice among the tags of one prefix, as `v1.2.3` and as `1.2.3`: no tool
 * could tell which one is meant.
 */
function twinProblem(tag, tags) {
    const bare = (each) => each.text.slice(each.prefix.length + (each.hasV ? 1 : 0));
    const twin = tags.find((each) => each.hasV !== tag.hasV && bare(each) === bare(tag));
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
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var inputs = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/js/actions/release/src/assets/hard-links.js


/** A workspace of more entries than this is not searched to its end. */
const MAX_ENTRIES = 2_000_000;
/**
 * Finds a file's other names below a folder. Build tools make them (Cargo links `target/release/app` to
 * `target/release/deps/app-1a2b`), and archives can hold one that leads to any file of the disk: a link without a path,
 * so that asking where it leads gives no answer.
 *
 * @param path absolute, below `root`, without links.
 * @returns its names, itself among them; fewer than `stat.nlink` if some are elsewhere.
 */
function namesOf(path, stat, root) {
    const names = [];
    let entries = 0;
    // The folder beside it first: there they usually are.
    for (const folder of nearestFirst((0,external_node_path_.dirname)(path), root)) {
        for (const entry of readFolder(folder)) {
            if (entry.isFile()) {
                const name = (0,external_node_path_.join)(folder, entry.name);
                const { dev, ino } = (0,external_node_fs_.lstatSync)(name, { throwIfNoEntry: false }) ?? {};
                if (dev === stat.dev && ino === stat.ino)
                    names.push(name);
            }
            if (names.length === stat.nlink || ++entries > MAX_ENTRIES)
                return names;
        }
    }
    return names;
}
/** Every folder below `root`: those below `start`, then the rest of its parent, and so on upwards. */
function* nearestFirst(start, root) {
    yield* below(start, undefined);
    for (let at = start; at !== root && (0,external_node_path_.dirname)(at) !== at; at = (0,external_node_path_.dirname)(at))
        yield* below((0,external_node_path_.dirname)(at), at);
}
function* below(folder, but) {
    const left = [folder];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        yield next;
        for (const entry of readFolder(next))
            if (entry.isDirectory() && (0,external_node_path_.join)(next, entry.name) !== but)
                left.push((0,external_node_path_.join)(next, entry.name));
    }
}
/** Nothing for a folder that may not be read. */
function* readFolder(folder) {
    let directory;
    try {
        directory = (0,external_node_fs_.opendirSync)(folder);
    }
    catch {
        return;
    }
    try {
        for (let entry = directory.readSync(); entry !== null; entry = directory.readSync())
            yield entry;
    }
    finally {
        directory.closeSync();
    }
}

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
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 1001));
    const found = await glob(pattern, options);
    if (found.length > 0 || !/[[\](){}]/.test(pattern))
        return found;
    return glob(pattern.replace(/[[\](){}]/g, "\\$&"), options);
}
function fileProblem(path, root) {
    const target = (0,external_node_fs_.realpathSync)(path);
    const inside = (0,external_node_path_.relative)(root, target);
    if (inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside))
        return "is a link that leads out of the workspace; copy the file into it";
    if (isOfGit(inside))
        return "is a link to a file of `.git`, which may hold credentials";
    const stat = (0,external_node_fs_.statSync)(target);
    const names = stat.nlink > 1 ? namesOf(target, stat, root) : [];
    if (names.some((name) => isOfGit((0,external_node_path_.relative)(root, name))))
        return "is a hard link to a file of `.git`, which may hold credentials";
    if (stat.nlink > 1 && names.length < stat.nlink)
        return "is a hard link to a file outside of the workspace, which may be anything; copy the file (`cp --no-preserve=links`)";
    const { size } = stat;
    // GitHub answers such an upload with "Bad Content-Length".
    if (size === 0)
        return "is empty, and GitHub takes no empty asset; did the build fail?";
    if (size > MAX_ASSET_BYTES)
        return `has ${size} bytes; an asset has less than 2 GiB (${MAX_ASSET_BYTES + 1} bytes)`;
    return undefined;
}
const isOfGit = (path) => path.split(external_node_path_.sep).includes(".git");
async function measure(path) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }), async (source) => {
        for await (const chunk of source) {
            size += chunk.length;
            hash.update(chunk);
        }
    }).catch((error) => {
        throw (0,file_error/* named */.KT)(error, path);
    });
    return { size, sha256: hash.digest("hex") };
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
 * @param isShared the changelog is of several packages, so that headings must begin with it
 */
function findSection(markdown, version, prefix = "", isShared = false) {
    const blocks = readBlocks(markdown);
    const titles = blocks.headings.map((heading) => ({ heading, title: readTitle(heading.text, prefix, isShared) }));
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
function readTitle(text, prefix, isShared) {
    const plain = withoutDecoration(text.slice(0, MAX_TITLE_CHARACTERS));
    const isLinked = plain.startsWith("[");
    let rest = withoutDecoration(isLinked ? plain.slice(1) : plain);
    rest = withoutPrefix(rest, prefix).replace(/^(?:version|release)[ \t]+/i, "");
    rest = withoutPrefix(rest, prefix).replace(/^v(?=[0-9])/i, "");
    rest = withoutName(rest);
    const token = /^[0-9A-Za-z.+-]*/.exec(rest)[0];
    const isOurs = !isShared || namesPackage(plain, prefix);
    const version = isOurs ? readVersion(token.replace(/\.$/, "")) : undefined;
    const after = rest.slice(token.length);
    return {
        version,
        isUnreleased: /^unreleased(?![\w-])/i.test(rest) || (version !== undefined && /\bunreleased\b/i.test(after)),
        isLinked,
        date: /(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/.exec(after)?.[0],
        isYanked: /\[yanked\]/i.test(after),
    };
}
/** A title's first emoji (`:tada:`, 🎉), and the marks of bold, italic and code around its version. */
function withoutDecoration(text) {
    return text.replace(DECORATION, "");
}
const DECORATION = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\s*_`]|\u200d|\ufe0f|:[a-z0-9_+-]{1,50}:)+/u;
/** `My Project` of `My Project 1.2.3 (2026-11-24)`, as towncrier and cargo write it. The date tells it from a sentence. */
function withoutName(text) {
    const named = /^\p{L}[\w.-]*(?: [\w.-]+){0,4}? v?(?=[0-9]+\.[0-9])/u.exec(text)?.[0];
    return named !== undefined && DATED.test(text.slice(named.length)) ? text.slice(named.length) : text;
}
const DATED = /^[0-9A-Za-z.+-]+\]?(?:\([^()\s]*\))?,?[ \t]+(?:[-\u2013\u2014][ \t]+)?\(?[0-9]{4}-[0-9]{2}-[0-9]{2}\)?/;
/** `1.92` stands for 1.92.0: cargo and others leave out a last zero. */
function readVersion(token) {
    return (0,semver/* parseVersion */.ot)(token) ?? (/^[0-9]+\.[0-9]+$/.test(token) ? (0,semver/* parseVersion */.ot)(`${token}.0`) : undefined);
}
/** Whether a heading begins with the tag's prefix, or its name, which may follow `Release`. */
function namesPackage(text, prefix) {
    const rest = text.replace(/^\[?(?:(?:version|release)[ \t]+)?\[?/i, "");
    return prefix === "" || rest.startsWith(prefix) || rest.startsWith(`${prefix.slice(0, -1)} `);
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/changelog-file.js


/**
 * The changelog that the input names; without it the one in the package's folder. A changelog of several packages counts
 * if it has a section that names this one: its other sections describe other products. As the commit has it.
 *
 * @param folder of the working directory, from the top folder; empty for that one.
 */
async function readChangelog(changelog, files, folder, tag, place) {
    if (changelog === "none")
        return undefined;
    if (changelog !== "auto") {
        const text = await files.readOne(external_node_path_.posix.normalize(external_node_path_.posix.join(folder, changelog.path)));
        return { path: changelog.path, text, isShared: false };
    }
    const path = (where) => external_node_path_.posix.join(where, "CHANGELOG.md");
    const own = "folder" in place ? path(place.folder) : undefined;
    if (own !== undefined && files.has(own))
        return { path: own, text: await files.readOne(own), isShared: false };
    const shared = path(folder);
    if (tag.prefix === "" || shared === own || !files.has(shared))
        return undefined;
    const text = await files.readOne(shared);
    if (text === undefined || findSection(text, tag.version, tag.prefix, true).section === undefined)
        return undefined;
    return { path: shared, text, isShared: true };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/commit-files.js


/** Links that lead to links: git's own limit for a path. */
const MAX_LINKS = 5;
/**
 * The files of one commit, as the commit has them: a build may have changed the work tree, and a checkout may have filtered it. Links are followed
 * inside the commit.
 */
class CommitFiles {
    commit;
    /** Every path, from the top folder. */
    paths;
    #git;
    #known;
    /** @throws UserError when the clone does not have the commit, and cannot get it. */
    static async open(git, commit) {
        if (!(await git.fetchCommit(commit)))
            throw new user_error/* UserError */.y(`the commit ${commit} is not in this clone, and cannot be fetched; check it out`);
        return new CommitFiles(git, commit, await git.filesOf(commit));
    }
    constructor(git, commit, paths) {
        this.#git = git;
        this.commit = commit;
        this.paths = paths;
        this.#known = new Set(paths);
    }
    has(path) {
        return this.#known.has(path);
    }
    /** Texts by path. A path without a file, and a link that leads nowhere, are left out. */
    async read(paths) {
        const texts = new Map();
        /** What is still to be read: where it stands, and under which path it was asked for. */
        let open = new Map(paths.filter((path) => this.has(path)).map((path) => [path, path]));
        for (let hop = 0; open.size > 0 && hop <= MAX_LINKS; hop++) {
            const stored = await this.#git.readFiles(this.commit, [...new Set(open.values())]);
            const next = new Map();
            for (const [path, place] of open) {
                const file = stored.get(place);
                if (file === undefined)
                    continue;
                if (!file.isLink)
                    texts.set(path, file.content.toString());
                else
                    next.set(path, linkTarget(place, file));
            }
            open = next;
        }
        return texts;
    }
    async readOne(path) {
        return (await this.read([path])).get(path);
    }
}
function linkTarget(path, { content }) {
    return external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(path), content.toString()));
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var globs = __webpack_require__(5931);
;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/manifest-files.js




/**
 * Reads the manifests that a tag is compared with, and the lock files and workspaces beside them, as the commit has them.
 *
 * @param folder of the working directory; empty for the root
 * @param place where the manifests of the tag's package are, for `auto`
 */
async function readVersionFiles(commit, folder, place, wanted) {
    const tracked = commit.paths;
    const isNamed = (names, path) => names.includes(path.slice(path.lastIndexOf("/") + 1));
    const manifests = tracked.filter((path) => isNamed(VERSION_FILE_NAMES, path));
    const files = await commit.read(tracked.filter((path) => isNamed(READ_FILE_NAMES, path) && !FOREIGN_FOLDER.test(path)));
    if (wanted === "auto") {
        if ("problem" in place)
            return { readings: [], unmatched: [], searched: place };
        const paths = manifests.filter((path) => (0,manifest/* folderOf */.yS)(path) === place.folder);
        return { readings: await readManifests(paths, files), unmatched: [], searched: place };
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
    for (const [path, text] of await commit.read([...paths].filter((each) => !files.has(each))))
        files.set(path, text);
    return { readings: await readManifests([...paths], files), unmatched, searched: undefined };
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/remote.js

async function openRemote(git, address) {
    return { name: (await git.hasRemote("origin")) ? "origin" : address };
}
/** The tags of the clone and of its remote, for a plan without GitHub's answer. */
async function tagsOfClone(git, remote) {
    return new Map([...(await git.tags()), ...((await git.remoteRefs(remote.name))?.tags ?? [])]);
}
/** The allowed branch that holds a commit by what the clone knows, as a hint where GitHub did not answer. @param allowed globs. */
async function branchOfClone(git, remote, commit, allowed) {
    const tests = allowed.map((pattern) => (0,glob/* compileGlob */.S)(pattern));
    for (const [name, tip] of await git.remoteBranches(remote.name))
        if (tests.some((test) => test(name)) && (await git.isAncestor(commit, tip)) === true)
            return name;
    return undefined;
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/branch-holder.js

/** Each branch that does not end with the commit costs a request. */
const MAX_COMPARED = 100;
/**
 * The allowed branch that holds a commit, by GitHub's own comparison of the two commits.
 *
 * @param allowed globs
 * @throws GitHubError when GitHub does not answer.
 */
async function findHolder(refs, commit, allowed) {
    const tips = new Map();
    for (const pattern of allowed)
        for (const [name, tip] of await matching(refs, pattern))
            tips.set(name, tip);
    const existing = [...tips.keys()];
    const known = (holder) => ({ allowed, existing, holder: { known: holder } });
    const atTip = existing.find((name) => tips.get(name) === commit);
    if (atTip !== undefined)
        return known(atTip);
    for (const name of existing.slice(0, MAX_COMPARED)) {
        const relation = await refs.relation(tips.get(name), commit);
        if (relation === "behind" || relation === "identical")
            return known(name);
    }
    if (existing.length <= MAX_COMPARED)
        return known(undefined);
    const reason = `${existing.length} branches match, and the first ${MAX_COMPARED} do not hold it; name fewer`;
    return { allowed, existing, holder: { unknown: reason } };
}
async function matching(refs, pattern) {
    const start = /^[^*?[\]{}\\]*/.exec(pattern)[0];
    if (start !== pattern) {
        const test = (0,glob/* compileGlob */.S)(pattern);
        return new Map([...(await refs.branches(start))].filter(([name]) => test(name)));
    }
    const tip = await refs.branchTip(pattern);
    return new Map(tip === undefined ? [] : [[pattern, tip]]);
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/floating-ancestry.js

/** Asks whether a move is forward, but only for floating tags on a commit without a version: elsewhere the versions say it. */
async function floatingAncestry(refs, { major, minor }, tag, commit, tags) {
    const known = new Map();
    if (!major && !minor)
        return known;
    for (const { name, action, from, fromTag } of planFloatingTags(tag, commit, tags.all, { minor: true, zero: true })) {
        if (action !== "move" || fromTag !== undefined || from === undefined)
            continue;
        const relation = await refs.relation(from, commit);
        known.set(name, relation === "ahead" || relation === "identical");
    }
    return known;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var error = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/actions/release/src/github/release-shapes.js

/** How GitHub's answers about releases and tags must look. */
const assetShape = (0,shape.object)({
    id: shape.id,
    name: shape.text,
    state: shape.text,
    size: shape.whole,
    digest: (0,shape.optional)(shape.text),
    uploader: (0,shape.optional)((0,shape.object)({ login: shape.text })),
    browser_download_url: shape.text,
});
const releaseShape = (0,shape.object)({
    id: shape.id,
    tag_name: shape.text,
    name: (0,shape.nullable)(shape.text),
    body: (0,shape.nullable)(shape.text),
    target_commitish: (0,shape.optional)(shape.text),
    draft: shape.boolean,
    prerelease: shape.boolean,
    immutable: (0,shape.optional)(shape.boolean),
    html_url: shape.text,
    upload_url: shape.text,
    author: (0,shape.optional)((0,shape.object)({ login: shape.text })),
    assets: (0,shape.list)(assetShape),
});
const notesShape = (0,shape.object)({ body: shape.text });
const pointed = (0,shape.object)({ type: shape.text, sha: shape.sha });
const refShape = (0,shape.object)({ ref: shape.text, object: pointed });
const tagObjectShape = (0,shape.object)({ object: pointed });

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/ref-api.js




/** Tags of tags: git makes them, and nobody makes more of them on purpose. */
const MAX_NESTED_TAGS = 10;
/**
 * Tags, branches and history of one repository, as GitHub has them. Every method throws GitHubError after its last attempt, and for an answer
 * that does not say what was asked.
 */
class RefApi {
    #github;
    #repository;
    constructor(github, { owner, name }) {
        this.#github = github;
        this.#repository = { owner, repo: name };
    }
    /** Where a tag leads, through all annotated ones; undefined when there is no such tag. */
    async tagTarget(name) {
        const object = await this.#ref(`tags/${name}`);
        return object === undefined ? undefined : this.peel(object);
    }
    /** The commit that a ref's object leads to. */
    async peel(object) {
        let { type, sha } = object;
        for (let depth = 0; type === "tag"; depth++) {
            if (depth === MAX_NESTED_TAGS)
                return { wrong: `leads through more than ${MAX_NESTED_TAGS} annotated tags` };
            ({ type, sha } = (await this.#ask(`GET ${GIT}/tags/{tag_sha}`, { tag_sha: sha }, tagObjectShape)).object);
        }
        return type === "commit" ? { commit: sha } : { wrong: `leads to a ${type}, not to a commit` };
    }
    /** Every tag whose name begins with a text. `type` is `tag` for an annotated one, whose commit only `peel` tells. */
    tags(start) {
        return this.#matching("tags", start);
    }
    /** The commit at a branch's tip; undefined when there is no such branch. */
    async branchTip(name) {
        return (await this.#ref(`heads/${name}`))?.sha;
    }
    /** Every branch whose name begins with a text, with its tip. */
    async branches(start) {
        return new Map([...(await this.#matching("heads", start))].map(([name, { sha }]) => [name, sha]));
    }
    /**
     * What `head` is to `base`. Both are commit ids: a tag may be named like a branch, and no name of a ref is a commit id.
     */
    async relation(base, head) {
        try {
            // One commit a page: only the status is wanted.
            const wanted = { basehead: `${base}...${head}`, per_page: 1 };
            const { status } = await this.#ask(COMPARE, wanted, (0,shape.object)({ status: shape.text }));
            if (!isRelation(status))
                throw (0,error/* unusableAnswer */.Q)(COMPARE, 200, "the answer knows another relation of commits");
            return status;
        }
        catch (error) {
            if (!(error instanceof client.GitHubError) || error.status !== 404)
                throw error;
            return error.message.includes("No common ancestor") ? "unrelated" : "missing";
        }
    }
    async createTag(name, sha) {
        await this.#ask(`POST ${GIT}/refs`, { ref: `refs/tags/${name}`, sha }, refShape);
    }
    /** @param force moves the tag even to a commit that does not descend from the one it stands on. */
    async moveTag(name, sha, force) {
        await this.#ask(`PATCH ${GIT}/refs/{ref}`, { ref: `tags/${name}`, sha, force }, refShape);
    }
    async #ref(ref) {
        const route = `GET ${GIT}/ref/{ref}`;
        try {
            const found = await this.#ask(route, { ref }, refShape);
            if (found.ref !== `refs/${ref}`)
                throw (0,error/* unusableAnswer */.Q)(route, 200, "the answer is about another ref");
            return found.object;
        }
        catch (error) {
            if (error instanceof client.GitHubError && error.status === 404)
                return undefined;
            throw error;
        }
    }
    async #matching(folder, start) {
        const route = `GET ${GIT}/matching-refs/{ref}`;
        const found = new Map();
        // The route takes no size of a page. A `Link` is followed all the same.
        const wanted = {
            ...this.#repository,
            ref: start === "" ? folder : `${folder}/${start}`,
            per_page: undefined,
        };
        for await (const { ref, object } of this.#github.paginate(route, wanted, refShape))
            if (ref.startsWith(`refs/${folder}/${start}`))
                found.set(ref.slice(`refs/${folder}/`.length), object);
        return found;
    }
    #ask(route, parameters, shape) {
        return this.#github.request(route, { ...this.#repository, ...parameters }, shape);
    }
}
const GIT = "/repos/{owner}/{repo}/git";
const COMPARE = "GET /repos/{owner}/{repo}/compare/{basehead}";
const RELATIONS = ["ahead", "behind", "identical", "diverged"];
function isRelation(status) {
    return RELATIONS.includes(status);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/release-api.js


/** The routes of releases, in one repository. Every method throws GitHubError after its last attempt. */
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
        for await (const release of this.#github.paginate(`GET ${RELEASES}`, this.#repository, releaseShape)) {
            releases.push(release);
            if (releases.length === MAX_LISTED)
                break;
        }
        return releases;
    }
    /** Finds published releases only. */
    byTag(tag) {
        return orGone(this.#github.request(`GET ${RELEASES}/tags/{tag}`, { ...this.#repository, tag }, releaseShape));
    }
    create(fields) {
        return this.#github.request(`POST ${RELEASES}`, { ...this.#repository, ...fields }, releaseShape);
    }
    update(id, fields) {
        const changed = { ...this.#repository, release_id: id, ...fields };
        return this.#github.request(`PATCH ${RELEASES}/{release_id}`, changed, releaseShape);
    }
    /** As it is now, a draft too; undefined when it is gone. Lists lag, and this does not. */
    byId(id) {
        const wanted = { ...this.#repository, release_id: id };
        return orGone(this.#github.request(`GET ${RELEASES}/{release_id}`, wanted, releaseShape));
    }
    /** Deleting a release that is gone already succeeds. */
    async delete(id) {
        await orGone(this.#github.send(`DELETE ${RELEASES}/{release_id}`, { ...this.#repository, release_id: id }));
    }
    async assets(id) {
        const assets = [];
        const route = `GET ${RELEASES}/{release_id}/assets`;
        const wanted = { ...this.#repository, release_id: id };
        for await (const asset of this.#github.paginate(route, wanted, assetShape))
            assets.push(asset);
        return assets;
    }
    async deleteAsset(id) {
        await orGone(this.#github.send(`DELETE ${RELEASES}/assets/{asset_id}`, { ...this.#repository, asset_id: id }));
    }
    /** The tag of the release that GitHub calls the latest. */
    async latestTag() {
        const release = await orGone(this.#github.request(`GET ${RELEASES}/latest`, this.#repository, releaseShape));
        return release?.tag_name;
    }
    async generateNotes(tag, commit, previousTag) {
        const wanted = {
            ...this.#repository,
            tag_name: tag,
            target_commitish: commit,
            previous_tag_name: previousTag,
        };
        return (await this.#github.request(`POST ${RELEASES}/generate-notes`, wanted, notesShape)).body;
    }
}
/** GitHub answers 500 to pages further back; release-drafter stops here, too. */
const MAX_LISTED = 1000;
const RELEASES = "/repos/{owner}/{repo}/releases";
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/github/tag-commits.js



/** Annotated tags that are looked into to find the version on a floating tag's commit: it is nearly always the first. */
const MAX_LOOKED_INTO = 30;
/**
 * The tags of one prefix on GitHub, each with its commit. An annotated tag costs a request, so only those that a decision needs are followed:
 * the tag itself, the one before it, the floating tags and the version that they stand on. Any other annotated one has the id of its own
 * object, which is no commit.
 */
async function tagCommits(refs, tag, commit) {
    const objects = await refs.tags(tag.prefix);
    const commits = new Map([...objects].map(([name, { sha }]) => [name, sha]));
    const previous = findPreviousTag(tag, objects.keys()).tag?.text;
    for (const name of [tag.text, previous])
        await follow(name);
    for (const { name } of floatingTags()) {
        await follow(name);
        await findVersionOn(name);
    }
    return commits;
    function floatingTags() {
        return planFloatingTags(tag, commit, commits, { minor: true, zero: true });
    }
    async function findVersionOn(floating) {
        const versions = versionTags(objects.keys(), tag.prefix);
        const nearest = [true, false].flatMap((near) => versions.filter((each) => isSameLine(each, tag, false) === near));
        for (const { text } of nearest.slice(0, MAX_LOOKED_INTO)) {
            const planned = floatingTags().find(({ name }) => name === floating);
            if (planned?.from === undefined || planned.fromTag !== undefined)
                return;
            await follow(text);
        }
    }
    async function follow(name) {
        const object = objects.get(name ?? "");
        if (name === undefined || object?.type !== "tag" || commits.get(name) !== object.sha)
            return;
        const target = await refs.peel(object);
        if ("commit" in target)
            commits.set(name, target.commit);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/notes/chosen-sources.js
/** The input's sources; without it a changelog if there is one, else the commits. */
function chooseSources(notes, changelog) {
    if (notes !== "auto")
        return notes;
    return changelog === undefined ? ["commits"] : ["changelog"];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/commit-range.js
/**
 * Commits in `to` but not in `from` (undefined: all of them). A shallow clone is deepened until it has them.
 *
 * Both are commit ids, and `from` is fetched by its id: a tag may have another commit in the clone, or meanwhile on the
 * remote.
 *
 * @param paths only commits that touch one of them; empty: all.
 */
async function readRange(git, remote, { from, to }, paths) {
    if (from !== undefined && !(await git.fetchCommit(from, remote.name)))
        return { commits: [], isComplete: false };
    // A common ancestor proves nothing: a merged branch may be longer than the clone is deep.
    const isCut = await git.deepenUntil(() => git.isCutOff([to], from === undefined ? [] : [from]), (found) => !found);
    return { commits: await git.log(from, to, paths), isComplete: !isCut };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
;// CONCATENATED MODULE: ./build/js/actions/release/src/checkout/text-file.js

/** Undefined for a file that cannot be read, such as one that a sparse checkout leaves out. */
function readText(path) {
    try {
        return (0,file_content/* readFile */.TA)(path).toString();
    }
    catch {
        return undefined;
    }
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
async function readCommits({ git, remote, tag, commit, previousTag, tags, place }) {
    if ("problem" in place)
        return { commits: [], isComplete: true, problem: place.problem };
    const from = previousTag === undefined ? undefined : tags.all.get(previousTag.text);
    const paths = tag.prefix === "" || place.folder === "" ? [] : [place.folder];
    return readRange(git, remote, { from, to: commit }, paths);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/collect.js


















/**
 * Reads all that the decision needs, and changes nothing.
 *
 * @throws UserError when there is no version to release.
 */
async function collect(inputs, io) {
    const { log } = io;
    const event = io.event();
    const directory = (0,external_node_path_.resolve)(io.workspace, inputs.workingDirectory);
    const git = await io.git(directory);
    const root = await git.root();
    const tag = chooseTag(inputs.tag, event.ref);
    const repository = { ...(inputs.targetRepository ?? event.repository), serverUrl: event.serverUrl };
    const asking = await openGitHub(inputs, io, repository, event.repository);
    const checkedOutCommit = await headOf(git);
    const commit = inputs.commit ?? checkedOutCommit;
    log.debug(`releasing ${tag.text} at ${commit} in ${repository.owner}/${repository.name}`);
    const remote = await openRemote(git, `${event.serverUrl}/${event.repository.owner}/${event.repository.name}`);
    const tags = await log.group("Reading tags", () => readTags(asking, git, remote, tag, commit));
    const onGitHub = "known" in tags.onGitHub ? (tags.onGitHub.known ?? "missing") : JSON.stringify(tags.onGitHub);
    log.debug(`${tags.all.size} tags; ${tag.text} here: ${tags.here ?? "missing"}, on GitHub: ${onGitHub}`);
    const defaultBranch = event.defaultBranch ?? "main";
    const allowed = allowedBranches(inputs, defaultBranch);
    const branch = await log.group("Finding the branch", () => readBranch(asking, git, remote, commit, allowed));
    log.debug(`allowed branches: ${branch.existing.join(", ") || "none exists"}; holder: ${JSON.stringify(branch.holder)}`);
    const sourceCommit = inputs.sourceCommit ?? commit;
    const files = await CommitFiles.open(git, sourceCommit);
    const folder = (0,external_node_path_.relative)(root, directory).split(external_node_path_.sep).join("/");
    const place = findPackageFolder(tag, files.paths, folder);
    log.debug(`the tag's package: ${JSON.stringify(place)}`);
    const versionFiles = inputs.versionFiles === "none" ? undefined : await readVersionFiles(files, folder, place, inputs.versionFiles);
    for (const { path, found } of versionFiles?.readings ?? [])
        log.debug(`${path} states ${found.map((each) => `${each.field} ${JSON.stringify(each.found)}`).join(", ") || "nothing"}`);
    const changelog = await readChangelog(inputs.changelog, files, folder, tag, place);
    log.debug(`changelog: ${changelog?.path ?? "none"}`);
    const previous = findPreviousTag(tag, tags.all.keys());
    log.debug(`previous tag: ${previous.tag?.text ?? "none"}`);
    const releases = await log.group("Looking for releases of the tag", () => known(asking, ({ releases: there }) => there.list()));
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
        place,
        tags,
        generate: (since) => known(asking, (there) => there.releases.generateNotes(tag.text, commit, since)),
    }));
    const assets = await log.group("Reading assets", () => findAssetFiles(inputs.files, inputs.excludedFiles, directory, io.workspace));
    for (const { shown, size, sha256 } of assets.files)
        log.info(`${shown}: ${size} bytes, sha256 ${sha256}`);
    const ancestry = await known(asking, ({ refs }) => floatingAncestry(refs, inputs.floatingTags, tag, commit, tags));
    return {
        repository,
        source: event.repository,
        tag,
        commit,
        pushedCommit: event.ref === `refs/tags/${tag.text}` ? await git.resolve(event.sha) : undefined,
        checkedOutCommit,
        sourceCommit,
        changedFiles: await git.changedFiles(),
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
        isAncestor: "known" in ancestry ? ancestry.known : new Map(),
        changesWorkflows: await changesWorkflows(git, `refs/remotes/${remote.name}/${defaultBranch}`, commit),
    };
}
/** Undefined without a token. */
async function openGitHub({ token }, io, repository, source) {
    if (token === "")
        return undefined;
    const github = await io.github();
    return { releases: new ReleaseApi(github, repository), refs: new RefApi(github, source) };
}
async function readTags(asking, git, remote, tag, commit) {
    const here = (await git.tags()).get(tag.text);
    const asked = await known(asking, async ({ refs }) => ({
        all: await tagCommits(refs, tag, commit),
        target: await refs.tagTarget(tag.text),
    }));
    if ("unknown" in asked)
        return { all: await tagsOfClone(git, remote), here, onGitHub: asked };
    const { all, target } = asked.known;
    const onGitHub = target !== undefined && "wrong" in target ? target : { known: target?.commit };
    return { all, here, onGitHub };
}
/** @param allowed globs; undefined when any branch will do. */
async function readBranch(asking, git, remote, commit, allowed) {
    if (allowed === undefined)
        return { allowed, existing: [], holder: { known: undefined } };
    const asked = await known(asking, ({ refs }) => findHolder(refs, commit, allowed));
    if ("known" in asked)
        return asked.known;
    const inClone = await branchOfClone(git, remote, commit, allowed);
    return { allowed, existing: [], holder: asked, ...(inClone !== undefined && { inClone }) };
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
/** What GitHub says, or why it says nothing: every answer that is missing is its own check in the report. */
async function known(asking, question) {
    if (asking === undefined)
        return { unknown: "GitHub was not asked, as the input `github-token` is empty" };
    try {
        return { known: await question(asking) };
    }
    catch (error) {
        if (!(error instanceof client.GitHubError))
            throw error;
        return { unknown: error.message };
    }
}
async function changesWorkflows(git, defaultBranch, commit) {
    const base = await git.resolve(defaultBranch);
    if (base === undefined || base === commit)
        return false;
    const paths = await git.changedPaths(base, commit).catch(() => []);
    return paths.some((path) => path.startsWith(".github/workflows/"));
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/draft-record.js

/** Longest notes that GitHub takes, in characters. */
const MAX_BODY_CHARACTERS = 125_000;
const START = "<!-- jessy-actions: the files are of ";
/**
 * The text of a draft: its notes, and a comment that nobody sees. It says which commit the draft's files are of, and
 * which notes are ours, so that the next run knows notes that somebody wrote or edited. Only a draft has it: publishing
 * writes the notes alone. Notes that leave no room stay without; the target of the draft says the same as long as the
 * tag does not exist. Pure.
 *
 * @param areOurs false for notes that somebody wrote, and that are kept.
 */
function withRecord(notes, commit, areOurs = true) {
    const plain = withoutRecord(notes);
    const text = `${plain}\n\n${START}${commit}${areOurs ? `${NOTES}${fingerprint(plain)}` : ""} -->`;
    return text.length > MAX_BODY_CHARACTERS ? notes : text;
}
const NOTES = ", the notes ";
/** The notes of a draft or release. Pure. */
function withoutRecord(body) {
    return split(body).notes;
}
/**
 * Notes of a draft that somebody wrote, or edited since we wrote them; undefined when there are none. Pure.
 *
 * @param written notes of this run: the same in a draft are not somebody's, also where no record had room.
 */
function notesOfSomebody({ draft, body }, written) {
    const { notes, ours } = split(body ?? "");
    if (!draft || notes.trim() === "")
        return undefined;
    return [ours, fingerprint(written)].includes(fingerprint(notes)) ? undefined : notes;
}
/** The commit that a draft's files are of; undefined when the draft does not say, as one that a person made. Pure. */
function recordedCommit({ body, target_commitish: target = "", }) {
    return split(body ?? "").commit ?? (COMMIT.test(target) ? target : undefined);
}
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** GitHub may change line ends, and people blanks at the end. */
function fingerprint(notes) {
    return (0,external_node_crypto_.createHash)("sha256").update(notes.replace(/\r\n?/g, "\n").trimEnd()).digest("hex").slice(0, 16);
}
/** The last record counts, and only at the end: what stands before it are notes, whatever they look like. */
function split(body) {
    const start = body.lastIndexOf(START);
    const [record = "", rest] = start === -1 ? [] : body.slice(start + START.length).split(" -->", 2);
    const [commit = "", ours] = record.split(NOTES, 2);
    if (!COMMIT.test(commit) || rest?.trim() !== "")
        return { notes: body, commit: undefined, ours: undefined };
    return { notes: body.slice(0, start).trimEnd(), commit, ours };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/assets/other-files.js

/**
 * A draft that a failed run left may hold files of an older commit, and the list of checksums would vouch for them. Those of this commit stay:
 * other jobs uploaded them. Those of another commit go, if whoever made the draft uploaded them. Any other draft is refused with its files,
 * unless the workflow says to keep them. Pure.
 *
 * @param names of what this run uploads.
 */
function otherFiles(release, names, { commit, keepsDraftFiles }) {
    const files = release.assets.filter(({ name }) => !names.has(name));
    const recorded = recordedCommit(release);
    const of = recorded === commit ? "this commit" : recorded === undefined ? "an unknown commit" : "another commit";
    const decide = (action) => ({ files, action, of, commit: recorded });
    if (!release.draft || keepsDraftFiles || of === "this commit" || files.length === 0)
        return decide("keep");
    const author = release.author?.login;
    const isOwn = author !== undefined && files.every(({ uploader }) => (uploader?.login ?? author) === author);
    return decide(of === "another commit" && isOwn ? "delete" : "refuse");
}
/** What stays of a release's assets, beside those that this run uploads: nothing of a draft whose files are deleted. Pure. */
function stayingAssets(release, run) {
    return otherFiles(release, new Set(), run).action === "keep" ? release.assets : [];
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
 * @param staying what stays of its assets, beside those that are uploaded.
 */
function planned_assets_planAssets(files, checksumsName, fullNotes, existing, staying = existing?.assets ?? []) {
    // A job that only publishes what others uploaded lists their files.
    const others = existing?.draft === true ? staying.length : 0;
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
        assets.push(textAsset(checksums, checksumList(assets, staying, checksums), existing));
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
 * Writes changes as Markdown: breaking ones first, then groups, then commits of other types, then commits that are not
 * conventional. All text of commits goes through `escape`. Empty when there is nothing to tell.
 */
function writeChanges(changes, writing) {
    const { breaking, rest } = writeInTwo(changes, writing);
    return [breaking, rest].filter((part) => part !== "").join("\n\n");
}
/** The same in two parts, for notes where something else stands between what breaks and the rest. */
function writeInTwo(changes, writing) {
    const marks = "#".repeat(writing.level);
    const section = (title, entries) => entries.length === 0 ? [] : [`${marks} ${title}\n\n${entries.join("\n")}`];
    const entries = (list) => list.map((change) => entryOf(change, change.title, writing));
    const withType = (list) => list.map((change) => entryOf(change, `${change.parsed.conventional.type}: ${change.title}`, writing));
    const breaking = section("Breaking changes", changes.breaking.map(({ change, note }) => breakingEntry(change, note, writing)));
    const rest = [
        ...changes.groups.flatMap((group) => section(group.title, entries(group.changes))),
        ...section("Other changes", withType(changes.others)),
        ...section("Not in the form of Conventional Commits", entries(changes.unconventional)),
        ...(writing.contributors ? section("Contributors", contributorEntries(changes, writing)) : []),
    ];
    return { breaking: breaking.join(""), rest: rest.join("\n\n") };
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
            const changes = grouped.get(group);
            return changes.length === 0 ? [] : [{ title: group.title, changes }];
        }),
        others,
        unconventional,
        reverts,
        omitted,
        contributors: contributorsOf(commits, changes),
    };
    function listFor({ parsed, isMerge }) {
        if (isMerge || isRelease(parsed))
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
function changeOf({ sha, parents, message }) {
    const commit = (0,conventional_commit/* parseCommit */.L)(message);
    const merged = parents.length > 1 ? mergedPullRequest(message) : undefined;
    const parsed = merged === undefined ? commit : (0,conventional_commit/* parseCommit */.L)(merged.message);
    const full = parsed.conventional?.description ?? headerOf(parsed).trim();
    // A first line that is only a number has no blank before it: it still gets its entry.
    const number = full.endsWith(")") ? / \(#([0-9]{1,10})\)$/.exec(full) : null;
    return {
        sha,
        parsed,
        isMerge: parents.length > 1 && merged === undefined && commit.kind === "merge",
        title: number === null ? full : full.slice(0, number.index).trimEnd(),
        scope: parsed.conventional?.scope,
        pullRequest: number === null ? merged?.number : Number(number[1]),
        issues: issuesOf(parsed),
    };
}
/**
 * What to show of a commit that is not conventional. GitHub calls the one that brings a security fix from a private
 * fork only `Merge commit from fork`: its first line of text says more.
 */
function headerOf({ kind, header, body, footers: [footer] }) {
    if (kind !== "merge")
        return header;
    // The title of an only commit reads as a footer there: `fix: close the hole`.
    const isTitle = CHANGE_GROUPS.some(({ types }) => types.includes(footer?.token ?? ""));
    const text = body === "" && isTitle ? `${footer.token}: ${footer.value}` : body;
    const first = text
        .split("\n", 1)[0]
        .replace(/^[*-] /, "")
        .trim();
    return first === "" ? header : `${header}: ${first}`;
}
/**
 * The pull request that a merge brings, as GitHub, GitLab and Bitbucket write it: its title is the first line of the
 * body.
 */
function mergedPullRequest(message) {
    const [header = "", ...rest] = message.split(/\r?\n/);
    const number = /^Merge pull request #([0-9]{1,10}) from \S/.exec(header)?.[1] ??
        /^Merged in \S+ \(pull request #([0-9]{1,10})\)$/.exec(header)?.[1];
    const isGitLab = header.startsWith("Merge branch ") && rest.some((line) => /^See merge request \S+![0-9]+$/.test(line));
    if (number === undefined && !isGitLab)
        return undefined;
    const text = rest.join("\n").trim();
    return text === "" || /^See merge request /.test(text)
        ? undefined
        : { number: number === undefined ? undefined : Number(number), message: text };
}
/** `release: 1.2.3`, `chore(main): release 1.2.3`, `chore: bump version to 1.2.3`, `Release v1.2.3`, and a bare version. */
function isRelease({ kind, conventional, header }) {
    if (kind === "version" || conventional?.type.toLowerCase() === "release")
        return true;
    if (conventional !== undefined && !/^(?:chore|build|ci)$/i.test(conventional.type))
        return false;
    return RELEASE.test(conventional?.description ?? header);
}
const RELEASE = /^(?:(?:cut|prepare|publish|bump|new) )?(?:for )?(?:release|version|bump|publish)(?: (?:to|of|for|version|release))? \S{0,100}[0-9]+\.[0-9]+\.[0-9]+\S{0,60}(?: [[(](?:skip ci|ci skip)[\])])?(?: \(#[0-9]{1,10}\))?$/i;
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
        const { parsed, isMerge } = changes[at];
        if (isMerge)
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

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/heading-level.js

/** HTML and Markdown have no deeper headings. */
const DEEPEST = 6;
/**
 * Moves a text's headings up or down together, so that the highest has the given level: parts of different origin then
 * make one document. Headings in code, quotes and lists are text. An underlined heading becomes one with `#`.
 */
function withHeadingLevel(markdown, level) {
    const { lines, headings } = readBlocks(markdown);
    const highest = Math.min(...headings.map((heading) => heading.level));
    if (headings.length === 0 || highest === level)
        return markdown;
    const moved = [...lines];
    for (const { level: old, text, line, contentLine } of headings.toReversed()) {
        const marks = "#".repeat(Math.min(DEEPEST, old - highest + level));
        // An underlined paragraph of several lines is a heading in its last line alone, as readBlocks takes it.
        const above = moved.slice(line - 1, Math.max(line - 1, contentLine - 3));
        moved.splice(line - 1, contentLine - line, ...above, `${marks} ${text}`);
    }
    return moved.join("\n");
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
    const full = sanitize(joined(written));
    // The check of the changelog already says that the section is missing.
    const isSaid = facts.changelog !== undefined && facts.notes.every(({ source }) => source === "changelog");
    if (full === "" && !isSaid && !checks.some(({ state }) => state !== "warning"))
        checks.push(fail("notes", `The notes are empty: ${emptyReason(facts)}`));
    const { text, isCut } = limitNotes(full, closingLine(facts));
    if (isCut) {
        const message = `The notes have ${full.length} characters, and GitHub takes 125,000: they are cut, and \`${FULL_NOTES_NAME}\` has all of them`;
        checks.push(warn("notes", message));
    }
    return { notes: { sources: facts.notes.map(({ source }) => source), full, text, isCut }, checks };
}
/** The highest heading of notes with several parts: GitHub shows the release's name above them. */
const LEVEL = 2;
/** One document: what breaks first, wherever it was found, and headings of one level. */
function joined(parts) {
    const texts = [...parts.map(({ breaking = "" }) => breaking), ...parts.map(({ text }) => text)]
        .map((text) => text.trim())
        .filter((text) => text !== "");
    return parts.length === 1 ? texts.join("\n\n") : texts.map((text) => withHeadingLevel(text, LEVEL)).join("\n\n");
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
function writeCommits({ commits, isComplete, problem }, facts) {
    if (problem !== undefined) {
        const remedy = "set `working-directory` to the package's folder, or choose another source in `notes`";
        return { text: "", checks: [fail("notes", `The package's commits are not known: ${problem}; ${remedy}`)] };
    }
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
    const { breaking, rest } = writeInTwo(changes, {
        escape: report_escape/* escapeMarkdown */.FV,
        commitUrl: (sha) => `${page}/commit/${sha}`,
        pullRequestUrl: (number) => `${page}/pull/${number}`,
        issueUrl: ({ repository, number }) => repository === undefined
            ? `${page}/issues/${number}`
            : (0,report_escape/* linkTarget */.Cm)(`${facts.repository.serverUrl}/${repository}/issues/${number}`),
        level: LEVEL,
        contributors: true,
    });
    return { breaking, text: `${rest}\n\n${compareLine(facts, page)}`, checks };
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
function planSteps(plan, existing, others) {
    return [
        releaseStep(plan, existing),
        ...(others?.action === "delete" ? others.files : []).map(({ name }) => {
            return {
                kind: "delete",
                message: `\`${name}\`: the draft has it from the commit ${others.commit.slice(0, 10)}`,
            };
        }),
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
    const isSame = withoutRecord(body ?? "")
        .replace(/\r\n/g, "\n")
        .trim() === notes.trim();
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
        resumable: failures?.every(({ isResumable }) => isResumable !== false) ?? true,
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
/** Nothing that is not known is published. Where that alone stops a release, nobody has found anything wrong with it. */
function verdictOf({ checks }, state) {
    if (state === "refused")
        return checks.some((check) => check.state === "fail") ? "fail" : "broken";
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
            const what = release?.uncertain === true
                ? `${tag} may be published or not`
                : release?.draft === false
                    ? `${tag} is published, but not everything is done`
                    : `${tag} is not released`;
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
    const { allowed, existing, holder, inClone } = branch;
    if (allowed === undefined)
        return pass("branch", "Any branch may hold the commit");
    if ("unknown" in holder) {
        const question = `Whether ${listed(allowed, " or ")} holds ${shortCommit(commit)} is not known`;
        const hint = inClone === undefined ? "" : `; in this clone \`${inClone}\` holds it`;
        return unknown("branch", `${question}: ${holder.unknown}${hint}`);
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
 * @param read what was found in the changelog's text; undefined when the commit has no such file.
 */
function checkChangelog({ changelog }, read) {
    if (changelog === undefined)
        return [];
    const { path: file } = changelog;
    if (read === undefined)
        return [
            fail("changelog", `\`${file}\` is not a file of the commit; commit it, or give another path in \`changelog\`, or write \`none\``),
        ];
    if (read.problems.length > 0)
        return read.problems.map(({ line, message }) => fail("changelog", `\`${file}\`: ${message}`, { file, line }));
    const { isYanked, line, match, heading } = read.section;
    if (isYanked)
        return [fail("changelog", `\`${file}\` marks this version as yanked`, { file, line })];
    const under = match === "exact" ? "" : `, under \`${heading}\``;
    return [pass("changelog", `\`${file}\` describes this version${under}`)];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/draft-notes-check.js

/**
 * Says what becomes of notes that somebody wrote into the draft: nothing of theirs is lost without a word. Pure.
 *
 * @param somebodys their notes; undefined when there are none.
 */
function checkDraftNotes({ draftNotes }, somebodys) {
    if (somebodys === undefined)
        return [];
    const found = "The draft has notes that somebody wrote or edited";
    return [
        warn("notes", draftNotes === "keep"
            ? `${found}: they and its title are kept; \`draft-notes: replace\` takes this run's`
            : `${found}: they are replaced, and this report has them`),
    ];
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/asset-version.js

/** The longest name that a file system takes. */
const MAX_NAME_CHARACTERS = 255;
/**
 * The files of a release whose names state a version of another release: `tool-1.2.2-linux.tar.gz` is no file of 1.2.3. Only three numbers are a
 * version, so `x86_64`, `python3.11`, `linux-5.4` and `1.2.3.4` are none. A name that states the product's own version is right, whatever else it
 * states. Any other version may be that of something else (`openssl-3.0.13`), unless one of these says whose it is:
 * - the product had it in an earlier release;
 * - it differs from the product's in its last number or its prerelease alone;
 * - it stands behind the product's name, or behind a name that in another file stands before the product's version.
 */
function otherVersions(files, product) {
    const stated = new Map(files.map((file) => [file, versionsIn(file.slice(0, MAX_NAME_CHARACTERS))]));
    /** The first file that states the product's version, by the name before it. */
    const siblings = new Map();
    for (const [file, found] of stated)
        for (const { version, before } of found)
            if (isOwn(version, product.version) && !siblings.has(before))
                siblings.set(before, file);
    const others = new Map();
    for (const [file, found] of stated) {
        if (found.some(({ version }) => isOwn(version, product.version)))
            continue;
        for (const each of found) {
            const because = reason(each, product, siblings);
            if (because !== undefined && !others.has(file))
                others.set(file, { text: each.text, because });
        }
    }
    return others;
}
/**
 * Three numbers that no fourth one touches, with a prerelease by its usual words: what else follows may be a platform. Python glues its own on
 * (`1.2.3rc1`).
 */
const VERSION = /(?<![0-9.])([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})(?![0-9])(?!\.[0-9])(?:[-._~]?(alpha|beta|rc|a|b)[-._]?([0-9]{1,9})(?![0-9A-Za-z]))?/gi;
/** How Python writes them. */
const WORDS = { a: "alpha", b: "beta" };
function versionsIn(file) {
    return [...file.matchAll(VERSION)].map((match) => {
        const [text, major, minor, patch, word, number] = match;
        const plain = word?.toLowerCase() ?? "";
        const prerelease = word === undefined ? "" : `-${WORDS[plain] ?? plain}.${Number(number)}`;
        const version = (0,semver/* parseVersion */.ot)(`${[major, minor, patch].map(Number).join(".")}${prerelease}`);
        return { text, version, before: nameBefore(file.slice(0, match.index)) };
    });
}
/** `tool` of `tool-v`, `tool_`, `tool` and `dist.tool-`. */
function nameBefore(start) {
    return start
        .replace(/(?:^|[-_.@+])v$/i, "")
        .replace(/[-_.@+]+$/, "")
        .toLowerCase();
}
/** A file of a prerelease may leave its prerelease out, as several package managers do. */
function isOwn(stated, own) {
    if (isSameCore(stated, own) && !(0,semver/* isPrerelease */.V1)(stated) && (0,semver/* isPrerelease */.V1)(own))
        return true;
    return (0,semver/* compareVersions */.Zy)(stated, normal(own)) === 0;
}
/** `rc1` and `rc.1` are the same prerelease. */
function normal(version) {
    const text = (0,semver/* formatVersion */.qh)({ ...version, build: [] });
    return (0,semver/* parseVersion */.ot)(text.replace(/-(alpha|beta|rc)[-.]?([0-9]+)$/, "-$1.$2")) ?? version;
}
function reason({ version, before }, { version: own, names, versions }, siblings) {
    if (versions.some((each) => (0,semver/* compareVersions */.Zy)(each, version) === 0))
        return "which was released before";
    if (version.major === own.major && version.minor === own.minor)
        return "which is another version of the same line";
    if (before === "")
        return undefined;
    if (names.some((name) => name.toLowerCase() === before))
        return `which stands behind the name \`${before}\``;
    const sibling = siblings.get(before);
    return sibling === undefined ? undefined : `and \`${sibling}\` states the right one`;
}
function isSameCore(a, b) {
    return a.major === b.major && a.minor === b.minor && a.patch === b.patch;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/file-versions-check.js





/** No file has the version of another release in its name: an old build that was left in the folder, for one. Pure. */
function checkFileVersions({ fileVersions }, { tag, tags, source }, assets) {
    if (fileVersions === undefined)
        return [];
    const folder = packageName(tag);
    const product = {
        version: tag.version,
        names: tag.prefix === "" ? [source.name] : [folder, folder.slice(folder.lastIndexOf("/") + 1)],
        versions: versionTags(tags.all.keys(), tag.prefix).map(({ version }) => version),
    };
    const others = otherVersions(assets.map(({ name }) => name), product);
    return [...others].flatMap(([name, other]) => {
        if (fileVersions.includes(other.text))
            return [];
        const right = (0,semver/* formatVersion */.qh)(tag.version);
        const message = `\`${name}\` states the version ${other.text}, ${other.because}, and ${right} is released; build it again, or allow it by \`file-versions: ${other.text}\``;
        return [fail("files", message)];
    });
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/failure.js


/**
 * The release cannot be finished: the message says what was found, and what to do. Everything that was done stays, and the next run goes on
 * from there.
 */
class ReleaseFailure extends Error {
    name = "ReleaseFailure";
    /** Whether the next run goes on by itself. Otherwise a person has to look first, and the message says at what. */
    isResumable;
    constructor(message, { isResumable = true } = {}) {
        super(message);
        this.isResumable = isResumable;
    }
}
/** The release that was worked on is gone: another job found it to be a duplicate, or somebody deleted it. */
class ReleaseGone extends Error {
    name = "ReleaseGone";
    id;
    constructor(id) {
        super(`the release ${id} is gone`);
        this.id = id;
    }
}
/**
 * What to tell of an error that ended the release. GitHub's answer to a token without `workflows: write` names no cause (cli/cli#9514). Pure.
 *
 * @param changesWorkflows whether the commit changes workflows against the default branch.
 * @returns undefined for an error of our own, which is to be thrown on.
 */
function describeFailure(error, changesWorkflows) {
    if (error instanceof ReleaseFailure) {
        const { message, isResumable } = error;
        return { brief: message.split(/[:;] /, 1)[0], message, ...(!isResumable && { isResumable }) };
    }
    if (!(error instanceof client.GitHubError))
        return ofMachine(error);
    const brief = BRIEF[error.fault] ?? `GitHub answered with status ${error.status}`;
    const isRefusal = error.status === 403 || error.status === 404;
    return { brief, message: isRefusal && changesWorkflows ? `${error.message}; ${WORKFLOWS_ADVICE}` : error.message };
}
const BRIEF = {
    missing: "GitHub did not answer",
    cut: "GitHub's answer broke off",
    unusable: "GitHub's answer cannot be used",
    "too-large": "GitHub's answer is too large",
};
/** A disk that is full, or a file that is gone: no fault of ours, so the report says how far the release came. */
function ofMachine(error) {
    const message = (0,file_error/* describeFileError */.SQ)(error);
    return message === undefined ? undefined : { brief: message.split("; ", 1)[0], message };
}
/** Whether GitHub may have done what it was asked for, though it did not say so. */
function mayHaveArrived(error) {
    return error instanceof client.GitHubError && (error.status === 0 || error.status >= 500);
}
const WORKFLOWS_ADVICE = "the commit changes files in `.github/workflows`, compared with the default branch, and for that GitHub wants a token with `workflows: write`, which `GITHUB_TOKEN` never has; release a commit of the default branch, or give `github-token` the token of a GitHub App";

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/prepare-draft.js



/**
 * Brings a draft to this commit before anything is uploaded to it: files of another commit are deleted, and then the draft says which commit its
 * files are of. A run that ends in between leaves a draft that still names the old commit, and the next one does the same again.
 *
 * @throws ReleaseFailure when the draft holds files that nobody can place.
 */
async function prepareDraft(release, plan, { api, journal }) {
    if (!release.draft || recordedCommit(release) === plan.commit)
        return release;
    // Another job may have brought it here since it was listed: its files must stay.
    const now = await api.byId(release.id);
    if (now === undefined)
        throw new ReleaseGone(release.id);
    if (!now.draft || recordedCommit(now) === plan.commit)
        return now;
    const names = new Set(plan.assets.map(({ name }) => name));
    const others = otherFiles(now, names, plan);
    if (others.action === "refuse")
        throw new ReleaseFailure(refusalOf(now, others), { isResumable: false });
    if (others.action === "keep" && others.files.length > 0)
        return now;
    for (const { id, name, digest } of others.files) {
        await api.deleteAsset(id);
        journal.done("delete", `\`${name}\` (${digest ?? "no digest"}): the draft has it from ${placeOf(others)}`);
    }
    const assets = now.assets.filter((asset) => !others.files.includes(asset));
    const body = withRecord(now.body ?? "", plan.commit, !plan.keepsNotes);
    const target = plan.isElsewhere ? {} : { target_commitish: plan.commit };
    const updated = await api.update(now.id, { ...target, body });
    return { ...updated, assets };
}
/** Why a draft is refused, and what to do. A sentence without its full stop. Pure. */
function refusalOf({ id }, others) {
    const names = others.files.map(({ name }) => `\`${name}\``).join(", ");
    const [are, them] = others.files.length === 1 ? ["is", "it"] : ["are", "them"];
    const why = `the draft ${id} holds ${names}, which this run does not upload and which ${are} of ${placeOf(others)}`;
    return `${why}: delete ${them}, or the draft, or keep ${them} by \`draft-files: keep\``;
}
/** `the commit abc...`, or that it is not known. */
function placeOf({ of, commit }) {
    return of === "another commit" ? `the commit ${commit.slice(0, 10)}` : of;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/release-check.js



/** What stands on GitHub for the tag already. Pure. */
function checkRelease({ releases }, existing, others) {
    if ("unknown" in releases)
        return [unknown("release", `Which releases exist is not known: ${releases.unknown}`)];
    if (existing === undefined)
        return [];
    const kind = existing.draft ? "a draft" : existing.immutable === true ? "an immutable release" : "a release";
    const assets = existing.assets.length;
    const found = pass("release", `The tag already has ${kind}, with ${(0,quantity.counted)(assets, "asset")}`);
    return others === undefined || others.files.length === 0 ? [found] : [found, checkOthers(existing, others)];
}
/** Names every file that is there and that this run does not upload. */
function checkOthers(existing, others) {
    const names = others.files.map(({ name }) => `\`${name}\``).join(", ");
    const isOne = others.files.length === 1;
    const what = `${(0,quantity.counted)(others.files.length, "file")} there ${isOne ? "is" : "are"} not of this run`;
    const stay = isOne ? "stays" : "stay";
    if (!existing.draft)
        return pass("release", `${what}, and ${stay}: ${names}`);
    if (others.action === "refuse")
        return fail("release", sentence(refusalOf(existing, others)));
    const of = placeOf(others);
    if (others.action === "delete")
        return warn("release", `${what}, but of ${of}, and will be deleted: ${names}`);
    const stays = `${what}, but of ${of}, and ${stay}: ${names}`;
    return others.of === "this commit" ? pass("release", stays) : warn("release", stays);
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/source-check.js


/** Changed files are named up to this number. */
const source_check_MAX_NAMED = 5;
/** What the release was built from, where that is not simply the commit: a changed work tree, or another commit. Pure. */
function checkSource({ commit, checkedOutCommit, sourceCommit, changedFiles, }) {
    const checks = [];
    if (sourceCommit !== commit)
        checks.push(pass("commit", `Versions and changelog are read from ${shortCommit(sourceCommit)}, as \`source-commit\` says`));
    if (changedFiles.length === 0)
        return checks;
    const named = changedFiles.slice(0, source_check_MAX_NAMED).map((file) => `\`${file}\``);
    const more = changedFiles.length > source_check_MAX_NAMED ? ` and ${changedFiles.length - source_check_MAX_NAMED} more` : "";
    const differ = `${(0,quantity.counted)(changedFiles.length, "tracked file")} ${changedFiles.length === 1 ? "differs" : "differ"}`;
    const message = `${differ} from ${shortCommit(checkedOutCommit)}: ${named.join(", ")}${more}; versions and changelog are read from the commit, and what was built may be of the changed files`;
    return [...checks, warn("commit", message)];
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
/** Where the tag stands on GitHub. What the clone says can only speak against the release: anything in the job may have set it. */
function checkPlace(createTag, facts) {
    const { tag, commit, tags, source } = facts;
    const name = `\`${tag.text}\``;
    const { onGitHub, here } = tags;
    if ("wrong" in onGitHub)
        return [fail("tag", `${name} ${onGitHub.wrong}; delete it, and tag a commit`)];
    if ("unknown" in onGitHub)
        return [...checkHere(facts), unknownPlace(facts, onGitHub.unknown)];
    const { known: stands } = onGitHub;
    if (stands === undefined)
        return [checkMissing(createTag, facts)];
    if (stands !== commit)
        return [elsewhere(facts, stands)];
    const package_ = tag.prefix === "" ? "" : `, of \`${tag.prefix.slice(0, -1)}\``;
    const where = `on ${shortCommit(stands)} of \`${source.owner}/${source.name}\``;
    const agreed = pass("tag", `${name} is version ${(0,semver/* formatVersion */.qh)(tag.version)}${package_}, ${where}`);
    if (here === undefined || here === stands)
        return [agreed];
    const moved = `${name} stood on ${shortCommit(here)} when it was checked out, and has moved to ${shortCommit(stands)}`;
    return [fail("tag", moved), agreed];
}
function checkHere(facts) {
    const { here } = facts.tags;
    return here === undefined || here === facts.commit ? [] : [elsewhere(facts, here)];
}
function elsewhere({ tag, commit }, stands) {
    const message = `\`${tag.text}\` stands on ${shortCommit(stands)}, but ${shortCommit(commit)} is to be released; check out the tag`;
    return fail("commit", message);
}
function unknownPlace({ tag, tags }, reason) {
    const clone = tags.here === undefined ? "is not in this clone" : `stands on ${shortCommit(tags.here)} in this clone`;
    return unknown("tag", `Where \`${tag.text}\` stands on GitHub is not known: ${reason}; it ${clone}`);
}
function checkMissing(createTag, { tag, commit, tags }) {
    const name = `\`${tag.text}\``;
    if (createTag)
        return pass("tag", `${name} is new; publishing creates it at ${shortCommit(commit)}`);
    const where = tags.here === undefined ? "does not exist" : "is in this clone but not on GitHub";
    const push = `git tag ${tag.text} ${commit.slice(0, 10)} && git push origin ${tag.text}`;
    return fail("tag", `${name} ${where}; push it (\`${push}\`), or set \`create-tag: true\``);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verification/versions-check.js


/** Files that agree are named up to this number. */
const versions_check_MAX_NAMED = 5;
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
    const named = files.slice(0, versions_check_MAX_NAMED).map((file) => `\`${file}\``);
    const more = files.length > versions_check_MAX_NAMED ? ` and ${files.length - versions_check_MAX_NAMED} more` : "";
    return `${named.join(", ")}${more} ${files.length === 1 ? "agrees" : "agree"}`;
}
/** A repository may have no such file. The report says so, or its readers would take silence for agreement. */
function nothingFound(searched) {
    const remedy = "name files in `version-files`, or write `none`";
    if (searched !== undefined && "problem" in searched) {
        const message = `No version was compared: ${searched.problem}; ${remedy}`;
        return searched.isAmbiguous ? fail("versions", message) : warn("versions", message);
    }
    const names = VERSION_FILE_NAMES.map((name) => `\`${name}\``).join(", ");
    const where = searched === undefined || searched.folder === "" ? "the top folder" : `\`${searched.folder}\``;
    return warn("versions", `No version was compared: ${where} has no ${names}; ${remedy}`);
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/evaluate.js





















/** The whole decision: what holds, what does not, and what is to be done. Pure. */
function evaluate(inputs, facts) {
    const { repository, source, tag, commit } = facts;
    const releases = "known" in facts.releases ? facts.releases.known : undefined;
    const existing = releases === undefined ? undefined : releaseOf(releases, tag.text);
    const { changelog } = facts;
    const section = changelog?.text === undefined
        ? undefined
        : findSection(changelog.text, tag.version, tag.prefix, changelog.isShared);
    const { notes, checks: notesChecks } = writeNotes(facts, section);
    const { assets, checksums, problems } = planned_assets_planAssets(facts.files, inputs.checksums, notes.isCut ? notes.full : undefined, existing, existing === undefined ? [] : stayingAssets(existing, { commit, keepsDraftFiles: inputs.keepsDraftFiles }));
    const others = existing === undefined
        ? undefined
        : otherFiles(existing, new Set(assets.map(({ name }) => name)), {
            commit,
            keepsDraftFiles: inputs.keepsDraftFiles,
        });
    const somebodys = existing === undefined ? undefined : notesOfSomebody(existing, notes.text);
    const checks = [
        ...checkTag(inputs, facts),
        checkBranch(facts),
        ...checkSource(facts),
        ...checkVersions(facts),
        ...checkChangelog(facts, section),
        ...[...facts.fileProblems, ...problems].map((message) => fail("files", message)),
        ...checkFileVersions(inputs, facts, assets),
        ...notesChecks,
        ...checkPublishedFiles(assets, existing, checksums),
        ...checkRelease(facts, existing, others),
        ...checkDraftNotes(inputs, somebodys),
    ];
    const keepsNotes = somebodys !== undefined && inputs.draftNotes === "keep";
    const prerelease = inputs.prerelease === "auto" ? (0,semver/* isPrerelease */.V1)(tag.version) : inputs.prerelease === "true";
    const floatingTags = floatingTagsOf(inputs.floatingTags, facts, prerelease, releases);
    const plan = {
        repository,
        source,
        tag,
        commit,
        title: (keepsNotes ? existing?.name : undefined) || (inputs.title ?? tag.text),
        notes: keepsNotes ? somebodys : notes.text,
        keepsNotes,
        draft: inputs.draft,
        keepsDraftFiles: inputs.keepsDraftFiles,
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
        steps: planSteps(plan, existing, others),
        warnings: [],
        ...(somebodys !== undefined && { unusedNotes: keepsNotes ? notes.full : somebodys }),
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
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
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
 * @param known releases as they were listed last; `gone` are those that are no longer there, whatever a list shows.
 */
async function settleRelease(plan, known, { api, journal, sleep, gone = new Set() }) {
    const there = (listed) => listed.filter(({ id }) => !gone.has(id));
    let releases = there(known);
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
            releases = there(await api.list());
            continue;
        }
        releases = there(await listWith(own, { api, journal, sleep }));
        const chosen = releaseOf(releases, plan.tag.text) ?? own;
        if (chosen.id === own.id)
            return own;
        await api.delete(own.id);
        journal.info(`Another job was first: using its release ${chosen.id}; the draft ${own.id} is deleted.`);
        return chosen;
    }
    throw new ReleaseFailure(`no draft of \`${plan.tag.text}\` was there after ${MAX_ATTEMPTS} attempts to create one`);
}
/** Undefined when GitHub's answer was lost, so that nobody knows whether it made the draft. */
async function createDraft(plan, { api, journal, sleep }) {
    try {
        const draft = await api.create({
            tag_name: plan.tag.text,
            // Even if the tag exists: should it be deleted meanwhile, GitHub would create it at the head of the default branch.
            ...(!plan.isElsewhere && { target_commitish: plan.commit }),
            name: plan.title,
            body: withRecord(plan.notes, plan.commit),
            draft: true,
            prerelease: plan.prerelease,
        });
        journal.done("create", `Draft ${draft.id} of \`${plan.tag.text}\``);
        return draft;
    }
    catch (error) {
        if (!mayHaveArrived(error))
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/version-tag.js



const version_tag_MAX_ATTEMPTS = 5;
/**
 * Makes sure, right before the publication, that the version's tag leads to the commit: uploads take minutes, in which somebody may have moved
 * it. A tag that is new is created now, and read back.
 *
 * @throws ReleaseFailure when the tag leads elsewhere: nothing is published.
 */
async function holdTag(plan, tagging) {
    const { tag, commit, createsTag } = plan;
    if (isUntagged(plan))
        return;
    const target = await tagging.refs.tagTarget(tag.text);
    if (target !== undefined)
        return needCommit(target, plan);
    if (!createsTag) {
        const restore = `git push origin ${commit}:refs/tags/${tag.text}`;
        throw new ReleaseFailure(`\`${tag.text}\` was deleted while files were uploaded; nothing is published; find out why, and push it again (\`${restore}\`)`);
    }
    needCommit(await createTag(tag.text, commit, tagging), plan);
    tagging.journal.done("create", `The tag \`${tag.text}\` at \`${commit}\``);
}
/**
 * Reads the tag once more, right after the publication.
 *
 * @param url of the release.
 * @throws ReleaseFailure when it leads elsewhere now, or GitHub does not say where. The release stands.
 */
async function confirmTag(plan, url, { refs, sleep }) {
    const { tag, commit } = plan;
    if (isUntagged(plan))
        return;
    const name = `\`${tag.text}\``;
    const target = await readBack(tag.text, { refs, sleep }).catch((error) => {
        if (!(error instanceof client.GitHubError))
            throw error;
        throw new ReleaseFailure(`whether ${name} still leads to ${commit} is not known: ${error.message}; the release ${url} is published`);
    });
    if (target !== undefined && "commit" in target && target.commit === commit)
        return;
    const now = target === undefined ? "is gone" : "wrong" in target ? target.wrong : `leads to ${target.commit} now`;
    const restore = `git push --force origin ${commit}:refs/tags/${tag.text}`;
    throw new ReleaseFailure(`the tag ${name} ${now}; it led to ${commit} right before the publication, and the release ${url} holds the files of that commit: treat the tag as compromised, look up who moved it, put it back (\`${restore}\`) or delete the release, and protect tags by a ruleset`, { isResumable: false });
}
/**
 * Creates a tag. An answer that is lost is looked up before the next attempt, so nothing is created twice.
 *
 * @returns where the tag leads when it is read back: elsewhere, if somebody else was faster.
 * @throws ReleaseFailure when GitHub never shows it.
 */
async function createTag(name, commit, { refs, journal, sleep }) {
    for (let attempt = 1;; attempt++) {
        const failure = await refs.createTag(name, commit).then(() => undefined, (error) => error);
        const isThere = failure === undefined || isTaken(failure);
        if (!isThere) {
            if (!mayHaveArrived(failure))
                throw failure;
            journal.info(`${failure.message}; checking whether the tag was made`);
        }
        const target = isThere ? await readBack(name, { refs, sleep }) : await lookFor(name, { refs, sleep });
        if (target !== undefined)
            return target;
        if (isThere)
            throw new ReleaseFailure(`GitHub took the tag \`${name}\`, and does not show it; nothing is published`);
        if (attempt === version_tag_MAX_ATTEMPTS)
            throw failure;
    }
}
/** Where a tag leads that was just written: GitHub may show it some seconds late. @param before where it led, which may still be shown. */
async function readBack(name, { refs, sleep }, before) {
    let target;
    for (const wait of LIST_WAITS) {
        await sleep(wait);
        target = await refs.tagTarget(name);
        if (target !== undefined && !("commit" in target && target.commit === before))
            return target;
    }
    return target;
}
async function lookFor(name, { refs, sleep }) {
    await sleep(2000);
    return refs.tagTarget(name);
}
function isTaken(error) {
    return error instanceof client.GitHubError && error.status === 422 && /already exists/i.test(error.message);
}
function needCommit(target, { tag, commit, createsTag }) {
    if ("commit" in target && target.commit === commit)
        return;
    const now = "commit" in target ? `leads to ${target.commit}` : target.wrong;
    throw new ReleaseFailure(`\`${tag.text}\` was ${createsTag ? "created elsewhere" : "moved"} while files were uploaded; it ${now}, and ${commit} was to be released; nothing is published: find out who moved it before you run the job again`, { isResumable: false });
}
/** In another repository GitHub makes the tag, at a commit of that repository's own. */
function isUntagged({ isElsewhere, createsTag }) {
    return isElsewhere && createsTag;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/move-tags.js







/**
 * Moves floating tags to the release's commit. Each is read right before: one that is no longer where the plan saw it is planned anew. The
 * first attempt is a fast-forward, which GitHub refuses if the versions are on diverging branches. Afterwards each is read back.
 *
 * @returns what could not be moved. The release itself stands.
 */
async function moveTags(plan, tagging) {
    const failures = [];
    for (const planned of plan.floatingTags) {
        const { name } = planned;
        try {
            const floating = await move(planned, plan, tagging);
            if (floating.action === "keep")
                tagging.journal.done("keep", `\`${name}\` ${floating.reason}`);
            else
                tagging.journal.done("move-tag", moveSentence(name, floating.from, plan.commit, floating.reason));
        }
        catch (error) {
            if (!(error instanceof client.GitHubError || error instanceof ReleaseFailure))
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
async function move(planned, plan, tagging) {
    if (planned.action === "keep")
        return planned;
    const now = await tagging.refs.tagTarget(planned.name);
    const isWhereItWas = now === undefined ? planned.from === undefined : leadsTo(now, planned.from);
    if (isWhereItWas) {
        const target = await moveForward(planned, plan.commit, tagging);
        if (target !== undefined)
            return settled(planned, target, plan, tagging);
    }
    const anew = await planAnew(planned, plan, tagging);
    // If the tag has not moved, the decision holds: the move is forward by version, though not by history.
    const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
    if (floating.action === "keep")
        return floating;
    return settled(floating, await write(floating, plan.commit, true, tagging), plan, tagging);
}
/** Writes the tag, and reads it back. @param force for a commit that does not descend from the one it stands on. */
async function write({ name, action, from }, commit, force, tagging) {
    if (action === "create")
        return createTag(name, commit, tagging);
    await tagging.refs.moveTag(name, commit, force);
    return (await readBack(name, tagging, from)) ?? "gone";
}
/** Undefined when the tag is no longer where it was, or its commit is not an ancestor. */
async function moveForward(floating, commit, tagging) {
    try {
        return await write(floating, commit, false, tagging);
    }
    catch (error) {
        const isChanged = error instanceof client.GitHubError && error.status === 422 && /does not exist|fast.forward/i.test(error.message);
        if (isChanged)
            return undefined;
        throw error;
    }
}
/** @throws ReleaseFailure when the tag that was written leads elsewhere, unless a newer version was released at the same time. */
async function settled(floating, target, plan, tagging) {
    if (leadsTo(target, plan.commit))
        return floating;
    const anew = await planAnew(floating, plan, tagging);
    if (anew.action === "keep" && anew.fromTag !== undefined)
        return anew;
    const elsewhere = target === "gone" ? "is gone" : "commit" in target ? `leads to ${target.commit}` : target.wrong;
    throw new ReleaseFailure(`GitHub took the tag, and it ${elsewhere}: somebody else has changed it since`);
}
/** The tag as GitHub has it now, and what is to become of it. */
async function planAnew({ name }, { tag, commit }, { refs }) {
    const tags = await tagCommits(refs, tag, commit);
    return planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find((each) => each.name === name);
}
function leadsTo(target, commit) {
    return target !== "gone" && "commit" in target && target.commit === commit;
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
    const mayReplace = isDerived === true || (release.draft && (await isStillDraft(release.id, api)));
    if (there.state === "uploaded" && !mayReplace) {
        throw new ReleaseFailure(`\`${name}\` is published with other content (${there.digest ?? "no digest known"}, and here it is sha256:${sha256}); release a new version`);
    }
    await api.deleteAsset(there.id);
    journal.done("delete", `\`${name}\`: ${there.state === "uploaded" ? "other content" : "what a broken upload left"}`);
}
/** @throws ReleaseGone when it was deleted. */
async function isStillDraft(id, api) {
    const now = await api.byId(id);
    if (now === undefined)
        throw new ReleaseGone(id);
    return now.draft;
}
async function send({ name, label, path, size }, address, token) {
    // Loaded here, since only an upload needs an HTTP client of its own.
    const { uploadFile } = await __webpack_require__.e(/* import() */ 262).then(__webpack_require__.bind(__webpack_require__, 3262));
    const url = new URL(address);
    // `searchParams` would write blanks as `+`.
    url.search = `?name=${encodeURIComponent(name)}${label === name ? "" : `&label=${encodeURIComponent(label)}`}`;
    return uploadFile({ url: url.href, token, path, size, contentType: contentTypeOf(name), shape: assetShape });
}
function accept({ status, stored: asset }, file, journal) {
    if (status !== 201 || asset === undefined)
        return undefined;
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
        throw new ReleaseGone(release.id);
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
function reasonOf(answer) {
    const { status, message } = answer;
    return status === 0 ? message : `status ${status}: ${message}${(0,retry.limitEnd)(answer, Date.now())}`;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/publishing/publisher.js












/** How often the work starts over because other jobs changed what stands on GitHub. */
const MAX_ROUNDS = 5;
/** Carries a plan out, up to the publication. Fields tell how far it came, also after an error. */
class Publisher {
    /** As GitHub gave it last; undefined when it was never reached. */
    release;
    /** Whether GitHub was told to publish, and nobody knows whether it did. */
    isUncertain = false;
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
        // A list may still show a release for some seconds that is gone.
        const gone = new Set();
        for (let round = 1;; round++) {
            const release = await settleRelease(this.#plan, known, { ...this.#uploading, gone });
            try {
                return await this.#complete(release);
            }
            catch (error) {
                if (isPublishedMeanwhile(error)) {
                    journal.info("Another job has published the tag meanwhile; going on with its release.");
                    await this.#complete(await findPublished(this.#plan, this.#uploading));
                    return this.#abandon(release);
                }
                if (!(error instanceof ReleaseGone))
                    throw error;
                if (round === MAX_ROUNDS)
                    throw new ReleaseFailure(`${error.message}, for the ${round}th time; somebody deletes it; look who does`);
                journal.info(`${error.message}; looking again`);
                // The host of the uploads may be late, too: only the release itself tells.
                if ((await api.byId(error.id)) === undefined)
                    gone.add(error.id);
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
    async #complete(settled) {
        this.release = settled;
        const release = await prepareDraft(settled, this.#plan, this.#uploading);
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
        const { journal } = this.#uploading;
        const { tag, draft, latest } = this.#plan;
        const fields = changedFields(this.#plan, release);
        if (fields === undefined)
            return this.#refreshed(release);
        if (!release.draft || draft) {
            const updated = await this.#uploading.api.update(release.id, fields);
            const message = release.draft
                ? `The draft ${release.id} has the notes and the name of this run`
                : `\`${tag.text}\`: ${Object.keys(fields).join(", ")}, as the workflow says`;
            journal.done("update", message);
            return updated;
        }
        await holdTag(this.#plan, this.#uploading);
        const published = await this.#makePublic(release, fields);
        // From here on it is published, whatever else fails.
        this.release = published;
        journal.done("publish", `\`${tag.text}\`${latest.isLatest ? " as the latest" : ""}`);
        await confirmTag(this.#plan, published.html_url, this.#uploading);
        if (latest.isLatest)
            await this.#checkLatest();
        return published;
    }
    /** Publishes a draft. Where GitHub's last answer does not say whether it did, the release itself does. */
    async #makePublic(release, fields) {
        const { api } = this.#uploading;
        try {
            return await api.update(release.id, fields);
        }
        catch (error) {
            const isGone = error instanceof client.GitHubError && error.status === 404;
            if (!isGone && !mayHaveArrived(error))
                throw error;
            const now = await api.byId(release.id).catch((unanswered) => {
                if (!(unanswered instanceof client.GitHubError) || isGone)
                    throw error;
                this.isUncertain = true;
                throw new ReleaseFailure(`whether \`${this.#plan.tag.text}\` is published is not known: ${error.message}; look at ${release.html_url}`);
            });
            if (now === undefined)
                throw new ReleaseGone(release.id);
            if (now.draft)
                throw error;
            return now;
        }
    }
    /** The release with its assets as they are now. Costs no request if nothing was uploaded. */
    async #refreshed(release) {
        const { api, journal } = this.#uploading;
        if (journal.steps.every(({ kind }) => kind === "keep"))
            return release;
        return { ...release, assets: await api.assets(release.id) };
    }
    /** Asks GitHub which release it calls the latest. The answer may be some seconds old, and nothing depends on it. */
    async #checkLatest() {
        const { api, journal, sleep } = this.#uploading;
        let tag;
        try {
            for (const delay of [0, 1000, 3000]) {
                await sleep(delay);
                tag = await api.latestTag();
                if (tag === this.#plan.tag.text)
                    return;
            }
        }
        catch (error) {
            if (!(error instanceof client.GitHubError))
                throw error;
            return journal.warn(`Which release GitHub calls the latest is not known: ${error.message}`);
        }
        journal.warn(`GitHub calls \`${tag ?? "nothing"}\` the latest release, not \`${this.#plan.tag.text}\``);
    }
    #onDisk(asset) {
        if ("path" in asset.source)
            return { ...asset, path: (0,external_node_path_.resolve)(this.#folders.workspace, asset.source.path) };
        const path = (0,external_node_path_.join)(this.#folders.assets, asset.name);
        (0,file_content/* writeFile */._h)(path, asset.source.text);
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
    if (draft) {
        const isSame = release.name === title && withoutRecord(release.body ?? "") === notes && release.prerelease === prerelease;
        return isSame ? undefined : { name: title, body: withRecord(notes, commit, !plan.keepsNotes), prerelease };
    }
    const described = { name: title, body: notes, prerelease };
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
    const github = await io.github();
    const folders = { workspace: io.workspace, assets: (0,external_node_path_.join)(io.temporary, "assets") };
    const doing = {
        api: new ReleaseApi(github, plan.repository),
        refs: new RefApi(github, plan.source),
        apiUrl: (0,urls/* apiUrls */.z)(io.environment).apiUrl,
        token: inputs.token,
        journal,
        sleep: wait.wait,
        random: Math.random,
    };
    const publisher = new Publisher(plan, folders, doing);
    const failures = [];
    try {
        await io.log.group("Releasing", async () => {
            await publisher.run();
            failures.push(...(await moveTags(plan, doing)));
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
        release: release === undefined ? null : published(release, publisher.isUncertain),
    };
    return judge(done, failures);
}
function published(release, isUncertain) {
    return {
        ...(isUncertain && { uncertain: true }),
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
        commit: readCommit(reader, "commit"),
        sourceCommit: readCommit(reader, "source-commit"),
        createTag: reader.boolean("create-tag", false),
        versionFiles: inputs_readVersionFiles(reader),
        changelog: inputs_readChangelog(reader),
        notes: readNotes(reader),
        notesFile: reader.optional("notes-file"),
        files: readAssetLines(reader, files.filter((line) => !line.startsWith("!"))),
        excludedFiles: files.filter((line) => line.startsWith("!")).map((line) => line.slice(1).trim()),
        checksums: readChecksumsName(reader),
        fileVersions: readFileVersions(reader),
        draft,
        draftNotes: reader.enumeration("draft-notes", ["keep", "replace"], "keep"),
        keepsDraftFiles: reader.enumeration("draft-files", ["auto", "keep"], "auto") === "keep",
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
function readCommit(reader, name) {
    const commit = reader.optional(name);
    if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
        reader.wrong(name, commit, "a whole commit id of 40 hexadecimal digits");
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
function readFileVersions(reader) {
    const versions = reader.list("file-versions");
    if (versions.length === 1 && versions[0] === "any")
        return undefined;
    for (const version of versions)
        if (!/^\d+\.\d+\.\d+\S*$/.test(version))
            reader.wrong("file-versions", version, "a version such as `3.0.13`, or `any` alone");
    return versions;
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
const WEIGHT = { checks: 1, steps: 2, assets: 3, unused: 4 };
/** More assets are folded away. */
const MAX_OPEN_ASSETS = 10;
/** The report of a result, before or after it was carried out. Pure. */
function render(result) {
    return {
        title: result.dryRun ? "Release (dry run)" : "Release",
        summary: [
            ...failure(result),
            ...address(result),
            ...result.warnings.map((warning) => ({ kind: "alert", level: "warning", text: (0,prose/* prose */.C)(warning) })),
            checks(result),
            ...steps(result),
            ...assets(result),
            ...unusedNotes(result),
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
    const next = result.resumable ? " Run the job again: it goes on from there." : "";
    const text = [...(0,prose/* prose */.C)(result.failure), `. ${leftovers(result)}.${next}`];
    return [{ kind: "alert", level: "caution", text }];
}
function leftovers({ release, assets, steps }) {
    if (release === null)
        return "No release and no draft was left behind";
    if (release.uncertain === true)
        return "GitHub holds a draft, or the published release";
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
    ["fail", `${mark/* MARK */.M.fail} fail`],
    ["unknown", `${mark/* MARK */.M.unknown} unknown`],
    ["warning", `${mark/* MARK */.M.warning} warning`],
    ["pass", `${mark/* MARK */.M.pass} pass`],
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
        return (0,prose/* prose */.C)(message);
    return [...(0,prose/* prose */.C)(message), ` (line ${line})`];
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
            items: list.map(({ kind, message }) => [{ strong: STEP_WORDS[kind] }, ": ", ...(0,prose/* prose */.C)(message)]),
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
/** As text, to be copied. */
function unusedNotes({ unusedNotes: text }) {
    if (text === undefined || text === "")
        return [];
    const blocks = [{ kind: "code", language: "markdown", text, weight: WEIGHT.unused }];
    return [{ kind: "details", summary: "Notes that are not used", blocks }];
}
/** As GitHub will show them: text of commits is escaped, a changelog or a file is what its authors made it. */
function notes({ notes: { text, sources }, plan }) {
    if (plan.notes === "")
        return [];
    const summary = [{ strong: "Notes" }, ` from ${sources.join(", ")}, ${(0,quantity.counted)(text.length, "character")}:`];
    return [
        { kind: "paragraph", text: summary },
        { kind: "markdown", text: plan.notes },
    ];
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
    title: "Release",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    execute: execute,
    render: render,
    // Several releases of one job, as of the packages of a monorepo, each have a result folder.
    publication: ({ tag, token }) => ({ name: tag ?? "", token, comment: false }),
};


/***/ }),

/***/ 5718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qs: () => (/* binding */ foldersUpwards),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   o1: () => (/* binding */ resolvePath),
/* harmony export */   pT: () => (/* binding */ ManifestReader),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Collects what is found. */
class ManifestReader {
    #found = [];
    #problems = [];
    find(file, line, field, found, form = "semver") {
        this.#found.push({ file, line, field, found, form });
    }
    problem(file, line, message) {
        this.#problems.push({ file, line, message });
    }
    finish(skipped) {
        return { found: this.#found, problems: this.#problems, skipped };
    }
}
/** `a/b` of `a/b/Cargo.toml`; empty at the root. */
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash === -1 ? "" : path.slice(0, slash);
}
function joinPath(folder, name) {
    return folder === "" ? name : `${folder}/${name}`;
}
/** A folder and all above it, the nearest first; the root is empty. */
function foldersUpwards(folder) {
    const folders = [folder];
    while (folders.at(-1) !== "")
        folders.push(folderOf(folders.at(-1)));
    return folders;
}
/** A relative path seen from a folder; undefined when it leaves the repository. */
function resolvePath(folder, relative) {
    const parts = folder === "" ? [] : folder.split("/");
    for (const part of relative.split(/[/\\]/)) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join("/");
}
/** A value of a file, cut to a length that messages can quote. */
function quote(value) {
    const text = JSON.stringify(value) ?? String(value);
    return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}


/***/ })

};
