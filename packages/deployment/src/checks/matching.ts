import type { Matcher } from "./check.ts";
import { linearPattern } from "./pattern/linear-pattern.ts";
import { shown } from "./shown.ts";

/** What a text is not, as the rest of a sentence: "is not `ok`"; undefined if it matches. Pure. */
export function mismatch(matcher: Matcher, text: string | undefined): string | undefined {
  if (matcher.kind === "missing") return text === undefined ? undefined : "should not be there";
  if (text === undefined) return "is missing";
  switch (matcher.kind) {
    case "exists":
      return undefined;
    case "equals":
      return text === matcher.value ? undefined : `is not ${shown(matcher.value)}`;
    case "contains":
      return text.includes(matcher.value) ? undefined : `does not contain ${shown(matcher.value)}`;
    case "not-contains":
      return text.includes(matcher.value) ? `contains ${shown(matcher.value)}` : undefined;
    case "matches":
      return patternMismatch(matcher, text);
    case "compare":
      return isCompared(text, matcher) ? undefined : `is not ${matcher.operator} ${matcher.value}`;
  }
}

function patternMismatch({ pattern, flags }: Extract<Matcher, { kind: "matches" }>, text: string): string | undefined {
  const isFound = linearPattern(pattern, flags).test(text);
  if (isFound === true) return undefined;
  const written = shown(`/${pattern}/${flags}`);
  return isFound === false ? `does not match ${written}` : `takes too long to be searched for ${written}`;
}

/** Whether a match in the start of a text says nothing of the whole. */
export function needsWhole(matcher: Matcher): boolean {
  return matcher.kind !== "contains" && matcher.kind !== "matches" && matcher.kind !== "exists";
}

function isCompared(text: string, { operator, value }: Extract<Matcher, { kind: "compare" }>): boolean {
  if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text)) return false;
  const number = Number(text);
  switch (operator) {
    case "<":
      return number < value;
    case "<=":
      return number <= value;
    case ">":
      return number > value;
    case ">=":
      return number >= value;
  }
}
