import type { LoggedCommit } from "@jessy-actions/versioning/commit-changelog";
import type { PackageFolder } from "@jessy-actions/versioning/package-folder";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { ReadManifest } from "@jessy-actions/versioning/version-files";
import type { AssetFile } from "./assets/asset-files.ts";
import type { ReleaseDocument } from "./github/release-document.ts";

/** What could not be found out, and why. A dry run goes on without it; a release ends before its first change. */
export interface Unknown {
  readonly unknown: string;
}

export type Known<T> = { readonly known: T } | Unknown;

export interface Facts {
  /** Where the release goes. */
  readonly repository: { readonly owner: string; readonly name: string; readonly serverUrl: string };
  /** Where the tag and the commits are. With `target-repository` it is a different repository. */
  readonly source: { readonly owner: string; readonly name: string };
  readonly tag: Tag;
  /** The commit that is built and released. */
  readonly commit: string;
  /** The commit that the tag stood on when it was pushed; undefined if the run is not of that push. */
  readonly pushedCommit: string | undefined;
  readonly checkedOutCommit: string;
  /** The commit that the version files and the changelog are read from: the released one, unless `source-commit` says another. */
  readonly sourceCommit: string;
  /** Tracked files that differ from the checked out commit. What was built was built from them. */
  readonly changedFiles: readonly string[];
  readonly tags: TagFacts;
  readonly branch: BranchFacts;
  readonly versionFiles: VersionFileFacts | undefined;
  readonly changelog: ChangelogFacts | undefined;
  readonly previousTag: Tag | undefined;
  /** Tags that name the same version, with and without `v`. */
  readonly tagProblems: readonly string[];
  readonly notes: readonly NotesPart[];
  readonly files: readonly AssetFile[];
  /** Lines of `files` that find nothing, and files that cannot be uploaded. */
  readonly fileProblems: readonly string[];
  readonly releases: Known<readonly ReleaseDocument[]>;
  /** For floating tags on a commit without a version: whether it is an ancestor of the commit that is released. */
  readonly isAncestor: ReadonlyMap<string, boolean | undefined>;
  /** Whether the commit changes workflows against the default branch: GitHub then asks for a permission of its own. */
  readonly changesWorkflows: boolean;
}

export interface TagFacts {
  /** The tags on GitHub, each with its commit (see `tagCommits`). Where GitHub did not answer, those of the clone. */
  readonly all: ReadonlyMap<string, string>;
  /** Where the clone has the tag. It can speak against a release, never for it: anything in the job may have set it. */
  readonly here: string | undefined;
  /** Where GitHub has the tag; `wrong` when it leads to something that is not a commit. */
  readonly onGitHub: Known<string | undefined> | { readonly wrong: string };
}

export interface BranchFacts {
  /** The input, or the default branch; undefined when any branch will do. */
  readonly allowed: readonly string[] | undefined;
  /** The allowed branches that exist. */
  readonly existing: readonly string[];
  /** The first of them that holds the commit, as GitHub compares the two. */
  readonly holder: Known<string | undefined>;
  /** The one that holds it by the clone's history: a hint where GitHub did not answer. */
  readonly inClone?: string;
}

export interface VersionFileFacts {
  readonly readings: readonly ReadManifest[];
  /** Lines of the input that match no tracked file. */
  readonly unmatched: readonly string[];
  /** Where files were looked for when the input names none. */
  readonly searched: PackageFolder | undefined;
}

export interface ChangelogFacts {
  readonly path: string;
  /** Undefined when it cannot be read. */
  readonly text: string | undefined;
  /** Whether it is of several packages, so that only sections that name the tag's count. */
  readonly isShared: boolean;
}

export type NotesPart =
  | { readonly source: "changelog" }
  | {
      readonly source: "commits";
      readonly commits: readonly LoggedCommit[];
      /** Whether the clone holds the whole range. */
      readonly isComplete: boolean;
      /** Why the commits of the tag's package are not known. */
      readonly problem?: string;
    }
  | { readonly source: "github"; readonly text: Known<string> }
  | { readonly source: "file"; readonly text: string };
