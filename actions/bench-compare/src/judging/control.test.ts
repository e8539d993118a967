import { expect, test } from "vitest";
import { comparisonOf } from "../../testing/judged.ts";
import { NO_CONTROL, readControl } from "./control.ts";

const of = (verdict: string, low?: number, high?: number) => ({
  ...comparisonOf(`a: ${verdict}`),
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
});

test("none at all is off", () => {
  expect(readControl([])).toBe(NO_CONTROL);
  expect(NO_CONTROL).toEqual({ state: "off", moved: [] });
});

test.each<readonly [string, boolean]>([
  ["regressed", true],
  ["improved", true],
  ["ok", false],
  ["inconclusive", false],
])("one that is %s has moved: %s", (verdict, isMoved) => {
  const comparisons = [of("ok"), of(verdict)];
  expect(readControl(comparisons)).toMatchObject({
    state: isMoved ? "moved" : "steady",
    moved: isMoved ? [comparisons[1]] : [],
  });
});

test("the noise is half of the widest interval that has an end", () => {
  const noise = (...comparisons: ReturnType<typeof of>[]) => readControl(comparisons).noise;
  expect(noise(of("ok", -0.01, 0.03), of("ok", -0.25, 0.25), of("ok", 0, 0.1))).toBe(0.25);
  expect(noise(of("ok", -0.5, Number.POSITIVE_INFINITY), of("ok", 0.25, 0.75))).toBe(0.25);
  expect(noise(of("ok"))).toBe(0);
  expect(readControl([of("ok", Number.NEGATIVE_INFINITY, 1)])).not.toHaveProperty("noise");
});
