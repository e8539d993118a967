import { type HiddenCharacter as Found, hiddenCharacters } from "@jessy-actions/reading/hidden-characters";

/** A character that shows a message as something else than it is. Lines and columns count from 1. */
export interface HiddenCharacter {
  readonly line: number;
  readonly column: number;
  readonly level: 1 | 2;
  readonly message: string;
}

/** Of one message: a binary pasted into a body has thousands. */
const MAX_FOUND = 20;

/**
 * Characters that turn the reading direction, and those that spell hidden texts, are errors wherever they stand. Others
 * are errors in the first line, which people read in lists, terminals and changelogs, and warnings in a body, since
 * pasted text brings them along.
 */
export function findHiddenCharacters(message: string): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const [at, line] of message.split(/\r?\n/).entries()) {
    const isRightToLeft = RIGHT_TO_LEFT.test(line);
    for (const each of hiddenCharacters(line)) {
      if (each.kind === "mark" && isRightToLeft) continue;
      if (found.length === MAX_FOUND) return found;
      const isError = at === 0 || each.kind === "direction" || each.kind === "tag";
      found.push({ line: at + 1, column: each.at + 1, level: isError ? 2 : 1, message: sentence(each) });
    }
  }
  return found;
}

/** Letters of Hebrew, Arabic, Syriac, Thaana and their kin, among which direction marks are ordinary. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const WHAT: Readonly<Record<Found["kind"], string>> = {
  control: "a control character",
  direction: "a character that turns the reading direction",
  mark: "an invisible character that turns the reading direction",
  tag: "an invisible character that can hide text",
  invisible: "an invisible character",
};

function sentence({ character, kind }: Found): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  return `U+${code} is ${WHAT[kind]}; remove it`;
}
