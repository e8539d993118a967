export const id = 567;
export const ids = [567];
export const modules = {

/***/ 6567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commitLint: () => (/* binding */ commitLint)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/context.js
var context = __webpack_require__(7984);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
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

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/sources/commit-source.js
/** Nobody reads more commits one by one; a hundred requests for a hundred commits each take a minute. */
const MAX_COMMITS = 10_000;
/** A source is unavailable; another one may not be. The message is a sentence without its full stop. */
class SourceUnavailable extends Error {
    name = "SourceUnavailable";
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/sources/git-source.js


/**
 * A complete checkout, for when GitHub's API is unavailable. The commits are the same; the title is the one that the event had.
 *
 * Every method throws SourceUnavailable when the checkout is missing, shallow, or lacks what is asked for.
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
            // Only GitHub knows these, so nothing is ignored.
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
            throw new user_error/* UserError */.y(`there are ${commits.length} commits between ${base} and ${head}, more than ${MAX_COMMITS}`);
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
    /** A branch that is not checked out is a remote branch. */
    async #resolve(revision) {
        return (await this.#git.resolve(revision)) ?? this.#git.resolve(`refs/remotes/origin/${revision}`);
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/client.js + 4 modules
var client = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/facts.js
/** Whether every commit was read, each of them once. */
function isCounted(declared, commits) {
    return commits.length === declared && new Set(commits.map(({ sha }) => sha)).size === declared;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/sources/github-source.js





/** Commits that GitHub lists of a pull request (docs, "List commits on a pull request"). */
const PULL_COMMITS_MAX = 250;
const PER_PAGE = 100;
/** How often a pull request is read if it changes meanwhile. */
const MAX_ATTEMPTS = 3;
const login = (0,shape.object)({ login: (0,shape.optional)(shape.text) });
const listedCommit = {
    sha: shape.sha,
    commit: (0,shape.object)({ message: shape.text }),
    author: (0,shape.optional)(login),
    parents: (0,shape.list)((0,shape.object)({ sha: shape.sha })),
};
const apiCommit = (0,shape.object)(listedCommit);
const shownPull = {
    number: shape.id,
    state: shape.text,
    title: shape.text,
    user: (0,shape.optional)(login),
    labels: (0,shape.list)((0,shape.object)({ name: shape.text })),
    commits: shape.whole,
    head: (0,shape.object)({ sha: shape.sha }),
    base: (0,shape.object)({ sha: shape.sha, ref: shape.text }),
};
const apiPull = (0,shape.object)(shownPull);
const apiComparison = (0,shape.object)({ total_commits: shape.whole, commits: (0,shape.list)(apiCommit) });
const apiTree = (0,shape.object)({ tree: (0,shape.list)((0,shape.object)({ path: shape.text })) });
const apiFile = (0,shape.object)({ type: shape.text, encoding: (0,shape.optional)(shape.text), content: (0,shape.optional)(shape.text) });
/** Of a folder GitHub answers with the list of its entries. */
const fileOrFolder = (value) => (value.isList ? { type: "dir" } : apiFile(value));
const apiRepository = (0,shape.object)({
    allow_merge_commit: (0,shape.optional)(shape.boolean),
    allow_squash_merge: (0,shape.optional)(shape.boolean),
    allow_rebase_merge: (0,shape.optional)(shape.boolean),
    squash_merge_commit_title: (0,shape.optional)(shape.text),
    merge_commit_title: (0,shape.optional)(shape.text),
});
/**
 * GitHub's API. It knows the title as it is now, needs no checkout, and reads nothing of a pull request but its texts.
 *
 * Every method throws SourceUnavailable when GitHub does not answer, and UserError when it refuses.
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
        const seen = new Set();
        for (let page = 1;; page++) {
            const parameters = { ...this.#repository, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
            const answer = await this.#unlessMissing(() => this.#ask("GET /repos/{owner}/{repo}/compare/{basehead}", parameters, apiComparison));
            if (answer === undefined)
                return undefined;
            const declared = answer.total_commits;
            if (declared > MAX_COMMITS) {
                throw new user_error/* UserError */.y(`there are ${declared} commits between ${base.slice(0, 40)} and ${head.slice(0, 40)}, more than the ${MAX_COMMITS} that are checked; write \`check: title\`, or a later commit in \`from\``);
            }
            for (const commit of answer.commits) {
                // Commits that were read already would make up for those that are missing.
                if (seen.has(commit.sha))
                    throw new SourceUnavailable(`GitHub is unavailable (page ${page} of a comparison repeats ${commit.sha})`);
                seen.add(commit.sha);
                commits.push(commitOf(commit));
            }
            if (answer.commits.length === 0 || commits.length >= declared)
                return { declared, commits };
        }
    }
    async rootEntries(commit) {
        const wanted = { ...this.#repository, tree_sha: commit };
        const { tree } = await this.#ask("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", wanted, apiTree);
        return tree.map(({ path }) => path);
    }
    async file(commit, path) {
        const wanted = { ...this.#repository, path, ref: commit };
        const found = await this.#unlessMissing(() => this.#ask("GET /repos/{owner}/{repo}/contents/{path}", wanted, fileOrFolder));
        if (found === undefined)
            return undefined;
        if (found.type !== "file" || found.encoding !== "base64" || found.content === undefined)
            throw new user_error/* UserError */.y(`\`${path}\` is not a file of at most one megabyte; write the rules into such a file`);
        return Buffer.from(found.content, "base64").toString();
    }
    async mergeSettings() {
        const repository = await this.#ask("GET /repos/{owner}/{repo}", this.#repository, apiRepository);
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
        const wanted = { ...this.#repository, pull_number: number };
        return this.#ask("GET /repos/{owner}/{repo}/pulls/{pull_number}", wanted, apiPull);
    }
    /** GitHub's list ends at 250 commits, whatever the pages; a comparison goes on. */
    async #commitsOf(pull) {
        if (pull.commits > PULL_COMMITS_MAX)
            return (await this.range(pull.base.sha, pull.head.sha))?.commits ?? [];
        const commits = [];
        const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits";
        await this.#translate(async () => {
            const parameters = { ...this.#repository, pull_number: pull.number };
            for await (const commit of this.#github.paginate(route, parameters, apiCommit))
                commits.push(commitOf(commit));
        });
        return commits;
    }
    #ask(route, parameters, shape) {
        return this.#translate(() => this.#github.request(route, parameters, shape));
    }
    async #unlessMissing(ask) {
        try {
            return await ask();
        }
        catch (error) {
            if (error instanceof user_error/* UserError */.y && error.cause instanceof client.GitHubError && error.cause.status === 404)
                return undefined;
            throw error;
        }
    }
    async #translate(ask) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof client.GitHubError))
                throw error;
            if (isOutage(error))
                throw new SourceUnavailable(`GitHub is unavailable (${error.message})`, { cause: error });
            const refusal = new user_error/* UserError */.y(`GitHub refuses ${error.message}; the job needs \`permissions: { contents: read, pull-requests: read }\``);
            refusal.cause = error;
            throw refusal;
        }
    }
}
/** Whether trying later, or another source, would help. */
function isOutage({ status, message }) {
    return status === 0 || status >= 500 || status === 429 || (status === 403 && /rate limit/i.test(message));
}
/** Commits without the head are of an older push: none of them counts, and the missing number fails the check. */
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
    const name = author?.login;
    return { sha, message: commit.message, parents: parents.length, ...(name !== undefined && { author: name }) };
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/nearest.js
var nearest = __webpack_require__(4574);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/yaml.js
var yaml = __webpack_require__(2149);
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
    const unquoted = text.replace(/`.*?`|".*?"|'.*?'/g, "").trim();
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
/** Where lodash ends words: before capitals, at digits, and at everything that is not a letter. */
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
    "type-enum": "words",
    "type-case": "cases",
    "type-empty": "none",
    "type-min-length": "number",
    "type-max-length": "number",
    "scope-enum": "scopes",
    "scope-case": "scope-cases",
    "scope-delimiter-style": "delimiters",
    "scope-empty": "none",
    "scope-min-length": "number",
    "scope-max-length": "number",
    "subject-case": "cases",
    "subject-empty": "none",
    "subject-full-stop": "text",
    "subject-exclamation-mark": "none",
    "subject-min-length": "number",
    "subject-max-length": "number",
    "header-min-length": "number",
    "header-max-length": "number",
    "header-trim": "none",
    "header-case": "cases",
    "header-full-stop": "text",
    "body-leading-blank": "none",
    "body-empty": "none",
    "body-case": "cases",
    "body-full-stop": "text",
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
    "breaking-change-exclamation-mark": "none",
};
/** What commitlint takes for the end of a scope. */
const SCOPE_DELIMITERS = ["/", "\\", ","];
/** That a text is to have one of some cases. */
function casesOf(...names) {
    return names.map((letterCase) => ({ letterCase, isNegated: false }));
}
const TYPES = ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];
/** The rules of @commitlint/config-conventional. */
const CONVENTIONAL_RULES = {
    "body-leading-blank": { level: 1, when: "always", value: undefined },
    "body-max-line-length": { level: 2, when: "always", value: 100 },
    "footer-leading-blank": { level: 1, when: "always", value: undefined },
    "footer-max-line-length": { level: 2, when: "always", value: 100 },
    "header-max-length": { level: 2, when: "always", value: 100 },
    "header-trim": { level: 2, when: "always", value: undefined },
    "subject-case": {
        level: 2,
        when: "never",
        value: casesOf("sentence-case", "start-case", "pascal-case", "upper-case"),
    },
    "subject-empty": { level: 2, when: "never", value: undefined },
    "subject-full-stop": { level: 2, when: "never", value: "." },
    "type-case": { level: 2, when: "always", value: casesOf("lower-case") },
    "type-empty": { level: 2, when: "never", value: undefined },
    "type-enum": { level: 2, when: "always", value: TYPES },
};
/** Nobody writes more rules by hand. */
const MAX_RULES_CHARACTERS = 100_000;
/**
 * Reads rules as commitlint's data files have them: `{ "extends": [...], "rules": { name: [level, "always" | "never", value] } }`, in JSON or
 * YAML, or as the `commitlint` part of a package.json. Without `extends` only the rules of the file hold, as in commitlint. A program is
 * refused: a check of other people's commits must not run code that they wrote.
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
            ? `sets \`${key}\`, which only works in a program; remove it`
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
 * Lays rules, written like the `rules` of a file in YAML or JSON, over others. Level 0 removes a rule.
 */
function overlayCommitRules(base, text) {
    if (text.length > MAX_RULES_CHARACTERS)
        return { rules: base, problems: [`has more than ${MAX_RULES_CHARACTERS} characters`] };
    let settings;
    try {
        settings = new json.JsonValue((0,yaml.parseYaml)(text).value, "");
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        return { rules: base, problems: [error.message] };
    }
    if (!settings.isObject)
        return { rules: base, problems: ['must hold one `name: [level, "always", value]` per line'] };
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
        problems.push("is a program, which is not run; write the rules as JSON or YAML");
        return undefined;
    }
    if (text.length > MAX_RULES_CHARACTERS) {
        problems.push(`has more than ${MAX_RULES_CHARACTERS} characters`);
        return undefined;
    }
    try {
        const root = name.endsWith(".json")
            ? (0,json.parseJson)([new TextEncoder().encode(text)])
            : new json.JsonValue((0,yaml.parseYaml)(text).value, "");
        const config = name === "package.json" ? root.get("commitlint") : root;
        if (!config.isObject)
            throw config.not("an object");
        return config;
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        problems.push(error.message);
        return undefined;
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
        problems.push("has `rules` that are not an object");
        return { set, off };
    }
    for (const [name, setting] of value.entries()) {
        if (!isRuleName(name)) {
            const meant = (0,nearest/* nearest */.p)(name, Object.keys(VALUES));
            const hint = meant === undefined ? "remove it" : `did you mean \`${meant}\`?`;
            problems.push(`sets ${quote(name)}, which is not a rule of commitlint; ${hint}`);
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
        return `${quote(setting)} is not a list; write ${example}, or [0] to switch it off`;
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
    words: ', ["feat", "fix"]',
    cases: ', ["lower-case"]',
    scopes: ', ["api", "core"]',
    "scope-cases": ', ["lower-case"]',
    delimiters: ', [","]',
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
            if (value === undefined && name.endsWith("-full-stop"))
                return ".";
            return typeof value === "string" && value !== "" ? value : WRONG;
        case "words":
            return readWords(value);
        case "cases":
            return readCases(value);
        case "delimiters":
            return readDelimiters(value ?? []);
        case "scopes": {
            const { scopes: list, delimiters } = readScopeObject(value, "scopes");
            const scopes = readWords(list);
            return scopes === WRONG || delimiters === WRONG ? WRONG : { scopes, delimiters, arePatterns: false };
        }
        case "scope-cases": {
            const { cases: list, delimiters } = readScopeObject(value, "cases");
            const cases = readCases(list);
            return cases === WRONG || delimiters === WRONG ? WRONG : { cases, delimiters };
        }
    }
}
function readWords(value) {
    return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : WRONG;
}
/** A case, or several, each by its name or as `{ case, when }`. */
function readCases(value) {
    const list = Array.isArray(value) ? value : [value];
    const checks = list.map((each) => {
        const isObject = typeof each === "object" && each !== null;
        const { case: name, when = "always" } = (isObject ? each : { case: each });
        const letterCase = typeof name === "string" ? letterCaseNamed(name) : undefined;
        const isRead = letterCase !== undefined && (when === "always" || when === "never");
        return isRead ? { letterCase, isNegated: when === "never" } : undefined;
    });
    return checks.length === 0 || checks.includes(undefined) ? WRONG : checks;
}
/** An empty list stands for the usual ones. */
function readDelimiters(value) {
    const words = readWords(value);
    if (words === WRONG || words.includes(""))
        return WRONG;
    return words.length === 0 ? SCOPE_DELIMITERS : words;
}
/** `["a"]`, or `{ "scopes": ["a"], "delimiters": [","] }`. */
function readScopeObject(value, key) {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const { [key]: list, delimiters = [], ...others } = (isObject ? value : { [key]: value });
    const isRead = Object.keys(others).length === 0;
    return { [key]: list, delimiters: isRead ? readDelimiters(delimiters) : WRONG };
}
/** A value of a file, cut to a length that messages can quote. */
function quote(value) {
    const text = value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
    return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/sources/rules-file.js


/** The data files among those that commitlint reads, in its order. */
const DATA_FILES = ["package.json", ".commitlintrc", ".commitlintrc.json", ".commitlintrc.yaml", ".commitlintrc.yml"];
/** Files that commitlint would run. */
const PROGRAM = /^(?:\.commitlintrc|commitlint\.config)\.[cm]?[jt]s$/;
/**
 * Finds the rules that count: those of a file at the base commit, which no pull request can change for itself, and over them the workflow's.
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
        throw new user_error/* UserErrors */.t(problems.map((problem) => `\`${path}\` of the base ${problem}`));
    return {
        rules: needSome(inputs.overlay(rules)),
        defaultIgnores,
        source: `\`${path}\`${withWorkflow}`,
        revision: base,
    };
}
/** Removing every rule is not a way to pass. */
function needSome(rules) {
    if (Object.keys(rules).length > 0)
        return rules;
    throw new user_error/* UserError */.y("input `rules` removes every rule, so nothing would be checked; remove the action instead");
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
        throw new user_error/* UserError */.y(`input \`config\`: ${path} is not in ${base.slice(0, 10)}, the commit that the change starts from; a pull request's own rules do not count: merge the file first, or write them into the input \`rules\``);
    }
    return { path, text };
}
/** The first file that commitlint would find. A program in its place is refused, since any other rules would be a guess. */
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
    throw new user_error/* UserError */.y(`${shown} is a program, which this action does not run; write its rules into \`.commitlintrc.yml\` (\`extends: "@commitlint/config-conventional"\` and \`rules:\`), or set \`config: none\` for config-conventional alone`);
}
function holdsRules(packageJson) {
    if (!packageJson.includes('"commitlint"'))
        return false;
    try {
        return Object.hasOwn(JSON.parse(packageJson), "commitlint");
    }
    catch {
        // The reader of rules says what is wrong with the file.
        return true;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/collect.js







/** Pull requests that GitHub merges in one group, at most (docs, "Managing a merge queue"). */
const MAX_GROUP = 100;
const NO_RANGE = { declared: 0, commits: [] };
/** Reads titles, messages and rules from GitHub, falling back to git when GitHub is unavailable. */
async function collect(inputs, io) {
    const event = io.event();
    needSupportedEvent(inputs, event);
    const reasons = [];
    for (const open of [openGitHub, openGit]) {
        try {
            const source = await open(inputs, io);
            io.log.debug(`event ${event.name} of ${event.ref}; reading titles and commits from ${source.kind}`);
            const facts = await io.log.group("Reading titles and commits", () => gather(inputs, event, source, reasons));
            describe(facts, io.log);
            return facts;
        }
        catch (error) {
            if (!(error instanceof SourceUnavailable))
                throw error;
            io.log.debug(`source unavailable: ${error.message}`);
            reasons.push(error.message);
        }
    }
    return { kind: "unreachable", context: (0,context.contextOf)(event), reason: reasons.join(", and ") };
}
/** What was read, for people who look for the reason of a verdict. Texts of people stay out of the log. */
function describe({ pulls, range, origin, rules, settings }, log) {
    for (const { number, declared, commits, labels } of pulls)
        log.debug(`#${number}: ${commits?.length ?? "no"} of ${declared} commits read, ${labels.length} labels`);
    if (origin !== "none")
        log.debug(`${origin}: ${range.commits.length} of ${range.declared} commits read`);
    const merges = settings === undefined ? "not known or not needed" : JSON.stringify(settings);
    log.debug(`rules: ${rules.source}${rules.revision === undefined ? "" : ` at ${rules.revision}`}; merge settings: ${merges}`);
}
async function openGitHub({ token }, io) {
    if (token === "")
        throw new SourceUnavailable("the input `github-token` is empty");
    return new GitHubSource(await io.github(), io.event().repository);
}
async function openGit(_, io) {
    return GitSource.open(await io.git(), io.event());
}
const EVENTS = ["pull_request", "pull_request_target", "merge_group", "push"];
function needSupportedEvent({ from }, event) {
    if (from !== undefined || EVENTS.includes(event.name))
        return;
    throw new user_error/* UserError */.y(`a run by \`${event.name}\` has no commits to check; run on ${EVENTS.join(", ")}, or write in the input \`from\` which commit they start from`);
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
        context: (0,context.contextOf)(event),
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
            throw new user_error/* UserError */.y(`GitHub has no pull request #${number} for this token; the job needs \`permissions: { contents: read, pull-requests: read }\``);
        return { pulls: [pull], range: NO_RANGE, origin: "none", base: pull.baseSha, notes: [] };
    }
    return event.name === "merge_group" ? findGroup(event, source) : findPush(event, source);
}
async function findRevisions(from, to, source) {
    const range = await source.range(from, to);
    if (range === undefined) {
        throw new user_error/* UserError */.y(`inputs \`from\` and \`to\`: there is no \`${from}\` or no \`${to}\` here; write branches, tags or commits of this repository`);
    }
    return { pulls: [], range, origin: "revisions", base: from, notes: [] };
}
/**
 * A group of a merge queue: its ref names the last pull request, and the commits that GitHub made of the others name those. Such a name only
 * counts for an open pull request to the same branch, and only adds a title to check: nothing is left out because of it.
 */
async function findGroup(event, source) {
    const queue = parseQueueRef(event.ref);
    if (queue === undefined || event.before === undefined) {
        throw new user_error/* UserError */.y(`the merge group's ref is \`${event.ref}\`, and not \`refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>\`; is GITHUB_REF what GitHub set?`);
    }
    const range = await needRange(source, event.before, event.headSha);
    const named = range.commits.flatMap(({ message }) => namedPullRequest(message) ?? []);
    const pulls = [];
    for (const number of [...new Set([...named, queue.pullRequest])].slice(-MAX_GROUP)) {
        // All their commits are needed, to tell them from those that the queue made.
        const pull = await source.pullRequest(number, "all");
        const belongs = number === queue.pullRequest || (pull?.isOpen === true && pull.baseRef === queue.base);
        if (pull !== undefined && belongs)
            pulls.push(pull);
    }
    const notes = pulls.some(({ number }) => number === queue.pullRequest)
        ? []
        : [{ level: "warning", text: `The pull request #${queue.pullRequest} of the merge group is not available.` }];
    return { pulls, range, origin: "merge-group", base: event.before, notes };
}
/**
 * The commits of a push, compared on GitHub since the payload only has the first 20. A push to the default branch is held against the rules
 * before it, a push to any other branch against those of the default branch: a branch cannot weaken its own gate either.
 */
async function findPush(event, source) {
    const { before, defaultBranch, headSha } = event;
    const range = before === undefined ? undefined : await source.range(before, headSha);
    if (range !== undefined && before !== undefined) {
        const base = event.pushToDefaultBranch ? before : (defaultBranch ?? before);
        return { pulls: [], range, origin: "push", base, notes: [] };
    }
    if (defaultBranch === undefined || event.pushToDefaultBranch) {
        throw new user_error/* UserError */.y(`the commit before this push, ${before?.slice(0, 10) ?? "of a new branch"}, is not available, so what is new is unknown; write in the input \`from\` which commit it starts from`);
    }
    const notes = before === undefined
        ? []
        : [
            {
                level: "note",
                text: `The commit before this push, ${before.slice(0, 10)}, is not available; what \`${defaultBranch}\` does not have was checked.`,
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

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/counts.js
/** How much was checked, and what was found. Pure. */
function countsOf(subjects) {
    const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
    const titles = checked.filter(({ kind }) => kind === "title").length;
    const sum = (key) => subjects.reduce((total, subject) => total + subject[key], 0);
    return {
        checked: checked.length,
        titles,
        commits: checked.length - titles,
        ignored: subjects.length - checked.length,
        errors: sum("errors"),
        warnings: sum("warnings"),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/landing.js
/**
 * Decides which of a pull request's texts must follow the rules. With `auto` those that will be on the default branch; with `title` also the
 * message of the only commit, since GitHub makes it the title of a squash unless the repository is set otherwise. Pure.
 *
 * @param settings undefined when GitHub does not tell the token.
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

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/missing-commits.js

/** Which commits could not be read, to stand after "Not every commit was checked: "; undefined when all of them were. Pure. */
function missingCommits(pulls, range) {
    for (const { number, declared, commits } of pulls) {
        if (commits !== undefined && !isCounted(declared, commits))
            return `of the ${declared} commits of #${number} ${commits.length} could be read`;
        if (commits?.length === 0)
            return `#${number} has no commit that could be read`;
    }
    if (isCounted(range.declared, range.commits))
        return undefined;
    return `of ${range.declared} commits ${range.commits.length} could be read`;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/case-check.js

/** Rules for the case of a description look only at one that begins with a cased letter, as commitlint's do. */
const STARTS_WITH_CASED = /^[\p{Ll}\p{Lu}\p{Lt}]/u;
/** Whether a text has the case, or with `isNegated` has it not. */
function satisfies(text, { letterCase, isNegated }) {
    return isInCase(text, letterCase) !== isNegated;
}
/** `lower-case or another case than upper-case`. */
function casesInWords(checks) {
    return checks
        .map(({ letterCase, isNegated }) => `${isNegated ? "another case than " : ""}${letterCase}`)
        .join(" or ");
}

// EXTERNAL MODULE: ./build/js/packages/versioning/src/conventional-commit.js + 1 modules
var conventional_commit = __webpack_require__(2015);
// EXTERNAL MODULE: ./build/js/packages/versioning/src/commit-header.js
var commit_header = __webpack_require__(3935);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/correction-words.js
/** Words of commit subjects: what a correction may be made of without making anybody laugh. */
/** Verbs as a subject should begin with, and other words that are no names. Only these lose a capital. */
const ORDINARY = new Set(`add adjust align allow apply avoid bump cache call catch change check clarify clean clear close collect compare
  compute configure convert copy correct create cut declare decrease define delete deprecate detect disable display do
  drop enable enforce ensure escape exclude expand explain export expose extend extract fail fetch filter find finish
  format generate get give guard handle hide ignore implement import improve include increase inline install introduce
  keep let limit link list load lock log look make mark match mention merge migrate mock move normalize note omit open
  optimize parse pass pin prefer prepare prevent print publish pull push put raise read reduce register release remove
  rename render reorder repair replace report require reset resolve respect restore restrict retry return reuse rewrite
  run save scan send separate set show simplify skip solve sort specify split start stop store strip support swap switch
  sync tell throw tidy track translate treat trim try turn tweak uninstall unify update upgrade use validate verify wait
  warn wrap write
  the this these those when where while if only never always all no not more less new missing wrong unused`.split(/\s+/));
/** Past tenses that do not end with `ed`. */
const PAST = new Set("broke built came cut did found gave got kept made ran sent took went wrote".split(" "));
const ALSO_IMPERATIVE = new Set(["cut"]);
/** The words that say the same as a type, by how they begin. */
const STEMS = {
    feat: /^feat/,
    fix: /^(?:bug-?)?fix/,
    docs: /^doc(?:s|ument\w*)?$/,
    test: /^test/,
    perf: /^perf/,
    style: /^styl/,
    chore: /^chore/,
    build: /^build/,
};
/** Whether a word is known, and is written without a capital where no sentence begins. Pure. */
function isOrdinary(word) {
    return ORDINARY.has(word.toLowerCase());
}
/**
 * Whether a subject can be shown as it should be: not in the past (`fixed`), of somebody else (`fixes`) or in progress
 * (`fixing`), and not with the type once more (`fix: fix the thing`). In doubt it cannot: `embed` is an imperative.
 *
 * @param description of the subject; @param type that stands before it. Pure.
 */
function readsWell(description, type) {
    const [first = "", second = ""] = description.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
    if (!/^["'`(<[{*_~#@$./\\-]*[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(description))
        return false;
    if (/(?:ed|ing)$/.test(first) || (PAST.has(first) && !ALSO_IMPERATIVE.has(first)) || isOfSomebodyElse(first))
        return false;
    const stem = STEMS[type] ?? new RegExp(`^${type.replace(/\W/g, "")}`, "i");
    return !stem.test(first) && !(/^(?:bug|new|some|the|this)$/.test(first) && stem.test(second));
}
/** `adds`, `fixes`, `applies`. */
function isOfSomebodyElse(word) {
    if (!word.endsWith("s") || ORDINARY.has(word))
        return false;
    const stems = [word.slice(0, -1), word.slice(0, -2), word.replace(/ies$/, "y")];
    return word.startsWith("fix") || stems.some((stem) => ORDINARY.has(stem));
}
/** Real words, and names of parts, that are a letter away from a type. */
const NO_SLIPS = new Set(["core", "feast"]);
/**
 * Whether a word is a type with a slip of the pen: letters that changed places, one twice, or one too many or too few.
 * Another letter makes another word of a short type (`rest`, `text` and `best` are not `test`). Pure.
 */
function isSlipOf(word, type) {
    const [written, meant] = [word.toLowerCase(), type.toLowerCase()];
    if (NO_SLIPS.has(written))
        return false;
    const sorted = (text) => [...text].sort().join("");
    if (sorted(written) === sorted(meant))
        return true;
    if (written.replace(/(.)\1/g, "$1") === meant)
        return true;
    return Math.min(written.length, meant.length) >= (written.length === meant.length ? 7 : 4);
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/lint-findings.js
/** Applies rules, and collects what breaks them. */
class Findings {
    problems = [];
    #rules;
    constructor(rules) {
        this.#rules = rules;
    }
    /** Applies a rule, if it is set. */
    ask(name, place, check) {
        const rule = this.#rules[name];
        if (rule === undefined)
            return;
        const { holds, sentence } = check(rule.value, rule.when);
        if (holds === (rule.when === "always"))
            return;
        this.add(name, rule.level, place, sentence(rule.when === "always" ? "must" : "must not"));
    }
    /** A limit has no opposite: commitlint looks at neither `always` nor `never` there. */
    limit(name, place, length, what) {
        const rule = this.#rules[name];
        if (rule === undefined)
            return;
        const isMaximum = name.includes("-max-");
        if (isMaximum ? length <= rule.value : length >= rule.value)
            return;
        const allowed = isMaximum ? `at most ${rule.value} are allowed` : `at least ${rule.value} are needed`;
        const column = isMaximum ? place.column + rule.value : place.column;
        this.add(name, rule.level, { line: place.line, column }, `${what} has ${length} characters; ${allowed}`);
    }
    add(rule, level, place, message) {
        this.problems.push({ rule, level, ...place, message });
    }
}
/** A part of a message, cut to a length that sentences can quote. */
function shorten(text) {
    return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/header-rules.js





const START = { line: 1, column: 1 };
/** Holds a message's first line against the rules for it. */
function headerProblems(commit, line, rules) {
    const findings = new Findings(rules);
    askLine(findings, line);
    // The header of a merge or revert that is not ignored counts as one without a type.
    const header = commit.conventional ?? (0,commit_header/* parseHeader */.RW)(commit.header);
    if (header === undefined) {
        const level = Math.max(grammarLevel(rules["type-empty"]), grammarLevel(rules["subject-empty"]));
        const problem = (0,commit_header/* headerProblem */.b2)(commit.header);
        if (level > 0 && problem !== undefined) {
            const { column, message } = problem;
            findings.add("header-grammar", level, { line: 1, column }, `the first line ${message}`);
        }
        return findings.problems;
    }
    const { type, scope, description } = header;
    askType(findings, type);
    askScope(findings, type, scope);
    askDescription(findings, description, { line: 1, column: header.descriptionColumn }, commit.header.length);
    const afterScope = type.length + (scope === undefined ? 0 : scope.length + 2) + 1;
    findings.ask("subject-exclamation-mark", { line: 1, column: afterScope }, () => ({
        holds: header.isMarkedBreaking,
        sentence: (must) => `the first line ${must} have \`!\` before its colon`,
    }));
    return findings.problems;
}
function askLine(findings, line) {
    findings.limit("header-max-length", START, line.length, "the first line");
    findings.limit("header-min-length", START, line.length, "the first line");
    findings.ask("header-trim", { line: 1, column: line.length - line.trimStart().length + 1 }, () => ({
        holds: line === line.trim(),
        sentence: () => "the first line must not begin or end with a space",
    }));
    if (/^[a-z]/i.test(line)) {
        findings.ask("header-case", START, (checks) => ({
            holds: checks.some((check) => satisfies(line, check)),
            sentence: (must) => `the first line ${must} be in ${casesInWords(checks)}`,
        }));
    }
    findings.ask("header-full-stop", { line: 1, column: Math.max(1, line.length) }, (stop) => ({
        holds: line.endsWith(stop),
        sentence: (must) => `the first line ${must} end with \`${stop}\``,
    }));
}
function grammarLevel(rule) {
    return rule?.when === "never" ? rule.level : 0;
}
function askType(findings, type) {
    const shown = `the type \`${shorten(type)}\``;
    findings.ask("type-case", START, (checks) => ({
        holds: checks.some((check) => satisfies(type, check)),
        sentence: (must) => `${shown} ${must} be in ${casesInWords(checks)}`,
    }));
    findings.ask("type-enum", START, (allowed, when) => ({
        // An empty list demands nothing, with `always` and with `never`.
        holds: allowed.length === 0 ? when === "always" : allowed.includes(type),
        sentence: () => notAllowed(shown, when, allowed),
    }));
    findings.limit("type-max-length", START, type.length, "the type");
    findings.limit("type-min-length", START, type.length, "the type");
    findings.ask("type-empty", START, () => ({ holds: false, sentence: () => "the first line must not have a type" }));
}
/** A scope may list several: either each of them is right, or the whole of it. */
function askScope(findings, type, scope) {
    if (scope === undefined) {
        findings.ask("scope-empty", { line: 1, column: type.length + 1 }, () => ({
            holds: true,
            sentence: () => "a scope is missing, such as `(core)` after the type",
        }));
        return;
    }
    const place = { line: 1, column: type.length + 2 };
    const shown = `the scope \`${shorten(scope)}\``;
    findings.ask("scope-empty", place, () => ({ holds: false, sentence: () => `${shown} must not be there` }));
    findings.ask("scope-case", place, ({ cases, delimiters }) => ({
        holds: cases.some((check) => scopesIn(scope, delimiters).every((each) => isInCase(each, check.letterCase)) !== check.isNegated),
        sentence: (must) => `${shown} ${must} be in ${casesInWords(cases)}`,
    }));
    findings.ask("scope-enum", place, (scopes, when) => ({
        holds: isOneOf(scope, scopes, when),
        sentence: () => notAllowed(shown, when, scopes.scopes),
    }));
    findings.ask("scope-delimiter-style", place, (delimiters) => ({
        holds: (scope.match(/[^A-Za-z0-9-_]+/g) ?? []).every((each) => delimiters.includes(each.trim() === "," ? "," : each)),
        sentence: (must) => `between the scopes of \`${shorten(scope)}\` there ${must} be ${delimiters.map((each) => `\`${each}\``).join(" or ")}`,
    }));
    findings.limit("scope-max-length", place, scope.length, "the scope");
    findings.limit("scope-min-length", place, scope.length, "the scope");
}
function isOneOf(scope, { scopes, delimiters, arePatterns }, when) {
    if (scopes.length === 0)
        return when === "always";
    const tests = scopes.map((each) => (arePatterns ? (0,glob/* compileGlob */.S)(each) : (word) => word === each));
    const isKnown = (word) => tests.some((test) => test(word));
    const words = scopesIn(scope, delimiters);
    return isKnown(scope) || (when === "never" ? words.some(isKnown) : words.every(isKnown));
}
function scopesIn(scope, delimiters) {
    let words = [scope];
    for (const delimiter of delimiters) {
        // A comma may have a space behind it.
        words = words.flatMap((word) => word.split(delimiter === "," ? /, ?/ : delimiter));
    }
    return words;
}
function notAllowed(shown, when, words) {
    const list = words.join(", ");
    return when === "always" ? `${shown} is not one of ${list}` : `${shown} is not allowed here, like each of ${list}`;
}
function askDescription(findings, description, place, end) {
    findings.ask("subject-empty", place, () => ({
        holds: false,
        sentence: () => "the first line must not have a description",
    }));
    if (STARTS_WITH_CASED.test(description)) {
        findings.ask("subject-case", place, (checks, when) => ({
            holds: checks.some((check) => satisfies(description, check)),
            sentence: (must) => forbidsCapital(checks, when)
                ? "the description must begin with a lower-case letter; a name such as `README` may stand in backticks"
                : `the description ${must} be in ${casesInWords(checks)}`,
        }));
    }
    findings.ask("subject-full-stop", { line: 1, column: end }, (stop) => ({
        holds: description.endsWith(stop) && !description.endsWith("..."),
        sentence: (must) => `the description ${must} end with \`${stop}\``,
    }));
    findings.limit("subject-max-length", place, description.length, "the description");
    findings.limit("subject-min-length", place, description.length, "the description");
}
/** Whether the cases that are forbidden are those that begin with a capital, as in config-conventional. */
function forbidsCapital(checks, when) {
    return when === "never" && checks.every(({ letterCase, isNegated }) => !isNegated && CAPITALS.includes(letterCase));
}
const CAPITALS = ["sentence-case", "start-case", "pascal-case", "upper-case"];

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/header-correction.js







/**
 * The first line as it was probably meant, made of its own words. Undefined when it would still break a rule, and
 * wherever a guess could be wrong: no correction is better than one that a person would laugh at.
 */
function correctedHeader(line, rules) {
    const header = (0,commit_header/* parseHeader */.RW)((0,commit_header/* correctHeader */.cp)(line) ?? "");
    if (header === undefined)
        return undefined;
    const type = correctedType(header.type, rules);
    const description = correctedDescription(header.description, rules);
    if (type === undefined || description === undefined || !readsWell(description, type))
        return undefined;
    const scope = header.scope === undefined ? "" : `(${correctedScope(header.scope, rules)})`;
    const made = `${type}${scope}${header.isMarkedBreaking ? "!" : ""}: ${description}`;
    if (made === line)
        return undefined;
    return headerProblems((0,conventional_commit/* parseCommit */.L)(made), made, rules).length === 0 ? made : undefined;
}
function correctedType(type, rules) {
    const letterCase = soleCase(rules["type-case"]?.when === "always" ? rules["type-case"].value : []);
    const cased = letterCase === undefined ? type : toCase(type, letterCase);
    const allowed = rules["type-enum"]?.when === "always" ? rules["type-enum"].value : [];
    if (allowed.length === 0 || allowed.includes(cased))
        return cased;
    const named = MEANT_TYPES.get(cased.toLowerCase());
    if (named !== undefined)
        return allowed.includes(named) ? named : undefined;
    const slip = (0,nearest/* nearest */.p)(cased, allowed);
    return slip !== undefined && isSlipOf(cased, slip) ? slip : undefined;
}
/** What people write for the types of config-conventional, where it is more than a slip of the pen. */
const MEANT_TYPES = new Map(Object.entries({
    feat: ["feature", "features", "new", "add"],
    fix: ["bug", "bugfix", "hotfix"],
    docs: ["doc", "documentation"],
    test: ["tests", "testing"],
    perf: ["performance"],
    build: ["deps", "dependencies"],
    chore: ["chores"],
    refactor: ["refact", "refactoring"],
}).flatMap(([type, words]) => words.map((word) => [word, type])));
function correctedScope(scope, rules) {
    const rule = rules["scope-case"];
    const letterCase = soleCase(rule?.when === "always" ? rule.value.cases : []);
    return letterCase === undefined ? scope : toCase(scope, letterCase);
}
function correctedDescription(description, rules) {
    const stop = rules["subject-full-stop"];
    let made = description;
    if (stop?.when === "never" && made.endsWith(stop.value)) {
        while (made.endsWith(stop.value))
            made = made.slice(0, -stop.value.length).trimEnd();
        // `U.S.A.` and `etc.` end with a stop that is theirs.
        if (/(?:\.\p{L}|\betc)$/iu.test(made))
            return undefined;
    }
    const rule = rules["subject-case"];
    if (rule === undefined)
        return made;
    if (rule.when === "always") {
        const letterCase = soleCase(rule.value);
        return letterCase === undefined ? made : toCase(made, letterCase);
    }
    if (!isForbidden(made, rule.value))
        return made;
    // `README`, `OAuth`, `Windows` and `A` are names, or may be. `New Feature Added` is a title: nobody knows which words are.
    const word = /^\p{Lu}\p{Ll}+(?=[\s,;:.!?]|$)/u.exec(made)?.[0];
    if (word === undefined || !isOrdinary(word) || isTitle(made))
        return undefined;
    const lowered = made.slice(0, 1).toLowerCase() + made.slice(1);
    return isForbidden(lowered, rule.value) ? undefined : lowered;
}
/** Whether all of several long words begin with a capital. */
function isTitle(description) {
    const long = description.match(/(?<!\S)\p{L}{3,}(?!\S)/gu) ?? [];
    return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word));
}
function isForbidden(description, checks) {
    return STARTS_WITH_CASED.test(description) && checks.some((check) => satisfies(description, check));
}
/** The one case that a rule demands, if it demands one. */
function soleCase(checks) {
    const [check] = checks;
    return checks.length === 1 && check?.isNegated === false ? check.letterCase : undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/versioning/src/commit-lint.js





/**
 * Holds a message against rules. Two problems come from no rule:
 * - `header-grammar`: a header that is not a Conventional Commit is one problem, at the place where it stops being one, with the level of
 *   `type-empty` and `subject-empty` (which commitlint reports instead). The rules for its parts are then skipped.
 * - `footer-grammar`: a line that was meant as `BREAKING CHANGE:` but does not count as one is a warning.
 */
function lintCommit(message, rules, options) {
    const commit = (0,conventional_commit/* parseCommit */.L)(message);
    const given = writtenByTool(commit);
    if (options.defaultIgnores && given !== undefined)
        return { ignoredAs: given, problems: [], correction: undefined };
    const lines = message.split(/\r?\n/);
    const problems = [...headerProblems(commit, lines[0], rules), ...restProblems(commit, lines, rules)];
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    const correction = problems.some((each) => each.line === 1) ? correctedHeader(lines[0], rules) : undefined;
    return { ignoredAs: undefined, problems, correction };
}
/**
 * What git or GitHub wrote, by its first line. A revert quotes the line that it takes back, which commitlint does not
 * ask for: there `revert anything` passes.
 */
function writtenByTool({ kind, header }) {
    if (kind === "conventional" || kind === "unconventional")
        return undefined;
    const isRevert = kind === "revert" || kind === "reapply";
    return isRevert && !QUOTED_REVERT.test(header) ? undefined : kind;
}
/** GitHub cuts a long title with an ellipsis, and puts the number of the pull request behind it. */
const QUOTED_REVERT = /^(?:Revert|Reapply) "[^"].*(?:"(?: \(#[0-9]+\))?|\u2026)$/;
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
    findings.ask("body-empty", bodyPlace, () => ({ holds: !hasBody, sentence: (must) => `the body ${must} be empty` }));
    findings.ask("footer-empty", footerPlace, () => ({
        holds: !hasFooters,
        sentence: (must) => `the footers ${must} be empty`,
    }));
    if (hasBody) {
        findings.ask("body-leading-blank", bodyPlace, () => ({
            holds: !runsOn("body"),
            sentence: (must) => `the body ${must} have a blank line before it`,
        }));
        findings.ask("body-case", bodyPlace, (checks) => ({
            holds: checks.some((check) => satisfies(commit.body, check)),
            sentence: (must) => `the body ${must} be in ${casesInWords(checks)}`,
        }));
        findings.ask("body-full-stop", bodyPlace, (stop) => ({
            holds: commit.body.endsWith(stop),
            sentence: (must) => `the body ${must} end with \`${stop}\``,
        }));
        findings.limit("body-max-length", bodyPlace, commit.body.length, "the body");
        findings.limit("body-min-length", bodyPlace, commit.body.length, "the body");
        const end = commit.bodyLine + commit.body.split("\n").length;
        askLines(findings, "body-max-line-length", lines, commit.bodyLine, end, "the line");
    }
    if (hasFooters) {
        findings.ask("footer-leading-blank", footerPlace, () => ({
            holds: !runsOn("footer"),
            sentence: (must) => `the footers ${must} have a blank line before them`,
        }));
        findings.limit("footer-max-length", footerPlace, footerText.length, "the footer");
        findings.limit("footer-min-length", footerPlace, footerText.length, "the footer");
        askLines(findings, "footer-max-line-length", lines, footerLine, lines.length + 1, "the footer's line");
    }
    askTrailers(findings, commit, lines, footerPlace);
    const isMarked = commit.conventional?.isMarkedBreaking === true;
    const isAnnounced = commit.footers.some(({ token }) => /^BREAKING[ -]CHANGE$/.test(token));
    findings.ask("breaking-change-exclamation-mark", { line: 1, column: 1 }, () => ({
        holds: isMarked === isAnnounced,
        sentence: () => breakingSentence(isMarked, isAnnounced),
    }));
    for (const { kind, line, column, message } of commit.problems) {
        if (kind === "breaking-change")
            findings.problems.push({ rule: "footer-grammar", level: 1, line, column, message });
    }
    return findings.problems;
}
function breakingSentence(isMarked, isAnnounced) {
    if (isMarked === isAnnounced)
        return "a breaking change must not have both `!` before the colon and a footer";
    return isMarked
        ? "`!` announces a breaking change: a footer `BREAKING CHANGE: ...` must say what breaks"
        : "the footer `BREAKING CHANGE` needs `!` before the colon of the first line, too";
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
        return {
            holds: last?.startsWith(start) === true,
            sentence: (must) => `the last line ${must} begin with \`${start}\``,
        };
    });
    findings.ask("trailer-exists", place, (start) => ({
        // Of the footers as they are read here, not as git reads trailers (only in the last paragraph).
        holds: commit.footers.some(({ token, separator, value }) => `${token}${separator}${value}`.startsWith(start)),
        sentence: (must) => `the footers ${must} have \`${start}\``,
    }));
    findings.ask("references-empty", { line: 1, column: 1 }, () => ({
        holds: !lines.some((line) => REFERENCE.test(line)),
        sentence: (must) => must === "must" ? "the message must not refer to an issue" : "the message must refer to an issue, as `#123`",
    }));
}
const CHERRY_PICKED = /^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
const REFERENCE = /(?<!&)#[0-9]+(?!\w)|\bGH-[0-9]+\b/;

// EXTERNAL MODULE: ./build/js/packages/reading/src/hidden-characters.js
var hidden_characters = __webpack_require__(7963);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/hidden-characters.js

/** Of one message: a binary pasted into a body has thousands. */
const MAX_FOUND = 20;
/**
 * Characters that turn the reading direction, and those that spell hidden texts, are errors wherever they stand. Others
 * are errors in the first line, which people read in lists, terminals and changelogs, and warnings in a body, since
 * pasted text brings them along.
 */
function findHiddenCharacters(message) {
    const found = [];
    for (const [at, line] of message.split(/\r?\n/).entries()) {
        const isRightToLeft = RIGHT_TO_LEFT.test(line);
        for (const each of (0,hidden_characters/* hiddenCharacters */.x)(line)) {
            if (each.kind === "mark" && isRightToLeft)
                continue;
            if (found.length === MAX_FOUND)
                return found;
            const isError = at === 0 || each.kind === "direction" || each.kind === "tag";
            found.push({ line: at + 1, column: each.at + 1, level: isError ? 2 : 1, message: sentence(each) });
        }
    }
    return found;
}
/** Letters of Hebrew, Arabic, Syriac, Thaana and their kin, among which direction marks are ordinary. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const WHAT = {
    control: "a control character",
    direction: "a character that turns the reading direction",
    mark: "an invisible character that turns the reading direction",
    tag: "an invisible character that can hide text",
    invisible: "an invisible character",
};
function sentence({ character, kind }) {
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `U+${code} is ${WHAT[kind]}; remove it`;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/subject.js


/** Problems of one subject that are listed; a pasted log has thousands of long lines. */
const MAX_PROBLEMS = 20;
/** What is kept of a first line, of a sentence, and of a line around a problem. */
const MAX_HEADER = 200;
const MAX_MESSAGE = 500;
const MAX_EXCERPT = 84;
/** How much of a long line is kept before a problem: little enough that a narrow screen shows the place. */
const BEFORE_PROBLEM = 24;
/**
 * Judges a pull request's title by the rules for a first line. Of the titles that git and GitHub write only a revert is left alone, since
 * GitHub's button names pull requests so. Nobody has to call one `Merge ...` or `fixup! ...`. Pure.
 */
function judgeTitle(title, rules, place) {
    const headerRules = Object.fromEntries(Object.entries(rules.rules).filter(([name]) => isHeaderRule(name)));
    const { ignoredAs } = lintCommit(title, headerRules, rules);
    const isRevert = ignoredAs === "revert" || ignoredAs === "reapply";
    return judge(title, headerRules, isRevert, { kind: "title", ...place });
}
/** Judges a commit. A merge is a commit with two parents, whatever its message says. Pure. */
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
    // People copy a correction, so it must not hold anything invisible.
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
    const start = Math.max(0, at - BEFORE_PROBLEM);
    const end = start + MAX_EXCERPT;
    const before = start > 0 ? "..." : "";
    const after = end < line.length ? "..." : "";
    return { text: `${before}${whole(line.slice(start, end))}${after}`, at: at - start + before.length };
}
function cut(text, length) {
    return text.length <= length ? whole(text) : `${whole(text.slice(0, length))}...`;
}
/** Replaces half a character, where a cut went through it, by the sign for an unknown one. */
function whole(text) {
    return text.toWellFormed();
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/pull-subjects.js

/** The title and the commits of a pull request, as far as they matter. Pure. */
function judgePull(pull, landing, rules) {
    const { number: pullRequest, title, commits = [] } = pull;
    const subjects = [];
    if (landing.title !== "off")
        subjects.push(judgeTitle(title, rules, { pullRequest, required: landing.title === "required" }));
    if (landing.commits !== "off") {
        const place = { pullRequest, required: landing.commits === "required" };
        subjects.push(...commits.map((commit) => judgeCommit(commit, commit.message, rules, place)));
    }
    return subjects;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/range-subjects.js


/**
 * Commits outside of pull requests. Of a merge group those are the commits that the queue itself made, since they will be on the branch. Pure.
 *
 * @param skipped pull requests that are left alone; so is the commit that brings one.
 */
function judgeRange({ ignoreAuthors }, { pulls, range, origin, rules }, skipped) {
    const isGroup = origin === "merge-group";
    const numbers = new Set(isGroup ? pulls.map(({ number }) => number) : []);
    const messages = new Set(pulls.flatMap(({ commits = [] }) => commits).map(({ message }) => message.trimEnd()));
    return range.commits.flatMap((commit) => {
        // The pull request's own commit, or a copy that a rebase made.
        if (isGroup && messages.has(commit.message.trimEnd()))
            return [];
        if (skipped.some(({ pullRequest }) => isSquashOf(commit, pullRequest)))
            return [ignoredCommit(commit, "of an ignored pull request")];
        if (!isGroup && commit.author !== undefined && ignoreAuthors.includes(commit.author.toLowerCase()))
            return [ignoredCommit(commit, `by ${commit.author}`)];
        const message = withoutPullRequestNumber(commit.message, numbers);
        return [judgeCommit(commit, message, rules, { required: true })];
    });
}
function isSquashOf({ message }, number) {
    return withoutPullRequestNumber(message, new Set([number])) !== message;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/skipped-pulls.js
/** Why a pull request is left alone; undefined when it is checked. GitHub knows its author, whatever its commits say. Pure. */
function skippedPull({ number, labels, author }, { ignoreAuthors, ignoreLabels }) {
    const label = labels.find((each) => ignoreLabels.includes(each));
    if (label !== undefined)
        return { pullRequest: number, reason: `has the label \`${label}\`` };
    if (ignoreAuthors.includes(author.toLowerCase()))
        return { pullRequest: number, reason: `is by \`${author}\`` };
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/title-parts.js

/** What a title says; undefined when it is not a Conventional Commit. Pure. */
function titleParts(title) {
    const { conventional, isBreaking } = (0,conventional_commit/* parseCommit */.L)(title);
    if (conventional === undefined)
        return undefined;
    const { type, scope } = conventional;
    return { type, ...(scope !== undefined && { scope }), breaking: isBreaking };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/judging/verdict.js

/**
 * The verdict, whether it ends the step, and its one sentence. What was not looked at never passes, unless the workflow or git itself says why.
 * Pure.
 */
function verdict_judge(judged, failOn) {
    const [verdict, sentence] = decide(judged, failOn);
    const fails = verdict === "broken" || (verdict === "fail" && failOn !== "never");
    return { verdict, fails, headline: `${sentence}: ${verdict}` };
}
function decide({ subjects, counts, skipped, missing, origin }, failOn) {
    if (missing !== undefined)
        return ["broken", `Not every commit was checked: ${missing}`];
    if (subjects.length === 0) {
        if (skipped.length > 0)
            return ["pass", `Not checked: ${skipped.map(describeSkipped).join(", ")}`];
        if (origin === "new-branch")
            return ["pass", "Nothing to check: the new branch has no commit of its own"];
        return ["broken", "Nothing was checked: there is no commit"];
    }
    const failing = subjects.filter((subject) => isFailing(subject, failOn));
    if (failing.length > 0) {
        const verb = failing.length === 1 ? "breaks" : "break";
        return ["fail", `${phrase(failing, subjects)} ${verb} the rules`];
    }
    const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
    const follows = checked.length === 1 ? "follows" : "follow";
    const what = checked.length === 0 ? "Nothing here needs checking" : `${phrase(checked)} ${follows} the rules`;
    const tail = [
        ...(counts.warnings > 0 ? [`with ${(0,quantity.counted)(counts.warnings, "warning")}`] : []),
        ...(counts.ignored > 0 ? [ignoredInWords(subjects)] : []),
    ];
    return ["pass", [what, ...tail].join(", ")];
}
/** Whether a title or commit is a reason for the verdict `fail`. */
function isFailing({ errors, warnings }, failOn) {
    return errors > 0 || (failOn === "warning" && warnings > 0);
}
/** `The title and 2 of 4 commits`. */
function phrase(some, all) {
    const of = (kind, subjects) => subjects.filter((each) => each.kind === kind);
    const [titles, commits] = [of("title", some), of("commit", some)];
    const allCommits = all === undefined ? commits.length : of("commit", all).length;
    const parts = [
        ...(titles.length === 0 ? [] : [titles.length === 1 ? "the title" : `${titles.length} titles`]),
        ...(commits.length === 0
            ? []
            : [commits.length === allCommits ? (0,quantity.counted)(allCommits, "commit") : `${commits.length} of ${allCommits} commits`]),
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

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/result.js
const RESULT_SCHEMA = "jessy-actions/commit-lint/v1";

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/evaluate.js









/** Holds titles and commits against the rules. Pure: the same facts give the same result. */
function evaluate(inputs, facts) {
    return facts.kind === "unreachable" ? unreachable(inputs, facts) : gathered(inputs, facts);
}
function unreachable(inputs, { context, reason }) {
    return {
        ...frameOf(inputs),
        context,
        verdict: "broken",
        fails: true,
        headline: `Nothing was checked: ${reason}: broken`,
        counts: countsOf([]),
        subjects: [],
        skipped: [],
        rules: { source: "" },
        source: "api",
        notes: [],
    };
}
function gathered(inputs, facts) {
    const { context, pulls, range, origin, settings, rules, source } = facts;
    const skipped = pulls.flatMap((pull) => skippedPull(pull, inputs) ?? []);
    const checked = pulls.filter(({ number }) => !skipped.some(({ pullRequest }) => pullRequest === number));
    const landings = checked.map((pull) => ({ pull, landing: landingOf(inputs, settings, pull.declared) }));
    const found = [
        ...landings.flatMap(({ pull, landing }) => judgePull(pull, landing, rules)),
        ...judgeRange(inputs, facts, skipped),
    ];
    const subjects = ["title", "commit"].flatMap((kind) => found.filter((subject) => subject.kind === kind));
    const counts = countsOf(subjects);
    const missing = missingCommits(checked, range);
    const title = pulls.length === 1 ? titleParts(pulls[0].title) : undefined;
    const assumptions = new Set(landings.flatMap(({ landing }) => landing.assumed ?? []));
    return {
        ...frameOf(inputs),
        context,
        ...verdict_judge({ subjects, counts, skipped, missing, origin }, inputs.failOn),
        counts,
        ...(title !== undefined && { title }),
        subjects,
        skipped,
        rules: rulesSource(rules),
        source,
        notes: [...facts.notes, ...[...assumptions].map((text) => ({ level: "note", text }))],
    };
}
function rulesSource({ source, revision, rules }) {
    const types = rules["type-enum"];
    return {
        source,
        ...(revision !== undefined && { revision }),
        ...(types?.when === "always" && types.value.length > 0 && { types: types.value }),
    };
}
/** What is the same whatever was found. */
function frameOf({ name, failOn, helpUrl }) {
    return { schema: RESULT_SCHEMA, name, failOn, ...(helpUrl !== undefined && { helpUrl }) };
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
    const types = inputs_readWords(reader, "types", (type) => (0,commit_header/* parseHeader */.RW)(`${type}: x`)?.type === type);
    const scopes = inputs_readWords(reader, "scopes", (scope) => (0,commit_header/* parseHeader */.RW)(`x(${scope}): x`)?.scope === scope);
    for (const scope of scopes)
        reader.checkGlob("scopes", scope);
    const requireScope = reader.boolean("require-scope", false);
    const text = reader.string("rules");
    const short = {
        ...(types.length > 0 && { "type-enum": { level: 2, when: "always", value: types } }),
        ...(scopes.length > 0 && {
            "scope-enum": { level: 2, when: "always", value: { scopes, delimiters: SCOPE_DELIMITERS, arePatterns: true } },
        }),
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
function inputs_readWords(reader, name, isWord) {
    const words = reader.list(name);
    // Not the comma of `{a,b}`.
    const wrong = words.find((word) => !isWord(word) || word.replace(/\{[^{}]*\}/g, "").includes(","));
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

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/annotations.js

/** One for each title and commit with a problem. No file holds them, and GitHub shows ten of a level. Pure. */
function annotations({ subjects }) {
    return subjects
        .filter(({ problems }) => problems.length > 0)
        .map(({ kind, pullRequest, sha, header, problems, errors, correction }) => {
        const lines = problems.map(({ line, column, message, rule }) => `${line}:${column}: ${message} (${rule})`);
        if (correction !== undefined)
            lines.push(`This would pass: ${correction}`);
        return {
            level: errors > 0 ? "error" : "warning",
            title: kind === "title" ? `Title of #${pullRequest}` : `Commit ${sha.slice(0, 10)}`,
            message: [header, ...lines].map(report_escape/* revealInvisible */.hR).join("\n"),
            importance: kind === "title" ? 1 : 0,
        };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/how-to-fix.js

/** What to do about failures, with the commands to type. Pure. */
function howToFix(result) {
    const failing = result.subjects.filter((subject) => isFailing(subject, result.failOn));
    const commits = failing.filter(({ kind, pullRequest }) => kind === "commit" && pullRequest !== undefined);
    const items = [];
    if (failing.some(({ problems }) => problems.some(({ rule }) => rule === "header-grammar")))
        items.push(grammarAdvice(result.rules.types));
    if (failing.some(({ kind }) => kind === "title"))
        items.push("A title: edit it at the top of the pull request. The check runs again by itself.");
    if (commits.length > 0)
        items.push(commitAdvice(commits, result.context.headSha));
    return items.length === 0 ? [] : [{ kind: "details", summary: "How to fix it", blocks: [{ kind: "list", items }] }];
}
function grammarAdvice(types) {
    const form = ["A first line is ", { code: "type: description" }, " or ", { code: "type(scope): description" }];
    return types === undefined ? [...form, "."] : [...form, ". Allowed types: ", types.join(", "), "."];
}
function commitAdvice(commits, headSha) {
    const [first] = commits;
    const push = ["; then ", { code: "git push --force-with-lease" }, "."];
    if (commits.length === 1 && first.sha === headSha)
        return ["The last commit: ", { code: "git commit --amend" }, ...push];
    const rebase = `git rebase --interactive ${first.sha.slice(0, 10)}~1`;
    return ["Commits: ", { code: rebase }, ", and write ", { code: "reword" }, " before each of them", ...push];
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/code-frame.js

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
    return (0,report_escape/* revealInvisible */.hR)(text.replaceAll("\t", " "));
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/subject-name.js
/** What a report calls a title or a commit, with a link to it. Pure. */
function subjectName({ kind, sha = "", pullRequest }, { context }) {
    const { serverUrl, repository } = context;
    if (kind === "commit")
        return ["Commit ", { link: { text: sha.slice(0, 10), href: `${serverUrl}/${repository}/commit/${sha}` } }];
    const isOwn = context.pullRequest === pullRequest;
    return isOwn ? "The pull request's title" : `The title of #${pullRequest}`;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/problem-places.js





/** Frames and lists of problems are cut after what passed. */
const WEIGHT = 1;
/**
 * The lines of every message that breaks a rule, with a mark below each place. Folded, unless it is a single one. Pure.
 *
 * @param max titles and commits to show; the result file has all.
 */
function problemPlaces(result, max) {
    const { subjects, failOn } = result;
    const wrong = subjects.filter(({ problems }) => problems.length > 0);
    if (wrong.length === 0)
        return [];
    const failsFirst = wrong.toSorted((a, b) => Number(isFailing(b, failOn)) - Number(isFailing(a, failOn)));
    const blocks = failsFirst.slice(0, max).flatMap((subject) => placesOf(subject, result));
    return [{ kind: "details", summary: "Where each problem is", blocks, open: wrong.length === 1 }];
}
function placesOf(subject, result) {
    const { problems, errors, warnings } = subject;
    const omitted = errors + warnings - problems.length;
    return [
        { kind: "paragraph", text: { strong: subjectName(subject, result) } },
        { kind: "code", text: codeFrame(problems), language: "text", weight: WEIGHT },
        { kind: "list", items: inOrder(problems).map(problemLine), noun: "problems", weight: WEIGHT },
        ...(omitted > 0
            ? [{ kind: "paragraph", text: { emphasis: `and ${(0,quantity.counted)(omitted, "more problem")} in it` } }]
            : []),
    ];
}
function problemLine({ level, line, column, message, rule }) {
    return [{ strong: `${level} at ${line}:${column}` }, " ", ...(0,prose/* prose */.C)(message), " (", { code: rule }, ")"];
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/marks.js

const MARKS = {
    pass: `${mark/* MARK */.M.pass} pass`,
    fail: `${mark/* MARK */.M.fail} fail`,
    warning: `${mark/* MARK */.M.warning} warning`,
    ignored: `${mark/* MARK */.M.neutral} left alone`,
};

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/rendering/subjects-table.js






const COLUMNS = [{ header: "Result" }, { header: "Text" }, { header: "Found" }];
/** Problems of one text that its row names; its lines below have all. */
const subjects_table_MAX_PROBLEMS = 3;
/**
 * One row for each title and commit with a problem, failures first, and one for all that have none. Pure.
 *
 * @param max rows of each kind; the result file has all.
 */
function subjectsTable(result, max) {
    const { subjects, failOn } = result;
    if (subjects.length === 0)
        return [];
    const failing = subjects.filter((subject) => isFailing(subject, failOn));
    const warned = subjects.filter((subject) => !isFailing(subject, failOn) && subject.warnings > 0);
    const rows = [
        ...failing.slice(0, max).map((subject) => problemRow(subject, result, "fail")),
        ...warned.slice(0, max).map((subject) => problemRow(subject, result, "warning")),
        ...groupRow(subjects.filter(({ errors, warnings, ignoredAs }) => errors + warnings === 0 && ignoredAs === undefined)),
        ...groupRow(subjects.filter(({ errors, warnings, ignoredAs }) => errors + warnings === 0 && ignoredAs !== undefined)),
    ];
    const hidden = Math.max(0, failing.length - max) + Math.max(0, warned.length - max);
    const table = { kind: "table", columns: COLUMNS, rows, noun: "texts" };
    return hidden === 0 ? [table] : [table, { kind: "paragraph", text: { emphasis: `and ${hidden} more like these` } }];
}
function problemRow(subject, result, mark) {
    const advised = subject.required ? "" : " (will not be on the default branch)";
    const name = [subjectName(subject, result), ": ", { code: subject.header }, advised].flat();
    return [mark === "fail" ? { strong: MARKS[mark] } : MARKS[mark], name, found(subject)];
}
function found({ problems, errors, warnings, correction }) {
    // What stands later in a message is often the consequence of what stands first.
    const shown = inOrder(problems).slice(0, subjects_table_MAX_PROBLEMS);
    const omitted = errors + warnings - shown.length;
    const sentences = shown.flatMap(({ message }, at) => [at === 0 ? "" : "; ", ...(0,prose/* prose */.C)(message)]);
    const more = omitted > 0 ? `; and ${(0,quantity.counted)(omitted, "more problem")}` : "";
    return [...sentences, more, ...(correction === undefined ? [] : ["; this would pass: ", { code: correction }])];
}
/** Texts without a problem, in one row. */
function groupRow(subjects) {
    if (subjects.length === 0)
        return [];
    const kinds = ["title", "commit"].flatMap((kind) => {
        const number = subjects.filter((subject) => subject.kind === kind).length;
        return number === 0 ? [] : [(0,quantity.counted)(number, kind)];
    });
    const reasons = [...new Set(subjects.flatMap(({ ignoredAs }) => ignoredAs ?? []))];
    return [[reasons.length > 0 ? MARKS.ignored : MARKS.pass, kinds.join(" and "), reasons.join(", ") || "no problem"]];
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/render.js







/** Titles and commits that are shown with their lines. The summary has more than the comment, the result file has all. */
const MAX_SHOWN = { comment: 10, summary: 100 };
/** What passed is cut first when a place is too small. */
const PASSED_WEIGHT = 2;
/** A result in words, tables and files. Pure: the same result gives the same bytes. */
function render(result) {
    const blocks = (max) => [
        ...subjectsTable(result, max),
        ...problemPlaces(result, max),
        ...howToFix(result),
        ...withoutProblems(result),
        ...skippedPulls(result),
        ...result.notes.map(({ level, text }) => ({ kind: "alert", level, text: (0,prose/* prose */.C)(text) })),
        ...closing(result),
    ];
    return {
        title: result.name === "" ? "Commit messages" : `Commit messages: ${result.name}`,
        comment: blocks(MAX_SHOWN.comment),
        summary: blocks(MAX_SHOWN.summary),
        annotations: annotations(result),
        outputs: outputs(result),
        files: [{ name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" }],
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
function withoutProblems(result) {
    const fine = result.subjects.filter(({ errors, warnings }) => errors + warnings === 0);
    if (fine.length === 0)
        return [];
    const items = fine.map((subject) => {
        const { header, ignoredAs } = subject;
        const reason = ignoredAs === undefined ? "" : ` (left alone: ${ignoredAs})`;
        return [subjectName(subject, result), ": ", { code: header }, reason].flat();
    });
    const list = { kind: "list", items, noun: "texts", weight: PASSED_WEIGHT };
    return [{ kind: "details", summary: `${(0,quantity.counted)(fine.length, "text")} without a problem`, blocks: [list] }];
}
function skippedPulls({ skipped }) {
    return skipped.map(({ pullRequest, reason }) => ({
        kind: "alert",
        level: "note",
        text: [`The pull request #${pullRequest} was not checked: it `, ...(0,prose/* prose */.C)(reason), "."],
    }));
}
/** One line: which rules counted, and where the team explains them. */
function closing({ rules, source, helpUrl }) {
    if (rules.source === "")
        return [];
    const of = rules.revision === undefined ? "" : ` of ${shortRevision(rules.revision)}`;
    const read = source === "api" ? "" : "; commits from git";
    const help = helpUrl === undefined ? [] : [" ", { link: { text: "How we write commit messages", href: helpUrl } }];
    return [{ kind: "paragraph", text: [{ emphasis: (0,prose/* prose */.C)(`Rules: ${rules.source}${of}${read}.`) }, ...help] }];
}
function shortRevision(revision) {
    return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : `\`${revision}\``;
}

;// CONCATENATED MODULE: ./build/js/actions/commit-lint/src/main.js




const commitLint = {
    name: "commit-lint",
    title: "Commit messages",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    render: render,
    publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
};


/***/ })

};
