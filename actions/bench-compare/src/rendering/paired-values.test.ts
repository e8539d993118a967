import fc from "fast-check";
import { expect, test } from "vitest";
import { metricOf } from "../../testing/facts.ts";
import { pairedValues } from "./paired-values.ts";

const timed = { metric: metricOf("ns"), verdict: "ok" } as const;

test("head over base is the change beside them, and both move alike", () => {
  const positive = fc.double({ min: 1e-3, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(positive, positive, fc.double({ min: -0.99, max: 100, noNaN: true }), (base, head, change) => {
      const [before = 0, after = 0] = pairedValues({ ...timed, base, head, change });
      expect(after / before).toBeCloseTo(1 + change, 8);
      expect((Math.sqrt(before) * Math.sqrt(after)) / (Math.sqrt(base) * Math.sqrt(head))).toBeCloseTo(1, 9);
    }),
  );
});

test.each([
  ["an exact metric", { metric: metricOf("allocs/op"), verdict: "regressed", base: 4, head: 6, change: 0.5 }],
  ["a metric that is not judged", { ...timed, verdict: "shown", base: 4, head: 6, change: 0.1 }],
  ["a base of zero", { ...timed, base: 0, head: 6, change: Number.POSITIVE_INFINITY }],
  ["a fall to nothing", { ...timed, base: 4, head: 0, change: -1 }],
  ["one side", { ...timed, base: 4 }],
] as const)("%s is shown as measured", (_, comparison) => {
  expect(pairedValues(comparison)).toEqual([comparison.base, "head" in comparison ? comparison.head : undefined]);
});
