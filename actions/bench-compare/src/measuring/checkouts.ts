import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Arm } from "@jessy-actions/benchmarks/schedule";
import type { Git } from "@jessy-actions/kit/git/git";
import { removeFolder } from "./folders.ts";

/** The arms that have their own checkout; the twin uses the base's. */
export type Side = Exclude<Arm, "twin">;

/**
 * The checkouts of base and head. Each is moved to one and the same path before anything is built or run in it. The length of a path moves the
 * stack, and with it the times (Mytkowicz et al. 2009), and its text ends up in binaries: only at one path do equal sources give equal programs.
 */
export class Checkouts {
  readonly #folder: string;
  readonly #git: Git;
  #entered: Side | undefined;

  /** @param folder for the checkouts; created by `add`, deleted by `remove`. */
  constructor(folder: string, git: Git) {
    this.#folder = folder;
    this.#git = git;
  }

  /** The path of the checkout that was entered. */
  get root(): string {
    return join(this.#folder, "work");
  }

  async add(commits: Readonly<Record<Side, string>>): Promise<void> {
    await this.remove();
    mkdirSync(this.#folder, { recursive: true });
    await this.#git.addWorktree(join(this.#folder, "base"), commits.base);
    await this.#git.addWorktree(join(this.#folder, "head"), commits.head);
  }

  /** Moves a checkout to `root`. Entering one leaves the other. */
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

  /** What can be done at once when a run is cancelled; `post` makes git forget the rest. */
  removeFiles(): void {
    this.#entered = undefined;
    removeFolder(this.#folder);
  }
}
