import { describe, expect, test } from "vitest";
import { inputsOf } from "../../testing/facts.ts";
import { enforceRules } from "./enforce.ts";

type Written = Readonly<Record<string, string>>;

/** What a change that writes `now` is judged by, where the default branch writes `before`. */
const enforce = (now: Written, before: Written | undefined) =>
  enforceRules(inputsOf(now), before === undefined ? undefined : inputsOf(before).gate);

describe("of two numbers the smaller one counts, and what was asked is named", () => {
  test.each<
    readonly ["margin" | "exact-margin" | "floor", "margin" | "exactMargin" | "floor", string, string, number, boolean]
  >([
    ["margin", "margin", "10 %", "5 %", 0.05, true],
    ["margin", "margin", "3 %", "5 %", 0.03, false],
    ["margin", "margin", "5", "5 %", 0.05, false],
    ["exact-margin", "exactMargin", "2 %", "0", 0, true],
    ["exact-margin", "exactMargin", "0", "2 %", 0, false],
    ["floor", "floor", "50us", "1ns", 1, true],
    ["floor", "floor", "1ns", "50us", 1, false],
  ])("%s: %s", (input, key, now, before, counts, isLowered) => {
    const { rules, lowered } = enforce({ [input]: now }, { [input]: before });
    expect(rules[key]).toBe(counts);
    expect(lowered).toEqual(isLowered ? [{ input, asked: now, enforced: before }] : []);
  });

  test("a number that the default branch did not write, or wrote wrong, says nothing", () => {
    for (const margin of ["", "five", undefined]) {
      const before = margin === undefined ? {} : { margin };
      const { rules, lowered } = enforceRules(inputsOf({ margin: "50 %" }), before);
      expect(rules.margin).toBe(0.5);
      expect(lowered).toEqual([]);
    }
  });

  test("an input that is left out now is asked as nothing", () => {
    const inputs = { ...inputsOf(), gate: {} };
    expect(enforceRules(inputs, { margin: "2 %" }).lowered).toEqual([{ input: "margin", asked: "", enforced: "2 %" }]);
  });

  test("the other rules stay, and the inputs are not changed", () => {
    const inputs = inputsOf({ margin: "10 %", alpha: "0.01" });
    const { rules } = enforceRules(inputs, { margin: "5 %" });
    expect(rules).toEqual({ ...inputs.rules, margin: 0.05 });
    expect(inputs.rules.margin).toBe(0.1);
  });
});

describe("whatever failed on the default branch still fails", () => {
  test.each<readonly [string, string, readonly string[], string | undefined]>([
    ["regression", "regression, missing", ["regression", "missing"], "regression"],
    ["never", "regression\nmissing", ["regression", "missing"], "never"],
    ["never", "inconclusive", ["inconclusive"], "never"],
    ["missing", "regression", ["missing", "regression"], "missing"],
    ["missing, inconclusive", "regression", ["missing", "inconclusive", "regression"], "missing, inconclusive"],
    ["regression, missing, inconclusive", "regression", ["regression", "missing", "inconclusive"], undefined],
    ["never", "never", [], undefined],
  ])("%j where it is %j", (now, before, failOn, asked) => {
    const { failOn: enforced, lowered } = enforce({ "fail-on": now }, { "fail-on": before });
    expect(enforced).toEqual(failOn);
    const required = before.split(/[\s,]+/).join(", ");
    expect(lowered).toEqual(asked === undefined ? [] : [{ input: "fail-on", asked, enforced: required }]);
  });
});

describe("a missing base is excused only where the default branch excuses it, too", () => {
  test.each<readonly [string, string, string, boolean]>([
    ["warn", "fail", "fail", true],
    ["warn", "warn", "warn", false],
    ["fail", "warn", "fail", false],
    ["fail", "fail", "fail", false],
    ["warn", "", "warn", false],
  ])("%j where it is %j", (now, before, counts, isLowered) => {
    const { onMissingBase, lowered } = enforce({ "on-missing-base": now }, { "on-missing-base": before });
    expect(onMissingBase).toBe(counts);
    expect(lowered).toEqual(isLowered ? [{ input: "on-missing-base", asked: "warn", enforced: "fail" }] : []);
  });
});

describe("too few runs are excused only where the default branch excuses them, too", () => {
  test.each<readonly [string, string, string, boolean]>([
    ["warn", "fail", "fail", true],
    ["warn", "warn", "warn", false],
    ["fail", "warn", "fail", false],
  ])("%j where it is %j", (now, before, counts, isLowered) => {
    const { onTooFewRuns, lowered } = enforce({ "on-too-few-runs": now }, { "on-too-few-runs": before });
    expect(onTooFewRuns).toBe(counts);
    expect(lowered).toEqual(isLowered ? [{ input: "on-too-few-runs", asked: "warn", enforced: "fail" }] : []);
  });
});

test("another control is named, and counts as written", () => {
  const { changed, lowered } = enforce({ "null-control": "false" }, {});
  expect([changed, lowered]).toEqual([["null-control"], []]);
  // Not known is not changed.
  expect(enforceRules(inputsOf({ "null-control": "false" }), { alpha: "0.05" }).changed).toEqual([]);
});

describe("other overrides are named, and those of the default branch are kept beside them", () => {
  test.each<readonly [string, string, string | undefined, string[] | undefined]>([
    ["the change leaves all out", "** => ignore", "", []],
    ["the change has none", "", "a => margin 2", ["a"]],
    ["the same", "a => ignore", "a => ignore", undefined],
    ["the same in other words", "a => ignore", "# slow\n'a=>ignore'", undefined],
    ["not known", "** => ignore", undefined, undefined],
    ["a line that cannot be read any more excuses nothing", "** => ignore", "** => skip\nb => ignore", ["b"]],
  ])("%s", (_, now, before, patterns) => {
    const { rules } = enforceRules(inputsOf({ overrides: now }), before === undefined ? {} : { overrides: before });
    expect(rules.before?.overrides.map(({ pattern }) => pattern)).toEqual(patterns);
  });

  test("with the margin and the floor that they differ from", () => {
    const { rules } = enforce({ overrides: "a => ignore", margin: "2 %" }, { margin: "10 %", floor: "5us" });
    expect(rules).toMatchObject({ margin: 0.02, before: { margin: 0.1, floor: 5000, overrides: [] } });
    expect(enforce({ overrides: "a => ignore" }, {}).rules.before).toMatchObject({ margin: 0.05, floor: 1 });
    expect(enforce({ overrides: "a => ignore" }, {}).changed).toEqual(["overrides"]);
  });
});

describe("a smaller alpha calls fewer regressions, a larger one clears more of what is inconclusive", () => {
  test.each<readonly [string, string, string, number, boolean]>([
    ["0.01", "0.05", "regression", 0.05, true],
    ["0.1", "0.05", "regression", 0.1, false],
    ["0.1", "0.05", "regression, inconclusive", 0.05, true],
    ["0.05", "0.05", "inconclusive", 0.05, false],
    ["0.01", "", "regression", 0.01, false],
    ["0.01", "most", "regression", 0.01, false],
  ])("%s where it is %j, and %s fails: %s", (now, before, failOn, counts, isLowered) => {
    const inputs = inputsOf({ alpha: now, "fail-on": failOn });
    const { rules, lowered } = enforceRules(inputs, { alpha: before });
    expect(rules.alpha).toBe(counts);
    expect(lowered).toEqual(isLowered ? [{ input: "alpha", asked: now, enforced: before }] : []);
  });
});

describe("the label that lets a regression pass is the default branch's", () => {
  test.each<readonly [string, string | undefined, string | undefined, string | undefined]>([
    ["mine", "slow-ok", "slow-ok", "slow-ok"],
    ["mine", "", undefined, "nothing"],
    ["mine", undefined, "mine", undefined],
    ["mine", "mine", "mine", undefined],
    ["", "slow-ok", undefined, undefined],
  ])("%j where it is %j", (now, before, counts, enforced) => {
    const inputs = inputsOf({ "ignore-label": now });
    const { ignoreLabel, lowered } = enforceRules(inputs, before === undefined ? {} : { "ignore-label": before });
    expect(ignoreLabel).toBe(counts);
    expect(lowered).toEqual(enforced === undefined ? [] : [{ input: "ignore-label", asked: now, enforced }]);
  });
});

test("with nothing known of the default branch everything counts as written", () => {
  const inputs = inputsOf({ margin: "50 %", "fail-on": "never", "on-missing-base": "warn", "on-too-few-runs": "fail" });
  expect(enforceRules(inputs, undefined)).toEqual({
    rules: inputs.rules,
    failOn: [],
    onMissingBase: "warn",
    onTooFewRuns: "fail",
    lowered: [],
    changed: [],
  });
});
