/** First and last line, both inclusive. */
export type LineRange = readonly [first: number, last: number];

/** Whether sorted, disjoint ranges hold a line. O(log n). */
export function rangesContain(ranges: readonly LineRange[], line: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle]!;
    if (line < first) high = middle - 1;
    else if (line > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** How many lines ranges hold. */
export function rangesLength(ranges: readonly LineRange[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/**
 * Lines as ranges for people: two lines of the list share a range when at most `maxGap` unmeasured lines (blanks,
 * comments, braces) and no measured one lie between them.
 *
 * @param lines ascending; @param measured all measured lines of the file, ascending.
 */
export function rangesOverUnmeasured(lines: readonly number[], measured: Uint32Array, maxGap = 3): LineRange[] {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const line of lines) {
    const last = ranges.at(-1);
    while (at < measured.length && measured[at]! < line) at++;
    const measuredBetween = last !== undefined && at > 0 && measured[at - 1]! > last[1];
    if (last !== undefined && !measuredBetween && line - last[1] - 1 <= maxGap) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
