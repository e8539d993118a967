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
 * Controls that turn the reading direction (CVE-2021-42574) are errors wherever they stand, as are other controls in the first line: people
 * read it in terminals and in changelogs. In a body they are warnings, since pasted logs bring colours with them.
 */
export function findHiddenCharacters(message: string): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const [at, line] of message.split(/\r?\n/).entries()) {
    for (const match of line.matchAll(HIDDEN)) {
      if (found.length === MAX_FOUND) return found;
      const code = match[0].codePointAt(0)!;
      const turns = code > 0xff;
      found.push({
        line: at + 1,
        column: match.index + 1,
        level: turns || at === 0 ? 2 : 1,
        message: `U+${code.toString(16).toUpperCase().padStart(4, "0")} is ${turns ? "a character that turns the reading direction" : "a control character"}; remove it`,
      });
    }
  }
  return found;
}

/** C0 and C1 but tab, and bidirectional embeddings, overrides and isolates. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
