import fc from "fast-check";
import { expect, test } from "vitest";
import type { Hunk } from "./diff.ts";
import { lineMap } from "./line-map.ts";

/** Edits of a file of forty lines, and where each line of the base stands afterwards, by doing them. */
const edits = fc
  .array(fc.record({ keep: fc.integer({ min: 1, max: 6 }), remove: fc.nat(3), add: fc.nat(3) }), { maxLength: 8 })
  .map((steps) => {
    const base = Array.from({ length: 40 }, (_, at) => at + 1);
    const head: (number | undefined)[] = [];
    const hunks: Hunk[] = [];
    let at = 0;
    for (const { keep, remove, add } of steps) {
      head.push(...base.slice(at, at + keep));
      at = Math.min(at + keep, base.length);
      const oldCount = Math.min(remove, base.length - at);
      if (oldCount + add === 0) continue;
      hunks.push({
        oldStart: oldCount === 0 ? at : at + 1,
        oldCount,
        newStart: add === 0 ? head.length : head.length + 1,
        newCount: add,
      });
      head.push(...Array<undefined>(add).fill(undefined));
      at += oldCount;
    }
    head.push(...base.slice(at));
    return { hunks, where: new Map(base.map((line) => [line, head.indexOf(line) + 1 || undefined])) };
  });

test("every line stands where doing the edits puts it", () => {
  fc.assert(
    fc.property(edits, ({ hunks, where }) => {
      const map = lineMap(hunks);
      for (const [line, expected] of where) expect([line, map(line)]).toEqual([line, expected]);
    }),
    { numRuns: 500 },
  );
});

test("without hunks every line stays", () => {
  expect(lineMap([])(7)).toBe(7);
});
