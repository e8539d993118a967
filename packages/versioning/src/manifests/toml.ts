import { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { parse, TomlError } from "smol-toml";
import { withoutMark } from "./manifest.ts";

/** A TOML file and where its tables and keys stand, which the parser does not tell. */
export interface TomlFile {
  readonly root: JsonValue;
  /** The line of `package.version`, however it is written; else of its nearest table, else 1. */
  lineOf(path: readonly string[]): number;
  /** The line of a key in the nth element of a list of tables. */
  lineInElement(table: string, index: number, key: string): number;
}

/** A file that cannot be read, and the line where. */
export class TomlProblem extends ReportError {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** @throws TomlProblem */
export function readToml(text: string): TomlFile {
  const toml = withoutMark(text);
  const root = new JsonValue(parseToml(toml), "");
  const places = placesOf(toml);
  return {
    root,
    lineOf(path) {
      const name = path.join("\0");
      const table = path.slice(0, -1).join("\0");
      return places.keys.get(name) ?? places.tables.get(name) ?? places.tables.get(table) ?? 1;
    },
    lineInElement(table, index, key) {
      const element = places.elements.get(table)?.[index];
      return element?.keys.get(key) ?? element?.line ?? 1;
    },
  };
}

function parseToml(toml: string): unknown {
  try {
    return parse(toml);
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const message = (error as Error).message.split("\n")[0]!.replace(/^Invalid TOML document: /, "");
    throw new TomlProblem(line, `is no TOML: ${message}`);
  }
}

interface Places {
  readonly keys: Map<string, number>;
  readonly tables: Map<string, number>;
  readonly elements: Map<string, { readonly line: number; readonly keys: Map<string, number> }[]>;
}

/** Only of valid TOML, so a line is a header, a key, or inside a value; keys inside strings of several lines are passed over. */
function placesOf(toml: string): Places {
  const places: Places = { keys: new Map(), tables: new Map(), elements: new Map() };
  let table: readonly string[] = [];
  let elementKeys: Map<string, number> | undefined;
  let quotes: string | undefined;
  for (const [at, line] of toml.split("\n").entries()) {
    const text = line.trim();
    const wasInside = quotes !== undefined;
    quotes = quotesAfter(text, quotes);
    if (wasInside || text === "" || text.startsWith("#")) continue;
    if (text.startsWith("[")) {
      const isElement = text.startsWith("[[");
      const name = keyParts(text.slice(isElement ? 2 : 1));
      if (name === undefined) continue;
      table = name;
      elementKeys = undefined;
      if (!places.tables.has(name.join("\0"))) places.tables.set(name.join("\0"), at + 1);
      if (isElement) {
        elementKeys = new Map();
        const elements = places.elements.get(name.join("\0")) ?? [];
        places.elements.set(name.join("\0"), elements);
        elements.push({ line: at + 1, keys: elementKeys });
      }
      continue;
    }
    const key = keyParts(text);
    if (key === undefined) continue;
    elementKeys?.set(key.join("\0"), at + 1);
    const path = [...table, ...key];
    // `version.workspace = true` is also where `version` stands.
    for (let length = table.length + 1; length <= path.length; length++) {
      const name = path.slice(0, length).join("\0");
      if (!places.keys.has(name)) places.keys.set(name, at + 1);
    }
  }
  return places;
}

/** The open quotes of a string of several lines after a line. */
function quotesAfter(text: string, before: string | undefined): string | undefined {
  let quotes = before;
  let at = 0;
  while (at < text.length) {
    if (quotes !== undefined) {
      const end = text.indexOf(quotes, at);
      if (end === -1) return quotes;
      quotes = undefined;
      at = end + 3;
      continue;
    }
    const opening = /"""|'''|#/g;
    opening.lastIndex = at;
    const start = opening.exec(text);
    if (start === null || start[0] === "#") return undefined;
    quotes = start[0];
    at = start.index + 3;
  }
  return quotes;
}

/** The parts of a dotted key at a text's start; deeper ones than anybody writes are not looked at. */
function keyParts(text: string): string[] | undefined {
  const parts: string[] = [];
  const part = /[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\\]*)"|'([^']*)')[ \t]*([.=\]]?)/y;
  while (parts.length < 16) {
    const match = part.exec(text);
    if (match === null) return undefined;
    parts.push(match[1] ?? match[2] ?? match[3] ?? "");
    if (match[4] !== ".") return match[4] === "" ? undefined : parts;
  }
  return undefined;
}
