export const id = 227;
export const ids = [227];
export const modules = {

/***/ 2227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPackageJson: () => (/* binding */ readPackageJson)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var src_json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/json-lines.js
/**
 * The line on which the value at a path begins in a text that is valid JSON; undefined when there is none. Of two members of one name the
 * last counts, as for JSON.parse.
 */
function lineOfValue(text, path) {
    let at = 0;
    let line = 1;
    /** How many parts of the path the open objects match; -1 for one that is not on it. */
    const matched = [];
    let keyMatches = 0;
    let found;
    while (at < text.length) {
        const character = text[at];
        if (character === "\n")
            line++;
        else if (character === "{" || character === "[") {
            noteValue();
            matched.push(keyMatches);
            keyMatches = -1;
        }
        else if (character === "}" || character === "]") {
            matched.pop();
            keyMatches = -1;
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (isKey(text, end)) {
                const depth = matched.at(-1);
                const isNext = JSON.parse(text.slice(at, end)) === path[depth];
                keyMatches = isNext ? depth + 1 : -1;
                // A later member of the same name takes the place of what was found in an earlier one.
                if (isNext)
                    found = undefined;
            }
            else {
                noteValue();
                keyMatches = -1;
            }
            at = end;
            continue;
        }
        else if (/[-0-9tfn]/.test(character)) {
            noteValue();
            keyMatches = -1;
        }
        at++;
    }
    return found;
    function noteValue() {
        if (keyMatches === path.length)
            found = line;
    }
}
function endOfString(text, start) {
    let at = start + 1;
    while (at < text.length && text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at + 1;
}
function isKey(text, end) {
    let at = end;
    while (" \t\r\n".includes(text[at]))
        at++;
    return text[at] === ":";
}

// EXTERNAL MODULE: ./build/js/packages/versioning/src/manifests/manifest.js
var manifest = __webpack_require__(5718);
;// CONCATENATED MODULE: ./build/js/packages/versioning/src/manifests/package-json.js




const LOCKS = ["npm-shrinkwrap.json", "package-lock.json"];
/**
 * Reads an npm package's version, and what its lock files say: beside it `version` and `packages[""].version`; above it, if it is a workspace,
 * `packages["its/folder"].version`. A private package without a version is never published, so it is skipped.
 *
 * @param files must hold every package-lock.json and npm-shrinkwrap.json beside and above it
 */
function readPackageJson(path, files) {
    const reader = new manifest/* ManifestReader */.pT();
    const root = open(path);
    if (root === undefined)
        return reader.finish();
    const version = root.get("version");
    if (version.isMissing) {
        if (root.get("private").raw === true)
            return reader.finish("is private and has no version");
        reader.problem(path, 1, "has no version");
        return reader.finish();
    }
    note(path, root, ["version"], "version");
    const folder = (0,manifest/* folderOf */.yS)(path);
    for (const above of (0,manifest/* foldersUpwards */.Qs)(folder)) {
        const place = above === folder ? "" : folder.slice(above === "" ? 0 : above.length + 1);
        for (const name of LOCKS) {
            const lockPath = (0,manifest/* joinPath */.uJ)(above, name);
            const lock = files.has(lockPath) ? open(lockPath) : undefined;
            if (lock === undefined)
                continue;
            if (place === "")
                note(lockPath, lock, ["version"], "version");
            note(lockPath, lock, ["packages", place, "version"], `packages["${place}"].version`);
        }
    }
    return reader.finish();
    function open(file) {
        const text = files.get(file);
        if (text === undefined) {
            reader.problem(file, 1, "does not exist");
            return undefined;
        }
        try {
            const json = (0,src_json.parseJson)([new TextEncoder().encode(text)]);
            if (!json.isObject)
                throw json.not("an object");
            return json;
        }
        catch (error) {
            if (!(error instanceof report_error.ReportError))
                throw error;
            reader.problem(file, 1, error.message);
            return undefined;
        }
    }
    /** A lock file of an old npm, or of other folders, has no such member. */
    function note(file, json, keys, field) {
        const value = keys.reduce((each, key) => each.get(key), json);
        if (value.isMissing)
            return;
        const line = lineOfValue(files.get(file), keys);
        if (typeof value.raw === "string")
            reader.find(file, line, field, value.raw);
        else
            reader.problem(file, line, `has ${(0,manifest/* quote */.hD)(value.raw)} for ${field}; write a string`);
    }
}


/***/ })

};
