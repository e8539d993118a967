import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveUnit } from "./units.ts";

/** `judgement better unit x factor`. */
function plainUnit(written: string): string {
  const { unit, factor, better, judgement } = resolveUnit(written);
  return `${judgement} ${better} ${unit} x ${factor}`;
}

test.each([
  ["ns/op", "timed lower ns x 1"],
  ["ns/iter", "timed lower ns x 1"],
  ["sec/op", "timed lower ns x 1000000000"],
  ["ps", "timed lower ns x 0.001"],
  ["us", "timed lower ns x 1000"],
  ["\u00b5s", "timed lower ns x 1000"],
  ["\u03bcs", "timed lower ns x 1000"],
  ["ms/Iteration", "timed lower ns x 1000000"],
  [" s ", "timed lower ns x 1000000000"],
  ["MB/s", "timed higher B/s x 1000000"],
  ["MiB/s", "timed higher B/s x 1048576"],
  ["B/ms", "timed higher B/s x 1000"],
  ["req/s", "timed higher /s x 1"],
  ["ops/ms", "timed higher /s x 1000"],
  ["a/b/s", "timed higher /s x 1"],
  ["B/op", "exact lower B x 1"],
  ["KiB", "exact lower B x 1024"],
  ["kB", "exact lower B x 1000"],
  ["allocs/op", "exact lower allocs/op x 1"],
  ["Ir", "exact lower Ir x 1"],
  ["cycles/iter", "timed lower cycles/iter x 1"],
])("%s is known", (written, expected) => {
  expect(plainUnit(written)).toBe(expected);
});

test.each(["p99-ns/op", "ns/GC", "widgets", "%", "", "/", "/op", "constructor", "__proto__", "toString/valueOf"])(
  "`%s` says nothing of a direction, so it is shown and not judged",
  (written) => {
    expect(plainUnit(written)).toBe(`shown none ${written} x 1`);
  },
);

test("whatever the unit, a number of it can be told and is judged only with a direction", () => {
  const units = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("ns", "MB", "s", "op", "allocs", "/", " ", "-", "\ufeff", "x"), { maxLength: 6 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(units, (written) => {
      const { factor, better, judgement } = resolveUnit(written);
      expect(Number.isFinite(factor) && factor > 0).toBe(true);
      expect(judgement === "shown").toBe(better === "none");
    }),
    { numRuns: 2000 },
  );
});

test("a unit of a million characters takes no longer than reading it", () => {
  for (const part of ["/", "/ ", " ", "/op", "/s"]) {
    const written = `${part.repeat(1_000_000)}/x b`;
    expect(resolveUnit(written)).toMatchObject({ better: "none", unit: written.trim() });
  }
});
