import { CollectedFiles } from "./collected-files.ts";
import type { CoverageReport } from "./model.ts";
import { afterPrefix, applyRules, type PathRule } from "./path-rules.ts";
import { folderOf, joinPath, normalize, partsOf } from "./report-path.ts";
import { SourceRoots, sortRoots } from "./source-roots.ts";
import { TailIndex } from "./tail-index.ts";

/** What is known of the repository whose files a report's paths are matched to. */
export interface RepositoryPaths {
  /** Every tracked file, relative to the top folder, with `/`. */
  readonly files: readonly string[];
  /** Absolute path of the top folder. */
  readonly root: string;
  /** Go module path -> its folder, `""` for the top one; one entry for every go.mod. */
  readonly goModules: ReadonlyMap<string, string>;
  /** Whether there is such a file, tracked or not, at a path relative to the top folder. */
  readonly exists?: (path: string) => boolean;
}

/** Where a report comes from: two packages of one repository may both measure their own `src/index.ts`. */
export interface ReportOrigin {
  /** The report's path, as the rules for single reports spell it. */
  readonly report: string;
  /** Folders of the repository that its relative paths may start from, best first; `""` is the top. */
  readonly folders: readonly string[];
}

export interface MatchedReport {
  readonly report: CoverageReport;
  /** Paths in the report that match no file of the repository, as the report spells them. */
  readonly unmatched: readonly string[];
  /** Paths that several files end with, and some of those files: never guessed. */
  readonly ambiguous: readonly { readonly path: string; readonly candidates: readonly string[] }[];
}

/** Where a report's path leads. */
interface Location {
  readonly candidates: readonly string[];
  /** The part before the tail that matched, `.` for relative paths; undefined for a literal reading of the path. */
  readonly prefix: string | undefined;
  /** For a literal reading: the folder that the path starts from, spelled in the same way. */
  readonly start?: string;
}

/** Where the relative paths of one report may start. */
interface Starts {
  readonly certain: SourceRoots;
  readonly relative: SourceRoots;
  readonly foreign: readonly string[];
  /** The folder that most of them start from, if any of them is a tracked file there. */
  readonly start: string | undefined;
}

const UNKNOWN_ORIGIN: ReportOrigin = { report: "", folders: [] };
const NOWHERE: Location = { candidates: [], prefix: undefined };

/** Of files that a part of a path fits equally well, more are not listed. */
const MAX_CANDIDATES = 1000;

/** Relative roots that are tried as the one start of a report; a report has one or two. */
const MAX_STARTS = 20;

/**
 * Matches the paths of reports to the files of one repository. The index is built once and serves every report; a
 * look-up costs the length of the path.
 */
export class PathMatcher {
  readonly #repository: RepositoryPaths;
  readonly #rules: readonly PathRule[];
  readonly #files: ReadonlySet<string>;
  /** Every folder that holds a tracked file; the top one is the empty string. */
  readonly #folders: ReadonlySet<string>;
  readonly #root: string;
  #tails: TailIndex | undefined;
  #foldedTails: TailIndex | undefined;

  constructor(repository: RepositoryPaths, rules: readonly PathRule[]) {
    this.#repository = repository;
    this.#rules = rules;
    this.#files = new Set(repository.files);
    this.#folders = new Set(repository.files.map(folderOf));
    this.#root = normalize(repository.root);
  }

  /** Absolute path of the repository. */
  get root(): string {
    return this.#repository.root;
  }

  /** The same report with repository paths. Two spellings of one file are merged. */
  match(report: CoverageReport, origin: ReportOrigin = UNKNOWN_ORIGIN): MatchedReport {
    const paths = [...report.files.keys()];
    const starts = this.#startsOf(paths, report.sourceRoots, origin);
    const found = paths.map((path) => ({ path, ...this.#locate(path, starts, origin) }));
    const isNamesake = namesakes(found);

    const files = new CollectedFiles("sum");
    const unmatched: string[] = [];
    const ambiguous: { path: string; candidates: readonly string[] }[] = [];
    for (const { path, candidates, prefix } of found) {
      const [repositoryPath, ...others] = candidates;
      if (others.length > 0) ambiguous.push({ path, candidates });
      else if (repositoryPath === undefined || isNamesake(repositoryPath, prefix)) unmatched.push(path);
      else files.add({ ...report.files.get(path)!, path: repositoryPath });
    }
    return { report: { ...report, files: files.finish() }, unmatched, ambiguous };
  }

  /** The files that a path may mean: none, one, or several that cannot be told apart. */
  find(path: string, sourceRoots: readonly string[] = []): readonly string[] {
    return this.#locate(path, this.#startsOf([], sourceRoots, UNKNOWN_ORIGIN), UNKNOWN_ORIGIN).candidates;
  }

  #startsOf(paths: readonly string[], sourceRoots: readonly string[], origin: ReportOrigin): Starts {
    const { certain, relative, foreign } = sortRoots(sourceRoots, this.#root);
    const roots = (folders: readonly string[]) => new SourceRoots(folders, this.#files, () => this.#index());
    const folders = origin.folders.length === 0 ? [""] : origin.folders;
    const below = folders.flatMap((folder) => relative.map((root) => joinPath(folder, root)));
    const start = this.#commonStart(paths.map(normalize), relative.slice(0, MAX_STARTS), origin.folders);
    return { certain: roots(certain), relative: roots(below), foreign, start };
  }

  /** Of the folders that relative paths may start from, the one that makes most of them tracked files. */
  #commonStart(paths: readonly string[], roots: readonly string[], folders: readonly string[]): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const start of new Set(folders.flatMap((folder) => ["", ...roots].map((root) => joinPath(folder, root))))) {
      const hits = paths.filter((path) => !path.startsWith("/") && this.#files.has(joinPath(start, path))).length;
      if (hits > most) [best, most] = [start, hits];
    }
    return best;
  }

  #locate(raw: string, starts: Starts, origin: ReportOrigin): Location {
    const path = normalize(raw);
    const mapped = applyRules(this.#rules, path, origin.report);
    if (mapped !== undefined) {
      const exact = this.#relative(mapped);
      return this.#files.has(exact) ? { candidates: [exact], prefix: undefined } : this.#findBySuffix(mapped, origin);
    }
    if (path.startsWith("/")) {
      const exact = this.#relative(path);
      if (this.#files.has(exact)) return { candidates: [exact], prefix: undefined, start: this.#root };
      return this.#isUntracked(exact) ? NOWHERE : this.#findBySuffix(path, origin);
    }
    return this.#locateRelative(path, starts, origin);
  }

  #locateRelative(path: string, starts: Starts, origin: ReportOrigin): Location {
    const { start } = starts;
    const exact =
      starts.certain.find(path) ??
      (start === undefined ? undefined : this.#tracked(joinPath(start, path))) ??
      starts.relative.find(path) ??
      this.#inGoModule(path);
    if (exact !== undefined) return { candidates: [exact], prefix: undefined, start: "." };
    // What a run made beside tracked files is not another package's file of the same name.
    const beside = start === undefined ? [...origin.folders, ""] : [start];
    if (beside.some((folder) => this.#isUntracked(joinPath(folder, path)))) return NOWHERE;
    if (start !== undefined && this.#folders.has(folderOf(joinPath(start, path)))) return NOWHERE;
    if (this.#files.has(path)) return { candidates: [path], prefix: undefined, start: "." };
    for (const root of starts.foreign) {
      const location = this.#findBySuffix(joinPath(root, path), origin, partsOf(path).length + 1);
      if (location.candidates.length === 1) return location;
    }
    return this.#findBySuffix(path, origin);
  }

  #inGoModule(path: string): string | undefined {
    for (const [module, folder] of this.#repository.goModules) {
      const rest = afterPrefix(path, module);
      const file = rest === undefined ? undefined : this.#tracked(joinPath(folder, rest));
      if (file !== undefined) return file;
    }
    return undefined;
  }

  #tracked(path: string): string | undefined {
    return this.#files.has(path) ? path : undefined;
  }

  #relative(path: string): string {
    return path.startsWith("/") ? (afterPrefix(path, this.#root) ?? path) : path;
  }

  /** Whether a path that is not tracked is a file in this checkout. */
  #isUntracked(path: string): boolean {
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
  #findBySuffix(path: string, origin: ReportOrigin, least = 2): Location {
    const parts = partsOf(path);
    const needed = Math.min(least, parts.length);
    let { common, files } = this.#index().longest(parts, MAX_CANDIDATES);
    if (common < needed) ({ common, files } = this.#foldedIndex().longest(parts, MAX_CANDIDATES));
    if (common < needed || common === 0) return NOWHERE;
    if (this.#folders.has(folderOf(this.#relative(path))))
      files = files.filter((file) => common === parts.length || common === partsOf(file).length);
    const prefix = [path.startsWith("/") ? "" : ".", ...parts.slice(0, parts.length - common)].join("/");
    return { candidates: ofOwnPackage(files, origin), prefix };
  }

  /** Built when a path first needs it: most reports spell paths as the repository does. */
  #index(): TailIndex {
    this.#tails ??= new TailIndex(this.#repository.files, false);
    return this.#tails;
  }

  #foldedIndex(): TailIndex {
    this.#foldedTails ??= new TailIndex(this.#repository.files, true);
    return this.#foldedTails;
  }
}

/** Of several candidates those below the nearest folder of the report that holds any. */
function ofOwnPackage(candidates: readonly string[], { folders }: ReportOrigin): readonly string[] {
  for (const folder of folders) {
    const own = candidates.filter((file) => file.startsWith(`${folder}/`));
    if (own.length > 0) return own;
  }
  return candidates;
}

/**
 * A namesake from elsewhere (a dependency's `src/lib.rs`) must not add its lines to a file of ours. It shows by the
 * folders before the part that matched: another path leads to the file literally or from a prefix that twice as many
 * paths share, or that prefix is that of more paths and stands above this one, where the file would be an untracked one.
 */
function namesakes(found: readonly Location[]): (file: string, prefix: string | undefined) => boolean {
  const single = found.filter(({ candidates }) => candidates.length === 1);
  const exact = new Set(single.filter(({ prefix }) => prefix === undefined).map(({ candidates }) => candidates[0]!));
  const counts = new Map<string, number>();
  for (const { prefix, start } of single) {
    const before = prefix ?? start;
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  const countOf = (prefix: string | undefined) => counts.get(prefix ?? "") ?? 0;
  const strongest = new Map<string, number>();
  for (const { candidates, prefix } of single)
    strongest.set(candidates[0]!, Math.max(strongest.get(candidates[0]!) ?? 0, countOf(prefix)));
  const isBelowStronger = (prefix: string) => {
    for (let above = prefix; above.includes("/"); ) {
      above = folderOf(above);
      if (countOf(above) > countOf(prefix)) return true;
    }
    return false;
  };
  return (file, prefix) =>
    prefix !== undefined && (exact.has(file) || countOf(prefix) * 2 < strongest.get(file)! || isBelowStronger(prefix));
}
