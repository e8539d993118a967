import { posix } from "node:path";
import type { Git, StoredFile } from "@jessy-actions/kit/git/git";
import { UserError } from "@jessy-actions/reading/user-error";

/** Links that lead to links: git's own limit for a path. */
const MAX_LINKS = 5;

/**
 * The files of one commit, as the commit has them: a build may have changed the work tree, and a checkout may have filtered it. Links are followed
 * inside the commit.
 */
export class CommitFiles {
  readonly commit: string;
  /** Every path, from the top folder. */
  readonly paths: readonly string[];
  readonly #git: Pick<Git, "readFiles">;
  readonly #known: ReadonlySet<string>;

  /** @throws UserError when the clone does not have the commit, and cannot get it. */
  static async open(git: Git, commit: string): Promise<CommitFiles> {
    if (!(await git.fetchCommit(commit)))
      throw new UserError(`the commit ${commit} is not in this clone, and cannot be fetched; check it out`);
    return new CommitFiles(git, commit, await git.filesOf(commit));
  }

  private constructor(git: Git, commit: string, paths: readonly string[]) {
    this.#git = git;
    this.commit = commit;
    this.paths = paths;
    this.#known = new Set(paths);
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  /** Texts by path. A path without a file, and a link that leads nowhere, are left out. */
  async read(paths: readonly string[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    /** What is still to be read: where it stands, and under which path it was asked for. */
    let open = new Map(paths.filter((path) => this.has(path)).map((path) => [path, path]));
    for (let hop = 0; open.size > 0 && hop <= MAX_LINKS; hop++) {
      const stored = await this.#git.readFiles(this.commit, [...new Set(open.values())]);
      const next = new Map<string, string>();
      for (const [path, place] of open) {
        const file = stored.get(place);
        if (file === undefined) continue;
        if (!file.isLink) texts.set(path, file.content.toString());
        else next.set(path, linkTarget(place, file));
      }
      open = next;
    }
    return texts;
  }

  async readOne(path: string): Promise<string | undefined> {
    return (await this.read([path])).get(path);
  }
}

function linkTarget(path: string, { content }: StoredFile): string {
  return posix.normalize(posix.join(posix.dirname(path), content.toString()));
}
