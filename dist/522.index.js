export const id = 522;
export const ids = [522];
export const modules = {

/***/ 7522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Deployments: () => (/* binding */ Deployments)
/* harmony export */ });
/* unused harmony export MAX_DESCRIPTION */
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5428);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8135);


/** Code points that GitHub takes for the description of a deployment or a status (REST API, "Deployments"). */
const MAX_DESCRIPTION = 140;
/** Deployments of one environment that are looked at, the newest first. */
const LOOKED_AT = 30;
/** A field of a payload that only records of ours have: those of GitHub have an empty one. */
const MAKER = "jessy-actions";
const created = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__.object)({ id: _shape_js__WEBPACK_IMPORTED_MODULE_1__.id });
const deployment = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__.object)({ id: _shape_js__WEBPACK_IMPORTED_MODULE_1__.id, payload: (value) => value.isObject && !value.get(MAKER).isMissing });
const status = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__.object)({ id: _shape_js__WEBPACK_IMPORTED_MODULE_1__.id, state: _shape_js__WEBPACK_IMPORTED_MODULE_1__.text, log_url: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__.nullable)(_shape_js__WEBPACK_IMPORTED_MODULE_1__.text) });
/** Records of deployments: what GitHub shows of an environment. Every method throws GitHubError. */
class Deployments {
    #github;
    #place;
    constructor(github, { owner, name: repo }) {
        this.#github = github;
        this.#place = { owner, repo };
    }
    /**
     * GitHub would merge the default branch into the ref, and ask for green checks of the commit: both are off, since the
     * workflow decides that.
     *
     * @returns its number.
     */
    async create({ ref, environment, description, payload }) {
        const answer = await this.#github.request("POST /repos/{owner}/{repo}/deployments", {
            ...this.#place,
            ref,
            environment,
            description: shortened(description),
            payload: { ...payload, [MAKER]: "ssh-deploy" },
            auto_merge: false,
            required_contexts: [],
        }, created);
        return answer.id;
    }
    async setStatus(deployment, { state, logUrl, environmentUrl, description }) {
        await this.#github.send("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
            ...this.#place,
            deployment_id: deployment,
            state,
            log_url: logUrl,
            description: shortened(description),
            ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
        });
    }
    /**
     * The deployment that GitHub made for a job of this run with `environment:`. Nothing tells a job its own; its status
     * leads to the run.
     */
    async ofRun(environment, commit, runId) {
        for (const { id: deployment, isOurs } of await this.#newest({ environment, sha: commit })) {
            // Of an earlier step or attempt of the same run.
            if (isOurs)
                continue;
            const last = await this.#lastStatus(deployment);
            if (new RegExp(`/actions/runs/${runId}(?:/|$)`).test(last?.log_url ?? ""))
                return deployment;
        }
        return undefined;
    }
    /** Earlier deployments that still count as active. GitHub itself ends those of environments that are not production. */
    async activeBefore(environment, deployment) {
        const active = [];
        for (const { id: other } of await this.#newest({ environment })) {
            if (other >= deployment)
                continue;
            const last = await this.#lastStatus(other);
            if (last?.state === "success")
                active.push(other);
            // What stands before one that ended was ended with it.
            else if (last?.state === "inactive")
                break;
        }
        return active;
    }
    async #newest(parameters) {
        const found = await this.#github.request("GET /repos/{owner}/{repo}/deployments", { ...this.#place, ...parameters, per_page: LOOKED_AT }, (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__.list)(deployment));
        return found.map(({ id: number, payload }) => ({ id: number, isOurs: payload }));
    }
    async #lastStatus(deployment) {
        const found = await this.#github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", { ...this.#place, deployment_id: deployment, per_page: LOOKED_AT }, (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__.list)(status));
        // GitHub lists the newest first, and does not promise it.
        return found.toSorted((one, other) => other.id - one.id)[0];
    }
}
function shortened(description) {
    const points = [...(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .revealInvisible */ .hR)(description.replace(/\s+/g, " ").trim())];
    return points.length <= MAX_DESCRIPTION ? points.join("") : `${points.slice(0, MAX_DESCRIPTION - 1).join("")}…`;
}


/***/ })

};
