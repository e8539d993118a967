/** A command as it will be started, without a shell. */
export interface CommandLine {
  /** As written, for people. */
  readonly text: string;
  readonly argv: readonly string[];
  /** Assignments before the program, as in `GOMAXPROCS=1 go test`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Characters that mean something to a shell; here they would silently become part of an argument. */
const SHELL_SYNTAX = /[|&;<>()`$*?~]/;

/** What a shell also expands within double quotes; it leaves `"^$"` alone. */
const EXPANSION = /^(?:`|\$[\w{(@*#?$!-])/;

/**
 * Splits a command into words as a POSIX shell does: blanks, quotes, backslashes. Expansions, pipes and redirections are refused, because taken
 * literally they would not do what they look like.
 *
 * @throws RangeError whose message follows the command: "names no program".
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
        throw new RangeError("ends with a backslash, but each line is a whole command; write it on one line");
      word = (word ?? "") + text[++at]!;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (SHELL_SYNTAX.test(character)) {
      throw new RangeError(
        `contains \`${character}\` outside quotes, but no shell runs the command; quote it, or write \`bash -c '...'\``,
      );
    } else if (character === "#" && word === undefined) {
      throw new RangeError("contains `#`, which starts a comment only at the start of a line; quote it");
    } else word = (word ?? "") + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** The text in quotes that open at `start`. In double quotes a backslash escapes only `"`, `\`, `$` and a backtick. */
function quoted(text: string, start: number): { readonly content: string; readonly end: number } {
  const quote = text[start]!;
  let content = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === quote) return { content, end: at };
    if (quote === '"' && EXPANSION.test(text.slice(at, at + 2))) {
      throw new RangeError(`contains \`${character}\` in double quotes, but no shell expands it; use single quotes`);
    }
    if (quote === '"' && character === "\\" && /["\\$`]/.test(text[at + 1] ?? "")) content += text[++at]!;
    else content += character;
  }
  throw new RangeError(`has a ${quote} without its closing quote; write the command on one line`);
}

/** The placeholders of a command. Each is replaced wherever it stands in a word or an assignment. */
export interface Placeholders {
  /** Path of a file that does not exist yet, for the results. */
  readonly results: string;
  /** A regular expression of benchmark names. */
  readonly benchmarks: string;
}

/** Whether a command uses this placeholder. */
export function hasPlaceholder({ argv, environment }: CommandLine, name: keyof Placeholders): boolean {
  return [...argv, ...Object.values(environment)].some((word) => word.includes(`{${name}}`));
}

export function fillPlaceholders({ text, argv, environment }: CommandLine, values: Placeholders): CommandLine {
  // In one pass, so a value that looks like a placeholder is not filled again.
  const fill = (word: string) =>
    word.replace(/\{(results|benchmarks)\}/g, (_, name: keyof Placeholders) => values[name]);
  return {
    text,
    argv: argv.map(fill),
    environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)])),
  };
}
