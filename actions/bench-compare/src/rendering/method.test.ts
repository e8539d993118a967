import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { expect, test } from "vitest";
import { factsOf, inputsOf, RUN } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import type { Control } from "../result.ts";
import { method } from "./method.ts";

const slower = { levels: { x: { base: 1000, head: 1300 }, y: { base: 1000, head: 1000 } } };

function methodOf(control: Control, run: Partial<typeof RUN> = {}): string {
  const result = { ...evaluate(inputsOf(), factsOf({ ...slower, run: { ...RUN, ...run } })), control };
  return renderMarkdown(method(result), { maxBytes: 100_000 }).text.replaceAll("\u00a0", " ").replaceAll("\\", "");
}

test.each<readonly [string, Control, string | undefined]>([
  ["off", { state: "off", moved: [] }, undefined],
  ["moved", { state: "moved", moved: [], noise: 0.01 }, "the base against itself moved"],
  ["steady", { state: "steady", moved: [], noise: 0.031 }, "the base against itself did not move (± 3.1 % at most)"],
  [
    "steady as far as it could tell",
    { state: "steady", moved: [], noise: 0.2 },
    "it could not tell whether the base moved against itself: the noise hides up to 20.0 %",
  ],
  [
    "of no known width",
    { state: "steady", moved: [] },
    "it could not tell whether the base moved against itself: the noise hides changes of any size",
  ],
])("a control that is %s", (_, control, text) => {
  const line = /\*\*Null control\*\*: (.*)/.exec(methodOf(control))?.[1];
  expect(line).toBe(text);
});

test("the mean of all has its interval, and rounds are counted in words", () => {
  const text = methodOf({ state: "off", moved: [] }, { rounds: 1 });
  expect(text).toMatch(
    /All 2 noisy metrics together\*\*: \+\d+\.\d % \[\+\d+\.\d, \+\d+\.\d\] % \(geometric mean, above 0 is worse\)/,
  );
  expect(text).toContain("1 round of at most 12 in 61.0 s");
});
