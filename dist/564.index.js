export const id = 564;
export const ids = [564];
export const modules = {

/***/ 8564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smokeTest: () => (/* binding */ smokeTest)
});

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/body-text.js
var body_text = __webpack_require__(2879);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/judge-answer.js + 2 modules
var judge_answer = __webpack_require__(6036);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/judge-version.js
var judge_version = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/outcome.js
/**
 * Whether the other side was there at all: without any contact, the fault may be the runner's own. An address that is
 * refused is no fault of the runner's.
 */
function isContact(outcome) {
    if (outcome.kind === "answer")
        return true;
    switch (outcome.failure) {
        case "name":
        case "unreachable":
            return false;
        case "timeout":
            return outcome.phase !== "lookup" && outcome.phase !== "connect";
        default:
            return true;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/round.js
/** Whether nothing that counts is wrong with it. */
function holds({ problems }) {
    return problems.every(({ isWarning }) => isWarning);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/judge-round.js





/** Code points of a body that a report may show. */
const EXCERPT_CHARACTERS = 300;
const DAY = 86_400_000;
/** Judges each outcome, and keeps what a report needs of it: bodies of a mebibyte are let go. Pure. */
function judgeRound(checks, { at, end, observations }, context) {
    return {
        at,
        end,
        observations: observations.map(({ check, address, outcome }) => ({
            check,
            address: outcome.address ?? address ?? null,
            ...judgeOutcome(checks[check], outcome, context),
        })),
    };
}
function judgeOutcome(check, outcome, context) {
    const problems = (0,judge_answer/* judgeAnswer */._)(check, outcome, context);
    const common = { problems, timing: outcome.timing, isContact: isContact(outcome) };
    if (outcome.kind === "failure")
        return {
            ...common,
            status: null,
            version: null,
            tlsDays: null,
            certificate: null,
            contentType: null,
            excerpt: null,
            retryAfter: null,
        };
    const { certificate, headers, status } = outcome;
    const type = headers["content-type"];
    const text = (0,body_text/* bodyText */.G)(outcome.body, type);
    const place = check.expect.version;
    return {
        ...common,
        status,
        version: place === undefined ? null : ((0,judge_version/* versionOf */.E)(place, outcome, text) ?? null),
        tlsDays: certificate === undefined ? null : Math.floor((certificate.notAfter - context.now) / DAY),
        certificate: certificate === undefined ? null : `${certificate.subject}, issued by ${certificate.issuer}`,
        contentType: type ?? null,
        excerpt: holds({ problems }) ? null : excerptOf(text),
        retryAfter: retryAfterOf(outcome, context.now),
    };
}
function excerptOf(text) {
    const points = [...text.slice(0, EXCERPT_CHARACTERS * 2 + 2)];
    return points.length > EXCERPT_CHARACTERS ? `${points.slice(0, EXCERPT_CHARACTERS).join("")}…` : text;
}
/** RFC 9110, 10.2.3: seconds or a date. It counts only where the service says that it is busy. */
function retryAfterOf({ status, headers }, now) {
    const value = headers["retry-after"];
    if (value === undefined || (status !== 429 && status !== 503))
        return null;
    if (/^\d{1,9}$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/standing.js

/** How each check stands, in their order. A round that did not ask a check ends its row: nothing asked is never a pass. Pure. */
function standings(checks, rounds) {
    return checks.map(({ passes }, check) => {
        let passed = 0;
        let since;
        for (let at = rounds.length - 1; at >= 0 && passedChecks(rounds[at]).has(check); at--) {
            passed++;
            since = rounds[at].end;
        }
        return { passed, isHeld: passed >= passes && passed > 0, since };
    });
}
/** Of rounds that were looked at before: an hour of rounds is looked at after each of them. */
const known = new WeakMap();
/** The checks that passed on every address that they were asked on. */
function passedChecks(round) {
    const before = known.get(round);
    if (before !== undefined)
        return before;
    const passed = new Set(round.observations.map(({ check }) => check));
    for (const observation of round.observations)
        if (!holds(observation))
            passed.delete(observation.check);
    known.set(round, passed);
    return passed;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/course.js



/** Each round with a failure makes the next pause longer, up to this many intervals. */
const MAX_BACK_OFF = 5;
const BACK_OFF = 1.5;
/** A service that asks for more is asked all the same: the deadline is ours. */
const MAX_RETRY_AFTER = 30_000;
/** Of the time that is left no wait takes more than this part, or the first one could be the last. */
const MIN_QUESTIONS = 4;
/** A name that does not resolve may be one that has just been made. */
const NAME_PATIENCE = 60_000;
/**
 * Decides after each round whether to ask again, and when. Pure but for what it remembers: the same rounds give the same
 * course.
 */
class Course {
    #checks;
    #rules;
    #rounds = [];
    /** Checks that had contact with the other side. */
    #met = new Set();
    #pause;
    #next = 0;
    #end;
    constructor(checks, rules) {
        this.#checks = checks;
        this.#rules = rules;
        this.#pause = rules.interval;
    }
    /** When the next round begins, milliseconds since the start; undefined when the course is over. */
    get next() {
        return this.#next;
    }
    /** Undefined while it goes on. */
    get end() {
        return this.#end;
    }
    get rounds() {
        return this.#rounds;
    }
    /** Judges a round. @returns what is kept of it. */
    add(round) {
        const now = this.#rules.started + round.end;
        const judged = judgeRound(this.#checks, round, { version: this.#rules.version, now });
        this.#rounds.push(judged);
        for (const { check, isContact } of judged.observations)
            if (isContact)
                this.#met.add(check);
        this.#next = this.#after(judged);
        return judged;
    }
    #after(round) {
        const { deadline, interval } = this.#rules;
        if (isHeld(this.#checks, this.#rounds))
            return this.#over("held");
        if (isHopeless(this.#checks, round, this.#met))
            return this.#over("hopeless");
        const required = round.observations.filter(({ check }) => this.#checks[check]?.optional === false);
        this.#pause = required.every(holds) ? interval : Math.min(this.#pause * BACK_OFF, interval * MAX_BACK_OFF);
        const patience = Math.min(MAX_RETRY_AFTER, (deadline - round.end) / MIN_QUESTIONS);
        const asked = Math.min(patience, Math.max(0, ...required.map(({ retryAfter }) => retryAfter ?? 0)));
        const next = Math.max(round.at + this.#pause, round.end, asked > 0 ? round.end + asked : 0);
        return next < deadline ? next : this.#over("deadline");
    }
    #over(end) {
        this.#end = end;
        return undefined;
    }
}
/** Whether all checks that count hold their passes together, after the same round. Pure. */
function isHeld(checks, rounds) {
    const standing = standings(checks, rounds);
    const required = standing.filter((_, at) => !checks[at].optional);
    return required.length > 0 && required.every((one) => one.isHeld);
}
/**
 * Whether a round has a fault of a check that counts which no waiting mends. Pure.
 *
 * @param met checks that had contact before: a name that was known is a resolver that stumbles.
 */
function isHopeless(checks, { observations, end }, met) {
    return observations
        .filter(({ check }) => checks[check]?.optional === false)
        .some(({ check, problems }) => problems.some(({ isWarning, retry }) => {
        if (isWarning || retry === "later")
            return false;
        return retry === "never" || (end >= NAME_PATIENCE && !met.has(check));
    }));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/context.js
var context = __webpack_require__(7984);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/yaml.js
var yaml = __webpack_require__(2149);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/shown.js
var shown = __webpack_require__(2986);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/check-fields.js + 6 modules
var check_fields = __webpack_require__(8825);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/check-line.js
var check_line = __webpack_require__(8176);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/scalar.js
var scalar = __webpack_require__(6793);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/checks/grammar/read-checks.js






const MAX_CHECKS = 100;
/**
 * Reads a list of checks: YAML (a list, or a map with the key `checks`), or one check a line. Blank lines and lines that
 * begin with `#` do not count. A list without a check is a problem. Pure.
 */
function readChecks(written, defaults) {
    const text = written.replace(/^\ufeff/, "");
    const problems = [];
    const checks = isYaml(text) ? yamlChecks(text, defaults, problems) : lineChecks(text, defaults, problems);
    if (checks.length === 0 && problems.length === 0)
        problems.push("it has no checks, so nothing would be judged; write one a line, such as `https://example.com/health`");
    if (checks.length > MAX_CHECKS)
        problems.push(`it has ${checks.length} checks; at most ${MAX_CHECKS} are asked`);
    const sound = checks.filter((check) => check !== undefined);
    const named = nameChecks(sound, problems);
    if (problems.length === 0 && named.every(({ optional }) => optional))
        problems.push("all checks are optional, so nothing would be judged; leave out one `optional`");
    return { checks: named, problems };
}
/** A line of the short form begins with an address or a method. */
function isYaml(text) {
    const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !/^\s*(?:#|---)/.test(line));
    return first !== undefined && /^\s*(?:-\s|-$|[[{]|(?!https?:)[\w-]+:(?:\s|$))/.test(first);
}
function lineChecks(text, defaults, problems) {
    return text.split(/\r?\n/).flatMap((line, at) => {
        const trimmed = line.trim();
        if (trimmed === "" || trimmed.startsWith("#"))
            return [];
        return [readLine(trimmed, defaults, (problem) => problems.push(`line ${at + 1}: ${problem}`))];
    });
}
function readLine(line, defaults, report) {
    try {
        return (0,check_fields/* readCheck */.j)((0,check_line/* readCheckLine */.z)(line), defaults, (_, __, problem) => report(problem));
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        report(`it ${error.message}`);
        return undefined;
    }
}
function yamlChecks(text, defaults, problems) {
    let document;
    try {
        document = (0,yaml.parseYaml)(text);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        const line = "line" in error ? `line ${error.line}: ` : "";
        problems.push(`${line}it ${error.message}`);
        return [];
    }
    const list = listOf(document.value, problems);
    return list.map((item, at) => {
        const line = document.lineOf(list, at);
        const report = (problem, where = line) => problems.push(where === undefined ? problem : `line ${where}: ${problem}`);
        if (typeof item === "string")
            return readLine(item, defaults, report);
        if (typeof item !== "object" || item === null || Array.isArray(item)) {
            report(`a check is ${(0,scalar/* described */.WY)(item)}, and a map or an address is needed`);
            return undefined;
        }
        return (0,check_fields/* readCheck */.j)(item, defaults, (container, key, problem) => report(problem, document.lineOf(container, key) ?? line));
    });
}
function listOf(value, problems) {
    if (Array.isArray(value))
        return value;
    const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
    if (keys.length === 1 && keys[0] === "checks")
        return listOf(value.checks, problems);
    if (keys.length > 0)
        problems.push(`it has the keys ${(0,shown/* shown */.S)(keys.join(", "))}; write a list of checks, or the key \`checks\` alone`);
    else if (value !== null)
        problems.push(`it is ${(0,scalar/* described */.WY)(value)}, and a list of checks is needed`);
    return [];
}
/** The names of a report's rows: as written, else method and path, and the host where another check has the same. */
function nameChecks(checks, problems) {
    const short = checks.map((check) => check.name ?? `${check.method} ${pathOf(check.url)}`);
    const long = checks.map((check, at) => {
        if (check.name !== undefined || short.filter((name) => name === short[at]).length === 1)
            return short[at];
        return `${check.method} ${new URL(check.url).host}${pathOf(check.url)}`;
    });
    const seen = new Map();
    return checks.map((check, at) => {
        const name = long[at];
        const count = (seen.get(name) ?? 0) + 1;
        seen.set(name, count);
        if (count > 1 && check.name !== undefined)
            problems.push(`two checks have the name ${(0,shown/* shown */.S)(name)}`);
        return { ...check, name: count === 1 ? name : `${name} (${count})` };
    });
}
/** Without the query, which may hold anything. */
function pathOf(url) {
    return new URL(url).pathname;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rules/certificate-problem.js
/**
 * A bound for certificates beside addresses that have none would judge nothing. @returns the end of a sentence about the
 * input `tls-days`.
 */
function certificateProblem(checks, { expect }) {
    if (expect?.tlsDays === undefined)
        return undefined;
    if (checks.some(({ url, optional }) => url.startsWith("https:") && !optional))
        return undefined;
    return "is set, and no check that counts asks over https: no certificate would be judged; write `https://`, or leave it out";
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rules/version-problem.js
/**
 * A version that no check looks for would be a pass of the old one, and a check cannot look for a version that nobody
 * names. @returns the end of a sentence about the input `version`.
 */
function versionProblem(checks, version) {
    const asserting = checks.filter(({ expect }) => expect.version !== undefined);
    if (version === undefined)
        return asserting.length === 0
            ? undefined
            : `is empty, and the check \`${asserting[0].name}\` asserts a version; write, for example, \`\${{ github.sha }}\``;
    return asserting.some(({ optional }) => !optional)
        ? undefined
        : "is set, and no check that counts looks for it; say where the service shows it, for example `version-at: $.commit`, or `version: $.commit` under `expect`";
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/gathering/file-checks.js







const MAX_BYTES = 400_000;
/**
 * The checks of a file of the repository. In a run of a pull request the file is the change's own: it could ask for less,
 * or send credentials anywhere.
 *
 * @throws UserError
 */
function fileChecks({ defaults, version, deadline, interval }, path, io) {
    if (io.event().pullRequest !== undefined || io.event().followedRun !== undefined)
        throw new user_error/* UserError */.y(`input \`checks-file\`: a pull request could change ${path} and so its own checks; write them into the input \`checks\``);
    const file = (0,external_node_path_.resolve)(io.workspace, path);
    if (!(0,external_node_fs_.existsSync)(file))
        throw new user_error/* UserError */.y(`input \`checks-file\` is \`${path}\`, which is not in the workspace; does actions/checkout run before this step?`);
    const bytes = (0,file_content/* withFile */.D4)(file, ({ size, head }) => {
        if (size > MAX_BYTES)
            throw new user_error/* UserError */.y(`${path} has ${size} bytes; a list of checks has at most ${MAX_BYTES}`);
        return head(size);
    });
    const { checks, problems } = readChecks(new TextDecoder().decode(bytes), defaults);
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems.map((problem) => `${path}: ${problem}`));
    const versions = versionProblem(checks, version);
    if (versions !== undefined)
        throw new user_error/* UserError */.y(`input \`version\` ${versions}`);
    const certificates = certificateProblem(checks, defaults);
    if (certificates !== undefined)
        throw new user_error/* UserError */.y(`input \`tls-days\` ${certificates}`);
    const most = Math.max(...checks.map(({ passes }) => passes));
    if ((most - 1) * interval >= deadline)
        throw new user_error/* UserError */.y(`${path}: ${most} passes with ${interval} ms between them do not fit into the \`deadline\` of ${deadline} ms; raise it, or lower \`passes\``);
    return checks;
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/references.js
var references = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var runner_environment = __webpack_require__(1934);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/run-secrets.js
var run_secrets = __webpack_require__(1818);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/gathering/filled-checks.js




/**
 * The checks with their credentials, which are masked before anything is asked.
 *
 * @throws UserErrors for variables that are empty: a check without its credential would judge the login page.
 */
function filledChecks(checks, { environment, event, log }) {
    const { checks: filled, values, missing } = (0,references/* fillReferences */.k)(checks, environment);
    for (const value of values)
        log.mask(value);
    if (missing.length === 0)
        return filled;
    const why = (0,run_secrets.missingSecrets)(event(), (0,runner_environment.runActor)(environment));
    throw new user_error/* UserErrors */.t(missing.map(({ problem }) => why === undefined ? `${problem}; set it in \`env\` of the step` : `${problem}: ${why}`));
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rules/every-host.js
/** In `addresses`, stands for the host of every check. */
const EVERY_HOST = "*";

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/gathering/pins-of.js


/** A round asks each check on each of its addresses. */
const MAX_QUESTIONS = 1000;
/**
 * The addresses of each host that a check asks. Those for every check are added to the hosts that have none of their
 * own.
 *
 * @throws UserErrors for a host that no check asks: its addresses would look tested.
 */
function pinsOf(checks, written) {
    const urls = checks.map(({ url }) => new URL(url));
    const hosts = new Set(urls.flatMap(({ host, hostname }) => [host, hostname]));
    const unknown = [...written.keys()].filter((host) => host !== EVERY_HOST && !hosts.has(host));
    if (unknown.length > 0)
        throw new user_error/* UserErrors */.t(unknown.map((host) => `input \`addresses\`: no check asks the host \`${host}\``));
    const common = written.get(EVERY_HOST);
    const pins = new Map([...written].filter(([host]) => host !== EVERY_HOST));
    if (common !== undefined)
        for (const { host, hostname } of urls)
            if (!written.has(host) && !written.has(hostname))
                pins.set(host, common);
    const questions = urls.reduce((sum, { host, hostname }) => sum + (pins.get(host) ?? pins.get(hostname) ?? [""]).length, 0);
    if (questions > MAX_QUESTIONS)
        throw new user_error/* UserErrors */.t([
            `${checks.length} checks on their \`addresses\` are ${questions} requests a round; at most ${MAX_QUESTIONS} are sent`,
        ]);
    const named = [...pins].map(([host, addresses]) => `\`${host}\` is asked at ${addresses.join(", ")}`);
    return { pins, notes: named.length === 0 ? [] : [`Addresses were given: ${named.join("; ")}.`] };
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/wording/time.js
/** `320 ms`, `4.2 s`, `65 s`: rounded up, so that no limit looks kept that was not. */
function time(milliseconds) {
    return milliseconds < 1000 ? `${Math.ceil(milliseconds)} ms` : seconds(milliseconds);
}
/** `0.3 s`, `14.2 s`. */
function seconds(milliseconds) {
    const tenths = Math.ceil(milliseconds / 100);
    return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/gathering/round-line.js


/** Names and problems of one line; a live log is no report. */
const MAX_NAMED = 3;
/** What a round found, for the live log: `14.2 s  2 of 3 pass; GET /health: the status is 503, not 200 to 299`. Pure. */
function roundLine(checks, { end, observations }) {
    const failing = observations.filter((observation) => !holds(observation));
    const asked = observations.length;
    const words = asked === 0
        ? "nothing was asked"
        : failing.length === 0
            ? `all ${asked} pass`
            : `${asked - failing.length} of ${asked} pass`;
    const named = failing.slice(0, MAX_NAMED).map(({ check, address, problems }) => {
        const where = address === null ? "" : ` on ${address}`;
        return `${checks[check].name}${where}: ${problems.find(({ isWarning }) => !isWarning).message.replaceAll("`", "")}`;
    });
    const more = failing.length > MAX_NAMED ? [`and ${failing.length - MAX_NAMED} more`] : [];
    return `${seconds(end).padStart(7)}  ${[words, ...named, ...more].join("; ")}`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/blob-storage/in-parallel.js
var in_parallel = __webpack_require__(5959);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/addresses.js
var addresses = __webpack_require__(8661);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/probe.js + 7 modules
var probe = __webpack_require__(4482);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/probing/question.js
/** Bytes of a body that are read: nobody asserts more of a health page. */
const MAX_BODY_BYTES = 1_048_576;
/** Bytes of all bodies of a round, which are in memory at the same time. */
const MAX_ROUND_BYTES = 128 * MAX_BODY_BYTES;
/** The request for a question that has as many milliseconds left, among as many others. Pure. */
function requestFor(check, { address }, { family, certificateAuthority, allowsMetadata }, { left, questions }) {
    const { method, url, headers, body, timeout, redirect } = check;
    return {
        method,
        url: new URL(url),
        headers: uncached(headers),
        body,
        address,
        family,
        timeout: Math.max(0, Math.min(timeout, left)),
        maxBodyBytes: Math.min(MAX_BODY_BYTES, Math.floor(MAX_ROUND_BYTES / questions)),
        redirect,
        certificateAuthority,
        allowsMetadata,
    };
}
/** What a cache before the service still has says nothing of the service. Pure. */
function uncached(headers) {
    const isSaid = headers.some(([name]) => /^(?:cache-control|pragma)$/i.test(name));
    return isSaid ? headers : [...headers, ["cache-control", "no-cache"]];
}
/** Says of a request that got less time than its own why it was so short. Pure. */
function withReason(failure, own, given) {
    if (failure.failure !== "timeout" || given >= own)
        return failure;
    return { ...failure, message: `${failure.message}, when the deadline was over` };
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/probing/questions.js

/**
 * The questions of a round. Where each address of a name is to be asked, the name is looked up anew; a name that is not
 * found is the outcome of its checks.
 *
 * @param left milliseconds for the lookups.
 */
async function questionsOf({ checks, pins, eachAddress, family }, lookup, left) {
    const known = new Map();
    const lookUp = (check, url) => {
        const found = known.get(url.hostname) ?? lookup(url, family, Math.min(check.timeout, left));
        known.set(url.hostname, found);
        return found;
    };
    const asked = checks.map(async (check, at) => {
        const url = new URL(check.url);
        const pinned = pins.get(url.host.toLowerCase()) ?? pins.get(url.hostname.toLowerCase());
        const addresses = pinned ?? (eachAddress ? await lookUp(check, url) : [undefined]);
        if ("kind" in addresses)
            return { check: at, address: undefined, outcome: withReason(addresses, check.timeout, left) };
        return addresses.map((address) => ({ check: at, address }));
    });
    const all = await Promise.all(asked);
    return {
        questions: all.flatMap((one) => ("outcome" in one ? [] : one)),
        unasked: all.flatMap((one) => ("outcome" in one ? one : [])),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/probing/round.js





/** Connections that are open at the same time. */
const MAX_PARALLEL = 32;
/** Asks everything once, in the order of the list. @param left milliseconds until the deadline. */
async function askAll(probing, left) {
    const { questions, unasked } = await questionsOf(probing, addresses/* addressesOf */.s, left());
    const asked = [];
    await (0,in_parallel.inParallel)([...questions.entries()], MAX_PARALLEL, undefined, async ([at, question], signal) => {
        const check = probing.checks[question.check];
        const request = requestFor(check, question, probing, { left: left(), questions: questions.length });
        const outcome = await (0,probe/* probe */.d)(request, signal);
        const shown = outcome.kind === "failure" ? withReason(outcome, check.timeout, request.timeout) : outcome;
        asked[at] = { ...question, outcome: shown };
    });
    return [...asked, ...unasked].sort((a, b) => a.check - b.check);
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/probing/rounds.js


/** Milliseconds before the deadline that the last round gets at least; of a short deadline a tenth. */
const LAST_ROUND = 1000;
/** When the last round begins at the latest, milliseconds since the start: one at the deadline would have no time. Pure. */
function latestStart(deadline) {
    return Math.max(0, deadline - Math.min(LAST_ROUND, deadline / 10));
}
/**
 * Asks in rounds as the course says, until the deadline by the clock of the machine. The first round is asked whatever
 * the deadline is: nothing asked is nothing known.
 */
async function askInRounds(probing, course) {
    const start = performance.now();
    const elapsed = () => performance.now() - start;
    const left = () => probing.deadline - elapsed();
    const latest = latestStart(probing.deadline);
    for (let at = elapsed();; at = elapsed()) {
        const observations = await askAll(probing, left);
        course.add({ at, end: elapsed(), observations });
        const { next } = course;
        if (next === undefined || elapsed() >= latest)
            return;
        await (0,wait.wait)(Math.max(0, Math.min(next, latest) - elapsed()));
    }
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/collect.js







/** Asks every check in rounds, until they hold together or the deadline is over. */
async function collect(inputs, io) {
    const event = io.event();
    const checks = inputs.source.kind === "file" ? fileChecks(inputs, inputs.source.path, io) : inputs.source.checks;
    const { pins, notes } = pinsOf(checks, inputs.pins);
    const probing = { ...inputs, pins, checks: filledChecks(checks, io) };
    const started = Date.now();
    const course = new Course(checks, { ...inputs, started });
    await io.log.group(`Asking ${named(checks)}`, () => askInRounds(probing, {
        get next() {
            return course.next;
        },
        add: (round) => io.log.info(roundLine(checks, course.add(round))),
    }));
    return {
        context: (0,context.contextOf)(event),
        checks,
        rounds: course.rounds,
        end: course.end ?? "deadline",
        started,
        duration: course.rounds.at(-1)?.end ?? 0,
        notes,
    };
}
function named(checks) {
    return checks.length === 1 ? checks[0].name : `${checks.length} checks`;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/judging/check-result.js

/** What became of one check over all rounds. Pure. */
function checkResult(check, at, standing, rounds) {
    const own = rounds.map(({ end, observations }) => ({ end, seen: observations.filter((one) => one.check === at) }));
    const history = own.map(({ seen }) => roundState(seen));
    const all = own.flatMap(({ seen }) => seen);
    const last = own.at(-1)?.seen ?? [];
    const neverMet = history.every((state) => state === "no-contact" || state === "not-asked");
    const state = standing.isHeld ? "passed" : neverMet ? "inconclusive" : "failed";
    return {
        name: check.name,
        method: check.method,
        url: withoutQuery(check.url),
        optional: check.optional,
        state,
        passes: { held: Math.min(standing.passed, check.passes), asked: check.passes },
        reason: state === "passed" ? null : reasonOf(last, standing, check),
        history,
        firstPass: own[history.indexOf("passed")]?.end ?? null,
        requests: all.length,
        latency: latencyOf(all.filter(({ status }) => status !== null).map(({ timing }) => timing.total)),
        versions: versionsOf(own),
        last: last.map(answerResult),
    };
}
function roundState(seen) {
    if (seen.length === 0)
        return "not-asked";
    if (seen.every(holds))
        return "passed";
    return seen.some(({ isContact }) => isContact) ? "failed" : "no-contact";
}
/** Addresses that a sentence names. */
const check_result_MAX_NAMED = 2;
/** The first problem of the last round, and on how many addresses. */
function reasonOf(last, { passed }, check) {
    const failing = last.filter((observation) => !holds(observation));
    const [first] = failing;
    if (first !== undefined) {
        const { message } = first.problems.find(({ isWarning }) => !isWarning);
        return last.length > 1 ? `${placeOf(failing, last.length)}: ${message}` : message;
    }
    return last.length === 0
        ? "it was not asked"
        : `it passed ${passed} of ${check.passes} times in a row when the deadline was over`;
}
/** `on 192.0.2.1 and 192.0.2.2 (2 of 3 addresses)`. */
function placeOf(failing, all) {
    const named = failing.flatMap(({ address }) => (address === null ? [] : [`\`${address}\``]));
    if (failing.length === all || named.length !== failing.length || named.length > check_result_MAX_NAMED)
        return `on ${failing.length} of ${all} addresses`;
    return `on ${named.join(" and ")} (${failing.length} of ${all} addresses)`;
}
function latencyOf(totals) {
    if (totals.length === 0)
        return null;
    const sorted = totals.toSorted((a, b) => a - b);
    return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}
/** `old until 14.2 s, new from 14.9 s`: each version with the first and the last time that it was seen. */
function versionsOf(rounds) {
    const times = new Map();
    for (const { end, seen } of rounds)
        for (const { version } of seen) {
            if (version === null)
                continue;
            const known = times.get(version);
            if (known === undefined)
                times.set(version, { from: end, until: end });
            else
                known.until = end;
        }
    return [...times].map(([version, { from, until }]) => ({ version, from, until }));
}
function answerResult(observation) {
    const { address, status, timing, problems, version, tlsDays, certificate, contentType, excerpt } = observation;
    const { lookup = null, connect = null, tls = null, firstByte = null, total } = timing;
    return {
        address,
        status,
        timing: { lookup, connect, tls, firstByte, total },
        problems: problems.map(({ kind, message, isWarning }) => ({ kind, message, warning: isWarning })),
        version,
        tlsDays,
        certificate,
        contentType,
        excerpt,
    };
}
function withoutQuery(written) {
    const url = new URL(written);
    return `${url.origin}${url.pathname}`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/version-match.js
var version_match = __webpack_require__(5871);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/wording/short-version.js

/** Of a commit as much as people read; any other version whole. */
function shortVersion(version) {
    return (0,version_match/* isCommit */.W)(version) ? version.slice(0, 10) : version;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/judging/headline.js




/** The verdict in words, one line of plain text. Pure. */
function headlineOf(judged) {
    const { verdict, checks, duration } = judged;
    const required = checks.filter(({ optional }) => !optional);
    const failing = required.filter(({ state }) => state !== "passed");
    if (verdict === "broken")
        return "Nothing was asked";
    if (verdict === "inconclusive")
        return `No contact within ${seconds(duration)}, so nothing is known of the service: ${namedReason(failing[0])}`;
    if (verdict === "pass")
        return passing(judged, required);
    const which = required.length === 1
        ? "The check fails"
        : `${failing.length} of ${required.length} checks ${failing.length === 1 ? "fails" : "fail"}`;
    const more = failing.length > 1 ? `, and ${failing.length - 1} more` : "";
    const when = judged.end === "hopeless" ? "; no waiting would mend it" : `, after ${seconds(duration)}`;
    return `${which}${when}: ${namedReason(failing[0])}${more}`;
}
function passing({ timeToHealthy, version, checks }, required) {
    const passes = Math.min(...required.map(({ passes: { asked } }) => asked));
    const times = passes === 1 ? "" : `, ${passes} times in a row`;
    const words = required.length === 1 ? `The check passes${times}` : `All ${required.length} checks pass${times}`;
    const healthy = timeToHealthy === null ? "" : `; healthy after ${seconds(timeToHealthy)}`;
    const runs = version === null ? "" : `; version ${plain(shortVersion(version), 40)} is served`;
    const optional = checks.filter((check) => check.optional && check.state !== "passed").length;
    const besides = optional === 0 ? "" : `; ${(0,quantity.counted)(optional, "optional check")} ${optional === 1 ? "fails" : "fail"}`;
    return `${words}${healthy}${runs}${besides}`;
}
function namedReason({ name, reason }) {
    return `${plain(name, 80)}: ${plain(reason ?? "", 200)}`;
}
/** Untrusted text without the marks of code, on one line, and not endless. */
function plain(text, characters) {
    const line = (0,report_escape/* revealInvisible */.hR)(text.replaceAll("`", "").replace(/\s+/g, " ").trim());
    return line.length > characters ? `${line.slice(0, characters - 3)}...` : line;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/result.js
const RESULT_SCHEMA = "jessy-actions/smoke-test/v1";

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/evaluate.js





/** The whole decision, from what was answered alone. Pure. */
function evaluate(inputs, facts) {
    const { checks, rounds, context, duration, started, notes, end } = facts;
    const standing = standings(checks, rounds);
    const results = checks.map((check, at) => checkResult(check, at, standing[at], rounds));
    const holds = isHeld(checks, rounds);
    const verdict = verdictOf(results, holds);
    const judged = {
        verdict,
        end,
        duration,
        deadline: inputs.deadline,
        timeToHealthy: holds
            ? Math.max(...standing.flatMap(({ since }, at) => (checks[at].optional ? [] : (since ?? []))))
            : null,
        version: inputs.version ?? null,
        servedVersions: [...new Set(results.flatMap(({ last }) => last.flatMap(({ version }) => version ?? [])))],
        checks: results,
    };
    return {
        schema: RESULT_SCHEMA,
        name: inputs.name,
        fails: verdict !== "pass" && !(verdict === "inconclusive" && inputs.onInconclusive === "warn"),
        headline: headlineOf(judged),
        context,
        time: started,
        rounds: rounds.map((round) => round.end),
        ...judged,
        notes,
    };
}
/** Without any contact the fault may be this runner's, so a release is not to be blamed for it. */
function verdictOf(results, holds) {
    const states = new Set(results.flatMap(({ history }) => history));
    if (holds)
        return "pass";
    if (states.has("passed") || states.has("failed"))
        return "fail";
    return states.has("no-contact") ? "inconclusive" : "broken";
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/version-place.js
var version_place = __webpack_require__(6491);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var inputs = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/inputs/check-source.js






/** `url` is the short form for one check; `checks` and `checks-file` hold lists. One of the three is needed, and no more. */
function readCheckSource(reader, defaults, version) {
    const [url, checks, path] = ["url", "checks", "checks-file"].map((name) => reader.string(name));
    const place = readPlace(reader, url);
    reader.exclusive("url", "checks", "checks-file");
    if (url + checks + path === "")
        reader.problem("url", "is missing; write the address to ask, or several checks in `checks`");
    if (path !== "")
        return { kind: "file", path: readPath(reader, path) };
    const read = url !== ""
        ? readOne(reader, url, { ...defaults, expect: { ...defaults.expect, version: place } })
        : checks !== ""
            ? readList(reader, checks, defaults)
            : [];
    const problem = read.length === 0 ? undefined : versionProblem(read, version);
    if (problem !== undefined)
        reader.problem("version", problem);
    const certificates = read.length === 0 ? undefined : certificateProblem(read, defaults);
    if (certificates !== undefined)
        reader.problem("tls-days", certificates);
    return { kind: "checks", checks: read };
}
function readOne(reader, url, defaults) {
    if (/[\r\n]/.test(url)) {
        reader.problem("url", "has several lines; write several checks into `checks`");
        return [];
    }
    const { checks, problems } = readChecks(JSON.stringify([{ url }]), defaults);
    for (const problem of problems) {
        const [, field, text = problem] = /^line 1: (?:`(url|latency)` |it )?(.*)$/s.exec(problem) ?? [];
        reader.problem(field === "latency" ? "max-latency" : "url", text);
    }
    return checks;
}
function readList(reader, text, defaults) {
    const { checks, problems } = readChecks(text, defaults);
    for (const problem of problems)
        reader.problem("checks", `cannot be used: ${problem}`);
    return checks;
}
function readPlace(reader, url) {
    const written = reader.optional("version-at");
    if (written === undefined)
        return undefined;
    if (url === "")
        reader.problem("version-at", "belongs to `url`; in a list each check has its own `version`");
    try {
        return (0,version_place/* readVersionPlace */.m)(written);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        reader.problem("version-at", error.message);
        return undefined;
    }
}
function readPath(reader, path) {
    if (/^[/\\~]|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|[\p{Cc}\\]/u.test(path))
        reader.problem("checks-file", `is ${(0,inputs/* quote */.hD)(path)}; write a path in the repository, such as \`deploy/checks.yml\``);
    return path;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/inputs/check-time.js
/** Passes that cannot fit into the deadline would never hold. */
function checkTime(reader, { source, deadline, interval, defaults }) {
    const passes = source.kind === "checks" ? source.checks.map((check) => check.passes) : [defaults.passes];
    const most = Math.max(1, ...passes);
    if ((most - 1) * interval >= deadline)
        reader.problem("deadline", `is ${deadline} ms, which is too short: ${most} passes with ${interval} ms between them take longer than ${(most - 1) * interval} ms; raise it, or lower \`passes\``);
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/inputs/pins.js


const MAX_ADDRESSES = 100;
/**
 * `addresses`: what is asked in place of what a name resolves to. A line is `192.0.2.1` for every check, or
 * `app.example.com=192.0.2.1`; several addresses stand between blanks or commas, or on several lines.
 */
function readPins(reader) {
    const pins = new Map();
    for (const line of reader.list("addresses")) {
        const [, host = EVERY_HOST, addresses] = /^(?:([^=]*)=)?([^=]*)$/.exec(line) ?? [];
        const isName = host === EVERY_HOST || /^(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(host.trim());
        const words = (addresses ?? "").split(/[\s,]+/).filter((word) => word !== "");
        const wrong = words.find((word) => !isAddress(word));
        if (!isName || words.length === 0 || wrong !== undefined)
            reader.problem("addresses", `has the line ${(0,inputs/* quote */.hD)(line)}; write \`192.0.2.1\` for every check, or \`app.example.com=192.0.2.1\``);
        const key = host.trim().toLowerCase();
        pins.set(key, [...new Set([...(pins.get(key) ?? []), ...words.map(bare)])]);
    }
    if ([...pins.values()].flat().length > MAX_ADDRESSES)
        reader.problem("addresses", `has more than ${MAX_ADDRESSES} addresses`);
    return pins;
}
function bare(address) {
    return address.replace(/^\[(.*)\]$/, "$1");
}
/** As a URL reads it, but without its leniency: `127.1` and `0x7f000001` are addresses there. */
function isAddress(text) {
    if (/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text))
        return true;
    return /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$/.test(bare(text)) && URL.canParse(`http://[${bare(text)}]/`);
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/inputs.js



const MINUTE = 60_000;
function readInputs(reader) {
    const version = reader.optional("version");
    const defaults = {
        timeout: readTime(reader, "timeout", 5000, { min: 100, max: 10 * MINUTE }),
        redirect: reader.enumeration("redirect", ["none", "same-host", "follow"], "none"),
        passes: reader.integer("passes", { min: 1, max: 100 }, 3),
        expect: {
            latency: { warn: undefined, fail: readOptionalTime(reader, "max-latency") },
            tlsDays: reader.string("tls-days") === "" ? undefined : reader.integer("tls-days", { min: 0, max: 3650 }, 0),
        },
    };
    const inputs = {
        name: reader.string("name"),
        source: readCheckSource(reader, defaults, version),
        defaults,
        version,
        deadline: readTime(reader, "deadline", 2 * MINUTE, { min: 1000, max: 60 * MINUTE }),
        interval: readTime(reader, "interval", 1000, { min: 100, max: 5 * MINUTE }),
        pins: readPins(reader),
        eachAddress: reader.boolean("each-address", false),
        family: { any: undefined, 4: 4, 6: 6 }[reader.enumeration("ip-version", ["any", "4", "6"], "any")],
        certificateAuthority: readCertificates(reader),
        allowsMetadata: reader.boolean("allow-metadata", false),
        onInconclusive: reader.enumeration("on-inconclusive", ["fail", "warn"], "fail"),
        comment: reader.boolean("comment", false),
        annotations: reader.boolean("annotations", true),
        token: reader.string("github-token"),
    };
    checkTime(reader, inputs);
    return Object.freeze(inputs);
}
function readTime(reader, name, fallback, { min, max }) {
    const time = reader.duration(name, fallback);
    if (time >= min && time <= max)
        return time;
    reader.wrong(name, reader.string(name), `a duration from \`${written(min)}\` to \`${written(max)}\``);
    return fallback;
}
function readOptionalTime(reader, name) {
    if (reader.string(name) === "")
        return undefined;
    return readTime(reader, name, 1000, { min: 1, max: 10 * MINUTE });
}
function written(milliseconds) {
    return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
function readCertificates(reader) {
    const text = reader.optional("certificate-authority");
    if (text !== undefined && !/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(text))
        reader.problem("certificate-authority", "is not a certificate in PEM, which begins with `-----BEGIN CERTIFICATE-----`");
    return text;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/outputs/xml-text.js

const ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
};
/** Untrusted text in XML, as a value or between tags: without characters that XML cannot hold (XML 1.0, 2.2). */
function xmlText(text) {
    return text
        .split("\n")
        .map((line) => (0,report_escape/* revealInvisible */.hR)(line.replaceAll("\r", "")))
        .join("\n")
        .toWellFormed()
        .replace(/[\ufffe\uffff]/g, "\ufffd")
        .replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/outputs/junit-file.js

/** The checks as test cases, for what collects them: one suite, a failure for what fails, a skip for what is optional. */
function junitFile({ name, checks, duration, time }) {
    const cases = checks.map(testCase);
    const count = (mark) => cases.filter((text) => text.includes(mark)).length;
    const suite = [
        `name="${xmlText(name === "" ? "smoke-test" : `smoke-test ${name}`)}"`,
        `tests="${checks.length}" failures="${count("<failure ")}" errors="${count("<error ")}" skipped="${count("<skipped ")}"`,
        `time="${(duration / 1000).toFixed(3)}" timestamp="${new Date(time).toISOString().slice(0, 19)}"`,
    ].join(" ");
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite ${suite}>\n${cases.join("\n")}\n</testsuite></testsuites>\n`;
}
function testCase({ name, url, state, optional, reason, latency, last }) {
    const attributes = `name="${xmlText(name)}" classname="${xmlText(url)}" time="${((latency?.median ?? 0) / 1000).toFixed(3)}"`;
    if (state === "passed")
        return `<testcase ${attributes}/>`;
    const message = `message="${xmlText((reason ?? "").replaceAll("`", ""))}"`;
    if (optional)
        return `<testcase ${attributes}><skipped ${message}/></testcase>`;
    const detail = last.flatMap(({ address, problems, excerpt }) => [
        ...problems.map((problem) => `${address ?? "no address"}: ${problem.message.replaceAll("`", "")}`),
        ...(excerpt === null ? [] : [excerpt]),
    ]);
    const element = state === "inconclusive" ? "error" : "failure";
    return `<testcase ${attributes}><${element} ${message}>${xmlText(detail.join("\n"))}</${element}></testcase>`;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/outputs/step-outputs.js
/** The outputs that are numbers and words; files add theirs. Pure. */
function stepOutputs({ verdict, checks, servedVersions, timeToHealthy }) {
    const passed = checks.filter(({ state }) => state === "passed").length;
    return {
        verdict,
        passed: String(passed),
        failed: String(checks.length - passed),
        "served-version": servedVersion(servedVersions),
        "time-to-healthy-ms": timeToHealthy === null ? "" : String(Math.ceil(timeToHealthy)),
    };
}
/** Several are no answer to "which", and what a service says is not given to shells. */
function servedVersion(versions) {
    const [only] = versions;
    return versions.length === 1 && /^\w[\w.+-]{0,99}$/.test(only) ? only : "";
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/annotations.js

/** One for each check that fails or warns. Pure. */
function annotations({ checks }) {
    return checks.flatMap((check) => {
        const messages = messagesOf(check);
        if (messages.length === 0)
            return [];
        const isError = check.state !== "passed" && !check.optional;
        return [
            {
                level: isError ? "error" : "warning",
                title: (0,report_escape/* revealInvisible */.hR)(`Smoke test: ${check.name}`),
                message: messages.map((message) => (0,report_escape/* revealInvisible */.hR)(message.replaceAll("`", ""))).join("\n"),
                importance: isError ? 1 : 0,
            },
        ];
    });
}
function messagesOf({ reason, last }) {
    // Of several addresses the first: a latency of each would be a line each.
    const warnings = new Map(last
        .flatMap(({ problems }) => problems.flatMap(({ kind, message, warning }) => (warning ? [[kind, message]] : [])))
        .reverse());
    return [...(reason === null ? [] : [reason]), ...warnings.values()];
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/history-text.js
const SIGNS = { passed: "✓", failed: "x", "no-contact": ".", "not-asked": "-" };
/** Rounds that a row shows: the last ones decide. */
const MAX_SIGNS = 24;
/** `..xx✓✓✓`: a sign for each round. Pure. */
function historyText(history) {
    const signs = history
        .slice(-MAX_SIGNS)
        .map((state) => SIGNS[state])
        .join("");
    return history.length > MAX_SIGNS ? `…${signs}` : signs;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/state-mark.js

/** A mark and a word for what became of a check. Pure. */
function stateMark({ state, optional, last }) {
    if (state === "passed")
        return last.some(({ problems }) => problems.length > 0) ? `${mark/* MARK */.M.warning} passed` : `${mark/* MARK */.M.pass} passed`;
    if (optional)
        return `${mark/* MARK */.M.warning} fails (optional)`;
    return state === "inconclusive" ? `${mark/* MARK */.M.unknown} no contact` : `${mark/* MARK */.M.fail} failed`;
}
/** What fails first, then what warns, then what passed; in each the order of the list. */
function worstFirst(checks) {
    const rank = (check) => check.state !== "passed"
        ? check.optional
            ? 1
            : 0
        : check.last.some(({ problems }) => problems.length > 0)
            ? 2
            : 3;
    return checks.toSorted((a, b) => rank(a) - rank(b));
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/checks-table.js




const COLUMNS = [
    { header: "Result" },
    { header: "Check" },
    { header: "Answer" },
    { header: "Time", align: "right" },
    { header: "Rounds" },
];
const LEGEND = "Rounds: ✓ passed, x failed, . no contact; then passes in a row at the end, of those asked for";
/** A row for each check, failures first. Pure. */
function checksTable({ checks }) {
    if (checks.length === 0)
        return [];
    const hasHosts = new Set(checks.map(({ url }) => new URL(url).host)).size > 1;
    const rows = worstFirst(checks).map((check) => checkRow(check, hasHosts));
    return [
        { kind: "table", columns: COLUMNS, rows, noun: "checks" },
        { kind: "paragraph", text: { emphasis: LEGEND } },
    ];
}
/** @param hasHosts whether the row says which host it is about. */
function checkRow(check, hasHosts) {
    const { name, url, state, passes, latency, history } = check;
    const mark = stateMark(check);
    return [
        state === "passed" || check.optional ? mark : { strong: mark },
        [{ code: name }, ...(hasHosts ? [" of ", new URL(url).host] : [])],
        answer(check),
        latency === null ? "" : time(latency.median),
        [{ code: historyText(history) }, ` ${passes.held}/${passes.asked}`],
    ];
}
/** Why it fails or warns, else what it answered. */
function answer({ reason, last }) {
    if (reason !== null)
        return (0,prose/* prose */.C)(reason);
    const warning = last.flatMap(({ problems }) => problems)[0];
    if (warning !== undefined)
        return (0,prose/* prose */.C)(warning.message);
    const statuses = [...new Set(last.map(({ status }) => status))].join(", ");
    return last.length > 1 ? `${statuses} on ${last.length} addresses` : statuses;
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/failures.js



/** Checks whose last answers are shown, and answers of each; the result file has all. */
const failures_MAX_CHECKS = 10;
const MAX_ANSWERS = 5;
/** For what failed: every problem of the last answer, where it came from, how long it took, and what it said. Pure. */
function failures({ checks }) {
    return worstFirst(checks)
        .filter(({ state }) => state !== "passed")
        .slice(0, failures_MAX_CHECKS)
        .map((check, at) => ({
        kind: "details",
        summary: [{ strong: "Last answer" }, " of ", { code: check.name }],
        blocks: answers(check),
        open: at === 0,
    }));
}
function answers({ last, url, method }) {
    const failing = last.filter(({ problems }) => problems.some(({ warning }) => !warning));
    const shown = (failing.length > 0 ? failing : last).slice(0, MAX_ANSWERS);
    return [
        { kind: "paragraph", text: { code: `${method} ${url}` } },
        ...shown.flatMap((answer) => [
            { kind: "list", items: facts(answer) },
            ...(answer.excerpt === null || answer.excerpt.trim() === ""
                ? []
                : [{ kind: "code", text: answer.excerpt, weight: 1 }]),
        ]),
    ];
}
function facts({ problems, address, status, timing, certificate, tlsDays, contentType, excerpt, version, }) {
    const { lookup, connect, tls, firstByte, total } = timing;
    const phases = [
        ["name", lookup],
        ["connected", connect],
        ["TLS", tls],
        ["first byte", firstByte],
        ["end", total],
    ];
    const known = phases.flatMap(([name, at]) => (at === null ? [] : [`${name} ${time(at)}`])).join(", ");
    return [
        ...problems.map(({ message, warning }) => (warning ? ["Warning: ", ...(0,prose/* prose */.C)(message)] : (0,prose/* prose */.C)(message))),
        [`Address: `, address === null ? "none" : { code: address }, ...(status === null ? [] : [`; status ${status}`])],
        `Time: ${known}`,
        ...(certificate === null ? [] : [["Certificate: ", { code: certificate }, `, valid for ${tlsDays} more days`]]),
        ...(version === null ? [] : [["Version: ", { code: version }]]),
        ...(contentType === null ? [] : [["Content type: ", { code: contentType }]]),
        ...(status !== null && (excerpt === null || excerpt.trim() === "") ? ["The body was empty"] : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/notes.js


/** What a reader should know, and how long it was asked. Pure. */
function notesList({ notes, checks, rounds, duration, deadline, end }) {
    const hosts = [...new Set(checks.map(({ url }) => new URL(url).host))];
    const whom = hosts.length === 1 ? `\`${hosts[0]}\`` : `${hosts.length} hosts`;
    const ended = {
        held: "until everything held",
        hopeless: "until it was clear that no waiting would help",
        deadline: `until the deadline of ${seconds(deadline)}`,
    }[end];
    const asked = `Asked ${whom} ${rounds.length === 1 ? "once" : `in ${rounds.length} rounds`} over ${seconds(duration)}, ${ended}.`;
    return [
        ...notes.map((note) => ({ kind: "paragraph", text: (0,prose/* prose */.C)(note) })),
        { kind: "paragraph", text: { emphasis: (0,prose/* prose */.C)(asked) } },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/timeline-svg.js



/** With more rows it is no longer a picture; what fails stays. */
const MAX_ROWS = 40;
const ROW = 24;
const TOP = 44;
const BOTTOM = 30;
const NAMES = 230;
const PLOT = 520;
const MARGIN = 20;
const WIDTH = NAMES + PLOT + MARGIN;
/** The longest name that fits, in characters. */
const NAME_CHARACTERS = 32;
/**
 * When each check passed and when not: a mark for each round at the time of its answer. Shapes tell the states apart
 * without colour. Light or dark as the viewer prefers; no script, nothing loaded.
 */
function timelineSvg({ checks, rounds, duration, headline }) {
    const rows = worstFirst(checks).slice(0, MAX_ROWS);
    const height = TOP + Math.max(1, rows.length) * ROW + BOTTOM;
    const span = Math.max(1, duration);
    const x = (at) => NAMES + (at / span) * PLOT;
    const bottom = height - BOTTOM;
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
        const at = n(x(part * span));
        const anchor = part === 1 ? "end" : "middle";
        return `<line class="grid" x1="${at}" y1="${TOP - 8}" x2="${at}" y2="${bottom}"/><text class="tick" x="${at}" y="${bottom + 16}" text-anchor="${anchor}">${seconds(part * span)}</text>`;
    });
    const title = xmlText(headline.length > 100 ? `${headline.slice(0, 97)}...` : headline);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
<text class="title" x="12" y="22">${title}</text>
${[...ticks, ...rows.map((row, at) => timeline_svg_checkRow(row, TOP + at * ROW + ROW / 2, rounds.map(x)))].join("\n")}
</svg>
`;
}
function timeline_svg_checkRow({ name, history, state, optional }, y, at) {
    const shown = [...name].length > NAME_CHARACTERS ? `${[...name].slice(0, NAME_CHARACTERS - 1).join("")}…` : name;
    const marks = history.map((round, index) => timeline_svg_mark(round, at[index], y)).join("");
    const look = state === "passed" ? "name" : optional ? "name weak" : "name bad";
    return `<text class="${look}" x="12" y="${y + 4}">${xmlText(shown)}</text>${marks}`;
}
/** A full dot, a cross, a ring. */
function timeline_svg_mark(state, x, y) {
    switch (state) {
        case "passed":
            return `<circle class="passed" cx="${n(x)}" cy="${y}" r="4"/>`;
        case "failed":
            return `<path class="failed" d="M${n(x - 4)} ${y - 4}L${n(x + 4)} ${y + 4}M${n(x - 4)} ${y + 4}L${n(x + 4)} ${y - 4}"/>`;
        case "no-contact":
            return `<circle class="none" cx="${n(x)}" cy="${y}" r="3"/>`;
        case "not-asked":
            return "";
    }
}
function n(value) {
    return String(Math.round(value * 10) / 10);
}
const STYLE = `
text { font: 12px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 13px; font-weight: 600; } .tick { font-size: 11px; fill: #59636e; }
.page { fill: #ffffff; } .grid { stroke: #d1d9e0; stroke-width: 1; } .bad { fill: #d1242f; font-weight: 600; } .weak { fill: #9a6700; }
.passed { fill: #1a7f37; } .failed { stroke: #d1242f; stroke-width: 2; fill: none; } .none { stroke: #59636e; stroke-width: 1.5; fill: none; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .tick { fill: #9198a1; } .page { fill: #0d1117; } .grid { stroke: #3d444d; } .bad { fill: #f85149; } .weak { fill: #d29922; }
.passed { fill: #3fb950; } .failed { stroke: #f85149; } .none { stroke: #9198a1; }
}
`;

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/timings.js

const timings_COLUMNS = [
    { header: "Check" },
    { header: "Address" },
    { header: "Status", align: "right" },
    { header: "Name", align: "right" },
    { header: "Connected", align: "right" },
    { header: "TLS", align: "right" },
    { header: "First byte", align: "right" },
    { header: "End", align: "right" },
    { header: "All rounds", align: "right" },
    { header: "Certificate", align: "right" },
];
/** The last answers by address, with the time of each phase since the start of the request. Pure. */
function timings({ checks }) {
    const rows = checks.flatMap((check) => check.last.map((answer) => row(check, answer)));
    if (rows.length === 0)
        return [];
    return [
        {
            kind: "details",
            summary: [{ strong: "Timing" }, " of the last round, since the start of each request"],
            blocks: [{ kind: "table", columns: timings_COLUMNS, rows, noun: "answers", weight: 2 }],
        },
    ];
}
function row({ name, latency }, { address, status, timing, tlsDays }) {
    const { lookup, connect, tls, firstByte, total } = timing;
    return [
        { code: name },
        address === null ? "" : { code: address },
        status === null ? "none" : String(status),
        ...[lookup, connect, tls, firstByte, total].map((at) => (at === null ? "" : time(at))),
        latency === null ? "" : `${time(latency.min)} – ${time(latency.max)}`,
        tlsDays === null ? "" : `${tlsDays} days`,
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/rendering/versions.js


/** Versions of one check that are named; a service that shows more shows no version. */
const MAX_VERSIONS = 5;
/** Which version was seen when, where one was asserted. Pure. */
function versions({ checks, version }) {
    const items = checks.filter((check) => check.versions.length > 0).map(item);
    if (version === null || items.length === 0)
        return [];
    return [
        { kind: "paragraph", text: [{ strong: "Version" }, " asked for: ", { code: shortVersion(version) }] },
        { kind: "list", items, noun: "checks" },
    ];
}
function item({ name, versions: seen }) {
    const shown = seen
        .slice(0, MAX_VERSIONS)
        .flatMap(({ version, from, until }, at) => [
        at === 0 ? "" : ", ",
        { code: shortVersion(version) },
        from === until ? ` at ${seconds(from)}` : ` from ${seconds(from)} to ${seconds(until)}`,
    ]);
    const more = seen.length > MAX_VERSIONS ? `, and ${seen.length - MAX_VERSIONS} more` : "";
    return [{ code: name }, ": ", ...shown, more];
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/render.js









/** From the result alone. Pure. */
function render(result) {
    const blocks = [
        ...checksTable(result),
        ...versions(result),
        ...failures(result),
        ...timings(result),
        ...notesList(result),
    ];
    return {
        title: result.name === "" ? "Smoke test" : `Smoke test: ${result.name}`,
        comment: blocks,
        summary: blocks,
        annotations: annotations(result),
        outputs: stepOutputs(result),
        files: [
            { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
            { name: "timeline.svg", content: timelineSvg(result), output: "timeline-file" },
            { name: "junit.xml", content: junitFile(result), output: "junit-file" },
        ],
    };
}

;// CONCATENATED MODULE: ./build/js/actions/smoke-test/src/main.js




const smokeTest = {
    name: "smoke-test",
    title: "Smoke test",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    render: render,
    publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
};


/***/ })

};
