import { parse, TomlError } from "smol-toml";
import { withoutMark } from "./byte-order-mark.ts";
import { JsonValue } from "./json.ts";
import { ReportError } from "./report-error.ts";

/** A TOML file that cannot be read, and the line where. */
export class TomlProblem extends ReportError {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** The lines from one table header to the next. Headers inside strings begin a section, too: a search must look at the values. */
interface Section {
  /** `workspace.package`; empty before the first header. */
  readonly table: string;
  /** Of the header, counted from 1; 0 before the first. */
  readonly line: number;
  readonly isElement: boolean;
  readonly keys: { readonly key: string; readonly value: string; readonly line: number }[];
}

/**
 * A TOML file. The parser does not say where a value stands, so the text is searched for a line that is written like the key and holds the
 * value. A search that finds none says so.
 */
export class TomlFile {
  readonly root: JsonValue;
  readonly #sections: readonly Section[];

  /** @throws TomlProblem when the text is not valid TOML. */
  constructor(text: string) {
    const toml = withoutMark(text);
    this.root = parseToml(toml);
    this.#sections = sectionsOf(toml);
  }

  /** The line of a value such as `package.version`, or of the table that lacks it; undefined when it cannot be told. */
  lineOf(path: readonly string[]): number | undefined {
    const name = path.join(".");
    const value = path.reduce((each, key) => each.get(key), this.root).raw;
    for (const { table, line, keys } of this.#sections) {
      if (table === name) return line;
      const found = keys.find((each) => isAbout(join(table, each.key), name) && holds(each.value, value));
      if (found !== undefined) return found.line;
    }
    return value === undefined && path.length > 1 ? this.lineOf(path.slice(0, -1)) : undefined;
  }

  /** The line of a key in an element of a list of tables, counted from 0; undefined when it cannot be told. */
  lineInElement(table: string, index: number, key: string): number | undefined {
    const value = new JsonValue(this.root.get(table).list()[index], "").get(key).raw;
    const section = this.#elements(table)[index];
    return section?.keys.find((each) => each.key === key && holds(each.value, value))?.line;
  }

  readonly #known = new Map<string, readonly Section[]>();

  #elements(table: string): readonly Section[] {
    const known =
      this.#known.get(table) ?? this.#sections.filter((section) => section.isElement && section.table === table);
    this.#known.set(table, known);
    return known;
  }
}

/** @throws TomlProblem when the text is not valid TOML. */
export function parseToml(toml: string): JsonValue {
  try {
    return new JsonValue(parse(toml), "");
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const message = (error as Error).message.split("\n")[0]!.replace(/^Invalid TOML document: /, "");
    throw new TomlProblem(line, `is not valid TOML: ${message}`);
  }
}

function sectionsOf(toml: string): Section[] {
  let section: Section = { table: "", line: 0, isElement: false, keys: [] };
  const sections = [section];
  for (const [at, text] of toml.split("\n").entries()) {
    const header = /^\s*(\[\[?)([^[\]]+)\]/.exec(text);
    if (header !== null) {
      section = { table: plainName(header[2]!), line: at + 1, isElement: header[1] === "[[", keys: [] };
      sections.push(section);
      continue;
    }
    const end = text.indexOf("=");
    if (end > 0) section.keys.push({ key: plainName(text.slice(0, end)), value: text.slice(end + 1), line: at + 1 });
  }
  return sections;
}

/** `a.b` of ` "a" . 'b' `. */
function plainName(text: string): string {
  const parts = text.split(".").map((part) => part.trim().replace(/^(["'])(.*)\1$/, "$2"));
  return parts.join(".");
}

function join(table: string, key: string): string {
  return table === "" ? key : `${table}.${key}`;
}

/** `version.workspace = true` and `package = { version = "1.2.3" }` are both about `package.version`. */
function isAbout(key: string, wanted: string): boolean {
  return key === wanted || key.startsWith(`${wanted}.`) || wanted.startsWith(`${key}.`);
}

function holds(text: string, value: unknown): boolean {
  return typeof value !== "string" || text.includes(value);
}
