import { expect, test } from "vitest";
import type { ReportFormat } from "../src/format.ts";

/** Tests what a format is called, where its reports are looked for, and by which first bytes it is known. */
export function recognises(
  format: ReportFormat,
  called: Pick<ReportFormat, "name" | "title" | "usualNames">,
  heads: { readonly own: readonly string[]; readonly foreign: readonly string[] },
): void {
  test("its name, its title and the usual names of its files", () => {
    expect({ name: format.name, title: format.title, usualNames: format.usualNames }).toEqual(called);
  });

  test("it says of whom a report is", () => {
    expect(format.parse([Buffer.from(heads.own[0]!)]).format).toBe(called.name);
  });

  test.each(heads.own)("is known by %j", (head) => {
    expect(format.detect(head)).toBe(true);
  });

  test.each(heads.foreign)("is not %j", (head) => {
    expect(format.detect(head)).toBe(false);
  });
}
