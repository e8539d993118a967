import { parseTag } from "@jessy-actions/versioning/tag";
import { expect, test } from "vitest";
import { factsOf } from "../../testing/facts.ts";
import { checkFileVersions } from "./file-versions-check.ts";

const check = (names: readonly string[], fileVersions: readonly string[] | "any" = [], tag = "v1.2.3") => {
  const facts = factsOf({
    tag: parseTag(tag)!,
    tags: { all: new Map([["v0.9.0", "a"]]), here: undefined, onGitHub: { known: undefined } },
  });
  const checks = checkFileVersions(
    { fileVersions: fileVersions === "any" ? undefined : fileVersions },
    facts,
    names.map((name) => ({ name })),
  );
  for (const { subject, state } of checks) expect([subject, state]).toEqual(["files", "fail"]);
  return checks.map(({ message }) => message);
};

test("a file of another version is named, with what to do", () => {
  expect(check(["tool-1.2.2-linux.tar.gz", "tool-1.2.3-linux.tar.gz", "SHA256SUMS"])).toEqual([
    "`tool-1.2.2-linux.tar.gz` states the version 1.2.2, which is another version of the same line, and 1.2.3 is released; build it again, or allow it by `file-versions: 1.2.2`",
  ]);
  expect(check(["x-0.9.0.zip"])[0]).toContain("which was released before");
  expect(check(["demo-7.0.0.zip"])[0]).toContain("which stands behind the name `demo`");
});

test.each<[string, string[], string[] | "any", string?]>([
  ["that is allowed", ["tool-1.2.2.zip"], ["1.2.2"]],
  ["when nothing is checked", ["tool-1.2.2.zip"], "any"],
  ["of something else", ["openssl-3.0.13.zip"], []],
  ["called like the repository, for a package's tag", ["demo-7.0.0.zip"], [], "x/pkg/v1.2.3"],
])("a version %s", (_, names, allowed, tag) => expect(check(names, allowed, tag)).toEqual([]));

test.each(["pkg-7.0.0.zip", "x-pkg-1.2.2.zip"])("of a package's tag: %s", (name) => {
  expect(check([name], [], "x/pkg/v1.2.3")).toHaveLength(1);
});
