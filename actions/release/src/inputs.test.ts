import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { expect, test } from "vitest";
import { readInputs } from "./inputs.ts";

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
  [{ files: "dist/+(a|b)" }, "which is an extended glob"],
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
