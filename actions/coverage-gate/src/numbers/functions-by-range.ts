import type { LineRange, PatchFile } from "../result.ts";

/** Which function of a file a range starts in, by name; undefined where the reports name none. */
export function functionsByRange({ functions = [] }: PatchFile): (range: LineRange) => string | undefined {
  const names = new Map(functions.flatMap(({ name, ranges }) => ranges.map(([first]) => [first, name] as const)));
  return ([first]) => names.get(first);
}
