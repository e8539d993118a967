import type { RuleLevel, RuleName } from "./commit-rules.ts";

/** A rule that a message breaks. Lines and columns count from 1. */
export interface LintProblem {
  /** A rule's name. `header-grammar` and `footer-grammar` are problems that the parser found. */
  readonly rule: RuleName | "header-grammar" | "footer-grammar";
  readonly level: RuleLevel;
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop. What it quotes is untrusted. */
  readonly message: string;
}
