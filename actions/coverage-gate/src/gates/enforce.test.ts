import { describe, expect, test } from "vitest";
import { inputsOf } from "../../testing/facts.ts";
import { enforceBaseline } from "./enforce.ts";

const enforce = async (now: Record<string, string>, before: Record<string, string>) =>
  enforceBaseline(await inputsOf(now), before);

/** Inputs that hold a number: a lax value, a strict one, and where the number stands. */
const NUMBERS = [
  ["min-coverage", "10", "80", "line"],
  ["min-branch-coverage", "10", "80", "branch"],
  ["min-function-coverage", "10", "80", "function"],
  ["min-patch-coverage", "10", "80", "patch"],
  ["min-patch-branch-coverage", "10", "80", "patchBranch"],
  ["per-file-min", "10", "80", "perFile"],
  ["max-decrease", "5", "0.5", "maxDecrease"],
] as const;

describe.each(NUMBERS)("%s", (input, lax, strict, key) => {
  test("a laxer number is not used", async () => {
    const { minimums, lowered } = await enforce({ [input]: lax }, { [input]: strict });
    expect(minimums[key]?.text).toBe(strict);
    expect(lowered).toEqual([{ input, asked: lax, enforced: strict }]);
  });

  test("no number is laxer than any", async () => {
    const { minimums, lowered } = await enforce({}, { [input]: strict });
    expect(minimums[key]?.text).toBe(strict);
    expect(lowered).toEqual([{ input, asked: "nothing", enforced: strict }]);
  });

  test.each([
    ["a stricter number", strict, lax],
    ["the same number", strict, strict],
    ["the same number with a zero more", strict, `${strict}${strict.includes(".") ? "0" : ".0"}`],
    ["a number where there was none", lax, ""],
    ["a number that was not kept", lax, undefined],
    ["a kept text that is no number", lax, "most"],
    ["a kept text with a sign within the number", lax, "8%0"],
  ])("%s is used", async (_, now, before) => {
    const { minimums, lowered } = await enforce({ [input]: now }, before === undefined ? {} : { [input]: before });
    expect([minimums[key]?.text, lowered]).toEqual([now, []]);
  });

  test("nothing before, nothing now", async () => {
    const { minimums, lowered } = await enforce({}, { [input]: "" });
    expect([minimums[key], lowered]).toEqual([undefined, []]);
  });
});

test.each(["80%", "80 %", "80  pp", "80pp", "80 point", "80 points"])(
  "`%s` was kept as it was written",
  async (before) => {
    expect((await enforce({ "max-decrease": "90" }, { "max-decrease": before })).lowered).toEqual([
      { input: "max-decrease", asked: "90", enforced: "80" },
    ]);
  },
);

test.each<[string, string, string | undefined, number, boolean]>([
  ["more lines", "9", "3", 3, true],
  ["fewer lines", "3", "9", 3, false],
  ["as many lines", "3", "3", 3, false],
  ["not kept", "9", undefined, 9, false],
  ["kept as nothing, which is 0", "9", "", 0, true],
  ["kept as no number", "9", "few", 9, false],
  ["kept as half a line", "9", "0.5", 9, false],
])("min-patch-lines: %s", async (_, now, before, expected, isLowered) => {
  const { minimums, lowered } = await enforce(
    { "min-patch-lines": now },
    before === undefined ? {} : { "min-patch-lines": before },
  );
  expect(minimums.patchLines).toBe(expected);
  expect(lowered).toEqual(isLowered ? [{ input: "min-patch-lines", asked: now, enforced: String(expected) }] : []);
});

/** Inputs that hold a word: strict, lax, which of them an empty input means, and where it stands. */
const WORDS = [
  ["on-missing-base", "fail", "warn", "fail", "onMissingBase"],
  ["on-missing-baseline", "fail", "warn", "warn", "onMissingBaseline"],
  ["on-unreadable-baseline", "fail", "warn", "fail", "onUnreadableBaseline"],
  ["on-stale-report", "fail", "warn", "fail", "onStaleReport"],
  ["on-changed-scope", "fail", "warn", "fail", "onChangedScope"],
  ["fail-on", "gate", "never", "gate", "failOn"],
] as const;

describe.each(WORDS)("%s", (input, strict, lax, fallback, key) => {
  test("the lax word is not used where the strict one was", async () => {
    const rules = await enforce({ [input]: lax }, { [input]: strict });
    expect([rules[key], rules.lowered]).toEqual([strict, [{ input, asked: lax, enforced: strict }]]);
  });

  test.each([
    ["strict twice", strict, strict],
    ["strict now", strict, lax],
  ])("%s", async (_, now, before) => {
    const rules = await enforce({ [input]: now }, { [input]: before });
    expect([rules[key], rules.lowered]).toEqual([strict, []]);
  });

  test("lax twice", async () => {
    const rules = await enforce({ [input]: lax }, { [input]: lax });
    expect([rules[key], rules.lowered]).toEqual([lax, []]);
  });

  test("not kept", async () => {
    const rules = await enforce({ [input]: lax }, {});
    expect([rules[key], rules.lowered]).toEqual([lax, []]);
  });

  test("an empty input means its default, before and now", async () => {
    const before = await enforce({ [input]: lax }, { [input]: "" });
    expect([before[key], before.lowered.length]).toEqual(fallback === strict ? [strict, 1] : [lax, 0]);
    const now = await enforce({}, { [input]: strict });
    expect([now[key], now.lowered.length]).toEqual([strict, fallback === strict ? 0 : 1]);
  });
});

test("rules from before `on-changed-scope` existed allowed nothing", async () => {
  const { onChangedScope, lowered } = await enforce({ "on-changed-scope": "warn" }, { exclude: "" });
  expect([onChangedScope, lowered]).toEqual(["fail", [{ input: "on-changed-scope", asked: "warn", enforced: "fail" }]]);
});

test("where the reports are is shown when it changes, and used", async () => {
  const now = { files: "a.info", exclude: "a/**" };
  const { changed, lowered } = await enforce(now, { files: "b.info", exclude: "" });
  expect([changed, lowered]).toEqual([["files"], []]);
  expect((await enforce(now, now)).changed).toEqual([]);
  expect((await enforce(now, {})).changed).toEqual([]);
});

test("what was not lowered stays as it is, and the inputs are not touched", async () => {
  const inputs = await inputsOf({ "min-coverage": "10", "per-file-min": "7" });
  const { minimums } = enforceBaseline(inputs, { "min-coverage": "80" });
  expect([minimums.line?.text, minimums.perFile?.text, inputs.minimums.line?.text]).toEqual(["80", "7", "10"]);
});
