import { expect, test } from "vitest";
import { skippedPull } from "./skipped-pulls.ts";

const pull = { number: 7, labels: ["bug", "skip"], author: "Renovate[bot]" };

test.each<[string, readonly string[], readonly string[], string | undefined]>([
  ["nothing is ignored", [], [], undefined],
  ["another label and another author", ["alice"], ["Skip"], undefined],
  ["its label", [], ["none", "skip"], "has the label `skip`"],
  ["its author, in any case", ["renovate[bot]"], [], "is by `Renovate[bot]`"],
  ["both", ["renovate[bot]"], ["skip"], "has the label `skip`"],
])("%s", (_, ignoreAuthors, ignoreLabels, reason) => {
  const expected = reason === undefined ? undefined : { pullRequest: 7, reason };
  expect(skippedPull(pull, { ignoreAuthors, ignoreLabels })).toEqual(expected);
});
