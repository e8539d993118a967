export const id = 889;
export const ids = [889];
export const modules = {

/***/ 5889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/annotations.js
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/file-command.js


/** GitHub's limit of one output (docs, "Passing information between jobs"). */
const OUTPUT_MAX_BYTES = 1_048_576;
/**
 * One value for GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV, always in the heredoc form: a value cannot end it, whatever it holds
 * (FileCommandManager.cs).
 */
function formatFileCommand(name, value, delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`) {
    if (name.includes(delimiter) || value.includes(delimiter)) {
        throw new Error(`the value of ${JSON.stringify(name)} holds its own delimiter`);
    }
    if (/[\r\n=]|<</.test(name))
        throw new Error(`${JSON.stringify(name)} is no name for an output`);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends values to a file command's file; outside of a runner (no file) it does nothing. */
function writeFileCommands(file, values) {
    if (file === undefined || file === "")
        return;
    let text = "";
    for (const [name, value] of Object.entries(values)) {
        if (Buffer.byteLength(value) > OUTPUT_MAX_BYTES) {
            throw new Error(`the output ${JSON.stringify(name)} is larger than GitHub's limit of ${OUTPUT_MAX_BYTES} bytes`);
        }
        text += formatFileCommand(name, value);
    }
    (0,external_node_fs_.appendFileSync)(file, text);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github-urls.js
var github_urls = __webpack_require__(8180);
// EXTERNAL MODULE: ./build/js/packages/kit/src/escape.js
var src_escape = __webpack_require__(3697);
// EXTERNAL MODULE: ./build/js/packages/kit/src/quantity.js
var quantity = __webpack_require__(6631);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/markdown.js


/**
 * A report as GitHub Markdown that is never longer than `maxBytes` of UTF-8. What does not fit is cut at the borders of rows, items
 * and code lines, from the block with the highest weight first (then from the largest), each cut said in a line of its own; nothing
 * is ever cut inside a row, a tag or a character. If even the parts that cannot be cut are too long, blocks go from the end.
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
        return (0,src_escape/* escapeMarkdown */.FV)(inline);
    if ("code" in inline)
        return (0,src_escape/* codeSpan */.SS)(inline.code);
    if ("strong" in inline)
        return `**${lineToMarkdown(inline.strong)}**`;
    if ("emphasis" in inline)
        return `_${lineToMarkdown(inline.emphasis)}_`;
    if ("link" in inline)
        return `[${lineToMarkdown(inline.link.text)}](${(0,src_escape/* linkTarget */.Cm)(inline.link.href)})`;
    return `![${(0,src_escape/* escapeMarkdown */.FV)(inline.image.alt)}](${(0,src_escape/* linkTarget */.Cm)(inline.image.src)})`;
}
/** GitHub does not read Markdown inside `<summary>`. */
function lineToHtml(line) {
    return isList(line) ? line.map(inlineToHtml).join("") : inlineToHtml(line);
}
function inlineToHtml(inline) {
    if (typeof inline === "string")
        return (0,src_escape/* escapeHtml */.ZD)(inline);
    if ("code" in inline)
        return `<code>${(0,src_escape/* escapeHtml */.ZD)(inline.code)}</code>`;
    if ("strong" in inline)
        return `<b>${lineToHtml(inline.strong)}</b>`;
    if ("emphasis" in inline)
        return `<i>${lineToHtml(inline.emphasis)}</i>`;
    if ("link" in inline)
        return `<a href="${(0,src_escape/* linkTarget */.Cm)(inline.link.href)}">${lineToHtml(inline.link.text)}</a>`;
    return `<img alt="${(0,src_escape/* escapeHtml */.ZD)(inline.image.alt)}" src="${(0,src_escape/* linkTarget */.Cm)(inline.image.src)}">`;
}
function isList(line) {
    return Array.isArray(line);
}
/** Text that stands or falls as a whole, or a list of items of which the last ones may go. */
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
    /** Drops items from the end until the excess is gone; returns what is left of it. */
    cut(excess) {
        const before = this.bytes;
        let size = this.bytes;
        let kept = this.#kept;
        // The line that says what was cut is longest when everything was.
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
/** The last resort: whole blocks go from the end, and the last line says so. */
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
            const [open, ...lines] = (0,src_escape/* codeBlock */.DV)(block.text, block.language).split("\n");
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
    return `_and ${(0,quantity/* count */.U9)(omitted)} more ${(0,src_escape/* escapeMarkdown */.FV)(noun)}_`;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/summary.js


/** Above this size the runner shows nothing of a step's summary but an error (CreateStepSummaryCommand, FileCommandManager.cs). */
const SUMMARY_MAX_BYTES = 1_048_576;
/** Appends a report to the step's job summary, cut to what is left of the limit. Outside of a runner it does nothing. */
function writeSummary(file, blocks) {
    if (file === undefined || file === "")
        return;
    const taken = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.statSync)(file).size : 0;
    const { text } = renderMarkdown(blocks, { maxBytes: SUMMARY_MAX_BYTES - taken - 1 });
    if (text !== "")
        (0,external_node_fs_.appendFileSync)(file, `${text}\n`);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/terminal.js

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
            return indent(block.text.split("\n").map(src_escape/* escapeTerminal */.en).join("\n"));
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
        return (0,src_escape/* escapeTerminal */.en)(inline);
    if ("code" in inline)
        return (0,src_escape/* escapeTerminal */.en)(inline.code);
    if ("strong" in inline)
        return plain(inline.strong);
    if ("emphasis" in inline)
        return plain(inline.emphasis);
    if ("link" in inline)
        return plain(inline.link.text);
    return (0,src_escape/* escapeTerminal */.en)(inline.image.alt);
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
/** Columns that a text takes: East Asian wide characters and emoji take two, combining marks none. */
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

;// CONCATENATED MODULE: ./build/js/packages/kit/src/publish.js








/**
 * Writes a report everywhere it belongs, what can fail last: files, outputs, log, annotations, summary, and then the comment. A
 * comment that cannot be written is said, and never changes the verdict.
 */
async function publish(report, action, publication, io) {
    const { environment, log } = io;
    const paths = writeResultFiles(report.files, io.temporary);
    writeFileCommands(environment.GITHUB_OUTPUT, { ...report.outputs, ...paths });
    const heading = { kind: "heading", level: 2, text: report.title };
    const headline = { kind: "paragraph", text: [verdictMark(report), " ", { strong: report.headline }] };
    const color = environment.GITHUB_ACTIONS === "true" && environment.NO_COLOR === undefined;
    log.info(renderTerminal([heading, headline, ...report.summary], { color }));
    if (report.fails)
        log.error(report.headline);
    const { shown, omitted } = selectAnnotations(report.annotations);
    for (const annotation of shown)
        log.annotate(annotation);
    if (omitted > 0)
        log.info(`${omitted} more annotations did not fit into GitHub's limit of ten of each kind; the summary has them all.`);
    writeSummary(environment.GITHUB_STEP_SUMMARY, [heading, headline, ...report.summary]);
    if (publication.comment && report.comment !== undefined) {
        await comment([heading, headline, ...report.comment], action, publication, io);
    }
}
async function comment(blocks, action, publication, io) {
    const { environment, log } = io;
    const event = io.event();
    if (event.pullRequest === undefined && event.followedRun === undefined)
        return;
    if (publication.token === "") {
        log.notice("No comment: the input `github-token` is empty. The report is in the job summary.");
        return;
    }
    const [{ GitHub, GitHubError }, { publishSection }, { sectionId }] = await Promise.all([
        __webpack_require__.e(/* import() */ 37).then(__webpack_require__.bind(__webpack_require__, 7037)),
        __webpack_require__.e(/* import() */ 825).then(__webpack_require__.bind(__webpack_require__, 825)),
        __webpack_require__.e(/* import() */ 782).then(__webpack_require__.bind(__webpack_require__, 8782)),
    ]);
    const github = new GitHub({ token: publication.token, ...(0,github_urls/* apiUrls */.z)(environment), log });
    try {
        const number = await io.pullRequestNumber();
        if (number === undefined) {
            log.notice("No comment: no open pull request has the commit of the run that this one follows.");
            return;
        }
        const { owner, name: repo } = event.repository;
        const published = await publishSection(github, { owner, repo, issueNumber: number, sectionId: sectionId(action, publication.name) }, (maxBytes) => renderMarkdown(blocks, { maxBytes }).text, { log });
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
function verdictMark({ verdict }) {
    return { pass: "✅", fail: "❌", inconclusive: "⚠️", broken: "💥" }[verdict];
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

/***/ 6631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/** `12,345`. Not by toLocaleString: its first call loads the locales, 15 ms. */
function count(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/** `lines`, or `line` of one. */
function plural(number, noun) {
    return number === 1 ? noun : `${noun}s`;
}
/** `12,345 lines`. */
function counted(number, noun) {
    return `${count(number)} ${plural(number, noun)}`;
}


/***/ })

};
