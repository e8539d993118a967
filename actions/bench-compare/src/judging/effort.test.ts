import { expect, test } from "vitest";
import { type Effort, enforceEffort } from "./effort.ts";

test.each<[string, string, string | undefined, Partial<Effort>]>([
  ["max-rounds", "4", "", { maxRounds: 10_000 }],
  ["max-rounds", "4", "30", { maxRounds: 30 }],
  ["max-rounds", "30", "4", {}],
  ["max-rounds", "4", undefined, {}],
  ["max-rounds", "4", "many", {}],
  ["min-rounds", "4", "", { minRounds: 6 }],
  ["min-rounds", "", "20", { minRounds: 20 }],
  ["max-minutes", "0.1", "", { maxMinutes: 10 }],
  ["max-minutes", "2.5", "2.5", {}],
  ["max-minutes", "", "2.5", {}],
  ["max-minutes", "", "30", { maxMinutes: 30 }],
])("%s: %j where it is %j", (input, now, before, expected) => {
  const { effort, lowered } = enforceEffort({ [input]: now }, before === undefined ? {} : { [input]: before });
  expect(effort).toEqual(expected);
  expect(lowered.map((each) => [each.input, each.enforced])).toEqual(
    Object.values(expected).map((enforced) => [input, String(enforced)]),
  );
});
