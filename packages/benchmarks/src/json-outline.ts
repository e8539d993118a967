/** No format is recognised by a deeper key. */
const MAX_DEPTH = 8;

/**
 * Where the keys and lists of a JSON text stand, as far as the text goes: `benchmarks[]`, `benchmarks[].real_time`. A
 * format is told by them and not by searching the text, because a benchmark's name or a parameter may hold anything. A
 * key that could be mistaken for a path is written `?`.
 */
export function jsonOutline(head: string): ReadonlySet<string> {
  const paths = new Set<string>();
  /** The path of every open bracket; those below MAX_DEPTH are only counted. */
  const open: string[] = [];
  let below = 0;
  /** Of the value that comes next. */
  let path = "";
  for (let at = 0; at < head.length; at++) {
    const character = head[at];
    if (character === '"') {
      const end = stringEnd(head, at);
      if (end === undefined) break;
      if (below === 0 && open.length > 0 && isKey(head, end)) {
        const parent = open[open.length - 1]!;
        const key = plainKey(head.slice(at + 1, end));
        path = parent === "" ? key : `${parent}.${key}`;
        paths.add(path);
      }
      at = end;
    } else if (character === "{" || character === "[") {
      if (open.length === MAX_DEPTH) below++;
      else {
        if (character === "[") {
          path += "[]";
          paths.add(path);
        }
        open.push(path);
      }
    } else if (character === "}" || character === "]") {
      if (below > 0) below--;
      else open.pop();
    } else if (character === "," && below === 0) path = open[open.length - 1] ?? "";
  }
  return paths;
}

/** The place of a string's closing quote, undefined when the text ends in it. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return text[at] === ":";
}

function plainKey(key: string): string {
  return /^[^.[\]\\]{1,64}$/.test(key) ? key : "?";
}
