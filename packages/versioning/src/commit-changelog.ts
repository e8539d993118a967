import { type CommitMessage, parseCommit } from "./conventional-commit.ts";
import { pairReverts } from "./revert-pairs.ts";

/** A commit as `git log` has it. */
export interface LoggedCommit {
  readonly sha: string;
  /** More than one makes a merge, whatever its message says. */
  readonly parents: readonly string[];
  readonly message: string;
  readonly authorName: string;
  readonly authorEmail: string;
}

export interface Change {
  readonly sha: string;
  /** Of a merged pull request its title and description. */
  readonly parsed: CommitMessage;
  /** A merge that brings nothing of its own. */
  readonly isMerge: boolean;
  /** What to show: the description, or else the header, without the pull request's number. */
  readonly title: string;
  readonly scope: string | undefined;
  /** The number in `(#12)` at the end of the first line, which GitHub puts there. */
  readonly pullRequest: number | undefined;
  readonly issues: readonly IssueReference[];
}

/** `#12`, or `owner/name#12` of another repository. */
export interface IssueReference {
  readonly repository: string | undefined;
  readonly number: number;
}

export interface BreakingChange {
  readonly change: Change;
  /** What the footer says; undefined when only `!` does. */
  readonly note: string | undefined;
}

export interface Contributor {
  readonly name: string;
  readonly email: string;
  /** How many commits name them, as author or by a `Co-authored-by` trailer. */
  readonly commits: number;
}

/** What happened in a range of commits. Each commit is in exactly one of `groups`, `others`, `unconventional`, `reverts` and `omitted`. */
export interface Changes {
  readonly breaking: readonly BreakingChange[];
  /** In the order of the groups; those without changes are left out. */
  readonly groups: readonly { readonly title: string; readonly changes: readonly Change[] }[];
  /** Conventional commits of a type without a group. */
  readonly others: readonly Change[];
  /** Not conventional. They are listed, since a change that nobody sees is worse than an ugly line. */
  readonly unconventional: readonly Change[];
  readonly reverts: readonly { readonly revert: Change; readonly reverted: readonly Change[] }[];
  /** Merges, and commits of releases, which say nothing new, and the commits of hidden groups. */
  readonly omitted: readonly Change[];
  readonly contributors: readonly Contributor[];
}

export interface ChangeGroup {
  readonly title: string;
  readonly types: readonly string[];
  /** Left out, except for breaking changes. */
  readonly isHidden?: boolean;
}

export const CHANGE_GROUPS: readonly ChangeGroup[] = [
  { title: "Features", types: ["feat"] },
  { title: "Bug fixes", types: ["fix"] },
  { title: "Performance", types: ["perf"] },
  { title: "Reverts", types: ["revert"] },
  { title: "Documentation", types: ["docs"] },
  { title: "Refactoring", types: ["refactor"] },
  { title: "Build and CI", types: ["build", "ci"] },
  { title: "Tests", types: ["test"] },
  { title: "Chores", types: ["chore", "style"] },
];

/**
 * Sorts commits into a changelog.
 *
 * @param commits newest first, as `git log` prints them
 */
export function collectChanges(
  commits: readonly LoggedCommit[],
  groups: readonly ChangeGroup[] = CHANGE_GROUPS,
): Changes {
  const changes = commits.map(changeOf);
  const paired = new Set<number>();
  const reverts = pairReverts(changes).map(({ revert, reverted }) => {
    for (const at of [revert, ...reverted]) paired.add(at);
    return { revert: changes[revert]!, reverted: reverted.map((at) => changes[at]!) };
  });
  const groupOfType = new Map(groups.flatMap((group) => group.types.map((type) => [type.toLowerCase(), group])));
  const grouped = new Map<ChangeGroup, Change[]>(groups.map((group) => [group, []]));
  const breaking: BreakingChange[] = [];
  const others: Change[] = [];
  const unconventional: Change[] = [];
  const omitted: Change[] = [];
  for (const [at, change] of changes.entries()) {
    if (paired.has(at)) continue;
    const { parsed } = change;
    if (parsed.breakingChanges.length > 0) {
      for (const note of parsed.breakingChanges) breaking.push({ change, note });
    } else if (parsed.isBreaking) breaking.push({ change, note: undefined });
    listFor(change).push(change);
  }
  return {
    breaking,
    groups: groups.flatMap((group) => {
      const changes = grouped.get(group)!;
      return changes.length === 0 ? [] : [{ title: group.title, changes }];
    }),
    others,
    unconventional,
    reverts,
    omitted,
    contributors: contributorsOf(commits, changes),
  };

  function listFor({ parsed, isMerge }: Change): Change[] {
    if (isMerge || isRelease(parsed)) return omitted;
    const isRevert = parsed.kind === "revert" || parsed.kind === "reapply";
    const type = isRevert ? "revert" : parsed.conventional?.type.toLowerCase();
    if (type === undefined) return unconventional;
    const group = groupOfType.get(type);
    if (group === undefined) return isRevert ? unconventional : others;
    return group.isHidden === true ? omitted : grouped.get(group)!;
  }
}

function changeOf({ sha, parents, message }: LoggedCommit): Change {
  const commit = parseCommit(message);
  const merged = parents.length > 1 ? mergedPullRequest(message) : undefined;
  const parsed = merged === undefined ? commit : parseCommit(merged.message);
  const full = parsed.conventional?.description ?? headerOf(parsed).trim();
  // A first line that is only a number has no blank before it: it still gets its entry.
  const number = full.endsWith(")") ? / \(#([0-9]{1,10})\)$/.exec(full) : null;
  return {
    sha,
    parsed,
    isMerge: parents.length > 1 && merged === undefined && commit.kind === "merge",
    title: number === null ? full : full.slice(0, number.index).trimEnd(),
    scope: parsed.conventional?.scope,
    pullRequest: number === null ? merged?.number : Number(number[1]),
    issues: issuesOf(parsed),
  };
}

/**
 * What to show of a commit that is not conventional. GitHub calls the one that brings a security fix from a private
 * fork only `Merge commit from fork`: its first line of text says more.
 */
function headerOf({ kind, header, body, footers: [footer] }: CommitMessage): string {
  if (kind !== "merge") return header;
  // The title of an only commit reads as a footer there: `fix: close the hole`.
  const isTitle = CHANGE_GROUPS.some(({ types }) => types.includes(footer?.token ?? ""));
  const text = body === "" && isTitle ? `${footer!.token}: ${footer!.value}` : body;
  const first = text
    .split("\n", 1)[0]!
    .replace(/^[*-] /, "")
    .trim();
  return first === "" ? header : `${header}: ${first}`;
}

/**
 * The pull request that a merge brings, as GitHub, GitLab and Bitbucket write it: its title is the first line of the
 * body.
 */
function mergedPullRequest(
  message: string,
): { readonly number: number | undefined; readonly message: string } | undefined {
  const [header = "", ...rest] = message.split(/\r?\n/);
  const number =
    /^Merge pull request #([0-9]{1,10}) from \S/.exec(header)?.[1] ??
    /^Merged in \S+ \(pull request #([0-9]{1,10})\)$/.exec(header)?.[1];
  const isGitLab =
    header.startsWith("Merge branch ") && rest.some((line) => /^See merge request \S+![0-9]+$/.test(line));
  if (number === undefined && !isGitLab) return undefined;
  const text = rest.join("\n").trim();
  return text === "" || /^See merge request /.test(text)
    ? undefined
    : { number: number === undefined ? undefined : Number(number), message: text };
}

/** `release: 1.2.3`, `chore(main): release 1.2.3`, `chore: bump version to 1.2.3`, `Release v1.2.3`, and a bare version. */
function isRelease({ kind, conventional, header }: CommitMessage): boolean {
  if (kind === "version" || conventional?.type.toLowerCase() === "release") return true;
  if (conventional !== undefined && !/^(?:chore|build|ci)$/i.test(conventional.type)) return false;
  return RELEASE.test(conventional?.description ?? header);
}

const RELEASE =
  /^(?:(?:cut|prepare|publish|bump|new) )?(?:for )?(?:release|version|bump|publish)(?: (?:to|of|for|version|release))? \S{0,100}[0-9]+\.[0-9]+\.[0-9]+\S{0,60}(?: [[(](?:skip ci|ci skip)[\])])?(?: \(#[0-9]{1,10}\))?$/i;

/** GitHub's words that close an issue, and ones that only name it. */
const ISSUE_TOKEN = /^(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references?|issues?|see)$/i;

function issuesOf(parsed: CommitMessage): IssueReference[] {
  const found = new Map<string, IssueReference>();
  for (const { token, separator, value } of parsed.footers) {
    if (!ISSUE_TOKEN.test(token)) continue;
    const text = separator === " #" ? `#${value}` : value;
    for (const [whole, repository, number] of text.matchAll(ISSUE)) {
      found.set(whole, { repository, number: Number(number) });
    }
  }
  return [...found.values()];
}

/** An owner has at most 39 characters, a repository 100. */
const ISSUE = /(?<![\w./-])([A-Za-z0-9-]{1,39}\/[\w.-]{1,100})?#([0-9]{1,10})(?![\w])/g;

function contributorsOf(commits: readonly LoggedCommit[], changes: readonly Change[]): Contributor[] {
  const found = new Map<string, { name: string; email: string; commits: number }>();
  const add = (name: string, email: string, seen: Set<string>) => {
    const key = (email === "" ? name : email).toLowerCase();
    if (name === "" || name.endsWith("[bot]") || seen.has(key)) return;
    seen.add(key);
    const contributor = found.get(key);
    if (contributor === undefined) found.set(key, { name, email, commits: 1 });
    else contributor.commits++;
  };
  for (const [at, { authorName, authorEmail }] of commits.entries()) {
    const { parsed, isMerge } = changes[at]!;
    if (isMerge) continue;
    const seen = new Set<string>();
    add(authorName.trim(), authorEmail.trim(), seen);
    for (const { token, value } of parsed.footers) {
      if (!/^co-authored-by$/i.test(token)) continue;
      const match = /^([^<>\n]{1,200})<([^<>\s]{1,200})>/.exec(value);
      if (match !== null) add(match[1]!.trim(), match[2]!, seen);
    }
  }
  return [...found.values()].sort((a, b) => b.commits - a.commits || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
