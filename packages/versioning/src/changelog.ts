import { definedLabel, type Heading, type MarkdownBlocks, readBlocks, usedLabels } from "./markdown-blocks.ts";
import { compareVersions, formatCore, formatVersion, isPrerelease, parseVersion, type Version } from "./semver.ts";

/** A version's part of a changelog. Lines count from 1. */
export interface ChangelogSection {
  /** How it was found: by the version itself, by the stable version of a prerelease, or as the unreleased part. */
  readonly match: "exact" | "core" | "unreleased";
  /** The heading's text as it was written. */
  readonly heading: string;
  readonly line: number;
  /** `2026-11-24`, where the heading has it. */
  readonly date: string | undefined;
  readonly isYanked: boolean;
  /** Markdown without the heading, with the link reference definitions that it uses. */
  readonly body: string;
}

export interface ChangelogProblem {
  readonly line: number;
  /** A sentence without its full stop. */
  readonly message: string;
}

export interface FoundSection {
  /** Undefined when there is none. An empty or doubled section is given, with its problem. */
  readonly section: ChangelogSection | undefined;
  readonly problems: readonly ChangelogProblem[];
}

/**
 * The section of a version in a changelog, by the forms that tools and people write: `## [1.2.3] - 2026-11-24`, `# v1.2.3`,
 * `Version 1.2.3 (2026-11-24)` with an underline, `### [1.2.3](https://...) [YANKED]`.
 *
 * It ends at the next heading of the same or a higher level, so deeper headings stay inside, also of versions (`### 2.0.0-rc.1` below
 * `## 2.0.0`). One exception: a deeper heading of a lower stable version with a link or a date ends it too, as semantic-release writes minor
 * versions with `#` and patches with `##`.
 *
 * A prerelease may be described by the section of its stable version, or by `[Unreleased]`; a stable version may not.
 *
 * @param prefix of the tag, as in `pkg-v1.2.3`: headings may begin with it, or with its name
 * @param isShared the changelog is of several packages, so that headings must begin with it
 */
export function findSection(markdown: string, version: Version, prefix = "", isShared = false): FoundSection {
  const blocks = readBlocks(markdown);
  const titles = blocks.headings.map((heading) => ({ heading, title: readTitle(heading.text, prefix, isShared) }));
  const wanted = formatVersion(version);
  const [match, found] = bestMatch(titles, version);
  if (found === undefined) return { section: undefined, problems: [missing(wanted, version, titles)] };
  const end = endOfSection(titles, found, blocks.lines.length);
  const problems = problemsOf(blocks, titles, found, end, version, match);
  const { heading, title } = found;
  return {
    section: {
      match,
      heading: heading.text,
      line: heading.line,
      date: title.date,
      isYanked: title.isYanked,
      body: bodyOf(blocks, heading.contentLine, end),
    },
    problems,
  };
}

/** What a heading names; `version` is undefined in one that names none. */
interface Title {
  readonly version: Version | undefined;
  readonly isUnreleased: boolean;
  readonly isLinked: boolean;
  readonly date: string | undefined;
  readonly isYanked: boolean;
}

interface TitledHeading {
  readonly heading: Heading;
  readonly title: Title;
}

/** Text after a version in its heading is short. */
const MAX_TITLE_CHARACTERS = 1000;

function readTitle(text: string, prefix: string, isShared: boolean): Title {
  const plain = withoutDecoration(text.slice(0, MAX_TITLE_CHARACTERS));
  const isLinked = plain.startsWith("[");
  let rest = withoutDecoration(isLinked ? plain.slice(1) : plain);
  rest = withoutPrefix(rest, prefix).replace(/^(?:version|release)[ \t]+/i, "");
  rest = withoutPrefix(rest, prefix).replace(/^v(?=[0-9])/i, "");
  rest = withoutName(rest);
  const token = /^[0-9A-Za-z.+-]*/.exec(rest)![0];
  const isOurs = !isShared || namesPackage(plain, prefix);
  const version = isOurs ? readVersion(token.replace(/\.$/, "")) : undefined;
  const after = rest.slice(token.length);
  return {
    version,
    isUnreleased: /^unreleased(?![\w-])/i.test(rest) || (version !== undefined && /\bunreleased\b/i.test(after)),
    isLinked,
    date: /(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/.exec(after)?.[0],
    isYanked: /\[yanked\]/i.test(after),
  };
}

/** A title's first emoji (`:tada:`, 🎉), and the marks of bold, italic and code around its version. */
function withoutDecoration(text: string): string {
  return text.replace(DECORATION, "");
}

const DECORATION = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\s*_`]|\u200d|\ufe0f|:[a-z0-9_+-]{1,50}:)+/u;

/** `My Project` of `My Project 1.2.3 (2026-11-24)`, as towncrier and cargo write it. The date tells it from a sentence. */
function withoutName(text: string): string {
  const named = /^\p{L}[\w.-]*(?: [\w.-]+){0,4}? v?(?=[0-9]+\.[0-9])/u.exec(text)?.[0];
  return named !== undefined && DATED.test(text.slice(named.length)) ? text.slice(named.length) : text;
}

const DATED = /^[0-9A-Za-z.+-]+\]?(?:\([^()\s]*\))?,?[ \t]+(?:[-\u2013\u2014][ \t]+)?\(?[0-9]{4}-[0-9]{2}-[0-9]{2}\)?/;

/** `1.92` stands for 1.92.0: cargo and others leave out a last zero. */
function readVersion(token: string): Version | undefined {
  return parseVersion(token) ?? (/^[0-9]+\.[0-9]+$/.test(token) ? parseVersion(`${token}.0`) : undefined);
}

/** Whether a heading begins with the tag's prefix, or its name, which may follow `Release`. */
function namesPackage(text: string, prefix: string): boolean {
  const rest = text.replace(/^\[?(?:(?:version|release)[ \t]+)?\[?/i, "");
  return prefix === "" || rest.startsWith(prefix) || rest.startsWith(`${prefix.slice(0, -1)} `);
}

/** `pkg-v1.2.3`, `pkg 1.2.3` and `[pkg-1.2.3]` of the package `pkg-`, which may follow `Release`. */
function withoutPrefix(text: string, prefix: string): string {
  const start = prefix === "" ? undefined : [prefix, `${prefix.slice(0, -1)} `].find((each) => text.startsWith(each));
  const rest = start === undefined ? text : text.slice(start.length).trimStart();
  return rest.startsWith("[") ? rest.slice(1) : rest;
}

/** Looks for the version itself, then for it without build metadata; for a prerelease then for its stable version, then for the unreleased part. */
function bestMatch(
  titles: readonly TitledHeading[],
  version: Version,
): readonly [ChangelogSection["match"], TitledHeading | undefined] {
  const named = (text: string) =>
    titles.find(({ title }) => title.version !== undefined && formatVersion(title.version) === text);
  const exact = named(formatVersion(version)) ?? named(formatVersion({ ...version, build: [] }));
  if (exact !== undefined || !isPrerelease(version)) return ["exact", exact];
  const core = named(formatCore(version));
  if (core !== undefined) return ["core", core];
  return ["unreleased", unreleased(titles)];
}

function unreleased(titles: readonly TitledHeading[]): TitledHeading | undefined {
  return titles.find(({ title }) => title.isUnreleased && title.version === undefined);
}

/** The line after the section's last. */
function endOfSection(titles: readonly TitledHeading[], found: TitledHeading, lineCount: number): number {
  const next = titles.slice(titles.indexOf(found) + 1).find(({ heading, title }) => {
    if (heading.level <= found.heading.level) return true;
    const isOther = title.isLinked || title.date !== undefined;
    if (!isOther || title.version === undefined || isPrerelease(title.version)) return false;
    return found.title.version === undefined || compareVersions(title.version, found.title.version) < 0;
  });
  return next?.heading.line ?? lineCount + 1;
}

function problemsOf(
  blocks: MarkdownBlocks,
  titles: readonly TitledHeading[],
  found: TitledHeading,
  end: number,
  version: Version,
  match: ChangelogSection["match"],
): ChangelogProblem[] {
  const { heading, title } = found;
  const name = title.version === undefined ? "Unreleased" : formatVersion(title.version);
  const problems: ChangelogProblem[] = [];
  const isSame = (other: Title) =>
    title.version === undefined
      ? other.version === undefined && other.isUnreleased
      : other.version !== undefined && formatVersion(other.version) === name;
  for (const other of titles) {
    const { line } = other.heading;
    if (line < end || !isSame(other.title)) continue;
    problems.push({ line, message: `there is a second section for ${name}; the first is on line ${heading.line}` });
  }
  const isEmpty = !blocks.kinds
    .slice(heading.contentLine - 1, end - 1)
    .some((kind) => kind === "text" || kind === "code");
  if (isEmpty) {
    const next = titles.find((each) => each.heading.line === end);
    const isPart = next !== undefined && next.title.version === undefined && !next.title.isUnreleased;
    const remedy = isPart ? `the heading on line ${end} ends it: give that one more #` : "say what changed";
    problems.push({ line: heading.line, message: `the section for ${name} is empty; ${remedy}` });
  }
  if (match === "exact" && title.isUnreleased && !isPrerelease(version)) {
    problems.push({ line: heading.line, message: `the heading of ${name} still says that it is unreleased` });
  }
  return problems;
}

function bodyOf({ lines, kinds }: MarkdownBlocks, first: number, end: number): string {
  const isDefinition = (at: number) => kinds[at] === "definition";
  const inside = lines.slice(first - 1, end - 1).filter((_, at) => !isDefinition(first - 1 + at));
  const used = usedLabels(inside);
  const definitions = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    if (!isDefinition(at)) continue;
    const label = definedLabel(line);
    // Of two definitions of one label the first counts.
    if (used.has(label) && !definitions.has(label)) definitions.set(label, line.trim());
  }
  const text = trimBlankLines(inside).join("\n");
  return definitions.size === 0 ? text : `${text}\n\n${[...definitions.values()].join("\n")}`;
}

function trimBlankLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1) return [];
  return lines.slice(first, lines.findLastIndex((line) => line.trim() !== "") + 1);
}

function missing(wanted: string, version: Version, titles: readonly TitledHeading[]): ChangelogProblem {
  const open = unreleased(titles);
  const first = titles.find(({ title }) => title.version !== undefined);
  const line = (open ?? first)?.heading.line ?? 1;
  const heading = `${"#".repeat((first ?? open)?.heading.level ?? 2)} [${wanted}]`;
  const others = isPrerelease(version) ? `, none for ${formatCore(version)} and no [Unreleased]` : "";
  const remedy =
    open === undefined || isPrerelease(version)
      ? `write \`${heading}\` above the last version's`
      : `[Unreleased] does not count for a stable version: write \`${heading}\` below it`;
  return { line, message: `there is no section for ${wanted}${others}; ${remedy}` };
}
