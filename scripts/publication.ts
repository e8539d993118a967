/**
 * What publishing a version means, decided without touching a repository: publish-tree.ts collects the facts and
 * executes the plan.
 */
import { findSection } from "@jessy-actions/versioning/changelog";
import { parseVersion, type Version } from "@jessy-actions/versioning/semver";

/**
 * The line of tree commits: each version's is a child of the one before, so that a floating tag only ever moves
 * forward.
 */
export const PUBLISHED_BRANCH = "published";

export interface PublishedCommit {
  readonly commit: string;
  readonly tree: string;
}

export interface PublicationFacts {
  /** The version asked for: `1.2.3`. */
  readonly version: string;
  /** The tree's id. */
  readonly tree: string;
  /** The commit that the tree is built from. */
  readonly source: string;
  /** What the source's package.json and CHANGELOG.md say. */
  readonly manifest: string;
  readonly changelog: string;
  /** Whether the source is on the branch that versions are made from, and that branch. */
  readonly sourceBranch: string;
  readonly isOnSourceBranch: boolean;
  /** Where the version's tag stands on the remote, and the tip of the published branch. */
  readonly tagged: PublishedCommit | undefined;
  readonly tip: PublishedCommit | undefined;
}

export type PublicationPlan =
  /** The tag already stands on this tree: a re-run. */
  | { readonly action: "keep"; readonly tag: string; readonly commit: string }
  | { readonly action: "commit"; readonly tag: string; readonly parent: string | undefined; readonly message: string };

/** Every reason not to publish, a line each. */
export class PublicationError extends Error {}

/** @throws PublicationError when the text is not a version. */
export function readPublishedVersion(text: string): Version {
  const version = parseVersion(text);
  if (version === undefined)
    throw new PublicationError(`\`${text}\` is not a version; write it as 1.2.3 or 1.2.3-rc.1, without a \`v\``);
  return version;
}

/** @throws PublicationError that names everything wrong at once. */
export function planPublication(facts: PublicationFacts): PublicationPlan {
  const version = readPublishedVersion(facts.version);
  const tag = `v${facts.version}`;
  const problems = [
    ...manifestProblems(facts),
    ...changelogProblems(facts, version),
    ...branchProblems(facts),
    ...tagProblems(facts, tag),
  ];
  if (problems.length > 0) throw new PublicationError(problems.join("\n"));
  if (facts.tagged !== undefined) return { action: "keep", tag, commit: facts.tagged.commit };
  return {
    action: "commit",
    tag,
    parent: facts.tip?.commit,
    message: `${tag}\n\nThe tree that \`npm run package\` makes of the source commit, and nothing else.\n\nSource-Commit: ${facts.source}\n`,
  };
}

function manifestProblems({ version, manifest }: PublicationFacts): string[] {
  const { version: found } = JSON.parse(manifest) as { version?: string };
  return found === version ? [] : [`package.json says ${found}, not ${version}; commit the version first`];
}

function changelogProblems({ version, changelog }: PublicationFacts, parsed: Version): string[] {
  const { section } = findSection(changelog, parsed);
  if (section === undefined)
    return [`CHANGELOG.md has no section for ${version}; write \`## [${version}] - YYYY-MM-DD\` over what changed`];
  return section.body.trim() === "" ? [`CHANGELOG.md says nothing about ${version}; write what changed`] : [];
}

function branchProblems({ source, sourceBranch, isOnSourceBranch }: PublicationFacts): string[] {
  if (isOnSourceBranch) return [];
  return [`${source} is not on ${sourceBranch}; merge it first, or name the branch by --source-branch`];
}

function tagProblems({ tree, tagged }: PublicationFacts, tag: string): string[] {
  if (tagged === undefined || tagged.tree === tree) return [];
  return [
    `${tag} already stands on tree ${tagged.tree}, this one is ${tree}; a version never moves, publish a new one`,
  ];
}
