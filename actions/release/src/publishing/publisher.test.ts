import { expect, test } from "vitest";
import { COMMIT, factsOf, inputsOf, releaseOf } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import { withRecord } from "./draft-record.ts";
import { changedFields } from "./publisher.ts";

const planOf = (written: Readonly<Record<string, string>>, more = {}) => ({
  ...evaluate(inputsOf(written), factsOf()).plan,
  ...more,
});
const draft = releaseOf({ draft: true });
const DESCRIBED = { name: "v1.2.3", body: "- it works", prerelease: false };
/** A draft says which commit its files are of. */
const DRAFTED = { ...DESCRIBED, body: withRecord("- it works", COMMIT) };
const PUBLISHED = { tag_name: "v1.2.3", target_commitish: COMMIT, ...DESCRIBED, draft: false, make_latest: "true" };

test.each<[string, Parameters<typeof changedFields>, object | undefined]>([
  ["a draft is published", [planOf({}), draft], PUBLISHED],
  ["not as the latest", [planOf({ "make-latest": "false" }), draft], { ...PUBLISHED, make_latest: "false" }],
  [
    "with a discussion",
    [planOf({ "discussion-category": "News" }), draft],
    { ...PUBLISHED, discussion_category_name: "News" },
  ],
  [
    "in another repository, which does not know the commit",
    [planOf({}, { isElsewhere: true }), draft],
    { tag_name: "v1.2.3", ...DESCRIBED, draft: false, make_latest: "true" },
  ],
  ["a draft that stays one and has all", [planOf({ draft: "true" }), draft], undefined],
  ["a draft with another name", [planOf({ draft: "true", name: "x" }), draft], { ...DRAFTED, name: "x" }],
  ["a draft with other notes", [planOf({ draft: "true" }), { ...draft, body: "old" }], DRAFTED],
  ["a draft without notes", [planOf({ draft: "true" }), { ...draft, body: null }], DRAFTED],
  [
    "a draft without notes that shall have none",
    [planOf({ draft: "true" }, { notes: "" }), { ...draft, body: null }],
    undefined,
  ],
  [
    "a draft that becomes a prerelease",
    [planOf({ draft: "true", prerelease: "true" }), draft],
    { ...DRAFTED, prerelease: true },
  ],
  ["a published release stays", [planOf({ name: "x" }), releaseOf({ body: "by hand" })], undefined],
  ["also where it calls itself a prerelease", [planOf({}), releaseOf({ prerelease: true })], undefined],
  ["unless the workflow says so", [planOf({ prerelease: "true" }), releaseOf()], { prerelease: true }],
  ["and it is not so already", [planOf({ prerelease: "true" }), releaseOf({ prerelease: true })], undefined],
])("%s", (_, args, expected) => {
  expect(changedFields(...args)).toEqual(expected);
});
