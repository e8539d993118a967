import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "./report-path.ts";
import { TailIndex } from "./tail-index.ts";

const FILES = ["a/src/x.ts", "b/src/x.ts", "b/src/xx.ts", "b/src-x/x.ts", "x.ts", "c/Src/X.ts"];

test.each<[string, boolean, number, string[]]>([
  ["/ci/b/src/x.ts", false, 3, ["b/src/x.ts"]],
  ["/ci/src/x.ts", false, 2, ["a/src/x.ts", "b/src/x.ts"]],
  ["other/x.ts", false, 1, ["x.ts", "a/src/x.ts", "b/src/x.ts"]],
  ["none.ts", false, 0, []],
  ["", false, 0, []],
  ["z/SRC/X.TS", true, 2, ["a/src/x.ts", "b/src/x.ts", "c/Src/X.ts"]],
  ["z/SRC/X.TS", false, 0, []],
])("%s (fold %s) shares %d parts", (path, fold, common, files) => {
  const found = new TailIndex(FILES, fold).longest(partsOf(path), 3);
  expect({ common: found.common, files: [...found.files].sort() }).toEqual({ common, files: [...files].sort() });
});

test("it finds what comparing with every file would find", () => {
  const part = fc.constantFrom("a", "b", "a-b", "ab");
  const path = fc.array(part, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(
        path.map((parts) => parts.join("/")),
        { minLength: 1, maxLength: 12 },
      ),
      path,
      (files, parts) => {
        const shared = (file: string) => {
          const there = partsOf(file);
          let common = 0;
          while (common < Math.min(there.length, parts.length) && there.at(-1 - common) === parts.at(-1 - common))
            common++;
          return common;
        };
        const most = Math.max(...files.map(shared));
        const found = new TailIndex(files, false).longest(parts, 100);
        expect(found.common).toBe(most);
        expect([...found.files].sort()).toEqual(files.filter((file) => most > 0 && shared(file) === most).sort());
      },
    ),
  );
});
