export const id = 0;
export const ids = [0];
export const modules = {

/***/ 2000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectPublished: () => (/* binding */ collectPublished)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/published-result.js + 1 modules
var published_result = __webpack_require__(4277);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(5584);
// EXTERNAL MODULE: ./build/js/actions/bench-compare/src/judging/rules.js
var judging_rules = __webpack_require__(7900);
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
    "too-few-runs",
    ...PROBLEMS,
];
/**
 * Checks a result file field by field and drops fields it does not know. The published description is
 * docs/schema/bench-compare-result.v1.json.
 *
 * @throws ReportError naming the first field that is wrong.
 */
function validateResult(root) {
    (0,json_fields.oneOf)(root.get("schema"), ["jessy-actions/bench-compare/v1"]);
    const rules = root.get("rules");
    const machine = root.get("machine");
    return {
        schema: "jessy-actions/bench-compare/v1",
        name: (0,json_fields.text)(root.get("name")),
        verdict: (0,json_fields.oneOf)(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]),
        fails: (0,json_fields.boolean)(root.get("fails")),
        outcome: (0,json_fields.oneOf)(root.get("outcome"), OUTCOMES),
        headline: (0,json_fields.text)(root.get("headline")),
        context: context(root.get("context")),
        machine: {
            cpu: (0,json_fields.text)(machine.get("cpu")),
            cores: machine.get("cores").number(),
            system: (0,json_fields.text)(machine.get("system")),
            load: machine.get("load").number(),
        },
        rules: {
            margin: rules.get("margin").number(),
            exactMargin: rules.get("exactMargin").number(),
            floor: rules.get("floor").number(),
            alpha: rules.get("alpha").number(),
            failOn: (0,json_fields.list)(rules.get("failOn"), (each) => (0,json_fields.oneOf)(each, judging_rules/* FAILURES */.E)),
            onMissingBase: (0,json_fields.oneOf)(rules.get("onMissingBase"), ["fail", "warn"]),
            ...(0,json_fields.optional)("onTooFewRuns", rules.get("onTooFewRuns"), (value) => (0,json_fields.oneOf)(value, ["fail", "warn"])),
        },
        counts: counts(root.get("counts")),
        ...(0,json_fields.optional)("geomean", root.get("geomean"), json_fields.number),
        comparisons: (0,json_fields.list)(root.get("comparisons"), comparison),
        ...(0,json_fields.optional)("suite", root.get("suite"), suite),
        control: control(root.get("control")),
        ...(0,json_fields.optional)("run", root.get("run"), run),
        ...(0,json_fields.optional)("files", root.get("files"), (files) => ({
            base: side(files.get("base")),
            head: side(files.get("head")),
        })),
        ...(0,json_fields.optional)("problem", root.get("problem"), problem),
        ...(0,json_fields.optional)("trend", root.get("trend"), (trend) => (0,json_fields.list)(trend, (point) => ({ sha: (0,json_fields.sha)(point.get("sha")), index: point.get("index").number() }))),
        lowered: (0,json_fields.list)(root.get("lowered"), (lowered) => ({
            input: (0,json_fields.text)(lowered.get("input")),
            asked: (0,json_fields.text)(lowered.get("asked")),
            enforced: (0,json_fields.text)(lowered.get("enforced")),
        })),
        ...(0,json_fields.optional)("ignoredBy", root.get("ignoredBy"), json_fields.text),
        notes: (0,json_fields.list)(root.get("notes"), json_fields.text),
    };
}
function context(value) {
    return {
        serverUrl: (0,json_fields.text)(value.get("serverUrl")),
        repository: (0,json_fields.text)(value.get("repository")),
        ...(0,json_fields.optional)("base", value.get("base"), json_fields.sha),
        head: (0,json_fields.sha)(value.get("head")),
        pushed: (0,json_fields.sha)(value.get("pushed")),
        reason: (0,json_fields.text)(value.get("reason")),
    };
}
function counts(value) {
    return Object.fromEntries(VERDICTS.map((verdict) => [verdict, value.get(verdict).number()]));
}
function comparison(value) {
    return {
        benchmark: (0,json_fields.text)(value.get("benchmark")),
        metric: metric(value.get("metric")),
        verdict: (0,json_fields.oneOf)(value.get("verdict"), VERDICTS),
        ...(0,json_fields.optional)("base", value.get("base"), json_fields.number),
        ...(0,json_fields.optional)("head", value.get("head"), json_fields.number),
        ...judged(value),
    };
}
function suite(value) {
    return {
        verdict: (0,json_fields.oneOf)(value.get("verdict"), VERDICTS),
        metrics: value.get("metrics").number(),
        ...judged(value),
    };
}
/** What a comparison and the suite have in common. */
function judged(value) {
    return {
        ...unbounded("change", value, Number.POSITIVE_INFINITY),
        ...unbounded("low", value, Number.NEGATIVE_INFINITY),
        ...unbounded("high", value, Number.POSITIVE_INFINITY),
        ...unbounded("margin", value, Number.POSITIVE_INFINITY),
        ...unbounded("detectable", value, Number.POSITIVE_INFINITY),
        ...(0,json_fields.optional)("samples", value.get("samples"), json_fields.number),
        ...(0,json_fields.optional)("needed", value.get("needed"), json_fields.number),
        ...(0,json_fields.optional)("secondDraw", value.get("secondDraw"), (draw) => ({
            outcome: (0,json_fields.oneOf)(draw.get("outcome"), ["confirmed", "not-confirmed", "unfinished", "none"]),
            rounds: draw.get("rounds").number(),
            ...unbounded("change", draw, Number.POSITIVE_INFINITY),
        })),
        ...(0,json_fields.optional)("reason", value.get("reason"), json_fields.text),
    };
}
function metric(value) {
    return {
        name: (0,json_fields.text)(value.get("name")),
        unit: (0,json_fields.text)(value.get("unit")),
        better: (0,json_fields.oneOf)(value.get("better"), ["lower", "higher", "none"]),
        judgement: (0,json_fields.oneOf)(value.get("judgement"), ["timed", "exact", "shown"]),
    };
}
function control(value) {
    return {
        state: (0,json_fields.oneOf)(value.get("state"), ["off", "steady", "moved"]),
        moved: (0,json_fields.list)(value.get("moved"), comparison),
        ...(0,json_fields.optional)("noise", value.get("noise"), json_fields.number),
    };
}
function run(value) {
    const time = value.get("time");
    return {
        commands: (0,json_fields.list)(value.get("commands"), json_fields.text),
        rounds: value.get("rounds").number(),
        minRounds: value.get("minRounds").number(),
        maxRounds: value.get("maxRounds").number(),
        nullControl: (0,json_fields.boolean)(value.get("nullControl")),
        ...(0,json_fields.optional)("schedule", value.get("schedule"), (schedule) => ({
            design: (0,json_fields.oneOf)(schedule.get("design"), ["shuffled"]),
            orders: (0,json_fields.list)(schedule.get("orders"), json_fields.text),
        })),
        identical: value.get("identical").isMissing ? undefined : (0,json_fields.boolean)(value.get("identical")),
        time: {
            build: time.get("build").number(),
            measuring: time.get("measuring").number(),
            inBenchmarks: time.get("inBenchmarks").number(),
        },
        ranOutOfTime: (0,json_fields.boolean)(value.get("ranOutOfTime")),
        withheld: (0,json_fields.list)(value.get("withheld"), json_fields.text),
    };
}
function side(value) {
    return { files: value.get("files").number(), runs: value.get("runs").number() };
}
function problem(value) {
    return {
        kind: (0,json_fields.oneOf)(value.get("kind"), PROBLEMS),
        sentence: (0,json_fields.text)(value.get("sentence")),
        ...(0,json_fields.optional)("output", value.get("output"), json_fields.text),
    };
}
/** JSON has no infinity: a field that is present and null stands for one. */
function unbounded(key, object, infinity) {
    const value = object.get(key);
    if (value.raw === undefined)
        return {};
    return { [key]: value.raw === null ? infinity : value.number() };
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/published-result.js


const FORMAT = {
    // The result of 10,000 benchmarks takes about five megabytes.
    maxBytes: 20_000_000,
    validate: validateResult,
    measuredSha: (result) => result.context.pushed,
};
/** The result of another run. Its context is replaced by what this run knows, and `evaluate` decides again from its numbers. @throws UserError */
async function collectPublished(path, name, io) {
    const { result, context } = await (0,published_result.readPublishedResult)(path, FORMAT, io);
    const { headSha, ...about } = context;
    io.log.debug(`Publishing ${path}: ${result.comparisons.length} comparisons of ${result.context.pushed}`);
    return { kind: "published", result: { ...result, name, context: { ...result.context, ...about } } };
}


/***/ })

};
