export const id = 516;
export const ids = [516];
export const modules = {

/***/ 3516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  coverageGate: () => (/* binding */ coverageGate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
;// CONCATENATED MODULE: ./build/js/packages/coverage/src/diff.js

const SUBMODULE_MODE = "160000";
/**
 * Reads the raw bytes of `git -c core.quotePath=false diff -U0 --no-color --no-ext-diff --no-textconv -M base head`.
 *
 * Hunk bodies are skipped by their counts, never by what a line looks like: content may begin with `+++` or `@@`.
 * Content may be in any encoding; it is never decoded. Submodules are left out, as they have no lines.
 *
 * @throws ReportError if the bytes are not such a diff.
 */
function parseDiff(bytes) {
    const files = [];
    const cursor = new LineCursor(bytes);
    let current;
    for (let line = cursor.next(); line !== undefined; line = cursor.next()) {
        if (line.startsWith("diff --git ")) {
            if (current !== undefined)
                pushFile(files, current);
            current = new Draft(line);
        }
        else if (current === undefined) {
            throw new report_error.ReportError(`git's diff does not begin with "diff --git" but with ${JSON.stringify(line.slice(0, 80))}`);
        }
        else if (line.startsWith("@@ ")) {
            const hunk = parseHunk(line);
            current.hunks.push(hunk);
            cursor.skip(hunk.oldCount + hunk.newCount);
        }
        else
            current.readHeader(line);
    }
    if (current !== undefined)
        pushFile(files, current);
    return files;
}
function pushFile(files, draft) {
    if (draft.oldMode === SUBMODULE_MODE || draft.newMode === SUBMODULE_MODE)
        return;
    const path = draft.status === "deleted" ? draft.oldPath : draft.newPath;
    if (path === undefined)
        throw new report_error.ReportError(`git's diff names no file in ${JSON.stringify(draft.header.slice(0, 200))}`);
    const oldPath = draft.status === "renamed" || draft.status === "copied" ? draft.oldPath : undefined;
    files.push({
        status: draft.status,
        path,
        ...(oldPath !== undefined && { oldPath }),
        binary: draft.binary,
        added: rangesOf(draft.hunks, (hunk) => [hunk.newStart, hunk.newCount]),
        removed: rangesOf(draft.hunks, (hunk) => [hunk.oldStart, hunk.oldCount]),
        hunks: draft.hunks,
    });
}
/** The header lines of one file, read one by one. */
class Draft {
    header;
    status = "modified";
    oldPath;
    newPath;
    oldMode;
    newMode;
    binary = false;
    hunks = [];
    constructor(header) {
        this.header = header;
        // Only for files without hunks (empty, binary, mode): there both sides have the same name, so the halves are equal.
        const name = nameFromHeader(header.slice("diff --git ".length));
        this.oldPath = name;
        this.newPath = name;
    }
    readHeader(line) {
        const [, key, value = ""] = /^(old mode|new mode|deleted file mode|new file mode|index|rename from|rename to|copy from|copy to|---|\+\+\+|Binary files|GIT binary patch) ?(.*)$/s.exec(line) ?? [];
        switch (key) {
            case "old mode":
                this.oldMode = value;
                break;
            case "new mode":
                this.newMode = value;
                break;
            case "new file mode":
                this.status = "added";
                this.newMode = value;
                break;
            case "deleted file mode":
                this.status = "deleted";
                this.oldMode = value;
                break;
            case "index": {
                const mode = / (\d{6})$/.exec(value)?.[1];
                if (mode !== undefined)
                    this.newMode = mode;
                break;
            }
            case "rename from":
                this.status = "renamed";
                this.oldPath = unquote(value);
                break;
            case "copy from":
                this.status = "copied";
                this.oldPath = unquote(value);
                break;
            case "rename to":
            case "copy to":
                this.newPath = unquote(value);
                break;
            case "---":
                this.oldPath = pathOfSide(value, "a/");
                break;
            case "+++":
                this.newPath = pathOfSide(value, "b/");
                break;
            case "Binary files":
            case "GIT binary patch":
                this.binary = true;
                break;
        }
    }
}
/** The path after `---` or `+++`. On a side without the file it is `/dev/null`, which nothing asks for. */
function pathOfSide(value, prefix) {
    // Git writes a tab after a name that holds blanks.
    const path = unquote(value.replace(/\t$/, ""));
    return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
function nameFromHeader(names) {
    if (names.startsWith('"')) {
        const end = endOfQuoted(names);
        return end === undefined ? undefined : unquote(names.slice(0, end)).slice(2);
    }
    const half = (names.length - 1) / 2;
    const [left, right] = [names.slice(0, half), names.slice(half + 1)];
    return left.slice(2) === right.slice(2) ? left.slice(2) : undefined;
}
function endOfQuoted(text) {
    for (let at = 1; at < text.length; at++) {
        if (text[at] === "\\")
            at++;
        else if (text[at] === '"')
            return at + 1;
    }
    return undefined;
}
const ESCAPES = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };
/** Git's C-style quoting (`quote_c_style`): used for names with quotes, backslashes or control characters. */
function unquote(text) {
    if (!text.startsWith('"'))
        return text;
    const bytes = [];
    const source = new TextEncoder().encode(text.slice(1, -1));
    for (let at = 0; at < source.length; at++) {
        if (source[at] !== 0x5c) {
            bytes.push(source[at]);
            continue;
        }
        const octal = /^[0-3][0-7]{2}/.exec(String.fromCharCode(...source.subarray(at + 1, at + 4)))?.[0];
        if (octal !== undefined) {
            bytes.push(Number.parseInt(octal, 8));
            at += 3;
        }
        else {
            at++;
            bytes.push(ESCAPES[String.fromCharCode(source[at])] ?? source[at]);
        }
    }
    return new TextDecoder().decode(Uint8Array.from(bytes));
}
function parseHunk(line) {
    const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (match === null)
        throw new report_error.ReportError(`git's diff has an invalid hunk header: ${JSON.stringify(line.slice(0, 80))}`);
    const number = (text) => (text === undefined ? 1 : Number(text));
    return {
        oldStart: Number(match[1]),
        oldCount: number(match[2]),
        newStart: Number(match[3]),
        newCount: number(match[4]),
    };
}
function rangesOf(hunks, side) {
    return hunks.flatMap((hunk) => {
        const [start, count] = side(hunk);
        return count === 0 ? [] : [[start, start + count - 1]];
    });
}
const decoder = new TextDecoder();
class LineCursor {
    #bytes;
    #at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    next() {
        if (this.#at >= this.#bytes.length)
            return undefined;
        const end = this.#endOfLine();
        const line = decoder.decode(this.#bytes.subarray(this.#at, end));
        this.#at = end + 1;
        return line;
    }
    /** Skips the lines of a hunk's body. A `\ No newline at end of file`, which may follow any of them, is none. */
    skip(lines) {
        for (let left = lines; left > 0 && this.#at < this.#bytes.length;) {
            if (this.#bytes[this.#at] !== BACKSLASH)
                left--;
            this.#at = this.#endOfLine() + 1;
        }
    }
    #endOfLine() {
        const newline = this.#bytes.indexOf(10, this.#at);
        return newline === -1 ? this.#bytes.length : newline;
    }
}
const BACKSLASH = 92;

// EXTERNAL MODULE: ./build/js/packages/coverage/src/model.js
var model = __webpack_require__(2541);
;// CONCATENATED MODULE: ./build/js/packages/coverage/src/oddities.js
/** The oddities that every parser treats alike. A kind is words that fit before a number, e.g. `...: 3`. */
const ODDITY = {
    /** One bad number must not cost the rest of a report. */
    line: "records whose line number cannot be, left out",
    functionLine: "functions whose line number cannot be, kept without one",
    negative: "negative hit counts, read as 0",
    noNumber: "hit counts that are not numbers, read as 0",
};
/** What a parser did not take literally: each kind once, with how often it came and where first. */
class Oddities {
    #found = new Map();
    #place;
    /** @param place where the parser is, e.g. `on line 3`; asked once for each kind. */
    constructor(place) {
        this.#place = place;
    }
    note(kind) {
        const known = this.#found.get(kind);
        if (known === undefined)
            this.#found.set(kind, { count: 1, first: this.#place() });
        else
            known.count++;
    }
    /** In the order of first appearance. */
    get warnings() {
        return [...this.#found].map(([kind, { count, first }]) => ({ message: `${kind}: ${count} (first ${first})` }));
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/file-builder.js



/**
 * Collects the records of one source file in any order and hands out its sorted tables. Reused for every file of a
 * report: the buffers grow once to the largest file and are copied, exactly sized, into each result.
 */
class FileBuilder {
    #duplicates;
    #oddities;
    #lineCount = 0;
    #line = new Uint32Array(INITIAL_ROWS);
    #lineHits = new Float64Array(INITIAL_ROWS);
    #linesSorted = true;
    #branchCount = 0;
    #branchLine = new Uint32Array(INITIAL_ROWS);
    #block = new Uint32Array(INITIAL_ROWS);
    #branch = new Uint32Array(INITIAL_ROWS);
    #taken = new Float64Array(INITIAL_ROWS);
    #branchesSorted = true;
    #branchNames = new Map();
    #branchCounts = new Map();
    #functions = new Map();
    #blocks = new Map();
    #declared;
    /**
     * @param oddities gets what cannot be: a record with a line number that cannot be is left out, a count is read as 0.
     * Without it, such a line number is an error.
     */
    constructor(duplicates, oddities) {
        this.#duplicates = duplicates;
        this.#oddities = oddities;
    }
    /** @param line 1-based. @param hits Huge counts saturate at MAX_HITS. */
    addLine(line, hits) {
        if (!this.#isLine(line, ODDITY.line))
            return;
        const at = this.#lineCount;
        if (at === this.#line.length) {
            this.#line = grow(this.#line);
            this.#lineHits = growFloat(this.#lineHits);
        }
        if (at > 0 && line <= this.#line[at - 1])
            this.#linesSorted = false;
        this.#line[at] = line;
        this.#lineHits[at] = this.#countOf(hits);
        this.#lineCount = at + 1;
    }
    /** A branch with an identity. Block and branch are numbers below 2^31, or words. `taken` 0 = not taken. */
    addBranch(line, block, branch, taken) {
        if (!this.#isLine(line, ODDITY.line))
            return;
        const at = this.#branchCount;
        if (at === this.#branchLine.length) {
            this.#branchLine = grow(this.#branchLine);
            this.#block = grow(this.#block);
            this.#branch = grow(this.#branch);
            this.#taken = growFloat(this.#taken);
        }
        const blockId = this.#branchId(block);
        const branchId = this.#branchId(branch);
        if (this.#branchesSorted &&
            at > 0 &&
            compareKeys(line - this.#branchLine[at - 1], blockId - this.#block[at - 1], branchId - this.#branch[at - 1]) <=
                0) {
            this.#branchesSorted = false;
        }
        this.#branchLine[at] = line;
        this.#block[at] = blockId;
        this.#branch[at] = branchId;
        this.#taken[at] = this.#countOf(taken);
        this.#branchCount = at + 1;
    }
    /**
     * A line for which only the number of branches is known. Repeats keep the larger numbers, as branches cannot be told
     * apart.
     *
     * @param line 1-based, or 0 for branches of which the report does not say where they are.
     */
    addBranchCount(line, covered, total) {
        if (line !== 0 && !this.#isLine(line, ODDITY.line))
            return;
        if (!(Number.isInteger(total) && Number.isInteger(covered) && covered >= 0 && covered <= total)) {
            throw new report_error.ReportError(`line ${line} has ${covered} of ${total} branches covered, which cannot be`);
        }
        if (total > MAX_BRANCHES)
            throw new report_error.ReportError(`line ${line} has ${total} branches, which no line has`);
        const known = this.#branchCounts.get(line);
        if (known === undefined)
            this.#branchCounts.set(line, [covered, total]);
        else {
            known[0] = Math.max(known[0], covered);
            known[1] = Math.max(known[1], total);
        }
    }
    /** @param at 1-based line, or 0 if the report does not say where the function starts. */
    addFunction(at, name, hits) {
        const line = at === 0 || this.#isLine(at, ODDITY.functionLine) ? at : 0;
        const count = this.#countOf(hits);
        const key = `${line} ${name}`;
        const known = this.#functions.get(key);
        if (known === undefined)
            this.#functions.set(key, { line, name, hits: count });
        else
            known.hits = combine(this.#duplicates, known.hits, count);
    }
    /**
     * A basic block of a Go profile. The same block with another number of statements comes from another build, which is
     * an error, and so are numbers that a table cannot hold. A block longer than any function has a damaged end line,
     * which must not fill the memory.
     */
    addBlock(startLine, startColumn, endLine, endColumn, statements, hits) {
        if (!this.#isLine(startLine, ODDITY.line) || !this.#isLine(endLine, ODDITY.line))
            return;
        if (endLine - startLine > MAX_BLOCK_SPAN) {
            if (this.#oddities !== undefined)
                return this.#oddities.note(ODDITY.line);
            throw new report_error.ReportError(`a block spans ${endLine - startLine} lines, which no function has`);
        }
        if (Math.max(startColumn, endColumn, statements) > model/* MAX_LINE */.MV)
            throw new report_error.ReportError(`a block has a number above ${model/* MAX_LINE */.MV}`);
        const count = this.#countOf(hits);
        const key = `${startLine}.${startColumn},${endLine}.${endColumn}`;
        const known = this.#blocks.get(key);
        if (known === undefined) {
            this.#blocks.set(key, [startLine, startColumn, endLine, endColumn, statements, count]);
        }
        else if (known[4] !== statements) {
            throw new report_error.ReportError(`block ${key} has ${known[4]} statements in one place and ${statements} in another: the profiles come from different builds`);
        }
        else
            known[5] = addHits(known[5], count);
    }
    declare(totals) {
        for (const [kind, { covered, total }] of Object.entries(totals)) {
            if (!(Number.isSafeInteger(covered) && Number.isSafeInteger(total) && covered >= 0 && covered <= total))
                throw new report_error.ReportError(`declares ${covered} of ${total} ${kind} covered, which cannot be`);
        }
        this.#declared = maxDeclared(this.#declared, totals);
    }
    get isEmpty() {
        return (this.#lineCount === 0 &&
            this.#branchCount === 0 &&
            this.#branchCounts.size === 0 &&
            this.#functions.size === 0 &&
            this.#blocks.size === 0 &&
            this.#declared === undefined);
    }
    /** The tables of everything added so far; the builder is empty afterwards. */
    build(path) {
        const file = {
            path,
            lines: this.#buildLines(),
            branches: this.#buildBranches(),
            branchCounts: this.#buildBranchCounts(),
            functions: this.#buildFunctions(),
            ...(this.#blocks.size > 0 && { blocks: this.#buildBlocks() }),
            ...(this.#declared !== undefined && { declared: this.#declared }),
        };
        this.#lineCount = 0;
        this.#linesSorted = true;
        this.#branchCount = 0;
        this.#branchesSorted = true;
        if (this.#branchNames.size > 0)
            this.#branchNames = new Map();
        if (this.#branchCounts.size > 0)
            this.#branchCounts = new Map();
        if (this.#functions.size > 0)
            this.#functions = new Map();
        if (this.#blocks.size > 0)
            this.#blocks = new Map();
        this.#declared = undefined;
        return file;
    }
    #isLine(line, oddity) {
        if (Number.isInteger(line) && line >= 1 && line <= model/* MAX_LINE */.MV)
            return true;
        if (this.#oddities === undefined)
            throw new report_error.ReportError(`line number ${line} is not a whole number between 1 and ${model/* MAX_LINE */.MV}`);
        this.#oddities.note(oddity);
        return false;
    }
    #countOf(hits) {
        if (hits < 0)
            this.#oddities?.note(ODDITY.negative);
        else if (!Number.isFinite(hits))
            this.#oddities?.note(ODDITY.noNumber);
        return clampHits(hits);
    }
    #branchId(value) {
        if (typeof value === "number")
            return value;
        let id = this.#branchNames.get(value);
        if (id === undefined) {
            id = model/* NAMED_BRANCH */.j4 + this.#branchNames.size;
            this.#branchNames.set(value, id);
        }
        return id;
    }
    #buildLines() {
        const count = this.#lineCount;
        if (this.#linesSorted)
            return { line: this.#line.slice(0, count), hits: this.#lineHits.slice(0, count) };
        const order = sortedOrder(count, (a, b) => this.#line[a] - this.#line[b]);
        const line = new Uint32Array(count);
        const hits = new Float64Array(count);
        let rows = 0;
        for (const at of order) {
            if (rows > 0 && line[rows - 1] === this.#line[at]) {
                hits[rows - 1] = combine(this.#duplicates, hits[rows - 1], this.#lineHits[at]);
            }
            else {
                line[rows] = this.#line[at];
                hits[rows++] = this.#lineHits[at];
            }
        }
        return { line: line.slice(0, rows), hits: hits.slice(0, rows) };
    }
    #buildBranches() {
        const count = this.#branchCount;
        const names = this.#sortBranchNames();
        if (this.#branchesSorted) {
            return {
                line: this.#branchLine.slice(0, count),
                block: this.#block.slice(0, count),
                branch: this.#branch.slice(0, count),
                taken: this.#taken.slice(0, count),
                names,
            };
        }
        const order = sortedOrder(count, (a, b) => compareKeys(this.#branchLine[a] - this.#branchLine[b], this.#block[a] - this.#block[b], this.#branch[a] - this.#branch[b]));
        const line = new Uint32Array(count);
        const block = new Uint32Array(count);
        const branch = new Uint32Array(count);
        const taken = new Float64Array(count);
        let rows = 0;
        for (const at of order) {
            const last = rows - 1;
            if (rows > 0 &&
                line[last] === this.#branchLine[at] &&
                block[last] === this.#block[at] &&
                branch[last] === this.#branch[at]) {
                taken[last] = combine(this.#duplicates, taken[last], this.#taken[at]);
            }
            else {
                line[rows] = this.#branchLine[at];
                block[rows] = this.#block[at];
                branch[rows] = this.#branch[at];
                taken[rows++] = this.#taken[at];
            }
        }
        return {
            line: line.slice(0, rows),
            block: block.slice(0, rows),
            branch: branch.slice(0, rows),
            taken: taken.slice(0, rows),
            names,
        };
    }
    /**
     * Names get their ids in the order of first use; equal reports must have equal tables, so ids follow the alphabet.
     */
    #sortBranchNames() {
        if (this.#branchNames.size === 0)
            return NO_NAMES;
        const names = [...this.#branchNames.keys()].sort();
        const idOf = new Map(names.map((name, index) => [this.#branchNames.get(name), model/* NAMED_BRANCH */.j4 + index]));
        for (let at = 0; at < this.#branchCount; at++) {
            if (this.#block[at] >= model/* NAMED_BRANCH */.j4)
                this.#block[at] = idOf.get(this.#block[at]);
            if (this.#branch[at] >= model/* NAMED_BRANCH */.j4)
                this.#branch[at] = idOf.get(this.#branch[at]);
        }
        this.#branchesSorted = false;
        return names;
    }
    #buildBranchCounts() {
        const rows = [...this.#branchCounts].sort((a, b) => a[0] - b[0]);
        return {
            line: Uint32Array.from(rows, (row) => row[0]),
            covered: Uint32Array.from(rows, (row) => row[1][0]),
            total: Uint32Array.from(rows, (row) => row[1][1]),
        };
    }
    #buildFunctions() {
        const rows = [...this.#functions.values()].sort((a, b) => a.line - b.line || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        return {
            line: Uint32Array.from(rows, (row) => row.line),
            name: rows.map((row) => row.name),
            hits: Float64Array.from(rows, (row) => row.hits),
        };
    }
    #buildBlocks() {
        const rows = [...this.#blocks.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
        return {
            startLine: Uint32Array.from(rows, (row) => row[0]),
            startColumn: Uint32Array.from(rows, (row) => row[1]),
            endLine: Uint32Array.from(rows, (row) => row[2]),
            endColumn: Uint32Array.from(rows, (row) => row[3]),
            statements: Uint32Array.from(rows, (row) => row[4]),
            hits: Float64Array.from(rows, (row) => row[5]),
        };
    }
}
/** Hit counts of two runs of the same code. */
function addHits(a, b) {
    const sum = a + b;
    return sum > model/* MAX_HITS */.So ? model/* MAX_HITS */.So : sum;
}
/** Negative counts, NaN and Infinity (all from broken instrumentation) read as 0; u64 values saturate. */
function clampHits(hits) {
    if (!(hits > 0 && hits < Number.POSITIVE_INFINITY))
        return 0;
    return hits > model/* MAX_HITS */.So ? model/* MAX_HITS */.So : hits < 1 ? 1 : Math.floor(hits);
}
/** The larger claim of each kind, by total first: claims of two shards cannot be added. */
function maxDeclared(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    const merged = {};
    for (const kind of ["lines", "branches", "functions"]) {
        const left = a[kind];
        const right = b[kind];
        if (left === undefined && right === undefined)
            continue;
        merged[kind] = {
            covered: Math.max(left?.covered ?? 0, right?.covered ?? 0),
            total: Math.max(left?.total ?? 0, right?.total ?? 0),
        };
    }
    return merged;
}
const NO_NAMES = Object.freeze([]);
function combine(duplicates, a, b) {
    return duplicates === "sum" ? addHits(a, b) : Math.max(a, b);
}
function compareKeys(first, second, third) {
    return first || second || third;
}
function sortedOrder(count, compare) {
    const order = new Uint32Array(count);
    for (let at = 0; at < count; at++)
        order[at] = at;
    return order.sort(compare);
}
/** Some formats need a builder for each of ten thousand files at once, so tables begin small. */
const INITIAL_ROWS = 16;
/** A file minified into one line has the most of them. */
const MAX_BRANCHES = 1_000_000;
const MAX_BLOCK_SPAN = 100_000;
/** Records of one file; a damaged or hostile report must not fill the memory. */
const MAX_RECORDS = 2 ** 24;
function grow(table) {
    if (table.length >= MAX_RECORDS)
        throw new report_error.ReportError(`a file has more than ${MAX_RECORDS} records, which no source file has`);
    const larger = new Uint32Array(table.length * 2);
    larger.set(table);
    return larger;
}
function growFloat(table) {
    const larger = new Float64Array(table.length * 2);
    larger.set(table);
    return larger;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/merge.js



/**
 * One report from the reports of several runs (shards, languages, formats) of the same code. Counts add, so hit beats
 * miss. A line that one report did not measure keeps what the others say. Branches are matched by identity; where only
 * their number is known, the larger number wins (two halves cannot be told from the same half twice). Commutative and
 * associative.
 *
 * @throws ReportError if a Go block has different numbers of statements in two reports: they come from different
 * builds.
 */
function mergeReports(reports) {
    if (reports.length === 1)
        return reports[0];
    const files = new Map();
    for (const report of reports) {
        for (const [path, file] of report.files) {
            const known = files.get(path);
            files.set(path, known === undefined ? file : mergeFiles(known, file));
        }
    }
    return {
        format: "merged",
        files,
        sourceRoots: [...new Set(reports.flatMap((report) => report.sourceRoots))],
        warnings: reports.flatMap((report) => report.warnings),
    };
}
/**
 * Two measurements of one source file; the path is the first one's.
 *
 * @param counts `max` if both describe the same run (the classes of a Cobertura file), so that counts must not add.
 */
function mergeFiles(a, b, counts = "sum") {
    const combine = counts === "sum" ? addHits : Math.max;
    const blocks = mergeBlocks(a.blocks, b.blocks, combine);
    const declared = maxDeclared(a.declared, b.declared);
    return {
        path: a.path,
        lines: mergeLines(a.lines, b.lines, combine),
        branches: mergeBranches(a.branches, b.branches, combine),
        branchCounts: mergeBranchCounts(a.branchCounts, b.branchCounts),
        functions: mergeFunctions(a.functions, b.functions, combine),
        ...(blocks !== undefined && { blocks }),
        ...(declared !== undefined && { declared }),
    };
}
function mergeLines(a, b, combine) {
    if (b.line.length === 0)
        return a;
    if (a.line.length === 0)
        return b;
    if (sameNumbers(a.line, b.line))
        return { line: a.line, hits: combined(a.hits, b.hits, combine) };
    const capacity = a.line.length + b.line.length;
    const line = new Uint32Array(capacity);
    const hits = new Float64Array(capacity);
    let rows = 0;
    let i = 0;
    let j = 0;
    while (i < a.line.length || j < b.line.length) {
        const left = i < a.line.length ? a.line[i] : Number.POSITIVE_INFINITY;
        const right = j < b.line.length ? b.line[j] : Number.POSITIVE_INFINITY;
        line[rows] = Math.min(left, right);
        hits[rows++] = left < right ? a.hits[i++] : right < left ? b.hits[j++] : combine(a.hits[i++], b.hits[j++]);
    }
    return { line: line.slice(0, rows), hits: hits.slice(0, rows) };
}
function mergeBranches(a, b, combine) {
    if (b.line.length === 0)
        return a;
    if (a.line.length === 0)
        return b;
    if (a.names.length > 0 || b.names.length > 0)
        return mergeNamedBranches(a, b, combine);
    if (sameNumbers(a.line, b.line) && sameNumbers(a.block, b.block) && sameNumbers(a.branch, b.branch)) {
        return { ...a, taken: combined(a.taken, b.taken, combine) };
    }
    const capacity = a.line.length + b.line.length;
    const line = new Uint32Array(capacity);
    const block = new Uint32Array(capacity);
    const branch = new Uint32Array(capacity);
    const taken = new Float64Array(capacity);
    let rows = 0;
    let i = 0;
    let j = 0;
    while (i < a.line.length || j < b.line.length) {
        const order = i === a.line.length
            ? 1
            : j === b.line.length
                ? -1
                : a.line[i] - b.line[j] || a.block[i] - b.block[j] || a.branch[i] - b.branch[j];
        const from = order <= 0 ? a : b;
        const at = order <= 0 ? i : j;
        line[rows] = from.line[at];
        block[rows] = from.block[at];
        branch[rows] = from.branch[at];
        taken[rows++] = order === 0 ? combine(a.taken[i], b.taken[j]) : from.taken[at];
        if (order <= 0)
            i++;
        if (order >= 0)
            j++;
    }
    return {
        line: line.slice(0, rows),
        block: block.slice(0, rows),
        branch: branch.slice(0, rows),
        taken: taken.slice(0, rows),
        names: a.names,
    };
}
/**
 * Both sides get the ids of the union of their names, then merge as numbers do. Ids keep the order of the names, so
 * rows stay sorted.
 */
function mergeNamedBranches(a, b, combine) {
    const names = [...new Set([...a.names, ...b.names])].sort();
    const idOf = new Map(names.map((name, index) => [name, model/* NAMED_BRANCH */.j4 + index]));
    const renamed = (table) => {
        const rename = (id) => (id < model/* NAMED_BRANCH */.j4 ? id : idOf.get(table.names[id - model/* NAMED_BRANCH */.j4]));
        return { ...table, block: table.block.map(rename), branch: table.branch.map(rename), names: [] };
    };
    return { ...mergeBranches(renamed(a), renamed(b), combine), names };
}
function mergeBranchCounts(a, b) {
    if (b.line.length === 0)
        return a;
    if (a.line.length === 0)
        return b;
    const rows = new Map();
    for (const table of [a, b]) {
        for (let at = 0; at < table.line.length; at++) {
            const [covered, total] = rows.get(table.line[at]) ?? [0, 0];
            rows.set(table.line[at], [Math.max(covered, table.covered[at]), Math.max(total, table.total[at])]);
        }
    }
    const line = Uint32Array.from(rows.keys()).sort();
    return {
        line,
        covered: line.map((number) => rows.get(number)[0]),
        total: line.map((number) => rows.get(number)[1]),
    };
}
function mergeFunctions(a, b, combine) {
    if (b.line.length === 0)
        return a;
    if (a.line.length === 0)
        return b;
    const line = [];
    const name = [];
    const hits = [];
    let i = 0;
    let j = 0;
    while (i < a.line.length || j < b.line.length) {
        const order = i === a.line.length
            ? 1
            : j === b.line.length
                ? -1
                : a.line[i] - b.line[j] || (a.name[i] < b.name[j] ? -1 : a.name[i] > b.name[j] ? 1 : 0);
        line.push(order <= 0 ? a.line[i] : b.line[j]);
        name.push(order <= 0 ? a.name[i] : b.name[j]);
        hits.push(order === 0 ? combine(a.hits[i], b.hits[j]) : order < 0 ? a.hits[i] : b.hits[j]);
        if (order <= 0)
            i++;
        if (order >= 0)
            j++;
    }
    return { line: Uint32Array.from(line), name, hits: Float64Array.from(hits) };
}
function mergeBlocks(a, b, combine) {
    if (a === undefined || b === undefined)
        return a ?? b;
    const capacity = a.startLine.length + b.startLine.length;
    const merged = {
        startLine: new Uint32Array(capacity),
        startColumn: new Uint32Array(capacity),
        endLine: new Uint32Array(capacity),
        endColumn: new Uint32Array(capacity),
        statements: new Uint32Array(capacity),
        hits: new Float64Array(capacity),
    };
    let rows = 0;
    let i = 0;
    let j = 0;
    while (i < a.startLine.length || j < b.startLine.length) {
        const order = i === a.startLine.length ? 1 : j === b.startLine.length ? -1 : compareBlocks(a, i, b, j);
        if (order === 0 && a.statements[i] !== b.statements[j]) {
            throw new report_error.ReportError(`the block at line ${a.startLine[i]}, column ${a.startColumn[i]} has ${a.statements[i]} statements in one report and ` +
                `${b.statements[j]} in another: the profiles come from different builds`);
        }
        const from = order <= 0 ? a : b;
        const at = order <= 0 ? i : j;
        merged.startLine[rows] = from.startLine[at];
        merged.startColumn[rows] = from.startColumn[at];
        merged.endLine[rows] = from.endLine[at];
        merged.endColumn[rows] = from.endColumn[at];
        merged.statements[rows] = from.statements[at];
        merged.hits[rows++] = order === 0 ? combine(a.hits[i], b.hits[j]) : from.hits[at];
        if (order <= 0)
            i++;
        if (order >= 0)
            j++;
    }
    return {
        startLine: merged.startLine.slice(0, rows),
        startColumn: merged.startColumn.slice(0, rows),
        endLine: merged.endLine.slice(0, rows),
        endColumn: merged.endColumn.slice(0, rows),
        statements: merged.statements.slice(0, rows),
        hits: merged.hits.slice(0, rows),
    };
}
function compareBlocks(a, i, b, j) {
    return (a.startLine[i] - b.startLine[j] ||
        a.startColumn[i] - b.startColumn[j] ||
        a.endLine[i] - b.endLine[j] ||
        a.endColumn[i] - b.endColumn[j]);
}
/** Shards of one build measure the same lines, so only the counts have to be added. */
function sameNumbers(a, b) {
    return a.length === b.length && bytesOf(a).equals(bytesOf(b));
}
function bytesOf(table) {
    return Buffer.from(table.buffer, table.byteOffset, table.byteLength);
}
/** Two loops and not one with a function inside: they run over every line of every shard. */
function combined(a, b, combine) {
    const counts = a.slice();
    if (combine === addHits) {
        for (let at = 0; at < counts.length; at++) {
            const sum = counts[at] + b[at];
            counts[at] = sum > model/* MAX_HITS */.So ? model/* MAX_HITS */.So : sum;
        }
    }
    else {
        for (let at = 0; at < counts.length; at++)
            if (b[at] > counts[at])
                counts[at] = b[at];
    }
    return counts;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/collected-files.js

/**
 * The source files of a report, which may tell one file in a hundred thousand parts (a class each, a shard each).
 * Parts of equal size are merged, as a binary counter carries, so n rows cost n log n and never n².
 */
class CollectedFiles {
    #counts;
    #parts = new Map();
    /** @param counts what two parts of one file mean: two runs that add up, or one run told twice. */
    constructor(counts) {
        this.#counts = counts;
    }
    add(file) {
        const known = this.#parts.get(file.path);
        if (known === undefined) {
            this.#parts.set(file.path, { merged: [file], added: 1 });
            return;
        }
        known.merged.push(file);
        known.added++;
        for (let added = known.added; added % 2 === 0; added /= 2)
            this.#mergeLast(known.merged);
    }
    /** By path, in the order of first appearance. */
    finish() {
        const files = new Map();
        for (const [path, { merged }] of this.#parts) {
            while (merged.length > 1)
                this.#mergeLast(merged);
            files.set(path, merged[0]);
        }
        return files;
    }
    #mergeLast(merged) {
        const last = merged.pop();
        merged.push(mergeFiles(merged.pop(), last, this.#counts));
    }
}

// EXTERNAL MODULE: ./build/js/packages/coverage/src/path-rules.js
var path_rules = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/js/packages/coverage/src/report-path.js
var report_path = __webpack_require__(7242);
;// CONCATENATED MODULE: ./build/js/packages/coverage/src/source-roots.js


/** Foreign roots that are tried with a path; a report has one or two. */
const MAX_FOREIGN = 20;
/** @param top absolute path of the repository, normalized. */
function sortRoots(roots, top) {
    const [certain, relative, foreign] = [new Set(), new Set(), new Set()];
    for (const root of new Set(roots.map(report_path/* normalize */.S8))) {
        const folder = (0,path_rules/* afterPrefix */.lY)(root, top);
        if (!root.startsWith("/"))
            relative.add(root);
        else if (folder === undefined)
            foreign.add(root);
        else
            certain.add(folder);
    }
    return { certain: [...certain], relative: [...relative], foreign: [...foreign].slice(0, MAX_FOREIGN) };
}
/** Below this many roots it is cheaper to try each. */
const FEW = 8;
/**
 * Folders of the repository that a report's relative paths may start from (Cobertura's `<source>`). A look-up costs as much as there
 * are files that end with the path, and not as there are roots.
 */
class SourceRoots {
    #folders;
    /** Of each folder its rank; for paths that begin with `..`, by how many folders they go up. */
    #ranks = new Map();
    #index;
    #files;
    /** @param folders of the repository, best first. */
    constructor(folders, files, index) {
        this.#folders = folders;
        this.#files = files;
        this.#index = index;
    }
    /** The tracked file that a relative path is below the first root that has it. */
    find(path) {
        if (this.#folders.length <= FEW) {
            return this.#folders.map((folder) => (0,report_path/* joinPath */.uJ)(folder, path)).find((file) => this.#files.has(file));
        }
        const parts = (0,report_path/* partsOf */.CI)(path);
        const up = parts.findIndex((part) => part !== "..");
        const ranks = this.#ranksAbove(up);
        const rest = parts.slice(up);
        let best;
        for (const file of this.#index().endingWith(rest)) {
            const rank = ranks.get(file.slice(0, Math.max(0, file.length - rest.join("/").length - 1)));
            if (rank !== undefined && (best === undefined || rank < best.rank))
                best = { file, rank };
        }
        return best?.file;
    }
    #ranksAbove(up) {
        let ranks = this.#ranks.get(up);
        if (ranks === undefined) {
            const found = new Map();
            for (const [rank, folder] of this.#folders.entries()) {
                let above = folder;
                for (let left = up; left > 0; left--)
                    above = (0,report_path/* folderOf */.yS)(above);
                if (!found.has(above))
                    found.set(above, rank);
            }
            ranks = found;
            this.#ranks.set(up, ranks);
        }
        return ranks;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/tail-index.js

/**
 * Finds files by the end of their path in the logarithm of their number, however many are called alike: files in the
 * order of their reversed paths, so that files with the same end stand side by side.
 */
class TailIndex {
    #fold;
    #files;
    /** `a/b/c.ts` as `c.ts\0b\0a`: NUL sorts before every letter of a name. */
    #keys;
    /** @param fold whether upper and lower case are the same. */
    constructor(files, fold) {
        this.#fold = fold;
        const entries = files.map((file) => ({ file, key: this.#keyOf((0,report_path/* partsOf */.CI)(file)) }));
        entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
        this.#files = entries.map(({ file }) => file);
        this.#keys = entries.map(({ key }) => key);
    }
    /** @param most how many files to list; those that end exactly there come first. */
    longest(parts, most) {
        const key = this.#keyOf(parts);
        const at = this.#firstFrom(key);
        // The best neighbour of a place in the order is right before it or right behind it.
        const common = Math.max(commonParts(key, this.#keys[at - 1]), commonParts(key, this.#keys[at]));
        return { common, files: this.endingWith(common === 0 ? [] : parts.slice(-common), most) };
    }
    /** The files whose last parts are these. */
    endingWith(parts, most = Number.POSITIVE_INFINITY) {
        const key = this.#keyOf(parts);
        const files = [];
        for (let at = this.#firstFrom(key); at < this.#keys.length && files.length < most; at++) {
            const there = this.#keys[at];
            if (there !== key && !there.startsWith(`${key}\0`))
                break;
            files.push(this.#files[at]);
        }
        return files;
    }
    #keyOf(parts) {
        const key = parts.toReversed().join("\0");
        return this.#fold ? key.toLowerCase() : key;
    }
    #firstFrom(key) {
        let low = 0;
        let high = this.#keys.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.#keys[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
function commonParts(a, b) {
    if (b === undefined)
        return 0;
    let at = 0;
    let parts = 0;
    while (a[at] !== undefined && a[at] === b[at])
        if (a[at++] === "\0")
            parts++;
    const ends = (text) => at === text.length || text[at] === "\0";
    return ends(a) && ends(b) ? parts + 1 : parts;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/paths.js





const UNKNOWN_ORIGIN = { report: "", folders: [] };
const NOWHERE = { candidates: [], prefix: undefined };
/** Of files that a part of a path fits equally well, more are not listed. */
const MAX_CANDIDATES = 1000;
/** Relative roots that are tried as the one start of a report; a report has one or two. */
const MAX_STARTS = 20;
/**
 * Matches the paths of reports to the files of one repository. The index is built once and serves every report; a
 * look-up costs the length of the path.
 */
class PathMatcher {
    #repository;
    #rules;
    #files;
    /** Every folder that holds a tracked file; the top one is the empty string. */
    #folders;
    #root;
    #tails;
    #foldedTails;
    constructor(repository, rules) {
        this.#repository = repository;
        this.#rules = rules;
        this.#files = new Set(repository.files);
        this.#folders = new Set(repository.files.map(report_path/* folderOf */.yS));
        this.#root = (0,report_path/* normalize */.S8)(repository.root);
    }
    /** Absolute path of the repository. */
    get root() {
        return this.#repository.root;
    }
    /** The same report with repository paths. Two spellings of one file are merged. */
    match(report, origin = UNKNOWN_ORIGIN) {
        const paths = [...report.files.keys()];
        const starts = this.#startsOf(paths, report.sourceRoots, origin);
        const found = paths.map((path) => ({ path, ...this.#locate(path, starts, origin) }));
        const isNamesake = namesakes(found);
        const files = new CollectedFiles("sum");
        const unmatched = [];
        const ambiguous = [];
        for (const { path, candidates, prefix } of found) {
            const [repositoryPath, ...others] = candidates;
            if (others.length > 0)
                ambiguous.push({ path, candidates });
            else if (repositoryPath === undefined || isNamesake(repositoryPath, prefix))
                unmatched.push(path);
            else
                files.add({ ...report.files.get(path), path: repositoryPath });
        }
        return { report: { ...report, files: files.finish() }, unmatched, ambiguous };
    }
    /** The files that a path may mean: none, one, or several that cannot be told apart. */
    find(path, sourceRoots = []) {
        return this.#locate(path, this.#startsOf([], sourceRoots, UNKNOWN_ORIGIN), UNKNOWN_ORIGIN).candidates;
    }
    #startsOf(paths, sourceRoots, origin) {
        const { certain, relative, foreign } = sortRoots(sourceRoots, this.#root);
        const roots = (folders) => new SourceRoots(folders, this.#files, () => this.#index());
        const folders = origin.folders.length === 0 ? [""] : origin.folders;
        const below = folders.flatMap((folder) => relative.map((root) => (0,report_path/* joinPath */.uJ)(folder, root)));
        const start = this.#commonStart(paths.map(report_path/* normalize */.S8), relative.slice(0, MAX_STARTS), origin.folders);
        return { certain: roots(certain), relative: roots(below), foreign, start };
    }
    /** Of the folders that relative paths may start from, the one that makes most of them tracked files. */
    #commonStart(paths, roots, folders) {
        let best;
        let most = 0;
        for (const start of new Set(folders.flatMap((folder) => ["", ...roots].map((root) => (0,report_path/* joinPath */.uJ)(folder, root))))) {
            const hits = paths.filter((path) => !path.startsWith("/") && this.#files.has((0,report_path/* joinPath */.uJ)(start, path))).length;
            if (hits > most)
                [best, most] = [start, hits];
        }
        return best;
    }
    #locate(raw, starts, origin) {
        const path = (0,report_path/* normalize */.S8)(raw);
        const mapped = (0,path_rules/* applyRules */.IU)(this.#rules, path, origin.report);
        if (mapped !== undefined) {
            const exact = this.#relative(mapped);
            return this.#files.has(exact) ? { candidates: [exact], prefix: undefined } : this.#findBySuffix(mapped, origin);
        }
        if (path.startsWith("/")) {
            const exact = this.#relative(path);
            if (this.#files.has(exact))
                return { candidates: [exact], prefix: undefined, start: this.#root };
            return this.#isUntracked(exact) ? NOWHERE : this.#findBySuffix(path, origin);
        }
        return this.#locateRelative(path, starts, origin);
    }
    #locateRelative(path, starts, origin) {
        const { start } = starts;
        const exact = starts.certain.find(path) ??
            (start === undefined ? undefined : this.#tracked((0,report_path/* joinPath */.uJ)(start, path))) ??
            starts.relative.find(path) ??
            this.#inGoModule(path);
        if (exact !== undefined)
            return { candidates: [exact], prefix: undefined, start: "." };
        // What a run made beside tracked files is not another package's file of the same name.
        const beside = start === undefined ? [...origin.folders, ""] : [start];
        if (beside.some((folder) => this.#isUntracked((0,report_path/* joinPath */.uJ)(folder, path))))
            return NOWHERE;
        if (start !== undefined && this.#folders.has((0,report_path/* folderOf */.yS)((0,report_path/* joinPath */.uJ)(start, path))))
            return NOWHERE;
        if (this.#files.has(path))
            return { candidates: [path], prefix: undefined, start: "." };
        for (const root of starts.foreign) {
            const location = this.#findBySuffix((0,report_path/* joinPath */.uJ)(root, path), origin, (0,report_path/* partsOf */.CI)(path).length + 1);
            if (location.candidates.length === 1)
                return location;
        }
        return this.#findBySuffix(path, origin);
    }
    #inGoModule(path) {
        for (const [module, folder] of this.#repository.goModules) {
            const rest = (0,path_rules/* afterPrefix */.lY)(path, module);
            const file = rest === undefined ? undefined : this.#tracked((0,report_path/* joinPath */.uJ)(folder, rest));
            if (file !== undefined)
                return file;
        }
        return undefined;
    }
    #tracked(path) {
        return this.#files.has(path) ? path : undefined;
    }
    #relative(path) {
        return path.startsWith("/") ? ((0,path_rules/* afterPrefix */.lY)(path, this.#root) ?? path) : path;
    }
    /** Whether a path that is not tracked is a file in this checkout. */
    #isUntracked(path) {
        return !/^(?:\/|\.\.\/)/.test(path) && this.#repository.exists?.(path) === true;
    }
    /**
     * The files that share the longest tail with the path: at least one folder besides the name, unless the path is a
     * bare name. Case matters, unless nothing fits otherwise. A path in a folder that the repository has, but with other
     * folders before the tail, is an untracked file and not another one that looks alike. Of files that fit equally well,
     * those of the report's own package do.
     *
     * @param least how many parts must be shared.
     */
    #findBySuffix(path, origin, least = 2) {
        const parts = (0,report_path/* partsOf */.CI)(path);
        const needed = Math.min(least, parts.length);
        let { common, files } = this.#index().longest(parts, MAX_CANDIDATES);
        if (common < needed)
            ({ common, files } = this.#foldedIndex().longest(parts, MAX_CANDIDATES));
        if (common < needed || common === 0)
            return NOWHERE;
        if (this.#folders.has((0,report_path/* folderOf */.yS)(this.#relative(path))))
            files = files.filter((file) => common === parts.length || common === (0,report_path/* partsOf */.CI)(file).length);
        const prefix = [path.startsWith("/") ? "" : ".", ...parts.slice(0, parts.length - common)].join("/");
        return { candidates: ofOwnPackage(files, origin), prefix };
    }
    /** Built when a path first needs it: most reports spell paths as the repository does. */
    #index() {
        this.#tails ??= new TailIndex(this.#repository.files, false);
        return this.#tails;
    }
    #foldedIndex() {
        this.#foldedTails ??= new TailIndex(this.#repository.files, true);
        return this.#foldedTails;
    }
}
/** Of several candidates those below the nearest folder of the report that holds any. */
function ofOwnPackage(candidates, { folders }) {
    for (const folder of folders) {
        const own = candidates.filter((file) => file.startsWith(`${folder}/`));
        if (own.length > 0)
            return own;
    }
    return candidates;
}
/**
 * A namesake from elsewhere (a dependency's `src/lib.rs`) must not add its lines to a file of ours. It shows by the
 * folders before the part that matched: another path leads to the file literally or from a prefix that twice as many
 * paths share, or that prefix is that of more paths and stands above this one, where the file would be an untracked one.
 */
function namesakes(found) {
    const single = found.filter(({ candidates }) => candidates.length === 1);
    const exact = new Set(single.filter(({ prefix }) => prefix === undefined).map(({ candidates }) => candidates[0]));
    const counts = new Map();
    for (const { prefix, start } of single) {
        const before = prefix ?? start;
        if (before !== undefined)
            counts.set(before, (counts.get(before) ?? 0) + 1);
    }
    const countOf = (prefix) => counts.get(prefix ?? "") ?? 0;
    const strongest = new Map();
    for (const { candidates, prefix } of single)
        strongest.set(candidates[0], Math.max(strongest.get(candidates[0]) ?? 0, countOf(prefix)));
    const isBelowStronger = (prefix) => {
        for (let above = prefix; above.includes("/");) {
            above = (0,report_path/* folderOf */.yS)(above);
            if (countOf(above) > countOf(prefix))
                return true;
        }
        return false;
    };
    return (file, prefix) => prefix !== undefined && (exact.has(file) || countOf(prefix) * 2 < strongest.get(file) || isBelowStronger(prefix));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/context.js
var context = __webpack_require__(7984);
// EXTERNAL MODULE: ./build/js/packages/kit/src/git/comparison.js
var git_comparison = __webpack_require__(6102);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/shown-path.js
var shown_path = __webpack_require__(1464);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var runner_inputs = __webpack_require__(7770);
// EXTERNAL MODULE: ./build/js/actions/coverage-gate/src/scope.js + 1 modules
var src_scope = __webpack_require__(9907);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/baseline/default-scope.js




/**
 * What counts on the default branch. An input that was not kept, as it did not exist then, is this change's own; one
 * that is only written in another way is the same.
 *
 * @param before the gate's inputs as they were kept with the baseline, by name.
 * @returns undefined when both count the same.
 */
async function findDefaultScope(inputs, before) {
    const rewritten = src_scope/* SCOPE_INPUTS */.pQ.filter((input) => (before[input] ?? inputs.gate[input]) !== inputs.gate[input]);
    if (rewritten.length === 0)
        return undefined;
    const texts = src_scope/* SCOPE_INPUTS */.pQ.map((input) => [(0,runner_inputs/* environmentName */.VE)(input), before[input] ?? inputs.gate[input]]);
    const reader = new runner_inputs/* InputReader */.i_(Object.fromEntries(texts));
    const scope = await (0,src_scope/* readScope */.hx)(reader);
    try {
        reader.finish();
    }
    catch (error) {
        if (error instanceof user_error/* UserErrors */.t)
            return { inputs: rewritten, problem: error.problems.join("; ") };
        throw error;
    }
    const changed = rewritten.filter((input) => !(0,external_node_util_.isDeepStrictEqual)(scope[src_scope/* SCOPE_KEYS */.gJ[input]], inputs[src_scope/* SCOPE_KEYS */.gJ[input]]));
    return changed.length === 0 ? undefined : { inputs: changed, scope };
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var src_globs = __webpack_require__(5931);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/coverage/src/ratio.js
var src_ratio = __webpack_require__(9347);
;// CONCATENATED MODULE: ./build/js/packages/coverage/src/totals.js

/**
 * The numbers of one file. Lines are distinct measured lines; of a Go profile they are statements, as `go tool cover
 * -func` counts. What a report declares counts only where it has no detail of that kind, or in the mode `declared`.
 */
function fileTotals(file, mode) {
    const { declared } = file;
    return {
        lines: pick(mode, countLines(file), declared?.lines),
        branches: pick(mode, countBranches(file), declared?.branches),
        functions: pick(mode, { covered: countHits(file.functions.hits), total: file.functions.hits.length }, declared?.functions),
    };
}
function sumTotals(totals) {
    return {
        lines: (0,src_ratio/* addRatios */.s$)(totals.map((each) => each.lines)),
        branches: (0,src_ratio/* addRatios */.s$)(totals.map((each) => each.branches)),
        functions: (0,src_ratio/* addRatios */.s$)(totals.map((each) => each.functions)),
    };
}
function reportTotals(report, mode) {
    return sumTotals([...report.files.values()].map((file) => fileTotals(file, mode)));
}
/**
 * The branches of each line that has any, ascending. A line known by identities in one report and by number in another
 * counts the larger of the two, as the branches cannot be matched.
 */
function* branchesOfLines(file) {
    const { branches, branchCounts } = file;
    let i = 0;
    let j = 0;
    while (i < branches.line.length || j < branchCounts.line.length) {
        const line = Math.min(branches.line[i] ?? Number.POSITIVE_INFINITY, branchCounts.line[j] ?? Number.POSITIVE_INFINITY);
        let covered = 0;
        let total = 0;
        for (; branches.line[i] === line; i++) {
            total++;
            if (branches.taken[i] > 0)
                covered++;
        }
        if (branchCounts.line[j] === line) {
            covered = Math.max(covered, branchCounts.covered[j]);
            total = Math.max(total, branchCounts.total[j]);
            j++;
        }
        yield [line, { covered, total }];
    }
}
function countLines({ lines, blocks }) {
    if (blocks === undefined)
        return { covered: countHits(lines.hits), total: lines.hits.length };
    let covered = 0;
    let total = 0;
    for (let at = 0; at < blocks.hits.length; at++) {
        total += blocks.statements[at];
        if (blocks.hits[at] > 0)
            covered += blocks.statements[at];
    }
    return { covered, total };
}
function countBranches(file) {
    if (file.branchCounts.line.length === 0) {
        return { covered: countHits(file.branches.taken), total: file.branches.taken.length };
    }
    let covered = 0;
    let total = 0;
    for (const [line, branches] of branchesOfLines(file)) {
        // Branches without a place may be those that another report places.
        if (line === 0 && file.branches.line.length > 0)
            continue;
        covered += branches.covered;
        total += branches.total;
    }
    return { covered, total };
}
function countHits(hits) {
    let covered = 0;
    for (let at = 0; at < hits.length; at++)
        if (hits[at] > 0)
            covered++;
    return covered;
}
function pick(mode, counted, declared) {
    return declared !== undefined && (mode === "declared" || counted.total === 0) ? declared : counted;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/snapshot.js




const SCHEMA = "jessy-actions/coverage-snapshot/v1";
function* writeSnapshot(report, meta) {
    yield `{"schema":${JSON.stringify(SCHEMA)},"meta":${JSON.stringify(meta)},"files":{\n`;
    let separator = "";
    for (const path of [...report.files.keys()].sort()) {
        yield `${separator}${JSON.stringify(path)}:${JSON.stringify(encodeFile(report.files.get(path)))}`;
        separator = ",\n";
    }
    yield "\n}}\n";
}
function isSnapshot(head) {
    return head.startsWith(`{"schema":${JSON.stringify(SCHEMA)}`);
}
/** @throws ReportError if it is not a snapshot, or is damaged. */
function readSnapshot(chunks) {
    const root = (0,json.parseJson)(chunks);
    if (root.get("schema").raw !== SCHEMA)
        throw new report_error.ReportError(`its \`schema\` is not ${SCHEMA}`);
    const meta = root.get("meta");
    const files = new Map();
    const builder = new FileBuilder("max");
    checkSize(root.get("files"));
    for (const [path, file] of root.get("files").entries())
        files.set(path, decodeFile(builder, path, file));
    return {
        meta: {
            repository: meta.get("repository").text(),
            sha: meta.get("sha").text(),
            gate: Object.fromEntries([...meta.get("gate").entries()].map(([name, value]) => [name, value.text()])),
        },
        report: { format: "merged", files, sourceRoots: [], warnings: [] },
    };
}
function encodeFile(file) {
    const branches = [...branchesOfLines(file)].flatMap(([line, { covered, total }]) => [line, covered, total]);
    const functions = file.functions.hits;
    return {
        hit: encodeRuns(file.lines, true),
        missed: encodeRuns(file.lines, false),
        ...(branches.length > 0 && { branches }),
        ...(functions.length > 0 && { functions: [functions.filter((hits) => hits > 0).length, functions.length] }),
        ...(file.blocks !== undefined && { blocks: encodeBlocks(file.blocks) }),
        ...(file.declared !== undefined && { declared: encodeDeclared(file.declared) }),
    };
}
function encodeRuns({ line, hits }, hit) {
    const runs = [];
    let end = 1;
    for (let at = 0; at < line.length; at++) {
        if (hits[at] > 0 !== hit)
            continue;
        if (line[at] === end && runs.length > 0)
            runs[runs.length - 1]++;
        else
            runs.push(line[at] - end, 1);
        end = line[at] + 1;
    }
    return runs;
}
function decodeFile(builder, path, file) {
    for (const [key, hits] of [
        ["hit", 1],
        ["missed", 0],
    ]) {
        let line = 1;
        for (const [gap, run] of tuples(file.get(key), 2)) {
            if (run > MAX_RUN)
                throw new report_error.ReportError(`${JSON.stringify(path)} has a run of ${run} lines, which no source file has`);
            line += gap;
            for (let left = run; left > 0; left--)
                builder.addLine(line++, hits);
        }
    }
    for (const [line, covered, total] of tuples(file.get("branches"), 3))
        builder.addBranchCount(line, covered, total);
    for (const [covered, total] of tuples(file.get("functions"), 2)) {
        if (total > MAX_FUNCTIONS)
            throw new report_error.ReportError(`${JSON.stringify(path)} has ${total} functions, which no source file has`);
        for (let at = 0; at < total; at++)
            builder.addFunction(0, String(at), at < covered ? 1 : 0);
    }
    for (const [startLine, startColumn, endLine, endColumn, statements, hits] of tuples(file.get("blocks"), 6)) {
        builder.addBlock(startLine, startColumn, endLine, endColumn, statements, hits);
    }
    if (file.get("declared").isObject)
        builder.declare(decodeDeclared(file.get("declared")));
    return builder.build(path);
}
/** A longer file is a damaged snapshot. */
const MAX_RUN = 10_000_000;
const MAX_FUNCTIONS = 1_000_000;
/** Of all files together. */
const MAX_ROWS = 50_000_000;
/** Runs before anything is unpacked: a few bytes can stand for ten million lines. */
function checkSize(files) {
    let rows = 0;
    for (const [, file] of files.entries()) {
        for (const key of ["hit", "missed"])
            for (const [, run] of tuples(file.get(key), 2))
                rows += Math.min(run, MAX_RUN);
        for (const [, total] of tuples(file.get("functions"), 2))
            rows += Math.min(total, MAX_FUNCTIONS);
    }
    if (rows > MAX_ROWS)
        throw new report_error.ReportError(`has more than ${MAX_ROWS} lines and functions: it is damaged`);
}
function* tuples(value, size) {
    if (value.isMissing)
        return;
    const list = value.list();
    if (list.length % size !== 0 || list.some((number) => !Number.isSafeInteger(number) || number < 0)) {
        throw new report_error.ReportError(`the snapshot has a list that is not made of ${size} whole numbers each`);
    }
    for (let at = 0; at < list.length; at += size)
        yield list.slice(at, at + size);
}
function encodeBlocks(blocks) {
    const numbers = [];
    for (let at = 0; at < blocks.startLine.length; at++) {
        numbers.push(blocks.startLine[at], blocks.startColumn[at], blocks.endLine[at], blocks.endColumn[at]);
        numbers.push(blocks.statements[at], blocks.hits[at] > 0 ? 1 : 0);
    }
    return numbers;
}
function encodeDeclared(declared) {
    return Object.fromEntries(Object.entries(declared).map(([kind, ratio]) => [kind, [ratio.covered, ratio.total]]));
}
function decodeDeclared(declared) {
    const totals = {};
    for (const kind of ["lines", "branches", "functions"]) {
        for (const [covered, total] of tuples(declared.get(kind), 2))
            totals[kind] = { covered: covered, total: total };
    }
    return totals;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
;// CONCATENATED MODULE: ./build/js/packages/coverage/src/format.js
/** How much of a file `detect` sees. */
const DETECTION_BYTES = 16_384;

// EXTERNAL MODULE: ./build/js/packages/reading/src/chunks.js
var src_chunks = __webpack_require__(5124);
;// CONCATENATED MODULE: ./build/js/packages/reading/src/xml.js



/**
 * Deeper than any report (JaCoCo's nested groups are the deepest). Endless nesting would fill the stack of open names.
 */
const MAX_DEPTH = 500;
/** Kinds of elements. Every name is kept; a report has a few dozen. */
const MAX_NAMES = 1000;
const MAX_ATTRIBUTES = 64;
const MAX_ATTRIBUTE_BYTES = 1_000_000;
const TAB = 9;
const NEWLINE = 10;
const BLANK = 32;
const BANG = 33;
const DOUBLE_QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const MINUS = 45;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
/**
 * A pull reader for the elements and attributes of coverage reports. It builds no DOM and decodes nothing before the
 * caller asks: a Cobertura report of 2.5 million lines has ten million attributes, and we want two numbers per line.
 *
 * It skips comments, CDATA, processing instructions and the DOCTYPE with its internal subset. It never fetches external
 * DTDs and never expands declared entities (billion laughs); an unknown entity stays as written.
 */
class XmlReader {
    /** Name of the element that `next` just reported. */
    name = "";
    /** How many elements are open, the reported one included. */
    depth = 0;
    #bytes;
    #decoder;
    #at = 0;
    #pendingClose = false;
    #open = [];
    #names = new Map();
    #nameCount = 0;
    #attributes = 0;
    #nameStart = new Int32Array(MAX_ATTRIBUTES);
    #nameEnd = new Int32Array(MAX_ATTRIBUTES);
    #valueStart = new Int32Array(MAX_ATTRIBUTES);
    #valueEnd = new Int32Array(MAX_ATTRIBUTES);
    #textStart = 0;
    #textEnd = 0;
    constructor(chunks) {
        const bytes = (0,src_chunks.joinChunks)(chunks);
        const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
            ? "utf-16le"
            : bytes[0] === 0xfe && bytes[1] === 0xff
                ? "utf-16be"
                : undefined;
        this.#bytes = utf16 === undefined ? bytes : new TextEncoder().encode(new external_node_util_.TextDecoder(utf16).decode(bytes));
        this.#decoder = new external_node_util_.TextDecoder(utf16 === undefined ? declaredEncoding(bytes) : "utf-8");
    }
    /**
     * The next start or end of an element; undefined after the root element. @throws ReportError if it is not XML or is
     * cut off.
     */
    next() {
        if (this.#pendingClose) {
            this.#pendingClose = false;
            this.#textStart = this.#textEnd = this.#at;
            return this.#close();
        }
        const bytes = this.#bytes;
        this.#textStart = this.#at;
        while (true) {
            const start = bytes.indexOf(LESS, this.#at);
            if (start === -1) {
                if (this.#open.length > 0)
                    throw this.#error(`ends inside <${this.#open.at(-1)}>: the report was cut off`, bytes.length);
                if (this.name === "")
                    throw new report_error.ReportError("is not XML: it has no elements");
                return undefined;
            }
            this.#textEnd = start;
            const next = bytes[start + 1];
            if (next === BANG || next === QUESTION)
                this.#at = this.#skipMarkup(start);
            else if (next === SLASH)
                return this.#readEndTag(start + 2);
            else
                return this.#readStartTag(start + 1);
        }
    }
    /** An attribute of the element just opened, decoded. */
    attribute(name) {
        const at = this.#find(name);
        return at === -1 ? undefined : this.#decode(this.#valueStart[at], this.#valueEnd[at]);
    }
    /**
     * A whole, non-negative number in an attribute of the element just opened. Counts may be written as `3.0`, `1,5`
     * (decimal comma) or `1e9`, negative or beyond 64 bits. Anything that is not a number, `Infinity` and `0x1f` too, is
     * NaN, and so is a missing attribute.
     */
    number(name) {
        const at = this.#find(name);
        if (at === -1)
            return Number.NaN;
        const end = this.#valueEnd[at];
        let number = 0;
        for (let p = this.#valueStart[at]; p < end; p++) {
            const digit = this.#bytes[p] - 48;
            if (digit < 0 || digit > 9)
                return parseLooseNumber(this.attribute(name));
            number = number * 10 + digit;
        }
        return end === this.#valueStart[at] ? Number.NaN : number;
    }
    /**
     * The text right before the `close` just reported, CDATA included. If the element holds elements: the text after the
     * last one.
     */
    text() {
        return this.#decoder
            .decode(this.#bytes.subarray(this.#textStart, this.#textEnd))
            .split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>)/s)
            .map((part) => part.startsWith(CDATA)
            ? part.slice(CDATA.length, -"]]>".length)
            : part.startsWith("<")
                ? ""
                : decodeEntities(part))
            .join("");
    }
    /** Skips everything up to the end of the element just opened. */
    skip() {
        const depth = this.depth;
        while (this.next() !== undefined)
            if (this.depth < depth)
                return;
    }
    /** The line that the reader is on, 1-based. Costs the length of the report: for the first of a kind only. */
    get line() {
        return this.#lineAt(this.#at);
    }
    error(message) {
        return this.#error(message, this.#at);
    }
    #readStartTag(start) {
        const bytes = this.#bytes;
        let at = endOfName(bytes, start);
        if (at === start)
            throw this.#error("has a `<` that does not start an element", start);
        this.name = this.#intern(start, at);
        this.#attributes = 0;
        while (true) {
            while (isBlank(bytes[at]))
                at++;
            const byte = bytes[at];
            if (byte === GREATER) {
                at++;
                break;
            }
            if (byte === SLASH && bytes[at + 1] === GREATER) {
                at += 2;
                this.#pendingClose = true;
                break;
            }
            at = this.#readAttribute(at);
        }
        this.#at = at;
        this.#open.push(this.name);
        this.depth = this.#open.length;
        if (this.depth > MAX_DEPTH)
            throw this.#error(`nests elements more than ${MAX_DEPTH} deep`, start);
        return "open";
    }
    #readAttribute(start) {
        const bytes = this.#bytes;
        let at = endOfName(bytes, start);
        const nameEnd = at;
        while (isBlank(bytes[at]))
            at++;
        if (at >= bytes.length)
            throw this.#error(`ends inside <${this.name}: the report was cut off`, bytes.length);
        if (nameEnd === start || bytes[at] !== EQUALS)
            throw this.#error(`has an attribute without a value in <${this.name}>`, start);
        at++;
        while (isBlank(bytes[at]))
            at++;
        const quote = bytes[at];
        if (quote !== DOUBLE_QUOTE && quote !== APOSTROPHE)
            throw this.#error(`has an attribute without quotes in <${this.name}>`, at);
        const valueStart = at + 1;
        let valueEnd = valueStart;
        while (valueEnd < bytes.length && bytes[valueEnd] !== quote)
            valueEnd++;
        if (valueEnd - valueStart > MAX_ATTRIBUTE_BYTES)
            throw this.#error(`has an attribute of more than a million bytes in <${this.name}>`, start);
        if (valueEnd === bytes.length)
            throw this.#error(`ends inside <${this.name}: the report was cut off`, bytes.length);
        const index = this.#attributes++;
        if (index === MAX_ATTRIBUTES)
            throw this.#error(`has more than ${MAX_ATTRIBUTES} attributes in <${this.name}>`, start);
        this.#nameStart[index] = start;
        this.#nameEnd[index] = nameEnd;
        this.#valueStart[index] = valueStart;
        this.#valueEnd[index] = valueEnd;
        return valueEnd + 1;
    }
    #readEndTag(start) {
        const bytes = this.#bytes;
        const end = endOfName(bytes, start);
        const open = this.#open.at(-1);
        const name = this.#intern(start, end);
        let at = end;
        while (isBlank(bytes[at]))
            at++;
        if (bytes[at] !== GREATER)
            throw this.#error(`ends inside </${name}`, at);
        if (open !== name)
            throw this.#error(`closes <${open ?? ""}> with </${name}>`, start);
        this.#at = at + 1;
        return this.#close();
    }
    #close() {
        this.name = this.#open.pop();
        this.depth = this.#open.length;
        this.#attributes = 0;
        return "close";
    }
    /** @returns where the comment, CDATA section, instruction or declaration at `start` ends. */
    #skipMarkup(start) {
        const bytes = this.#bytes;
        if (bytes[start + 1] === QUESTION)
            return this.#after("?>", start + 2);
        if (bytes[start + 2] === MINUS && bytes[start + 3] === MINUS)
            return this.#after("-->", start + 4);
        if (bytes[start + 2] === OPEN_BRACKET)
            return this.#after("]]>", start + 3);
        let quote = 0;
        let brackets = 0;
        for (let at = start + 2; at < bytes.length; at++) {
            const byte = bytes[at];
            if (quote !== 0) {
                if (byte === quote)
                    quote = 0;
            }
            else if (byte === DOUBLE_QUOTE || byte === APOSTROPHE)
                quote = byte;
            else if (byte === LESS && bytes[at + 1] === BANG && bytes[at + 2] === MINUS && bytes[at + 3] === MINUS)
                at = this.#after("-->", at + 4) - 1;
            else if (byte === OPEN_BRACKET)
                brackets++;
            else if (byte === CLOSE_BRACKET)
                brackets--;
            else if (byte === GREATER && brackets <= 0)
                return at + 1;
        }
        throw this.#error("ends inside its DOCTYPE: the report was cut off", bytes.length);
    }
    #after(mark, from) {
        const bytes = this.#bytes;
        for (let at = bytes.indexOf(mark.charCodeAt(0), from); at !== -1; at = bytes.indexOf(mark.charCodeAt(0), at + 1)) {
            let length = 1;
            while (length < mark.length && bytes[at + length] === mark.charCodeAt(length))
                length++;
            if (length === mark.length)
                return at + length;
        }
        throw this.#error(`ends before \`${mark}\`: the report was cut off`, bytes.length);
    }
    #find(name) {
        for (let index = 0; index < this.#attributes; index++) {
            const start = this.#nameStart[index];
            if (this.#nameEnd[index] - start !== name.length)
                continue;
            let at = 0;
            while (at < name.length && this.#bytes[start + at] === name.charCodeAt(at))
                at++;
            if (at === name.length)
                return index;
        }
        return -1;
    }
    /** The same few names occur a million times, so each is decoded once. */
    #intern(start, end) {
        let hash = 0;
        for (let at = start; at < end; at++)
            hash = (hash * 31 + this.#bytes[at]) | 0;
        let known = this.#names.get(hash);
        if (known === undefined) {
            known = [];
            this.#names.set(hash, known);
        }
        for (const { bytes, text } of known) {
            if (bytes.length !== end - start)
                continue;
            let at = 0;
            while (at < bytes.length && bytes[at] === this.#bytes[start + at])
                at++;
            if (at === bytes.length)
                return text;
        }
        if (++this.#nameCount > MAX_NAMES)
            throw this.#error(`has more than ${MAX_NAMES} kinds of elements, which no coverage report has`, start);
        const bytes = this.#bytes.slice(start, end);
        const text = this.#decoder.decode(bytes);
        known.push({ bytes, text });
        return text;
    }
    #decode(start, end) {
        return decodeEntities(this.#decoder.decode(this.#bytes.subarray(start, end)));
    }
    #error(message, at) {
        return new report_error.ReportError(`line ${this.#lineAt(at)} ${message}`);
    }
    #lineAt(at) {
        let line = 1;
        for (let p = this.#bytes.indexOf(NEWLINE); p !== -1 && p < at; p = this.#bytes.indexOf(NEWLINE, p + 1))
            line++;
        return line;
    }
}
const NAMED_ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const CDATA = "<![CDATA[";
function decodeEntities(text) {
    return text.includes("&")
        ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, decodeEntity)
        : text;
}
function decodeEntity(whole, decimal, hexadecimal, name) {
    if (name !== undefined)
        return NAMED_ENTITIES[name];
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}
/** `<?xml encoding="..."?>`; an unknown encoding is read as UTF-8. */
function declaredEncoding(bytes) {
    const head = String.fromCharCode(...bytes.subarray(0, 200));
    const label = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
    try {
        const { encoding } = new external_node_util_.TextDecoder(label);
        // The declaration was read byte by byte, so it is not UTF-16.
        return encoding.startsWith("utf-16") ? "utf-8" : encoding;
    }
    catch {
        return "utf-8";
    }
}
function parseLooseNumber(text) {
    const trimmed = text.trim();
    return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)
        ? Number(trimmed.replace(",", "."))
        : Number.NaN;
}
function isBlank(byte) {
    return byte === BLANK || byte === NEWLINE || byte === TAB || byte === 13;
}
function endOfName(bytes, start) {
    let at = start;
    while (at < bytes.length) {
        const byte = bytes[at];
        if (byte <= BLANK ||
            byte === GREATER ||
            byte === SLASH ||
            byte === EQUALS ||
            byte === LESS ||
            byte === DOUBLE_QUOTE ||
            byte === AMPERSAND)
            break;
        at++;
    }
    return at;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/clover.js




/**
 * Clover XML, from OpenClover, PHPUnit and Istanbul. Lines are of type `stmt`, `cond` or `method`. A method is a
 * function and not a line: PHPUnit's text report and OpenClover's metrics count its statements alone.
 *
 * A condition's `truecount` and `falsecount` mean two things: OpenClover writes how often each outcome came, Istanbul
 * (which calls itself clover 3.2.0) how many branches were covered and how many were not. Reading one as the other
 * makes a covered condition partial. Istanbul writes no functions, and branches only for lines on which a statement
 * begins; the file's `<metrics>` count all of them.
 */
const clover = {
    name: "clover",
    title: "Clover XML",
    usualNames: ["clover.xml"],
    detect: (head) => /<coverage\b[^>]*\s(?:generated|clover)\s*=/.test(head),
    parse(chunks) {
        const xml = new XmlReader(chunks);
        const files = new CollectedFiles("max");
        const oddities = new Oddities(() => `on line ${xml.line}`);
        const builder = new FileBuilder("max", oddities);
        let istanbul = false;
        let path;
        let fileDepth = 0;
        /** The branches of the file's lines, and of all of it. */
        let placed = NONE;
        let all = NONE;
        for (let event = xml.next(); event !== undefined; event = xml.next()) {
            if (event === "open") {
                if (xml.name === "coverage")
                    istanbul = xml.attribute("clover") === "3.2.0";
                else if (xml.name === "file") {
                    path = xml.attribute("path") ?? xml.attribute("name");
                    fileDepth = xml.depth;
                    placed = NONE;
                    all = NONE;
                }
                else if (path === undefined)
                    continue;
                else if (xml.name === "line")
                    placed = add(placed, readLine(xml, builder, istanbul));
                // Classes have metrics of their own, one deeper.
                else if (xml.name === "metrics" && xml.depth === fileDepth + 1)
                    all = readMetrics(xml, builder);
            }
            else if (xml.name === "file" && path !== undefined) {
                if (istanbul && all.total > placed.total) {
                    const total = all.total - placed.total;
                    builder.addBranchCount(0, Math.max(0, Math.min(all.covered - placed.covered, total)), total);
                }
                files.add(builder.build(path));
                path = undefined;
            }
        }
        return { format: "clover", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
    },
};
const NONE = { covered: 0, total: 0 };
/** @returns the branches of the line. */
function readLine(xml, builder, istanbul) {
    const line = xml.number("num");
    // PHPUnit writes it for code without a place.
    if (line === 0)
        return NONE;
    const type = xml.attribute("type");
    const count = xml.number("count");
    if (type === "method") {
        builder.addFunction(line, xml.attribute("name") ?? xml.attribute("signature") ?? "", count);
        return NONE;
    }
    const whenTrue = xml.number("truecount");
    const whenFalse = xml.number("falsecount");
    const isCondition = whenTrue >= 0 && whenFalse >= 0;
    builder.addLine(line, Number.isNaN(count) && isCondition ? whenTrue + whenFalse : count);
    const branches = isCondition ? branchesOf(type, whenTrue, whenFalse, istanbul) : NONE;
    if (branches.total > 0)
        builder.addBranchCount(line, branches.covered, branches.total);
    return branches;
}
function branchesOf(type, whenTrue, whenFalse, istanbul) {
    if (istanbul)
        return { covered: whenTrue, total: whenTrue + whenFalse };
    return type === "cond" ? { covered: (whenTrue > 0 ? 1 : 0) + (whenFalse > 0 ? 1 : 0), total: 2 } : NONE;
}
/** Declares a file's totals. @returns its branches. */
function readMetrics(xml, builder) {
    const ratio = (kind) => {
        const covered = xml.number(`covered${kind}`);
        const total = xml.number(kind);
        return Number.isSafeInteger(total) && covered >= 0 && covered <= total ? { covered, total } : NONE;
    };
    const [lines, branches, functions] = [ratio("statements"), ratio("conditionals"), ratio("methods")];
    builder.declare({
        ...(lines.total > 0 && { lines }),
        ...(branches.total > 0 && { branches }),
        ...(functions.total > 0 && { functions }),
    });
    return branches;
}
function add(a, b) {
    return { covered: a.covered + b.covered, total: a.total + b.total };
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/cobertura.js




/**
 * Cobertura XML (coverage-04.dtd) as coverage.py, gcovr, coverlet, PHPUnit, cargo-tarpaulin and others write it.
 *
 * A class's own `<lines>` count; those of its methods repeat them and are used only where a class has none. Several
 * classes of one file are one file (inner classes, partial classes): their lines are united, and the larger count wins.
 * Totals in the header are ignored: producers disagree about them.
 */
const cobertura = {
    name: "cobertura",
    title: "Cobertura XML",
    usualNames: ["cobertura.xml", "coverage.cobertura.xml", "cobertura-coverage.xml", "coverage.xml"],
    detect: (head) => /<!DOCTYPE\s+coverage\b/.test(head) ||
        (/<coverage\b[^>]*\s(?:line-rate|lines-valid|branch-rate)\s*=/.test(head) &&
            !/<coverage\b[^>]*\sgenerated\s*=/.test(head)),
    parse(chunks) {
        const xml = new XmlReader(chunks);
        const reader = new CoberturaReader(xml);
        for (let event = xml.next(); event !== undefined; event = xml.next())
            reader.read(event);
        return reader.report();
    },
};
class CoberturaReader {
    #xml;
    #files = new CollectedFiles("max");
    #sourceRoots = new Set();
    #oddities;
    #classLines;
    #methodLines;
    #path;
    #method;
    #hasClassLines;
    constructor(xml) {
        this.#xml = xml;
        this.#oddities = new Oddities(() => `on line ${xml.line}`);
        this.#classLines = new FileBuilder("max", this.#oddities);
        this.#methodLines = new FileBuilder("max", this.#oddities);
    }
    read(event) {
        if (event === "open")
            this.#open();
        else
            this.#close();
    }
    report() {
        const { warnings } = this.#oddities;
        return { format: "cobertura", files: this.#files.finish(), sourceRoots: [...this.#sourceRoots], warnings };
    }
    #open() {
        const xml = this.#xml;
        switch (xml.name) {
            case "coverage":
                if (xml.depth > 1)
                    throw xml.error("has a <coverage> inside another element");
                return;
            case "class":
                this.#path = xml.attribute("filename");
                this.#hasClassLines = false;
                if (this.#path === undefined || this.#path === "") {
                    this.#oddities.note("classes that name no file, left out");
                    this.#path = undefined;
                    xml.skip();
                }
                return;
            case "method":
                this.#method = {
                    name: `${xml.attribute("name") ?? ""}${xml.attribute("signature") ?? ""}`,
                    firstLine: 0,
                    hits: 0,
                };
                return;
            case "line":
                if (this.#path !== undefined)
                    this.#readLine();
                return;
        }
    }
    #close() {
        switch (this.#xml.name) {
            case "source": {
                const root = this.#xml.text().trim();
                if (root !== "")
                    this.#sourceRoots.add(root);
                return;
            }
            case "method":
                if (this.#method !== undefined)
                    this.#classLines.addFunction(this.#method.firstLine, this.#method.name, this.#method.hits);
                this.#method = undefined;
                return;
            case "class":
                this.#endClass();
                return;
        }
    }
    #readLine() {
        const xml = this.#xml;
        const line = xml.number("number");
        // Generated code without a place: coverlet and tarpaulin write 0.
        if (line === 0)
            return;
        const hits = xml.number("hits");
        const builder = this.#method === undefined ? this.#classLines : this.#methodLines;
        builder.addLine(line, hits);
        const condition = xml.attribute("condition-coverage");
        const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(condition ?? "");
        if (counts !== null) {
            const total = Number(counts[2]);
            builder.addBranchCount(line, Math.min(Number(counts[1]), total), total);
        }
        if (this.#method === undefined)
            this.#hasClassLines = true;
        else {
            this.#method.firstLine = Math.min(this.#method.firstLine || line, line);
            this.#method.hits = Math.max(this.#method.hits, hits || 0);
        }
    }
    #endClass() {
        const path = this.#path;
        this.#path = undefined;
        if (path === undefined)
            return;
        const own = this.#classLines.build(path);
        const methods = this.#methodLines.build(path);
        this.#files.add(this.#hasClassLines ? own : { ...methods, functions: own.functions });
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/coverage-py.js




/**
 * `coverage json` of coverage.py, formats 2 and 3. Its own `percent_covered` mixes lines and branches into one number;
 * here they are two. A branch is an arc from one line to another, negative if it leaves the function.
 */
const coveragePy = {
    name: "coverage.py",
    title: "coverage.py JSON",
    usualNames: ["coverage.json"],
    detect: (head) => /^\s*\{/.test(head) &&
        (/"executed_lines"\s*:/.test(head) || /"meta"\s*:\s*\{[^}]*"branch_coverage"\s*:/.test(head)),
    parse(chunks) {
        const files = new Map();
        let at = "";
        const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
        const builder = new FileBuilder("max", oddities);
        for (const [path, file] of (0,json.parseJson)(chunks).get("files").entries()) {
            at = path;
            addLines(builder, file.get("executed_lines"), 1);
            addLines(builder, file.get("missing_lines"), 0);
            addArcs(builder, file.get("executed_branches"), 1);
            addArcs(builder, file.get("missing_branches"), 0);
            addFunctions(builder, file.get("functions"));
            files.set(path, builder.build(path));
        }
        return { format: "coverage.py", files, sourceRoots: [], warnings: oddities.warnings };
    },
};
/** Some versions of Python execute line 0 of an empty file. */
function addLines(builder, lines, hits) {
    for (const line of lines.list())
        if (line !== 0)
            builder.addLine(numberOf(line), hits);
}
function addArcs(builder, arcs, taken) {
    if (arcs.isMissing)
        return;
    for (const raw of arcs.list()) {
        const [from, to] = Array.isArray(raw) ? raw : [];
        if (to === undefined)
            throw new report_error.ReportError("a branch is not [from, to]");
        // A negative start enters a code object; it does not belong to a line.
        if (!(numberOf(from) <= 0))
            builder.addBranch(numberOf(from), 0, String(to), taken);
    }
}
/** Since 7.6; the unnamed function is the module's own code. */
function addFunctions(builder, functions) {
    if (functions.isMissing)
        return;
    for (const [name, entry] of functions.entries()) {
        if (name === "")
            continue;
        const executed = entry.get("executed_lines").list();
        const missing = entry.get("missing_lines").list();
        const lines = [...executed, ...missing].filter((line) => typeof line === "number");
        const start = entry.get("start_line").isMissing
            ? lines.reduce((first, line) => Math.min(first, line), Number.POSITIVE_INFINITY)
            : numberOf(entry.get("start_line").raw);
        if (lines.length > 0)
            builder.addFunction(start, name, executed.length > 0 ? 1 : 0);
    }
}
/** NaN unless it is a number: the builder notes it. */
function numberOf(raw) {
    return typeof raw === "number" ? raw : Number.NaN;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/line-spans.js

/** The lines that spans of one report may stand for, all files together: a few bytes can stand for 100,000 lines. */
const MAX_SPANNED_LINES = 50_000_000;
/** Counts what a report's spans unfold to. */
class SpannedLines {
    #count = 0;
    /** @throws ReportError when the report has unfolded to more lines than any repository has. */
    add(lines) {
        this.#count += lines;
        if (this.#count > MAX_SPANNED_LINES)
            throw new report_error.ReportError(`its blocks span more than ${MAX_SPANNED_LINES} lines, which no repository has`);
    }
}
/**
 * Adds every line that a span covers, with the largest count of the spans on it. Nested spans cost n log n, and each
 * line is added once: functions of thousands of lines hold thousands of blocks.
 */
function addSpans(builder, spans, spanned) {
    const edges = [...new Set(spans.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b);
    const indexOf = new Map(edges.map((edge, index) => [edge, index]));
    /** The count of the stretch from one edge to the next. */
    const hits = new Float64Array(edges.length).fill(-1);
    /** For each stretch the first one from there on that has no count yet. */
    const free = Uint32Array.from({ length: edges.length + 1 }, (_, index) => index);
    const nextFree = (from) => {
        let at = from;
        while (free[at] !== at)
            at = free[at] = free[free[at]];
        return at;
    };
    // The largest counts first: what is counted once stays.
    for (const span of [...spans].sort((a, b) => b.hits - a.hits)) {
        const end = indexOf.get(span.last + 1);
        for (let at = nextFree(indexOf.get(span.first)); at < end; at = nextFree(at)) {
            hits[at] = span.hits;
            free[at] = at + 1;
        }
    }
    for (let at = 0; at + 1 < edges.length; at++) {
        if (hits[at] === -1)
            continue;
        spanned.add(edges[at + 1] - edges[at]);
        for (let line = edges[at]; line < edges[at + 1]; line++)
            builder.addLine(line, hits[at]);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/go.js




/**
 * Go's coverprofile (`go test -coverprofile`), modes set, count and atomic.
 *
 * The total is in statements over distinct blocks, as `go tool cover -func` counts; `-coverpkg=./...` writes a block
 * once for every test binary, and the same block's counts add. For changed lines, a line counts as measured when a
 * block with statements spans it, and as covered when any such block ran. A block's last line does not count when
 * nothing but its brace is on it.
 */
const go = {
    name: "go",
    title: "Go coverprofile",
    usualNames: ["cover.out", "coverage.out", "c.out", "*.coverprofile", "coverprofile.out"],
    detect: (head) => /^\s*mode: (?:set|count|atomic)\s/.test(head),
    parse(chunks) {
        const profile = new ProfileReader();
        let rest = "";
        const decoder = new TextDecoder();
        for (const chunk of chunks) {
            const text = rest + decoder.decode(chunk, { stream: true });
            const end = text.lastIndexOf("\n") + 1;
            profile.read(text.slice(0, end));
            rest = text.slice(end);
            if (rest.length > MAX_LINE_CHARACTERS)
                throw new report_error.ReportError("has a line of more than a million characters");
        }
        profile.read(rest + decoder.decode());
        return { format: "go", files: profile.files(), sourceRoots: [], warnings: profile.oddities.warnings };
    },
};
const MAX_LINE_CHARACTERS = 1_000_000;
/** What `go test` prints when something fails; it is in the profile when both went to one place. */
const TEST_FAILED = /^(?:panic: |FAIL\b|--- FAIL: |exit status \d|fatal error: )/;
class ProfileReader {
    oddities = new Oddities(() => `on line ${this.#line}`);
    #line = 0;
    #mode;
    #builders = new Map();
    read(text) {
        for (let start = 0; start < text.length;) {
            const newline = text.indexOf("\n", start);
            const end = newline === -1 ? text.length : newline;
            this.#line++;
            this.#readLine(text.slice(start, end).trimEnd());
            start = end + 1;
        }
    }
    files() {
        const files = new Map();
        const lines = new FileBuilder("max");
        const spanned = new SpannedLines();
        for (const [path, builder] of this.#builders) {
            const { blocks } = builder.build(path);
            if (blocks === undefined)
                continue;
            addSpans(lines, spansOf(blocks), spanned);
            files.set(path, { ...lines.build(path), blocks });
        }
        return files;
    }
    #readLine(line) {
        if (line === "")
            return;
        if (line.startsWith("mode: ")) {
            // `cat` of several profiles repeats the mode. Counts and yes-or-no values cannot be added up.
            const mode = line.slice("mode: ".length) === "set" ? "set" : "count";
            if (this.#mode !== undefined && this.#mode !== mode)
                throw new report_error.ReportError(`line ${this.#line} changes the mode: profiles of mode set and count cannot be joined`);
            this.#mode = mode;
            return;
        }
        if (this.#mode === undefined)
            throw new report_error.ReportError(`line ${this.#line} is before any \`mode:\` line`);
        // From the right, because a path may hold colons and blanks (x/tools/cover, seekBack).
        const match = /^(.+):([^:,]+)\.(\d{1,10}),([^:,]+)\.(\d{1,10}) (\d{1,10}) (\d{1,20})$/.exec(line);
        if (match === null) {
            if (TEST_FAILED.test(line))
                throw new report_error.ReportError(`line ${this.#line} is the output of a failed \`go test\`, so the profile may be incomplete: ${JSON.stringify(line.slice(0, 100))}`);
            throw new report_error.ReportError(`line ${this.#line} is not of the form file:line.column,line.column statements count: ${JSON.stringify(line.slice(0, 100))}`);
        }
        const path = match[1];
        let builder = this.#builders.get(path);
        if (builder === undefined) {
            builder = new FileBuilder("max", this.oddities);
            this.#builders.set(path, builder);
        }
        try {
            builder.addBlock(lineOf(match[2]), Number(match[3]), lineOf(match[4]), Number(match[5]), Number(match[6]), Number(match[7]));
        }
        catch (error) {
            throw new report_error.ReportError(`line ${this.#line}: ${path}: ${error.message}`);
        }
    }
}
/** NaN unless it is a whole number: the builder notes it. */
function lineOf(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}
function spansOf(blocks) {
    const spans = [];
    for (let at = 0; at < blocks.startLine.length; at++) {
        if (blocks.statements[at] === 0)
            continue;
        const first = blocks.startLine[at];
        const end = blocks.endLine[at];
        const last = blocks.endColumn[at] <= 2 && end > first ? end - 1 : end;
        // A block that ends before it begins has no line.
        if (last >= first)
            spans.push({ first, last, hits: blocks.hits[at] });
    }
    return spans;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/istanbul.js




/**
 * Istanbul's coverage-final.json (nyc, Jest, Vitest, c8). A line's hits are the largest of the statements that start on
 * it (istanbul-lib-coverage, `getLineCoverage`); a branch is told apart by its place and the number of its path.
 */
const istanbul = {
    name: "istanbul",
    title: "Istanbul JSON",
    usualNames: ["coverage-final.json"],
    detect: (head) => /^\s*\{/.test(head) && /"(?:statementMap|fnMap|branchMap)"\s*:/.test(head),
    parse(chunks) {
        const files = new CollectedFiles("sum");
        let at = "";
        const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
        const builder = new FileBuilder("max", oddities);
        for (const [key, entry] of (0,json.parseJson)(chunks).entries()) {
            at = key;
            // babel-plugin-istanbul's own variable wraps each file in `data`.
            const file = entry.get("data").isObject ? entry.get("data") : entry;
            addStatements(builder, file);
            addBranches(builder, file);
            istanbul_addFunctions(builder, file);
            const path = file.get("path").isMissing ? key : file.get("path").text();
            files.add(builder.build(path));
        }
        return { format: "istanbul", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
    },
};
function addStatements(builder, file) {
    const hits = file.get("s");
    for (const [id, place] of file.get("statementMap").entries()) {
        const line = startLine(place);
        if (line !== undefined)
            builder.addLine(line, countOf(hits.get(id)));
    }
}
function addBranches(builder, file) {
    if (file.get("branchMap").isMissing)
        return;
    const hits = file.get("b");
    for (const [id, branch] of file.get("branchMap").entries()) {
        const whole = branch.get("loc").isMissing ? undefined : startLine(branch.get("loc"));
        const line = whole ?? istanbul_lineOf(branch.get("line"));
        const counts = hits.get(id).isMissing ? [] : hits.get(id).list();
        const block = `${branch.get("type").raw ?? ""}@${placeOf(branch.get("loc")) ?? id}`;
        const places = branch.get("locations").isMissing ? [] : [...branch.get("locations").items()];
        for (const [at, count] of counts.entries()) {
            // An implicit else has no place in the source, so it belongs to the line of its `if`.
            const own = line ?? (places[at] === undefined ? undefined : startLine(places[at]));
            if (own !== undefined)
                builder.addBranch(own, block, at, typeof count === "number" ? count : 0);
        }
    }
}
function istanbul_addFunctions(builder, file) {
    if (file.get("fnMap").isMissing)
        return;
    const hits = file.get("f");
    for (const [id, fn] of file.get("fnMap").entries()) {
        const line = startLine(fn.get("decl")) ?? startLine(fn.get("loc")) ?? 0;
        const name = fn.get("name").isMissing ? `(anonymous_${id})` : fn.get("name").text();
        builder.addFunction(line, name, countOf(hits.get(id)));
    }
}
/** Column and end of a branch: of one that was compiled into several (`a?.b?.c`) all start at the same place. */
function placeOf(loc) {
    const column = loc.get("start").get("column").raw;
    const end = loc.get("end");
    return typeof column === "number"
        ? `${column}-${end.get("line").raw ?? ""}.${end.get("column").raw ?? ""}`
        : undefined;
}
/** Source maps can leave places without a line; there is no line to show for such code. */
function startLine(place) {
    return istanbul_lineOf(place.get("start").get("line"));
}
/** NaN unless it is a number: the builder notes it. */
function istanbul_lineOf(line) {
    if (line.isMissing || line.raw === 0)
        return undefined;
    return typeof line.raw === "number" ? line.raw : Number.NaN;
}
function countOf(value) {
    return value.isMissing ? 0 : value.number();
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/istanbul-summary.js


/** Istanbul's coverage-summary.json: totals per file and no lines, so it cannot serve a gate on changed lines. */
const istanbulSummary = {
    name: "istanbul-summary",
    title: "Istanbul summary JSON",
    usualNames: ["coverage-summary.json"],
    detect: (head) => /^\s*\{/.test(head) && /"lines"\s*:\s*\{\s*"total"\s*:/.test(head) && /"(?:pct|skipped)"\s*:/.test(head),
    parse(chunks) {
        const files = new Map();
        const builder = new FileBuilder("sum");
        for (const [path, entry] of (0,json.parseJson)(chunks).entries()) {
            if (path === "total")
                continue;
            builder.declare({
                lines: ratioOf(entry.get("lines")),
                branches: ratioOf(entry.get("branches")),
                functions: ratioOf(entry.get("functions")),
            });
            files.set(path, builder.build(path));
        }
        return { format: "istanbul-summary", files, sourceRoots: [], warnings: [] };
    },
};
function ratioOf(part) {
    return { covered: part.get("covered").number(), total: part.get("total").number() };
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/jacoco.js




/**
 * JaCoCo XML (report.dtd), from JaCoCo, Kover and gcovr. The path is `package/sourcefile`, without the module's folder:
 * the path matcher finds it. A line is covered when one of its instructions ran (`ci` > 0); `mb` and `cb` are its
 * missed and covered branches. gcovr writes lines without instruction counts: such a file has only its counters.
 * Class files number lines with 16 bits, and Kotlin's compiler gives code without a place the largest number.
 */
const jacoco = {
    name: "jacoco",
    title: "JaCoCo XML",
    usualNames: ["jacoco.xml", "jacocoTestReport.xml", "jacoco*.xml"],
    detect: (head) => /<!DOCTYPE\s+report\b[^>]*jacoco/i.test(head) ||
        (/<report\b/.test(head) && /<(?:sessioninfo|group|package)\b/.test(head)),
    parse(chunks) {
        const xml = new XmlReader(chunks);
        const files = new CollectedFiles("sum");
        const oddities = new Oddities(() => `on line ${xml.line}`);
        const builder = new FileBuilder("max", oddities);
        let packageName = "";
        let sourceFile;
        let className = "";
        let classFile;
        let method;
        let counters = {};
        /** Methods come with their class, before the source file that they belong to. */
        const methods = new Map();
        for (let event = xml.next(); event !== undefined; event = xml.next()) {
            if (event === "open") {
                switch (xml.name) {
                    case "package":
                        packageName = xml.attribute("name") ?? "";
                        methods.clear();
                        break;
                    case "class":
                        className = xml.attribute("name") ?? "";
                        classFile = xml.attribute("sourcefilename");
                        break;
                    case "method": {
                        const line = xml.number("line");
                        const name = `${className.slice(className.lastIndexOf("/") + 1)}.${xml.attribute("name") ?? ""}${xml.attribute("desc") ?? ""}`;
                        method = { name, line: line > 0 && line !== NO_LINE ? line : 0, covered: false };
                        break;
                    }
                    case "sourcefile":
                        sourceFile = xml.attribute("name") ?? "";
                        counters = {};
                        break;
                    case "line":
                        if (sourceFile !== undefined)
                            jacoco_readLine(xml, builder);
                        break;
                    case "counter":
                        if (method !== undefined) {
                            if (xml.attribute("type") === "METHOD")
                                method.covered = xml.number("covered") > 0;
                        }
                        else if (sourceFile !== undefined)
                            readCounter(xml, counters);
                        break;
                }
            }
            else if (xml.name === "method" && method !== undefined) {
                const list = methods.get(classFile ?? "") ?? [];
                list.push(method);
                methods.set(classFile ?? "", list);
                method = undefined;
            }
            else if (xml.name === "sourcefile" && sourceFile !== undefined) {
                for (const { name, line, covered } of methods.get(sourceFile) ?? [])
                    builder.addFunction(line, name, covered ? 1 : 0);
                builder.declare(counters);
                files.add(builder.build(packageName === "" ? sourceFile : `${packageName}/${sourceFile}`));
                sourceFile = undefined;
            }
        }
        return { format: "jacoco", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
    },
};
const NO_LINE = 65_535;
function jacoco_readLine(xml, builder) {
    const line = xml.number("nr");
    if (line === NO_LINE)
        return;
    const missedBranches = xml.number("mb");
    const coveredBranches = xml.number("cb");
    const branches = (missedBranches || 0) + (coveredBranches || 0);
    if (branches > 0)
        builder.addBranchCount(line, coveredBranches || 0, branches);
    const covered = xml.number("ci");
    if (!Number.isNaN(covered))
        builder.addLine(line, covered);
}
const KINDS = {
    LINE: "lines",
    BRANCH: "branches",
    METHOD: "functions",
};
function readCounter(xml, counters) {
    const kind = KINDS[xml.attribute("type") ?? ""];
    const covered = xml.number("covered");
    const missed = xml.number("missed");
    if (kind !== undefined && covered >= 0 && missed >= 0)
        counters[kind] = { covered, total: covered + missed };
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/lcov.js





/**
 * LCOV tracefiles in every dialect: lcov 1 and 2 (`geninfo(1)`), llvm-cov, Istanbul, grcov, coverage.py,
 * cargo-llvm-cov.
 *
 * `DA` and `BRDA` make up the bulk and are read straight from the bytes. Those that are not plain digits, and every
 * other record, go through `readRecord` as text.
 */
const lcov = {
    name: "lcov",
    title: "LCOV",
    usualNames: ["lcov.info", "*.lcov", "lcov.dat", "coverage.info", "*.lcov.info"],
    detect: (head) => /^\s*(?:#[^\n]*\n\s*)*(?:TN:|SF:)/.test(head),
    parse: (chunks) => {
        const reader = new LcovReader();
        let carry;
        for (const chunk of chunks) {
            let start = 0;
            if (carry !== undefined) {
                const newline = chunk.indexOf(lcov_NEWLINE);
                if (newline === -1) {
                    if (carry.length > MAX_RECORD_BYTES)
                        throw new report_error.ReportError(tooLong(reader.lineNumber + 1));
                    carry = concatenate(carry, chunk);
                    continue;
                }
                reader.read(concatenate(carry, chunk.subarray(0, newline + 1)), 0, carry.length + newline + 1);
                carry = undefined;
                start = newline + 1;
            }
            const end = chunk.lastIndexOf(lcov_NEWLINE) + 1;
            reader.read(chunk, start, end);
            if (end < chunk.length)
                carry = new Uint8Array(chunk.subarray(end));
        }
        if (carry !== undefined) {
            if (carry.length > MAX_RECORD_BYTES)
                throw new report_error.ReportError(tooLong(reader.lineNumber + 1));
            reader.readLastLine(decode(carry, 0, carry.length));
        }
        return reader.finish();
    },
};
/** Longer than any path or mangled name; a file of one endless line is not LCOV. */
const MAX_RECORD_BYTES = 1_000_000;
const lcov_NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const COMMA = 44;
const lcov_MINUS = 45;
const ZERO = 48;
const COLON = 58;
const A = 65;
const B = 66;
const D = 68;
const R = 82;
/** A block or branch number of more digits is kept as a name; a line of more digits may be none. */
const MAX_NUMBER_DIGITS = 9;
/** Records that carry nothing we need: test names, versions of the source, MC/DC. */
const IGNORED = new Set(["TN", "VER", "MCDC", "MCF", "MCH"]);
const END_OF_RECORD = "end_of_record";
const lcov_decoder = new TextDecoder();
function decode(bytes, from, to) {
    return lcov_decoder.decode(bytes.subarray(from, to));
}
class LcovReader {
    lineNumber = 0;
    #files = new CollectedFiles("sum");
    #oddities = new Oddities(() => `on line ${this.lineNumber}`);
    #builder = new FileBuilder("sum", this.#oddities);
    /** Where the plain number that was read last ends. */
    #end = 0;
    #path;
    /** Inside a record with an empty SF: its lines belong to no file. */
    #skipping = false;
    #functionsByName = new Map();
    #functionIndexes = new Map();
    /** The record's own summary: LF, LH and so on. */
    #claims = new Map();
    /** Reads whole lines: `bytes[end - 1]` is a newline. */
    read(bytes, start, end) {
        for (let at = start; at < end;) {
            this.lineNumber++;
            const next = this.#path === undefined ? -1 : this.#readPlain(bytes, at);
            if (next !== -1) {
                at = next;
                continue;
            }
            const newline = bytes.indexOf(lcov_NEWLINE, at);
            if (newline - at > MAX_RECORD_BYTES)
                throw new report_error.ReportError(tooLong(this.lineNumber));
            this.#readRecord(decode(bytes, at, newline));
            at = newline + 1;
        }
    }
    /**
     * Reads a `DA` or `BRDA` of plain digits straight from the bytes.
     *
     * @returns where the next record begins, or -1 for another record: `readRecord` reads every one.
     */
    #readPlain(bytes, at) {
        if (bytes[at] === D && bytes[at + 1] === A && bytes[at + 2] === COLON)
            return this.#readPlainLine(bytes, at + 3);
        const isBranch = bytes[at] === B && bytes[at + 1] === R && bytes[at + 2] === D && bytes[at + 3] === A && bytes[at + 4] === COLON;
        return isBranch ? this.#readPlainBranch(bytes, at + 5) : -1;
    }
    #readPlainLine(bytes, at) {
        const line = this.#plainField(bytes, at);
        if (line === -1)
            return -1;
        const hits = this.#plainNumber(bytes, this.#end + 1);
        if (hits === -1)
            return -1;
        // A checksum may follow.
        const next = bytes[this.#end] === COMMA ? bytes.indexOf(lcov_NEWLINE, this.#end) + 1 : nextRecord(bytes, this.#end);
        if (next !== -1)
            this.#builder.addLine(line, hits);
        return next;
    }
    #readPlainBranch(bytes, at) {
        const line = this.#plainField(bytes, at);
        if (line === -1)
            return -1;
        const block = this.#plainField(bytes, this.#end + 1);
        if (block === -1)
            return -1;
        const branch = this.#plainField(bytes, this.#end + 1);
        if (branch === -1)
            return -1;
        const isUnreached = bytes[this.#end + 1] === lcov_MINUS;
        const taken = isUnreached ? 0 : this.#plainNumber(bytes, this.#end + 1);
        if (taken === -1)
            return -1;
        const next = nextRecord(bytes, isUnreached ? this.#end + 2 : this.#end);
        if (next !== -1)
            this.#builder.addBranch(line, block, branch, taken);
        return next;
    }
    /** A number before a comma, which is at `#end`. @returns -1 if there is none. */
    #plainField(bytes, at) {
        const number = this.#plainNumber(bytes, at);
        return bytes[this.#end] === COMMA ? number : -1;
    }
    /** A number of at most nine digits; `#end` is where it ends. @returns -1 if there is none. */
    #plainNumber(bytes, at) {
        let number = 0;
        let end = at;
        for (let digit = bytes[end] - ZERO; digit >= 0 && digit <= 9; digit = bytes[++end] - ZERO)
            number = number * 10 + digit;
        this.#end = end;
        return end > at && end - at <= MAX_NUMBER_DIGITS ? number : -1;
    }
    readLastLine(text) {
        this.lineNumber++;
        this.#readRecord(text);
    }
    /** @throws ReportError when the last record has no end: half of a report must not pass for all of it. */
    finish() {
        if (this.#path !== undefined) {
            throw new report_error.ReportError(`ends inside the record of ${JSON.stringify(this.#path)}, on line ${this.lineNumber}, without end_of_record: the report was cut off`);
        }
        const { warnings } = this.#oddities;
        return { format: "lcov", files: this.#files.finish(), sourceRoots: [], warnings };
    }
    #readRecord(raw) {
        // A byte order mark counts as a blank.
        let text = raw.trim();
        while (text.startsWith(END_OF_RECORD)) {
            this.#endFile();
            // `cat a b` joins them if `a` has no final newline; cargo-llvm-cov writes such files.
            text = text.slice(END_OF_RECORD.length).trimStart();
        }
        if (text === "" || text.startsWith("#"))
            return;
        const colon = text.indexOf(":");
        const kind = text.slice(0, colon);
        if (colon === -1 || !/^[A-Z]{1,20}$/.test(kind)) {
            throw new report_error.ReportError(`line ${this.lineNumber} is not an LCOV record: ${quote(text)}`);
        }
        const value = text.slice(colon + 1);
        if (kind === "SF")
            return this.#startFile(value.trim());
        if (this.#skipping)
            return;
        if (this.#path === undefined) {
            if (kind === "TN" || kind === "VER")
                return;
            throw new report_error.ReportError(`line ${this.lineNumber} is outside a record (no SF before it): ${quote(text)}`);
        }
        switch (kind) {
            case "DA":
                return this.#readLine(value);
            case "BRDA":
                return this.#readBranch(value);
            case "FN":
                return this.#readFunction(value);
            case "FNDA":
                return this.#readFunctionHits(value);
            case "FNL":
                return this.#readFunctionLocation(value);
            case "FNA":
                return this.#readFunctionAlias(value);
            case "LF":
            case "LH":
            case "FNF":
            case "FNH":
            case "BRF":
            case "BRH":
                if (/^\s*\d{1,15}\s*$/.test(value))
                    this.#claims.set(kind, Number(value));
                return;
            default:
                if (!IGNORED.has(kind))
                    this.#oddities.note(`records of the unknown kind ${kind}, left out`);
        }
    }
    #startFile(path) {
        if (this.#path !== undefined) {
            this.#oddities.note("records without end_of_record");
            this.#endFile();
        }
        this.#skipping = path === "";
        if (this.#skipping)
            this.#oddities.note("records that name no source file (empty SF), left out");
        else
            this.#path = path;
    }
    #endFile() {
        const path = this.#path;
        this.#skipping = false;
        if (path === undefined)
            return;
        this.#path = undefined;
        for (const [name, { lines }] of this.#functionsByName) {
            for (const line of lines)
                this.#builder.addFunction(line, name, 0);
        }
        const lines = this.#claim("LF", "LH");
        const branches = this.#claim("BRF", "BRH");
        const functions = this.#claim("FNF", "FNH");
        if (this.#claims.size > 0) {
            this.#builder.declare({
                ...(lines !== undefined && { lines }),
                ...(branches !== undefined && { branches }),
                ...(functions !== undefined && { functions }),
            });
        }
        this.#claims.clear();
        this.#functionsByName = new Map();
        this.#functionIndexes = new Map();
        this.#files.add(this.#builder.build(path));
    }
    /** `line,hits[,checksum]` that the fast path did not take, because its numbers are unusual. */
    #readLine(value) {
        const [line = "", hits] = value.split(",", 2);
        if (hits === undefined)
            throw this.#malformed("DA:line,hits", `DA:${value}`);
        this.#builder.addLine(lcov_lineOf(line), hitsOf(hits));
    }
    /**
     * `line,[e|f][U]block,branch,taken`; the branch may be an expression with commas. U marks code that cannot be
     * reached.
     */
    #readBranch(value) {
        const match = /^([^,]*),([^,]*),(.*),([^,]*)$/.exec(value);
        if (match === null)
            throw this.#malformed("BRDA:line,block,branch,taken", `BRDA:${value}`);
        const [line, flagged, branch, taken] = match.slice(1);
        const [, flags = "", block = ""] = /^([efU]*(?=\d|$))?(.*)$/s.exec(flagged.trim());
        if (flags.includes("U"))
            return;
        const hits = taken.trim() === "-" ? 0 : hitsOf(taken);
        this.#builder.addBranch(lcov_lineOf(line), branchIdentity(block), branchIdentity(branch.trim()), hits);
    }
    /** `start,[end,]name` */
    #readFunction(value) {
        const match = /^([^,]+),(?:\s*\d+\s*,)?(.+)$/.exec(value);
        if (match === null)
            throw this.#malformed("FN:line,name", `FN:${value}`);
        const line = this.#functionLineOf(match[1]);
        const name = match[2].trim();
        const known = this.#functionsByName.get(name);
        if (known === undefined)
            this.#functionsByName.set(name, { lines: [line], counted: 0 });
        else if (known.lines.at(-1) !== line) {
            known.known ??= new Set(known.lines);
            if (!known.known.has(line))
                known.lines.push(line);
            known.known.add(line);
        }
    }
    /** `hits,name`; the first one of a name belongs to the first function of that name, and so on. */
    #readFunctionHits(value) {
        const comma = value.indexOf(",");
        if (comma === -1)
            throw this.#malformed("FNDA:hits,name", `FNDA:${value}`);
        const name = value.slice(comma + 1).trim();
        const namesakes = this.#functionsByName.get(name);
        const line = namesakes?.lines[Math.min(namesakes.counted++, namesakes.lines.length - 1)] ?? 0;
        this.#builder.addFunction(line, name, hitsOf(value.slice(0, comma)));
    }
    /** lcov 2.2: `index,start[,end]` */
    #readFunctionLocation(value) {
        const match = /^\s*(\d+)\s*,([^,]+)/.exec(value);
        if (match === null)
            throw this.#malformed("FNL:index,line", `FNL:${value}`);
        this.#functionIndexes.set(match[1], this.#functionLineOf(match[2]));
    }
    /** lcov 2.2: `index,hits,name`; one location may have several names (templates). */
    #readFunctionAlias(value) {
        const match = /^\s*(\d+)\s*,([^,]*),(.+)$/.exec(value);
        const line = this.#functionIndexes.get(match?.[1] ?? "");
        if (match === null)
            throw this.#malformed("FNA:index,hits,name", `FNA:${value}`);
        if (line === undefined)
            throw new report_error.ReportError(`line ${this.lineNumber} names the function ${match[1]}, which no FNL describes`);
        this.#builder.addFunction(line, match[3].trim(), hitsOf(match[2]));
    }
    #functionLineOf(text) {
        const line = lcov_lineOf(text);
        if (line >= 0 && line <= model/* MAX_LINE */.MV)
            return line;
        this.#oddities.note(ODDITY.functionLine);
        return 0;
    }
    #claim(found, hit) {
        const total = this.#claims.get(found);
        const covered = this.#claims.get(hit);
        return total === undefined || covered === undefined || covered > total ? undefined : { covered, total };
    }
    #malformed(expected, found) {
        return new report_error.ReportError(`line ${this.lineNumber} is not of the form ${expected}: ${quote(found)}`);
    }
}
/** Where the next record begins if this one ends here; else -1. */
function nextRecord(bytes, at) {
    if (bytes[at] === lcov_NEWLINE)
        return at + 1;
    return bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === lcov_NEWLINE ? at + 2 : -1;
}
/** NaN unless it is a whole number: the builder notes it. */
function lcov_lineOf(text) {
    return /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : Number.NaN;
}
/**
 * Istanbul writes `undefined`, an old istanbul bug `=====`, gcov and llvm negative counts and `1.2e+19`. NaN unless it
 * is a number: the builder notes it, and reads it as 0.
 */
function hitsOf(text) {
    return /^\s*[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}
function branchIdentity(text) {
    return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
function concatenate(a, b) {
    const both = new Uint8Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both;
}
function tooLong(lineNumber) {
    return `line ${lineNumber} has more than a million bytes, which no LCOV record has`;
}
function quote(text) {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/llvm-cov.js







/**
 * `llvm-cov export` JSON (`llvm.coverage.json.export`, 2.0.1 to 3.x), also of cargo-llvm-cov.
 *
 * Lines come from the segments by LLVM's own rule (LineCoverageStats in CoverageMapping.cpp). The file's `summary` is
 * kept as its declared totals. It counts the lines of every instance of generic code, so it may differ.
 */
const llvmCov = {
    name: "llvm-cov",
    title: "llvm-cov JSON",
    usualNames: ["llvm-cov.json", "coverage.llvm.json"],
    detect: (head) => /^\s*\{/.test(head) &&
        (/"type"\s*:\s*"llvm\.coverage\.json\.export"/.test(head) ||
            /"data"\s*:\s*\[\s*\{\s*"(?:files|functions|totals)"/.test(head)),
    parse(chunks) {
        const root = (0,json.parseJson)(chunks);
        const files = new CollectedFiles("sum");
        const functions = new Map();
        let at = "";
        const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
        const builder = new FileBuilder("sum", oddities);
        const spanned = new SpannedLines();
        for (const unit of root.get("data").items()) {
            functions.clear();
            if (!unit.get("functions").isMissing)
                collectFunctions(unit.get("functions"), functions);
            for (const file of unit.get("files").items()) {
                const path = file.get("filename").text();
                at = path;
                if (!file.get("segments").isMissing) {
                    const segments = readSegments(file.get("segments"), oddities);
                    spanned.add((segments.at(-1)?.line ?? 0) - (segments[0]?.line ?? 0));
                    addSegments(builder, segments);
                }
                if (!file.get("branches").isMissing)
                    llvm_cov_addBranches(builder, file.get("branches"));
                for (const { name, line, count } of functions.get(path) ?? [])
                    builder.addFunction(line, name, count);
                if (!file.get("summary").isMissing)
                    builder.declare(summaryOf(file.get("summary")));
                files.add(builder.build(path));
            }
        }
        return { format: "llvm-cov", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
    },
};
/** A damaged segment far below the rest must not make a million lines. */
const MAX_SPAN = 1_000_000;
/** Segments come in their order in the file; one on a line that cannot be is left out. */
function readSegments(list, oddities) {
    const segments = [];
    for (const [at, raw] of list.list().entries()) {
        const [line, , count, hasCount, isEntry, isGap] = Array.isArray(raw) ? raw : [];
        if (typeof count !== "number")
            throw new report_error.ReportError(`segment ${at} is not [line, column, count, ...]`);
        const least = segments.at(-1)?.line ?? 1;
        const most = Math.min(model/* MAX_LINE */.MV, (segments[0]?.line ?? model/* MAX_LINE */.MV) + MAX_SPAN);
        if (!(Number.isInteger(line) && line >= least && line <= most))
            oddities.note(ODDITY.line);
        else
            segments.push({ line, count, hasCount: Boolean(hasCount), isEntry: Boolean(isEntry), isGap: Boolean(isGap) });
    }
    return segments;
}
function addSegments(builder, segments) {
    let wrapped;
    let next = 0;
    const last = segments.at(-1)?.line ?? 0;
    const first = segments[0]?.line ?? 1;
    for (let line = first; line <= last; line++) {
        const starting = [];
        for (; next < segments.length && segments[next].line === line; next++)
            starting.push(segments[next]);
        const hits = lineHits(starting, wrapped);
        if (hits !== undefined)
            builder.addLine(line, hits);
        wrapped = starting.at(-1) ?? wrapped;
    }
}
/** LineCoverageStats: undefined when the line is not mapped. */
function lineHits(starting, wrapped) {
    const entries = starting.filter((segment) => !segment.isGap && segment.hasCount && segment.isEntry);
    const startsSkipped = starting.length > 0 && !starting[0].hasCount && starting[0].isEntry;
    const mapped = !startsSkipped && wrapped?.hasCount === true;
    const anyEntry = starting.some((segment) => segment.hasCount && segment.isEntry);
    if (!mapped && !anyEntry)
        return undefined;
    let hits = wrapped?.hasCount === true ? wrapped.count : 0;
    for (const { count } of entries)
        hits = Math.max(hits, count);
    return hits;
}
/**
 * `[lineStart, columnStart, lineEnd, columnEnd, trueCount, falseCount, ...]`; instances of generic code repeat a place
 * and add up.
 */
function llvm_cov_addBranches(builder, list) {
    for (const [at, raw] of list.list().entries()) {
        if (!Array.isArray(raw) || raw.slice(0, 6).some((value) => typeof value !== "number") || raw.length < 6) {
            throw new report_error.ReportError(`branch ${at} is not [line, column, line, column, count, count, ...]`);
        }
        const [line, column, endLine, endColumn, whenTrue, whenFalse] = raw;
        const place = `${column}-${endLine}.${endColumn}`;
        builder.addBranch(line, place, 0, whenTrue);
        builder.addBranch(line, place, 1, whenFalse);
    }
}
function collectFunctions(list, byFile) {
    for (const entry of list.items()) {
        const path = entry.get("filenames").list()[0];
        const region = entry.get("regions").isMissing ? undefined : entry.get("regions").list()[0];
        if (typeof path !== "string")
            continue;
        const line = Array.isArray(region) && typeof region[0] === "number" ? region[0] : 0;
        const known = byFile.get(path) ?? [];
        known.push({ name: entry.get("name").text(), line, count: entry.get("count").number() });
        byFile.set(path, known);
    }
}
function summaryOf(summary) {
    const totals = {};
    for (const kind of ["lines", "branches", "functions"]) {
        const part = summary.get(kind);
        if (!part.isMissing)
            totals[kind] = { covered: part.get("covered").number(), total: part.get("count").number() };
    }
    return totals;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/opencover.js





/**
 * OpenCover XML, from OpenCover and coverlet. Files are numbered within their module; a sequence point covers the lines
 * `sl` to `el` and was visited `vc` times; a branch point is told apart by its line, offset and path. OpenCover before
 * 4.6 writes no line for it: it is then on the line of the sequence point whose code it is in, as its offset says.
 * Modules that were skipped have no points.
 */
const opencover = {
    name: "opencover",
    title: "OpenCover XML",
    usualNames: ["coverage.opencover.xml", "opencover.xml", "*.opencover.xml"],
    detect: (head) => /<CoverageSession\b/.test(head),
    parse(chunks) {
        const xml = new XmlReader(chunks);
        const reader = new OpenCoverReader(xml);
        for (let event = xml.next(); event !== undefined; event = xml.next()) {
            if (event === "open")
                reader.open();
            else
                reader.close();
        }
        return reader.report();
    },
};
/** The compiler's mark for code without a place in the source. */
const HIDDEN_LINE = 0xfeefee;
/** No statement is this long; a damaged `el` must not fill the memory. */
const opencover_MAX_SPAN = 10_000;
class OpenCoverReader {
    #xml;
    #oddities;
    #files = new Map();
    #paths = new Map();
    #method;
    constructor(xml) {
        this.#xml = xml;
        this.#oddities = new Oddities(() => `on line ${xml.line}`);
    }
    open() {
        const xml = this.#xml;
        switch (xml.name) {
            case "Module":
                this.#paths = new Map();
                return;
            case "File":
                this.#paths.set(xml.attribute("uid") ?? "", xml.attribute("fullPath") ?? "");
                return;
            case "Method":
                this.#method = { path: undefined, name: "", line: 0, hits: 0, points: [], branches: [] };
                return;
            case "FileRef":
                if (this.#method !== undefined)
                    this.#method.path = this.#paths.get(xml.attribute("uid") ?? "");
                return;
            case "SequencePoint":
                this.#readSequencePoint();
                return;
            case "BranchPoint":
                this.#readBranchPoint();
                return;
        }
    }
    close() {
        const method = this.#method;
        if (method === undefined)
            return;
        if (this.#xml.name === "Name" && method.name === "")
            method.name = this.#xml.text();
        else if (this.#xml.name === "Method") {
            this.#method = undefined;
            method.points.sort((a, b) => a.offset - b.offset);
            for (const branch of method.branches)
                this.#addBranch(branch, method);
            if (method.path !== undefined && method.line > 0)
                this.#fileOf(method.path).builder.addFunction(method.line, method.name, method.hits);
        }
    }
    report() {
        const spanned = new SpannedLines();
        const files = new Map();
        for (const [path, { builder, spans }] of this.#files) {
            addSpans(builder, spans, spanned);
            files.set(path, builder.build(path));
        }
        return { format: "opencover", files, sourceRoots: [], warnings: this.#oddities.warnings };
    }
    #readSequencePoint() {
        const xml = this.#xml;
        const path = this.#pathOfPoint();
        const first = xml.number("sl");
        const last = xml.number("el");
        if (path === undefined)
            return;
        if (!(Number.isInteger(first) && first > 0 && first <= model/* MAX_LINE */.MV))
            return this.#oddities.note(ODDITY.line);
        if (first >= HIDDEN_LINE)
            return;
        const file = this.#fileOf(path);
        const hits = this.#visits();
        file.spans.push({ first, last: last >= first ? Math.min(Math.floor(last), first + opencover_MAX_SPAN) : first, hits });
        const method = this.#method;
        if (method === undefined)
            return;
        method.path ??= path;
        if (method.line === 0)
            method.line = first;
        method.hits = Math.max(method.hits, hits);
        method.points.push({ offset: xml.number("offset") || 0, line: first, path });
    }
    #readBranchPoint() {
        const xml = this.#xml;
        const [offset, end] = [xml.attribute("offset") ?? "", xml.attribute("offsetend") ?? ""];
        const point = {
            path: this.#pathOfPoint(),
            line: xml.number("sl"),
            offset: xml.number("offset"),
            block: `${offset}.${end}.${this.#method?.name ?? ""}`,
            branch: xml.attribute("path") ?? xml.attribute("ordinal") ?? "",
            visits: this.#visits(),
        };
        if (this.#method === undefined)
            this.#addBranch(point, undefined);
        // The method's sequence points may come after it.
        else
            this.#method.branches.push(point);
    }
    #addBranch({ path, line, offset, block, branch, visits }, method) {
        if (line > 0) {
            if (path !== undefined && line < HIDDEN_LINE)
                this.#fileOf(path).builder.addBranch(line, block, branch, visits);
            return;
        }
        const points = method?.points ?? [];
        let before = 0;
        for (let end = points.length; before < end;) {
            const middle = (before + end) >> 1;
            if (points[middle].offset <= offset)
                before = middle + 1;
            else
                end = middle;
        }
        const point = points[Math.max(0, before - 1)];
        if (point === undefined)
            this.#oddities.note("branches without a line, left out");
        else
            this.#fileOf(point.path).builder.addBranch(point.line, block, branch, visits);
    }
    /** Undefined also for a file without a name. */
    #pathOfPoint() {
        return (this.#paths.get(this.#xml.attribute("fileid") ?? "") ?? this.#method?.path) || undefined;
    }
    #visits() {
        return this.#xml.number("vc") || 0;
    }
    #fileOf(path) {
        let file = this.#files.get(path);
        if (file === undefined) {
            file = { builder: new FileBuilder("max", this.#oddities), spans: [] };
            this.#files.set(path, file);
        }
        return file;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/scoverage.js



/**
 * scoverage.xml (sbt, Mill, Gradle, Maven). Scala's code is measured in statements, several to a line: the total is in
 * statements, as scoverage's own report has it, and a line is covered when one of its statements ran. Statements that
 * are branches also count as those. Ignored statements (`$COVERAGE-OFF$`) do not count.
 */
const scoverage = {
    name: "scoverage",
    title: "scoverage XML",
    usualNames: ["scoverage.xml"],
    detect: (head) => /<scoverage\b/.test(head),
    parse(chunks) {
        const xml = new XmlReader(chunks);
        const oddities = new Oddities(() => `on line ${xml.line}`);
        const builders = new Map();
        const places = new Map();
        let classPath;
        let method;
        const builderOf = (path) => {
            let builder = builders.get(path);
            if (builder === undefined) {
                builder = new FileBuilder("max", oddities);
                builders.set(path, builder);
            }
            return builder;
        };
        for (let event = xml.next(); event !== undefined; event = xml.next()) {
            if (event === "close") {
                if (xml.name !== "method" || method === undefined)
                    continue;
                if (method.path !== undefined)
                    builderOf(method.path).addFunction(method.line, method.name, method.hits);
                method = undefined;
            }
            else if (xml.name === "class")
                classPath = xml.attribute("filename");
            else if (xml.name === "method") {
                method = { name: xml.attribute("name") ?? "", line: 0, hits: 0, path: undefined };
            }
            else if (xml.name === "statement" && xml.attribute("ignored") !== "true") {
                const path = xml.attribute("source") ?? classPath;
                if (path === undefined || path === "") {
                    oddities.note("statements that name no file, left out");
                    continue;
                }
                const line = xml.number("line");
                const hits = xml.number("invocation-count");
                const [start, end] = scoverage_placeOf(xml, path, places);
                const builder = builderOf(path);
                builder.addLine(line, hits);
                builder.addBlock(line, start, line, end, 1, hits);
                if (xml.attribute("branch") === "true")
                    builder.addBranch(line, start, end, hits);
                if (method === undefined)
                    continue;
                method.path ??= path;
                if (line > 0)
                    method.line = Math.min(method.line || line, line);
                method.hits = Math.max(method.hits, hits || 0);
            }
        }
        const files = new Map();
        for (const [path, builder] of builders)
            files.set(path, builder.build(path));
        return { format: "scoverage", files, sourceRoots: [], warnings: oddities.warnings };
    },
};
/**
 * Offsets in the file tell the statements of a line apart. Code that the compiler made (default arguments, macros)
 * shares a place; each such statement gets an end of its own, in their order, which is the same in every shard.
 */
function scoverage_placeOf(xml, path, places) {
    const [start, end] = [Math.max(0, xml.number("start") || 0), Math.max(0, xml.number("end") || 0)];
    const key = `${path}:${start}-${end}`;
    const namesakes = places.get(key) ?? 0;
    places.set(key, namesakes + 1);
    return [start, end + Math.min(namesakes, MAX_SAME_PLACE) * PLACE_STEP];
}
/** More than any offset in a source file. */
const PLACE_STEP = 2 ** 20;
const MAX_SAME_PLACE = 1000;

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats/simplecov.js




/**
 * SimpleCov's `.resultset.json` (`{command: {coverage: {file: ...}}}`), its formatter's `coverage.json`, and that of
 * the gem simplecov-json (`{files: [{filename, coverage}]}`). A file is a list of counts, one per line (`null`: not
 * relevant, `"ignored"`: between `:nocov:` marks), or an object with `lines` and `branches`. Several commands are
 * several runs.
 */
const simplecov = {
    name: "simplecov",
    title: "SimpleCov JSON",
    usualNames: [".resultset.json"],
    detect: (head) => /^\s*\{/.test(head) &&
        (/"coverage"\s*:\s*\{\s*"[^"]*"\s*:\s*(?:\[|\{\s*"(?:lines|branches)"\s*:)/.test(head) ||
            /"simplecov_version"\s*:/.test(head) ||
            /"files"\s*:\s*\[\s*\{\s*"filename"\s*:\s*"[^"]*"\s*,\s*"(?:covered_percent|coverage)"\s*:/.test(head)),
    parse(chunks) {
        const root = (0,json.parseJson)(chunks);
        const files = new CollectedFiles("sum");
        let at = "";
        const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
        const builder = new FileBuilder("sum", oddities);
        for (const [path, entry] of coverageOf(root)) {
            at = path;
            simplecov_addLines(builder, entry.isList ? entry : entry.get("lines"));
            if (entry.get("branches").isObject)
                addResultsetBranches(builder, entry.get("branches"));
            else if (entry.get("branches").isList)
                addFormatterBranches(builder, entry.get("branches"));
            files.add(builder.build(path));
        }
        return { format: "simplecov", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
    },
};
function* coverageOf(root) {
    if (root.get("files").isList) {
        for (const file of root.get("files").items())
            yield [file.get("filename").text(), file.get("coverage")];
    }
    else if (root.get("coverage").isObject)
        yield* root.get("coverage").entries();
    else
        for (const [, command] of root.entries())
            yield* command.get("coverage").entries();
}
function simplecov_addLines(builder, lines) {
    if (lines.isMissing)
        return;
    for (const [at, hits] of lines.list().entries())
        if (typeof hits === "number")
            builder.addLine(at + 1, hits);
}
/**
 * `{"[:if, 0, 3, 2, 7, 5]": {"[:then, 1, 4, 4, 4, 9]": 1, ...}}`: type, number, first line, first column, last line,
 * last column.
 */
function addResultsetBranches(builder, branches) {
    for (const [condition, paths] of branches.entries()) {
        const line = Number(/^\[[^,]*,\s*\d+,\s*(\d+)/.exec(condition)?.[1]);
        for (const [path, hits] of paths.entries())
            builder.addBranch(line, condition, path, hits.number());
    }
}
/** `[{type, start_line, end_line, coverage, inline}]` */
function addFormatterBranches(builder, branches) {
    const seen = new Map();
    for (const branch of branches.items()) {
        const { raw } = branch.get("start_line");
        const line = typeof raw === "number" ? raw : Number.NaN;
        const number = seen.get(line) ?? 0;
        seen.set(line, number + 1);
        const hits = branch.get("coverage").raw;
        if (typeof hits === "number")
            builder.addBranch(line, 0, number, hits);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/formats.js













/** Every format, in the order in which they are tried. No two of them claim the same content. */
const REPORT_FORMATS = [
    lcov,
    go,
    cobertura,
    jacoco,
    clover,
    opencover,
    scoverage,
    llvmCov,
    istanbul,
    istanbulSummary,
    coveragePy,
    simplecov,
];
/** The format with this name. */
function formatNamed(name) {
    return REPORT_FORMATS.find((format) => format.name === name);
}
/** The format that a report's first bytes (at most DETECTION_BYTES) show; undefined if they show none. */
function detectFormat(firstBytes) {
    const head = decodeHead(firstBytes.subarray(0, DETECTION_BYTES));
    return REPORT_FORMATS.find((format) => format.detect(head));
}
/**
 * Decodes leniently: a cut character at the end or a foreign encoding must not hide the ASCII that identifies a format.
 */
function decodeHead(bytes) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding).decode(bytes);
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/parse-report-file.js






/**
 * One report file, in its own paths.
 *
 * @param shown how messages call the file.
 * @throws UserError naming it, when it is empty, damaged, in no known format, or names no source file.
 */
function parseReportFile(path, shown, expected) {
    return (0,file_content/* withFile */.D4)(path, (file) => parse(file, shown, expected));
}
function parse(file, shown, expected) {
    try {
        const bytes = file.size;
        if (bytes === 0)
            throw new user_error/* UserError */.y(`${shown} is empty; the test run wrote no coverage into it`);
        const format = expected === "auto" ? detectFormat(file.head(DETECTION_BYTES)) : formatNamed(expected);
        if (format === undefined) {
            throw new user_error/* UserError */.y(`${shown} is in no known format (${REPORT_FORMATS.map((known) => known.name).join(", ")}); it begins with ${(0,runner_inputs/* quote */.hD)(new TextDecoder().decode(file.head(40)))}`);
        }
        const report = format.parse(file.chunks());
        if (report.files.size === 0)
            throw new user_error/* UserError */.y(`${shown} (${format.title}) names no source file; the test run measured nothing`);
        return { format, bytes, report };
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            throw new user_error/* UserError */.y(`${shown}: ${error.message}`, { cause: error });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/report-origin.js


/**
 * Where the relative paths of a report may start: in its own folder, in one above it (its package), in the working
 * directory, in one above that, or at the top.
 *
 * @param path of the report, absolute. @param directory the working directory, absolute. @param root of the repository,
 * absolute.
 */
function originOf(path, directory, root) {
    const folders = new Set([...foldersAbove((0,external_node_path_.dirname)(path), root), ...foldersAbove(directory, root), ""]);
    return { report: (0,shown_path.shownPath)(path, directory), folders: [...folders] };
}
/** A folder and those above it, without the top; none for a folder outside of the repository. */
function foldersAbove(folder, root) {
    const parts = (0,external_node_path_.relative)(root, folder).split(external_node_path_.sep);
    if (parts[0] === ".." || parts[0] === "")
        return [];
    return parts.map((_, at) => parts.slice(0, parts.length - at).join("/"));
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/baseline/baseline-file.js







/** How much of a file tells whether it is a snapshot. */
const HEAD_BYTES = 200;
/**
 * A report or snapshot that the user says is the base's. The change is then taken to start from it.
 *
 * @param path as written in the input `baseline`. @param directory that it is relative to, absolute.
 * @throws UserError naming the input, when the file cannot be used.
 */
function readBaselineFile(path, change, { matcher, directory }) {
    const absolute = (0,external_node_path_.resolve)(directory, path);
    const about = { state: "file", file: path };
    const diff = change.state === "compared" ? { diff: change.diff } : {};
    const shown = `input \`baseline\`: ${path}`;
    let bytes;
    try {
        bytes = (0,file_content/* readFile */.TA)(absolute);
    }
    catch (error) {
        const { code } = error;
        throw new user_error/* UserError */.y(`${shown} cannot be read (${code}); write \`auto\`, \`none\` or the path of a coverage report`);
    }
    if (!isSnapshot(bytes.subarray(0, HEAD_BYTES).toString())) {
        const { report } = parseReportFile(absolute, shown, "auto");
        return { about, report: matcher.match(report, originOf(absolute, directory, matcher.root)).report, ...diff };
    }
    try {
        const { report, meta } = readSnapshot([bytes]);
        return { about, report, gate: meta.gate, ...diff };
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            throw new user_error/* UserError */.y(`${shown}: ${error.message}`);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-service.js
var cache_service = __webpack_require__(6481);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/file-cache.js + 1 modules
var file_cache = __webpack_require__(2528);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-key.js
var cache_key = __webpack_require__(3965);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/baseline/cache-entry.js

/** What a kept baseline is called in its archive, and how large it may be: one of 12 million lines has 60 MB. */
const BASELINE_FILE = { file: "jessy-coverage-baseline.json", maxBytes: 300_000_000 };
const KIND = "jessy-coverage-v2";
/** One entry for each commit and gate. A key is never reused, and only pushes to the default branch write any. */
function baselineKey(sha, name) {
    return (0,cache_key.cacheKey)(KIND, sha, name);
}
/** What the keys of all gates begin with that kept a baseline of a commit. */
function anyGateKey(sha) {
    return (0,cache_key.cacheKey)(KIND, sha);
}
/** The gate that a key belongs to; undefined where the name is too long to stand in it. */
function gateOfKey(key) {
    return (0,cache_key.partOfKey)(key, 2);
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/baseline/cached-baseline.js






/**
 * The baseline of the commit that the change starts from, or of the nearest of its first-parent ancestors that has one.
 *
 * GitHub shows a run only the caches of its own branch, its base and the default branch, so a fork's branch called
 * `main` cannot give us a baseline. The entry's own repository and commit are checked all the same.
 *
 * @param name of the gate.
 */
async function findCachedBaseline(name, change, git, io) {
    if (change.state === "none")
        return findRulesAlone(name, change, io);
    const exact = await read(name, [change.base], io);
    if (exact.state === "hit")
        return baselineFacts(exact.snapshot, { state: "exact", distance: 0 }, change.diff);
    if (exact.state !== "miss")
        return { about: exact };
    const wanted = cache_service.MAX_CACHE_KEYS + 1;
    const parents = await git.deepenUntil(() => git.firstParents(change.base, wanted), (found) => found.length === wanted);
    const ancestors = parents.slice(1);
    const older = await read(name, ancestors, io);
    if (older.state === "miss")
        return missing(name, [change.base, ...ancestors], io);
    if (older.state !== "hit")
        return { about: older };
    const { sha } = older.snapshot.meta;
    const diff = parseDiff(await git.diff(sha, "HEAD"));
    return baselineFacts(older.snapshot, { state: "ancestor", distance: ancestors.indexOf(sha) + 1 }, diff);
}
/** Where no two commits are compared there is no baseline either; but the rules of the base are known by its commit. */
async function findRulesAlone(name, { reason }, io) {
    const about = { state: "off", reason };
    const { pullRequest } = io.event();
    if (pullRequest === undefined)
        return { about };
    const kept = await read(name, [pullRequest.baseSha], io);
    if (kept.state === "hit")
        return { about, gate: kept.snapshot.meta.gate };
    return kept.state === "miss" ? { about, rulesUnknown: reason } : { about: kept };
}
/** @param shas the base, and the commits before it. */
async function missing(name, shas, io) {
    const [base = "", ...ancestors] = shas;
    const before = ancestors.length === 0 ? "" : ` or the ${(0,quantity.counted)(ancestors.length, "commit")} before it`;
    const reason = `the default branch has none for \`${base.slice(0, 10)}\`${before}; the next push there saves one`;
    const others = await (0,file_cache.readFromCache)(BASELINE_FILE, shas.slice(0, cache_service.MAX_CACHE_KEYS).map(anyGateKey), io);
    const otherName = others.state === "hit" ? gateOfKey(others.key) : undefined;
    return { about: { state: "missing", reason }, ...(otherName !== undefined && otherName !== name && { otherName }) };
}
function baselineFacts(snapshot, about, diff) {
    const reason = about.state === "exact" ? "the base of this change" : "the nearest that has one";
    return {
        about: { ...about, sha: snapshot.meta.sha, reason },
        report: snapshot.report,
        diff,
        gate: snapshot.meta.gate,
    };
}
async function read(name, shas, io) {
    if (shas.length === 0)
        return { state: "miss" };
    const keys = shas.map((sha) => baselineKey(sha, name));
    const lookup = await (0,file_cache.readFromCache)(BASELINE_FILE, keys, io);
    io.log.debug(`baseline: ${lookup.state} in the cache, under ${keys.join(", ")}`);
    if (lookup.state !== "hit")
        return lookup;
    const { key, content } = lookup;
    try {
        const snapshot = readSnapshot([content]);
        const { sha, repository, gate } = snapshot.meta;
        const { owner, name: repo } = io.event().repository;
        if (sha !== shas[keys.indexOf(key)] || repository !== `${owner}/${repo}`) {
            return {
                state: "unreadable",
                reason: `the cache entry \`${key}\` holds the baseline of ${repository} at ${sha.slice(0, 10)}`,
            };
        }
        const rules = Object.entries(gate).filter(([, value]) => value !== "");
        io.log.debug(`baseline: ${key} was judged by ${JSON.stringify(Object.fromEntries(rules))}`);
        return { state: "hit", snapshot };
    }
    catch (error) {
        return { state: "unreadable", reason: `the cache entry \`${key}\` cannot be read: ${error.message}` };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/baseline/find-baseline.js



/** What the input `baseline` asks for, without the files that this run excludes. */
async function findBaseline(inputs, change, context) {
    const found = inputs.baseline.kind === "auto"
        ? await findCachedBaseline(inputs.name, change, context.git, context.io)
        : await insteadOfAuto(inputs.name, inputs.baseline, change, context);
    if (found.report === undefined)
        return found;
    const excluded = (0,src_globs/* pathFilter */.Y)(inputs.exclude);
    const files = new Map([...found.report.files].filter(([file]) => !excluded(file)));
    return { ...found, report: { ...found.report, files }, whole: found.report };
}
/**
 * `baseline: none`, or a file. Where the default branch keeps a baseline, it does not say so itself: then the change
 * does, which could switch off the default branch's rules or bring numbers of its own, and it is compared all the same.
 */
async function insteadOfAuto(name, baseline, change, context) {
    const asked = baseline.kind === "none"
        ? { about: { state: "off", reason: "the input `baseline` is `none`" } }
        : readBaselineFile(baseline.path, change, context);
    if (!context.isProposal)
        return asked;
    const kept = await findCachedBaseline(name, change, context.git, context.io);
    if (kept.gate !== undefined)
        return { ...kept, instead: baseline.kind === "none" ? "none" : baseline.path };
    const { about } = kept;
    const isUnknown = about.state === "unavailable" || about.state === "unreadable";
    return isUnknown ? { ...asked, rulesUnknown: about.reason } : asked;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __webpack_require__(5428);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/debug-names.js

/** Debug logs name this many things; a log of ten thousand paths helps nobody. */
const MAX_NAMED = 50;
/** `a, b, c` or, of many, `a, b, ... and 950 more`. Names from outside are made safe for a terminal. */
function debugNames(names) {
    const shown = names.slice(0, MAX_NAMED).map(report_escape/* escapeTerminal */.en).join(", ");
    return names.length > MAX_NAMED ? `${shown}, ... and ${names.length - MAX_NAMED} more` : shown || "none";
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/find-report-files.js






/** Folders that hold other people's reports, or copies of ours. */
const NEVER_SEARCHED = ["**/node_modules/**", "**/.git/**", "**/target/doc/**", "**/vendor/**"];
/**
 * The report files that the inputs ask for, as absolute paths without repeats. Files under usual names are left out
 * when git tracks them: they were not made by this run.
 *
 * @throws UserErrors naming every line of `files` that finds nothing: a missing shard must not look like full coverage.
 */
async function findReportFiles(inputs, { directory, isTracked, log }) {
    const wanted = inputs.files.filter((pattern) => !pattern.startsWith("!"));
    const ignore = inputs.files.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
    if (wanted.length === 0)
        return findUsualFiles(inputs.format, ignore, { directory, isTracked, log });
    // Not above: a wrong input should not pay for loading it.
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 1001));
    const found = new Set();
    const problems = [];
    for (const pattern of wanted) {
        const files = await glob(toPosix(pattern), { cwd: directory, absolute: true, dot: true, ignore, onlyFiles: true });
        log.debug(`files: ${(0,runner_inputs/* quote */.hD)(pattern)} finds ${files.length} in ${directory}: ${debugNames(files)}`);
        if (files.length === 0)
            problems.push(`input \`files\`: ${(0,runner_inputs/* quote */.hD)(pattern)} finds no file in ${directory}; did the tests run, and was the artifact downloaded?`);
        for (const file of files)
            found.add((0,external_node_fs_.realpathSync)(file));
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return [...found].sort();
}
async function findUsualFiles(format, ignore, { directory, isTracked, log }) {
    const formats = format === "auto" ? REPORT_FORMATS : [formatNamed(format)];
    const names = formats.flatMap(({ usualNames }) => usualNames);
    // Not above: a wrong input should not pay for loading it.
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 1001));
    const found = await glob(names.map((name) => `**/${name}`), { cwd: directory, absolute: true, dot: true, ignore: [...NEVER_SEARCHED, ...ignore], onlyFiles: true });
    const paths = [...new Set(found.map((file) => (0,external_node_fs_.realpathSync)(file)))].sort();
    const files = paths.filter((file) => !isTracked(file));
    log.debug(`files: under usual names ${debugNames(files)}; left out, as git tracks them: ${debugNames(paths.filter(isTracked))}`);
    if (files.length > 0)
        return files;
    throw new user_error/* UserError */.y(`no coverage report is in ${directory} under a usual name (${names.slice(0, 6).join(", ")} ...); write its path into the input \`files\``);
}
function toPosix(pattern) {
    return external_node_path_.sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/lines-on-disk.js



/**
 * How many lines a source file has; undefined when there is no such file. The last line counts with or without its
 * newline.
 */
function linesOnDisk(root, path) {
    const absolute = (0,external_node_path_.join)(root, path);
    if ((0,external_node_fs_.statSync)(absolute, { throwIfNoEntry: false })?.isFile() !== true)
        return undefined;
    return (0,file_content/* withFile */.D4)(absolute, (file) => {
        let lines = 0;
        let last = 10;
        for (const chunk of file.chunks()) {
            for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1))
                lines++;
            last = chunk[chunk.length - 1];
        }
        return last === 10 ? lines : lines + 1;
    });
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/match-in-turn.js

/** Matches a report's paths by one matcher, and those that it does not find by another. */
function matchInTurn(first, second) {
    return {
        match(report, origin) {
            const found = first.match(report, origin);
            const left = [...found.unmatched, ...found.ambiguous.map(({ path }) => path)];
            if (left.length === 0)
                return found;
            const rest = new Map(left.map((path) => [path, report.files.get(path)]));
            const others = second.match({ ...report, files: rest }, origin);
            const files = new CollectedFiles("sum");
            for (const file of [...found.report.files.values(), ...others.report.files.values()])
                files.add(file);
            return { ...others, report: { ...report, files: files.finish() } };
        },
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/other-repository.js


/**
 * Whether a file lies in another repository than the one around it: a submodule, or one that was checked out below. Its
 * reports are about its own code, and no run of ours may have made them.
 *
 * @param path absolute. @param root of our repository, absolute.
 */
function isInOtherRepository(path, root) {
    for (let folder = (0,external_node_path_.dirname)(path); folder.length > root.length; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ".git")))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/outdated-files.js


/** How many files that the change leaves alone are read to see whether the tool measures blank lines. */
const MAX_UNCHANGED = 50;
/**
 * Files of a report that is older than the commit. Of a tool that measures no blank line (in files that the change
 * leaves alone, some of which have blank lines between measured ones), a measured line that is blank is one of an older
 * file: where none was blank at the base, the report was made there.
 *
 * Not every older report can be seen: one whose lines all happen to have text is like a new one, and tools that measure
 * whole blocks (Go, V8) measure blank lines, too.
 */
async function findOutdatedFiles(report, diff, sources) {
    const changed = new Map(diff.map((file) => [file.path, file]));
    const suspects = [];
    for (const [path, file] of report.files) {
        const change = changed.get(path);
        if (change === undefined || (change.added.length === 0 && change.removed.length === 0))
            continue;
        const lines = sources.now(path) ?? [];
        const line = firstBlank(file, lines);
        if (line === undefined)
            continue;
        const before = await sources.before(change.oldPath ?? path);
        if (before !== undefined && fits(file, before))
            suspects.push({ path, line, lines: lines.length });
    }
    const kinds = new Set(suspects.map(({ path }) => (0,external_node_path_.extname)(path)));
    const alike = [...kinds].filter((kind) => leavesBlankLinesOut(kind, report, changed, sources));
    return suspects.filter(({ path }) => alike.includes((0,external_node_path_.extname)(path)));
}
/**
 * Whether unchanged files of one kind show it: two languages may have two tools. False where none of them has a blank
 * line that could have been measured.
 */
function leavesBlankLinesOut(kind, report, changed, { now }) {
    let seen = 0;
    const unchanged = [...report.files]
        .filter(([path]) => !changed.has(path) && (0,external_node_path_.extname)(path) === kind)
        .slice(0, MAX_UNCHANGED);
    for (const [path, file] of unchanged) {
        const lines = now(path);
        if (lines === undefined)
            continue;
        if (firstBlank(file, lines) !== undefined)
            return false;
        const [first = 0, last = 0] = [file.lines.line[0], file.lines.line.at(-1)];
        seen += lines.slice(first, last).filter((line) => line.trim() === "").length;
    }
    return seen > 0;
}
/** The first measured line that is there and blank. */
function firstBlank(file, lines) {
    return file.lines.line.find((line) => lines[line - 1]?.trim() === "");
}
/** Every measured line is there, and none is blank. */
function fits(file, lines) {
    return file.lines.line.every((line) => (lines[line - 1]?.trim() ?? "") !== "");
}
/** The lines of a text: behind its last newline there is none, though some tools measure that place. */
function linesIn(text) {
    return text.replace(/\n$/, "").split("\n");
}
/** The lines of a file on disk; undefined when it cannot be read. */
function linesOf(root, path) {
    try {
        return linesIn((0,file_content/* readFile */.TA)((0,external_node_path_.join)(root, path)).toString());
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/path-mismatch.js

/**
 * One line for a report with no path in the repository: an example, and the rule that would most likely help. Where
 * several files have the name, the rule is for this report alone, so that it maps no other package's paths.
 *
 * @param report its path, as rules for single reports spell it.
 */
function explainMismatch(unmatched, repository, report) {
    const example = unmatched[0];
    const parts = (0,report_path/* normalize */.S8)(example).split("/");
    const [namesake, ...others] = repository.files.filter((file) => (0,report_path/* nameOf */.Vb)(file) === parts.at(-1));
    if (namesake === undefined) {
        return `none of its ${unmatched.length} files is in the repository, e.g. \`${example}\`; was it made from another repository, or is a \`path-map\` missing?`;
    }
    const rule = ruleFor(example, namesake);
    return `none of its ${unmatched.length} files is in the repository, e.g. \`${example}\`; if that is \`${namesake}\`, write \`path-map: ${others.length === 0 ? rule : `${report}: ${rule}`}\``;
}
/** The rule that makes one path of a report one file of the repository. */
function ruleFor(path, file) {
    const parts = (0,report_path/* normalize */.S8)(path).split("/");
    const there = file.split("/");
    let common = 0;
    while (common < Math.min(parts.length, there.length) && parts.at(-1 - common) === there.at(-1 - common))
        common++;
    // A rule needs a left side: where all of the path is shared, its first part is.
    if (common === parts.length)
        common--;
    const from = parts.slice(0, parts.length - common).join("/");
    const to = there.slice(0, there.length - common).join("/");
    return `${from} => ${to}`;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/shards.js

/**
 * The reports without the tables of files that a report lists but ran nothing of, where another one ran the file. Tools
 * list such files without compiling them as the tests do (Vitest's `coverage.all`), so that they have other lines: as
 * misses they would dilute what was measured. A file that no report ran keeps its tables.
 */
function withoutUnexecuted(reports) {
    const executed = new Set();
    for (const { files } of reports)
        for (const [path, file] of files)
            if (isExecuted(file))
                executed.add(path);
    return reports.map((report) => {
        const files = [...report.files].filter(([path, file]) => !executed.has(path) || isExecuted(file));
        return files.length === report.files.size ? report : { ...report, files: new Map(files) };
    });
}
/**
 * Files for which two reports of one format know other branches of a line that both measure, although the format tells
 * branches by their identity. V8 numbers only the branches that a run reached, so that the same number means another
 * branch in another shard.
 */
function filesWithOtherBranches(reports) {
    const different = new Set();
    const known = new Map();
    for (const report of reports) {
        if (report.format !== "lcov")
            continue;
        for (const [path, file] of report.files) {
            if (file.branches.line.length === 0 || !isExecuted(file))
                continue;
            const before = known.get(path);
            if (before === undefined)
                known.set(path, file);
            else if (!sameBranches(before, file))
                different.add(path);
        }
    }
    return [...different];
}
/** Whether a report tells nothing about lines that the other one does not tell, too. */
function isToldBy(report, other) {
    for (const [path, file] of report.files) {
        const there = other.files.get(path);
        if (there === undefined || !hasLines(there.lines, file.lines))
            return false;
    }
    return true;
}
function isExecuted({ lines, branches, branchCounts, functions, blocks, declared }) {
    const some = (table) => table?.some((count) => count > 0) ?? false;
    return (some(lines.hits) ||
        some(functions.hits) ||
        some(branches.taken) ||
        some(branchCounts.covered) ||
        some(blocks?.hits) ||
        Object.values(declared ?? {}).some(({ covered }) => covered > 0));
}
/** Every line is in the other table, and was hit there if it was hit here. */
function hasLines(table, lines) {
    let at = 0;
    for (let row = 0; row < lines.line.length; row++) {
        while (at < table.line.length && table.line[at] < lines.line[row])
            at++;
        if (table.line[at] !== lines.line[row] || (lines.hits[row] > 0 && table.hits[at] === 0))
            return false;
    }
    return true;
}
/** On the lines that both files measure. */
function sameBranches(a, b) {
    const [ofA, ofB] = [branchesByLine(a.branches), branchesByLine(b.branches)];
    for (const [measured, mine, others] of [
        [b, ofA, ofB],
        [a, ofB, ofA],
    ]) {
        const lines = new Set(measured.lines.line);
        for (const [line, branches] of mine)
            if (lines.has(line) && others.get(line) !== branches)
                return false;
    }
    return true;
}
function branchesByLine({ line, block, branch, names }) {
    const name = (id) => (id < model/* NAMED_BRANCH */.j4 ? id : JSON.stringify(names[id - model/* NAMED_BRANCH */.j4]));
    const byLine = new Map();
    for (let at = 0; at < line.length; at++) {
        const list = byLine.get(line[at]) ?? [];
        list.push(`${name(block[at])}.${name(branch[at])}`);
        byLine.set(line[at], list);
    }
    return new Map([...byLine].map(([number, list]) => [number, list.join()]));
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/lines-past-end.js
/** LLVM and PHPUnit measure the line behind a file's last one (llvm/llvm-project#120071), and their totals have it. */
const LINES_BEYOND_END = 1;
/** As many lines more are odd; only still more show that a report is of another commit. */
const FEW_LINES = 3;
/**
 * Compares a report with its files. Lines past a file's end show that the report is of another commit if they are more
 * than a few. Kotlin's compiler numbers the code that it inlines from the end of the file on: in its files and in
 * JaCoCo's reports such lines are no lines, and only a function that begins past the end shows another commit.
 *
 * @param linesOf how many lines a file has; undefined when it is not there.
 */
function fitToFiles(report, linesOf) {
    const files = new Map();
    const stale = [];
    const [cut, odd] = [new Map(), new Map()];
    for (const [path, file] of report.files) {
        files.set(path, file);
        const lines = linesOf(path);
        if (lines === undefined)
            continue;
        const past = file.lines.line.length - rowsUpTo(file.lines.line, lines);
        if (report.format === "jacoco" || /\.kts?$/.test(path)) {
            const measuredLine = lastFunctionPast(file, lines);
            if (measuredLine !== undefined)
                stale.push({ path, measuredLine, lines });
            else if (past > 0)
                cut.set(path, past);
            files.set(path, cutAt(file, lines));
        }
        else if (past > FEW_LINES)
            stale.push({ path, measuredLine: file.lines.line.at(-1), lines });
        else if (past > LINES_BEYOND_END)
            odd.set(path, past);
    }
    return { report: { ...report, files }, stale, cut, odd };
}
/** Classes that the compiler makes of inlined code are named so, and begin past the end. */
function lastFunctionPast({ functions }, lines) {
    const at = functions.line.findLastIndex((line, index) => line > lines && !functions.name[index].includes("$$inlined$"));
    return at === -1 ? undefined : functions.line[at];
}
function cutAt(file, last) {
    const lines = rowsUpTo(file.lines.line, last);
    const branches = rowsUpTo(file.branches.line, last);
    const counts = rowsUpTo(file.branchCounts.line, last);
    return {
        ...file,
        lines: { line: file.lines.line.slice(0, lines), hits: file.lines.hits.slice(0, lines) },
        branches: {
            line: file.branches.line.slice(0, branches),
            block: file.branches.block.slice(0, branches),
            branch: file.branches.branch.slice(0, branches),
            taken: file.branches.taken.slice(0, branches),
            names: file.branches.names,
        },
        branchCounts: {
            line: file.branchCounts.line.slice(0, counts),
            covered: file.branchCounts.covered.slice(0, counts),
            total: file.branchCounts.total.slice(0, counts),
        },
    };
}
/** How many rows of an ascending column are not above a line. */
function rowsUpTo(column, last) {
    let low = 0;
    let high = column.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (column[middle] <= last)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/retold-reports.js


/** Formats that Istanbul and Vitest write beside their own JSON; none of them tells a branch by its place. */
const RETELLING = new Set(["lcov", "clover", "cobertura"]);
/**
 * Reports that lie beside an Istanbul JSON and tell nothing of lines that it does not tell, by their path: the same run
 * written twice. Only the JSON tells branches by their place; the numbers that LCOV has from V8 differ between shards.
 */
function findRetold(reports) {
    const retold = new Map();
    const istanbul = Map.groupBy(reports.filter(({ report }) => report.format === "istanbul"), ({ path }) => (0,external_node_path_.dirname)(path));
    for (const { path, shown, report } of reports) {
        if (!RETELLING.has(report.format))
            continue;
        const by = istanbul.get((0,external_node_path_.dirname)(path))?.find((other) => isToldBy(report, other.report));
        if (by !== undefined)
            retold.set(path, { shown, by: by.shown });
    }
    return retold;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/read-reports.js














/** How many paths a note names. */
const EXAMPLES = 3;
/** @param files absolute paths. @throws UserErrors naming every report that cannot be used. */
function readReports(files, context) {
    const { inputs, log } = context;
    const matched = [];
    const reports = [];
    const stale = [];
    const notes = [];
    const problems = [];
    const excluded = (0,src_globs/* pathFilter */.Y)(inputs.exclude);
    for (const path of files) {
        const shown = (0,shown_path.shownPath)(path, context.directory);
        const start = performance.now();
        try {
            const { format, bytes, report } = parseReportFile(path, shown, inputs.format);
            const fitted = fitToFiles(matchPaths(report, path, shown, context, notes), context.linesOf);
            const found = fitted.report;
            stale.push(...fitted.stale);
            if (fitted.cut.size > 0)
                notes.push(pastEndNote(shown, fitted.cut, "do not count"));
            if (fitted.odd.size > 0)
                notes.push(pastEndNote(shown, fitted.odd, "are too few to show another commit"));
            const { lines } = reportTotals(found, inputs.totals);
            reports.push({ file: shown, format: format.name, bytes, files: found.files.size, lines });
            const kept = [...found.files].filter(([file]) => !excluded(file));
            log.debug(`${shown}: ${bytes} bytes; ${found.files.size - kept.length} of its files are excluded`);
            matched.push({ path, shown, report: { ...found, files: new Map(kept) } });
            const seconds = ((performance.now() - start) / 1000).toFixed(2);
            log.info(`${shown}: ${format.title}, ${found.files.size} files, ${lines.covered} of ${lines.total} lines covered (${seconds} s)`);
            for (const warning of report.warnings)
                notes.push({ level: "warning", text: `${shown}: ${warning.message}.` });
        }
        catch (error) {
            if (error instanceof user_error/* UserErrors */.t)
                problems.push(...error.problems);
            else if (error instanceof user_error/* UserError */.y)
                problems.push(error.message);
            else
                throw error;
        }
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    const retold = findRetold(matched);
    for (const { shown, by } of retold.values()) {
        const text = `${shown} tells the same run as ${by}, which knows branches by their place, and does not count.`;
        notes.push({ level: "note", text });
    }
    const counting = matched.filter(({ path }) => !retold.has(path)).map(({ report }) => report);
    const merged = inputs.shards === "all" ? counting : withoutUnexecuted(counting);
    const different = filesWithOtherBranches(merged);
    if (different.length > 0)
        notes.push(branchNote(different));
    try {
        return { report: mergeReports(merged), reports, stale, notes };
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            throw new user_error/* UserError */.y(`the reports cannot be merged: ${error.message}`, { cause: error });
        throw error;
    }
}
function pastEndNote(shown, past, verdict) {
    const lines = [...past.values()].reduce((sum, each) => sum + each, 0);
    const [example] = past.keys();
    const text = `${shown}: lines past the end of their files ${verdict}: ${lines} in ${(0,quantity.counted)(past.size, "file")}, e.g. \`${example}\`.`;
    return { level: "note", text };
}
function branchNote(files) {
    return {
        level: "warning",
        text: `The reports number the branches of ${(0,quantity.counted)(files.length, "file")} differently, e.g. of \`${files[0]}\`, so the branch coverage of all shards together is not exact. Tools on V8 (c8, Vitest before 4) number only the branches that a run reached: give this gate their \`coverage-final.json\` instead of LCOV.`,
    };
}
/**
 * The report in repository paths. @throws UserError when none of its paths is in the repository, or one fits several
 * files.
 */
function matchPaths(report, path, shown, { matcher, repository, directory, log }, notes) {
    const { report: found, unmatched, ambiguous } = matcher.match(report, originOf(path, directory, repository.root));
    if (found.files.size === 0 && ambiguous.length === 0)
        throw new user_error/* UserError */.y(`${shown}: ${explainMismatch(unmatched, repository, shown)}`);
    const [first, ...others] = ambiguous;
    if (first !== undefined) {
        const candidates = first.candidates.slice(0, EXAMPLES).map((file) => `\`${file}\``);
        const more = others.length === 0 ? "" : ` (and ${others.length} more ${(0,quantity.plural)(others.length, "path")} can be read two ways)`;
        throw new user_error/* UserError */.y(`${shown}: \`${first.path}\` may be ${candidates.join(" or ")}${more}; say which by a rule for this report, e.g. \`path-map: ${shown}: ${ruleFor(first.path, first.candidates[0])}\``);
    }
    if (unmatched.length > 0) {
        log.debug(`${shown}: not in the repository: ${debugNames(unmatched)}`);
        const examples = unmatched.slice(0, EXAMPLES).map((path) => `\`${path}\``);
        const [is, does] = unmatched.length === 1 ? ["is", "does"] : ["are", "do"];
        const text = `${shown}: ${unmatched.length} of its files ${is} not in the repository and ${does} not count, e.g. ${examples.join(", ")}.`;
        notes.push({ level: "note", text });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/reports/repository-paths.js



/**
 * What a report's paths are matched to: the files that git tracks here and in submodules, the repository's root
 * (absolute), and the paths of its Go modules.
 */
async function readRepositoryPaths(git, root) {
    const files = await git.listFilesWithSubmodules();
    const goModules = new Map();
    for (const file of files) {
        if (file !== "go.mod" && !file.endsWith("/go.mod"))
            continue;
        try {
            const module = /^\s*module\s+"?([^\s"]+)"?/m.exec((0,file_content/* readFile */.TA)((0,external_node_path_.join)(root, file)).toString())?.[1];
            if (module !== undefined)
                goModules.set(module, file === "go.mod" ? "" : (0,external_node_path_.dirname)(file));
        }
        catch {
            // Tracked, but not in the work tree (sparse checkout): its paths are then matched by their tails.
        }
    }
    // The longest module path first: nested modules lie inside others.
    return {
        files,
        root,
        goModules: new Map([...goModules].sort(([a], [b]) => b.length - a.length)),
        exists: (path) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false })?.isFile() === true,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/collect.js


















/** Reads everything that the decision needs: reports, the repository's files, the change, the baseline. */
async function collect(inputs, io) {
    if (inputs.publishResult !== undefined) {
        const { collectPublished } = await __webpack_require__.e(/* import() */ 758).then(__webpack_require__.bind(__webpack_require__, 9377));
        return collectPublished(inputs.publishResult, inputs.name, io);
    }
    const { log } = io;
    const event = io.event();
    const directory = (0,external_node_path_.resolve)(io.workspace, inputs.workingDirectory);
    const git = await io.git(directory);
    const root = await git.root();
    const repository = await readRepositoryPaths(git, root);
    log.debug(`repository: ${root}, ${(0,quantity.counted)(repository.files.length, "tracked file")}, Go modules: ${[...repository.goModules.keys()].join(", ") || "none"}`);
    const matcher = new PathMatcher(repository, inputs.pathRules);
    const { report, reports, stale, notes } = await log.group("Reading coverage reports", () => readAll(inputs, { io, directory, root, repository, matcher }));
    const change = await log.group("Finding the change", () => findChange(git, io));
    const isProposal = event.pullRequest !== undefined || event.ref !== `refs/heads/${event.defaultBranch}`;
    const baseline = await log.group("Finding the baseline", async () => {
        const found = await findBaseline(inputs, change, { git, io, matcher, directory, isProposal });
        const { about } = found;
        log.info("file" in about ? `Baseline: ${about.file}.` : `Baseline: ${about.state}, ${about.reason}.`);
        if (found.report !== undefined)
            log.debug(`baseline: ${(0,quantity.counted)(found.report.files.size, "file")}`);
        return found;
    });
    const byDefault = isProposal
        ? await countByDefault(inputs, report, baseline, ({ pathRules, ...scope }) => {
            const isRemapped = pathRules !== inputs.pathRules;
            const other = isRemapped ? matchInTurn(new PathMatcher(repository, pathRules), matcher) : matcher;
            return log.group("Reading the reports as the default branch counts them", () => readAll({ ...inputs, ...scope }, { io, directory, root, repository, matcher: other }));
        })
        : undefined;
    return {
        kind: "measured",
        context: (0,context.contextOf)(event),
        isProposal,
        report,
        reports,
        change,
        baseline,
        ...(byDefault !== undefined && { byDefault }),
        stale: [...stale, ...(await findBlank(countedByEither(report, byDefault), change, { git, root }))],
        notes,
        measuredAt: Math.floor(Date.now() / 1000),
    };
}
async function readAll(inputs, { io: { log }, directory, root, repository, matcher }) {
    const tracked = new Set(repository.files);
    const isOurs = (path) => tracked.has((0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join("/"));
    const isTracked = (path) => isOurs(path) || isInOtherRepository(path, root);
    const files = await findReportFiles(inputs, { directory, isTracked, log });
    const trackedNotes = files.filter(isTracked).map((file) => {
        const where = isOurs(file) ? "is tracked by git" : "lies in a repository of its own, such as a submodule";
        const text = `${(0,shown_path.shownPath)(file, directory)} ${where}, so this run may not have made it.`;
        return { level: "warning", text };
    });
    const counts = new Map();
    const lengthOf = (path) => {
        if (!counts.has(path))
            counts.set(path, linesOnDisk(root, path));
        return counts.get(path);
    };
    const read = readReports(files, { inputs, directory, matcher, repository, linesOf: lengthOf, log });
    return { ...read, notes: [...trackedNotes, ...read.notes] };
}
/** The inputs that decide what a report becomes when it is read. The others only decide what is made of it. */
const READING_INPUTS = ["exclude", "shards", "path-map"];
/**
 * What the default branch would count, where that is something else.
 *
 * @param report by this change's own scope. @param read the reports by another one.
 */
async function countByDefault(inputs, report, baseline, read) {
    const other = await findDefaultScope(inputs, baseline.gate ?? {});
    if (other === undefined || "problem" in other)
        return other;
    const baseReport = other.inputs.includes("exclude") ? baseline.whole : baseline.report;
    try {
        const isReadAnew = other.inputs.some((input) => READING_INPUTS.includes(input));
        const counted = isReadAnew ? (await read(other.scope)).report : report;
        return { ...other, report: counted, ...(baseReport !== undefined && { baseReport }) };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return { inputs: other.inputs, problem: error.message };
        throw error;
    }
}
/** With the files that only the default branch counts: excluding a file does not make its report a fresh one. */
function countedByEither(report, byDefault) {
    if (byDefault === undefined || "problem" in byDefault)
        return report;
    return { ...report, files: new Map([...byDefault.report.files, ...report.files]) };
}
/** Files whose measured lines fit the base, and not what is checked out. */
async function findBlank(report, change, { git, root }) {
    if (change.state === "none")
        return [];
    const { base, diff } = change;
    const outdated = await findOutdatedFiles(report, diff, {
        now: (path) => linesOf(root, path),
        before: async (path) => {
            const content = await git.fileAt(base, path);
            return content && linesIn(content.toString());
        },
    });
    return outdated.map(({ path, line, lines }) => ({ path, measuredLine: line, lines, blank: true }));
}
async function findChange(git, { log, event }) {
    const comparison = await (0,git_comparison.findComparison)(git, event());
    if (comparison.state === "none") {
        log.info(`No comparison: ${comparison.reason}.`);
        return comparison;
    }
    const { base, head, reason } = comparison;
    if (base === head && event().pullRequest !== undefined) {
        // Under `pull_request_target` actions/checkout takes the base: compared with itself, no line has changed.
        const reason = `HEAD, ${head.slice(0, 10)}, has nothing that its base does not have; check out the pull request's head`;
        return { state: "none", cause: "no-base", reason };
    }
    const diff = parseDiff(await git.diff(base, head));
    log.info(`${base.slice(0, 10)}..${head.slice(0, 10)}: ${diff.length} files, ${reason}.`);
    log.debug(`change: ${base}..${head}, event ${event().name}; ${debugNames(diff.map(({ path }) => path))}`);
    return { state: "compared", base, diff };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/publish.js + 2 modules
var publish = __webpack_require__(5913);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/baseline/save-baseline.js




/**
 * Keeps the report of a push to the default branch as the baseline of its commit. No other event may: a pull request
 * could forge one. A cache that cannot be written is a warning.
 */
async function saveBaseline(inputs, report, io) {
    const { pushToDefaultBranch, sha } = io.event();
    if (!pushToDefaultBranch || inputs.baseline.kind !== "auto")
        return;
    await io.log.group("Saving the baseline", () => save(inputs, report, sha, io));
}
async function save(inputs, report, sha, io) {
    const { owner, name } = io.event().repository;
    const key = baselineKey(sha, inputs.name);
    io.log.debug(`baseline: saving ${key}`);
    const snapshot = writeSnapshot(report, { repository: `${owner}/${name}`, sha, gate: inputs.gate });
    const saved = await (0,file_cache.saveToCache)(BASELINE_FILE, key, snapshot, { folder: (0,external_node_path_.join)(io.temporary, "cache"), log: io.log });
    io.log.info(saved
        ? `Baseline of ${sha.slice(0, 10)} saved.`
        : `Baseline of ${sha.slice(0, 10)} not saved: there is one, or there is no cache.`);
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/writers/cobertura.js

/**
 * A report as Cobertura XML (coverage-04.dtd), in pieces of one file each: a package per folder, a class per file. It
 * is what GitHub's own code coverage, GitLab, Jenkins and editors read. Rates are cut, never rounded up to 1.
 *
 * @param timestamp seconds since 1970.
 */
function* writeCobertura(report, timestamp) {
    const folders = Map.groupBy([...report.files.keys()].sort(), folderOf);
    const totals = new Map([...report.files].map(([path, file]) => [path, fileTotals(file, "lines")]));
    const { lines, branches } = sumTotals([...totals.values()]);
    yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage ${rates({ lines, branches })} lines-covered="${lines.covered}" lines-valid="${lines.total}" branches-covered="${branches.covered}" branches-valid="${branches.total}" complexity="0" version="jessy-actions" timestamp="${timestamp}">
<sources><source>.</source></sources>
<packages>
`;
    for (const [folder, paths] of folders) {
        const folderTotals = sumTotals(paths.map((path) => totals.get(path)));
        yield `<package name="${escapeXml(folder.replaceAll("/", "."))}" ${rates(folderTotals)} complexity="0"><classes>\n`;
        for (const path of paths)
            yield classElement(path, report.files.get(path), totals.get(path));
        yield "</classes></package>\n";
    }
    yield "</packages>\n</coverage>\n";
}
function classElement(path, file, totals) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return `<class name="${escapeXml(name)}" filename="${escapeXml(path)}" ${rates(totals)} complexity="0">
<methods>${methodElements(file)}</methods>
<lines>
${lineElements(file)}</lines></class>
`;
}
function methodElements({ functions, lines }) {
    return functions.name
        .map((name, at) => {
        const hits = functions.hits[at];
        const line = functions.line[at];
        // The DTD wants a <lines> either way. Readers take a method's lines where the class has none, so there they are
        // left out.
        const ownLine = line === 0 || lines.line.length === 0 ? "" : `<line number="${line}" hits="${hits}" branch="false"/>`;
        const rate = hits > 0 ? "1.0" : "0.0";
        return `<method name="${escapeXml(name)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0"><lines>${ownLine}</lines></method>\n`;
    })
        .join("");
}
function lineElements(file) {
    const branches = new Map(branchesOfLines(file));
    let text = "";
    for (let at = 0; at < file.lines.line.length; at++) {
        const line = file.lines.line[at];
        const ofLine = branches.get(line);
        const attributes = `number="${line}" hits="${file.lines.hits[at]}"`;
        text +=
            ofLine === undefined || ofLine.total === 0
                ? `<line ${attributes} branch="false"/>\n`
                : `<line ${attributes} branch="true" condition-coverage="${Math.floor((ofLine.covered * 100) / ofLine.total)}% (${ofLine.covered}/${ofLine.total})"/>\n`;
    }
    return text;
}
function rates({ lines, branches }) {
    return `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
}
/** Six decimals, cut; 0 if there is nothing, as the Cobertura tool writes it. */
function rate({ covered, total }) {
    return total === 0
        ? "0"
        : covered === total
            ? "1"
            : (Math.floor((covered / total) * 1_000_000) / 1_000_000).toFixed(6);
}
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash === -1 ? "" : path.slice(0, slash);
}
/** XML 1.0 cannot hold most control characters in any form; they become U+FFFD. */
function escapeXml(text) {
    return text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
        .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/writers/lcov.js


/**
 * A report as an LCOV tracefile, in pieces of one file each, files in alphabetical order. Branches known only by their
 * number are written as that many branches of block 0, the covered ones first. A file without line detail keeps its
 * declared LF and LH.
 */
function* writeLcov(report) {
    for (const path of [...report.files.keys()].sort()) {
        const file = report.files.get(path);
        yield [
            `SF:${oneLine(path)}`,
            ...functionRecords(file),
            ...branchRecords(file),
            ...lineRecords(file),
            "end_of_record\n",
        ].join("\n");
    }
}
function lineRecords({ lines, declared }) {
    if (lines.line.length === 0) {
        return declared?.lines === undefined ? [] : [`LF:${declared.lines.total}`, `LH:${declared.lines.covered}`];
    }
    const records = [];
    let hit = 0;
    for (let at = 0; at < lines.line.length; at++) {
        records.push(`DA:${lines.line[at]},${lines.hits[at]}`);
        if (lines.hits[at] > 0)
            hit++;
    }
    records.push(`LF:${records.length}`, `LH:${hit}`);
    return records;
}
function functionRecords({ functions }) {
    const count = functions.name.length;
    if (count === 0)
        return [];
    const records = [];
    for (let at = 0; at < count; at++) {
        // FNDA names its function without a line: directly after its FN it cannot be taken for a namesake's.
        const name = oneLine(functions.name[at]).trim() || "(anonymous)";
        records.push(`FN:${functions.line[at]},${name}`, `FNDA:${functions.hits[at]},${name}`);
    }
    const hit = functions.hits.reduce((sum, hits) => sum + (hits > 0 ? 1 : 0), 0);
    records.push(`FNF:${count}`, `FNH:${hit}`);
    return records;
}
function branchRecords(file) {
    if (file.branchCounts.line.length > 0)
        return mixedBranchRecords(file);
    const { branches } = file;
    const records = [];
    let hit = 0;
    for (let at = 0; at < branches.line.length; at++) {
        const taken = branches.taken[at];
        if (taken > 0)
            hit++;
        const block = identity(branches, branches.block[at]);
        records.push(`BRDA:${branches.line[at]},${block},${identity(branches, branches.branch[at])},${taken}`);
    }
    return withBranchTotals(records, hit);
}
function withBranchTotals(records, hit) {
    if (records.length > 0)
        records.push(`BRF:${records.length}`, `BRH:${hit}`);
    return records;
}
/** Lines known both by identities and by number get the larger number, as `branchesOfLines` counts them. */
function mixedBranchRecords(file) {
    const { branches } = file;
    const records = [];
    let hit = 0;
    let at = 0;
    for (const [line, { covered, total }] of branchesOfLines(file)) {
        const known = [];
        for (; branches.line[at] === line; at++) {
            const name = `${identity(branches, branches.block[at])},${identity(branches, branches.branch[at])}`;
            known.push({ block: branches.block[at], name, taken: branches.taken[at] });
        }
        const block = known.reduce((next, each) => (each.block < model/* NAMED_BRANCH */.j4 ? Math.max(next, each.block + 1) : next), 0);
        for (let branch = 0; known.length < total; branch++)
            known.push({ block, name: `${block},${branch}`, taken: 0 });
        // Branches that are known only by number take what is missing first.
        let missing = covered - known.filter(({ taken }) => taken > 0).length;
        const unnamed = known.filter((each) => each.block === block);
        for (const each of [...unnamed, ...known]) {
            if (missing > 0 && each.taken === 0) {
                each.taken = 1;
                missing--;
            }
        }
        hit += covered;
        for (const { name, taken } of known)
            records.push(`BRDA:${line},${name},${taken}`);
    }
    return withBranchTotals(records, hit);
}
function identity(branches, id) {
    return id < model/* NAMED_BRANCH */.j4 ? String(id) : oneLine(branches.names[id - model/* NAMED_BRANCH */.j4]);
}
/** LCOV cannot express a line break: in a name it would begin a new record. */
function oneLine(text) {
    return text.replace(/[\r\n]/g, "\ufffd");
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/outputs/merged-reports.js


/** The merged report for other tools: GitHub's own code coverage, editors, a second gate. */
function mergedReports({ report, measuredAt }) {
    return [
        { name: "cobertura.xml", content: writeCobertura(report, measuredAt), output: "cobertura-file" },
        { name: "lcov.info", content: writeLcov(report), output: "lcov-file" },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/conclude.js



/** What other steps and later runs need of the merged report: files in two formats, and the baseline. */
async function conclude(inputs, facts, io) {
    if (facts.kind !== "measured")
        return;
    (0,publish.publishFiles)(mergedReports(facts), io);
    await saveBaseline(inputs, facts.report, io);
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/line-map.js
/**
 * Where a line of the base is in the head: its number there, or undefined if the change removed or edited it.
 *
 * @param hunks of one file, ascending, from a diff without context lines (`-U0`).
 */
function lineMap(hunks) {
    if (hunks.length === 0)
        return (line) => line;
    /** The lines after each hunk are moved by this much. */
    const shifts = [];
    let shift = 0;
    for (const hunk of hunks) {
        shift += hunk.newCount - hunk.oldCount;
        // A hunk that removes nothing comes after its oldStart.
        const removedFrom = hunk.oldCount === 0 ? hunk.oldStart + 1 : hunk.oldStart;
        shifts.push({ removedFrom, next: removedFrom + hunk.oldCount, shift });
    }
    return (line) => {
        let low = 0;
        let high = shifts.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (shifts[middle].removedFrom <= line)
                low = middle + 1;
            else
                high = middle;
        }
        const before = shifts[low - 1];
        if (before === undefined)
            return line;
        return line < before.next ? undefined : line + before.shift;
    };
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/ranges.js
/** Whether sorted, disjoint ranges hold a line. O(log n). */
function rangesContain(ranges, line) {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = ranges[middle];
        if (line < first)
            high = middle - 1;
        else if (line > last)
            low = middle + 1;
        else
            return true;
    }
    return false;
}
/** How many lines ranges hold. */
function rangesLength(ranges) {
    return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
/**
 * Lines as ranges for people: two lines of the list share a range when at most `maxGap` unmeasured lines (blanks,
 * comments, braces) and no measured one lie between them.
 *
 * @param lines ascending; @param measured all measured lines of the file, ascending.
 */
function rangesOverUnmeasured(lines, measured, maxGap = 3) {
    const ranges = [];
    let at = 0;
    for (const line of lines) {
        const last = ranges.at(-1);
        while (at < measured.length && measured[at] < line)
            at++;
        const measuredBetween = last !== undefined && at > 0 && measured[at - 1] > last[1];
        if (last !== undefined && !measuredBetween && line - last[1] - 1 <= maxGap)
            last[1] = line;
        else
            ranges.push([line, line]);
    }
    return ranges;
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/movement.js



/** @param diff the whole change from the base's commit to the head's. */
function movement(base, head, diff) {
    const tally = new Tally();
    const indirect = [];
    const changes = new Map(diff.map((change) => [change.path, change]));
    const seen = new Set();
    for (const [path, file] of head.files) {
        const change = changes.get(path);
        const isNew = change?.status === "added" || change?.status === "copied";
        const basePath = change?.status === "renamed" ? (change.oldPath ?? path) : path;
        // A file of the base is compared once, even if a stale report holds both names of a renamed file.
        const before = isNew || seen.has(basePath) ? undefined : base.files.get(basePath);
        if (before === undefined) {
            tally.addFile(path, isNew ? "added" : "joined", file);
            continue;
        }
        seen.add(basePath);
        const flipped = compareFile(tally, path, before, file, change);
        if (flipped !== undefined)
            indirect.push(flipped);
    }
    const deleted = new Set(diff.filter((change) => change.status === "deleted").map((change) => change.path));
    for (const [path, file] of base.files) {
        if (!seen.has(path))
            tally.removeFile(path, deleted.has(path) ? "removed" : "left", file);
    }
    indirect.sort((a, b) => movement_linesOf(b) - movement_linesOf(a) || b.newlyCovered - a.newlyCovered || (a.path < b.path ? -1 : 1));
    return { parts: tally.parts(), indirect };
}
function compareFile(tally, path, before, after, change) {
    if (!comparable(before, after)) {
        tally.removeFile(path, "remeasured", before);
        tally.addFile(path, "remeasured", after);
        return undefined;
    }
    const comparison = new FileComparison(tally, path, change);
    if (before.blocks !== undefined && after.blocks !== undefined)
        comparison.compareBlocks(before.blocks, after.blocks);
    else
        comparison.compareLines(before.lines, after.lines);
    if (comparison.newlyCovered === 0 && comparison.lost.size === 0)
        return undefined;
    return {
        path,
        newlyCovered: comparison.newlyCovered,
        noLongerCovered: rangesOverUnmeasured([...comparison.lost], after.lines.line),
    };
}
/** Compares what one file counts in the base with what it counts in the head. */
class FileComparison {
    newlyCovered = 0;
    /** Untouched lines of the head that were covered before, ascending as the tables do. */
    lost = new Set();
    #tally;
    #path;
    #added;
    #toHead;
    constructor(tally, path, change) {
        this.#tally = tally;
        this.#path = path;
        this.#added = change?.added ?? [];
        this.#toHead = lineMap(change?.hunks ?? []);
    }
    /** Both tables ascend and the map keeps the order, so one walk over both is enough. */
    compareLines(before, after) {
        let next = 0;
        for (let at = 0; at < before.line.length; at++) {
            const line = this.#toHead(before.line[at]);
            const wasHit = before.hits[at] > 0;
            if (line === undefined) {
                this.#gone("removed", 1, wasHit);
                continue;
            }
            for (; next < after.line.length && after.line[next] < line; next++) {
                this.#arrived(after.line[next], after.line[next], 1, after.hits[next] > 0);
            }
            if (after.line[next] === line) {
                this.#stayed(line, line, 1, wasHit, after.hits[next] > 0);
                next++;
            }
            else
                this.#gone("remeasured", 1, wasHit);
        }
        for (; next < after.line.length; next++) {
            this.#arrived(after.line[next], after.line[next], 1, after.hits[next] > 0);
        }
    }
    compareBlocks(before, after) {
        const rest = new Map();
        for (let at = 0; at < after.startLine.length; at++) {
            rest.set(`${after.startLine[at]}.${after.startColumn[at]},${after.endLine[at]}.${after.endColumn[at]}`, at);
        }
        for (let at = 0; at < before.startLine.length; at++) {
            const first = this.#toHead(before.startLine[at]);
            const last = this.#toHead(before.endLine[at]);
            const weight = before.statements[at];
            const wasHit = before.hits[at] > 0;
            const key = `${first}.${before.startColumn[at]},${last}.${before.endColumn[at]}`;
            const now = rest.get(key);
            if (first === undefined || last === undefined)
                this.#gone("removed", weight, wasHit);
            else if (now === undefined || after.statements[now] !== weight)
                this.#gone("remeasured", weight, wasHit);
            else {
                rest.delete(key);
                this.#stayed(first, last, weight, wasHit, after.hits[now] > 0);
            }
        }
        for (const at of rest.values()) {
            this.#arrived(after.startLine[at], after.endLine[at], after.statements[at], after.hits[at] > 0);
        }
    }
    #gone(cause, weight, wasHit) {
        this.#tally.add(cause, this.#path, wasHit ? -weight : 0, -weight);
    }
    #arrived(first, last, weight, isHit) {
        this.#tally.add(touches(this.#added, first, last) ? "added" : "remeasured", this.#path, isHit ? weight : 0, weight);
    }
    #stayed(first, last, weight, wasHit, isHit) {
        if (wasHit === isHit)
            return;
        if (isHit) {
            this.newlyCovered += weight;
            this.#tally.add("newly-covered", this.#path, weight, 0);
        }
        else {
            for (let line = first; line <= last; line++)
                this.lost.add(line);
            this.#tally.add("no-longer-covered", this.#path, -weight, 0);
        }
    }
}
/** Files known only by their totals, or once by lines and once by statements, have no units to compare. */
function comparable(a, b) {
    return (a.blocks === undefined) === (b.blocks === undefined) && a.lines.line.length > 0 && b.lines.line.length > 0;
}
function touches(added, first, last) {
    for (let line = first; line <= last; line++)
        if (rangesContain(added, line))
            return true;
    return false;
}
function movement_linesOf(change) {
    return change.noLongerCovered.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
const CAUSES = [
    "added",
    "removed",
    "no-longer-covered",
    "newly-covered",
    "joined",
    "left",
    "remeasured",
];
class Tally {
    #parts = new Map();
    add(cause, path, covered, total) {
        let part = this.#parts.get(cause);
        if (part === undefined) {
            part = { covered: 0, total: 0, files: new Set() };
            this.#parts.set(cause, part);
        }
        part.covered += covered;
        part.total += total;
        part.files.add(path);
    }
    addFile(path, cause, file) {
        const { covered, total } = fileTotals(file, "lines").lines;
        if (total > 0)
            this.add(cause, path, covered, total);
    }
    removeFile(path, cause, file) {
        const { covered, total } = fileTotals(file, "lines").lines;
        if (total > 0)
            this.add(cause, path, -covered, -total);
    }
    parts() {
        return CAUSES.flatMap((cause) => {
            const part = this.#parts.get(cause);
            if (part === undefined || (part.covered === 0 && part.total === 0))
                return [];
            return [{ cause, covered: part.covered, total: part.total, files: part.files.size }];
        });
    }
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/patch.js


/**
 * Only `+` lines that a report measured count, as Codecov and diff-cover do: blank lines, comments and unmeasured files
 * are neither covered nor missed. A covered line with an untaken branch is covered; its branches are counted
 * separately.
 */
function patchCoverage(report, diff) {
    const files = diff
        .flatMap((change) => {
        const file = report.files.get(change.path);
        return file === undefined || change.added.length === 0 ? [] : [filePatch(file, change.added)];
    })
        .filter((file) => file.lines.total > 0)
        .sort((a, b) => missed(b.lines) - missed(a.lines) || (a.path < b.path ? -1 : 1));
    return { lines: sum(files.map((file) => file.lines)), branches: sum(files.map((file) => file.branches)), files };
}
function filePatch(file, added) {
    const missing = [];
    const covered = [];
    const { line, hits } = file.lines;
    for (let at = 0; at < line.length; at++) {
        if (rangesContain(added, line[at]))
            (hits[at] > 0 ? covered : missing).push(line[at]);
    }
    const partial = [];
    let branchesCovered = 0;
    let branchesTotal = 0;
    const coveredLines = new Set(covered);
    for (const [number, branches] of branchesOfLines(file)) {
        if (!rangesContain(added, number))
            continue;
        branchesCovered += branches.covered;
        branchesTotal += branches.total;
        if (branches.covered < branches.total && coveredLines.has(number))
            partial.push(number);
    }
    return {
        path: file.path,
        lines: { covered: covered.length, total: covered.length + missing.length },
        branches: { covered: branchesCovered, total: branchesTotal },
        missing: rangesOverUnmeasured(missing, line),
        partial: rangesOverUnmeasured(partial, line),
    };
}
function missed(ratio) {
    return ratio.total - ratio.covered;
}
function sum(ratios) {
    return ratios.reduce((a, b) => ({ covered: a.covered + b.covered, total: a.total + b.total }), {
        covered: 0,
        total: 0,
    });
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/rust-symbol.js
/**
 * The short name of a Rust function from its mangled symbol (RFC 2603, "v0"), which is what `rustc -C
 * instrument-coverage` writes into LCOV: `_RNvMNtCs6xxl_1a6parserNtB2_6Parser5parse` is `Parser::parse`. A closure has
 * the name of the function around it; generic arguments, modules and crates are left out.
 *
 * @returns undefined for anything that is not such a symbol, or that has parts which no function of ordinary code has.
 */
function rustFunctionName(symbol) {
    if (!symbol.startsWith("_R"))
        return undefined;
    const reader = new SymbolReader(symbol.slice(2));
    try {
        return reader.path().name;
    }
    catch (error) {
        if (error instanceof UnreadableSymbol)
            return undefined;
        throw error;
    }
}
class UnreadableSymbol extends Error {
}
/** A back reference costs a few bytes and repeats much: the work is limited, not the length. */
const MAX_STEPS = 2000;
/** Reads the grammar of RFC 2603. Positions of back references count from the byte behind `_R`. */
class SymbolReader {
    #text;
    #at = 0;
    #steps = 0;
    constructor(text) {
        this.#text = text;
    }
    path() {
        switch (this.#next()) {
            case "C":
                return { name: this.#identifier(), isImplementation: false };
            case "M":
                this.#implementationPath();
                return { name: this.#type(), isImplementation: true };
            case "X": {
                this.#implementationPath();
                const name = this.#type();
                this.path();
                return { name, isImplementation: true };
            }
            case "Y": {
                const name = this.#type();
                this.path();
                return { name, isImplementation: true };
            }
            case "N":
                return this.#nestedPath();
            case "I": {
                const path = this.path();
                while (!this.#skip("E"))
                    this.#genericArgument();
                return path;
            }
            case "B":
                return this.#backReference(() => this.path());
            default:
                throw new UnreadableSymbol();
        }
    }
    /** Namespaces in capital letters are compiler-made: closures (`C`) and shims (`S`). */
    #nestedPath() {
        const isCompilerMade = /[A-Z]/.test(this.#next());
        const parent = this.path();
        const identifier = this.#identifier();
        if (isCompilerMade)
            return parent;
        const owner = parent.isImplementation ? parent.name : undefined;
        return { name: owner === undefined ? identifier : `${owner}::${identifier}`, isImplementation: false };
    }
    #implementationPath() {
        if (this.#skip("s"))
            this.#base62();
        this.path();
    }
    /** @returns the last name of a path; other types have none. */
    #type() {
        const tag = this.#next();
        if (/[a-z]/.test(tag))
            return undefined;
        switch (tag) {
            case "R":
            case "Q":
                if (this.#skip("L"))
                    this.#base62();
                return this.#type();
            case "P":
            case "O":
            case "S":
                this.#type();
                return undefined;
            case "A":
                this.#type();
                this.#constant();
                return undefined;
            case "T":
                while (!this.#skip("E"))
                    this.#type();
                return undefined;
            case "F":
                this.#functionSignature();
                return undefined;
            case "D":
                this.#traitObject();
                return undefined;
            case "B":
                return this.#backReference(() => this.#type());
            default:
                this.#at--;
                return this.path().name;
        }
    }
    #functionSignature() {
        if (this.#skip("G"))
            this.#base62();
        this.#skip("U");
        if (this.#skip("K") && !this.#skip("C"))
            this.#identifier();
        while (!this.#skip("E"))
            this.#type();
        this.#type();
    }
    #traitObject() {
        if (this.#skip("G"))
            this.#base62();
        while (!this.#skip("E")) {
            this.path();
            while (this.#skip("p")) {
                this.#identifier();
                this.#type();
            }
        }
        if (this.#skip("L"))
            this.#base62();
    }
    #genericArgument() {
        if (this.#skip("L"))
            this.#base62();
        else if (this.#skip("K"))
            this.#constant();
        else
            this.#type();
    }
    /** Only constants that are numbers, `bool` or `char`, or `p` for one that is not told. */
    #constant() {
        if (this.#skip("B")) {
            this.#base62();
            return;
        }
        if (this.#skip("p"))
            return;
        if (!/[a-z]/.test(this.#next()))
            throw new UnreadableSymbol();
        this.#skip("n");
        while (!this.#skip("_"))
            if (!/[0-9a-f]/.test(this.#next()))
                throw new UnreadableSymbol();
    }
    #identifier() {
        if (this.#skip("s"))
            this.#base62();
        // Punycode.
        if (this.#skip("u"))
            throw new UnreadableSymbol();
        const length = /^(?:0|[1-9]\d{0,3})/.exec(this.#text.slice(this.#at, this.#at + 4))?.[0];
        if (length === undefined)
            throw new UnreadableSymbol();
        this.#at += length.length;
        this.#skip("_");
        const end = this.#at + Number(length);
        if (end > this.#text.length)
            throw new UnreadableSymbol();
        const identifier = this.#text.slice(this.#at, end);
        this.#at = end;
        return identifier;
    }
    #backReference(read) {
        const start = this.#at - 1;
        const target = this.#base62();
        if (target >= start)
            throw new UnreadableSymbol();
        const after = this.#at;
        this.#at = target;
        const result = read();
        this.#at = after;
        return result;
    }
    /** `_` is 0, and the digits before it are one less than the number. */
    #base62() {
        if (this.#skip("_"))
            return 0;
        let value = 0;
        while (!this.#skip("_")) {
            const digit = BASE_62.indexOf(this.#next());
            if (digit === -1)
                throw new UnreadableSymbol();
            value = value * 62 + digit;
        }
        return value + 1;
    }
    #skip(character) {
        if (this.#text[this.#at] !== character)
            return false;
        this.#at++;
        return true;
    }
    #next() {
        const character = this.#text[this.#at];
        if (character === undefined || this.#steps++ > MAX_STEPS)
            throw new UnreadableSymbol();
        this.#at++;
        return character;
    }
}
const BASE_62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/function-name.js

/** A longer name says less than none in a table. */
const MAX_CHARACTERS = 60;
/**
 * A function's name as people write it: without parameters, return type or mangling. Reports spell names as their tools
 * do: Rust's and C++'s symbols, JaCoCo's `Parser.parse(Ljava/lang/String;)V`, OpenCover's `System.Void
 * Demo.Parser::Parse(System.String)`.
 *
 * @returns undefined when the name says nothing to people: an anonymous function, a symbol that cannot be read, a name
 * without end.
 */
function functionName(written) {
    // LLVM puts the compilation unit before the symbol of a local function.
    const symbol = written.replace(/^[^\s(]*:(?=_[RZ])/, "");
    const name = /^_R/.test(symbol)
        ? rustFunctionName(symbol)
        : /^_Z/.test(symbol)
            ? itaniumFunctionName(symbol)
            : withoutSignature(symbol);
    return name === undefined || name === "" || name.length > MAX_CHARACTERS ? undefined : name;
}
/**
 * `_ZN3foo3barEv` is `foo::bar`, `_Z3fooi` is `foo`; templates and operators stay unread. Rust's older symbols have the
 * same form, with a hash at the end: `_ZN4demo5parse17h0123456789abcdefE`.
 */
function itaniumFunctionName(symbol) {
    const nested = /^_ZN[KVRO]*/.exec(symbol);
    const identifiers = [];
    let at = nested === null ? 2 : nested[0].length;
    for (let digits = /^[1-9]\d{0,3}/.exec(symbol.slice(at)); digits !== null;) {
        const start = at + digits[0].length;
        at = start + Number(digits[0]);
        if (at > symbol.length)
            return undefined;
        identifiers.push(symbol.slice(start, at));
        digits = nested === null ? null : /^[1-9]\d{0,3}/.exec(symbol.slice(at));
    }
    if (identifiers.length === 0 || symbol[at] === "I" || (nested !== null && symbol[at] !== "E"))
        return undefined;
    if (/^h[0-9a-f]{16}$/.test(identifiers.at(-1)))
        identifiers.pop();
    const readable = identifiers.filter((identifier) => !identifier.includes("$"));
    return readable.slice(-2).join("::");
}
function withoutSignature(name) {
    if (/^\(anonymous/.test(name))
        return undefined;
    const [beforeParameters = ""] = name.split(/(?<=[^\s(])\(/);
    // The return type, which only .NET's tools write before a name of this form.
    return beforeParameters.replace(/^\S+ (?=\S+::\S+$)/, "");
}

;// CONCATENATED MODULE: ./build/js/packages/coverage/src/enclosing-functions.js

/**
 * The functions that ranges start in, ascending by line: of each range the nearest one that begins at or above its
 * first line, as in git's hunk headers, since reports do not say where a function ends. A range whose nearest function
 * has no readable name is in none.
 *
 * @param ranges in any order.
 */
function enclosingFunctions(functions, ranges) {
    const found = new Map();
    for (const range of ranges) {
        const line = lastStart(functions.line, range[0]);
        if (line !== undefined)
            found.set(line, [...(found.get(line) ?? []), range]);
    }
    return [...found]
        .sort(([a], [b]) => a - b)
        .flatMap(([line, inside]) => {
        const name = nameAt(functions, line);
        return name === undefined ? [] : [{ name, line, ranges: inside.sort(([a], [b]) => a - b) }];
    });
}
/**
 * The greatest line up to a line; line 0 is a function whose place the report does not tell. @param lines ascending.
 * O(log n).
 */
function lastStart(lines, line) {
    let low = 0;
    let high = lines.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (lines[middle] <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return lines[low - 1] || undefined;
}
/** Instances of generic code share a line: the first one that has a readable name speaks for all. */
function nameAt({ line, name }, start) {
    for (let at = line.indexOf(start); line[at] === start; at++) {
        const readable = functionName(name[at]);
        if (readable !== undefined)
            return readable;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/numbers/patch-files.js

/** Changed files, each with the functions that its uncovered ranges start in, where the report names functions. */
function patchFiles(report, files) {
    return files.map((file) => {
        const table = report.files.get(file.path)?.functions;
        const functions = table === undefined ? [] : enclosingFunctions(table, [...file.missing, ...file.partial]);
        return functions.length === 0 ? file : { ...file, functions };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/judge-ratio.js

/**
 * Holds a ratio of something (not of nothing) against its minimum, in exact integers.
 *
 * @param noun what is counted, at the start of a sentence: `Lines`, `api: changed lines`.
 * @param minimum in percent.
 */
function judgeRatio(noun, ratio, minimum) {
    const percent = (0,src_ratio/* percentBeside */.EX)(ratio, minimum);
    const numbers = `${noun}: ${ratio.covered} of ${ratio.total} covered (${percent} %), ${minimum.text} % needed`;
    if ((0,src_ratio/* meets */.D)(ratio, minimum))
        return { verdict: "pass", measured: ratio, sentence: `${numbers}.` };
    const missing = (0,src_ratio/* shortfall */.SE)(ratio, minimum);
    return { verdict: "fail", measured: ratio, sentence: `${numbers}: ${missing} more to cover.` };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/unjudged.js
var unjudged = __webpack_require__(2017);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/unjudged-gate.js

/**
 * A gate that has nothing to be judged by. It fails, unless the workflow allows that.
 *
 * @param noun at the start of the sentence: `Changed lines`. @param reason half a sentence.
 * @param allowance the input that decides; left out where none may.
 */
function unjudgedGate(noun, reason, cause, allowance) {
    const rule = (0,unjudged.unjudged)(cause, allowance);
    return {
        verdict: rule.allowed ? "skipped" : "fail",
        unjudged: rule,
        sentence: `${noun}: not judged, because ${reason}${(0,unjudged.allowanceWords)(rule)}.`,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/patch.js


const NOUNS = { patch: "Changed lines", "patch-branch": "Changed branches" };
/**
 * `min-patch-coverage`, `min-patch-branch-coverage`, and the same minimum of a component. A change without a measured
 * line is not judged, which is no failure: documentation has no coverage. Without a base nobody knows whether there is
 * one, and without reports that measure branches no changed branch could be seen.
 */
function patchGate(kind, changed, { minimum, patchLines, onMissingBase, measuresBranches = true }, component) {
    if (minimum === undefined)
        return undefined;
    const noun = component === undefined ? NOUNS[kind] : `${component}: ${NOUNS[kind].toLowerCase()}`;
    const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text };
    const { lines, branches, reason = "nothing was compared" } = changed;
    if (lines === undefined || branches === undefined) {
        if (changed.cause === "no-change")
            return { ...gate, verdict: "skipped", sentence: `${noun}: not judged, because ${reason}.` };
        const allowance = { input: "on-missing-base", value: onMissingBase };
        return { ...gate, ...unjudgedGate(noun, reason, "no-base", allowance) };
    }
    const measured = kind === "patch" ? lines : branches;
    if (kind === "patch-branch" && !measuresBranches && lines.total > 0)
        return { ...gate, measured, ...unjudgedGate(noun, "no report measures branches", "nothing-measured") };
    const why = whyNotJudged(measured, lines, patchLines);
    if (why === undefined)
        return { ...gate, ...judgeRatio(noun, measured, minimum) };
    return { ...gate, verdict: "skipped", measured, sentence: `${noun}: not judged, because ${why}.` };
}
function whyNotJudged(measured, lines, patchLines) {
    if (measured.total === 0)
        return "no report measures any";
    if (lines.total < patchLines) {
        const verb = lines.total === 1 ? "line is" : "lines are";
        return `${lines.total} measured ${verb} fewer than the ${patchLines} of \`min-patch-lines\``;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/total.js


const total_NOUNS = { line: "Lines", branch: "Branches", function: "Functions" };
/**
 * `min-coverage`, `min-branch-coverage`, `min-function-coverage`, and the same minimums of a component. A minimum for
 * something that no report measures cannot be judged, and nothing judged is never green.
 *
 * @param minimum in percent; undefined = no gate.
 */
function totalGate(kind, ratio, minimum, component) {
    if (minimum === undefined)
        return undefined;
    const noun = component === undefined ? total_NOUNS[kind] : `${component}: ${total_NOUNS[kind].toLowerCase()}`;
    const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text };
    if (ratio.total > 0)
        return { ...gate, ...judgeRatio(noun, ratio, minimum) };
    const reason = `no report measures any, and the gate asks for ${minimum.text} %`;
    return { ...gate, measured: ratio, ...unjudgedGate(noun, reason, "nothing-measured") };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/component.js






/**
 * `components`: the files that a component's globs match, judged by its own minimums.
 *
 * @param rules `min-patch-lines` and `on-missing-base`, which count for components, too.
 * @throws UserError when no measured file matches: a gate on nothing must not be green.
 */
function judgeComponent({ name, globs, minimums }, { report, baseReport, change }, rules) {
    const { mode } = rules;
    const belongs = (0,src_globs/* pathFilter */.Y)(globs);
    const totalOf = ({ files }) => sumTotals([...files.values()].filter((file) => belongs(file.path)).map((file) => fileTotals(file, mode)));
    const total = totalOf(report);
    if (total.lines.total === 0) {
        const paths = globs.map((glob) => `\`${glob}\``).join(", ");
        throw new user_error/* UserError */.y(`component \`${name}\` matches no measured file; its paths are ${paths}`);
    }
    const changed = change.state === "none"
        ? change
        : patchCoverage(report, change.diff.filter((file) => belongs(file.path)));
    return {
        component: {
            name,
            total,
            ...(baseReport !== undefined && { base: totalOf(baseReport) }),
            ...(changed.lines !== undefined && { patch: changed.lines }),
        },
        gates: [
            totalGate("line", total.lines, minimums.line, name),
            totalGate("branch", total.branches, minimums.branch, name),
            totalGate("function", total.functions, minimums.function, name),
            patchGate("patch", changed, { ...rules, minimum: minimums.patch }, name),
        ],
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/points.js

/**
 * Percentage points for a sentence about a tolerance: as many decimals as the tolerance has, two at the least. Rounded
 * down on that grid, a loss never looks smaller than it is, and one that is allowed never looks larger than what is
 * allowed.
 */
function pointsBeside(points, tolerance) {
    return (0,src_ratio/* formatPoints */.Xf)(points, Math.max(2, tolerance.denominator.toString().length - 1));
}
/** The same of what was lost: `-5.19` gained is `5.19` lost, `+1.20` gained is `-1.20` lost. */
function pointsLostBeside(points, tolerance) {
    const gained = pointsBeside(points, tolerance);
    return gained.startsWith("-") ? gained.slice(1) : gained.replace("+", "-");
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/decrease.js



/**
 * `max-decrease`: against the baseline and, where that fails, against the baseline without the lines that this change
 * removes or edits. Deleting covered code is no loss.
 */
function decreaseGate({ now, before, about, change, movement }, rules) {
    const { allowed } = rules;
    if (allowed === undefined)
        return undefined;
    const gate = { kind: "decrease", threshold: allowed.text };
    if (before === undefined || before.total === 0) {
        if (change?.cause === "no-change")
            return { ...gate, verdict: "skipped", sentence: `Decrease: not judged, because ${change.reason}.` };
        const [cause, allowance, reason] = obstacle(about, change?.reason, rules);
        return { ...gate, ...unjudgedGate("Decrease", reason, cause, allowance) };
    }
    return { ...gate, ...judgeDecrease(now, before, movement, allowed) };
}
/** Two ratios of something, in exact fractions. @param movement from `before` to `now`, where it is known. */
function judgeDecrease(now, before, movement, allowed) {
    const points = (0,src_ratio/* pointsBetween */.EE)(before, now);
    const arithmetic = `${fraction(before)} before, ${fraction(now)} now: ${pointsBeside(points, allowed)} points`;
    const limit = `the gate allows a loss of ${allowed.text}`;
    if ((0,src_ratio/* withinDecrease */.aH)(points, allowed))
        return { verdict: "pass", measured: now, base: before, sentence: `Decrease: ${arithmetic}; ${limit}.` };
    const kept = withoutRemovedLines(before, movement);
    if (kept === undefined)
        return { verdict: "fail", measured: now, base: before, sentence: `Decrease: ${arithmetic}; ${limit}.` };
    const keptPoints = (0,src_ratio/* pointsBetween */.EE)(kept, now);
    const without = `without the ${before.total - kept.total} measured lines that this change removes or edits it was ${fraction(kept)}: ${pointsBeside(keptPoints, allowed)} points`;
    if ((0,src_ratio/* withinDecrease */.aH)(keptPoints, allowed)) {
        const sentence = `Decrease: ${arithmetic}, but ${without}; ${limit}.`;
        return { verdict: "pass", measured: now, base: kept, sentence };
    }
    const sentence = `Decrease: ${arithmetic}, and ${without}; ${limit}.`;
    return { verdict: "fail", measured: now, base: before, sentence };
}
/** What is missing of a baseline, the input that decides, and the reason in half a sentence. */
function obstacle(about, noBase, { onMissingBase, onMissingBaseline, onUnreadableBaseline }) {
    if (about.state === "unavailable" || about.state === "unreadable") {
        const allowance = { input: "on-unreadable-baseline", value: onUnreadableBaseline };
        return [`baseline-${about.state}`, allowance, about.reason];
    }
    if (noBase !== undefined)
        return ["no-base", { input: "on-missing-base", value: onMissingBase }, noBase];
    const why = about.state === "missing" || about.state === "off" ? about.reason : "it measured nothing";
    const allowance = { input: "on-missing-baseline", value: onMissingBaseline };
    return ["no-baseline", allowance, `there is no baseline (${why})`];
}
/** Undefined when the change removes no measured line, or all of them. */
function withoutRemovedLines(before, movement) {
    const removed = movement?.parts.find((part) => part.cause === "removed");
    if (removed === undefined)
        return undefined;
    const kept = { covered: before.covered + removed.covered, total: before.total + removed.total };
    return kept.total > 0 ? kept : undefined;
}
function fraction(ratio) {
    return `${ratio.covered}/${ratio.total} = ${(0,src_ratio/* floorPercent */.As)(ratio)} %`;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/measured.js


/**
 * `require-measured`: source files that the change adds or edits must be in a report. Catches code that no test run
 * even loads.
 *
 * @returns the gate, the files that are in no report, by path, and a warning for each glob that matches nothing known:
 * a mistyped one would let everything pass.
 */
function measuredGate(report, change, { requireMeasured, exclude, onMissingBase }) {
    if (requireMeasured.length === 0)
        return { gate: undefined, unmeasured: [], notes: [] };
    const judged = { kind: "measured", threshold: "0" };
    const notes = idleGlobs(requireMeasured, report, change);
    if (change.state === "none") {
        const sentence = `Changed files: not judged, because ${change.reason}.`;
        const allowance = { input: "on-missing-base", value: onMissingBase };
        const gate = change.cause === "no-change"
            ? { ...judged, verdict: "skipped", sentence }
            : { ...judged, ...unjudgedGate("Changed files", change.reason, "no-base", allowance) };
        return { gate, unmeasured: [], notes };
    }
    const required = (0,src_globs/* pathFilter */.Y)(requireMeasured);
    const excluded = (0,src_globs/* pathFilter */.Y)(exclude);
    const asked = change.diff
        .filter((file) => file.status !== "deleted" && file.added.length > 0)
        .map((file) => file.path)
        .filter((path) => required(path) && !excluded(path));
    const unmeasured = asked.filter((path) => !report.files.has(path)).sort();
    const gate = {
        ...judged,
        measured: { covered: asked.length - unmeasured.length, total: asked.length },
    };
    if (unmeasured.length === 0) {
        const sentence = "Changed files: every one that `require-measured` matches is in a report.";
        return { gate: { ...gate, verdict: "pass", sentence }, unmeasured, notes };
    }
    const verb = unmeasured.length === 1 ? "is" : "are";
    const sentence = `Changed files: ${unmeasured.length} of ${asked.length} that \`require-measured\` matches ${verb} in no report, e.g. ${unmeasured[0]}.`;
    return { gate: { ...gate, verdict: "fail", sentence }, unmeasured, notes };
}
function idleGlobs(globs, report, change) {
    const known = [...report.files.keys(), ...(change.state === "compared" ? change.diff.map(({ path }) => path) : [])];
    return globs
        .filter((glob) => !known.some((0,src_globs/* pathFilter */.Y)([glob])))
        .map((glob) => ({
        level: "warning",
        text: `\`require-measured\`: \`${glob}\` matches no measured file and no changed one; is it spelled right?`,
    }));
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/per-file.js



/**
 * `per-file-min`: every measured file by itself.
 *
 * @param minimum in percent; undefined = no gate.
 * @returns the gate and the files that do not reach the minimum, worst first.
 */
function perFileGate(report, mode, minimum) {
    if (minimum === undefined)
        return { gate: undefined, below: [] };
    const files = [...report.files.values()]
        .map((file) => ({ path: file.path, lines: fileTotals(file, mode).lines }))
        .filter(({ lines }) => lines.total > 0);
    const below = files
        .filter(({ lines }) => !(0,src_ratio/* meets */.D)(lines, minimum))
        .sort((a, b) => compareRatios(a.lines, b.lines) || (a.path < b.path ? -1 : 1));
    const gate = {
        kind: "per-file",
        threshold: minimum.text,
        measured: { covered: files.length - below.length, total: files.length },
    };
    const [worst] = below;
    if (worst === undefined) {
        const sentence = `Files: ${(0,quantity.counted)(files.length, "file")} measured, none below ${minimum.text} %.`;
        return { gate: { ...gate, verdict: "pass", sentence }, below };
    }
    const percent = (0,src_ratio/* percentBeside */.EX)(worst.lines, minimum);
    const verb = below.length === 1 ? "is" : "are";
    const sentence = `Files: ${below.length} of ${files.length} ${verb} below ${minimum.text} %; the lowest is ${worst.path} with ${percent} %.`;
    return { gate: { ...gate, verdict: "fail", sentence }, below };
}
/** Of ratios of something: negative when a is the smaller one. */
function compareRatios(a, b) {
    return a.covered * b.total - b.covered * a.total;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/judge-scope.js










/** Every gate that depends on what counts. @throws UserError when a component matches no measured file. */
function judgeScope({ scope, report, baseReport }, { change, baseline }, rules) {
    const { minimums, onMissingBase } = rules;
    const mode = scope.totals;
    const total = reportTotals(report, mode);
    const base = baseReport && reportTotals(baseReport, mode);
    // What a report merely declares has no lines whose fate could be told.
    const moved = baseReport !== undefined && baseline.diff !== undefined && mode !== "declared"
        ? movement(baseReport, report, baseline.diff)
        : undefined;
    const patch = patchOf(report, change);
    const ofPatch = { patchLines: minimums.patchLines, onMissingBase };
    const measured = measuredGate(report, change, { ...scope, onMissingBase });
    const perFile = perFileGate(report, mode, minimums.perFile);
    const components = scope.components.map((component) => judgeComponent(component, { report, baseReport, change }, { mode, ...ofPatch }));
    const gates = [
        totalGate("line", total.lines, minimums.line),
        totalGate("branch", total.branches, minimums.branch),
        totalGate("function", total.functions, minimums.function),
        patchGate("patch", patch, { ...ofPatch, minimum: minimums.patch }),
        patchGate("patch-branch", patch, {
            ...ofPatch,
            minimum: minimums.patchBranch,
            measuresBranches: total.branches.total > 0,
        }),
        decreaseGate({
            now: total.lines,
            before: base?.lines,
            about: baseline.about,
            change: change.state === "none" ? change : undefined,
            movement: moved,
        }, { ...rules, allowed: minimums.maxDecrease }),
        measured.gate,
        perFile.gate,
        ...components.flatMap((component) => component.gates),
    ].filter((gate) => gate !== undefined);
    return {
        total,
        base,
        patch: { ...patch, unmeasured: measured.unmeasured },
        movement: moved,
        components: components.map(({ component }) => component),
        filesBelowMinimum: perFile.below,
        gates,
        notes: measured.notes,
    };
}
function patchOf(report, change) {
    if (change.state === "none")
        return { reason: change.reason, cause: change.cause, files: [] };
    const { lines, branches, files } = patchCoverage(report, change.diff);
    return { lines, branches, base: change.base, files: patchFiles(report, files) };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/scope-words.js
/** `by the default branch's exclude and totals`. @param quote around each input. */
function scopeWords({ inputs }, quote = "") {
    const names = inputs.map((input) => `${quote}${input}${quote}`);
    const last = names.pop();
    return `by the default branch's ${names.length === 0 ? last : `${names.join(", ")} and ${last}`}`;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/default-scope.js







/**
 * `on-changed-scope`: a change that counts otherwise than the default branch does must hold by that, too. There is no
 * order of such settings of which the stricter could be taken.
 *
 * @param own what the change's own scope says.
 * @returns the gates that do not hold by the default branch's, unless they fail in the same way by the change's own.
 */
function judgeDefaultScope(byDefault, facts, { rules, own }) {
    if (byDefault === undefined)
        return { gates: [], patchFiles: [], notes: [] };
    const { inputs } = byDefault;
    const scope = { inputs, allowed: rules.onChangedScope === "warn" };
    const problems = [];
    const gates = [];
    let patchFiles = [];
    if ("problem" in byDefault)
        problems.push(byDefault.problem);
    else {
        const { measured, unmeasured } = partComponents(byDefault, facts);
        problems.push(...unmeasured.map(({ name }) => `the component \`${name}\` matches no measured file`));
        const { report, baseReport } = byDefault;
        const counted = { scope: { ...byDefault.scope, components: measured }, report, baseReport };
        const judged = judgeScope(counted, facts, rules);
        const amiss = judged.gates.filter(({ verdict, unjudged }) => verdict === "fail" || unjudged !== undefined);
        gates.push(...amiss.filter((gate) => !own.gates.some((each) => (0,external_node_util_.isDeepStrictEqual)(each, gate))));
        const known = new Set(own.patch.files.map(({ path }) => path));
        if (gates.some(({ kind }) => kind === "patch" || kind === "patch-branch"))
            patchFiles = judged.patch.files.filter(({ path }) => !known.has(path));
    }
    const scoped = gates.map((gate) => underScope(gate, scope));
    if (problems.length > 0)
        scoped.unshift(unusableGate(problems.join("; "), scope));
    return { gates: scoped, patchFiles, notes: [changedNote(scope, scoped.length)] };
}
/** A gate that was judged by the default branch's scope. Where it fails, `on-changed-scope` decides. */
function underScope(gate, scope) {
    const { component, verdict, sentence } = gate;
    const isAllowed = verdict === "fail" && scope.allowed;
    const afterNoun = sentence.indexOf(":", component === undefined ? 0 : component.length + 1);
    const allowance = isAllowed ? "; `on-changed-scope: warn` allows it." : ".";
    return {
        ...gate,
        scope,
        verdict: isAllowed ? "skipped" : verdict,
        sentence: `${sentence.slice(0, afterNoun)} ${scopeWords(scope, "`")}${sentence.slice(afterNoun).replace(/\.$/, "")}${allowance}`,
    };
}
/** The default branch's scope cannot be used for this change, so nobody knows whether it holds by that. */
function unusableGate(reason, scope) {
    const allowance = { input: "on-changed-scope", value: scope.allowed ? "warn" : "fail" };
    const noun = `The gates ${scopeWords(scope, "`")}`;
    return { kind: "rules", threshold: "0", scope, ...unjudgedGate(noun, reason, "scope-unusable", allowance) };
}
/**
 * The default branch's components that can be judged, and those that match nothing that is measured. One whose files
 * the change deletes is neither: nothing is left that it could ask for.
 */
function partComponents({ scope, report, baseReport }, { baseline }) {
    const deleted = new Set(baseline.diff?.filter(({ status }) => status === "deleted").map(({ path }) => path));
    const pathsOf = (component, of) => [...(of?.files.values() ?? [])]
        .filter((file) => fileTotals(file, scope.totals).lines.total > 0)
        .map(({ path }) => path)
        .filter((0,src_globs/* pathFilter */.Y)(component.globs));
    const measured = scope.components.filter((component) => pathsOf(component, report).length > 0);
    const unmeasured = scope.components.filter((component) => {
        if (measured.includes(component))
            return false;
        const before = pathsOf(component, baseReport);
        return before.length === 0 || before.some((path) => !deleted.has(path));
    });
    return { measured, unmeasured };
}
function changedNote({ inputs, allowed }, failed) {
    const setting = inputs.map((input) => `\`${input}\``).join(", ");
    const start = `This change sets ${setting} to something else than the default branch does, and is judged by both`;
    if (failed === 0)
        return { level: "warning", text: `${start}.` };
    const fails = `${(0,quantity.counted)(failed, "gate")} ${failed === 1 ? "does" : "do"} not hold by the default branch's`;
    const way = allowed
        ? ", which `on-changed-scope: warn` allows."
        : ". Change the setting first, in a pull request of its own, or set `on-changed-scope: warn` on the default branch.";
    return { level: "warning", text: `${start}: ${fails}${way}` };
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/decimal.js
var decimal = __webpack_require__(4127);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/enforce.js

/** Each input that holds a number, its key in `Minimums`, and whether a smaller number is the stricter one. */
const ORDERED = [
    ["min-coverage", "line", false],
    ["min-branch-coverage", "branch", false],
    ["min-function-coverage", "function", false],
    ["min-patch-coverage", "patch", false],
    ["min-patch-branch-coverage", "patchBranch", false],
    ["per-file-min", "perFile", false],
    ["max-decrease", "maxDecrease", true],
];
/** Each input that holds a word, its strict word, its lax word, and the word that an empty input stands for. */
const WORDS = [
    ["on-missing-base", "fail", "warn", "fail"],
    ["on-missing-baseline", "fail", "warn", "warn"],
    ["on-unreadable-baseline", "fail", "warn", "fail"],
    ["on-stale-report", "fail", "warn", "fail"],
    ["on-changed-scope", "fail", "warn", "fail"],
    ["fail-on", "gate", "never", "gate"],
];
/** Not what counts, but where a change finds what its own tests wrote: that can change with them. */
const SHOWN = ["files"];
/**
 * A pull request cannot weaken its own gate: of the rules that it asks for and those that the default branch was judged
 * by, the stricter ones count.
 *
 * @param before the gate's inputs as they were kept with the baseline, by name; an input that did not exist then is
 * absent.
 */
function enforceBaseline(inputs, before) {
    const minimums = { ...inputs.minimums };
    const lowered = [];
    for (const [input, key, smallerIsStricter] of ORDERED) {
        const was = (0,decimal/* parseDecimal */.$)((before[input] ?? "").replace(/\s*(?:%|pp|points?)$/, ""));
        if (was === undefined)
            continue;
        const now = minimums[key];
        const difference = now === undefined ? -1 : (0,decimal/* compareDecimals */.Y)(now, was) * (smallerIsStricter ? -1 : 1);
        if (difference >= 0)
            continue;
        minimums[key] = was;
        lowered.push({ input, asked: textOf(now), enforced: was.text });
    }
    // Not a number when it was not kept; 0, the default, when it was kept as nothing.
    const patchLines = Number(before["min-patch-lines"]);
    if (Number.isSafeInteger(patchLines) && minimums.patchLines > patchLines) {
        lowered.push({ input: "min-patch-lines", asked: String(minimums.patchLines), enforced: String(patchLines) });
        minimums.patchLines = patchLines;
    }
    // Rules from before this input existed allowed nothing: what was kept counts.
    const kept = Object.keys(before).length === 0 ? before : { "on-changed-scope": "", ...before };
    const isLowered = new Set();
    for (const [input, strict, lax, fallback] of WORDS) {
        const was = kept[input] === undefined ? lax : kept[input] || fallback;
        if (was !== strict || (inputs.gate[input] || fallback) !== lax)
            continue;
        isLowered.add(input);
        lowered.push({ input, asked: lax, enforced: strict });
    }
    const changed = SHOWN.filter((input) => before[input] !== undefined && before[input] !== (inputs.gate[input] ?? ""));
    return {
        minimums,
        onMissingBase: isLowered.has("on-missing-base") ? "fail" : inputs.onMissingBase,
        onMissingBaseline: isLowered.has("on-missing-baseline") ? "fail" : inputs.onMissingBaseline,
        onUnreadableBaseline: isLowered.has("on-unreadable-baseline") ? "fail" : inputs.onUnreadableBaseline,
        onChangedScope: isLowered.has("on-changed-scope") ? "fail" : inputs.onChangedScope,
        onStaleReport: isLowered.has("on-stale-report") ? "fail" : inputs.onStaleReport,
        failOn: isLowered.has("fail-on") ? "gate" : inputs.failOn,
        lowered,
        changed,
    };
}
function textOf(decimal) {
    return decimal === undefined ? "nothing" : decimal.text;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/words.js





const words_NOUNS = {
    line: "Lines",
    branch: "Branches",
    function: "Functions",
    patch: "Changed lines",
    "patch-branch": "Changed branches",
};
/**
 * Also for gates out of another run's result, whose numbers may be missing or not fit. What is named with the scope that
 * it was judged by; a headline names the scope once for all, and the phrase is without it.
 */
function gateWords(gate) {
    const words = unscopedWords(gate);
    return gate.scope === undefined ? words : { ...words, what: `${words.what} ${scopeWords(gate.scope)}` };
}
function unscopedWords(gate) {
    const words = judgedWords(gate);
    const { unjudged } = gate;
    if (unjudged === undefined || unjudged.cause === "nothing-measured")
        return words;
    const what = `${words.what.charAt(0).toLowerCase()}${words.what.slice(1)}`;
    const named = gate.kind === "decrease" ? "decrease" : gate.component === undefined ? what : words.what;
    return { ...words, value: "not judged", phrase: `${named} not judged (${words_CAUSES[unjudged.cause]})` };
}
/** Why a gate could not be judged, in few words of our own. */
const words_CAUSES = {
    "no-base": "the base is not available",
    "no-baseline": "there is no baseline",
    "baseline-unavailable": "the cache cannot be read",
    "baseline-unreadable": "the baseline is damaged",
    "nothing-measured": "no report measures any",
    "scope-unusable": "it cannot be used for this change",
};
function judgedWords(gate) {
    const { kind, threshold, measured } = gate;
    const amiss = measured === undefined ? "some" : `${(0,quantity.count)(measured.total - measured.covered)} of ${(0,quantity.count)(measured.total)}`;
    switch (kind) {
        case "decrease":
            return decreaseWords(gate);
        case "per-file": {
            const phrase = `${amiss} files below ${threshold} %`;
            return { what: `Files below ${threshold} %`, value: amiss, asked: "none", phrase };
        }
        case "measured":
            return {
                what: "Changed files in no report",
                value: amiss,
                asked: "none",
                phrase: `${amiss} changed files in no report`,
            };
        case "stale": {
            const phrase = `reports of another commit (${amiss} files do not fit)`;
            return { what: "Files that do not fit", value: amiss, asked: "none", phrase };
        }
        case "rules":
            if (gate.scope !== undefined)
                return { what: "Gates", value: "not judged", asked: "", phrase: "gates" };
            return { what: "Default branch's rules", value: "not known", asked: "", phrase: "default branch's rules" };
        default:
            return ratioWords(gate, words_NOUNS[kind]);
    }
}
/** Of a gate on a share: total, changed lines, a component's. */
function ratioWords({ component, threshold, measured }, noun) {
    const what = component === undefined ? noun : `${component}: ${noun.toLowerCase()}`;
    const asked = `≥ ${threshold} %`;
    const named = component === undefined ? noun.toLowerCase() : `${component} ${noun.toLowerCase()}`;
    if (measured === undefined)
        return { what, value: "not compared", asked, phrase: `${named} not compared` };
    if (measured.total === 0) {
        return { what, value: "none measured", asked, phrase: `no ${named} measured (needs ${threshold} %)` };
    }
    const value = `${percentOf(measured, threshold)} %`;
    return { what, value, asked, phrase: `${named} ${value} (needs ${threshold} %)` };
}
function decreaseWords({ threshold, measured, base }) {
    const shown = { what: "Points lost", asked: `≤ ${threshold}` };
    const allowed = (0,decimal/* parseDecimal */.$)(threshold);
    if (!measuresSomething(measured) || !measuresSomething(base) || allowed === undefined) {
        return { ...shown, value: "no baseline", phrase: `no baseline for the decrease (allows ${threshold})` };
    }
    const value = pointsLostBeside((0,src_ratio/* pointsBetween */.EE)(base, measured), allowed);
    return { ...shown, value, phrase: `decrease ${value} points (allows ${threshold})` };
}
/** A share in percent beside its minimum. The ratio must be one of something. */
function percentOf(ratio, threshold) {
    const minimum = threshold === undefined ? undefined : (0,decimal/* parseDecimal */.$)(threshold);
    return minimum === undefined ? (0,src_ratio/* floorPercent */.As)(ratio) : (0,src_ratio/* percentBeside */.EX)(ratio, minimum);
}
function measuresSomething(ratio) {
    return ratio !== undefined && ratio.total > 0;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/headline.js



/** With more the first line is no line any more; the table has them all. */
const headline_MAX_NAMED = 12;
/** Any failed gate fails; one that fails because it could not be judged makes it `broken`. */
function verdictOf(gates) {
    const failed = gates.filter((gate) => gate.verdict === "fail");
    if (failed.length === 0)
        return "pass";
    return failed.some((gate) => gate.unjudged !== undefined) ? "broken" : "fail";
}
/**
 * The verdict in words, plain text. Of a pass the numbers that people look for: `Coverage 83.41 % (needs 80 %), changed
 * lines 91.20 % (needs 90 %): pass`. Of a failure every gate that failed, with its number and what was asked: `Coverage
 * 83.41 % (needs 80 %), but changed lines 50.00 % (needs 90 %), decrease 0.52 points (allows 0): fail`. What does not
 * hold by the default branch's scope follows: `but by the default branch's exclude lines 66.66 % (needs 80 %): fail`.
 */
function headlineOf({ verdict, gates, total, patch, }) {
    const own = gates.filter((gate) => gate.component === undefined && gate.scope === undefined);
    const line = own.find((gate) => gate.kind === "line");
    const failed = gates.filter((gate) => gate.verdict === "fail" && gate !== line);
    const coverage = total.lines.total === 0
        ? "Coverage unknown"
        : `Coverage ${percentOf(total.lines, line?.threshold)} %${line === undefined ? "" : ` (needs ${line.threshold} %)`}`;
    if (verdict !== "pass") {
        const named = phrasesOf(failed.slice(0, headline_MAX_NAMED));
        if (failed.length > headline_MAX_NAMED)
            named.push(`and ${(0,quantity.count)(failed.length - headline_MAX_NAMED)} more`);
        const joint = line?.verdict === "fail" ? ", " : ", but ";
        return `${[coverage, named.join(", ")].filter((part) => part !== "").join(joint)}: ${verdict}`;
    }
    const changed = own.find((gate) => gate.kind === "patch");
    const parts = [coverage];
    if (patch.lines !== undefined && patch.lines.total > 0) {
        const needs = changed === undefined ? "" : changed.verdict === "skipped" ? " (not judged)" : ` (needs ${changed.threshold} %)`;
        parts.push(`changed lines ${percentOf(patch.lines, changed?.threshold)} %${needs}`);
    }
    parts.push(...phrasesOf(gates.filter(({ unjudged, scope }) => unjudged !== undefined || scope !== undefined)));
    return `${parts.join(", ")}: pass`;
}
/** The gates by the change's own scope, then those by the default branch's, which is named once. */
function phrasesOf(gates) {
    const own = gates.filter(({ scope }) => scope === undefined).map((gate) => gateWords(gate).phrase);
    const scoped = gates.filter(({ scope, verdict }) => scope !== undefined && verdict !== "pass");
    const [first, ...others] = scoped.map((gate) => gateWords(gate).phrase);
    const scope = scoped[0]?.scope;
    if (first === undefined || scope === undefined)
        return own;
    const by = `${own.length === 0 ? "" : "and "}${scopeWords(scope)}${scope.allowed ? ", which may fail," : ""}`;
    return [...own, `${by} ${first}`, ...others];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/rules.js

/**
 * The default branch's rules are kept with its baseline, and the stricter ones count. Where the baseline cannot be
 * read, nobody knows what the change would have to pass.
 *
 * @param isProposal whether the run judges what is not on the default branch yet; the default branch makes the rules.
 */
function rulesGate(about, isProposal, { onUnreadableBaseline }) {
    if (!isProposal || (about.state !== "unavailable" && about.state !== "unreadable"))
        return undefined;
    const allowance = { input: "on-unreadable-baseline", value: onUnreadableBaseline };
    return {
        kind: "rules",
        threshold: "0",
        ...unjudgedGate("The default branch's rules", about.reason, `baseline-${about.state}`, allowance),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/gates/stale.js

/**
 * `on-stale-report`: reports that measure lines which a file does not have, or which are blank now, were made from
 * another commit, so none of their numbers fits.
 *
 * @param measured the files that count, by path. One that does not count shows another commit as well.
 * @returns a gate where that fails, a warning where it does not, and neither when every file fits.
 */
function staleGate(stale, measured, onStaleReport) {
    const [first, ...others] = [...Map.groupBy(stale, ({ path }) => path).values()].map(([each]) => each);
    if (first === undefined)
        return { gate: undefined, notes: [] };
    const more = others.length === 0 ? "" : ` (and ${(0,quantity.counted)(others.length, "more file")} in the same way)`;
    const which = first.blank === true ? "which is blank, and was not at the base" : `which has ${(0,quantity.counted)(first.lines, "line")}`;
    const sentence = `The reports do not fit this commit: they measure line ${first.measuredLine} of ${first.path}, ${which}${more}. Were they made from another commit?`;
    if (onStaleReport === "warn")
        return { gate: undefined, notes: [{ level: "warning", text: sentence }] };
    const total = new Set([...measured, ...stale.map(({ path }) => path)]).size;
    const files = { covered: total - 1 - others.length, total };
    return { gate: { kind: "stale", threshold: "0", verdict: "fail", measured: files, sentence }, notes: [] };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/numbers/file-changes.js

/** The result file stays small enough to be published when another tool moves every file. */
const MAX_FILE_CHANGES = 1000;
/**
 * Files whose line coverage is another share than in the baseline, or that only one side measures; a renamed file is
 * compared with its old name. Most additional uncovered lines first, then the greater loss, then by path.
 *
 * @param diff from the baseline's commit to the head's.
 */
function fileChanges(base, head, diff, mode) {
    const oldPaths = new Map(diff.flatMap(({ status, path, oldPath }) => status === "renamed" && oldPath !== undefined ? [[path, oldPath]] : []));
    const linesIn = ({ files }, path) => {
        const file = files.get(path);
        const lines = file === undefined ? undefined : fileTotals(file, mode).lines;
        return lines === undefined || lines.total === 0 ? undefined : lines;
    };
    const compared = new Set();
    const changes = [];
    for (const path of head.files.keys()) {
        const oldPath = oldPaths.get(path) ?? path;
        compared.add(oldPath);
        changes.push(changeOf(path, linesIn(base, oldPath), linesIn(head, path)));
    }
    for (const path of base.files.keys()) {
        if (!compared.has(path))
            changes.push(changeOf(path, linesIn(base, path), undefined));
    }
    const changed = changes.filter(isChange).sort(byLoss);
    return { count: changed.length, files: changed.slice(0, MAX_FILE_CHANGES) };
}
function changeOf(path, before, now) {
    return { path, ...(before !== undefined && { before }), ...(now !== undefined && { now }) };
}
function isChange({ before, now }) {
    if (before === undefined || now === undefined)
        return before !== now;
    return before.covered * now.total !== now.covered * before.total;
}
function byLoss(a, b) {
    return additionalMisses(b) - additionalMisses(a) || share(a) - share(b) || (a.path < b.path ? -1 : 1);
}
function additionalMisses({ before, now }) {
    return file_changes_missed(now) - file_changes_missed(before);
}
function file_changes_missed(ratio) {
    return ratio === undefined ? 0 : ratio.total - ratio.covered;
}
/** How much the share of covered lines rose; only for the order of rows. */
function share({ before, now }) {
    return before === undefined || now === undefined ? 0 : now.covered / now.total - before.covered / before.total;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/numbers/most-uncovered.js

const MAX_UNCOVERED_FILES = 15;
/** The files with most uncovered lines, then by path: where the next test pays most. */
function mostUncovered(report, mode) {
    return [...report.files.values()]
        .map((file) => ({ path: file.path, lines: fileTotals(file, mode).lines }))
        .filter(({ lines }) => lines.covered < lines.total)
        .sort((a, b) => most_uncovered_missed(b) - most_uncovered_missed(a) || (a.path < b.path ? -1 : 1))
        .slice(0, MAX_UNCOVERED_FILES);
}
function most_uncovered_missed({ lines }) {
    return lines.total - lines.covered;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/published/own-words.js


/** A name that cannot pass for a sentence: no blank in it, and not longer than a word. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/@+#~<>()[\],*&$-]{0,79}$/u;
/** What an input of a gate can be in the report about a weakened one. */
const PLAIN_VALUE = /^(?:\d{1,3}(?:\.\d{1,6})?|fail|warn|gate|never|nothing|none|auto)$/;
/**
 * Another run's result without its sentences: notes and reasons are replaced by our own words for what they are about.
 * Names stay names, as paths in tables do; the ones that stand in our sentences must look like names.
 */
function inOwnWords(published) {
    const names = new Map(published.components.map(({ name }, at) => [name, plainName(name, `component ${at + 1}`)]));
    return {
        ...published,
        baseline: baselineWords(published.baseline),
        patch: patchWords(published.patch),
        components: published.components.map((component) => ({ ...component, name: names.get(component.name) })),
        gates: published.gates.map(({ component, ...gate }) => component === undefined
            ? gate
            : { ...gate, component: names.get(component) ?? plainName(component, "component") }),
        notes: notesWords(published.notes),
        loweredGates: published.loweredGates.filter(({ input, asked, enforced }) => /^[a-z]+(?:-[a-z]+){0,4}$/.test(input) && PLAIN_VALUE.test(asked) && PLAIN_VALUE.test(enforced)),
    };
}
function plainName(name, otherwise) {
    return PLAIN_NAME.test(name) ? name : otherwise;
}
function notesWords(notes) {
    if (notes.length === 0)
        return [];
    const text = `The run that measured has ${(0,quantity.counted)(notes.length, "note")} of its own; its job summary shows what they are.`;
    return [{ level: notes.some(({ level }) => level === "warning") ? "warning" : "note", text }];
}
function baselineWords(baseline) {
    switch (baseline.state) {
        case "exact":
            return { ...baseline, reason: "the base of this change" };
        case "ancestor":
            return { ...baseline, reason: "the nearest that has one" };
        case "file":
            return { state: "file", file: plainName(baseline.file, "a file") };
        case "missing":
            return { state: "missing", reason: "the default branch has none" };
        case "off":
            return { state: "off", reason: "none was asked for, or nothing was compared" };
        default:
            return { state: baseline.state, reason: words_CAUSES[`baseline-${baseline.state}`] };
    }
}
function patchWords(patch) {
    const { reason, cause, files, filesByDefault, ...rest } = patch;
    return {
        ...rest,
        ...(rest.lines === undefined && {
            reason: cause === "no-base" ? words_CAUSES["no-base"] : "there was no change to look at",
            ...(cause !== undefined && { cause }),
        }),
        files: files.map(plainFunctions),
        ...(filesByDefault !== undefined && { filesByDefault: filesByDefault.map(plainFunctions) }),
    };
}
function plainFunctions({ functions, ...file }) {
    if (functions === undefined)
        return file;
    return { ...file, functions: functions.filter(({ name }) => PLAIN_NAME.test(name)) };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/published/judge-published.js








/**
 * Another run's result, judged by this run. The file may come from anybody's pull request, so what it says of itself
 * decides nothing and is never shown as ours: the verdict of each gate follows from its numbers, every word is written
 * anew, and `fails` follows the `fail-on` of this run, not of the run that made the file.
 *
 * @param published with numbers that do not contradict each other (`consistentNumbers`).
 */
function judgePublished(published, { failOn }) {
    const result = inOwnWords(published);
    const gates = result.gates.map(judgeAnew);
    const judged = verdictOf(gates);
    // A file without a failed gate can still say that its run could not judge.
    const verdict = judged === "pass" ? published.verdict : judged;
    const { total, patch } = result;
    return {
        ...result,
        gates,
        verdict,
        fails: verdict !== "pass" && failOn === "gate",
        headline: headlineOf({ verdict, gates, total, patch }),
    };
}
/** The input that can allow each cause. */
const INPUTS = {
    "no-base": "on-missing-base",
    "no-baseline": "on-missing-baseline",
    "baseline-unavailable": "on-unreadable-baseline",
    "baseline-unreadable": "on-unreadable-baseline",
    "nothing-measured": undefined,
    "scope-unusable": "on-changed-scope",
};
function judgeAnew({ scope, ...gate }) {
    if (scope === undefined)
        return judgeNumbers(gate);
    if (gate.unjudged?.cause === "scope-unusable")
        return unusableGate(words_CAUSES["scope-unusable"], scope);
    return underScope(judgeNumbers(gate), scope);
}
function judgeNumbers(gate) {
    const { kind, component, threshold, measured, base, unjudged } = gate;
    const bare = {
        kind,
        ...(component !== undefined && { component }),
        threshold,
        ...(measured !== undefined && { measured }),
        ...(base !== undefined && { base }),
    };
    const noun = gateWords(gate).what;
    if (unjudged !== undefined) {
        const input = INPUTS[unjudged.cause];
        const allowance = input && { input, value: unjudged.allowed ? "warn" : "fail" };
        return { ...bare, ...unjudgedGate(noun, words_CAUSES[unjudged.cause], unjudged.cause, allowance) };
    }
    return { ...bare, ...verdictOfNumbers(gate, noun) };
}
function verdictOfNumbers(gate, noun) {
    const { kind, verdict, threshold, measured, base } = gate;
    const minimum = (0,decimal/* parseDecimal */.$)(threshold);
    switch (kind) {
        case "decrease":
            if (measured === undefined || base === undefined || base.total === 0)
                return skipped(noun, "there was no change to look at");
            return judgeDecrease(measured, base, undefined, minimum);
        case "per-file":
            return files(measured, (some, isOne) => `Files: ${some} ${isOne ? "is" : "are"} below ${threshold} %.`, `Files: none is below ${threshold} %.`);
        case "measured":
            if (measured === undefined)
                return skipped(noun, "there was no change to look at");
            return files(measured, (some, isOne) => `Changed files: ${some} that \`require-measured\` matches ${isOne ? "is" : "are"} in no report.`, "Changed files: every one that `require-measured` matches is in a report.");
        case "stale":
            return files(measured, (some, isOne) => `The reports do not fit this commit: ${some} files ${isOne ? "lacks" : "lack"} lines that they measure.`, "");
        default:
            break;
    }
    const isPatch = kind === "patch" || kind === "patch-branch";
    if (measured === undefined)
        return skipped(noun, "there was no change to look at");
    if (measured.total > 0) {
        if (isPatch && verdict === "skipped")
            return skipped(noun, "the change has fewer measured lines than `min-patch-lines`");
        return judgeRatio(noun, measured, minimum);
    }
    if (isPatch)
        return skipped(noun, "no report measures any");
    return unjudgedGate(noun, `no report measures any, and the gate asks for ${threshold} %`, "nothing-measured");
}
function skipped(noun, reason) {
    return { verdict: "skipped", sentence: `${noun}: not judged, because ${reason}.` };
}
/** Of a gate that counts files; a file of an older version may have no counts, and then its verdict is not known. */
function files(measured, failure, pass) {
    if (measured === undefined)
        return { verdict: "fail", sentence: failure("some", false) };
    const amiss = measured.total - measured.covered;
    if (amiss === 0)
        return { verdict: "pass", sentence: pass };
    return { verdict: "fail", sentence: failure(`${amiss} of ${measured.total}`, amiss === 1) };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/evaluate.js











/** The whole decision. Pure. @throws UserError when there is nothing that could be judged. */
function evaluate(inputs, facts) {
    return facts.kind === "published" ? judgePublished(facts.result, inputs) : judgeMeasured(inputs, facts);
}
function judgeMeasured(inputs, facts) {
    const { report, baseline, stale } = facts;
    if (reportTotals(report, inputs.totals).lines.total === 0) {
        throw new user_error/* UserError */.y("the reports do not measure a single line, so there is no coverage to judge; was the test run instrumented, or does `exclude` remove every file?");
    }
    const rules = enforceBaseline(inputs, facts.isProposal ? (baseline.gate ?? {}) : {});
    const fresh = staleGate(stale, report.files.keys(), rules.onStaleReport);
    const own = judgeScope({ scope: inputs, report, baseReport: baseline.report }, facts, rules);
    const byDefault = judgeDefaultScope(facts.byDefault, facts, { rules, own });
    const gates = [
        fresh.gate,
        rulesGate(baseline.about, facts.isProposal, rules),
        ...own.gates,
        ...byDefault.gates,
    ].filter((gate) => gate !== undefined);
    const { total, base, patch } = own;
    const verdict = verdictOf(gates);
    return {
        schema: "jessy-actions/coverage-gate/v1",
        name: inputs.name,
        verdict,
        fails: verdict !== "pass" && rules.failOn === "gate",
        headline: headlineOf({ verdict, gates, total, patch }),
        context: facts.context,
        gates,
        total,
        ...(base !== undefined && { base }),
        baseline: baseline.about,
        patch: { ...patch, ...(byDefault.patchFiles.length > 0 && { filesByDefault: byDefault.patchFiles }) },
        ...(own.movement !== undefined && { movement: own.movement }),
        ...(baseline.report !== undefined && {
            fileChanges: fileChanges(baseline.report, report, baseline.diff ?? [], inputs.totals),
        }),
        components: own.components,
        filesBelowMinimum: own.filesBelowMinimum,
        mostUncovered: mostUncovered(report, inputs.totals),
        reports: facts.reports,
        notes: [
            ...byDefault.notes,
            ...rules.changed.map(changedInputNote),
            ...baselineNotes(inputs.name, baseline),
            ...facts.notes,
            ...fresh.notes,
            ...own.notes,
        ],
        loweredGates: [...evaluate_insteadOfAuto(baseline), ...rules.lowered],
    };
}
/** A change that asks for another baseline than the default branch keeps is compared with that one all the same. */
function evaluate_insteadOfAuto({ instead }) {
    return instead === undefined ? [] : [{ input: "baseline", asked: instead, enforced: "auto" }];
}
/** What this run does not know of the default branch's rules, where no gate says it. */
function baselineNotes(name, { rulesUnknown, otherName }) {
    const notes = [];
    if (rulesUnknown !== undefined)
        notes.push(`The default branch's rules are not known: ${rulesUnknown}.`);
    if (otherName !== undefined) {
        const [own, other] = [name, otherName].map((each) => (each === "" ? "without a name" : `called \`${each}\``));
        notes.push(`The default branch has no gate ${own}, but one ${other}. This gate starts anew: that one's minimums and baseline do not count here.`);
    }
    return notes.map((text) => ({ level: "warning", text }));
}
function changedInputNote(input) {
    const text = `This change sets the gate's input \`${input}\` to something else than the default branch does.`;
    return { level: "warning", text };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/inputs.js


/** The inputs that make the gate strict or lax. */
const GATE_INPUTS = [
    "files",
    "min-coverage",
    "min-branch-coverage",
    "min-function-coverage",
    "min-patch-coverage",
    "min-patch-branch-coverage",
    "min-patch-lines",
    "max-decrease",
    "per-file-min",
    ...src_scope/* SCOPE_INPUTS */.pQ,
    "on-missing-base",
    "on-missing-baseline",
    "on-unreadable-baseline",
    "on-stale-report",
    "on-changed-scope",
    "fail-on",
];
/** Every input at once; what is wrong with them is remembered by the reader. */
async function readInputs(reader) {
    const baseline = reader.string("baseline") || "auto";
    const pathRules = (0,src_scope/* readPathRules */.H$)(reader);
    return Object.freeze({
        name: reader.string("name"),
        files: reader.list("files"),
        format: reader.enumeration("format", ["auto", ...model/* FORMATS */.hR], "auto"),
        minimums: {
            line: reader.percentage("min-coverage"),
            branch: reader.percentage("min-branch-coverage"),
            function: reader.percentage("min-function-coverage"),
            patch: reader.percentage("min-patch-coverage"),
            patchBranch: reader.percentage("min-patch-branch-coverage"),
            perFile: reader.percentage("per-file-min"),
            maxDecrease: reader.percentagePoints("max-decrease"),
            patchLines: reader.integer("min-patch-lines", { min: 0, max: 1_000_000 }, 0),
        },
        ...(await (0,src_scope/* readScope */.hx)(reader, pathRules)),
        baseline: baseline === "auto"
            ? { kind: "auto" }
            : baseline === "none"
                ? { kind: "none" }
                : { kind: "file", path: baseline },
        onMissingBase: reader.enumeration("on-missing-base", ["fail", "warn"], "fail"),
        onMissingBaseline: reader.enumeration("on-missing-baseline", ["warn", "fail"], "warn"),
        onUnreadableBaseline: reader.enumeration("on-unreadable-baseline", ["fail", "warn"], "fail"),
        onStaleReport: reader.enumeration("on-stale-report", ["fail", "warn"], "fail"),
        onChangedScope: reader.enumeration("on-changed-scope", ["fail", "warn"], "fail"),
        failOn: reader.enumeration("fail-on", ["gate", "never"], "gate"),
        comment: reader.boolean("comment", true),
        annotations: reader.boolean("annotations", true),
        publishResult: reader.optional("publish-result"),
        workingDirectory: reader.workingDirectory(),
        token: reader.string("github-token"),
        gate: Object.fromEntries(GATE_INPUTS.map((name) => [name, reader.string(name)])),
    });
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/lowered-input.js
var lowered_input = __webpack_require__(4854);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/numbers/functions-by-range.js
/** Which function of a file a range starts in, by name; undefined where the reports name none. */
function functionsByRange({ functions = [] }) {
    const names = new Map(functions.flatMap(({ name, ranges }) => ranges.map(([first]) => [first, name])));
    return ([first]) => names.get(first);
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/outputs/annotations.js

/** Below every uncovered line: GitHub shows ten annotations, and a line that never ran says more than a branch. */
const PARTIAL_IMPORTANCE = -1_000_000;
/** Above every line: that a gate does not count is more than a line that is not covered. */
const ALLOWED_IMPORTANCE = 1;
/**
 * One for each gate that passes because an input allows it, although it was not judged or does not hold by the default
 * branch's scope: a pass that nobody should overlook.
 */
function allowedAnnotations(gates) {
    return gates
        .filter(({ unjudged, scope }) => unjudged?.allowed === true || scope?.allowed === true)
        .map(({ sentence, unjudged }) => ({
        level: "warning",
        title: unjudged === undefined ? "Coverage gate fails, allowed" : "Coverage gate not judged",
        message: sentence,
        importance: ALLOWED_IMPORTANCE,
    }));
}
/** One for each uncovered range, files with most uncovered lines first; ranges with untaken branches last. */
function annotations(files) {
    return files.flatMap((file, at) => {
        const functionOf = functionsByRange(file);
        const annotation = (range, rest, importance) => {
            const inside = functionOf(range);
            const message = `Changed ${lines(range)}${inside === undefined ? "" : ` in ${inside}`} ${isOrAre(range)} ${rest}`;
            const [startLine, endLine] = range;
            return { level: "warning", title: "Coverage", message, file: file.path, startLine, endLine, importance };
        };
        return [
            ...file.missing.map((range) => annotation(range, "not covered by tests.", -at)),
            ...file.partial.map((range) => annotation(range, "covered, but not every branch of it.", PARTIAL_IMPORTANCE - at)),
        ];
    });
}
function lines([first, last]) {
    return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}
function isOrAre([first, last]) {
    return first === last ? "is" : "are";
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/outputs/badge.js

/** The line coverage as a badge, in two forms. */
function badgeFiles({ name, total, gates }) {
    const badge = coverageBadge(name === "" ? "coverage" : `coverage ${name}`, total.lines.total === 0 ? undefined : (0,src_ratio/* floorPercent */.As)(total.lines), gates.every(({ kind, component, scope, verdict }) => kind !== "line" || component !== undefined || scope !== undefined || verdict !== "fail"));
    return [
        { name: "badge.svg", content: badgeSvg(badge), output: "badge-file" },
        { name: "badge.json", content: shieldsEndpoint(badge), output: "badge-endpoint-file" },
    ];
}
/**
 * Colours by what the number means for this repository, not by a fixed scale: green only when the gate's minimum is
 * met.
 *
 * @param percent line coverage, 0 to 100; undefined = nothing was measured.
 * @param passes whether the minimum is met.
 */
function coverageBadge(label, percent, passes) {
    if (percent === undefined)
        return { label, message: "unknown", color: "lightgrey" };
    const color = passes ? (Number(percent) >= 90 ? "brightgreen" : "green") : Number(percent) >= 50 ? "orange" : "red";
    return { label, message: `${percent}%`, color };
}
/** https://shields.io/badges/endpoint-badge */
function shieldsEndpoint(badge) {
    return `${JSON.stringify({ schemaVersion: 1, label: badge.label, message: badge.message, color: badge.color })}\n`;
}
/** Shields' own hex values, so that the SVG and the endpoint look alike. */
const HEX = {
    brightgreen: "#4c1",
    green: "#97ca00",
    orange: "#fe7d37",
    red: "#e05d44",
    lightgrey: "#9f9f9f",
};
/**
 * Mean advance of an 11 px Verdana character, and the blank at each side of a text: what a badge's width is reckoned
 * by.
 */
const CHARACTER_WIDTH = 6.6;
const PADDING = 6;
/** A flat badge, 20 px high, readable without fonts or scripts from elsewhere. */
function badgeSvg(badge) {
    const left = Math.round(badge.label.length * CHARACTER_WIDTH + 2 * PADDING);
    const right = Math.round(badge.message.length * CHARACTER_WIDTH + 2 * PADDING);
    const label = badge_escapeXml(badge.label);
    const message = badge_escapeXml(badge.message);
    const text = (x, width, content) => `<text x="${x}" y="15" fill="#010101" fill-opacity=".3" textLength="${width}">${content}</text>` +
        `<text x="${x}" y="14" textLength="${width}">${content}</text>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<linearGradient id="s" x2="0" y2="100%"><stop offset="0" stop-color="#bbb" stop-opacity=".1"/><stop offset="1" stop-opacity=".1"/></linearGradient>
<clipPath id="r"><rect width="${left + right}" height="20" rx="3" fill="#fff"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#555"/><rect x="${left}" width="${right}" height="20" fill="${HEX[badge.color]}"/><rect width="${left + right}" height="20" fill="url(#s)"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${text(left / 2, left - 2 * PADDING, label)}${text(left + right / 2, right - 2 * PADDING, message)}</g>
</svg>
`;
}
function badge_escapeXml(text) {
    return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/outputs/step-outputs.js

/**
 * The outputs that are numbers and words: percentages rounded down to two decimals, empty where nothing was measured.
 */
function stepOutputs({ verdict, total, patch, base, baseline }) {
    return {
        verdict,
        "line-coverage": percent(total.lines),
        "branch-coverage": percent(total.branches),
        "function-coverage": percent(total.functions),
        "patch-coverage": patch.lines === undefined ? "" : percent(patch.lines),
        decrease: base === undefined || base.lines.total === 0 ? "" : pointsLost(base.lines, total.lines),
        "baseline-sha": "sha" in baseline ? baseline.sha : "",
    };
}
function percent(ratio) {
    return ratio.total === 0 ? "" : (0,src_ratio/* floorPercent */.As)(ratio);
}
/** `+1.20` risen is `-1.20` lost. */
function pointsLost(before, now) {
    const risen = (0,src_ratio/* formatPoints */.Xf)((0,src_ratio/* pointsBetween */.EE)(before, now));
    return risen.startsWith("-") ? risen.slice(1) : risen.replace("+", "-");
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/numbers.js


/** `60.00 %`, rounded down; `none measured` of nothing. */
function percentText(ratio) {
    return ratio.total === 0 ? "none measured" : `${(0,src_ratio/* floorPercent */.As)(ratio)} %`;
}
/** `3 / 5` */
function ratioText(ratio) {
    return `${(0,quantity.count)(ratio.covered)} / ${(0,quantity.count)(ratio.total)}`;
}
/** Percentage points with their sign, `-40.00`; empty where one of the two is missing or measures nothing. */
function changeText(before, now) {
    if (before === undefined || now === undefined || before.total === 0 || now.total === 0)
        return "";
    return (0,src_ratio/* formatPoints */.Xf)((0,src_ratio/* pointsBetween */.EE)(before, now));
}
/** `3–5`, or `3` of one line. */
function rangeText([first, last]) {
    return first === last ? String(first) : `${first}–${last}`;
}
/** `+12`, `-12`, `0` */
function signed(number) {
    return number > 0 ? `+${(0,quantity.count)(number)}` : (0,quantity.count)(number);
}
/** How many are not covered. */
function missedOf(ratio) {
    return ratio.total - ratio.covered;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/weights.js
/** What is cut first when a place is too small for the report: the higher, the sooner. */
const WEIGHT = {
    mostUncovered: 7,
    reports: 6,
    fileChanges: 5,
    indirect: 4,
    filesBelow: 3,
    uncovered: 2,
    components: 1,
};

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/changed-files.js




/** Files whose coverage is another one than in the baseline: before, now and the difference. */
function changedFiles({ fileChanges }) {
    if (fileChanges === undefined || fileChanges.files.length === 0)
        return [];
    const { count, files } = fileChanges;
    const omitted = count - files.length;
    return [
        {
            kind: "details",
            summary: [{ strong: (0,quantity.counted)(count, "file") }, ` changed ${count === 1 ? "its" : "their"} coverage`],
            blocks: [
                {
                    kind: "table",
                    columns: [
                        { header: "Result" },
                        { header: "Change", align: "right" },
                        { header: "File" },
                        { header: "Before → now", align: "right" },
                        { header: "Covered", align: "right" },
                    ],
                    rows: files.map(rowOf),
                    noun: "files",
                    weight: WEIGHT.fileChanges,
                },
                ...(omitted > 0
                    ? [{ kind: "paragraph", text: `${(0,quantity.counted)(omitted, "more file")} changed less.` }]
                    : []),
            ],
        },
    ];
}
function rowOf(change) {
    const { path, before, now } = change;
    return [
        directionOf(change),
        changeText(before, now),
        { code: path },
        [before, now].map((ratio) => (ratio === undefined ? "none" : percentText(ratio))).join(" → "),
        now === undefined ? "" : ratioText(now),
    ];
}
function directionOf({ before, now }) {
    if (before === undefined)
        return `${mark/* MARK */.M.new} new`;
    if (now === undefined)
        return `${mark/* MARK */.M.neutral} gone`;
    return now.covered * before.total < before.covered * now.total ? "🔴 fell" : "🟢 rose";
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/links.js

/** A link to lines in the pull request's diff, or in the file at the head commit when there is no pull request. */
function diffLink(context, path, [first, last]) {
    const repository = `${context.serverUrl}/${context.repository}`;
    if (context.pullRequest !== undefined) {
        // GitHub's anchor of a file in a diff is the SHA-256 of its path.
        const anchor = (0,external_node_crypto_.createHash)("sha256").update(path).digest("hex");
        const lines = last > first ? `R${first}-R${last}` : `R${first}`;
        return `${repository}/pull/${context.pullRequest}/files#diff-${anchor}${lines}`;
    }
    const lines = last > first ? `L${first}-L${last}` : `L${first}`;
    return `${repository}/blob/${context.headSha}/${encodePath(path)}#${lines}`;
}
function commitLink(context, sha) {
    return `${context.serverUrl}/${context.repository}/commit/${sha}`;
}
function encodePath(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/compared-with.js


/** The last line: what the numbers were compared with. */
function comparedWith({ baseline, context, patch }) {
    const change = patch.base === undefined ? [] : ["Changed lines since ", commit(context, patch.base), ". "];
    return { kind: "paragraph", text: { emphasis: [...change, ...compared_with_baselineWords(baseline, context)] } };
}
function compared_with_baselineWords(baseline, context) {
    switch (baseline.state) {
        case "exact":
            return ["Baseline: ", commit(context, baseline.sha), "."];
        case "ancestor": {
            const distance = (0,quantity.counted)(baseline.distance, "commit");
            return ["Baseline: ", commit(context, baseline.sha), `, ${distance} before the base.`];
        }
        case "file":
            return ["Baseline: ", { code: baseline.file }, "."];
        case "missing":
        case "off":
        case "unavailable":
        case "unreadable":
            return ["No baseline."];
    }
}
function commit(context, sha) {
    return { link: { text: { code: sha.slice(0, 10) }, href: commitLink(context, sha) } };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/marks.js

/** Mark and word, first in each row: narrow screens cut the last columns. */
const MARKS = {
    pass: `${mark/* MARK */.M.pass} pass`,
    fail: `${mark/* MARK */.M.fail} fail`,
    broken: `${mark/* MARK */.M.broken} cannot be judged`,
    allowed: `${mark/* MARK */.M.warning} fails, allowed`,
    skipped: `${mark/* MARK */.M.warning} not judged`,
    nothing: `${mark/* MARK */.M.neutral} nothing to judge`,
    shown: `${mark/* MARK */.M.neutral} shown`,
};
/** The mark of a row whose number may have a gate. */
function markOf(gate) {
    if (gate === undefined)
        return MARKS.shown;
    if (gate.verdict === "fail" && gate.unjudged !== undefined)
        return MARKS.broken;
    if (gate.scope?.allowed === true && gate.unjudged === undefined)
        return MARKS.allowed;
    return measuresNothing(gate) ? MARKS.nothing : MARKS[gate.verdict];
}
/** A change without measured lines, such as one of documents, is no reason to worry. */
function measuresNothing({ verdict, measured }) {
    return verdict === "skipped" && measured?.total === 0;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/gate-row.js






/** The columns of gates, most important first. `Change` is in percentage points. */
const GATE_COLUMNS = [
    { header: "Result" },
    { header: "What" },
    { header: "Value", align: "right" },
    { header: "Asked", align: "right" },
    { header: "Change", align: "right" },
    { header: "Covered", align: "right" },
];
/** Whether a gate is on a share of lines, branches or functions, not on a number of files or points. */
function isShare({ kind }) {
    return !["rules", "decrease", "per-file", "measured", "stale"].includes(kind);
}
/** One row below `GATE_COLUMNS`; what failed is bold. */
function gateRow({ what, ratio, before, gate }) {
    const words = gate === undefined ? undefined : gateWords(gate);
    const value = words?.value ?? (ratio === undefined ? "" : percentText(ratio));
    const emphasise = (text) => (gate?.verdict === "fail" ? { strong: text } : text);
    return [
        emphasise(markOf(gate)),
        emphasise(what),
        emphasise(unbroken(value)),
        unbroken(words?.asked ?? ""),
        changeText(before, ratio),
        ratio === undefined || ratio.total === 0 ? "" : unbroken(`${ratioText(ratio)}${missingWords(ratio, gate)}`),
    ];
}
/** How far a failed share is from its minimum. */
function missingWords(ratio, gate) {
    const minimum = gate?.verdict === "fail" ? (0,decimal/* parseDecimal */.$)(gate.threshold) : undefined;
    return minimum === undefined ? "" : `, ${(0,quantity.count)((0,src_ratio/* shortfall */.SE)(ratio, minimum))} short`;
}
/** Narrow screens break lines at blanks; a number stays beside its unit. */
function unbroken(text) {
    return text.replaceAll(" ", "\u00a0");
}
/**
 * Rows without the columns that say nothing in any of them (no baseline, no minimums): they would only make the table
 * wider.
 */
function withoutEmptyColumns(columns, rows) {
    const isUsed = columns.map((_, at) => rows.some((row) => row[at] !== ""));
    return {
        columns: columns.filter((_, at) => isUsed[at]),
        rows: rows.map((row) => row.filter((_, at) => isUsed[at])),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/components-table.js




/** With more the table is folded, unless one fails. */
const MAX_OPEN = 10;
/** Components in a table of their own, failed ones first. */
function componentsTable({ components, gates }) {
    if (components.length === 0)
        return [];
    const judged = components.map((component) => {
        const own = gates.filter((gate) => gate.component === component.name && gate.scope === undefined);
        return { component, own, verdict: verdictOf(own) };
    });
    const failed = judged.filter(({ verdict }) => verdict === "fail");
    const ordered = [...failed, ...judged.filter(({ verdict }) => verdict !== "fail")];
    const rows = ordered.flatMap(({ component, own }) => rowsOf(component, own).map((row) => gateRow({ ...row, what: `${component.name}: ${row.what.toLowerCase()}` })));
    const columns = GATE_COLUMNS.map((column) => (column.header === "What" ? { header: "Component" } : column));
    return [
        {
            kind: "details",
            summary: [
                { strong: (0,quantity.counted)(components.length, "component") },
                failed.length === 0 ? "" : `, ${failed.length} failed`,
            ],
            open: failed.length > 0 || components.length <= MAX_OPEN,
            blocks: [{ kind: "table", ...withoutEmptyColumns(columns, rows), noun: "rows", weight: WEIGHT.components }],
        },
    ];
}
/**
 * Lines always; branches and functions where they are judged; changed lines where they are judged, or not all covered.
 */
function rowsOf({ total, base, patch }, own) {
    const gate = (kind) => own.find((each) => each.kind === kind);
    const rows = [{ what: "Lines", ratio: total.lines, before: base?.lines, gate: gate("line") }];
    if (gate("branch") !== undefined)
        rows.push({ what: "Branches", ratio: total.branches, before: base?.branches, gate: gate("branch") });
    if (gate("function") !== undefined)
        rows.push({ what: "Functions", ratio: total.functions, before: base?.functions, gate: gate("function") });
    if (gate("patch") !== undefined || (patch !== undefined && patch.covered < patch.total))
        rows.push({ what: "Changed lines", ratio: patch, gate: gate("patch") });
    return rows;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/files-below.js





/** Files that do not reach `per-file-min`, worst first. */
function filesBelow({ filesBelowMinimum, gates }) {
    const threshold = gates.find((gate) => gate.kind === "per-file")?.threshold;
    const files = filesBelowMinimum.filter(({ lines }) => lines.total > 0);
    if (files.length === 0 || threshold === undefined)
        return [];
    return [
        {
            kind: "details",
            summary: { strong: `${(0,quantity.counted)(files.length, "file")} below ${threshold} %` },
            blocks: [
                {
                    kind: "table",
                    columns: [
                        { header: "Result" },
                        { header: "Value", align: "right" },
                        { header: "File" },
                        { header: "Covered", align: "right" },
                    ],
                    rows: files.map(({ path, lines }) => [
                        MARKS.fail,
                        `${percentOf(lines, threshold)} %`,
                        { code: path },
                        ratioText(lines),
                    ]),
                    noun: "files",
                    weight: WEIGHT.filesBelow,
                },
            ],
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/gates-table.js


/**
 * Totals, changed lines and the other gates of the whole repository, and what does not hold by the default branch's
 * scope: the one table that is always there.
 */
function gatesTable({ gates, total, base, patch }) {
    const gate = (kind) => gates.find((each) => each.kind === kind && each.component === undefined && each.scope === undefined);
    const shares = [
        { what: "Lines", ratio: total.lines, before: base?.lines, gate: gate("line") },
        { what: "Branches", ratio: total.branches, before: base?.branches, gate: gate("branch") },
        { what: "Functions", ratio: total.functions, before: base?.functions, gate: gate("function") },
        { what: "Changed lines", ratio: patch.lines, gate: gate("patch") },
        { what: "Changed branches", ratio: patch.branches, gate: gate("patch-branch") },
    ];
    const others = ["rules", "decrease", "per-file", "measured", "stale"].flatMap((kind) => {
        const found = gate(kind);
        return found === undefined ? [] : [{ what: gateWords(found).what, ratio: undefined, gate: found }];
    });
    const byDefault = gates
        .filter(({ scope }) => scope !== undefined)
        .map((gate) => ({ what: gateWords(gate).what, ratio: isShare(gate) ? gate.measured : undefined, gate }));
    const rows = [...shares.filter(saysSomething), ...others, ...byDefault].map(gateRow);
    return { kind: "table", ...withoutEmptyColumns(GATE_COLUMNS, rows), noun: "gates" };
}
/** Lines always do; branches that no report measures say nothing, unless they are asked for. */
function saysSomething({ what, ratio, gate }) {
    return gate !== undefined || what === "Lines" || (ratio !== undefined && ratio.total > 0);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/judgements.js



/**
 * What the tables cannot say in a cell: how a gate came to its result, failures first. A share explains
 * itself in its row, and so does a change without measured lines.
 */
function judgements({ gates, base }) {
    const explained = [
        ...gates.filter((gate) => gate.verdict === "fail" && !isPlainShare(gate)),
        ...gates.filter((gate) => gate.verdict === "skipped" && !measuresNothing(gate) && !isAllowedShare(gate)),
        ...gates.filter((gate) => gate.verdict === "pass" && isDecreaseOfDeletedCode(gate, base)),
    ];
    if (explained.length === 0)
        return [];
    const items = explained.map((gate) => [{ strong: markOf(gate) }, " ", ...(0,prose/* prose */.C)(gate.sentence)]);
    return [{ kind: "list", items, noun: "gates" }];
}
/** Its row has the percentage, the minimum, both counts and what is missing. */
function isPlainShare(gate) {
    return isShare(gate) && gate.measured !== undefined && gate.measured.total > 0;
}
/** One that fails by the default branch's scope and may: its row says both. */
function isAllowedShare(gate) {
    return gate.scope !== undefined && isPlainShare(gate);
}
/** A total that fell and passes all the same wants its arithmetic. */
function isDecreaseOfDeletedCode(gate, total) {
    return gate.kind === "decrease" && gate.base?.total !== total?.lines.total;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/most-uncovered.js



/** Where the whole repository's uncovered lines are: what to test next. */
function mostUncoveredFiles({ mostUncovered = [] }) {
    if (mostUncovered.length === 0)
        return [];
    return [
        {
            kind: "details",
            summary: { strong: "Files with most uncovered lines" },
            blocks: [
                {
                    kind: "table",
                    columns: [
                        { header: "File" },
                        { header: "Uncovered", align: "right" },
                        { header: "Coverage", align: "right" },
                        { header: "Covered", align: "right" },
                    ],
                    rows: mostUncovered.map(({ path, lines }) => [
                        { code: path },
                        (0,quantity.count)(missedOf(lines)),
                        percentText(lines),
                        ratioText(lines),
                    ]),
                    noun: "files",
                    weight: WEIGHT.mostUncovered,
                },
            ],
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/movement.js



/** Ranges of one file in one cell. */
const MAX_RANGES_SHOWN = 12;
const movement_CAUSES = {
    added: "Lines added or edited",
    removed: "Lines removed or edited",
    "newly-covered": "Untouched lines now covered",
    "no-longer-covered": "Untouched lines no longer covered",
    joined: "Files that joined the report",
    left: "Files that left the report",
    remeasured: "Untouched lines measured differently",
};
/** Why the total moved: the rows add up to the difference. */
function totalMovement({ movement, base, total }) {
    const parts = movement?.parts ?? [];
    if (parts.length === 0 || base === undefined)
        return [];
    const rows = [
        ["Before", (0,quantity.count)(base.lines.covered), (0,quantity.count)(base.lines.total), "", percentText(base.lines)],
        ...parts.map((part) => [
            movement_CAUSES[part.cause],
            signed(part.covered),
            signed(part.total),
            (0,quantity.count)(part.files),
            "",
        ]),
        [{ strong: "Now" }, (0,quantity.count)(total.lines.covered), (0,quantity.count)(total.lines.total), "", { strong: percentText(total.lines) }],
    ];
    return [
        {
            kind: "details",
            summary: { strong: "Why the total moved" },
            blocks: [
                {
                    kind: "table",
                    columns: [
                        { header: "Cause" },
                        { header: "Covered", align: "right" },
                        { header: "Measured", align: "right" },
                        { header: "Files", align: "right" },
                        { header: "Value", align: "right" },
                    ],
                    rows,
                },
            ],
        },
    ];
}
/**
 * Files with lines that the change does not touch, but whose coverage changed: a test that was lost, or one that
 * reaches further.
 */
function indirectChanges({ movement }) {
    const files = movement?.indirect ?? [];
    if (files.length === 0)
        return [];
    return [
        {
            kind: "details",
            summary: [{ strong: "Coverage of untouched lines changed" }, ` in ${(0,quantity.counted)(files.length, "file")}`],
            blocks: [
                {
                    kind: "table",
                    columns: [{ header: "File" }, { header: "No longer covered" }, { header: "Now covered", align: "right" }],
                    rows: files.map((file) => [
                        { code: file.path },
                        file.noLongerCovered.slice(0, MAX_RANGES_SHOWN).map(rangeText).join(", ") +
                            (file.noLongerCovered.length > MAX_RANGES_SHOWN ? " ..." : ""),
                        file.newlyCovered === 0 ? "" : (0,quantity.counted)(file.newlyCovered, "line"),
                    ]),
                    noun: "files",
                    weight: WEIGHT.indirect,
                },
            ],
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/notes.js


const notes_MARKS = {
    warning: `${mark/* MARK */.M.warning} Warning:`,
    note: `${mark/* MARK */.M.note} Note:`,
};
/** Things a reader has to know, warnings first. */
function notesList(result) {
    const notes = [...result.notes, ...comparisonNotes(result)];
    if (notes.length === 0)
        return [];
    const ordered = [
        ...notes.filter(({ level }) => level === "warning"),
        ...notes.filter(({ level }) => level === "note"),
    ];
    const items = ordered.map((note) => [{ strong: notes_MARKS[note.level] }, " ", ...(0,prose/* prose */.C)(note.text)]);
    return [{ kind: "list", items, noun: "notes" }];
}
/** Why something is missing that people expect, where no gate's sentence says it already. */
function comparisonNotes({ gates, patch, baseline }) {
    const isSaid = (...kinds) => gates.some((gate) => kinds.includes(gate.kind) && gate.verdict !== "pass");
    if (patch.reason !== undefined)
        return isSaid("patch", "patch-branch") ? [] : [{ level: "note", text: `No changed lines: ${patch.reason}.` }];
    if (baseline.state === "missing" && !isSaid("decrease"))
        return [{ level: "note", text: `No baseline: ${baseline.reason}.` }];
    return [];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/reports-read.js



/** The report files that the numbers were made of. */
function reportsRead({ reports }) {
    return {
        kind: "details",
        summary: `${(0,quantity.counted)(reports.length, "report")} read`,
        blocks: [
            {
                kind: "table",
                columns: [
                    { header: "Report" },
                    { header: "Format" },
                    { header: "Size", align: "right" },
                    { header: "Files", align: "right" },
                    { header: "Lines", align: "right" },
                ],
                rows: reports.map((report) => [
                    { code: report.file },
                    report.format,
                    bytesText(report.bytes),
                    (0,quantity.count)(report.files),
                    ratioText(report.lines),
                ]),
                noun: "reports",
                weight: WEIGHT.reports,
            },
        ],
    };
}
function bytesText(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/uncovered-lines.js





/** Ranges of one file; the result file has them all. */
const uncovered_lines_MAX_RANGES_SHOWN = 12;
/** With more files the list is folded. */
const uncovered_lines_MAX_OPEN = 10;
/**
 * Changed lines that no test runs, and those with an untaken branch, each with a link and the function that it is in. A
 * list and no table: of a table narrow screens would show the paths alone.
 */
function uncoveredLines({ patch, context }) {
    const { files, filesByDefault = [] } = patch;
    return [...listOf(files, "", context), ...listOf(filesByDefault, " that count on the default branch alone", context)];
}
function listOf(all, which, context) {
    const files = all.filter((file) => file.missing.length > 0 || file.partial.length > 0);
    if (files.length === 0)
        return [];
    return [
        {
            kind: "details",
            summary: [...uncovered_lines_summaryOf(files), which],
            open: files.length <= uncovered_lines_MAX_OPEN,
            blocks: [
                {
                    kind: "list",
                    items: files.map((file) => [
                        { code: file.path },
                        ` (${ratioText(file.lines)}): `,
                        ...rangeLinks(context, file),
                    ]),
                    noun: "files",
                    weight: WEIGHT.uncovered,
                },
            ],
        },
    ];
}
/** `7 uncovered changed lines in 3 files, untaken branches in 2 more` */
function uncovered_lines_summaryOf(files) {
    const uncovered = files.filter((file) => file.missing.length > 0);
    const onlyPartial = files.length - uncovered.length;
    if (uncovered.length === 0)
        return [{ strong: "Changed lines with untaken branches" }, ` in ${(0,quantity.counted)(onlyPartial, "file")}`];
    const missed = uncovered.reduce((sum, file) => sum + missedOf(file.lines), 0);
    const more = onlyPartial === 0 ? "" : `, untaken branches in ${(0,quantity.count)(onlyPartial)} more`;
    return [
        { strong: `${(0,quantity.count)(missed)} uncovered changed ${(0,quantity.plural)(missed, "line")}` },
        ` in ${(0,quantity.counted)(uncovered.length, "file")}${more}`,
    ];
}
/** `main 3–5, 9; Parser::parse 20 (branch)`: ranges in their order, each function's name once in front of its own. */
function rangeLinks(context, file) {
    const ranges = [
        ...file.missing.map((range) => ({ range, mark: "" })),
        ...file.partial.map((range) => ({ range, mark: " (branch)" })),
    ].sort((a, b) => a.range[0] - b.range[0]);
    const functionOf = functionsByRange(file);
    let before;
    const shown = ranges.slice(0, uncovered_lines_MAX_RANGES_SHOWN).flatMap(({ range, mark }, at) => {
        const inside = functionOf(range);
        const separator = at === 0 ? "" : inside === before ? ", " : "; ";
        const name = inside === undefined || inside === before ? [] : [{ code: inside }, " "];
        before = inside;
        return [separator, ...name, rangeLink(context, file.path, range, mark)];
    });
    const rest = ranges.length - uncovered_lines_MAX_RANGES_SHOWN;
    return rest > 0 ? [...shown, ` and ${rest} more`] : shown;
}
function rangeLink(context, path, range, mark) {
    return { link: { text: `${rangeText(range)}${mark}`, href: diffLink(context, path, range) } };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/rendering/unmeasured-files.js


/** Changed files that `require-measured` matches and no report knows. */
function unmeasuredFiles({ patch: { unmeasured } }) {
    if (unmeasured.length === 0)
        return [];
    const items = unmeasured.map((path) => ({ code: path }));
    return [
        {
            kind: "details",
            summary: { strong: `${(0,quantity.counted)(unmeasured.length, "changed file")} in no report` },
            blocks: [{ kind: "list", items, noun: "files", weight: WEIGHT.filesBelow }],
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/render.js
















/** A result in words, tables and files. Pure: the same result gives the same bytes. */
function render(result) {
    const blocks = [
        ...(0,lowered_input.loweredAlerts)(result.loweredGates),
        gatesTable(result),
        ...judgements(result),
        ...componentsTable(result),
        ...uncoveredLines(result),
        ...unmeasuredFiles(result),
        ...filesBelow(result),
        ...changedFiles(result),
        ...totalMovement(result),
        ...indirectChanges(result),
    ];
    const closing = [...notesList(result), comparedWith(result)];
    return {
        title: result.name === "" ? "Coverage" : `Coverage: ${result.name}`,
        comment: [...blocks, ...closing],
        summary: [...blocks, ...mostUncoveredFiles(result), reportsRead(result), ...closing],
        annotations: [...allowedAnnotations(result.gates), ...annotations(result.patch.files)],
        outputs: stepOutputs(result),
        files: [
            { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
            ...badgeFiles(result),
        ],
    };
}

;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/main.js





const coverageGate = {
    name: "coverage-gate",
    title: "Coverage",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    render: render,
    publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
    conclude: conclude,
};


/***/ }),

/***/ 9907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pQ: () => (/* binding */ SCOPE_INPUTS),
  gJ: () => (/* binding */ SCOPE_KEYS),
  H$: () => (/* binding */ readPathRules),
  hx: () => (/* binding */ readScope)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __webpack_require__(2404);
// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var src_globs = __webpack_require__(5931);
;// CONCATENATED MODULE: ./build/js/packages/coverage/src/components.js


const COMPONENT_METRICS = ["line", "branch", "function", "patch"];
const EXAMPLE = "`api: services/api/**, !**/generated/**: line 80, patch 90`";
/**
 * One component a line: `name: glob, glob: line 80, branch 70, function 60, patch 90`; a lone number is the line
 * minimum.
 */
function parseComponentLines(lines) {
    const problems = [];
    const components = lines.flatMap((line) => {
        const match = /^([^:]+):\s(.+?)(?::\s+([^:]*))?$/.exec(line);
        if (match === null) {
            problems.push(`\`${line}\` is not a component; write ${EXAMPLE}`);
            return [];
        }
        const [, name = "", globs = "", minimums = ""] = match;
        return [
            {
                name: name.trim(),
                globs: splitList(globs),
                minimums: parseMinimums(name.trim(), splitList(minimums), problems),
            },
        ];
    });
    return checked(components, problems);
}
/** The same as data: `{ name: { paths: glob | [glob], line: 80, ... } }` or a list of `{ name, paths, line, ... }`. */
function parseComponentData(data) {
    const problems = [];
    const entries = Array.isArray(data)
        ? data.map((entry) => [textOf(entry?.name), entry])
        : typeof data === "object" && data !== null
            ? Object.entries(data)
            : [];
    if (entries.length === 0)
        problems.push(`is neither a map nor a list of components; write ${EXAMPLE}`);
    const components = entries.flatMap(([name, entry]) => {
        if (typeof entry !== "object" || entry === null) {
            problems.push(`component \`${name}\` has no \`paths\``);
            return [];
        }
        const { paths, ...rest } = entry;
        const minimums = {};
        for (const [key, value] of Object.entries(rest)) {
            if (key === "name")
                continue;
            if (isMetric(key))
                minimums[key] = textOf(value);
            else
                problems.push(`component \`${name}\` has the unknown key \`${key}\`; write one of ${COMPONENT_METRICS.join(", ")}`);
        }
        const globs = Array.isArray(paths) ? paths.map(textOf) : splitList(textOf(paths));
        return [{ name, globs, minimums }];
    });
    return checked(components, problems);
}
function checked(components, problems) {
    const names = new Set();
    for (const { name, globs } of components) {
        if (name === "")
            problems.push("a component has no name");
        if (names.has(name))
            problems.push(`component \`${name}\` is listed twice`);
        names.add(name);
        if (globs.length === 0)
            problems.push(`component \`${name}\` has no paths; write ${EXAMPLE}`);
        for (const glob of globs) {
            const problem = (0,src_globs/* patternProblem */.A)(glob);
            if (problem !== undefined)
                problems.push(`component \`${name}\`: the pattern \`${glob.slice(0, 60)}\` ${problem}`);
        }
    }
    return { components, problems };
}
function parseMinimums(name, items, problems) {
    const minimums = {};
    for (const item of items) {
        const [, metric = "line", value] = /^(?:([a-z]+)\s+)?(\S+)$/.exec(item) ?? [];
        if (value === undefined || !isMetric(metric)) {
            problems.push(`component \`${name}\` has the minimum \`${item}\`; write ${COMPONENT_METRICS.map((known) => `\`${known} 80\``).join(" or ")}`);
        }
        else
            minimums[metric] = value;
    }
    return minimums;
}
function isMetric(text) {
    return COMPONENT_METRICS.includes(text);
}
/** Commas inside braces belong to the glob. */
function splitList(text) {
    const items = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === "\\")
            at++;
        else if (text[at] === "{")
            at = (0,glob/* bracesAt */.U)(text, at)?.end ?? at;
        else if (text[at] === ",") {
            items.push(text.slice(start, at));
            start = at + 1;
        }
    }
    return [...items, text.slice(start)].map((item) => item.trim()).filter((item) => item !== "");
}
function textOf(value) {
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

// EXTERNAL MODULE: ./build/js/packages/coverage/src/path-rules.js
var path_rules = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/js/packages/reading/src/decimal.js
var decimal = __webpack_require__(4127);
;// CONCATENATED MODULE: ./build/js/actions/coverage-gate/src/scope.js



/** The inputs that a scope is made of, in the order in which reports name them. */
const SCOPE_INPUTS = ["exclude", "components", "require-measured", "totals", "shards", "path-map"];
/** Where each input stands in a scope. */
const SCOPE_KEYS = {
    exclude: "exclude",
    components: "components",
    "require-measured": "requireMeasured",
    totals: "totals",
    shards: "shards",
    "path-map": "pathRules",
};
/**
 * What is wrong with the inputs is remembered by the reader.
 *
 * @param pathRules where they were read before: problems are told in the order in which inputs are read.
 */
async function readScope(reader, pathRules = readPathRules(reader)) {
    return {
        components: await readComponents(reader),
        requireMeasured: reader.globs("require-measured"),
        exclude: reader.globs("exclude"),
        totals: reader.enumeration("totals", ["lines", "declared"], "lines"),
        shards: reader.enumeration("shards", ["executed", "all"], "executed"),
        pathRules,
    };
}
function readPathRules(reader) {
    const { rules, problems } = (0,path_rules/* parsePathRules */.O9)(reader.list("path-map"));
    for (const problem of problems)
        reader.problem("path-map", `has a line that cannot be read: ${problem}`);
    return rules;
}
async function readComponents(reader) {
    const text = reader.string("components");
    if (text === "")
        return [];
    const { components, problems } = looksLikeYaml(text)
        ? parseComponentData(await parseYaml(reader, text))
        : parseComponentLines(reader.list("components"));
    for (const problem of problems)
        reader.problem("components", `cannot be used: ${problem}`);
    return components.map(({ name, globs, minimums }) => ({
        name,
        globs,
        minimums: readMinimums(reader, name, minimums),
    }));
}
function readMinimums(reader, component, texts) {
    const minimums = {};
    for (const [metric, text] of Object.entries(texts)) {
        const minimum = (0,decimal/* parseDecimal */.$)(text.replace(/\s*%$/, ""));
        if (minimum === undefined || (0,decimal/* compareDecimals */.Y)(minimum, HUNDRED) > 0) {
            reader.problem("components", `gives \`${component}\` the ${metric} minimum \`${text}\`; write a percentage from 0 to 100`);
        }
        else
            minimums[metric] = minimum;
    }
    return minimums;
}
const HUNDRED = { text: "100", numerator: 100n, denominator: 1n };
/** YAML has a list or a key without a value; a line of ours has neither. */
function looksLikeYaml(text) {
    return /^\s*-\s/m.test(text) || /^[^:#\n]+:\s*$/m.test(text);
}
async function parseYaml(reader, text) {
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5565));
    try {
        return parse(text, { maxAliasCount: 0 });
    }
    catch (error) {
        reader.problem("components", `is not valid YAML: ${error.message.split("\n")[0]}`);
        return [];
    }
}


/***/ }),

/***/ 2541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ MAX_LINE),
/* harmony export */   So: () => (/* binding */ MAX_HITS),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   j4: () => (/* binding */ NAMED_BRANCH)
/* harmony export */ });
/**
 * The one form that every coverage report is turned into. Tables are columns of typed arrays, sorted by their key
 * without repeats: a report of 12 million records is a few hundred arrays, not 12 million objects.
 */
/** Hit counts saturate here, so that adding them stays exact and associative. */
const MAX_HITS = Number.MAX_SAFE_INTEGER;
/**
 * The last line number a source file may have; more is a damaged report (tables are sparse, so a lone high line costs
 * nothing).
 */
const MAX_LINE = 0x7fffffff;
/** Identities from here on are indexes into BranchTable.names. */
const NAMED_BRANCH = 0x80000000;
const FORMATS = [
    "lcov",
    "cobertura",
    "jacoco",
    "clover",
    "go",
    "llvm-cov",
    "istanbul",
    "istanbul-summary",
    "coverage.py",
    "simplecov",
    "opencover",
    "scoverage",
];


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ applyRules),
/* harmony export */   O9: () => (/* binding */ parsePathRules),
/* harmony export */   lY: () => (/* binding */ afterPrefix)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_glob__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2404);
/* harmony import */ var _jessy_actions_reading_globs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5931);
/* harmony import */ var _report_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7242);



/**
 * `from => to`, one rule a line. A rule's left side is a prefix, or a glob that the whole prefix must match.
 * `report: from => to` is for the reports that the path or glob before the colon matches. The blank after the colon
 * tells it from a drive letter.
 */
function parsePathRules(lines) {
    const rules = [];
    const problems = [];
    for (const line of lines) {
        const match = /^(?:([^=]*?\S):\s+)?(.+?)=>(.*)$/.exec(line);
        if (match === null) {
            problems.push(`\`${line}\` is not a rule; write \`/path/in/the/report => path/in/the/repository\``);
            continue;
        }
        const report = match[1] === undefined ? undefined : (0,_report_path_js__WEBPACK_IMPORTED_MODULE_2__/* .normalize */ .S8)(match[1].trim());
        const from = (0,_report_path_js__WEBPACK_IMPORTED_MODULE_2__/* .normalize */ .S8)(match[2].trim());
        const isGlob = /[*?[{]/.test(from);
        const problem = (isGlob ? (0,_jessy_actions_reading_globs__WEBPACK_IMPORTED_MODULE_1__/* .patternProblem */ .A)(from) : undefined) ?? (report && (0,_jessy_actions_reading_globs__WEBPACK_IMPORTED_MODULE_1__/* .patternProblem */ .A)(report));
        if (problem !== undefined)
            problems.push(`\`${line}\` ${problem}`);
        else {
            rules.push({
                from,
                to: (0,_report_path_js__WEBPACK_IMPORTED_MODULE_2__/* .normalize */ .S8)(match[3].trim()),
                ...(isGlob && { glob: (0,_jessy_actions_reading_glob__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(from) }),
                ...(report !== undefined && { report: (0,_jessy_actions_reading_glob__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(report) }),
            });
        }
    }
    return { rules, problems };
}
/**
 * What the first rule that fits makes of a path; undefined if none does. @param report the path of the report, as the
 * rules for single reports spell it.
 */
function applyRules(rules, path, report) {
    for (const { from, to, glob, report: isFor } of rules) {
        if (isFor?.(report) === false)
            continue;
        const rest = glob === undefined ? afterPrefix(path, from) : afterFolders(path, glob);
        if (rest !== undefined)
            return (0,_report_path_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(to, rest);
    }
    return undefined;
}
/** The rest after a prefix of whole folders. */
function afterPrefix(path, prefix) {
    if (path === prefix)
        return "";
    if (prefix === "")
        return path;
    const whole = prefix.endsWith("/") ? prefix : `${prefix}/`;
    return path.startsWith(whole) ? path.slice(whole.length) : undefined;
}
/** The rest after the longest run of folders that a glob matches. */
function afterFolders(path, matches) {
    const parts = path.split("/");
    for (let at = parts.length - 1; at > 0; at--) {
        if (matches(parts.slice(0, at).join("/")))
            return parts.slice(at).join("/");
    }
    return undefined;
}


/***/ }),

/***/ 9347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ floorPercent),
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   EE: () => (/* binding */ pointsBetween),
/* harmony export */   EX: () => (/* binding */ percentBeside),
/* harmony export */   SE: () => (/* binding */ shortfall),
/* harmony export */   Xf: () => (/* binding */ formatPoints),
/* harmony export */   aH: () => (/* binding */ withinDecrease),
/* harmony export */   s$: () => (/* binding */ addRatios)
/* harmony export */ });
/* unused harmony export ZERO_RATIO */
const ZERO_RATIO = { covered: 0, total: 0 };
function addRatios(ratios) {
    let covered = 0;
    let total = 0;
    for (const ratio of ratios) {
        covered += ratio.covered;
        total += ratio.total;
    }
    return { covered, total };
}
/**
 * Whether a ratio reaches a percentage, in exact integers: 7995 of 10000 does not reach 80. Nor does a ratio of
 * nothing.
 */
function meets(ratio, percent) {
    return (ratio.total > 0 && BigInt(ratio.covered) * 100n * percent.denominator >= percent.numerator * BigInt(ratio.total));
}
/** How many more things must be covered for the ratio to reach the percentage; 0 if it does. */
function shortfall(ratio, percent) {
    const needed = ceilDivide(percent.numerator * BigInt(ratio.total), 100n * percent.denominator);
    const missing = Number(needed) - ratio.covered;
    return missing > 0 ? missing : 0;
}
/**
 * A ratio in percent, rounded down: `100.00` only when everything is covered, and never a minimum that was not reached.
 */
function floorPercent(ratio, decimals = 2) {
    if (ratio.total === 0)
        throw new RangeError("nothing was measured, so there is no percentage");
    return formatScaled((BigInt(ratio.covered) * 100n * 10n ** BigInt(decimals)) / BigInt(ratio.total), decimals);
}
/**
 * A ratio in percent for a sentence about a minimum: as many decimals as a number below the minimum needs to look below
 * it, at least two.
 */
function percentBeside(ratio, percent) {
    const decimals = Math.max(2, percent.denominator.toString().length - 1);
    return floorPercent(ratio, decimals);
}
/** Percentage points from one ratio to another, positive when it rose. Both must have measured something. */
function pointsBetween(from, to) {
    return {
        numerator: 100n * (BigInt(to.covered) * BigInt(from.total) - BigInt(from.covered) * BigInt(to.total)),
        denominator: BigInt(from.total) * BigInt(to.total),
    };
}
/** Whether percentage points lost stay within a tolerance. */
function withinDecrease(points, tolerance) {
    return points.numerator * tolerance.denominator >= -tolerance.numerator * points.denominator;
}
/**
 * Percentage points with a sign, rounded down (towards failure), so a loss never looks smaller than it is: `-0.01`,
 * `+1.20`, `0.00`.
 */
function formatPoints(points, decimals = 2) {
    const scale = 10n ** BigInt(decimals);
    const scaled = floorDivide(points.numerator * scale, points.denominator);
    if (scaled === 0n)
        return formatScaled(0n, decimals);
    return scaled < 0n ? `-${formatScaled(-scaled, decimals)}` : `+${formatScaled(scaled, decimals)}`;
}
function formatScaled(scaled, decimals) {
    const digits = scaled.toString().padStart(decimals + 1, "0");
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
/** For positive denominators. */
function floorDivide(numerator, denominator) {
    const quotient = numerator / denominator;
    return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
function ceilDivide(numerator, denominator) {
    return (numerator + denominator - 1n) / denominator;
}


/***/ }),

/***/ 7242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   S8: () => (/* binding */ normalize),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Forward slashes, no `.` and `..`, no `file://`, no drive letter, no `/_/` of deterministic .NET builds. */
function normalize(path) {
    const plain = path
        .replaceAll("\\", "/")
        .replace(/^file:\/\//, "")
        .replace(/^\/?[A-Za-z]:\//, "/")
        .replace(/^\/_\d*\//, "");
    const absolute = plain.startsWith("/");
    const parts = [];
    for (const part of plain.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part === ".." && parts.length > 0 && parts.at(-1) !== "..")
            parts.pop();
        else if (part !== ".." || !absolute)
            parts.push(part);
    }
    return (absolute ? "/" : "") + parts.join("/");
}
function joinPath(folder, rest) {
    return normalize(folder === "" ? rest : `${folder}/${rest}`);
}
/** `a/b/c.ts` -> `a/b`; a bare name gives the empty string. */
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function nameOf(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
function partsOf(path) {
    return path.split("/").filter((part) => part !== "");
}


/***/ })

};
