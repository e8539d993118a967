import { nearest } from "@jessy-actions/reading/nearest";
import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";

/** What `{{name 'argument' key='value'}}` says. */
export interface Call {
  readonly name: string;
  /** Undefined for a word without quotes: it names an expression that does not exist. */
  readonly values: readonly (string | undefined)[];
  readonly named: ReadonlyMap<string, string>;
}

/** What a template may name, each with how it is written out. */
export type Expressions = Readonly<Record<string, (call: Call) => string>>;

interface Expression extends Call {
  /** `{{{name}}}` and `{{&name}}` leave `&<>"'=` and the backtick as they are. */
  readonly isRaw: boolean;
}

/** Text with expressions in it, read once. */
export type Template = readonly (string | Expression)[];

/**
 * Reads the part of Handlebars that image tags and labels use: text, `{{name}}`, `{{name 'value' key='value'}}`, `{{{name}}}`,
 * `{{&name}}`, `~` for white space, and `\{{` for braces that are text.
 *
 * @throws UserError which says what is wrong
 */
export function parseTemplate(text: string): Template {
  return new TemplateReader(text).read();
}

/**
 * Writes a template out. As in Handlebars, `{{name}}` writes `&` as `&amp;` and so on. A tag then has `amp` in it; it stays
 * so, since the tags of a branch would else change their names. An expression that is not known is an error: left out, as
 * Handlebars does it, it would make another tag than the one that is meant, such as `v` of `v{{vesion}}`.
 *
 * @throws UserError
 */
export function renderTemplate(template: Template, expressions: Expressions): string {
  return template
    .map((part) => {
      if (typeof part === "string") return part;
      const text = expressionOf(part, expressions)(part);
      return part.isRaw ? text : text.replace(/[&<>"'`=]/g, (character) => ESCAPES[character]!);
    })
    .join("");
}

/** @throws UserError for the first expression that is not among the known ones */
export function checkTemplate(template: Template, known: readonly string[]): void {
  for (const part of template)
    if (typeof part !== "string" && !known.includes(part.name)) throw unknown(part.name, known);
}

/** Names of the expressions in a template. */
export function expressionNames(template: Template): readonly string[] {
  return template.flatMap((part) => (typeof part === "string" ? [] : [part.name]));
}

/** Whether a template is one expression with this name and nothing else. */
export function isOnly(template: Template, name: string): boolean {
  const [part] = template;
  return template.length === 1 && typeof part === "object" && part.name === name;
}

function expressionOf({ name }: Call, expressions: Expressions): (call: Call) => string {
  if (!Object.hasOwn(expressions, name)) throw unknown(name, Object.keys(expressions));
  return expressions[name]!;
}

function unknown(name: string, known: readonly string[]): UserError {
  const near = nearest(name, known);
  const remedy = near === undefined ? `write one of ${known.join(", ")}` : `did you mean {{${near}}}?`;
  return new UserError(`{{${name}}} is not an expression here; ${remedy}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
};

const NAME = /[A-Za-z_][\w-]*/y;
const KEY = /[A-Za-z_][\w-]*=/y;
const BLANKS = /\s*/y;
const QUOTED = /'(?:\\'|[^'])*'|"(?:\\"|[^"])*"/y;
/** A word without quotes. A number would be a value, which nothing takes. */
const WORD = /(?![-\d])[\w.:-]+/y;

class TemplateReader {
  readonly #text: string;
  readonly #parts: (string | Expression)[] = [];
  #at = 0;
  /** After `~}}`: leave out the white space that follows. */
  #trims = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Template {
    while (this.#at < this.#text.length) {
      const open = this.#text.indexOf("{{", this.#at);
      const end = open === -1 ? this.#text.length : open;
      const slashes = open === -1 ? 0 : this.#slashesBefore(open);
      if (slashes === 1) this.#escaped(open);
      else {
        // Two backslashes are one, and the expression is one.
        this.#write(this.#text.slice(this.#at, slashes > 1 ? end - 1 : end));
        this.#at = end;
        if (open !== -1) this.#mustache();
      }
    }
    return this.#parts;
  }

  #slashesBefore(open: number): number {
    let count = 0;
    while (count < 2 && open - count > this.#at && this.#text[open - count - 1] === "\\") count++;
    return count;
  }

  /** After `\{{` everything is text, up to the next braces. */
  #escaped(open: number): void {
    const next = /\\{0,2}\{\{/g;
    next.lastIndex = open + 2;
    const end = next.exec(this.#text)?.index ?? this.#text.length;
    this.#write(`${this.#text.slice(this.#at, open - 1)}${this.#text.slice(open, end)}`);
    this.#at = end;
  }

  #write(text: string): void {
    const kept = this.#trims ? text.trimStart() : text;
    if (text !== "") this.#trims = false;
    if (kept === "") return;
    const last = this.#parts.at(-1);
    if (typeof last === "string") this.#parts[this.#parts.length - 1] = last + kept;
    else this.#parts.push(kept);
  }

  #mustache(): void {
    const start = this.#at;
    this.#at += 2;
    if (this.#skip("~")) this.#trimBefore();
    const isTriple = this.#skip("{");
    const isRaw = isTriple || this.#skip("&");
    this.#parts.push({ ...this.#call(start), isRaw });
    const closes = !isTriple || this.#skip("}");
    const trims = this.#skip("~");
    if (!closes || !this.#skip("}}")) throw this.#wrong(start);
    if (!trims && this.#text[this.#at] === "}") throw this.#wrong(start);
    this.#trims = trims;
  }

  #call(start: number): Call {
    const values: (string | undefined)[] = [];
    const named = new Map<string, string>();
    this.#match(BLANKS);
    const name = this.#match(NAME);
    if (name === "") throw this.#wrong(start);
    for (;;) {
      const blanks = this.#match(BLANKS);
      if (/[}~]/.test(this.#text[this.#at] ?? "")) break;
      if (blanks === "") throw this.#wrong(start);
      const key = this.#match(KEY);
      const text = this.#match(QUOTED);
      if (text !== "") {
        const value = text.slice(1, -1).replaceAll(`\\${text[0]!}`, text[0]!);
        if (key === "") values.push(value);
        else named.set(key.slice(0, -1), value);
      } else if (key === "" && this.#match(WORD) !== "") values.push(undefined);
      else throw this.#wrong(start);
    }
    return { name, values, named };
  }

  /** What is wrong with the expression that begins there. */
  #wrong(start: number): UserError {
    const close = this.#text.indexOf("}}", start);
    if (close === -1)
      return new UserError(`${quoted(this.#text.slice(start))} has no end; write }} after the expression`);
    const expression = this.#text.slice(start, close + 2);
    const sign = /^\{\{~?\{?\s*([#^/>*(!])/.exec(expression)?.[1];
    if (sign !== undefined) {
      return new UserError(
        `${quoted(expression)} is a block, comment, partial or nested expression; only {{name}} and {{name 'value' key='value'}} are read here`,
      );
    }
    return new UserError(
      `${quoted(expression)} is not an expression; write {{name}}, such as {{branch}} or {{date 'YYYYMMDD'}}`,
    );
  }

  #trimBefore(): void {
    const last = this.#parts.at(-1);
    if (typeof last !== "string") return;
    const kept = last.trimEnd();
    if (kept === "") this.#parts.pop();
    else this.#parts[this.#parts.length - 1] = kept;
  }

  #skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += text.length;
    return text;
  }
}
