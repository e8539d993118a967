export const id = 47;
export const ids = [47];
export const modules = {

/***/ 8047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPyproject: () => (/* binding */ readPyproject)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7428);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5718);


/**
 * Reads a Python project's version: `project.version` (PEP 621) and Poetry's own. If `project.dynamic` lists it, the build takes it from
 * elsewhere, often from the tag itself, and there is nothing to compare.
 */
function readPyproject(path, files) {
    const reader = new _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestReader */ .pT();
    const text = files.get(path);
    if (text === undefined) {
        reader.problem(path, 1, "does not exist");
        return reader.finish();
    }
    let toml;
    try {
        toml = new _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__.TomlFile(text);
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__.TomlProblem))
            throw error;
        reader.problem(path, error.line, error.message);
        return reader.finish();
    }
    let isStated = false;
    for (const keys of [["project"], ["tool", "poetry"]]) {
        const version = keys.reduce((each, key) => each.get(key), toml.root).get("version");
        if (version.isMissing)
            continue;
        isStated = true;
        const field = [...keys, "version"].join(".");
        const line = toml.lineOf([...keys, "version"]);
        if (typeof version.raw === "string")
            reader.find(path, line, field, version.raw, "pep440");
        else
            reader.problem(path, line, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(version.raw)} for ${field}; write a string`);
    }
    if (isStated)
        return reader.finish();
    const dynamic = toml.root.get("project").get("dynamic");
    if (dynamic.isList && dynamic.list().includes("version"))
        return reader.finish("leaves its version to the build");
    reader.problem(path, 1, "has neither project.version nor tool.poetry.version");
    return reader.finish();
}


/***/ })

};
