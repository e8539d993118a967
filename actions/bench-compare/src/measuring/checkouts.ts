import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Arm } from "@jessy-actions/benchmarks/schedule";
import type { Git } from "@jessy-actions/kit/git/git";

/** The arms that have a checkout of their own; the twin is the base's once more. */
export type Side = Exclude<Arm, "twin">;

/**
 * The checkouts of base and head. Each is moved to one and the same path before anything is built or run in it: a path's length moves the stack and with it
 * times (Mytkowicz et al. 2009), a path's text ends up in binaries, so only at one path do equal sources give equal programs.
 */
export class Checkouts {
  readonly #folder: string;
  readonly #git: Git;
  #entered: Side | undefined;

  /** @param folder for the checkouts; made, and removed by `remove`. */
  constructor(folder: string, git: Git) {
    this.#folder = folder;
    this.#git = git;
  }

  /** Where the checkout is that was entered. */
  get root(): string {
    return join(this.#folder, "work");
  }

  async add(commits: Readonly<Record<Side, string>>): Promise<void> {
    await this.remove();
    mkdirSync(this.#folder, { recursive: true });
    await this.#git.addWorktree(join(this.#folder, "base"), commits.base);
    await this.#git.addWorktree(join(this.#folder, "head"), commits.head);
  }

  /** Moves a checkout to `root`. */
  enter(side: Side): void {
    if (this.#entered === side) return;
    this.leave();
    renameSync(join(this.#folder, side), this.root);
    this.#entered = side;
  }

  leave(): void {
    if (this.#entered === undefined) return;
    renameSync(this.root, join(this.#folder, this.#entered));
    this.#entered = undefined;
  }

  async remove(): Promise<void> {
    this.removeFiles();
    await this.#git.pruneWorktrees();
  }

  /** What can be done at once when a run is cancelled; git forgets the rest at the next run. */
  removeFiles(): void {
    this.#entered = undefined;
    try {
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // Go's module cache is read-only, folders too, and only root may delete from those.
      makeFoldersWritable(this.#folder);
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 2 });
    }
  }
}

function makeFoldersWritable(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeFoldersWritable(join(folder, entry.name));
}
