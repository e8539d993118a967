import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { nothingCompared } from "./nothing-compared.ts";

const NO_UNIT = "nothing was judged: no unit says which way";

test.each<readonly [readonly string[], string]>([
  [
    ["a widgets: shown"],
    `${NO_UNIT} a widgets gets better; \`overrides\` can say it (\`** widgets => lower\`, or \`higher\`)`,
  ],
  [
    ["a: shown", "b points: shown", "c points: shown", "d x*y: shown"],
    `${NO_UNIT} b points, c points and 1 more get better; \`overrides\` can say it (\`** points => lower\`, or \`higher\`)`,
  ],
  // A name with characters of globs would match something else.
  [["a x*y: shown"], `${NO_UNIT} a x*y gets better; \`overrides\` can say it (\`** => lower\`, or \`higher\`)`],
])("%j: %s", (comparisons, words) => {
  expect(nothingCompared(judgedOf(comparisons))?.words).toBe(words);
});

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
