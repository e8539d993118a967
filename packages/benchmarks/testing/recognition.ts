import { expect, test } from "vitest";
import type { ResultFormat } from "../src/format.ts";

/** Tests what a format is called and by which first bytes it is known; all heads are in a file of one path. */
export function recognises(
  format: ResultFormat,
  called: Pick<ResultFormat, "name" | "title">,
  heads: { readonly own: readonly string[]; readonly foreign: readonly string[] },
  path = "results.txt",
): void {
  test("its name and its title", () => {
    expect({ name: format.name, title: format.title }).toEqual(called);
    expect(format.parse([]).format).toBe(called.name);
  });

  test.each(heads.own)("is known by %j", (head) => {
    expect(format.detect(head, path)).toBe(true);
  });

  test.each(heads.foreign)("is not %j", (head) => {
    expect(format.detect(head, path)).toBe(false);
  });
}
