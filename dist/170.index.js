export const id = 170;
export const ids = [170];
export const modules = {

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPublishedResult: () => (/* binding */ readPublishedResult)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/artifact.js
var artifact = __webpack_require__(8288);
// EXTERNAL MODULE: ./build/js/packages/kit/src/errors.js
var errors = __webpack_require__(4977);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/coverage/src/model.js
var model = __webpack_require__(2541);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(5584);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/result-schema.js


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
    (0,json_fields/* oneOf */.yL)(root.get("schema"), ["jessy-actions/coverage-gate/v1"]);
    return {
        schema: "jessy-actions/coverage-gate/v1",
        name: (0,json_fields/* text */.Qq)(root.get("name")),
        verdict: (0,json_fields/* oneOf */.yL)(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]),
        headline: (0,json_fields/* text */.Qq)(root.get("headline")),
        context: {
            serverUrl: (0,json_fields/* text */.Qq)(root.get("context").get("serverUrl")),
            repository: (0,json_fields/* text */.Qq)(root.get("context").get("repository")),
            headSha: (0,json_fields/* sha */.hW)(root.get("context").get("headSha")),
        },
        gates: (0,json_fields/* list */.p_)(root.get("gates"), gate),
        total: totals(root.get("total")),
        ...(0,json_fields/* optional */.lq)("base", root.get("base"), totals),
        baseline: baseline(root.get("baseline")),
        patch: patch(root.get("patch")),
        ...(0,json_fields/* optional */.lq)("movement", root.get("movement"), movement),
        components: (0,json_fields/* list */.p_)(root.get("components"), component),
        filesBelowMinimum: (0,json_fields/* list */.p_)(root.get("filesBelowMinimum"), (file) => ({
            path: (0,json_fields/* text */.Qq)(file.get("path")),
            lines: ratio(file.get("lines")),
        })),
        reports: (0,json_fields/* list */.p_)(root.get("reports"), reportRead),
        notes: (0,json_fields/* list */.p_)(root.get("notes"), (note) => ({ level: (0,json_fields/* oneOf */.yL)(note.get("level"), ["note", "warning"]), text: (0,json_fields/* text */.Qq)(note.get("text")) })),
        loweredGates: (0,json_fields/* list */.p_)(root.get("loweredGates"), (lowered) => ({
            input: (0,json_fields/* text */.Qq)(lowered.get("input")),
            asked: (0,json_fields/* text */.Qq)(lowered.get("asked")),
            enforced: (0,json_fields/* text */.Qq)(lowered.get("enforced")),
        })),
    };
}
function gate(value) {
    return {
        kind: (0,json_fields/* oneOf */.yL)(value.get("kind"), GATE_KINDS),
        ...(0,json_fields/* optional */.lq)("component", value.get("component"), json_fields/* text */.Qq),
        verdict: (0,json_fields/* oneOf */.yL)(value.get("verdict"), ["pass", "fail", "skipped"]),
        threshold: (0,json_fields/* text */.Qq)(value.get("threshold")),
        ...(0,json_fields/* optional */.lq)("measured", value.get("measured"), ratio),
        sentence: (0,json_fields/* text */.Qq)(value.get("sentence")),
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
    const state = (0,json_fields/* oneOf */.yL)(value.get("state"), ["exact", "ancestor", "file", "missing", "off"]);
    if (state === "file")
        return { state, file: (0,json_fields/* text */.Qq)(value.get("file")) };
    const reason = (0,json_fields/* text */.Qq)(value.get("reason"));
    if (state === "missing" || state === "off")
        return { state, reason };
    return { state, sha: (0,json_fields/* sha */.hW)(value.get("sha")), distance: (0,json_fields/* whole */.WQ)(value.get("distance")), reason };
}
function patch(value) {
    return {
        ...(0,json_fields/* optional */.lq)("lines", value.get("lines"), ratio),
        ...(0,json_fields/* optional */.lq)("branches", value.get("branches"), ratio),
        ...(0,json_fields/* optional */.lq)("reason", value.get("reason"), json_fields/* text */.Qq),
        ...(0,json_fields/* optional */.lq)("base", value.get("base"), json_fields/* sha */.hW),
        files: (0,json_fields/* list */.p_)(value.get("files"), patchFile),
        unmeasured: (0,json_fields/* list */.p_)(value.get("unmeasured"), json_fields/* text */.Qq),
    };
}
function patchFile(value) {
    return {
        path: (0,json_fields/* text */.Qq)(value.get("path")),
        lines: ratio(value.get("lines")),
        branches: ratio(value.get("branches")),
        missing: (0,json_fields/* list */.p_)(value.get("missing"), range),
        partial: (0,json_fields/* list */.p_)(value.get("partial"), range),
    };
}
function movement(value) {
    return {
        parts: (0,json_fields/* list */.p_)(value.get("parts"), (part) => ({
            cause: (0,json_fields/* oneOf */.yL)(part.get("cause"), CAUSES),
            covered: (0,json_fields/* integer */.nd)(part.get("covered")),
            total: (0,json_fields/* integer */.nd)(part.get("total")),
            files: (0,json_fields/* whole */.WQ)(part.get("files")),
        })),
        indirect: (0,json_fields/* list */.p_)(value.get("indirect"), (change) => ({
            path: (0,json_fields/* text */.Qq)(change.get("path")),
            newlyCovered: (0,json_fields/* whole */.WQ)(change.get("newlyCovered")),
            noLongerCovered: (0,json_fields/* list */.p_)(change.get("noLongerCovered"), range),
        })),
    };
}
function component(value) {
    return {
        name: (0,json_fields/* text */.Qq)(value.get("name")),
        total: totals(value.get("total")),
        ...(0,json_fields/* optional */.lq)("base", value.get("base"), totals),
        ...(0,json_fields/* optional */.lq)("patch", value.get("patch"), ratio),
    };
}
function reportRead(value) {
    return {
        file: (0,json_fields/* text */.Qq)(value.get("file")),
        format: (0,json_fields/* oneOf */.yL)(value.get("format"), model/* FORMATS */.hR),
        bytes: (0,json_fields/* whole */.WQ)(value.get("bytes")),
        files: (0,json_fields/* whole */.WQ)(value.get("files")),
        lines: ratio(value.get("lines")),
    };
}
function range(value) {
    const [first, last, ...rest] = [...value.items()].map(json_fields/* whole */.WQ);
    if (first === undefined || last === undefined || rest.length > 0 || first < 1 || last < first)
        throw value.not("a first and a last line");
    return [first, last];
}
function ratio(value) {
    const covered = (0,json_fields/* whole */.WQ)(value.get("covered"));
    const total = (0,json_fields/* whole */.WQ)(value.get("total"));
    if (covered > total)
        throw value.not("a part of a whole");
    return { covered, total };
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
    const bytes = (0,artifact/* readArtifactFile */.v)(path, shown, MAX_BYTES);
    try {
        const result = validateResult((0,json/* parseJson */.q)([bytes]));
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


/***/ }),

/***/ 8288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readArtifactFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4977);


/**
 * A file out of another run's artifact, whole. Anybody can make one: a link in it could lead to a secret of this privileged run, and a file without end
 * would fill the memory.
 *
 * @param shown how messages call it.
 * @throws UserError when it is not there, no regular file, or too large.
 */
function readArtifactFile(path, shown, maxBytes) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${shown} is not there; download the artifact with the result file first`);
    if (!stat.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${shown} is no regular file`);
    if (stat.size > maxBytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${shown} has ${stat.size} bytes, more than a result has`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
}


/***/ }),

/***/ 5584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   hW: () => (/* binding */ sha),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/**
 * Fields of JSON that anybody may have written (a result file out of an artifact): each reads one value and throws a ReportError that names its
 * place when it is not as it should be.
 */
const MAX_TEXT_CHARACTERS = 4096;
const MAX_ITEMS = 200_000;
function list(value, read) {
    if (value.list().length > MAX_ITEMS)
        throw value.not(`a list of at most ${MAX_ITEMS} items`);
    return [...value.items()].map(read);
}
function text(value) {
    const read = value.text();
    if (read.length > MAX_TEXT_CHARACTERS)
        throw value.not(`a text of at most ${MAX_TEXT_CHARACTERS} characters`);
    return read;
}
/** A commit, by SHA-1 or SHA-256. */
function sha(value) {
    const read = value.text();
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(read))
        throw value.not("a commit");
    return read;
}
function boolean(value) {
    if (typeof value.raw !== "boolean")
        throw value.not("true or false");
    return value.raw;
}
function number(value) {
    return value.number();
}
/** From 0. */
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
/** An object with the field, or without it when it is missing: for spreading. */
function optional(key, value, read) {
    return value.isMissing ? {} : { [key]: read(value) };
}


/***/ })

};
