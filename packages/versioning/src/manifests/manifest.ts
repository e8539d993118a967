/** A version that a file states, to be compared with a tag. */
export interface FoundVersion {
  readonly file: string;
  /** Counted from 1; undefined when it cannot be told. */
  readonly line: number | undefined;
  /** Which of the file's versions: `package.version`. */
  readonly field: string;
  readonly found: string;
  /** How it is written: as SemVer, with or without `v`; by PEP 440; or as the path of a Go module. */
  readonly form: "semver" | "semver-or-v" | "pep440" | "go-module";
}

export interface ManifestProblem {
  readonly file: string;
  /** Counted from 1; undefined when it cannot be told. */
  readonly line: number | undefined;
  /** To stand after the file's name; what it quotes is untrusted. */
  readonly message: string;
}

/** What the files around one manifest say of its version. */
export interface ManifestReading {
  readonly found: readonly FoundVersion[];
  readonly problems: readonly ManifestProblem[];
  /** Why it is right that there is nothing to compare. */
  readonly skipped: string | undefined;
}

/** Contents by path from the repository's root, with slashes. */
export type ManifestFiles = ReadonlyMap<string, string>;

/** Collects what is found. */
export class ManifestReader {
  readonly #found: FoundVersion[] = [];
  readonly #problems: ManifestProblem[] = [];

  find(
    file: string,
    line: number | undefined,
    field: string,
    found: string,
    form: FoundVersion["form"] = "semver",
  ): void {
    this.#found.push({ file, line, field, found, form });
  }

  problem(file: string, line: number | undefined, message: string): void {
    this.#problems.push({ file, line, message });
  }

  finish(skipped?: string): ManifestReading {
    return { found: this.#found, problems: this.#problems, skipped };
  }
}

/** `a/b` of `a/b/Cargo.toml`; empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

export function joinPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** A folder and all above it, the nearest first; the root is empty. */
export function foldersUpwards(folder: string): string[] {
  const folders = [folder];
  while (folders.at(-1) !== "") folders.push(folderOf(folders.at(-1)!));
  return folders;
}

/** A relative path seen from a folder; undefined when it leaves the repository. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split(/[/\\]/)) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** A value of a file, cut to a length that messages can quote. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}
