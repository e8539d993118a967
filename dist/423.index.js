export const id = 423;
export const ids = [423];
export const modules = {

/***/ 2423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_CHART_CHARACTERS: () => (/* binding */ MAX_CHART_CHARACTERS),
/* harmony export */   readChartYaml: () => (/* binding */ readChartYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5718);


/** Helm's charts are far shorter, and the parser's time grows faster than its input. */
const MAX_CHART_CHARACTERS = 100_000;
/**
 * Reads a Helm chart's `version` and, if it has one, its `appVersion` (https://helm.sh/docs/topics/charts/). Both may begin with `v`. Unquoted,
 * 1.10 is the number 1.1: that is a problem, not a version.
 */
function readChartYaml(path, files) {
    const reader = new _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestReader */ .pT();
    const text = files.get(path);
    if (text === undefined) {
        reader.problem(path, 1, "does not exist");
        return reader.finish();
    }
    if (text.length > MAX_CHART_CHARACTERS) {
        reader.problem(path, 1, `has more than ${MAX_CHART_CHARACTERS} characters`);
        return reader.finish();
    }
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const root = parse((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutMark */ .E_)(text), lineCounter);
    if (root instanceof YamlProblem) {
        reader.problem(path, root.line, `is not valid YAML: ${root.message}`);
        return reader.finish();
    }
    for (const field of ["version", "appVersion"]) {
        const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root) ? root.get(field, true) : undefined;
        if (node === undefined) {
            if (field === "version")
                reader.problem(path, 1, "has no version");
            continue;
        }
        const offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.range?.[0] : undefined;
        const line = offset === undefined ? 1 : Math.max(1, lineCounter.linePos(offset).line);
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
        if (typeof value === "string")
            reader.find(path, line, field, value, "semver-or-v");
        else
            reader.problem(path, line, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)} for ${field}; write it in quotes`);
    }
    return reader.finish();
}
class YamlProblem {
    line;
    message;
    constructor(line, message) {
        this.line = line;
        this.message = message;
    }
}
/** The document's content, or what is wrong. */
function parse(text, lineCounter) {
    try {
        // Pretty errors cost a search of the text each.
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter, logLevel: "silent", prettyErrors: false });
        const [error] = document.errors;
        if (error === undefined)
            return document.contents;
        return new YamlProblem(Math.max(1, lineCounter.linePos(error.pos[0]).line), error.message);
    }
    catch (error) {
        // Deep nesting exhausts the parser's stack.
        return new YamlProblem(1, error.message);
    }
}


/***/ })

};
