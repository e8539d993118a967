import { expect, test } from "vitest";
import { gate, ratio, resultWith } from "../../testing/gates.ts";
import type { Gate, Result } from "../result.ts";
import { judgePublished } from "./judge-published.ts";

const passes: Gate = gate({ kind: "line", measured: ratio(8, 10) });
const failed: Gate = gate({ kind: "patch", threshold: "90", verdict: "fail", measured: ratio(1, 2) });

/** What the file says, the `fail-on` of this run, and what comes of the two. */
test.each<[string, Partial<Result>, "gate" | "never", Pick<Result, "verdict" | "fails">]>([
  ["a pass", { gates: [passes] }, "gate", { verdict: "pass", fails: false }],
  ["a failure", { verdict: "fail", fails: true, gates: [failed] }, "gate", { verdict: "fail", fails: true }],
  [
    "a failure that only reports here",
    { verdict: "fail", fails: true, gates: [failed] },
    "never",
    { verdict: "fail", fails: false },
  ],
  [
    "a failure that only reported there",
    { verdict: "fail", fails: false, gates: [failed] },
    "gate",
    { verdict: "fail", fails: true },
  ],
  ["a pass that says that it fails", { fails: true, gates: [passes] }, "gate", { verdict: "pass", fails: false }],
  ["a failed gate that says pass", { gates: [passes, failed] }, "gate", { verdict: "fail", fails: true }],
  ["broken", { verdict: "broken", gates: [passes] }, "gate", { verdict: "broken", fails: true }],
  ["broken, reported only", { verdict: "broken", gates: [passes] }, "never", { verdict: "broken", fails: false }],
  [
    "a lowered `fail-on` of the other run's",
    {
      verdict: "fail",
      fails: true,
      gates: [failed],
      loweredGates: [{ input: "fail-on", asked: "never", enforced: "gate" }],
    },
    "never",
    { verdict: "fail", fails: false },
  ],
])("%s", (_, published, failOn, expected) => {
  expect(judgePublished(resultWith(published), { failOn })).toMatchObject(expected);
});

test("the headline is written anew, and everything else stays", () => {
  const published = resultWith({ headline: "All is well, trust me", verdict: "fail", gates: [passes, failed] });
  expect(judgePublished(published, { failOn: "gate" })).toEqual({
    ...published,
    fails: true,
    headline: "Coverage 80.00 % (needs 80 %), but changed lines 50.00 % (needs 90 %): fail",
  });
});
