import { compileGlob, type GlobTest } from "@jessy-actions/reading/glob";
import { patternProblem } from "@jessy-actions/reading/globs";
import { joinPath, normalize } from "./report-path.ts";

export interface PathRule {
  readonly from: string;
  readonly to: string;
  /** Set when `from` is a glob for whole folders. */
  readonly glob?: GlobTest;
  /** Set when the rule is for some reports alone; gets the report's own path. */
  readonly report?: GlobTest;
}

/**
 * `from => to`, one rule a line. A rule's left side is a prefix, or a glob that the whole prefix must match.
 * `report: from => to` is for the reports that the path or glob before the colon matches. The blank after the colon
 * tells it from a drive letter.
 */
export function parsePathRules(lines: readonly string[]): {
  readonly rules: readonly PathRule[];
  readonly problems: readonly string[];
} {
  const rules: PathRule[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const match = /^(?:([^=]*?\S):\s+)?(.+?)=>(.*)$/.exec(line);
    if (match === null) {
      problems.push(`\`${line}\` is not a rule; write \`/path/in/the/report => path/in/the/repository\``);
      continue;
    }
    const report = match[1] === undefined ? undefined : normalize(match[1].trim());
    const from = normalize(match[2]!.trim());
    const isGlob = /[*?[{]/.test(from);
    const problem = (isGlob ? patternProblem(from) : undefined) ?? (report && patternProblem(report));
    if (problem !== undefined) problems.push(`\`${line}\` ${problem}`);
    else {
      rules.push({
        from,
        to: normalize(match[3]!.trim()),
        ...(isGlob && { glob: compileGlob(from) }),
        ...(report !== undefined && { report: compileGlob(report) }),
      });
    }
  }
  return { rules, problems };
}

/**
 * What the first rule that fits makes of a path; undefined if none does. @param report the path of the report, as the
 * rules for single reports spell it.
 */
export function applyRules(rules: readonly PathRule[], path: string, report: string): string | undefined {
  for (const { from, to, glob, report: isFor } of rules) {
    if (isFor?.(report) === false) continue;
    const rest = glob === undefined ? afterPrefix(path, from) : afterFolders(path, glob);
    if (rest !== undefined) return joinPath(to, rest);
  }
  return undefined;
}

/** The rest after a prefix of whole folders. */
export function afterPrefix(path: string, prefix: string): string | undefined {
  if (path === prefix) return "";
  if (prefix === "") return path;
  const whole = prefix.endsWith("/") ? prefix : `${prefix}/`;
  return path.startsWith(whole) ? path.slice(whole.length) : undefined;
}

/** The rest after the longest run of folders that a glob matches. */
function afterFolders(path: string, matches: GlobTest): string | undefined {
  const parts = path.split("/");
  for (let at = parts.length - 1; at > 0; at--) {
    if (matches(parts.slice(0, at).join("/"))) return parts.slice(at).join("/");
  }
  return undefined;
}
