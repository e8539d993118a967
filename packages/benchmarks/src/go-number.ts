const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** The number of a field, which is not empty; undefined if it is not a number. */
export function numberAt(text: string, start: number, end: number): number | undefined {
  return plainNumberAt(text, start, end) ?? parseNumber(text.slice(start, end));
}

/**
 * The number of a field of digits, of which at most one is a point; undefined for any other field. Almost all are so,
 * and there are millions: nothing is copied. Of at most 15 digits, whole and power of ten are exact, and their quotient
 * is the nearest number.
 */
export function plainNumberAt(text: string, start: number, end: number): number | undefined {
  if (end - start > 15) return undefined;
  let digits = 0;
  let point = -1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 && point === -1 && end - start > 1) point = at;
    else return undefined;
  }
  return point === -1 ? digits : digits / POWERS_OF_TEN[end - point - 1]!;
}

/** Numbers as Go writes them; JavaScript would also take `0x10` and an empty text. */
function parseNumber(text: string): number | undefined {
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? Number.NaN : undefined;
}
