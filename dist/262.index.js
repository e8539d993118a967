export const id = 262;
export const ids = [262];
export const modules = {

/***/ 3262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadFile: () => (/* binding */ uploadFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8878);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4109);
/* harmony import */ var _runner_file_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2234);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3178);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5876);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8135);









/** A connection that moves no bytes for this long is dead, milliseconds. */
const IDLE_TIMEOUT = 120_000;
const CHUNK_BYTES = 1024 * 1024;
/**
 * Sends one file by POST, in pieces: memory stays flat whatever its size. Not by octokit, whose `fetch` sends a stream without the
 * Content-Length that GitHub asks for. Never tries again: the caller looks up whether a failed upload arrived.
 */
async function uploadFile(upload) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(upload.path, "r");
    try {
        return await send(file, upload);
    }
    finally {
        await file.close();
    }
}
async function send(file, { url, token, path, size, contentType, shape }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    let sent = 0;
    (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_8__.useProxyOfEnvironment)();
    // Not an import: loading either costs tens of milliseconds, which only an upload should pay.
    const { request: start } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
    const request = start(url, {
        method: "POST",
        headers: {
            ...(0,_answer_js__WEBPACK_IMPORTED_MODULE_5__.requestHeaders)(token),
            "content-length": size,
            "content-type": contentType,
        },
        timeout: IDLE_TIMEOUT,
    });
    request.on("timeout", () => request.destroy(new Error(`the connection moved nothing for ${IDLE_TIMEOUT / 1000} s`)));
    const responded = new Promise((resolve, reject) => {
        request.once("response", resolve);
        request.once("error", reject);
        request.once("close", () => reject(new Error("the connection ended without an answer")));
    });
    const chunks = file.createReadStream({ start: 0, end: size - 1, highWaterMark: CHUNK_BYTES, autoClose: false });
    const sending = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(chunks, async function* counted(source) {
        for await (const chunk of source) {
            hash.update(chunk);
            sent += chunk.length;
            yield chunk;
        }
        if (sent !== size)
            throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`the file has ${sent} bytes, and had ${size}`);
    }, request);
    const failure = sending.then(() => undefined, (error) => error);
    let answered;
    try {
        const response = await responded;
        answered = response.statusCode;
        const parsed = (0,_answer_js__WEBPACK_IMPORTED_MODULE_5__.parseAnswer)(await readBytes(response));
        const { statusCode: status = 0, statusMessage = "" } = response;
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
        const data = "data" in parsed ? parsed.data : undefined;
        const sha256 = sent === size ? hash.digest("hex") : undefined;
        if (status < 200 || status >= 300)
            return { status, headers, stored: undefined, message: (0,_answer_js__WEBPACK_IMPORTED_MODULE_5__.answerMessage)(data) ?? statusMessage, sha256 };
        // Throws for what is not as GitHub describes it.
        const stored = (0,_shape_js__WEBPACK_IMPORTED_MODULE_7__.readAnswer)(`POST ${new URL(url).pathname}`, { status, headers, ...parsed }, shape);
        return { status, headers, stored, message: statusMessage, sha256 };
    }
    catch (error) {
        // The reason why nothing more was sent says more than that the connection ended.
        const cause = (await failure) ?? error;
        const message = (0,_runner_file_error_js__WEBPACK_IMPORTED_MODULE_4__/* .describeFileError */ .SQ)((0,_runner_file_error_js__WEBPACK_IMPORTED_MODULE_4__/* .named */ .KT)(cause, path)) ?? describe(cause, answered);
        return { status: 0, headers: {}, stored: undefined, message, sha256: undefined };
    }
    finally {
        // An early refusal leaves the rest unsent.
        request.destroy();
        await failure;
    }
}
/** GitHub's answers are short: a longer one is not from GitHub. */
const MAX_ANSWER_BYTES = 1_000_000;
/** Milliseconds from the first byte of an answer to its last: a server that sends it byte by byte never idles. */
const ANSWER_TIME = 60_000;
async function readBytes(stream) {
    const late = setTimeout(() => stream.destroy(new Error(`no whole answer within ${ANSWER_TIME / 1000} s`)), ANSWER_TIME);
    try {
        const parts = [];
        let size = 0;
        for await (const part of stream) {
            size += part.length;
            if (size > MAX_ANSWER_BYTES)
                throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y("the answer is larger than 1 MB");
            parts.push(part);
        }
        return Buffer.concat(parts);
    }
    finally {
        clearTimeout(late);
    }
}
/** @param answered the status of an answer that did not become whole. */
function describe(error, answered) {
    if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubError */ .y || error instanceof _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y)
        return error.message;
    if (!(error instanceof Error))
        return String(error);
    const reason = error.message === "" && "code" in error ? String(error.code) : error.message;
    return answered === undefined ? `no answer: ${reason}` : `status ${answered}: the answer broke off: ${reason}`;
}


/***/ })

};
