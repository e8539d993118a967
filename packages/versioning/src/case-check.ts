import type { CaseCheck } from "./commit-rules.ts";
import { isInCase } from "./letter-case.ts";

/** Rules for the case of a description look only at one that begins with a cased letter, as commitlint's do. */
export const STARTS_WITH_CASED = /^[\p{Ll}\p{Lu}\p{Lt}]/u;

/** Whether a text has the case, or with `isNegated` has it not. */
export function satisfies(text: string, { letterCase, isNegated }: CaseCheck): boolean {
  return isInCase(text, letterCase) !== isNegated;
}

/** `lower-case or another case than upper-case`. */
export function casesInWords(checks: readonly CaseCheck[]): string {
  return checks
    .map(({ letterCase, isNegated }) => `${isNegated ? "another case than " : ""}${letterCase}`)
    .join(" or ");
}
