export const id = 284;
export const ids = [284];
export const modules = {

/***/ 2284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commitLint: () => (/* binding */ commitLint),
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action.js + 4 modules
var action = __webpack_require__(6178);
// EXTERNAL MODULE: ./build/js/packages/kit/src/errors.js
var errors = __webpack_require__(4977);
// EXTERNAL MODULE: ./build/js/packages/kit/src/git.js + 2 modules
var git = __webpack_require__(5096);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github.js
var github = __webpack_require__(7037);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github-urls.js
var github_urls = __webpack_require__(8180);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/commit-source.js
/** More commits are not read one by one by anybody; a hundred requests of a hundred commits take a minute. */
const MAX_COMMITS = 10_000;
/** A source cannot be asked now; another one may. The message is a sentence without its full stop. */
class SourceUnavailable extends Error {
    name = "SourceUnavailable";
}
function isCounted(declared, commits) {
    return new Set(commits.map(({ sha }) => sha)).size === declared && commits.length === declared;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/git-source.js


/**
 * A whole checkout, where GitHub's API cannot be asked: the commits are the same, the title is the one of the event.
 *
 * @throws SourceUnavailable when the checkout is not there, not whole, or does not have what is asked for.
 */
class GitSource {
    kind = "git";
    #git;
    #event;
    constructor(git, event) {
        this.#git = git;
        this.#event = event;
    }
    static async open(git, event) {
        let isShallow;
        try {
            await git.root();
            isShallow = await git.isShallow();
        }
        catch {
            throw new SourceUnavailable("there is no checkout to read the commits from");
        }
        if (isShallow)
            throw new SourceUnavailable("the checkout is shallow, so it does not have every commit");
        return new GitSource(git, event);
    }
    async pullRequest(number) {
        const pull = this.#event.pullRequest;
        if (pull?.number !== number)
            throw new SourceUnavailable(`git does not know the title of the pull request #${number}`);
        const range = await this.range(pull.baseSha, pull.headSha);
        if (range === undefined)
            throw new SourceUnavailable("the checkout does not have the commits of the pull request");
        return {
            number,
            title: pull.title,
            // Neither is known without GitHub, so nothing is ignored.
            author: "",
            labels: [],
            declared: pull.commits ?? range.declared,
            commits: range.commits,
            baseSha: pull.baseSha,
            baseRef: pull.baseRef,
            isOpen: true,
        };
    }
    async range(base, head) {
        const [from, to] = [await this.#resolve(base), await this.#resolve(head)];
        if (from === undefined || to === undefined)
            return undefined;
        const commits = await this.#git.commitsBetween(from, to);
        if (commits.length > MAX_COMMITS)
            throw new errors/* UserError */.yo(`there are ${commits.length} commits between ${base} and ${head}, more than ${MAX_COMMITS}`);
        return {
            declared: commits.length,
            commits: commits.map(({ sha, message, parents }) => ({ sha, message, parents: parents.length })),
        };
    }
    async rootEntries(commit) {
        return this.#git.rootEntries(await this.#need(commit));
    }
    async file(commit, path) {
        return (await this.#git.fileAt(await this.#need(commit), path))?.toString();
    }
    async mergeSettings() {
        return undefined;
    }
    async #need(revision) {
        const commit = await this.#resolve(revision);
        if (commit === undefined)
            throw new SourceUnavailable(`the checkout does not have ${revision.slice(0, 40)}`);
        return commit;
    }
    /** A branch that is not checked out is a remote one. */
    async #resolve(revision) {
        return (await this.#git.resolve(revision)) ?? this.#git.resolve(`refs/remotes/origin/${revision}`);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/github-source.js



/** Commits that GitHub lists of a pull request (docs, "List commits on a pull request"). */
const PULL_COMMITS_MAX = 250;
const PER_PAGE = 100;
/** How often a pull request is read that changes meanwhile. */
const MAX_ATTEMPTS = 3;
/**
 * GitHub's API: it knows the title as it is now, needs no checkout, and reads nothing of a pull request but its texts.
 *
 * @throws SourceUnavailable when GitHub does not answer; @throws UserError when it refuses.
 */
class GitHubSource {
    kind = "api";
    #github;
    #repository;
    constructor(github, { owner, name }) {
        this.#github = github;
        this.#repository = { owner, repo: name };
    }
    async pullRequest(number, wanted) {
        for (let attempt = 1;; attempt++) {
            const pull = await this.#unlessMissing(() => this.#pull(number));
            if (pull === undefined)
                return undefined;
            if (wanted === "single" && pull.commits !== 1)
                return pullOf(pull, undefined);
            const commits = await this.#commitsOf(pull);
            const isWhole = isCounted(pull.commits, commits) && commits.some(({ sha }) => sha === pull.head.sha);
            // Somebody may have pushed between the two requests.
            if (isWhole || attempt === MAX_ATTEMPTS)
                return pullOf(pull, isWhole ? commits : withoutStale(pull, commits));
        }
    }
    async range(base, head) {
        const commits = [];
        for (let page = 1;; page++) {
            const parameters = { ...this.#repository, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
            const answer = await this.#unlessMissing(() => this.#ask("GET /repos/{owner}/{repo}/compare/{basehead}", parameters));
            if (answer === undefined)
                return undefined;
            const declared = answer.total_commits;
            if (declared > MAX_COMMITS) {
                throw new errors/* UserError */.yo(`there are ${declared} commits between ${base.slice(0, 40)} and ${head.slice(0, 40)}, more than the ${MAX_COMMITS} that are checked; write \`check: title\`, or a later commit in \`from\``);
            }
            commits.push(...answer.commits.map(commitOf));
            if (answer.commits.length === 0 || commits.length >= declared)
                return { declared, commits };
        }
    }
    async rootEntries(commit) {
        const { tree } = await this.#ask("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { ...this.#repository, tree_sha: commit });
        return tree.map(({ path }) => path);
    }
    async file(commit, path) {
        const found = await this.#unlessMissing(() => this.#ask("GET /repos/{owner}/{repo}/contents/{path}", { ...this.#repository, path, ref: commit }));
        if (found === undefined)
            return undefined;
        if (found.type !== "file" || found.encoding !== "base64" || found.content === undefined)
            throw new errors/* UserError */.yo(`\`${path}\` is no file of at most one megabyte; write the rules into one`);
        return Buffer.from(found.content, "base64").toString();
    }
    async mergeSettings() {
        const repository = await this.#ask("GET /repos/{owner}/{repo}", this.#repository);
        const { allow_merge_commit: merge, allow_squash_merge: squash, allow_rebase_merge: rebase } = repository;
        if (merge === undefined || squash === undefined || rebase === undefined)
            return undefined;
        return {
            allowsMerge: merge,
            allowsSquash: squash,
            allowsRebase: rebase,
            squashTitle: repository.squash_merge_commit_title === "PR_TITLE" ? "PR_TITLE" : "COMMIT_OR_PR_TITLE",
            mergeTitle: repository.merge_commit_title === "PR_TITLE" ? "PR_TITLE" : "MERGE_MESSAGE",
        };
    }
    async #pull(number) {
        return this.#ask("GET /repos/{owner}/{repo}/pulls/{pull_number}", { ...this.#repository, pull_number: number });
    }
    /** The list ends at 250, whatever the pages; a comparison goes on. */
    async #commitsOf(pull) {
        if (pull.commits > PULL_COMMITS_MAX)
            return (await this.range(pull.base.sha, pull.head.sha))?.commits ?? [];
        const commits = [];
        const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits";
        await this.#translate(async () => {
            const parameters = { ...this.#repository, pull_number: pull.number };
            for await (const commit of this.#github.paginate(route, parameters))
                commits.push(commitOf(commit));
        });
        return commits;
    }
    #ask(route, parameters) {
        return this.#translate(() => this.#github.request(route, parameters));
    }
    async #unlessMissing(ask) {
        try {
            return await ask();
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo && error.cause instanceof github.GitHubError && error.cause.status === 404)
                return undefined;
            throw error;
        }
    }
    async #translate(ask) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof github.GitHubError))
                throw error;
            if (isOutage(error))
                throw new SourceUnavailable(`GitHub cannot be asked (${error.message})`, { cause: error });
            const refusal = new errors/* UserError */.yo(`GitHub refuses ${error.message}; the job needs \`permissions: { contents: read, pull-requests: read }\``);
            refusal.cause = error;
            throw refusal;
        }
    }
}
/** What another try later, or another source, would mend. */
function isOutage({ status, message }) {
    return status === 0 || status >= 500 || status === 429 || (status === 403 && /rate limit/i.test(message));
}
/** As many commits as there should be, but not those of the head, are none: the number says so to everybody. */
function withoutStale(pull, commits) {
    return commits.some(({ sha }) => sha === pull.head.sha) ? commits : [];
}
function pullOf(pull, commits) {
    return {
        number: pull.number,
        title: pull.title,
        author: pull.user?.login ?? "ghost",
        labels: pull.labels.map(({ name }) => name),
        declared: pull.commits,
        commits,
        baseSha: pull.base.sha,
        baseRef: pull.base.ref,
        isOpen: pull.state === "open",
    };
}
function commitOf({ sha, commit, author, parents }) {
    const login = author?.login;
    return { sha, message: commit.message, parents: parents.length, ...(login !== undefined && { author: login }) };
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/merge-queue.js
/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`; the base's name may hold slashes, and even look like the end. */
function parseQueueRef(ref) {
    const match = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,9})-(?:[0-9a-f]{40}|[0-9a-f]{64})$/.exec(ref);
    return match === null ? undefined : { base: match[1], pullRequest: Number(match[2]) };
}
/** The pull request that a commit says it brings, as GitHub's merges and squashes do. Anybody can write so. */
function namedPullRequest(message) {
    const header = firstLine(message);
    const number = /^Merge pull request #([1-9]\d{0,9}) from /.exec(header)?.[1] ?? SUFFIX.exec(header)?.[1];
    return number === undefined ? undefined : Number(number);
}
/** A squash's message without the ` (#12)` that GitHub appends to the title: its author cannot make it shorter. */
function withoutPullRequestNumber(message, numbers) {
    const header = firstLine(message);
    const match = SUFFIX.exec(header);
    if (match === null || !numbers.has(Number(match[1])))
        return message;
    return header.slice(0, match.index) + message.slice(header.length);
}
const SUFFIX = / \(#([1-9]\d{0,9})\)$/;
function firstLine(message) {
    return message.split(/\r?\n/, 1)[0];
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/letter-case.js
/** The cases that commitlint knows, by their first names there. */
const LETTER_CASES = [
    "lower-case",
    "upper-case",
    "camel-case",
    "kebab-case",
    "pascal-case",
    "sentence-case",
    "snake-case",
    "start-case",
];
/** A case by any of commitlint's names for it. */
function letterCaseNamed(name) {
    return LETTER_CASES.find((each) => each === name || OTHER_NAMES[each]?.includes(name));
}
const OTHER_NAMES = {
    "lower-case": ["lowercase", "lowerCase"],
    "upper-case": ["uppercase"],
    "sentence-case": ["sentencecase"],
};
/**
 * Whether a text is written in a case, as commitlint decides it: what stands in quotes is left out (it may be a name), and what begins
 * with a digit is in every case.
 */
function isInCase(text, letterCase) {
    const unquoted = text.replace(/`[^`]*`|"[^"]*"|'[^']*'/g, "").trim();
    const converted = toCase(unquoted, letterCase);
    return converted === "" || /^[0-9]/.test(converted) || converted === unquoted;
}
function toCase(text, letterCase) {
    switch (letterCase) {
        case "lower-case":
            return text.toLowerCase();
        case "upper-case":
            return text.toUpperCase();
        case "sentence-case":
            return upperFirst(text);
        case "camel-case":
            return lowerFirst(wordsOf(text).map(capitalize).join(""));
        case "pascal-case":
            return wordsOf(text).map(capitalize).join("");
        case "kebab-case":
            return wordsOf(text).join("-").toLowerCase();
        case "snake-case":
            return wordsOf(text).join("_").toLowerCase();
        case "start-case":
            return wordsOf(text)
                .map((word) => (word === word.toUpperCase() ? word : capitalize(word)))
                .join(" ");
    }
}
/** Where lodash ends words: before capitals, at digits, at everything that is no letter. */
function wordsOf(text) {
    const plain = text.normalize("NFD").replace(/[\p{Mn}'\u2019]/gu, "");
    return plain.match(/\p{Lu}?\p{Ll}+|[0-9]+|\p{Lu}+(?!\p{Ll})|\p{L}+/gu) ?? [];
}
function capitalize(word) {
    return upperFirst(word.toLowerCase());
}
function upperFirst(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/commit-rules.js




/** What kind of value each rule has. The names and what they mean are commitlint's. */
const VALUES = {
    "type-enum": "list",
    "type-case": "cases",
    "type-empty": "none",
    "type-min-length": "number",
    "type-max-length": "number",
    "scope-enum": "list",
    "scope-case": "cases",
    "scope-empty": "none",
    "scope-min-length": "number",
    "scope-max-length": "number",
    "subject-case": "cases",
    "subject-empty": "none",
    "subject-full-stop": "text",
    "subject-min-length": "number",
    "subject-max-length": "number",
    "header-min-length": "number",
    "header-max-length": "number",
    "header-trim": "none",
    "body-leading-blank": "none",
    "body-empty": "none",
    "body-min-length": "number",
    "body-max-length": "number",
    "body-max-line-length": "number",
    "footer-leading-blank": "none",
    "footer-empty": "none",
    "footer-min-length": "number",
    "footer-max-length": "number",
    "footer-max-line-length": "number",
    "signed-off-by": "text",
    "trailer-exists": "text",
    "references-empty": "none",
};
const TYPES = ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];
/** What @commitlint/config-conventional has. */
const CONVENTIONAL_RULES = {
    "body-leading-blank": { level: 1, when: "always", value: undefined },
    "body-max-line-length": { level: 2, when: "always", value: 100 },
    "footer-leading-blank": { level: 1, when: "always", value: undefined },
    "footer-max-line-length": { level: 2, when: "always", value: 100 },
    "header-max-length": { level: 2, when: "always", value: 100 },
    "header-trim": { level: 2, when: "always", value: undefined },
    "subject-case": { level: 2, when: "never", value: ["sentence-case", "start-case", "pascal-case", "upper-case"] },
    "subject-empty": { level: 2, when: "never", value: undefined },
    "subject-full-stop": { level: 2, when: "never", value: "." },
    "type-case": { level: 2, when: "always", value: ["lower-case"] },
    "type-empty": { level: 2, when: "never", value: undefined },
    "type-enum": { level: 2, when: "always", value: TYPES },
};
/** Nobody writes more rules by hand. */
const MAX_RULES_CHARACTERS = 100_000;
/**
 * Rules as commitlint's data files have them: `{ "extends": [...], "rules": { name: [level, "always" | "never", value] } }`, in JSON or YAML, or
 * the `commitlint` part of a package.json. Without `extends` only the rules of the file hold, as in commitlint. A program is refused: what
 * lints other people's commits must not run what they wrote.
 *
 * @param path decides between JSON, YAML and package.json
 */
function readCommitRules(text, path) {
    const problems = [];
    const config = readConfig(text, path, problems);
    if (config === undefined)
        return { rules: {}, defaultIgnores: true, problems };
    for (const [key] of config.entries()) {
        if (UNUSED_KEYS.includes(key) || READ_KEYS.includes(key))
            continue;
        problems.push(PROGRAM_KEYS.includes(key)
            ? `sets \`${key}\`, which only a program could follow; remove it`
            : `sets ${quote(key)}, which is none of ${READ_KEYS.join(", ")}`);
    }
    const extended = readExtends(config.get("extends"), problems);
    const rules = readRules(config.get("rules"), problems);
    const merged = { ...extended, ...rules.set };
    for (const name of rules.off)
        delete merged[name];
    if (problems.length === 0 && Object.keys(merged).length === 0) {
        problems.push('sets no rule, so nothing would be checked; write "extends": ["@commitlint/config-conventional"]');
    }
    const ignores = config.get("defaultIgnores");
    if (!ignores.isMissing && typeof ignores.raw !== "boolean") {
        problems.push(`has ${quote(ignores.raw)} for defaultIgnores; write true or false`);
    }
    return { rules: merged, defaultIgnores: ignores.raw !== false, problems };
}
/**
 * Lays rules, written as the `rules` of a file in YAML or JSON, over others; level 0 takes one away.
 */
function overlayCommitRules(base, text) {
    if (text.length > MAX_RULES_CHARACTERS)
        return { rules: base, problems: [`has more than ${MAX_RULES_CHARACTERS} characters`] };
    let settings;
    try {
        settings = parseYaml(text);
    }
    catch (error) {
        if (!(error instanceof report_error/* ReportError */.$))
            throw error;
        return { rules: base, problems: [error.message] };
    }
    if (!settings.isObject)
        return { rules: base, problems: ['is no `name: [level, "always", value]` a line'] };
    const problems = [];
    const { set, off } = readRules(settings, problems);
    const rules = { ...base, ...set };
    for (const name of off)
        delete rules[name];
    return { rules, problems };
}
const READ_KEYS = ["extends", "rules", "defaultIgnores"];
const UNUSED_KEYS = ["$schema", "helpUrl", "formatter", "prompt"];
const PROGRAM_KEYS = ["ignores", "plugins", "parserPreset"];
function readConfig(text, path, problems) {
    const name = path.split("/").at(-1);
    if (/\.[cm]?[jt]s$/.test(name)) {
        problems.push("is a program, and is not run; write the rules as JSON or YAML");
        return undefined;
    }
    if (text.length > MAX_RULES_CHARACTERS) {
        problems.push(`has more than ${MAX_RULES_CHARACTERS} characters`);
        return undefined;
    }
    try {
        const root = name.endsWith(".json") ? (0,json/* parseJson */.q)([new TextEncoder().encode(text)]) : parseYaml(text);
        const config = name === "package.json" ? root.get("commitlint") : root;
        if (!config.isObject)
            throw config.not("an object");
        return config;
    }
    catch (error) {
        if (!(error instanceof report_error/* ReportError */.$))
            throw error;
        problems.push(error.message);
        return undefined;
    }
}
function parseYaml(text) {
    try {
        // Pretty errors cost a search of the text each.
        const document = (0,dist/* parseDocument */.Tp)(text, { logLevel: "silent", uniqueKeys: true, prettyErrors: false });
        const [error] = document.errors;
        if (error !== undefined)
            throw error;
        // A list may hold an alias of itself, which JSON refuses.
        return new json/* JsonValue */.e(JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }))), "");
    }
    catch (error) {
        // Deep nesting ends the parser's stack, and an alias may be unknown: neither is an error of its own class.
        throw new report_error/* ReportError */.$(`is no YAML: ${error.message.split("\n")[0]}`, { cause: error });
    }
}
const CONVENTIONAL_CONFIG = "@commitlint/config-conventional";
function readExtends(value, problems) {
    if (value.isMissing)
        return {};
    const names = value.isList ? value.list() : [value.raw];
    for (const name of names) {
        if (name === CONVENTIONAL_CONFIG)
            continue;
        problems.push(`extends ${quote(name)}; only ${CONVENTIONAL_CONFIG} is known here: write the others' rules out`);
    }
    return names.includes(CONVENTIONAL_CONFIG) ? CONVENTIONAL_RULES : {};
}
function readRules(value, problems) {
    const set = {};
    const off = [];
    if (value.isMissing)
        return { set, off };
    if (!value.isObject) {
        problems.push("has `rules` that are no object");
        return { set, off };
    }
    for (const [name, setting] of value.entries()) {
        if (!isRuleName(name)) {
            problems.push(`sets the rule ${quote(name)}, which is none of ${Object.keys(VALUES).join(", ")}`);
            continue;
        }
        const rule = readRule(name, setting.raw);
        if (typeof rule === "string")
            problems.push(`has a wrong rule \`${name}\`: ${rule}`);
        else if (rule === undefined)
            off.push(name);
        else
            set[name] = rule;
    }
    return { set, off };
}
function isRuleName(name) {
    return Object.hasOwn(VALUES, name);
}
/** The rule, undefined when it is switched off, or what is wrong and what to write. */
function readRule(name, setting) {
    const kind = VALUES[name];
    const example = `[2, "always"${EXAMPLES[kind]}]`;
    if (!Array.isArray(setting))
        return `${quote(setting)} is no list; write ${example}, or [0] to switch it off`;
    const [level, when = "always", value] = setting;
    if (level === 0 && setting.length <= 3)
        return undefined;
    if (level !== 1 && level !== 2)
        return `its level is ${quote(level)}; write 0 (off), 1 (warning) or 2 (error)`;
    if (when !== "always" && when !== "never")
        return `its second part is ${quote(when)}; write "always" or "never"`;
    if (setting.length > 3)
        return `it has ${setting.length} parts; write ${example}`;
    const read = readValue(kind, name, value);
    if (read === WRONG)
        return `its value is ${quote(value)}; write ${example}`;
    return { level, when, value: read };
}
const EXAMPLES = {
    none: "",
    number: ", 100",
    text: ', "."',
    list: ', ["feat", "fix"]',
    cases: `, ["lower-case"]`,
};
const WRONG = Symbol("wrong");
function readValue(kind, name, value) {
    switch (kind) {
        case "none":
            return value === undefined || value === null ? undefined : WRONG;
        case "number":
            return Number.isSafeInteger(value) && value >= 0 ? value : WRONG;
        case "text":
            if (value === undefined && name === "signed-off-by")
                return "Signed-off-by:";
            if (value === undefined && name === "subject-full-stop")
                return ".";
            return typeof value === "string" && value !== "" ? value : WRONG;
        case "list":
            return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : WRONG;
        case "cases": {
            const names = Array.isArray(value) ? value : [value];
            const cases = names.map((each) => (typeof each === "string" ? letterCaseNamed(each) : undefined));
            return cases.length > 0 && !cases.includes(undefined) ? cases : WRONG;
        }
    }
}
/** What is quoted of a file is short. */
function quote(value) {
    const text = value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
    return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rules.js


/** Where commitlint looks, in its order, as far as the files are data. */
const DATA_FILES = ["package.json", ".commitlintrc", ".commitlintrc.json", ".commitlintrc.yaml", ".commitlintrc.yml"];
/** The files that commitlint would run. */
const PROGRAM = /^(?:\.commitlintrc|commitlint\.config)\.[cm]?[jt]s$/;
/**
 * The rules that count: of a file of the base commit, which no pull request can change for itself, and over them those of the workflow.
 *
 * @param base the commit whose file counts.
 * @throws UserErrors naming what is wrong with the file, and what to write instead.
 */
async function findRules(inputs, source, base) {
    const found = await findFile(inputs.config, source, base);
    const withWorkflow = inputs.hasOverlay ? ", with the workflow's own" : "";
    if (found === undefined) {
        const rules = inputs.overlay(CONVENTIONAL_RULES);
        return { rules: needSome(rules), defaultIgnores: true, source: `config-conventional${withWorkflow}` };
    }
    const { path, text } = found;
    const { rules, defaultIgnores, problems } = readCommitRules(text, path);
    if (problems.length > 0)
        throw new errors/* UserErrors */.tQ(problems.map((problem) => `\`${path}\` of the base ${problem}`));
    return {
        rules: needSome(inputs.overlay(rules)),
        defaultIgnores,
        source: `\`${path}\`${withWorkflow}`,
        revision: base,
    };
}
/** Taking every rule away is not a way to pass. */
function needSome(rules) {
    if (Object.keys(rules).length > 0)
        return rules;
    throw new errors/* UserError */.yo("input `rules` takes every rule away, so nothing would be checked; remove the action instead");
}
async function findFile(config, source, base) {
    if (config.kind === "none")
        return undefined;
    if (config.kind === "auto")
        return findConventionalFile(source, base);
    const { path } = config;
    refuseProgram(path, `input \`config\`: ${path}`);
    const text = await source.file(base, path);
    if (text === undefined) {
        throw new errors/* UserError */.yo(`input \`config\`: ${path} is not in ${base.slice(0, 10)}, the commit that the change starts from; a pull request's own rules do not count: merge the file first, or write them into the input \`rules\``);
    }
    return { path, text };
}
/** The first file that commitlint would find. A program in its place is refused: other rules than the repository's would be a guess. */
async function findConventionalFile(source, base) {
    const entries = await source.rootEntries(base);
    for (const path of DATA_FILES.filter((name) => entries.includes(name))) {
        const text = await source.file(base, path);
        if (text !== undefined && (path !== "package.json" || holdsRules(text)))
            return { path, text };
    }
    const program = entries.find((name) => PROGRAM.test(name));
    if (program !== undefined)
        refuseProgram(program, `\`${program}\``);
    return undefined;
}
function refuseProgram(path, shown) {
    if (!/\.[cm]?[jt]s$/.test(path))
        return;
    throw new errors/* UserError */.yo(`${shown} is a program, and is not run; write its rules into \`.commitlintrc.yml\` (\`extends: "@commitlint/config-conventional"\` and \`rules:\`), or set \`config: none\` for config-conventional alone`);
}
function holdsRules(packageJson) {
    if (!packageJson.includes('"commitlint"'))
        return false;
    try {
        return Object.hasOwn(JSON.parse(packageJson), "commitlint");
    }
    catch {
        // Its reader says what is wrong with it.
        return true;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/collect.js









/** Pull requests that GitHub merges in one group, at most (docs, "Managing a merge queue"). */
const MAX_GROUP = 100;
const NO_RANGE = { declared: 0, commits: [] };
/** Reads everything that the decision needs: titles, messages, rules. From GitHub; from git only when GitHub cannot be asked. */
async function collect(inputs, io) {
    const event = io.event();
    needSupportedEvent(inputs, event);
    const reasons = [];
    for (const open of [openGitHub, openGit]) {
        try {
            const source = await open(inputs, io);
            return await io.log.group("Reading titles and commits", () => gather(inputs, event, source, reasons));
        }
        catch (error) {
            if (!(error instanceof SourceUnavailable))
                throw error;
            reasons.push(error.message);
        }
    }
    return { kind: "unreachable", context: contextOf(event), reason: reasons.join(", and ") };
}
async function openGitHub({ token }, io) {
    if (token === "")
        throw new SourceUnavailable("the input `github-token` is empty");
    return new GitHubSource(new github.GitHub({ token, ...(0,github_urls/* apiUrls */.z)(io.environment), log: io.log }), io.event().repository);
}
async function openGit(_, io) {
    return GitSource.open(new git/* Git */.T(io.workspace, { environment: io.environment }), io.event());
}
const EVENTS = ["pull_request", "pull_request_target", "merge_group", "push"];
function needSupportedEvent({ from }, event) {
    if (from !== undefined || EVENTS.includes(event.name))
        return;
    throw new errors/* UserError */.yo(`a run by \`${event.name}\` has no commits to check; run on ${EVENTS.join(", ")}, or write in the input \`from\` which commit they start from`);
}
function contextOf(event) {
    return {
        serverUrl: event.serverUrl,
        repository: `${event.repository.owner}/${event.repository.name}`,
        headSha: event.headSha,
        ...(event.pullRequest !== undefined && { pullRequest: event.pullRequest.number }),
    };
}
async function gather(inputs, event, source, reasons) {
    const wanted = inputs.check === "title" ? "single" : "all";
    const found = await find(inputs, event, source, wanted);
    const asksSettings = inputs.check === "auto" || (wanted === "single" && inputs.squashTitle === undefined);
    const [settings, rules] = await Promise.all([
        asksSettings && found.pulls.length > 0 ? source.mergeSettings() : undefined,
        findRules(inputs, source, found.base),
    ]);
    return {
        kind: "gathered",
        context: contextOf(event),
        pulls: found.pulls,
        range: found.range,
        origin: found.origin,
        settings,
        rules,
        source: source.kind,
        notes: [...found.notes, ...fallbackNotes(source, reasons, found)],
    };
}
function fallbackNotes({ kind }, reasons, { pulls }) {
    if (kind === "api")
        return [];
    const title = pulls.length > 0 ? "; the title is the one that the event had" : "";
    const text = `Commits were read with git, as ${reasons.join(", and ")}${title}.`;
    return [{ level: "warning", text }];
}
async function find(inputs, event, source, wanted) {
    if (inputs.from !== undefined)
        return findRevisions(inputs.from, inputs.to ?? event.headSha, source);
    if (event.pullRequest !== undefined) {
        const { number } = event.pullRequest;
        const pull = await source.pullRequest(number, wanted);
        if (pull === undefined)
            throw new errors/* UserError */.yo(`GitHub has no pull request #${number} for this token; the job needs \`permissions: { contents: read, pull-requests: read }\``);
        return { pulls: [pull], range: NO_RANGE, origin: "none", base: pull.baseSha, notes: [] };
    }
    return event.name === "merge_group" ? findGroup(event, source) : findPush(event, source);
}
async function findRevisions(from, to, source) {
    const range = await source.range(from, to);
    if (range === undefined) {
        throw new errors/* UserError */.yo(`inputs \`from\` and \`to\`: there is no \`${from}\` or no \`${to}\` here; write branches, tags or commits of this repository`);
    }
    return { pulls: [], range, origin: "revisions", base: from, notes: [] };
}
/**
 * A group of a merge queue: its ref names the last pull request, and what GitHub has made of the others names them. Those names are
 * only believed of open pull requests to the same branch, and they add titles to be checked: nothing is left out for them.
 */
async function findGroup(event, source) {
    const queue = parseQueueRef(event.ref);
    if (queue === undefined || event.before === undefined) {
        throw new errors/* UserError */.yo(`the merge group's ref is \`${event.ref}\`, and not \`refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>\`; is GITHUB_REF what GitHub set?`);
    }
    const range = await needRange(source, event.before, event.headSha);
    const named = range.commits.flatMap(({ message }) => namedPullRequest(message) ?? []);
    const pulls = [];
    for (const number of [...new Set([...named, queue.pullRequest])].slice(-MAX_GROUP)) {
        // All their commits, to tell them from those that the queue made.
        const pull = await source.pullRequest(number, "all");
        const belongs = number === queue.pullRequest || (pull?.isOpen === true && pull.baseRef === queue.base);
        if (pull !== undefined && belongs)
            pulls.push(pull);
    }
    const notes = pulls.some(({ number }) => number === queue.pullRequest)
        ? []
        : [{ level: "warning", text: `The pull request #${queue.pullRequest} of the merge group is not to be had.` }];
    return { pulls, range, origin: "merge-group", base: event.before, notes };
}
/**
 * The commits of a push, compared on GitHub since the payload has the first 20 only. The rules of a push to the default branch are those
 * before it, of a push to any other branch those of the default branch: a branch cannot weaken its own gate either.
 */
async function findPush(event, source) {
    const { before, defaultBranch, headSha } = event;
    const range = before === undefined ? undefined : await source.range(before, headSha);
    if (range !== undefined && before !== undefined) {
        const base = event.pushToDefaultBranch ? before : (defaultBranch ?? before);
        return { pulls: [], range, origin: "push", base, notes: [] };
    }
    if (defaultBranch === undefined || event.pushToDefaultBranch) {
        throw new errors/* UserError */.yo(`the commit before this push, ${before?.slice(0, 10) ?? "of a new branch"}, is not to be had, so nobody can say what is new; write in the input \`from\` which commit it starts from`);
    }
    const notes = before === undefined
        ? []
        : [
            {
                level: "note",
                text: `The commit before this push, ${before.slice(0, 10)}, is not to be had; what \`${defaultBranch}\` does not have was checked.`,
            },
        ];
    const since = await needRange(source, defaultBranch, headSha);
    return { pulls: [], range: since, origin: "new-branch", base: defaultBranch, notes };
}
async function needRange(source, base, head) {
    const range = await source.range(base, head);
    if (range !== undefined)
        return range;
    throw new SourceUnavailable(`there is no ${base.slice(0, 40)} or no ${head.slice(0, 40)} to compare`);
}

// EXTERNAL MODULE: ./build/js/packages/versioning/src/conventional-commit.js + 1 modules
var conventional_commit = __webpack_require__(2015);
// EXTERNAL MODULE: ./build/js/packages/kit/src/quantity.js
var quantity = __webpack_require__(6631);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/headline.js

/** The verdict, and its one sentence. Nothing that was not looked at is ever a pass, unless the workflow or git itself says why. */
function headlineOf(judged, failOn) {
    const { subjects, counts, skipped, missing, origin } = judged;
    if (missing !== undefined)
        return { verdict: "broken", headline: `Not every commit was checked: ${missing}: broken` };
    if (subjects.length === 0) {
        if (skipped.length > 0)
            return { verdict: "pass", headline: `Not checked: ${skipped.map(describeSkipped).join(", ")}: pass` };
        if (origin === "new-branch")
            return { verdict: "pass", headline: "Nothing to check: the new branch has no commit of its own: pass" };
        return { verdict: "broken", headline: "Nothing was checked: there is no commit: broken" };
    }
    const failing = subjects.filter((subject) => isFailing(subject, failOn));
    if (failing.length > 0) {
        const verb = failing.length === 1 ? "breaks" : "break";
        return { verdict: "fail", headline: `${sentence(failing, subjects)} ${verb} the rules: fail` };
    }
    const { warnings, ignored } = counts;
    const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
    const follows = checked.length === 1 ? "follows" : "follow";
    const what = checked.length === 0 ? "Nothing here is to be checked" : `${sentence(checked)} ${follows} the rules`;
    const tail = [
        ...(warnings > 0 ? [`with ${(0,quantity/* counted */.hS)(warnings, "warning")}`] : []),
        ...(ignored > 0 ? [ignoredInWords(subjects)] : []),
    ];
    return { verdict: "pass", headline: `${[what, ...tail].join(", ")}: pass` };
}
/** Whether it is one of those that the verdict is `fail` for. */
function isFailing({ errors, warnings }, failOn) {
    return errors > 0 || (failOn === "warning" && warnings > 0);
}
/** `The title and 2 of 4 commits`. */
function sentence(some, all) {
    const of = (kind, subjects) => subjects.filter((each) => each.kind === kind);
    const [titles, commits] = [of("title", some), of("commit", some)];
    const allCommits = all === undefined ? commits.length : of("commit", all).length;
    const parts = [
        ...(titles.length === 0 ? [] : [titles.length === 1 ? "the title" : `${titles.length} titles`]),
        ...(commits.length === 0
            ? []
            : [commits.length === allCommits ? (0,quantity/* counted */.hS)(allCommits, "commit") : `${commits.length} of ${allCommits} commits`]),
    ];
    const text = parts.join(" and ");
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function ignoredInWords(subjects) {
    const kinds = new Map();
    for (const { ignoredAs } of subjects) {
        if (ignoredAs !== undefined)
            kinds.set(ignoredAs, (kinds.get(ignoredAs) ?? 0) + 1);
    }
    return `left alone: ${[...kinds].map(([kind, number]) => `${number} ${kind}`).join(", ")}`;
}
function describeSkipped({ pullRequest, reason }) {
    return `#${pullRequest} ${reason.replaceAll("`", "")}`;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/landing.js
/**
 * Which of a pull request's texts must follow the rules. With `auto` it is what will be on the default branch; with `title` it is also
 * the message of the only commit, as GitHub takes that for the title of a squash unless it is set otherwise.
 *
 * @param settings undefined when the token is not told.
 */
function landingOf({ check, squashTitle }, settings, commits) {
    if (check === "both")
        return { title: "required", commits: "required" };
    if (check === "commits")
        return { title: "off", commits: "required" };
    const takesTitle = (squashTitle ?? settings?.squashTitle) === "PR_TITLE";
    if (check === "title") {
        if (commits !== 1 || takesTitle || settings?.allowsSquash === false)
            return { title: "required", commits: "off" };
        const isKnown = (squashTitle ?? settings) !== undefined;
        return { title: "required", commits: "required", ...(!isKnown && { assumed: ASSUMED_SQUASH }) };
    }
    if (settings === undefined)
        return { title: "required", commits: "required", assumed: ASSUMED_ALL };
    const squashesTitle = settings.allowsSquash && (takesTitle || commits !== 1);
    const mergesTitle = settings.allowsMerge && settings.mergeTitle === "PR_TITLE";
    const squashesCommit = settings.allowsSquash && !takesTitle && commits === 1;
    return {
        title: squashesTitle || mergesTitle ? "required" : "advised",
        commits: settings.allowsMerge || settings.allowsRebase || squashesCommit ? "required" : "advised",
    };
}
const ASSUMED_SQUASH = "GitHub does not tell this token what becomes the title of a squash commit; it was taken to be the message of the only commit, GitHub's default. If it is the pull request's title, set `squash-merge-commit-title: pr-title`.";
const ASSUMED_ALL = "GitHub does not tell this token how pull requests are merged (it needs `contents: write` for that), so `check: auto` checked as `check: both` does.";

// EXTERNAL MODULE: ./build/js/packages/versioning/src/commit-header.js
var commit_header = __webpack_require__(3935);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/commit-lint.js



/**
 * Holds a message against rules. Beside the rules:
 * - a header that is no Conventional Commit is one problem, `header-grammar`, at the place where it stops being one, of the level that
 *   `type-empty` and `subject-empty` have (which is what commitlint says of it), and the rules for its parts are not asked;
 * - what was meant as `BREAKING CHANGE:` and is none is a warning, `footer-grammar`.
 */
function lintCommit(message, rules, options) {
    const commit = (0,conventional_commit/* parseCommit */.L)(message);
    if (options.defaultIgnores && commit.kind !== "conventional" && commit.kind !== "unconventional") {
        return { ignoredAs: commit.kind, problems: [], correction: undefined };
    }
    const lines = message.split(/\r?\n/);
    const problems = [...headerProblems(commit, lines[0], rules), ...restProblems(commit, lines, rules)];
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    const correction = problems.some((each) => each.line === 1) ? corrected(lines[0], rules) : undefined;
    return { ignoredAs: undefined, problems, correction };
}
class Findings {
    problems = [];
    #rules;
    constructor(rules) {
        this.#rules = rules;
    }
    /**
     * Asks a rule, where it is set. `holds` says whether the text is what the rule's name says; a problem is found when that is not what
     * the rule wants. `message` continues after "must" or "must not".
     */
    ask(name, place, check) {
        const rule = this.#rules[name];
        if (rule === undefined)
            return;
        const { holds, what, must } = check(rule.value);
        if (holds === (rule.when === "always"))
            return;
        const message = `${what} must ${rule.when === "always" ? "" : "not "}${must}`;
        this.problems.push({ rule: name, level: rule.level, ...place, message });
    }
    forbids(name) {
        return this.#rules[name]?.when === "never";
    }
    /** A limit has no opposite: commitlint looks at neither `always` nor `never` there. */
    limit(name, place, length, what) {
        const rule = this.#rules[name];
        if (rule === undefined)
            return;
        const isMaximum = name.includes("-max-");
        if (isMaximum ? length <= rule.value : length >= rule.value)
            return;
        const message = `${what} has ${length} characters; ${isMaximum ? "at most" : "at least"} ${rule.value} are allowed`;
        const column = isMaximum ? place.column + rule.value : place.column;
        this.problems.push({ rule: name, level: rule.level, line: place.line, column, message });
    }
}
function headerProblems(commit, line, rules) {
    const findings = new Findings(rules);
    const start = { line: 1, column: 1 };
    findings.limit("header-max-length", start, line.length, "the header");
    findings.limit("header-min-length", start, line.length, "the header");
    findings.ask("header-trim", { line: 1, column: line.length - line.trimStart().length + 1 }, () => ({
        holds: line === line.trim(),
        what: "the header",
        must: "be without blanks at its ends",
    }));
    // Of a merge or revert that is not ignored the whole header counts as what has no type.
    const header = commit.conventional ?? (0,commit_header/* parseHeader */.RW)(commit.header);
    if (header === undefined) {
        const level = Math.max(grammarLevel(rules["type-empty"]), grammarLevel(rules["subject-empty"]));
        const problem = commit.problems.find((each) => each.part === "header");
        if (level > 0) {
            findings.problems.push({
                rule: "header-grammar",
                level: level,
                line: 1,
                column: problem?.column ?? 1,
                message: problem?.message ?? "the header is no `type: description`",
            });
        }
        return findings.problems;
    }
    const { type, scope, description } = header;
    askWord(findings, "type", type, start);
    findings.ask("type-empty", start, () => ({ holds: false, what: "the type", must: "be empty" }));
    const scopePlace = { line: 1, column: type.length + 2 };
    findings.ask("scope-empty", scope === undefined ? { line: 1, column: type.length + 1 } : scopePlace, () => ({
        holds: scope === undefined,
        what: scope === undefined ? "the scope, as in `(core)`," : "the scope",
        must: "be empty",
    }));
    if (scope !== undefined)
        askWord(findings, "scope", scope, scopePlace);
    const place = { line: 1, column: header.descriptionColumn };
    findings.ask("subject-empty", place, () => ({ holds: false, what: "the description", must: "be empty" }));
    if (STARTS_WITH_CASED.test(description)) {
        findings.ask("subject-case", place, (cases) => ({
            holds: cases.some((each) => isInCase(description, each)),
            what: "the description",
            must: `be in ${cases.join(" or ")}`,
        }));
    }
    findings.ask("subject-full-stop", { line: 1, column: commit.header.length }, (stop) => ({
        holds: description.endsWith(stop) && !description.endsWith("..."),
        what: "the description",
        must: `end with \`${stop}\``,
    }));
    findings.limit("subject-max-length", place, description.length, "the description");
    findings.limit("subject-min-length", place, description.length, "the description");
    return findings.problems;
}
const STARTS_WITH_CASED = /^[\p{Ll}\p{Lu}\p{Lt}]/u;
function grammarLevel(rule) {
    return rule?.when === "never" ? rule.level : 0;
}
/** Type or scope: a scope may be several, and each of them must be right, or all of it as it stands. */
function askWord(findings, part, word, place) {
    const words = part === "scope" ? word.split(/[/\\]|, ?/) : [word];
    findings.ask(`${part}-case`, place, (cases) => ({
        holds: cases.some((letterCase) => words.every((each) => isInCase(each, letterCase))),
        what: `the ${part} \`${shorten(word)}\``,
        must: `be in ${cases.join(" or ")}`,
    }));
    findings.ask(`${part}-enum`, place, (allowed) => ({
        holds: isOneOf(findings, part, word, words, allowed),
        what: `the ${part} \`${shorten(word)}\``,
        must: `be one of ${allowed.join(", ")}`,
    }));
    findings.limit(`${part}-max-length`, place, word.length, `the ${part}`);
    findings.limit(`${part}-min-length`, place, word.length, `the ${part}`);
}
function isOneOf(findings, part, word, words, allowed) {
    const isForbidding = findings.forbids(`${part}-enum`);
    // An empty list asks nothing, in either direction.
    if (allowed.length === 0)
        return !isForbidding;
    const each = (one) => allowed.includes(one);
    return each(word) || (isForbidding ? words.some(each) : words.every(each));
}
function restProblems(commit, lines, rules) {
    const findings = new Findings(rules);
    const footerLine = commit.footers[0]?.line ?? lines.length + 1;
    const bodyPlace = { line: Math.min(commit.bodyLine || 2, lines.length), column: 1 };
    const footerPlace = { line: Math.min(footerLine, lines.length), column: 1 };
    const hasBody = commit.body !== "";
    const hasFooters = commit.footers.length > 0;
    const footerText = hasFooters
        ? lines
            .slice(footerLine - 1)
            .join("\n")
            .trim()
        : "";
    const runsOn = (part) => commit.problems.some((each) => each.kind === "leading-blank" && each.part === part);
    findings.ask("body-empty", bodyPlace, () => ({ holds: !hasBody, what: "the body", must: "be empty" }));
    findings.ask("footer-empty", footerPlace, () => ({ holds: !hasFooters, what: "the footers", must: "be empty" }));
    if (hasBody) {
        findings.ask("body-leading-blank", bodyPlace, () => ({
            holds: !runsOn("body"),
            what: "the body",
            must: "have a blank line before it",
        }));
        findings.limit("body-max-length", bodyPlace, commit.body.length, "the body");
        findings.limit("body-min-length", bodyPlace, commit.body.length, "the body");
        const end = commit.bodyLine + commit.body.split("\n").length;
        askLines(findings, "body-max-line-length", lines, commit.bodyLine, end, "the line");
    }
    if (hasFooters) {
        findings.ask("footer-leading-blank", footerPlace, () => ({
            holds: !runsOn("footer"),
            what: "the footer",
            must: "have a blank line before it",
        }));
        findings.limit("footer-max-length", footerPlace, footerText.length, "the footer");
        findings.limit("footer-min-length", footerPlace, footerText.length, "the footer");
        askLines(findings, "footer-max-line-length", lines, footerLine, lines.length + 1, "the footer's line");
    }
    askTrailers(findings, commit, lines, footerPlace);
    for (const { kind, line, column, message } of commit.problems) {
        if (kind === "breaking-change")
            findings.problems.push({ rule: "footer-grammar", level: 1, line, column, message });
    }
    return findings.problems;
}
/** Lines with an address may be long, since it cannot be broken. */
function askLines(findings, name, lines, first, end, what) {
    for (let line = first; line < end; line++) {
        const text = lines[line - 1] ?? "";
        if (text.includes("http://") || text.includes("https://"))
            continue;
        findings.limit(name, { line, column: 1 }, text.length, what);
    }
}
function askTrailers(findings, commit, lines, place) {
    findings.ask("signed-off-by", place, (start) => {
        const last = lines.findLast((line) => line !== "" && !line.startsWith("#") && !CHERRY_PICKED.test(line.trim()));
        return { holds: last?.startsWith(start) === true, what: "the last line", must: `begin with \`${start}\`` };
    });
    findings.ask("trailer-exists", place, (start) => ({
        // Of the footers as they are read here, not as git reads trailers (only in the last paragraph).
        holds: commit.footers.some(({ token, separator, value }) => `${token}${separator}${value}`.startsWith(start)),
        what: "the footers",
        must: `have \`${start}\``,
    }));
    findings.ask("references-empty", { line: 1, column: 1 }, () => ({
        holds: !lines.some((line) => REFERENCE.test(line)),
        what: "references to issues, as `#123`,",
        must: "be missing",
    }));
}
const CHERRY_PICKED = /^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
const REFERENCE = /(?<!&)#[0-9]+(?!\w)|\bGH-[0-9]+\b/;
/** The header with everything mended that can be, if the rules then have nothing against it. */
function corrected(line, rules) {
    const header = (0,commit_header/* parseHeader */.RW)((0,commit_header/* correctHeader */.cp)(line) ?? "");
    if (header === undefined)
        return undefined;
    const type = mendedType(header.type, rules);
    const scope = header.scope === undefined ? "" : `(${mendedScope(header.scope, rules)})`;
    const description = mendedDescription(header.description, rules);
    const made = `${type}${scope}${header.isMarkedBreaking ? "!" : ""}: ${description}`;
    if (made === line)
        return undefined;
    return headerProblems((0,conventional_commit/* parseCommit */.L)(made), made, rules).length === 0 ? made : undefined;
}
function mendedType(type, rules) {
    const letterCase = soleCase(rules["type-case"]);
    const mended = letterCase === undefined ? type : toCase(type, letterCase);
    const allowed = rules["type-enum"]?.when === "always" ? rules["type-enum"].value : [];
    if (allowed.length === 0 || allowed.includes(mended))
        return mended;
    const meant = MEANT_TYPES[mended.toLowerCase()];
    if (meant !== undefined && allowed.includes(meant))
        return meant;
    return allowed.find((each) => each.startsWith(mended) || mended.startsWith(each)) ?? mended;
}
const MEANT_TYPES = Object.assign(Object.create(null), {
    feature: "feat",
    features: "feat",
    new: "feat",
    add: "feat",
    bug: "fix",
    bugfix: "fix",
    hotfix: "fix",
    doc: "docs",
    documentation: "docs",
    tests: "test",
    performance: "perf",
    deps: "build",
    dependencies: "build",
    chores: "chore",
    refact: "refactor",
});
function mendedScope(scope, rules) {
    const letterCase = soleCase(rules["scope-case"]);
    return letterCase === undefined ? scope : toCase(scope, letterCase);
}
function mendedDescription(description, rules) {
    let mended = description;
    const stop = rules["subject-full-stop"];
    if (stop?.when === "never" && mended.endsWith(stop.value)) {
        while (mended.length > 0 && mended.endsWith(stop.value))
            mended = mended.slice(0, -stop.value.length).trimEnd();
    }
    const rule = rules["subject-case"];
    if (rule === undefined)
        return mended;
    if (rule.when === "always")
        return rule.value.length === 1 ? toCase(mended, rule.value[0]) : mended;
    const isForbidden = (text) => STARTS_WITH_CASED.test(text) && rule.value.some((each) => isInCase(text, each));
    if (!isForbidden(mended))
        return mended;
    const lowered = mended.slice(0, 1).toLowerCase() + mended.slice(1);
    return isForbidden(lowered) ? mended.toLowerCase() : lowered;
}
function soleCase(rule) {
    return rule?.when === "always" && rule.value.length === 1 ? rule.value[0] : undefined;
}
/** What is quoted of a header is short. */
function shorten(text) {
    return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/hidden-characters.js
/** Of one message: a binary pasted into a body has thousands. */
const MAX_FOUND = 20;
/**
 * Controls that turn the reading direction (CVE-2021-42574) are errors wherever they stand, as are other controls in the first line: people
 * read it in terminals and in changelogs. In a body they are warnings, since pasted logs bring colours with them.
 */
function findHiddenCharacters(message) {
    const found = [];
    for (const [at, line] of message.split(/\r?\n/).entries()) {
        for (const match of line.matchAll(HIDDEN)) {
            if (found.length === MAX_FOUND)
                return found;
            const code = match[0].codePointAt(0);
            const turns = code > 0xff;
            found.push({
                line: at + 1,
                column: match.index + 1,
                level: turns || at === 0 ? 2 : 1,
                message: `U+${code.toString(16).toUpperCase().padStart(4, "0")} is ${turns ? "a character that turns the reading direction" : "a control character"}; remove it`,
            });
        }
    }
    return found;
}
/** C0 and C1 but tab, and bidirectional embeddings, overrides and isolates. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/subject.js


/** Problems of one subject that are listed; a pasted log has thousands of long lines. */
const MAX_PROBLEMS = 20;
/** What is kept of a first line, of a sentence, and of a line around a problem. */
const MAX_HEADER = 200;
const MAX_MESSAGE = 500;
const MAX_EXCERPT = 84;
/** How much of a line is kept before a problem, when not all of it is. */
const BEFORE_PROBLEM = 50;
/**
 * A pull request's title: only the rules for a first line are asked. Of what git and GitHub write only a revert is left alone, as
 * GitHub's button names pull requests so; nobody else has to call one `Merge ...` or `fixup! ...`.
 */
function judgeTitle(title, rules, place) {
    const headerRules = Object.fromEntries(Object.entries(rules.rules).filter(([name]) => isHeaderRule(name)));
    const { ignoredAs } = lintCommit(title, headerRules, rules);
    const isRevert = ignoredAs === "revert" || ignoredAs === "reapply";
    return judge(title, headerRules, isRevert, { kind: "title", ...place });
}
/** A commit. A merge is what has two parents, whatever its message says. */
function judgeCommit({ sha, parents }, message, rules, place) {
    const { ignoredAs } = lintCommit(message, rules.rules, rules);
    const isIgnored = ignoredAs !== undefined && (ignoredAs !== "merge" || parents > 1);
    return judge(message, rules.rules, isIgnored, { kind: "commit", sha, ...place });
}
/** A commit that is not looked at. */
function ignoredCommit({ sha, message }, ignoredAs) {
    const header = cut(message.split(/\r?\n/, 1)[0], MAX_HEADER);
    return { kind: "commit", sha, header, required: false, ignoredAs, problems: [], errors: 0, warnings: 0 };
}
function isHeaderRule(name) {
    return /^(?:type|scope|subject|header)-/.test(name);
}
function judge(message, rules, isIgnored, about) {
    const lines = message.split(/\r?\n/);
    const hidden = findHiddenCharacters(message).map((each) => ({ ...each, rule: "hidden-character" }));
    const linted = lintCommit(message, rules, { defaultIgnores: isIgnored });
    const found = [...linted.problems, ...hidden];
    const level = (problem) => (problem.level === 2 && about.required ? "error" : "warning");
    const errors = found.filter((problem) => level(problem) === "error").length;
    found.sort((a, b) => b.level - a.level || a.line - b.line || a.column - b.column);
    const problems = found.slice(0, MAX_PROBLEMS).map((problem) => ({
        level: level(problem),
        rule: problem.rule,
        line: problem.line,
        column: problem.column,
        message: cut(problem.message, MAX_MESSAGE),
        excerpt: excerptOf(lines[problem.line - 1] ?? "", problem.column),
    }));
    // A correction is there to be copied: it may hold nothing that cannot be seen.
    const { correction } = linted;
    const isClean = correction !== undefined && findHiddenCharacters(correction).length === 0;
    return {
        ...about,
        header: cut(lines[0], MAX_HEADER),
        ...(linted.ignoredAs !== undefined && hidden.length === 0 && { ignoredAs: linted.ignoredAs }),
        problems,
        errors,
        warnings: found.length - errors,
        ...(isClean && { correction }),
    };
}
function excerptOf(line, column) {
    const at = Math.min(column - 1, line.length);
    if (line.length <= MAX_EXCERPT)
        return { text: whole(line), at };
    const start = at <= BEFORE_PROBLEM ? 0 : Math.min(at - BEFORE_PROBLEM, line.length - MAX_EXCERPT);
    const end = start + MAX_EXCERPT;
    const before = start > 0 ? "..." : "";
    const after = end < line.length ? "..." : "";
    return { text: `${before}${whole(line.slice(start, end))}${after}`, at: at - start + before.length };
}
function cut(text, length) {
    return text.length <= length ? whole(text) : `${whole(text.slice(0, length))}...`;
}
/** Half a character, where a cut went through it, becomes the sign for one that is unknown. */
function whole(text) {
    return text.toWellFormed();
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/evaluate.js






/** Holds titles and commits against the rules. Pure: the same facts give the same result. */
function evaluate(inputs, facts) {
    const frame = { schema: "jessy-actions/commit-lint/v1", name: inputs.name, context: facts.context };
    if (facts.kind === "unreachable") {
        const headline = `Nothing was checked: ${facts.reason}: broken`;
        const nothing = { counts: countsOf([]), subjects: [], skipped: [], rules: { source: "" }, notes: [] };
        return { ...frame, ...nothing, verdict: "broken", headline, source: "api" };
    }
    const skipped = facts.pulls.flatMap((pull) => skipReason(pull, inputs));
    const judged = facts.pulls.filter(({ number }) => !skipped.some(({ pullRequest }) => pullRequest === number));
    const subjects = [];
    const notes = [...facts.notes];
    for (const pull of judged) {
        const landing = landingOf(inputs, facts.settings, pull.declared);
        subjects.push(...judgePull(pull, landing, facts));
        if (landing.assumed !== undefined && !notes.some(({ text }) => text === landing.assumed))
            notes.push({ level: "note", text: landing.assumed });
    }
    subjects.push(...judgeRange(inputs, facts));
    const counts = countsOf(subjects);
    const missing = missingCommits(judged, facts);
    const { verdict, headline } = headlineOf({ subjects, counts, skipped, missing, origin: facts.origin }, inputs.failOn);
    const { source, revision } = facts.rules;
    const title = facts.pulls.length === 1 ? titleParts(facts.pulls[0].title) : undefined;
    return {
        ...frame,
        verdict,
        headline,
        counts,
        ...(title !== undefined && { title }),
        subjects: [...subjects.filter(({ kind }) => kind === "title"), ...subjects.filter(({ kind }) => kind === "commit")],
        skipped,
        rules: { source, ...(revision !== undefined && { revision }) },
        source: facts.source,
        notes,
    };
}
/** The author of a pull request is known to GitHub, whatever its commits say. */
function skipReason(pull, { ignoreAuthors, ignoreLabels }) {
    const label = pull.labels.find((each) => ignoreLabels.includes(each));
    if (label !== undefined)
        return [{ pullRequest: pull.number, reason: `has the label \`${label}\`` }];
    return ignoreAuthors.includes(pull.author.toLowerCase())
        ? [{ pullRequest: pull.number, reason: `is by \`${pull.author}\`` }]
        : [];
}
function judgePull(pull, landing, { rules }) {
    const subjects = [];
    const place = { pullRequest: pull.number };
    if (landing.title !== "off")
        subjects.push(judgeTitle(pull.title, rules, { ...place, required: landing.title === "required" }));
    if (landing.commits !== "off") {
        const required = landing.commits === "required";
        for (const commit of pull.commits ?? [])
            subjects.push(judgeCommit(commit, commit.message, rules, { ...place, required }));
    }
    return subjects;
}
/** Commits outside of pull requests; of a merge group those that the queue itself made, as they will be on the branch. */
function judgeRange(inputs, facts) {
    const { pulls, range, origin, rules } = facts;
    const isGroup = origin === "merge-group";
    const numbers = new Set(isGroup ? pulls.map(({ number }) => number) : []);
    const ofPulls = pulls.flatMap(({ commits = [] }) => commits);
    const messages = new Set(ofPulls.map(({ message }) => message.trimEnd()));
    // What brings a pull request that is left alone is left alone, too.
    const skipped = new Set(pulls.filter((pull) => skipReason(pull, inputs).length > 0).map(({ number }) => number));
    return range.commits.flatMap((commit) => {
        // The pull request's own, or a copy that a rebase made.
        if (isGroup && messages.has(commit.message.trimEnd()))
            return [];
        if ([...skipped].some((number) => isSquashOf(commit, number)))
            return [ignoredCommit(commit, "of an ignored pull request")];
        if (!isGroup && commit.author !== undefined && inputs.ignoreAuthors.includes(commit.author.toLowerCase()))
            return [ignoredCommit(commit, `by ${commit.author}`)];
        const message = withoutPullRequestNumber(commit.message, numbers);
        return [judgeCommit(commit, message, rules, { required: true })];
    });
}
function isSquashOf({ message }, number) {
    return withoutPullRequestNumber(message, new Set([number])) !== message;
}
/** How many commits there are that nobody could read. */
function missingCommits(pulls, { range }) {
    for (const { number, declared, commits } of pulls) {
        if (commits !== undefined && !isCounted(declared, commits))
            return `of the ${declared} commits of #${number} ${commits.length} could be read`;
        if (commits?.length === 0)
            return `#${number} has none that could be read`;
    }
    return isCounted(range.declared, range.commits)
        ? undefined
        : `of ${range.declared} commits ${range.commits.length} could be read`;
}
function countsOf(subjects) {
    const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
    const sum = (key) => subjects.reduce((total, subject) => total + subject[key], 0);
    const titles = checked.filter(({ kind }) => kind === "title").length;
    return {
        checked: checked.length,
        titles,
        commits: checked.length - titles,
        ignored: subjects.length - checked.length,
        errors: sum("errors"),
        warnings: sum("warnings"),
    };
}
function titleParts(title) {
    const { conventional, isBreaking } = (0,conventional_commit/* parseCommit */.L)(title);
    if (conventional === undefined)
        return undefined;
    const { type, scope } = conventional;
    return { type, ...(scope !== undefined && { scope }), breaking: isBreaking };
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/inputs.js


const SQUASH_TITLES = { auto: undefined, "pr-title": "PR_TITLE", "commit-or-pr-title": "COMMIT_OR_PR_TITLE" };
function readInputs(reader) {
    const overlay = readOverlay(reader);
    const from = readRevision(reader, "from");
    const to = readRevision(reader, "to");
    if (to !== undefined && from === undefined)
        reader.problem("to", "is set without `from`; write both, or only `from`: `to` is then the commit of the run");
    return Object.freeze({
        name: reader.string("name"),
        check: reader.enumeration("check", ["both", "auto", "title", "commits"], "both"),
        config: readConfigInput(reader),
        ...overlay,
        squashTitle: SQUASH_TITLES[reader.enumeration("squash-merge-commit-title", ["auto", "pr-title", "commit-or-pr-title"], "auto")],
        ignoreAuthors: reader.list("ignore-authors").map((login) => login.toLowerCase()),
        ignoreLabels: reader.list("ignore-labels"),
        from,
        to,
        failOn: reader.enumeration("fail-on", ["error", "warning", "never"], "error"),
        helpUrl: readHelpUrl(reader),
        comment: reader.boolean("comment", false),
        annotations: reader.boolean("annotations", true),
        token: reader.string("github-token"),
    });
}
/** `types`, `scopes` and `require-scope` are short for rules; `rules` says the rest, and what it says twice is a mistake. */
function readOverlay(reader) {
    const types = readWords(reader, "types", (type) => (0,commit_header/* parseHeader */.RW)(`${type}: x`)?.type === type);
    const scopes = readWords(reader, "scopes", (scope) => (0,commit_header/* parseHeader */.RW)(`x(${scope}): x`)?.scope === scope);
    const requireScope = reader.boolean("require-scope", false);
    const text = reader.string("rules");
    const short = {
        ...(types.length > 0 && { "type-enum": { level: 2, when: "always", value: types } }),
        ...(scopes.length > 0 && { "scope-enum": { level: 2, when: "always", value: scopes } }),
        ...(requireScope && { "scope-empty": { level: 2, when: "never", value: undefined } }),
    };
    if (text !== "") {
        const { rules, problems } = overlayCommitRules({}, text);
        for (const problem of problems)
            reader.problem("rules", problem);
        for (const [input, rule] of SHORT_RULES) {
            if (short[rule] !== undefined && rules[rule] !== undefined)
                reader.problem(input, `says the same as \`${rule}\` of the input \`rules\`; set only one of them`);
        }
    }
    return {
        overlay: (rules) => {
            const withShort = { ...rules, ...short };
            return text === "" ? withShort : overlayCommitRules(withShort, text).rules;
        },
        hasOverlay: text !== "" || Object.keys(short).length > 0,
    };
}
const SHORT_RULES = [
    ["types", "type-enum"],
    ["scopes", "scope-enum"],
    ["require-scope", "scope-empty"],
];
function readWords(reader, name, isWord) {
    const words = reader.list(name);
    const wrong = words.find((word) => !isWord(word) || word.includes(","));
    if (wrong !== undefined)
        reader.wrong(name, wrong, `one ${name.slice(0, -1)} a line, as it is written in a title`);
    return words;
}
/** Names of branches, tags and commits; `..` and the like would mean something else in a comparison. */
function readRevision(reader, name) {
    const revision = reader.optional(name);
    if (revision !== undefined && !/^(?!-)(?!.*\.\.)[^\s~^:?*[\\]+$/.test(revision))
        reader.wrong(name, revision, "a branch, a tag or a commit, e.g. `main`");
    return revision;
}
function readConfigInput(reader) {
    const config = reader.string("config") || "auto";
    if (config === "auto" || config === "none")
        return { kind: config };
    if (config.startsWith("/") || config.split("/").includes(".."))
        reader.wrong("config", config, "a path in the repository, e.g. `.github/commitlint.yml`");
    return { kind: "file", path: config.replace(/^(?:\.\/)+/, "") };
}
function readHelpUrl(reader) {
    const url = reader.optional("help-url");
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
        reader.wrong("help-url", url, "an address with `https://`");
    return url;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/escape.js
var src_escape = __webpack_require__(3697);
// EXTERNAL MODULE: ./build/js/packages/kit/src/prose.js
var prose = __webpack_require__(2939);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/code-frame.js

/**
 * The lines that have problems, with a mark below each place, as compilers show them. Pure text; what is quoted is untrusted, so a mark
 * stands where it is seen: below what is shown of a character that cannot be.
 *
 *     1 | Fixed stuff.
 *       |      ^
 */
function codeFrame(problems) {
    const width = Math.max(...problems.map(({ line }) => String(line).length));
    const marked = new Map();
    for (const { line, excerpt } of inOrder(problems)) {
        const text = `${String(line).padStart(width)} | ${visible(excerpt.text)}`;
        const columns = marked.get(text) ?? new Set();
        marked.set(text, columns.add([...visible(excerpt.text.slice(0, excerpt.at))].length));
    }
    return [...marked].flatMap(([text, columns]) => [text, `${" ".repeat(width)} | ${marks(columns)}`]).join("\n");
}
/** As they stand in the message. */
function inOrder(problems) {
    return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
function marks(columns) {
    return Array.from({ length: Math.max(...columns) + 1 }, (_, at) => (columns.has(at) ? "^" : " ")).join("");
}
/** One line without what cannot be seen. */
function visible(text) {
    return (0,src_escape/* revealInvisible */.hR)(text.replaceAll("\t", " "));
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/render.js





/** Subjects that are shown with their lines in the comment; the summary has more, the result file all. */
const MAX_SHOWN = { comment: 10, summary: 100 };
/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { frames: 1, passed: 2 };
/** A result in words, tables and files. Pure: the same result gives the same bytes. */
function render(result, wishes, _) {
    const blocks = (max) => [
        ...countsTable(result),
        ...brokenRules(result, wishes, max),
        ...howToMend(result, wishes),
        ...withoutProblems(result),
        ...skippedPulls(result),
        ...result.notes.map(({ level, text }) => ({
            kind: "alert",
            level,
            text: (0,prose/* prose */.C)(text),
        })),
        ...closing(result, wishes),
    ];
    return {
        title: result.name === "" ? "Commit messages" : `Commit messages: ${result.name}`,
        verdict: result.verdict,
        headline: result.headline,
        comment: blocks(MAX_SHOWN.comment),
        summary: blocks(MAX_SHOWN.summary),
        annotations: wishes.annotations ? annotations(result) : [],
        outputs: outputs(result),
        files: [{ name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" }],
        fails: result.verdict === "broken" || (result.verdict === "fail" && wishes.failOn !== "never"),
    };
}
/** What a title may give to later steps, however they quote it: nothing that means anything to a shell. */
const HARMLESS = /^\w[\w.,/ -]{0,99}$/;
function outputs({ verdict, title, counts }) {
    const word = (text) => (text !== undefined && HARMLESS.test(text) ? text : "");
    return {
        verdict,
        type: word(title?.type),
        scope: word(title?.scope),
        breaking: title === undefined ? "" : String(title.breaking),
        commits: String(counts.commits),
        errors: String(counts.errors),
        warnings: String(counts.warnings),
    };
}
function countsTable({ subjects }) {
    const rows = ["title", "commit"].flatMap((kind) => {
        const some = subjects.filter((subject) => subject.kind === kind);
        if (some.length === 0)
            return [];
        const total = (key) => some.reduce((sum, subject) => sum + subject[key], 0);
        const ignored = some.filter(({ ignoredAs }) => ignoredAs !== undefined).length;
        const name = kind === "title" ? (some.length === 1 ? "Title" : "Titles") : some.length === 1 ? "Commit" : "Commits";
        const cells = [some.length - ignored, ignored, total("errors"), total("warnings")];
        return [[{ strong: name }, ...cells.map((cell) => (0,quantity/* count */.U9)(cell))]];
    });
    if (rows.length === 0)
        return [];
    const columns = ["Checked", "Left alone", "Errors", "Warnings"].map((header) => ({ header, align: "right" }));
    // A column that says nothing only makes the table wider.
    const isUsed = (at) => at !== 2 || rows.some((row) => row[at] !== "0");
    return [
        {
            kind: "table",
            columns: [{ header: "" }, ...columns].filter((_, at) => isUsed(at)),
            rows: rows.map((row) => row.filter((_, at) => isUsed(at))),
        },
    ];
}
/** Every title and commit with something against it: what fails in the open, mere warnings folded away. */
function brokenRules(result, { failOn }, max) {
    const failing = result.subjects.filter((subject) => isFailing(subject, failOn));
    const warned = result.subjects.filter((subject) => !isFailing(subject, failOn) && subject.warnings > 0);
    const more = failing.length - max;
    return [
        ...failing.slice(0, max).flatMap((subject) => subjectBlocks(subject, result, "❌")),
        ...(more > 0 ? [paragraph([{ emphasis: `and ${(0,quantity/* count */.U9)(more)} more like these` }])] : []),
        ...(warned.length === 0
            ? []
            : [
                {
                    kind: "details",
                    summary: `${(0,quantity/* counted */.hS)(warned.length, "text")} with warnings only`,
                    blocks: warned.slice(0, max).flatMap((subject) => subjectBlocks(subject, result, "⚠️")),
                },
            ]),
    ];
}
function subjectBlocks(subject, result, mark) {
    const omitted = subject.errors + subject.warnings - subject.problems.length;
    return [
        paragraph([`${mark} `, { strong: nameOf(subject, result) }, ...onlyAdvised(subject)]),
        { kind: "code", text: codeFrame(subject.problems), language: "text", weight: WEIGHT.frames },
        { kind: "list", items: inOrder(subject.problems).map(problemLine), noun: "problems", weight: WEIGHT.frames },
        ...(omitted > 0 ? [paragraph([{ emphasis: `and ${(0,quantity/* counted */.hS)(omitted, "more problem")} in it` }])] : []),
        ...(subject.correction === undefined ? [] : [paragraph(["For example: ", { code: subject.correction }])]),
    ];
}
function problemLine({ level, line, column, message, rule }) {
    const place = level === "error" ? `${line}:${column}` : `${line}:${column}, warning`;
    return [{ strong: place }, " ", ...(0,prose/* prose */.C)(message), " (", { code: rule }, ")"];
}
function onlyAdvised({ required }) {
    return required ? [] : [" (will not be on the default branch)"];
}
function nameOf({ kind, sha = "", pullRequest }, { context }) {
    if (kind === "title")
        return context.pullRequest === pullRequest ? "The pull request's title" : `The title of #${pullRequest}`;
    const href = `${context.serverUrl}/${context.repository}/commit/${sha}`;
    return ["Commit ", { link: { text: sha.slice(0, 10), href } }];
}
/** What to do about it, in the words of what has to be typed. */
function howToMend(result, { failOn, helpUrl }) {
    const failing = result.subjects.filter((subject) => isFailing(subject, failOn));
    if (failing.length === 0)
        return [];
    const items = [];
    if (failing.some(({ kind }) => kind === "title"))
        items.push("A title: edit it at the top of the pull request; the check runs again by itself.");
    const commits = failing.filter(({ kind, pullRequest }) => kind === "commit" && pullRequest !== undefined);
    if (commits.length > 0) {
        const isLast = commits.length === 1 && commits[0].sha === result.context.headSha;
        const command = isLast ? "git commit --amend" : `git rebase --interactive ${commits[0].sha.slice(0, 10)}~1`;
        items.push([
            isLast ? "The last commit: " : "Commits: ",
            { code: command },
            isLast ? "" : [", and write ", { code: "reword" }, " before each of them"],
            "; then ",
            { code: "git push --force-with-lease" },
            ".",
        ].flat());
    }
    if (helpUrl !== undefined)
        items.push(["How messages are written here: ", { link: { text: "help", href: helpUrl } }]);
    return items.length === 0 ? [] : [{ kind: "details", summary: "How to mend it", blocks: [{ kind: "list", items }] }];
}
function withoutProblems(result) {
    const fine = result.subjects.filter(({ errors, warnings }) => errors + warnings === 0);
    if (fine.length === 0)
        return [];
    const items = fine.map((subject) => {
        const left = subject.ignoredAs === undefined ? [] : [" (left alone: ", subject.ignoredAs, ")"];
        return [nameOf(subject, result), ": ", { code: subject.header }, ...left].flat();
    });
    const list = { kind: "list", items, noun: "texts", weight: WEIGHT.passed };
    return [{ kind: "details", summary: `${(0,quantity/* counted */.hS)(fine.length, "text")} without a problem`, blocks: [list] }];
}
function skippedPulls({ skipped }) {
    return skipped.map(({ pullRequest, reason }) => ({
        kind: "alert",
        level: "note",
        text: [`The pull request #${pullRequest} was not checked: it `, ...(0,prose/* prose */.C)(reason), "."],
    }));
}
function closing({ rules, source }, { helpUrl }) {
    if (rules.source === "")
        return [];
    const of = rules.revision === undefined ? "" : ` of ${shortRevision(rules.revision)}`;
    const told = source === "api" ? "" : "; commits from git";
    const help = helpUrl === undefined ? [] : [" ", { link: { text: "How messages are written here", href: helpUrl } }];
    return [paragraph([{ emphasis: (0,prose/* prose */.C)(`Rules: ${rules.source}${of}${told}.`) }, ...help])];
}
function shortRevision(revision) {
    return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : `\`${revision}\``;
}
/** One for each title and commit, since there is no file to set them in, and GitHub shows ten of a kind. */
function annotations({ subjects }) {
    return subjects
        .filter(({ problems }) => problems.length > 0)
        .map((subject) => {
        const lines = subject.problems.map(({ line, column, message, rule }) => `${line}:${column}: ${message} (${rule})`);
        if (subject.correction !== undefined)
            lines.push(`For example: ${subject.correction}`);
        return {
            level: subject.errors > 0 ? "error" : "warning",
            title: subject.kind === "title" ? `Title of #${subject.pullRequest}` : `Commit ${subject.sha.slice(0, 10)}`,
            message: [subject.header, ...lines].map(src_escape/* revealInvisible */.hR).join("\n"),
            importance: subject.kind === "title" ? 1 : 0,
        };
    });
}
function paragraph(text) {
    return { kind: "paragraph", text };
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/main.js





const commitLint = {
    name: "commit-lint",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    render: render,
    publication: ({ name, token, comment }) => ({ name, token, comment }),
};
const main = () => (0,action/* runAction */.C)(commitLint);


/***/ }),

/***/ 6631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/** `12,345`. Not by toLocaleString: its first call loads the locales, 15 ms. */
function count(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/** `lines`, or `line` of one. */
function plural(number, noun) {
    return number === 1 ? noun : `${noun}s`;
}
/** `12,345 lines`. */
function counted(number, noun) {
    return `${count(number)} ${plural(number, noun)}`;
}


/***/ })

};
