import { expect, test } from "vitest";
import { factsOf } from "../../testing/facts.ts";
import type { BranchFacts } from "../facts.ts";
import { checkBranch } from "./branch-check.ts";

const allowed = ["main", "release/*"];

test.each<[string, BranchFacts, string]>([
  [
    "any branch will do",
    { allowed: undefined, existing: [], holder: { known: undefined } },
    "pass Any branch may hold the commit",
  ],
  [
    "one holds it",
    { allowed, existing: ["main", "release/1"], holder: { known: "release/1" } },
    "pass `release/1` holds `cccccccccc`",
  ],
  [
    "none holds it",
    { allowed, existing: ["main", "release/1"], holder: { known: undefined } },
    "fail `cccccccccc` is on none of the allowed branches (`main`, `release/1`); merge it first",
  ],
  [
    "none exists",
    { allowed, existing: [], holder: { known: undefined } },
    "fail There is no branch `main` or `release/*`; name the branches that releases come from in `allowed-branches`",
  ],
  [
    "nobody knows",
    { allowed, existing: ["main"], holder: { unknown: "the clone lacks history" } },
    "unknown Whether `main` or `release/*` holds `cccccccccc` is not known: the clone lacks history",
  ],
  [
    "nobody knows, and a branch of the clone holds it",
    { allowed, existing: ["main"], holder: { unknown: "no answer" }, inClone: "release/1" },
    "unknown Whether `main` or `release/*` holds `cccccccccc` is not known: no answer; in this clone `release/1` holds it",
  ],
])("%s", (_, branch, expected) => {
  const { state, subject, message } = checkBranch(factsOf({ branch }));
  expect([subject, `${state} ${message}`]).toEqual(["branch", expected]);
});
