import type { JsonPath } from "./check.ts";

/** The value that a path leads to, or nothing. A negative index counts from the end (RFC 9535, 2.3.3.2). */
export function valueAt(value: unknown, path: JsonPath): { readonly value: unknown } | undefined {
  let at = value;
  for (const segment of path.segments) {
    if (typeof segment === "number") {
      if (!Array.isArray(at)) return undefined;
      const index = segment < 0 ? at.length + segment : segment;
      if (index < 0 || index >= at.length) return undefined;
      at = at[index];
    } else {
      if (typeof at !== "object" || at === null || Array.isArray(at) || !Object.hasOwn(at, segment)) return undefined;
      at = (at as Record<string, unknown>)[segment];
    }
  }
  return { value: at };
}
