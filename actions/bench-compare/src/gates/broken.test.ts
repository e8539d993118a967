import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { broken } from "./broken.ts";

test.each<readonly [readonly string[], string | undefined]>([
  [[], undefined],
  [["a: ok", "b: missing", "c: shown"], undefined],
  [["a: broken"], "1 benchmark could not be measured: a"],
  [["a: broken", "b: broken", "c: ok"], "2 benchmarks could not be measured: a, b"],
  [["a: broken", "a allocs/op: broken"], "1 benchmark could not be measured: a"],
  [["a: broken", "b: broken", "c: broken"], "3 benchmarks could not be measured: a, b and 1 more"],
  [[`${"x".repeat(50)}: broken`], `1 benchmark could not be measured: ${"x".repeat(13)}…${"x".repeat(26)}`],
])("%j", (comparisons, words) => {
  // It fails whatever `fail-on` and the label say.
  const finding = broken(judgedOf(comparisons, { failOn: [], ignoredBy: "ok" }));
  expect(finding).toEqual(
    words === undefined ? undefined : { verdict: "broken", fails: true, outcome: "broken-benchmarks", words },
  );
});
