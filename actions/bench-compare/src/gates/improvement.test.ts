import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { improvement } from "./improvement.ts";

test.each<readonly [readonly string[], Parameters<typeof judgedOf>[1], string | undefined]>([
  [["a: ok", "b: regressed"], {}, undefined],
  [["a: improved"], {}, "1 improved"],
  [["a: improved", "b: improved", "c: ok"], {}, "2 improved"],
  [["a: improved"], { moved: ["a: improved"] }, undefined],
])("%j with %j", (comparisons, settings, words) => {
  expect(improvement(judgedOf(comparisons, settings))).toEqual(
    words === undefined ? undefined : { verdict: "pass", fails: false, words },
  );
});
