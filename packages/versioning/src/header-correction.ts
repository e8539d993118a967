import { nearest } from "@jessy-actions/reading/nearest";
import { STARTS_WITH_CASED, satisfies } from "./case-check.ts";
import { correctHeader, parseHeader } from "./commit-header.ts";
import type { CaseCheck, CommitRules } from "./commit-rules.ts";
import { parseCommit } from "./conventional-commit.ts";
import { isOrdinary, isSlipOf, readsWell } from "./correction-words.ts";
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
  if (type === undefined || description === undefined || !readsWell(description, type)) return undefined;
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
  const named = MEANT_TYPES.get(cased.toLowerCase());
  if (named !== undefined) return allowed.includes(named) ? named : undefined;
  const slip = nearest(cased, allowed);
  return slip !== undefined && isSlipOf(cased, slip) ? slip : undefined;
}

/** What people write for the types of config-conventional, where it is more than a slip of the pen. */
const MEANT_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    feat: ["feature", "features", "new", "add"],
    fix: ["bug", "bugfix", "hotfix"],
    docs: ["doc", "documentation"],
    test: ["tests", "testing"],
    perf: ["performance"],
    build: ["deps", "dependencies"],
    chore: ["chores"],
    refactor: ["refact", "refactoring"],
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
  // `README`, `OAuth`, `Windows` and `A` are names, or may be. `New Feature Added` is a title: nobody knows which words are.
  const word = /^\p{Lu}\p{Ll}+(?=[\s,;:.!?]|$)/u.exec(made)?.[0];
  if (word === undefined || !isOrdinary(word) || isTitle(made)) return undefined;
  const lowered = made.slice(0, 1).toLowerCase() + made.slice(1);
  return isForbidden(lowered, rule.value) ? undefined : lowered;
}

/** Whether all of several long words begin with a capital. */
function isTitle(description: string): boolean {
  const long = description.match(/(?<!\S)\p{L}{3,}(?!\S)/gu) ?? [];
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word));
}

function isForbidden(description: string, checks: readonly CaseCheck[]): boolean {
  return STARTS_WITH_CASED.test(description) && checks.some((check) => satisfies(description, check));
}

/** The one case that a rule demands, if it demands one. */
function soleCase(checks: readonly CaseCheck[]): LetterCase | undefined {
  const [check] = checks;
  return checks.length === 1 && check?.isNegated === false ? check.letterCase : undefined;
}
