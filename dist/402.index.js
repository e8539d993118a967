export const id = 402;
export const ids = [402];
export const modules = {

/***/ 5402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action.js + 4 modules
var action = __webpack_require__(6178);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/errors.js
var errors = __webpack_require__(4977);
// EXTERNAL MODULE: ./build/js/packages/kit/src/git.js + 2 modules
var src_git = __webpack_require__(5096);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github.js
var github = __webpack_require__(7037);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github-urls.js
var github_urls = __webpack_require__(8180);
// EXTERNAL MODULE: ./build/js/packages/kit/src/inputs.js
var src_inputs = __webpack_require__(31);
// EXTERNAL MODULE: ./build/js/packages/versioning/src/semver.js
var semver = __webpack_require__(7823);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/tag.js

/** Longer names of tags are nothing that people write. */
const MAX_TAG_CHARACTERS = 500;
/** Undefined when the text is no such tag; `tagProblem` says why. */
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
    return (0,semver/* versionProblem */.Ec)(rest.replace(/^v/, "")) ?? "is no version";
}
/** The tag that was probably meant; undefined when there is no guess. */
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


/** Those tags that name a version of one prefix, the greatest version first. Anything else (`v1`, `nightly`) is no version. */
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

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/floating-tags.js


/**
 * Which floating tags move to a version. Only forward: to the greatest stable version of their line, never to a prerelease or to a
 * version with build metadata (which of two builds is newer, SemVer does not say).
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
            return decide("keep", `stays: it stands on ${fromTag}, which is no version of its line; move it by hand`);
        }
        return decide("move", `moves from ${fromTag ?? "a commit without a version"} to ${tag.text}`);
    }
}
function mayFloat(tag) {
    return isStable(tag) && tag.version.build.length === 0;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/previous-tag.js


/**
 * The tag that a release's notes begin after: of the same prefix the greatest lower version. Dates play no part: a back-port 1.9.9 after
 * 2.0.0 follows 1.9.8.
 *
 * For a stable release all prereleases are skipped, its own (2.0.0-rc.1) and ones that never became stable (1.9.0-rc.1): who uses
 * stable versions has seen none of them. Versions that differ in build metadata alone come neither before nor after each other.
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
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/js/packages/kit/src/shown-path.js
var shown_path = __webpack_require__(9573);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/js/actions/release/src/asset-files.js







/** GitHub takes files below 2 GiB ("less than 2 GiB"; one of exactly that size gets status 500). */
const MAX_ASSET_BYTES = 2 * 1024 ** 3 - 1;
/**
 * The files that the lines of the input ask for, measured and hashed, in the order of the lines. A file that several lines find counts once, and
 * the name that one of them gives it wins.
 */
async function findAssetFiles(lines, excluded, directory, workspace) {
    const problems = [];
    const names = new Map();
    for (const { pattern, name } of lines) {
        const found = await expand(pattern, excluded, directory);
        if (found.length === 0)
            problems.push(`${(0,src_inputs/* quote */.hD)(pattern)} finds no file in ${directory}; was everything built?`);
        if (found.length > 1 && name !== undefined) {
            problems.push(`${(0,src_inputs/* quote */.hD)(pattern)} finds ${found.length} files, and all of them would be called ${(0,src_inputs/* quote */.hD)(name)}`);
            continue;
        }
        for (const path of found.sort())
            names.set(path, name ?? names.get(path));
    }
    const files = [];
    const root = (0,external_node_fs_.realpathSync)(workspace);
    for (const [path, name] of names) {
        const problem = fileProblem(path, root);
        const shown = (0,shown_path/* shownPath */.p)(path, directory);
        if (problem !== undefined)
            problems.push(`${(0,src_inputs/* quote */.hD)(shown)} ${problem}`);
        else
            files.push({ path, shown, name, ...(await measure(path)) });
    }
    return { files, problems };
}
/** A pattern that is the literal path of a file is taken as one: names may hold brackets. */
async function expand(pattern, excluded, directory) {
    const options = { cwd: directory, absolute: true, dot: true, onlyFiles: true, ignore: ["**/.git/**", ...excluded] };
    const found = await (0,dist/* glob */.TI)(pattern, options);
    if (found.length > 0 || !/[[\](){}]/.test(pattern))
        return found;
    return (0,dist/* glob */.TI)(pattern.replace(/[[\](){}]/g, "\\$&"), options);
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

// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var globs = __webpack_require__(5931);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/manifest.js
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
/** What is quoted of a file is short. */
function quote(value) {
    const text = JSON.stringify(value) ?? String(value);
    return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}
function withoutMark(text) {
    return text.startsWith("\ufeff") ? text.slice(1) : text;
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var src_json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/toml.js




/** A file that cannot be read, and the line where. */
class TomlProblem extends report_error/* ReportError */.$ {
    line;
    constructor(line, message) {
        super(message);
        this.line = line;
    }
}
/** @throws TomlProblem */
function readToml(text) {
    const toml = withoutMark(text);
    const root = new src_json/* JsonValue */.e(parseToml(toml), "");
    const places = placesOf(toml);
    return {
        root,
        lineOf(path) {
            const name = path.join("\0");
            const table = path.slice(0, -1).join("\0");
            return places.keys.get(name) ?? places.tables.get(name) ?? places.tables.get(table) ?? 1;
        },
        lineInElement(table, index, key) {
            const element = places.elements.get(table)?.[index];
            return element?.keys.get(key) ?? element?.line ?? 1;
        },
    };
}
function parseToml(toml) {
    try {
        return (0,smol_toml_dist/* parse */.qg)(toml);
    }
    catch (error) {
        const line = error instanceof smol_toml_dist/* TomlError */.zx ? error.line : 1;
        const message = error.message.split("\n")[0].replace(/^Invalid TOML document: /, "");
        throw new TomlProblem(line, `is no TOML: ${message}`);
    }
}
/** Only of valid TOML, so a line is a header, a key, or inside a value; keys inside strings of several lines are passed over. */
function placesOf(toml) {
    const places = { keys: new Map(), tables: new Map(), elements: new Map() };
    let table = [];
    let elementKeys;
    let quotes;
    for (const [at, line] of toml.split("\n").entries()) {
        const text = line.trim();
        const wasInside = quotes !== undefined;
        quotes = quotesAfter(text, quotes);
        if (wasInside || text === "" || text.startsWith("#"))
            continue;
        if (text.startsWith("[")) {
            const isElement = text.startsWith("[[");
            const name = keyParts(text.slice(isElement ? 2 : 1));
            if (name === undefined)
                continue;
            table = name;
            elementKeys = undefined;
            if (!places.tables.has(name.join("\0")))
                places.tables.set(name.join("\0"), at + 1);
            if (isElement) {
                elementKeys = new Map();
                const elements = places.elements.get(name.join("\0")) ?? [];
                places.elements.set(name.join("\0"), elements);
                elements.push({ line: at + 1, keys: elementKeys });
            }
            continue;
        }
        const key = keyParts(text);
        if (key === undefined)
            continue;
        elementKeys?.set(key.join("\0"), at + 1);
        const path = [...table, ...key];
        // `version.workspace = true` is also where `version` stands.
        for (let length = table.length + 1; length <= path.length; length++) {
            const name = path.slice(0, length).join("\0");
            if (!places.keys.has(name))
                places.keys.set(name, at + 1);
        }
    }
    return places;
}
/** The open quotes of a string of several lines after a line. */
function quotesAfter(text, before) {
    let quotes = before;
    let at = 0;
    while (at < text.length) {
        if (quotes !== undefined) {
            const end = text.indexOf(quotes, at);
            if (end === -1)
                return quotes;
            quotes = undefined;
            at = end + 3;
            continue;
        }
        const opening = /"""|'''|#/g;
        opening.lastIndex = at;
        const start = opening.exec(text);
        if (start === null || start[0] === "#")
            return undefined;
        quotes = start[0];
        at = start.index + 3;
    }
    return quotes;
}
/** The parts of a dotted key at a text's start; deeper ones than anybody writes are not looked at. */
function keyParts(text) {
    const parts = [];
    const part = /[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\\]*)"|'([^']*)')[ \t]*([.=\]]?)/y;
    while (parts.length < 16) {
        const match = part.exec(text);
        if (match === null)
            return undefined;
        parts.push(match[1] ?? match[2] ?? match[3] ?? "");
        if (match[4] !== ".")
            return match[4] === "" ? undefined : parts;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/cargo-toml.js


/**
 * A crate's version, or a workspace's (https://doc.rust-lang.org/cargo/reference/manifest.html#the-version-field): `package.version`, which may be
 * inherited (`version.workspace = true`) from the nearest manifest above with a `[workspace]`, or the one that `package.workspace` names. A
 * manifest without `package` gives `workspace.package.version`. In Cargo.lock beside the workspace's root the entries of these crates
 * (told by name, and by having no `source`) must have it, too.
 *
 * @param files needs every Cargo.toml and Cargo.lock of the repository: which of them matter is known only here
 */
function readCargoToml(path, files) {
    const reader = new ManifestReader();
    const manifests = new Map();
    const manifest = open(path);
    if (manifest === undefined)
        return reader.finish();
    const crate = manifest.root.get("package");
    if (crate.isObject) {
        readCrate(manifest, crate);
        return reader.finish();
    }
    if (!manifest.root.get("workspace").isObject) {
        reader.problem(path, 1, "has neither a package nor a workspace");
        return reader.finish();
    }
    readInherited(path, manifest);
    const folder = folderOf(path);
    const members = [...files.keys()].filter((each) => isMember(each, path)).map((each) => nameOf(open(each)));
    checkLock(folder, members);
    return reader.finish();
    /** Reads a manifest once; undefined when there is none, or it is no TOML, which is said once. */
    function open(file) {
        if (manifests.has(file))
            return manifests.get(file);
        let read;
        const text = files.get(file);
        try {
            if (text === undefined)
                reader.problem(file, 1, "is not there");
            else
                read = readToml(text);
        }
        catch (error) {
            if (!(error instanceof TomlProblem))
                throw error;
            reader.problem(file, error.line, error.message);
        }
        manifests.set(file, read);
        return read;
    }
    /** A manifest that nobody asked about (a test's fixture) may be broken: cargo would complain if it were a member. */
    function openQuietly(file) {
        if (manifests.has(file))
            return manifests.get(file);
        try {
            const read = readToml(files.get(file));
            manifests.set(file, read);
            return read;
        }
        catch (error) {
            if (!(error instanceof TomlProblem))
                throw error;
            return undefined;
        }
    }
    function readCrate(own, package_) {
        const version = package_.get("version");
        const line = own.lineOf(["package", "version"]);
        const rootPath = workspaceOf(path, package_, own);
        if (version.isObject) {
            if (version.get("workspace").raw !== true) {
                reader.problem(path, line, `has ${quote(version.raw)} for package.version; write a string or \`version.workspace = true\``);
                return;
            }
            if (rootPath === undefined) {
                reader.problem(path, line, "inherits its version, but no Cargo.toml above it has a [workspace]");
                return;
            }
            const root = open(rootPath);
            if (root === undefined)
                return;
            readInherited(rootPath, root);
        }
        else if (version.isMissing) {
            // Since Cargo 1.75 a crate may do without; it is 0.0.0 then.
            reader.find(path, own.lineOf(["package"]), "package.version (not set)", "0.0.0");
        }
        else if (typeof version.raw === "string")
            reader.find(path, line, "package.version", version.raw);
        else
            reader.problem(path, line, `has ${quote(version.raw)} for package.version; write a string`);
        checkLock(folderOf(rootPath ?? path), [nameOf(own)]);
    }
    function readInherited(rootPath, root) {
        const version = root.root.get("workspace").get("package").get("version");
        const line = root.lineOf(["workspace", "package", "version"]);
        if (typeof version.raw === "string")
            reader.find(rootPath, line, "workspace.package.version", version.raw);
        else
            reader.problem(rootPath, line, "has no workspace.package.version");
    }
    /** The manifest of the workspace that a crate is in; its own where it has a `[workspace]`. */
    function workspaceOf(file, package_, own) {
        const named = package_.get("workspace").raw;
        if (typeof named === "string") {
            const folder = resolvePath(folderOf(file), named);
            return folder === undefined ? undefined : joinPath(folder, "Cargo.toml");
        }
        if (own.root.get("workspace").isObject)
            return file;
        return foldersUpwards(folderOf(file))
            .map((folder) => joinPath(folder, "Cargo.toml"))
            .find((each) => each !== file && files.has(each) && open(each)?.root.get("workspace").isObject === true);
    }
    /** Whether a crate inherits its version from a workspace's manifest. */
    function isMember(file, rootPath) {
        if (file === rootPath || (file !== "Cargo.toml" && !file.endsWith("/Cargo.toml")))
            return false;
        if (!isWithin(file, folderOf(rootPath)) || !files.get(file).includes("workspace"))
            return false;
        const own = openQuietly(file);
        const package_ = own?.root.get("package");
        if (own === undefined || package_?.get("version").get("workspace").raw !== true)
            return false;
        return workspaceOf(file, package_, own) === rootPath;
    }
    function checkLock(folder, names) {
        const lockPath = joinPath(folder, "Cargo.lock");
        if (names.length === 0 || !files.has(lockPath))
            return;
        const lock = open(lockPath);
        const packages = lock?.root.get("package");
        if (lock === undefined || packages?.isList !== true)
            return;
        const entries = [...packages.items()]
            .map((entry, index) => ({ entry, index }))
            .filter(({ entry }) => entry.get("source").isMissing);
        for (const name of names) {
            if (name === undefined)
                continue;
            const own = entries.filter(({ entry }) => entry.get("name").raw === name);
            if (own.length === 0) {
                reader.problem(lockPath, 1, `has no entry for the crate ${quote(name)}; run \`cargo update --workspace\``);
            }
            for (const { entry, index } of own) {
                const line = lock.lineInElement("package", index, "version");
                const version = entry.get("version").raw;
                if (typeof version === "string")
                    reader.find(lockPath, line, `the version of ${name}`, version);
                else
                    reader.problem(lockPath, line, `has ${quote(version)} for the version of ${quote(name)}`);
            }
        }
    }
}
function nameOf(manifest) {
    const name = manifest.root.get("package").get("name").raw;
    return typeof name === "string" ? name : undefined;
}
function isWithin(file, folder) {
    return folder === "" || file.startsWith(`${folder}/`);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/chart-yaml.js


/** Helm's charts are shorter by far, and the parser's time grows faster than what it reads. */
const MAX_CHART_CHARACTERS = 100_000;
/**
 * A Helm chart's `version` and, where it has one, its `appVersion` (https://helm.sh/docs/topics/charts/): both may begin with `v`. Unquoted, 1.10
 * is the number 1.1, which is a problem and not a version.
 */
function readChartYaml(path, files) {
    const reader = new ManifestReader();
    const text = files.get(path);
    if (text === undefined) {
        reader.problem(path, 1, "is not there");
        return reader.finish();
    }
    if (text.length > MAX_CHART_CHARACTERS) {
        reader.problem(path, 1, `has more than ${MAX_CHART_CHARACTERS} characters`);
        return reader.finish();
    }
    const lineCounter = new yaml_dist/* LineCounter */.HN();
    const root = parse(withoutMark(text), lineCounter);
    if (root instanceof YamlProblem) {
        reader.problem(path, root.line, `is no YAML: ${root.message}`);
        return reader.finish();
    }
    for (const field of ["version", "appVersion"]) {
        const node = (0,yaml_dist/* isMap */.jh)(root) ? root.get(field, true) : undefined;
        if (node === undefined) {
            if (field === "version")
                reader.problem(path, 1, "has no version");
            continue;
        }
        const offset = (0,yaml_dist/* isScalar */.jn)(node) ? node.range?.[0] : undefined;
        const line = offset === undefined ? 1 : Math.max(1, lineCounter.linePos(offset).line);
        const value = (0,yaml_dist/* isScalar */.jn)(node) ? node.value : undefined;
        if (typeof value === "string")
            reader.find(path, line, field, value, "semver-or-v");
        else
            reader.problem(path, line, `has ${quote(value)} for ${field}; write it in quotes`);
    }
    return reader.finish();
}
class YamlProblem {
    line;
    message;
    constructor(line, message) {
        this.line = line;
        this.message = message;
    }
}
/** The document's content, or what is wrong. */
function parse(text, lineCounter) {
    try {
        // Pretty errors cost a search of the text each.
        const document = (0,yaml_dist/* parseDocument */.Tp)(text, { lineCounter, logLevel: "silent", prettyErrors: false });
        const [error] = document.errors;
        if (error === undefined)
            return document.contents;
        return new YamlProblem(Math.max(1, lineCounter.linePos(error.pos[0]).line), error.message);
    }
    catch (error) {
        // Deep nesting ends the parser's stack.
        return new YamlProblem(1, error.message);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/go-mod.js


/** The path of a Go module (https://go.dev/ref/mod#go-mod-file-module), which says its major version and nothing more. */
function readGoMod(path, files) {
    const reader = new ManifestReader();
    const text = files.get(path);
    if (text === undefined) {
        reader.problem(path, 1, "is not there");
        return reader.finish();
    }
    let inBlock = false;
    for (const [at, line] of withoutMark(text).split("\n").entries()) {
        const words = line.replace(/\/\/.*/s, "").trim();
        const rest = inBlock ? words : /^module(?=[\s("`])/.test(words) ? words.slice("module".length).trim() : undefined;
        if (rest === undefined || rest === "")
            continue;
        if (rest === "(") {
            inBlock = true;
            continue;
        }
        if (rest === ")")
            break;
        const module = rest.replace(/^(["`])(.*)\1$/, "$2");
        if (MODULE_PATH.test(module))
            reader.find(path, at + 1, "module", module, "go-module");
        else
            reader.problem(path, at + 1, `has ${quote(module)} for the path of its module`);
        return reader.finish();
    }
    reader.problem(path, 1, "has no module line");
    return reader.finish();
}
/** https://go.dev/ref/mod#go-mod-file-ident; longer ones than a file's name nobody has. */
const MODULE_PATH = /^[A-Za-z0-9._~/-]{1,255}$/;
/**
 * Why a module is not what a tag releases, if so (https://go.dev/ref/mod#vcs-version): from 2 on its path ends in `/vN`, below it does not (on
 * gopkg.in `.vN` always); below the root the tag is `dir/v1.2.3`, where a last part of the folder that only says `vN` does not count; and
 * Go does not see tags with build metadata.
 */
function goModuleProblem(module, file, tag) {
    const { major, build } = tag.version;
    const folder = folderOf(file);
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

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/json-lines.js
/**
 * The line on which the value at a path begins in a text that is valid JSON; undefined when there is none. Of two members of one name the
 * last counts, as for JSON.parse.
 */
function lineOfValue(text, path) {
    let at = 0;
    let line = 1;
    /** How many parts of the path the open objects match; what is deeper has -1. */
    const matched = [];
    let keyMatches = 0;
    let found;
    while (at < text.length) {
        const character = text[at];
        if (character === "\n")
            line++;
        else if (character === "{" || character === "[") {
            noteValue();
            matched.push(character === "{" ? keyMatches : -1);
            keyMatches = -1;
        }
        else if (character === "}" || character === "]") {
            matched.pop();
            keyMatches = -1;
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (isKey(text, end)) {
                const depth = matched.at(-1) ?? -1;
                const isNext = depth >= 0 && depth < path.length && JSON.parse(text.slice(at, end)) === path[depth];
                keyMatches = isNext ? depth + 1 : -1;
                // A later member of the same name takes the place of what was found in an earlier one.
                if (isNext && keyMatches <= path.length)
                    found = undefined;
            }
            else {
                noteValue();
                keyMatches = -1;
            }
            at = end;
            continue;
        }
        else if (/[-0-9tfn]/.test(character)) {
            noteValue();
            keyMatches = -1;
            while (at + 1 < text.length && /[-+.0-9a-zA-Z]/.test(text[at + 1]))
                at++;
        }
        at++;
    }
    return found;
    function noteValue() {
        if (keyMatches === path.length && matched.length > 0)
            found = line;
    }
}
function endOfString(text, start) {
    let at = start + 1;
    while (at < text.length && text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at + 1;
}
function isKey(text, end) {
    let at = end;
    while (at < text.length && " \t\r\n".includes(text[at]))
        at++;
    return text[at] === ":";
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/package-json.js




const LOCKS = ["npm-shrinkwrap.json", "package-lock.json"];
/**
 * An npm package's version, and what its lock files say: beside it `version` and `packages[""].version`, above it, where it is a workspace,
 * `packages["its/folder"].version`. A private package without version is never published and is skipped.
 *
 * @param files needs every package-lock.json and npm-shrinkwrap.json beside and above it
 */
function readPackageJson(path, files) {
    const reader = new ManifestReader();
    const root = open(path);
    if (root === undefined)
        return reader.finish();
    const version = root.get("version");
    if (version.isMissing) {
        if (root.get("private").raw === true)
            return reader.finish("is private and has no version");
        reader.problem(path, 1, "has no version");
        return reader.finish();
    }
    note(path, root, ["version"], "version");
    const folder = folderOf(path);
    for (const above of foldersUpwards(folder)) {
        const place = above === folder ? "" : folder.slice(above === "" ? 0 : above.length + 1);
        for (const name of LOCKS) {
            const lockPath = joinPath(above, name);
            const lock = files.has(lockPath) ? open(lockPath) : undefined;
            if (lock === undefined)
                continue;
            if (place === "")
                note(lockPath, lock, ["version"], "version");
            note(lockPath, lock, ["packages", place, "version"], `packages["${place}"].version`);
        }
    }
    return reader.finish();
    function open(file) {
        const text = files.get(file);
        if (text === undefined) {
            reader.problem(file, 1, "is not there");
            return undefined;
        }
        try {
            const json = (0,src_json/* parseJson */.q)([new TextEncoder().encode(text)]);
            if (!json.isObject)
                throw json.not("an object");
            return json;
        }
        catch (error) {
            if (!(error instanceof report_error/* ReportError */.$))
                throw error;
            reader.problem(file, 1, error.message);
            return undefined;
        }
    }
    /** A lock file of an old npm, or of other folders, has no such member. */
    function note(file, json, keys, field) {
        const value = keys.reduce((each, key) => each.get(key), json);
        if (value.isMissing)
            return;
        const line = lineOfValue(files.get(file), keys) ?? 1;
        if (typeof value.raw === "string")
            reader.find(file, line, field, value.raw);
        else
            reader.problem(file, line, `has ${quote(value.raw)} for ${field}; write a string`);
    }
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
    const [first] = version.prerelease;
    if (first !== undefined && /^(?:[0-9]+$|post|rev|r(?![c])|[0-9]*-)/i.test(first))
        return undefined;
    const normal = normalizePep440((0,semver/* formatVersion */.qh)(version));
    return normal?.includes(".post") === true ? undefined : normal;
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

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/pyproject.js


/**
 * A Python project's version: `project.version` (PEP 621) and Poetry's own. Where `project.dynamic` has it, the build finds it elsewhere,
 * often in the tag itself, and there is nothing to compare.
 */
function readPyproject(path, files) {
    const reader = new ManifestReader();
    const text = files.get(path);
    if (text === undefined) {
        reader.problem(path, 1, "is not there");
        return reader.finish();
    }
    let toml;
    try {
        toml = readToml(text);
    }
    catch (error) {
        if (!(error instanceof TomlProblem))
            throw error;
        reader.problem(path, error.line, error.message);
        return reader.finish();
    }
    let isStated = false;
    for (const keys of [["project"], ["tool", "poetry"]]) {
        const version = keys.reduce((each, key) => each.get(key), toml.root).get("version");
        if (version.isMissing)
            continue;
        isStated = true;
        const field = [...keys, "version"].join(".");
        const line = toml.lineOf([...keys, "version"]);
        if (typeof version.raw === "string")
            reader.find(path, line, field, version.raw, "pep440");
        else
            reader.problem(path, line, `has ${quote(version.raw)} for ${field}; write a string`);
    }
    if (isStated)
        return reader.finish();
    const dynamic = toml.root.get("project").get("dynamic");
    if (dynamic.isList && dynamic.list().includes("version"))
        return reader.finish("leaves its version to the build");
    reader.problem(path, 1, "has neither project.version nor tool.poetry.version");
    return reader.finish();
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/version-files.js







const READERS = {
    "Cargo.toml": readCargoToml,
    "package.json": readPackageJson,
    "go.mod": readGoMod,
    "pyproject.toml": readPyproject,
    "Chart.yaml": readChartYaml,
};
/** The names of files that can be compared with a tag. */
const VERSION_FILE_NAMES = Object.keys(READERS);
/** Their names, and those of files that they may need: all of these in the repository must be given. */
const READ_FILE_NAMES = [
    ...VERSION_FILE_NAMES,
    "Cargo.lock",
    "package-lock.json",
    "npm-shrinkwrap.json",
];
/**
 * Compares a tag with what files say, all of them at once. With nothing in `agreeing` and `problems` nothing was compared: that is for the
 * caller to refuse.
 *
 * @param paths of manifests, by the names in `VERSION_FILE_NAMES`
 * @param files contents of all files that are named in `READ_FILE_NAMES`
 */
function compareVersionFiles(tag, paths, files) {
    const agreeing = new Map();
    const problems = new Map();
    const skipped = [];
    // Two crates of a workspace find the same line: it is said once.
    const addProblem = (problem) => problems.set(`${problem.file}\0${problem.line}\0${problem.message}`, problem);
    for (const path of new Set(paths)) {
        const name = path.split("/").at(-1);
        if (!Object.hasOwn(READERS, name)) {
            addProblem({ file: path, line: 1, message: `is none of ${VERSION_FILE_NAMES.join(", ")}` });
            continue;
        }
        const reading = READERS[name](path, files);
        if (reading.skipped !== undefined)
            skipped.push({ file: path, reason: reading.skipped });
        for (const problem of reading.problems)
            addProblem(problem);
        for (const found of reading.found) {
            const message = disagreement(tag, found);
            if (message === undefined)
                agreeing.set(`${found.file}\0${found.line}\0${found.field}`, found);
            else
                addProblem({ file: found.file, line: found.line, message });
        }
    }
    const byPlace = (a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
    return { agreeing: [...agreeing.values()], problems: [...problems.values()].sort(byPlace), skipped };
}
/** What a file says instead of the tag's version, to stand after its name; undefined when it says that. */
function disagreement(tag, { file, field, found, form }) {
    if (form === "go-module")
        return goModuleProblem(found, file, tag);
    const wanted = (0,semver/* formatVersion */.qh)(tag.version);
    const stated = shorten(found);
    if (form === "pep440") {
        const written = writtenPep440(tag.version);
        if (written === undefined)
            return `cannot have the version ${wanted}: Python has none such (PEP 440)`;
        const normal = normalizePep440(found);
        if (normal === undefined)
            return `has \`${stated}\` for ${field}, which is no Python version; write ${written}`;
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/text-file.js

/** Undefined for what cannot be read, as what is tracked and not there (a sparse checkout). */
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/manifest-files.js






/** Folders whose manifests are other people's, or examples. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;
/**
 * Reads the manifests that a tag is compared with, and the lock files and workspaces beside them, from the work tree.
 *
 * @param tracked every tracked path, from the repository's root; @param folder of the working directory, `` for the root
 */
function readManifests(root, tracked, folder, tag, wanted) {
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
    if (wanted === "auto")
        return { ...usualManifests(manifests, folder, tag), files, unmatched: [] };
    const inFolder = folder === "" ? "" : `${folder}/`;
    const paths = new Set();
    const unmatched = [];
    const excluded = wanted.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
    const isExcluded = (0,globs/* pathFilter */.Y)(excluded);
    for (const pattern of wanted.filter((each) => !each.startsWith("!"))) {
        // A path means the file in that place alone, though a pattern without a slash would match in every folder.
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
    return { paths: [...paths], files, unmatched, searched: undefined };
}
/**
 * The manifests at the top for the repository's own tags; for `x/pkg/v1.2.3` those of the folder `x/pkg`, for `pkg-v1.2.3` those of the folder `pkg`, or else
 * of every folder of that name.
 */
function usualManifests(manifests, folder, tag) {
    const inFolder = (where) => manifests.filter((path) => folderOf(path) === where);
    if (tag.prefix === "")
        return { paths: inFolder(folder), searched: folder === "" ? "the top folder" : folder };
    const name = packageFolder(tag);
    const exact = inFolder(name);
    if (exact.length > 0 || name.includes("/"))
        return { paths: exact, searched: name };
    const named = manifests.filter((path) => folderOf(path).endsWith(`/${name}`) && !FOREIGN.test(path));
    return { paths: named, searched: `folders named ${name}` };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/journal.js
/** What was done so far, said as it happens: a run that breaks off tells how far it came. */
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
}
/** The release cannot be finished: what was found, and what to do. Everything that was done stays, and the next run goes on from there. */
class ReleaseFailure extends Error {
    name = "ReleaseFailure";
}
/** The release that was worked on is gone: another job found it to be a duplicate, or somebody deleted it. */
class ReleaseGone extends Error {
    name = "ReleaseGone";
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/release-api.js


/** The few routes of releases, in one repository. Every method throws GitHubError after its last attempt. */
class ReleaseApi {
    #github;
    #repository;
    constructor(github, { owner, name }) {
        this.#github = github;
        this.#repository = { owner, repo: name };
    }
    /** The newest thousand, newest first; drafts too, where the token may push. */
    async list() {
        const releases = [];
        for await (const release of this.#github.paginate(`GET ${RELEASES}`, this.#repository)) {
            releases.push(release);
            if (releases.length === MAX_LISTED)
                break;
        }
        return releases;
    }
    /** Published ones only. */
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
    /** One that is gone already is as good as deleted. */
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
    /** Tags that begin with a text, each with the commit it leads to. */
    async tags(start) {
        const tags = new Map();
        const wanted = { ...this.#repository, ref: `tags/${start}` };
        const refs = await this.#github.request(`GET ${GIT}/matching-refs/{ref}`, wanted);
        for (const { ref, object } of refs)
            tags.set(ref.slice("refs/tags/".length), await this.#peel(object));
        return tags;
    }
    /** @param force also to a commit that does not descend from the one it stands on. */
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
/** GitHub answers 500 to pages further back (release-drafter lists no more, either). */
const MAX_LISTED = 1000;
const RELEASES = "/repos/{owner}/{repo}/releases";
const GIT = "/repos/{owner}/{repo}/git";
async function orGone(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof github.GitHubError && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Whether an asset has the content of a file. Servers without digests tell only its size: enough to leave a published file alone, which nothing may
 * replace, and too little to trust a draft's.
 */
function isSameContent({ state, digest, size }, file, isDraft) {
    if (state !== "uploaded")
        return false;
    return digest == null ? !isDraft && size === file.size : digest === `sha256:${file.sha256}`;
}
/**
 * Where to upload to, without the template's end. A token goes only to a host of the API's own: `uploads.github.com`, `uploads.NAME.ghe.com`, or
 * the API's host itself on GitHub Enterprise Server.
 *
 * @throws ReleaseFailure for any other.
 */
function uploadAddress(release, apiUrl) {
    const url = new URL(release.upload_url.replace(/\{.*$/s, ""));
    const api = new URL(apiUrl);
    const hosts = [api.hostname, api.hostname.replace(/^api\./, "uploads.")];
    if (!hosts.includes(url.hostname) || url.protocol !== api.protocol || url.username !== "")
        throw new ReleaseFailure(`GitHub sends uploads to ${url.host}, which is no host of ${api.host}: the token stays here`);
    return url;
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/actions/release/src/remote.js

const OFFLINE = "the remote does not answer";
const TOO_SHORT = "the clone lacks history, and it cannot be fetched; check out with `fetch-depth: 0`";
/**
 * Which of the allowed branches holds a commit. A clone of a tag alone, or a shallow one, has too little history to tell: more is fetched
 * until the commit is found.
 *
 * @param allowed globs; undefined: any branch will do.
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
/** Makes a tag's commit available with the history up to another commit. @returns whether the range between them is whole. */
async function fetchRange(git, remote, tag, from, to) {
    if ((await git.resolve(from)) === undefined)
        await git.fetchRefs(remote.name, [`+refs/tags/${tag}:refs/tags/${tag}`]);
    const bases = () => git.mergeBases(from, to).catch(() => []);
    const found = await git.deepenUntil(bases, (shas) => shas.length > 0);
    return found.length > 0 || !(await git.isShallow());
}
/** Known facts of what the remote says, unknown where it does not. */
function fromRemote(remote, read) {
    return remote.refs === undefined ? { unknown: OFFLINE } : { known: read(remote.refs) };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/collect.js















/** Reads all that the plan needs, and changes nothing. */
async function collect(inputs, io) {
    const { log } = io;
    const event = io.event();
    const directory = (0,external_node_path_.resolve)(io.workspace, inputs.workingDirectory);
    const git = new src_git/* Git */.T(directory, {
        environment: io.environment,
        credentials: { serverUrl: event.serverUrl, token: inputs.token },
    });
    const root = await git.root();
    const tag = chooseTag(inputs, event.ref);
    const repository = { ...(inputs.targetRepository ?? event.repository), serverUrl: event.serverUrl };
    const api = inputs.token === ""
        ? undefined
        : new ReleaseApi(new github.GitHub({ token: inputs.token, ...(0,github_urls/* apiUrls */.z)(io.environment), log }), repository);
    const checkedOutCommit = await headOf(git);
    const commit = inputs.commit ?? checkedOutCommit;
    const { remote, tags } = await log.group("Reading tags and branches", async () => {
        const remoteRefs = await openRemote(git, `${event.serverUrl}/${event.repository.owner}/${event.repository.name}`);
        return { remote: remoteRefs, tags: await readTags(git, remoteRefs, tag) };
    });
    const defaultBranch = event.defaultBranch ?? "main";
    const allowed = inputs.allowedBranches === "any"
        ? undefined
        : inputs.allowedBranches === "default"
            ? [defaultBranch]
            : inputs.allowedBranches;
    const branch = await log.group("Finding the branch", () => findBranch(git, remote, commit, allowed));
    const tracked = await git.listFiles();
    const folder = (0,external_node_path_.relative)(root, directory).split(external_node_path_.sep).join("/");
    const versionFiles = inputs.versionFiles === "none" ? undefined : readManifests(root, tracked, folder, tag, inputs.versionFiles);
    const changelog = readChangelog(inputs, directory, tag);
    const previous = findPreviousTag(tag, tags.all.keys());
    const releases = await log.group("Looking for releases of the tag", () => listReleases(api, inputs));
    const notes = await log.group("Gathering the notes", () => gatherNotes(chooseNotes(inputs, changelog?.text), {
        inputs,
        directory,
        git,
        remote,
        tag,
        commit,
        previousTag: previous.tag,
        tracked,
        tags,
        api,
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
        isAncestor: await ancestry(git, remote, inputs, tag, commit, tags),
        changesWorkflows: await changesWorkflows(git, `refs/remotes/${remote.name}/${defaultBranch}`, commit),
    };
}
/** @throws UserError when neither the input nor the run names a version. */
function chooseTag(inputs, ref) {
    if (inputs.tag !== undefined)
        return parseTag(inputs.tag);
    if (!ref.startsWith("refs/tags/")) {
        throw new errors/* UserError */.yo(`input \`tag\` is empty, and the run is for ${(0,src_inputs/* quote */.hD)(ref)}, no tag; write \`tag: v1.2.3\`, or run the workflow \`on: push: tags: ["v*"]\``);
    }
    const name = ref.slice("refs/tags/".length);
    const tag = parseTag(name);
    if (tag !== undefined)
        return tag;
    throw new errors/* UserError */.yo(`the tag ${(0,src_inputs/* quote */.hD)(name)}, which the run is for, ${tagProblem(name)}`);
}
async function headOf(git) {
    const head = await git.resolve("HEAD");
    if (head !== undefined)
        return head;
    throw new errors/* UserError */.yo("the repository has no commit; put actions/checkout before this step");
}
/** `origin`, as actions/checkout leaves it; without one the repository's own address. */
async function openRemote(git, address) {
    const name = (await git.hasRemote("origin")) ? "origin" : address;
    return { name, refs: await git.remoteRefs(name) };
}
async function readTags(git, remote, tag) {
    const here = await git.tags();
    return {
        all: new Map([...here, ...(remote.refs?.tags ?? [])]),
        here: here.get(tag.text),
        onGitHub: fromRemote(remote, (refs) => refs.tags.get(tag.text)),
    };
}
/** The named file, the package's own, or the repository's. */
function readChangelog(inputs, directory, tag) {
    if (inputs.changelog === "none")
        return undefined;
    if (inputs.changelog !== "auto")
        return { path: inputs.changelog.path, text: readText((0,external_node_path_.join)(directory, inputs.changelog.path)) };
    const own = tag.prefix === "" ? [] : [`${packageFolder(tag)}/CHANGELOG.md`];
    const path = [...own, "CHANGELOG.md"].find((each) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, each)));
    return path === undefined ? undefined : { path, text: readText((0,external_node_path_.join)(directory, path)) };
}
function chooseNotes(inputs, changelog) {
    if (inputs.notes !== "auto")
        return inputs.notes;
    return changelog === undefined ? ["commits"] : ["changelog"];
}
/** @throws UserError when GitHub refuses; a dry run goes on without knowing. */
async function listReleases(api, inputs) {
    return ask("list the releases", api, inputs, (there) => there.list());
}
async function ask(what, api, inputs, question) {
    if (api === undefined)
        return { unknown: "the input `github-token` is empty" };
    try {
        return { known: await question(api) };
    }
    catch (error) {
        if (!(error instanceof github.GitHubError))
            throw error;
        if (inputs.dryRun)
            return { unknown: error.message };
        throw new errors/* UserError */.yo(`GitHub does not let us ${what}: ${error.message}`, { cause: error });
    }
}
async function gatherNotes(sources, context) {
    const parts = [];
    for (const source of sources)
        parts.push(await gatherPart(source, context));
    return parts;
}
async function gatherPart(source, context) {
    const { inputs, directory, tag, commit, previousTag, api } = context;
    switch (source) {
        case "changelog":
            return { source };
        case "commits":
            return { source, ...(await readCommits(context)) };
        case "github":
            return {
                source,
                text: await ask("generate notes", api, inputs, (there) => there.generateNotes(tag.text, commit, previousTag?.text)),
            };
        case "file": {
            const path = inputs.notesFile;
            const text = readText((0,external_node_path_.resolve)(directory, path));
            if (text === undefined)
                throw new errors/* UserError */.yo(`input \`notes-file\`: ${(0,src_inputs/* quote */.hD)(path)} cannot be read in ${directory}`);
            return { source, text };
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
/** Only where no version's tag says that a move is forward, the history must. */
async function ancestry(git, remote, { floatingTags }, tag, commit, tags) {
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
async function changesWorkflows(git, defaultBranch, commit) {
    const base = await git.resolve(defaultBranch);
    if (base === undefined || base === commit)
        return false;
    const paths = await git.changedPaths(base, commit).catch(() => []);
    return paths.some((path) => path.startsWith(".github/workflows/"));
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/asset-name.js
/** Enforced since 2025-07. */
const MAX_ASSETS = 1000;
/**
 * The name that GitHub stores for an uploaded file: the rule that its own `gh release upload` foretells (`sanitizeFileName`). Accents go;
 * everything but ASCII letters, digits and `-_+@` becomes a dot; runs of dots become one; dots at the ends go. What began with a dot, or
 * was changed and has no dot left, gets `default` in front. The rule has changed over the years: compare the name that the answer to an upload has.
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
/** `dist/app => app-linux`. Undefined name: the file's own. A string is what is wrong with the line. */
function parseAssetLine(line) {
    const parts = line.split("=>").map((part) => part.trim());
    const [pattern = "", name] = parts;
    if (parts.length > 2)
        return `${asset_name_quote(line)} has more than one =>; write path => name`;
    if (pattern === "")
        return `${asset_name_quote(line)} has no path before =>; write path => name`;
    if (name === undefined)
        return { pattern, name: undefined };
    if (name === "")
        return `${asset_name_quote(line)} has no name after =>; write path => name`;
    if (/[/\\]/.test(name))
        return `${asset_name_quote(line)} has a folder in its name; a release has none`;
    return { pattern, name };
}
/**
 * Names of all files of a release, before the first is uploaded: two that GitHub would store under one name are refused, also where
 * they differ in case alone, as they would overwrite each other on the disks of many who download them.
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
            problems.push(`${asset_name_quote(asset.path)} has no file name`);
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
        return `${asset_name_quote(a.path)} is listed twice, as ${asset_name_quote(a.label)} and as ${asset_name_quote(b.label)}`;
    const why = a.name === b.name ? `GitHub would store both as ${asset_name_quote(a.name)}` : "they differ in case alone";
    return `${asset_name_quote(a.path)} and ${asset_name_quote(b.path)} collide: ${why}; rename one with path => name`;
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
function asset_name_quote(text) {
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}...` : text);
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/markdown-blocks.js
/**
 * Lines of a Markdown document (CommonMark 0.31, GFM) in one pass: headings with `#` and underlined ones (4.2, 4.3), fenced and indented
 * code (4.4, 4.5), comments and raw text of HTML (4.6, kinds 1 and 2), link reference definitions of one line (4.7). Lists and quotes
 * are text: a heading inside of them is none of the document's.
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
/** Everything in brackets, which may be a reference: more than needed, and never less. */
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
/** What follows a version in its heading is short. */
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
/** The version itself, else without build metadata; for a prerelease its stable version, else what is not released. */
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

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/checksums.js
/** The name of the asset that holds them. */
const CHECKSUMS_NAME = "SHA256SUMS";
/** What actions/attest takes as `subject-checksums`: above it no provenance is made. */
const MAX_ATTESTED_SUBJECTS = 1024;
const MAX_CHECKSUMS_BYTES = (/* unused pure expression or super */ null && (512 * 1024));
/**
 * `SHA256SUMS` as `sha256sum -c` and actions/attest read it: sorted by name (in code units, whatever the locale), two blanks between.
 *
 * @param checksums with the names as they are stored, so without line breaks
 * @throws RangeError on a name or digest that would break the format
 */
function writeChecksums(checksums) {
    const sorted = checksums.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return sorted
        .map(({ name, sha256 }) => {
        if (!DIGEST.test(sha256))
            throw new RangeError(`${JSON.stringify(sha256.slice(0, 80))} is no SHA-256`);
        if (name === "" || /[\n\r\\]/.test(name))
            throw new RangeError(`${JSON.stringify(name.slice(0, 80))} is no name of an asset`);
        return `${sha256}  ${name}\n`;
    })
        .join("");
}
/**
 * Reads what `sha256sum`, `shasum -a 256` (text or binary: ` ` or `*` before the name) and `sha256sum --tag` (`SHA256 (name) = ...`) write. Digests
 * come back in small letters. A name twice is a problem unless its digest is the same.
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
                message: "is no checksum; write the SHA-256 in 64 hexadecimal digits, two blanks, the name",
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
    return end === -1 || name === "" || !DIGEST.test(tagged) ? undefined : { name, sha256: tagged };
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

// EXTERNAL MODULE: ./build/js/packages/kit/src/escape.js
var src_escape = __webpack_require__(3697);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/changelog-markdown.js
/**
 * Changes as Markdown: breaking ones first, then groups, then what is of no group, then what is no Conventional Commit. All text of commits
 * goes through `escape`; empty when nothing is to be told.
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
/** A note may have several paragraphs and lists: each of its lines is escaped alone, and stands inside the entry. */
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
        // A first line that is empty, or nothing but a number, still gets its line.
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/notes.js




/** Name of the asset that holds the notes when GitHub does not take all of them. */
const FULL_NOTES_NAME = "RELEASE_NOTES.md";
/**
 * The release's notes, put together from their sources, and what is to be said of them. Pure.
 *
 * A changelog, a file and GitHub's own notes are taken as they are: people wrote them to be shown. Text of commits is escaped.
 */
function writeNotes(facts, section) {
    const checks = [];
    const texts = [];
    for (const part of facts.notes) {
        const text = textOf(part, facts, section, checks).trim();
        if (text !== "")
            texts.push(text);
    }
    const full = sanitize(texts.join("\n\n"));
    // A changelog without the section is a problem of its own already.
    const isSaid = facts.changelog !== undefined && facts.notes.every(({ source }) => source === "changelog");
    if (full === "" && !isSaid && !checks.some(({ state }) => state === "unknown"))
        checks.push({ subject: "notes", state: "fail", message: `The notes are empty: ${emptyReason(facts)}` });
    const { text, isCut } = limitNotes(full, closingLine(facts));
    if (isCut) {
        checks.push({
            subject: "notes",
            state: "warning",
            message: `The notes have ${full.length} characters, and GitHub takes 125,000: they are cut, and \`${FULL_NOTES_NAME}\` has all of them`,
        });
    }
    return { notes: { sources: facts.notes.map(({ source }) => source), full, text, isCut }, checks };
}
function textOf(part, facts, section, checks) {
    switch (part.source) {
        case "changelog":
            return section?.section?.body ?? "";
        case "file":
            return part.text;
        case "github":
            if ("known" in part.text)
                return part.text.known;
            checks.push({
                subject: "notes",
                state: "unknown",
                message: `GitHub's generated notes are not known: ${part.text.unknown}`,
            });
            return "";
        case "commits":
            return commitNotes(collectChanges(part.commits), part.isComplete, facts, checks);
    }
}
function commitNotes(changes, isComplete, facts, checks) {
    const { unconventional } = changes;
    if (unconventional.length > 0) {
        checks.push({
            subject: "notes",
            state: "warning",
            message: `${unconventional.length} ${unconventional.length === 1 ? "commit is" : "commits are"} not in the form of Conventional Commits; the notes list them as they are`,
        });
    }
    if (!isComplete) {
        checks.push({
            subject: "notes",
            state: "unknown",
            message: "This clone does not hold all commits since the last version; check out with `fetch-depth: 0`",
        });
    }
    const page = sourcePage(facts);
    const body = writeChanges(changes, {
        escape: src_escape/* escapeMarkdown */.FV,
        commitUrl: (sha) => `${page}/commit/${sha}`,
        pullRequestUrl: (number) => `${page}/pull/${number}`,
        issueUrl: ({ repository, number }) => repository === undefined
            ? `${page}/issues/${number}`
            : (0,src_escape/* linkTarget */.Cm)(`${facts.repository.serverUrl}/${repository}/issues/${number}`),
        level: 2,
        contributors: true,
    });
    return [body, compareLine(facts, page)].filter((text) => text !== "").join("\n\n");
}
function compareLine({ previousTag, tag }, page) {
    if (previousTag === undefined)
        return "";
    const range = `${encodeURIComponent(previousTag.text)}...${encodeURIComponent(tag.text)}`;
    return `**All changes:** [${(0,src_escape/* escapeMarkdown */.FV)(`${previousTag.text}...${tag.text}`)}](${(0,src_escape/* linkTarget */.Cm)(`${page}/compare/${range}`)})`;
}
function closingLine(facts) {
    const { serverUrl, owner, name } = facts.repository;
    const address = `${serverUrl}/${owner}/${name}/releases/download/${facts.tag.text.split("/").map(encodeURIComponent).join("/")}/${FULL_NOTES_NAME}`;
    return `These notes are too long for GitHub. [All of them](${(0,src_escape/* linkTarget */.Cm)(address)}) are among the assets.`;
}
function sourcePage({ repository: { serverUrl }, source: { owner, name } }) {
    return `${serverUrl}/${owner}/${name}`;
}
function emptyReason({ notes, previousTag }) {
    const only = notes.length === 1 ? notes[0].source : undefined;
    if (only === "commits")
        return `no commit since ${previousTag === undefined ? "the first one" : `\`${previousTag.text}\``} is worth telling`;
    if (only === "file")
        return "the file of `notes-file` is empty";
    return "write a section for the version, or choose another source in `notes`";
}
/** GitHub refuses a NUL, and JSON a half of a surrogate pair. */
function sanitize(text) {
    return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/plan.js
/** The release or draft that stands for a tag: the published one, else the oldest draft. */
function releaseOf(releases, tag) {
    const own = releases.filter((release) => release.tag_name === tag);
    return own.find(({ draft }) => !draft) ?? own.sort((a, b) => a.id - b.id)[0];
}
function isRefused(plan) {
    return plan.checks.some(({ state }) => state === "fail" || (state === "unknown" && !plan.dryRun));
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/steps.js
/** What will be changed, in the order in which it will be; what stays as it is, too. Pure. */
function planSteps(plan, existing) {
    return [
        ...releaseStep(plan, existing),
        ...plan.assets.map(assetStep),
        ...publishStep(plan, existing),
        ...plan.floatingTags.map(({ name, action, reason, from }) => {
            if (action === "keep")
                return { kind: "keep", message: `\`${name}\` ${reason}` };
            return { kind: "move-tag", message: moveSentence(name, from, plan.commit, reason) };
        }),
    ];
}
/** Old and new commit, so that nobody has to trust a move. */
function moveSentence(name, from, to, reason) {
    const commits = from === undefined ? `at \`${to}\`` : `\`${from}\` -> \`${to}\``;
    return `\`${name}\` ${reason}: ${commits}`;
}
function releaseStep(plan, existing) {
    const { tag, notes, title } = plan;
    if (existing === undefined) {
        const message = `Draft of \`${tag.text}\`, called \`${title}\`, with ${notes.text.length} characters of notes`;
        return [{ kind: "create", message }];
    }
    if (!existing.draft) {
        const isSame = (existing.body ?? "").replace(/\r\n/g, "\n").trim() === notes.text.trim();
        const differ = isSame ? "" : ", though the ones here are others: edit them on GitHub";
        return [{ kind: "keep", message: `The release of \`${tag.text}\` is published, and its notes stay${differ}` }];
    }
    return [{ kind: "keep", message: `The draft ${existing.id} of \`${tag.text}\` is continued` }];
}
function assetStep({ name, label, size, action, source }) {
    const from = "path" in source && source.shown !== name ? ` from \`${source.shown}\`` : "";
    const renamed = label === name ? "" : `, as GitHub calls \`${label}\``;
    if (action === "keep")
        return { kind: "keep", message: `\`${name}\` is there already, with this content` };
    const why = {
        upload: "",
        clean: ", in place of an upload that broke off",
        replace: ", in place of other content",
    }[action];
    return { kind: "upload", message: `\`${name}\`${from}${renamed}, ${size} bytes${why}` };
}
function publishStep(plan, existing) {
    const { draft, latest, prerelease, tag, createsTag, commit } = plan;
    if (existing?.draft === false)
        return [];
    if (draft)
        return [{ kind: "keep", message: "The release stays a draft, as `draft` is `true`" }];
    const makes = createsTag ? `, which makes the tag \`${tag.text}\` at \`${commit.slice(0, 10)}\`` : "";
    const as = prerelease ? "as a prerelease" : latest.isLatest ? "as the latest" : "not as the latest";
    return [{ kind: "publish", message: `\`${tag.text}\` ${as}: ${latest.reason}${makes}` }];
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/verify.js


/** All that has to agree before a release is made, whatever of it does not. Pure. */
function verify(inputs, facts, section) {
    return [
        ...verifyTag(inputs, facts),
        verifyBranch(facts),
        ...verifyVersions(facts),
        ...verifyChangelog(facts, section),
        ...facts.fileProblems.map((message) => ({ subject: "files", state: "fail", message })),
    ];
}
function verifyTag(inputs, facts) {
    const { tag, commit, tags, tagProblems, pushedCommit, checkedOutCommit, source } = facts;
    const name = `\`${tag.text}\``;
    const checks = tagProblems.map((message) => fail("tag", message));
    if (pushedCommit !== undefined && pushedCommit !== commit && inputs.commit === undefined)
        checks.push(fail("commit", `${name} was pushed at ${verify_short(pushedCommit)}, but ${verify_short(checkedOutCommit)} is checked out`));
    const stands = "known" in tags.onGitHub ? tags.onGitHub.known : tags.here;
    if (stands === undefined) {
        if (inputs.createTag)
            return [...checks, pass("tag", `${name} is new, and will be made at ${verify_short(commit)}`)];
        const push = `git tag ${tag.text} ${commit.slice(0, 10)} && git push origin ${tag.text}`;
        const where = tags.here === undefined ? "does not exist" : `is in this clone but not on GitHub`;
        if (!("known" in tags.onGitHub))
            return [...checks, unknown("tag", `${name} is not in this clone, and ${tags.onGitHub.unknown}`)];
        return [...checks, fail("tag", `${name} ${where}; push it (\`${push}\`), or set \`create-tag: true\``)];
    }
    if (stands !== commit)
        return [
            ...checks,
            fail("commit", `${name} stands on ${verify_short(stands)}, but ${verify_short(commit)} is to be released; check out the tag`),
        ];
    if ("known" in tags.onGitHub && tags.here !== undefined && tags.here !== stands)
        checks.push(fail("tag", `${name} stood on ${verify_short(tags.here)} when it was checked out, and was moved to ${verify_short(stands)}`));
    const kind = tag.prefix === "" ? "" : `, of \`${tag.prefix.slice(0, -1)}\``;
    return [
        ...checks,
        pass("tag", `${name} is version ${(0,semver/* formatVersion */.qh)(tag.version)}${kind}, on ${verify_short(stands)} of \`${source.owner}/${source.name}\``),
    ];
}
function verifyBranch({ branch, commit }) {
    const { allowed, existing, holder } = branch;
    if (allowed === undefined)
        return pass("branch", "Any branch may hold the commit");
    const words = allowed.map((name) => `\`${name}\``).join(" or ");
    if ("unknown" in holder)
        return unknown("branch", `Whether ${words} holds ${verify_short(commit)} is not known: ${holder.unknown}`);
    if (holder.known !== undefined)
        return pass("branch", `\`${holder.known}\` holds ${verify_short(commit)}`);
    if (existing.length === 0)
        return fail("branch", `There is no branch ${words}; name the ones that releases come from in \`allowed-branches\``);
    return fail("branch", `${verify_short(commit)} is on none of the allowed branches (${existing.map((name) => `\`${name}\``).join(", ")}); merge it first`);
}
function verifyVersions({ tag, versionFiles }) {
    if (versionFiles === undefined)
        return [];
    const { paths, files, unmatched } = versionFiles;
    const checks = unmatched.map((pattern) => fail("versions", `\`version-files\` names \`${pattern}\`, which finds no tracked file`));
    if (paths.length === 0 && unmatched.length === 0)
        return [nothingCompared(versionFiles)];
    const { agreeing, problems, skipped } = compareVersionFiles(tag, paths, files);
    for (const { file, line, message } of problems)
        checks.push({ subject: "versions", state: "fail", message: `\`${file}\` ${message}`, file, line });
    for (const { file, reason } of skipped)
        checks.push(pass("versions", `\`${file}\` is not compared: ${reason}`));
    const agreed = [...new Set(agreeing.map(({ file }) => file))];
    if (agreed.length > 0) {
        const named = agreed
            .slice(0, 5)
            .map((file) => `\`${file}\``)
            .join(", ");
        const more = agreed.length > 5 ? ` and ${agreed.length - 5} more` : "";
        checks.push(pass("versions", `${named}${more} ${agreed.length === 1 ? "agrees" : "agree"}`));
    }
    if (checks.every(({ state }) => state === "pass") && agreed.length === 0)
        checks.push({ subject: "versions", state: "warning", message: "No file states a version that could be compared" });
    return checks;
}
/** A repository may have none of them; it is said, so that nobody takes it for agreement. */
function nothingCompared({ searched }) {
    const names = VERSION_FILE_NAMES.map((name) => `\`${name}\``).join(", ");
    const message = `No version was compared: ${searched ?? "the repository"} has no ${names}; name files in \`version-files\`, or write \`none\``;
    return { subject: "versions", state: "warning", message };
}
function verifyChangelog({ changelog }, read) {
    if (changelog === undefined)
        return [];
    const { path } = changelog;
    if (read === undefined)
        return [fail("changelog", `\`${path}\` cannot be read; give its path in \`changelog\`, or write \`none\``)];
    const { section, problems } = read;
    if (problems.length > 0)
        return problems.map(({ line, message }) => ({
            subject: "changelog",
            state: "fail",
            message: `\`${path}\`: ${message}`,
            file: path,
            line,
        }));
    const found = section;
    if (found.isYanked)
        return [
            {
                subject: "changelog",
                state: "fail",
                message: `\`${path}\` calls this version yanked`,
                file: path,
                line: found.line,
            },
        ];
    const how = found.match === "exact" ? "" : `, under \`${found.heading}\``;
    return [pass("changelog", `\`${path}\` describes this version${how}`)];
}
function verify_short(sha) {
    return `\`${sha.slice(0, 10)}\``;
}
function pass(subject, message) {
    return { subject, state: "pass", message };
}
function fail(subject, message) {
    return { subject, state: "fail", message };
}
function unknown(subject, message) {
    return { subject, state: "unknown", message };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/evaluate.js












/** The whole decision: what holds, what does not, and what is to be done. Pure. */
function evaluate(inputs, facts) {
    const { tag } = facts;
    const releases = "known" in facts.releases ? facts.releases.known : undefined;
    const existing = releases === undefined ? undefined : releaseOf(releases, tag.text);
    const changelog = facts.changelog?.text;
    const section = changelog === undefined ? undefined : findSection(changelog, tag.version, tag.prefix);
    const { notes, checks: notesChecks } = writeNotes(facts, section);
    const { assets, checks: assetChecks } = planFiles(inputs, facts, notes, existing);
    const prerelease = inputs.prerelease === "auto" ? (0,semver/* isPrerelease */.V1)(tag.version) : inputs.prerelease === "true";
    const plan = {
        repository: facts.repository,
        dryRun: inputs.dryRun,
        tag,
        commit: facts.commit,
        previousTag: facts.previousTag?.text,
        checks: [...verify(inputs, facts, section), ...notesChecks, ...assetChecks, ...releaseChecks(facts, existing)],
        notes,
        title: inputs.title ?? tag.text,
        draft: inputs.draft,
        prerelease,
        isPrereleaseGiven: inputs.prerelease !== "auto",
        latest: decideLatestOf(inputs, facts, prerelease, releases),
        isLatestGiven: inputs.makeLatest !== "auto",
        discussionCategory: inputs.discussionCategory,
        createsTag: !facts.tags.all.has(tag.text),
        isElsewhere: isElsewhere(facts),
        changesWorkflows: facts.changesWorkflows,
        releases,
        assets,
        checksums: assets.some(({ name }) => name === inputs.checksums) ? inputs.checksums : undefined,
        floatingTags: floatingTagsOf(inputs, facts, prerelease, releases),
    };
    return { ...plan, steps: planSteps(plan, existing) };
}
function isElsewhere({ repository, source }) {
    return repository.owner !== source.owner || repository.name !== source.name;
}
/** Everything that is uploaded, by the names that GitHub will give it; the checksums stand last. */
function planFiles(inputs, facts, notes, existing) {
    // A job that only publishes what others uploaded lists their files.
    const others = existing?.draft === true ? existing.assets.length : 0;
    const checksums = facts.files.length + others > 0 ? inputs.checksums : undefined;
    const generated = [...(notes.isCut ? [FULL_NOTES_NAME] : []), ...(checksums === undefined ? [] : [checksums])];
    const named = [
        ...facts.files.map(({ shown, name }) => ({ path: shown, name })),
        ...generated.map((name) => ({ path: name, name })),
    ];
    const { assets, problems } = planAssets(named);
    const checks = problems.map((message) => ({ subject: "files", state: "fail", message }));
    if (problems.length > 0)
        return { assets: [], checks };
    const planned = facts.files.map(({ path, shown, size, sha256 }, at) => {
        const { name, label } = assets[at];
        return { name, label, size, sha256, source: { path, shown }, action: actionFor(name, { size, sha256 }, existing) };
    });
    if (notes.isCut)
        planned.push(textAsset(FULL_NOTES_NAME, `${notes.full}\n`, existing));
    if (checksums !== undefined) {
        const text = writeChecksums(checksumsOf(planned, existing?.assets ?? [], checksums));
        planned.push(textAsset(checksums, text, existing));
        if (planned.length - 1 > MAX_ATTESTED_SUBJECTS)
            checks.push({
                subject: "files",
                state: "warning",
                message: `\`actions/attest\` takes ${MAX_ATTESTED_SUBJECTS} subjects, and \`${checksums}\` has more`,
            });
    }
    return { assets: planned, checks: [...checks, ...conflictChecks(planned, existing, checksums)] };
}
/**
 * Checksums of what is uploaded now, and of what other jobs have uploaded to the same release before, by the digests that GitHub knows.
 *
 * @param name of the asset that holds them, which is in no list
 */
function checksumsOf(planned, existing, name) {
    const sums = new Map();
    for (const { name: other, digest, state } of existing) {
        if (state === "uploaded" && digest?.startsWith("sha256:") === true)
            sums.set(other, digest.slice("sha256:".length));
    }
    for (const { name: own, sha256 } of planned)
        sums.set(own, sha256);
    sums.delete(name);
    return [...sums].map(([each, sha256]) => ({ name: each, sha256 }));
}
function textAsset(name, text, existing) {
    const bytes = Buffer.from(text);
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
    const file = { size: bytes.length, sha256 };
    return { name, label: name, ...file, source: { text }, action: actionFor(name, file, existing) };
}
/** Equal content stays, whatever its age; nothing else ever takes the place of a published file. */
function actionFor(name, file, existing) {
    const there = existing?.assets.find((asset) => asset.name === name);
    if (there === undefined)
        return "upload";
    if (isSameContent(there, file, existing.draft))
        return "keep";
    return there.state === "uploaded" ? "replace" : "clean";
}
/** What a published release does not let us do. */
function conflictChecks(planned, existing, checksums) {
    if (existing === undefined || existing.draft)
        return [];
    const kind = existing.immutable === true ? "immutable" : "published";
    return planned.flatMap(({ name, action, sha256 }) => {
        // The list grows with what other jobs upload, as long as GitHub lets it.
        if (action === "keep" || (name === checksums && existing.immutable !== true))
            return [];
        if (action === "replace") {
            const there = existing.assets.find((asset) => asset.name === name).digest ?? "no known digest";
            const message = `\`${name}\` is ${kind} with other content (${there}, and here it is sha256:${sha256}): the build is not the one that was released; release a new version`;
            return [{ subject: "release", state: "fail", message }];
        }
        if (existing.immutable !== true)
            return [];
        const message = `\`${name}\` is missing from an immutable release, which takes no more files; let parallel jobs upload with \`draft: true\`, and release a new version`;
        return [{ subject: "release", state: "fail", message }];
    });
}
function releaseChecks(facts, existing) {
    if ("unknown" in facts.releases) {
        const message = `Which releases there are is not known: ${facts.releases.unknown}`;
        return [{ subject: "release", state: "unknown", message }];
    }
    if (existing === undefined)
        return [];
    const kind = existing.draft ? "a draft" : existing.immutable === true ? "an immutable release" : "a release";
    const count = existing.assets.length;
    const message = `There is ${kind} of the tag already, with ${count} ${count === 1 ? "asset" : "assets"}`;
    return [{ subject: "release", state: "pass", message }];
}
function decideLatestOf(inputs, { tag }, prerelease, releases) {
    if (inputs.makeLatest !== "auto")
        return { isLatest: inputs.makeLatest === "true" && !prerelease, reason: "the workflow says so" };
    if (prerelease)
        return { isLatest: false, reason: "a prerelease is never the latest" };
    const published = (releases ?? []).filter((release) => !release.draft && !release.prerelease);
    return decideLatest(tag, published.map(({ tag_name }) => tag_name));
}
function floatingTagsOf({ floatingTags: { major, minor } }, { tag, commit, tags, isAncestor }, prerelease, releases) {
    if (!major && !minor)
        return [];
    const planned = planFloatingTags(tag, commit, tags.all, { minor, zero: true });
    return planned
        .filter((_, at) => major || at > 0)
        .map((floating) => {
        if (floating.action === "keep")
            return floating;
        if (prerelease)
            return { ...floating, action: "keep", reason: `stays: ${tag.text} is a prerelease` };
        return restrain(floating, isAncestor.get(floating.name), releases);
    });
}
/** What SemVer does not say of a move. */
function restrain(floating, isForward, releases) {
    const { name, action, from, fromTag } = floating;
    if (releases?.some((release) => release.tag_name === name && !release.draft) === true)
        return { ...floating, action: "keep", reason: "stays: it has a release of its own, which may be immutable" };
    if (action !== "move" || fromTag !== undefined || isForward === true)
        return floating;
    const reason = `stays: it stands on ${from.slice(0, 10)}, which is no version, and no ancestor of this one as far as is known; move it by hand`;
    return { ...floating, action: "keep", reason };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/wait.js
var wait = __webpack_require__(5023);
;// CONCATENATED MODULE: ./build/js/actions/release/src/move-tags.js




/**
 * Moves floating tags to the release's commit. First as a fast-forward, which GitHub refuses when somebody has moved the tag further
 * meanwhile; when it refuses, or lines of versions have parted, the tags are read again and the move is planned anew.
 *
 * @returns what could not be moved, and GitHub's reason: the release itself stands.
 */
async function moveTags(plan, api, journal) {
    const problems = [];
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
            if (!(error instanceof github.GitHubError))
                throw error;
            const byHand = `git push --force origin ${plan.commit}:refs/tags/${name}`;
            problems.push(`\`${name}\` could not be moved: ${error.message}; the next run tries again, or move it by hand: \`${byHand}\``);
        }
    }
    return problems;
}
/** @returns what was done in the end. */
async function move(planned, plan, api) {
    if (planned.action === "keep" || (await moveForward(planned, plan.commit, api)))
        return planned;
    const { tag, commit } = plan;
    const tags = await api.tags(`${tag.prefix}${tag.hasV ? "v" : ""}${tag.version.major}`);
    const anew = planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find(({ name }) => name === planned.name);
    // Where it still stands as it did, the decision holds: forward by version, though not by history.
    const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
    if (floating.action === "create")
        await api.createTag(floating.name, commit);
    if (floating.action === "move")
        await api.moveTag(floating.name, commit, true);
    return floating;
}
/** False when the tag does not stand any more where it stood, or history has parted. */
async function moveForward({ name, action }, commit, api) {
    try {
        if (action === "create")
            await api.createTag(name, commit);
        else
            await api.moveTag(name, commit, false);
        return true;
    }
    catch (error) {
        const isChanged = error instanceof github.GitHubError &&
            error.status === 422 &&
            /already exists|does not exist|fast.forward/i.test(error.message);
        if (isChanged)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/settle.js



/** How long to wait, each time, for the list of releases to show what was just made (milliseconds): it lags by seconds (softprops/action-gh-release#705). */
const LIST_WAITS = [0, 500, 1000, 2000, 4000, 8000];
const MAX_ATTEMPTS = 5;
/**
 * The one release that all jobs of a tag work on: the published one, else the oldest draft, else a new draft.
 *
 * GitHub takes any number of drafts for one tag. Whoever makes one waits until the list shows it: all older ones are in the list then,
 * too, and the oldest is the one that everybody chooses. Who finds an older one than the own takes the own away, which is still empty.
 *
 * @param known releases as they were listed last.
 */
async function settleRelease(plan, known, { api, journal, sleep }) {
    let releases = known;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const there = releaseOf(releases, plan.tag.text);
        if (there !== undefined) {
            await removeDuplicates(plan, there, releases, { api, journal, sleep });
            return there;
        }
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
        journal.info(`Another job was first: its release ${chosen.id} is used, and the draft ${own.id} is deleted.`);
        return chosen;
    }
    throw new Error(`no release of ${plan.tag.text} stayed in ${MAX_ATTEMPTS} attempts`);
}
/** Undefined: nobody knows whether GitHub made it, as its answer was lost. */
async function createDraft(plan, { api, journal, sleep }) {
    try {
        const draft = await api.create({
            tag_name: plan.tag.text,
            // Also where the tag exists: if it is deleted meanwhile, GitHub would make it at the head of the default branch.
            ...(!plan.isElsewhere && { target_commitish: plan.commit }),
            name: plan.title,
            body: plan.notes.text,
            draft: true,
            prerelease: plan.prerelease,
        });
        journal.done("create", `Draft ${draft.id} of \`${plan.tag.text}\``);
        return draft;
    }
    catch (error) {
        if (!(error instanceof github.GitHubError) || (error.status !== 0 && error.status < 500))
            throw error;
        journal.info(`${error.message}; looking whether the draft was made`);
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
 * The release that another job has published while this one worked on a draft; GitHub shows it some seconds later.
 *
 * @throws ReleaseFailure when it does not show up.
 */
async function findPublished(plan, { api, sleep }) {
    for (const wait of LIST_WAITS) {
        await sleep(wait);
        const published = await api.byTag(plan.tag.text);
        if (published !== undefined)
            return published;
    }
    throw new ReleaseFailure(`GitHub says that \`${plan.tag.text}\` is published, by another job or by hand, and does not show the release`);
}
/** Drafts of ours that a run before left behind go when all they hold is on the chosen release; anything else is only named. */
async function removeDuplicates(plan, chosen, releases, { api, journal }) {
    for (const other of releases) {
        if (other.id === chosen.id || !other.draft || other.tag_name !== chosen.tag_name)
            continue;
        const isOurs = other.author?.login !== undefined && other.author.login === chosen.author?.login;
        if (isOurs && isCovered(other.assets, chosen.assets, plan.checksums)) {
            await api.delete(other.id);
            journal.done("delete", `The draft ${other.id} of the same tag, which a run before left behind`);
        }
        else
            journal.warn(`There is another draft of the tag, ${other.id}; look into it and delete it: ${other.html_url}`);
    }
}
function isCovered(assets, by, checksums) {
    return assets.every(({ name, digest, state }) => state !== "uploaded" ||
        name === checksums ||
        by.some((other) => other.name === name && digest != null && other.digest === digest));
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github-answer.js
var github_answer = __webpack_require__(6836);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/file-upload.js






/** A connection that moves no byte for so long is dead (milliseconds). */
const IDLE_TIMEOUT = 120_000;
const CHUNK_BYTES = 1024 * 1024;
/**
 * Sends one file by POST, in pieces: memory stays flat whatever its size. Not by `fetch`, which sends a stream without the Content-Length
 * that GitHub asks for. Never repeats anything: whether a failed upload arrived is for the caller to look up.
 */
async function uploadFile(upload) {
    const file = await (0,external_node_fs_promises_.open)(upload.path, "r");
    try {
        return await send(file, upload);
    }
    finally {
        await file.close();
    }
}
async function send(file, { url, token, size, contentType }) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let sent = 0;
    const request = (url.startsWith("https:") ? external_node_https_.request : external_node_http_.request)(url, {
        method: "POST",
        headers: {
            ...(0,github_answer/* requestHeaders */.A1)(token),
            "content-length": size,
            "content-type": contentType,
        },
        timeout: IDLE_TIMEOUT,
    });
    request.on("timeout", () => request.destroy(new Error(`the connection moved nothing for ${IDLE_TIMEOUT / 1000} s`)));
    const responded = new Promise((resolve, reject) => {
        request.once("response", resolve);
        request.once("error", reject);
        request.once("close", () => reject(new Error("the connection ended without an answer")));
    });
    const chunks = file.createReadStream({ start: 0, end: size - 1, highWaterMark: CHUNK_BYTES, autoClose: false });
    const sending = (0,promises_.pipeline)(chunks, async function* counted(source) {
        for await (const chunk of source) {
            hash.update(chunk);
            sent += chunk.length;
            yield chunk;
        }
        if (sent !== size)
            throw new Error(`the file has ${sent} bytes, and had ${size}`);
    }, request);
    const failure = sending.then(() => undefined, (error) => error);
    try {
        const response = await responded;
        const parsed = (0,github_answer/* parseAnswer */.Wp)(await file_upload_readText(response));
        const data = parsed === github_answer/* MALFORMED */.G7 ? undefined : parsed;
        return {
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            data,
            message: (0,github_answer/* answerMessage */.Mw)(data) ?? response.statusMessage ?? "",
            sha256: sent === size ? hash.digest("hex") : undefined,
        };
    }
    catch (error) {
        // The reason why nothing more was sent says more than that the connection ended.
        const cause = (await failure) ?? error;
        return { status: 0, headers: {}, data: undefined, message: describe(cause), sha256: undefined };
    }
    finally {
        // An early refusal leaves the rest unsent.
        request.destroy();
        await failure;
    }
}
/** An answer is short; what is not is none of GitHub's. */
const MAX_ANSWER_BYTES = 1_000_000;
async function file_upload_readText(stream) {
    const parts = [];
    let size = 0;
    for await (const part of stream) {
        size += part.length;
        if (size > MAX_ANSWER_BYTES)
            throw new Error("the answer is too long");
        parts.push(part);
    }
    return Buffer.concat(parts).toString();
}
function describe(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.message === "" && "code" in error ? String(error.code) : error.message;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/retry.js
var retry = __webpack_require__(5562);
;// CONCATENATED MODULE: ./build/js/actions/release/src/content-type.js
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

;// CONCATENATED MODULE: ./build/js/actions/release/src/upload-assets.js






/** As many at a time as `gh release upload` sends; GitHub bears 100 requests at once, and 80 a minute that make something. */
const CONCURRENCY = 5;
/**
 * Brings files to a release, several at a time. What is there already with the same content stays; an upload is never repeated before the
 * release was looked at, since a lost answer may hide a success and a broken one leaves an asset that blocks the name.
 *
 * @returns the assets as GitHub has them. The first failure ends it, once the uploads that run have ended.
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
                uploaded[at] = await bring(release, file, address, uploading);
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
async function bring(release, file, address, uploading) {
    const { api, journal, sleep, random } = uploading;
    let there = release.assets.find(({ name }) => name === file.name);
    for (let attempt = 1;; attempt++) {
        if (there !== undefined) {
            if (isSameContent(there, file, release.draft)) {
                journal.done("keep", `\`${file.name}\` is there, with this content`);
                return there;
            }
            await makeRoom(release, there, file, uploading);
        }
        const answer = await upload_assets_send(file, address, uploading.token);
        const asset = accept(answer, file, journal);
        if (asset !== undefined)
            return verifyUpload(asset, answer, file, uploading);
        await refuseHopeless(answer, file, release);
        const delay = delayAfter(answer, attempt, random());
        if (delay === undefined)
            throw new ReleaseFailure(`\`${file.name}\` could not be uploaded in ${attempt} attempts: ${reasonOf(answer)}`);
        journal.info(`${file.name}: ${reasonOf(answer)}; again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
        // What GitHub did with it is only known by looking.
        there = (await api.assets(release.id)).find(({ name }) => name === file.name);
    }
}
/** Frees a name: of an upload that broke off, or on a draft of other content. */
async function makeRoom(release, there, { name, sha256, isDerived }, { api, journal }) {
    // Another job may have published the draft since it was listed.
    const mayReplace = isDerived === true || (release.draft && (await api.isDraft(release.id)));
    if (there.state === "uploaded" && !mayReplace) {
        throw new ReleaseFailure(`\`${name}\` is published with other content (${there.digest ?? "no digest known"}, and here it is sha256:${sha256}); release a new version`);
    }
    await api.deleteAsset(there.id);
    journal.done("delete", `\`${name}\`: ${there.state === "uploaded" ? "other content" : "what a broken upload left"}`);
}
function upload_assets_send({ name, label, path, size }, address, token) {
    const url = new URL(address);
    // Not by searchParams, which writes blanks as `+`.
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
/** GitHub's own digest and what was read from disk must both be what was planned. */
async function verifyUpload(asset, { sha256 }, file, { api, journal }) {
    const isRight = sha256 === file.sha256 && (asset.digest ?? `sha256:${sha256}`) === `sha256:${file.sha256}`;
    if (!isRight || asset.state !== "uploaded") {
        await api.deleteAsset(asset.id);
        throw new ReleaseFailure(`\`${file.name}\` is not what it was when the release was planned (sha256:${file.sha256}, now ${sha256 === file.sha256 ? asset.digest : `sha256:${sha256}`}): something writes to it while it is released`);
    }
    if (asset.name !== file.name)
        journal.warn(`GitHub calls \`${file.name}\` \`${asset.name}\`: its rule for names has changed; please report it`);
    return asset;
}
/** @throws what no further attempt would change. */
async function refuseHopeless(answer, file, release) {
    const { status, message } = answer;
    if (status === 404)
        throw new ReleaseGone(`the release ${release.id} is gone`);
    if (/immutable release/i.test(message)) {
        throw new ReleaseFailure(`\`${file.name}\` came too late: another job has published the release, which is immutable; let parallel jobs upload with \`draft: true\`, and publish in a last one`);
    }
    const now = await (0,external_node_fs_promises_.stat)(file.path);
    if (now.size !== file.size)
        throw new ReleaseFailure(`\`${file.name}\` had ${file.size} bytes when the release was planned, and has ${now.size} now`);
}
function delayAfter({ status, headers, message }, attempt, random) {
    const failure = { method: "POST", status, headers, message };
    const limited = (0,retry/* retryDelay */.a2)(attempt, failure, Date.now(), random);
    if (limited !== undefined || attempt >= retry/* MAX_ATTEMPTS */.m)
        return limited;
    const mayPass = status === 0 || status >= 500 || (status === 422 && message.includes("already_exists"));
    // Once it was looked up what the last attempt left, the next one repeats nothing.
    return mayPass ? (0,retry/* retryDelay */.a2)(attempt, { ...failure, method: "PUT", status: 0 }, Date.now(), random) : undefined;
}
function reasonOf({ status, message }) {
    return status === 0 ? `no answer (${message})` : `status ${status}: ${message}`;
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/execute.js













/** How often everything is begun anew since other jobs changed what stands on GitHub. */
const MAX_ROUNDS = 5;
/**
 * Carries a plan out: one draft, all files, and last of all the publication, so that nobody ever sees half a release. Whatever fails leaves a draft
 * (or a release that was published before), from which the next run goes on.
 */
async function execute(plan, inputs, io) {
    if (plan.dryRun || isRefused(plan))
        return plan;
    const urls = (0,github_urls/* apiUrls */.z)(io.environment);
    const journal = new Journal(io.log);
    const api = new ReleaseApi(new github.GitHub({ token: inputs.token, ...urls, log: io.log }), plan.repository);
    const publisher = new Publisher(plan, (0,external_node_path_.join)(io.temporary, "assets"), {
        api,
        apiUrl: urls.apiUrl,
        token: inputs.token,
        journal,
        sleep: wait/* wait */.u,
        random: Math.random,
    });
    const problems = [];
    try {
        await io.log.group("Releasing", async () => {
            await publisher.run();
            problems.push(...(await moveTags(plan, api, journal)));
        });
    }
    catch (error) {
        if (!(error instanceof github.GitHubError || error instanceof ReleaseFailure))
            throw error;
        problems.push(explain(error, plan));
    }
    const { release, checksums } = publisher;
    const { steps, warnings } = journal;
    return {
        ...plan,
        outcome: { steps, warnings, failure: problems.length === 0 ? undefined : problems.join("; "), release, checksums },
    };
}
/** GitHub's answer to a token without `workflows: write` names no cause (cli/cli#9514). */
function explain(error, { changesWorkflows }) {
    const isRefusal = error instanceof github.GitHubError && (error.status === 403 || error.status === 404);
    if (!isRefusal || !changesWorkflows)
        return error.message;
    return `${error.message}; the commit changes files in \`.github/workflows\`, measured against the default branch: GitHub then wants a token with \`workflows: write\`, which \`GITHUB_TOKEN\` never has. Release a commit of the default branch, or give \`github-token\` the token of an App`;
}
class Publisher {
    release;
    checksums;
    #plan;
    #folder;
    #uploading;
    constructor(plan, folder, uploading) {
        this.#plan = plan;
        this.#folder = folder;
        this.#uploading = uploading;
    }
    /** Until one release of the tag stands with all files; other jobs may be at the same. */
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
    /** A draft of ours whose tag was published by somebody else: its files are on the published release now. */
    async #abandon(draft) {
        const { api, journal } = this.#uploading;
        await api.delete(draft.id);
        journal.done("delete", `The draft ${draft.id}, as its files are on the published release`);
    }
    async #complete(release) {
        this.release = release;
        const { checksums } = this.#plan;
        const files = this.#plan.assets.filter(({ name }) => name !== checksums).map((asset) => this.#onDisk(asset));
        const uploaded = await uploadAssets(release, files, this.#uploading);
        await this.#writeChecksums(release, merge(release.assets, uploaded));
        this.release = await this.#publish(release);
        // Parallel jobs: what others uploaded in the meantime is listed, too.
        for (let round = 1; round <= MAX_ROUNDS && !(await this.#listsAll(this.release)); round++) {
            const assets = await this.#uploading.api.assets(release.id);
            await this.#writeChecksums({ ...this.release, assets }, assets);
            this.release = { ...this.release, assets: await this.#uploading.api.assets(release.id) };
        }
    }
    /** Whether the checksums name every file of the release; of an immutable one they cannot be changed any more. */
    async #listsAll({ assets, immutable }) {
        const { checksums } = this.#plan;
        if (checksums === undefined || this.checksums === undefined)
            return true;
        const text = writeChecksums(checksumsOf([], assets, checksums));
        if (text === this.checksums && assets.some(({ name }) => name === checksums))
            return true;
        // Without digests of GitHub there is nothing to compare with.
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
        const text = writeChecksums(checksumsOf(own, assets, checksums));
        const file = { ...this.#onDisk(textAsset(checksums, text, undefined)), isDerived: true };
        await uploadAssets({ ...release, assets }, [file], this.#uploading);
        this.checksums = text;
    }
    async #publish(release) {
        const { api, journal } = this.#uploading;
        const { tag, draft, latest } = this.#plan;
        const fields = this.#changedFields(release);
        if (fields === undefined)
            return this.#refreshed(release);
        const updated = await api.update(release.id, fields);
        if (draft && release.draft) {
            journal.done("update", `Draft ${release.id} has the notes and the name of this run`);
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
    /** Its assets as they are now, without asking GitHub where nothing was uploaded. */
    async #refreshed(release) {
        const { steps } = this.#uploading.journal;
        if (steps.every(({ kind }) => kind === "keep"))
            return release;
        return { ...release, assets: await this.#uploading.api.assets(release.id) };
    }
    /** Undefined: nothing is to be changed. Of a published release only what the workflow says in so many words. */
    #changedFields(release) {
        const { tag, commit, title, notes, draft, prerelease, isPrereleaseGiven, latest, discussionCategory, isElsewhere } = this.#plan;
        if (!release.draft) {
            return isPrereleaseGiven && release.prerelease !== prerelease ? { prerelease } : undefined;
        }
        const described = { name: title, body: notes.text, prerelease };
        if (draft) {
            const isSame = release.name === title && (release.body ?? "") === notes.text && release.prerelease === prerelease;
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
    /** GitHub is asked, not believed. Its answer may be some seconds old. */
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
            return { ...asset, path: asset.source.path };
        const path = (0,external_node_path_.join)(this.#folder, asset.name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, asset.source.text);
        return { ...asset, path };
    }
}
/** GitHub lets one release of a tag be published. */
function isPublishedMeanwhile(error) {
    return error instanceof github.GitHubError && error.status === 422 && error.message.includes("already_exists");
}
function merge(known, uploaded) {
    return [...new Map([...known, ...uploaded].map((asset) => [asset.name, asset])).values()];
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
        versionFiles: readVersionFiles(reader),
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
        workingDirectory: reader.string("working-directory") || ".",
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
function readVersionFiles(reader) {
    const patterns = reader.list("version-files");
    if (patterns.length === 0 || (patterns.length === 1 && patterns[0] === "auto"))
        return "auto";
    if (patterns.length === 1 && patterns[0] === "none")
        return "none";
    for (const pattern of patterns)
        checkPattern(reader, "version-files", pattern);
    return patterns;
}
function inputs_readChangelog(reader) {
    const path = reader.string("changelog") || "auto";
    return path === "auto" || path === "none" ? path : { path };
}
function readNotes(reader) {
    const words = reader
        .string("notes")
        .split(/[\s,]+/)
        .filter((word) => word !== "" && word !== "auto");
    for (const word of words) {
        if (!NOTES_SOURCES.includes(word))
            reader.wrong("notes", word, `${NOTES_SOURCES.join(", ")}, or several of them`);
    }
    return words.length === 0 ? "auto" : [...new Set(words)];
}
function readAssetLines(reader, lines) {
    return lines.flatMap((line) => {
        const read = parseAssetLine(line);
        if (typeof read === "string") {
            reader.problem("files", `has a line that cannot be used: ${read}`);
            return [];
        }
        checkPattern(reader, "files", read.pattern);
        return [read];
    });
}
function checkPattern(reader, input, pattern) {
    const problem = (0,globs/* patternProblem */.A)(pattern);
    if (problem !== undefined)
        reader.problem(input, `has the pattern \`${pattern.slice(0, 60)}\`, which ${problem}`);
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
    const words = reader
        .string("floating-tags")
        .split(/[\s,]+/)
        .filter((word) => word !== "" && word !== "none");
    for (const word of words) {
        if (word !== "major" && word !== "minor")
            reader.wrong("floating-tags", word, "`major`, `minor`, both, or `none`");
    }
    return { major: words.includes("major"), minor: words.includes("minor") };
}
function readBranches(reader) {
    const patterns = reader.list("allowed-branches");
    if (patterns.length === 0)
        return "default";
    if (patterns.length === 1 && patterns[0] === "any")
        return "any";
    for (const pattern of patterns)
        checkPattern(reader, "allowed-branches", pattern);
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

// EXTERNAL MODULE: ./build/js/packages/kit/src/prose.js
var prose = __webpack_require__(2939);
;// CONCATENATED MODULE: ./build/js/actions/release/src/result.js


const RESULT_SCHEMA = "jessy-actions/release/v1";
function stateOf(plan) {
    const { outcome } = plan;
    if (isRefused(plan))
        return "refused";
    if (outcome === undefined)
        return "planned";
    if (outcome.failure !== undefined)
        return "failed";
    if (outcome.steps.every(({ kind }) => kind === "keep"))
        return "unchanged";
    return outcome.release?.draft === true ? "drafted" : "published";
}
function resultOf(plan, headline) {
    const { outcome, repository, tag, notes } = plan;
    const release = outcome?.release;
    return {
        schema: RESULT_SCHEMA,
        state: stateOf(plan),
        headline,
        repository: `${repository.owner}/${repository.name}`,
        tag: tag.text,
        version: (0,semver/* formatVersion */.qh)(tag.version),
        commit: plan.commit,
        previousTag: plan.previousTag ?? null,
        prerelease: plan.prerelease,
        latest: plan.latest.isLatest,
        checks: plan.checks,
        steps: outcome?.steps ?? plan.steps,
        warnings: outcome?.warnings ?? [],
        failure: outcome?.failure ?? null,
        notes: { sources: notes.sources, characters: notes.full.length, cut: notes.isCut },
        assets: plan.assets.map(({ name, size, sha256 }) => ({
            name,
            size,
            sha256,
            url: release?.assets.find((asset) => asset.name === name)?.browser_download_url ?? null,
        })),
        release: release === undefined ? null : { id: release.id, url: release.html_url, immutable: release.immutable === true },
    };
}

;// CONCATENATED MODULE: ./build/js/actions/release/src/render.js


/** The report of a plan, or of what became of it. Pure. */
function render(plan) {
    const state = stateOf(plan);
    const headline = headlineOf(plan, state);
    const result = resultOf(plan, headline);
    const release = plan.outcome?.release;
    return {
        verdict: verdictOf(plan, state),
        title: plan.dryRun ? "Release (dry run)" : "Release",
        headline,
        summary: [
            ...consequence(plan, state),
            ...checks(plan),
            ...steps(plan),
            ...warnings(plan),
            ...assets(plan),
            ...notes(plan),
        ],
        annotations: annotations(plan),
        outputs: {
            tag: plan.tag.text,
            version: result.version,
            "previous-tag": plan.previousTag ?? "",
            "release-id": release === undefined ? "" : String(release.id),
            url: release?.html_url ?? "",
            "upload-url": release?.upload_url ?? "",
            assets: JSON.stringify(Object.fromEntries((release?.assets ?? []).map((asset) => [asset.name, asset.browser_download_url]))),
        },
        files: files(plan, `${JSON.stringify(result, undefined, 2)}\n`),
        fails: state === "refused" || state === "failed",
    };
}
function verdictOf({ checks }, state) {
    if (state === "refused")
        return "fail";
    if (state === "failed")
        return "broken";
    return checks.some((check) => check.state === "unknown") ? "inconclusive" : "pass";
}
function headlineOf(plan, state) {
    const { tag, assets: planned, latest, prerelease, outcome, draft } = plan;
    const count = outcome?.release?.assets.length ?? planned.length;
    const withAssets = `with ${count === 0 ? "no" : count} ${count === 1 ? "asset" : "assets"}`;
    const as = prerelease ? " as a prerelease" : latest.isLatest ? " as the latest" : "";
    switch (state) {
        case "refused": {
            const bad = plan.checks.filter(({ state: each }) => each === "fail" || each === "unknown").length;
            return `${plan.dryRun ? `Dry run: ${tag.text} would not be released` : `${tag.text} is not released`}: ${bad} ${bad === 1 ? "check fails" : "checks fail"}, and nothing was changed`;
        }
        case "planned": {
            const unknown = plan.checks.filter((check) => check.state === "unknown").length;
            const but = unknown === 0 ? "" : `; ${unknown} ${unknown === 1 ? "thing" : "things"} could not be known`;
            const isThere = plan.steps.every(({ kind }) => kind === "keep");
            const what = isThere
                ? "nothing would change"
                : draft
                    ? `${tag.text} would become a draft, ${withAssets}`
                    : `${tag.text} would be published${as}, ${withAssets}`;
            return `Dry run: ${what}${but}`;
        }
        case "drafted":
            return `${tag.text} is a draft, ${withAssets}`;
        case "published":
            return `${tag.text} is published${outcome?.release?.prerelease === true ? " as a prerelease" : as}, ${withAssets}`;
        case "unchanged":
            return `${tag.text} stands as it should, ${withAssets}: nothing was changed`;
        case "failed":
            return outcome?.release?.draft === false
                ? `${tag.text} is published, but not all is done`
                : `${tag.text} is not released`;
    }
}
/** Where a failure leaves the release, and what a re-run does. */
function consequence({ outcome, assets: planned, repository, tag }, state) {
    const blocks = [];
    const release = outcome?.release;
    if (state === "failed") {
        const there = planned.filter(({ name }) => outcome.steps.some(({ kind, message }) => (kind === "upload" || kind === "keep") && message.startsWith(`\`${name}\``))).length;
        const left = release === undefined
            ? "No release and no draft was left behind"
            : release.draft
                ? `A draft is left, with ${there} of ${planned.length} files, which nobody but the repository's writers sees`
                : "The published release stays as it is";
        blocks.push({
            kind: "alert",
            level: "caution",
            text: [...(0,prose/* prose */.C)(outcome.failure), `. ${left}. Run the job again: it goes on from there.`],
        });
    }
    if (release !== undefined) {
        blocks.push({
            kind: "paragraph",
            text: [
                { link: { text: `${repository.owner}/${repository.name} ${tag.text}`, href: release.html_url } },
                release.immutable === true ? ", immutable" : "",
            ],
        });
    }
    return blocks;
}
const CHECK_MARK = { pass: "✅", warning: "⚠️", fail: "❌", unknown: "❔" };
const ORDER = ["fail", "unknown", "warning", "pass"];
function checks({ checks: all }) {
    const sorted = all.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    return [
        {
            kind: "table",
            columns: [{ header: "" }, { header: "Check" }, { header: "Found" }],
            rows: sorted.map(({ state, subject, message, file, line }) => [
                CHECK_MARK[state],
                subject,
                [
                    ...(0,prose/* prose */.C)(message),
                    ...(file !== undefined && line !== undefined && state === "fail" ? [` (line ${line})`] : []),
                ],
            ]),
            noun: "checks",
            weight: 1,
        },
    ];
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
function steps(plan) {
    const { outcome } = plan;
    if (outcome === undefined && stateOf(plan) === "refused")
        return [];
    const list = outcome?.steps ?? plan.steps;
    if (list.length === 0)
        return [];
    return [
        { kind: "heading", level: 3, text: outcome === undefined ? "What would be done" : "What was done" },
        {
            kind: "list",
            items: list.map(({ kind, message }) => [{ strong: STEP_WORDS[kind] }, ": ", ...(0,prose/* prose */.C)(message)]),
            noun: "steps",
            weight: 2,
        },
    ];
}
function warnings({ outcome }) {
    return (outcome?.warnings ?? []).map((warning) => ({ kind: "alert", level: "warning", text: (0,prose/* prose */.C)(warning) }));
}
function assets({ assets: planned, outcome }) {
    if (planned.length === 0)
        return [];
    const link = (name) => {
        const url = outcome?.release?.assets.find((asset) => asset.name === name)?.browser_download_url;
        return url === undefined ? { code: name } : { link: { text: { code: name }, href: url } };
    };
    return [
        {
            kind: "details",
            summary: { strong: `${planned.length} ${planned.length === 1 ? "asset" : "assets"}` },
            open: planned.length <= 10,
            blocks: [
                {
                    kind: "table",
                    columns: [{ header: "Asset" }, { header: "Size", align: "right" }, { header: "SHA-256" }],
                    rows: planned.map(({ name, size, sha256 }) => [link(name), sizeText(size), { code: sha256 }]),
                    noun: "assets",
                    weight: 3,
                },
            ],
        },
    ];
}
/** As text: what a commit or a changelog holds is shown, and does nothing here. */
function notes({ notes: { text, sources } }) {
    if (text === "")
        return [];
    return [
        {
            kind: "details",
            summary: [{ strong: "Notes" }, ` (${sources.join(", ")}), ${text.length} characters`],
            blocks: [{ kind: "code", language: "markdown", text, weight: 4 }],
        },
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
function files(plan, result) {
    const { checksums, notes: written, assets: planned, outcome } = plan;
    const source = planned.find(({ name }) => name === checksums)?.source;
    const text = outcome?.checksums ?? (source !== undefined && "text" in source ? source.text : undefined);
    return [
        { name: "result.json", content: result, output: "result-file" },
        { name: "notes.md", content: `${written.full}\n`, output: "notes-file" },
        ...(text === undefined ? [] : [{ name: "SHA256SUMS", content: text, output: "checksums-file" }]),
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
const main = () => (0,action/* runAction */.C)(release);


/***/ }),

/***/ 9573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ shownPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** A path as people in this directory would write it; one that is outside of it stays as it is. */
function shownPath(path, directory) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, path);
    return inside.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) ? path : inside.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/");
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ compileGlob),
/* harmony export */   U: () => (/* binding */ bracesAt)
/* harmony export */ });
/** A pattern with more alternatives than this is no list of files; it would only cost time. */
const MAX_ALTERNATIVES = 1000;
/**
 * Bash's globs, as people know them from .gitignore and workflows: `*` and `?` within a folder, `**` as a whole part over folders,
 * `[a-z]`, `[!a]`, `{a,b}`, and `\` before a character that is meant itself. Names that begin with a dot are names like any other.
 *
 * @throws RangeError naming what is wrong with the pattern.
 */
function compileGlob(pattern) {
    const alternatives = expandBraces(pattern).map((each) => each.split("/").map(parsePart));
    return (path) => {
        const parts = path.split("/");
        return alternatives.some((alternative) => matchParts(alternative, parts));
    };
}
function parsePart(text) {
    if (text === "**")
        return undefined;
    const places = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === "*") {
            if (places.at(-1) !== STAR)
                places.push(STAR);
        }
        else if (character === "?")
            places.push(ANY);
        else if (character === "[") {
            const end = endOfClass(text, at);
            places.push(parseClass(text.slice(at + 1, end)));
            at = end;
        }
        else if (character === "\\" && at + 1 < text.length)
            places.push(text[++at]);
        else
            places.push(character);
    }
    return places;
}
const STAR = { kind: "star" };
const ANY = { kind: "any" };
/** A `]` that comes first is meant itself. */
function endOfClass(text, start) {
    const first = text[start + 1] === "!" || text[start + 1] === "^" ? start + 2 : start + 1;
    const end = text.indexOf("]", first + 1);
    if (end === -1)
        throw new RangeError("has `[` without `]`");
    return end;
}
function parseClass(text) {
    const negated = text.startsWith("!") || text.startsWith("^");
    const ranges = [];
    for (let at = negated ? 1 : 0; at < text.length; at++) {
        const isRange = text[at + 1] === "-" && at + 2 < text.length;
        ranges.push([text[at], text[isRange ? at + 2 : at]]);
        if (isRange)
            at += 2;
    }
    return { kind: "class", negated, ranges };
}
/** `**` stands for any number of parts, at the end for at least one. Only the last `**` is ever tried again. */
function matchParts(pattern, parts) {
    let at = 0;
    let part = 0;
    let retryAt = -1;
    let retryPart = 0;
    while (part < parts.length) {
        if (at < pattern.length && pattern[at] === undefined) {
            if (at === pattern.length - 1)
                return true;
            retryAt = ++at;
            retryPart = part;
        }
        else if (at < pattern.length && matchName(pattern[at], parts[part])) {
            at++;
            part++;
        }
        else if (retryAt !== -1) {
            at = retryAt;
            part = ++retryPart;
        }
        else
            return false;
    }
    return at === pattern.length;
}
/** The same within a name, for `*`. */
function matchName(pattern, name) {
    let at = 0;
    let place = 0;
    let retryAt = -1;
    let retryPlace = 0;
    while (place < name.length) {
        const wanted = pattern[at];
        if (wanted === STAR) {
            retryAt = ++at;
            retryPlace = place;
        }
        else if (wanted !== undefined && matchCharacter(wanted, name[place])) {
            at++;
            place++;
        }
        else if (retryAt !== -1) {
            at = retryAt;
            place = ++retryPlace;
        }
        else
            return false;
    }
    while (pattern[at] === STAR)
        at++;
    return at === pattern.length;
}
function matchCharacter(wanted, character) {
    if (typeof wanted === "string")
        return wanted === character;
    if (wanted.kind !== "class")
        return true;
    return wanted.ranges.some(([first, last]) => first <= character && character <= last) !== wanted.negated;
}
/** `a{b,c}` is `ab` and `ac`; braces without a comma are meant themselves. */
function expandBraces(pattern) {
    let expanded = [""];
    for (let at = 0; at < pattern.length; at++) {
        const choices = pattern[at] === "{" ? bracesAt(pattern, at) : undefined;
        const next = choices !== undefined
            ? choices.texts.flatMap(expandBraces)
            : [pattern[at] === "\\" ? pattern.slice(at, at + 2) : pattern[at]];
        if (expanded.length * next.length > MAX_ALTERNATIVES)
            throw new RangeError(`has more than ${MAX_ALTERNATIVES} alternatives`);
        expanded = expanded.flatMap((start) => next.map((end) => start + end));
        if (choices !== undefined)
            at = choices.end;
        else if (pattern[at] === "\\")
            at++;
    }
    return expanded;
}
/** The alternatives of the braces that open at `start`, and where they close; undefined when they are no alternatives. */
function bracesAt(pattern, start) {
    const texts = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start; at < pattern.length; at++) {
        const character = pattern[at];
        if (character === "\\")
            at++;
        else if (character === "{")
            depth++;
        else if (character === "," && depth === 1) {
            texts.push(pattern.slice(from, at));
            from = at + 1;
        }
        else if (character === "}" && --depth === 0) {
            texts.push(pattern.slice(from, at));
            return texts.length > 1 ? { texts, end: at } : undefined;
        }
    }
    return undefined;
}


/***/ }),

/***/ 5931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ patternProblem),
/* harmony export */   Y: () => (/* binding */ pathFilter)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2404);

/** A longer pattern is no list of files; it would only cost time. */
const MAX_PATTERN_CHARACTERS = 1000;
/**
 * Whether a repository path matches a list of globs. As in .gitignore the last pattern that matches decides, and `!` in front takes
 * out again; a pattern without `/` matches in every folder, one that ends in `/` a folder's whole content.
 *
 * @throws RangeError naming a pattern that cannot be used.
 */
function pathFilter(patterns) {
    const rules = patterns.map((pattern) => {
        const negated = pattern.startsWith("!");
        return { negated, matches: compile(negated ? pattern.slice(1) : pattern) };
    });
    return (path) => {
        for (let at = rules.length - 1; at >= 0; at--) {
            if (rules[at].matches(path))
                return !rules[at].negated;
        }
        return false;
    };
}
/** What is wrong with a pattern, if anything. */
function patternProblem(pattern) {
    if (pattern.length > MAX_PATTERN_CHARACTERS)
        return `has more than ${MAX_PATTERN_CHARACTERS} characters`;
    // Taken literally it would quietly match nothing.
    if (/[?*+@!]\(/.test(pattern.replace(/^!/, "")))
        return "is an extended glob; write {a,b} or several lines";
    try {
        (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(pattern);
    }
    catch (error) {
        if (error instanceof RangeError)
            return error.message;
        throw error;
    }
    return undefined;
}
function compile(pattern) {
    const problem = patternProblem(pattern);
    if (problem !== undefined)
        throw new RangeError(`the pattern ${JSON.stringify(pattern.slice(0, 60))} ${problem}`);
    const rooted = pattern.replace(/^\.?\//, "");
    const whole = rooted.endsWith("/") ? `${rooted}**` : rooted;
    const anywhere = !pattern.startsWith("/") && !whole.replace(/\/\*\*$/, "").includes("/") ? `**/${whole}` : whole;
    return (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(anywhere);
}


/***/ })

};
