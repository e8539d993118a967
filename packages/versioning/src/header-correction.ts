import { nearest } from "@jessy-actions/reading/nearest";
import { STARTS_WITH_CASED, satisfies } from "./case-check.ts";
import { correctHeader, parseHeader } from "./commit-header.ts";
import type { CaseCheck, CommitRules } from "./commit-rules.ts";
import { parseCommit } from "./conventional-commit.ts";
import { headerProblems } from "./header-rules.ts";
import { type LetterCase, toCase } from "./letter-case.ts";

/**
 * The first line as it was probably meant, made of its own words. Undefined when it would still break a rule, and
 * wherever a guess could be wrong: no correction is better than one that a person would laugh at.
 */
export function correctedHeader(line: string, rules: CommitRules): string | undefined {
  const header = parseHeader(correctHeader(line) ?? "");
  if (header === undefined) return undefined;
  const type = correctedType(header.type, rules);
  const description = correctedDescription(header.description, rules);
  if (type === undefined || description === undefined) return undefined;
  const scope = header.scope === undefined ? "" : `(${correctedScope(header.scope, rules)})`;
  const made = `${type}${scope}${header.isMarkedBreaking ? "!" : ""}: ${description}`;
  if (made === line) return undefined;
  return headerProblems(parseCommit(made), made, rules).length === 0 ? made : undefined;
}

function correctedType(type: string, rules: CommitRules): string | undefined {
  const letterCase = soleCase(rules["type-case"]?.when === "always" ? rules["type-case"].value : []);
  const cased = letterCase === undefined ? type : toCase(type, letterCase);
  const allowed = rules["type-enum"]?.when === "always" ? rules["type-enum"].value : [];
  if (allowed.length === 0 || allowed.includes(cased)) return cased;
  return MEANT_TYPES.get(cased.toLowerCase()) ?? nearest(cased, allowed);
}

/** What people write for the types of config-conventional, where it is more than a slip of the pen (`nearest`). */
const MEANT_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    feat: ["feature", "features", "new", "add"],
    fix: ["bug", "bugfix", "hotfix"],
    docs: ["documentation"],
    test: ["testing"],
    perf: ["performance"],
    build: ["deps", "dependencies"],
    refactor: ["refactoring"],
  }).flatMap(([type, words]) => words.map((word) => [word, type])),
);

function correctedScope(scope: string, rules: CommitRules): string {
  const rule = rules["scope-case"];
  const letterCase = soleCase(rule?.when === "always" ? rule.value.cases : []);
  return letterCase === undefined ? scope : toCase(scope, letterCase);
}

function correctedDescription(description: string, rules: CommitRules): string | undefined {
  const stop = rules["subject-full-stop"];
  let made = description;
  if (stop?.when === "never" && made.endsWith(stop.value)) {
    while (made.endsWith(stop.value)) made = made.slice(0, -stop.value.length).trimEnd();
    // `U.S.A.` and `etc.` end with a stop that is theirs.
    if (/(?:\.\p{L}|\betc)$/iu.test(made)) return undefined;
  }
  const rule = rules["subject-case"];
  if (rule === undefined) return made;
  if (rule.when === "always") {
    const letterCase = soleCase(rule.value);
    return letterCase === undefined ? made : toCase(made, letterCase);
  }
  if (!isForbidden(made, rule.value)) return made;
  // An ordinary word; `README`, `OAuth` and `A` are names, or may be.
  if (!/^\p{Lu}\p{Ll}+(?=[\s,;:.!?]|$)/u.test(made)) return undefined;
  const lowered = made.slice(0, 1).toLowerCase() + made.slice(1);
  return isForbidden(lowered, rule.value) ? undefined : lowered;
}

function isForbidden(description: string, checks: readonly CaseCheck[]): boolean {
  return STARTS_WITH_CASED.test(description) && checks.some((check) => satisfies(description, check));
}

/** The one case that a rule demands, if it demands one. */
function soleCase(checks: readonly CaseCheck[]): LetterCase | undefined {
  const [check] = checks;
  return checks.length === 1 && check?.isNegated === false ? check.letterCase : undefined;
}
