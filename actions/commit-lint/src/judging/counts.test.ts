import { expect, test } from "vitest";
import type { Subject } from "../result.ts";
import { countsOf } from "./counts.ts";

const subject = (kind: Subject["kind"], more: Partial<Subject> = {}): Subject => ({
  kind,
  header: "x",
  required: true,
  problems: [],
  errors: 0,
  warnings: 0,
  ...more,
});

test("what is left alone is counted apart, and its problems all the same", () => {
  const subjects = [
    subject("title", { errors: 1, warnings: 20 }),
    subject("title", { ignoredAs: "revert", errors: 2, warnings: 30 }),
    subject("commit", { errors: 4 }),
    subject("commit", { warnings: 40 }),
    subject("commit", { ignoredAs: "merge" }),
  ];
  expect(countsOf(subjects)).toEqual({ checked: 3, titles: 1, commits: 2, ignored: 2, errors: 7, warnings: 90 });
});

test("nothing is counted as nothing", () => {
  expect(countsOf([])).toEqual({ checked: 0, titles: 0, commits: 0, ignored: 0, errors: 0, warnings: 0 });
});
