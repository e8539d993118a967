import { expect, test } from "vitest";
import { type PublicationFacts, planPublication } from "./publication.ts";

const facts: PublicationFacts = {
  version: "1.2.3",
  tree: "t1",
  source: "s1",
  manifest: '{ "version": "1.2.3" }',
  changelog: "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.3] - 2026-11-24\n\n- a thing\n",
  sourceBranch: "origin/main",
  isOnSourceBranch: true,
  tagged: undefined,
  tip: undefined,
};

test("the first version has no parent, the next one that of before; the message names the source", () => {
  const plan = planPublication(facts);
  expect(plan).toMatchObject({ action: "commit", tag: "v1.2.3", parent: undefined });
  expect(plan.action === "commit" && plan.message).toMatch(/^v1\.2\.3\n\n.*\n\nSource-Commit: s1\n$/);
  expect(planPublication({ ...facts, tip: { commit: "c0", tree: "t0" } })).toMatchObject({ parent: "c0" });
});

test("a tag on this very tree is kept", () => {
  expect(planPublication({ ...facts, tagged: { commit: "c1", tree: "t1" } })).toEqual({
    action: "keep",
    tag: "v1.2.3",
    commit: "c1",
  });
});

test("a prerelease may be described by what is not released yet", () => {
  const prerelease = { ...facts, version: "1.3.0-rc.1", manifest: '{ "version": "1.3.0-rc.1" }' };
  expect(planPublication(prerelease)).toMatchObject({ action: "commit", tag: "v1.3.0-rc.1" });
});

test.each<[Partial<PublicationFacts>, string]>([
  [{ version: "v1.2.3" }, "`v1.2.3` is not a version; write it as 1.2.3 or 1.2.3-rc.1, without a `v`"],
  [{ version: "" }, "`` is not a version"],
  [{ manifest: '{ "version": "1.2.2" }' }, "package.json says 1.2.2, not 1.2.3; commit the version first"],
  [{ changelog: "## [Unreleased]\n\n- x\n" }, "CHANGELOG.md has no section for 1.2.3; write `## [1.2.3] - YYYY-MM-DD`"],
  [{ changelog: "## [1.2.3]\n\n## [1.2.2]\n\n- x\n" }, "CHANGELOG.md says nothing about 1.2.3; write what changed"],
  [{ isOnSourceBranch: false }, "s1 is not on origin/main; merge it first, or name the branch by --source-branch"],
  [{ tagged: { commit: "c", tree: "t0" } }, "v1.2.3 already stands on tree t0, this one is t1; a version never moves"],
])("%j is refused", (change, message) => {
  expect(() => planPublication({ ...facts, ...change })).toThrow(message);
});

test("all that is wrong is said at once", () => {
  expect(() => planPublication({ ...facts, manifest: "{}", changelog: "", isOnSourceBranch: false })).toThrow(
    /^package\.json says undefined.*\nCHANGELOG\.md has no.*\ns1 is not on.*$/,
  );
});
