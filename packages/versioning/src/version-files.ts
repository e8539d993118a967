import { readCargoToml } from "./manifests/cargo-toml.ts";
import { readChartYaml } from "./manifests/chart-yaml.ts";
import { goModuleProblem, readGoMod } from "./manifests/go-mod.ts";
import type { FoundVersion, ManifestFiles, ManifestProblem, ManifestReading } from "./manifests/manifest.ts";
import { readPackageJson } from "./manifests/package-json.ts";
import { normalizePep440, pep440Of, writtenPep440 } from "./manifests/pep440.ts";
import { readPyproject } from "./manifests/pyproject.ts";
import { formatVersion, versionProblem } from "./semver.ts";
import type { Tag } from "./tag.ts";

const READERS: Readonly<Record<string, (path: string, files: ManifestFiles) => ManifestReading>> = {
  "Cargo.toml": readCargoToml,
  "package.json": readPackageJson,
  "go.mod": readGoMod,
  "pyproject.toml": readPyproject,
  "Chart.yaml": readChartYaml,
};

/** The names of files that can be compared with a tag. */
export const VERSION_FILE_NAMES: readonly string[] = Object.keys(READERS);

/** Their names, and those of files that they may need: all of these in the repository must be given. */
export const READ_FILE_NAMES: readonly string[] = [
  ...VERSION_FILE_NAMES,
  "Cargo.lock",
  "package-lock.json",
  "npm-shrinkwrap.json",
];

export interface VersionReport {
  readonly agreeing: readonly FoundVersion[];
  /** Everything that disagrees or cannot be read, each with its place, sorted. */
  readonly problems: readonly ManifestProblem[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Compares a tag with what files say, all of them at once. With nothing in `agreeing` and `problems` nothing was compared: that is for the
 * caller to refuse.
 *
 * @param paths of manifests, by the names in `VERSION_FILE_NAMES`
 * @param files contents of all files that are named in `READ_FILE_NAMES`
 */
export function compareVersionFiles(tag: Tag, paths: readonly string[], files: ManifestFiles): VersionReport {
  const agreeing = new Map<string, FoundVersion>();
  const problems = new Map<string, ManifestProblem>();
  const skipped: { file: string; reason: string }[] = [];
  // Two crates of a workspace find the same line: it is said once.
  const addProblem = (problem: ManifestProblem) =>
    problems.set(`${problem.file}\0${problem.line}\0${problem.message}`, problem);
  for (const path of new Set(paths)) {
    const name = path.split("/").at(-1)!;
    if (!Object.hasOwn(READERS, name)) {
      addProblem({ file: path, line: 1, message: `is none of ${VERSION_FILE_NAMES.join(", ")}` });
      continue;
    }
    const reading = READERS[name]!(path, files);
    if (reading.skipped !== undefined) skipped.push({ file: path, reason: reading.skipped });
    for (const problem of reading.problems) addProblem(problem);
    for (const found of reading.found) {
      const message = disagreement(tag, found);
      if (message === undefined) agreeing.set(`${found.file}\0${found.line}\0${found.field}`, found);
      else addProblem({ file: found.file, line: found.line, message });
    }
  }
  const byPlace = (a: ManifestProblem, b: ManifestProblem) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
  return { agreeing: [...agreeing.values()], problems: [...problems.values()].sort(byPlace), skipped };
}

/** What a file says instead of the tag's version, to stand after its name; undefined when it says that. */
function disagreement(tag: Tag, { file, field, found, form }: FoundVersion): string | undefined {
  if (form === "go-module") return goModuleProblem(found, file, tag);
  const wanted = formatVersion(tag.version);
  const stated = shorten(found);
  if (form === "pep440") {
    const written = writtenPep440(tag.version);
    if (written === undefined) return `cannot have the version ${wanted}: Python has none such (PEP 440)`;
    const normal = normalizePep440(found);
    if (normal === undefined) return `has \`${stated}\` for ${field}, which is no Python version; write ${written}`;
    return normal === pep440Of(tag.version) ? undefined : differs(written);
  }
  const bare = form === "semver-or-v" ? found.replace(/^v/, "") : found;
  const problem = versionProblem(bare);
  if (problem !== undefined) return `has \`${stated}\` for ${field}, which ${problem}; write ${wanted}`;
  return bare === wanted ? undefined : differs(wanted);

  function differs(write: string): string {
    return `has \`${stated}\` for ${field}, but the tag ${tag.text} says ${write}`;
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
