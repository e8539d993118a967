export const id = 668;
export const ids = [668];
export const modules = {

/***/ 8668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readGoMod: () => (/* binding */ readGoMod)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_byte_order_mark__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9279);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5718);


/** Reads the path of a Go module (https://go.dev/ref/mod#go-mod-file-module), which only states its major version. */
function readGoMod(path, files) {
    const reader = new _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .ManifestReader */ .pT();
    const text = files.get(path);
    if (text === undefined) {
        reader.problem(path, 1, "does not exist");
        return reader.finish();
    }
    let inBlock = false;
    for (const [at, line] of (0,_jessy_actions_reading_byte_order_mark__WEBPACK_IMPORTED_MODULE_1__.withoutMark)(text).split("\n").entries()) {
        const words = line.replace(/\/\/.*/s, "").trim();
        const rest = inBlock ? words : /^module(?=[\s("`])/.test(words) ? words.slice("module".length).trim() : undefined;
        if (rest === undefined || rest === "")
            continue;
        if (rest === "(") {
            inBlock = true;
            continue;
        }
        if (rest === ")")
            break;
        const module = rest.replace(/^(["`])(.*)\1$/, "$2");
        if (MODULE_PATH.test(module))
            reader.find(path, at + 1, "module", module, "go-module");
        else
            reader.problem(path, at + 1, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(module)} for the path of its module`);
        return reader.finish();
    }
    reader.problem(path, 1, "has no module line");
    return reader.finish();
}
/** https://go.dev/ref/mod#go-mod-file-ident; nobody has a path longer than a file name may be. */
const MODULE_PATH = /^[A-Za-z0-9._~/-]{1,255}$/;


/***/ })

};
