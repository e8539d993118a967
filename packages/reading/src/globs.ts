import { compileGlob, type GlobTest } from "./glob.ts";

/** A longer pattern is not a list of files; it would only cost time. */
const MAX_PATTERN_CHARACTERS = 1000;

export type PathFilter = (path: string) => boolean;

/**
 * Whether a repository path matches a list of globs. As in .gitignore, the last matching pattern decides, and a leading
 * `!` excludes again. A pattern without `/` matches in every folder; one that ends in `/` matches everything in a
 * folder.
 *
 * @throws RangeError naming a pattern that cannot be used.
 */
export function pathFilter(patterns: readonly string[]): PathFilter {
  const rules = patterns.map((pattern) => {
    const negated = pattern.startsWith("!");
    return { negated, matches: compile(negated ? pattern.slice(1) : pattern) };
  });
  return (path) => {
    for (let at = rules.length - 1; at >= 0; at--) {
      if (rules[at]!.matches(path)) return !rules[at]!.negated;
    }
    return false;
  };
}

/** What is wrong with a pattern, if anything. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN_CHARACTERS) return `has more than ${MAX_PATTERN_CHARACTERS} characters`;
  // Taken literally it would quietly match nothing.
  if (/[?*+@!]\(/.test(pattern.replace(/^!/, ""))) return "is an extended glob; write {a,b} or several lines";
  try {
    compileGlob(pattern);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return undefined;
}

function compile(pattern: string): GlobTest {
  const problem = patternProblem(pattern);
  if (problem !== undefined) throw new RangeError(`the pattern ${JSON.stringify(pattern.slice(0, 60))} ${problem}`);
  const rooted = pattern.replace(/^\.?\//, "");
  const whole = rooted.endsWith("/") ? `${rooted}**` : rooted;
  const anywhere = !pattern.startsWith("/") && !whole.replace(/\/\*\*$/, "").includes("/") ? `**/${whole}` : whole;
  return compileGlob(anywhere);
}
