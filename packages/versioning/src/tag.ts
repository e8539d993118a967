import { parseVersion, type Version, versionProblem } from "./semver.ts";

/** A tag that names a version: `v1.2.3`, `1.2.3`, `pkg-v1.2.3`, `pkg-1.2.3`, `x/pkg/v1.2.3`, `@scope/pkg@1.2.3`. */
export interface Tag {
  readonly text: string;
  /** Everything before `v`, with its separator: `pkg-`, `x/pkg/`, `@scope/pkg@`; empty for the repository's own. */
  readonly prefix: string;
  readonly hasV: boolean;
  readonly version: Version;
}

/** Nobody writes longer names of tags. */
export const MAX_TAG_CHARACTERS = 500;

/** Undefined when the text is not such a tag; `tagProblem` says why. */
export function parseTag(text: string): Tag | undefined {
  if (text.length > MAX_TAG_CHARACTERS || text.startsWith("refs/")) return undefined;
  // The first split that works wins, so that `pkg-1.2.3-4.5.6` is a prerelease of pkg and not of something named `pkg-1.2.3`.
  for (const start of versionStarts(text)) {
    const hasV = text[start] === "v";
    const version = parseVersion(hasV ? text.slice(start + 1) : text.slice(start));
    if (version === undefined) continue;
    const prefix = text.slice(0, start);
    return prefixProblem(prefix) === undefined ? { text, prefix, hasV, version } : undefined;
  }
  return undefined;
}

/** What is wrong with a tag and what to write instead, to stand after its name. Undefined when nothing is. */
export function tagProblem(text: string): string | undefined {
  if (parseTag(text) !== undefined) return undefined;
  if (text.length > MAX_TAG_CHARACTERS) return `has more than ${MAX_TAG_CHARACTERS} characters`;
  const suggestion = repairedTag(text);
  return `${reasonAgainst(text)}; write ${suggestion ?? "v1.2.3, or pkg-v1.2.3 for a package"}`;
}

/** The name of what a prefix stands for: `pkg` of `pkg-`. */
export function prefixName(prefix: string): string {
  return prefix.slice(0, -1);
}

/** What a tag calls its package, without a scope: `pkg` of `pkg-v1.2.3` and of `@scope/pkg@1.2.3`, `x/pkg` of `x/pkg/v1.2.3`. */
export function packageName({ prefix }: Pick<Tag, "prefix">): string {
  return prefixName(prefix).replace(/^@[^/]+\//, "");
}

/** Where a version may begin: at the start and after each separator. */
function versionStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) if (SEPARATORS.includes(text[at]!)) starts.push(at + 1);
  return starts;
}

const SEPARATORS = "-/@";

/** Names as packages, modules and folders have them, and nothing that git refuses in a tag (git-check-ref-format). */
function prefixProblem(prefix: string): string | undefined {
  if (prefix === "") return undefined;
  const name = prefixName(prefix).replace(/^@/, "");
  if (name === "") return "has a separator without a name before it";
  for (const part of name.split("/")) {
    if (part === "") return "has an empty name before or between slashes";
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.+@-]*$/.test(part)) {
      return "has a name that is not made of letters, digits, `_`, `.`, `+`, `@` and `-`, beginning with one of the first three";
    }
    if (part.includes("..") || part.includes("@@") || part.endsWith(".") || part.endsWith(".lock")) {
      return `has the name \`${part.slice(0, 60)}\`, which git does not take`;
    }
  }
  return undefined;
}

function reasonAgainst(text: string): string {
  if (text === "") return "is empty";
  if (text.startsWith("refs/")) return "is a whole ref";
  if (text.trim() !== text) return "has blanks around it";
  const start = versionStarts(text).findLast((each) => /^[vV]?\.?[0-9]+(?:\.|$)/.test(text.slice(each, each + 20)));
  if (start === undefined) return "holds no version";
  const problem = prefixProblem(text.slice(0, start));
  if (problem !== undefined) return problem;
  const rest = text.slice(start);
  if (rest.startsWith("V")) return "has a capital V";
  if (/^v?\./.test(rest)) return "has a dot before its version";
  return versionProblem(rest.replace(/^v/, "")) ?? "is not a version";
}

/** The tag that was probably meant; undefined without a guess. */
function repairedTag(text: string): string | undefined {
  const trimmed = text.trim().replace(/^refs\/(?:tags\/|heads\/)?/, "");
  const match = /^(.*?)(?:([vV])\.?)?([0-9]{1,15}(?:\.[0-9]{1,15}){0,2})([-+].*)?$/s.exec(trimmed);
  if (match === null) return undefined;
  const [, prefix = "", v = "", core = "", rest = ""] = match;
  const numbers = core.split(".").map((number) => String(Number(number)));
  while (numbers.length < 3) numbers.push("0");
  const separated = /[A-Za-z]$/.test(prefix) ? `${prefix}-` : prefix;
  const repaired = `${separated}${v.toLowerCase()}${numbers.join(".")}${rest}`;
  return parseTag(repaired) === undefined ? undefined : repaired;
}
