import type { Hunk } from "./diff.ts";

/**
 * Where a line of the base is in the head: its number there, or undefined if the change removed or edited it.
 *
 * @param hunks of one file, ascending, from a diff without context lines (`-U0`).
 */
export function lineMap(hunks: readonly Hunk[]): (line: number) => number | undefined {
  if (hunks.length === 0) return (line) => line;
  /** The lines after each hunk are moved by this much. */
  const shifts: { readonly removedFrom: number; readonly next: number; readonly shift: number }[] = [];
  let shift = 0;
  for (const hunk of hunks) {
    shift += hunk.newCount - hunk.oldCount;
    // A hunk that removes nothing comes after its oldStart.
    const removedFrom = hunk.oldCount === 0 ? hunk.oldStart + 1 : hunk.oldStart;
    shifts.push({ removedFrom, next: removedFrom + hunk.oldCount, shift });
  }
  return (line) => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shifts[middle]!.removedFrom <= line) low = middle + 1;
      else high = middle;
    }
    const before = shifts[low - 1];
    if (before === undefined) return line;
    return line < before.next ? undefined : line + before.shift;
  };
}
