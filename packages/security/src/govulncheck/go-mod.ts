import { withoutMark } from "@jessy-actions/reading/byte-order-mark";
import { quote } from "@jessy-actions/reading/prerelease";
import { ReportError } from "@jessy-actions/reading/report-error";

/** What a go.mod says of versions (https://go.dev/ref/mod#go-mod-file). */
export interface GoMod {
  /** The path of the module. */
  readonly module: string;
  /** Of the directives `go` and `toolchain`: `1.22.3`; undefined without them. */
  readonly goVersion: string | undefined;
  readonly toolchain: string | undefined;
  /** Versions with `v`, by the path of a module, after what is replaced by another version or module. */
  readonly versions: ReadonlyMap<string, string>;
  /** Where modules are required, 1-based, by their path. */
  readonly lines: ReadonlyMap<string, number>;
}

/** A hundred times the largest that people have. */
export const MAX_GO_MOD_BYTES = 5_000_000;

/** Reads a go.mod. @throws ReportError that names the line */
export function readGoMod(bytes: Uint8Array): GoMod {
  if (bytes.length > MAX_GO_MOD_BYTES) throw new ReportError(`is larger than ${MAX_GO_MOD_BYTES / 1_000_000} MB`);
  let module: string | undefined;
  const single = new Map<string, string>();
  const required = new Map<string, string>();
  const lines = new Map<string, number>();
  const replaced: (readonly string[])[] = [];
  for (const { words, line } of directives(withoutMark(new TextDecoder().decode(bytes)))) {
    const [name, first, second] = words;
    if (name === "module") module = needed(first, name, line);
    else if (name === "go" || name === "toolchain") single.set(name, needed(first, name, line));
    else if (name === "require") {
      required.set(needed(first, name, line), needed(second, name, line));
      lines.set(first!, line);
    } else if (name === "replace") replaced.push(words.slice(1));
  }
  if (module === undefined) throw new ReportError("names no module: it is not a go.mod");
  return {
    module,
    goVersion: single.get("go"),
    toolchain: single.get("toolchain")?.replace(/^go/, ""),
    versions: withReplacements(required, replaced),
    lines,
  };
}

function needed(word: string | undefined, directive: string, line: number): string {
  if (word === undefined) throw new ReportError(`has \`${directive}\` without what belongs to it, on line ${line}`);
  return word;
}

/** Each line with its directive in front, whether it stands in a block or by itself. */
function* directives(text: string): Iterable<{ readonly words: readonly string[]; readonly line: number }> {
  let block: string | undefined;
  for (const [at, raw] of text.split("\n").entries()) {
    const words = wordsOf(raw, at + 1);
    if (words.length === 0) continue;
    if (block !== undefined) {
      if (words[0] === ")") block = undefined;
      else yield { words: [block, ...words], line: at + 1 };
    } else if (words[1] === "(") block = words[0];
    else yield { words, line: at + 1 };
  }
  if (block !== undefined) throw new ReportError(`ends within \`${block}\`: it was cut off`);
}

/** Words of a line, those in quotes without them; a comment ends it. */
function wordsOf(line: string, number: number): string[] {
  const words: string[] = [];
  for (let rest = line.trim(); rest !== "" && !rest.startsWith("//"); rest = rest.trimStart()) {
    const word = /^(?:"[^"]*"|`[^`]*`|[()]|[^\s"`()]+)/.exec(rest)?.[0];
    if (word === undefined) throw new ReportError(`cannot be read on line ${number}: ${quote(rest)}`);
    words.push(word.replace(/^["`]|["`]$/g, ""));
    rest = rest.slice(word.length);
  }
  return words;
}

/** `old [v1] => new v2`: what is built is the new one. A folder in its place has no version. */
function withReplacements(
  required: ReadonlyMap<string, string>,
  replaced: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const versions = new Map(required);
  for (const words of replaced) {
    const arrow = words.indexOf("=>");
    const [path, ofVersion] = words.slice(0, arrow);
    const [newPath, newVersion] = words.slice(arrow + 1);
    if (arrow < 1 || path === undefined || newPath === undefined) throw new ReportError("has `replace` without `=>`");
    if (!required.has(path) || (ofVersion !== undefined && required.get(path) !== ofVersion)) continue;
    versions.delete(path);
    if (newVersion !== undefined) versions.set(newPath, newVersion);
  }
  return versions;
}
