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
 * Reads a list input. A value in double quotes may hold line ends and (doubled) quotes; a quote inside a value that does
 * not begin with one is an ordinary character. Empty values are dropped. Linear in the text.
 */
export function readListInput(text: string, grammar: ListGrammar = {}): string[] {
  return records(text, grammar)
    .flatMap((fields) => (grammar.commas === true ? fields : [fields.join(",")]))
    .flatMap((value) => (grammar.commas === true && value.includes(",") ? value.split(",") : [value]))
    .filter((value) => value !== "")
    .map((value) => (grammar.exact === true ? value : value.trim()))
    .filter((value) => value !== "");
}

function records(text: string, { literalQuotes = false }: ListGrammar): string[][] {
  const all: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { field, end } = literalQuotes || text[at] !== '"' ? plainField(text, at) : quotedField(text, at);
    fields.push(field);
    at = end;
    if (text[at] === ",") {
      at++;
      if (at < text.length && text[at] !== "\n" && text[at] !== "\r") continue;
      fields.push("");
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    all.push(fields);
    fields = [];
  }
  return all;
}

function plainField(text: string, start: number): { readonly field: string; readonly end: number } {
  let end = start;
  while (end < text.length && text[end] !== "," && !isLineEnd(text, end)) end++;
  return { field: text.slice(start, end), end };
}

/** A quote that closes is followed by a comma, a line end or the end; any other one is taken as it stands. */
function quotedField(text: string, start: number): { readonly field: string; readonly end: number } {
  let field = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return plainField(text, start);
    field += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      field += '"';
      at = quote + 2;
    } else if (quote + 1 === text.length || text[quote + 1] === "," || isLineEnd(text, quote + 1)) {
      return { field, end: quote + 1 };
    } else return plainField(text, start);
  }
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === "\n" || (text[at] === "\r" && (text[at + 1] === "\n" || at + 1 === text.length));
}
