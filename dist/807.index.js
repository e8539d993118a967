export const id = 807;
export const ids = [807];
export const modules = {

/***/ 1807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LIST_WAITS: () => (/* binding */ LIST_WAITS),
  publishSection: () => (/* binding */ publishSection)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __webpack_require__(3528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/client.js + 4 modules
var client = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/comment-author.js

const authorship = {
    user: (0,shape.optional)((0,shape.object)({ login: shape.text, id: (0,shape.optional)(shape.id), type: (0,shape.optional)(shape.text) })),
    performed_via_github_app: (0,shape.optional)((0,shape.object)({ slug: (0,shape.optional)(shape.text) })),
};
/** GET /user is closed to installation tokens; GraphQL's viewer knows every kind of token. */
const VIEWER = "query { viewer { login databaseId } }";
const viewer = (value) => {
    const { login, databaseId } = (0,shape.object)({ viewer: (0,shape.object)({ login: shape.text, databaseId: (0,shape.optional)(shape.id) }) })(value).viewer;
    return { login, ...(databaseId !== undefined && { id: databaseId }) };
};
/** What the workflow's own token is called; used when GitHub does not say whose token it is. */
const WORKFLOW_BOT = { login: "github-actions[bot]" };
const BOT = /\[bot\]$/;
/**
 * Whether a comment is the author's own. Names can look alike (`github-actions` may be a person, and a letter of another
 * alphabet looks the same): the number decides. Where GitHub does not give one, the login must be the same to the letter,
 * and a bot's comment must be a bot's. Pure.
 */
function isWrittenBy(author, { user, performed_via_github_app: app }) {
    if (user === undefined)
        return false;
    if (author.id !== undefined && user.id !== undefined)
        return author.id === user.id;
    if (user.login !== author.login)
        return false;
    if (!BOT.test(author.login))
        return true;
    // Brackets stand in no person's login; older servers give neither a type nor the app.
    return (user.type ?? "Bot") === "Bot" && (app?.slug ?? appOf(author)) === appOf(author);
}
const appOf = ({ login }) => login.replace(BOT, "");

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/sections.js
var github_sections = __webpack_require__(4144);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/comment-thread.js




const fields = { id: shape.id, body: (0,shape.optional)(shape.text), html_url: shape.text, ...authorship };
const comment = (0,shape.object)(fields);
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
/** The comments of one pull request, as far as they are ours. Every method throws GitHubError. */
class CommentThread {
    #github;
    #issue;
    #author;
    constructor(github, { owner, repo, issueNumber }) {
        this.#github = github;
        this.#issue = { owner, repo, issue_number: issueNumber };
    }
    /**
     * Our comments, oldest first. A comment that somebody else made with our mark in it is not ours. The list may be seconds
     * old: new comments are missing, deleted ones are there, and texts are what they were.
     */
    async listed() {
        const own = [];
        for await (const listed of this.#github.paginate(`GET ${COMMENTS}`, this.#issue, comment)) {
            if ((0,github_sections.isSharedComment)(listed.body ?? "") && isWrittenBy(await this.#self(), listed))
                own.push(listed);
        }
        return own.sort((a, b) => a.id - b.id);
    }
    /** One comment as it is now; undefined when it is gone. */
    async read(number) {
        return this.#unlessGone(() => this.#github.request(`GET ${COMMENT}`, this.#of(number), comment));
    }
    /** @returns undefined when the answer was lost: the comment may be there. */
    async create(body) {
        try {
            const made = await this.#github.request(`POST ${COMMENTS}`, { ...this.#issue, body }, comment);
            // The surest word on who we are.
            if (made.user !== undefined)
                this.#author = made.user;
            return made.id;
        }
        catch (error) {
            if (!(error instanceof client.GitHubError) || (error.status !== 0 && error.status < 500))
                throw error;
            return undefined;
        }
    }
    /** False when the comment is gone. */
    async update(number, body) {
        const written = this.#github.send(`PATCH ${COMMENT}`, { ...this.#of(number), body });
        return (await this.#unlessGone(() => written.then(() => true))) ?? false;
    }
    async delete(number) {
        await this.#unlessGone(() => this.#github.send(`DELETE ${COMMENT}`, this.#of(number)));
    }
    #of(number) {
        return { owner: this.#issue.owner, repo: this.#issue.repo, comment_id: number };
    }
    async #unlessGone(ask) {
        try {
            return await ask();
        }
        catch (error) {
            if (error instanceof client.GitHubError && error.status === 404)
                return undefined;
            throw error;
        }
    }
    async #self() {
        if (this.#author === undefined) {
            try {
                this.#author = await this.#github.graphql(VIEWER, viewer);
            }
            catch (error) {
                if (!(error instanceof client.GitHubError))
                    throw error;
                this.#author = WORKFLOW_BOT;
            }
        }
        return this.#author;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/sticky-comment.js




/** Jobs of one workflow write the same comment at once; each round settles at least one of them. */
const MAX_ROUNDS = 16;
/**
 * Milliseconds after which a job that read the comment before our write has surely written it: it writes at once, so
 * that is one round trip to GitHub and some. Where our own took longer, the others' may, too.
 */
const SETTLING_TIME = 1000;
const SETTLING_TRIPS = 4;
const MAX_SETTLING_TIME = 10_000;
/** Milliseconds before each look at a list that does not show yet what was made: 15.75 s in all. */
const LIST_WAITS = [0, 250, 500, 1000, 2000, 4000, 8000];
/**
 * Puts one section into the shared comment of a pull request and leaves the others as they are. GitHub has no conditional
 * update, its lists lag, and jobs race:
 *
 * - What stands is read by its number, never from the list. After writing, it is read again when the others have settled,
 *   and written again until the own section stands.
 * - A job that made a comment waits until the list shows it: by then the list shows all older ones, too. Of several, every
 *   job chooses the oldest, and the others are folded into it. So nobody makes a second one.
 * - A lost answer may hide a comment that was made: it is looked for as long as a list may lag.
 *
 * @param render gets how many bytes there are for the section.
 * @throws GitHubError when GitHub fails for another reason than a missing permission.
 */
async function publishSection(github, target, render, options) {
    try {
        return await new SectionWriter(new CommentThread(github, target), target.sectionId, render, options).write();
    }
    catch (error) {
        if (error instanceof client.GitHubError && (error.status === 403 || error.status === 404 || error.status === 401)) {
            return { status: "forbidden", reason: error.message };
        }
        throw error;
    }
}
class SectionWriter {
    #thread;
    #sectionId;
    #render;
    #log;
    #sleep;
    #random;
    /** The comment that this job made and that the list has not shown yet. */
    #unseen;
    /** When the comment was read that is written next. */
    #readAt = 0;
    /** Milliseconds that this job took at most between the read and the end of a write. */
    #slowest = 0;
    constructor(thread, sectionId, render, { log, sleep = wait.wait, random = Math.random }) {
        this.#thread = thread;
        this.#sectionId = sectionId;
        this.#render = render;
        this.#log = log;
        this.#sleep = sleep;
        this.#random = random;
    }
    async write() {
        let status = "unchanged";
        let settled = true;
        /** The oldest of our comments, once it is known. */
        let chosen;
        for (let round = 1; round <= MAX_ROUNDS; round++) {
            const [comment, ...surplus] = chosen === undefined ? await this.#standing() : await this.#stillThere(chosen);
            if (comment === undefined) {
                settled = false;
                // Somebody deleted the chosen one: look again before making another.
                if (chosen === undefined) {
                    await this.#create();
                    status = "created";
                }
                chosen = undefined;
                continue;
            }
            chosen = comment.id;
            const sections = (0,github_sections.parseSections)(comment.body ?? "");
            const content = this.#contentFor(sections);
            const own = sections.find(({ id }) => id === this.#sectionId);
            const folded = surplus
                .flatMap((other) => (0,github_sections.parseSections)(other.body ?? ""))
                .filter(({ id }) => id !== this.#sectionId && !sections.some((known) => known.id === id));
            if (own?.content === content && folded.length === 0) {
                for (const other of surplus)
                    await this.#thread.delete(other.id);
                if (settled)
                    return { status, url: comment.html_url };
                await this.#settle(round);
                settled = true;
                continue;
            }
            // Nothing waits between a read and its write: the section of a job that ended meanwhile would be lost.
            const whole = (0,github_sections.withSection)([...sections, ...folded], { id: this.#sectionId, content });
            const written = await this.#thread.update(comment.id, (0,github_sections.renderSections)(whole));
            this.#slowest = Math.max(this.#slowest, performance.now() - this.#readAt);
            if (written && status === "unchanged")
                status = "updated";
            // With comments to fold, all of them are read once more before they are deleted.
            settled = written && surplus.length === 0;
            if (settled)
                await this.#settle(round);
            else
                chosen = undefined;
        }
        return { status: "contested" };
    }
    /** Waits until the others have written what they were at, and so that no two jobs wait equally long. */
    async #settle(round) {
        const time = Math.min(MAX_SETTLING_TIME, Math.max(SETTLING_TIME, SETTLING_TRIPS * this.#slowest));
        await this.#sleep(time * (1 + this.#random() / 2) + this.#random() * 250 * round);
    }
    /** Our comments, oldest first, each as it is now. */
    async #standing() {
        const numbers = new Set((await this.#listed()).map(({ id }) => id));
        if (this.#unseen !== undefined)
            numbers.add(this.#unseen);
        const standing = [];
        const start = performance.now();
        for (const number of [...numbers].sort((a, b) => a - b))
            standing.push(...(await this.#stillThere(number)));
        this.#readAt = start;
        // Gone although the list had time to show it: somebody deleted it.
        if (standing.length === 0)
            this.#unseen = undefined;
        return standing;
    }
    async #stillThere(number) {
        this.#readAt = performance.now();
        const comment = await this.#thread.read(number);
        return comment === undefined ? [] : [comment];
    }
    /** The list, which shows the comment that this job made and all older ones, if it ever does. */
    async #listed() {
        const unseen = this.#unseen;
        if (unseen === undefined)
            return this.#thread.listed();
        let listed = [];
        for (const pause of LIST_WAITS) {
            if (pause > 0)
                await this.#sleep(pause);
            listed = await this.#thread.listed();
            if (listed.some(({ id }) => id === unseen)) {
                this.#unseen = undefined;
                return listed;
            }
            // Another job has folded it into an older one.
            if (listed.length > 0 && (await this.#thread.read(unseen)) === undefined)
                return listed;
        }
        this.#log.debug(`the list of comments does not show ${unseen}, which was made; going on with it`);
        return listed;
    }
    async #create() {
        const content = this.#contentFor([]);
        const body = (0,github_sections.renderSections)([{ id: this.#sectionId, content }]);
        this.#unseen = (await this.#thread.create(body)) ?? (await this.#lookFor(content));
    }
    /** The comment that a lost answer may hide. */
    async #lookFor(content) {
        this.#log.debug("GitHub's answer was lost; looking whether the comment was made");
        for (const pause of LIST_WAITS) {
            if (pause > 0)
                await this.#sleep(pause);
            const found = (await this.#thread.listed()).find(({ body = "" }) => (0,github_sections.parseSections)(body).some((section) => section.id === this.#sectionId && section.content === content));
            if (found !== undefined)
                return found.id;
        }
        return undefined;
    }
    #contentFor(sections) {
        const maxBytes = Math.max(0, (0,github_sections.bytesLeftFor)(this.#sectionId, sections));
        return (0,github_sections.disarm)(this.#render(maxBytes)).replaceAll("\r\n", "\n");
    }
}


/***/ })

};
