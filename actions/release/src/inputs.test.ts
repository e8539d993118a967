import { InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { expect, test } from "vitest";
import { COMMIT, inputsOf } from "../testing/facts.ts";
import { type Inputs, readInputs } from "./inputs.ts";

function problemsOf(inputs: Readonly<Record<string, string>>): string {
  const values = { "github-token": "t", ...inputs };
  const environment = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const reader = new InputReader(environment);
  readInputs(reader);
  try {
    reader.finish();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  [{ tag: "1.2" }, "input `tag` is `1.2`; write a version: it"],
  [{ tag: "refs/tags/v1.2.3" }, "write v1.2.3"],
  [{ commit: "main" }, "input `commit` is `main`; write a whole commit id"],
  [
    { notes: "changelgo" },
    "input `notes` is `changelgo`; write `changelog` (some of changelog, commits, github, file, or `auto` alone)",
  ],
  [{ notes: "file" }, "input `notes` names `file`, and `notes-file` is empty"],
  [{ "notes-file": "NOTES.md" }, "input `notes-file` is set, and `notes` does not name `file`"],
  [{ notes: "changelog", changelog: "none" }, "input `notes` names `changelog`, and `changelog` is `none`"],
  [{ files: "a => b => c" }, "input `files` has a line that cannot be used"],
  [{ files: "dist/+(a|b)" }, "input `files` has the pattern `dist/+(a|b)`, which is an extended glob"],
  [{ "version-files": "[" }, "input `version-files` has the pattern `[`"],
  [{ "allowed-branches": "?(x)" }, "input `allowed-branches` has the pattern"],
  [{ checksums: "my sums" }, "input `checksums` is `my sums`; write a name that GitHub keeps, as my.sums"],
  [{ "floating-tags": "v1" }, "input `floating-tags` is `v1`; write some of major, minor, or `none` alone"],
  [{ "floating-tags": "major", draft: "true" }, "input `floating-tags` cannot move while `draft` is `true`"],
  [{ "floating-tags": "minor", "target-repository": "a/b" }, "input `floating-tags` cannot move in another repository"],
  [{ prerelease: "true", "make-latest": "true" }, "input `make-latest` is `true`, and so is `prerelease`"],
  [{ prerelease: "yes" }, "input `prerelease` is `yes`"],
  [{ "target-repository": "demo" }, "input `target-repository` is `demo`; write `owner/name`"],
  [{ "github-token": "" }, "input `github-token` is empty"],
  [{ "create-tag": "yes" }, "input `create-tag` is `yes`; write `true` or `false`"],
])("%j is wrong in one line", (inputs, message) => {
  const problems = problemsOf(inputs as Record<string, string>);
  expect(problems).toContain(message);
  expect(problems.split("\n")).toHaveLength(1);
});

test("everything wrong is named at once", () => {
  expect(problemsOf({ tag: "x", notes: "y", draft: "z" }).split("\n")).toHaveLength(3);
});

test.each([
  { "github-token": "", "dry-run": "true" },
  { notes: "changelog, commits" },
  { files: "dist/*.gz => app.gz\n!dist/x.gz" },
  { "floating-tags": "major\nminor", "allowed-branches": "main\nrelease/*" },
  { "version-files": "none", checksums: "none", changelog: "none" },
])("%j is right", (inputs) => expect(problemsOf(inputs as unknown as Record<string, string>)).toBe(""));

test("lines are told apart", () => {
  const reader = new InputReader({ "INPUT_GITHUB-TOKEN": "t", INPUT_FILES: "a => b\n!c\n# no\nd" });
  const { files, excludedFiles } = readInputs(reader);
  expect(files).toEqual([
    { pattern: "a", name: "b" },
    { pattern: "d", name: undefined },
  ]);
  expect(excludedFiles).toEqual(["c"]);
});

test("what a workflow leaves out has its default", () => {
  expect(inputsOf()).toEqual({
    tag: undefined,
    commit: undefined,
    sourceCommit: undefined,
    createTag: false,
    versionFiles: "auto",
    changelog: "auto",
    notes: "auto",
    notesFile: undefined,
    files: [],
    excludedFiles: [],
    checksums: "SHA256SUMS",
    fileVersions: [],
    draft: false,
    keepsDraftFiles: false,
    prerelease: "auto",
    makeLatest: "auto",
    floatingTags: { major: false, minor: false },
    allowedBranches: "default",
    title: undefined,
    discussionCategory: undefined,
    dryRun: false,
    targetRepository: undefined,
    workingDirectory: ".",
    draftNotes: "keep",
    token: "t",
  } satisfies Inputs);
});

test.each<[Readonly<Record<string, string>>, Partial<Inputs>]>([
  [{ tag: "v1.2.3" }, { tag: "v1.2.3" }],
  [{ commit: COMMIT }, { commit: COMMIT }],
  [{ commit: "0123456789abcdef".repeat(4) }, { commit: "0123456789abcdef".repeat(4) }],
  [{ "source-commit": COMMIT }, { sourceCommit: COMMIT }],
  [{ "create-tag": "true" }, { createTag: true }],
  [{ "file-versions": "any" }, { fileVersions: undefined }],
  [{ "file-versions": "3.0.13\n1.0.0-rc.1" }, { fileVersions: ["3.0.13", "1.0.0-rc.1"] }],
  [{ "file-versions": "10.20.30" }, { fileVersions: ["10.20.30"] }],
  [{ "draft-files": "keep" }, { keepsDraftFiles: true }],
  [{ "draft-files": "auto" }, { keepsDraftFiles: false }],
  [{ "draft-notes": "replace" }, { draftNotes: "replace" }],
  [{ "draft-notes": "keep" }, { draftNotes: "keep" }],
  [{ "version-files": "auto" }, { versionFiles: "auto" }],
  [{ "version-files": "none" }, { versionFiles: "none" }],
  [{ "version-files": "a.json" }, { versionFiles: ["a.json"] }],
  [{ "version-files": "auto\nb.json" }, { versionFiles: ["auto", "b.json"] }],
  [{ "version-files": "none\nb.json" }, { versionFiles: ["none", "b.json"] }],
  [{ changelog: "auto" }, { changelog: "auto" }],
  [{ changelog: "none" }, { changelog: "none" }],
  [{ changelog: "docs/NEWS.md" }, { changelog: { path: "docs/NEWS.md" } }],
  [{ notes: "auto" }, { notes: "auto" }],
  [{ notes: "github, commits, changelog" }, { notes: ["github", "commits", "changelog"] }],
  [
    { notes: "file", "notes-file": "N.md" },
    { notes: ["file"], notesFile: "N.md" },
  ],
  [{ files: "!  x\na\n!y" }, { files: [{ pattern: "a", name: undefined }], excludedFiles: ["x", "y"] }],
  [{ checksums: "none" }, { checksums: undefined }],
  [{ checksums: "sums.txt" }, { checksums: "sums.txt" }],
  [
    { prerelease: "true", "make-latest": "false" },
    { prerelease: "true", makeLatest: "false" },
  ],
  [
    { prerelease: "false", "make-latest": "true" },
    { prerelease: "false", makeLatest: "true" },
  ],
  [
    { prerelease: "auto", "make-latest": "auto" },
    { prerelease: "auto", makeLatest: "auto" },
  ],
  [{ "floating-tags": "none" }, { floatingTags: { major: false, minor: false } }],
  [{ "floating-tags": "minor" }, { floatingTags: { major: false, minor: true } }],
  [{ "floating-tags": "major, minor" }, { floatingTags: { major: true, minor: true } }],
  [{ "allowed-branches": "any" }, { allowedBranches: "any" }],
  [{ "allowed-branches": "main" }, { allowedBranches: ["main"] }],
  [{ "allowed-branches": "any\nmain" }, { allowedBranches: ["any", "main"] }],
  [
    { draft: "true", name: "Spring", "discussion-category": "News" },
    { draft: true, title: "Spring", discussionCategory: "News" },
  ],
  [
    { "dry-run": "true", "github-token": "" },
    { dryRun: true, token: "" },
  ],
  [{ "target-repository": "a-9/B.c_d-e" }, { targetRepository: { owner: "a-9", name: "B.c_d-e" } }],
  [
    { "target-repository": `${"o".repeat(39)}/${"n".repeat(100)}` },
    { targetRepository: { owner: "o".repeat(39), name: "n".repeat(100) } },
  ],
])("%j is read as %j", (written, expected) => {
  expect(inputsOf(written)).toMatchObject(expected);
});

test.each<[Readonly<Record<string, string>>, string]>([
  ...["c".repeat(39), "c".repeat(41), "c".repeat(65), `x${COMMIT}`, `${COMMIT}x`, "C".repeat(40)].map(
    (commit): [Readonly<Record<string, string>>, string] => [
      { commit },
      `input \`commit\` is ${quote(commit)}; write a whole commit id of 40 hexadecimal digits`,
    ],
  ),
  ...["1.2", "x1.2.3", "1.2.3 x", "any"].map((version): [Readonly<Record<string, string>>, string] => [
    { "file-versions": `3.0.13\n${version}` },
    `input \`file-versions\` is \`${version}\`; write a version such as \`3.0.13\`, or \`any\` alone`,
  ]),
  ...["a/b/c", "a_b/c", "/c", "a/", "a/b c", `${"o".repeat(40)}/n`, `o/${"n".repeat(101)}`].map(
    (slug): [Readonly<Record<string, string>>, string] => [
      { "target-repository": slug },
      `input \`target-repository\` is ${quote(slug)}; write \`owner/name\``,
    ],
  ),
  [
    { notes: "file" },
    "input `notes` names `file`, and `notes-file` is empty; write, for example, `notes-file: NOTES.md`",
  ],
  [
    { notes: "commits", "notes-file": "N.md" },
    "input `notes-file` is set, and `notes` does not name `file`; write `notes: file`",
  ],
  [
    { notes: "changelog", changelog: "none" },
    "input `notes` names `changelog`, and `changelog` is `none`; give it a path",
  ],
  [
    { prerelease: "true", "make-latest": "true" },
    "input `make-latest` is `true`, and so is `prerelease`: GitHub never takes a prerelease for the latest",
  ],
  ...["major", "minor"].flatMap((word): [Readonly<Record<string, string>>, string][] => [
    [
      { "floating-tags": word, draft: "true" },
      "input `floating-tags` cannot move while `draft` is `true`; let the job that publishes move them",
    ],
    [
      { "floating-tags": word, "target-repository": "a/b" },
      "input `floating-tags` cannot move in another repository than the one that is checked out",
    ],
  ]),
  [
    { "github-token": "" },
    "input `github-token` is empty; give it one that may write contents, or set `dry-run: true`",
  ],
])("%j: the whole message", (written, message) => {
  expect(problemsOf(written)).toBe(message);
});
