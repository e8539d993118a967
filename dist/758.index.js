export const id = 758;
export const ids = [758];
export const modules = {

/***/ 9377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectPublished: () => (/* binding */ collectPublished)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/published-result.js
var published_result = __webpack_require__(2683);
// EXTERNAL MODULE: ./build/js/packages/coverage/src/model.js
var model = __webpack_require__(2541);
// EXTERNAL MODULE: ./build/js/packages/reading/src/decimal.js
var decimal = __webpack_require__(4127);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json-fields.js
var json_fields = __webpack_require__(5584);
// EXTERNAL MODULE: ./build/js/actions/coverage-gate/src/scope.js + 1 modules
var scope = __webpack_require__(9907);
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
    "rules",
];
const UNJUDGED_CAUSES = [
    "no-base",
    "no-baseline",
    "baseline-unavailable",
    "baseline-unreadable",
    "nothing-measured",
    "scope-unusable",
];
const ALLOWING_INPUTS = [
    "on-missing-base",
    "on-missing-baseline",
    "on-unreadable-baseline",
    "on-changed-scope",
];
const CAUSES = ["added", "removed", "newly-covered", "no-longer-covered", "joined", "left", "remeasured"];
/**
 * A result as plain data, checked field by field; unknown fields are left out. The published description is
 * docs/schema/coverage-gate-result.v1.json.
 *
 * @throws ReportError naming the first field that is wrong.
 */
function validateResult(root) {
    (0,json_fields.oneOf)(root.get("schema"), ["jessy-actions/coverage-gate/v1"]);
    const verdict = (0,json_fields.oneOf)(root.get("verdict"), ["pass", "fail", "inconclusive", "broken"]);
    return {
        schema: "jessy-actions/coverage-gate/v1",
        name: (0,json_fields.text)(root.get("name")),
        verdict,
        // Files from before this field was there.
        fails: root.get("fails").isMissing ? verdict !== "pass" : (0,json_fields.boolean)(root.get("fails")),
        headline: (0,json_fields.text)(root.get("headline")),
        context: {
            serverUrl: (0,json_fields.text)(root.get("context").get("serverUrl")),
            repository: (0,json_fields.text)(root.get("context").get("repository")),
            headSha: (0,json_fields.sha)(root.get("context").get("headSha")),
        },
        gates: (0,json_fields.list)(root.get("gates"), gate),
        total: totals(root.get("total")),
        ...(0,json_fields.optional)("base", root.get("base"), totals),
        baseline: baseline(root.get("baseline")),
        patch: patch(root.get("patch")),
        ...(0,json_fields.optional)("movement", root.get("movement"), movement),
        ...(0,json_fields.optional)("fileChanges", root.get("fileChanges"), fileChanges),
        components: (0,json_fields.list)(root.get("components"), component),
        filesBelowMinimum: (0,json_fields.list)(root.get("filesBelowMinimum"), fileLines),
        ...(0,json_fields.optional)("mostUncovered", root.get("mostUncovered"), (files) => (0,json_fields.list)(files, fileLines)),
        reports: (0,json_fields.list)(root.get("reports"), reportRead),
        notes: (0,json_fields.list)(root.get("notes"), (note) => ({ level: (0,json_fields.oneOf)(note.get("level"), ["note", "warning"]), text: (0,json_fields.text)(note.get("text")) })),
        loweredGates: (0,json_fields.list)(root.get("loweredGates"), (lowered) => ({
            input: (0,json_fields.text)(lowered.get("input")),
            asked: (0,json_fields.text)(lowered.get("asked")),
            enforced: (0,json_fields.text)(lowered.get("enforced")),
        })),
    };
}
function gate(value) {
    return {
        kind: (0,json_fields.oneOf)(value.get("kind"), GATE_KINDS),
        ...(0,json_fields.optional)("component", value.get("component"), json_fields.text),
        ...(0,json_fields.optional)("scope", value.get("scope"), gateScope),
        verdict: (0,json_fields.oneOf)(value.get("verdict"), ["pass", "fail", "skipped"]),
        threshold: threshold(value.get("threshold")),
        ...(0,json_fields.optional)("measured", value.get("measured"), ratio),
        ...(0,json_fields.optional)("base", value.get("base"), ratio),
        ...(0,json_fields.optional)("unjudged", value.get("unjudged"), unjudged),
        sentence: (0,json_fields.text)(value.get("sentence")),
    };
}
function gateScope(value) {
    const inputs = (0,json_fields.list)(value.get("inputs"), (input) => (0,json_fields.oneOf)(input, scope/* SCOPE_INPUTS */.pQ));
    if (inputs.length === 0 || new Set(inputs).size < inputs.length)
        throw value.get("inputs").not("a list of inputs, each once");
    return { inputs, allowed: (0,json_fields.boolean)(value.get("allowed")) };
}
function unjudged(value) {
    return {
        cause: (0,json_fields.oneOf)(value.get("cause"), UNJUDGED_CAUSES),
        ...(0,json_fields.optional)("input", value.get("input"), (input) => (0,json_fields.oneOf)(input, ALLOWING_INPUTS)),
        allowed: (0,json_fields.boolean)(value.get("allowed")),
    };
}
function threshold(value) {
    const read = (0,json_fields.text)(value);
    if ((0,decimal/* parseDecimal */.$)(read) === undefined)
        throw value.not("a decimal number");
    return read;
}
function totals(value) {
    return {
        lines: ratio(value.get("lines")),
        branches: ratio(value.get("branches")),
        functions: ratio(value.get("functions")),
    };
}
function baseline(value) {
    const state = (0,json_fields.oneOf)(value.get("state"), ["exact", "ancestor", "file", "missing", "off", "unavailable", "unreadable"]);
    if (state === "file")
        return { state, file: (0,json_fields.text)(value.get("file")) };
    const reason = (0,json_fields.text)(value.get("reason"));
    if (state !== "exact" && state !== "ancestor")
        return { state, reason };
    return { state, sha: (0,json_fields.sha)(value.get("sha")), distance: (0,json_fields.whole)(value.get("distance")), reason };
}
function patch(value) {
    return {
        ...(0,json_fields.optional)("lines", value.get("lines"), ratio),
        ...(0,json_fields.optional)("branches", value.get("branches"), ratio),
        ...(0,json_fields.optional)("reason", value.get("reason"), json_fields.text),
        ...(0,json_fields.optional)("cause", value.get("cause"), (cause) => (0,json_fields.oneOf)(cause, ["no-change", "no-base"])),
        ...(0,json_fields.optional)("base", value.get("base"), json_fields.sha),
        files: (0,json_fields.list)(value.get("files"), patchFile),
        ...(0,json_fields.optional)("filesByDefault", value.get("filesByDefault"), (files) => (0,json_fields.list)(files, patchFile)),
        unmeasured: (0,json_fields.list)(value.get("unmeasured"), json_fields.text),
    };
}
function patchFile(value) {
    return {
        path: (0,json_fields.text)(value.get("path")),
        lines: ratio(value.get("lines")),
        branches: ratio(value.get("branches")),
        missing: (0,json_fields.list)(value.get("missing"), range),
        partial: (0,json_fields.list)(value.get("partial"), range),
        ...(0,json_fields.optional)("functions", value.get("functions"), (functions) => (0,json_fields.list)(functions, enclosingFunction)),
    };
}
function enclosingFunction(value) {
    return {
        name: (0,json_fields.text)(value.get("name")),
        line: (0,json_fields.whole)(value.get("line")),
        ranges: (0,json_fields.list)(value.get("ranges"), range),
    };
}
function fileChanges(value) {
    return {
        count: (0,json_fields.whole)(value.get("count")),
        files: (0,json_fields.list)(value.get("files"), (file) => ({
            path: (0,json_fields.text)(file.get("path")),
            ...(0,json_fields.optional)("before", file.get("before"), ratio),
            ...(0,json_fields.optional)("now", file.get("now"), ratio),
        })),
    };
}
function fileLines(value) {
    return { path: (0,json_fields.text)(value.get("path")), lines: ratio(value.get("lines")) };
}
function movement(value) {
    return {
        parts: (0,json_fields.list)(value.get("parts"), (part) => ({
            cause: (0,json_fields.oneOf)(part.get("cause"), CAUSES),
            covered: (0,json_fields.integer)(part.get("covered")),
            total: (0,json_fields.integer)(part.get("total")),
            files: (0,json_fields.whole)(part.get("files")),
        })),
        indirect: (0,json_fields.list)(value.get("indirect"), (change) => ({
            path: (0,json_fields.text)(change.get("path")),
            newlyCovered: (0,json_fields.whole)(change.get("newlyCovered")),
            noLongerCovered: (0,json_fields.list)(change.get("noLongerCovered"), range),
        })),
    };
}
function component(value) {
    return {
        name: (0,json_fields.text)(value.get("name")),
        total: totals(value.get("total")),
        ...(0,json_fields.optional)("base", value.get("base"), totals),
        ...(0,json_fields.optional)("patch", value.get("patch"), ratio),
    };
}
function reportRead(value) {
    return {
        file: (0,json_fields.text)(value.get("file")),
        format: (0,json_fields.oneOf)(value.get("format"), model/* FORMATS */.hR),
        bytes: (0,json_fields.whole)(value.get("bytes")),
        files: (0,json_fields.whole)(value.get("files")),
        lines: ratio(value.get("lines")),
    };
}
function range(value) {
    const [first, last, ...rest] = [...value.items()].map(json_fields.whole);
    if (first === undefined || last === undefined || rest.length > 0 || first < 1 || last < first)
        throw value.not("a first and a last line");
    return [first, last];
}
function ratio(value) {
    const covered = (0,json_fields.whole)(value.get("covered"));
    const total = (0,json_fields.whole)(value.get("total"));
    if (covered > total)
        throw value.not("a part of a whole");
    return { covered, total };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/js/packages/coverage/src/ratio.js
var src_ratio = __webpack_require__(9347);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/published/consistency.js




/**
 * A result says several of its numbers more than once. One whose numbers contradict each other was not made by this
 * action, and is refused as a whole: nobody could say which of them is right.
 *
 * @returns the same result. @throws ReportError naming the two places.
 */
function consistentNumbers(result) {
    if (result.total.lines.total === 0)
        throw contradiction("`total.lines` measures nothing");
    checkNames(result);
    for (const [at, gate] of result.gates.entries()) {
        // The numbers of the default branch's scope stand in its gates alone: nothing could contradict them.
        if (gate.scope === undefined)
            checkGate(gate, `gates[${at}]`, result);
        else
            checkScope(gate, `gates[${at}]`, result);
    }
    checkPatch(result);
    checkMovement(result);
    return result;
}
function checkNames({ components, gates }) {
    const names = components.map(({ name }) => name);
    if (new Set(names).size < names.length)
        throw contradiction("two of `components` have one name");
    const keys = gates.map(({ kind, component, scope }) => JSON.stringify([kind, component, scope !== undefined]));
    if (new Set(keys).size < keys.length)
        throw contradiction("two of `gates` are one and the same");
}
function checkGate(gate, place, result) {
    const { kind, measured, threshold } = gate;
    const component = componentOf(gate, place, result);
    const amiss = measured === undefined ? undefined : measured.total - measured.covered;
    switch (kind) {
        case "line":
        case "branch":
        case "function": {
            const key = { line: "lines", branch: "branches", function: "functions" }[kind];
            return same([`${place}.measured`, measured], [`total.${key}`, (component ?? result).total[key]]);
        }
        case "patch":
            return same([`${place}.measured`, measured], ["patch.lines", component === undefined ? result.patch.lines : component.patch]);
        case "patch-branch":
            return same([`${place}.measured`, measured], ["patch.branches", result.patch.branches]);
        case "decrease":
            return checkDecrease(gate, place, result);
        case "per-file": {
            const below = result.filesBelowMinimum;
            equal([`the files that \`${place}.measured\` leaves`, amiss], ["`filesBelowMinimum`", below.length]);
            const minimum = (0,decimal/* parseDecimal */.$)(threshold);
            const above = below.findIndex(({ lines }) => minimum === undefined || (0,src_ratio/* meets */.D)(lines, minimum));
            if (above >= 0)
                throw contradiction(`\`filesBelowMinimum[${above}]\` is not below \`${place}.threshold\``);
            return;
        }
        case "measured":
            return equal([`the files that \`${place}.measured\` leaves`, amiss], ["`patch.unmeasured`", result.patch.unmeasured.length]);
        case "stale":
            if (amiss === undefined || amiss === 0)
                throw contradiction(`\`${place}.measured\` leaves no file that does not fit`);
            return;
        case "rules":
            if (gate.unjudged === undefined)
                throw contradiction(`\`${place}\` does not say what is not known`);
            if (gate.unjudged.cause === "scope-unusable")
                throw contradiction(`\`${place}\` does not say which scope`);
    }
}
/** A change sets its inputs otherwise once, and has one `on-changed-scope`. */
function checkScope({ scope }, place, { gates }) {
    const first = gates.find((gate) => gate.scope !== undefined)?.scope;
    if (!(0,external_node_util_.isDeepStrictEqual)(scope, first))
        throw contradiction(`\`${place}.scope\` is another one than that of the gates before`);
}
function componentOf({ component, kind }, place, { components }) {
    if (component === undefined)
        return undefined;
    const found = components.find(({ name }) => name === component);
    if (found === undefined)
        throw contradiction(`\`${place}.component\` is none of \`components\``);
    if (!["line", "branch", "function", "patch"].includes(kind))
        throw contradiction(`\`${place}\` is of a kind that components do not have`);
    return found;
}
/** The base is the baseline's, or that without the lines that the change removes. */
function checkDecrease({ measured, base }, place, { total, base: before, movement }) {
    if (measured === undefined && base === undefined)
        return;
    same([`${place}.measured`, measured], ["total.lines", total.lines]);
    const removed = movement?.parts.find(({ cause }) => cause === "removed");
    const kept = before &&
        removed && {
        covered: before.lines.covered + removed.covered,
        total: before.lines.total + removed.total,
    };
    if (kept !== undefined && isSame(base, kept))
        return;
    same([`${place}.base`, base], ["base.lines", before?.lines]);
}
/** The changed files are those with measured lines, all of them. */
function checkPatch({ patch }) {
    if (patch.lines === undefined) {
        if (patch.files.length > 0)
            throw contradiction("`patch.files` are changed, and `patch.lines` are not");
        return;
    }
    const sum = patch.files.reduce(({ covered, total }, { lines }) => ({ covered: covered + lines.covered, total: total + lines.total }), { covered: 0, total: 0 });
    same(["patch.lines", patch.lines], ["the sum of patch.files", sum]);
}
/** The parts of a movement add up to it. */
function checkMovement({ movement, total, base }) {
    if (movement === undefined)
        return;
    if (base === undefined)
        throw contradiction("`movement` moves from no `base`");
    const { covered, total: lines } = movement.parts.reduce((sum, part) => ({ covered: sum.covered + part.covered, total: sum.total + part.total }), base.lines);
    if (covered !== total.lines.covered || lines !== total.lines.total)
        throw contradiction("`movement.parts` do not lead from `base.lines` to `total.lines`");
}
function same([place, ratio], [other, expected]) {
    if (!isSame(ratio, expected))
        throw contradiction(`\`${place}\` is ${words(ratio)}, and \`${other}\` ${words(expected)}`);
}
function equal([place, number], [other, expected]) {
    if (number !== undefined && number !== expected)
        throw contradiction(`${place} are ${number}, and ${other} ${expected}`);
}
function isSame(a, b) {
    return a?.covered === b?.covered && a?.total === b?.total;
}
function words(ratio) {
    return ratio === undefined ? "missing" : `${ratio.covered}/${ratio.total}`;
}
function contradiction(what) {
    return new report_error.ReportError(`its numbers contradict each other: ${what}`);
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/published/published-result.js



const FORMAT = {
    // A result of 5,000 changed files has about two megabytes.
    maxBytes: 10_000_000,
    validate: (root) => consistentNumbers(validateResult(root)),
    measuredSha: (result) => result.context.headSha,
};
/**
 * Another run's result. The gate's name, the repository and the pull request are this run's own, whatever the file
 * says.
 *
 * @throws UserError when the file is missing, damaged, contradicts itself, or is of another commit than the run that this
 * one follows.
 */
async function collectPublished(path, name, io) {
    const { result, context } = await (0,published_result.readPublishedResult)(path, FORMAT, io);
    return { kind: "published", result: { ...result, name, context } };
}


/***/ })

};
