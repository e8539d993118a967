export const id = 367;
export const ids = [367];
export const modules = {

/***/ 2367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishSection: () => (/* binding */ publishSection)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8259);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4144);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4945);



/** Jobs of one workflow write the same comment at once; each round settles at least one of them. */
const MAX_ROUNDS = 16;
/** Milliseconds after which a job that read the comment before our write has surely written it: one round trip to GitHub and some. */
const SETTLING_TIME = 1000;
/** What the workflow's own token is called; used when GitHub does not say whose token it is. */
const WORKFLOW_BOT = "github-actions[bot]";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
/**
 * Puts one section into the shared comment of a pull request and leaves the others as they are. GitHub has no conditional update,
 * and jobs race: after writing, the comment is read back, at once and when the others have settled, and written again until the own
 * section stands. Of two comments made at the same moment the older one wins and the other is folded into it.
 *
 * @param render gets how many bytes there are for the section.
 * @throws GitHubError when GitHub fails for another reason than a missing permission.
 */
async function publishSection(github, target, render, options) {
    const { sleep = _wait_js__WEBPACK_IMPORTED_MODULE_1__.wait, random = Math.random } = options;
    const thread = new Thread(github, target);
    try {
        let status = "unchanged";
        let settled = true;
        for (let round = 1; round <= MAX_ROUNDS; round++) {
            const [comment, ...surplus] = await thread.ownComments();
            if (comment === undefined) {
                await thread.create((0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.renderSections)([{ id: target.sectionId, content: contentFor([], target, render) }]));
                status = "created";
                settled = false;
                continue;
            }
            const sections = (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.parseSections)(comment.body ?? "");
            const content = contentFor(sections, target, render);
            const standing = sections.find((section) => section.id === target.sectionId);
            const folded = surplus
                .flatMap((other) => (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.parseSections)(other.body ?? ""))
                .filter((section) => section.id !== target.sectionId && !sections.some((known) => known.id === section.id));
            if (standing?.content === content && folded.length === 0) {
                for (const other of surplus)
                    await thread.delete(other.id);
                if (settled)
                    return { status, url: comment.html_url };
                await sleep(SETTLING_TIME * (1 + random() / 2));
                settled = true;
                continue;
            }
            settled = false;
            if (round > 1)
                await sleep(random() * 250 * round);
            if (await thread.update(comment.id, (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.renderSections)((0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.withSection)([...sections, ...folded], { id: target.sectionId, content })))) {
                if (status === "unchanged")
                    status = "updated";
            }
        }
        return { status: "contested" };
    }
    catch (error) {
        if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__.GitHubError && (error.status === 403 || error.status === 404 || error.status === 401)) {
            return { status: "forbidden", reason: error.message };
        }
        throw error;
    }
}
function contentFor(sections, { sectionId }, render) {
    return (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.disarm)(render(Math.max(0, (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.bytesLeftFor)(sectionId, sections)))).replaceAll("\r\n", "\n");
}
/** The comments of one pull request, as far as they are ours. */
class Thread {
    #github;
    #issue;
    #login;
    constructor(github, target) {
        this.#github = github;
        this.#issue = { owner: target.owner, repo: target.repo, issue_number: target.issueNumber };
    }
    /** Oldest first. A comment that somebody else made with our mark in it is not ours. */
    async ownComments() {
        const own = [];
        for await (const comment of this.#github.paginate(`GET ${COMMENTS}`, this.#issue)) {
            if ((0,_sections_js__WEBPACK_IMPORTED_MODULE_2__.isSharedComment)(comment.body ?? "") && (await this.#isOurs(comment)))
                own.push(comment);
        }
        return own.sort((a, b) => a.id - b.id);
    }
    /** A lost answer may hide a comment that was made: the next round looks before it makes another. */
    async create(body) {
        try {
            const comment = await this.#github.request(`POST ${COMMENTS}`, { ...this.#issue, body });
            this.#login ??= comment.user?.login;
        }
        catch (error) {
            if (!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__.GitHubError) || (error.status !== 0 && error.status < 500))
                throw error;
        }
    }
    /** False when the comment is gone. */
    async update(id, body) {
        return this.#unlessGone(() => this.#github.request(`PATCH ${COMMENT}`, { ...this.#repository, comment_id: id, body }));
    }
    async delete(id) {
        return this.#unlessGone(() => this.#github.request(`DELETE ${COMMENT}`, { ...this.#repository, comment_id: id }));
    }
    get #repository() {
        return { owner: this.#issue.owner, repo: this.#issue.repo };
    }
    async #unlessGone(write) {
        try {
            await write();
            return true;
        }
        catch (error) {
            if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__.GitHubError && error.status === 404)
                return false;
            throw error;
        }
    }
    async #isOurs(comment) {
        this.#login ??= await this.#viewer();
        return withoutBotSuffix(comment.user?.login ?? "") === withoutBotSuffix(this.#login);
    }
    /** GET /user is closed to installation tokens; GraphQL's viewer knows every kind of token. */
    async #viewer() {
        try {
            return (await this.#github.graphql("query { viewer { login } }")).viewer.login;
        }
        catch (error) {
            if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__.GitHubError)
                return WORKFLOW_BOT;
            throw error;
        }
    }
}
/** REST calls a bot `name[bot]`, GraphQL calls it `name` in some places. */
function withoutBotSuffix(login) {
    return login.replace(/\[bot\]$/, "");
}


/***/ })

};
