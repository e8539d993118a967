export const id = 170;
export const ids = [170];
export const modules = {

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPublishedResult: () => (/* binding */ readPublishedResult)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/packages/kit/src/errors.js
var errors = __webpack_require__(4977);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/coverage/src/model.js
var model = __webpack_require__(2541);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/result-schema.js

const MAX_TEXT = 4096;
const MAX_ITEMS = 200_000;
const GATE_KINDS = [
    "line",
    "branch",
    "function",
    "patch",
    "patch-branch",
    "decrease",
    "per-file",
    "measured",
    "stale",
];
const CAUSES = ["added", "removed", "newly-covered", "no-longer-covered", "joined", "left", "remeasured"];
/**
 * A result as plain data, checked field by field; fields that nobody knows are left out. The published description is
 * docs/schema/coverage-gate-result.v1.json.
 *
 * @throws ReportError naming the first field that is not as it should be.
 */
function validateResult(root) {
    oneOf(root.get("schema"), ["jessy-actions/coverage-gate/v1"]);
    return {
        schema: "jessy-actions/coverage-gate/v1",
        name: result_schema_text(root.get("name")),
        verdict: oneOf(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]),
        headline: result_schema_text(root.get("headline")),
        context: {
            serverUrl: result_schema_text(root.get("context").get("serverUrl")),
            repository: result_schema_text(root.get("context").get("repository")),
            headSha: sha(root.get("context").get("headSha")),
        },
        gates: list(root.get("gates"), gate),
        total: totals(root.get("total")),
        ...optional("base", root.get("base"), totals),
        baseline: baseline(root.get("baseline")),
        patch: patch(root.get("patch")),
        ...optional("movement", root.get("movement"), movement),
        components: list(root.get("components"), component),
        filesBelowMinimum: list(root.get("filesBelowMinimum"), (file) => ({
            path: result_schema_text(file.get("path")),
            lines: ratio(file.get("lines")),
        })),
        reports: list(root.get("reports"), reportRead),
        notes: list(root.get("notes"), (note) => ({ level: oneOf(note.get("level"), ["note", "warning"]), text: result_schema_text(note.get("text")) })),
        loweredGates: list(root.get("loweredGates"), (lowered) => ({
            input: result_schema_text(lowered.get("input")),
            asked: result_schema_text(lowered.get("asked")),
            enforced: result_schema_text(lowered.get("enforced")),
        })),
    };
}
function gate(value) {
    return {
        kind: oneOf(value.get("kind"), GATE_KINDS),
        ...optional("component", value.get("component"), result_schema_text),
        verdict: oneOf(value.get("verdict"), ["pass", "fail", "skipped"]),
        threshold: result_schema_text(value.get("threshold")),
        ...optional("measured", value.get("measured"), ratio),
        sentence: result_schema_text(value.get("sentence")),
    };
}
function totals(value) {
    return {
        lines: ratio(value.get("lines")),
        branches: ratio(value.get("branches")),
        functions: ratio(value.get("functions")),
    };
}
function baseline(value) {
    const state = oneOf(value.get("state"), ["exact", "ancestor", "file", "missing", "off"]);
    if (state === "file")
        return { state, file: result_schema_text(value.get("file")) };
    const reason = result_schema_text(value.get("reason"));
    if (state === "missing" || state === "off")
        return { state, reason };
    return { state, sha: sha(value.get("sha")), distance: whole(value.get("distance")), reason };
}
function patch(value) {
    return {
        ...optional("lines", value.get("lines"), ratio),
        ...optional("branches", value.get("branches"), ratio),
        ...optional("reason", value.get("reason"), result_schema_text),
        ...optional("base", value.get("base"), sha),
        files: list(value.get("files"), patchFile),
        unmeasured: list(value.get("unmeasured"), result_schema_text),
    };
}
function patchFile(value) {
    return {
        path: result_schema_text(value.get("path")),
        lines: ratio(value.get("lines")),
        branches: ratio(value.get("branches")),
        missing: list(value.get("missing"), range),
        partial: list(value.get("partial"), range),
    };
}
function movement(value) {
    return {
        parts: list(value.get("parts"), (part) => ({
            cause: oneOf(part.get("cause"), CAUSES),
            covered: integer(part.get("covered")),
            total: integer(part.get("total")),
            files: whole(part.get("files")),
        })),
        indirect: list(value.get("indirect"), (change) => ({
            path: result_schema_text(change.get("path")),
            newlyCovered: whole(change.get("newlyCovered")),
            noLongerCovered: list(change.get("noLongerCovered"), range),
        })),
    };
}
function component(value) {
    return {
        name: result_schema_text(value.get("name")),
        total: totals(value.get("total")),
        ...optional("base", value.get("base"), totals),
        ...optional("patch", value.get("patch"), ratio),
    };
}
function reportRead(value) {
    return {
        file: result_schema_text(value.get("file")),
        format: oneOf(value.get("format"), model/* FORMATS */.hR),
        bytes: whole(value.get("bytes")),
        files: whole(value.get("files")),
        lines: ratio(value.get("lines")),
    };
}
function range(value) {
    const [first, last, ...rest] = [...value.items()].map(whole);
    if (first === undefined || last === undefined || rest.length > 0 || first < 1 || last < first)
        throw value.not("a first and a last line");
    return [first, last];
}
function ratio(value) {
    const covered = whole(value.get("covered"));
    const total = whole(value.get("total"));
    if (covered > total)
        throw value.not("a part of a whole");
    return { covered, total };
}
function list(value, read) {
    if (value.list().length > MAX_ITEMS)
        throw value.not(`a list of at most ${MAX_ITEMS} items`);
    return [...value.items()].map(read);
}
function result_schema_text(value) {
    const read = value.text();
    if (read.length > MAX_TEXT)
        throw value.not(`a text of at most ${MAX_TEXT} characters`);
    return read;
}
function sha(value) {
    const read = value.text();
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(read))
        throw value.not("a commit");
    return read;
}
function whole(value) {
    const read = integer(value);
    if (read < 0)
        throw value.not("a whole number from 0");
    return read;
}
function integer(value) {
    const read = value.number();
    if (!Number.isSafeInteger(read))
        throw value.not("a whole number");
    return read;
}
function oneOf(value, words) {
    const read = value.text();
    if (!words.includes(read))
        throw value.not(`one of ${words.join(", ")}`);
    return read;
}
function optional(key, value, read) {
    return value.isMissing ? {} : { [key]: read(value) };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/published-result.js





/** A result of 5,000 changed files has about one megabyte. */
const MAX_BYTES = 10_000_000;
/**
 * Another run's result, for the privileged `workflow_run` half. It comes from a pull request that anybody can open, so nothing in it is
 * believed but its numbers and names, which are escaped where they are shown: its shape is checked field by field, and what it says
 * of repository, commit and pull request is replaced by what the event says.
 *
 * @throws UserError naming what is wrong with the file.
 */
function readPublishedResult(path, inputs, event) {
    const shown = `input \`publish-result\`: ${path}`;
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        throw new errors/* UserError */.yo(`${shown} is not there; download the artifact with the result file first`);
    // A link in an artifact could lead to a secret of this privileged run.
    if (!stat.isFile())
        throw new errors/* UserError */.yo(`${shown} is no regular file`);
    if (stat.size > MAX_BYTES)
        throw new errors/* UserError */.yo(`${shown} has ${stat.size} bytes, more than a result has`);
    try {
        const result = validateResult((0,json/* parseJson */.q)([(0,external_node_fs_.readFileSync)(path)]));
        const measured = event.followedRun?.headSha;
        if (measured !== undefined && result.context.headSha !== measured) {
            throw new errors/* UserError */.yo(`${shown} was made from ${result.context.headSha.slice(0, 10)}, but the run that this one follows is of ${measured.slice(0, 10)}`);
        }
        return {
            ...result,
            name: inputs.name,
            context: {
                serverUrl: event.serverUrl,
                repository: `${event.repository.owner}/${event.repository.name}`,
                headSha: event.headSha,
            },
        };
    }
    catch (error) {
        if (error instanceof report_error/* ReportError */.$)
            throw new errors/* UserError */.yo(`${shown}: ${error.message}`);
        throw error;
    }
}


/***/ })

};
