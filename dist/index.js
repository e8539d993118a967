import * as __WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__ from "./left-out.js";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3898:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__.ProxyAgent), ["default"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__["default"]), ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__.fetch), ["restEndpointMethods"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__.restEndpointMethods) });

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   contextOf: () => (/* binding */ contextOf)
/* harmony export */ });
/** The context of a run, as its event states it. Pure. */
function contextOf(event) {
    return {
        serverUrl: event.serverUrl,
        repository: `${event.repository.owner}/${event.repository.name}`,
        headSha: event.headSha,
        ...(event.pullRequest !== undefined && { pullRequest: event.pullRequest.number }),
    };
}


/***/ }),

/***/ 8889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  publishFiles: () => (/* binding */ publishFiles)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __nccwpck_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __nccwpck_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __nccwpck_require__(5154);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/report/markdown.js


/**
 * Renders a report as GitHub Markdown of at most `maxBytes` of UTF-8. What does not fit is cut at the borders of rows,
 * items and code lines, from the block with the highest weight first (then from the largest), and a line of its own
 * says so for each cut. Nothing is ever cut inside a row, a tag or a character. If the parts that cannot be cut are too
 * long, blocks are dropped from the end.
 */
function renderMarkdown(blocks, { maxBytes }) {
    const pieces = blocks.flatMap((block) => piecesOf(block));
    let excess = pieces.reduce((sum, piece) => sum + piece.bytes, 0) - maxBytes;
    if (excess > 0)
        excess = cutItems(pieces, excess);
    if (excess > 0)
        return renderFewerBlocks(blocks, maxBytes);
    return {
        text: pieces
            .map((piece) => piece.text())
            .join("")
            .trimEnd(),
        omitted: pieces.reduce((sum, piece) => sum + piece.omitted, 0),
    };
}
/** A line of Markdown. */
function lineToMarkdown(line) {
    return isList(line) ? line.map(inlineToMarkdown).join("") : inlineToMarkdown(line);
}
function inlineToMarkdown(inline) {
    if (typeof inline === "string")
        return (0,report_escape/* escapeMarkdown */.FV)(inline);
    if ("code" in inline)
        return (0,report_escape/* codeSpan */.SS)(inline.code);
    if ("strong" in inline)
        return `**${lineToMarkdown(inline.strong)}**`;
    if ("emphasis" in inline)
        return `_${lineToMarkdown(inline.emphasis)}_`;
    if ("link" in inline)
        return `[${lineToMarkdown(inline.link.text)}](${(0,report_escape/* linkTarget */.Cm)(inline.link.href)})`;
    return `![${(0,report_escape/* escapeMarkdown */.FV)(inline.image.alt)}](${(0,report_escape/* linkTarget */.Cm)(inline.image.src)})`;
}
/** GitHub does not read Markdown inside `<summary>`. */
function lineToHtml(line) {
    return isList(line) ? line.map(inlineToHtml).join("") : inlineToHtml(line);
}
function inlineToHtml(inline) {
    if (typeof inline === "string")
        return (0,report_escape/* escapeHtml */.ZD)(inline);
    if ("code" in inline)
        return `<code>${(0,report_escape/* escapeHtml */.ZD)(inline.code)}</code>`;
    if ("strong" in inline)
        return `<b>${lineToHtml(inline.strong)}</b>`;
    if ("emphasis" in inline)
        return `<i>${lineToHtml(inline.emphasis)}</i>`;
    if ("link" in inline)
        return `<a href="${(0,report_escape/* linkTarget */.Cm)(inline.link.href)}">${lineToHtml(inline.link.text)}</a>`;
    return `<img alt="${(0,report_escape/* escapeHtml */.ZD)(inline.image.alt)}" src="${(0,report_escape/* linkTarget */.Cm)(inline.image.src)}">`;
}
function isList(line) {
    return Array.isArray(line);
}
/** Text that is kept or dropped as a whole, or a list of items whose last ones may be cut. */
class Piece {
    weight;
    #items;
    #more;
    #sizes;
    #kept;
    bytes;
    constructor(items, weight = 0, more) {
        this.#items = items;
        this.#kept = items.length;
        this.#more = more;
        this.weight = weight;
        this.#sizes = items.map((item) => Buffer.byteLength(item));
        this.bytes = this.#sizes.reduce((sum, size) => sum + size, 0);
    }
    get isCuttable() {
        return this.#more !== undefined && this.#items.length > 0;
    }
    get omitted() {
        return this.#items.length - this.#kept;
    }
    /** Drops items from the end until the excess is gone. @returns the excess that remains. */
    cut(excess) {
        const before = this.bytes;
        let size = this.bytes;
        let kept = this.#kept;
        // The line that says what was cut is longest when everything was cut.
        const moreBytes = Buffer.byteLength(this.#more(this.#items.length));
        while (kept > 0 && before - size - moreBytes < excess)
            size -= this.#sizes[--kept];
        if (size + moreBytes >= before)
            return excess;
        this.#kept = kept;
        this.bytes = size + moreBytes;
        return excess - (before - this.bytes);
    }
    text() {
        return this.#items.slice(0, this.#kept).join("") + (this.omitted > 0 ? this.#more(this.omitted) : "");
    }
}
function cutItems(pieces, excess) {
    let left = excess;
    const cuttable = pieces.filter((piece) => piece.isCuttable).sort((a, b) => b.weight - a.weight || b.bytes - a.bytes);
    for (const piece of cuttable) {
        if (left <= 0)
            break;
        left = piece.cut(left);
    }
    return left;
}
/** The last resort: drops whole blocks from the end, and the last line says so. */
function renderFewerBlocks(blocks, maxBytes) {
    if (blocks.length === 0)
        return { text: "", omitted: 0 };
    const rest = renderMarkdown(blocks.slice(0, -1), { maxBytes: maxBytes - Buffer.byteLength(CUT_BLOCKS) });
    if (rest.text.endsWith(CUT_BLOCKS.trim()) ||
        Buffer.byteLength(rest.text) + Buffer.byteLength(CUT_BLOCKS) > maxBytes) {
        return { text: rest.text, omitted: rest.omitted + 1 };
    }
    return { text: `${rest.text}${CUT_BLOCKS}`.trim(), omitted: rest.omitted + 1 };
}
const CUT_BLOCKS = "\n\n_The rest of the report does not fit here._";
const ALIGNMENT = { left: ":---", right: "---:", center: ":---:" };
function piecesOf(block) {
    switch (block.kind) {
        case "heading":
            return [new Piece([`${"#".repeat(block.level)} ${lineToMarkdown(block.text)}\n\n`])];
        case "paragraph":
            return [new Piece([`${lineToMarkdown(block.text)}\n\n`])];
        case "alert":
            return [new Piece([`> [!${block.level.toUpperCase()}]\n> ${lineToMarkdown(block.text)}\n\n`])];
        case "table": {
            const head = block.columns.map((column) => lineToMarkdown(column.header)).join(" | ");
            const rule = block.columns.map((column) => ALIGNMENT[column.align ?? "left"]).join(" | ");
            const rows = block.rows.map((row) => `| ${row.map(lineToMarkdown).join(" | ")} |\n`);
            return [
                new Piece([`| ${head} |\n| ${rule} |\n`]),
                new Piece(rows, block.weight, (omitted) => `\n${moreOf(omitted, block.noun ?? "rows")}\n`),
                new Piece(["\n"]),
            ];
        }
        case "list": {
            const items = block.items.map((item) => `- ${lineToMarkdown(item)}\n`);
            return [
                new Piece(items, block.weight, (omitted) => `- ${moreOf(omitted, block.noun ?? "items")}\n`),
                new Piece(["\n"]),
            ];
        }
        case "details":
            return [
                new Piece([
                    `<details${block.open === true ? " open" : ""}><summary>${lineToHtml(block.summary)}</summary>\n\n`,
                ]),
                ...block.blocks.flatMap((inner) => piecesOf(inner)),
                new Piece(["</details>\n\n"]),
            ];
        case "code": {
            const [open, ...lines] = (0,report_escape/* codeBlock */.DV)(block.text, block.language).split("\n");
            const close = lines.pop();
            const body = lines.map((line) => `${line}\n`);
            return [
                new Piece([`${open}\n`]),
                new Piece(body, block.weight, (omitted) => `... ${omitted} more lines\n`),
                new Piece([`${close}\n\n`]),
            ];
        }
    }
}
function moreOf(omitted, noun) {
    return `_and ${(0,quantity.count)(omitted)} more ${(0,report_escape/* escapeMarkdown */.FV)(noun)}_`;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/report/terminal.js

/** A report as text for a terminal or a log: aligned tables, everything unfolded, nothing cut. */
function renderTerminal(blocks, style) {
    return `${blocks.map((block) => renderBlock(block, style)).join("\n\n")}\n`;
}
function renderBlock(block, style) {
    switch (block.kind) {
        case "heading":
            return bold(plain(block.text), style);
        case "paragraph":
            return plain(block.text);
        case "alert":
            return `${bold(`${block.level.toUpperCase()}:`, style)} ${plain(block.text)}`;
        case "list":
            return block.items.map((item) => `  - ${plain(item)}`).join("\n");
        case "code":
            return indent(block.text.split("\n").map(report_escape/* escapeTerminal */.en).join("\n"));
        case "details":
            return `${bold(plain(block.summary), style)}\n${indent(block.blocks.map((inner) => renderBlock(inner, style)).join("\n\n"))}`;
        case "table": {
            const rows = [block.columns.map((column) => plain(column.header)), ...block.rows.map((row) => row.map(plain))];
            const widths = block.columns.map((_, at) => rows.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? "")), 0));
            const lines = rows.map((row) => row
                .map((cell, at) => pad(cell, widths[at], block.columns[at]?.align === "right"))
                .join("  ")
                .trimEnd());
            return [bold(lines[0], style), ...lines.slice(1)].join("\n");
        }
    }
}
function plain(line) {
    return Array.isArray(line) ? line.map((inline) => plainInline(inline)).join("") : plainInline(line);
}
function plainInline(inline) {
    if (typeof inline === "string")
        return (0,report_escape/* escapeTerminal */.en)(inline);
    if ("code" in inline)
        return (0,report_escape/* escapeTerminal */.en)(inline.code);
    if ("strong" in inline)
        return plain(inline.strong);
    if ("emphasis" in inline)
        return plain(inline.emphasis);
    if ("link" in inline)
        return plain(inline.link.text);
    return (0,report_escape/* escapeTerminal */.en)(inline.image.alt);
}
function bold(text, { color }) {
    return color ? `\u001b[1m${text}\u001b[0m` : text;
}
function indent(text) {
    return text
        .split("\n")
        .map((line) => (line === "" ? line : `  ${line}`))
        .join("\n");
}
function pad(text, width, right) {
    const blanks = " ".repeat(width - displayWidth(text));
    return right ? blanks + text : text + blanks;
}
/** The columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
function displayWidth(text) {
    let width = 0;
    for (const character of text) {
        if (/\p{Mark}|\u200d|\ufe0f/u.test(character))
            continue;
        width +=
            /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(character)
                ? 2
                : 1;
    }
    return width;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/annotations.js
/** The runner keeps ten annotations of each level a step and silently drops the rest (ExecutionContext.cs). */
const MAX_ANNOTATIONS_PER_LEVEL = 10;
/** The runner cuts a message after this many characters (ExecutionContext.cs). */
const MAX_ANNOTATION_CHARACTERS = 4096;
/** The annotations that GitHub will show, most important first, so that its limit never takes the wrong ones. */
function selectAnnotations(annotations) {
    const shown = [];
    for (const level of ["error", "warning", "notice"]) {
        const ofLevel = annotations.filter((annotation) => annotation.level === level);
        ofLevel.sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0));
        shown.push(...ofLevel.slice(0, MAX_ANNOTATIONS_PER_LEVEL).map(cutMessage));
    }
    return { shown, omitted: annotations.length - shown.length };
}
function cutMessage(annotation) {
    if (annotation.message.length <= MAX_ANNOTATION_CHARACTERS)
        return annotation;
    return {
        ...annotation,
        message: `${annotation.message.slice(0, MAX_ANNOTATION_CHARACTERS - 4).replace(/[\ud800-\udbff]$/, "")} ...`,
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/outputs.js
var outputs = __nccwpck_require__(9185);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(8524);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/summary.js



/** Above this size the runner shows nothing of a step's summary but an error (CreateStepSummaryCommand, FileCommandManager.cs). */
const SUMMARY_MAX_BYTES = 1_048_576;
/** Appends a report to the step's job summary, cut to what is left of the limit. Outside of a runner it does nothing, where core would throw. */
async function writeSummary(blocks) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const taken = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.statSync)(file).size : 0;
    const { text } = renderMarkdown(blocks, { maxBytes: SUMMARY_MAX_BYTES - taken - 1 });
    if (text !== "")
        await core/* summary */.z.addRaw(`${text}\n`).write();
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/publish.js








/**
 * Writes a report everywhere it belongs. What can fail comes last: files, outputs, log, annotations, summary, and then
 * the comment. A comment that cannot be written is a notice or a warning, and never changes the verdict.
 */
async function publish(report, { verdict, fails, headline: words }, action, publication, io) {
    const { environment, log } = io;
    const paths = writeResultFiles(report.files, io.temporary);
    (0,outputs/* setOutputs */.n0)({ ...report.outputs, ...paths });
    const heading = { kind: "heading", level: 2, text: report.title };
    const headline = { kind: "paragraph", text: [MARK_OF[verdict], " ", { strong: words }] };
    const color = environment.GITHUB_ACTIONS === "true" && environment.NO_COLOR === undefined;
    log.info(renderTerminal([heading, headline, ...report.summary], { color }));
    if (fails)
        log.error(words);
    const { shown, omitted } = selectAnnotations(publication.annotations === false ? [] : report.annotations);
    for (const annotation of shown)
        log.annotate(annotation);
    if (omitted > 0)
        log.info(`${omitted} more annotations did not fit into GitHub's limit of ten of each kind; the summary has them all.`);
    await writeSummary([heading, headline, ...report.summary]);
    if (publication.comment && report.comment !== undefined) {
        await comment([heading, headline, ...report.comment], action, publication, io);
    }
}
async function comment(blocks, action, publication, io) {
    const { log } = io;
    const event = io.event();
    if (event.pullRequest === undefined && event.followedRun === undefined)
        return;
    if (publication.token === "") {
        log.notice("No comment: the input `github-token` is empty. The report is in the job summary.");
        return;
    }
    const [{ GitHubError }, { publishSection }, { sectionId }] = await Promise.all([
        Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 5876)),
        __nccwpck_require__.e(/* import() */ 367).then(__nccwpck_require__.bind(__nccwpck_require__, 2367)),
        Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 4144)),
    ]);
    try {
        const number = await io.pullRequestNumber();
        if (number === undefined) {
            log.notice("No comment: no open pull request has the commit of the run that this one follows.");
            return;
        }
        const { owner, name: repo } = event.repository;
        const published = await publishSection(await io.github(), { owner, repo, issueNumber: number, sectionId: sectionId(action, publication.name) }, (maxBytes) => renderMarkdown(blocks, { maxBytes }).text, { log });
        if (published.status === "forbidden") {
            const why = event.pullRequest?.fork === true ? "a pull request from a fork has a read-only token" : published.reason;
            log.notice(`No comment: ${why}. The report is in the job summary.`);
        }
        else if (published.status === "contested") {
            log.warning("No comment: other jobs kept writing over it. The report is in the job summary; the verdict stands.");
        }
        else
            log.info(`Comment ${published.status}: ${published.url}`);
    }
    catch (error) {
        if (!(error instanceof GitHubError))
            throw error;
        log.warning(`No comment: ${error.message}. The report is in the job summary; the verdict stands.`);
    }
}
const MARK_OF = {
    pass: mark.MARK.pass,
    fail: mark.MARK.fail,
    inconclusive: mark.MARK.warning,
    broken: mark.MARK.broken,
};
/** Files that are no part of a report, for an action that makes them of its facts, and the outputs that lead to them. */
function publishFiles(files, { temporary }) {
    (0,outputs/* setOutputs */.n0)(writeResultFiles(files, temporary));
}
/** @returns the absolute path of each file, by the name of its output. */
function writeResultFiles(files, folder) {
    const paths = {};
    for (const { name, content, output } of files) {
        const path = (0,external_node_path_.join)(folder, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        const file = (0,external_node_fs_.openSync)(path, "w");
        try {
            const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
            for (const piece of pieces)
                writeWhole(file, typeof piece === "string" ? Buffer.from(piece) : piece);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
        if (output !== undefined)
            paths[output] = path;
    }
    return paths;
}
/** One write call may take only a part. */
function writeWhole(file, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(file, bytes, at);
}


/***/ }),

/***/ 4277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  readPublishedResult: () => (/* binding */ readPublishedResult)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __nccwpck_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __nccwpck_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __nccwpck_require__(8878);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/artifact.js


/**
 * A file out of another run's artifact, whole. Anybody can make one: a link in it could lead to a secret of this privileged run, and a file without end
 * would fill the memory.
 *
 * @param shown how messages call it.
 * @throws UserError when it does not exist, is not a regular file, or is too large.
 */
function readArtifactFile(path, shown, maxBytes) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        throw new user_error/* UserError */.y(`${shown} is not there; download the artifact with the result file first`);
    if (!stat.isFile())
        throw new user_error/* UserError */.y(`${shown} is not a regular file`);
    if (stat.size > maxBytes)
        throw new user_error/* UserError */.y(`${shown} has ${stat.size} bytes, more than a result has`);
    return (0,external_node_fs_.readFileSync)(path);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/context.js
var context = __nccwpck_require__(7984);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/published-result.js






/**
 * Reads another run's result, for the privileged `workflow_run` half of an action. The file comes from a pull request that anybody can open,
 * so its shape is checked field by field, and its commit must be the one that the followed run was started for.
 *
 * @param path as the input `publish-result` states it, relative to the workspace.
 * @returns the result, and the context that the event states: callers replace the file's own by it.
 * @throws UserError naming what is wrong with the file.
 */
async function readPublishedResult(path, format, io) {
    const absolute = (0,external_node_path_.resolve)(io.workspace, path);
    const shown = `input \`publish-result\`: ${absolute}`;
    const bytes = readArtifactFile(absolute, shown, format.maxBytes);
    const event = io.event();
    let result;
    try {
        result = format.validate((0,json.parseJson)([bytes]));
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            throw new user_error/* UserError */.y(`${shown}: ${error.message}`);
        throw error;
    }
    const measured = format.measuredSha(result);
    const followed = event.followedRun?.headSha;
    if (followed !== undefined && measured !== followed) {
        throw new user_error/* UserError */.y(`${shown} was made from ${measured.slice(0, 10)}, but the run that this one follows is of ${followed.slice(0, 10)}`);
    }
    // Only for links: when GitHub does not answer, publishing says so.
    const pullRequest = await io.pullRequestNumber().catch(() => undefined);
    return { result, context: { ...(0,context.contextOf)(event), ...(pullRequest !== undefined && { pullRequest }) } };
}


/***/ }),

/***/ 4336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zl: () => (/* binding */ gateState),
  o9: () => (/* binding */ hasState),
  un: () => (/* binding */ state_readState),
  LZ: () => (/* binding */ state_saveState)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(8524);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/outputs.js
var outputs = __nccwpck_require__(9185);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/state.js


/** Most bytes of one value: the runner hands it over as an environment variable, of which Linux takes 128 KiB each with its name. */
const STATE_MAX_BYTES = 128_000;
/**
 * Keeps a value for a later phase of this action in this job. Outside of a runner it does nothing, where core would print the command that
 * `GITHUB_STATE` has replaced.
 *
 * @throws Error for a value over the limit, with which no later phase could start, and for a name that the runner would read as another one.
 */
function saveState(name, value) {
    if (!process.env.GITHUB_STATE)
        return;
    if (!(0,outputs/* isValueName */.LT)(name))
        throw new Error(`${JSON.stringify(name)} cannot be the name of a state`);
    if (Buffer.byteLength(value) > STATE_MAX_BYTES) {
        throw new Error(`the state ${JSON.stringify(name)} is larger than ${STATE_MAX_BYTES} bytes`);
    }
    (0,core/* saveState */.LZ)(name, value);
}
/** What an earlier phase kept; undefined when it kept nothing, or an empty text, which core does not tell apart. */
function readState(name) {
    return (0,core/* getState */.Gu)(name) || undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/state.js

/** The runner hands `NAME` over as `STATE_NAME`. */
const NAME = "jessy";
/** Keeps a state for the phases after this one; a later one replaces it. Outside of a runner nothing is kept. */
function state_saveState(state) {
    saveState(NAME, JSON.stringify(state));
}
/** @returns undefined when no earlier phase kept anything. @throws Error naming what is wrong with the state. */
function state_readState(codec) {
    const text = readState(NAME);
    if (text === undefined)
        return undefined;
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        throw new Error("the state is not valid JSON", { cause });
    }
    return codec.parse(json);
}
function hasState() {
    return readState(NAME) !== undefined;
}
const gateState = {
    parse(json) {
        const { gate } = (json ?? {});
        if (typeof gate !== "string")
            throw new Error("the state does not name its gate");
        return { gate };
    },
};


/***/ }),

/***/ 4032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_CACHE_KEYS: () => (/* binding */ MAX_CACHE_KEYS),
/* harmony export */   restoreFromCache: () => (/* binding */ restoreFromCache),
/* harmony export */   restoreNewestFromCache: () => (/* binding */ restoreNewestFromCache),
/* harmony export */   saveToCache: () => (/* binding */ saveToCache)
/* harmony export */ });
/** The Actions cache takes at most ten keys in one look-up. */
const MAX_CACHE_KEYS = 10;
/**
 * Restores one file from the Actions cache.
 *
 * @param path relative to the workspace: the cache's version is made of it, so it must be the same on every machine.
 * @param keys whole keys, best first; a cache never knows a key only in part here.
 */
async function restoreFromCache(path, keys, log) {
    // 2.5 MB and 43 ms to load: only runs that have a baseline to look for pay it.
    const cache = await Promise.all(/* import() */[__nccwpck_require__.e(955), __nccwpck_require__.e(942), __nccwpck_require__.e(964)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9964));
    if (!cache.isFeatureAvailable())
        return { state: "unavailable", reason: "this runner has no Actions cache" };
    try {
        const [first = "", ...rest] = keys.slice(0, MAX_CACHE_KEYS);
        const key = await cache.restoreCache([path], first, rest);
        return key !== undefined && keys.includes(key) ? { state: "hit", key } : { state: "miss" };
    }
    catch (error) {
        log.debug(`the cache cannot be read: ${String(error)}`);
        return { state: "unavailable", reason: `the Actions cache cannot be read: ${error.message}` };
    }
}
/**
 * Restores the newest file whose key begins so: for something that grows, since keys are never overwritten.
 *
 * @param prefix must end where no longer name can go on, since the cache takes everything that begins with it.
 */
async function restoreNewestFromCache(path, prefix, log) {
    const cache = await Promise.all(/* import() */[__nccwpck_require__.e(955), __nccwpck_require__.e(942), __nccwpck_require__.e(964)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9964));
    if (!cache.isFeatureAvailable())
        return { state: "unavailable", reason: "this runner has no Actions cache" };
    try {
        const key = await cache.restoreCache([path], prefix);
        return key?.startsWith(prefix) === true ? { state: "hit", key } : { state: "miss" };
    }
    catch (error) {
        log.debug(`the cache cannot be read: ${String(error)}`);
        return { state: "unavailable", reason: `the Actions cache cannot be read: ${error.message}` };
    }
}
/** Saves one file; keys are never overwritten, so a re-run changes nothing. A cache that cannot be written is a warning. */
async function saveToCache(path, key, log) {
    const cache = await Promise.all(/* import() */[__nccwpck_require__.e(955), __nccwpck_require__.e(942), __nccwpck_require__.e(964)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9964));
    if (!cache.isFeatureAvailable())
        return false;
    try {
        return (await cache.saveCache([path], key)) !== -1;
    }
    catch (error) {
        log.warning(`The Actions cache cannot be written: ${error.message}`);
        return false;
    }
}


/***/ }),

/***/ 2183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   removeWorkspaceFile: () => (/* binding */ removeWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/**
 * Removes a file that had to lie in the workspace on its way to or from the cache, and its folder when nothing else is
 * in it. Can be run again.
 *
 * @param path relative to the workspace.
 */
function removeWorkspaceFile(workspace, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(absolute, { force: true });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(absolute));
    }
    catch {
        // Another gate's file is in it, or it is gone.
    }
}


/***/ }),

/***/ 6102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   findComparison: () => (/* binding */ findComparison)
/* harmony export */ });
/**
 * The change that a run is about, always in terms of what is checked out:
 * - GitHub's merge commit of a pull request: against its first parent, so that line numbers fit (codecov/feedback#961);
 * - another checkout of a pull request: against the merge base of its base and HEAD;
 * - push: against the commit before it; merge queue: against the group's base;
 * - anything else on another branch than the default: against the merge base with the default branch.
 *
 * Fetches the missing history of a shallow clone, only as far as needed.
 */
async function findComparison(git, event) {
    const head = await git.resolve("HEAD");
    if (head === undefined)
        return { state: "none", reason: "the repository has no commit" };
    const { pullRequest } = event;
    if (pullRequest !== undefined) {
        const parents = await git.deepenUntil(() => git.parents(head), (found) => found.length > 0);
        if (parents.length === 2 && parents[1] === pullRequest.headSha && parents[0] !== undefined) {
            return {
                state: "compared",
                base: parents[0],
                head,
                reason: "the merge commit of the pull request against its base",
            };
        }
        return againstMergeBase(git, pullRequest.baseSha, head, `the base \`${pullRequest.baseRef}\``);
    }
    if (event.name === "push" || event.name === "merge_group") {
        if (event.before === undefined)
            return { state: "none", reason: "this push made the branch, so there is nothing before it" };
        if (!(await git.fetchCommit(event.before))) {
            return {
                state: "none",
                reason: `the commit before this push, ${event.before.slice(0, 10)}, is not available (was it a force push?)`,
            };
        }
        return {
            state: "compared",
            base: event.before,
            head,
            reason: event.name === "push" ? "the push" : "the merge group against its base",
        };
    }
    if (event.defaultBranch === undefined)
        return { state: "none", reason: `a run by ${event.name} names no branch to compare with` };
    if (event.ref === `refs/heads/${event.defaultBranch}`) {
        return { state: "none", reason: `a run by ${event.name} on the default branch has no change to look at` };
    }
    const base = await git.resolve(`refs/remotes/origin/${event.defaultBranch}`);
    if (base === undefined)
        return { state: "none", reason: `the default branch \`${event.defaultBranch}\` is not checked out` };
    return againstMergeBase(git, base, head, `the default branch \`${event.defaultBranch}\``);
}
async function againstMergeBase(git, base, head, what) {
    if (!(await git.fetchCommit(base))) {
        return {
            state: "none",
            reason: `the commit ${base.slice(0, 10)} of ${what} cannot be fetched; check out with \`fetch-depth: 0\``,
        };
    }
    const [mergeBase, ...others] = await git.deepenUntil(() => git.mergeBases(base, head), (found) => found.length > 0);
    if (mergeBase === undefined)
        return { state: "none", reason: `HEAD and ${what} have no common history` };
    const reason = others.length === 0
        ? `HEAD against the merge base with ${what}`
        : `HEAD against the first of ${others.length + 1} merge bases with ${what}`;
    return { state: "compared", base: mergeBase, head, reason };
}


/***/ }),

/***/ 3178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MALFORMED: () => (/* binding */ MALFORMED),
/* harmony export */   answerErrors: () => (/* binding */ answerErrors),
/* harmony export */   answerMessage: () => (/* binding */ answerMessage),
/* harmony export */   parseAnswer: () => (/* binding */ parseAnswer),
/* harmony export */   requestHeaders: () => (/* binding */ requestHeaders)
/* harmony export */ });
/** Headers sent with every request to GitHub. The API's version is pinned: a newer one may answer in another shape. */
function requestHeaders(token) {
    return {
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28",
        "user-agent": "jessy-actions",
        ...(token !== "" && { authorization: `Bearer ${token}` }),
    };
}
const MALFORMED = Symbol("malformed");
/** The text of an answer as data, or `MALFORMED`. */
function parseAnswer(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return MALFORMED;
    }
}
/** GitHub's own message with the entries of `errors`; undefined when the answer has none. */
function answerMessage(data) {
    const { message } = (data ?? {});
    return typeof message === "string" ? `${message}${answerErrors(data)}` : undefined;
}
/** ` [{"code":"already_exists"}]`, or nothing. */
function answerErrors(data) {
    const { errors } = (data ?? {});
    return Array.isArray(errors) && errors.length > 0 ? ` ${JSON.stringify(errors).slice(0, 300)}` : "";
}


/***/ }),

/***/ 8259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  GitHub: () => (/* binding */ GitHub),
  GitHubError: () => (/* reexport */ github_error.GitHubError),
  MAX_PAGES: () => (/* binding */ MAX_PAGES)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/answer.js
var answer = __nccwpck_require__(3178);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var github_error = __nccwpck_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/proxy.js
var proxy = __nccwpck_require__(642);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/next-page.js
/**
 * The Link header (RFC 8288) that octokit's pagination may follow: the next page alone, or undefined when there is none. One on another
 * host is dropped, since it would get the token. `:name` is encoded, since octokit would take it for a placeholder and leave it out.
 */
function nextPageLink(link, apiUrl) {
    const next = link?.match(/<([^<>]+)>;\s*rel="next"/)?.[1];
    if (next === undefined || !URL.canParse(next))
        return undefined;
    const url = new URL(next);
    if (url.origin !== new URL(apiUrl).origin)
        return undefined;
    const rest = `${url.pathname}${url.search}`.replace(/[:{}]/g, encodeURIComponent);
    return `<${url.origin}${rest}>; rel="next"`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/retry.js
var retry = __nccwpck_require__(420);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/retrying-fetch.js




/** How long one attempt may take, milliseconds. */
const REQUEST_TIMEOUT = 30_000;
/** More than the largest page of GitHub's: a hundred of anything. */
const MAX_ANSWER_BYTES = 50_000_000;
/**
 * The `fetch` that octokit sends requests by: each is tried again as `retryDelay` allows, and every wait is said.
 *
 * @param route how messages call the request.
 * @returns a fetch that resolves only with success and JSON, or nothing. It throws GitHubError for everything else: octokit's own errors
 * know neither permissions nor request ids, and its pagination takes a 409 for an empty list.
 */
function retryingFetch(route, { apiUrl, log, sleep, random }) {
    return async (url, init) => {
        for (let attempt = 1;; attempt++) {
            const start = performance.now();
            const outcome = await attemptRequest(url, init, apiUrl);
            log.debug(`GitHub: ${route}: ${outcome.status || "no answer"}, ${Math.round(performance.now() - start)} ms`);
            if (outcome instanceof Response)
                return outcome;
            const delay = (0,retry.retryDelay)(attempt, outcome, Date.now(), random());
            if (delay === undefined)
                throw new github_error.GitHubError(route, outcome);
            log.info(`GitHub: ${route}: ${outcome.message} (${outcome.status}); again in ${(delay / 1000).toFixed(1)} s`);
            await sleep(delay);
        }
    };
}
async function attemptRequest(url, init, apiUrl) {
    const method = init?.method ?? "GET";
    try {
        // GitHub redirects renamed repositories; fetch drops the authorization header when the host changes.
        const response = await fetch(url, { ...init, redirect: "follow", signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
        const { status, statusText } = response;
        const headers = Object.fromEntries(response.headers);
        const text = await readText(response);
        if (text === undefined) {
            return { method, status, headers, message: `the answer is larger than ${MAX_ANSWER_BYTES / 1_000_000} MB` };
        }
        const data = text === "" ? undefined : (0,answer.parseAnswer)(text);
        if (response.ok && data !== answer.MALFORMED)
            return answerFor(text, response, apiUrl);
        return { method, status: response.ok ? 0 : status, headers, message: messageOf(data, statusText, status, headers) };
    }
    catch (error) {
        return { method, status: 0, headers: {}, message: describeNetworkError(error) };
    }
}
/**
 * A success as octokit gets it: JSON whatever its type is called, with a next page that may be followed. Of the other headers octokit uses
 * one alone, to write a deprecation unguarded to standard error.
 */
function answerFor(text, { status, headers }, apiUrl) {
    const link = nextPageLink(headers.get("link"), apiUrl);
    return new Response(text === "" ? null : text, {
        status,
        headers: { "content-type": "application/json", ...(link !== undefined && { link }) },
    });
}
/** @returns undefined when there is more of it than MAX_ANSWER_BYTES. */
async function readText(response) {
    const parts = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
        bytes += part.length;
        if (bytes > MAX_ANSWER_BYTES)
            return undefined;
        parts.push(part);
    }
    return Buffer.concat(parts).toString();
}
/** GitHub's own message, and what is missing when a token lacks a permission. */
function messageOf(data, statusText, status, headers) {
    if (data === answer.MALFORMED)
        return status < 400 ? "the answer is not valid JSON" : statusText || "the answer is not JSON";
    const { message } = (data ?? {});
    const text = typeof message === "string" ? message : statusText;
    const accepted = headers["x-accepted-github-permissions"];
    const hint = status === 403 && accepted !== undefined
        ? `; the job needs \`permissions:\` ${accepted.replaceAll("=", ": ").replaceAll("_", "-")}`
        : "";
    return `${text}${(0,answer.answerErrors)(data)}${hint}`;
}
function describeNetworkError(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === "TimeoutError")
        return `no answer within ${REQUEST_TIMEOUT / 1000} s`;
    return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/wait.js
var wait = __nccwpck_require__(4945);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/client.js






const PER_PAGE = 100;
/** A list with more pages than this has no end. */
const MAX_PAGES = 1000;
/** GitHub's API by octokit, with retries of our own (`retryingFetch`); github.com and GitHub Enterprise Server. */
class GitHub {
    #options;
    #loaded;
    constructor(options) {
        this.#options = options;
    }
    /**
     * One request.
     *
     * @param route e.g. `GET /repos/{owner}/{repo}/issues/{issue_number}/comments`; @param parameters fill the path, then the query
     * (GET) or the body.
     * @returns the answer's JSON; undefined when it has none.
     * @throws GitHubError after the last attempt.
     */
    async request(route, parameters = {}) {
        checkParameters(route, parameters);
        const { request } = await this.#octokit();
        try {
            const { data } = await request.defaults({ request: { fetch: this.#fetch(route) } })(route, { ...parameters });
            // octokit's word for no content.
            return (data === "" ? undefined : data);
        }
        catch (error) {
            throw thrownByFetch(error);
        }
    }
    /** Every item of a list, page by page. @throws GitHubError as `request` does, and for a list without end. */
    async *paginate(route, parameters = {}) {
        checkParameters(route, parameters);
        const { request, paginate } = await this.#octokit();
        const [method = "", url = ""] = route.split(" ");
        // The defaults of a request function reach every page; the parameters of a route only the first.
        const page = request.defaults({ method, url, request: { fetch: this.#fetch(route) } });
        const first = { per_page: PER_PAGE, ...parameters };
        try {
            let count = 0;
            for await (const { data } of paginate.iterator(page, first)) {
                if (++count > MAX_PAGES)
                    throw new github_error.GitHubError(route, listWithoutEnd);
                yield* data;
            }
        }
        catch (error) {
            throw thrownByFetch(error);
        }
    }
    async graphql(query) {
        const route = "POST /graphql";
        const { graphql } = await this.#octokit();
        let data;
        try {
            // octokit makes its own address of GitHub Enterprise Server's.
            const fetch = this.#fetch(route);
            data = await graphql.defaults({ url: this.#options.graphqlUrl, request: { fetch } })(query);
        }
        catch (error) {
            throw refusedByGraphql(error, route) ?? thrownByFetch(error);
        }
        if (data === undefined || data === null)
            throw new github_error.GitHubError(route, { status: 200, headers: {}, message: "no data" });
        return data;
    }
    #octokit() {
        this.#loaded ??= this.#load();
        return this.#loaded;
    }
    /** octokit is loaded by the first request: an action that asks GitHub nothing does not pay for it. */
    async #load() {
        // Not taken apart: TypeScript 7.0 renames a property that is called like the class around it.
        const toolkit = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(430)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5430));
        (0,proxy.useProxyOfEnvironment)();
        const { apiUrl, token } = this.#options;
        const octokit = new toolkit.GitHub({ baseUrl: apiUrl.replace(/\/$/, "") });
        // The token is a header like the others, and not octokit's `auth`: an upload sends the same ones.
        const headers = (0,answer.requestHeaders)(token);
        octokit.request = octokit.request.defaults({ headers });
        octokit.graphql = octokit.graphql.defaults({ headers });
        return octokit;
    }
    #fetch(route) {
        const { apiUrl, log, sleep = wait.wait, random = Math.random } = this.#options;
        return retryingFetch(route, { apiUrl, log, sleep, random });
    }
}
const listWithoutEnd = { status: 200, headers: {}, message: `the list has more than ${MAX_PAGES} pages` };
/** octokit would leave a placeholder without a value empty, and ask for something else. */
function checkParameters(route, parameters) {
    for (const [, name = ""] of route.matchAll(/\{(\w+)\}/g)) {
        if (parameters[name] === undefined)
            throw new Error(`${route} needs the parameter ${name}`);
    }
}
/** octokit wraps what its `fetch` throws, together with the request. */
function thrownByFetch(error) {
    return error instanceof Error && error.cause instanceof github_error.GitHubError ? error.cause : error;
}
/** GraphQL refuses with status 200, which octokit makes an error of. */
function refusedByGraphql(error, route) {
    if (!(error instanceof Error && error.name === "GraphqlResponseError" && "errors" in error))
        return undefined;
    const message = error.errors.map((one) => one.message).join("; ");
    return new github_error.GitHubError(route, { status: 200, headers: {}, message });
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GitHubError: () => (/* binding */ GitHubError)
/* harmony export */ });
/** A request that GitHub refused, or that never got an answer (status 0). The message never holds the token. */
class GitHubError extends Error {
    name = "GitHubError";
    status;
    /** @param route as the caller wrote it, e.g. `GET /repos/{owner}/{repo}`. */
    constructor(route, { status, message, headers }) {
        const answer = status === 0 ? "no answer" : `status ${status}`;
        const request = headers["x-github-request-id"];
        super(`${route}: ${answer}: ${message}${request === undefined ? "" : ` (request ${request})`}`);
        this.status = status;
    }
}


/***/ }),

/***/ 642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   useProxyOfEnvironment: () => (/* binding */ useProxyOfEnvironment)
/* harmony export */ });
const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
/**
 * Leads `fetch` and node:http through the proxy that the environment names, which Node ignores unless told (NO_PROXY counts). Older
 * versions of Node 24 do not have the call yet.
 */
function useProxyOfEnvironment() {
    if (!VARIABLES.some((name) => process.env[name]))
        return;
    // Not an import: only runs behind a proxy need it.
    const http = process.getBuiltinModule("node:http");
    http.setGlobalProxyFromEnv?.();
}


/***/ }),

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_ATTEMPTS: () => (/* binding */ MAX_ATTEMPTS),
/* harmony export */   MAX_WAIT: () => (/* binding */ MAX_WAIT),
/* harmony export */   retryDelay: () => (/* binding */ retryDelay)
/* harmony export */ });
const MAX_ATTEMPTS = 5;
/** The longest single wait, milliseconds. A primary rate limit that resets in half an hour fails at once, with its reason. */
const MAX_WAIT = 90_000;
/** After a secondary limit without a hint GitHub asks for at least a minute (docs, "Best practices for using the REST API"). */
const SECONDARY_LIMIT_WAIT = 60_000;
/** Methods that may be sent again when it is unknown whether the first request arrived. */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "PATCH", "DELETE"]);
/**
 * How long to wait before the same request is sent again, or undefined when it must not be.
 *
 * A request over a limit (429, 403 with a secondary-limit message, an exhausted quota) was certainly refused, so any method may be sent
 * again. A lost answer or a gateway error may hide a success: a POST is then left to the caller, which can look whether it arrived.
 *
 * @param attempt how often it was tried, from 1; @param now milliseconds since 1970; @param random from 0 to 1.
 */
function retryDelay(attempt, failure, now, random) {
    if (attempt >= MAX_ATTEMPTS)
        return undefined;
    const limited = limitWait(failure, now);
    if (limited !== undefined)
        return limited <= MAX_WAIT ? limited + random * 1000 : undefined;
    const passing = failure.status === 0 || (failure.status >= 500 && failure.status !== 501 && failure.status !== 505);
    if (!passing || !IDEMPOTENT.has(failure.method))
        return undefined;
    return 2 ** (attempt - 1) * 500 * (1 + random);
}
function limitWait({ status, headers, message }, now) {
    const retryAfter = parseRetryAfter(headers["retry-after"], now);
    if (status === 429)
        return retryAfter ?? untilReset(headers, now) ?? SECONDARY_LIMIT_WAIT;
    if (status !== 403)
        return status === 503 ? retryAfter : undefined;
    if (headers["x-ratelimit-remaining"] === "0")
        return retryAfter ?? untilReset(headers, now);
    if (retryAfter !== undefined || /secondary rate limit|abuse detection/i.test(message))
        return retryAfter ?? SECONDARY_LIMIT_WAIT;
    return undefined;
}
function untilReset(headers, now) {
    const reset = Number(headers["x-ratelimit-reset"]);
    return reset > 0 ? Math.max(0, reset * 1000 - now) : undefined;
}
/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function parseRetryAfter(value, now) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 4144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   COMMENT_MAX_BYTES: () => (/* binding */ COMMENT_MAX_BYTES),
/* harmony export */   bytesLeftFor: () => (/* binding */ bytesLeftFor),
/* harmony export */   disarm: () => (/* binding */ disarm),
/* harmony export */   isSharedComment: () => (/* binding */ isSharedComment),
/* harmony export */   parseSections: () => (/* binding */ parseSections),
/* harmony export */   renderSections: () => (/* binding */ renderSections),
/* harmony export */   sectionId: () => (/* binding */ sectionId),
/* harmony export */   withSection: () => (/* binding */ withSection)
/* harmony export */ });
/** GitHub refuses a longer body with 422. The limit is in characters; bytes of UTF-8 are never fewer. */
const COMMENT_MAX_BYTES = 65_536;
const MARK = "<!-- jessy-actions -->";
const SECTION = /<!-- jessy-actions:begin ([^\s>]+) -->\n([\s\S]*?)\n<!-- jessy-actions:end \1 -->/g;
/** Section ids are action names with an optional gate name. */
function sectionId(action, name) {
    const safe = name
        .replace(/[^A-Za-z0-9._-]/g, (character) => `%${character.codePointAt(0).toString(16)}`)
        .replaceAll("--", "-%2d");
    return name === "" ? action : `${action}:${safe}`;
}
function isSharedComment(body) {
    return body.startsWith(MARK);
}
/** GitHub gives back CRLF when somebody edited the comment in a browser. */
function parseSections(body) {
    return [...body.replaceAll("\r\n", "\n").matchAll(SECTION)].map((found) => ({ id: found[1], content: found[2] }));
}
/** @param sections each id once. */
function renderSections(sections) {
    const sorted = [...sections].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [MARK, ...sorted.map(frame)].join("\n\n");
}
/** The same sections with one of them replaced or added. */
function withSection(sections, section) {
    return [...sections.filter((other) => other.id !== section.id), section];
}
/** How many bytes a section's content may have beside the other sections. */
function bytesLeftFor(id, sections) {
    return COMMENT_MAX_BYTES - Buffer.byteLength(renderSections(withSection(sections, { id, content: "" })));
}
/** Content cannot end its own section: the report's renderer escapes every `<`, so this is a second lock. */
function disarm(content) {
    return content.replaceAll("<!-- jessy-actions", "&lt;!-- jessy-actions");
}
function frame({ id, content }) {
    return `<!-- jessy-actions:begin ${id} -->\n${content}\n<!-- jessy-actions:end ${id} -->`;
}


/***/ }),

/***/ 2010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ apiUrls)
/* harmony export */ });
/** github.com, or the GitHub Enterprise Server that the runner belongs to. */
function apiUrls(environment) {
    return {
        apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
        graphqlUrl: environment.GITHUB_GRAPHQL_URL || "https://api.github.com/graphql",
    };
}


/***/ }),

/***/ 4945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   wait: () => (/* binding */ wait)
/* harmony export */ });
function wait(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 4786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ whileCancellable)
/* harmony export */ });
/* harmony import */ var _lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4870);

/** What a shell reports of a program that SIGINT ended. */
const CANCELLED = 130;
/** What has to be undone, the latest first. */
const cleanUps = [];
let isCancelling = false;
/**
 * Does some work that a cancelled run must not leave half done: the runner sends SIGINT, after 7.5 s SIGTERM, after 10
 * s SIGKILL (ProcessInvoker.cs), and only to us: programs in groups of their own would go on. They are asked to end,
 * killed after their grace, the clean-ups run, and the process exits. A second signal kills at once.
 *
 * @param cleanUp must be quick and may not wait for anything.
 */
async function whileCancellable(work, cleanUp = () => undefined) {
    if (cleanUps.length === 0)
        for (const signal of SIGNALS)
            process.on(signal, cancel);
    cleanUps.unshift(cleanUp);
    try {
        return await work();
    }
    finally {
        cleanUps.splice(cleanUps.indexOf(cleanUp), 1);
        if (cleanUps.length === 0)
            for (const signal of SIGNALS)
                process.off(signal, cancel);
    }
}
const SIGNALS = ["SIGINT", "SIGTERM"];
function cancel() {
    if (isCancelling) {
        (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .killAllPrograms */ .Zw)();
        exit();
    }
    isCancelling = true;
    void (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .endAllPrograms */ .mm)().then(exit);
}
function exit() {
    for (const cleanUp of cleanUps) {
        try {
            cleanUp();
        }
        catch (error) {
            process.stderr.write(`cleaning up after the cancellation failed: ${error.message}\n`);
        }
    }
    process.exit(CANCELLED);
}


/***/ }),

/***/ 4870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iR: () => (/* binding */ Lifetime),
  fZ: () => (/* binding */ ProcessLimitError),
  mm: () => (/* binding */ endAllPrograms),
  Zw: () => (/* binding */ killAllPrograms),
  rw: () => (/* binding */ processEnd)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process-table.js
var process_table = __nccwpck_require__(3910);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/group.js


/**
 * How often a group that was asked to end is looked at, in milliseconds: nothing reports that a whole group has ended.
 */
const POLL = 25;
/** Groups are POSIX. Elsewhere a group is its leader alone. */
const HAS_GROUPS = process.platform !== "win32";
/** A program that leads a process group, and everything it started that did not leave the group. */
class ProcessGroup {
    #leader;
    /** @param leader must have started, in a group of its own where there are groups. */
    constructor(leader) {
        this.#leader = leader;
    }
    /**
     * Asks the group to end by SIGTERM, and kills what is left of it after `grace` milliseconds. Settles when it has
     * ended.
     */
    async end(grace) {
        const deadline = performance.now() + grace;
        this.#signal("SIGTERM");
        while (this.#isRunning && performance.now() < deadline)
            await (0,promises_namespaceObject.setTimeout)(POLL);
        this.kill();
    }
    kill() {
        this.#signal("SIGKILL");
    }
    get #isRunning() {
        if (!this.#signal(0))
            return false;
        // In a container without an init nobody collects orphans that have ended, and they still count as members.
        const members = (0,process_table/* processTable */.oI)()?.filter(({ group }) => group === this.#leader.pid);
        return members === undefined || members.length === 0 || members.some(({ isZombie }) => !isZombie);
    }
    /** @returns whether anything was there to get the signal. */
    #signal(signal) {
        const { pid, exitCode, signalCode } = this.#leader;
        if (pid === undefined)
            return false;
        if (HAS_GROUPS && send(-pid, signal))
            return true;
        // A leader that was started this very moment has no group yet. One that has ended may have lost its number to a
        // stranger.
        return exitCode === null && signalCode === null && send(pid, signal);
    }
}
function send(target, signal) {
    try {
        return process.kill(target, signal);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __nccwpck_require__(6466);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/standard-input.js


/**
 * Writes a program's standard input, no faster than the program reads it, and closes it. A program may end without
 * having read it all.
 *
 * @throws what the source throws.
 */
async function feed(stdin, input) {
    const source = input instanceof external_node_stream_.Readable ? input : external_node_stream_.Readable.from([input]);
    let failed;
    source.once("error", () => {
        failed ??= "source";
    });
    // EPIPE and its kin are the program's right, and end the source with the same error.
    for (const event of ["error", "close"])
        stdin.once(event, () => {
            failed ??= "program";
        });
    try {
        await (0,promises_.pipeline)(source, stdin);
    }
    catch (error) {
        if (failed === "source")
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/lifetime.js


/** A program took too long or wrote too much, and was ended with its whole group. */
class ProcessLimitError extends Error {
    name = "ProcessLimitError";
    limit;
    constructor(limit, message) {
        super(message);
        this.limit = limit;
    }
}
const DEFAULT_TIMEOUT = 10 * 60_000;
const DEFAULT_GRACE = 2000;
/**
 * By then everything is read that an ended program wrote, even on a busy machine. A process that still holds its pipes
 * left the group.
 */
const PIPE_GRACE = 2000;
/** Programs that run now, so that a cancelled run can end them all. */
const live = new Set();
let isCancelled = false;
/**
 * Everything that can end a program, and what must end with it: a time limit, a caller's signal, the end of the whole
 * run. However the program ends, nothing in its group outlives it, and nobody waits for a process that left the group
 * with its pipes.
 */
class Lifetime {
    #program;
    #limits;
    #stopped = Promise.withResolvers();
    #abort = () => this.stop(this.#limits.signal?.reason);
    #child;
    #group;
    #timers = [];
    #isStopping = false;
    /** @param program names the program in messages. */
    constructor(program, limits) {
        this.#program = program;
        this.#limits = limits;
        this.#stopped.promise.catch(() => undefined);
    }
    /**
     * Waits for a program, however it ends.
     *
     * @param start starts it, calls `watch` once it runs, and settles when it has ended and its pipes are closed.
     * @throws ProcessLimitError, the reason of `signal`, or what `start` throws. Once the run is cancelled this never
     * settles: the process exits before anyone could go on with half a result.
     */
    async run(start) {
        const { signal, timeout = DEFAULT_TIMEOUT } = this.#limits;
        if (isCancelled)
            return new Promise(() => undefined);
        signal?.throwIfAborted();
        signal?.addEventListener("abort", this.#abort, { once: true });
        const late = new ProcessLimitError("time", `${this.#program} took longer than ${timeout / 1000} s and was ended`);
        this.#timers.push(setTimeout(() => this.stop(late), timeout));
        live.add(this);
        try {
            const result = await Promise.race([start(), this.#stopped.promise]);
            return this.#isStopping ? await this.#stopped.promise : result;
        }
        finally {
            for (const timer of this.#timers)
                clearTimeout(timer);
            signal?.removeEventListener("abort", this.#abort);
            live.delete(this);
            if (isCancelled)
                await new Promise(() => undefined);
        }
    }
    /** @param child has just started; it reads `input`, or nothing. */
    watch(child, input) {
        this.#child = child;
        this.#group = new ProcessGroup(child);
        child.once("exit", () => {
            if (this.#isStopping)
                return;
            this.#group?.kill();
            // "close" waits for everyone who holds the pipes.
            this.#timers.push(setTimeout(() => this.#closePipes(), PIPE_GRACE));
        });
        if (this.#isStopping || isCancelled)
            this.#group.kill();
        if (child.stdin !== null)
            feed(child.stdin, input ?? "").catch((error) => this.stop(error));
    }
    /** Ends the program early; the run rejects with `reason` once everything has ended. */
    stop(reason) {
        if (this.#isStopping)
            return;
        this.#isStopping = true;
        void this.end().then(() => this.#stopped.reject(reason));
    }
    /** SIGTERM, then SIGKILL, for the whole group. */
    async end() {
        await this.#group?.end(this.#limits.grace ?? DEFAULT_GRACE);
        this.#closePipes();
        // A process that even SIGKILL does not end must not keep ours.
        this.#child?.unref();
    }
    kill() {
        this.#group?.kill();
    }
    #closePipes() {
        for (const stream of [this.#child?.stdin, this.#child?.stdout, this.#child?.stderr])
            stream?.destroy();
    }
}
/** @param child has ended. */
function processEnd({ exitCode, signalCode }) {
    return { exitCode: exitCode ?? (signalCode === null ? 1 : 128), signal: signalCode ?? undefined };
}
/**
 * Ends every program that runs, each with its group and its grace, and lets none start: for a run that is cancelled.
 */
async function endAllPrograms() {
    isCancelled = true;
    await Promise.all([...live].map((lifetime) => lifetime.end()));
}
/** For a cancelled run whose time is up. */
function killAllPrograms() {
    isCancelled = true;
    for (const lifetime of live)
        lifetime.kill();
}


/***/ }),

/***/ 3910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P3: () => (/* binding */ killProcessesIn),
/* harmony export */   oI: () => (/* binding */ processTable)
/* harmony export */ });
/* unused harmony export parseStat */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** The processes of this machine, from Linux's /proc; undefined where there is none. */
function processTable() {
    // A stripped-down container may have no /proc.
    if (process.platform !== "linux" || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)("/proc/self/stat"))
        return undefined;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => parseStat(readOrEmpty(`/proc/${name}/stat`)) ?? []);
}
/** A line of /proc/PID/stat (proc_pid_stat(5)): the name in parentheses may hold anything. Pure. */
function parseStat(line) {
    const [state, _parent, group] = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const pid = Number.parseInt(line, 10);
    if (state === undefined || group === undefined || Number.isNaN(pid))
        return undefined;
    return { pid, group: Number(group), isZombie: state === "Z" || state === "X" };
}
/**
 * Kills every process that works in a folder: what a run that was killed itself left behind. Our own user's processes
 * only, since nobody may look at others.
 *
 * @param folder absolute, without symbolic links.
 * @returns how many there were.
 */
function killProcessesIn(folder) {
    const found = (processTable() ?? []).filter(({ pid }) => pid !== process.pid && worksIn(pid, folder));
    for (const { pid } of found) {
        try {
            process.kill(pid, "SIGKILL");
        }
        catch {
            // Already gone.
        }
    }
    return found.length;
}
function worksIn(pid, folder) {
    try {
        // Of a folder that was removed it says `PATH (deleted)`.
        const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/${pid}/cwd`);
        return directory === folder || directory.startsWith(folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep) || directory === `${folder} (deleted)`;
    }
    catch {
        return false;
    }
}
function readOrEmpty(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}


/***/ }),

/***/ 5428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ linkTarget),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   en: () => (/* binding */ escapeTerminal),
/* harmony export */   hR: () => (/* binding */ revealInvisible)
/* harmony export */ });
/**
 * The one place where untrusted text (file, branch and test names, commit messages, tool output) is made safe for each
 * place it is shown in. Nothing else in the product concatenates such text into markup.
 */
/** C0 and C1 controls without tab and newline, bidirectional controls (CVE-2021-42574), zero-width characters, BOM. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/**
 * Makes invisible characters visible, e.g. a right-to-left override as `\u{202e}`, so that no name can pass for
 * another.
 */
function revealInvisible(text) {
    return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}
/** One line: newlines and tabs become blanks. */
function singleLine(text) {
    return revealInvisible(text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " "));
}
/**
 * GitHub links @mentions, #references, commits, URLs and :emoji: in the text of the finished HTML, after all escaping.
 * A zero-width space inside breaks the link; Dependabot and Renovate do the same.
 */
function breakAutolinks(text) {
    return text
        .replaceAll("@", `@${ZERO_WIDTH_SPACE}`)
        .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![0-9a-z])GH-(?=\d)/gi, (match) => `${match}${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/gi, (sha) => `${sha.slice(0, 4)}${ZERO_WIDTH_SPACE}${sha.slice(4)}`)
        .replace(/:\/\/(?=\S)/g, `:${ZERO_WIDTH_SPACE}//`)
        .replace(/(?<![0-9a-z])www\.(?=\S)/gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH_SPACE}.`)
        .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`);
}
const ZERO_WIDTH_SPACE = "\u200b";
/**
 * Plain text inside a line of GitHub Markdown. It cannot become markup, HTML, math, a table border, an @mention, a
 * #reference, or a link to a commit or URL.
 */
function escapeMarkdown(text) {
    // HTML shows a run of blanks as one, and four blanks at the start of a line would be a code block.
    return breakAutolinks(singleLine(text).replace(/ {2,}/g, " "))
        .replace(/[\\`*_{}[\]()#!|~:^]/g, "\\$&")
        .replace(/[&<>]/g, entity)
        .replaceAll("$", "<span>$</span>")
        .replace(/^\s*(?:[-+=](?!\d)|\d+(?=\.(?:\s|$)))/, (start) => start.replace(/[-+=]/, "\\$&").replace(/\d$/, (digit) => entity(digit)));
}
function entity(character) {
    return `&#${character.charCodeAt(0)};`;
}
/**
 * Text as a code span, with a longer fence around backticks. A `|` would end a table cell, and a backslash before it
 * cannot be escaped in a code span (GFM, 4.10), so such text becomes HTML.
 */
function codeSpan(text) {
    const content = singleLine(text);
    if (content.includes("|"))
        return `<code>${escapeMarkdown(content)}</code>`;
    if (content.trim() === "")
        return "` `";
    const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    const padding = content.startsWith("`") || content.endsWith("`") || (content.startsWith(" ") && content.endsWith(" ")) ? " " : "";
    return `${fence}${padding}${content}${padding}${fence}`;
}
/** A fenced code block that its content cannot leave. */
function codeBlock(text, language = "") {
    const content = text.replace(/\r\n?/g, "\n").split("\n").map(revealInvisible).join("\n");
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${/^[a-z0-9+-]*$/.test(language) ? language : ""}\n${content}\n${fence}`;
}
/** A link target for `(...)`: http, https or a fragment; anything else becomes an empty fragment. */
function linkTarget(href) {
    if (!/^(?:https?:\/\/|#)/.test(href))
        return "#";
    return href.replace(/[\s<>()"'`\\|]|[^\u0021-\u007e]/gu, (character) => [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join(""));
}
/** Text or an attribute value in HTML that GitHub shows. */
function escapeHtml(text) {
    return breakAutolinks(singleLine(text)).replace(/[&<>"']/g, entity);
}
/** Text for a terminal: one line, without escape sequences or control characters. */
function escapeTerminal(text) {
    return singleLine(text);
}


/***/ }),

/***/ 4854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   loweredAlerts: () => (/* binding */ loweredAlerts)
/* harmony export */ });
/** One alert per input: the first thing that a reviewer should see is that a gate was weakened. */
function loweredAlerts(lowered) {
    return lowered.map(({ input, asked, enforced }) => ({
        kind: "alert",
        level: "warning",
        text: [
            "This change lowers ",
            { code: input },
            ` from ${enforced} to ${asked}. It was judged by ${enforced}, as on the default branch.`,
        ],
    }));
}


/***/ }),

/***/ 8342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MARK: () => (/* binding */ MARK)
/* harmony export */ });
/**
 * The marks of every report. Emoji are the one red that GitHub shows in comments, job summaries and mails, light and
 * dark: its sanitiser takes colours away. A mark never stands without a word, for readers and screens that have no
 * emoji.
 */
const MARK = {
    pass: "✅",
    fail: "❌",
    warning: "⚠️",
    broken: "💥",
    unknown: "❔",
    new: "🆕",
    /** Neither good nor bad: left alone, not judged, nothing to judge. */
    neutral: "➖",
    note: "ℹ️",
};


/***/ }),

/***/ 7280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   prose: () => (/* binding */ prose)
/* harmony export */ });
/**
 * Our own sentences put names between backticks. Each half becomes plain text or a code span, no matter what the name
 * holds.
 */
function prose(sentence) {
    return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}


/***/ }),

/***/ 5154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   count: () => (/* binding */ count),
/* harmony export */   counted: () => (/* binding */ counted),
/* harmony export */   plural: () => (/* binding */ plural)
/* harmony export */ });
/** `12,345`. Not toLocaleString: its first call loads the locales, which takes 15 ms. */
function count(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/** `lines`, or `line` for one. */
function plural(number, noun) {
    return number === 1 ? noun : `${noun}s`;
}
/** `12,345 lines`. */
function counted(number, noun) {
    return `${count(number)} ${plural(number, noun)}`;
}


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   shownPath: () => (/* binding */ shownPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/** A path as people in this directory would write it; a path outside the directory stays as it is. */
function shownPath(path, directory) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, path);
    return inside.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) ? path : inside.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/");
}


/***/ }),

/***/ 5017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i_: () => (/* binding */ InputReader),
  hD: () => (/* binding */ quote)
});

// UNUSED EXPORTS: environmentName

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(8524);
// EXTERNAL MODULE: ./build/js/packages/reading/src/decimal.js
var src_decimal = __nccwpck_require__(4127);
// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var globs = __nccwpck_require__(5931);
;// CONCATENATED MODULE: ./build/js/packages/reading/src/nearest.js
/** The one of some words that is at most two edits away, if any. */
function nearest(word, words) {
    let best;
    let bestDistance = 3;
    for (const candidate of words) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance && distance < candidate.length / 2) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Letters added, dropped, replaced, or swapped with their neighbour (optimal string alignment). 3 stands for more than 2. */
function editDistance(a, b) {
    if (Math.abs(a.length - b.length) > 2)
        return 3;
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2] + 1 : 3;
            row.push(Math.min(last[j] + 1, row[j - 1] + 1, replaced, swapped));
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length];
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __nccwpck_require__(8878);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __nccwpck_require__(5428);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/inputs.js






/**
 * Reads the inputs of an action from its environment and remembers everything that is wrong with them: `finish` throws one error
 * that names all of it. A getter whose input is wrong returns a harmless value; nobody sees it, because `finish` throws.
 */
class InputReader {
    #environment;
    #read;
    #problems = [];
    #known = new Set();
    #written = new Map();
    /** The inputs of this step, as @actions/core reads them. */
    static ofStep() {
        return new InputReader(process.env, core/* getInput */.V4);
    }
    /** @param read gets one input's value, trimmed; by default it is read as core does it, from an environment that need not be the process's. */
    constructor(environment, read = (name) => (environment[environmentName(name)] ?? "").trim()) {
        this.#environment = environment;
        this.#read = read;
    }
    /** The trimmed value; an input that is not set is empty, as the runner hands it over. */
    string(name) {
        this.#known.add(environmentName(name));
        const value = this.#read(name);
        this.#written.set(name, value);
        return value;
    }
    /** Undefined when the input is empty. */
    optional(name) {
        const value = this.string(name);
        return value === "" ? undefined : value;
    }
    required(name, example) {
        const value = this.string(name);
        if (value === "")
            this.problem(name, `is missing; write, for example, ${quote(`${name}: ${example}`)}`);
        return value;
    }
    /** `true`, `True`, `TRUE`, `false`, `False` or `FALSE` (YAML 1.2 core schema). */
    boolean(name, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (!/^(?:false|False|FALSE)$/.test(value))
            this.wrong(name, value, "`true` or `false`");
        return false;
    }
    integer(name, range, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
        if (number >= range.min && number <= range.max)
            return number;
        this.wrong(name, value, `a whole number from ${range.min} to ${range.max}`);
        return fallback;
    }
    /** `80`, `80.5` or `80.5%`, from 0 to 100, exactly as written. */
    percentage(name) {
        return this.#decimal(name, /\s*%$/, "a percentage from 0 to 100 such as `80` or `80.5`");
    }
    /** `0.5`, `0.5pp` or `0.5 points`: a difference of two percentages, from 0 to 100. */
    percentagePoints(name) {
        return this.#decimal(name, /\s*(?:pp|%|points?)$/, "percentage points from 0 to 100 such as `0` or `0.5`");
    }
    enumeration(name, values, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        if (values.includes(value))
            return value;
        const near = nearest(value, values);
        this.wrong(name, value, near === undefined ? `one of ${values.join(", ")}` : `${quote(near)} (one of ${values.join(", ")})`);
        return fallback;
    }
    /** `90s`, `5m`, `1h30m`, `250ms`. @returns milliseconds. */
    duration(name, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,9})s)?\s*(?:(\d{1,9})ms)?$/.exec(value);
        if (match === null) {
            this.wrong(name, value, "a duration such as `90s`, `5m` or `1h30m`");
            return fallback;
        }
        const [hours, minutes, seconds, milliseconds] = match.slice(1).map((part) => Number(part ?? 0));
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    }
    /** One item a line. Blank lines and lines that begin with `#` do not count; an item in quotes is taken literally. */
    list(name) {
        return this.string(name)
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== "" && !line.startsWith("#"))
            .map((line) => /^"(.*)"$|^'(.*)'$/
            .exec(line)
            ?.slice(1)
            .find((part) => part !== undefined) ?? line);
    }
    /** One glob a line, each checked. */
    globs(name) {
        const patterns = this.list(name);
        for (const pattern of patterns)
            this.checkGlob(name, pattern);
        return patterns;
    }
    /** For a glob that is only a part of an input's line. */
    checkGlob(name, pattern) {
        const problem = (0,globs/* patternProblem */.A)(pattern);
        if (problem !== undefined)
            this.problem(name, `has the pattern ${quote(pattern)}, which ${problem}`);
    }
    /**
     * Some of a few known words, between blanks, commas or newlines; comments as in `list`. Each once, in the order they are written.
     *
     * @param alone a word that stands for none of them, and only by itself, such as `never`.
     * @returns undefined when the input is empty.
     */
    words(name, known, alone) {
        const words = this.list(name).flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
        if (words.length === 0)
            return undefined;
        if (words.length === 1 && words[0] === alone)
            return [];
        for (const word of words) {
            if (known.includes(word))
                continue;
            if (word === alone) {
                this.wrong(name, word, `${quote(alone)} alone, or leave it out`);
                continue;
            }
            const near = nearest(word, known);
            const some = `some of ${known.join(", ")}${alone === undefined ? "" : `, or ${quote(alone)} alone`}`;
            this.wrong(name, word, near === undefined ? some : `${quote(near)} (${some})`);
        }
        return [...new Set(words)];
    }
    /** Where an action works, relative to the workspace; `.` when the input is empty. */
    workingDirectory() {
        return this.string("working-directory") || ".";
    }
    /** An input that now has another name: set, it is an error that says the new one, instead of being ignored. */
    renamed(oldName, newName) {
        if (this.string(oldName) !== "")
            this.problem(oldName, `is now called ${quote(newName)}; rename it in the workflow`);
    }
    /** At most one of these inputs may be set. */
    exclusive(...names) {
        const set = names.filter((name) => this.string(name) !== "");
        if (set.length > 1)
            this.#problems.push(`inputs ${set.map(quote).join(" and ")} exclude each other; set only one of them`);
    }
    /** A problem with one input that only the action itself can see. */
    problem(name, text) {
        this.#problems.push(`input ${quote(name)} ${text}`);
    }
    /** A value that cannot be used, and what to write instead. */
    wrong(name, found, expected) {
        this.problem(name, `is ${quote(found)}; write ${expected}`);
    }
    /** Inputs that nobody asked for but that look like a typing error of one that was: complete once every input was read. */
    get warnings() {
        const known = [...this.#known];
        return Object.keys(this.#environment)
            .filter((key) => key.startsWith("INPUT_") && !this.#known.has(key))
            .flatMap((key) => {
            const near = nearest(key, known);
            return near === undefined
                ? []
                : [`there is no input ${quote(inputName(key))}; did you mean ${quote(inputName(near))}?`];
        });
    }
    /** The inputs that were read and are set, one line each for the debug log; what may be a secret is only said to be set. */
    get described() {
        return [...this.#written]
            .filter(([, value]) => value !== "")
            .map(([name, value]) => `input ${name}: ${SECRET_NAME.test(name) ? "(set)" : JSON.stringify(value)}`);
    }
    /** @throws UserErrors with everything that is wrong with the inputs, one line each. */
    finish() {
        if (this.#problems.length > 0)
            throw new user_error/* UserErrors */.t(this.#problems);
    }
    #decimal(name, unit, expected) {
        const value = this.string(name);
        if (value === "")
            return undefined;
        const decimal = (0,src_decimal/* parseDecimal */.$)(value.replace(unit, ""));
        if (decimal !== undefined && (0,src_decimal/* compareDecimals */.Y)(decimal, HUNDRED) <= 0)
            return decimal;
        this.wrong(name, value, expected);
        return undefined;
    }
}
/** Inputs whose values no log shows, whether or not the runner masks them. */
const SECRET_NAME = /token|password|passphrase|secret|(?:^|-)key(?:$|-)/;
const HUNDRED = { text: "100", numerator: 100n, denominator: 1n };
/** The runner upper-cases a name and turns blanks into `_`; hyphens stay (actions/runner, Handler.cs). */
function environmentName(input) {
    return `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;
}
function inputName(key) {
    return key.slice("INPUT_".length).toLowerCase();
}
const MAX_QUOTED = 60;
/** Something that was found, on one line and not endless. */
function quote(text) {
    const line = (0,report_escape/* revealInvisible */.hR)(text.replace(/\s+/g, " "));
    return `\`${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 3)}...` : line}\``;
}


/***/ }),

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ isValueName),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* unused harmony export OUTPUT_MAX_BYTES */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8524);

/** GitHub's limit of one output (docs, "Passing information between jobs"). */
const OUTPUT_MAX_BYTES = 1_048_576;
/**
 * Sets outputs of the step: all of them, or none when one cannot be set. Outside of a runner it does nothing, where core would print the
 * command that `GITHUB_OUTPUT` has replaced.
 *
 * @throws Error for a value over the limit, which the runner would drop, and for a name that core would write but the runner would read as
 * another one.
 */
function setOutputs(values) {
    if (!process.env.GITHUB_OUTPUT)
        return;
    for (const [name, value] of Object.entries(values)) {
        if (!isValueName(name))
            throw new Error(`${JSON.stringify(name)} cannot be the name of an output`);
        if (Buffer.byteLength(value) > OUTPUT_MAX_BYTES) {
            throw new Error(`the output ${JSON.stringify(name)} is larger than GitHub's limit of ${OUTPUT_MAX_BYTES} bytes`);
        }
    }
    for (const [name, value] of Object.entries(values))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
}
/** Whether the runner reads a name back from a file command's `name<<delimiter` as it was written (FileCommandManager.cs). */
function isValueName(name) {
    return name !== "" && !/[\r\n=]|<</.test(name);
}


/***/ }),

/***/ 5124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_WHOLE_BYTES: () => (/* binding */ MAX_WHOLE_BYTES),
/* harmony export */   joinChunks: () => (/* binding */ joinChunks)
/* harmony export */ });
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8439);

/** V8's longest string is 2^29 - 24 characters; a format that needs the whole text has to stay below it. */
const MAX_WHOLE_BYTES = 500_000_000;
/** All chunks as one array, for formats that cannot be read piece by piece. */
function joinChunks(chunks) {
    const copies = [];
    let length = 0;
    for (const chunk of chunks) {
        length += chunk.length;
        if (length > MAX_WHOLE_BYTES) {
            throw new _report_error_js__WEBPACK_IMPORTED_MODULE_0__.ReportError(`the report is larger than ${MAX_WHOLE_BYTES / 1_000_000} MB; split it`);
        }
        // Not `slice`: for a Buffer it returns a view of memory that the caller may reuse.
        copies.push(new Uint8Array(chunk));
    }
    if (copies.length === 1)
        return copies[0];
    const whole = new Uint8Array(length);
    let at = 0;
    for (const copy of copies) {
        whole.set(copy, at);
        at += copy.length;
    }
    return whole;
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseDecimal),
/* harmony export */   Y: () => (/* binding */ compareDecimals)
/* harmony export */ });
const MAX_DIGITS = 30;
/** Reads digits with an optional fraction; no sign, exponent or blanks. Undefined for anything else. */
function parseDecimal(text) {
    const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null || text.length > MAX_DIGITS)
        return undefined;
    const fraction = match[2] ?? "";
    return { text, numerator: BigInt(match[1] + fraction), denominator: 10n ** BigInt(fraction.length) };
}
/** Negative when a < b, 0 when equal, positive when a > b. */
function compareDecimals(a, b) {
    const difference = a.numerator * b.denominator - b.numerator * a.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ compileGlob),
/* harmony export */   U: () => (/* binding */ bracesAt)
/* harmony export */ });
/** A pattern with more alternatives is not a list of files; it would only cost time. */
const MAX_ALTERNATIVES = 1000;
/**
 * Compiles a Bash glob, as known from .gitignore and workflows: `*` and `?` within a folder, `**` as a whole part
 * across folders, `[a-z]`, `[!a]`, `{a,b}`, and `\` to take the next character literally. A leading dot is nothing
 * special.
 *
 * @throws RangeError naming what is wrong with the pattern.
 */
function compileGlob(pattern) {
    const alternatives = expandBraces(pattern).map((each) => each.split("/").map(parsePart));
    return (path) => {
        const parts = path.split("/");
        return alternatives.some((alternative) => matchParts(alternative, parts));
    };
}
function parsePart(text) {
    if (text === "**")
        return undefined;
    const places = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === "*") {
            if (places.at(-1) !== STAR)
                places.push(STAR);
        }
        else if (character === "?")
            places.push(ANY);
        else if (character === "[") {
            const end = endOfClass(text, at);
            places.push(parseClass(text.slice(at + 1, end)));
            at = end;
        }
        else if (character === "\\" && at + 1 < text.length)
            places.push(text[++at]);
        else
            places.push(character);
    }
    return places;
}
const STAR = { kind: "star" };
const ANY = { kind: "any" };
/** A `]` that comes first is literal. */
function endOfClass(text, start) {
    const first = text[start + 1] === "!" || text[start + 1] === "^" ? start + 2 : start + 1;
    const end = text.indexOf("]", first + 1);
    if (end === -1)
        throw new RangeError("has `[` without `]`");
    return end;
}
function parseClass(text) {
    const negated = text.startsWith("!") || text.startsWith("^");
    const ranges = [];
    for (let at = negated ? 1 : 0; at < text.length; at++) {
        const isRange = text[at + 1] === "-" && at + 2 < text.length;
        ranges.push([text[at], text[isRange ? at + 2 : at]]);
        if (isRange)
            at += 2;
    }
    return { kind: "class", negated, ranges };
}
/** `**` matches any number of parts, at the end at least one. Only the last `**` is ever retried. */
function matchParts(pattern, parts) {
    let at = 0;
    let part = 0;
    let retryAt = -1;
    let retryPart = 0;
    while (part < parts.length) {
        if (at < pattern.length && pattern[at] === undefined) {
            if (at === pattern.length - 1)
                return true;
            retryAt = ++at;
            retryPart = part;
        }
        else if (at < pattern.length && matchName(pattern[at], parts[part])) {
            at++;
            part++;
        }
        else if (retryAt !== -1) {
            at = retryAt;
            part = ++retryPart;
        }
        else
            return false;
    }
    return at === pattern.length;
}
/** The same within a name, for `*`. */
function matchName(pattern, name) {
    let at = 0;
    let place = 0;
    let retryAt = -1;
    let retryPlace = 0;
    while (place < name.length) {
        const wanted = pattern[at];
        if (wanted === STAR) {
            retryAt = ++at;
            retryPlace = place;
        }
        else if (wanted !== undefined && matchCharacter(wanted, name[place])) {
            at++;
            place++;
        }
        else if (retryAt !== -1) {
            at = retryAt;
            place = ++retryPlace;
        }
        else
            return false;
    }
    while (pattern[at] === STAR)
        at++;
    return at === pattern.length;
}
function matchCharacter(wanted, character) {
    if (typeof wanted === "string")
        return wanted === character;
    if (wanted.kind !== "class")
        return true;
    return wanted.ranges.some(([first, last]) => first <= character && character <= last) !== wanted.negated;
}
/** `a{b,c}` is `ab` and `ac`; braces without a comma are literal. */
function expandBraces(pattern) {
    let expanded = [""];
    for (let at = 0; at < pattern.length; at++) {
        const choices = pattern[at] === "{" ? bracesAt(pattern, at) : undefined;
        const next = choices !== undefined
            ? choices.texts.flatMap(expandBraces)
            : [pattern[at] === "\\" ? pattern.slice(at, at + 2) : pattern[at]];
        if (expanded.length * next.length > MAX_ALTERNATIVES)
            throw new RangeError(`has more than ${MAX_ALTERNATIVES} alternatives`);
        expanded = expanded.flatMap((start) => next.map((end) => start + end));
        if (choices !== undefined)
            at = choices.end;
        else if (pattern[at] === "\\")
            at++;
    }
    return expanded;
}
/**
 * The alternatives in the braces that open at `start`, and where they close; undefined if there are no alternatives.
 */
function bracesAt(pattern, start) {
    const texts = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start; at < pattern.length; at++) {
        const character = pattern[at];
        if (character === "\\")
            at++;
        else if (character === "{")
            depth++;
        else if (character === "," && depth === 1) {
            texts.push(pattern.slice(from, at));
            from = at + 1;
        }
        else if (character === "}" && --depth === 0) {
            texts.push(pattern.slice(from, at));
            return texts.length > 1 ? { texts, end: at } : undefined;
        }
    }
    return undefined;
}


/***/ }),

/***/ 5931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ patternProblem),
/* harmony export */   Y: () => (/* binding */ pathFilter)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2404);

/** A longer pattern is not a list of files; it would only cost time. */
const MAX_PATTERN_CHARACTERS = 1000;
/**
 * Whether a repository path matches a list of globs. As in .gitignore, the last matching pattern decides, and a leading
 * `!` excludes again. A pattern without `/` matches in every folder; one that ends in `/` matches everything in a
 * folder.
 *
 * @throws RangeError naming a pattern that cannot be used.
 */
function pathFilter(patterns) {
    const rules = patterns.map((pattern) => {
        const negated = pattern.startsWith("!");
        return { negated, matches: compile(negated ? pattern.slice(1) : pattern) };
    });
    return (path) => {
        for (let at = rules.length - 1; at >= 0; at--) {
            if (rules[at].matches(path))
                return !rules[at].negated;
        }
        return false;
    };
}
/** What is wrong with a pattern, if anything. */
function patternProblem(pattern) {
    if (pattern.length > MAX_PATTERN_CHARACTERS)
        return `has more than ${MAX_PATTERN_CHARACTERS} characters`;
    // Taken literally it would quietly match nothing.
    if (/[?*+@!]\(/.test(pattern.replace(/^!/, "")))
        return "is an extended glob; write {a,b} or several lines";
    try {
        (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(pattern);
    }
    catch (error) {
        if (error instanceof RangeError)
            return error.message;
        throw error;
    }
    return undefined;
}
function compile(pattern) {
    const problem = patternProblem(pattern);
    if (problem !== undefined)
        throw new RangeError(`the pattern ${JSON.stringify(pattern.slice(0, 60))} ${problem}`);
    const rooted = pattern.replace(/^\.?\//, "");
    const whole = rooted.endsWith("/") ? `${rooted}**` : rooted;
    const anywhere = !pattern.startsWith("/") && !whole.replace(/\/\*\*$/, "").includes("/") ? `**/${whole}` : whole;
    return (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(anywhere);
}


/***/ }),

/***/ 5584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   boolean: () => (/* binding */ boolean),
/* harmony export */   integer: () => (/* binding */ integer),
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   number: () => (/* binding */ number),
/* harmony export */   oneOf: () => (/* binding */ oneOf),
/* harmony export */   optional: () => (/* binding */ optional),
/* harmony export */   sha: () => (/* binding */ sha),
/* harmony export */   text: () => (/* binding */ text),
/* harmony export */   whole: () => (/* binding */ whole)
/* harmony export */ });
/**
 * Readers for fields of untrusted JSON (a result file from an artifact). Each reads one value, and throws a ReportError
 * that names its place if the value is wrong.
 */
const MAX_TEXT_CHARACTERS = 4096;
const MAX_ITEMS = 200_000;
function list(value, read) {
    if (value.list().length > MAX_ITEMS)
        throw value.not(`a list of at most ${MAX_ITEMS} items`);
    return [...value.items()].map(read);
}
function text(value) {
    const read = value.text();
    if (read.length > MAX_TEXT_CHARACTERS)
        throw value.not(`a text of at most ${MAX_TEXT_CHARACTERS} characters`);
    return read;
}
/** A commit, by SHA-1 or SHA-256. */
function sha(value) {
    const read = value.text();
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(read))
        throw value.not("a commit");
    return read;
}
function boolean(value) {
    if (typeof value.raw !== "boolean")
        throw value.not("true or false");
    return value.raw;
}
function number(value) {
    return value.number();
}
/** From 0. */
function whole(value) {
    const read = integer(value);
    if (read < 0)
        throw value.not("a whole number from 0");
    return read;
}
function integer(value) {
    const read = value.number();
    if (!Number.isSafeInteger(read))
        throw value.not("a whole number");
    return read;
}
function oneOf(value, words) {
    const read = value.text();
    if (!words.includes(read))
        throw value.not(`one of ${words.join(", ")}`);
    return read;
}
/** An object with the field, or an empty one if it is missing: for spreading. */
function optional(key, value, read) {
    return value.isMissing ? {} : { [key]: read(value) };
}


/***/ }),

/***/ 4164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JsonValue: () => (/* binding */ JsonValue),
/* harmony export */   parseJson: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _chunks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5124);
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8439);



/** JSON.parse recurses: a file of a million brackets would crash the process instead of being reported. */
const MAX_DEPTH = 200;
/** Parses a whole report as JSON. @throws ReportError that says where it stops being JSON. */
function parseJson(chunks) {
    const bytes = (0,_chunks_js__WEBPACK_IMPORTED_MODULE_1__.joinChunks)(chunks);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    const text = new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder(encoding).decode(bytes);
    // In UTF-16, half of a letter may look like a quote or a bracket.
    checkDepth(encoding === "utf-8" ? bytes : new TextEncoder().encode(text));
    try {
        return new JsonValue(JSON.parse(text), "");
    }
    catch (error) {
        const message = error.message;
        const position = /at position (\d+)/.exec(message)?.[1];
        if (/Unexpected end|Unterminated/.test(message) || Number(position) >= text.length) {
            throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`ends early, after ${bytes.length} bytes: the report was cut off`);
        }
        throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`is not valid JSON: ${message.slice(0, 160).replace(/\s+/g, " ")}`);
    }
}
function checkDepth(bytes) {
    let depth = 0;
    let inString = false;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (inString) {
            if (byte === 0x5c)
                at++;
            else if (byte === 0x22)
                inString = false;
        }
        else if (byte === 0x22)
            inString = true;
        else if (byte === 0x5b || byte === 0x7b) {
            if (++depth > MAX_DEPTH)
                throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`nests JSON more than ${MAX_DEPTH} deep, at byte ${at}`);
        }
        else if (byte === 0x5d || byte === 0x7d)
            depth--;
    }
}
/** A value in a report and its place there, so that an error about a wrong shape names it: `files[3].segments`. */
class JsonValue {
    raw;
    #path;
    constructor(raw, path) {
        this.raw = raw;
        this.#path = path;
    }
    get isMissing() {
        return this.raw === undefined || this.raw === null;
    }
    get isObject() {
        return typeof this.raw === "object" && this.raw !== null && !Array.isArray(this.raw);
    }
    get isList() {
        return Array.isArray(this.raw);
    }
    /** A member of an object. It is missing unless the object itself has it; members of the prototype do not count. */
    get(key) {
        const object = this.raw;
        const has = this.isObject && Object.hasOwn(object, key);
        return new JsonValue(has ? object[key] : undefined, this.#path === "" ? key : `${this.#path}.${key}`);
    }
    /** The members of an object; `__proto__` is a name like any other. */
    *entries() {
        if (!this.isObject)
            throw this.not("an object");
        for (const [key, value] of Object.entries(this.raw))
            yield [key, new JsonValue(value, `${this.#path}[${JSON.stringify(key)}]`)];
    }
    *items() {
        const list = this.list();
        for (let at = 0; at < list.length; at++)
            yield new JsonValue(list[at], `${this.#path}[${at}]`);
    }
    list() {
        if (!Array.isArray(this.raw))
            throw this.not("a list");
        return this.raw;
    }
    text() {
        if (typeof this.raw !== "string")
            throw this.not("a string");
        return this.raw;
    }
    number() {
        if (typeof this.raw !== "number")
            throw this.not("a number");
        return this.raw;
    }
    /** The error for a value of another shape. */
    not(expected) {
        const found = this.raw === undefined ? "missing" : JSON.stringify(this.raw).slice(0, 40);
        return new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`${this.#path === "" ? "its content" : `\`${this.#path}\``} is not ${expected} but ${found}`);
    }
}


/***/ }),

/***/ 8439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ReportError: () => (/* binding */ ReportError)
/* harmony export */ });
/**
 * A report that cannot be used as it is. The message is one line without the file's name, which the caller knows. Text
 * that it quotes from the report is untrusted.
 */
class ReportError extends Error {
    name = "ReportError";
    constructor(message, options) {
        super(message.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, MAX_CHARACTERS), options);
    }
}
/** A report can be endless; a message about it is not. */
const MAX_CHARACTERS = 500;


/***/ }),

/***/ 8878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ UserErrors),
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The user's fault: a wrong input, a missing file, a report that cannot be read. Shown as one line that
 * names the input or file, says what was found and what to write instead; never with a stack.
 */
class UserError extends Error {
    name = "UserError";
}
/** Several user errors found together, shown one per line. */
class UserErrors extends UserError {
    problems;
    constructor(problems) {
        super(problems.join("\n"));
        this.problems = problems;
    }
}


/***/ }),

/***/ 5718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ withoutMark),
/* harmony export */   Qs: () => (/* binding */ foldersUpwards),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   o1: () => (/* binding */ resolvePath),
/* harmony export */   pT: () => (/* binding */ ManifestReader),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Collects what is found. */
class ManifestReader {
    #found = [];
    #problems = [];
    find(file, line, field, found, form = "semver") {
        this.#found.push({ file, line, field, found, form });
    }
    problem(file, line, message) {
        this.#problems.push({ file, line, message });
    }
    finish(skipped) {
        return { found: this.#found, problems: this.#problems, skipped };
    }
}
/** `a/b` of `a/b/Cargo.toml`; empty at the root. */
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash === -1 ? "" : path.slice(0, slash);
}
function joinPath(folder, name) {
    return folder === "" ? name : `${folder}/${name}`;
}
/** A folder and all above it, the nearest first; the root is empty. */
function foldersUpwards(folder) {
    const folders = [folder];
    while (folders.at(-1) !== "")
        folders.push(folderOf(folders.at(-1)));
    return folders;
}
/** A relative path seen from a folder; undefined when it leaves the repository. */
function resolvePath(folder, relative) {
    const parts = folder === "" ? [] : folder.split("/");
    for (const part of relative.split(/[/\\]/)) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join("/");
}
/** A value of a file, cut to a length that messages can quote. */
function quote(value) {
    const text = JSON.stringify(value) ?? String(value);
    return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}
/** Text without its byte order mark. */
function withoutMark(text) {
    return text.startsWith("\ufeff") ? text.slice(1) : text;
}


/***/ }),

/***/ 7599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  TomlFile: () => (/* binding */ TomlFile),
  TomlProblem: () => (/* binding */ TomlProblem)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __nccwpck_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __nccwpck_require__(8439);
;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

// EXTERNAL MODULE: ./build/js/packages/versioning/src/manifests/manifest.js
var manifest = __nccwpck_require__(5718);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/toml.js




/** A TOML file that cannot be read, and the line where. */
class TomlProblem extends report_error.ReportError {
    line;
    constructor(line, message) {
        super(message);
        this.line = line;
    }
}
/**
 * A TOML file. The parser does not say where a value stands, so the text is searched for a line that is written like the key and holds the
 * value. A search that finds none says so.
 */
class TomlFile {
    root;
    #sections;
    /** @throws TomlProblem when the text is not valid TOML. */
    constructor(text) {
        const toml = (0,manifest/* withoutMark */.E_)(text);
        this.root = new json.JsonValue(parseToml(toml), "");
        this.#sections = sectionsOf(toml);
    }
    /** The line of a value such as `package.version`, or of the table that lacks it; undefined when it cannot be told. */
    lineOf(path) {
        const name = path.join(".");
        const value = path.reduce((each, key) => each.get(key), this.root).raw;
        for (const { table, line, keys } of this.#sections) {
            if (table === name)
                return line;
            const found = keys.find((each) => isAbout(join(table, each.key), name) && holds(each.value, value));
            if (found !== undefined)
                return found.line;
        }
        return value === undefined && path.length > 1 ? this.lineOf(path.slice(0, -1)) : undefined;
    }
    /** The line of a key in an element of a list of tables, counted from 0; undefined when it cannot be told. */
    lineInElement(table, index, key) {
        const value = [...this.root.get(table).items()][index]?.get(key).raw;
        const section = this.#elements(table)[index];
        return section?.keys.find((each) => each.key === key && holds(each.value, value))?.line;
    }
    #known = new Map();
    #elements(table) {
        const known = this.#known.get(table) ?? this.#sections.filter((section) => section.isElement && section.table === table);
        this.#known.set(table, known);
        return known;
    }
}
function parseToml(toml) {
    try {
        return parse(toml);
    }
    catch (error) {
        const line = error instanceof TomlError ? error.line : 1;
        const message = error.message.split("\n")[0].replace(/^Invalid TOML document: /, "");
        throw new TomlProblem(line, `is not valid TOML: ${message}`);
    }
}
function sectionsOf(toml) {
    let section = { table: "", line: 0, isElement: false, keys: [] };
    const sections = [section];
    for (const [at, text] of toml.split("\n").entries()) {
        const header = /^\s*(\[\[?)([^[\]]+)\]/.exec(text);
        if (header !== null) {
            section = { table: plainName(header[2]), line: at + 1, isElement: header[1] === "[[", keys: [] };
            sections.push(section);
            continue;
        }
        const end = text.indexOf("=");
        if (end > 0)
            section.keys.push({ key: plainName(text.slice(0, end)), value: text.slice(end + 1), line: at + 1 });
    }
    return sections;
}
/** `a.b` of ` "a" . 'b' `. */
function plainName(text) {
    const parts = text.split(".").map((part) => part.trim().replace(/^(["'])(.*)\1$/, "$2"));
    return parts.join(".");
}
function join(table, key) {
    return table === "" ? key : `${table}.${key}`;
}
/** `version.workspace = true` and `package = { version = "1.2.3" }` are both about `package.version`. */
function isAbout(key, wanted) {
    return key === wanted || key.startsWith(`${wanted}.`) || wanted.startsWith(`${key}.`);
}
function holds(text, value) {
    return typeof value !== "string" || text.includes(value);
}


/***/ }),

/***/ 8524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, markdownSummary, platform, setCommandEcho, setFailed, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: external "./left-out.js"
var external_left_out_js_ = __nccwpck_require__(3898);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ACTIONS),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/cancel.js
var cancel = __nccwpck_require__(4786);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(8524);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __nccwpck_require__(5428);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/log.js


const ANNOTATE = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** The step's log: standard output, by @actions/core, which escapes what a command carries. @param now milliseconds. */
function createLog(now = () => performance.now()) {
    return {
        // core writes it as it is: a line of it that looks like a command would be one.
        info: (message) => core/* info */.pq(inert(message)),
        // A debug log quotes what others wrote: file names, messages, answers.
        debug: (message) => core/* debug */.Yz((0,report_escape/* revealInvisible */.hR)(message)),
        notice: (message) => core/* notice */.lm(message),
        warning: (message) => core/* warning */.$e(message),
        error: (message) => core/* error */.z3(message),
        annotate: ({ level, message, importance: _, ...place }) => ANNOTATE[level](message, place),
        // Not core.group, which ends the group before the line with the time could be written.
        async group(title, work) {
            core/* startGroup */.Oh(title);
            const start = now();
            try {
                return await work();
            }
            finally {
                core/* info */.pq(`(${((now() - start) / 1000).toFixed(2)} s)`);
                core/* endGroup */.N4();
            }
        },
        // core has no function for stop-commands.
        foreign(text) {
            const token = crypto.randomUUID();
            core/* info */.pq(`::stop-commands::${token}`);
            core/* info */.pq(text.replace(/\n$/, ""));
            core/* info */.pq(`::${token}::`);
        },
        // core hides a text of several lines only as a whole, and with an empty one every character of the log.
        mask(secret) {
            for (const value of new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim()))) {
                if (value !== "")
                    core/* setSecret */.Pq(value);
            }
        },
    };
}
/** The runner obeys `::name::` at the start of a line, after blanks, and the old `##[name]` anywhere (ActionCommand.cs). */
function inert(message) {
    return message
        .split(/\r\n|\r|\n/)
        .map((text) => text.replace(/^(\s*)::/, "$1:\u200b:").replaceAll("##[", "##\u200b["))
        .join("\n");
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js + 1 modules
var runner_inputs = __nccwpck_require__(5017);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/urls.js
var urls = __nccwpck_require__(2010);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __nccwpck_require__(8878);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/event.js


/** Reads GITHUB_EVENT_PATH. @throws UserError when the environment is not that of a GitHub Actions step. */
function readEvent(environment) {
    const path = environment.GITHUB_EVENT_PATH;
    if (path === undefined || path === "")
        return resolveEvent(environment, {});
    let payload;
    try {
        payload = JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch (error) {
        throw new user_error/* UserError */.y(`the event in GITHUB_EVENT_PATH (${path}) cannot be read: ${error.message}`);
    }
    return resolveEvent(environment, payload);
}
/** Pure. The payload is untrusted (anybody can open a pull request): only values of the expected shape are taken over. */
function resolveEvent(environment, payload) {
    const name = environment.GITHUB_EVENT_NAME ?? "";
    const slug = environment.GITHUB_REPOSITORY ?? "";
    const [owner, repository, ...rest] = slug.split("/");
    if (owner === undefined || owner === "" || repository === undefined || repository === "" || rest.length > 0) {
        throw new user_error/* UserError */.y(`GITHUB_REPOSITORY is \`${slug}\`; an action runs in a GitHub Actions step, or locally by \`npx jessy run\``);
    }
    const event = new Payload(payload);
    const sha = environment.GITHUB_SHA ?? "";
    const ref = environment.GITHUB_REF ?? "";
    const defaultBranch = event.text("repository", "default_branch");
    const pullRequest = name === "pull_request" || name === "pull_request_target" ? readPullRequest(event) : undefined;
    const followedRun = name === "workflow_run" ? readFollowedRun(event) : undefined;
    return {
        name,
        repository: { owner, name: repository },
        serverUrl: environment.GITHUB_SERVER_URL || "https://github.com",
        defaultBranch,
        sha,
        ref,
        headSha: pullRequest?.headSha ?? followedRun?.headSha ?? event.sha("merge_group", "head_sha") ?? sha,
        pullRequest,
        before: name === "push"
            ? knownSha(event.sha("before"))
            : name === "merge_group"
                ? event.sha("merge_group", "base_sha")
                : undefined,
        pushToDefaultBranch: name === "push" && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`,
        followedRun,
    };
}
function readPullRequest(event) {
    const number = event.number("pull_request", "number") ?? event.number("number");
    const headSha = event.sha("pull_request", "head", "sha");
    const baseSha = event.sha("pull_request", "base", "sha");
    if (number === undefined || headSha === undefined || baseSha === undefined) {
        throw new user_error/* UserError */.y("the pull request event has no number, head.sha or base.sha; is GITHUB_EVENT_PATH the payload that GitHub sent?");
    }
    // A deleted fork leaves head.repo null.
    const headId = event.number("pull_request", "head", "repo", "id");
    return {
        number,
        title: event.text("pull_request", "title") ?? "",
        commits: event.number("pull_request", "commits"),
        fork: headId === undefined || headId !== event.number("pull_request", "base", "repo", "id"),
        headSha,
        headRef: event.text("pull_request", "head", "ref") ?? "",
        baseSha,
        baseRef: event.text("pull_request", "base", "ref") ?? "",
    };
}
function readFollowedRun(event) {
    const headSha = event.sha("workflow_run", "head_sha");
    const headOwner = event.text("workflow_run", "head_repository", "owner", "login");
    if (headSha === undefined || headOwner === undefined)
        return undefined;
    return {
        headSha,
        headOwner,
        headRef: event.text("workflow_run", "head_branch") ?? "",
        event: event.text("workflow_run", "event") ?? "",
    };
}
/** All zeros stand for "no such commit": the push made the branch. */
function knownSha(sha) {
    return sha === undefined || /^0+$/.test(sha) ? undefined : sha;
}
class Payload {
    #root;
    constructor(root) {
        this.#root = root;
    }
    text(...keys) {
        const value = this.#at(keys);
        return typeof value === "string" ? value : undefined;
    }
    number(...keys) {
        const value = this.#at(keys);
        return Number.isSafeInteger(value) && value > 0 ? value : undefined;
    }
    sha(...keys) {
        const value = this.text(...keys);
        return value !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
    }
    #at(keys) {
        let value = this.#root;
        for (const key of keys) {
            if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
                return undefined;
            value = value[key];
        }
        return value;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var action_state = __nccwpck_require__(4336);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/io.js




/** @param gate its name, of several of one kind, and the token that it may ask GitHub with. */
function createIo(action, { name, token }, environment, log) {
    const workspace = workspaceOf(environment);
    let known;
    let number;
    let client;
    const github = () => {
        client ??= Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 8259)).then(({ GitHub }) => new GitHub({ token, ...(0,urls/* apiUrls */.z)(environment), log }));
        return client;
    };
    const event = () => {
        known ??= readEvent(environment);
        return known;
    };
    return {
        environment,
        workspace,
        temporary: temporaryFolder(action, name, environment),
        log,
        event,
        pullRequestNumber: () => {
            number ??= findPullRequestNumber(event(), token, github);
            return number;
        },
        github,
        git: async (directory = workspace) => {
            const { Git } = await __nccwpck_require__.e(/* import() */ 267).then(__nccwpck_require__.bind(__nccwpck_require__, 5267));
            const { serverUrl } = event();
            const credentials = { serverUrl, token };
            return new Git(directory, { environment, debug: log.debug, ...(token !== "" && { credentials }) });
        },
        saveState: (_, state) => (0,action_state/* saveState */.LZ)(state),
    };
}
function createPhaseIo(action, environment, log) {
    const workspace = workspaceOf(environment);
    return {
        environment,
        workspace,
        log,
        temporary: (gate) => temporaryFolder(action, gate, environment),
        git: async () => {
            const { Git } = await __nccwpck_require__.e(/* import() */ 267).then(__nccwpck_require__.bind(__nccwpck_require__, 5267));
            return new Git(workspace, { environment });
        },
    };
}
function workspaceOf(environment) {
    return environment.GITHUB_WORKSPACE || process.cwd();
}
function temporaryFolder(action, gate, environment) {
    const parent = environment.RUNNER_TEMP || (0,external_node_path_.join)(workspaceOf(environment), ".jessy");
    return (0,external_node_path_.join)(parent, "jessy", folderName(action, gate));
}
async function findPullRequestNumber(event, token, github) {
    if (event.pullRequest !== undefined || event.followedRun === undefined || token === "")
        return event.pullRequest?.number;
    const { findFollowedPullRequest } = await __nccwpck_require__.e(/* import() */ 799).then(__nccwpck_require__.bind(__nccwpck_require__, 1799));
    return findFollowedPullRequest(await github(), event);
}
/** A gate's name is free text; a folder's is not. */
function folderName(action, name) {
    return name === "" ? action : `${action}-${encodeURIComponent(name).replaceAll("*", "%2A").slice(0, 100)}`;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/outcome.js

/** Where people report what went wrong on our side. */
const ISSUES = "https://github.com/org/jessy-actions/issues";
/**
 * What to show of a thrown value. A user error is its lines; anything else is our own: the whole chain of causes, the stack and
 * where to report it.
 */
function describeError(error) {
    if (error instanceof user_error/* UserErrors */.t)
        return { lines: error.problems };
    if (error instanceof user_error/* UserError */.y)
        return { lines: [error.message] };
    const chain = [];
    let cause = error;
    for (let depth = 0; cause !== undefined && depth < 8; depth++) {
        chain.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return {
        lines: [
            `this is a fault of the action, not of your workflow: ${chain.join("; because of ")}. Please report it at ${ISSUES}`,
        ],
        ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }),
    };
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/action.js





/**
 * Runs an action from its environment to its exit code. Wrong inputs and unusable files end with one `::error::` line
 * each and exit code 1 before anything is written; a fault of our own says so, with its stack.
 */
async function runAction(definition, environment = process.env) {
    const log = createLog();
    try {
        const fails = await (0,cancel/* whileCancellable */.S)(() => judge(definition, environment, log));
        process.exitCode = fails ? 1 : 0;
    }
    catch (error) {
        const { lines, stack } = describeError(error);
        for (const line of lines)
            log.error(line);
        if (stack !== undefined)
            log.foreign(stack);
        process.exitCode = 1;
    }
}
async function judge(definition, environment, log) {
    const reader = runner_inputs/* InputReader */.i_.ofStep();
    const inputs = await definition.readInputs(reader);
    for (const warning of reader.warnings)
        log.warning(warning);
    reader.finish();
    const publication = definition.publication(inputs);
    if (publication.token !== "")
        log.mask(publication.token);
    for (const line of reader.described)
        log.debug(line);
    const io = createIo(definition.name, publication, environment, log);
    const facts = await definition.collect(inputs, io);
    const decided = definition.evaluate(inputs, facts);
    const result = (await definition.execute?.(decided, inputs, io)) ?? decided;
    const report = definition.render(result);
    const { publish } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 8889));
    await publish(report, result, definition.name, publication, io);
    await definition.conclude?.(inputs, facts, io);
    return result.fails;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/phases.js






/**
 * The processes that the runner starts for one step, in this order. `post` runs at the end of the job, whatever
 * happened.
 */
const PHASES = (/* unused pure expression or super */ null && (["pre", "main", "post"]));
/** @returns the phases that an action has: what its action.yml must name. */
function phasesOf({ pre, post }) {
    return PHASES.filter((phase) => phase === "main" || { pre, post }[phase] !== undefined);
}
/**
 * Runs one phase of an action to its exit code. Each can be cancelled and can be run again.
 *
 * @param load imports the action: `post` does so only when an earlier phase left something.
 */
async function runPhase(phase, load, environment = process.env) {
    switch (phase) {
        case "pre":
            return runPre(await load(), environment);
        case "main":
            return runAction(await load(), environment);
        case "post":
            if ((0,action_state/* hasState */.o9)())
                return runPost(await load(), environment);
    }
}
async function runPre({ name, pre }, environment) {
    const log = createLog();
    try {
        await (0,cancel/* whileCancellable */.S)(async () => pre?.(createPhaseIo(name, environment, log)));
    }
    catch (error) {
        const { lines, stack } = describeError(error);
        for (const line of lines)
            log.error(line);
        if (stack !== undefined)
            log.foreign(stack);
        process.exitCode = 1;
    }
}
/** The verdict is out: whatever goes wrong here is a warning. */
async function runPost({ name, post }, environment) {
    const log = createLog();
    try {
        if (post === undefined)
            return;
        const state = (0,action_state/* readState */.un)(post.state);
        await (0,cancel/* whileCancellable */.S)(async () => post.run(state, createPhaseIo(name, environment, log)));
    }
    catch (error) {
        const { lines, stack } = describeError(error);
        for (const line of lines)
            log.warning(`${name} could not clean up: ${line}`);
        if (stack !== undefined)
            log.foreign(stack);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/entry.js

/** Every action of the shared bundle, loaded only when it is the one that runs. */
const ACTIONS = {
    "bench-compare": async () => (await Promise.all(/* import() */[__nccwpck_require__.e(267), __nccwpck_require__.e(135)]).then(__nccwpck_require__.bind(__nccwpck_require__, 135))).benchCompare,
    "commit-lint": async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(15), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7247))).commitLint,
    "coverage-gate": async () => (await __nccwpck_require__.e(/* import() */ 627).then(__nccwpck_require__.bind(__nccwpck_require__, 4627))).coverageGate,
    release: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(15), __nccwpck_require__.e(150)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5150))).release,
};
/** Runs a phase of an action and settles when everything it has to say is written. The stubs in dist/ call this. */
async function run(name, phase) {
    const load = ACTIONS[name];
    if (load === undefined)
        throw new Error(`no action is called ${JSON.stringify(name)}`);
    await runPhase(phase, load);
}
void [
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7984)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 8889)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4277)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4032)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2183)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6102)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3178)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 8259)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5876)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 642)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 420)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4144)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4945)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4854)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 8342)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7280)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5154)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1464)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5124)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5584)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4164)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 8439)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7599)),
];

var __webpack_exports__ACTIONS = __webpack_exports__.k;
var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__ACTIONS as ACTIONS, __webpack_exports__run as run };
