/** What commits hold, as far as somebody asks. */
export interface RepositoryFiles {
  /** Names in the top folder of a commit. */
  rootEntries(sha: string): readonly RootEntry[];
  /** Undefined when the commit has no such file. */
  read(sha: string, path: string): Buffer | undefined;
}

export interface RootEntry {
  readonly name: string;
  readonly type: "blob" | "tree";
}

/** The same files in every commit that no test has given others. */
export class StoredFiles implements RepositoryFiles {
  readonly #files = new Map<string, Readonly<Record<string, string>>>();

  set(sha: string, files: Readonly<Record<string, string>>): void {
    this.#files.set(sha, files);
  }

  rootEntries(sha: string): readonly RootEntry[] {
    const types = new Map(
      Object.keys(this.#files.get(sha) ?? {}).map((path): [string, RootEntry["type"]] => {
        const [name = "", ...rest] = path.split("/");
        return [name, rest.length === 0 ? "blob" : "tree"];
      }),
    );
    return [...types].map(([name, type]) => ({ name, type }));
  }

  read(sha: string, path: string): Buffer | undefined {
    const text = this.#files.get(sha)?.[path];
    return text === undefined ? undefined : Buffer.from(text);
  }
}
