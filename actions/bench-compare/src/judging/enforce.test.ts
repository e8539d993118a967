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

test("what is neither stricter nor laxer is named, and counts as written", () => {
  const now = { alpha: "0.01", overrides: "a => ignore", "ignore-label": "ok", "null-control": "false" };
  const { changed, rules, lowered } = enforce(now, {});
  expect(changed).toEqual(["overrides", "alpha", "ignore-label", "null-control"]);
  expect(rules).toMatchObject({ alpha: 0.01, overrides: [{ pattern: "a" }] });
  expect(lowered).toEqual([]);
  expect(enforce(now, now).changed).toEqual([]);
  // Not known is not changed; left out now is.
  expect(enforceRules(inputsOf(now), { alpha: "0.02" }).changed).toEqual(["alpha"]);
  expect(enforceRules({ ...inputsOf(), gate: {} }, { alpha: "0.02", overrides: "" }).changed).toEqual(["alpha"]);
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
