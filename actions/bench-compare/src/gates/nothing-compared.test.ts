import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { nothingCompared } from "./nothing-compared.ts";

test.each<readonly [readonly string[], Parameters<typeof judgedOf>[1], boolean]>([
  [[], {}, true],
  [["a: shown"], {}, true],
  [["a: new", "b: shown"], {}, true],
  [["a: ok"], {}, false],
  [["a: regressed"], {}, false],
  [["a: improved"], {}, false],
  [["a: inconclusive", "b: shown"], {}, false],
  // Other gates fail for the cause of it.
  [["a: broken"], {}, false],
  [["a: missing"], {}, false],
  // Nobody else does.
  [["a: missing"], { failOn: ["regression"] }, true],
  [["a: shown"], { failOn: [], ignoredBy: "ok" }, true],
])("%j with %j: %s", (comparisons, settings, is) => {
  expect(nothingCompared(judgedOf(comparisons, settings))).toEqual(
    is
      ? {
          verdict: "broken",
          fails: true,
          outcome: "nothing-compared",
          words: "nothing was compared: base and head have no benchmark in common that can be judged",
        }
      : undefined,
  );
});
