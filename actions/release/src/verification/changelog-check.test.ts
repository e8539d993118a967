import { findSection } from "@jessy-actions/versioning/changelog";
import { parseTag } from "@jessy-actions/versioning/tag";
import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { checkChangelog } from "./changelog-check.ts";

const path = "HISTORY.md";

test.each<[string, Facts["changelog"], object[], string?]>([
  ["none is wanted", undefined, []],
  [
    "it cannot be read",
    { path, isShared: false, text: undefined },
    [
      {
        state: "fail",
        message:
          "`HISTORY.md` is not a file of the commit; commit it, or give another path in `changelog`, or write `none`",
      },
    ],
  ],
  [
    "it has the version",
    { path, isShared: false, text: "## 1.2.3\n\n- x\n" },
    [{ state: "pass", message: "`HISTORY.md` describes this version" }],
  ],
  [
    "it has the stable version of a prerelease",
    { path, isShared: false, text: "## 1.2.3\n\n- x\n" },
    [{ state: "pass", message: "`HISTORY.md` describes this version, under `1.2.3`" }],
    "v1.2.3-rc.1",
  ],
  [
    "the version is yanked",
    { path, isShared: false, text: "\n## 1.2.3 [YANKED]\n\n- x\n" },
    [{ state: "fail", message: "`HISTORY.md` marks this version as yanked", file: path, line: 2 }],
  ],
  [
    "it has the version twice",
    { path, isShared: false, text: "## 1.2.3\n\n- x\n\n## 1.2.3\n\n- y\n" },
    [{ state: "fail", message: expect.stringMatching(/^`HISTORY\.md`: ./), file: path, line: 5 }],
  ],
])("%s", (_, changelog, expected, tag = "v1.2.3") => {
  const { version, prefix } = parseTag(tag)!;
  const read = changelog?.text === undefined ? undefined : findSection(changelog.text, version, prefix);
  expect(checkChangelog({ changelog }, read)).toEqual(expected.map((each) => ({ subject: "changelog", ...each })));
});
