import { goModuleProblem } from "./manifests/go-module.ts";
import type { FoundVersion, ManifestFiles, ManifestProblem, ManifestReading } from "./manifests/manifest.ts";
import { normalizePep440, pep440Of, writtenPep440 } from "./manifests/pep440.ts";
import { formatVersion, versionProblem } from "./semver.ts";
import type { Tag } from "./tag.ts";

type Reader = (path: string, files: ManifestFiles) => ManifestReading;

/** Loaded when a repository has such a file: the parsers of TOML and YAML are large. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  "Cargo.toml": async () => (await import("./manifests/cargo-toml.ts")).readCargoToml,
  "package.json": async () => (await import("./manifests/package-json.ts")).readPackageJson,
  "go.mod": async () => (await import("./manifests/go-mod.ts")).readGoMod,
  "pyproject.toml": async () => (await import("./manifests/pyproject.ts")).readPyproject,
  "Chart.yaml": async () => (await import("./manifests/chart-yaml.ts")).readChartYaml,
};

/** The names of files that can be compared with a tag. */
export const VERSION_FILE_NAMES: readonly string[] = Object.keys(READERS);

/** Their names, and those of files that their readers may need. */
export const READ_FILE_NAMES: readonly string[] = [
  ...VERSION_FILE_NAMES,
  "Cargo.lock",
  "package-lock.json",
  "npm-shrinkwrap.json",
];

/** A manifest and what it says. */
export interface ReadManifest extends ManifestReading {
  readonly path: string;
}

/**
 * Reads the versions that manifests state, each path once.
 *
 * @param paths of manifests, with the names in `VERSION_FILE_NAMES`; any other is a problem
 * @param files contents of all files of the repository with the names in `READ_FILE_NAMES`
 */
export async function readManifests(paths: readonly string[], files: ManifestFiles): Promise<ReadManifest[]> {
  const manifests: ReadManifest[] = [];
  for (const path of new Set(paths)) {
    const name = path.split("/").at(-1)!;
    if (Object.hasOwn(READERS, name)) manifests.push({ path, ...(await READERS[name]!())(path, files) });
    else {
      const message = `is none of ${VERSION_FILE_NAMES.join(", ")}`;
      manifests.push({ path, found: [], problems: [{ file: path, line: undefined, message }], skipped: undefined });
    }
  }
  return manifests;
}

export interface VersionReport {
  readonly agreeing: readonly FoundVersion[];
  /** Everything that disagrees or cannot be read, each with its place, sorted. */
  readonly problems: readonly ManifestProblem[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Compares a tag with what manifests say, all of them at once. If both `agreeing` and `problems` are empty, nothing was compared, and the
 * caller has to refuse that. Pure.
 */
export function compareManifests(tag: Tag, manifests: readonly ReadManifest[]): VersionReport {
  const agreeing = new Map<string, FoundVersion>();
  const problems = new Map<string, ManifestProblem>();
  const skipped: { file: string; reason: string }[] = [];
  // Two crates of a workspace find the same line, which is reported once.
  const addProblem = (problem: ManifestProblem) =>
    problems.set(`${problem.file}\0${problem.line}\0${problem.message}`, problem);
  for (const manifest of manifests) {
    if (manifest.skipped !== undefined) skipped.push({ file: manifest.path, reason: manifest.skipped });
    for (const problem of manifest.problems) addProblem(problem);
    for (const found of manifest.found) {
      const message = disagreement(tag, found);
      if (message === undefined) agreeing.set(`${found.file}\0${found.line}\0${found.field}`, found);
      else addProblem({ file: found.file, line: found.line, message });
    }
  }
  const byPlace = (a: ManifestProblem, b: ManifestProblem) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);
  return { agreeing: [...agreeing.values()], problems: [...problems.values()].sort(byPlace), skipped };
}

/** What a file says instead of the tag's version, to stand after its name; undefined when they agree. */
function disagreement(tag: Tag, { file, field, found, form }: FoundVersion): string | undefined {
  if (form === "go-module") return goModuleProblem(found, file, tag);
  const wanted = formatVersion(tag.version);
  const stated = shorten(found);
  if (form === "pep440") {
    const written = writtenPep440(tag.version);
    if (written === undefined) return `cannot have the version ${wanted}: Python has no such version (PEP 440)`;
    const normal = normalizePep440(found);
    if (normal === undefined) return `has \`${stated}\` for ${field}, which is not a Python version; write ${written}`;
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
