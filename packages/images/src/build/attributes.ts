/** One value of a list such as `type=oci,dest=out`: fields between commas, quoted as CSV. */
export interface Attributes {
  /** Set if the whole text is one field without a `=`: `out`, `user/app:cache`. */
  readonly bare?: string;
  /** By key, in lower case as buildx reads it; a key that is there twice keeps its last value. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads what buildx reads with Go's CSV fields. A field without a `=` among others is a problem.
 * @returns a sentence about what is wrong, or the attributes.
 */
export function readAttributes(text: string): Attributes | string {
  const fields = csvFields(text);
  if (fields === undefined) return "a quote is not closed";
  const [only] = fields;
  if (fields.length === 1 && only !== undefined && !only.includes("=")) return { bare: only.trim(), values: {} };
  const values: [string, string][] = [];
  for (const field of fields) {
    const equals = field.indexOf("=");
    if (equals < 1) return `\`${field}\` is not \`key=value\``;
    values.push([field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1).trim()]);
  }
  // fromEntries makes `__proto__` a key like any other.
  return { values: Object.fromEntries(values) };
}

/** The text of attributes, quoted where buildx needs it. */
export function writeAttributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => csvField(`${key}=${value}`))
    .join(",");
}

export function csvField(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The fields of one CSV record; undefined if a quote is not closed. */
export function csvFields(text: string): string[] | undefined {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = "";
    if (text[at] === '"') {
      for (;;) {
        const quote = text.indexOf('"', at + 1);
        if (quote < 0) return undefined;
        field += text.slice(at + 1, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    }
    const comma = text.indexOf(",", at);
    fields.push(field + text.slice(at, comma < 0 ? undefined : comma));
    if (comma < 0) return fields;
    at = comma + 1;
  }
}
