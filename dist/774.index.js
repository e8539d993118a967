export const id = 774;
export const ids = [774];
export const modules = {

/***/ 6774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notify: () => (/* binding */ notify)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/js/packages/kit/src/action/context.js
var action_context = __webpack_require__(7984);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var environment = __webpack_require__(1934);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/run-identity.js
var run_identity = __webpack_require__(1393);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/run-secrets.js
var run_secrets = __webpack_require__(1818);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/client.js + 4 modules
var client = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var github_shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/conclusion.js
/** GitHub's words for how a job or a run ended. */
const CONCLUSIONS = [
    "success",
    "failure",
    "cancelled",
    "skipped",
    "neutral",
    "timed_out",
    "action_required",
    "stale",
    "startup_failure",
];
/** Null while it runs, and for a word that GitHub adds one day. */
function readConclusion(word) {
    return CONCLUSIONS.find((known) => known === word) ?? null;
}
/** Something went wrong, and nobody stopped it. */
function isFailure(conclusion) {
    return conclusion === "failure" || conclusion === "timed_out" || conclusion === "startup_failure";
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/gathering/run-of-github.js
/** Milliseconds since 1970; undefined for what is no time. */
function timeOf(text) {
    const time = Date.parse(text ?? "");
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/gathering/history.js



const PER_PAGE = 50;
/** Runs that are read until one succeeded. */
const MAX_PAGES = 3;
const runShape = {
    id: github_shape.id,
    run_number: github_shape.id,
    head_sha: github_shape.sha,
    conclusion: (0,github_shape.optional)(github_shape.text),
    created_at: (0,github_shape.optional)(github_shape.text),
};
/**
 * What the runs before this one say: of the same workflow, event and branch. A tag has only its own run, so those of all
 * tags and branches count for it. An earlier attempt of this run comes before all of them.
 *
 * @throws GitHubError
 */
async function readHistory(github, run) {
    const { id: runId, number, workflowFile, refType, refName } = run.identity;
    if (runId === undefined || number === undefined || workflowFile === undefined)
        return undefined;
    const { owner, name: repo } = run.event.repository;
    const branch = run.event.pullRequest?.headRef ?? (refType === "tag" ? undefined : refName);
    const counted = await earlierAttempt(github, run);
    let hasMore = false;
    for (let page = 1; page <= MAX_PAGES && !counted.some(succeeded); page++) {
        const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
        const event = run.event.name;
        const where = { owner, repo, workflow_id: workflowFile, event, status: "completed", per_page: PER_PAGE, page };
        const parameters = branch === undefined ? where : { ...where, branch };
        const part = await github.request(route, parameters, (0,github_shape.object)({ workflow_runs: (0,github_shape.list)((0,github_shape.object)(runShape)) }));
        const former = part.workflow_runs.filter((one) => one.run_number < number && one.id !== runId && counts(one));
        counted.push(...former.sort((a, b) => b.run_number - a.run_number));
        hasMore = part.workflow_runs.length === PER_PAGE;
        if (!hasMore)
            break;
    }
    return historyOf(counted, hasMore, run.url);
}
/** Pure. @param runs that count, the newest first. */
function historyOf(runs, hasMore, url) {
    const good = runs.findIndex(succeeded);
    const red = good === -1 ? runs : runs.slice(0, good);
    const lastGood = runs[good];
    const [newest] = runs;
    return {
        previous: newest === undefined ? "none" : succeeded(newest) ? "success" : "failure",
        redRuns: red.length,
        hasMore: good === -1 && hasMore,
        redSince: timeOf(red.at(-1)?.created_at),
        lastGood: lastGood && { sha: lastGood.head_sha, url: `${url}/commit/${lastGood.head_sha}` },
    };
}
async function earlierAttempt(github, { identity, event }) {
    if (identity.attempt < 2)
        return [];
    const { owner, name: repo } = event.repository;
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
    const parameters = { owner, repo, run_id: identity.id, attempt_number: identity.attempt - 1 };
    const before = await github.request(route, parameters, (0,github_shape.object)(runShape));
    return counts(before) ? [before] : [];
}
const succeeded = ({ conclusion }) => conclusion === "success";
function counts({ conclusion }) {
    return conclusion === "success" || isFailure(readConclusion(conclusion));
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/gathering/jobs.js




const jobs_PER_PAGE = 100;
/** A matrix has at most 256 jobs; a run with more than this names the first ones. */
const jobs_MAX_PAGES = 5;
/** Failed jobs whose first error is looked up. */
const MAX_ERRORS = 5;
const jobShape = {
    id: github_shape.id,
    name: github_shape.text,
    html_url: (0,github_shape.optional)(github_shape.text),
    conclusion: (0,github_shape.optional)(github_shape.text),
    started_at: (0,github_shape.optional)(github_shape.text),
    completed_at: (0,github_shape.optional)(github_shape.text),
    steps: (0,github_shape.optional)((0,github_shape.list)((0,github_shape.object)({ name: github_shape.text, conclusion: (0,github_shape.optional)(github_shape.text) }))),
};
const annotation = (0,github_shape.object)({
    path: github_shape.text,
    start_line: (0,github_shape.optional)(github_shape.whole),
    annotation_level: (0,github_shape.optional)(github_shape.text),
    message: (0,github_shape.optional)(github_shape.text),
});
/** The jobs of this attempt of the run, in GitHub's order. @throws GitHubError */
async function readJobs(github, run) {
    const { id: runId, attempt } = run.identity;
    if (runId === undefined)
        return undefined;
    const { owner, name: repo } = run.event.repository;
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs";
    const jobs = [];
    for (let page = 1; page <= jobs_MAX_PAGES; page++) {
        const parameters = { owner, repo, run_id: runId, attempt_number: attempt, per_page: jobs_PER_PAGE, page };
        const part = await github.request(route, parameters, (0,github_shape.object)({ jobs: (0,github_shape.list)((0,github_shape.object)(jobShape)) }));
        jobs.push(...part.jobs);
        if (part.jobs.length < jobs_PER_PAGE)
            break;
    }
    const failed = jobs.filter(({ conclusion }) => isFailure(readConclusion(conclusion))).slice(0, MAX_ERRORS);
    const errors = new Map(await Promise.all(failed.map(async (job) => [job.id, await firstError(github, run, job.id)])));
    return jobs.map((job) => ({
        name: job.name,
        conclusion: readConclusion(job.conclusion),
        url: job.html_url ?? run.identity.url ?? run.url,
        startedAt: timeOf(job.started_at),
        completedAt: timeOf(job.completed_at),
        failedStep: job.steps?.find(({ conclusion }) => isFailure(readConclusion(conclusion)))?.name,
        error: errors.get(job.id),
    }));
}
/** What the runner says under every script that fails: another message says more. */
const EXIT_CODE = /^Process completed with exit code \d+\.?$/;
/** A job is a check run of the same number. What the token may not read (`checks: read`) is left out. */
async function firstError(github, { event }, job) {
    const { owner, name: repo } = event.repository;
    try {
        const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations";
        const found = await github.request(route, { owner, repo, check_run_id: job, per_page: 50 }, (0,github_shape.list)(annotation));
        const failures = found.filter((one) => one.annotation_level === "failure" && (one.message ?? "") !== "");
        const first = failures.find(({ message }) => !EXIT_CODE.test(message)) ?? failures[0];
        if (first === undefined)
            return undefined;
        // What is about no file is put under the folder of the workflows.
        const isFile = first.path !== ".github";
        return { text: first.message, file: isFile ? first.path : undefined, line: isFile ? first.start_line : undefined };
    }
    catch (error) {
        if (!(error instanceof client.GitHubError))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/gathering/ask-github.js




/** Milliseconds that GitHub may take in all: a message does not wait for its details. */
const ASKING_TIME = 30_000;
/** Asks for everything at once. What GitHub refuses is missing from the message, which goes out all the same. */
async function askGitHub(inputs, run, io) {
    const nothing = { jobs: undefined, history: undefined, commitMessage: undefined };
    if (inputs.targets.length === 0)
        return { ...nothing, notes: [] };
    if (inputs.token === "")
        return { ...nothing, notes: ["The message names no jobs: the input `github-token` is empty."] };
    const github = (await io.github()).within(ASKING_TIME);
    const notes = [];
    const tell = async (what, ask) => {
        try {
            return await ask;
        }
        catch (error) {
            if (!(error instanceof client.GitHubError))
                throw error;
            notes.push(`${what}: ${error.message}`);
            return undefined;
        }
    };
    const [jobs, history, commitMessage] = await Promise.all([
        inputs.status === "started"
            ? undefined
            : tell("The message names no jobs (the job needs `actions: read`)", readJobs(github, run)),
        inputs.status === "started"
            ? undefined
            : tell("The message does not know the runs before (the job needs `actions: read`)", readHistory(github, run)),
        needsCommit(run)
            ? tell("The message does not quote the commit (the job needs `contents: read`)", readCommit(github, run))
            : undefined,
    ]);
    return { jobs, history, commitMessage, notes };
}
/** Schedules and runs by hand come without their commit; a pull request says more by its title. */
function needsCommit({ subject }) {
    return subject.commit !== undefined && subject.commit.message === undefined && subject.pullRequest === undefined;
}
async function readCommit(github, { event, subject }) {
    const { owner, name: repo } = event.repository;
    const shape = (0,github_shape.object)({ commit: (0,github_shape.object)({ message: github_shape.text }) });
    const parameters = { owner, repo, ref: subject.commit.sha };
    return (await github.request("GET /repos/{owner}/{repo}/commits/{ref}", parameters, shape)).commit.message;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/action/artifact.js
var artifact = __webpack_require__(7605);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
;// CONCATENATED MODULE: ./build/js/actions/notify/src/gathering/result-files.js






/** A larger file is refused unread. */
const MAX_BYTES = 50_000_000;
const MAX_FILES = 50;
/**
 * The result files that a message is made of: those that `patterns` find in the workspace, or, without patterns, those that
 * steps of this job left. They may come from an artifact that anybody made: what cannot be read is a problem with a name.
 */
function readResultFiles(patterns, io) {
    return patterns === undefined ? readOwn(io) : patterns.flatMap((pattern) => readFound(pattern, io));
}
/** Each action of ours leaves `result.json` in a folder of its own, side by side. */
function readOwn(io) {
    const folder = (0,external_node_path_.dirname)(io.temporary);
    const found = (0,external_node_fs_.globSync)("*/result.json", { cwd: folder })
        .map((file) => (0,external_node_path_.dirname)(file))
        .filter((name) => !/^notify(?:-|$)/.test(name))
        .sort();
    return read(found.map((name) => ({ path: (0,external_node_path_.join)(folder, name, "result.json"), shown: name })), io);
}
function readFound(pattern, io) {
    const found = (0,external_node_fs_.globSync)(pattern, { cwd: io.workspace }).sort();
    if (found.length === 0)
        return [{ file: pattern, problem: "is not there; did its step run, and was the artifact downloaded?" }];
    return read(found.map((file) => {
        const path = (0,external_node_path_.resolve)(io.workspace, file);
        return { path, shown: shownPath(path, io.workspace) };
    }), io);
}
function shownPath(path, workspace) {
    const below = (0,external_node_path_.relative)(workspace, path);
    return below.startsWith("..") ? (0,external_node_path_.basename)((0,external_node_path_.dirname)(path)) : below;
}
function read(files, io) {
    const results = files.slice(0, MAX_FILES).map(({ path, shown }) => {
        try {
            return { file: shown, content: (0,json.parseJson)([(0,artifact.readArtifactFile)(path, shown, MAX_BYTES, (0,artifact.artifactPlaces)(io))]) };
        }
        catch (error) {
            if (error instanceof report_error.ReportError)
                return { file: shown, problem: error.message };
            if (error instanceof user_error/* UserError */.y)
                return { file: shown, problem: error.message.replace(`${shown} `, "") };
            throw error;
        }
    });
    const more = files.length - MAX_FILES;
    return more > 0
        ? [...results, { file: `${more} more files`, problem: `are left out: at most ${MAX_FILES} are read` }]
        : results;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/gathering/subject.js
/** Pure. @param url of the repository. */
function subjectOf(event, identity, url) {
    const { pullRequest, followedRun, headSha } = event;
    const payload = fieldOf(event.payload, followedRun === undefined ? "" : "workflow_run");
    const pushed = fieldOf(payload, "head_commit");
    return {
        actor: (followedRun === undefined ? identity.triggeringActor : textOf(fieldOf(payload, "actor"), "login")) || undefined,
        commit: headSha === ""
            ? undefined
            : {
                sha: headSha,
                message: textOf(pushed, "id") === headSha ? textOf(pushed, "message") : undefined,
                url: `${url}/commit/${headSha}`,
            },
        ref: followedRun === undefined ? event.ref || undefined : `refs/heads/${followedRun.headRef}`,
        pullRequest: pullRequest && {
            number: pullRequest.number,
            title: pullRequest.title,
            url: `${url}/pull/${pullRequest.number}`,
        },
    };
}
/** The value itself for an empty name. */
function fieldOf(value, name) {
    if (name === "")
        return value;
    return typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
function textOf(value, name) {
    const text = fieldOf(value, name);
    return typeof text === "string" ? text : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/collect.js








/** What the run is about, how its jobs ended, and what steps left. What GitHub does not tell is a note: a message goes out anyway. */
async function collect(inputs, io) {
    for (const secret of inputs.secrets)
        io.log.mask(secret);
    const event = io.event();
    const identity = (0,run_identity.readRunIdentity)(io.environment);
    const context = (0,action_context.contextOf)(event);
    const url = `${context.serverUrl}/${context.repository}`;
    const subject = subjectOf(event, identity, url);
    const asked = await askGitHub(inputs, { event, identity, subject, url }, io);
    const { owner, name } = event.repository;
    return {
        context,
        run: {
            status: inputs.status,
            needs: inputs.needs,
            repository: { owner, name, url },
            run: {
                id: identity.id ?? 0,
                number: identity.number ?? 0,
                attempt: identity.attempt,
                url: identity.url ?? url,
                workflow: identity.workflow,
                event: event.name,
                startedAt: earliest(asked.jobs?.map(({ startedAt }) => startedAt) ?? []),
            },
            actor: subject.actor,
            commit: subject.commit && { ...subject.commit, message: subject.commit.message ?? asked.commitMessage },
            ref: subject.ref,
            pullRequest: subject.pullRequest,
            environment: inputs.environment,
            jobs: asked.jobs,
            history: asked.history,
            resultFiles: readResultFiles(inputs.resultFiles, io),
            own: inputs.own,
            mentions: inputs.mentions,
            time: Date.now(),
        },
        messageId: (0,external_node_crypto_.randomUUID)(),
        missingSecrets: (0,run_secrets.missingSecrets)(event, (0,environment.runActor)(io.environment)),
        notes: asked.notes,
    };
}
function earliest(times) {
    const known = times.filter((time) => time !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/duration.js
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** `42 s`, `3 min 10 s`, `2 h 10 min`, `3 d 4 h`: two units, rounded down. @param milliseconds a clock that went back gives 0 */
function formatDuration(milliseconds) {
    const time = Math.max(0, milliseconds);
    if (time < SECOND)
        return "under 1 s";
    if (time < MINUTE)
        return pair(time, SECOND, "s", 0, "");
    if (time < HOUR)
        return pair(time, MINUTE, "min", SECOND, "s");
    if (time < DAY)
        return pair(time, HOUR, "h", MINUTE, "min");
    return pair(time, DAY, "d", HOUR, "h");
}
function pair(time, unit, name, smaller, smallerName) {
    const rest = smaller === 0 ? 0 : Math.floor((time % unit) / smaller);
    return `${Math.floor(time / unit)} ${name}${rest === 0 ? "" : ` ${rest} ${smallerName}`}`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/failed-jobs.js


/** Which jobs failed, where, and with what first error; without the API no more than their names. */
function failedJobs({ jobs, needs }) {
    const failed = jobs?.filter(({ conclusion }) => isFailure(conclusion)) ?? [];
    if (failed.length > 0)
        return [{ title: headingOf(failed.length), lines: failed.map(jobLine) }];
    const names = needs.filter(({ result }) => isFailure(result));
    if (names.length === 0)
        return [];
    return [{ title: headingOf(names.length), lines: names.map(({ name, result }) => [name, wordOf(result)]) }];
}
function headingOf(count) {
    return count === 1 ? "Failed job" : `${count} failed jobs`;
}
function jobLine({ name, url, conclusion, failedStep, error, startedAt, completedAt }) {
    const time = startedAt === undefined || completedAt === undefined ? "" : ` (${formatDuration(completedAt - startedAt)})`;
    const place = error?.file === undefined
        ? []
        : [" (", { code: error.line === undefined ? error.file : `${error.file}:${error.line}` }, ")"];
    return [
        { text: name, href: url },
        ...(failedStep === undefined ? [] : [" › ", failedStep]),
        wordOf(conclusion),
        time,
        ...(error === undefined ? [] : [": ", firstLine(error.text), ...place]),
    ];
}
function wordOf(conclusion) {
    return conclusion === "timed_out" ? " timed out" : conclusion === "startup_failure" ? " could not start" : "";
}
function firstLine(text) {
    return text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/fitting/code-points.js
/** How chats count characters: an emoji of one code point is two UTF-16 units and one here. */
function codePoints(text) {
    let count = text.length;
    for (let at = 0; at < text.length; at++) {
        if (text.codePointAt(at) > 0xffff) {
            count--;
            at++;
        }
    }
    return count;
}
/** Longer than every cluster that a language needs; a letter under a pile of accents may be cut through. */
const MAX_CLUSTER_UNITS = 64;
/**
 * At most so many code points; what is cut ends in `…`. Never half a surrogate pair, and no half of what people see as one
 * character, such as a flag or a family.
 */
function cutText(text, limit) {
    const end = unitsOf(text, limit);
    if (end === text.length)
        return text;
    if (limit < 1)
        return "";
    const whole = unitsOf(text, limit - 1);
    const start = Math.max(0, whole - MAX_CLUSTER_UNITS);
    const around = text.slice(start, whole + MAX_CLUSTER_UNITS);
    const cluster = new Intl.Segmenter("en").segment(around).containing(whole - start)?.index ?? whole - start;
    return `${text.slice(0, cluster === 0 && start > 0 ? whole : start + cluster).trimEnd()}…`;
}
/** UTF-16 units of the first code points. */
function unitsOf(text, limit) {
    let at = 0;
    for (let count = 0; count < limit && at < text.length; count++)
        at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/counted.js

const MAX_NAMED = 5;
const MAX_NAME = 40;
/** `1 field`, `12 fields`. */
function counted(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
/** The first of them, and how many more: a sentence has no room for hundreds. */
function named(names) {
    const more = names.length - MAX_NAMED;
    const shown = names.slice(0, MAX_NAMED).map((name) => cutText(name, MAX_NAME));
    return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/history-line.js


/** Whether this is news: who broke it last, since when it is red, how long it was. */
function historyLine(facts, state) {
    const { history, time } = facts;
    if (history === undefined || history.previous === "none")
        return [];
    const since = history.redSince === undefined ? "" : `, ${formatDuration(time - history.redSince)}`;
    const atLeast = history.hasMore ? "at least " : "";
    if (state === "recovered")
        return [[`Was red for ${atLeast}${counted(history.redRuns, "run")}${since}.`]];
    if (state !== "failure")
        return [];
    if (history.previous === "success")
        return [["First failure: the run before passed."]];
    return [[`Red for ${atLeast}${counted(history.redRuns + 1, "run")}${since}.`]];
}
/** All that changed since the last run that succeeded: what broke it, or repaired it, is among it. */
function changesLink(facts) {
    const { history, commit, repository } = facts;
    if (history?.lastGood === undefined || commit === undefined || history.lastGood.sha === commit.sha)
        return [];
    return [
        { text: "Changes since it passed", url: `${repository.url}/compare/${history.lastGood.sha}...${commit.sha}` },
    ];
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/state-look.js
const GREEN = 0x2da44e;
const RED = 0xcf222e;
const YELLOW = 0xd4a72c;
const GREY = 0x6e7781;
const BLUE = 0x0969da;
const LOOKS = {
    started: { word: "started", mark: "🚀", color: BLUE, cardColor: "accent" },
    success: { word: "succeeded", mark: "✅", color: GREEN, cardColor: "good" },
    recovered: { word: "recovered", mark: "✅", color: GREEN, cardColor: "good" },
    failure: { word: "failed", mark: "❌", color: RED, cardColor: "attention" },
    warning: { word: "succeeded with warnings", mark: "⚠️", color: YELLOW, cardColor: "warning" },
    cancelled: { word: "cancelled", mark: "🚫", color: GREY, cardColor: "default" },
    skipped: { word: "skipped", mark: "➖", color: GREY, cardColor: "default" },
};

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/ref-name.js
function refName(ref) {
    const pull = /^refs\/pull\/(\d+)\//.exec(ref ?? "")?.[1];
    if (pull !== undefined)
        return { kind: "pull-request", name: `#${pull}` };
    const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref ?? "") ?? [];
    return name === undefined ? undefined : { kind: kind === "tags" ? "tag" : "branch", name };
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/hidden-characters.js
var hidden_characters = __webpack_require__(7963);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/fitting/message-line.js


/** More than any chat shows of one line. What is longer is cut before it is looked at. */
const MAX_LINE = 13_000;
/** Longer addresses are shown without a link: Discord's limit, the lowest that is known. */
const MAX_URL = 2048;
/** What a reader sees of a line, without its links. */
function plainText(line) {
    return line.map(partText).join("");
}
function partText(part) {
    if (typeof part === "string")
        return part;
    return "code" in part ? part.code : "strong" in part ? part.strong : part.text;
}
/** The buttons of a chat that has none. */
function linkLine(buttons) {
    return buttons.flatMap(({ text, url }, at) => [...(at === 0 ? [] : ["  ·  "]), { text, href: url }]);
}
/** The first lines, and how many more there are. */
function firstLines(lines, kept) {
    return kept >= lines.length ? lines : [...lines.slice(0, kept), [`… and ${lines.length - kept} more`]];
}
/** A line of at most so many code points, its last one `…` if something was cut. */
function cutLine(line, limit) {
    const kept = [];
    let room = limit;
    for (const [at, part] of line.entries()) {
        const text = partText(part);
        const length = codePoints(text);
        const isLast = at === line.length - 1;
        if (length < room || (length === room && isLast)) {
            kept.push(part);
            room -= length;
        }
        else {
            const shorter = cutText(isLast ? text : `${text}…`, room);
            return shorter === "" ? kept : [...kept, withText(part, shorter)];
        }
    }
    return kept;
}
/**
 * A line as it can be shown: one line, without what hides or turns text, links with addresses that chats take, no empty part.
 * Texts of others may hold anything.
 */
function tidyLine(line, limit = MAX_LINE) {
    const parts = line.map((part) => {
        const text = tidyText(partText(part), limit);
        if (typeof part === "string" || !("href" in part))
            return withText(part, text);
        const href = tidyUrl(part.href);
        return href === undefined ? text : { text: text.trim() === "" ? href : text, href };
    });
    const start = parts.findIndex(isSeen);
    const end = parts.findLastIndex(isSeen);
    const seen = parts.slice(start === -1 ? parts.length : start, end + 1).map((part, at, { length }) => {
        const text = partText(part);
        const begun = at === 0 ? text.trimStart() : text;
        return withText(part, at === length - 1 ? begun.trimEnd() : begun);
    });
    return cutLine(seen.filter((part) => partText(part) !== ""), limit);
}
function isSeen(part) {
    return partText(part).trim() !== "";
}
/** One line of text. Whether a line holds anything that is seen is asked of the result. */
function tidyText(text, limit = MAX_LINE) {
    const short = text.length > 2 * limit ? `${text.slice(0, 2 * limit)}…` : text;
    const spaced = short.toWellFormed().replace(/[\s\u0085\u2028\u2029]+/g, " ");
    if (!(0,hidden_characters/* isSuspect */.W)(spaced))
        return spaced;
    let shown = "";
    let end = 0;
    for (const { at, character } of (0,hidden_characters/* hiddenCharacters */.x)(spaced)) {
        shown += spaced.slice(end, at);
        end = at + character.length;
    }
    return shown + spaced.slice(end);
}
/** An address of the web as chats take it; undefined for all else, `javascript:` among it. */
function tidyUrl(url) {
    if (url.length > MAX_URL || !/^https?:\/\//i.test(url) || !URL.canParse(url))
        return undefined;
    const { href, username, password } = new URL(url);
    // They end links in one chat or another, and mean the same encoded.
    const encoded = href.replace(/[()|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    return username !== "" || password !== "" || encoded.length > MAX_URL ? undefined : encoded;
}
function withText(part, text) {
    if (typeof part === "string")
        return text;
    return "code" in part ? { code: text } : "strong" in part ? { strong: text } : { text, href: part.href };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/run-lines.js





/** Of a commit's first line, as peers cut it. */
const MAX_COMMIT_TITLE = 120;
/** Who did what: `octocat · a1b2c3d fix: a leak`, or the pull request. */
function subjectLine({ actor, commit, pullRequest }) {
    const title = commitTitle(commit?.message);
    const subject = pullRequest === undefined
        ? commit === undefined
            ? []
            : [{ text: shortSha(commit.sha), href: commit.url }, title === "" ? "" : ` ${title}`]
        : [{ text: `#${pullRequest.number}`, href: pullRequest.url }, ` ${pullRequest.title}`];
    const who = actor === undefined ? [] : [{ strong: actor }];
    const line = who.length > 0 && subject.length > 0 ? [...who, " · ", ...subject] : [...who, ...subject];
    return line.length === 0 ? [] : [line];
}
function commitTitle(message) {
    return cutText(tidyText((message ?? "").trim().split(/\r?\n/, 1)[0]).trim(), MAX_COMMIT_TITLE);
}
function shortSha(sha) {
    return sha.slice(0, 7);
}
function runDuration({ run, time }) {
    return run.startedAt === undefined ? "" : formatDuration(time - run.startedAt);
}
/** Short facts, those of a deployment first. */
function runFields(facts, deployment) {
    const ref = refName(facts.ref);
    const field = (name, text) => (text ? [{ name, value: [text] }] : []);
    const isOrdinary = facts.run.event === "push" || facts.run.event.startsWith("pull_request");
    return [
        ...(deployment === undefined ? [] : deploymentFields(deployment)),
        ...(ref === undefined || ref.kind === "pull-request" ? [] : field(ref.kind === "tag" ? "Tag" : "Branch", ref.name)),
        ...(facts.status === "started" ? [] : field("Duration", runDuration(facts))),
        ...(isOrdinary ? [] : field("Trigger", facts.run.event)),
    ];
}
function deploymentFields(deployment) {
    const { hosts, downtime, release, previousRelease } = deployment;
    const serving = hosts.filter((host) => host.serving === release).length;
    const isDone = deployment.outcome !== "planned" && deployment.outcome !== "refused";
    return [
        { name: "Release", value: [{ code: release }] },
        ...(previousRelease === undefined || previousRelease === release
            ? []
            : [{ name: "Before", value: [{ code: previousRelease }] }]),
        ...(isDone && hosts.length > 0
            ? [
                {
                    name: "Fleet",
                    value: [
                        `${serving} of ${counted(hosts.length, "host")} ${serving === 1 ? "serves" : "serve"} this release`,
                    ],
                },
            ]
            : []),
        ...(downtime === undefined
            ? []
            : [
                {
                    name: "Downtime",
                    value: [
                        downtime.lost === 0
                            ? `none: 0 of ${downtime.requests} requests lost`
                            : `${Math.ceil(downtime.milliseconds)} ms: ${downtime.lost} of ${downtime.requests} requests lost`,
                    ],
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/run-title.js

const RUN_WORDS = {
    started: "started",
    success: "passed",
    recovered: "passed again",
    failure: "failed",
    cancelled: "was cancelled",
    skipped: "did nothing",
    warning: "passed with warnings",
};
const DEPLOYMENT_WORDS = {
    started: "deployment started",
    success: "deployed",
    recovered: "deployed again",
    failure: "deployment failed",
    cancelled: "deployment cancelled",
    skipped: "not deployed",
    warning: "deployed with warnings",
};
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Those that are not here are told by the state. */
const OUTCOME_WORDS = {
    planned: "planned, nothing was changed",
    refused: "refused, nothing was changed",
    deployed: "deployed",
    unchanged: "was deployed already",
    "rolled-back": "rolled back",
    mixed: "hosts serve different releases",
    unknown: "nobody knows what the hosts serve",
    cancelled: "cancelled",
};
/**
 * One line that needs no other: `jessy v1.2.3 → production: rolled back`, or `jessy: CI failed on main`. Its word is never better
 * than the state.
 */
function runTitle(facts, state, results) {
    const deployment = worstFleet(results)?.deployment;
    const again = facts.run.attempt > 1 ? ` (attempt ${facts.run.attempt})` : "";
    const environment = deployedTo(facts, deployment);
    if (environment === undefined)
        return `${runSentence(facts, state)}${again}`;
    const what = [facts.repository.name, deployedVersion(facts, deployment)].filter(Boolean).join(" ");
    return `${what} → ${environment}: ${deploymentWord(state, deployment, results)}${again}`;
}
/** The environment's name, where the run is about one. */
function deployedTo(facts, deployment) {
    return deployment?.environment || facts.environment?.name || (deployment === undefined ? undefined : "hosts");
}
/** The version of the deployment, else the tag, else the short commit. */
function deployedVersion(facts, deployment) {
    const ref = refName(facts.ref);
    if (deployment?.version !== undefined && COMMIT.test(deployment.version))
        return deployment.version.slice(0, 7);
    return deployment?.version || (ref?.kind === "tag" ? ref.name : (facts.commit?.sha.slice(0, 7) ?? ""));
}
function runSentence({ repository, run, ref, status }, state) {
    const name = refName(ref)?.name;
    const word = state === "failure" && status === "timed_out" ? "timed out" : RUN_WORDS[state];
    return `${repository.name}: ${run.workflow} ${word}${name === undefined ? "" : ` on ${name}`}`;
}
/** Of several fleets the message speaks of the first that failed. */
function worstFleet(results) {
    const fleets = results.filter(({ deployment }) => deployment !== undefined);
    return fleets.find(({ fails }) => fails) ?? fleets[0];
}
function deploymentWord(state, deployment, results) {
    if (deployment === undefined || state === "started")
        return DEPLOYMENT_WORDS[state];
    const word = Object.hasOwn(OUTCOME_WORDS, deployment.outcome) ? OUTCOME_WORDS[deployment.outcome] : undefined;
    if (word === undefined)
        return DEPLOYMENT_WORDS[state];
    const isGood = deployment.outcome === "deployed" || deployment.outcome === "unchanged";
    if (!isGood)
        return word;
    if (state === "failure")
        return deployment.fails ? DEPLOYMENT_WORDS.failure : `${word}, and ${culprit(results)}`;
    if (state === "cancelled")
        return `${word}, and the run was cancelled`;
    if (state === "warning")
        return `${word}, with warnings`;
    return state === "recovered" ? `${word}, works again` : word;
}
const VERDICT_WORDS = {
    pass: "failed",
    fail: "failed",
    inconclusive: "was inconclusive",
    broken: "broke",
};
/** What failed after a deployment that did not. */
function culprit(results) {
    const failed = results.find(({ fails }) => fails);
    return failed === undefined ? "the run failed" : `${failed.action} ${VERDICT_WORDS[failed.verdict]}`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/placeholder-values.js





/** What the placeholders of a template stand for. */
function placeholderValues(facts, state, results, deployment) {
    const { run, repository, commit, pullRequest } = facts;
    const url = deployment?.url ?? facts.environment?.url;
    const failed = facts.jobs?.filter(({ conclusion }) => isFailure(conclusion)) ?? [];
    return {
        state: [LOOKS[state].word],
        title: [runTitle(facts, state, results)],
        repository: [{ text: `${repository.owner}/${repository.name}`, href: repository.url }],
        workflow: [run.workflow],
        run: [{ text: `run ${run.number}`, href: run.url }],
        "run-url": [{ text: run.url, href: run.url }],
        attempt: [String(run.attempt)],
        event: [run.event],
        actor: [facts.actor ?? ""],
        branch: [refName(facts.ref)?.name ?? ""],
        commit: commit === undefined ? [] : [{ text: shortSha(commit.sha), href: commit.url }],
        "commit-title": [commitTitle(commit?.message)],
        "pull-request": pullRequest === undefined ? [] : [{ text: `#${pullRequest.number}`, href: pullRequest.url }],
        environment: [deployedTo(facts, deployment) ?? ""],
        "environment-url": url === undefined ? [] : [{ text: url, href: url }],
        version: [deployedVersion(facts, deployment)],
        duration: [runDuration(facts)],
        "failed-jobs": failed.length > 0
            ? separated(failed.map(({ name, url: href }) => [{ text: name, href }]))
            : separated(facts.needs.filter(({ result }) => isFailure(result)).map(({ name }) => [name])),
        results: separated(results.map(({ action, headline }) => [`${action}: ${headline}`])),
    };
}
function separated(lines) {
    return lines.flatMap((line, at) => (at === 0 ? line : [", ", ...line]));
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/prose-line.js
/** Our own sentences put names between backticks. A half that is left over is text. */
function proseLine(sentence) {
    return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/result-sections.js
/** More of them are in the run's summary. */
const MAX_DETAILS = 5;
/**
 * What the actions found: a line each, then what a reader asks of them.
 * @param told whose headline the message has said already
 */
function resultSections(results, unread, told) {
    const lines = [
        ...results
            .filter((result) => result !== told)
            .map((result) => [`${markOf(result)} `, { strong: nameOf(result) }, `: ${result.headline}`]),
        ...unread.map((sentence) => [`⚠️ ${sentence}`]),
    ];
    return [
        ...results.flatMap(({ deployment }) => (deployment === undefined ? [] : hostSections(deployment))),
        ...(lines.length === 0 ? [] : [{ title: "Results", lines }]),
        ...results.flatMap(detailSections),
    ];
}
function detailSections({ details, name }) {
    if (details === undefined || details.lines.length === 0)
        return [];
    const { title, lines } = details;
    const more = lines.length - MAX_DETAILS;
    return [
        {
            title: name === "" ? title : `${title} (${name})`,
            lines: more <= 0 ? lines : [...lines.slice(0, MAX_DETAILS), [`… and ${more} more`]],
        },
    ];
}
/** Every host, those that failed first, unless all of them serve what was deployed: then a field says so. */
function hostSections({ hosts, release, outcome }) {
    if (outcome === "planned" || hosts.every(({ serving }) => serving === release))
        return [];
    const lines = [...hosts]
        .sort((a, b) => Number(b.failure !== undefined) - Number(a.failure !== undefined))
        .map(({ name, state, serving, failure }) => [
        { strong: name },
        `: ${state.replace("-", " ")}, `,
        ...servedBy(serving),
        ...(failure === undefined ? [] : [` (${failure})`]),
    ]);
    return [{ title: "Hosts", lines }];
}
function servedBy(serving) {
    if (serving === undefined)
        return ["nobody knows what it serves"];
    return serving === "" ? ["serves nothing"] : ["serves ", { code: serving }];
}
function markOf({ fails, verdict }) {
    return fails ? "❌" : verdict === "pass" ? "✅" : "⚠️";
}
function nameOf({ action, name }) {
    return name === "" ? action : `${action} (${name})`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/composing/run-state.js

/**
 * The worst of what is known. `job.status` knows its own job alone, so the jobs before it and their result files decide as well:
 * a step that may fail, and did, is no success.
 * @param results those that can be read
 * @param hasUnread whether a result file says nothing
 */
function runState(facts, results, hasUnread) {
    const { status, needs, jobs, history } = facts;
    if (status === "started")
        return "started";
    const ends = [status, ...needs.map(({ result }) => result)];
    if (ends.some(isFailure) || results.some(({ fails }) => fails))
        return "failure";
    const failed = jobs?.filter(({ conclusion }) => isFailure(conclusion)) ?? [];
    // GitHub says `success` in `needs` of a job that may fail; of a job that is not listed nobody knows whether it may.
    if (failed.some((job) => !needs.some((need) => isOf(job, need.name))))
        return "failure";
    if (ends.includes("cancelled") || ends.includes("stale"))
        return "cancelled";
    const isWeak = results.some(({ verdict }) => verdict !== "pass");
    if (failed.length > 0 || isWeak || hasUnread || ends.includes("action_required"))
        return "warning";
    if (isIdle(status) || (needs.length > 0 && needs.every(({ result }) => isIdle(result))))
        return "skipped";
    return history?.previous === "failure" ? "recovered" : "success";
}
/** By its id, unless it has a name of its own: `test`, `test (ubuntu)` of a matrix, `test / unit` of a called workflow. */
function isOf({ name }, id) {
    return name === id || name.startsWith(`${id} (`) || name.startsWith(`${id} / `);
}
function isIdle(conclusion) {
    return conclusion === "skipped" || conclusion === "neutral";
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(5584);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/results/deployment.js

/** @throws ReportError */
function readDeployment(file) {
    const words = (key) => (0,json_fields.optional)(key, file.get(key), (value) => value.text())[key];
    return {
        outcome: file.get("outcome").text(),
        fails: (0,json_fields.boolean)(file.get("fails")),
        version: words("version"),
        release: file.get("release").text(),
        previousRelease: words("previousRelease"),
        environment: words("environment") ?? "",
        url: words("url"),
        hosts: (0,json_fields.list)(file.get("hosts"), readHost),
        downtime: (0,json_fields.optional)("downtime", file.get("downtime"), readDowntime).downtime,
        rerun: words("rerun") ?? "",
    };
}
function readHost(host) {
    const serving = host.get("serving");
    const failure = host.get("failure");
    return {
        name: host.get("name").text(),
        state: host.get("state").text(),
        serving: serving.isMissing ? undefined : serving.text(),
        failure: failure.isMissing ? undefined : failure.get("message").text(),
    };
}
function readDowntime(downtime) {
    return {
        requests: (0,json_fields.whole)(downtime.get("requests")),
        lost: (0,json_fields.whole)(downtime.get("lost")),
        milliseconds: downtime.get("milliseconds").number(),
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/results/findings.js

/** The findings of trivy-scan that fail, in the file's order: the worst first. @throws ReportError */
function readFindings(file) {
    return (0,json_fields.list)(file.get("findings"), (finding) => finding)
        .filter((finding) => (0,json_fields.boolean)(finding.get("fails")))
        .map(readFinding);
}
function readFinding(finding) {
    const id = finding.get("id").text();
    const url = finding.get("url");
    const known = finding.get("package");
    const place = known.isMissing
        ? placeOf(finding.get("place"))
        : ` in ${known.get("name").text()} ${known.get("version").text()}`;
    return [
        { strong: finding.get("severity").text() },
        " ",
        url.isMissing ? id : { text: id, href: url.text() },
        place,
        `: ${finding.get("title").text()}`,
        ...(known.isMissing ? [] : [fixOf(known.get("fixedVersions"))]),
    ];
}
function placeOf(place) {
    const file = place.get("file").text();
    const line = place.get("startLine");
    return file === "" ? "" : ` in ${file}${line.isMissing ? "" : `:${line.number()}`}`;
}
function fixOf(versions) {
    const fixed = (0,json_fields.list)(versions, (version) => version.text());
    return fixed.length === 0 ? " (no fix yet)" : ` (fixed in ${fixed[0]})`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/results/images.js

/** References of docker-build-push with what became of them; those of a dry run are left out. @throws ReportError */
function readImages(file) {
    return (0,json_fields.list)(file.get("images"), (image) => image).flatMap((image) => {
        const digest = image.get("digest");
        const at = digest.isMissing ? [] : [" → ", { code: digest.text().slice(0, "sha256:".length + 12) }];
        return (0,json_fields.list)(image.get("references"), (reference) => ({
            name: reference.get("reference").text(),
            state: reference.get("state").text(),
            problem: reference.get("problem"),
        }))
            .filter(({ state }) => state !== "planned")
            .map(({ name, state, problem }) => [
            { code: name },
            ...at,
            ` (${state}${problem.isMissing ? "" : `: ${problem.text()}`})`,
        ]);
    });
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/results/release.js
/** Where the release stands; undefined until there is one. @throws ReportError */
function readRelease(file) {
    const release = file.get("release");
    if (release.isMissing)
        return undefined;
    return { text: `Release ${file.get("tag").text()}`, url: release.get("url").text() };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/results/smoke-checks.js

/** The checks of smoke-test that did not pass, and why; those that may fail come last. @throws ReportError */
function readSmokeChecks(file) {
    const checks = (0,json_fields.list)(file.get("checks"), (check) => ({
        name: check.get("name").text(),
        url: check.get("url").text(),
        state: check.get("state").text(),
        isOptional: (0,json_fields.boolean)(check.get("optional")),
        reason: check.get("reason"),
    }));
    return checks
        .filter(({ state }) => state !== "passed")
        .sort((a, b) => Number(a.isOptional) - Number(b.isOptional))
        .map(({ name, url, state, isOptional, reason }) => [
        { text: name, href: url },
        `: ${reason.isMissing ? state : reason.text()}${isOptional ? " (optional)" : ""}`,
    ]);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/results/read-result.js






const VERDICTS = ["pass", "fail", "inconclusive", "broken"];
const DETAILS = {
    "docker-build-push": { title: "Images", read: readImages },
    "smoke-test": { title: "Checks that did not pass", read: readSmokeChecks },
    "trivy-scan": { title: "Findings that fail", read: readFindings },
};
/**
 * A result file of one of our actions, by the fields that all their schemas have, and those of its own that say more.
 * @throws ReportError where it is none
 */
function readResult(file) {
    const schema = file.get("schema");
    const action = /^jessy-actions\/([a-z][a-z-]{0,40})\/v1$/.exec(schema.text())?.[1];
    if (action === undefined)
        throw schema.not("the schema of a result that this version knows");
    const verdict = (0,json_fields.oneOf)(file.get("verdict"), VERDICTS);
    const { fails } = (0,json_fields.optional)("fails", file.get("fails"), flag);
    const detail = Object.hasOwn(DETAILS, action) ? DETAILS[action] : undefined;
    const { name } = (0,json_fields.optional)("name", file.get("name"), (value) => value.text());
    return {
        action,
        name: name ?? "",
        verdict,
        // Older results of coverage-gate do not have it.
        fails: fails ?? verdict !== "pass",
        headline: file.get("headline").text(),
        about: readAbout(file.get("context")),
        details: detail && { title: detail.title, lines: detail.read(file) },
        link: action === "release" ? readRelease(file) : undefined,
        deployment: action === "ssh-deploy" ? readDeployment(file) : undefined,
    };
}
function flag(value) {
    if (typeof value.raw !== "boolean")
        throw value.not("true or false");
    return value.raw;
}
function readAbout(context) {
    const repository = context.get("repository");
    if (repository.isMissing)
        return undefined;
    // The commit that people pushed: on a pull request another one may have been measured.
    const sha = [context.get("pushed"), context.get("headSha")].find((value) => !value.isMissing);
    return { repository: repository.text(), sha: sha?.text() };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/template.js
/** Each stands for a fact that may be absent, and then for nothing. */
const PLACEHOLDERS = [
    "state",
    "title",
    "repository",
    "workflow",
    "run",
    "run-url",
    "attempt",
    "event",
    "actor",
    "branch",
    "commit",
    "commit-title",
    "pull-request",
    "environment",
    "environment-url",
    "version",
    "duration",
    "failed-jobs",
    "results",
];
/**
 * `{{` and `}}` are braces, and so are those around other words: people paste commit messages into their templates, and a message
 * that is not sent because of one would be worse than one that shows `{comit}`.
 */
function parseTemplate(text) {
    const parts = [];
    let plain = "";
    for (const [token, name] of text.matchAll(/\{\{|\}\}|\{([a-z-]+)\}|[^{}]+|[{}]/g)) {
        if (name !== undefined && isPlaceholder(name)) {
            if (plain !== "")
                parts.push(plain);
            plain = "";
            parts.push({ placeholder: name });
        }
        else
            plain += token === "{{" ? "{" : token === "}}" ? "}" : token;
    }
    return plain === "" ? parts : [...parts, plain];
}
/** Values stay what they are: a placeholder in a commit's title is text. */
function fillTemplate(template, values) {
    return template.flatMap((part) => (typeof part === "string" ? [part] : values[part.placeholder]));
}
function isPlaceholder(name) {
    return PLACEHOLDERS.includes(name);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/compose-message.js













/** The message about a run: from its jobs and what our actions found, and in the user's own words where there are some. */
function composeMessage(facts) {
    const read = facts.resultFiles.map((file) => readFile(file, facts));
    const results = read.flatMap((one) => ("result" in one ? [one.result] : []));
    const unread = read.flatMap((one) => ("problem" in one ? [one.problem] : []));
    const state = runState(facts, results, unread.length > 0);
    const fleet = worstFleet(results);
    const deployment = fleet?.deployment;
    const values = placeholderValues(facts, state, results, deployment);
    const fill = (template) => fillTemplate(template, values);
    const { own } = facts;
    const made = {
        text: [...headline(fleet), ...subjectLine(facts), ...historyLine(facts, state), ...rerunLine(deployment)],
        fields: runFields(facts, deployment),
        sections: facts.status === "started" ? [] : [...failedJobs(facts), ...resultSections(results, unread, fleet)],
    };
    const body = own.body === undefined
        ? {
            text: [...own.text.map(fill), ...made.text],
            fields: [
                ...stateField(own.title, state),
                ...own.fields.map(({ name, value }) => ({ name, value: fill(value) })),
                ...made.fields,
            ],
            sections: made.sections,
        }
        : { text: own.body.map(fill), fields: [], sections: [] };
    return {
        state,
        title: own.title === undefined ? runTitle(facts, state, results) : plainText(fill(own.title)),
        titleUrl: facts.run.url,
        ...body,
        buttons: [
            { text: `Run ${facts.run.number}`, url: facts.run.url },
            ...own.buttons,
            ...environmentLink(facts, deployment),
            ...results.flatMap(({ link }) => link ?? []),
            ...changesLink(facts),
        ],
        mentions: facts.mentions,
        footer: footerOf(facts),
        time: facts.time,
    };
}
/** What a file says, or a sentence about why it says nothing of this run. */
function readFile(file, { repository, commit }) {
    if ("problem" in file)
        return { problem: `${file.file}: ${file.problem}` };
    try {
        const result = readResult(file.content);
        const { about } = result;
        const ours = `${repository.owner}/${repository.name}`;
        if (about !== undefined && about.repository.toLowerCase() !== ours.toLowerCase()) {
            return { problem: `${file.file} is about ${about.repository}` };
        }
        if (about?.sha !== undefined && commit !== undefined && about.sha !== commit.sha) {
            return { problem: `${file.file} is about another commit, ${about.sha.slice(0, 7)}` };
        }
        return { result };
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return { problem: `${file.file}: ${error.message}` };
        throw error;
    }
}
/** A mark never stands without a word, which the user's own title may not have. */
function stateField(title, state) {
    const says = (part) => typeof part !== "string" && (part.placeholder === "state" || part.placeholder === "title");
    return title === undefined || title.some(says) ? [] : [{ name: "State", value: [LOOKS[state].word] }];
}
/** What became of the fleet comes first; what the message announces is not there yet. */
function headline(fleet) {
    return fleet === undefined ? [] : [proseLine(fleet.headline)];
}
function rerunLine(deployment) {
    return deployment?.fails && deployment.rerun !== "" ? [proseLine(deployment.rerun)] : [];
}
function environmentLink(facts, deployment) {
    const url = deployment?.url ?? facts.environment?.url;
    const name = deployedTo(facts, deployment);
    return url === undefined || name === undefined ? [] : [{ text: `Open ${name}`, url }];
}
function footerOf({ repository, run }) {
    const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : "";
    return `${repository.owner}/${repository.name} · ${run.workflow} · run ${run.number}${attempt}`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/fitting/tidy-message.js



/** No chat shows more of any of them; so many lines of outside text are looked at, and no more. */
const MAX_LINES = 400;
/** Code points of all lines together. Lines beyond it are no more than begun: they count among those that do not fit. */
const MAX_TEXT = 100_000;
const MIN_LINE = 30;
/** Of fields and sections: cut by the chats that have a limit for them. */
const tidy_message_MAX_NAME = 300;
const MAX_SECTIONS = 20;
const MAX_BUTTONS = 5;
/** Code points of all links with their addresses, so that they leave room for what is said. */
const MAX_LINKS = 2200;
const MAX_FOOTER = 200;
const MAX_BUTTON_TEXT = 75;
const MAX_MENTIONS = 50;
/**
 * A message of which every text is one line that can be seen and every address can be opened, without anything that is empty:
 * Discord refuses empty fields, Slack empty texts. What chats write of it needs no further care than their own escapes.
 */
function tidyMessage(message) {
    const buttons = tidyButtons(message.buttons);
    let room = MAX_TEXT;
    const line = (given) => {
        const tidied = tidyLine(given, Math.max(MIN_LINE, Math.min(MAX_LINE, room)));
        room -= codePoints(plainText(tidied));
        return tidied;
    };
    const lines = (given) => firstLines(given, MAX_LINES)
        .map(line)
        .filter((tidied) => tidy_message_isSeen(plainText(tidied)));
    const tidy = {
        ...message,
        title: plainText(tidyLine([message.title])) || "(no title)",
        titleUrl: message.titleUrl === undefined ? undefined : tidyUrl(message.titleUrl),
        text: lines(message.text),
        fields: message.fields
            .slice(0, MAX_LINES)
            .map(({ name, value }) => ({ name: tidyText(name, tidy_message_MAX_NAME).trim(), value: line(value) }))
            .filter(({ name, value }) => tidy_message_isSeen(name) && tidy_message_isSeen(plainText(value))),
        sections: message.sections
            .slice(0, MAX_SECTIONS)
            .map((section) => ({ title: tidyText(section.title, tidy_message_MAX_NAME).trim() || "Details", lines: lines(section.lines) }))
            .filter((section) => section.lines.length > 0),
        buttons: buttons.payload,
        mentions: message.mentions.slice(0, MAX_MENTIONS),
        footer: cutText(tidyText(message.footer).trim(), MAX_FOOTER),
    };
    const strangers = message.mentions.length - tidy.mentions.length;
    return {
        payload: tidy,
        left: [
            ...buttons.left,
            ...(strangers > 0 ? [`${counted(strangers, "mention")} left out: a message calls at most ${MAX_MENTIONS}`] : []),
        ],
    };
}
function tidyButtons(buttons) {
    const kept = [];
    const left = [];
    let room = MAX_LINKS;
    for (const button of buttons) {
        const text = cutText(tidyText(button.text).trim(), MAX_BUTTON_TEXT);
        const url = tidyUrl(button.url);
        const length = codePoints(text) + (url?.length ?? 0);
        if (url === undefined)
            left.push(`the link “${text}” was left out: its address is too long, or not one of the web`);
        else if (kept.length === MAX_BUTTONS || length > room)
            left.push(`the link “${text}” was left out: there are too many`);
        else if (tidy_message_isSeen(text)) {
            kept.push({ text, url });
            room -= length;
        }
    }
    return { payload: kept, left };
}
function tidy_message_isSeen(text) {
    return text.trim() !== "";
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/fitting/fit-message.js




/** A shorter start of a line than this says nothing. */
const MIN_START = 20;
/**
 * The payload of as much of a message as a chat takes. What matters least goes first: lines of sections from the end, then
 * fields, paragraphs and buttons.
 * @param render cuts single parts to their own limits, and says so
 * @param fits whether the whole is within the chat's limits; a title alone must be
 */
function fitMessage(message, render, fits) {
    const { payload: whole, left: untidy } = tidyMessage(message);
    const rendered = render(whole);
    if (fits(rendered.payload))
        return { ...rendered, left: [...untidy, ...rendered.left] };
    const units = fit_message_unitsOf(whole);
    const isFit = (kept) => fits(render(messageOf(whole, kept)).payload);
    const count = greatest(units.length, (number) => isFit(units.slice(0, number)));
    const kept = units.slice(0, count);
    const next = units[count];
    if (next !== undefined && "line" in next) {
        const started = (length) => ({ ...next, line: cutLine(next.line, length) });
        const length = greatest(codePoints(plainText(next.line)), (number) => isFit([...kept, started(number)]));
        if (length >= MIN_START)
            kept.push(started(length));
    }
    const short = messageOf(whole, kept);
    const { payload, left } = render(short);
    return { payload, left: [...untidy, ...losses(whole, short), ...left] };
}
/** The greatest number from 0 that holds, where all smaller ones hold as well. 0 is taken to hold. */
function greatest(most, holds) {
    let known = 0;
    let beyond = most + 1;
    while (beyond - known > 1) {
        const middle = (known + beyond) >> 1;
        if (holds(middle))
            known = middle;
        else
            beyond = middle;
    }
    return known;
}
/** In order of importance. */
function fit_message_unitsOf({ buttons, text, fields, sections }) {
    return [
        ...buttons.map((button) => ({ of: "buttons", button })),
        ...text.map((line) => ({ of: "text", line })),
        ...fields.map(({ name, value }) => ({ of: "fields", name, line: value })),
        ...sections.flatMap(({ lines }, section) => lines.map((line) => ({ of: "sections", section, line }))),
    ];
}
function messageOf(message, units) {
    const lines = message.sections.map(() => []);
    for (const unit of units)
        if (unit.of === "sections")
            lines[unit.section].push(unit.line);
    return {
        ...message,
        buttons: units.flatMap((unit) => (unit.of === "buttons" ? [unit.button] : [])),
        text: units.flatMap((unit) => (unit.of === "text" ? [unit.line] : [])),
        fields: units.flatMap((unit) => (unit.of === "fields" ? [{ name: unit.name, value: unit.line }] : [])),
        sections: message.sections.flatMap((section, at) => {
            const kept = lines[at];
            if (kept.length === 0)
                return [];
            const more = section.lines.length - kept.length;
            return [{ ...section, lines: more === 0 ? kept : [...kept, [`… and ${more} more`]] }];
        }),
    };
}
/** A sentence for each kind of thing that is missing from the shorter message, whose parts are the first of the whole's. */
function losses(whole, short) {
    const buttons = whole.buttons.length - short.buttons.length;
    const paragraphs = whole.text.length - short.text.length;
    const fields = whole.fields.slice(short.fields.length).map(({ name }) => name);
    const sections = whole.sections.slice(short.sections.length).map(({ title }) => `“${title}”`);
    const isCut = short.text.some((line, at) => line !== whole.text[at]) ||
        short.fields.some(({ value }, at) => value !== whole.fields[at].value);
    return [
        ...(buttons > 0 ? [`${counted(buttons, "link")} did not fit`] : []),
        ...(paragraphs > 0 ? [`${counted(paragraphs, "paragraph")} did not fit`] : []),
        ...(fields.length > 0 ? [`${counted(fields.length, "field")} did not fit: ${named(fields)}`] : []),
        ...(isCut ? ["the last line that fits was cut"] : []),
        ...short.sections.flatMap(({ title, lines }, at) => lines.some((line, index) => line !== whole.sections[at].lines[index]) ? [`“${title}” was shortened`] : []),
        ...(sections.length > 0 ? [`${counted(sections.length, "section")} did not fit: ${named(sections)}`] : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/webhook-payload.js



const WEBHOOK_SCHEMA = "jessy-actions/notify-message/v1";
/** Of the body, in bytes: less than what any receiver that we know of refuses. */
const MAX_WEBHOOK_BYTES = 64 * 1024;
/** @param id becomes the header Idempotency-Key as well: `run-attempt-step` */
function webhookPayload(message, facts, id) {
    return fitMessage(message, (part) => ({ payload: renderWebhook(part, facts, id), left: [] }), (payload) => new TextEncoder().encode(JSON.stringify(payload)).length <= MAX_WEBHOOK_BYTES);
}
/** The header X-Hub-Signature-256, in the form of GitHub's own webhooks. @param body exactly as it is sent */
function webhookSignature(body, secret) {
    return `sha256=${(0,external_node_crypto_.createHmac)("sha256", secret).update(body, "utf8").digest("hex")}`;
}
function renderWebhook(message, facts, id) {
    const { id: runId, number, attempt, url, workflow, event } = facts.run;
    return {
        schema: WEBHOOK_SCHEMA,
        id,
        state: message.state,
        title: message.title,
        url: message.titleUrl ?? null,
        text: message.text.map(webhookLine),
        fields: message.fields.map(({ name, value }) => ({ name, value: webhookLine(value) })),
        sections: message.sections.map(({ title, lines }) => ({ title, lines: lines.map(webhookLine) })),
        links: message.buttons,
        time: message.time,
        repository: facts.repository,
        run: { id: runId, number, attempt, url, workflow, event },
        ref: facts.ref ?? null,
        commit: facts.commit?.sha ?? null,
        actor: facts.actor ?? null,
        environment: facts.environment?.name ?? null,
    };
}
function webhookLine(line) {
    const link = line.find((part) => typeof part !== "string" && "href" in part);
    return {
        text: plainText(line),
        url: link !== undefined && typeof link !== "string" && "href" in link ? link.href : null,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/judging/occasion.js
/**
 * Whether there is something to say. What the runs before say decides `change`; where GitHub does not tell, the message
 * goes out: silence would hide a first failure. Pure.
 */
function judgeOccasion(on, state, history) {
    switch (on) {
        case "always":
            return { on, isMet: true, reason: "every message is sent" };
        case "failure":
            return { on, isMet: state === "failure", reason: WORDS[state] };
        case "change":
            return { on, ...judgeChange(state, history) };
    }
}
const WORDS = {
    started: "the run has only started",
    success: "the run passed",
    failure: "the run failed",
    cancelled: "the run was cancelled",
    skipped: "the run was skipped",
    warning: "the run passed with warnings",
    recovered: "the run passed after a failure",
};
function judgeChange(state, history) {
    const said = WORDS[state];
    if (state === "started" || state === "cancelled" || state === "skipped")
        return { isMet: false, reason: `${said}, which is neither a first failure nor a recovery` };
    if (history === undefined)
        return { isMet: true, reason: `${said}, and GitHub does not say how the run before ended` };
    const { previous, redRuns } = history;
    if (state === "failure") {
        if (previous === "failure")
            return { isMet: false, reason: `${said}, as the one before did` };
        return {
            isMet: true,
            reason: previous === "none" ? `${said}, and none was before it` : `${said}, and the one before did not`,
        };
    }
    if (previous !== "failure")
        return {
            isMet: false,
            reason: previous === "none" ? `${said}, and none was before it` : `${said}, as the one before did`,
        };
    return {
        isMet: true,
        reason: `the run passed after ${redRuns === 1 ? "a run that failed" : `${redRuns} runs that failed`}`,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/judging/verdict.js
/** Names what became of a message. Only `fail-on-error` lets a message decide how the step ends. Pure. */
function judge(outcome) {
    const { deliveries, missingSecrets, occasion, settings } = outcome;
    const failed = deliveries.filter(({ status }) => status === "failed");
    const unknown = deliveries.filter(({ status }) => status === "unknown");
    const arrived = deliveries.filter(({ status }) => ARRIVED.has(status));
    const planned = deliveries.filter(({ status }) => status === "planned");
    if (deliveries.length === 0) {
        if (missingSecrets !== null)
            return skipped(`No message: ${missingSecrets}`);
        return bad("fail", "No message was sent: no target is set, or its secret is empty", "false", settings.failOnError);
    }
    if (failed.length > 0) {
        const [one] = failed;
        const what = arrived.length + unknown.length + planned.length === 0
            ? `No message was sent: ${sentence(one)}${others(failed)}`
            : `The message did not reach ${names(failed)}: ${sentence(one)}${others(failed)}`;
        return bad("fail", what, deliveredOf(arrived, unknown), settings.failOnError);
    }
    if (unknown.length > 0) {
        const what = `It is not known whether the message reached ${names(unknown)}`;
        return bad("inconclusive", what, deliveredOf(arrived, unknown), settings.failOnError);
    }
    if (planned.length > 0)
        return skipped(`Dry run: the message would go to ${names(planned)}`);
    if (arrived.length === 0)
        return skipped(`No message: ${occasion.isMet ? (missingSecrets ?? occasion.reason) : occasion.reason}`);
    return { verdict: "pass", fails: false, headline: `${sentTo(arrived)}: pass`, delivered: "true" };
}
const ARRIVED = new Set(["sent", "edited", "reposted"]);
function skipped(what) {
    return { verdict: "pass", fails: false, headline: `${what}: pass`, delivered: "skipped" };
}
function bad(verdict, what, delivered, failOnError) {
    return { verdict, fails: failOnError, headline: `${what}: ${verdict}`, delivered };
}
function deliveredOf(arrived, unknown) {
    if (arrived.length > 0)
        return "partly";
    return unknown.length > 0 ? "unknown" : "false";
}
function sentTo(arrived) {
    const edits = arrived.filter(({ status }) => status === "edited");
    if (edits.length === arrived.length)
        return `The message was edited in ${names(arrived)}`;
    return `The message was sent to ${names(arrived)}`;
}
/** `Slack, Discord and Teams`. */
function names(deliveries) {
    const all = deliveries.map(({ target }) => target);
    return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
/** A headline is one line, and a table has the rest. */
function sentence({ target, reason = "" }) {
    const text = /^(?:has|cannot) /.test(reason) ? `${target} ${reason}` : reason;
    return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
function others(failed) {
    return failed.length < 2 ? "" : ` (and ${failed.length - 1} more)`;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/result.js
const RESULT_SCHEMA = "jessy-actions/notify/v1";

;// CONCATENATED MODULE: ./build/js/actions/notify/src/targets/target.js
const TARGET_KINDS = ["slack-webhook", "slack", "discord", "teams", "webhook"];
/** Whether a message that stands is to be edited. */
function isEdit(target) {
    return ((target.kind === "slack" && target.ts !== undefined) ||
        (target.kind === "discord" && target.messageId !== undefined));
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/evaluate.js






/** What is said, whether it is said now, and to whom. Pure: the same facts give the same result. */
function evaluate(inputs, facts) {
    const { run, context, messageId, notes } = facts;
    const message = evaluate_messageOf(inputs, facts);
    const occasion = judgeOccasion(inputs.on, message.state, run.history);
    const missingSecrets = facts.missingSecrets ?? null;
    const outcome = {
        occasion,
        missingSecrets,
        settings: { failOnError: inputs.failOnError, dryRun: inputs.dryRun, maxWait: inputs.maxWait },
        deliveries: [
            ...inputs.targets.map((target) => planned(target, occasion)),
            ...inputs.unusable.map((one) => unusable(one, occasion, missingSecrets)),
        ],
    };
    return {
        schema: RESULT_SCHEMA,
        name: inputs.name,
        ...judge(outcome),
        context,
        state: message.state,
        ...outcome,
        message,
        notes: [...notes, ...unreadFiles(facts)],
        webhook: inputs.targets.some(({ kind }) => kind === "webhook")
            ? webhookPayload(message, run, messageId).payload
            : null,
    };
}
/** People are called only when there is reason to: without the runs before, a pass is no recovery. */
function evaluate_messageOf({ mentionOn, mentions }, { run }) {
    const message = composeMessage({ ...run, mentions: [] });
    const isGuess = mentionOn === "change" && run.history === undefined && message.state !== "failure";
    return !isGuess && judgeOccasion(mentionOn, message.state, run.history).isMet ? { ...message, mentions } : message;
}
/** An edit is made whatever the occasion: the message that stands says "started". */
function planned(target, { isMet, reason }) {
    const { name, kind } = target;
    const none = { target: name, kind, attempts: 0, waited: 0, left: [] };
    return isMet || isEdit(target) ? { ...none, status: "planned" } : { ...none, status: "skipped", reason };
}
function unusable({ name, kind, problem, isEmpty }, { isMet, reason }, missingSecrets) {
    const none = { target: name, kind, attempts: 0, waited: 0, left: [] };
    if (isEmpty && missingSecrets !== null)
        return { ...none, status: "skipped", reason: missingSecrets };
    // What is wrong is said when it matters; `on: change` would otherwise warn in every run.
    return isMet ? { ...none, status: "failed", reason: problem } : { ...none, status: "skipped", reason };
}
function unreadFiles({ run }) {
    return run.resultFiles.flatMap((file) => "problem" in file
        ? [`The result file \`${file.file}\` ${file.problem}${/[.?!]$/.test(file.problem) ? "" : "."}`]
        : []);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/outcome.js
var outcome = __webpack_require__(5195);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/wire.js
var wire = __webpack_require__(1993);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/web-service/delivery.js


/** Milliseconds without a byte after which nobody waits for an answer any more. */
const IDLE_TIMEOUT = 20_000;
const MAX_ANSWER_BYTES = 1_000_000;
/**
 * Sends one request, once, over a connection of its own: on a kept one, a reset would not tell whether the request
 * arrived. Nothing is followed and nothing is tried again. Reasons name the host at most: the address of a webhook is a
 * credential.
 *
 * @param idleTimeout milliseconds, for tests.
 */
async function deliver({ method, url, headers, body }, idleTimeout = IDLE_TIMEOUT) {
    const bytes = Buffer.from(body);
    try {
        const { status, ...answer } = await (0,wire.send)({
            method,
            url,
            headers: { "user-agent": "jessy-actions", ...headers, connection: "close" },
            body: { size: bytes.length, open: () => external_node_stream_.Readable.from([bytes]) },
            maxBytes: MAX_ANSWER_BYTES,
            isInsecure: false,
            idleTimeout,
        });
        return { kind: "answer", status, headers: answer.headers, body: answer.body.toString() };
    }
    catch (error) {
        if (!(error instanceof wire.WireError))
            throw error;
        const reason = reasonOf(error, url.hostname);
        return error.isUnsent ? { kind: "unsent", reason, isFinal: error.isFinal } : { kind: "unanswered", reason };
    }
}
/** Of certificates, what a registry's client would say is of no use here. */
function reasonOf({ code = "", message }, host) {
    if (code === "ENOTFOUND")
        return `there is no host ${host}`;
    if (/CERT|SIGNATURE|HOSTNAME_MISMATCH|ISSUER/.test(code))
        return `the certificate of ${host} is not trusted (${code})`;
    return message;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/markup/discord-markdown.js
/** A line of Discord's Markdown in which only our own parts have a meaning. */
function discordLine(line) {
    // What makes a heading, a list or a quote of a line; after the escapes, which leave these characters alone.
    return line
        .map(discordPart)
        .join("")
        .replace(/^(\s*)(?:([-+#>])|(\d{1,9})([.)]))/, (_, space, mark, digits, dot) => mark === undefined ? `${space}${digits}\\${dot}` : `${space}\\${mark}`);
}
/** Text of others: no style, no mention, no `<t:1>`, no `:emoji:`, no address that becomes a link. */
function escapeDiscord(text) {
    return text.replace(/[\\*_~`|<@[\]]|:(?=\/\/|[^\s:]+:)/g, "\\$&");
}
function discordPart(part) {
    if (typeof part === "string")
        return escapeDiscord(part);
    if ("strong" in part)
        return part.strong.trim() === "" ? part.strong : bold(part.strong);
    // Nothing can be escaped in code, so what would end it is shown as plain text.
    if ("code" in part)
        return part.code.includes("`") ? escapeDiscord(part.code) : `\`${part.code}\``;
    return `[${escapeDiscord(part.text)}](${part.href})`;
}
/** Blanks inside of the stars would leave them as stars. */
function bold(text) {
    const before = text.slice(0, text.length - text.trimStart().length);
    const after = text.slice(text.trimEnd().length);
    return `${before}**${escapeDiscord(text.trim())}**${after}`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/markup/mention-ids.js
/** How each chat writes its ids. An id of one chat is of no other. */
function isSlackUser(id) {
    return /^[UW][A-Z0-9]{2,20}$/.test(id);
}
function isSlackGroup(id) {
    return /^S[A-Z0-9]{2,20}$/.test(id);
}
/** A snowflake, of people and roles alike. */
function isDiscordId(id) {
    return /^\d{17,20}$/.test(id);
}
/** An object id of Entra, or the address that a person signs in with. */
function isTeamsUser(id) {
    return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || /^[^\s@<>]{1,64}@[^\s@<>]{1,189}$/.test(id);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/markup/uncalled.js
/** Several chats share one list of mentions, so one chat says something only if it calls nobody at all. */
function uncalled(chat, mentions, called, knows) {
    if (mentions.length === 0 || called > 0)
        return [];
    return [`nobody is called: no mention is of ${chat}, which knows ${knows}`];
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/markup/discord-mentions.js


function discordCalls(mentions) {
    const ids = (kind) => [
        ...new Set(mentions.flatMap((one) => (one.kind === kind && isDiscordId(one.id) ? [one.id] : []))),
    ];
    const users = ids("user");
    const roles = ids("group");
    const isHere = mentions.some(({ kind }) => kind === "here");
    const isEveryone = mentions.some(({ kind }) => kind === "everyone" || kind === "channel");
    const words = [
        ...(isEveryone ? ["@everyone"] : isHere ? ["@here"] : []),
        ...users.map((id) => `<@${id}>`),
        ...roles.map((id) => `<@&${id}>`),
    ];
    return {
        payload: {
            content: words.join(" "),
            allowed_mentions: { parse: isHere || isEveryone ? ["everyone"] : [], users, roles },
        },
        left: uncalled("Discord", mentions, words.length, "ids of 17 to 20 digits"),
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/discord-payload.js







/** discord.com/developers/docs/resources/message#embed-object-embed-limits */
const DISCORD_LIMITS = {
    title: 256,
    description: 4096,
    fields: 25,
    fieldName: 256,
    fieldValue: 1024,
    footer: 2048,
    /** Of all these texts together. */
    embed: 6000,
};
/**
 * A message as one embed. Posts and edits are alike: an edit without `content` would keep the old one, and without
 * `allowed_mentions` be parsed with Discord's defaults.
 */
function discordPayload(message) {
    return fitMessage(message, renderDiscord, ({ embeds: [embed] }) => embedLength(embed) <= DISCORD_LIMITS.embed);
}
function renderDiscord(message) {
    const left = [];
    const say = (isCut, what) => {
        if (isCut)
            left.push(what);
    };
    const { payload: calls, left: strangers } = discordCalls(message.mentions);
    left.push(...strangers);
    const heading = [`${LOOKS[message.state].mark} ${message.title}`];
    const title = within(heading, DISCORD_LIMITS.title);
    say(title !== discordLine(heading), `the title was cut to ${DISCORD_LIMITS.title} characters`);
    const links = message.buttons.length === 0 ? [] : [linkLine(message.buttons)];
    const paragraphs = [...message.text, ...links];
    const description = linesWithin(message.text, links, DISCORD_LIMITS.description);
    say(description !== joined(paragraphs), `the text was cut to ${DISCORD_LIMITS.description} characters`);
    const facts = message.fields.slice(0, Math.max(0, DISCORD_LIMITS.fields - message.sections.length));
    const missing = message.fields.slice(facts.length);
    say(missing.length > 0, `${counted(missing.length, "field")} did not fit among ${DISCORD_LIMITS.fields}: ${named(missing.map(({ name }) => name))}`);
    const fields = [
        ...facts.map(({ name, value }) => {
            const cut = within(value, DISCORD_LIMITS.fieldValue);
            say(cut !== discordLine(value), `“${name}” was cut to ${DISCORD_LIMITS.fieldValue} characters`);
            return { name: within([name], DISCORD_LIMITS.fieldName), value: cut, inline: isShort(name, value) };
        }),
        ...message.sections.map((section) => {
            const lines = section.lines.map((line) => ["• ", ...line]);
            const value = linesWithin(lines, [], DISCORD_LIMITS.fieldValue);
            say(value !== joined(lines), `“${section.title}” was shortened to ${DISCORD_LIMITS.fieldValue} characters`);
            return { name: within([section.title], DISCORD_LIMITS.fieldName), value, inline: false };
        }),
    ];
    const embed = {
        title,
        ...(message.titleUrl !== undefined && { url: message.titleUrl }),
        ...(description !== "" && { description }),
        color: LOOKS[message.state].color,
        fields,
        ...(message.footer !== "" && { footer: { text: cutText(message.footer, DISCORD_LIMITS.footer) } }),
        timestamp: new Date(message.time).toISOString(),
    };
    return { payload: { ...calls, embeds: [embed] }, left };
}
/** The start of a line whose Markdown is within a limit: escapes count, and none is cut through. */
function within(line, limit) {
    const whole = discordLine(line);
    if (codePoints(whole) <= limit)
        return whole;
    const fits = (length) => codePoints(discordLine(cutLine(line, length))) <= limit;
    return discordLine(cutLine(line, greatest(codePoints(plainText(line)), fits)));
}
/** The first lines, then those that must be there; of a first line that is too long, its start. */
function linesWithin(lines, after, limit) {
    const fits = (kept) => codePoints(joined([...kept, ...after])) <= limit;
    if (fits(lines))
        return joined([...lines, ...after]);
    const count = greatest(lines.length, (number) => fits(firstLines(lines, number)));
    if (count > 0)
        return joined([...firstLines(lines, count), ...after]);
    const rest = codePoints(joined([[], ...firstLines(lines, 1).slice(1), ...after]));
    const start = within(lines[0] ?? [], Math.max(0, limit - rest));
    return [start, ...[...firstLines(lines, 1).slice(1), ...after].map(discordLine)].join("\n");
}
function joined(lines) {
    return lines.map(discordLine).join("\n");
}
/** Whether two such fields stand well beside each other. */
function isShort(name, value) {
    return codePoints(name) <= 30 && codePoints(plainText(value)) <= 40;
}
function embedLength({ title, description, fields, footer }) {
    const texts = [title, description ?? "", footer?.text ?? "", ...fields.flatMap(({ name, value }) => [name, value])];
    return texts.reduce((sum, text) => sum + codePoints(text), 0);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/markup/slack-rich-text.js
/** Lines below each other, as Slack's own composer writes them: one section with line breaks. */
function richLines(lines) {
    const elements = lines.flatMap((line, at) => [...(at === 0 ? [] : [slack_rich_text_text("\n")]), ...line.map(slack_rich_text_element)]);
    return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}
function richList(title, lines) {
    return {
        type: "rich_text",
        elements: [
            { type: "rich_text_section", elements: [slack_rich_text_element({ strong: title }), slack_rich_text_text("\n")] },
            {
                type: "rich_text_list",
                style: "bullet",
                elements: lines.map((line) => ({ type: "rich_text_section", elements: line.map(slack_rich_text_element) })),
            },
        ],
    };
}
function slack_rich_text_element(part) {
    if (typeof part === "string")
        return slack_rich_text_text(part);
    if ("code" in part)
        return { type: "text", text: part.code, style: { code: true } };
    if ("strong" in part)
        return { type: "text", text: part.strong, style: { bold: true } };
    return { type: "link", url: part.href, text: part.text };
}
function slack_rich_text_text(text) {
    return { type: "text", text };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/slack-payload.js







/** docs.slack.dev/reference/block-kit/blocks/header-block */
const MAX_SLACK_HEADER = 150;
/**
 * The whole message has a limit that no page gives: chat.postMessage answers `msg_blocks_too_long` from about 13,200
 * characters of blocks on (slackapi/bolt-js#2509). Bytes of JSON, which are never fewer.
 */
const MAX_SLACK_BLOCKS = 12_000;
/** Notifications show the start of it, and screen readers read all of it. Slack advises at most 4,000. */
const MAX_SLACK_TEXT = 3000;
/**
 * A message in blocks. Texts of others stand in plain_text and rich_text, which know no markup: nothing in them can become
 * bold, a link or a mention. Links are text, no buttons: Slack shows a warning beside a button whose app answers no clicks
 * (slackapi/node-slack-sdk#869).
 */
function slackPayload(message, form) {
    return fitMessage(message, (part) => renderSlack(part, form), ({ blocks }) => new TextEncoder().encode(JSON.stringify(blocks)).length <= MAX_SLACK_BLOCKS);
}
function renderSlack(message, form) {
    const title = `${LOOKS[message.state].mark} ${message.title}`;
    const header = cutText(title, MAX_SLACK_HEADER);
    const mentions = [...new Set(message.mentions.flatMap((mention) => slackCall(mention) ?? []))];
    const facts = message.fields.map(({ name, value }) => [{ strong: `${name}: ` }, ...value]);
    const blocks = [{ type: "header", text: plain(header) }];
    if (mentions.length > 0) {
        blocks.push({ type: "section", text: { type: "mrkdwn", text: mentions.join(" "), verbatim: true } });
    }
    if (message.text.length > 0)
        blocks.push(richLines(message.text));
    if (facts.length > 0)
        blocks.push(richLines(facts));
    blocks.push(...message.sections.map(({ title, lines }) => richList(title, lines)));
    if (message.buttons.length > 0)
        blocks.push(richLines([linkLine(message.buttons)]));
    if (message.footer !== "")
        blocks.push({ type: "context", elements: [plain(message.footer)] });
    return {
        payload: {
            text: escapeSlack(cutText(spoken(message, title), MAX_SLACK_TEXT)),
            blocks,
            ...(form === "post" && { unfurl_links: false, unfurl_media: false }),
        },
        left: [
            ...(header === title ? [] : [`the title was cut to ${MAX_SLACK_HEADER} characters`]),
            ...uncalled("Slack", message.mentions, mentions.length, "ids such as U0123ABCD and S0123ABCD"),
        ],
    };
}
/** All that the blocks say, without links. */
function spoken({ text, fields, sections, footer }, title) {
    const lines = [
        ...text.map(plainText),
        ...fields.map(({ name, value }) => `${name}: ${plainText(value)}`),
        ...sections.flatMap((section) => [`${section.title}:`, ...section.lines.map((line) => `• ${plainText(line)}`)]),
        footer,
    ];
    return [title, ...lines.filter((line) => line !== "")].join("\n");
}
/** The only markup of a message, from inputs alone. Undefined: somebody of another chat. */
function slackCall(mention) {
    if (mention.kind === "user")
        return isSlackUser(mention.id) ? `<@${mention.id}>` : undefined;
    if (mention.kind === "group")
        return isSlackGroup(mention.id) ? `<!subteam^${mention.id}>` : undefined;
    return `<!${mention.kind}>`;
}
function plain(text) {
    return { type: "plain_text", text, emoji: false };
}
/** The three characters that Slack's own markup begins with: docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeSlack(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/teams-payload.js






/** Bytes of the whole request; Teams says about 28 KB (learn.microsoft.com/microsoftteams/limits-specifications-teams). */
const MAX_TEAMS_BYTES = 28_000;
/** learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const MAX_TEAMS_ACTIONS = 6;
const teams_payload_MAX_NAME = 64;
const MAX_TITLE = 300;
/**
 * A message as an Adaptive Card. Texts of others stand in TextRuns, which know no Markdown; mentions alone need a TextBlock, and
 * their names come from inputs.
 */
function teamsPayload(message) {
    return fitMessage(message, renderTeams, (payload) => new TextEncoder().encode(JSON.stringify(payload)).length <= MAX_TEAMS_BYTES);
}
function renderTeams(message) {
    const look = LOOKS[message.state];
    const whole = `${look.mark} ${message.title}`;
    const title = cutText(whole, MAX_TITLE);
    const entities = message.mentions.flatMap((mention) => mentionEntity(mention) ?? []);
    const heading = { type: "TextRun", text: title, weight: "Bolder", size: "Large", color: look.cardColor };
    const lines = (all) => all.map((line, at) => ({
        type: "RichTextBlock",
        spacing: at === 0 ? "Medium" : "Small",
        inlines: line.map(textRun),
    }));
    const content = {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        fallbackText: title,
        msteams: { width: "Full", ...(entities.length > 0 && { entities }) },
        body: [
            {
                type: "RichTextBlock",
                inlines: [message.titleUrl === undefined ? heading : linked(heading, message.titleUrl)],
            },
            ...(entities.length > 0
                ? [{ type: "TextBlock", text: entities.map(({ text }) => text).join(" "), wrap: true }]
                : []),
            ...lines(message.text),
            ...lines(message.fields.map(({ name, value }) => [{ strong: `${name}: ` }, ...value])),
            ...message.sections.flatMap((section) => lines([[{ strong: section.title }], ...section.lines.map((line) => ["• ", ...line])])),
            ...(message.footer === "" ? [] : [footer(message.footer)]),
        ],
        ...(message.buttons.length > 0 && {
            actions: message.buttons
                .slice(0, MAX_TEAMS_ACTIONS)
                .map(({ text, url }) => ({ type: "Action.OpenUrl", title: text, url })),
        }),
    };
    return {
        payload: {
            type: "message",
            attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
        },
        left: [
            ...(title === whole ? [] : [`the title was cut to ${MAX_TITLE} characters`]),
            ...uncalled("Teams", message.mentions, entities.length, "people alone, by address or object id"),
        ],
    };
}
function textRun(part) {
    const run = { type: "TextRun", text: partText(part) };
    if (typeof part === "string")
        return run;
    if ("code" in part)
        return { ...run, fontType: "Monospace" };
    if ("strong" in part)
        return { ...run, weight: "Bolder" };
    return linked(run, part.href);
}
function linked(run, url) {
    return { ...run, selectAction: { type: "Action.OpenUrl", url } };
}
function footer(text) {
    return {
        type: "RichTextBlock",
        spacing: "Medium",
        separator: true,
        inlines: [{ type: "TextRun", text, isSubtle: true }],
    };
}
/** A person, by the object id of Entra or the address they sign in with. Cards of workflows call nobody else. */
function mentionEntity(mention) {
    if (mention.kind !== "user" || !isTeamsUser(mention.id))
        return undefined;
    const given = tidyText(mention.name ?? mention.id)
        .replace(/[<>&*_[\]()`~]/g, "")
        .trim();
    const name = given.slice(0, teams_payload_MAX_NAME) || "somebody";
    return { type: "mention", text: `<at>${name}</at>`, mentioned: { id: mention.id, name } };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/answer-words.js
const MAX_CHARACTERS = 200;
/** The members of a body that is a JSON object. Pure. */
function jsonOf(body) {
    try {
        const value = JSON.parse(body);
        return typeof value === "object" && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
const isHtml = (body) => /^\s*</.test(body);
/** What a body says in one short line: its error or message, or the start of its text; empty when it says nothing. Pure. */
function wordsOf(body) {
    if (isHtml(body))
        return "an HTML page";
    const json = jsonOf(body);
    const said = json === undefined ? body : saidIn(json);
    const line = said.replace(/\s+/g, " ").trim();
    return line.length > MAX_CHARACTERS ? `${[...line.slice(0, MAX_CHARACTERS)].slice(0, -3).join("")}...` : line;
}
function saidIn(json) {
    const { error, message, errors, code } = json;
    const inner = typeof error === "object" && error !== null ? error.message : error;
    const texts = [inner, message].filter((text) => typeof text === "string" && text !== "");
    if (typeof code === "number" && code !== 0)
        texts.push(`code ${code}`);
    if (errors !== undefined)
        texts.push(JSON.stringify(errors));
    // Discord names only the fields of an embed that it refuses: {"embeds":["0"]}.
    return texts.length === 0 ? JSON.stringify(json) : texts.join(", ");
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/retry-after.js
var retry_after = __webpack_require__(1328);
;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/asked-wait.js


/**
 * How long an answer asks to wait, milliseconds: in `Retry-After` (whole seconds, parts of them, or a date), in
 * Discord's `X-RateLimit-Reset-After` and in its body's `retry_after`, both seconds. Where they differ the longest counts:
 * headers are rounded. Undefined when it says nothing. Pure.
 *
 * @param now milliseconds since 1970.
 */
function askedWait({ headers, body }, now) {
    const header = headers["retry-after"];
    const inBody = jsonOf(body)?.retry_after;
    const asked = [
        seconds(header) ?? (0,retry_after.parseRetryAfter)(header, now),
        seconds(headers["x-ratelimit-reset-after"]),
        seconds(typeof inBody === "number" ? String(inBody) : inBody),
    ].filter((wait) => wait !== undefined);
    return asked.length === 0 ? undefined : Math.max(...asked);
}
function seconds(value) {
    return typeof value === "string" && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Math.ceil(Number(value) * 1000) : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/by-status.js


/**
 * Statuses by which a server says that it did nothing, and that this passes. 500 is its own statement; behind 521, 522, 523,
 * 525 and 526 Cloudflare had no connection to it. After 502, 504, 520 and 524 a gateway does not know what it did.
 */
const FAILING = new Set([408, 425, 500, 503, 521, 522, 523, 525, 526]);
/** What an answer means that is no success, by its status alone. Pure. @param name of the chat. */
function readStatus(name, answer, now) {
    const { status, body } = answer;
    const words = wordsOf(body);
    const reason = `${name} answers ${status}${words === "" ? "" : `: ${words}`}`;
    if (status === 429)
        return { kind: "limited", reason, delay: askedWait(answer, now) };
    if (FAILING.has(status))
        return { kind: "failing", reason };
    if (status >= 500 && status !== 501 && status !== 505)
        return { kind: "unknown", reason };
    if (status >= 300 && status < 400)
        return { kind: "refused", reason: `${name} answers ${status}, a redirect, which no message follows` };
    return { kind: "refused", reason };
}
const isSuccess = (status) => status >= 200 && status < 300;

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/discord-answer.js



/** Discord's numbers (docs.discord.com, "JSON Error Codes"), and what to do. */
const ADVICE = {
    10003: "the thread or the channel is gone",
    10015: "the webhook was deleted: make a new one",
    50027: "the token in the webhook's address is not valid",
    50083: "the thread is archived",
    220001: "the channel is a forum: set `discord-thread-id`",
};
const UNKNOWN_MESSAGE = 10008;
/** Pure. */
function readDiscord(answer, now) {
    const { status, headers, body } = answer;
    const json = jsonOf(body);
    if (isSuccess(status)) {
        const id = json?.id;
        if (typeof id === "string" && /^\d{1,20}$/.test(id))
            return { kind: "done", made: { discordId: id } };
        if (status === 204)
            return { kind: "done" };
        return {
            kind: "refused",
            reason: `Discord answers ${status} without a message: something else has answered in its place`,
        };
    }
    if (status === 429 && isBan(answer))
        return {
            kind: "refused",
            reason: "Discord has blocked the address of this runner (429 by Cloudflare, which names no limit); nothing is sent from it before that ends",
        };
    const code = json?.code;
    if (status === 404 && code === UNKNOWN_MESSAGE)
        return { kind: "gone", reason: "Discord does not have the message any more" };
    const reading = readStatus("Discord", answer, now);
    const advice = typeof code === "number" && Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
    if (reading.kind === "refused" && advice !== undefined)
        return { ...reading, reason: `${reading.reason}: ${advice}` };
    const isGlobal = headers["x-ratelimit-global"] === "true" || json?.global === true;
    return reading.kind === "limited" && isGlobal
        ? { ...reading, reason: `${reading.reason} (for all of this sender)` }
        : reading;
}
/** Discord's own limit names itself in a header or says how long it lasts; the page of Cloudflare's ban does neither. */
function isBan(answer) {
    const { headers, body } = answer;
    if (Object.keys(headers).some((name) => name.startsWith("x-ratelimit-")))
        return false;
    return isHtml(body) || askedWait(answer, 0) === undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/slack-answers.js



/** What to do about Slack's own words (docs.slack.dev, "chat.postMessage", "chat.update", "Incoming webhooks"). */
const slack_answers_ADVICE = {
    channel_not_found: "there is no such channel for this token: write its id, and invite the app to it if it is private",
    not_in_channel: "invite the app to the channel, or give it `chat:write.public`",
    is_archived: "the channel is archived",
    channel_is_archived: "the channel is archived",
    invalid_auth: "the token is not valid",
    not_authed: "the token is empty",
    token_revoked: "the token was revoked: install the app again",
    token_expired: "the token has expired",
    account_inactive: "the token belongs to a user or a workspace that is gone",
    missing_scope: "the app lacks the scope `chat:write`",
    no_permission: "the app may not post there",
    restricted_action: "the workspace does not let the app post there",
    restricted_action_thread_only_channel: "the channel takes only replies: set `slack-thread-ts`",
    cant_update_message: "the message was written by somebody else",
    no_service: "the webhook was removed or disabled: make a new one",
    no_team: "the workspace of the webhook is gone",
    action_prohibited: "an administrator has forbidden the webhook to post there",
    invalid_token: "the webhook was revoked: make a new one",
    user_not_found: "the webhook belongs to a user who is gone",
};
/** Errors after which the message to edit is out of reach; a new one is posted instead. */
const GONE = new Set(["message_not_found", "cant_update_message", "edit_window_closed"]);
/** "It's possible some aspect of the operation succeeded before the error was raised." */
const UNKNOWN = new Set(["fatal_error", "internal_error", "request_timeout"]);
const slack_answers_FAILING = new Set(["service_unavailable", "team_added_to_org", "org_login_required"]);
const LIMITED = new Set(["ratelimited", "rate_limited"]);
function withAdvice(reason, word) {
    const advice = Object.hasOwn(slack_answers_ADVICE, word) ? slack_answers_ADVICE[word] : undefined;
    return advice === undefined ? reason : `${reason}: ${advice}`;
}
/** An incoming webhook answers `ok`, or a status with a word. Pure. */
function readSlackWebhook(answer, now) {
    const { status, body } = answer;
    const word = body.trim();
    if (status === 200 && (word === "ok" || jsonOf(body)?.ok === true))
        return { kind: "done" };
    if (isSuccess(status))
        return {
            kind: "refused",
            reason: `Slack answers ${status} without its \`ok\`${said(body)}: something else has answered in its place`,
        };
    const reading = readStatus("Slack", answer, now);
    return reading.kind === "refused" ? { ...reading, reason: withAdvice(reading.reason, word) } : reading;
}
/** The Web API answers 200 to nearly everything, with `ok` and an error's word. Pure. */
function readSlackApi(answer, now) {
    const { status, body } = answer;
    if (!isSuccess(status))
        return readStatus("Slack", answer, now);
    const json = jsonOf(body);
    if (json === undefined || typeof json.ok !== "boolean")
        return {
            kind: "refused",
            reason: `Slack answers ${status} without its JSON${said(body)}: something else has answered in its place`,
        };
    if (json.ok) {
        const { ts, channel } = json;
        return {
            kind: "done",
            made: {
                ...(typeof ts === "string" && /^\d+\.\d+$/.test(ts) && { slackTs: ts }),
                ...(typeof channel === "string" && /^[A-Z0-9]{2,50}$/.test(channel) && { slackChannel: channel }),
            },
        };
    }
    return readError(typeof json.error === "string" ? json.error : "", answer, now);
}
function readError(word, answer, now) {
    const needed = jsonOf(answer.body)?.needed;
    const scope = word === "missing_scope" && typeof needed === "string" ? ` (needed: ${needed.slice(0, 100)})` : "";
    const reason = withAdvice(`Slack answers \`${word.slice(0, 100) || "ok: false"}\`${scope}`, word);
    if (LIMITED.has(word))
        return { kind: "limited", reason, delay: askedWait(answer, now) };
    if (GONE.has(word))
        return { kind: "gone", reason };
    if (UNKNOWN.has(word))
        return { kind: "unknown", reason };
    if (slack_answers_FAILING.has(word))
        return { kind: "failing", reason };
    return { kind: "refused", reason };
}
function said(body) {
    return body.trim() === "" ? "" : ` but with ${isHtml(body) ? "an HTML page" : `"${wordsOf(body)}"`}`;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/teams-answer.js


/**
 * A workflow answers 202 before it posts, so no answer proves that the card is there. What Teams itself says of a failure comes
 * inside a success: `Microsoft Teams endpoint returned HTTP error 429`. Pure.
 */
function readTeams(answer, now) {
    const { status, body } = answer;
    if (!isSuccess(status))
        return readStatus("Teams", answer, now);
    const inner = /HTTP error (\d{3})\b/i.exec(body)?.[1];
    if (inner !== undefined)
        return readStatus("Teams", { ...answer, status: Number(inner) }, now);
    if (isHtml(body) || /\bfailed\b/i.test(body))
        return { kind: "refused", reason: `Teams answers ${status}: ${wordsOf(body)}` };
    return status === 202
        ? { kind: "done", note: "Teams took the card, and does not say whether it was posted" }
        : { kind: "done" };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/answers/webhook-answer.js

/** A server that nobody here knows: a success is one, whatever it says. Pure. */
function readWebhook(answer, now) {
    return isSuccess(answer.status) ? { kind: "done" } : readStatus("the webhook", answer, now);
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/outgoing.js








const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
/** The request that brings a message to a target. Pure. @param form `post` for a new message though one was to be edited. */
function outgoingOf(target, said, form) {
    switch (target.kind) {
        case "slack-webhook":
            return post("Slack", target.url, slackPayload(said.message, "post"), readSlackWebhook);
        case "slack":
            return slackOf(target, said.message, form);
        case "discord":
            return discordOf(target, said.message, form);
        case "teams":
            return post("Teams", target.url, teamsPayload(said.message), readTeams);
        case "webhook":
            return webhookOf(target, said.webhook);
    }
}
function post(name, url, { payload, left }, read, headers = {}) {
    const body = JSON.stringify(payload);
    const request = { method: "POST", url: new URL(url), headers: { ...JSON_TYPE, ...headers }, body };
    return { name, request, isRepeatable: false, read, left };
}
/** chat.postMessage, and chat.update by the channel's id and the `ts` of the message. */
function slackOf({ apiUrl, token, channel, ts, threadTs }, message, form) {
    const { payload, left } = slackPayload(message, form);
    const [method, where] = form === "edit"
        ? ["chat.update", { channel, ts }]
        : ["chat.postMessage", { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) }];
    const fitted = { payload: { ...where, ...payload }, left };
    const outgoing = post("Slack", `${apiUrl}${method}`, fitted, readSlackApi, { authorization: `Bearer ${token}` });
    return { ...outgoing, isRepeatable: form === "edit" };
}
/** `wait=true`: only then Discord says that it kept the message, and its id. */
function discordOf({ url, messageId, threadId }, message, form) {
    const address = new URL(form === "edit" ? `${url}/messages/${messageId}` : url);
    if (form === "post")
        address.searchParams.set("wait", "true");
    if (threadId !== undefined)
        address.searchParams.set("thread_id", threadId);
    const outgoing = post("Discord", address.href, discordPayload(message), readDiscord);
    if (form === "post")
        return outgoing;
    return { ...outgoing, request: { ...outgoing.request, method: "PATCH" }, isRepeatable: true };
}
function webhookOf({ url, secret }, payload) {
    if (payload === null)
        throw new Error("a webhook has no payload");
    const outgoing = post("the webhook", url, { payload, left: [] }, readWebhook, { "idempotency-key": payload.id });
    if (secret === undefined)
        return outgoing;
    const { request } = outgoing;
    const signed = { ...request.headers, "x-hub-signature-256": webhookSignature(request.body, secret) };
    return { ...outgoing, request: { ...request, headers: signed } };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/send.js
/** Also when the waits are short: failed requests count against the sender. */
const MAX_ATTEMPTS = 6;
/** Milliseconds where an answer does not say how long, doubled each time. */
const FIRST_WAIT = 1000;
/** Runs that were limited together do not come back together. */
const JITTER = 250;
/** A server that says "wait 0 s" is asked no faster than this. */
const SHORTEST_WAIT = 250;
/**
 * Sends a message until it is known what became of it. It goes out again only when the last attempt certainly did
 * nothing, or when a second one does no harm.
 */
async function sendMessage(outgoing, sending) {
    const { deliver, sleep, now, random, maxWait, onWait } = sending;
    const start = now();
    let waited = 0;
    for (let attempts = 1;; attempts++) {
        const reading = readOutcome(outgoing, await deliver(outgoing.request), now());
        const end = (ended) => ({ reading: ended, attempts, waited });
        if (reading.kind !== "limited" &&
            reading.kind !== "failing" &&
            !(reading.kind === "unknown" && outgoing.isRepeatable))
            return end(reading);
        const asked = reading.kind === "limited" ? reading.delay : undefined;
        // A server that takes the connection and says nothing costs time as well.
        const left = maxWait - Math.max(waited, now() - start);
        const planned = Math.max(asked ?? FIRST_WAIT * 2 ** (attempts - 1), SHORTEST_WAIT);
        const delay = Math.min(Math.round(planned + random() * JITTER), Math.max(planned, left));
        const why = whyNotAgain({ attempts, delay, left, asked });
        if (why !== undefined)
            return end({ kind: reading.kind === "unknown" ? "unknown" : "refused", reason: `${reading.reason}; ${why}` });
        onWait(`${reading.reason}; again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
        waited += delay;
    }
}
function readOutcome({ name, read, isRepeatable }, outcome, now) {
    switch (outcome.kind) {
        case "answer":
            return read(outcome, now);
        case "unsent": {
            const reason = `${name} was not reached: ${outcome.reason}`;
            return { kind: outcome.isFinal ? "refused" : "failing", reason };
        }
        case "unanswered": {
            const end = isRepeatable ? "" : "; it is not sent again, as it might then stand there twice";
            return {
                kind: "unknown",
                reason: `${name} did not answer after the message was on its way: ${outcome.reason}${end}`,
            };
        }
    }
}
function whyNotAgain(state) {
    const { attempts, delay, left, asked } = state;
    if (asked !== undefined && asked > left)
        return `it asks to wait ${(asked / 1000).toFixed(1)} s, and \`max-wait\` leaves ${(left / 1000).toFixed(1)} s`;
    if (attempts >= MAX_ATTEMPTS)
        return `given up after ${attempts} attempts`;
    return delay > left ? `given up after ${attempts} attempts, as \`max-wait\` is over` : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/sending/send-to.js



/** Brings a message to one target. An edit whose message is gone becomes a new message. Never throws for what a server does. */
async function sendTo(target, said, sending) {
    const form = isEdit(target) ? "edit" : "post";
    const start = sending.now();
    const outgoing = outgoingOf(target, said, form);
    const sent = await sendMessage(outgoing, sending);
    if (sent.reading.kind !== "gone" || form === "post")
        return deliveryOf(target, sent, outgoing.left, form === "edit" ? "edited" : "sent");
    const { reason } = sent.reading;
    const anew = outgoingOf(target, said, "post");
    sending.onWait(`${reason}; a new one is posted`);
    const maxWait = sending.maxWait - Math.max(sent.waited, sending.now() - start);
    const second = await sendMessage(anew, { ...sending, maxWait });
    const whole = { ...second, attempts: sent.attempts + second.attempts, waited: sent.waited + second.waited };
    return deliveryOf(target, whole, anew.left, "reposted", reason);
}
function deliveryOf({ name, kind }, { reading, attempts, waited }, left, done, before) {
    const delivery = { target: name, kind, attempts, waited, left };
    if (reading.kind === "done") {
        const reason = before ?? reading.note;
        return { ...delivery, status: done, ...(reason !== undefined && { reason }), ...idsOf(reading.made) };
    }
    return { ...delivery, status: reading.kind === "unknown" ? "unknown" : "failed", reason: reading.reason };
}
function idsOf({ slackTs, slackChannel, discordId } = {}) {
    return {
        ...(slackTs !== undefined && { slackTs }),
        ...(slackChannel !== undefined && { slackChannel }),
        ...(discordId !== undefined && { discordMessageId: discordId }),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/execute.js






/** Sends the message: chats side by side, the targets of one chat one after the other, as they share its limits. */
async function execute(result, inputs, io) {
    const targets = inputs.targets.filter((_, at) => result.deliveries[at]?.status === "planned");
    if (inputs.dryRun || targets.length === 0)
        return result;
    // What is masked goes to nobody: a message leaves the place where the runner hides it.
    const said = io.log.redaction.redactData({ message: result.message, webhook: result.webhook });
    const made = new Map();
    const send = async (target) => {
        const delivery = await sendTo(target, said, sendingTo(target, inputs.maxWait, io)).catch((error) => broken(target, error, io));
        io.log.info((0,report_escape/* escapeTerminal */.en)(`${delivery.target}: ${delivery.status}${delivery.reason === undefined ? "" : `: ${delivery.reason}`}`));
        made.set(target, delivery);
    };
    const chats = Map.groupBy(targets, ({ kind }) => kind);
    await io.log.group("Sending the message", () => Promise.all([...chats.values()].map(async (group) => {
        for (const target of group)
            await send(target);
    })));
    const deliveries = result.deliveries.map((delivery, at) => made.get(inputs.targets[at]) ?? delivery);
    return { ...result, deliveries, ...judge({ ...result, deliveries }) };
}
/** A fault of ours is told with its stack, and neither stops the other targets nor fails a deployment. */
function broken({ name, kind }, error, { log }) {
    const { lines, stack } = (0,outcome/* describeError */.U)(error);
    if (stack !== undefined)
        log.foreign(stack);
    return { target: name, kind, status: "unknown", reason: lines.join("; "), attempts: 1, waited: 0, left: [] };
}
function sendingTo({ name }, maxWait, { log }) {
    return {
        deliver: deliver,
        sleep: wait.wait,
        now: Date.now,
        random: Math.random,
        maxWait,
        onWait: (text) => log.info((0,report_escape/* escapeTerminal */.en)(`${name}: ${text}`)),
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/messages/parse-mention.js


const FORMS = "`here`, `channel`, `everyone`, `user: ID`, `group: ID`, or as the chat writes it, such as `<@U0123ABCD>`";
const EXAMPLES = {
    user: "`user: U0123ABCD` for Slack, `user: 123456789012345678` for Discord, or an object id of Entra for Teams",
    group: "`group: S0123ABCD` for Slack, or `role: 123456789012345678` for Discord",
};
/**
 * A line of the input `mentions`: `here`, `channel`, `everyone`, `user: ID`, `group: ID`, or as the chats themselves write them:
 * `<@U0123>`, `<!subteam^S0123>`, `<!here>`, `<@&123>`; with ` = Name` behind it for Teams, which shows no other.
 * @throws UserError
 */
function parseMention(line) {
    const [, who = "", name = ""] = /^(.*?)(?:\s*=\s*(.*))?$/s.exec(line.trim());
    const mention = parseWho(who);
    if (mention === undefined)
        throw new user_error/* UserError */.y(`\`${line.trim()}\` calls nobody: write ${FORMS}`);
    if (!("id" in mention))
        return mention;
    const { kind, id } = mention;
    const isKnown = isDiscordId(id) || (kind === "user" ? isSlackUser(id) || isTeamsUser(id) : kind === "group" && isSlackGroup(id));
    if (!isKnown)
        throw new user_error/* UserError */.y(`\`${line.trim()}\`: no chat knows the id \`${id}\`; write ${EXAMPLES[kind]}`);
    return name === "" ? mention : { ...mention, name };
}
function parseWho(who) {
    const all = /^(?:<!(here|channel|everyone)>|@?(here|channel|everyone))$/.exec(who);
    if (all !== null)
        return { kind: (all[1] ?? all[2]) };
    const [, kind, given] = /^(user|group|role):\s*(\S+)$/.exec(who) ?? [];
    if (given !== undefined)
        return { kind: kind === "user" ? "user" : "group", id: given };
    const group = /^<(?:!subteam\^(S[A-Z0-9]+)(?:\|[^<>]*)?|@&(\d+))>$/.exec(who);
    if (group !== null)
        return { kind: "group", id: (group[1] ?? group[2]) };
    const user = /^<@!?([A-Z0-9]+)(?:\|[^<>]*)?>$/.exec(who)?.[1];
    if (user !== undefined)
        return { kind: "user", id: user };
    // Bare ids; a short one in capitals is rather a word.
    if (isTeamsUser(who) || (isSlackUser(who) && who.length > 7))
        return { kind: "user", id: who };
    if (isSlackGroup(who) && who.length > 7)
        return { kind: "group", id: who };
    if (!isDiscordId(who))
        return undefined;
    throw new user_error/* UserError */.y(`\`${who}\` may be a person or a role: write \`user: ${who}\` or \`role: ${who}\``);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var inputs = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/js/actions/notify/src/inputs/read-needs.js



/** What GitHub's context `needs` may say of a job. */
const RESULTS = ["success", "failure", "cancelled", "skipped"];
const INSTEAD = `write ${(0,inputs/* quote */.hD)("needs: ${{ toJSON(needs) }}")}`;
/** `${{ toJSON(needs) }}`: an object of jobs, each with its `result`. */
function readNeeds(reader) {
    const text = reader.string("needs");
    if (text === "" || text === "null")
        return [];
    try {
        return [...(0,json.parseJson)([Buffer.from(text)]).entries()].flatMap(([name, job]) => {
            const said = job.get("result").raw;
            const result = RESULTS.find((word) => word === said);
            if (result === undefined)
                reader.problem("needs", `has no result of the job ${(0,inputs/* quote */.hD)(name)}; ${INSTEAD}`);
            return result === undefined ? [] : [{ name, result }];
        });
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        reader.wrong("needs", text, `${(0,inputs/* quote */.hD)("needs: ${{ toJSON(needs) }}")}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/inputs/read-own-words.js

/** The user's own words. They are never evaluated: a placeholder is one of a fixed list. */
function readOwnWords(reader) {
    const [title] = templates(reader.string("title").replace(/\s*[\r\n]+\s*/g, " "));
    const body = templates(reader.string("template"));
    return {
        title,
        text: templates(reader.string("text")),
        fields: readPairs(reader, "fields", "Region: eu-west-1").flatMap(({ name, value }) => templates(value).map((template) => ({ name, value: template }))),
        body: body.length === 0 ? undefined : body,
        buttons: readButtons(reader),
    };
}
/** A paragraph a line. */
function templates(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map(parseTemplate);
}
function readPairs(reader, input, example) {
    return reader.list(input).flatMap((line) => {
        const [, name = "", value = ""] = /^([^:]+):\s+(\S.*)$/.exec(line) ?? [];
        if (name.trim() !== "")
            return [{ name: name.trim(), value }];
        reader.wrong(input, line, `a name and a value, such as \`${example}\``);
        return [];
    });
}
function readButtons(reader) {
    return readPairs(reader, "buttons", "Dashboard: https://example.com").flatMap(({ name, value }) => {
        if (/^https?:\/\/\S+$/.test(value) && URL.canParse(value))
            return [{ text: name, url: value }];
        reader.wrong("buttons", value, "an address with `https://` behind the button's name");
        return [];
    });
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/targets/secret-parts.js
/** A part of an address that is shorter is a word or an id, and would hide half of a log. */
const MIN_PART = 12;
/** Words of a path are written in one case and without digits. */
const isToken = (part) => part.length >= MIN_PART && (/\d/.test(part) || /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(part));
/**
 * Everything of an address that lets its holder post: the whole, its path, and each long part of path and query, as an
 * error of some library may quote any of them. Pure.
 */
function secretParts(address) {
    const whole = address.trim();
    if (!URL.canParse(whole))
        return whole === "" ? [] : [whole];
    const { href, pathname, search, username, password, searchParams } = new URL(whole);
    const parts = [...pathname.split("/"), ...searchParams.values(), username, password];
    const long = parts.flatMap((part) => [part, decoded(part)]).filter(isToken);
    const paths = [pathname, `${pathname}${search}`].filter(isToken);
    return [...new Set([whole, href, ...paths, ...long])].filter((part) => part !== "");
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/targets/webhook-address.js
/**
 * Hosts that a chat's webhooks have. A secret that holds another one is somebody's mistake, or their trap: messages of a
 * private repository would go there.
 */
const HOSTS = {
    "slack-webhook": ["hooks.slack.com", "hooks.slack-gov.com"],
    slack: ["slack.com", "slack-gov.com"],
    discord: ["discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com"],
    teams: ["*.logic.azure.com", "*.logic.azure.us", "*.api.powerplatform.com"],
};
/**
 * Reads the address of a webhook, which is a secret. Pure.
 *
 * @param allowed hosts (`host` or `host:port`) that count beside the chat's own; they may be asked without TLS, too.
 */
function readAddress(kind, text, allowed) {
    const scheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
    if (!scheme || !URL.canParse(text))
        return { problem: "is not an address with `https://`" };
    const url = new URL(text);
    const { protocol, host, hostname } = url;
    if (protocol !== "https:" && protocol !== "http:")
        return { problem: "is not an address with `https://`" };
    const isNamed = allowed.some((one) => one.toLowerCase() === host || one.toLowerCase() === hostname);
    if (protocol === "http:" && !isNamed)
        return {
            problem: `has the host \`${host}\` without TLS; write \`https://\`, or name the host in \`allowed-hosts\``,
        };
    // A link that reads like one host and leads to another: https://hooks.slack.com@evil.example.
    if (url.username !== "" && kind !== "webhook")
        return { problem: "has a user name, which no webhook has" };
    if (!isNamed && kind !== "webhook") {
        if (!HOSTS[kind].some((pattern) => matchesHost(pattern, hostname)) || url.port !== "")
            return { problem: foreignHost(kind, host) };
    }
    url.hash = "";
    return kind === "webhook" ? { url } : readPath(kind, url, isNamed);
}
function matchesHost(pattern, host) {
    if (!pattern.startsWith("*."))
        return pattern === host;
    return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1;
}
function foreignHost(kind, host) {
    if (kind === "teams" && host.endsWith(".webhook.office.com"))
        return `has the host \`${host}\`: Microsoft has retired these connectors; make a workflow from the template "Send webhook alerts to a channel" and use its address`;
    return `has the host \`${host}\`, which is none of ${HOSTS[kind].map((one) => `\`${one}\``).join(", ")}; name it in \`allowed-hosts\` if it is right`;
}
const DISCORD_PATH = /^\/api(\/v\d+)?(\/webhooks\/\d{1,20}\/[\w-]+)(?:\/(?:slack|github))?\/?$/;
/** Before version 8, `Retry-After` was in milliseconds, and addresses without a version may mean an old one. */
const DISCORD_VERSION = "/v10";
function readPath(kind, url, isRelay) {
    switch (kind) {
        case "slack-webhook":
            if (/^\/(?:triggers|workflows)\//.test(url.pathname))
                return { problem: "starts a workflow of Slack's, which takes no messages; make an incoming webhook" };
            return /^\/services\/[\w-]+\/[\w-]+\/[\w-]+\/?$/.test(url.pathname)
                ? { url }
                : { problem: "is not an incoming webhook, whose path is `/services/T.../B.../...`" };
        case "discord": {
            const [, version = "", path] = DISCORD_PATH.exec(url.pathname) ?? [];
            if (path === undefined)
                return { problem: "is not a webhook of Discord's, whose path is `/api/webhooks/<id>/<token>`" };
            // `/slack` and `/github` would read our message as one of another form.
            url.pathname = `/api${isRelay ? version : DISCORD_VERSION}${path}`;
            return { url };
        }
        case "teams":
        case "slack":
            return { url };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/inputs/target-lines.js
const NAMES = {
    "slack-webhook": "Slack webhook",
    slack: "Slack",
    discord: "Discord",
    teams: "Teams",
    webhook: "Webhook",
};
/** Lines of an input that holds secrets: no log shows it. Repeats would send a message twice. */
function secretLines(reader, input) {
    const lines = reader
        .verbatim(input)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
    return [...new Set(lines)];
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/inputs/read-slack-bots.js


/** `C`, `D` or `G`, and more: what chat.update wants instead of a name. */
const CHANNEL_ID = /^[CDG][A-Z0-9]{7,}$/;
/** Messages by a bot's token: one in each channel. */
function readSlackBots(reader, allowed) {
    const tokens = secretLines(reader, "slack-token");
    const channels = readChannels(reader);
    const ts = readTs(reader, "slack-ts");
    const threadTs = readTs(reader, "slack-thread-ts");
    const api = readAddress("slack", `${(reader.string("slack-api-url") || "https://slack.com/api").replace(/\/+$/, "")}/`, allowed);
    if (tokens.length === 0 && channels.length === 0) {
        const set = ts !== undefined ? "slack-ts" : threadTs !== undefined ? "slack-thread-ts" : undefined;
        if (set === undefined)
            return { targets: [], unusable: [], secrets: [] };
        return read_slack_bots_unusable(tokens, `has a message and no bot: \`${set}\` needs \`slack-token\` and \`slack-channel\``, {
            isEmpty: true,
        });
    }
    const [token] = tokens;
    if ("problem" in api)
        return read_slack_bots_unusable(tokens, `cannot be used: the address in \`slack-api-url\` ${api.problem}`);
    if (token === undefined)
        return read_slack_bots_unusable(tokens, "has a channel and no token: the input `slack-token` is empty", { isEmpty: true });
    if (tokens.length > 1 || !/^[\x21-\x7e]+$/.test(token))
        return read_slack_bots_unusable(tokens, "cannot be used: `slack-token` is not one token without blanks");
    if (channels.length === 0)
        return read_slack_bots_unusable(tokens, "has a token and no channel: set `slack-channel`");
    if (ts !== undefined && (channels.length > 1 || !CHANNEL_ID.test(channels[0])))
        return read_slack_bots_unusable(tokens, "cannot edit a message by a channel's name: set `slack-channel` to the output `slack-channel-id`");
    const targets = channels.map((channel) => ({
        kind: "slack",
        name: channels.length === 1 ? NAMES.slack : `${NAMES.slack} ${channel}`,
        apiUrl: api.url.href,
        token,
        channel,
        ts,
        threadTs,
    }));
    return { targets, unusable: [], secrets: tokens };
}
/** One a line. A leading `#` is part of how people write a channel, and no comment. */
function readChannels(reader) {
    const lines = reader.string("slack-channel").split(/[\r\n,]+/);
    const channels = lines.map((line) => line.trim().replace(/^["']?#?|["']$/g, "")).filter((line) => line !== "");
    return [...new Set(channels)];
}
function read_slack_bots_unusable(secrets, problem, more = {}) {
    return { targets: [], unusable: [{ kind: "slack", name: NAMES.slack, problem, ...more }], secrets };
}
/** A text, since a number would lose its last digits. */
function readTs(reader, input) {
    const text = reader.optional(input);
    if (text !== undefined && !/^\d{1,12}\.\d{1,12}$/.test(text))
        reader.wrong(input, text, "the output `slack-ts` of the step that posted the message, such as `1700000000.000100`");
    return text;
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/inputs/read-targets.js





/**
 * Every target of the step. What a secret holds is no mistake of the workflow, which the run would end with: a target that
 * cannot be used is told in the report, like one that cannot be reached.
 */
function readTargets(reader) {
    const allowed = readHosts(reader);
    const found = [
        readWebhooks(reader, "slack-webhook", allowed),
        readSlackBots(reader, allowed),
        read_targets_readDiscord(reader, allowed),
        readWebhooks(reader, "teams", allowed),
        readPlain(reader, allowed),
    ];
    const targets = found.flatMap((one) => one.targets);
    const unusable = found.flatMap((one) => one.unusable);
    const present = new Set([...targets, ...unusable].map(({ kind }) => kind));
    const missing = (reader.words("targets", TARGET_KINDS) ?? [])
        .filter((kind) => !present.has(kind))
        .map((kind) => ({
        kind,
        name: NAMES[kind],
        problem: `has no address: the input \`${INPUT[kind]}\` is empty`,
        isEmpty: true,
    }));
    return { targets, unusable: [...unusable, ...missing], secrets: [...new Set(found.flatMap((one) => one.secrets))] };
}
/** `host` or `host:port`: whole addresses would allow nothing, and say nothing of it. */
function readHosts(reader) {
    const hosts = reader.list("allowed-hosts");
    for (const host of hosts)
        if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host))
            reader.wrong("allowed-hosts", host, "a host such as `relay.example.org` or `relay.example.org:8443`");
    return hosts;
}
const INPUT = {
    "slack-webhook": "slack-webhook",
    slack: "slack-token",
    discord: "discord-webhook",
    teams: "teams-webhook",
    webhook: "webhook",
};
/** The addresses of an input, one a line. */
function readAddresses(reader, kind, allowed) {
    const input = INPUT[kind];
    const lines = secretLines(reader, input);
    const addresses = [];
    const unusable = [];
    for (const [at, line] of lines.entries()) {
        const name = lines.length === 1 ? NAMES[kind] : `${NAMES[kind]} ${at + 1}`;
        const read = readAddress(kind, line, allowed);
        if ("url" in read) {
            // Two spellings of one address would send the message twice.
            if (!addresses.some(({ url }) => url.href === read.url.href))
                addresses.push({ name, url: read.url });
        }
        else
            unusable.push({ kind, name, problem: `cannot be used: the address in \`${input}\` ${read.problem}` });
    }
    return { targets: [], unusable, secrets: lines.flatMap(secretParts), addresses };
}
function readWebhooks(reader, kind, allowed) {
    const found = readAddresses(reader, kind, allowed);
    return { ...found, targets: found.addresses.map(({ name, url }) => ({ kind, name, url: url.href })) };
}
function read_targets_readDiscord(reader, allowed) {
    const found = readAddresses(reader, "discord", allowed);
    const messageId = readSnowflake(reader, "discord-message-id");
    const threadId = readSnowflake(reader, "discord-thread-id");
    const given = found.addresses.length + found.unusable.length;
    if (messageId !== undefined && given !== 1)
        return withProblem(found, "discord", "has a message to edit and not one webhook: set exactly one `discord-webhook`", given === 0);
    if (threadId !== undefined && given === 0)
        return withProblem(found, "discord", "has a thread and no webhook: the input `discord-webhook` is empty", true);
    const targets = found.addresses.map(({ name, url }) => {
        const inAddress = url.searchParams.get("thread_id") ?? undefined;
        url.search = "";
        return { kind: "discord", name, url: url.href, messageId, threadId: threadId ?? snowflake(inAddress) };
    });
    return { ...found, targets };
}
const snowflake = (text) => (text !== undefined && /^\d{1,20}$/.test(text) ? text : undefined);
function readSnowflake(reader, input) {
    const text = reader.optional(input);
    if (text !== undefined && snowflake(text) === undefined)
        reader.wrong(input, text, "an id of Discord's: digits alone");
    return text;
}
function readPlain(reader, allowed) {
    const found = readAddresses(reader, "webhook", allowed);
    const secret = reader.verbatim("webhook-secret").trim();
    if (secret !== "" && found.addresses.length + found.unusable.length === 0)
        return withProblem({ ...found, secrets: [secret] }, "webhook", "has a secret and no address: the input `webhook` is empty", true);
    return {
        ...found,
        secrets: [...found.secrets, ...(secret === "" ? [] : [secret])],
        targets: found.addresses.map(({ name, url }) => ({
            kind: "webhook",
            name,
            url: url.href,
            secret: secret || undefined,
        })),
    };
}
function withProblem(found, kind, problem, isEmpty) {
    const one = { kind, name: NAMES[kind], problem, ...(isEmpty && { isEmpty }) };
    return { targets: [], unusable: [...found.unusable, one], secrets: found.secrets };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/inputs.js





const OCCASIONS = ["always", "failure", "change"];
const STATUSES = ["started", ...CONCLUSIONS];
const DEFAULT_WAIT = 60_000;
const LONGEST_WAIT = 15 * 60_000;
function readInputs(reader) {
    return Object.freeze({
        name: reader.string("name"),
        token: reader.string("github-token"),
        ...readTargets(reader),
        status: inputs_readStatus(reader),
        needs: readNeeds(reader),
        own: readOwnWords(reader),
        environment: readEnvironment(reader),
        mentions: reader.list("mentions").flatMap((line) => reader.adopt(() => [parseMention(line)], [], "mentions")),
        mentionOn: reader.enumeration("mention-on", OCCASIONS, "failure"),
        on: reader.enumeration("on", OCCASIONS, "always"),
        resultFiles: inputs_readResultFiles(reader),
        maxWait: readMaxWait(reader),
        failOnError: reader.boolean("fail-on-error", false),
        dryRun: reader.boolean("dry-run", false),
    });
}
/** Empty is what an expression gives for a job that is not there; it must not become a success. */
function inputs_readStatus(reader) {
    if (reader.string("status") === "")
        reader.problem("status", "is empty; if it is another job's result, does that job stand in `needs`?");
    return reader.enumeration("status", STATUSES, "failure");
}
function readEnvironment(reader) {
    const name = reader.optional("environment");
    const url = reader.optional("environment-url");
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
        reader.wrong("environment-url", url, "an address with `https://`");
    if (name !== undefined)
        return { name, url };
    if (url !== undefined)
        reader.problem("environment-url", "is set without `environment`; write its name, too");
    return undefined;
}
function inputs_readResultFiles(reader) {
    const files = reader.list("result-files");
    if (files.length === 0 || (files.length === 1 && files[0] === "auto"))
        return undefined;
    return files.length === 1 && files[0] === "none" ? [] : files;
}
function readMaxWait(reader) {
    const wait = reader.duration("max-wait", DEFAULT_WAIT);
    if (wait > LONGEST_WAIT)
        reader.wrong("max-wait", reader.string("max-wait"), "a duration of at most `15m`");
    return wait;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
;// CONCATENATED MODULE: ./build/js/actions/notify/src/rendering/message-blocks.js
/** The message itself, so that a run shows what its chats got. */
function messageBlocks({ title, text, fields, sections }) {
    const blocks = [
        ...text.map((line) => ({ kind: "paragraph", text: lineOf(line) })),
        ...fieldTable(fields),
        ...sections.flatMap((section) => [
            { kind: "paragraph", text: { strong: section.title } },
            { kind: "list", items: section.lines.map(lineOf), noun: "lines", weight: 1 },
        ]),
    ];
    return [{ kind: "details", summary: title, blocks }];
}
function fieldTable(fields) {
    if (fields.length === 0)
        return [];
    const rows = fields.map(({ name, value }) => [name, lineOf(value)]);
    return [{ kind: "table", columns: [{ header: "Field" }, { header: "Value" }], rows, noun: "fields" }];
}
function lineOf(line) {
    return line.map((part) => {
        if (typeof part === "string" || "code" in part || "strong" in part)
            return part;
        return { link: { text: part.text, href: part.href } };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/render.js




/** From the result alone. Pure. */
function render(result) {
    const { webhook: _, ...kept } = result;
    return {
        title: result.name === "" ? "Message" : `Message: ${result.name}`,
        summary: [
            ...deliveriesTable(result),
            ...messageBlocks(result.message),
            ...result.notes.map((note) => ({ kind: "alert", level: "note", text: (0,prose/* prose */.C)(note) })),
        ],
        annotations: annotations(result),
        outputs: outputs(result),
        files: [{ name: "result.json", content: `${JSON.stringify(kept)}\n`, output: "result-file" }],
    };
}
const STATUS = {
    planned: `${mark/* MARK */.M.neutral} not sent: dry run`,
    sent: `${mark/* MARK */.M.pass} sent`,
    edited: `${mark/* MARK */.M.pass} edited`,
    reposted: `${mark/* MARK */.M.warning} posted anew`,
    failed: `${mark/* MARK */.M.fail} not sent`,
    unknown: `${mark/* MARK */.M.unknown} not known`,
    skipped: `${mark/* MARK */.M.neutral} left out`,
};
function deliveriesTable({ deliveries }) {
    if (deliveries.length === 0)
        return [];
    const rows = deliveries.map((delivery) => [
        STATUS[delivery.status],
        delivery.target,
        (0,prose/* prose */.C)([...(delivery.reason === undefined ? [] : [delivery.reason]), ...delivery.left].join("; ")),
        effort(delivery),
    ]);
    const columns = [
        { header: "Result" },
        { header: "Target" },
        { header: "Details" },
        { header: "Requests", align: "right" },
    ];
    return [{ kind: "table", columns, rows, noun: "targets" }];
}
function effort({ attempts, waited }) {
    if (attempts === 0)
        return "";
    return waited === 0 ? String(attempts) : `${attempts}, ${(waited / 1000).toFixed(1)} s waited`;
}
/** A message that is missing is never silent: a warning, or an error where it decides. */
function annotations({ deliveries, missingSecrets, fails, headline }) {
    const title = "Message";
    if (deliveries.length === 0)
        return [{ level: missingSecrets === null ? "warning" : "notice", title, message: headline }];
    const level = fails ? "error" : "warning";
    const wrong = deliveries.flatMap(({ target, status, reason = "" }) => status === "failed" || status === "unknown"
        ? [
            {
                level,
                title,
                message: `${target}: ${status === "failed" ? "the message was not sent" : "it is not known whether the message arrived"}: ${reason}`,
            },
        ]
        : []);
    const left = deliveries.filter(({ status, reason }) => status === "skipped" && reason === missingSecrets);
    if (left.length > 0)
        wrong.push({ level: "notice", title, message: `${(0,quantity.counted)(left.length, "target")} left out: ${missingSecrets}` });
    return wrong;
}
/** Of several channels or webhooks of a chat, those of the first. */
function outputs({ verdict, delivered, state, deliveries }) {
    const slack = deliveries.find(({ slackTs }) => slackTs !== undefined);
    return {
        verdict,
        delivered,
        state,
        "slack-ts": slack?.slackTs ?? "",
        "slack-channel-id": slack?.slackChannel ?? "",
        "discord-message-id": deliveries.find(({ discordMessageId }) => discordMessageId !== undefined)?.discordMessageId ?? "",
    };
}

;// CONCATENATED MODULE: ./build/js/actions/notify/src/main.js





const notify = {
    name: "notify",
    title: "Message",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    execute: execute,
    render: render,
    publication: ({ name, token }) => ({ name, token, comment: false }),
};


/***/ })

};
