import { describe, expect, test } from "vitest";
import { assetOf, COMMIT, factsOf, fileOf, inputsOf, OTHER_COMMIT, releaseOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import type { Plan } from "./publishing/plan.ts";

test("a release of which everything agrees", () => {
  const result = evaluate(inputsOf(), factsOf({ files: [fileOf("a")] }));
  expect(result).toMatchObject({
    schema: "jessy-actions/release/v1",
    verdict: "pass",
    fails: false,
    state: "planned",
    dryRun: false,
    repository: "org/demo",
    tag: "v1.2.3",
    version: "1.2.3",
    commit: COMMIT,
    previousTag: null,
    prerelease: false,
    latest: true,
    warnings: [],
    failure: null,
    notes: { sources: ["changelog"], characters: 10, cut: false, text: "- it works" },
    checksums: `${"a".repeat(64)}  a\n`,
    release: null,
  });
  expect(result.checks.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
    "tag pass",
    "branch pass",
    "changelog pass",
  ]);
  expect(result.steps.map(({ kind }) => kind)).toEqual(["create", "upload", "upload", "publish"]);
  const [a, sums] = result.assets;
  expect(a).toEqual({ name: "a", size: 10, sha256: "a".repeat(64), url: null });
  expect(sums).toMatchObject({ name: "SHA256SUMS", url: null });
});

test("everything that disagrees is in one result, in the order of the report", () => {
  const { checks, headline } = evaluate(
    inputsOf(),
    factsOf({
      commit: OTHER_COMMIT,
      checkedOutCommit: OTHER_COMMIT,
      sourceCommit: OTHER_COMMIT,
      branch: { allowed: ["main"], existing: ["main"], holder: { known: undefined } },
      versionFiles: { readings: [], unmatched: ["x"], searched: undefined },
      changelog: { path: "C", isShared: false, text: undefined },
      notes: [{ source: "file", text: " " }],
      files: [fileOf("a b"), fileOf("a.b")],
      fileProblems: ["one is empty"],
      releases: { unknown: "no answer" },
    }),
  );
  expect(checks.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
    "commit fail",
    "commit fail",
    "branch fail",
    "versions fail",
    "changelog fail",
    "files fail",
    "files fail",
    "notes fail",
    "release unknown",
  ]);
  expect(headline).toMatch(
    /; failed: commit \(2\), branch, versions, changelog, files \(2\), notes; unknown: release$/,
  );
});

test("what is published already is held against the files", () => {
  const releases = { known: [releaseOf({ assets: [assetOf("a", { digest: "sha256:00" })] })] };
  const { checks, steps } = evaluate(inputsOf({ checksums: "none" }), factsOf({ releases, files: [fileOf("a")] }));
  expect(checks.filter(({ subject }) => subject === "release").map(({ state }) => state)).toEqual(["fail", "pass"]);
  expect(steps[0]!.kind).toBe("keep");
});

test.each<[string, Readonly<Record<string, string>>, Partial<Facts>, Partial<Plan>]>([
  ["its own title", {}, {}, { title: "v1.2.3", createsTag: false, isElsewhere: false, isPrereleaseGiven: false }],
  ["a title of the workflow", { name: "Spring" }, {}, { title: "Spring" }],
  ["a draft", { draft: "true" }, {}, { draft: true }],
  ["a prerelease by input", { prerelease: "true" }, {}, { prerelease: true, isPrereleaseGiven: true }],
  ["not a prerelease by input", { prerelease: "false" }, {}, { prerelease: false, isPrereleaseGiven: true }],
  ["a category", { "discussion-category": "News" }, {}, { discussionCategory: "News" }],
  [
    "a tag that is new",
    { "create-tag": "true" },
    { tags: { all: new Map(), here: undefined, onGitHub: { known: undefined } } },
    { createsTag: true },
  ],
  ["another owner", {}, { source: { owner: "x", name: "demo" } }, { isElsewhere: true }],
  ["another name", {}, { source: { owner: "org", name: "x" } }, { isElsewhere: true }],
  ["workflows", {}, { changesWorkflows: true }, { changesWorkflows: true }],
])("the plan has %s", (_, written, facts, expected) => {
  const result = evaluate(inputsOf(written), factsOf(facts));
  expect(result.plan).toMatchObject(expected);
  expect(result.prerelease).toBe(result.plan.prerelease);
});

test("a version says whether it is a prerelease", () => {
  const changelog = { path: "C", isShared: false, text: "## 1.2.3\n\n- x\n" };
  const { plan, latest } = evaluate(inputsOf(), factsOf({ changelog }, "v1.2.3-rc.1"));
  expect([plan.prerelease, latest]).toEqual([true, false]);
});

test("the plan has no more releases than its own tags need", () => {
  const releases = { known: ["v1", "v1.2.3", "v1.2.2", "v1.2"].map((tag_name) => releaseOf({ tag_name })) };
  const tagsOf = (written: Readonly<Record<string, string>>) =>
    evaluate(inputsOf(written), factsOf({ releases })).plan.releases?.map(({ tag_name }) => tag_name);
  expect(tagsOf({})).toEqual(["v1.2.3"]);
  expect(tagsOf({ "floating-tags": "major, minor" })).toEqual(["v1", "v1.2.3", "v1.2"]);
  const unknown = evaluate(inputsOf({ "dry-run": "true" }), factsOf({ releases: { unknown: "x" } }));
  expect("releases" in unknown.plan).toBe(false);
  expect("discussionCategory" in unknown.plan).toBe(false);
});

test("without files there are no checksums", () => {
  const { checksums, plan } = evaluate(inputsOf(), factsOf());
  expect([checksums, "checksums" in plan]).toEqual([null, false]);
});

test("with files the plan says what the list of checksums is called", () => {
  const planOf = (written: Readonly<Record<string, string>>) =>
    evaluate(inputsOf(written), factsOf({ files: [fileOf("a")] })).plan;
  expect(planOf({}).checksums).toBe("SHA256SUMS");
  expect(planOf({ checksums: "sums.txt" }).checksums).toBe("sums.txt");
  expect("checksums" in planOf({ checksums: "none" })).toBe(false);
});

test("without a changelog the notes come from elsewhere", () => {
  const { checks, notes } = evaluate(
    inputsOf(),
    factsOf({ changelog: undefined, notes: [{ source: "file", text: "by hand" }] }),
  );
  expect(checks.map(({ subject, state }) => `${subject} ${state}`)).toEqual(["tag pass", "branch pass"]);
  expect(notes).toEqual({ sources: ["file"], characters: 7, cut: false, text: "by hand" });
});

test("notes that GitHub does not take whole become an asset", () => {
  const text = "- a long line of notes\n".repeat(10_000);
  const { notes, plan, assets } = evaluate(inputsOf(), factsOf({ notes: [{ source: "file", text }] }));
  expect(notes).toMatchObject({ cut: true, characters: text.trim().length, text: text.trim() });
  expect(plan.notes.length).toBeLessThanOrEqual(125_000);
  expect(assets.map(({ name }) => name)).toEqual(["RELEASE_NOTES.md"]);
});

describe("a draft with notes that somebody wrote", () => {
  const releases = { known: [releaseOf({ draft: true, name: "The big one", body: "by hand" })] };

  test("keeps them and its title", () => {
    const { plan, unusedNotes, checks } = evaluate(inputsOf(), factsOf({ releases }));
    expect([plan.notes, plan.title, plan.keepsNotes, unusedNotes]).toEqual([
      "by hand",
      "The big one",
      true,
      "- it works",
    ]);
    expect(checks.filter(({ state }) => state !== "pass").map(({ message }) => message)).toEqual([
      "The draft has notes that somebody wrote or edited: they and its title are kept; `draft-notes: replace` takes this run's",
    ]);
  });

  test("loses them only where the workflow says so, and then the report has them", () => {
    const result = evaluate(inputsOf({ "draft-notes": "replace" }), factsOf({ releases }));
    expect([result.plan.notes, result.plan.title, result.unusedNotes]).toEqual(["- it works", "v1.2.3", "by hand"]);
    expect(result.checks.map(({ message }) => message)).toContain(
      "The draft has notes that somebody wrote or edited: they are replaced, and this report has them",
    );
  });

  test("without a title gets ours", () => {
    const untitled = { known: [releaseOf({ draft: true, name: "", body: "by hand" })] };
    expect(evaluate(inputsOf(), factsOf({ releases: untitled })).plan.title).toBe("v1.2.3");
  });
});

test("a file of an older version stops the release, unless the workflow allows it", () => {
  const facts = factsOf({ files: [fileOf("tool-1.2.2-linux.tar.gz"), fileOf("tool-1.2.3-mac.tar.gz")] });
  const refused = evaluate(inputsOf(), facts);
  expect(refused).toMatchObject({ state: "refused", headline: expect.stringContaining("failed: files") });
  expect(refused.checks.find(({ state }) => state === "fail")!.message).toContain("`tool-1.2.2-linux.tar.gz` states");
  for (const versions of ["any", "1.2.2"])
    expect(evaluate(inputsOf({ "file-versions": versions }), facts).verdict).toBe("pass");
});

test("files of a draft that are of another commit are not in the checksums, and the plan says that they go", () => {
  const draft = releaseOf({ draft: true, target_commitish: OTHER_COMMIT, assets: [assetOf("old"), assetOf("a")] });
  const { plan, steps, checksums } = evaluate(
    inputsOf(),
    factsOf({ files: [fileOf("a", { sha256: "b".repeat(64) })], releases: { known: [draft] } }),
  );
  expect(checksums).toBe(`${"b".repeat(64)}  a\n`);
  expect(steps[1]).toEqual({ kind: "delete", message: "`old`: the draft has it from the commit dddddddddd" });
  expect(plan.assets.map(({ name, action }) => `${name} ${action}`)).toEqual(["a replace", "SHA256SUMS upload"]);
});

test("nothing that is not known is published, and nobody has found anything wrong", () => {
  const result = evaluate(
    inputsOf(),
    factsOf({ tags: { all: new Map(), here: COMMIT, onGitHub: { unknown: "no answer" } } }),
  );
  expect(result).toMatchObject({ state: "refused", verdict: "broken", fails: true, resumable: true });
});
