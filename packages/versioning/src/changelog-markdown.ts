import type { Change, Changes, IssueReference } from "./commit-changelog.ts";

/** How the caller wants changes to be written. */
export interface ChangelogWriting {
  /** Makes one line of untrusted text inert in Markdown: no mention, HTML, link or markup, no line break. */
  readonly escape: (text: string) => string;
  /** Addresses; without one the text stands alone. They must be safe between parentheses. */
  readonly commitUrl?: (sha: string) => string;
  readonly pullRequestUrl?: (number: number) => string;
  readonly issueUrl?: (issue: IssueReference) => string;
  /** Of the groups' headings, 1 to 6. */
  readonly level: number;
  readonly contributors: boolean;
}

/**
 * Writes changes as Markdown: breaking ones first, then groups, then commits of other types, then commits that are not
 * conventional. All text of commits goes through `escape`. Empty when there is nothing to tell.
 */
export function writeChanges(changes: Changes, writing: ChangelogWriting): string {
  const { breaking, rest } = writeInTwo(changes, writing);
  return [breaking, rest].filter((part) => part !== "").join("\n\n");
}

/** The same in two parts, for notes where something else stands between what breaks and the rest. */
export function writeInTwo(
  changes: Changes,
  writing: ChangelogWriting,
): { readonly breaking: string; readonly rest: string } {
  const marks = "#".repeat(writing.level);
  const section = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [`${marks} ${title}\n\n${entries.join("\n")}`];
  const entries = (list: readonly Change[]) => list.map((change) => entryOf(change, change.title, writing));
  const withType = (list: readonly Change[]) =>
    list.map((change) => entryOf(change, `${change.parsed.conventional!.type}: ${change.title}`, writing));
  const breaking = section(
    "Breaking changes",
    changes.breaking.map(({ change, note }) => breakingEntry(change, note, writing)),
  );
  const rest = [
    ...changes.groups.flatMap((group) => section(group.title, entries(group.changes))),
    ...section("Other changes", withType(changes.others)),
    ...section("Not in the form of Conventional Commits", entries(changes.unconventional)),
    ...(writing.contributors ? section("Contributors", contributorEntries(changes, writing)) : []),
  ];
  return { breaking: breaking.join(""), rest: rest.join("\n\n") };
}

function entryOf(change: Change, text: string, writing: ChangelogWriting): string {
  return `- ${scopeOf(change, writing)}${writing.escape(text)}${linksOf(change, writing)}`;
}

function scopeOf({ scope }: Change, writing: ChangelogWriting): string {
  return scope === undefined ? "" : `**${writing.escape(scope)}:** `;
}

/** A note may have several paragraphs and lists: each of its lines is escaped by itself, and indented into the entry. */
function breakingEntry(change: Change, note: string | undefined, writing: ChangelogWriting): string {
  if (note === undefined) return entryOf(change, change.title, writing);
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push(writing.escape(paragraph.join(" ")));
    paragraph = [];
  };
  for (const line of note.split("\n")) {
    const text = line.trim();
    if (text === "") close();
    else if (/^[-*] ./.test(text)) {
      close();
      blocks.push(`- ${writing.escape(text.slice(2).trim())}`);
    } else paragraph.push(text);
  }
  close();
  const startsWithList = blocks[0]?.startsWith("- ") === true;
  const first = startsWithList ? writing.escape(change.title) : (blocks.shift() ?? "");
  const rest = blocks.map((block, at) => {
    const isTight = block.startsWith("- ") && (at === 0 || blocks[at - 1]!.startsWith("- "));
    return `${isTight ? "\n" : "\n\n"}  ${block}`;
  });
  return `- ${scopeOf(change, writing)}${first}${linksOf(change, writing)}${rest.join("")}`;
}

function linksOf({ sha, pullRequest, issues }: Change, writing: ChangelogWriting): string {
  const { commitUrl, pullRequestUrl, issueUrl } = writing;
  const link = (text: string, url: string | undefined, plain: string) =>
    url === undefined ? plain : `[${text}](${url})`;
  const short = /^[0-9a-f]{7,64}$/.test(sha) ? sha.slice(0, 7) : undefined;
  const links = [
    ...(pullRequest === undefined
      ? []
      : [link(`#${pullRequest}`, pullRequestUrl?.(pullRequest), writing.escape(`#${pullRequest}`))]),
    ...(short === undefined ? [] : [link(`\`${short}\``, commitUrl?.(sha), `\`${short}\``)]),
  ];
  const named = issues
    .filter((issue) => issue.repository !== undefined || issue.number !== pullRequest)
    .map((issue) => {
      const text = writing.escape(`${issue.repository ?? ""}#${issue.number}`);
      return link(text, issueUrl?.(issue), text);
    });
  return `${links.map((each) => ` (${each})`).join("")}${named.length === 0 ? "" : `, see ${named.join(", ")}`}`;
}

function contributorEntries({ contributors }: Changes, writing: ChangelogWriting): string[] {
  return contributors.map(
    ({ name, commits }) => `- ${writing.escape(name)} (${commits} ${commits === 1 ? "commit" : "commits"})`,
  );
}
