export const id = 0;
export const ids = [0];
export const modules = {

/***/ 2000:
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
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/result-schema.js
const MAX_TEXT = 8192;
const MAX_ITEMS = 200_000;
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
    oneOf(root.get("schema"), ["jessy-actions/bench-compare/v1"]);
    const rules = root.get("rules");
    const machine = root.get("machine");
    return {
        schema: "jessy-actions/bench-compare/v1",
        name: result_schema_text(root.get("name")),
        verdict: oneOf(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]),
        outcome: oneOf(root.get("outcome"), OUTCOMES),
        headline: result_schema_text(root.get("headline")),
        context: context(root.get("context")),
        machine: {
            cpu: result_schema_text(machine.get("cpu")),
            cores: machine.get("cores").number(),
            system: result_schema_text(machine.get("system")),
            load: machine.get("load").number(),
        },
        rules: {
            margin: rules.get("margin").number(),
            exactMargin: rules.get("exactMargin").number(),
            floor: rules.get("floor").number(),
            alpha: rules.get("alpha").number(),
            failOn: list(rules.get("failOn"), (each) => oneOf(each, ["regression", "missing", "inconclusive"])),
        },
        counts: counts(root.get("counts")),
        ...optional("geomean", root.get("geomean"), (value) => value.number()),
        comparisons: list(root.get("comparisons"), comparison),
        control: control(root.get("control")),
        ...optional("run", root.get("run"), run),
        ...optional("files", root.get("files"), (files) => ({
            base: side(files.get("base")),
            head: side(files.get("head")),
        })),
        ...optional("problem", root.get("problem"), problem),
        lowered: list(root.get("lowered"), (lowered) => ({
            input: result_schema_text(lowered.get("input")),
            asked: result_schema_text(lowered.get("asked")),
            enforced: result_schema_text(lowered.get("enforced")),
        })),
        ...optional("ignoredBy", root.get("ignoredBy"), result_schema_text),
        notes: list(root.get("notes"), result_schema_text),
    };
}
function context(value) {
    return {
        serverUrl: result_schema_text(value.get("serverUrl")),
        repository: result_schema_text(value.get("repository")),
        ...optional("base", value.get("base"), sha),
        head: sha(value.get("head")),
        pushed: sha(value.get("pushed")),
        reason: result_schema_text(value.get("reason")),
    };
}
function counts(value) {
    return Object.fromEntries(VERDICTS.map((verdict) => [verdict, value.get(verdict).number()]));
}
function comparison(value) {
    return {
        benchmark: result_schema_text(value.get("benchmark")),
        metric: metric(value.get("metric")),
        verdict: oneOf(value.get("verdict"), VERDICTS),
        ...optional("base", value.get("base"), (each) => each.number()),
        ...optional("head", value.get("head"), (each) => each.number()),
        ...unbounded("change", value, Number.POSITIVE_INFINITY),
        ...unbounded("low", value, Number.NEGATIVE_INFINITY),
        ...unbounded("high", value, Number.POSITIVE_INFINITY),
        ...unbounded("margin", value, Number.POSITIVE_INFINITY),
        ...unbounded("detectable", value, Number.POSITIVE_INFINITY),
        ...optional("samples", value.get("samples"), (each) => each.number()),
        ...optional("reason", value.get("reason"), result_schema_text),
    };
}
function metric(value) {
    return {
        name: result_schema_text(value.get("name")),
        unit: result_schema_text(value.get("unit")),
        better: oneOf(value.get("better"), ["lower", "higher", "none"]),
        judgement: oneOf(value.get("judgement"), ["timed", "exact", "shown"]),
    };
}
function control(value) {
    return {
        state: oneOf(value.get("state"), ["off", "steady", "moved"]),
        moved: list(value.get("moved"), comparison),
        ...optional("noise", value.get("noise"), (each) => each.number()),
    };
}
function run(value) {
    const time = value.get("time");
    return {
        commands: list(value.get("commands"), result_schema_text),
        rounds: value.get("rounds").number(),
        minRounds: value.get("minRounds").number(),
        maxRounds: value.get("maxRounds").number(),
        nullControl: result_schema_boolean(value.get("nullControl")),
        identical: value.get("identical").isMissing ? undefined : result_schema_boolean(value.get("identical")),
        time: {
            build: time.get("build").number(),
            measuring: time.get("measuring").number(),
            inBenchmarks: time.get("inBenchmarks").number(),
        },
        ranOutOfTime: result_schema_boolean(value.get("ranOutOfTime")),
        withheld: list(value.get("withheld"), result_schema_text),
    };
}
function side(value) {
    return { files: value.get("files").number(), runs: value.get("runs").number() };
}
function problem(value) {
    return {
        kind: oneOf(value.get("kind"), PROBLEMS),
        sentence: result_schema_text(value.get("sentence")),
        ...optional("output", value.get("output"), result_schema_text),
    };
}
/** JSON has no infinity: a field that is there and null is one. */
function unbounded(key, object, infinity) {
    const value = object.get(key);
    if (value.raw === undefined)
        return {};
    return { [key]: value.raw === null ? infinity : value.number() };
}
function optional(key, value, read) {
    return value.isMissing ? {} : { [key]: read(value) };
}
function list(value, read) {
    if (value.list().length > MAX_ITEMS)
        throw value.not(`a list of at most ${MAX_ITEMS} items`);
    return [...value.items()].map(read);
}
function oneOf(value, words) {
    const word = words.find((each) => each === value.raw);
    if (word === undefined)
        throw value.not(`one of ${words.join(", ")}`);
    return word;
}
function result_schema_text(value) {
    const string = value.text();
    if (string.length > MAX_TEXT)
        throw value.not(`a string of at most ${MAX_TEXT} characters`);
    return string;
}
function result_schema_boolean(value) {
    if (typeof value.raw !== "boolean")
        throw value.not("true or false");
    return value.raw;
}
function sha(value) {
    const string = value.text();
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(string))
        throw value.not("a commit");
    return string;
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


/***/ })

};
