import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from "yaml";
import { ReportError } from "./report-error.ts";

/** What people write by hand is far shorter. */
export const MAX_YAML_CHARACTERS = 100_000;

/** Levels of lists and maps within one another. */
export const MAX_YAML_DEPTH = 100;

/**
 * Values of a document once its aliases are written out: ten lines of lists of aliases make a billion ("billion
 * laughs", CVE-2003-1564).
 */
export const MAX_YAML_VALUES = 100_000;

/** Text that is not YAML, or more of it than anyone writes. The message stands after the file's name. */
export class YamlError extends ReportError {
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

const INVALID = "is not valid YAML";
const TOO_DEEP = `has lists and maps that are more than ${MAX_YAML_DEPTH} deep`;

/** A value of a document with the line where it stands, counted from 1. */
export interface YamlField {
  readonly value: unknown;
  readonly line: number;
}

/**
 * Reads one document of YAML 1.2 in time linear to its text. The library's own conversion is exponential for keys that
 * are lists or maps, and its search for repeated keys quadratic, so both are done here.
 *
 * @throws YamlError also for what JSON cannot hold: keys that are lists or maps, and lists that contain themselves.
 */
export function parseYaml(text: string): YamlDocument {
  if (text.length > MAX_YAML_CHARACTERS) throw new YamlError(1, `has more than ${MAX_YAML_CHARACTERS} characters`);
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  // Pretty errors cost a search of the text each; a second document is an error only at the log level `error`.
  const options = { lineCounter: lines, logLevel: "error", prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  if (error?.code === "RESOURCE_EXHAUSTION") throw new YamlError(1, TOO_DEEP, { cause: error });
  if (error !== undefined) throw new YamlError(lineAt(error.pos[0]), `${INVALID}: ${error.message}`);
  return new YamlDocument(new Converter(document, lineAt).convert());
}

/** Lines of the items of lists and the fields of maps, by the list or map that has them. */
type Lines = WeakMap<object, ReadonlyMap<string | number, number>>;

/** What a document holds: plain JSON, with the lines where its values stand. */
export class YamlDocument {
  /** Objects, lists, texts, numbers, booleans and null. */
  readonly value: unknown;
  readonly #fields: ReadonlyMap<string, YamlField>;
  readonly #lines: Lines;

  constructor({
    value,
    fields,
    lines,
  }: {
    readonly value: unknown;
    readonly fields: ReadonlyMap<string, YamlField>;
    readonly lines: Lines;
  }) {
    this.value = value;
    this.#fields = fields;
    this.#lines = lines;
  }

  /** Where an item of a list or a field of a map in this document stands, counted from 1; undefined if it is not there. */
  lineOf(container: object, key: string | number): number | undefined {
    return this.#lines.get(container)?.get(key);
  }

  /** A field of the outermost map; undefined if there is none. */
  field(name: string): YamlField | undefined {
    return this.#fields.get(name);
  }
}

class Converter {
  readonly #document: Document.Parsed;
  readonly #lineAt: (offset: number) => number;
  readonly #anchors = new Map<string, Node>();
  /** What an alias stands in at the moment. */
  readonly #open = new Set<Node>();
  /** Of the outermost map. */
  readonly #fields = new Map<string, YamlField>();
  readonly #lines: Lines = new WeakMap();
  #values = 0;

  constructor(document: Document.Parsed, lineAt: (offset: number) => number) {
    this.#document = document;
    this.#lineAt = lineAt;
  }

  convert(): { readonly value: unknown; readonly fields: ReadonlyMap<string, YamlField>; readonly lines: Lines } {
    return {
      value: this.#value(this.#document.contents as Node | null, 0),
      fields: this.#fields,
      lines: this.#lines,
    };
  }

  #value(node: Node | null, depth: number): unknown {
    if (++this.#values > MAX_YAML_VALUES) throw this.#error(node, `has more than ${MAX_YAML_VALUES} values`);
    if (depth > MAX_YAML_DEPTH) throw this.#error(node, TOO_DEEP);
    if (node === null) return null;
    if (isAlias(node)) return this.#aliased(node, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node);
    this.#open.add(node);
    const items = (node as unknown as { readonly items: readonly unknown[] }).items;
    const value = isMap(node)
      ? this.#map(items as readonly Pair[], depth)
      : this.#list(items as readonly (Node | null)[], depth);
    this.#open.delete(node);
    return value;
  }

  #list(items: readonly (Node | null)[], depth: number): unknown[] {
    const list = items.map((item) => this.#value(item, depth + 1));
    this.#lines.set(list, new Map(items.map((item, at) => [at, this.#line(item)])));
    return list;
  }

  #map(pairs: readonly Pair[], depth: number): Record<string, unknown> {
    const values = new Map<string, unknown>();
    const lines = new Map<string, number>();
    for (const { key, value: node } of pairs) {
      const name = this.#key(key);
      if (values.has(name)) throw this.#error(key, `${INVALID}: it has the key ${JSON.stringify(name)} twice`);
      const value = this.#value(node, depth + 1);
      values.set(name, value);
      lines.set(name, this.#line(node ?? key));
      if (depth === 0) this.#fields.set(name, { value, line: this.#line(node ?? key) });
    }
    // Each is a property of its own: assigned, `__proto__` would replace the prototype.
    const map = Object.fromEntries(values);
    this.#lines.set(map, lines);
    return map;
  }

  #key(key: Node): string {
    const node = isAlias(key) ? this.#target(key) : key;
    if (!isScalar(node)) throw this.#error(key, `${INVALID}: a key is a list or a map`);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    return String(this.#scalar(node) ?? "");
  }

  /** `!!binary` and `!!timestamp` make objects that differ between the library's builds. */
  #scalar(node: Scalar): unknown {
    const { value } = node;
    if (typeof value === "object" && value !== null)
      throw this.#error(
        node,
        `${INVALID}: it has ${value instanceof Date ? "a date" : "bytes"}, which JSON cannot hold`,
      );
    return value ?? null;
  }

  #aliased(alias: Alias, depth: number): unknown {
    const target = this.#target(alias);
    if (this.#open.has(target)) throw this.#error(alias, `${INVALID}: \`*${alias.source}\` contains itself`);
    return this.#value(target, depth);
  }

  #target(alias: Alias): Node {
    const target = this.#anchors.get(alias.source);
    if (target === undefined)
      throw this.#error(alias, `${INVALID}: \`*${alias.source}\` is used before \`&${alias.source}\``);
    return target;
  }

  #line(node: Node | null): number {
    return this.#lineAt(node?.range?.[0] ?? 0);
  }

  #error(node: Node | null, message: string): YamlError {
    return new YamlError(this.#line(node), message);
  }
}

interface Pair {
  readonly key: Node;
  readonly value: Node | null;
}
