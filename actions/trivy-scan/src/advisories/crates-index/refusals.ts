import { quote } from "@jessy-actions/kit/runner/inputs";
import { CRATES_INDEX, type IndexAnswers } from "./crates-index.ts";

/** What a message lists before it only counts. */
const MAX_LISTED = 3;

/** What the answers about crates of one side lack, one sentence; undefined when nothing. Pure. */
export function refusalsInWords(unanswered: readonly string[], { refusals }: IndexAnswers): string | undefined {
  const [first] = unanswered;
  if (first === undefined) return undefined;
  const listed = unanswered.slice(0, MAX_LISTED).map(quote).join(", ");
  const more = unanswered.length > MAX_LISTED ? ` and ${unanswered.length - MAX_LISTED} more` : "";
  // Of several reasons the first one led to the others.
  const [reason] = [...refusals].filter(([crate]) => unanswered.includes(crate)).map(([, words]) => words);
  return `It is not known whether versions of ${listed}${more} were yanked, since ${CRATES_INDEX} was asked and did not say: ${reason ?? "no answer"}`;
}
