export const id = 81;
export const ids = [81];
export const modules = {

/***/ 5081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSparseIndex: () => (/* binding */ openSparseIndex)
/* harmony export */ });
/* harmony import */ var _jessy_actions_kit_blob_storage_in_parallel__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5959);
/* harmony import */ var _jessy_actions_kit_registry_address__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3362);
/* harmony import */ var _jessy_actions_kit_registry_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2432);
/* harmony import */ var _jessy_actions_kit_runner_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7770);
/* harmony import */ var _jessy_actions_kit_web_service_service__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5464);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8439);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8878);
/* harmony import */ var _jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4823);
/* harmony import */ var _index_path_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1868);









/** Cargo asks for more at once, over one connection of HTTP/2. */
const AT_ONCE = 16;
/** All waits for an index that is down, milliseconds. */
const PATIENCE = 60_000;
/** After so many crates that the index gave no answer about the others are not asked about any more. */
const MAX_FAILURES = 3;
/** An index says so of what it does not have (Cargo Book, "Sparse Protocol"). */
const UNKNOWN = [404, 410, 451];
/**
 * The index by its sparse protocol, a request for each crate. Nothing is sent but names of crates that a lock takes from
 * crates.io, no redirect is followed, and http is spoken with this machine alone.
 *
 * @throws UserError when nothing there is an index.
 */
async function openSparseIndex(location, io, options = {}) {
    const base = baseOf(location);
    const service = new _jessy_actions_kit_web_service_service__WEBPACK_IMPORTED_MODULE_3__.Service("The index of crates.io", {
        log: io.log,
        patience: new _jessy_actions_kit_registry_retry__WEBPACK_IMPORTED_MODULE_1__.Patience(PATIENCE),
        ...options,
    });
    await checkConfiguration(service, base);
    const index = new SparseIndex(service, base);
    const origin = `${base.host}${base.pathname.replace(/\/$/, "")}`;
    return {
        about: { name: "crates-index", version: null, updatedAt: null, origin },
        ask: (crates) => index.ask(crates),
    };
}
function baseOf(location) {
    const address = location.replace(/^sparse\+/, "");
    const url = URL.canParse(address) ? new URL(`${address.replace(/\/*$/, "")}/`) : undefined;
    const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && (0,_jessy_actions_kit_registry_address__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.host));
    if (url !== undefined && isSafe && url.username === "" && url.search === "" && url.hash === "")
        return url;
    throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .y(`input \`crates-index\` is ${(0,_jessy_actions_kit_runner_inputs__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(location)}; write \`https://index.crates.io\`, or a folder`);
}
/** Anything else would answer 404 to every name, as if all crates had been taken down. */
async function checkConfiguration(service, base) {
    const request = {
        failing: "does not say that it is one",
        method: "GET",
        url: new URL("config.json", base),
        expected: [200],
    };
    try {
        service.read(request, await service.request(request), (root) => root.get("dl").text());
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_kit_web_service_service__WEBPACK_IMPORTED_MODULE_3__.ServiceError))
            throw error;
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .y(`${error.message}; correct \`crates-index\`, or leave it empty: yanked versions are not looked for then`);
    }
}
class SparseIndex {
    #service;
    #base;
    #answers = new Map();
    #refusals = new Map();
    #failures = 0;
    constructor(service, base) {
        this.#service = service;
        this.#base = base;
    }
    async ask(crates) {
        const isKnown = (crate) => this.#answers.has(crate) || this.#refusals.has(crate);
        const open = [...new Set(crates)].filter((crate) => !isKnown(crate));
        await (0,_jessy_actions_kit_blob_storage_in_parallel__WEBPACK_IMPORTED_MODULE_7__.inParallel)(open, AT_ONCE, undefined, async (crate) => this.#askAbout(crate));
        return { answers: this.#answers, refusals: this.#refusals };
    }
    async #askAbout(crate) {
        const path = (0,_index_path_js__WEBPACK_IMPORTED_MODULE_8__.indexPath)(crate);
        if (path === undefined) {
            this.#refusals.set(crate, "is not a name that crates.io has");
            return;
        }
        if (this.#failures >= MAX_FAILURES) {
            this.#refusals.set(crate, "was not asked about, after others got no answer");
            return;
        }
        try {
            const { status, body } = await this.#service.request({
                failing: `gave no answer about ${crate}`,
                method: "GET",
                url: new URL(path, this.#base),
                expected: [200, ...UNKNOWN],
                maxBytes: _jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_6__/* .MAX_INDEX_BYTES */ .w2,
            });
            this.#answers.set(crate, UNKNOWN.includes(status) ? new Map() : (0,_jessy_actions_security_rustsec_crates_index__WEBPACK_IMPORTED_MODULE_6__/* .readIndexAnswer */ .$d)(body, crate));
        }
        catch (error) {
            if (!(error instanceof _jessy_actions_kit_web_service_service__WEBPACK_IMPORTED_MODULE_3__.ServiceError || error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_4__.ReportError))
                throw error;
            if (error instanceof _jessy_actions_kit_web_service_service__WEBPACK_IMPORTED_MODULE_3__.ServiceError)
                this.#failures++;
            this.#refusals.set(crate, error instanceof _jessy_actions_kit_web_service_service__WEBPACK_IMPORTED_MODULE_3__.ServiceError ? error.message : `the answer ${error.message}`);
        }
    }
}


/***/ })

};
