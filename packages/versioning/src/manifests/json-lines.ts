/**
 * The line on which the value at a path begins in a text that is valid JSON; undefined when there is none. Of two members of one name the
 * last counts, as for JSON.parse.
 */
export function lineOfValue(text: string, path: readonly string[]): number | undefined {
  let at = 0;
  let line = 1;
  /** How many parts of the path the open objects match; -1 for one that is not on it. */
  const matched: number[] = [];
  let keyMatches = 0;
  let found: number | undefined;
  while (at < text.length) {
    const character = text[at]!;
    if (character === "\n") line++;
    else if (character === "{" || character === "[") {
      noteValue();
      matched.push(keyMatches);
      keyMatches = -1;
    } else if (character === "}" || character === "]") {
      matched.pop();
      keyMatches = -1;
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (isKey(text, end)) {
        const depth = matched.at(-1)!;
        const isNext = JSON.parse(text.slice(at, end)) === path[depth];
        keyMatches = isNext ? depth + 1 : -1;
        // A later member of the same name takes the place of what was found in an earlier one.
        if (isNext) found = undefined;
      } else {
        noteValue();
        keyMatches = -1;
      }
      at = end;
      continue;
    } else if (/[-0-9tfn]/.test(character)) {
      noteValue();
      keyMatches = -1;
    }
    at++;
  }
  return found;

  function noteValue(): void {
    if (keyMatches === path.length) found = line;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (" \t\r\n".includes(text[at]!)) at++;
  return text[at] === ":";
}
