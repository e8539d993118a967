import type { LoggedCommit } from "@jessy-actions/versioning/commit-changelog";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { AssetFile } from "./assets/asset-files.ts";
import type { ReleaseDocument } from "./github/release-api.ts";

/** What could not be found out, and why: a dry run goes on without it, anything else ends. */
export interface Unknown {
  readonly unknown: string;
}

export type Known<T> = { readonly known: T } | Unknown;

export interface Facts {
  /** Where the release goes. */
  readonly repository: { readonly owner: string; readonly name: string; readonly serverUrl: string };
  /** Where tag and commits are; another one with `target-repository`. */
  readonly source: { readonly owner: string; readonly name: string };
  readonly tag: Tag;
  /** The commit that is built and released. */
  readonly commit: string;
  /** What the run says the tag stood on when it was pushed; undefined for a run of anything else. */
  readonly pushedCommit: string | undefined;
  readonly checkedOutCommit: string;
  readonly tags: TagFacts;
  readonly branch: BranchFacts;
  readonly versionFiles: VersionFileFacts | undefined;
  readonly changelog: { readonly path: string; readonly text: string | undefined } | undefined;
  readonly previousTag: Tag | undefined;
  /** Tags that cannot both stand: the same version with and without `v`. */
  readonly tagProblems: readonly string[];
  readonly notes: readonly NotesPart[];
  readonly files: readonly AssetFile[];
  /** Lines of `files` that find nothing, and files that cannot be uploaded. */
  readonly fileProblems: readonly string[];
  readonly releases: Known<readonly ReleaseDocument[]>;
  /** Of floating tags that stand on no version's commit: whether that commit is an ancestor of the one that is released. */
  readonly isAncestor: ReadonlyMap<string, boolean | undefined>;
  /** Whether the commit changes workflows, measured against the default branch: GitHub asks for a permission of its own then. */
  readonly changesWorkflows: boolean;
}

export interface TagFacts {
  /** Of this clone and of GitHub together, with their commits; where they differ, GitHub's. */
  readonly all: ReadonlyMap<string, string>;
  readonly here: string | undefined;
  readonly onGitHub: Known<string | undefined>;
}

export interface BranchFacts {
  /** The input, or the default branch; undefined: any will do. */
  readonly allowed: readonly string[] | undefined;
  /** Those that there are. */
  readonly existing: readonly string[];
  /** The first that holds the commit. */
  readonly holder: Known<string | undefined>;
}

export interface VersionFileFacts {
  readonly paths: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  /** Lines of the input that find nothing. */
  readonly unmatched: readonly string[];
  /** Where files were looked for when the input names none. */
  readonly searched: string | undefined;
}

export type NotesPart =
  | { readonly source: "changelog" }
  | {
      readonly source: "commits";
      readonly commits: readonly LoggedCommit[];
      /** Whether the clone holds the whole range. */
      readonly isComplete: boolean;
    }
  | { readonly source: "github"; readonly text: Known<string> }
  | { readonly source: "file"; readonly text: string };
