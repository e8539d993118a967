import { expect, test } from "vitest";
import { BASE, changed, reportOf } from "../../testing/facts.ts";
import { decimal, ratio } from "../../testing/gates.ts";
import type { Change } from "../facts.ts";
import type { ComponentMinimums } from "../scope.ts";
import { type ComponentFacts, judgeComponent } from "./component.ts";

const none: Change = { state: "none", cause: "no-change", reason: "the run is by hand" };
const report = reportOf({ "api/a": "1:1 2:0/2", "api/b": "1:1", "core/c": "1:0" });

function judge(
  minimums: ComponentMinimums["minimums"],
  facts: Partial<ComponentFacts> = {},
  { mode = "lines" as const, patchLines = 0 } = {},
) {
  const api = { name: "api", globs: ["api/**"], minimums };
  const rules = { mode, patchLines, onMissingBase: "fail" } as const;
  const judged = judgeComponent(api, { report, baseReport: undefined, change: none, ...facts }, rules);
  return { ...judged, gates: judged.gates.filter((gate) => gate !== undefined) };
}

test("its own files count, and those alone", () => {
  expect(judge({})).toEqual({
    component: {
      name: "api",
      total: { lines: ratio(2, 3), branches: ratio(0, 2), functions: ratio(0, 0) },
    },
    gates: [],
  });
});

test("each of its minimums is a gate of its own", () => {
  const minimums = { line: decimal("60"), branch: decimal("10"), function: decimal("1"), patch: decimal("100") };
  const change: Change = { state: "compared", base: BASE, diff: [changed("api/a", [1, 2]), changed("core/c", [1, 1])] };
  expect(judge(minimums, { change }).gates.map(({ component, kind, verdict }) => [component, kind, verdict])).toEqual([
    ["api", "line", "pass"],
    ["api", "branch", "fail"],
    ["api", "function", "fail"],
    ["api", "patch", "fail"],
  ]);
});

test("changed lines are its own", () => {
  const change: Change = { state: "compared", base: BASE, diff: [changed("api/a", [1, 2]), changed("core/c", [1, 1])] };
  expect(judge({}, { change }).component.patch).toEqual(ratio(1, 2));
  expect(judge({ patch: decimal("50") }, { change }, { patchLines: 3 }).gates[0]).toMatchObject({
    verdict: "skipped",
    sentence: "api: changed lines: not judged, because 2 measured lines are fewer than the 3 of `min-patch-lines`.",
  });
});

test("nothing to compare with", () => {
  const { component, gates } = judge({ patch: decimal("50") });
  expect(component).not.toHaveProperty("patch");
  expect(component).not.toHaveProperty("base");
  expect(gates[0]?.sentence).toBe("api: changed lines: not judged, because the run is by hand.");
});

test("a base that is not available", () => {
  const change: Change = { state: "none", cause: "no-base", reason: "it is gone" };
  expect(judge({ patch: decimal("50") }, { change }).gates[0]).toMatchObject({
    component: "api",
    verdict: "fail",
    unjudged: { cause: "no-base", input: "on-missing-base", allowed: false },
  });
});

test("its part of the baseline", () => {
  const baseReport = reportOf({ "api/a": "1:1", "core/c": "1:1 2:1" });
  expect(judge({}, { baseReport }).component.base?.lines).toEqual(ratio(1, 1));
});

test("a component that matches no measured file is an error", () => {
  const docs = { name: "docs", globs: ["docs/**", "*.md"], minimums: {} };
  expect(() =>
    judgeComponent(
      docs,
      { report, baseReport: undefined, change: none },
      { mode: "lines", patchLines: 0, onMissingBase: "warn" },
    ),
  ).toThrow("component `docs` matches no measured file; its paths are `docs/**`, `*.md`");
});
