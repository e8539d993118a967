/** More digits are noise. */
const MOST_DIGITS = 6;

/**
 * A change as people write it: `+4.2 %`, `-12.3 %`. It gets enough digits to be on the same side of the margin, in either direction, as the
 * number itself, so the text never contradicts a verdict.
 *
 * @param change head / base - 1; @param margin a fraction.
 */
export function formatChange(change: number, margin?: number): string {
  if (change === Number.POSITIVE_INFINITY) return "from 0";
  if (change === Number.NEGATIVE_INFINITY) return "unbounded";
  const percent = change * 100;
  const limits = margin === undefined ? [] : [margin * 100, (margin / (1 + margin)) * 100];
  const isSameSide = (text: string) =>
    limits.every((limit) => Number(text) > -limit === percent > -limit && Number(text) < limit === percent < limit);
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const text = percent.toFixed(digits);
    if (isSameSide(text)) return `${signed(text)} %`;
  }
  // Rounding still reaches or crosses the margin: round the last digit the other way.
  const text = [MOST_DIGITS, 2 * MOST_DIGITS]
    .flatMap((digits) => [-1, 1].map((step) => (percent + step * 10 ** -digits).toFixed(digits)))
    .find(isSameSide);
  return `${signed(text ?? percent.toFixed(MOST_DIGITS))} %`;
}

function signed(text: string): string {
  if (/^-?0\.?0*$/.test(text)) return text.replace("-", "");
  return text.startsWith("-") ? text : `+${text}`;
}

/** `[-1.2, +3.4] %`; `?` stands for an end that is not known. */
export function formatInterval(low: number, high: number, margin?: number): string {
  const end = (value: number) => (Number.isFinite(value) ? formatChange(value, margin).replace(" %", "") : "?");
  return `[${end(low)}, ${end(high)}] %`;
}

/** A fraction without a sign, rounded up: `4.3 %`. */
export function formatFraction(fraction: number): string {
  return Number.isFinite(fraction) ? `${(Math.ceil(fraction * 1000) / 10).toFixed(1)} %` : "?";
}

/** A setting, a fraction, as people write it: `5 %`, `2.5 %`. */
export function formatPercent(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(6))} %`;
}
