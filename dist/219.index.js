export const id = 219;
export const ids = [219];
export const modules = {

/***/ 2219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  trivyScan: () => (/* binding */ trivyScan)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var state = __webpack_require__(4336);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var runner_environment = __webpack_require__(1934);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/run-secrets.js
var run_secrets = __webpack_require__(1818);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/prerelease.js
var src_prerelease = __webpack_require__(2232);
// EXTERNAL MODULE: ./build/js/packages/security/src/rustsec/cargo-version.js
var cargo_version = __webpack_require__(7829);
;// CONCATENATED MODULE: ./build/js/packages/security/src/rustsec/cargo-requirement.js



/** As in the crate `semver`. */
const MAX_COMPARATORS = 32;
const MAX_CHARACTERS = 2000;
const WILDCARD = /^[*xX]$/;
const COMPARATOR = /^(=|>=|>|<=|<|~|\^)? *([^ .*xX+-]+)(?:\.([^ .+-]+)(?:\.([^ .+-]+)(?:-([^ +]*))?(?:\+([^ ]*))?)?)?$/;
/**
 * Reads a requirement as Cargo does (the crate `semver`, `VersionReq::parse`): comparators between commas, each with an
 * operator or a bare version, which stands for a caret.
 *
 * @throws ReportError that quotes it
 */
function parseCargoRequirement(text) {
    const invalid = () => new report_error.ReportError(`has ${(0,src_prerelease.quote)(text)}, which is not a version requirement of Cargo`);
    if (text.length > MAX_CHARACTERS)
        throw invalid();
    const trimmed = trimBlanks(text);
    if (WILDCARD.test(trimmed))
        return [];
    const parts = trimmed.split(",");
    if (parts.length > MAX_COMPARATORS)
        throw invalid();
    return parts.map((part) => {
        const comparator = readComparator(trimBlanks(part));
        if (comparator === undefined)
            throw invalid();
        return comparator;
    });
}
function readComparator(text) {
    const parts = COMPARATOR.exec(text);
    if (parts === null)
        return undefined;
    const [, stated, ...numbers] = parts;
    const [major, minor, patch] = numbers.slice(0, 3).map((part) => readPart(part));
    // `1.*.2` asks for nothing that there is; `*` itself stands alone.
    if (typeof major !== "bigint" ||
        minor === null ||
        patch === null ||
        (minor === "*" && patch !== "*" && patch !== undefined)) {
        return undefined;
    }
    const prerelease = numbers[3]?.split(".") ?? [];
    const build = numbers[4]?.split(".") ?? [];
    const isExtended = numbers[3] !== undefined || numbers[4] !== undefined;
    if (isExtended && typeof patch !== "bigint")
        return undefined;
    if (((0,src_prerelease.prereleaseProblem)(prerelease) ?? (0,src_prerelease.identifierProblem)(build, "build metadata")) !== undefined)
        return undefined;
    const isWild = minor === "*" || patch === "*";
    return {
        operator: stated ?? (isWild ? "*" : "^"),
        major,
        minor: minor === "*" ? undefined : minor,
        patch: patch === "*" ? undefined : patch,
        prerelease,
    };
}
/** A number, a wildcard, undefined where nothing stands, or null for what may not stand there. */
function readPart(text) {
    if (text === undefined)
        return undefined;
    return WILDCARD.test(text) ? "*" : ((0,cargo_version/* parseNumber */.$J)(text) ?? null);
}
/** Cargo takes blanks alone, no tabs and line breaks. */
function trimBlanks(text) {
    return text.replace(/^ +/, "").replace(/ +$/, "");
}
/**
 * Whether a requirement takes a version, as `VersionReq::matches` of the crate `semver` has it: a prerelease is taken
 * only where a comparator names a prerelease of the same three numbers. That is how Cargo picks versions. It is not how
 * an advisory means its ranges: see version-ranges.ts.
 */
function matchesRequirement(requirement, version) {
    if (!requirement.every((comparator) => matches(comparator, version)))
        return false;
    return version.prerelease.length === 0 || requirement.some((comparator) => namesPrereleaseOf(comparator, version));
}
function namesPrereleaseOf({ major, minor, patch, prerelease }, version) {
    const isSame = major === version.major && minor === version.minor && patch === version.patch;
    return isSame && prerelease.length > 0;
}
function matches(comparator, version) {
    switch (comparator.operator) {
        case "=":
        case "*":
            return isExact(comparator, version);
        case ">":
            return order(version, comparator) > 0;
        case ">=":
            return isExact(comparator, version) || order(version, comparator) > 0;
        case "<":
            return order(version, comparator) < 0;
        case "<=":
            return isExact(comparator, version) || order(version, comparator) < 0;
        case "~":
            return isTilde(comparator, version);
        case "^":
            return isCaret(comparator, version);
    }
}
function isExact({ major, minor, patch, prerelease }, version) {
    return (version.major === major &&
        (minor === undefined || version.minor === minor) &&
        (patch === undefined || version.patch === patch) &&
        (0,src_prerelease.comparePrereleases)(version.prerelease, prerelease) === 0);
}
/** Of a comparator without a number, every version that has the numbers before it is neither above nor below. */
function order(version, { major, minor, patch, prerelease }) {
    if (version.major !== major)
        return version.major > major ? 1 : -1;
    if (minor === undefined)
        return 0;
    if (version.minor !== minor)
        return version.minor > minor ? 1 : -1;
    if (patch === undefined)
        return 0;
    if (version.patch !== patch)
        return version.patch > patch ? 1 : -1;
    return (0,src_prerelease.comparePrereleases)(version.prerelease, prerelease);
}
function isTilde({ major, minor, patch, prerelease }, version) {
    if (version.major !== major || (minor !== undefined && version.minor !== minor))
        return false;
    if (patch !== undefined && version.patch !== patch)
        return version.patch > patch;
    return (0,src_prerelease.comparePrereleases)(version.prerelease, prerelease) >= 0;
}
function isCaret({ major, minor, patch, prerelease }, version) {
    if (version.major !== major)
        return false;
    if (minor === undefined)
        return true;
    if (patch === undefined)
        return major > 0n ? version.minor >= minor : version.minor === minor;
    if (version.minor !== minor)
        return major > 0n && version.minor > minor;
    if (version.patch !== patch)
        return (major > 0n || minor > 0n) && version.patch > patch;
    return (0,src_prerelease.comparePrereleases)(version.prerelease, prerelease) >= 0;
}

// EXTERNAL MODULE: ./build/js/packages/security/src/rustsec/package-source.js
var package_source = __webpack_require__(5228);
;// CONCATENATED MODULE: ./build/js/packages/security/src/rustsec/version-ranges.js

/**
 * What an advisory means by a requirement: a range by precedence, in which prereleases have their place. So
 * `patched = [">= 1.2.3"]` covers 2.0.0-rc.1, which Cargo would not pick for `>= 1.2.3`, but not 1.2.3-rc.1. A missing
 * number is a 0 (`> 1` is above 1.0.0), and a caret ends before the first prerelease of what it does not reach. That is
 * the reading of the crate `rustsec` (osv/unaffected_range.rs), which cargo-audit and the OSV export follow.
 */
function rangeOf(requirement) {
    let range = { start: undefined, end: undefined };
    for (const comparator of requirement) {
        const { start, end } = rangeOfOne(comparator);
        range = { start: later(range.start, start), end: earlier(range.end, end) };
    }
    return range;
}
function isInRange({ start, end }, version) {
    if (start !== undefined) {
        const order = (0,cargo_version/* compareCargoVersions */.f$)(version, start.version);
        if (order < 0 || (order === 0 && !start.isIncluded))
            return false;
    }
    if (end === undefined)
        return true;
    const order = (0,cargo_version/* compareCargoVersions */.f$)(version, end.version);
    return order < 0 || (order === 0 && end.isIncluded);
}
function rangeOfOne(comparator) {
    const { operator, major, minor, patch, prerelease } = comparator;
    const version = { major, minor: minor ?? 0n, patch: patch ?? 0n, prerelease };
    const included = { version, isIncluded: true };
    const excluded = { version, isIncluded: false };
    switch (operator) {
        case "=":
            return { start: included, end: included };
        case ">":
            return { start: excluded, end: undefined };
        case ">=":
            return { start: included, end: undefined };
        case "<":
            return { start: undefined, end: excluded };
        case "<=":
            return { start: undefined, end: included };
        case "~":
        case "*":
            return { start: included, end: before(major, minor === undefined ? undefined : minor + 1n) };
        case "^":
            return { start: included, end: endOfCaret(comparator) };
    }
}
function endOfCaret({ major, minor, patch }) {
    if (major > 0n || minor === undefined)
        return before(major, undefined);
    return minor === 0n && patch !== undefined ? before(0n, 0n, patch + 1n) : before(0n, minor + 1n);
}
/** Up to the first prerelease of a version: `-0` is the lowest that there is. Without a minor number, of the next major. */
function before(major, minor, patch = 0n) {
    const numbers = minor === undefined ? { major: major + 1n, minor: 0n } : { major, minor };
    return { version: { ...numbers, patch, prerelease: ["0"] }, isIncluded: false };
}
function later(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    const order = (0,cargo_version/* compareCargoVersions */.f$)(a.version, b.version);
    return order > 0 || (order === 0 && !a.isIncluded) ? a : b;
}
function earlier(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    const order = (0,cargo_version/* compareCargoVersions */.f$)(a.version, b.version);
    return order < 0 || (order === 0 && !a.isIncluded) ? a : b;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/rustsec/advisory-match.js




/** Kinds of advisories that are not flaws. What Rust's team adds to them later is shown as a notice. */
const NEWS = new Map([
    ["unmaintained", "unmaintained"],
    ["unsound", "unsound"],
]);
/**
 * Finds the advisories that are about a package of a lock file. A version is affected unless it is patched or
 * unaffected; only packages of crates.io are looked at, as in cargo-audit. Unlike there, a package from the sparse index
 * of crates.io counts too.
 *
 * @param mirrors further sources (`registry+https://…`) whose packages are those of crates.io
 * @throws ReportError for an advisory about one of the packages that cannot be read
 */
function matchAdvisories(lock, database, place, mirrors = []) {
    const judged = lock.packages.filter(({ source }) => (0,package_source/* isFromCratesIo */.p)(source) || (source !== undefined && mirrors.includes(source)));
    const findings = judged.flatMap((locked) => database
        .about(locked.name)
        .filter((advisory) => isAffected(advisory, locked))
        .map((advisory) => findingOf(advisory, locked, place)));
    return { findings, judged: judged.length, notJudged: lock.packages.length - judged.length };
}
function isAffected({ source, patched, unaffected }, { version }) {
    if (source !== undefined && !(0,package_source/* isFromCratesIo */.p)(source))
        return false;
    return ![...patched, ...unaffected].some((range) => isInRange(range, version));
}
function findingOf(advisory, locked, { target, file }) {
    const { id, aliases, rating, title, informational } = advisory;
    const limits = limitsOf(advisory, locked.version);
    return {
        kind: informational === undefined ? "vulnerability" : (NEWS.get(informational) ?? "notice"),
        id,
        aliases: [...new Set(aliases)].filter((alias) => alias !== id).sort(),
        severity: rating?.severity ?? "unknown",
        ...(rating === undefined ? {} : { score: rating.score }),
        title,
        url: `https://rustsec.org/advisories/${id}.html`,
        place: { target, file, ...(locked.line === undefined ? {} : { startLine: locked.line, endLine: locked.line }) },
        package: {
            name: locked.name,
            ecosystem: "cargo",
            version: locked.versionText,
            fixedVersions: fixedVersions(advisory, locked.version),
        },
        ...(limits === "" ? {} : { detail: limits }),
        sources: ["rustsec"],
    };
}
/**
 * The lowest versions that have the fix and are above the one in use, lowest first. A range that only says "above 1.2.3"
 * names none.
 */
function fixedVersions({ patched }, version) {
    const starts = patched.flatMap(({ start }) => (start?.isIncluded === true ? [start.version] : []));
    const fixed = starts.filter((start) => (0,cargo_version/* compareCargoVersions */.f$)(start, version) > 0).sort(cargo_version/* compareCargoVersions */.f$);
    return [...new Set(fixed.map(cargo_version/* formatCargoVersion */.U2))];
}
/** `only on windows; only in foo::bar, foo::baz`: one line, empty where the whole crate is affected everywhere. */
function limitsOf({ affected: { os, arch, functions } }, version) {
    const inUse = functions.filter(({ versions }) => versions.some((each) => matchesRequirement(each, version)));
    return [
        ...(os.length > 0 ? [`only on ${os.join(", ")}`] : []),
        ...(arch.length > 0 ? [`only on ${arch.join(", ")} processors`] : []),
        ...(inUse.length > 0 ? [`only in ${inUse.map(({ path }) => path).join(", ")}`] : []),
    ].join("; ");
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/byte-order-mark.js
var byte_order_mark = __webpack_require__(9279);
// EXTERNAL MODULE: ./build/js/packages/reading/src/toml.js + 9 modules
var toml = __webpack_require__(7428);
;// CONCATENATED MODULE: ./build/js/packages/security/src/rustsec/cargo-lock.js





/** Ten times what the largest programs have. */
const MAX_LOCK_BYTES = 10_000_000;
const MAX_PACKAGES = 20_000;
const KNOWN_VERSIONS = [1, 2, 3, 4];
/**
 * Reads a Cargo.lock.
 *
 * @throws ReportError that names what is wrong: nothing in it, conflict markers, an unknown version of the format, TOML
 * that ends early, a package without name or version, or one that others need and that is not there
 */
function readCargoLock(bytes) {
    const text = decode(bytes);
    if (text.trim() === "")
        throw new report_error.ReportError("is empty; run `cargo generate-lockfile`");
    rejectConflict(text);
    const file = parse(text);
    const version = versionOf(file.root);
    const checksums = version === 1 ? separateChecksums(file.root) : new Map();
    const listed = file.root.get("package");
    const entries = listed.isMissing ? [] : [...listed.items()];
    if (entries.length > MAX_PACKAGES)
        throw new report_error.ReportError(`has more than ${MAX_PACKAGES} packages`);
    const packages = entries.map((entry, index) => readPackage(entry, checksums, file.lineInElement("package", index, "version")));
    // Before 2017 the package of the folder stood apart.
    const root = file.root.get("root");
    if (!root.isMissing)
        packages.push(readPackage(root, checksums, file.lineOf(["root", "version"])));
    if (packages.length === 0)
        throw new report_error.ReportError("has no packages; run `cargo generate-lockfile`");
    rejectMissing(packages);
    return { version, packages };
}
function decode(bytes) {
    if (bytes.length > MAX_LOCK_BYTES)
        throw new report_error.ReportError(`is larger than ${MAX_LOCK_BYTES / 1_000_000} MB`);
    try {
        return (0,byte_order_mark.withoutMark)(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    }
    catch (error) {
        throw new report_error.ReportError("is not UTF-8", { cause: error });
    }
}
/** Git leaves them in a file that two branches changed, and TOML has no such lines. */
function rejectConflict(text) {
    const lines = text.split("\n");
    const at = lines.findIndex((line) => /^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$/.test(line));
    if (at === -1)
        return;
    throw new report_error.ReportError(`has conflict markers on line ${at + 1}; take the base's file and run \`cargo update --workspace\``);
}
function parse(text) {
    try {
        return new toml.TomlFile(text);
    }
    catch (error) {
        if (!(error instanceof toml.TomlProblem))
            throw error;
        const guess = /unfinished|incomplete/.test(error.message) ? ": was it cut off?" : "";
        throw new report_error.ReportError(`${error.message}, on line ${error.line}${guess}`, { cause: error });
    }
}
function versionOf(root) {
    const stated = root.get("version");
    if (!stated.isMissing) {
        const known = KNOWN_VERSIONS.find((version) => version === stated.raw);
        if (known !== undefined)
            return known;
        throw new report_error.ReportError(`has version ${(0,src_prerelease.quote)(String(stated.raw))} of the lock file's format, and only 1 to 4 are known`);
    }
    return separateChecksums(root).size > 0 ? 1 : 2;
}
/** Of version 1: `"checksum a 1.0.0 (registry+https://…)" = "…"`. By name, version and source. */
function separateChecksums(root) {
    const checksums = new Map();
    const metadata = root.get("metadata");
    if (metadata.isMissing)
        return checksums;
    for (const [key, value] of metadata.entries()) {
        if (key.startsWith("checksum ") && typeof value.raw === "string")
            checksums.set(key.slice(9), value.raw);
    }
    return checksums;
}
function readPackage(entry, checksums, line) {
    const name = entry.get("name").text();
    if (name === "" || /\s/.test(name))
        throw entry.get("name").not("the name of a package");
    const versionText = entry.get("version").text();
    const version = (0,cargo_version/* parseCargoVersion */.u)(versionText);
    if (version === undefined)
        throw new report_error.ReportError(`the version of ${(0,src_prerelease.quote)(name)} ${(0,cargo_version/* cargoVersionProblem */.CI)(versionText)}`);
    const source = optionalText(entry.get("source"));
    const dependencies = entry.get("dependencies");
    return {
        name,
        versionText,
        version,
        source,
        checksum: optionalText(entry.get("checksum")) ?? checksums.get(`${name} ${versionText} (${source})`),
        dependencies: dependencies.isMissing ? [] : [...dependencies.items()].map(readDependency),
        line,
    };
}
function optionalText(value) {
    return value.isMissing ? undefined : value.text();
}
/** `name`, `name 1.0.0` or `name 1.0.0 (source)`. */
function readDependency(value) {
    const [name, version, source, ...rest] = value.text().split(/[ \t]+/);
    if (name === undefined || name === "" || rest.length > 0)
        throw value.not("a dependency");
    if (source !== undefined && !/^\(.+\)$/.test(source))
        throw value.not("a dependency");
    return { name, version, source: source?.slice(1, -1) };
}
/**
 * A lock that lost packages, at the end of a copy or in a merge, would hide what is wrong with them. A version without a
 * source is let pass, as in RustSec's `cargo-lock`: people cut such examples by hand.
 */
function rejectMissing(packages) {
    const names = new Set(packages.map(({ name }) => name));
    for (const { name, dependencies } of packages) {
        const missing = dependencies.find((each) => !names.has(each.name) && (each.version === undefined || each.source !== undefined));
        if (missing === undefined)
            continue;
        throw new report_error.ReportError(`lacks ${(0,src_prerelease.quote)(missing.name)}, which ${(0,src_prerelease.quote)(name)} needs: it was cut off or merged by hand; run \`cargo update --workspace\``);
    }
}

// EXTERNAL MODULE: ./build/js/packages/security/src/rustsec/crates-index.js
var crates_index = __webpack_require__(4823);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var runner_inputs = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/crates-index/crates-index.js
/** How messages call it. */
const CRATES_INDEX = "the index of crates.io";

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/crates-index/refusals.js


/** What a message lists before it only counts. */
const MAX_LISTED = 3;
/** What the answers about crates of one side lack, one sentence; undefined when nothing. Pure. */
function refusalsInWords(unanswered, { refusals }) {
    const [first] = unanswered;
    if (first === undefined)
        return undefined;
    const listed = unanswered.slice(0, MAX_LISTED).map(runner_inputs/* quote */.hD).join(", ");
    const more = unanswered.length > MAX_LISTED ? ` and ${unanswered.length - MAX_LISTED} more` : "";
    // Of several reasons the first one led to the others.
    const [reason] = [...refusals].filter(([crate]) => unanswered.includes(crate)).map(([, words]) => words);
    return `It is not known whether versions of ${listed}${more} were yanked, since ${CRATES_INDEX} was asked and did not say: ${reason ?? "no answer"}`;
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/lock-files.js

const LOCK = "Cargo.lock";
/**
 * The locks of a repository, sorted: every tracked file of exactly this name, in whichever folder, `vendor/` too. Only
 * what `skip-dirs` and `skip-files` leave out is left out, by the same rules as in Trivy: globs, relative to the target.
 * Pure.
 */
function lockFiles(files, scope) {
    const isSkipped = skipping(scope);
    return files.filter((file) => nameOf(file) === LOCK && !isSkipped(placeInTarget(file, scope.targets).file)).sort();
}
/**
 * Where Trivy reports a file of the repository: in the target that contains it, the innermost of several, by its path
 * from there. What no target contains belongs to the whole repository. Pure.
 */
function placeInTarget(file, targets) {
    let place = { target: ".", file };
    let longest = -1;
    for (const { kind, location, name } of targets) {
        const folder = plainPath(location);
        if (kind !== "fs" || folder.length <= longest)
            continue;
        const inside = folder === file ? nameOf(file) : pathBelow(file, folder);
        if (inside === undefined)
            continue;
        place = { target: name, file: inside };
        longest = folder.length;
    }
    return place;
}
function pathBelow(file, folder) {
    if (folder === "")
        return file;
    return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}
/** `./services/api/` is `services/api`, and `.` is empty. */
function plainPath(path) {
    return path
        .split("/")
        .filter((part) => part !== "" && part !== ".")
        .join("/");
}
function nameOf(file) {
    return file.slice(file.lastIndexOf("/") + 1);
}
function skipping({ skipFolders, skipFiles }) {
    const folders = skipFolders.map((pattern) => (0,glob/* compileGlob */.S)(plainPath(pattern)));
    const files = skipFiles.map((pattern) => (0,glob/* compileGlob */.S)(plainPath(pattern)));
    return (file) => files.some((matches) => matches(file)) ||
        foldersAbove(file).some((folder) => folders.some((matches) => matches(folder)));
}
/** `a` and `a/b` of `a/b/Cargo.lock`. */
function foldersAbove(file) {
    const parts = file.split("/").slice(0, -1);
    return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/rustsec/rustsec-database.js
/** How messages call it. */
const RUSTSEC = "RustSec's advisory database";

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/sentence.js
/** Ends a sentence that has no end yet: some quote a question. */
function sentence(text) {
    return /[.?!]$/.test(text) ? text : `${text}.`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/tracked-file.js





/**
 * Reads a file that git tracks. A link is followed to another tracked file alone: it must not make a report show what
 * lies elsewhere on the machine.
 *
 * @param root of the repository, absolute. @param path relative to it, with forward slashes.
 */
function readTrackedFile(root, path, isTracked, maxBytes) {
    try {
        const real = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path));
        const inside = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(root), real).split(external_node_path_.sep).join("/");
        if (inside.startsWith("../") || inside === ".." || (0,external_node_path_.isAbsolute)(inside))
            return { problem: "is behind a link that leads out of the repository" };
        if (inside !== path && !isTracked(inside))
            return { problem: `is a link to \`${(0,report_escape/* revealInvisible */.hR)(inside)}\`, which git does not track` };
        const stat = (0,external_node_fs_.lstatSync)(real);
        if (!stat.isFile())
            return { problem: "is not a file" };
        if (stat.size > maxBytes)
            return { problem: `is larger than ${maxBytes / 1_000_000} MB` };
        return { bytes: (0,file_content/* readFile */.TA)(real), path: inside };
    }
    catch (error) {
        return { problem: refusalOf(error, (0,external_node_path_.join)(root, path)) };
    }
}
/**
 * Whether a folder is in the repository, or has something of it: a change could then take out of it what speaks against
 * that change.
 *
 * @param folder as the input has it, relative to the workspace or absolute. @param files tracked in the workspace.
 */
function isTrackedFolder(folder, workspace, files) {
    const inside = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, folder)).split(external_node_path_.sep).join("/");
    return files.some((file) => inside === "" || file === inside || file.startsWith(`${inside}/`));
}
function refusalOf(error, place) {
    if (error.code !== "ENOENT")
        return `cannot be read: ${(0,file_error/* describeFileError */.SQ)(error) ?? error.message}`;
    if ((0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false }) !== undefined)
        return "is a link that leads nowhere";
    return "is tracked, and not in the work tree: check it out before this step";
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/audit-locks.js












/** Of one repository; what is beyond it is a problem, never left out quietly. */
const MAX_LOCKS = 5_000;
/**
 * Matches every lock of one side. One that cannot be read is a problem, and the others are matched all the same.
 *
 * @param root of the repository, absolute. @param files tracked there.
 */
async function auditLocks(root, files, sources) {
    const { opened, problems } = openLocks(root, files, sources.scope);
    const findings = [];
    const locks = [];
    for (const { file, place, lock } of opened) {
        try {
            const match = matchAdvisories(lock, sources.rustsec.advisories, place);
            findings.push(...match.findings);
            locks.push({ file, judged: match.judged, notJudged: match.notJudged });
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            const message = `${shown(file)} cannot be matched, as ${RUSTSEC} is damaged: ${error.message}`;
            problems.push({ cause: "unreadable-database", message: sentence(message), target: place.target });
        }
    }
    if (sources.index === undefined)
        return { findings, locks, problems };
    const yanked = await findYanked(opened, sources.index);
    return { findings: [...findings, ...yanked.findings], locks, problems: [...problems, ...yanked.problems] };
}
function openLocks(root, files, scope) {
    const tracked = new Set(files);
    const names = lockFiles(files, scope);
    const known = new Set(names);
    const opened = [];
    const problems = [];
    const report = (message, target) => problems.push({ cause: "unreadable-lock", message: sentence(message), ...(target !== undefined && { target }) });
    for (const file of names.slice(0, MAX_LOCKS)) {
        const place = placeInTarget(file, scope.targets);
        const read = readTrackedFile(root, file, (path) => tracked.has(path), MAX_LOCK_BYTES);
        if ("problem" in read) {
            report(`${shown(file)} ${read.problem}`, place.target);
            continue;
        }
        // What it leads to is matched under its own name.
        if (read.path !== file && known.has(read.path))
            continue;
        try {
            opened.push({ file, place, lock: readCargoLock(read.bytes) });
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            report(`${shown(file)} ${error.message}`, place.target);
        }
    }
    if (names.length > MAX_LOCKS)
        report(`The repository has ${(0,quantity.count)(names.length)} locks, and only ${(0,quantity.count)(MAX_LOCKS)} are matched: leave some out by \`skip-dirs\``);
    return { opened, problems };
}
async function findYanked(opened, index) {
    const crates = opened.flatMap(({ lock }) => lock.packages.filter(({ source }) => (0,package_source/* isFromCratesIo */.p)(source)).map(({ name }) => name));
    const said = await index.ask(crates);
    const matches = opened.map(({ lock, place }) => (0,crates_index/* matchYanked */.cC)(lock, said.answers, place));
    const unanswered = [...new Set(matches.flatMap((match) => match.unanswered))].sort();
    const message = refusalsInWords(unanswered, said);
    return {
        findings: matches.flatMap((match) => match.findings),
        problems: message === undefined ? [] : [{ cause: "unreadable-database", message: sentence(message) }],
    };
}
function shown(file) {
    return `\`${(0,report_escape/* revealInvisible */.hR)(file)}\``;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/crates-index/open-index.js



/**
 * The index of crates.io from where the input says.
 *
 * @param location an address, or a folder relative to the workspace. @param files tracked in the workspace.
 * @throws UserError when nothing there is an index.
 */
async function openIndex(location, files, io) {
    if (/^[a-z][a-z0-9+]+:\/\//i.test(location))
        return (await __webpack_require__.e(/* import() */ 81).then(__webpack_require__.bind(__webpack_require__, 5081))).openSparseIndex(location, io);
    if (isTrackedFolder(location, io.workspace, files))
        throw new user_error/* UserError */.y(`input \`crates-index\`: ${(0,runner_inputs/* quote */.hD)(location)} is tracked by git, so a change could say that nothing was yanked; fetch it in an earlier step`);
    return (await __webpack_require__.e(/* import() */ 691).then(__webpack_require__.bind(__webpack_require__, 2691))).openIndexFolder(location, io);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/shown-path.js
var shown_path = __webpack_require__(1464);
;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/version-order.js
/**
 * Orders versions of any ecosystem, near enough for a list: number by number, and a prerelease, which begins with a
 * letter or after a hyphen, before what it leads to.
 */
function compareVersionTexts(a, b) {
    const [left, right] = [versionParts(a), versionParts(b)];
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
        const order = rank(left[at]) - rank(right[at]) || compareParts(left[at] ?? "", right[at] ?? "");
        if (order !== 0)
            return order;
    }
    return compareTexts(a, b);
}
function versionParts(version) {
    return version.match(/[0-9]+|[A-Za-z]+|[-+~]/g) ?? [];
}
/** A letter is below the end of a version, and a number above it. */
function rank(part) {
    if (part === undefined)
        return 1;
    return /^[0-9+]/.test(part) ? 2 : 0;
}
function compareParts(a, b) {
    const isNumber = /^[0-9]/.test(a);
    const [left, right] = isNumber ? [a.replace(/^0+/, ""), b.replace(/^0+/, "")] : [a, b];
    return isNumber && left.length !== right.length ? left.length - right.length : compareTexts(left, right);
}
function compareTexts(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/govulncheck/affected-module.js

/** @throws ReportError for another shape. Ranges of another type than SEMVER, which Go does not have, count for nothing. */
function readAffectedModules(affected) {
    if (affected.isMissing)
        return [];
    return [...affected.items()].map((each) => {
        const ranges = each.get("ranges");
        const semver = ranges.isMissing ? [] : [...ranges.items()].filter((range) => range.get("type").raw === "SEMVER");
        return {
            path: each.get("package").get("name").text(),
            events: semver.flatMap((range) => [...range.get("events").items()].map((event) => ({ ...field(event, "introduced"), ...field(event, "fixed") }))),
        };
    });
}
function field(event, name) {
    const value = event.get(name);
    return (value.isMissing ? {} : { [name]: value.text() });
}
/**
 * Whether a version of a module has the flaw: the last event at or below it decides. As in govulncheck, a module without
 * events is affected in every version.
 *
 * @param version with or without `v`.
 */
function isAffectedVersion(affected, path, version) {
    const plain = plainVersion(version);
    return affected
        .filter((each) => each.path === path)
        .some(({ events }) => {
        if (events.length === 0)
            return true;
        const passed = events
            .map(({ introduced, fixed }) => ({ at: introduced ?? fixed ?? "", starts: introduced !== undefined }))
            .filter(({ at }) => at === "0" || compareVersionTexts(plainVersion(at), plain) <= 0)
            .sort((a, b) => a.at === "0" ? -1 : b.at === "0" ? 1 : compareVersionTexts(plainVersion(a.at), plainVersion(b.at)));
        return passed.at(-1)?.starts === true;
    });
}
/** Build metadata says nothing of the order: `2.0.0+incompatible`. */
function plainVersion(version) {
    return version.replace(/^v/, "").replace(/\+.*$/, "");
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/govulncheck/base-findings.js

/** As govulncheck calls the standard library. */
const STANDARD_LIBRARY = "stdlib";
/**
 * What govulncheck would have found at the base, by the head's report: it ran at the head alone. A flaw was there when
 * the base's go.mod has the module in a version that the same entry of the database says is affected. Which calls reach
 * it does not matter, as it does not for what Trivy finds in a go.mod: a flaw is known by its module.
 *
 * @returns the findings with the base's versions; a flaw that cannot be told is left out, so that it is new.
 */
function findingsAtBase(report, head, base) {
    return report.findings.flatMap((finding) => {
        const affected = finding.package;
        const version = affected.name === STANDARD_LIBRARY
            ? standardLibrary(affected.version, head, base)
            : base.versions.get(affected.name);
        if (version === undefined)
            return [];
        const isSame = version === affected.version;
        if (!isSame && !isAffectedVersion(report.affected.get(finding.id) ?? [], affected.name, version))
            return [];
        const { startLine, endLine, ...place } = finding.place;
        return [{ ...finding, place, package: { ...affected, version } }];
    });
}
/**
 * The standard library is the toolchain's, which the runner has: the same for both sides, unless the change asks for
 * another one.
 */
function standardLibrary(version, head, base) {
    if (head.goVersion === base.goVersion && head.toolchain === base.toolchain)
        return version;
    const asked = base.toolchain ?? base.goVersion;
    // `go 1.21` names no version of the library.
    return asked !== undefined && /^[0-9]+\.[0-9]+\.[0-9]+/.test(asked) ? `v${asked}` : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/reach.js
/**
 * How near a program comes to a flaw, from near to far: it calls what is flawed, it imports the package without calling
 * that, or only its module is required.
 */
const REACHES = ["called", "imported", "required"];

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var src_json = __webpack_require__(4164);
;// CONCATENATED MODULE: ./build/js/packages/security/src/govulncheck/json-stream.js


const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/**
 * The objects of a stream of JSON, one after the other with or without line breaks between and within them.
 *
 * @throws ReportError where the stream is cut off, or has something else between its objects
 */
function* readJsonStream(bytes) {
    let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    for (let number = 1;; number++) {
        while (isBlank(bytes[start]))
            start++;
        if (start >= bytes.length)
            return;
        if (bytes[start] !== OPEN)
            throw new report_error.ReportError(`has something else than JSON before message ${number}, at byte ${start}`);
        const end = endOfObject(bytes, start);
        if (end === undefined)
            throw new report_error.ReportError(`ends within message ${number}, after ${bytes.length} bytes: it was cut off`);
        yield parseMessage(bytes.subarray(start, end), number);
        start = end;
    }
}
function isBlank(byte) {
    return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
function parseMessage(bytes, number) {
    try {
        return (0,src_json.parseJson)([bytes]);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new report_error.ReportError(`message ${number} ${error.message}`, { cause: error });
    }
}
/** Just after the bracket that closes an object; undefined when none does. */
function endOfObject(bytes, start) {
    let depth = 0;
    let isText = false;
    for (let at = start; at < bytes.length; at++) {
        const byte = bytes[at];
        if (isText) {
            if (byte === BACKSLASH)
                at++;
            else if (byte === QUOTE)
                isText = false;
        }
        else if (byte === QUOTE)
            isText = true;
        else if (byte === OPEN)
            depth++;
        else if (byte === CLOSE && --depth === 0)
            return at + 1;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/govulncheck/govulncheck.js




const SCAN_LEVELS = ["module", "package", "symbol"];
/** A message has a few kB, and the whole Go vulnerability database some thousand entries. */
const MAX_STREAM_BYTES = 100_000_000;
/** A flaw can be reached in many ways, each of them a message. */
const MAX_MESSAGES = 200_000;
/**
 * Reads the messages of `govulncheck -json` (internal/govulncheck/govulncheck.go of golang.org/x/vuln). The same flaw
 * has a message for the module, one for the package and one for each call; it becomes one finding. Entries without a
 * message about them are of no concern. The stream has no end mark: one that is cut off just between two messages is
 * only noticed where an entry is missing, so the caller must have seen govulncheck exit with 0.
 *
 * @param place the go.mod of the program
 * @throws ReportError for a stream that is empty, cut off, of another protocol, or of another program
 */
function readGovulncheck(bytes, place, limits = { bytes: MAX_STREAM_BYTES, messages: MAX_MESSAGES }) {
    if (bytes.length > limits.bytes)
        throw new report_error.ReportError(`is larger than ${limits.bytes / 1_000_000} MB`);
    let config;
    let scanned;
    let count = 0;
    const entries = new Map();
    const traces = [];
    for (const message of readJsonStream(bytes)) {
        if (++count > limits.messages)
            throw new report_error.ReportError(`has more than ${limits.messages} messages`);
        if (message.get("config").isObject)
            config = readConfig(message.get("config"));
        else if (config === undefined)
            throw new report_error.ReportError("does not begin with govulncheck's configuration");
        else if (message.get("osv").isObject)
            entries.set(message.get("osv").get("id").text(), readEntry(message.get("osv")));
        else if (message.get("SBOM").isObject)
            scanned = readScanned(message.get("SBOM"));
        else if (message.get("finding").isObject)
            traces.push(readTrace(message.get("finding")));
    }
    if (config === undefined)
        throw new report_error.ReportError("is empty: govulncheck begins with its configuration");
    const { scanLevel } = config;
    const grouped = Map.groupBy(traces, ({ id, module, version }) => JSON.stringify([id, module, version]));
    const findings = [...grouped.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, group]) => govulncheck_findingOf(group, entries, scanLevel, place));
    const affected = new Map(findings.map(({ id }) => [id, entries.get(id).affected]));
    return { ...config, findings, scanned, affected };
}
function readScanned(sbom) {
    const [modules, roots] = [sbom.get("modules"), sbom.get("roots")];
    return {
        modules: modules.isMissing
            ? []
            : [...modules.items()].map((each) => ({
                path: each.get("path").text(),
                version: govulncheck_optionalText(each.get("version")),
            })),
        roots: roots.isMissing ? [] : [...roots.items()].map((each) => each.text()),
    };
}
function readConfig(config) {
    const protocol = config.get("protocol_version");
    if (!/^v1\./.test(protocol.text()))
        throw protocol.not("version 1 of govulncheck's protocol");
    const level = config.get("scan_level");
    // A stream that does not say so promises nothing.
    const scanLevel = level.isMissing ? "module" : SCAN_LEVELS.find((known) => known === level.raw);
    if (scanLevel === undefined)
        throw level.not(`one of ${SCAN_LEVELS.join(", ")}`);
    return {
        scanLevel,
        toolVersion: govulncheck_optionalText(config.get("scanner_version")),
        databaseDate: govulncheck_optionalText(config.get("db_last_modified")),
    };
}
function readEntry(entry) {
    const aliases = entry.get("aliases");
    return {
        aliases: aliases.isMissing ? [] : [...aliases.items()].map((alias) => alias.text()),
        summary: govulncheck_optionalText(entry.get("summary")),
        isWithdrawn: !entry.get("withdrawn").isMissing,
        affected: readAffectedModules(entry.get("affected")),
    };
}
function readTrace(finding) {
    const frames = [...finding.get("trace").items()];
    const [frame] = frames;
    if (frame === undefined)
        throw finding.get("trace").not("a list of at least one frame");
    const reach = !frame.get("function").isMissing ? "called" : frame.get("package").isMissing ? "required" : "imported";
    return {
        id: finding.get("osv").text(),
        module: frame.get("module").text(),
        version: govulncheck_optionalText(frame.get("version")) ?? "",
        fixedVersion: govulncheck_optionalText(finding.get("fixed_version")),
        reach,
        call: reach === "called" ? describeCall(frames) : undefined,
    };
}
/** From the program's own code, which comes last, to the flaw, which comes first. */
function describeCall(frames) {
    const [flaw, caller] = [frames[0], frames.at(-1)];
    if (frames.length === 1)
        return `has ${symbolOf(flaw)}`;
    const position = caller.get("position");
    const file = govulncheck_optionalText(position.get("filename"));
    const line = position.get("line").raw;
    const where = file === undefined ? "" : ` at ${file}${typeof line === "number" ? `:${line}` : ""}`;
    return `${symbolOf(caller)}${where} calls ${symbolOf(flaw)}`;
}
/** `language.Parse`, `http.Client.Do`. */
function symbolOf(frame) {
    const names = [govulncheck_optionalText(frame.get("package"))?.split("/").at(-1), govulncheck_optionalText(frame.get("receiver"))];
    return [...names.map((name) => name?.replace(/^\*/, "")), govulncheck_optionalText(frame.get("function"))]
        .filter((name) => name !== undefined && name !== "")
        .join(".");
}
function govulncheck_findingOf(group, entries, scanLevel, place) {
    const { id, module, version } = group[0];
    const entry = entries.get(id);
    if (entry === undefined)
        throw new report_error.ReportError(`says that ${id} affects ${module}, and nothing of what it is: it was cut off`);
    if (entry.isWithdrawn)
        return [];
    // Of several messages about one flaw the nearest counts.
    const reach = REACHES.find((each) => group.some((trace) => trace.reach === each));
    const call = group.find((trace) => trace.call !== undefined)?.call;
    // Without the `v`, as every other source has it.
    const fixed = group.flatMap(({ fixedVersion }) => fixedVersion?.replace(/^v/, "") ?? []);
    return [
        {
            kind: "vulnerability",
            id,
            aliases: [...new Set(entry.aliases)].filter((alias) => alias !== id).sort(),
            // The Go vulnerability database rates nothing.
            severity: "unknown",
            title: entry.summary ?? id,
            url: `https://pkg.go.dev/vuln/${encodeURIComponent(id)}`,
            place,
            package: { name: module, ecosystem: "golang", version, fixedVersions: [...new Set(fixed)] },
            ...(call === undefined ? {} : { detail: call }),
            // A scan of modules alone cannot tell that a package is not imported.
            ...(scanLevel === "symbol" || reach === "called" ? { reach } : {}),
            sources: ["govulncheck"],
        },
    ];
}
function govulncheck_optionalText(value) {
    return value.isMissing || value.raw === "" ? undefined : value.text();
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/govulncheck/go-mod.js



/** A hundred times the largest that people have. */
const MAX_GO_MOD_BYTES = 5_000_000;
/** Reads a go.mod. @throws ReportError that names the line */
function readGoMod(bytes) {
    if (bytes.length > MAX_GO_MOD_BYTES)
        throw new report_error.ReportError(`is larger than ${MAX_GO_MOD_BYTES / 1_000_000} MB`);
    let module;
    const single = new Map();
    const required = new Map();
    const lines = new Map();
    const replaced = [];
    for (const { words, line } of directives((0,byte_order_mark.withoutMark)(new TextDecoder().decode(bytes)))) {
        const [name, first, second] = words;
        if (name === "module")
            module = needed(first, name, line);
        else if (name === "go" || name === "toolchain")
            single.set(name, needed(first, name, line));
        else if (name === "require") {
            required.set(needed(first, name, line), needed(second, name, line));
            lines.set(first, line);
        }
        else if (name === "replace")
            replaced.push(words.slice(1));
    }
    if (module === undefined)
        throw new report_error.ReportError("names no module: it is not a go.mod");
    return {
        module,
        goVersion: single.get("go"),
        toolchain: single.get("toolchain")?.replace(/^go/, ""),
        versions: withReplacements(required, replaced),
        lines,
    };
}
function needed(word, directive, line) {
    if (word === undefined)
        throw new report_error.ReportError(`has \`${directive}\` without what belongs to it, on line ${line}`);
    return word;
}
/** Each line with its directive in front, whether it stands in a block or by itself. */
function* directives(text) {
    let block;
    for (const [at, raw] of text.split("\n").entries()) {
        const words = wordsOf(raw, at + 1);
        if (words.length === 0)
            continue;
        if (block !== undefined) {
            if (words[0] === ")")
                block = undefined;
            else
                yield { words: [block, ...words], line: at + 1 };
        }
        else if (words[1] === "(")
            block = words[0];
        else
            yield { words, line: at + 1 };
    }
    if (block !== undefined)
        throw new report_error.ReportError(`ends within \`${block}\`: it was cut off`);
}
/** Words of a line, those in quotes without them; a comment ends it. */
function wordsOf(line, number) {
    const words = [];
    for (let rest = line.trim(); rest !== "" && !rest.startsWith("//"); rest = rest.trimStart()) {
        const word = /^(?:"[^"]*"|`[^`]*`|[()]|[^\s"`()]+)/.exec(rest)?.[0];
        if (word === undefined)
            throw new report_error.ReportError(`cannot be read on line ${number}: ${(0,src_prerelease.quote)(rest)}`);
        words.push(word.replace(/^["`]|["`]$/g, ""));
        rest = rest.slice(word.length);
    }
    return words;
}
/** `old [v1] => new v2`: what is built is the new one. A folder in its place has no version. */
function withReplacements(required, replaced) {
    const versions = new Map(required);
    for (const words of replaced) {
        const arrow = words.indexOf("=>");
        const [path, ofVersion] = words.slice(0, arrow);
        const [newPath, newVersion] = words.slice(arrow + 1);
        if (arrow < 1 || path === undefined || newPath === undefined)
            throw new report_error.ReportError("has `replace` without `=>`");
        if (!required.has(path) || (ofVersion !== undefined && required.get(path) !== ofVersion))
            continue;
        versions.delete(path);
        if (newVersion !== undefined)
            versions.set(newPath, newVersion);
    }
    return versions;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/govulncheck/go-mods.js



/** Of one repository: those of many modules have some hundred. */
const MAX_GO_MODS = 5_000;
/**
 * The go.mod files that git tracks and that can be read, the outermost first: of two with one module the outer one is
 * the program, and the other an example or a copy.
 */
function readGoMods(root, files) {
    const tracked = new Set(files);
    return files
        .filter((file) => /(?:^|\/)go\.mod$/.test(file))
        .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
        .slice(0, MAX_GO_MODS)
        .flatMap((file) => {
        const read = readTrackedFile(root, file, (path) => tracked.has(path), MAX_GO_MOD_BYTES);
        if ("problem" in read)
            return [];
        try {
            return [{ file, goMod: readGoMod(read.bytes) }];
        }
        catch (error) {
            if (error instanceof report_error.ReportError)
                return [];
            throw error;
        }
    });
}
function depth(file) {
    return file.split("/").length;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/govulncheck/open-govulncheck.js













/**
 * Reads the files of govulncheck that the input names. Each must be whole, of a module of the repository, and made by
 * this run.
 *
 * @param files tracked in the workspace. @throws UserErrors naming every line of `govulncheck` that finds nothing.
 */
async function openGovulncheck(patterns, files, targets, io) {
    const paths = await findFiles(patterns, io.workspace);
    if (paths.length === 0)
        return { databases: [], head: { findings: [], problems: [] }, atBase: () => [] };
    const goMods = readGoMods(io.workspace, files);
    const tracked = new Set(files);
    const placed = [];
    const databases = [];
    const problems = [];
    for (const path of paths) {
        const name = (0,shown_path.shownPath)(path, io.workspace);
        try {
            if (tracked.has(name))
                throw new report_error.ReportError("is tracked by git, so nobody knows that this run made it");
            const report = readReport(path);
            placed.push({ report, module: moduleOf(report, goMods) });
            databases.push(describe(report, name));
            io.log.info(`${name}: govulncheck ${report.toolVersion ?? ""}, ${report.findings.length} findings`);
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            problems.push({ cause: "unreadable-report", message: sentence(`\`${(0,report_escape/* revealInvisible */.hR)(name)}\` ${error.message}`) });
        }
    }
    const findings = placed.flatMap(({ report, module }) => report.findings.map((each) => at(each, module, targets)));
    return {
        databases,
        head: { findings, problems },
        atBase: (root, baseFiles) => {
            const baseMods = readGoMods(root, baseFiles);
            return placed.flatMap(({ report, module }) => {
                const base = sameModule(module, baseMods);
                if (base === undefined)
                    return [];
                return findingsAtBase(report, module.goMod, base.goMod).map((each) => at(each, base, targets));
            });
        },
    };
}
async function findFiles(patterns, workspace) {
    if (patterns.length === 0)
        return [];
    const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
    const ignore = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
    // Not above: most runs have no such files.
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 1001));
    const found = new Set();
    const problems = [];
    for (const pattern of wanted) {
        const options = { cwd: workspace, absolute: true, dot: true, ignore, onlyFiles: true, followSymbolicLinks: false };
        const matched = await glob(pattern.replaceAll("\\", "/"), options);
        // A folder may be called `[x]`: what is there as it was written is meant.
        const literal = (0,external_node_path_.resolve)(workspace, pattern);
        const isThere = (0,external_node_fs_.lstatSync)(literal, { throwIfNoEntry: false })?.isFile() === true;
        const files = matched.length === 0 && isThere ? [literal] : matched;
        if (files.length === 0)
            problems.push(`input \`govulncheck\`: ${(0,runner_inputs/* quote */.hD)(pattern)} finds no file in ${workspace}; did govulncheck run?`);
        for (const file of files)
            found.add(file);
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return [...found].sort();
}
/** @throws ReportError for what was not written whole. */
function readReport(path) {
    const stat = (0,external_node_fs_.lstatSync)(path);
    if (!stat.isFile())
        throw new report_error.ReportError("is not a file");
    if (stat.size > MAX_STREAM_BYTES)
        throw new report_error.ReportError(`is larger than ${MAX_STREAM_BYTES / 1_000_000} MB`);
    const report = readGovulncheck((0,file_content/* readFile */.TA)(path), { target: ".", file: "go.mod" });
    if (report.scanned === undefined)
        throw new report_error.ReportError("does not say which modules were scanned: it was cut off, or an old govulncheck wrote it (update it, and let its step fail)");
    if (report.scanLevel !== "module" && report.scanned.roots.length === 0)
        throw new report_error.ReportError("says that no package was scanned; run `govulncheck -json ./...` in the folder of the module");
    return report;
}
/** @throws ReportError when it is of another repository. */
function moduleOf({ scanned }, goMods) {
    const paths = scanned?.modules.map(({ path }) => path) ?? [];
    const module = goMods.find(({ goMod }) => paths.includes(goMod.module));
    if (module !== undefined)
        return module;
    throw new report_error.ReportError(`is about ${paths[0] === undefined ? "no module" : `the module ${(0,runner_inputs/* quote */.hD)(paths[0])}`}, and no go.mod that git tracks is of it`);
}
/** By its name, else by its file, as the change may have renamed the module. */
function sameModule({ file, goMod }, others) {
    return others.find((each) => each.goMod.module === goMod.module) ?? others.find((each) => each.file === file);
}
/** Where Trivy reports it, too: at the line of the go.mod that requires the module. */
function at(finding, { file, goMod }, targets) {
    const line = goMod.lines.get(finding.package?.name ?? "");
    const lines = line === undefined ? {} : { startLine: line, endLine: line };
    return { ...finding, place: { ...placeInTarget(file, targets), ...lines } };
}
function describe({ toolVersion, databaseDate }, name) {
    const time = Date.parse(databaseDate ?? "");
    const tool = toolVersion === undefined ? "govulncheck" : `govulncheck ${toolVersion}`;
    return {
        name: "govulncheck",
        version: null,
        updatedAt: Number.isNaN(time) ? null : time,
        origin: (0,report_escape/* revealInvisible */.hR)(`${name}, by ${tool}`),
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-key.js
var cache_key = __webpack_require__(3965);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/file-cache.js + 1 modules
var file_cache = __webpack_require__(2528);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/commit-archive.js

/** The longest that file systems take. */
const MAX_PATH_CHARACTERS = 4096;
/**
 * Unpacks the archive of a commit: tar, packed by gzip. Nothing is written, so that neither a name nor a link in it can
 * lead anywhere; a name that tries is an error all the same.
 *
 * @throws Error in half a sentence that says what is wrong with the archive.
 */
async function readCommitArchive(archive, limits) {
    const tar = unpacked(archive, limits.bytes);
    let entries = 0;
    let about;
    const files = [];
    for (const { header, data } of await entriesOf(tar)) {
        if (++entries > limits.entries)
            throw new Error(`it has more than ${limits.entries} entries`);
        about ??= { commit: header.pax?.comment ?? "", date: header.mtime?.getTime() ?? 0 };
        if (header.type !== "file")
            continue;
        if (!isPlainPath(header.name))
            throw new Error(`it holds a file with the path ${JSON.stringify(header.name.slice(0, 80))}`);
        files.push({
            path: header.name,
            bytes: data ?? new Uint8Array(),
            isExecutable: ((header.mode ?? 0) & 0o100) !== 0,
        });
    }
    if (about === undefined)
        throw new Error("it is empty");
    if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(about.commit))
        throw new Error("it does not say which commit it is of");
    return { ...about, files };
}
function unpacked(archive, maxOutputLength) {
    if (archive[0] !== 0x1f || archive[1] !== 0x8b)
        throw new Error("it is not packed by gzip");
    try {
        return (0,external_node_zlib_.gunzipSync)(archive, { maxOutputLength });
    }
    catch (error) {
        if (error.code === "ERR_BUFFER_TOO_LARGE")
            throw new Error(`it unpacks to more than ${maxOutputLength / 1_000_000} MB`);
        throw new Error(`it cannot be unpacked (${error.message}): was it cut off?`);
    }
}
async function entriesOf(tar) {
    // Only a run that unpacks an archive loads it.
    const { unpackTar } = await __webpack_require__.e(/* import() */ 561).then(__webpack_require__.bind(__webpack_require__, 1942));
    try {
        return await unpackTar(tar, { strict: true });
    }
    catch (error) {
        throw new Error(`it is not a whole tar archive (${error.message.replace(/\.$/, "")})`);
    }
}
function isPlainPath(path) {
    if (path.length > MAX_PATH_CHARACTERS || /[\\\u0000]/.test(path))
        return false;
    return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/tree-hash.js

/**
 * The hash that git gives to a tree of these files: it tells whether they are all that a commit has, and unchanged.
 *
 * @param depth how many folders at the start of each path do not belong to it.
 * @returns 40 hexadecimal digits, of SHA-1.
 */
function treeHash(files, depth = 0) {
    const root = new Map();
    for (const { path, bytes, isExecutable } of files) {
        const parts = path.split("/").slice(depth);
        const name = parts.pop() ?? "";
        let folder = root;
        for (const part of parts) {
            const known = folder.get(part);
            const inner = known instanceof Map ? known : new Map();
            if (inner !== known)
                folder.set(part, inner);
            folder = inner;
        }
        folder.set(name, { mode: isExecutable ? "100755" : "100644", hash: objectHash("blob", [bytes]) });
    }
    return folderHash(root).toString("hex");
}
function folderHash(folder) {
    const entries = [...folder].map(([name, entry]) => entry instanceof Map
        ? { order: Buffer.from(`${name}/`), name, mode: "40000", hash: folderHash(entry) }
        : { order: Buffer.from(name), name, ...entry });
    // Git compares bytes, and takes the name of a folder to end with a slash.
    entries.sort((a, b) => Buffer.compare(a.order, b.order));
    return objectHash("tree", entries.flatMap(({ mode, name, hash }) => [Buffer.from(`${mode} ${name}\0`), hash]));
}
function objectHash(type, parts) {
    const hash = (0,external_node_crypto_.createHash)("sha1").update(`${type} ${parts.reduce((sum, { length }) => sum + length, 0)}\0`);
    for (const part of parts)
        hash.update(part);
    return hash.digest();
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var github_error = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/packages/security/src/cvss/metrics.js
/** The parts of a vector. @returns undefined when one is not `NAME:VALUE`, or stands twice. */
function readMetrics(text) {
    const metrics = new Map();
    for (const part of text.split("/")) {
        const [, name, value] = /^([A-Za-z]+):([A-Za-z]+)$/.exec(part) ?? [];
        if (name === undefined || metrics.has(name))
            return undefined;
        metrics.set(name, value);
    }
    return metrics;
}
/** The weight of every metric that counts. @returns undefined when one is missing, or has a value that is not known. */
function weigh(metrics, weights) {
    const weighed = {};
    for (const [name, values] of Object.entries(weights)) {
        const value = metrics.get(name) ?? "";
        if (!Object.hasOwn(values, value))
            return undefined;
        weighed[name] = values[value];
    }
    return weighed;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/cvss/cvss-v2.js

/** https://www.first.org/cvss/v2/guide, 3.2.1 */
const WEIGHTS = {
    AV: { L: 0.395, A: 0.646, N: 1 },
    AC: { H: 0.35, M: 0.61, L: 0.71 },
    Au: { M: 0.45, S: 0.56, N: 0.704 },
    C: { N: 0, P: 0.275, C: 0.66 },
    I: { N: 0, P: 0.275, C: 0.66 },
    A: { N: 0, P: 0.275, C: 0.66 },
};
/** The base score of CVSS 2.0. @returns undefined when a metric is missing or has a value that is not known. */
function scoreV2(metrics) {
    const weighed = weigh(metrics, WEIGHTS);
    if (weighed === undefined)
        return undefined;
    const { AV, AC, Au, C, I, A } = weighed;
    const impact = 10.41 * (1 - (1 - C) * (1 - I) * (1 - A));
    const exploitability = 20 * AV * AC * Au;
    const score = impact === 0 ? 0 : (0.6 * impact + 0.4 * exploitability - 1.5) * 1.176;
    return Math.round(score * 10) / 10;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/cvss/cvss-v3.js

/** https://www.first.org/cvss/v3.1/specification-document, 7.4; 3.0 has the same. */
const cvss_v3_WEIGHTS = {
    AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
    AC: { L: 0.77, H: 0.44 },
    UI: { N: 0.85, R: 0.62 },
    C: { H: 0.56, L: 0.22, N: 0 },
    I: { H: 0.56, L: 0.22, N: 0 },
    A: { H: 0.56, L: 0.22, N: 0 },
};
/** Privileges weigh less where the flaw reaches beyond what it is in. */
const PRIVILEGES = {
    U: { PR: { N: 0.85, L: 0.62, H: 0.27 } },
    C: { PR: { N: 0.85, L: 0.68, H: 0.5 } },
};
/** The base score of CVSS 3.0 and 3.1. @returns undefined when a metric is missing or has a value that is not known. */
function scoreV3(metrics) {
    const scope = metrics.get("S");
    if (scope !== "U" && scope !== "C")
        return undefined;
    const weighed = weigh(metrics, { ...cvss_v3_WEIGHTS, ...PRIVILEGES[scope] });
    if (weighed === undefined)
        return undefined;
    const { AV, AC, PR, UI, C, I, A } = weighed;
    const base = 1 - (1 - C) * (1 - I) * (1 - A);
    const impact = scope === "U" ? 6.42 * base : 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15;
    if (impact <= 0)
        return 0;
    const sum = impact + 8.22 * AV * AC * PR * UI;
    return roundUp(Math.min(10, scope === "U" ? sum : 1.08 * sum));
}
/** The specification's own (appendix A): up to a tenth, unless only the fifth decimal says so. */
function roundUp(score) {
    const whole = Math.round(score * 100_000);
    return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/cvss/macro-scores.js
/**
 * The score of every MacroVector of CVSS 4.0 in tenths, from the specification's reference implementation
 * (FIRSTdotorg/cvss-v4-calculator, cvss_lookup.js, BSD-2-Clause). The key is EQ1 to EQ4; the list goes through EQ5 and,
 * within it, EQ6. Where EQ3 is 2, EQ6 is always 1.
 */
const MACRO_SCORES = {
    "0000": [100, 99, 98, 95, 95, 92],
    "0001": [100, 96, 93, 87, 91, 81],
    "0002": [93, 90, 89, 80, 81, 68],
    "0010": [98, 95, 95, 92, 90, 84],
    "0011": [93, 92, 89, 81, 81, 65],
    "0012": [88, 80, 78, 70, 69, 48],
    "0020": [92, 82, 72],
    "0021": [79, 69, 50],
    "0022": [69, 55, 27],
    "0100": [99, 97, 95, 92, 92, 85],
    "0101": [95, 91, 90, 83, 84, 71],
    "0102": [92, 81, 82, 71, 72, 53],
    "0110": [95, 93, 92, 85, 85, 73],
    "0111": [92, 82, 80, 72, 70, 59],
    "0112": [84, 70, 71, 52, 50, 30],
    "0120": [86, 75, 52],
    "0121": [71, 52, 29],
    "0122": [63, 29, 17],
    "1000": [98, 95, 94, 87, 91, 81],
    "1001": [94, 89, 86, 74, 77, 64],
    "1002": [87, 75, 74, 63, 63, 49],
    "1010": [94, 89, 88, 77, 76, 67],
    "1011": [86, 76, 74, 58, 59, 50],
    "1012": [72, 57, 57, 52, 52, 25],
    "1020": [83, 70, 54],
    "1021": [65, 58, 26],
    "1022": [53, 21, 13],
    "1100": [95, 90, 88, 76, 76, 70],
    "1101": [90, 77, 75, 62, 61, 53],
    "1102": [77, 66, 68, 59, 52, 30],
    "1110": [89, 78, 76, 67, 62, 58],
    "1111": [74, 59, 57, 57, 47, 23],
    "1112": [61, 52, 57, 29, 24, 16],
    "1120": [71, 59, 30],
    "1121": [58, 26, 15],
    "1122": [23, 13, 6],
    "2000": [93, 87, 86, 72, 75, 58],
    "2001": [86, 74, 74, 61, 56, 34],
    "2002": [70, 54, 52, 40, 40, 22],
    "2010": [85, 75, 74, 55, 62, 51],
    "2011": [72, 57, 55, 41, 46, 19],
    "2012": [53, 36, 34, 19, 19, 8],
    "2020": [64, 51, 20],
    "2021": [47, 21, 11],
    "2022": [24, 9, 4],
    "2100": [88, 75, 73, 53, 60, 50],
    "2101": [73, 55, 59, 40, 41, 20],
    "2102": [54, 43, 45, 22, 20, 11],
    "2110": [75, 55, 58, 45, 40, 21],
    "2111": [61, 51, 48, 18, 20, 9],
    "2112": [46, 18, 17, 7, 8, 2],
    "2120": [53, 24, 14],
    "2121": [24, 12, 5],
    "2122": [10, 3, 1],
};

;// CONCATENATED MODULE: ./build/js/packages/security/src/cvss/cvss-v4.js

/** The values of each metric from worst to least, which is also how far they are from the worst, in steps. */
const LEVELS = {
    AV: ["N", "A", "L", "P"],
    PR: ["N", "L", "H"],
    UI: ["N", "P", "A"],
    AC: ["L", "H"],
    AT: ["N", "P"],
    VC: ["H", "L", "N"],
    VI: ["H", "L", "N"],
    VA: ["H", "L", "N"],
    SC: ["S", "H", "L", "N"],
    SI: ["S", "H", "L", "N"],
    SA: ["S", "H", "L", "N"],
    CR: ["H", "M", "L"],
    IR: ["H", "M", "L"],
    AR: ["H", "M", "L"],
    E: ["A", "P", "U"],
};
/** What a metric is taken for where a vector does not state it, or has `X` for it: the worst. */
const UNSTATED = { E: "A", CR: "H", IR: "H", AR: "H" };
/** Metrics that every vector has to state. */
const BASE = ["AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA"];
/** Only the environment can say that people may be hurt (`MSI:S`, `MSA:S`). */
const SAFETY = ["SI", "SA"];
/** Metrics that say more of a flaw and play no part in its score. */
const SUPPLEMENTAL = ["S", "AU", "R", "V", "RE", "U"];
/** The groups of metrics that are scored together: of each level of an EQ its worst vectors, and how deep it is. */
const GROUPS = {
    eq1: {
        0: { depth: 1, worst: ["AV:N/PR:N/UI:N"] },
        1: { depth: 4, worst: ["AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"] },
        2: { depth: 5, worst: ["AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"] },
    },
    eq2: {
        0: { depth: 1, worst: ["AC:L/AT:N"] },
        1: { depth: 2, worst: ["AC:H/AT:N", "AC:L/AT:P"] },
    },
    eq36: {
        "00": { depth: 7, worst: ["VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"] },
        "01": { depth: 6, worst: ["VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"] },
        "10": { depth: 8, worst: ["VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"] },
        "11": {
            depth: 8,
            worst: [
                "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
                "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
                "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
                "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M",
            ],
        },
        "21": { depth: 10, worst: ["VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"] },
    },
    eq4: {
        0: { depth: 6, worst: ["SC:H/SI:S/SA:S"] },
        1: { depth: 5, worst: ["SC:H/SI:H/SA:H"] },
        2: { depth: 4, worst: ["SC:L/SI:L/SA:L"] },
    },
};
/**
 * The score of CVSS 4.0 (specification, section 8): that of the vector's MacroVector, less the mean of how far the
 * vector is on its way to the next lower one of each group.
 *
 * @returns undefined when a metric is missing or has a value that is not known
 */
function scoreV4(metrics) {
    const stated = resolve(metrics);
    if (stated === undefined)
        return undefined;
    const is = (name, value) => stated[name] === value;
    if (["VC", "VI", "VA", "SC", "SI", "SA"].every((name) => is(name, "N")))
        return 0;
    const open = [is("AV", "N"), is("PR", "N"), is("UI", "N")];
    const eq1 = open.every(Boolean) ? 0 : open.some(Boolean) && !is("AV", "P") ? 1 : 2;
    const eq2 = is("AC", "L") && is("AT", "N") ? 0 : 1;
    const eq3 = is("VC", "H") && is("VI", "H") ? 0 : is("VC", "H") || is("VI", "H") || is("VA", "H") ? 1 : 2;
    const eq4 = is("SI", "S") || is("SA", "S") ? 0 : is("SC", "H") || is("SI", "H") || is("SA", "H") ? 1 : 2;
    const eq5 = LEVELS.E.indexOf(stated.E);
    const eq6 = ["C", "I", "A"].some((part) => is(`${part}R`, "H") && is(`V${part}`, "H")) ? 0 : 1;
    const score = macroScore(eq1, eq2, eq3, eq4, eq5, eq6);
    const lower36 = eq3 === 0 && eq6 === 0
        ? Math.max(macroScore(eq1, eq2, 0, eq4, eq5, 1), macroScore(eq1, eq2, 1, eq4, eq5, 0))
        : eq3 === 1 && eq6 === 0
            ? macroScore(eq1, eq2, 1, eq4, eq5, 1)
            : macroScore(eq1, eq2, eq3 + 1, eq4, eq5, eq6);
    const steps = [
        [macroScore(eq1 + 1, eq2, eq3, eq4, eq5, eq6), share(GROUPS.eq1[eq1], stated)],
        [macroScore(eq1, eq2 + 1, eq3, eq4, eq5, eq6), share(GROUPS.eq2[eq2], stated)],
        [lower36, share(GROUPS.eq36[`${eq3}${eq6}`], stated)],
        [macroScore(eq1, eq2, eq3, eq4 + 1, eq5, eq6), share(GROUPS.eq4[eq4], stated)],
        // Nothing is between two levels of EQ5: it has one metric.
        [macroScore(eq1, eq2, eq3, eq4, eq5 + 1, eq6), 0],
    ];
    const known = steps.flatMap(([lower, part]) => (lower === undefined ? [] : [(score - lower) * part]));
    const mean = known.length === 0 ? 0 : known.reduce((sum, each) => sum + each, 0) / known.length;
    // Half a tenth goes up, also where a float is a hair below it.
    return Math.min(100, Math.max(0, Math.round(score - mean + 1e-5))) / 10;
}
/** In tenths; undefined where there is no such MacroVector. */
function macroScore(eq1, eq2, eq3, eq4, eq5, eq6) {
    if (eq5 > 2 || eq6 > 1)
        return undefined;
    const scores = MACRO_SCORES[`${eq1}${eq2}${eq3}${eq4}`];
    return eq3 === 2 ? scores?.[eq5] : scores?.[eq5 * 2 + eq6];
}
/** How far a vector is from the worst of its group, of the way to the next lower group. */
function share({ depth, worst }, stated) {
    for (const vector of worst) {
        const distances = vector.split("/").map((part) => {
            const [name, value] = part.split(":");
            return LEVELS[name].indexOf(stated[name]) - LEVELS[name].indexOf(value);
        });
        if (distances.every((distance) => distance >= 0))
            return distances.reduce((sum, each) => sum + each, 0) / depth;
    }
    return 0;
}
/** Every metric that counts, with what the environment says of it in place of what the base does. */
function resolve(metrics) {
    const stated = {};
    for (const [name, values] of Object.entries(LEVELS)) {
        const base = metrics.get(name) ?? (Object.hasOwn(UNSTATED, name) ? "X" : "");
        const own = base === "X" ? (UNSTATED[name] ?? "") : base;
        if (!values.includes(own) || own === "S")
            return undefined;
        const modified = BASE.includes(name) ? (metrics.get(`M${name}`) ?? "X") : "X";
        if (modified !== "X" && (!values.includes(modified) || (modified === "S" && !SAFETY.includes(name)))) {
            return undefined;
        }
        stated[name] = modified === "X" ? own : modified;
    }
    return [...metrics.keys()].every(isMetric) ? stated : undefined;
}
function isMetric(name) {
    return (Object.hasOwn(LEVELS, name) || SUPPLEMENTAL.includes(name) || (name.startsWith("M") && BASE.includes(name.slice(1))));
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/cvss/cvss.js




/** A vector of 4.0 with every metric has 33 parts. */
const cvss_MAX_CHARACTERS = 300;
const PREFIX = /^CVSS:(3\.0|3\.1|4\.0)\//;
/**
 * Rates a vector such as `CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N`; one of 2.0 has no prefix. The score of 2.0 and
 * 3.x is the base score; 4.0 has a single score, which takes in threat and environment where the vector states them.
 *
 * @returns undefined when the vector lacks a metric, repeats one, or has a value that its version does not know
 */
function rateCvss(vector) {
    if (vector.length > cvss_MAX_CHARACTERS)
        return undefined;
    const prefix = PREFIX.exec(vector);
    const version = (prefix?.[1] ?? "2.0");
    const metrics = readMetrics(vector.slice(prefix?.[0].length ?? 0));
    if (metrics === undefined)
        return undefined;
    const score = version === "4.0" ? scoreV4(metrics) : version === "2.0" ? scoreV2(metrics) : scoreV3(metrics);
    return score === undefined ? undefined : { version, score, severity: severityOf(score, version) };
}
/**
 * The scale of CVSS 3 and 4 (specification 3.1, section 5); 2.0 has none of its own, and NVD's ends at high. A score of
 * 0 has the word none there; here it is the least that a finding can have.
 */
function severityOf(score, version) {
    if (score >= 9 && version !== "2.0")
        return "critical";
    if (score >= 7)
        return "high";
    return score >= 4 ? "medium" : "low";
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/rustsec/advisory.js






/** The longest of those of 2026-08-21 has 10 kB. */
const MAX_ADVISORY_BYTES = 256_000;
const FENCE = "```toml";
const DATE = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
/**
 * Looks an advisory over, a tenth of the work of reading it: a database has 1,200 of them, and a lock file needs fifty.
 *
 * @throws ReportError when it is cut off, or is not an advisory
 */
function outlineAdvisory(bytes) {
    const { frontMatter } = split(advisory_decode(bytes));
    const field = (name) => new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*["']([^"'\n]*)["']`, "m").exec(frontMatter)?.[1];
    const date = field("date") ?? "";
    const outline = { package: field("package") ?? "", date };
    if (outline.package === "")
        throw new report_error.ReportError("names no package");
    if (!DATE.test(date))
        throw new report_error.ReportError("has no date such as 2026-11-28");
    return outline;
}
/**
 * Reads an advisory: TOML between fences, then Markdown that begins with the title.
 *
 * @throws ReportError that names the field. An advisory that cannot be judged is never left out.
 */
function readAdvisory(bytes) {
    const { frontMatter, title } = split(advisory_decode(bytes));
    const root = (0,toml.parseToml)(frontMatter);
    const advisory = root.get("advisory");
    const affected = root.get("affected");
    const versions = root.get("versions");
    // `patched = []` says that there is no fix; to say nothing is a mistake.
    if (versions.get("patched").isMissing)
        throw versions.get("patched").not("a list");
    const cvss = advisory_optionalText(advisory.get("cvss"));
    const url = advisory_optionalText(advisory.get("url"));
    return {
        id: match(advisory.get("id"), /^RUSTSEC-[0-9]{4}-[0-9]{4,}$/, "an id such as RUSTSEC-2026-0001"),
        package: match(advisory.get("package"), /^[A-Za-z0-9_-]+$/, "the name of a crate"),
        title,
        date: date(advisory.get("date")),
        url: url?.startsWith("https://") ? url : undefined,
        categories: texts(advisory.get("categories")),
        aliases: texts(advisory.get("aliases")),
        related: texts(advisory.get("related")),
        rating: cvss === undefined ? undefined : rateCvss(cvss),
        informational: advisory_optionalText(advisory.get("informational")),
        withdrawn: advisory.get("withdrawn").isMissing ? undefined : date(advisory.get("withdrawn")),
        source: advisory_optionalText(advisory.get("source")),
        affected: {
            functions: affected.get("functions").isMissing ? [] : readFunctions(affected.get("functions")),
            os: texts(affected.get("os")),
            arch: texts(affected.get("arch")),
        },
        patched: requirements(versions.get("patched")).map(rangeOf),
        unaffected: requirements(versions.get("unaffected")).map(rangeOf),
    };
}
function advisory_decode(bytes) {
    if (bytes.length > MAX_ADVISORY_BYTES)
        throw new report_error.ReportError(`is larger than ${MAX_ADVISORY_BYTES / 1000} kB`);
    return (0,byte_order_mark.withoutMark)(new TextDecoder().decode(bytes)).replaceAll("\r\n", "\n");
}
function split(text) {
    if (!text.startsWith(FENCE))
        throw new report_error.ReportError("does not begin with ```toml: it is not an advisory");
    const end = text.indexOf("\n```", FENCE.length);
    if (end === -1)
        throw new report_error.ReportError("ends within its TOML: it was cut off");
    const heading = /^```\s*# +([^\n]*)(?:\n|$)/.exec(text.slice(end + 1));
    const title = (heading?.[1] ?? "").trim();
    if (title === "")
        throw new report_error.ReportError("has no title after its TOML: it was cut off");
    return { frontMatter: text.slice(FENCE.length, end), title };
}
function readFunctions(functions) {
    return [...functions.entries()].map(([path, versions]) => ({ path, versions: requirements(versions) }));
}
function requirements(value) {
    return texts(value).map((text) => {
        try {
            return parseCargoRequirement(text);
        }
        catch (error) {
            throw value.not(`a list of version requirements of Cargo: it ${error.message}`);
        }
    });
}
function texts(value) {
    return value.isMissing ? [] : [...value.items()].map((each) => each.text());
}
function advisory_optionalText(value) {
    return value.isMissing ? undefined : value.text();
}
function date(value) {
    return match(value, DATE, "a date such as 2026-11-28");
}
function match(value, pattern, expected) {
    const text = value.text();
    if (!pattern.test(text))
        throw value.not(expected);
    return text;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/rustsec/advisory-database.js


/** It had 1,205 on 2026-08-21, and none is ever deleted. Far fewer are another repository, or a part of this one. */
const FEWEST_ADVISORIES = 1000;
const MAX_ADVISORIES = 50_000;
/** `crates/NAME/ID.md`, below at most one folder. What is about Rust itself (`rust/`) no lock file names. */
const ADVISORY_PATH = /^(?:[^/]+\/)?crates\/([^/]+)\/([^/.][^/]*)$/;
const ADVISORY_NAME = /^(RUSTSEC-[0-9]{4}-[0-9]{4,})\.md$/;
/** A draft that has no number yet is not counted. */
const DRAFT = "RUSTSEC-0000-0000";
/** What a message lists before it only counts. */
const advisory_database_MAX_LISTED = 3;
/**
 * The advisories of a database by crate. All of them are looked over when it is opened, and those of a crate are read
 * when somebody asks for it: that is a tenth of the time.
 */
class AdvisoryDatabase {
    /** All that it holds, those that were withdrawn too. */
    size;
    /** Date of the newest advisory: `2026-11-28`. */
    newest;
    #files;
    #read = new Map();
    constructor(files) {
        this.size = files.length;
        this.newest = files.reduce((newest, { date }) => (date > newest ? date : newest), "");
        this.#files = Map.groupBy(files, (file) => file.package);
    }
    /**
     * The advisories about a crate that count, by id.
     *
     * @throws ReportError for one that cannot be read: nothing would be known of this crate
     */
    about(crate) {
        const known = this.#read.get(crate) ?? (this.#files.get(crate) ?? []).map(readFile);
        this.#read.set(crate, known);
        return known.filter(({ withdrawn }) => withdrawn === undefined).sort((a, b) => (a.id < b.id ? -1 : 1));
    }
}
/**
 * Opens the advisory database with the files of its repository. Their bytes are kept, not copied.
 *
 * @param fewest with fewer advisories it is not the database
 * @throws ReportError that names what is wrong with the archive
 */
function openAdvisoryDatabase(entries, fewest = FEWEST_ADVISORIES) {
    const byId = new Map();
    const problems = [];
    let files = 0;
    for (const { path, bytes } of entries) {
        files++;
        const [, folder, name] = ADVISORY_PATH.exec(path) ?? [];
        if (folder === undefined || name === undefined || name.startsWith(`${DRAFT}.`))
            continue;
        try {
            const file = outlineFile(folder, name, bytes);
            if (byId.has(file.id))
                throw new report_error.ReportError("has an id that another advisory has");
            byId.set(file.id, file);
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            problems.push(`${folder}/${name} ${error.message}`);
        }
        if (byId.size > MAX_ADVISORIES)
            throw new report_error.ReportError(`has more than ${MAX_ADVISORIES} advisories`);
    }
    if (files === 0)
        throw new report_error.ReportError("is empty: it holds no files");
    if (problems.length > 0)
        throw unreadable(problems);
    if (byId.size < fewest) {
        throw new report_error.ReportError(`is not the whole RustSec advisory database: it has ${byId.size} of at least ${fewest} advisories, in ${files} files`);
    }
    return new AdvisoryDatabase([...byId.values()]);
}
function outlineFile(folder, name, bytes) {
    const [, id] = ADVISORY_NAME.exec(name) ?? [];
    if (id === undefined)
        throw new report_error.ReportError("is not named like an advisory, RUSTSEC-2026-0001.md");
    const outline = outlineAdvisory(bytes);
    if (outline.package !== folder)
        throw new report_error.ReportError(`is about another crate, ${outline.package}`);
    return { ...outline, id, bytes };
}
function readFile({ id, package: crate, bytes }) {
    const advisory = attempt(() => readAdvisory(bytes), id);
    if (advisory.id !== id || advisory.package !== crate) {
        throw new report_error.ReportError(`the advisory ${id} has the id ${advisory.id} and is about ${advisory.package}`);
    }
    return advisory;
}
function attempt(read, id) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new report_error.ReportError(`the advisory ${id} cannot be read: ${error.message}`, { cause: error });
    }
}
function unreadable(problems) {
    const listed = problems.slice(0, advisory_database_MAX_LISTED).join("; ");
    const more = problems.length > advisory_database_MAX_LISTED ? `; and ${problems.length - advisory_database_MAX_LISTED} more` : "";
    return new report_error.ReportError(`has advisories that cannot be read: ${listed}${more}`);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/rustsec/age.js

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Clocks differ. */
const CLOCK_SKEW = HOUR;
/**
 * What is wrong with the age of a database, half a sentence; undefined when nothing is. Pure.
 *
 * @param maxAge milliseconds. @param skew how far in the future it may be, milliseconds.
 */
function ageProblem(updatedAt, now, maxAge, skew = CLOCK_SKEW) {
    if (!Number.isFinite(updatedAt))
        return "has no date";
    const day = dayOf(updatedAt);
    if (updatedAt > now + skew)
        return `is of ${day}, which is in the future: is this machine's clock right?`;
    if (now - updatedAt <= maxAge)
        return undefined;
    return `is of ${day}, ${ageInWords(now - updatedAt)} old, and may be ${ageInWords(maxAge)} old (\`rustsec-max-age\`)`;
}
/** `3 days`, `5 hours`; rounded down. */
function ageInWords(milliseconds) {
    const age = Math.max(0, milliseconds);
    return age >= 2 * DAY || (age >= DAY && age % DAY === 0)
        ? (0,quantity.counted)(Math.floor(age / DAY), "day")
        : (0,quantity.counted)(Math.floor(age / HOUR), "hour");
}
/** `2026-11-28`, in UTC. */
function dayOf(time) {
    return new Date(time).toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/rustsec/advisory-archive.js











const REPOSITORY = { owner: "RustSec", repo: "advisory-db" };
const REPOSITORY_NAME = `${REPOSITORY.owner}/${REPOSITORY.repo}`;
/** Fifty times what it has. */
const LIMITS = { bytes: 100_000_000, entries: 100_000 };
/** The archive as GitHub made it: it says itself which commit it is of. */
const KEPT = { file: "rustsec-advisory-db.tar.gz", maxBytes: 50_000_000 };
/** An old commit has fewer advisories than the newest: in February 2025 it had 714. */
const FEWEST_OF_OLD = 500;
/** Kept apart, since only what was the newest may stand in for the newest. */
const NEWEST = "jessy-rustsec-newest";
const PINNED = "jessy-rustsec-pinned";
/** What is kept stands in for GitHub, so it is not waited for longer: milliseconds. */
const PATIENCE = 120_000;
/**
 * The database from its repository: of the commit that was chosen, else of the newest. It comes from the cache when that
 * has exactly the files that GitHub says the commit has: what a pull request's runs keep, they also find before anything
 * else. When GitHub cannot be asked, the last one that was kept stands in, as long as it is young enough; never for a
 * fork, whose code may have made it.
 *
 * @throws UserError when there is none that can be used.
 */
async function openAdvisoryArchive(source, io) {
    const { commit, cache } = source;
    try {
        const newest = commit === undefined ? await askCommit("main", io) : undefined;
        const wanted = newest?.sha ?? commit;
        const kept = cache ? await readKept(keysOf(wanted), source, io) : undefined;
        if (kept?.commit === wanted) {
            const { tree } = newest ?? (await askCommit(wanted, io));
            if (kept.tree() === tree)
                return judged(kept, source, "the cache");
            io.log.info(`${RUSTSEC} is not taken from the cache: its files are not those of the commit ${wanted}`);
        }
        return judged(await download(wanted, source, io), source, originOf(io));
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y))
            throw error;
        return standIn(error, source, io);
    }
}
/** A chosen commit may once have been the newest. */
function keysOf(commit) {
    return [(0,cache_key.cacheKey)(NEWEST, commit), (0,cache_key.cacheKey)(PINNED, commit)];
}
async function askCommit(ref, io) {
    const github = (await io.github()).within(PATIENCE);
    const answer = (0,shape.object)({ sha: shape.sha, commit: (0,shape.object)({ tree: (0,shape.object)({ sha: shape.sha }) }) });
    const { sha: found, commit } = await github.request(COMMIT_ROUTE, { ...REPOSITORY, ref }, answer);
    return { sha: found, tree: commit.tree.sha };
}
const COMMIT_ROUTE = "GET /repos/{owner}/{repo}/commits/{ref}";
async function download(wanted, { commit, cache }, io) {
    const github = (await io.github()).within(PATIENCE);
    const bytes = await github.download("GET /repos/{owner}/{repo}/tarball/{ref}", { ...REPOSITORY, ref: wanted });
    let archive;
    try {
        archive = await openArchive(bytes, commit !== undefined);
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${RUSTSEC}, as ${originOf(io)} sends it, cannot be used: ${error.message}`);
    }
    if (archive.commit !== wanted)
        throw new user_error/* UserError */.y(`${originOf(io)} sends the commit ${archive.commit} of ${RUSTSEC} for ${wanted}`);
    const { ref, defaultBranch } = io.event();
    // What a pull request keeps nobody else can read.
    if (cache && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`) {
        const key = (0,cache_key.cacheKey)(commit === undefined ? NEWEST : PINNED, wanted);
        await (0,file_cache.saveToCache)(KEPT, key, [bytes], { folder: (0,external_node_path_.join)(io.temporary, "cache"), log: io.log });
    }
    return archive;
}
/** @throws Error in half a sentence, or of the database. */
async function openArchive(bytes, isChosen) {
    const { commit, date, files } = await readCommitArchive(bytes, LIMITS);
    const advisories = openAdvisoryDatabase(files, isChosen ? FEWEST_OF_OLD : FEWEST_ADVISORIES);
    return { commit, date, tree: () => treeHash(files, 1), advisories };
}
/** @returns undefined when there is nothing, or nothing that can be used: the log says why. */
async function readKept(keys, { commit }, io) {
    const kept = await (0,file_cache.readFromCache)(KEPT, keys, io);
    if (kept.state === "miss")
        return undefined;
    if (kept.state !== "hit") {
        io.log.info(`${RUSTSEC} is not taken from the cache: ${kept.reason}`);
        return undefined;
    }
    try {
        return await openArchive(kept.content, commit !== undefined);
    }
    catch (error) {
        io.log.info(`${RUSTSEC} is not taken from the cache: ${error.message}`);
        return undefined;
    }
}
async function standIn(error, source, io) {
    const { commit, cache, maxAge } = source;
    const fail = (more) => unavailable(error, commit, more, io);
    // What GitHub does not have, no cache has either.
    if (error.status === 404 || error.status === 422)
        throw fail("");
    if (io.event().pullRequest?.fork === true)
        throw fail("; what the cache has is not trusted in a fork's pull request");
    const kept = cache
        ? await readKept(commit === undefined ? [(0,cache_key.cacheKey)(NEWEST)] : keysOf(commit), source, io)
        : undefined;
    if (kept === undefined || (commit !== undefined && kept.commit !== commit))
        throw fail("; no earlier one is in the cache");
    const problem = commit === undefined ? ageProblem(kept.date, Date.now(), maxAge) : undefined;
    if (problem !== undefined)
        throw fail(`; the last one in the cache ${problem}`);
    const age = ageInWords(Date.now() - kept.date);
    const warning = `${RUSTSEC} is the last one that was kept, ${age} old, since GitHub did not answer: ${error.message}`;
    const { advisories, about } = judged(kept, source, "the cache");
    return { advisories, about: { ...about, warning } };
}
function judged({ commit, date, advisories }, source, origin) {
    const problem = ageProblem(date, Date.now(), source.maxAge);
    // A commit that somebody chose is as old as it is.
    if (source.commit === undefined && problem !== undefined)
        throw new user_error/* UserError */.y(`${RUSTSEC} (${origin}, commit ${commit}) ${problem}`);
    return { advisories, about: { name: "rustsec", version: commit, updatedAt: date, origin } };
}
/** `github.com/RustSec/advisory-db`. */
function originOf(io) {
    return `${new URL(io.event().serverUrl).host}/${REPOSITORY_NAME}`;
}
function unavailable(error, commit, more, io) {
    const missing = commit === undefined ? "is not there" : `has no commit ${commit}`;
    const reason = error.status === 404 || error.status === 422 ? `it ${missing} (${error.message})` : error.message;
    // GitHub Enterprise Server answers for its own repositories alone, and nothing else is asked on its behalf.
    const mirror = new URL(io.event().serverUrl).host === "github.com" ? "" : `mirror ${REPOSITORY_NAME} on this server, `;
    return new user_error/* UserError */.y(`${RUSTSEC} cannot be fetched from ${originOf(io)}: ${reason}${more}; ${mirror}clone it in an earlier step and give \`rustsec-folder\`, or set \`rustsec: off\` to leave Cargo.lock to Trivy alone`);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/rustsec/advisory-folder.js












/** An advisory has the date of a day, which begins earlier in the east. */
const DAY_SKEW = CLOCK_SKEW + 24 * 60 * 60 * 1000;
/**
 * The database in a folder that another step prepared. A checkout has a commit and its date; a plain folder is as old as
 * its newest advisory.
 *
 * @throws UserError that names what is wrong with it.
 */
async function openAdvisoryFolder(folder, { commit, maxAge }, io) {
    const path = (0,external_node_path_.resolve)(io.workspace, folder);
    const fail = (problem) => new user_error/* UserError */.y(`input \`rustsec-folder\`: ${(0,runner_inputs/* quote */.hD)(folder)} ${problem}`);
    const advisories = naming(fail, () => openAdvisoryDatabase(advisoryFiles(path)));
    const checkout = await checkoutOf(path, io);
    if (commit !== undefined && commit !== checkout?.commit)
        throw fail(checkout === undefined
            ? "is not a git checkout, so nobody can tell whether it is of the commit that `rustsec-commit` names"
            : `is of the commit ${checkout.commit}, and \`rustsec-commit\` names ${commit}`);
    const updatedAt = Date.parse(checkout?.date ?? `${advisories.newest}T00:00:00Z`);
    const problem = ageProblem(updatedAt, Date.now(), maxAge, checkout === undefined ? DAY_SKEW : CLOCK_SKEW);
    // A commit that somebody chose is as old as it is.
    if (commit === undefined && problem !== undefined)
        throw fail(problem);
    const place = `the folder ${(0,shown_path.shownPath)(path, io.workspace) || "."}`;
    const origin = checkout === undefined ? `${place}, which is not a git checkout: its date is that of its newest advisory` : place;
    const warning = checkout?.isChanged === true ? `${place} differs from the commit that is checked out there.` : undefined;
    return {
        advisories,
        about: {
            name: "rustsec",
            version: checkout?.commit ?? null,
            updatedAt: Number.isFinite(updatedAt) ? updatedAt : null,
            origin,
            ...(warning !== undefined && { warning: `${RUSTSEC}: ${warning}` }),
        },
    };
}
/** Only of a folder that is a repository itself: one within the workspace's own has not its commits. */
async function checkoutOf(path, io) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, ".git")))
        return undefined;
    const git = await io.git(path);
    await git.root();
    const commit = await git.resolve("HEAD");
    if (commit === undefined)
        return undefined;
    return { commit, date: await git.commitDate(commit), isChanged: !(await git.isClean()) };
}
function naming(fail, work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            throw fail(error.message);
        const refusal = (0,file_error/* describeFileError */.SQ)(error);
        throw refusal === undefined ? error : fail(`cannot be read: ${refusal}`);
    }
}
/** The advisories below `crates/`, named as an archive names them. No link is followed. */
function advisoryFiles(folder) {
    const crates = (0,external_node_path_.join)(folder, "crates");
    if (!(0,external_node_fs_.lstatSync)(folder).isDirectory() || (0,external_node_fs_.lstatSync)(crates, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new report_error.ReportError(`has no folder \`crates\`, as ${RUSTSEC} has`);
    const files = [];
    for (const entry of (0,external_node_fs_.readdirSync)(crates, { recursive: true, withFileTypes: true })) {
        if (entry.isDirectory())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const name = (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join("/");
        if (!entry.isFile())
            throw new report_error.ReportError(`holds ${(0,runner_inputs/* quote */.hD)(name)}, which is neither a file nor a folder`);
        if (files.length === MAX_ADVISORIES)
            throw new report_error.ReportError(`holds more than ${MAX_ADVISORIES} files`);
        if ((0,external_node_fs_.lstatSync)(path).size > MAX_ADVISORY_BYTES)
            throw new report_error.ReportError(`holds ${(0,runner_inputs/* quote */.hD)(name)}, which is larger than ${MAX_ADVISORY_BYTES / 1000} kB`);
        files.push({ path: name, bytes: (0,file_content/* readFile */.TA)(path) });
    }
    return files;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/rustsec/open-rustsec.js








/**
 * RustSec's advisory database, from where the inputs say.
 *
 * @param files tracked in the workspace. @throws UserError when there is none that can be used.
 */
async function openRustSec(inputs, files, io) {
    const { commit, folder } = inputs;
    // A branch or a short hash is another commit tomorrow.
    if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit))
        throw new user_error/* UserError */.y(`input \`rustsec-commit\` is ${(0,runner_inputs/* quote */.hD)(commit)}; write all 40 hexadecimal digits of a commit of RustSec/advisory-db`);
    if (folder !== undefined && isTrackedFolder(folder, io.workspace, files))
        throw new user_error/* UserError */.y(`input \`rustsec-folder\`: ${(0,runner_inputs/* quote */.hD)(folder)} is tracked by git, so a change could take advisories out of it; clone RustSec/advisory-db in an earlier step`);
    const opened = folder === undefined ? await openAdvisoryArchive(inputs, io) : await openAdvisoryFolder(folder, inputs, io);
    const { advisories, about } = opened;
    const version = about.version === null ? "" : `, commit ${about.version.slice(0, 12)}`;
    const date = about.updatedAt === null ? "" : ` of ${dayOf(about.updatedAt)}`;
    io.log.info(`${RUSTSEC}: ${(0,quantity.count)(advisories.size)} advisories${version}${date}, from ${about.origin}`);
    return opened;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/open-advisories.js






/**
 * The advisory database of RustSec, the index of crates.io and the files of govulncheck, as far as a run needs them: a
 * repository without a Cargo.lock asks nobody.
 *
 * @param files tracked in the workspace, which is the repository's root. @throws UserError when a database that is
 * needed is not available.
 */
async function openAdvisories(inputs, files, io) {
    const { advisories } = inputs;
    const govulncheck = await openGovulncheck(advisories.govulncheck, files, inputs.targets, io);
    const hasLocks = advisories.rustsec && lockFiles(files, inputs).length > 0;
    const rustsec = hasLocks ? await openRustSec(advisories, files, io) : undefined;
    const index = hasLocks && advisories.index !== undefined ? await openIndex(advisories.index, files, io) : undefined;
    return {
        databases: [
            ...(rustsec === undefined ? [] : [rustsec.about]),
            ...(index === undefined ? [] : [index.about]),
            ...govulncheck.databases,
        ],
        audit: async (folder, tracked, side) => {
            const { findings, problems } = side === "head" ? govulncheck.head : { findings: govulncheck.atBase(folder, tracked), problems: [] };
            const locks = rustsec === undefined ? NOTHING : await auditLocks(folder, tracked, { rustsec, index, scope: inputs });
            for (const { file, judged } of locks.locks)
                io.log.info(`${side === "head" ? "" : "base: "}${file}: ${(0,quantity.counted)(judged, "package")} of crates.io`);
            return {
                findings: [...locks.findings, ...findings],
                locks: locks.locks,
                problems: [...locks.problems, ...problems],
            };
        },
    };
}
/** A base may have locks that the head removed: they are gone, and nothing is new about them. */
const NOTHING = { findings: [], locks: [], problems: [] };

// EXTERNAL MODULE: ./build/js/packages/kit/src/git/comparison.js
var git_comparison = __webpack_require__(6102);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/history-error.js

/** Whether it is about the repository: none, a damaged one, or no way to its remote. It is not a fault of ours. */
function isHistoryError(error) {
    return error instanceof user_error/* UserError */.y || (error instanceof Error && error.message.startsWith("git "));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/find-base.js



/**
 * The commit that this run is compared with, and what differs. Never throws for a history that cannot be read: that is
 * `no-base`.
 *
 * No event is refused: a scan reads what is checked out and runs none of it. A run that holds secrets and has checked
 * out somebody's pull request (`pull_request_target`, `workflow_run`) is about a change like any other.
 */
async function findBase({ onlyNew, base }, io) {
    if (!onlyNew)
        return { state: "none", cause: "not-asked", reason: "`only-new` is `false`" };
    try {
        const git = await io.git(await (await io.git()).root());
        const comparison = base === undefined ? await compareByEvent(git, io.event()) : await compareWith(git, base);
        if (comparison.state === "none")
            return comparison;
        const { paths, renames } = await git.changes(comparison.base, comparison.head);
        const uncommitted = await findUncommitted(git, io);
        return {
            state: "compared",
            commit: comparison.base,
            reason: comparison.reason,
            renames,
            changed: [...new Set([...paths, ...uncommitted])],
            uncommitted,
        };
    }
    catch (error) {
        if (!isHistoryError(error))
            throw error;
        return noBase(error.message);
    }
}
/** The two commits that an event is about. Undefined input `base`. */
async function compareByEvent(git, event) {
    const head = await git.resolve("HEAD");
    // The workflow checked out something else than the event names, such as the head of a pull request in a `workflow_run`.
    const isElsewhere = event.pullRequest === undefined && event.before === undefined && event.sha !== "" && event.sha !== head;
    const comparison = await (0,git_comparison.findComparison)(git, isElsewhere ? { ...event, ref: "" } : event);
    if (comparison.state === "none" || comparison.base !== comparison.head)
        return comparison;
    const what = `HEAD, ${comparison.head.slice(0, 10)}, has nothing that its base does not have`;
    // Under `pull_request_target` actions/checkout takes the base: compared with itself, nothing would be new.
    if (event.pullRequest !== undefined)
        return noBase(`${what}; check out the head of the pull request`);
    return { state: "none", cause: "no-change", reason: what };
}
/** What git takes for the name of a branch that can be fetched. */
const BRANCH = /^(?!-)(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\s~^:?*[\\\u0000-\u0020\u007f]{1,250}$/;
async function compareWith(git, base) {
    const head = await git.resolve("HEAD");
    if (head === undefined)
        return noBase("the repository has no commit");
    const found = await resolveBase(git, base);
    if (found === undefined)
        return noBase(`the input \`base\` is \`${base}\`, and no such branch, tag or commit is here or can be fetched; write a whole commit id, or check out with \`fetch-depth: 0\``);
    if (found === head)
        return noBase(`the input \`base\` is \`${base}\`, which is HEAD itself: compared with itself, nothing would be new`);
    return { state: "compared", base: found, head, reason: `HEAD against \`${base}\`, the input \`base\`` };
}
async function resolveBase(git, base) {
    if (/[\u0000-\u001f]/.test(base))
        return undefined;
    const known = (await git.resolve(`refs/remotes/origin/${base}`)) ?? (await git.resolve(base));
    if (known !== undefined)
        return known;
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(base))
        return (await git.fetchCommit(base)) ? base : undefined;
    return BRANCH.test(base) ? git.fetchBranch(base) : undefined;
}
/** What the scan of the workspace sees and no commit has: edited files, build output, what earlier steps fetched. */
async function findUncommitted(git, io) {
    const root = await git.root();
    const own = (0,external_node_path_.relative)(root, io.temporary).replaceAll("\\", "/");
    const entries = [...(await git.changedFiles()), ...(await git.untrackedEntries())];
    return entries.filter((entry) => !(entry.endsWith("/") ? `${own}/`.startsWith(entry) : entry.startsWith(`${own}/`)));
}
function noBase(reason) {
    return { state: "none", cause: "no-base", reason };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/advisories/audited-paths.js
/** Whether an audit reads a file, by its path; a folder that git does not track, with `/` at its end, may hold one. Pure. */
function isAudited(path) {
    return /(?:^|\/)(?:Cargo\.lock|go\.mod|go\.sum)$|\/$/.test(path);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/targets/target.js
/**
 * What a line of `targets` names: a folder for everything that is in it, a folder for its configuration alone, an SBOM,
 * an image in a registry or in the local engine, one that `docker save` wrote, or an OCI layout.
 */
const TARGET_KINDS = ["fs", "config", "sbom", "image", "image-archive", "oci-layout"];
/** Targets whose base is another commit of the repository. */
const IN_REPOSITORY = ["fs", "config", "sbom"];

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/base-checkout.js


/** Where the base's files are. @param temporary of the action. */
function baseFolder(temporary) {
    return (0,external_node_path_.join)(temporary, "base");
}
/**
 * The base's files as git has them, in a folder of their own below `io.temporary`: by no hook, and by none of the
 * programs that the clone names for its files, so that files of Git LFS are their pointers. It is no repository, and
 * nothing of it stays in the clone.
 *
 * A submodule that is at the same commit in both is taken from the workspace, if it is checked out there: otherwise all
 * that is in it would be new.
 *
 * @returns its root, absolute.
 * @throws Error that `isHistoryError` knows, where git cannot do it: then there is no base, and everything counts.
 */
async function checkOutBase(commit, io) {
    const folder = baseFolder(io.temporary);
    removeFolder(folder);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(folder), { recursive: true });
    const root = await (await io.git()).root();
    const git = await io.git(root);
    await git.addWorktree(folder, commit);
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, ".git"));
    await git.pruneWorktrees();
    await copySubmodules(commit, { git, root, folder, io });
    return folder;
}
/** Whatever is left of it by a run before. */
function removeFolder(folder) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
}
async function copySubmodules(commit, { git, root, folder, io }) {
    const submodules = await git.submodules(commit);
    if (submodules.size === 0)
        return;
    const present = await git.submodules("HEAD");
    for (const [path, id] of submodules) {
        const place = (0,external_node_path_.join)(root, path);
        if (present.get(path) !== id || (await checkedOut(place, io)) !== id)
            continue;
        // Links as they are: what they lead to is none of the base's.
        const options = { recursive: true, verbatimSymlinks: true, filter: (file) => (0,external_node_path_.basename)(file) !== ".git" };
        (0,external_node_fs_.cpSync)(place, (0,external_node_path_.join)(folder, path), options);
    }
}
/** The commit of the submodule itself; a folder without one belongs to the repository around it, which is another. */
async function checkedOut(place, io) {
    try {
        return await (await io.git(place)).resolve("HEAD");
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/secret-marks.js




/**
 * Tells secrets by the lines that they stand in: Trivy leaves out what they are, and a token that takes another's place
 * would be the same one. What cannot be read has no mark, and is then new.
 *
 * @param path of the target on this side, absolute.
 * @param key made for this run and never written anywhere: a short password could be guessed from its plain hash.
 */
function markSecrets(findings, path, key) {
    const files = new Map();
    return findings.map((finding) => {
        const { kind, place } = finding;
        if (kind !== "secret" || place.startLine === undefined)
            return finding;
        if (!files.has(place.file))
            files.set(place.file, linesOf(path, place.file));
        const lines = files.get(place.file)?.slice(place.startLine - 1, place.endLine ?? place.startLine) ?? [];
        if (lines.length === 0)
            return finding;
        // Moved to the right, or with another end of line, a line says the same.
        const text = lines.map((line) => line.trim()).join("\n");
        return { ...finding, mark: (0,external_node_crypto_.createHmac)("sha256", key).update(text).digest("hex") };
    });
}
function linesOf(path, file) {
    try {
        const folder = (0,external_node_fs_.statSync)(path).isFile() ? (0,external_node_path_.dirname)(path) : path;
        // As bytes: what is not UTF-8 would be one and the same.
        return (0,file_content/* readFile */.TA)((0,external_node_path_.join)(folder, file)).toString("latin1").split("\n");
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/target-at-base.js
/**
 * The target where it was in the base: a change that renames a folder renames it in its workflow, too. Its name stays, so
 * its findings are of the same place. Pure.
 *
 * @param isThere whether the base has something at a path.
 * @returns the target itself where the base has it, and where it is new.
 */
function targetAtBase(target, renames, isThere) {
    const { location } = target;
    if (isThere(location))
        return target;
    const places = new Map();
    for (const [from, to] of renames) {
        const place = formerPlace(location, from, to);
        if (place !== undefined && isThere(place))
            places.set(place, (places.get(place) ?? 0) + 1);
    }
    const [best] = [...places].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return best === undefined ? target : { ...target, location: best[0] };
}
/** Where the target was, if this file moved along with it. */
function formerPlace(location, from, to) {
    if (to === location)
        return from;
    if (!to.startsWith(`${location}/`))
        return undefined;
    const inside = to.slice(location.length);
    return from.endsWith(inside) ? from.slice(0, -inside.length) : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/touched.js
/**
 * Whether a target of the repository could give another answer at the base: otherwise one scan is enough. In doubt it
 * could. Pure.
 *
 * @param changed paths from the root of the repository; with `/` at its end a folder of which everything may differ.
 */
function isTouched(target, changed, scanners, skipped = {}) {
    const relevant = scannersOf(target, scanners).map((scanner) => RELEVANT[scanner]);
    return changed.some((path) => {
        const inside = pathIn(target, path);
        if (inside === undefined || isSkipped(inside, skipped))
            return false;
        return inside === "" || inside.endsWith("/") || relevant.some((isRelevant) => isRelevant(inside));
    });
}
function scannersOf({ kind }, scanners) {
    return kind === "config" ? ["misconfig"] : scanners;
}
/**
 * The path relative to the target; empty when it is the target, or a folder, link or submodule that leads to it.
 * Undefined when it is elsewhere.
 */
function pathIn({ kind, location }, path) {
    // What an image is made of, nobody knows here.
    if (kind !== "fs" && kind !== "config" && kind !== "sbom")
        return "";
    const folder = location.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
    if (folder === "." || folder === "")
        return path;
    const plain = path.replace(/\/$/, "");
    if (plain === folder || folder.startsWith(`${plain}/`))
        return "";
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
/** Globs are left to Trivy: what they cover is scanned once more, and found in neither. */
function isSkipped(path, { skipFolders = [], skipFiles = [] }) {
    const isPlain = (name) => !/[*?[\]{}\\]/.test(name);
    const plain = (name) => name.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
    return (skipFiles.some((name) => isPlain(name) && plain(name) === path) ||
        skipFolders.some((name) => isPlain(name) && plain(name) !== "" && path.startsWith(`${plain(name)}/`)));
}
/**
 * Text and pictures for people. Trivy passes over all of them when it looks for secrets: over Markdown by a rule of its
 * own, over the others by their names, in these letters.
 */
const DOCUMENTS = /\.(?:md|png|jpg|gif|svg|pdf)$/;
/**
 * What no lock file and no manifest is written in. A list of what Trivy reads would be shorter, and wrong with its next
 * version.
 */
const SOURCES = /\.(?:rst|adoc|rs|go|c|h|cc|cpp|cxx|hpp|java|kt|scala|swift|cs|fs|py|pyi|rb|php|pl|lua|ex|dart|js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|html|css|scss|less|sql|proto)$/;
/** A Dockerfile whatever ends its name. */
const DOCKERFILE = /(?:^|\/)(?:Dockerfile|Containerfile)\.[^/.]*$/;
const RELEVANT = {
    vuln: (path) => !DOCUMENTS.test(path) && !SOURCES.test(path),
    // Configuration is known by what it says, and may take in sources: a chart's `.Files.Get`, Terraform's `file()`.
    misconfig: (path) => !DOCUMENTS.test(path) || DOCKERFILE.test(path),
    secret: (path) => !DOCUMENTS.test(path),
    // A licence may stand in any file.
    license: () => true,
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/comparing/sides.js










/**
 * Scans and audits the workspace, and the base where it may give another answer: by the same tool and the same
 * databases, so what became known today is in both. The base is checked out once, and only when something needs it.
 *
 * @param files tracked in the workspace.
 */
async function scanSides(wanted, files, { scanner, advisories }, inputs, io) {
    const { base, root } = await openBase(wanted, inputs, io);
    const key = (0,external_node_crypto_.randomBytes)(32);
    const scan = async (target, folder) => {
        const outcome = await scanner.scan(target, folder);
        if ("problem" in outcome || !isInRepository(target))
            return outcome;
        const { scan: found } = outcome;
        return { scan: { ...found, findings: markSecrets(found.findings, (0,external_node_path_.join)(folder, target.location), key) } };
    };
    const scanBase = async (target) => {
        if (base.state === "none")
            return "none";
        if (!isInRepository(target))
            return target.base === undefined ? "none" : scan({ ...target, location: target.base }, io.workspace);
        if (root === undefined || !isTouched(target, base.changed, inputs.scanners, inputs))
            return "unchanged";
        const before = targetAtBase(target, base.renames, (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)));
        return scan(before, root);
    };
    const auditBase = async (head) => {
        if (base.state === "none")
            return undefined;
        if (root === undefined || !base.changed.some(isAudited))
            return head;
        return advisories.audit(root, await (await io.git()).filesOf(base.commit), "base");
    };
    const targets = [];
    for (const target of inputs.targets)
        targets.push({ target, head: await scan(target, io.workspace), base: await scanBase(target) });
    const head = await advisories.audit(io.workspace, files, "head");
    return { base, targets, audit: { head, base: await auditBase(head) } };
}
/** @returns the root of its files, where a target or a lock may have another answer there. */
async function openBase(base, { targets, scanners, skipFolders, skipFiles }, io) {
    if (base.state === "none")
        return { base, root: undefined };
    const { changed, commit } = base;
    const isNeeded = changed.some(isAudited) ||
        targets.some((target) => isInRepository(target) && isTouched(target, changed, scanners, { skipFolders, skipFiles }));
    if (!isNeeded)
        return { base, root: undefined };
    try {
        return { base, root: await checkOutBase(commit, io) };
    }
    catch (error) {
        if (!isHistoryError(error))
            throw error;
        return { base: { state: "none", cause: "no-base", reason: error.message }, root: undefined };
    }
}
const isInRepository = ({ kind }) => IN_REPOSITORY.includes(kind);

;// CONCATENATED MODULE: ./build/js/packages/security/src/exploitation/epss.js



/** It had 10 MB and 280,000 scores in 2025. */
const MAX_SCORES_BYTES = 50_000_000;
const MAX_SCORES = 600_000;
const COLUMNS = "cve,epss,percentile";
/**
 * Reads `epss_scores-current.csv` (https://www.first.org/epss/data_stats): a comment about the model, the names of the
 * columns, and a line for each CVE.
 *
 * @throws ReportError that names the line
 */
function readEpss(bytes) {
    if (bytes.length > MAX_SCORES_BYTES)
        throw new report_error.ReportError(`is larger than ${MAX_SCORES_BYTES / 1_000_000} MB`);
    const text = (0,byte_order_mark.withoutMark)(new TextDecoder().decode(bytes));
    const { start, line, date } = readHead(text);
    const probability = new Map();
    // One expression for a whole line, from where the last one ended: a file has 280,000 of them.
    const row = new RegExp(ROW, "y");
    row.lastIndex = start;
    for (let at = start, number = line; at < text.length; at = row.lastIndex, number++) {
        const [, cve, score = "", percentile = ""] = row.exec(text) ?? [];
        if (row.lastIndex === 0 || (cve !== undefined && !(isShare(score) && isShare(percentile))))
            throw new report_error.ReportError(`has no score of a CVE on line ${number}: ${(0,src_prerelease.quote)(lineAt(text, at))}`);
        if (cve === undefined)
            continue;
        if (probability.has(cve))
            throw new report_error.ReportError(`has ${cve} a second time on line ${number}`);
        if (probability.size === MAX_SCORES)
            throw new report_error.ReportError(`has more than ${MAX_SCORES} scores`);
        probability.set(cve, Number(score));
    }
    if (probability.size === 0)
        throw new report_error.ReportError("has no scores: it is not FIRST's file, or it was cut off");
    return { probability, date };
}
/** A score, or nothing, to the end of the line. */
const ROW = /(?:(CVE-[0-9]{4}-[0-9]{4,}),([0-9.e-]+),([0-9.e-]+))?\r?(?:\n|$)/;
/** The comment about the model and the names of the columns. @returns where the first score is. */
function readHead(text) {
    let start = 0;
    let date;
    for (let line = 1; start < text.length; line++) {
        const head = lineAt(text, start);
        const end = text.indexOf("\n", start);
        start = end === -1 ? text.length : end + 1;
        if (head.startsWith("#"))
            date ??= /\bscore_date:([^,\s]{1,40})/.exec(head)?.[1];
        else if (head === COLUMNS)
            return { start, line: line + 1, date };
        else if (head !== "")
            throw new report_error.ReportError(`does not begin with the columns ${COLUMNS}, but with ${(0,src_prerelease.quote)(head)}`);
    }
    return { start, line: 0, date };
}
/** A line as messages need it, not endless and without its end. */
function lineAt(text, start) {
    return text
        .slice(start, start + MAX_LINE)
        .split("\n", 1)[0]
        .replace(/\r$/, "");
}
const MAX_LINE = 1000;
/** From 0 to 1. */
function isShare(text) {
    return /^[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]{1,3})?$/.test(text) && Number(text) <= 1;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/exploitation/known-exploited.js


/** It had 1.4 MB and 1,400 entries in 2025. */
const MAX_CATALOGUE_BYTES = 20_000_000;
/**
 * Reads `known_exploited_vulnerabilities.json` (https://www.cisa.gov/known-exploited-vulnerabilities-catalog).
 *
 * @throws ReportError that names what is wrong: a catalogue that lacks entries would make a flaw look harmless
 */
function readKnownExploited(bytes) {
    if (bytes.length > MAX_CATALOGUE_BYTES)
        throw new report_error.ReportError(`is larger than ${MAX_CATALOGUE_BYTES / 1_000_000} MB`);
    const root = (0,src_json.parseJson)([bytes]);
    const listed = root.get("vulnerabilities");
    const cves = new Set();
    for (const entry of listed.items()) {
        const id = entry.get("cveID");
        if (!/^CVE-[0-9]{4}-[0-9]{4,}$/.test(id.text()))
            throw id.not("the id of a CVE");
        cves.add(id.text());
    }
    if (cves.size === 0)
        throw new report_error.ReportError("lists no vulnerabilities: it is not CISA's catalogue");
    const stated = root.get("count");
    if (!stated.isMissing && stated.number() !== listed.list().length)
        throw new report_error.ReportError(`says that it has ${stated.number()} entries, and has ${listed.list().length}: it was cut`);
    const released = root.get("dateReleased");
    return { cves, released: released.isMissing ? undefined : released.text() };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/policy/read-exploitation.js











/**
 * What is known of attacks, from the files that the inputs name, each plain or packed by gzip. An earlier step fetches
 * them: nothing is asked for here.
 *
 * @throws UserError that names the input, the file and what is wrong with it.
 */
function readExploitation({ known, probability }, io) {
    const catalogue = known === undefined ? undefined : read("exploited", known, MAX_CATALOGUE_BYTES, readKnownExploited, io);
    const scores = probability === undefined ? undefined : read("epss", probability, MAX_SCORES_BYTES, readEpss, io);
    if (catalogue !== undefined)
        io.log.info(`Known exploited vulnerabilities: ${(0,quantity.count)(catalogue.cves.size)}${ofDay(catalogue.released)}`);
    if (scores !== undefined)
        io.log.info(`EPSS: ${(0,quantity.count)(scores.probability.size)} scores${ofDay(scores.date)}`);
    return { known: catalogue?.cves ?? new Set(), probability: scores?.probability ?? new Map() };
}
function read(input, file, maxBytes, parse, { workspace }) {
    try {
        return parse(contentOf((0,external_node_path_.resolve)(workspace, file), maxBytes));
    }
    catch (error) {
        const reason = error instanceof report_error.ReportError ? error.message : (0,file_error/* describeFileError */.SQ)(error);
        if (reason === undefined)
            throw error;
        throw new user_error/* UserError */.y(`input \`${input}\`: ${(0,runner_inputs/* quote */.hD)(file)} ${error instanceof report_error.ReportError ? "" : "cannot be read: "}${reason}`);
    }
}
function contentOf(path, maxBytes) {
    const stat = (0,external_node_fs_.statSync)(path);
    if (stat.isFile() && stat.size > maxBytes)
        throw new report_error.ReportError(`is larger than ${maxBytes / 1_000_000} MB`);
    if (!stat.isFile() && !stat.isDirectory())
        throw new report_error.ReportError("is not a file");
    const bytes = (0,file_content/* readFile */.TA)(path);
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return bytes;
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: maxBytes });
    }
    catch (error) {
        const isLarge = error.code === "ERR_BUFFER_TOO_LARGE";
        throw new report_error.ReportError(isLarge ? `unpacks to more than ${maxBytes / 1_000_000} MB` : `cannot be unpacked (${error.message})`);
    }
}
/** Only a date is taken over: the files are not ours. */
function ofDay(time) {
    const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}/.exec(time ?? "")?.[0];
    return day === undefined ? "" : `, of ${day}`;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/date.js
/** Whether a text is a day of the calendar, `2027-01-31`; `Date` would turn 30 February into 2 March. */
function isDate(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text))
        return false;
    const time = Date.parse(text);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/ignore-file.js


const MAX_IGNORE_ENTRIES = 10_000;
/**
 * Reads a plain `.trivyignore`: an id a line, with `exp:YYYY-MM-DD` where it ends, and comments. Trivy drops an entry with
 * a bad date and warns, and passes over all other words: here both are errors, since nobody would see what they do.
 *
 * @throws ReportError that names the line.
 */
function readIgnoreFile(text) {
    const entries = [];
    for (const [at, raw] of text
        .replace(/^\ufeff/, "")
        .split("\n")
        .entries()) {
        const [id, ...rest] = raw.replace(/#.*/, "").trim().split(/\s+/);
        if (id === undefined || id === "")
            continue;
        if (entries.length === MAX_IGNORE_ENTRIES)
            throw new report_error.ReportError(`has more than ${MAX_IGNORE_ENTRIES} entries`);
        const line = at + 1;
        const expires = readEnd(rest, line);
        entries.push({ id, line, ...(expires === undefined ? {} : { expires }) });
    }
    return entries;
}
/** Of the words after the id. */
function readEnd([word, ...others], line) {
    if (word === undefined)
        return undefined;
    const date = word.startsWith("exp:") ? word.slice("exp:".length) : undefined;
    const stray = date === undefined ? word : others[0];
    if (date !== undefined && !isDate(date))
        throw new report_error.ReportError(`line ${line}: ${quoted(date)} is not a date such as exp:2027-01-31`);
    if (stray !== undefined)
        throw new report_error.ReportError(`line ${line}: ${quoted(stray)} is not \`exp:\` and a date; write one id a line, and comments after \`#\``);
    return date;
}
function isExpired({ expires }, now) {
    return expires !== undefined && now >= Date.parse(expires);
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 40));
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/nearest.js
var nearest = __webpack_require__(4574);
// EXTERNAL MODULE: ./build/js/packages/reading/src/yaml.js
var yaml = __webpack_require__(2149);
;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/package-url.js

/**
 * Reads `pkg:TYPE/NAMESPACE/NAME@VERSION?QUALIFIERS#SUBPATH`.
 *
 * @throws ReportError naming what is wrong with it.
 */
function parsePackageUrl(text) {
    if (!text.startsWith("pkg:"))
        throw new report_error.ReportError(`${package_url_quoted(text)} does not begin with \`pkg:\``);
    const [beforeHash = "", subpath = ""] = package_url_split(text.slice("pkg:".length), "#");
    const [path = "", query = ""] = package_url_split(beforeHash, "?");
    const trimmed = path.replace(/^\/{1,9}/, "").replace(/\/{1,9}$/, "");
    const slash = trimmed.indexOf("/");
    if (slash < 1)
        throw new report_error.ReportError(`${package_url_quoted(text)} has no package: write pkg:TYPE/NAME`);
    const type = trimmed.slice(0, slash).toLowerCase();
    const rest = trimmed.slice(slash + 1);
    const at = rest.lastIndexOf("@");
    // `@` as the first character of a part is the scope of an npm package.
    const isVersion = at > 0 && rest[at - 1] !== "/";
    const parts = (isVersion ? rest.slice(0, at) : rest).split("/").filter((part) => part !== "");
    const name = parts.pop();
    if (name === undefined)
        throw new report_error.ReportError(`${package_url_quoted(text)} has no package: write pkg:TYPE/NAME`);
    return {
        type,
        namespace: ofType(type, parts.map((part) => decoded(part, text)).join("/")),
        name: ofType(type, decoded(name, text)),
        version: isVersion ? decoded(rest.slice(at + 1), text) : "",
        qualifiers: readQualifiers(query, text),
        subpath: decoded(subpath, text),
    };
}
/**
 * Whether a package is one that another URL stands for, as Trivy has it: what the pattern leaves out may be anything but
 * the namespace, and its qualifiers are some of the package's.
 */
function matchesPackageUrl(pattern, target) {
    return (pattern.type === target.type &&
        pattern.namespace === target.namespace &&
        pattern.name === target.name &&
        (pattern.version === "" || pattern.version === target.version) &&
        (pattern.subpath === "" || pattern.subpath === target.subpath) &&
        [...pattern.qualifiers].every(([key, value]) => target.qualifiers.get(key) === value));
}
/** Types whose names have no capital letters. */
const LOWER_CASE = ["bitbucket", "deb", "github", "golang", "npm", "composer", "apk"];
function ofType(type, name) {
    if (type === "pypi")
        return name.toLowerCase().replaceAll("_", "-");
    return LOWER_CASE.includes(type) ? name.toLowerCase() : name;
}
function readQualifiers(query, text) {
    const pairs = query
        .split("&")
        .filter((pair) => pair !== "")
        .map((pair) => {
        const [key = "", value = ""] = package_url_split(pair, "=");
        return [key.toLowerCase(), decoded(value, text)];
    });
    return new Map(pairs);
}
/** At the first of a mark. */
function package_url_split(text, mark) {
    const at = text.indexOf(mark);
    return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
function decoded(part, text) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        throw new report_error.ReportError(`${package_url_quoted(text)} has a \`%\` that is not followed by two hexadecimal digits`);
    }
}
function package_url_quoted(text) {
    return JSON.stringify(text.slice(0, 100));
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/ignore-yaml.js







const SECTIONS = {
    vulnerabilities: "vulnerability",
    misconfigurations: "misconfiguration",
    secrets: "secret",
    licenses: "license",
};
const FIELDS = ["id", "paths", "purls", "expired_at", "statement"];
/** A longer one is not a list of files; it would only cost time. */
const MAX_PATTERN_CHARACTERS = 1000;
/**
 * Reads a `.trivyignore.yaml`. Trivy passes over a key that it does not know, over `purls` of anything but
 * vulnerabilities and over an entry without `id`: here each is an error, since nobody would see what they do.
 *
 * @throws ReportError that names the line, and says what to write.
 */
function readIgnoreYaml(text) {
    const document = ignore_yaml_parse(text);
    if (document.value === null)
        return [];
    const root = mapOf(document.value, 1, "the file");
    const entries = [];
    for (const [section, list] of Object.entries(root)) {
        const line = lineOf(document, root, section);
        const kind = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
        if (kind === undefined)
            throw unknownKey(line, section, Object.keys(SECTIONS));
        if (list === null)
            continue;
        for (const [at, item] of listOf(list, line, `\`${section}\``).entries()) {
            if (entries.length === MAX_IGNORE_ENTRIES)
                throw new report_error.ReportError(`has more than ${MAX_IGNORE_ENTRIES} entries`);
            entries.push(ignore_yaml_readEntry(document, item, { kind, line: lineOf(document, list, at) }));
        }
    }
    return entries;
}
function ignore_yaml_parse(text) {
    try {
        return (0,yaml.parseYaml)(text.replace(/^\ufeff/, ""));
    }
    catch (error) {
        if (error instanceof yaml.YamlError)
            throw new report_error.ReportError(`line ${error.line}: ${error.message}`, { cause: error });
        throw error;
    }
}
function ignore_yaml_readEntry(document, item, { kind, line }) {
    const fields = mapOf(item, line, "an entry");
    const at = (name) => lineOf(document, fields, name);
    for (const name of Object.keys(fields)) {
        if (!FIELDS.includes(name))
            throw unknownKey(at(name), name, FIELDS);
    }
    const { id, paths, purls, expired_at: expiry, statement } = fields;
    if (id === undefined || id === null || id === "")
        throw new report_error.ReportError(`line ${line}: an entry has no \`id\`; write which finding it is about`);
    if (purls !== undefined && kind !== "vulnerability")
        throw new report_error.ReportError(`line ${at("purls")}: \`purls\` is for vulnerabilities only; write \`paths\`, or leave it out`);
    return {
        id: textOf(id, at("id"), "id"),
        line,
        kind,
        ...(paths === undefined ? {} : { paths: readPaths(paths, at("paths")) }),
        ...(purls === undefined ? {} : { purls: readPackages(purls, at("purls")) }),
        ...(expiry === undefined ? {} : { expires: readExpiry(expiry, at("expired_at")) }),
        ...(statement === undefined || statement === null
            ? {}
            : { statement: textOf(statement, at("statement"), "statement") }),
    };
}
function readPaths(value, line) {
    return ignore_yaml_texts(value, line, "paths").map((pattern) => {
        if (pattern.length > MAX_PATTERN_CHARACTERS)
            throw new report_error.ReportError(`line ${line}: a path has more than ${MAX_PATTERN_CHARACTERS} characters`);
        try {
            (0,glob/* compileGlob */.S)(pattern);
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            throw new report_error.ReportError(`line ${line}: the path ${ignore_yaml_quoted(pattern)} ${error.message}`, { cause: error });
        }
        return pattern;
    });
}
function readPackages(value, line) {
    return ignore_yaml_texts(value, line, "purls").map((purl) => {
        try {
            parsePackageUrl(purl);
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            throw new report_error.ReportError(`line ${line}: ${error.message}`, { cause: error });
        }
        return purl;
    });
}
/** A list with nothing in it limits nothing in Trivy, and everything in the eyes of whoever wrote it. */
function ignore_yaml_texts(value, line, name) {
    const list = listOf(value, line, `\`${name}\``);
    if (list.length === 0)
        throw new report_error.ReportError(`line ${line}: \`${name}\` is an empty list; leave it out`);
    return list.map((each) => textOf(each, line, name));
}
/** A day, or a moment as RFC 3339 has it. */
function readExpiry(value, line) {
    const text = typeof value === "string" ? value : String(value);
    const [, day, clock] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)))?$/.exec(text) ?? [];
    if (day === undefined || !isDate(day) || Number.isNaN(Date.parse(text)))
        throw new report_error.ReportError(`line ${line}: \`expired_at\` is ${ignore_yaml_quoted(text)}, which is not a date such as 2027-01-31`);
    if (clock === undefined)
        return day;
    const moment = new Date(text).toISOString();
    return moment.endsWith("T00:00:00.000Z") ? moment.slice(0, day.length) : moment;
}
function textOf(value, line, name) {
    // An id of digits alone is a number to YAML, and is shown as it was written.
    if (typeof value === "number" && Number.isSafeInteger(value))
        return String(value);
    if (typeof value === "string" && value.trim() !== "")
        return value;
    throw new report_error.ReportError(`line ${line}: \`${name}\` is ${kindOf(value)}, and text is needed`);
}
function mapOf(value, line, what) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    throw new report_error.ReportError(`line ${line}: ${what} is ${kindOf(value)}, and a map is needed, such as \`id: CVE-2026-1\``);
}
function listOf(value, line, what) {
    if (Array.isArray(value))
        return value;
    throw new report_error.ReportError(`line ${line}: ${what} is ${kindOf(value)}, and a list is needed: begin each item with \`- \``);
}
function kindOf(value) {
    if (value === null || value === undefined || value === "")
        return "empty";
    if (Array.isArray(value))
        return "a list";
    return typeof value === "object" ? "a map" : ignore_yaml_quoted(String(value));
}
function unknownKey(line, name, known) {
    const meant = (0,nearest/* nearest */.p)(name, known);
    const advice = meant === undefined ? `known are ${known.join(", ")}` : `did you mean \`${meant}\`?`;
    return new report_error.ReportError(`line ${line}: the key ${ignore_yaml_quoted(name)} is not known; ${advice}`);
}
function lineOf(document, container, key) {
    return document.lineOf(container, key) ?? 1;
}
function ignore_yaml_quoted(text) {
    return JSON.stringify(text.slice(0, 60));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/policy/policy-files.js





const MAX_BYTES = 1024 * 1024;
/** Links that lead to links. */
const MAX_HOPS = 5;
/** Reads ignore files of a commit; one that it does not have is empty. @param paths from the root of the repository. */
async function readPolicyFiles(git, commit, paths) {
    const entries = [];
    const faults = new Map();
    const present = new Set();
    for (const path of new Set(paths.map(policy_files_plainPath))) {
        try {
            const content = await readThroughLinks(git, commit, path);
            if (content === undefined)
                continue;
            present.add(path);
            const text = policy_files_decode(content);
            const found = /\.ya?ml$/.test(path) ? readIgnoreYaml(text) : readIgnoreFile(text);
            entries.push(...found.map((entry) => ({ ...entry, file: path })));
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError) && !isHistoryError(error))
                throw error;
            present.add(path);
            faults.set(path, error instanceof report_error.ReportError ? error.message : `cannot be read: ${error.message}`);
        }
    }
    return { present, entries, faults };
}
/** Without `./` and double slashes, as git has it. */
function policy_files_plainPath(path) {
    return external_node_path_.posix.normalize(path.replaceAll("\\", "/"));
}
async function readThroughLinks(git, commit, path) {
    let at = path;
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
        if (at.startsWith("/") || at.startsWith("../"))
            throw new report_error.ReportError("leads out of the repository");
        const file = (await git.readFiles(commit, [at])).get(at);
        if (file === undefined && hop > 0)
            throw new report_error.ReportError(`is a link to ${at}, which is no file of the commit`);
        if (file === undefined || !file.isLink)
            return file?.content;
        const target = file.content.toString();
        at = target.startsWith("/") ? target : external_node_path_.posix.join(external_node_path_.posix.dirname(at), target);
    }
    throw new report_error.ReportError(`is a link that leads from link to link, more than ${MAX_HOPS} times`);
}
function policy_files_decode(content) {
    if (content.length > MAX_BYTES)
        throw new report_error.ReportError(`has more than ${MAX_BYTES} bytes`);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(content);
    }
    catch {
        throw new report_error.ReportError("is not text in UTF-8; save it as UTF-8");
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/policy/inline-ignores.js
/** What git looks for: an extended regular expression that every such comment matches. */
const INLINE_IGNORE = "(trivy|tfsec):[^[:space:]]*ignore";
const COMMENT = /^(?:trivy|tfsec):\S*ignore/;
/** The comments of a file, in its order. Trivy reads them as words, after the marks of a comment. */
function inlineIgnores(text) {
    return text.split("\n").flatMap((content, at) => {
        // Most lines of most files.
        if (!content.includes("ignore"))
            return [];
        return content
            .split(/\s+/)
            .map((word) => word.replace(/^[#/*]+/, ""))
            .filter((word) => COMMENT.test(word))
            .map((comment) => ({ comment, line: at + 1 }));
    });
}
/** The comments that one version of a file has and another one, before it, has not; one that moved by lines is old. */
function addedIgnores(before, after) {
    const known = Map.groupBy(inlineIgnores(before), ({ comment }) => comment);
    return inlineIgnores(after).filter(({ comment }) => known.get(comment)?.pop() === undefined);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/policy/policy-proposals.js




/** Files by which Trivy would be told what to scan and what to leave out, where it runs by itself. */
const CONFIGURATION = /^(?:trivy\.ya?ml|trivy-secret\.ya?ml|\.trivyignore(?:\..*)?)$/;
/** Comments that are named. */
const MAX_NAMED = 20;
/** What a change does to its own scan beside its ignore files, a sentence each. */
async function proposalsOf(change, git) {
    try {
        return [...(await configurationOf(change, git)), ...(await commentsOf(change, git))];
    }
    catch (error) {
        if (!isHistoryError(error))
            throw error;
        return [`What the change does to its own scan cannot be read: ${error.message.replaceAll("`", "'")}.`];
    }
}
/** Files that are removed silence nothing. */
async function configurationOf({ base, head, ignoreFiles }, git) {
    const own = new Set(ignoreFiles.map((path) => external_node_path_.posix.normalize(path)));
    const paths = (await git.changedPaths(base, head)).filter((path) => CONFIGURATION.test(external_node_path_.posix.basename(path)) && !own.has(path));
    const present = await git.readFiles(head, paths);
    const before = await git.readFiles(base, [...present.keys()]);
    return [...present.keys()]
        .sort()
        .map((path) => `The change ${before.has(path) ? "edits" : "adds"} ${policy_proposals_shown(path)}, which is not read here.`);
}
async function commentsOf({ base, head }, git) {
    const { paths, renames } = await git.changes(base, head, INLINE_IGNORE);
    const origins = new Map([...renames].map(([from, to]) => [to, from]));
    const after = await git.readFiles(head, [...new Set(paths)]);
    const before = await git.readFiles(base, [...new Set([...paths, ...renames.keys()])]);
    const sentences = [...after].sort(byPath).flatMap(([path, { content, isLink }]) => {
        // Texts that explain such comments; Trivy scans no Markdown.
        if (isLink || path.endsWith(".md"))
            return [];
        const old = before.get(origins.get(path) ?? path);
        return addedIgnores(old === undefined || old.isLink ? "" : old.content.toString(), content.toString()).map(({ comment, line }) => `The change adds the comment ${policy_proposals_shown(comment)} to ${policy_proposals_shown(path)}, line ${line}; it counts once the base has it.`);
    });
    const more = sentences.length - MAX_NAMED;
    if (more <= 0)
        return sentences;
    return [...sentences.slice(0, MAX_NAMED), `The change adds ${more} more comments that set findings aside.`];
}
/**
 * Ignore files that are otherwise in the workspace than in its commit: whoever wrote them there expects that they count.
 *
 * @param committed those that the commit has.
 * @param edited tracked files that differ from it.
 */
function strayFiles(root, paths, { committed, edited }) {
    return [...new Set(paths.map((path) => external_node_path_.posix.normalize(path)))].flatMap((path) => {
        // A link is looked at by the commit alone: it may lead anywhere.
        if (path.startsWith("../") || (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false })?.isFile() !== true)
            return [];
        if (!committed.has(path))
            return [`${policy_proposals_shown(path)} lies in the workspace and is in no commit, so it is not read.`];
        return edited.includes(path)
            ? [`${policy_proposals_shown(path)} was edited in the workspace, and is read as its commit has it.`]
            : [];
    });
}
function byPath([a], [b]) {
    return a < b ? -1 : 1;
}
/** Between backticks in a sentence of ours: names from outside have none. */
function policy_proposals_shown(name) {
    return `\`${name.replaceAll("`", "'").slice(0, 200)}\``;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/policy/policy-source.js

/**
 * The base's files count, so that a change cannot silence its own findings, also where `only-new` is `false`. Those of the
 * commit itself count where the run is about no change: a schedule, the first push, a push with `only-new: false`.
 */
async function findPolicySource(base, git, io) {
    const head = await git.resolve("HEAD");
    if (base.state === "compared")
        return ofBase(base.commit, head);
    if (base.cause === "no-base")
        return ofNobody(head);
    const own = { commit: head, head, isChange: false, from: "this commit" };
    if (base.cause === "no-change" || !isAboutChange(io, head))
        return own;
    const comparison = await compareByEvent(git, io.event());
    if (comparison.state === "compared")
        return ofBase(comparison.base, head);
    return comparison.cause === "no-base" ? ofNobody(head) : own;
}
/** What somebody asks to be taken in: not a push, which has been. */
function isAboutChange(io, head) {
    const { name, pullRequest, sha } = io.event();
    if (pullRequest !== undefined || name === "merge_group")
        return true;
    return name !== "push" && sha !== "" && sha !== head;
}
function ofBase(commit, head) {
    return { commit, head, isChange: true, from: `the base ${commit.slice(0, 10)}` };
}
function ofNobody(head) {
    return {
        commit: undefined,
        head,
        isChange: true,
        from: "nowhere, since the base cannot be read: nothing is ignored",
    };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/policy/read-policy.js




const read_policy_NOTHING = { present: new Set(), entries: [], faults: new Map() };
/** Reads the ignore files of both sides, by git alone: what lies in the workspace is the head's. */
async function readPolicy({ ignoreFiles }, base, io) {
    const root = await findRoot(io);
    if (root === undefined)
        return { ignored: [], from: "nowhere, since there is no repository", headIgnored: [], proposals: [], problems: [] };
    const git = await io.git(root);
    const { commit, head, isChange, from } = await findPolicySource(base, git, io);
    const counted = commit === undefined ? read_policy_NOTHING : await readPolicyFiles(git, commit, ignoreFiles);
    const ofHead = isChange && head !== undefined ? await readPolicyFiles(git, head, ignoreFiles) : undefined;
    const change = isChange && commit !== undefined && head !== undefined ? { base: commit, head, ignoreFiles } : undefined;
    return {
        ignored: counted.entries,
        from,
        isChange,
        headIgnored: ofHead?.entries ?? [],
        proposals: [
            ...mended(counted, ofHead, from),
            ...(change === undefined ? [] : await proposalsOf(change, git)),
            ...strayFiles(root, ignoreFiles, {
                committed: (ofHead ?? counted).present,
                edited: await git.changedFiles(),
            }),
        ],
        problems: problemsOf(ofHead ?? counted, isChange ? "the head" : from),
    };
}
/** Images are scanned outside of a repository, too. */
async function findRoot(io) {
    try {
        return await (await io.git()).root();
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return undefined;
        throw error;
    }
}
function problemsOf({ faults }, side) {
    return [...faults].map(([path, fault]) => ({
        cause: "unreadable-policy",
        message: `The ignore file \`${path.replaceAll("`", "'")}\` of ${side} ${read_policy_sentence(fault)}`,
    }));
}
/** What is wrong with the base's files alone cannot be mended but by a change, which must be able to pass. */
function mended(counted, ofHead, from) {
    return [...counted.faults]
        .filter(([path]) => ofHead !== undefined && !ofHead.faults.has(path))
        .map(([path, fault]) => `Nothing of \`${path}\` of ${from} counts: it ${read_policy_sentence(fault)} The change mends it.`);
}
/** `line 3: …` is no verb. */
function read_policy_sentence(fault) {
    return `${fault.startsWith("line ") ? `cannot be read, ${fault}` : fault}.`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/folder-cache.js
var folder_cache = __webpack_require__(3706);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/age.js

const age_HOUR = 60 * 60_000;
const UNITS = [
    [24 * age_HOUR, "day"],
    [age_HOUR, "hour"],
    [60_000, "minute"],
    [1000, "second"],
];
/** An age in whole hours, rounded up: one that is over a limit never reads like the limit. @param age milliseconds. */
function age_ageInWords(age) {
    return durationInWords(Math.max(1, Math.ceil(age / age_HOUR)) * age_HOUR);
}
/** `3 days`, `1 hour 30 minutes`. @param duration milliseconds; less than a second does not count. */
function durationInWords(duration) {
    let left = duration;
    const parts = UNITS.flatMap(([milliseconds, noun]) => {
        const number = Math.floor(left / milliseconds);
        left -= number * milliseconds;
        return number === 0 ? [] : [(0,quantity.counted)(number, noun)];
    });
    return parts.length === 0 ? "0 seconds" : parts.join(" ");
}
/** RFC 3339 in whole seconds. @param time milliseconds since 1970. */
function timeInWords(time) {
    return new Date(time).toISOString().replace(/\.\d+/, "");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/sqlite-file.js


const MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
/** The first page's own header, of the table that lists all tables. */
const FIRST_PAGE_BYTES = HEADER_BYTES + 8;
const TREE_PAGES = new Set([0x05, 0x0d]);
/**
 * Looks at a file of SQLite ("Database File Format", 1.3 and 1.6): whether it is one, is whole, and has any table.
 *
 * @throws ReportError in half a sentence.
 */
function inspectSqliteFile(path) {
    (0,file_content/* withFile */.D4)(path, inspect);
}
function inspect({ size, head }) {
    const bytes = Buffer.from(head(FIRST_PAGE_BYTES));
    if (bytes.length < FIRST_PAGE_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC)
        throw new report_error.ReportError("is not a file of SQLite");
    const written = bytes.readUInt16BE(16);
    const pageBytes = written === 1 ? 65_536 : written;
    // Versions before 3.7 did not write the number of pages.
    const isCounted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
    const pages = isCounted ? bytes.readUInt32BE(28) : Math.ceil(size / Math.max(1, pageBytes));
    if (pageBytes < 512 || !Number.isInteger(Math.log2(pageBytes)) || !TREE_PAGES.has(bytes.readUInt8(HEADER_BYTES)))
        throw new report_error.ReportError("is damaged: its first page is not one of SQLite's");
    if (size !== pages * pageBytes)
        throw new report_error.ReportError(`is cut off or damaged: it has ${size} bytes, and should have ${pages * pageBytes}`);
    if (bytes.readUInt16BE(HEADER_BYTES + 3) === 0)
        throw new report_error.ReportError("is empty: it has no tables");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/fnv.js
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
/** FNV-1a of 64 bits, for some dozens of bytes. */
function checksumOf(bytes) {
    let hash = OFFSET;
    for (const byte of bytes)
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
    return hash;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/bolt-file.js



const bolt_file_MAGIC = 0xed0cdaed;
const VERSION = 2;
const PAGE_HEADER_BYTES = 16;
const META_BYTES = 64;
const ELEMENT_BYTES = 16;
/** What bbolt tries when the first page says nothing. */
const PAGE_SIZES = [1024, 2048, 4096, 8192, 16_384, 32_768, 65_536];
const bolt_file_BRANCH = 1;
const LEAF = 2;
/** Of an element: its value is a bucket. */
const BUCKET = 1;
/** Of the tree of buckets, of which Trivy has some hundreds. */
const MAX_ROOT_PAGES = 1000;
const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/**
 * Looks at a file of bbolt (go.etcd.io/bbolt, page.go and bucket.go): whether it is one, and is whole.
 *
 * @returns its buckets, each with whether anything is in it. @throws ReportError in half a sentence.
 */
function readBuckets(path) {
    return (0,file_content/* withFile */.D4)(path, (file) => {
        const meta = readMeta(file);
        const bytes = meta.pages * meta.pageBytes;
        if (file.size < bytes)
            throw new report_error.ReportError(`is cut off: it has ${file.size} bytes, and should have ${bytes}`);
        const buckets = rootElements(file, meta).filter(({ first }) => first === BUCKET);
        return new Map(buckets.map(({ key, value }) => [key.toString(), hasContent(file, meta, value)]));
    });
}
/** The newer of the two that are valid: a write that was cut off leaves the older one. */
function readMeta(file) {
    const first = metaAt(file, 0);
    const sizes = first === undefined ? PAGE_SIZES : [first.pageBytes];
    const second = sizes.map((size) => metaAt(file, size)).find((meta) => meta !== undefined);
    const [newest] = [first, second]
        .filter((meta) => meta !== undefined)
        .sort((one, other) => (one.transaction > other.transaction ? -1 : 1));
    if (newest === undefined)
        throw new report_error.ReportError("is not a file of bbolt, or its first pages are damaged");
    return newest;
}
function metaAt(file, start) {
    const bytes = Buffer.from(file.part(start + PAGE_HEADER_BYTES, META_BYTES));
    if (bytes.length < META_BYTES || bytes.readUInt32LE(0) !== bolt_file_MAGIC || bytes.readUInt32LE(4) !== VERSION)
        return undefined;
    if (checksumOf(bytes.subarray(0, 56)) !== bytes.readBigUInt64LE(56))
        return undefined;
    const pageBytes = bytes.readUInt32LE(8);
    if (!PAGE_SIZES.includes(pageBytes))
        return undefined;
    return {
        pageBytes,
        root: Number(bytes.readBigUInt64LE(16)),
        pages: Number(bytes.readBigUInt64LE(40)),
        transaction: bytes.readBigUInt64LE(48),
    };
}
/** All elements of the tree of buckets. */
function rootElements(file, meta) {
    const found = [];
    const pages = [meta.root];
    const seen = new Set();
    for (let number = pages.pop(); number !== undefined; number = pages.pop()) {
        if (seen.has(number) || seen.size === MAX_ROOT_PAGES)
            throw damaged(number);
        seen.add(number);
        const page = readPage(file, meta, number);
        const elements = elementsOf(page);
        if (bolt_file_kindOf(page) === LEAF)
            found.push(...elements);
        else
            pages.push(...elements.map((element) => element.page));
    }
    return found;
}
/** A bucket's value is its root page and a sequence; a small bucket follows at once, as a page of its own. */
function hasContent(file, meta, value) {
    if (value.length < 16)
        return false;
    const root = Number(value.readBigUInt64LE(0));
    if (root !== 0)
        return countOf(readPage(file, meta, root)) > 0;
    return value.length >= 16 + PAGE_HEADER_BYTES && countOf(value.subarray(16)) > 0;
}
function readPage(file, { pages, pageBytes }, number) {
    if (number < 2 || number >= pages)
        throw damaged(number);
    const header = Buffer.from(file.part(number * pageBytes, PAGE_HEADER_BYTES));
    const bytes = (header.readUInt32LE(12) + 1) * pageBytes;
    const page = bytes > MAX_PAGE_BYTES ? header : Buffer.from(file.part(number * pageBytes, bytes));
    const isWhole = page.length === bytes && Number(page.readBigUInt64LE(0)) === number;
    if (!isWhole || (bolt_file_kindOf(page) !== bolt_file_BRANCH && bolt_file_kindOf(page) !== LEAF))
        throw damaged(number);
    return page;
}
function elementsOf(page) {
    const isLeaf = bolt_file_kindOf(page) === LEAF;
    return Array.from({ length: countOf(page) }, (_, index) => {
        const start = PAGE_HEADER_BYTES + index * ELEMENT_BYTES;
        if (start + ELEMENT_BYTES > page.length)
            throw damaged(Number(page.readBigUInt64LE(0)));
        const [first, second, third, fourth] = [0, 4, 8, 12].map((at) => page.readUInt32LE(start + at));
        // A leaf's element is flags, place, key and value; a branch's is place, key and page.
        const [place, keyBytes, valueBytes] = isLeaf ? [second, third, fourth] : [first, second, 0];
        const at = start + place;
        if (at + keyBytes + valueBytes > page.length)
            throw damaged(Number(page.readBigUInt64LE(0)));
        const value = page.subarray(at + keyBytes, at + keyBytes + valueBytes);
        const below = isLeaf ? 0 : Number(page.readBigUInt64LE(start + 8));
        return { key: page.subarray(at, at + keyBytes), value, first, page: below };
    });
}
const bolt_file_kindOf = (page) => page.readUInt16LE(8);
const countOf = (page) => page.readUInt16LE(10);
const damaged = (page) => new report_error.ReportError(`is damaged: its page ${page} cannot be read`);

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/vulnerability-file.js


/** What is known of a vulnerability, by its id. */
const DETAILS = "vulnerability";
/** Buckets that name no package (trivy-db, pkg/db). All others are advisories of one source or system, `debian 12`. */
const WITHOUT_PACKAGES = new Set([
    DETAILS,
    "vulnerability-id",
    "vulnerability-detail",
    "advisory-detail",
    "data-source",
    "Red Hat CPE",
]);
/**
 * Whether a file is a vulnerability database of Trivy's that is whole and knows something. Trivy stops at one that is
 * damaged, by a stack trace; with an empty one it ends well, and finds nothing.
 *
 * @throws ReportError in half a sentence.
 */
function inspectVulnerabilityFile(path) {
    const buckets = readBuckets(path);
    const details = buckets.get(DETAILS);
    if (details === undefined)
        throw new report_error.ReportError(`has no \`${DETAILS}\`: it is not a database of Trivy's`);
    const isAdvisory = ([name, hasContent]) => hasContent && !WITHOUT_PACKAGES.has(name);
    if (!details || ![...buckets].some(isAdvisory))
        throw new report_error.ReportError("is empty: it knows no vulnerabilities");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/database-kind.js


const GIGABYTE = 1024 ** 3;
const database_kind_DAY = 24 * 60 * 60_000;
/** Media types, names and schemas are Trivy's own (aquasecurity/trivy, pkg/db and pkg/javadb). */
const VULNERABILITIES = {
    name: "trivy-db",
    title: "Trivy's vulnerability database",
    input: "db-repositories",
    folder: "db",
    file: "trivy.db",
    mediaType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
    schema: 2,
    maxLayerBytes: GIGABYTE,
    maxFileBytes: 8 * GIGABYTE,
    leastMaxAge: 0,
    inspect: inspectVulnerabilityFile,
};
/**
 * Names of Java archives by their digest. It is made once a week and only grows: an old one misses the newest archives,
 * and no vulnerability of those that it knows.
 */
const JAVA_ARCHIVES = {
    name: "trivy-java-db",
    title: "Trivy's Java database",
    input: "java-db-repositories",
    folder: "java-db",
    file: "trivy-java.db",
    mediaType: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
    schema: 1,
    maxLayerBytes: 4 * GIGABYTE,
    maxFileBytes: 16 * GIGABYTE,
    leastMaxAge: 30 * database_kind_DAY,
    inspect: inspectSqliteFile,
};
const METADATA_FILE = "metadata.json";
const MAX_METADATA_BYTES = 64 * 1024;

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/layer.js


/**
 * The one layer of a manifest. Pure.
 *
 * @throws ReportError in half a sentence for a manifest of anything else than this kind of database.
 */
function layerOf(manifest, kind) {
    const json = (0,src_json.parseJson)([manifest]);
    if (json.get("manifests").isList)
        throw new report_error.ReportError("is an index of several images, not a database");
    const [layer, ...others] = [...json.get("layers").items()];
    if (layer === undefined || others.length > 0)
        throw new report_error.ReportError(`has ${others.length === 0 ? "no" : others.length + 1} layers, where a database has one`);
    const mediaType = layer.get("mediaType").text();
    if (mediaType !== kind.mediaType)
        throw new report_error.ReportError(`has a layer of the type \`${mediaType.slice(0, 100)}\`, where \`${kind.mediaType}\` is needed`);
    const digest = layer.get("digest");
    if (!/^sha256:[0-9a-f]{64}$/.test(digest.text()))
        throw digest.not("a SHA-256 digest");
    const size = layer.get("size");
    if (!Number.isSafeInteger(size.raw) || size.number() < 1)
        throw size.not("a number of bytes");
    if (size.number() > kind.maxLayerBytes)
        throw new report_error.ReportError(`has a layer of ${size.number()} bytes; at most ${kind.maxLayerBytes} are taken`);
    return { digest: digest.text(), size: size.number() };
}

// EXTERNAL MODULE: ./build/js/packages/images/src/reference.js + 1 modules
var src_reference = __webpack_require__(8801);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/repository.js


/**
 * Reads `db-repositories`. A repository without a tag and digest has the tag of the schema, as with Trivy. Pure.
 *
 * @throws UserError that names the input.
 */
function parseRepositories(texts, { input, schema }) {
    if (texts.length === 0)
        throw new user_error/* UserError */.y(`input \`${input}\` is empty; write a repository, or leave the input out`);
    return texts.map((text) => {
        const { registry, repository, tag, digest: pin } = referenceOf(text, input);
        if (pin?.startsWith("sha512:"))
            throw new user_error/* UserError */.y(`input \`${input}\` pins ${JSON.stringify(text)} by SHA-512; write its sha256: digest`);
        const written = tag ?? (pin === undefined ? String(schema) : undefined);
        return {
            text: (0,src_reference/* printReference */.nt)({ registry, repository, tag: written, digest: pin }),
            registry,
            repository,
            reference: pin ?? written,
            pin,
        };
    });
}
function referenceOf(text, input) {
    try {
        return (0,src_reference/* parseReference */.F2)(text);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        throw new user_error/* UserError */.y(`input \`${input}\`: ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/kept-database.js












const MANIFEST = "manifest.json";
const LAYER = "layer.tar.gz";
const RECORD = "record.json";
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const layerFile = (folder) => (0,external_node_path_.join)(folder, LAYER);
/** Makes an empty folder for a database. */
function clearFolder(folder) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
}
/** Completes a folder that has the archive. The record comes last: a folder without it is not whole. */
function completeKept(folder, manifest, { updatedAt, nextUpdate }, { repository, downloadedAt }) {
    // Byte by byte: its digest is what may be pinned.
    const file = (0,file_content/* createPrivateFile */.aP)((0,external_node_path_.join)(folder, MANIFEST));
    file.append(manifest);
    file.close();
    const times = { downloadedAt, updatedAt, nextUpdate };
    const written = Object.fromEntries(Object.entries(times).map(([name, time]) => [name, timeInWords(time)]));
    (0,file_content/* writePrivateFile */.Pl)((0,external_node_path_.join)(folder, RECORD), JSON.stringify({ repository, ...written }));
}
/**
 * Reads what came from the cache, all of which is untrusted. The archive itself is verified when it is unpacked.
 *
 * @throws ReportError in half a sentence that names what is wrong.
 */
function kept_database_readKept(folder, kind) {
    const manifest = kept_database_contentOf(folder, MANIFEST, MAX_MANIFEST_BYTES);
    const layer = about(MANIFEST, () => layerOf(manifest, kind));
    const record = about(RECORD, () => (0,src_json.parseJson)([kept_database_contentOf(folder, RECORD, MAX_METADATA_BYTES)]));
    const size = sizeOf(folder, LAYER);
    if (size !== layer.size)
        throw new report_error.ReportError(`its \`${LAYER}\` has ${size} bytes, where ${layer.size} are named`);
    return about(RECORD, () => ({
        folder,
        digest: `sha256:${(0,external_node_crypto_.createHash)("sha256").update(manifest).digest("hex")}`,
        layer,
        repository: repositoryOf(record.get("repository"), kind),
        downloadedAt: timeOf(record.get("downloadedAt")),
        updatedAt: timeOf(record.get("updatedAt")),
        nextUpdate: timeOf(record.get("nextUpdate")),
    }));
}
function kept_database_contentOf(folder, name, maxBytes) {
    if (sizeOf(folder, name) > maxBytes)
        throw new report_error.ReportError(`its \`${name}\` is larger than ${maxBytes} bytes`);
    return (0,file_content/* readFile */.TA)((0,external_node_path_.join)(folder, name));
}
/** Of a file itself: a link would lead elsewhere. */
function sizeOf(folder, name) {
    try {
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, name));
        if (stats.isFile())
            return stats.size;
    }
    catch (error) {
        if ((0,file_error/* describeFileError */.SQ)(error) === undefined)
            throw error;
    }
    throw new report_error.ReportError(`it has no file \`${name}\``);
}
function about(name, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new report_error.ReportError(`its \`${name}\` ${error.message}`);
    }
}
/** Shown in reports, so it must be what we wrote. */
function repositoryOf(value, kind) {
    try {
        return parseRepositories([value.text()], kind)[0].text;
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        throw value.not("a repository");
    }
}
function timeOf(value) {
    const time = Date.parse(value.text());
    if (Number.isNaN(time))
        throw value.not("a time");
    return time;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/database-cache.js









/** Of the kept folder: another form gets another number. */
const FORM = 1;
/** Where a kept database lies in a run; its last part is a part of the cache's version. */
const storeOf = (kind, io) => (0,external_node_path_.join)(io.temporary, kind.name);
const keyFile = (store) => `${store}.key`;
/** The beginning of the keys of a kind. Other repositories are another source, which may be trusted less. */
function keyPrefix({ name, schema }, repositories) {
    const sources = (0,external_node_crypto_.createHash)("sha256")
        .update(repositories.map(({ text }) => text).join("\n"))
        .digest("hex");
    return (0,cache_key.cacheKey)(`${name}-v${schema}.${FORM}`, sources.slice(0, 12));
}
/** The newest database that a run may see. A cache that is down, or holds something else, is said and costs a download. */
async function restoreKept(kind, repositories, io) {
    const store = storeOf(kind, io);
    (0,external_node_fs_.rmSync)(store, { recursive: true, force: true });
    try {
        const key = await (0,folder_cache.restoreFolder)(store, [keyPrefix(kind, repositories)]);
        io.log.debug(`${kind.title} in the cache: ${key ?? "none"}`);
        return key === undefined ? undefined : kept_database_readKept(store, kind);
    }
    catch (error) {
        const reason = error.message;
        io.log.info(error instanceof report_error.ReportError
            ? `${kind.title} in the cache cannot be used: ${reason}.`
            : `${kind.title} cannot be looked up: ${reason}.`);
        (0,external_node_fs_.rmSync)(store, { recursive: true, force: true });
        return undefined;
    }
}
/** Events that run code of the branch that they are about, and of nobody else. */
const OWN_CODE = new Set(["push", "workflow_dispatch", "repository_dispatch"]);
/** Whether what a run keeps is trusted by all branches: only the default branch's own runs keep anything. Pure. */
function maySave({ name, ref, defaultBranch }) {
    // A schedule is always of the default branch, and its payload does not name it.
    return (name === "schedule" || (OWN_CODE.has(name) && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`));
}
/** Marks what was downloaded, so that the end of the run saves it. */
function keepLater(kind, repositories, updatedAt, io) {
    (0,file_content/* writePrivateFile */.Pl)(keyFile(storeOf(kind, io)), keyPrefix(kind, repositories) + (0,cache_key.cacheKey)(timeInWords(updatedAt)));
}
/** Saves what this run marked, and forgets it. A key is never overwritten; a cache that is down is said. */
async function saveKept(kind, io) {
    const store = storeOf(kind, io);
    if (!(0,external_node_fs_.existsSync)(keyFile(store)))
        return;
    try {
        const isSaved = await (0,folder_cache.saveFolder)(store, (0,file_content/* readFile */.TA)(keyFile(store)).toString());
        io.log.info(`${kind.title} is ${isSaved ? "kept" : "not kept: the cache has it already, or takes nothing"}.`);
    }
    catch (error) {
        io.log.info(`${kind.title} is not kept: ${error.message}.`);
    }
    finally {
        forget(kind, io);
    }
}
/** Removes what is only needed to save it. */
function forget(kind, io) {
    for (const path of [storeOf(kind, io), keyFile(storeOf(kind, io))])
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/archive-error.js
/** What is wrong with an archive, in half a sentence about it. */
class ArchiveError extends Error {
    name = "ArchiveError";
}
/** What the libraries say; errors of the file that is read or written stay as they are. */
function asArchiveError(error) {
    if (error instanceof ArchiveError || !(error instanceof Error) || "path" in error)
        return error;
    return new ArchiveError(`it cannot be unpacked (${error.message.split("\n")[0]})`);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/member.js

/** Archives of programs have a dozen. */
const MAX_MEMBERS = 10_000;
/**
 * What no honest archive of a program holds, whether or not it would be unpacked. Pure.
 *
 * @returns half a sentence; undefined when nothing is wrong with it.
 */
function memberProblem({ name, kind }) {
    const parts = name.split(/[\\/]/);
    if (name === "" || name.includes("\0"))
        return "it has a member without a proper name";
    if (/^(?:[\\/]|[A-Za-z]:)/.test(name))
        return `it has a member with an absolute name, ${member_shown(name)}`;
    if (parts.includes(".."))
        return `it has a member that leads out of its folder, ${member_shown(name)}`;
    if (kind === "link")
        return `it has a link, ${member_shown(name)}`;
    if (kind === "other")
        return `it has a member that is neither a file nor a folder, ${member_shown(name)}`;
    return undefined;
}
/** A name as it would be on a disk, where `./` says nothing and some systems do not tell capitals apart. Pure. */
function plainName(name) {
    return name
        .split(/[\\/]/)
        .filter((part) => part !== "" && part !== ".")
        .join("/")
        .toLowerCase();
}
function member_shown(name) {
    return `\`${(0,report_escape/* revealInvisible */.hR)(name.slice(0, 100))}\``;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/member-file.js



/**
 * Writes a member into a file of this user alone, piece by piece.
 *
 * @param name what messages call it. @param onPiece gets each piece that is written.
 * @throws ArchiveError where it is larger; what is written by then stays, for the caller to remove
 */
async function writeMember(member, name, path, limit, onPiece = () => undefined) {
    const file = (0,file_content/* createPrivateFile */.aP)(path);
    try {
        let bytes = 0;
        for await (const piece of member.open()) {
            bytes += piece.length;
            if (bytes > limit.bytes)
                throw new ArchiveError(`its ${member_shown(name)} has more than ${limit.words}`);
            onPiece(piece);
            file.append(piece);
        }
    }
    finally {
        file.close();
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/web"
var web_ = __webpack_require__(7830);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/tar-members.js




const CHUNK_BYTES = 1024 * 1024;
/**
 * The members of a tar archive that is packed by gzip, one after the other. Of one that comes piece by piece, memory
 * holds some pieces at a time.
 *
 * @param maxBytes of the unpacked archive. @throws ArchiveError
 */
async function* tarMembers(archive, maxBytes) {
    const { createTarDecoder } = await __webpack_require__.e(/* import() */ 561).then(__webpack_require__.bind(__webpack_require__, 1942));
    const entries = web_.ReadableStream.from(tar_members_unpacked(archive, maxBytes)).pipeThrough(createTarDecoder({ strict: true }));
    for await (const { header, body } of entries) {
        yield { name: header.name, kind: tar_members_kindOf(header.type), open: () => body };
        // The next one waits until this one is read. Not cancelled: the decoder would give up the next one instead.
        await body.pipeTo(new web_.WritableStream());
    }
}
async function* tar_members_unpacked(archive, maxBytes) {
    const source = external_node_stream_.Readable.from(archive instanceof Uint8Array ? [archive] : archive);
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK_BYTES });
    // Whichever fails ends both, with its error.
    (0,external_node_stream_.pipeline)(source, gunzip, () => undefined);
    let bytes = 0;
    for await (const chunk of gunzip) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new ArchiveError(`it unpacks to more than ${Math.round(maxBytes / 1_000_000)} MB`);
        yield chunk;
    }
}
function tar_members_kindOf(type) {
    if (type === undefined || type === "file")
        return "file";
    if (type === "directory")
        return "folder";
    return type === "link" || type === "symlink" ? "link" : "other";
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/unpack-members.js








const READ_BYTES = 1024 * 1024;
/** Headers, padding, and the zeros at the end of an archive. */
const MAX_EXTRA_BYTES = 1024 * 1024;
/**
 * Unpacks a tar archive in gzip that must hold exactly these files, and nothing else: no folder, no link, no file twice.
 * Memory does not grow with it. The files get the mode 0600, and their folder, which should be new, 0700; a failure
 * leaves no folder.
 *
 * @returns the SHA-256 of the archive, hexadecimal, read in the same pass: nothing unpacked may be used before it was
 *   compared.
 * @throws ArchiveError for another archive; an error that names the file that cannot be read or written.
 */
async function unpackMembers(archive, folder, wanted) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const missing = new Map(wanted.map((one) => [one.name, one]));
    const maxBytes = wanted.reduce((sum, one) => sum + one.maxBytes, MAX_EXTRA_BYTES);
    try {
        for await (const member of tarMembers(hashed(archive, hash), maxBytes)) {
            // As `tar -C FOLDER .` writes them.
            const name = member.name.replace(/^\.\//, "");
            if (name === "" && member.kind === "folder")
                continue;
            const one = missing.get(name);
            if (one === undefined || member.kind !== "file")
                throw notWanted(name, member.kind, wanted);
            missing.delete(name);
            await writeMember(member, name, (0,external_node_path_.join)(folder, name), { bytes: one.maxBytes, words: `${one.maxBytes} bytes` });
        }
        if (missing.size > 0)
            throw new ArchiveError(`it does not hold ${[...missing.keys()].map(member_shown).join(" and ")}`);
        return hash.digest("hex");
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw asArchiveError(error);
    }
}
async function* hashed(archive, hash) {
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(archive, { highWaterMark: READ_BYTES })) {
            hash.update(chunk);
            yield chunk;
        }
    }
    catch (error) {
        throw (0,file_error/* named */.KT)(error, archive);
    }
}
function notWanted(name, kind, wanted) {
    const what = { file: "", folder: ", a folder", link: ", a link", other: ", neither a file nor a folder" }[kind];
    const listed = wanted.map((one) => member_shown(one.name)).join(" and ");
    return new ArchiveError(`it holds ${member_shown(name)}${what}, where only ${listed} may be, each once`);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/metadata.js


/** How much another machine's clock may be ahead of this one, milliseconds. */
const metadata_CLOCK_SKEW = 60 * 60_000;
/** As Go writes a time: with up to nine digits of a second. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** @throws ReportError in half a sentence. */
function parseMetadata(bytes) {
    const json = (0,src_json.parseJson)([bytes]);
    const schema = json.get("Version");
    if (!Number.isSafeInteger(schema.raw))
        throw schema.not("a whole number");
    return {
        schema: schema.number(),
        updatedAt: metadata_timeOf(json.get("UpdatedAt")),
        nextUpdate: metadata_timeOf(json.get("NextUpdate")),
    };
}
function metadata_timeOf(value) {
    const time = TIME.test(value.text()) ? Date.parse(value.text()) : Number.NaN;
    if (Number.isNaN(time))
        throw value.not("a time");
    return time;
}
/** As Trivy leaves it after a download. */
function printMetadata({ schema, updatedAt, nextUpdate }, downloadedAt) {
    const times = { NextUpdate: nextUpdate, UpdatedAt: updatedAt, DownloadedAt: downloadedAt };
    const written = Object.entries(times).map(([name, time]) => [name, timeInWords(time)]);
    return `${JSON.stringify({ Version: schema, ...Object.fromEntries(written) })}\n`;
}
/** Why a database must not be used; undefined when it may. Pure. */
function metadataProblem(metadata, { kind, maxAge, now }) {
    const { schema, updatedAt } = metadata;
    if (schema !== kind.schema) {
        const which = schema > kind.schema ? "newer" : "older";
        return {
            message: `has the schema ${schema}, which is ${which} than the one that is read here, ${kind.schema}: take it from a repository with the tag ${kind.schema}`,
            isAge: false,
        };
    }
    if (updatedAt > now + metadata_CLOCK_SKEW) {
        return {
            message: `was made in the future, at ${timeInWords(updatedAt)}, where this machine's clock says ${timeInWords(now)}: set the clock, or take another database`,
            isAge: false,
        };
    }
    const limit = Math.max(maxAge, kind.leastMaxAge);
    if (now - updatedAt <= limit)
        return undefined;
    const rule = limit > maxAge
        ? `at most ${durationInWords(limit)} are allowed`
        : `\`db-max-age\` allows ${durationInWords(limit)}`;
    return {
        message: `is ${age_ageInWords(now - updatedAt)} old, made at ${timeInWords(updatedAt)}, and ${rule}`,
        isAge: true,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/unusable.js
/**
 * A repository that gives no database, or a database that must not be used. The message is half a sentence without the
 * name of either.
 */
class Unusable extends Error {
    name = "Unusable";
    /** It is too old, and a newer one may come. False: what is there is wrong, and stays so. */
    isBehind;
    constructor(message, { isBehind = false } = {}) {
        super(message);
        this.isBehind = isBehind;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/open-database.js









/**
 * Unpacks a database to where Trivy looks for it. It is there only when it is whole, has the digest that its manifest
 * names, and may be used.
 *
 * @throws Unusable; an error of the file system that names the path.
 */
function openDatabase(archive, layer, opening) {
    const { kind } = opening;
    return settleDatabase(opening, async (folder) => {
        const found = await unpackMembers(archive, folder, [
            { name: kind.file, maxBytes: kind.maxFileBytes },
            { name: METADATA_FILE, maxBytes: MAX_METADATA_BYTES },
        ]).catch((error) => {
            if (!(error instanceof ArchiveError))
                throw error;
            throw new Unusable(`its archive cannot be used: ${error.message}`);
        });
        if (`sha256:${found}` !== layer.digest)
            throw new Unusable(`its archive has the digest sha256:${found}, where ${layer.digest} is named`);
    });
}
/** Puts a database in its place once it is checked. @param fill brings its files into a new folder. */
async function settleDatabase(opening, fill) {
    const { kind, folder, downloadedAt } = opening;
    const place = (0,external_node_path_.join)(folder, kind.folder);
    const unchecked = `${place}.unchecked`;
    for (const path of [place, unchecked])
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    try {
        await fill(unchecked);
        const metadata = checkFiles(unchecked, opening);
        (0,file_content/* writePrivateFile */.Pl)((0,external_node_path_.join)(unchecked, METADATA_FILE), printMetadata(metadata, downloadedAt));
        (0,external_node_fs_.renameSync)(unchecked, place);
        return metadata;
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(unchecked, { recursive: true, force: true });
        throw error;
    }
}
function checkFiles(folder, { kind, maxAge, now }) {
    const metadata = metadataIn(folder);
    const problem = metadataProblem(metadata, { kind, maxAge, now });
    if (problem !== undefined)
        throw new Unusable(`it ${problem.message}`, { isBehind: problem.isAge });
    try {
        kind.inspect((0,external_node_path_.join)(folder, kind.file));
    }
    catch (error) {
        asProblem(`its \`${kind.file}\``)(error);
    }
    return metadata;
}
function metadataIn(folder) {
    const path = (0,external_node_path_.join)(folder, METADATA_FILE);
    try {
        if ((0,external_node_fs_.statSync)(path).size > MAX_METADATA_BYTES)
            throw new report_error.ReportError("is too large");
        return parseMetadata((0,file_content/* readFile */.TA)(path));
    }
    catch (error) {
        return asProblem(`its \`${METADATA_FILE}\``)(error);
    }
}
/** What is wrong with content gets the name of its place; other errors stay what they are. */
const asProblem = (place) => (error) => {
    if (!(error instanceof report_error.ReportError))
        throw error;
    throw new Unusable(`${place} ${error.message}`);
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/given-folder.js








/**
 * A database that another step prepared. Trivy gets a copy of its own: older versions open it to write, and repair it.
 *
 * @param given of `db-folder`, relative to the workspace. @throws UserError that names the file.
 */
async function copyDatabase(kind, given, { io, folder, maxAge, now }) {
    const source = (0,external_node_path_.resolve)(io.workspace, given, kind.folder);
    const names = [kind.file, METADATA_FILE];
    const shown = (path) => `\`${(0,shown_path.shownPath)(path, io.workspace)}\``;
    for (const name of names)
        checkFile((0,external_node_path_.join)(source, name), kind, shown((0,external_node_path_.join)(source, name)));
    const downloadedAt = Math.trunc((0,external_node_fs_.statSync)((0,external_node_path_.join)(source, kind.file)).mtimeMs);
    try {
        const { updatedAt } = await settleDatabase({ kind, folder, maxAge, now, downloadedAt }, (copy) => {
            (0,external_node_fs_.mkdirSync)(copy, { recursive: true, mode: 0o700 });
            for (const name of names) {
                (0,file_content/* copyFile */.m3)((0,external_node_path_.join)(source, name), (0,external_node_path_.join)(copy, name));
                (0,external_node_fs_.chmodSync)((0,external_node_path_.join)(copy, name), 0o600);
            }
        });
        return { name: kind.name, version: null, updatedAt, origin: `the folder ${shown((0,external_node_path_.resolve)(io.workspace, given))}` };
    }
    catch (error) {
        if (!(error instanceof Unusable))
            throw error;
        throw new user_error/* UserError */.y(`${kind.title} in ${shown(source)} (input \`db-folder\`) cannot be used: ${error.message}`);
    }
}
function checkFile(path, kind, shown) {
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stats === undefined)
        throw new user_error/* UserError */.y(`${kind.title} is missing: ${shown} (input \`db-folder\`) does not exist; prepare it in an earlier step, or leave the input out`);
    if (!stats.isFile())
        throw new user_error/* UserError */.y(`${shown} (input \`db-folder\`) is not a file`);
    if (stats.size > kind.maxFileBytes)
        throw new user_error/* UserError */.y(`${shown} (input \`db-folder\`) has ${stats.size} bytes; at most ${kind.maxFileBytes} are taken`);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/fetch-database.js







/** Milliseconds without a byte after which a repository counts as silent. */
const IDLE_TIMEOUT = 20_000;
/** Milliseconds of waiting once no repository gave anything, and nothing that was kept can be used. */
const LAST_PATIENCE = 20_000;
/** Asks one repository after the other, each without waiting for it longer than the patience that is left. */
async function fetchDatabase(fetching) {
    const { repositories, patience: limit, log, sleep, idleTimeout = IDLE_TIMEOUT } = fetching;
    const { Registry } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1916));
    const { Patience } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2432));
    const patience = new Patience(limit);
    const answers = [];
    for (const repository of repositories) {
        try {
            const registry = new Registry(repository.registry, { log, patience, idleTimeout, ...(sleep && { sleep }) });
            return await fetchFrom(registry, repository, fetching);
        }
        catch (error) {
            const answer = await answerOf(error, repository);
            answers.push(answer);
            const { title } = fetching.opening.kind;
            log.info(`${title} does not come from ${answer.repository}: ${(0,report_escape/* escapeTerminal */.en)(answer.words)}`);
        }
    }
    return { state: "none", answers };
}
async function fetchFrom(registry, repository, fetching) {
    const { kept, store, opening, log } = fetching;
    const { kind, now } = opening;
    const { text } = repository;
    const manifest = await registry.getManifest(repository.repository, repository.reference);
    if (manifest === undefined)
        throw new Unusable("status 404: it has no such database");
    if (manifest.digest === kept?.digest)
        return { state: "unchanged", repository: text };
    const layer = layerIn(manifest, kind);
    const fresh = `${store}.fresh`;
    try {
        clearFolder(fresh);
        await registry.downloadBlob(repository.repository, layer, layerFile(fresh));
        const metadata = await openDatabase(layerFile(fresh), layer, { ...opening, downloadedAt: now });
        if (kept !== undefined && metadata.updatedAt < kept.updatedAt)
            throw new Unusable("it has an older one than the one that is kept", { isBehind: true });
        completeKept(fresh, manifest.bytes, metadata, { repository: text, downloadedAt: now });
        (0,external_node_fs_.rmSync)(store, { recursive: true, force: true });
        (0,external_node_fs_.renameSync)(fresh, store);
        log.info(`${kind.title} comes from ${text} (${Math.ceil(layer.size / 1_000_000)} MB).`);
        return { state: "downloaded", repository: text, digest: manifest.digest, metadata };
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(fresh, { recursive: true, force: true });
        throw error;
    }
}
function layerIn(manifest, kind) {
    try {
        return layerOf(manifest.bytes, kind);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new Unusable(`its manifest ${error.message}`);
    }
}
/** @throws what is neither a registry's nor a database's fault: a full disk is the same for all of them. */
async function answerOf(error, { text }) {
    if (error instanceof Unusable)
        return { repository: text, words: error.message, kind: error.isBehind ? "behind" : "refused" };
    const { RegistryError } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1344));
    if (!(error instanceof RegistryError))
        throw error;
    const { status, answer } = error;
    const isBusy = status === 0 || status === 408 || status === 429 || status >= 500;
    return { repository: text, words: answer.slice(0, 300), kind: isBusy ? "busy" : "refused" };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/obtain-database.js








/**
 * One database: from the cache as long as no newer one is due, else from the first repository that gives it, else from
 * the cache as long as its age allows.
 *
 * @throws UserError with what each repository answered.
 */
async function obtainDatabase(kind, texts, preparation) {
    const { cache, io } = preparation;
    const repositories = parseRepositories(texts, kind);
    forget(kind, io);
    const kept = cache ? await restoreKept(kind, repositories, io) : undefined;
    const source = new Source(kind, repositories, preparation);
    const database = await source.obtain(kept);
    if (!source.isDownloaded || !cache || !maySave(io.event()))
        forget(kind, io);
    else
        keepLater(kind, repositories, database.updatedAt, io);
    return database;
}
/** The cache and the repositories of one database. */
class Source {
    #kind;
    #repositories;
    #preparation;
    /** Why what was kept cannot be used, half a sentence. */
    #problem;
    isDownloaded = false;
    constructor(kind, repositories, preparation) {
        this.#kind = kind;
        this.#repositories = repositories;
        this.#preparation = preparation;
    }
    async obtain(restored) {
        const isPinned = this.#repositories.every(({ pin }) => pin !== undefined);
        const isDue = ({ nextUpdate }) => !isPinned && nextUpdate <= this.#preparation.now;
        let kept = restored !== undefined && isOffered(restored, this.#repositories) ? restored : undefined;
        if (kept !== undefined && !isDue(kept)) {
            const metadata = await this.#open(kept);
            // What the record says is a hint: what was unpacked counts.
            if (metadata !== undefined && !isDue(metadata))
                return this.#fromCache(kept, metadata);
            if (metadata === undefined)
                kept = undefined;
        }
        const first = await this.#fetch(this.#repositories, kept, 0);
        if (first.state === "downloaded")
            return this.#downloaded(first);
        if (kept !== undefined && isKeptAllowed(first)) {
            const metadata = await this.#open(kept);
            if (metadata !== undefined)
                return this.#fromCache(kept, metadata, first.state === "none" ? first.answers : undefined);
        }
        const again = await this.#fetchAgain(first, kept !== undefined);
        if (again.state === "downloaded")
            return this.#downloaded(again);
        throw this.#unavailable(again.state === "none" ? again.answers : []);
    }
    /**
     * What was kept is of no use: what may have passed is waited for a little.
     *
     * @param wasCompared whether the answers are about what was kept: an older one will do now.
     */
    async #fetchAgain(first, wasCompared) {
        if (first.state === "unchanged")
            return this.#fetch(this.#repositories, undefined, LAST_PATIENCE);
        const isOpen = ({ kind }) => kind === "busy" || (wasCompared && kind === "behind");
        const open = this.#repositories.filter((_, index) => isOpen(first.answers[index]));
        if (open.length === 0)
            return first;
        this.#preparation.io.log.info("No repository gave it; those that may yet do are asked once more.");
        const second = await this.#fetch(open, undefined, LAST_PATIENCE);
        if (second.state !== "none")
            return second;
        const later = [...second.answers];
        return { state: "none", answers: first.answers.map((answer) => (isOpen(answer) ? later.shift() : answer)) };
    }
    #fetch(repositories, kept, patience) {
        const { folder, maxAge, now, io, sleep, idleTimeout } = this.#preparation;
        const opening = { kind: this.#kind, folder, maxAge, now };
        const store = storeOf(this.#kind, io);
        const timing = { ...(sleep && { sleep }), ...(idleTimeout !== undefined && { idleTimeout }) };
        return fetchDatabase({ repositories, store, kept, opening, patience, log: io.log, ...timing });
    }
    /** @returns undefined, with `#problem`, when it must not be used. */
    async #open(kept) {
        const { folder, maxAge, now, io } = this.#preparation;
        const opening = { kind: this.#kind, folder, maxAge, now, downloadedAt: kept.downloadedAt };
        try {
            const metadata = await openDatabase(layerFile(kept.folder), kept.layer, opening);
            if (timeInWords(metadata.updatedAt) === timeInWords(kept.updatedAt))
                return metadata;
            throw new Unusable("its record is of another database");
        }
        catch (error) {
            if (!(error instanceof Unusable))
                throw error;
            this.#problem = error.message;
            io.log.info(`${this.#kind.title} in the cache cannot be used: ${error.message}.`);
            return undefined;
        }
    }
    #downloaded({ repository, digest, metadata }) {
        this.isDownloaded = true;
        return { name: this.#kind.name, version: digest, updatedAt: metadata.updatedAt, origin: repository };
    }
    /** @param answers of all repositories, where one of them should have given a newer one. */
    #fromCache(kept, { updatedAt }, answers) {
        const { title, name } = this.#kind;
        const warning = answers &&
            `${title} is the kept one, of ${timeInWords(updatedAt)}: no repository gives a newer one (${listed(answers)})`;
        if (warning !== undefined)
            this.#preparation.io.log.warning(warning);
        const origin = `the cache (${kept.repository})`;
        return { name, version: kept.digest, updatedAt, origin, ...(warning !== undefined && { warning }) };
    }
    #unavailable(answers) {
        const { title } = this.#kind;
        const kept = this.#problem === undefined ? "" : `; the kept one cannot be used: ${this.#problem}`;
        return new user_error/* UserError */.y(`${title} is not available: ${listed(answers)}${kept}`);
    }
}
/** A pinned repository offers one database alone. */
function isOffered({ digest }, repositories) {
    return repositories.some(({ pin }) => pin === undefined || pin === digest);
}
/** A set-up that leads nowhere is said at once, and not first when the kept one is too old. */
function isKeptAllowed(fetched) {
    return fetched.state === "unchanged" || fetched.answers.some(({ kind }) => kind !== "refused");
}
const listed = (answers) => answers.map(({ repository, words }) => `${repository}: ${words}`).join("; ");

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/database/prepare-database.js






/**
 * Trivy's databases in a folder of their own, from the cache or from the first repository that answers.
 *
 * @param timing for tests. @throws UserError when there is none that is young enough.
 */
async function prepareDatabase(inputs, needs, io, timing = {}) {
    const folder = databaseFolder(io);
    clearFolder(folder);
    const kinds = [...(needs.vulnerabilities ? [VULNERABILITIES] : []), ...(needs.java ? [JAVA_ARCHIVES] : [])];
    return { folder, databases: await obtainAll(kinds, inputs, io, timing) };
}
/** The Java database, beside what `prepareDatabase` has brought. @throws UserError as it does. */
async function addJavaDatabase(inputs, io) {
    return obtainAll([JAVA_ARCHIVES], inputs, io, {});
}
const databaseFolder = ({ temporary }) => (0,external_node_path_.join)(temporary, "trivy-databases");
async function obtainAll(kinds, { repositories, javaRepositories, maxAge, folder: given, cache }, io, timing) {
    const preparation = { io, folder: databaseFolder(io), maxAge, cache, now: Date.now(), ...timing };
    const databases = [];
    for (const kind of kinds) {
        const texts = kind === JAVA_ARCHIVES ? javaRepositories : repositories;
        const database = given === undefined ? obtainDatabase(kind, texts, preparation) : copyDatabase(kind, given, preparation);
        databases.push(await database);
    }
    return databases;
}
/** Keeps for later runs what this one downloaded; only on the default branch. */
async function keepDatabase(inputs, io) {
    if (!inputs.cache)
        return;
    for (const kind of [VULNERABILITIES, JAVA_ARCHIVES])
        await saveKept(kind, io);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/java-database.js
/**
 * Whether a target has Java archives and the Java database was not there: whoever scans fetches it then, and scans that
 * target again. Of an image nobody knows before; of a folder `javaArchives` tells. Trivy never passes over an archive in an
 * image for want of the database: it fails.
 */
function lacksJavaDatabase(outcome) {
    return ("problem" in outcome &&
        outcome.problem.cause === "unreadable-database" &&
        outcome.problem.message.includes(JAVA_DATABASE));
}
/** How the problem calls it. */
const JAVA_DATABASE = "Trivy's Java database";

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/plain-problem.js


/** A problem of a target in one plain line, without secrets. @param message what is wrong with it: `does not exist` */
function problemOf(cause, target, message, io) {
    const line = (0,report_escape/* revealInvisible */.hR)(`${target} ${message}`.replace(/\s+/g, " ").trim());
    return { cause, message: io.log.redaction.redact(line), target };
}
/** A problem of a target for what the system refuses: files, programs, the disk. @throws any other error */
function systemProblem(error, target, io) {
    const line = (0,file_error/* describeFileError */.SQ)(error);
    if (line === undefined)
        throw error;
    const isFull = /\((?:ENOSPC|EDQUOT)\b|no space left|quota exceeded/i.test(line);
    return problemOf(isFull ? "disk-full" : "tool-failed", target, `was not scanned: ${line}`, io);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/environment.js
var process_environment = __webpack_require__(4959);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js + 2 modules
var process_process = __webpack_require__(9827);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/running/enclosure.js



/** Milliseconds: the programs do nothing but start another one. */
const PROBE_TIMEOUT = 15_000;
const enclosure_NOTHING = /^$/;
const enclosures = new WeakMap();
/** Asks this machine, once a run. */
function findEnclosure(io) {
    const known = enclosures.get(io) ?? probe(io);
    enclosures.set(io, known);
    return known;
}
async function probe(io) {
    if ((0,external_node_os_.platform)() !== "linux")
        return [];
    const { uid, gid } = (0,external_node_os_.userInfo)();
    for (const enclosure of candidates(uid, gid, io.environment.RUNNER_ENVIRONMENT === "github-hosted"))
        if (await works(enclosure, io))
            return enclosure;
    return [];
}
/**
 * As root a network namespace is enough. Others need a user namespace, which Ubuntu 24.04 forbids them (AppArmor): there,
 * on GitHub's own runners, whose user may become root without a password, sudo makes the namespace and gives the user back with
 * no way to get privileges again. On other machines nobody is asked for sudo: their owners would be told of a misuse.
 */
function candidates(uid, gid, mayUseSudo) {
    const asUser = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--inh-caps=-all", "--no-new-privs"];
    const withSudo = ["sudo", "-n", "--", "unshare", "-n", "--", ...asUser, "--"];
    return [["unshare", "-n", "--"], ["unshare", "-r", "-n", "--"], ...(mayUseSudo ? [withSudo] : [])];
}
/** Whether a program runs in it and comes back as it should. */
async function works([program, ...args], io) {
    const environment = (0,process_environment.pickEnvironment)(io.environment, enclosure_NOTHING);
    // Sudo gives a program no environment: the real one gets its own by `env`, and so does this one.
    const command = [...args, "env", "-i", "true"];
    const options = { cwd: "/", environment, timeout: PROBE_TIMEOUT, maxOutput: 1000 };
    return (0,process_process.runProcess)(program, command, options).then(({ exitCode }) => exitCode === 0, () => false);
}
/** The command of a program in its enclosure. @param variables the whole environment, without secrets: `env` gets it as arguments. */
function enclosed(enclosure, program, args, variables) {
    const [first, ...rest] = enclosure;
    if (first === undefined)
        return [program, ...args];
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return [first, ...rest, "env", "-i", ...assignments, program, ...args];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/file-kinds.js
/** What files are to Trivy, by their names. Pure. */
/** Lock files and their like that Trivy's analyzers of a file system know (0.76, docs/coverage/language). */
const LOCKS = new Set([
    "Cargo.lock",
    "Gemfile.lock",
    "Manifest.toml",
    "Package.resolved",
    "Pipfile.lock",
    "Podfile.lock",
    "bun.lock",
    "build.sbt.lock",
    "composer.lock",
    "conan.lock",
    "go.mod",
    "go.sum",
    "gradle.lockfile",
    "mix.lock",
    "package-lock.json",
    "packages.config",
    "packages.lock.json",
    "pdm.lock",
    "pnpm-lock.yaml",
    "poetry.lock",
    "pom.xml",
    "pubspec.lock",
    "pylock.toml",
    "requirements.txt",
    "uv.lock",
    "yarn.lock",
]);
function isLock(name) {
    return LOCKS.has(name) || name.endsWith(".deps.json");
}
const JAVA_ARCHIVE = /\.(?:jar|war|ear|par)$/i;
/** Build tools' own starters: part of nearly every Java repository, and never of what is built. */
const WRAPPER = /(?:^|\/)(?:gradle-wrapper|maven-wrapper)\.jar$/;
/**
 * Java archives among the files of a folder, which Trivy's Java database tells apart. The starters of Gradle and Maven are not
 * looked at: for these alone nobody should download a database of hundreds of megabytes.
 *
 * @param files with forward slashes
 */
function javaArchives(files) {
    return files.filter((file) => JAVA_ARCHIVE.test(file) && !WRAPPER.test(file));
}
/** Whether Trivy's checks of configuration may read a file: a wide guess, also at parts of Helm charts and Terraform modules. */
function mayBeConfiguration(path) {
    return /\.(?:tf|tofu|tfvars|tfplan|hcl|ya?ml|json|tpl|j2|ini|cfg|toml|tgz|tar\.gz|helmignore)$|(?:docker|container)file|(?:^|\/)(?:NOTES\.txt|hosts|inventory)$/i.test(path);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/find-path.js



const NEEDS = {
    sbom: "file",
    "image-archive": "file",
    "oci-layout": "folder",
};
/**
 * The real path of a target: Trivy finds nothing behind a link, and says nothing of it. Files of the repository must be
 * in it: a link that a pull request adds must not lead to files of the machine.
 *
 * @param folder the root of the repository, absolute
 */
function findPath({ kind, location }, folder) {
    let path;
    let root;
    try {
        root = (0,external_node_fs_.realpathSync)(folder);
        path = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, location));
    }
    catch (error) {
        const { code } = error;
        if (code === "ENOENT" || code === "ENOTDIR")
            return { problem: "does not exist; correct `targets`, or create it in an earlier step" };
        return { problem: `cannot be reached (${code}); give the user of the runner access to it` };
    }
    const inside = (0,external_node_path_.relative)(root, path);
    if (IN_REPOSITORY.includes(kind) && (inside === ".." || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside)))
        return { problem: "leads out of the repository; name a path in it" };
    const status = (0,external_node_fs_.statSync)(path);
    const found = status.isDirectory() ? "folder" : status.isFile() ? "file" : "other";
    if (found === "other")
        return { problem: "is neither a file nor a folder" };
    const needed = NEEDS[kind];
    if (needed !== undefined && found !== needed)
        return { problem: `is a ${found}, and \`${kind}\` needs a ${needed}` };
    return { path, isFile: found === "file" };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/inline-ignores.js
/**
 * Comments by which a scanned file sets findings aside: `#trivy:ignore:AWS-0086`, `//tfsec:ignore:*`. Trivy obeys them in
 * Terraform, Dockerfiles, CloudFormation and Helm charts, and tells of it nowhere, not even with `--show-suppressed`. Pure.
 *
 * Its grammar (pkg/iac/ignore/parse.go, 0.76): words of a line, separated by blanks, after any of `#`, `/` and `*`, that
 * begin with `trivy:` or `tfsec:` and have a section `ignore:`.
 */
const WORD = /[^ \n]+/g;
const NAME = /(trivy|tfsec):/g;
const SECTION = "ignore:";
/** As text of single bytes, so that what is no UTF-8 stays as it is. */
function hasInlineIgnore(text) {
    return withoutInlineIgnores(text) !== text;
}
/** The same with the comments made ineffective. No line and no column moves. Work is linear. */
function withoutInlineIgnores(text) {
    if (!text.includes(SECTION))
        return text;
    return text.replace(WORD, (word) => {
        const end = word.lastIndexOf(SECTION);
        return end === -1 ? word : word.slice(0, end).replace(NAME, "$1_") + word.slice(end);
    });
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/folder-survey.js







/** Larger JSON is data: templates of clouds have at most 4 MB. Anything else is read up to what a padded file could have. */
const MAX_JSON_BYTES = 5_000_000;
const MAX_CONFIGURATION_BYTES = 64_000_000;
/**
 * Walks over a target as Trivy does: without links, without `.git`, without what is skipped.
 *
 * @param root a folder or a file, absolute, not a link
 * @throws UserError for a glob that cannot be read
 */
function surveyFolder(root, skipped, scansConfiguration) {
    const isSkippedFolder = anyOf(skipped.folders, "skip-dirs");
    const isSkippedFile = anyOf(skipped.files, "skip-files");
    const files = [];
    const linkedLocks = [];
    const folders = [""];
    const isFolder = (0,external_node_fs_.lstatSync)(root).isDirectory();
    if (!isFolder) {
        folders.pop();
        files.push((0,external_node_path_.basename)(root));
    }
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder), { withFileTypes: true })) {
            const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory()) {
                if (entry.name !== ".git" && !isSkippedFolder(path))
                    folders.push(path);
            }
            else if (entry.isFile()) {
                if (!isSkippedFile(path))
                    files.push(path);
            }
            else if (entry.isSymbolicLink() && isLock(entry.name) && !isSkippedFile(path) && leadsElsewhere(root, path))
                linkedLocks.push(path);
        }
    }
    files.sort();
    const above = isFolder ? root : (0,external_node_path_.dirname)(root);
    const ignoring = scansConfiguration ? files.filter((file) => mayBeConfiguration(file) && ignores(above, file)) : [];
    return { files, ignoring, linkedLocks: linkedLocks.sort() };
}
/** No pattern is no match. */
function anyOf(patterns, input) {
    const tests = patterns.map((pattern) => {
        try {
            return (0,glob/* compileGlob */.S)(trimmed(pattern));
        }
        catch (error) {
            throw new user_error/* UserError */.y(`input \`${input}\`: ${JSON.stringify(pattern)} ${error.message}`);
        }
    });
    return (path) => tests.some((test) => test(path));
}
/** `./vendor/` is `vendor`. */
function trimmed(pattern) {
    return pattern.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}
/** A link to a file of the same name in the target is as good as that file, which is scanned. */
function leadsElsewhere(root, path) {
    try {
        const real = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path));
        const inside = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(root), real);
        return inside.startsWith(`..${external_node_path_.sep}`) || inside === ".." || (0,external_node_path_.basename)(real) !== (0,external_node_path_.basename)(path);
    }
    catch {
        return true;
    }
}
function ignores(root, file) {
    const path = (0,external_node_path_.join)(root, file);
    if ((0,external_node_fs_.lstatSync)(path).size > (file.endsWith(".json") ? MAX_JSON_BYTES : MAX_CONFIGURATION_BYTES))
        return false;
    return hasInlineIgnore((0,file_content/* readFile */.TA)(path).toString("latin1"));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/shadow-folder.js




/**
 * Some files of a target in a folder of their own, with the same paths: hard links where the disk allows them.
 *
 * @param root absolute, as are the paths below `shadow`
 * @param ignoring files whose comments are made ineffective
 */
function makeShadow(root, files, ignoring, shadow) {
    const changed = new Set(ignoring);
    const made = new Set();
    for (const file of files) {
        const [from, to] = [(0,external_node_path_.join)(root, file), (0,external_node_path_.join)(shadow, file)];
        const folder = (0,external_node_path_.dirname)(to);
        if (!made.has(folder))
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        made.add(folder);
        if (changed.has(file))
            (0,file_content/* writeFile */._h)(to, Buffer.from(withoutInlineIgnores((0,file_content/* readFile */.TA)(from).toString("latin1")), "latin1"));
        else
            linkOrCopy(from, to);
    }
}
/** Another disk, or a system that forbids links to files of somebody else. */
function linkOrCopy(from, to) {
    try {
        (0,external_node_fs_.linkSync)(from, to);
    }
    catch {
        (0,file_content/* copyFile */.m3)(from, to);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/scan-archives.js



/**
 * `trivy fs` passes over jars and says nothing of them; `trivy rootfs` reads them, here in a folder of their own. Without
 * archives nothing is run.
 */
async function scanArchives({ path, isFile, survey, shadow, run }, scanners) {
    const archives = javaArchives(survey.files);
    const ofPackages = scanners.filter((scanner) => scanner === "vuln" || scanner === "license");
    if (archives.length === 0 || ofPackages.length === 0)
        return { findings: [], packages: [], unread: [] };
    makeShadow(isFile ? (0,external_node_path_.dirname)(path) : path, archives, [], shadow);
    const outcome = await run({ command: "rootfs", artifact: shadow, scanners: ofPackages });
    return "problem" in outcome ? outcome : { ...outcome.report, unread: outcome.unread };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/files/set-aside.js



/**
 * What comments in configuration set aside: what Trivy finds besides in a copy in which they have no effect. Without such
 * comments nothing is run.
 *
 * @param found what it found while it obeyed them
 */
async function findSetAside({ path, isFile, survey, shadow, run }, found) {
    if (survey.ignoring.length === 0)
        return { suppressed: [] };
    makeShadow(isFile ? (0,external_node_path_.dirname)(path) : path, survey.files.filter(mayBeConfiguration), survey.ignoring, shadow);
    const artifact = isFile ? (0,external_node_path_.join)(shadow, (0,external_node_path_.basename)(path)) : shadow;
    const outcome = await run({ command: "fs", artifact, scanners: ["misconfig"] });
    if ("problem" in outcome)
        return outcome;
    const hidden = withoutThese(outcome.report.findings, found);
    return { suppressed: hidden.map((finding) => ({ finding, kind: "inSource" })) };
}
/** A list without those of another one, each as often as it is there. */
function withoutThese(all, others) {
    const counts = new Map();
    for (const finding of others)
        counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
    return all.filter((finding) => {
        const count = counts.get(keyOf(finding)) ?? 0;
        counts.set(keyOf(finding), count - 1);
        return count <= 0;
    });
}
function keyOf({ kind, id, place, detail }) {
    return JSON.stringify([kind, id, place.file, place.startLine, place.endLine, detail]);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/idle-scanners.js
const PACKAGES = ["os-pkgs", "lang-pkgs"];
/** Results that a scanner leaves in Trivy's report even when it finds nothing. */
const TRACES = {
    vuln: PACKAGES,
    license: [...PACKAGES, "license", "license-file"],
    misconfig: ["config"],
    secret: [],
};
/**
 * Scanners that had nothing to look at: no lock file and no system that Trivy knows, no configuration. Trivy's report
 * shows these even when they are clean (`--list-all-pkgs`, and one result for each configuration file). Of secrets it shows
 * nothing, and any file can hold one: there a file, or a layer, is enough.
 *
 * Where all scanners are idle, nothing was scanned. Pure.
 */
function idleScanners(scanners, evidence) {
    const { scanned, hasContent, hasLocks } = evidence;
    return scanners.filter((scanner) => {
        if (scanner === "secret")
            return !hasContent;
        const readsLocks = scanner !== "misconfig";
        return !(readsLocks && hasLocks) && !TRACES[scanner].some((kind) => (scanned[kind] ?? 0) > 0);
    });
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/outcome.js

const SHOWN = 3;
/** A scan of which everything could be read, and in which a scanner had something to look at; else the problem. */
function outcomeOf(target, scan, scanners, unread, io) {
    if (unread.length > 0)
        return { problem: unreadProblem(target, unread, io), partial: scan };
    if (scan.idle?.length === scanners.length)
        return { problem: nothingScanned(target, scanners, io) };
    return { scan };
}
function nothingScanned(target, scanners, io) {
    const asked = scanners.length === 0
        ? "none of `scanners` is for such a target"
        : `\`${scanners.join(", ")}\` found nothing that it knows`;
    return problemOf("nothing-scanned", target, `was not scanned: ${asked}; correct \`targets\` or \`scanners\``, io);
}
function unreadProblem(target, unread, io) {
    // A lock that is missing hides vulnerabilities, configuration only misconfigurations.
    const isLock = unread.some(({ kind }) => kind === "lock");
    const shown = unread.slice(0, SHOWN).map(({ file, reason }) => `${file || "a file"} (${reason.slice(0, 200)})`);
    const more = unread.length > SHOWN ? ` and ${unread.length - SHOWN} more` : "";
    return problemOf(isLock ? "unreadable-lock" : "unreadable-config", target, `was not scanned whole: Trivy cannot read ${shown.join(", ")}${more}; correct them, or list them in \`skip-files\``, io);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/live.js + 3 modules
var live = __webpack_require__(5807);
;// CONCATENATED MODULE: ./build/js/packages/security/src/trivy/report-field.js
const MAX_TITLE_CHARACTERS = 300;
/** Items of a list, which Trivy leaves out when it is empty. @throws ReportError for something else than a list. */
function report_field_listed(value) {
    return value.isMissing ? [] : [...value.items()];
}
/** A text that may be missing, be empty, or be something else: empty then. */
function textOr(value) {
    return typeof value.raw === "string" ? value.raw : "";
}
/** Any text as one short line. */
function oneLine(text) {
    return text.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE_CHARACTERS);
}
/** A path in the target with forward slashes: some analyzers of images begin theirs with one. */
function report_field_pathIn(text) {
    return text.replaceAll("\\", "/").replace(/^\/+/, "");
}
/** `StartLine` and `EndLine`, where both are lines. */
function report_field_linesOf(place) {
    const startLine = place.get("StartLine").raw;
    const endLine = place.get("EndLine").raw;
    return isLine(startLine) && isLine(endLine) && startLine <= endLine ? { startLine, endLine } : {};
}
function isLine(value) {
    return Number.isSafeInteger(value) && value > 0;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/severity.js
/** From worst to least. `unknown` is not a low one: what it counts as is a rule of the policy. */
const SEVERITIES = ["critical", "high", "medium", "low", "unknown"];

;// CONCATENATED MODULE: ./build/js/packages/security/src/trivy/ecosystem.js
/** Types of purls by what Trivy calls an application or a system (fanal's `types`), where a package has no purl. */
const BY_TYPE = {
    cargo: "cargo",
    "rust-binary": "cargo",
    rustbinary: "cargo",
    gomod: "golang",
    gobinary: "golang",
    npm: "npm",
    yarn: "npm",
    pnpm: "npm",
    bun: "npm",
    "node-pkg": "npm",
    pip: "pypi",
    pipenv: "pypi",
    poetry: "pypi",
    uv: "pypi",
    "python-pkg": "pypi",
    bundler: "gem",
    gemspec: "gem",
    jar: "maven",
    pom: "maven",
    gradle: "maven",
    sbt: "maven",
    nuget: "nuget",
    "dotnet-core": "nuget",
    "packages-props": "nuget",
    composer: "composer",
    "composer-vendor": "composer",
    hex: "hex",
    pub: "pub",
    swift: "swift",
    cocoapods: "cocoapods",
    conan: "conan",
    debian: "deb",
    ubuntu: "deb",
    alpine: "apk",
    wolfi: "apk",
    chainguard: "apk",
    redhat: "rpm",
    centos: "rpm",
    rocky: "rpm",
    alma: "rpm",
    amazon: "rpm",
    oracle: "rpm",
    fedora: "rpm",
    photon: "rpm",
};
/** `cargo`, `golang`, `deb`: the type of a purl, else what the type of a result leads to, else that type itself. */
function ecosystemOf(purl, type) {
    const named = /^pkg:([a-z0-9.+-]+)\//i.exec(purl)?.[1];
    if (named !== undefined)
        return named.toLowerCase();
    return Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : type;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/trivy/fixed-versions.js

/** A requirement of any ecosystem: an operator, which may be missing, and a version. */
const REQUIREMENT = /^(>=|<=|=>|==|=|>|<|\^|~>|~)?\s*(\S+)$/;
/** The version itself has the fix. */
const HAS_FIX = [undefined, ">=", "=>", "=", "==", "^", "~", "~>"];
/**
 * `FixedVersion` as versions, lowest first.
 *
 * Most databases write versions (`1.2.3, 2.0.1`). Those in OSV's form write requirements in no order, e.g.
 * `>= 0.6.14, < 1.0.0, >= 1.6.1`: their lower bounds have the fix, and their upper bounds have it not. A requirement that
 * names no version with the fix (`> 1.2`) stays as it is, since an empty list says that there is no fix.
 */
function fixed_versions_fixedVersions(text) {
    const requirements = text.split(/,|\|\|/).flatMap((part) => {
        const [, operator, version] = REQUIREMENT.exec(part.trim()) ?? [];
        return version === undefined ? [] : [{ operator, version }];
    });
    const versions = requirements.filter(({ operator }) => HAS_FIX.includes(operator)).map(({ version }) => version);
    if (versions.length > 0)
        return [...new Set(versions)].sort(compareVersionTexts);
    const rest = text.trim();
    return rest === "" ? [] : [rest.replace(/\s+/g, " ")];
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/trivy/result-packages.js

/** The packages of one result. @param file what the result is of: a lock file, or nothing for a system */
function packagesOf(result, file) {
    return report_field_listed(result.get("Packages"))
        .filter(hasName)
        .map((each) => {
        const id = textOr(each.get("ID"));
        const purl = textOr(each.get("Identifier").get("PURL"));
        const dependsOn = report_field_listed(each.get("DependsOn")).map((one) => one.text());
        return {
            ...(id === "" ? {} : { id }),
            name: each.get("Name").text(),
            version: result_packages_versionOf(each),
            ...(purl === "" ? {} : { purl }),
            licenses: report_field_listed(each.get("Licenses")).map((one) => one.text()),
            file: report_field_pathIn(textOr(each.get("FilePath"))) || file,
            ...(dependsOn.length === 0 ? {} : { dependsOn }),
        };
    });
}
/**
 * Whether Trivy left packages of this lock out: where a Cargo.toml names a package or a version that the lock beside it
 * does not have, Trivy 0.76 reports an entry without a name, and none of the packages that the lock does have.
 */
function leavesPackagesOut(result) {
    return !report_field_listed(result.get("Packages")).every(hasName);
}
function hasName(each) {
    return !each.get("Name").isMissing;
}
/** As the system itself writes it: Trivy takes versions of Debian and Red Hat apart. */
function result_packages_versionOf(each) {
    const epoch = each.get("Epoch").raw;
    const release = textOr(each.get("Release"));
    const version = textOr(each.get("Version"));
    const prefix = typeof epoch === "number" && epoch > 0 ? `${epoch}:` : "";
    return `${prefix}${version}${release === "" ? "" : `-${release}`}`;
}
/** Where packages are named in their lock file, by what findings call them. */
function packageLines(result) {
    const lines = new Map();
    for (const each of report_field_listed(result.get("Packages"))) {
        const [location] = report_field_listed(each.get("Locations"));
        if (location === undefined)
            continue;
        for (const key of result_packages_keysOf(each.get("Identifier"), each.get("ID")))
            lines.set(key, report_field_linesOf(location));
    }
    return (found) => {
        const keys = result_packages_keysOf(found.get("PkgIdentifier"), found.get("PkgID"));
        return lines.get(keys.find((key) => lines.has(key)) ?? "") ?? {};
    };
}
/** The UID comes first: two packages of one name and version in one file differ in it alone. */
function result_packages_keysOf(identifier, id) {
    const [uid, name] = [textOr(identifier.get("UID")), textOr(id)];
    return [...(uid === "" ? [] : [`uid ${uid}`]), ...(name === "" ? [] : [`id ${name}`])];
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/trivy/result-findings.js





/** The findings of one result. @param place its target, and what it is of: a file, or nothing for a system */
function* findingsOf(result, place) {
    const type = textOr(result.get("Type"));
    const linesIn = packageLines(result);
    for (const found of report_field_listed(result.get("Vulnerabilities")))
        yield vulnerability(found, { ...place, ...linesIn(found) }, type);
    for (const found of report_field_listed(result.get("Misconfigurations"))) {
        if (found.get("Status").text() === "FAIL")
            yield misconfiguration(found, place);
    }
    for (const found of report_field_listed(result.get("Secrets")))
        yield secret(found, place);
    for (const found of report_field_listed(result.get("Licenses")))
        yield license(found, place);
}
/** A finding that stands alone, as in `ExperimentalModifiedFindings`. @returns undefined for a type that is not known. */
function findingOfType(type, found, place, resultType) {
    switch (type) {
        case "vulnerability":
            return vulnerability(found, place, resultType);
        case "misconfiguration":
            return misconfiguration(found, place);
        case "secret":
            return secret(found, place);
        case "license":
            return license(found, place);
        default:
            return undefined;
    }
}
function vulnerability(found, place, type) {
    const id = found.get("VulnerabilityID").text();
    const aliases = new Set(report_field_listed(found.get("VendorIDs")).map((each) => each.text()));
    aliases.delete(id);
    const path = report_field_pathIn(textOr(found.get("PkgPath")));
    const purl = oneLine(textOr(found.get("PkgIdentifier").get("PURL")));
    return {
        kind: "vulnerability",
        id,
        aliases: [...aliases].sort(),
        ...described(found, id),
        ...scoreOf(found),
        // Of a jar or an installed package: results of these are called `Java` and `Node.js`.
        place: path === "" ? place : { ...place, file: path },
        package: {
            name: found.get("PkgName").text(),
            ecosystem: ecosystemOf(purl, type),
            version: textOr(found.get("InstalledVersion")),
            fixedVersions: fixed_versions_fixedVersions(textOr(found.get("FixedVersion"))),
            ...(purl === "" ? {} : { purl }),
        },
        sources: ["trivy"],
    };
}
function misconfiguration(found, { target, file }) {
    const id = found.get("ID").text();
    const cause = found.get("CauseMetadata");
    const resource = oneLine(textOr(cause.get("Resource")));
    return {
        kind: "misconfiguration",
        id,
        aliases: [],
        ...described(found, id),
        place: { target, file, ...report_field_linesOf(cause) },
        ...(resource === "" ? {} : { detail: resource }),
        sources: ["trivy"],
    };
}
/** `Match` is left out but for its shape, and `Code` is never read: it can hold another secret in clear. */
function secret(found, { target, file }) {
    const id = found.get("RuleID").text();
    const detail = redactedMatch(found.get("Match").raw);
    return {
        kind: "secret",
        id,
        aliases: [],
        ...described(found, id),
        place: { target, file, ...report_field_linesOf(found) },
        ...(detail === "" ? {} : { detail }),
        sources: ["trivy"],
    };
}
/** A whole short word without digits, so that it cannot be another secret itself. */
const NAME_OF_SECRET = /(?<![^\s"'{,])([A-Za-z_][A-Za-z_.-]{0,23})["']?\s{0,9}[:=]\s{0,9}["']?\*{4,}/;
/** The name before the asterisks. What else stands in the line may be another secret. */
function redactedMatch(match) {
    const name = typeof match === "string" ? NAME_OF_SECRET.exec(match)?.[1] : undefined;
    return name === undefined ? "" : `${name} = ***`;
}
function license(found, { target, file }) {
    const id = oneLine(found.get("Name").text());
    const path = report_field_pathIn(textOr(found.get("FilePath")));
    const name = oneLine(textOr(found.get("PkgName")));
    return {
        kind: "license",
        id,
        aliases: [],
        severity: result_findings_severityOf(found),
        title: id,
        place: { target, file: path === "" ? file : path },
        ...(name === "" ? {} : { detail: name }),
        sources: ["trivy"],
    };
}
function described(found, id) {
    const url = textOr(found.get("PrimaryURL"));
    return {
        severity: result_findings_severityOf(found),
        title: oneLine(textOr(found.get("Title"))) || id,
        ...(url.startsWith("https://") ? { url } : {}),
    };
}
function result_findings_severityOf(found) {
    const word = textOr(found.get("Severity")).toLowerCase();
    return SEVERITIES.find((each) => each === word) ?? "unknown";
}
function scoreOf(found) {
    const vendors = found.get("CVSS");
    if (!vendors.isObject)
        return {};
    const all = [...vendors.entries()].map(([, vendor]) => vendor);
    for (const key of ["V40Score", "V3Score", "V2Score"]) {
        const scores = all.map((vendor) => vendor.get(key).raw).filter((each) => typeof each === "number");
        if (scores.length > 0)
            return { score: Math.max(...scores) };
    }
    return {};
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/trivy/report.js





/** 25,000 findings are 94 MB. */
const REPORT_LIMITS = { bytes: 256 * 1024 * 1024, findings: 200_000, packages: 500_000 };
/**
 * Reads the JSON of one Trivy run (schema 2).
 *
 * No text of a secret, and no code, is in what comes back.
 *
 * @throws ReportError for a report that is cut off, of another schema, of another artifact, or of another time.
 */
function readTrivyReport(chunks, expected, limits = REPORT_LIMITS) {
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (bytes === 0)
        throw new report_error.ReportError("is empty: Trivy wrote nothing");
    if (bytes > limits.bytes)
        throw new report_error.ReportError(`has more than ${limits.bytes} bytes`);
    const report = (0,src_json.parseJson)(chunks);
    const createdAt = checkHead(report, expected);
    const metadata = report.get("Metadata");
    const findings = endOfLife(metadata.get("OS"), expected.target);
    const suppressed = [];
    const packages = [];
    const staleLocks = [];
    const scanned = Object.create(null);
    for (const result of report_field_listed(report.get("Results"))) {
        const kind = result.get("Class").text();
        scanned[kind] = (scanned[kind] ?? 0) + 1;
        const place = placeOf(result, kind, expected);
        for (const finding of findingsOf(result, place)) {
            checkCount(findings.length + suppressed.length, limits.findings, "findings");
            findings.push(finding);
        }
        for (const modified of modifiedFindings(result, place)) {
            checkCount(findings.length + suppressed.length, limits.findings, "findings");
            suppressed.push(modified);
        }
        if (leavesPackagesOut(result))
            staleLocks.push(place.file);
        for (const each of packagesOf(result, place.file)) {
            checkCount(packages.length, limits.packages, "packages");
            packages.push(each);
        }
    }
    const imageId = textOr(metadata.get("ImageID"));
    return {
        version: report.get("Trivy").get("Version").text(),
        artifactType: report.get("ArtifactType").text(),
        createdAt,
        scanned: { ...scanned },
        findings,
        suppressed,
        packages,
        staleLocks,
        imageId: imageId === "" ? null : imageId,
        layers: report_field_listed(metadata.get("DiffIDs")).length,
    };
}
/** @returns when it was written. */
function checkHead(report, expected) {
    const schema = report.get("SchemaVersion").number();
    if (schema !== 2)
        throw new report_error.ReportError(`has schema ${schema}; only schema 2 is supported`);
    const artifactName = report.get("ArtifactName").text();
    if (artifactName !== expected.artifactName)
        throw new report_error.ReportError(`is of ${report_quoted(artifactName)}, not of ${report_quoted(expected.artifactName)}`);
    const imageId = textOr(report.get("Metadata").get("ImageID"));
    if (expected.imageId !== undefined && imageId !== expected.imageId)
        throw new report_error.ReportError(`is of the image ${report_quoted(imageId)}, not of ${report_quoted(expected.imageId)}`);
    const createdAt = report.get("CreatedAt").text();
    checkTime(createdAt, expected);
    return createdAt;
}
function checkTime(createdAt, { startedAt, endedAt }) {
    const time = Date.parse(createdAt);
    if (Number.isNaN(time))
        throw new report_error.ReportError("`CreatedAt` is not a time");
    if (time < startedAt)
        throw new report_error.ReportError(`is old: it was written at ${createdAt}, before this scan`);
    if (time > endedAt)
        throw new report_error.ReportError(`is from the future: it says ${createdAt}`);
}
function checkCount(count, most, what) {
    if (count === most)
        throw new report_error.ReportError(`has more than ${most} ${what}`);
}
function placeOf(result, kind, { target, isFile = false }) {
    const isWhole = kind === "os-pkgs" || isFile;
    return { target, file: isWhole ? "" : report_field_pathIn(result.get("Target").text()) };
}
function endOfLife(os, target) {
    if (os.get("EOSL").raw !== true)
        return [];
    const id = oneLine(`${os.get("Family").text()} ${os.get("Name").text()}`);
    const title = oneLine(`${id} gets no more security fixes`);
    return [
        {
            kind: "end-of-life",
            id,
            aliases: [],
            severity: "unknown",
            title,
            place: { target, file: "" },
            sources: ["trivy"],
        },
    ];
}
function* modifiedFindings(result, place) {
    const resultType = textOr(result.get("Type"));
    for (const each of report_field_listed(result.get("ExperimentalModifiedFindings"))) {
        const finding = findingOfType(each.get("Type").text(), each.get("Finding"), place, resultType);
        if (finding === undefined)
            continue;
        const statement = oneLine(textOr(each.get("Statement")));
        yield { finding, kind: "external", ...(statement === "" ? {} : { justification: statement }) };
    }
}
function report_quoted(text) {
    return JSON.stringify(text.slice(0, 100));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/running/run-failure.js

const run_failure_MAX_CHARACTERS = 400;
const KILLED = 128 + 9;
/** What Trivy's own words lead to, the most telling first. */
const WORDS = [
    [/no space left on device|disk quota exceeded/i, "disk-full", "the disk is full; free some space before this step"],
    [/out of memory|cannot allocate memory/i, "out-of-memory", "memory ran out; use a runner with more"],
    [
        /Java DB/i,
        "unreadable-database",
        `it has Java archives, and ${JAVA_DATABASE} is not there or cannot be read; without it they cannot be told apart`,
    ],
    [
        /DB error|bbolt|trivy\.db|DB schema/i,
        "unreadable-database",
        "Trivy's vulnerability database is damaged, or of another version; let it be downloaded again",
    ],
    [/context deadline exceeded/i, "timeout", "the time limit was reached; give `timeout` more, or skip folders"],
];
/** Why a run gave no report. @returns undefined when it ended well. Pure. */
function failureOf({ exitCode, signal, stderr }) {
    if (exitCode === 0)
        return undefined;
    const words = lastWords(stderr);
    const said = words === "" ? "" : `: ${words}`;
    if (signal === "SIGKILL" || exitCode === KILLED)
        return {
            cause: "out-of-memory",
            message: "the system killed Trivy, most likely because memory ran out; use a runner with more",
        };
    const known = WORDS.find(([pattern]) => pattern.test(words));
    if (known !== undefined)
        return { cause: known[1], message: `${known[2]}${said}` };
    const how = signal === undefined ? `ended with exit code ${exitCode}` : `was ended by ${signal}`;
    return { cause: "tool-failed", message: `Trivy ${how}${said}` };
}
/**
 * What Trivy said at its end, as one line: its fatal error, of which debugging shows the chain over several lines; else the
 * message of a crash; else the last lines.
 */
function lastWords(stderr) {
    const lines = stderr.split(/\r?\n/);
    const fatal = lines.findLastIndex((line) => /\tFATAL\t/.test(line));
    const crash = lines.findIndex((line) => /^(?:panic|fatal error|unexpected fault address)\b/.test(line));
    const words = fatal !== -1
        ? [lines[fatal].split("\t").slice(3).join(" "), ...lines.slice(fatal + 1).flatMap(chained)]
        : crash !== -1
            ? lines.slice(crash, crash + 2)
            : lines.filter((line) => line.trim() !== "" && !/\t(?:DEBUG|INFO)\t/.test(line)).slice(-3);
    const text = words.join(" ").replace(/\s+/g, " ").trim();
    // The cause of a chain is at its end.
    return text.length <= run_failure_MAX_CHARACTERS ? text : `…${text.slice(1 - run_failure_MAX_CHARACTERS)}`;
}
/** `  - message:`, with the place in Trivy's source below it. */
function chained(line) {
    const message = /^ {2}- (.*)$/.exec(line)?.[1];
    return message === undefined ? [] : [message];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/running/run-log.js
/** What Trivy's log says beside its report. Pure. */
/** Messages of Trivy 0.76 about files that it passes over. The first three are debugging lines. */
const MESSAGES = {
    "Walk error": "lock",
    "Analysis error": "lock",
    "Permission error": "lock",
    "Failed to parse file": "config",
    "Error parsing file": "config",
};
/** What the message itself says. */
const UNSAID = { "Permission error": "permission denied" };
const MAX_FILES = 1000;
/** What others installed is not a lock: packages bring broken files for their own tests (`resolve` in npm). */
const INSTALLED = /(?:^|\/)(?:node_modules|site-packages)\//;
/** Parsers quote what they stumble over: a long word with a digit may be a secret. */
const run_log_WORD = /[\w+/=-]{12,}/g;
/** Collects what is needed of a log, line by line. */
class RunLog {
    #unread = new Map();
    add(line) {
        const [, , message = "", fields = ""] = line.split("\t", 4);
        const name = message.replace(/^\[[^\]]*\]\s*/, "");
        if (!Object.hasOwn(MESSAGES, name))
            return;
        const reason = run_log_field(fields, "err");
        const file = (run_log_field(fields, "file_path") ||
            /^failed to parse (.+?): |^(.+?) parse error: /.exec(reason)?.slice(1).find(Boolean)) ??
            "";
        if (INSTALLED.test(`${file}/`))
            return;
        const plain = reason.replace(run_log_WORD, (word) => (/[0-9]/.test(word) ? "***" : word)) || UNSAID[name] || "Trivy does not say why";
        // Trivy says some things twice.
        if (!this.#unread.has(file) && this.#unread.size < MAX_FILES)
            this.#unread.set(file, { file, kind: MESSAGES[name], reason: plain });
    }
    /** In the order of their names. */
    get unread() {
        return [...this.#unread.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
    }
}
/** A value as Go quotes it (`%q`). */
function run_log_field(fields, name) {
    const start = ` ${fields}`.indexOf(` ${name}="`);
    if (start === -1)
        return "";
    let text = "";
    for (let at = start + name.length + 2; at < fields.length && fields[at] !== '"'; at++) {
        if (fields[at] !== "\\")
            text += fields[at];
        else {
            const [whole, value] = unescaped(fields.slice(at, at + 10));
            text += value;
            at += whole - 1;
        }
    }
    return text;
}
const PLAIN = { n: "\n", t: "\t", r: "\r" };
/** @returns how many characters an escape has, and what it stands for. */
function unescaped(text) {
    const digits = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/.exec(text);
    if (digits === null)
        return [2, PLAIN[text.charAt(1)] ?? text.charAt(1)];
    const code = Number.parseInt(digits.slice(1).find(Boolean), 16);
    return [digits[0].length, code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd"];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/running/trivy-arguments.js
/** Trivy ends itself some time after we would have ended it: only where we no longer can. */
const BACKSTOP = 30_000;
/**
 * The arguments of a run. Whatever Trivy would take from its working folder, its environment or its defaults is said:
 *
 * - `--config` and `--ignorefile` name an empty file, and `--secret-config ""` loads none: that works in all versions. A `trivy.yaml`, `.trivyignore` or
 *   `trivy-secret.yaml` of the scanned repository never counts. Ignore files are applied by us, from the base; secrets are found by
 *   Trivy's built-in rules, whose built-in exceptions (tests, examples, Markdown and the like) stay.
 * - `--debug` instead of `--quiet`: only there Trivy tells of lock files that it cannot parse (0.76 passes over them and
 *   exits with 0). It costs nothing that can be measured.
 * - `--exit-code 0`: anything else than 0 is a failure of Trivy. Findings are judged by us.
 * - Nothing is fetched: neither databases nor checks, VEX repositories, versions or telemetry.
 * - The cache is memory: a scan knows nothing of earlier ones.
 */
function trivyArguments(run, { databaseFolder, output, empty, timeout }) {
    const isSbom = run.command === "sbom";
    return [
        run.command,
        ...["--config", empty, "--ignorefile", empty],
        ...["--format", "json", "--output", output, "--exit-code", "0"],
        ...["--debug", "--no-progress", "--timeout", `${Math.ceil((timeout + BACKSTOP) / 1000)}s`],
        ...["--cache-dir", databaseFolder, "--cache-backend", "memory"],
        ...["--severity", "UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL", "--list-all-pkgs", "--show-suppressed"],
        ...["--scanners", run.scanners.join(",")],
        ...["--skip-db-update", "--skip-java-db-update", "--skip-vex-repo-update", "--offline-scan"],
        ...["--disable-telemetry", "--skip-version-check"],
        // Trivy refuses flags that a command has no use for.
        ...(isSbom ? [] : ["--skip-check-update", "--secret-config", ""]),
        ...(isSbom ? [] : run.skipFolders.flatMap((path) => ["--skip-dirs", asField(path)])),
        ...(isSbom ? [] : run.skipFiles.flatMap((path) => ["--skip-files", asField(path)])),
        ...(run.command === "image" ? ["--input", run.artifact] : ["--", run.artifact]),
    ];
}
/** Trivy reads lists as CSV. */
function asField(path) {
    return /[",\n\r]|^\s|\s$/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/running/trivy-environment.js
/** Nothing listens there (`discard`). */
const CLOSED = "http://127.0.0.1:9";
/** What Windows needs to start a program at all. */
const OF_WINDOWS = ["SystemRoot", "SYSTEMROOT"];
/**
 * All that Trivy gets: no token, no variable of the runner, of a cloud or of Trivy's own (`TRIVY_*` would be settings), and
 * a home of its own, in which no Docker login and no configuration is.
 *
 * @param isProxied whether the network must be closed by a proxy that leads nowhere
 */
function trivyEnvironment({ PATH, ...environment }, { home, temporary }, isProxied) {
    const kept = OF_WINDOWS.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
    return {
        ...(PATH === undefined ? {} : { PATH }),
        ...Object.fromEntries(kept),
        HOME: home,
        USERPROFILE: home,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        LANG: "C.UTF-8",
        // A crash is one line then: the rest would be Go's stacks.
        GOTRACEBACK: "none",
        ...(isProxied
            ? { HTTP_PROXY: CLOSED, HTTPS_PROXY: CLOSED, http_proxy: CLOSED, https_proxy: CLOSED, NO_PROXY: "", no_proxy: "" }
            : {}),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/running/run-trivy.js













/**
 * Runs Trivy once, without network, outside of the workspace and with nothing of our environment, and reads the report that
 * this run wrote.
 *
 * @param work a folder of this scan alone, absolute; it may not exist yet
 */
async function runTrivy(run, expected, scanning, work, io) {
    const folders = { home: (0,external_node_path_.join)(work, "home"), temporary: (0,external_node_path_.join)(work, "tmp"), cwd: (0,external_node_path_.join)(work, "cwd") };
    const [output, empty] = [(0,external_node_path_.join)(work, "report.json"), (0,external_node_path_.join)(work, "empty.yaml")];
    const { databaseFolder, tool, inputs } = scanning;
    const problem = (cause, message) => ({
        problem: problemOf(cause, expected.target, `was not scanned: ${message}`, io),
    });
    const enclosure = scanning.network === "namespace" ? await findEnclosure(io) : [];
    const variables = trivyEnvironment(io.environment, folders, enclosure.length === 0);
    const args = trivyArguments(run, { databaseFolder, output, empty, timeout: inputs.timeout });
    const [program, ...rest] = enclosed(enclosure, tool.path, args, variables);
    const log = new RunLog();
    const startedAt = Date.now();
    try {
        for (const folder of Object.values(folders))
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        (0,file_content/* writeFile */._h)(empty, "");
        (0,external_node_fs_.rmSync)(output, { force: true });
        const end = await (0,live.runLiveProcess)(program, rest, {
            cwd: folders.cwd,
            environment: variables,
            timeout: inputs.timeout,
            onLine: (line) => log.add(line),
        });
        const failure = failureOf(end);
        if (failure !== undefined)
            return problem(failure.cause, failure.message);
    }
    catch (error) {
        if (!(error instanceof process_process.ProcessLimitError))
            throw error;
        const limit = `${inputs.timeout / 1000} s`;
        return problem("timeout", `Trivy took more than ${limit}; give \`timeout\` more, or skip folders`);
    }
    finally {
        (0,external_node_fs_.rmSync)(folders.temporary, { recursive: true, force: true });
    }
    return run_trivy_readReport(output, { ...expected, artifactName: run.artifact, startedAt, endedAt: Date.now() }, log, io);
}
function run_trivy_readReport(path, expected, log, io) {
    const unreadable = (message) => ({
        problem: problemOf("unreadable-report", expected.target, `was not scanned: ${message}`, io),
    });
    const status = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (status === undefined)
        return unreadable("Trivy ended well and wrote no report");
    if (!status.isFile())
        return unreadable("Trivy's report is not a file");
    // Before it is in memory.
    if (status.size > REPORT_LIMITS.bytes)
        return unreadable(`Trivy's report has more than ${REPORT_LIMITS.bytes} bytes`);
    try {
        return { report: readTrivyReport([(0,file_content/* readFile */.TA)(path)], expected), unread: log.unread };
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return unreadable(`Trivy's report ${error.message}`);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/scan-files.js











/** Scans a folder, a file, or an SBOM. */
async function scanFiles(target, folder, scanning, work, io) {
    const scanners = scan_files_scannersOf(target, scanning.inputs.scanners);
    if (scanners.length === 0)
        return { problem: nothingScanned(target.name, scanners, io) };
    const found = findPath(target, folder);
    if ("problem" in found)
        return { problem: problemOf("no-target", target.name, found.problem, io) };
    const { path, isFile } = found;
    const isSbom = target.kind === "sbom";
    const skipped = skippedIn(path, scanning, io);
    const survey = isSbom ? scan_files_NOTHING : surveyFolder(path, skipped, scanners.includes("misconfig"));
    const expected = { target: target.name, isFile: isFile && !isSbom };
    const run = (part, below) => runTrivy(part, expected, scanning, (0,external_node_path_.join)(work, below), io);
    const main = await run({
        command: isSbom ? "sbom" : "fs",
        scanners,
        artifact: path,
        skipFolders: skipped.folders.map((pattern) => (0,external_node_path_.join)(path, pattern)),
        skipFiles: skipped.files.map((pattern) => (0,external_node_path_.join)(path, pattern)),
    }, "main");
    if ("problem" in main)
        return main;
    const { report } = main;
    const partIn = (name) => ({
        ...{ path, isFile, survey, shadow: (0,external_node_path_.join)(work, `${name}-files`) },
        run: (part) => run({ ...part, skipFolders: [], skipFiles: [] }, name),
    });
    const comments = await findSetAside(partIn("comments"), report.findings);
    if ("problem" in comments)
        return comments;
    const archives = await scanArchives(partIn("archives"), scanners);
    if ("problem" in archives)
        return archives;
    const unread = [
        ...main.unread,
        ...archives.unread,
        ...survey.linkedLocks.map(linked),
        ...report.staleLocks.map(stale),
    ];
    const scanned = withArchives(report.scanned, archives.packages.length > 0);
    const scan = {
        findings: [...report.findings, ...archives.findings],
        suppressed: [...report.suppressed, ...comments.suppressed],
        packages: [...report.packages, ...archives.packages],
        scanned,
        digest: null,
        idle: idleScanners(scanners, {
            scanned,
            hasContent: survey.files.length > 0,
            hasLocks: unread.length === 0 && survey.files.some((file) => isLock((0,external_node_path_.basename)(file))),
        }),
    };
    return outcomeOf(target.name, scan, scanners, unread, io);
}
const scan_files_NOTHING = { files: [], ignoring: [], linkedLocks: [] };
function scan_files_scannersOf({ kind }, scanners) {
    if (kind === "config")
        return ["misconfig"];
    return kind === "sbom" ? scanners.filter((scanner) => scanner === "vuln" || scanner === "license") : scanners;
}
/** What the inputs name, and our own folders where they are in the target. */
function skippedIn(path, { inputs, databaseFolder }, { temporary }) {
    const own = [temporary, databaseFolder]
        .filter((folder) => (0,external_node_fs_.existsSync)(folder))
        .map((folder) => (0,external_node_path_.relative)(path, folder))
        .filter((inside) => inside !== "" && inside !== ".." && !inside.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(inside))
        .map((inside) => inside.replaceAll(external_node_path_.sep, "/"));
    return { folders: [...inputs.skipFolders.map(trimmed), ...own], files: inputs.skipFiles.map(trimmed) };
}
/** All archives of Java are one result of Trivy's. */
function withArchives(scanned, hasArchives) {
    return hasArchives ? { ...scanned, "lang-pkgs": (scanned["lang-pkgs"] ?? 0) + 1 } : scanned;
}
function linked(file) {
    return { file, kind: "lock", reason: "a symbolic link to somewhere else, which Trivy does not follow" };
}
function stale(file) {
    const reason = "it is not of the Cargo.toml beside it, and then Trivy leaves its packages out; update it by cargo";
    return { file, kind: "lock", reason };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry.js + 10 modules
var registry_registry = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry-error.js
var registry_error = __webpack_require__(1344);
// EXTERNAL MODULE: ./build/js/packages/kit/src/docker/runner-credential.js
var runner_credential = __webpack_require__(7601);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/images/image-credential.js



/**
 * The credentials of one registry, and of no other: those of the inputs, which are for the registry of the images, else what
 * Docker's client would use.
 *
 * @throws UserError where the inputs could be meant for several registries, or Docker's config cannot be used
 */
async function imageCredential(registry, { credential, targets }, io) {
    if (credential === undefined)
        return await (0,runner_credential.runnerCredential)(registry, io.environment, "give `username` and `password`");
    const registries = registriesOf(targets);
    if (registries.length > 1)
        throw new user_error/* UserError */.y(`inputs \`username\` and \`password\` are for one registry, and the images are in ${registries.join(", ")}; leave them out, and log in to each with docker/login-action`);
    io.log.mask(credential.password);
    return credential;
}
/** Sorted. Also of what pull requests are compared with. */
function registriesOf(targets) {
    const references = targets.flatMap(({ kind, location, base }) => kind === "image" ? [location, ...(base === undefined ? [] : [base])] : []);
    return [...new Set(references.map((reference) => (0,src_reference/* parseReference */.F2)(reference).registry))].sort();
}

// EXTERNAL MODULE: ./build/js/packages/images/src/attestations.js
var attestations = __webpack_require__(6613);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/descriptor.js
var oci_descriptor = __webpack_require__(5573);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/digest.js
var oci_digest = __webpack_require__(2296);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/image-config.js
var image_config = __webpack_require__(3950);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/image-platform.js
var image_platform = __webpack_require__(1719);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/layout.js
var layout = __webpack_require__(6162);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/manifest.js
var oci_manifest = __webpack_require__(6889);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/media-types.js
var media_types = __webpack_require__(8618);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/images/image-layout.js












/** Index in index: buildx writes one, and more than a few is nonsense. */
const MAX_DEPTH = 4;
const MAX_IMAGES = 100;
/**
 * All images of an OCI layout, each with its platform; attestations are left out.
 *
 * @param folder absolute
 * @param mayLack whether an index may list platforms that are not there: engines save those that they have
 * @throws ReportError for what is no layout, or whose manifests are not what their digests say
 */
function readLayout(folder, mayLack = false) {
    for (const name of [layout.LAYOUT_FILE, layout.LAYOUT_INDEX])
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, name)))
            throw new report_error.ReportError(`is not an OCI layout: it has no file ${name}`);
    (0,layout.checkLayoutFile)((0,file_content/* readFile */.TA)((0,external_node_path_.join)(folder, layout.LAYOUT_FILE)));
    const bytes = readSmall((0,external_node_path_.join)(folder, layout.LAYOUT_INDEX), layout.LAYOUT_INDEX);
    const contents = (0,oci_manifest/* readManifest */.WI)(bytes);
    if (contents.kind !== "index")
        throw new report_error.ReportError(`has a manifest as its ${layout.LAYOUT_INDEX}, not a list of manifests`);
    const images = new Map();
    const add = (descriptor, depth) => {
        if ((0,attestations.attestedDigest)(descriptor) !== undefined || (0,image_platform/* isUnknown */.t8)(descriptor.platform))
            return;
        if (mayLack && depth > 0 && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, (0,layout.blobPath)(descriptor.digest))))
            return;
        if (depth > MAX_DEPTH)
            throw new report_error.ReportError("nests lists of images too deep");
        const manifest = readStored(folder, descriptor);
        if (manifest.kind === "index") {
            for (const one of manifest.manifests)
                add(one, depth + 1);
            return;
        }
        if (!media_types/* IMAGE_CONFIG_TYPES */.Pw.includes(manifest.config.mediaType))
            return;
        if (images.size === MAX_IMAGES)
            throw new report_error.ReportError(`holds more than ${MAX_IMAGES} images`);
        images.set(descriptor.digest, platformImage(folder, descriptor, manifest.config));
    };
    for (const descriptor of contents.manifests)
        add(descriptor, 0);
    if (images.size === 0)
        throw new report_error.ReportError("holds no image");
    const roots = new Set(contents.manifests.map(({ digest }) => digest));
    return { digest: roots.size === 1 ? [...roots][0] : (0,oci_digest/* digestOf */.ol)(bytes), images: [...images.values()] };
}
function readStored(folder, descriptor) {
    return (0,oci_manifest/* readManifest */.WI)(readBlob(folder, descriptor), descriptor);
}
function platformImage(folder, descriptor, config) {
    const bytes = readBlob(folder, config);
    (0,oci_descriptor/* checkBytes */.Ac)(config, bytes);
    const { platform } = (0,image_config.readImageConfig)(bytes);
    return { platform: (0,image_platform/* platformName */.$r)(descriptor.platform ?? platform), descriptor, imageId: config.digest };
}
function readBlob(folder, { digest }) {
    const path = (0,external_node_path_.join)(folder, (0,layout.blobPath)(digest));
    if (!(0,external_node_fs_.existsSync)(path))
        throw new report_error.ReportError(`is not whole: it has no blob ${digest}`);
    return readSmall(path, `the blob ${digest}`);
}
const MAX_DOCUMENT_BYTES = 2 * oci_manifest/* MAX_MANIFEST_BYTES */.ZJ;
function readSmall(path, name) {
    if ((0,external_node_fs_.statSync)(path).size > MAX_DOCUMENT_BYTES)
        throw new report_error.ReportError(`has more than ${MAX_DOCUMENT_BYTES} bytes in ${name}`);
    return (0,file_content/* readFile */.TA)(path);
}
/**
 * A layout of one image alone over the same bytes: of several images in a layout Trivy 0.76 looks at the first and says
 * nothing of the others, whatever `--platform` says.
 *
 * @param below a folder of this image's own, absolute; it may not exist yet
 */
function layoutOf(folder, { descriptor }, below) {
    (0,external_node_fs_.mkdirSync)(below, { recursive: true, mode: 0o700 });
    const { platform: _, ...bare } = descriptor;
    (0,file_content/* writeFile */._h)((0,external_node_path_.join)(below, layout.LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
    (0,file_content/* writeFile */._h)((0,external_node_path_.join)(below, layout.LAYOUT_INDEX), JSON.stringify({ schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests: [bare] }));
    // On Windows a junction needs no privilege.
    (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(folder, "blobs"), (0,external_node_path_.join)(below, "blobs"), "junction");
    return below;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/images/local-engine.js



/** Milliseconds. */
const LOOK_UP = 30_000;
/** What Docker's client reads. */
const OF_DOCKER = /^DOCKER_[A-Z_]+$/;
/**
 * Whether the local Docker engine has an image. @returns its id, or undefined where it has none, or where there is no
 * engine: the registry is asked then.
 */
async function findLocalImage(reference, io) {
    const args = ["image", "inspect", "--format", "{{.Id}}", "--", reference];
    const options = { cwd: (0,external_node_os_.tmpdir)(), environment: (0,process_environment.pickEnvironment)(io.environment, OF_DOCKER), timeout: LOOK_UP };
    const result = await (0,process_process.runProcess)("docker", args, { ...options, maxOutput: 10_000 }).catch((error) => {
        if (error instanceof process_process.ProcessLimitError)
            io.log.info(`docker does not answer, so the registry is asked: ${error.message}`);
        return undefined;
    });
    const id = result?.exitCode === 0 ? result.stdout.toString().trim() : "";
    return /^sha256:[0-9a-f]{64}$/.test(id) ? id : undefined;
}
/** Saves an image into a tar archive. @param id as it was found: a tag may have moved. @returns what went wrong, as docker says it. */
async function saveLocalImage(id, path, timeout, io) {
    const environment = (0,process_environment.pickEnvironment)(io.environment, OF_DOCKER);
    const options = { cwd: (0,external_node_os_.tmpdir)(), environment, timeout };
    const { exitCode, stderr } = await (0,process_process.runProcess)("docker", ["image", "save", "--output", path, "--", id], options);
    return exitCode === 0 ? undefined : stderr.split("\n").at(-1) || `docker ended with exit code ${exitCode}`;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/images/pull-image.js











/** Blobs that are fetched at once. */
const WORKERS = 3;
/**
 * Brings an image from its registry into an OCI layout: all platforms of an index, without attestations. The tag is
 * resolved once; everything below it is fetched by digest and verified.
 *
 * @param folder absolute; it may not exist yet
 * @returns whether there is such an image
 * @throws RegistryError, ReportError for what is not an image, an error that names the file when the disk is full
 */
async function pullImage({ repository, tag, digest }, registry, folder) {
    const wanted = digest ?? tag ?? "latest";
    const root = await registry.getManifest(repository, wanted);
    if (root === undefined)
        return false;
    if (digest !== undefined && root.digest !== digest)
        throw new report_error.ReportError(`is ${root.digest} where ${digest} was asked for`);
    const descriptor = descriptorOf(root);
    const blobs = new Map();
    await collect(descriptor, root);
    const waiting = [...blobs.values()];
    await Promise.all(Array.from({ length: WORKERS }, () => fetchBlobs()));
    (0,file_content/* writeFile */._h)((0,external_node_path_.join)(folder, layout.LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
    (0,file_content/* writeFile */._h)((0,external_node_path_.join)(folder, layout.LAYOUT_INDEX), JSON.stringify({ schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests: [descriptor] }));
    return true;
    /** Stores manifests, and gathers what they are made of. */
    async function collect(of, { bytes }) {
        const manifest = (0,oci_manifest/* readManifest */.WI)(bytes, of);
        (0,file_content/* writeFile */._h)(pathOf(of), bytes);
        if (manifest.kind === "manifest") {
            for (const blob of [manifest.config, ...manifest.layers])
                blobs.set(blob.digest, blob);
            return;
        }
        for (const entry of manifest.manifests) {
            if ((0,attestations.attestedDigest)(entry) !== undefined || (0,image_platform/* isUnknown */.t8)(entry.platform))
                continue;
            const stored = await registry.getManifest(repository, entry.digest);
            if (stored === undefined)
                throw new report_error.ReportError(`is not whole: its registry has no ${entry.digest}`);
            (0,oci_descriptor/* checkBytes */.Ac)(entry, stored.bytes);
            await collect(entry, stored);
        }
    }
    async function fetchBlobs() {
        for (let blob = waiting.pop(); blob !== undefined; blob = waiting.pop()) {
            const path = pathOf(blob);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
            await registry.downloadBlob(repository, blob, path);
        }
    }
    function pathOf(of) {
        return (0,external_node_path_.join)(folder, (0,layout.blobPath)(of.digest));
    }
}
function descriptorOf({ digest, mediaType, bytes }) {
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new report_error.ReportError(`has the digest ${digest}, of a kind that is not known`);
    return { mediaType, digest, size: bytes.length };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/images/unpack-archive.js







const unpack_archive_NOTHING = /^$/;
/**
 * Unpacks an archive that is an OCI layout: buildx writes such ones, and so does `docker image save` of an engine with
 * containerd's store. Trivy reads of these one platform at most.
 *
 * @param folder the layout, absolute; it may not exist yet
 * @returns whether it is one: anything else is for Trivy to read
 * @throws ReportError in tar's words
 */
async function unpackLayout(path, folder, timeout, io) {
    const options = { cwd: (0,external_node_os_.tmpdir)(), environment: (0,process_environment.pickEnvironment)(io.environment, unpack_archive_NOTHING), timeout };
    const listing = await (0,process_process.runProcess)("tar", ["-tf", path], { ...options, maxOutput: 50_000_000 }).catch(() => undefined);
    if (listing?.exitCode !== 0)
        return false;
    const names = listing.stdout.toString().split(/\r?\n/);
    const index = names.find((name) => name.replace(/^\.\//, "") === layout.LAYOUT_INDEX);
    const mark = names.find((name) => name.replace(/^\.\//, "") === layout.LAYOUT_FILE);
    if (index === undefined || mark === undefined)
        return false;
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const blobs = (0,external_node_path_.join)((0,external_node_path_.dirname)(index), "blobs");
    const wanted = [mark, index, index.startsWith("./") ? `./${blobs}` : blobs];
    const { exitCode, stderr } = await (0,process_process.runProcess)("tar", ["-xf", path, "-C", folder, "--", ...wanted], options);
    if (exitCode !== 0)
        throw new report_error.ReportError(`cannot be unpacked: ${stderr.split("\n").at(-1) || `tar ended with exit code ${exitCode}`}`);
    return true;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/unite-reports.js
/**
 * The platforms of an image as one: what several of them have is one finding, and of a vulnerability that only some of
 * them have `detail` says which. What one platform has twice stays twice. Systems and files are counted for each.
 */
function uniteReports(reports) {
    if (reports.length === 1)
        return reports[0].report;
    const scanned = {};
    for (const { report } of reports)
        for (const [kind, count] of Object.entries(report.scanned))
            scanned[kind] = (scanned[kind] ?? 0) + count;
    return {
        findings: united(reports.map(({ platform, report }) => ({ platform, items: report.findings })), findingKey, limitedTo),
        suppressed: united(reports.map(({ platform, report }) => ({ platform, items: report.suppressed })), ({ finding, kind }) => `${kind} ${findingKey(finding)}`, (each) => each),
        packages: united(reports.map(({ platform, report }) => ({ platform, items: report.packages })), packageKey, (each) => each),
        scanned,
        layers: Math.max(0, ...reports.map(({ report }) => report.layers)),
    };
}
function united(all, keyOf, limit) {
    // The second of one key in a platform is the second of that key in the others.
    const found = new Map();
    for (const { platform, items } of all) {
        const counts = new Map();
        for (const item of items) {
            const key = keyOf(item);
            const count = (counts.get(key) ?? 0) + 1;
            counts.set(key, count);
            const known = found.get(`${count} ${key}`);
            if (known === undefined)
                found.set(`${count} ${key}`, { item, platforms: [platform] });
            else
                known.platforms.push(platform);
        }
    }
    return [...found.values()].map(({ item, platforms }) => platforms.length === all.length ? item : limit(item, platforms));
}
function findingKey({ kind, id, place, package: affected, detail }) {
    const { file, startLine, endLine } = place;
    const what = affected === undefined ? [detail] : [affected.ecosystem, affected.name, affected.version];
    return JSON.stringify([kind, id, file, startLine, endLine, ...what]);
}
/** Purls of Debian and Alpine name the architecture. */
function packageKey({ name, version, purl, file }) {
    return JSON.stringify([name, version, purl, file]);
}
/** Only of vulnerabilities: `detail` tells other findings apart. */
function limitedTo(finding, platforms) {
    if (finding.kind !== "vulnerability")
        return finding;
    return { ...finding, detail: `only on ${platforms.join(", ")}` };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/scan-image.js

















/** Scans an image: all its platforms, each by a run of its own. */
async function scanImage(target, folder, scanning, work, io) {
    const { inputs } = scanning;
    const scanners = inputs.scanners.filter((scanner) => scanner !== "misconfig");
    if (scanners.length === 0)
        return { problem: nothingScanned(target.name, scanners, io) };
    const found = await find(target, folder, scanning, work, io).catch((error) => scan_image_asProblem(error, target, io));
    if ("cause" in found)
        return { problem: found };
    const reports = [];
    const unread = [];
    for (const [at, { platform, artifact, imageId }] of found.parts.entries()) {
        const run = {
            command: "image",
            scanners,
            artifact,
            skipFolders: inputs.skipFolders.map(trimmed),
            skipFiles: inputs.skipFiles.map(trimmed),
        };
        const expected = { target: target.name, ...(imageId === undefined ? {} : { imageId }) };
        const outcome = await runTrivy(run, expected, scanning, (0,external_node_path_.join)(work, `run-${at}`), io);
        if ("problem" in outcome)
            return outcome;
        reports.push({ platform, report: outcome.report });
        unread.push(...outcome.unread);
    }
    const { layers, ...united } = uniteReports(reports);
    const idle = idleScanners(scanners, { scanned: united.scanned, hasContent: layers > 0, hasLocks: false });
    const { findings, suppressed, packages, scanned } = united;
    const digest = found.digest ?? reports[0].report.imageId;
    return outcomeOf(target.name, { findings, suppressed, packages, scanned, digest, idle }, scanners, unread, io);
}
async function find(target, folder, scanning, work, io) {
    if (target.kind === "image")
        return findByReference(target, scanning, work, io);
    const found = findPath(target, folder);
    if ("problem" in found)
        return problemOf("no-target", target.name, found.problem, io);
    return target.kind === "image-archive"
        ? archive(found.path, scanning, work, io)
        : layoutParts(readLayout(found.path), found.path, work);
}
/**
 * By a reference: from the local Docker engine where that has it, as `docker run` would take it, so that an image is scanned
 * right after `docker build`; else from its registry.
 */
async function findByReference(target, scanning, work, io) {
    const { inputs } = scanning;
    const reference = (0,src_reference/* parseReference */.F2)(target.location);
    const noTarget = (message) => problemOf("no-target", target.name, message, io);
    const id = await findLocalImage(target.location, io);
    if (id !== undefined) {
        const path = (0,external_node_path_.join)(work, "image.tar");
        const refusal = await saveLocalImage(id, path, inputs.timeout, io);
        if (refusal !== undefined) {
            const cause = /no space left/i.test(refusal) ? "disk-full" : "no-target";
            return problemOf(cause, target.name, `cannot be taken from the local Docker engine: ${refusal}`, io);
        }
        io.log.info(`${target.name}: the local Docker engine has ${target.location} (${id})`);
        return { ...(await archive(path, scanning, work, io)), digest: id };
    }
    const credential = await imageCredential(reference.registry, inputs, io);
    const registry = new registry_registry.Registry(reference.registry, { credential, log: io.log });
    const pulled = (0,external_node_path_.join)(work, "image");
    if (!(await pullImage(reference, registry, pulled)))
        return noTarget("does not exist: neither the local Docker engine nor its registry has it; correct `targets`");
    return layoutParts(readLayout(pulled), pulled, work);
}
/** All platforms of an archive that is a layout; else one image, and Trivy says which. It refuses archives of several. */
async function archive(path, { inputs }, work, io) {
    const folder = (0,external_node_path_.join)(work, "unpacked");
    if (await unpackLayout(path, folder, inputs.timeout, io))
        return layoutParts(readLayout(folder, true), folder, work);
    return { parts: [{ platform: "", artifact: path, imageId: undefined }], digest: undefined };
}
function layoutParts({ digest, images }, folder, work) {
    const parts = images.map((image, at) => ({
        platform: image.platform,
        artifact: layoutOf(folder, image, (0,external_node_path_.join)(work, `platform-${at}`)),
        imageId: image.imageId,
    }));
    return { parts, digest };
}
/** What is wrong with an image itself. @throws any other error */
function scan_image_asProblem(error, { name }, io) {
    if (error instanceof registry_error.RegistryError)
        return problemOf("no-target", name, `cannot be pulled: ${error.message}`, io);
    if (!(error instanceof report_error.ReportError))
        throw error;
    return problemOf(/no space left/i.test(error.message) ? "disk-full" : "no-target", name, error.message, io);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/scan-target.js







/** Asks this machine, once a run. */
async function findNetwork(io) {
    return (await findEnclosure(io)).length > 0 ? "namespace" : "proxy";
}
/**
 * Scans one target by one run of Trivy; by another one where comments in its configuration set findings aside, where a
 * folder has Java archives, and for each further platform of an image.
 *
 * An image is taken from the local Docker engine where that has it, as `docker run` would, else pulled by us from its
 * registry: Trivy gets files, no network and no credentials.
 *
 * @param folder the root of the repository that paths are relative to: the workspace, or the base's work tree. Absolute.
 * @throws UserError for credentials that cannot be used
 */
async function scanTarget(target, folder, scanning, io) {
    (0,external_node_fs_.mkdirSync)(io.temporary, { recursive: true });
    const work = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(io.temporary, "scan-"));
    try {
        return IN_REPOSITORY.includes(target.kind)
            ? await scanFiles(target, folder, scanning, work, io)
            : await scanImage(target, folder, scanning, work, io);
    }
    catch (error) {
        return { problem: systemProblem(error, target.name, io) };
    }
    finally {
        (0,external_node_fs_.rmSync)(work, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/scanning/scanner.js



/** A Trivy that is ready to scan: both sides of a run use the same one, with the same databases. */
class Scanner {
    #scanning;
    #io;
    #databases;
    constructor(scanning, databases, io) {
        this.#scanning = scanning;
        this.#databases = [...databases];
        this.#io = io;
    }
    /** @throws UserError when a database that is needed is not to be had. */
    static async open(tool, inputs, io) {
        const needs = { vulnerabilities: inputs.scanners.includes("vuln"), java: false };
        const { folder, databases } = await prepareDatabase(inputs.database, needs, io);
        const scanning = { tool, databaseFolder: folder, network: await findNetwork(io), inputs };
        return new Scanner(scanning, databases, io);
    }
    get network() {
        return this.#scanning.network;
    }
    get databases() {
        return this.#databases;
    }
    /**
     * Scans a target. The Java database has ten times the size of the other, so it is fetched only when a scan has found
     * something that needs it, and that target is scanned again.
     *
     * @param folder what its path is relative to, absolute.
     */
    async scan(target, folder) {
        const outcome = await scanTarget(target, folder, this.#scanning, this.#io);
        if (!lacksJavaDatabase(outcome) || this.#databases.some(({ name }) => name === "trivy-java-db"))
            return outcome;
        this.#databases.push(...(await addJavaDatabase(this.#scanning.inputs.database, this.#io)));
        return scanTarget(target, folder, this.#scanning, this.#io);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/zip-members.js
/** The kind of file in the mode that Unix keeps in the upper half of the attributes. */
const KIND = 0o170000;
const LINK = 0o120000;
const FILE = 0o100000;
const FOLDER = 0o040000;
/** The members of a zip archive, one after the other. */
async function* zipMembers(archive) {
    const { fromBufferPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    // Names come as bytes, so that what is wrong with one is said in our own words.
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
        const name = entry.fileNameRaw.toString("utf8");
        yield {
            name,
            kind: zip_members_kindOf(name, (entry.externalFileAttributes >>> 16) & KIND),
            open: async function* () {
                yield* (await zip.openReadStreamPromise(entry));
            },
        };
    }
}
/** @param mode 0 from systems that have none. */
function zip_members_kindOf(name, mode) {
    if (mode === LINK)
        return "link";
    if (/[\\/]$/.test(name))
        return "folder";
    if (mode === FOLDER)
        return "folder";
    return mode === 0 || mode === FILE ? "file" : "other";
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/extract-program.js







/** What a tar archive may hold besides the program: documents and templates. */
const OTHER_BYTES = 20_000_000;
/**
 * Writes the one program of an archive, for this user alone. Nothing else is unpacked, and an archive with a link, a
 * name that leads elsewhere, or two programs of the name is refused as a whole.
 *
 * @returns the program's SHA-256, hexadecimal. @throws ArchiveError; an error that names the file that cannot be written.
 */
async function extractProgram({ archive, format, name, path, maxBytes }) {
    const members = format === "zip" ? zipMembers(archive) : tarMembers(archive, maxBytes + OTHER_BYTES);
    const partial = `${path}.part`;
    try {
        let sha256;
        let count = 0;
        for await (const member of members) {
            if (++count > MAX_MEMBERS)
                throw new ArchiveError(`it has more than ${MAX_MEMBERS} members`);
            const problem = memberProblem(member);
            if (problem !== undefined)
                throw new ArchiveError(problem);
            if (member.kind !== "file" || plainName(member.name) !== name)
                continue;
            if (sha256 !== undefined)
                throw new ArchiveError(`it has several files named ${member_shown(name)}`);
            const hash = (0,external_node_crypto_.createHash)("sha256");
            const limit = { bytes: maxBytes, words: `${maxBytes / 1_000_000} MB` };
            await writeMember(member, member.name, partial, limit, (piece) => hash.update(piece));
            sha256 = hash.digest("hex");
        }
        if (sha256 === undefined)
            throw new ArchiveError(`it has no file ${member_shown(name)}`);
        (0,external_node_fs_.chmodSync)(partial, 0o700);
        (0,external_node_fs_.renameSync)(partial, path);
        return sha256;
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(partial, { force: true });
        throw asArchiveError(error);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/denied.js
/**
 * What must never run, whoever asks for it. On 2026-03-19 a stolen token released Trivy 0.69.4 with a program that reads
 * the runner's memory; 0.69.5 and 0.69.6 followed as images (CVE-2026-33634, GHSA-69fq-xp46-6x23; docs/trivy-versions.md).
 */
const INCIDENT = "CVE-2026-33634";
const DENIED_VERSIONS = ["0.69.4", "0.69.5", "0.69.6"];
/** SHA-256 of what was released, and of the programs in it, with what it was. */
const DENIED_DIGESTS = {
    // Archives: the advisory, and those that install-action recorded on that evening.
    "385d498d18a3a7c67878ca7322716f9da25683eb1a4bf9e9592da0d5f2ab09f6": "trivy_0.69.4_Linux-64bit.tar.gz",
    e401ae1e6d2442fa9a0c79dc0f3b0457ecfebf74a9c0a920159c49437f663aef: "trivy_0.69.4_Linux-ARM64.tar.gz",
    "90d61cf37355b89fae9ff84867100e1721c1876007ef1771e465ce5a721141ad": "trivy_0.69.4_macOS-64bit.tar.gz",
    "1dc871b02cd7a1fd80babb1b8762a2fd9cc2b735d4d3759d012626de3ccc7a5b": "trivy_0.69.4_macOS-ARM64.tar.gz",
    "0376b98064636c30f5fbe60fb3b1225516e23e88dd7e909937f81d9265292e7d": "trivy_0.69.4_windows-64bit.zip",
    "52518d441fd6dd25fa5126683a330592d3be80d5ce3fb9e0b1becb806ff4f857": "trivy_0.69.4_Linux-PPC64LE.tar.gz",
    "16c855c398a8b185a907790054b70164358844a893bf9965651b88d6967c7c0a": "trivy_0.69.4_Linux-s390x.tar.gz",
    // Archives: the advisory alone.
    ba04ba6a0c028cde17599c8ddaefdb854055c5a23c595e06630732002ea59a76: "trivy_0.69.4_Linux-32bit.tar.gz",
    f7a9bbfec8add36c548add4d875848b8b57c21fabe236d115f1c49113d12b332: "trivy_0.69.4_Linux-ARM.tar.gz",
    c5b16c42dbd2a1494141cd651a406ec9094d5031a421c0aa624c4d139ae81239: "trivy_0.69.4_FreeBSD-64bit.tar.gz",
    // Programs: the advisory.
    "822dd269ec10459572dfaaefe163dae693c344249a0161953f0d5cdd110bd2a0": "trivy 0.69.4 for Linux x64",
    e64e152afe2c722d750f10259626f357cdea40420c5eedae37969fbf13abbecf: "trivy 0.69.4 for Linux ARM64",
    d5edd791021b966fb6af0ace09319ace7b97d6642363ef27b3d5056ca654a94c: "trivy 0.69.4 for Linux s390x",
    ecce7ae5ffc9f57bb70efd3ea136a2923f701334a8cd47d4fbf01a97fd22859c: "trivy 0.69.4 for Linux PPC64LE",
    // Programs: Wiz's report, for those that the advisory leaves out.
    e6310d8a003d7ac101a6b1cd39ff6c6a88ee454b767c1bdce143e04bc1113243: "trivy 0.69.4 for macOS x64",
    "6328a34b26a63423b555a61f89a6a0525a534e9c88584c815d937910f1ddd538": "trivy 0.69.4 for macOS ARM64",
    "0880819ef821cff918960a39c1c1aada55a5593c61c608ea9215da858a86e349": "trivy 0.69.4 for Windows x64",
    f7084b0229dce605ccc5506b14acd4d954a496da4b6134a294844ca8d601970d: "trivy 0.69.4 for Linux x86",
    bef7e2c5a92c4fa4af17791efc1e46311c0f304796f1172fce192f5efc40f5d7: "trivy 0.69.4 for Linux ARM",
    "887e1f5b5b50162a60bd03b66269e0ae545d0aef0583c1c5b00972152ad7e073": "trivy 0.69.4 for FreeBSD x64",
};
/** Whether a version must never run, as half a sentence that says why. Pure. */
function deniedVersion(version) {
    return DENIED_VERSIONS.includes(version)
        ? `Trivy ${version} is malicious (${INCIDENT}) and is never used`
        : undefined;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/executable.js
var executable = __webpack_require__(5076);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/installed-trivy.js










const VERSION_TIME = 60_000;
const VERSION_BYTES = 100_000;
/** Nothing but what any program needs of the machine. */
const NOTHING_ELSE = /^$/;
/**
 * A Trivy that is on the runner already. Its digest is stated and compared with those that must never run, before it is
 * started; nothing else is known of it.
 *
 * @param name a path, relative to the workspace, or a name on the PATH. @param folder of this action's own.
 * @throws UserError
 */
async function findInstalled(name, folder, { denied }, io) {
    const path = findProgram(name, io);
    const sha256 = sha256OfFile(path);
    const what = denied[sha256];
    if (what !== undefined)
        throw new user_error/* UserError */.y(`input \`trivy-path\`: \`${path}\` is ${what}, which is malicious (${INCIDENT}); remove it, and see what it did on this machine`);
    const version = await askVersion(path, folder, io);
    const problem = deniedVersion(version);
    if (problem !== undefined)
        throw new user_error/* UserError */.y(`input \`trivy-path\`: \`${path}\`: ${problem}`);
    return { version, path, origin: "installed", sha256 };
}
function findProgram(name, io) {
    const isWindows = (0,runner_environment.systemOf)(io.environment) === "Windows";
    const plain = isWindows ? name.replaceAll("\\", "/") : name;
    return (0,external_node_fs_.realpathSync)(plain.includes("/") ? programAt(plain, io) : programOnPath(plain, isWindows, io));
}
function programAt(path, { workspace, environment }) {
    const found = (0,executable.findExecutable)(path, { cwd: workspace, environment });
    if ("path" in found)
        return found.path;
    const reason = found.problem === "EACCES" ? "is not executable" : "is not a file";
    throw new user_error/* UserError */.y(`input \`trivy-path\`: \`${(0,external_node_path_.resolve)(workspace, path)}\` ${reason}`);
}
/** A name alone never finds what a pull request brings: not in the workspace, nor in a folder that is relative to it. */
function programOnPath(name, isWindows, { workspace, environment }) {
    const names = isWindows && !/\.exe$/i.test(name) ? [`${name}.exe`, name] : [name];
    let inWorkspace;
    for (const folder of (environment.PATH ?? "").split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute))
        for (const each of names) {
            const found = (0,executable.findExecutable)(each, { cwd: workspace, environment: { PATH: folder } });
            if (!("path" in found))
                continue;
            if (!isInside(workspace, found.path))
                return found.path;
            inWorkspace ??= found.path;
        }
    const passedOver = inWorkspace === undefined
        ? "install it in an earlier step, or write its path"
        : `\`${inWorkspace}\` is in the workspace, where a pull request could put it: write its path if you mean it`;
    throw new user_error/* UserError */.y(`input \`trivy-path\`: no program \`${name}\` is on the PATH outside of the workspace; ${passedOver}`);
}
/** By where links lead. */
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(folder), (0,external_node_fs_.realpathSync)(path));
    return way !== "" && way.split(/[\\/]/)[0] !== ".." && !(0,external_node_path_.isAbsolute)(way);
}
function sha256OfFile(path) {
    return (0,file_content/* withFile */.D4)(path, (file) => {
        const hash = (0,external_node_crypto_.createHash)("sha256");
        for (const chunk of file.chunks())
            hash.update(chunk);
        return hash.digest("hex");
    });
}
async function askVersion(path, folder, { environment }) {
    // A `trivy.yaml` in the working folder would be read.
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const { exitCode, stdout, stderr } = await (0,process_process.runProcess)(path, ["--version"], {
        cwd: folder,
        environment: (0,process_environment.pickEnvironment)(environment, NOTHING_ELSE),
        timeout: VERSION_TIME,
        maxOutput: VERSION_BYTES,
    }).catch((error) => {
        const { message } = error instanceof process_process.ProcessLimitError ? error : (error.cause ?? error);
        throw new user_error/* UserError */.y(`input \`trivy-path\`: \`${path}\` does not run: ${message}`);
    });
    const version = /^Version: v?(\S{1,100})\s*$/m.exec(stdout.toString())?.[1];
    if (exitCode === 0 && version !== undefined)
        return version;
    const said = (stderr || stdout.toString()).trim().split("\n")[0]?.slice(0, 200);
    throw new user_error/* UserError */.y(`input \`trivy-path\`: \`${path}\` is not Trivy: \`--version\` ended with exit code ${exitCode} and said ${JSON.stringify(said)}`);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/release-digests.js
/**
 * SHA-256 of Trivy's release archives, the newest version first. A digest comes in when a person has reviewed it, at
 * least a week after the release, and two sources that do not copy from each other have it: docs/trivy-versions.md has
 * the procedure, the sources and the reasons. What is missing in a row has one source alone.
 */
const RELEASE_DIGESTS = {
    "0.74.0": {
        "linux-x64": "2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a",
        "linux-arm64": "b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5",
        "macos-x64": "472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485",
        "macos-arm64": "1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11",
        "windows-x64": "94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842",
    },
    "0.73.0": {
        "linux-x64": "2edd39da482bb4e9831962487b68f68e3928ec3137794757f54d00383d79547b",
        "linux-arm64": "13833d97e8a1a5367471c372a173180157f593bece570e20d5d925fef552f5dd",
        "macos-x64": "d39d1374dd3e35d48621b82df9b6625fe69f9920cc67d2739ed81bb679f16f51",
        "macos-arm64": "80cc25faaf6378e37701202d0b4f9f43d9e413d198d594ba60fdf559fe44a683",
        "windows-x64": "d2d3ad5292aae470a03eb6506db86fce81b1894592b8451cadaf60eaa22f2025",
    },
    "0.72.0": {
        "linux-x64": "bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea",
        "linux-arm64": "2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467",
        "macos-x64": "ee5e60df8a98e5b89fd74a6d86f9e5c7e9a266a35002cb1e43291698b3bfee08",
        "macos-arm64": "88f208680dc05da2b459e19b4f5aa2b4dc7c2117892ba4aab2ae63baba330016",
        "windows-x64": "ed3cf122060f61818fe1f735fd97557954e16e10bc8b058af9852271cf2e91b3",
    },
    "0.71.2": {
        "linux-x64": "0510e71e2fd39bf863856d499c8dc19feb4e7336546394c502a8f5cc7ab27460",
        "linux-arm64": "fe1c7106e15a5365d485b098a8c338f91e3b7ba71cb0e4963b98a3a098763cfc",
        "macos-x64": "c27bcf4ddd281aecb7267eb5df804ec49ac0f8fa23fe018d33932e17f30a38bf",
        "macos-arm64": "a9f585cad53542a54ef286b5fa4199d081e5a061f8894635bdf3ce2608ece7a9",
    },
    "0.71.1": {
        "linux-x64": "3cbae37cd440cd8676e5ce9207fe460b5641c7579a17e9d00f8894928c41a88d",
        "linux-arm64": "a7daaee66817d67a4963e8f9ddf15f5238ee021b55d3cd8695b1b7801afd34a7",
    },
    "0.71.0": {
        "linux-x64": "30a3d22b23f88c233f1658f562fb477cae3b3e8b4761109d515b7698daf85814",
        "linux-arm64": "2561be394a3199c911f82fced606cbc05e1cb23eb6ce1da6935540adb76f4252",
        "macos-x64": "4558afb13d017615ca85011901caab78b4f09196e320b05a56c9fdc5615a1428",
        "macos-arm64": "95d4e896b120816edd0995a2df8adca26a8621b7bf62036a89b1d54a7b718a74",
        "windows-x64": "382250158fb9431ff9b87904205027b066a544234b8952b2dd764bd712d55387",
    },
    "0.70.0": {
        "linux-x64": "8b4376d5d6befe5c24d503f10ff136d9e0c49f9127a4279fd110b727929a5aa9",
        "linux-arm64": "2f6bb988b553a1bbac6bdd1ce890f5e412439564e17522b88a4541b4f364fc8d",
        "macos-x64": "52d531452b19e7593da29366007d02a810e1e0080d02f9cf6a1afb46c35aaa93",
        "macos-arm64": "68e543c51dcc96e1c344053a4fde9660cf602c25565d9f09dc17dd41e13b838a",
        "windows-x64": "eea5442eab86f9e26cd718d7618d43899e72a83767619e8bee47911bddbfb825",
    },
    "0.69.3": {
        "linux-x64": "1816b632dfe529869c740c0913e36bd1629cb7688bd5634f4a858c1d57c88b75",
        "linux-arm64": "7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd",
        "macos-x64": "fec4a9f7569b624dd9d044fca019e5da69e032700edbb1d7318972c448ec2f4e",
        "macos-arm64": "a2f2179afd4f8bb265ca3c7aefb56a666bc4a9a411663bc0f22c3549fbc643a5",
        "windows-x64": "74362dc711383255308230ecbeb587eb1e4e83a8d332be5b0259afac6e0c2224",
    },
    "0.69.2": {
        "linux-x64": "affa59a1e37d86e4b8ab2cd02f0ab2e63d22f1bf9cf6a7aa326c884e25e26ce3",
        "linux-arm64": "c73b97699c317b0d25532b3f188564b4e29d13d5472ce6f8eb078082546a6481",
        "macos-x64": "41f6eac3ebe3a00448a16f08038b55ce769fe2d5128cb0d64bdf282cdad4831a",
        "macos-arm64": "320c0e6af90b5733b9326da0834240e944c6f44091e50019abdf584237ff4d0c",
    },
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/known-trivy.js


const KNOWN_TRIVY = { digests: RELEASE_DIGESTS, denied: DENIED_DIGESTS };

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/redirect.js
var redirect = __webpack_require__(2853);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/address.js
var address = __webpack_require__(3362);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/address.js


/** Where a download may begin: over TLS, or on this machine. Pure. @returns why not, in half a sentence. */
function parseAddress(text) {
    if (!URL.canParse(text))
        return { problem: "the address is not a URL" };
    const url = new URL(text);
    if (!isProtected(url))
        return { problem: `the address of ${url.host || "the file"} does not begin with https://` };
    const { username, password } = url;
    const secret = `${address_decoded(username)}:${address_decoded(password)}`;
    const authorization = username === "" && password === "" ? undefined : `Basic ${Buffer.from(secret).toString("base64")}`;
    return { url: withoutCredentials(url), authorization };
}
/**
 * Where a redirect leads, when it may be followed: over TLS, to one of the hosts that are known to hold the file. An
 * address that a server chooses brings no credentials of its own. Pure.
 *
 * @param hosts as `URL.host` names them. @returns why it is not followed, in half a sentence.
 */
function redirectTarget(location, from, hosts) {
    const target = (0,redirect.redirectAddress)(location, from.href);
    if ("problem" in target)
        return { problem: `${from.host} answers with ${target.problem}` };
    const { url, isSameHost } = target;
    if (!hosts.includes(url.host))
        return { problem: `${from.host} redirects to ${url.host}, which is not one of ${hosts.join(", ")}` };
    if (!isProtected(url))
        return { problem: `${from.host} redirects to ${url.host} without TLS` };
    return { url: withoutCredentials(url), isSameHost };
}
/** Nothing of this machine crosses a network. */
function isProtected({ protocol, host }) {
    return protocol === "https:" || (protocol === "http:" && (0,address/* isLoopback */.U9)(host));
}
function withoutCredentials(url) {
    const bare = new URL(url);
    bare.username = "";
    bare.password = "";
    bare.hash = "";
    return bare;
}
/** `%` that begins no escape stands for itself. */
function address_decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/release-platform.js
const BUILDS = {
    "linux-x64": { suffix: "Linux-64bit", format: "tar.gz", program: "trivy", words: "Linux x64" },
    "linux-arm64": { suffix: "Linux-ARM64", format: "tar.gz", program: "trivy", words: "Linux ARM64" },
    "macos-x64": { suffix: "macOS-64bit", format: "tar.gz", program: "trivy", words: "macOS x64" },
    "macos-arm64": { suffix: "macOS-ARM64", format: "tar.gz", program: "trivy", words: "macOS ARM64" },
    "windows-x64": { suffix: "windows-64bit", format: "zip", program: "trivy.exe", words: "Windows x64" },
};
const PLATFORMS = Object.keys(BUILDS);
/**
 * The platform of a runner. Pure.
 *
 * @param system `Linux`, `macOS` or `Windows`. @param architecture `X64`, `ARM64`, in any case. @returns what is missing,
 *   as a line for its user.
 */
function platformOf(system, architecture) {
    const name = `${system}-${architecture}`.toLowerCase();
    const platform = PLATFORMS.find((each) => each === name);
    if (platform !== undefined)
        return { platform };
    return {
        problem: `Aqua releases no Trivy for ${system} ${architecture.toUpperCase()}, but for ${PLATFORMS.map(platformWords).join(", ")}; run this job on one of them, or give a Trivy of your own by \`trivy-path\``,
    };
}
function platformWords(platform) {
    return BUILDS[platform].words;
}
/** @param version without `v`. */
function assetOf(version, platform) {
    const { suffix, format, program } = BUILDS[platform];
    return { name: `trivy_${version}_${suffix}.${format}`, format, program };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/release.js



const GITHUB = "https://github.com/aquasecurity/trivy/releases/download/v{version}/{asset}";
/** Where GitHub keeps what releases hold, now and before 2025. */
const STORAGE_OF_GITHUB = ["release-assets.githubusercontent.com", "objects.githubusercontent.com"];
/** Nothing but numbers reaches a path, an address or a key. */
const release_VERSION = /^v?((?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2})$/;
/** The archive that the inputs ask for, or all that is wrong with them, a line each. Pure. */
function chooseRelease({ version: text, sha256: given, url = GITHUB }, platform, known) {
    const version = release_VERSION.exec(text)?.[1];
    const sha256 = given === undefined ? undefined : parseDigest(given);
    const expected = version === undefined ? undefined : known.digests[version]?.[platform];
    const problems = [
        versionProblem(text, version, known),
        given === undefined ? undefined : digestProblem(given, sha256, known),
        urlProblem(url),
    ].filter((problem) => problem !== undefined);
    if (problems.length > 0 || version === undefined)
        return { problems };
    const asset = assetOf(version, platform);
    if (sha256 !== undefined && expected !== undefined && sha256 !== expected)
        return {
            problems: [
                `input \`trivy-sha256\`: \`${asset.name}\` has the SHA-256 ${expected}, which is built in, and the input says ${sha256}; remove the input`,
            ],
        };
    const wanted = expected ?? sha256;
    if (wanted === undefined)
        return { problems: [unknownVersion(version, asset, platform, known)] };
    return {
        version,
        platform,
        asset,
        sha256: wanted,
        url: url.replaceAll("{version}", version).replaceAll("{asset}", asset.name),
        redirectHosts: url === GITHUB ? STORAGE_OF_GITHUB : [],
    };
}
function versionProblem(text, version, known) {
    const [newest = ""] = Object.keys(known.digests);
    if (text.toLowerCase() === "latest")
        return `input \`trivy-version\`: \`latest\` is refused, since what it names changes before anybody has looked at it (${INCIDENT}); write a version, such as \`${newest}\``;
    if (version === undefined)
        return `input \`trivy-version\`: ${JSON.stringify(text.slice(0, 100))} is not a version; write three numbers, such as \`${newest}\``;
    const denied = deniedVersion(version);
    return denied === undefined
        ? undefined
        : `input \`trivy-version\`: ${denied}; write another version, such as \`${newest}\``;
}
function digestProblem(text, sha256, { denied }) {
    if (sha256 === undefined)
        return `input \`trivy-sha256\`: ${JSON.stringify(text.slice(0, 100))} is not a SHA-256; write its 64 hexadecimal digits`;
    const what = denied[sha256];
    return what === undefined
        ? undefined
        : `input \`trivy-sha256\`: this is the digest of ${what}, which is malicious (${INCIDENT}) and is never used`;
}
/** As people copy it: with or without the name of the algorithm, in either case. */
function parseDigest(text) {
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
}
function urlProblem(template) {
    const placeholder = /\{(?!version\}|asset\})[^}]*\}?/.exec(template)?.[0];
    if (placeholder !== undefined)
        return `input \`trivy-url\`: ${JSON.stringify(placeholder)} is not a placeholder; only \`{version}\` and \`{asset}\` are`;
    if (!template.includes("{asset}"))
        return "input `trivy-url`: it has no `{asset}`, the name of the archive; write it as in `https://mirror.example/trivy/v{version}/{asset}`";
    const address = parseAddress(template.replaceAll("{version}", "0.0.0").replaceAll("{asset}", "trivy"));
    return "problem" in address ? `input \`trivy-url\`: ${address.problem}` : undefined;
}
function unknownVersion(version, { name }, platform, { digests }) {
    const versions = Object.keys(digests).filter((each) => digests[each]?.[platform] !== undefined);
    return `input \`trivy-version\`: the digest of Trivy ${version} for ${platformWords(platform)} is not built in; write one of ${versions.join(", ")}, or the SHA-256 of \`${name}\` as \`trivy-sha256\``;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/download-error.js
/** A download that did not bring its file. The message is half a sentence that names the server. */
class DownloadError extends Error {
    name = "DownloadError";
    fault;
    status;
    retryAfter;
    found;
    isFinal;
    constructor(fault, message, { status = 0, retryAfter, found, isFinal = false } = {}) {
        super(message);
        this.fault = fault;
        this.status = status;
        this.retryAfter = retryAfter;
        this.found = found;
        this.isFinal = isFinal;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/proxy.js
var proxy = __webpack_require__(4109);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/trust.js
var trust = __webpack_require__(1628);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/receive.js





/**
 * Asks for a file once, and hands its bytes over as they come. Credentials go to the host that they were written for
 * alone, and to nobody after a redirect to another.
 *
 * @throws DownloadError
 */
async function receive(reception, take) {
    const { address, hosts, timeout } = reception;
    const until = performance.now() + timeout;
    let { url, authorization } = address;
    for (let followed = 0;; followed++) {
        const step = await ask(url, authorization, { ...reception, timeout: until - performance.now() }, take);
        if (!("location" in step))
            return step;
        if (followed === redirect.MAX_REDIRECTS)
            throw redirectError(`${url.host} leads through more than ${redirect.MAX_REDIRECTS} redirects`);
        const target = redirectTarget(step.location, url, hosts);
        if ("problem" in target)
            throw redirectError(target.problem);
        if (!target.isSameHost)
            authorization = undefined;
        ({ url } = target);
    }
}
const redirectError = (message) => new DownloadError("redirect", message, { isFinal: true });
async function ask(url, authorization, { maxBytes, timeout, idleTimeout }, take) {
    const { host } = url;
    let bytes = 0;
    let total;
    const soFar = () => `after ${megabytes(bytes)}${total === undefined ? "" : ` of ${megabytes(Number(total))}`}`;
    const sent = start(url, authorization);
    let reason;
    const stop = (error) => {
        reason ??= error;
        sent.destroy(error);
    };
    const idle = setTimeout(() => stop(new DownloadError("stalled", `${host} sent nothing for ${idleTimeout / 1000} s, ${soFar()}`)), idleTimeout);
    const late = setTimeout(() => stop(new DownloadError("late", `${host} took longer than the download may take, ${soFar()}`)), Math.max(0, timeout));
    try {
        const response = await responseOf(sent);
        idle.refresh();
        const { statusCode: status = 0, headers } = response;
        if ((0,redirect.isRedirect)(status))
            return { location: headers.location };
        if (status !== 200)
            throw refusal(host, status, headers["retry-after"]);
        total = headers["content-length"];
        if (Number(total) > maxBytes)
            throw tooLarge(host, maxBytes);
        for await (const chunk of response) {
            idle.refresh();
            bytes += chunk.length;
            if (bytes > maxBytes)
                throw tooLarge(host, maxBytes);
            take(chunk);
        }
        if (reason !== undefined)
            throw reason;
        return { host, bytes };
    }
    catch (error) {
        if (reason !== undefined)
            throw reason;
        throw asDownloadError(error, host, total === undefined && bytes === 0 ? undefined : soFar());
    }
    finally {
        clearTimeout(idle);
        clearTimeout(late);
        sent.destroy();
    }
}
function start(url, authorization) {
    (0,proxy.useProxyOfEnvironment)();
    const isTls = url.protocol === "https:";
    // Not an import: loading either costs tens of milliseconds, which only a run that downloads should pay.
    const { request } = process.getBuiltinModule(isTls ? "node:https" : "node:http");
    const sent = request(url, {
        method: "GET",
        headers: {
            "user-agent": "jessy-actions",
            accept: "*/*",
            // What is hashed is the file, and not what a server made of it on the way.
            "accept-encoding": "identity",
            ...(authorization !== undefined && { authorization }),
        },
        ...(isTls && (0,trust.trustFor)(false, undefined)),
    });
    // Always heard: a second error without a listener would end the process.
    sent.on("error", () => { });
    sent.end();
    return sent;
}
function responseOf(sent) {
    return new Promise((resolve, reject) => {
        sent.once("response", (response) => {
            // One that comes while the request is being ended is read by nobody.
            response.on("error", () => { });
            resolve(response);
        });
        sent.once("error", reject);
        sent.once("close", () => reject(new Error("the connection ended without an answer")));
    });
}
function refusal(host, status, retryAfter) {
    const meaning = status === 404 ? ": there is no such file" : "";
    return new DownloadError("refused", `${host} answers with status ${status}${meaning}`, { status, retryAfter });
}
const tooLarge = (host, maxBytes) => new DownloadError("too-large", `${host} sends more than ${megabytes(maxBytes)}`, { isFinal: true });
/** Certificates and names that are wrong stay wrong. */
const LASTING = /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ENOTFOUND|ERR_INVALID)/;
const UNTRUSTED = /^(?:CERT_UNTRUSTED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_)/;
/** @param soFar where it ended; undefined before the first byte. What is not about the connection stays as it is. */
function asDownloadError(error, host, soFar) {
    if (error instanceof DownloadError || !(error instanceof Error))
        return error;
    const { code, path } = error;
    // Of the file that is written.
    if (path !== undefined)
        return error;
    if (soFar !== undefined)
        return new DownloadError("cut", `${host} ended the connection ${soFar}`);
    const words = code ?? error.message.split("\n")[0];
    const advice = UNTRUSTED.test(code ?? "")
        ? "; put the path of its authority's certificate into the variable NODE_EXTRA_CA_CERTS of the step"
        : "";
    const isFinal = LASTING.test(code ?? "");
    return new DownloadError("unreachable", `${host} does not answer (${words})${advice}`, { isFinal });
}
function megabytes(bytes) {
    return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/retry-after.js
var retry_after = __webpack_require__(1328);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/retry.js

/** The longest single wait, milliseconds. A limit that ends later fails at once, with its reason. */
const MAX_WAIT = 120_000;
/** Milliseconds between attempts. */
const WAITS = [1000, 3000, 8000, 20_000];
/** Milliseconds after 429 without a hint. */
const LIMIT_WAITS = [5000, 15_000, 45_000, 60_000];
/** 501 and 505 say that the server will never do it. */
const retry_LASTING = new Set([501, 505]);
/**
 * How long to wait before a download is tried again, milliseconds; undefined when it must not be. After 408, 429, 5xx, a
 * lost connection and a body that was cut; never after another answer, and never after bytes that are another file. Pure.
 *
 * @param attempt how often it was tried, from 1; @param now milliseconds since 1970; @param random from 0 to 1.
 */
function retryDelay(attempt, { fault, status, retryAfter, isFinal }, now, random) {
    const isPassing = fault === "refused"
        ? status === 408 || status === 429 || (status >= 500 && !retry_LASTING.has(status))
        : fault === "unreachable" || fault === "stalled" || fault === "cut";
    if (isFinal || !isPassing)
        return undefined;
    const planned = (status === 429 ? LIMIT_WAITS : WAITS)[attempt - 1];
    if (planned === undefined)
        return undefined;
    const asked = (0,retry_after.parseRetryAfter)(retryAfter, now);
    if (asked === undefined)
        return planned * (1 + random / 4);
    return asked <= MAX_WAIT ? asked + random * 1000 : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/download/download-file.js








const TIMEOUT = 10 * 60_000;
const download_file_IDLE_TIMEOUT = 30_000;
/**
 * Brings a file whose SHA-256 is known, piece by piece, so that memory does not grow with it. The file is there only
 * when it is whole and has its digest; until then its bytes are beside it, where only this user can read them. What the
 * same server says of the digest is never asked.
 *
 * @throws DownloadError; an error that names the file when it cannot be written.
 */
async function downloadFile(request, options) {
    const { log, timeout = TIMEOUT, idleTimeout = download_file_IDLE_TIMEOUT, sleep = wait.wait, random = Math.random } = options;
    const address = parseAddress(request.url);
    if ("problem" in address)
        throw new DownloadError("address", address.problem, { isFinal: true });
    const until = performance.now() + timeout;
    for (let attempt = 1;; attempt++) {
        const left = until - performance.now();
        const hosts = [address.url.host, ...request.redirectHosts];
        const problem = await attemptFile(request, {
            address,
            hosts,
            maxBytes: request.maxBytes,
            timeout: left,
            idleTimeout,
        });
        if (problem === undefined)
            return;
        const delay = retryDelay(attempt, problem, Date.now(), random());
        if (delay === undefined || performance.now() + delay > until)
            throw problem;
        log.info(`${problem.message}; again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
    }
}
async function attemptFile({ path, sha256 }, reception) {
    const partial = `${path}.part`;
    try {
        const { host, found, head } = await store(partial, reception);
        if (found !== sha256)
            throw wrongBytes(host, head, { found, expected: sha256 });
        (0,external_node_fs_.renameSync)(partial, path);
        return undefined;
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(partial, { force: true });
        if (error instanceof DownloadError)
            return error;
        throw error;
    }
}
/** As much of a file as tells a page from an archive. */
const HEAD_BYTES = 100;
async function store(path, reception) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let head = "";
    const file = (0,file_content/* createPrivateFile */.aP)(path);
    try {
        const { host } = await receive(reception, (chunk) => {
            if (head.length < HEAD_BYTES)
                head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString("latin1");
            hash.update(chunk);
            file.append(chunk);
        });
        return { host, found: hash.digest("hex"), head };
    }
    finally {
        file.close();
    }
}
function wrongBytes(host, head, { found, expected }) {
    if (/^\s*<(?:!doctype|html|head|\?xml)/i.test(head))
        return new DownloadError("page", `${host} sends a page instead of the file: a proxy or a login stands before it`, {
            found,
            isFinal: true,
        });
    return new DownloadError("digest", `what ${host} sends has the SHA-256 ${found}, and it must be ${expected}`, {
        found,
        isFinal: true,
    });
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/verified-archive.js










/** Trivy's archives have about 50 MB. */
const MAX_ARCHIVE_BYTES = 200_000_000;
/** What the cache packs an archive in. */
const TAR_BYTES = 20_000;
/** Milliseconds of one attempt to read it from the cache; after a few, it is downloaded. */
const CACHE_TIME = 60_000;
/**
 * The archive of a release, from the cache, else from where releases are. Its digest was known before either was asked:
 * what a server or a cache says of it counts for nothing.
 *
 * The cache keeps the archive and not the program, so that a copy is checked by the same digest again, each time; it is
 * unpacked in memory, where neither names nor links lead anywhere.
 *
 * @throws UserError
 */
async function fetchArchive(release, source, io) {
    const key = (0,cache_key.cacheKey)("jessy-trivy", release.version, release.platform, release.sha256);
    const kept = source.isCached ? await fromCache(release, key, source, io) : "unusable";
    if (kept instanceof Uint8Array)
        return { bytes: kept, origin: "cached" };
    const bytes = await verified_archive_download(release, source, io);
    // A key is never written again: an altered copy stays until somebody deletes it.
    if (kept === "miss")
        await (0,file_cache.saveToCache)({ file: release.asset.name }, key, [bytes], { folder: source.folder, log: io.log });
    return { bytes, origin: "downloaded" };
}
async function fromCache({ version, asset, sha256 }, key, { known }, { environment, log }) {
    const file = { file: asset.name, maxBytes: MAX_ARCHIVE_BYTES + TAR_BYTES };
    const lookup = await (0,file_cache.readFromCache)(file, [key], { environment, log, timeout: CACHE_TIME });
    if (lookup.state === "miss")
        return "miss";
    if (lookup.state !== "hit") {
        const { state, reason } = lookup;
        if (state === "unreadable")
            log.warning(`Trivy ${version} is downloaded anew: ${reason}; delete it in the repository's caches`);
        else
            log.info(`Trivy ${version} is downloaded: ${reason}`);
        return "unusable";
    }
    const found = sha256Of(lookup.content);
    if (found === sha256)
        return lookup.content;
    const what = known.denied[found];
    if (what !== undefined)
        throw new user_error/* UserError */.y(`the cache entry \`${key}\` holds ${what}, which is malicious (${INCIDENT}): somebody put it there; delete it, and find out who can write this repository's caches`);
    log.warning(`Trivy ${version} is downloaded anew: the copy in the cache was altered. It has the SHA-256 ${found}, and was kept with ${sha256}. Delete \`${key}\` in the repository's caches`);
    return "unusable";
}
async function verified_archive_download(release, { folder, known }, { log }) {
    const { asset, sha256, url, redirectHosts } = release;
    const path = (0,external_node_path_.join)(folder, asset.name);
    log.info(`Downloading ${asset.name} from ${new URL(url).host}`);
    try {
        await downloadFile({ url, path, sha256, maxBytes: MAX_ARCHIVE_BYTES, redirectHosts }, { log });
        const bytes = (0,file_content/* readFile */.TA)(path);
        if (sha256Of(bytes) !== sha256)
            throw new user_error/* UserError */.y(`\`${path}\` was changed after it had been downloaded`);
        return bytes;
    }
    catch (error) {
        throw error instanceof DownloadError ? new user_error/* UserError */.y(verified_archive_refusal(error, release, known)) : error;
    }
    finally {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
}
/** One line. Pure. */
function verified_archive_refusal({ fault, message, status, found }, { version, asset }, { denied }) {
    const what = found === undefined ? undefined : denied[found];
    if (what !== undefined)
        return `Trivy ${version} is not used: what was sent as \`${asset.name}\` is ${what}, which is malicious (${INCIDENT})`;
    if (fault === "digest")
        return `Trivy ${version} is not used: ${message}; \`${asset.name}\` was replaced, or \`trivy-sha256\` is wrong`;
    const advice = status === 404 ? "; correct `trivy-version` or `trivy-url`" : "";
    return `Trivy ${version} cannot be downloaded: ${message}${advice}`;
}
function sha256Of(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/tool/install-trivy.js












/** Trivy has about 160 MB. */
const MAX_PROGRAM_BYTES = 600_000_000;
/**
 * A Trivy that was verified: from the cache, else from its release.
 *
 * @param known for tests. @throws UserError that says what is wrong with it, or with the network.
 */
async function installTrivy(inputs, io, known = KNOWN_TRIVY) {
    const folder = (0,external_node_path_.join)(io.temporary, "trivy");
    // Nothing of an earlier run, and no link to somewhere else.
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    if (inputs.installed !== undefined) {
        if (inputs.sha256 !== undefined || inputs.url !== undefined)
            throw new user_error/* UserError */.y("input `trivy-path`: nothing is downloaded with it, so `trivy-sha256` and `trivy-url` would say nothing; remove them, or `trivy-path`");
        const tool = await findInstalled(inputs.installed, folder, known, io);
        io.log.info(`Trivy ${tool.version}, installed as ${tool.path} and not verified, SHA-256 ${tool.sha256}`);
        return tool;
    }
    const { environment } = io;
    const machine = platformOf((0,runner_environment.systemOf)(environment), (0,runner_environment.architectureOf)(environment));
    if ("problem" in machine)
        throw new user_error/* UserError */.y(machine.problem);
    const release = chooseRelease(inputs, machine.platform, known);
    if ("problems" in release)
        throw new user_error/* UserErrors */.t(release.problems);
    return io.log.group("Installing Trivy", () => install(release, { folder, isCached: inputs.cache, known }, io));
}
async function install(release, source, io) {
    const { version, platform, asset, sha256: expected } = release;
    const { bytes, origin } = await fetchArchive(release, source, io);
    const path = (0,external_node_path_.join)(source.folder, asset.program);
    let sha256;
    try {
        const program = { archive: bytes, format: asset.format, name: asset.program, path, maxBytes: MAX_PROGRAM_BYTES };
        sha256 = await extractProgram(program);
    }
    catch (error) {
        if (!(error instanceof ArchiveError))
            throw error;
        throw new user_error/* UserError */.y(`Trivy ${version} is not used: \`${asset.name}\` is not as Aqua makes it: ${error.message}`);
    }
    const what = source.known.denied[sha256];
    if (what !== undefined) {
        (0,external_node_fs_.rmSync)(path);
        throw new user_error/* UserError */.y(`Trivy ${version} is not used: \`${asset.name}\` holds ${what}, which is malicious (${INCIDENT})`);
    }
    io.log.info(`Trivy ${version} for ${platformWords(platform)}, ${origin}; its archive has the SHA-256 ${expected}, as it must`);
    return { version, path, origin, sha256 };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/collect.js












/** Everything that is read before the decision: the tool, the databases, both sides' scans and policies. */
async function collect(inputs, io) {
    if (inputs.credential !== undefined)
        io.log.mask(inputs.credential.password);
    io.saveState(state/* gateState */.Zl, { gate: inputs.name });
    const event = io.event();
    const { repository, serverUrl, ref, pullRequest } = event;
    const empty = inputs.emptyLogin === undefined ? [] : [inputs.emptyLogin];
    for (const note of (0,run_secrets.judgeEmptyLogins)(empty, (0,run_secrets.missingSecrets)(event, (0,runner_environment.runActor)(io.environment))))
        io.log.info(note);
    const { commit, files } = await readRepository(inputs, io);
    const wanted = await findBase(inputs, io);
    const policy = await readPolicy(inputs, wanted, io);
    const exploitation = readExploitation(inputs.exploitation, io);
    const tool = await installTrivy(inputs.tool, io);
    const advisories = await openAdvisories(inputs, files, io);
    const scanner = await Scanner.open(tool, inputs, io);
    const { base, targets, audit } = await scanSides(wanted, files, { scanner, advisories }, inputs, io);
    return {
        now: Date.now(),
        commit,
        repository,
        serverUrl,
        ref,
        fork: pullRequest?.fork ?? false,
        base,
        tool,
        network: scanner.network,
        databases: [...scanner.databases, ...advisories.databases],
        targets,
        audit,
        policy,
        exploitation,
    };
}
/** Images can be scanned without a checkout. @throws UserError where a target is in the repository, and there is none. */
async function readRepository({ targets }, io) {
    const git = await io.git();
    try {
        return { files: await git.listFiles(), commit: (await git.resolve("HEAD")) ?? "" };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y) || targets.some(({ kind }) => IN_REPOSITORY.includes(kind)))
            throw error;
        return { files: [], commit: io.event().sha };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/conclude.js

/** Keeps the databases for later runs. */
async function conclude({ database }, _facts, io) {
    await keepDatabase(database, io);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/check-name.js
/**
 * The name of one of Trivy's checks in its present form: `DS002`, `AVD-DS-0002` and `DS-0002` were the names of one, one
 * after the other.
 *
 * @returns undefined for anything else.
 */
function checkName(id) {
    const [, service, number] = /^(?:AVD-)?([A-Z]{2,12})-(\d{4,5})$/.exec(id) ?? /^([A-Z]{2,12})(\d{3}|\d{5})$/.exec(id) ?? [];
    return service === undefined ? undefined : `${service}-${number.padStart(4, "0")}`;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/entry-kinds.js

const IGNORE_KINDS = ["vulnerability", "misconfiguration", "secret", "license"];
/** Names of flaws, by the databases that Trivy reads. */
const FLAW = /^(?:CVE|GHSA|RUSTSEC|GO|PYSEC|OSV|MAL|NSWG|DSA|DLA|TEMP|USN|RHSA|ELSA|ALAS|ALAS2|ALBA|ALEA|ALSA|RLSA|SUSE|openSUSE|GMS)-/;
/** The rules of secrets: `github-pat`. */
const SECRET_RULE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** What an entry may be about: where something of that was not looked for, nobody knows whether it is of use. */
function entryKinds({ kind, id }) {
    if (kind !== undefined)
        return [kind];
    if (checkName(id) !== undefined)
        return ["misconfiguration"];
    if (FLAW.test(id))
        return ["vulnerability"];
    return SECRET_RULE.test(id) ? ["secret"] : IGNORE_KINDS;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/entry-match.js




/**
 * Whether an entry is about a finding; whether it has expired is another question. As in Trivy, but that every name of a
 * flaw counts, where Trivy knows it by its main id alone, and that `DS002` and `AVD-DS-0002` are other names of
 * `DS-0002`.
 */
function matchesEntry(entry, finding) {
    return ((entry.kind === undefined || entry.kind === KINDS[finding.kind]) &&
        isNamed(entry.id, finding) &&
        (entry.paths === undefined || isAt(entry, finding)) &&
        (entry.purls === undefined || isOf(entry, finding.package)));
}
const KINDS = {
    vulnerability: "vulnerability",
    unmaintained: "vulnerability",
    unsound: "vulnerability",
    notice: "vulnerability",
    yanked: "vulnerability",
    "end-of-life": "vulnerability",
    misconfiguration: "misconfiguration",
    secret: "secret",
    license: "license",
};
function isNamed(id, { kind, id: own, aliases }) {
    if (id === own || aliases.includes(id))
        return true;
    if (kind !== "misconfiguration")
        return false;
    const wanted = checkName(id);
    return wanted !== undefined && [own, ...aliases].some((name) => checkName(name) === wanted);
}
/** By the path in the target, as Trivy has it, or by the one in the repository. */
function isAt(entry, { place: { target, file } }) {
    const tests = pathTests(entry);
    const inRepository = target === "." || target === "" ? file : `${target}/${file}`;
    return tests.some((matches) => matches(file) || matches(inRepository));
}
/** A finding of no package is limited by no purl: that is Trivy's rule. A package that cannot be told matches none. */
function isOf(entry, affected) {
    if (affected === undefined)
        return true;
    const target = packageUrlOf(affected);
    return target !== undefined && packageUrls(entry).some((pattern) => matchesPackageUrl(pattern, target));
}
/** Without a purl, which only Trivy gives, by the name as its registry has it. */
function packageUrlOf({ purl, ecosystem, name, version }) {
    const separator = ecosystem === "maven" ? ":" : "/";
    const path = name
        .split(separator)
        .map((part) => encodeURIComponent(part))
        .join("/");
    try {
        return parsePackageUrl(purl ?? `pkg:${ecosystem}/${path}@${encodeURIComponent(version)}`);
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return undefined;
        throw error;
    }
}
/** Patterns are compiled once for all findings. */
const compiled = new WeakMap();
function pathTests(entry) {
    const known = compiledOf(entry);
    // To Trivy a `/**` at the end may be nothing.
    known.paths ??= entry.paths.flatMap((pattern) => [
        (0,glob/* compileGlob */.S)(pattern),
        ...(pattern.endsWith("/**") ? [(0,glob/* compileGlob */.S)(pattern.slice(0, -"/**".length))] : []),
    ]);
    return known.paths;
}
function packageUrls(entry) {
    const known = compiledOf(entry);
    known.purls ??= entry.purls.map((purl) => parsePackageUrl(purl));
    return known.purls;
}
function compiledOf(entry) {
    const known = compiled.get(entry) ?? {};
    compiled.set(entry, known);
    return known;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/ignore-rules.js



/** The entries that count, found by the names of a finding, so that many of both are no matter. */
class IgnoreRules {
    #byName;
    #placeOf;
    #used = new Set();
    /** Those that have not expired. */
    active;
    expired;
    /**
     * @param now in milliseconds since 1970.
     * @param placeOf where the paths of entries look for a finding, which may be called otherwise.
     */
    constructor(entries, now, placeOf = (place) => place) {
        this.active = entries.filter((entry) => !isExpired(entry, now));
        this.expired = entries.filter((entry) => isExpired(entry, now));
        this.#byName = Map.groupBy(this.active, ({ id }) => checkName(id) ?? id);
        this.#placeOf = placeOf;
    }
    /** The first entry that sets a finding aside. Every other one that would counts as used, too. */
    entryFor(finding) {
        let first;
        for (const name of new Set([finding.id, ...finding.aliases].map((each) => checkName(each) ?? each))) {
            for (const entry of this.#byName.get(name) ?? []) {
                if (!matchesEntry(entry, entry.paths === undefined ? finding : this.#placed(finding)))
                    continue;
                this.#used.add(entry);
                first ??= entry;
            }
        }
        return first;
    }
    isUsed(entry) {
        return this.#used.has(entry);
    }
    #placed(finding) {
        const place = this.#placeOf(finding.place);
        return place === finding.place ? finding : { ...finding, place };
    }
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/proposed-entries.js

/**
 * Entries of the head that set aside what those of the base do not, or for longer. An entry that is only narrower, or
 * has expired, proposes nothing.
 */
function proposedEntries(head, base, now) {
    const byId = Map.groupBy(base, ({ id }) => id);
    return head.filter((entry) => !isExpired(entry, now) && !(byId.get(entry.id) ?? []).some((standing) => covers(standing, entry)));
}
function covers(standing, entry) {
    return ((standing.kind === undefined || standing.kind === entry.kind) &&
        coversList(standing.paths, entry.paths) &&
        coversList(standing.purls, entry.purls) &&
        (standing.expires === undefined || (entry.expires !== undefined && standing.expires >= entry.expires)));
}
/** Undefined stands for everything. */
function coversList(standing, list) {
    if (standing === undefined)
        return true;
    const known = new Set(standing);
    return list?.every((each) => known.has(each)) ?? false;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/policy/judge.js




/**
 * Judges what was found, and only what is new can fail. Entries match every name of a flaw, unlike in Trivy 0.76, which
 * knows it by its main id alone.
 */
function judge(comparison, policy) {
    const { now, placeOf } = policy;
    const rules = new IgnoreRules(policy.ignored, now, placeOf);
    const reported = [];
    const suppressed = [];
    for (const state of ["new", "known"]) {
        for (const finding of comparison[state]) {
            const entry = rules.entryFor(finding);
            const fails = state === "new" && isFailing(finding, policy);
            if (entry !== undefined)
                suppressed.push({ finding, entry });
            else if (fails || policy.severities.includes(finding.severity))
                reported.push({ finding, state, fails });
        }
    }
    // What is fixed needs its entry no more, so it does not use it.
    const used = new Set(rules.active.filter((entry) => rules.isUsed(entry)));
    const fixed = comparison.fixed.filter((finding) => policy.severities.includes(finding.severity) && rules.entryFor(finding) === undefined);
    const ofState = (wanted) => reported.filter(({ state }) => state === wanted).map(judge_findingOf);
    return {
        reported,
        fixed,
        suppressed,
        counts: { new: judge_countOf(ofState("new")), known: judge_countOf(ofState("known")), fixed: judge_countOf(fixed) },
        entries: {
            proposed: proposedEntries(policy.headIgnored, policy.ignored, now),
            unused: rules.active.filter((entry) => !used.has(entry) && isUnused(entry, policy)),
            expired: rules.expired,
            expiring: [...used].filter(({ expires }) => expires !== undefined && Date.parse(expires) - now <= policy.expiresSoon),
        },
    };
}
/** What a fix of a version can mend. A yanked version is mended by any other. */
const MENDABLE = ["vulnerability", "unsound", "unmaintained", "notice"];
function isFailing({ kind, severity, package: affected }, policy) {
    const failing = policy.failOn[kind] ?? [];
    const isBad = failing.includes(severity) || (severity === "unknown" && failing.includes(policy.unknownSeverity));
    const isUnfixed = MENDABLE.includes(kind) && affected !== undefined && affected.fixedVersions.length === 0;
    return isBad && !(policy.ignoreUnfixed && isUnfixed);
}
/** Whether somebody looked where the entry is about, of those that nothing has used. */
function isUnused(entry, { lookedFor, everywhere }) {
    return (everywhere || entry.paths === undefined) && entryKinds(entry).every((kind) => lookedFor.includes(kind));
}
function judge_findingOf({ finding }) {
    return finding;
}
function judge_countOf(findings) {
    const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0]));
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/same-flaw.js
/**
 * Groups findings about the same flaw: those that share a name, id or alias, also by way of a third.
 *
 * A name of GitHub's (GHSA) is weaker than the others: one of its advisories may cover several flaws, which RustSec and
 * the CVE list tell apart (GHSA-g433-pq76-6cmf is RUSTSEC-2026-0069, -0070 and -0071). It joins only what no other
 * database tells apart; otherwise whoever ignores one flaw would ignore all of them.
 *
 * @returns the groups in no particular order, whatever the order of the findings
 */
function groupByFlaw(findings) {
    if (isPlainlyOne(findings))
        return [findings];
    const names = new NameSets();
    for (const finding of findings)
        names.unite(ownNames(finding));
    const groups = Map.groupBy(findings, (finding) => names.of(ownNames(finding)[0]));
    const joined = joinByGitHub(groups);
    const flaws = Map.groupBy(groups.keys(), (root) => joined.of(root));
    return [...flaws.values()].map((roots) => roots.flatMap((root) => groups.get(root)));
}
const same_flaw_GITHUB = "GHSA-";
/** What most are: alone, or the same on both sides. Asked first, for it takes a tenth of the time. */
function isPlainlyOne([first, ...others]) {
    if (first === undefined || others.length === 0)
        return first !== undefined;
    return !first.id.startsWith(same_flaw_GITHUB) && others.every(({ id }) => id === first.id);
}
function allNames({ id, aliases }) {
    return [id, ...aliases];
}
/** The names that stand for one flaw each; GitHub's where there are no others. */
function ownNames(finding) {
    const all = allNames(finding);
    const own = all.filter((name) => !name.startsWith(same_flaw_GITHUB));
    return own.length > 0 ? own : all;
}
/** `CVE` of `CVE-2026-1`. */
function databaseOf(name) {
    return name.split("-", 1)[0];
}
/** Which groups are one by a name of GitHub's. */
function joinByGitHub(groups) {
    const joined = new NameSets();
    const databases = new Map();
    const sharing = new Map();
    for (const [root, findings] of groups) {
        const all = findings.flatMap(allNames);
        const own = all.filter((name) => !name.startsWith(same_flaw_GITHUB));
        databases.set(root, new Set(own.map(databaseOf)));
        for (const name of all) {
            if (name.startsWith(same_flaw_GITHUB))
                sharing.set(name, (sharing.get(name) ?? new Set()).add(root));
        }
    }
    for (const [, sharers] of [...sharing].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const roots = [...new Set([...sharers].map((root) => joined.of(root)))].sort();
        const told = roots.flatMap((root) => [...databases.get(root)]);
        const isOneFlaw = new Set(told).size === told.length;
        const isTold = (root) => databases.get(root).size > 0;
        // Where it is several, what has no other name goes to the first of them.
        const first = roots.find(isTold) ?? roots[0];
        const together = isOneFlaw ? roots : [first, ...roots.filter((root) => !isTold(root))];
        joined.unite(together);
        databases.set(joined.of(first), new Set(together.flatMap((root) => [...databases.get(root)])));
    }
    return joined;
}
/** Names in sets that do not overlap: a union-find. */
class NameSets {
    #above = new Map();
    /** The name that stands for its set. */
    of(name) {
        let root = name;
        for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root))
            root = above;
        // What was walked points at the root from now on, so that no chain is walked twice.
        for (let at = name; at !== root;) {
            const above = this.#above.get(at);
            this.#above.set(at, root);
            at = above;
        }
        return root;
    }
    /** Makes the sets of these names one, which the lowest of their roots stands for. */
    unite(names) {
        const roots = names.map((name) => this.of(name)).sort();
        for (const root of roots) {
            if (root !== roots[0])
                this.#above.set(root, roots[0]);
        }
    }
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/merge-findings.js




/**
 * Merges what several tools found, so that one flaw of one package in one file is one finding.
 *
 * RustSec says what an
 * advisory is news of (`unmaintained`, `unsound`), where Trivy has a vulnerability of unknown severity: then RustSec's
 * kind counts. Where another source rates the flaw, it stays a vulnerability. The worst severity that is known wins, fixed versions and sources are united, and the order of the findings
 * given plays no part.
 *
 * Findings without a package, and those that were yanked, are left as they are.
 */
function mergeFindings(findings) {
    const places = Map.groupBy(findings, placeKey);
    return inOrder([...places].flatMap(([key, group]) => key === undefined ? group : groupByFlaw(group).map(inOrder).map(mergeGroup)));
}
/** What has other names, from worst to least: the same flaw has an id with each of its sources. */
const ALIASED = ["vulnerability", "unsound", "unmaintained", "notice"];
/** Findings that may be the same flaw: of one package and version in one file. */
function placeKey({ kind, package: affected, place }) {
    if (affected === undefined || !ALIASED.includes(kind))
        return undefined;
    const { ecosystem, name, version } = affected;
    return JSON.stringify([place.target, place.file, ecosystem, name, merge_findings_plainVersion(affected, version)]);
}
/** Go's versions have a `v` that some tools leave out. */
function merge_findings_plainVersion({ ecosystem }, version) {
    return ecosystem === "golang" ? version.replace(/^v/, "") : version;
}
/** Of the findings of one flaw, in their order. */
function mergeGroup(group) {
    if (group.length === 1)
        return group[0];
    const id = group.map((finding) => finding.id).sort(compareIds)[0];
    const names = new Set(group.flatMap((finding) => [finding.id, ...finding.aliases]));
    names.delete(id);
    // RustSec knows its own ids best, then whoever says most.
    const told = group.find(({ sources }) => sources.includes("rustsec")) ?? group[0];
    const { score, url, detail, reach } = {
        score: highest(group.flatMap((finding) => finding.score ?? [])),
        url: told.url ?? group.find((finding) => finding.url !== undefined)?.url,
        detail: told.detail ?? group.find((finding) => finding.detail !== undefined)?.detail,
        reach: merge_findings_nearest(group.flatMap((finding) => finding.reach ?? [])),
    };
    return {
        kind: merge_findings_kindOf(group),
        id,
        aliases: [...names].sort(),
        severity: worst(group.map(({ severity }) => severity)),
        ...(score === undefined ? {} : { score }),
        title: told.title,
        ...(url === undefined ? {} : { url }),
        place: smallest(group.map(({ place }) => place)),
        package: { ...told.package, fixedVersions: uniteFixes(group) },
        ...(detail === undefined ? {} : { detail }),
        ...(reach === undefined ? {} : { reach }),
        sources: [...new Set(group.flatMap(({ sources }) => sources))].sort(),
    };
}
function merge_findings_kindOf(group) {
    const byRustSec = group.filter(({ sources }) => sources.includes("rustsec"));
    const isRated = group.some((finding) => !byRustSec.includes(finding) && finding.severity !== "unknown");
    const telling = byRustSec.length === 0 || isRated ? group : byRustSec;
    return ALIASED.find((kind) => telling.some((finding) => finding.kind === kind));
}
/** A CVE before a GHSA before the rest: the name that most databases know. */
function compareIds(a, b) {
    return idRank(a) - idRank(b) || merge_findings_compareTexts(a, b);
}
const ID_PREFIXES = ["CVE-", "GHSA-"];
function idRank(id) {
    const rank = ID_PREFIXES.findIndex((prefix) => id.startsWith(prefix));
    return rank === -1 ? ID_PREFIXES.length : rank;
}
/** Unknown is no severity: one that is known wins. */
function worst(severities) {
    return SEVERITIES.find((severity) => severities.includes(severity));
}
function highest(scores) {
    return scores.length === 0 ? undefined : Math.max(...scores);
}
function merge_findings_nearest(reaches) {
    return REACHES.find((reach) => reaches.includes(reach));
}
/** The fewest lines: GitHub shows what is new only where all of them are in the diff. */
function smallest(places) {
    return places.reduce((best, place) => (lines(place) < lines(best) ? place : best));
}
function lines({ startLine, endLine }) {
    return startLine === undefined ? Number.POSITIVE_INFINITY : (endLine ?? startLine) - startLine;
}
/**
 * Lowest first, as numbers go. Sources are united. Where one of them has several advisories, only a version counts that
 * has the fix of each.
 */
function uniteFixes(group) {
    const bySource = Map.groupBy(group, ({ sources }) => sources.join());
    const fixed = [...bySource.values()].flatMap((findings) => {
        const lists = findings.map(({ package: affected }) => affected.fixedVersions.map((version) => merge_findings_plainVersion(affected, version)));
        const has = (list, version) => list.length === 0 || list.some((each) => compareVersionTexts(each, version) <= 0);
        return lists.flat().filter((version) => lists.every((list) => has(list, version)));
    });
    return [...new Set(fixed)].sort(compareVersionTexts);
}
/** By where it is, then by what it is: the same for the same findings, in whichever order they came. */
function inOrder(findings) {
    if (findings.length < 2)
        return findings;
    return findings
        .map((finding) => ({ finding, key: sortKey(finding) }))
        .sort((a, b) => merge_findings_compareTexts(a.key, b.key) || compareWhole(a.finding, b.finding))
        .map(({ finding }) => finding);
}
/** The character between the parts is lower than any that they have. */
function sortKey({ place, package: affected, kind, id }) {
    const line = String(place.startLine ?? 0).padStart(10, "0");
    return [place.target, place.file, affected?.name ?? "", affected?.version ?? "", id, kind, line].join("\u0000");
}
/** Of findings that are alike in what matters. */
function compareWhole(a, b) {
    return merge_findings_compareTexts(JSON.stringify(a), JSON.stringify(b));
}
function merge_findings_compareTexts(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/identity/identity.js


/**
 * Tells findings of two commits apart:
 *
 * - a flaw of a package by its names and its package: one database says GHSA, the next one CVE; what Trivy calls a
 *   vulnerability RustSec may call unmaintained, and it is the same news;
 * - a version that was yanked with its version, since nobody gets one by accident;
 * - an old system by its family: it stays old in its next version;
 * - a secret by its rule, the name before it and the mark of its line: another value in its place is another secret;
 * - anything else by its rule and what the tool says of where it is.
 */
function identify(findings, folders) {
    const flaws = new Map();
    const byPackage = Map.groupBy(findings.filter(isFlaw), identity_packageKey);
    for (const group of byPackage.values()) {
        for (const [at, same] of groupByFlaw(group).entries()) {
            for (const finding of same)
                flaws.set(finding, at);
        }
    }
    return {
        of: (finding, renames) => JSON.stringify([...identity_placeOf(finding.place, folders, renames), ...subjectOf(finding, flaws.get(finding))]),
    };
}
/** What has several names, and may have one today and another tomorrow. */
function isFlaw({ kind }) {
    return kind === "vulnerability" || kind === "unsound" || kind === "unmaintained" || kind === "notice";
}
function identity_packageKey({ package: affected }) {
    return JSON.stringify([affected?.ecosystem ?? "", affected?.name ?? ""]);
}
function subjectOf(finding, flaw) {
    const { kind, id, detail, mark, package: affected } = finding;
    if (flaw !== undefined)
        return ["flaw", identity_packageKey(finding), flaw];
    if (kind === "yanked")
        return [kind, identity_packageKey(finding), affected?.version ?? ""];
    if (kind === "end-of-life")
        return [kind, id.split(" ", 1)[0]];
    if (kind === "secret")
        return [kind, id, detail ?? "", mark ?? ""];
    return [kind, (kind === "misconfiguration" ? checkName(id) : undefined) ?? id, detail ?? ""];
}
/** A file of the repository is the same whichever target it was found in. */
function identity_placeOf({ target, file }, folders, renames) {
    const folder = folders === undefined ? target : folders.get(target);
    if (folder === undefined)
        return [target, file];
    const path = folder === "." ? file : `${folder}/${file}`;
    return ["", renames.get(path) ?? path];
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/identity/comparison.js

/**
 * What a change brings and what it mends. Findings are the same by what they are of, without versions and lines, and are
 * counted: a second one of the same identity is new. Which of them is the new one is told by what differs least. What
 * several targets find in one file is there once. Work is linear but for the sorting.
 *
 * @param folders the targets that are in the repository, by their names, and where they are from its root (`.` is the root
 *   itself); others are places of their own. Undefined: every target is where its name says.
 */
function compareFindings(base, head, renames = new Map(), folders) {
    const identities = identify([...base, ...head], folders);
    const before = groupBy(base, identities, renames);
    const after = groupBy(head, identities, new Map());
    const known = new Set();
    const fixed = [];
    for (const [identity, findings] of before) {
        const [ofBase, ofHead] = [byTarget(findings), byTarget(after.get(identity) ?? [])];
        for (const found of ofHead)
            for (const finding of pair(comparison_united(ofBase), found).known)
                known.add(finding);
        for (const found of ofBase)
            fixed.push(...pair(found, comparison_united(ofHead)).fixed);
    }
    const all = sorted(head);
    return {
        new: all.filter((finding) => !known.has(finding)).map(unmarked),
        known: all.filter((finding) => known.has(finding)).map(unmarked),
        fixed: sorted(fixed).map(unmarked),
    };
}
/** What was compared is not published. */
function unmarked(finding) {
    if (finding.mark === undefined)
        return finding;
    const { mark: _, ...rest } = finding;
    return rest;
}
function groupBy(findings, identities, renames) {
    return Map.groupBy(sorted(findings), (finding) => identities.of(finding, renames));
}
function byTarget(findings) {
    return [...Map.groupBy(findings, ({ place }) => place.target).values()];
}
/** What several targets found in one file, each once: as many as the one that found most. */
function comparison_united(lists) {
    if (lists.length < 2)
        return lists[0] ?? [];
    const most = new Map();
    for (const list of lists) {
        for (const [key, same] of Map.groupBy(list, exactly)) {
            if (same.length > (most.get(key)?.length ?? 0))
                most.set(key, same);
        }
    }
    return sorted([...most.values()].flat());
}
function exactly({ package: affected, severity, place }) {
    return JSON.stringify([affected?.version, severity, place.startLine]);
}
/** What two findings of one identity may have in common, from most to least. */
const LIKENESSES = [
    exactly,
    ({ package: affected }) => affected?.version ?? "",
    ({ severity }) => severity,
    () => "",
];
/** Which findings of the head are which ones of the base, all of one identity. */
function pair(base, head) {
    const known = [];
    let before = base;
    let after = head;
    for (const likeness of LIKENESSES) {
        if (before.length === 0 || after.length === 0)
            break;
        const left = Map.groupBy(before.toReversed(), likeness);
        const others = [];
        for (const finding of after) {
            const isKnown = left.get(likeness(finding))?.pop() !== undefined;
            (isKnown ? known : others).push(finding);
        }
        before = sorted([...left.values()].flat());
        after = others;
    }
    return { known, fixed: before };
}
/** One order whatever the order of the findings was. */
function sorted(findings) {
    if (findings.length < 2)
        return [...findings];
    return findings
        .map((finding) => ({ finding, key: orderOf(finding) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ finding }) => finding);
}
function orderOf({ kind, id, place, package: affected, detail }) {
    const line = String(place.startLine ?? 0).padStart(9, "0");
    return JSON.stringify([place.target, place.file, line, kind, id, affected?.name, affected?.version, detail]);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/originals.js
/**
 * What findings were made from, found again by what they say: comparing takes away what is only for comparing, and gives
 * other objects.
 */
class Originals {
    #byContent;
    constructor(items, findingOf) {
        this.#byContent = Map.groupBy(items, (item) => originals_contentOf(findingOf(item)));
    }
    /** Each is taken once. */
    take(finding) {
        return this.#byContent.get(originals_contentOf(finding))?.shift();
    }
}
function originals_contentOf(finding) {
    const { kind, id, severity, title, place, detail, package: affected } = finding;
    return JSON.stringify([kind, id, severity, title, place, detail, affected]);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/comments.js

/** @param isTrusted whether the head's comments count although no base has them. */
function compareComments(before, now, isTrusted, compare) {
    const head = now.map(({ finding }) => finding);
    const base = isTrusted ? head : before.map(({ finding }) => finding);
    const { new: added, known, fixed } = compare(base, head);
    const ofHead = new Originals(now, ({ finding }) => finding);
    const ofBase = new Originals(base, (finding) => finding);
    return {
        proposed: added.flatMap((finding) => ofHead.take(finding) ?? []),
        standing: known
            .flatMap((finding) => ofHead.take(finding) ?? [])
            .map((one, at) => ({ ...one, finding: known[at] })),
        gone: fixed.flatMap((finding) => ofBase.take(finding) ?? []),
    };
}
/**
 * Whether comments in the scanned files count although no base has them: what is scanned is no proposal, but stands in
 * the repository already. The same as for ignore files.
 */
function isStanding({ base, policy }) {
    if (base.state === "compared" || base.cause === "no-base")
        return false;
    return base.cause === "no-change" || policy.isChange === false;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/overlaps.js

/**
 * A file that two targets hold, such as `fs:.` and `config:deploy`, is scanned twice. What both report is one finding,
 * and its place is in the inner one, where RustSec's findings are, too. What only one of them reports stays.
 *
 * @param folders the targets in the repository, by their names.
 */
function withoutOverlaps(findings, targets, folders) {
    const areas = targets
        .filter(({ name }) => folders.has(name))
        .map((target) => ({ target, folder: folders.get(target.name), path: external_node_path_.posix.normalize(target.location) }))
        .sort((a, b) => b.path.length - a.path.length);
    if (!areas.some((one) => areas.some((other) => one !== other && isBelow(one.path, other.path))))
        return findings;
    const inInner = (finding) => {
        const { target, file } = finding.place;
        const folder = folders.get(target);
        if (folder === undefined || file === "")
            return { finding, file: undefined };
        const path = external_node_path_.posix.join(folder, file);
        const inner = areas.find((area) => area.path.length > folder.length && looksAt(area.target, finding) && isBelow(path, area.path));
        if (inner === undefined || inner.target.name === target)
            return { finding, file: path };
        const place = { ...finding.place, target: inner.target.name, file: external_node_path_.posix.relative(inner.folder, path) };
        return { finding: { ...finding, place }, file: path };
    };
    const groups = Map.groupBy(findings.map((finding) => ({ from: finding.place.target, ...inInner(finding) })), ({ from, file, finding }) => overlaps_keyOf(finding, file ?? { target: from }));
    return [...groups.values()].flatMap((group) => {
        // A target may have it twice for a reason of its own, so the one that says most is believed.
        const byTarget = [...Map.groupBy(group, ({ from }) => from).values()];
        return byTarget.reduce((most, each) => (each.length > most.length ? each : most)).map(({ finding }) => finding);
    });
}
/** `config` targets know nothing but misconfigurations. */
function looksAt({ kind }, finding) {
    return kind === "fs" || finding.kind === "misconfiguration";
}
/** Whether a path is a folder, or in it. */
function isBelow(path, folder) {
    return folder === "." || path === folder || path.startsWith(`${folder}/`);
}
function overlaps_keyOf({ kind, id, detail, package: affected, place }, where) {
    return JSON.stringify([where, kind, id, detail, affected?.name, affected?.version, place.startLine, place.endLine]);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/scans.js
/** What is known of the head, which may be a part. */
function headScan({ head }) {
    return "scan" in head ? head.scan : head.partial;
}
/** What is known of the base; undefined where it has none, or could not be scanned. */
function baseScan(target) {
    const { base } = target;
    if (base === "none")
        return undefined;
    if (base === "unchanged")
        return headScan(target);
    return "scan" in base ? base.scan : base.partial;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/compare-sides.js






/**
 * What is new, known and fixed, whoever found it: one flaw of one package in one file is one finding. Where there is no
 * base, everything is new.
 *
 * @param folders the targets in the repository, by their names.
 */
function compareSides(facts, folders) {
    const { base, targets, audit } = facts;
    const renames = base.state === "compared" ? base.renames : new Map();
    const heads = targets.flatMap((target) => headScan(target) ?? []);
    const bases = base.state === "compared" ? targets.flatMap((target) => baseScan(target) ?? []) : [];
    const auditBefore = (base.state === "compared" && audit.base?.findings) || [];
    const compare = (before, now) => compareFindings(before, now, renames, folders);
    const byTrivy = (scans, more = []) => {
        const all = [...scans.flatMap(({ findings }) => findings), ...more];
        const names = targets.map(({ target }) => target);
        return withoutOverlaps(all, names, folders);
    };
    const comments = compareComments(setAside(bases), setAside(heads), isStanding(facts), compare);
    const counted = comments.proposed.map(({ finding }) => finding);
    // What was set aside before is not new because its comment is gone.
    const before = [...mergeFindings([...byTrivy(bases), ...auditBefore]), ...comments.gone];
    const comparison = compare(before, mergeFindings([...byTrivy(heads, counted), ...audit.head.findings]));
    const gone = new Originals(comments.gone, (finding) => finding);
    const isTold = fixedIsTold(facts);
    const fixed = comparison.fixed.filter((finding) => gone.take(finding) === undefined && isTold(finding));
    return { comparison: { ...comparison, fixed }, comments };
}
function setAside(scans) {
    return scans.flatMap(({ suppressed }) => suppressed);
}
/** What was not looked at is missing, not fixed. */
function fixedIsTold({ targets, audit }) {
    const failed = new Set(targets.filter(({ head }) => "problem" in head).map(({ target }) => target.name));
    const isAudited = audit.head.problems.length === 0;
    return ({ place, sources }) => !failed.has(place.target) && (isAudited || sources.includes("trivy"));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/headline.js



/** The verdict in words, one line of plain text: a problem first, then what fails, then what else there is. */
function headlineOf(result) {
    const { findings, problems } = result;
    const failing = findings.filter(({ fails }) => fails);
    if (problems.length > 0) {
        const besides = failing.length === 0 ? "" : `; besides, ${failingWords(failing, result)}`;
        return `${brokenWords(problems, result)}${besides}`;
    }
    return failing.length > 0 ? headline_sentence(failingWords(failing, result)) : passingWords(result);
}
function brokenWords(problems, { targets, locks }) {
    const [first, ...others] = problems;
    const more = others.length === 0 ? "" : `, and ${(0,quantity.counted)(others.length, "more problem")}`;
    return `${whatIsMissing(problems, targets, locks)}: ${plain(first.message.replace(/\.\s*$/, ""), MESSAGE_CHARACTERS)}${more}`;
}
function whatIsMissing(problems, targets, locks) {
    if (problems.every(({ cause }) => cause === "unreadable-policy"))
        return "Not judged by all of the policy";
    const isNothing = targets.every(isUnseen) && locks.length === 0;
    return isNothing ? "Nothing was scanned" : "Not everything was scanned";
}
/** What failed may have been scanned in part. */
function isUnseen({ state, scanned }) {
    return state === "failed" && Object.keys(scanned).length === 0;
}
/** `3 new findings fail: 1 critical, 2 high (CVE-2026-1 in serde 1.0.0, and 2 more)`. */
function failingWords(failing, { comparison }) {
    const noun = comparison.state === "compared" ? "new finding" : "finding";
    const severities = SEVERITIES.flatMap((severity) => {
        const number = failing.filter((finding) => finding.severity === severity).length;
        return number === 0 ? [] : [`${(0,quantity.count)(number)} ${severity === "unknown" ? "of unknown severity" : severity}`];
    });
    const more = failing.length === 1 ? "" : `, and ${(0,quantity.count)(failing.length - 1)} more`;
    const verb = failing.length === 1 ? "fails" : "fail";
    return `${(0,quantity.counted)(failing.length, noun)} ${verb}: ${severities.join(", ")} (${headline_subjectOf(failing[0])}${more})`;
}
function passingWords({ counts, comparison, settings }) {
    const [added, known, fixed] = [sum(counts.new), sum(counts.known), sum(counts.fixed)];
    const ofSeverity = reportedWords(settings.severities ?? SEVERITIES);
    if (comparison.state === "none")
        return added === 0 ? `No findings${ofSeverity}` : withoutFailure(added, "finding");
    const first = added === 0 ? `No new findings${ofSeverity}` : withoutFailure(added, "new finding");
    const mended = fixed === 0 ? "" : `${added === 0 ? ", " : "; "}${(0,quantity.count)(fixed)} fixed`;
    return `${first}${mended}${standing(known)}`;
}
/** What is not reported may be there all the same. */
function reportedWords(severities) {
    if (severities.length === SEVERITIES.length)
        return "";
    const last = severities.at(-1);
    return ` of ${severities.length === 1 ? last : `${severities.slice(0, -1).join(", ")} or ${last}`} severity`;
}
function withoutFailure(number, noun) {
    return number === 1 ? `1 ${noun}, which does not fail` : `${(0,quantity.counted)(number, noun)}, none of which fails`;
}
function standing(known) {
    return known === 0 ? "" : known === 1 ? "; 1 known one stands" : `; ${(0,quantity.count)(known)} known ones stand`;
}
const MESSAGE_CHARACTERS = 200;
const NAME_CHARACTERS = 80;
/** What a finding is, and of what. */
function headline_subjectOf({ kind, id, package: affected, place }) {
    const name = plain(id, NAME_CHARACTERS);
    if (kind === "end-of-life")
        return `end of life of ${name}`;
    if (affected !== undefined) {
        const version = `${plain(affected.name, NAME_CHARACTERS)} ${plain(affected.version, NAME_CHARACTERS)}`;
        return kind === "yanked" ? `${version} was ${name}` : `${name} in ${version}`;
    }
    return `${name} in ${plain(place.file || place.target, NAME_CHARACTERS)}`;
}
/** Untrusted text, or a message of ours: without the marks of code, on one line, and not endless. */
function plain(text, characters) {
    const line = (0,report_escape/* revealInvisible */.hR)(text.replaceAll("`", "").replace(/\s+/g, " ").trim());
    return line.length > characters ? `${line.slice(0, characters - 3)}...` : line;
}
function headline_sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function sum(counts) {
    return SEVERITIES.reduce((total, severity) => total + counts[severity], 0);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/fix-command.js
/** What may stand in a command that people copy: a name or version with anything else came from somebody hostile. */
const fix_command_PLAIN = /^[A-Za-z0-9@._/~+-]+$/;
/**
 * The command that fixes a package of Cargo or Go: to the nearest version with the fix that is compatible, else to the
 * nearest. @returns undefined where no version has the fix, or the ecosystem is another
 */
function fixCommand(affected) {
    const { name, ecosystem, version, fixedVersions } = affected;
    const compatible = fixedVersions.find((fixed) => isCompatible(version, fixed));
    const fixed = compatible ?? fixedVersions[0];
    if (fixed === undefined || ![name, version, fixed].every((each) => fix_command_PLAIN.test(each) && !each.startsWith("-"))) {
        return undefined;
    }
    if (ecosystem === "cargo") {
        const command = ["cargo", "update", "-p", `${name}@${version}`, "--precise", fixed];
        return { command, isCompatible: compatible !== undefined };
    }
    if (ecosystem !== "golang")
        return undefined;
    // The standard library comes with the toolchain, whose versions have no `v`.
    const target = name === "stdlib" ? `go@${fixed.replace(/^(?:go|v)/, "")}` : `${name}@v${fixed.replace(/^v/, "")}`;
    // Another major version of a module has another path, so what `go get` can do is compatible.
    return { command: ["go", "get", target], isCompatible: true };
}
/** By SemVer's caret: the first number that is not 0 stays. */
function isCompatible(version, fixed) {
    return reach(version) === reach(fixed);
}
function reach(version) {
    const [, major = "", minor = "", patch = ""] = /^v?([0-9]+)\.([0-9]+)\.([0-9]+)/.exec(version) ?? [];
    if (major !== "0")
        return major;
    return minor === "0" ? `0.0.${patch}` : `0.${minor}`;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/judged-findings.js


/**
 * What is reported, in the order in which people should look: what fails, what is new, the worst, what is attacked,
 * what is likely to be, and then by where it is.
 *
 * @param unknownSeverity what an unknown severity counts as.
 */
function judgedFindings(reported, exploitation, unknownSeverity) {
    return reported
        .map((judged) => judged_findings_describe(judged, exploitation))
        .map((finding) => ({ finding, rank: rankOf(finding, unknownSeverity), key: judged_findings_keyOf(finding) }))
        .sort((a, b) => compareRanks(a.rank, b.rank) || judged_findings_compareTexts(a.key, b.key) || judged_findings_compareWhole(a.finding, b.finding))
        .map(({ finding }) => finding);
}
/** What does not fail, the worst first. @param findingOf what of an item is a finding. */
function worstFirst(items, findingOf) {
    return items
        .map((item) => ({ item, finding: findingOf(item) }))
        .map(({ item, finding }) => ({ item, finding, rank: SEVERITIES.indexOf(finding.severity), key: judged_findings_keyOf(finding) }))
        .sort((a, b) => a.rank - b.rank || judged_findings_compareTexts(a.key, b.key) || judged_findings_compareWhole(a.finding, b.finding))
        .map(({ item }) => item);
}
function judged_findings_describe({ finding, state, fails }, { known, probability }) {
    const names = [finding.id, ...finding.aliases];
    const exploited = names.some((name) => known.has(name));
    const likely = names.flatMap((name) => probability.get(name) ?? []);
    const fix = finding.package === undefined ? undefined : fixCommand(finding.package);
    return {
        ...finding,
        state,
        fails,
        ...(exploited && { exploited }),
        ...(likely.length > 0 && { probability: Math.max(...likely) }),
        ...(fix !== undefined && { fix: fix.command }),
        ...(fix !== undefined && !fix.isCompatible && { breaking: true }),
    };
}
/** Lower comes first. Of two otherwise alike, the one whose severity is known does. */
function rankOf(finding, unknownSeverity) {
    const { fails, state, severity, exploited, probability, score } = finding;
    return [
        fails ? 0 : 1,
        state === "new" ? 0 : 1,
        SEVERITIES.indexOf(severity === "unknown" ? unknownSeverity : severity),
        exploited === true ? 0 : 1,
        -(probability ?? 0),
        -(score ?? 0),
        SEVERITIES.indexOf(severity),
    ];
}
function compareRanks(a, b) {
    const at = a.findIndex((each, index) => each !== b[index]);
    return at === -1 ? 0 : a[at] - b[at];
}
/** By where it is and what it is; the same for the same findings, in whichever order they came. */
function judged_findings_keyOf({ place, package: affected, id }) {
    const line = String(place.startLine ?? 0).padStart(10, "0");
    return [place.target, place.file, affected?.name ?? "", id, line].join("\u0000");
}
/** Of findings that are alike in what matters. */
function judged_findings_compareWhole(a, b) {
    return judged_findings_compareTexts(JSON.stringify(a), JSON.stringify(b));
}
function judged_findings_compareTexts(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/ignored.js



/** What was found and does not count, with whoever says so. */
function suppressedResults({ suppressed }, { standing }) {
    const byEntry = suppressed.map(({ finding, entry }) => ({
        finding,
        entry: entryResult(entry),
        ...why(entry.statement),
    }));
    const byComment = standing.map(({ finding, justification }) => ({ finding, entry: null, ...why(justification) }));
    return worstFirst([...byEntry, ...byComment], ({ finding }) => finding);
}
/**
 * What ignore files and comments say, and what a change says of its own scan.
 *
 * @param folders the targets in the repository, by their names.
 */
function ignoreFilesResult({ entries }, { proposed }, policy, folders) {
    const comments = proposed.flatMap(({ finding: { id, place } }) => {
        const folder = folders.get(place.target);
        const file = folder === undefined ? place.file : external_node_path_.posix.join(folder, place.file);
        // Git has found the comment itself.
        if (policy.proposals.some((proposal) => proposal.includes(`\`${file}\``)))
            return [];
        const line = place.startLine === undefined ? "" : `, line ${place.startLine}`;
        return [`A comment in ${(0,runner_inputs/* quote */.hD)(file)}${line} sets ${(0,runner_inputs/* quote */.hD)(id)} aside; it counts once the base has it.`];
    });
    return {
        from: policy.from,
        proposed: entries.proposed.map(entryResult),
        unused: entries.unused.map(entryResult),
        expired: entries.expired.map(entryResult),
        expiring: entries.expiring.map(entryResult),
        proposals: [...policy.proposals, ...new Set(comments)],
    };
}
function entryResult({ id, file, line, expires }) {
    return { id, file: file ?? "", line, ...(expires !== undefined && { expires }) };
}
function why(statement) {
    return statement === undefined || statement === "" ? {} : { statement };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/problems.js
/** Everything that had nothing to be judged by, of what counts: the head, and the policy. What the base lacks is new. */
function problems_problemsOf({ targets, audit, policy }) {
    const none = targets.length > 0 ? [] : [{ cause: "no-target", message: "There is no target; write one, such as `fs:.`." }];
    return [
        ...none,
        ...targets.flatMap(({ head, target }) => ("problem" in head ? [{ target: target.name, ...head.problem }] : [])),
        ...audit.head.problems,
        ...policy.problems,
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/looked-for.js

const looked_for_KINDS = {
    vuln: "vulnerability",
    misconfig: "misconfiguration",
    secret: "secret",
    license: "license",
};
/** Targets that a scanner looks at. */
const TARGETS = {
    vuln: ["fs", "sbom", "image", "image-archive", "oci-layout"],
    misconfig: ["fs", "config"],
    secret: ["fs", "image", "image-archive", "oci-layout"],
    license: ["fs", "sbom", "image", "image-archive", "oci-layout"],
};
/** What this run has looked for, and where: of an entry about anything else nobody knows whether it is of use. */
function lookedFor(inputs, facts) {
    const targets = facts.targets.map(({ target }) => target);
    const isWhole = problems_problemsOf(facts).length === 0;
    const scanners = inputs.scanners.filter((scanner) => targets.some(({ kind }) => TARGETS[scanner].includes(kind)));
    return {
        lookedFor: isWhole ? scanners.map((scanner) => looked_for_KINDS[scanner]) : [],
        everywhere: targets.some(({ kind, location }) => kind === "fs" && location === "."),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/notes.js



/** What a reader should know to read the result right, a sentence each. What it was made from is said elsewhere. */
function notesOf(inputs, facts) {
    const { base, network, targets } = facts;
    return [
        ...(base.state === "none" && base.cause !== "no-base" ? [`Everything counts as new: ${base.reason}.`] : []),
        ...(base.state === "compared" ? targets.flatMap(baseless) : []),
        ...targets.flatMap(idle),
        ...notAsked(inputs, facts),
        ...(network === "proxy"
            ? ["The network was closed to Trivy by a proxy that leads nowhere: this runner allows nothing better."]
            : []),
    ];
}
/** An image that a change is not compared with anything for. */
function baseless({ target, base }) {
    if (base !== "none")
        return [];
    const advice = target.base === undefined ? "; write `base=` after it to compare it" : "";
    return [`${(0,runner_inputs/* quote */.hD)(target.name)} has no base, so everything in it counts as new${advice}.`];
}
/** Scanners that knew nothing of what is there. */
function idle(target) {
    const scanners = headScan(target)?.idle ?? [];
    if (scanners.length === 0)
        return [];
    const names = scanners.map((scanner) => `\`${scanner}\``).join(" and ");
    const know = scanners.length === 1 ? `scanner ${names} knows` : `scanners ${names} know`;
    return [`In ${(0,runner_inputs/* quote */.hD)(target.target.name)} there is nothing that Trivy's ${know}, so nothing of that was judged.`];
}
/** Sources that would have said more. */
function notAsked({ advisories, scanners }, { audit, targets }) {
    const { locks } = audit.head;
    const ecosystems = new Set(targets.flatMap((target) => headScan(target)?.findings ?? []).map((finding) => finding.package?.ecosystem));
    const looksForFlaws = scanners.includes("vuln");
    return [
        ...(!advisories.rustsec && looksForFlaws && ecosystems.has("cargo")
            ? ["RustSec's database was not asked: `rustsec` is `off`."]
            : []),
        ...(locks.length > 0 && advisories.index === undefined
            ? [`Yanked crates were not looked for in ${(0,quantity.counted)(locks.length, "lock")}: \`crates-index\` is empty.`]
            : []),
        ...(looksForFlaws && ecosystems.has("golang") && advisories.govulncheck.length === 0
            ? ["Whether the program calls what is flawed in Go modules is not known: `govulncheck` names no file."]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/target-folders.js

/** A target of one file, as its name tells: its folder is the one that the file is in. */
const target_folders_FILE = /(?:^(?:Dockerfile|Containerfile)|\.(?:lock|lockfile|mod|sum|json|toml|ya?ml|xml|txt|gradle|tf|hcl))$/;
/**
 * The folders of the repository that are targets, by their names; `.` is its root, and what no target holds is there. An
 * SBOM names files of elsewhere.
 */
function targetFolders(targets) {
    const folders = targets
        .filter(({ kind }) => kind === "fs" || kind === "config")
        .map(({ name, location }) => [name, folderOf(location)]);
    return new Map([[".", "."], ...folders]);
}
function folderOf(location) {
    const path = external_node_path_.posix.normalize(location);
    return target_folders_FILE.test(external_node_path_.posix.basename(path)) ? external_node_path_.posix.dirname(path) : path;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/target-result.js

/** What became of one target. @param folders of the repository, by the names of targets. */
function targetResult(facts, folders) {
    const { target, head } = facts;
    const scan = headScan(facts);
    const folder = folders.get(target.name);
    return {
        name: target.name,
        kind: target.kind,
        ...(folder !== undefined && { location: folder }),
        state: "scan" in head ? "scanned" : "failed",
        base: baseState(facts),
        scanned: { ...scan?.scanned },
        digest: scan?.digest ?? null,
    };
}
function baseState({ base }) {
    if (typeof base === "string")
        return base;
    return "scan" in base ? "scanned" : "failed";
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/judging/warnings.js

/** What makes the result weaker than a reader would think, a sentence each. */
function warningsOf({ base, tool, databases, targets, audit }) {
    const isCompared = base.state === "compared";
    return [
        ...(tool.origin === "installed"
            ? [`Trivy ${tool.version} at ${(0,runner_inputs/* quote */.hD)(tool.path)} was on the runner already, and nobody has verified it.`]
            : []),
        ...(base.state === "none" && base.cause === "no-base"
            ? [`The base cannot be read, so everything counts as new: ${base.reason}.`]
            : []),
        ...(isCompared ? targets.flatMap(unreadBase) : []),
        ...(isCompared ? auditBase(audit) : []),
        ...databases.flatMap(({ warning }) => warning ?? []),
    ];
}
/** A target whose base had to be scanned, and could not be, or not all of it. */
function unreadBase({ target, base }) {
    if (typeof base === "string" || "scan" in base)
        return [];
    const name = (0,runner_inputs/* quote */.hD)(target.name);
    const { message } = base.problem;
    return base.partial === undefined
        ? [`The base of ${name} was not scanned, so everything in it counts as new: ${message}`]
        : [`Not all of the base of ${name} was scanned, and what is only in the rest counts as new: ${message}`];
}
function auditBase({ head, base }) {
    const isAsked = head.locks.length > 0 || head.findings.length > 0;
    if (base === undefined)
        return isAsked ? ["The base's locks were not matched, so what RustSec alone knows counts as new."] : [];
    return base.problems.map(({ message }) => `A lock of the base counts as empty: ${message}`);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/result.js
const RESULT_SCHEMA = "jessy-actions/trivy-scan/v1";

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/evaluate.js













/**
 * The whole decision: what both sides have, merged by the names of each flaw, compared, and judged by the policy. It is
 * broken as soon as anything had nothing to be judged by, whatever was found elsewhere. Pure.
 */
function evaluate(inputs, facts) {
    const { tool, audit, policy, targets, repository } = facts;
    const folders = targetFolders(targets.map(({ target }) => target));
    const { comparison, comments } = compareSides(facts, folders);
    const judgement = judge(comparison, policyOf(inputs, facts, folders));
    const judged = {
        problems: problems_problemsOf(facts),
        comparison: comparisonResult(facts),
        targets: targets.map((target) => targetResult(target, folders)),
        findings: judgedFindings(judgement.reported, facts.exploitation, inputs.unknownSeverity),
        counts: judgement.counts,
        settings: {
            sbom: inputs.sbom,
            category: inputs.category,
            unknownSeverity: inputs.unknownSeverity,
            severities: inputs.severities,
        },
        locks: audit.head.locks.map((lock) => ({ file: lock.file, judged: lock.judged, notJudged: lock.notJudged })),
    };
    const verdict = judged.problems.length > 0 ? "broken" : judged.findings.some(({ fails }) => fails) ? "fail" : "pass";
    return {
        schema: RESULT_SCHEMA,
        verdict,
        fails: verdict !== "pass",
        headline: headlineOf(judged),
        name: inputs.name,
        commit: facts.commit,
        time: facts.now,
        repository: { owner: repository.owner, name: repository.name },
        ...(facts.serverUrl !== undefined && { serverUrl: facts.serverUrl }),
        ref: facts.ref,
        fork: facts.fork,
        tool: { version: tool.version, origin: tool.origin, sha256: tool.sha256 },
        network: facts.network,
        databases: facts.databases.map(databaseResult),
        ...judged,
        fixed: worstFirst(judgement.fixed, (finding) => finding),
        suppressed: suppressedResults(judgement, comments),
        ignoreFiles: ignoreFilesResult(judgement, comments, policy, folders),
        notes: notesOf(inputs, facts),
        warnings: warningsOf(facts),
        upload: null,
        packages: targets.map((target) => ({ target: target.target.name, packages: headScan(target)?.packages ?? [] })),
    };
}
function policyOf(inputs, facts, folders) {
    const { severities, failOn, unknownSeverity, ignoreUnfixed, expiresSoon } = inputs;
    const { ignored, headIgnored } = facts.policy;
    return {
        severities,
        failOn,
        unknownSeverity,
        ignoreUnfixed,
        ignored,
        headIgnored,
        now: facts.now,
        expiresSoon,
        ...lookedFor(inputs, facts),
        placeOf: (place) => {
            const folder = folders.get(place.target);
            return folder === undefined || folder === place.target ? place : { ...place, target: folder };
        },
    };
}
function comparisonResult({ base }) {
    return base.state === "compared"
        ? { state: base.state, base: base.commit, reason: base.reason }
        : { state: base.state, cause: base.cause, reason: base.reason };
}
function databaseResult({ name, version, updatedAt, origin }) {
    return { name, version, updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString(), origin };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/uploading/delivery-sentence.js
const ELSEWHERE = "The job summary has the same findings.";
const SKIPPED = {
    fork: "GitHub takes no analysis from a fork's token, which may only read",
    "merge-queue": "GitHub does not keep analyses of a merge queue's branch; the push to its base uploads the next one",
    "other-commit": "another commit is checked out than the event is about, and its alerts would appear on the wrong branch",
    incomplete: "no target was scanned completely, and a partial analysis would close alerts that still stand",
};
const REFUSED = {
    "code-security-off": "GitHub Code Security is off in this repository. An administrator can turn it on under Settings → Advanced Security; private repositories need a licence. `upload: never` ends this line",
    "not-accessible": "the token may not, or there is none. Give the job `permissions: security-events: write`",
    "not-found": "GitHub does not know this repository, commit or ref by this token",
    "too-large": "the file is too large",
    invalid: "GitHub refused the request",
    unavailable: "GitHub did not answer",
};
const REJECTED = {
    limits: "it is above one of GitHub's limits",
    "duplicate-category": "another analysis of this commit has the same category. Give each step its own `category`",
    "default-setup": "the default setup of code scanning is on, which refuses it",
    invalid: "GitHub finds it invalid",
};
/** Reasons that GitHub's own words explain better than ours. */
const QUOTED = ["not-found", "too-large", "invalid", "unavailable"];
/** What became of the SARIF file: what is missing, and what to do. GitHub's words are plain text. */
function deliverySentence(upload) {
    switch (upload.outcome) {
        case "processed":
            return "GitHub code scanning has this analysis.";
        case "unconfirmed":
            return `GitHub code scanning took the analysis, but did not confirm it: ${delivery_sentence_plain(upload.message)}.`;
        case "skipped":
            return `Not sent to GitHub code scanning: ${SKIPPED[upload.reason]}. ${ELSEWHERE}`;
        case "refused": {
            const words = QUOTED.includes(upload.reason) ? ` (${delivery_sentence_plain(upload.message)})` : "";
            return `Not in GitHub code scanning: ${REFUSED[upload.reason]}${words}. ${ELSEWHERE}`;
        }
        case "rejected": {
            const words = upload.errors.length === 0 ? "" : ` (${delivery_sentence_plain(upload.errors[0])})`;
            return `GitHub code scanning did not process the analysis: ${REJECTED[upload.reason]}${words}. ${ELSEWHERE}`;
        }
    }
}
/** UTF-16 units of what GitHub says. */
const WORDS_MAX = 300;
/** Backticks would be read as ours. */
const delivery_sentence_plain = (text) => text
    .replaceAll("`", "'")
    .replace(/\.\s*$/, "")
    .slice(0, WORDS_MAX)
    .toWellFormed();

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/uploading/after-delivery.js

/**
 * A result that says what became of its upload. With `required`, what GitHub did not take, or did not say that it took,
 * is a problem. Where nothing can be uploaded, it is none: a fork cannot, and a merge queue's push comes next. Pure.
 */
function afterDelivery(result, upload, isRequired) {
    if (!isRequired || !isMissing(upload))
        return { ...result, upload };
    const message = deliverySentence(upload);
    const words = "Not uploaded to GitHub code scanning, which `upload` requires";
    return {
        ...result,
        upload,
        problems: [...result.problems, { cause: "upload-failed", message }],
        headline: result.fails ? `${result.headline}; ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words,
        verdict: "broken",
        fails: true,
    };
}
function isMissing(upload) {
    if (upload.outcome === "processed")
        return false;
    return upload.outcome !== "skipped" || upload.reason === "other-commit" || upload.reason === "incomplete";
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/sarif-delivery.js
/**
 * GitHub says "Code Security must be enabled …", "Advanced Security must be enabled …", "Code Scanning is not enabled"
 * and, of old, "repository not enabled for code scanning".
 */
const OFF = /security must be enabled|code scanning is not enabled|not enabled for code scanning/i;
function refusalReason({ status, message }) {
    if (status === 403)
        return OFF.test(message) ? "code-security-off" : "not-accessible";
    if (status === 401)
        return "not-accessible";
    if (status === 404)
        return "not-found";
    if (status === 413)
        return "too-large";
    return status >= 400 && status < 500 && status !== 429 ? "invalid" : "unavailable";
}
function rejectionReason(errors) {
    const say = (pattern) => errors.some((error) => pattern.test(error));
    if (say(/default setup is enabled/i))
        return "default-setup";
    if (say(/multiple runs with the same category/i))
        return "duplicate-category";
    return say(/^rejecting SARIF, as there are more /i) ? "limits" : "invalid";
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/code-scanning.js




/** What GitHub takes, compressed (docs, "SARIF support for code scanning"). */
const SARIF_MAX_BYTES = 10_000_000;
/** Milliseconds to wait before each look at an upload; the last goes on. */
const LOOKS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Milliseconds that GitHub may take to process a file. codeql-action waits as long. */
const PROCESSING_TIME = 120_000;
/** Milliseconds before the same upload is tried again: GitHub just granted the token, or does not know the commit yet. */
const SECOND_TRY = 3_000;
/** Milliseconds before each further try of what GitHub did not answer. */
const FURTHER_TRIES = [2_000, 8_000];
const receipt = (0,shape.object)({ id: shape.text });
const code_scanning_status = (0,shape.object)({ processing_status: shape.text, errors: (0,shape.optional)((0,shape.list)(shape.text)) });
/**
 * Uploads a SARIF file by the documented API and waits until GitHub has processed it: a file that GitHub cannot use is
 * taken with 202 all the same.
 *
 * @throws nothing that GitHub or a repository's settings cause.
 */
async function deliverSarif(github, upload, uploading) {
    if (upload.fork)
        return { outcome: "skipped", reason: "fork" };
    const { length } = upload.gzip;
    if (length > SARIF_MAX_BYTES)
        return {
            outcome: "refused",
            reason: "too-large",
            message: `the SARIF file has ${length} bytes, compressed; GitHub takes ${SARIF_MAX_BYTES}`,
        };
    const sent = await send(github, upload, uploading);
    return "outcome" in sent ? sent : await processed(github, upload.repository, sent.id, uploading);
}
async function send(github, upload, { log, sleep = wait.wait }) {
    const { repository, commitSha, ref, gzip, toolName, startedAt, checkoutUri, validate } = upload;
    const parameters = {
        owner: repository.owner,
        repo: repository.name,
        commit_sha: commitSha,
        ref,
        sarif: Buffer.from(gzip).toString("base64"),
        tool_name: toolName,
        ...(startedAt !== undefined && { started_at: new Date(startedAt).toISOString() }),
        ...(checkoutUri !== undefined && { checkout_uri: checkoutUri }),
        ...(validate !== undefined && { validate }),
    };
    for (let tried = 1;; tried++) {
        try {
            return await github.request("POST /repos/{owner}/{repo}/code-scanning/sarifs", parameters, receipt);
        }
        catch (error) {
            if (!(error instanceof github_error/* GitHubError */.y))
                throw error;
            const delay = tryAgainAfter(error.status, tried);
            if (delay === undefined)
                return { outcome: "refused", reason: refusalReason(error), message: error.message };
            log.info(`Code scanning: ${error.message}; again in ${delay / 1000} s`);
            await sleep(delay);
        }
    }
}
/**
 * A file that arrives twice does no harm: the second analysis of a category replaces the first. So what GitHub may or
 * may not have taken is sent again.
 *
 * @returns nothing when it would be refused again.
 */
function tryAgainAfter(status, tried) {
    if (status === 401 || status === 403 || status === 404)
        return tried === 1 ? SECOND_TRY : undefined;
    return status === 0 || status >= 500 ? FURTHER_TRIES[tried - 1] : undefined;
}
async function processed(github, { owner, name: repo }, id, { log, sleep = wait.wait, processingTime = PROCESSING_TIME }) {
    let waited = 0;
    for (let look = 0;; look++) {
        const delay = Math.min(LOOKS[look] ?? LOOKS.at(-1), processingTime - waited);
        if (delay <= 0)
            return { outcome: "unconfirmed", id, message: `GitHub did not process it within ${processingTime / 1000} s` };
        await sleep(delay);
        waited += delay;
        const state = await readStatus(github, { owner, repo, sarif_id: id });
        if (state instanceof github_error/* GitHubError */.y)
            return { outcome: "unconfirmed", id, message: state.message };
        log.debug(`Code scanning: ${state.processing_status}`);
        if (state.processing_status === "complete")
            return { outcome: "processed", id };
        if (state.processing_status === "failed") {
            const { errors = [] } = state;
            return { outcome: "rejected", id, reason: rejectionReason(errors), errors };
        }
    }
}
async function readStatus(github, parameters) {
    try {
        return await github.request("GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}", parameters, code_scanning_status);
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y))
            throw error;
        // GitHub does not know its own receipt at once.
        return error.status === 404 ? { processing_status: "pending" } : error;
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/packed-sarif.js




/** Characters that are compressed at a time. */
const BATCH = 1 << 16;
/** How much of what would just fit is tried: the rest shrinks a little less than the whole. */
const MARGIN = 0.95;
/**
 * Compresses a SARIF file, with fewer results until GitHub takes it. Nothing but the compressed file is held.
 *
 * @param write the file with at most so many results of a run, the most important ones first; @param results to begin
 * with.
 * @returns undefined when GitHub would not even take it without results.
 */
async function packSarif(write, results, maxBytes = SARIF_MAX_BYTES) {
    for (let most = results;;) {
        const written = write(most);
        const { bytes, gzip } = await compressed(written.content, maxBytes);
        if (gzip !== undefined)
            return { written, gzip };
        if (most === 0)
            return undefined;
        most = Math.min(most - 1, Math.floor(most * (maxBytes / bytes) * MARGIN));
    }
}
/** @returns how many bytes it would have, and these only within the limit. */
async function compressed(content, maxBytes) {
    const chunks = [];
    let bytes = 0;
    await (0,promises_.pipeline)(external_node_stream_.Readable.from(batches(content)), (0,external_node_zlib_.createGzip)(), async (compression) => {
        for await (const chunk of compression) {
            bytes += chunk.length;
            if (bytes > maxBytes)
                chunks.length = 0;
            else
                chunks.push(chunk);
        }
    });
    return { bytes, gzip: bytes > maxBytes ? undefined : Buffer.concat(chunks) };
}
function* batches(parts) {
    let batch = "";
    for (const part of parts) {
        batch += part;
        if (batch.length < BATCH)
            continue;
        yield Buffer.from(batch);
        batch = "";
    }
    yield Buffer.from(batch);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/limits.js
/**
 * What GitHub takes of a SARIF file (docs, "SARIF support for code scanning"). Above a maximum the whole file is
 * rejected; of what is between, GitHub keeps a part of its own choice (github/docs#38085), so we cut to what it keeps.
 */
const RUNS_MAX = 20;
const RESULTS_MAX = 25_000;
const RESULTS_KEPT = 5_000;
const TAGS_KEPT = 10;
/** UTF-16 units of a rule's descriptions. */
const DESCRIPTION_MAX = 1_024;
/** UTF-16 units of a message, of our own: GitHub states none, and a title may have megabytes. */
const MESSAGE_MAX = 1_024;
/** UTF-16 units of a rule's id, of our own. */
const RULE_ID_MAX = 255;

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/fingerprint.js

/**
 * What tells an alert from others of its rule, however the rest of the file changes: package without its version, place,
 * and of a secret or a misconfiguration its line without the value, or its resource. GitHub takes any text; 16 digits
 * look like the hash of a line that its own action makes, which would need the files.
 *
 * @param uri as in the SARIF file.
 */
function ownFingerprint({ id, package: affected, detail }, uri) {
    const named = affected === undefined ? [] : [affected.ecosystem, affected.name];
    return (0,external_node_crypto_.hash)("sha256", JSON.stringify([id, uri, detail ?? "", ...named])).slice(0, 16);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/location-uri.js
/**
 * Where a finding is, as a URI relative to the repository's root: percent-encoded, never absolute, and the same for all
 * tags and digests of an image. GitHub would open a new alert for every other URI, and block the repository when they
 * become too many.
 */
function locationUri({ target, file }, { kind, roots }) {
    const folder = relativePath(kind === "image" ? imageName(target) : target, roots, "");
    const inside = kind === "image" ? forwardSlashes(file) : relativePath(file, roots, "name");
    const segments = resolved(`${folder}/${inside}`);
    return segments.length === 0 ? "." : segments.map(encoded).join("/");
}
/** Without tag and digest; a port is none. */
function imageName(reference) {
    const [name = ""] = reference.split("@", 1);
    return name.replace(/:[^/:\\]*$/, "");
}
/** @param otherwise what is left of an absolute path below no root: its last name, or nothing. */
function relativePath(path, roots, otherwise) {
    const plain = forwardSlashes(path);
    if (!isAbsolute(plain))
        return plain;
    const root = roots
        .map((one) => forwardSlashes(one).replace(/\/+$/, ""))
        .filter((one) => one !== "" && (plain === one || plain.startsWith(`${one}/`)))
        .sort((a, b) => b.length - a.length)[0];
    if (root !== undefined)
        return plain.slice(root.length + 1);
    return otherwise === "name" ? plain.slice(plain.lastIndexOf("/") + 1) : "";
}
const isAbsolute = (path) => /^(?:\/|[a-z]:(?:\/|$))/i.test(path);
/** Windows' separators. Elsewhere a name may hold a backslash, so a path that has slashes keeps it. */
function forwardSlashes(path) {
    return /^[a-z]:[\\/]|^\\\\/i.test(path) || !path.includes("/") ? path.replaceAll("\\", "/") : path;
}
function resolved(path) {
    const segments = [];
    for (const segment of path.split("/")) {
        if (segment === "..")
            segments.pop();
        else if (segment !== "" && segment !== ".")
            segments.push(segment);
    }
    return segments;
}
/** `@` stays, for the sake of `node_modules/@scope`; a colon in the first segment would make a scheme of it. */
function encoded(segment) {
    return encodeURIComponent(segment.toWellFormed()).replaceAll("%40", "@");
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/sarif-entry.js

const RANK = Object.fromEntries(SEVERITIES.map((severity, rank) => [severity, rank]));
/** Worst first, what is suppressed last; the same order for the same findings, whatever theirs was. */
function compareEntries(a, b) {
    const [of, than] = [a.finding, b.finding];
    return (Number(a.suppressed !== undefined) - Number(b.suppressed !== undefined) ||
        RANK[a.severity] - RANK[b.severity] ||
        (sarif_entry_scoreOf(b) ?? 0) - (sarif_entry_scoreOf(a) ?? 0) ||
        sarif_entry_compareTexts(of.id, than.id) ||
        sarif_entry_compareTexts(a.uri, b.uri) ||
        sarif_entry_compareTexts(of.package?.name, than.package?.name) ||
        sarif_entry_compareTexts(of.package?.version, than.package?.version) ||
        (of.place.startLine ?? 0) - (than.place.startLine ?? 0) ||
        sarif_entry_compareTexts(of.detail, than.detail) ||
        sarif_entry_compareTexts(of.title, than.title));
}
/** A CVSS score; anything else is none. */
function sarif_entry_scoreOf({ finding: { score } }) {
    return score !== undefined && score >= 0 && score <= 10 ? score : undefined;
}
function sarif_entry_compareTexts(a = "", b = "") {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/shortened.js
/** The text, or its beginning with an ellipsis; never more than `max` UTF-16 units, never half a character. */
function shortened(text, max) {
    if (text.length <= max)
        return text;
    const end = max - 1;
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    return `${text.slice(0, isHalf ? end - 1 : end)}…`;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/plain-text.js

/**
 * Untrusted text in a plain text of SARIF, where `[text](target)` would be a link (SARIF 2.1.0, 3.11.6).
 *
 * @param max UTF-16 units.
 */
function plainText(text, max, escapes) {
    // A text of megabytes is cut before it is worked on; what is escaped gets longer, never shorter by much.
    return shortened(escapes.plain(shortened(text, 2 * max)).replaceAll("](", "] ("), max);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/security-severity.js
const security_severity_LEVELS = {
    critical: "error",
    high: "error",
    medium: "warning",
    low: "note",
    unknown: "warning",
};
/**
 * The scores that GitHub reads as a severity (docs, "SARIF support for code scanning": over 9.0, 7.0 to 8.9, 4.0 to
 * 6.9, 0.1 to 3.9), and the one of a finding without a score of its own.
 */
const SCORES = {
    critical: { low: 9.1, high: 10, usual: 9.5 },
    high: { low: 7, high: 8.9, usual: 8 },
    medium: { low: 4, high: 6.9, usual: 5.5 },
    low: { low: 0.1, high: 3.9, usual: 2 },
};
function levelOf(severity) {
    return security_severity_LEVELS[severity];
}
/**
 * The score that makes GitHub show our severity: the finding's own where it lies in that range, else the nearest one
 * that does. A vendor's "low" with a CVSS score of 9.8 stays low.
 *
 * @returns nothing for `unknown`: GitHub then shows the level alone.
 */
function securitySeverity(severity, score) {
    if (severity === "unknown")
        return undefined;
    const { low, high, usual } = SCORES[severity];
    if (score === undefined)
        return usual.toFixed(1);
    return Math.min(high, Math.max(low, Math.round(score * 10) / 10)).toFixed(1);
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/sarif-rule.js





/** What a kind is called where its findings share one rule, or have no title. */
const sarif_rule_KINDS = {
    vulnerability: "Known vulnerability",
    misconfiguration: "Misconfiguration",
    secret: "Secret in a file",
    license: "Licence",
    unmaintained: "Unmaintained package",
    unsound: "Unsound package",
    notice: "Notice about a package",
    yanked: "Yanked version",
    "end-of-life": "Operating system without fixes",
};
/** Kinds whose title speaks of one package, and whose rule must not. */
const NAMED_BY_KIND = ["license", "yanked", "end-of-life"];
/**
 * The rules of a run and which result has which. GitHub reads a severity from the rule, so an id whose findings have
 * several severities becomes several rules: the worst keeps the id, the others add theirs, as in `CVE-2026-1:low`.
 */
class SarifRules {
    #rules = new Map();
    /** @param entries worst first. */
    constructor(entries) {
        const worst = new Map();
        for (const entry of entries) {
            const { ruleId, severity } = entry;
            if (!worst.has(ruleId))
                worst.set(ruleId, severity);
            const key = sarif_rule_keyOf(entry);
            const score = sarif_entry_scoreOf(entry);
            const known = this.#rules.get(key);
            if (known !== undefined)
                known.score = sarif_rule_highest(known.score, score);
            else {
                const id = worst.get(ruleId) === severity ? ruleId : `${ruleId}:${severity}`;
                this.#rules.set(key, { id, index: this.#rules.size, example: entry, score });
            }
        }
    }
    of(entry) {
        return this.#rules.get(sarif_rule_keyOf(entry));
    }
    [Symbol.iterator]() {
        return this.#rules.values();
    }
}
/** A rule as SARIF has it (`reportingDescriptor`). */
function ruleDocument({ id, example, score }, escapes) {
    const { finding, severity } = example;
    const title = ruleTitle(example);
    const plainTitle = plainText(title, DESCRIPTION_MAX, escapes);
    const shown = securitySeverity(severity, score);
    const names = present(...finding.aliases.map((name) => name.trim())).slice(0, TAGS_KEPT);
    const plainNames = names.map((name) => plainText(name, RULE_ID_MAX, escapes));
    const codeNames = names.map((name) => escapes.code(shortened(name, RULE_ID_MAX)));
    const grade = `Severity: ${severity}${shown === undefined || score === undefined ? "" : ` (CVSS ${score.toFixed(1)})`}.`;
    const facts = present(grade, alsoKnownAs(plainNames));
    const url = helpUri(finding);
    // GitHub shows the title above it.
    const paragraphs = present(grade, alsoKnownAs(codeNames), url === undefined
        ? ""
        : `[More about ${escapes.markdown(shortened(finding.id, RULE_ID_MAX))}](${escapes.link(url)})`);
    return {
        id,
        shortDescription: { text: plainTitle },
        fullDescription: { text: shortened(`${sarif_rule_sentence(plainTitle)} ${facts.join(" ")}`, DESCRIPTION_MAX) },
        defaultConfiguration: { level: levelOf(severity) },
        ...(url !== undefined && { helpUri: url }),
        help: { text: facts.join("\n"), markdown: paragraphs.join("\n\n") },
        properties: {
            tags: [
                ...["security", finding.kind, sarif_rule_ecosystemOf(finding)].map((tag) => plainText(tag, RULE_ID_MAX, escapes)),
                ...plainNames,
            ]
                .filter((tag, at, all) => tag !== "" && all.indexOf(tag) === at)
                .slice(0, TAGS_KEPT),
            precision: "high",
            // Without a score GitHub takes the rule for one of quality, which has a word instead.
            ...(shown === undefined ? { "problem.severity": "warning" } : { "security-severity": shown }),
        },
    };
}
/** What an address usually is: nothing in it has to be encoded. */
const PLAIN_URL = /^https:\/\/[a-z0-9.-]+\/[\w./?&=+-]*$/;
/** @returns undefined for what is no address. */
function helpUri({ url }) {
    return url === undefined || PLAIN_URL.test(url) ? url : URL.parse(url)?.href;
}
const alsoKnownAs = (names) => names.length === 0 ? "" : `Also known as ${names.join(", ")}.`;
const sarif_rule_ecosystemOf = ({ package: affected }) => affected?.ecosystem ?? "";
/** Never empty: GitHub rejects a file whose required texts are. */
function titleOf({ finding: { title, id, kind } }) {
    return title.trim() || id.trim() || sarif_rule_KINDS[kind];
}
function ruleTitle(entry) {
    const { kind, id } = entry.finding;
    if (!NAMED_BY_KIND.includes(kind))
        return titleOf(entry);
    return kind === "license" && id.trim() !== "" ? `${sarif_rule_KINDS[kind]}: ${id}` : sarif_rule_KINDS[kind];
}
/** What a finding's rule is called. */
function ruleIdOf({ id, kind }) {
    return shortened(id.trim() || kind, RULE_ID_MAX);
}
function sarif_rule_keyOf({ severity, ruleId }) {
    return `${severity}/${ruleId}`;
}
function sarif_rule_highest(a, b) {
    return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}
const present = (...texts) => texts.filter((text) => text !== "");
const sarif_rule_sentence = (text) => (".!?…".includes(text.slice(-1)) ? text : `${text}.`);

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/sarif-result.js





/** Versions with the fix that a message names. */
const FIXES_SHOWN = 3;
/** A result as SARIF has it. @param fingerprint which GitHub tells alerts apart by. */
function resultDocument(entry, rule, fingerprint, escapes) {
    const { finding, severity, uri, suppressed } = entry;
    return {
        ruleId: rule.id,
        ruleIndex: rule.index,
        level: levelOf(severity),
        message: { text: messageText(entry, escapes) },
        // GitHub uses the first location alone.
        locations: [{ physicalLocation: { artifactLocation: { uri }, region: region(finding.place) } }],
        partialFingerprints: { primaryLocationLineHash: fingerprint },
        ...(suppressed !== undefined && {
            suppressions: [
                {
                    kind: suppressed.kind,
                    status: "accepted",
                    ...(suppressed.justification !== undefined && {
                        justification: plainText(suppressed.justification, MESSAGE_MAX, escapes),
                    }),
                },
            ],
        }),
    };
}
/** GitHub shows the first sentence where there is little room. A secret's own line is never in it. */
function messageText(entry, escapes) {
    const { finding } = entry;
    const { package: affected, kind, detail } = finding;
    const title = shortened(titleOf(entry), MESSAGE_MAX / 2);
    const subject = affected === undefined ? "" : `${affected.name} ${affected.version}`.trim();
    const about = kind === "misconfiguration" && detail !== undefined && detail !== "" ? ` (${detail})` : "";
    const text = `${subject === "" ? "" : `${subject}: `}${title}${about}${fixText(finding)}`;
    return plainText(text, MESSAGE_MAX, escapes);
}
function fixText({ kind, package: affected }) {
    if (affected === undefined || kind === "license" || kind === "end-of-life")
        return "";
    const { fixedVersions } = affected;
    if (fixedVersions.length === 0)
        return kind === "vulnerability" ? ". No fixed version is known." : "";
    return `. Fixed in ${fixedVersions.slice(0, FIXES_SHOWN).join(", ")}.`;
}
/** A finding about a whole file is shown at its first line. */
function region({ startLine, endLine }) {
    const start = sarif_result_isLine(startLine) ? startLine : 1;
    return { startLine: start, startColumn: 1, endLine: sarif_result_isLine(endLine) && endLine > start ? endLine : start };
}
/** Lines are 32-bit numbers where GitHub stores them. */
function sarif_result_isLine(line) {
    return line !== undefined && Number.isInteger(line) && line >= 1 && line < 2 ** 31;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sarif/sarif-log.js






/** A SARIF 2.1.0 file for GitHub code scanning: the worst findings first, within GitHub's limits. */
function sarifLog(runs, options) {
    const most = Math.min(options.results ?? RESULTS_KEPT, RESULTS_MAX);
    const analyses = [...entriesByCategory(runs, options)].map(([category, entries]) => ({
        category,
        entries: entries.sort(compareEntries),
    }));
    const kept = new Set(analyses.length <= RUNS_MAX ? analyses : analyses.toSorted(compareByWorst).slice(0, RUNS_MAX));
    const written = analyses.map((analysis) => ({
        ...analysis,
        kept: kept.has(analysis),
        count: kept.has(analysis) ? Math.min(analysis.entries.length, most) : 0,
    }));
    return {
        content: {
            *[Symbol.iterator]() {
                yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[';
                let separator = "";
                for (const { category, entries, count, kept } of written) {
                    if (!kept)
                        continue;
                    yield separator;
                    yield* runParts(category, entries.slice(0, count), options);
                    separator = ",";
                }
                yield "]}\n";
            },
        },
        cuts: written
            .filter(({ entries, count }) => count < entries.length)
            .map(({ category, entries, count }) => ({
            category,
            written: count,
            leftOut: entries.length - count,
            worstLeftOut: entries[count].severity,
        })),
    };
}
function entriesByCategory(runs, { escapes, roots = [], unknownCountsAs = "unknown" }) {
    const byCategory = new Map();
    for (const { category, kind, findings, suppressed = [] } of runs) {
        const id = categoryId(escapes.plain(category));
        const entries = byCategory.get(id) ?? [];
        byCategory.set(id, entries);
        const uriOf = knownUris((place) => locationUri(place, { kind, roots }));
        const add = (finding, suppression) => entries.push({
            ruleId: ruleIdOf(finding),
            finding,
            severity: finding.severity === "unknown" ? unknownCountsAs : finding.severity,
            uri: uriOf(finding.place),
            ...(suppression !== undefined && { suppressed: suppression }),
        });
        for (const finding of findings)
            add(finding);
        for (const one of suppressed)
            add(one.finding, one);
    }
    return byCategory;
}
/** A lock file has hundreds of findings. */
function knownUris(make) {
    const known = new Map();
    return (place) => {
        const { target, file } = place;
        const files = known.get(target) ?? new Map();
        known.set(target, files);
        const uri = files.get(file) ?? make(place);
        files.set(file, uri);
        return uri;
    };
}
/** GitHub's category is what stands before the last slash. */
function categoryId(category) {
    const name = category.trim().replace(/\/+$/, "");
    return name === "" ? "trivy-scan/" : `${name}/`;
}
/** The run with the worst finding first; one without any last. */
function compareByWorst(a, b) {
    const [worst, other] = [a.entries[0], b.entries[0]];
    if (worst === undefined || other === undefined)
        return Number(worst === undefined) - Number(other === undefined);
    return compareEntries(worst, other);
}
function* runParts(category, entries, options) {
    const { tool, escapes } = options;
    const rules = new SarifRules(entries);
    yield `{"automationDetails":${JSON.stringify({ id: category })},"columnKind":"utf16CodeUnits","tool":{"driver":`;
    yield `${JSON.stringify(tool).slice(0, -1)},"rules":[`;
    let separator = "";
    for (const rule of rules) {
        yield separator + JSON.stringify(ruleDocument(rule, escapes));
        separator = ",";
    }
    yield ']}},"results":[';
    separator = "";
    /** How often a fingerprint of a rule came before: GitHub would take the second for the first. */
    const counts = new Map();
    for (const entry of entries) {
        const rule = rules.of(entry);
        const own = ownFingerprint(entry.finding, entry.uri);
        const key = `${rule.index} ${entry.uri} ${own}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        yield separator + JSON.stringify(resultDocument(entry, rule, `${own}:${count}`, escapes));
        separator = ",";
    }
    yield "]}";
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/outputs/sarif-file.js




/** What GitHub calls the tool; alerts are its own by this name, so it never changes. */
const SARIF_TOOL = "trivy-scan";
/** Characters of a piece of the file. */
const PIECE = 1 << 16;
/** By the findings, which all later stages of a result share: upload and file need it, and it is made once. */
const made = new WeakMap();
/** All that GitHub's alerts are kept by: new and known findings of every target that was scanned whole. */
function sarifOf(result) {
    const { targets, locks, tool, settings, problems } = result;
    const about = JSON.stringify([targets, locks, tool, settings, problems.filter(isOfScan)]);
    const known = made.get(result.findings);
    if (known?.about === about)
        return known.file;
    const file = writeSarif(result, RESULTS_KEPT);
    made.set(result.findings, { about, file });
    return file;
}
/** A failed upload says nothing of what was scanned. */
const isOfScan = ({ cause }) => cause !== "upload-failed";
/** @param results of an analysis that are written, the worst first. */
function writeSarif(result, results) {
    const { whole, held } = analysesOf(result);
    const { content, cuts } = sarifLog(whole, {
        tool: {
            name: SARIF_TOOL,
            version: result.tool.version,
            informationUri: "https://github.com/org/jessy-actions",
        },
        escapes: { plain: report_escape/* escapeTerminal */.en, markdown: report_escape/* escapeMarkdown */.FV, code: report_escape/* codeSpan */.SS, link: report_escape/* linkTarget */.Cm },
        results,
        unknownCountsAs: result.settings.unknownSeverity,
    });
    return {
        content: pieces(content),
        notes: [...(whole.length === 0 ? [] : heldNote(held)), ...cuts.map(cutNote), ...manyNote(whole.length)],
        isEmpty: whole.length === 0,
    };
}
function analysesOf(result) {
    const { targets, findings, problems, locks, settings } = result;
    const byTarget = Map.groupBy(findings, ({ place }) => place.target);
    const named = new Set(targets.map(({ name }) => name));
    // What RustSec says of locks that no target names.
    const unnamed = [...byTarget].filter(([name]) => !named.has(name)).flatMap(([, each]) => each);
    const runs = targets.map((target) => ({
        target,
        run: {
            category: `${settings.category}/${categoryOf(target)}`,
            kind: IN_FILES.includes(target.kind) ? "files" : "image",
            findings: inFolder(byTarget.get(target.name) ?? [], target),
        },
    }));
    const open = problems.filter(isOfScan);
    const isAbout = (name, isFiles) => open.some(({ cause, target }) => (target === undefined ? isFiles || !OF_FILES.includes(cause) : target === name));
    const isWhole = ({ name, kind, state }) => state === "scanned" && !isAbout(name, IN_FILES.includes(kind));
    const ofLocks = unnamed.length === 0 && (locks.length === 0 || named.has("."))
        ? []
        : [{ category: `${settings.category}/locks`, kind: "files", findings: unnamed }];
    return {
        whole: [
            ...runs.filter(({ target }) => isWhole(target)).map(({ run }) => run),
            ...(isAbout("", true) ? [] : ofLocks),
        ],
        held: runs.filter(({ target }) => !isWhole(target)).map(({ target }) => target.name),
    };
}
/** Problems of no target that no image has; any other may be one of each target. */
const OF_FILES = ["unreadable-lock", "unreadable-config"];
const IN_FILES = ["fs", "config", "sbom"];
/** The same from run to run, whatever the tag of an image; a target of the whole repository is called by its kind. */
function categoryOf({ kind, name }) {
    return name === "." ? kind : `${kind}/${name}`;
}
/** Paths of a SARIF file are relative to the repository, whatever a target is called. */
function inFolder(findings, { kind, name, location = name }) {
    if (!IN_FILES.includes(kind) || location === name)
        return findings;
    return findings.map((finding) => ({ ...finding, place: { ...finding.place, target: location } }));
}
function heldNote(held) {
    if (held.length === 0)
        return [];
    const names = held.map((name) => `\`${name.replaceAll("`", "'")}\``).join(", ");
    return [`The SARIF file leaves out ${names}, since a partial analysis would close alerts that still stand.`];
}
function cutNote({ category, written, leftOut, worstLeftOut }) {
    return `The SARIF file has the ${(0,quantity.count)(written)} worst findings of \`${category.replaceAll("`", "'")}\`; ${(0,quantity.count)(leftOut)} do not fit GitHub's limits, the worst of them ${worstLeftOut}.`;
}
function manyNote(runs) {
    if (runs <= RUNS_MAX)
        return [];
    return [`GitHub takes ${RUNS_MAX} analyses at a time, and there are ${runs}: the SARIF file has the worst.`];
}
/** Long pieces: a file of 5,000 results has 20,000 short ones. */
function pieces(parts) {
    const joined = [];
    let piece = "";
    for (const part of parts) {
        piece += part;
        if (piece.length < PIECE)
            continue;
        joined.push(piece);
        piece = "";
    }
    joined.push(piece);
    return joined;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/uploading/upload-place.js
/**
 * Where an analysis belongs, or why it belongs nowhere. The event's ref is true of the event's commit alone: a step that
 * checks out the head of a pull request has another, and on `pull_request_target` the event's ref is the base branch,
 * whose alerts are not the pull request's. Pure.
 */
function uploadPlace({ commit, fork }, { ref, sha, pullRequest }) {
    if (fork)
        return "fork";
    if (ref.startsWith("refs/heads/gh-readonly-queue/"))
        return "merge-queue";
    if (commit !== "" && commit === pullRequest?.headSha)
        return { commitSha: commit, ref: `refs/pull/${pullRequest.number}/head` };
    return commit !== "" && commit === sha ? { commitSha: commit, ref } : "other-commit";
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/uploading/upload-analyses.js





/** Sends the analyses of a result that are whole. @param sleep of tests. */
async function uploadAnalyses(result, token, io, sleep) {
    const place = uploadPlace(result, io.event());
    if (typeof place === "string")
        return { delivery: { outcome: "skipped", reason: place }, notes: [] };
    const file = sarifOf(result);
    if (file.isEmpty)
        return { delivery: { outcome: "skipped", reason: "incomplete" }, notes: [] };
    if (token === "")
        return {
            delivery: { outcome: "refused", reason: "not-accessible", message: "the input `github-token` is empty" },
            notes: [],
        };
    const write = (results) => (results === RESULTS_KEPT ? file : writeSarif(result, results));
    const packed = await packSarif(write, RESULTS_KEPT);
    if (packed === undefined)
        return {
            delivery: { outcome: "refused", reason: "too-large", message: "it has more than 10 MB without any result" },
            notes: [],
        };
    const delivery = await deliverSarif(await io.github(), {
        ...place,
        repository: result.repository,
        gzip: packed.gzip,
        toolName: SARIF_TOOL,
        fork: result.fork,
        startedAt: result.time,
    }, { log: io.log, ...(sleep !== undefined && { sleep }) });
    const isCut = packed.written !== file;
    return {
        delivery,
        notes: isCut ? packed.written.notes.filter((note) => !file.notes.includes(note)).map(ofUpload) : [],
    };
}
/** The file beside the report has more than the upload. */
const ofUpload = (note) => note.replace("The SARIF file has", "The upload, of at most 10 MB, has");

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/execute.js


/** Uploads the SARIF file and waits for it. What was masked is in none of it. */
async function execute(result, { upload, token }, io) {
    if (upload === "never")
        return result;
    const hidden = io.log.redaction.redactData(result);
    const { delivery, notes } = await io.log.group("Code scanning", () => uploadAnalyses(hidden, token, io));
    return afterDelivery({ ...result, notes: [...result.notes, ...notes] }, delivery, upload === "required");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/check-together.js

/** What is right alone and wrong together. */
function checkTogether(reader, inputs) {
    const { targets, scanners, onlyNew, base, upload, token } = inputs;
    for (const { kind, location } of targets) {
        const possible = SCANNERS_OF[kind];
        if (possible === undefined || possible.some((scanner) => scanners.includes(scanner)))
            continue;
        reader.problem("scanners", `lacks what ${(0,runner_inputs/* quote */.hD)(`${kind}:${location}`)} is scanned for: ${possible.map(runner_inputs/* quote */.hD).join(" or ")}; add it, or leave the target out`);
    }
    if (base !== undefined && !onlyNew)
        reader.problem("base", "has an effect only with `only-new: true`; leave one of them out");
    if (upload === "required" && token === "")
        reader.problem("github-token", "is empty, and `upload` is `required`; give it one with `security-events: write`");
}
/** What Trivy can find in a target; undefined: everything. */
const SCANNERS_OF = {
    fs: undefined,
    config: ["misconfig"],
    sbom: ["vuln", "license"],
    image: ["vuln", "secret", "license"],
    "image-archive": ["vuln", "secret", "license"],
    "oci-layout": ["vuln", "secret", "license"],
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-credential.js


/**
 * The login to the registry of the images. Whether an empty user name or password is wrong is for the event to say:
 * secrets are empty in runs that may not have them.
 */
function readCredential(reader, targets) {
    const [username, password] = [reader.string("username"), reader.string("password")];
    if (username === "" && password === "")
        return { credential: undefined, emptyLogin: undefined };
    const registries = [...new Set(targets.flatMap(read_credential_registriesOf))];
    if (registries.length > 1)
        reader.problem(password === "" ? "username" : "password", `is for one registry, and \`targets\` has images of ${registries.map(runner_inputs/* quote */.hD).join(" and ")}; scan those of each in a step of its own`);
    if (username !== "" && password !== "")
        return { credential: { username, password }, emptyLogin: undefined };
    const [missing, given] = username === "" ? ["username", "password"] : ["password", "username"];
    return {
        credential: undefined,
        emptyLogin: {
            problem: `input \`${missing}\` is empty, and \`${given}\` is set; is the secret set in the repository, and spelt like this?`,
            login: `by \`${given}\``,
            found: `\`${missing}\` is empty`,
        },
    };
}
function read_credential_registriesOf({ kind, location, base }) {
    if (kind !== "image")
        return [];
    return [location, ...(base === undefined ? [] : [base])].map((text) => (0,src_reference/* parseReference */.F2)(text).registry);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-durations.js
const MINUTE = 60_000;
const read_durations_DAY = 24 * 60 * MINUTE;
/** Later than any date that somebody means. */
const MOST_DAYS = 3650;
/** GitHub ends a job after six hours. */
const MOST_MINUTES = 350;
/** How old a database may be: more than nothing. */
function readAge(reader, name, fallback) {
    return readBetween(reader, name, fallback, {
        min: MINUTE,
        max: MOST_DAYS * read_durations_DAY,
        words: `\`1m\` to \`${MOST_DAYS}d\``,
    });
}
/** How long before its end an entry is listed; `0s` is never. */
function readNotice(reader) {
    const range = { min: 0, max: MOST_DAYS * read_durations_DAY, words: `\`0s\` to \`${MOST_DAYS}d\`` };
    return readBetween(reader, "expires-soon", 14 * read_durations_DAY, range);
}
/** How long one run of Trivy may take. */
function readTimeout(reader) {
    const range = { min: 1000, max: MOST_MINUTES * MINUTE, words: `\`1s\` to \`${MOST_MINUTES}m\`` };
    return readBetween(reader, "timeout", 10 * MINUTE, range);
}
function readBetween(reader, name, fallback, { min, max, words }) {
    const duration = reader.duration(name, fallback);
    if (duration >= min && duration <= max)
        return duration;
    reader.wrong(name, reader.string(name), `a duration from ${words}`);
    return fallback;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/severity-words.js



/** What other tools call ours. */
const OTHER_NAMES = { moderate: "medium", important: "high", negligible: "low" };
const LIST = `some of ${SEVERITIES.join(", ")}`;
/**
 * Severities between commas and blanks, in any case, or `any` or `none` alone; worst first, each once. A problem is
 * what was found, and what to write.
 */
function severityWords(text) {
    const words = text.split(/[\s,]+/).filter((word) => word !== "");
    const lower = words.map((word) => word.toLowerCase());
    if (words.length === 0)
        return { found: text, expected: `${LIST}, or \`any\` or \`none\`` };
    for (const [at, word] of lower.entries()) {
        if (word === "any" || word === "none") {
            if (words.length > 1)
                return { found: text, expected: `\`${word}\` alone, or leave it out` };
            return { severities: word === "any" ? SEVERITIES : [] };
        }
        if (SEVERITIES.includes(word))
            continue;
        const near = Object.hasOwn(OTHER_NAMES, word) ? OTHER_NAMES[word] : (0,nearest/* nearest */.p)(word, [...SEVERITIES, "any", "none"]);
        return { found: words[at], expected: near === undefined ? LIST : `${(0,runner_inputs/* quote */.hD)(near)} (${LIST})` };
    }
    return { severities: SEVERITIES.filter((severity) => lower.includes(severity)) };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-fail-on.js




const WORST = ["critical", "high"];
/** As action.yml has it. Its keys are all kinds there are. */
const DEFAULT = {
    vulnerability: WORST,
    misconfiguration: WORST,
    secret: SEVERITIES,
    license: WORST,
    "end-of-life": SEVERITIES,
    unmaintained: [],
    unsound: [],
    notice: [],
    yanked: [],
};
const read_fail_on_KINDS = Object.keys(DEFAULT);
/** What other tools, and Trivy's scanners, call our kinds. */
const read_fail_on_OTHER_NAMES = {
    vuln: "vulnerability",
    vulns: "vulnerability",
    vulnerabilities: "vulnerability",
    misconfig: "misconfiguration",
    misconfigs: "misconfiguration",
    misconfigurations: "misconfiguration",
    config: "misconfiguration",
    secrets: "secret",
    licence: "license",
    licenses: "license",
    eol: "end-of-life",
    eosl: "end-of-life",
};
/**
 * Reads `fail-on`: a list for every kind, or `kind=list` lines, where a kind without a line keeps its default: nobody
 * turns a gate off by not mentioning it.
 */
function readFailOn(reader) {
    const lines = reader.list("fail-on");
    if (lines.length === 0)
        return DEFAULT;
    if (!lines.some((line) => /[=:]/.test(line))) {
        const severities = readList(reader, lines.join(","), "");
        return Object.fromEntries(read_fail_on_KINDS.map((kind) => [kind, severities]));
    }
    const failOn = { ...DEFAULT };
    const seen = new Set();
    for (const line of lines) {
        const [, word = "", sign, list = ""] = /^([^=:]*)([=:])(.*)$/s.exec(line) ?? [];
        if (sign === undefined) {
            reader.problem("fail-on", `has the line ${(0,runner_inputs/* quote */.hD)(line)} beside lines of one kind; write \`kind=${line}\``);
            continue;
        }
        const kind = read_fail_on_KINDS.find((each) => each === word.trim());
        if (kind === undefined) {
            reader.problem("fail-on", `has the line ${(0,runner_inputs/* quote */.hD)(line)}; write ${kindAdvice(word.trim())}`);
        }
        else if (sign === ":" || /[=:]/.test(list)) {
            reader.problem("fail-on", `has the line ${(0,runner_inputs/* quote */.hD)(line)}; write one \`kind=list\` a line, such as \`${kind}=high\``);
        }
        else if (seen.has(kind)) {
            reader.problem("fail-on", `has \`${kind}\` twice; keep one line`);
        }
        else {
            seen.add(kind);
            failOn[kind] = readList(reader, list, `${kind}=`);
        }
    }
    return failOn;
}
function readList(reader, text, head) {
    const read = severityWords(text);
    if ("severities" in read)
        return read.severities;
    const found = read.found === text ? `${head}${text.trim()}` : read.found;
    reader.problem("fail-on", `has ${(0,runner_inputs/* quote */.hD)(found)}; write ${read.expected}`);
    return [];
}
function kindAdvice(word) {
    const lower = word.toLowerCase();
    const near = Object.hasOwn(read_fail_on_OTHER_NAMES, lower) ? read_fail_on_OTHER_NAMES[lower] : (0,nearest/* nearest */.p)(lower, read_fail_on_KINDS);
    return near === undefined ? `one of ${read_fail_on_KINDS.join(", ")} before the \`=\`` : `\`${near}=…\``;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/targets/workspace-path.js


/** Longer than any that Linux opens. */
const workspace_path_MAX_PATH_CHARACTERS = 4096;
/**
 * A path in the workspace, relative to it, in its shortest form. One that begins with `-` gets `./`, so that no program
 * takes it for an option. A problem is the end of a sentence about the path, and says what to write.
 */
function readWorkspacePath(text) {
    const read = readPath(text);
    if ("problem" in read)
        return read;
    const { path } = read;
    if (/^(?:\/|\\|[A-Za-z]:[\\/])/.test(path))
        return { problem: "is absolute; write a path relative to the workspace, such as `services/api`" };
    if (path.includes("\\"))
        return { problem: `has a backslash; write ${(0,runner_inputs/* quote */.hD)(path.replaceAll("\\", "/"))}` };
    const normal = external_node_path_.posix.normalize(path).replace(/\/$/, "");
    if (normal === ".." || normal.startsWith("../"))
        return { problem: "leads out of the workspace; write a path inside it, without `..`" };
    return { path: normal.startsWith("-") ? `./${normal}` : normal };
}
/** A path anywhere on this machine, as it is written, but that one which begins with `-` gets `./`. */
function readPath(text) {
    if (text === "")
        return { problem: "is empty; write a path, such as `.`" };
    if (/\p{Cc}/u.test(text))
        return { problem: "has a control character; write a path without it" };
    if (text.length > workspace_path_MAX_PATH_CHARACTERS)
        return { problem: `has ${text.length} characters; a path has at most ${workspace_path_MAX_PATH_CHARACTERS}` };
    if (/^~(?:\/|$)/.test(text))
        return { problem: "begins with `~`, which only a shell expands; write the whole path" };
    return { path: text.startsWith("-") ? `./${text}` : text };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-paths.js


/** A file or folder anywhere on this machine; relative ones are relative to the workspace. Undefined: the input is empty. */
function readAnyPath(reader, name) {
    const text = reader.optional(name);
    if (text === undefined)
        return undefined;
    const read = readPath(text);
    if ("path" in read)
        return read.path;
    reader.problem(name, `is ${(0,runner_inputs/* quote */.hD)(text)}, which ${read.problem}`);
    return undefined;
}
/** Files of the repository, one a line, each once. */
function readRepositoryPaths(reader, name, fallback) {
    const lines = reader.list(name);
    return lines.length === 0 ? fallback : unique(readAll(reader, name, lines));
}
/** What a scan leaves out: paths in the target, one a line, also as globs. One that leaves out everything is wrong. */
function readSkipped(reader, name) {
    return unique(readAll(reader, name, reader.list(name)).filter((path) => {
        const isAll = /^(?:\.|\*{1,2}|\*\*\/\*{1,2})$/.test(path);
        if (isAll)
            reader.problem(name, `has ${(0,runner_inputs/* quote */.hD)(path)}, which leaves nothing to scan; write a path inside the target`);
        return !isAll;
    }));
}
function readAll(reader, name, lines) {
    return lines.flatMap((line) => {
        const read = readWorkspacePath(line);
        if ("path" in read)
            return [read.path];
        reader.problem(name, `has ${(0,runner_inputs/* quote */.hD)(line)}, which ${read.problem}`);
        return [];
    });
}
function unique(paths) {
    return [...new Set(paths)];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-address.js
/** `https:`, or `http:` on this machine. An address with a user name or password is wrong, and never shown. */
function readAddress(reader, name, text, example) {
    const url = URL.canParse(text) && !/[\s\p{Cc}]/u.test(text) ? new URL(text) : undefined;
    if (url !== undefined && (url.username !== "" || url.password !== ""))
        reader.problem(name, `has a user name or password in its address; write it without, such as ${example}`);
    else if (url === undefined || !isTrusted(url))
        reader.wrong(name, text, `an address with \`https://\`, such as ${example}`);
    else
        return text;
    return undefined;
}
function isTrusted({ protocol, hostname }) {
    return protocol === "https:" || (protocol === "http:" && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-sources.js






const read_sources_DAY = 24 * 60 * 60 * 1000;
const REPOSITORIES = ["mirror.gcr.io/aquasec/trivy-db:2", "ghcr.io/aquasecurity/trivy-db:2"];
const JAVA_REPOSITORIES = ["mirror.gcr.io/aquasec/trivy-java-db:1", "ghcr.io/aquasecurity/trivy-java-db:1"];
function readDatabase(reader, cache) {
    return {
        repositories: readRepositories(reader, "db-repositories", REPOSITORIES),
        javaRepositories: readRepositories(reader, "java-db-repositories", JAVA_REPOSITORIES),
        maxAge: readAge(reader, "db-max-age", 3 * read_sources_DAY),
        folder: readAnyPath(reader, "db-folder"),
        cache,
    };
}
function readAdvisories(reader, cache) {
    const rustsec = reader.enumeration("rustsec", ["auto", "off"], "auto") === "auto";
    const [commit, folder, index] = [readCommit(reader), readAnyPath(reader, "rustsec-folder"), readIndex(reader)];
    const useless = "has an effect only with `rustsec: auto`; leave it out";
    if (!rustsec) {
        if (commit !== undefined)
            reader.problem("rustsec-commit", useless);
        if (folder !== undefined)
            reader.problem("rustsec-folder", useless);
        if (index !== undefined)
            reader.problem("crates-index", useless);
    }
    else if (commit !== undefined && folder !== undefined)
        reader.problem("rustsec-commit", "is for what is downloaded, and `rustsec-folder` is there already; keep one");
    return {
        rustsec,
        commit,
        folder,
        maxAge: readAge(reader, "rustsec-max-age", 14 * read_sources_DAY),
        index,
        govulncheck: reader.globs("govulncheck"),
        cache,
    };
}
function readRepositories(reader, name, fallback) {
    const lines = reader.list(name);
    if (lines.length === 0)
        return fallback;
    for (const line of lines) {
        try {
            const { tag, digest } = (0,src_reference/* parseReference */.F2)(line);
            if (tag === undefined && digest === undefined)
                reader.problem(name, `has ${(0,runner_inputs/* quote */.hD)(line)}, without a tag or digest; write ${(0,runner_inputs/* quote */.hD)(`${line}:${fallback[0].split(":")[1]}`)}`);
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            reader.problem(name, `has a line that cannot be used: ${error.message}`);
        }
    }
    return [...new Set(lines)];
}
function readCommit(reader) {
    const commit = reader.optional("rustsec-commit");
    if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit))
        reader.wrong("rustsec-commit", commit, "a whole commit id of 40 hexadecimal digits, in lower case");
    return commit;
}
function readIndex(reader) {
    const text = reader.optional("crates-index");
    if (text === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return readAnyPath(reader, "crates-index");
    // Cargo's own configuration has it.
    if (text.startsWith("sparse+")) {
        reader.wrong("crates-index", text, `it without \`sparse+\`: ${(0,runner_inputs/* quote */.hD)(text.slice("sparse+".length))}`);
        return undefined;
    }
    return readAddress(reader, "crates-index", text, "`https://index.crates.io`");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs/read-tool.js



const read_tool_VERSION = "0.74.0";
function readTool(reader, cache) {
    const installed = readAnyPath(reader, "trivy-path");
    const sha256 = readDigest(reader);
    const url = readUrl(reader);
    if (installed !== undefined) {
        if (sha256 !== undefined)
            reader.problem("trivy-sha256", "is for a Trivy that is downloaded, and `trivy-path` names another; keep one");
        if (url !== undefined)
            reader.problem("trivy-url", "is for a Trivy that is downloaded, and `trivy-path` names another; keep one");
    }
    return { version: readVersion(reader), sha256, installed, url, cache };
}
/** A version is a part of addresses and of file names: nothing but a version may stand here. */
function readVersion(reader) {
    const text = reader.string("trivy-version") || read_tool_VERSION;
    const version = text.replace(/^v(?=\d)/, "");
    if (/^\d{1,5}\.\d{1,5}\.\d{1,5}(?:[-+][\w.+-]{1,40})?$/.test(version))
        return version;
    if (/^latest$/i.test(text))
        reader.problem("trivy-version", `is \`${text}\`, which is another program from day to day; write a version, such as \`${read_tool_VERSION}\``);
    else
        reader.wrong("trivy-version", text, `a whole version, such as \`${read_tool_VERSION}\``);
    return read_tool_VERSION;
}
function readDigest(reader) {
    const text = reader.optional("trivy-sha256");
    if (text === undefined)
        return undefined;
    const digest = text.toLowerCase().replace(/^sha256:/, "");
    if (!/^[0-9a-f]{64}$/.test(digest))
        reader.wrong("trivy-sha256", text, "64 hexadecimal digits, the SHA-256 of the archive");
    return digest;
}
function readUrl(reader) {
    const text = reader.optional("trivy-url");
    if (text === undefined)
        return undefined;
    const example = "`https://mirror.example.com/trivy/v{version}/{asset}`";
    const other = [...text.matchAll(/\{([^{}]*)\}/g)].find(([, name]) => name !== "version" && name !== "asset");
    if (other !== undefined)
        reader.problem("trivy-url", `has ${(0,runner_inputs/* quote */.hD)(other[0])}; write \`{version}\` and \`{asset}\` only, as in ${example}`);
    else if (!text.includes("{asset}"))
        reader.wrong("trivy-url", text, `an address with \`{asset}\`, such as ${example}`);
    else
        return readAddress(reader, "trivy-url", text, example);
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/targets/kind-advice.js






/** What other tools call our kinds. */
const kind_advice_OTHER_NAMES = {
    filesystem: "fs",
    folder: "fs",
    dir: "fs",
    directory: "fs",
    path: "fs",
    repo: "fs",
    repository: "fs",
    rootfs: "fs",
    conf: "config",
    iac: "config",
    misconfig: "config",
    docker: "image",
    container: "image",
    archive: "image-archive",
    tar: "image-archive",
    tarball: "image-archive",
    "docker-archive": "image-archive",
    oci: "oci-layout",
    "oci-dir": "oci-layout",
    bom: "sbom",
    cyclonedx: "sbom",
    spdx: "sbom",
};
const EXAMPLE = {
    fs: ".",
    config: "deploy",
    sbom: "bom.json",
    image: "ghcr.io/acme/api:1.2.3",
    "image-archive": "api.tar",
    "oci-layout": "image",
};
/** What to write for the beginning of a line that has no kind, or one that is not known. */
function kind_advice_kindAdvice(text) {
    const [, word, rest = ""] = /^([^:]*):\s*(.*)$/s.exec(text) ?? [];
    const kind = kindNear(word ?? text);
    if (kind !== undefined && word !== undefined)
        return `${(0,runner_inputs/* quote */.hD)(word)} is not a kind of target; write ${(0,runner_inputs/* quote */.hD)(`${kind}:${rest || EXAMPLE[kind]}`)}`;
    if (TARGET_KINDS.some((each) => each === text))
        return `it has no location; write ${(0,runner_inputs/* quote */.hD)(`${text}:${EXAMPLE[kind]}`)}`;
    return `it does not say what it is; write ${kind_advice_forms(text)}`;
}
function kindNear(word) {
    const lower = word.trim().toLowerCase();
    const other = Object.hasOwn(kind_advice_OTHER_NAMES, lower) ? kind_advice_OTHER_NAMES[lower] : undefined;
    return (other ?? (0,nearest/* nearest */.p)(lower, TARGET_KINDS) ?? TARGET_KINDS.find((kind) => kind === lower));
}
/** The forms that a bare location may be meant in. */
function kind_advice_forms(text) {
    if (/\.(?:tar|tgz|tar\.gz)$/i.test(text))
        return (0,runner_inputs/* quote */.hD)(`image-archive:${text}`);
    if (/(?:bom|cdx|spdx)(?:\.json|\.xml)?$/i.test(text))
        return (0,runner_inputs/* quote */.hD)(`sbom:${text}`);
    if (!isReference(text))
        return `one of ${TARGET_KINDS.map((kind) => `\`${kind}:…\``).join(", ")}, such as ${(0,runner_inputs/* quote */.hD)(`fs:${isPlain(text) ? text : "."}`)}`;
    const isImage = /[:@]/.test(text) || /^[^/]*\.[^/]*\//.test(text);
    return isImage
        ? (0,runner_inputs/* quote */.hD)(`image:${text}`)
        : `${(0,runner_inputs/* quote */.hD)(`fs:${text}`)} for a folder, or ${(0,runner_inputs/* quote */.hD)(`image:${text}`)} for an image`;
}
function isPlain(text) {
    return /^[\w./-]+$/.test(text) && "path" in readWorkspacePath(text);
}
function isReference(text) {
    try {
        (0,src_reference/* parseReference */.F2)(text);
        return true;
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/targets/target-parts.js
/**
 * A line of `targets` in its parts, which commas separate. Quotes around a part, or around what follows its first `:` or
 * `=`, keep commas in it. After a blank, `#` begins a comment.
 *
 * @returns undefined for a quote that is never closed
 */
function targetParts(line) {
    const parts = [];
    let part = "";
    /** Where a quote opens: at the beginning, and once more after the first `:` or `=`. */
    let [mayOpen, hasHead, open] = [true, false, ""];
    for (const character of line) {
        if (character === open)
            open = "";
        else if (open !== "")
            part += character;
        else if (mayOpen && (character === '"' || character === "'"))
            [mayOpen, open] = [false, character];
        else if (character === "#" && (part === "" || part.at(-1).trim() === ""))
            break;
        else if (character === ",") {
            parts.push(part.trim());
            [part, mayOpen, hasHead] = ["", true, false];
        }
        else {
            part += character;
            const isHead = !hasHead && (character === ":" || character === "=");
            hasHead ||= isHead;
            mayOpen = isHead || (mayOpen && character.trim() === "");
        }
    }
    return open === "" ? [...parts, part.trim()] : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/targets/read-targets.js








/** Each is a run of Trivy, or two. */
const MAX_TARGETS = 50;
const MAX_NAME_CHARACTERS = 100;
const ATTRIBUTES = ["name", "base"];
const WHOLE_REPOSITORY = { kind: "fs", location: ".", name: "." };
/**
 * Reads the input `targets`: `kind:location[,name=…][,base=…]`, one a line; comments and blank lines as in `list`. Every
 * line that cannot be used is a problem of its own.
 */
function readTargets(reader) {
    const lines = reader
        .string("targets")
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
    if (reader.string("targets") !== "" && lines.length === 0)
        reader.problem("targets", "has only comments; write, for example, `fs:.`");
    if (lines.length === 0)
        return [WHOLE_REPOSITORY];
    if (lines.length > MAX_TARGETS) {
        reader.problem("targets", `has ${lines.length} lines; write at most ${MAX_TARGETS}, and the rest in another step`);
        return [WHOLE_REPOSITORY];
    }
    const targets = lines.flatMap((line) => {
        const read = parseTarget(line);
        if (typeof read !== "string")
            return [read];
        reader.problem("targets", `has the line ${(0,runner_inputs/* quote */.hD)(line)}: ${read}`);
        return [];
    });
    for (const [name, same] of Map.groupBy(targets, (target) => target.name)) {
        if (same.length === 1)
            continue;
        const which = same.map(({ kind, location }) => (0,runner_inputs/* quote */.hD)(`${kind}:${location}`)).join(" and ");
        reader.problem("targets", `calls ${which} ${(0,runner_inputs/* quote */.hD)(name)}; give each a name of its own: write \`,name=…\` after one`);
    }
    return targets;
}
/** @returns a string that says what is wrong with the line, and what to write. */
function parseTarget(line) {
    const parts = targetParts(line);
    if (parts === undefined)
        return "a quote is never closed; put one before and one after the path";
    const [first = "", ...rest] = parts;
    const [, word, location = ""] = /^([^:]*):\s*(.*)$/s.exec(first) ?? [];
    const kind = TARGET_KINDS.find((each) => each === word);
    if (kind === undefined)
        return kind_advice_kindAdvice(first);
    const attributes = readAttributes(rest, first);
    if (typeof attributes === "string")
        return attributes;
    if (/,\s*(?:name|base)=/.test(location))
        return `the quotes hold more than the path; write ${(0,runner_inputs/* quote */.hD)(`"${kind}:PATH",name=…`)}`;
    return kind === "image" ? imageTarget(location, attributes) : fileTarget(kind, location, attributes);
}
function readAttributes(parts, first) {
    const attributes = {};
    for (const part of parts) {
        const [, word = "", value = ""] = /^([A-Za-z-]+)\s*=\s*(.*)$/s.exec(part) ?? [];
        if (word === "")
            return `${(0,runner_inputs/* quote */.hD)(part)} after the comma is not \`name=…\` or \`base=…\`; write ${(0,runner_inputs/* quote */.hD)(`"${first},${part}"`)} for a path with a comma`;
        const attribute = ATTRIBUTES.find((each) => each === word);
        if (attribute === undefined) {
            const near = (0,nearest/* nearest */.p)(word, ATTRIBUTES);
            return `there is no ${(0,runner_inputs/* quote */.hD)(`${word}=`)}; write ${near === undefined ? "`name=` or `base=`" : `\`${near}=\``}`;
        }
        if (attributes[attribute] !== undefined)
            return `\`${attribute}=\` is there twice; keep one`;
        if (value === "")
            return `\`${attribute}=\` is empty; write a value, or leave it out`;
        attributes[attribute] = value;
    }
    return attributes;
}
function fileTarget(kind, location, attributes) {
    const read = readWorkspacePath(location);
    if ("problem" in read)
        return `the path ${read.problem}`;
    if (attributes.base === undefined)
        return named({ kind, location: read.path, name: read.path }, attributes);
    if (IN_REPOSITORY.includes(kind))
        return `\`base=\` is for images; a \`${kind}\` target is compared with the commit that the input \`base\` says`;
    const base = readWorkspacePath(attributes.base);
    if ("problem" in base)
        return `the path in \`base=\` ${base.problem}`;
    if (base.path === read.path)
        return "`base=` is the target itself; write what the change is compared with";
    return named({ kind, location: read.path, name: read.path, base: base.path }, attributes);
}
function imageTarget(location, attributes) {
    try {
        const reference = (0,src_reference/* parseReference */.F2)(location);
        const { registry, repository } = reference;
        const base = attributes.base === undefined ? undefined : (0,src_reference/* parseReference */.F2)(attributes.base);
        if (base !== undefined && (0,src_reference/* printReference */.nt)(base) === (0,src_reference/* printReference */.nt)(reference))
            return "`base=` is the image itself; write the one that the change is compared with";
        const name = (0,src_reference/* familiarReference */.ZD)({ registry, repository });
        return named({ kind: "image", location, name, ...(base !== undefined && { base: attributes.base }) }, attributes);
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return error.message;
        throw error;
    }
}
function named(target, { name }) {
    if (name === undefined)
        return target;
    if (name.length > MAX_NAME_CHARACTERS)
        return `the name has ${name.length} characters; write at most ${MAX_NAME_CHARACTERS}`;
    if (name === "." && target.location !== ".")
        return "the name `.` is the whole repository's; write another";
    if (/\p{C}/u.test(name))
        return "the name has a character that is not seen; write it without";
    return { ...target, name };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/inputs.js











const SCANNERS = ["vuln", "secret", "misconfig", "license"];
function readInputs(reader) {
    const targets = readTargets(reader);
    const cache = reader.boolean("cache", true);
    const name = reader.string("name");
    const inputs = {
        name,
        token: reader.string("github-token"),
        targets,
        scanners: reader.words("scanners", SCANNERS) ?? ["vuln", "secret", "misconfig"],
        severities: readSeverities(reader),
        failOn: readFailOn(reader),
        unknownSeverity: reader.enumeration("unknown-severity", SEVERITIES, "high"),
        ignoreUnfixed: reader.boolean("ignore-unfixed", false),
        ignoreFiles: readRepositoryPaths(reader, "ignore-files", [".trivyignore", ".trivyignore.yaml"]),
        expiresSoon: readNotice(reader),
        onlyNew: reader.boolean("only-new", true),
        base: readBase(reader),
        tool: readTool(reader, cache),
        database: readDatabase(reader, cache),
        advisories: readAdvisories(reader, cache),
        exploitation: { known: readAnyPath(reader, "exploited"), probability: readAnyPath(reader, "epss") },
        timeout: readTimeout(reader),
        skipFolders: readSkipped(reader, "skip-dirs"),
        skipFiles: readSkipped(reader, "skip-files"),
        ...readCredential(reader, targets),
        upload: reader.enumeration("upload", ["auto", "required", "never"], "auto"),
        category: readCategory(reader, name),
        comment: reader.boolean("comment", true),
        annotations: reader.boolean("annotations", true),
        sbom: reader.enumeration("sbom", ["none", "cyclonedx", "spdx"], "none"),
    };
    checkTogether(reader, inputs);
    return Object.freeze(inputs);
}
/** What is reported. What fails is reported whatever stands here. */
function readSeverities(reader) {
    const text = reader.list("severity").join(",");
    if (text === "")
        return SEVERITIES;
    const read = severityWords(text);
    if (!("severities" in read))
        reader.problem("severity", `has ${(0,runner_inputs/* quote */.hD)(read.found)}; write ${read.expected}`);
    else if (read.severities.length > 0)
        return read.severities;
    else
        reader.problem("severity", "is `none`, and what is not reported cannot be judged; write, for example, `critical,high`");
    return SEVERITIES;
}
/** A branch, a tag or a commit; `..` and the like would mean something else to git. */
function readBase(reader) {
    const base = reader.optional("base");
    if (base !== undefined && !/^(?!-)(?!.*(?:\.\.|@\{))[^\s\p{Cc}~^:?*[\\]{1,250}$/u.test(base))
        reader.wrong("base", base, "a branch, a tag or a commit, such as `origin/main`");
    return base;
}
/** GitHub takes 255 characters for a name. */
const MAX_CATEGORY_CHARACTERS = 200;
function readCategory(reader, name) {
    const text = reader.optional("category");
    const plain = name
        .replace(/[\s\p{C}]+/gu, " ")
        .trim()
        .slice(0, 100);
    if (text === undefined)
        return plain === "" ? "trivy-scan" : `trivy-scan/${plain}`;
    if (text.length > MAX_CATEGORY_CHARACTERS || /\p{C}/u.test(text) || !/[^/\s]/.test(text))
        reader.wrong("category", text, `one line of at most ${MAX_CATEGORY_CHARACTERS} characters, such as \`trivy-scan/api\``);
    return text;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/post.js




/** What a scan of one target works in: its reports, the layers of its image, a registry's credentials. */
const WORK = /^scan-/;
/**
 * Removes the base's files, and what a scan that was cancelled or killed left: images and credentials. The reports stay
 * for the steps after this one.
 */
const post = {
    state: state/* gateState */.Zl,
    async run({ gate }, io) {
        const folder = io.temporary(gate);
        removeFolder(baseFolder(folder));
        const entries = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
        for (const name of entries.filter((name) => WORK.test(name)))
            removeFolder((0,external_node_path_.join)(folder, name));
        // A checkout that was cut short is one that the clone remembers.
        await (await io.git()).pruneWorktrees();
    },
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/place.js
/** `https://github.com/org/app`. */
function repositoryUrl({ serverUrl = "https://github.com", repository }) {
    return `${serverUrl}/${repository.owner}/${repository.name}`;
}
/** The path in the repository of the file that a finding is in; undefined for what is in an image, an SBOM or no file. */
function repositoryPath({ targets }, { target, file }) {
    if (file === "")
        return undefined;
    const scanned = targets.find(({ name }) => name === target);
    // What no target names was found in the repository itself.
    if (scanned === undefined)
        return file;
    if (scanned.kind !== "fs" && scanned.kind !== "config")
        return undefined;
    return [...(scanned.location ?? scanned.name).split("/"), ...file.split("/")]
        .filter((part) => part !== "" && part !== ".")
        .join("/");
}
/** The file and its line, with a link to it where GitHub has it. */
function placeLine(result, place) {
    const path = repositoryPath(result, place);
    if (path === undefined) {
        const inside = place.file === "" ? [] : [" ", { code: place.file }];
        return [{ code: place.target }, ...inside];
    }
    const { startLine, endLine = startLine } = place;
    const shown = { code: startLine === undefined ? path : `${path}:${startLine}` };
    if (!/^[0-9a-f]{40,64}$/.test(result.commit))
        return [shown];
    const lines = startLine === undefined ? "" : endLine === startLine ? `#L${startLine}` : `#L${startLine}-L${endLine}`;
    const file = path.split("/").map((part) => encodeURIComponent(part.toWellFormed()));
    return [{ link: { text: shown, href: `${repositoryUrl(result)}/blob/${result.commit}/${file.join("/")}${lines}` } }];
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/problems.js


/** Each cause in words, for headings and annotations. */
const CAUSES = {
    "no-target": "no such target",
    "nothing-scanned": "nothing scanned",
    "tool-failed": "Trivy failed",
    timeout: "timed out",
    "out-of-memory": "out of memory",
    "disk-full": "disk full",
    "unreadable-report": "unreadable report",
    "unreadable-lock": "unreadable lock file",
    "unreadable-config": "unreadable configuration",
    "unreadable-database": "unreadable database",
    "unreadable-policy": "unreadable ignore file",
    "upload-failed": "not uploaded",
};
/** What could not be judged, first of all: no number below speaks for it. */
function problemList({ problems }) {
    if (problems.length === 0)
        return [];
    const items = problems.map(({ cause, message, target }) => [
        { strong: `${mark/* MARK */.M.broken} ${CAUSES[cause]}` },
        ...(target === undefined ? [] : [", ", { code: target }]),
        ": ",
        ...(0,prose/* prose */.C)(message),
    ]);
    return [{ kind: "list", items, noun: "problems" }];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/outputs/annotations.js





/** UTF-16 units of a title. */
const TITLE_MAX = 300;
/** Above every finding: that something was not scanned says more than what was found elsewhere. */
const PROBLEM_IMPORTANCE = 1_000;
/** New ones come before all others, whatever their severity. */
const NEW_IMPORTANCE = 100;
const SEVERITY_IMPORTANCE = 10;
const EXPLOITED_IMPORTANCE = 5;
/**
 * One for each problem, and one for each finding that fails or is new, at its line. Known ones that pass would only be
 * noise. What is in an image has no line in the repository: the report alone tells it.
 */
function annotations(result) {
    return [
        ...result.problems.map(({ cause, message, target }) => ({
            level: "error",
            title: `Security: ${CAUSES[cause]}`,
            message: target === undefined ? message : `${target}: ${message}`,
            importance: PROBLEM_IMPORTANCE,
        })),
        ...result.findings.flatMap((finding) => {
            const file = repositoryPath(result, finding.place);
            return file === undefined || (!finding.fails && finding.state === "known") ? [] : [annotation(finding, file)];
        }),
    ];
}
function annotation(finding, file) {
    const { id, severity, fails, state, exploited, title, package: affected } = finding;
    const { startLine, endLine } = finding.place;
    const subject = affected === undefined ? "" : `${affected.name} ${affected.version}: `;
    return {
        level: fails ? "error" : "warning",
        title: `${id} (${severity}${state === "new" ? "" : ", known"})`,
        message: `${subject}${shortened(title, TITLE_MAX)}.${annotations_fixText(finding)}`,
        file,
        ...(startLine !== undefined && { startLine }),
        ...(startLine !== undefined && endLine !== undefined && endLine > startLine && { endLine }),
        importance: (state === "new" ? NEW_IMPORTANCE : 0) +
            SEVERITY_IMPORTANCE * (SEVERITIES.length - SEVERITIES.indexOf(severity)) +
            (exploited === true ? EXPLOITED_IMPORTANCE : 0),
    };
}
function annotations_fixText({ kind, package: affected }) {
    if (affected === undefined)
        return "";
    const { fixedVersions } = affected;
    if (fixedVersions.length === 0)
        return kind === "vulnerability" ? " No version has a fix yet." : "";
    const command = fixCommand(affected)?.command.join(" ");
    return ` Fixed in ${fixedVersions.slice(0, 3).join(", ")}${command === undefined ? "" : `: ${command}`}.`;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/outputs/result-file.js
/**
 * The result as JSON, without packages, which the SBOM has, and without the lines of secrets: Trivy takes out the value
 * that it knows, and the same line may hold another.
 */
function resultFile({ packages: _, ...result }) {
    const published = {
        ...result,
        findings: result.findings.map(withoutLine),
        fixed: result.fixed.map(withoutLine),
        suppressed: result.suppressed.map((one) => ({ ...one, finding: withoutLine(one.finding) })),
    };
    return { name: "result.json", content: `${JSON.stringify(published)}\n`, output: "result-file" };
}
function withoutLine(finding) {
    if (finding.kind !== "secret" || finding.detail === undefined)
        return finding;
    const { detail: _, ...rest } = finding;
    return rest;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sbom/spdx-license.js
/** Licences of the SPDX list that packages commonly have. Others are shown by the name that their author gave. */
const LICENSES = byLowerCase(`
0BSD AFL-2.1 AFL-3.0 AGPL-1.0-only AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-1.0 Apache-1.1 Apache-2.0 APSL-2.0 Artistic-1.0
Artistic-1.0-Perl Artistic-2.0 BlueOak-1.0.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-2-Clause-Views BSD-3-Clause
BSD-3-Clause-Clear BSD-3-Clause-LBNL BSD-4-Clause BSD-4-Clause-UC BSD-Source-Code BSL-1.0 BUSL-1.1 bzip2-1.0.6 CC-BY-3.0 CC-BY-4.0
CC-BY-SA-3.0 CC-BY-SA-4.0 CC-BY-NC-4.0 CC0-1.0 CDDL-1.0 CDDL-1.1 CDLA-Permissive-2.0 CECILL-2.1 CPL-1.0 curl ECL-2.0 EPL-1.0 EPL-2.0
EUPL-1.1 EUPL-1.2 FSFAP FSFUL FSFULLR FTL GFDL-1.1-only GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3-only GFDL-1.3-or-later GPL-1.0
GPL-1.0-only GPL-1.0-or-later GPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0-only GPL-3.0-or-later HPND ICU IJG ImageMagick
Info-ZIP IPL-1.0 ISC JSON LGPL-2.0 LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0-only
LGPL-3.0-or-later Libpng libpng-2.0 libtiff MIT MIT-0 MIT-CMU MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception MS-PL MS-RL
MulanPSL-2.0 NCSA OFL-1.0 OFL-1.1 OLDAP-2.8 OpenSSL OSL-2.1 OSL-3.0 PHP-3.0 PHP-3.01 PostgreSQL PSF-2.0 Python-2.0 Python-2.0.1 Ruby
SGI-B-2.0 Sleepycat SSPL-1.0 TCL Unicode-3.0 Unicode-DFS-2015 Unicode-DFS-2016 Unlicense UPL-1.0 Vim W3C WTFPL X11 Xnet Zlib
zlib-acknowledgement ZPL-2.0 ZPL-2.1`);
const EXCEPTIONS = byLowerCase(`
Autoconf-exception-2.0 Autoconf-exception-3.0 Bison-exception-2.2 Classpath-exception-2.0 Font-exception-2.0 GCC-exception-2.0
GCC-exception-3.1 GPL-3.0-linking-exception Libtool-exception Linux-syscall-note LLVM-exception OpenJDK-assembly-exception-1.0
Universal-FOSS-exception-1.0`);
/** Longer than any licence expression that somebody wrote. */
const spdx_license_MAX_CHARACTERS = 1_000;
/**
 * A licence as SPDX writes it: `apache-2.0` is `Apache-2.0`, and Cargo's old `MIT/Apache-2.0` is `MIT OR Apache-2.0`
 * (SPDX 2.3, annex D).
 *
 * @returns nothing for a text that is no expression, or that names a licence we do not know.
 */
function licenseExpression(text) {
    if (text.length > spdx_license_MAX_CHARACTERS)
        return undefined;
    const tokens = text.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g) ?? [];
    const written = [];
    let depth = 0;
    let isOperandNext = true;
    for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at];
        const operator = token.toUpperCase();
        if (isOperandNext && token === "(") {
            depth++;
            written.push("(");
        }
        else if (isOperandNext) {
            const license = licenseId(token);
            if (license === undefined)
                return undefined;
            written.push(license);
            isOperandNext = false;
        }
        else if (token === ")" && depth > 0) {
            depth--;
            written.push(")");
        }
        else if (operator === "AND" || operator === "OR") {
            written.push(operator);
            isOperandNext = true;
        }
        else {
            const exception = EXCEPTIONS.get((tokens[++at] ?? "").toLowerCase());
            const isAfterLicense = !/^(?:\(|\)|AND|OR|WITH)$/.test(written.at(-1)) && written.at(-2) !== "WITH";
            if (operator !== "WITH" || exception === undefined || !isAfterLicense)
                return undefined;
            written.push("WITH", exception);
        }
    }
    if (isOperandNext || depth > 0)
        return undefined;
    return written.join(" ").replaceAll("( ", "(").replaceAll(" )", ")");
}
/** Whether an expression is one licence alone. */
function isSingle(expression) {
    return !/[\s(+]/.test(expression);
}
/** All of several expressions at once. */
function allOf(expressions) {
    if (expressions.length === 1)
        return expressions[0];
    return expressions.map((one) => (/ OR /.test(one) ? `(${one})` : one)).join(" AND ");
}
function licenseId(token) {
    const known = LICENSES.get(token.toLowerCase());
    if (known !== undefined || !token.endsWith("+"))
        return known;
    const base = LICENSES.get(token.slice(0, -1).toLowerCase());
    return base === undefined ? undefined : `${base}+`;
}
function byLowerCase(names) {
    return new Map(names
        .trim()
        .split(/\s+/)
        .map((name) => [name.toLowerCase(), name]));
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sbom/component.js


/** Packages as components, sorted by what they are called. Packages without a name are left out. */
function components(packages) {
    const gathered = new Map();
    const byId = new Map();
    for (const one of packages) {
        if (one.name === "")
            continue;
        const key = component_keyOf(one);
        const { purl } = one;
        const component = gathered.get(key) ?? {
            example: one,
            purl: isPurl(purl) ? purl : undefined,
            licenses: new Set(),
            files: new Set(),
            dependsOn: new Set(),
        };
        gathered.set(key, component);
        if (called(one) < called(component.example))
            component.example = one;
        for (const license of one.licenses)
            if (license.trim() !== "")
                component.licenses.add(licenseExpression(license) ?? license.trim());
        if (one.file !== "")
            component.files.add(one.file);
        if (one.id !== undefined)
            byId.set(JSON.stringify([one.file, one.id]), key);
    }
    for (const one of packages) {
        for (const id of one.dependsOn ?? []) {
            const other = byId.get(JSON.stringify([one.file, id]));
            if (other !== undefined && other !== component_keyOf(one))
                gathered.get(component_keyOf(one))?.dependsOn.add(other);
        }
    }
    return [...gathered]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { example, purl, licenses, files, dependsOn }]) => ({
        name: example.name,
        version: example.version,
        purl,
        licenses: [...licenses].sort(),
        files: [...files].sort(),
        digest: digestOf(key),
        dependsOn: [...dependsOn].map(digestOf).sort(),
    }));
}
/** Components that no other one needs. */
function roots(all) {
    const needed = new Set(all.flatMap(({ dependsOn }) => dependsOn));
    return all.filter(({ digest }) => !needed.has(digest));
}
/** A UUID that stands for a document's whole content (RFC 9562, version 8). */
function documentId({ subject, tools, time }, all) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([subject, tools, time]));
    for (const component of all)
        hash.update(JSON.stringify(component));
    const digits = hash.digest("hex");
    const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `8${digits.slice(13, 16)}`,
        variant + digits.slice(17, 20),
        digits.slice(20, 32),
    ].join("-");
}
function component_keyOf(one) {
    return isPurl(one.purl) ? one.purl : called(one);
}
const called = ({ name, version }) => JSON.stringify([name, version]);
function isPurl(purl) {
    return purl !== undefined && /^pkg:[a-z][a-z0-9.+-]*\/[\u0021-\u007e]+$/i.test(purl);
}
const digestOf = (key) => (0,external_node_crypto_.createHash)("sha256").update(key).digest("hex").slice(0, 32);

;// CONCATENATED MODULE: ./build/js/packages/security/src/sbom/sbom.js
/** UTC, without fractions of a second, as both formats write it. */
function timestamp(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sbom/cyclonedx.js



/** What was scanned, among the references of a document. */
const SUBJECT = "subject";
/** A CycloneDX 1.6 document, in parts; each pass writes it anew. */
function cycloneDx(source) {
    const all = components(source.packages);
    return {
        *[Symbol.iterator]() {
            const { subject, tools, time } = source;
            const head = {
                $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
                bomFormat: "CycloneDX",
                specVersion: "1.6",
                serialNumber: `urn:uuid:${documentId(source, all)}`,
                version: 1,
                metadata: {
                    timestamp: timestamp(time),
                    tools: { components: tools.map((tool) => ({ type: "application", ...tool })) },
                    component: {
                        "bom-ref": SUBJECT,
                        type: subject.kind === "image" ? "container" : "application",
                        name: subject.name,
                        ...(subject.version !== undefined && { version: subject.version }),
                    },
                },
            };
            yield `${JSON.stringify(head).slice(0, -1)},"components":[`;
            let separator = "";
            for (const component of all) {
                yield separator + JSON.stringify(componentDocument(component));
                separator = ",";
            }
            const references = new Map(all.map((component) => [component.digest, reference(component)]));
            yield `],"dependencies":[${JSON.stringify({ ref: SUBJECT, dependsOn: roots(all).map(reference) })}`;
            for (const component of all) {
                const dependsOn = component.dependsOn.map((digest) => references.get(digest));
                yield `,${JSON.stringify({ ref: reference(component), ...(dependsOn.length > 0 && { dependsOn }) })}`;
            }
            yield "]}\n";
        },
    };
}
function componentDocument(component) {
    const { name, version, purl, licenses, files } = component;
    return {
        type: "library",
        "bom-ref": reference(component),
        name,
        ...(version !== "" && { version }),
        ...(licenses.length > 0 && { licenses: licenseDocuments(licenses) }),
        ...(purl !== undefined && { purl }),
        ...(files.length > 0 && { evidence: { occurrences: files.map((location) => ({ location })) } }),
    };
}
/** One expression alone, or any number of licences. */
function licenseDocuments(licenses) {
    const expressions = licenses.map(licenseExpression);
    const known = expressions.filter((one) => one !== undefined);
    if (known.length === licenses.length && known.some((one) => !isSingle(one)))
        return [{ expression: allOf(known) }];
    return licenses.map((text, at) => {
        const expression = expressions[at];
        return { license: expression !== undefined && isSingle(expression) ? { id: expression } : { name: text } };
    });
}
function reference({ purl, digest }) {
    return purl ?? `component:${digest}`;
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/sbom/spdx.js




const DOCUMENT = "SPDXRef-DOCUMENT";
const spdx_SUBJECT = "SPDXRef-Subject";
const UNKNOWN = "NOASSERTION";
/**
 * An SPDX 2.3 document, in parts; each pass writes it anew.
 *
 * @param namespace an `https:` URL of the repository, without a slash at its end: the document's own name begins so.
 */
function spdx(source, namespace) {
    const all = components(source.packages);
    return {
        *[Symbol.iterator]() {
            const { subject, tools, time } = source;
            const head = {
                spdxVersion: "SPDX-2.3",
                dataLicense: "CC0-1.0",
                SPDXID: DOCUMENT,
                name: subject.name,
                documentNamespace: `${namespace}/spdx/${documentId(source, all)}`,
                creationInfo: {
                    created: timestamp(time),
                    creators: tools.map(({ name, version }) => `Tool: ${name}-${version}`),
                },
            };
            yield `${JSON.stringify(head).slice(0, -1)},"packages":[`;
            yield JSON.stringify({
                SPDXID: spdx_SUBJECT,
                name: subject.name,
                ...(subject.version !== undefined && { versionInfo: subject.version }),
                ...spdx_UNSTATED,
                licenseDeclared: UNKNOWN,
                primaryPackagePurpose: subject.kind === "image" ? "CONTAINER" : "APPLICATION",
            });
            const unlisted = new Set();
            for (const component of all)
                yield `,${JSON.stringify(packageDocument(component, unlisted))}`;
            yield `],"relationships":[${relationship(DOCUMENT, "DESCRIBES", spdx_SUBJECT)}`;
            for (const component of roots(all))
                yield `,${relationship(spdx_SUBJECT, "DEPENDS_ON", spdx_reference(component.digest))}`;
            for (const { digest, dependsOn } of all) {
                for (const other of dependsOn)
                    yield `,${relationship(spdx_reference(digest), "DEPENDS_ON", spdx_reference(other))}`;
            }
            const extracted = [...unlisted].sort().map((text) => ({
                licenseId: licenseReference(text),
                name: text,
                extractedText: text,
            }));
            yield `]${extracted.length === 0 ? "" : `,"hasExtractedLicensingInfos":${JSON.stringify(extracted)}`}}\n`;
        },
    };
}
/** What no lock file says. */
const spdx_UNSTATED = {
    downloadLocation: UNKNOWN,
    filesAnalyzed: false,
    licenseConcluded: UNKNOWN,
    copyrightText: UNKNOWN,
};
/** @param unlisted gets the licences that are not on SPDX's list. */
function packageDocument(component, unlisted) {
    const { name, version, purl, files, digest } = component;
    return {
        SPDXID: spdx_reference(digest),
        name,
        ...(version !== "" && { versionInfo: version }),
        ...spdx_UNSTATED,
        licenseDeclared: declared(component, unlisted),
        ...(files.length > 0 && { sourceInfo: `found in ${files.join(", ")}` }),
        primaryPackagePurpose: "LIBRARY",
        ...(purl !== undefined && {
            externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }],
        }),
    };
}
function declared({ licenses }, unlisted) {
    if (licenses.length === 0)
        return UNKNOWN;
    return allOf(licenses.map((text) => {
        const expression = licenseExpression(text);
        if (expression !== undefined)
            return expression;
        unlisted.add(text);
        return licenseReference(text);
    }));
}
function licenseReference(text) {
    return `LicenseRef-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 16)}`;
}
function spdx_reference(digest) {
    return `SPDXRef-Package-${digest}`;
}
function relationship(spdxElementId, relationshipType, relatedSpdxElement) {
    return JSON.stringify({ spdxElementId, relationshipType, relatedSpdxElement });
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/outputs/sbom-files.js





/** A bill of materials for each target that was scanned; the output leads to the first. */
function sbomFiles(result) {
    const { settings } = result;
    if (settings.sbom === "none")
        return [];
    const scanned = result.packages.filter(({ target }) => result.targets.some(({ name, state }) => name === target && state === "scanned"));
    return scanned.map(({ target }, at) => {
        const source = sourceOf(result, target);
        return {
            name: `sbom${at === 0 ? "" : `-${fileName(target)}`}${settings.sbom === "spdx" ? ".spdx.json" : ".cdx.json"}`,
            content: settings.sbom === "spdx" ? spdx(source, repositoryUrl(result)) : cycloneDx(source),
            ...(at === 0 && { output: "sbom-file" }),
        };
    });
}
function sourceOf({ targets, packages, repository, commit, tool, time }, target) {
    const scanned = targets.find(({ name }) => name === target);
    const isFiles = IN_REPOSITORY.includes(scanned.kind);
    const whole = `${repository.owner}/${repository.name}`;
    const version = isFiles ? commit : (scanned.digest ?? "");
    return {
        subject: {
            name: !isFiles ? target : target === "." ? whole : `${whole}/${target}`,
            ...(version !== "" && { version }),
            kind: isFiles ? "files" : "image",
        },
        packages: packages.find((each) => each.target === target).packages,
        tools: [{ name: "trivy", version: tool.version }],
        time,
    };
}
/** Characters of a target's name that a file's name has. */
const NAME_MAX = 60;
/** Letters, digits and hyphens; what that leaves alike is told apart by a digest. */
function fileName(target) {
    const readable = target
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, NAME_MAX);
    return `${readable}-${(0,external_node_crypto_.createHash)("sha256").update(target).digest("hex").slice(0, 8)}`;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/severity-text.js


/** How many there are of each severity. */
function severityCounts(findings) {
    const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0]));
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}
/** `1 critical, 2 high`; empty for none. */
function severityText(counts) {
    return SEVERITIES.filter((severity) => counts[severity] > 0)
        .map((severity) => `${(0,quantity.count)(counts[severity])} ${severity}`)
        .join(", ");
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/outputs/step-outputs.js


/** The outputs that are numbers and words; files add theirs. */
function stepOutputs({ verdict, findings, counts, databases }) {
    const reported = severityCounts(findings);
    const added = SEVERITIES.reduce((sum, severity) => sum + counts.new[severity], 0);
    return {
        verdict,
        ...Object.fromEntries(SEVERITIES.map((severity) => [severity, String(reported[severity])])),
        new: String(added),
        failing: String(findings.filter(({ fails }) => fails).length),
        "database-date": databases.find(({ name }) => name === "trivy-db")?.updatedAt ?? "",
    };
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/code-scanning.js





/** Where GitHub shows the same findings, or why it does not and what to do. Nothing where no upload was asked for. */
function codeScanning(result) {
    const { upload } = result;
    if (upload === null || isTold(upload, result))
        return [];
    if (upload.outcome !== "processed")
        return [{ kind: "paragraph", text: [`${markOf(upload)} `, ...(0,prose/* prose */.C)(deliverySentence(upload))] }];
    const number = /^refs\/pull\/(\d+)\//.exec(result.ref)?.[1];
    const query = encodeURIComponent(`is:open tool:${SARIF_TOOL}${number === undefined ? "" : ` pr:${number}`}`);
    const href = `${repositoryUrl(result)}/security/code-scanning?query=${query}`;
    return [
        {
            kind: "paragraph",
            text: [`${mark/* MARK */.M.pass} ${deliverySentence(upload)} `, { link: { text: "Its alerts", href } }, "."],
        },
    ];
}
/** Whether a problem says it already: `upload: required`. */
function isTold(upload, { problems }) {
    return upload.outcome !== "processed" && problems.some(({ cause }) => cause === "upload-failed");
}
/** What cannot be is a note; what went wrong, or what somebody can mend, is a warning. */
function markOf(upload) {
    return upload.outcome === "skipped" && upload.reason !== "incomplete" ? mark/* MARK */.M.note : mark/* MARK */.M.warning;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/counts-table.js




/** How much of each severity fails, is new, known and fixed. Severities that nothing has are left out. */
function countsTable(result) {
    const { counts, comparison, findings } = result;
    const isCompared = comparison.state === "compared";
    const failing = severityCounts(findings.filter(({ fails }) => fails));
    const named = [
        [`${mark/* MARK */.M.fail}\u00a0fail`, failing, totalOf(failing) > 0],
        isCompared ? [`${mark/* MARK */.M.new}\u00a0new`, counts.new, true] : [`${mark/* MARK */.M.neutral}\u00a0found`, counts.new, true],
        [`${mark/* MARK */.M.neutral}\u00a0known`, counts.known, isCompared],
        [`${mark/* MARK */.M.pass}\u00a0fixed`, counts.fixed, isCompared],
    ];
    const rows = named.filter(([, , isShown]) => isShown);
    const severities = SEVERITIES.filter((severity) => rows.some(([, of]) => of[severity] > 0));
    if (severities.length === 0)
        return [];
    return [
        {
            kind: "table",
            columns: [
                { header: "Findings" },
                { header: "All", align: "right" },
                ...severities.map((severity) => ({ header: capital(severity), align: "right" })),
            ],
            rows: rows.map(([name, of], at) => {
                const cells = [totalOf(of), ...severities.map((severity) => of[severity])];
                const isRed = at === 0 && totalOf(failing) > 0;
                const shown = [name, (0,quantity.count)(cells[0]), ...cells.slice(1).map((cell) => (cell === 0 ? "" : (0,quantity.count)(cell)))];
                return isRed ? shown.map((text) => (text === "" ? "" : { strong: text })) : shown;
            }),
        },
    ];
}
function totalOf(of) {
    return SEVERITIES.reduce((sum, severity) => sum + of[severity], 0);
}
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/extent.js
const SUMMARY = {
    failing: 200,
    commands: 60,
    new: 100,
    fixed: 100,
    known: 100,
    suppressed: 100,
    entries: 100,
    rest: "the result file and the SARIF file have.",
};
/** What a reviewer needs; the rest is in the summary. */
const extent_COMMENT = {
    failing: 15,
    commands: 10,
    new: 10,
    fixed: 10,
    known: 0,
    suppressed: 0,
    entries: 10,
    rest: "the job summary and the files of the step have.",
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/flaws.js
/** Findings that differ in nothing but their place are one flaw; in the order of the first of each. */
function flawsOf(findings) {
    const groups = Map.groupBy(findings, ({ kind, id, severity, title, package: affected, state, fails, place, detail }) => JSON.stringify([
        [kind, id, severity, title, state, fails],
        // A misconfiguration of several resources is several.
        affected === undefined ? [place.target, place.file, place.startLine, detail] : affected,
    ]));
    return [...groups.values()].map((group) => ({ finding: group[0], places: group.map(({ place }) => place) }));
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/finding-table.js





/** UTF-16 units of a title: a row is to fit on a screen, and its link leads to the rest. */
const finding_table_TITLE_MAX = 140;
/** Of a name, a version or a resource: they come from lock files that anybody writes. */
const finding_table_NAME_MAX = 120;
const finding_table_FIXES_SHOWN = 2;
/** What a kind is called before its title; a vulnerability is what people expect. */
const KIND_WORDS = {
    vulnerability: "",
    misconfiguration: "misconfiguration",
    secret: "secret",
    license: "licence",
    unmaintained: "unmaintained",
    unsound: "unsound",
    notice: "notice",
    yanked: "yanked",
    "end-of-life": "end of life",
};
const finding_table_REACHES = {
    called: "called by this program",
    imported: "imported, not called",
    required: "required, not imported",
};
/** Findings as a table, a row for each flaw, and how many rows are left out. */
function findingTable(findings, result, { mark, noun, weight, most, rest }) {
    const flaws = flawsOf(findings);
    const left = flaws.length - most;
    const columns = [{ header: "Result" }, { header: "Finding" }, { header: "Where" }];
    const rows = flaws.slice(0, most).map((flaw) => row(flaw, mark, result));
    return [
        { kind: "table", columns, rows, noun: `${noun}s`, weight },
        ...(left > 0 ? [{ kind: "paragraph", text: `and ${(0,quantity.counted)(left, `more ${noun}`)}, which ${rest}` }] : []),
    ];
}
function row({ finding, places }, mark, result) {
    const verdict = `${mark}\u00a0${finding.severity}`;
    return [
        finding.fails === true ? { strong: verdict } : verdict,
        findingLine(finding),
        [...packageInlines(finding), ...placeInlines(result, places)],
    ];
}
/** Its name with a link, then what it is, then what makes it urgent. A secret's own line is never in it. */
function findingLine(finding) {
    const { id, url, title, kind, detail, exploited, probability, reach } = finding;
    const name = shortened(id, finding_table_NAME_MAX);
    const said = [KIND_WORDS[kind], title === id ? "" : shortened(title, finding_table_TITLE_MAX)].filter((text) => text !== "");
    const resource = detail === undefined || detail === "" || kind === "secret"
        ? []
        : [" (", { code: shortened(detail, finding_table_NAME_MAX) }, ")"];
    return [
        url?.startsWith("https://") === true ? { link: { text: name, href: url } } : { strong: name },
        said.length === 0 ? "" : ` ${said.join(": ")}`,
        ...resource,
        ...(exploited === true ? [" · ", { strong: `${mark/* MARK */.M.warning} exploited` }] : []),
        ...(probability !== undefined && probability >= 0.01
            ? [` · EPSS\u00a0${Math.floor(probability * 100)}\u00a0%`]
            : []),
        ...(reach === undefined ? [] : [` · ${finding_table_REACHES[reach]}`]),
    ];
}
/** What is affected, and the versions that are not. */
function packageInlines({ kind, package: affected }) {
    if (affected === undefined)
        return [];
    const { name, version, fixedVersions } = affected;
    const shown = fixedVersions.slice(0, finding_table_FIXES_SHOWN).map((fixed) => shortened(fixed, finding_table_NAME_MAX));
    const more = fixedVersions.length > finding_table_FIXES_SHOWN ? ` or ${(0,quantity.counted)(fixedVersions.length - finding_table_FIXES_SHOWN, "other")}` : "";
    const fix = shown.length > 0 ? ` → ${shown.join(" or ")}${more}` : kind === "vulnerability" ? ", no fix yet," : "";
    return [{ code: shortened(name, finding_table_NAME_MAX) }, ` ${shortened(version, finding_table_NAME_MAX)}${fix} in `];
}
function placeInlines(result, [first, ...others]) {
    const more = others.length === 0 ? [] : [` and ${(0,quantity.counted)(others.length, "more place")}`];
    return [...placeLine(result, first), ...more];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/weights.js
/** What is cut first when a place is too small for the report: the higher, the sooner. */
const WEIGHT = {
    known: 8,
    suppressed: 7,
    scanned: 6,
    fixed: 5,
    new: 4,
    entries: 3,
    commands: 2,
    failing: 1,
};

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/findings.js





/** What a change has to mend before it passes. */
function failingFindings(result, { failing: most, rest }) {
    const findings = result.findings.filter(({ fails }) => fails);
    if (findings.length === 0)
        return [];
    return [
        { kind: "heading", level: 3, text: "What fails" },
        ...findingTable(findings, result, { mark: mark/* MARK */.M.fail, noun: "failing flaw", weight: WEIGHT.failing, most, rest }),
    ];
}
/** What is there and does not fail: what is new (everything, where nothing is compared), then what was known. */
function otherFindings(result, extent) {
    const others = result.findings.filter(({ fails }) => !fails);
    const isCompared = result.comparison.state === "compared";
    const [added, known] = [others.filter(isNew), others.filter((finding) => !isNew(finding))];
    return [
        ...folded(added, result, extent.new, WEIGHT.new, {
            mark: isCompared ? mark/* MARK */.M.new : mark/* MARK */.M.neutral,
            noun: isCompared ? "new flaw" : "flaw",
            title: (number) => `${(0,quantity.counted)(number, isCompared ? "new finding" : "finding")} ${number === 1 ? "does" : "do"} not fail`,
            rest: extent.rest,
        }),
        ...folded(known, result, extent.known, WEIGHT.known, {
            mark: mark/* MARK */.M.neutral,
            noun: "known flaw",
            title: (number) => `${(0,quantity.counted)(number, "known finding")} of the base`,
            rest: extent.rest,
        }),
    ];
}
function fixedFindings(result, extent) {
    const { comparison } = result;
    // Their places are the base's.
    const commit = comparison.state === "compared" ? comparison.base : result.commit;
    return folded(result.fixed, { ...result, commit }, extent.fixed, WEIGHT.fixed, {
        mark: mark/* MARK */.M.pass,
        noun: "fixed flaw",
        title: (number) => `${(0,quantity.counted)(number, "finding")} fixed`,
        rest: extent.rest,
    });
}
const isNew = ({ state }) => state === "new";
function folded(findings, result, most, weight, { mark, noun, title, rest }) {
    if (findings.length === 0 || most === 0)
        return [];
    return [
        {
            kind: "details",
            summary: [{ strong: title(findings.length) }, `: ${severityText(severityCounts(findings))}`],
            blocks: findingTable(findings, result, { mark, noun, weight, most, rest }),
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/packages/security/src/findings/fix-plan.js


/**
 * The fewest commands that fix findings, in their order: a version that has the fix of each finding of a package stands
 * for all of them. What has no fix, or no command, is left out.
 */
function planFixes(findings) {
    const fixable = findings.filter(({ package: affected }) => affected !== undefined && fixCommand(affected));
    const groups = Map.groupBy(fixable, ({ place, package: affected }) => {
        const { ecosystem, name, version } = affected;
        return JSON.stringify([place.target, place.file, ecosystem, name, version]);
    });
    return [...groups.values()].flatMap((group) => {
        const common = commonFixes(group.map(({ package: affected }) => affected));
        const together = fixCommand({ ...group[0].package, fixedVersions: common });
        return together === undefined ? apart(group) : [{ ...together, fixes: group }];
    });
}
/** A command for each version, where none has all fixes. */
function apart(group) {
    const commands = Map.groupBy(group, ({ package: affected }) => fixCommand(affected).command.join(" "));
    return [...commands.values()].map((fixes) => ({ ...fixCommand(fixes[0].package), fixes }));
}
/** Versions that have the fix of each, lowest first. */
function commonFixes(all) {
    const lists = all.map(({ fixedVersions }) => fixedVersions.map(fix_plan_plain));
    const candidates = [...new Set(lists.flat())].sort(compareVersionTexts);
    return candidates.filter((version) => lists.every((list) => hasFix(list, version)));
}
/** By a version of its own series, or above all of them: 2.0.0 may lack what 1.0.3 and 2.1.0 have. */
function hasFix(fixedVersions, version) {
    const isBelow = (fixed) => compareVersionTexts(fixed, version) <= 0;
    return fixedVersions.every(isBelow) || fixedVersions.some((fixed) => isBelow(fixed) && isCompatible(fixed, version));
}
/** Go's versions have a `v` that some tools leave out. */
const fix_plan_plain = (version) => version.replace(/^v(?=\d)/, "");

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/fix-commands.js




/** Ids that a command names; the table has them all. */
const IDS_SHOWN = 4;
/** Files that the commands change: a program in an image, which has the same ecosystem, is built elsewhere. */
const LOCK_FILE = /(?:^|\/)(?:Cargo\.lock|go\.mod)$/;
/** What is safe to copy into a shell, as a folder or a name in a comment. */
const fix_commands_PLAIN = /^[A-Za-z0-9@._/~+-]+$/;
/** What brings the failing packages to versions with the fix, the fewest commands; a folder's together. */
function fixCommands(result, { commands: most }) {
    const planned = planFixes(result.findings.filter((finding) => finding.fails && isOfLockFile(result, finding)));
    if (planned.length === 0)
        return [];
    const shown = planned.slice(0, most);
    const folders = Map.groupBy(shown, ({ fixes }) => fix_commands_folderOf(result, fixes[0]));
    const lines = [...folders].flatMap(([folder, commands]) => [
        ...(folders.size === 1 && folder === "" ? [] : [folder === "" ? "# in the repository's root" : `# in ${folder}`]),
        ...commands.map(commandLine),
    ]);
    const left = planned.length - shown.length;
    return [
        { kind: "paragraph", text: { strong: "What fixes them" } },
        { kind: "code", language: "sh", text: lines.join("\n"), weight: WEIGHT.commands },
        ...(left > 0 ? [{ kind: "paragraph", text: `${(0,quantity.counted)(left, "more command")} fix the rest.` }] : []),
    ];
}
function commandLine({ command, isCompatible, fixes }) {
    const ids = [...new Set(fixes.map(({ id }) => id))];
    const named = ids.slice(0, IDS_SHOWN).filter((id) => fix_commands_PLAIN.test(id));
    const more = ids.length - named.length;
    const about = [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ");
    return `${command.join(" ")}  # ${about}${isCompatible ? "" : "; change the requirement in Cargo.toml first"}`;
}
function isOfLockFile(result, { place }) {
    return LOCK_FILE.test(repositoryPath(result, place) ?? "");
}
/** The folder of a lock file; a name that a shell could obey is quoted. */
function fix_commands_folderOf(result, { place }) {
    const folder = repositoryPath(result, place).replace(/(?:^|\/)[^/]*$/, "");
    return folder === "" || fix_commands_PLAIN.test(folder) ? folder : JSON.stringify(folder);
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/ignored.js





/** Entries that an alert names. */
const NAMED = 5;
/** UTF-16 units of an id or of what somebody wrote as a reason. */
const TEXT_MAX = 200;
/** What a change does to its own scan: a reviewer should see it first, since it is in no number. */
function proposalAlerts({ ignoreFiles: { proposed, proposals } }) {
    const named = proposed.slice(0, NAMED).flatMap((entry, at) => [at === 0 ? " " : ", ", ...entryInlines(entry)]);
    const more = proposed.length > NAMED ? ` and ${(0,quantity.count)(proposed.length - NAMED)} more` : "";
    const rule = `This change adds or prolongs ${entries(proposed.length)}, which ${proposed.length === 1 ? "does" : "do"} not count for it:`;
    return [
        ...(proposed.length === 0 ? [] : [ignored_alert([rule, ...named, `${more}.`])]),
        ...proposals.slice(0, NAMED).map((proposal) => ignored_alert((0,prose/* prose */.C)(proposal))),
        ...(proposals.length > NAMED ? [ignored_alert(`It does so in ${(0,quantity.count)(proposals.length - NAMED)} more ways.`)] : []),
    ];
}
const ignored_alert = (text) => ({ kind: "alert", level: "warning", text });
/** Entries that somebody should look after: they no longer count, end soon, or do nothing. */
function entryLists({ ignoreFiles: { expired, expiring, unused } }, { entries: most }) {
    return [
        ...entryList(expired, most, "expired: what they ignored counts again"),
        ...entryList(expiring, most, "will expire soon"),
        ...entryList(unused, most, "matched nothing and can go"),
    ];
}
function entryList(all, most, words) {
    if (all.length === 0)
        return [];
    const left = all.length - most;
    const items = all.slice(0, most).map(entryInlines);
    return [
        {
            kind: "details",
            summary: [{ strong: entries(all.length) }, ` ${words}`],
            blocks: [
                {
                    kind: "list",
                    items: left > 0 ? [...items, `and ${(0,quantity.count)(left)} more`] : items,
                    noun: "entries",
                    weight: WEIGHT.entries,
                },
            ],
        },
    ];
}
/** What was found and does not count, with the entry that says so. */
function suppressedTable(result, { suppressed: most }) {
    const { suppressed } = result;
    if (suppressed.length === 0 || most === 0)
        return [];
    const left = suppressed.length - most;
    return [
        {
            kind: "details",
            summary: [
                { strong: `${(0,quantity.count)(suppressed.length)} ignored` },
                ` by ignore files and comments, read from ${result.ignoreFiles.from}`,
            ],
            blocks: [
                {
                    kind: "table",
                    columns: [{ header: "Finding" }, { header: "Where" }, { header: "Ignored by" }],
                    rows: suppressed.slice(0, most).map((one) => suppressedRow(one, result)),
                    noun: "ignored findings",
                    weight: WEIGHT.suppressed,
                },
                ...(left > 0 ? [{ kind: "paragraph", text: `${(0,quantity.count)(left)} more: the result file has all.` }] : []),
            ],
        },
    ];
}
function suppressedRow({ finding, entry, statement }, result) {
    const reason = statement === undefined || statement === "" ? "" : `: ${shortened(statement, TEXT_MAX)}`;
    const by = entry === null ? ["a comment in the file"] : entryInlines(entry);
    const affected = finding.package === undefined
        ? []
        : [" ", { code: shortened(finding.package.name, TEXT_MAX) }, ` ${shortened(finding.package.version, TEXT_MAX)}`];
    return [
        [`${finding.severity} `, { strong: shortened(finding.id, TEXT_MAX) }, ...affected],
        placeLine(result, finding.place),
        [...by, reason],
    ];
}
function entryInlines({ id, file, line, expires }) {
    return [
        { code: shortened(id, TEXT_MAX) },
        " in ",
        { code: `${file}:${line}` },
        ...(expires === undefined ? [] : [` until ${expires}`]),
    ];
}
const entries = (number) => (number === 1 ? "1 ignore entry" : `${(0,quantity.count)(number)} ignore entries`);

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/notes.js



/** Things a reader has to know, warnings first; of a comment these alone. */
function notesList(result, extent) {
    const notes = extent === "all" ? [...result.notes, ...sarifOf(result).notes] : [];
    const items = [
        ...result.warnings.map((text) => [{ strong: `${mark/* MARK */.M.warning} Warning:` }, " ", ...(0,prose/* prose */.C)(text)]),
        ...notes.map((text) => [{ strong: `${mark/* MARK */.M.note} Note:` }, " ", ...(0,prose/* prose */.C)(text)]),
    ];
    return items.length === 0 ? [] : [{ kind: "list", items, noun: "notes" }];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/age.js

const age_MINUTE = 60_000;
const rendering_age_HOUR = 60 * age_MINUTE;
const age_DAY = 24 * rendering_age_HOUR;
/** `3 hours before this scan`, rounded down. @param from @param to milliseconds since 1970. */
function ageText(from, to) {
    const age = to - from;
    if (age < 0)
        return "after this scan";
    if (age < age_MINUTE)
        return "just before this scan";
    const [unit, noun] = age < rendering_age_HOUR ? [age_MINUTE, "minute"] : age < 2 * age_DAY ? [rendering_age_HOUR, "hour"] : [age_DAY, "day"];
    return `${(0,quantity.counted)(Math.floor(age / unit), noun)} before this scan`;
}
/** `2026-11-28 06:05 UTC`. */
function timeText(time) {
    return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/rendering/provenance.js




const provenance_KINDS = {
    fs: "files",
    config: "configuration",
    sbom: "SBOM",
    image: "image",
    "image-archive": "image archive",
    "oci-layout": "OCI layout",
};
/** Trivy's classes in the words of people. */
const CLASSES = {
    "os-pkgs": "system",
    "lang-pkgs": "lock file",
    config: "configuration file",
    secret: "file with secrets",
    license: "place with licences",
    "license-file": "licence file",
};
const BASES = {
    scanned: "scanned too",
    unchanged: "nothing of it changed: scanned once",
    failed: "not readable",
    none: "none",
};
/** What was scanned, and by what: everything that another person needs to get the same answer. */
function provenance(result) {
    const { targets } = result;
    const scanned = targets.length === 0
        ? []
        : [
            {
                kind: "table",
                columns: [{ header: "Target" }, { header: "Kind" }, { header: "Looked at" }, { header: "Base" }],
                rows: targets.map(targetRow),
                noun: "targets",
                weight: WEIGHT.scanned,
            },
        ];
    const items = [
        comparisonLine(result),
        toolLine(result),
        result.network === "namespace"
            ? "The scans had no network."
            : "The scans ran with a proxy that leads nowhere: this runner allows no network namespace.",
        ...result.databases.map((database) => databaseLine(database, result.time)),
        ...lockLines(result),
    ];
    return [
        {
            kind: "details",
            summary: [
                { strong: "How it was scanned" },
                ": ",
                (0,quantity.counted)(targets.length, "target"),
                `, Trivy ${result.tool.version}`,
            ],
            blocks: [...scanned, { kind: "list", items, noun: "facts", weight: WEIGHT.scanned }],
        },
    ];
}
/** The same in one line, for a comment. */
function provenanceLine(result) {
    const dated = result.databases.filter(({ updatedAt }) => updatedAt !== null);
    const databases = dated.map(({ name, updatedAt }) => `${name} ${timeText(Date.parse(updatedAt))}`);
    return {
        kind: "paragraph",
        text: {
            emphasis: [...comparisonLine(result), ` Trivy ${[result.tool.version, ...databases].join(", ")}.`],
        },
    };
}
function comparisonLine(result) {
    const { comparison } = result;
    if (comparison.state === "none")
        return [`Compared with nothing: ${comparison.reason}.`];
    const { base, reason } = comparison;
    const href = `${repositoryUrl(result)}/commit/${encodeURIComponent(base)}`;
    return ["Compared with ", { link: { text: { code: base.slice(0, 10) }, href } }, `: ${reason}.`];
}
function targetRow({ name, kind, state, base, scanned, digest }) {
    const classes = Object.entries(scanned).map(([each, number]) => (0,quantity.counted)(number, CLASSES[each] ?? each));
    const looked = state === "failed" ? [{ strong: "not scanned" }] : [classes.join(", ") || "nothing"];
    const whole = digest === null ? [] : [" ", { code: digest.replace(/^(sha\d+:[0-9a-f]{12})[0-9a-f]+$/, "$1") }];
    return [[{ code: name }, ...whole], provenance_KINDS[kind], looked, BASES[base]];
}
function toolLine({ tool: { version, origin, sha256 } }) {
    const verified = {
        downloaded: "downloaded, its digest verified",
        cached: "from the cache, its digest verified again",
        installed: "was on the runner, and nobody verified it",
    };
    return [`Trivy ${version}: ${verified[origin] ?? origin}. SHA-256 of the program `, { code: sha256 }, "."];
}
function databaseLine({ name, version, updatedAt, origin }, now) {
    const time = updatedAt === null ? Number.NaN : Date.parse(updatedAt);
    const age = Number.isNaN(time) ? "of unknown age" : `of ${timeText(time)}, ${ageText(time, now)}`;
    return [{ code: name }, ` ${age}, from ${origin}`, ...(version === null ? [] : [" ", { code: version }]), "."];
}
/** Locks that were matched against RustSec. */
function lockLines({ locks }) {
    if (locks.length === 0)
        return [];
    const judged = locks.reduce((sum, lock) => sum + lock.judged, 0);
    const others = locks.reduce((sum, lock) => sum + lock.notJudged, 0);
    const files = locks.slice(0, 10).flatMap(({ file }, at) => [at === 0 ? "" : ", ", { code: file }]);
    const more = locks.length > 10 ? ` and ${(0,quantity.count)(locks.length - 10)} more` : "";
    return [
        [
            `RustSec: ${(0,quantity.counted)(judged, "package")} of crates.io matched in `,
            ...files,
            `${more}${others === 0 ? "." : `; ${(0,quantity.count)(others)} of other sources are not matched.`}`,
        ],
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/render.js














/** From the result alone. Pure. */
function render(result) {
    return {
        title: result.name === undefined || result.name === "" ? "Security" : `Security: ${result.name}`,
        comment: [
            ...blocks(result, extent_COMMENT),
            ...notesList(result, "warnings"),
            ...codeScanning(result),
            provenanceLine(result),
        ],
        summary: [...blocks(result, SUMMARY), ...provenance(result), ...notesList(result, "all"), ...codeScanning(result)],
        annotations: annotations(result),
        outputs: stepOutputs(result),
        files: [
            resultFile(result),
            { name: "trivy-scan.sarif", content: sarifOf(result).content, output: "sarif-file" },
            ...sbomFiles(result),
        ],
    };
}
/** What is wrong, what mends it, and how much of it is there; then what can wait. */
function blocks(result, extent) {
    return [
        ...problemList(result),
        ...proposalAlerts(result),
        ...failingFindings(result, extent),
        ...fixCommands(result, extent),
        ...countsTable(result),
        ...otherFindings(result, extent),
        ...fixedFindings(result, extent),
        ...suppressedTable(result, extent),
        ...entryLists(result, extent),
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/trivy-scan/src/main.js







const trivyScan = {
    name: "trivy-scan",
    title: "Security",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    execute: execute,
    render: render,
    conclude: conclude,
    post: post,
    publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
};


/***/ }),

/***/ 7829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ parseNumber),
/* harmony export */   CI: () => (/* binding */ cargoVersionProblem),
/* harmony export */   U2: () => (/* binding */ formatCargoVersion),
/* harmony export */   f$: () => (/* binding */ compareCargoVersions),
/* harmony export */   u: () => (/* binding */ parseCargoVersion)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2232);

/** As in node-semver: nothing that people release is longer. */
const MAX_CHARACTERS = 256;
const MAX_NUMBER = 2n ** 64n - 1n;
/** What stands after the numbers: identifiers of the prerelease and of the build, empty where there is none. */
const VERSION = /^([^.+-]*)\.([^.+-]*)\.([^.+-]*)(?:-([^+]*))?(?:\+(.*))?$/s;
/** Reads a version that is whole. @returns undefined when Cargo would refuse it */
function parseCargoVersion(text) {
    const read = readVersion(text);
    return typeof read === "string" ? undefined : read;
}
/** What keeps a text from being a version, to stand after its name. Undefined when it is one. */
function cargoVersionProblem(text) {
    const read = readVersion(text);
    return typeof read === "string" ? read : undefined;
}
/** Precedence (SemVer 2.0.0, 11): below 0 when `a` comes before `b`. */
function compareCargoVersions(a, b) {
    return (compareNumbers(a.major, b.major) ||
        compareNumbers(a.minor, b.minor) ||
        compareNumbers(a.patch, b.patch) ||
        (0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.comparePrereleases)(a.prerelease, b.prerelease));
}
/** Without its build metadata. */
function formatCargoVersion({ major, minor, patch, prerelease }) {
    return `${major}.${minor}.${patch}${prerelease.length > 0 ? `-${prerelease.join(".")}` : ""}`;
}
/** @returns undefined when the text is no number that Cargo takes */
function parseNumber(text) {
    if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text))
        return undefined;
    const number = BigInt(text);
    return number > MAX_NUMBER ? undefined : number;
}
function compareNumbers(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** The version, or what is wrong. */
function readVersion(text) {
    if (text.length > MAX_CHARACTERS)
        return `has more than ${MAX_CHARACTERS} characters`;
    const parts = VERSION.exec(text);
    if (parts === null)
        return `is not a version of three numbers: ${(0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.quote)(text)}`;
    const [major, minor, patch] = parts.slice(1, 4).map((part) => parseNumber(part));
    if (major === undefined || minor === undefined || patch === undefined) {
        return `has a number that Cargo does not take: ${(0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.quote)(text)}`;
    }
    const prerelease = parts[4]?.split(".") ?? [];
    const problem = (0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.prereleaseProblem)(prerelease) ?? (0,_jessy_actions_reading_prerelease__WEBPACK_IMPORTED_MODULE_0__.identifierProblem)(parts[5]?.split(".") ?? [], "build metadata");
    return problem ?? { major, minor, patch, prerelease };
}


/***/ }),

/***/ 4823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ readIndexAnswer),
/* harmony export */   cC: () => (/* binding */ matchYanked),
/* harmony export */   w2: () => (/* binding */ MAX_INDEX_BYTES)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8439);
/* harmony import */ var _cargo_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7829);
/* harmony import */ var _package_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5228);



/** A line has a few kB, and a crate a thousand versions at most: ten times that. */
const MAX_INDEX_BYTES = 50_000_000;
/**
 * Reads an answer of the sparse index (https://index.crates.io/se/rd/serde): a line of JSON for each version.
 *
 * @throws ReportError that names the line: an answer that is cut off might lack the version in question
 */
function readIndexAnswer(bytes, crate) {
    if (bytes.length > MAX_INDEX_BYTES)
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is larger than ${MAX_INDEX_BYTES / 1_000_000} MB`);
    const versions = new Map();
    for (const [at, line] of new TextDecoder().decode(bytes).split("\n").entries()) {
        if (line.trim() === "")
            continue;
        const { name, vers, yanked } = readLine(line, at + 1);
        if (typeof vers !== "string" || typeof yanked !== "boolean") {
            throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`has no version of a crate on line ${at + 1}`);
        }
        if (name !== crate)
            throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is about another crate on line ${at + 1}`);
        versions.set(vers, yanked);
    }
    if (versions.size === 0)
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError("is empty");
    return versions;
}
function readLine(line, at) {
    try {
        return JSON.parse(line) ?? {};
    }
    catch (error) {
        throw new _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_0__.ReportError(`is not valid JSON on line ${at}: was it cut off?`, { cause: error });
    }
}
/**
 * Finds packages of a lock file whose version was yanked by its authors, or taken down by crates.io: mostly malware, of
 * which the index then has no line.
 */
function matchYanked(lock, answers, place) {
    const judged = lock.packages.filter(({ source }) => (0,_package_source_js__WEBPACK_IMPORTED_MODULE_1__/* .isFromCratesIo */ .p)(source));
    const unanswered = new Set(judged.map(({ name }) => name).filter((name) => !answers.has(name)));
    const findings = judged.flatMap((locked) => {
        const answer = answers.get(locked.name);
        if (answer === undefined || answer.get(locked.versionText) === false)
            return [];
        return [findingOf(locked, answer, place)];
    });
    return { findings, unanswered: [...unanswered].sort() };
}
function findingOf(locked, answer, { target, file }) {
    const { name, versionText, line } = locked;
    const isListed = answer.has(versionText);
    const what = isListed ? "was yanked by its authors" : "is no longer on crates.io";
    return {
        kind: "yanked",
        id: isListed ? "yanked" : "removed",
        aliases: [],
        severity: "unknown",
        title: `${name} ${versionText} ${what}`,
        url: `https://crates.io/crates/${encodeURIComponent(name)}/versions`,
        place: { target, file, ...(line === undefined ? {} : { startLine: line, endLine: line }) },
        package: { name, ecosystem: "cargo", version: versionText, fixedVersions: nextVersions(locked, answer) },
        sources: ["rustsec"],
    };
}
/** The next stable version that was not yanked; none where the version in use is the newest. */
function nextVersions({ version }, answer) {
    const published = [...answer].flatMap(([text, isYanked]) => (isYanked ? [] : ((0,_cargo_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCargoVersion */ .u)(text) ?? [])));
    return published
        .filter((each) => each.prerelease.length === 0 && (0,_cargo_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareCargoVersions */ .f$)(each, version) > 0)
        .sort(_cargo_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareCargoVersions */ .f$)
        .slice(0, 1)
        .map(_cargo_version_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCargoVersion */ .U2);
}


/***/ }),

/***/ 5228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isFromCratesIo)
/* harmony export */ });
/** crates.io as a lock names it, by its git index and by its sparse one. */
const CRATES_IO = ["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"];
/**
 * Whether a package comes from crates.io, which the advisories are about. A package of the same name from git, a path or
 * another registry is another package.
 */
function isFromCratesIo(source) {
    return source !== undefined && CRATES_IO.includes(source);
}


/***/ })

};
