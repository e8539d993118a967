import { expect, test } from "vitest";
import { decimal, ratio } from "../../testing/gates.ts";
import { totalGate } from "./total.ts";

test.each(["line", "branch", "function"] as const)("%s: nobody asks, so there is no gate", (kind) => {
  expect(totalGate(kind, ratio(0, 0), undefined)).toBeUndefined();
});

test.each([
  ["line", "Lines"],
  ["branch", "Branches"],
  ["function", "Functions"],
] as const)("%s: of something, judged; of nothing, failed", (kind, noun) => {
  const minimum = decimal("50");
  const half = ratio(1, 2);
  const nothing = ratio(0, 0);
  expect(totalGate(kind, half, minimum)).toStrictEqual({
    kind,
    threshold: "50",
    verdict: "pass",
    measured: half,
    sentence: `${noun}: 1 of 2 covered (50.00 %), 50 % needed.`,
  });
  expect(totalGate(kind, nothing, minimum)).toStrictEqual({
    kind,
    threshold: "50",
    verdict: "fail",
    measured: nothing,
    unjudged: { cause: "nothing-measured", allowed: false },
    sentence: `${noun}: not judged, because no report measures any, and the gate asks for 50 %.`,
  });
});

test("of a component, it is named", () => {
  expect(totalGate("branch", ratio(0, 1), decimal("50"), "api")).toMatchObject({
    component: "api",
    verdict: "fail",
    sentence: "api: branches: 0 of 1 covered (0.00 %), 50 % needed: 1 more to cover.",
  });
});
