import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { inconclusive } from "./inconclusive.ts";

test.each<readonly [readonly string[], Parameters<typeof judgedOf>[1], string | undefined]>([
  [["a: ok", "b: regressed"], {}, undefined],
  [["a: inconclusive"], {}, "no regression shown, but 1 of 1 metric was too noisy to tell"],
  [["a: inconclusive", "b: ok"], {}, "no regression shown, but 1 of 2 metrics was too noisy to tell"],
  [["a: inconclusive", "b: inconclusive"], {}, "no regression shown, but 2 of 2 metrics were too noisy to tell"],
  // What was not compared is not counted.
  [["a: inconclusive", "b: new", "c: shown"], {}, "no regression shown, but 1 of 1 metric was too noisy to tell"],
  [["a: inconclusive", "b: regressed"], {}, "1 of 2 metrics was too noisy to tell"],
  // Everything together got slower, and the headline says that before.
  [
    ["a: inconclusive", "b: inconclusive"],
    { suite: { verdict: "regressed", metrics: 2, change: 1, margin: 0.05 } },
    "2 of 2 metrics were too noisy to tell",
  ],
  // The machine is to blame, and says so itself.
  [["a: inconclusive"], { moved: ["a: regressed"] }, undefined],
  // One program cannot regress.
  [["a: inconclusive"], { identical: true }, undefined],
])("%j with %j", (comparisons, settings, words) => {
  for (const failOn of [["regression", "missing"], ["inconclusive"]] as const) {
    const fails = failOn.includes("inconclusive" as never);
    expect(inconclusive(judgedOf(comparisons, { ...settings, failOn }))).toEqual(
      words === undefined ? undefined : { verdict: "inconclusive", fails, words },
    );
  }
});
