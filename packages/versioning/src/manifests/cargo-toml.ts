import type { JsonValue } from "@jessy-actions/reading/json";
import { TomlFile, TomlProblem } from "@jessy-actions/reading/toml";
import {
  folderOf,
  foldersUpwards,
  joinPath,
  type ManifestFiles,
  ManifestReader,
  type ManifestReading,
  quote,
  resolvePath,
} from "./manifest.ts";

/**
 * Reads a crate's version, or a workspace's (https://doc.rust-lang.org/cargo/reference/manifest.html#the-version-field).
 *
 * That is `package.version`, which a crate may inherit (`version.workspace = true`) from the nearest manifest above with a `[workspace]`, or
 * from the one that `package.workspace` names. A manifest without `package` gives `workspace.package.version`. The entries of these crates in
 * the Cargo.lock beside the workspace's root (found by name, and by having no `source`) must have the same version.
 *
 * @param files must hold every Cargo.toml and Cargo.lock of the repository: only this function knows which of them matter
 */
export function readCargoToml(path: string, files: ManifestFiles): ManifestReading {
  const reader = new ManifestReader();
  const manifests = new Map<string, TomlFile | undefined>();
  const manifest = open(path);
  if (manifest === undefined) return reader.finish();
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
  const folder = folderOf(path);
  const members = [...files.keys()].filter((each) => isMember(each, path)).map((each) => nameOf(open(each)!));
  checkLock(folder, members);
  return reader.finish();

  /** Reads a manifest once. Undefined when it is missing or not valid TOML, which is reported once. */
  function open(file: string): TomlFile | undefined {
    if (manifests.has(file)) return manifests.get(file);
    let read: TomlFile | undefined;
    const text = files.get(file);
    try {
      if (text === undefined) reader.problem(file, 1, "does not exist");
      else read = new TomlFile(text);
    } catch (error) {
      if (!(error instanceof TomlProblem)) throw error;
      reader.problem(file, error.line, error.message);
    }
    manifests.set(file, read);
    return read;
  }

  /** A manifest that nobody asked about, such as a test's fixture, may be broken: cargo would complain if it were a member. */
  function openQuietly(file: string): TomlFile | undefined {
    if (manifests.has(file)) return manifests.get(file);
    try {
      const read = new TomlFile(files.get(file)!);
      manifests.set(file, read);
      return read;
    } catch (error) {
      if (!(error instanceof TomlProblem)) throw error;
      return undefined;
    }
  }

  function readCrate(own: TomlFile, package_: JsonValue): void {
    const version = package_.get("version");
    const line = own.lineOf(["package", "version"]);
    const rootPath = workspaceOf(path, package_, own);
    if (version.isObject) {
      if (version.get("workspace").raw !== true) {
        reader.problem(
          path,
          line,
          `has ${quote(version.raw)} for package.version; write a string or \`version.workspace = true\``,
        );
        return;
      }
      if (rootPath === undefined) {
        reader.problem(path, line, "inherits its version, but no Cargo.toml above it has a [workspace]");
        return;
      }
      const root = open(rootPath);
      if (root === undefined) return;
      readInherited(rootPath, root);
    } else if (version.isMissing) {
      // Since Cargo 1.75 a crate may have no version; it is then 0.0.0.
      reader.find(path, own.lineOf(["package"]), "package.version (not set)", "0.0.0");
    } else if (typeof version.raw === "string") reader.find(path, line, "package.version", version.raw);
    else reader.problem(path, line, `has ${quote(version.raw)} for package.version; write a string`);
    checkLock(folderOf(rootPath ?? path), [nameOf(own)]);
  }

  function readInherited(rootPath: string, root: TomlFile): void {
    const version = root.root.get("workspace").get("package").get("version");
    const line = root.lineOf(["workspace", "package", "version"]);
    if (typeof version.raw === "string") reader.find(rootPath, line, "workspace.package.version", version.raw);
    else reader.problem(rootPath, line, "has no workspace.package.version");
  }

  /** The manifest of the workspace that a crate belongs to: its own if it has a `[workspace]`. */
  function workspaceOf(file: string, package_: JsonValue, own: TomlFile): string | undefined {
    const named = package_.get("workspace").raw;
    if (typeof named === "string") {
      const folder = resolvePath(folderOf(file), named);
      return folder === undefined ? undefined : joinPath(folder, "Cargo.toml");
    }
    if (own.root.get("workspace").isObject) return file;
    return foldersUpwards(folderOf(file))
      .map((folder) => joinPath(folder, "Cargo.toml"))
      .find((each) => files.has(each) && open(each)?.root.get("workspace").isObject === true);
  }

  /** Whether a crate inherits its version from a workspace's manifest. */
  function isMember(file: string, rootPath: string): boolean {
    if (!file.endsWith("/Cargo.toml") || !isWithin(file, folderOf(rootPath))) return false;
    // Most manifests do not: then there is nothing to parse.
    if (!files.get(file)!.includes("workspace")) return false;
    const own = openQuietly(file);
    const package_ = own?.root.get("package");
    if (own === undefined || package_?.get("version").get("workspace").raw !== true) return false;
    return workspaceOf(file, package_, own) === rootPath;
  }

  function checkLock(folder: string, names: readonly (string | undefined)[]): void {
    const lockPath = joinPath(folder, "Cargo.lock");
    if (names.length === 0 || !files.has(lockPath)) return;
    const lock = open(lockPath);
    const packages = lock?.root.get("package");
    if (lock === undefined || packages?.isList !== true) return;
    const entries = [...packages.items()]
      .map((entry, index) => ({ entry, index }))
      .filter(({ entry }) => entry.get("source").isMissing);
    for (const name of names) {
      if (name === undefined) continue;
      const own = entries.filter(({ entry }) => entry.get("name").raw === name);
      if (own.length === 0) {
        reader.problem(lockPath, 1, `has no entry for the crate ${quote(name)}; run \`cargo update --workspace\``);
      }
      for (const { entry, index } of own) {
        const line = lock.lineInElement("package", index, "version");
        const version = entry.get("version").raw;
        if (typeof version === "string") reader.find(lockPath, line, `the version of ${name}`, version);
        else reader.problem(lockPath, line, `has ${quote(version)} for the version of ${quote(name)}`);
      }
    }
  }
}

function nameOf(manifest: TomlFile): string | undefined {
  const name = manifest.root.get("package").get("name").raw;
  return typeof name === "string" ? name : undefined;
}

function isWithin(file: string, folder: string): boolean {
  return folder === "" || file.startsWith(`${folder}/`);
}
