import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import { tagFrom, tagProblem } from "../tag-name.ts";
import type { BuildContext } from "./build-context.ts";
import { branchOf, globalExpressions } from "./expressions.ts";
import type { Flavor } from "./flavor.ts";
import { byPriority, type TagRule } from "./tag-rule.ts";
import { type TagScope, type TagValue, tagValue } from "./tag-value.ts";
import { expressionNames, renderTemplate, type Template } from "./template.ts";
import { parsePep440, parseSemver, type Version } from "./version.ts";

/** A tag that an image is to get. */
export interface PlannedTag {
  readonly name: string;
  /** Where it comes from, for errors and reports: a line of `tags`, or `latest of flavor`. */
  readonly source: string;
  /** What stands before and after the value in the name. Tags with the same ones are of one series. */
  readonly prefix: string;
  readonly suffix: string;
  /** The version of the software, if the rule is about one; also behind `1.2` and `latest`. */
  readonly version: Version | undefined;
  /** Whether the name is a full version, which stands for one image for ever. */
  readonly isImmutable: boolean;
  /** `automatic`: no one asked for it by name. `asked`: `latest=true` of the flavor, or a rule whose value is `latest`. */
  readonly latest: "automatic" | "asked" | undefined;
}

export interface TagPlan {
  /** The highest rule's tag, for labels and the output `version`; empty if there are no tags. */
  readonly version: string;
  /** In order: the version, the others by priority, `latest`. */
  readonly tags: readonly PlannedTag[];
  /** What a user may wonder about, one sentence each: rules that gave nothing although the event fits. */
  readonly notes: readonly string[];
}

/**
 * Decides the tags of a build by metadata-action's rules.
 *
 * @throws UserError with all rules that give no valid tag
 */
export function planTags(
  rules: readonly TagRule[],
  flavor: Flavor,
  context: BuildContext,
  shortShaLength: number,
): TagPlan {
  const expressions = globalExpressions(context, shortShaLength);
  return new TagPlanner(flavor, { context, expressions, shortShaLength }).plan(byPriority(rules));
}

class TagPlanner {
  readonly #flavor: Flavor;
  readonly #scope: TagScope;
  readonly #tags: PlannedTag[] = [];
  readonly #names = new Set<string>();
  readonly #notes: string[] = [];
  readonly #problems: string[] = [];
  /** Decided by the first tag alone. */
  #isLatest: boolean | undefined;

  constructor(flavor: Flavor, scope: TagScope) {
    this.#flavor = flavor;
    this.#scope = scope;
  }

  plan(rules: readonly TagRule[]): TagPlan {
    for (const rule of rules) {
      for (const note of rule.notes) this.#notes.push(`\`tags\` line ${quoted(rule.line)}: ${note}`);
      this.#try(rule.line, () => this.#apply(rule));
    }
    if (this.#isLatest === true) this.#try("latest", () => this.#addLatest());
    if (this.#problems.length > 0) throw new UserErrors(this.#problems);
    return { version: this.#tags[0]?.name ?? "", tags: this.#tags, notes: this.#notes };
  }

  #try(line: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#problems.push(`\`tags\` line ${quoted(line)}: ${error.message}`);
    }
  }

  #apply(rule: TagRule): void {
    if (!this.#isEnabled(rule)) return;
    const value = tagValue(rule, this.#scope);
    if (value === undefined) return;
    if ("note" in value) this.#notes.push(`\`tags\` line ${quoted(rule.line)}: ${value.note}`);
    else this.#add(rule, value);
  }

  #isEnabled(rule: TagRule): boolean {
    const enabled = this.#render(rule.enable);
    if (enabled === "true" || enabled === "false") return enabled === "true";
    throw new UserError(`enable gives ${quoted(enabled)}; it must give true or false`);
  }

  #add(rule: TagRule, value: TagValue): void {
    const prefix = this.#render(rule.prefix ?? this.#flavor.prefix);
    const suffix = this.#render(rule.suffix ?? this.#flavor.suffix);
    const whole = `${prefix}${value.text}${suffix}`;
    if (whole === "") return;
    const name = tagFrom(whole);
    const problem = tagProblem(name) ?? this.#shadowProblem(rule, value, name);
    if (problem !== undefined) throw new UserError(`${quoted(whole)} cannot be a tag: ${problem}. ${REMEDY}`);
    this.#isLatest ??= this.#flavor.latest === "auto" ? value.isLatest : this.#flavor.latest === "true";
    if (this.#names.has(name)) return;
    this.#names.add(name);
    this.#tags.push({
      name,
      source: rule.line,
      prefix: tagFrom(prefix),
      suffix: tagFrom(suffix),
      version: value.version,
      isImmutable: isFullVersion(rule, value),
      latest: value.text === "latest" ? "asked" : undefined,
    });
  }

  /** A branch called `latest` must not move `latest`, except it is the repository's own. */
  #shadowProblem(rule: TagRule, value: TagValue, name: string): string | undefined {
    const branch = branchOf(this.#scope.context.ref);
    const isFromBranch = rule.type === "ref" || (rule.type === "raw" && expressionNames(rule.value).includes("branch"));
    const isShadow = name === "latest" && isFromBranch && branch === value.text;
    if (!isShadow || branch === this.#scope.context.repository.defaultBranch) return undefined;
    return "a branch with this name would move the tag that everyone pulls by default";
  }

  #addLatest(): void {
    const { prefixesLatest, suffixesLatest, latest } = this.#flavor;
    const prefix = prefixesLatest ? this.#render(this.#flavor.prefix) : "";
    const suffix = suffixesLatest ? this.#render(this.#flavor.suffix) : "";
    const name = tagFrom(`${prefix}latest${suffix}`);
    const problem = tagProblem(name);
    if (problem !== undefined) throw new UserError(`${problem}. Give \`flavor\` another prefix or suffix`);
    this.#tags.push({
      name,
      source: "latest of flavor",
      prefix: tagFrom(prefix),
      suffix: tagFrom(suffix),
      version: this.#tags.find(({ version }) => version !== undefined)?.version,
      isImmutable: false,
      latest: latest === "true" ? "asked" : "automatic",
    });
  }

  #render(template: Template): string {
    return renderTemplate(template, this.#scope.expressions);
  }
}

const REMEDY = "Write another prefix=, suffix= or value=, or type=sha";

/**
 * `1.2.3`, `v1.2.3-rc.1`; or the version that a rule of PEP 440 is about. `1.2`, `1` and dates move. A branch that is
 * called `1.2.3` gives a full version too, so that it cannot replace a release.
 */
function isFullVersion(rule: TagRule, { text, version }: TagValue): boolean {
  if (rule.type === "ref" && rule.event === "branch") return parseSemver(text) !== undefined;
  if (version === undefined) return false;
  if (version.scheme === "semver") return parseSemver(text)?.clean === version.clean;
  // Of other rules than PEP 440's, `1.2` is the beginning of a version.
  const isWhole = rule.type === "pep440" || !version.isFinal || /\d\.\d+\.\d/.test(text);
  return isWhole && (text === version.written || parsePep440(text)?.clean === version.clean);
}
