export const id = 0;
export const ids = [0];
export const modules = {

/***/ 2000:
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
// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(5584);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/result-schema.js

const VERDICTS = ["regressed", "improved", "ok", "inconclusive", "new", "missing", "broken", "shown"];
const PROBLEMS = [
    "no-benchmarks",
    "base-missing",
    "base-build-failed",
    "head-build-failed",
    "base-crashed",
    "head-crashed",
    "base-hung",
    "head-hung",
    "base-unreadable",
    "head-unreadable",
    "out-of-time",
];
const OUTCOMES = [
    "compared",
    "identical",
    "contaminated",
    "nothing-compared",
    "broken-benchmarks",
    ...PROBLEMS,
];
/**
 * A result as plain data, checked field by field; fields that nobody knows are left out. The published description is
 * docs/schema/bench-compare-result.v1.json.
 *
 * @throws ReportError naming the first field that is not as it should be.
 */
function validateResult(root) {
    (0,json_fields/* oneOf */.yL)(root.get("schema"), ["jessy-actions/bench-compare/v1"]);
    const rules = root.get("rules");
    const machine = root.get("machine");
    return {
        schema: "jessy-actions/bench-compare/v1",
        name: (0,json_fields/* text */.Qq)(root.get("name")),
        verdict: (0,json_fields/* oneOf */.yL)(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]),
        outcome: (0,json_fields/* oneOf */.yL)(root.get("outcome"), OUTCOMES),
        headline: (0,json_fields/* text */.Qq)(root.get("headline")),
        context: context(root.get("context")),
        machine: {
            cpu: (0,json_fields/* text */.Qq)(machine.get("cpu")),
            cores: machine.get("cores").number(),
            system: (0,json_fields/* text */.Qq)(machine.get("system")),
            load: machine.get("load").number(),
        },
        rules: {
            margin: rules.get("margin").number(),
            exactMargin: rules.get("exactMargin").number(),
            floor: rules.get("floor").number(),
            alpha: rules.get("alpha").number(),
            failOn: (0,json_fields/* list */.p_)(rules.get("failOn"), (each) => (0,json_fields/* oneOf */.yL)(each, ["regression", "missing", "inconclusive"])),
        },
        counts: counts(root.get("counts")),
        ...(0,json_fields/* optional */.lq)("geomean", root.get("geomean"), json_fields/* number */.ai),
        comparisons: (0,json_fields/* list */.p_)(root.get("comparisons"), comparison),
        control: control(root.get("control")),
        ...(0,json_fields/* optional */.lq)("run", root.get("run"), run),
        ...(0,json_fields/* optional */.lq)("files", root.get("files"), (files) => ({
            base: side(files.get("base")),
            head: side(files.get("head")),
        })),
        ...(0,json_fields/* optional */.lq)("problem", root.get("problem"), problem),
        lowered: (0,json_fields/* list */.p_)(root.get("lowered"), (lowered) => ({
            input: (0,json_fields/* text */.Qq)(lowered.get("input")),
            asked: (0,json_fields/* text */.Qq)(lowered.get("asked")),
            enforced: (0,json_fields/* text */.Qq)(lowered.get("enforced")),
        })),
        ...(0,json_fields/* optional */.lq)("ignoredBy", root.get("ignoredBy"), json_fields/* text */.Qq),
        notes: (0,json_fields/* list */.p_)(root.get("notes"), json_fields/* text */.Qq),
    };
}
function context(value) {
    return {
        serverUrl: (0,json_fields/* text */.Qq)(value.get("serverUrl")),
        repository: (0,json_fields/* text */.Qq)(value.get("repository")),
        ...(0,json_fields/* optional */.lq)("base", value.get("base"), json_fields/* sha */.hW),
        head: (0,json_fields/* sha */.hW)(value.get("head")),
        pushed: (0,json_fields/* sha */.hW)(value.get("pushed")),
        reason: (0,json_fields/* text */.Qq)(value.get("reason")),
    };
}
function counts(value) {
    return Object.fromEntries(VERDICTS.map((verdict) => [verdict, value.get(verdict).number()]));
}
function comparison(value) {
    return {
        benchmark: (0,json_fields/* text */.Qq)(value.get("benchmark")),
        metric: metric(value.get("metric")),
        verdict: (0,json_fields/* oneOf */.yL)(value.get("verdict"), VERDICTS),
        ...(0,json_fields/* optional */.lq)("base", value.get("base"), json_fields/* number */.ai),
        ...(0,json_fields/* optional */.lq)("head", value.get("head"), json_fields/* number */.ai),
        ...unbounded("change", value, Number.POSITIVE_INFINITY),
        ...unbounded("low", value, Number.NEGATIVE_INFINITY),
        ...unbounded("high", value, Number.POSITIVE_INFINITY),
        ...unbounded("margin", value, Number.POSITIVE_INFINITY),
        ...unbounded("detectable", value, Number.POSITIVE_INFINITY),
        ...(0,json_fields/* optional */.lq)("samples", value.get("samples"), json_fields/* number */.ai),
        ...(0,json_fields/* optional */.lq)("reason", value.get("reason"), json_fields/* text */.Qq),
    };
}
function metric(value) {
    return {
        name: (0,json_fields/* text */.Qq)(value.get("name")),
        unit: (0,json_fields/* text */.Qq)(value.get("unit")),
        better: (0,json_fields/* oneOf */.yL)(value.get("better"), ["lower", "higher", "none"]),
        judgement: (0,json_fields/* oneOf */.yL)(value.get("judgement"), ["timed", "exact", "shown"]),
    };
}
function control(value) {
    return {
        state: (0,json_fields/* oneOf */.yL)(value.get("state"), ["off", "steady", "moved"]),
        moved: (0,json_fields/* list */.p_)(value.get("moved"), comparison),
        ...(0,json_fields/* optional */.lq)("noise", value.get("noise"), json_fields/* number */.ai),
    };
}
function run(value) {
    const time = value.get("time");
    return {
        commands: (0,json_fields/* list */.p_)(value.get("commands"), json_fields/* text */.Qq),
        rounds: value.get("rounds").number(),
        minRounds: value.get("minRounds").number(),
        maxRounds: value.get("maxRounds").number(),
        nullControl: (0,json_fields/* boolean */.zM)(value.get("nullControl")),
        identical: value.get("identical").isMissing ? undefined : (0,json_fields/* boolean */.zM)(value.get("identical")),
        time: {
            build: time.get("build").number(),
            measuring: time.get("measuring").number(),
            inBenchmarks: time.get("inBenchmarks").number(),
        },
        ranOutOfTime: (0,json_fields/* boolean */.zM)(value.get("ranOutOfTime")),
        withheld: (0,json_fields/* list */.p_)(value.get("withheld"), json_fields/* text */.Qq),
    };
}
function side(value) {
    return { files: value.get("files").number(), runs: value.get("runs").number() };
}
function problem(value) {
    return {
        kind: (0,json_fields/* oneOf */.yL)(value.get("kind"), PROBLEMS),
        sentence: (0,json_fields/* text */.Qq)(value.get("sentence")),
        ...(0,json_fields/* optional */.lq)("output", value.get("output"), json_fields/* text */.Qq),
    };
}
/** JSON has no infinity: a field that is there and null is one. */
function unbounded(key, object, infinity) {
    const value = object.get(key);
    if (value.raw === undefined)
        return {};
    return { [key]: value.raw === null ? infinity : value.number() };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/published-result.js





/** A result of 10,000 benchmarks has about five megabytes. */
const MAX_BYTES = 20_000_000;
/**
 * Another run's result, for the privileged `workflow_run` half. It comes from a pull request that anybody can open, so nothing in it is
 * believed but its numbers and names, which are escaped where they are shown: its shape is checked field by field, and what it says
 * of repository, commit and pull request is replaced by what the event says.
 *
 * @throws UserError naming what is wrong with the file.
 */
function readPublishedResult(path, name, event) {
    const shown = `input \`publish-result\`: ${path}`;
    const bytes = (0,artifact/* readArtifactFile */.v)(path, shown, MAX_BYTES);
    try {
        const result = validateResult((0,json/* parseJson */.q)([bytes]));
        const measured = event.followedRun?.headSha;
        if (measured !== undefined && result.context.pushed !== measured) {
            throw new errors/* UserError */.yo(`${shown} was made from ${result.context.pushed.slice(0, 10)}, but the run that this one follows is of ${measured.slice(0, 10)}`);
        }
        const { owner, name: repository } = event.repository;
        return {
            ...result,
            name,
            context: { ...result.context, serverUrl: event.serverUrl, repository: `${owner}/${repository}` },
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
