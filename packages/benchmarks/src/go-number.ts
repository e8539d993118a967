const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * The number of a field. Of at most 15 digits, whole and power of ten are exact, and their quotient is the nearest
 * number.
 */
export function numberAt(text: string, start: number, end: number): number | undefined {
  // Stryker disable next-line ArithmeticOperator: what is not read below, parseNumber reads to the same number
  if (end - start > 15) return parseNumber(text.slice(start, end));
  let digits = 0;
  let point = -1;
  // Stryker disable next-line UpdateOperator: before the text there is no character, and parseNumber reads the field
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    // Stryker disable next-line UnaryOperator: with another start no point is taken, and parseNumber reads the field
    else if (code === 46 && point === -1 && end - start > 1) point = at;
    else return parseNumber(text.slice(start, end));
  }
  return point === -1 ? digits : digits / POWERS_OF_TEN[end - point - 1]!;
}

/** Numbers as Go writes them; JavaScript would also take `0x10` and an empty text. */
function parseNumber(text: string): number | undefined {
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? Number.NaN : undefined;
}
