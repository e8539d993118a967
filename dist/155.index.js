export const id = 155;
export const ids = [155];
export const modules = {

/***/ 9155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectPublished: () => (/* binding */ collectPublished)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/published-result.js
var published_result = __webpack_require__(2683);
// EXTERNAL MODULE: ./build/js/actions/bench-compare/src/labels.js
var labels = __webpack_require__(6085);
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
        comparisons: (0,json_fields.list)(root.get("comparisons"), comparison),
        ...(0,json_fields.optional)("suite", root.get("suite"), suite),
        control: control(root.get("control")),
        ...(0,json_fields.optional)("run", root.get("run"), run),
        ...(0,json_fields.optional)("files", root.get("files"), (files) => ({
            base: side(files.get("base")),
            head: side(files.get("head")),
        })),
        ...(0,json_fields.optional)("problem", root.get("problem"), problem),
        ...(0,json_fields.optional)("unjudged", root.get("unjudged"), unjudged),
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
function unjudged(value) {
    return {
        cause: (0,json_fields.oneOf)(value.get("cause"), ["history-unavailable", "history-unreadable"]),
        ...(0,json_fields.optional)("input", value.get("input"), (input) => (0,json_fields.oneOf)(input, ["on-unreadable-history"])),
        allowed: (0,json_fields.boolean)(value.get("allowed")),
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
            outcome: (0,json_fields.oneOf)(draw.get("outcome"), ["confirmed", "refuted", "not-confirmed", "unfinished", "none"]),
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

// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/actions/bench-compare/src/judging/counts.js
var judging_counts = __webpack_require__(5075);
;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/published/consistency.js


/** A number just on the margin has reached it: 5 % by way of logarithms is 4.999999999999992 %. */
const ROUNDING = 1e-9;
/**
 * A result says several of its numbers more than once. One whose numbers contradict each other was not made by this
 * action, and is refused as a whole: nobody could say which of them is right.
 *
 * @returns the same result. @throws ReportError naming the place.
 */
function consistentNumbers(result) {
    const { comparisons, control } = result;
    const keys = comparisons.map(({ benchmark, metric }) => JSON.stringify([benchmark, metric.name]));
    if (new Set(keys).size < keys.length)
        throw contradiction("two of `comparisons` are of one metric");
    for (const [at, comparison] of comparisons.entries())
        checkComparison(comparison, `comparisons[${at}]`);
    const counted = (0,judging_counts/* countVerdicts */.q)(comparisons);
    for (const [verdict, count] of Object.entries(result.counts)) {
        const found = counted[verdict];
        if (count !== found)
            throw contradiction(`\`counts.${verdict}\` is ${count}, and \`comparisons\` has ${found}`);
    }
    if ((control.state === "moved") !== control.moved.length > 0)
        throw contradiction(`\`control.state\` is ${control.state}, and \`control.moved\` has ${control.moved.length}`);
    for (const [at, comparison] of control.moved.entries()) {
        checkComparison(comparison, `control.moved[${at}]`);
        if (comparison.verdict !== "regressed" && comparison.verdict !== "improved")
            throw contradiction(`\`control.moved[${at}]\` has not moved`);
    }
    checkSuite(result);
    checkAmounts(result);
    return result;
}
function checkComparison({ verdict, metric, base, head, change, low, high, margin }, place) {
    for (const [name, value] of Object.entries({ base, head, margin })) {
        if (value !== undefined && !(value >= 0))
            throw contradiction(`\`${place}.${name}\` is below 0`);
    }
    checkInterval({ change, low, high }, place);
    if (verdict === "new" && (head === undefined || base !== undefined))
        throw contradiction(`\`${place}\` is not new`);
    if (verdict === "missing" && (base === undefined || head !== undefined))
        throw contradiction(`\`${place}\` is not missing`);
    if (!["regressed", "improved", "ok", "inconclusive"].includes(verdict))
        return;
    if (metric.better === "none" || metric.judgement === "shown")
        throw contradiction(`\`${place}\` is judged, and its metric has no direction`);
    if (base === undefined || head === undefined)
        throw contradiction(`\`${place}\` is judged, and has no numbers`);
    checkVerdict({ verdict, change, low, high, margin }, metric.better === "higher" ? "higher" : "lower", place);
}
function checkInterval({ change, low, high }, place) {
    if ((low !== undefined && low > (change ?? low)) || (high !== undefined && high < (change ?? high)))
        throw contradiction(`\`${place}.change\` is not between \`low\` and \`high\``);
}
/** The suite is judged like a metric of which less is better. */
function checkSuite({ suite, comparisons }) {
    if (suite === undefined)
        return;
    const noisy = comparisons.filter(({ metric }) => metric.judgement === "timed").length;
    if (!(suite.metrics >= 2 && suite.metrics <= noisy))
        throw contradiction(`\`suite.metrics\` is ${suite.metrics}, and \`comparisons\` has ${noisy} that vary`);
    checkInterval(suite, "suite");
    if (["regressed", "improved", "ok", "inconclusive"].includes(suite.verdict))
        checkVerdict(suite, "lower", "suite");
}
function checkVerdict({ verdict, change, low, high, margin }, better, place) {
    if (change === undefined || margin === undefined)
        throw contradiction(`\`${place}\` is judged, and has no numbers`);
    const worse = (fraction) => (better === "higher" ? -fraction : fraction);
    const isWorse = worse(change) >= margin - ROUNDING;
    const isBetter = -worse(change) >= margin - ROUNDING;
    // The end of the interval that is next to no change at all.
    const nearest = better === "higher" ? high : low;
    const isCertainlyWorse = nearest !== undefined && worse(nearest) > margin + ROUNDING;
    if (verdict === "regressed" && !isWorse)
        throw contradiction(`\`${place}\` regressed by less than its margin`);
    if (verdict === "improved" && !isBetter)
        throw contradiction(`\`${place}\` improved by less than its margin`);
    // An exact metric that is just on its tolerance is within it.
    if (verdict === "ok" && worse(change) > margin + ROUNDING)
        throw contradiction(`\`${place}\` is ok, and worse by its margin`);
    if (verdict === "inconclusive" && isCertainlyWorse)
        throw contradiction(`\`${place}\` is inconclusive, and its interval lies beyond the margin`);
}
function checkAmounts({ run, files, machine }) {
    const amounts = {
        "machine.cores": machine.cores,
        "machine.load": machine.load,
        "run.rounds": run?.rounds,
        "run.minRounds": run?.minRounds,
        "run.maxRounds": run?.maxRounds,
        "run.time.build": run?.time.build,
        "run.time.measuring": run?.time.measuring,
        "run.time.inBenchmarks": run?.time.inBenchmarks,
        "files.base.runs": files?.base.runs,
        "files.head.runs": files?.head.runs,
    };
    for (const [place, amount] of Object.entries(amounts)) {
        if (amount !== undefined && !(amount >= 0))
            throw contradiction(`\`${place}\` is below 0`);
    }
    if (run !== undefined && run.rounds > run.maxRounds)
        throw contradiction(`\`run.rounds\` is ${run.rounds}, more than \`run.maxRounds\`, ${run.maxRounds}`);
}
function contradiction(what) {
    return new report_error.ReportError(`its numbers contradict each other: ${what}`);
}

;// CONCATENATED MODULE: ./build/js/actions/bench-compare/src/published/published-result.js




const FORMAT = {
    // The result of 10,000 benchmarks takes about five megabytes.
    maxBytes: 20_000_000,
    validate: (root) => consistentNumbers(validateResult(root)),
    measuredSha: (result) => result.context.pushed,
};
/**
 * The result of another run. Its context is replaced by what this run knows, and labels are asked from GitHub;
 * `evaluate` decides again from its numbers.
 *
 * @throws UserError when the file is missing, damaged, contradicts itself, or is of another commit than the run that this
 * one follows.
 */
async function collectPublished(path, inputs, io) {
    const { result, context } = await (0,published_result.readPublishedResult)(path, FORMAT, io);
    const { headSha, ...about } = context;
    io.log.debug(`Publishing ${path}: ${result.comparisons.length} comparisons of ${result.context.pushed}`);
    return {
        kind: "published",
        result: { ...result, name: inputs.name, context: { ...result.context, ...about } },
        labels: await (0,labels/* readLabels */.k)(inputs, io),
    };
}


/***/ })

};
