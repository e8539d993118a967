import { TomlFile, TomlProblem } from "@jessy-actions/reading/toml";
import { type ManifestFiles, ManifestReader, type ManifestReading, quote } from "./manifest.ts";

/**
 * Reads a Python project's version: `project.version` (PEP 621) and Poetry's own. If `project.dynamic` lists it, the build takes it from
 * elsewhere, often from the tag itself, and there is nothing to compare.
 */
export function readPyproject(path: string, files: ManifestFiles): ManifestReading {
  const reader = new ManifestReader();
  const text = files.get(path);
  if (text === undefined) {
    reader.problem(path, 1, "does not exist");
    return reader.finish();
  }
  let toml: TomlFile;
  try {
    toml = new TomlFile(text);
  } catch (error) {
    if (!(error instanceof TomlProblem)) throw error;
    reader.problem(path, error.line, error.message);
    return reader.finish();
  }
  let isStated = false;
  for (const keys of [["project"], ["tool", "poetry"]]) {
    const version = keys.reduce((each, key) => each.get(key), toml.root).get("version");
    if (version.isMissing) continue;
    isStated = true;
    const field = [...keys, "version"].join(".");
    const line = toml.lineOf([...keys, "version"]);
    if (typeof version.raw === "string") reader.find(path, line, field, version.raw, "pep440");
    else reader.problem(path, line, `has ${quote(version.raw)} for ${field}; write a string`);
  }
  if (isStated) return reader.finish();
  const dynamic = toml.root.get("project").get("dynamic");
  if (dynamic.isList && dynamic.list().includes("version")) return reader.finish("leaves its version to the build");
  reader.problem(path, 1, "has neither project.version nor tool.poetry.version");
  return reader.finish();
}
