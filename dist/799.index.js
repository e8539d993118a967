export const id = 799;
export const ids = [799];
export const modules = {

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findFollowedPullRequest: () => (/* binding */ findFollowedPullRequest)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8135);

const listedPull = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__.object)({ number: _shape_js__WEBPACK_IMPORTED_MODULE_0__.id, state: _shape_js__WEBPACK_IMPORTED_MODULE_0__.text, head: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__.object)({ sha: _shape_js__WEBPACK_IMPORTED_MODULE_0__.sha }) });
/**
 * The open pull request that a followed run (workflow_run) belongs to, found through the API by the head's owner, branch and commit.
 * Nothing that the followed run wrote is trusted: an artifact could name any pull request. `workflow_run.pull_requests` is
 * empty for forks.
 */
async function findFollowedPullRequest(github, event) {
    const run = event.followedRun;
    if (run === undefined)
        return undefined;
    const wanted = {
        owner: event.repository.owner,
        repo: event.repository.name,
        state: "open",
        head: `${run.headOwner}:${run.headRef}`,
    };
    for await (const pull of github.paginate("GET /repos/{owner}/{repo}/pulls", wanted, listedPull)) {
        if (pull.state === "open" && pull.head.sha === run.headSha)
            return pull.number;
    }
    return undefined;
}


/***/ })

};
