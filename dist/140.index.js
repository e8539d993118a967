export const id = 140;
export const ids = [140];
export const modules = {

/***/ 8140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCargoToml: () => (/* binding */ readCargoToml)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7428);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5718);


/**
 * Reads a crate's version, or a workspace's (https://doc.rust-lang.org/cargo/reference/manifest.html#the-version-field).
 *
 * That is `package.version`, which a crate may inherit (`version.workspace = true`) from the nearest manifest above with a `[workspace]`, or
 * from the one that `package.workspace` names. A manifest without `package` gives `workspace.package.version`. The entries of these crates in
 * the Cargo.lock beside the workspace's root (found by name, and by having no `source`) must have the same version.
 *
 * @param files must hold every Cargo.toml and Cargo.lock of the repository: only this function knows which of them matter
 */
function readCargoToml(path, files) {
    const reader = new _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestReader */ .pT();
    const manifests = new Map();
    const manifest = open(path);
    if (manifest === undefined)
        return reader.finish();
    const crate = manifest.root.get("package");
    if (crate.isObject) {
        readCrate(manifest, crate);
        return reader.finish();
    }
    if (!manifest.root.get("workspace").isObject) {
        reader.problem(path, 1, "has neither a package nor a workspace");
        return reader.finish();
    }
    readInherited(path, manifest);
    const folder = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(path);
    const members = [...files.keys()].filter((each) => isMember(each, path)).map((each) => nameOf(open(each)));
    checkLock(folder, members);
    return reader.finish();
    /** Reads a manifest once. Undefined when it is missing or not valid TOML, which is reported once. */
    function open(file) {
        if (manifests.has(file))
            return manifests.get(file);
        let read;
        const text = files.get(file);
        try {
            if (text === undefined)
                reader.problem(file, 1, "does not exist");
            else
                read = new _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__.TomlFile(text);
        }
        catch (error) {
            if (!(error instanceof _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__.TomlProblem))
                throw error;
            reader.problem(file, error.line, error.message);
        }
        manifests.set(file, read);
        return read;
    }
    /** A manifest that nobody asked about, such as a test's fixture, may be broken: cargo would complain if it were a member. */
    function openQuietly(file) {
        if (manifests.has(file))
            return manifests.get(file);
        try {
            const read = new _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__.TomlFile(files.get(file));
            manifests.set(file, read);
            return read;
        }
        catch (error) {
            if (!(error instanceof _jessy_actions_reading_toml__WEBPACK_IMPORTED_MODULE_0__.TomlProblem))
                throw error;
            return undefined;
        }
    }
    function readCrate(own, package_) {
        const version = package_.get("version");
        const line = own.lineOf(["package", "version"]);
        const rootPath = workspaceOf(path, package_, own);
        if (version.isObject) {
            if (version.get("workspace").raw !== true) {
                reader.problem(path, line, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(version.raw)} for package.version; write a string or \`version.workspace = true\``);
                return;
            }
            if (rootPath === undefined) {
                reader.problem(path, line, "inherits its version, but no Cargo.toml above it has a [workspace]");
                return;
            }
            const root = open(rootPath);
            if (root === undefined)
                return;
            readInherited(rootPath, root);
        }
        else if (version.isMissing) {
            // Since Cargo 1.75 a crate may have no version; it is then 0.0.0.
            reader.find(path, own.lineOf(["package"]), "package.version (not set)", "0.0.0");
        }
        else if (typeof version.raw === "string")
            reader.find(path, line, "package.version", version.raw);
        else
            reader.problem(path, line, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(version.raw)} for package.version; write a string`);
        checkLock((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(rootPath ?? path), [nameOf(own)]);
    }
    function readInherited(rootPath, root) {
        const version = root.root.get("workspace").get("package").get("version");
        const line = root.lineOf(["workspace", "package", "version"]);
        if (typeof version.raw === "string")
            reader.find(rootPath, line, "workspace.package.version", version.raw);
        else
            reader.problem(rootPath, line, "has no workspace.package.version");
    }
    /** The manifest of the workspace that a crate belongs to: its own if it has a `[workspace]`. */
    function workspaceOf(file, package_, own) {
        const named = package_.get("workspace").raw;
        if (typeof named === "string") {
            const folder = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePath */ .o1)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(file), named);
            return folder === undefined ? undefined : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(folder, "Cargo.toml");
        }
        if (own.root.get("workspace").isObject)
            return file;
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .foldersUpwards */ .Qs)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(file))
            .map((folder) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(folder, "Cargo.toml"))
            .find((each) => files.has(each) && open(each)?.root.get("workspace").isObject === true);
    }
    /** Whether a crate inherits its version from a workspace's manifest. */
    function isMember(file, rootPath) {
        if (!file.endsWith("/Cargo.toml") || !isWithin(file, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(rootPath)))
            return false;
        // Most manifests do not: then there is nothing to parse.
        if (!files.get(file).includes("workspace"))
            return false;
        const own = openQuietly(file);
        const package_ = own?.root.get("package");
        if (own === undefined || package_?.get("version").get("workspace").raw !== true)
            return false;
        return workspaceOf(file, package_, own) === rootPath;
    }
    function checkLock(folder, names) {
        const lockPath = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(folder, "Cargo.lock");
        if (names.length === 0 || !files.has(lockPath))
            return;
        const lock = open(lockPath);
        const packages = lock?.root.get("package");
        if (lock === undefined || packages?.isList !== true)
            return;
        const entries = [...packages.items()]
            .map((entry, index) => ({ entry, index }))
            .filter(({ entry }) => entry.get("source").isMissing);
        for (const name of names) {
            if (name === undefined)
                continue;
            const own = entries.filter(({ entry }) => entry.get("name").raw === name);
            if (own.length === 0) {
                reader.problem(lockPath, 1, `has no entry for the crate ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}; run \`cargo update --workspace\``);
            }
            for (const { entry, index } of own) {
                const line = lock.lineInElement("package", index, "version");
                const version = entry.get("version").raw;
                if (typeof version === "string")
                    reader.find(lockPath, line, `the version of ${name}`, version);
                else
                    reader.problem(lockPath, line, `has ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(version)} for the version of ${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}`);
            }
        }
    }
}
function nameOf(manifest) {
    const name = manifest.root.get("package").get("name").raw;
    return typeof name === "string" ? name : undefined;
}
function isWithin(file, folder) {
    return folder === "" || file.startsWith(`${folder}/`);
}


/***/ })

};
