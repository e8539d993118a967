import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { lineOfValue } from "./json-lines.ts";
import {
  folderOf,
  foldersUpwards,
  joinPath,
  type ManifestFiles,
  ManifestReader,
  type ManifestReading,
  quote,
} from "./manifest.ts";

const LOCKS = ["npm-shrinkwrap.json", "package-lock.json"] as const;

/**
 * Reads an npm package's version, and what its lock files say: beside it `version` and `packages[""].version`; above it, if it is a workspace,
 * `packages["its/folder"].version`. A private package without a version is never published, so it is skipped.
 *
 * @param files must hold every package-lock.json and npm-shrinkwrap.json beside and above it
 */
export function readPackageJson(path: string, files: ManifestFiles): ManifestReading {
  const reader = new ManifestReader();
  const root = open(path);
  if (root === undefined) return reader.finish();
  const version = root.get("version");
  if (version.isMissing) {
    if (root.get("private").raw === true) return reader.finish("is private and has no version");
    reader.problem(path, 1, "has no version");
    return reader.finish();
  }
  note(path, root, ["version"], "version");
  const folder = folderOf(path);
  for (const above of foldersUpwards(folder)) {
    const place = above === folder ? "" : folder.slice(above === "" ? 0 : above.length + 1);
    for (const name of LOCKS) {
      const lockPath = joinPath(above, name);
      const lock = files.has(lockPath) ? open(lockPath) : undefined;
      if (lock === undefined) continue;
      if (place === "") note(lockPath, lock, ["version"], "version");
      note(lockPath, lock, ["packages", place, "version"], `packages["${place}"].version`);
    }
  }
  return reader.finish();

  function open(file: string): JsonValue | undefined {
    const text = files.get(file);
    if (text === undefined) {
      reader.problem(file, 1, "does not exist");
      return undefined;
    }
    try {
      const json = parseJson([new TextEncoder().encode(text)]);
      if (!json.isObject) throw json.not("an object");
      return json;
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      reader.problem(file, 1, error.message);
      return undefined;
    }
  }

  /** A lock file of an old npm, or of other folders, has no such member. */
  function note(file: string, json: JsonValue, keys: readonly string[], field: string): void {
    const value = keys.reduce((each, key) => each.get(key), json);
    if (value.isMissing) return;
    const line = lineOfValue(files.get(file)!, keys);
    if (typeof value.raw === "string") reader.find(file, line, field, value.raw);
    else reader.problem(file, line, `has ${quote(value.raw)} for ${field}; write a string`);
  }
}
