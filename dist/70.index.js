export const id = 70;
export const ids = [70];
export const modules = {

/***/ 5075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ countCompared),
/* harmony export */   q: () => (/* binding */ countVerdicts)
/* harmony export */ });
/** How many comparisons have each verdict. */
function countVerdicts(comparisons) {
    const counts = {
        regressed: 0,
        improved: 0,
        ok: 0,
        inconclusive: 0,
        new: 0,
        missing: 0,
        broken: 0,
        shown: 0,
    };
    for (const { verdict } of comparisons)
        counts[verdict]++;
    return counts;
}
/** How many comparisons had both sides and could be judged. */
function countCompared(comparisons) {
    const { regressed, improved, ok, inconclusive } = countVerdicts(comparisons);
    return regressed + improved + ok + inconclusive;
}


/***/ }),

/***/ 7900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ FAILURES)
/* harmony export */ });
/** What `fail-on` may name. */
const FAILURES = ["regression", "missing", "inconclusive"];


/***/ }),

/***/ 6085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readLabels)
/* harmony export */ });
/* harmony import */ var _jessy_actions_kit_github_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4654);
/* harmony import */ var _jessy_actions_kit_github_shape__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8135);


const LABELS = "GET /repos/{owner}/{repo}/issues/{issue_number}/labels";
/**
 * The labels of the pull request, from GitHub; none where no label could let anything pass. Labels that cannot be read
 * are a warning: then none does.
 */
async function readLabels({ ignoreLabel, token }, io) {
    if (ignoreLabel === undefined || token === "")
        return [];
    const { owner, name } = io.event().repository;
    try {
        const number = await io.pullRequestNumber();
        if (number === undefined)
            return [];
        const github = await io.github();
        const labels = [];
        const wanted = { owner, repo: name, issue_number: number };
        const pages = github.paginate(LABELS, wanted, (0,_jessy_actions_kit_github_shape__WEBPACK_IMPORTED_MODULE_1__.object)({ name: _jessy_actions_kit_github_shape__WEBPACK_IMPORTED_MODULE_1__.text }));
        for await (const label of pages)
            labels.push(label.name);
        io.log.debug(`Labels of the pull request: ${labels.join(", ") || "none"}`);
        return labels;
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_kit_github_client__WEBPACK_IMPORTED_MODULE_0__.GitHubError))
            throw error;
        io.log.warning(`The labels of the pull request cannot be read, so \`ignore-label\` has no effect: ${error.message}`);
        return [];
    }
}


/***/ }),

/***/ 1070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  benchCompare: () => (/* binding */ benchCompare)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/action/context.js
var action_context = __webpack_require__(7984);
// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var state = __webpack_require__(4336);
// EXTERNAL MODULE: ./build/js/packages/kit/src/git/git.js + 9 modules
var git = __webpack_require__(34);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/cancel.js
var cancel = __webpack_require__(4786);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/command-files.js





/** The files that the runner reads after each step. What stands in them changes the steps that follow. */
const COMMAND_FILES = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
/** A step writes far less before it starts anything, and a larger file is not ours. */
const MAX_BYTES = 16_000_000;
/**
 * Runs code that others wrote while the runner's command files are kept: afterwards, and when the run is cancelled, they
 * are as they were before. It is told which of them were changed, since that is an attack or a mistake. A process that
 * outlives its group and waits can still write later: for that, only another job is a boundary.
 */
async function keepingCommandFiles(environment, log, work) {
    const files = new CommandFiles(environment);
    const restore = () => {
        for (const change of files.restore())
            log.warning(`${change} while code of this change ran. It was put back: nothing of it reaches later steps.`);
    };
    return (0,cancel/* whileCancellable */.So)(async () => {
        try {
            return await work();
        }
        finally {
            restore();
        }
    }, restore);
}
/** The runner's command files as they are now, and whatever lies beside them. */
class CommandFiles {
    /** By path; undefined where nothing was. */
    #kept = new Map();
    #variables = new Map();
    #left = new Set();
    #folders;
    constructor(environment) {
        for (const variable of COMMAND_FILES) {
            const path = environment[variable];
            if (path)
                this.#variables.set(path, variable);
        }
        this.#folders = [...new Set([...this.#variables.keys()].map((path) => (0,external_node_path_.dirname)(path)))];
        const beside = this.#ownFolders().flatMap((folder) => readNames(folder).map((name) => (0,external_node_path_.join)(folder, name)));
        for (const path of [...this.#variables.keys(), ...beside]) {
            const kept = readFile(path);
            const isAbsent = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
            // A pipe or a device, as in a harness: nothing can be put back.
            if (kept !== undefined || isAbsent)
                this.#kept.set(path, kept);
            else
                this.#left.add(path);
        }
    }
    /** Puts everything back. @returns what had been changed, each as the beginning of a sentence. Can be repeated. */
    restore() {
        const changes = [];
        for (const folder of this.#folders) {
            if ((0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
                continue;
            (0,external_node_fs_.rmSync)(folder, { force: true });
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
            changes.push(`The folder of the runner's command files, \`${folder}\`, was removed or replaced`);
        }
        for (const [path, kept] of this.#kept) {
            const how = putBack(path, kept);
            if (how !== undefined)
                changes.push(`\`${this.#variables.get(path) ?? path}\` was ${how}`);
        }
        for (const folder of this.#ownFolders())
            for (const name of readNames(folder)) {
                if (this.#kept.has((0,external_node_path_.join)(folder, name)) || this.#left.has((0,external_node_path_.join)(folder, name)))
                    continue;
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
                changes.push(`\`${(0,external_node_path_.join)(folder, name)}\` was added to the runner's command files`);
            }
        return changes;
    }
    /** The runner's folder has only such files; any other folder is not ours to look through. */
    #ownFolders() {
        return this.#folders.filter((folder) => folder.endsWith("_runner_file_commands"));
    }
}
/** @returns what had happened to the file; undefined when nothing had. */
function putBack(path, kept) {
    const now = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (kept === undefined) {
        if (now === undefined)
            return undefined;
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        return "made";
    }
    const found = readFile(path);
    if (found?.bytes.equals(kept.bytes) === true && found.mode === kept.mode && now?.nlink === 1)
        return undefined;
    if (now !== undefined && !now.isFile())
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    // A new file: whoever still has the old one open, or another name of it, writes to nothing.
    const next = `${path}.jessy`;
    (0,external_node_fs_.rmSync)(next, { recursive: true, force: true });
    const descriptor = (0,external_node_fs_.openSync)(next, "wx", 0o600);
    try {
        (0,file_error/* namingPath */.UW)(next, () => (0,file_content/* writeWhole */.f8)(descriptor, kept.bytes));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    (0,external_node_fs_.chmodSync)(next, kept.mode);
    (0,external_node_fs_.renameSync)(next, path);
    if (now === undefined)
        return "removed";
    if (now.isSymbolicLink())
        return "replaced by a link";
    if (!now.isFile())
        return "replaced by something else";
    if (found === undefined)
        return `filled with ${now.size} bytes`;
    if (!found.bytes.equals(kept.bytes))
        return found.bytes.length < kept.bytes.length
            ? "cut"
            : `changed (${found.bytes.length - kept.bytes.length} bytes more)`;
    return now.nlink === 1 ? "given other permissions" : "given a second name";
}
function readFile(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile() || stat.size > MAX_BYTES)
        return undefined;
    try {
        return { bytes: (0,file_content/* readFile */.TA)(path), mode: stat.mode & 0o777 };
    }
    catch {
        return undefined;
    }
}
function readNames(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/foreign-environment.js + 1 modules
var foreign_environment = __webpack_require__(1029);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/live.js + 3 modules
var live = __webpack_require__(5807);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process-table.js
var process_table = __webpack_require__(3910);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var inputs = __webpack_require__(7770);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/quantile-interval.js

/** Above it the normal approximation of the binomial distribution is used, as benchstat does. */
const MAX_EXACT = 30;
/**
 * The median with a confidence interval between two samples, free of assumptions: how many samples lie below the true
 * median is binomial. Where two intervals are as good the left one is taken, so that ours are benchstat's
 * (go-moremath's QuantileCI; of 24 samples its rounding takes the right one).
 *
 * @param values at least one, finite.
 */
function medianInterval(values, confidence) {
    const sorted = Float64Array.from(values).sort();
    const [low, high] = sorted.length <= MAX_EXACT ? exactOrders(sorted.length, confidence) : normalOrders(sorted.length, confidence);
    return {
        median: medianOfSorted(sorted),
        low: sorted[low - 1] ?? Number.NEGATIVE_INFINITY,
        high: sorted[high - 1] ?? Number.POSITIVE_INFINITY,
    };
}
function median(values) {
    return medianOfSorted(Float64Array.from(values).sort());
}
function medianOfSorted(sorted) {
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
/**
 * From the mode of the binomial distribution outwards, the likelier side first; 1-based orders, 0 and n + 1 are the
 * infinities.
 */
function exactOrders(n, confidence) {
    const probability = binomialHalf(n);
    let left = Math.ceil((n + 1) / 2) - 1;
    let right = left + 1;
    let sum = probability(left);
    while (sum < confidence && (left > 0 || right <= n)) {
        if (probability(left - 1) >= probability(right))
            sum += probability(--left);
        else
            sum += probability(right++);
    }
    return [left, right];
}
/** P(k of n) at one half. */
function binomialHalf(n) {
    const row = [2 ** -n];
    for (let k = 1; k <= n; k++)
        row.push((row[k - 1] * (n - k + 1)) / k);
    return (k) => row[k] ?? 0;
}
function normalOrders(n, confidence) {
    const mean = n / 2;
    const deviation = Math.sqrt(n) / 2;
    const reach = normalQuantile((1 - confidence) / 2) * deviation;
    // The continuity correction: order k stands for the band from k - 0.5 to k + 0.5.
    const low = Math.floor(mean - reach - 0.5) + 1;
    const high = Math.ceil(mean + reach - 0.5) + 1;
    const covered = (to) => normalTail((low - 0.5 - mean) / deviation) - normalTail((to - 0.5 - mean) / deviation);
    const biased = covered(high - 1) >= confidence ? high - 1 : high;
    return [Math.max(0, low), Math.min(n + 1, biased)];
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-key.js
var cache_key = __webpack_require__(3965);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/file-cache.js + 1 modules
var file_cache = __webpack_require__(2528);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/history/history.js





/** Older points are dropped. */
const MAX_POINTS = 50;
/** What the history is called in its archive; a larger one is not one of ours. */
const HISTORY_FILE = { file: "jessy-bench-history.json", maxBytes: 20_000_000 };
const KEY_KIND = "jessy-bench-v2";
const NO_HISTORY = { points: [] };
/** One history for each kind of processor: times of two kinds cannot be compared (medians differ by up to 1.95 between runners). */
function machineKey({ cpu, cores }) {
    return (0,external_node_crypto_.createHash)("sha256").update(`${cpu}\0${cores}`).digest("hex").slice(0, 12);
}
/**
 * The history of the default branch. Its points are those of this kind of machine; its rules are those of any, since a
 * change that moves to another runner must not leave them behind.
 */
async function readHistory(name, machine, io) {
    const own = await readPoints([KEY_KIND, name, machineKey(machine)], io);
    if (!Array.isArray(own))
        return { points: [], unknown: own };
    const points = own.length > 0 ? own : await readPoints([KEY_KIND, name], io);
    if (!Array.isArray(points))
        return { points: [], unknown: points };
    const gate = points.at(-1)?.gate;
    if (points.length > 0)
        return { points: own, ...(gate !== undefined && { gate }) };
    const others = await (0,file_cache.readFromCache)(HISTORY_FILE, [(0,cache_key.cacheKey)(KEY_KIND)], io);
    const otherName = others.state === "hit" ? (0,cache_key.partOfKey)(others.key, 1) : undefined;
    return { points: own, ...(otherName !== undefined && otherName !== name && { otherName }) };
}
/** @returns the newest points under a prefix, none when there are none, or why nobody knows. */
async function readPoints(prefix, io) {
    const lookup = await (0,file_cache.readFromCache)(HISTORY_FILE, [(0,cache_key.cacheKey)(...prefix)], io);
    io.log.debug(`History under ${(0,cache_key.cacheKey)(...prefix)}: ${lookup.state}`);
    switch (lookup.state) {
        case "hit":
            try {
                return parseHistory(lookup.content.toString());
            }
            catch (error) {
                const reason = `the cache entry \`${lookup.key}\` cannot be read: ${error.message}`;
                return { state: "unreadable", reason };
            }
        case "miss":
            return [];
        default:
            return lookup;
    }
}
/** Adds a point and saves the history under a key of this run: the cache never overwrites a key. */
async function saveHistory(name, machine, points, io) {
    const { GITHUB_RUN_ID = "0", GITHUB_RUN_ATTEMPT = "1" } = io.environment;
    const run = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, points.at(-1)?.sha.slice(0, 12)].join("-");
    const saved = await (0,file_cache.saveToCache)(HISTORY_FILE, (0,cache_key.cacheKey)(KEY_KIND, name, machineKey(machine), run), [formatHistory(points.slice(-MAX_POINTS))], { folder: (0,external_node_path_.join)(io.temporary, "cache"), log: io.log });
    io.log.info(saved
        ? "Results kept for the trend."
        : "Results not kept for the trend: they are in the cache already, or there is no cache.");
}
function formatHistory(points) {
    return JSON.stringify({
        schemaVersion: 1,
        points: points.map(({ times, ...point }) => ({ ...point, times: Object.fromEntries(times) })),
    });
}
/** Reads a saved history and skips points of another shape. @throws SyntaxError when the text is not valid JSON. */
function parseHistory(text) {
    const { schemaVersion, points } = (JSON.parse(text) ?? {});
    if (schemaVersion !== 1 || !Array.isArray(points))
        return [];
    return points.slice(-MAX_POINTS).flatMap((point) => {
        const { sha, at, times, gate } = (point ?? {});
        if (typeof sha !== "string" || !/^[0-9a-f]{40,64}$/.test(sha))
            return [];
        if (!Number.isSafeInteger(at) || typeof times !== "object" || times === null)
            return [];
        const known = Object.entries(times).filter((entry) => typeof entry[1] === "number" && Number.isFinite(entry[1]) && entry[1] > 0);
        return [{ sha, at: at, times: new Map(known), ...(isTexts(gate) && { gate }) }];
    });
}
function isTexts(value) {
    return typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === "string");
}
/** Keeps what a push to the default branch measured. No other event may save: a pull request could forge the history. */
async function conclude(inputs, facts, io) {
    const { pushToDefaultBranch, sha } = io.event();
    if (!pushToDefaultBranch || !inputs.history || facts.kind === "published")
        return;
    if (facts.run === undefined || facts.problem !== undefined)
        return;
    const times = new Map(facts.groups
        .flatMap(({ series }) => series)
        .filter(({ metric, rounds }) => metric.name === "time" && metric.unit === "ns" && rounds.length > 0)
        .map(({ benchmark, rounds }) => [benchmark, median(rounds.flatMap(({ head }) => head))]));
    if (times.size === 0)
        return;
    const point = { sha, at: Math.floor(Date.now() / 1000), times, gate: inputs.gate };
    await io.log.group("Keeping the results for the trend", () => saveHistory(inputs.name, facts.machine, [...facts.trend.filter((each) => each.sha !== sha), point], io));
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/spending.js
/**
 * When a run of rounds is looked at, and which part of alpha each look may spend. Looking again and again at the same
 * level turns an error of 5.5 % into 17.4 % (measured at eleven looks). Here the parts add up to at most one however
 * many looks there are, so the number of rounds need not be planned and the error holds for any dependence between the
 * looks.
 */
/** Time ends a run before; this bounds what is kept of programs that take no time at all. */
const MOST_ROUNDS = 10_000;
/** How many times later the next look comes. */
const STEP = 1.5;
/**
 * The counts of rounds at which a run is looked at, from `least` to `most`: each about half as many again. A count does
 * not depend on `most`, except for the last.
 */
function* looksFrom(least, most) {
    let look = Math.min(least, most);
    while (look < most) {
        yield look;
        look = Math.max(look + 1, Math.round(look * STEP));
        // A last look right after another would cost a share and show nothing new.
        if (look * STEP ** 0.5 > most)
            break;
    }
    yield most;
}
/**
 * The part of alpha that the look with this index (from 0) may spend: 1/2, 1/6, 1/12, 1/20 and so on, which add up to
 * one only at infinity.
 *
 * @param isLast whether it was bound to be the last, whatever had been measured. It spends what is left.
 */
function lookShare(index, isLast) {
    return isLast ? 1 / (index + 1) : 1 / ((index + 1) * (index + 2));
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/effort.js

/** What empty inputs stand for. */
const USUAL_EFFORT = { minRounds: 6, maxRounds: MOST_ROUNDS, maxMinutes: 10 };
const INPUTS = [
    ["min-rounds", "minRounds"],
    ["max-rounds", "maxRounds"],
    ["max-minutes", "maxMinutes"],
];
/**
 * Measuring less leaves a slowdown inconclusive, which passes by default: the larger counts, of what the change spends
 * and what the default branch does.
 *
 * @param now the gate's inputs, as written. @param before the default branch's.
 */
function enforceEffort(now, before) {
    const effort = {};
    const lowered = [];
    for (const [input, key] of INPUTS) {
        const asked = numberOf(now[input], USUAL_EFFORT[key]);
        const was = numberOf(before[input], USUAL_EFFORT[key]);
        if (was === undefined || asked === undefined || asked >= was)
            continue;
        effort[key] = was;
        lowered.push({ input, asked: String(asked), enforced: String(was) });
    }
    return { effort, lowered };
}
/** Undefined when it was not kept, or is no number. */
function numberOf(text, usual) {
    if (text === "")
        return usual;
    return text !== undefined && /^\d{1,5}(?:\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/limit.js
/** Reads `10`, `10%` or `10 %`, from 0 to 1000 percent. @returns a fraction: 0.1; undefined when the text is something else. */
function parseFraction(text) {
    const match = /^(\d{1,4}(?:\.\d{1,6})?)\s*%?$/.exec(text);
    const percent = match === null ? Number.NaN : Number(match[1]);
    return percent <= 1000 ? percent / 100 : undefined;
}
const NANOSECONDS = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9 };
/** Reads `0`, `5ns`, `1.5 us`, `2ms` or `1s`. @returns nanoseconds; undefined when the text is something else. */
function parseTime(text) {
    const match = /^(\d{1,9}(?:\.\d{1,6})?)\s*(ns|us|µs|μs|ms|s)?$/.exec(text);
    if (match === null || (match[2] === undefined && Number(match[1]) !== 0))
        return undefined;
    return Number(match[1]) * NANOSECONDS[match[2] ?? "ns"];
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var globs = __webpack_require__(5931);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/overrides.js


/**
 * Reads `glob => margin 10 %, floor 5us`, `glob => ignore` and `glob => higher`.
 *
 * @throws RangeError naming what is wrong with the line.
 */
function parseOverride(line) {
    const [pattern, rules] = line.split(/=>(.*)/).map((part) => part.trim());
    if (!pattern || !rules)
        throw new RangeError("is not a rule; write `glob => margin 10 %`, `glob => higher` or `glob => ignore`");
    const problem = (0,globs/* patternProblem */.A)(pattern);
    if (problem !== undefined)
        throw new RangeError(`has a glob that ${problem}`);
    const override = { pattern };
    for (const rule of rules.split(",").map((part) => part.trim())) {
        const [word, value = ""] = rule.split(/\s+(.*)/);
        if (word === "ignore" && value === "")
            override.ignore = true;
        else if ((word === "lower" || word === "higher") && value === "") {
            if (override.better !== undefined && override.better !== word)
                throw new RangeError("says both `lower` and `higher`; write the one that is better");
            override.better = word;
        }
        else if (word === "margin") {
            const margin = parseFraction(value);
            if (margin === undefined || margin === 0)
                throw new RangeError(`has the margin \`${value}\`; write a percentage above 0 such as \`10 %\``);
            override.margin = margin;
        }
        else if (word === "floor") {
            const floor = parseTime(value);
            if (floor === undefined)
                throw new RangeError(`has the floor \`${value}\`; write a time such as \`5us\``);
            override.floor = floor;
        }
        else
            throw new RangeError(`has the rule \`${rule}\`; write \`margin 10 %\`, \`floor 5us\`, \`lower\`, \`higher\` or \`ignore\``);
    }
    return override;
}

// EXTERNAL MODULE: ./build/js/actions/bench-compare/src/judging/rules.js
var rules = __webpack_require__(7900);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/enforce.js






/** The smaller of two numbers is the stricter one. */
const NUMBERS = [
    ["margin", "margin", parseFraction],
    ["exact-margin", "exactMargin", parseFraction],
    ["floor", "floor", parseTime],
];
/**
 * A pull request cannot weaken its own gate: the stricter counts, of what it asks for and what the default branch was last judged by.
 *
 * @param before the default branch's inputs, as written; undefined when they are not known.
 */
function enforceRules(inputs, before) {
    const { gate: now } = inputs;
    const rules = { ...inputs.rules };
    const lowered = before === undefined ? [] : [...enforceEffort(now, before).lowered];
    if (before === undefined) {
        const { failOn, onMissingBase, onTooFewRuns, ignoreLabel } = inputs;
        return { rules, failOn, onMissingBase, onTooFewRuns, ignoreLabel, lowered, changed: [] };
    }
    for (const [input, key, parse] of NUMBERS) {
        const was = parse(before[input] ?? "");
        if (was === undefined || rules[key] <= was)
            continue;
        lowered.push({ input, asked: now[input] ?? "", enforced: before[input] });
        rules[key] = was;
    }
    const required = parseFailures(before["fail-on"]);
    const dropped = required.filter((failure) => !inputs.failOn.includes(failure));
    if (dropped.length > 0)
        lowered.push({ input: "fail-on", asked: inputs.failOn.join(", ") || "never", enforced: required.join(", ") });
    const enforceFailure = (input, asked) => {
        if (before[input] !== "fail" || asked === "fail")
            return asked;
        lowered.push({ input, asked, enforced: "fail" });
        return "fail";
    };
    const failOn = [...inputs.failOn, ...dropped];
    const alpha = parseAlpha(before.alpha);
    // A larger one calls more regressions. It also clears more of what is inconclusive, so where that fails none may change.
    if (alpha !== undefined && (rules.alpha < alpha || (rules.alpha > alpha && failOn.includes("inconclusive")))) {
        lowered.push({ input: "alpha", asked: now.alpha ?? "", enforced: before.alpha });
        rules.alpha = alpha;
    }
    return {
        rules: { ...rules, ...otherOverrides(inputs, before) },
        ignoreLabel: enforceLabel(inputs, before["ignore-label"], lowered),
        failOn,
        onMissingBase: enforceFailure("on-missing-base", inputs.onMissingBase),
        onTooFewRuns: enforceFailure("on-too-few-runs", inputs.onTooFewRuns),
        lowered,
        changed: ["overrides", "null-control"].filter((input) => before[input] !== undefined && before[input] !== (now[input] ?? "")),
    };
}
/** The default branch's overrides, and the limits that they differ from, where they are others than the change's. */
function otherOverrides({ rules }, before) {
    if (before.overrides === undefined)
        return {};
    const overrides = parseOverrides(before.overrides);
    if ((0,external_node_util_.isDeepStrictEqual)(overrides, rules.overrides))
        return {};
    const { margin = rules.margin, floor = rules.floor } = {
        margin: parseFraction(before.margin ?? ""),
        floor: parseTime(before.floor ?? ""),
    };
    return { before: { margin, floor, overrides } };
}
/** A line that cannot be read any more excuses nothing. */
function parseOverrides(text) {
    const reader = new inputs/* InputReader */.i_({ [(0,inputs/* environmentName */.VE)("overrides")]: text });
    return reader.list("overrides").flatMap((line) => {
        try {
            return [parseOverride(line)];
        }
        catch (error) {
            if (error instanceof RangeError)
                return [];
            throw error;
        }
    });
}
/** Another label than the default branch's excuses nothing: a change could name one that it has. */
function enforceLabel({ ignoreLabel }, before, lowered) {
    if (ignoreLabel === undefined || before === undefined || ignoreLabel === before)
        return ignoreLabel;
    lowered.push({ input: "ignore-label", asked: ignoreLabel, enforced: before === "" ? "nothing" : before });
    return before === "" ? undefined : before;
}
function parseAlpha(text = "") {
    const alpha = /^0?\.\d{1,8}$/.test(text) ? Number(text) : 0;
    return alpha > 0 ? alpha : undefined;
}
function parseFailures(text = "") {
    const words = text.split(/[\s,]/);
    return rules/* FAILURES */.E.filter((failure) => words.includes(failure));
}

// EXTERNAL MODULE: ./build/js/actions/bench-compare/src/labels.js
var src_labels = __webpack_require__(6085);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/binaries.js





/** The first bytes of ELF, of the four forms of Mach-O, and of PE. */
const EXECUTABLE_STARTS = ["7f454c46", "cafebabe", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "4d5a"];
/** A build that leaves more than this is not compared: a part may be equal although the whole is not. */
const MAX_FILES = 500;
const binaries_MAX_BYTES = 4_000_000_000;
/**
 * Hashes what a build left in a checkout: the files that `patterns` match, or every executable that git does not track.
 *
 * @param git in that checkout.
 * @returns nothing when there is too much to hash.
 */
async function hashBinaries(root, git, patterns) {
    const isWanted = patterns.length === 0 ? () => true : (0,globs/* pathFilter */.Y)(patterns);
    const binaries = new Map();
    let left = binaries_MAX_BYTES;
    for (const path of (await git.listUntracked()).filter(isWanted).sort()) {
        const absolute = (0,external_node_path_.join)(root, path);
        const stat = (0,external_node_fs_.lstatSync)(absolute, { throwIfNoEntry: false });
        if (stat === undefined || !stat.isFile())
            continue;
        if (patterns.length === 0 && ((stat.mode & 0o111) === 0 || !isExecutable(absolute)))
            continue;
        if (stat.size > left || binaries.size === MAX_FILES)
            return new Map();
        binaries.set(path, hashFile(absolute));
        left -= stat.size;
    }
    return binaries;
}
/** Sources that only a compiler reads: if the program stays the same, a change of them has no effect. */
const COMPILED = /\.(?:rs|go|c|h|cc|cpp|cxx|hh|hpp|hxx|m|mm|swift|zig|d|f90|f|s|asm|adb|ads|pas|nim)$/i;
/**
 * Whether both sides are the same program; undefined when that is not known. Equal files alone do not show it: dependencies, and tools beside the
 * benchmark, are equal on both sides of every change. So either the workflow named the files, or the commands start them and nothing changed that
 * they could read when they run.
 */
function tellIdentity({ base, head, changed, isNamed, programs, workingDirectory, }) {
    if (changed.length === 0)
        return true;
    const isEqual = areEqual(base, head);
    if (isEqual !== true || isNamed)
        return isEqual;
    const started = programs.map((program) => (0,external_node_path_.join)(workingDirectory, program));
    const isCovered = programs.every((program, at) => program.includes("/") && base.has(started[at]));
    return isCovered && changed.every((path) => COMPILED.test(path)) ? true : undefined;
}
/** Undefined when there is nothing to compare. */
function areEqual(a, b) {
    if (a.size === 0 || b.size === 0)
        return undefined;
    return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}
function isExecutable(path) {
    const hex = (0,file_content/* withFile */.D4)(path, (file) => Buffer.from(file.head(4)).toString("hex"));
    return EXECUTABLE_STARTS.some((known) => hex.startsWith(known));
}
function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    (0,file_content/* withFile */.D4)(path, (file) => {
        for (const chunk of file.chunks())
            hash.update(chunk);
    });
    return hash.digest("hex");
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/folders.js


function foldersIn(temporary) {
    return {
        checkouts: (0,external_node_path_.join)(temporary, "checkouts"),
        scratch: (0,external_node_path_.join)(temporary, "scratch"),
        temporary: (0,external_node_path_.join)(temporary, "tmp"),
    };
}
/** Removes a folder with everything in it. */
function removeFolder(folder) {
    try {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 2 });
    }
    catch {
        // The folders of Go's module cache are read-only, and only root can delete from those.
        makeFoldersWritable(folder);
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 2 });
    }
}
function makeFoldersWritable(folder) {
    // A link would lead the change of permissions elsewhere.
    if (!(0,external_node_fs_.lstatSync)(folder).isDirectory())
        return;
    (0,external_node_fs_.chmodSync)(folder, 0o700);
    for (const entry of (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }))
        if (entry.isDirectory())
            makeFoldersWritable((0,external_node_path_.join)(folder, entry.name));
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/checkouts.js



/**
 * The checkouts of base and head. Each is moved to one and the same path before anything is built or run in it. The length of a path moves the
 * stack, and with it the times (Mytkowicz et al. 2009), and its text ends up in binaries: only at one path do equal sources give equal programs.
 */
class Checkouts {
    #folder;
    #git;
    #entered;
    /** @param folder for the checkouts; created by `add`, deleted by `remove`. */
    constructor(folder, git) {
        this.#folder = folder;
        this.#git = git;
    }
    /** The path of the checkout that was entered. */
    get root() {
        return (0,external_node_path_.join)(this.#folder, "work");
    }
    async add(commits) {
        await this.remove();
        (0,external_node_fs_.mkdirSync)(this.#folder, { recursive: true });
        await this.#git.addWorktree((0,external_node_path_.join)(this.#folder, "base"), commits.base);
        await this.#git.addWorktree((0,external_node_path_.join)(this.#folder, "head"), commits.head);
    }
    /** Moves a checkout to `root`. Entering one leaves the other. */
    enter(side) {
        if (this.#entered === side)
            return;
        this.leave();
        (0,external_node_fs_.renameSync)((0,external_node_path_.join)(this.#folder, side), this.root);
        this.#entered = side;
    }
    leave() {
        if (this.#entered === undefined)
            return;
        (0,external_node_fs_.renameSync)(this.root, (0,external_node_path_.join)(this.#folder, this.#entered));
        this.#entered = undefined;
    }
    async remove() {
        this.removeFiles();
        await this.#git.pruneWorktrees();
    }
    /** What can be done at once when a run is cancelled; `post` makes git forget the rest. */
    removeFiles() {
        this.#entered = undefined;
        removeFolder(this.#folder);
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/git/comparison.js
var git_comparison = __webpack_require__(6102);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/commits.js


/**
 * Finds the commits to measure: HEAD, and `baseRef` or what the event starts from.
 *
 * @throws UserError when there is nothing to compare with.
 */
async function findCommits(git, event, baseRef) {
    if (baseRef === undefined) {
        const comparison = await (0,git_comparison.findComparison)(git, event);
        if (comparison.state === "compared" && comparison.base !== comparison.head)
            return comparison;
        // Under `pull_request_target` actions/checkout takes the base: compared with itself it would always pass.
        if (comparison.state === "compared")
            throw new user_error/* UserError */.y(`HEAD, ${comparison.head.slice(0, 10)}, has nothing that its base does not have; check out the head of the pull request with \`ref\` of actions/checkout`);
        throw new user_error/* UserError */.y(`there is nothing to compare with: ${comparison.reason}; name a branch or commit in \`base-ref\``);
    }
    const head = await git.resolve("HEAD");
    const base = (await git.resolve(`refs/remotes/origin/${baseRef}`)) ?? (await git.resolve(baseRef));
    if (head === undefined)
        throw new user_error/* UserError */.y("the repository has no commit");
    if (base !== undefined)
        return { base, head, reason: `HEAD against \`${baseRef}\`` };
    if (/^[0-9a-f]{40,64}$/.test(baseRef) && (await git.fetchCommit(baseRef)))
        return { base: baseRef, head, reason: "HEAD against the commit in `base-ref`" };
    throw new user_error/* UserError */.y(`input \`base-ref\` is \`${baseRef}\`, and this checkout has no such branch, tag or commit; check out with \`fetch-depth: 0\`, or write a whole commit id`);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/machine.js

function describeMachine() {
    const all = (0,external_node_os_.cpus)();
    return {
        cpu: (all[0]?.model ?? "unknown").replace(/\s+/g, " ").trim(),
        cores: all.length,
        system: `${(0,external_node_os_.type)()} ${(0,external_node_os_.release)()}`,
        load: Math.round((0,external_node_os_.loadavg)()[0] * 100) / 100,
    };
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/names.js
/**
 * Keeps benchmarks with the same name apart: samples of two benchmarks under one name would hide a change in either.
 */
class Names {
    #builder;
    #times = new Map();
    constructor(builder) {
        this.#builder = builder;
    }
    /** The name itself, or the name with a number if it was used before. */
    unique(name) {
        const times = (this.#times.get(name) ?? 0) + 1;
        this.#times.set(name, times);
        if (times === 1)
            return name;
        const numbered = this.unique(`${name} #${times}`);
        this.#builder.warn(`two benchmarks are called ${name}; the later one is ${numbered}`);
        return numbered;
    }
}
/** The items that a list holds more than once. */
function repeated(names) {
    const seen = new Set();
    const again = new Set();
    for (const name of names) {
        if (seen.has(name))
            again.add(name);
        seen.add(name);
    }
    return again;
}
/** ` (size=10, kind=x)`, in the order of the report; empty if there are none. */
function parametersOf(parameters) {
    if (parameters.isMissing)
        return "";
    const pairs = [...parameters.entries()].map(([key, { raw }]) => `${key}=${writtenAs(raw)}`);
    return pairs.length === 0 ? "" : ` (${pairs.join(", ")})`;
}
/** Not `String`: an object in a report may have a `toString` that is not a function. */
function writtenAs(raw) {
    return typeof raw === "string" ? raw : (JSON.stringify(raw) ?? "");
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/model.js
/** Every format that can be read; the input `format` takes these names. The last two are github-action-benchmark's. */
const FORMATS = [
    "go",
    "criterion",
    "libtest",
    "hyperfine",
    "google-benchmark",
    "jmh",
    "pytest-benchmark",
    "benchmarkdotnet",
    "vitest",
    "tinybench",
    "mitata",
    "custom",
    "customSmallerIsBetter",
    "customBiggerIsBetter",
];
/** No benchmark's name holds a NUL: names are cleaned when they are read. */
function seriesKey(benchmark, metric) {
    return `${benchmark}\0${metric}`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/processor-suffix.js

/**
 * Decides what the `-8` of Go's names is: GOMAXPROCS, which goes, since it is the machine's, or a part of the name. One
 * side alone cannot tell: with one processor `BenchmarkHash-16` is a whole name, and a change that adds `Hash-32` must
 * not rename it. A suffix goes where all lines of a side have it and more names are then on both sides, or as many and
 * both sides lose it. Where each side has one single name (`Hash-16` and `Hash-32`), suffixes that differ stay.
 */
function settleNames(base, head) {
    const lost = lostSuffixes(sideOf(base), sideOf(head));
    return { base: (results) => strip(results, lost.base), head: (results) => strip(results, lost.head) };
}
function lostSuffixes(base, head) {
    // Where a side measured nothing, its failures are called as the other side's benchmarks are.
    if (base.names.size === 0)
        return { base: head.suffix, head: head.suffix };
    if (head.names.size === 0)
        return { base: base.suffix, head: base.suffix };
    const isDoubtful = base.suffix !== head.suffix && base.names.size === 1 && head.names.size === 1;
    const mayBothLose = base.suffix !== "" && head.suffix !== "" && !isDoubtful;
    const candidates = [
        ...(mayBothLose ? [{ base: base.suffix, head: head.suffix }] : []),
        { base: "", head: "" },
        { base: base.suffix, head: "" },
        { base: "", head: head.suffix },
    ];
    const common = (lost) => {
        const names = new Set([...base.names].map((name) => without(name, lost.base)));
        return [...head.names].filter((name) => names.has(without(name, lost.head))).length;
    };
    return candidates.reduce((best, candidate) => (common(candidate) > common(best) ? candidate : best));
}
function sideOf(all) {
    const measured = all.filter(({ series }) => series.size > 0);
    const suffixes = new Set(measured.map(({ suffix = "" }) => suffix));
    return {
        names: new Set(measured.flatMap(({ series }) => [...series.values()].map(({ benchmark }) => benchmark))),
        suffix: suffixes.size === 1 ? [...suffixes][0] : "",
    };
}
function strip(results, suffix) {
    return {
        ...results,
        series: new Map([...results.series.values()].map((series) => {
            const benchmark = without(series.benchmark, suffix);
            return [seriesKey(benchmark, series.metric.name), { ...series, benchmark }];
        })),
        failed: results.failed.map((failed) => ({ ...failed, benchmark: without(failed.benchmark, suffix) })),
    };
}
function without(name, suffix) {
    return name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/random.js
/** xoshiro128** (Blackman and Vigna 2018), its state filled from any text by FNV-1a and splitmix32. */
function seededRandom(seed) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(seed))
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    const next = () => {
        hash = (hash + 0x9e3779b9) >>> 0;
        let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
        mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
        return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    let [a, b, c, d] = [next(), next(), next(), next()];
    return () => {
        const product = Math.imul(b, 5);
        const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
        const shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 11) | (d >>> 21);
        return result / 4_294_967_296;
    };
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/schedule.js
/**
 * The order of one round: every arm twice, in any order, each as likely as the others. So each of the six ways to split
 * the four runs of base and head is as likely, and the rank-sum test counts just these: it is exact whatever the noise
 * does in time. (A mirrored order such as `A B B A` draws two of the six. It cancels a drift in a straight line, but
 * noise that is symmetric about a round's middle then gives 22 % false alarms at a nominal 5 %.)
 */
function roundOrder(arms, random) {
    const order = [...arms, ...arms];
    for (let at = order.length - 1; at > 0; at--) {
        const other = Math.floor(random() * (at + 1));
        [order[at], order[other]] = [order[other], order[at]];
    }
    return order;
}
/**
 * The environment's size moves the stack, and with it times by some percent (Mytkowicz et al. 2009); hyperfine pads by
 * as much.
 */
const MAX_PADDING = 4096;
/** How many bytes to pad the environment of one process by. */
function environmentPadding(random) {
    return Math.floor(random() * MAX_PADDING);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/benchmark-limits.js

/**
 * What each metric is judged by. A change cannot leave out a benchmark, or give it a wider margin, than the default branch
 * does: of both the stricter counts.
 */
function limitsBy({ before, ...rules }) {
    const own = ownLimits(rules);
    if (before === undefined)
        return own;
    const theirs = ownLimits(before);
    return (benchmark, title) => {
        const [a, b] = [own(benchmark, title), theirs(benchmark, title)];
        return {
            margin: Math.min(a.margin, b.margin),
            floor: Math.min(a.floor, b.floor),
            ignore: a.ignore && b.ignore,
        };
    };
}
/**
 * By the last override that matches the benchmark, or its title. Globs work as for paths: `*` stops at a slash and `**`
 * does not, so a pattern without a slash matches only names without one. A line that only says a direction hides no
 * other one.
 */
function ownLimits({ overrides, margin, floor }) {
    const rules = overrides
        .filter((each) => each.margin !== undefined || each.floor !== undefined || each.ignore === true)
        .map((override) => ({ override, matches: (0,glob/* compileGlob */.S)(override.pattern) }));
    return (benchmark, title = benchmark) => {
        const found = rules.findLast(({ matches }) => matches(benchmark) || matches(title))?.override;
        return { margin: found?.margin ?? margin, floor: found?.floor ?? floor, ignore: found?.ignore === true };
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/wording/duration.js
/** A time that somebody waits: `850 ms`, `12.3 s`, `4.2 min`. @param time milliseconds. */
function formatDuration(time) {
    if (time < 1000)
        return `${Math.round(time)} ms`;
    if (time < 120_000)
        return `${(time / 1000).toFixed(1)} s`;
    return `${(time / 60_000).toFixed(1)} min`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/attainable.js

/** With fewer runs a side no test can decide, whatever its p-value. */
const LEAST_RUNS = 4;
/** Ways to split the four runs of one round into two of the base and two of the head. */
const SPLITS_OF_A_ROUND = 6;
/**
 * How many runs a side it takes until the largest change of all, with every run of the head above every one of the
 * base, has a p-value of at most `level`.
 */
function leastRuns(level) {
    let runs = 0;
    // One over the ways to choose which `runs` of twice as many are the head's.
    let p = 1;
    while (p > level || runs < LEAST_RUNS) {
        runs++;
        p *= runs / (2 * (2 * runs - 1));
    }
    return runs;
}
/**
 * The same in rounds of two runs a side. Where time ends before `minRounds` there is one look, with all of `level`; from
 * then on a look has its share.
 */
function leastRounds(level, minRounds) {
    const isEnough = (rounds, share) => SPLITS_OF_A_ROUND ** -rounds <= level * share;
    let rounds = LEAST_RUNS / 2;
    for (; rounds < minRounds; rounds++)
        if (isEnough(rounds, lookShare(0, true)))
            return rounds;
    let index = 0;
    for (const look of looksFrom(minRounds, Number.MAX_SAFE_INTEGER)) {
        for (; rounds <= look; rounds++)
            if (isEnough(rounds, lookShare(index, false)))
                return rounds;
        index++;
    }
    return rounds;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/holm.js
/** @param pValues may be above 1 (a p-value weighted for one of several looks): such are never rejected. */
function holm(pValues, alpha) {
    const order = pValues.map((_, at) => at).sort((a, b) => pValues[a] - pValues[b] || a - b);
    const decisions = new Array(pValues.length);
    let rejecting = true;
    let level = alpha / Math.max(1, pValues.length);
    for (const [rank, at] of order.entries()) {
        if (rejecting)
            level = alpha / (pValues.length - rank);
        rejecting &&= pValues[at] <= level;
        decisions[at] = { rejected: rejecting, level };
    }
    return decisions;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/normal.js
/** P(Z > z) of the standard normal distribution, with a relative error below 1e-10 in either tail. */
function normal_normalTail(z) {
    return z < 0 ? 1 - upperTail(-z) : upperTail(z);
}
/** Below 3 the series of the error function, above it Laplace's continued fraction. */
function upperTail(z) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    if (z < 3) {
        let term = z;
        let sum = z;
        for (let k = 1; k < 60; k++) {
            term *= (z * z) / (2 * k + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }
    let fraction = z;
    for (let k = 60; k >= 1; k--)
        fraction = z + k / fraction;
    return density / fraction;
}
/** The z that a standard normal value is above with this probability: the inverse of `normalTail`. */
function normal_normalQuantile(probability) {
    let low = -40;
    let high = 40;
    for (let step = 0; step < 80; step++) {
        const middle = (low + high) / 2;
        if (normal_normalTail(middle) > probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/saddlepoint.js

/**
 * P(S >= at) for a sum S of independent draws, one of each row with equal chances, by Lugannani and Rice's formula
 * (1980): the relative error stays in percents far out in the tails, where the normal approximation is off by a factor
 * of ten and the exact distribution takes a thousand times as long.
 *
 * @param rows `width` values each; a draw takes any of them with either sign, so every row is symmetric about zero.
 * @param at above 0.
 * @param variance of the sum.
 */
function saddlepointTail(rows, width, at, variance) {
    let most = 0;
    for (let row = 0; row < rows.length; row += width) {
        let greatest = 0;
        for (let k = 0; k < width; k++)
            greatest = Math.max(greatest, Math.abs(rows[row + k]));
        most += greatest;
    }
    if (at >= most)
        return at > most ? 0 : chanceOfTheEnd(rows, width);
    let t = at / variance;
    let cumulant = 0;
    let curvature = variance;
    for (let step = 0; step < MAX_STEPS; step++) {
        cumulant = 0;
        let slope = 0;
        curvature = 0;
        for (let row = 0; row < rows.length; row += width) {
            let sum = 0;
            let first = 0;
            let second = 0;
            for (let k = 0; k < width; k++) {
                const value = rows[row + k];
                const weight = Math.exp(t * value);
                const both = weight + 1 / weight;
                sum += both;
                first += (weight - 1 / weight) * value;
                second += both * value * value;
            }
            cumulant += Math.log(sum / (2 * width));
            slope += first / sum;
            curvature += second / sum - (first / sum) ** 2;
        }
        const miss = at - slope;
        if (Math.abs(miss) < 1e-9 * at)
            break;
        const next = t + miss / curvature;
        // Newton's step overshoots near the largest possible sum, where the slope is flat.
        t = Math.min(next, t * 2);
    }
    const w = Math.sqrt(Math.max(0, 2 * (t * at - cumulant)));
    const u = t * Math.sqrt(curvature);
    if (w < NEAR_THE_MIDDLE)
        return normal_normalTail(w);
    const density = Math.exp((-w * w) / 2) / Math.sqrt(2 * Math.PI);
    return Math.min(1, Math.max(0, normal_normalTail(w) + density * (1 / u - 1 / w)));
}
const MAX_STEPS = 30;
/** There both terms of the correction go to infinity and their difference to zero. */
const NEAR_THE_MIDDLE = 1e-3;
/** The largest sum of all: the chance of drawing the greatest of every row. */
function chanceOfTheEnd(rows, width) {
    let chance = 1;
    for (let row = 0; row < rows.length; row += width) {
        const values = rows.subarray(row, row + width).map(Math.abs);
        const greatest = values.reduce((best, value) => Math.max(best, value));
        chance *= greatest === 0 ? 1 : values.filter((value) => value === greatest).length / (2 * width);
    }
    return chance;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/rank-sum.js


/**
 * Steps of the exact distribution of strata of any sizes, at most 0.1 ms: one of twelve runs a side with ties has its
 * exact one.
 */
const MAX_EXACT_STEPS = 100_000;
/** Steps of the exact tail of rounds of two against two, some microseconds: they are asked a hundred times as often. */
const MAX_TAIL_STEPS = 10_000;
/**
 * Runs that have only so many different ranks have sums in clumps, where a smooth formula is off by a factor of two.
 */
const FEW_LEVELS = 12;
const MAX_STEPS_OF_FEW_LEVELS = 500_000;
/**
 * Doubled ranks step by 2 without ties and by 1 with some: half of the larger step, for the continuity of the
 * approximations.
 */
const HALF_STEP = 1;
/**
 * A rank-sum test that knows in which rounds the runs were made: all runs are ranked together (midranks for ties), and
 * the null distribution is that of every way to swap base and head *within* their rounds, each of which `roundOrder`
 * draws as often. So drift from round to round,
 * whatever its form, does not count as a difference, and an outlier costs one rank. With one stratum it is the
 * Mann-Whitney test, exact with ties; with strata of one against one it is the randomisation test of pairs. Sampling of
 * the swaps is not needed: sums of ranks are integers (doubled).
 *
 * The distribution is exact where that is cheap: small strata, and of rounds of two against two the tail that is asked
 * for, whenever it is short, because near its end and with many ties the sums lie too far apart for any smooth formula
 * (it was off by a factor of 2.4). Other rounds of two against two take a saddlepoint approximation, and large strata
 * the normal one.
 */
class RankSumTest {
    /** Ascending, with the stratum of each. */
    #base;
    #head;
    #strata;
    #sizes;
    #sums;
    #headSums;
    #squares;
    /** Doubled, by stratum, ascending within each; `starts` says where one begins. */
    #ranks;
    #starts;
    #filled;
    #isPaired;
    /** How many different ranks there are. */
    #levels = 0;
    /** @param strata with finite values; those with nothing on one side say nothing and are left out. */
    constructor(strata) {
        const used = strata.filter(({ base, head }) => base.length > 0 && head.length > 0);
        this.#strata = used.length;
        this.#sizes = used.map(({ base, head }) => ({ heads: head.length, total: base.length + head.length }));
        this.#base = sortRuns(used.map(({ base }) => base));
        this.#head = sortRuns(used.map(({ head }) => head));
        this.#sums = new Float64Array(this.#strata);
        this.#headSums = new Float64Array(this.#strata);
        this.#squares = new Float64Array(this.#strata);
        this.#starts = new Int32Array(this.#strata);
        for (let at = 1; at < this.#strata; at++)
            this.#starts[at] = this.#starts[at - 1] + this.#sizes[at - 1].total;
        this.#filled = new Int32Array(this.#strata);
        this.#ranks = new Float64Array(this.#base.values.length + this.#head.values.length);
        this.#isPaired = this.#sizes.every(({ heads, total }) => heads === 2 && total === 4);
    }
    /** Smallest and largest difference of a head's and a base's value: no shift outside of them changes a rank. */
    get range() {
        const base = this.#base.values;
        const head = this.#head.values;
        return [head[0] - base.at(-1), head.at(-1) - base[0]];
    }
    /**
     * How far the head's ranks are above what swapping gives on average, in doubled ranks, once `shift` is taken off the
     * head.
     */
    excess(shift) {
        this.#rank(shift);
        let excess = 0;
        for (let at = 0; at < this.#strata; at++) {
            const { heads, total } = this.#sizes[at];
            excess += this.#headSums[at] - (heads * this.#sums[at]) / total;
        }
        return excess;
    }
    /** The test of "the head is `shift` above the base". */
    test(shift) {
        return { greater: this.greater(shift), less: this.less(shift) };
    }
    /** P(the head's ranks are as large or larger) if the head were `shift` above the base. */
    greater(shift) {
        return this.#tail(shift, 1);
    }
    /** P(the head's ranks are as small or smaller) if the head were `shift` above the base. */
    less(shift) {
        return this.#tail(shift, -1);
    }
    /**
     * How many standard deviations the head's ranks are too high, once `shift` is taken off the head; 0 when all ranks
     * are equal.
     */
    score(shift) {
        const excess = this.excess(shift);
        const variance = this.#variance();
        return variance > 0 ? excess / Math.sqrt(variance) : 0;
    }
    #tail(shift, sign) {
        if (this.#strata === 0)
            return 1;
        const excess = sign * this.excess(shift);
        const variance = this.#variance();
        if (!(variance > 0))
            return 1;
        if (this.#isPaired)
            return tailOfPairs(this.#pairSums(), excess, variance, this.#levels);
        const exact = this.#exact();
        if (exact !== undefined)
            return sign === 1 ? exact.greater : exact.less;
        return normal_normalTail((excess - HALF_STEP) / Math.sqrt(variance));
    }
    /**
     * For each stratum of two and two how far the rank sums of its three ways to split are from their mean, either side
     * up.
     */
    #pairSums() {
        const ranks = this.#ranks;
        const rows = new Float64Array(this.#strata * 3);
        for (let at = 0; at < this.#strata; at++) {
            const [a, b, c, d] = [ranks[4 * at], ranks[4 * at + 1], ranks[4 * at + 2], ranks[4 * at + 3]];
            const mean = (a + b + c + d) / 2;
            rows[3 * at] = a + b - mean;
            rows[3 * at + 1] = a + c - mean;
            rows[3 * at + 2] = a + d - mean;
        }
        return rows;
    }
    /** Of the excess at the shift that was ranked last. */
    #variance() {
        let variance = 0;
        for (let at = 0; at < this.#strata; at++) {
            const { heads, total } = this.#sizes[at];
            const mean = this.#sums[at] / total;
            const spread = this.#squares[at] / total - mean * mean;
            variance += (heads * (total - heads) * spread) / (total - 1);
        }
        return variance;
    }
    #exact() {
        if (this.#strata === 1) {
            const [{ heads, total }] = this.#sizes;
            if (isUntied(this.#ranks)) {
                // Ranks 1..N doubled: the classical distribution, kept by sizes.
                if (total > MAX_UNTIED_RUNS)
                    return undefined;
                const u = this.#headSums[0] / 2 - (heads * (heads + 1)) / 2;
                return tails(untiedDistribution(heads, total - heads), u);
            }
        }
        const groups = this.#sizes.map(({ total }, at) => this.#ranks.subarray(this.#starts[at], this.#starts[at] + total));
        let steps = 0;
        let width = 1;
        for (const [at, ranks] of groups.entries()) {
            const { heads } = this.#sizes[at];
            const range = rangeOfSums(ranks, heads);
            steps += ranks.length * heads * range + width * range;
            width += range;
            if (steps > MAX_EXACT_STEPS)
                return undefined;
        }
        let distribution = Float64Array.of(1);
        let observed = 0;
        for (const [at, ranks] of groups.entries()) {
            const { offset, weights } = sumsOfSubsets(ranks, this.#sizes[at].heads);
            distribution = convolve(distribution, weights);
            observed += Math.round(this.#headSums[at]) - offset;
        }
        return tails(distribution, observed);
    }
    /**
     * Ranks all runs with `shift` taken off the head: the ranks and sums of each stratum, doubled so that midranks are
     * integers.
     */
    #rank(shift) {
        const { values: base } = this.#base;
        const { values: head } = this.#head;
        this.#sums.fill(0);
        this.#headSums.fill(0);
        this.#squares.fill(0);
        this.#filled.set(this.#starts);
        this.#levels = 0;
        let b = 0;
        let h = 0;
        while (b < base.length || h < head.length) {
            const nextBase = b < base.length ? base[b] : Number.POSITIVE_INFINITY;
            const nextHead = h < head.length ? head[h] - shift : Number.POSITIVE_INFINITY;
            const next = nextBase < nextHead ? nextBase : nextHead;
            const fromBase = b;
            const fromHead = h;
            this.#levels++;
            while (b < base.length && base[b] <= next)
                b++;
            while (h < head.length && head[h] - shift <= next)
                h++;
            // Midrank of a run of ties, doubled: first + last, both 1-based.
            const rank = fromBase + fromHead + 1 + (b + h);
            for (let at = fromBase; at < b; at++)
                this.#add(this.#base.strata[at], rank);
            for (let at = fromHead; at < h; at++) {
                const stratum = this.#head.strata[at];
                this.#headSums[stratum] = this.#headSums[stratum] + rank;
                this.#add(stratum, rank);
            }
        }
    }
    #add(stratum, rank) {
        this.#sums[stratum] = this.#sums[stratum] + rank;
        this.#squares[stratum] = this.#squares[stratum] + rank * rank;
        this.#ranks[this.#filled[stratum]] = rank;
        this.#filled[stratum] = this.#filled[stratum] + 1;
    }
}
/**
 * P(S >= excess) for the sum of one of three values from each row, with either sign.
 *
 * @param levels how many different ranks the values come from.
 */
function tailOfPairs(rows, excess, variance, levels) {
    let most = 0;
    let step = 0;
    for (let row = 0; row < rows.length; row += 3) {
        const top = topOf(rows, row);
        most += top;
        for (let k = row; k < row + 3; k++)
            step = commonDivisor(top + rows[k], commonDivisor(top - rows[k], step));
    }
    // The sums are symmetric about zero, so the tail on the far side of it is the complement of a short one.
    const isNear = excess > 0;
    const length = Math.round((isNear ? most - excess : most + excess - step) / step);
    if (length < 0)
        return isNear ? 0 : 1;
    if (rows.length * length <= (levels > FEW_LEVELS ? MAX_TAIL_STEPS : MAX_STEPS_OF_FEW_LEVELS)) {
        const tail = topOfPairs(rows, step, length);
        return isNear ? tail : 1 - tail;
    }
    const at = excess - Math.max(HALF_STEP, step / 2);
    // Past the middle, exact digits do not matter.
    return at > 0 ? saddlepointTail(rows, 3, at, variance) : normal_normalTail(at / Math.sqrt(variance));
}
/** The exact chance of the largest sums: of those that are at most `length` steps below the largest of all. */
function topOfPairs(rows, step, length) {
    let chances = new Float64Array(length + 1);
    let next = new Float64Array(length + 1);
    chances[0] = 1;
    let reach = 0;
    for (let row = 0; row < rows.length; row += 3) {
        const top = topOf(rows, row);
        if (top === 0)
            continue;
        next.fill(0);
        // Ties make some of the six ways equal.
        const ways = new Map();
        for (let k = 0; k < 6; k++) {
            const value = rows[row + (k >> 1)];
            const below = Math.round((k % 2 === 0 ? top - value : top + value) / step);
            ways.set(below, (ways.get(below) ?? 0) + 1 / 6);
        }
        for (const [below, chance] of ways) {
            const last = Math.min(length - below, reach);
            for (let at = 0; at <= last; at++)
                next[at + below] = next[at + below] + chances[at] * chance;
        }
        reach = Math.min(length, reach + Math.round((2 * top) / step));
        [chances, next] = [next, chances];
    }
    let sum = 0;
    for (const chance of chances)
        sum += chance;
    return sum;
}
function topOf(rows, row) {
    return Math.max(Math.abs(rows[row]), Math.abs(rows[row + 1]), Math.abs(rows[row + 2]));
}
function commonDivisor(a, b) {
    let large = a;
    let small = b;
    while (small !== 0) {
        const rest = large % small;
        large = small;
        small = rest;
    }
    return large;
}
function sortRuns(groups) {
    const runs = groups.flatMap((values, stratum) => values.map((value) => ({ value, stratum })));
    runs.sort((a, b) => a.value - b.value);
    return {
        values: Float64Array.from(runs, ({ value }) => value),
        strata: Int32Array.from(runs, ({ stratum }) => stratum),
    };
}
function isUntied(ranks) {
    return ranks.every((rank, at) => at === 0 || rank !== ranks[at - 1]);
}
/** Both tails of a distribution of equally likely cases at an observed sum. */
function tails(weights, observed) {
    let below = 0;
    let above = 0;
    let total = 0;
    for (let sum = 0; sum < weights.length; sum++) {
        const weight = weights[sum];
        total += weight;
        if (sum <= observed)
            below += weight;
        if (sum >= observed)
            above += weight;
    }
    return { greater: above / total, less: below / total };
}
/**
 * How many values the sum of `count` of these ranks can have.
 *
 * @param sorted ascending.
 */
function rangeOfSums(sorted, count) {
    let range = 0;
    for (let at = 0; at < count; at++)
        range += sorted[sorted.length - 1 - at] - sorted[at];
    return range + 1;
}
/** How many ways there are to choose `count` of these ranks, by their sum less the smallest possible one (`offset`). */
function sumsOfSubsets(sorted, count) {
    const offset = sorted.slice(0, count).reduce((sum, rank) => sum + rank, 0);
    const range = rangeOfSums(sorted, count);
    // Sums of k ranks are kept less k times the smallest rank, so that rows stay short.
    const least = sorted[0];
    const width = offset - count * least + range;
    const ways = Array.from({ length: count + 1 }, () => new Float64Array(width));
    ways[0][0] = 1;
    // The largest sums of so many ranks yet: beyond them everything is zero.
    const reach = new Float64Array(count + 1);
    for (const [taken, rank] of sorted.entries()) {
        const step = rank - least;
        for (let k = Math.min(count, taken + 1); k >= 1; k--) {
            const to = ways[k];
            const from = ways[k - 1];
            reach[k] = reach[k - 1] + step;
            for (let sum = reach[k]; sum >= step; sum--)
                to[sum] = to[sum] + from[sum - step];
        }
    }
    return { offset, weights: ways[count].slice(offset - count * least) };
}
function convolve(a, b) {
    const product = new Float64Array(a.length + b.length - 1);
    for (let j = 0; j < b.length; j++) {
        const factor = b[j];
        if (factor === 0)
            continue;
        for (let i = 0; i < a.length; i++)
            product[i + j] = product[i + j] + factor * a[i];
    }
    return product;
}
/**
 * Above it the normal approximation is good to the third digit even far out, and the table would cost more than it
 * says.
 */
const MAX_UNTIED_RUNS = 100;
const untied = new Map();
/** The ways to each value of Mann and Whitney's U without ties. */
function untiedDistribution(heads, bases) {
    const key = heads * 1000 + bases;
    let weights = untied.get(key);
    if (weights === undefined) {
        // Gaussian binomial coefficient: the product of (1 - q^(bases+i)) / (1 - q^i). The upper half, where large numbers
        // would cancel, is the mirror.
        const width = heads * bases + 1;
        const half = Math.ceil(width / 2);
        weights = new Float64Array(width);
        weights[0] = 1;
        for (let i = 1; i <= heads; i++) {
            for (let sum = half - 1; sum >= bases + i; sum--)
                weights[sum] = weights[sum] - weights[sum - bases - i];
            for (let sum = i; sum < half; sum++)
                weights[sum] = weights[sum] + weights[sum - i];
        }
        for (let sum = half; sum < width; sum++)
            weights[sum] = weights[width - 1 - sum];
        untied.set(key, weights);
    }
    return weights;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/shift.js


/** Steps of bisection: the bounds of a change are exact to a millionth of the range that the runs span. */
const STEPS = 22;
/** By how much the head's values are above the base's (on logarithms: by which factor), as far as ranks can say. */
class Shift {
    #test;
    #estimate;
    constructor(strata) {
        this.#test = new RankSumTest(strata);
    }
    /**
     * The shift that leaves the head's ranks neither high nor low: Hodges and Lehmann's estimate that belongs to this
     * test.
     */
    get estimate() {
        this.#estimate ??= this.#middle();
        return this.#estimate;
    }
    #middle() {
        const [low, high] = this.#test.range;
        // A step function: it may be zero over a whole stretch, whose middle is taken.
        const from = bisect(low, high, (shift) => this.#test.excess(shift) <= EVEN);
        const to = bisect(low, high, (shift) => this.#test.excess(shift) < -EVEN);
        return (from + to) / 2;
    }
    /** P(ranks as high) if the head were just `shift` above: small when it is further above. */
    pAbove(shift) {
        return this.#test.greater(shift);
    }
    /** P(ranks as low) if the head were just `shift` above: small when it is less, or below. */
    pBelow(shift) {
        return this.#test.less(shift);
    }
    /**
     * The largest shift that the test rejects for being too small, at this one-sided level; -Infinity when it rejects
     * none.
     */
    lowerBound(level) {
        const [low, high] = this.#test.range;
        const outside = low - MARGIN_OF_RANGE;
        if (this.pAbove(outside) > level)
            return Number.NEGATIVE_INFINITY;
        // The score costs a tenth of a p-value and says where to look.
        const score = normal_normalQuantile(level);
        const near = bisect(outside, high, (shift) => this.#test.score(shift) < score);
        const from = this.pAbove(near) > level ? outside : near;
        return bracket(from, from === near ? this.estimate : near, (shift) => this.pAbove(shift) > level)[0];
    }
    /** One standard deviation of the estimate. */
    get deviation() {
        const [low, high] = this.#test.range;
        const from = bisect(low, high, (shift) => this.#test.score(shift) < 1);
        const to = bisect(low, high, (shift) => this.#test.score(shift) <= -1);
        return (to - from) / 2;
    }
    /** The smallest shift that the test rejects for being too large; Infinity when it rejects none. */
    upperBound(level) {
        const [low, high] = this.#test.range;
        const outside = high + MARGIN_OF_RANGE;
        if (this.pBelow(outside) > level)
            return Number.POSITIVE_INFINITY;
        const score = -normal_normalQuantile(level);
        const near = bisect(low, outside, (shift) => this.#test.score(shift) <= score);
        const to = this.pBelow(near) > level ? outside : near;
        return bisect(to === near ? this.estimate : near, to, (shift) => this.pBelow(shift) <= level);
    }
}
/** Of doubled ranks: what rounding leaves of zero. */
const EVEN = 1e-6;
/** Beyond the range of all differences no rank changes any more. */
const MARGIN_OF_RANGE = 1e-9;
/** Where a condition that is false below and true above begins to hold: a place where it holds. */
function bisect(low, high, holds) {
    return bracket(low, high, holds)[1];
}
/** The last place found where a condition does not hold, and the first where it does. */
function bracket(low, high, holds) {
    let below = low;
    let above = high;
    for (let step = 0; step < STEPS && below < above; step++) {
        const middle = (below + above) / 2;
        if (holds(middle))
            above = middle;
        else
            below = middle;
    }
    return [below, above];
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/suite.js

/** The unit of the suite's costs: a multiple of the base. */
const SUITE_METRIC = { name: "suite", unit: "", better: "lower", judgement: "timed" };
/**
 * The suite as if it were one more benchmark: of every process the mean of its logarithms of cost, over the benchmarks
 * that all rounds have in common. Processes at the same place of the order belong together, since all commands of a
 * round share its order; so the order is drawn for the suite as for each benchmark, and the same test is exact.
 *
 * @param members at least one, each with at least one round.
 */
function suiteCosts(members) {
    const count = members.reduce((least, { costs }) => Math.min(least, costs.length), Number.POSITIVE_INFINITY);
    const levels = members.map(({ costs }) => median(costs.flatMap(({ base }) => base)));
    const rounds = Array.from({ length: count }, (_, round) => {
        const side = (of) => {
            const runs = members.reduce((least, { costs }) => Math.min(least, costs[round][of].length), Infinity);
            return Array.from({ length: runs }, (_, run) => {
                const sum = members.reduce((total, { costs }, at) => total + costs[round][of][run] - levels[at], 0);
                return Math.exp(sum / members.length);
            });
        };
        return { base: side("base"), head: side("head") };
    });
    const { looks } = members.find(({ costs }) => costs.length === count);
    return { rounds, looks, ended: members.every(({ ended, costs }) => ended && costs.length === count) };
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/timed.js







/** The part of alpha that the suite as a whole has for itself. */
const SUITE_PART = 0.2;
/**
 * Judges a family of noisy metrics. On logarithms of cost (time, or one over a rate), a benchmark is
 * - regressed when the estimate is at or above the margin *and* a slowdown of no more than half the margin is ruled
 *   out, for the whole family and all looks together; where noise leaves open more than half the margin, a second draw
 *   must not contradict it;
 * - improved likewise, without a second draw;
 * - ok when a slowdown of the margin is ruled out;
 * - inconclusive otherwise.
 *
 * The family is gated by the suite: a fifth of alpha tests all benchmarks together, the rest goes to each of them by
 * Holm's method, and once the suite is called its fifth is theirs as well (Bretz et al. 2009).
 *
 * Why half the margin: two builds of the same source differ by 1 to 4 % by layout alone, so "no change at all" is never
 * the truth of two binaries; and evidence against the whole margin would miss most changes that are a little larger
 * than it.
 */
function judgeTimed(metrics, criteria) {
    const { alpha, margin } = criteria;
    const subjects = metrics.map((metric) => new Subject(metric, alpha, margin(metric.benchmark, metric.metric)));
    const suite = judgeSuite(subjects, alpha);
    const slower = holm(subjects.map((subject) => subject.pSlower), suite === undefined || suite.isCalled ? alpha : (1 - SUITE_PART) * alpha);
    const faster = holm(subjects.map((subject) => subject.pFaster), alpha);
    return {
        comparisons: subjects.map((subject, at) => subject.compare(slower[at].level, faster[at].level)),
        suite: suite?.comparison,
    };
}
/**
 * The family as one benchmark, with the mean of all margins. It sees that everything got slower where the runs are too
 * few to say so of any benchmark alone. Rounds after the look at which it was called are its second draw.
 */
function judgeSuite(all, alpha) {
    // A rate that may fall to nothing can do anything.
    const subjects = all.filter(({ slower }) => Number.isFinite(slower));
    if (subjects.length < 2)
        return undefined;
    const { rounds, looks, ended } = suiteCosts(subjects.map(({ member }) => member));
    const relative = Math.expm1(subjects.reduce((sum, { slower }) => sum + slower, 0) / subjects.length);
    const { minRounds } = subjects[0].member;
    const level = SUITE_PART * alpha;
    const upTo = (count) => {
        const look = looks[count - 1];
        const metric = {
            benchmark: "",
            metric: SUITE_METRIC,
            rounds: rounds.slice(0, look),
            second: rounds.slice(look),
            looks: looks.slice(0, count),
            ended: ended && count === looks.length,
            minRounds,
        };
        return new Subject(metric, alpha, { relative, absolute: 0 });
    };
    const whole = upTo(looks.length);
    const isCalled = whole.pSlower <= level;
    for (let count = 1; isCalled && count < looks.length; count++) {
        const comparison = upTo(count).compare(level, alpha);
        if (comparison.secondDraw !== undefined)
            return { isCalled, comparison };
    }
    return { isCalled, comparison: whole.compare(level, alpha) };
}
/** Stands for a measured zero: smaller than any clock can resolve. */
const LEAST = 1e-6;
/** From 100 to 105 is 4.999999999999992 % by way of logarithms: a value just on the margin has reached it. */
const ROUNDING = 1 - 1e-9;
/** How often a change of the detectable size would be called. */
const POWER = 0.8;
class Subject {
    #metric;
    #alpha;
    #costs;
    /** The rounds up to each look, as shifts of the logarithm of cost. */
    #shifts;
    #shares;
    #base;
    #head;
    #margin;
    /**
     * The margin as a shift of the logarithm of cost, for the worse and for the better: -5 % is a longer way than +5 %.
     */
    slower;
    #faster;
    #runs;
    pSlower;
    pFaster;
    constructor(metric, alpha, { relative, absolute }) {
        this.#metric = metric;
        this.#alpha = alpha;
        const { rounds, looks, ended } = metric;
        this.#costs = rounds.map((round) => costsOf(round, metric.metric));
        this.#shifts = looks.map((look) => new Shift(this.#costs.slice(0, look)));
        this.#shares = looks.map((_, at) => lookShare(at, ended && at === looks.length - 1));
        this.#base = median(rounds.flatMap(({ base }) => base));
        this.#head = median(rounds.flatMap(({ head }) => head));
        this.#runs = Math.min(sizeOf(rounds, "base"), sizeOf(rounds, "head"));
        this.#margin = Math.max(relative, absolute / Math.max(this.#base, LEAST));
        const up = Math.log1p(this.#margin);
        // A rate that falls to nothing is an infinite cost.
        const down = this.#margin < 1 ? -Math.log1p(-this.#margin) : Number.POSITIVE_INFINITY;
        [this.slower, this.#faster] = metric.metric.better === "higher" ? [down, up] : [up, down];
        this.pSlower = this.#least((shift) => shift.pAbove(this.slower / 2));
        this.pFaster = this.#least((shift) => shift.pBelow(-this.#faster / 2));
    }
    /** As a part of the suite. */
    get member() {
        const { looks, ended, minRounds } = this.#metric;
        return { costs: this.#costs, looks, ended, minRounds };
    }
    /** The smallest p-value of all looks, each paid for by its share. */
    #least(p) {
        if (this.#runs < LEAST_RUNS)
            return Number.POSITIVE_INFINITY;
        return this.#shifts.reduce((least, shift, at) => Math.min(least, p(shift) / this.#shares[at]), Number.POSITIVE_INFINITY);
    }
    compare(slowerLevel, fasterLevel) {
        const { benchmark, metric, rounds } = this.#metric;
        const last = this.#shifts.at(-1);
        const { estimate } = last;
        const direction = metric.better === "higher" ? -1 : 1;
        const change = Math.expm1(direction * estimate);
        const isSlower = this.pSlower <= slowerLevel;
        const isFaster = this.pFaster <= fasterLevel;
        const isNoSlower = this.#least((shift) => shift.pBelow(this.slower)) <= this.#alpha;
        // The number that is shown is the one that is compared.
        const isWorseByMargin = direction * change >= this.#margin * ROUNDING;
        const isBetterByMargin = -direction * change >= this.#margin * ROUNDING;
        const first = isSlower && isWorseByMargin
            ? "regressed"
            : isFaster && isBetterByMargin
                ? "improved"
                : // An early look may have ruled out what later rounds show all the same.
                    isNoSlower && !isWorseByMargin
                        ? "ok"
                        : "inconclusive";
        // A bound is found to a millionth. The interval must not hold what the verdict has ruled out.
        const low = Math.min(estimate, Math.max(this.#lowerBound(slowerLevel), isSlower ? this.slower / 2 : Number.NEGATIVE_INFINITY));
        const upper = first === "improved"
            ? Math.min(this.#upperBound(fasterLevel), -this.#faster / 2)
            : Math.min(this.#upperBound(this.#alpha), isNoSlower ? this.slower : Number.POSITIVE_INFINITY);
        const high = Math.max(estimate, upper);
        const ends = [Math.expm1(direction * low), Math.expm1(direction * high)].sort((a, b) => a - b);
        const isNoisy = estimate - low > this.slower / 2;
        const secondDraw = first === "regressed" && (isNoisy || this.#wasDrawnAgain) ? this.#secondDraw() : undefined;
        const isContradicted = secondDraw?.outcome === "not-confirmed" || secondDraw?.outcome === "refuted";
        const verdict = isContradicted ? "inconclusive" : first;
        const needed = first === "inconclusive" ? this.#needed(slowerLevel) : undefined;
        return {
            benchmark,
            metric,
            verdict,
            base: this.#base,
            head: this.#head,
            change: this.#base === 0 && this.#head > 0 ? Number.POSITIVE_INFINITY : change,
            low: ends[0],
            high: this.#base === 0 && this.#head > 0 ? Number.POSITIVE_INFINITY : ends[1],
            margin: this.#margin,
            detectable: this.#detectable(slowerLevel),
            samples: this.#isInRounds ? rounds.length : this.#runs,
            ...(secondDraw !== undefined && { secondDraw }),
            ...(needed !== undefined && { needed, reason: this.#shortage(needed) }),
        };
    }
    get #isInRounds() {
        return this.#metric.minRounds !== undefined || this.#metric.rounds.length > 1;
    }
    /** Later rounds of the suite are there anyway; those of a benchmark were asked for when its level was another. */
    get #wasDrawnAgain() {
        return this.#metric.metric !== SUITE_METRIC && (this.#metric.second?.length ?? 0) > 0;
    }
    /**
     * What fresh rounds say of a regression: the same question again, answered by them alone. They are looked at for the
     * first time when they are as many as the first ones, and go on while they neither say so nor rule it out.
     */
    #secondDraw() {
        const { rounds, second: all = [], metric } = this.#metric;
        if (all.length === 0)
            return { outcome: "none", rounds: 0 };
        const looks = [...looksFrom(rounds.length, MOST_ROUNDS)].filter((look) => look <= all.length);
        const second = all.slice(0, looks.at(-1) ?? all.length);
        const costs = second.map((round) => costsOf(round, metric));
        const change = Math.expm1((metric.better === "higher" ? -1 : 1) * new Shift(costs).estimate);
        const isWorseByMargin = (metric.better === "higher" ? -change : change) >= this.#margin * ROUNDING;
        const least = (p) => looks.reduce((best, look, at) => Math.min(best, p(new Shift(costs.slice(0, look))) / lookShare(at, false)), Number.POSITIVE_INFINITY);
        const outcome = () => {
            if (looks.length === 0)
                return "unfinished";
            if (isWorseByMargin && least((shift) => shift.pAbove(this.slower / 2)) <= this.#alpha)
                return "confirmed";
            return least((shift) => shift.pBelow(this.slower)) <= this.#alpha ? "refuted" : "not-confirmed";
        };
        return { outcome: outcome(), rounds: second.length, change };
    }
    /** How many rounds, or runs a side, it takes to call any change at this level; undefined where there are enough. */
    #needed(level) {
        if (this.#least((shift) => shift.pAbove(Number.NEGATIVE_INFINITY)) <= level)
            return undefined;
        if (!this.#isInRounds)
            return leastRuns(level);
        const { minRounds = 1, rounds } = this.#metric;
        return Math.max(rounds.length + 1, leastRounds(level, minRounds));
    }
    #shortage(needed) {
        return this.#isInRounds
            ? `too few rounds to call any change: ${this.#metric.rounds.length}, and it takes ${needed}`
            : `too few runs to call any change: ${this.#runs} a side, and it takes ${needed}`;
    }
    /**
     * The change for the worse that both the evidence and the estimate would have shown four times in five; Infinity when
     * no change could.
     */
    #detectable(slowerLevel) {
        const last = this.#shifts.at(-1);
        const level = slowerLevel * this.#shares.at(-1);
        if (this.#runs < LEAST_RUNS || last.pAbove(Number.NEGATIVE_INFINITY) > level)
            return Number.POSITIVE_INFINITY;
        const { deviation } = last;
        const reach = normal_normalQuantile(1 - POWER) * deviation;
        const cost = Math.max(this.slower / 2 + normal_normalQuantile(level) * deviation, this.slower) + reach;
        return this.#metric.metric.better === "higher" ? -Math.expm1(-cost) : Math.expm1(cost);
    }
    /** The best of the bounds of all looks: the true change is above all of them at once with the whole level. */
    #lowerBound(level) {
        return this.#shifts.reduceRight((best, shift, at) => shift.pAbove(best) <= level * this.#shares[at] ? shift.lowerBound(level * this.#shares[at]) : best, Number.NEGATIVE_INFINITY);
    }
    #upperBound(level) {
        return this.#shifts.reduceRight((best, shift, at) => shift.pBelow(best) <= level * this.#shares[at] ? shift.upperBound(level * this.#shares[at]) : best, Number.POSITIVE_INFINITY);
    }
}
function sizeOf(rounds, side) {
    return rounds.reduce((sum, round) => sum + round[side].length, 0);
}
function costsOf({ base, head }, { better }) {
    const sign = better === "higher" ? -1 : 1;
    const cost = (value) => sign * Math.log(Math.max(value, LEAST));
    return { base: base.map(cost), head: head.map(cost) };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/budget.js




/** Runs of one side in a round. */
const RUNS_A_ROUND = 2;
/** Whether time leaves too few rounds to call any regression. @returns undefined when there are enough. Pure. */
function shortage({ metrics, alpha, minRounds, maxRounds, pass, arms, left }) {
    if (metrics === 0)
        return undefined;
    const needed = leastRounds((metrics > 1 ? (1 - SUITE_PART) * alpha : alpha) / metrics, minRounds);
    const passes = RUNS_A_ROUND * arms;
    const rounds = Math.max(0, Math.min(maxRounds, Math.floor(left / (passes * pass))));
    if (rounds >= needed)
        return undefined;
    return { rounds, needed, longestPass: left / (passes * needed), time: passes * needed * pass };
}
/** What to do about it, in a sentence or two. */
function shortageAdvice({ rounds, needed, longestPass, time }, { metrics, pass, left }) {
    const few = `${(0,quantity.counted)(rounds, "round")} ${rounds === 1 ? "is" : "are"} too few to call a regression of any size in ${metrics === 1 ? "the only metric" : `one of ${metrics} metrics`}: it takes ${needed}.`;
    // There is time for enough rounds.
    return time <= left
        ? `${few} Raise \`max-rounds\`.`
        : `${few} A pass took ${formatDuration(pass)}: shorten it to ${formatDuration(longestPass)}, or let \`max-minutes\` be ${Math.ceil((2 * pass + time) / 60_000)}.`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/comparison.js
/** A benchmark as reports call it; its time needs no further name. */
function titleOf({ benchmark, metric }) {
    return metric.name === "time" ? benchmark : `${benchmark} ${metric.name}`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/exact.js

/**
 * Compares a metric directly: it got worse when even the head's best value is more than `tolerance` of the base's worst
 * beyond it. There is no test: the numbers repeat. Where they do not (bytes of a growing buffer), a difference of the
 * medians that the scatter of a side could explain is inconclusive.
 *
 * @param tolerance a fraction of the base. From 0 any value is a new cost.
 */
function judgeExact({ benchmark, metric, base, head }, tolerance) {
    const before = median(base);
    const after = median(head);
    const isMore = exceeds(least(head), greatest(base), tolerance);
    const isLess = fallsShort(greatest(head), least(base), tolerance);
    const scatters = !isMore && !isLess && (exceeds(after, before, tolerance) || fallsShort(after, before, tolerance));
    const [isWorse, isBetter] = metric.better === "higher" ? [isLess, isMore] : [isMore, isLess];
    const verdict = isWorse ? "regressed" : isBetter ? "improved" : scatters ? "inconclusive" : "ok";
    return {
        benchmark,
        metric,
        verdict,
        base: before,
        head: after,
        change: before === 0 ? (after === 0 ? 0 : Number.POSITIVE_INFINITY) : after / before - 1,
        margin: tolerance,
        samples: Math.min(base.length, head.length),
        ...(scatters && { reason: "the values of one side scatter by more than the two sides differ" }),
    };
}
/** 29 % of 100 is 28.999999999999996 in floating point: a value just on the tolerance is within it. */
const exact_ROUNDING = 1 + 4 * Number.EPSILON;
function exceeds(head, base, tolerance) {
    return head - base > tolerance * base * exact_ROUNDING;
}
function fallsShort(head, base, tolerance) {
    return base - head > tolerance * base * exact_ROUNDING;
}
function least(values) {
    return values.reduce((best, value) => Math.min(best, value), Number.POSITIVE_INFINITY);
}
function greatest(values) {
    return values.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/wording/change.js
/** More digits are noise. */
const MOST_DIGITS = 6;
/** From here on a change is a factor: `×101` says what `+10000.0 %` does not. */
const FACTOR = 10;
/** A bound beyond this factor is none: a measured zero stands behind it. */
const MOST_FACTOR = 10_000;
/**
 * A change as people write it: `+4.2 %`, `-12.3 %`, `×14.5`. It gets enough digits to be on the same side of the margin, in either direction, as the
 * number itself, so the text never contradicts a verdict.
 *
 * @param change head / base - 1; @param margin a fraction.
 */
function formatChange(change, margin) {
    if (change === Number.POSITIVE_INFINITY)
        return "from 0";
    if (change === Number.NEGATIVE_INFINITY)
        return "unbounded";
    if (change >= FACTOR)
        return `×${factorText(1 + change, margin)}`;
    const percent = change * 100;
    const limits = margin === undefined ? [] : [margin * 100, (margin / (1 + margin)) * 100];
    const isSameSide = (text) => limits.every((limit) => Number(text) > -limit === percent > -limit && Number(text) < limit === percent < limit);
    for (let digits = 1; digits <= MOST_DIGITS; digits++) {
        const text = percent.toFixed(digits);
        if (isSameSide(text))
            return `${signed(text)} %`;
    }
    // Rounding still reaches or crosses the margin: round the last digit the other way.
    const text = [MOST_DIGITS, 2 * MOST_DIGITS]
        .flatMap((digits) => [-1, 1].map((step) => (percent + step * 10 ** -digits).toFixed(digits)))
        .find(isSameSide);
    return `${signed(text ?? percent.toFixed(MOST_DIGITS))} %`;
}
function signed(text) {
    if (/^-?0\.?0*$/.test(text))
        return text.replace("-", "");
    return text.startsWith("-") ? text : `+${text}`;
}
function factorText(ratio, margin = 0) {
    for (let digits = 3; digits < 16; digits++) {
        const text = Number(ratio.toPrecision(digits));
        if (text < 1 + margin === ratio < 1 + margin)
            return text.toLocaleString("en-US", { maximumSignificantDigits: digits });
    }
    return String(ratio);
}
/** `[-1.2, +3.4] %`; `≥ -1.2 %` and `≤ +3.4 %` where one end is open; empty where both are. */
function formatInterval(low, high, margin) {
    const { isOpenBelow, isOpenAbove } = openEnds(low, high);
    if (isOpenBelow && isOpenAbove)
        return "";
    if (isOpenBelow)
        return `≤ ${formatChange(high, margin)}`;
    if (isOpenAbove)
        return `≥ ${formatChange(low, margin)}`;
    const ends = [formatChange(low, margin), formatChange(high, margin)];
    return ends.every((end) => end.endsWith(" %"))
        ? `[${ends.map((end) => end.slice(0, -2)).join(", ")}] %`
        : `${ends[0]} to ${ends[1]}`;
}
/** Whether nothing is known of an end: a time of 0, or a change without a limit. */
function openEnds(low, high) {
    return { isOpenBelow: !(low > -1 + 1e-9), isOpenAbove: !(high < MOST_FACTOR) };
}
/** A finite fraction without a sign, rounded up: `4.3 %`. */
function formatFraction(fraction) {
    if (fraction >= FACTOR)
        return `×${factorText(1 + fraction)}`;
    return `${(Math.ceil(fraction * 1000) / 10).toFixed(1)} %`;
}
/** A setting, a fraction, as people write it: `5 %`, `2.5 %`. */
function formatPercent(fraction) {
    return `${Number((fraction * 100).toPrecision(6))} %`;
}
/** The margin of one row, with as few digits as leave the change on its side of it. */
function formatMargin(margin, change) {
    const size = Math.abs(change);
    for (let digits = 3; digits < 6; digits++) {
        const text = Number((margin * 100).toPrecision(digits));
        if (text / 100 <= size === margin <= size)
            return `${text} %`;
    }
    return formatPercent(margin);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/wording/second-draw.js


/** What fresh rounds said of a regression that was called in spite of the noise; undefined where none were asked for. */
function secondDrawWords({ secondDraw, margin, change = 0, samples = 0, }) {
    if (secondDraw === undefined)
        return undefined;
    const fresh = (0,quantity.counted)(secondDraw.rounds, "fresh round");
    const again = secondDraw.change === undefined ? "" : formatChange(secondDraw.change, margin);
    return {
        confirmed: `confirmed by ${fresh}: ${again}`,
        refuted: `${formatChange(change, margin)} in ${(0,quantity.counted)(samples, "round")}, and ${fresh} rule it out: ${again}`,
        "not-confirmed": `${formatChange(change, margin)} in ${(0,quantity.counted)(samples, "round")}, and ${fresh} did not confirm it: ${again}`,
        unfinished: `not confirmed: there was time for only ${fresh}`,
        none: "not confirmed: nothing was measured after it had been called",
    }[secondDraw.outcome];
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/directions.js

/**
 * The groups with the directions that overrides say. One that names a benchmark of several metrics is for those without a direction: its time goes
 * on falling when `parse => higher` is for its hits. One that names the metric (`parse hits => higher`) is for it alone.
 */
function withDirections(groups, { overrides, before }) {
    const own = directed(groups, overrides);
    if (before === undefined)
        return own;
    // What the default branch knows the direction of, a change cannot turn round.
    const theirs = directed(groups, before.overrides);
    return own.map((group, at) => ({
        ...group,
        series: group.series.map((series, place) => {
            const known = theirs[at].series[place];
            return known.metric.better === "none" ? series : known;
        }),
    }));
}
function directed(groups, overrides) {
    if (overrides.every(({ better }) => better === undefined))
        return groups;
    const rules = overrides.flatMap(({ pattern, better }) => better === undefined ? [] : [{ better, matches: (0,glob/* compileGlob */.S)(pattern) }]);
    return groups.map((group) => {
        const metrics = Map.groupBy(group.series, ({ benchmark }) => benchmark);
        const series = group.series.map((each) => {
            const isOnly = metrics.get(each.benchmark).length === 1;
            const title = `${each.benchmark} ${each.metric.name}`;
            const rule = rules.findLast(({ matches }) => matches(title) || (matches(each.benchmark) && (isOnly || each.metric.better === "none")));
            if (rule === undefined || rule.better === each.metric.better)
                return each;
            const judgement = each.metric.better === "none" ? "timed" : each.metric.judgement;
            return { ...each, metric: { ...each.metric, better: rule.better, judgement } };
        });
        return { ...group, series };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/judge.js







/** Compares every series of all groups, in their order. The noisy ones are one family of tests. Pure. */
function judgeGroups(measured, rules) {
    const groups = withDirections(measured, rules);
    const limits = limitsBy(rules);
    const timed = timedSeries(groups, rules);
    const { comparisons, suite } = judgeFamily(timed, rules, "rounds");
    const verdicts = new Map(comparisons.map((comparison, at) => [timed[at].series, withReason(comparison)]));
    return {
        comparisons: placeAll(groups).map(({ series }) => {
            if (limits(series.benchmark, titleOf(series)).ignore)
                return shown(series, "left out by `overrides`");
            const absence = absenceOf(series);
            if (absence !== undefined)
                return absence;
            if (series.metric.judgement === "shown")
                return shown(series);
            return verdicts.get(series) ?? judgeExact({ ...series, ...valuesOf(series.rounds) }, rules.exactMargin);
        }),
        suite: suite && suiteOf(withReason(suite), timed.length),
    };
}
/** Compares the base with itself: any difference is the machine's. Pure. */
function judgeControl(measured, rules) {
    const groups = withDirections(measured, rules);
    const limits = limitsBy(rules);
    // A benchmark that is left out, however noisy, excuses no other one.
    const timed = placeAll(groups).filter(({ series }) => series.control.length > 0 &&
        series.metric.judgement === "timed" &&
        !limits(series.benchmark, titleOf(series)).ignore);
    return judgeFamily(timed, rules, "control").comparisons.map(({ secondDraw: _, ...comparison }) => comparison);
}
/** What is not settled yet, for each group. Pure. */
function openSeries(measured, rules) {
    const groups = withDirections(measured, rules);
    const timed = timedSeries(groups, rules);
    const open = new Map(groups.map((group) => [group, { undecided: new Set(), suspected: new Set() }]));
    for (const [at, comparison] of judgeFamily(timed, rules, "rounds").comparisons.entries()) {
        const { group, series } = timed[at];
        const { undecided, suspected } = open.get(group);
        const { outcome } = comparison.secondDraw ?? {};
        if (outcome === "none" || outcome === "unfinished" || outcome === "not-confirmed")
            suspected.add(series.key);
        else if (outcome === undefined && isUndecided(comparison))
            undecided.add(series.key);
    }
    return groups.map((group) => open.get(group));
}
/** Undecided is also what is shown not to be slower and looks faster by the margin: more rounds may show that it is. */
function isUndecided({ verdict, change = 0, margin = 0, metric }) {
    if (verdict === "inconclusive")
        return true;
    const gain = metric.better === "higher" ? 1 + change : 1 / (1 + change);
    return verdict === "ok" && gain >= 1 + margin;
}
/** The noisy series that both sides have and nobody left out. */
function timedSeries(groups, rules) {
    const limits = limitsBy(rules);
    return placeAll(groups).filter(({ series }) => isComparable(series) && series.metric.judgement === "timed" && !limits(series.benchmark, titleOf(series)).ignore);
}
function judgeFamily(placed, rules, what) {
    const limits = limitsBy(rules);
    const criteria = {
        alpha: rules.alpha,
        margin: (benchmark, metric) => {
            const { margin, floor } = limits(benchmark, titleOf({ benchmark, metric }));
            return { relative: margin, absolute: metric.unit === "ns" ? floor : 0 };
        },
    };
    return judgeTimed(placed.map(({ group, series }) => timedMetric(group, series, what)), criteria);
}
function timedMetric(group, series, what) {
    const { benchmark, metric, second } = series;
    const looks = group.looks.filter((look) => look <= series[what].length);
    const seen = looks.at(-1) ?? series[what].length;
    // A series that was decided earlier was no longer measured: neither time nor rounds ended it.
    const ended = group.ended && looks.length === group.looks.length;
    return {
        benchmark,
        metric,
        rounds: series[what].slice(0, seen),
        looks: looks.length === 0 ? [seen] : looks,
        ended,
        minRounds: group.minRounds,
        ...(what === "rounds" && { second }),
    };
}
/** What a second draw said, in words: the numbers are those of the first. */
function withReason(comparison) {
    const reason = secondDrawWords(comparison);
    return reason === undefined ? comparison : { ...comparison, reason };
}
function suiteOf({ benchmark: _, metric: __, base: ___, head: ____, ...suite }, metrics) {
    return { ...suite, metrics };
}
function placeAll(groups) {
    return groups.flatMap((group) => group.series.map((series) => ({ group, series })));
}
function isComparable(series) {
    return series.rounds.length > 0 && absenceOf(series) === undefined;
}
/** The verdict of a benchmark that one side, or some of the runs, did not have. */
function absenceOf(series) {
    const { benchmark, metric, seen, absent, lone } = series;
    // The control runs the base's program: a benchmark that only it has is in some of the base's runs.
    if (seen.base === 0 && seen.twin > 0) {
        const reason = `in ${seen.twin} of ${seen.twin + absent.twin + absent.base} runs of the base`;
        return { benchmark, metric, verdict: "broken", reason };
    }
    if (seen.head === 0)
        return { benchmark, metric, verdict: "missing", base: median(lone.base) };
    if (seen.base === 0)
        return { benchmark, metric, verdict: "new", head: median(lone.head) };
    for (const side of ["base", "head"]) {
        if (absent[side] === 0)
            continue;
        const reason = `in ${seen[side]} of ${seen[side] + absent[side]} runs of the ${side}`;
        return { ...shown(series), verdict: "broken", reason };
    }
    return undefined;
}
function shown(series, reason) {
    const { benchmark, metric, rounds } = series;
    const more = reason !== undefined && { reason };
    if (rounds.length === 0)
        return { benchmark, metric, verdict: "shown", ...more };
    const { base, head } = valuesOf(rounds);
    const [before, after] = [median(base), median(head)];
    return {
        benchmark,
        metric,
        verdict: "shown",
        base: before,
        head: after,
        ...(before > 0 && { change: after / before - 1 }),
        ...more,
    };
}
function valuesOf(rounds) {
    return { base: rounds.flatMap(({ base }) => base), head: rounds.flatMap(({ head }) => head) };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/command-line.js
/** Characters that mean something to a shell; here they would silently become part of an argument. */
const SHELL_SYNTAX = /[|&;<>()`$*?~]/;
/** What a shell also expands within double quotes; it leaves `"^$"` alone. */
const EXPANSION = /^(?:`|\$[\w{(@*#?$!-])/;
/**
 * Splits a command into words as a POSIX shell does: blanks, quotes, backslashes. Expansions, pipes and redirections are refused, because taken
 * literally they would not do what they look like.
 *
 * @throws RangeError whose message follows the command: "names no program".
 */
function parseCommandLine(text) {
    const words = splitWords(text);
    const environment = {};
    let first = 0;
    for (; first < words.length; first++) {
        const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(words[first]);
        if (assignment === null)
            break;
        environment[assignment[1]] = assignment[2];
    }
    if (first === words.length)
        throw new RangeError("names no program");
    return { text: text.trim(), argv: words.slice(first), environment };
}
function splitWords(text) {
    const words = [];
    let word;
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === "'" || character === '"') {
            const { content, end } = quoted(text, at);
            word = (word ?? "") + content;
            at = end;
        }
        else if (character === "\\") {
            if (at + 1 === text.length)
                throw new RangeError("ends with a backslash, but each line is a whole command; write it on one line");
            word = (word ?? "") + text[++at];
        }
        else if (/\s/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else if (SHELL_SYNTAX.test(character)) {
            throw new RangeError(`contains \`${character}\` outside quotes, but no shell runs the command; quote it, or write \`bash -c '...'\``);
        }
        else if (character === "#" && word === undefined) {
            throw new RangeError("contains `#`, which starts a comment only at the start of a line; quote it");
        }
        else
            word = (word ?? "") + character;
    }
    if (word !== undefined)
        words.push(word);
    return words;
}
/** The text in quotes that open at `start`. In double quotes a backslash escapes only `"`, `\`, `$` and a backtick. */
function quoted(text, start) {
    const quote = text[start];
    let content = "";
    for (let at = start + 1; at < text.length; at++) {
        const character = text[at];
        if (character === quote)
            return { content, end: at };
        if (quote === '"' && EXPANSION.test(text.slice(at, at + 2))) {
            throw new RangeError(`contains \`${character}\` in double quotes, but no shell expands it; use single quotes`);
        }
        if (quote === '"' && character === "\\" && /["\\$`]/.test(text[at + 1] ?? ""))
            content += text[++at];
        else
            content += character;
    }
    throw new RangeError(`has a ${quote} without its closing quote; write the command on one line`);
}
/** Whether a command uses this placeholder. */
function hasPlaceholder({ argv, environment }, name) {
    return [...argv, ...Object.values(environment)].some((word) => word.includes(`{${name}}`));
}
function fillPlaceholders({ text, argv, environment }, values) {
    // In one pass, so a value that looks like a placeholder is not filled again.
    const fill = (word) => word.replace(/\{(results|benchmarks)\}/g, (_, name) => values[name]);
    return {
        text,
        argv: argv.map(fill),
        environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)])),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/pattern.js

/** The value of `{benchmarks}` until something is decided; the filter of every tool accepts it. */
const EVERY_BENCHMARK = ".";
/** Longer patterns make command lines that no log can show. */
const MAX_CHARACTERS = 8000;
/**
 * A regular expression for the benchmarks that are still wanted, for `{benchmarks}`: `^(a|b)$`, as RE2 (Go), Rust's regex, POSIX and
 * JavaScript read it. Go splits its filter at slashes, so the pattern for a Go command names only the functions.
 *
 * @returns undefined when everything has to be measured: the command has no such placeholder, nothing can be left out, or a name has characters
 * that a shell or a filter may interpret.
 */
function benchmarkPattern(command, series, wanted) {
    if (!hasPlaceholder(command, "benchmarks"))
        return undefined;
    const isGo = command.argv.some((word) => /^-(?:test\.)?bench(?:=|$)/.test(word));
    const names = new Set();
    const others = new Set();
    for (const { key, benchmark } of series) {
        const found = isGo ? goFunctions(benchmark) : [benchmark];
        if (wanted.has(key) && found.length === 0)
            return undefined;
        for (const name of found)
            (wanted.has(key) ? names : others).add(name);
    }
    if ([...others].every((name) => names.has(name)))
        return undefined;
    // The workflow may pass the words to a shell, and names come from the pull request.
    if ([...names].some((name) => !/^[\w/:.,=+@ -]+$/.test(name)))
        return undefined;
    const pattern = `^(${[...names].map((name) => name.replace(/[.+]/g, "\\$&")).join("|")})$`;
    return pattern.length > MAX_CHARACTERS ? undefined : pattern;
}
/**
 * The function of `sort.Parse/size=1k-8` and `example.com/sort.Parse`: `BenchmarkParse`. The path of a package may have
 * dots and slashes, and so may the name of a part, so all that can be it are named. Behind `Benchmark` stands no
 * lower-case letter (`go help testfunc`).
 */
function goFunctions(name) {
    const found = name.matchAll(/(?:^|\.)(?!\p{Ll})([\p{L}\p{N}_]+)(?=[/-]|$)/gu);
    return [...found].map(([, word]) => `Benchmark${word}`);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/second-course.js

/** The looks at a second draw: the first when it is as long as the first draw, the next as later as in any run. */
class SecondCourse {
    #start;
    #looks;
    #next;
    /** @param start rounds of the first draw. */
    constructor(start) {
        this.#start = start;
        this.#looks = looksFrom(start, MOST_ROUNDS);
        this.#next = this.#looks.next().value ?? start;
    }
    /** All rounds, of both draws, at the next look. */
    get until() {
        return this.#start + this.#next;
    }
    pass(rounds) {
        while (this.until <= rounds && this.#next < MOST_ROUNDS)
            this.#next = this.#looks.next().value ?? MOST_ROUNDS;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/course.js




/**
 * Decides how far to measure next, without measuring: what is undecided goes on to the next planned look, and what was called in spite of the noise
 * is measured afresh for as many rounds as it had and more. All active groups have had the same number of rounds.
 */
class Course {
    #groups;
    #rules;
    #looks;
    #maxRounds;
    #nextLook;
    /** Whether what was measured has made the rounds shorter: from then on the time at which they end depends on it. */
    #isNarrowed = false;
    constructor(groups, rules, minRounds, maxRounds) {
        this.#groups = groups;
        this.#rules = rules;
        this.#maxRounds = maxRounds;
        this.#looks = looksFrom(minRounds, maxRounds);
        this.#nextLook = this.#looks.next().value ?? maxRounds;
    }
    get active() {
        return this.#groups.filter(({ isActive }) => isActive);
    }
    /** The number of rounds to look at next; undefined when there is nothing left to measure. */
    get next() {
        const stops = this.active.flatMap(({ isUndecided, suspects }) => [
            ...(isUndecided ? [this.#nextLook] : []),
            ...[...suspects.values()].map(({ until }) => until),
        ]);
        if (stops.length === 0 || this.#rounds >= this.#maxRounds)
            return undefined;
        return stops.reduce((least, stop) => Math.min(least, stop), this.#maxRounds);
    }
    get #rounds() {
        return this.#groups.reduce((most, { rounds }) => Math.max(most, rounds), 0);
    }
    /**
     * Looks at what was measured: all commands together, since they are one family of tests.
     *
     * @param isTimeUp whether no further round fits.
     * @returns undefined when it was the last look.
     */
    look(isTimeUp) {
        const rounds = this.#rounds;
        const isLast = isTimeUp || rounds >= this.#maxRounds;
        if (isLast || rounds === this.#nextLook) {
            for (const group of this.active) {
                if (!group.isUndecided)
                    continue;
                if (group.rounds > 0 && group.looks.at(-1) !== group.rounds)
                    group.looks.push(group.rounds);
                group.ended = isLast && !(isTimeUp && this.#isNarrowed);
            }
        }
        while (this.#nextLook <= rounds && !isLast)
            this.#nextLook = this.#looks.next().value ?? this.#maxRounds;
        return isLast ? undefined : this.#narrow();
    }
    #narrow() {
        const open = openSeries(this.#groups.map(({ facts }) => facts), this.#rules);
        for (const [at, group] of this.#groups.entries()) {
            if (!group.isActive)
                continue;
            const { undecided, suspected } = open[at];
            const fresh = [...suspected].filter((key) => !group.suspects.has(key));
            group.measurements.drawAgain(fresh);
            for (const key of fresh)
                group.suspects.set(key, new SecondCourse(group.rounds));
            for (const [key, course] of group.suspects) {
                if (suspected.has(key))
                    course.pass(group.rounds);
                else
                    group.suspects.delete(key);
            }
            const wanted = new Set([...undecided, ...suspected]);
            group.isUndecided = undecided.size > 0;
            group.isActive = wanted.size > 0;
            const pattern = group.isActive
                ? benchmarkPattern(group.command, group.measurements.series(), wanted)
                : EVERY_BENCHMARK;
            group.pattern = pattern ?? EVERY_BENCHMARK;
            group.wanted = pattern === undefined ? undefined : wanted;
            this.#isNarrowed ||= !group.isActive || pattern !== undefined;
        }
        return {
            undecided: open.reduce((sum, { undecided }) => sum + undecided.size, 0),
            suspected: open.reduce((sum, { suspected }) => sum + suspected.size, 0),
        };
    }
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/measurements.js

/**
 * Rounds in, series out. The unit is the process: of several samples in one process the median is taken, since samples
 * of one process hang together (intra-process correlation of 0.37 measured in duckdb/duckdb#24503) and would make every
 * test too sure.
 */
class Measurements {
    #entries = new Map();
    #drawnAgain = new Set();
    #failed = new Map();
    #processes = { base: 0, head: 0, twin: 0 };
    /** Processes that were added, a side. */
    get processes() {
        return this.#processes;
    }
    /** Benchmarks that failed, the first reason of each side. */
    get failed() {
        return [...this.#failed.values()];
    }
    /** From now on rounds of these series are a second draw, apart from what they have. @param keys of series. */
    drawAgain(keys) {
        for (const key of keys)
            this.#drawnAgain.add(key);
    }
    /** @param only keys of the series that these processes were asked for; undefined when all. */
    add(round, only) {
        const values = new Map();
        for (const arm of ARMS) {
            for (const results of round[arm] ?? []) {
                this.#processes[arm]++;
                this.#addProcess(arm, results, values, only);
                if (only === undefined)
                    continue;
                for (const [key, entry] of this.#entries)
                    if (!only.has(key))
                        entry.excused[arm]++;
            }
        }
        for (const [key, { base, head, twin }] of values) {
            const entry = this.#entries.get(key);
            const rounds = this.#drawnAgain.has(key) ? entry.second : entry.rounds;
            if (base.length > 0 && head.length > 0)
                rounds.push({ base, head });
            else {
                entry.lone.base.push(...base);
                entry.lone.head.push(...head);
            }
            if (base.length > 0 && twin.length > 0)
                entry.control.push({ base, head: twin });
        }
    }
    #addProcess(arm, { series, failed }, values, only) {
        for (const { benchmark, reason } of failed) {
            const key = `${arm}\0${benchmark}`;
            if (!this.#failed.has(key))
                this.#failed.set(key, { benchmark, reason, arm });
        }
        for (const [key, { benchmark, metric, values: samples }] of series) {
            if (only !== undefined && !only.has(key))
                continue;
            let entry = this.#entries.get(key);
            if (entry === undefined) {
                entry = {
                    benchmark,
                    metric,
                    seen: none(),
                    excused: none(),
                    rounds: [],
                    second: [],
                    control: [],
                    lone: { base: [], head: [] },
                };
                this.#entries.set(key, entry);
            }
            entry.seen[arm]++;
            let ofRound = values.get(key);
            if (ofRound === undefined) {
                ofRound = { base: [], head: [], twin: [] };
                values.set(key, ofRound);
            }
            ofRound[arm].push(median(samples));
        }
    }
    series() {
        return [...this.#entries].map(([key, { excused, ...entry }]) => {
            const absent = none();
            for (const arm of ARMS)
                absent[arm] = this.#processes[arm] - entry.seen[arm] - excused[arm];
            return { key, ...entry, absent };
        });
    }
}
const ARMS = ["base", "head", "twin"];
function none() {
    return { base: 0, head: 0, twin: 0 };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/group.js


/** One command: what it has measured, and what it still has to measure. */
class Group {
    command;
    minRounds;
    measurements = new Measurements();
    looks = [];
    /** Set after the warm-up, when the names of both sides are known. */
    rename;
    rounds = 0;
    isActive = true;
    ended = false;
    /** Whether a first draw goes on. */
    isUndecided = true;
    /** Series in a second draw, by key. */
    suspects = new Map();
    /** Series that processes are asked for; undefined when all. */
    wanted;
    pattern = EVERY_BENCHMARK;
    constructor(command, minRounds) {
        this.command = command;
        this.minRounds = minRounds;
    }
    get facts() {
        const { measurements, looks, ended, minRounds } = this;
        const { processes } = measurements;
        return { series: measurements.series(), processes, looks: [...looks], ended, minRounds };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/problem.js
/** How much of a program's output a report shows. */
const MAX_OUTPUT_LINES = 30;
const MAX_OUTPUT_CHARACTERS = 4000;
/** Measuring cannot go on. `collect` catches this: it becomes a result with a name, not an error. */
class MeasuringProblem extends Error {
    name = "MeasuringProblem";
    problem;
    constructor(kind, sentence, output) {
        super(sentence);
        const end = output === undefined ? "" : endOf(output);
        this.problem = { kind, sentence, ...(end !== "" && { output: end }) };
    }
}
/** The last lines, without terminal codes. */
function endOf(output) {
    const plain = output.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "");
    return plain.trim().split(/\r?\n/).slice(-MAX_OUTPUT_LINES).join("\n").slice(-MAX_OUTPUT_CHARACTERS);
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/format.js
/** How much of a file `detect` sees. */
const DETECTION_CHARACTERS = 65_536;

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/json-outline.js
/** No format is recognised by a deeper key. */
const MAX_DEPTH = 8;
/**
 * Where the keys and lists of a JSON text stand, as far as the text goes: `benchmarks[]`, `benchmarks[].real_time`. A
 * format is told by them and not by searching the text, because a benchmark's name or a parameter may hold anything. A
 * key that could be mistaken for a path is written `?`.
 */
function jsonOutline(head) {
    const paths = new Set();
    /** The path of every open bracket; those below MAX_DEPTH are only counted. */
    const open = [];
    let below = 0;
    /** Of the value that comes next. */
    let path = "";
    for (let at = 0; at < head.length; at++) {
        const character = head[at];
        if (character === '"') {
            const end = stringEnd(head, at);
            if (end === undefined)
                break;
            if (below === 0 && open.length > 0 && isKey(head, end)) {
                const parent = open[open.length - 1];
                const key = plainKey(head.slice(at + 1, end));
                path = parent === "" ? key : `${parent}.${key}`;
                paths.add(path);
            }
            at = end;
        }
        else if (character === "{" || character === "[") {
            if (open.length === MAX_DEPTH)
                below++;
            else {
                if (character === "[") {
                    path += "[]";
                    paths.add(path);
                }
                open.push(path);
            }
        }
        else if (character === "}" || character === "]") {
            if (below > 0)
                below--;
            else
                open.pop();
        }
        else if (character === "," && below === 0)
            path = open[open.length - 1] ?? "";
    }
    return paths;
}
/** The place of a string's closing quote, undefined when the text ends in it. */
function stringEnd(text, start) {
    for (let at = start + 1; at < text.length; at++) {
        if (text[at] === "\\")
            at++;
        else if (text[at] === '"')
            return at;
    }
    return undefined;
}
function isKey(text, end) {
    let at = end + 1;
    while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t")
        at++;
    return text[at] === ":";
}
function plainKey(key) {
    return /^[^.[\]\\]{1,64}$/.test(key) ? key : "?";
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/unit-families.js
/** In the singular and small letters. A word may stand in two lines: memory is a cost, and noisy. */
const FAMILIES = [
    ["exact", "alloc allocation allocated malloc instruction instr insn inst ir"],
    ["counter", "cycle clk clock tick jiffy syscall fsync branch pagefault switch interrupt gc stw cpb"],
    [
        "failure",
        "error err failure failed fail fault miss drop dropped timeout retry retried retransmit conflict collision",
    ],
    ["failure", "eviction stall reject rejected abort aborted lost loss restart rollback leak leaked crash panic"],
    ["failure", "exception mispredict misprediction violation missrate missratio errorrate 4xx 5xx"],
    ["price", "j mj uj nj joule wh kwh watt w mw $ usd dollar cent eur euro cost energy power"],
    ["work", "op operation iter iteration call run invocation req request query transaction txn msg message event item"],
    ["work", "elem element record row key line token tok packet pkt frame file job task object doc document image step"],
    ["work", "batch page word char character symbol block commit user session connection conn rpc lookup insert read"],
    ["work", "write get put flop pixel vertex triangle game point sample round game match solve proof signature hash"],
    ["good", "hit hitrate hitratio accuracy precision recall f1 auc speed speedup faster throughput bandwidth success"],
    ["good", "coverage efficiency goodput ipc quality availability"],
    [
        "bad",
        "latency duration time elapsed delay overhead jitter lag pause wait contention waste fragmentation footprint",
    ],
    ["bad", "memory mem size cpu cpi rmse mae mse perplexity ppl wer regret slowdown slower temperature"],
    ["bad", "rss pss vms uss heap"],
    [
        "resident",
        "rss pss vms uss heap resident peak live inuse retained max avg average mean median memory mem working stack sys",
    ],
    ["moved", "sent received transferred processed read written in out rx tx"],
    [
        "vague",
        "saved free available idle remaining headroom uptime budget between limit interval utilization compression db",
    ],
    ["share", "% percent percentage pct ratio rate fraction"],
];
/** `mops`, `GFLOPS`, `krps` also have a prefix. */
const RATES = [
    ["rps", 1],
    ["qps", 1],
    ["tps", 1],
    ["ops", 1],
    ["iops", 1],
    ["fps", 1],
    ["pps", 1],
    ["nps", 1],
    ["hz", 1],
    ["hertz", 1],
    ["flops", 1],
    ["mips", 1e6],
    ["rpm", 1 / 60],
];
const SECONDS = [
    ["min", 60e9],
    ["minute", 60e9],
    ["h", 3600e9],
    ["hr", 3600e9],
    ["hour", 3600e9],
    ["day", 86_400e9],
];
/** Of seconds, with their nanoseconds; a long one may stand alone (`millis`). */
const SECOND_PREFIXES = [
    ["f", "femto", 1e-6],
    ["p", "pico", 1e-3],
    ["n", "nano", 1],
    ["u", "micro", 1e3],
    ["m", "milli", 1e6],
    ["", "", 1e9],
];
/** SI prefixes are powers of 1000, also in Go's and libtest's `MB`. */
const THOUSANDS = [
    ["k", "kilo", 1e3],
    ["m", "mega", 1e6],
    ["g", "giga", 1e9],
    ["t", "tera", 1e12],
    ["ki", "kibi", 1024],
    ["mi", "mebi", 1024 ** 2],
    ["gi", "gibi", 1024 ** 3],
    ["ti", "tebi", 1024 ** 4],
];
/** Every word in small letters. Only `B` and `b` behind a prefix differ by case; see `wordOf`. */
const WORDS = table();
function table() {
    const words = new Map();
    const add = (name, family, factor = 1, of) => {
        const families = words.get(name)?.families ?? [];
        words.set(name, { families: [...families, family], factor, ...(of !== undefined && { of }) });
    };
    for (const [family, names] of FAMILIES)
        for (const name of names.split(" "))
            add(name, family);
    for (const [name, factor] of SECONDS)
        add(name, "time", factor);
    for (const [short, long, factor] of SECOND_PREFIXES) {
        for (const name of [`${short}s`, `${short}sec`, `${short}second`, `${long}sec`, `${long}second`])
            if (!words.has(name))
                add(name, "time", factor);
        if (long !== "")
            add(long, "time", factor);
    }
    for (const [short, long, factor] of [["", "", 1], ...THOUSANDS]) {
        for (const name of [`${short}b`, `${short}byte`, `${long}byte`, `${short}octet`])
            if (!words.has(name))
                add(name, "size", factor);
        for (const name of [`${short}bit`, `${long}bit`])
            if (!words.has(name))
                add(name, "bits", factor);
        // `bps` are bits; `MBps`, with a capital B, are bytes.
        add(`${short}bps`, "rate", factor, "bit");
        if (short.length < 2)
            for (const [name, scale] of RATES) {
                if (words.has(short + name))
                    continue;
                add(short + name, "rate", factor * scale);
                // `ops` and `flops` may as well be several: for a run (`flops/op`) they are.
                if (words.get(singular(name))?.families.includes("work"))
                    add(short + name, "work", factor * scale);
            }
    }
    for (const [name, factor] of [
        ["k", 1e3],
        ["m", 1e6],
        ["g", 1e9],
        ["thousand", 1e3],
        ["million", 1e6],
        ["billion", 1e9],
    ])
        add(name, "thousands", factor);
    return words;
}
/** The word, also in the plural or behind a prefix of thousands (`Mrows`); undefined if nothing is known of it. */
function wordOf(written) {
    const name = written.toLowerCase();
    const capital = /^([kKMGT]?i?)B(ps)?$/.exec(written);
    if (capital !== null) {
        const { factor } = WORDS.get(`${capital[1].toLowerCase()}b`);
        return capital[2] === undefined ? { families: ["size"], factor } : { families: ["rate"], factor, of: "B" };
    }
    // Megabits, or megabytes of a careless author: which way it gets better is certain, its scale is not.
    if (/^[KMGT]b$/.test(written))
        return { families: ["size"], factor: Number.NaN };
    const known = WORDS.get(name) ?? WORDS.get(singular(name));
    if (known !== undefined)
        return known;
    const prefixed = /^([kKMGT])([A-Za-z]{2,})$/.exec(written);
    const work = prefixed === null ? undefined : WORDS.get(singular(prefixed[2].toLowerCase()));
    if (work === undefined || !work.families.includes("work"))
        return undefined;
    return { families: work.families, factor: WORDS.get(prefixed[1].toLowerCase()).factor };
}
function singular(name) {
    if (/(?:ss|sh|ch|x)es$/.test(name))
        return name.slice(0, -2);
    if (name.endsWith("ies"))
        return `${name.slice(0, -3)}y`;
    return name.length > 2 && name.endsWith("s") && !name.endsWith("ss") ? name.slice(0, -1) : name;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/units.js

/** A longer text is no unit, and nothing is made of it. */
const MAX_UNIT_CHARACTERS = 100;
/** Words after a slash that mean one run of what is measured: whatever is counted there is its cost. */
const PER_RUN = /^(?:op|ops|operations?|iter|iters|iterations?|calls?|runs?|invocations?)$/i;
/**
 * What a unit means and which way it gets better, from the families of its words (unit-families.ts):
 *
 * - times, sizes, counts, failures and prices are costs, also for an item, a percentile or a peak (`ns/item`, `p99-ns`,
 *   `heap-bytes`, `errors/s`): lower;
 * - work in a time is a rate (`req/s`, `rps`, `MB/s`, `ops/s/core`, `FLOP/cycle`): higher;
 * - anything else for a run is a cost, as Go has it (`compares/op`): lower;
 * - a quality has the direction of its word (`hit %`, `accuracy`; `cpu %`, `latency`).
 *
 * Words that contradict each other, and units without such a word, have no direction: their metric is shown and not
 * judged (github-action-benchmark#365: a direction for a whole tool called speed-ups regressions).
 *
 * @param about what is measured, if the report says so beside the unit: `hit rate` of a `%`.
 */
function resolveUnit(written, about = "") {
    const text = written.trim();
    const none = { unit: text, factor: 1, better: "none", judgement: "shown" };
    if (text.length > MAX_UNIT_CHARACTERS)
        return none;
    const parts = partsOf(text);
    const amount = new Words(parts[0]);
    const per = parts.slice(1).map((part) => new Words(part));
    const other = new Words(wordsIn(about.slice(-MAX_UNIT_CHARACTERS)).filter(isTelling).slice(-1));
    if (amount.has("vague") || other.has("vague"))
        return none;
    return resolve(text, amount, per, other) ?? none;
}
/** Of a name the last word that says something counts: `error path throughput` is a throughput. */
function isTelling(word) {
    return wordOf(word)?.families.some((family) => TELLING.includes(family)) === true;
}
const TELLING = ["failure", "good", "bad", "resident", "vague"];
/** `MB/s/core`, `bytes_per_second`: the words between slashes. */
function partsOf(text) {
    const parts = [[]];
    for (const word of wordsIn(text.replaceAll("/", " / "))) {
        if (word === "/" || /^per$/i.test(word))
            parts.push([]);
        else
            parts.at(-1).push(word);
    }
    return parts;
}
/** `p99LatencyNs`, `peak-RSS-bytes`, `hit%`: a word that is known as it stands is not parted. `µ` is U+00B5 or U+03BC. */
function wordsIn(text) {
    return text
        .replace(/[\u00b5\u03bc]/g, "u")
        .replace(/[%$]/g, " $& ")
        .split(/[\s_.,:;#()[\]{}\u00b7|*-]+/)
        .filter((word) => word !== "")
        .flatMap((word) => wordOf(word) === undefined ? word.split(/(?<=[a-z\d])(?=[A-Z])|(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)/) : [word]);
}
/** The words of one part of a unit. */
class Words {
    #written;
    #words;
    constructor(written) {
        this.#written = written;
        const known = written.filter((word) => wordOf(word) !== undefined);
        // `min` is a minute alone (`jobs/min`) and behind a word that nobody knows; else the least: `min-ns`, `IOPS min`.
        const isMinute = known.length === 1 && /^min$/i.test(written.at(-1));
        this.#words = known.filter((word) => isMinute || !/^min$/i.test(word)).flatMap((word) => wordOf(word));
    }
    get isEmpty() {
        return this.#written.length === 0;
    }
    /** One run of what is measured. */
    get isRun() {
        return isRun(this.#written);
    }
    has(...families) {
        return this.#words.some((word) => word.families.some((family) => families.includes(family)));
    }
    /** The one word of a family; undefined if there are none or two that differ. */
    one(family) {
        const words = this.#words.filter(({ families }) => families.includes(family));
        return words.every(({ factor }) => factor === words[0].factor) ? words[0] : undefined;
    }
    /** Of `M rows` and `Mrows`. */
    get scale() {
        return this.#words.reduce((product, { families, factor }) => families.includes("work") || families.includes("thousands") || families.includes("rate")
            ? product * factor
            : product, 1);
    }
    /** A percentile, an end or what is in use differs from run to run; what is written or allocated repeats. */
    get isNoisySize() {
        return this.has("resident") || this.#written.some((word) => /^(?:min|p\d*|\d+(?:st|nd|rd|th)?)$/i.test(word));
    }
}
/**
 * What a metric is called that has only a unit: the canonical unit if that is all it says (`time`, `B`, `/s`), so that
 * `1.2 ms/iter` and `900 us/iter` are one metric; else the unit as written, so that `p50-ns` and `p99-ns` are two.
 */
function metricName(written) {
    const text = written.trim();
    if (text === "")
        return "value";
    if (text.length > MAX_UNIT_CHARACTERS)
        return text;
    const [amount = [], ...per] = partsOf(text);
    const { unit } = resolveUnit(text);
    const isWhole = per.length === 0 || (per.length === 1 && (isRun(per[0]) || unit.endsWith("/s")));
    const families = wordOf(amount[0] ?? "")?.families ?? [];
    const isPlain = amount.length === 1 && (families.some((family) => SCALED.includes(family)) || isRun(amount));
    if (!isWhole || !isPlain)
        return text;
    return unit === TIME_METRIC.unit ? TIME_METRIC.name : unit;
}
/** A metric of which a report gives a name and no unit (`p99_ns`, `cache_misses`): the name tells what it can. */
function namedMetric(name) {
    const { unit, ...told } = resolveUnit(name);
    return { name, unit: unit === name.trim() ? "" : unit, ...told };
}
const SCALED = ["time", "size", "bits"];
function isRun(words) {
    return words.some((word) => PER_RUN.test(word));
}
/** @returns undefined where nothing says which way it gets better. */
function resolve(text, amount, per, about) {
    const as = (better, judgement = "timed", unit = text, factor = 1) => ({
        unit,
        factor,
        better,
        judgement,
    });
    const last = per.at(-1);
    const second = last?.one("time");
    const isFailing = amount.has("failure") || about.has("failure");
    if (second !== undefined) {
        const isLost = isFailing || last.has("failure");
        if (amount.has("price") && !isLost)
            return as("lower");
        const isContradiction = amount.has("time", "exact", "counter", "bad") || last.has("exact", "counter", "bad");
        if (isContradiction && !isLost)
            return undefined;
        const better = isLost ? "lower" : "higher";
        // Of 1 MB/ms there are 1000 in a second: 10^9 ns in a second over the ns in the unit.
        const factor = 1e9 / second.factor;
        if (!amount.has("size", "bits"))
            return as(better, "timed", "/s", amount.scale * factor);
        const [family, unit] = amount.has("size") ? ["size", "B/s"] : ["bits", "bit/s"];
        const size = amount.one(family);
        return size === undefined || per.length > 1 ? as(better) : as(better, "timed", unit, size.factor * factor);
    }
    // `ops/s/core`: a share of a rate is one.
    if (per.length > 1 && per.some((part) => part.one("time") !== undefined))
        return as(isFailing ? "lower" : "higher");
    const isPriced = last?.has("price", "counter") === true && !isFailing && !amount.has("time", "price");
    if (isPriced)
        return amount.has("work", "size", "exact", "good", "rate") ? as("higher") : undefined;
    const time = amount.one("time");
    if (time !== undefined)
        return as("lower", "timed", "ns", time.factor);
    if (amount.has("time"))
        return as("lower");
    if (amount.has("rate")) {
        if (isFailing)
            return as("lower");
        const rate = amount.one("rate");
        if (last === undefined)
            return rate === undefined ? as("higher") : as("higher", "timed", `${rate.of ?? ""}/s`, amount.scale);
        if (!(last.isRun && amount.has("work")))
            return as("higher");
    }
    if (amount.has("size", "bits")) {
        if (amount.has("good") || (last === undefined && amount.has("moved")))
            return undefined;
        const judgement = amount.isNoisySize || about.isNoisySize ? "timed" : "exact";
        const size = amount.one(amount.has("size") ? "size" : "bits");
        return size === undefined
            ? as("lower", judgement)
            : as("lower", judgement, amount.has("size") ? "B" : "bit", size.factor);
    }
    const isGood = amount.has("good") || about.has("good");
    const isBad = isFailing || amount.has("bad", "price", "counter") || (about.has("bad") && !amount.has("good"));
    if (isGood && isBad)
        return undefined;
    if (isGood)
        return as("higher");
    if (amount.has("exact") && !isFailing)
        return as("lower", "exact");
    if (isBad || (last?.isRun === true && !amount.isEmpty))
        return as("lower");
    return undefined;
}
/** The time of one run: the metric that every format has. */
const TIME_METRIC = { name: "time", unit: "ns", better: "lower", judgement: "timed" };
/** Files and programs are never empty. */
const FILE_SIZE = /(?:file|binary|bundle|image|package|artifact)s?[ _-]?(?:size|bytes)/i;
/**
 * Whether a number can be a measurement. Times, rates and memory in use of 0 are a clock that stood still, work that was
 * not done and a program that was not there; 0 allocations, errors, cache hits or per cent may be true. Of what is only
 * shown nothing depends on it.
 */
function isMeasurement({ name, unit, better, judgement }, value) {
    if (!Number.isFinite(value) || value < 0)
        return false;
    if (value > 0 || judgement === "shown")
        return true;
    const isRate = better === "higher" && unit.endsWith("/s");
    return !(unit === "ns" || isRate || (unit === "B" && (judgement === "timed" || FILE_SIZE.test(name))));
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/results-builder.js



/** A report may hold millions of wrong lines; the warnings about them must not be endless. */
const MAX_WARNINGS = 20;
/**
 * Longer names are cut. A digest of the whole replaces the rest, so that two long names with the same beginning stay
 * distinct.
 */
const MAX_NAME_CHARACTERS = 500;
/** Collects what a report says, in its order. One per parse. */
class ResultsBuilder {
    #format;
    #series = new Map();
    #failed = [];
    #warnings = [];
    #suppressed = 0;
    constructor(format) {
        this.#format = format;
    }
    /**
     * One sample, in the metric's unit. A number that cannot be one (NaN, infinite, negative, no time at all) is left out,
     * with a warning.
     */
    add(benchmark, metric, value) {
        this.addAll(benchmark, metric, [value]);
    }
    /** The samples of one metric, in their order; as `add`, in a fraction of the time. */
    addAll(benchmark, measured, values) {
        const name = cleanName(benchmark);
        const metric = cleanMetric(measured);
        const key = seriesKey(name, metric.name);
        let known = this.#series.get(key);
        for (const value of values) {
            if (!isMeasurement(metric, value)) {
                this.warn(`${name}: ${metric.name} is ${value}, which is not a measurement`);
            }
            else if (known === undefined) {
                known = { benchmark: name, metric, values: [value] };
                this.#series.set(key, known);
            }
            else if (known.metric.unit === metric.unit)
                known.values.push(value);
            else
                this.warn(`${name}: ${metric.name} is in ${known.metric.unit} and in ${metric.unit}; the second is left out`);
        }
    }
    /** A benchmark that ran but has no usable number. */
    fail(benchmark, reason) {
        this.#failed.push({ benchmark: cleanName(benchmark), reason: reason.replace(/\s+/g, " ").trim().slice(0, 300) });
    }
    warn(text) {
        if (this.#warnings.length < MAX_WARNINGS)
            this.#warnings.push(text.replace(/\s+/g, " ").slice(0, 300));
        else
            this.#suppressed++;
    }
    /** @param suffix what all names end with, if it may not be a part of them. */
    finish(suffix = "") {
        const more = this.#suppressed === 0 ? [] : [`and ${this.#suppressed} more of the kind`];
        const series = this.#series;
        return {
            format: this.#format,
            series,
            failed: this.#failed,
            ...(suffix !== "" && { suffix }),
            warnings: [...this.#warnings, ...more],
        };
    }
}
/** A metric's name and unit come from reports, too. */
function cleanMetric(metric) {
    const name = cleanName(metric.name);
    const unit = metric.unit === "" ? "" : cleanName(metric.unit);
    return name === metric.name && unit === metric.unit ? metric : { ...metric, name, unit };
}
/** One line without control characters; the rest is unique enough to match between two runs. */
function cleanName(name) {
    const line = name.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
    if (line === "")
        return "(unnamed)";
    if (line.length <= MAX_NAME_CHARACTERS)
        return line;
    const digest = (0,external_node_crypto_.createHash)("sha256").update(line).digest("hex").slice(0, 8);
    return `${line.slice(0, MAX_NAME_CHARACTERS)}... ${digest}`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/samples.js

/** The numbers in a list, times a factor; none if there is no list. @throws ReportError for a list of anything else. */
function numbersOf(list, factor) {
    if (list.isMissing)
        return [];
    // A NaN became null.
    return [...list.items()].map((item) => (item.isMissing ? Number.NaN : item.number() * factor));
}
/** The first of these that is present, as the only sample: for reports that do not keep their samples. */
function samples_numberOf(values, factor) {
    const value = values.find((candidate) => !candidate.isMissing);
    return value === undefined ? [] : [value.number() * factor];
}
/** Samples of a metric that every benchmark must have; a benchmark without a usable number has failed. */
function addSamples(builder, benchmark, metric, values) {
    if (!values.some((value) => isMeasurement(metric, value))) {
        builder.fail(benchmark, values.length === 0 ? `it has no ${metric.name}` : `its ${metric.name} is ${values[0]}`);
        return;
    }
    for (const value of values)
        builder.add(benchmark, metric, value);
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/benchmarkdotnet.js






/**
 * BenchmarkDotNet's `*-report-full.json` and `*-report-full-compressed.json` (JsonExporter), one file a class:
 * nanoseconds an operation. The brief ones have no samples; there the median is the only one.
 */
const benchmarkDotNet = {
    name: "benchmarkdotnet",
    title: "BenchmarkDotNet JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return outline.has("HostEnvironmentInfo.BenchmarkDotNetVersion") || outline.has("Benchmarks[].FullName");
    },
    parse(files) {
        const builder = new ResultsBuilder("benchmarkdotnet");
        const names = new Names(builder);
        for (const file of files) {
            const rows = [...(0,json.parseJson)([file.bytes]).get("Benchmarks").items()];
            const ambiguous = repeated(rows.map((row) => row.get("FullName").text()));
            for (const row of rows) {
                const name = row.get("FullName").text();
                addRow(builder, names.unique(ambiguous.has(name) ? `${name}${jobOf(row)}` : name), row);
            }
        }
        return builder.finish();
    },
};
/** What one operation allocates on the managed heap, of the MemoryDiagnoser. */
const ALLOCATED = { name: "allocated", unit: "B", better: "lower", judgement: "exact" };
function addRow(builder, name, row) {
    const statistics = row.get("Statistics");
    if (statistics.isMissing) {
        builder.fail(name, "it has no Statistics: it failed or was not run");
        return;
    }
    const samples = numbersOf(statistics.get("OriginalValues"), 1);
    const typical = samples_numberOf([statistics.get("Median"), statistics.get("Mean")], 1);
    addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
    const bytes = row.get("Memory").get("BytesAllocatedPerOperation");
    if (!bytes.isMissing)
        builder.add(name, ALLOCATED, bytes.number());
}
/**
 * The same benchmark under several jobs (runtimes, say) has one FullName. `DisplayInfo` is `Type.Method:
 * Job-KSXUOA(Runtime=.NET 9.0) [N=1]`; the generated id says less than the text after it.
 */
function jobOf(row) {
    const info = row.get("DisplayInfo").raw;
    if (typeof info !== "string")
        return "";
    const job = /: ([^[(]*)(?:\(([^)]*)\))?/.exec(info);
    return job === null ? "" : ` (${job[2] ?? job[1].trim()})`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/text.js
/**
 * Text of any of the encodings that tools write (PowerShell's `>` writes UTF-16), without BOM; invalid UTF-8 becomes
 * U+FFFD.
 */
function decodeText(bytes) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding).decode(bytes);
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/criterion.js






/**
 * The files of a measurement that Criterion writes, in a folder for the baseline; the rest are pictures and
 * comparisons.
 */
const MEASUREMENT_FILE = /^(?:(.*)\/)?([^/]+)\/(benchmark|sample|estimates|tukey)\.json$/s;
/** How these files begin: other tools also call their results `benchmark.json`. */
const BEGINNINGS = {
    benchmark: /^\s*\{\s*"(?:group_id|full_id)"\s*:/,
    sample: /^\s*(?:\{\s*"(?:sampling_mode|iters|times)"\s*:|\[\s*\[\s*[\d.]+\s*[,\]])/,
    estimates: /^\s*\{\s*"(?:[Mm]ean|[Mm]edian|slope|Slope)"\s*:\s*\{\s*"confidence_interval"/,
    tukey: /^\s*\[\s*-?[\d.]+(?:[eE][+-]?\d+)?\s*,/,
};
/** `cargo criterion --message-format json`, and what else it says. */
const MESSAGE = /^\{"reason":"(?:benchmark-complete|group-complete)"/m;
/**
 * Criterion.rs: its folder (`target/criterion` or `$CRITERION_HOME`), or the messages of cargo-criterion. A sample is
 * the time of one iteration in one of its (usually a hundred) measurements; throughput is the same time in other words
 * and not read.
 */
const criterion = {
    name: "criterion",
    title: "Criterion.rs",
    detect(head, path) {
        const kind = MEASUREMENT_FILE.exec(path)?.[3];
        return (kind !== undefined && BEGINNINGS[kind].test(head)) || MESSAGE.test(head);
    },
    parse(files) {
        const builder = new ResultsBuilder("criterion");
        for (const file of files)
            if (!MEASUREMENT_FILE.test(file.path))
                naming(file, files.length, () => readMessages(builder, decodeText(file.bytes)));
        for (const measurement of latestMeasurements(builder, files))
            readMeasurement(builder, measurement, files.length);
        return builder.finish();
    },
};
/**
 * Of each benchmark's baselines `new`, which the last run wrote, else the only other one; never `change`, which
 * compares two.
 */
function latestMeasurements(builder, files) {
    const benchmarks = new Map();
    for (const file of files) {
        const match = MEASUREMENT_FILE.exec(file.path);
        if (match === null || match[2] === "change")
            continue;
        const [, benchmark = "", baseline = "", kind = ""] = match;
        const baselines = benchmarks.get(benchmark) ?? new Map();
        benchmarks.set(benchmark, baselines);
        const kinds = baselines.get(baseline) ?? new Map();
        baselines.set(baseline, kinds);
        kinds.set(kind, file);
    }
    return [...benchmarks].map(([benchmark, baselines]) => {
        const names = [...baselines.keys()];
        const baseline = names.includes("new") ? "new" : (names.find((name) => name !== "base") ?? "base");
        if (baseline !== "new" && names.length > 1)
            builder.warn(`${benchmark} has the baselines ${names.sort().join(", ")} and none called new; ${baseline} is read`);
        return { folder: benchmark === "" ? baseline : `${benchmark}/${baseline}`, files: baselines.get(baseline) };
    });
}
function readMeasurement(builder, { folder, files }, of) {
    const about = files.get("benchmark");
    // Folders are named after the benchmark with `/ ? " * < > : | ^` replaced and cut at 64 bytes: only this file has the
    // name.
    const name = about === undefined ? folder : naming(about, of, () => (0,json.parseJson)([about.bytes]).get("full_id").text());
    const sample = files.get("sample");
    if (sample === undefined) {
        // A restored cache leaves such folders (noir-lang/noir#13497); they are not measurements of this run.
        builder.fail(name, `${folder} holds no sample.json: nothing was measured`);
        return;
    }
    naming(sample, of, () => {
        const root = (0,json.parseJson)([sample.bytes]);
        // Before 0.3.4 a pair of lists.
        const [iterations, times] = root.isList ? [...root.items()] : [root.get("iters"), root.get("times")];
        addTimes(builder, name, TIME_METRIC, { iterations, times }, 1);
    });
}
/** An error about one of several files names its path; for a single file, the caller knows it. */
function naming(file, of, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError) || of === 1)
            throw error;
        throw new report_error.ReportError(`${file.path}: ${error.message}`, { cause: error });
    }
}
function readMessages(builder, text) {
    for (const line of text.split(/\r?\n/)) {
        if (!line.startsWith('{"reason":"benchmark-complete"'))
            continue;
        const message = (0,json.parseJson)([new TextEncoder().encode(line)]);
        const { factor, ...unit } = resolveUnit(message.get("unit").isMissing ? "ns" : message.get("unit").text());
        const metric = unit.unit === "ns" ? TIME_METRIC : { name: unit.unit, ...unit };
        const lists = { iterations: message.get("iteration_count"), times: message.get("measured_values") };
        addTimes(builder, message.get("id").text(), metric, lists, factor);
    }
}
function addTimes(builder, name, metric, { iterations, times }, factor) {
    const counts = criterion_numbersOf(iterations);
    const totals = criterion_numbersOf(times);
    if (totals.length === 0 || totals.length !== counts.length) {
        builder.fail(name, `it has ${totals.length} times for ${counts.length} counts of iterations`);
        return;
    }
    // A time for zero iterations says nothing about one.
    const values = totals.map((time, at) => (counts[at] > 0 ? (time * factor) / counts[at] : Number.NaN));
    addSamples(builder, name, metric, values);
}
/** A NaN became null. */
function criterion_numbersOf(list) {
    return [...(list?.items() ?? [])].map((item) => (item.isMissing ? Number.NaN : item.number()));
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/custom.js






/** What the field `schema` of our own JSON says; docs/schema/benchmark-results.v1.json. */
const SCHEMA = "jessy-benchmarks/v1";
/**
 * Our own JSON, for what no other format covers (docs/benchmark-formats.md), and two that others have made for the
 * same: the list of github-action-benchmark's `customSmallerIsBetter` and `customBiggerIsBetter`, which look alike, so
 * the unit decides; and Bencher Metric Format. Rows of the same name and metric are samples of one.
 */
const custom = {
    name: "custom",
    title: "custom JSON",
    detect(head) {
        const outline = jsonOutline(head);
        if (outline.has("schema") && /"schema"\s*:\s*"jessy-benchmarks\//.test(head))
            return true;
        if (["[].name", "[].unit", "[].value"].every((path) => outline.has(path)))
            return true;
        return isBencher(outline);
    },
    parse(files) {
        const builder = new ResultsBuilder("custom");
        for (const file of files) {
            const root = (0,json.parseJson)([file.bytes]);
            if (root.isList)
                addActionBenchmark(builder, root);
            else if (root.get("schema").isMissing && root.get("benchmarks").isMissing)
                addBencher(builder, root);
            else
                addOwn(builder, root);
        }
        return builder.finish();
    },
};
function addOwn(builder, root) {
    const schema = root.get("schema");
    if (schema.raw !== SCHEMA)
        throw schema.not(`"${SCHEMA}"`);
    for (const row of root.get("benchmarks").items()) {
        const name = row.get("name").text();
        const error = row.get("error");
        if (!error.isMissing)
            builder.fail(name, error.text());
        else
            addOwnRow(builder, name, row);
    }
}
function addOwnRow(builder, name, row) {
    const written = row.get("unit").text();
    const metricText = row.get("metric").isMissing ? undefined : row.get("metric").text();
    const { unit, factor, better, judgement } = resolveUnit(written, metricText);
    const direction = oneOf(row.get("better"), ["lower", "higher", "none"]) ?? better;
    const judge = oneOf(row.get("judge"), ["timed", "exact", "shown"]);
    if (direction === "none" && judge !== undefined && judge !== "shown") {
        throw new report_error.ReportError(`${name}: \`judge\` is ${judge}, but nothing says which way ${unit} gets better; add \`better\``);
    }
    const metric = {
        name: metricText ?? metricName(written),
        unit,
        better: direction,
        judgement: judge ?? usualJudgement(direction, better, judgement),
    };
    if (row.get("values").isMissing && row.get("value").isMissing)
        throw row.get("value").not("a number");
    const values = row.get("values").isMissing
        ? samples_numberOf([row.get("value")], factor)
        : numbersOf(row.get("values"), factor);
    addSamples(builder, name, metric, values);
}
/**
 * An unknown unit is judged if the report states its direction; any other metric is not judged if the report says it
 * has none.
 */
function usualJudgement(direction, ofUnit, judgement) {
    if (direction === "none")
        return "shown";
    return ofUnit === "none" ? "timed" : judgement;
}
function oneOf(value, words) {
    if (value.isMissing)
        return undefined;
    const word = words.find((candidate) => candidate === value.raw);
    if (word === undefined)
        throw value.not(`one of ${words.join(", ")}`);
    return word;
}
/** The direction of a whole list, by the name that github-action-benchmark gives its tool. */
const DIRECTED = { customSmallerIsBetter: "lower", customBiggerIsBetter: "higher" };
/**
 * github-action-benchmark's list under the name of its `tool`, which says the direction that the list itself does not.
 * It is never told by its content.
 */
const [customSmallerIsBetter, customBiggerIsBetter] = ["customSmallerIsBetter", "customBiggerIsBetter"].map((name) => ({
    name,
    title: `github-action-benchmark, ${name}`,
    detect: () => false,
    parse(files) {
        const builder = new ResultsBuilder(name);
        for (const file of files)
            addActionBenchmark(builder, (0,json.parseJson)([file.bytes]), DIRECTED[name]);
        return builder.finish();
    },
}));
/** Of these the name of the benchmark is all that says which way they get better. */
const SHARE = /^(?:%|percent(?:age)?|pct|ratio|rate)?$/i;
/** `range` is text and `extra` is for people. */
function addActionBenchmark(builder, root, told) {
    for (const row of root.items()) {
        const name = row.get("name").text();
        const written = row.get("unit").text();
        const { unit, factor, better, judgement } = resolveUnit(written, SHARE.test(written.trim()) ? name : "");
        const direction = told ?? better;
        if (better !== "none" && better !== direction)
            builder.warn(`${name}: ${written} usually gets better when it is ${better}, and format says ${direction}`);
        const metric = {
            name: metricName(written),
            unit,
            better: direction,
            judgement: usualJudgement(direction, better, judgement),
        };
        addSamples(builder, name, metric, samples_numberOf([row.get("value")], factor));
    }
}
/** Bencher's built-in measures (its reference, "Measures"); of others the name tells what it can. */
const BENCHER_MEASURES = new Map([
    ["latency", { ...TIME_METRIC, factor: 1 }],
    ["throughput", { name: "throughput", unit: "/s", better: "higher", judgement: "timed", factor: 1 }],
    ["build-time", { name: "build-time", unit: "ns", better: "lower", judgement: "timed", factor: 1e9 }],
    ["file-size", { name: "file-size", unit: "B", better: "lower", judgement: "exact", factor: 1 }],
    ["instructions", { name: "instructions", unit: "instructions", better: "lower", judgement: "exact", factor: 1 }],
]);
/** `{ name: { measure: { value, lower_value, upper_value } } }` */
function addBencher(builder, root) {
    for (const [name, measures] of root.entries()) {
        for (const [measure, numbers] of measures.entries()) {
            const { factor, ...metric } = BENCHER_MEASURES.get(measure) ?? namedMetric(measure);
            addSamples(builder, name, metric, [numbers.get("value").number() * factor]);
        }
    }
}
/** Only numbers on the third level, and no list: no other report looks like this. */
function isBencher(outline) {
    const paths = [...outline];
    const isLike = /^[^.[]+(?:\.[^.[]+(?:\.(?:value|lower_value|upper_value))?)?$/;
    return paths.some((path) => path.split(".").length === 3) && paths.every((path) => isLike.test(path));
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/go-number.js
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** The number of a field, which is not empty; undefined if it is not a number. */
function numberAt(text, start, end) {
    return plainNumberAt(text, start, end) ?? parseNumber(text.slice(start, end));
}
/**
 * The number of a field of digits, of which at most one is a point; undefined for any other field. Almost all are so,
 * and there are millions: nothing is copied. Of at most 15 digits, whole and power of ten are exact, and their quotient
 * is the nearest number.
 */
function plainNumberAt(text, start, end) {
    if (end - start > 15)
        return undefined;
    let digits = 0;
    let point = -1;
    for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code >= 48 && code <= 57)
            digits = digits * 10 + code - 48;
        else if (code === 46 && point === -1 && end - start > 1)
            point = at;
        else
            return undefined;
    }
    return point === -1 ? digits : digits / POWERS_OF_TEN[end - point - 1];
}
/** Numbers as Go writes them; JavaScript would also take `0x10` and an empty text. */
function parseNumber(text) {
    if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text))
        return Number(text);
    if (/^[+-]?inf(?:inity)?$/i.test(text))
        return text.startsWith("-") ? -Infinity : Infinity;
    return /^nan$/i.test(text) ? Number.NaN : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/go-fields.js

/** The fields of one line at a time, by their places in the text: there are millions of lines, and nothing is copied. */
class Fields {
    /** Where each field begins and ends, in turn. */
    #bounds = [];
    /** By field. */
    #numbers = [];
    /** Parts a line between any Unicode space as Go's strings.Fields. @returns how many fields it has. */
    split(text, from, end) {
        const bounds = this.#bounds;
        let size = 0;
        for (let at = from; at < end;) {
            while (at < end && isSpace(text.charCodeAt(at)))
                at++;
            if (at === end)
                break;
            bounds[size++] = at;
            while (at < end && !isSpace(text.charCodeAt(at)))
                at++;
            bounds[size++] = at;
        }
        return size / 2;
    }
    start(field) {
        return this.#bounds[2 * field];
    }
    /** One behind the last character. */
    end(field) {
        return this.#bounds[2 * field + 1];
    }
    /** Reads the number in every second field. @returns the field that is not a number, or -1. */
    readNumbers(text, first, fields) {
        for (let at = first; at < fields; at += 2) {
            const number = numberAt(text, this.start(at), this.end(at));
            if (number === undefined)
                return at;
            this.#numbers[at] = number;
        }
        return -1;
    }
    /** What `readNumbers` read. */
    number(field) {
        return this.#numbers[field];
    }
}
/** Go's unicode.IsSpace. */
function isSpace(code) {
    if (code > 32 && code < 128)
        return false;
    if (code <= 32)
        return code === 32 || (code >= 9 && code <= 13);
    return code === 0x85 || code === 0xa0 || (code >= 0x1680 && /\p{White_Space}/u.test(String.fromCharCode(code)));
}
function isDigits(text, start, end) {
    for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code < 48 || code > 57)
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/go-names.js

/** How each benchmark's name begins. */
const PREFIX = "Benchmark";
/**
 * What the benchmarks are called: the last part of the package, as Go code would write it, then the name. Only where
 * two packages would be one so are their whole paths written: whether a name has its package must not depend on how
 * many packages there are, or a new one would rename all.
 */
function titlesOf(all) {
    const localName = (name) => (name === suffixOf(name) ? `${PREFIX}${name}` : name);
    // By package its last part, and by last part how many packages have it.
    const lastParts = new Map();
    const owners = new Map();
    for (const { pkg } of all) {
        if (lastParts.has(pkg))
            continue;
        const part = lastPart(pkg);
        lastParts.set(pkg, part);
        owners.set(part, (owners.get(part) ?? 0) + 1);
    }
    return all.map(({ pkg, name }) => {
        const part = lastParts.get(pkg);
        return pkg === "" ? localName(name) : `${owners.get(part) > 1 ? pkg : part}.${localName(name)}`;
    });
}
/** What all lines end with: GOMAXPROCS, unless there is one processor. `-cpu 1,2,4` makes several. */
function commonSuffix(places) {
    const suffixes = new Set(places.map(({ name }) => suffixOf(name)));
    return suffixes.size === 1 ? [...suffixes][0] : "";
}
/** `-8` of `Sort/n=10-8`; not a pattern, which would try every hyphen of a name with a million of them. */
function suffixOf(name) {
    const hyphen = name.lastIndexOf("-");
    return hyphen !== -1 && hyphen + 1 < name.length && isDigits(name, hyphen + 1, name.length) ? name.slice(hyphen) : "";
}
/** `codec` of `example.com/codec`, also of `example.com/codec/v2`. */
function lastPart(pkg) {
    const parts = pkg.split("/");
    const last = parts.at(-1);
    return parts.length > 1 && /^v\d+$/.test(last) ? parts.at(-2) : last;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/go-run.js
/** Where in the output of `go test` a line stands: in which package, and what failed there. */
class GoRun {
    /** Empty before the first `pkg:`. */
    pkg = "";
    /**
     * Before the first package, and behind the end of each: Go writes `pkg:` before the first result, and failures that
     * are earlier before it.
     */
    #isBetween = true;
    /** Benchmarks that failed before their package was named. */
    #homeless = [];
    #failed = new Map();
    /** Packages whose results are not whole, with the line that says so. */
    #ended = new Map();
    /** A panic, until a later line says that the run went well: a benchmark may print such a line, too. */
    #panic;
    /** `pkg: example.com/m`, or the end of the text. */
    enter(pkg) {
        this.#settle(pkg);
        this.#endBadly(this.pkg, this.#panic);
        this.#panic = undefined;
        this.pkg = pkg;
    }
    /** The end of a text: the next one begins with no package. */
    finish() {
        this.enter("");
        this.#isBetween = true;
    }
    /** A result shows that a package has begun, if not which. */
    seeResult() {
        if (this.#isBetween)
            this.#settle(this.pkg);
    }
    /** `--- FAIL: BenchmarkA`. */
    failBenchmark(name) {
        if (this.#isBetween)
            this.#homeless.push(name);
        else
            this.fail(name, "it failed");
    }
    /** A benchmark of the package that has begun. */
    fail(name, reason) {
        this.#fail(this.pkg, name, reason);
    }
    /** A line that ends a test program at once. */
    panic(line) {
        this.#panic ??= line;
    }
    /** `PASS` of a test program. */
    pass() {
        this.#panic = undefined;
    }
    /** `FAIL` of a test program, or of the whole run. */
    failProgram() {
        this.#endBadly(this.#isBetween ? "" : this.pkg, this.#panic ?? "FAIL");
    }
    /** `ok  \texample.com/m\t1.2s`, or `FAIL`: the end of a package. */
    leave(line) {
        const pkg = line.split(/\s+/)[1];
        this.#settle(pkg);
        if (line.startsWith("FAIL"))
            this.#endBadly(pkg, this.#panic ?? line);
        this.#panic = undefined;
        this.#isBetween = true;
    }
    #settle(pkg) {
        for (const name of this.#homeless.splice(0))
            this.#fail(pkg, name, "it failed");
        this.#isBetween = false;
    }
    #fail(pkg, name, reason) {
        const key = `${pkg}\0${name}`;
        if (!this.#failed.has(key))
            this.#failed.set(key, { pkg, name, reason });
    }
    /** Results of a package that did not end well are not whole: what is not there was not measured. */
    #endBadly(pkg, line) {
        if (line === undefined)
            return;
        const known = this.#ended.get(pkg);
        if (known === undefined || known.startsWith("FAIL"))
            this.#ended.set(pkg, line);
    }
    /** If a sub-benchmark fails, `go test` reports its parents as failed, too: they are left out. */
    failedBenchmarks() {
        const parents = new Set([...this.#failed.keys()].map((key) => key.slice(0, Math.max(0, key.lastIndexOf("/")))));
        return [...this.#failed].filter(([key]) => !parents.has(key)).map(([, failure]) => failure);
    }
    /**
     * Packages that ended badly, with the line that says so. A benchmark that is known to have failed explains a plain
     * FAIL, and so does another package that of the whole run.
     */
    failedPackages() {
        const explained = new Set([...this.#failed.values()].map(({ pkg }) => pkg));
        return [...this.#ended]
            .map(([pkg, line]) => ({ pkg, line }))
            .filter(({ pkg, line }) => {
            const isPlain = line.startsWith("FAIL") && !line.endsWith("]");
            const isExplained = explained.has(pkg) || (pkg === "" && (explained.size > 0 || this.#ended.size > 1));
            return !(isPlain && isExplained);
        });
    }
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/go-units.js

/** What `Unit` lines say of units. They hold for all lines, also those before them. */
class UnitLines {
    #told = new Map();
    /**
     * `Unit ns/op better=lower assume=exact`; the first statement wins, as in benchstat.
     *
     * @returns what contradicts an earlier line, a text each.
     */
    read(line) {
        const [, written = "", ...pairs] = line.split(/\p{White_Space}+/u);
        const unit = tidied(written);
        const known = this.#told.get(unit) ?? new Map();
        this.#told.set(unit, known);
        return pairs.flatMap((pair) => {
            const [key, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
            const first = known.get(key) ?? value;
            known.set(key, first);
            return first === value ? [] : [`${key} of unit ${written} is ${first} and ${value}; the first holds`];
        });
    }
    /** They outrank what we know of a unit; `assume=exact` makes it an exact one. */
    resolve(written) {
        const known = resolveUnit(written);
        const told = this.#told.get(tidied(written));
        if (told === undefined)
            return known;
        const direction = told.get("better");
        const better = direction === "lower" || direction === "higher" ? direction : known.better;
        const assume = told.get("assume");
        const judged = assume === "exact" ? "exact" : assume === "nothing" || known.judgement === "shown" ? "timed" : known.judgement;
        return { ...known, better, judgement: better === "none" ? "shown" : judged };
    }
}
/** The base units of `Unit` lines: benchfmt converts what package testing writes. */
function tidied(unit) {
    return unit === "ns/op" ? "sec/op" : unit === "MB/s" ? "B/s" : unit;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/test2json.js
/** How the output of `go test -json` begins. */
const TEST2JSON = /^\{(?:"Time":"[^"\n]*",)?"Action":"(?:start|run|output)"(?:,"(?:Package|Test|Output)":|\})/m;
/**
 * What `go test` printed, or each package of what `-json` makes of it (cmd/test2json): packages run at once, and one
 * line may come in several events, so the output of each is put together before it is read. Text that is not an event
 * (from `2>&1`, or from two steps that wrote one file) is a separate stream.
 */
function streamsOf(text) {
    if (!TEST2JSON.test(text))
        return [text];
    const others = [];
    const packages = new Map();
    for (const line of text.split("\n")) {
        const event = eventOf(line);
        if (event === undefined)
            others.push(`${line}\n`);
        else {
            const output = outputOf(event);
            if (output === undefined)
                continue;
            const name = typeof event.Package === "string" ? event.Package : "";
            const outputs = packages.get(name);
            if (outputs === undefined)
                packages.set(name, [output]);
            else
                outputs.push(output);
        }
    }
    const streams = [...packages].map(([name, outputs]) => `pkg: ${name}\n${outputs.join("")}`);
    return [...streams, others.join("")];
}
/** A package that cannot be built has an event and no output. */
function outputOf({ Action, Output, Package, Test, FailedBuild }) {
    if (Action === "output" && typeof Output === "string")
        return Output;
    if (Action !== "fail" || Test !== undefined || typeof Package !== "string")
        return undefined;
    return `\nFAIL\t${Package}${FailedBuild === undefined ? "" : " [build failed]"}\n`;
}
function eventOf(line) {
    if (!line.startsWith("{"))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/go.js








/**
 * A result line, or a line that precedes one. No other format begins a line like this (Criterion's `Benchmarking x`
 * may).
 */
const RESULT_LINE = /^Benchmark(?!ing\s)\S*[^\S\n]+\d+[^\S\n]+[\d.]+[^\S\n]+\S/m;
const CONFIGURATION = /^(?:(?:goos|goarch|pkg): \S|--- FAIL: Benchmark)/m;
/**
 * `go test -bench`, as golang.org/x/perf/benchfmt reads it: result lines of a name, a count of iterations and pairs of
 * value and unit, between lines of configuration, of which `pkg:` tells whose the benchmarks are, and `Unit` lines,
 * which say how a unit is to be taken. Also what `-json` makes of it. Everything else is the output of tests and stays
 * unread.
 */
const go = {
    name: "go",
    title: "go test -bench",
    detect(head) {
        return TEST2JSON.test(head) || RESULT_LINE.test(head) || CONFIGURATION.test(head);
    },
    parse(files) {
        const reader = new GoReader();
        for (const file of files)
            for (const stream of streamsOf(decodeText(file.bytes)))
                reader.read(stream);
        return reader.finish();
    },
};
/** How other lines begin that say something: most test output begins with something else. */
const OTHER_STARTS = new Set([..."U-pfFPo* "].map((character) => character.charCodeAt(0)));
/** What ends a test program at once; the runtime writes the first two, package testing the last. */
const FATAL = /^(?:panic: |fatal error: |\*\*\* Test killed)/;
class GoReader {
    #builder = new ResultsBuilder("go");
    #packages = new Map();
    #rows = [];
    #units = new UnitLines();
    #run = new GoRun();
    #fields = new Fields();
    #last;
    /** The name on a line that something was printed into; its numbers may follow on a later line. */
    #started;
    read(text) {
        for (let start = 0; start < text.length;) {
            let end = text.indexOf("\n", start);
            if (end === -1)
                end = text.length;
            const first = text.charCodeAt(start);
            if (first === 66 && text.startsWith(PREFIX, start))
                this.#readResult(text, start, end);
            else if (this.#started !== undefined && isSpaceOrDigit(first))
                this.#readRest(text, start, end);
            else if (OTHER_STARTS.has(first))
                this.#readOther(text, start, end);
            start = end + 1;
        }
        this.#giveUp();
        this.#run.finish();
        this.#last = undefined;
    }
    #readResult(text, start, end) {
        this.#giveUp();
        this.#run.seeResult();
        const fields = this.#fields;
        const nameStart = start + PREFIX.length;
        const size = fields.split(text, nameStart, end);
        // `Benchmark` may be the whole name.
        const count = size > 0 && fields.start(0) === nameStart ? 1 : 0;
        const nameEnd = count === 1 ? fields.end(0) : nameStart;
        if (count >= size || !isDigits(text, fields.start(count), fields.end(count))) {
            this.#readStart(text.slice(start, end), text.slice(nameStart, nameEnd));
            return;
        }
        const pairs = size - count - 1;
        if (pairs < 2 || pairs % 2 === 1) {
            this.#builder.warn(`a line is cut off: ${text.slice(start, Math.min(end, start + 80))}`);
            return;
        }
        const wrong = fields.readNumbers(text, count + 1, size);
        if (wrong === -1)
            this.#add(text, nameStart, nameEnd, count + 1, size);
        else {
            const written = text.slice(fields.start(wrong), Math.min(fields.end(wrong), fields.start(wrong) + 40));
            this.#builder.warn(`${text.slice(start, Math.min(nameEnd, start + 80))}: \`${written}\` is not a number`);
        }
    }
    /**
     * A line with a name but no numbers: `-v` writes the name alone when a benchmark starts; a log line may begin like
     * that, too.
     */
    #readStart(line, name) {
        const rest = line.slice(PREFIX.length + name.length).trimStart();
        if (rest.startsWith("--- FAIL: "))
            this.#run.fail(name, "it failed");
        // `go test` writes the name, spaces and a tab, and later the numbers; what a benchmark prints comes in between.
        else if (/^Benchmark(?![a-z])\S* *\t/.test(line) && !rest.startsWith("--- SKIP: "))
            this.#started = name;
    }
    /** The numbers on a line that something was printed into: `%8d\t%13.2f ns/op`. */
    #readRest(text, start, end) {
        const fields = this.#fields;
        const size = fields.split(text, start, end);
        const isRest = size >= 3 &&
            size % 2 === 1 &&
            isDigits(text, fields.start(0), fields.end(0)) &&
            text.charCodeAt(fields.end(0)) === 9 &&
            fields.readNumbers(text, 1, size) === -1;
        if (!isRest) {
            this.#readOther(text, start, end);
            return;
        }
        this.#last = this.#rowsOf(this.#started);
        this.#started = undefined;
        this.#addTo(this.#last, text, 1, size);
    }
    /** The started benchmark has no numbers: a panic, or a line without an end before them. */
    #giveUp() {
        if (this.#started !== undefined)
            this.#run.fail(this.#started, "it printed something and no result after it");
        this.#started = undefined;
    }
    #add(text, nameStart, nameEnd, first, fields) {
        // -count N writes a name N times.
        const known = this.#last?.name;
        const isKnown = known !== undefined && known.length === nameEnd - nameStart && text.startsWith(known, nameStart);
        const rows = isKnown ? this.#last : this.#rowsOf(text.slice(nameStart, nameEnd));
        this.#last = rows;
        this.#addTo(rows, text, first, fields);
    }
    #addTo({ columns, byUnit }, text, first, fields) {
        for (let at = first; at < fields; at += 2) {
            const from = this.#fields.start(at + 1);
            const to = this.#fields.end(at + 1);
            const number = this.#fields.number(at);
            const likely = columns[(at - first) >> 1];
            if (likely !== undefined && likely.unit.length === to - from && text.startsWith(likely.unit, from)) {
                likely.values.push(number);
                continue;
            }
            const unit = text.slice(from, to);
            let column = byUnit.get(unit);
            if (column === undefined) {
                column = { unit, values: [] };
                byUnit.set(unit, column);
                columns.push(column);
            }
            column.values.push(number);
        }
    }
    #rowsOf(name) {
        let names = this.#packages.get(this.#run.pkg);
        if (names === undefined) {
            names = new Map();
            this.#packages.set(this.#run.pkg, names);
        }
        let rows = names.get(name);
        if (rows === undefined) {
            rows = { pkg: this.#run.pkg, name, columns: [], byUnit: new Map() };
            names.set(name, rows);
            this.#rows.push(rows);
        }
        return rows;
    }
    #readOther(text, start, end) {
        const line = text.slice(start, end).trimEnd();
        const failed = /^ *--- FAIL: Benchmark(\S*)/.exec(line);
        if (failed !== null)
            this.#run.failBenchmark(failed[1]);
        else if (/^pkg:(?:[ \t]|$)/.test(line)) {
            this.#giveUp();
            this.#run.enter(line.slice(4).trim());
            this.#last = undefined;
        }
        else if (/^(?:ok {2}|FAIL)\t\S/.test(line)) {
            this.#giveUp();
            this.#run.leave(line);
        }
        else if (line === "PASS")
            this.#run.pass();
        else if (line === "FAIL")
            this.#run.failProgram();
        else if (FATAL.test(line))
            this.#run.panic(line);
        else if (/^Unit\s/.test(line))
            for (const problem of this.#units.read(line))
                this.#builder.warn(problem);
    }
    finish() {
        const failed = this.#run.failedBenchmarks();
        const titles = titlesOf([...this.#rows, ...failed]);
        const units = new Map();
        for (const [at, { columns }] of this.#rows.entries()) {
            for (const { unit } of columns)
                if (!units.has(unit))
                    units.set(unit, this.#units.resolve(unit));
            this.#addBenchmark(titles[at], columns, units);
        }
        for (const [at, { reason }] of failed.entries())
            this.#builder.fail(titles[this.#rows.length + at], reason);
        for (const { pkg, line } of this.#run.failedPackages())
            this.#builder.fail(pkg === "" ? "go test" : `go test ${pkg}`, `it ended with \`${line}\``);
        return this.#builder.finish(commonSuffix(this.#rows));
    }
    #addBenchmark(title, columns, units) {
        const isUsable = ({ unit, values }) => {
            const metric = { name: unit, ...units.get(unit) };
            return values.some((value) => isMeasurement(metric, value));
        };
        const usable = columns.filter(isUsable);
        // What would have been judged.
        const unusable = columns.find((column) => !usable.includes(column) && units.get(column.unit).judgement !== "shown");
        if (usable.length === 0 || unusable !== undefined) {
            const { unit, values } = unusable ?? columns[0];
            this.#builder.fail(title, `its ${unit} is ${values[0]}`);
        }
        const hasTime = usable.some(({ unit }) => units.get(unit).unit === "ns");
        for (const { unit: written, values } of columns) {
            const { factor, ...unit } = units.get(written);
            const metric = written === "ns/op" ? { ...TIME_METRIC, ...unit } : { name: written, ...unit };
            // Bytes per second are bytes over the same time: if both were judged, a change would count twice.
            const isDerived = hasTime && unit.unit === "B/s" && unit.judgement === "timed";
            this.#builder.addAll(title, isDerived ? { ...metric, judgement: "shown" } : metric, factor === 1 ? values : values.map((value) => value * factor));
        }
    }
}
function isSpaceOrDigit(code) {
    return code === 32 || (code >= 48 && code <= 57);
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/chunks.js
var chunks = __webpack_require__(5124);
;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/non-finite-json.js


/**
 * JSON of tools that write `NaN` and `Infinity`, which JSON does not have: Google Benchmark (`FormatKV` in
 * json_reporter.cc) and Python's `json`. They are read as null.
 *
 * @throws ReportError for anything else that is not valid JSON.
 */
function parseNonFiniteJson(bytes) {
    try {
        return (0,json.parseJson)([bytes]);
    }
    catch (error) {
        if (bytes.length > chunks.MAX_WHOLE_BYTES)
            throw error;
        const text = new TextDecoder().decode(bytes);
        const mended = withoutNonFinite(text);
        if (mended === text)
            throw error;
        return (0,json.parseJson)([new TextEncoder().encode(mended)]);
    }
}
function withoutNonFinite(text) {
    const parts = [];
    let at = 0;
    while (at < text.length) {
        const quote = text.indexOf('"', at);
        const start = quote === -1 ? text.length : quote;
        parts.push(text.slice(at, start).replace(/-?\b(?:NaN|Infinity)\b/g, "null"));
        let end = start + 1;
        while (end < text.length && text[end] !== '"')
            end += text[end] === "\\" ? 2 : 1;
        parts.push(text.slice(start, end + 1));
        at = end + 1;
    }
    return parts.join("");
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/google-benchmark.js






/**
 * `--benchmark_format=json` of Google Benchmark (docs/tools.md and src/json_reporter.cc), from before `run_type` to
 * schema version 1. A sample is a repetition.
 *
 * Real time is judged: it sees sleeping, I/O and other threads, which CPU time does not. CPU time is shown; judging
 * both would test one change twice.
 */
const googleBenchmark = {
    name: "google-benchmark",
    title: "Google Benchmark JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return (outline.has("context.library_build_type") ||
            (outline.has("benchmarks[].name") &&
                (outline.has("benchmarks[].real_time") || outline.has("benchmarks[].run_type"))));
    },
    parse(files) {
        const builder = new ResultsBuilder("google-benchmark");
        for (const file of files) {
            const groups = groupRows(parseNonFiniteJson(file.bytes).get("benchmarks"));
            const names = new Names(builder);
            for (const group of groups)
                addGroup(builder, names.unique(group.name), group);
        }
        return builder.finish();
    },
};
/** Rows by `run_name`; the instance keeps apart benchmarks that were registered twice under one name. */
function groupRows(rows) {
    const groups = new Map();
    for (const row of rows.items()) {
        const name = (row.get("run_name").isMissing ? row.get("name") : row.get("run_name")).text();
        if (isFit(row))
            continue;
        const key = JSON.stringify([name, row.get("family_index").raw, row.get("per_family_instance_index").raw]);
        const group = groups.get(key) ?? { name, repetitions: [], aggregates: [] };
        groups.set(key, group);
        (row.get("run_type").raw === "aggregate" ? group.aggregates : group.repetitions).push(row);
    }
    return groups.values();
}
/** A complexity fit describes a whole family, which has its own measured rows. A coefficient may be NaN. */
function isFit(row) {
    return row.get("cpu_coefficient").raw !== undefined || row.get("rms").raw !== undefined;
}
function addGroup(builder, name, { repetitions, aggregates }) {
    if (repetitions.length > 0) {
        for (const row of repetitions)
            google_benchmark_addRow(builder, name, row);
        return;
    }
    // `--benchmark_report_aggregates_only`
    const typical = aggregateOf(aggregates, "median") ?? aggregateOf(aggregates, "mean");
    if (typical === undefined)
        builder.fail(name, "it has only aggregates, and none of them is a median or a mean");
    else
        google_benchmark_addRow(builder, name, typical);
}
function aggregateOf(rows, name) {
    return rows.find((row) => row.get("aggregate_name").raw === name);
}
const CPU_TIME = { name: "cpu-time", unit: "ns", better: "lower", judgement: "shown" };
function google_benchmark_addRow(builder, name, row) {
    if (row.get("error_occurred").raw === true) {
        builder.fail(name, textOf(row.get("error_message")) ?? "it reported an error");
        return;
    }
    if (row.get("skipped").raw === true || typeof row.get("skipped").raw === "string") {
        builder.warn(`${name} was skipped: ${textOf(row.get("skip_message")) ?? "it does not say why"}`);
        return;
    }
    const written = row.get("time_unit").isMissing ? "ns" : row.get("time_unit").text();
    const { unit, factor } = resolveUnit(written);
    if (unit !== "ns") {
        builder.fail(name, `its time_unit is ${written}, which is not a unit of time`);
        return;
    }
    const real = row.get("real_time");
    const cpu = row.get("cpu_time");
    addSamples(builder, name, TIME_METRIC, real.isMissing ? [] : [real.number() * factor]);
    if (!cpu.isMissing)
        builder.add(name, CPU_TIME, cpu.number() * factor);
    addCounters(builder, name, row);
}
function textOf(value) {
    return typeof value.raw === "string" && value.raw !== "" ? value.raw : undefined;
}
/** Numbers in a row that are not user counters. */
const OWN_NUMBERS = new Set([
    "family_index",
    "per_family_instance_index",
    "repetitions",
    "repetition_index",
    "threads",
    "iterations",
    "real_time",
    "cpu_time",
]);
/** Rates that restate the time, and counters of a MemoryManager and of perf that are the same in every run. */
const KNOWN_COUNTERS = new Map([
    { name: "bytes_per_second", unit: "B/s", better: "higher", judgement: "shown" },
    { name: "items_per_second", unit: "/s", better: "higher", judgement: "shown" },
    { name: "allocs_per_iter", unit: "allocs", better: "lower", judgement: "exact" },
    { name: "max_bytes_used", unit: "B", better: "lower", judgement: "exact" },
    { name: "total_allocated_bytes", unit: "B", better: "lower", judgement: "exact" },
    { name: "CYCLES", unit: "cycles", better: "lower", judgement: "shown" },
    { name: "INSTRUCTIONS", unit: "instructions", better: "lower", judgement: "exact" },
].map((metric) => [metric.name, metric]));
/** A user counter has a name and no unit; the name may tell (`p99_ns`). */
function addCounters(builder, name, row) {
    for (const [key, { raw }] of row.entries()) {
        if (typeof raw !== "number" || OWN_NUMBERS.has(key))
            continue;
        const { factor, ...metric } = namedMetric(key);
        builder.add(name, KNOWN_COUNTERS.get(key) ?? metric, raw * (KNOWN_COUNTERS.has(key) ? 1 : factor));
    }
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/hyperfine.js






/**
 * `hyperfine --export-json`: seconds, a sample each run. `user` and `system` are parts of the time and not judged
 * again.
 */
const hyperfine = {
    name: "hyperfine",
    title: "hyperfine JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return outline.has("results[].command") && (outline.has("results[].mean") || outline.has("results[].median"));
    },
    parse(files) {
        const builder = new ResultsBuilder("hyperfine");
        for (const file of files) {
            const rows = [...(0,json.parseJson)([file.bytes]).get("results").items()];
            const ambiguous = repeated(rows.map((row) => row.get("command").text()));
            for (const row of rows)
                hyperfine_addRow(builder, row, ambiguous);
        }
        return builder.finish();
    },
};
/** The peak of each run's resident memory; since 1.19. */
const MEMORY = { name: "memory", unit: "B", better: "lower", judgement: "timed" };
const NS_PER_SECOND = 1e9;
function hyperfine_addRow(builder, row, ambiguous) {
    const command = row.get("command").text();
    // A command without the placeholder, or one with `--command-name`, is the same text for every value of a parameter.
    const name = ambiguous.has(command) ? `${command}${parametersOf(row.get("parameters"))}` : command;
    const failure = failureOf(row.get("exit_codes"));
    if (failure !== undefined) {
        builder.fail(name, failure);
        return;
    }
    const times = numbersOf(row.get("times"), NS_PER_SECOND);
    const typical = samples_numberOf([row.get("median"), row.get("mean")], NS_PER_SECOND);
    addSamples(builder, name, TIME_METRIC, times.length > 0 ? times : typical);
    for (const bytes of numbersOf(row.get("memory_usage_byte"), 1))
        builder.add(name, MEMORY, bytes);
}
/** How long a command takes to fail says nothing, even if all its runs fail alike under `--ignore-failure`. */
function failureOf(exitCodes) {
    if (exitCodes.isMissing)
        return undefined;
    const codes = [...exitCodes.items()].map((code) => (code.isMissing ? null : code.number()));
    const bad = codes.filter((code) => code !== 0);
    if (bad.length === 0)
        return undefined;
    const how = bad[0] === null ? "a signal ended it" : `it ended with exit code ${bad[0]}`;
    return `${how} in ${bad.length} of ${codes.length} runs`;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/jmh.js






/**
 * JMH's `-rf json` (JSONResultFormat). What repeats independently is the fork, a process: with several of them a sample
 * is the mean of a fork's iterations, as JMH's own score is their mean; with one, a sample is an iteration.
 *
 * The unit, never the mode, says which way a score gets better: other tools write `thrpt` with `s/op`.
 */
const jmh = {
    name: "jmh",
    title: "JMH JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return outline.has("[].benchmark") && (outline.has("[].mode") || outline.has("[].primaryMetric"));
    },
    parse(files) {
        const builder = new ResultsBuilder("jmh");
        for (const file of files) {
            const rows = [...(0,json.parseJson)([file.bytes]).items()];
            const names = new Names(builder);
            const variants = variantsOf(rows);
            for (const row of rows)
                jmh_addRow(builder, names.unique(nameOf(row, variants)), row);
        }
        return builder.finish();
    },
};
function variantsOf(rows) {
    const all = new Map();
    for (const row of rows) {
        const name = benchmarkOf(row);
        const variants = all.get(name) ?? { modes: new Set(), threads: new Set() };
        all.set(name, variants);
        variants.modes.add(writtenAs(row.get("mode").raw));
        variants.threads.add(writtenAs(row.get("threads").raw));
    }
    return all;
}
function nameOf(row, all) {
    const name = benchmarkOf(row);
    const { modes, threads } = all.get(name);
    const mode = modes.size > 1 ? ` [${writtenAs(row.get("mode").raw)}]` : "";
    return `${name}${mode}${threads.size > 1 ? ` [${writtenAs(row.get("threads").raw)} threads]` : ""}`;
}
function benchmarkOf(row) {
    return `${row.get("benchmark").text()}${parametersOf(row.get("params"))}`;
}
function jmh_addRow(builder, name, row) {
    const score = row.get("primaryMetric");
    if (score.isMissing) {
        builder.fail(name, "it has no primaryMetric");
        return;
    }
    const { unit, factor, better, judgement } = resolveUnit(score.get("scoreUnit").text());
    const metric = unit === "ns" ? TIME_METRIC : { name: unit === "/s" ? "throughput" : "score", unit, better, judgement };
    addSamples(builder, name, metric, samplesOf(score).map((value) => value * factor));
    if (row.get("secondaryMetrics").isMissing)
        return;
    for (const [key, secondary] of row.get("secondaryMetrics").entries()) {
        if (!PERCENTILE.test(key))
            addSecondary(builder, name, key, secondary);
    }
}
/** What one operation allocates, of the profiler `gc`. */
const jmh_ALLOCATED = { name: "allocated", unit: "B", better: "lower", judgement: "exact" };
/** Percentiles of sample mode: the score in another form. */
const PERCENTILE = /(?:^|\u00b7)p[01]\.\d+$/;
/** Up to JMH 1.36 a profiler's metrics begin with a middle dot. */
const ALLOCATION_RATE = /^\u00b7?gc\.alloc\.rate\.norm$/;
/** What a profiler adds says where the time of the score went: it explains the score and is not judged beside it. */
const PROFILER = /^(?:\u00b7|gc\.|stack|safepoints|mempool|cl\.|compiler\.|class\.|threads\.|rt\.|async|jfr|perf|norm)/;
/** A user's `@AuxCounters`, or what a profiler says. */
function addSecondary(builder, name, key, secondary) {
    const label = key.replace(/^\u00b7/, "");
    const { factor, ...told } = resolveUnit(secondary.get("scoreUnit").text(), label);
    const isAllocation = ALLOCATION_RATE.test(key) && told.unit === "B";
    const metric = isAllocation
        ? jmh_ALLOCATED
        : PROFILER.test(key)
            ? { name: label, unit: told.unit, better: "lower", judgement: "shown" }
            : { name: label, ...told };
    for (const value of samplesOf(secondary)) {
        // A profiler gives no number if nothing happened, such as the time of zero collections.
        if (Number.isNaN(value))
            continue;
        // An operation allocates whole bytes; what follows the point is the warm-up's, spread over all of them.
        builder.add(name, metric, isAllocation ? Math.round(value * factor) : value * factor);
    }
}
function samplesOf(metric) {
    const forks = iterationsOf(metric);
    if (forks.length === 0)
        return metric.get("score").isMissing ? [] : [jmh_numberOf(metric.get("score"))];
    return forks.length === 1 ? forks[0] : forks.map(mean);
}
/** The iterations of every fork that has any. */
function iterationsOf(metric) {
    const histograms = metric.get("rawDataHistogram");
    const forks = histograms.isMissing
        ? lists(metric.get("rawData")).map((fork) => lists(fork).map(jmh_numberOf))
        : lists(histograms).map((fork) => lists(fork).map(histogramMean));
    return forks.filter((fork) => fork.length > 0);
}
function lists(value) {
    return value.isMissing ? [] : [...value.items()];
}
/** Of `[[value, count], ...]`. */
function histogramMean(histogram) {
    let sum = 0;
    let total = 0;
    for (const bar of histogram.items()) {
        const [value, count] = [...bar.items()];
        if (count === undefined)
            throw bar.not("[value, count]");
        sum += jmh_numberOf(value) * count.number();
        total += count.number();
    }
    return sum / total;
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** JSON has no NaN: JMH writes `"NaN"`, `"+INF"` and `"-INF"`. */
function jmh_numberOf(value) {
    if (value.raw === "NaN")
        return Number.NaN;
    if (value.raw === "+INF")
        return Number.POSITIVE_INFINITY;
    if (value.raw === "-INF")
        return Number.NEGATIVE_INFINITY;
    return value.number();
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/libtest.js



/**
 * Colours and moves of the cursor, which a terminal gets, and `--color always`; libtest's reset is two codes: `ESC ( B
 * ESC [ m`.
 */
const TERMINAL_CODES = /\u001b(?:\[[0-9;?]*[A-Za-z]|\([0-9A-Z])/g;
/** ` 1,234.56 ns/iter (+/- 7) = 12 MB/s`, behind `bench:`; the throughput is the same time in other words. */
const RESULT = /^\s+(\S+) (\S+)(?:\s+\(\+\/-|\s*$)/;
/**
 * `[1.2 ns 1.3 ns 1.4 ns]`: the estimate between the ends of its interval. What stands below `change:` is in percent.
 */
const ESTIMATES = /^\s+\[\S+ \S+ (\S+) (\S+) \S+ \S+\]\s*$/;
/**
 * Rust benchmarks as text, one sample a line: libtest's own (`cargo bench`, also `--output-format bencher` of
 * Criterion, which gives the median), and what Criterion prints for people, of which the middle estimate is taken.
 */
const libtest = {
    name: "libtest",
    title: "libtest, Criterion's output",
    detect(head) {
        return linesOf(head).some((line) => testOf(line)?.result !== undefined || estimateOf(line) !== undefined);
    },
    parse(files) {
        const builder = new ResultsBuilder("libtest");
        for (const file of files)
            readLines(builder, linesOf(decodeText(file.bytes)));
        return builder.finish();
    },
};
/** A terminal's lines are written over: `Benchmarking x: Analyzing`, back to the start, then the result. */
function linesOf(text) {
    return (text.includes("\u001b") ? text.replace(TERMINAL_CODES, "") : text).split(/\r\n|\r|\n/);
}
function readLines(builder, lines) {
    // A benchmark that prints something has its result on a later line.
    let started;
    let isExplained = false;
    const giveUp = () => {
        if (started !== undefined)
            builder.warn(`test ${started} has no result: it printed something, or was ended`);
        started = undefined;
    };
    for (const [at, line] of lines.entries()) {
        const test = testOf(line);
        if (test !== undefined) {
            giveUp();
            if (test.result !== undefined)
                add(builder, test.name, test.result);
            else if (/^FAILED\b/.test(test.state)) {
                builder.fail(test.name, "it failed");
                isExplained = true;
            }
            else if (!/^(?:ok|ignored)\b/.test(test.state))
                started = test.name;
            continue;
        }
        const late = started !== undefined && line.startsWith("bench:") ? libtest_numberOf(RESULT, line.slice(6)) : undefined;
        if (late !== undefined) {
            add(builder, started, late);
            started = undefined;
            continue;
        }
        const estimate = estimateOf(line);
        // A name of more than 23 characters stands alone on the line before.
        if (estimate !== undefined)
            add(builder, estimate.name || (lines[at - 1] ?? ""), estimate.result);
    }
    giveUp();
    const end = lines.findLast((line) => END.test(line) || BAD_END.test(line));
    if (end !== undefined && BAD_END.test(end) && !(isExplained && /^(?:test result|error: bench)/.test(end)))
        builder.fail("cargo bench", `it ended with \`${end.trim()}\``);
}
/** The end of a run: of what is not there after a bad one nobody knows whether it would have been measured. */
const END = /^test result: ok\b/;
const BAD_END = /^(?:test result: FAILED|error: (?:bench|test|\d+ targets?|could not compile|process didn't exit|failed to)\b|thread '.*' (?:\(\d+\) )?panicked at )/;
function libtest_numberOf(pattern, text) {
    const match = pattern.exec(text);
    return match === null ? undefined : { number: match[1], unit: match[2] };
}
/** `test name ... bench: 1,234.56 ns/iter (+/- 7)`, or something else behind the dots. */
function testOf(line) {
    if (!line.startsWith("test "))
        return undefined;
    // A name may hold dots, too.
    const bench = line.lastIndexOf(" ... bench:");
    const dots = bench !== -1 ? bench : line.lastIndexOf(" ... ");
    // Names are padded to one width, and ` - should panic` stands behind the padding.
    const name = line
        .slice(5, Math.max(5, dots))
        .replace(/ - should panic$/, "")
        .trim();
    if (name === "")
        return undefined;
    return {
        name,
        state: line.slice(dots + 5),
        result: bench === -1 ? undefined : libtest_numberOf(RESULT, line.slice(bench + 11)),
    };
}
/** Not one pattern: what stands before `time:` may be a million blanks, which it would begin anew at each. */
function estimateOf(line) {
    const at = line.lastIndexOf("time:");
    const result = at === -1 ? undefined : libtest_numberOf(ESTIMATES, line.slice(at + "time:".length));
    return result === undefined ? undefined : { name: line.slice(0, at).trim(), result };
}
function add(builder, name, { number, unit: written }) {
    const { factor, ...unit } = resolveUnit(written);
    const metric = unit.unit === "ns" ? TIME_METRIC : { name: written, ...unit };
    const value = /^\d[\d,]*(?:\.\d+)?$/.test(number) ? Number(number.replaceAll(",", "")) * factor : Number.NaN;
    if (Number.isFinite(value))
        builder.add(name, metric, value);
    else
        builder.fail(name, `its ${metric.name} is ${number} ${written}`);
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/mitata.js






/**
 * mitata's `run({ format: "json" })`, version 1: nanoseconds. Samples are null unless `format: { json: { samples: true
 * } }` asks for them.
 */
const mitata = {
    name: "mitata",
    title: "mitata JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return outline.has("benchmarks[].runs[].stats") || outline.has("benchmarks[].runs[].error");
    },
    parse(files) {
        const builder = new ResultsBuilder("mitata");
        for (const file of files) {
            const runs = [...(0,json.parseJson)([file.bytes]).get("benchmarks").items()].flatMap(runsOf);
            const ambiguous = repeated(runs.map(({ name }) => name));
            const names = new Names(builder);
            for (const { name, run } of runs) {
                // `bench("sort", ...).args("size", [1, 10])` names both runs `sort`.
                addRun(builder, names.unique(ambiguous.has(name) ? `${name}${parametersOf(run.get("args"))}` : name), run);
            }
        }
        return builder.finish();
    },
};
function runsOf(benchmark) {
    const alias = benchmark.get("alias");
    return [...benchmark.get("runs").items()].map((run) => ({
        run,
        name: (run.get("name").isMissing && !alias.isMissing ? alias : run.get("name")).text(),
    }));
}
/** How much the heap grew in an iteration, as far as the garbage collector allows it to be seen. */
const HEAP = { name: "heap", unit: "B", better: "lower", judgement: "shown" };
function addRun(builder, name, run) {
    const error = run.get("error");
    if (!error.isMissing) {
        const message = error.get("message").raw ?? error.raw;
        builder.fail(name, typeof message === "string" ? message : "it threw an error");
        return;
    }
    const stats = run.get("stats");
    const samples = numbersOf(stats.get("samples"), 1);
    const typical = samples_numberOf([stats.get("p50"), stats.get("avg")], 1);
    addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
    const heap = stats.get("heap").get("avg");
    if (!heap.isMissing)
        builder.add(name, HEAP, heap.number());
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/pytest-benchmark.js






/**
 * `pytest --benchmark-json`: seconds an iteration, a sample each round. `stats.data` is left out by
 * `--benchmark-autosave` without `--benchmark-save-data`; then the median is the only sample.
 */
const pytestBenchmark = {
    name: "pytest-benchmark",
    title: "pytest-benchmark JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return outline.has("benchmarks[].fullname") || (outline.has("machine_info") && outline.has("commit_info"));
    },
    parse(files) {
        const builder = new ResultsBuilder("pytest-benchmark");
        for (const file of files) {
            const names = new Names(builder);
            for (const row of parseNonFiniteJson(file.bytes).get("benchmarks").items())
                pytest_benchmark_addRow(builder, names, row);
        }
        return builder.finish();
    },
};
const pytest_benchmark_NS_PER_SECOND = 1e9;
function pytest_benchmark_addRow(builder, names, row) {
    const name = names.unique((row.get("fullname").isMissing ? row.get("name") : row.get("fullname")).text());
    const stats = row.get("stats");
    const samples = numbersOf(stats.get("data"), pytest_benchmark_NS_PER_SECOND);
    const typical = samples_numberOf([stats.get("median"), stats.get("mean")], pytest_benchmark_NS_PER_SECOND);
    addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/tinybench.js






/**
 * What people save from a tinybench `Bench`, which has no reporter: its tasks as `[{ name, result }]`, alone or below
 * `tasks` or `results`, or the rows of `bench.table()`. Milliseconds; below `result.latency` since 3.0, in `result`
 * itself before. Samples are there before 6.0 and with `retainSamples`. Its throughput is the latency in another form
 * and is left out.
 */
const tinybench = {
    name: "tinybench",
    title: "tinybench JSON",
    detect(head) {
        const outline = jsonOutline(head);
        const isTable = TABLE_NAMES.some((key) => outline.has(`[].${key}`)) && TABLE_TIMES.some((key) => outline.has(`[].${key}`));
        return isTable || ["[]", "tasks[]", "results[]"].some((list) => isTaskList(outline, list));
    },
    parse(files) {
        const builder = new ResultsBuilder("tinybench");
        for (const file of files) {
            const names = new Names(builder);
            for (const row of rowsOf((0,json.parseJson)([file.bytes])).items()) {
                const title = TABLE_NAMES.map((key) => row.get(key)).find((value) => !value.isMissing);
                if (title === undefined)
                    addTask(builder, names.unique(row.get("name").text()), row.get("result"));
                else
                    addTableRow(builder, names.unique(title.text()), row);
            }
        }
        return builder.finish();
    },
};
const NS_PER_MILLISECOND = 1e6;
/** From 2.x to 6.x; the median first. */
const TABLE_NAMES = ["Task name", "Task Name"];
const TABLE_TIMES = [
    "Latency med (ns)",
    "Latency median (ns)",
    "Latency avg (ns)",
    "Latency average (ns)",
    "Average Time (ns)",
];
function isTaskList(outline, list) {
    const hasResult = ["latency", "hz", "totalTime"].some((key) => outline.has(`${list}.result.${key}`));
    return outline.has(`${list}.name`) && hasResult;
}
function rowsOf(root) {
    if (root.isList)
        return root;
    return root.get("tasks").isMissing ? root.get("results") : root.get("tasks");
}
function addTask(builder, name, result) {
    const times = result.get("latency").isMissing ? result : result.get("latency");
    const samples = numbersOf(times.get("samples"), NS_PER_MILLISECOND);
    const typical = samples_numberOf([times.get("p50"), times.get("median"), times.get("mean")], NS_PER_MILLISECOND);
    const failure = tinybench_failureOf(result, samples.length + typical.length > 0);
    if (failure === undefined)
        addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
    else
        builder.fail(name, failure);
}
/** An Error becomes `{}` in JSON: its message is mostly lost. */
function tinybench_failureOf(result, isMeasured) {
    const error = result.get("error");
    const message = error.get("message").raw ?? error.raw;
    if (!error.isMissing)
        return typeof message === "string" ? message : "it threw an error";
    if (isMeasured)
        return undefined;
    const state = result.get("state").raw;
    return typeof state === "string" ? `it was not measured: ${state}` : "it has no result";
}
function addTableRow(builder, name, row) {
    const error = row.get("Error");
    const time = TABLE_TIMES.map((key) => row.get(key)).find((value) => !value.isMissing);
    if (!error.isMissing)
        builder.fail(name, typeof error.raw === "string" ? error.raw : "it threw an error");
    else
        addSamples(builder, name, TIME_METRIC, time === undefined ? [] : [cellNumber(time)]);
}
/** `43.21 ± 2.09%` */
function cellNumber(cell) {
    if (typeof cell.raw === "number")
        return cell.raw;
    const written = cell.text().split("\u00b1")[0].replaceAll(",", "").trim();
    return written === "" ? Number.NaN : Number(written);
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats/vitest.js






/**
 * `vitest bench`, milliseconds: `--reporter=json` of Vitest 5, where a test case holds what it measured, and
 * `--outputJson` of earlier ones. Samples are there with `benchmark.retainSamples` (5) or `benchmark.includeSamples`
 * (earlier), else the median is the only one.
 */
const vitest = {
    name: "vitest",
    title: "Vitest bench JSON",
    detect(head) {
        const outline = jsonOutline(head);
        return outline.has("testResults[].assertionResults[].benchmarks") || outline.has("files[].groups[].benchmarks");
    },
    parse(files) {
        const builder = new ResultsBuilder("vitest");
        for (const file of files) {
            const root = (0,json.parseJson)([file.bytes]);
            const names = new Names(builder);
            if (root.get("testResults").isMissing)
                addGroups(builder, names, root.get("files"));
            else
                addTestFiles(builder, names, root.get("testResults"));
        }
        return builder.finish();
    },
};
const vitest_NS_PER_MILLISECOND = 1e6;
/** `--outputJson`: `fullName` begins with the file's path, relative to the project. */
function addGroups(builder, names, files) {
    for (const file of files.items()) {
        for (const group of file.get("groups").items()) {
            for (const benchmark of group.get("benchmarks").items()) {
                const name = names.unique(`${group.get("fullName").text()} > ${benchmark.get("name").text()}`);
                vitest_addTimes(builder, name, benchmark);
            }
        }
    }
}
function addTestFiles(builder, names, list) {
    const files = [...list.items()];
    const labels = shortestLabels(files.map((file) => file.get("name").text()));
    for (const file of files) {
        const label = labels.get(file.get("name").text());
        const tests = [...file.get("assertionResults").items()];
        for (const test of tests)
            addTest(builder, names, label, test);
        // A file that cannot be imported has no tests.
        if (file.get("status").raw === "failed" && tests.length === 0) {
            const message = file.get("message").raw;
            builder.fail(label, typeof message === "string" && message !== "" ? message : "the file failed");
        }
    }
}
function addTest(builder, names, file, test) {
    if (test.get("status").raw === "failed") {
        const titles = test.get("ancestorTitles").isMissing ? [] : [...test.get("ancestorTitles").items()];
        const path = [...titles, test.get("title")].map((title) => title.text());
        const message = test.get("failureMessages").isMissing ? undefined : test.get("failureMessages").list()[0];
        builder.fail([file, ...path].join(" > "), typeof message === "string" ? firstLine(message) : "the test failed");
    }
    if (test.get("benchmarks").isMissing)
        return;
    for (const benchmark of test.get("benchmarks").items()) {
        for (const task of benchmark.get("tasks").items()) {
            const name = `${file} > ${benchmark.get("name").text()} > ${task.get("name").text()}`;
            // `bench.from` compares with a file of an earlier run.
            if (task.get("fromStore").raw === true)
                builder.warn(`${name} is of an earlier run; it is left out`);
            else
                vitest_addTimes(builder, names.unique(name), task.get("latency"));
        }
    }
}
function vitest_addTimes(builder, name, times) {
    const samples = numbersOf(times.get("samples"), vitest_NS_PER_MILLISECOND);
    const typical = samples_numberOf([times.get("p50"), times.get("median"), times.get("mean")], vitest_NS_PER_MILLISECOND);
    addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
}
/** An error's message stands before its stack. */
function firstLine(text) {
    return text.split("\n", 1)[0];
}
/**
 * Paths are absolute, and the two versions of a comparison lie in different folders: a file is called by as much of its
 * path's end as tells it from the others.
 */
function shortestLabels(paths) {
    const labels = new Map();
    let open = [...new Set(paths)].map((path) => ({ path, parts: path.split(/[\\/]/).filter((part) => part !== "") }));
    for (let length = 1; open.length > 0; length++) {
        const groups = Map.groupBy(open, ({ parts }) => parts.slice(-length).join("/"));
        open = [];
        for (const [label, members] of groups) {
            const isTold = members.length === 1;
            for (const member of members) {
                if (isTold || member.parts.length <= length)
                    labels.set(member.path, label === "" ? member.path : label);
                else
                    open.push(member);
            }
        }
    }
    return labels;
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/formats.js














/** Every format, in the order in which they are tried. No two of them claim the same content. */
const RESULT_FORMATS = [
    go,
    criterion,
    libtest,
    hyperfine,
    googleBenchmark,
    jmh,
    pytestBenchmark,
    benchmarkDotNet,
    vitest,
    tinybench,
    mitata,
    custom,
    customSmallerIsBetter,
    customBiggerIsBetter,
];
/** The format with this name. */
function formatNamed(name) {
    return RESULT_FORMATS.find((format) => format.name === name);
}
/** The format that a file's beginning (and, for Criterion, its path) shows, or undefined if it shows none. */
function detectFormat(bytes, path) {
    const head = decodeText(bytes.subarray(0, DETECTION_CHARACTERS)).slice(0, DETECTION_CHARACTERS);
    return RESULT_FORMATS.find((format) => format.detect(head, path));
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/parse.js



/**
 * Reads everything that one process left: files of one or several formats, or its output. Files that are not results (a
 * report's pictures) are skipped as long as at least one other file is a result.
 *
 * @param expected one format for all files, or `auto`: told by content.
 * @throws ReportError, naming the file where there are several, when a file is damaged or none is of a known format.
 */
function parseResults(files, expected) {
    const groups = new Map();
    for (const file of files) {
        const format = expected === "auto" ? detectFormat(file.bytes, file.path) : formatNamed(expected);
        if (format === undefined)
            continue;
        const group = groups.get(format);
        if (group === undefined)
            groups.set(format, [file]);
        else
            group.push(file);
    }
    if (groups.size === 0) {
        throw new report_error.ReportError(`is in no known format (${RESULT_FORMATS.map(({ name }) => name).join(", ")}); it begins with ${beginning(files)}`);
    }
    const parts = [...groups].flatMap(([format, group]) => TOGETHER.includes(format.name) ? [parseGroup(format, group)] : group.map((file) => parseGroup(format, [file])));
    return parts.length === 1 ? parts[0] : mergeResults(parts);
}
/** Formats whose files say only together what a benchmark is called: Criterion's folder, and Go's packages. */
const TOGETHER = ["criterion", "go"];
function parseGroup(format, files) {
    try {
        return format.parse(files);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError) || files.length !== 1 || files[0].path === "")
            throw error;
        throw new report_error.ReportError(`${files[0].path}: ${error.message}`, { cause: error });
    }
}
/** Results of one process from several files: the samples of a series are concatenated. */
function mergeResults(parts) {
    const builder = new ResultsBuilder(parts[0].format);
    for (const { series, failed, warnings } of parts) {
        for (const { benchmark, metric, values } of series.values())
            for (const value of values)
                builder.add(benchmark, metric, value);
        for (const { benchmark, reason } of failed)
            builder.fail(benchmark, reason);
        for (const warning of warnings)
            builder.warn(warning);
    }
    return builder.finish();
}
function beginning(files) {
    const text = new TextDecoder().decode(files[0]?.bytes.subarray(0, 200) ?? new Uint8Array()).trim();
    return text === "" ? "nothing: it is empty" : JSON.stringify(text.slice(0, 60));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js + 2 modules
var process = __webpack_require__(9827);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/process.js








/** The most that one process may write to its standard output, and leave in all its result files together. */
const MAX_RESULT_BYTES = 100_000_000;
/** Runs a benchmark command once and reads what it measured. @throws MeasuringProblem naming side and command. */
async function runBenchmarkProcess(asked, { format }, { results, timeout }) {
    const { command, side, cwd, scratch, environment, padding, benchmarks } = asked;
    (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
    const resultFile = (0,external_node_path_.join)(scratch, "results");
    const criterionHome = (0,external_node_path_.join)(scratch, "criterion");
    // Results of an earlier process must not be taken for results of this one.
    if (results !== undefined)
        for (const path of await findFiles(results, cwd))
            (0,external_node_fs_.rmSync)(path, { force: true });
    const filled = fillPlaceholders(command, { results: resultFile, benchmarks });
    const [program = "", ...args] = filled.argv;
    const start = performance.now();
    const { stdout } = await runOrExplain(command, side, () => (0,process.runProcess)(program, args, {
        cwd,
        environment: {
            ...environment,
            // Outside `target/`, whose restored caches hold empty folders of earlier runs (noir-lang/noir#13497).
            ...(results === undefined && { CRITERION_HOME: criterionHome }),
            ...filled.environment,
            JESSY_RESULTS: resultFile,
            JESSY_PADDING: "x".repeat(padding),
        },
        timeout,
        maxOutput: MAX_RESULT_BYTES,
    }));
    const time = performance.now() - start;
    const files = await resultFiles(asked, results, { resultFile, criterionHome, stdout });
    try {
        return { results: parseResults(files, format), time };
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new MeasuringProblem(`${side}-unreadable`, `What \`${command.text}\` of the ${side} left ${/^(?:is|ends|nests) /.test(error.message) ? "" : "cannot be read: "}${error.message}.`, stdout.subarray(-8000).toString());
    }
}
/** Runs a command that has to succeed. @throws MeasuringProblem naming how it ended otherwise. */
async function runOrExplain(command, side, run, failure = "crashed") {
    let result;
    try {
        result = await run();
    }
    catch (error) {
        if (error instanceof process.ProcessLimitError) {
            const kind = failure === "build-failed"
                ? `${side}-build-failed`
                : error.limit === "time"
                    ? `${side}-hung`
                    : `${side}-unreadable`;
            throw new MeasuringProblem(kind, `\`${command.text}\` of the ${side} ${/(?:took longer|wrote more) than .*$/s.exec(error.message)?.[0] ?? error.message}, and was ended with everything it had started.`);
        }
        throw new MeasuringProblem(`${side}-${failure}`, `\`${command.text}\` of the ${side} cannot be started: ${startProblem(error, command)}.`);
    }
    if (result.exitCode === 0)
        return result;
    const how = result.signal === undefined ? `ended with exit code ${result.exitCode}` : `was ended by ${result.signal}`;
    throw new MeasuringProblem(`${side}-${failure}`, `\`${command.text}\` of the ${side} ${how}.`, result.stderr === "" ? result.stdout.subarray(-8000).toString() : result.stderr);
}
function startProblem(error, { argv: [program = ""] }) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
    const { code } = (cause ?? {});
    if (code === "ENOENT")
        return `\`${program}\` is not ${program.includes("/") ? "in the working directory" : "on the PATH"}`;
    if (code === "EACCES")
        return `\`${program}\` is not executable (was it committed without \`chmod +x\`?)`;
    return cause?.message ?? String(error);
}
async function resultFiles({ command, side, cwd }, results, left) {
    if (results !== undefined) {
        const found = await findFiles(results, cwd);
        if (found.length > 0)
            return readFiles(found, cwd, command, side);
        throw new MeasuringProblem(`${side}-unreadable`, `\`${command.text}\` of the ${side} left nothing under \`results: ${results}\`.`, left.stdout.subarray(-8000).toString());
    }
    if (hasPlaceholder(command, "results") || (0,external_node_fs_.existsSync)(left.resultFile)) {
        const found = await findFiles("results", (0,external_node_path_.join)(left.resultFile, ".."));
        if (found.length > 0)
            return readFiles(found, (0,external_node_path_.join)(left.resultFile, ".."), command, side);
        throw new MeasuringProblem(`${side}-unreadable`, `\`${command.text}\` of the ${side} left nothing in the file that \`{results}\` stands for.`, left.stdout.subarray(-8000).toString());
    }
    const criterion = (0,external_node_fs_.existsSync)(left.criterionHome) ? await findFiles("criterion", (0,external_node_path_.join)(left.criterionHome, "..")) : [];
    if (criterion.some((path) => path.endsWith("/benchmark.json")))
        return readFiles(criterion.filter((path) => path.endsWith(".json")), left.criterionHome, command, side);
    return [{ path: "", bytes: left.stdout }];
}
/** The files that a path, folder or glob finds, absolute and sorted. */
async function findFiles(pattern, directory) {
    // Not above: a wrong input should not pay for loading it.
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 1001));
    const found = await glob(pattern, {
        cwd: directory,
        absolute: true,
        dot: true,
        onlyFiles: true,
        expandDirectories: true,
    });
    return found.sort();
}
function readFiles(paths, directory, command, side) {
    let left = MAX_RESULT_BYTES;
    return paths.map((path) => {
        left -= (0,external_node_fs_.statSync)(path).size;
        if (left < 0) {
            throw new MeasuringProblem(`${side}-unreadable`, `\`${command.text}\` of the ${side} left more than ${MAX_RESULT_BYTES / 1_000_000} MB of results.`);
        }
        return {
            path: path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path,
            bytes: (0,file_content/* readFile */.TA)(path),
        };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/measure.js













/**
 * Measures both sides in rounds, in an order that is drawn anew for each. After more and more rounds it looks at what is still undecided, and only
 * that goes on. It ends when everything is decided, when the next round would not fit into `max-minutes`, or at `max-rounds`.
 */
async function measure(inputs, source, place) {
    return new Run(inputs, source, place).run();
}
class Run {
    #inputs;
    #source;
    #place;
    #random;
    #groups;
    #maxRounds;
    #course;
    #orders = [];
    #arms;
    #warnings = new Set();
    #start = 0;
    #inBenchmarks = 0;
    #longestRound = 0;
    #logged = Number.NEGATIVE_INFINITY;
    constructor(inputs, source, place) {
        this.#inputs = inputs;
        this.#source = source;
        this.#place = place;
        this.#random = seededRandom(place.seed);
        this.#arms = source.nullControl ? ["base", "head", "twin"] : ["base", "head"];
        this.#groups = source.commands.map((command) => new Group(command, source.minRounds));
        this.#maxRounds = place.identical ? source.minRounds : source.maxRounds;
        this.#course = new Course(this.#groups, inputs.rules, source.minRounds, this.#maxRounds);
    }
    async run() {
        this.#start = performance.now();
        let ranOutOfTime = false;
        let problem;
        try {
            await this.#place.log.group("Warming up: one run of each side, not counted", () => this.#warmUp());
            ranOutOfTime = !(await this.#measureRounds());
        }
        catch (error) {
            if (!(error instanceof MeasuringProblem))
                throw error;
            problem = error.problem;
        }
        finally {
            this.#place.checkouts.leave();
        }
        return {
            groups: tellApart(this.#groups),
            failed: this.#groups.flatMap(({ measurements }) => measurements.failed),
            warnings: [...this.#warnings],
            rounds: Math.max(0, ...this.#groups.map(({ rounds }) => rounds)),
            maxRounds: this.#maxRounds,
            nullControl: this.#arms.includes("twin"),
            schedule: { design: "shuffled", orders: this.#orders },
            time: { measuring: performance.now() - this.#start, inBenchmarks: this.#inBenchmarks },
            ranOutOfTime,
            problem,
        };
    }
    /** Fills caches, and finds out how long a round takes and which benchmarks each side has. */
    async #warmUp() {
        const limits = limitsBy(this.#inputs.rules);
        let metrics = 0;
        const passes = { base: 0, head: 0 };
        for (const group of this.#groups) {
            const started = performance.now();
            const first = await this.#runProcess(group, "base");
            const between = performance.now();
            const second = await this.#runProcess(group, "head");
            group.rename = settleNames([first], [second]);
            const [base, head] = [group.rename.base(first), group.rename.head(second)];
            const shared = [...base.series].filter(([key]) => head.series.has(key));
            const common = shared.length;
            const counts = `${base.series.size} metrics of the base, ${head.series.size} of the head`;
            this.#place.log.info(`${group.command.text}: ${counts}, ${common} in common`);
            if (common > 0) {
                passes.base += between - started;
                passes.head += performance.now() - between;
                metrics += shared.filter(([, { benchmark, metric }]) => metric.judgement === "timed" && !limits(benchmark).ignore).length;
                continue;
            }
            // Nothing to compare: the report shows these benchmarks as new or missing.
            group.measurements.add({ base: [base], head: [head] });
            group.isActive = false;
        }
        const isAny = ({ measurements, isActive }) => isActive || measurements.series().length > 0 || measurements.failed.length > 0;
        if (this.#groups.some(isAny))
            return this.#planRounds(metrics, passes);
        const { format } = this.#inputs;
        const commands = this.#groups.map(({ command }) => `\`${command.text}\``).join(", ");
        throw new MeasuringProblem("no-benchmarks", `Neither side has a single benchmark: ${commands} measured nothing. ${format === "auto" ? "Does its filter match any?" : `Does its filter match any, and is its output in the format \`${format}\`?`}`);
    }
    /** Says before minutes are spent that they will not be enough, and leaves the null control out if that helps. */
    #planRounds(metrics, passes) {
        const plan = () => ({
            metrics,
            alpha: this.#inputs.rules.alpha,
            minRounds: this.#source.minRounds,
            maxRounds: this.#maxRounds,
            pass: this.#roundTime(passes) / (RUNS_A_ROUND * this.#arms.length),
            arms: this.#arms.length,
            left: this.#source.maxTime - (performance.now() - this.#start),
        });
        const { log } = this.#place;
        let short = shortage(plan());
        if (short !== undefined && short.rounds < this.#maxRounds && this.#arms.includes("twin")) {
            this.#arms = ["base", "head"];
            log.warning(`The null control is left out: with it only ${(0,quantity.counted)(short.rounds, "round")} would fit into \`max-minutes\`, and it takes ${short.needed} to call a regression.`);
            short = shortage(plan());
        }
        if (short !== undefined)
            log.warning(shortageAdvice(short, plan()));
        this.#longestRound = this.#roundTime(passes);
    }
    #roundTime({ base, head }) {
        const times = { base, head, twin: base };
        return this.#arms.reduce((sum, arm) => sum + RUNS_A_ROUND * times[arm], 0);
    }
    /** @returns false when time ended it. */
    async #measureRounds() {
        const course = this.#course;
        for (let until = course.next; until !== undefined; until = course.next) {
            const stop = until;
            const isInTime = await this.#place.log.group(`Rounds up to ${stop}`, () => this.#measureUpTo(stop));
            if (!isInTime &&
                this.#groups.every(({ rounds, measurements }) => rounds === 0 && measurements.series().length === 0))
                throw new MeasuringProblem("out-of-time", `Not a single round fits into \`max-minutes\`: it would take ${formatDuration(this.#longestRound)} after a warm-up of ${formatDuration(performance.now() - this.#start)}, and ${formatDuration(this.#source.maxTime)} is allowed.`);
            const rest = course.look(!isInTime);
            if (!isInTime)
                return false;
            if (rest === undefined)
                break;
            this.#place.log.info(whatIsLeft(rest));
        }
        return true;
    }
    /** @returns false when the next round would end after `max-minutes`. */
    async #measureUpTo(look) {
        for (;;) {
            const due = this.#course.active.filter(({ rounds }) => rounds < look);
            if (due.length === 0)
                return true;
            if (performance.now() - this.#start + this.#longestRound > this.#source.maxTime)
                return false;
            const start = performance.now();
            // All commands in the same order: the suite is judged process by process.
            const order = roundOrder(this.#arms, this.#random);
            this.#orders.push(order.map((arm) => LETTERS[arm]).join(""));
            for (const group of due)
                await this.#measureRound(group, order);
            const time = performance.now() - start;
            this.#longestRound = Math.max(time, due.length === this.#groups.length ? 0 : this.#longestRound * 0.9);
            this.#logRound(due[0].rounds, time);
        }
    }
    /** A line a second is enough of rounds that take milliseconds. */
    #logRound(round, time) {
        if (performance.now() - this.#logged < LOG_INTERVAL)
            return;
        this.#place.log.info(`round ${round}: ${(time / 1000).toFixed(2)} s`);
        this.#logged = performance.now();
    }
    async #measureRound(group, order) {
        const round = { base: [], head: [], twin: [] };
        for (const arm of order)
            round[arm].push(await this.#runProcess(group, arm));
        group.measurements.add(round, group.wanted);
        group.rounds++;
    }
    async #runProcess({ command, pattern, rename }, arm) {
        const side = arm === "twin" ? "base" : arm;
        const { checkouts, scratch, environment, log } = this.#place;
        checkouts.enter(side);
        const padding = environmentPadding(this.#random);
        log.debug(`Starting \`${command.text}\` of the ${side}${arm === "twin" ? " (control)" : ""}: benchmarks ${pattern}, ${padding} bytes of padding, at most ${formatDuration(this.#source.timeout)}`);
        const { results, time } = await runBenchmarkProcess({
            command,
            side,
            cwd: (0,external_node_path_.join)(checkouts.root, this.#inputs.workingDirectory),
            scratch,
            environment,
            padding,
            benchmarks: pattern,
        }, this.#inputs, this.#source);
        log.debug(`Ended after ${formatDuration(time)}: ${results.series.size} metrics, format ${results.format}`);
        this.#inBenchmarks += time;
        for (const warning of results.warnings)
            this.#warnings.add(`${command.text} (${side}): ${warning}`);
        return rename?.[side](results) ?? results;
    }
}
/** Milliseconds. */
const LOG_INTERVAL = 1000;
const LETTERS = { base: "b", head: "h", twin: "t" };
function whatIsLeft({ undecided, suspected }) {
    const left = [
        ...(undecided > 0 ? [`${(0,quantity.counted)(undecided, "metric")} still undecided`] : []),
        ...(suspected > 0 ? [`${(0,quantity.counted)(suspected, "regression")} to confirm by fresh rounds`] : []),
    ];
    return left.length === 0 ? "Everything is decided." : `${left.join(", ")}.`;
}
/** Two commands may use one name for their benchmarks. Such names get their command, or they would share a row and a point of the trend. */
function tellApart(groups) {
    const all = groups.map(({ facts }) => facts);
    const again = repeated(all.flatMap(({ series }) => series.map(({ key }) => key)));
    return all.map((facts, at) => ({
        ...facts,
        series: facts.series.map((series) => again.has(series.key) ? { ...series, benchmark: `${series.benchmark} (${groups[at].command.text})` } : series),
    }));
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/privileged-event.js

/** Events whose runs hold secrets or a token with write access, while the code they check out may be anyone's. */
const PRIVILEGED_EVENTS = [
    "pull_request_target",
    "workflow_run",
    "issue_comment",
    "issues",
    "discussion",
];
/**
 * Refuses to run benchmarks in a privileged run: in May 2026 a benchmark job under `pull_request_target` led to 84 malicious releases of
 * TanStack.
 *
 * @param allowed events that the workflow permits by name.
 * @throws UserError
 */
function refusePrivilegedEvent(event, allowed) {
    if (!PRIVILEGED_EVENTS.includes(event) || allowed.includes(event))
        return;
    throw new user_error/* UserError */.y(`benchmarks run the code of the pull request, and a run started by \`${event}\` holds this repository's secrets; use \`on: pull_request\`, or write \`allow-events: ${event}\` if only trusted people's code gets here`);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/shown-path.js
var shown_path = __webpack_require__(1464);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/result-files.js











/** The limit for all files of a side together. */
const result_files_MAX_BYTES = 500_000_000;
/**
 * Reads both sides. Several files are several process runs, and each run gives one number per metric. If each side is a single file, every
 * sample counts, as in benchstat.
 *
 * @throws UserErrors naming every pattern that finds nothing and every file that cannot be read.
 */
async function readResultFiles(patterns, directory, format, log) {
    const problems = [];
    const sides = {
        base: await findRuns("base-results", patterns.base, directory, problems),
        head: await findRuns("head-results", patterns.head, directory, problems),
    };
    for (const { input, runs } of [sides.base, sides.head])
        for (const files of runs)
            log.debug(`${input}: one run, ${files.map(({ path, bytes }) => `${path} (${bytes.length} bytes)`).join(", ")}`);
    const read = { base: parseRuns(sides.base, format, problems), head: parseRuns(sides.head, format, problems) };
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    const rename = settleNames(read.base, read.head);
    const parsed = { base: read.base.map(rename.base), head: read.head.map(rename.head) };
    const measurements = new Measurements();
    const isSingle = parsed.base.length === 1 && parsed.head.length === 1;
    measurements.add(isSingle
        ? { base: samplesAsRuns(parsed.base[0]), head: samplesAsRuns(parsed.head[0]) }
        : { base: parsed.base, head: parsed.head });
    const warnings = new Set([...parsed.base, ...parsed.head].flatMap((results) => results.warnings));
    return {
        group: {
            // In a single file benchmarks may differ in samples, and each of several programs may leave its own files: none of them is absent.
            series: measurements
                .series()
                .map((series) => isSingle || series.seen.base === series.seen.head
                ? { ...series, absent: { base: 0, head: 0, twin: 0 } }
                : series),
            processes: { base: parsed.base.length, head: parsed.head.length, twin: 0 },
            looks: [1],
            ended: true,
        },
        failed: measurements.failed,
        base: { files: sides.base.runs.flat().length, runs: parsed.base.length },
        head: { files: sides.head.runs.flat().length, runs: parsed.head.length },
        warnings: [...warnings],
    };
}
async function findRuns(input, patterns, directory, problems) {
    const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
    const found = new Set();
    for (const pattern of wanted) {
        const files = await findFiles(pattern, directory);
        if (files.length === 0)
            problems.push(`input \`${input}\`: ${(0,inputs/* quote */.hD)(pattern)} finds no file in ${directory}`);
        for (const file of files)
            found.add(file);
    }
    for (const pattern of patterns.filter((each) => each.startsWith("!")))
        for (const file of await findFiles(pattern.slice(1), directory))
            found.delete(file);
    const paths = [...found].sort();
    const bytes = paths.reduce((sum, path) => sum + (0,external_node_fs_.statSync)(path).size, 0);
    if (bytes > result_files_MAX_BYTES) {
        problems.push(`input \`${input}\` finds ${Math.round(bytes / 1e6)} MB in ${paths.length} files; ${result_files_MAX_BYTES / 1e6} MB can be read`);
        return { input, runs: [] };
    }
    const files = paths.map((path) => ({
        path: (0,shown_path.shownPath)(path, directory),
        bytes: (0,file_content/* readFile */.TA)(path),
    }));
    return { input, runs: splitRuns(files) };
}
/** A folder with Criterion's files (`<run>/<group>/<benchmark>/new/benchmark.json`) is one run; every other file is a run of its own. */
function splitRuns(files) {
    const folders = new Map();
    const runs = [];
    for (const file of files) {
        const folder = criterionFolder(file.path);
        if (folder === undefined)
            runs.push([file]);
        else if (folders.has(folder))
            folders.get(folder).push(file);
        else
            folders.set(folder, [file]);
    }
    return [...folders.values(), ...runs];
}
/** The path up to its last part called `criterion`, or its first part. */
function criterionFolder(path) {
    if (!/\/(?:new|base|change|report|[^/]+)\/(?:benchmark|sample|estimates|tukey)\.json$|\/report\/[^/]+\.(?:html|svg)$/.test(path))
        return undefined;
    const end = path.lastIndexOf("criterion/");
    return end === -1 ? path.slice(0, path.indexOf("/")) : path.slice(0, end + "criterion".length);
}
function parseRuns({ input, runs }, format, problems) {
    return runs.flatMap((files) => {
        try {
            return [parseResults(files, format)];
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            const name = files.length === 1 ? files[0].path : criterionFolder(files[0].path);
            problems.push(`input \`${input}\`: ${name ?? ""} ${error.message.replace(`${name}: `, "")}`);
            return [];
        }
    });
}
/** As many runs as the longest series has samples; the n-th run has the n-th sample of each series. */
function samplesAsRuns(results) {
    const longest = [...results.series.values()].reduce((most, { values }) => Math.max(most, values.length), 1);
    return Array.from({ length: longest }, (_, at) => ({
        ...results,
        failed: at === 0 ? results.failed : [],
        series: new Map([...results.series.values()]
            .filter(({ values }) => at < values.length)
            .map((series) => [
            seriesKey(series.benchmark, series.metric.name),
            { ...series, values: [series.values[at]] },
        ])),
    }));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var runner_environment = __webpack_require__(1934);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/measuring/token-rights.js

/** Where the README shows the two jobs. */
const TWO_JOBS = "https://github.com/org/jessy-actions/tree/main/actions/bench-compare#quick-start";
/**
 * Warns of rights that the measured code could take. It runs as the same user as this action, who may read this
 * process's memory and environment in /proc, so hiding the token is no boundary; only a job without rights is.
 *
 * GitHub tells nobody what a job's token may do: `permissions` of a repository is about users, and the scopes of an
 * installation's token are told once, to whoever asked for it. So what counts is what the workflow wants of the token: to
 * write a comment. A pull request from a fork has a token that can only read. `id-token: write` shows in the
 * environment.
 */
function rightsWarnings({ comment, token }, { pullRequest }, environment) {
    const warnings = [];
    if (comment && token !== "" && pullRequest !== undefined && !pullRequest.fork)
        warnings.push(`This job runs the pull request's code with a token that may write the comment, and that code can find it in this process's memory. Measure in a job with \`permissions: contents: read\` and \`comment: false\`, and comment in a second one with \`publish-result\`: ${TWO_JOBS}`);
    if ((0,runner_environment.mayRequestIdentity)(environment))
        warnings.push("This job has `id-token: write`, so the code that it measures can sign in elsewhere in the repository's name. Remove that permission from the job.");
    return warnings;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/collect.js



























/** Gathers what `evaluate` needs: measures both sides, or reads what was measured elsewhere. */
async function collect(inputs, io) {
    const { source } = inputs;
    switch (source.kind) {
        case "run":
            return collectRun(inputs, source, io);
        case "files":
            return collectFiles(inputs, source, io);
        case "published":
            return (await __webpack_require__.e(/* import() */ 155).then(__webpack_require__.bind(__webpack_require__, 9155))).collectPublished(source.path, inputs, io);
    }
}
async function collectFiles(inputs, source, io) {
    const { group, failed, base, head, warnings } = await io.log.group("Reading results", () => readResultFiles(source, (0,external_node_path_.join)(io.workspace, inputs.workingDirectory), inputs.format, io.log));
    const event = io.event();
    return {
        kind: "measured",
        context: {
            ...benchContext(event),
            reason: "result files",
            ...(event.pullRequest && { base: event.pullRequest.baseSha }),
        },
        machine: describeMachine(),
        labels: await (0,src_labels/* readLabels */.k)(inputs, io),
        problem: undefined,
        groups: [group],
        failed,
        run: undefined,
        files: { base, head },
        trend: [],
        warnings,
    };
}
async function collectRun(inputs, asked, io) {
    const event = io.event();
    refusePrivilegedEvent(event.name, asked.allowEvents);
    io.saveState(state/* gateState */.Zl, { gate: inputs.name });
    const git = await io.git();
    const root = await git.root();
    const commits = await findCommits(git, event, asked.baseRef);
    io.log.debug(`Base ${commits.base}, head ${commits.head}: ${commits.reason}`);
    const folders = foldersIn(io.temporary);
    const { variables, withheld } = (0,foreign_environment.foreignEnvironment)(io.environment, {
        token: inputs.token,
        passed: asked.passEnvironment,
        temporary: folders.temporary,
    });
    io.log.debug(`Benchmarks get these variables: ${Object.keys(variables).sort().join(", ")}`);
    const warnings = rightsWarnings(inputs, event, io.environment);
    // In the log before any of that code runs, and at last in the report.
    for (const warning of warnings)
        io.log.info(warning);
    if (await git.hasStoredCredentials()) {
        warnings.push("The checkout left its token in the repository's configuration, where every benchmark can read it. Set `persist-credentials: false` for actions/checkout.");
    }
    if (!(await git.isClean()))
        warnings.push("The work tree has changes that are not committed. They are not measured: the head is the commit.");
    const machine = describeMachine();
    const isProposal = event.pullRequest !== undefined || event.ref !== `refs/heads/${event.defaultBranch}`;
    // Also without `history`: a change could switch the default branch's rules off with it.
    const kept = inputs.history || isProposal ? await readHistory(inputs.name, machine, io) : NO_HISTORY;
    if (kept.unknown !== undefined)
        io.log.info(`No trend: ${kept.unknown.reason}.`);
    const labels = await (0,src_labels/* readLabels */.k)(inputs, io);
    const checkouts = new Checkouts(folders.checkouts, await io.git(root));
    // Measuring goes on until the rules that count are answered, and not those that the change asks for.
    const gate = isProposal ? kept.gate : undefined;
    const { rules } = enforceRules(inputs, gate);
    const source = withEffort(asked, gate === undefined ? {} : enforceEffort(inputs.gate, gate).effort);
    const work = { inputs: { ...inputs, rules }, source, io, folders, checkouts, commits, variables, git };
    const measured = await (0,cancel/* whileCancellable */.So)(() => keepingCommandFiles(io.environment, io.log, () => buildAndMeasure(work)), () => {
        checkouts.removeFiles();
        removeFolder(folders.temporary);
    });
    return {
        kind: "measured",
        context: { ...benchContext(event), ...commits },
        machine,
        labels,
        problem: measured.problem,
        groups: measured.run?.groups ?? [],
        failed: measured.run?.failed ?? [],
        run: {
            commands: source.commands.map(({ text }) => text),
            rounds: measured.run?.rounds ?? 0,
            minRounds: source.minRounds,
            maxRounds: measured.run?.maxRounds ?? source.maxRounds,
            nullControl: measured.run?.nullControl ?? source.nullControl,
            ...(measured.run !== undefined && { schedule: measured.run.schedule }),
            identical: measured.identical,
            time: { build: measured.buildTime, measuring: 0, inBenchmarks: 0, ...measured.run?.time },
            ranOutOfTime: measured.run?.ranOutOfTime ?? false,
            withheld,
        },
        files: undefined,
        trend: inputs.history ? kept.points : [],
        ...(gate !== undefined && { gate }),
        ...(isProposal && kept.unknown !== undefined && { rulesUnknown: kept.unknown }),
        ...(isProposal && kept.otherName !== undefined && { otherName: kept.otherName }),
        warnings: [...warnings, ...(measured.run?.warnings ?? [])],
    };
}
/** The most rounds are never fewer than the least. */
function withEffort(source, effort) {
    const { minRounds, maxRounds, maxMinutes } = effort;
    const least = minRounds ?? source.minRounds;
    return {
        ...source,
        minRounds: least,
        maxRounds: Math.max(maxRounds ?? source.maxRounds, least),
        maxTime: maxMinutes === undefined ? source.maxTime : maxMinutes * 60_000,
    };
}
async function buildAndMeasure(work) {
    const { inputs, source, io, folders, checkouts, commits, variables, git } = work;
    let identical;
    const start = performance.now();
    let buildTime = 0;
    try {
        removeFolder(folders.temporary);
        (0,external_node_fs_.mkdirSync)(folders.temporary, { recursive: true, mode: 0o700 });
        await io.log.group("Checking out base and head", () => checkouts.add(commits));
        await checkCheckouts(work);
        const base = await build(work, "base");
        const head = await build(work, "head");
        identical = tellIdentity({
            base,
            head,
            changed: await git.changedPaths(commits.base, commits.head),
            isNamed: source.binaries.length > 0,
            programs: source.commands.map(({ argv: [program = ""] }) => program),
            workingDirectory: inputs.workingDirectory,
        });
        io.log.debug(`Programs built: ${base.size} of the base, ${head.size} of the head; the same: ${identical ?? "not known"}`);
        if (identical === true)
            io.log.info("Base and head are the same program.");
        buildTime = performance.now() - start;
        const run = await measure(inputs, source, {
            checkouts,
            scratch: folders.scratch,
            environment: variables,
            seed: `${commits.base}\0${commits.head}\0${inputs.name}`,
            identical: identical === true,
            log: io.log,
        });
        return { run, problem: run.problem, identical, buildTime };
    }
    catch (error) {
        if (!(error instanceof MeasuringProblem))
            throw error;
        return { run: undefined, problem: error.problem, identical, buildTime: performance.now() - start };
    }
    finally {
        endWhatIsLeft(folders, io);
        await checkouts.remove();
        removeFolder(folders.temporary);
    }
}
/** A program that left its group could still write to the runner's files after they were put back. */
function endWhatIsLeft({ checkouts, scratch, temporary }, { log }) {
    const places = [checkouts, scratch, temporary].filter((folder) => (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false }));
    const count = places.reduce((sum, folder) => sum + (0,process_table/* killProcessesIn */.P3)((0,external_node_fs_.realpathSync)(folder)), 0);
    if (count > 0)
        log.info(`Ended ${count} ${count === 1 ? "program" : "programs"} that still ran.`);
}
/** Checks both sides before anything is built: the working directory is there, and no file that could pass for a result. */
async function checkCheckouts({ inputs: { workingDirectory }, source: { results }, checkouts }) {
    for (const side of ["head", "base"]) {
        checkouts.enter(side);
        try {
            const directory = (0,external_node_path_.join)(checkouts.root, workingDirectory);
            if (!(0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory()) {
                if (side === "base")
                    throw new MeasuringProblem("base-missing", `The base has no directory \`${workingDirectory}\`.`);
                throw new user_error/* UserError */.y(`input \`working-directory\` is ${(0,inputs/* quote */.hD)(workingDirectory)}, and the head has no such directory; write one that is committed`);
            }
            const [tracked] = results === undefined ? [] : await findFiles(results, directory);
            if (tracked === undefined)
                continue;
            throw new MeasuringProblem(`${side}-unreadable`, `\`results: ${results}\` finds \`${(0,external_node_path_.relative)(checkouts.root, tracked)}\` in the commit of the ${side}, which could pass for a result of this run; remove it from the repository, or let the command write to the file that \`{results}\` stands for.`);
        }
        finally {
            checkouts.leave();
        }
    }
}
/** As long as jobs usually may take. */
const BUILD_TIMEOUT = 60 * 60_000;
async function build({ inputs, source, io, checkouts, commits, variables }, side) {
    if (source.buildCommands.length === 0)
        return new Map();
    return io.log.group(`Building the ${side}, ${commits[side].slice(0, 10)}`, async () => {
        checkouts.enter(side);
        try {
            for (const command of source.buildCommands) {
                io.log.info(command.text);
                const [program = "", ...args] = command.argv;
                await runOrExplain(command, side, () => (0,live.runLiveProcess)(program, args, {
                    cwd: (0,external_node_path_.join)(checkouts.root, inputs.workingDirectory),
                    environment: { ...variables, ...command.environment },
                    timeout: BUILD_TIMEOUT,
                    onLine: io.log.info,
                }), "build-failed");
            }
            return await hashBinaries(checkouts.root, new git.Git(checkouts.root, { environment: variables }), source.binaries);
        }
        finally {
            checkouts.leave();
        }
    });
}
/** `head` is replaced by what is measured, which may be GitHub's merge commit; `pushed` is what people pushed. */
function benchContext(event) {
    const { headSha, ...context } = (0,action_context.contextOf)(event);
    return { ...context, head: headSha, pushed: headSha };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/unjudged.js
var unjudged = __webpack_require__(2017);
// EXTERNAL MODULE: ./build/js/actions/bench-compare/src/judging/counts.js
var counts = __webpack_require__(5075);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/wording/names.js

/** Names that a sentence lists; the table of a report has them all. */
const MAX_LISTED = 2;
/** Characters of each: a benchmark's name may be a whole paragraph. */
const names_MAX_CHARACTERS = 40;
/** `a, b and 9 more`. */
function listNames(names) {
    const listed = names.slice(0, MAX_LISTED).join(", ");
    return names.length > MAX_LISTED ? `${listed} and ${(0,quantity.count)(names.length - MAX_LISTED)} more` : listed;
}
/**
 * A name cut in its middle, since its end says the most. Counted in characters, not in UTF-16 units, so none is cut in half.
 *
 * @param most characters, at least 16.
 */
function shortName(name, most = names_MAX_CHARACTERS) {
    const characters = [...name];
    if (characters.length <= most)
        return name;
    const start = Math.floor(most / 3);
    return `${characters.slice(0, start).join("")}…${characters.slice(start + 1 - most).join("")}`;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/broken.js


/** Benchmarks that failed, or that were not in every run. They always fail: what was not measured was not judged. */
function broken({ comparisons }) {
    const benchmarks = new Set(comparisons.filter(({ verdict }) => verdict === "broken").map(({ benchmark }) => shortName(benchmark)));
    if (benchmarks.size === 0)
        return undefined;
    return {
        verdict: "broken",
        fails: true,
        outcome: "broken-benchmarks",
        words: `${(0,quantity.counted)(benchmarks.size, "benchmark")} could not be measured: ${listNames([...benchmarks])}`,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/contamination.js


/** The machine was too unsteady to tell anything. It fails as `inconclusive` does. */
function contamination(judged) {
    if (!isUnsteady(judged))
        return undefined;
    const moved = judged.control.moved.length;
    return {
        verdict: "inconclusive",
        fails: judged.rules.failOn.includes("inconclusive"),
        outcome: "contaminated",
        words: moved > 0
            ? `the machine was too unsteady to blame the change: the base differs from itself in ${(0,quantity.counted)(moved, "metric")}`
            : "the machine was too unsteady to blame the change: both sides are the same program, and yet they differ",
    };
}
/**
 * Whether times say more about the machine than about the change: the base differs from itself, or one and the same program from itself where no
 * control ran. With a steady control such a program may differ for another reason: it may read other data.
 */
function isUnsteady({ comparisons, control, run }) {
    if (control.state === "moved")
        return true;
    const { regressed, improved } = (0,counts/* countVerdicts */.q)(comparisons);
    return run?.identical === true && control.state === "off" && regressed + improved > 0;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/identical.js


/** Whether both sides are the same program and nothing contradicts that: noise between them is noise, whatever the numbers say. */
function isIdentical(judged) {
    return judged.run?.identical === true && !isUnsteady(judged) && (0,counts/* countVerdicts */.q)(judged.comparisons).regressed === 0;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/improvement.js



/** Metrics that got better: worth a word, unless the machine may have done it. */
function improvement(judged) {
    const { improved } = (0,counts/* countVerdicts */.q)(judged.comparisons);
    if (improved === 0 || isUnsteady(judged))
        return undefined;
    return { verdict: "pass", fails: false, words: `${(0,quantity.count)(improved)} improved` };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/regression.js






/** Metrics that the change made worse. A label, or `fail-on` without `regression`, lets them pass; the verdict stays. */
function regression(judged) {
    const blamed = blamedRegressions(judged);
    if (blamed.length === 0)
        return undefined;
    const compared = (0,counts/* countCompared */.f)(judged.comparisons);
    return {
        verdict: "fail",
        fails: judged.ignoredBy === undefined && judged.rules.failOn.includes("regression"),
        words: `${(0,quantity.count)(blamed.length)} of ${(0,quantity.counted)(compared, "metric")} regressed: ${listNames(blamed.map(nameAndChange))}${confirmation(blamed)}`,
    };
}
/**
 * The regressions that the change is to blame for, the worst first. On an unsteady machine those are the exact ones alone: what repeats exactly
 * does not depend on the machine.
 */
function blamedRegressions(judged) {
    const unsteady = isUnsteady(judged);
    return judged.comparisons.filter(({ verdict, metric }) => verdict === "regressed" && (!unsteady || metric.judgement === "exact"));
}
/** That fresh rounds said the same of all that needed them. */
function confirmation(blamed) {
    const drawn = blamed.filter(({ secondDraw }) => secondDraw !== undefined);
    const isConfirmed = drawn.length > 0 && drawn.every(({ secondDraw }) => secondDraw?.outcome === "confirmed");
    return isConfirmed ? " (confirmed by a second draw)" : "";
}
function nameAndChange(comparison) {
    const { change, margin } = comparison;
    const name = shortName(titleOf(comparison));
    if (change === undefined)
        return name;
    return Number.isFinite(change) ? `${name} by ${formatChange(change, margin)}` : `${name}, ${formatChange(change)}`;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/suite.js



/** Everything together got slower. It is told where no benchmark could be named: else that one says more. */
function suite(judged) {
    if (!isSuiteBlamed(judged))
        return undefined;
    const { metrics, change = 0, margin, secondDraw } = judged.suite;
    const draw = secondDraw?.outcome === "confirmed" ? ", confirmed by a second draw" : "";
    return {
        verdict: "fail",
        fails: judged.ignoredBy === undefined && judged.rules.failOn.includes("regression"),
        words: `all ${metrics} metrics together regressed by ${formatChange(change, margin)}${draw}`,
    };
}
/** Whether the suite is what the change is blamed for. */
function isSuiteBlamed(judged) {
    if (judged.suite?.verdict !== "regressed" || isUnsteady(judged))
        return false;
    return blamedRegressions(judged).every(({ metric }) => metric.judgement !== "timed");
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/inconclusive.js





/**
 * Metrics that were too noisy to tell. Of an unsteady machine `contamination` says so, of too few runs `too-few-runs`, and one program has nothing to
 * tell.
 */
function inconclusive(judged) {
    const { regressed } = (0,counts/* countVerdicts */.q)(judged.comparisons);
    const inconclusive = judged.comparisons.filter(({ verdict, needed }) => verdict === "inconclusive" && needed === undefined).length;
    if (inconclusive === 0 || isUnsteady(judged) || isIdentical(judged))
        return undefined;
    const compared = (0,counts/* countCompared */.f)(judged.comparisons);
    const noisy = `${(0,quantity.count)(inconclusive)} of ${(0,quantity.counted)(compared, "metric")} ${inconclusive === 1 ? "was" : "were"} too noisy to tell`;
    return {
        verdict: "inconclusive",
        fails: judged.rules.failOn.includes("inconclusive"),
        words: regressed === 0 && !isSuiteBlamed(judged) ? `no regression shown, but ${noisy}` : noisy,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/missing.js



/** What only the base has. It fails as `fail-on` says: a benchmark that is gone can hide a regression. */
function missing({ comparisons, rules }) {
    const { noun, names } = missingNames(comparisons);
    if (names.length === 0)
        return undefined;
    const fails = rules.failOn.includes("missing");
    return {
        verdict: fails ? "fail" : "pass",
        fails,
        words: `${(0,quantity.counted)(names.length, noun)} ${names.length === 1 ? "is" : "are"} missing from the head: ${listNames(names.map((name) => shortName(name)))}`,
    };
}
/** Benchmarks by name when they are gone entirely; when one has lost only some of its metrics, every missing metric. */
function missingNames(comparisons) {
    const gone = comparisons.filter(({ verdict }) => verdict === "missing");
    const benchmarks = new Set(gone.map(({ benchmark }) => benchmark));
    const isPartly = comparisons.some(({ verdict, benchmark }) => verdict !== "missing" && benchmarks.has(benchmark));
    return isPartly ? { noun: "metric", names: gone.map(titleOf) } : { noun: "benchmark", names: [...benchmarks] };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/not-judged.js




/**
 * What stays unjudged although nobody decided that: the headline says so, or a green mark would be taken for all of it. Where nothing at all was
 * judged `nothing-compared` says it.
 */
function notJudged({ comparisons }) {
    const open = undirected(comparisons);
    const leftOut = comparisons.filter(({ verdict, reason }) => verdict === "shown" && reason !== undefined);
    if ((0,counts/* countCompared */.f)(comparisons) === 0 || open.length + leftOut.length === 0)
        return undefined;
    const words = [
        ...(open.length === 0
            ? []
            : [`${(0,quantity.counted)(open.length, "metric")} not judged, ${namesOf(open)}: no known direction`]),
        ...(leftOut.length === 0 ? [] : [`${(0,quantity.counted)(leftOut.length, "metric")} left out by \`overrides\``]),
    ];
    return { verdict: "pass", fails: false, words: words.join("; ") };
}
/** The metrics that both sides have, and of which nothing says which way they get better. */
function undirected(comparisons) {
    return comparisons.filter(({ verdict, metric, reason }) => verdict === "shown" && metric.better === "none" && reason === undefined);
}
/** Names as a sentence lists them. */
function namesOf(comparisons) {
    return listNames(comparisons.map((comparison) => shortName(titleOf(comparison))));
}
/** A glob for everything that is as undirected as this; a name may hold characters of globs. */
function overridePattern({ metric }) {
    return /^[\w %.-]+$/.test(metric.name) ? `** ${metric.name}` : "**";
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/nothing-compared.js


/** No pair could be judged. It always fails, and stays silent where another gate fails for the cause of it. */
function nothingCompared({ comparisons, rules }) {
    const { broken, missing } = (0,counts/* countVerdicts */.q)(comparisons);
    if ((0,counts/* countCompared */.f)(comparisons) > 0 || broken > 0)
        return undefined;
    if (missing > 0 && rules.failOn.includes("missing"))
        return undefined;
    return {
        verdict: "broken",
        fails: true,
        outcome: "nothing-compared",
        words: whyNothing(comparisons),
    };
}
function whyNothing(comparisons) {
    const open = undirected(comparisons);
    if (open.length === 0)
        return "nothing was compared: base and head have no benchmark in common that can be judged";
    const advice = `\`overrides\` can say it (\`${overridePattern(open[0])} => lower\`, or \`higher\`)`;
    return `nothing was judged: no unit says which way ${namesOf(open)} ${open.length === 1 ? "gets" : "get"} better; ${advice}`;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/problem.js
/** Problems of the base: the change did not cause them and cannot fix them. */
const BASE_PROBLEMS = [
    "base-missing",
    "base-build-failed",
    "base-crashed",
    "base-hung",
    "base-unreadable",
];
/** The measurement ended early. It fails, unless the base is to blame and `on-missing-base` is `warn`; then nothing is known. */
function problem({ problem, rules }) {
    if (problem === undefined)
        return undefined;
    const isExcused = BASE_PROBLEMS.includes(problem.kind) && rules.onMissingBase === "warn";
    const sentence = problem.sentence.replace(/\.$/, "");
    return {
        verdict: isExcused ? "inconclusive" : "broken",
        fails: !isExcused || rules.failOn.includes("inconclusive"),
        outcome: problem.kind,
        words: `nothing was compared: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/too-few-runs.js





/** Metrics in which no change of any size could have been called. What was not judged is not green, unless `on-too-few-runs` is `warn`. */
function tooFewRuns(judged) {
    const short = judged.comparisons.filter(({ needed }) => needed !== undefined);
    if (short.length === 0 || isUnsteady(judged) || isIdentical(judged))
        return undefined;
    const needed = short.reduce((most, { needed = 0 }) => Math.max(most, needed), 0);
    const fails = judged.rules.onTooFewRuns !== "warn";
    return {
        // That everything got slower is known all the same.
        ...(isSuiteBlamed(judged)
            ? { verdict: "inconclusive" }
            : { verdict: fails ? "broken" : "inconclusive", outcome: "too-few-runs" }),
        fails: fails || judged.rules.failOn.includes("inconclusive"),
        words: `too few runs to call a change of any size in ${(0,quantity.counted)(short.length, "metric")}: it takes ${remedy(needed, judged.run)}`,
    };
}
/** Result files have no rounds; where time ended the rounds, shorter ones help. */
function remedy(needed, run) {
    if (run === undefined)
        return `${needed} runs a side`;
    const { rounds = 0, time, ranOutOfTime, nullControl } = run;
    const runs = `${needed} rounds (${2 * needed} runs a side)`;
    if (ranOutOfTime !== true || time === undefined)
        return runs;
    // Two warm-up runs, and then two of each program a round.
    const passes = (of) => 2 + (nullControl === true ? 6 : 4) * of;
    const pass = formatDuration(time.measuring / passes(rounds));
    return `${runs}, or a pass of at most ${formatDuration(time.measuring / passes(needed))} (it took ${pass})`;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/unknown-rules.js
/**
 * The default branch's rules are kept with its history, and the stricter ones count. Where the history cannot be read,
 * nobody knows what the change would have to pass; it fails unless `on-unreadable-history` is `warn`.
 */
function unknownRules({ unjudged }) {
    if (unjudged === undefined)
        return undefined;
    const why = unjudged.cause === "history-unavailable" ? "the cache cannot be read" : "its history is damaged";
    return {
        verdict: unjudged.allowed ? "pass" : "broken",
        fails: !unjudged.allowed,
        words: `the default branch's rules are not known (${why})`,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/gates/decision.js















/** In the order in which the headline names them. */
const GATES = [
    broken,
    nothingCompared,
    regression,
    suite,
    tooFewRuns,
    missing,
    unknownRules,
    contamination,
    inconclusive,
    improvement,
    notJudged,
];
/** The more serious, the further back. */
const SERIOUSNESS = ["pass", "inconclusive", "fail", "broken"];
/**
 * The decision that follows from the numbers: the most serious verdict of any gate, a failure if any gate fails, and everything that was found in
 * one headline. Pure.
 */
function decide(judged) {
    const gates = judged.problem === undefined ? GATES : [problem];
    const findings = gates.flatMap((gate) => gate(judged) ?? []);
    const verdict = findings.reduce((worst, finding) => moreSerious(worst, finding.verdict), "pass");
    const words = findings.map((finding) => finding.words);
    if (verdict === "pass")
        words.unshift(allIsWell(judged));
    return {
        verdict,
        fails: findings.some(({ fails }) => fails),
        outcome: outcomeOf(findings) ?? (isIdentical(judged) ? "identical" : "compared"),
        headline: capitalized(words.join("; ")),
        counts: (0,counts/* countVerdicts */.q)(judged.comparisons),
    };
}
function moreSerious(a, b) {
    return SERIOUSNESS.indexOf(b) > SERIOUSNESS.indexOf(a) ? b : a;
}
function outcomeOf(findings) {
    return findings.find(({ outcome }) => outcome !== undefined)?.outcome;
}
function allIsWell(judged) {
    const metrics = (0,quantity.counted)((0,counts/* countCompared */.f)(judged.comparisons), "metric");
    return isIdentical(judged)
        ? `both sides are the same program: ${metrics}, no difference shown`
        : `no regression in ${metrics}`;
}
function capitalized(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/js/packages/benchmarks/src/geomean.js
/**
 * The geometric mean of ratios head / base, as benchstat has it: the mean of the ratios, not the ratio of the means.
 * 0/0 is 1; undefined when another ratio is not above 0 and finite, or when there are none.
 */
function geometricMean(pairs) {
    let sum = 0;
    let count = 0;
    for (const [base, head] of pairs) {
        const ratio = base === head ? 1 : head / base;
        if (!(ratio > 0 && Number.isFinite(ratio)))
            return undefined;
        sum += Math.log(ratio);
        count++;
    }
    return count === 0 ? undefined : Math.exp(sum / count);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/history/trend.js

/** Two points are a line, and no trend. */
const LEAST_POINTS = 3;
/** The default branch's trend with the head behind it; empty when there are too few commits to draw. */
function trendWith(points, head, comparisons) {
    const times = headTimes(comparisons);
    const all = [...points, ...(times.size === 0 ? [] : [{ sha: head, times }])];
    if (all.length < LEAST_POINTS)
        return [];
    const index = trendIndex(all);
    return all.map(({ sha }, at) => ({ sha, index: index[at] }));
}
/**
 * The times of all points as one index, 100 at the first: each point against the one before it by the geometric mean over the benchmarks that
 * both have, so that new and removed benchmarks do not move it.
 */
function trendIndex(points) {
    let index = 100;
    return points.map(({ times }, at) => {
        const before = points[at - 1]?.times;
        const pairs = [...times].flatMap(([name, time]) => {
            const then = before?.get(name);
            return then === undefined ? [] : [[then, time]];
        });
        index *= geometricMean(pairs) ?? 1;
        return index;
    });
}
function headTimes(comparisons) {
    return new Map(comparisons.flatMap(({ benchmark, metric, head }) => metric.name === "time" && metric.unit === "ns" && head !== undefined && head > 0 ? [[benchmark, head]] : []));
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/control.js
/** Nothing ran that could tell how steady the machine was. */
const NO_CONTROL = { state: "off", moved: [] };
/**
 * What the base against itself says about the machine.
 *
 * @param comparisons as `judgeControl` returns them.
 */
function readControl(comparisons) {
    if (comparisons.length === 0)
        return NO_CONTROL;
    const moved = comparisons.filter(({ verdict }) => verdict === "regressed" || verdict === "improved");
    const widths = comparisons.map(({ low = 0, high = 0 }) => (high - low) / 2).filter((width) => Number.isFinite(width));
    return {
        state: moved.length > 0 ? "moved" : "steady",
        moved,
        ...(widths.length > 0 && { noise: widths.reduce((most, width) => Math.max(most, width)) }),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/failed.js


/**
 * Adds the benchmarks that failed, which have no numbers to say so, as `broken`. What was judged of such a benchmark is dropped (one that fails is
 * not missing). One that failed on the base alone stays `new`: there is nothing to compare it with, and the change has fixed it.
 */
function addFailed(judged, failed, rules) {
    const reasons = reasonsOf(failed, rules);
    const others = judged.filter(({ benchmark }) => !reasons.has(benchmark));
    const fixed = judged.flatMap((comparison) => {
        const sides = reasons.get(comparison.benchmark);
        if (sides === undefined || comparison.verdict !== "new" || sides.has("head"))
            return [];
        return [{ ...comparison, reason: `failed on the base: ${sides.get("base")}` }];
    });
    const isFixed = new Set(fixed.map(({ benchmark }) => benchmark));
    const broken = [...reasons]
        .filter(([benchmark]) => !isFixed.has(benchmark))
        .map(([benchmark, sides]) => ({
        benchmark,
        metric: TIME_METRIC,
        verdict: "broken",
        reason: [...sides].map(([side, reason]) => `${side}: ${reason}`).join("; "),
    }));
    return [...others, ...fixed, ...broken];
}
/** The first reason on each side, by benchmark; the control runs the base's program. */
function reasonsOf(failed, rules) {
    const limits = limitsBy(rules);
    const reasons = new Map();
    for (const { benchmark, reason, arm } of failed) {
        if (limits(benchmark).ignore)
            continue;
        const side = arm === "twin" ? "base" : arm;
        const sides = reasons.get(benchmark) ?? new Map();
        reasons.set(benchmark, sides);
        if (!sides.has(side))
            sides.set(side, reason);
    }
    return reasons;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/harm.js
/** What harms most comes first, and what is only shown comes last. */
const ORDER = [
    "regressed",
    "broken",
    "missing",
    "inconclusive",
    "improved",
    "ok",
    "new",
    "shown",
];
/** The most harmful first: by verdict, then by the size of the change, then by name. */
function sortByHarm(comparisons) {
    return [...comparisons].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || harmOf(b) - harmOf(a) || byName(a.benchmark, b.benchmark));
}
function byName(a, b) {
    if (a < b)
        return -1;
    // Stryker disable next-line ConditionalExpression,EqualityOperator: sort only asks whether the result is below zero
    return a > b ? 1 : 0;
}
/** On a logarithmic scale: a number that is worse by 100 % and one that is better by 50 % are as far from the base. */
function harmOf({ change = 0, metric }) {
    const logarithm = Math.log(Math.max(1 + change, Number.MIN_VALUE));
    return metric.better === "higher" ? -logarithm : logarithm;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/ignoring-label.js
/** The label that lets a regression pass; undefined when the pull request does not have it, or nothing regressed. */
function ignoringLabel(labels, ignoreLabel, judged) {
    if (!judged.some(({ verdict }) => verdict === "regressed"))
        return undefined;
    return labels.find((label) => label === ignoreLabel);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/missing-base.js
/** There is no base at all when every benchmark is new. @returns undefined when there is one, or no benchmark. */
function missingBase(comparisons) {
    if (comparisons.length === 0 || comparisons.some(({ verdict }) => verdict !== "new"))
        return undefined;
    const benchmarks = new Set(comparisons.map(({ benchmark }) => benchmark)).size;
    const all = benchmarks === 1 ? "the only one is new" : `all ${benchmarks} are new`;
    return { kind: "base-missing", sentence: `The base has no benchmarks: ${all}.` };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/judging/notes.js

/** What a reader has to know beside the numbers, one sentence each; names stand between backticks. */
function notesOf({ run, files, warnings, rulesUnknown, otherName, }, changedInputs) {
    const notes = [];
    for (const input of changedInputs) {
        const counts = input === "overrides" ? ": for each benchmark, the stricter of the two rules counts" : "";
        notes.push(`The default branch is judged with a different \`${input}\`${counts}.`);
    }
    if (rulesUnknown !== undefined)
        notes.push(`The default branch's rules are not known, because ${rulesUnknown.reason}. Where they are stricter than this change's own, they did not count; \`on-unreadable-history: warn\` allows that.`);
    if (otherName !== undefined) {
        const other = otherName === "" ? "one without a name" : `one called \`${otherName}\``;
        notes.push(`The default branch has no comparison of this name, but ${other}: that one's rules do not count here.`);
    }
    if (run?.identical === true)
        notes.push("Both sides run the same program, byte for byte: a difference can only come from what it reads, or from the machine.");
    if (run?.ranOutOfTime === true)
        notes.push(`Measuring ended after ${(0,quantity.counted)(run.rounds, "round")}, because \`max-minutes\` was used up.`);
    if (run !== undefined && run.withheld.length > 0)
        notes.push(`Benchmarks did not get these environment variables, which look like credentials or are not known to belong to tools: ${run.withheld.map((name) => `\`${name}\``).join(", ")}. \`pass-environment\` lets them through.`);
    if (files !== undefined)
        notes.push(files.base.runs === 1 && files.head.runs === 1
            ? "Each side is a single process run. Samples of one process resemble each other, so the intervals look narrower than those of several runs would."
            : `The order in which the runs were made is not known (${files.base.runs} of the base, ${files.head.runs} of the head).`);
    return [...notes, ...warnings];
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/published/own-words.js


/** Characters that names of benchmarks, metrics and units are made of; a blank would let one pass for a sentence. */
const NOT_OF_NAMES = /[^\p{L}\p{N}_.:/@+#~<>()[\],*&$=%µ-]+/gu;
const MAX_NAME = 120;
/** Reasons that are numbers in words of ours. */
const REASONS = [
    /^in \d{1,6} of \d{1,6} runs of the (?:base|head)$/,
    /^left out by `overrides`$/,
    /^too few rounds to call any change: \d{1,6}, and it takes \d{1,6}$/,
    /^too few runs to call any change: \d{1,6} a side, and it takes \d{1,6}$/,
    /^the values of one side scatter by more than the two sides differ$/,
];
const PROBLEMS = {
    "no-benchmarks": "There are no benchmarks.",
    "base-missing": "The base cannot be measured.",
    "base-build-failed": "The base does not build.",
    "head-build-failed": "The head does not build.",
    "base-crashed": "A benchmark of the base failed.",
    "head-crashed": "A benchmark of the head failed.",
    "base-hung": "A benchmark of the base did not end.",
    "head-hung": "A benchmark of the head did not end.",
    "base-unreadable": "The results of the base cannot be read.",
    "head-unreadable": "The results of the head cannot be read.",
    "out-of-time": "There was not enough time.",
};
/** An input of a gate, and what one can be, in the report about a weakened one. */
const PLAIN_INPUT = /^[a-z]+(?:-[a-z]+){0,3}$/;
const PLAIN_VALUE = /^(?:|\d{1,9}(?:\.\d{1,9})? ?(?:%|ns|us|µs|ms|s)?|fail|warn|never|(?:(?:regression|missing|inconclusive)(?:, )?){1,3})$/;
/**
 * Another run's result without its sentences: they are replaced by our own words for what they are about, and the output
 * of programs is left out. Names stay, as single words. What the file says of the default branch is left out, too.
 */
function inOwnWords(published) {
    const { problem, trend: _, ignoredBy: __, ...rest } = published;
    return {
        ...rest,
        context: { ...rest.context, reason: "as the run that measured them found them" },
        comparisons: rest.comparisons.map(comparisonWords),
        ...(rest.suite !== undefined && { suite: reasonWords(rest.suite) }),
        control: { ...rest.control, moved: rest.control.moved.map(comparisonWords) },
        ...(problem !== undefined && { problem: { kind: problem.kind, sentence: PROBLEMS[problem.kind] } }),
        lowered: rest.lowered.filter(({ input, asked, enforced }) => PLAIN_INPUT.test(input) && PLAIN_VALUE.test(asked) && PLAIN_VALUE.test(enforced)),
        notes: rest.notes.length === 0
            ? []
            : [
                `The run that measured has ${(0,quantity.counted)(rest.notes.length, "note")} of its own; its job summary shows what they are.`,
            ],
    };
}
function comparisonWords({ benchmark, metric, ...numbers }) {
    return {
        ...reasonWords(numbers),
        benchmark: oneWord(benchmark),
        metric: { ...metric, name: oneWord(metric.name), unit: oneWord(metric.unit) },
    };
}
function reasonWords(judged) {
    const { reason } = judged;
    const ours = secondDrawWords(judged);
    if (ours !== undefined)
        return { ...judged, reason: ours };
    if (reason === undefined || REASONS.some((pattern) => pattern.test(reason)))
        return judged;
    return { ...judged, reason: "the job summary of the run that measured says why" };
}
/** A name as one word: `parse big file` is `parse·big·file`. */
function oneWord(name) {
    return name
        .replace(NOT_OF_NAMES, "·")
        .slice(0, MAX_NAME)
        .replace(/[\ud800-\udbff]$/, "");
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/published/judge-published.js




/**
 * Another run's result, judged by this run. The file may come from anybody's pull request, so verdict, outcome, headline
 * and exit code are never what it says they are, and no sentence of it is shown as ours. What lets something pass is what
 * this run's own inputs and the pull request's labels say.
 */
function judgePublished({ result, labels }, { failOn, onMissingBase, onTooFewRuns, onUnreadableHistory, ignoreLabel, }) {
    const { unjudged: rule, ...told } = inOwnWords(result);
    const judged = [...(told.suite === undefined ? [] : [told.suite]), ...told.comparisons];
    const ignoredBy = ignoringLabel(labels, ignoreLabel, judged);
    const published = {
        ...told,
        rules: { ...told.rules, failOn, onMissingBase, onTooFewRuns },
        ...(rule !== undefined && {
            unjudged: (0,unjudged.unjudged)(rule.cause, { input: "on-unreadable-history", value: onUnreadableHistory }),
        }),
        ...(ignoredBy !== undefined && { ignoredBy }),
    };
    return { ...published, ...decide(published) };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/evaluate.js












/**
 * The whole decision, and the result file. Pure. Of a result that another run published the numbers alone are taken.
 */
function evaluate(inputs, facts) {
    if (facts.kind === "published")
        return judgePublished(facts, inputs);
    const { rules, failOn, onMissingBase, onTooFewRuns, ignoreLabel, lowered, changed } = enforceRules(inputs, facts.gate);
    const { comparisons, suite, control } = compareAll(facts, rules);
    const problem = facts.problem ?? missingBase(comparisons);
    const ignoredBy = ignoringLabel(facts.labels, ignoreLabel, [...(suite === undefined ? [] : [suite]), ...comparisons]);
    const trend = trendWith(facts.trend, facts.context.head, comparisons);
    const judged = {
        rules: {
            margin: rules.margin,
            exactMargin: rules.exactMargin,
            floor: rules.floor,
            alpha: rules.alpha,
            failOn,
            onMissingBase,
            onTooFewRuns,
        },
        comparisons,
        ...(suite !== undefined && { suite }),
        control,
        ...(facts.run !== undefined && { run: facts.run }),
        ...(problem !== undefined && { problem }),
        ...(facts.rulesUnknown !== undefined && {
            unjudged: (0,unjudged.unjudged)(`history-${facts.rulesUnknown.state}`, {
                input: "on-unreadable-history",
                value: inputs.onUnreadableHistory,
            }),
        }),
        ...(ignoredBy !== undefined && { ignoredBy }),
    };
    return {
        schema: "jessy-actions/bench-compare/v1",
        name: inputs.name,
        ...decide(judged),
        context: facts.context,
        machine: facts.machine,
        ...judged,
        ...(facts.files !== undefined && { files: facts.files }),
        ...(trend.length > 0 && { trend }),
        lowered,
        notes: notesOf(facts, changed),
    };
}
/** Where measuring ended early, what there is of it is half a truth: nothing of it is judged. */
function compareAll(facts, rules) {
    if (facts.problem !== undefined)
        return { comparisons: [], suite: undefined, control: NO_CONTROL };
    const { comparisons, suite } = judgeGroups(facts.groups, rules);
    return {
        comparisons: sortByHarm(addFailed(comparisons, facts.failed, rules)),
        suite,
        control: readControl(judgeControl(facts.groups, rules)),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/inputs.js










/** Inputs that make the gate strict or lax; kept with the history as they are written. */
const GATE_INPUTS = [
    "margin",
    "exact-margin",
    "floor",
    "fail-on",
    "on-missing-base",
    "on-unreadable-history",
    "on-too-few-runs",
    "overrides",
    "alpha",
    "ignore-label",
    "null-control",
    "min-rounds",
    "max-rounds",
    "max-minutes",
];
/** Inputs that have no effect without `command`. */
const RUN_INPUTS = ["build-command", "results", "base-ref", "binaries", "pass-environment", "allow-events"];
function readInputs(reader) {
    return Object.freeze({
        name: reader.string("name"),
        source: readSource(reader),
        format: reader.enumeration("format", ["auto", ...FORMATS], "auto"),
        rules: readRules(reader),
        failOn: readFailOn(reader),
        onMissingBase: reader.enumeration("on-missing-base", ["fail", "warn"], "fail"),
        onUnreadableHistory: reader.enumeration("on-unreadable-history", ["fail", "warn"], "fail"),
        onTooFewRuns: reader.enumeration("on-too-few-runs", ["fail", "warn"], "fail"),
        ignoreLabel: reader.optional("ignore-label"),
        comment: reader.boolean("comment", true),
        history: reader.boolean("history", true),
        workingDirectory: readWorkingDirectory(reader),
        token: reader.string("github-token"),
        gate: Object.fromEntries(GATE_INPUTS.map((name) => [name, reader.string(name)])),
    });
}
function readSource(reader) {
    const published = reader.optional("publish-result");
    const commands = readCommands(reader, "command");
    const base = reader.list("base-results");
    const head = reader.list("head-results");
    const run = {
        kind: "run",
        commands,
        buildCommands: readCommands(reader, "build-command"),
        results: readResults(reader),
        baseRef: reader.optional("base-ref"),
        ...readRounds(reader),
        maxTime: readMinutes(reader),
        timeout: readTimeout(reader),
        nullControl: reader.boolean("null-control", true),
        binaries: reader.globs("binaries"),
        passEnvironment: readPassedVariables(reader),
        allowEvents: readAllowedEvents(reader),
    };
    if (published !== undefined) {
        for (const name of ["command", "base-results", "head-results", ...RUN_INPUTS]) {
            if (reader.string(name) !== "")
                reader.problem(name, "is for measuring, and `publish-result` measures nothing; remove it");
        }
        return { kind: "published", path: published };
    }
    if (reader.string("command") !== "") {
        if (commandLines(reader, "command").length === 0)
            reader.problem("command", "has only comments; write the command that measures");
        for (const name of ["base-results", "head-results"]) {
            if (reader.string(name) !== "")
                reader.problem(name, "is for results that were measured elsewhere; remove it, or remove `command`");
        }
        return run;
    }
    if (base.length === 0 && head.length === 0) {
        reader.problem("command", "is missing; write, for example, `command: go test -run '^$' -bench . ./...`, or compare files with `base-results` and `head-results`");
        return run;
    }
    if (base.length === 0)
        reader.problem("base-results", "is missing, but `head-results` is set; both sides are needed");
    if (head.length === 0)
        reader.problem("head-results", "is missing, but `base-results` is set; both sides are needed");
    for (const name of RUN_INPUTS) {
        if (reader.string(name) !== "")
            reader.problem(name, "has an effect only with `command`; remove it");
    }
    return { kind: "files", base, head };
}
/** `reader.list` would strip quotes around a whole line, and here they belong to the command. */
function commandLines(reader, name) {
    return reader
        .string(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
}
function readCommands(reader, name) {
    return commandLines(reader, name).flatMap((line) => {
        try {
            return [parseCommandLine(line)];
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            reader.problem(name, `${(0,inputs/* quote */.hD)(line)} ${error.message}`);
            return [];
        }
    });
}
function readRounds(reader) {
    const minRounds = reader.integer("min-rounds", { min: 4, max: 1000 }, USUAL_EFFORT.minRounds);
    const maxRounds = reader.integer("max-rounds", { min: 4, max: MOST_ROUNDS }, USUAL_EFFORT.maxRounds);
    if (maxRounds < minRounds)
        reader.problem("max-rounds", `is ${maxRounds}, less than \`min-rounds\`; write a whole number from ${minRounds} to ${MOST_ROUNDS}`);
    return { minRounds, maxRounds };
}
/** GitHub ends a job after six hours. */
const MAX_MINUTES = 350;
function readTimeout(reader) {
    const timeout = reader.duration("timeout", 10 * 60_000);
    if (timeout < 1000 || timeout > MAX_MINUTES * 60_000)
        reader.wrong("timeout", reader.string("timeout"), `a duration from \`1s\` to \`${MAX_MINUTES}m\``);
    return timeout;
}
/** Its files are deleted before each run, so it must not lead out of the checkout. */
function readResults(reader) {
    const results = reader.optional("results");
    if (results === undefined)
        return undefined;
    const place = external_node_path_.posix.normalize(external_node_path_.posix.join(reader.workingDirectory(), results));
    if (results.startsWith("/") || /^(?:\.\.?)(?:\/|$)/.test(place))
        reader.wrong("results", results, "a path or glob inside the repository, or let the command write to the file that `{results}` stands for");
    return results;
}
function readMinutes(reader) {
    const text = reader.string("max-minutes");
    if (text === "")
        return USUAL_EFFORT.maxMinutes * 60_000;
    const minutes = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    if (!(minutes > 0 && minutes <= MAX_MINUTES))
        reader.wrong("max-minutes", text, `minutes up to ${MAX_MINUTES}, such as \`10\` or \`2.5\``);
    return minutes * 60_000;
}
function readRules(reader) {
    return {
        margin: readFraction(reader, "margin", 0.05, false),
        exactMargin: readFraction(reader, "exact-margin", 0.01, true),
        floor: readFloor(reader),
        alpha: readAlpha(reader),
        overrides: reader.list("overrides").flatMap((line) => {
            try {
                return [parseOverride(line)];
            }
            catch (error) {
                if (!(error instanceof RangeError))
                    throw error;
                reader.problem("overrides", `${(0,inputs/* quote */.hD)(line)} ${error.message}`);
                return [];
            }
        }),
    };
}
function readFraction(reader, name, fallback, mayBeZero) {
    const text = reader.string(name);
    if (text === "")
        return fallback;
    const fraction = parseFraction(text);
    if (fraction !== undefined && (fraction > 0 || mayBeZero))
        return fraction;
    reader.wrong(name, text, `a percentage ${mayBeZero ? "from 0" : "above 0"} such as \`5 %\` or \`2.5\``);
    return fallback;
}
function readFloor(reader) {
    const text = reader.string("floor");
    const floor = text === "" ? 1 : parseTime(text);
    if (floor === undefined)
        reader.wrong("floor", text, "a time such as `1ns`, `50us` or `0`");
    return floor ?? 1;
}
function readAlpha(reader) {
    const text = reader.string("alpha");
    if (text === "")
        return 0.05;
    const alpha = /^0?\.\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
    if (alpha >= 0.0001 && alpha <= 0.2)
        return alpha;
    reader.wrong("alpha", text, "a probability from `0.0001` to `0.2`, such as `0.05`");
    return 0.05;
}
function readFailOn(reader) {
    const words = reader.words("fail-on", rules/* FAILURES */.E, "never") ?? ["regression", "missing"];
    return rules/* FAILURES */.E.filter((failure) => words.includes(failure));
}
/** Names, and globs of which only `*` has a meaning in names. */
function readPassedVariables(reader) {
    return reader.list("pass-environment").filter((name) => {
        const isName = /^[A-Za-z_*][\w*]*$/.test(name);
        if (!isName)
            reader.wrong("pass-environment", name, "the name of a variable, or a pattern such as `MYAPP_*`");
        return isName;
    });
}
function readAllowedEvents(reader) {
    return reader.words("allow-events", PRIVILEGED_EVENTS) ?? [];
}
/** Both checkouts must have it, so it has to be inside the repository. */
function readWorkingDirectory(reader) {
    const directory = reader.workingDirectory();
    if (/^(?:\/|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(directory))
        reader.wrong("working-directory", directory, "a directory inside the repository, such as `crates/parser`");
    return directory;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/post.js





/**
 * Removes what a run left that was killed: programs that still run in its checkouts, the checkouts, and what git
 * remembers of them. Every place follows from the gate's name, so that a forged state
 * leads nowhere else.
 */
const post = {
    state: state/* gateState */.Zl,
    async run({ gate }, io) {
        const { checkouts, scratch, temporary } = foldersIn(io.temporary(gate));
        for (const folder of [checkouts, scratch, temporary]) {
            const count = (0,external_node_fs_.existsSync)(folder) ? (0,process_table/* killProcessesIn */.P3)((0,external_node_fs_.realpathSync)(folder)) : 0;
            if (count > 0)
                io.log.info(`Ended ${count} ${count === 1 ? "program" : "programs"} that still ran in ${folder}.`);
        }
        if ((0,external_node_fs_.existsSync)(checkouts))
            io.log.info("Removing the checkouts of base and head.");
        for (const folder of [scratch, temporary])
            removeFolder(folder);
        const both = new Checkouts(checkouts, await io.git());
        // Without a workspace there is no git to forget anything.
        if ((0,external_node_fs_.existsSync)(io.workspace))
            await both.remove();
        else
            both.removeFiles();
    },
};

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/lowered-input.js
var lowered_input = __webpack_require__(4854);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/alerts.js



/** Metrics that an alert names; the result file has them all. */
const MAX_NAMED = 5;
/** What a reader has to know before the numbers: a weakened gate, an unsteady machine, a failure that does not fail. */
function alerts(result) {
    return [...(0,lowered_input.loweredAlerts)(result.lowered), ...contaminated(result), ...tolerated(result)];
}
function contaminated({ outcome, control }) {
    if (outcome !== "contaminated")
        return [];
    const moved = control.moved
        .slice(0, MAX_NAMED)
        .flatMap((comparison, at) => [
        at === 0 ? ": " : ", ",
        { code: titleOf(comparison) },
        ` ${formatChange(comparison.change ?? 0, comparison.margin)}`,
    ]);
    const why = moved.length > 0
        ? "the base, run against itself in the same rounds, moved as well"
        : "both sides are byte for byte the same program";
    return [
        {
            kind: "alert",
            level: "warning",
            text: [`The times below say nothing about this change: ${why}`, ...moved, ". Run the job again."],
        },
    ];
}
/** A regression that does not end the step with an error needs its reason beside it. */
function tolerated({ verdict, fails, ignoredBy, rules }) {
    const important = (text) => [{ kind: "alert", level: "important", text }];
    if (ignoredBy !== undefined)
        return important(["The label ", { code: ignoredBy }, " lets the regression pass."]);
    if (verdict !== "fail" || fails)
        return [];
    return important([
        "This does not fail the step: ",
        { code: "fail-on" },
        " is ",
        { code: rules.failOn.length === 0 ? "never" : rules.failOn.join(", ") },
        ".",
    ]);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/annotations.js



/** The regressions, and above them that the default branch's rules did not count, where the workflow allows that. */
function annotations(result) {
    if (result.unjudged?.allowed !== true)
        return ofComparisons(result);
    const message = "The default branch's rules are not known and did not count; `on-unreadable-history: warn` allows that.";
    const first = { level: "warning", title: "Benchmarks judged by this change's own rules", message };
    return [{ ...first, importance: Number.MAX_SAFE_INTEGER }, ...ofComparisons(result)];
}
/** One annotation for each regression that the change is to blame for, the worst first; a single warning when nothing is known. */
function ofComparisons(result) {
    if (result.verdict === "inconclusive")
        return [{ level: "warning", title: "Benchmarks inconclusive", message: result.headline }];
    const blamed = blamedRegressions(result);
    const level = result.ignoredBy === undefined ? "error" : "warning";
    return blamed.map((comparison, at) => {
        const { change = 0, low, high, margin } = comparison;
        const interval = low === undefined || high === undefined ? "" : formatInterval(low, high, margin);
        return {
            level,
            title: "Benchmark regression",
            message: `${titleOf(comparison)}: ${`${formatChange(change, margin)} ${interval}`.trim()}`,
            importance: blamed.length - at,
        };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/wording/value.js
/** Steps of a unit, largest first: what it is called, and how many of the base unit it is. */
const value_STEPS = new Map(
// A map, since units come from reports: one may be called `constructor`.
Object.entries({
    ns: [
        ["s", 1e9],
        ["ms", 1e6],
        ["µs", 1e3],
        ["ns", 1],
        ["ps", 1e-3],
    ],
    B: [
        ["GB", 1e9],
        ["MB", 1e6],
        ["kB", 1e3],
        ["B", 1],
    ],
    "B/s": [
        ["GB/s", 1e9],
        ["MB/s", 1e6],
        ["kB/s", 1e3],
        ["B/s", 1],
    ],
    bit: [
        ["Gbit", 1e9],
        ["Mbit", 1e6],
        ["kbit", 1e3],
        ["bit", 1],
    ],
    "bit/s": [
        ["Gbit/s", 1e9],
        ["Mbit/s", 1e6],
        ["kbit/s", 1e3],
        ["bit/s", 1],
    ],
    "/s": [
        ["G/s", 1e9],
        ["M/s", 1e6],
        ["k/s", 1e3],
        ["/s", 1],
    ],
}));
/** Whether a value of this unit is written with another that fits its size. */
function isScaled(unit) {
    return value_STEPS.has(unit);
}
/** A measured value with four digits and a unit that fits its size: `12.34 µs`, `1.5 kB`, `3 allocs/op`. */
function formatValue(value, unit) {
    const steps = value_STEPS.get(unit);
    if (steps === undefined)
        return `${digits(value)} ${unit}`.trim();
    if (value === 0)
        return `0 ${unit}`;
    const [name, size] = steps.find((step) => value >= step[1] * 0.99995) ?? steps.at(-1);
    return `${digits(value / size)} ${name}`;
}
function digits(value) {
    if (Number.isInteger(value) && Math.abs(value) < 1e9)
        return value.toLocaleString("en-US");
    return String(Number(value.toPrecision(4)));
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/paired-values.js
/**
 * Base and head as the table shows them. The change of a noisy metric is estimated within rounds, and the medians of all runs need not stand in that
 * ratio: both are moved by the same factor, in opposite directions, so that head / base is the change beside them. The result file has the medians.
 */
function pairedValues({ metric, verdict, base, head, change, }) {
    if (metric.judgement !== "timed" || verdict === "shown" || change === undefined)
        return [base, head];
    const ratio = 1 + change;
    if (!(base !== undefined && base > 0 && head !== undefined && head > 0 && ratio > 0 && Number.isFinite(ratio)))
        return [base, head];
    const middle = Math.sqrt(base) * Math.sqrt(head);
    return [middle / Math.sqrt(ratio), middle * Math.sqrt(ratio)];
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/row-verdict.js


/** What a row is called; the word alone has to do where emoji are not shown or not read out. */
const row_verdict_WORDS = {
    regressed: "regressed",
    broken: "broken",
    missing: "missing",
    inconclusive: "inconclusive",
    improved: "improved",
    ok: "ok",
    new: "new",
    shown: "not judged",
};
/** Of rows that are neither good nor bad. */
const NEUTRAL_MARKS = { new: mark/* MARK */.M.new, shown: mark/* MARK */.M.neutral };
/** How the rows of one result are marked: a cross for what fails the step, a warning for what does not but might. */
function rowVerdicts(result) {
    const { failOn } = result.rules;
    const blamed = new Set(failOn.includes("regression") && result.ignoredBy === undefined ? blamedRegressions(result) : []);
    const isSilent = result.outcome === "identical" || result.outcome === "contaminated";
    const doesFail = (comparison) => {
        switch (comparison.verdict) {
            case "regressed":
                return blamed.has(comparison);
            case "broken":
                return true;
            case "missing":
                return failOn.includes("missing");
            case "inconclusive":
                return failOn.includes("inconclusive") && !isSilent;
            default:
                return false;
        }
    };
    return (comparison) => {
        const { verdict } = comparison;
        const fails = doesFail(comparison);
        const isGood = verdict === "ok" || verdict === "improved";
        return {
            mark: fails ? mark/* MARK */.M.fail : (NEUTRAL_MARKS[verdict] ?? (isGood ? mark/* MARK */.M.pass : mark/* MARK */.M.warning)),
            word: row_verdict_WORDS[verdict],
            fails,
        };
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/comparison-table.js







/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { shown: 5, unchanged: 4, added: 3, notable: 1 };
/** So many unchanged metrics stand in the open when there is nothing else to show. */
const FEW = 12;
/** A narrow screen cuts the last columns, and names are long: verdict and number share the first column, details come last. */
const COLUMNS = [
    { header: "Verdict" },
    { header: "Benchmark" },
    { header: "Allowed", align: "right" },
    { header: "Base", align: "right" },
    { header: "Head", align: "right" },
    { header: "Interval and samples", align: "right" },
];
/** Every comparison: what a reader has to see in the open, the rest folded by kind. */
function comparisonTables(result) {
    const verdictOf = rowVerdicts(result);
    const nameOf = ({ metric }) => result.run === undefined || metric.judgement === "exact" ? "run" : "round";
    const table = (comparisons, weight) => tableOf(comparisons.map((comparison) => rowOf(comparison, verdictOf(comparison), nameOf(comparison))), weight);
    const details = (summary, comparisons, weight) => ({
        kind: "details",
        summary,
        blocks: [table(comparisons, weight)],
    });
    const of = (...verdicts) => result.comparisons.filter(({ verdict }) => verdicts.includes(verdict));
    const notable = of("regressed", "broken", "missing", "inconclusive", "improved");
    const unchanged = of("ok");
    const added = of("new");
    const shown = of("shown");
    const blocks = [];
    if (notable.length > 0)
        blocks.push(table(notable, WEIGHT.notable));
    if (unchanged.length > 0)
        blocks.push(notable.length === 0 && unchanged.length <= FEW
            ? table(unchanged, WEIGHT.unchanged)
            : details([{ strong: `${(0,quantity.count)(unchanged.length)} unchanged` }, sensitivity(unchanged)], unchanged, WEIGHT.unchanged));
    if (added.length > 0)
        blocks.push(details({ strong: `${(0,quantity.count)(added.length)} new` }, added, WEIGHT.added));
    const open = shown.filter((comparison) => comparison.reason !== undefined || comparison.metric.better === "none");
    const repeated = shown.filter((comparison) => !open.includes(comparison));
    if (open.length > 0)
        blocks.push(details([{ strong: `${(0,quantity.count)(open.length)} not judged` }, ...direction(open)], open, WEIGHT.shown));
    if (repeated.length > 0)
        blocks.push(details([{ strong: `${(0,quantity.count)(repeated.length)} shown` }, " beside what is judged"], repeated, WEIGHT.shown));
    return blocks;
}
/** What makes them judged, if nothing but a direction is missing. */
function direction(shown) {
    const [open] = undirected(shown);
    if (open === undefined)
        return [];
    return [
        ", ",
        { code: `overrides: ${overridePattern(open)} => lower` },
        " (or ",
        { code: "higher" },
        ") says which way is better",
    ];
}
/** "Unchanged" is worth as much as what would have been seen. */
function sensitivity(unchanged) {
    const worst = unchanged.reduce((most, { detectable = 0 }) => Math.max(most, detectable), 0);
    return worst > 0 && Number.isFinite(worst)
        ? `, a slowdown of ${formatFraction(worst)} would have been seen in each`
        : "";
}
/** Columns in which no row says anything are left out: they only make the table wider. */
function tableOf(rows, weight) {
    const used = COLUMNS.map((_, at) => rows.some((row) => row[at] !== ""));
    return {
        kind: "table",
        columns: COLUMNS.filter((_, at) => used[at]),
        rows: rows.map((row) => row.filter((_, at) => used[at])),
        noun: "benchmarks",
        weight,
    };
}
function rowOf(comparison, row, sample) {
    const { metric, change, low, high, margin, samples } = comparison;
    const [base, head] = pairedValues(comparison);
    // `allocs/op` stands in the name already.
    const unit = metric.name === metric.unit && !isScaled(metric.unit) ? "" : metric.unit;
    const value = (number) => (number === undefined ? "" : unbroken(formatValue(number, unit)));
    return [
        verdictCell(comparison, row),
        [{ code: titleOf(comparison) }, ...why(comparison, sample)],
        change === undefined ? "" : unbroken(allowed(comparison)),
        value(base),
        value(head),
        // Two lines on a narrow screen.
        [
            ...(low === undefined || high === undefined ? [] : [formatInterval(low, high, margin)]),
            ...(samples === undefined ? [] : [(0,quantity.counted)(samples, sample)]),
        ]
            .filter((text) => text !== "")
            .map(unbroken)
            .join(", "),
    ];
}
/** Rounds that would have to be added without end: another remedy is needed. */
const comparison_table_MOST_ROUNDS = 20;
/** What the numbers do not say: a reason, or what hides in the noise and what would decide it. */
function why({ verdict, metric, reason, margin = 0, detectable = Number.POSITIVE_INFINITY }, sample) {
    if (reason !== undefined)
        return [`: ${reason}`];
    if (verdict !== "inconclusive" || !Number.isFinite(detectable))
        return [];
    const seen = `: noise hides up to ${formatFraction(detectable)}; `;
    const size = metric.better === "higher" ? -Math.log1p(-detectable) : Math.log1p(detectable);
    const limit = Math.log1p(margin);
    // The error goes down with the root of the rounds, from what is hidden now to the margin.
    const times = Math.ceil(((size - limit / 2) / limit) ** 2);
    const wider = [{ code: `margin ${Math.ceil(detectable * 100)} %` }, " in ", { code: "overrides" }];
    return times <= comparison_table_MOST_ROUNDS
        ? [`${seen}${Math.max(2, times)} times the ${sample}s, or `, ...wider, ", would decide"]
        : [`${seen}a steadier machine, or `, ...wider, ", would decide"];
}
/** The red cross, the word, and the number that it is about: bold when it moved. */
function verdictCell({ verdict, change, margin }, { mark, word }) {
    const text = unbroken(`${mark} ${word}`);
    if (change === undefined)
        return text;
    const number = unbroken(formatChange(change, margin));
    return [`${text} `, verdict === "regressed" || verdict === "improved" ? { strong: number } : number];
}
/** Above this a margin is the floor of a benchmark that takes next to nothing, and as a percentage it says nothing. */
const MAX_MARGIN = 10;
/** What the change has to stay within: a noisy metric below the margin, an exact one at it. */
function allowed({ metric, margin, change = 0 }) {
    if (margin === undefined || margin > MAX_MARGIN)
        return "";
    const isExact = metric.judgement === "exact";
    return metric.better === "higher"
        ? `${isExact ? "≥" : ">"} -${formatMargin(margin, change)}`
        : `${isExact ? "≤" : "<"} +${formatMargin(margin, change)}`;
}
/** A number and its unit stay on one line, however narrow the comment is. */
function unbroken(text) {
    return text.replaceAll(" ", "\u00a0");
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/axis.js
/** The widest change shown in either direction, as a logarithm: a factor of 20. */
const MAX_REACH = Math.log(20);
/** Rows that have a change and an interval, or at least one end of it. */
function isPlotted({ verdict, change, low, high }) {
    return PLOTTED.includes(verdict) && change !== undefined && (low !== undefined || high !== undefined);
}
const PLOTTED = ["regressed", "improved", "ok", "inconclusive"];
/** The change of a row that is plotted. An end that is not known is infinite. */
function changeOf({ metric, change = 0, low, high }) {
    const ends = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY].map((end) => costOf(end, metric.better));
    ends.sort((a, b) => a - b);
    return { low: ends[0], estimate: costOf(change, metric.better), high: ends[1] };
}
function costOf(change, better) {
    if (!Number.isFinite(change))
        return better === "higher" ? -change : change;
    const logarithm = Math.log(Math.max(1 + change, 1e-9));
    return better === "higher" ? -logarithm : logarithm;
}
/** How far an axis goes to each side: over the margin and nearly all intervals, without one very wide line squeezing all others. */
function axisReach(rows, margin) {
    const ends = rows.map((row) => {
        const { low, estimate, high } = changeOf(row);
        const widest = Math.max(Math.abs(low), Math.abs(high));
        const size = Math.abs(estimate);
        return Number.isFinite(widest) ? Math.max(size, Math.min(widest, Math.max(3 * size, 6 * margin))) : size;
    });
    const most = ends.reduce((most, end) => Math.max(most, end), Math.log1p(margin) * 1.5);
    return Math.min(MAX_REACH, most * 1.08);
}
/** Factors whose inverses are round enough to be told in percent. */
const FACTORS = [1.5, 2, 3, 5, 10, 20];
/**
 * Ticks on both sides of zero, and zero: round percentages where the axis is nearly linear, else factors and their inverses, since there is no -100 %.
 */
function axisTicks(reach) {
    const most = Math.expm1(reach) * 100;
    const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((each) => most / each <= 3.5);
    const sides = step === undefined
        ? FACTORS.filter((factor) => Math.log(factor) <= reach)
            .slice(-3)
            .flatMap((factor) => [Math.log(factor), -Math.log(factor)])
        : [1, 2, 3].flatMap((k) => [Math.log1p((k * step) / 100), Math.log1p((-k * step) / 100)]);
    return [0, ...sides]
        .filter((at) => Math.abs(at) <= reach * 1.0001)
        .sort((a, b) => a - b)
        .map((at) => ({ at, text: tickText(at) }));
}
function tickText(at) {
    if (at === 0)
        return "0";
    const percent = Math.expm1(at) * 100;
    return `${percent > 0 ? "+" : ""}${Number(percent.toPrecision(2))} %`;
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/forest-plot.js




/** With more rows it is no longer a picture; the most harmful ones stay. */
const MAX_ROWS = 80;
const ROW = 22;
const TOP = 58;
const BOTTOM = 34;
const NAMES = 250;
const PLOT = 420;
const forest_plot_NUMBERS = 190;
const WIDTH = NAMES + PLOT + forest_plot_NUMBERS;
/** The longest name that fits, in characters. */
const NAME_CHARACTERS = 36;
/** Class names of the verdicts; the stylesheet gives them colours in both themes. */
const CLASSES = {
    regressed: "worse",
    improved: "better",
    ok: "same",
    inconclusive: "unknown",
};
/**
 * All changes in one picture: a dot for each benchmark, a line for its interval, a band for the margin, and an arrow where a line goes on. The axis is logarithmic, so a doubling and a
 * halving are equally far from the middle; right is worse, also for rates. Light or dark as the viewer prefers; no script, nothing loaded.
 */
function forestPlot(comparisons, title, margin) {
    const rows = comparisons.filter(isPlotted).slice(0, MAX_ROWS);
    const reach = axisReach(rows, margin);
    const height = TOP + Math.max(1, rows.length) * ROW + BOTTOM;
    const x = (cost) => NAMES + PLOT / 2 + (Math.max(-reach, Math.min(reach, cost)) / reach) * (PLOT / 2);
    const bottom = height - BOTTOM;
    const band = Math.log1p(margin);
    const parts = [
        `<rect class="band" x="${n(x(-band))}" y="${TOP - 6}" width="${n(x(band) - x(-band))}" height="${bottom - TOP + 6}"/>`,
        ...axisTicks(reach).map((tick) => {
            const at = n(x(tick.at));
            return `<line class="grid" x1="${at}" y1="${TOP - 6}" x2="${at}" y2="${bottom}"/><text class="tick" x="${at}" y="${bottom + 16}" text-anchor="middle">${tick.text}</text>`;
        }),
        `<line class="zero" x1="${n(x(0))}" y1="${TOP - 6}" x2="${n(x(0))}" y2="${bottom}"/>`,
        `<text class="tick" x="${NAMES}" y="${TOP - 12}">\u2190 better</text><text class="tick" x="${NAMES + PLOT}" y="${TOP - 12}" text-anchor="end">worse \u2192</text>`,
        `<text class="tick" x="${NAMES + PLOT / 2}" y="${TOP - 12}" text-anchor="middle">margin ± ${formatPercent(margin)}</text>`,
        ...rows.map((row, at) => forest_plot_rowOf(row, TOP + at * ROW + ROW / 2, x, reach)),
        ...(rows.length === 0
            ? [`<text class="tick" x="${WIDTH / 2}" y="${TOP + 14}" text-anchor="middle">nothing to show</text>`]
            : []),
    ];
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
<text class="title" x="12" y="22">${escapeXml(title)}</text>
${parts.join("\n")}
</svg>
`;
}
const STYLE = `
text { font: 12px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 14px; font-weight: 600; } .tick { font-size: 11px; fill: #59636e; }
.page { fill: #ffffff; } .band { fill: #818b98; fill-opacity: .14; } .grid { stroke: #d1d9e0; stroke-width: 1; } .zero { stroke: #59636e; stroke-width: 1; }
.row line { stroke-width: 2; } .row circle { stroke: none; } .number { font-size: 11px; font-variant-numeric: tabular-nums; }
.worse line { stroke: #d1242f; } .worse circle, .worse polygon, .worse .number { fill: #d1242f; }
.better line { stroke: #1a7f37; } .better circle, .better polygon, .better .number { fill: #1a7f37; }
.same line { stroke: #59636e; } .same circle, .same polygon { fill: #59636e; }
.unknown line { stroke: #9a6700; stroke-dasharray: 4 3; } .unknown circle, .unknown polygon, .unknown .number { fill: #9a6700; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .tick { fill: #9198a1; } .page { fill: #0d1117; } .grid { stroke: #3d444d; } .zero { stroke: #9198a1; }
.worse line { stroke: #f85149; } .worse circle, .worse polygon, .worse .number { fill: #f85149; }
.better line { stroke: #3fb950; } .better circle, .better polygon, .better .number { fill: #3fb950; }
.same line { stroke: #9198a1; } .same circle, .same polygon { fill: #9198a1; }
.unknown line { stroke: #d29922; } .unknown circle, .unknown polygon, .unknown .number { fill: #d29922; }
}
`;
function forest_plot_rowOf(comparison, y, x, reach) {
    const { verdict, change = 0, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY, margin } = comparison;
    const name = titleOf(comparison);
    const drawn = changeOf(comparison);
    const numbers = `${formatChange(change, margin)}  ${formatInterval(low, high, margin)}`.trim();
    return `<g class="row ${CLASSES[verdict]}"><title>${escapeXml(`${name}: ${numbers}, ${verdict}`)}</title>
<text x="${NAMES - 10}" y="${y + 4}" text-anchor="end">${escapeXml(shortName(name, NAME_CHARACTERS))}</text>
<line x1="${n(x(drawn.low))}" y1="${y}" x2="${n(x(drawn.high))}" y2="${y}"/>${arrow(drawn.low < -reach, x(-reach), y, -1)}${arrow(drawn.high > reach, x(reach), y, 1)}<circle cx="${n(x(drawn.estimate))}" cy="${y}" r="4.5"/>
<text class="number" x="${NAMES + PLOT + 10}" y="${y + 4}">${escapeXml(numbers)}</text></g>`;
}
/** The line goes on beyond the axis. */
function arrow(isCut, at, y, side) {
    if (!isCut)
        return "";
    const back = n(at - side * 8);
    return `<polygon points="${n(at)},${y} ${back},${y - 4.5} ${back},${y + 4.5}"/>`;
}
function n(value) {
    return String(Math.round(value * 10) / 10);
}
function escapeXml(text) {
    // A title may have been cut in the middle of a character.
    return text
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, "\ufffd")
        .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/forest-text.js





/** With more rows nobody sees a picture; the most harmful ones stay. */
const forest_text_MAX_ROWS = 40;
const forest_text_NAME_CHARACTERS = 22;
/** Columns of the axis to each side of zero. */
const HALF = 24;
/** The forest plot in characters: a summary can hold no picture that is not loaded from somewhere. */
function forestText({ comparisons, rules }) {
    const all = comparisons.filter(isPlotted);
    if (all.length === 0)
        return [];
    const rows = all.slice(0, forest_text_MAX_ROWS);
    const reach = axisReach(rows, rules.margin);
    const margin = Math.max(1, column(Math.log1p(rules.margin), reach));
    const more = all.length > rows.length ? `, the first ${rows.length}` : "";
    return [
        {
            kind: "details",
            summary: [{ strong: "Plot" }, ` of ${(0,quantity.counted)(all.length, "change")}${more}`],
            open: true,
            blocks: [
                {
                    kind: "code",
                    language: "text",
                    text: [
                        `${pad("")} ${heading(rules.margin)}`,
                        ...rows.map((row) => line(row, reach, margin)),
                        `${pad("")} ${scale(reach)}`,
                    ]
                        .map((text) => text.trimEnd())
                        .join("\n"),
                },
            ],
        },
    ];
}
/** `◄ better   ┊ margin 5 % ┊   worse ►` */
function heading(margin) {
    const middle = `┊ margin ${formatPercent(margin)} ┊`;
    const [left, right] = ["◄ better", "worse ►"];
    const room = 2 * HALF + 1 - left.length - right.length - middle.length;
    const before = Math.max(1, Math.floor(room / 2));
    return `${left}${" ".repeat(before)}${middle}${" ".repeat(Math.max(1, room - before))}${right}`;
}
function line(row, reach, margin) {
    const { low, estimate, high } = changeOf(row);
    const cells = Array.from({ length: 2 * HALF + 1 }, (_, at) => {
        const from = at - HALF;
        return from === 0 ? "│" : Math.abs(from) === margin ? "┊" : " ";
    });
    const [start, end] = [column(low, reach), column(high, reach)];
    for (let at = start; at <= end; at++)
        cells[at + HALF] = "─";
    if (low < -reach)
        cells[0] = "◄";
    if (high > reach)
        cells[2 * HALF] = "►";
    cells[column(estimate, reach) + HALF] = "●";
    return `${pad(shortName(titleOf(row), forest_text_NAME_CHARACTERS))} ${cells.join("")} ${formatChange(row.change ?? 0, row.margin)}`;
}
function scale(reach) {
    const cells = Array.from({ length: 2 * HALF + 9 }, () => " ");
    let free = 0;
    for (const { at, text } of axisTicks(reach)) {
        const start = Math.max(0, column(at, reach) + HALF - Math.floor(text.length / 2));
        if (start < free)
            continue;
        for (const [index, character] of [...text].entries())
            cells[start + index] = character;
        free = start + text.length + 1;
    }
    return cells.join("");
}
function column(cost, reach) {
    return Math.round((Math.max(-reach, Math.min(reach, cost)) / reach) * HALF);
}
function pad(name) {
    return name + " ".repeat(Math.max(0, forest_text_NAME_CHARACTERS - [...name].length));
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/geomean-outputs.js

/**
 * What the report says of all noisy metrics together, for machines: the head's cost as a multiple of the base's, with its
 * interval. Without one the mean would say more than is known, so all three are empty; so is an end that is not known.
 */
function geomeanOutputs({ suite }) {
    const { change, low, high } = suite ?? {};
    const none = { geomean: "", "geomean-low": "", "geomean-high": "" };
    if (change === undefined || low === undefined || high === undefined)
        return none;
    const { isOpenBelow, isOpenAbove } = openEnds(low, high);
    if (isOpenBelow && isOpenAbove)
        return none;
    return {
        geomean: factor(change),
        "geomean-low": isOpenBelow ? "" : factor(low),
        "geomean-high": isOpenAbove ? "" : factor(high),
    };
}
const factor = (change) => (1 + change).toFixed(4);

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/method.js






/** How it was measured, so that a reader can tell what to think of it: one line, and the rest folded behind it. */
function method(result) {
    return [
        {
            kind: "details",
            summary: summary(result),
            blocks: [
                {
                    kind: "list",
                    noun: "facts",
                    items: [commits, rounds, method_rules, control, method_mean, values, machine].flatMap((item) => {
                        const line = item(result);
                        return line === undefined ? [] : [line];
                    }),
                },
            ],
        },
    ];
}
function summary({ context, run, files, rules }) {
    const parts = [];
    if (context.base !== undefined && run !== undefined)
        parts.push([{ code: context.base.slice(0, 10) }, " → ", { code: context.head.slice(0, 10) }]);
    if (run !== undefined && run.rounds > 0)
        parts.push([`${(0,quantity.counted)(run.rounds, "round")} in ${formatDuration(run.time.measuring)}`]);
    if (files !== undefined)
        parts.push([`${(0,quantity.counted)(files.base.runs, "run")} against ${files.head.runs}`]);
    parts.push([`margin ${formatPercent(rules.margin)}`]);
    return parts.flatMap((part, at) => (at === 0 ? part : [", ", ...part]));
}
function commits({ context, run }) {
    const { base, head, reason, serverUrl, repository } = context;
    if (base === undefined || run === undefined)
        return undefined;
    return [
        { strong: "Commits" },
        ": ",
        {
            link: {
                text: [{ code: base.slice(0, 10) }, " to ", { code: head.slice(0, 10) }],
                href: `${serverUrl}/${repository}/compare/${base}...${head}`,
            },
        },
        ", ",
        ...(0,prose/* prose */.C)(reason),
    ];
}
function rounds({ run }) {
    if (run === undefined || run.rounds === 0)
        return undefined;
    const { build, measuring, inBenchmarks } = run.time;
    return [
        { strong: "Rounds" },
        `: ${(0,quantity.counted)(run.rounds, "round")}${run.maxRounds < MOST_ROUNDS ? ` of at most ${run.maxRounds}` : ""} in ${formatDuration(measuring)} (${formatDuration(inBenchmarks)} in benchmarks)`,
        build > 1000 ? `, after ${formatDuration(build)} of building` : "",
        "; base and head took turns in an order drawn anew for each round",
    ];
}
function method_rules({ rules: { margin, exactMargin, floor, alpha } }) {
    return [
        { strong: "Rules" },
        `: margin ${formatPercent(margin)}, exact metrics ${formatPercent(exactMargin)}, floor ${formatValue(floor, "ns")}; at most ${formatPercent(alpha)} of runs call a slowdown of half the margin or less a regression`,
    ];
}
function control({ control, run, rules }) {
    const says = (text) => [{ strong: "Null control" }, `: ${text}`];
    if (run === undefined)
        return undefined;
    if (!run.nullControl)
        return says("off");
    if (control.state === "moved")
        return says("the base against itself moved");
    if (control.state === "off")
        return undefined;
    const { noise = Number.POSITIVE_INFINITY } = control;
    if (noise > rules.margin) {
        const size = Number.isFinite(noise) ? `up to ${formatFraction(noise)}` : "changes of any size";
        return says(`it could not tell whether the base moved against itself: the noise hides ${size}`);
    }
    return says(`the base against itself did not move (± ${formatFraction(noise)} at most)`);
}
/** The mean without its interval would say more than is known. */
function method_mean({ suite }) {
    if (suite?.change === undefined || suite.low === undefined || suite.high === undefined)
        return undefined;
    const { metrics, change, low, high, margin } = suite;
    const interval = formatInterval(low, high, margin);
    if (interval === "")
        return undefined;
    return [
        { strong: `All ${metrics} noisy metrics together` },
        `: ${formatChange(change, margin)} ${interval} (geometric mean, above 0 is worse)`,
    ];
}
/** The medians of all runs need not stand in the ratio of the rounds. */
function values({ comparisons, run }) {
    if (!comparisons.some(({ change, metric }) => change !== undefined && metric.judgement === "timed"))
        return undefined;
    const from = run === undefined ? "pairs of runs" : "each round";
    return [
        { strong: "Base and head" },
        `: medians of all runs, moved to fit the change beside them, which is estimated from ${from}`,
    ];
}
/** Result files were measured on some other machine. */
function machine({ machine, run }) {
    if (run === undefined)
        return undefined;
    return [
        { strong: "Machine" },
        ": ",
        { code: machine.cpu },
        `, ${(0,quantity.counted)(machine.cores, "core")}, load ${machine.load} at the start`,
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/rendering/trend-chart.js
/** The default branch's times on this kind of machine and the head behind them, as a chart that GitHub draws. */
function trendChart({ trend = [] }) {
    if (trend.length === 0)
        return [];
    const values = trend.map(({ index }) => index);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const room = Math.max(1, (most - least) * 0.1);
    const labels = trend.map(({ sha }) => `"${sha.slice(0, 7)}"`);
    return [
        {
            kind: "details",
            summary: [{ strong: "Trend" }, ` of ${trend.length} commits on this kind of processor`],
            open: true,
            blocks: [
                {
                    kind: "code",
                    language: "mermaid",
                    text: [
                        "xychart-beta",
                        '  title "Time of the default branch, then of this change (geometric mean, 100 = first)"',
                        `  x-axis [${labels.join(", ")}]`,
                        `  y-axis "index" ${(least - room).toFixed(2)} --> ${(most + room).toFixed(2)}`,
                        `  line [${values.map((value) => value.toFixed(2)).join(", ")}]`,
                    ].join("\n"),
                },
            ],
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/render.js









/** The program's output is what explains a crash: rows of tables are cut before it. */
const OUTPUT_WEIGHT = 1;
/** A result in words, tables and pictures. Pure: the same result gives the same bytes. */
function render(result) {
    const title = result.name === "" ? "Benchmarks" : `Benchmarks: ${result.name}`;
    const opening = [...alerts(result), ...problemOutput(result), ...comparisonTables(result)];
    const closing = [...notes(result), ...method(result)];
    return {
        title,
        comment: [...opening, ...closing],
        summary: [...opening, ...forestText(result), ...trendChart(result), ...closing],
        annotations: annotations(result),
        outputs: {
            verdict: result.verdict,
            outcome: result.outcome,
            regressed: String(result.counts.regressed),
            improved: String(result.counts.improved),
            inconclusive: String(result.counts.inconclusive),
            ...geomeanOutputs(result),
        },
        files: [
            { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
            {
                name: "changes.svg",
                content: forestPlot(result.comparisons, `${title}: head against base`, result.rules.margin),
                output: "chart-file",
            },
        ],
    };
}
function problemOutput({ problem }) {
    if (problem?.output === undefined)
        return [];
    return [
        {
            kind: "details",
            summary: { strong: "The end of its output" },
            open: true,
            blocks: [{ kind: "code", text: problem.output, weight: OUTPUT_WEIGHT }],
        },
    ];
}
function notes({ notes }) {
    return notes.length === 0 ? [] : [{ kind: "list", items: notes.map(prose/* prose */.C), noun: "notes" }];
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/main.js






const benchCompare = {
    name: "bench-compare",
    title: "Benchmarks",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    render: render,
    publication: ({ name, token, comment }) => ({ name, token, comment }),
    conclude: conclude,
    post: post,
};


/***/ })

};
