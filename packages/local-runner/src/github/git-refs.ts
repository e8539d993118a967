import { createHash } from "node:crypto";
import { notFound, unprocessable } from "./answer.ts";
import { type GitCommit, SHA, unknownCommit } from "./git-commit.ts";
import { Replica } from "./replica.ts";

/** An annotated tag: an object of its own that points to a commit, or to another tag, a tree or a file. */
export interface TagObject {
  readonly sha: string;
  readonly tag: string;
  readonly message: string;
  readonly object: string;
  readonly date: string;
}

/** Where a ref points to. */
export interface GitRef {
  readonly ref: string;
  readonly type: ObjectType;
  readonly sha: string;
}

export type ObjectType = "commit" | "tag" | "tree" | "blob";

/**
 * Commits, branches and tags, with the rules of GitHub's Git database: a ref is never created twice, moves backwards only by force,
 * and rules of the repository (of immutable releases, for one) lock its name.
 */
export class GitRefs {
  /** Off: every hash of 40 hex digits is a commit. */
  onlyRegistered = false;
  /** Tags that rules protect: they are neither moved nor deleted. */
  readonly locked = new Set<string>();
  /** Names of tags that rules forbid to create. */
  readonly burned = new Set<string>();
  /** The copy that single refs are read from; set its `lag`. */
  readonly reads = new Replica<ReadonlyMap<string, string>>();
  readonly #commits = new Map<string, GitCommit>();
  readonly #tagObjects = new Map<string, TagObject>();
  /** A copy that lists of refs are read from. */
  readonly lists = new Replica<ReadonlyMap<string, string>>();
  /** Trees and files that a tag stands on. */
  readonly #others = new Map<string, "tree" | "blob">();
  #refs: ReadonlyMap<string, string> = new Map();
  readonly #defaultBranch: string;

  constructor(defaultBranch: string) {
    this.#defaultBranch = defaultBranch;
  }

  /** Registers a commit. @returns its hash, made up when none is given. */
  addCommit(commit: Partial<GitCommit> & Pick<GitCommit, "message">): string {
    const sha = commit.sha ?? hash(`commit ${this.#commits.size} ${commit.message}`);
    this.#commits.set(sha, { ...unknownCommit(sha), ...commit });
    return sha;
  }

  setBranch(name: string, sha: string): void {
    this.#set(`refs/heads/${name}`, sha);
  }

  /** Sets a tag as a push would; with a message it is an annotated one. @returns what the ref points to. */
  setTag(name: string, sha: string, message?: string): string {
    const target = message === undefined ? sha : this.addTagObject(name, sha, message).sha;
    this.#set(`refs/tags/${name}`, target);
    return target;
  }

  /** Registers a tree or a file, so that a tag may stand on it. @returns its hash, made up when none is given. */
  addObject(type: "tree" | "blob", sha = hash(`${type} ${this.#others.size}`)): string {
    this.#others.set(sha, type);
    return sha;
  }

  addTagObject(tag: string, object: string, message: string, date = "2024-01-01T00:00:00Z"): TagObject {
    if (!this.#exists(object)) throw unprocessable("Could not verify object");
    const made = { sha: hash(`tag ${tag} ${object} ${message} ${date}`), tag, message, object, date };
    this.#tagObjects.set(made.sha, made);
    return made;
  }

  /** Every tag with the commit it leads to. */
  get tags(): Readonly<Record<string, string>> {
    const tags = [...this.#refs.keys()].filter((ref) => ref.startsWith(TAGS)).map((ref) => ref.slice(TAGS.length));
    return Object.fromEntries(tags.map((tag) => [tag, this.tagCommit(tag)!]));
  }

  /** The commit that a tag leads to. */
  tagCommit(tag: string): string | undefined {
    return this.#peel(this.#refs.get(TAGS + tag));
  }

  tagObject(sha: string): TagObject {
    const found = this.#tagObjects.get(sha);
    if (found === undefined) throw notFound();
    return found;
  }

  commit(sha: string): GitCommit | undefined {
    const known = this.#commits.get(sha);
    if (known !== undefined) return known;
    const isOther = this.#tagObjects.has(sha) || this.#others.has(sha);
    return this.onlyRegistered || !SHA.test(sha) || isOther ? undefined : unknownCommit(sha);
  }

  isRegistered(sha: string): boolean {
    return this.#commits.has(sha);
  }

  /**
   * The commit that a release's `target_commitish` means. Only a branch's name or a hash is taken, never a tag or a full ref
   * (softprops/action-gh-release#213).
   */
  target(commitish: string): string | undefined {
    const branch = this.#refs.get(`refs/heads/${commitish}`);
    if (branch !== undefined) return branch;
    // Before anything is pushed, the default branch is a commit that no test has spoken of.
    if (commitish === this.#defaultBranch) return hash("root");
    return SHA.test(commitish) && this.commit(commitish) !== undefined ? commitish : undefined;
  }

  /** The commit that a branch, a tag or a hash means, as in a comparison. */
  resolve(name: string): string | undefined {
    return this.target(name) ?? this.tagCommit(name);
  }

  get(ref: string): GitRef {
    return this.#refIn(this.#refs, ref);
  }

  /** As a reader of a copy sees it, who may be late. */
  read(ref: string): GitRef {
    return this.#refIn(this.reads.read(this.#refs), ref);
  }

  typeOf(sha: string): ObjectType {
    return this.#tagObjects.has(sha) ? "tag" : (this.#others.get(sha) ?? "commit");
  }

  /** Refs whose names begin so, in order. */
  matching(prefix: string): GitRef[] {
    return [...this.lists.read(this.#refs)]
      .filter(([ref]) => ref.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ref, sha]) => this.#refTo(ref, sha));
  }

  create(ref: string, sha: string): GitRef {
    if (!/^refs\/[^/]+\/./.test(ref) || !isWellFormed(ref)) throw unprocessable(`${ref} is not a valid ref name.`);
    this.#needObject(sha);
    if (this.#refs.has(ref)) throw unprocessable("Reference already exists");
    if (ref.startsWith(TAGS) && this.burned.has(ref.slice(TAGS.length)))
      throw unprocessable(ruleViolation("Cannot create ref due to creations being restricted."));
    this.#set(ref, sha);
    return this.get(ref);
  }

  update(ref: string, sha: string, force: boolean): GitRef {
    const old = this.#refs.get(ref);
    if (old === undefined) throw unprocessable("Reference does not exist");
    this.#needObject(sha);
    if (sha === old) return this.get(ref);
    this.#needUnlocked(ref, "Cannot update this protected ref.");
    if (!force && !this.#isAncestor(this.#peel(old)!, this.#peel(sha)!))
      throw unprocessable("Update is not a fast forward");
    this.#set(ref, sha);
    return this.get(ref);
  }

  delete(ref: string): void {
    if (!this.#refs.has(ref)) throw unprocessable("Reference does not exist");
    this.#needUnlocked(ref, "Cannot delete this protected ref.");
    this.#set(ref, undefined);
  }

  /** What `head` has and `base` has not, parents before children. */
  between(base: string, head: string): GitCommit[] {
    const known = this.#ancestors(base);
    const found: GitCommit[] = [];
    const seen = new Set<string>();
    const waiting: { readonly sha: string; readonly parentsDone: boolean }[] = [{ sha: head, parentsDone: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { sha, parentsDone } = next;
      if (parentsDone) found.push(this.commit(sha)!);
      else if (!known.has(sha) && !seen.has(sha)) {
        seen.add(sha);
        waiting.push({ sha, parentsDone: true });
        const parents = this.commit(sha)?.parents ?? [];
        // A stack: the first parent must be taken first, so it is put last.
        for (const parent of [...parents].reverse()) waiting.push({ sha: parent, parentsDone: false });
      }
    }
    return found;
  }

  /** The newest commit, by its place in the history of `base`, that both have. */
  mergeBase(base: string, head: string): string | undefined {
    const ours = this.#ancestors(head);
    return [...this.#ancestors(base)].find((sha) => ours.has(sha));
  }

  /** @param sha undefined: the ref goes. */
  #set(ref: string, sha: string | undefined): void {
    this.reads.remember(this.#refs);
    this.lists.remember(this.#refs);
    const refs = new Map(this.#refs);
    if (sha === undefined) refs.delete(ref);
    else refs.set(ref, sha);
    this.#refs = refs;
  }

  #refIn(refs: ReadonlyMap<string, string>, ref: string): GitRef {
    const sha = refs.get(ref);
    if (sha === undefined) throw notFound();
    return this.#refTo(ref, sha);
  }

  #refTo(ref: string, sha: string): GitRef {
    return { ref, sha, type: this.typeOf(sha) };
  }

  #exists(sha: string): boolean {
    return this.commit(sha) !== undefined || this.#tagObjects.has(sha) || this.#others.has(sha);
  }

  #ancestors(sha: string): Set<string> {
    const seen = new Set<string>();
    const waiting = [sha];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(this.#commits.get(next)?.parents ?? []));
    }
    return seen;
  }

  #isAncestor(old: string, young: string): boolean {
    return this.#ancestors(young).has(old);
  }

  #peel(sha: string | undefined): string | undefined {
    let at = sha;
    for (let tag = this.#tagObjects.get(at ?? ""); tag !== undefined; tag = this.#tagObjects.get(at)) at = tag.object;
    return at;
  }

  #needObject(sha: string): void {
    if (!SHA.test(sha))
      throw unprocessable(
        "Invalid request.\n\nThe sha parameter must be exactly 40 characters and contain only [0-9a-f].",
      );
    if (!this.#exists(sha)) throw unprocessable("Object does not exist");
  }

  #needUnlocked(ref: string, rule: string): void {
    if (ref.startsWith(TAGS) && this.locked.has(ref.slice(TAGS.length))) throw unprocessable(ruleViolation(rule));
  }
}

const TAGS = "refs/tags/";

/** How GitHub speaks of the rules of a repository (github-community-projects/ospo-reusable-workflows#83). */
export const ruleViolation = (rule: string): string => `Repository rule violations found\n\n${rule}\n\n`;

/** `git check-ref-format`, as far as names of tags go. */
export function isWellFormed(name: string): boolean {
  if (name === "" || name === "@" || name.startsWith("-") || name.endsWith(".") || name.endsWith("/")) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\//.test(name)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

const hash = (text: string): string => createHash("sha1").update(text).digest("hex");
