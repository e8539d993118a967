/** An exact decimal number as a user wrote it: `80.5` is 805 / 10. Floating point would let 79.999 pass for 80. */
export interface Decimal {
  readonly text: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const MAX_DIGITS = 30;

/** Reads digits with an optional fraction; no sign, exponent or blanks. Undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null || text.length > MAX_DIGITS) return undefined;
  const fraction = match[2] ?? "";
  return { text, numerator: BigInt(match[1]! + fraction), denominator: 10n ** BigInt(fraction.length) };
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
