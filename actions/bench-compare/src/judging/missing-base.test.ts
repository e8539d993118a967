import { expect, test } from "vitest";
import { comparisonOf } from "../../testing/judged.ts";
import { missingBase } from "./missing-base.ts";

test.each<readonly [readonly string[], string | undefined]>([
  [[], undefined],
  [["a: ok", "b: new"], undefined],
  [["a: shown"], undefined],
  [["a: new"], "The base has no benchmarks: the only one is new."],
  [["a: new", "b: new"], "The base has no benchmarks: all 2 are new."],
  [["a: new", "a B/op: new"], "The base has no benchmarks: the only one is new."],
])("%j", (comparisons, sentence) => {
  expect(missingBase(comparisons.map(comparisonOf))).toEqual(
    sentence === undefined ? undefined : { kind: "base-missing", sentence },
  );
});
