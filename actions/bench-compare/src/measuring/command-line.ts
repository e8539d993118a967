/** A command as it will be started: never by a shell. */
export interface CommandLine {
  /** As written, for people. */
  readonly text: string;
  readonly argv: readonly string[];
  /** Assignments in front of the program, as in `GOMAXPROCS=1 go test`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a shell would do something with; here it would silently become an argument. */
const SHELL_SYNTAX = /[|&;<>()`$*?~]/;

/** What a shell replaces within double quotes, too; `"^$"` stays as it is there. */
const EXPANSION = /^(?:`|\$[\w{(@*#?$!-])/;

/**
 * Splits a command into words as a POSIX shell does (blanks, quotes, backslashes), and nothing else: expansions, pipes and redirections are refused,
 * since taken literally they would do something else than what they look like.
 *
 * @throws RangeError naming what is wrong with it.
 */
export function parseCommandLine(text: string): CommandLine {
  const words = splitWords(text);
  const environment: Record<string, string> = {};
  let first = 0;
  for (; first < words.length; first++) {
    const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(words[first]!);
    if (assignment === null) break;
    environment[assignment[1]!] = assignment[2]!;
  }
  if (first === words.length) throw new RangeError("names no program");
  return { text: text.trim(), argv: words.slice(first), environment };
}

function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "'" || character === '"') {
      const { content, end } = quoted(text, at);
      word = (word ?? "") + content;
      at = end;
    } else if (character === "\\") {
      if (at + 1 === text.length)
        throw new RangeError("ends in a backslash, and a line is a whole command; write it on one line");
      word = (word ?? "") + text[++at]!;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (SHELL_SYNTAX.test(character)) {
      throw new RangeError(
        `has \`${character}\` outside of quotes, and no shell runs it; put it in quotes, or write \`bash -c '...'\``,
      );
    } else if (character === "#" && word === undefined) {
      throw new RangeError("has a `#`, which begins a comment only at the start of a line; put it in quotes");
    } else word = (word ?? "") + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** What stands in quotes that open at `start`. In double quotes a backslash keeps its meaning before `"`, `\`, `$` and a backtick. */
function quoted(text: string, start: number): { readonly content: string; readonly end: number } {
  const quote = text[start]!;
  let content = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === quote) return { content, end: at };
    if (quote === '"' && EXPANSION.test(text.slice(at, at + 2))) {
      throw new RangeError(`has \`${character}\` in double quotes, and no shell replaces it; write single quotes`);
    }
    if (quote === '"' && character === "\\" && /["\\$`]/.test(text[at + 1] ?? "")) content += text[++at]!;
    else content += character;
  }
  throw new RangeError(`has a ${quote} that is never closed; a command is one line`);
}

/** The placeholders of a command, each replaced wherever it stands in a word or in an assignment. */
export interface Placeholders {
  /** Path of a file that does not exist yet. */
  readonly results: string;
  /** A regular expression of benchmark names. */
  readonly benchmarks: string;
}

/** Whether a command asks for this placeholder. */
export function hasPlaceholder({ argv, environment }: CommandLine, name: keyof Placeholders): boolean {
  return [...argv, ...Object.values(environment)].some((word) => word.includes(`{${name}}`));
}

export function fillPlaceholders({ text, argv, environment }: CommandLine, values: Placeholders): CommandLine {
  // In one pass: what is put in is not looked at again.
  const fill = (word: string) =>
    word.replace(/\{(results|benchmarks)\}/g, (_, name: keyof Placeholders) => values[name]);
  return {
    text,
    argv: argv.map(fill),
    environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)])),
  };
}
