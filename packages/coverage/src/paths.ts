import { compileGlob, type GlobTest } from "@jessy-actions/reading/glob";
import { patternProblem } from "@jessy-actions/reading/globs";
import { mergeFiles } from "./merge.ts";
import type { CoverageReport, FileCoverage } from "./model.ts";

/** What is known of the repository whose files a report's paths are matched to. */
export interface RepositoryPaths {
  /** Every tracked file, relative to the top folder, with `/`. */
  readonly files: readonly string[];
  /** Absolute path of the top folder. */
  readonly root: string;
  /** Go module path -> its folder, `""` for the top one; one entry for every go.mod. */
  readonly goModules: ReadonlyMap<string, string>;
}

export interface PathRule {
  readonly from: string;
  readonly to: string;
  /** Set when `from` is a glob for whole folders. */
  readonly glob?: GlobTest;
}

export interface MatchedReport {
  readonly report: CoverageReport;
  /** Paths in the report that match no file of the repository, as the report spells them. */
  readonly unmatched: readonly string[];
  /** Paths that several files end with, and those files: never guessed. */
  readonly ambiguous: readonly { readonly path: string; readonly candidates: readonly string[] }[];
}

/** `from => to`, one rule a line. A rule's left side is a prefix, or a glob that the whole prefix must match. */
export function parsePathRules(lines: readonly string[]): {
  readonly rules: readonly PathRule[];
  readonly problems: readonly string[];
} {
  const rules: PathRule[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const match = /^(.+?)=>(.*)$/.exec(line);
    if (match === null)
      problems.push(`\`${line}\` is not a rule; write \`/path/in/the/report => path/in/the/repository\``);
    else {
      const from = normalize(match[1]!.trim());
      const problem = /[*?[{]/.test(from) ? patternProblem(from) : undefined;
      if (problem !== undefined) problems.push(`\`${line}\` ${problem}`);
      else
        rules.push({ from, to: normalize(match[2]!.trim()), ...(/[*?[{]/.test(from) && { glob: compileGlob(from) }) });
    }
  }
  return { rules, problems };
}

/**
 * Matches the paths of reports to the files of one repository. The index is built once and serves every report; a
 * look-up costs the length of the path.
 */
export class PathMatcher {
  readonly #repository: RepositoryPaths;
  readonly #rules: readonly PathRule[];
  readonly #files: ReadonlySet<string>;
  /** Files by their last two parts, and by their name alone, for partial paths. */
  readonly #byTail = new Map<string, string[]>();
  readonly #byLowerTail = new Map<string, string[]>();
  /** Every folder that holds a tracked file; the top one is the empty string. */
  readonly #folders: ReadonlySet<string>;
  readonly #root: string;

  constructor(repository: RepositoryPaths, rules: readonly PathRule[]) {
    this.#repository = repository;
    this.#rules = rules;
    this.#files = new Set(repository.files);
    this.#folders = new Set(repository.files.map(folderOf));
    this.#root = `${normalize(repository.root)}/`;
    for (const file of repository.files) {
      for (const tail of tailsOf(file)) {
        append(this.#byTail, tail, file);
        append(this.#byLowerTail, tail.toLowerCase(), file);
      }
    }
  }

  /** The same report with repository paths. Two spellings of one file are merged. */
  match(report: CoverageReport): MatchedReport {
    const found = [...report.files].map(([path, file]) => ({ path, file, ...this.#locate(path, report.sourceRoots) }));
    const prefixes = new Map<string, number>();
    const exact = new Set<string>();
    for (const { candidates, prefix } of found) {
      if (candidates.length !== 1) continue;
      if (prefix === undefined) exact.add(candidates[0]!);
      else prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
    }
    const strongest = new Map<string, number>();
    for (const { candidates, prefix } of found) {
      if (candidates.length !== 1 || prefix === undefined) continue;
      strongest.set(candidates[0]!, Math.max(strongest.get(candidates[0]!) ?? 0, prefixes.get(prefix)!));
    }
    /** A namesake from elsewhere (a dependency's `src/lib.rs`) must not add its lines to a file of ours. */
    const isNamesake = (file: string, prefix: string | undefined) =>
      prefix !== undefined && (exact.has(file) || prefixes.get(prefix)! * 2 < strongest.get(file)!);

    const files = new Map<string, FileCoverage>();
    const unmatched: string[] = [];
    const ambiguous: { path: string; candidates: readonly string[] }[] = [];
    for (const { path, file, candidates, prefix } of found) {
      const [repositoryPath, ...others] = candidates;
      if (others.length > 0) ambiguous.push({ path, candidates });
      else if (repositoryPath === undefined || isNamesake(repositoryPath, prefix)) unmatched.push(path);
      else {
        const known = files.get(repositoryPath);
        const renamed = { ...file, path: repositoryPath };
        files.set(repositoryPath, known === undefined ? renamed : mergeFiles(known, renamed));
      }
    }
    return { report: { ...report, files }, unmatched, ambiguous };
  }

  /** The files that a path may mean: none, one, or several that cannot be told apart. */
  find(path: string, sourceRoots: readonly string[] = []): readonly string[] {
    return this.#locate(path, sourceRoots).candidates;
  }

  #locate(path: string, sourceRoots: readonly string[]): Location {
    const mapped = this.#applyRules(normalize(path));
    for (const candidate of this.#candidates(mapped, sourceRoots)) {
      if (this.#files.has(candidate)) return { candidates: [candidate], prefix: undefined };
    }
    return this.#findBySuffix(mapped);
  }

  #applyRules(path: string): string {
    for (const { from, to, glob } of this.#rules) {
      const rest = glob === undefined ? afterPrefix(path, from) : afterFolders(path, glob);
      if (rest !== undefined) return joinPath(to, rest);
    }
    return path;
  }

  /** Exact readings, most literal first. */
  *#candidates(path: string, sourceRoots: readonly string[]): Iterable<string> {
    yield this.#relative(path);
    if (!path.startsWith("/")) {
      for (const sourceRoot of sourceRoots) yield this.#relative(joinPath(normalize(sourceRoot), path));
    }
    for (const [module, folder] of this.#repository.goModules) {
      const rest = afterPrefix(path, module);
      if (rest !== undefined) yield joinPath(folder, rest);
    }
  }

  #relative(path: string): string {
    return path.startsWith(this.#root) ? path.slice(this.#root.length) : path;
  }

  /**
   * The files that share the longest tail with the path: at least one folder besides the name, unless the path is a
   * bare name. Case matters, unless nothing fits otherwise. A path in a folder that the repository has, but with other
   * folders before the tail, is an untracked file and not another one that looks alike.
   */
  #findBySuffix(path: string): Location {
    const parts = path.split("/").filter((part) => part !== "");
    const tail = parts.slice(-2).join("/");
    const sameLetters = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
    let best = longestTails(this.#byTail.get(tail) ?? [], parts, (a, b) => a === b);
    if (best.files.length === 0)
      best = longestTails(this.#byLowerTail.get(tail.toLowerCase()) ?? [], parts, sameLetters);
    const { common } = best;
    const files = this.#folders.has(folderOf(this.#relative(path)))
      ? best.files.filter((file) => common === parts.length || common === file.split("/").length)
      : best.files;
    return { candidates: files, prefix: parts.slice(0, parts.length - common).join("/") };
  }
}

/** Where a report's path leads; `prefix` is the part before the tail that matched, undefined for an exact match. */
interface Location {
  readonly candidates: readonly string[];
  readonly prefix: string | undefined;
}

/** One line for a report with no path in the repository: an example, and the rule that would most likely help. */
export function explainMismatch(unmatched: readonly string[], repository: RepositoryPaths): string {
  const example = unmatched[0]!;
  const parts = normalize(example).split("/");
  const names = new Map<string, string[]>();
  for (const file of repository.files) append(names, nameOf(file), file);
  const namesake = names.get(parts.at(-1)!)?.[0];
  if (namesake === undefined) {
    return `none of its ${unmatched.length} files is in the repository, e.g. \`${example}\`; was it made from another repository, or is a \`path-map\` missing?`;
  }
  const there = namesake.split("/");
  let common = 0;
  while (common < Math.min(parts.length, there.length) && parts.at(-1 - common) === there.at(-1 - common)) common++;
  const from = parts.slice(0, parts.length - common).join("/");
  const to = there.slice(0, there.length - common).join("/");
  return `none of its ${unmatched.length} files is in the repository, e.g. \`${example}\`; if that is \`${namesake}\`, write \`path-map: ${from} => ${to}\``;
}

/** Forward slashes, no `.` and `..`, no `file://`, no drive letter, no `/_/` of deterministic .NET builds. */
export function normalize(path: string): string {
  const plain = path
    .replaceAll("\\", "/")
    .replace(/^file:\/\//, "")
    .replace(/^\/?[A-Za-z]:\//, "/")
    .replace(/^\/_\d*\//, "");
  const absolute = plain.startsWith("/");
  const parts: string[] = [];
  for (const part of plain.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !absolute) parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}

/** The rest after a prefix of whole folders. */
function afterPrefix(path: string, prefix: string): string | undefined {
  if (path === prefix) return "";
  if (prefix === "") return path;
  const whole = prefix.endsWith("/") ? prefix : `${prefix}/`;
  return path.startsWith(whole) ? path.slice(whole.length) : undefined;
}

/** The rest after the longest run of folders that a glob matches. */
function afterFolders(path: string, matches: GlobTest): string | undefined {
  const parts = path.split("/");
  for (let at = parts.length - 1; at > 0; at--) {
    if (matches(parts.slice(0, at).join("/"))) return parts.slice(at).join("/");
  }
  return undefined;
}

function joinPath(folder: string, rest: string): string {
  return normalize(folder === "" ? rest : `${folder}/${rest}`);
}

/** Of files with the same tail, those that share most parts with the path, and how many these are. */
function longestTails(
  files: readonly string[],
  parts: readonly string[],
  same: (a: string, b: string) => boolean,
): { readonly files: readonly string[]; readonly common: number } {
  let best: string[] = [];
  let most = 0;
  for (const file of files) {
    const there = file.split("/");
    const length = Math.min(parts.length, there.length);
    let common = 1;
    while (common < length && same(parts.at(-1 - common)!, there.at(-1 - common)!)) common++;
    if (common > most) {
      best = [file];
      most = common;
    } else if (common === most) best.push(file);
  }
  return { files: best, common: most };
}

/** `a/b/c.ts` -> `b/c.ts` and `c.ts`. */
function tailsOf(path: string): readonly string[] {
  const name = nameOf(path);
  if (name === path) return [name];
  return [nameOf(path.slice(0, -name.length - 1)) + path.slice(-name.length - 1), name];
}

/** `a/b/c.ts` -> `a/b`; a bare name gives the empty string. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
