/** How an input that is a list is written. The grammar is docker/build-push-action's: CSV with relaxed quotes. */
export interface ListGrammar {
  /** A comma parts values too; without it a value keeps its commas. */
  readonly commas?: boolean;
  /** Quotes are part of the value, as in `outputs`. */
  readonly literalQuotes?: boolean;
  /** Spaces and line ends around a value are part of it, as in `secrets`. */
  readonly exact?: boolean;
}

/**
 * Reads a list input: one value a line, or more with `commas`. A value in double quotes may hold line ends, commas and
 * (doubled) quotes; a quote inside a value that does not begin with one is an ordinary character, and so are the quotes
 * of a CSV field within a value (`type=image,"name=a,b"`). Empty values are dropped. Linear in the text.
 */
export function readListInput(text: string, grammar: ListGrammar = {}): string[] {
  const values = grammar.commas === true ? commaRecords(text).flatMap(partedAtCommas) : lines(text, grammar);
  return values.map((value) => (grammar.exact === true ? value : value.trim())).filter((value) => value !== "");
}

function lines(text: string, { literalQuotes = false }: ListGrammar): string[] {
  const values: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { field, end } = (literalQuotes ? undefined : quotedField(text, at, false)) ?? plainField(text, at, false);
    values.push(field);
    at = afterLineEnd(text, end);
  }
  return values;
}

function commaRecords(text: string): string[][] {
  const all: string[][] = [];
  let fields: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { field, end } = quotedField(text, at, true) ?? plainField(text, at, true);
    fields.push(field);
    if (text[end] === ",") {
      at = end + 1;
      continue;
    }
    at = afterLineEnd(text, end);
    all.push(fields);
    fields = [];
  }
  return [...all, fields];
}

/** A quoted value that is alone on its line is a list too: `"linux/amd64,linux/arm64"`. */
function partedAtCommas(fields: readonly string[]): readonly string[] {
  return fields.length === 1 ? fields[0]!.split(",") : fields;
}

interface Field {
  readonly field: string;
  readonly end: number;
}

function plainField(text: string, start: number, commas: boolean): Field {
  let end = start;
  while (end < text.length && !(commas && text[end] === ",") && !isLineEnd(text, end)) end++;
  return { field: text.slice(start, end), end };
}

/** Undefined if none begins there, or if its last quote is not followed by the end of the value. */
function quotedField(text: string, start: number, commas: boolean): Field | undefined {
  if (text[start] !== '"') return undefined;
  let field = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    field += text.slice(at, quote);
    const end = quote + 1;
    if (text[end] === '"') {
      field += '"';
      at = end + 1;
    } else if (end === text.length || (commas && text[end] === ",") || isLineEnd(text, end)) return { field, end };
    else return undefined;
  }
}

function afterLineEnd(text: string, at: number): number {
  const next = text[at] === "\r" ? at + 1 : at;
  return text[next] === "\n" ? next + 1 : next;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === "\n" || (text[at] === "\r" && (text[at + 1] === "\n" || at + 1 === text.length));
}
