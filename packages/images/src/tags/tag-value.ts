import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import type { BuildContext } from "./build-context.ts";
import { branchOf, dateExpressions, tagOf } from "./expressions.ts";
import type { TagRule } from "./tag-rule.ts";
import { type Expressions, expressionNames, isOnly, renderTemplate, type Template } from "./template.ts";
import { parsePep440, parseSemver, type Version, versionExpressions, versionOfName } from "./version.ts";

/** What a rule makes of an event, before prefix and suffix. */
export interface TagValue {
  readonly text: string;
  /** Whether `latest` goes with it, unless the flavor says otherwise. */
  readonly isLatest: boolean;
  /** The version that the image has, if the rule is about one; also behind `1.2` or `1`. */
  readonly version: Version | undefined;
}

/** A value, or why there is none; undefined if the rule is not about this event. */
export type TagOutcome = TagValue | { readonly note: string } | undefined;

/** What values are made from. */
export interface TagScope {
  readonly context: BuildContext;
  /** The expressions of `value`, `prefix`, `suffix` and `enable`. */
  readonly expressions: Expressions;
  readonly shortShaLength: number;
}

/** @throws UserError for what the rule cannot make of this event */
export function tagValue(rule: TagRule, scope: TagScope): TagOutcome {
  const { ref, sha, eventName } = scope.context;
  switch (rule.type) {
    case "schedule":
      return eventName.includes("schedule")
        ? plain(renderTemplate(rule.pattern, dateExpressions(scope.context)))
        : undefined;
    case "semver":
    case "pep440":
      return versionValue(rule, scope);
    case "match":
      return matchValue(rule, scope);
    case "edge": {
      const branch = branchOf(ref);
      const wanted = rule.branch === "" ? scope.context.repository.defaultBranch : rule.branch;
      return branch !== undefined && branch === wanted ? plain("edge") : undefined;
    }
    case "ref":
      return refValue(rule.event, ref);
    case "raw":
      return rawValue(rule.value, scope);
    case "sha":
      return sha === "" ? undefined : plain(rule.format === "short" ? sha.slice(0, scope.shortShaLength) : sha);
  }
}

function plain(text: string): TagValue {
  return { text, isLatest: false, version: undefined };
}

type VersionRule = Extract<TagRule, { readonly type: "semver" | "pep440" }>;

function versionValue(rule: VersionRule, scope: TagScope): TagOutcome {
  const source = sourceOf(rule.value, scope);
  if (source === undefined) return undefined;
  const found = partOf(rule, source);
  const text = found.text.replaceAll("/", "-");
  const version = rule.type === "semver" ? parseSemver(text) : parsePep440(text);
  if (version === undefined) {
    const where = rule.type === "semver" ? "https://semver.org" : "PEP 440";
    return { note: `${found.note ?? ""}${quoted(text)} is not a version by ${where}` };
  }
  return { text: versionText(rule.pattern, version), isLatest: version.isFinal, version };
}

/** A pre-release is frequent and breaks things: it never becomes `1.2` or `1`. */
function versionText(pattern: Template, version: Version): string {
  if (version.isFinal) return renderTemplate(pattern, versionExpressions(version));
  return isOnly(pattern, "raw") ? version.raw : version.written;
}

/** The part of a git tag that `match` puts in parentheses. */
function partOf({ match }: VersionRule, source: string): { readonly text: string; readonly note?: string } {
  if (match === undefined) return { text: source };
  const found = match.exec(source);
  if (found === null)
    return { text: source, note: `${quoted(`match=${match.source}`)} does not match ${quoted(source)}, and ` };
  const [, group] = found;
  if (group !== undefined) return { text: group };
  throw new UserError(
    `${quoted(`match=${match.source}`)} gives no group for ${quoted(source)}; put the version in parentheses`,
  );
}

function matchValue(rule: Extract<TagRule, { readonly type: "match" }>, scope: TagScope): TagOutcome {
  const source = sourceOf(rule.value, scope);
  if (source === undefined) return undefined;
  // A pattern with the flag y or g keeps its place between uses, so each use has its own.
  const found = source.match(new RegExp(rule.pattern));
  if (found === null) return { note: `${quoted(`pattern=${rule.pattern.source}`)} does not match ${quoted(source)}` };
  const number = Number(rule.group);
  const text = String(number) === rule.group ? found[number] : undefined;
  if (text === undefined) {
    return {
      note: `${quoted(`pattern=${rule.pattern.source}`)} has no group ${quoted(rule.group)} for ${quoted(source)}`,
    };
  }
  return { text, isLatest: true, version: versionOfName(text) };
}

/** What `value` gives, else the git tag; undefined if the event is about no tag. */
function sourceOf(value: Template | undefined, { context, expressions }: TagScope): string | undefined {
  return value === undefined || value.length === 0 ? tagOf(context.ref) : renderTemplate(value, expressions);
}

function refValue(event: "branch" | "tag" | "pr", ref: string): TagOutcome {
  if (event === "branch") {
    const branch = branchOf(ref);
    return branch === undefined ? undefined : plain(branch);
  }
  if (event === "tag") {
    const tag = tagOf(ref);
    return tag === undefined ? undefined : { text: tag, isLatest: true, version: versionOfName(tag) };
  }
  return ref.startsWith("refs/pull/") ? plain(ref.slice("refs/pull/".length).replace(/\/merge$/, "")) : undefined;
}

/** A value such as `1.2.3` is a version; one made from a date is not, even if it looks like one. */
function rawValue(value: Template, { expressions }: TagScope): TagValue {
  const text = renderTemplate(value, expressions);
  const isDated = expressionNames(value).some((name) => name === "date" || name === "commit_date");
  return { text, isLatest: false, version: isDated ? undefined : parseSemver(text) };
}
