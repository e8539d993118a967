export const id = 423;
export const ids = [423];
export const modules = {

/***/ 2423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readChartYaml: () => (/* binding */ readChartYaml)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_byte_order_mark__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9279);
/* harmony import */ var _jessy_actions_reading_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2149);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5718);



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
    let chart;
    try {
        chart = (0,_jessy_actions_reading_yaml__WEBPACK_IMPORTED_MODULE_0__.parseYaml)((0,_jessy_actions_reading_byte_order_mark__WEBPACK_IMPORTED_MODULE_2__.withoutMark)(text));
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_reading_yaml__WEBPACK_IMPORTED_MODULE_0__.YamlError))
            throw error;
        reader.problem(path, error.line, error.message);
        return reader.finish();
    }
    for (const name of ["version", "appVersion"]) {
        const field = chart.field(name);
        if (field === undefined) {
            if (name === "version")
                reader.problem(path, 1, "has no version");
            continue;
        }
        const { line, value } = field;
        if (typeof value === "string")
            reader.find(path, line, name, value, "semver-or-v");
        else
            reader.problem(path, line, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)} for ${name}; write it in quotes`);
    }
    return reader.finish();
}


/***/ })

};
