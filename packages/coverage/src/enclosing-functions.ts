import { functionName } from "./function-name.ts";
import type { FunctionTable } from "./model.ts";
import type { LineRange } from "./ranges.ts";

/** A function by the name people call it, the line it starts on, and which of the ranges start in it. */
export interface EnclosingFunction {
  readonly name: string;
  readonly line: number;
  readonly ranges: readonly LineRange[];
}

/**
 * The functions that ranges start in, ascending by line: of each range the nearest one that begins at or above its
 * first line, as in git's hunk headers, since reports do not say where a function ends. A range whose nearest function
 * has no readable name is in none.
 *
 * @param ranges in any order.
 */
export function enclosingFunctions(functions: FunctionTable, ranges: readonly LineRange[]): EnclosingFunction[] {
  const found = new Map<number, LineRange[]>();
  for (const range of ranges) {
    const line = lastStart(functions.line, range[0]);
    if (line !== undefined) found.set(line, [...(found.get(line) ?? []), range]);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, inside]) => {
      const name = nameAt(functions, line);
      return name === undefined ? [] : [{ name, line, ranges: inside.sort(([a], [b]) => a - b) }];
    });
}

/**
 * The greatest line up to a line; line 0 is a function whose place the report does not tell. @param lines ascending.
 * O(log n).
 */
function lastStart(lines: Uint32Array, line: number): number | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1] || undefined;
}

/** Instances of generic code share a line: the first one that has a readable name speaks for all. */
function nameAt({ line, name }: FunctionTable, start: number): string | undefined {
  for (let at = line.indexOf(start); line[at] === start; at++) {
    const readable = functionName(name[at]!);
    if (readable !== undefined) return readable;
  }
  return undefined;
}
