import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import type { BuildContext } from "./build-context.ts";
import { formatDate } from "./date-format.ts";
import type { Call, Expressions } from "./template.ts";

/** As git shows it, and metadata-action by default. */
export const SHORT_SHA_LENGTH = 7;

/** What `{{…}}` may name in `prefix`, `suffix`, `value` and `enable`, and in labels and annotations. */
export const GLOBAL_NAMES = [
  "branch",
  "tag",
  "sha",
  "base_ref",
  "is_default_branch",
  "is_not_default_branch",
  "date",
  "commit_date",
] as const;

/** What `{{…}}` may name in the pattern of `type=schedule`. */
export const DATE_NAMES = ["date", "commit_date"] as const;

/** The branch that a ref names; undefined if it names none. */
export function branchOf(ref: string): string | undefined {
  return after(ref, "refs/heads/");
}

/** The tag that a ref names; undefined if it names none. */
export function tagOf(ref: string): string | undefined {
  return after(ref, "refs/tags/");
}

function after(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** @param length how many digits a short commit has */
export function globalExpressions(
  context: BuildContext,
  length: number,
): Readonly<Record<(typeof GLOBAL_NAMES)[number], (call: Call) => string>> {
  return {
    branch: () => branchOf(context.ref) ?? "",
    tag: () => tagOf(context.ref) ?? "",
    sha: () => context.sha.slice(0, length),
    base_ref: () => context.baseRef ?? "",
    is_default_branch: () => String(isDefaultBranch(context)),
    is_not_default_branch: () => String(!isDefaultBranch(context)),
    ...dateExpressions(context),
  };
}

export function dateExpressions(
  context: BuildContext,
): Readonly<Record<(typeof DATE_NAMES)[number], (call: Call) => string>> & Expressions {
  return {
    date: (call) => dateOf(call, context.now),
    commit_date: (call) => dateOf(call, context.commitDate),
  };
}

/** Events whose commit is always the default branch's last one. */
const DEFAULT_BRANCH_EVENTS = /discussion|issues|schedule/;

/**
 * metadata-action says true for every `create` event too, although its ref is the new branch or tag. With
 * `type=raw,value=latest,enable={{is_default_branch}}`, each new branch would get `latest`.
 */
function isDefaultBranch({ ref, eventName, repository }: BuildContext): boolean {
  if (ref === "") return false;
  const branch = branchOf(ref);
  if (branch !== undefined && branch !== "" && branch === repository.defaultBranch) return true;
  return DEFAULT_BRANCH_EVENTS.test(eventName);
}

function dateOf({ name, values, named }: Call, instant: Date): string {
  // A word without quotes names nothing, so the date has moment's default format.
  const [format] = values;
  if (values.length !== 1 || format === "") {
    throw new UserError(`{{${name}}} needs one format; write {{${name} 'YYYYMMDD'}}`);
  }
  const stranger = [...named.keys()].find((key) => key !== "tz");
  if (stranger !== undefined) throw new UserError(`{{${name}}} does not know ${quoted(stranger)}; it takes tz='UTC'`);
  return formatDate(instant, format, named.get("tz") ?? "UTC");
}
