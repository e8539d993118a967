export const id = 691;
export const ids = [691];
export const modules = {

/***/ 2691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openIndexFolder: () => (/* binding */ openIndexFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _jessy_actions_kit_report_shown_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1464);
/* harmony import */ var _jessy_actions_kit_runner_file_content__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1093);
/* harmony import */ var _jessy_actions_kit_runner_file_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2234);
/* harmony import */ var _jessy_actions_kit_runner_inputs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7770);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8439);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8878);
/* harmony import */ var _jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4823);
/* harmony import */ var _index_path_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1868);










/**
 * A copy of the index in a folder. It may hold only some crates: a missing one is not known, where the index itself
 * would say that it was taken down.
 *
 * @throws UserError when it is not a folder.
 */
function openIndexFolder(folder, io) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.workspace, folder);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .y(`input \`crates-index\`: there is no folder ${(0,_jessy_actions_kit_runner_inputs__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(folder)}; write \`https://index.crates.io\`, or a folder in its form`);
    const origin = `the folder ${(0,_jessy_actions_kit_report_shown_path__WEBPACK_IMPORTED_MODULE_2__.shownPath)(path, io.workspace) || "."}`;
    return {
        about: { name: "crates-index", version: null, updatedAt: null, origin },
        ask: async (crates) => {
            const answers = new Map();
            const refusals = new Map();
            for (const crate of new Set(crates)) {
                const read = readCrate(path, crate);
                if (typeof read === "string")
                    refusals.set(crate, read);
                else
                    answers.set(crate, read);
            }
            return { answers, refusals };
        },
    };
}
/** @returns what it says, or why it says nothing. */
function readCrate(folder, crate) {
    const inside = (0,_index_path_js__WEBPACK_IMPORTED_MODULE_9__.indexPath)(crate);
    if (inside === undefined)
        return "is not a name that crates.io has";
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, inside);
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
        if (stat === undefined)
            return `the folder has no ${inside}`;
        if (!stat.isFile())
            return `${inside} is not a file`;
        if (stat.size > _jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_8__/* .MAX_INDEX_BYTES */ .w2)
            return `${inside} is larger than ${_jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_8__/* .MAX_INDEX_BYTES */ .w2 / 1_000_000} MB`;
        return (0,_jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_8__/* .readIndexAnswer */ .$d)((0,_jessy_actions_kit_runner_file_content__WEBPACK_IMPORTED_MODULE_3__/* .readFile */ .TA)(path), crate);
    }
    catch (error) {
        if (error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_6__.ReportError)
            return `${inside} ${error.message}`;
        const refusal = (0,_jessy_actions_kit_runner_file_error__WEBPACK_IMPORTED_MODULE_4__/* .describeFileError */ .SQ)(error);
        if (refusal === undefined)
            throw error;
        return refusal;
    }
}


/***/ })

};
