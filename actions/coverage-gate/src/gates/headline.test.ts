import { expect, test } from "vitest";
import { gate, ratio, resultWith } from "../../testing/gates.ts";
import type { Gate, Result } from "../result.ts";
import { headlineOf, verdictOf } from "./headline.ts";

const line = gate({ kind: "line", measured: ratio(8, 10) });
const lineFails = gate({ kind: "line", threshold: "90", verdict: "fail", measured: ratio(8, 10) });
const patch = gate({ kind: "patch", threshold: "90", measured: ratio(1, 2) });
const decrease = gate({ kind: "decrease", threshold: "0", measured: ratio(8, 10), base: ratio(9, 10) });
const fails = (some: Gate): Gate => ({ ...some, verdict: "fail" });
const changed = { lines: ratio(1, 2), files: [], unmeasured: [] };

test.each<[string, Partial<Result>, string]>([
  [
    "what fails by the default branch's scope, after what fails by its own",
    {
      verdict: "fail",
      gates: [
        line,
        fails(patch),
        { ...fails(line), scope: { inputs: ["exclude", "totals"], allowed: false }, measured: ratio(1, 2) },
        { ...fails(decrease), scope: { inputs: ["exclude", "totals"], allowed: false } },
      ],
    },
    "Coverage 80.00 % (needs 80 %), but changed lines 50.00 % (needs 90 %), and by the default branch's exclude and totals lines 50.00 % (needs 80 %), decrease 10.00 points (allows 0): fail",
  ],
  [
    "what may fail by it",
    {
      gates: [
        line,
        { ...line, verdict: "skipped", scope: { inputs: ["exclude"], allowed: true }, measured: ratio(1, 2) },
      ],
    },
    "Coverage 80.00 % (needs 80 %), by the default branch's exclude, which may fail, lines 50.00 % (needs 80 %): pass",
  ],
  ["no gate", {}, "Coverage 80.00 %: pass"],
  ["a gate", { gates: [line] }, "Coverage 80.00 % (needs 80 %): pass"],
  ["changed lines, not judged", { patch: changed }, "Coverage 80.00 %, changed lines 50.00 %: pass"],
  [
    "changed lines, judged",
    { gates: [line, { ...patch, threshold: "50" }], patch: changed },
    "Coverage 80.00 % (needs 80 %), changed lines 50.00 % (needs 50 %): pass",
  ],
  [
    "changed lines too few to be judged",
    { gates: [{ ...patch, verdict: "skipped" }], patch: changed },
    "Coverage 80.00 %, changed lines 50.00 % (not judged): pass",
  ],
  ["no changed line is measured", { patch: { ...changed, lines: ratio(0, 0) } }, "Coverage 80.00 %: pass"],
  [
    "a component's gates are not the whole's",
    {
      gates: [
        { ...line, component: "api" },
        { ...patch, component: "api" },
      ],
      patch: changed,
    },
    "Coverage 80.00 %, changed lines 50.00 %: pass",
  ],
  ["the total fails", { verdict: "fail", gates: [lineFails], patch: changed }, "Coverage 80.00 % (needs 90 %): fail"],
  [
    "the total and another fail",
    { verdict: "fail", gates: [lineFails, fails(patch)] },
    "Coverage 80.00 % (needs 90 %), changed lines 50.00 % (needs 90 %): fail",
  ],
  [
    "others fail",
    { verdict: "fail", gates: [line, fails(patch), fails(decrease)] },
    "Coverage 80.00 % (needs 80 %), but changed lines 50.00 % (needs 90 %), decrease 10.00 points (allows 0): fail",
  ],
  [
    "one fails, and the total is not judged",
    { verdict: "fail", gates: [fails(decrease)] },
    "Coverage 80.00 %, but decrease 10.00 points (allows 0): fail",
  ],
  [
    "one fails, one passes",
    { verdict: "fail", gates: [patch, fails(decrease)], patch: changed },
    "Coverage 80.00 %, but decrease 10.00 points (allows 0): fail",
  ],
  [
    "a component fails as the total does",
    { verdict: "fail", gates: [line, { ...lineFails, component: "api" }] },
    "Coverage 80.00 % (needs 80 %), but api lines 80.00 % (needs 90 %): fail",
  ],
  [
    "broken without a failed gate",
    { verdict: "broken", gates: [line], patch: changed },
    "Coverage 80.00 % (needs 80 %): broken",
  ],
  [
    "nothing measured, in somebody's file",
    { verdict: "fail", total: { lines: ratio(0, 0), branches: ratio(0, 0), functions: ratio(0, 0) }, gates: [line] },
    "Coverage unknown: fail",
  ],
])("%s", (_, some, expected) => {
  expect(headlineOf(resultWith(some))).toBe(expected);
});

test("twelve failed gates are named, more are counted", () => {
  const components = (count: number) =>
    Array.from({ length: count }, (_, at) => fails(gate({ kind: "line", component: `c${at}`, measured: ratio(1, 2) })));
  const twelve = headlineOf(resultWith({ verdict: "fail", gates: components(12) }));
  expect(twelve).toMatch(/c11 lines 50\.00 % \(needs 80 %\): fail$/);
  const thirteen = headlineOf(resultWith({ verdict: "fail", gates: components(13) }));
  expect(thirteen).toMatch(/c11 lines 50\.00 % \(needs 80 %\), and 1 more: fail$/);
});

test.each<[Gate["verdict"][], string]>([
  [[], "pass"],
  [["pass", "skipped"], "pass"],
  [["pass", "fail", "pass"], "fail"],
])("gates %j are a %s", (verdicts, expected) => {
  expect(verdictOf(verdicts.map((verdict) => gate({ kind: "line", verdict })))).toBe(expected);
});

test("a failed gate that could not be judged is broken, one that may be skipped is not", () => {
  const unjudged = { cause: "no-base", allowed: false } as const;
  const some = gate({ kind: "patch", verdict: "fail", unjudged });
  expect(verdictOf([lineFails, some])).toBe("broken");
  expect(verdictOf([{ ...some, verdict: "skipped" }])).toBe("pass");
  expect(verdictOf([{ ...some, verdict: "skipped" }, lineFails])).toBe("fail");
});
