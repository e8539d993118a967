export const id = 799;
export const ids = [799];
export const modules = {

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findFollowedPullRequest: () => (/* binding */ findFollowedPullRequest)
/* harmony export */ });
/**
 * The open pull request that a followed run (workflow_run) belongs to, found through the API by the head's owner, branch and commit.
 * Nothing that the followed run wrote is trusted: an artifact could name any pull request. `workflow_run.pull_requests` is
 * empty for forks.
 */
async function findFollowedPullRequest(github, event) {
    const run = event.followedRun;
    if (run === undefined)
        return undefined;
    const pulls = github.paginate("GET /repos/{owner}/{repo}/pulls", {
        owner: event.repository.owner,
        repo: event.repository.name,
        state: "open",
        head: `${run.headOwner}:${run.headRef}`,
    });
    for await (const pull of pulls) {
        if (pull.state === "open" && pull.head.sha === run.headSha)
            return pull.number;
    }
    return undefined;
}


/***/ })

};
