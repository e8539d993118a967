/** More digits are noise. */
const MOST_DIGITS = 6;

/** From here on a change is a factor: `×101` says what `+10000.0 %` does not. */
const FACTOR = 10;

/** A bound beyond this factor is none: a measured zero stands behind it. */
const MOST_FACTOR = 10_000;

/**
 * A change as people write it: `+4.2 %`, `-12.3 %`, `×14.5`. It gets enough digits to be on the same side of the margin, in either direction, as the
 * number itself, so the text never contradicts a verdict.
 *
 * @param change head / base - 1; @param margin a fraction.
 */
export function formatChange(change: number, margin?: number): string {
  if (change === Number.POSITIVE_INFINITY) return "from 0";
  if (change === Number.NEGATIVE_INFINITY) return "unbounded";
  if (change >= FACTOR) return `×${factorText(1 + change, margin)}`;
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

function factorText(ratio: number, margin = 0): string {
  for (let digits = 3; digits < 16; digits++) {
    const text = Number(ratio.toPrecision(digits));
    if (text < 1 + margin === ratio < 1 + margin)
      return text.toLocaleString("en-US", { maximumSignificantDigits: digits });
  }
  return String(ratio);
}

/** `[-1.2, +3.4] %`; `≥ -1.2 %` and `≤ +3.4 %` where one end is open; empty where both are. */
export function formatInterval(low: number, high: number, margin?: number): string {
  const { isOpenBelow, isOpenAbove } = openEnds(low, high);
  if (isOpenBelow && isOpenAbove) return "";
  if (isOpenBelow) return `≤ ${formatChange(high, margin)}`;
  if (isOpenAbove) return `≥ ${formatChange(low, margin)}`;
  const ends = [formatChange(low, margin), formatChange(high, margin)];
  return ends.every((end) => end.endsWith(" %"))
    ? `[${ends.map((end) => end.slice(0, -2)).join(", ")}] %`
    : `${ends[0]} to ${ends[1]}`;
}

/** Whether nothing is known of an end: a time of 0, or a change without a limit. */
export function openEnds(low: number, high: number): { readonly isOpenBelow: boolean; readonly isOpenAbove: boolean } {
  return { isOpenBelow: !(low > -1 + 1e-9), isOpenAbove: !(high < MOST_FACTOR) };
}

/** A finite fraction without a sign, rounded up: `4.3 %`. */
export function formatFraction(fraction: number): string {
  if (fraction >= FACTOR) return `×${factorText(1 + fraction)}`;
  return `${(Math.ceil(fraction * 1000) / 10).toFixed(1)} %`;
}

/** A setting, a fraction, as people write it: `5 %`, `2.5 %`. */
export function formatPercent(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(6))} %`;
}

/** The margin of one row, with as few digits as leave the change on its side of it. */
export function formatMargin(margin: number, change: number): string {
  const size = Math.abs(change);
  for (let digits = 3; digits < 6; digits++) {
    const text = Number((margin * 100).toPrecision(digits));
    if (text / 100 <= size === margin <= size) return `${text} %`;
  }
  return formatPercent(margin);
}
