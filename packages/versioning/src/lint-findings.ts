import type { LintProblem } from "./commit-lint.ts";
import type { CommitRules, Rule, RuleLevel, RuleName } from "./commit-rules.ts";

/** Counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Answer {
  /** Whether the text is as the rule's name says; it is a problem if the rule wants the opposite. */
  readonly holds: boolean;
  /** What is wrong. @param must "must" or "must not", as the rule wants it. */
  readonly sentence: (must: "must" | "must not") => string;
}

type LimitName = Extract<RuleName, `${string}-length`>;

/** Applies rules, and collects what breaks them. */
export class Findings {
  readonly problems: LintProblem[] = [];
  readonly #rules: CommitRules;

  constructor(rules: CommitRules) {
    this.#rules = rules;
  }

  /** Applies a rule, if it is set. */
  ask<Name extends RuleName>(
    name: Name,
    place: Place,
    check: (value: Rule<Name>["value"], when: Rule["when"]) => Answer,
  ): void {
    const rule = this.#rules[name] as Rule<Name> | undefined;
    if (rule === undefined) return;
    const { holds, sentence } = check(rule.value, rule.when);
    if (holds === (rule.when === "always")) return;
    this.add(name, rule.level, place, sentence(rule.when === "always" ? "must" : "must not"));
  }

  /** A limit has no opposite: commitlint looks at neither `always` nor `never` there. */
  limit<Name extends LimitName>(name: Name, place: Place, length: number, what: string): void {
    const rule = this.#rules[name] as Rule<"header-max-length"> | undefined;
    if (rule === undefined) return;
    const isMaximum = name.includes("-max-");
    if (isMaximum ? length <= rule.value : length >= rule.value) return;
    const allowed = isMaximum ? `at most ${rule.value} are allowed` : `at least ${rule.value} are needed`;
    const column = isMaximum ? place.column + rule.value : place.column;
    this.add(name, rule.level, { line: place.line, column }, `${what} has ${length} characters; ${allowed}`);
  }

  add(rule: LintProblem["rule"], level: RuleLevel, place: Place, message: string): void {
    this.problems.push({ rule, level, ...place, message });
  }
}

/** A part of a message, cut to a length that sentences can quote. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
